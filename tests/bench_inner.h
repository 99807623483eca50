/* The inside of the bench, for bench.c and bench_screen.c. */
#ifndef KANSLI_TESTS_BENCH_INNER_H
#define KANSLI_TESTS_BENCH_INNER_H

#include "base/buffer.h"
#include "bench.h"
#include <sys/types.h>
#include <vterm.h>

enum { BENCH_ROWS = 320, BENCH_TEXT = 2048 };

struct bench {
	int terminal; /* the master side */
	pid_t process;
	int status;
	bool started, ended, stopped, latin;
	uint64_t sent, taken, done, sizes, kept;
	struct buffer raw;    /* read and not yet looked through */
	struct buffer stream; /* all without marks */
	VTerm *emulator;
	bool cursor_shown, other_screen, pasting;
	char rows[BENCH_ROWS][BENCH_TEXT];
};

void screen_open(struct bench *bench, int rows, int columns);
void screen_close(struct bench *bench);
void screen_feed(struct bench *bench, const char *bytes, size_t count);
void screen_resize(struct bench *bench, int rows, int columns);

#endif

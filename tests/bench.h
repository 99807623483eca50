/* The terminal bench: a program on a pseudo-terminal, an emulator that knows what it shows, and keys as a keyboard
 * sends them. Invariant: it never waits by the clock; the program says in the stream itself how far it has come, and a
 * wait that takes too long ends the test. */
#ifndef KANSLI_TESTS_BENCH_H
#define KANSLI_TESTS_BENCH_H

#include "base/arena.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct bench_options {
	const char *program;            /* path */
	const char *const *arguments;   /* after the program's name, ended by NULL; may be NULL */
	const char *const *environment; /* "NAME=value" besides the bench's own, ended by NULL; may be NULL */
	int rows, columns;              /* 0: 24 and 80 */
	const char *type;               /* TERM; NULL: xterm-256color */
	const char *locale;             /* LC_ALL; NULL: sv_SE.UTF-8; "" unsets it */
	bool shell;                     /* under a small shell with job control, so that Ctrl-Z has somewhere to go */
	bool latin;                     /* the emulator shows the bytes as Latin-1 */
};

struct bench;
/* Starts the program and waits for its first frame or its end. */
struct bench *bench_open(const struct bench_options *options);
void bench_close(struct bench *bench); /* ends what still runs */

/* ---- what a person does; each waits until the program has handled it */
void bench_press(struct bench *bench, const char *names); /* "Down Down Ctrl-S /", names separated by blanks */
void bench_type(struct bench *bench, const char *text);   /* each character by itself */
void bench_bytes(struct bench *bench, const char *bytes, size_t count);
void bench_text(struct bench *bench, const char *text); /* all in one write, as a burst */
void bench_paste(
	struct bench *bench, const char *text, size_t count); /* with marks, if the program has asked for them */
void bench_resize(struct bench *bench, int rows, int columns);
void bench_resize_unseen(struct bench *bench, int rows, int columns); /* while it is suspended: waits for nothing */
void bench_freeze(struct bench *bench, bool frozen);                  /* the line takes no output, as after Ctrl-S */
/* A stopped program goes on (SIGCONT): answers when it has its modes back and has drawn anew, so no key is lost. */
void bench_continue(struct bench *bench);
void bench_signal(struct bench *bench, int which); /* to the program; waits for nothing */
void bench_go_on(struct bench *bench);             /* types fg in the small shell after a suspend */
void bench_hang_up(struct bench *bench);           /* the line is gone: the terminal's side is closed */

/* ---- sending and waiting apart */
void bench_send(struct bench *bench, const char *bytes, size_t count);
/* Reads nothing of what the program may write meanwhile, so that it may come to wait for that. */
void bench_send_unread(struct bench *bench, const char *bytes, size_t count);
void bench_settle(struct bench *bench);              /* all that was sent has been handled, or the program has ended */
void bench_taken(struct bench *bench);               /* all that was sent has been read, handled or not */
void bench_kept(struct bench *bench, uint64_t kept); /* so many drafts have been put on disk */
void bench_stopped(struct bench *bench);             /* the program is suspended */
int bench_end(struct bench *bench);          /* it has ended: its exit code, or 128 + the signal that ended it */
bool bench_ended(const struct bench *bench); /* nothing more will come from it */
struct termios;
int bench_end_modes(struct bench *bench, struct termios *modes); /* likewise, with the modes it left the line in */
bool bench_quiet(struct bench *bench, int ms);                   /* nothing is sent for so long */

/* ---- what the screen shows */
const char *bench_row(
	struct bench *bench, int row); /* without trailing blanks; valid until the next call for the row */
char *bench_screen(struct bench *bench, struct arena *arena);  /* all rows' text */
char *bench_picture(struct bench *bench, struct arena *arena); /* text, styles and cursor */
int bench_cursor_row(const struct bench *bench);
int bench_cursor_column(const struct bench *bench);
bool bench_cursor_shown(const struct bench *bench);
bool bench_other_screen(const struct bench *bench);    /* the alternate screen is up */
bool bench_has(struct bench *bench, const char *text); /* some row holds it */
/* The picture is the one in tests/golden/NAME.txt; with KANSLI_BLESS=1 it becomes that. Ends the test otherwise. */
void bench_golden(struct bench *bench, const char *name);

/* ---- what it cost */
uint64_t bench_received(const struct bench *bench); /* bytes of screen since it started, marks left out */
uint64_t bench_kept_count(const struct bench *bench);
const char *bench_stream(const struct bench *bench, size_t *bytes); /* all of them */
int bench_terminal(const struct bench *bench);                      /* the terminal's descriptor, for its modes */
long bench_program(const struct bench *bench);                      /* its process */

#endif

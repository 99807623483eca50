/* The real program on the bench, for benchmarks: bare, or under a tool that counts. */
#ifndef KANSLI_TESTS_SPEED_KANSLI_H
#define KANSLI_TESTS_SPEED_KANSLI_H

#include "bench.h"
#include "speed.h"

struct kansli_options {
	const char *office;
	const char *login;          /* --as; NULL: elin */
	int rows, columns;          /* 0: 24 and 80 */
	bool marker;                /* as for slow lines */
	const char *const *wrapper; /* a tool and its arguments, which the program's words follow; NULL: none */
};
/* Its first screen is up when this answers. */
struct bench *kansli_open(const struct kansli_options *options);
void kansli_quit(struct bench *bench); /* by its own key, so that a tool can tell what it has counted */
const char *kansli_program(void);

/* System calls between marks, from strace's log: frame 0 ends with the first mark, frame i with that of the i-th key.
 */
struct traced {
	int calls, writes; /* besides that of the mark */
};
int trace_read(const char *log, struct traced *frames, int most);

/* Runs `measure` as a test of Check's, which the bench needs; answers main()'s exit status. */
int speed_bench(void (*measure)(void));

#endif

/* What the benchmarks share. A row is a measure beside its anchor, taken in the same run, and the goal for their ratio;
 * it is printed as one TAP line. Only what another program on the machine cannot change much is judged, and with
 * twofold slack; the rest is told. A tool that is not installed skips its row and says so. */
#ifndef KANSLI_TESTS_SPEED_H
#define KANSLI_TESTS_SPEED_H

#include <stdbool.h>
#include <stdint.h>

struct speed_row {
	int row;                          /* the goal it belongs to, as printed */
	const char *what, *unit, *beside; /* "a page further down", "instructions", "by hand" */
	double own, anchor;               /* anchor 0: own itself is held against the goal */
	double goal;                      /* at most; for at least see `least` */
	double slack;                     /* how many times the goal still passes; 0: twice; 1: exactly the goal */
	bool least;                       /* the goal is the least wanted */
	bool told;                        /* not judged: the clock of a shared machine */
};
void speed_row(const struct speed_row *row);
void speed_skip(int row, const char *what, const char *why);
/* The TAP plan; answers main()'s exit status. */
int speed_end(void);

/* The middle one of so many; sorts them. */
double speed_median(double *values, int count);
double speed_quantile(double *values, int count, double part);
double speed_now(void); /* seconds from a clock that only goes forward */

/* A tool's path in the system's folders, or NULL. */
const char *speed_tool(const char *name);
/* Runs a program with nothing to read and its output thrown away, or put in `output` when that is not NULL; answers its
 * status. `words` ends with NULL. */
int speed_run(const char *const *words, const char *output);
/* Instructions of a run, by callgrind; of one function and what it calls when `within` is not NULL. -1: no valgrind, or
 * the program failed. */
double speed_instructions(const char *const *words, const char *within);
/* What callgrind wrote in its log. */
double speed_collected(const char *log);

/* A folder of its own beside the build, on the disk the build is on; taken away by speed_end(). */
const char *speed_folder(void);
/* The made-up office of so many applications, seed 1; made when it is first asked for, a minute for 20 000. */
const char *speed_office(int applications);

#endif

/* The only way kansli starts another program. A program gets its words one by one and never through a shell. */
#ifndef KANSLI_BASE_OUTSIDE_H
#define KANSLI_BASE_OUTSIDE_H

#include "buffer.h"
#include <stdbool.h>
#include <sys/types.h>

/* From here on nothing is started: kansli is served to others, and a program would be a door out of it. */
void outside_forbid(void);
bool outside_allowed(void);
/* Lends the terminal: waits until the program has ended. *status is what waitpid() says; a program that cannot be
 * started ends with 127. False when no process could be made. */
bool outside_run(char *const words[], int *status);
/* What the program writes, at most `most` bytes; it reads nothing and its errors are not shown. False, with `out` as it
 * was, when it is not installed, ends with an error, takes more than half a minute of the machine or writes more. */
bool outside_capture(char *const words[], size_t most, struct buffer *out);
/* The same of a program that reads what it is given. */
bool outside_filter(char *const words[], const char *given, size_t bytes, size_t most, struct buffer *out);

/* A program at work by itself. It reads what it was given and nothing else; what it writes is read from `from`, where
 * the reader may also wait. Its errors are not shown. */
struct outside {
	pid_t program;
	int from;
};
bool outside_begin(char *const words[], const char *given, size_t bytes, struct outside *out);
/* Waits for its end; with `at_once` it is ended first. True when it ended well by itself. */
bool outside_end(struct outside *outside, bool at_once);

#endif

/* The only way kansli starts another program. A program gets its words one by one and never through a shell. */
#ifndef KANSLI_BASE_OUTSIDE_H
#define KANSLI_BASE_OUTSIDE_H

#include "buffer.h"
#include <stdbool.h>

/* Lends the terminal: waits until the program has ended. *status is what waitpid() says; a program that cannot be
 * started ends with 127. False when no process could be made. */
bool outside_run(char *const words[], int *status);
/* What the program writes, at most `most` bytes; it reads nothing and its errors are not shown. False, with `out` as it
 * was, when it is not installed, ends with an error, takes more than half a minute of the machine or writes more. */
bool outside_capture(char *const words[], size_t most, struct buffer *out);

#endif

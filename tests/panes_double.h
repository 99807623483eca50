/* The detail and the scoring sheet played by a pane that only remembers what it was opened with. */
#ifndef KANSLI_TESTS_PANES_DOUBLE_H
#define KANSLI_TESTS_PANES_DOUBLE_H

#include <stdint.h>

extern int64_t double_opened; /* the thing the last of them was opened with */

#endif

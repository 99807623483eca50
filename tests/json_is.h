/* Is it JSON? For the tests of what programs are given. */
#ifndef KANSLI_TESTS_JSON_IS_H
#define KANSLI_TESTS_JSON_IS_H

#include <stdbool.h>

/* One whole value of RFC 8259 and nothing after it but blanks; no deeper than 64. */
bool json_is(const char *text);

#endif

/* Words to options and arguments, for cli.c only. */
#ifndef KANSLI_CLI_PARSE_H
#define KANSLI_CLI_PARSE_H

#include "cli.h"

/* Fills verb, form, arguments and values. ERROR_INVALID says what to write instead. */
bool shell_parse(struct shell *shell, int argc, char **argv, struct error *err);

#endif

/* The forms of `kansli clock` that send something, and what the verb's files share. */
#ifndef KANSLI_CLI_CLOCK_SEND_H
#define KANSLI_CLI_CLOCK_SEND_H

#include "cli.h"

extern const struct option_row clock_ask_options[], clock_send_options[], clock_as_is_options[];
bool clock_send_run(struct shell *shell, struct error *err);
bool clock_as_is_run(struct shell *shell, struct error *err);
/* --kind as a code, by code or by name in either language; NULL stays when it is not given. */
bool clock_kind_option(struct shell *shell, const char **kind, struct error *err);

#endif

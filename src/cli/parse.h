/* What typed words mean, shared by the files of this room. */
#ifndef KANSLI_CLI_PARSE_H
#define KANSLI_CLI_PARSE_H

#include "casework/decision.h"
#include "casework/programme.h"
#include "cli.h"

/* Fills verb, form, arguments and values. ERROR_INVALID says what to write instead. */
bool shell_parse(struct shell *shell, int argc, char **argv, struct error *err);
/* Opens the office unless one is open, runs the form, and closes what it opened. */
bool shell_run_form(struct shell *shell, struct error *err);
/* "2027-01-15=12,2 mnkr;Halland;condition": day, amount and, if there are, recipient and condition. */
bool instalment_read(struct shell *shell, const struct programme *programme, const char *value,
	struct decision_instalment *out, struct error *err);

#endif

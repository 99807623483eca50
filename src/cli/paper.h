/* Papers through the shell. */
#ifndef KANSLI_CLI_PAPER_H
#define KANSLI_CLI_PAPER_H

#include "cli.h"
#include "csv/paper.h"

/* Ends the paper and delivers it as asked for: text, --json, --csv or --plain. */
bool shell_paper(struct shell *shell, struct paper *paper, struct error *err);

#endif

/* Runs that several verbs share: export writes what list, rank, pay and budget show. */
#ifndef KANSLI_CLI_RUNS_H
#define KANSLI_CLI_RUNS_H

#include "cli.h"

bool list_run(struct shell *shell, struct error *err);
bool rank_show_run(struct shell *shell, struct error *err);
bool rank_robust_run(struct shell *shell, struct error *err);
bool rank_optimum_run(struct shell *shell, struct error *err);
bool pay_list_run(struct shell *shell, struct error *err);
bool budget_show_run(struct shell *shell, struct error *err);

#endif

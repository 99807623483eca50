/* Runs that several verbs share: export writes what list, rank, pay and budget show, and whole cases. */
#ifndef KANSLI_CLI_RUNS_H
#define KANSLI_CLI_RUNS_H

#include "cli.h"

bool list_run(struct shell *shell, struct error *err);
bool rank_show_run(struct shell *shell, struct error *err);
bool rank_compare_run(struct shell *shell, struct error *err);
bool rank_robust_run(struct shell *shell, struct error *err);
bool rank_kept_run(struct shell *shell, struct error *err);
bool rank_record_run(struct shell *shell, struct error *err);
bool rank_optimum_run(struct shell *shell, struct error *err);
bool rank_skip_run(struct shell *shell, struct error *err);
bool rank_unskip_run(struct shell *shell, struct error *err);
bool rank_least_run(struct shell *shell, struct error *err);
bool rank_save_run(struct shell *shell, struct error *err);
bool rank_list_run(struct shell *shell, struct error *err);
bool rank_try_run(struct shell *shell, struct error *err);
bool rank_equal_run(struct shell *shell, struct error *err);
bool rank_equal_add_run(struct shell *shell, struct error *err);
bool rank_equal_end_run(struct shell *shell, struct error *err);
/* The measure named first and its round. */
bool rank_about(struct shell *shell, int64_t *round, int64_t *measure, struct error *err);
/* Where the line now stands, said on stderr. */
void rank_tell(struct shell *shell, int64_t round);
bool score_progress_run(struct shell *shell, struct error *err);
bool score_again_run(struct shell *shell, struct error *err);
bool score_agree_run(struct shell *shell, struct error *err);
bool score_differ_run(struct shell *shell, struct error *err);
struct score_change;
/* --set, --span, --reason and --abstain; at most SHELL_VALUES changes. */
bool score_changes_read(
	struct shell *shell, int64_t measure, struct score_change *changes, int *count, struct error *err);
bool pay_list_run(struct shell *shell, struct error *err);
bool budget_show_run(struct shell *shell, struct error *err);
/* Is a whole case among the files of an import? Then it is taken in by import_case_run. */
bool import_is_case(const struct shell *shell);
bool import_case_run(struct shell *shell, struct error *err);
bool export_case_run(struct shell *shell, struct error *err);
/* Where the files of a case's papers are, beside its JSON: "12.json" has "12.files". In the shell's arena. */
const char *shell_case_folder(struct shell *shell, const char *path);

/* Argument nth as a version of the criteria. */
bool criteria_number(struct shell *shell, int nth, int64_t *out, struct error *err);
bool criteria_draft_run(struct shell *shell, struct error *err);
bool criterion_set_run(struct shell *shell, struct error *err);
bool criterion_add_run(struct shell *shell, struct error *err);
bool criterion_remove_run(struct shell *shell, struct error *err);
bool criteria_drop_run(struct shell *shell, struct error *err);
bool criteria_adopt_run(struct shell *shell, struct error *err);
bool criteria_use_run(struct shell *shell, struct error *err);

#endif

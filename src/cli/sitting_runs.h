/* What the files of kansli sitting share. */
#ifndef KANSLI_CLI_SITTING_RUNS_H
#define KANSLI_CLI_SITTING_RUNS_H

#include "casework/sitting.h"
#include "cli.h"

/* The sitting of argument 0, by number or day; the person of a login or the beginning of a name. */
bool sitting_of(struct shell *shell, int64_t *id, struct error *err);
bool sitting_person_of(struct shell *shell, const char *wanted, int64_t *id, struct error *err);
/* Argument 1: "3" on the agenda, or "§14". The sitting is loaded and to be done with. */
bool sitting_item_of(struct shell *shell, struct sitting *sitting, const struct sitting_item **item, struct error *err);
/* --text, --by and the like that must be given. */
bool sitting_option_needed(struct shell *shell, const char *name, const char **out, struct error *err);

/* sitting_show.c */
bool sitting_list_run(struct shell *shell, struct error *err);
bool sitting_show_run(struct shell *shell, struct error *err);
/* sitting_course.c: at the sitting */
bool sitting_start_run(struct shell *shell, struct error *err);
bool sitting_present_run(struct shell *shell, struct error *err);
bool sitting_take_run(struct shell *shell, struct error *err);
bool sitting_motion_run(struct shell *shell, struct error *err);
bool sitting_vote_run(struct shell *shell, struct error *err);
bool sitting_reserve_run(struct shell *shell, struct error *err);
bool sitting_void_run(struct shell *shell, struct error *err);
bool sitting_ruling_run(struct shell *shell, struct error *err);
bool sitting_outcome_run(struct shell *shell, struct error *err);
bool sitting_resume_run(struct shell *shell, struct error *err);
bool sitting_close_run(struct shell *shell, struct error *err);
bool sitting_adjuster_run(struct shell *shell, struct error *err);
bool sitting_adjust_run(struct shell *shell, struct error *err);

#endif

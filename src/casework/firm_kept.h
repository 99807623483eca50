/* How firm a ranking was when somebody kept it for the meeting: figures, method, seed and what they were calculated on.
 * Never changed; a later one is kept beside it.
 *
 * What is kept is what the actor may see: measures hidden from the actor are not in it. Only who sees the points of
 * every measure in it is told that it is there. */
#ifndef KANSLI_CASEWORK_FIRM_KEPT_H
#define KANSLI_CASEWORK_FIRM_KEPT_H

#include "firm_answer.h"

struct kept_row {
	int64_t measure;
	int year, application_n, n;
	const char *lead_short, *title;
	int inside, best, worst, low, high;    /* as in struct robust_share */
	int core;                              /* selections that hold it; -1: not chosen among */
	int without_best, without_worst, lost; /* as in struct without_measure */
	const char *favour;                    /* "K1 31, K2 8 …" */
};
struct kept {
	int64_t id;
	int n, proposal_n, year; /* proposal_n 0: none was made; year 0: all */
	const char *method;
	int method_version;
	enum weighting_rule rule;
	int64_t seed, criteria_version;
	int draws, tried, portfolios;
	const char *input, *made_by, *made_at;
	bool holds;            /* what it rests on is what the actor sees today */
	struct kept_row *rows; /* by number */
	int row_count;
};
struct kept_list {
	struct arena arena;
	struct kept *items; /* newest first */
	int count;
};

/* RIGHT_FIRM_KEEP. The firm is what the answer was calculated on: refused when that is no longer what the file says
 * (ERROR_CONFLICT), and when the same is kept already. *id gets
 * the firmness. */
bool firm_keep(struct casework *cw, const struct operation *op, const struct firm *firm,
	const struct firm_answer *answer, int64_t *id, struct error *err);
/* Those of the round the actor may see, with their rows. RIGHT_SEE. */
bool kept_list_load(struct casework *cw, int64_t round, struct kept_list *out, struct error *err);
void kept_list_done(struct kept_list *list);
/* "K1 31, K2 8 …": parts of a whole as per cent. In the arena. */
const char *weights_text(struct arena *arena, const struct firm *firm, const int parts[WEIGHTING_CRITERIA]);

#endif

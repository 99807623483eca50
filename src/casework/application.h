/* Applications (4, 8, 9 §§), their participants, and what the list shows of them. */
#ifndef KANSLI_CASEWORK_APPLICATION_H
#define KANSLI_CASEWORK_APPLICATION_H

#include "access.h"
#include "state.h"

struct bar;

/* One row of the list: values and counts, from which status, deadline and flags are worked out in C. */
struct application_row {
	int64_t id, version, round, officer; /* officer: person id or 0 */
	int64_t gate_version;                /* of its round */
	int year, n, participants, measures; /* live measures */
	const char *lead, *lead_short, *title, *own_number, *round_name, *officer_name, *arrived_on;
	int64_t sought_ore, cost_ore;     /* sums of the live measures whose amount is known */
	int sought_unknown, cost_unknown; /* how many live measures have an unknown amount */
	const char *ruling, *part_ruling; /* kind of the ruling on all of it, and of the last on a measure; NULL */
	struct state_facts facts;
	enum state state;
	day due;              /* nearest deadline, DAY_NONE */
	enum mover due_mover; /* whose move it is then */
	bool late;            /* arrived after the round closed */
	unsigned relation; /* of the actor: RELATION_ASSIGNED when an assessor of a measure here, RELATION_BARRED, … */
	const struct bar *bar; /* why the actor takes no part, see bar.h; NULL: takes part */
	const char *gates; /* each control point's worst answer, " g1=yes g12=no "; for filters only, NULL elsewhere */
};
struct application_list {
	struct arena arena;
	struct application_row *items;
	int count;
};

/* What is asked for. Zeroed: everything, newest number first. */
struct application_query {
	int64_t round;      /* 0: all rounds */
	const char *filter; /* search.h's language; NULL or "": none */
	const char *sort;   /* NULL, or a column key with an optional leading '-': "sought", "-due", "applicant" … */
};
/* The ids that match, in order: cheap without filter and sort (one covering index), else over compact rows in C. */
struct application_index {
	int64_t *ids;
	int count;
};
bool application_index_load(struct casework *cw, const struct application_query *query, struct application_index *out,
	struct error *err); /* a wrong filter: ERROR_INVALID pointing at the place */
void application_index_done(struct application_index *index);
/* Rows for exactly these ids, in this order; ids that are gone are left out. */
bool application_rows_load(
	struct casework *cw, const int64_t *ids, int count, struct application_list *out, struct error *err);
/* Both in one, for the shell and exports. */
bool application_list_load(
	struct casework *cw, const struct application_query *query, struct application_list *out, struct error *err);
void application_list_done(struct application_list *list);

struct participant {
	int64_t id, version;
	const char *region, *region_short, *region_name, *own_number, *paper, *paper_on, *paper_body, *certified_on;
	const char *body_kind, *section, *number; /* of the decision: word 'body', § of the minutes */
	const char *certified_name, *certified_title, *contribution; /* "" or NULL where nothing is said */
	const char *document, *certified_document;                   /* numbers of documents here, "3"; NULL */
	bool lead;
};
/* A minuted decision and a certificate are both in: a proposal, or a paper that says the matter was handled, is not a
 * decision. */
bool participant_is_complete(const struct participant *participant);
int participants_complete(const struct participant *participants, int count);
/* The whole application as the detail shows it; measures, notes, gates, events have loads of their own. */
struct application {
	struct arena arena;
	struct application_row row;
	const char *arrived_time, *way, *summary, *economy, *needs, *scope, *sources, *registered_at, *registered_by,
		*assigned_on, *withdrawn_on, *withdrawn_why, *lead_name;
	int invented;
	struct participant *participants; /* the lead first, then Swedish order */
	int participant_count;
	char number[24];  /* "EFF 12-2026" */
	char shorter[16]; /* "12", or "12-2026" while several years are open */
};
bool application_load(struct casework *cw, int64_t id, struct application *out, struct error *err);
void application_done(struct application *application);

/* "12", "12-2026", "EFF 12-2026", or an applicant's own number with or without separators. ERROR_MISSING; an
 * ambiguous one is ERROR_INVALID naming the candidates. */
bool application_find(struct casework *cw, const char *wanted, int64_t *id, struct error *err);
/* "12.3" or "12-2026.3": a measure. A bare application with one live measure is that measure. */
bool measure_find(struct casework *cw, const char *wanted, int64_t *id, struct error *err);
/* The number as shown: "12", or "12-2026" while applications of several years are there. */
bool application_number_short(struct casework *cw, int year, int n, char out[16], struct error *err);
bool application_years(struct casework *cw, int *years, struct error *err); /* how many years have applications */

struct application_change {
	const char *round;                                                /* name */
	const char *lead;                                                 /* region code */
	const char *title, *own_number, *arrived_on, *arrived_time, *way; /* arrived_time may be NULL */
	const char *summary, *economy, *needs, *scope, *sources;          /* "" when there is none */
	int invented;
};
/* Gives the number: the next n of the arrival's year. `participants` are region codes; the lead is always one.
 * ERROR_INVALID: a field is missing or wrong (named), or the same applicant has registered the same own number. */
bool application_register(struct casework *cw, const struct operation *op, const struct application_change *change,
	const char *const *participants, int participant_count, int64_t *id, struct error *err);
bool application_change(struct casework *cw, const struct operation *op, int64_t application,
	const struct application_change *change, struct error *err); /* the round may change until assessed */
/* officer 0 takes the case from everyone. The officer must hold the role today. */
bool application_assign(
	struct casework *cw, const struct operation *op, int64_t application, int64_t officer, struct error *err);
/* The applicant takes it back, wholly (measure_withdraw: one measure). Refused when a measure is decided. */
bool application_withdraw(struct casework *cw, const struct operation *op, int64_t application, const char *on,
	const char *why, struct error *err);

struct participant_change {
	const char *region, *own_number, *paper, *paper_on, *paper_body, *certified_on; /* NULL where unknown */
	const char *body_kind, *section, *number, *certified_name, *certified_title, *contribution; /* NULL: not said */
	const char *document, *certified_document; /* numbers of documents of the application, "3" */
};
/* What the participant has said, as the beginning of a change; its texts are borrowed. */
struct participant_change participant_as_is(const struct participant *participant);
/* Adds the regions, codes, that do not take part yet, all or none; *added (may be NULL) says how many those were.
 * ERROR_INVALID: none of them is new. */
bool participants_join(struct casework *cw, const struct operation *op, int64_t application, const char *const *regions,
	int count, int *added, struct error *err);
/* Adds the region as participant, or changes its papers. */
bool participant_put(struct casework *cw, const struct operation *op, int64_t application,
	const struct participant_change *change, struct error *err);

#endif

/* Reports on a grant (14 § 5–6, 15 §): what is due, reminders, what came in, what it says, and how it was ruled on. The
 * tables are called report_…; the noun here is `reporting`, for csv/report.h's report is a table to be written out.
 * A report is known by its measure and number, "12.3 1"; another day keeps the number. What follows from a late or
 * lacking report, and what becomes of unused money, is never decided here. */
#ifndef KANSLI_CASEWORK_REPORTING_H
#define KANSLI_CASEWORK_REPORTING_H

#include "access.h"
#include "state.h"

enum reporting_state {
	REPORTING_DUE,       /* ska redovisas: nothing has come in */
	REPORTING_RECEIVED,  /* inkommen: waits for a ruling */
	REPORTING_SENT_BACK, /* återsänd för komplettering */
	REPORTING_APPROVED,
	REPORTING_DROPPED,  /* a later decision says that it is not due */
	REPORTING_REPLACED, /* a row of the history: another day was given */
	REPORTING_STATES
};
struct reporting {
	int64_t id, version, measure, application, round, decision;
	int64_t report, report_version; /* the newest that came in; 0: none */
	unsigned relation;              /* the actor's to the case: RELATION_BARRED, RELATION_CLOSED */
	int year, application_n, measure_n, n;
	int report_n, document_n; /* of the newest that came in; document_n 0: without a paper */
	int decision_n, reminders,
		waiting;        /* waiting: instalments whose condition names this kind of report, not met */
	const char *kind;       /* "partial", "final" */
	const char *planned_on; /* the day the decision gives */
	const char *due_on;     /* the day that counts now: again_on when it was sent back */
	const char *why, *title, *lead_short, *received_on, *outcome_on, *reason, *reminded_on, *decided_on,
		*dropped_on;
	enum reporting_state state;
	enum mover mover; /* whose move it is */
	bool late;        /* the day has passed and nothing has come in since */
};
const char *reporting_state_code(enum reporting_state state); /* "sent_back" */
const char *reporting_state_word(enum reporting_state state); /* in the language chosen */
/* The state as lists show it: "late" where the day has passed. */
const char *reporting_word(const struct reporting *reporting);
const char *reporting_kind_word(const char *kind); /* "delredovisning" */

/* Does the condition of an instalment name this kind of report? By the words of kind 'report', in either language. */
bool reporting_condition_names(const struct programme *programme, const char *condition, const char *kind);

struct reporting_query {
	int64_t round, application, measure, id; /* 0: all */
	const char *state;                       /* a code, or "late"; NULL: all but replaced and dropped ones */
	bool history;                            /* replaced and dropped ones too */
};
struct reporting_list {
	struct arena arena;
	struct reporting *items;   /* by the day that counts, then case, measure and number */
	int count, late, received; /* received: they wait for a ruling */
};
/* RIGHT_SEE. */
bool reporting_list_load(
	struct casework *cw, const struct reporting_query *query, struct reporting_list *out, struct error *err);
void reporting_list_done(struct reporting_list *list);
/* "12.3 1". ERROR_MISSING: the measure has no such report. */
bool reporting_find(struct casework *cw, int64_t measure, int n, int64_t *id, struct error *err);

/* ---- one report, with all that stands beside it */
struct reporting_take { /* one that came in */
	int64_t id, version, total_cost_ore;
	int n, document_n;
	const char *received_on, *progress, *carried_out, *outcome, *outcome_on, *outcome_by, *reason, *again_on,
		*recorded_by, *recorded_at;
};
struct reporting_region {
	const char *region, *short_name, *effects;
	int64_t share_ore;            /* of what is granted; MONEY_UNKNOWN: no shares are written */
	int64_t used_ore, unused_ore; /* MONEY_UNKNOWN: not told */
	bool told, left;              /* left: it has left the joint measure */
};
struct reporting_effect {
	int64_t indicator;
	int n; /* the indicator's */
	const char *name, *unit, *baseline, *baseline_on, *target, *target_on, *method;
	const char *region, *short_name;           /* "" : the measure as a whole */
	const char *achieved, *achieved_on, *note; /* achieved NULL: not told */
};
struct reporting_reminder {
	const char *sent_on, *way, *recipient;
	int document_n;
};
struct reporting_condition { /* an instalment that waits for this kind of report */
	int64_t instalment, version, ore;
	int n;
	const char *due_on, *condition, *condition_met_on;
};
struct reporting_sheet {
	struct arena arena;
	struct reporting due;
	const char *effect, *constant, *from_on, *to_on; /* effect: code of the measure's effect type */
	int64_t cost_ore, granted_ore, paid_ore;         /* cost_ore: as estimated (9 § 3), MONEY_UNKNOWN when it is */
	struct reporting_take *takes;                    /* oldest first */
	int take_count, shown;            /* which take regions and effects are of; -1: none has come in */
	struct reporting_region *regions; /* the lead first, then Swedish order */
	int region_count, regions_told;
	struct reporting_effect *effects; /* by indicator; of the whole measure first, then of regions */
	int effect_count;
	struct reporting_reminder *reminders;
	int reminder_count;
	struct reporting_condition *conditions;
	int condition_count;
	struct reporting *history; /* the same number's earlier days */
	int history_count;
	int64_t used_ore, unused_ore; /* summed over regions that have told */
};
/* n: which of those that came in; 0: the newest. RIGHT_SEE. */
bool reporting_sheet_load(struct casework *cw, int64_t due, int n, struct reporting_sheet *out, struct error *err);
void reporting_sheet_done(struct reporting_sheet *sheet);
/* What is worth a look before a ruling, in the language chosen, in the sheet's arena: a report that lacks what 15 §
 * asks for, regions that have not told, sums that differ. NULL: nothing. */
const char *reporting_remarks(struct reporting_sheet *sheet);

/* ---- changes; `due` is the row that stands, op->if_version its version, or the report's where one has come in */
struct reporting_due_change {
	const char *kind, *due_on, *why; /* why it is due though no decision row says so, or the decision's words */
};
/* By hand: a further partial report, or a final one where none is due. RIGHT_REPORT_PUT. */
bool reporting_due_add(struct casework *cw, const struct operation *op, int64_t measure,
	const struct reporting_due_change *change, int64_t *id, struct error *err);
struct reporting_reminding {
	const char *sent_on, *way; /* word 'arrival' */
	const char *region;        /* NULL: the lead */
	bool all;                  /* to each that takes part */
	bool paper;                /* registered as a paper that went out, one for each receiver */
	int document_n;            /* of the register already; 0: none */
};
bool reporting_remind(struct casework *cw, const struct operation *op, int64_t due,
	const struct reporting_reminding *reminding, struct error *err);
struct reporting_arrival {
	const char *received_on; /* NULL: the document's day */
	int document_n;          /* in the case's register; 0: without */
};
/* A report that came in; after one was sent back, the next. ERROR_INVALID while one waits for its ruling. */
bool reporting_receive(struct casework *cw, const struct operation *op, int64_t due,
	const struct reporting_arrival *arrival, struct error *err);
struct reporting_content {
	const char *progress, *carried_out; /* NULL: as it is */
	bool set_cost;
	int64_t total_cost_ore; /* MONEY_UNKNOWN: not told */
};
bool reporting_content_put(struct casework *cw, const struct operation *op, int64_t due,
	const struct reporting_content *content, struct error *err);
struct reporting_told {
	const char *region, *effects; /* effects NULL: as it is */
	bool set_used, set_unused;    /* used without unused: unused is what is left of the region's share */
	int64_t used_ore, unused_ore;
};
bool reporting_region_put(struct casework *cw, const struct operation *op, int64_t due,
	const struct reporting_told *told, struct error *err);
struct reporting_achieved {
	int indicator;                             /* its number */
	const char *region;                        /* NULL: the measure as a whole */
	const char *achieved, *achieved_on, *note; /* achieved "": taken away */
};
bool reporting_effect_put(struct casework *cw, const struct operation *op, int64_t due,
	const struct reporting_achieved *achieved, struct error *err);
struct reporting_ruling {
	const char *on, *reason, *again_on; /* again_on: only when it is sent back */
};
/* A partial report must tell how the measure goes, a final one what was carried out and at what total cost (15 §).
 * RIGHT_REPORT_RULE. */
bool reporting_approve(struct casework *cw, const struct operation *op, int64_t due,
	const struct reporting_ruling *ruling, struct error *err);
bool reporting_send_back(struct casework *cw, const struct operation *op, int64_t due,
	const struct reporting_ruling *ruling, struct error *err);

#endif

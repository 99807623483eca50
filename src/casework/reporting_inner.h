/* What the files about reports share, for the casework room only. */
#ifndef KANSLI_CASEWORK_REPORTING_INNER_H
#define KANSLI_CASEWORK_REPORTING_INNER_H

#include "change.h"
#include "decision_inner.h"
#include "field.h"
#include "reporting.h"

/* Inside the recording of a decision: the reports its points 5 and 6 say. Those of the decision it replaces get the new
 * day or are dropped; approved ones stay. */
bool reporting_plan(struct change *change, const struct decision_case *about, const struct decision_draft *draft,
	int64_t decision, struct error *err);

/* ---- a report as it stands when a change begins: reporting.c */
struct reporting_standing {
	int64_t id, version, measure, application, report, report_version, total_cost_ore;
	int n, report_n;
	const char *number; /* "12.3 1" */
	const char *kind, *due_on, *decided_on, *dropped_on, *received_on, *progress, *carried_out, *outcome,
		*outcome_on, *lead, *title;
	bool replaced;
};
/* May it, is the due there and standing, and at the version seen. */
bool reporting_begin(
	struct change *change, enum right right, int64_t due, struct reporting_standing *out, struct error *err);
/* The same, and one has come in that is not ruled on. */
bool reporting_open(
	struct change *change, enum right right, int64_t due, struct reporting_standing *out, struct error *err);
/* Takes part in the measure, or is the lead. */
bool reporting_region_takes_part(
	struct change *change, const struct reporting_standing *standing, const char *region, struct error *err);

/* A paper of the case's register by its number; ERROR_MISSING. */
struct reporting_paper {
	int64_t id; /* 0: none */
	const char *on_day, *direction;
};
bool reporting_document(
	struct change *change, int64_t application, int n, struct reporting_paper *out, struct error *err);

/* ---- reporting_told.c: shares of what is granted; the first is pure */
/* granted · shares[i] / Σ shares in whole öre; what is left over goes one öre each to the first that have a share. All
 * MONEY_UNKNOWN when the shares sum to nothing. */
void reporting_shares(int64_t granted_ore, const int64_t *shares, int count, int64_t *out);
/* Those who take part, the lead first, with their share and what they have told in the report (0: nothing yet). */
bool reporting_regions_load(struct casework *cw, int64_t measure, int64_t report, int64_t granted_ore,
	struct arena *arena, struct reporting_region **out, int *count, struct error *err);

/* ---- reporting_list.c: all rows a query names, whatever their state. */
bool reporting_rows_load(struct casework *cw, const struct reporting_query *query, struct arena *arena,
	struct reporting **out, int *count, struct error *err);

/* ---- reporting_sheet.c: what the measure promises, costs and has got. */
struct reporting_money {
	int64_t cost_ore, granted_ore, paid_ore; /* cost_ore MONEY_UNKNOWN: a part of it is unknown, or all */
	const char *effect, *constant, *from_on, *to_on;
};
bool reporting_money_load(
	struct casework *cw, int64_t measure, struct arena *arena, struct reporting_money *out, struct error *err);

#endif

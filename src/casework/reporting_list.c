/* Reports as they are read, with the state that follows from the facts. Invariant: a state is never kept, and what
 * follows when a day has passed is for a person to say. */
#include "casework/bar.h"
#include "casework/grow.h"
#include "casework/reporting_inner.h"

#include "base/words.h"

static const struct {
	const char *code, *word;
} states[REPORTING_STATES] = {
	[REPORTING_DUE] = {"due", N_("to be reported")},
	[REPORTING_RECEIVED] = {"received", N_("received")},
	[REPORTING_SENT_BACK] = {"sent_back", N_("sent back")},
	[REPORTING_APPROVED] = {"approved", N_("approved")},
	[REPORTING_DROPPED] = {"dropped", N_("no longer due")},
	[REPORTING_REPLACED] = {"replaced", N_("earlier day")},
};

const char *reporting_state_code(enum reporting_state state)
{
	return states[state].code;
}

const char *reporting_state_word(enum reporting_state state)
{
	return _(states[state].word);
}

const char *reporting_word(const struct reporting *reporting)
{
	return reporting->late ? _("day passed") : _(states[reporting->state].word);
}

const char *reporting_kind_word(const char *kind)
{
	return !strcmp(kind, "final") ? _("final report") : _("partial report");
}

static enum reporting_state state_of_row(bool replaced, const char *dropped_on, int64_t report, const char *outcome)
{
	if (replaced)
		return REPORTING_REPLACED;
	if (report && outcome && !strcmp(outcome, "approved"))
		return REPORTING_APPROVED;
	if (dropped_on)
		return REPORTING_DROPPED;
	if (!report)
		return REPORTING_DUE;
	return outcome ? REPORTING_SENT_BACK : REPORTING_RECEIVED;
}

static enum mover mover_of(enum reporting_state state)
{
	switch (state) {
	case REPORTING_DUE:
	case REPORTING_SENT_BACK: return MOVER_APPLICANT;
	case REPORTING_RECEIVED: return MOVER_US;
	case REPORTING_APPROVED:
	case REPORTING_DROPPED:
	case REPORTING_REPLACED:
	case REPORTING_STATES: break;
	}
	return MOVER_NOBODY;
}

static void numbers_read(struct rows *rows, struct reporting *row)
{
	row->id = rows_number(rows, "id");
	row->version = rows_number(rows, "version");
	row->measure = rows_number(rows, "measure");
	row->application = rows_number(rows, "application");
	row->round = rows_number(rows, "round");
	row->decision = rows_number(rows, "decision");
	row->decision_n = (int)rows_number(rows, "decision_n");
	row->year = (int)rows_number(rows, "year");
	row->application_n = (int)rows_number(rows, "application_n");
	row->measure_n = (int)rows_number(rows, "measure_n");
	row->n = (int)rows_number(rows, "n");
	row->reminders = (int)rows_number(rows, "reminders");
	row->report = rows_number_or(rows, "report", 0);
	row->report_version = rows_number_or(rows, "report_version", 0);
	row->report_n = (int)rows_number_or(rows, "report_n", 0);
	row->document_n = (int)rows_number_or(rows, "document_n", 0);
	row->relation = rows_bool(rows, "closed") ? RELATION_CLOSED : RELATION_NONE;
}

static void row_read(struct rows *rows, struct arena *arena, day today, struct reporting *row)
{
	const char *outcome, *again_on;

	numbers_read(rows, row);
	row->decided_on = rows_text(rows, "decided_on", arena);
	row->kind = rows_text(rows, "kind", arena);
	row->planned_on = rows_text(rows, "planned_on", arena);
	row->why = rows_text(rows, "why", arena);
	row->title = rows_text(rows, "title", arena);
	row->lead_short = rows_text(rows, "lead_short", arena);
	row->dropped_on = rows_text(rows, "dropped_on", arena);
	row->reminded_on = rows_text(rows, "reminded_on", arena);
	row->received_on = rows_text(rows, "received_on", arena);
	row->outcome_on = rows_text(rows, "outcome_on", arena);
	row->reason = rows_text(rows, "reason", arena);
	outcome = rows_text(rows, "outcome", arena);
	again_on = rows_text(rows, "again_on", arena);
	row->state = state_of_row(rows_bool(rows, "replaced"), row->dropped_on, row->report, outcome);
	row->due_on = row->planned_on;
	if (row->state == REPORTING_SENT_BACK && again_on && strcmp(again_on, row->planned_on) > 0)
		row->due_on = again_on;
	row->mover = mover_of(row->state);
	row->late = row->mover == MOVER_APPLICANT && day_read(row->due_on) < today;
}

/* Instalments that wait, counted beside the reports they wait for. */
static bool waiting_count(struct casework *cw, int64_t measure, struct reporting *items, int count, struct arena *arena,
	struct error *err)
{
	struct programme programme;
	struct rows rows;

	if (!count)
		return true;
	if (!programme_load(cw, &programme, err))
		return false;
	if (!store_ask(casework_store(cw), SQL_REPORTING_WAITING, BINDS(BIND("measure", measure)), &rows, err)) {
		programme_done(&programme);
		return false;
	}
	while (rows_next(&rows)) {
		int64_t of = rows_number(&rows, "measure");
		const char *condition = rows_text(&rows, "condition", arena);

		for (int i = 0; i < count; i++)
			if (items[i].measure == of && items[i].state != REPORTING_DROPPED &&
				items[i].state != REPORTING_REPLACED)
				items[i].waiting += reporting_condition_names(&programme, condition, items[i].kind);
	}
	programme_done(&programme);
	return rows_done(&rows, err);
}

bool reporting_rows_load(struct casework *cw, const struct reporting_query *query, struct arena *arena,
	struct reporting **out, int *count, struct error *err)
{
	struct reporting *items = NULL;
	day today = casework_today(cw);
	struct bars bars;
	struct rows rows;
	int found = 0;

	if (!bars_load(cw, arena, &bars, err) ||
		!store_ask(casework_store(cw), SQL_REPORTING_LIST,
			BINDS(BIND("id", query->id), BIND("measure", query->measure),
				BIND("application", query->application), BIND("round", query->round)),
			&rows, err))
		return false;
	while (rows_next(&rows)) {
		GROW(arena, items, found);
		items[found] = (struct reporting){0};
		row_read(&rows, arena, today, &items[found]);
		items[found].relation |= bars_relation(&bars, items[found].application, items[found].round);
		found++;
	}
	*out = items;
	*count = found;
	return rows_done(&rows, err) && waiting_count(cw, query->measure, items, found, arena, err);
}

/* ---- the list */

static bool state_wanted(const char *code, bool *late, enum reporting_state *out, struct error *err)
{
	*late = code && !strcmp(code, "late");
	*out = REPORTING_STATES;
	if (!code || !code[0] || *late)
		return true;
	for (int i = 0; i < REPORTING_STATES; i++)
		if (!strcmp(code, states[i].code))
			*out = (enum reporting_state)i;
	return *out != REPORTING_STATES ||
	       refuse(err, ERROR_INVALID,
		       _("There is no state '%s' of a report. Choose due, late, received, sent_back, approved, dropped "
			 "or replaced."),
		       code);
}

static bool row_wanted(
	const struct reporting_query *query, bool late, enum reporting_state wanted, const struct reporting *row)
{
	if (late)
		return row->late;
	if (wanted != REPORTING_STATES)
		return row->state == wanted;
	return query->history || (row->state != REPORTING_DROPPED && row->state != REPORTING_REPLACED);
}

static int day_order(const void *one, const void *other)
{
	const struct reporting *a = one, *b = other;
	int days = strcmp(a->due_on, b->due_on);

	if (days)
		return days;
	if (a->year != b->year || a->application_n != b->application_n)
		return a->year != b->year ? a->year - b->year : a->application_n - b->application_n;
	if (a->measure_n != b->measure_n)
		return a->measure_n - b->measure_n;
	return a->n != b->n ? a->n - b->n : (a->id > b->id) - (a->id < b->id);
}

static void list_settle(
	const struct reporting_query *query, bool late, enum reporting_state wanted, struct reporting_list *list)
{
	int kept = 0;

	for (int i = 0; i < list->count; i++)
		if (row_wanted(query, late, wanted, &list->items[i]))
			list->items[kept++] = list->items[i];
	list->count = kept;
	if (kept)
		qsort(list->items, (size_t)kept, sizeof(*list->items), day_order);
	for (int i = 0; i < kept; i++) {
		list->late += list->items[i].late;
		list->received += list->items[i].state == REPORTING_RECEIVED;
	}
}

bool reporting_list_load(
	struct casework *cw, const struct reporting_query *query, struct reporting_list *out, struct error *err)
{
	struct reporting_list list = {0};
	enum reporting_state wanted;
	bool late;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) || !state_wanted(query->state, &late, &wanted, err))
		return false;
	arena_init(&list.arena);
	if (!reporting_rows_load(cw, query, &list.arena, &list.items, &list.count, err)) {
		arena_done(&list.arena);
		return false;
	}
	list_settle(query, late, wanted, &list);
	*out = list;
	return true;
}

void reporting_list_done(struct reporting_list *list)
{
	if (!list)
		return;
	arena_done(&list->arena);
	*list = (struct reporting_list){0};
}

bool reporting_find(struct casework *cw, int64_t measure, int n, int64_t *id, struct error *err)
{
	struct rows rows;
	int64_t found = 0;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) ||
		!store_ask(casework_store(cw), SQL_REPORTING_FIND, BINDS(BIND("measure", measure), BIND("n", n)), &rows,
			err))
		return false;
	if (rows_next(&rows))
		found = rows_number(&rows, "id");
	if (!rows_done(&rows, err))
		return false;
	if (!found)
		return refuse(err, ERROR_MISSING, _("The measure has no report %d."), n);
	*id = found;
	return true;
}

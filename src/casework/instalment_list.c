/* Instalments as they are read, with the state that follows from the facts. Invariant: a state is never kept. */
#include "casework/bar.h"
#include "casework/plan_inner.h"

#include "base/words.h"

static const struct {
	const char *code, *word;
} states[INSTALMENT_STATES] = {
	[INSTALMENT_PLANNED] = {"planned", N_("planned")},
	[INSTALMENT_CONDITION] = {"condition", N_("condition not met")},
	[INSTALMENT_READY] = {"ready", N_("ready to authorise")},
	[INSTALMENT_REVIEWED] = {"reviewed", N_("reviewed")},
	[INSTALMENT_ATTESTED] = {"attested", N_("authorised")},
	[INSTALMENT_SEALED] = {"sealed", N_("in payment file")},
	[INSTALMENT_PAID] = {"paid", N_("paid out")},
	[INSTALMENT_WITHHELD] = {"withheld", N_("withheld")},
	[INSTALMENT_WITHDRAWN] = {"withdrawn", N_("not to be paid")},
	[INSTALMENT_RETURNED] = {"returned", N_("came back")},
	[INSTALMENT_REVOKED] = {"revoked", N_("attest taken back")},
};

const char *instalment_state_code(enum instalment_state state)
{
	return states[state].code;
}

const char *instalment_state_word(enum instalment_state state)
{
	return _(states[state].word);
}

/* How far it has come on its way to be paid. */
static enum instalment_state way_of_row(const struct instalment *row, day today)
{
	if (row->batch_n)
		return INSTALMENT_SEALED;
	if (row->attested_at)
		return INSTALMENT_ATTESTED;
	if (row->reviewed_at)
		return INSTALMENT_REVIEWED;
	if (row->condition[0] && !row->condition_met_on)
		return INSTALMENT_CONDITION;
	return day_read(row->due_on) > today ? INSTALMENT_PLANNED : INSTALMENT_READY;
}

/* `withheld`: 0 no, 1 for the time being, 2 for good. What the delegation has decided goes before an attest that was
 * taken back: it is what stops the row, and what the ledger says of it. */
static enum instalment_state state_of_row(const struct instalment *row, int withheld, day today)
{
	if (row->returned_on)
		return INSTALMENT_RETURNED;
	if (row->paid_on)
		return INSTALMENT_PAID;
	if (withheld)
		return withheld == 2 ? INSTALMENT_WITHDRAWN : INSTALMENT_WITHHELD;
	if (row->revoked_at)
		return INSTALMENT_REVOKED;
	return way_of_row(row, today);
}

bool instalment_locked(const struct instalment *row)
{
	return (row->reviewed_at || row->attested_at) && !row->revoked_at && !row->returned_on;
}

bool instalment_stays(const struct instalment *row)
{
	return instalment_locked(row) || row->state == INSTALMENT_WITHHELD || row->state == INSTALMENT_WITHDRAWN;
}

static bool late_row(const struct instalment *row, day today)
{
	return row->state != INSTALMENT_PAID && row->state != INSTALMENT_WITHHELD &&
	       row->state != INSTALMENT_WITHDRAWN && day_read(row->due_on) < today;
}

static void numbers_read(struct rows *rows, struct instalment *row)
{
	row->id = rows_number(rows, "id");
	row->version = rows_number(rows, "version");
	row->measure = rows_number(rows, "measure");
	row->decision = rows_number(rows, "decision");
	row->ore = rows_number(rows, "ore");
	row->round = rows_number(rows, "round");
	row->maker_id = rows_number(rows, "maker_id");
	row->reviewer_id = rows_number_or(rows, "reviewer_id", 0);
	row->batch_n = (int)rows_number_or(rows, "batch_n", 0);
	row->elsewhere_n = (int)rows_number_or(rows, "elsewhere_n", 0);
	row->year = (int)rows_number(rows, "year");
	row->application_year = (int)rows_number(rows, "application_year");
	row->application_n = (int)rows_number(rows, "application_n");
	row->measure_n = (int)rows_number(rows, "measure_n");
	row->n = (int)rows_number(rows, "n");
	row->application = rows_number(rows, "application");
	row->relation = rows_bool(rows, "closed") ? RELATION_CLOSED : RELATION_NONE;
}

static void texts_read(struct rows *rows, struct arena *arena, struct instalment *row)
{
	row->due_on = rows_text(rows, "due_on", arena);
	row->recipient = rows_text(rows, "recipient", arena);
	row->recipient_short = rows_text(rows, "recipient_short", arena);
	row->recipient_name = rows_text(rows, "recipient_name", arena);
	row->recipient_orgnr = rows_text(rows, "recipient_orgnr", arena);
	row->condition = rows_text(rows, "condition", arena);
	row->condition_met_on = rows_text(rows, "condition_met_on", arena);
	row->maker = rows_text(rows, "maker", arena);
	row->reviewed_by = rows_text(rows, "reviewed_by", arena);
	row->reviewed_at = rows_text(rows, "reviewed_at", arena);
	row->revoked_by = rows_text(rows, "revoked_by", arena);
	row->revoked_at = rows_text(rows, "revoked_at", arena);
	row->revoked_why = rows_text(rows, "revoked_why", arena);
	row->returned_on = rows_text(rows, "returned_on", arena);
	row->returned_why = rows_text(rows, "returned_why", arena);
	row->attested_by = rows_text(rows, "attested_by", arena);
	row->attested_at = rows_text(rows, "attested_at", arena);
	row->paid_on = rows_text(rows, "paid_on", arena);
	row->reference = rows_text(rows, "reference", arena);
	row->title = rows_text(rows, "title", arena);
	row->lead_short = rows_text(rows, "lead_short", arena);
	row->decided_on = rows_text(rows, "decided_on", arena);
}

static bool bars_add(struct casework *cw, struct arena *arena, struct instalments *out, struct error *err)
{
	struct bars bars;

	if (!bars_load(cw, arena, &bars, err))
		return false;
	for (int i = 0; i < out->count; i++)
		out->items[i].relation |= bars_relation(&bars, out->items[i].application, out->items[i].round);
	return true;
}

bool instalments_read(
	struct casework *cw, struct rows *rows, struct arena *arena, struct instalments *out, struct error *err)
{
	day today = casework_today(cw);

	while (rows_next(rows)) {
		struct instalment *row;

		if ((size_t)out->count == out->room) {
			out->room = out->room ? out->room * 2 : 16;
			out->items = arena_grow(arena, out->items, (size_t)out->count, sizeof *out->items, out->room);
		}
		row = &out->items[out->count++];
		*row = (struct instalment){0};
		numbers_read(rows, row);
		texts_read(rows, arena, row);
		row->state = state_of_row(row, (int)rows_number_or(rows, "withheld", -1) + 1, today);
		row->late = late_row(row, today);
	}
	return rows_done(rows, err) && bars_add(cw, arena, out, err);
}

/* INSTALMENT_STATES: all. */
static bool state_wanted(const char *code, enum instalment_state *out, struct error *err)
{
	*out = INSTALMENT_STATES;
	if (!code || !code[0])
		return true;
	for (int i = 0; i < INSTALMENT_STATES; i++)
		if (!strcmp(code, states[i].code))
			*out = (enum instalment_state)i;
	return *out != INSTALMENT_STATES || refuse(err, ERROR_INVALID,
						    _("There is no state '%s' of an instalment. Choose planned, "
						      "condition, ready, reviewed, attested, sealed, paid, withheld, "
						      "withdrawn, returned or revoked."),
						    code);
}

/* Keeps the rows of one state, in place, and sums what is left. */
static void rows_keep(struct instalment_list *list, enum instalment_state wanted)
{
	struct money_sum sum = {0};
	int kept = 0;

	for (int i = 0; i < list->count; i++)
		if (wanted == INSTALMENT_STATES || list->items[i].state == wanted)
			list->items[kept++] = list->items[i];
	list->count = kept;
	for (int i = 0; i < kept; i++)
		if (list->items[i].state != INSTALMENT_RETURNED || wanted == INSTALMENT_RETURNED)
			money_sum_add(&sum, list->items[i].ore);
	list->sum_ore = sum.ore;
}

bool instalment_list_load(
	struct casework *cw, const struct instalment_query *query, struct instalment_list *out, struct error *err)
{
	struct instalment_list list = {0};
	struct instalments found = {0};
	enum instalment_state wanted;
	struct rows rows;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) || !state_wanted(query->state, &wanted, err) ||
		!store_ask(casework_store(cw), SQL_INSTALMENT_LIST,
			BINDS(BIND("round", query->round), BIND("year", query->year)), &rows, err))
		return false;
	arena_init(&list.arena);
	if (!instalments_read(cw, &rows, &list.arena, &found, err)) {
		arena_done(&list.arena);
		return false;
	}
	list.items = found.items;
	list.count = found.count;
	rows_keep(&list, wanted);
	*out = list;
	return true;
}

void instalment_list_done(struct instalment_list *list)
{
	if (list)
		arena_done(&list->arena);
}

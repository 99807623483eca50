/* The form of a decision. Invariant: nothing is recorded before all of it has been read back and the measure's number
 * typed; what 14 § asks for is filled, or named as missing. */
#include "tui/deciding.h"

#include "tui/dialog.h"
#include "tui/form_inner.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/communication.h"
#include "casework/rank.h"

/* ---- saving */

static void confirm_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct deciding *deciding = with;

	(void)text;
	deciding->confirmed = true;
	form_save(ui, pane);
	if (ui_top(ui) == pane)
		deciding->confirmed = false; /* it was refused: what is saved next is read anew */
}

static void confirm_ask(struct ui *ui, struct deciding *deciding)
{
	char label[128];
	struct arena arena;

	arena_init(&arena);
	snprintf(label, sizeof label, _("Type the measure's number (%s) to record:"), deciding->number);
	dialog_ask(ui, &(struct question){.text = deciding_summary(deciding, ui_top(ui)->columns, &arena),
			       .label = label,
			       .must = deciding->number,
			       .yes = _("record"),
			       .answered = confirm_answered,
			       .with = deciding});
	arena_done(&arena);
}

int deciding_amounts(const struct deciding *deciding, struct decision_amount out[BUDGET_YEARS])
{
	int count = 0;

	for (int i = 0; i < BUDGET_YEARS; i++)
		if (deciding->amounts[i] != MONEY_UNKNOWN && deciding->amounts[i])
			out[count++] = (struct decision_amount){BUDGET_FIRST + i, deciding->amounts[i]};
	return count;
}

static int rows_make(const struct deciding *deciding, struct decision_instalment out[DECIDING_ROWS])
{
	int count = 0;

	for (int i = 0; i < DECIDING_ROWS; i++) {
		const struct deciding_row *row = &deciding->rows[i];

		if (row->ore != MONEY_UNKNOWN)
			out[count++] = (struct decision_instalment){row->due_on, 0, row->ore,
				text_blank(row->recipient) ? NULL : row->recipient,
				row->condition ? row->condition : ""};
	}
	return count;
}

/* A row with an amount has a day; the verb names rows by their number among those used. */
static bool rows_whole(const struct deciding *deciding, const char **wrong, struct error *err)
{
	for (int i = 0; deciding_grants(deciding) && i < DECIDING_ROWS; i++) {
		if (deciding->rows[i].ore == MONEY_UNKNOWN || deciding->rows[i].due_on)
			continue;
		*wrong = deciding_rows[i].day;
		return refuse(err, ERROR_INVALID, _("Row %d has an amount but no day. Nothing was recorded."), i + 1);
	}
	return true;
}

static bool complete(const struct deciding *deciding, const char **wrong, struct error *err)
{
	struct arena arena;
	const char *missing;
	bool whole;

	if (deciding->replaces && text_blank(deciding->ground) &&
		(text_blank(deciding->kind) || deciding_is(deciding, "change") ||
			deciding_is(deciding, "correction"))) {
		*wrong = "ground";
		return refuse(err, ERROR_INVALID,
			_("Measure %s is decided already. A decision that replaces it needs its ground: 36, 37 or 38 § "
			  "FL."),
			deciding->number);
	}
	if (!deciding->replaces && text_blank(deciding->outcome)) {
		*wrong = "outcome";
		return refuse(err, ERROR_INVALID, _("The outcome is missing. Nothing was recorded."));
	}
	arena_init(&arena);
	missing = deciding_missing(deciding, &arena, wrong);
	whole = !missing[0] ||
		refuse(err, ERROR_INVALID, _("14 § is not filled yet: %s. Nothing was recorded."), missing);
	arena_done(&arena);
	return whole && rows_whole(deciding, wrong, err);
}

/* The section of the minutes says it, or the three fields do (FL 31 §). */
static bool decided_by(const struct deciding *deciding, struct decision_change *change, struct error *err)
{
	if (!text_blank(deciding->section))
		return decision_item_find(deciding->base.desk->cw, deciding->section,
			day_year(day_read(deciding->decided_on)), &change->item, err);
	change->deciders = deciding->deciders;
	change->presenter = deciding->presenter;
	change->others = deciding->others;
	return true;
}

static bool record(struct deciding *deciding, const struct operation *op, struct error *err)
{
	struct decision_amount amounts[BUDGET_YEARS];
	struct decision_instalment rows[DECIDING_ROWS];
	struct decision_change change = {.outcome = text_blank(deciding->outcome) ? NULL : deciding->outcome,
		.kind = text_blank(deciding->kind) ? NULL : deciding->kind,
		.region = deciding->region,
		.decided_on = deciding->decided_on,
		.meeting = deciding->meeting,
		.provisions = deciding->provisions,
		.reasons = deciding->reasons,
		.ground = deciding->ground,
		.report_on = deciding->report_on,
		.final_on = deciding->final_on,
		.final_how = deciding->final_how,
		.conditions = deciding->conditions,
		.from_on = deciding->from_on,
		.to_on = deciding->to_on,
		.amounts = amounts,
		.instalments = rows};

	if (!decided_by(deciding, &change, err))
		return false;
	if (deciding_grants(deciding)) {
		change.amount_count = deciding_amounts(deciding, amounts);
		change.instalment_count = rows_make(deciding, rows);
	}
	return decision_record(deciding->base.desk->cw, op, deciding->measure, &change, &deciding->base.arena,
		&deciding->warning, NULL, err);
}

static bool decision_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct deciding *deciding = given;
	struct operation op = record_operation(operation, version);

	if (!complete(deciding, wrong, err))
		return false;
	if (deciding->confirmed)
		return record(deciding, &op, err);
	confirm_ask(ui, deciding);
	return false;
}

static void decision_saved(struct ui *ui, void *given)
{
	const struct deciding *deciding = given;

	ui_stale(ui);
	if (deciding->warning)
		ui_say(ui, _("The decision on %s is recorded. Note: %s"), deciding->number, deciding->warning);
	else
		ui_say(ui, _("The decision on %s is recorded."), deciding->number);
}

static void decision_done(void *given)
{
	struct deciding *deciding = given;

	if (deciding->about.count)
		measure_list_done(&deciding->about);
	if (deciding->earlier.count)
		decision_list_done(&deciding->earlier);
	if (deciding->whole.row.id)
		application_done(&deciding->whole);
	record_done(deciding);
}

/* ---- opening */

static void sought_fill(struct deciding *deciding)
{
	const struct measure *measure = &deciding->about.items[0];

	for (int i = 0; i < measure->year_count; i++) {
		int at = measure->years[i].year - BUDGET_FIRST;

		if (at >= 0 && at < BUDGET_YEARS && measure->years[i].has_sought && measure->years[i].sought_ore)
			deciding->amounts[at] = measure->years[i].sought_ore;
	}
}

/* A later decision begins with what the valid one grants. */
static void granted_fill(struct deciding *deciding)
{
	const struct decision *valid = &deciding->earlier.items[0];

	for (int i = 0; i < valid->amount_count; i++) {
		int at = valid->amounts[i].year - BUDGET_FIRST;

		if (at >= 0 && at < BUDGET_YEARS)
			deciding->amounts[at] = valid->amounts[i].ore;
	}
}

/* What the newest proposal says, else what is sought. */
static void amounts_fill(struct deciding *deciding)
{
	struct ranking ranking;

	for (int i = 0; i < BUDGET_YEARS; i++)
		deciding->amounts[i] = MONEY_UNKNOWN;
	if (deciding->replaces) {
		granted_fill(deciding);
		return;
	}
	sought_fill(deciding);
	if (!ranking_load(deciding->base.desk->cw, deciding->whole.row.round, 0, 0, &ranking, NULL))
		return;
	for (int i = 0; i < ranking.count; i++) {
		const struct rank_row *row = &ranking.items[i];

		for (int y = 0; row->measure == deciding->measure && row->proposed_set && y < BUDGET_YEARS; y++)
			deciding->amounts[y] = row->proposed[y] ? row->proposed[y] : MONEY_UNKNOWN;
	}
	ranking_done(&ranking);
}

/* One row for each payment year: in January, or in two weeks when the year has begun. When a decision is replaced none:
 * the rest of its plan stays. */
static void rows_fill(struct deciding *deciding)
{
	day soon = day_next_working(casework_today(deciding->base.desk->cw) + 14);
	char text[DAY_TEXT];
	int count = 0;

	for (int i = 0; i < DECIDING_ROWS; i++)
		deciding->rows[i] = (struct deciding_row){.ore = MONEY_UNKNOWN, .condition = ""};
	for (int i = 0; i < BUDGET_YEARS; i++) {
		day due = day_next_working(day_make(BUDGET_FIRST + i, 1, 15));

		if (deciding->amounts[i] == MONEY_UNKNOWN || deciding->replaces)
			continue;
		if (due < soon && day_year(soon) == BUDGET_FIRST + i)
			due = soon;
		day_text(due, text);
		deciding->rows[count++] = (struct deciding_row){
			arena_text(&deciding->base.arena, text), deciding->whole.row.lead, "", deciding->amounts[i]};
	}
}

static bool about_load(struct deciding *deciding, struct error *err)
{
	struct casework *cw = deciding->base.desk->cw;
	char number[DESK_NUMBER];
	const struct measure *measure;

	if (!measure_load(cw, deciding->measure, &deciding->about, err))
		return false;
	measure = &deciding->about.items[0];
	desk_measure(deciding->base.desk, measure->year, measure->application_n, measure->n, number);
	deciding->number = arena_text(&deciding->base.arena, number);
	deciding->replaces = measure->outcome != NULL;
	if (deciding->replaces && !decision_list_load(cw, deciding->measure, &deciding->earlier, err))
		return false;
	return application_load(cw, measure->application, &deciding->whole, err) &&
	       communication_warning(cw, measure->application, measure->n, number, &deciding->base.arena,
		       &deciding->uncommunicated, err);
}

static void texts_fill(struct deciding *deciding)
{
	const struct measure *measure = &deciding->about.items[0];
	char today[DAY_TEXT];

	day_text(casework_today(deciding->base.desk->cw), today);
	deciding->decided_on = arena_text(&deciding->base.arena, today);
	deciding->outcome = deciding->meeting = deciding->provisions = deciding->reasons = deciding->ground = "";
	deciding->final_how = deciding->conditions = deciding->region = deciding->section = deciding->others = "";
	deciding->kind = "";
	deciding->presenter = deciding->whole.row.officer_name ? deciding->whole.row.officer_name : "";
	if (!decision_deciders(deciding->base.desk->cw, deciding->whole.row.id, today, &deciding->base.arena,
		    &deciding->deciders, NULL))
		deciding->deciders = "";
	if (deciding->replaces)
		return;
	deciding->from_on = measure->from_on;
	deciding->to_on = measure->to_on;
}

static struct deciding *deciding_new(struct ui *ui, int64_t measure, struct error *err)
{
	struct deciding *deciding = record_new(ui, sizeof *deciding);

	deciding->measure = measure;
	if (!about_load(deciding, err)) {
		decision_done(deciding);
		return NULL;
	}
	texts_fill(deciding);
	amounts_fill(deciding);
	rows_fill(deciding);
	return deciding;
}

static void typed_copy(struct deciding *to, const struct deciding *from)
{
	to->outcome = from->outcome;
	to->decided_on = from->decided_on;
	to->meeting = from->meeting;
	to->provisions = from->provisions;
	to->reasons = from->reasons;
	to->ground = from->ground;
	to->kind = from->kind;
	to->region = from->region;
	to->section = from->section;
	to->deciders = from->deciders;
	to->presenter = from->presenter;
	to->others = from->others;
	to->report_on = from->report_on;
	to->final_on = from->final_on;
	to->final_how = from->final_how;
	to->conditions = from->conditions;
	to->from_on = from->from_on;
	to->to_on = from->to_on;
	memcpy(to->amounts, from->amounts, sizeof to->amounts);
	memcpy(to->rows, from->rows, sizeof to->rows);
}

/* The measure has been changed meanwhile, but the text of the decision is nobody else's: it is the same on both sides.
 */
static void *decision_fresh(struct ui *ui, const void *given, int64_t *version, struct error *err)
{
	const struct deciding *mine = given;
	struct deciding *fresh = deciding_new(ui, mine->measure, err);

	if (!fresh)
		return NULL;
	*version = fresh->about.items[0].version;
	typed_copy(fresh, mine);
	return fresh;
}

/* The plan from a template: what it is made of is read first. */
static void decision_fill(struct ui *ui, struct pane *pane)
{
	static const char *const needed[] = {"outcome", "decided_on", "final_on", "kind", "region", "amount_2025",
		"amount_2026", "amount_2027", "amount_2028", "amount_2029", "amount_2030", NULL};
	struct deciding *deciding = form_record(pane);

	if (!form_read(ui, pane, needed))
		return;
	if (deciding_grants(deciding))
		filling_form(ui, deciding);
	else
		ui_say(ui, "%s", _("A refusal has no payment plan."));
}

static const struct form_kind decision_kind = {.name = "decision",
	.title = N_("Decision"),
	.fields = deciding_fields,
	.save = decision_save,
	.saved = decision_saved,
	.fresh = decision_fresh,
	.done = decision_done,
	.fill = decision_fill};

void decision_form(struct ui *ui, int64_t measure)
{
	struct error err = {0};
	struct deciding *deciding = deciding_new(ui, measure, &err);
	char key[64], title[256];

	if (!deciding) {
		desk_refused(ui, &err);
		return;
	}
	snprintf(key, sizeof key, "decision-%lld", (long long)measure);
	snprintf(title, sizeof title, "%s %s, %s", deciding->number, deciding->whole.row.lead_short,
		deciding->about.items[0].title);
	form_open(ui, &(struct form_what){.kind = &decision_kind,
			      .key = key,
			      .title = title,
			      .record = deciding,
			      .version = deciding->about.items[0].version});
}

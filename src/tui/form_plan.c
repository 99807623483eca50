/* The form of one row of a payment plan, changed or new. Invariant: what the row gains another row of the plan loses,
 * so that each payment year keeps its decided sum; the verb checks it to the öre. */
#include "tui/record.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/application.h"
#include "casework/measure.h"
#include "casework/payment.h"

enum { PLAN_ROWS = 256 };

struct plan_record {
	struct record base;
	int64_t measure;
	int n; /* 0: a new row */
	struct plan plan;
	struct application whole;
	const char *number;
	struct field_choice *others; /* rows that may give or take, and how many there are */
	int other_count;
	const char *due_on, *year, *recipient, *condition, *other, *why;
	int64_t ore;
};

RECORD_DAY(plan_record, due_on)
RECORD_TEXT(plan_record, recipient)
RECORD_TEXT(plan_record, condition)
RECORD_TEXT(plan_record, other)
RECORD_TEXT(plan_record, why)

static const char *year_get(const void *given, struct arena *arena)
{
	return arena_text(arena, ((const struct plan_record *)given)->year);
}

static bool year_set(void *given, const struct field_value *value, struct error *err)
{
	struct plan_record *record = given;

	(void)err;
	record->year = arena_text(&record->base.arena, value->text);
	return true;
}

static const char *ore_get(const void *given, struct arena *arena)
{
	const struct plan_record *record = given;
	char money[MONEY_TEXT];

	return record->ore == MONEY_UNKNOWN
		       ? ""
		       : arena_text(arena, money_text(record->ore, MONEY_PLAIN, record->base.desk->swedish, money));
}

static bool ore_set(void *given, const struct field_value *value, struct error *err)
{
	(void)err;
	((struct plan_record *)given)->ore = value->number;
	return true;
}

static bool recipient_choice(const void *given, int which, struct field_choice *out)
{
	const struct application *whole = &((const struct plan_record *)given)->whole;

	if (which >= whole->participant_count)
		return false;
	*out = (struct field_choice){whole->participants[which].region, whole->participants[which].region_name};
	return true;
}

static bool other_choice(const void *given, int which, struct field_choice *out)
{
	const struct plan_record *record = given;

	if (which >= record->other_count)
		return false;
	*out = record->others[which];
	return true;
}

static const struct field fields[] = {
	{.name = "due_on",
		.label = N_("To be paid"),
		.kind = FIELD_DAY,
		.required = true,
		.get = due_on_get,
		.set = due_on_set},
	{.name = "year",
		.label = N_("Payment year"),
		.kind = FIELD_NUMBER,
		.get = year_get,
		.set = year_set,
		.help = N_("The year whose appropriation is charged; empty is the day's year.")},
	{.name = "amount",
		.label = N_("Amount"),
		.kind = FIELD_MONEY,
		.required = true,
		.get = ore_get,
		.set = ore_set},
	{.name = "other",
		.label = N_("The difference"),
		.kind = FIELD_CHOICE,
		.choice = other_choice,
		.get = other_get,
		.set = other_set,
		.help = N_("The row that gives or takes what this one changes by: the year keeps its decided sum.")},
	{.name = "recipient",
		.label = N_("Recipient"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choice = recipient_choice,
		.get = recipient_get,
		.set = recipient_set},
	{.name = "condition",
		.label = N_("Condition"),
		.kind = FIELD_LINE,
		.get = condition_get,
		.set = condition_set,
		.help = N_("Of the decision (14 § 7); empty is none.")},
	{.name = "why",
		.label = N_("Why changed"),
		.kind = FIELD_LINE,
		.get = why_get,
		.set = why_set,
		.help = N_("Goes with the new version of the plan.")},
	{.name = NULL},
};

/* ---- saving */

static const struct instalment *row_of(const struct plan *plan, int n)
{
	for (int i = 0; n && i < plan->count; i++)
		if (plan->items[i].n == n)
			return &plan->items[i];
	return NULL;
}

static struct decision_instalment values_of(const struct plan_record *record)
{
	return (struct decision_instalment){
		record->due_on, (int)strtol(record->year, NULL, 10), record->ore, record->recipient, record->condition};
}

/* Every row that is not authorised, as it will be; answers how many, or -1 when one cannot give that much. */
static int rows_make(const struct plan_record *record, struct instalment_change rows[PLAN_ROWS], struct error *err)
{
	const struct instalment *old = row_of(&record->plan, record->n);
	int other = (int)strtol(record->other, NULL, 10), count = 0;
	int64_t gained = record->ore - (old ? old->ore : 0);
	char money[MONEY_TEXT];

	for (int i = 0; i < record->plan.count && count < PLAN_ROWS; i++) {
		const struct instalment *row = &record->plan.items[i];
		int64_t ore = row->ore - (row->n == other ? gained : 0);

		if (instalment_stays(row) || !ore)
			continue;
		if (ore < 0) {
			refuse(err, ERROR_INVALID,
				_("Row %d holds only %s, so it cannot give as much. Nothing was saved."), row->n,
				desk_kr(record->base.desk, row->ore, money));
			return -1;
		}
		rows[count++] = row == old ? (struct instalment_change){row->n, values_of(record)}
					   : (struct instalment_change){row->n,
						     {row->due_on, row->year, ore, row->recipient, row->condition}};
	}
	if (!old && count < PLAN_ROWS)
		rows[count++] = (struct instalment_change){0, values_of(record)};
	return count;
}

static bool plan_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	const struct plan_record *record = given;
	struct operation op = record_operation(operation, version);
	struct instalment_change rows[PLAN_ROWS];
	int count = rows_make(record, rows, err);

	(void)ui;
	if (count < 0) {
		*wrong = "other";
		return false;
	}
	return plan_put(record->base.desk->cw, &op, record->measure, rows, count, record->why, err);
}

static void plan_saved(struct ui *ui, void *given)
{
	const struct plan_record *record = given;

	ui_stale(ui);
	ui_say(ui, _("Version %d of the payment plan of %s is saved."), record->plan.version + 1, record->number);
}

static void plan_record_done(void *given)
{
	struct plan_record *record = given;

	if (record->plan.measure)
		plan_done(&record->plan);
	if (record->whole.row.id)
		application_done(&record->whole);
	record_done(record);
}

/* ---- opening */

/* Rows of the plan that are not authorised, this one left out. */
static void others_find(struct plan_record *record)
{
	struct arena *arena = &record->base.arena;
	char money[MONEY_TEXT];

	record->others = arena_take(arena, ((size_t)record->plan.count + 1) * sizeof *record->others);
	for (int i = 0; i < record->plan.count; i++) {
		const struct instalment *row = &record->plan.items[i];

		if (instalment_stays(row) || row->n == record->n)
			continue;
		record->others[record->other_count++] = (struct field_choice){arena_format(arena, "%d", row->n),
			arena_format(arena, _("row %d, %s, %s of %d"), row->n, row->due_on,
				desk_kr(record->base.desk, row->ore, money), row->year)};
	}
}

/* Another row of the same payment year bears the difference, if there is one. */
static const char *other_first(struct plan_record *record, int year)
{
	for (int i = 0; i < record->plan.count; i++) {
		const struct instalment *row = &record->plan.items[i];

		if (!instalment_stays(row) && row->n != record->n && (!year || row->year == year))
			return arena_format(&record->base.arena, "%d", row->n);
	}
	return "";
}

static bool about_load(struct plan_record *record, struct error *err)
{
	struct casework *cw = record->base.desk->cw;
	struct measure_list list;
	char number[DESK_NUMBER];
	int64_t application;

	if (!plan_load(cw, record->measure, &record->plan, err))
		return false;
	if (!measure_load(cw, record->measure, &list, err))
		return false;
	application = list.items[0].application;
	desk_measure(record->base.desk, list.items[0].year, list.items[0].application_n, list.items[0].n, number);
	record->number = arena_text(&record->base.arena, number);
	measure_list_done(&list);
	return application_load(cw, application, &record->whole, err);
}

static bool plan_begin(struct plan_record *record, struct error *err)
{
	const struct instalment *row;

	if (!about_load(record, err))
		return false;
	row = row_of(&record->plan, record->n);
	if (!record->plan.decision)
		return refuse(
			err, ERROR_MISSING, _("The measure has no granting decision, so it has no payment plan."));
	if (record->n && !row)
		return refuse(err, ERROR_MISSING, _("Row %d is no longer in the measure's payment plan."), record->n);
	others_find(record);
	record->due_on = row ? row->due_on : NULL;
	record->year = row ? arena_format(&record->base.arena, "%d", row->year) : "";
	record->ore = row ? row->ore : MONEY_UNKNOWN;
	record->recipient = row ? row->recipient : record->whole.row.lead;
	record->condition = row ? row->condition : "";
	record->other = other_first(record, row ? row->year : 0);
	record->why = "";
	return true;
}

static struct plan_record *plan_record_new(struct ui *ui, int64_t measure, int n, struct error *err)
{
	struct plan_record *record = record_new(ui, sizeof *record);

	record->measure = measure;
	record->n = n;
	if (plan_begin(record, err))
		return record;
	plan_record_done(record);
	return NULL;
}

static void *plan_fresh(struct ui *ui, const void *given, int64_t *version, struct error *err)
{
	const struct plan_record *record = given;
	struct plan_record *fresh = plan_record_new(ui, record->measure, record->n, err);

	if (fresh)
		*version = fresh->plan.version;
	return fresh;
}

static const struct form_kind plan_kind = {.name = "plan",
	.title = N_("Row of a payment plan"),
	.fields = fields,
	.save = plan_save,
	.saved = plan_saved,
	.fresh = plan_fresh,
	.done = plan_record_done};

void plan_form(struct ui *ui, int64_t measure, int n)
{
	struct error err = {0};
	struct plan_record *record = plan_record_new(ui, measure, n, &err);
	char key[64], title[256];

	if (!record) {
		desk_refused(ui, &err);
		return;
	}
	snprintf(key, sizeof key, "plan-%lld-%d", (long long)measure, n);
	if (n)
		snprintf(title, sizeof title, _("%s %s · row %d"), record->number, record->whole.row.lead_short, n);
	else
		snprintf(title, sizeof title, _("%s %s · new row"), record->number, record->whole.row.lead_short);
	form_open(ui, &(struct form_what){.kind = &plan_kind,
			      .key = key,
			      .title = title,
			      .record = record,
			      .version = record->plan.version});
}

/* The forms of obstacles to payment (17 §): rows of a plan withheld, and a later decision that lifts it. */
#include "tui/decreed.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/claim.h"
#include "casework/withholding.h"

enum { PARTS = 64 };

struct withheld_record {
	union {
		struct record base;
		struct decreed decreed;
	};
	const char *rows, *how, *ground, *evidence;
	int64_t withholding, version; /* that is lifted */
	int n;
	const char *withheld; /* "row 2, 1 500 000 kr, decided on 2026-11-17" */
};

RECORD_TEXT(withheld_record, rows)
RECORD_TEXT(withheld_record, how)
RECORD_TEXT(withheld_record, ground)
RECORD_TEXT(withheld_record, evidence)

static const struct field_choice hows[] = {
	{"waiting", N_("for the time being")}, {"final", N_("for good: it is not paid at all")}, {NULL, NULL}};
static const struct field_choice grounds[] = {{"17.1", N_("granted on wrong grounds or too high (17 § 1)")},
	{"17.2", N_("a condition has not been followed (17 § 2)")}, {NULL, NULL}};

static const struct field withhold_fields[] = {
	{.name = "rows",
		.label = N_("Rows of the plan"),
		.kind = FIELD_LINE,
		.required = true,
		.get = rows_get,
		.set = rows_set,
		.help = N_("2 is row 2; 2=1,5 mnkr a part of it: the plan is then split. Several are parted by ;")},
	{.name = "how",
		.label = N_("Withheld"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choices = hows,
		.get = how_get,
		.set = how_set},
	{.name = "ground",
		.label = N_("Ground"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choices = grounds,
		.get = ground_get,
		.set = ground_set},
	{.name = "evidence",
		.label = N_("What shows it"),
		.kind = FIELD_TEXT,
		.rows = 3,
		.required = true,
		.get = evidence_get,
		.set = evidence_set},
	DECREED_DAY,
	DECREED_FIELDS,
	{.name = NULL},
};
static const struct field lift_fields[] = {
	DECREED_DAY,
	DECREED_FIELDS,
	{.name = NULL},
};

/* ---- saving */

static bool parts_read(
	struct withheld_record *record, struct withholding_part parts[PARTS], int *count, struct error *err)
{
	const char *at = record->rows;

	for (*count = 0; *at; ++*count) {
		size_t bytes = strcspn(at, ";");
		const char *one = arena_text_part(&record->base.arena, at, bytes);

		if (*count == PARTS)
			return refuse(err, ERROR_INVALID, _("Too many rows at once. Nothing was saved."));
		if (!withholding_part_parse(one + strspn(one, " "), &parts[*count], err))
			return false;
		at += bytes + (at[bytes] == ';');
		at += strspn(at, " ");
	}
	return true;
}

static const char *withhold_summary(struct withheld_record *record)
{
	return arena_format(&record->base.arena,
		_("Record the delegation's decision of %s on %s: row %s is withheld %s.\nGround: %s.\nA decision is "
		  "followed by another, never undone."),
		record->decreed.decided_on, record->decreed.title, record->rows,
		!strcmp(record->how, "final") ? _("for good: it is not paid at all") : _("for the time being"),
		claim_ground_words(record->ground));
}

static bool withhold_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct withheld_record *record = given;
	struct operation op = record_operation(operation, version);
	struct withholding_part parts[PARTS];
	struct withholding_change change = {.ground = record->ground,
		.evidence = record->evidence,
		.decided_on = record->decreed.decided_on,
		.reasons = record->decreed.reasons,
		.final = !strcmp(record->how, "final"),
		.parts = parts};
	struct decreed_by by;

	*wrong = "rows";
	if (!parts_read(record, parts, &change.count, err))
		return false;
	*wrong = NULL;
	if (!decreed_by(&record->decreed, &by, wrong, err) ||
		!decreed_confirm(ui, &record->decreed, withhold_summary(record)))
		return false;
	change.item = by.item;
	change.deciders = by.deciders;
	change.presenter = by.presenter;
	change.others = by.others;
	return withholding_record(record->base.desk->cw, &op, record->decreed.measure, &change, NULL, err);
}

static void withhold_saved(struct ui *ui, void *given)
{
	const struct withheld_record *record = given;

	ui_stale(ui);
	ui_say(ui, _("Row %s of %s is withheld. Y shows the decision."), record->rows, record->decreed.number);
}

static bool lift_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct withheld_record *record = given;
	struct operation op = record_operation(operation, version);
	struct withholding_lifting lifting = {.lifted_on = record->decreed.decided_on, .why = record->decreed.reasons};
	struct decreed_by by;

	if (!decreed_by(&record->decreed, &by, wrong, err) ||
		!decreed_confirm(ui, &record->decreed,
			arena_format(&record->base.arena,
				_("Record the delegation's decision of %s on %s: what was withheld is to be paid "
				  "again: %s."),
				record->decreed.decided_on, record->decreed.title, record->withheld)))
		return false;
	lifting.item = by.item;
	lifting.deciders = by.deciders;
	lifting.presenter = by.presenter;
	lifting.others = by.others;
	return withholding_lift(record->base.desk->cw, &op, record->withholding, &lifting, err);
}

static void lift_saved(struct ui *ui, void *given)
{
	const struct withheld_record *record = given;

	ui_stale(ui);
	ui_say(ui, _("What was withheld of %s by decision %d is to be paid again."), record->decreed.number, record->n);
}

/* The decision to withhold as it is now. */
static bool lift_begin(struct withheld_record *record, int64_t withholding, struct error *err)
{
	struct withholding_list list;
	char ore[MONEY_TEXT];
	bool found = false;

	if (!withholding_list_load(record->base.desk->cw, record->decreed.measure, &list, err))
		return false;
	for (int i = 0; i < list.count; i++) {
		const struct withholding *item = &list.items[i];

		if (item->id != withholding)
			continue;
		found = true;
		record->withholding = withholding;
		record->version = item->version;
		record->n = item->n;
		record->withheld = arena_format(&record->base.arena, _("row %s, %s, decided on %s"), item->rows,
			desk_kr(record->base.desk, item->ore, ore), item->decided_on);
	}
	withholding_list_done(&list);
	return found || refuse(err, ERROR_MISSING, _("There is no such decision to withhold. Nothing was saved."));
}

static void *lift_fresh(struct ui *ui, const void *given, int64_t *version, struct error *err)
{
	const struct withheld_record *mine = given;
	struct withheld_record *record = decreed_new(ui, sizeof *record, mine->decreed.measure, err);

	if (!record)
		return NULL;
	if (!lift_begin(record, mine->withholding, err)) {
		record_done(record);
		return NULL;
	}
	*version = record->version;
	return record;
}

/* ---- opening */

static const struct form_kind withhold_kind = {.name = "withhold",
	.title = N_("Withheld (17 §)"),
	.fields = withhold_fields,
	.save = withhold_save,
	.saved = withhold_saved,
	.done = record_done};
static const struct form_kind lift_kind = {.name = "withhold-lift",
	.title = N_("Withholding lifted"),
	.fields = lift_fields,
	.save = lift_save,
	.saved = lift_saved,
	.fresh = lift_fresh,
	.done = record_done};

void withhold_form(struct ui *ui, int64_t measure, int row)
{
	struct error err = {0};
	struct withheld_record *record = decreed_new(ui, sizeof *record, measure, &err);
	char key[48];

	if (!record) {
		desk_refused(ui, &err);
		return;
	}
	record->rows = row ? arena_format(&record->base.arena, "%d", row) : "";
	record->how = "waiting";
	record->ground = record->evidence = "";
	snprintf(key, sizeof key, "withhold-%lld", (long long)measure);
	form_open(ui, &(struct form_what){
			      .kind = &withhold_kind, .key = key, .title = record->decreed.title, .record = record});
}

void withhold_lift_form(struct ui *ui, int64_t measure, int64_t withholding)
{
	struct error err = {0};
	struct withheld_record *record = decreed_new(ui, sizeof *record, measure, &err);
	char key[48];

	if (!record) {
		desk_refused(ui, &err);
		return;
	}
	if (!record_begun(ui, record, lift_begin(record, withholding, &err), record_done, &err))
		return;
	snprintf(key, sizeof key, "withhold-lift-%lld", (long long)withholding);
	form_open(ui, &(struct form_what){.kind = &lift_kind,
			      .key = key,
			      .title = record->decreed.title,
			      .record = record,
			      .version = record->version});
}

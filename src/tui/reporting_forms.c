/* The forms of a report on a grant: one record for them all, filled by whichever form is open. Invariant: what a form
 * leaves empty stays as it was. */
#include "tui/reporting_forms.h"
#include "tui/record.h"

#include "base/text.h"
#include "base/words.h"

struct told_record {
	struct record base;
	enum reporting_form which;
	bool final;
	int64_t due, measure, cost, used, unused; /* MONEY_UNKNOWN: empty */
	struct field_choice *regions, *indicators;
	int region_count, indicator_count;
	const char *progress, *carried_out, *region, *effects, *indicator, *achieved, *achieved_on, *note, *received_on,
		*sent_on, *way, *all, *paper, *outcome, *on, *reason, *again_on, *due_on, *why;
	int64_t document;
};

RECORD_TEXT(told_record, progress)
RECORD_TEXT(told_record, carried_out)
RECORD_TEXT(told_record, region)
RECORD_TEXT(told_record, effects)
RECORD_TEXT(told_record, indicator)
RECORD_TEXT(told_record, achieved)
RECORD_DAY(told_record, achieved_on)
RECORD_TEXT(told_record, note)
RECORD_DAY(told_record, received_on)
RECORD_DAY(told_record, sent_on)
RECORD_TEXT(told_record, way)
RECORD_TEXT(told_record, all)
RECORD_TEXT(told_record, paper)
RECORD_TEXT(told_record, outcome)
RECORD_DAY(told_record, on)
RECORD_TEXT(told_record, reason)
RECORD_DAY(told_record, again_on)
RECORD_DAY(told_record, due_on)
RECORD_TEXT(told_record, why)
RECORD_WORDS(way, "arrival")

/* An amount as it would be typed; nothing where it is not known. */
#define RECORD_ORE(member)                                                                                             \
	static const char *member##_get(const void *record, struct arena *arena)                                       \
	{                                                                                                              \
		char text[MONEY_TEXT];                                                                                 \
		int64_t ore = ((const struct told_record *)record)->member;                                            \
		return ore == MONEY_UNKNOWN ? NULL                                                                     \
					    : arena_text(arena, money_text(ore, MONEY_PLAIN, words_swedish(), text));  \
	}                                                                                                              \
	static bool member##_set(void *record, const struct field_value *value, struct error *err)                     \
	{                                                                                                              \
		(void)err;                                                                                             \
		((struct told_record *)record)->member = value->number;                                                \
		return true;                                                                                           \
	}
RECORD_ORE(cost)
RECORD_ORE(used)
RECORD_ORE(unused)

static bool document_set(void *record, const struct field_value *value, struct error *err)
{
	(void)err;
	((struct told_record *)record)->document = value->number == NUMBER_NONE ? 0 : value->number;
	return true;
}

static bool region_choice(const void *given, int which, struct field_choice *out)
{
	const struct told_record *record = given;

	if (which >= record->region_count)
		return false;
	*out = record->regions[which];
	return true;
}

/* The measure as a whole, or a region. */
static bool whole_choice(const void *given, int which, struct field_choice *out)
{
	if (which)
		return region_choice(given, which - 1, out);
	*out = (struct field_choice){"-", _("the measure as a whole")};
	return true;
}

static bool indicator_choice(const void *given, int which, struct field_choice *out)
{
	const struct told_record *record = given;

	if (which >= record->indicator_count)
		return false;
	*out = record->indicators[which];
	return true;
}

static const struct field_choice outcomes[] = {
	{"approved", N_("approved")}, {"sent_back", N_("sent back to be supplemented")}, {NULL, NULL}};

static const struct field partial_fields[] = {
	{.name = "progress",
		.label = N_("How it goes"),
		.kind = FIELD_TEXT,
		.rows = 6,
		.get = progress_get,
		.set = progress_set,
		.help = N_("A partial report tells how the measure goes (15 §).")},
	{.name = NULL},
};
static const struct field final_fields[] = {
	{.name = "carried_out",
		.label = N_("Carried out"),
		.kind = FIELD_TEXT,
		.rows = 6,
		.get = carried_out_get,
		.set = carried_out_set,
		.help = N_("A final report tells what was carried out, and at what total cost (15 §).")},
	{.name = "cost", .label = N_("Total cost"), .kind = FIELD_MONEY, .get = cost_get, .set = cost_set},
	{.name = NULL},
};
static const struct field region_fields[] = {
	{.name = "region",
		.label = N_("Region"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choice = region_choice,
		.get = region_get,
		.set = region_set},
	{.name = "used", .label = N_("Used"), .kind = FIELD_MONEY, .get = used_get, .set = used_set},
	{.name = "unused",
		.label = N_("Unused"),
		.kind = FIELD_MONEY,
		.get = unused_get,
		.set = unused_set,
		.help = N_("Empty in a final report: what is left of the region's share is proposed. A person decides "
			   "what follows.")},
	{.name = "effects",
		.label = N_("Effects"),
		.kind = FIELD_TEXT,
		.rows = 4,
		.get = effects_get,
		.set = effects_set,
		.help = N_("What the measure has led to in the region itself.")},
	{.name = NULL},
};
static const struct field effect_fields[] = {
	{.name = "indicator",
		.label = N_("Indicator"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choice = indicator_choice,
		.get = indicator_get,
		.set = indicator_set},
	{.name = "region",
		.label = N_("Of"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choice = whole_choice,
		.get = region_get,
		.set = region_set},
	{.name = "achieved",
		.label = N_("Achieved"),
		.kind = FIELD_LINE,
		.get = achieved_get,
		.set = achieved_set,
		.help = N_(
			"As it is given, beside the baseline and the target. Empty: what was entered is taken away.")},
	{.name = "achieved_on",
		.label = N_("Measured on"),
		.kind = FIELD_DAY,
		.get = achieved_on_get,
		.set = achieved_on_set},
	{.name = "note", .label = N_("Note"), .kind = FIELD_TEXT, .rows = 2, .get = note_get, .set = note_set},
	{.name = NULL},
};
static const struct field arrival_fields[] = {
	{.name = "received_on",
		.label = N_("Came in"),
		.kind = FIELD_DAY,
		.required = true,
		.get = received_on_get,
		.set = received_on_set},
	{.name = "document",
		.label = N_("Document"),
		.kind = FIELD_NUMBER,
		.set = document_set,
		.help = N_("Its number in the case's register; may be empty.")},
	{.name = NULL},
};
static const struct field remind_fields[] = {
	{.name = "sent_on",
		.label = N_("Sent on"),
		.kind = FIELD_DAY,
		.required = true,
		.get = sent_on_get,
		.set = sent_on_set},
	{.name = "way",
		.label = N_("Sent by"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choice = way_choice,
		.get = way_get,
		.set = way_set},
	{.name = "region",
		.label = N_("Receiver"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choice = region_choice,
		.get = region_get,
		.set = region_set},
	{.name = "all",
		.label = N_("To each"),
		.kind = FIELD_CHECKBOX,
		.get = all_get,
		.set = all_set,
		.help = N_("Each region that takes part is reminded.")},
	{.name = "paper",
		.label = N_("Register"),
		.kind = FIELD_CHECKBOX,
		.get = paper_get,
		.set = paper_set,
		.help = N_("The reminder goes into the case's register as a document that went out.")},
	{.name = NULL},
};
static const struct field ruling_fields[] = {
	{.name = "outcome",
		.label = N_("Outcome"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choices = outcomes,
		.get = outcome_get,
		.set = outcome_set},
	{.name = "on", .label = N_("Day"), .kind = FIELD_DAY, .required = true, .get = on_get, .set = on_set},
	{.name = "reason",
		.label = N_("Reason"),
		.kind = FIELD_TEXT,
		.rows = 3,
		.get = reason_get,
		.set = reason_set,
		.help = N_("Needed when it is sent back: what is lacking.")},
	{.name = "again_on",
		.label = N_("Anew by"),
		.kind = FIELD_DAY,
		.get = again_on_get,
		.set = again_on_set,
		.help = N_("When it is sent back: the day it is to be sent in anew.")},
	{.name = NULL},
};
static const struct field due_fields[] = {
	{.name = "due_on",
		.label = N_("By"),
		.kind = FIELD_DAY,
		.required = true,
		.get = due_on_get,
		.set = due_on_set},
	{.name = "why",
		.label = N_("Why"),
		.kind = FIELD_TEXT,
		.rows = 3,
		.required = true,
		.get = why_get,
		.set = why_set,
		.help = N_("Why a further partial report is asked for; another day of a report is a new decision.")},
	{.name = NULL},
};

/* ---- saving */

static bool region_save(const struct told_record *record, const struct operation *op, struct error *err)
{
	return reporting_region_put(record->base.desk->cw, op, record->due,
		&(struct reporting_told){.region = record->region,
			.effects = text_blank(record->effects) ? NULL : record->effects,
			.set_used = record->used != MONEY_UNKNOWN,
			.set_unused = record->unused != MONEY_UNKNOWN,
			.used_ore = record->used,
			.unused_ore = record->unused},
		err);
}

static bool effect_save(const struct told_record *record, const struct operation *op, struct error *err)
{
	return reporting_effect_put(record->base.desk->cw, op, record->due,
		&(struct reporting_achieved){.indicator = (int)strtol(record->indicator, NULL, 10),
			.region = !strcmp(record->region, "-") ? NULL : record->region,
			.achieved = record->achieved,
			.achieved_on = record->achieved_on,
			.note = record->note},
		err);
}

static bool ruling_save(const struct told_record *record, const struct operation *op, struct error *err)
{
	struct reporting_ruling ruling = {record->on, record->reason, record->again_on};

	return !strcmp(record->outcome, "approved")
		       ? reporting_approve(record->base.desk->cw, op, record->due, &ruling, err)
		       : reporting_send_back(record->base.desk->cw, op, record->due, &ruling, err);
}

static bool told_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct told_record *record = given;
	struct operation op = record_operation(operation, version);
	struct casework *cw = record->base.desk->cw;

	(void)ui;
	(void)wrong;
	switch (record->which) {
	case REPORTING_FORM_CONTENT:
		return reporting_content_put(cw, &op, record->due,
			&(struct reporting_content){.progress = record->final ? NULL : record->progress,
				.carried_out = record->final ? record->carried_out : NULL,
				.set_cost = record->final,
				.total_cost_ore = record->cost},
			err);
	case REPORTING_FORM_REGION: return region_save(record, &op, err);
	case REPORTING_FORM_EFFECT: return effect_save(record, &op, err);
	case REPORTING_FORM_ARRIVAL:
		return reporting_receive(cw, &op, record->due,
			&(struct reporting_arrival){record->received_on, (int)record->document}, err);
	case REPORTING_FORM_REMIND:
		return reporting_remind(cw, &op, record->due,
			&(struct reporting_reminding){.sent_on = record->sent_on,
				.way = record->way,
				.region = record->region,
				.all = !text_blank(record->all),
				.paper = !text_blank(record->paper)},
			err);
	case REPORTING_FORM_RULING: return ruling_save(record, &op, err);
	case REPORTING_FORM_DUE:
		return reporting_due_add(cw, &op, record->measure,
			&(struct reporting_due_change){"partial", record->due_on, record->why}, NULL, err);
	case REPORTING_FORMS: break;
	}
	return false;
}

static void told_saved(struct ui *ui, void *given)
{
	const struct told_record *record = given;
	bool approved = record->which == REPORTING_FORM_RULING && !strcmp(record->outcome, "approved");

	ui_stale(ui);
	ui_say(ui, "%s",
		approved ? _("Saved: the report is approved. V says that the condition of an instalment is met.")
			 : _("Saved."));
}

#define KIND(word, head, table)                                                                                        \
	{                                                                                                              \
		.name = word, .title = head, .fields = table, .save = told_save, .saved = told_saved,                  \
		.done = record_done                                                                                    \
	}
static const struct form_kind kinds[REPORTING_FORMS] = {
	[REPORTING_FORM_CONTENT] = KIND("reporting-content", N_("What the report says"), partial_fields),
	[REPORTING_FORM_REGION] = KIND("reporting-region", N_("What a region reports"), region_fields),
	[REPORTING_FORM_EFFECT] = KIND("reporting-effect", N_("What was achieved"), effect_fields),
	[REPORTING_FORM_ARRIVAL] = KIND("reporting-arrival", N_("A report that came in"), arrival_fields),
	[REPORTING_FORM_REMIND] = KIND("reporting-remind", N_("A reminder"), remind_fields),
	[REPORTING_FORM_RULING] = KIND("reporting-ruling", N_("Ruling on the report"), ruling_fields),
	[REPORTING_FORM_DUE] = KIND("reporting-due", N_("A further partial report"), due_fields),
};
static const struct form_kind final_kind = KIND("reporting-content", N_("What the final report says"), final_fields);

/* ---- opening */

static void choices_take(struct told_record *record, const struct reporting_sheet *sheet)
{
	struct arena *arena = &record->base.arena;

	record->regions = arena_take(arena, (size_t)(sheet->region_count + 1) * sizeof *record->regions);
	record->indicators = arena_take(arena, (size_t)(sheet->effect_count + 1) * sizeof *record->indicators);
	for (int i = 0; i < sheet->region_count; i++)
		record->regions[record->region_count++] = (struct field_choice){
			arena_text(arena, sheet->regions[i].region), arena_text(arena, sheet->regions[i].short_name)};
	for (int i = 0; i < sheet->effect_count; i++)
		if (!*sheet->effects[i].region)
			record->indicators[record->indicator_count++] =
				(struct field_choice){arena_format(arena, "%d", sheet->effects[i].n),
					arena_text(arena, sheet->effects[i].name)};
}

static struct told_record *told_record(struct ui *ui, enum reporting_form which, const struct reporting_sheet *sheet)
{
	struct told_record *record = record_new(ui, sizeof *record);
	struct arena *arena = &record->base.arena;
	const struct reporting_take *take = sheet->take_count ? &sheet->takes[sheet->take_count - 1] : NULL;
	char today[DAY_TEXT];

	day_text(ui_today(ui), today);
	record->which = which;
	record->due = sheet->due.id;
	record->measure = sheet->due.measure;
	record->final = !strcmp(sheet->due.kind, "final");
	record->cost = take ? take->total_cost_ore : MONEY_UNKNOWN;
	record->used = record->unused = MONEY_UNKNOWN;
	record->progress = arena_text(arena, take ? take->progress : "");
	record->carried_out = arena_text(arena, take ? take->carried_out : "");
	choices_take(record, sheet);
	record->region = which == REPORTING_FORM_EFFECT ? "-" : record->region_count ? record->regions[0].word : NULL;
	record->indicator = record->indicator_count ? record->indicators[0].word : NULL;
	record->way = "email";
	record->received_on = record->sent_on = record->on = arena_text(arena, today);
	return record;
}

void reporting_form_open(struct ui *ui, enum reporting_form which, const struct reporting_sheet *sheet)
{
	struct told_record *record = told_record(ui, which, sheet);
	bool final = which == REPORTING_FORM_CONTENT && record->final;
	bool open = which != REPORTING_FORM_ARRIVAL && which != REPORTING_FORM_REMIND && which != REPORTING_FORM_DUE;
	const struct form_kind *kind = final ? &final_kind : &kinds[which];
	char key[64];

	snprintf(key, sizeof key, "%s-%lld", kind->name, (long long)sheet->due.id);
	form_open(
		ui, &(struct form_what){.kind = kind,
			    .key = key,
			    .title = record_about_application(record, sheet->due.application, sheet->due.measure, NULL),
			    .record = record,
			    .version = open                          ? sheet->due.report_version
				       : which == REPORTING_FORM_DUE ? 0
								     : sheet->due.version});
}

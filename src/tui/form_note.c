/* The form of a dialogue note. A correction is a new note that points at the old one. */
#include "tui/record.h"

#include "base/words.h"
#include "casework/application.h"
#include "casework/measure.h"
#include "casework/note.h"

struct note_record {
	struct record base;
	int64_t application;
	int corrects;
	struct measure_list measures;
	char (*numbers)[DESK_NUMBER]; /* of the measures, for the choices */
	const char *measure, *kind, *occurred_on, *occurred_time, *way, *with_whom, *with_role, *with_name, *said,
		*changed, *gate, *criterion, *follow_on, *meant;
	int n; /* given by the save */
};

RECORD_TEXT(note_record, measure)
RECORD_TEXT(note_record, kind)
RECORD_DAY(note_record, occurred_on)
RECORD_TEXT(note_record, occurred_time)
RECORD_TEXT(note_record, way)
RECORD_TEXT(note_record, with_whom)
RECORD_TEXT(note_record, with_role)
RECORD_TEXT(note_record, with_name)
RECORD_TEXT(note_record, said)
RECORD_TEXT(note_record, changed)
RECORD_TEXT(note_record, gate)
RECORD_TEXT(note_record, criterion)
RECORD_DAY(note_record, follow_on)
RECORD_TEXT(note_record, meant)
RECORD_WORDS(meant, "note_for")
RECORD_WORDS(way, "dialogue")
RECORD_WORDS(kind, "note")

/* The whole application, or one of its measures. */
static bool measure_choice(const void *given, int which, struct field_choice *out)
{
	const struct note_record *record = given;

	if (which == 0) {
		*out = (struct field_choice){"0", _("the whole application")};
		return true;
	}
	if (which > record->measures.count)
		return false;
	*out = (struct field_choice){record->numbers[which - 1], record->measures.items[which - 1].title};
	return true;
}

static const struct field fields[] = {
	{.name = "said",
		.label = N_("What was said"),
		.kind = FIELD_TEXT,
		.rows = 5,
		.required = true,
		.get = said_get,
		.set = said_set,
		.help = N_("Facts that can matter for the decision (27 § FL). Never rewritten.")},
	{.name = "changed",
		.label = N_("What it changed"),
		.kind = FIELD_TEXT,
		.rows = 2,
		.get = changed_get,
		.set = changed_set},
	{.name = "way",
		.label = N_("Way"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choice = way_choice,
		.get = way_get,
		.set = way_set},
	{.name = "occurred_on",
		.label = N_("Day"),
		.kind = FIELD_DAY,
		.required = true,
		.get = occurred_on_get,
		.set = occurred_on_set},
	{.name = "occurred_time",
		.label = N_("Time"),
		.kind = FIELD_LINE,
		.get = occurred_time_get,
		.set = occurred_time_set,
		.help = N_("As 14:02; may be empty.")},
	{.name = "with_whom",
		.label = N_("With organisation"),
		.kind = FIELD_LINE,
		.get = with_whom_get,
		.set = with_whom_set},
	{.name = "with_role",
		.label = N_("Their role"),
		.kind = FIELD_LINE,
		.get = with_role_get,
		.set = with_role_set},
	{.name = "with_name",
		.label = N_("Their name"),
		.kind = FIELD_LINE,
		.get = with_name_get,
		.set = with_name_set},
	{.name = "measure",
		.label = N_("About"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choice = measure_choice,
		.get = measure_get,
		.set = measure_set},
	{.name = "kind",
		.label = N_("Kept as"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choice = kind_choice,
		.get = kind_get,
		.set = kind_set,
		.help = N_("A file note belongs to the case; working material is sorted out when the case closes.")},
	{.name = "gate",
		.label = N_("Control point"),
		.kind = FIELD_LINE,
		.get = gate_get,
		.set = gate_set,
		.help = N_("The control point it is about, as G12; may be empty.")},
	{.name = "criterion",
		.label = N_("Criterion"),
		.kind = FIELD_LINE,
		.get = criterion_get,
		.set = criterion_set,
		.help = N_("The criterion it is about, as K4; may be empty.")},
	{.name = "meant",
		.label = N_("Meant"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choice = meant_choice,
		.get = meant_get,
		.set = meant_set,
		.help = N_("What is to be communicated the applicant is told of and may comment on (25 § FL).")},
	{.name = "follow_on",
		.label = N_("Follow up"),
		.kind = FIELD_DAY,
		.get = follow_on_get,
		.set = follow_on_set,
		.help = N_("A day to come back to it: it then stands among what is to be done.")},
	{.name = NULL},
};

static const char *text_or_none(const char *text)
{
	return text && text[0] ? text : NULL;
}

static int64_t measure_meant(const struct note_record *record)
{
	for (int i = 0; i < record->measures.count; i++)
		if (!strcmp(record->numbers[i], record->measure))
			return record->measures.items[i].id;
	return 0;
}

static bool note_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct note_record *record = given;
	struct operation op = record_operation(operation, 0);
	struct note_change change = {
		.kind = record->kind,
		.occurred_on = record->occurred_on,
		.occurred_time = record->occurred_time && record->occurred_time[0] ? record->occurred_time : NULL,
		.way = record->way,
		.with_whom = record->with_whom,
		.with_role = record->with_role,
		.with_name = record->with_name,
		.said = record->said,
		.changed = record->changed,
		.measure = measure_meant(record),
		.corrects_n = record->corrects,
		.gate = text_or_none(record->gate),
		.criterion = text_or_none(record->criterion),
		.follow_on = text_or_none(record->follow_on),
		.communicate = record->meant && !strcmp(record->meant, "communicate"),
	};

	(void)ui;
	(void)version;
	(void)wrong;
	return note_add(record->base.desk->cw, &op, record->application, &change, &record->n, err);
}

static void note_saved(struct ui *ui, void *given)
{
	ui_stale(ui);
	ui_say(ui, _("Note %d is saved."), ((struct note_record *)given)->n);
}

static void note_done(void *given)
{
	struct note_record *record = given;

	measure_list_done(&record->measures);
	record_done(record);
}

static const struct form_kind kind = {.name = "note",
	.title = N_("Dialogue note"),
	.fields = fields,
	.save = note_save,
	.saved = note_saved,
	.done = note_done};

/* What the note begins with: today, the whole application or the measure, or the note that is corrected. */
static bool note_begin(struct note_record *record, int64_t measure, struct error *err)
{
	char today[DAY_TEXT];
	struct note_list notes;

	day_text(casework_today(record->base.desk->cw), today);
	record->occurred_on = arena_text(&record->base.arena, today);
	record->kind = "file";
	record->meant = "internal";
	record->measure = "0";
	if (!measure_list_load(record->base.desk->cw, record->application, &record->measures, err))
		return false;
	record->numbers =
		arena_take(&record->base.arena, (size_t)(record->measures.count + 1) * sizeof *record->numbers);
	for (int i = 0; i < record->measures.count; i++) {
		const struct measure *one = &record->measures.items[i];

		desk_measure(record->base.desk, one->year, one->application_n, one->n, record->numbers[i]);
		if (one->id == measure)
			record->measure = record->numbers[i];
	}
	if (!record->corrects)
		return true;
	if (!note_list_load(record->base.desk->cw, record->application, &notes, err))
		return false;
	for (int i = 0; i < notes.count; i++) {
		if (notes.items[i].n != record->corrects)
			continue;
		record->said = arena_text(&record->base.arena, notes.items[i].said);
		record->way = arena_text(&record->base.arena, notes.items[i].way);
		record->with_whom = arena_text(&record->base.arena, notes.items[i].with_whom);
		record->with_role = arena_text(&record->base.arena, notes.items[i].with_role);
		record->with_name = arena_text(&record->base.arena, notes.items[i].with_name);
		record->occurred_on = arena_text(&record->base.arena, notes.items[i].occurred_on);
	}
	note_list_done(&notes);
	return true;
}

void note_form(struct ui *ui, int64_t application, int64_t measure, int corrects)
{
	struct note_record *record = record_new(ui, sizeof *record);
	struct error err = {0};
	char key[64], part[64] = "";

	record->application = application;
	record->corrects = corrects;
	if (!record_begun(ui, record, note_begin(record, measure, &err), note_done, &err))
		return;
	snprintf(key, sizeof key, "note-%lld-%d", (long long)application, corrects);
	if (corrects)
		snprintf(part, sizeof part, _("corrects note %d"), corrects);
	form_open(ui, &(struct form_what){.kind = &kind,
			      .key = key,
			      .title = record_about_application(record, application, 0, part),
			      .record = record});
}

/* The demo's form: a field of each kind. */
#include "base/money.h"
#include "tui/ui.h"
#include "tui_demo.h"

struct record {
	struct thing *thing;
	char applicant[128];
	char reason[4096];
	int64_t ore, measures;
};

static const struct field_choice wishes[] = {
	{"full", "helt"}, {"part", "delvis"}, {"adjusted", "anpassat"}, {"split", "delas upp"}, {NULL, NULL}};

static const char *applicant_get(const void *record, struct arena *arena)
{
	return arena_text(arena, ((const struct record *)record)->thing->name);
}

static const char *ore_get(const void *record, struct arena *arena)
{
	char money[MONEY_TEXT];
	return arena_text(arena, money_text(((const struct record *)record)->thing->ore, MONEY_PLAIN, true, money));
}

static bool applicant_set(void *given, const struct field_value *value, struct error *err)
{
	struct record *record = given;
	(void)err;
	snprintf(record->applicant, sizeof record->applicant, "%s", value->text);
	return true;
}

static bool reason_set(void *given, const struct field_value *value, struct error *err)
{
	struct record *record = given;
	(void)err;
	snprintf(record->reason, sizeof record->reason, "%s", value->text);
	return true;
}

static bool ore_set(void *record, const struct field_value *value, struct error *err)
{
	(void)err;
	((struct record *)record)->ore = value->number;
	return true;
}

static bool measures_set(void *record, const struct field_value *value, struct error *err)
{
	if (value->number > 20) {
		return refuse(err, ERROR_INVALID, "Högst 20 åtgärder i ett ärende.");
	}
	((struct record *)record)->measures = value->number;
	return true;
}

static const struct field demo_fields[] = {
	{.name = "applicant",
		.label = "Sökande",
		.kind = FIELD_LINE,
		.required = true,
		.get = applicant_get,
		.set = applicant_set,
		.help = "Regionens namn som det står i ansökan."},
	{.name = "wish", .label = "Beviljas", .kind = FIELD_CHOICE, .choices = wishes},
	{.name = "deadline", .label = "Frist", .kind = FIELD_DAY, .help = "Som 2026-12-01, 1/12, +14 eller idag."},
	{.name = "sought", .label = "Sökt", .kind = FIELD_MONEY, .required = true, .get = ore_get, .set = ore_set},
	{.name = "measures", .label = "Åtgärder", .kind = FIELD_NUMBER, .set = measures_set},
	{.name = "alone", .label = "Söker ensam", .kind = FIELD_CHECKBOX},
	{.name = "reason", .label = "Skäl", .kind = FIELD_TEXT, .rows = 4, .required = true, .set = reason_set},
	{.name = NULL},
};

static bool record_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct record *record = given;
	(void)ui;
	(void)operation;
	(void)version;
	if (strcmp(record->applicant, "Ingen") == 0) {
		*wrong = "applicant";
		return refuse(err, ERROR_INVALID, "Ingen region heter Ingen.");
	}
	record->thing->ore = record->ore;
	return true;
}

static void record_saved(struct ui *ui, void *given)
{
	const struct record *record = given;
	ui_say(ui, "Sparat: %d %s, %d tecken skäl.", record->thing->number, record->applicant,
		(int)strlen(record->reason));
}

static const struct form_kind demo_form = {
	.name = "thing",
	.title = "Ändra",
	.fields = demo_fields,
	.save = record_save,
	.saved = record_saved,
	.done = free,
};

void demo_form_open(struct ui *ui, struct thing *thing)
{
	char key[32], title[96];
	struct record *record = memory_take(sizeof *record);
	memset(record, 0, sizeof *record);
	record->thing = thing;
	snprintf(key, sizeof key, "thing-%d", thing->number);
	snprintf(title, sizeof title, "%d %s", thing->number, thing->name);
	form_open(ui,
		&(struct form_what){.kind = &demo_form, .key = key, .title = title, .record = record, .version = 1});
}

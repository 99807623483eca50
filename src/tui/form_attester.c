/* The forms of the attest list: who may review or authorise, and the last day of a row. */
#include "tui/record.h"

#include "base/words.h"
#include "casework/attest_power.h"
#include "casework/person.h"

struct attester_record {
	struct record base;
	struct field_choice *persons;
	int person_count;
	const char *person, *step, *from_on, *to_on, *source;
	int64_t most_ore;
};

RECORD_TEXT(attester_record, person)
RECORD_TEXT(attester_record, step)
RECORD_DAY(attester_record, from_on)
RECORD_DAY(attester_record, to_on)
RECORD_TEXT(attester_record, source)

static bool person_choice(const void *given, int which, struct field_choice *out)
{
	const struct attester_record *record = given;

	if (which >= record->person_count)
		return false;
	*out = record->persons[which];
	return true;
}

static bool most_set(void *given, const struct field_value *value, struct error *err)
{
	(void)err;
	((struct attester_record *)given)->most_ore = value->number;
	return true;
}

static const struct field_choice steps[] = {
	{"review", N_("review")},
	{"decide", N_("authorise")},
	{NULL, NULL},
};

static const struct field fields[] = {
	{.name = "person",
		.label = N_("Person"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choice = person_choice,
		.get = person_get,
		.set = person_set,
		.help = N_("The controllers of today. Nobody enters themselves.")},
	{.name = "step",
		.label = N_("May"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choices = steps,
		.get = step_get,
		.set = step_set},
	{.name = "most",
		.label = N_("At most"),
		.kind = FIELD_MONEY,
		.set = most_set,
		.help = N_("Of one row; empty: any amount.")},
	{.name = "from_on",
		.label = N_("First day"),
		.kind = FIELD_DAY,
		.required = true,
		.get = from_on_get,
		.set = from_on_set},
	{.name = "to_on",
		.label = N_("Last day"),
		.kind = FIELD_DAY,
		.get = to_on_get,
		.set = to_on_set,
		.help = N_("Empty: until further notice.")},
	{.name = "source",
		.label = N_("Source"),
		.kind = FIELD_LINE,
		.required = true,
		.get = source_get,
		.set = source_set,
		.help = N_(
			"Where it is decided: the rules of procedure and their section, or a decision and its day.")},
	{.name = NULL},
};
static bool attester_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct attester_record *record = given;
	struct operation op = record_operation(operation, version);
	struct attest_power_change change = {strtoll(record->person, NULL, 10), record->step, record->from_on,
		record->to_on, record->source, record->most_ore};

	(void)ui;
	(void)wrong;
	return attest_power_add(record->base.desk->cw, &op, &change, NULL, err);
}

static void attester_saved(struct ui *ui, void *given)
{
	(void)given;
	ui_stale(ui);
	ui_say(ui, "%s", _("The person is on the attest list."));
}

static bool persons_begin(struct attester_record *record, struct error *err)
{
	struct arena *arena = &record->base.arena;
	struct person_list list;

	if (!person_list_load(record->base.desk->cw, &list, err))
		return false;
	record->persons = arena_take(arena, ((size_t)list.count + 1) * sizeof *record->persons);
	for (int i = 0; i < list.count; i++) {
		if (!(list.items[i].roles & ROLE_CONTROLLER))
			continue;
		record->persons[record->person_count++] =
			(struct field_choice){arena_format(arena, "%lld", (long long)list.items[i].id),
				arena_text(arena, list.items[i].name)};
	}
	person_list_done(&list);
	return true;
}

static bool attester_find(
	struct casework *cw, int64_t id, struct arena *arena, int64_t *version, const char **to_on, struct error *err)
{
	struct attest_power_list list;
	bool found = false;

	if (!attest_power_list_load(cw, &list, err))
		return false;
	for (int i = 0; i < list.count && !found; i++) {
		found = list.items[i].id == id;
		if (found) {
			*version = list.items[i].version;
			*to_on = arena_text(arena, list.items[i].to_on);
		}
	}
	attest_power_list_done(&list);
	return found || refuse(err, ERROR_MISSING, _("There is no such row of the attest list. Nothing was changed."));
}
static const struct term_kind ends = {
	"attester", N_("The row of the attest list ends on %s."), attester_find, attest_power_end};

static const struct form_kind kind = {.name = "attester",
	.title = N_("Attest list"),
	.fields = fields,
	.save = attester_save,
	.saved = attester_saved,
	.done = record_done};

void attester_form(struct ui *ui, int64_t power)
{
	struct attester_record *record;
	struct error err = {0};
	char today[DAY_TEXT];

	if (power) {
		term_form(ui, &ends, power);
		return;
	}
	record = record_new(ui, sizeof *record);
	if (!record_begun(ui, record, persons_begin(record, &err), record_done, &err))
		return;
	day_text(ui_today(ui), today);
	record->from_on = arena_text(&record->base.arena, today);
	record->person = record->source = "";
	record->step = "review";
	record->most_ore = MONEY_UNKNOWN;
	form_open(ui, &(struct form_what){.kind = &kind, .key = "attester-0", .record = record});
}

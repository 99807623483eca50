/* The forms of the attest list: who may review or authorise, and the last day of a row. */
#include "tui/record.h"

#include "base/words.h"
#include "casework/attest_power.h"
#include "casework/person.h"

struct attester_record {
	struct record base;
	int64_t power, version; /* power 0: a new row */
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

static const struct field new_fields[] = {
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
static const struct field end_fields[] = {
	{.name = "to_on",
		.label = N_("Last day"),
		.kind = FIELD_DAY,
		.required = true,
		.get = to_on_get,
		.set = to_on_set,
		.help = N_("What was attested until then stands. The row stays in the list.")},
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
	if (record->power)
		return attest_power_end(record->base.desk->cw, &op, record->power, record->to_on, err);
	return attest_power_add(record->base.desk->cw, &op, &change, NULL, err);
}

static void attester_saved(struct ui *ui, void *given)
{
	const struct attester_record *record = given;

	ui_stale(ui);
	if (record->power)
		ui_say(ui, _("The row of the attest list ends on %s."), record->to_on);
	else
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

/* The row as it is now, by whoever changed it. */
static bool power_begin(struct attester_record *record, struct error *err)
{
	struct attest_power_list list;

	if (!attest_power_list_load(record->base.desk->cw, &list, err))
		return false;
	for (int i = 0; i < list.count; i++) {
		if (list.items[i].id == record->power) {
			record->version = list.items[i].version;
			record->to_on = arena_text(&record->base.arena, list.items[i].to_on);
		}
	}
	attest_power_list_done(&list);
	return record->version ||
	       refuse(err, ERROR_MISSING, _("There is no such row of the attest list. Nothing was changed."));
}

static void *attester_fresh(struct ui *ui, const void *given, int64_t *version, struct error *err)
{
	struct attester_record *record = record_new(ui, sizeof *record);

	record->power = ((const struct attester_record *)given)->power;
	if (!power_begin(record, err)) {
		record_done(record);
		return NULL;
	}
	*version = record->version;
	return record;
}

static const struct form_kind new_kind = {.name = "attester",
	.title = N_("Attest list"),
	.fields = new_fields,
	.save = attester_save,
	.saved = attester_saved,
	.done = record_done};
static const struct form_kind end_kind = {.name = "attester-end",
	.title = N_("The row ends"),
	.fields = end_fields,
	.save = attester_save,
	.saved = attester_saved,
	.fresh = attester_fresh,
	.done = record_done};

void attester_form(struct ui *ui, int64_t power)
{
	struct attester_record *record = record_new(ui, sizeof *record);
	struct error err = {0};
	char key[48], today[DAY_TEXT];

	record->power = power;
	record->most_ore = MONEY_UNKNOWN;
	if (power ? !power_begin(record, &err) : !persons_begin(record, &err)) {
		desk_refused(ui, &err);
		record_done(record);
		return;
	}
	day_text(ui_today(ui), today);
	record->from_on = arena_text(&record->base.arena, today);
	record->person = record->source = "";
	record->step = "review";
	if (power && !record->to_on)
		record->to_on = record->from_on;
	snprintf(key, sizeof key, power ? "attester-end-%lld" : "attester-%lld", (long long)power);
	form_open(ui, &(struct form_what){.kind = power ? &end_kind : &new_kind,
			      .key = key,
			      .record = record,
			      .version = record->version});
}

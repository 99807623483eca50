/* The form of an application round (8 §). */
#include "tui/record.h"

#include "base/words.h"
#include "casework/round.h"

struct round_record {
	struct record base;
	int64_t round, version, year, criteria, gates;
	const char *name, *title, *opens_on, *closes_on;
};

RECORD_TEXT(round_record, name)
RECORD_TEXT(round_record, title)
RECORD_DAY(round_record, opens_on)
RECORD_DAY(round_record, closes_on)

#define RECORD_NUMBER(member)                                                                                          \
	static const char *member##_get(const void *record, struct arena *arena)                                       \
	{                                                                                                              \
		int64_t number = ((const struct round_record *)record)->member;                                        \
		return number ? arena_format(arena, "%" PRId64, number) : "";                                          \
	}                                                                                                              \
	static bool member##_set(void *record, const struct field_value *value, struct error *err)                     \
	{                                                                                                              \
		(void)err;                                                                                             \
		((struct round_record *)record)->member = value->number;                                               \
		return true;                                                                                           \
	}
RECORD_NUMBER(year)
RECORD_NUMBER(criteria)
RECORD_NUMBER(gates)

static const struct field fields[] = {
	{.name = "name",
		.label = N_("Round"),
		.kind = FIELD_LINE,
		.required = true,
		.get = name_get,
		.set = name_set,
		.help = N_("A short name without blanks, such as 2026.")},
	{.name = "title",
		.label = N_("Title of the round"),
		.kind = FIELD_LINE,
		.required = true,
		.get = title_get,
		.set = title_set},
	{.name = "year",
		.label = N_("Year"),
		.kind = FIELD_NUMBER,
		.required = true,
		.get = year_get,
		.set = year_set,
		.help = N_("The year its decisions are meant for.")},
	{.name = "opens_on",
		.label = N_("Opens"),
		.kind = FIELD_DAY,
		.required = true,
		.get = opens_on_get,
		.set = opens_on_set},
	{.name = "closes_on",
		.label = N_("Closes"),
		.kind = FIELD_DAY,
		.required = true,
		.get = closes_on_get,
		.set = closes_on_set},
	{.name = "criteria",
		.label = N_("Criteria, version"),
		.kind = FIELD_NUMBER,
		.required = true,
		.get = criteria_get,
		.set = criteria_set},
	{.name = "gates",
		.label = N_("Control points, version"),
		.kind = FIELD_NUMBER,
		.required = true,
		.get = gates_get,
		.set = gates_set},
	{.name = NULL},
};

static bool round_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct round_record *record = given;
	struct operation op = record_operation(operation, version);
	struct round_change change = {record->name, record->title, record->opens_on, record->closes_on,
		(int)record->year, record->criteria, record->gates};

	(void)ui;
	(void)wrong;
	if (record->round)
		return round_change(record->base.desk->cw, &op, record->round, &change, err);
	return round_add(record->base.desk->cw, &op, &change, &record->round, err);
}

static void round_saved(struct ui *ui, void *given)
{
	ui_stale(ui);
	ui_say(ui, _("Round %s is saved."), ((struct round_record *)given)->name);
}

static void *round_fresh(struct ui *ui, const void *given, int64_t *version, struct error *err);

static const struct form_kind kind = {.name = "round",
	.title = N_("Round"),
	.fields = fields,
	.save = round_save,
	.saved = round_saved,
	.fresh = round_fresh,
	.done = record_done};

static struct round_record *round_begin(struct ui *ui, int64_t round, struct error *err)
{
	struct round_record *record = record_new(ui, sizeof *record);
	struct round_list list;

	record->round = round;
	record->criteria = record->gates = 1;
	if (!round_list_load(record->base.desk->cw, &list, err)) {
		record_done(record);
		return NULL;
	}
	for (int i = 0; i < list.count; i++) {
		const struct round *one = &list.items[i];

		if (one->id != round)
			continue;
		record->version = one->version;
		record->year = one->year;
		record->criteria = one->criteria_version;
		record->gates = one->gate_version;
		record->name = arena_text(&record->base.arena, one->name);
		record->title = arena_text(&record->base.arena, one->title);
		record->opens_on = arena_text(&record->base.arena, one->opens_on);
		record->closes_on = arena_text(&record->base.arena, one->closes_on);
	}
	round_list_done(&list);
	return record;
}

static void *round_fresh(struct ui *ui, const void *given, int64_t *version, struct error *err)
{
	struct round_record *record = round_begin(ui, ((const struct round_record *)given)->round, err);

	if (record)
		*version = record->version;
	return record;
}

void round_form(struct ui *ui, int64_t round)
{
	struct error err = {0};
	struct round_record *record = round_begin(ui, round, &err);
	char key[64];

	if (!record) {
		desk_refused(ui, &err);
		return;
	}
	snprintf(key, sizeof key, "round-%lld", (long long)round);
	form_open(ui, &(struct form_what){.kind = &kind,
			      .key = key,
			      .title = record->name,
			      .record = record,
			      .version = record->version});
}

/* The form of a limit: a dated row with its source. Old rows stay, so nothing here can collide. */
#include "tui/record.h"

#include "base/words.h"
#include "casework/budget.h"
#include "casework/round.h"

struct limit_record {
	struct record base;
	struct round_list rounds;
	const char *kind, *year, *round, *valid_from, *source;
	int64_t ore;
};

RECORD_TEXT(limit_record, kind)
RECORD_TEXT(limit_record, year)
RECORD_TEXT(limit_record, round)
RECORD_DAY(limit_record, valid_from)
RECORD_TEXT(limit_record, source)

static bool ore_set(void *given, const struct field_value *value, struct error *err)
{
	(void)err;
	((struct limit_record *)given)->ore = value->number;
	return true;
}

static bool year_choice(const void *given, int which, struct field_choice *out)
{
	static const char *const years[BUDGET_YEARS] = {"2025", "2026", "2027", "2028", "2029", "2030"};

	(void)given;
	if (which >= BUDGET_YEARS)
		return false;
	*out = (struct field_choice){years[which], years[which]};
	return true;
}

static bool round_choice(const void *given, int which, struct field_choice *out)
{
	const struct limit_record *record = given;

	if (which >= record->rounds.count)
		return false;
	*out = (struct field_choice){record->rounds.items[which].name, record->rounds.items[which].name};
	return true;
}

static const struct field_choice kinds[] = {
	{"appropriation", N_("appropriation of the year")},
	{"carried", N_("carried over from earlier years")},
	{"commitment", N_("authority to commit later years")},
	{"round", N_("the round's own limit")},
	{NULL, NULL},
};
static const struct field fields[] = {
	{.name = "kind",
		.label = N_("Which limit"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choices = kinds,
		.get = kind_get,
		.set = kind_set,
		.help = N_("The appropriation is charged in the year money is paid.")},
	{.name = "year",
		.label = N_("Payment year"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choice = year_choice,
		.get = year_get,
		.set = year_set},
	{.name = "round",
		.label = N_("Of which round"),
		.kind = FIELD_CHOICE,
		.choice = round_choice,
		.get = round_get,
		.set = round_set,
		.help = N_("Only for the round's own limit.")},
	{.name = "amount",
		.label = N_("Limit amount"),
		.kind = FIELD_MONEY,
		.required = true,
		.set = ore_set,
		.help = N_("Kronor, or with a unit: 250 mnkr.")},
	{.name = "valid_from",
		.label = N_("Valid from"),
		.kind = FIELD_DAY,
		.required = true,
		.get = valid_from_get,
		.set = valid_from_set},
	{.name = "source",
		.label = N_("Its source"),
		.kind = FIELD_LINE,
		.required = true,
		.get = source_get,
		.set = source_set,
		.help = N_("The paper it stands in, such as the appropriation directions of a day.")},
	{.name = NULL},
};

static int64_t round_meant(const struct limit_record *record)
{
	for (int i = 0; i < record->rounds.count; i++)
		if (record->round && !strcmp(record->rounds.items[i].name, record->round))
			return record->rounds.items[i].id;
	return 0;
}

static bool limit_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	const struct limit_record *record = given;
	struct operation op = record_operation(operation, 0);
	struct limit_change change = {.kind = record->kind,
		.source = record->source,
		.valid_from = record->valid_from,
		.year = (int)strtol(record->year, NULL, 10),
		.round = round_meant(record),
		.ore = record->ore};
	bool of_round = !strcmp(record->kind, "round");

	(void)ui;
	(void)version;
	if (of_round != (change.round != 0)) {
		*wrong = "round";
		return refuse(err, ERROR_INVALID,
			of_round ? _("Which round's limit is it? Choose the round.")
				 : _("Only the round's own limit belongs to a round. Choose no round."));
	}
	return limit_put(record->base.desk->cw, &op, &change, err);
}

static void limit_saved(struct ui *ui, void *given)
{
	const struct limit_record *record = given;
	char money[MONEY_TEXT];

	ui_stale(ui);
	ui_say(ui, _("A limit of %s for %s is entered, valid from %s. Earlier ones stay."),
		desk_kr(record->base.desk, record->ore, money), record->year, record->valid_from);
}

static void limit_done(void *given)
{
	round_list_done(&((struct limit_record *)given)->rounds);
	record_done(given);
}

static const struct form_kind limit_kind = {.name = "limit",
	.title = N_("Enter a limit"),
	.fields = fields,
	.save = limit_save,
	.saved = limit_saved,
	.done = limit_done};

void limit_form(struct ui *ui, int year)
{
	struct limit_record *record = record_new(ui, sizeof *record);
	struct error err = {0};
	char key[32], text[DAY_TEXT];

	if (!round_list_load(record->base.desk->cw, &record->rounds, &err)) {
		desk_refused(ui, &err);
		record_done(record);
		return;
	}
	snprintf(key, sizeof key, "limit-%d", year);
	day_text(ui_today(ui), text);
	record->kind = "appropriation";
	record->round = record->source = "";
	record->ore = MONEY_UNKNOWN;
	record->year = arena_format(&record->base.arena, "%d", year);
	record->valid_from = arena_text(&record->base.arena, text);
	form_open(ui, &(struct form_what){.kind = &limit_kind, .key = key, .title = record->year, .record = record});
}

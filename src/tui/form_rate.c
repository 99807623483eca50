/* The form of a lending rate: the day it holds from, the rate and where it stands. */
#include "tui/record.h"

#include "base/words.h"
#include "casework/lending_rate.h"

struct rate_record {
	struct record base;
	const char *from_on, *per_cent, *source;
	int rate; /* per_cent read */
};

RECORD_DAY(rate_record, from_on)
RECORD_TEXT(rate_record, source)

static const char *per_cent_get(const void *given, struct arena *arena)
{
	return arena_text(arena, ((const struct rate_record *)given)->per_cent);
}

static bool per_cent_set(void *given, const struct field_value *value, struct error *err)
{
	struct rate_record *record = given;

	if (!per_cent_parse(value->text, &record->rate, err))
		return false;
	record->per_cent = arena_text(&record->base.arena, value->text);
	return true;
}

static const struct field fields[] = {
	{.name = "from_on",
		.label = N_("Holds from"),
		.kind = FIELD_DAY,
		.required = true,
		.get = from_on_get,
		.set = from_on_set,
		.help = N_("It holds to the next rate, and never past the end of its year.")},
	{.name = "per_cent",
		.label = N_("Lending rate"),
		.kind = FIELD_LINE,
		.required = true,
		.get = per_cent_get,
		.set = per_cent_set,
		.help = N_("In per cent, as 2,50: the two points of 20 § are added by the program.")},
	{.name = "source",
		.label = N_("Source"),
		.kind = FIELD_LINE,
		.required = true,
		.get = source_get,
		.set = source_set,
		.help = N_("Where it stands: Riksgälden's decision, with its day.")},
	{.name = NULL},
};

static bool rate_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	const struct rate_record *record = given;
	struct operation op = record_operation(operation, version);

	(void)ui;
	(void)wrong;
	return lending_rate_put(record->base.desk->cw, &op, record->from_on, record->rate, record->source, err);
}

static void rate_saved(struct ui *ui, void *given)
{
	struct rate_record *record = given;

	ui_stale(ui);
	ui_say(ui, _("The lending rate is %s from %s. Demands that were sent stay as they are."),
		per_cent_text(&record->base.arena, record->rate), record->from_on);
}

static const struct form_kind rate_kind = {.name = "rate",
	.title = N_("Lending rate"),
	.fields = fields,
	.save = rate_save,
	.saved = rate_saved,
	.done = record_done};

void rate_form(struct ui *ui)
{
	struct rate_record *record = record_new(ui, sizeof *record);
	char from[DAY_TEXT];

	day_text(day_make(day_year(ui_today(ui)), 1, 1), from);
	record->from_on = arena_text(&record->base.arena, from);
	record->per_cent = record->source = "";
	form_open(ui, &(struct form_what){.kind = &rate_kind, .key = "rate", .record = record});
}

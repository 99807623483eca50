/* The form of another body's number for a case. It is kept as it is written, whatever its format. */
#include "tui/papers.h"
#include "tui/record.h"

#include "base/text.h"
#include "base/words.h"

struct number_record {
	struct record base;
	struct case_ref of;
	int64_t id, version;
	const char *region, *number, *about;
};

RECORD_TEXT(number_record, region)
RECORD_TEXT(number_record, number)
RECORD_TEXT(number_record, about)

static const struct field fields[] = {
	{.name = "number",
		.label = N_("Number"),
		.kind = FIELD_LINE,
		.required = true,
		.get = number_get,
		.set = number_set,
		.help = N_("As it is written. A paper that carries it is shown this case.")},
	{.name = "region",
		.label = N_("Whose number"),
		.kind = FIELD_CHOICE,
		.choice = record_region,
		.get = region_get,
		.set = region_set},
	{.name = "about",
		.label = N_("What it is about"),
		.kind = FIELD_LINE,
		.get = about_get,
		.set = about_set,
		.help = N_("Such as whose number it is where no region is chosen, or a related matter elsewhere.")},
	{.name = NULL},
};

static bool number_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct number_record *record = given;
	struct operation op = record_operation(operation, version);
	struct cross_number_change change = {.region = text_blank(record->region) ? NULL : record->region,
		.number = record->number,
		.about = record->about ? record->about : ""};

	(void)ui;
	*wrong = "number";
	return cross_number_put(record->base.desk->cw, &op, &record->of, record->id, &change, err);
}

static void number_saved(struct ui *ui, void *given)
{
	ui_stale(ui);
	ui_say(ui, _("The number %s is noted."), ((struct number_record *)given)->number);
}

static struct number_record *number_begin(struct ui *ui, const struct case_ref *of, int64_t number, struct error *err)
{
	struct number_record *record = record_new(ui, sizeof *record);
	struct cross_number_list list;

	record->of = *of;
	record->id = number;
	if (!cross_number_list_load(record->base.desk->cw, of, &list, err)) {
		record_done(record);
		return NULL;
	}
	for (int i = 0; i < list.count; i++) {
		const struct cross_number *each = &list.items[i];

		if (each->id != number)
			continue;
		record->version = each->version;
		record->region = arena_text(&record->base.arena, each->region);
		record->number = arena_text(&record->base.arena, each->number);
		record->about = arena_text(&record->base.arena, each->about);
	}
	cross_number_list_done(&list);
	return record;
}

static void *number_fresh(struct ui *ui, const void *given, int64_t *version, struct error *err)
{
	const struct number_record *old = given;
	struct number_record *record = number_begin(ui, &old->of, old->id, err);

	if (record)
		*version = record->version;
	return record;
}

static const struct form_kind kind = {.name = "number",
	.title = N_("Other number"),
	.fields = fields,
	.save = number_save,
	.saved = number_saved,
	.fresh = number_fresh,
	.done = record_done};

void number_form(struct ui *ui, const struct case_ref *of, int64_t number)
{
	struct error err = {0};
	struct number_record *record = number_begin(ui, of, number, &err);
	char key[80];

	if (!record) {
		desk_refused(ui, &err);
		return;
	}
	snprintf(key, sizeof key, "number-%lld-%lld-%lld", (long long)of->application, (long long)of->matter,
		(long long)number);
	form_open(ui, &(struct form_what){.kind = &kind,
			      .key = key,
			      .title = record_about(record, of, NULL),
			      .record = record,
			      .version = record->version});
}

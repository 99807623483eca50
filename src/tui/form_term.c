/* The form of the last day of what holds from a day to a day: a power to sign, a row of the attest list. */
#include "tui/record.h"

#include "base/words.h"

struct term_record {
	struct record base;
	const struct term_kind *kind;
	int64_t id, version;
	const char *to_on;
};
RECORD_DAY(term_record, to_on)

static const struct field fields[] = {
	{.name = "to_on",
		.label = N_("Last day"),
		.kind = FIELD_DAY,
		.required = true,
		.get = to_on_get,
		.set = to_on_set,
		.help = N_("What was done until then stands. The row stays in the list.")},
	{.name = NULL},
};

static bool term_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct term_record *record = given;
	struct operation op = record_operation(operation, version);

	(void)ui;
	(void)wrong;
	return record->kind->end(record->base.desk->cw, &op, record->id, record->to_on, err);
}

static void term_saved(struct ui *ui, void *given)
{
	const struct term_record *record = given;

	ui_stale(ui);
	ui_say(ui, _(record->kind->said), record->to_on);
}

/* The row as it is now, by whoever changed it. */
static struct term_record *term_begin(struct ui *ui, const struct term_kind *kind, int64_t id, struct error *err)
{
	struct term_record *record = record_new(ui, sizeof *record);

	record->kind = kind;
	record->id = id;
	if (kind->find(record->base.desk->cw, id, &record->base.arena, &record->version, &record->to_on, err))
		return record;
	record_done(record);
	return NULL;
}

static void *term_fresh(struct ui *ui, const void *given, int64_t *version, struct error *err)
{
	const struct term_record *old = given;
	struct term_record *record = term_begin(ui, old->kind, old->id, err);

	if (record)
		*version = record->version;
	return record;
}

static const struct form_kind kind_form = {.name = "term-end",
	.title = N_("Last day"),
	.fields = fields,
	.save = term_save,
	.saved = term_saved,
	.fresh = term_fresh,
	.done = record_done};

void term_form(struct ui *ui, const struct term_kind *kind, int64_t id)
{
	struct error err = {0};
	struct term_record *record = term_begin(ui, kind, id, &err);
	char key[48], today[DAY_TEXT];

	if (!record) {
		desk_refused(ui, &err);
		return;
	}
	day_text(ui_today(ui), today);
	if (!record->to_on)
		record->to_on = arena_text(&record->base.arena, today);
	snprintf(key, sizeof key, "%s-end-%lld", kind->name, (long long)id);
	form_open(
		ui, &(struct form_what){.kind = &kind_form, .key = key, .record = record, .version = record->version});
}

/* The forms that close a case and open it again: a day and a reason. */
#include "tui/closing.h"
#include "tui/record.h"

#include "base/words.h"

struct closing_record {
	struct record base;
	int64_t application;
	struct closure_fate *fates;
	int count;
	bool reopens;
	const char *on, *why;
};

RECORD_DAY(closing_record, on)
RECORD_TEXT(closing_record, why)

static const struct field closing_fields[] = {
	{.name = "why",
		.label = N_("Reason"),
		.kind = FIELD_TEXT,
		.rows = 4,
		.required = true,
		.get = why_get,
		.set = why_set,
		.help = N_("Why the case is done: decided and paid, withdrawn, struck off. A closed case takes in and "
			   "sends "
			   "documents, and changes no more until it is reopened.")},
	{.name = "on", .label = N_("Closed on"), .kind = FIELD_DAY, .required = true, .get = on_get, .set = on_set},
	{.name = NULL},
};
static const struct field reopening_fields[] = {
	{.name = "why",
		.label = N_("Reason"),
		.kind = FIELD_TEXT,
		.rows = 4,
		.required = true,
		.get = why_get,
		.set = why_set,
		.help = N_("Why the case is opened again. What became of its working notes stays.")},
	{.name = NULL},
};

static bool closing_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct closing_record *record = given;
	struct operation op = record_operation(operation, version);
	struct casework *cw = record->base.desk->cw;

	(void)ui;
	(void)wrong;
	if (record->reopens)
		return case_reopen(cw, &op, record->application, record->why, err);
	return case_close(cw, &op, record->application, record->on, record->why, record->fates, record->count, err);
}

static void closing_saved(struct ui *ui, void *given)
{
	ui_stale(ui);
	ui_say(ui, "%s",
		((const struct closing_record *)given)->reopens ? _("The case is open again.")
								: _("The case is closed."));
}

static const struct form_kind closing_kind = {.name = "closing",
	.title = N_("Close the case"),
	.fields = closing_fields,
	.save = closing_save,
	.saved = closing_saved,
	.done = record_done};
static const struct form_kind reopening_kind = {.name = "reopening",
	.title = N_("Open the case again"),
	.fields = reopening_fields,
	.save = closing_save,
	.saved = closing_saved,
	.done = record_done};

static struct closing_record *closing_record(struct ui *ui, int64_t application)
{
	struct closing_record *record = record_new(ui, sizeof *record);
	char today[DAY_TEXT];

	day_text(ui_today(ui), today);
	record->application = application;
	record->on = arena_text(&record->base.arena, today);
	return record;
}

void closing_form(struct ui *ui, int64_t application, const struct closure_fate *fates, int count)
{
	struct closing_record *record = closing_record(ui, application);
	char key[48];

	record->fates = arena_take(&record->base.arena, (size_t)(count + 1) * sizeof *record->fates);
	memcpy(record->fates, fates, (size_t)count * sizeof *fates);
	record->count = count;
	snprintf(key, sizeof key, "closing-%lld", (long long)application);
	form_open(ui, &(struct form_what){.kind = &closing_kind,
			      .key = key,
			      .title = record_about_application(record, application, 0, NULL),
			      .record = record});
}

void reopening_form(struct ui *ui, int64_t application)
{
	struct closing_record *record = closing_record(ui, application);
	char key[48];

	record->reopens = true;
	snprintf(key, sizeof key, "reopening-%lld", (long long)application);
	form_open(ui, &(struct form_what){.kind = &reopening_kind,
			      .key = key,
			      .title = record_about_application(record, application, 0, NULL),
			      .record = record});
}

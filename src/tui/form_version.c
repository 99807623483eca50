/* Keeping the application as it stands: the reason is all there is to write. */
#include "tui/record.h"

#include "base/words.h"
#include "casework/version.h"

struct version_record {
	struct record base;
	int64_t application;
	int n;
	const char *why;
};

RECORD_TEXT(version_record, why)

static const struct field fields[] = {
	{.name = "why",
		.label = N_("Why it is kept"),
		.kind = FIELD_LINE,
		.required = true,
		.get = why_get,
		.set = why_set,
		.help = N_("Such as: before the adjusted application is entered.")},
	{.name = NULL},
};

static bool version_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct version_record *record = given;
	struct operation op = record_operation(operation, version);

	(void)ui;
	(void)wrong;
	return version_keep(record->base.desk->cw, &op, record->application, record->why, &record->n, err);
}

static void version_saved(struct ui *ui, void *given)
{
	ui_stale(ui);
	ui_say(ui, _("Version %d is kept."), ((struct version_record *)given)->n);
}

static const struct form_kind kind = {.name = "version",
	.title = N_("Keep a version"),
	.fields = fields,
	.save = version_save,
	.saved = version_saved,
	.done = record_done};

void version_form(struct ui *ui, int64_t application)
{
	struct version_record *record = record_new(ui, sizeof *record);
	char key[64];

	record->application = application;
	snprintf(key, sizeof key, "version-%lld", (long long)application);
	form_open(ui, &(struct form_what){.kind = &kind,
			      .key = key,
			      .title = record_about_application(record, application, 0, NULL),
			      .record = record});
}

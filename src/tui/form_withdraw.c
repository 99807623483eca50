/* The form of a withdrawal: the applicant takes back the whole application, or one measure of it. */
#include "tui/record.h"

#include "base/words.h"
#include "casework/application.h"
#include "casework/measure.h"

struct withdraw_record {
	struct record base;
	int64_t application, measure;
	const char *on, *why;
};

RECORD_DAY(withdraw_record, on)
RECORD_TEXT(withdraw_record, why)

static const struct field fields[] = {
	{.name = "on", .label = N_("Withdrawn on"), .kind = FIELD_DAY, .required = true, .get = on_get, .set = on_set},
	{.name = "why",
		.label = N_("How and why"),
		.kind = FIELD_TEXT,
		.rows = 4,
		.required = true,
		.get = why_get,
		.set = why_set,
		.help = N_("Who took it back, in what document, and why. It is recorded and stays.")},
	{.name = NULL},
};

static bool withdraw_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct withdraw_record *record = given;
	struct operation op = record_operation(operation, version);

	(void)ui;
	(void)wrong;
	if (record->measure)
		return measure_withdraw(record->base.desk->cw, &op, record->measure, record->on, record->why, err);
	return application_withdraw(record->base.desk->cw, &op, record->application, record->on, record->why, err);
}

static void withdraw_saved(struct ui *ui, void *given)
{
	(void)given;
	ui_stale(ui);
	ui_say(ui, "%s", _("The withdrawal is recorded."));
}

static const struct form_kind kind = {.name = "withdraw",
	.title = N_("Withdrawal"),
	.fields = fields,
	.save = withdraw_save,
	.saved = withdraw_saved,
	.done = record_done};

void withdraw_form(struct ui *ui, int64_t application, int64_t measure)
{
	struct withdraw_record *record = record_new(ui, sizeof *record);
	char key[64], today[DAY_TEXT];

	record->application = application;
	record->measure = measure;
	day_text(casework_today(record->base.desk->cw), today);
	record->on = arena_text(&record->base.arena, today);
	snprintf(key, sizeof key, "withdraw-%lld-%lld", (long long)application, (long long)measure);
	form_open(ui, &(struct form_what){.kind = &kind,
			      .key = key,
			      .record = record,
			      .title = record_about_application(
				      record, application, measure, measure ? NULL : _("the whole application"))});
}

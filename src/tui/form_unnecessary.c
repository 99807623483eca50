/* The form that records why communication is obviously unnecessary (FL 25 §). Invariant: it is a person's judgement
 * with a reason; the program never proposes it. */
#include "tui/clocking.h"
#include "tui/record.h"

#include "base/words.h"

struct unnecessary_record {
	struct record base;
	int64_t application;
	struct clocking about;
	const char *measure, *why;
};

RECORD_TEXT(unnecessary_record, measure)
RECORD_TEXT(unnecessary_record, why)

static bool measure_choice(const void *record, int which, struct field_choice *out)
{
	return clocking_measure(&((const struct unnecessary_record *)record)->about, which, out);
}

static const struct field fields[] = {
	{.name = "measure",
		.label = N_("Measure"),
		.kind = FIELD_CHOICE,
		.choice = measure_choice,
		.get = measure_get,
		.set = measure_set,
		.help = N_("- is the whole application.")},
	{.name = "why",
		.label = N_("Reason"),
		.kind = FIELD_TEXT,
		.rows = 4,
		.required = true,
		.get = why_get,
		.set = why_set,
		.help = N_("Why it is obvious that the applicant need not be told: the material is the applicant's "
			   "own, or "
			   "nothing goes against it. Your judgement, kept with your name.")},
	{.name = NULL},
};

static bool unnecessary_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct unnecessary_record *record = given;
	struct operation op = record_operation(operation, version);

	(void)ui;
	(void)wrong;
	return clock_uncommunicated(record->base.desk->cw, &op, record->application,
		clocking_measure_id(&record->about, record->measure), record->why, err);
}

static void unnecessary_saved(struct ui *ui, void *given)
{
	(void)given;
	ui_stale(ui);
	ui_say(ui, "%s", _("It is recorded that communication was judged unnecessary, and why."));
}

static void unnecessary_done(void *given)
{
	clocking_done(&((struct unnecessary_record *)given)->about);
	record_done(given);
}

static const struct form_kind kind = {.name = "unnecessary",
	.title = N_("Communication unnecessary (FL 25 §)"),
	.fields = fields,
	.save = unnecessary_save,
	.saved = unnecessary_saved,
	.done = unnecessary_done};

void unnecessary_form(struct ui *ui, int64_t application)
{
	struct unnecessary_record *record = record_new(ui, sizeof *record);
	struct error err = {0};
	char key[64];

	record->application = application;
	if (!record_begun(ui, record, clocking_load(&record->about, record->base.desk, application, &err),
		    unnecessary_done, &err))
		return;
	snprintf(key, sizeof key, "unnecessary-%lld", (long long)application);
	form_open(ui, &(struct form_what){.kind = &kind,
			      .key = key,
			      .title = record_about_application(record, application, 0, NULL),
			      .record = record});
}

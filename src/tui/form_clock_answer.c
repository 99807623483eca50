/* What comes of a time limit: the answer, what a person rules that follows, and more time. */
#include "tui/clocking.h"
#include "tui/record.h"

#include "base/text.h"
#include "base/words.h"

struct came_record {
	struct record base;
	int64_t application, version;
	int n, document_n;
	struct clocking about;
	const char *clock_kind, *on, *answer, *items, *outcome, *why, *until, *power_ref;
};

RECORD_DAY(came_record, on)
RECORD_TEXT(came_record, answer)
RECORD_TEXT(came_record, items)
RECORD_TEXT(came_record, outcome)
RECORD_TEXT(came_record, why)
RECORD_DAY(came_record, until)
RECORD_TEXT(came_record, power_ref)

static bool document_set(void *record, const struct field_value *value, struct error *err)
{
	(void)err;
	((struct came_record *)record)->document_n = value->number == NUMBER_NONE ? 0 : (int)value->number;
	return true;
}

static void document_about(const void *record, const char *typed, int64_t today, char out[FIELD_ABOUT])
{
	(void)today;
	clocking_document(&((const struct came_record *)record)->about, typed, out);
}

static void until_about(const void *record, const char *typed, int64_t today, char out[FIELD_ABOUT])
{
	const struct came_record *came = record;

	clocking_day(&came->about, typed, today, out);
	if (!out[0])
		clocking_signers(&came->about, *typed ? "respite" : "respite_refused", out);
}

static bool outcome_choice(const void *given, int which, struct field_choice *out)
{
	const struct came_record *record = given;
	const char *const *outcomes = clock_outcomes(record->clock_kind);

	for (int i = 0; outcomes[i]; i++) {
		if (i == which) {
			*out = (struct field_choice){outcomes[i], clock_outcome_words(outcomes[i])};
			return true;
		}
	}
	return false;
}

static const struct field answer_fields[] = {
	{.name = "document",
		.label = N_("Document"),
		.kind = FIELD_NUMBER,
		.set = document_set,
		.about = document_about,
		.help = N_("The answer's number in the case's register. Then the day may be left empty: it is the "
			   "paper's.")},
	{.name = "on",
		.label = N_("Came in"),
		.kind = FIELD_DAY,
		.get = on_get,
		.set = on_set,
		.help = N_("The day it counts as come in: post found at the first emptying is of the working day "
			   "before (FL 22 §).")},
	{.name = "items",
		.label = N_("Which of them"),
		.kind = FIELD_LINE,
		.get = items_get,
		.set = items_set,
		.help = N_("Numbers of what came, such as 1 3. * means all.")},
	{.name = "answer",
		.label = N_("The answer"),
		.kind = FIELD_TEXT,
		.rows = 4,
		.get = answer_get,
		.set = answer_set},
	{.name = NULL},
};
static const struct field end_fields[] = {
	{.name = "outcome",
		.label = N_("Outcome"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choice = outcome_choice,
		.get = outcome_get,
		.set = outcome_set},
	{.name = "why",
		.label = N_("What follows"),
		.kind = FIELD_TEXT,
		.rows = 4,
		.get = why_get,
		.set = why_set,
		.help = N_("Needed when no whole answer came, and when a ruling is made anew.")},
	{.name = "on", .label = N_("Day"), .kind = FIELD_DAY, .required = true, .get = on_get, .set = on_set},
	{.name = NULL},
};
static const struct field respite_fields[] = {
	{.name = "until",
		.label = N_("New last day"),
		.kind = FIELD_DAY,
		.get = until_get,
		.set = until_set,
		.about = until_about,
		.help = N_("Empty: more time is refused.")},
	{.name = "why",
		.label = N_("Reason"),
		.kind = FIELD_TEXT,
		.rows = 4,
		.required = true,
		.get = why_get,
		.set = why_set},
	{.name = "on", .label = N_("Asked for on"), .kind = FIELD_DAY, .required = true, .get = on_get, .set = on_set},
	{.name = "power_ref",
		.label = N_("Decision"),
		.kind = FIELD_LINE,
		.get = power_ref_get,
		.set = power_ref_set,
		.help = N_("The delegation's own decision, meeting and section, where you have no power to sign "
			   "yourself.")},
	{.name = NULL},
};

/* ---- saving */

enum { ITEMS_MOST = 200 };

static bool numbers_read(const char *text, int *items, int *count, struct error *err)
{
	for (*count = 0; text && *text;) {
		char *end;
		long n;

		text += strspn(text, " ,");
		if (!*text)
			return true;
		n = strtol(text, &end, 10);
		if (end == text || n < 1 || n > 100000 || *count == ITEMS_MOST)
			return refuse(
				err, ERROR_INVALID, _("Write the numbers of what came, such as 1 3, or * for all."));
		items[(*count)++] = (int)n;
		text = end;
	}
	return true;
}

static bool answer_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct came_record *record = given;
	struct operation op = record_operation(operation, version);
	int items[ITEMS_MOST];
	struct clock_answer_change change = {
		.answered_on = record->on, .answer = record->answer, .document_n = record->document_n, .items = items};

	(void)ui;
	change.all = record->items && !strcmp(record->items, "*");
	if (!change.all && !numbers_read(record->items, items, &change.item_count, err)) {
		*wrong = "items";
		return false;
	}
	return clock_answer(record->base.desk->cw, &op, record->application, record->n, &change, err);
}

static bool end_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct came_record *record = given;
	struct operation op = record_operation(operation, version);
	struct clock_end_change change = {record->outcome, record->why, record->on};

	(void)ui;
	(void)wrong;
	return clock_end(record->base.desk->cw, &op, record->application, record->n, &change, err);
}

static bool respite_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct came_record *record = given;
	struct operation op = record_operation(operation, version);
	struct clock_respite_change change = {record->on, record->until, record->why, record->power_ref};

	(void)ui;
	(void)wrong;
	return clock_respite(record->base.desk->cw, &op, record->application, record->n, &change, err);
}

static void came_saved(struct ui *ui, void *given)
{
	struct came_record *record = given;
	const char *warning = record->until ? clock_day_warning(day_read(record->until), &record->base.arena) : NULL;

	ui_stale(ui);
	if (warning)
		ui_say(ui, _("Note: %s"), warning);
	else
		ui_say(ui, _("Time limit %d is changed."), record->n);
}

static void came_done(void *given)
{
	struct came_record *record = given;

	clocking_done(&record->about);
	record_done(record);
}

static bool came_begin(struct came_record *record, struct error *err)
{
	struct arena *arena = &record->base.arena;
	const struct clock_row *row;
	char today[DAY_TEXT];

	day_text(casework_today(record->base.desk->cw), today);
	if (!clocking_load(&record->about, record->base.desk, record->application, err))
		return false;
	row = clock_find(&record->about.clocks, record->n);
	if (!row)
		return refuse(
			err, ERROR_MISSING, _("The application has no time limit %d. Nothing was changed."), record->n);
	record->version = row->version;
	record->clock_kind = arena_text(arena, row->kind);
	record->answer = arena_text(arena, row->answer);
	record->outcome = arena_text(arena, row->outcome);
	record->why = arena_text(arena, row->consequence);
	record->on = arena_text(arena, today);
	return true;
}

/* What somebody else has saved meanwhile. */
static void *came_fresh(struct ui *ui, const void *given, int64_t *version, struct error *err)
{
	const struct came_record *old = given;
	struct came_record *record = record_new(ui, sizeof *record);

	record->application = old->application;
	record->n = old->n;
	if (!record_begun(NULL, record, came_begin(record, err), came_done, err))
		return NULL;
	*version = record->version;
	return record;
}

static const struct form_kind answer_kind = {.name = "clock-answer",
	.title = N_("The answer"),
	.fields = answer_fields,
	.save = answer_save,
	.saved = came_saved,
	.fresh = came_fresh,
	.done = came_done};
static const struct form_kind end_kind = {.name = "clock-end",
	.title = N_("What follows"),
	.fields = end_fields,
	.save = end_save,
	.saved = came_saved,
	.fresh = came_fresh,
	.done = came_done};
static const struct form_kind respite_kind = {.name = "respite",
	.title = N_("More time"),
	.fields = respite_fields,
	.save = respite_save,
	.saved = came_saved,
	.fresh = came_fresh,
	.done = came_done};

static void came_form(struct ui *ui, const struct form_kind *kind, int64_t application, int n)
{
	struct came_record *record = record_new(ui, sizeof *record);
	struct error err = {0};
	char key[64], part[200];

	record->application = application;
	record->n = n;
	if (!record_begun(ui, record, came_begin(record, &err), came_done, &err))
		return;
	if (kind == &respite_kind)
		record->why = NULL;
	snprintf(key, sizeof key, "%s-%lld-%d", kind->name, (long long)application, n);
	snprintf(part, sizeof part, "%d %.*s", n, TEXT_PART(clock_kind_words(record->clock_kind), 150));
	form_open(ui, &(struct form_what){.kind = kind,
			      .key = key,
			      .title = record_about_application(record, application, 0, part),
			      .record = record,
			      .version = record->version});
}

void clock_answer_form(struct ui *ui, int64_t application, int n)
{
	came_form(ui, &answer_kind, application, n);
}

void clock_end_form(struct ui *ui, int64_t application, int n)
{
	came_form(ui, &end_kind, application, n);
}

void clock_respite_form(struct ui *ui, int64_t application, int n)
{
	came_form(ui, &respite_kind, application, n);
}

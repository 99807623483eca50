/* The forms about conflicts of interest: what a person says, how it was tried, and what was found later. */
#include "tui/record.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/disqualification.h"

struct bar_record {
	struct record base;
	int64_t person, version;
	struct disqualification_about about;
	const char *name; /* the person's */
	const char *answer, *ground, *what, *outcome, *tried_by, *tried_on, *reasons, *work, *work_why;
	bool took_part;
};

RECORD_TEXT(bar_record, answer)
RECORD_TEXT(bar_record, ground)
RECORD_TEXT(bar_record, what)
RECORD_TEXT(bar_record, outcome)
RECORD_TEXT(bar_record, tried_by)
RECORD_DAY(bar_record, tried_on)
RECORD_TEXT(bar_record, reasons)
RECORD_TEXT(bar_record, work)
RECORD_TEXT(bar_record, work_why)
RECORD_WORDS(answer, "bar_answer")
RECORD_WORDS(ground, "bar_ground")
RECORD_WORDS(outcome, "bar_outcome")
RECORD_WORDS(tried_by, "bar_trier")
RECORD_WORDS(work, "bar_work")

static const char *took_part_get(const void *record, struct arena *arena)
{
	(void)arena;
	return ((const struct bar_record *)record)->took_part ? "x" : "";
}

static bool took_part_set(void *record, const struct field_value *value, struct error *err)
{
	(void)err;
	((struct bar_record *)record)->took_part = value->number == 1;
	return true;
}

/* ---- what all three share */

static void bar_saved(struct ui *ui, void *given)
{
	const struct bar_record *record = given;

	ui_stale(ui);
	ui_say(ui, _("Recorded: %s."), record->name);
}

/* The row as it stands; a person without one begins with nothing. */
static bool bar_begin(struct bar_record *record, struct error *err)
{
	struct arena *arena = &record->base.arena;
	struct disqualification_list list;

	record->name = casework_actor_name(record->base.desk->cw);
	if (!disqualification_list_load(record->base.desk->cw, record->about, &list, err))
		return false;
	for (int i = 0; i < list.count; i++) {
		const struct disqualification *row = &list.items[i];

		if (row->person != record->person)
			continue;
		record->name = arena_text(arena, row->person_name);
		if (!row->id || row->application != record->about.application)
			continue;
		record->version = row->version;
		record->answer = arena_text(arena, row->answer);
		record->ground = arena_text(arena, row->ground);
		record->what = arena_text(arena, row->what);
		record->outcome = arena_text(arena, row->outcome);
		record->tried_by = arena_text(arena, row->tried_by);
		record->tried_on = arena_text(arena, row->tried_on);
		record->reasons = arena_text(arena, row->reasons);
		record->work = arena_text(arena, row->work);
		record->work_why = arena_text(arena, row->work_why);
		record->took_part = row->took_part;
	}
	disqualification_list_done(&list);
	return true;
}

/* What somebody else has saved meanwhile. */
static void *bar_fresh(struct ui *ui, const void *given, int64_t *version, struct error *err)
{
	const struct bar_record *old = given;
	struct bar_record *record = record_new(ui, sizeof *record);

	record->person = old->person;
	record->about = old->about;
	if (!record_begun(NULL, record, bar_begin(record, err), record_done, err))
		return NULL;
	*version = record->version;
	return record;
}

static void bar_form(struct ui *ui, const struct form_kind *kind, int64_t person, struct disqualification_about about)
{
	struct bar_record *record = record_new(ui, sizeof *record);
	struct error err = {0};
	char key[96];

	record->person = person;
	record->about = about;
	if (!record_begun(ui, record, bar_begin(record, &err), record_done, &err))
		return;
	snprintf(key, sizeof key, "%s-%lld-%lld-%lld", kind->name, (long long)person, (long long)about.application,
		(long long)about.round);
	form_open(ui, &(struct form_what){.kind = kind,
			      .key = key,
			      .record = record,
			      .title = record_about_application(record, about.application, 0, record->name),
			      .version = record->version});
}

/* The three forms are alike but for their fields and what saves them. */
#define BAR_FORM(which, words)                                                                                         \
	static const struct form_kind which##_kind = {.name = #which,                                                  \
		.title = words,                                                                                        \
		.fields = which##_fields,                                                                              \
		.save = which##_save,                                                                                  \
		.saved = bar_saved,                                                                                    \
		.fresh = bar_fresh,                                                                                    \
		.done = record_done};                                                                                  \
	void which##_form(struct ui *ui, int64_t person, int64_t application, int64_t round)                           \
	{                                                                                                              \
		bar_form(ui, &which##_kind, person, (struct disqualification_about){application, round});              \
	}

static const char *text_or_null(const char *text)
{
	return text_blank(text) ? NULL : text;
}

/* ---- what is said */

static const struct field report_fields[] = {
	{.name = "answer",
		.label = N_("Answer"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choice = answer_choice,
		.get = answer_get,
		.set = answer_set,
		.help = N_("Who reports takes no part from now on, until it has been tried (FL 17–18 §§).")},
	{.name = "ground",
		.label = N_("Ground"),
		.kind = FIELD_CHOICE,
		.choice = ground_choice,
		.get = ground_get,
		.set = ground_set,
		.help = N_("FL 16 § 1–4; only for a report.")},
	{.name = "what",
		.label = N_("Circumstance"),
		.kind = FIELD_TEXT,
		.rows = 4,
		.get = what_get,
		.set = what_set,
		.help = N_("What may put the impartiality in doubt; only for a report.")},
	{.name = NULL},
};

static bool report_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct bar_record *record = given;
	struct operation op = record_operation(operation, version);
	struct disqualification_change change = {.person = record->person,
		.about = record->about,
		.answer = record->answer,
		.ground = text_or_null(record->ground),
		.what = text_or_null(record->what)};

	(void)ui;
	if (disqualification_answer(record->base.desk->cw, &op, &change, NULL, err))
		return true;
	if (text_same(record->answer, "reported"))
		*wrong = !change.ground ? "ground" : !change.what ? "what" : NULL;
	return false;
}

BAR_FORM(report, N_("Conflict of interest"))

/* ---- how it was tried */

static const struct field trial_fields[] = {
	{.name = "outcome",
		.label = N_("Outcome"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choice = outcome_choice,
		.get = outcome_get,
		.set = outcome_set},
	{.name = "tried_by",
		.label = N_("Tried by"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choice = tried_by_choice,
		.get = tried_by_get,
		.set = tried_by_set,
		.help = N_("Never the person concerned.")},
	{.name = "tried_on",
		.label = N_("Tried on"),
		.kind = FIELD_DAY,
		.get = tried_on_get,
		.set = tried_on_set,
		.help = N_("Empty: today.")},
	{.name = "took_part",
		.label = N_("Took part"),
		.kind = FIELD_CHECKBOX,
		.get = took_part_get,
		.set = took_part_set,
		.help = N_("The person concerned was needed to be quorate in time (FL 18 §).")},
	{.name = "reasons",
		.label = N_("Reasons"),
		.kind = FIELD_TEXT,
		.rows = 4,
		.required = true,
		.get = reasons_get,
		.set = reasons_set},
	{.name = NULL},
};

static bool trial_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct bar_record *record = given;
	struct operation op = record_operation(operation, version);
	struct disqualification_trial trial = {.person = record->person,
		.about = record->about,
		.tried_on = record->tried_on,
		.tried_by = record->tried_by,
		.took_part = record->took_part,
		.outcome = record->outcome,
		.reasons = record->reasons};

	(void)ui;
	(void)wrong;
	return disqualification_try(record->base.desk->cw, &op, &trial, err);
}

BAR_FORM(trial, N_("Conflict of interest tried"))

/* ---- found later */

static const struct field later_fields[] = {
	{.name = "ground",
		.label = N_("Ground"),
		.kind = FIELD_CHOICE,
		.choice = ground_choice,
		.get = ground_get,
		.set = ground_set,
		.help = N_("FL 16 § 1–4.")},
	{.name = "what", .label = N_("Circumstance"), .kind = FIELD_TEXT, .rows = 3, .get = what_get, .set = what_set},
	{.name = "work",
		.label = N_("Work done"),
		.kind = FIELD_CHOICE,
		.choice = work_choice,
		.get = work_get,
		.set = work_set,
		.help = N_("What is set aside or redone no longer counts in points and ranking.")},
	{.name = "work_why",
		.label = N_("Reason"),
		.kind = FIELD_TEXT,
		.rows = 3,
		.get = work_why_get,
		.set = work_why_set},
	{.name = NULL},
};

static bool later_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct bar_record *record = given;
	struct operation op = record_operation(operation, version);
	struct disqualification_later later = {.person = record->person,
		.about = record->about,
		.ground = text_or_null(record->ground),
		.what = text_or_null(record->what),
		.work = text_or_null(record->work),
		.work_why = text_or_null(record->work_why)};

	(void)ui;
	(void)wrong;
	return disqualification_later(record->base.desk->cw, &op, &later, err);
}

BAR_FORM(later, N_("Conflict of interest found later"))

/* The form of what assessors said together of a criterion where they differ. Each one's own points stay as they are:
 * the form shows them and changes none. */
#include "tui/record.h"

#include "base/words.h"
#include "casework/differ.h"

struct talk_record {
	struct record base;
	struct differ differ;
	const struct differ_row *row;
	int64_t measure;
	const char *criterion, *step, *discussion, *on_day;
};

RECORD_TEXT(talk_record, criterion)
RECORD_TEXT(talk_record, step)
RECORD_TEXT(talk_record, discussion)
RECORD_DAY(talk_record, on_day)

static bool criterion_choice(const void *given, int which, struct field_choice *out)
{
	const struct talk_record *record = given;

	if (which >= record->row->count)
		return false;
	int k = record->row->criteria[which].criterion;
	*out = (struct field_choice){record->differ.criteria[k], record->differ.criteria[k]};
	return true;
}

static const struct differing *differing_of(const struct talk_record *record, const char *criterion)
{
	for (int d = 0; d < record->row->count; d++) {
		if (!strcmp(record->differ.criteria[record->row->criteria[d].criterion], criterion))
			return &record->row->criteria[d];
	}
	return NULL;
}

/* What each has given, and what has been said of it before. */
static void criterion_about(const void *given, const char *typed, int64_t today, char out[FIELD_ABOUT])
{
	const struct talk_record *record = given;
	const struct differing *item = differing_of(record, typed);
	struct arena arena;

	(void)today;
	out[0] = '\0';
	if (!item)
		return;
	arena_init(&arena);
	snprintf(out, FIELD_ABOUT, "%s: %s. %s.", record->differ.names[item->criterion],
		differ_given_text(&arena, record->row, item->criterion, true), differ_talk_words(&arena, item));
	arena_done(&arena);
}

static const struct field_choice steps[] = {
	{"0", "0"},
	{"1", "1"},
	{"2", "2"},
	{"3", "3"},
	{"4", "4"},
	{"none", N_("not agreed")},
	{NULL, NULL},
};
static const struct field fields[] = {
	{.name = "criterion",
		.label = N_("Criterion"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choice = criterion_choice,
		.get = criterion_get,
		.set = criterion_set,
		.about = criterion_about},
	{.name = "step",
		.label = N_("Agreed step"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choices = steps,
		.get = step_get,
		.set = step_set,
		.help = N_("It counts for all; each one's own points stay as they were given.")},
	{.name = "discussion",
		.label = N_("What was said"),
		.kind = FIELD_TEXT,
		.required = true,
		.get = discussion_get,
		.set = discussion_set,
		.help = N_("What they agreed on, or did not, and why.")},
	{.name = "on_day",
		.label = N_("Day"),
		.kind = FIELD_DAY,
		.required = true,
		.get = on_day_get,
		.set = on_day_set,
		.help = N_("The day they talked.")},
	{.name = NULL},
};

static bool consensus_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	const struct talk_record *record = given;
	const struct differing *item = differing_of(record, record->criterion);
	struct operation op = record_operation(operation, item ? item->records : 0);
	struct consensus_change change = {.criterion = record->criterion,
		.points = !strcmp(record->step, "none") ? SCORE_NONE : record->step[0] - '0',
		.discussion = record->discussion,
		.on_day = record->on_day};

	(void)ui;
	(void)version;
	(void)wrong;
	return consensus_record(record->base.desk->cw, &op, record->measure, &change, err);
}

static void consensus_saved(struct ui *ui, void *given)
{
	const struct talk_record *record = given;

	ui_stale(ui);
	if (!strcmp(record->step, "none"))
		ui_say(ui, _("%s: discussed, and not agreed on. Each one's own points count."), record->criterion);
	else
		ui_say(ui, _("%s: agreed on %s. It counts for all; each one's own points stay."), record->criterion,
			record->step);
}

static void consensus_done(void *given)
{
	differ_done(&((struct talk_record *)given)->differ);
	record_done(given);
}

static const struct form_kind consensus_kind = {.name = "consensus",
	.title = N_("What the assessors said"),
	.fields = fields,
	.save = consensus_save,
	.saved = consensus_saved,
	.done = consensus_done};

/* The first that has not been discussed, or the first. */
static void record_fill(struct talk_record *record, struct ui *ui)
{
	const struct differ_row *row = record->row;
	int at = 0;
	char text[DAY_TEXT];

	while (at < row->count && row->criteria[at].talk != DIFFER_NOT_DISCUSSED)
		at++;
	record->criterion = record->differ.criteria[row->criteria[at < row->count ? at : 0].criterion];
	record->step = record->discussion = "";
	day_text(ui_today(ui), text);
	record->on_day = arena_text(&record->base.arena, text);
}

static bool record_read(struct talk_record *record, int64_t round, int64_t measure, struct error *err)
{
	if (!differ_load(record->base.desk->cw, round, DIFFER_BY_NUMBER, &record->differ, err))
		return false;
	record->measure = measure;
	for (int i = 0; i < record->differ.count; i++) {
		if (record->differ.items[i].measure == measure && record->differ.items[i].count)
			record->row = &record->differ.items[i];
	}
	return record->row ||
	       refuse(err, ERROR_MISSING, _("No assessors differ by two steps or more here that you may see."));
}

void consensus_form(struct ui *ui, int64_t round, int64_t measure)
{
	struct talk_record *record = record_new(ui, sizeof *record);
	struct error err = {0};
	char key[64];

	if (!record_begun(ui, record, record_read(record, round, measure, &err), consensus_done, &err))
		return;
	record_fill(record, ui);
	snprintf(key, sizeof key, "consensus-%lld-%lld", (long long)round, (long long)measure);
	form_open(ui, &(struct form_what){.kind = &consensus_kind,
			      .key = key,
			      .title = record_about_application(record, record->row->application, measure, NULL),
			      .record = record});
}

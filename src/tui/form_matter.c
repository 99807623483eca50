/* The form of a matter that is not an application: opened, alone or with a paper of the inbox, and changed. */
#include "tui/paper_words.h"
#include "tui/papers.h"
#include "tui/record.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/inbox.h"
#include "casework/matter.h"
#include "casework/person.h"
#include "casework/round.h"

struct matter_record {
	struct record base;
	int64_t matter, version, paper;
	struct round_list rounds;
	struct person_list persons;
	const char *kind, *title, *opened_on, *round, *region, *party, *about, *officer, *outcome;
	char number[80];
};

RECORD_TEXT(matter_record, kind)
RECORD_TEXT(matter_record, title)
RECORD_DAY(matter_record, opened_on)
RECORD_TEXT(matter_record, round)
RECORD_TEXT(matter_record, region)
RECORD_TEXT(matter_record, party)
RECORD_TEXT(matter_record, about)
RECORD_TEXT(matter_record, officer)
RECORD_TEXT(matter_record, outcome)

/* What casework knows, whatever law the office has. */
static const struct field_choice kinds[] = {{"other", N_("other matter")}, {"round", N_("application round")},
	{"analysis", N_("analysis support (15 b §)")}, {"request", N_("request for documents")},
	{"report", N_("report to the government")}, {"meeting", N_("meeting")}, {"referral", N_("referral")},
	{NULL, NULL}};

static bool round_choice(const void *given, int which, struct field_choice *out)
{
	const struct matter_record *record = given;

	if (which >= record->rounds.count)
		return false;
	*out = (struct field_choice){record->rounds.items[which].name, record->rounds.items[which].title};
	return true;
}

static bool officer_choice(const void *given, int which, struct field_choice *out)
{
	const struct matter_record *record = given;

	for (int i = 0; i < record->persons.count; i++) {
		const struct person *person = &record->persons.items[i];

		if (!(person->roles & (ROLE_OFFICER | ROLE_REGISTRAR)) || which-- > 0)
			continue;
		*out = (struct field_choice){person->login, person->name};
		return true;
	}
	return false;
}

static const struct field fields[] = {
	{.name = "kind",
		.label = N_("Kind of matter"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choices = kinds,
		.get = kind_get,
		.set = kind_set},
	{.name = "title",
		.label = N_("Case"),
		.kind = FIELD_LINE,
		.required = true,
		.get = title_get,
		.set = title_set,
		.help = N_("In brief what the matter is about.")},
	{.name = "opened_on",
		.label = N_("Opened on"),
		.kind = FIELD_DAY,
		.required = true,
		.get = opened_on_get,
		.set = opened_on_set,
		.help = N_("Its number is of that year, the next after the applications' and matters' so far.")},
	{.name = "round",
		.label = N_("Round"),
		.kind = FIELD_CHOICE,
		.choice = round_choice,
		.get = round_get,
		.set = round_set,
		.help = N_("Of a round's own matter: which. Otherwise empty.")},
	{.name = "region",
		.label = N_("Region"),
		.kind = FIELD_CHOICE,
		.choice = record_region,
		.get = region_get,
		.set = region_set,
		.help = N_("Whom it is with, where it is one that may apply.")},
	{.name = "party",
		.label = N_("Other party"),
		.kind = FIELD_LINE,
		.get = party_get,
		.set = party_set,
		.help = N_("Whom it is with otherwise. Who asks for documents need not say who it is.")},
	{.name = "officer",
		.label = N_("Case officer"),
		.kind = FIELD_CHOICE,
		.choice = officer_choice,
		.get = officer_get,
		.set = officer_set},
	{.name = "about",
		.label = N_("What it is about"),
		.kind = FIELD_TEXT,
		.rows = 3,
		.get = about_get,
		.set = about_set},
	{.name = "outcome", .label = N_("How it ended"), .kind = FIELD_LINE, .get = outcome_get, .set = outcome_set},
	{.name = NULL},
};

static const char *some(const char *text)
{
	return text_blank(text) ? NULL : text;
}

static int64_t officer_of(const struct matter_record *record)
{
	for (int i = 0; record->officer && i < record->persons.count; i++)
		if (!strcmp(record->persons.items[i].login, record->officer))
			return record->persons.items[i].id;
	return 0;
}

static bool matter_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct matter_record *record = given;
	struct casework *cw = record->base.desk->cw;
	struct operation op = record_operation(operation, version);
	struct matter_change change = {.kind = record->kind,
		.title = record->title,
		.opened_on = record->opened_on,
		.round = some(record->round),
		.region = some(record->region),
		.party = record->party ? record->party : "",
		.about = record->about ? record->about : "",
		.outcome = record->outcome ? record->outcome : "",
		.officer = officer_of(record)};

	(void)ui;
	*wrong = "round";
	if (record->matter)
		return matter_change(cw, &op, record->matter, &change, err);
	if (record->paper)
		return inbox_open(cw, &op, record->paper, &change, &record->matter, err);
	return matter_open(cw, &op, &change, &record->matter, err);
}

static void matter_saved(struct ui *ui, void *given)
{
	const struct matter_record *record = given;
	struct case_ref ref = {.matter = record->matter};
	struct arena arena;
	const char *number;

	ui_stale(ui);
	arena_init(&arena);
	if (case_name(record->base.desk->cw, &ref, &arena, &number, NULL, NULL))
		ui_say(ui, record->version ? _("%s is saved.") : _("%s is opened."), number);
	arena_done(&arena);
}

static void matter_record_done(void *given)
{
	struct matter_record *record = given;

	round_list_done(&record->rounds);
	person_list_done(&record->persons);
	record_done(record);
}

static void *matter_fresh(struct ui *ui, const void *given, int64_t *version, struct error *err);

static const struct form_kind kind = {.name = "matter",
	.title = N_("Other matter"),
	.fields = fields,
	.save = matter_save,
	.saved = matter_saved,
	.fresh = matter_fresh,
	.done = matter_record_done};

/* ---- what it begins with */

static bool begin_changed(struct matter_record *record, struct error *err)
{
	const struct matter_query query = {.id = record->matter};
	struct arena *arena = &record->base.arena;
	const struct matter *matter;
	struct matter_list list;

	if (!matter_list_load(record->base.desk->cw, &query, &list, err))
		return false;
	if (!list.count) {
		matter_list_done(&list);
		return refuse(err, ERROR_MISSING, _("There is no such case."));
	}
	matter = &list.items[0];
	record->version = matter->version;
	record->kind = arena_text(arena, matter->kind);
	record->title = arena_text(arena, matter->title);
	record->opened_on = arena_text(arena, matter->opened_on);
	record->round = arena_text(arena, matter->round_name);
	record->region = arena_text(arena, matter->region);
	record->party = arena_text(arena, matter->party);
	record->about = arena_text(arena, matter->about);
	record->outcome = arena_text(arena, matter->outcome);
	for (int i = 0; i < record->persons.count; i++)
		if (record->persons.items[i].id == matter->officer)
			record->officer = record->persons.items[i].login;
	snprintf(record->number, sizeof record->number, "%s", matter->number);
	matter_list_done(&list);
	return true;
}

static bool begin_new(struct matter_record *record, struct error *err)
{
	struct arena *arena = &record->base.arena;
	struct document_list list;
	char today[DAY_TEXT];

	day_text(casework_today(record->base.desk->cw), today);
	record->kind = "other";
	record->opened_on = arena_text(arena, today);
	if (!record->paper)
		return true;
	if (!paper_find(record->base.desk, record->paper, &list, err))
		return false;
	record->title = arena_text(arena, list.items[0].subject);
	record->region = arena_text(arena, list.items[0].region);
	record->party = arena_text(arena, list.items[0].party);
	record->opened_on = arena_text(arena, list.items[0].on_day);
	snprintf(record->number, sizeof record->number, "%.70s", list.items[0].number);
	document_list_done(&list);
	return true;
}

static struct matter_record *matter_begin(struct ui *ui, int64_t matter, int64_t paper, struct error *err)
{
	struct matter_record *record = record_new(ui, sizeof *record);
	struct casework *cw = record->base.desk->cw;

	record->matter = matter;
	record->paper = paper;
	if (round_list_load(cw, &record->rounds, err) && person_list_load(cw, &record->persons, err) &&
		(matter ? begin_changed(record, err) : begin_new(record, err)))
		return record;
	matter_record_done(record);
	return NULL;
}

static void *matter_fresh(struct ui *ui, const void *given, int64_t *version, struct error *err)
{
	struct matter_record *record = matter_begin(ui, ((const struct matter_record *)given)->matter, 0, err);

	if (record)
		*version = record->version;
	return record;
}

void matter_form(struct ui *ui, int64_t matter, int64_t paper)
{
	struct error err = {0};
	struct matter_record *record = matter_begin(ui, matter, paper, &err);
	char key[64];

	if (!record) {
		desk_refused(ui, &err);
		return;
	}
	snprintf(key, sizeof key, "matter-%lld-%lld", (long long)matter, (long long)paper);
	form_open(ui, &(struct form_what){.kind = &kind,
			      .key = key,
			      .title = record_about(record, &(struct case_ref){.matter = matter}, NULL),
			      .record = record,
			      .version = record->version,
			      .focus = matter ? "outcome" : NULL});
}

/* The form of a person, and giving or ending a role. */
#include "tui/record.h"

#include "base/words.h"
#include "casework/person.h"

struct person_record {
	struct record base;
	int64_t person, version;
	const char *login, *name, *region, *give, *from_on, *to_on, *end, *last_on, *roles;
};

RECORD_TEXT(person_record, login)
RECORD_TEXT(person_record, name)
RECORD_TEXT(person_record, region)
RECORD_TEXT(person_record, give)
RECORD_DAY(person_record, from_on)
RECORD_DAY(person_record, to_on)
RECORD_TEXT(person_record, end)
RECORD_DAY(person_record, last_on)
RECORD_WORDS(role, "role")

static const struct field fields[] = {
	{.name = "login",
		.label = N_("Login"),
		.kind = FIELD_LINE,
		.required = true,
		.get = login_get,
		.set = login_set,
		.help = N_("The Unix user.")},
	{.name = "name", .label = N_("Name"), .kind = FIELD_LINE, .required = true, .get = name_get, .set = name_set},
	{.name = "region",
		.label = N_("Home region"),
		.kind = FIELD_CHOICE,
		.choice = record_region,
		.get = region_get,
		.set = region_set,
		.help = N_("Home or employer, a hint when conflicts of interest are asked for.")},
	{.name = "give",
		.label = N_("Give the role"),
		.kind = FIELD_CHOICE,
		.choice = role_choice,
		.get = give_get,
		.set = give_set},
	{.name = "from_on", .label = N_("From"), .kind = FIELD_DAY, .get = from_on_get, .set = from_on_set},
	{.name = "to_on",
		.label = N_("To"),
		.kind = FIELD_DAY,
		.get = to_on_get,
		.set = to_on_set,
		.help = N_("The last day; empty until further notice.")},
	{.name = "end",
		.label = N_("End the role"),
		.kind = FIELD_CHOICE,
		.choice = role_choice,
		.get = end_get,
		.set = end_set},
	{.name = "last_on", .label = N_("Last day"), .kind = FIELD_DAY, .get = last_on_get, .set = last_on_set},
	{.name = NULL},
};

/* Each is a change of its own; the person's row first, so that a role has somebody to be given to. */
static bool roles_save(struct person_record *record, const char **wrong, struct error *err)
{
	struct casework *cw = record->base.desk->cw;
	enum role role;

	if (record->give && record->give[0]) {
		*wrong = "give";
		if (!access_role_read(record->give, &role) ||
			!person_give_role(cw, NULL, record->person, role,
				record->from_on ? day_read(record->from_on) : casework_today(cw),
				record->to_on ? day_read(record->to_on) : DAY_NONE, err))
			return false;
	}
	if (record->end && record->end[0]) {
		*wrong = "end";
		if (!access_role_read(record->end, &role) ||
			!person_end_role(cw, NULL, record->person, role,
				record->last_on ? day_read(record->last_on) : casework_today(cw), err))
			return false;
	}
	*wrong = NULL;
	return true;
}

static bool same(const char *a, const char *b)
{
	return !strcmp(a ? a : "", b ? b : "");
}

static bool person_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct person_record *record = given;
	struct operation op = record_operation(operation, version);
	struct person_change change = {
		record->login, record->name, record->region && record->region[0] ? record->region : NULL};
	struct casework *cw = record->base.desk->cw;
	struct person_list list;
	bool unchanged = false;

	(void)ui;
	if (!record->person)
		return person_add(cw, &op, &change, &record->person, err) && roles_save(record, wrong, err);
	if (!person_list_load(cw, &list, err))
		return false;
	for (int i = 0; i < list.count; i++)
		if (list.items[i].id == record->person)
			unchanged = same(list.items[i].login, change.login) && same(list.items[i].name, change.name) &&
				    same(list.items[i].region, change.region);
	person_list_done(&list);
	return (unchanged || person_change(cw, &op, record->person, &change, err)) && roles_save(record, wrong, err);
}

static void person_saved(struct ui *ui, void *given)
{
	ui_stale(ui);
	ui_say(ui, _("%s is saved."), ((struct person_record *)given)->name);
}

static const struct form_kind kind = {.name = "person",
	.title = N_("Person"),
	.fields = fields,
	.save = person_save,
	.saved = person_saved,
	.done = record_done};

void person_form(struct ui *ui, int64_t person)
{
	struct person_record *record = record_new(ui, sizeof *record);
	struct person_list list;
	struct error err = {0};
	char key[64];

	record->person = person;
	if (!person_list_load(record->base.desk->cw, &list, &err)) {
		desk_refused(ui, &err);
		record_done(record);
		return;
	}
	for (int i = 0; i < list.count; i++) {
		if (list.items[i].id != person)
			continue;
		record->version = list.items[i].version;
		record->login = arena_text(&record->base.arena, list.items[i].login);
		record->name = arena_text(&record->base.arena, list.items[i].name);
		record->region = arena_text(&record->base.arena, list.items[i].region);
		record->roles = arena_text(&record->base.arena, list.items[i].roles_words);
	}
	person_list_done(&list);
	snprintf(key, sizeof key, "person-%lld", (long long)person);
	form_open(ui, &(struct form_what){.kind = &kind,
			      .key = key,
			      .title = record->roles,
			      .record = record,
			      .version = record->version});
}

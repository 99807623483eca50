/* The delegation at a sitting, for the tests of it. */
#include "convened.h"

#include "casework/disqualification.h"
#include "casework/person.h"
#include "casework/sitting.h"

#include <check.h>

static const char *const members[] = {"maja", "mats", "m3", "m4", "m5", "m6"};

void convened_members(struct casework *cw, int count)
{
	char name[32];

	office_sit(cw, "adam");
	for (int i = 2; i < count; i++) {
		struct person_change person = {.login = members[i], .name = name};
		int64_t id;

		snprintf(name, sizeof name, "Ledamot %d", i + 1);
		OK(person_add(cw, NULL, &person, &id, err));
		OK(person_give_role(cw, NULL, id, ROLE_MEMBER, day_read("2026-01-01"), DAY_NONE, err));
	}
	for (int i = count; i < 2; i++)
		OK(person_end_role(cw, NULL, office_person(cw, members[i]), ROLE_MEMBER, day_read("2026-11-21"), err));
}

int64_t convened_sitting(struct casework *cw)
{
	char today[DAY_TEXT];
	struct sitting_change change = {.on_day = today, .starts_at = "09:00", .place = "Stockholm"};
	struct sitting sitting;
	int64_t id;

	day_text(casework_today(cw), today);
	office_sit(cw, "rut");
	OK(sitting_open(cw, NULL, &change, &id, err));
	office_sit(cw, "elin");
	OK(sitting_call(cw, NULL, id, office_person(cw, "elin"), "secretary", err));
	OK(sitting_start(cw, NULL, id, err));
	OK(sitting_load(cw, id, &sitting, err));
	for (int i = 0; i < sitting.person_count; i++)
		OK(sitting_present(cw, NULL, id, 0, sitting.persons[i].person, "present", err));
	sitting_done(&sitting);
	return id;
}

int64_t convened_item(struct casework *cw, int64_t sitting, int64_t measure)
{
	struct sitting_item_change change = {
		.measure = measure, .presenter = office_person(cw, "olle"), .proposes = "Bifall enligt ansökan."};
	int64_t id;

	office_sit(cw, "elin");
	OK(sitting_item_add(cw, NULL, sitting, &change, &id, err));
	OK(sitting_present(cw, NULL, sitting, 0, change.presenter, "remote", err));
	return id;
}

int64_t convened_taken(struct casework *cw, int64_t sitting, int64_t measure)
{
	int64_t item = convened_item(cw, sitting, measure);

	OK(sitting_take(cw, NULL, item, err));
	return item;
}

void convened_bar(struct casework *cw, const char *login, int64_t application)
{
	struct disqualification_change change = {.about = {.application = application},
		.answer = "reported",
		.ground = "party",
		.what = "Leder projektet."};

	office_sit(cw, login);
	OK(disqualification_answer(cw, NULL, &change, NULL, err));
	office_sit(cw, "elin");
}

bool convened_vote(struct casework *cw, int64_t item, const char *yes, const char *no, struct error *err)
{
	int64_t voters[16];
	bool votes[16];
	struct sitting_ballot_change change = {.yes = 1, .no = 2, .voters = voters, .votes = votes};

	for (int side = 0; side < 2; side++) {
		char names[200], *rest = names, *name;

		snprintf(names, sizeof names, "%s", side ? no : yes);
		while ((name = strsep(&rest, " ")))
			if (*name) {
				voters[change.count] = office_person(cw, name);
				votes[change.count++] = !side;
			}
	}
	return sitting_ballot(cw, NULL, item, &change, err);
}

/* Who decided (FL 31 §): read from the sitting's item, or typed, and never missing. */
#include "claims.h"
#include "granting.h"

#include "base/words.h"
#include "casework/change.h"
#include "casework/decided.h"
#include "casework/withholding.h"

#include <unistd.h>

static char folder[] = "/tmp/kansli-deciders-XXXXXX", path[64];
static struct casework *cw;
static int64_t measure, application;

static void run(const char *sql)
{
	granting_plant(path, sql);
}

/* A sitting on 2026-11-20: kim in the chair, maja and mats members, elin presents, olle takes part, rut keeps the
 * minutes. Item 1 is about the measure and decided. */
static void sitting_plant(void)
{
	char sql[2048];

	snprintf(sql, sizeof sql,
		"INSERT INTO sitting (id, matter, on_day) VALUES (1, 1, '2026-11-20');"
		"INSERT INTO sitting_item (id, sitting, n, kind, measure, application, title, presenter, year, "
		"section, "
		"outcome, closed_at) VALUES (7, 1, 1, 'measure', %lld, %lld, 'x', %lld, 2026, 1, 'decided', "
		"'2026-11-20T10:00:00.000Z');"
		"INSERT INTO item_person (item, person, capacity, presence) VALUES (7, %lld, 'chair', 'present'), "
		"(7, %lld, 'member', 'remote'), (7, %lld, 'member', 'present'), (7, %lld, 'presenter', 'present'), "
		"(7, %lld, 'other', 'present'), (7, %lld, 'secretary', 'present');",
		(long long)measure, (long long)application, (long long)office_person(cw, "elin"),
		(long long)office_person(cw, "kim"), (long long)office_person(cw, "maja"),
		(long long)office_person(cw, "mats"), (long long)office_person(cw, "elin"),
		(long long)office_person(cw, "olle"), (long long)office_person(cw, "rut"));
	run(sql);
}

static void office_begin(void)
{
	words_open("en");
	ck_assert(mkdtemp(folder) != NULL);
	snprintf(path, sizeof path, "%s/d.db", folder);
	cw = office_open_at(path);
	office_sit(cw, "elin");
	measure = granting_measure(cw);
	application = granting_application(cw, measure);
	sitting_plant();
}

static void office_end(void)
{
	static const char *const sides[] = {"", "-lock", "-wal", "-shm"};
	char side[80];

	casework_close(cw);
	for (size_t i = 0; i < sizeof sides / sizeof sides[0]; i++) {
		snprintf(side, sizeof side, "%s%s", path, sides[i]);
		unlink(side);
	}
	rmdir(folder);
}

/* The reading as a decision would do it; texts are copied out before the change is abandoned. */
static bool deciders_read(
	const struct decided *typed, int64_t about, const char *on, char out[3][200], struct error *why)
{
	struct change change;
	struct decided found;
	bool read;

	OK(change_begin(&change, cw, NULL, "decision-record", err));
	read = decided_read(&change, typed, about, on, &found, why);
	if (read) {
		snprintf(out[0], 200, "%s", found.deciders);
		snprintf(out[1], 200, "%s", found.presenter);
		snprintf(out[2], 200, "%s", found.others);
		ck_assert_int_eq(found.measure, typed->item ? measure : 0);
	}
	change_abandon(&change);
	return read;
}

static void refused(const struct decided *typed, int64_t about, const char *on, const char *part)
{
	char texts[3][200];
	struct error err = {0};

	ck_assert(!deciders_read(typed, about, on, texts, &err));
	ck_assert_msg(strstr(err.text, part), "'%s' is not in: %s", part, err.text);
}

static void are(const struct decided *typed, const char *deciders, const char *presenter, const char *others)
{
	char texts[3][200];

	OK(deciders_read(typed, application, "2026-11-20", texts, err));
	ck_assert_str_eq(texts[0], deciders);
	ck_assert_str_eq(texts[1], presenter);
	ck_assert_str_eq(texts[2], others);
}

static const struct decided of_item = {.item = 7};

START_TEST(the_item_says_who_decided_who_presented_and_who_took_part)
{
	are(&of_item, "Kim Alm (ordförande), Maja Lind och Mats Ask", "Elin Björk", "Olle Ek");
}
END_TEST

START_TEST(who_was_absent_or_barred_did_not_decide)
{
	run("UPDATE item_person SET presence = 'barred' WHERE person = (SELECT id FROM person WHERE login = 'mats')");
	are(&of_item, "Kim Alm (ordförande) och Maja Lind", "Elin Björk", "Olle Ek");
}
END_TEST

START_TEST(a_delegation_without_quorum_has_decided_nothing)
{
	run("UPDATE item_person SET presence = 'absent' WHERE capacity = 'member'");
	refused(&of_item, application, "2026-11-20", "not quorate");
	run("UPDATE sitting_item SET ruling = 'The base is those appointed.'");
	are(&of_item, "Kim Alm (ordförande)", "Elin Björk", "Olle Ek");
	run("UPDATE item_person SET presence = 'barred' WHERE capacity = 'chair'");
	refused(&of_item, application, "2026-11-20", "not quorate");
}
END_TEST

START_TEST(an_item_decides_only_its_own_case_on_its_own_day)
{
	refused(&of_item, application + 1, "2026-11-20", "something else");
	refused(&of_item, application, "2026-11-21", "2026-11-20");
	refused(&(struct decided){.item = 8}, application, "2026-11-20", "no such item");
	run("UPDATE sitting_item SET outcome = 'tabled'");
	refused(&of_item, application, "2026-11-20", "not decided");
}
END_TEST

START_TEST(an_item_nobody_presented_is_no_decision)
{
	run("UPDATE sitting_item SET presenter = NULL");
	refused(&of_item, application, "2026-11-20", "no presenter");
}
END_TEST

START_TEST(an_item_and_typed_names_are_not_mixed)
{
	refused(&(struct decided){.item = 7, .deciders = "Kim"}, application, "2026-11-20", "not both");
}
END_TEST

START_TEST(typed_names_are_kept_and_neither_deciders_nor_presenter_may_be_missing)
{
	are(&(struct decided){.deciders = " Kim  ", .presenter = "Elin"}, "Kim", "Elin", "");
	refused(&(struct decided){.presenter = "Elin"}, application, "2026-11-20", "who decided");
	refused(&(struct decided){.deciders = "Kim", .presenter = " "}, application, "2026-11-20", "who presented");
}
END_TEST

START_TEST(what_is_withheld_says_the_section_and_an_item_about_another_measure_does_not_decide_it)
{
	static const struct withholding_part first[] = {{1, 0}};
	const struct withholding_change change = {.ground = "17.1",
		.evidence = "The accounts.",
		.decided_on = "2026-11-20",
		.reasons = "Too high.",
		.item = 7,
		.parts = first,
		.count = 1};
	struct decision_change whole = granting_whole();
	struct withholding_list list;

	granting_decide(cw, measure, &whole);
	run("UPDATE sitting_item SET measure = measure + 1");
	REFUSED(withholding_record(cw, NULL, measure, &change, NULL, err), ERROR_INVALID, "another measure");
	run("UPDATE sitting_item SET measure = measure - 1");
	OK(withholding_record(cw, NULL, measure, &change, NULL, err));
	OK(withholding_list_load(cw, measure, &list, err));
	ck_assert_int_eq(list.items[0].section, 1);
	ck_assert_str_eq(list.items[0].deciders, "Kim Alm (ordförande), Maja Lind och Mats Ask");
	withholding_list_done(&list);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		what_is_withheld_says_the_section_and_an_item_about_another_measure_does_not_decide_it,
		the_item_says_who_decided_who_presented_and_who_took_part,
		who_was_absent_or_barred_did_not_decide,
		a_delegation_without_quorum_has_decided_nothing,
		an_item_decides_only_its_own_case_on_its_own_day,
		an_item_nobody_presented_is_no_decision,
		an_item_and_typed_names_are_not_mixed,
		typed_names_are_kept_and_neither_deciders_nor_presenter_may_be_missing,
		NULL,
	};
	return claims_run_in("deciders", claims, office_begin, office_end, 60);
}

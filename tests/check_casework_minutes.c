/* After the votes: who differs and until when (FL 30 §), the sitting closed, its minutes, who may see and record what.
 */
#include "cases.h"
#include "claims.h"
#include "contest.h"
#include "convened.h"
#include "granting.h"

#include "base/words.h"
#include "casework/decision.h"
#include "casework/sitting.h"

static struct casework *cw;
static int64_t measure, other_measure, application, sitting;

static void office_begin(void)
{
	words_open("en");
	cw = office_open();
	measure = contest_entry(cw, "Närmare vård", 1000);
	other_measure = contest_entry(cw, "Digital vårdväg", 2000);
	application = granting_application(cw, measure);
	convened_members(cw, 4);
	sitting = convened_sitting(cw);
}

static void office_end(void)
{
	casework_close(cw);
}

static int64_t person(const char *login)
{
	return office_person(cw, login);
}

static struct sitting shown(const char *login)
{
	struct sitting out;

	office_sit(cw, login);
	OK(sitting_load(cw, sitting, &out, err));
	office_sit(cw, "elin");
	return out;
}

static bool outcome_of(int64_t item, const char *outcome, int carried, struct error *err)
{
	struct sitting_outcome given = {.outcome = outcome, .why = "Se protokollet.", .carried = carried};

	return sitting_outcome(cw, NULL, item, &given, err);
}

START_TEST(deciders_reserve_and_the_presenter_dissents_once)
{
	int64_t item = convened_taken(cw, sitting, measure);
	struct sitting now;

	OK(outcome_of(item, "decided", 0, err));
	office_sit(cw, "mats");
	OK(sitting_reserve(cw, NULL, item, person("mats"), "Borde ha avslagits.", err));
	REFUSED(sitting_reserve(cw, NULL, item, person("maja"), "Jag också.", err), ERROR_DENIED, "at a sitting");
	office_sit(cw, "olle");
	OK(sitting_reserve(cw, NULL, item, person("olle"), "Föreslog halva beloppet.", err));
	office_sit(cw, "elin");
	REFUSED(sitting_reserve(cw, NULL, item, person("mats"), "Igen.", err), ERROR_INVALID, "as it was reported");
	REFUSED(sitting_reserve(cw, NULL, item, person("cia"), "Nej.", err), ERROR_INVALID, "took part");
	now = shown("rev");
	ck_assert_int_eq(now.items[0].reservation_count, 2);
	ck_assert(!now.items[0].reservations[0].dissent);
	ck_assert(now.items[0].reservations[1].dissent);
	sitting_done(&now);
}
END_TEST

/* A decision of other_measure, from the item; its paper in the register is document 1. */
static void decision_from(int64_t item)
{
	char sql[1000];

	struct decision_change change = {.outcome = "refused",
		.decided_on = "2026-11-22",
		.provisions = "13 §",
		.reasons = "Andra väger tyngre.",
		.item = item};

	office_sit(cw, "elin");
	OK(decision_record(cw, NULL, other_measure, &change, NULL, NULL, NULL, err));
	snprintf(sql, sizeof sql,
		"INSERT INTO document (id, application, n, direction, kind, on_day, subject, registered_by, "
		"registered_at) "
		"SELECT 1, application, 1, 'out', 'decision', '2026-11-22', 'Beslut', 1, '2026-11-22 09:00:00' FROM "
		"measure "
		"WHERE id = %lld; INSERT INTO decision_paper (document, decision) SELECT 1, id FROM decision; "
		"INSERT INTO dispatch (document, name, way) VALUES (1, 'Region Dalarna', 'email');",
		(long long)other_measure);
	rows_put(cw, sql);
	office_sit(cw, "elin");
}

START_TEST(nobody_differs_from_what_is_dispatched)
{
	int64_t item = convened_taken(cw, sitting, other_measure);
	struct sitting now;

	OK(outcome_of(item, "decided", 0, err));
	decision_from(item);
	REFUSED(sitting_resume(cw, NULL, item, err), ERROR_INVALID, "has been recorded");
	OK(sitting_reserve(cw, NULL, item, person("mats"), "Borde ha bifallits.", err)); /* on the list, not sent */
	rows_put(cw, "UPDATE dispatch SET sent_on = '2026-11-22' WHERE document = 1;");
	office_sit(cw, "elin");
	REFUSED(sitting_reserve(cw, NULL, item, person("maja"), "Jag också.", err), ERROR_INVALID, "FL 30 §");
	now = shown("rev");
	ck_assert(now.items[0].available);
	ck_assert(now.items[0].decided);
	sitting_done(&now);
}
END_TEST

START_TEST(nobody_differs_from_what_is_made_known)
{
	int64_t item = convened_taken(cw, sitting, other_measure);

	OK(outcome_of(item, "decided", 0, err));
	decision_from(item);
	rows_put(cw,
		"INSERT INTO publication (id, on_day, way, hash, made_by, made_at) VALUES (1, '2026-11-22', 'webb', "
		"'0123456789012345678901234567890123456789012345678901234567890123', 1, '2026-11-22 09:00:00'); "
		"INSERT INTO publication_row (publication, decision) SELECT 1, id FROM decision;");
	office_sit(cw, "elin");
	REFUSED(sitting_reserve(cw, NULL, item, person("maja"), "Jag också.", err), ERROR_INVALID, "made known");
}
END_TEST

START_TEST(a_closed_sitting_is_not_changed)
{
	int64_t item = convened_taken(cw, sitting, measure), waiting = convened_item(cw, sitting, other_measure);
	struct sitting_change change = {.on_day = "2026-11-22", .starts_at = "10:00", .place = ""};
	struct sitting now;

	REFUSED(sitting_close(cw, NULL, sitting, err), ERROR_INVALID, "under way");
	OK(outcome_of(item, "decided", 0, err));
	OK(sitting_close(cw, NULL, sitting, err));
	REFUSED(sitting_take(cw, NULL, waiting, err), ERROR_INVALID, "closed on");
	REFUSED(sitting_resume(cw, NULL, item, err), ERROR_INVALID, "closed on");
	REFUSED(sitting_present(cw, NULL, sitting, 0, person("m3"), "absent", err), ERROR_INVALID, "closed on");
	REFUSED(sitting_change(cw, NULL, sitting, &change, err), ERROR_INVALID, "closed on");
	OK(sitting_reserve(cw, NULL, item, person("maja"), "Skiljaktig.", err));
	now = shown("rev");
	ck_assert_int_eq(now.items[1].section, 0);
	sitting_done(&now);
}
END_TEST

START_TEST(minutes_are_approved_by_the_chair_and_a_member_who_was_there)
{
	int64_t item = convened_taken(cw, sitting, measure);
	struct sitting now;

	OK(outcome_of(item, "decided", 0, err));
	REFUSED(sitting_adjust_item(cw, NULL, item, err), ERROR_INVALID, "Nobody is chosen");
	REFUSED(sitting_adjuster(cw, NULL, sitting, person("elin"), err), ERROR_INVALID, "a member who is there");
	REFUSED(sitting_adjuster(cw, NULL, sitting, person("kim"), err), ERROR_INVALID, "a member who is there");
	OK(sitting_adjuster(cw, NULL, sitting, person("mats"), err));
	OK(sitting_adjust_item(cw, NULL, item, err));
	REFUSED(sitting_resume(cw, NULL, item, err), ERROR_INVALID, "adjusted");
	REFUSED(sitting_reserve(cw, NULL, item, person("maja"), "Skiljaktig.", err), ERROR_INVALID, "adjusted");
	REFUSED(sitting_adjust(cw, NULL, sitting, NULL, err), ERROR_INVALID, "not closed");
	OK(sitting_close(cw, NULL, sitting, err));
	REFUSED(sitting_adjust(cw, NULL, sitting, "2026-11-21", err), ERROR_INVALID, "before the sitting");
	office_sit(cw, "kim");
	OK(sitting_adjust(cw, NULL, sitting, NULL, err));
	now = shown("rev");
	ck_assert_str_eq(now.adjusted_on, "2026-11-22");
	ck_assert_str_eq(now.adjuster_name, "Mats Ask");
	ck_assert(now.items[0].immediate);
	sitting_done(&now);
	REFUSED(sitting_reserve(cw, NULL, item, person("maja"), "Skiljaktig.", err), ERROR_INVALID, "were approved on");
}
END_TEST

START_TEST(a_barred_person_sees_the_item_when_the_minutes_are_approved)
{
	int64_t item = convened_taken(cw, sitting, measure);
	struct sitting now;

	OK(sitting_motion(cw, NULL, item, person("kim"), "Bifall.", NULL, err));
	convened_bar(cw, "maja", application);
	OK(outcome_of(item, "decided", 0, err));
	now = shown("maja");
	ck_assert(now.items[0].hidden);
	ck_assert_ptr_null(now.items[0].outcome);
	ck_assert_str_eq(now.items[0].proposes, "");
	ck_assert_int_eq(now.items[0].motion_count + now.items[0].seat_count, 0);
	ck_assert_str_eq(now.items[0].title, "Närmare vård");
	ck_assert_int_eq(now.items[0].section, 1);
	sitting_done(&now);
	now = shown("rut"); /* who does not see others' conflicts of interest */
	ck_assert(now.items[0].veiled);
	ck_assert_int_eq(now.items[0].seat_count, 0);
	ck_assert_str_eq(now.items[0].outcome, "decided");
	sitting_done(&now);
	OK(sitting_adjuster(cw, NULL, sitting, person("mats"), err));
	OK(sitting_close(cw, NULL, sitting, err));
	OK(sitting_adjust(cw, NULL, sitting, NULL, err));
	now = shown("maja");
	ck_assert(!now.items[0].hidden);
	ck_assert_str_eq(now.items[0].outcome, "decided");
	sitting_done(&now);
	now = shown("rut");
	ck_assert_int_gt(now.items[0].seat_count, 0);
	sitting_done(&now);
}
END_TEST

START_TEST(the_secretary_is_an_officer_and_a_barred_one_records_nothing)
{
	int64_t item = convened_item(cw, sitting, measure);

	office_sit(cw, "rut");
	REFUSED(sitting_take(cw, NULL, item, err), ERROR_DENIED, "at a sitting");
	office_sit(cw, "maja");
	REFUSED(sitting_take(cw, NULL, item, err), ERROR_DENIED, "at a sitting");
	REFUSED(sitting_close(cw, NULL, sitting, err), ERROR_DENIED, "at a sitting");
	convened_bar(cw, "elin", application);
	REFUSED(sitting_take(cw, NULL, item, err), ERROR_DENIED, "FL 17 §");
	office_sit(cw, "olle");
	OK(sitting_take(cw, NULL, item, err));
}
END_TEST

START_TEST(a_retry_finds_what_was_made)
{
	struct operation op = operation_new();
	struct sitting_change change = {.on_day = "2026-12-10"};
	struct sitting_item_change item = {.title = "Budgetunderlag", .proposes = ""};
	int64_t first = 0, again = 0;

	office_sit(cw, "rut");
	OK(sitting_open(cw, &op, &change, &first, err));
	OK(sitting_open(cw, &op, &change, &again, err));
	ck_assert_int_eq(first, again);
	op = operation_new();
	OK(sitting_item_add(cw, &op, first, &item, &first, err));
	OK(sitting_item_add(cw, &op, again, &item, &again, err));
	ck_assert_int_eq(first, again);
}
END_TEST

START_TEST(a_sitting_is_found_by_day_or_number)
{
	struct sitting_change change = {.on_day = "2026-11-22"};
	struct sitting now = shown("rev");
	int64_t found = 0, other;

	OK(sitting_find(cw, "2026-11-22", &found, err));
	ck_assert_int_eq(found, sitting);
	found = 0;
	OK(sitting_find(cw, now.number, &found, err));
	ck_assert_int_eq(found, sitting);
	REFUSED(sitting_find(cw, "2026-11-23", &found, err), ERROR_MISSING, "2026-11-23");
	OK(sitting_open(cw, NULL, &change, &other, err));
	REFUSED(sitting_find(cw, "2026-11-22", &found, err), ERROR_INVALID, "2 sittings");
	sitting_done(&now);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {deciders_reserve_and_the_presenter_dissents_once,
		nobody_differs_from_what_is_dispatched, nobody_differs_from_what_is_made_known,
		a_closed_sitting_is_not_changed, minutes_are_approved_by_the_chair_and_a_member_who_was_there,
		a_barred_person_sees_the_item_when_the_minutes_are_approved,
		the_secretary_is_an_officer_and_a_barred_one_records_nothing, a_retry_finds_what_was_made,
		a_sitting_is_found_by_day_or_number, NULL};

	return claims_run_in("minutes", claims, office_begin, office_end, 20);
}

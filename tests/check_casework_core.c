/* The write path, rights, persons, rounds, the law as data, and the chain. */
#include "office.h"

#include "casework/change.h"
#include "casework/event.h"
#include "casework/event_chain.h"
#include "casework/office.h"
#include "casework/person.h"
#include "casework/round.h"

#include "base/words.h"

#include <check.h>

static struct casework *cw;

static void open_office(void)
{
	words_open("en");
	cw = office_open();
}

static void close_office(void)
{
	casework_close(cw);
}

static int findings;

static void count_finding(void *with, const char *finding)
{
	(void)with;
	(void)finding;
}

static int chain_findings(void)
{
	findings = 0;
	OK(event_chain_check(cw, count_finding, NULL, &findings, err));
	return findings;
}

START_TEST(first_person_may_give_roles_until_a_second_administrator_is_there)
{
	struct error err = {0};
	int64_t adam = office_person(cw, "adam"), elin = office_person(cw, "elin");
	day today = day_read("2026-11-22");

	ck_assert(person_give_role(cw, NULL, adam, ROLE_OFFICER, today, DAY_NONE, &err));
	ck_assert(person_give_role(cw, NULL, elin, ROLE_ADMINISTRATOR, today, DAY_NONE, &err));
	ck_assert(!person_give_role(cw, NULL, adam, ROLE_CHAIR, today, DAY_NONE, &err));
	ck_assert_int_eq(err.kind, ERROR_DENIED);
	ck_assert(person_give_role(cw, NULL, elin, ROLE_CHAIR, today, DAY_NONE, &err));
	office_sit(cw, "elin");
	ck_assert(!person_end_role(cw, NULL, elin, ROLE_CHAIR, today, &err));
	ck_assert(person_end_role(cw, NULL, adam, ROLE_ADMINISTRATOR, today, &err));
}
END_TEST

START_TEST(a_role_is_held_from_its_first_day_to_its_last)
{
	struct error err = {0};
	int64_t rut = office_person(cw, "rut");

	ck_assert(person_end_role(cw, NULL, rut, ROLE_REGISTRAR, day_read("2026-11-22"), &err));
	office_sit(cw, "rut");
	ck_assert_uint_eq(access_roles(cw), ROLE_REGISTRAR);
	office_sit(cw, "adam");
	office_clock(cw, "2026-11-23 00:00:00");
	office_sit(cw, "rut");
	ck_assert_uint_eq(access_roles(cw), 0);
	ck_assert(!may(cw, RIGHT_SEE, 0, &err));
	ck_assert_int_eq(err.kind, ERROR_DENIED);
}
END_TEST

START_TEST(roles_do_not_overlap_and_end_only_when_held)
{
	struct error err = {0};
	int64_t rut = office_person(cw, "rut");

	ck_assert(!person_give_role(cw, NULL, rut, ROLE_REGISTRAR, day_read("2026-01-01"), DAY_NONE, &err));
	ck_assert_int_eq(err.kind, ERROR_INVALID);
	ck_assert(!person_end_role(cw, NULL, rut, ROLE_CHAIR, day_read("2026-01-01"), &err));
	ck_assert_int_eq(err.kind, ERROR_MISSING);
	ck_assert(!person_give_role(cw, NULL, rut, ROLE_CHAIR, day_read("2026-02-01"), day_read("2026-01-01"), &err));
	ck_assert(!person_give_role(cw, NULL, 9999, ROLE_CHAIR, day_read("2026-02-01"), DAY_NONE, &err));
	ck_assert_int_eq(err.kind, ERROR_MISSING);
}
END_TEST

START_TEST(no_right_is_given_without_a_row)
{
	enum role role;

	for (int right = 0; right < RIGHT_COUNT; right++) {
		ck_assert(!access_allows(0, (enum right)right, ~0u, NULL));
		ck_assert(!access_allows(1u << 20, (enum right)right, 0, NULL));
	}
	ck_assert(!access_allows(~0u, RIGHT_COUNT, 0, NULL));
	ck_assert(access_allows(ROLE_CONTROLLER | ROLE_OFFICER, RIGHT_ATTEST, 0, &role));
	ck_assert_int_eq(role, ROLE_CONTROLLER);
	ck_assert(!access_allows(ROLE_CONTROLLER, RIGHT_ATTEST, RELATION_MAKER, NULL));
	ck_assert(!access_allows(ROLE_OFFICER, RIGHT_SCORE_PUT, 0, NULL));
	ck_assert(access_allows(ROLE_OFFICER, RIGHT_SCORE_PUT, RELATION_ASSIGNED, NULL));
	ck_assert(!access_sees_points(ROLE_CHAIR | ROLE_OFFICER, RELATION_UNSUBMITTED));
	ck_assert(!access_sees_points(ROLE_REGISTRAR | ROLE_ADMINISTRATOR, 0));
}
END_TEST

/* role x right, as reviewed: rows in the order of enum right, a letter per role that has it. */
static const char *const reviewed[RIGHT_COUNT] = {
	[RIGHT_SEE] = "rombca",
	[RIGHT_SEE_WORKING] = "omba",
	[RIGHT_SEE_POINTS] = "ombca",
	[RIGHT_PERSON_PUT] = "d",
	[RIGHT_PROGRAMME_ADOPT] = "d",
	[RIGHT_CRITERIA_DRAFT] = "obd",
	[RIGHT_CRITERIA_ADOPT] = "od",
	[RIGHT_ROUND_PUT] = "od",
	[RIGHT_LIMIT_PUT] = "c",
	[RIGHT_APPLICATION_REGISTER] = "ro",
	[RIGHT_APPLICATION_CHANGE] = "ro",
	[RIGHT_APPLICATION_ASSIGN] = "ob",
	[RIGHT_APPLICATION_WITHDRAW] = "ro",
	[RIGHT_MEASURE_PUT] = "ro",
	[RIGHT_NOTE_ADD] = "rombc",
	[RIGHT_GATE_ANSWER] = "o",
	[RIGHT_CLOCK_SEND] = "rombc",
	[RIGHT_CLOCK_ANSWER] = "ro",
	[RIGHT_CLOCK_END] = "ob",
	[RIGHT_VERSION_KEEP] = "ro",
	[RIGHT_MEETING_PUT] = "ro",
	[RIGHT_POWER_PUT] = "d",
	[RIGHT_ASSESSOR_ASSIGN] = "ob",
	[RIGHT_SCORE_PUT] = "omb",
	[RIGHT_CONSENSUS_RECORD] = "ob",
	[RIGHT_RANK_MOVE] = "b",
	[RIGHT_FIRM_KEEP] = "ob",
	[RIGHT_LEAST_PUT] = "obc",
	[RIGHT_EQUAL_PUT] = "b",
	[RIGHT_DECISION_RECORD] = "ob",
	[RIGHT_PLAN_PUT] = "c",
	[RIGHT_ATTEST] = "c",
	[RIGHT_ATTEST_LIST_PUT] = "d",
	[RIGHT_ACCOUNT_PUT] = "c",
	[RIGHT_BATCH_SEAL] = "c",
	[RIGHT_PAYMENT_RECORD] = "c",
	[RIGHT_PAYMENT_EXPORT] = "ca",
	[RIGHT_REPORT_PUT] = "roc",
	[RIGHT_REPORT_RULE] = "oc",
	[RIGHT_RATE_PUT] = "c",
	[RIGHT_SENT_KEEP] = "oc",
	[RIGHT_AUDIT] = "abc",
	[RIGHT_MONEY_IN] = "c",
	[RIGHT_DEMAND_SEND] = "oc",
	[RIGHT_SITTING_CALL] = "ro",
	[RIGHT_SITTING_RECORD] = "o",
	[RIGHT_SITTING_RULE] = "ob",
	[RIGHT_RESERVE] = "omb",
	[RIGHT_DISQUALIFICATION_SEE] = "omba",
	[RIGHT_DISQUALIFICATION_ANSWER] = "rombca",
	[RIGHT_DISQUALIFICATION_ASK] = "ob",
	[RIGHT_DISQUALIFICATION_RECORD] = "ob",
	[RIGHT_DISQUALIFICATION_TRY] = "ob",
	[RIGHT_CASE_CLOSE] = "ro",
	[RIGHT_RELEASE_TEST] = "ro",
	[RIGHT_DOCUMENT_PUT] = "ro",
	[RIGHT_DOCUMENT_REMOVE] = "r",
	[RIGHT_MATTER_PUT] = "ro",
	[RIGHT_BACKUP] = "rombcad",
	[RIGHT_CHECK] = "rombcad",
};

START_TEST(rights_are_what_was_reviewed)
{
	static const struct {
		char letter;
		enum role role;
	} letters[] = {{'r', ROLE_REGISTRAR}, {'o', ROLE_OFFICER}, {'m', ROLE_MEMBER}, {'b', ROLE_CHAIR},
		{'c', ROLE_CONTROLLER}, {'a', ROLE_AUDITOR}, {'d', ROLE_ADMINISTRATOR}};

	for (int right = 0; right < RIGHT_COUNT; right++)
		for (size_t i = 0; i < sizeof letters / sizeof letters[0]; i++)
			ck_assert_msg(access_allows(letters[i].role, (enum right)right,
					      right == RIGHT_DISQUALIFICATION_ANSWER || right == RIGHT_RESERVE
						      ? RELATION_SELF
						      : RELATION_ASSIGNED,
					      NULL) == (strchr(reviewed[right], letters[i].letter) != NULL),
				"right %d, role %c", right, letters[i].letter);
}
END_TEST

START_TEST(an_operation_repeated_changes_nothing_and_succeeds)
{
	struct error err = {0};
	struct operation op = operation_new();
	struct person_change person = {"sven", "Sven Gran", "13"};
	int64_t first = 0, second = 0, events;

	ck_assert(person_add(cw, &op, &person, &first, &err));
	events = office_events(cw);
	ck_assert(person_add(cw, &op, &person, &second, &err));
	ck_assert_int_eq(first, second);
	ck_assert_int_eq(office_events(cw), events);
}
END_TEST

START_TEST(an_older_version_is_a_conflict_that_names_who_and_when)
{
	struct error err = {0};
	struct operation op = operation_new();
	struct person_change person = {"rut", "Rut Nygren", "13"};
	int64_t rut = office_person(cw, "rut"), events;

	ck_assert(person_change(cw, NULL, rut, &person, &err));
	events = office_events(cw);
	op.if_version = 1;
	ck_assert(!person_change(cw, &op, rut, &person, &err));
	ck_assert_int_eq(err.kind, ERROR_CONFLICT);
	ck_assert_ptr_nonnull(strstr(err.text, "Adam"));
	ck_assert_ptr_nonnull(strstr(err.text, "2026-11-22 09:00"));
	ck_assert_int_eq(office_events(cw), events);
	op = operation_new();
	op.if_version = 2;
	ck_assert(person_change(cw, &op, rut, &person, &err));
}
END_TEST

START_TEST(a_refused_change_leaves_no_event)
{
	struct error err = {0};
	struct person_change twice = {"elin", "Elin Två", NULL}, nameless = {"x", "  ", NULL},
			     nowhere = {"y", "Y", "99"}, spaced = {"a b", "Y", NULL};
	int64_t events = office_events(cw), id = 77;

	ck_assert(!person_add(cw, NULL, &twice, &id, &err));
	ck_assert_int_eq(err.kind, ERROR_INVALID);
	ck_assert(!person_add(cw, NULL, &nameless, &id, &err));
	ck_assert(!person_add(cw, NULL, &nowhere, &id, &err));
	ck_assert(!person_add(cw, NULL, &spaced, &id, &err));
	office_sit(cw, "elin");
	ck_assert(!person_add(cw, NULL, &(struct person_change){"z", "Z", NULL}, &id, &err));
	ck_assert_int_eq(err.kind, ERROR_DENIED);
	ck_assert_int_eq(id, 77);
	ck_assert_int_eq(office_events(cw), events);
	ck_assert(store_idle(casework_store(cw)));
}
END_TEST

START_TEST(the_chain_holds_and_an_altered_event_is_found)
{
	ck_assert_int_gt(office_events(cw), 20);
	ck_assert_int_eq(chain_findings(), 0);
}
END_TEST

START_TEST(a_link_depends_on_every_field_and_on_the_link_before)
{
	struct event_link link = {.seq = 1,
		.actor = 2,
		.object_id = 3,
		.application = 4,
		.part = 1,
		.at = "a",
		.role = "b",
		.operation = "c",
		.action = "d",
		.object = "e",
		.cause = "f",
		.before = NULL,
		.after = "g"};
	unsigned char zero[HASH_BYTES] = {0}, one[HASH_BYTES] = {1}, a[HASH_BYTES], b[HASH_BYTES];
	struct event_link other = link;

	event_hash(&link, zero, a);
	event_hash(&link, one, b);
	ck_assert_mem_ne(a, b, HASH_BYTES);
	other.before = "";
	event_hash(&other, zero, b);
	ck_assert_mem_ne(a, b, HASH_BYTES);
	other = link;
	other.cause = "";
	other.after = "fg";
	event_hash(&other, zero, b);
	ck_assert_mem_ne(a, b, HASH_BYTES);
	other = link;
	other.application = MONEY_UNKNOWN;
	event_hash(&other, zero, b);
	ck_assert_mem_ne(a, b, HASH_BYTES);
}
END_TEST

START_TEST(a_change_shows_what_it_changed)
{
	struct error err = {0};
	struct event_list list = {0};
	struct arena arena;
	const char *difference;

	ck_assert(person_change(
		cw, NULL, office_person(cw, "rut"), &(struct person_change){"rut", "Rut Nygren", NULL}, &err));
	ck_assert(event_list_load(cw, &(struct event_query){.most = 1}, &list, &err));
	ck_assert_int_eq(list.count, 1);
	arena_init(&arena);
	difference = event_difference(&list.items[0], &arena);
	ck_assert_ptr_nonnull(strstr(difference, "name: Rut Registrator → Rut Nygren\n"));
	ck_assert_ptr_nonnull(strstr(difference, "version: 1 → 2\n"));
	ck_assert_ptr_null(strstr(difference, "login"));
	ck_assert_str_eq(event_words(&list.items[0]), "changed a person");
	arena_done(&arena);
	event_list_done(&list);
}
END_TEST

START_TEST(a_person_is_found_by_login_or_a_unique_beginning)
{
	struct error err = {0};
	struct arena arena;
	struct person person = {0};

	arena_init(&arena);
	ck_assert(person_find(cw, "elin", &arena, &person, &err));
	ck_assert_str_eq(person.name, "Elin Björk");
	ck_assert(person_find(cw, "björ", &arena, &person, &err));
	ck_assert_str_eq(person.login, "elin");
	ck_assert(!person_find(cw, "a", &arena, &person, &err));
	ck_assert_int_eq(err.kind, ERROR_INVALID);
	ck_assert(!person_find(cw, "nobody", &arena, &person, &err));
	ck_assert_int_eq(err.kind, ERROR_MISSING);
	arena_done(&arena);
}
END_TEST

START_TEST(a_round_is_named_or_the_only_one)
{
	struct error err = {0};
	struct arena arena;
	struct round round = {0};
	struct round_change next = {"2027", "Omgång 2027", "2027-01-15", "2027-03-31", 2027, 1, 1};

	arena_init(&arena);
	ck_assert(round_find(cw, NULL, &arena, &round, &err));
	ck_assert_str_eq(round.name, "2026");
	ck_assert(round_add(cw, NULL, &next, NULL, &err));
	ck_assert(!round_find(cw, NULL, &arena, &round, &err));
	ck_assert_ptr_nonnull(strstr(err.text, "2027, 2026"));
	next.gate_version = 7;
	next.name = "2028";
	ck_assert(!round_add(cw, NULL, &next, NULL, &err));
	ck_assert_int_eq(err.kind, ERROR_INVALID);
	arena_done(&arena);
}
END_TEST

START_TEST(an_adopted_version_is_never_altered)
{
	struct error err = {0};
	struct programme programme = {0};

	ck_assert(programme_load(cw, &programme, &err));
	ck_assert(programme_adopt(cw, NULL, &programme, &err));
	programme.criteria[0].weight = 61;
	ck_assert(!programme_adopt(cw, NULL, &programme, &err));
	ck_assert_int_eq(err.kind, ERROR_CONFLICT);
	programme.criteria[0].weight = 60;
	programme.gates[0].way_no = "ruling";
	ck_assert(!programme_adopt(cw, NULL, &programme, &err));
	programme_done(&programme);
}
END_TEST

START_TEST(the_law_is_read_once_until_another_is_adopted)
{
	struct error err = {0};
	struct programme first, again, changed;
	int64_t steps = store_steps(casework_store(cw));
	struct word word;

	ck_assert(programme_load(cw, &first, &err));
	ck_assert_int_gt(store_steps(casework_store(cw)) - steps, first.word_count);
	steps = store_steps(casework_store(cw));
	ck_assert(programme_load(cw, &again, &err));
	ck_assert_int_le(store_steps(casework_store(cw)) - steps, 2);
	ck_assert_ptr_eq(again.words, first.words);
	changed = first;
	word = first.words[0];
	word.name[0] = "another name";
	changed.words = &word;
	changed.word_count = 1;
	ck_assert(programme_adopt(cw, NULL, &changed, &err));
	ck_assert(programme_load(cw, &again, &err));
	ck_assert_str_eq(programme_word_name(&again, word.kind, word.code), "another name");
	ck_assert_str_ne(programme_word_name(&first, word.kind, word.code), "another name"); /* the old reading stays */
	programme_done(&first);
	programme_done(&again);
}
END_TEST

START_TEST(words_and_regions_are_found_in_either_language)
{
	struct error err = {0};
	struct programme programme = {0};

	ck_assert(programme_load(cw, &programme, &err));
	ck_assert_str_eq(programme_region(&programme, "jämt")->code, "23");
	ck_assert_str_eq(programme_region(&programme, "23")->short_name, "Jämtland Härjedalen");
	ck_assert_ptr_null(programme_region(&programme, ""));
	ck_assert_str_eq(programme_word(&programme, "arrival", "e-post")->code, "email");
	ck_assert_ptr_null(programme_word(&programme, "arrival", "telefon"));
	ck_assert_str_eq(programme_word_name(&programme, "arrival", "post"), "post");
	ck_assert_str_eq(programme_word_name(&programme, "arrival", "okänd"), "okänd");
	programme_done(&programme);
}
END_TEST

static Suite *suite(void)
{
	Suite *s = suite_create("casework core");
	TCase *t = tcase_create("core");

	tcase_add_checked_fixture(t, open_office, close_office);
	tcase_add_test(t, first_person_may_give_roles_until_a_second_administrator_is_there);
	tcase_add_test(t, a_role_is_held_from_its_first_day_to_its_last);
	tcase_add_test(t, roles_do_not_overlap_and_end_only_when_held);
	tcase_add_test(t, no_right_is_given_without_a_row);
	tcase_add_test(t, rights_are_what_was_reviewed);
	tcase_add_test(t, an_operation_repeated_changes_nothing_and_succeeds);
	tcase_add_test(t, an_older_version_is_a_conflict_that_names_who_and_when);
	tcase_add_test(t, a_refused_change_leaves_no_event);
	tcase_add_test(t, the_chain_holds_and_an_altered_event_is_found);
	tcase_add_test(t, a_link_depends_on_every_field_and_on_the_link_before);
	tcase_add_test(t, a_change_shows_what_it_changed);
	tcase_add_test(t, a_person_is_found_by_login_or_a_unique_beginning);
	tcase_add_test(t, a_round_is_named_or_the_only_one);
	tcase_add_test(t, an_adopted_version_is_never_altered);
	tcase_add_test(t, the_law_is_read_once_until_another_is_adopted);
	tcase_add_test(t, words_and_regions_are_found_in_either_language);
	suite_add_tcase(s, t);
	return s;
}

int main(void)
{
	SRunner *runner = srunner_create(suite());
	int failed;

	srunner_set_tap(runner, "-");
	srunner_run_all(runner, CK_SILENT);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

/* Criteria as versions: drafted, changed, compared, adopted by the delegation and then never changed; a round put on
 * another version without a score being rewritten. */
#include "claims.h"
#include "contest.h"
#include "drafting.h"

#include "casework/assess.h"
#include "casework/criteria.h"
#include "casework/event.h"
#include "casework/office.h"
#include "casework/round.h"
#include "store/inside.h"

#include "base/words.h"

static struct casework *cw;

static void office_ready(void)
{
	words_open("en");
	cw = office_open();
	office_sit(cw, "elin");
}

static void office_leave(void)
{
	casework_close(cw);
}

/* Past the program, with the triggers there: the file itself refuses. */
static bool sql_runs(const char *sql)
{
	sqlite3_set_authorizer(cw->store->db, NULL, NULL);
	return sqlite3_exec(cw->store->db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

static int64_t sql_number(const char *sql)
{
	sqlite3_stmt *statement = NULL;
	int64_t number = -1;

	ck_assert_int_eq(sqlite3_prepare_v2(cw->store->db, sql, -1, &statement, NULL), SQLITE_OK);
	if (sqlite3_step(statement) == SQLITE_ROW)
		number = sqlite3_column_int64(statement, 0);
	sqlite3_finalize(statement);
	return number;
}

/* ---- drafting */

START_TEST(a_draft_says_what_it_was_made_from_and_by_whom_and_why)
{
	int64_t number = drafting_begun(cw);
	struct criteria draft = drafting_version(cw, number), from = drafting_version(cw, 1);

	ck_assert_int_eq(number, 2);
	ck_assert_int_eq(draft.head.state, CRITERIA_DRAFT);
	ck_assert_int_eq(draft.head.from_number, 1);
	ck_assert_str_eq(draft.head.why, "Evidence weighs too little.");
	ck_assert_str_eq(draft.head.made_by, "Elin Björk");
	ck_assert_int_eq(draft.head.weights, 100);
	ck_assert_int_eq(draft.count, 3);
	ck_assert_str_eq(draft.items[2].step[4][1], from.items[2].step[4][1]);
	ck_assert_int_eq(from.head.state, CRITERIA_TAKEN_IN);
	ck_assert_str_eq(from.head.rounds, "2026");
	ck_assert_str_eq(draft.head.rounds, "");
	criteria_done(&draft);
	criteria_done(&from);
	REFUSED(criteria_draft(cw, NULL, 1, "  ", NULL, err), ERROR_INVALID, "");
	REFUSED(criteria_draft(cw, NULL, 9, "Why not.", NULL, err), ERROR_MISSING, "");
	office_sit(cw, "maja");
	REFUSED(criteria_draft(cw, NULL, 1, "Why not.", NULL, err), ERROR_DENIED, "");
}
END_TEST

START_TEST(a_draft_is_weighed_renamed_reordered_lengthened_and_shortened)
{
	int64_t number = drafting_begun(cw);
	struct criterion values = drafting_new("K4", 15);
	struct criteria draft;

	drafting_weigh(cw, number, "K1", 45);
	values.sort = 2;
	OK(criterion_put(cw, NULL, number, &values, NULL, err));
	OK(criterion_remove(cw, NULL, number, "K3", err));
	draft = drafting_version(cw, number);
	ck_assert_int_eq(draft.count, 3);
	ck_assert_str_eq(draft.items[0].id, "K1");
	ck_assert_str_eq(draft.items[1].id, "K4");
	ck_assert_str_eq(draft.items[2].id, "K2");
	for (int i = 0; i < 3; i++)
		ck_assert_int_eq(draft.items[i].sort, i + 1);
	ck_assert_int_eq(draft.head.weights, 45 + 15 + 30);
	ck_assert_int_eq(draft.head.version, 4);
	criteria_done(&draft);
	REFUSED(criterion_remove(cw, NULL, number, "K3", err), ERROR_MISSING, "");
}
END_TEST

START_TEST(a_wrong_value_of_a_criterion_names_its_field)
{
	int64_t number = drafting_begun(cw);
	struct criterion values = drafting_new("K4", 0);
	const char *wrong = "";

	REFUSED(criterion_put(cw, NULL, number, &values, &wrong, err), ERROR_INVALID, "");
	ck_assert_str_eq(wrong, "weight");
	values = drafting_new("plan", 10);
	REFUSED(criterion_put(cw, NULL, number, &values, &wrong, err), ERROR_INVALID, "");
	ck_assert_str_eq(wrong, "id");
	values = drafting_new("K4", 10);
	values.step[3][1] = "en\x1b[2J rad";
	REFUSED(criterion_put(cw, NULL, number, &values, &wrong, err), ERROR_INVALID, "");
	ck_assert_str_eq(wrong, "step3_sv");
	values = drafting_new("K4", 10);
	values.name[1] = "";
	REFUSED(criterion_put(cw, NULL, number, &values, &wrong, err), ERROR_INVALID, "");
	ck_assert_str_eq(wrong, "name_sv");
}
END_TEST

START_TEST(two_who_change_the_same_draft_are_told)
{
	int64_t number = drafting_begun(cw);
	struct criterion values = drafting_new("K4", 10);
	struct operation late = {.if_version = 1}, again = operation_new();

	drafting_weigh(cw, number, "K1", 50);
	REFUSED(criterion_put(cw, &late, number, &values, NULL, err), ERROR_CONFLICT, "");
	REFUSED(criterion_remove(cw, &late, number, "K3", err), ERROR_CONFLICT, "");
	REFUSED(criteria_drop(cw, &late, number, err), ERROR_CONFLICT, "");
	OK(criterion_put(cw, &again, number, &values, NULL, err));
	int64_t events = office_events(cw);
	OK(criterion_put(cw, &again, number, &values, NULL, err));
	ck_assert_int_eq(office_events(cw), events);
}
END_TEST

START_TEST(a_dropped_draft_stays_and_its_number_is_not_used_again)
{
	int64_t number = drafting_begun(cw), next;
	struct criteria dropped;

	OK(criteria_drop(cw, NULL, number, err));
	dropped = drafting_version(cw, number);
	ck_assert_int_eq(dropped.head.state, CRITERIA_DROPPED);
	ck_assert_int_eq(dropped.count, 3);
	criteria_done(&dropped);
	next = drafting_begun(cw);
	ck_assert_int_eq(next, number + 1);
	REFUSED(criterion_remove(cw, NULL, number, "K3", err), ERROR_INVALID, "");
	REFUSED(criteria_drop(cw, NULL, number, err), ERROR_INVALID, "");
	REFUSED(criteria_adopt(cw, NULL, number, "2026-11-20", "2026:14", err), ERROR_INVALID, "");
	ck_assert(!sql_runs("UPDATE criterion SET weight = 1 WHERE version = 2"));
	ck_assert(!sql_runs("INSERT INTO criterion SELECT 2, 'K9', sort, weight, bonus, name_sv, name_en, trace, "
			    "step0_sv, step1_sv, step2_sv, step3_sv, step4_sv, step0_en, step1_en, step2_en, step3_en, "
			    "step4_en FROM criterion WHERE version = 1 AND id = 'K1'"));
	ck_assert(!sql_runs("UPDATE criteria_draft SET dropped_at = NULL"));
}
END_TEST

/* ---- comparing */

START_TEST(two_versions_are_compared_criterion_by_criterion)
{
	int64_t number = drafting_begun(cw);
	struct criterion values = drafting_new("K4", 10);
	struct criteria_comparison compared;
	struct criteria now = drafting_version(cw, number);
	struct arena arena;

	arena_init(&arena);
	drafting_weigh(cw, number, "K1", 50);
	values.sort = 1;
	OK(criterion_put(cw, NULL, number, &values, NULL, err));
	values = *criteria_find(&now, "K2");
	values.step[2][1] = "duglig";
	values.sort = 0;
	OK(criterion_put(cw, NULL, number, &values, NULL, err));
	OK(criterion_remove(cw, NULL, number, "K3", err));
	OK(criteria_compare(cw, 1, number, &compared, err));
	ck_assert_int_eq(compared.count, 4);
	ck_assert_str_eq(compared.items[0].after->id, "K4");
	ck_assert_uint_eq(compared.items[0].differs, CRITERION_ADDED);
	ck_assert_uint_eq(compared.items[1].differs, CRITERION_WEIGHT);
	ck_assert_uint_eq(compared.items[2].differs, CRITERION_STEPS);
	ck_assert_uint_eq(compared.items[2].steps, 1U << 2);
	ck_assert_uint_eq(compared.items[3].differs, CRITERION_TAKEN);
	ck_assert_int_eq(compared.changed, 4);
	ck_assert_int_eq(compared.anew, 2);
	ck_assert_str_eq(criterion_difference(&compared.items[1], &arena), "weight 60 → 50");
	ck_assert_str_eq(criterion_difference(&compared.items[2], &arena), "step 2");
	ck_assert_str_eq(criterion_difference(&compared.items[3], &arena), "taken away, weight 10");
	criteria_comparison_done(&compared);
	criteria_done(&now);
	arena_done(&arena);
}
END_TEST

START_TEST(one_criterion_moved_is_one_difference)
{
	int64_t number = drafting_begun(cw);
	struct criteria now = drafting_version(cw, number);
	struct criterion values = *criteria_find(&now, "K3");
	struct criteria_comparison compared;

	values.sort = 1;
	OK(criterion_put(cw, NULL, number, &values, NULL, err));
	OK(criteria_compare(cw, 1, number, &compared, err));
	ck_assert_str_eq(compared.items[0].after->id, "K3");
	ck_assert_uint_eq(compared.items[0].differs, CRITERION_ORDER);
	ck_assert_int_eq(compared.changed, 1);
	ck_assert_int_eq(compared.anew, 0);
	criteria_comparison_done(&compared);
	OK(criteria_compare(cw, 1, 1, &compared, err));
	ck_assert_int_eq(compared.changed, 0);
	criteria_comparison_done(&compared);
	criteria_done(&now);
}
END_TEST

/* ---- adopting */

START_TEST(weights_that_do_not_add_up_to_a_hundred_are_not_adopted)
{
	int64_t number = drafting_begun(cw);

	drafting_weigh(cw, number, "K1", 59);
	REFUSED(criteria_adopt(cw, NULL, number, "2026-11-20", "2026:14", err), ERROR_INVALID, "");
	ck_assert(
		!sql_runs("UPDATE criteria_version SET adopted_on = '2026-11-20', adopted_ref = 'x' WHERE number = 2"));
	drafting_weigh(cw, number, "K2", 31);
	OK(criteria_adopt(cw, NULL, number, "2026-11-20", "2026:14", err));
}
END_TEST

START_TEST(a_criterion_without_words_in_either_language_is_not_adopted)
{
	int64_t number = drafting_begun(cw);
	struct criteria now = drafting_version(cw, number);
	struct criterion values = *criteria_find(&now, "K2");
	struct error why = {0};

	values.step[3][0] = "";
	OK(criterion_put(cw, NULL, number, &values, NULL, err));
	ck_assert(!criteria_adopt(cw, NULL, number, "2026-11-20", "2026:14", &why));
	ck_assert_ptr_nonnull(strstr(why.text, "K2: step 3 has no text in English."));
	criteria_done(&now);
}
END_TEST

START_TEST(an_adopted_version_never_changes)
{
	int64_t number = drafting_begun(cw);
	struct criterion values = drafting_new("K4", 10);
	struct criteria adopted;

	OK(criteria_adopt(cw, NULL, number, "2026-11-20", " 2026:14 ", err));
	adopted = drafting_version(cw, number);
	ck_assert_int_eq(adopted.head.state, CRITERIA_ADOPTED);
	ck_assert_str_eq(adopted.head.adopted_on, "2026-11-20");
	ck_assert_str_eq(adopted.head.adopted_ref, "2026:14");
	criteria_done(&adopted);
	REFUSED(criterion_put(cw, NULL, number, &values, NULL, err), ERROR_INVALID, "");
	REFUSED(criterion_remove(cw, NULL, number, "K3", err), ERROR_INVALID, "");
	REFUSED(criteria_drop(cw, NULL, number, err), ERROR_INVALID, "");
	REFUSED(criteria_adopt(cw, NULL, number, "2026-11-21", "2026:15", err), ERROR_INVALID, "");
	ck_assert(!sql_runs("UPDATE criterion SET weight = 1 WHERE version = 2"));
	ck_assert(!sql_runs("DELETE FROM criterion WHERE version = 2"));
	ck_assert(!sql_runs("UPDATE criteria_version SET adopted_on = NULL WHERE number = 2"));
	ck_assert(!sql_runs("DELETE FROM criteria_version WHERE number = 2"));
	ck_assert(!sql_runs("UPDATE criteria_draft SET why = 'Another.'"));
	ck_assert(!sql_runs("UPDATE criterion SET weight = 1 WHERE version = 1"));
	ck_assert(!sql_runs("INSERT INTO criterion SELECT version, 'K9', sort, weight, bonus, name_sv, name_en, trace, "
			    "step0_sv, step1_sv, step2_sv, step3_sv, step4_sv, step0_en, step1_en, step2_en, step3_en, "
			    "step4_en FROM criterion WHERE id = 'K1'"));
}
END_TEST

START_TEST(what_came_with_the_law_can_be_adopted_and_is_the_law_still)
{
	OK(criteria_adopt(cw, NULL, 1, "2026-01-12", "2026:1", err));
	REFUSED(criteria_adopt(cw, NULL, 1, "2026-01-12", "2026:1", err), ERROR_INVALID, "");
	office_sit(cw, "adam");
	OK(programme_adopt(cw, NULL, office_law(), err));
}
END_TEST

START_TEST(only_who_records_the_delegations_decisions_adopts)
{
	int64_t number = drafting_begun(cw);

	office_sit(cw, "kim");
	REFUSED(criteria_adopt(cw, NULL, number, "2026-11-20", "2026:14", err), ERROR_DENIED, "");
	office_sit(cw, "rev");
	REFUSED(criteria_adopt(cw, NULL, number, "2026-11-20", "2026:14", err), ERROR_DENIED, "");
	REFUSED(criteria_drop(cw, NULL, number, err), ERROR_DENIED, "");
	office_sit(cw, "elin");
	REFUSED(criteria_adopt(cw, NULL, number, "2026-11-23", "2026:14", err), ERROR_INVALID, "");
	REFUSED(criteria_adopt(cw, NULL, number, "tomorrow", "2026:14", err), ERROR_INVALID, "");
	REFUSED(criteria_adopt(cw, NULL, number, "2026-11-20", " ", err), ERROR_INVALID, "");
	office_sit(cw, "adam");
	OK(criteria_adopt(cw, NULL, number, "2026-11-20", "2026:14", err));
}
END_TEST

START_TEST(a_draft_is_not_the_law_until_it_is_adopted)
{
	struct programme programme, taken = *office_law();
	struct criterion second = drafting_new("K1", 100);
	int64_t number = drafting_begun(cw);

	OK(programme_load(cw, &programme, err));
	ck_assert_ptr_null(programme_criterion(&programme, number, "K1"));
	programme_done(&programme);
	second.version = number;
	taken.criteria = &second;
	taken.criterion_count = 1;
	office_sit(cw, "adam");
	REFUSED(programme_adopt(cw, NULL, &taken, err), ERROR_CONFLICT, "");
	OK(criteria_adopt(cw, NULL, number, "2026-11-20", "2026:14", err));
	OK(programme_load(cw, &programme, err));
	ck_assert_ptr_nonnull(programme_criterion(&programme, number, "K1"));
	programme_done(&programme);
	REFUSED(programme_adopt(cw, NULL, &taken, err), ERROR_CONFLICT, "");
}
END_TEST

/* ---- the round */

START_TEST(a_round_is_never_put_on_what_is_not_adopted)
{
	int64_t number = drafting_begun(cw), round = office_round(cw, "2026");
	struct round_change another = {"2027", "Omgång 2027", "2027-01-15", "2027-03-31", 2027, number, 1};

	REFUSED(criteria_use(cw, NULL, number, round, err), ERROR_INVALID, "");
	REFUSED(round_add(cw, NULL, &another, NULL, err), ERROR_INVALID, "");
	ck_assert(!sql_runs("UPDATE round SET criteria_version = 2"));
	OK(criteria_adopt(cw, NULL, number, "2026-11-20", "2026:14", err));
	OK(round_add(cw, NULL, &another, NULL, err));
	OK(criteria_use(cw, NULL, number, round, err));
	REFUSED(criteria_use(cw, NULL, number, round, err), ERROR_INVALID, "");
	REFUSED(criteria_use(cw, NULL, 1, round, err), ERROR_INVALID, "");
}
END_TEST

START_TEST(no_score_is_rewritten_when_a_round_gets_other_criteria)
{
	int64_t measure = contest_entry(cw, "Röntgenflöde", 1000), number;

	contest_assess(cw, measure, "maja", 3, 2, 1);
	office_sit(cw, "elin");
	number = drafting_begun(cw);
	drafting_weigh(cw, number, "K1", 30);
	drafting_weigh(cw, number, "K2", 60);
	OK(criteria_adopt(cw, NULL, number, "2026-11-20", "2026:14", err));
	OK(criteria_use(cw, NULL, number, office_round(cw, "2026"), err));
	ck_assert_int_eq(sql_number("SELECT count(*) FROM score WHERE criteria_version = 1"), 3);
	ck_assert_int_eq(sql_number("SELECT count(*) FROM score"), 3);
	ck_assert_int_eq(sql_number("SELECT criteria_version FROM assessment"), 1);
	ck_assert_int_eq(sql_number("SELECT sum(weight * points) FROM counted_score"), 30 * 3 + 60 * 2 + 10);
	struct criteria now = drafting_version(cw, 1);
	ck_assert_int_eq(now.head.sheets, 1);
	criteria_done(&now);
}
END_TEST

START_TEST(the_rest_of_a_round_is_weighed_by_what_the_first_were)
{
	int64_t measure = contest_entry(cw, "Röntgenflöde", 1000), number;

	contest_entry(cw, "Ambulans", 2000);
	contest_assess(cw, measure, "maja", 3, 2, 1);
	contest_decide(cw, measure, "granted", (const int[CONTEST_YEARS]){0, 1000}, "2026-11-20", NULL);
	office_sit(cw, "elin");
	number = drafting_begun(cw);
	OK(criteria_adopt(cw, NULL, number, "2026-11-20", "2026:14", err));
	REFUSED(criteria_use(cw, NULL, number, office_round(cw, "2026"), err), ERROR_INVALID, "");
}
END_TEST

START_TEST(a_proposal_locked_for_its_meeting_keeps_the_rounds_criteria_until_the_chair_begins_anew)
{
	int64_t round = office_round(cw, "2026"), measure = contest_entry(cw, "Röntgenflöde", 1000), number;

	contest_assess(cw, measure, "maja", 3, 2, 1);
	office_sit(cw, "kim");
	OK(rank_lock(cw, NULL, round, err));
	office_sit(cw, "elin");
	number = drafting_begun(cw);
	OK(criteria_adopt(cw, NULL, number, "2026-11-20", "2026:14", err));
	REFUSED(criteria_use(cw, NULL, number, round, err), ERROR_INVALID, "");
	office_sit(cw, "kim");
	OK(rank_set(cw, NULL, round, measure, 2026, INT64_C(50000000), err));
	REFUSED(criteria_use(cw, NULL, number, round, err), ERROR_DENIED, "");
	office_sit(cw, "elin");
	OK(criteria_use(cw, NULL, number, round, err));
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		a_draft_says_what_it_was_made_from_and_by_whom_and_why,
		a_draft_is_weighed_renamed_reordered_lengthened_and_shortened,
		a_wrong_value_of_a_criterion_names_its_field,
		two_who_change_the_same_draft_are_told,
		a_dropped_draft_stays_and_its_number_is_not_used_again,
		two_versions_are_compared_criterion_by_criterion,
		one_criterion_moved_is_one_difference,
		weights_that_do_not_add_up_to_a_hundred_are_not_adopted,
		a_criterion_without_words_in_either_language_is_not_adopted,
		an_adopted_version_never_changes,
		what_came_with_the_law_can_be_adopted_and_is_the_law_still,
		only_who_records_the_delegations_decisions_adopts,
		a_draft_is_not_the_law_until_it_is_adopted,
		a_round_is_never_put_on_what_is_not_adopted,
		no_score_is_rewritten_when_a_round_gets_other_criteria,
		the_rest_of_a_round_is_weighed_by_what_the_first_were,
		a_proposal_locked_for_its_meeting_keeps_the_rounds_criteria_until_the_chair_begins_anew,
		NULL,
	};

	return claims_run_in("casework criteria", claims, office_ready, office_leave, 60);
}

/* Reports on grants: planned with the decision, reminded of, received, ruled on; and what they never decide. */
#include "claims.h"
#include "granting.h"

#include "casework/entry.h"
#include "casework/reporting.h"
#include "casework/reporting_inner.h"
#include "casework/share.h"

#include "base/words.h"

static struct casework *cw;
static int64_t measure;

static void office_begin(void)
{
	words_open("en");
	cw = granting_office(&measure);
}

static struct reporting_list list_of(const char *state, bool history)
{
	struct reporting_query query = {.measure = measure, .state = state, .history = history};
	struct reporting_list list;

	OK(reporting_list_load(cw, &query, &list, err));
	return list;
}

static int64_t due_of(int n)
{
	int64_t id = 0;

	OK(reporting_find(cw, measure, n, &id, err));
	return id;
}

/* The one report with the number, copied out of its list: texts are gone. */
static struct reporting row_of(int n)
{
	struct reporting_list list = list_of(NULL, true);
	struct reporting row = {0};

	for (int i = 0; i < list.count; i++)
		if (list.items[i].n == n && list.items[i].state != REPORTING_REPLACED)
			row = list.items[i];
	reporting_list_done(&list);
	ck_assert_int_eq(row.n, n);
	return row;
}

static bool receive(int n, const char *on, struct error *err)
{
	return reporting_receive(cw, NULL, due_of(n), &(struct reporting_arrival){on, 0}, err);
}

static bool approve(int n, struct error *err)
{
	return reporting_approve(cw, NULL, due_of(n), &(struct reporting_ruling){.on = "2029-04-02"}, err);
}

static void clock_on(const char *on)
{
	char moment[32];

	snprintf(moment, sizeof moment, "%s 09:00:00", on);
	office_clock(cw, moment);
}

/* ---- the plan */

START_TEST(a_decision_plans_its_reports)
{
	office_begin();
	struct reporting_list list = list_of(NULL, false);
	ck_assert_int_eq(list.count, 2);
	ck_assert_str_eq(list.items[0].kind, "partial");
	ck_assert_str_eq(list.items[0].due_on, "2027-08-15");
	ck_assert_str_eq(list.items[1].kind, "final");
	ck_assert_str_eq(list.items[1].due_on, "2029-03-30");
	ck_assert_int_eq(list.items[0].mover, MOVER_APPLICANT);
	ck_assert(!list.items[0].late);
	ck_assert_int_eq(list.items[0].waiting, 1);
	reporting_list_done(&list);
	casework_close(cw);
}
END_TEST

static void decide_anew(const char *report_on, const char *final_on)
{
	struct decision_change change = granting_whole();

	change.ground = "FL 37 §";
	change.report_on = report_on;
	change.final_on = final_on;
	granting_decide(cw, measure, &change);
}

START_TEST(an_extension_gives_another_day_and_keeps_the_old_one)
{
	office_begin();
	decide_anew("2028-02-15", "2029-03-30");
	struct reporting_list list = list_of(NULL, false), history = list_of(NULL, true);
	ck_assert_int_eq(list.count, 2);
	ck_assert_int_eq(list.items[0].n, 1);
	ck_assert_str_eq(list.items[0].due_on, "2028-02-15");
	ck_assert_int_eq(list.items[0].decision_n, 2);
	ck_assert_int_eq(list.items[1].decision_n, 1);
	ck_assert_str_eq(history.items[0].due_on, "2027-08-15");
	ck_assert_int_eq(history.items[0].state, REPORTING_REPLACED);
	reporting_list_done(&history);
	reporting_list_done(&list);
	struct reporting_sheet sheet;
	OK(reporting_sheet_load(cw, due_of(1), 0, &sheet, err));
	ck_assert_int_eq(sheet.history_count, 1);
	ck_assert_str_eq(sheet.history[0].planned_on, "2027-08-15");
	reporting_sheet_done(&sheet);
	casework_close(cw);
}
END_TEST

START_TEST(a_decision_that_says_none_ends_what_a_decision_said_and_not_what_was_asked_for_by_hand)
{
	const struct reporting_due_change more = {"partial", "2028-05-01", "The delegation asked for it."};

	office_begin();
	OK(reporting_due_add(cw, NULL, measure, &more, NULL, err));
	decide_anew("none", "2029-03-30");
	struct reporting_list list = list_of(NULL, false), dropped = list_of("dropped", false);
	ck_assert_int_eq(list.count, 2);
	ck_assert_int_eq(list.items[0].n, 3);
	ck_assert_int_eq(dropped.count, 1);
	ck_assert_int_eq(dropped.items[0].n, 1);
	ck_assert_str_eq(dropped.items[0].dropped_on, "2026-11-20");
	reporting_list_done(&dropped);
	reporting_list_done(&list);
	REFUSED(receive(1, "2026-11-22", err), ERROR_INVALID, "not due any more");
	casework_close(cw);
}
END_TEST

START_TEST(what_is_received_follows_the_report_to_its_new_day)
{
	office_begin();
	OK(receive(1, "2026-11-21", err));
	decide_anew("2028-02-15", "2029-03-30");
	ck_assert_int_eq(row_of(1).state, REPORTING_RECEIVED);
	ck_assert_int_eq(row_of(1).report_n, 1);
	REFUSED(receive(1, "2026-11-22", err), ERROR_INVALID, "waits for a ruling");
	casework_close(cw);
}
END_TEST

START_TEST(an_approved_report_is_never_due_again_on_its_day)
{
	office_begin();
	OK(receive(1, "2026-11-21", err));
	OK(reporting_content_put(cw, NULL, due_of(1), &(struct reporting_content){.progress = "It goes well."}, err));
	OK(reporting_approve(cw, NULL, due_of(1), &(struct reporting_ruling){.on = "2026-11-22"}, err));
	decide_anew("2027-08-15", "2029-06-30");
	struct reporting_list list = list_of(NULL, false);
	ck_assert_int_eq(list.count, 2);
	ck_assert_int_eq(list.items[0].state, REPORTING_APPROVED);
	reporting_list_done(&list);
	decide_anew("none", "2029-06-30");
	ck_assert_int_eq(row_of(1).state, REPORTING_APPROVED);
	casework_close(cw);
}
END_TEST

START_TEST(a_report_by_hand_needs_a_grant_a_reason_and_a_day_after_it)
{
	struct reporting_due_change more = {"partial", "2028-05-01", ""};

	office_begin();
	REFUSED(reporting_due_add(cw, NULL, measure, &more, NULL, err), ERROR_INVALID, "Why");
	more.why = "Asked for.";
	more.due_on = "2026-11-19";
	REFUSED(reporting_due_add(cw, NULL, measure, &more, NULL, err), ERROR_INVALID, "before the decision");
	more.due_on = "2029-06-30";
	more.kind = "final";
	REFUSED(reporting_due_add(cw, NULL, measure, &more, NULL, err), ERROR_INVALID, "has a final report");
	measure = granting_measure(cw);
	REFUSED(reporting_due_add(cw, NULL, measure, &more, NULL, err), ERROR_INVALID, "Nothing is granted");
	office_sit(cw, "maja");
	REFUSED(reporting_due_add(cw, NULL, measure, &more, NULL, err), ERROR_DENIED, "record reports");
	casework_close(cw);
}
END_TEST

/* ---- late, reminded, received, ruled on */

START_TEST(a_day_that_has_passed_is_told_until_something_comes_in)
{
	office_begin();
	clock_on("2027-08-15");
	ck_assert(!row_of(1).late);
	clock_on("2027-08-16");
	ck_assert(row_of(1).late);
	struct reporting_list late = list_of("late", false);
	ck_assert_int_eq(late.count, 1);
	reporting_list_done(&late);
	OK(receive(1, "2027-08-16", err));
	ck_assert(!row_of(1).late);
	ck_assert_int_eq(row_of(1).mover, MOVER_US);
	casework_close(cw);
}
END_TEST

START_TEST(a_reminder_goes_to_each_region_and_into_the_register_when_wanted)
{
	const char *codes[] = {"19", "20"};
	const struct measure_amount amounts[] = {{2027, true, true, KRONOR(24500000), KRONOR(24500000)}};
	struct decision_change change = granting_whole();
	struct reporting_sheet sheet;

	words_open("en");
	cw = office_open();
	measure = granting_measure_of(cw, codes, 2, amounts, 1);
	change.amounts = &(struct decision_amount){2027, KRONOR(24500000)};
	change.amount_count = 1;
	change.instalments = &(struct decision_instalment){"2027-09-01", 0, KRONOR(24500000), NULL, ""};
	change.instalment_count = 1;
	granting_decide(cw, measure, &change);
	office_sit(cw, "elin");
	OK(reporting_remind(cw, NULL, due_of(1),
		&(struct reporting_reminding){.sent_on = "2026-11-22", .way = "email", .all = true, .paper = true},
		err));
	REFUSED(reporting_remind(cw, NULL, due_of(1),
			&(struct reporting_reminding){.sent_on = "2026-11-22", .way = "email", .region = "23"}, err),
		ERROR_INVALID, "takes no part");
	OK(reporting_sheet_load(cw, due_of(1), 0, &sheet, err));
	ck_assert_int_eq(sheet.reminder_count, 3);
	ck_assert_str_eq(sheet.reminders[0].recipient, "Halland");
	ck_assert_int_eq(sheet.reminders[0].document_n, 1);
	ck_assert_int_eq(sheet.reminders[2].document_n, 3);
	ck_assert_int_eq(sheet.due.reminders, 3);
	ck_assert_str_eq(sheet.due.reminded_on, "2026-11-22");
	reporting_sheet_done(&sheet);
	casework_close(cw);
}
END_TEST

START_TEST(a_report_sent_back_comes_again_as_the_next_of_the_same)
{
	struct reporting_sheet sheet;

	office_begin();
	OK(receive(1, "2026-11-21", err));
	REFUSED(reporting_send_back(cw, NULL, due_of(1), &(struct reporting_ruling){.on = "2026-11-22"}, err),
		ERROR_INVALID, "Reason");
	REFUSED(reporting_send_back(cw, NULL, due_of(1),
			&(struct reporting_ruling){"2026-11-22", "Costs are lacking.", "2026-11-22"}, err),
		ERROR_INVALID, "not after");
	REFUSED(reporting_send_back(cw, NULL, due_of(1),
			&(struct reporting_ruling){"2026-11-20", "Costs are lacking.", "2027-09-30"}, err),
		ERROR_INVALID, "before the day it came in, 2026-11-21");
	OK(reporting_send_back(cw, NULL, due_of(1),
		&(struct reporting_ruling){"2026-11-22", "Costs are lacking.", "2027-09-30"}, err));
	ck_assert_int_eq(row_of(1).state, REPORTING_SENT_BACK);
	ck_assert_int_eq(row_of(1).mover, MOVER_APPLICANT);
	clock_on("2027-09-30");
	ck_assert(!row_of(1).late);
	clock_on("2027-10-01");
	ck_assert(row_of(1).late);
	REFUSED(reporting_content_put(cw, NULL, due_of(1), &(struct reporting_content){.progress = "x"}, err),
		ERROR_INVALID, "stays as it was then");
	REFUSED(receive(1, "2026-11-21", err), ERROR_INVALID, "before the day it was sent back, 2026-11-22");
	OK(receive(1, "2027-10-01", err));
	ck_assert_int_eq(row_of(1).report_n, 2);
	OK(reporting_sheet_load(cw, due_of(1), 0, &sheet, err));
	ck_assert_int_eq(sheet.take_count, 2);
	ck_assert_str_eq(sheet.takes[0].outcome, "sent_back");
	reporting_sheet_done(&sheet);
	casework_close(cw);
}
END_TEST

START_TEST(a_final_report_is_approved_only_with_what_was_carried_out_and_the_total_cost)
{
	struct reporting_content content = {.carried_out = "All of it."};

	office_begin();
	clock_on("2029-04-02");
	OK(receive(2, "2029-03-28", err));
	REFUSED(approve(2, err), ERROR_INVALID, "what was carried out");
	OK(reporting_content_put(cw, NULL, due_of(2), &content, err));
	REFUSED(approve(2, err), ERROR_INVALID, "total cost");
	content = (struct reporting_content){.set_cost = true, .total_cost_ore = KRONOR(31000000)};
	OK(reporting_content_put(cw, NULL, due_of(2), &content, err));
	office_sit(cw, "rut");
	REFUSED(approve(2, err), ERROR_DENIED, "rule on reports");
	office_sit(cw, "elin");
	OK(approve(2, err));
	ck_assert_int_eq(row_of(2).state, REPORTING_APPROVED);
	ck_assert_int_eq(row_of(2).mover, MOVER_NOBODY);
	REFUSED(receive(2, "2029-04-02", err), ERROR_INVALID, "was approved");
	casework_close(cw);
}
END_TEST

START_TEST(somebody_elses_change_is_a_conflict_and_the_same_operation_is_one_report)
{
	struct operation op = operation_new();
	struct reporting_arrival arrival = {"2026-11-21", 0};
	struct reporting row;

	office_begin();
	OK(reporting_receive(cw, &op, due_of(1), &arrival, err));
	OK(reporting_receive(cw, &op, due_of(1), &arrival, err));
	row = row_of(1);
	ck_assert_int_eq(row.report_n, 1);
	op = operation_new();
	op.if_version = row.report_version;
	OK(reporting_content_put(cw, &op, due_of(1), &(struct reporting_content){.progress = "One."}, err));
	op = operation_new();
	op.if_version = row.report_version;
	REFUSED(reporting_content_put(cw, &op, due_of(1), &(struct reporting_content){.progress = "Two."}, err),
		ERROR_CONFLICT, "saved a change here");
	casework_close(cw);
}
END_TEST

/* ---- money, effects, conditions */

START_TEST(shares_of_a_grant_add_up_to_the_ore_and_the_first_get_what_is_left_over)
{
	int64_t shares[21], out[21], sum = 0;

	for (int i = 0; i < 21; i++)
		shares[i] = KRONOR(1000000);
	shares[4] = MONEY_UNKNOWN;
	shares[5] = 0;
	reporting_shares(KRONOR(52000000), shares, 21, out);
	for (int i = 0; i < 21; i++)
		sum += out[i] == MONEY_UNKNOWN ? 0 : out[i];
	ck_assert_int_eq(sum, KRONOR(52000000));
	ck_assert_int_eq(out[0], 273684211);
	ck_assert_int_eq(out[20], 273684210);
	ck_assert(out[4] == MONEY_UNKNOWN);
	ck_assert_int_eq(out[5], 0);
	shares[0] = 0;
	reporting_shares(KRONOR(100), shares, 1, out);
	ck_assert(out[0] == MONEY_UNKNOWN);
}
END_TEST

START_TEST(unused_money_is_proposed_as_what_is_left_of_the_share_unless_it_is_told)
{
	struct reporting_told told = {.set_used = true, .used_ore = KRONOR(20000000)};
	struct reporting_sheet sheet;

	office_begin();
	clock_on("2029-04-02");
	OK(receive(2, "2029-03-28", err));
	OK(reporting_region_put(cw, NULL, due_of(2), &told, err));
	OK(reporting_sheet_load(cw, due_of(2), 0, &sheet, err));
	ck_assert_int_eq(sheet.regions[0].share_ore, KRONOR(24500000));
	ck_assert_int_eq(sheet.regions[0].unused_ore, KRONOR(4500000));
	ck_assert_int_eq(sheet.unused_ore, KRONOR(4500000));
	reporting_sheet_done(&sheet);
	told = (struct reporting_told){.set_unused = true, .unused_ore = KRONOR(4000000), .effects = "Fewer days."};
	OK(reporting_region_put(cw, NULL, due_of(2), &told, err));
	told = (struct reporting_told){.set_used = true, .used_ore = KRONOR(30000000)};
	OK(reporting_sheet_load(cw, due_of(2), 0, &sheet, err));
	ck_assert_int_eq(sheet.regions[0].used_ore, KRONOR(20000000));
	ck_assert_int_eq(sheet.regions[0].unused_ore, KRONOR(4000000));
	ck_assert_str_eq(sheet.regions[0].effects, "Fewer days.");
	reporting_sheet_done(&sheet);
	OK(reporting_region_put(cw, NULL, due_of(2), &told, err));
	OK(reporting_sheet_load(cw, due_of(2), 0, &sheet, err));
	ck_assert_int_eq(sheet.regions[0].unused_ore, 0);
	ck_assert_str_eq(sheet.regions[0].effects, "Fewer days.");
	ck_assert_ptr_nonnull(strstr(reporting_remarks(&sheet), "more than the 24,500,000 SEK granted"));
	reporting_sheet_done(&sheet);
	casework_close(cw);
}
END_TEST

START_TEST(what_was_achieved_stands_beside_what_was_promised)
{
	struct entry_change indicator = {.kind = ENTRY_INDICATOR};
	struct reporting_achieved achieved = {.indicator = 1, .achieved = "9", .achieved_on = "2026-11-01", .note = ""};
	struct reporting_sheet sheet;
	struct decision_change change = granting_whole();

	words_open("en");
	cw = office_open();
	measure = granting_measure(cw);
	office_sit(cw, "rut");
	indicator.owner = measure;
	indicator.values[INDICATOR_NAME] = "Waiting";
	indicator.values[INDICATOR_UNIT] = "days";
	indicator.values[INDICATOR_BASELINE] = "12";
	indicator.values[INDICATOR_TARGET] = "8";
	OK(entry_put(cw, NULL, &indicator, NULL, err));
	granting_decide(cw, measure, &change);
	office_sit(cw, "elin");
	OK(receive(1, "2026-11-21", err));
	OK(reporting_effect_put(cw, NULL, due_of(1), &achieved, err));
	achieved.region = "13";
	achieved.achieved = "10";
	OK(reporting_effect_put(cw, NULL, due_of(1), &achieved, err));
	achieved.indicator = 2;
	REFUSED(reporting_effect_put(cw, NULL, due_of(1), &achieved, err), ERROR_MISSING, "no indicator 2");
	OK(reporting_sheet_load(cw, due_of(1), 0, &sheet, err));
	ck_assert_int_eq(sheet.effect_count, 2);
	ck_assert_str_eq(sheet.effects[0].baseline, "12");
	ck_assert_str_eq(sheet.effects[0].target, "8");
	ck_assert_str_eq(sheet.effects[0].achieved, "9");
	ck_assert_str_eq(sheet.effects[1].short_name, "Halland");
	ck_assert_str_eq(sheet.effects[1].achieved, "10");
	reporting_sheet_done(&sheet);
	achieved = (struct reporting_achieved){.indicator = 1, .region = "13", .achieved = "", .note = ""};
	OK(reporting_effect_put(cw, NULL, due_of(1), &achieved, err));
	OK(reporting_sheet_load(cw, due_of(1), 0, &sheet, err));
	ck_assert_int_eq(sheet.effect_count, 1);
	reporting_sheet_done(&sheet);
	casework_close(cw);
}
END_TEST

START_TEST(an_approved_report_offers_the_condition_that_names_it_and_a_person_says_that_it_is_met)
{
	struct reporting_sheet sheet;

	office_begin();
	OK(receive(1, "2026-11-21", err));
	OK(reporting_content_put(cw, NULL, due_of(1), &(struct reporting_content){.progress = "Well."}, err));
	OK(reporting_approve(cw, NULL, due_of(1), &(struct reporting_ruling){.on = "2026-11-22"}, err));
	OK(reporting_sheet_load(cw, due_of(1), 0, &sheet, err));
	ck_assert_int_eq(sheet.condition_count, 1);
	ck_assert_int_eq(sheet.conditions[0].n, 2);
	ck_assert_ptr_null(sheet.conditions[0].condition_met_on);
	ck_assert_int_eq(office_tasks(cw, "report_condition"), 1);
	office_sit(cw, "cia");
	OK(instalment_condition_met(cw, NULL, sheet.conditions[0].instalment, "2026-11-22", err));
	reporting_sheet_done(&sheet);
	ck_assert_int_eq(office_tasks(cw, "report_condition"), 0);
	ck_assert_int_eq(row_of(1).waiting, 0);
	casework_close(cw);
}
END_TEST

START_TEST(a_condition_names_a_report_in_either_language_whatever_the_case)
{
	struct programme programme;

	office_begin();
	OK(programme_load(cw, &programme, err));
	ck_assert(reporting_condition_names(&programme, "Delredovisning godkänd", "partial"));
	ck_assert(!reporting_condition_names(&programme, "Delredovisning godkänd", "final"));
	ck_assert(reporting_condition_names(&programme, "när slutredovisningen har godkänts", "final"));
	ck_assert(reporting_condition_names(&programme, "Final report approved", "final"));
	ck_assert(!reporting_condition_names(&programme, "avtal tecknat", "final"));
	programme_done(&programme);
	casework_close(cw);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {a_decision_plans_its_reports,
		an_extension_gives_another_day_and_keeps_the_old_one,
		a_decision_that_says_none_ends_what_a_decision_said_and_not_what_was_asked_for_by_hand,
		what_is_received_follows_the_report_to_its_new_day, an_approved_report_is_never_due_again_on_its_day,
		a_report_by_hand_needs_a_grant_a_reason_and_a_day_after_it,
		a_day_that_has_passed_is_told_until_something_comes_in,
		a_reminder_goes_to_each_region_and_into_the_register_when_wanted,
		a_report_sent_back_comes_again_as_the_next_of_the_same,
		a_final_report_is_approved_only_with_what_was_carried_out_and_the_total_cost,
		somebody_elses_change_is_a_conflict_and_the_same_operation_is_one_report,
		shares_of_a_grant_add_up_to_the_ore_and_the_first_get_what_is_left_over,
		unused_money_is_proposed_as_what_is_left_of_the_share_unless_it_is_told,
		what_was_achieved_stands_beside_what_was_promised,
		an_approved_report_offers_the_condition_that_names_it_and_a_person_says_that_it_is_met,
		a_condition_names_a_report_in_either_language_whatever_the_case, NULL};

	return claims_run("casework reporting", claims, 60);
}

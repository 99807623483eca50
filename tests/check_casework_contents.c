/* Contents and evidence: what is missing is named, sums are compared to the öre, nothing is answered. */
#include "cases.h"
#include "casework/contents.h"
#include "casework/gate.h"
#include "casework/region.h"
#include "claims.h"

#include "base/words.h"

static struct casework *cw;
static int64_t application, measure;

static void office(void)
{
	words_open("en");
	cw = office_open();
	office_sit(cw, "elin");
	application = application_of(cw, "23", "Närmare vård");
	measure = measure_of(cw, application, "Frigjord tid för vårdsystem", 1000, 500);
}

static struct contents loaded(void)
{
	struct contents out;

	OK(contents_load(cw, application, &out, err));
	return out;
}

static void put(enum entry_kind kind, int64_t owner, const char *const values[])
{
	struct entry_change change = {.kind = kind, .owner = owner};

	for (int i = 0; values[i]; i++)
		change.values[i] = values[i];
	OK(entry_put(cw, NULL, &change, NULL, err));
}
#define PUT(kind, owner, ...) put((kind), (owner), (const char *const[]){__VA_ARGS__, NULL})

/* Is there evidence for the gate with these words? */
static bool says(const struct contents *contents, const char *gate, const char *words)
{
	for (int i = 0; i < contents->evidence_count; i++)
		if (!strcmp(contents->evidence[i].gate, gate) && strstr(contents->evidence[i].sentence, words)) {
			ck_assert_str_ne(contents->evidence[i].where, "");
			return true;
		}
	return false;
}

static const char *proposed(const struct contents *contents, const char *gate, int64_t of_measure)
{
	const char *answer = contents_proposes(contents, gate, of_measure, 0);

	return answer ? answer : "nothing";
}

START_TEST(what_is_missing_is_named_part_by_part)
{
	struct contents contents;

	office();
	contents = loaded();
	ck_assert(says(&contents, "G3", "Missing: the analysis"));
	ck_assert(says(&contents, "G4", "Missing: the account of areas"));
	ck_assert(says(&contents, "G5", "Missing: description, what is to be achieved."));
	ck_assert(says(&contents, "G7", "Missing: what the application says"));
	ck_assert(says(&contents, "G8", "Missing: the plan for lasting effect"));
	ck_assert(says(
		&contents, "G9", "Missing: what is held constant, the assessed need of care, higher productivity"));
	ck_assert(says(&contents, "G10", "Missing: an indicator"));
	ck_assert(says(&contents, "G11", "no certificate has come in"));
	ck_assert(says(&contents, "G12", "no decision has come in"));
	ck_assert_str_eq(proposed(&contents, "G3", 0), "no");
	ck_assert_str_eq(proposed(&contents, "G5", measure), "no");
	ck_assert_str_eq(proposed(&contents, "G9", measure), "unclear");
	ck_assert_str_eq(proposed(&contents, "G1", 0), "yes");
	ck_assert_str_eq(proposed(&contents, "G2", 0), "yes");
	ck_assert_str_eq(proposed(&contents, "G13", measure), "nothing"); /* a judgement */
	contents_done(&contents);
	casework_close(cw);
}
END_TEST

static void measure_fill(void)
{
	struct measure_amount amounts[] = {{2026, true, true, 60000, 50000}, {2027, true, false, 40000, 0}};
	struct measure_change change = measure_form_of("Frigjord tid för vårdsystem");

	change.description = "Personal frigörs.";
	change.achieve = "Fler besök.";
	change.lasting = "Skrivs in i regionplanen.";
	change.other_support = "Nej, enligt ansökan.";
	change.amounts = amounts;
	change.amount_count = 2;
	OK(measure_change(cw, NULL, measure, &change, err));
}

START_TEST(what_is_there_is_proposed_and_nothing_is_answered)
{
	struct contents contents;
	struct gate_list gates;

	office();
	measure_fill();
	PUT(ENTRY_PROMISE, measure, "Resurser och kvalitet", "Kön till besök är 14 veckor.", "cost", "Regionplanen", "",
		"", "", "", "1700", "1", "0");
	PUT(ENTRY_INDICATOR, measure, "Besök per tjänst", "besök", "612", "2025-12-31", "680", "2027-12-31", "Räknas");
	contents = loaded();
	ck_assert_str_eq(proposed(&contents, "G5", measure), "yes");
	ck_assert_str_eq(proposed(&contents, "G9", measure), "yes");
	ck_assert_str_eq(proposed(&contents, "G10", measure), "yes");
	ck_assert_str_eq(proposed(&contents, "G8", measure), "nothing"); /* whether it secures the effect is judged */
	ck_assert_str_eq(proposed(&contents, "G7", measure), "nothing");
	ck_assert(says(&contents, "G7", "Nej, enligt ansökan."));
	ck_assert(says(&contents, "G10", "now 612, target 680 by 2027-12-31"));
	contents_done(&contents);
	OK(gate_list_load(cw, application, &gates, err));
	ck_assert_int_eq(gates.unanswered, gates.count);
	gate_list_done(&gates);
	casework_close(cw);
}
END_TEST

START_TEST(cost_rows_are_held_against_the_estimate_to_the_ore)
{
	struct contents contents;

	office();
	measure_fill(); /* 600 kr in 2026, 400 kr in 2027 */
	PUT(ENTRY_COST, measure, "2026", "staff", "59999");
	PUT(ENTRY_COST, measure, "2027", "staff", "30000");
	PUT(ENTRY_COST, measure, "2027", "running", "10000");
	PUT(ENTRY_COST, measure, "2028", "staff", "7");
	contents = loaded();
	ck_assert_int_eq(contents.year_count, 3);
	ck_assert_int_eq(cost_year_difference(&contents.years[0]), -1);
	ck_assert_int_eq(cost_year_difference(&contents.years[1]), 0);
	ck_assert_int_eq(contents.years[1].rows, 2);
	ck_assert_int_eq(contents.years[2].year, 2028);
	ck_assert_int_eq(contents.years[2].estimate_ore, MONEY_UNKNOWN);
	ck_assert_int_eq(cost_year_difference(&contents.years[2]), MONEY_UNKNOWN);
	ck_assert_str_eq(proposed(&contents, "G5", measure), "unclear");
	ck_assert(says(&contents, "G5", "2026: the cost rows come to 599.99 SEK against an estimate of 600 SEK"));
	ck_assert(says(&contents, "G5", "2028: the cost rows come to 0.07 SEK; no cost is estimated"));
	ck_assert(!says(&contents, "G5", "2027:"));
	ck_assert(says(&contents, "G8", "nothing says who pays them afterwards"));
	contents_done(&contents);
	casework_close(cw);
}
END_TEST

START_TEST(other_support_is_shown_with_its_period_and_source_and_left_to_a_person)
{
	struct contents contents;

	office();
	PUT(ENTRY_SUPPORT, measure, "Överenskommelsen om nära vård", "2026-01-01", "2026-12-31", "120000000",
		"Socialstyrelsen");
	contents = loaded();
	ck_assert(says(&contents, "G7",
		"Överenskommelsen om nära vård, 2026-01-01 to 2026-12-31, 1,200,000 SEK; source: Socialstyrelsen"));
	ck_assert_str_eq(proposed(&contents, "G7", measure), "unclear");
	contents_done(&contents);
	casework_close(cw);
}
END_TEST

START_TEST(the_same_measure_elsewhere_is_a_hint_only_where_a_region_takes_part_in_both)
{
	int64_t joint, stranger;
	struct participant_change taking_part = {.region = "23"};
	struct contents contents;

	office();
	joint = application_of(cw, "13", "Gemensam");
	stranger = application_of(cw, "19", "En annan region");
	measure_of(cw, joint, "Frigjord tid för nytt vårdsystem", 100, 50);
	measure_of(cw, joint, "Röntgen", 100, 50);
	measure_of(cw, stranger, "Frigjord tid för vårdsystem", 100, 50);
	contents = loaded();
	ck_assert(!says(&contents, "G7", "Looks like"));
	contents_done(&contents);
	OK(participant_put(cw, NULL, joint, &taking_part, err));
	contents = loaded();
	ck_assert(says(&contents, "G7", "Looks like 2-2026.1, Frigjord tid för nytt vårdsystem"));
	ck_assert(!says(&contents, "G7", "2-2026.2"));
	ck_assert(!says(&contents, "G7", "3-2026"));
	contents_done(&contents);
	casework_close(cw);
}
END_TEST

START_TEST(a_proposal_is_told_apart_from_a_decision)
{
	struct participant_change change = {.region = "23", .paper = "proposal", .paper_on = "2026-05-27"};
	struct contents contents;

	office();
	OK(participant_put(cw, NULL, application, &change, err));
	contents = loaded();
	ck_assert(says(&contents, "G12", "a proposal of 2026-05-27 has come in, and no decision"));
	contents_done(&contents);
	change.paper = "handled";
	OK(participant_put(cw, NULL, application, &change, err));
	contents = loaded();
	ck_assert(says(&contents, "G12", "handled on 2026-05-27, not what was decided"));
	contents_done(&contents);
	casework_close(cw);
}
END_TEST

/* ---- regions */

START_TEST(a_region_that_has_not_applied_is_listed_with_nothing)
{
	struct participant_change taking_part = {.region = "23"};
	struct region_list list;
	int64_t joint;

	office();
	joint = application_of(cw, "13", "Gemensam");
	OK(participant_put(cw, NULL, joint, &taking_part, err));
	OK(region_list_load(cw, 0, &list, err));
	ck_assert_int_eq(list.count, 4);
	ck_assert_int_eq(list.applied, 2);
	ck_assert_str_eq(list.items[0].code, "20"); /* Dalarna: has not applied */
	ck_assert_int_eq(list.items[0].alone + list.items[0].led + list.items[0].joined, 0);
	ck_assert_str_eq(list.items[1].code, "13");
	ck_assert_int_eq(list.items[1].led, 1);
	ck_assert_str_eq(list.items[2].code, "23");
	ck_assert_int_eq(list.items[2].alone, 1);
	ck_assert_int_eq(list.items[2].joined, 1);
	region_list_done(&list);
	casework_close(cw);
}
END_TEST

START_TEST(all_applications_of_a_region_joint_and_own_stand_together)
{
	struct participant_change taking_part = {.region = "23", .own_number = "RS/344/2025", .paper = "handled"};
	struct region_cases cases;
	int64_t joint, shared;

	office();
	joint = application_of(cw, "13", "Gemensam");
	OK(participant_put(cw, NULL, joint, &taking_part, err));
	shared = measure_of(cw, joint, "Plattform", 1000, 400);
	OK(share_split(cw, NULL, shared, err));
	rows_put(cw,
		"INSERT INTO cross_number (application, region, number, number_key) VALUES (2, '23', 'REG/9', 'REG9')");
	OK(region_cases_load(cw, "23", &cases, err));
	ck_assert_int_eq(cases.count, 2);
	ck_assert_int_eq(cases.items[0].row->id, joint);
	ck_assert(!cases.items[0].lead);
	ck_assert_int_eq(cases.items[0].participants, 2);
	ck_assert_str_eq(cases.items[0].own_number, "RS/344/2025");
	ck_assert_str_eq(cases.items[0].paper, "handled");
	ck_assert_str_eq(cases.items[0].numbers, "REG/9");
	ck_assert_int_eq(cases.items[0].share_ore, 20000);
	ck_assert(cases.items[1].lead);
	ck_assert_int_eq(cases.items[1].share_ore, MONEY_UNKNOWN);
	region_cases_done(&cases);
	REFUSED(region_cases_load(cw, "99", &cases, err), ERROR_MISSING, "No region");
	office_sit(cw, "adam");
	REFUSED(region_cases_load(cw, "23", &cases, err), ERROR_DENIED, "see the cases");
	casework_close(cw);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {what_is_missing_is_named_part_by_part,
		what_is_there_is_proposed_and_nothing_is_answered, cost_rows_are_held_against_the_estimate_to_the_ore,
		other_support_is_shown_with_its_period_and_source_and_left_to_a_person,
		the_same_measure_elsewhere_is_a_hint_only_where_a_region_takes_part_in_both,
		a_proposal_is_told_apart_from_a_decision, a_region_that_has_not_applied_is_listed_with_nothing,
		all_applications_of_a_region_joint_and_own_stand_together, NULL};

	return claims_run("contents", claims, 60);
}

/* Contents and evidence: what is missing is named, sums are compared to the öre, nothing is answered. */
#include "cases.h"
#include "casework/contents.h"
#include "casework/gate.h"
#include "casework/region.h"
#include "claims.h"

#include "base/words.h"

static struct casework *cw;
static int64_t application, measure;

/* Control points with what is seen beside them: (id, subject, what is seen). */
struct seen_beside {
	const char *id, *subject, *evidence;
};
static const struct seen_beside usual[] = {{"G1", "application", "applicant"}, {"G2", "application", "arrival"},
	{"G3", "application", "analysis"}, {"G4", "application", "needs"}, {"G5", "measure", "described|costs"},
	{"G6", "measure", "kind"}, {"G7", "measure", "support|overlap"}, {"G8", "measure", "lasting|running"},
	{"G9", "measure", "route"}, {"G10", "measure", "indicator|counted"}, {"G11", "participant", "certificate"},
	{"G12", "participant", "decision"}, {"G13", "measure", ""}, {0}};
/* Another programme asks other things, two of them about the same, and nothing about participants. */
static const struct seen_beside other[] = {{"A", "application", "arrival|analysis"}, {"B", "measure", "described"},
	{"C", "measure", "kind|described"}, {0}};

static struct programme law_with(struct gate gates[16], const struct seen_beside *points)
{
	struct programme law = *office_law();
	int count = 0;

	for (; points[count].id; count++) {
		gates[count] = law.gates[0];
		gates[count].id = points[count].id;
		gates[count].subject = points[count].subject;
		gates[count].evidence = points[count].evidence;
		gates[count].sort = count + 1;
	}
	law.gates = gates;
	law.gate_count = count;
	return law;
}

static void office_with(const struct seen_beside *points)
{
	struct gate gates[16];
	struct programme law = law_with(gates, points);

	words_open("en");
	cw = office_open_under(&law);
	office_sit(cw, "elin");
	application = application_of(cw, "23", "Närmare vård");
	measure = measure_of(cw, application, "Frigjord tid för vårdsystem", 1000, 500);
}

static void office(void)
{
	office_with(usual);
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

/* Each effect type asks for what is to stand still, and only more care for a need that has been assessed. */
START_TEST(each_effect_type_asks_for_what_is_held_constant)
{
	static const char *const effects[] = {"more_care", "less_resources"};

	office();
	for (size_t i = 0; i < sizeof effects / sizeof *effects; i++) {
		struct measure_change change = measure_form_of("Frigjord tid för vårdsystem");
		struct contents contents;

		change.effect = effects[i];
		OK(measure_change(cw, NULL, measure, &change, err));
		contents = loaded();
		ck_assert(says(&contents, "G9", "what is held constant"));
		ck_assert_int_eq(says(&contents, "G9", "the assessed need of care"), i == 0);
		ck_assert(says(&contents, "G9", "higher productivity or higher quality"));
		contents_done(&contents);
		PUT(ENTRY_PROMISE, measure, "Resurser, omfattning eller kvalitet", "", "cost", "", "", "", "", "", "",
			i ? "0" : "1", i ? "1" : "0");
		contents = loaded();
		ck_assert_str_eq(proposed(&contents, "G9", measure), i == 0 ? "unclear" : "yes");
		contents_done(&contents);
		PUT(ENTRY_PROMISE, measure, "", "", "cost", "", "", "", "", "", "", "0", "0");
	}
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

/* ---- other control points */

START_TEST(another_programme_says_itself_what_is_seen_beside_its_control_points)
{
	struct contents contents;
	int beside_none = 0;

	office_with(other);
	contents = loaded();
	ck_assert(says(&contents, "A", "Missing: the analysis"));
	ck_assert(says(&contents, "A", "Arrived 2026-03-10"));
	ck_assert(says(&contents, "B", "Missing: description"));
	ck_assert(says(&contents, "C", "Missing: description"));
	ck_assert_str_eq(proposed(&contents, "A", 0), "no");
	ck_assert_str_eq(proposed(&contents, "C", measure), "no");
	for (int i = 0; i < contents.evidence_count; i++) {
		const struct evidence *each = &contents.evidence[i];

		ck_assert(i == 0 || contents.evidence[i - 1].gate_sort <= each->gate_sort);
		if (each->kind != EVIDENCE_CERTIFICATE)
			continue;
		ck_assert_str_eq(each->gate, ""); /* seen all the same */
		beside_none++;
	}
	ck_assert_int_eq(beside_none, 1);
	contents_done(&contents);
	casework_close(cw);
}
END_TEST

START_TEST(a_control_point_cannot_show_what_is_not_seen_of_its_subject)
{
	static const struct seen_beside wrong[][2] = {
		{{"A", "application", "indicator"}, {0}}, {{"A", "measure", "described|miracle"}, {0}}};
	struct gate gates[16];

	office();
	office_sit(cw, "adam");
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct programme law = law_with(gates, wrong[i]);

		gates[0].version = 2;
		REFUSED(programme_adopt(cw, NULL, &law, err), ERROR_INVALID, "does not see");
	}
	casework_close(cw);
}
END_TEST

START_TEST(an_office_from_before_sees_again_when_the_programme_is_taken_in)
{
	struct seen_beside before[16] = {0};
	struct gate gates[16];
	struct programme law;
	struct programme_lacks lacks;
	struct contents contents;
	int count = 0;

	for (; usual[count].id; count++)
		before[count] = (struct seen_beside){usual[count].id, usual[count].subject, ""};
	office_with(before);
	contents = loaded();
	ck_assert_str_eq(proposed(&contents, "G5", measure), "nothing");
	contents_done(&contents);
	office_sit(cw, "adam");
	law = law_with(gates, usual);
	OK(programme_lacks_load(cw, &law, &lacks, err));
	ck_assert_int_eq(lacks.count, 12); /* all but the one with nothing beside it */
	ck_assert_str_eq(lacks.items[0].part, "what is seen beside");
	programme_lacks_done(&lacks);
	OK(programme_adopt(cw, NULL, &law, err));
	office_sit(cw, "elin");
	contents = loaded();
	ck_assert_str_eq(proposed(&contents, "G5", measure), "no");
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
		what_is_there_is_proposed_and_nothing_is_answered, each_effect_type_asks_for_what_is_held_constant,
		cost_rows_are_held_against_the_estimate_to_the_ore,
		other_support_is_shown_with_its_period_and_source_and_left_to_a_person,
		the_same_measure_elsewhere_is_a_hint_only_where_a_region_takes_part_in_both,
		a_proposal_is_told_apart_from_a_decision,
		another_programme_says_itself_what_is_seen_beside_its_control_points,
		a_control_point_cannot_show_what_is_not_seen_of_its_subject,
		an_office_from_before_sees_again_when_the_programme_is_taken_in,
		a_region_that_has_not_applied_is_listed_with_nothing,
		all_applications_of_a_region_joint_and_own_stand_together, NULL};

	return claims_run("contents", claims, 60);
}

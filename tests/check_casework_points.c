/* What a granting decision contains: the ten points of 14 § and the first plan, to the öre. */
#include "claims.h"
#include "granting.h"

#include "casework/decision.h"
#include "casework/office.h"

#include "base/words.h"

static struct casework *cw;
static int64_t measure;

static void office_begin(void)
{
	words_open("en");
	cw = office_open();
	measure = granting_measure(cw);
	office_sit(cw, "elin");
}

static bool record(const struct decision_change *change, struct error *err)
{
	return decision_record(cw, NULL, measure, change, NULL, NULL, NULL, err);
}

static const char *point_text(const struct decision *decision, int number)
{
	for (int i = 0; i < decision->point_count; i++)
		if (decision->points[i].number == number)
			return decision->points[i].text;
	return "";
}

START_TEST(points_are_written_in_swedish_from_what_is_decided)
{
	struct decision_change change = granting_whole();
	struct decision_list list = {0};
	const struct decision *decision;

	office_begin();
	granting_decide(cw, measure, &change);
	OK(decision_list_load(cw, measure, &list, err));
	decision = &list.items[0];
	ck_assert_str_eq(point_text(decision, 1),
		"Bidraget uppgår till 24 500 000 kr. Av bidraget betalas 19 600 000 kr "
		"ut 2027 och 4 900 000 kr 2028.");
	ck_assert_ptr_nonnull(strstr(point_text(decision, 2), "2027-09-01 betalas 7 350 000 kr ut till Region Halland "
							      "när följande villkor är uppfyllt: partial report "
							      "approved."));
	ck_assert_str_eq(point_text(decision, 3),
		"Bidraget lämnas för åtgärd 1-2026.1, Monitoring at home, i ansökan 1-2026 från Region Halland.");
	ck_assert_str_eq(point_text(decision, 4), "Åtgärden ska vidtas under perioden 2027-01-01–2028-12-31.");
	ck_assert_ptr_nonnull(strstr(point_text(decision, 5), "senast 2027-08-15."));
	ck_assert_ptr_nonnull(strstr(point_text(decision, 6), "senast 2029-03-30."));
	ck_assert_str_eq(point_text(decision, 7),
		"Inga andra villkor.\nVillkor för utbetalning: partial report approved.\n"
		"Villkor för utbetalning: final report approved.");
	ck_assert_str_eq(point_text(decision, 8), "Se 17 §.");
	ck_assert_str_eq(point_text(decision, 10), "Se 19 och 20 §§.");
	decision_list_done(&list);
	casework_close(cw);
}
END_TEST

START_TEST(instalments_of_a_year_add_up_to_the_ore)
{
	struct decision_change change = granting_whole();
	struct decision_instalment rows[3];

	office_begin();
	memcpy(rows, granting_rows, sizeof rows);
	change.instalments = rows;
	rows[1].ore--;
	REFUSED(record(&change, err), ERROR_INVALID, "of 2027 add up to 19,599,999.99 SEK");
	REFUSED(record(&change, err), ERROR_INVALID, "0.01 SEK is missing");
	rows[1].ore += 2;
	REFUSED(record(&change, err), ERROR_INVALID, "0.01 SEK is too much");
	rows[1].ore--;
	rows[2].year = 2029;
	REFUSED(record(&change, err), ERROR_INVALID, "of 2028 add up to 0 SEK");
	rows[2].year = 2028;
	rows[1].due_on = "2028-01-03"; /* paid in January, of the year before */
	rows[1].year = 2027;
	OK(record(&change, err));
	casework_close(cw);
}
END_TEST

/* The office's law without standard texts for what a person must type. */
static void law_without_standards(void)
{
	struct point points[] = {
		{5, "partial_report", "14 § 5", "typed", {"Partial report", "Delredovisning"}, {"", ""}},
		{6, "report", "14 § 6", "typed", {"Report", "Redovisning"}, {"", ""}},
		{7, "conditions", "14 § 7", "typed", {"Other conditions", "Övriga villkor"}, {"", ""}},
	};
	struct programme programme = {.points = points, .point_count = 3};

	office_sit(cw, "adam");
	OK(programme_adopt(cw, NULL, &programme, err));
	office_sit(cw, "elin");
}

START_TEST(an_empty_point_stops_a_grant_and_is_named)
{
	struct decision_change change = granting_whole();
	struct decision_instalment rows[3];

	office_begin();
	law_without_standards();
	memcpy(rows, granting_rows, sizeof rows);
	rows[1].condition = rows[2].condition = "";
	change.instalments = rows;
	change.report_on = NULL;
	REFUSED(record(&change, err), ERROR_INVALID, "'Partial report' (14 § 5) is empty");
	change.report_on = "none";
	change.final_on = NULL;
	REFUSED(record(&change, err), ERROR_INVALID, "'Report' (14 § 6) is empty");
	change.final_on = "2029-03-30";
	change.conditions = " ";
	REFUSED(record(&change, err), ERROR_INVALID, "'Other conditions' (14 § 7) is empty");
	change.conditions = "Inga andra villkor.";
	OK(record(&change, err));
	casework_close(cw);
}
END_TEST

START_TEST(the_period_is_the_measures_or_the_decisions_own)
{
	struct measure_change bare = {.title = "No period",
		.amounts = (struct measure_amount[]){{2027, true, true, KRONOR(10), KRONOR(10)}},
		.amount_count = 1};
	struct decision_amount amount[] = {{2027, KRONOR(10)}};
	struct decision_instalment row[] = {{"2027-01-15", 0, KRONOR(10), "13", NULL}};
	struct decision_change change = granting_whole();
	struct decision_list list = {0};
	int64_t other = 0;

	office_begin();
	OK(measure_add(cw, NULL, granting_application(cw, measure), &bare, &other, err));
	measure = other;
	change.amounts = amount;
	change.instalments = row;
	change.amount_count = change.instalment_count = 1;
	REFUSED(record(&change, err), ERROR_INVALID, "'Period' (14 § 4) is empty");
	change.from_on = "2027-02-01";
	change.to_on = "2027-01-31";
	REFUSED(record(&change, err), ERROR_INVALID, "before it begins");
	change.to_on = "2027-06-30";
	OK(record(&change, err));
	OK(decision_list_load(cw, measure, &list, err));
	ck_assert_str_eq(point_text(&list.items[0], 1), "Bidraget uppgår till 10 kr och betalas ut 2027.");
	ck_assert_ptr_nonnull(strstr(point_text(&list.items[0], 4), "2027-02-01–2027-06-30"));
	decision_list_done(&list);
	casework_close(cw);
}
END_TEST

START_TEST(wrong_instalments_are_refused_by_their_row)
{
	struct decision_change change = granting_whole();
	struct decision_instalment rows[3];

	office_begin();
	change.instalments = rows;
	memcpy(rows, granting_rows, sizeof rows);
	rows[0].due_on = "15/1";
	REFUSED(record(&change, err), ERROR_INVALID, "Row 1. Day");
	rows[0].due_on = "2026-11-19";
	REFUSED(record(&change, err), ERROR_INVALID, "Row 1: 2026-11-19 is before the decision");
	rows[0].due_on = "2027-01-15";
	rows[1].recipient = "20";
	REFUSED(record(&change, err), ERROR_INVALID, "Row 2: the recipient 20 takes no part");
	rows[1].recipient = NULL;
	rows[2].ore = 0;
	REFUSED(record(&change, err), ERROR_INVALID, "Row 3: the amount is missing");
	rows[2].ore = granting_rows[2].ore;
	rows[2].year = 2025;
	REFUSED(record(&change, err), ERROR_INVALID, "Row 3: 2025 cannot be the payment year");
	casework_close(cw);
}
END_TEST

START_TEST(twenty_one_regions_share_to_the_last_ore)
{
	struct measure_amount amounts[] = {{2027, true, true, KRONOR(60000000), KRONOR(52000000)}};
	struct decision_amount granted[] = {{2027, KRONOR(52000000)}};
	struct decision_instalment rows[21];
	struct decision_change change = granting_whole();
	struct plan plan = {0};
	struct decision_list list = {0};
	const char *codes[21];

	office_begin();
	granting_regions(cw, codes);
	measure = granting_measure_of(cw, codes, 21, amounts, 1);
	for (int i = 0; i < 21; i++) /* 5 200 000 000 öre = 21 × 247 619 047 + 13: one öre more to the first thirteen */
		rows[i] = (struct decision_instalment){"2027-02-01", 0, INT64_C(247619047) + (i < 13), codes[i], ""};
	change.amounts = granted;
	change.amount_count = 1;
	change.instalments = rows;
	change.instalment_count = 21;
	rows[20].ore++;
	REFUSED(record(&change, err), ERROR_INVALID, "0.01 SEK is too much");
	rows[20].ore--;
	OK(record(&change, err));
	OK(plan_load(cw, measure, &plan, err));
	ck_assert_int_eq(plan.count, 21);
	ck_assert_int_eq(plan.planned_ore, KRONOR(52000000));
	plan_done(&plan);
	OK(decision_list_load(cw, measure, &list, err));
	ck_assert_ptr_nonnull(strstr(point_text(&list.items[0], 3),
		"i den gemensamma ansökan 2-2026 från Region Halland (samordnande) tillsammans med "));
	ck_assert_ptr_nonnull(
		strstr(point_text(&list.items[0], 2), "2027-02-01 betalas 2 476 190,48 kr ut till Region Halland."));
	decision_list_done(&list);
	casework_close(cw);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		points_are_written_in_swedish_from_what_is_decided,
		instalments_of_a_year_add_up_to_the_ore,
		an_empty_point_stops_a_grant_and_is_named,
		the_period_is_the_measures_or_the_decisions_own,
		wrong_instalments_are_refused_by_their_row,
		twenty_one_regions_share_to_the_last_ore,
		NULL,
	};

	return claims_run("casework points", claims, 20);
}

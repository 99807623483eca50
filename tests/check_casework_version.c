/* Kept versions: side by side, byte for byte, and their differences as a person reads them. */
#include "cases.h"
#include "casework/clock.h"
#include "casework/event.h"
#include "casework/office.h"
#include "casework/version.h"
#include "claims.h"

#include "base/words.h"

static struct casework *cw;
static int64_t application, first, second;

static void office_ready(void)
{
	words_open("en");
	cw = office_open();
	application = application_of(cw, "23", "Närmare vård");
	first = measure_of(cw, application, "Hemmonitorering", 900, 500);
	second = measure_of(cw, application, "Röntgenflöde", 900, 500);
	office_sit(cw, "elin");
}

static void office_leave(void)
{
	casework_close(cw);
}

static int kept(const char *why)
{
	int n = 0;

	OK(version_keep(cw, NULL, application, why, &n, err));
	return n;
}

/* The first measure sought lower, and in two years. */
static void adjust(void)
{
	struct measure_amount amounts[] = {{2026, true, true, 90000, 30000}, {2027, true, true, 10000, 10000}};
	struct measure_change change = measure_form_of("Hemmonitorering, mindre");

	change.effect = "less_resources";
	change.amounts = amounts;
	change.amount_count = 2;
	OK(measure_change(cw, NULL, first, &change, err));
}

static const struct version_change *change_of(
	const struct version_difference *difference, const char *about, const char *field)
{
	for (int i = 0; i < difference->count; i++)
		if (!strcmp(difference->items[i].about, about) && !strcmp(difference->items[i].field, field))
			return &difference->items[i];
	ck_abort_msg("nothing is said of %s, %s", about, field);
}

static void changed(const struct version_difference *difference, const char *about, const char *field,
	const char *before, const char *after)
{
	const struct version_change *change = change_of(difference, about, field);

	ck_assert_str_eq(change->before, before);
	ck_assert_str_eq(change->after, after);
}

START_TEST(a_version_is_numbered_and_kept_only_when_something_changed)
{
	struct version_list list;

	ck_assert_int_eq(kept("As it came in"), 1);
	REFUSED(version_keep(cw, NULL, application, "Again", NULL, err), ERROR_INVALID, "since version 1");
	adjust();
	ck_assert_int_eq(kept("As adjusted"), 2);
	OK(version_list_load(cw, application, &list, err));
	ck_assert_int_eq(list.count, 2);
	ck_assert(!list.changed);
	ck_assert_str_eq(list.items[0].why, "As it came in");
	ck_assert_str_eq(list.items[0].kept_by, "Elin Björk");
	version_list_done(&list);
	REFUSED(version_keep(cw, NULL, application, " ", NULL, err), ERROR_INVALID, "Why it is kept");
	office_sit(cw, "maja");
	REFUSED(version_keep(cw, NULL, application, "Mine", NULL, err), ERROR_DENIED, "keep versions");
}
END_TEST

START_TEST(what_is_kept_is_what_stood_byte_for_byte)
{
	const char *then, *now, *later;
	struct arena arena;

	arena_init(&arena);
	OK(version_content(cw, application, 0, &arena, &then, err));
	kept("As it came in");
	adjust();
	OK(version_content(cw, application, 1, &arena, &later, err));
	OK(version_content(cw, application, 0, &arena, &now, err));
	ck_assert_str_eq(then, later);
	ck_assert_str_ne(then, now);
	ck_assert_ptr_nonnull(strstr(then, "\"title\":\"Hemmonitorering\""));
	REFUSED(version_content(cw, application, 2, &arena, &now, err), ERROR_MISSING, "version 2");
	REFUSED(version_content(cw, 99, 0, &arena, &now, err), ERROR_MISSING, "no such application");
	arena_done(&arena);
}
END_TEST

START_TEST(a_notice_keeps_what_stood_when_it_went_out)
{
	struct clock_change change = {
		.kind = "completion", .asks = "Plan", .sent_on = "2026-11-20", .way = "email", .due_on = "2026-12-01"};
	struct version_list list;

	OK(clock_send(cw, NULL, application, &change, NULL, err));
	change.kind = "communication";
	OK(clock_send(cw, NULL, application, &change, NULL, err));
	change.kind = "completion";
	OK(clock_send(cw, NULL, application, &change, NULL, err)); /* nothing changed meanwhile: nothing more to keep */
	adjust();
	change.kind = "notice";
	change.power_ref = "Sammanträde 3, § 7";
	OK(clock_send(cw, NULL, application, &change, NULL, err));
	OK(version_list_load(cw, application, &list, err));
	ck_assert_int_eq(list.count, 2);
	ck_assert_str_eq(list.items[0].why, "before request 1 for supplementary information");
	ck_assert_str_eq(list.items[1].why, "before notice 4 under 11 §");
	version_list_done(&list);
}
END_TEST

START_TEST(a_difference_reads_old_and_new_field_by_field)
{
	struct version_difference difference;

	kept("As it came in");
	adjust();
	OK(version_difference_load(cw, application, 1, 0, &difference, err));
	changed(&difference, "Measure 1 Hemmonitorering, mindre", "Title", "Hemmonitorering",
		"Hemmonitorering, mindre");
	changed(&difference, "Measure 1 Hemmonitorering, mindre", "Effect", "more care", "less resources");
	changed(&difference, "Measure 1 Hemmonitorering, mindre", "Sought 2026", "500 SEK", "300 SEK");
	changed(&difference, "Measure 1 Hemmonitorering, mindre", "Sought 2027", "–", "100 SEK");
	changed(&difference, "All measures", "Sought", "1,000 SEK", "900 SEK");
	ck_assert_int_eq(difference.sought_before, 100000);
	ck_assert_int_eq(difference.sought_after, 90000);
	ck_assert_int_eq(difference.cost_after, 190000);
	ck_assert_int_eq(difference.count, 7); /* and the cost of 2027, in all and of the measure */
	version_difference_done(&difference);
}
END_TEST

START_TEST(nothing_differs_from_itself)
{
	struct version_difference difference;

	kept("As it came in");
	OK(version_difference_load(cw, application, 1, 0, &difference, err));
	ck_assert_int_eq(difference.count, 0);
	version_difference_done(&difference);
}
END_TEST

START_TEST(measures_that_came_and_were_withdrawn_are_told_as_such)
{
	struct version_difference difference;
	const struct version_change *change;

	kept("As it came in");
	measure_of(cw, application, "Tolkning", 700, 200);
	OK(measure_withdraw(cw, NULL, second, "2026-11-21", "Regionen.", err));
	OK(version_difference_load(cw, application, 1, 0, &difference, err));
	change = change_of(&difference, "Measure 3 Tolkning", "");
	ck_assert_int_eq(change->way, VERSION_ADDED);
	ck_assert_str_eq(change->after, "200 SEK");
	changed(&difference, "Measure 2 Röntgenflöde", "Withdrawn", "–", "2026-11-21");
	changed(&difference, "All measures", "Sought", "1,000 SEK", "700 SEK");
	version_difference_done(&difference);
	OK(version_difference_load(cw, application, 0, 1, &difference, err)); /* the other way round */
	change = change_of(&difference, "Measure 3 Tolkning", "");
	ck_assert_int_eq(change->way, VERSION_GONE);
	ck_assert_str_eq(change->before, "200 SEK");
	version_difference_done(&difference);
}
END_TEST

START_TEST(participants_and_unknown_amounts_are_compared_too)
{
	struct participant_change dalarna = {.region = "20", .own_number = "RD 1/2026", .paper = "none"};
	struct version_difference difference;

	kept("As it came in");
	OK(participant_put(cw, NULL, application, &dalarna, err));
	measure_of(cw, application, "Okänd", -1, -1);
	OK(version_difference_load(cw, application, 1, 0, &difference, err));
	ck_assert_int_eq(change_of(&difference, "Dalarna", "")->way, VERSION_ADDED);
	ck_assert_str_eq(change_of(&difference, "Measure 3 Okänd", "")->after, "–");
	ck_assert_int_eq(difference.sought_before, 100000);
	ck_assert(difference.sought_after == MONEY_UNKNOWN);
	version_difference_done(&difference);
}
END_TEST

static int found_count;
static char found_text[400];

static void finding_keep(void *with, const char *finding)
{
	(void)with;
	snprintf(found_text, sizeof found_text, "%s", finding);
	found_count++;
}

static int findings(void)
{
	int count = 0;

	found_count = 0;
	OK(check_all(cw, finding_keep, NULL, &count, err));
	return count;
}

START_TEST(a_kept_version_altered_past_the_program_is_found)
{
	kept("As it came in");
	ck_assert_msg(findings() == 0, "%s", found_text);
	rows_put(cw, "DROP TRIGGER application_version_stays_1;"
		     "UPDATE application_version SET content = replace(content, 'Hemmonitorering', 'Hemvård');"
		     "CREATE TRIGGER application_version_stays_1 BEFORE UPDATE ON application_version\n"
		     "  BEGIN SELECT RAISE(ABORT, 'a kept version stays as it is'); END;");
	ck_assert_int_eq(findings(), 1);
	ck_assert_ptr_nonnull(strstr(found_text, "kept version 1 no longer holds what was kept"));
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {a_version_is_numbered_and_kept_only_when_something_changed,
		what_is_kept_is_what_stood_byte_for_byte, a_notice_keeps_what_stood_when_it_went_out,
		a_difference_reads_old_and_new_field_by_field, nothing_differs_from_itself,
		measures_that_came_and_were_withdrawn_are_told_as_such,
		participants_and_unknown_amounts_are_compared_too, a_kept_version_altered_past_the_program_is_found,
		NULL};

	return claims_run_in("version", claims, office_ready, office_leave, 60);
}

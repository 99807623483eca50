/* The ledger as it is read: the two equations, and lines that end in the same sum however they are put together. */
#include "claims.h"
#include "granting.h"

#include "base/words.h"
#include "casework/event.h"
#include "casework/ledger_list.h"
#include "csv/reports_ledger.h"

static struct casework *cw;
static int64_t one, two;

/* Two measures granted and planned whole. */
static void office_begin(struct casework *office)
{
	struct decision_change whole = granting_whole();

	words_open("en");
	cw = office;
	one = granting_measure(cw);
	two = granting_measure(cw);
	granting_decide(cw, one, &whole);
	whole = granting_whole();
	granting_decide(cw, two, &whole);
	office_sit(cw, "cia");
}

/* The same in a file, with something done past the program. */
static char folder[64], path[96];

static void office_begin_with(const char *sql)
{
	snprintf(folder, sizeof folder, "/tmp/kansli-ledger-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/office", folder);
	office_begin(office_open_at(path));
	casework_close(cw);
	granting_plant(path, sql);
	OK(casework_open(path, STORE_WRITE, &(struct casework_who){"cia", NULL}, &cw, err));
}

static void office_end(void)
{
	static const char *const ends[] = {"", "-wal", "-shm", "-lock"};
	char name[128];

	casework_close(cw);
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		snprintf(name, sizeof name, "%s%s", path, ends[i]);
		unlink(name);
	}
	rmdir(folder);
}

static struct ledger_list ledger(enum ledger_by by, int64_t measure, const char *as_of)
{
	struct ledger_list list;

	OK(ledger_list_load(cw, &(struct ledger_query){.by = by, .measure = measure, .as_of = as_of}, &list, err));
	return list;
}

START_TEST(granted_is_planned_and_unplanned_for_every_measure_and_year)
{
	office_begin(office_open());
	struct ledger_list list = ledger(LEDGER_PER_MEASURE_YEAR, 0, NULL);

	ck_assert_int_eq(list.count, 4);
	ck_assert_int_eq(list.unequal, 0);
	for (int i = 0; i < list.count; i++) {
		ck_assert_int_eq(list.items[i].granted, i % 2 ? KRONOR(4900000) : KRONOR(19600000));
		ck_assert(ledger_line_granted_holds(&list.items[i]) && ledger_line_planned_holds(&list.items[i]));
	}
	ck_assert_int_eq(list.sum.granted, KRONOR(49000000));
	ck_assert_int_eq(list.sum.planned, KRONOR(49000000));
	ledger_list_done(&list);
	casework_close(cw);
}
END_TEST

START_TEST(lines_per_measure_per_year_and_per_both_end_in_the_same_sum)
{
	office_begin(office_open());
	struct ledger_list both = ledger(LEDGER_PER_MEASURE_YEAR, 0, NULL),
			   measures = ledger(LEDGER_PER_MEASURE, 0, NULL), years = ledger(LEDGER_PER_YEAR, 0, NULL);

	ck_assert_int_eq(measures.count, 2);
	ck_assert_int_eq(years.count, 2);
	ck_assert_int_eq(years.items[0].year, 2027);
	ck_assert_int_eq(years.items[0].granted, KRONOR(39200000));
	ck_assert_int_eq(measures.items[0].granted, KRONOR(24500000));
	ck_assert_str_eq(measures.items[0].lead_short, both.items[0].lead_short);
	ck_assert_mem_eq(both.sum.ore, measures.sum.ore, sizeof both.sum.ore);
	ck_assert_mem_eq(both.sum.ore, years.sum.ore, sizeof both.sum.ore);
	ledger_list_done(&both);
	ledger_list_done(&measures);
	ledger_list_done(&years);
	casework_close(cw);
}
END_TEST

START_TEST(what_is_paid_has_left_what_is_due)
{
	office_begin_with("INSERT INTO ledger (at, measure, year, source, target, ore, cause, cause_id) VALUES "
			  "('2026-11-22 09:00:00', 1, 2027, 'due', 'paid', 1225000000, 'payment', 1)");
	struct ledger_list list = ledger(LEDGER_PER_MEASURE, one, NULL);

	ck_assert_int_eq(list.count, 1);
	ck_assert_int_eq(list.items[0].ore[LEDGER_PAID], KRONOR(12250000));
	ck_assert_int_eq(list.items[0].ore[LEDGER_DUE], KRONOR(12250000));
	ck_assert_int_eq(list.items[0].ore[LEDGER_FRAME], -KRONOR(24500000));
	ck_assert(ledger_line_planned_holds(&list.items[0]));
	ledger_list_done(&list);
	office_end();
}
END_TEST

START_TEST(a_day_that_has_passed_has_what_was_booked_by_then)
{
	office_begin(office_open());
	struct ledger_list then = ledger(LEDGER_PER_MEASURE, 0, "2026-11-21"),
			   now = ledger(LEDGER_PER_MEASURE, 0, "2026-11-22");

	ck_assert_int_eq(then.sum.granted, 0);
	ck_assert_int_eq(then.sum.ore[LEDGER_PAID], 0);
	ck_assert_int_eq(now.sum.granted, KRONOR(49000000));
	ck_assert_int_eq(now.sum.planned, MONEY_UNKNOWN);
	ck_assert(ledger_line_planned_holds(&now.sum));
	ledger_list_done(&then);
	ledger_list_done(&now);
	casework_close(cw);
}
END_TEST

/* The control: a booking that is left out is seen here and found by kansli check. */
static int findings;

static void finding_count(void *with, const char *finding)
{
	(void)with;
	findings += strstr(finding, "the ledger's account") != NULL;
}

static void without(const char *sql, bool granted_holds, bool planned_holds)
{
	struct ledger_list list;
	int all;

	office_begin_with(sql);
	list = ledger(LEDGER_PER_MEASURE_YEAR, 0, NULL);
	ck_assert_int_gt(list.unequal, 0);
	ck_assert_int_eq(ledger_line_granted_holds(&list.sum), granted_holds);
	ck_assert_int_eq(ledger_line_planned_holds(&list.sum), planned_holds);
	ledger_list_done(&list);
	findings = 0;
	OK(check_all(cw, finding_count, NULL, &all, err));
	ck_assert_int_gt(findings, 0);
	office_end();
}

START_TEST(a_grant_that_was_not_booked_is_told_and_found)
{
	without("DELETE FROM ledger WHERE source = 'frame' AND measure = 2", false, true);
}
END_TEST

START_TEST(a_plan_that_was_not_booked_is_told_and_found)
{
	without("DELETE FROM ledger WHERE source = 'unplanned' AND measure = 2", true, false);
}
END_TEST

START_TEST(the_sentences_say_yes_or_no_with_the_sums)
{
	struct arena arena;
	struct ledger_line line = {.granted = KRONOR(10), .planned = KRONOR(8)};

	words_open("en");
	arena_init(&arena);
	line.ore[LEDGER_UNPLANNED] = KRONOR(2);
	line.ore[LEDGER_DUE] = KRONOR(5);
	line.ore[LEDGER_PAID] = KRONOR(3);
	ck_assert_str_eq(
		ledger_granted_text(&arena, &line), "Yes: granted 10 SEK = planned 8 SEK + not planned 2 SEK.");
	line.ore[LEDGER_PAID]--;
	ck_assert_str_eq(
		ledger_granted_text(&arena, &line), "No: granted 10 SEK is not planned 7.99 SEK + not planned 2 SEK.");
	ck_assert_str_eq(ledger_planned_text(&arena, &line), "No: planned 8 SEK is not paid out 2.99 SEK + not paid "
							     "yet 5 SEK + withheld 0 SEK + not to be paid 0 SEK.");
	arena_done(&arena);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		granted_is_planned_and_unplanned_for_every_measure_and_year,
		lines_per_measure_per_year_and_per_both_end_in_the_same_sum,
		what_is_paid_has_left_what_is_due,
		a_day_that_has_passed_has_what_was_booked_by_then,
		a_grant_that_was_not_booked_is_told_and_found,
		a_plan_that_was_not_booked_is_told_and_found,
		the_sentences_say_yes_or_no_with_the_sums,
		NULL,
	};

	return claims_run("casework ledger", claims, 60);
}

/* Forecasts: months and years from the plans as they stand, kept as they were sent, and what has moved between two. */
#include "claims.h"
#include "folder.h"
#include "granting.h"

#include "base/words.h"
#include "casework/forecast.h"
#include "casework/ledger_list.h"
#include "casework/office.h"
#include "casework/sent.h"
#include "store/inside.h"

#include <sqlite3.h>
#include <unistd.h>

static struct casework *cw;
static int64_t one;

static void office_begin(void)
{
	struct decision_change whole = granting_whole();

	words_open("en");
	cw = office_open();
	one = granting_measure(cw);
	granting_decide(cw, one, &whole);
	office_sit(cw, "cia");
}

START_TEST(each_instalment_is_expected_in_the_month_of_its_day)
{
	struct forecast forecast;

	office_begin();
	OK(forecast_load(cw, &forecast, err));
	ck_assert_int_eq(forecast.month_count, 3);
	ck_assert_int_eq(forecast.months[0].year, 2027);
	ck_assert_int_eq(forecast.months[0].month, 1);
	ck_assert_int_eq(forecast.months[0].expected, KRONOR(12250000));
	ck_assert_int_eq(forecast.months[0].waits, 0);
	ck_assert_int_eq(forecast.months[1].month, 9);
	ck_assert_int_eq(forecast.months[1].waits, KRONOR(7350000));
	ck_assert_int_eq(forecast.months[2].year, 2028);
	ck_assert_int_eq(forecast.late, 0);
	forecast_done(&forecast);
	casework_close(cw);
}
END_TEST

START_TEST(what_is_expected_is_what_the_ledger_has_as_due)
{
	struct forecast forecast;
	struct ledger_list ledger;

	office_begin();
	OK(forecast_load(cw, &forecast, err));
	OK(ledger_list_load(cw, &(struct ledger_query){.by = LEDGER_PER_YEAR}, &ledger, err));
	ck_assert_int_eq(forecast.sum.expected, ledger.sum.ore[LEDGER_DUE]);
	ck_assert_int_eq(forecast.sum.waits, KRONOR(12250000));
	ck_assert_int_eq(forecast.sum.granted, ledger.sum.granted);
	ledger_list_done(&ledger);
	forecast_done(&forecast);
	casework_close(cw);
}
END_TEST

/* While the limits are read, somebody else records a decision. */
static int somebody_decides(unsigned event, void *path, void *statement, void *sql)
{
	struct decision_change whole = granting_whole();
	struct casework *other = NULL;

	(void)event, (void)statement;
	if (!one || !strstr(sql, "money_limit"))
		return 0;
	OK(casework_open(path, STORE_WRITE, &(struct casework_who){"elin", NULL}, &other, err));
	OK(decision_record(other, NULL, one, &whole, NULL, NULL, NULL, err));
	casework_close(other);
	one = 0;
	return 0;
}

START_TEST(a_forecast_is_of_one_moment_though_somebody_decides_meanwhile)
{
	static const char *const ends[] = {"", "-wal", "-shm", "-lock"};
	struct decision_change whole = granting_whole();
	char folder[64], path[80], name[96];
	struct forecast forecast;
	int64_t rows = 0;

	words_open("en");
	ck_assert(folder_new(folder, "forecast"));
	snprintf(path, sizeof path, "%s/office", folder);
	cw = office_open_at(path);
	one = granting_measure(cw);
	granting_decide(cw, one, &whole);
	one = granting_measure(cw);
	office_sit(cw, "cia");
	sqlite3_trace_v2(cw->store->db, SQLITE_TRACE_STMT, somebody_decides, path);
	OK(forecast_load(cw, &forecast, err));
	sqlite3_trace_v2(cw->store->db, 0, NULL, NULL);
	ck_assert_int_eq(one, 0); /* it was decided meanwhile */
	for (int i = 0; i < forecast.row_count; i++)
		rows += forecast.rows[i].ore;
	ck_assert_int_eq(forecast.sum.granted, rows + forecast.sum.unplanned);
	forecast_done(&forecast);
	casework_close(cw);
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		snprintf(name, sizeof name, "%s%s", path, ends[i]);
		unlink(name);
	}
	rmdir(folder);
}
END_TEST

START_TEST(what_nobody_expects_of_a_years_appropriation_would_lapse)
{
	struct forecast forecast;

	office_begin();
	OK(forecast_load(cw, &forecast, err));
	ck_assert_int_eq(forecast.years[0].year, 2025);
	ck_assert_int_eq(forecast.years[0].lapses, KRONOR(250000000)); /* has passed: nothing was paid */
	ck_assert_int_eq(forecast.years[2].lapses, KRONOR(250000000 - 19600000));
	ck_assert_int_eq(forecast.years[3].expected, KRONOR(4900000));
	forecast_done(&forecast);
	casework_close(cw);
}
END_TEST

START_TEST(an_instalment_past_its_day_is_expected_this_month)
{
	struct forecast forecast;

	office_begin();
	office_clock(cw, "2032-03-10 09:00:00");
	OK(forecast_load(cw, &forecast, err));
	ck_assert_int_eq(forecast.late, 3);
	ck_assert_int_eq(forecast.month_count, 1);
	ck_assert_int_eq(forecast.months[0].year, 2032);
	ck_assert_int_eq(forecast.months[0].month, 3);
	ck_assert_int_eq(forecast.months[0].expected, KRONOR(24500000));
	forecast_done(&forecast);
	casework_close(cw);
}
END_TEST

static int keep(void)
{
	struct sent_change change = {.kind = "forecast", .sent_to = "Finansdepartementet"};
	struct forecast forecast;
	struct buffer json;
	int n = 0;

	OK(forecast_load(cw, &forecast, err));
	buffer_init(&json);
	forecast_json(&forecast, &json);
	change.as_of = forecast.as_of;
	change.text = json.text;
	OK(sent_keep(cw, NULL, &change, &n, err));
	buffer_done(&json);
	forecast_done(&forecast);
	return n;
}

START_TEST(a_kept_forecast_read_back_is_the_same_and_what_moves_later_is_told)
{
	static const struct instalment_change moved[] = {
		{1, {"2027-01-15", 0, KRONOR(11900000), NULL, ""}},
		{2, {"2027-10-01", 0, KRONOR(7350000), NULL, "partial report approved"}},
		{3, {"2028-11-30", 0, KRONOR(4900000), NULL, "final report approved"}},
		{0, {"2027-12-01", 0, KRONOR(350000), NULL, ""}},
	};
	struct forecast_comparison comparison;
	struct forecast before, after;
	struct arena arena;
	const char *text;

	office_begin();
	arena_init(&arena);
	ck_assert_int_eq(keep(), 1);
	OK(sent_text(cw, 1, "forecast", &arena, &text, err));
	forecast_read(text, &before);
	OK(forecast_load(cw, &after, err));
	forecast_compare(&before, &after, &comparison);
	ck_assert_int_eq(comparison.count, 0);
	ck_assert_int_eq(comparison.same, 3);
	forecast_comparison_done(&comparison);
	forecast_done(&after);
	OK(plan_put(cw, NULL, one, moved, 4, "Other days.", err));
	OK(forecast_load(cw, &after, err));
	forecast_compare(&before, &after, &comparison);
	ck_assert_int_eq(comparison.count, 3);
	ck_assert_int_eq(comparison.same, 1);
	ck_assert(comparison.items[0].amount && !comparison.items[0].day);
	ck_assert(comparison.items[1].day && !comparison.items[1].amount);
	ck_assert_ptr_null(comparison.items[2].before);
	ck_assert_int_eq(comparison.before, comparison.after);
	forecast_comparison_done(&comparison);
	forecast_done(&after);
	forecast_done(&before);
	arena_done(&arena);
	casework_close(cw);
}
END_TEST

START_TEST(what_was_sent_is_listed_with_its_hash_and_only_officers_and_controllers_keep_it)
{
	struct sent_change change = {.kind = "forecast", .as_of = "2026-11-22", .sent_to = "X", .text = "{}"};
	struct sent_list list;
	struct arena arena;
	const char *text = "untouched";
	int n = 17;

	office_begin();
	keep();
	ck_assert_int_eq(keep(), 2);
	OK(sent_list_load(cw, "forecast", &list, err));
	ck_assert_int_eq(list.count, 2);
	ck_assert_int_eq(list.items[0].n, 2);
	ck_assert_str_eq(list.items[0].hash, list.items[1].hash);
	sent_list_done(&list);
	office_sit(cw, "maja");
	REFUSED(sent_keep(cw, NULL, &change, &n, err), ERROR_DENIED, "keep what was sent");
	office_sit(cw, "cia");
	change.sent_to = "";
	REFUSED(sent_keep(cw, NULL, &change, &n, err), ERROR_INVALID, "who it was sent to");
	arena_init(&arena);
	REFUSED(sent_text(cw, 9, "forecast", &arena, &text, err), ERROR_MISSING, "number 9");
	REFUSED(sent_text(cw, 1, "follow_up", &arena, &text, err), ERROR_MISSING, "number 1");
	ck_assert_str_eq(text, "untouched");
	ck_assert_int_eq(n, 17);
	arena_done(&arena);
	casework_close(cw);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		each_instalment_is_expected_in_the_month_of_its_day,
		what_is_expected_is_what_the_ledger_has_as_due,
		a_forecast_is_of_one_moment_though_somebody_decides_meanwhile,
		what_nobody_expects_of_a_years_appropriation_would_lapse,
		an_instalment_past_its_day_is_expected_this_month,
		a_kept_forecast_read_back_is_the_same_and_what_moves_later_is_told,
		what_was_sent_is_listed_with_its_hash_and_only_officers_and_controllers_keep_it,
		NULL,
	};

	return claims_run("casework forecast", claims, 60);
}

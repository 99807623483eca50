/* The economy system's list of what has been paid, read: columns in either language, and files that are refused whole.
 */
#include "base/file.h"
#include "base/money.h"
#include "base/words.h"
#include "claims.h"
#include "csv/paid_read.h"

#include <unistd.h>

static char path[] = "/tmp/kansli-paid-XXXXXX";

static bool load(const char *text, struct paid_sheet *out, struct error *err)
{
	struct error failed = {0};

	ck_assert_msg(file_write(path, text, strlen(text), true, 0600, &failed), "%s", failed.text);
	return paid_sheet_load(path, out, err);
}

static void loads(const char *text)
{
	struct error err = {0};
	struct paid_sheet paid;

	ck_assert_msg(load(text, &paid, &err), "%s", err.text);
	ck_assert_int_eq(paid.file.count, 2);
	ck_assert_str_eq(paid.file.rows[0].payment, "EFF-12-2026-3-2");
	ck_assert_str_eq(paid.file.rows[0].on_day, "2027-01-15");
	ck_assert_str_eq(paid.file.rows[0].reference, "4711");
	ck_assert_int_eq(paid.file.rows[0].ore, INT64_C(1225000050));
	ck_assert_int_eq(paid.file.rows[1].line, 3);
	ck_assert_str_eq(paid.file.rows[1].reference, "");
	ck_assert_int_eq((int)strlen(paid.file.hash), HASH_TEXT - 1);
	paid_sheet_done(&paid);
}

START_TEST(columns_are_found_by_their_names_in_either_language)
{
	words_open("en");
	loads("batch,row,payment,orgnr,amount,reference,paid\n"
	      "1,1,EFF-12-2026-3-2,2321000115,12250000.50,4711,2027-01-15\n"
	      "1,2,EFF-12-2026-3-3,2321000115,1.00,,2027-01-15\n");
	loads("\xEF\xBB\xBFUtbetald;Betalning;Belopp;Referens\r\n"
	      "2027-01-15;EFF-12-2026-3-2;12 250 000,50;4711\r\n20270115;EFF-12-2026-3-3;1;\r\n");
}
END_TEST

static void refused(const char *text, const char *part)
{
	struct error err = {0};
	struct paid_sheet paid;

	ck_assert_msg(!load(text, &paid, &err), "%s was read", text);
	ck_assert_int_eq(err.kind, ERROR_INVALID);
	ck_assert_msg(strstr(err.text, part) != NULL, "'%s' is not in: %s", part, err.text);
}

START_TEST(what_means_nothing_stops_the_whole_file_and_is_named)
{
	words_open("en");
	refused("payment,paid\nEFF-1-2026-1-1,2027-01-15\n", "no column amount");
	refused("amount,paid\n1,2027-01-15\n", "no column payment");
	refused("payment,amount\nEFF-1-2026-1-1,1\n", "no column paid");
	refused("payment,amount,paid\nEFF-1-2026-1-1,1,2027-02-30\nEFF-1-2026-1-2,1,2027-01-15\n",
		"line 2: It is no day");
	refused("payment,amount,paid\nEFF-1-2026-1-1,1,2027-01-15\n,1,2027-01-15\n", "line 3: It has no number");
	refused("payment,amount,paid\nEFF-1-2026-1-1,-1,2027-01-15\n", "line 2:");
	refused("payment,amount,paid\nEFF-1-2026-1-1,0,2027-01-15\n", "line 2: It has no amount");
	refused("payment,amount,paid\nEFF-1-2026-1-1,okänt,2027-01-15\n", "line 2: It has no amount");
	refused("payment,amount,paid\nA,x,x\nB,x,x\nC,x,x\n", "3 lines cannot be read");
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {columns_are_found_by_their_names_in_either_language,
		what_means_nothing_stops_the_whole_file_and_is_named, NULL};
	int handle = mkstemp(path), broken;

	if (handle < 0)
		return EXIT_FAILURE;
	close(handle);
	broken = claims_run("paid", claims, 20);
	unlink(path);
	return broken;
}

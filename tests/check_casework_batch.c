/* Sealed payment files: what is sealed, what no file can hold, the same bytes for ever, and two who seal at once. */
#include "claims.h"
#include "convened.h"
#include "granting.h"

#include "casework/batch.h"
#include "casework/event.h"
#include "casework/office.h"
#include "casework/payee_account.h"
#include "casework/withholding.h"

#include "base/money.h"
#include "base/words.h"

#include <sched.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static struct casework *cw;
static int64_t measure;

static void begin(void)
{
	words_open("en");
	cw = granting_office(&measure);
	office_sit(cw, "cia");
}

static void end(void)
{
	casework_close(cw);
}

static void account_put(const char *number, const char *from)
{
	struct payee_account_change change = {"13", "bankgiro", number, from, "Letter"};
	const char *login = casework_login(cw);
	int64_t id;

	office_sit(cw, "cia");
	OK(payee_account_add(cw, NULL, &change, &id, err));
	office_sit(cw, "carl");
	OK(payee_account_check(cw, NULL, id, number, err));
	office_sit(cw, login);
}

START_TEST(the_same_sealing_again_answers_the_same_file)
{
	struct batch_wish wish = {.through = "2027-01-15"};
	struct operation op = operation_new();
	bool done = true;
	int first = 0, again = 0;

	office_attest(cw, granting_row(cw, measure, 1));
	account_put("5050-1055", "2027-01-15");
	OK(operation_done(cw, &op, &done, err));
	ck_assert(!done);
	OK(batch_seal(cw, &op, &wish, &first, err));
	OK(operation_done(cw, &op, &done, err));
	ck_assert(done);
	OK(batch_seal(cw, &op, &wish, &again, err));
	ck_assert_int_eq(first, 1);
	ck_assert_int_eq(again, 1);
}
END_TEST

static bool seal(const char *through, int64_t ore, int *n, struct error *err)
{
	return batch_seal(cw, NULL, &(struct batch_wish){.through = through, .ore = ore}, n, err);
}

START_TEST(rows_that_are_authorised_and_due_are_sealed_once_and_for_ever)
{
	struct batch_whole one, again;
	int n = 0;

	office_attest(cw, granting_row(cw, measure, 1));
	REFUSED(seal(NULL, 0, &n, err), ERROR_INVALID, "no row is authorised, due and unpaid");
	REFUSED(seal("2027-01-15", 0, &n, err), ERROR_INVALID,
		"EFF-1-2026-1-1 (Region Halland has no account in force on 2027-01-15)");
	account_put("5050-1055", "2027-01-15");
	REFUSED(seal("2027-01-15", 1, &n, err), ERROR_CONFLICT, "add up to 12,250,000 SEK");
	OK(seal("2027-01-15", KRONOR(12250000), &n, err));
	ck_assert_int_eq(n, 1);
	REFUSED(seal("2027-12-31", 0, &n, err), ERROR_INVALID, "nothing to seal");
	OK(batch_load(cw, 1, &one, err));
	ck_assert_str_eq(one.file,
		"batch,row,payment,orgnr,account_kind,account,amount,payment_year,due_day,reference\n"
		"1,1,EFF-1-2026-1-1,2321000115,bankgiro,50501055,12250000.00,2027,2027-01-15,EFF-1-2026\n");
	ck_assert_int_eq(one.head.rows, 1);
	ck_assert_int_eq((int)strlen(one.head.link), 16);
	REFUSED(instalment_paid(cw, NULL, granting_row(cw, measure, 1), "2026-11-21", "4711", err), ERROR_INVALID,
		"before the payment file was sealed");
	OK(instalment_paid(cw, NULL, granting_row(cw, measure, 1), "2026-11-22", "4711", err));
	account_put("5402-9681", "2026-11-01");
	OK(batch_load(cw, 1, &again, err));
	ck_assert_str_eq(one.file, again.file);
	batch_whole_done(&one);
	batch_whole_done(&again);
	REFUSED(instalment_revoke(cw, NULL, granting_row(cw, measure, 1), "Late.", err), ERROR_INVALID, "paid");
	office_sound(cw);
}
END_TEST

START_TEST(rows_of_a_case_one_takes_no_part_in_are_left_for_somebody_else)
{
	struct batch_wish wish = {.through = "2027-01-15"};
	struct batch_wanted wanted;
	int n = 0;

	office_attest(cw, granting_row(cw, measure, 1));
	account_put("5050-1055", "2027-01-15");
	convened_bar(cw, "carl", granting_application(cw, measure));
	office_sit(cw, "carl");
	REFUSED(batch_wanted_load(cw, &wish, &wanted, err), ERROR_INVALID, "you take no part in the case");
	REFUSED(batch_seal(cw, NULL, &wish, &n, err), ERROR_INVALID, "you take no part in the case");
	office_sit(cw, "cia");
	OK(batch_seal(cw, NULL, &wish, &n, err));
	ck_assert_int_eq(n, 1);
}
END_TEST

START_TEST(what_is_on_its_way_is_not_withheld)
{
	const struct withholding_part part = {1, 0};
	struct withholding_change change = {.parts = &part,
		.count = 1,
		.ground = "17.2",
		.evidence = "A letter.",
		.decided_on = "2026-11-22",
		.reasons = "Not followed.",
		.deciders = "Kim Ek",
		.presenter = "Elin Dahl",
		.others = ""};
	int n = 0;

	office_attest(cw, granting_row(cw, measure, 1));
	account_put("5050-1055", "2027-01-15");
	OK(batch_seal(cw, NULL, &(struct batch_wish){.through = "2027-01-15"}, &n, err));
	office_sit(cw, "elin");
	REFUSED(withholding_record(cw, NULL, measure, &change, NULL, err), ERROR_INVALID, "on its way");
}
END_TEST

START_TEST(a_file_read_and_written_again_is_the_same_byte_for_byte)
{
	struct batch_line lines[40], *read;
	struct buffer first, second;
	struct arena arena;
	int count;

	memset(lines, 0, sizeof lines);
	for (int i = 0; i < 40; i++) {
		lines[i] =
			(struct batch_line){.batch = 7, .row = i + 1, .ore = 1 + INT64_C(97531) * i * i, .year = 2027};
		snprintf(lines[i].payment, sizeof lines[i].payment, "EFF-%d-2026-1-%d", i, i + 1);
		snprintf(lines[i].reference, sizeof lines[i].reference, "EFF-%d-2026", i);
		snprintf(lines[i].orgnr, sizeof lines[i].orgnr, "2321000%03d", i);
		snprintf(lines[i].kind, sizeof lines[i].kind, "%s", i % 2 ? "plusgiro" : "account");
		snprintf(lines[i].account, sizeof lines[i].account, "%010d", i);
		snprintf(lines[i].due_on, sizeof lines[i].due_on, "2027-01-%02d", 1 + i % 28);
		ck_assert_ptr_null(batch_line_wrong(&lines[i]));
	}
	arena_init(&arena);
	buffer_init(&first);
	buffer_init(&second);
	batch_file_write(lines, 40, &first);
	OK(batch_file_read(first.text, &arena, &read, &count, err));
	ck_assert_int_eq(count, 40);
	batch_file_write(read, count, &second);
	ck_assert_str_eq(first.text, second.text);
	first.text[100] = ';';
	ck_assert(!batch_file_read(first.text, &arena, &read, &count, &(struct error){0}));
	buffer_done(&first);
	buffer_done(&second);
	arena_done(&arena);
}
END_TEST

START_TEST(what_cannot_stand_in_the_file_is_refused)
{
	const struct batch_line good = {
		1, 1, "EFF-1-2026-1-1", "2321000115", "bankgiro", "50501055", 100, 2027, "2027-01-15", "EFF-1-2026"};
	struct batch_line bad[8];

	ck_assert_ptr_null(batch_line_wrong(&good));
	for (int i = 0; i < 8; i++)
		bad[i] = good;
	snprintf(bad[0].payment, sizeof bad[0].payment, "EFF 1");
	snprintf(bad[1].orgnr, sizeof bad[1].orgnr, "=1+1");
	snprintf(bad[2].kind, sizeof bad[2].kind, "iban");
	snprintf(bad[3].account, sizeof bad[3].account, "5050-1055");
	bad[4].ore = 0;
	bad[5].year = 27;
	snprintf(bad[6].due_on, sizeof bad[6].due_on, "2027-02-30");
	snprintf(bad[7].reference, sizeof bad[7].reference, "a,b");
	for (int i = 0; i < 8; i++)
		ck_assert_msg(batch_line_wrong(&bad[i]) != NULL, "line %d", i);
}
END_TEST

/* ---- two at once */

enum { RACES = CLAIMS_SLOW ? 20 : 100 };
static char path[64], folder[48];

static const char *day_of(int race, char out[DAY_TEXT])
{
	day_text(day_read("2027-01-01") + race, out);
	return out;
}

/* One row for each race, each due a day after the one before; all authorised. */
static void races_prepare(void)
{
	static struct decision_instalment rows[RACES + 1];
	static char days[RACES + 1][DAY_TEXT];
	struct decision_change change = granting_whole();

	for (int i = 0; i < RACES; i++)
		rows[i] = (struct decision_instalment){day_of(i, days[i]), 2027, KRONOR(19600000) / RACES, NULL, ""};
	rows[RACES] = (struct decision_instalment){"2028-11-30", 0, KRONOR(4900000), NULL, ""};
	change.instalments = rows;
	change.instalment_count = RACES + 1;
	snprintf(folder, sizeof folder, "/tmp/kansli-batch-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/office", folder);
	words_open("en");
	cw = office_open_at(path);
	measure = granting_measure(cw);
	granting_decide(cw, measure, &change);
	office_sit(cw, "cia");
	account_put("5050-1055", "2026-01-01");
	for (int i = 0; i < RACES; i++)
		office_attest(cw, granting_row(cw, measure, i + 1));
	casework_close(cw);
}

/* Both wait for each other before each race, without sleeping. */
static void meet(volatile int *arrived, int race)
{
	__sync_fetch_and_add(arrived, 1);
	while (*arrived < 2 * (race + 1))
		sched_yield();
}

struct shared {
	volatile int arrived, sealed, twice;
	volatile int taken[RACES];
};

static _Noreturn void racer_run(struct shared *shared, const char *login, bool naive)
{
	struct casework *mine = NULL;
	char through[DAY_TEXT];

	OK(casework_open(path, STORE_WRITE, &(struct casework_who){login, NULL}, &mine, err));
	for (int race = 0; race < RACES; race++) {
		struct batch_wish wish = {.through = day_of(race, through)};
		struct batch_wanted wanted;
		struct error err = {0};

		meet(&shared->arrived, race);
		if (naive) { /* looks, and then seals what it saw: the control */
			if (batch_wanted_load(mine, &wish, &wanted, &err)) {
				__sync_fetch_and_add(&shared->taken[race], 1);
				batch_wanted_done(&wanted);
			}
		} else if (batch_seal(mine, NULL, &wish, NULL, &err)) {
			__sync_fetch_and_add(&shared->sealed, 1);
		} else if (err.kind != ERROR_INVALID) {
			_exit(1);
		}
	}
	casework_close(mine);
	_exit(0);
}

static struct shared *race_run(bool naive)
{
	struct shared *shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	int status;

	ck_assert_ptr_ne(shared, MAP_FAILED);
	memset(shared, 0, sizeof *shared);
	for (int i = 0; i < 2; i++)
		if (!fork())
			racer_run(shared, i ? "carl" : "cia", naive);
	for (int i = 0; i < 2; i++) {
		ck_assert_int_gt(wait(&status), 0);
		ck_assert_int_eq(status, 0);
	}
	return shared;
}

static void races_end(void)
{
	char command[96];

	snprintf(command, sizeof command, "%s-lock", path);
	unlink(command);
	unlink(path);
	snprintf(command, sizeof command, "%s-wal", path);
	unlink(command);
	snprintf(command, sizeof command, "%s-shm", path);
	unlink(command);
	rmdir(folder);
}

START_TEST(two_who_seal_at_once_seal_every_row_once_and_lose_none)
{
	int64_t sum = 0;
	struct batch_list list;
	struct shared *shared;
	int rows = 0;

	casework_close(cw);
	races_prepare();
	shared = race_run(false);
	OK(casework_open(path, STORE_WRITE, &(struct casework_who){"cia", NULL}, &cw, err));
	OK(batch_list_load(cw, &list, err));
	ck_assert_int_eq(list.count, shared->sealed);
	for (int i = 0; i < list.count; i++) {
		rows += list.items[i].rows;
		sum += list.items[i].ore;
	}
	ck_assert_int_eq(rows, RACES);
	ck_assert_int_eq(sum, KRONOR(19600000) / RACES * RACES);
	batch_list_done(&list);
	office_sound(cw);
	races_end();
}
END_TEST

START_TEST(control_one_who_looks_first_and_seals_then_pays_twice)
{
	struct shared *shared;
	int twice = 0;

	casework_close(cw);
	races_prepare();
	shared = race_run(true);
	for (int i = 0; i < RACES; i++)
		twice += shared->taken[i] > 1;
	ck_assert_int_gt(twice, 0);
	OK(casework_open(path, STORE_WRITE, &(struct casework_who){"cia", NULL}, &cw, err));
	races_end();
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {rows_that_are_authorised_and_due_are_sealed_once_and_for_ever,
		the_same_sealing_again_answers_the_same_file,
		rows_of_a_case_one_takes_no_part_in_are_left_for_somebody_else, what_is_on_its_way_is_not_withheld,
		a_file_read_and_written_again_is_the_same_byte_for_byte, what_cannot_stand_in_the_file_is_refused,
		two_who_seal_at_once_seal_every_row_once_and_lose_none,
		control_one_who_looks_first_and_seals_then_pays_twice, NULL};

	return claims_run_in("batch", claims, begin, end, 60);
}

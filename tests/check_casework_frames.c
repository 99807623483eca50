/* Eight deciders at once, each in a process of its own on one file, and room for six: the year's frame is never passed
 * and what is granted is exact. The control: all eight had read, before they began, that theirs would fit. */
#include "claims.h"
#include "granting.h"
#include "trust.h"

#include "casework/budget.h"

#include "base/words.h"

#include <sys/wait.h>
#include <unistd.h>

enum { DECIDERS = 8, ROOM_FOR = 6, MNKR = 40, FRAME = 250 };

static int64_t measures[DECIDERS];

static struct casework *office_build(void)
{
	static const struct measure_amount amounts[] = {
		{2027, true, true, KRONOR(MNKR * 1000000), KRONOR(MNKR * 1000000)}};
	struct casework *cw;

	words_open("en");
	trust_folder_make();
	cw = office_open_at(trust_path);
	office_sit(cw, "elin");
	for (int i = 0; i < DECIDERS; i++)
		measures[i] = granting_measure_of(cw, NULL, 0, amounts, 1);
	return cw;
}

static int64_t left_of_2027(struct casework *cw)
{
	struct budget budget;

	OK(budget_load(cw, 0, &budget, err));
	return budget.years[2027 - BUDGET_FIRST].left;
}

static bool decide(struct casework *cw, int64_t measure, struct error *why)
{
	static const struct decision_amount whole[] = {{2027, KRONOR(MNKR * 1000000)}};
	static const struct decision_instalment rows[] = {{"2027-03-01", 0, KRONOR(MNKR * 1000000), NULL, "", NULL}};
	struct decision_change change = granting_whole();

	change.amounts = whole;
	change.instalments = rows;
	change.amount_count = change.instalment_count = 1;
	return decision_record(cw, NULL, measure, &change, NULL, NULL, NULL, why);
}

struct answer {
	bool fitted; /* by what the decider read before all began */
	bool granted, frame;
};

static _Noreturn void decider_run(int which, int ready, int start, int report)
{
	struct casework *cw = trust_office("elin");
	struct answer answer = {.fitted = left_of_2027(cw) >= KRONOR(MNKR * 1000000)};
	struct error why = {0};
	char go = 'r';

	if (write(ready, &go, 1) != 1 || read(start, &go, 1) != 0) /* the pipe's end: all have read */
		_exit(1);
	answer.granted = decide(cw, measures[which], &why);
	answer.frame = strstr(why.text, "above its appropriation") != NULL;
	casework_close(cw);
	_exit(write(report, &answer, sizeof answer) == sizeof answer ? 0 : 1);
}

static void deciders_run(int *fitted, int *granted, int *refused)
{
	int ready[2], start[2], report[2], status;
	struct answer answer;
	char one;

	ck_assert(pipe(ready) == 0 && pipe(start) == 0 && pipe(report) == 0);
	for (int i = 0; i < DECIDERS; i++) {
		pid_t child = fork();

		ck_assert_int_ge(child, 0);
		if (child)
			continue;
		close(start[1]);
		decider_run(i, ready[1], start[0], report[1]);
	}
	for (int i = 0; i < DECIDERS; i++)
		ck_assert_int_eq(read(ready[0], &one, 1), 1);
	close(start[1]);
	for (int i = 0; i < DECIDERS; i++) {
		ck_assert_int_gt(wait(&status), 0);
		ck_assert_int_eq(status, 0);
		ck_assert_int_eq(read(report[0], &answer, sizeof answer), sizeof answer);
		*fitted += answer.fitted;
		*granted += answer.granted;
		*refused += !answer.granted && answer.frame;
	}
}

START_TEST(eight_deciders_at_once_never_pass_the_years_frame)
{
	struct casework *cw = office_build();
	int fitted = 0, granted = 0, refused = 0;
	struct budget budget;

	casework_close(cw);
	deciders_run(&fitted, &granted, &refused);
	ck_assert_int_eq(fitted, DECIDERS); /* whoever trusts what was read before passes the frame */
	ck_assert_int_gt(fitted * MNKR, FRAME);
	ck_assert_int_eq(granted, ROOM_FOR);
	ck_assert_int_eq(refused, DECIDERS - ROOM_FOR);
	cw = trust_office("rev");
	OK(budget_load(cw, 0, &budget, err));
	ck_assert_int_eq(budget.years[2].decided, ROOM_FOR * KRONOR(MNKR * 1000000));
	ck_assert_int_eq(budget.years[2].left, KRONOR((FRAME - ROOM_FOR * MNKR) * 1000000));
	ck_assert_int_eq(budget.years[2].planned, budget.years[2].decided);
	trust_whole(cw);
	casework_close(cw);
	trust_folder_drop();
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {eight_deciders_at_once_never_pass_the_years_frame, NULL};

	return claims_run("frames", claims, 60);
}

/* Status from facts: a table of what is known and what it means. */
#include "casework/programme.h"
#include "casework/state.h"
#include "claims.h"
#include "office.h"

#include "base/text.h"
#include "base/words.h"

static const struct {
	const char *what;
	struct state_facts facts;
	const char *state, *due;
	enum mover mover;
} table[] = {
	{"nothing but a number", {0}, "new", NULL, MOVER_NOBODY},
	{"a measure, nobody assigned", {.measures = 1}, "new", NULL, MOVER_NOBODY},
	{"assigned, nothing to assess", {.assigned = true}, "checking", NULL, MOVER_NOBODY},
	{"no measure and no control point left", {.assigned = true, .gates_wanted = 2, .gates_answered = 2}, "checking",
		NULL, MOVER_NOBODY},
	{"some control points", {.assigned = true, .measures = 1, .gates_wanted = 3, .gates_answered = 2}, "checking",
		NULL, MOVER_NOBODY},
	{"asked, but not all answered",
		{.assigned = true,
			.measures = 1,
			.gates_wanted = 3,
			.gates_answered = 2,
			.gates_open = 1,
			.gate_due = "2026-12-01"},
		"checking", "2026-12-01", MOVER_APPLICANT},
	{"asked",
		{.assigned = true,
			.measures = 1,
			.gates_wanted = 3,
			.gates_answered = 3,
			.gates_open = 1,
			.gates_bad = 1,
			.gate_due = "2026-12-01"},
		"waiting", "2026-12-01", MOVER_APPLICANT},
	{"asked without a day",
		{.assigned = true,
			.measures = 1,
			.gates_wanted = 3,
			.gates_answered = 3,
			.gates_open = 1,
			.gates_bad = 1},
		"waiting", NULL, MOVER_NOBODY},
	{"the day has passed: tried as it stands",
		{.assigned = true,
			.measures = 1,
			.gates_wanted = 3,
			.gates_answered = 3,
			.gates_bad = 1,
			.gate_due = "2026-11-01"},
		"assessing", "2026-11-01", MOVER_US},
	{"a no that asks nothing",
		{.assigned = true, .measures = 1, .gates_wanted = 3, .gates_answered = 3, .gates_bad = 1}, "assessing",
		NULL, MOVER_NOBODY},
	{"all answered, no assessor", {.assigned = true, .measures = 1, .gates_wanted = 3, .gates_answered = 3},
		"assessing", NULL, MOVER_NOBODY},
	{"one of two handed in",
		{.assigned = true,
			.measures = 1,
			.gates_wanted = 3,
			.gates_answered = 3,
			.assignments = 2,
			.submitted = 1},
		"assessing", NULL, MOVER_NOBODY},
	{"one of two measures scored",
		{.assigned = true,
			.measures = 2,
			.gates_wanted = 3,
			.gates_answered = 3,
			.assignments = 1,
			.submitted = 1,
			.measures_assessed = 1},
		"assessing", NULL, MOVER_NOBODY},
	{"all scored",
		{.assigned = true,
			.measures = 2,
			.gates_wanted = 3,
			.gates_answered = 3,
			.assignments = 4,
			.submitted = 4,
			.measures_assessed = 2},
		"assessed", NULL, MOVER_NOBODY},
	{"one of two in a locked proposal",
		{.assigned = true,
			.measures = 2,
			.gates_wanted = 3,
			.gates_answered = 3,
			.measures_assessed = 2,
			.measures_proposed = 1},
		"assessed", NULL, MOVER_NOBODY},
	{"all in a locked proposal",
		{.assigned = true,
			.measures = 2,
			.gates_wanted = 3,
			.gates_answered = 3,
			.measures_assessed = 2,
			.measures_proposed = 2},
		"proposed", NULL, MOVER_NOBODY},
	{"proposed though the officer has left", {.measures = 2, .measures_assessed = 2, .measures_proposed = 2},
		"proposed", NULL, MOVER_NOBODY},
	{"one of two decided",
		{.assigned = true,
			.measures = 2,
			.measures_proposed = 2,
			.measures_decided = 1,
			.measures_granted = 1,
			.instalments = 2,
			.pay_due = "2026-12-10"},
		"partly", "2026-12-10", MOVER_US},
	{"all refused", {.assigned = true, .measures = 2, .measures_decided = 2}, "decided", NULL, MOVER_NOBODY},
	{"granted, nothing planned", {.assigned = true, .measures = 1, .measures_decided = 1, .measures_granted = 1},
		"decided", NULL, MOVER_NOBODY},
	{"granted, nothing paid",
		{.assigned = true,
			.measures = 2,
			.measures_decided = 2,
			.measures_granted = 1,
			.instalments = 3,
			.pay_due = "2026-12-10"},
		"paying", "2026-12-10", MOVER_US},
	{"granted, some paid",
		{.assigned = true,
			.measures = 1,
			.measures_decided = 1,
			.measures_granted = 1,
			.instalments = 3,
			.instalments_paid = 2,
			.pay_due = "2027-02-01"},
		"paying", "2027-02-01", MOVER_US},
	{"all paid",
		{.assigned = true,
			.measures = 1,
			.measures_decided = 1,
			.measures_granted = 1,
			.instalments = 3,
			.instalments_paid = 3},
		"paid", NULL, MOVER_NOBODY},
	{"paid, one of two grants reported",
		{.assigned = true,
			.measures = 2,
			.measures_decided = 2,
			.measures_granted = 2,
			.measures_reported = 1,
			.instalments = 3,
			.instalments_paid = 3},
		"paid", NULL, MOVER_NOBODY},
	{"paid and every final report approved",
		{.assigned = true,
			.measures = 3,
			.measures_decided = 3,
			.measures_granted = 2,
			.measures_reported = 2,
			.instalments = 3,
			.instalments_paid = 3},
		"reported", NULL, MOVER_NOBODY},
	{"reported, but an instalment waits for it",
		{.assigned = true,
			.measures = 1,
			.measures_decided = 1,
			.measures_granted = 1,
			.measures_reported = 1,
			.instalments = 2,
			.instalments_paid = 1,
			.pay_due = "2027-02-01"},
		"paying", "2027-02-01", MOVER_US},
	{"an old question does not come back after the decision",
		{.assigned = true,
			.measures = 1,
			.measures_decided = 1,
			.gates_bad = 1,
			.gates_open = 1,
			.gate_due = "2026-12-01"},
		"decided", NULL, MOVER_NOBODY},
	{"a clock that waits holds before the control points are done",
		{.assigned = true,
			.measures = 1,
			.gates_wanted = 3,
			.gates_answered = 1,
			.clocks_waiting = 1,
			.clock_due = "2026-12-01",
			.clock_mover = MOVER_APPLICANT},
		"waiting", "2026-12-01", MOVER_APPLICANT},
	{"nobody assigned, though a clock runs",
		{.measures = 1, .clocks_waiting = 1, .clock_due = "2026-12-01", .clock_mover = MOVER_BODY}, "new",
		"2026-12-01", MOVER_BODY},
	{"an answered clock is ours",
		{.assigned = true,
			.measures = 1,
			.gates_wanted = 3,
			.gates_answered = 3,
			.clock_due = "2026-12-01",
			.clock_mover = MOVER_US},
		"assessing", "2026-12-01", MOVER_US},
	{"a control point's earlier day comes first",
		{.assigned = true,
			.measures = 1,
			.gates_wanted = 3,
			.gates_answered = 3,
			.gates_open = 1,
			.gate_due = "2026-11-25",
			.clocks_waiting = 1,
			.clock_due = "2026-12-01",
			.clock_mover = MOVER_APPLICANT},
		"waiting", "2026-11-25", MOVER_APPLICANT},
	{"a clock runs on after the proposal",
		{.assigned = true,
			.measures = 1,
			.measures_proposed = 1,
			.clocks_waiting = 1,
			.clock_due = "2026-12-01",
			.clock_mover = MOVER_APPLICANT},
		"proposed", "2026-12-01", MOVER_APPLICANT},
	{"withdrawn holds over a clock too", {.withdrawn = true, .clock_due = "2026-12-01", .clock_mover = MOVER_US},
		"withdrawn", NULL, MOVER_NOBODY},
	{"closed holds over what came before",
		{.closed = true,
			.assigned = true,
			.measures = 1,
			.measures_decided = 1,
			.measures_granted = 1,
			.instalments = 1,
			.instalments_paid = 1},
		"closed", NULL, MOVER_NOBODY},
	{"closed holds over a clock", {.closed = true, .clock_due = "2026-12-01", .clock_mover = MOVER_US}, "closed",
		NULL, MOVER_NOBODY},
	{"closed after a withdrawal", {.closed = true, .withdrawn = true, .gates_open = 1, .gate_due = "2026-12-01"},
		"closed", NULL, MOVER_NOBODY},
	{"withdrawn holds over everything",
		{.withdrawn = true, .assigned = true, .measures = 1, .gates_open = 1, .gate_due = "2026-12-01"},
		"withdrawn", NULL, MOVER_NOBODY},
};
enum { ROWS = sizeof(table) / sizeof(*table) };

START_TEST(status_follows_the_facts)
{
	for (int i = 0; i < ROWS; i++) {
		const char *is = state_code(state_of(&table[i].facts));

		ck_assert_msg(!strcmp(is, table[i].state), "%s: %s, not %s", table[i].what, is, table[i].state);
	}
}
END_TEST

START_TEST(the_nearest_day_says_whose_move_it_is)
{
	for (int i = 0; i < ROWS; i++) {
		enum mover mover = MOVER_DELEGATION;
		day due = state_due(&table[i].facts, &mover);

		ck_assert_msg(due == (table[i].due ? day_read(table[i].due) : DAY_NONE), "%s", table[i].what);
		ck_assert_msg(mover == table[i].mover, "%s: %d, not %d", table[i].what, mover, table[i].mover);
	}
}
END_TEST

START_TEST(every_status_has_a_code_that_reads_back)
{
	enum state read = STATE_COUNT;

	for (int i = 0; i < STATE_COUNT; i++) {
		ck_assert(state_read(state_code((enum state)i), &read));
		ck_assert_int_eq(read, i);
		for (int k = 0; k < i; k++)
			ck_assert_str_ne(state_code((enum state)i), state_code((enum state)k));
	}
	ck_assert(!state_read("Waiting", &read));
	ck_assert(!state_read("", &read));
	ck_assert_int_eq(read, STATE_COUNT - 1); /* untouched by a refusal */
}
END_TEST

START_TEST(words_and_next_steps_come_from_the_law_as_data)
{
	struct casework *cw = office_open();
	struct programme programme;

	OK(programme_load(cw, &programme, err));
	words_open("sv");
	ck_assert_str_eq(state_word(&programme, STATE_WAITING), "väntar");
	ck_assert_str_eq(state_next(&programme, STATE_NEW), "Utse en handläggare.");
	words_open("en");
	ck_assert_str_eq(state_word(&programme, STATE_WAITING), "waiting");
	ck_assert_str_eq(state_next(&programme, STATE_NEW), "Assign a case officer.");
	ck_assert_str_eq(state_word(&programme, STATE_PAID), "paid"); /* this office has no word for it: the code */
	ck_assert_str_eq(state_next(&programme, STATE_PAID), "");
	programme_done(&programme);
	casework_close(cw);
}
END_TEST

START_TEST(a_clock_that_runs_gives_the_next_step)
{
	static const struct word words[] = {
		{"state", "checking", {"", ""}, {"Answer.", "Svara."}, {"", ""}, 1},
		{"state", "withdrawn", {"", ""}, {"Close.", "Avskriv."}, {"", ""}, 2},
		{"step", "completion", {"", ""}, {"They supplement.", "De kompletterar."}, {"", ""}, 1},
		{"step", "passed", {"", ""}, {"The day has passed.", "Dagen har gått."}, {"", ""}, 2},
	};
	struct word copy[4];
	struct programme programme = {.words = copy, .word_count = 4};
	struct state_facts facts = {.assigned = true};

	memcpy(copy, words, sizeof words);
	words_open("sv");
	ck_assert_str_eq(state_step(&programme, &facts), "Svara.");
	facts.clock_due = "2026-12-01";
	facts.clock_step = "completion";
	ck_assert_str_eq(state_step(&programme, &facts), "De kompletterar.");
	words_open("en");
	facts.clock_step = "passed";
	ck_assert_str_eq(state_step(&programme, &facts), "The day has passed.");
	facts.clock_step = "answered"; /* an office that has not taken in the word yet */
	ck_assert_str_eq(state_step(&programme, &facts), "Answer.");
	facts.withdrawn = true;
	ck_assert_str_eq(state_step(&programme, &facts), "Close.");
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {status_follows_the_facts, the_nearest_day_says_whose_move_it_is,
		every_status_has_a_code_that_reads_back, words_and_next_steps_come_from_the_law_as_data,
		a_clock_that_runs_gives_the_next_step, NULL};

	return claims_run("state", claims, 30);
}

/* The real program as pictures: each screen on the sample office, in its sizes and languages. Every picture is read by
 * a person before it is kept, with what it must hold in words beside it. */
#include "real.h"

static struct bench *wide_english(void)
{
	return real_open("elin", (struct bench_options){.rows = 40, .columns = 132, .locale = "en_GB.UTF-8"});
}

static struct bench *narrow(void)
{
	return real_open("elin", (struct bench_options){.rows = 10, .columns = 40});
}

/* The cursor stands on the mark of the row in focus. */
static void focus_marked(struct bench *bench)
{
	ck_assert_int_eq(bench_cursor_column(bench), 0);
	ck_assert(bench_cursor_shown(bench));
	ck_assert_msg(bench_row(bench, bench_cursor_row(bench))[0] == '>', "row %d has the cursor and no mark: %s",
		bench_cursor_row(bench), bench_row(bench, bench_cursor_row(bench)));
}

static void seen(struct bench *bench, const char *name)
{
	focus_marked(bench);
	bench_golden(bench, name);
}

START_TEST(the_list_says_whose_move_it_is)
{
	struct bench *bench = real_open("elin", (struct bench_options){.rows = 24});

	seen(bench, "real-list-80x24");
	real_close(bench);
	bench = wide_english();
	seen(bench, "real-list-132x40-en");
	real_close(bench);
	bench = narrow();
	seen(bench, "real-list-40x10");
	real_close(bench);
}
END_TEST

START_TEST(a_case_is_read_on_one_screen)
{
	struct bench *bench = real_open("elin", (struct bench_options){.rows = 24});

	real_find(bench, "13-2026");
	bench_press(bench, "Enter");
	seen(bench, "real-detail-80x24");
	real_close(bench);
	bench = wide_english();
	real_find(bench, "13-2026");
	bench_press(bench, "Enter");
	seen(bench, "real-detail-132x40-en");
	real_close(bench);
}
END_TEST

START_TEST(a_register_says_in_words_what_has_become_of_each_paper)
{
	struct bench *bench = real_open("siv", (struct bench_options){.rows = 24});

	real_find(bench, "2-2025");
	bench_press(bench, "Enter I Down Down Down Down Down Down");
	seen(bench, "real-register-80x24");
	bench_press(bench, "Enter");
	seen(bench, "real-document-80x24");
	real_close(bench);
	bench = real_open("siv", (struct bench_options){.rows = 24, .locale = "en_GB.UTF-8"});
	real_find(bench, "1-2025");
	bench_press(bench, "Enter I End");
	seen(bench, "real-register-80x24-en");
	bench_press(bench, "Enter");
	seen(bench, "real-document-80x24-en");
	real_close(bench);
}
END_TEST

START_TEST(the_inbox_shows_where_a_paper_may_belong_and_other_matters_how_they_stand)
{
	struct bench *bench = real_open("siv", (struct bench_options){.rows = 24});

	bench_press(bench, "9");
	seen(bench, "real-inbox-80x24");
	bench_press(bench, "q 0 Down Down Down Down");
	seen(bench, "real-matters-80x24");
	real_close(bench);
	bench = real_open("siv", (struct bench_options){.rows = 24, .locale = "en_GB.UTF-8"});
	bench_press(bench, "9");
	seen(bench, "real-inbox-80x24-en");
	bench_press(bench, "q 0 Down Down Down Down Down Down Down");
	seen(bench, "real-matters-80x24-en");
	real_close(bench);
}
END_TEST

START_TEST(control_points_show_what_is_asked_of_whom)
{
	struct bench *bench = real_open("elin", (struct bench_options){.rows = 24});

	real_find(bench, "13-2026");
	bench_press(bench, "Enter Tab Enter");
	seen(bench, "real-gates-80x24");
	real_close(bench);
}
END_TEST

START_TEST(who_is_missing_something_stands_first_among_the_participants)
{
	struct bench *bench = real_open("elin", (struct bench_options){.rows = 24});

	real_find(bench, "1-2025");
	bench_press(bench, "Enter M");
	seen(bench, "real-participants-80x24");
	bench_press(bench, "o");
	seen(bench, "real-region-80x24");
	real_close(bench);
}
END_TEST

START_TEST(contents_are_read_part_by_part_with_what_is_missing)
{
	struct bench *bench = real_open("elin", (struct bench_options){.rows = 24});

	real_find(bench, "13-2026");
	bench_press(bench, "Enter N");
	seen(bench, "real-contents-80x24");
	bench_press(bench, "Down Down Down Enter");
	bench_golden(bench, "real-entry-80x24");
	real_close(bench);
}
END_TEST

START_TEST(a_region_that_has_not_applied_in_the_round_is_told_so_in_plain_words)
{
	struct bench *bench = real_open("elin", (struct bench_options){.rows = 24});

	bench_press(bench, "o");
	seen(bench, "real-regions-80x24");
	real_close(bench);
}
END_TEST

START_TEST(a_note_begins_with_what_is_known)
{
	struct bench *bench = real_open("elin", (struct bench_options){.rows = 24});

	real_find(bench, "13-2026");
	bench_press(bench, "c");
	bench_golden(bench, "real-note-80x24");
	real_close(bench);
}
END_TEST

START_TEST(scoring_shows_the_criterion_and_its_steps)
{
	struct bench *bench = real_open("tomas", (struct bench_options){.rows = 24});

	real_find(bench, "13-2026");
	bench_press(bench, "Enter p");
	seen(bench, "real-scoring-80x24");
	real_close(bench);
}
END_TEST

START_TEST(the_ranking_draws_the_line_where_the_money_ends)
{
	struct bench *bench = real_open("elin", (struct bench_options){.rows = 24});

	bench_press(bench, "2");
	seen(bench, "real-ranking-80x24");
	real_close(bench);
	bench = wide_english();
	bench_press(bench, "2");
	seen(bench, "real-ranking-132x40-en");
	real_close(bench);
	bench = narrow();
	bench_press(bench, "2");
	seen(bench, "real-ranking-40x10");
	real_close(bench);
}
END_TEST

START_TEST(firmness_says_what_to_discuss_and_what_it_rests_on)
{
	struct bench *bench = real_open("elin", (struct bench_options){.rows = 24});

	bench_press(bench, "2 F Down");
	seen(bench, "real-firmness-80x24");
	real_close(bench);
	bench = wide_english();
	bench_press(bench, "2 F");
	seen(bench, "real-firmness-132x40-en");
	real_close(bench);
	bench = narrow();
	bench_press(bench, "2 F");
	seen(bench, "real-firmness-40x10");
	real_close(bench);
}
END_TEST

START_TEST(disagreement_unfolds_the_measure_in_focus)
{
	struct bench *bench = wide_english();

	bench_press(bench, "2 D Down Down Down Down Down Down Down Down Down");
	seen(bench, "real-disagreement-132x40-en");
	real_close(bench);
	bench = narrow();
	bench_press(bench, "2 D");
	seen(bench, "real-disagreement-40x10");
	real_close(bench);
}
END_TEST

START_TEST(points_alone_stand_beside_the_chairs_order)
{
	struct bench *bench = real_open("elin", (struct bench_options){.rows = 24});

	bench_press(bench, "2 O Down");
	seen(bench, "real-optimum-80x24");
	real_close(bench);
	bench = wide_english();
	bench_press(bench, "2 O");
	seen(bench, "real-optimum-132x40-en");
	real_close(bench);
	bench = narrow();
	bench_press(bench, "2 O");
	seen(bench, "real-optimum-40x10");
	real_close(bench);
}
END_TEST

START_TEST(two_proposals_stand_side_by_side)
{
	struct bench *bench = real_open("elin", (struct bench_options){.rows = 24});

	bench_press(bench, "2 v Down");
	seen(bench, "real-comparison-80x24");
	real_close(bench);
	bench = wide_english();
	bench_press(bench, "2 v");
	seen(bench, "real-comparison-132x40-en");
	real_close(bench);
}
END_TEST

START_TEST(plans_show_every_amount_and_its_day)
{
	struct bench *bench = real_open("ulla", (struct bench_options){.rows = 24});

	bench_press(bench, "3");
	seen(bench, "real-plans-80x24");
	bench_press(bench, "Enter");
	seen(bench, "real-plan-80x24");
	real_close(bench);
}
END_TEST

START_TEST(the_budget_keeps_three_limits_apart)
{
	struct bench *bench = real_open("ulla", (struct bench_options){.rows = 24});

	bench_press(bench, "4");
	seen(bench, "real-budget-80x24");
	real_close(bench);
}
END_TEST

/* The process of the law: each screen in both languages, by the way there from the list and what it must say. */
static const struct process_screen {
	const char *name, *find, *keys, *says, *says_en;
	bool sizes; /* seen narrow and wide too */
} process[] = {
	{"clocks", "9-2026", "Enter K", "Komplettering (10 §)", "Supplementary information"},
	{"versions", "2-2025", "Enter O", "Version", "Version"},
	{"conflicts", "16-2026", "Enter =", "jävig, deltar inte", "disqualified, takes no"},
	{"progress", NULL, "A", "Bedömningsläget", "Progress of assessment"},
	{"disagreement", NULL, "2 D Down Down Down Down Down Down Down Down Down", "Oenighet", "Disagreement"},
	{"assigning", NULL, "A + Space Enter Down", "Vilka bedömer?", "Who assesses?"},
	{"equal", NULL, "2 E Down", "Likabehandling", "Equal treatment"},
	{"trial", NULL, "2 Down Down Down Down Down X", "PRÖVAR", "TRIAL"},
	{"todo", NULL, "8", "Att göra", "To do"},
	{"reportings", NULL, "T", "dagen passerad", "day passed", true},
	{"reporting", NULL, "T Down Enter", "Väntetider", "Väntetider", true},
	{"followup", NULL, "*", "per utbetalningsår", "per payment year", true},
	{"followup-applicants", NULL, "* v 2", "per sökande", "per applicant"},
	{"published", NULL, "* ;", "Beviljade åtgärder", "Granted measures"},
	{"published-known", NULL, "* ; v 3", "webbplats", "webbplats"},
	{"forecast", NULL, ">", "per månad", "per month", true},
	{"forecast-moves", NULL, "> v 4 Enter", "flyttats sedan nummer 2", "moved since number 2"},
	{"forecast-years", NULL, "> v 2", "med ramarna", "with the limits"},
	{"batches", NULL, "3 b", "Betalfiler", "Payment files", true},
	{"batch", NULL, "3 b Down Down Down Enter Down", "EFF-2-2025-3-2", "EFF-2-2025-3-2", true},
	{"accounts", NULL, "3 $ Down Down Down", "ej kontrollerat", "not checked", true},
	{"attesters", NULL, "3 s", "Attestlista", "Attest list", true},
	{"powers", NULL, "6 s", "tills vidare", "further notice"},
	{"meetings", "9-2026", "Enter K C", "Regionstyrelsen", "Regionstyrelsen"},
	{"shares", "1-2025", "Enter M S", "2 476 190,48 kr", "2,476,190.48"},
	{"closing", "8-2025", "Enter Q", "Ärendet är avslutat sedan", "The case is closed since"},
	{"criteria", NULL, "7 c", "Gjord från", "Made from"},
	{"criterion", NULL, "7 c Enter", "vikternas summa 100", "sum of weights 100"},
	{"preview", NULL, "7 c 2", "ryms inte längre", "no longer fit"},
	{"sittings", NULL, "1", "Delegationens sammanträden", "Sittings of the delegation", true},
	{"sitting", NULL, "1 End Enter Down Down Down Down Down Down Down", "Beslutför", "uorate", true},
	{"claims", NULL, "Y", "obetalt", "unpaid", true},
	{"decision", "3-2026", "Enter B", "Beslut ", "Decision ", true},
	{"ruling", "13-2026", "Enter v Enter", "Bestämmelser", "Write off or dismiss", true},
	{"release", NULL, "0 Down Down Down Down Down y Down", "31 kap. 16 § OSL", "31 kap. 16 § OSL"},
};

/* What the controller reads beside it. */
static const struct process_screen audited[] = {
	{"audit", NULL, "& End", "vem som hade vilken roll", "who had which role", true},
	{"audit-acts", NULL, "& v 2 Down", "vem som gjorde vad", "who did what", true},
	{"audit-sample", NULL, "& v 4", "slumpfrö 1", "with seed 1"},
};

static void process_seen(const char *person, const struct process_screen *screen, bool swedish)
{
	struct bench_options options = {.rows = 24, .columns = 80, .locale = swedish ? NULL : "en_GB.UTF-8"};
	struct bench *bench = real_open(person, options);
	const char *says = swedish ? screen->says : screen->says_en;
	char name[64];

	if (screen->find)
		real_find(bench, screen->find);
	bench_press(bench, screen->keys);
	real_shown(bench, says);
	snprintf(name, sizeof name, "real-%s-80x24%s", screen->name, swedish ? "" : "-en");
	bench_golden(bench, name);
	if (screen->sizes) {
		bench_resize(bench, swedish ? 10 : 40, swedish ? 40 : 132);
		snprintf(name, sizeof name, "real-%s-%s", screen->name, swedish ? "40x10" : "132x40-en");
		bench_golden(bench, name);
	}
	real_close(bench);
}

START_TEST(the_process_of_the_law_is_seen_in_both_languages)
{
	for (size_t i = 0; i < sizeof process / sizeof *process; i++) {
		process_seen("elin", &process[i], true);
		process_seen("elin", &process[i], false);
	}
	for (size_t i = 0; i < sizeof audited / sizeof *audited; i++) {
		process_seen("ulla", &audited[i], true);
		process_seen("ulla", &audited[i], false);
	}
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {the_list_says_whose_move_it_is, a_case_is_read_on_one_screen,
		a_register_says_in_words_what_has_become_of_each_paper,
		the_inbox_shows_where_a_paper_may_belong_and_other_matters_how_they_stand,
		control_points_show_what_is_asked_of_whom, who_is_missing_something_stands_first_among_the_participants,
		contents_are_read_part_by_part_with_what_is_missing,
		a_region_that_has_not_applied_in_the_round_is_told_so_in_plain_words, a_note_begins_with_what_is_known,
		scoring_shows_the_criterion_and_its_steps, the_ranking_draws_the_line_where_the_money_ends,
		firmness_says_what_to_discuss_and_what_it_rests_on, disagreement_unfolds_the_measure_in_focus,
		points_alone_stand_beside_the_chairs_order, two_proposals_stand_side_by_side,
		plans_show_every_amount_and_its_day, the_budget_keeps_three_limits_apart,
		the_process_of_the_law_is_seen_in_both_languages, NULL};

	return real_run("screen", claims, 60);
}

/* The sample office, made by `kansli demo`: it comes to what data/sample/plan.md says, its screens agree on every sum,
 * and the same script makes the same office. */
#include "claims.h"
#include "folder.h"
#include "office_copy.h"

#include "base/file.h"
#include "base/money.h"
#include "base/words.h"
#include "casework/application.h"
#include "casework/budget.h"
#include "casework/event.h"
#include "casework/measure.h"
#include "casework/payment.h"
#include "casework/rank.h"
#include "casework/round.h"
#include "cli/cli.h"
#include "office.h"
#include "sample_papers.h"
#include "sample_sums.h"

#include <dirent.h>

enum { TKR = 100000 }; /* öre */

static char folder[64], path[96], again[96];

/* The shell's verbs; what they print is not the suite's. */
static int kansli(const char *first, ...)
{
	char words[16][128];
	char *argv[16];
	int argc = 0, code, kept = dup(STDOUT_FILENO), nowhere = open("/dev/null", O_WRONLY);
	va_list rest;

	va_start(rest, first);
	for (const char *word = first; word && argc < 16; word = va_arg(rest, const char *)) {
		snprintf(words[argc], sizeof words[argc], "%s", word);
		argv[argc] = words[argc];
		argc++;
	}
	va_end(rest);
	fflush(stdout);
	dup2(nowhere, STDOUT_FILENO);
	code = cli_run(argc, argv);
	dup2(kept, STDOUT_FILENO);
	close(kept);
	close(nowhere);
	return code;
}

static struct casework *office(const char *as)
{
	struct casework *cw = NULL;

	words_open("sv");
	OK(desk_open(path, STORE_READ, as, &cw, err));
	return cw;
}

/* ---- what plan.md says */

struct plan_line {
	int year, n, measures;
	char status[32];
	int64_t sought, granted, paid; /* tkr */
	bool withdrawn, unknown;
};

/* "96 000", "(11 200)", "13 400 + okänt": the figures before anything else. */
static int64_t tkr_read(const char *text)
{
	int64_t number = 0;

	for (; *text && *text != '+'; text++)
		if (isdigit((unsigned char)*text))
			number = number * 10 + (*text - '0');
	return number;
}

/* "| R25-01 | Region Halland m.fl. (21) | betalas | 2 | 96 000 | 80 000 | 32 000 |" */
static bool line_read(char *line, struct plan_line *out)
{
	char *cells[9] = {0};
	int count = 0;

	if (strncmp(line, "| R2", 4) != 0)
		return false;
	for (char *at = line; at && count < 9; count++) {
		cells[count] = at + 1;
		at = strstr(at + 1, " |");
		if (at)
			*at++ = '\0';
	}
	if (count != 8)
		return false;
	*out = (struct plan_line){.year = 2000 + (int)strtol(cells[0] + 2, NULL, 10),
		.n = (int)strtol(cells[0] + 5, NULL, 10),
		.measures = (int)strtol(cells[3], NULL, 10),
		.sought = tkr_read(cells[4]),
		.granted = tkr_read(cells[5]),
		.paid = tkr_read(cells[6]),
		.withdrawn = strchr(cells[4], '(') != NULL,
		.unknown = strstr(cells[4], "okänt") != NULL};
	snprintf(out->status, sizeof out->status, "%s", cells[2] + strspn(cells[2], " "));
	return true;
}

/* The lines of the table of statuses. */
static int plan_read(struct plan_line lines[64])
{
	struct buffer text;
	int count = 0;
	bool on = false;

	buffer_init(&text);
	OK(file_read(SAMPLE_ROOT "/plan.md", 1 << 20, &text, err));
	for (char *at = text.text, *next; at && *at && count < 64; at = next) {
		next = strchr(at, '\n');
		if (next)
			*next++ = '\0';
		on = strncmp(at, "## ", 3) ? on : !strncmp(at, "## States", 9);
		if (on && line_read(at, &lines[count]))
			count++;
	}
	buffer_done(&text);
	return count;
}

/* What is granted and paid to an application, from its measures' plans. */
static void money_of(struct casework *cw, int64_t application, int64_t *granted, int64_t *paid)
{
	struct measure_list measures;

	*granted = *paid = 0;
	OK(measure_list_load(cw, application, &measures, err));
	for (int i = 0; i < measures.count; i++) {
		struct plan plan;

		OK(plan_load(cw, measures.items[i].id, &plan, err));
		if (plan.decision) {
			ck_assert_int_eq(plan.granted_ore, plan.planned_ore);
			*granted += plan.granted_ore;
			*paid += plan.paid_ore;
		}
		plan_done(&plan);
	}
	measure_list_done(&measures);
}

START_TEST(every_case_stands_as_the_plan_says)
{
	struct casework *cw = office(NULL);
	struct plan_line lines[64];
	struct application_list list;
	struct programme programme;
	int count = plan_read(lines);

	OK(programme_load(cw, &programme, err));
	OK(application_list_load(cw, &(struct application_query){0}, &list, err));
	ck_assert_int_eq(count, 28);
	ck_assert_int_eq(list.count, count);
	for (int i = 0; i < count; i++) {
		const struct plan_line *line = &lines[i];
		const struct application_row *row = NULL;
		int64_t granted, paid;

		for (int k = 0; k < list.count; k++)
			if (list.items[k].year == line->year && list.items[k].n == line->n)
				row = &list.items[k];
		ck_assert_ptr_nonnull(row);
		ck_assert_msg(!strcmp(state_word(&programme, row->state), line->status), "%d-%d: %s, not %s", line->n,
			line->year, state_word(&programme, row->state), line->status);
		ck_assert_int_eq(row->measures, line->measures);
		ck_assert_msg(row->sought_ore == line->sought * TKR, "%d-%d sought %" PRId64, line->n, line->year,
			row->sought_ore);
		ck_assert_int_eq(row->sought_unknown > 0, line->unknown);
		ck_assert_int_eq(row->facts.withdrawn, line->withdrawn);
		money_of(cw, row->id, &granted, &paid);
		ck_assert_msg(granted == line->granted * TKR, "%d-%d granted %" PRId64, line->n, line->year, granted);
		ck_assert_msg(paid == line->paid * TKR, "%d-%d paid %" PRId64, line->n, line->year, paid);
	}
	application_list_done(&list);
	programme_done(&programme);
	casework_close(cw);
}
END_TEST

START_TEST(every_status_there_is_occurs)
{
	struct casework *cw = office(NULL);
	struct application_list list;
	bool seen[STATE_COUNT] = {false};

	OK(application_list_load(cw, &(struct application_query){0}, &list, err));
	for (int i = 0; i < list.count; i++)
		seen[list.items[i].state] = true;
	seen[STATE_REPORTED] = true; /* the first final report is due in 2027, after the sample's last day */
	for (int state = 0; state < STATE_COUNT; state++)
		ck_assert_msg(seen[state], "no case is %s", state_code((enum state)state));
	application_list_done(&list);
	casework_close(cw);
}
END_TEST

/* ---- the register */

START_TEST(every_fate_of_a_document_occurs)
{
	struct casework *cw = office(NULL);

	sample_papers_hold(cw);
	casework_close(cw);
}
END_TEST

/* ---- sums */

/* What is sought in a round, as its list has it and as its ranking has it. */
static void round_sought(struct casework *cw, int64_t round, int64_t *listed, int64_t *ranked)
{
	struct application_query query = {.round = round};
	struct application_list list;
	struct ranking ranking;

	*listed = *ranked = 0;
	OK(application_list_load(cw, &query, &list, err));
	for (int i = 0; i < list.count; i++)
		if (!list.items[i].facts.withdrawn)
			*listed += list.items[i].sought_ore;
	application_list_done(&list);
	OK(ranking_load(cw, round, 0, 0, &ranking, err));
	for (int i = 0; i < ranking.count; i++)
		if (ranking.items[i].sought_ore != MONEY_UNKNOWN)
			*ranked += ranking.items[i].sought_ore;
	ranking_done(&ranking);
}

START_TEST(the_list_and_the_ranking_agree_on_what_is_sought)
{
	struct casework *cw = office(NULL);
	struct round_list rounds;
	int64_t total = 0;

	OK(round_list_load(cw, &rounds, err));
	ck_assert_int_eq(rounds.count, 2);
	for (int i = 0; i < rounds.count; i++) {
		int64_t listed, ranked;

		round_sought(cw, rounds.items[i].id, &listed, &ranked);
		ck_assert_int_eq(listed, ranked);
		total += listed;
	}
	ck_assert_int_eq(total, INT64_C(508750) * TKR);
	round_list_done(&rounds);
	casework_close(cw);
}
END_TEST

START_TEST(the_budget_and_the_plans_agree_year_by_year)
{
	static const int64_t decided[] = {26900, 63600, 61500, 21500, 0, 0}, paid[] = {26900, 45600, 0, 0, 0, 0};
	struct casework *cw = office(NULL);
	struct budget budget;

	OK(budget_load(cw, 0, &budget, err));
	for (int i = 0; i < BUDGET_YEARS; i++) {
		struct instalment_query query = {.year = BUDGET_FIRST + i};
		struct instalment_list all, done;

		OK(instalment_list_load(cw, &query, &all, err));
		query.state = "paid";
		OK(instalment_list_load(cw, &query, &done, err));
		ck_assert_int_eq(budget.years[i].decided, decided[i] * TKR);
		ck_assert_int_eq(budget.years[i].planned, budget.years[i].decided);
		ck_assert_int_eq(all.sum_ore, budget.years[i].planned);
		ck_assert_int_eq(budget.years[i].paid, paid[i] * TKR);
		ck_assert_int_eq(done.sum_ore, budget.years[i].paid);
		instalment_list_done(&done);
		instalment_list_done(&all);
	}
	ck_assert_int_eq(budget.sum.decided, INT64_C(173500) * TKR);
	ck_assert_int_eq(budget.sum.paid, INT64_C(72500) * TKR);
	casework_close(cw);
}
END_TEST

START_TEST(the_same_sum_stands_on_every_screen_and_in_every_verb)
{
	struct casework *cw = office("pernilla");

	sample_sums_agree(cw);
	casework_close(cw);
}
END_TEST

/* Above the line and not decided: what the budget calls proposed. */
static int64_t proposed_above(const struct ranking *ranking, int year)
{
	int64_t sum = 0;

	for (int i = 0; i < ranking->line; i++)
		if (!ranking->items[i].outcome)
			sum += ranking->items[i].proposed[year - BUDGET_FIRST];
	return sum;
}

START_TEST(the_ranking_and_the_budget_agree_on_what_is_proposed)
{
	struct casework *cw = office("pernilla");
	struct ranking all, one;
	struct budget budget;
	int64_t round = office_round(cw, "2026");

	OK(budget_load(cw, 0, &budget, err));
	OK(ranking_load(cw, round, 0, 0, &all, err));
	for (int year = BUDGET_FIRST; year < BUDGET_FIRST + BUDGET_YEARS; year++)
		ck_assert_int_eq(proposed_above(&all, year), budget.years[year - BUDGET_FIRST].proposed);
	OK(ranking_load(cw, round, 0, 2027, &one, err));
	ck_assert_int_eq(one.line, 9);
	ck_assert_str_eq(one.binding_kind, "commitment");
	ck_assert_int_eq(one.left_ore - one.used_ore, INT64_C(5500) * TKR);
	ck_assert_int_eq(proposed_above(&one, 2027), INT64_C(53000) * TKR);
	ck_assert_int_eq(proposed_above(&one, 2028), INT64_C(43300) * TKR);
	ck_assert_int_eq(one.items[4].place, 5);
	ck_assert(one.items[4].moved);
	ranking_done(&one);
	ranking_done(&all);
	casework_close(cw);
}
END_TEST

START_TEST(two_measures_of_the_round_have_the_same_points)
{
	struct casework *cw = office("pernilla");
	struct ranking ranking;

	OK(ranking_load(cw, office_round(cw, "2026"), 0, 0, &ranking, err));
	ck_assert_int_eq(ranking.items[6].points, 259 * RANK_UNIT);
	ck_assert_int_eq(ranking.items[7].points, 259 * RANK_UNIT);
	ck_assert_int_eq(ranking.items[6].point_place, ranking.items[7].point_place);
	ranking_done(&ranking);
	casework_close(cw);
}
END_TEST

/* ---- whole, and the same again */

static void finding_show(void *with, const char *finding)
{
	(void)with;
	fprintf(stderr, "%s\n", finding);
}

START_TEST(the_office_is_whole)
{
	struct casework *cw = office(NULL);
	int findings = -1;

	OK(check_all(cw, finding_show, NULL, &findings, err));
	ck_assert_int_eq(findings, 0);
	casework_close(cw);
}
END_TEST

static const char *const exports[][8] = {
	{"export", "list", "--json"},
	{"export", "list", "--csv", "--dialect", "excel-sv"},
	{"export", "ranking", "--round", "2025", "--json"},
	{"export", "ranking", "--round", "2026", "--year", "2027", "--json"},
	{"export", "ranking", "--round", "2026", "--csv"},
	{"export", "plan", "--json"},
	{"export", "budget", "--json"},
};

START_TEST(the_same_script_makes_the_same_office)
{
	const char *const *words = exports[_i];
	char one[128], two[128];
	struct buffer first, second;

	snprintf(one, sizeof one, "%s/one%d", folder, _i);
	snprintf(two, sizeof two, "%s/two%d", folder, _i);
	for (int i = 0; i < 2; i++)
		ck_assert_int_eq(kansli("--quiet", "--db", i ? again : path, "--as", "pernilla", words[0], words[1],
					 "-o", i ? two : one, words[2], words[3], words[4], words[5], words[6], NULL),
			0);
	buffer_init(&first);
	buffer_init(&second);
	OK(file_read(one, 1 << 22, &first, err));
	OK(file_read(two, 1 << 22, &second, err));
	ck_assert_int_gt(first.bytes, 200);
	ck_assert_int_eq(first.bytes, second.bytes);
	ck_assert_mem_eq(first.text, second.text, first.bytes);
	buffer_done(&first);
	buffer_done(&second);
}
END_TEST

START_TEST(a_visitor_sits_as_the_first_case_officer)
{
	struct casework *cw = office(NULL);

	ck_assert_str_eq(casework_login(cw), "elin");
	ck_assert(access_roles(cw) & ROLE_OFFICER);
	casework_close(cw);
}
END_TEST

START_TEST(an_office_that_is_there_is_left_alone_without_reset)
{
	struct stat before, after;

	ck_assert_int_eq(stat(again, &before), 0);
	ck_assert_int_eq(kansli("demo", "--quiet", "--path", again, NULL), 0);
	ck_assert_int_eq(stat(again, &after), 0);
	ck_assert_int_eq(before.st_ino, after.st_ino);
}
END_TEST

START_TEST(a_script_that_fails_says_at_which_line)
{
	struct script script = {.db = path};
	struct error err = {0};

	words_open("en");
	ck_assert(!script_run(&script, "try.txt", "# nothing\n\nas elin\nlist\nassign 1-2025 nobody\n", &err));
	ck_assert_msg(!strncmp(err.text, "try.txt, line 5: ", 17), "%s", err.text);
	script_done(&script);
	ck_assert(!cli_run_line(&script, "list 'one", &err));
	ck_assert_ptr_nonnull(strstr(err.text, "quote"));
	script_done(&script);
}
END_TEST

static bool offices_make(void)
{
	if (!folder_new(folder, "sample"))
		return false;
	snprintf(path, sizeof path, "%s/kontor.kansli", folder);
	snprintf(again, sizeof again, "%s/again/kontor.kansli", folder);
	office_copy_sample(path);
	return kansli("demo", "--quiet", "--path", again, NULL) == 0;
}

static void folder_remove(const char *name)
{
	struct dirent *entry;
	DIR *open = opendir(name);
	char inside[512];

	while (open && (entry = readdir(open)) != NULL) {
		if (entry->d_name[0] == '.')
			continue;
		snprintf(inside, sizeof inside, "%s/%s", name, entry->d_name);
		if (unlink(inside))
			folder_remove(inside);
	}
	if (open)
		closedir(open);
	rmdir(name);
}

int main(void)
{
	const TTest *const claims[] = {every_case_stands_as_the_plan_says, every_status_there_is_occurs,
		every_fate_of_a_document_occurs, the_list_and_the_ranking_agree_on_what_is_sought,
		the_budget_and_the_plans_agree_year_by_year, the_same_sum_stands_on_every_screen_and_in_every_verb,
		the_ranking_and_the_budget_agree_on_what_is_proposed, two_measures_of_the_round_have_the_same_points,
		the_office_is_whole, a_visitor_sits_as_the_first_case_officer,
		an_office_that_is_there_is_left_alone_without_reset, a_script_that_fails_says_at_which_line};
	Suite *suite = suite_create("sample");
	TCase *all = tcase_create("sample");
	SRunner *runner = srunner_create(suite);
	int broken = 1;

	for (size_t i = 0; i < sizeof claims / sizeof claims[0]; i++)
		tcase_add_test(all, claims[i]);
	tcase_add_loop_test(all, the_same_script_makes_the_same_office, 0, sizeof exports / sizeof exports[0]);
	tcase_set_timeout(all, 60);
	suite_add_tcase(suite, all);
	srunner_set_tap(runner, "-");
	words_open("sv");
	if (offices_make()) {
		srunner_run_all(runner, CK_SILENT);
		broken = srunner_ntests_failed(runner);
	}
	srunner_free(runner);
	folder_remove(folder);
	return broken ? EXIT_FAILURE : EXIT_SUCCESS;
}

/* The ranking and the budget on a sheet: what is drawn is what casework says, and keys do what the hints promise. */
#include "money_desk.h"

#include "base/file.h"
#include "base/text.h"
#include "base/words.h"
#include "casework/budget.h"
#include "casework/rank.h"
#include "tui/pane_table.h"

#include <sys/stat.h>

static struct ranking ranking;
static const int sizes[][2] = {{24, 80}, {40, 132}, {10, 40}};
enum { SIZES = sizeof sizes / sizeof sizes[0] };

static void ranking_show(int size)
{
	session = session_on(office.cw, sizes[size][0], sizes[size][1], &ranking_pane, NULL);
}

static void load(int year)
{
	OK(ranking_load(office.cw, office.round, 0, year, &ranking, err));
}

static const char *number_of(const struct rank_row *row)
{
	return arena_format(&arena, " %d.%d ", row->application_n, row->n);
}

static const char *tkr(int64_t ore)
{
	char money[MONEY_TEXT];

	return arena_text(&arena, money_text(ore, MONEY_TKR, true, money));
}

/* The line is under the last row that fits in full and over the next, wherever the list has scrolled to. */
static void line_is_right(void)
{
	int line;

	session_press(session, "Home");
	for (int i = 0; i < ranking.line; i++)
		session_press(session, "Down"); /* to the row after the line, past the line itself */
	line = session_find(session, "── ");
	ck_assert_int_eq(line, session_at(session) + (ranking.line < ranking.count ? -1 : 1));
	if (ranking.line < ranking.count)
		ck_assert_ptr_nonnull(strstr(session_row(session, line + 1), number_of(&ranking.items[ranking.line])));
	if (ranking.line)
		ck_assert_ptr_nonnull(
			strstr(session_row(session, line - 1), number_of(&ranking.items[ranking.line - 1])));
}

/* Each row in sight says its own amounts and sum. */
static void sums_are_right(bool totals)
{
	for (int i = 0; i < ranking.count; i++) {
		const struct rank_row *row = &ranking.items[i];
		int at = session_find(session, number_of(row));
		const char *text = at < 0 ? "" : session_row(session, at);

		if (at < 0)
			continue;
		if (row->proposed_ore != MONEY_UNKNOWN)
			ck_assert_msg(strstr(text, tkr(row->proposed_ore)), "%s", text);
		if (totals && row->place)
			ck_assert_msg(strstr(text, tkr(row->total_ore)), "%s", text);
	}
}

static void rows_are_right(int size)
{
	session_press(session, "End");
	sums_are_right(sizes[size][1] >= 80);
	session_press(session, "Home");
	sums_are_right(sizes[size][1] >= 80);
	line_is_right();
}

START_TEST(the_line_and_the_sums_are_the_snapshots_in_every_size_and_year)
{
	static const int years[] = {0, 2027, 2028};

	for (int size = 0; size < SIZES; size++) {
		ranking_show(size);
		for (int i = 0; i < 3; i++) {
			load(years[i]);
			rows_are_right(size);
			ranking_done(&ranking);
			session_press(session, "Right");
		}
		session_close(session);
	}
}
END_TEST

START_TEST(the_line_stands_right_after_any_moves_and_amounts)
{
	uint32_t dice = 4711;

	ranking_show(1);
	for (int turn = 0; turn < 24; turn++) {
		const struct rank_row *row;

		load(0);
		dice = dice * 1103515245u + 12345u;
		row = &ranking.items[dice / 65536 % (uint32_t)(ranking.placed - 1)];
		if (turn % 3 == 2 && row->sought_ore != MONEY_UNKNOWN)
			OK(rank_set(office.cw, NULL, office.round, row->measure, 2027,
				row->sought[2] / 8 * (int64_t)(dice / 65536 % 9), err));
		else
			OK(rank_move(office.cw, NULL, office.round, row->measure,
				1 + (int)(dice / 4096 % (uint32_t)ranking.placed), "Prov.", err));
		ranking_done(&ranking);
		load(0);
		session_press(session, "r");
		rows_are_right(1);
		ranking_done(&ranking);
	}
	session_close(session);
}
END_TEST

START_TEST(hidden_points_are_nowhere_and_their_row_is_last)
{
	contest_assess(office.cw, office.four[3], "mats", 4, 4, 4);
	office_sit(office.cw, "maja");
	for (int size = 0; size < SIZES; size++) {
		const char *row;

		ranking_show(size);
		session_press(session, "End");
		row = session_row(session, session_find(session, " 4.4 "));
		ck_assert_msg(strstr(row, "dold") != NULL, "%s", row);
		ck_assert_ptr_null(strstr(row, "100")); /* mats gave four points on everything */
		ck_assert_int_eq(session_at(session), session_find(session, " 4.4 "));
		session_close(session);
	}
}
END_TEST

START_TEST(the_line_is_text_and_never_has_the_focus)
{
	for (int size = 0; size < SIZES; size++) {
		ranking_show(size);
		for (int step = 0; step < 20; step++) {
			ck_assert_int_eq(ui_sheet(session->ui)->cursor_column, 0);
			ck_assert_int_ne(session_at(session), session_find(session, "── "));
			session_press(session, step < 10 ? "Down" : "Up");
		}
		session_close(session);
	}
}
END_TEST

START_TEST(a_move_asks_its_reason_once_and_the_focus_follows)
{
	ranking_show(0);
	session_press(session, "Down Down Down K");
	SEEN("Varför flyttas 4.1 Jämtland Härjedalen från plats 4 till plats 3?");
	session_type(session, "Mindre ut, mer kvar.");
	session_press(session, "Enter");
	SEEN("4.1 Jämtland Härjedalen är flyttad till plats 3.");
	ck_assert_int_eq(session_at(session), session_find(session, " 4.1 "));
	SEEN("+1o");
	SEEN("flyttad 1 upp från poängordningen. Skäl: Mindre ut,");
	session_press(session, "K");
	SEEN("4.1 Jämtland Härjedalen är flyttad till plats 2.");
	ck_assert_int_eq(session_at(session), session_find(session, " 4.1 "));
	load(0);
	ck_assert_int_eq(ranking.items[1].measure, office.four[0]);
	ck_assert_str_eq(ranking.items[1].reason, "Mindre ut, mer kvar.");
	ranking_done(&ranking);
	session_press(session, "U");
	SEEN("står åter där poängen satt den.");
	UNSEEN("+1o");
	session_close(session);
}
END_TEST

START_TEST(nothing_moves_without_a_reason_or_past_the_ends)
{
	int64_t events = office_events(office.cw);

	ranking_show(0);
	session_press(session, "K");
	SEEN("1.1 Halland står redan först.");
	session_press(session, "J Enter");
	SEEN("En flyttning kräver ett skäl");
	session_press(session, "End J");
	SEEN("har ingen plats än");
	session_press(session, "J o");
	SEEN("har inte flyttats av ordföranden");
	ck_assert_int_eq(office_events(office.cw), events);
	session_close(session);
}
END_TEST

START_TEST(a_measure_that_crosses_the_line_is_told_of)
{
	ranking_show(0);
	session_press(session, "Down Down Down Down Down m");
	SEEN("1.2 Halland står på plats 6 av 8.");
	session_type(session, "5");
	session_press(session, "Enter");
	session_type(session, "Spridningen går före.");
	session_press(session, "Enter");
	SEEN("1.2 Halland är flyttad till plats 5. 4.2 Jämtland Härjedalen hamnar utanför");
	session_press(session, "J");
	SEEN("4.2 Jämtland Härjedalen hamnar inom ramen.");
	session_close(session);
}
END_TEST

START_TEST(an_amount_is_proposed_for_a_year_and_taken_back)
{
	ranking_show(0);
	session_press(session, "Down b");
	SEEN("2.1 Västmanland: beloppet för vilket betalningsår?");
	session_press(session, "1");
	SEEN("betalningsår 2027: sökt 19 600 000 kr, förslag 19 600 000 kr");
	session_press(session, "Ctrl-A Ctrl-K");
	session_type(session, "15 mnkr");
	session_press(session, "Enter");
	SEEN("2.1 Västmanland, 2027: föreslaget 15 000 000 kr.");
	SEEN("Förslag 19 900 000 kr av sökta");
	load(0);
	ck_assert_int_eq(ranking.items[1].proposed[2], INT64_C(1500000000));
	ranking_done(&ranking);
	session_press(session, "b 1 Ctrl-A Ctrl-K Enter");
	SEEN("2.1 Västmanland, 2027: ");
	load(0);
	ck_assert_int_eq(ranking.items[1].proposed[2], INT64_C(1960000000));
	ranking_done(&ranking);
	session_close(session);
}
END_TEST

START_TEST(a_proposal_is_locked_when_the_number_of_measures_is_typed)
{
	ranking_show(0);
	session_press(session, "L");
	SEEN("9 åtgärder, 5 av dem ovanför linjen");
	session_type(session, "8");
	session_press(session, "Enter");
	SEEN("inget är gjort. Skriv 9");
	load(0);
	ck_assert_ptr_null(ranking.locked_at);
	ranking_done(&ranking);
	session_press(session, "Backspace");
	session_type(session, "9");
	session_press(session, "Enter");
	SEEN("Förslaget är låst för sammanträdet");
	SEEN("förslag 1, låst · alla år");
	session_close(session);
}
END_TEST

START_TEST(a_conflict_says_who_and_shows_what_is_there_now)
{
	OK(rank_move(office.cw, NULL, office.round, office.three[0], 1, "Snabbt.", err));
	ranking_show(0);
	OK(rank_move(office.cw, NULL, office.round, office.three[0], 2, "Snabbt.", err));
	session_press(session, "U");
	SEEN("Kim Alm");
	ck_assert_int_eq(session_find(session, " 3.1 "), session_find(session, " 1.1 ") + 1);
	session_press(session, "U");
	SEEN("3.1 Dalarna står åter där poängen satt den.");
	session_close(session);
}
END_TEST

START_TEST(who_may_not_move_is_told_and_has_no_hint)
{
	office_sit(office.cw, "rev");
	ranking_show(0);
	UNSEEN("J/K");
	session_press(session, "J");
	SEEN("ordförande");
	session_press(session, "Enter");
	ck_assert_int_gt(double_opened, 0);
	session_close(session);
}
END_TEST

START_TEST(the_ranking_is_written_and_no_file_gives_way_unsaid)
{
	const char *path = arena_format(&arena, "%s/kansli-rang-%ld.csv", P_tmpdir, (long)getpid());
	struct buffer text;

	unlink(path);
	ranking_show(0);
	for (int turn = 0; turn < 2; turn++) {
		session_press(session, "w 1 Ctrl-A Ctrl-K");
		session_type(session, path);
		session_press(session, "Enter");
	}
	SEEN("Det finns redan en fil");
	session_type(session, "ja");
	session_press(session, "Enter");
	SEEN("inget är gjort. Skriv ÖVER");
	session_press(session, "Backspace Backspace");
	session_type(session, "ÖVER");
	session_press(session, "Enter");
	SEEN("är skriven, 9 rader.");
	buffer_init(&text);
	OK(file_read(path, 1 << 20, &text, err));
	ck_assert_ptr_nonnull(strstr(text.text, ";Hemmonitorering;"));
	buffer_done(&text);
	session_press(session, "w 1 Ctrl-A Ctrl-K x Enter");
	SEEN("låt namnet sluta på .csv, .json eller .txt");
	session_close(session);
	unlink(path);
}
END_TEST

/* ---- the budget */

static void limit_add(const char *kind, int year, int64_t mnkr)
{
	struct limit_change change = {
		.kind = kind, .source = "Regleringsbrev", .valid_from = "2026-06-01", .year = year};

	change.ore = mnkr * INT64_C(100000000);
	office_sit(office.cw, "cia");
	OK(limit_put(office.cw, NULL, &change, err));
}

static const char *mnkr(int64_t ore)
{
	char money[MONEY_TEXT];

	return ore == MONEY_UNKNOWN ? "-" : arena_text(&arena, money_text(ore, MONEY_MNKR, true, money));
}

START_TEST(every_number_of_the_budget_is_the_snapshots)
{
	struct budget budget;

	money_office_grant(&office);
	limit_add("commitment", 2028, 80);
	limit_add("carried", 2027, 12);
	OK(budget_load(office.cw, office.round, &budget, err));
	for (int size = 0; size < SIZES; size++) {
		session = session_on(office.cw, sizes[size][0], sizes[size][1], &budget_pane, NULL);
		session_press(session, "v");
		for (int i = 0; i < BUDGET_YEARS; i++) {
			const struct budget_year *year = &budget.years[i];
			const char *row =
				session_row(session, session_find(session, arena_format(&arena, "  %d ", year->year)));

			ck_assert_ptr_nonnull(strstr(row, mnkr(year->appropriation)));
			ck_assert_ptr_nonnull(strstr(row, mnkr(year->decided)));
			ck_assert_ptr_nonnull(strstr(row, mnkr(year->left)));
			if (sizes[size][1] < 80)
				continue;
			ck_assert_ptr_nonnull(strstr(row, mnkr(year->commitment)));
			ck_assert_ptr_nonnull(strstr(row, mnkr(year->round)));
			ck_assert_ptr_nonnull(strstr(row, mnkr(year->carried)));
		}
		SEEN(mnkr(budget.sum.decided));
		session_close(session);
	}
}
END_TEST

START_TEST(a_year_above_its_limit_says_so_in_words_and_in_its_bar)
{
	money_office_grant(&office);
	limit_add("appropriation", 2028, 3);
	session = session_on(office.cw, 24, 80, &budget_pane, NULL);
	session_press(session, "l l");
	SEEN("ÖVER");
	SEEN("Obs: 2028: beviljat och föreslaget överskrider anslaget med 1,9 mnkr.");
	SEEN("2028 per omgång");
	SEEN("Regleringsbrev, från 2026-06-01");
	session_press(session, "h h h");
	SEEN("2025: 250,0 mnkr betalades aldrig ut och har förfallit.");
	session_close(session);
}
END_TEST

START_TEST(who_sees_no_points_sees_no_sums_that_follow_from_them)
{
	struct budget budget;

	OK(rank_move(office.cw, NULL, office.round, office.four[1], 3, "Avtalet löper ut.", err));
	OK(budget_load(office.cw, office.round, &budget, err));
	ck_assert_int_gt(budget.years[2].proposed, 0);
	session = session_on(office.cw, 24, 80, &budget_pane, NULL);
	SEEN(mnkr(budget.years[2].proposed));
	UNSEEN("dold");
	session_close(session);
	office_sit(office.cw, "rut");
	session = session_on(office.cw, 24, 80, &budget_pane, NULL);
	UNSEEN(mnkr(budget.years[2].proposed));
	SEEN("dold");
	session_close(session);
}
END_TEST

START_TEST(only_the_controller_enters_a_limit_with_its_source)
{
	session = session_on(office.cw, 24, 80, &budget_pane, NULL);
	session_press(session, "R");
	SEEN("controller");
	session_close(session);
	office_sit(office.cw, "cia");
	session = session_on(office.cw, 24, 80, &budget_pane, NULL);
	session_press(session, "R Tab Tab Tab");
	session_type(session, "180 mnkr");
	session_press(session, "Ctrl-S");
	SEEN("Källa måste fyllas i.");
	session_type(session, "Regleringsbrev 2026-12-18");
	session_press(session, "Ctrl-S");
	SEEN("En ram på 180 000 000 kr för 2026 är införd");
	SEEN("180,0");
	session_close(session);
}
END_TEST

/* ---- all */

START_TEST(no_key_means_two_things_in_a_pane)
{
	static const struct pane_kind *const kinds[] = {&ranking_pane, &plan_pane, &plans_pane, &budget_pane};
	char name[KEY_NAME];

	for (int i = 0; i < 4; i++)
		ck_assert_msg(!action_clash(kinds[i], name), "%s in %s", name, kinds[i]->name);
}
END_TEST

static void golden(const char *name, const struct pane_kind *kind, const char *keys)
{
	for (int size = 0; size < SIZES; size++) {
		session = session_on(office.cw, sizes[size][0], sizes[size][1], kind, &office.two);
		session_press(session, keys);
		session_golden(session, arena_format(&arena, "money-%s-%dx%d", name, sizes[size][1], sizes[size][0]));
		session_close(session);
	}
}

START_TEST(the_screens_look_as_they_did)
{
	money_office_grant(&office);
	OK(rank_move(office.cw, NULL, office.round, office.four[1], 3, "Avtalet löper ut i maj.", err));
	golden("ranking", &ranking_pane, "Down Down");
	limit_add("appropriation", 2027, 80);
	golden("plan", &plan_pane, "Down");
	golden("plans", &plans_pane, "Down Down");
	office_sit(office.cw, "kim");
	golden("budget", &budget_pane, "Down Down");
	golden("budget-table", &budget_pane, "v");
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {the_line_and_the_sums_are_the_snapshots_in_every_size_and_year,
		the_line_stands_right_after_any_moves_and_amounts, hidden_points_are_nowhere_and_their_row_is_last,
		the_line_is_text_and_never_has_the_focus, a_move_asks_its_reason_once_and_the_focus_follows,
		nothing_moves_without_a_reason_or_past_the_ends, a_measure_that_crosses_the_line_is_told_of,
		an_amount_is_proposed_for_a_year_and_taken_back,
		a_proposal_is_locked_when_the_number_of_measures_is_typed,
		a_conflict_says_who_and_shows_what_is_there_now, who_may_not_move_is_told_and_has_no_hint,
		the_ranking_is_written_and_no_file_gives_way_unsaid, every_number_of_the_budget_is_the_snapshots,
		a_year_above_its_limit_says_so_in_words_and_in_its_bar,
		who_sees_no_points_sees_no_sums_that_follow_from_them,
		only_the_controller_enters_a_limit_with_its_source, no_key_means_two_things_in_a_pane,
		the_screens_look_as_they_did, NULL};

	return claims_run_in("tui money", claims, money_desk_begin, money_desk_end, 60);
}

/* The list: focus, scrolling and columns, without any terminal. */
#include "claims.h"
#include "fake_terminal.h"
#include "tui/listing.h"

enum { ROWS = 200 };
static int64_t ids[ROWS];
static long count, asked; /* rows there are; how many cells were asked for */
static bool lines[ROWS];
static struct listing listing;
static struct surface sheet;
static struct fake fake;

static long rows_count(const void *rows)
{
	(void)rows;
	return count;
}

static void rows_text(const void *rows, long row, int column, int cells, char out[LISTING_TEXT])
{
	static const char *const texts[] = {"", "Jämtland Härjedalen", "Närmare vård", "18 400", "väntar"};
	(void)rows;
	(void)cells;
	asked++;
	if (column == 0) {
		snprintf(out, LISTING_TEXT, "%d", count <= ROWS ? (int)ids[row] : (int)row);
	} else {
		snprintf(out, LISTING_TEXT, "%s", texts[column]);
	}
}

static int64_t rows_id(const void *rows, long row)
{
	(void)rows;
	return count <= ROWS ? ids[row] : row;
}

static bool rows_line(const void *rows, long row, char out[LISTING_TEXT])
{
	(void)rows;
	snprintf(out, LISTING_TEXT, "återstår 5 500");
	return count <= ROWS && lines[row];
}

static void rows_empty(const void *rows, char out[LISTING_TEXT])
{
	(void)rows;
	snprintf(out, LISTING_TEXT, "Inga ärenden.");
}

static const struct column columns[] = {
	{.head = "Nr", .width = 4, .least = 3, .right = true},
	{.head = "Sökande", .width = 22, .least = 8},
	{.head = "Ärende", .width = 20, .least = 12, .rank = 2},
	{.head = "Sökt tkr", .width = 9, .least = 8, .rank = 3, .right = true},
	{.head = "Status", .width = 8, .least = 6, .rank = 4},
	{.head = NULL},
};
static const struct listing_kind kind = {
	.columns = columns,
	.count = rows_count,
	.text = rows_text,
	.id = rows_id,
	.line = rows_line,
	.empty = rows_empty,
};

static void rows_make(long rows)
{
	count = rows;
	asked = 0;
	for (int i = 0; i < ROWS; i++) {
		ids[i] = i + 1;
		lines[i] = false;
	}
	listing_init(&listing, &kind, NULL);
}

static const char *drawn(int rows, int width, int row)
{
	surface_done(&sheet); /* of the drawing before */
	surface_clear(&sheet, rows, width);
	listing_draw(&listing, surface_area(&sheet));
	return fake_row(&fake, &sheet, row);
}

START_TEST(the_focus_moves_and_stays_in_sight)
{
	rows_make(20);
	listing_move(&listing, 1, 5);
	ck_assert_int_eq(listing_focus(&listing), 1);
	listing_move(&listing, -5, 5);
	ck_assert_int_eq(listing_focus(&listing), 0);
	listing_move(&listing, 7, 5);
	ck_assert_int_eq(listing_focus(&listing), 7);
	ck_assert_int_eq(listing.top, 3);
	listing_to(&listing, 19, 5);
	ck_assert_int_eq(listing.top, 15);
	listing_move(&listing, 1, 5);
	ck_assert_int_eq(listing_focus(&listing), 19);
	listing_move(&listing, -2, 5);
	ck_assert_int_eq(listing.top, 15);
	listing_to(&listing, 0, 5);
	ck_assert_int_eq(listing.top, 0);
}
END_TEST

START_TEST(the_focus_follows_the_thing_and_not_the_row)
{
	rows_make(20);
	listing_to(&listing, 10, 5);
	int64_t id = ids[10];
	for (int i = 19; i > 0; i--) {
		ids[i] = ids[i - 1];
	}
	ids[0] = 999;
	listing_follow(&listing);
	ck_assert_int_eq(ids[listing_focus(&listing)], id);
	ck_assert_int_eq(listing_focus(&listing), 11);
	ids[11] = 1000; /* the thing is gone: the row nearest to where it stood */
	listing_follow(&listing);
	ck_assert_int_eq(listing_focus(&listing), 11);
	count = 5;
	listing_follow(&listing);
	ck_assert_int_eq(listing_focus(&listing), 4);
	count = 0;
	listing_follow(&listing);
	ck_assert_int_eq(listing_focus(&listing), LISTING_NONE);
	listing_move(&listing, 1, 5);
	ck_assert_int_eq(listing_focus(&listing), LISTING_NONE);
	count = 3;
	listing_follow(&listing);
	ck_assert_int_eq(listing_focus(&listing), 0);
	ck_assert(listing_find(&listing, ids[2], 5));
	ck_assert_int_eq(listing_focus(&listing), 2);
	ck_assert(!listing_find(&listing, 12345, 5));
	ck_assert_int_eq(listing_focus(&listing), 2);
}
END_TEST

START_TEST(a_line_of_text_never_has_the_focus)
{
	rows_make(10);
	lines[0] = lines[5] = lines[9] = true;
	listing_follow(&listing);
	listing_to(&listing, 0, 6);
	ck_assert_int_eq(listing_focus(&listing), 1);
	ck_assert_int_eq(listing.top, 0);
	listing_move(&listing, -1, 6);
	ck_assert_int_eq(listing_focus(&listing), 1);
	listing_to(&listing, 4, 6);
	listing_move(&listing, 1, 6);
	ck_assert_int_eq(listing_focus(&listing), 6);
	listing_move(&listing, -1, 6);
	ck_assert_int_eq(listing_focus(&listing), 4);
	listing_to(&listing, 9, 6);
	ck_assert_int_eq(listing_focus(&listing), 8);
	listing_move(&listing, 1, 6);
	ck_assert_int_eq(listing_focus(&listing), 8);
	ck_assert_str_eq(drawn(11, 40, 5), "── återstår 5 500 ──────────────────────");
	lines[1] = lines[2] = lines[3] = lines[4] = lines[6] = lines[7] = lines[8] = true;
	listing_follow(&listing);
	ck_assert_int_eq(listing_focus(&listing), LISTING_NONE);
}
END_TEST

START_TEST(columns_go_in_order_of_rank_and_the_applicant_never)
{
	rows_make(3);
	ck_assert_str_eq(drawn(5, 79, 0), "    Nr Sökande                Ärende                Sökt tkr Status");
	ck_assert_str_eq(drawn(5, 79, 1), ">    1 Jämtland Härjedalen    Närmare vård            18 400 väntar");
	ck_assert_str_eq(drawn(5, 38, 0), ">   1 Jämtland Härjed…   18 400 väntar");
	ck_assert_str_eq(drawn(5, 29, 0), ">   1 Jämtland Härjed… väntar");
	ck_assert_str_eq(drawn(5, 19, 0), ">   1 Jämtland Här…");
	ck_assert_str_eq(drawn(5, 9, 0), ">   1 Jä…");
	drawn(1, 1, 0);
}
END_TEST

START_TEST(a_number_is_never_cut)
{
	rows_make(3);
	ids[0] = 12345;
	ck_assert_str_eq(drawn(5, 79, 1), ">    … Jämtland Härjedalen    Närmare vård            18 400 väntar");
}
END_TEST

START_TEST(drawing_costs_the_screen_and_not_the_office)
{
	rows_make(3);
	count = 100000;
	drawn(24, 79, 0);
	ck_assert_int_le(asked, 23 * 5);
	asked = 0;
	listing_to(&listing, 99999, 23);
	drawn(24, 79, 0);
	ck_assert_int_le(asked, 23 * 5);
	ck_assert_int_eq(listing.top, 99999 - 22);
}
END_TEST

START_TEST(an_empty_list_says_why)
{
	rows_make(0);
	ck_assert_str_eq(drawn(6, 79, 2), "Inga ärenden.");
	ck_assert_int_eq(sheet.cursor_column, 0);
	ck_assert_str_eq(drawn(2, 20, 0), "Inga ärenden.");
}
END_TEST

START_TEST(the_cursor_and_the_reverse_row_are_the_focus)
{
	rows_make(5);
	listing_move(&listing, 2, 4);
	drawn(5, 79, 0);
	ck_assert_int_eq(sheet.cursor_row, 3);
	ck_assert_int_eq(sheet.cursor_column, 0);
	for (int column = 0; column < 79; column++) {
		ck_assert_int_eq(surface_at(&sheet, 3, column)->style, STYLE_REVERSE);
		ck_assert_int_eq(surface_at(&sheet, 2, column)->style, STYLE_PLAIN);
	}
	listing.unfocused = true;
	drawn(5, 79, 0);
	ck_assert_int_eq(surface_at(&sheet, 3, 0)->style, STYLE_PLAIN);
	ck_assert_int_eq((int)surface_at(&sheet, 3, 0)->character[0], '>');
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		the_focus_moves_and_stays_in_sight,
		the_focus_follows_the_thing_and_not_the_row,
		a_line_of_text_never_has_the_focus,
		columns_go_in_order_of_rank_and_the_applicant_never,
		a_number_is_never_cut,
		drawing_costs_the_screen_and_not_the_office,
		an_empty_list_says_why,
		the_cursor_and_the_reverse_row_are_the_focus,
		NULL,
	};
	return claims_run("tui listing", claims, 30);
}

/* Text on cells, and where lines break, without any terminal. */
#include "claims.h"
#include "fake_terminal.h"
#include "tui/wrap.h"

static struct surface sheet;
static struct fake fake;

static struct area area_of(int rows, int columns)
{
	surface_done(&sheet);
	surface_init(&sheet);
	surface_clear(&sheet, rows, columns);
	return surface_area(&sheet);
}

#define ck_assert_sheet(row, text) ck_assert_str_eq(fake_row(&fake, &sheet, row), text)

START_TEST(text_stands_where_it_is_put_and_says_its_cells)
{
	struct area area = area_of(2, 20);
	ck_assert_int_eq(area_text(area, 0, 2, STYLE_PLAIN, "Västra Götaland"), 15);
	ck_assert_sheet(0, "  Västra Götaland");
	ck_assert_int_eq(area_text(area, 1, 0, STYLE_PLAIN, NULL), 0);
	area_text_right(area, 1, 0, 20, STYLE_PLAIN, "18 400");
	ck_assert_sheet(1, "              18 400");
	ck_assert_int_eq(area_format(area, 1, 0, STYLE_BOLD, "%d av %d", 2, 20), 7);
	ck_assert_int_eq(surface_at(&sheet, 1, 0)->style, STYLE_BOLD);
}
END_TEST

START_TEST(what_does_not_fit_is_cut_and_marked)
{
	static const struct {
		int cells;
		const char *text, *shown;
	} cuts[] = {{8, "Gotlands kommun", "Gotland…"}, {5, "abcde", "abcde"}, {4, "abcde", "abc…"}, {1, "ab", "…"},
		{4, "a漢字b", "a漢…"}, {3, "a漢字", "a…"}, {2, "漢字", "…"},
		{5, "e\u0301\u0301tuder", "e\u0301\u0301tud…"}};
	for (size_t i = 0; i < sizeof cuts / sizeof cuts[0]; i++) {
		struct area area = area_of(1, 20);
		area_text(area, 0, cuts[i].cells, STYLE_PLAIN, "|");
		int used = area_text_in(area, 0, 0, cuts[i].cells, STYLE_PLAIN, cuts[i].text);
		char wanted[64];
		snprintf(wanted, sizeof wanted, "%s%*s|", cuts[i].shown, cuts[i].cells - used, "");
		ck_assert_sheet(0, wanted);
	}
}
END_TEST

START_TEST(nothing_is_drawn_outside_its_area)
{
	struct area whole = area_of(5, 20), part = area_part(whole, 1, 5, 2, 10);
	ck_assert_int_eq(part.rows, 2);
	area_text(part, 0, 0, STYLE_PLAIN, "far too long a text for this");
	area_text(part, 2, 0, STYLE_PLAIN, "below");
	area_text(part, -1, 0, STYLE_PLAIN, "above");
	area_text(part, 1, 10, STYLE_PLAIN, "right");
	area_text(part, 1, -3, STYLE_PLAIN, "left");
	area_rule(part, 9);
	area_divider(part, 12);
	area_style(part, 1, -5, 50, STYLE_REVERSE);
	ck_assert_sheet(0, "");
	ck_assert_sheet(1, "     far too l…");
	ck_assert_sheet(2, "");
	ck_assert_sheet(3, "");
	ck_assert_int_eq(surface_at(&sheet, 2, 4)->style, STYLE_PLAIN);
	ck_assert_int_eq(surface_at(&sheet, 2, 5)->style, STYLE_REVERSE);
	ck_assert_int_eq(surface_at(&sheet, 2, 15)->style, STYLE_PLAIN);
	struct area none = area_part(part, 5, 5, 3, 3);
	ck_assert_int_eq(none.rows * none.columns, 0);
	area_text(none, 0, 0, STYLE_PLAIN, "x");
	area_cursor(none, 0, 0);
	ck_assert_int_eq(sheet.cursor_row, 0);
	area_cursor(part, 1, 50);
	ck_assert_int_eq(sheet.cursor_column, 14);
}
END_TEST

START_TEST(what_must_not_reach_a_terminal_becomes_a_mark)
{
	struct area area = area_of(1, 40);
	ck_assert_int_eq(area_text(area, 0, 0, STYLE_PLAIN, "a\033[2Jb\nc\td\u202Ee\u200Bf\uFEFFg\u00ADh\xC2\x85"), 19);
	ck_assert_sheet(0, "a·[2Jb·c·d·e·f·g·h·");
	area = area_of(1, 40);
	area_text(area, 0, 0, STYLE_PLAIN, "a\xE5\xFF\xC3");
	ck_assert_sheet(0, "a���");
	area = area_of(1, 40);
	area_text(area, 0, 0, STYLE_PLAIN, "\u0301a\u0301\u0301\u0301\u0301b");
	ck_assert_sheet(0, "·a\u0301\u0301··b");
}
END_TEST

START_TEST(half_a_wide_character_is_never_left)
{
	struct area area = area_of(1, 10);
	area_text(area, 0, 0, STYLE_PLAIN, "漢字漢");
	area_text(area, 0, 1, STYLE_PLAIN, "x");
	ck_assert_sheet(0, " x字漢");
	area_text(area, 0, 2, STYLE_PLAIN, "yz");
	ck_assert_sheet(0, " xyz漢");
	area_text(area, 0, 3, STYLE_PLAIN, "字");
	ck_assert_sheet(0, " xy字");
	ck_assert_int_eq(surface_at(&sheet, 0, 4)->width, 0);
	ck_assert_int_eq(surface_at(&sheet, 0, 5)->width, 1);
}
END_TEST

START_TEST(a_name_of_ten_thousand_characters_keeps_its_column)
{
	char *name = memory_take(40001);
	for (int i = 0; i < 10000; i++) {
		memcpy(name + 4 * i, i % 2 ? "\U0001F468" : "\u200D\0", 4);
	}
	for (int i = 0; i < 40000; i++) {
		name[i] = name[i] == '\0' ? 'e' : name[i];
	}
	name[40000] = '\0';
	struct area area = area_of(1, 40);
	area_text(area, 0, 30, STYLE_PLAIN, "|");
	area_text_in(area, 0, 0, 30, STYLE_PLAIN, name);
	ck_assert_int_eq((int)surface_at(&sheet, 0, 30)->character[0], '|');
	free(name);
}
END_TEST

START_TEST(lines_break_between_words_and_lose_nothing)
{
	static const char *const texts[] = {"", "ett", "ett två tre fyra", "Bemanningssamverkansplanering", "a  b",
		"ett\n\ntvå\n", "ett två ", "      ", "漢字漢字漢字", "e\u0301e\u0301e\u0301e\u0301", "\n",
		"sökt 24 500 000 kr", "1 2 3 4 5 6 7 8", "24 500 000"};
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		for (int cells = 1; cells < 12; cells++) {
			size_t at = 0;
			int rows = 0;
			struct wrap line;
			do {
				line = wrap_line(texts[i] + at, cells);
				bool skips = line.next > line.bytes;
				ck_assert(line.next <= line.bytes + 1);
				ck_assert(!skips || strchr(" \n", texts[i][at + line.bytes]) != NULL);
				ck_assert(line.next == 0 || line.next > 0);
				at += line.next > 0 ? line.next : line.bytes;
				rows++;
				ck_assert_int_lt(rows, 100);
			} while (line.next > 0);
			ck_assert_int_eq((int)at, (int)strlen(texts[i]));
			ck_assert_int_eq(rows, wrap_rows(texts[i], cells));
		}
	}
	struct area area = area_of(5, 10);
	ck_assert_int_eq(area_lines(area, 0, STYLE_PLAIN, "Besök per tjänst, nu 612,\nmål 680."), 4);
	ck_assert_sheet(0, "Besök per");
	ck_assert_sheet(1, "tjänst, nu");
	ck_assert_sheet(2, "612,");
	ck_assert_sheet(3, "mål 680.");
}
END_TEST

START_TEST(a_number_in_groups_stays_on_one_line)
{
	struct area area = area_of(5, 14);
	ck_assert_int_eq(area_lines(area, 0, STYLE_PLAIN, "sökt 24 500 000 kr i 2 år"), 3);
	ck_assert_sheet(0, "sökt");
	ck_assert_sheet(1, "24 500 000 kr");
	ck_assert_sheet(2, "i 2 år");
	area = area_of(5, 6);
	ck_assert_int_eq(area_lines(area, 0, STYLE_PLAIN, "24 500 000"), 2);
	ck_assert_sheet(0, "24 500");
	ck_assert_sheet(1, "000");
}
END_TEST

START_TEST(sizes_are_clamped)
{
	surface_init(&sheet);
	surface_clear(&sheet, 0, -3);
	ck_assert_int_eq(sheet.rows * sheet.columns, 1);
	surface_clear(&sheet, 65535, 65535);
	ck_assert_int_eq(sheet.rows, SURFACE_ROWS);
	ck_assert_int_eq(sheet.columns, SURFACE_COLUMNS);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		text_stands_where_it_is_put_and_says_its_cells,
		what_does_not_fit_is_cut_and_marked,
		nothing_is_drawn_outside_its_area,
		what_must_not_reach_a_terminal_becomes_a_mark,
		half_a_wide_character_is_never_left,
		a_name_of_ten_thousand_characters_keeps_its_column,
		lines_break_between_words_and_lose_nothing,
		a_number_in_groups_stays_on_one_line,
		sizes_are_clamped,
		NULL,
	};
	return claims_run("tui surface", claims, 30);
}

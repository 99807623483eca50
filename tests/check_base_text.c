/* Characters, their widths, and how much of a text fits. */
#include "base/text.h"
#include "claims.h"

START_TEST(a_part_of_a_text_never_ends_inside_a_letter)
{
	char out[16];

	snprintf(out, sizeof out, "%.*s", TEXT_PART("Åsa Öhrn", 5));
	ck_assert_str_eq(out, "Åsa ");
	snprintf(out, sizeof out, "%.*s", TEXT_PART("Åsa Öhrn", 6));
	ck_assert_str_eq(out, "Åsa ");
	snprintf(out, sizeof out, "%.*s", TEXT_PART("Åsa Öhrn", 7));
	ck_assert_str_eq(out, "Åsa Ö");
	snprintf(out, sizeof out, "%.*s", TEXT_PART("Åsa Öhrn", 1));
	ck_assert_str_eq(out, "");
	ck_assert_int_eq(text_part("Åsa Öhrn", 10), 10);
	ck_assert_int_eq(text_part("Åsa Öhrn", 60), 10);
	ck_assert_int_eq(text_part(NULL, 60), 0);
}
END_TEST

START_TEST(a_character_is_decoded_strictly)
{
	static const struct {
		const char *bytes;
		int count;
		uint32_t character;
	} rows[] = {{"A", 1, 'A'}, {"\x7F", 1, 0x7F}, {"\xC2\x80", 2, 0x80}, {"å", 2, 0xE5}, {"\xDF\xBF", 2, 0x7FF},
		{"\xE0\xA0\x80", 3, 0x800}, {"€", 3, 0x20AC}, {"\xED\x9F\xBF", 3, 0xD7FF}, {"\xEE\x80\x80", 3, 0xE000},
		{"\xEF\xBF\xBF", 3, 0xFFFF}, {"\xF0\x90\x80\x80", 4, 0x10000}, {"😀", 4, 0x1F600},
		{"\xF4\x8F\xBF\xBF", 4, 0x10FFFF},
		/* tails alone, and first bytes that never begin anything */
		{"\x80", 0, 0x80}, {"\xBF", 0, 0xBF}, {"\xFE", 0, 0xFE}, {"\xFF", 0, 0xFF},
		{"\xF8\x88\x80\x80\x80", 0, 0xF8}, {"\xFC\x84\x80\x80\x80\x80", 0, 0xFC},
		/* longer than needed: "/" and NUL in disguise */
		{"\xC0\x80", 0, 0xC0}, {"\xC0\xAF", 0, 0xC0}, {"\xC1\xBF", 0, 0xC1}, {"\xE0\x80\xAF", 0, 0xE0},
		{"\xE0\x9F\xBF", 0, 0xE0}, {"\xF0\x80\x80\xAF", 0, 0xF0}, {"\xF0\x8F\xBF\xBF", 0, 0xF0},
		/* surrogates, alone and in a pair */
		{"\xED\xA0\x80", 0, 0xED}, {"\xED\xBF\xBF", 0, 0xED}, {"\xED\xA0\xBD\xED\xB8\x80", 0, 0xED},
		/* above 10FFFF */
		{"\xF4\x90\x80\x80", 0, 0xF4}, {"\xF5\x80\x80\x80", 0, 0xF5}, {"\xF7\xBF\xBF\xBF", 0, 0xF7},
		/* cut short, or with something else where a tail should be */
		{"\xC3", 0, 0xC3}, {"\xC3(", 0, 0xC3}, {"\xE2\x82", 0, 0xE2}, {"\xE2\x28\xAC", 0, 0xE2},
		{"\xF0\x9F\x98", 0, 0xF0}, {"\xF0\x9F\x28\x80", 0, 0xF0}, {"\xC3\xC3", 0, 0xC3}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		uint32_t character = 7;
		int count = text_decode(rows[i].bytes, strlen(rows[i].bytes), &character);
		ck_assert_msg(count == rows[i].count, "row %zu: %d", i, count);
		ck_assert_msg(character == rows[i].character, "row %zu: %X", i, (unsigned)character);
	}
}
END_TEST

START_TEST(no_byte_beyond_the_given_ones_is_read)
{
	uint32_t character = 7;
	ck_assert_int_eq(text_decode("å", 1, &character), 0);
	ck_assert_uint_eq(character, 0xC3);
	ck_assert_int_eq(text_decode("😀", 3, &character), 0);
	ck_assert_int_eq(text_decode("A", 0, &character), 0);
	ck_assert_uint_eq(character, 0);
	ck_assert_int_eq(text_decode("", 4, &character), 0);
	ck_assert_uint_eq(character, 0);
	char *tight = malloc(1); /* the address sanitizer sees a read past it */
	*tight = '\xF0';
	ck_assert_int_eq(text_decode(tight, 1, &character), 0);
	free(tight);
}
END_TEST

START_TEST(every_character_survives_encoding)
{
	for (uint32_t character = 1; character <= 0x10FFFF; character++) {
		char bytes[4];
		uint32_t back = 0;
		if (character == 0xD800)
			character = 0xE000;
		int count = text_encode(character, bytes);
		if (text_decode(bytes, (size_t)count, &back) != count || back != character)
			ck_abort_msg("U+%04X", (unsigned)character);
	}
}
END_TEST

START_TEST(a_text_is_utf8_or_not)
{
	ck_assert(text_is_utf8("", 0));
	ck_assert(text_is_utf8("Åre — 5 € 😀", strlen("Åre — 5 € 😀")));
	ck_assert(!text_is_utf8("\xC5re", 3));
	ck_assert(!text_is_utf8("a\0b", 3)); /* a NUL is no text */
	ck_assert(!text_is_utf8("å", 1));
}
END_TEST

START_TEST(a_character_takes_its_cells)
{
	static const struct {
		uint32_t character;
		int cells;
	} rows[] = {{'a', 1}, {' ', 1}, {'~', 1}, {0xA0, 1}, {0xE5, 1}, {0xD6, 1}, {0x20AC, 1}, {0x2013, 1},
		{0x2026, 1}, {0x2502, 1}, {0x2588, 1}, {0x25B2, 1}, {0x202F, 1}, {0x2212, 1}, {0x3B1, 1}, {0x416, 1},
		{0x5D0, 1}, {0xFFFD, 1}, {0x1E9E, 1},
		/* combining */
		{0x300, 0}, {0x301, 0}, {0x308, 0}, {0x30A, 0}, {0x36F, 0}, {0x483, 0}, {0x20D0, 0}, {0xFE20, 0},
		{0x1160 + 1, 0}, {0x5B0, 0}, {0x64B, 0},
		/* wide */
		{0x1100, 2}, {0x3042, 2}, {0x30A2, 2}, {0x4E00, 2}, {0x9FFF, 2}, {0xAC00, 2}, {0xD7A3, 2}, {0xFF01, 2},
		{0xFF21, 2}, {0x3000, 2}, {0x1F600, 2}, {0x1F44D, 2}, {0x1F3FB, 2}, {0x2705, 2}, {0x231A, 2},
		{0x20000, 2}, {0x2A6D6, 2}, {0x1F9D1, 2},
		/* controls */
		{0, -1}, {1, -1}, {'\t', -1}, {'\n', -1}, {'\r', -1}, {0x1B, -1}, {0x1F, -1}, {0x7F, -1}, {0x80, -1},
		{0x85, -1}, {0x9B, -1}, {0x9F, -1},
		/* bidi, zero-width, fillers, line ends, soft hyphen, variation selectors, tags */
		{0x200E, -1}, {0x200F, -1}, {0x202A, -1}, {0x202E, -1}, {0x2066, -1}, {0x2069, -1}, {0x61C, -1},
		{0x200B, -1}, {0x200C, -1}, {0x200D, -1}, {0x2060, -1}, {0xFEFF, -1}, {0xAD, -1}, {0x34F, -1},
		{0x115F, -1}, {0x1160, -1}, {0x3164, -1}, {0xFFA0, -1}, {0x180E, -1}, {0x2028, -1}, {0x2029, -1},
		{0xFE00, -1}, {0xFE0F, -1}, {0xE0001, -1}, {0xE0041, -1}, {0xE007F, -1}, {0xE0100, -1}, {0xFFF9, -1},
		{0x17B4, -1},
		/* noncharacters, unassigned, out of range */
		{0xFFFE, -1}, {0xFFFF, -1}, {0xFDD0, -1}, {0x10FFFF, -1}, {0x1FFFE, -1}, {0x378, -1}, {0x110000, -1},
		{UINT32_MAX, -1}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		ck_assert_msg(text_cells(rows[i].character) == rows[i].cells, "U+%04X: %d", (unsigned)rows[i].character,
			text_cells(rows[i].character));
}
END_TEST

/* Curses asks wcwidth; where both know a character they must agree, or a row is drawn wrong. */
START_TEST(our_widths_are_those_of_the_c_library)
{
	static const uint32_t blocks[][2] = {{0x20, 0x7E}, {0xA0, 0xAC}, {0xAE, 0x2FF}, {0x300, 0x34E}, {0x370, 0x37F},
		{0x388, 0x38A}, {0x400, 0x482}, {0x1E00, 0x1EFF}, {0x2010, 0x2027}, {0x20A0, 0x20BF}, {0x2190, 0x23F3},
		{0x2500, 0x27BF}, {0x3041, 0x3096}, {0x4E00, 0x9FFC}, {0xAC00, 0xD7A3}, {0xFF01, 0xFF5E},
		{0x1F300, 0x1F5FF}, {0x1F600, 0x1F64F}};
	ck_assert_ptr_nonnull(setlocale(LC_CTYPE, "C.UTF-8"));
	for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++) {
		for (uint32_t character = blocks[i][0]; character <= blocks[i][1]; character++) {
			if (text_cells(character) != wcwidth((wchar_t)character))
				ck_abort_msg("U+%04X: %d", (unsigned)character, text_cells(character));
		}
	}
}
END_TEST

START_TEST(a_text_is_as_wide_as_what_is_shown)
{
	static const struct {
		const char *text;
		int width;
	} rows[] = {{"", 0}, {"Åre", 3}, {"A\u030Are", 3}, {"日本", 4}, {"😀!", 3}, {"a\u202Eb", 3}, {"\xE5", 1},
		{"a\xC3", 2}, {"\xE2\x82", 2}, {"\t", 1}, {"1 240 000 kr", 12}, {"e\u0301\u0302x", 2}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		ck_assert_msg(
			text_width(rows[i].text) == rows[i].width, "%s: %d", rows[i].text, text_width(rows[i].text));
}
END_TEST

START_TEST(what_fits_ends_between_graphemes)
{
	static const struct {
		const char *text;
		int cells;
		size_t bytes;
		int used;
	} rows[] = {{"Åre", 0, 0, 0}, {"Åre", -3, 0, 0}, {"Åre", 1, 2, 1}, {"Åre", 2, 3, 2}, {"Åre", 3, 4, 3},
		{"Åre", 99, 4, 3}, {"A\u030Are", 1, 3, 1}, {"e\u0301\u0302x", 1, 5, 1}, {"日本", 1, 0, 0},
		{"日本", 2, 3, 2}, {"日本", 3, 3, 2}, {"日本", 4, 6, 4}, {"a\xE5z", 2, 2, 2}, {"", 5, 0, 0},
		{"a\u202Eb", 2, 4, 2}, {"\u0301a", 0, 2, 0}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int used = 77;
		size_t bytes = text_fit(rows[i].text, rows[i].cells, &used);
		ck_assert_msg(
			bytes == rows[i].bytes && used == rows[i].used, "row %zu: %zu bytes, %d cells", i, bytes, used);
		ck_assert_uint_eq(text_fit(rows[i].text, rows[i].cells, NULL), bytes);
	}
}
END_TEST

START_TEST(a_text_that_filled_its_room_ends_with_a_whole_character)
{
	static const char whole[] = "Ko\u0308k på 日本 😀";

	for (size_t room = 1; room <= sizeof whole; room++) {
		char text[sizeof whole + 1];

		snprintf(text, room, "%s", whole);
		text_end_whole(text);
		ck_assert_msg(text_is_utf8(text, strlen(text)), "room %zu", room);
		ck_assert_int_lt(
			(int)(room - 1 < sizeof whole - 1 ? room - 1 : sizeof whole - 1) - (int)strlen(text), 4);
	}
	char ended[] = "på";
	text_end_whole(ended); /* what is whole stays */
	ck_assert_str_eq(ended, "på");
}
END_TEST

START_TEST(a_cut_text_says_so_and_fits)
{
	static const struct {
		const char *text;
		int cells;
		const char *cut;
	} rows[] = {{"Region Gävleborg", 16, "Region Gävleborg"}, {"Region Gävleborg", 99, "Region Gävleborg"},
		{"Region Gävleborg", 15, "Region Gävlebo…"}, {"Region Gävleborg", 9, "Region G…"}, {"Åre", 2, "Å…"},
		{"Åre", 1, "…"}, {"Åre", 0, ""}, {"Åre", -1, ""}, {"", 0, ""}, {"", 5, ""}, {"日本語", 5, "日本…"},
		{"日本語", 4, "日…"}, {"日本語", 3, "日…"}, {"日本語", 2, "…"}, {"日本語", 6, "日本語"},
		{"A\u030Ase\u0301x", 3, "A\u030As…"}, {"e\u0301", 1, "e\u0301"}};
	struct arena arena;
	arena_init(&arena);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *cut = text_cut(&arena, rows[i].text, rows[i].cells);
		ck_assert_str_eq(cut, rows[i].cut);
		ck_assert_int_le(text_width(cut), rows[i].cells > 0 ? rows[i].cells : 0);
	}
	ck_assert_ptr_null(text_cut(&arena, NULL, 3));
	arena_done(&arena);
}
END_TEST

START_TEST(a_cut_never_falls_inside_anything)
{
	static const char text[] = "Ko\u0308ping 日本語 😀 \u202E\xE5 e\u0301\u0302\u0303 slut";
	struct arena arena;
	arena_init(&arena);
	for (int cells = 0; cells <= text_width(text) + 2; cells++) {
		const char *cut = text_cut(&arena, text, cells);
		ck_assert_int_le(text_width(cut), cells);
		size_t bytes = text_fit(text, cells, NULL);
		uint32_t next;
		if (text_decode(text + bytes, sizeof text - 1 - bytes, &next) && bytes)
			ck_assert_int_ne(text_cells(next), 0);
	}
	arena_done(&arena);
}
END_TEST

START_TEST(same_and_blank_are_told)
{
	ck_assert(text_same(NULL, NULL));
	ck_assert(text_same("å", "å"));
	ck_assert(!text_same("å", NULL));
	ck_assert(!text_same(NULL, ""));
	ck_assert(!text_same("å", "a\u030A"));
	ck_assert(text_blank(NULL));
	ck_assert(text_blank(""));
	ck_assert(text_blank(" \t\r\n\u00A0\u202F\u3000"));
	ck_assert(!text_blank(" x"));
	ck_assert(!text_blank("\u200B"));
	ck_assert(!text_blank("\xE5"));
}
END_TEST

START_TEST(spelling_mistakes_are_counted_in_characters)
{
	static const struct {
		const char *a, *b;
		int distance;
	} rows[] = {{"", "", 0}, {"list", "list", 0}, {"", "list", 4}, {"list", "", 4}, {"lits", "list", 1},
		{"lst", "list", 1}, {"liste", "list", 1}, {"lost", "list", 1}, {"rank", "list", 4}, {"åre", "are", 1},
		{"ö", "o", 1}, {"kitten", "sitting", 3}, {"ca", "abc", 3}, {"decison", "decision", 1},
		{"desicion", "decision", 2}, {"\xE5", "x", 1}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		ck_assert_msg(text_distance(rows[i].a, rows[i].b) == rows[i].distance, "%s, %s: %d", rows[i].a,
			rows[i].b, text_distance(rows[i].a, rows[i].b));
		ck_assert_int_eq(text_distance(rows[i].b, rows[i].a), rows[i].distance);
	}
	char many[201];
	memset(many, 'a', 200);
	many[200] = '\0';
	ck_assert_int_eq(text_distance(many, ""), 64);
	ck_assert_int_eq(text_distance(many, many), 0);
}
END_TEST

START_TEST(a_glimpse_is_short_whole_and_harmless)
{
	char out[TEXT_GLIMPSE], many[4000];
	text_glimpse("1.000", out);
	ck_assert_str_eq(out, "1.000");
	text_glimpse(NULL, out);
	ck_assert_str_eq(out, "");
	text_glimpse("a\nb\033", out);
	ck_assert_str_eq(out, "a‹U+000A›b‹U+001B›");
	text_glimpse("abcdefghijklmnopqrstuvwxyzåäö1234", out);
	ck_assert_str_eq(out, "abcdefghijklmnopqrstuvwxyzåäö12…");
	/* four-byte letters with four-byte marks: 32 cells of them would not fit in the room */
	many[0] = '\0';
	for (int i = 0; i < 100; i++)
		memcpy(many + 12 * i, "\U00010400\U0001E000\U0001E000", 13);
	text_glimpse(many, out);
	ck_assert_uint_lt(strlen(out), TEXT_GLIMPSE);
	ck_assert_uint_gt(strlen(out), TEXT_GLIMPSE - 8);
	ck_assert(text_is_utf8(out, strlen(out)));
}
END_TEST

START_TEST(what_points_at_a_thing_is_a_number_in_digits_alone)
{
	static const char *const none[] = {"", "0", "00", "-1", "+1", " 1", "1 ", "1x", "x", "1.", "4294967297",
		"1000000000", "99999999999999999999", "\u0661", NULL};

	ck_assert_int_eq(text_number("1"), 1);
	ck_assert_int_eq(text_number("007"), 7);
	ck_assert_int_eq(text_number("999999999"), 999999999);
	ck_assert_int_eq(text_number(NULL), 0);
	for (int i = 0; none[i]; i++)
		ck_assert_msg(text_number(none[i]) == 0, "'%s' is %d", none[i], text_number(none[i]));
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {a_part_of_a_text_never_ends_inside_a_letter, a_character_is_decoded_strictly,
		no_byte_beyond_the_given_ones_is_read, every_character_survives_encoding, a_text_is_utf8_or_not,
		a_character_takes_its_cells, our_widths_are_those_of_the_c_library, a_text_is_as_wide_as_what_is_shown,
		what_fits_ends_between_graphemes, a_text_that_filled_its_room_ends_with_a_whole_character,
		a_cut_text_says_so_and_fits, a_cut_never_falls_inside_anything, same_and_blank_are_told,
		spelling_mistakes_are_counted_in_characters, a_glimpse_is_short_whole_and_harmless,
		what_points_at_a_thing_is_a_number_in_digits_alone, NULL};
	return claims_run("text", claims, 30);
}

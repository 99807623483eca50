/* Text on its way in and out: what is kept, what is refused, what is shown instead. */
#include "base/text.h"
#include "claims.h"

static struct arena arena;

static void begin(void)
{
	arena_init(&arena);
}

static void ck_clean(const char *text, bool lines, const char *expected)
{
	const char *out = NULL, *again = NULL;
	struct error err = {0};
	ck_assert_msg(text_clean(&arena, text, strlen(text), lines, &out, &err), "%s: %s", text, err.text);
	ck_assert_str_eq(out, expected);
	ck_assert(
		text_clean(&arena, out, strlen(out), lines, &again, &err)); /* cleaning what is clean changes nothing */
	ck_assert_str_eq(again, out);
}

static void ck_refused(const char *text, size_t bytes, bool lines, const char *why)
{
	const char *out = "untouched";
	struct error err = {0};
	ck_assert_msg(!text_clean(&arena, text, bytes, lines, &out, &err), "%s", text);
	ck_assert_str_eq(out, "untouched");
	ck_assert_int_eq(err.kind, ERROR_INVALID);
	ck_assert_msg(strstr(err.text, why) != NULL, "%s", err.text);
	ck_assert(!text_clean(&arena, text, bytes, lines, &out, NULL));
}

START_TEST(latin_letters_are_composed)
{
	static const char *const rows[][2] = {{"A\u030A", "Å"}, {"a\u030A", "å"}, {"A\u0308", "Ä"}, {"a\u0308", "ä"},
		{"O\u0308", "Ö"}, {"o\u0308", "ö"}, {"e\u0301", "é"}, {"E\u0301", "É"}, {"u\u0308", "ü"},
		{"c\u0327", "ç"}, {"n\u0303", "ñ"}, {"C\u030C", "Č"}, {"c\u030C", "č"}, {"S\u030C", "Š"},
		{"Z\u030C", "Ž"}, {"s\u0301", "ś"}, {"A\u0328", "Ą"}, {"o\u030B", "ő"}, {"\u212B", "Å"},
		{"\u212A", "K"}, {"u\u0308\u0304", "ǖ"}, {"ü\u0304", "ǖ"}, {"e\u0302\u0323", "ệ"},
		{"e\u0323\u0302", "ệ"}, {"ê\u0323", "ệ"}, {"å\u0301", "ǻ"}, {"a\u0301\u030A", "á\u030A"},
		{"o\u0302\u0302", "ô\u0302"}, {"a\u0313\u0301", "a\u0313\u0301"}, {"q\u0308", "q\u0308"},
		{"q\u0308\u0323", "q\u0323\u0308"}, {"\u0301a", "\u0301a"}, {"α\u0301", "α\u0301"}, {"ø\u0301", "ǿ"},
		{"æ\u0301", "ǽ"}, {"ʒ\u030C", "ǯ"}, {"Bra\u030Ata\u0308rva\u0308g o\u0308", "Bråtärväg ö"},
		{"Åre", "Åre"}, {"日本", "日本"}};
	begin();
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		ck_clean(rows[i][0], false, rows[i][1]);
	arena_done(&arena);
}
END_TEST

/* A text that is clean as it stands is taken as it stands; a sign no such text holds sends it the long way. */
START_TEST(the_short_way_and_the_long_way_agree)
{
	for (unsigned character = 0x20; character < 0x100; character++) {
		char letter[3] = {(char)character, 0, 0}, text[16], longer[24];
		const char *kept = NULL, *other = NULL;
		if (character >= 0x80) {
			letter[0] = (char)(0xC0 | character >> 6);
			letter[1] = (char)(0x80 | (character & 0x3F));
		}
		snprintf(text, sizeof(text), "a %s b", letter);
		snprintf(longer, sizeof(longer), "a %s b\u20AC", letter);
		bool first = text_clean(&arena, text, strlen(text), false, &kept, NULL);
		bool second = text_clean(&arena, longer, strlen(longer), false, &other, NULL);
		ck_assert_msg(first == second, "U+%04X", character);
		ck_assert_msg(!first || strncmp(kept, other, strlen(kept)) == 0, "U+%04X", character);
	}
	ck_clean("b\u00E5a\u030A", false, "b\u00E5\u00E5");
}
END_TEST

START_TEST(mischief_with_marks_is_bounded)
{
	char many[1 + 2 * 1000 + 1] = "a";
	for (int i = 0; i < 1000; i++)
		memcpy(many + 1 + 2 * i, "\u0323", 3);
	begin();
	const char *out = NULL;
	ck_assert(text_clean(&arena, many, strlen(many), false, &out, NULL));
	ck_assert_uint_eq(strlen(out), strlen("ạ") + 2 * 999);
	arena_done(&arena);
}
END_TEST

START_TEST(ends_and_trailing_blanks_are_dropped)
{
	begin();
	ck_clean("", false, "");
	ck_clean("   ", false, "");
	ck_clean("  Åre  ", false, "Åre");
	ck_clean("\tÅre\u00A0\u202F", false, "Åre");
	ck_clean("Åre\r\n", false, "Åre"); /* the end of a pasted line is no break inside the field */
	ck_clean("\n\nÅre\n", false, "Åre");
	ck_clean("a  b", false, "a  b");
	ck_clean("1\u00A0000", false, "1\u00A0000");
	ck_clean("a \r\nb\t\rc\n\n\n", true, "a\nb\nc");
	ck_clean("\n  a\n\n   b\u00A0\n", true, "a\n\n   b");
	ck_clean(" \t \n  a", true, "a");
	ck_clean("a\u2028b\u2029c", true, "a\nb\nc");
	ck_clean("a\n\rb", true, "a\n\nb");
	ck_clean("\n", true, "");
	arena_done(&arena);
}
END_TEST

START_TEST(what_cannot_be_seen_is_refused_with_its_place)
{
	static const struct {
		const char *text, *why;
	} rows[] = {{"ab\033c", "character 3 on line 1 is U+001B"}, {"\x01", "character 1 on line 1 is U+0001"},
		{"a\tb", "character 2 on line 1 is U+0009"}, {"åä\x7F", "character 3 on line 1 is U+007F"},
		{"a\xC2\x9B", "U+009B"}, {"a\u202Eb", "character 2 on line 1 is U+202E"}, {"a\u2066", "U+2066"},
		{"a\u200Bb", "U+200B"}, {"a\u200D", "U+200D"}, {"\uFEFFa", "character 1 on line 1 is U+FEFF"},
		{"a\u00ADb", "U+00AD"}, {"a\U000E0041", "U+E0041"}, {"a\u3164", "U+3164"}, {"a\uFE0F", "U+FE0F"},
		{"a\xC2\x85z", "U+0085"}, {"a\vb", "U+000B"}, {"a\fb", "U+000C"},
		{"  a\x02", "character 4 on line 1 is U+0002"}};
	begin();
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		ck_refused(rows[i].text, strlen(rows[i].text), false, rows[i].why);
		ck_refused(rows[i].text, strlen(rows[i].text), true, rows[i].why);
	}
	ck_refused("a\0b", 3, false, "character 2 on line 1 is U+0000");
	ck_refused("\n\nab\r\nå\u202E", 11, true, "character 2 on line 4 is U+202E");
	arena_done(&arena);
}
END_TEST

START_TEST(broken_bytes_are_refused_with_their_place)
{
	begin();
	ck_refused("G\xE4vle", 5, false, "character 2 on line 1 is a broken byte (0xE4)");
	ck_refused("\xFF", 1, true, "character 1 on line 1 is a broken byte (0xFF)");
	ck_refused("å\nb\xC3", 5, true, "character 2 on line 2 is a broken byte (0xC3)");
	ck_refused("\xED\xA0\x80", 3, true, "0xED");
	ck_refused("\xC0\xAF", 2, true, "0xC0");
	arena_done(&arena);
}
END_TEST

START_TEST(a_line_break_is_refused_in_a_field_of_one_line)
{
	begin();
	ck_refused("Åre\nKall", 9, false, "line break at character 4");
	ck_refused("a\rb", 3, false, "line break at character 2");
	ck_refused("a\u2028b", 5, false, "line break at character 2");
	arena_done(&arena);
}
END_TEST

START_TEST(what_would_do_harm_is_shown_as_a_mark)
{
	static const char *const rows[][2] = {{"Åre", "Åre"}, {"", ""}, {"a\u202Eb", "a‹U+202E›b"},
		{"\033]52;c;eA==\a", "‹U+001B›]52;c;eA==‹U+0007›"}, {"a\r\nb", "a‹U+000D›‹U+000A›b"},
		{"\xE5", "‹0xE5›"}, {"\xC3\x28", "‹0xC3›("}, {"\u200B\u00AD", "‹U+200B›‹U+00AD›"},
		{"\U000E0041", "‹U+E0041›"}, {"\xC2\x9B", "‹U+009B›"}, {"1\u00A0000", "1\u00A0000"},
		{"日本 😀", "日本 😀"}, {"\U00010FFE\U0010FFFF", "‹U+10FFE›‹U+10FFFF›"},
		/* marks: two on a letter, none before one, none on a mark of ours */
		{"e\u0301\u0302", "e\u0301\u0302"}, {"e\u0301\u0302\u0303", "e\u0301\u0302‹U+0303›"},
		{"\u0301e", "‹U+0301›e"}, {"a\033\u0301", "a‹U+001B›‹U+0301›"}};
	begin();
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		ck_assert_str_eq(text_harmless(&arena, rows[i][0], false), rows[i][1]);
	ck_assert_str_eq(text_harmless(&arena, "a\n\tb\r\n", true), "a\n‹U+0009›b‹U+000D›\n");
	ck_assert_ptr_null(text_harmless(&arena, NULL, false));
	arena_done(&arena);
}
END_TEST

/* Any three bytes: the claim of the whole file, tried on all beginnings that decide. */
START_TEST(nothing_harmful_leaves)
{
	begin();
	for (int first = 1; first < 256; first++) {
		for (int second = 1; second < 256; second++) {
			char text[] = {(char)first, (char)second, '\x9B', '\0'};
			const char *out = text_harmless(&arena, text, false);
			uint32_t character;
			for (int count; (count = text_decode(out, 4, &character)); out += count) {
				if (text_cells(character) < 0)
					ck_abort_msg("%02X %02X: U+%04X", first, second, (unsigned)character);
			}
			ck_assert_int_eq(*out, '\0');
		}
		arena_done(&arena);
	}
}
END_TEST

START_TEST(a_poorer_terminal_gets_the_nearest_signs)
{
	static const char *const rows[][3] = {/* text, Latin-1, ASCII */
		{"Åre", "\xC5re", "Are"}, {"åäöÅÄÖé", "\xE5\xE4\xF6\xC5\xC4\xD6\xE9", "aaoAAOe"},
		{"A\u030A", "\xC5", "A"}, {"2025–2030", "2025-2030", "2025-2030"}, {"Hal…", "Hal~", "Hal~"},
		{"│─┌┐└┘├┤┼", "|-+++++++", "|-+++++++"}, {"“a” ‘b’ ”c”", "\"a\" 'b' \"c\"", "\"a\" 'b' \"c\""},
		{"§ 14", "\xA7 14", "S 14"}, {"5 €", "5 E", "5 E"}, {"▲▼●○█░", "^v*o#.", "^v*o#."},
		{"1\u00A0000",
			"1\xA0"
			"000",
			"1 000"},
		{"1\u202F000", "1 000", "1 000"}, {"−5 ≥ 3", "-5 > 3", "-5 > 3"},
		{"Łódź",
			"L\xF3"
			"dz",
			"Lodz"},
		{"Čohkkaras", "Cohkkaras", "Cohkkaras"}, {"ø æ ß þ", "\xF8 \xE6 \xDF \xFE", "o a s t"},
		{"Œuvre", "Ouvre", "Ouvre"}, {"日本", "????", "????"}, {"😀", "??", "??"}, {"α", "?", "?"},
		{"\u202E", "?", "?"}, {"\033", "?", "?"}, {"\xE5", "?", "?"}, {"\xC2\x9B", "?", "?"},
		{"q\u0301", "q", "q"}, {"a\nb", "a\nb", "a\nb"}, {"✓✗→←", "vx><", "vx><"}};
	begin();
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		ck_assert_str_eq(text_transliterate(&arena, rows[i][0], 'u'), rows[i][0]);
		ck_assert_str_eq(text_transliterate(&arena, rows[i][0], '1'), rows[i][1]);
		ck_assert_str_eq(text_transliterate(&arena, rows[i][0], 'a'), rows[i][2]);
	}
	ck_assert_ptr_null(text_transliterate(&arena, NULL, 'a'));
	arena_done(&arena);
}
END_TEST

START_TEST(columns_keep_standing_when_signs_are_replaced)
{
	begin();
	for (uint32_t character = 0xA0; character < 0x20000; character++) {
		char text[5] = "";
		if (text_cells(character) < 1 || (character >= 0xD800 && character < 0xE000))
			continue;
		text_encode(character, text);
		size_t ascii = strlen(text_transliterate(&arena, text, 'a'));
		size_t latin = strlen(text_transliterate(&arena, text, '1'));
		if ((int)ascii != text_cells(character) || latin != ascii)
			ck_abort_msg("U+%04X: %zu, %zu", (unsigned)character, ascii, latin);
		if (character % 256 == 0)
			arena_done(&arena);
	}
	arena_done(&arena);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {latin_letters_are_composed, the_short_way_and_the_long_way_agree,
		mischief_with_marks_is_bounded, ends_and_trailing_blanks_are_dropped,
		what_cannot_be_seen_is_refused_with_its_place, broken_bytes_are_refused_with_their_place,
		a_line_break_is_refused_in_a_field_of_one_line, what_would_do_harm_is_shown_as_a_mark,
		nothing_harmful_leaves, a_poorer_terminal_gets_the_nearest_signs,
		columns_keep_standing_when_signs_are_replaced, NULL};
	return claims_run("clean", claims, 30);
}

/* Finding and ordering: folding, Swedish order, register numbers. */
#include "base/text.h"
#include "claims.h"

static struct arena arena;

static int order(const char *a, const char *b)
{
	return strcmp(text_sort_key(&arena, a), text_sort_key(&arena, b));
}

/* Each name comes before the next one. */
static void ck_order(const char *const *names)
{
	arena_init(&arena);
	for (; names[1]; names++) {
		for (const char *const *later = names + 1; *later; later++) {
			ck_assert_msg(order(names[0], *later) < 0, "%s is not before %s", names[0], *later);
			ck_assert_int_gt(order(*later, names[0]), 0);
		}
		ck_assert_int_eq(order(names[0], names[0]), 0);
	}
	arena_done(&arena);
}

START_TEST(thirty_names_stand_in_swedish_order)
{
	static const char *const names[] = {"1 Norr", "2 Syd", "AB Volvo", "ABB", "Abel", "Alingsås", "Andersson",
		"Dals-Ed", "Ekerö", "Gotland", "Gävleborg", "Halland", "Idé", "Muller", "Mykola", "Müller",
		"Mörbylånga", "Norrbotten", "Skåne", "Stockholm", "Sörmland", "Uppsala", "Vallentuna", "Wallenberg",
		"Xavier", "Ystad", "Zinkgruvan", "Åmål", "Åre", "Ängelholm", "Östergötland", NULL};
	ck_order(names);
}
END_TEST

START_TEST(names_of_all_kinds_stand_in_swedish_order)
{
	static const char *const names[] = {"", " ", "-a", "12-2026", "2-2026", "AB Volvo", "ab-", "ABB", "abbot", "d",
		"đ", "ð", "e", "E", "é", "É", "ée", "ef", "Thor", "Þór", "v", "V", "va", "w", "W", "x", "y", "ü", "Ü",
		"ya", "z", "å", "Å", "ä", "Ä", "æ", "ö", "Ö", "ø", "Ø", "öa", NULL};
	ck_order(names);
}
END_TEST

START_TEST(marks_and_case_decide_only_between_equal_letters)
{
	ck_order((const char *const[]){"ide", "Ide", "idé", "Idé", "ideal", "idéer", "idet", NULL});
	ck_order((const char *const[]){"vasa", "Vasa", "wasa", "Wasa", NULL}); /* w is a letter of its own */
	ck_order((const char *const[]){"resume", "resumé", "résume", "résumé", "resumes", NULL});
	ck_order((const char *const[]){"Jämtland", "Jämtland Härjedalen", "Jämtlands", NULL});
	ck_order((const char *const[]){"a b", "a\u00A0b", "a-b", "a–b", "ab", NULL});
	ck_order((const char *const[]){"zebra", "Ωmega", NULL});
	ck_order((const char *const[]){"αβ", "Αβ", "βα", "бор", "日本", NULL});
	ck_order((const char *const[]){"!", "/", ":", "@", "[", "`", "{", "~", "§", "0", "9", "a", NULL});
}
END_TEST

START_TEST(decomposed_letters_stand_with_composed_ones)
{
	arena_init(&arena);
	ck_assert_int_eq(order("A\u030Are", "Åre"), 0);
	ck_assert_int_eq(order("ide\u0301", "idé"), 0);
	ck_assert_int_eq(order("\u212Bre", "Åre"), 0);
	ck_assert_ptr_null(text_sort_key(&arena, NULL));
	arena_done(&arena);
}
END_TEST

START_TEST(a_key_holds_no_nul_and_any_bytes_have_one)
{
	arena_init(&arena);
	for (uint32_t character = 1; character < 0x30000; character++) {
		char text[8] = "a";
		if (character >= 0xD800 && character < 0xE000)
			continue;
		size_t bytes = 1 + (size_t)text_encode(character, text + 1);
		text[bytes] = 'z';
		const char *key = text_sort_key(&arena, text);
		/* three rows: two ends inside, and the last row has at least the case of a and z */
		const char *first = strchr(key, 1), *second = first ? strchr(first + 1, 1) : NULL;
		if (!second || strlen(second) < 3)
			ck_abort_msg("U+%04X", (unsigned)character);
		if (character % 256 == 0)
			arena_done(&arena);
	}
	ck_assert_int_ne(order("\xE5", "a"), 0);
	arena_done(&arena);
}
END_TEST

START_TEST(both_sides_of_a_search_fold_alike)
{
	static const char *const rows[][2] = {{"ÅRE", "åre"}, {"A\u030ARE", "åre"}, {"Ängelholm", "ängelholm"},
		{"ÖSTERSUND", "östersund"}, {"Idé", "ide"}, {"IDÉER", "ideer"}, {"Müller", "muller"},
		{"Ångström", "ångström"}, {"\u212B", "å"}, {"Ærø", "ärö"}, {"Øresund", "öresund"},
		{"Straße", "strasse"}, {"Þór", "thor"}, {"Đorđe", "dorde"}, {"Łódź", "lodz"},
		{"Čohkkaras", "cohkkaras"}, {"façade", "facade"}, {"Ǻ", "å"}, {"Ǖ", "u"}, {"İstanbul", "istanbul"},
		{"q\u0308", "q"}, {"1\u00A0000\u202Fkr", "1 000 kr"}, {"2025–2030 −5", "2025-2030 -5"},
		{"L’État", "l'etat"}, {"ﬁnans", "finans"}, {"ΑΒΓ", "αβγ"}, {"ЖЁ", "жё"}, {"日本", "日本"}, {"", ""},
		{"a\nB\tc", "a\nb c"}, {"ŒUVRE", "oeuvre"}, {"ǾRE", "öre"}};
	arena_init(&arena);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *folded = text_fold(&arena, rows[i][0]);
		ck_assert_str_eq(folded, rows[i][1]);
		ck_assert_str_eq(text_fold(&arena, folded), folded);
	}
	ck_assert_str_ne(text_fold(&arena, "Åsa"), text_fold(&arena, "Asa"));
	ck_assert_str_ne(text_fold(&arena, "Ör"), text_fold(&arena, "Or"));
	ck_assert_ptr_null(text_fold(&arena, NULL));
	arena_done(&arena);
}
END_TEST

START_TEST(folding_what_is_folded_changes_nothing)
{
	arena_init(&arena);
	for (uint32_t character = 1; character < 0x20000; character++) {
		char text[5] = "";
		if (character >= 0xD800 && character < 0xE000)
			continue;
		text_encode(character, text);
		const char *folded = text_fold(&arena, text);
		if (strcmp(text_fold(&arena, folded), folded) != 0)
			ck_abort_msg("U+%04X", (unsigned)character);
		if (character % 256 == 0)
			arena_done(&arena);
	}
	arena_done(&arena);
}
END_TEST

START_TEST(a_register_number_is_found_however_it_is_written)
{
	static const char *const rows[][2] = {{"HSN/1005/2025", "HSN10052025"}, {"hsn 1005-2025", "HSN10052025"},
		{"HSN 1005–2025", "HSN10052025"}, {"RS-2025.00123", "RS202500123"}, {"ÄRENDE: 7_1", "ÄRENDE71"},
		{"ärende\u00A071", "ÄRENDE71"}, {"a\u0308rende", "ÄRENDE"}, {"Dnr 24RS1234", "DNR24RS1234"}, {"", ""},
		{" /-.:_ ", ""}, {"straße", "STRAßE"}, {"é(1)", "É(1)"}};
	arena_init(&arena);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		ck_assert_str_eq(text_number_key(&arena, rows[i][0]), rows[i][1]);
	ck_assert_ptr_null(text_number_key(&arena, NULL));
	arena_done(&arena);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {thirty_names_stand_in_swedish_order, names_of_all_kinds_stand_in_swedish_order,
		marks_and_case_decide_only_between_equal_letters, decomposed_letters_stand_with_composed_ones,
		a_key_holds_no_nul_and_any_bytes_have_one, both_sides_of_a_search_fold_alike,
		folding_what_is_folded_changes_nothing, a_register_number_is_found_however_it_is_written, NULL};
	return claims_run("order", claims, 30);
}

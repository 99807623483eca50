/* Papers: the same calls give text and JSON, and what is blacked out is so in both. */
#include "claims.h"
#include "csv/paper.h"

#include "base/money.h"
#include "base/words.h"

#include <string.h>

static struct paper paper;

static void begin(void)
{
	words_open("en");
	paper_init(&paper);
}

static void holds(const char *text, const char *json)
{
	paper_end(&paper);
	ck_assert_msg(!strcmp(paper.text.text, text), "text is\n%s", paper.text.text);
	ck_assert_msg(!strcmp(paper.made.text, json), "JSON is\n%s", paper.made.text);
	paper_done(&paper);
}

START_TEST(the_same_calls_give_text_and_json)
{
	begin();
	paper_title(&paper, "EFF 12-2026");
	paper_section(&paper, "who", "Applicants");
	paper_list(&paper, "participants", NULL);
	paper_item(&paper, "Halland");
	paper_text(&paper, "number", "Number", "RS250503");
	paper_ore(&paper, "share_ore", "Share", 123450);
	paper_bool(&paper, "lead", "Lead", true);
	paper_word(&paper, "paper", "Paper", "decision", "decision, minuted");
	paper_item_end(&paper);
	paper_list_end(&paper, "None.");
	paper_list(&paper, "contacts", "Contacts");
	paper_list_end(&paper, "None.");
	paper_section_end(&paper);
	holds("EFF 12-2026\n===========\n\nApplicants\n----------\nHalland\n"
	      "  Number                RS250503\n  Share                 1,234.50 SEK\n  Lead                  yes\n"
	      "  Paper                 decision, minuted\nContacts\nNone.\n",
		"{\"title\":\"EFF 12-2026\",\"who\":{\"participants\":[{\"number\":\"RS250503\",\"share_ore\":123450,"
		"\"lead\":true,\"paper\":\"decision\"}],\"contacts\":[]}}\n");
}
END_TEST

START_TEST(what_is_empty_is_not_for_people)
{
	begin();
	paper_text(&paper, "a", "A", NULL);
	paper_text(&paper, "b", "B", "");
	paper_number(&paper, "c", "C", 0);
	paper_bool(&paper, "d", "D", false);
	paper_text(&paper, "e", NULL, "for programs");
	holds("", "{\"a\":null,\"b\":\"\",\"c\":0,\"d\":false,\"e\":\"for programs\"}\n");
}
END_TEST

START_TEST(a_long_text_is_wrapped_and_its_lines_stay)
{
	begin();
	paper_text(&paper, "t", "Text",
		"One line.\n\nAnother line that is so long that it takes more than one row of the paper to hold it.");
	paper_end(&paper);
	ck_assert_str_eq(paper.text.text,
		"Text:\n  One line.\n\n  Another line that is so long that it takes more than one row of the paper\n"
		"  to hold it.\n");
	paper_done(&paper);
}
END_TEST

/* Without it the row would end with "1" or "37". */
START_TEST(an_amount_and_a_section_stay_on_one_row)
{
	begin();
	paper_say(&paper, "Delegationen bifaller ansökan om statsbidrag för åtgärd 4.1, och beviljar 1 180 000 kr.");
	paper_say(&paper, "Det här beslutet ersätter beslut 1 den 2026-06-16 om samma åtgärd. Grund: 37 § lagen.");
	paper_end(&paper);
	ck_assert_msg(strstr(paper.text.text, "\n1 180 000 kr.\n"), "%s", paper.text.text);
	ck_assert_msg(strstr(paper.text.text, "\n37 § lagen.\n"), "%s", paper.text.text);
	paper_done(&paper);
}
END_TEST

START_TEST(a_word_longer_than_a_row_is_not_lost)
{
	char word[201], got[201];
	size_t at = 0;

	begin();
	memset(word, 'x', 200);
	word[200] = '\0';
	paper_say(&paper, word);
	for (const char *read = paper.text.text; *read; read++)
		if (*read == 'x')
			got[at++] = *read;
	got[at] = '\0';
	ck_assert_str_eq(got, word);
	paper_done(&paper);
}
END_TEST

START_TEST(masks_reach_titles_items_texts_words_and_json)
{
	static const char *const passages[] = {"Nils", "Nils Nilsson", "070-1", NULL};

	begin();
	paper.passages = passages;
	paper_title(&paper, "About Nils");
	paper_list(&paper, "notes", NULL);
	paper_item(&paper, "Nils Nilsson called");
	paper_text(&paper, "said", "Said", "Call Nils Nilsson at 070-1 or Nils.");
	paper_word(&paper, "who", "Who", "Nils", "Nils");
	paper_say(&paper, "Nils.");
	paper_item_end(&paper);
	paper_list_end(&paper, NULL);
	paper_end(&paper);
	ck_assert_ptr_null(strstr(paper.text.text, "Nils"));
	ck_assert_ptr_null(strstr(paper.made.text, "Nils"));
	ck_assert_ptr_null(strstr(paper.made.text, "070-1"));
	ck_assert_ptr_nonnull(strstr(paper.text.text, "Call [masked] at [masked] or [masked]."));
	ck_assert_int_eq(paper.blacked, 8);
	paper_done(&paper);
}
END_TEST

START_TEST(what_no_terminal_shows_is_shown_as_a_mark)
{
	begin();
	paper_text(&paper, "t", "Text",
		"a\xE2\x80\xAE"
		"b");
	paper_end(&paper);
	ck_assert_ptr_nonnull(strstr(paper.text.text, "U+202E"));
	paper_done(&paper);
}
END_TEST

START_TEST(pages_are_numbered_and_no_line_is_lost)
{
	struct buffer text, out;
	int lines = 0, pages = 0;

	buffer_init(&text);
	buffer_init(&out);
	for (int i = 0; i < 25; i++)
		buffer_format(&text, "rad %d\n", i);
	paper_pages(text.text, "EFF 12-2026", 10, &out);
	ck_assert_int_eq(strncmp(out.text, "EFF 12-2026 ", 12), 0);
	ck_assert_ptr_nonnull(strstr(out.text, " 1 (4)\n\nrad 0\n"));
	ck_assert_ptr_nonnull(strstr(out.text, "rad 7\n\fEFF 12-2026 "));
	ck_assert_ptr_nonnull(strstr(out.text, " 4 (4)\n\nrad 24\n"));
	for (const char *at = out.text; (at = strstr(at, "rad ")) != NULL; at++)
		ck_assert_int_eq(strtol(at + 4, NULL, 10), lines++);
	for (const char *at = out.text; (at = strchr(at, '\f')) != NULL; at++)
		pages++;
	ck_assert_int_eq(lines, 25);
	ck_assert_int_eq(pages, 3);
	buffer_clear(&out);
	paper_pages("", "EFF 12-2026", 60, &out);
	ck_assert_ptr_nonnull(strstr(out.text, " 1 (1)\n"));
	buffer_done(&out);
	buffer_done(&text);
}
END_TEST

/* Ten rows a page, eight of them for the text: `before` rows, then what is given; what page 2 begins with. */
static void second_page_begins(int before, const char *given, const char *begins)
{
	struct buffer text, out;
	const char *second;

	buffer_init(&text);
	buffer_init(&out);
	for (int i = 0; i < before; i++)
		buffer_format(&text, "rad %d\n", i);
	buffer_text(&text, given);
	paper_pages(text.text, "EFF 12-2026", 10, &out);
	second = strchr(out.text, '\f');
	ck_assert_msg(second && (second = strstr(second, "\n\n")) && !strncmp(second + 2, begins, strlen(begins)),
		"%d rows before, and page 2 begins otherwise than with “%s”:\n%s", before, begins, out.text);
	buffer_done(&out);
	buffer_done(&text);
}

START_TEST(no_heading_stands_last_on_a_page)
{
	static const char section[] = "\n§ 14  Vård\n  Beslut      Bifall.\n  Skäl        Nyttan.\n  Mer\nslut\n";
	static const char wrapped[] = "\n§ 14  Vård på\n  två rader\n  Beslut      Bifall.\n  Mer\nslut\n";
	static const char ruled[] = "\nNärvaro\n-------\nAlla.\nslut\nslut\n";

	second_page_begins(4, section, "  Mer"); /* two rows under it */
	second_page_begins(5, section, "§ 14"); /* one row under it */
	second_page_begins(6, section, "§ 14"); /* alone */
	second_page_begins(5, wrapped, "§ 14");
	second_page_begins(4, wrapped, "  Mer");
	second_page_begins(5, ruled, "Närvaro");
	second_page_begins(6, ruled, "Närvaro");
	second_page_begins(4, ruled, "slut");
	/* A heading over another, and a column that is no heading. */
	second_page_begins(4, "Närvaro\n-------\n§ 1  Vård\n  Beslut\n  Skäl\nslut\n", "Närvaro");
	second_page_begins(6, "Ledamöter               Ada,\n                        Bo\n                        Cia\n",
		"                        Cia");
	/* More headings than there are rows on a page end with the page. */
	second_page_begins(0, "a\n b\n  c\n   d\n    e\n     f\n      g\n       h\n        i\n", "        i");
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {the_same_calls_give_text_and_json, what_is_empty_is_not_for_people,
		a_long_text_is_wrapped_and_its_lines_stay, an_amount_and_a_section_stay_on_one_row,
		a_word_longer_than_a_row_is_not_lost, masks_reach_titles_items_texts_words_and_json,
		what_no_terminal_shows_is_shown_as_a_mark, pages_are_numbered_and_no_line_is_lost,
		no_heading_stands_last_on_a_page, NULL};

	return claims_run("paper", claims, 30);
}

/* A paper as PDF says what its text says, letter by letter. Skipped, in a sentence, where the programs for it are not
 * installed: weasyprint makes it and pdftotext reads it back. */
#include "base/outside.h"
#include "base/words.h"
#include "claims.h"
#include "csv/paper.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static struct paper paper;
static struct buffer pdf, read_back;

static bool installed(const char *program)
{
	char path[4096];

	for (const char *at = getenv("PATH"); at && *at; at += strcspn(at, ":"), at += *at == ':') {
		snprintf(path, sizeof path, "%.*s/%s", (int)strcspn(at, ":"), at, program);
		if (!access(path, X_OK))
			return true;
	}
	return false;
}

static void make(int rows)
{
	words_open("sv");
	paper_init(&paper);
	paper.head = "EFF 12-2026 <Vägga & Várdobáiki>";
	for (int i = 0; i < rows; i++)
		paper_say(&paper, arena_format(&paper.arena, "rad %d", i));
}

static void read_pdf(void)
{
	char path[] = "/tmp/kansli-pdf-XXXXXX", program[] = "pdftotext", layout[] = "-layout", encoding[] = "-enc",
	     utf8[] = "UTF-8", out[] = "-";
	char *words[] = {program, layout, encoding, utf8, path, out, NULL};
	struct error err = {0};
	int file = mkstemp(path);

	buffer_init(&pdf);
	buffer_init(&read_back);
	ck_assert_msg(paper_pdf(&paper, &pdf, &err), "%s", err.text);
	ck_assert_int_eq(write(file, pdf.text, pdf.bytes), (ssize_t)pdf.bytes);
	close(file);
	ck_assert(outside_capture(words, 1 << 20, &read_back));
	unlink(path);
}

static void done(void)
{
	buffer_done(&read_back);
	buffer_done(&pdf);
	paper_done(&paper);
}

START_TEST(swedish_and_sami_letters_and_signs_come_through)
{
	static const char letters[] = "Region Västernorrland ÅÄÖ åäö é ü – ” § 12 345,50 kr",
			  north[] = "Guovdageainnu áčđŋšŧž ÁČĐŊŠŦŽ", south[] = "Åarjelsaemien ï Ï ø æ",
			  east[] = "Skolt ǥ ǧ ǩ ʒ ǯ õ ẹ", marks[] = "<b> & \"x\" &amp; 100 %";

	make(1);
	paper_say(&paper, letters);
	paper_say(&paper, north);
	paper_say(&paper, south);
	paper_say(&paper, east);
	paper_say(&paper, marks);
	read_pdf();
	ck_assert_msg(strstr(read_back.text, letters) != NULL, "read back is\n%s", read_back.text);
	ck_assert_msg(strstr(read_back.text, north) != NULL, "read back is\n%s", read_back.text);
	ck_assert_msg(strstr(read_back.text, south) != NULL, "read back is\n%s", read_back.text);
	ck_assert_msg(strstr(read_back.text, east) != NULL, "read back is\n%s", read_back.text);
	ck_assert_msg(strstr(read_back.text, marks) != NULL, "read back is\n%s", read_back.text);
	ck_assert_msg(!strstr(read_back.text, "áčđ "), "a letter was lost in\n%s", read_back.text);
	done();
}
END_TEST

START_TEST(each_page_of_the_text_is_a_page_with_its_number)
{
	int pages = 0;

	make(130); /* 58 to a page */
	read_pdf();
	for (const char *at = read_back.text; (at = strchr(at, '\f')) != NULL; at++)
		pages++;
	ck_assert_int_eq(pages, 3);
	ck_assert_ptr_nonnull(strstr(read_back.text, " 1 (3)\n"));
	ck_assert_ptr_nonnull(strstr(read_back.text, " 3 (3)\n"));
	ck_assert_ptr_nonnull(strstr(read_back.text, "rad 57\n\fEFF 12-2026 <Vägga & Várdobáiki>"));
	ck_assert_ptr_nonnull(strstr(read_back.text, "rad 129\n"));
	done();
}
END_TEST

START_TEST(served_to_others_nothing_is_started)
{
	struct error err = {0};

	make(1);
	buffer_init(&pdf);
	outside_forbid();
	ck_assert(!paper_pdf(&paper, &pdf, &err));
	ck_assert_int_eq(err.kind, ERROR_FAILED);
	ck_assert_ptr_nonnull(strstr(err.text, ".txt"));
	ck_assert_int_eq(pdf.bytes, 0);
	buffer_done(&pdf);
	paper_done(&paper);
}
END_TEST

START_TEST(without_the_program_the_text_is_said_to_be_whole)
{
	struct error err = {0};

	make(1);
	buffer_init(&pdf);
	setenv("PATH", "/nowhere", 1);
	ck_assert(!paper_pdf(&paper, &pdf, &err));
	ck_assert_ptr_nonnull(strstr(err.text, "weasyprint"));
	ck_assert_int_eq(pdf.bytes, 0);
	buffer_done(&pdf);
	paper_done(&paper);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {swedish_and_sami_letters_and_signs_come_through,
		each_page_of_the_text_is_a_page_with_its_number, served_to_others_nothing_is_started,
		without_the_program_the_text_is_said_to_be_whole, NULL};

	if (!installed("weasyprint") || !installed("pdftotext")) {
		puts("1..0 # SKIP no weasyprint or no pdftotext on this machine");
		return 0;
	}
	return claims_run("pdf", claims, 60);
}

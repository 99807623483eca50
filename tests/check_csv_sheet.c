/* Sheets in: what is read from good, odd and broken files, and that each refusal names the right line. */
#include "base/file.h"
#include "base/words.h"
#include "claims.h"
#include "csv/sheet.h"

struct file {
	const char *name, *bytes;
	size_t count;
	const char *expect;
};
#define FILE_OF(name, text, expect)                                                                                    \
	{                                                                                                              \
		name, text, sizeof(text) - 1, expect                                                                   \
	}
#define BOM "\xEF\xBB\xBF"

/* Refused as a whole; `expect` is what the sentence must hold. */
static const struct file refused[] = {
	FILE_OF("nothing", "", "no header"),
	FILE_OF("a mark and nothing", BOM, "no header"),
	FILE_OF("blank lines alone", "\r\n \t\r\n\n", "no header"),
	FILE_OF("separators alone", ";;;\r\n;;;\r\n", "no header"),
	FILE_OF("sep and nothing", "sep=;\r\n", "no header"),
	FILE_OF("sep with a bar", "sep=|\r\na|b\r\n", "line 1 announces"),
	FILE_OF("sep with a letter", "sep=a\r\nb\r\n", "line 1 announces"),
	FILE_OF("UTF-16 from a small machine",
		"\xFF\xFE"
		"a\0;\0b\0\r\0\n\0",
		"UTF-16"),
	FILE_OF("UTF-16 from a big machine",
		"\xFE\xFF"
		"\0a\0;\0b",
		"UTF-16"),
	FILE_OF("UTF-32",
		"\xFF\xFE\0\0"
		"a\0\0\0",
		"UTF-16"),
	FILE_OF("UTF-16 without a mark", "a\0;\0b\0\r\0\n\0", "line 1 holds a NUL"),
	FILE_OF("a NUL on line 3", "a;b\r\n1;2\r\n3;\0\r\n", "line 3 holds a NUL"),
	FILE_OF("a NUL in quotes", "a;b\n\"1\n\0\";2\n", "line 3 holds a NUL"),
	FILE_OF("a NUL at the end", "a;b\n1;2\n\0", "line 3 holds a NUL"),
	FILE_OF("a mark and broken letters", BOM "a;b\n1;2\n\xE5;3\n", "line 3 holds bytes"),
	FILE_OF("an overlong form", BOM "a;b\n\xC0\xAF;2\n", "line 2 holds bytes"),
	FILE_OF("half a surrogate", BOM "a;b\n\xED\xA0\x80;2\n", "line 2 holds bytes"),
	FILE_OF("a letter cut at the end", BOM "a;b\n1;\xC3", "line 2 holds bytes"),
	FILE_OF("two encodings joined", "namn;ort\nÅsa;Umeå\nÖrjan;Gävle\n\xC5sa;Ume\xE5\n", "line 4 holds bytes"),
	FILE_OF("81 in Windows-1252", "a;b\n1;\x81\n", "line 2 holds the byte 81"),
	FILE_OF("8D in Windows-1252", "a;b\n\xE5;2\n3;\x8D\n", "line 3 holds the byte 8D"),
	FILE_OF("8F in Windows-1252", "a;\x8F\n", "line 1 holds the byte 8F"),
	FILE_OF("90 in Windows-1252", "a;b\r\r\x90\r", "line 3 holds the byte 90"),
	FILE_OF("9D in Windows-1252", "a;b\r\n\r\n\x9D\r\n", "line 3 holds the byte 9D"),
	FILE_OF("an unclosed quote", "a;b\n1;2\n\"3;4\n5;6\n", "quote that opens on line 3"),
	FILE_OF("an unclosed quote in the header", "a;\"b\n1;2\n", "quote that opens on line 1"),
	FILE_OF("an unclosed quote as the last byte", "a;b\n1;\"", "quote that opens on line 2"),
	FILE_OF("an unclosed quote after a cell of three lines", "a;b\n\"1\n2\n3\";\"4\n5\n",
		"quote that opens on line 4"),
	FILE_OF("text after a quote", "a;b\n1;2\n\"x\"y;4\n", "line 3 has a quote inside"),
	FILE_OF("text after a quote far down a cell", "a;b\n\"x\n\n\"y;4\n", "line 4 has a quote inside"),
	FILE_OF("a quote in the middle", "a;b\n1;x\"y\n", "line 2 has a quote inside"),
	FILE_OF("a single quote sign", "a;b\n1;5\" rör\n", "line 2 has a quote inside"),
	FILE_OF("a quote backslashed", "a;b\n1;\"x\\\"y\"\n", "line 2 has a quote inside"),
	FILE_OF("a quote in the header", "a;b\"c\n", "line 1 has a quote inside"),
	FILE_OF("two columns of one name", "\n\nort;namn;ort\n1;2;3\n",
		"line 3, the header, has two columns called “ort”"),
	FILE_OF("two columns of one name but for case", "Ort;ORT\n", "two columns called “ort”"),
	FILE_OF("a column without a name", "a;;c\n1;2;3\n", "line 1, the header, has no name for column 2"),
	FILE_OF("a name of blanks", "a;\"  \";c\n", "no name for column 2"),
	FILE_OF("a header of nothing that is seen", "\xE2\x80\xA9\n1\n", "no name for column 1"),
	FILE_OF("a line break in a name", "a;\"b\nc\"\n", "line 1, the header's cell 2"),
	FILE_OF("a bidi sign in a name",
		"a;b\xE2\x80\xAE"
		"c\n",
		"line 1, the header's cell 2"),
};

START_TEST(a_broken_file_is_refused_with_the_line_and_leaves_no_sheet)
{
	for (size_t i = 0; i < sizeof(refused) / sizeof(*refused); i++) {
		const struct file *file = &refused[i];
		struct sheet sheet = {.count = 77};
		struct error err = {0};
		bool ok = sheet_read(file->bytes, file->count, NULL, NULL, &sheet, &err);
		ck_assert_msg(!ok, "%s: was read", file->name);
		ck_assert_msg(err.kind == ERROR_INVALID, "%s: kind %d", file->name, (int)err.kind);
		ck_assert_msg(strstr(err.text, file->expect) != NULL, "%s: said: %s", file->name, err.text);
		ck_assert_msg(sheet.count == 77, "%s: the sheet was touched", file->name);
	}
}
END_TEST

/* Read: `expect` is separator, names and rows, as "; a|b 2:1|2 3!x": line 3 has x cells, or
 * column x holds what no text may. A line break within a cell is shown as a slash. */
static const struct file readable[] = {
	FILE_OF("the plainest", "a;b\r\n1;2\r\n", "; a|b 2:1|2"),
	FILE_OF("a mark before a quoted name", BOM "\"a\";b\r\n1;2\r\n", "; a|b 2:1|2"),
	FILE_OF("commas", "a,b\n1,\"2,5\"\n", ", a|b 2:1|2,5"),
	FILE_OF("tabs", "a\tb\n1\t\n\t2\n", "\t a|b 2:1| 3:|2"),
	FILE_OF("one column", "a\n1\n2\n", "; a 2:1 3:2"),
	FILE_OF("a header alone", "a;b", "; a|b"),
	FILE_OF("commas within quoted names", "\"a,b,c\";d\n1;2\n", "; a,b,c|d 2:1|2"),
	FILE_OF("decimal commas below a header of semicolons", "a;b\n1,5;2,5\n", "; a|b 2:1,5|2,5"),
	FILE_OF("sep of commas, a semicolon in a name", "sep=,\r\na;x,b\r\n1,2\r\n", ", a;x|b 3:1|2"),
	FILE_OF("sep quoted and padded by a spreadsheet", "\"sep=;\";;\na;b\n1;2\n", "; a|b 3:1|2"),
	FILE_OF("a mark before sep", BOM "SEP=\t\na\tb\n1\t2\n", "\t a|b 3:1|2"),
	FILE_OF("CR alone", "a;b\r1;2\r\r3;4\r", "; a|b 2:1|2 4:3|4"),
	FILE_OF("LF, CRLF and CR mixed", "a;b\n1;2\r\n3;4\r5;6\n", "; a|b 2:1|2 3:3|4 4:5|6"),
	FILE_OF("no end of the last line", "a;b\n1;2", "; a|b 2:1|2"),
	FILE_OF("blank lines counted", "\n\na;b\n\n \t \n1;2\n\n\n3;4\n\n", "; a|b 6:1|2 9:3|4"),
	FILE_OF("rows of nothing", "a;b\n;\n\"\";\n1;2\n;;;;\n\xC2\xA0;\" \"\n", "; a|b 4:1|2"),
	FILE_OF("a cell of three lines", "a;b\n\"1\n\r\n2\";x\n3;4\n", "; a|b 2:1//2|x 5:3|4"),
	FILE_OF("blanks around cells", "a ; b\n 1 ;\t2 \n\" 3 \";4\n", "; a|b 2:1|2 3:3|4"),
	FILE_OF("doubled quotes", "a;b\n\"1 \"\"x\"\"\";\"\"\"\"\n", "; a|b 2:1 \"x\"|\""),
	FILE_OF("empty columns at the end", "a;b;;\n1;2;;\n3;4;;;;\n", "; a|b 2:1|2 3:3|4"),
	FILE_OF("too few and too many cells", "a;b\n1\n1;2;3\n1;2\n", "; a|b 2!1 3!3 4:1|2"),
	FILE_OF("a decimal comma in a file of commas", "a,b\n1,1,5\n", ", a|b 2!3"),
	FILE_OF("a missing cell in a row of two lines", "a;b\n\"1\n2\"\n3;4\n", "; a|b 2!1 4:3|4"),
	FILE_OF("Windows-1252",
		"namn;belopp\n\xC5sa \x96 \x80;1\xA0"
		"000\n",
		"; namn|belopp 2:Åsa – €|1\u00A0000"),
	FILE_OF("Windows-1252 with a pair that UTF-8 knows",
		"a\n\xE5\xE4\xF6 \x93"
		"F\xD6\x94\n",
		"; a 2:åäö “FÖ”"),
	FILE_OF("letters in two parts", "a\nA\xCC\x8Asa e\xCC\x81\n", "; a 2:Åsa é"),
	FILE_OF("guarded formulas", "a;b\n'=1+1;'+46\n'-1;'@x\n", "; a|b 2:=1+1|+46 3:-1|@x"),
	FILE_OF("an apostrophe of somebody's own", "a;b\n'n Agen;''=1\n", "; a|b 2:'n Agen|'=1"),
	FILE_OF("formulas in a file of commas", "a,b\n=1+1,'=1\n", ", a|b 2:=1+1|'=1"),
	FILE_OF("a guard in one column with a mark", BOM "a\n'=1\n", "; a 2:=1"),
	FILE_OF("no guard in one column without one", "a\n'=1\n", "; a 2:'=1"),
	FILE_OF("formulas not guarded", "a;b\n=cmd|x;-5\n", "; a|b 2:=cmd|x|-5"),
	FILE_OF("a bidi sign", "a;b\n1;2\nx\xE2\x80\xAEy;3\n", "; a|b 2:1|2 3!a"),
	FILE_OF("a zero-width sign", "a;b\n1;x\xE2\x80\x8By\n", "; a|b 2!b"),
	FILE_OF("a control character", "a;b\n1;x\x1Bg\n3;4\n", "; a|b 2!b 3:3|4"),
	FILE_OF("a tab in quotes", "a;b\n1;\"x\ty\"\n", "; a|b 2!b"),
	FILE_OF("a mark in the middle", "a;b\n1;" BOM "2\n", "; a|b 2!b"),
	FILE_OF("DEL", "a\nx\x7Fy\n", "; a 2!a"),
};

static void row_show(const struct sheet *sheet, const struct sheet_row *row, struct buffer *out)
{
	int line = 0, cells = 0;
	buffer_format(out, " %d%c", row->line, row->wrong ? '!' : ':');
	for (int i = 0; !row->wrong && i < sheet->columns; i++)
		buffer_format(out, "%s%s", i ? "|" : "", row->cells[i]);
	if (!row->wrong)
		return;
	const char *column = strstr(row->wrong, ", column “");
	ck_assert_ptr_null(row->cells);
	ck_assert_msg(sscanf(row->wrong, "Line %d has %d cell", &line, &cells) == (column ? 1 : 2), "%s", row->wrong);
	ck_assert_int_eq(line, row->line);
	if (column)
		buffer_format(out, "%c", column[strlen(", column “")]);
	else
		buffer_format(out, "%d", cells);
}

/* The sheet in the words of the table above. */
static void sheet_show(const struct sheet *sheet, struct buffer *out)
{
	int wrong = 0;
	buffer_format(out, "%c ", sheet->separator);
	for (int i = 0; i < sheet->columns; i++)
		buffer_format(out, "%s%s", i ? "|" : "", sheet->names[i]);
	for (int i = 0; i < sheet->count; i++) {
		row_show(sheet, &sheet->rows[i], out);
		wrong += sheet->rows[i].wrong != NULL;
	}
	ck_assert_int_eq(wrong, sheet->wrong);
	for (size_t i = 0; i < out->bytes; i++)
		if (out->text[i] == '\n')
			out->text[i] = '/';
}

START_TEST(an_odd_file_is_read_and_its_wrong_rows_marked_with_their_lines)
{
	for (size_t i = 0; i < sizeof(readable) / sizeof(*readable); i++) {
		const struct file *file = &readable[i];
		struct sheet sheet;
		struct error err = {0};
		ck_assert_msg(
			sheet_read(file->bytes, file->count, NULL, NULL, &sheet, &err), "%s: %s", file->name, err.text);
		struct buffer shown;
		buffer_init(&shown);
		sheet_show(&sheet, &shown);
		ck_assert_msg(strcmp(shown.text, file->expect) == 0, "%s: %s", file->name, shown.text);
		buffer_done(&shown);
		sheet_done(&sheet);
	}
}
END_TEST

START_TEST(there_are_forty_broken_files_and_more)
{
	ck_assert_uint_ge(sizeof(refused) / sizeof(*refused), 40);
}
END_TEST

static bool read_text(const char *text, struct sheet *out, struct error *err)
{
	return sheet_read(text, strlen(text), NULL, NULL, out, err);
}

START_TEST(what_was_found_is_told)
{
	struct sheet sheet;
	struct error err = {0};
	ck_assert(read_text("\xC5r,ort\n1,\xD6rebro\n", &sheet, &err));
	ck_assert_str_eq(sheet_text(&sheet, &sheet.arena), "Windows-1252, comma, 2 columns, 1 row");
	ck_assert_str_eq(sheet.hash, "801598add819683ff3d7ff90f3426cee9a124b0d9de33d976aea0b95c2c7a288");
	ck_assert_int_eq(sheet.line, 1);
	ck_assert(!sheet.announced);
	sheet_done(&sheet);
	ck_assert(read_text("sep=\t\n" BOM "a", &sheet, &err) == false);
	ck_assert(read_text(BOM "sep=\t\n\na\n", &sheet, &err));
	ck_assert_str_eq(sheet_text(&sheet, &sheet.arena), "UTF-8 (BOM), tab, 1 column, 0 rows");
	ck_assert_int_eq(sheet.line, 3);
	ck_assert(sheet.announced);
	sheet_done(&sheet);
}
END_TEST

START_TEST(all_of_windows_1252_is_read)
{
	struct sheet sheet;
	struct error err = {0};
	char bytes[300] = "a\n";
	size_t count = 2;
	for (int byte = 0x80; byte < 0x100; byte++)
		if (byte != 0x81 && byte != 0x8D && byte != 0x8F && byte != 0x90 && byte != 0x9D && byte != 0xAD)
			bytes[count++] = (char)byte;
	ck_assert_msg(sheet_read(bytes, count, NULL, NULL, &sheet, &err), "%s", err.text);
	ck_assert_str_eq(sheet.rows[0].cells[0],
		"€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\u00A0¡¢£¤¥¦§¨©ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß"
		"àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ");
	sheet_done(&sheet);
}
END_TEST

START_TEST(a_column_is_found_by_its_name)
{
	struct sheet sheet;
	struct error err = {0};
	ck_assert(read_text("Sökande;Belopp per år;ref\n", &sheet, &err));
	ck_assert_int_eq(sheet_column(&sheet, "sökande"), 0);
	ck_assert_int_eq(sheet_column(&sheet, "BELOPP PER ÅR"), 1);
	ck_assert_int_eq(sheet_column(&sheet, "ref"), 2);
	ck_assert_int_eq(sheet_column(&sheet, "sokande"), -1);
	ck_assert_int_eq(sheet_column(&sheet, ""), -1);
	sheet_done(&sheet);
}
END_TEST

/* ---- large things, made here */

static void repeat(struct buffer *out, const char *text, int times)
{
	for (int i = 0; i < times; i++)
		buffer_text(out, text);
}

static bool read_buffer(struct buffer *bytes, struct sheet *out, struct error *err)
{
	bool ok = sheet_read(bytes->text, bytes->bytes, NULL, NULL, out, err);
	buffer_done(bytes);
	buffer_init(bytes);
	return ok;
}

START_TEST(a_hundred_thousand_columns_are_refused_and_a_thousand_read)
{
	struct buffer bytes;
	struct sheet sheet;
	struct error err = {0};
	buffer_init(&bytes);
	repeat(&bytes, "a;", 100000);
	ck_assert(!read_buffer(&bytes, &sheet, &err));
	ck_assert_msg(strstr(err.text, "line 1, the header, has more than 1000 columns"), "%s", err.text);
	for (int i = 0; i < 1000; i++)
		buffer_format(&bytes, "%sk%d", i ? ";" : "", i);
	buffer_text(&bytes, "\n");
	repeat(&bytes, "1;", 100000);
	buffer_text(&bytes, "\n");
	repeat(&bytes, "2;", 1000);
	ck_assert_msg(read_buffer(&bytes, &sheet, &err), "%s", err.text);
	ck_assert_int_eq(sheet.columns, 1000);
	ck_assert_ptr_nonnull(strstr(sheet.rows[0].wrong, "Line 2 has 100001 cells, but the header has 1000."));
	ck_assert_str_eq(sheet.rows[1].cells[999], "2");
	sheet_done(&sheet);
}
END_TEST

START_TEST(a_cell_may_be_a_mebibyte_and_no_more)
{
	struct buffer bytes;
	struct sheet sheet;
	struct error err = {0};
	buffer_init(&bytes);
	buffer_text(&bytes, "a;b\n\n1;\"x\ny");
	repeat(&bytes, "0123456789abcde\n", (1 << 16) - 1);
	buffer_text(&bytes, "\"\n2;3\n");
	ck_assert_msg(read_buffer(&bytes, &sheet, &err), "%s", err.text);
	ck_assert_uint_gt(strlen(sheet.rows[0].cells[1]), (1 << 20) - 32);
	ck_assert_int_eq(sheet.rows[0].line, 3);
	ck_assert_int_eq(sheet.rows[1].line, 3 + 1 + (1 << 16));
	sheet_done(&sheet);
	buffer_text(&bytes, "a;b\n\n1;\"x\n");
	repeat(&bytes, "0123456789abcdef", (1 << 16) + 1);
	ck_assert(!read_buffer(&bytes, &sheet, &err));
	ck_assert_msg(strstr(err.text, "the cell that begins on line 3 is longer"), "%s", err.text);
}
END_TEST

START_TEST(a_file_may_be_fifty_megabytes_and_no_more)
{
	struct sheet sheet;
	struct error err = {0};
	char *bytes = memory_take(SHEET_BYTES_MOST + 1);
	memset(bytes, '\n', SHEET_BYTES_MOST + 1);
	memcpy(bytes, "a;b", 3);
	ck_assert(!sheet_read(bytes, SHEET_BYTES_MOST + 1, NULL, NULL, &sheet, &err));
	ck_assert_msg(strstr(err.text, "larger than 50 MB"), "%s", err.text);
	memcpy(bytes + SHEET_BYTES_MOST - 3, "1;2", 3);
	ck_assert_msg(sheet_read(bytes, SHEET_BYTES_MOST, NULL, NULL, &sheet, &err), "%s", err.text);
	ck_assert_int_eq(sheet.count, 1);
	ck_assert_int_eq(sheet.rows[0].line, SHEET_BYTES_MOST - 6 + 1);
	sheet_done(&sheet);
	free(bytes);
}
END_TEST

START_TEST(a_large_file_of_bare_returns_takes_no_longer)
{
	struct buffer bytes;
	struct sheet sheet;
	struct error err = {0};
	buffer_init(&bytes);
	buffer_text(&bytes, "a;b\r");
	repeat(&bytes, "1;2\r\r", 500000);
	ck_assert_msg(read_buffer(&bytes, &sheet, &err), "%s", err.text);
	ck_assert_int_eq(sheet.count, 500000);
	ck_assert_int_eq(sheet.rows[499999].line, 1000000);
	sheet_done(&sheet);
}
END_TEST

START_TEST(more_than_a_million_rows_or_a_thousand_wrong_ones_are_refused)
{
	struct buffer bytes;
	struct sheet sheet;
	struct error err = {0};
	buffer_init(&bytes);
	buffer_text(&bytes, "a\n");
	repeat(&bytes, "1\n", SHEET_ROWS_MOST + 1);
	ck_assert(!read_buffer(&bytes, &sheet, &err));
	ck_assert_msg(strstr(err.text, "more than 1000000 rows"), "%s", err.text);
	buffer_text(&bytes, "a;b\n");
	repeat(&bytes, "1\n", SHEET_WRONG_MOST);
	ck_assert_msg(read_buffer(&bytes, &sheet, &err), "%s", err.text);
	ck_assert_int_eq(sheet.wrong, SHEET_WRONG_MOST);
	sheet_done(&sheet);
	buffer_text(&bytes, "a;b\n");
	repeat(&bytes, "1\n", SHEET_WRONG_MOST + 1);
	ck_assert(!read_buffer(&bytes, &sheet, &err));
	ck_assert_msg(strstr(err.text, "Line 1002 has 1 cell"), "%s", err.text);
}
END_TEST

struct waiting {
	int asked, last, most;
};

static bool impatient(void *with, int rows)
{
	struct waiting *waiting = with;
	waiting->asked++;
	waiting->last = rows;
	return rows >= waiting->most;
}

START_TEST(a_reading_can_be_followed_and_stopped)
{
	struct buffer bytes;
	struct sheet sheet;
	struct error err = {0};
	struct waiting waiting = {.most = INT_MAX};
	buffer_init(&bytes);
	buffer_text(&bytes, "a\n");
	repeat(&bytes, "1\n", 4500);
	ck_assert(sheet_read(bytes.text, bytes.bytes, impatient, &waiting, &sheet, &err));
	ck_assert_int_eq(waiting.asked, 4);
	ck_assert_int_eq(waiting.last, 4000);
	sheet_done(&sheet);
	waiting = (struct waiting){.most = 2000};
	ck_assert(!sheet_read(bytes.text, bytes.bytes, impatient, &waiting, &sheet, &err));
	ck_assert_int_eq(err.kind, ERROR_FAILED);
	ck_assert_int_eq(waiting.last, 2000);
	buffer_done(&bytes);
}
END_TEST

START_TEST(a_file_on_disk_is_read_and_a_missing_one_is_missing)
{
	struct sheet sheet;
	struct error err = {0};
	char path[] = "/tmp/kansli-sheet-XXXXXX";
	int handle = mkstemp(path);
	ck_assert_int_eq(write(handle, "a;b\n1;2\n", 8), 8);
	close(handle);
	ck_assert_msg(sheet_load(path, NULL, NULL, &sheet, &err), "%s", err.text);
	ck_assert_str_eq(sheet.rows[0].cells[1], "2");
	sheet_done(&sheet);
	unlink(path);
	ck_assert(!sheet_load(path, NULL, NULL, &sheet, &err));
	ck_assert_int_eq(err.kind, ERROR_MISSING);
}
END_TEST

/* Every file of the tables, cut at every byte and with every byte replaced in turn, is read or refused, never worse. */
static void hurt(const struct file *file, char with)
{
	char bytes[256];
	ck_assert_uint_lt(file->count, sizeof(bytes));
	for (size_t at = 0; at < file->count; at++) {
		struct sheet sheet;
		struct error err = {0};
		memcpy(bytes, file->bytes, file->count);
		bytes[at] = with;
		char *exact = memory_take(file->count);
		memcpy(exact, bytes, file->count);
		if (sheet_read(exact, file->count, NULL, NULL, &sheet, &err))
			sheet_done(&sheet);
		else
			ck_assert_msg(err.kind == ERROR_INVALID && *err.text, "%s, byte %zu", file->name, at);
		if (sheet_read(exact, at, NULL, NULL, &sheet, &err))
			sheet_done(&sheet);
		free(exact);
	}
}

START_TEST(no_damage_to_a_byte_is_worse_than_a_refusal)
{
	const char with[] = "\0\"\n\r;,\t'=\x80\xE5\xFF";
	for (size_t i = 0; i < sizeof(with) - 1; i++) {
		for (size_t j = 0; j < sizeof(refused) / sizeof(*refused); j++)
			hurt(&refused[j], with[i]);
		for (size_t j = 0; j < sizeof(readable) / sizeof(*readable); j++)
			hurt(&readable[j], with[i]);
	}
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {a_broken_file_is_refused_with_the_line_and_leaves_no_sheet,
		an_odd_file_is_read_and_its_wrong_rows_marked_with_their_lines, there_are_forty_broken_files_and_more,
		what_was_found_is_told, all_of_windows_1252_is_read, a_column_is_found_by_its_name,
		a_hundred_thousand_columns_are_refused_and_a_thousand_read, a_cell_may_be_a_mebibyte_and_no_more,
		a_file_may_be_fifty_megabytes_and_no_more, a_large_file_of_bare_returns_takes_no_longer,
		more_than_a_million_rows_or_a_thousand_wrong_ones_are_refused, a_reading_can_be_followed_and_stopped,
		a_file_on_disk_is_read_and_a_missing_one_is_missing, no_damage_to_a_byte_is_worse_than_a_refusal, NULL};
	words_open("en");
	return claims_run("csv sheet", claims, 60);
}

/* Sheets out: the bytes of each dialect, what a strict sheet refuses, and that reading gives back what was written. */
#include "base/file.h"
#include "base/money.h"
#include "base/text.h"
#include "base/words.h"
#include "claims.h"
#include "csv/sheet.h"
#include "folder.h"

static const char *const names[] = {"nr", "namn", "belopp", "dag"};

static struct sheet_out out; /* too large for a test's stack frame to be elegant */
static struct buffer made;

static void begin(enum sheet_dialect dialect, bool strict)
{
	buffer_init(&made);
	sheet_open(&out, dialect, strict, names, 4, sheet_into_buffer, &made);
}

static void row(int64_t number, const char *text, int64_t ore, day which)
{
	sheet_put_number(&out, number);
	sheet_put_text(&out, text);
	sheet_put_ore(&out, ore);
	sheet_put_day(&out, which);
	sheet_row_end(&out);
}

static void ck_made(const char *text)
{
	struct error err = {0};
	ck_assert_msg(sheet_close(&out, &err), "%s", err.text);
	ck_assert_str_eq(made.text, text);
	buffer_done(&made);
}

/* A cell after a blank one, as the dialect writes it. */
static void ck_cell(enum sheet_dialect dialect, const char *text, const char *written)
{
	char expect[128];
	const char *mark = dialect == SHEET_EXCEL_SV ? "\xEF\xBB\xBF" : "";
	buffer_init(&made);
	sheet_open(&out, dialect, false, names, 2, sheet_into_buffer, &made);
	sheet_put_blank(&out);
	sheet_put_text(&out, text);
	sheet_row_end(&out);
	char separator = dialect == SHEET_EXCEL_SV ? ';' : ',';
	snprintf(expect, sizeof(expect), "%snr%cnamn\r\n%c%s\r\n", mark, separator, separator, written);
	ck_made(expect);
}

START_TEST(excel_in_swedish_gets_mark_semicolon_comma_and_crlf)
{
	begin(SHEET_EXCEL_SV, false);
	row(12, "Region Västerbotten", 124000050, day_read("2026-12-01"));
	row(-3, NULL, MONEY_UNKNOWN, DAY_NONE);
	row(INT64_MIN, "", -5, day_read("1900-01-01"));
	ck_made("\xEF\xBB\xBFnr;namn;belopp;dag\r\n12;Region Västerbotten;1240000,50;2026-12-01\r\n-3;;;\r\n"
		"-9223372036854775808;;-0,05;1900-01-01\r\n");
}
END_TEST

START_TEST(programs_get_no_mark_comma_point_and_crlf)
{
	begin(SHEET_RFC4180, false);
	row(0, "Umeå, Skellefteå", 0, day_read("2026-12-01"));
	row(INT64_MAX, "x", INT64_MAX, DAY_NONE);
	ck_made("nr,namn,belopp,dag\r\n0,\"Umeå, Skellefteå\",0.00,2026-12-01\r\n"
		"9223372036854775807,x,92233720368547758.07,\r\n");
}
END_TEST

START_TEST(quotes_come_only_where_they_are_needed)
{
	const char *const plain[] = {"a", "a b", "a,b", "å", "12,5", "a'b", "a=b", "8 tecken", "åäöÅÄÖ§€", "a\u00A0b"};
	for (size_t i = 0; i < sizeof(plain) / sizeof(*plain); i++)
		ck_cell(SHEET_EXCEL_SV, plain[i], plain[i]);
	ck_cell(SHEET_EXCEL_SV, "a;b", "\"a;b\"");
	ck_cell(SHEET_RFC4180, "a;b", "a;b");
	ck_cell(SHEET_RFC4180, "a,b", "\"a,b\"");
	ck_cell(SHEET_EXCEL_SV, "a \"b\"", "\"a \"\"b\"\"\"");
	ck_cell(SHEET_EXCEL_SV, "\"", "\"\"\"\"");
	ck_cell(SHEET_EXCEL_SV, "a\nb", "\"a\nb\"");
	ck_cell(SHEET_EXCEL_SV, "a\rb", "\"a\rb\"");
	ck_cell(SHEET_EXCEL_SV, " a", "\" a\"");
	ck_cell(SHEET_EXCEL_SV, "a ", "\"a \"");
}
END_TEST

START_TEST(the_sign_that_needs_quotes_is_found_wherever_it_stands)
{
	for (int length = 1; length < 40; length++)
		for (int at = 0; at < length; at++) {
			char text[48], written[64];
			memset(text, 'x', (size_t)length);
			text[length] = 0;
			ck_cell(SHEET_EXCEL_SV, text, text);
			text[at] = at ? "\";\n\x1F"[(length + at) % 4] : ';';
			snprintf(written, sizeof(written), "\"%.*s%s%s\"", at, text, text[at] == '"' ? "\"" : "",
				text + at);
			ck_cell(SHEET_EXCEL_SV, text, written);
		}
}
END_TEST

START_TEST(what_a_spreadsheet_would_calculate_gets_an_apostrophe)
{
	ck_cell(SHEET_EXCEL_SV, "=1+1", "'=1+1");
	ck_cell(SHEET_EXCEL_SV, "+46701234567", "'+46701234567");
	ck_cell(SHEET_EXCEL_SV, "-", "'-");
	ck_cell(SHEET_EXCEL_SV, "@SUM(A1)", "'@SUM(A1)");
	ck_cell(SHEET_EXCEL_SV, "\t=1", "\"'\t=1\"");
	ck_cell(SHEET_EXCEL_SV, "\r=1", "\"'\r=1\"");
	ck_cell(SHEET_EXCEL_SV, "=cmd|' /C calc'!A0;1", "\"'=cmd|' /C calc'!A0;1\"");
	ck_cell(SHEET_EXCEL_SV, "=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"");
	ck_cell(SHEET_EXCEL_SV, "'=1", "''=1");
	ck_cell(SHEET_EXCEL_SV, "'", "'");
	ck_cell(SHEET_EXCEL_SV, "'n", "'n");
	ck_cell(SHEET_RFC4180, "=1+1", "=1+1");
}
END_TEST

START_TEST(a_negative_number_is_no_formula)
{
	begin(SHEET_EXCEL_SV, false);
	row(-1, "-1", -100, DAY_NONE);
	ck_made("\xEF\xBB\xBFnr;namn;belopp;dag\r\n-1;'-1;-1,00;\r\n");
}
END_TEST

START_TEST(a_header_can_be_taken_only_one_way)
{
	static const char *const odd[] = {"a;b;c", "d", "e,f"};
	struct error err = {0};
	struct sheet sheet;
	for (int columns = 1; columns <= 3; columns++)
		for (int dialect = SHEET_EXCEL_SV; dialect <= SHEET_RFC4180; dialect++) {
			buffer_init(&made);
			sheet_open(&out, (enum sheet_dialect)dialect, false, odd, columns, sheet_into_buffer, &made);
			for (int i = 0; i < columns; i++)
				sheet_put_text(&out, i % 2 ? "1;2" : "3,4;");
			sheet_row_end(&out);
			ck_assert(sheet_close(&out, &err));
			ck_assert_msg(sheet_read(made.text, made.bytes, NULL, NULL, &sheet, &err), "%s", err.text);
			ck_assert_int_eq(sheet.columns, columns);
			ck_assert_str_eq(sheet.names[0], odd[0]);
			ck_assert_int_eq(sheet.wrong, 0);
			ck_assert_str_eq(sheet.rows[0].cells[0], "3,4;");
			sheet_done(&sheet);
			buffer_done(&made);
		}
}
END_TEST

START_TEST(cells_cross_the_room_whole)
{
	for (size_t size = SHEET_OUT_ROOM - 40; size < SHEET_OUT_ROOM + 4; size++) {
		char *text = memory_take(2 * size + 1);
		memset(text, 'y', 2 * size);
		text[2 * size] = 0;
		struct sheet sheet;
		struct error err = {0};
		begin(SHEET_EXCEL_SV, false);
		row(1, text + size, 1, DAY_NONE);
		row(2, text, 2, DAY_NONE);
		row(3, text + size - 1, 3, DAY_NONE);
		ck_assert(sheet_close(&out, &err));
		ck_assert_msg(sheet_read(made.text, made.bytes, NULL, NULL, &sheet, &err), "%s", err.text);
		ck_assert_int_eq(sheet.count, 3);
		ck_assert_str_eq(sheet.rows[0].cells[1], text + size);
		ck_assert_str_eq(sheet.rows[1].cells[1], text);
		ck_assert_str_eq(sheet.rows[2].cells[2], "0,03");
		sheet_done(&sheet);
		buffer_done(&made);
		free(text);
	}
}
END_TEST

/* ---- strict */

static void ck_strict(const char *text, bool fits)
{
	struct error err = {0};
	begin(SHEET_EXCEL_SV, true);
	row(1, "Region Skåne", 100, DAY_NONE);
	row(2, text, 100, DAY_NONE);
	bool ok = sheet_close(&out, &err);
	ck_assert_msg(ok == fits, "%s: %s", text, err.text);
	if (!fits) {
		ck_assert_int_eq(err.kind, ERROR_INVALID);
		ck_assert_msg(strstr(err.text, "row 2, namn ("), "%s", err.text);
	}
	buffer_done(&made);
}

START_TEST(a_strict_sheet_takes_what_needs_no_quotes)
{
	const char *const fit[] = {"Region Skåne", "Ängelholm", "232100-0016", "RS 2025-0503", "Å", "7",
		"A/B, C & D (E) + F", "Čohkkiras sameby", "Gotlands kommun", NULL, ""};
	for (size_t i = 0; i < sizeof(fit) / sizeof(*fit); i++)
		ck_strict(fit[i], true);
}
END_TEST

START_TEST(a_strict_sheet_refuses_what_would_need_escaping)
{
	const char *const unfit[] = {"a;b", "a\"b", "\"", "a\nb", "a\rb", "=1+1", "+46", "-1", "@x", "\tx", "'x", " x",
		"x ", "\u00A0x", "a\u00A0b", "a\u202Eb", "a\u200Bb",
		"a\xFF"
		"b",
		"a\x1B"
		"b",
		"(x", "§ 4", "x\u0323\u0302"};
	for (size_t i = 0; i < sizeof(unfit) / sizeof(*unfit); i++)
		ck_strict(unfit[i], false);
}
END_TEST

START_TEST(a_strict_sheet_names_every_row_it_has_room_for)
{
	struct error err = {0};
	begin(SHEET_RFC4180, true);
	row(1, "x", MONEY_UNKNOWN, DAY_NONE);
	for (int i = 2; i < 40; i++)
		row(i, "a,b", 1, DAY_NONE);
	ck_assert(!sheet_close(&out, &err));
	ck_assert_ptr_nonnull(strstr(err.text, "39 cells"));
	ck_assert_ptr_nonnull(strstr(err.text, "row 1, belopp (the amount is unknown); row 2, namn (a separator"));
	ck_assert(text_is_utf8(err.text, strlen(err.text)));
	buffer_done(&made);
}
END_TEST

/* ---- there and back */

/* A number from a row of numbers that is the same in every run. */
static unsigned chance(unsigned *seed, unsigned below)
{
	*seed = *seed * 1103515245u + 12345u;
	return (*seed >> 16) % below;
}

static const char *cell_make(struct arena *arena, unsigned *seed)
{
	static const char *const pieces[] = {"a", "å", ";", ",", "\"", "\n", "'", "=", "+", "-", "@", " ", "€", "Ö",
		"7", "0,5", "\r\n", "\xC2\xA0", "\"\"", "sep="};
	char text[64] = "";
	size_t used = 0;
	for (unsigned left = chance(seed, 12); left > 0; left--) {
		const char *piece = pieces[chance(seed, sizeof(pieces) / sizeof(*pieces))];
		memcpy(text + used, piece, strlen(piece) + 1);
		used += strlen(piece);
	}
	const char *clean = NULL;
	ck_assert(text_clean(arena, text, used, true, &clean, NULL));
	return clean;
}

static void sheet_write_again(const struct sheet *sheet, enum sheet_dialect dialect, struct buffer *bytes)
{
	struct error err = {0};
	sheet_open(&out, dialect, false, sheet->names, sheet->columns, sheet_into_buffer, bytes);
	for (int i = 0; i < sheet->count; i++) {
		for (int j = 0; j < sheet->columns; j++)
			sheet_put_text(&out, sheet->rows[i].cells[j]);
		sheet_row_end(&out);
	}
	ck_assert(sheet_close(&out, &err));
}

static void ck_there_and_back(enum sheet_dialect dialect, enum sheet_dialect back, bool same)
{
	struct arena arena;
	struct sheet sheet;
	struct error err = {0};
	struct buffer again;
	const char *cells[3000][3];
	unsigned seed = 4711;
	bool equal = true;
	arena_init(&arena);
	buffer_init(&made);
	buffer_init(&again);
	sheet_open(&out, dialect, false, names, 4, sheet_into_buffer, &made);
	for (int i = 0; i < 3000; i++) {
		sheet_put_number(&out, i);
		for (int j = 0; j < 3; j++)
			sheet_put_text(&out, cells[i][j] = cell_make(&arena, &seed));
		sheet_row_end(&out);
	}
	ck_assert(sheet_close(&out, &err));
	ck_assert_msg(sheet_read(made.text, made.bytes, NULL, NULL, &sheet, &err), "%s", err.text);
	ck_assert_int_eq(sheet.count, 3000);
	ck_assert_int_eq(sheet.wrong, 0);
	for (int i = 0; i < 3000; i++)
		for (int j = 0; j < 3; j++)
			equal = equal && strcmp(sheet.rows[i].cells[j + 1], cells[i][j]) == 0;
	sheet_write_again(&sheet, back, &again);
	ck_assert(equal);
	ck_assert((made.bytes == again.bytes && memcmp(made.text, again.text, made.bytes) == 0) == same);
	sheet_done(&sheet);
	arena_done(&arena);
	buffer_done(&made);
	buffer_done(&again);
}

START_TEST(a_sheet_read_and_written_again_is_the_same_bytes)
{
	ck_there_and_back(SHEET_EXCEL_SV, SHEET_EXCEL_SV, true);
	ck_there_and_back(SHEET_RFC4180, SHEET_RFC4180, true);
}
END_TEST

START_TEST(control_another_dialect_is_other_bytes)
{
	ck_there_and_back(SHEET_EXCEL_SV, SHEET_RFC4180, false);
	ck_there_and_back(SHEET_RFC4180, SHEET_EXCEL_SV, false);
}
END_TEST

/* ---- sinks and mistakes */

static bool full(void *with, const char *bytes, size_t count, struct error *err)
{
	int *asked = with;
	(void)bytes;
	(void)count;
	++*asked;
	return refuse(err, ERROR_FAILED, "the disk is full");
}

START_TEST(a_sink_that_refused_is_not_asked_again_and_is_told_at_the_end)
{
	struct error err = {0};
	int asked = 0;
	sheet_open(&out, SHEET_EXCEL_SV, false, names, 1, full, &asked);
	for (int i = 0; i < 100000; i++) {
		sheet_put_number(&out, i);
		sheet_row_end(&out);
	}
	ck_assert_int_eq(asked, 1);
	ck_assert(!sheet_close(&out, &err));
	ck_assert_int_eq(err.kind, ERROR_FAILED);
	ck_assert_str_eq(err.text, "the disk is full");
	ck_assert_int_eq(asked, 1);
}
END_TEST

START_TEST(a_sheet_goes_to_a_file)
{
	struct file_draft draft;
	struct sheet sheet;
	struct error err = {0};
	char folder[FOLDER_PATH], path[96];
	ck_assert(folder_new(folder, "out"));
	snprintf(path, sizeof(path), "%s/x.csv", folder);
	ck_assert(file_begin(&draft, path, false, 0600, &err));
	sheet_open(&out, SHEET_EXCEL_SV, false, names, 4, sheet_into_file, &draft);
	for (int i = 0; i < 20000; i++)
		row(i, "Ö", i, DAY_NONE);
	ck_assert(sheet_close(&out, &err));
	ck_assert(file_commit(&draft, &err));
	ck_assert_msg(sheet_load(path, NULL, NULL, &sheet, &err), "%s", err.text);
	ck_assert_int_eq(sheet.count, 20000);
	ck_assert_str_eq(sheet.rows[19999].cells[2], "199,99");
	sheet_done(&sheet);
	unlink(path);
	rmdir(folder);
}
END_TEST

START_TEST(a_row_with_a_cell_too_few_stops_the_program)
{
	begin(SHEET_EXCEL_SV, false);
	sheet_put_number(&out, 1);
	sheet_row_end(&out);
}
END_TEST

START_TEST(a_row_with_a_cell_too_many_stops_the_program)
{
	begin(SHEET_EXCEL_SV, false);
	for (int i = 0; i < 5; i++)
		sheet_put_blank(&out);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {excel_in_swedish_gets_mark_semicolon_comma_and_crlf,
		programs_get_no_mark_comma_point_and_crlf, quotes_come_only_where_they_are_needed,
		the_sign_that_needs_quotes_is_found_wherever_it_stands,
		what_a_spreadsheet_would_calculate_gets_an_apostrophe, a_negative_number_is_no_formula,
		a_header_can_be_taken_only_one_way, cells_cross_the_room_whole,
		a_strict_sheet_takes_what_needs_no_quotes, a_strict_sheet_refuses_what_would_need_escaping,
		a_strict_sheet_names_every_row_it_has_room_for, a_sheet_read_and_written_again_is_the_same_bytes,
		control_another_dialect_is_other_bytes, a_sink_that_refused_is_not_asked_again_and_is_told_at_the_end,
		a_sheet_goes_to_a_file, NULL};
	const TTest *const stops[] = {
		a_row_with_a_cell_too_few_stops_the_program, a_row_with_a_cell_too_many_stops_the_program, NULL};
	words_open("en");
	return claims_run_with_stops("csv sheet_out", claims, stops, 60);
}

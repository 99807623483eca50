/* Files that cannot be imported. Every one is followed by a look at the office: it must be as it was. */
#include "imports.h"

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

/* ---- wrong cells */

static const struct {
	int file;
	const char *column, *value, *reason; /* reason: a part of it */
} wrong_cells[] = {
	{0, "ref", "", "find their application"},
	{0, "omgång", "2031", "no round"},
	{0, "omgång", "", "empty"},
	{0, "sökande", "", "empty"},
	{0, "sökande", "Region Hallnd", "No region"},
	{0, "sökande", "99", "No region"},
	{0, "sökande", "Region", "No region"},
	{0, "ärende", "", "empty"},
	{0, "inkom", "", "empty"},
	{0, "inkom", "2026-02-30", "no day"},
	{0, "inkom", "2026-13-01", "no day"},
	{0, "inkom", "30/2 2026", "no day"},
	{0, "inkom", "1/3", "no day"},
	{0, "inkom", "i dag", "no day"},
	{0, "inkom", "+3", "no day"},
	{0, "inkom", "2026-3-1", "no day"},
	{0, "inkom", "30 sepember 2026", "no day"},
	{0, "inkom", "46096", "no day"},
	{0, "inkom", "2026-11-23", "not come yet"},
	{0, "inkom", "2024-12-31", "before the grant"},
	{0, "kl.", "24:00", "no time"},
	{0, "kl.", "9:60", "no time"},
	{0, "kl.", "9", "no time"},
	{0, "kl.", "0,43", "no time"},
	{0, "sätt", "", "empty"},
	{0, "sätt", "duva", "choose among"},
	{0, "påhittat", "kanske", "nor delvis"},
	{1, "ref", "R2", "No application"},
	{1, "ref", "", "No application"},
	{1, "region", "", "empty"},
	{1, "region", "Region Norrland", "No region"},
	{1, "handling", "beslutt", "choose among"},
	{1, "datum", "2026-00-10", "no day"},
	{1, "datum", "2027-01-01", "not come yet"},
	{1, "intyg", "snart", "no day"},
	{2, "ref", "r1", "No application"},
	{2, "åtgärd", "0", "no number"},
	{2, "åtgärd", "1.1", "no number"},
	{2, "åtgärd", "ett", "no number"},
	{2, "åtgärd", "12345", "no number"},
	{2, "åtgärd", "2", "1 was expected"},
	{2, "rubrik", "", "empty"},
	{2, "typ", "nytt", "choose among"},
	{2, "område", "vård och omsorg", "choose among"},
	{2, "effekttyp", "mer", "choose among"},
	{2, "taggar", "process|AI|", "missing beside"},
	{2, "taggar", "process||AI", "missing beside"},
	{2, "taggar", "AI|ai", "twice"},
	{2, "taggar", "process,AI", "choose among"},
	{2, "från", "2026-06-31", "no day"},
	{2, "till", "2026-05-31", "before the first day"},
	{2, "finansiering", "halv", "choose among"},
	{2, "kostnad 2026", "fem", "not an amount"},
	{2, "kostnad 2026", "-5", "negative"},
	{2, "kostnad 2026", "1.000", "two ways"},
	{2, "kostnad 2026", "1.000.000,00", "two ways"},
	{2, "kostnad 2026", "1e6", "not an amount"},
	{2, "kostnad 2026", "#REF!", "not an amount"},
	{2, "kostnad 2026", "5 000 00", "not an amount"},
	{2, "kostnad 2026", "1,005", "two ways"},
	{2, "kostnad 2026", "0,001", "smaller than"},
	{2, "sökt 2027", "99999999999999", "larger than"},
	{2, "sökt 2027", "5 USD", "not an amount"},
	{2, "påhittat", "x", "nor delvis"},
};

START_TEST(a_wrong_cell_is_named_by_file_line_and_column_and_nothing_is_taken_in)
{
	const struct intake_finding *found;
	struct intake_result result;
	struct error why = {0};
	int64_t events = office_events(cw);

	for (int i = 0; i < 3; i++)
		import_add_good(i, wrong_cells[_i].file == i ? wrong_cells[_i].column : NULL, wrong_cells[_i].value);
	ck_assert(!import_take(false, &result, &why));
	ck_assert_int_ge(files.wrong.finding_count, 1);
	found = &files.wrong.findings[0];
	for (int i = 0; i < files.wrong.finding_count; i++) /* an application without its ref loses the others theirs */
		if (!strcmp(files.wrong.findings[i].file, import_names[wrong_cells[_i].file]))
			found = &files.wrong.findings[i];
	ck_assert_str_eq(found->file, import_names[wrong_cells[_i].file]);
	ck_assert_int_eq(found->line, 2);
	ck_assert_pstr_eq(found->column, wrong_cells[_i].column);
	ck_assert_str_eq(found->value ? found->value : "", wrong_cells[_i].value);
	ck_assert_msg(strstr(found->reason, wrong_cells[_i].reason) != NULL, "%s = '%s': %s", wrong_cells[_i].column,
		wrong_cells[_i].value, found->reason);
	ck_assert_int_eq(office_events(cw), events);
	ck_assert(nothing_there());
}
END_TEST

/* ---- wrong files */

#define HEAD "ref;omgång;sökande;ärende;inkom;sätt\n"
#define ROW "R1;2026;20;Närmare vård;2026-03-30;e-post\n"
#define BYTES(text) text, sizeof(text) - 1
static const struct {
	const char *bytes;
	size_t count;
	const char *says; /* a part of the sentence */
} wrong_files[] = {
	{BYTES(""), "no header"},
	{BYTES("\n\n  \n"), "no header"},
	{BYTES("\xFF\xFEr\0e\0f\0"), "UTF-16"},
	{BYTES("\xFE\xFF\0r\0e\0f"), "UTF-16"},
	{BYTES("r\0e\0f\0;\0"), "NUL"},
	{BYTES(HEAD "R1;2026;20;N\0rmare;2026-03-30;e-post\n"), "NUL"},
	{BYTES("\xEF\xBB\xBF" HEAD "R1;2026;20;N\xE4rmare;2026-03-30;e-post\n"), "no letters"},
	{BYTES(HEAD "R1;2026;20;\"Närmare;2026-03-30;e-post\n"), "never closed"},
	{BYTES(HEAD "R1;2026;20;När\"mare;2026-03-30;e-post\n"), "quote inside"},
	{BYTES("sep=|\n" HEAD ROW), "separator"},
	{BYTES("ref;;sökande\n"), "no name for column 2"},
	{BYTES("ref;omgång;sökande;ärende;inkom;sätt;Sätt\n"), "two columns"},
	{BYTES("ref;omgång;sökande;applicant;ärende;inkom;sätt\n"), "mean the same"},
	{BYTES("ref;round;omgång;sökande;ärende;inkom;sätt\n"), "mean the same"},
	{BYTES("hej;du\n1;2\n"), "cannot be told"},
	{BYTES("ref,omgång,sökande\nR1,2026,20\n"), "cannot be told"},
	{BYTES("ärende\nEtt\n"), "columns ref, round, applicant, arrived, way"},
	{BYTES("ref;omgång;sökande;ärende;inkom\nR1;2026;20;Ett;2026-03-30\n"), "column way"},
	{BYTES("omgång;sökande;ärende;inkom;sätt\n2026;20;Ett;2026-03-30;e-post\n"), "column ref"},
	{BYTES("ref;sökande;ärende;inkom;sätt\nR1;20;Ett;2026-03-30;e-post\n"), "column round"},
	{BYTES("region;handling\nDalarna;beslut\n"), "column ref"},
	{BYTES("rubrik\nEtt\n"), "column ref"},
	{BYTES("re\xE2\x80\xAE"
	       "f;ärende\n1;2\n"),
		"header"},
};

START_TEST(a_file_that_is_no_such_sheet_is_refused_by_name)
{
	struct error why = {0};

	ck_assert(!import_add("x.csv", wrong_files[_i].bytes, wrong_files[_i].count, &why));
	ck_assert_int_eq(why.kind, ERROR_INVALID);
	ck_assert_msg(!strncmp(why.text, "x.csv: ", 7), "%s", why.text);
	ck_assert_msg(strstr(why.text, wrong_files[_i].says) != NULL, "%s", why.text);
	ck_assert_int_eq(files.count, 0);
}
END_TEST

/* A row that is no row: the line is named, and the rest is looked through all the same. */
static const struct {
	const char *text;
	int line;
	const char *says;
} wrong_rows[] = {
	{HEAD "R1;2026;20;Ett\n", 2, "4 cells"},
	{HEAD "R1;2026;20;Ett;2026-03-30;e-post;mer\n", 2, "7 cells"},
	{HEAD ROW "\n\nR2;2026;20\n", 5, "3 cells"},
	{HEAD ROW "R2;2026;20;Ett\x01;2026-03-30;e-post\n", 3, "ärende"},
	{HEAD ROW "R2;2026;20;Ett\xE2\x80\xAE;2026-03-30;e-post\n", 3, "ärende"},
	{HEAD "R1;2026;20;\"Två\nrader\";2026-03-30;e-post\nR2;2026\n", 4, "2 cells"},
};

START_TEST(a_row_that_is_no_row_is_named_by_its_line)
{
	struct intake_result result;
	struct error why = {0};
	int64_t events = office_events(cw);
	bool found = false;

	OK(import_add("a.csv", wrong_rows[_i].text, strlen(wrong_rows[_i].text), err));
	ck_assert(!import_take(false, &result, &why));
	for (int i = 0; i < files.wrong.finding_count; i++)
		found |= files.wrong.findings[i].line == wrong_rows[_i].line && !files.wrong.findings[i].column &&
			 strstr(files.wrong.findings[i].reason, wrong_rows[_i].says);
	ck_assert(found);
	ck_assert_int_eq(office_events(cw), events);
	ck_assert(nothing_there());
}
END_TEST

START_TEST(what_belongs_together_twice_is_found)
{
	static const char text[] = HEAD ROW "R1;2026;13;Två;2026-03-30;e-post\n";
	struct intake_result result;
	struct error why = {0};

	OK(import_add("a.csv", text, strlen(text), err));
	ck_assert(!import_take(false, &result, &why));
	ck_assert_int_eq(files.wrong.finding_count, 1);
	ck_assert_int_eq(files.wrong.findings[0].line, 3);
	ck_assert_str_eq(files.wrong.findings[0].column, "ref");
	ck_assert(nothing_there());
}
END_TEST

START_TEST(everything_wrong_is_told_at_once_in_the_order_of_the_files)
{
	struct intake_result result;
	struct error why = {0};

	import_add_good(2, "sökt 2026", "många");
	import_add_good(0, "sätt", "duva");
	import_add_good(1, "region", "Ingenstans");
	ck_assert(!import_take(false, &result, &why));
	ck_assert_int_eq(files.wrong.finding_count, 3);
	for (int i = 0; i < 3; i++)
		ck_assert_str_eq(files.wrong.findings[i].file, import_names[(i + 2) % 3]);
}
END_TEST

START_TEST(several_wrong_cells_of_a_row_stand_in_the_order_of_its_columns)
{
	static const char text[] = HEAD "R1;2026;Ingenstans;;2026-02-30;duva\n";
	static const char *const wanted[] = {"sökande", "ärende", "inkom", "sätt"};
	struct intake_result result;
	struct error why = {0};
	int at = 0;

	OK(import_add("a.csv", text, strlen(text), err));
	ck_assert(!import_take(false, &result, &why));
	for (int i = 0; i < files.wrong.finding_count; i++) {
		while (at < COUNT(wanted) && strcmp(files.wrong.findings[i].column, wanted[at]) != 0)
			at++;
		ck_assert_int_lt(at, COUNT(wanted));
	}
	ck_assert_int_ge(files.wrong.finding_count, 3);
}
END_TEST

int main(void)
{
	const struct import_claim claims[] = {
		{a_wrong_cell_is_named_by_file_line_and_column_and_nothing_is_taken_in, COUNT(wrong_cells)},
		{a_file_that_is_no_such_sheet_is_refused_by_name, COUNT(wrong_files)},
		{a_row_that_is_no_row_is_named_by_its_line, COUNT(wrong_rows)},
		{what_belongs_together_twice_is_found, 1},
		{everything_wrong_is_told_at_once_in_the_order_of_the_files, 1},
		{several_wrong_cells_of_a_row_stand_in_the_order_of_its_columns, 1},
		{NULL, 0},
	};

	return import_claims_run("csv intake wrong", claims);
}

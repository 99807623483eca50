/* An import for the tests. */
#include "imports.h"

#include "base/words.h"

struct casework *cw;
struct intake_files files;
struct programme programme;

void import_set_up(void)
{
	words_open("en");
	cw = office_open();
	office_sit(cw, "rut");
	OK(programme_load(cw, &programme, err));
	intake_files_init(&files);
}

void import_tear_down(void)
{
	intake_files_done(&files);
	programme_done(&programme);
	casework_close(cw);
}

/* ---- a good import, as columns and cells */

static const char *const columns[3][16] = {
	{"ref", "omgång", "sökande", "ärende", "sökandens dnr", "inkom", "kl.", "sätt", "sammanfattning", "påhittat"},
	{"ref", "region", "dnr", "handling", "datum", "organ", "intyg"},
	{"ref", "åtgärd", "rubrik", "typ", "område", "effekttyp", "taggar", "från", "till", "finansiering",
		"kostnad 2026", "kostnad 2027", "sökt 2026", "sökt 2027", "påhittat"},
};
static const char *const cells[3][16] = {
	{"R1", "2026", "Region Dalarna", "Närmare vård", "RD26/0101", "2026-03-30", "10:20", "e-post", "Kort.", "ja"},
	{"R1", "Region Dalarna", "RD26/0101", "beslut", "2026-02-10", "Regionstyrelsen", "2026-02-12"},
	{"R1", "1", "Frigjord tid", "effektiviseringsåtgärd", "verksamhet", "mer vård", "process|AI", "2026-06-01",
		"2027-12-31", "helfinansiering", "5 000 000", "1,2 mnkr", "4 000 000", "1 200 tkr", "nej"},
};
const char *const import_names[3] = {"a.csv", "d.csv", "m.csv"};

/* The sheet with one cell replaced, or none (column NULL). */
static void sheet_make(int which, const char *column, const char *value, struct buffer *out)
{
	for (int i = 0; columns[which][i]; i++)
		buffer_format(out, "%s%s", i ? ";" : "", columns[which][i]);
	buffer_text(out, "\r\n");
	for (int i = 0; columns[which][i]; i++)
		buffer_format(out, "%s%s", i ? ";" : "",
			column && !strcmp(columns[which][i], column) ? value : cells[which][i]);
	buffer_text(out, "\r\n");
}

bool import_add(const char *name, const char *bytes, size_t count, struct error *err)
{
	return intake_files_add(&files, name, bytes, count, NULL, err);
}

void import_add_good(int which, const char *column, const char *value)
{
	struct buffer text;

	buffer_init(&text);
	sheet_make(which, column, value, &text);
	OK(import_add(import_names[which], text.text, text.bytes, err));
	buffer_done(&text);
}

/* As `kansli import` does it: cells that cannot be read make it a trial. */
bool import_take(bool dry_run, struct intake_result *result, struct error *err)
{
	bool taken;

	intake_files_read(&files, &programme, NULL);
	taken = intake_take(cw, NULL, &files.intake, dry_run || files.wrong.finding_count > 0, NULL, NULL, result, err);
	intake_files_settle(&files);
	return taken && !files.wrong.finding_count;
}

bool nothing_there(void)
{
	struct application_index index;
	bool none;

	OK(application_index_load(cw, &(struct application_query){0}, &index, err));
	none = index.count == 0;
	application_index_done(&index);
	return none;
}

int import_claims_run(const char *name, const struct import_claim *claims)
{
	Suite *suite = suite_create(name);
	TCase *all = tcase_create(name);
	SRunner *runner = srunner_create(suite);
	int broken;

	tcase_add_checked_fixture(all, import_set_up, import_tear_down);
	tcase_set_timeout(all, 60);
	for (; claims->claim; claims++)
		tcase_add_loop_test(all, claims->claim, 0, claims->times);
	suite_add_tcase(suite, all);
	srunner_set_tap(runner, "-");
	srunner_run_all(runner, CK_SILENT);
	broken = srunner_ntests_failed(runner);
	srunner_free(runner);
	return broken ? EXIT_FAILURE : EXIT_SUCCESS;
}

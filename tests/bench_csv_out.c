/* What a sheet costs out and in: rows straight out of SQLite into a sheet on standard output, or with `in` a sheet read
 * with every check of it, and nothing else, so that its instructions can be set against those of the sqlite3 shell
 * doing the same. Says its largest memory on standard error. */
#include "csv/sheet.h"
#include <sqlite3.h>
#include <sys/resource.h>

static struct sheet_out out;

static bool to_output(void *with, const char *bytes, size_t count, struct error *err)
{
	(void)with;
	if (fwrite(bytes, 1, count, stdout) != count)
		return refuse(err, ERROR_FAILED, "standard output failed");
	return true;
}

static const char *text(sqlite3_stmt *row, int column)
{
	return (const char *)sqlite3_column_text(row, column);
}

static int sheet_in(const char *path)
{
	struct sheet sheet;
	struct error err = {0};
	if (!sheet_load(path, NULL, NULL, &sheet, &err))
		return EXIT_FAILURE;
	bool whole = sheet.count > 0 && sheet.wrong == 0;
	sheet_done(&sheet);
	return whole ? EXIT_SUCCESS : EXIT_FAILURE;
}

int main(int argc, char **argv)
{
	if (argc == 3 && strcmp(argv[1], "in") == 0)
		return sheet_in(argv[2]);
	static const char *const names[] = {"id", "ref", "name", "ore", "day"};
	sqlite3 *office = NULL;
	sqlite3_stmt *row = NULL;
	struct error err = {0};
	struct rusage usage;
	if (argc != 2 || sqlite3_open_v2(argv[1], &office, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL) ||
		sqlite3_prepare_v2(office, "SELECT id, ref, name, ore, day FROM payment", -1, &row, NULL))
		return EXIT_FAILURE;
	sheet_open(&out, SHEET_EXCEL_SV, false, names, 5, to_output, NULL);
	while (sqlite3_step(row) == SQLITE_ROW) {
		sheet_put_number(&out, sqlite3_column_int64(row, 0));
		sheet_put_text(&out, text(row, 1));
		sheet_put_text(&out, text(row, 2));
		sheet_put_ore(&out, sqlite3_column_int64(row, 3));
		sheet_put_text(&out, text(row, 4));
		sheet_row_end(&out);
	}
	bool ok = sheet_close(&out, &err);
	sqlite3_finalize(row);
	sqlite3_close(office);
	getrusage(RUSAGE_SELF, &usage);
	fprintf(stderr, "%ld kB\n", usage.ru_maxrss);
	return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}

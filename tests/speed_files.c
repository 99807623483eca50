/* Rows 15 and 16: what it costs to write the list out as a file and to take a file in, by the real program, in
 * instructions: beside the sqlite3 shell's writing of the same facts, and its .import of the same sheet. The shell
 * works no status out, asks for no right and keeps no history; what the sheets alone cost is bench_csv.sh's to tell.
 * The goals are what the program was seen to need, so that growth is noticed. */
#include "generate.h"
#include "speed.h"

#include <sys/resource.h>

enum { SHEET_ROWS = 500 };

static const char *in_folder(const char *name)
{
	static char paths[8][PATH_MAX + 32];
	static int next;
	char *path = paths[next++ % 8];

	snprintf(path, sizeof(paths[0]), "%s/%s", speed_folder(), name);
	return path;
}

/* The page's statement without its limit: the whole list. */
static bool statement_make(const char *path)
{
	static char text[8192];
	FILE *from = fopen(SPEED_PAGE, "re"), *to = fopen(path, "we");
	size_t bytes = from ? fread(text, 1, sizeof(text) - 1, from) : 0;
	char *limit = strstr(text, " LIMIT 20)");

	if (from)
		fclose(from);
	if (limit)
		fprintf(to, "%.*s%s", (int)(limit - text), text, limit + strlen(" LIMIT 20"));
	return to && fclose(to) == 0 && bytes && limit;
}

/* Kilobytes at most, of the largest program this one has run. */
static double largest(void)
{
	struct rusage usage;

	getrusage(RUSAGE_CHILDREN, &usage);
	return (double)usage.ru_maxrss;
}

static void export_measure(const char *kansli, const char *sqlite)
{
	const char *office = speed_office(500), *list = in_folder("list.sql");
	const char *own[] = {kansli, "--db", office, "--as", "elin", "export", "list", "--csv", "-o", in_folder("list"),
		"--force", NULL};
	char read[PATH_MAX + 64];
	const char *shell[] = {sqlite, "-batch", "-csv", office, read, NULL};

	snprintf(read, sizeof(read), ".read \"%s\"", list);
	if (!statement_make(list) || speed_run(own, NULL) != 0) {
		fprintf(stderr, "the list cannot be written out\n");
		exit(EXIT_FAILURE);
	}
	speed_row(&(struct speed_row){.row = 15,
		.what = "memory of a list of 500 written out as CSV",
		.unit = "MB",
		.own = largest() / 1000,
		.goal = 12});
	speed_row(&(struct speed_row){.row = 15,
		.what = "a list of 500 written out as CSV by kansli export, states and deadlines worked out",
		.unit = "instructions",
		.beside = "the sqlite3 shell, facts alone",
		.own = speed_instructions(own, NULL),
		.anchor = speed_instructions(shell, NULL),
		.goal = 2});
}

static bool sheet_make(const char *path)
{
	FILE *file = fopen(path, "we");

	if (!file)
		return false;
	fprintf(file, "ref;omgång;sökande;ärende;sökandens dnr;inkom;kl.;sätt;sammanfattning\r\n");
	for (int i = 0; i < SHEET_ROWS; i++)
		fprintf(file,
			"S%d;2026;Region Halland;Nära vård, etapp %d;RS/%d;2026-03-%02d;10:20;e-tjänst;"
			"\"Regionen söker medel för att flytta vård, och räknar med kortare väntan i %d "
			"kommuner.\"\r\n",
			i, i, i, 1 + i % 28, 1 + i % 9);
	return fclose(file) == 0;
}

static void import_measure(const char *kansli, const char *sqlite)
{
	const char *office = in_folder("office"), *sheet = in_folder("sheet.csv");
	char import[PATH_MAX + 64];
	const char *dry[] = {kansli, "--db", office, "--as", "elin", "import", "--dry-run", sheet, NULL};
	const char *shell[] = {
		sqlite, "-batch", "-cmd", ".mode csv", "-cmd", ".separator ;", in_folder("plain"), import, NULL};

	snprintf(import, sizeof(import), ".import \"%s\" sheet", sheet);
	casework_close(generate_office(office, 20, 1, NULL));
	if (!sheet_make(sheet) || speed_run(dry, NULL) != 0) {
		fprintf(stderr, "the sheet would not be taken in\n");
		exit(EXIT_FAILURE);
	}
	double anchor = speed_instructions(shell, NULL);
	speed_row(&(struct speed_row){.row = 16,
		.what = "500 applications taken in and let go again, kansli import --dry-run",
		.unit = "instructions",
		.beside = "the sqlite3 shell's .import",
		.own = speed_instructions(dry, NULL),
		.anchor = anchor,
		.goal = 30});
}

int main(void)
{
	const char *kansli = getenv("KANSLI_PROGRAM"), *tool = speed_tool("sqlite3");
	char sqlite[PATH_MAX] = "";

	if (tool)
		snprintf(sqlite, sizeof(sqlite), "%s", tool);
	if (!kansli || !sqlite[0] || !speed_tool("valgrind")) {
		speed_skip(15, "a list written out", "sqlite3 or valgrind is not installed");
		speed_skip(16, "a sheet taken in", "sqlite3 or valgrind is not installed");
		return speed_end();
	}
	export_measure(kansli, sqlite);
	import_measure(kansli, sqlite);
	return speed_end();
}

/* Row 8: a page of the list, SQL included, wherever in the office it is. kansli's page is held against the same facts
 * read by hand: a keyset, and the statements of a row with values bound and read by place. The program runs itself
 * under callgrind, which counts page_own() or page_bare() alone; everything has been prepared and read once before.
 * Usage: speed_page, or speed_page OFFICE own|bare FIRST STEP PAGES ROUNDS, which reads pages from FIRST on, a STEP
 * apart, and prints the sum of their ids. */
#include "speed.h"

#include "casework/application.h"

#include <sqlite3.h>

enum { PAGE = 22, TEXTS = 7, PAGES_MOST = 100 };

/* Which pages to read, and how often. */
struct reading {
	const char *office;
	int first, step, pages, rounds;
};

/* ---- as kansli does */

static struct application_index ids;

__attribute__((noinline)) static int64_t page_own(struct casework *cw, int first)
{
	struct application_list list = {0};
	struct error err = {0};
	int64_t sum = 0;
	int count = ids.count - first < PAGE ? ids.count - first : PAGE;

	if (!application_rows_load(cw, ids.ids + first, count, &list, &err))
		return -1;
	for (int i = 0; i < list.count; i++)
		sum += list.items[i].id;
	application_list_done(&list);
	return sum;
}

static int own(const struct reading *reading)
{
	struct casework_who who = {.login = "elin"};
	struct application_query query = {0};
	struct casework *cw;
	struct error err = {0};
	int64_t sum = 0;

	if (!casework_open(reading->office, STORE_WRITE, &who, &cw, &err) ||
		!application_index_load(cw, &query, &ids, &err)) {
		fprintf(stderr, "%s\n", err.text);
		return EXIT_FAILURE;
	}
	for (int round = 0; round < reading->rounds; round++)
		for (int i = 0; i < reading->pages; i++)
			sum += page_own(cw, reading->first + i * reading->step);
	printf("%lld\n", (long long)sum);
	application_index_done(&ids);
	casework_close(cw);
	return EXIT_SUCCESS;
}

/* ---- by hand */

struct by_hand {
	sqlite3 *db;
	sqlite3_stmt *page, *parts[TEXTS];
};

static sqlite3_stmt *prepared(sqlite3 *db, const char *text)
{
	sqlite3_stmt *statement = NULL;

	if (sqlite3_prepare_v3(db, text, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK) {
		fprintf(stderr, "%s\n", sqlite3_errmsg(db));
		exit(EXIT_FAILURE);
	}
	return statement;
}

/* Every column of every row, as whoever shows them would. */
static int64_t columns_read(sqlite3_stmt *statement)
{
	int64_t sum = 0;

	while (sqlite3_step(statement) == SQLITE_ROW) {
		for (int i = 0, count = sqlite3_column_count(statement); i < count; i++) {
			if (sqlite3_column_type(statement, i) == SQLITE_TEXT)
				sum += *(const char *)sqlite3_column_text(statement, i) & 1;
			else
				sum += sqlite3_column_int64(statement, i) & 1;
		}
	}
	sqlite3_reset(statement);
	return sum;
}

static int64_t part_read(sqlite3_stmt *part, const int64_t *which, int count)
{
	int first = sqlite3_bind_parameter_index(part, ":first"), last = sqlite3_bind_parameter_index(part, ":last");
	int64_t sum = 0;

	for (int i = 0; i < (first ? count : 1); i++) {
		sqlite3_bind_int64(part, first, which[i]);
		sqlite3_bind_int64(part, last, which[i]);
		sum += columns_read(part);
	}
	return sum;
}

__attribute__((noinline)) static int64_t page_bare(struct by_hand *hand, int year, int n)
{
	int64_t sum = 0, which[PAGE], read = 0;
	int count = 0;

	sqlite3_bind_int(hand->page, 1, year);
	sqlite3_bind_int(hand->page, 2, n);
	while (sqlite3_step(hand->page) == SQLITE_ROW)
		which[count++] = sqlite3_column_int64(hand->page, 0);
	sqlite3_reset(hand->page);
	for (int i = 0; i < TEXTS; i++)
		read += part_read(hand->parts[i], which, count);
	for (int i = 0; i < count; i++)
		sum += which[i];
	return read < 0 ? read : sum;
}

struct key {
	int year, n;
};

/* The row before the first of the page, from which a keyset goes on. */
static struct key keyset_start(sqlite3 *db, int first)
{
	sqlite3_stmt *start =
		prepared(db, "SELECT year, n FROM application ORDER BY year DESC, n DESC LIMIT 1 OFFSET ?");
	struct key key = {9999, 0};

	sqlite3_bind_int(start, 1, first - 1);
	if (first && sqlite3_step(start) == SQLITE_ROW)
		key = (struct key){sqlite3_column_int(start, 0), sqlite3_column_int(start, 1)};
	sqlite3_finalize(start);
	return key;
}

static bool hand_open(struct by_hand *hand, const char *office)
{
	static const enum sql texts[TEXTS] = {SQL_APPLICATION_GATES_WANTED, SQL_APPLICATION_ROWS,
		SQL_APPLICATION_PARTICIPANTS, SQL_APPLICATION_MONEY, SQL_APPLICATION_GATES, SQL_APPLICATION_ASSESSMENTS,
		SQL_APPLICATION_OUTCOMES};

	if (sqlite3_open_v2(office, &hand->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
		return false;
	hand->page = prepared(hand->db, "SELECT id, year, n FROM application WHERE (year, n) < (?, ?) "
					"ORDER BY year DESC, n DESC LIMIT 22");
	for (int i = 0; i < TEXTS; i++) {
		sqlite3_stmt *part = hand->parts[i] = prepared(hand->db, sql_texts[texts[i]].text);

		sqlite3_bind_text(part, sqlite3_bind_parameter_index(part, ":today"), "2026-11-22", -1, SQLITE_STATIC);
		sqlite3_bind_int(part, sqlite3_bind_parameter_index(part, ":actor"), 2);
	}
	return true;
}

static int bare(const struct reading *reading)
{
	struct by_hand hand = {0};
	struct key keys[PAGES_MOST];
	int64_t sum = 0;

	if (!hand_open(&hand, reading->office))
		return EXIT_FAILURE;
	for (int i = 0; i < reading->pages; i++)
		keys[i] = keyset_start(hand.db, reading->first + i * reading->step);
	for (int round = 0; round < reading->rounds; round++)
		for (int i = 0; i < reading->pages; i++)
			sum += page_bare(&hand, keys[i].year, keys[i].n);
	printf("%lld\n", (long long)sum);
	return EXIT_SUCCESS; /* everything goes with the process */
}

/* ---- counting */

static char self[PATH_MAX];

/* Instructions of a page, the first round left out; many pages spread over the office, or one where `first` says. */
static double page_cost(int applications, const char *how, int first)
{
	char from[16], step[16], pages[16], function[32];
	const char *once[] = {self, speed_office(applications), how, from, step, pages, "1", NULL};
	const char *again[] = {self, once[1], how, from, step, pages, "4", NULL};
	int many = first < 0 ? 20 : 1;

	snprintf(from, sizeof(from), "%d", first < 0 ? 0 : first);
	snprintf(step, sizeof(step), "%d", applications / 20);
	snprintf(pages, sizeof(pages), "%d", many);
	snprintf(function, sizeof(function), "page_%s", how);
	double without = speed_instructions(once, function), with = speed_instructions(again, function);

	return without < 0 || with < 0 ? -1 : (with - without) / 3 / many;
}

static void page_row(int applications, int first, const char *what)
{
	speed_row(&(struct speed_row){.row = 8,
		.what = what,
		.unit = "instructions",
		.beside = "by hand",
		.own = page_cost(applications, "own", first),
		.anchor = page_cost(applications, "bare", first),
		.goal = 1.15});
}

static int rows_count(void)
{
	ssize_t bytes = readlink("/proc/self/exe", self, sizeof(self) - 1);

	if (bytes < 0 || !speed_tool("valgrind")) {
		speed_skip(8, "a page of the list", "valgrind is not installed");
		return speed_end();
	}
	self[bytes] = '\0';
	page_row(500, 0, "the newest page of 500");
	page_row(20000, 0, "the newest page of 20 000");
	page_row(20000, 19978, "the oldest page of 20 000");
	speed_row(&(struct speed_row){.row = 8,
		.what = "pages all over 20 000",
		.unit = "instructions each",
		.beside = "all over 500",
		.own = page_cost(20000, "own", -1),
		.anchor = page_cost(500, "own", -1),
		.goal = 1.15});
	return speed_end();
}

int main(int argc, char **argv)
{
	struct reading reading;

	if (argc == 1)
		return rows_count();
	if (argc != 7)
		return EXIT_FAILURE;
	reading = (struct reading){argv[1], (int)strtol(argv[3], NULL, 10), (int)strtol(argv[4], NULL, 10),
		(int)strtol(argv[5], NULL, 10), (int)strtol(argv[6], NULL, 10)};
	if (reading.pages < 1 || reading.pages > PAGES_MOST)
		return EXIT_FAILURE;
	return (strcmp(argv[2], "own") ? bare : own)(&reading);
}

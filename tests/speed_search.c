/* Row 9: a search at each key, in everything there is. A key is held against looking through all notes for the same
 * word, folded in one piece, and against an index that finds it anywhere in a word too, asked for the best fifty by
 * rank where that is not too long to make. The time until a search ends when the next key
 * has come is held against 5 ms. Usage: speed_search [APPLICATIONS…]. */
#include "generate.h"
#include "speed.h"

#include "casework/hit.h"

#include "base/text.h"
#include "base/words.h"

#include <sqlite3.h>

enum { ROUNDS = 20, MOST = 200, SCREEN = 24, KEYS_MOST = 400, LARGE = 2000 };

/* Typed a letter at a time. */
static const char *const typed[] = {"upphandlingen", "journal", "ekonomichefen planerar", "vårdplatserna", "zebra",
	"kvartalet budgeten", "halland röntgen"};
enum { TYPED = sizeof(typed) / sizeof(*typed) };

struct keys {
	char words[KEYS_MOST][64];
	int count;
};

static void keys_make(struct keys *keys)
{
	for (int i = 0; i < TYPED; i++) {
		size_t bytes = strlen(typed[i]);

		for (size_t end = 2; end <= bytes; end++)
			if (((unsigned char)typed[i][end] & 0xC0) != 0x80)
				snprintf(keys->words[keys->count++], 64, "%.*s", (int)end, typed[i]);
	}
}

/* Seconds of the processor's time: other programs on the machine take none of it. */
static double time_used(void)
{
	struct timespec used;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
	return (double)used.tv_sec + (double)used.tv_nsec / 1e9;
}

/* ---- the anchors: the notes as one folded text, and as an index of words */

struct anchor {
	struct buffer texts;
	sqlite3 *db;
	sqlite3_stmt *ranked;
};

static void statement_run(sqlite3 *db, const char *sql)
{
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK) {
		fprintf(stderr, "%s\n", sqlite3_errmsg(db));
		exit(EXIT_FAILURE);
	}
}

static void anchor_fill(struct anchor *anchor, const char *office, bool ranked)
{
	sqlite3_stmt *notes, *insert;
	sqlite3 *db;

	sqlite3_open_v2(office, &db, SQLITE_OPEN_READONLY, NULL);
	sqlite3_prepare_v2(db, "SELECT id, said || char(10) || changed FROM note ORDER BY id DESC", -1, &notes, NULL);
	sqlite3_open_v2("", &anchor->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
	statement_run(anchor->db,
		"PRAGMA journal_mode = off; CREATE VIRTUAL TABLE words USING fts5 (text, tokenize=trigram); BEGIN");
	sqlite3_prepare_v2(anchor->db, "INSERT INTO words (rowid, text) VALUES (?, ?)", -1, &insert, NULL);
	buffer_init(&anchor->texts);
	while (sqlite3_step(notes) == SQLITE_ROW) {
		struct arena arena;
		const char *folded;

		arena_init(&arena);
		folded = text_fold(&arena, (const char *)sqlite3_column_text(notes, 1));
		buffer_text(&anchor->texts, folded);
		sqlite3_bind_int64(insert, 1, sqlite3_column_int64(notes, 0));
		sqlite3_bind_text(insert, 2, folded, -1, SQLITE_STATIC);
		if (ranked)
			sqlite3_step(insert);
		sqlite3_reset(insert);
		arena_done(&arena);
	}
	statement_run(anchor->db, "COMMIT");
	sqlite3_finalize(insert);
	sqlite3_finalize(notes);
	sqlite3_close(db);
	sqlite3_prepare_v2(anchor->db, "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT 50", -1,
		&anchor->ranked, NULL);
}

static void anchor_done(struct anchor *anchor)
{
	sqlite3_finalize(anchor->ranked);
	sqlite3_close(anchor->db);
	buffer_done(&anchor->texts);
}

/* The words looked for one after the other, every place counted. */
static double memmem_time(const struct anchor *anchor, const char *folded)
{
	double began = time_used();
	size_t found = 0;

	for (const char *word = folded; *word;) {
		size_t bytes = strcspn(word, " ");
		const char *at = anchor->texts.text, *end = at + anchor->texts.bytes;

		for (; bytes && (at = memmem(at, (size_t)(end - at), word, bytes)); at += bytes)
			found++;
		word += bytes + (word[bytes] == ' ');
	}
	return time_used() - began + (found == SIZE_MAX);
}

static double ranked_time(const struct anchor *anchor, const char *folded)
{
	char match[160] = "";
	double began;

	for (const char *word = folded; *word;) {
		size_t bytes = strcspn(word, " "), used = strlen(match);

		if (bytes)
			snprintf(match + used, sizeof(match) - used, "\"%.*s\" ", (int)bytes, word);
		word += bytes + (word[bytes] == ' ');
	}
	began = time_used();
	sqlite3_bind_text(anchor->ranked, 1, match, -1, SQLITE_STATIC);
	while (sqlite3_step(anchor->ranked) == SQLITE_ROW)
		;
	sqlite3_reset(anchor->ranked);
	return time_used() - began;
}

/* ---- kansli's */

static bool goes_on(void *with, int part)
{
	(void)with;
	(void)part;
	return false;
}

static bool key_has_come(void *with)
{
	double *came = with;

	if (*came == 0)
		*came = time_used();
	return true;
}

static void stop(const struct error *err)
{
	fprintf(stderr, "%s\n", err->text);
	exit(EXIT_FAILURE);
}

/* A key: the hits, and the words around those on the screen. */
static double own_time(struct casework *cw, const char *words)
{
	struct hit_query query = {.words = words, .most = MOST, .progress = goes_on};
	struct error err = {0};
	struct hit_list list;
	double began = time_used(), took;

	if (!hit_list_load(cw, &query, &list, &err) || !hit_list_show(cw, &list, 0, SCREEN, &err))
		stop(&err);
	took = time_used() - began;
	hit_list_done(&list);
	return took;
}

/* From the moment the search is told that a key has come until it has ended. */
static double end_time(struct casework *cw, const char *words)
{
	double came = 0;
	struct hit_query query = {.words = words, .most = MOST, .impatient = key_has_come, .with = &came};
	struct error err = {0};
	struct hit_list list;

	if (!hit_list_load(cw, &query, &list, &err))
		stop(&err);
	hit_list_done(&list);
	return came == 0 ? 0 : time_used() - came;
}

struct times {
	double own[KEYS_MOST * ROUNDS], memmem[KEYS_MOST * ROUNDS], ranked[KEYS_MOST * ROUNDS], ended[KEYS_MOST];
	int count;
};

static void times_take(
	struct casework *cw, const struct anchor *anchor, const struct keys *keys, int rounds, struct times *times)
{
	struct arena arena;

	arena_init(&arena);
	own_time(cw, "en"); /* read once before, as the first key does */
	for (int round = 0; round < rounds; round++) {
		for (int i = 0; i < keys->count; i++) {
			const char *folded = text_fold(&arena, keys->words[i]);

			times->own[times->count] = own_time(cw, keys->words[i]);
			times->memmem[times->count] = memmem_time(anchor, folded);
			times->ranked[times->count++] = ranked_time(anchor, folded);
		}
	}
	for (int i = 0; i < keys->count; i++)
		times->ended[i] = end_time(cw, keys->words[i]);
	arena_done(&arena);
}

static void rows_say(int applications, struct times *times, int keys)
{
	char what[160];
	double own = speed_quantile(times->own, times->count, 0.99) * 1e3;

	snprintf(what, sizeof(what), "a key of a search in %d applications, the slowest hundredth", applications);
	speed_row(&(struct speed_row){.row = 9,
		.what = what,
		.unit = "ms of processor time",
		.beside = "memmem through all notes",
		.own = own,
		.anchor = speed_quantile(times->memmem, times->count, 0.99) * 1e3,
		.goal = 1.5});
	/* How long an index takes for its best fifty says more of the words asked for than of this program. */
	if (applications < LARGE)
		speed_row(&(struct speed_row){.row = 9,
			.what = what,
			.unit = "ms of processor time",
			.beside = "an index by rank",
			.own = own,
			.anchor = speed_quantile(times->ranked, times->count, 0.99) * 1e3,
			.goal = 0.10,
			.told = true});
	snprintf(what, sizeof(what), "a key of a search in %d applications, in the middle", applications);
	speed_row(&(struct speed_row){.row = 9,
		.what = what,
		.unit = "ms of processor time",
		.beside = "memmem through all notes",
		.own = speed_median(times->own, times->count) * 1e3,
		.anchor = speed_median(times->memmem, times->count) * 1e3,
		.goal = 1.5});
	snprintf(what, sizeof(what), "a search in %d applications ends when a key has come, the slowest", applications);
	speed_row(&(struct speed_row){.row = 9,
		.what = what,
		.unit = "ms of processor time",
		.own = speed_quantile(times->ended, keys, 1) * 1e3,
		.goal = 5});
}

static void office_measure(int applications)
{
	static struct keys keys;
	struct times *times = memory_take(sizeof(*times));
	struct casework_who who = {.login = "elin"};
	struct anchor anchor = {0};
	struct error err = {0};
	struct casework *cw;
	const char *office = speed_office(applications);

	keys.count = 0;
	keys_make(&keys);
	times->count = 0;
	if (!casework_open(office, STORE_WRITE, &who, &cw, &err))
		stop(&err);
	anchor_fill(&anchor, office, applications < LARGE);
	times_take(cw, &anchor, &keys, applications < LARGE ? ROUNDS : 1, times);
	rows_say(applications, times, keys.count);
	anchor_done(&anchor);
	casework_close(cw);
	free(times);
}

int main(int argc, char **argv)
{
	words_open("en");
	for (int i = 1; i < argc; i++)
		office_measure((int)strtol(argv[i], NULL, 10));
	if (argc < 2) {
		office_measure(500);
		office_measure(20000);
	}
	return speed_end();
}

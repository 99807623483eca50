/* The index of words. Invariant: every text that was put is told of whenever it has the letters asked for; it may be
 * told of when it has not the word. */
#include "store/finder.h"
#include "data.h"
#include "store/inside.h"

enum { VERSION = 2, LETTERS = 4096, SQL_MOST = 1200, ID_BITS = 40, SLICE = 4096 };

struct finder {
	sqlite3 *db;
	sqlite3_stmt *ask, *put, *there, *after;
	char *path, *made;     /* made: NULL when it has its place */
	struct buffer letters; /* every one there is, each once */
	bool (*impatient)(void *with);
	void *with;
	int64_t last, size; /* of the slice being asked: its last number, how many numbers */
	int64_t began;      /* when it was */
	bool asking;
};

/* ---- its SQL */

/* The named script of finder.sql. */
static const char *script(const char *name, char out[SQL_MOST])
{
	const char *all = data_find("sql/finder.sql")->bytes, *from, *end;
	char wanted[48];

	snprintf(wanted, sizeof(wanted), "-- name: %s\n", name);
	from = strstr(all, wanted);
	assert(from);
	from += strlen(wanted);
	end = strstr(from, "-- name:");
	snprintf(out, SQL_MOST, "%.*s", (int)(end ? end - from : (long)strlen(from)), from);
	return out;
}

static bool run(struct finder *finder, const char *name, struct error *err)
{
	char text[SQL_MOST];
	int code = sqlite3_exec(finder->db, script(name, text), NULL, NULL, NULL);

	return code == SQLITE_OK || store_refuse(finder->db, code, err);
}

static sqlite3_stmt *ready(struct finder *finder, const char *name, struct error *err)
{
	char text[SQL_MOST];
	sqlite3_stmt *statement = NULL;
	int code = sqlite3_prepare_v2(finder->db, script(name, text), -1, &statement, NULL);

	if (code != SQLITE_OK)
		store_refuse(finder->db, code, err);
	return statement;
}

static bool stepped(struct finder *finder, sqlite3_stmt *statement, struct error *err)
{
	int code = sqlite3_step(statement);

	sqlite3_reset(statement);
	return code == SQLITE_DONE || code == SQLITE_ROW || store_refuse(finder->db, code, err);
}

/* ---- opening and closing */

static void statements_done(struct finder *finder)
{
	sqlite3_finalize(finder->ask);
	sqlite3_finalize(finder->put);
	sqlite3_finalize(finder->there);
	sqlite3_finalize(finder->after);
	finder->ask = finder->put = finder->there = finder->after = NULL;
}

void finder_close(struct finder *finder)
{
	if (!finder)
		return;
	statements_done(finder);
	sqlite3_close(finder->db);
	if (finder->made)
		unlink(finder->made);
	buffer_done(&finder->letters);
	free(finder->made);
	free(finder->path);
	free(finder);
}

static char *path_with(const char *path, const char *ending)
{
	size_t room = strlen(path) + strlen(ending) + 1;
	char *out = memory_take(room);

	snprintf(out, room, "%s%s", path, ending);
	return out;
}

static struct finder *finder_new(const struct store *store)
{
	struct finder *finder = memory_take(sizeof(*finder));

	*finder = (struct finder){.path = path_with(store_path(store), "-words")};
	buffer_init(&finder->letters);
	return finder;
}

static bool connect(struct finder *finder, const char *path, struct error *err)
{
	int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOFOLLOW;
	int code = sqlite3_open_v2(path, &finder->db, flags, NULL);

	if (code != SQLITE_OK)
		return store_refuse(finder->db, code, err);
	settings_first(finder->db);
	return true;
}

static bool prepare(struct finder *finder, struct error *err)
{
	finder->ask = ready(finder, "ask", err);
	finder->put = finder->ask ? ready(finder, "put", err) : NULL;
	finder->there = finder->put ? ready(finder, "there", err) : NULL;
	finder->after = finder->there ? ready(finder, "after", err) : NULL;
	return finder->after != NULL;
}

bool finder_open(const struct store *store, struct finder **out, struct error *err)
{
	struct finder *finder;
	struct finder_stamp stamp;
	struct error ignored = {0};

	if (store->mode == STORE_MEMORY)
		return refuse(err, ERROR_MISSING, _("An office in memory has no index of words."));
	finder = finder_new(store);
	if (!file_is_office(finder->path, &ignored) || !connect(finder, finder->path, &ignored) ||
		!run(finder, "using", &ignored) || !prepare(finder, &ignored) ||
		!finder_stamp(finder, &stamp, &ignored)) {
		finder_close(finder);
		return refuse(err, ERROR_MISSING, _("There is no index of words beside the office."));
	}
	*out = finder;
	return true;
}

bool finder_make(const struct store *store, struct finder **out, struct error *err)
{
	struct finder *finder;
	char ending[48];

	if (store->mode == STORE_MEMORY)
		return refuse(err, ERROR_FAILED, _("An office in memory has no index of words."));
	finder = finder_new(store);
	snprintf(ending, sizeof(ending), "-%ld", (long)getpid());
	finder->made = path_with(finder->path, ending);
	unlink(finder->made);
	if (!file_make(finder->made, err) || !connect(finder, finder->made, err) || !run(finder, "making", err) ||
		!run(finder, "make", err) || !prepare(finder, err) || !run(finder, "begin", err)) {
		finder_close(finder);
		return false;
	}
	*out = finder;
	return true;
}

/* ---- what it was made from */

bool finder_stamp(struct finder *finder, struct finder_stamp *out, struct error *err)
{
	sqlite3_stmt *get = ready(finder, "stamp_get", err);
	bool read;

	if (!get)
		return false;
	read = sqlite3_step(get) == SQLITE_ROW && sqlite3_column_int(get, 0) == VERSION &&
	       sqlite3_column_bytes(get, 3) == sizeof(out->hash);
	if (read) {
		*out = (struct finder_stamp){.seq = sqlite3_column_int64(get, 2),
			.removals = sqlite3_column_int64(get, 4),
			.changed = sqlite3_column_int64(get, 6)};
		snprintf(out->office, sizeof(out->office), "%s", (const char *)sqlite3_column_text(get, 1));
		memcpy(out->hash, sqlite3_column_blob(get, 3), sizeof(out->hash));
		buffer_clear(&finder->letters);
		buffer_text(&finder->letters, (const char *)sqlite3_column_text(get, 5));
	}
	sqlite3_finalize(get);
	return read || refuse(err, ERROR_MISSING, _("There is no index of words beside the office."));
}

static bool stamp_put(struct finder *finder, const struct finder_stamp *stamp, struct error *err)
{
	sqlite3_stmt *put = ready(finder, "stamp_put", err);
	bool done;

	if (!put)
		return false;
	sqlite3_bind_int(put, 1, VERSION);
	sqlite3_bind_text(put, 2, stamp->office, -1, SQLITE_STATIC);
	sqlite3_bind_int64(put, 3, stamp->seq);
	sqlite3_bind_blob(put, 4, stamp->hash, sizeof(stamp->hash), SQLITE_STATIC);
	sqlite3_bind_int64(put, 5, stamp->removals);
	sqlite3_bind_text(put, 6, finder->letters.text, -1, SQLITE_STATIC);
	done = stepped(finder, put, err);
	sqlite3_finalize(put);
	return done;
}

/* On the disk before it has its name: a power cut leaves the old one or the new one. */
static bool made_sync(const char *path, struct error *err)
{
	int file = open(path, O_RDONLY | O_CLOEXEC);
	bool synced = file >= 0 && fsync(file) == 0;

	if (file >= 0)
		close(file);
	return synced || refuse(err, ERROR_FAILED, _("%s cannot be made: %s."), path, strerror(errno));
}

bool finder_finish(struct finder *finder, const struct finder_stamp *stamp, struct error *err)
{
	if (!run(finder, "merge", err) || !stamp_put(finder, stamp, err) || !run(finder, "commit", err))
		return false;
	statements_done(finder);
	sqlite3_close(finder->db);
	finder->db = NULL;
	if (!made_sync(finder->made, err))
		return false;
	if (rename(finder->made, finder->path) != 0)
		return refuse(err, ERROR_FAILED, _("%s cannot be made: %s."), finder->path, strerror(errno));
	free(finder->made);
	finder->made = NULL;
	return connect(finder, finder->path, err) && run(finder, "using", err) && prepare(finder, err);
}

bool finder_begin(struct finder *finder, struct error *err)
{
	return run(finder, "begin", err);
}

bool finder_commit(struct finder *finder, const struct finder_stamp *stamp, struct error *err)
{
	if (stamp_put(finder, stamp, err) && run(finder, "commit", err))
		return true;
	finder_rollback(finder);
	return false;
}

void finder_rollback(struct finder *finder)
{
	struct error ignored = {0};

	run(finder, "rollback", &ignored);
}

/* ---- putting */

static size_t letter_bytes(const char *text)
{
	size_t bytes = 1;

	while (((unsigned char)text[bytes] & 0xC0) == 0x80)
		bytes++;
	return bytes;
}

static void letters_add(struct finder *finder, const char *folded)
{
	bool plain[128] = {false};

	for (const char *at = finder->letters.text; *at; at += letter_bytes(at))
		if ((unsigned char)*at < 128)
			plain[(unsigned char)*at] = true;
	for (size_t bytes; *folded; folded += bytes) {
		char letter[8] = "";

		bytes = letter_bytes(folded);
		if (bytes >= sizeof(letter) || finder->letters.bytes > LETTERS ||
			((unsigned char)*folded < 128 && plain[(unsigned char)*folded]))
			continue;
		memcpy(letter, folded, bytes);
		if (!strstr(finder->letters.text, letter))
			buffer_text(&finder->letters, letter);
		if (bytes == 1)
			plain[(unsigned char)*letter] = true;
	}
}

static int64_t thing_number(int place, int64_t id)
{
	return ((int64_t)place << ID_BITS) + (((int64_t)1 << ID_BITS) - 1 - id);
}

static bool is_there(struct finder *finder, int64_t number)
{
	bool there;

	if (finder->made)
		return false;
	sqlite3_bind_int64(finder->there, 1, number);
	there = sqlite3_step(finder->there) == SQLITE_ROW;
	sqlite3_reset(finder->there);
	return there;
}

static bool changed_number(struct finder *finder, int64_t thing, int64_t *out, struct error *err)
{
	sqlite3_stmt *put = ready(finder, "changed_put", err);
	bool done;

	if (!put)
		return false;
	sqlite3_bind_int64(put, 1, thing);
	done = stepped(finder, put, err);
	sqlite3_finalize(put);
	*out = sqlite3_last_insert_rowid(finder->db);
	return done;
}

bool finder_put(struct finder *finder, int place, int64_t id, const char *folded, struct error *err)
{
	int64_t number = thing_number(place, id);
	char *ended;
	bool done;

	assert(place > 0 && place < FINDER_PLACES && id >= 0 && id < ((int64_t)1 << ID_BITS));
	if (is_there(finder, number) && !changed_number(finder, number, &number, err))
		return false;
	letters_add(finder, folded);
	ended = path_with(folded, "\x1F\x1F"); /* so that the last two letters begin pieces of three too */
	sqlite3_bind_int64(finder->put, 1, number);
	sqlite3_bind_text(finder->put, 2, ended, -1, SQLITE_STATIC);
	done = stepped(finder, finder->put, err);
	sqlite3_clear_bindings(finder->put);
	free(ended);
	return done;
}

/* ---- asking */

bool finder_knows(const char *needle)
{
	size_t letters = 0;

	for (; *needle; needle += letter_bytes(needle))
		letters++;
	return letters >= 2;
}

static void quoted_add(struct buffer *out, const char *text, size_t bytes)
{
	buffer_text(out, "\"");
	for (size_t i = 0; i < bytes; i++) {
		if (text[i] == '"')
			buffer_text(out, "\"");
		buffer_add(out, text + i, 1);
	}
	buffer_text(out, "\"");
}

/* Two letters stand where they begin a piece of three: with whatever letter there is. */
static void pair_add(struct finder *finder, const char *needle, struct buffer *out)
{
	char piece[24];
	size_t bytes = strlen(needle);

	memcpy(piece, needle, bytes);
	memcpy(piece + bytes, "\x1F", 1);
	quoted_add(out, piece, bytes + 1);
	for (const char *at = finder->letters.text; *at; at += letter_bytes(at)) {
		size_t letter = letter_bytes(at);

		if (bytes + letter > sizeof(piece))
			continue;
		memcpy(piece + bytes, at, letter);
		buffer_text(out, " OR ");
		quoted_add(out, piece, bytes + letter);
	}
}

static void pieces_add(const char *needle, struct buffer *out)
{
	for (const char *at = needle; *at; at += letter_bytes(at)) {
		size_t bytes = letter_bytes(at);

		if (!at[bytes])
			return;
		bytes += letter_bytes(at + bytes);
		if (!at[bytes])
			return;
		bytes += letter_bytes(at + bytes);
		if (at > needle)
			buffer_text(out, " AND ");
		quoted_add(out, at, bytes);
	}
}

static bool is_pair(const char *needle)
{
	size_t first = letter_bytes(needle);

	return needle[first] && !needle[first + letter_bytes(needle + first)];
}

static void term_add(struct finder *finder, const struct finder_term *term, struct buffer *out)
{
	buffer_text(out, "(");
	for (int i = 0; i < term->count; i++) {
		buffer_text(out, i ? ") OR (" : "(");
		if (is_pair(term->needles[i]))
			pair_add(finder, term->needles[i], out);
		else
			pieces_add(term->needles[i], out);
	}
	buffer_text(out, "))");
}

bool finder_ask(struct finder *finder, const struct finder_term *terms, int count, bool all,
	bool (*impatient)(void *with), void *with, struct error *err)
{
	struct buffer words;
	int code;

	buffer_init(&words);
	for (int i = 0; i < count; i++) {
		if (i)
			buffer_text(&words, all ? " AND " : " OR ");
		term_add(finder, &terms[i], &words);
	}
	finder->impatient = impatient;
	finder->with = with;
	finder->last = 0;
	finder->size = SLICE;
	finder->began = moment_ms();
	finder->asking = false;
	code = sqlite3_bind_text(finder->ask, 1, words.text, (int)words.bytes, SQLITE_TRANSIENT);
	buffer_done(&words);
	return code == SQLITE_OK || store_refuse(finder->db, code, err);
}

/* An index answers one question as long as it takes; so it is asked about few texts at a time, and about more when that
 * went quickly. */
static bool slice_next(struct finder *finder)
{
	bool more;

	sqlite3_reset(finder->ask);
	if (moment_ms() - finder->began < 2 && finder->size < (int64_t)1 << ID_BITS)
		finder->size *= 2;
	else if (finder->size > SLICE)
		finder->size /= 2;
	if (finder->impatient && finder->impatient(finder->with))
		return false;
	sqlite3_bind_int64(finder->after, 1, finder->last);
	more = sqlite3_step(finder->after) == SQLITE_ROW && sqlite3_column_type(finder->after, 0) != SQLITE_NULL;
	if (more) {
		int64_t first = sqlite3_column_int64(finder->after, 0);

		finder->last = first + finder->size;
		finder->began = moment_ms();
		sqlite3_bind_int64(finder->ask, 2, first);
		sqlite3_bind_int64(finder->ask, 3, finder->last);
	}
	sqlite3_reset(finder->after);
	return more;
}

bool finder_next(struct finder *finder, int *place, int64_t *id, bool *changed)
{
	int64_t number;

	while (!finder->asking || sqlite3_step(finder->ask) != SQLITE_ROW) {
		finder->asking = slice_next(finder);
		if (!finder->asking)
			return false;
	}
	number = sqlite3_column_int64(finder->ask, 0);
	*changed = number >> ID_BITS == 0;
	if (*changed)
		number = sqlite3_column_int64(finder->ask, 1);
	*place = (int)(number >> ID_BITS);
	*id = ((int64_t)1 << ID_BITS) - 1 - (number & (((int64_t)1 << ID_BITS) - 1));
	return true;
}

void finder_rest(struct finder *finder)
{
	sqlite3_reset(finder->ask);
	sqlite3_clear_bindings(finder->ask);
	finder->asking = false;
}

/* The index of words of a large office, made and kept up. Invariant: it is asked only when it stands as the office's
 * newest event left it, and it never outlives content that was removed. */
#include "casework/hit_inner.h"

enum { BATCH = 2000, CHANGED_MOST = 2000 };

/* ---- what the office says of itself */

static bool removals_count(struct casework *cw, int64_t *out, struct error *err)
{
	struct rows rows;

	if (!store_ask(casework_store(cw), SQL_HIT_REMOVALS, BINDS_NONE, &rows, err))
		return false;
	while (rows_next(&rows))
		*out = rows_number(&rows, "removals");
	return rows_done(&rows, err);
}

static bool event_hash(struct casework *cw, int64_t seq, unsigned char out[32], struct error *err)
{
	struct rows rows;
	struct arena arena;
	size_t bytes = 0;

	memset(out, 0, 32);
	if (!store_ask(casework_store(cw), SQL_HIT_EVENT, BINDS(BIND("seq", seq)), &rows, err))
		return false;
	arena_init(&arena);
	if (rows_next(&rows)) {
		const void *hash = rows_blob(&rows, "hash", &arena, &bytes);

		memcpy(out, hash, bytes < 32 ? bytes : 32);
	}
	arena_done(&arena);
	return rows_done(&rows, err);
}

static bool stamp_of(struct casework *cw, int64_t seq, struct finder_stamp *out, struct error *err)
{
	*out = (struct finder_stamp){.seq = seq};
	snprintf(out->office, sizeof(out->office), "%s", casework_office(cw));
	return event_hash(cw, seq, out->hash, err) && removals_count(cw, &out->removals, err);
}

/* An index of this office, of an event it still has, with nothing in it that was removed since. */
static bool stamp_holds(struct casework *cw, struct finder *finder, struct finder_stamp *is, struct error *err)
{
	struct finder_stamp should;

	if (!finder_stamp(finder, is, err) || !stamp_of(cw, is->seq, &should, err))
		return false;
	return (!strcmp(is->office, should.office) && !memcmp(is->hash, should.hash, sizeof(is->hash)) &&
		       is->removals == should.removals && is->changed < CHANGED_MOST) ||
	       refuse(err, ERROR_MISSING, "%s", "");
}

/* ---- putting texts */

struct putting {
	struct finder *finder;
	struct buffer folded;
	int64_t last; /* id */
	int count;
	bool failed;
	struct error *err;
};

static bool piece_put(void *with, const struct hit_piece *piece)
{
	struct putting *putting = with;

	putting->last = piece->id;
	putting->count++;
	if (strspn(piece->text, "\x1F") == strlen(piece->text))
		return putting->count < BATCH;
	buffer_clear(&putting->folded);
	hit_fold(piece->text, &putting->folded);
	putting->failed =
		!finder_put(putting->finder, (int)piece->place, piece->id, putting->folded.text, putting->err);
	return !putting->failed && putting->count < BATCH;
}

/* ---- making it */

struct making {
	struct casework *cw;
	const struct hit_query *query;
	struct putting putting;
	int64_t done, all; /* texts */
};

static bool things_count(struct making *making, struct error *err)
{
	struct rows rows;

	if (!store_ask(casework_store(making->cw), SQL_HIT_THINGS, BINDS_NONE, &rows, err))
		return false;
	while (rows_next(&rows))
		making->all = rows_number(&rows, "things");
	return rows_done(&rows, err);
}

/* A batch at a time, so that nothing is held while the person is told how far it has come. */
static bool place_make(struct making *making, enum hit_place place, struct error *err)
{
	struct putting *putting = &making->putting;
	const struct hit_query *query = making->query;
	bool stopped = true;

	for (int64_t last = INT64_MAX; stopped; last = putting->last - 1) {
		putting->count = 0;
		if (!hit_read(making->cw, place, 0, last, piece_put, putting, &stopped, err) || putting->failed)
			return false;
		making->done += putting->count;
		if (query->progress(query->with, making->all ? (int)(making->done * 100 / making->all) : 0))
			return refuse(err, ERROR_BUSY, "%s", "");
	}
	return true;
}

static bool index_fill(struct making *making, struct error *err)
{
	for (int place = HIT_CASE + 1; place < HIT_PLACES; place++)
		if (!place_make(making, (enum hit_place)place, err))
			return false;
	return true;
}

static bool index_make(struct casework *cw, struct hit_mirror *mirror, const struct hit_query *query, struct error *err)
{
	struct making making = {.cw = cw, .query = query, .putting = {.err = err}};
	struct finder_stamp stamp;
	bool made;

	if (!stamp_of(cw, mirror->seq, &stamp, err) || !things_count(&making, err) ||
		!finder_make(casework_store(cw), &making.putting.finder, err))
		return false;
	buffer_init(&making.putting.folded);
	made = index_fill(&making, err) && finder_finish(making.putting.finder, &stamp, err);
	buffer_done(&making.putting.folded);
	if (made)
		mirror->finder = making.putting.finder;
	else
		finder_close(making.putting.finder);
	return made;
}

/* ---- keeping it up */

struct change_seen {
	enum hit_place place;
	int64_t id;
};
struct changes {
	struct arena arena;
	struct change_seen *items;
	int count;
};

static void change_see(struct changes *changes, int place, int64_t id)
{
	for (int i = 0; i < changes->count; i++)
		if ((int)changes->items[i].place == place && changes->items[i].id == id)
			return;
	changes->items = changes->count & (changes->count - 1)
				 ? changes->items
				 : arena_grow(&changes->arena, changes->items, (size_t)changes->count,
					   sizeof(*changes->items), changes->count ? (size_t)changes->count * 2 : 1);
	changes->items[changes->count++] = (struct change_seen){(enum hit_place)place, id};
}

static bool changes_read(struct casework *cw, int64_t seq, struct changes *changes, struct error *err)
{
	struct rows rows;

	if (!store_ask(casework_store(cw), SQL_HIT_CHANGED, BINDS(BIND("seq", seq)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		int also;
		bool names;
		enum hit_place place = hit_place_of(rows_text(&rows, "object", &changes->arena), &also, &names);
		int64_t id = rows_number(&rows, "object_id");

		if (place != HIT_PLACES)
			change_see(changes, (int)place, id);
		if (also != HIT_PLACES)
			change_see(changes, also, id);
	}
	return rows_done(&rows, err);
}

static bool changes_put(struct casework *cw, struct finder *finder, const struct changes *changes, struct error *err)
{
	struct putting putting = {.finder = finder, .err = err};
	bool stopped, put = true;

	buffer_init(&putting.folded);
	for (int i = 0; put && i < changes->count; i++) {
		const struct change_seen *seen = &changes->items[i];

		putting.count = 0;
		put = hit_read(cw, seen->place, seen->id, seen->id, piece_put, &putting, &stopped, err) &&
		      !putting.failed;
	}
	buffer_done(&putting.folded);
	return put;
}

/* Another may have been quicker while this one waited its turn: what stands then is asked again. */
static bool index_follow(struct casework *cw, struct hit_mirror *mirror, struct error *err)
{
	struct finder *finder = mirror->finder;
	struct changes changes = {0};
	struct finder_stamp is, now;
	bool done;

	if (!finder_begin(finder, err))
		return false;
	arena_init(&changes.arena);
	done = stamp_holds(cw, finder, &is, err) && stamp_of(cw, mirror->seq, &now, err) &&
	       changes_read(cw, is.seq, &changes, err) && changes_put(cw, finder, &changes, err);
	arena_done(&changes.arena);
	if (done)
		return finder_commit(finder, &now, err);
	finder_rollback(finder);
	return false;
}

/* The one beside the office, when it is this office's. */
static bool index_open(struct casework *cw, struct hit_mirror *mirror, struct finder_stamp *stamp, struct error *err)
{
	if (!mirror->finder && !finder_open(casework_store(cw), &mirror->finder, err))
		return false;
	if (stamp_holds(cw, mirror->finder, stamp, err) && (stamp->seq >= mirror->seq || index_follow(cw, mirror, err)))
		return true;
	finder_close(mirror->finder);
	mirror->finder = NULL;
	return false;
}

bool hit_index_there(struct casework *cw, struct hit_mirror *mirror)
{
	struct error ignored = {0};
	struct finder_stamp stamp;

	if (!finder_open(casework_store(cw), &mirror->finder, &ignored))
		return false;
	if (stamp_holds(cw, mirror->finder, &stamp, &ignored))
		return true;
	finder_close(mirror->finder);
	mirror->finder = NULL;
	return false;
}

bool hit_index_fresh(struct casework *cw, struct hit_mirror *mirror, const struct hit_query *query)
{
	struct error ignored = {0};
	struct finder_stamp stamp;

	if (mirror->finder && mirror->indexed == mirror->seq)
		return true;
	if (!index_open(cw, mirror, &stamp, &ignored)) {
		if (mirror->scans || !query->progress || ignored.kind == ERROR_BUSY)
			return false;
		mirror->scans = !index_make(cw, mirror, query, &ignored);
	}
	mirror->indexed = mirror->seq;
	return mirror->finder != NULL;
}

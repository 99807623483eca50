/* Hits of an office whose texts are not kept in memory: the index says where to look, or everything is looked through.
 * Invariant: a hit is a text that was read and has the words, so that an index can make the search quick but never
 * wrong. */
#include "casework/hit_inner.h"

struct looking {
	struct hit_seeking *seeking;
	struct buffer folded;
	struct hit found;
	bool stands;
};

/* Does the text have what the case's name has not? */
static bool piece_look(void *with, const struct hit_piece *piece)
{
	struct looking *looking = with;
	struct hit_seeking *seeking = looking->seeking;
	unsigned standing;

	looking->stands = false;
	if (!hit_seen(seeking, &piece->guard, piece->application))
		return true;
	buffer_clear(&looking->folded);
	hit_fold(piece->text, &looking->folded);
	standing = hit_words_standing(&seeking->words, looking->folded.text, looking->folded.bytes);
	looking->stands = standing && (standing | hit_named(seeking, piece->application)) == seeking->all;
	looking->found = (struct hit){.place = piece->place,
		.id = piece->id,
		.application = piece->application,
		.matter = piece->matter,
		.measure = piece->measure,
		.n = piece->n};
	return !hit_impatient(seeking, looking->folded.bytes * 8); /* folding is slower than looking */
}

/* ---- looking through everything */

static bool piece_scan(void *with, const struct hit_piece *piece)
{
	struct looking *looking = with;
	struct hit_seeking *seeking = looking->seeking;

	if (!piece_look(looking, piece))
		return false;
	if (looking->stands)
		hit_add(seeking, &looking->found);
	return !seeking->list->more;
}

static bool office_scan(struct looking *looking, struct error *err)
{
	bool stopped = false;

	for (int place = HIT_CASE + 1; place < HIT_PLACES && !stopped; place++)
		if (!hit_read(looking->seeking->cw, (enum hit_place)place, 0, INT64_MAX, piece_scan, looking, &stopped,
			    err))
			return false;
	return true;
}

/* ---- by the index */

struct early { /* texts that have changed, told of before the others */
	struct hit items[HITS_MOST];
	int count, next;
};

static bool thing_look(struct looking *looking, int place, int64_t id, struct error *err)
{
	bool stopped;

	looking->stands = false;
	return hit_read(looking->seeking->cw, (enum hit_place)place, id, id, piece_look, looking, &stopped, err);
}

static int hit_order(const struct hit *hit, int place, int64_t id)
{
	if ((int)hit->place != place)
		return (int)hit->place < place ? -1 : 1;
	return hit->id > id ? -1 : hit->id < id;
}

static void early_put(struct early *early, const struct hit *hit)
{
	int at = early->count;

	while (at > 0 && hit_order(&early->items[at - 1], (int)hit->place, hit->id) > 0)
		at--;
	if (early->count == HITS_MOST || (at > 0 && !hit_order(&early->items[at - 1], (int)hit->place, hit->id)))
		return;
	memmove(&early->items[at + 1], &early->items[at], (size_t)(early->count - at) * sizeof(*early->items));
	early->items[at] = *hit;
	early->count++;
}

/* Those that go before the thing, or all of them; *same: the thing itself was among them. False: the list is full. */
static bool early_add(struct looking *looking, struct early *early, int place, int64_t id, bool *same)
{
	struct hit_list *list = looking->seeking->list;

	*same = false;
	for (; early->next < early->count && hit_order(&early->items[early->next], place, id) <= 0; early->next++) {
		*same |= !hit_order(&early->items[early->next], place, id);
		hit_add(looking->seeking, &early->items[early->next]);
		if (list->more)
			return false;
	}
	return true;
}

static bool things_look(struct looking *looking, struct early *early, struct error *err)
{
	struct hit_seeking *seeking = looking->seeking;
	struct finder *finder = seeking->mirror->finder;
	int64_t id;
	int place;
	bool changed, same;

	while (!seeking->list->given_up && finder_next(finder, &place, &id, &changed)) {
		if (!changed && !early_add(looking, early, place, id, &same))
			return true;
		if (!changed && same)
			continue;
		if (!thing_look(looking, place, id, err))
			return false;
		if (looking->stands && changed)
			early_put(early, &looking->found);
		else if (looking->stands)
			hit_add(seeking, &looking->found);
		if (seeking->list->more)
			return true;
	}
	early_add(looking, early, HIT_PLACES, 0, &same);
	return true;
}

static bool asker_impatient(void *with)
{
	return hit_impatient(with, HIT_STRIDE);
}

/* The index is asked for the words that no case is called by; when there are none, for any of the words. */
static bool index_ask(struct hit_seeking *seeking, struct error *err)
{
	const struct hit_words *words = &seeking->words;
	struct finder_term needed[HIT_TERMS], any[HIT_TERMS];
	int count = 0;

	for (int i = 0; i < words->count; i++) {
		any[i] = (struct finder_term){words->terms[i].needles, words->terms[i].count};
		if (words->count == 1 || !(seeking->named & 1u << i))
			needed[count++] = any[i];
	}
	return finder_ask(seeking->mirror->finder, count ? needed : any, count ? count : words->count, count > 0,
		asker_impatient, seeking, err);
}

static bool index_look(struct looking *looking, struct error *err)
{
	struct early *early = memory_take(sizeof(*early));
	bool looked;

	early->count = early->next = 0;
	looked = index_ask(looking->seeking, err) && things_look(looking, early, err);
	finder_rest(looking->seeking->mirror->finder);
	free(early);
	return looked;
}

static bool index_knows(const struct hit_words *words)
{
	for (int i = 0; i < words->count; i++)
		for (int needle = 0; needle < words->terms[i].count; needle++)
			if (!finder_knows(words->terms[i].needles[needle]))
				return false;
	return true;
}

bool hit_seek_large(struct hit_seeking *seeking, struct error *err)
{
	struct looking looking = {.seeking = seeking};
	bool looked;

	buffer_init(&looking.folded);
	if (seeking->mirror->finder && index_knows(&seeking->words))
		looked = index_look(&looking, err);
	else
		looked = office_scan(&looking, err);
	buffer_done(&looking.folded);
	return looked;
}

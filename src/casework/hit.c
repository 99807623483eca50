/* Search. Invariant: the same words give the same hits whether the texts are in memory, in the index or read through,
 * and no hit tells of what the actor may not see. */
#include "casework/hit_inner.h"

#include "base/text.h"
#include "casework/grow.h"

bool hit_seen(const struct hit_seeking *seeking, const struct hit_guard *guard, int64_t application)
{
	const struct hit_name *name;
	unsigned relation;

	if (!guard->working && !guard->marked && !guard->kept)
		return true;
	name = application > 0 ? hit_name_find(seeking->mirror, application) : NULL;
	relation = bars_relation(&seeking->bars, application, name ? name->round : 0);
	if (guard->kept && relation == RELATION_BARRED)
		return false;
	return (!guard->working && !guard->marked) || access_allows(seeking->roles, RIGHT_SEE_WORKING, relation, NULL);
}

unsigned hit_named(const struct hit_seeking *seeking, int64_t application)
{
	const struct hit_name *name = application > 0 ? hit_name_find(seeking->mirror, application) : NULL;

	return name ? seeking->names[name - seeking->mirror->cases] : 0;
}

bool hit_impatient(struct hit_seeking *seeking, size_t bytes)
{
	const struct hit_query *query = seeking->query;

	seeking->looked += (int64_t)bytes;
	if (seeking->looked < HIT_STRIDE || !query->impatient)
		return seeking->list->given_up;
	seeking->looked = 0;
	seeking->list->given_up |= query->impatient(query->with);
	return seeking->list->given_up;
}

void hit_add(struct hit_seeking *seeking, const struct hit *hit)
{
	struct hit_list *list = seeking->list;
	const struct hit_name *name;
	struct hit *kept;

	list->more |= list->count >= seeking->most;
	if (list->more)
		return;
	name = hit_name_find(seeking->mirror, hit->application);
	GROW(&list->arena, list->items, list->count);
	kept = &list->items[list->count++];
	*kept = *hit;
	kept->lead = kept->title = kept->field = kept->words = "";
	kept->on_day = NULL;
	if (hit->place == HIT_CASE)
		kept->field = arena_text(&list->arena, name->others); /* until it is shown */
	if (name) {
		kept->year = name->year;
		kept->number = name->n;
		kept->lead = arena_text(&list->arena, name->lead);
		kept->title = arena_text(&list->arena, name->title);
	}
}

/* ---- names of cases */

/* A whole number, title or applicant is what was asked for: that case goes first. */
static bool named_exactly(const struct hit_seeking *seeking, const struct hit_name *name)
{
	const char *whole = seeking->words.whole;

	return memmem(seeking->mirror->names.text + name->at, name->bytes, whole, strlen(whole)) != NULL;
}

static void names_add(struct hit_seeking *seeking, bool exactly)
{
	const struct hit_mirror *mirror = seeking->mirror;

	for (int i = 0; i < mirror->case_count; i++) {
		struct hit hit = {.place = HIT_CASE, .id = mirror->cases[i].id, .application = mirror->cases[i].id};

		if (seeking->names[i] == seeking->all && named_exactly(seeking, &mirror->cases[i]) == exactly &&
			hit_seen(seeking, &(struct hit_guard){0}, hit.application))
			hit_add(seeking, &hit);
	}
}

/* ---- texts in memory */

/* Texts looked through before it is seen whether there are hits enough. */
struct stretch {
	int first, end;
	uint16_t *standing; /* from the first on: the terms that stand in each */
};

/* Sets the term's bit on each text where the needle stands: one walk through all the texts, from hit to hit. */
static void needle_look(
	const struct hit_mirror *mirror, const struct stretch *stretch, const char *needle, size_t bytes, unsigned bit)
{
	const struct hit_kept *kept = mirror->kept, *last = &kept[stretch->end - 1];
	const char *begin = mirror->texts.text, *end = begin + last->at + last->bytes;
	const char *at = begin + kept[stretch->first].at;
	int piece = stretch->first;

	while (at < end && (at = memmem(at, (size_t)(end - at), needle, bytes))) {
		while (kept[piece].at + kept[piece].bytes <= (size_t)(at - begin))
			piece++;
		stretch->standing[piece - stretch->first] |= (uint16_t)bit;
		at = begin + kept[piece].at + kept[piece].bytes;
	}
}

/* A term is looked for where the first one stands, unless the first may stand in the name instead. */
static void term_follow(const struct hit_seeking *seeking, const struct stretch *stretch, int term, unsigned first)
{
	for (int i = stretch->first; i < stretch->end; i++) {
		const struct hit_kept *kept = &seeking->mirror->kept[i];

		if ((stretch->standing[i - stretch->first] & first) &&
			hit_term_stands(
				&seeking->words.terms[term], seeking->mirror->texts.text + kept->at, kept->bytes))
			stretch->standing[i - stretch->first] |= (uint16_t)(1u << term);
	}
}

/* The longest word is the rarest, as a rule; but first of all one that no case is called by. */
static int term_first(const struct hit_seeking *seeking)
{
	const struct hit_term *terms = seeking->words.terms;
	int first = 0;

	for (int i = 1; i < seeking->words.count; i++) {
		bool named = seeking->named & 1u << i, first_named = seeking->named & 1u << first;

		if (named < first_named || (named == first_named && terms[i].bytes[0] > terms[first].bytes[0]))
			first = i;
	}
	return first;
}

static void terms_look(const struct hit_seeking *seeking, const struct stretch *stretch)
{
	const struct hit_words *words = &seeking->words;
	int first = term_first(seeking);
	bool named = seeking->named & 1u << first;

	memset(stretch->standing, 0, (size_t)(stretch->end - stretch->first) * sizeof(*stretch->standing));
	for (int turn = 0; turn < words->count; turn++) {
		int at = turn == 0 ? first : turn <= first ? turn - 1 : turn;
		const struct hit_term *term = &words->terms[at];

		if (turn && !named) {
			term_follow(seeking, stretch, at, 1u << first);
			continue;
		}
		for (int i = 0; i < term->count; i++)
			needle_look(seeking->mirror, stretch, term->needles[i], term->bytes[i], 1u << at);
	}
}

static void kept_add(struct hit_seeking *seeking, const struct hit_kept *kept)
{
	struct hit hit = {.place = kept->place, .id = kept->id, .measure = kept->measure, .n = kept->n};

	if (!hit_seen(seeking, &kept->guard, kept->application))
		return;
	hit.application = kept->application > 0 ? kept->application : 0;
	hit.matter = kept->application < 0 ? -kept->application : 0;
	hit_add(seeking, &hit);
}

static void stretch_add(struct hit_seeking *seeking, const struct stretch *stretch)
{
	for (int i = stretch->first; i < stretch->end && !seeking->list->more; i++) {
		const struct hit_kept *kept = &seeking->mirror->kept[i];
		unsigned standing = stretch->standing[i - stretch->first];

		if (standing && (standing | hit_named(seeking, kept->application)) == seeking->all)
			kept_add(seeking, kept);
	}
}

static void memory_look(struct hit_seeking *seeking)
{
	const struct hit_mirror *mirror = seeking->mirror;
	struct stretch stretch = {.standing = memory_take((size_t)(mirror->count + 1) * sizeof(uint16_t))};

	while (stretch.end < mirror->count && !seeking->list->more) {
		size_t bytes = 0;

		for (stretch.first = stretch.end; stretch.end < mirror->count && bytes < HIT_STRETCH; stretch.end++)
			bytes += mirror->kept[stretch.end].bytes + 1;
		if (hit_impatient(seeking, bytes * (size_t)seeking->words.count))
			break;
		terms_look(seeking, &stretch);
		stretch_add(seeking, &stretch);
	}
	free(stretch.standing);
}

/* ---- the whole */

static const unsigned *names_look(
	const struct hit_mirror *mirror, const struct hit_words *words, struct arena *arena, unsigned *named)
{
	unsigned *names = arena_take(arena, (size_t)(mirror->case_count + 1) * sizeof(*names));

	for (int i = 0; i < mirror->case_count; i++) {
		names[i] = hit_words_standing(words, mirror->names.text + mirror->cases[i].at, mirror->cases[i].bytes);
		*named |= names[i];
	}
	return names;
}

static bool hits_seek(struct hit_seeking *seeking, struct arena *arena, struct error *err)
{
	const struct hit_mirror *mirror = seeking->mirror;

	if (!bars_load(seeking->cw, arena, &seeking->bars, err))
		return false;
	seeking->all = (1u << seeking->words.count) - 1;
	seeking->names = names_look(mirror, &seeking->words, arena, &seeking->named);
	seeking->roles = access_roles(seeking->cw);
	names_add(seeking, true);
	names_add(seeking, false);
	if (mirror->large)
		return hit_seek_large(seeking, err);
	memory_look(seeking);
	return true;
}

/* What is asked for and what it is looked for in. */
static bool seeking_begin(struct hit_seeking *seeking, struct arena *arena, struct error *err)
{
	struct casework *cw = seeking->cw;
	struct hit_mirror *mirror = NULL;
	bool read;

	if (!store_look(casework_store(cw), err))
		return false;
	read = hit_words_read(cw, seeking->query->words, arena, &seeking->words, err) &&
	       (!seeking->words.count || hit_mirror_load(cw, seeking->query->memory, &mirror, err));
	store_look_done(casework_store(cw));
	if (read && mirror && mirror->large)
		hit_index_fresh(cw, mirror, seeking->query);
	seeking->mirror = mirror;
	return read;
}

bool hit_list_load(struct casework *cw, const struct hit_query *query, struct hit_list *out, struct error *err)
{
	struct hit_list list = {0};
	struct hit_seeking seeking = {
		.cw = cw, .query = query, .most = query->most ? query->most : HITS_MOST, .list = &list};
	struct arena arena;
	bool sought;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err))
		return false;
	arena_init(&list.arena);
	arena_init(&arena);
	list.asked = arena_text(&list.arena, query->words ? query->words : "");
	sought = seeking_begin(&seeking, &arena, err);
	if (sought && seeking.words.count) {
		sought = store_look(casework_store(cw), err);
		if (sought) {
			sought = hits_seek(&seeking, &arena, err);
			store_look_done(casework_store(cw));
		}
	}
	arena_done(&arena);
	if (!sought) {
		hit_list_done(&list);
		return false;
	}
	*out = list;
	return true;
}

void hit_list_done(struct hit_list *list)
{
	if (!list)
		return;
	arena_done(&list->arena);
	*list = (struct hit_list){0};
}

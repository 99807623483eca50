/* What differs between two versions. Invariant: each part that differs is told once; a thing that came or went is told
 * as one, not part by part. */
#include "casework/grow.h"
#include "casework/version_inner.h"

#include "base/json_walk.h"
#include "base/text.h"
#include "base/words.h"

struct fact {
	const char *path, *value;
};
struct facts {
	struct arena *arena;
	struct fact *items;
	int count;
};

struct comparing {
	struct version_difference *out;
	const struct programme *programme;
	struct facts before, after;
};

static void fact_add(void *with, const char *path, const char *value)
{
	struct facts *facts = with;

	GROW(facts->arena, facts->items, facts->count);
	facts->items[facts->count++] = (struct fact){path, value};
}

/* The value at the path, *found whether it is there at all. `near` is where it stood last: both come in one order. */
static const char *fact_at(const struct facts *facts, const char *path, int *near, bool *found)
{
	for (int i = 0; i < facts->count; i++) {
		int at = (*near + i) % facts->count;

		if (!strcmp(facts->items[at].path, path)) {
			*near = at;
			*found = true;
			return facts->items[at].value;
		}
	}
	*found = false;
	return NULL;
}

/* How much of the path names a thing of its own: "measures.2."; 0 for a part of the application itself. */
static size_t thing_length(const char *path)
{
	const char *dot = strchr(path, '.'), *next;

	if (!dot || !strncmp(path, "application.", 12) || !strncmp(path, "sums.", 5))
		return 0;
	next = strchr(dot + 1, '.');
	return next ? (size_t)(next - path) + 1 : 0;
}

static bool thing_is_in(const struct facts *facts, const char *path, size_t bytes)
{
	for (int i = 0; i < facts->count; i++)
		if (!strncmp(facts->items[i].path, path, bytes))
			return true;
	return false;
}

/* A part of the thing that the path is in: its title, its name. */
static const char *thing_part(const struct facts *facts, const char *path, size_t bytes, const char *part)
{
	for (int i = 0; i < facts->count; i++)
		if (!strncmp(facts->items[i].path, path, bytes) && !strcmp(facts->items[i].path + bytes, part))
			return facts->items[i].value;
	return NULL;
}

/* "Measure 2 Hemmonitorering", "Dalarna", "Need 1 …". */
static const char *about_words(const struct facts *facts, const char *path, struct arena *arena)
{
	static const char *const sections[][2] = {
		{"measures.", N_("Measure")}, {"needs.", N_("Need")}, {"references.", N_("Reference")}};
	size_t bytes = thing_length(path);
	const char *name;

	if (!bytes)
		return !strncmp(path, "sums.", 5) ? _("All measures") : "";
	name = thing_part(facts, path, bytes, "title");
	for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
		size_t section = strlen(sections[i][0]);

		if (!strncmp(path, sections[i][0], section))
			return arena_format(arena, "%s %.*s %s", _(sections[i][1]), (int)(bytes - section - 1),
				path + section, name ? name : "");
	}
	name = thing_part(facts, path, bytes, "name");
	return name ? name : "";
}

static struct version_change *change_new(struct comparing *comparing)
{
	struct version_difference *out = comparing->out;

	GROW(&out->arena, out->items, out->count);
	return &out->items[out->count++];
}

/* What a measure that came or went asks for in all; "–" where it has no known sum. */
static const char *thing_sum(const struct facts *facts, const char *path, size_t bytes, struct arena *arena)
{
	char money[MONEY_TEXT];
	int64_t sum = 0;
	bool any = false;

	for (int i = 0; i < facts->count; i++) {
		const struct fact *fact = &facts->items[i];

		if (strncmp(fact->path, path, bytes) != 0 || strncmp(fact->path + bytes, "sought_ore.", 11) != 0)
			continue;
		if (!fact->value)
			return "–";
		any = true;
		sum += strtoll(fact->value, NULL, 10);
	}
	return any ? arena_text(arena, money_text(sum, MONEY_KR, words_swedish(), money)) : "–";
}

static void thing_say(struct comparing *comparing, const struct facts *in, const char *path, enum version_way way)
{
	struct arena *arena = &comparing->out->arena;
	const char *about = about_words(in, path, arena), *sum = thing_sum(in, path, thing_length(path), arena);
	bool came = way == VERSION_ADDED;

	*change_new(comparing) = (struct version_change){way, about, "", came ? "–" : sum, came ? sum : "–"};
}

static bool value_same(const char *before, const char *after)
{
	return text_same(before && *before ? before : NULL, after && *after ? after : NULL);
}

static void part_say(struct comparing *comparing, const struct facts *in, const char *path, const char *before,
	const char *after, enum version_way way)
{
	struct arena *arena = &comparing->out->arena;

	*change_new(comparing) = (struct version_change){way, about_words(in, path, arena),
		version_field_words(path, arena), version_value_words(comparing->programme, path, before, arena),
		version_value_words(comparing->programme, path, after, arena)};
}

/* A path of `in` held against the other version. Each thing that only one of them has is told at its first part. */
static void fact_compare(
	struct comparing *comparing, const struct facts *in, const struct facts *other, int at, int *near, bool forward)
{
	const struct fact *fact = &in->items[at];
	size_t bytes = thing_length(fact->path);
	enum version_way only = forward ? VERSION_ADDED : VERSION_GONE;
	const char *value;
	bool found;

	if (bytes && !thing_is_in(other, fact->path, bytes)) {
		if (!at || strncmp(in->items[at - 1].path, fact->path, bytes) != 0)
			thing_say(comparing, in, fact->path, only);
		return;
	}
	value = fact_at(other, fact->path, near, &found);
	if (found && forward && !value_same(value, fact->value))
		part_say(comparing, in, fact->path, value, fact->value, VERSION_CHANGED);
	else if (!found && fact->value && *fact->value)
		part_say(comparing, in, fact->path, forward ? NULL : fact->value, forward ? fact->value : NULL, only);
}

static int64_t sum_of(const struct facts *facts, const char *path)
{
	int near = 0;
	bool found;
	const char *value = fact_at(facts, path, &near, &found);

	return value ? strtoll(value, NULL, 10) : MONEY_UNKNOWN;
}

static void compare(struct comparing *comparing)
{
	int near = 0;

	for (int i = 0; i < comparing->after.count; i++)
		fact_compare(comparing, &comparing->after, &comparing->before, i, &near, true);
	near = 0;
	for (int i = 0; i < comparing->before.count; i++)
		fact_compare(comparing, &comparing->before, &comparing->after, i, &near, false);
	comparing->out->sought_before = sum_of(&comparing->before, "sums.sought_ore");
	comparing->out->sought_after = sum_of(&comparing->after, "sums.sought_ore");
	comparing->out->cost_before = sum_of(&comparing->before, "sums.cost_ore");
	comparing->out->cost_after = sum_of(&comparing->after, "sums.cost_ore");
}

static bool contents_read(struct casework *cw, int64_t application, struct comparing *comparing, struct error *err)
{
	struct arena *arena = &comparing->out->arena;
	const char *before, *after;

	if (!version_content(cw, application, comparing->out->from, arena, &before, err) ||
		!version_content(cw, application, comparing->out->to, arena, &after, err))
		return false;
	comparing->before.arena = comparing->after.arena = arena;
	json_walk(before, arena, fact_add, &comparing->before);
	json_walk(after, arena, fact_add, &comparing->after);
	return true;
}

bool version_difference_load(
	struct casework *cw, int64_t application, int from, int to, struct version_difference *out, struct error *err)
{
	struct version_difference difference = {.from = from, .to = to};
	struct comparing comparing = {.out = &difference};
	struct programme programme;
	bool read;

	if (!store_look(casework_store(cw), err))
		return false;
	arena_init(&difference.arena);
	read = programme_load(cw, &programme, err);
	if (read) {
		comparing.programme = &programme;
		read = contents_read(cw, application, &comparing, err);
		if (read)
			compare(&comparing);
		/* Names of words belong to the programme: the difference outlives it. */
		for (int i = 0; read && i < difference.count; i++) {
			difference.items[i].before = arena_text(&difference.arena, difference.items[i].before);
			difference.items[i].after = arena_text(&difference.arena, difference.items[i].after);
		}
		programme_done(&programme);
	}
	store_look_done(casework_store(cw));
	if (!read) {
		arena_done(&difference.arena);
		return false;
	}
	*out = difference;
	return true;
}

void version_difference_done(struct version_difference *difference)
{
	if (difference)
		arena_done(&difference->arena);
}

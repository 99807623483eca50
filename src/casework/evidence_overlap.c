/* The same measure in two applications of a region: a hint from titles and words, never a judgement. Invariant: only
 * what is alike in two ways at least is shown, and only measures that are not withdrawn. */
#include "casework/contents_inner.h"

#include "base/text.h"
#include "base/words.h"

enum { STEMS_MOST = 24, STEM_BYTES = 6, WORD_LEAST = 5, ALIKE_LEAST = 2 };

struct stems {
	char each[STEMS_MOST][STEM_BYTES + 1];
	int count;
};

/* The beginnings of a title's longer words. */
static void stems_make(struct arena *arena, const char *title, struct stems *out)
{
	const char *at = text_fold(arena, title);

	out->count = 0;
	while (*at && out->count < STEMS_MOST) {
		size_t bytes = strcspn(at, " ,.:;-()/");

		if (bytes >= WORD_LEAST)
			snprintf(out->each[out->count++], STEM_BYTES + 1, "%.*s", (int)bytes, at);
		at += bytes + strspn(at + bytes, " ,.:;-()/");
	}
}

static int stems_alike(const struct stems *one, const struct stems *two)
{
	int alike = 0;

	for (int i = 0; i < one->count; i++)
		for (int k = 0; k < two->count; k++)
			alike += !strcmp(one->each[i], two->each[k]);
	return alike;
}

/* How many of the words parted by | stand in both. */
static int tags_alike(const char *one, const char *two)
{
	int alike = 0;

	for (const char *at = one; *at;) {
		size_t bytes = strcspn(at, "|");

		for (const char *other = two; *other; other += strcspn(other, "|"), other += *other == '|')
			alike += strcspn(other, "|") == bytes && !strncmp(other, at, bytes);
		at += bytes + (at[bytes] == '|');
	}
	return alike;
}

struct elsewhere {
	const char *title, *type, *area, *effect, *tags, *region;
	int year, n, measure_n;
};

static void elsewhere_read(struct rows *rows, struct arena *arena, struct elsewhere *out)
{
	*out = (struct elsewhere){.title = rows_text(rows, "title", arena),
		.type = rows_text(rows, "type", arena),
		.area = rows_text(rows, "area", arena),
		.effect = rows_text(rows, "effect", arena),
		.tags = rows_text(rows, "tags", arena),
		.region = rows_text(rows, "region", arena),
		.year = (int)rows_number(rows, "year"),
		.n = (int)rows_number(rows, "n"),
		.measure_n = (int)rows_number(rows, "measure_n")};
}

static bool is_alike(const struct measure *measure, const struct elsewhere *other, struct arena *arena)
{
	struct stems one, two;

	stems_make(arena, measure->title, &one);
	stems_make(arena, other->title, &two);
	return stems_alike(&one, &two) >= ALIKE_LEAST ||
	       (measure->type && measure->area && measure->effect && text_same(measure->type, other->type) &&
		       text_same(measure->area, other->area) && text_same(measure->effect, other->effect) &&
		       tags_alike(measure->tags, other->tags) >= ALIKE_LEAST);
}

static void other_see(struct seeing *seeing, const struct elsewhere *other, struct arena *arena)
{
	const struct measure_list *measures = &seeing->contents->measures;

	for (int i = 0; i < measures->count; i++) {
		const struct evidence_about about = {.kind = EVIDENCE_OVERLAP,
			.measure = &measures->items[i],
			.where = _("Other applications of the region")};

		if (!about.measure->withdrawn_on && is_alike(about.measure, other, arena))
			evidence_say(seeing, about, SEES_UNCLEAR,
				_("Looks like %d-%d.%d, %s, where %s applies too. Is it the same measure?"), other->n,
				other->year, other->measure_n, other->title, other->region);
	}
}

bool evidence_overlaps(struct seeing *seeing, struct error *err)
{
	struct rows rows;
	struct arena arena;

	if (!store_ask(casework_store(seeing->cw), SQL_MEASURE_ELSEWHERE,
		    BINDS(BIND("application", seeing->contents->application.row.id)), &rows, err))
		return false;
	arena_init(&arena);
	while (rows_next(&rows)) {
		struct elsewhere other;

		elsewhere_read(&rows, &arena, &other);
		other_see(seeing, &other, &arena);
	}
	arena_done(&arena);
	return rows_done(&rows, err);
}

/* Two versions of the criteria side by side. Invariant: whether a criterion is to be scored anew follows from the
 * Swedish steps alone, as it does in the view counted_score. */
#include "casework/criteria.h"

#include "base/buffer.h"
#include "base/text.h"
#include "base/words.h"

static unsigned steps_differ(const struct criterion *a, const struct criterion *b, int language)
{
	unsigned steps = 0;

	for (int i = 0; i < 5; i++)
		if (!text_same(a->step[i][language], b->step[i][language]))
			steps |= 1U << i;
	return steps;
}

static bool names_differ(const struct criterion *a, const struct criterion *b)
{
	return !text_same(a->name[0], b->name[0]) || !text_same(a->name[1], b->name[1]);
}

/* Of the criteria that both have, as few as possible have been moved: those outside a longest run that stands in the
 * same order in both. moved[i] is for `after`. */
static void moved_find(const struct criteria *before, const struct criteria *after, bool moved[])
{
	int count = after->count, best = -1;
	int *length = memory_take((size_t)count * sizeof(*length) + 1),
	    *from = memory_take((size_t)count * sizeof(*from) + 1);

	for (int i = 0; i < count; i++) {
		const struct criterion *at = criteria_find(before, after->items[i].id);

		moved[i] = at != NULL;
		length[i] = at != NULL;
		from[i] = -1;
		for (int j = 0; at && j < i; j++) {
			const struct criterion *earlier = criteria_find(before, after->items[j].id);

			if (earlier && earlier < at && length[j] + 1 > length[i]) {
				length[i] = length[j] + 1;
				from[i] = j;
			}
		}
		if (best < 0 || length[i] > length[best])
			best = i;
	}
	for (int i = best; i >= 0; i = from[i])
		moved[i] = false;
	free(length);
	free(from);
}

static struct criterion_pair pair_make(const struct criterion *before, const struct criterion *after, bool moved)
{
	struct criterion_pair pair = {.before = before, .after = after};

	if (!before || !after) {
		pair.differs = before ? CRITERION_TAKEN : CRITERION_ADDED;
		return pair;
	}
	pair.steps = steps_differ(before, after, 1);
	if (before->weight != after->weight)
		pair.differs |= CRITERION_WEIGHT;
	if (names_differ(before, after))
		pair.differs |= CRITERION_NAME;
	if (before->bonus != after->bonus)
		pair.differs |= CRITERION_BONUS;
	if (pair.steps)
		pair.differs |= CRITERION_STEPS;
	if (steps_differ(before, after, 0) & ~pair.steps || !text_same(before->trace, after->trace))
		pair.differs |= CRITERION_WORDS;
	if (moved)
		pair.differs |= CRITERION_ORDER;
	return pair;
}

static void pair_add(struct criteria_comparison *comparison, struct criterion_pair pair)
{
	comparison->items[comparison->count++] = pair;
	comparison->changed += pair.differs != 0;
	comparison->anew += (pair.differs & (CRITERION_STEPS | CRITERION_ADDED)) != 0;
}

static void pairs_make(struct criteria_comparison *made)
{
	bool *moved = arena_take(&made->after.arena, (size_t)made->after.count + 1);

	made->items = arena_take(
		&made->after.arena, (size_t)(made->before.count + made->after.count) * sizeof(*made->items) + 1);
	moved_find(&made->before, &made->after, moved);
	for (int i = 0; i < made->after.count; i++) {
		const struct criterion *item = &made->after.items[i];

		pair_add(made, pair_make(criteria_find(&made->before, item->id), item, moved[i]));
	}
	for (int i = 0; i < made->before.count; i++)
		if (!criteria_find(&made->after, made->before.items[i].id))
			pair_add(made, pair_make(&made->before.items[i], NULL, false));
}

bool criteria_compare(
	struct casework *cw, int64_t before, int64_t after, struct criteria_comparison *out, struct error *err)
{
	struct criteria_comparison made = {0};

	if (!criteria_load(cw, before, &made.before, err))
		return false;
	if (!criteria_load(cw, after, &made.after, err)) {
		criteria_done(&made.before);
		return false;
	}
	pairs_make(&made);
	*out = made;
	return true;
}

void criteria_comparison_done(struct criteria_comparison *comparison)
{
	if (!comparison)
		return;
	criteria_done(&comparison->before);
	criteria_done(&comparison->after);
}

static void part_say(struct buffer *buffer, const char *words)
{
	buffer_format(buffer, "%s%s", buffer->bytes ? ", " : "", words);
}

static void steps_say(struct buffer *buffer, unsigned steps)
{
	for (int i = 0; i < 5; i++)
		if (steps & 1U << i)
			buffer_format(buffer, buffer->bytes ? ", %s %d" : "%s %d", _("step"), i);
}

const char *criterion_difference(const struct criterion_pair *pair, struct arena *arena)
{
	struct buffer buffer;
	const char *words;

	buffer_init(&buffer);
	if (pair->differs & CRITERION_ADDED)
		buffer_format(&buffer, _("new, weight %d"), pair->after->weight);
	if (pair->differs & CRITERION_TAKEN)
		buffer_format(&buffer, _("taken away, weight %d"), pair->before->weight);
	if (pair->differs & CRITERION_WEIGHT)
		buffer_format(&buffer, _("weight %d → %d"), pair->before->weight, pair->after->weight);
	steps_say(&buffer, pair->steps);
	if (pair->differs & CRITERION_NAME)
		part_say(&buffer, _("name"));
	if (pair->differs & CRITERION_BONUS)
		part_say(&buffer, pair->after->bonus ? _("now a bonus") : _("no longer a bonus"));
	if (pair->differs & CRITERION_WORDS)
		part_say(&buffer, _("wording"));
	if (pair->differs & CRITERION_ORDER)
		part_say(&buffer, _("order"));
	words = arena_text(arena, buffer.bytes ? buffer.text : "");
	buffer_done(&buffer);
	return words;
}

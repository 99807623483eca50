/* What the panes of the criteria share: a version's status in words, two versions side by side, and why something is
 * not done here. */
#include "tui/criteria_words.h"

#include "base/buffer.h"
#include "base/words.h"

void criteria_status(const struct criteria_version *version, char out[LISTING_TEXT])
{
	const char *word = criteria_state_word(version->state);

	if (version->state == CRITERIA_ADOPTED)
		snprintf(out, LISTING_TEXT, "%s %s", word, version->adopted_on);
	else if (version->state == CRITERIA_DROPPED)
		snprintf(out, LISTING_TEXT, "%s %.10s", word, version->dropped_at);
	else
		snprintf(out, LISTING_TEXT, "%s", word);
}

/* ---- two versions */

static void step_write(struct buffer *out, const struct criterion_pair *pair, int step)
{
	int language = words_swedish();
	const char *before = pair->before->step[step][language], *after = pair->after->step[step][language];

	if (pair->steps & 1U << step || strcmp(before, after) != 0)
		buffer_format(out, "  %s %d\n    - %s\n    + %s\n", _("step"), step, before, after);
}

static void pair_write(struct buffer *out, const struct criterion_pair *pair, struct arena *arena)
{
	const struct criterion *item = pair->after ? pair->after : pair->before;

	if (!pair->differs)
		return;
	buffer_format(out, "%s %s: %s\n", item->id, item->name[words_swedish()], criterion_difference(pair, arena));
	for (int step = 0; pair->before && pair->after && step < 5; step++)
		step_write(out, pair, step);
	if (pair->differs & (CRITERION_STEPS | CRITERION_ADDED))
		buffer_format(out, "  %s\n", _("Has to be scored again: other steps, other scores."));
	buffer_text(out, "\n");
}

static void comparison_write(const struct criteria_comparison *compared, struct buffer *out)
{
	struct arena arena;

	arena_init(&arena);
	buffer_format(
		out, _("%d criteria differ, %d would have to be scored again."), compared->changed, compared->anew);
	buffer_text(out, "\n\n");
	for (int i = 0; i < compared->count; i++)
		pair_write(out, &compared->items[i], &arena);
	if (!compared->changed)
		buffer_format(out, "%s\n", _("Nothing differs."));
	arena_done(&arena);
}

void criteria_difference_show(struct ui *ui, int64_t before, int64_t after)
{
	struct criteria_comparison compared;
	struct error err = {0};
	struct buffer text;
	char title[120];

	if (!criteria_compare(desk_of(ui)->cw, before, after, &compared, &err)) {
		desk_refused(ui, &err);
		return;
	}
	snprintf(title, sizeof title, _("Criteria · version %lld against version %lld"), (long long)after,
		(long long)before);
	buffer_init(&text);
	comparison_write(&compared, &text);
	ui_push(ui, &text_pane, &(struct text_what){.title = title, .text = text.text});
	buffer_done(&text);
	criteria_comparison_done(&compared);
}

/* ---- why not */

const char *criteria_closed(const struct ui *ui, const struct criteria_version *version)
{
	const char *barred = desk_barred(ui, RIGHT_CRITERIA_DRAFT);

	if (barred)
		return barred;
	switch (version->state) {
	case CRITERIA_DRAFT: return NULL;
	case CRITERIA_TAKEN_IN:
		return _("The version came with the law as data and never changes. + in the list of versions drafts a "
			 "new one from it.");
	case CRITERIA_ADOPTED:
		return _("An adopted version never changes. + in the list of versions drafts a new one from it.");
	case CRITERIA_DROPPED: return _("The draft was dropped. + in the list of versions drafts a new one from it.");
	}
	return NULL;
}

const char *criteria_adopt_closed(const struct ui *ui, const struct criteria_version *version)
{
	if (version->state == CRITERIA_ADOPTED)
		return _("The delegation's decision is recorded already.");
	if (version->state == CRITERIA_DROPPED)
		return _("The draft was dropped. + in the list of versions drafts a new one from it.");
	if (version->weights != CRITERIA_WHOLE)
		return _("The weights are to add up to 100 before the version is adopted.");
	return desk_barred(ui, RIGHT_CRITERIA_ADOPT);
}

void criteria_preview_open(struct ui *ui, int64_t number)
{
	if (desk_with_round(ui, _("There is no round to show the order of.")))
		ui_push(ui, &preview_pane, &number);
}

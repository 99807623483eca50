/* Clocks in words, and the days they count. Invariant: whose move it is follows from the days alone, and a warning
 * about a day never stops anything. */
#include "casework/clock.h"

#include "base/text.h"
#include "base/words.h"

const char *const clock_kinds[] = {"completion", "notice", "as_is", "communication", "referral", NULL};

const char *const *clock_outcomes(const char *kind)
{
	static const char *const completion[] = {"complete", "partly", "unanswered", NULL},
				 *const notice[] = {"commented", "adjusted", "stands", "unanswered", NULL},
				 *const others[] = {"commented", "unanswered", NULL}, *const none[] = {NULL};

	if (text_same(kind, "completion"))
		return completion;
	if (text_same(kind, "notice"))
		return notice;
	return text_same(kind, "as_is") ? none : others;
}

static const struct {
	const char *way, *kind;
} ways[] = {{"completion", "completion"}, {"suitability", "notice"}, {"communication", "communication"}};

const char *clock_way(const char *kind)
{
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
		if (text_same(ways[i].kind, kind))
			return ways[i].way;
	return NULL;
}

const char *clock_kind_of(const char *way)
{
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
		if (text_same(ways[i].way, way))
			return ways[i].kind;
	return NULL;
}

/* The words of a code, or the code itself. */
static const char *code_words(const char *const table[][2], size_t count, const char *code)
{
	for (size_t i = 0; code && i < count; i++)
		if (!strcmp(table[i][0], code))
			return _(table[i][1]);
	return code ? code : "";
}

const char *clock_kind_words(const char *kind)
{
	static const char *const table[][2] = {{"completion", N_("Supplementary information (10 §)")},
		{"notice", N_("Notice under 11 §")}, {"as_is", N_("Assessed as submitted (12 §)")},
		{"communication", N_("Communication (FL 25 §)")}, {"referral", N_("Referral (FL 26 §)")}};

	return code_words(table, sizeof table / sizeof *table, kind);
}

const char *clock_outcome_words(const char *outcome)
{
	static const char *const table[][2] = {{"complete", N_("complete, as asked")},
		{"partly", N_("complete in part")}, {"unanswered", N_("not answered")},
		{"commented", N_("commented on")}, {"adjusted", N_("adjusted")}, {"stands", N_("stands as it is")},
		{"withdrawn", N_("withdrawn")}};

	return code_words(table, sizeof table / sizeof *table, outcome);
}

const char *mover_words(enum mover mover)
{
	switch (mover) {
	case MOVER_NOBODY: return "";
	case MOVER_US: return _("we");
	case MOVER_APPLICANT: return _("applicant");
	case MOVER_DELEGATION: return _("delegation");
	case MOVER_BODY: return _("referral");
	}
	return "";
}

enum mover clock_mover(
	const char *kind, const char *due_on, const char *answered_on, const char *ended_on, const char *today)
{
	if (ended_on || !due_on)
		return MOVER_NOBODY;
	if (answered_on || strcmp(due_on, today) < 0)
		return MOVER_US;
	return text_same(kind, "referral") ? MOVER_BODY : MOVER_APPLICANT;
}

/* The almanac's names are Swedish, and kept so in both languages; the days of the week are not. */
static const char *off_words(day which)
{
	static const char *const weekend[] = {N_("a Saturday"), N_("a Sunday")};
	const char *name = day_off_name(which);

	if (!strcmp(name, "lördag"))
		return _(weekend[0]);
	return !strcmp(name, "söndag") ? _(weekend[1]) : name;
}

const char *clock_day_warning(day which, struct arena *arena)
{
	char text[DAY_TEXT], next[DAY_TEXT];

	if (which == DAY_NONE || !day_is_off(which))
		return NULL;
	day_text(which, text);
	day_text(day_next_working(which), next);
	return arena_format(
		arena, _("%s is %s, not a working day. The next working day is %s."), text, off_words(which), next);
}

const char *clock_meetings_words(const struct meeting_list *meetings, const char *due_on, struct arena *arena)
{
	const struct meeting *before = NULL, *after = NULL;

	for (int i = 0; i < meetings->count; i++) {
		if (strcmp(meetings->items[i].on_day, due_on) <= 0)
			before = &meetings->items[i];
		else if (!after)
			after = &meetings->items[i];
	}
	if (before && after)
		return arena_format(arena, _("Before the day: %s %s %s. First after it: %s %s %s."), before->on_day,
			before->region_short, before->body, after->on_day, after->region_short, after->body);
	if (before)
		return arena_format(
			arena, _("Before the day: %s %s %s."), before->on_day, before->region_short, before->body);
	if (after)
		return arena_format(arena, _("No known meeting before the day. First after it: %s %s %s."),
			after->on_day, after->region_short, after->body);
	return NULL;
}

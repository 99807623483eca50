/* What is said of an assessor's progress. Invariant: a severity is told with what it rests on, or not at all. */
#include "casework/progress.h"

#include "base/words.h"

#include <stdlib.h>

const char *progress_conflict_code(enum progress_conflict conflict)
{
	static const char *const codes[] = {"unasked", "partly", "answered", "unanswered", "cases", "out", ""};

	return codes[conflict];
}

const char *progress_conflict_words(struct arena *arena, const struct progress_row *row)
{
	switch (row->conflict) {
	case PROGRESS_UNASKED: return _("not asked");
	case PROGRESS_PARTLY: return _("asked in part");
	case PROGRESS_ANSWERED: return _("has answered");
	case PROGRESS_UNANSWERED: return _("not answered");
	case PROGRESS_CASES:
		return arena_format(arena,
			ngettext("%d case barred", "%d cases barred", (unsigned long)row->conflict_cases),
			row->conflict_cases);
	case PROGRESS_OUT: return _("takes no part");
	case PROGRESS_UNKNOWN: return _("not shown");
	}
	return "";
}

static const char *tenths_text(struct arena *arena, int tenths)
{
	return arena_format(arena, words_swedish() ? "%d,%d" : "%d.%d", abs(tenths) / 10, abs(tenths) % 10);
}

const char *progress_severity_text(struct arena *arena, const struct progress_severity *severity)
{
	if (!severity->told)
		return "";
	if (!severity->tenths)
		return _("as others");
	return arena_format(
		arena, severity->tenths < 0 ? _("%s lower") : _("%s higher"), tenths_text(arena, severity->tenths));
}

const char *progress_severity_words(struct arena *arena, const struct progress_severity *severity)
{
	if (!severity->told)
		return arena_format(arena,
			_("no severity: compared on %d points of %d measures, and it takes %d points of %d"),
			severity->points, severity->measures, PROGRESS_POINTS_LEAST, PROGRESS_MEASURES_LEAST);
	if (!severity->tenths)
		return arena_format(arena,
			_("gives as many steps on average as others on the same measures (compared on %d points)"),
			severity->points);
	return arena_format(arena,
		severity->tenths < 0
			? _("gives %s steps less on average than others on the same measures (compared on %d points)")
			: _("gives %s steps more on average than others on the same measures (compared on %d points)"),
		tenths_text(arena, severity->tenths), severity->points);
}

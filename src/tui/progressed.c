/* How one assessor has used the scale. Invariant: no bar says what no number beside it says. */
#include "tui/progressed.h"

#include "base/words.h"

enum { BAR_MOST = 40 };

static void mean_write(const struct progress_steps *steps, struct buffer *out)
{
	if (steps->given)
		buffer_format(out, words_swedish() ? "%4d,%d" : "%4d.%d", steps->mean_10 / 10, steps->mean_10 % 10);
	else
		buffer_format(out, "%6s", "-");
}

static void criteria_write(const struct progress *progress, const struct progress_row *row, struct buffer *out)
{
	buffer_format(out, "%-4s %3d %3d %3d %3d %3d  %s\n", "", 0, 1, 2, 3, 4, _("mean abstains"));
	for (int k = 0; k < progress->criterion_count; k++) {
		const struct progress_steps *steps = &row->criteria[k];

		buffer_format(out, "%-4s", progress->criteria[k]);
		for (int step = 0; step <= SCORE_MOST; step++)
			buffer_format(out, " %3d", steps->times[step]);
		mean_write(steps, out);
		buffer_format(out, " %7d\n", steps->abstained);
	}
}

/* A sign for each time while that fits; otherwise the longest is as long as may be. */
static int bar_cells(const struct progress_steps *steps, int step)
{
	int most = 0;

	for (int i = 0; i <= SCORE_MOST; i++)
		most = steps->times[i] > most ? steps->times[i] : most;
	if (most <= BAR_MOST)
		return steps->times[step];
	return (steps->times[step] * BAR_MOST + most - 1) / most;
}

static void all_write(const struct progress_steps *steps, bool bars, struct buffer *out)
{
	buffer_format(out, "%s\n", _("All criteria together:"));
	for (int step = 0; step <= SCORE_MOST; step++) {
		buffer_format(out, _("step %d %4d"), step, steps->times[step]);
		if (bars && steps->times[step])
			buffer_format(out, " %.*s", bar_cells(steps, step), "########################################");
		buffer_text(out, "\n");
	}
	buffer_text(out, _("mean  "));
	mean_write(steps, out);
	buffer_text(out, "\n");
}

void progressed_text(const struct progress *progress, const struct progress_row *row, bool bars, struct buffer *out)
{
	struct arena arena;

	arena_init(&arena);
	buffer_format(out, _("Assigned %d, handed in %d, left %d, of them drafts %d"), row->assigned, row->submitted,
		row->left, row->begun);
	if (row->to_replace)
		buffer_format(out, _(", to be replaced %d"), row->to_replace);
	if (row->relieved)
		buffer_format(out, _(", relieved of %d"), row->relieved);
	if (row->set_aside)
		buffer_format(out, _(", set aside %d"), row->set_aside);
	buffer_format(out, _("\nConflict of interest: %s\nSeverity: %s\n\n"), progress_conflict_words(&arena, row),
		progress_severity_words(&arena, &row->severity));
	criteria_write(progress, row, out);
	buffer_text(out, "\n");
	all_write(&row->all, bars, out);
	buffer_format(out, "\n%s\n", _("Severity is shown and never applied: no points change by it."));
	if (progress->hidden)
		buffer_format(out,
			ngettext("Points and drafts of %d measure are hidden from you and are not counted.",
				"Points and drafts of %d measures are hidden from you and are not counted.",
				(unsigned long)progress->hidden),
			progress->hidden);
	arena_done(&arena);
}

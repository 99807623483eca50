/* Who takes part, as a table: conflicts of interest. Invariant: who has not answered is told apart from who reported
 * nothing. */
#include "csv/reports.h"

#include "base/text.h"
#include "base/words.h"

const char *in_hand_text(struct arena *arena, const struct disqualification *row)
{
	const char *text = row->officer_of ? _("case officer") : "";

	if (row->owing)
		text = arena_format(arena, _("%s%s%d to assess"), text, *text ? ", " : "", row->owing);
	if (row->submitted)
		text = arena_format(arena, _("%s%s%d handed in"), text, *text ? ", " : "", row->submitted);
	return arena_text(arena, text);
}

static const char *word_or_null(const struct programme *programme, const char *kind, const char *code)
{
	return text_blank(code) ? NULL : programme_word_name(programme, kind, code);
}

static void process_put(struct report *report, const struct disqualification *row, const struct programme *programme)
{
	report_text_put(report, word_or_null(programme, "bar_ground", row->ground));
	report_text_put(report, row->what);
	report_day_put(report, row->asked_on);
	report_day_put(report, row->answered_at ? arena_format(&report->arena, "%.10s", row->answered_at) : NULL);
	report_day_put(report, row->tried_on);
	report_text_put(report, word_or_null(programme, "bar_trier", row->tried_by));
	report_text_put(report, row->reasons);
	report_bool_put(report, row->took_part);
	report_bool_put(report, row->later);
	report_text_put(report, word_or_null(programme, "bar_work", row->work));
	report_text_put(report, row->work_why);
	report_text_put(report, in_hand_text(&report->arena, row));
	report_text_put(report, row->recorded_by);
	report_number_put(report, row->version);
}

void report_disqualifications(struct report *report, const struct disqualification_list *list,
	const struct programme *programme, bool with_year)
{
	static const enum column_name columns[] = {COLUMN_NAME, COLUMN_LOGIN, COLUMN_NUMBER, COLUMN_ROUND,
		COLUMN_CONFLICT, COLUMN_CONFLICT_CODE, COLUMN_REGION, COLUMN_CONFLICT_GROUND, COLUMN_CIRCUMSTANCE,
		COLUMN_ASKED, COLUMN_ANSWERED, COLUMN_TRIED, COLUMN_TRIED_BY, COLUMN_TRIAL_REASONS, COLUMN_NEEDED,
		COLUMN_LATER, COLUMN_WORK, COLUMN_WORK_WHY, COLUMN_IN_HAND, COLUMN_RECORDED_BY, COLUMN_VERSION};

	report_init(report, "conflicts", columns, sizeof(columns) / sizeof(*columns));
	for (int i = 0; i < list->count; i++) {
		const struct disqualification *row = &list->items[i];

		report_text_put(report, row->person_name);
		report_text_put(report, row->login);
		report_text_put(report, row->n ? number_text(&report->arena, with_year, row->year, row->n) : "");
		report_text_put(report, row->round_name);
		report_text_put(report, disqualification_state_words(row->state));
		report_text_put(report, disqualification_state_code(row->state));
		report_text_put(report, row->region);
		process_put(report, row, programme);
		report_row_end(report);
	}
	report_fact_number(report, "asked", list->sum.asked);
	report_fact_number(report, "answered", list->sum.answered);
	report_fact_number(report, "reported", list->sum.reported);
	report_fact_number(report, "barred", list->sum.barred);
	report_fact_number(report, "untried", list->sum.untried);
}

/* What stands beside the order of a ranking, as tables: its proposals, and amounts in words. */
#include "csv/reports.h"

#include "base/words.h"

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

const char *proposal_purpose_word(const struct proposal *proposal)
{
	if (!proposal->locked_at)
		return _("being worked on");
	return proposal->saved ? _("saved") : _("for the meeting");
}

void report_proposals(struct report *report, const struct proposal_list *list)
{
	static const enum column_name columns[] = {COLUMN_PROPOSAL, COLUMN_PROPOSAL_NAME, COLUMN_PURPOSE, COLUMN_MADE,
		COLUMN_MADE_BY, COLUMN_STORED, COLUMN_STORED_BY, COLUMN_ROWS, COLUMN_INSIDE, COLUMN_PROPOSED_ORE};

	report_init(report, "proposals", columns, COUNT(columns));
	for (int i = 0; i < list->count; i++) {
		const struct proposal *item = &list->items[i];

		report_number_put(report, item->n);
		report_text_put(report, item->name);
		report_text_put(report, proposal_purpose_word(item));
		report_text_put(report, item->made_at);
		report_text_put(report, item->made_by);
		report_text_put(report, item->locked_at);
		report_text_put(report, item->locked_by);
		report_number_put(report, item->rows);
		report_number_put(report, item->inside);
		report_ore_put(report, item->proposed_ore);
		report_row_end(report);
	}
}

const char *mnkr_text(struct arena *arena, int64_t ore)
{
	char text[MONEY_TEXT];
	const char *unit = words_swedish() ? "mnkr" : "MSEK";
	size_t bytes = strlen(money_text(ore, MONEY_MNKR, words_swedish(), text));

	if (ore % INT64_C(10000000)) /* not whole tenths of a million */
		return money_text(ore, MONEY_KR, words_swedish(), arena_take(arena, MONEY_TEXT));
	if (bytes > 2 && text[bytes - 1] == '0')
		text[bytes - 2] = '\0';
	return arena_format(arena, "%s %s", text, unit);
}

bool rank_too_little(const struct rank_row *row)
{
	return row->fit == RANK_OUTSIDE && row->fits_ore > 0 && row->least_ore > 0;
}

const char *rank_least_text(struct arena *arena, const struct rank_row *row)
{
	return arena_format(arena, _("at least %s"), mnkr_text(arena, row->least_ore));
}

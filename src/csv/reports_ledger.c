/* The ledger as a table. Invariant: the sentences below it are made from the row of sums above them. */
#include "csv/reports_ledger.h"

#include "base/money.h"
#include "base/words.h"
#include "csv/reports.h"

static const char *kr(struct arena *arena, int64_t ore)
{
	char text[MONEY_TEXT];

	return arena_text(arena, money_text(ore, MONEY_KR, words_swedish(), text));
}

const char *ledger_granted_text(struct arena *arena, const struct ledger_line *line)
{
	return arena_format(arena,
		ledger_line_granted_holds(line) ? _("Yes: granted %s = planned %s + not planned %s.")
						: _("No: granted %s is not planned %s + not planned %s."),
		kr(arena, line->granted), kr(arena, ledger_line_planned(line)), kr(arena, line->ore[LEDGER_UNPLANNED]));
}

const char *ledger_planned_text(struct arena *arena, const struct ledger_line *line)
{
	const char *planned;

	if (line->planned == MONEY_UNKNOWN)
		return _("What the plans said on a day that has passed is not told.");
	planned = kr(arena, line->planned);
	return arena_format(arena,
		ledger_line_planned_holds(line)
			? _("Yes: planned %s = paid out %s + not paid yet %s + withheld %s + not to be paid %s.")
			: _("No: planned %s is not paid out %s + not paid yet %s + withheld %s + not to be paid %s."),
		planned, kr(arena, line->ore[LEDGER_PAID]), kr(arena, line->ore[LEDGER_DUE]),
		kr(arena, line->ore[LEDGER_STOPPED]), kr(arena, line->ore[LEDGER_WITHDRAWN]));
}

const char *ledger_back_text(struct arena *arena, const struct ledger_line *line)
{
	return arena_format(arena,
		_("Money back: claims not repaid %s, repaid %s, taken away %s; repaid without a claim %s; interest "
		  "paid %s."),
		kr(arena, line->ore[LEDGER_CLAIMED]), kr(arena, line->ore[LEDGER_REPAID]),
		kr(arena, line->ore[LEDGER_REMITTED]), kr(arena, line->ore[LEDGER_VOLUNTARY]),
		kr(arena, line->ore[LEDGER_INTEREST]));
}

static void line_put(struct report *report, const struct ledger_line *line, bool with_year)
{
	static const enum ledger_account shown[] = {LEDGER_UNPLANNED, LEDGER_DUE, LEDGER_PAID, LEDGER_STOPPED,
		LEDGER_WITHDRAWN, LEDGER_CLAIMED, LEDGER_REPAID, LEDGER_REMITTED, LEDGER_VOLUNTARY, LEDGER_INTEREST};

	report_text_put(report, line->measure ? measure_text(&report->arena, with_year, line->application_year,
							line->application_n, line->measure_n)
				: line->year  ? ""
					      : _("Sum"));
	report_text_put(report, line->lead_short);
	report_number_put(report, line->year ? line->year : MONEY_UNKNOWN);
	report_ore_put(report, line->granted);
	if (line->planned == MONEY_UNKNOWN)
		report_blank_put(report);
	else
		report_ore_put(report, line->planned);
	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
		report_ore_put(report, line->ore[shown[i]]);
	report_row_end(report);
}

void report_ledger(struct report *report, const struct ledger_list *list, bool with_year)
{
	static const enum column_name columns[] = {COLUMN_NUMBER, COLUMN_REGION, COLUMN_YEAR, COLUMN_GRANTED_ORE,
		COLUMN_PLANNED_ORE, COLUMN_UNPLANNED_ORE, COLUMN_UNPAID_ORE, COLUMN_PAID_ORE, COLUMN_STOPPED_ORE,
		COLUMN_WITHDRAWN_ORE, COLUMN_CLAIM_UNPAID_ORE, COLUMN_REPAID_ORE, COLUMN_REMITTED_ORE,
		COLUMN_VOLUNTARY_ORE, COLUMN_INTEREST_ORE};
	struct arena *arena = &report->arena;

	report_init(report, "accounts", columns, sizeof columns / sizeof *columns);
	for (int i = 0; i < list->count; i++)
		line_put(report, &list->items[i], with_year);
	line_put(report, &list->sum, with_year);
	report_fact_text(
		report, "granted_is_planned_and_unplanned", ledger_line_granted_holds(&list->sum) ? "yes" : "no");
	report_fact_text(report, "planned_is_paid_due_stopped_and_withdrawn",
		list->sum.planned == MONEY_UNKNOWN      ? NULL
		: ledger_line_planned_holds(&list->sum) ? "yes"
							: "no");
	report_fact_number(report, "unequal", list->unequal);
	report->line_after = report->row_count;
	report->line_text = arena_format(
		arena, "%s\n%s", ledger_granted_text(arena, &list->sum), ledger_planned_text(arena, &list->sum));
	if (list->unequal)
		report->line_text = arena_format(arena, "%s\n%s", report->line_text,
			arena_format(arena,
				ngettext("In %d measure and year the ledger differs from the decisions and plans: "
					 "kansli check names it.",
					"In %d measures and years the ledger differs from the decisions and plans: "
					"kansli check names them.",
					(unsigned long)list->unequal),
				list->unequal));
}

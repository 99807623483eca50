/* Reports on grants as a table and on paper. Invariant: what was promised and what was achieved stand on the same line,
 * and unused money is called a proposal. */
#include "csv/reporting_paper.h"

#include "base/money.h"
#include "base/text.h"
#include "base/words.h"
#include "casework/clock.h"
#include "csv/reports.h"

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

void report_reportings(struct report *report, const struct reporting_list *list, bool with_year)
{
	static const enum column_name columns[] = {COLUMN_REPORT_DUE, COLUMN_NUMBER, COLUMN_ROW, COLUMN_KIND,
		COLUMN_REPORT_STATE, COLUMN_REGION, COLUMN_MEASURE, COLUMN_STATE_CODE, COLUMN_LATE, COLUMN_MOVER,
		COLUMN_CAME_IN, COLUMN_RULED, COLUMN_REMINDERS, COLUMN_WAITING_ROWS, COLUMN_WHY, COLUMN_VERSION,
		COLUMN_KIND_CODE};

	report_init(report, "reports", columns, COUNT(columns));
	for (int i = 0; i < list->count; i++) {
		const struct reporting *row = &list->items[i];

		report_day_put(report, row->due_on);
		report_text_put(
			report, measure_text(&report->arena, with_year, row->year, row->application_n, row->measure_n));
		report_number_put(report, row->n);
		report_text_put(report, reporting_kind_word(row->kind));
		report_text_put(report, reporting_word(row));
		report_text_put(report, row->lead_short);
		report_text_put(report, row->title);
		report_text_put(report, reporting_state_code(row->state));
		report_bool_put(report, row->late);
		report_text_put(report, mover_words(row->mover));
		report_day_put(report, row->received_on);
		report_day_put(report, row->outcome_on);
		report_number_put(report, row->reminders);
		report_number_put(report, row->waiting);
		report_text_put(report, row->why);
		report_number_put(report, row->version);
		report_text_put(report, row->kind);
		report_row_end(report);
	}
	report_fact_number(report, "late", list->late);
	report_fact_number(report, "received", list->received);
}

void reporting_title(struct paper *paper, const struct reporting *due, bool with_year)
{
	paper_title(
		paper, arena_format(&paper->arena, "%s %s %d  %s", reporting_kind_word(due->kind),
			       measure_text(&paper->arena, with_year, due->year, due->application_n, due->measure_n),
			       due->n, due->title));
}

/* ---- one of them */

static const char *kr(struct paper *paper, int64_t ore)
{
	char text[MONEY_TEXT];

	return ore == MONEY_UNKNOWN ? _("not told")
				    : arena_text(&paper->arena, money_text(ore, MONEY_KR, words_swedish(), text));
}

/* The text and blanks after or before it, to so many cells. */
static const char *padded(struct paper *paper, const char *text, int cells, bool right)
{
	int blanks = cells - text_width(text);

	if (blanks <= 0)
		return text;
	return right ? arena_format(&paper->arena, "%*s%s", blanks, "", text)
		     : arena_format(&paper->arena, "%s%*s", text, blanks, "");
}

static const char *value_on(struct paper *paper, const char *value, const char *on)
{
	if (text_blank(value))
		return "–";
	return on ? arena_format(&paper->arena, "%s (%s)", value, on) : value;
}

static void due_write(struct paper *paper, const struct reporting_sheet *sheet)
{
	const struct reporting *due = &sheet->due;

	paper_number(paper, "n", NULL, due->n);
	paper_text(paper, "kind", NULL, due->kind);
	paper_word(paper, "state", _("Status"), reporting_state_code(due->state), reporting_word(due));
	paper_bool(paper, "late", NULL, due->late);
	paper_text(paper, "due", _("To be reported by"), due->due_on);
	paper_text(paper, "planned", NULL, due->planned_on);
	paper_text(paper, "why", _("Why"), due->why);
	paper_label(paper, _("Decision"), arena_format(&paper->arena, "%d, %s", due->decision_n, due->decided_on));
	paper_number(paper, "decision", NULL, due->decision_n);
	paper_label(paper, _("Whose move"), mover_words(due->mover));
	paper_text(paper, "from", _("Carried out from"), sheet->from_on);
	paper_text(paper, "to", _("Carried out to"), sheet->to_on);
	paper_list(paper, "earlier_days", sheet->history_count ? _("Earlier days") : NULL);
	for (int i = 0; i < sheet->history_count; i++) {
		const struct reporting *row = &sheet->history[i];

		paper_item(paper, arena_format(&paper->arena, _("%s, decision %d of %s"), row->planned_on,
					  row->decision_n, row->decided_on));
		paper_text(paper, "due", NULL, row->planned_on);
		paper_number(paper, "decision", NULL, row->decision_n);
		paper_item_end(paper);
	}
	paper_list_end(paper, NULL);
}

static void reminders_write(struct paper *paper, const struct programme *programme, const struct reporting_sheet *sheet)
{
	paper_list(paper, "reminders", sheet->reminder_count ? _("Reminders") : NULL);
	for (int i = 0; i < sheet->reminder_count; i++) {
		const struct reporting_reminder *row = &sheet->reminders[i];

		paper_item(paper, arena_format(&paper->arena, "%s  %s, %s", row->sent_on, row->recipient,
					  programme_word_name(programme, "arrival", row->way)));
		paper_text(paper, "sent", NULL, row->sent_on);
		paper_text(paper, "recipient", NULL, row->recipient);
		paper_text(paper, "way", NULL, row->way);
		paper_number(paper, "document", _("Document"), row->document_n);
		paper_item_end(paper);
	}
	paper_list_end(paper, NULL);
}

static const char *outcome_words(const char *outcome)
{
	if (!outcome)
		return _("waits for a ruling");
	return !strcmp(outcome, "approved") ? _("approved") : _("sent back");
}

static void take_write(struct paper *paper, const struct reporting_take *take, bool final)
{
	paper_item(paper, arena_format(&paper->arena, _("%d. came in %s: %s"), take->n, take->received_on,
				  outcome_words(take->outcome)));
	paper_number(paper, "n", NULL, take->n);
	paper_text(paper, "received", NULL, take->received_on);
	paper_number(paper, "document", _("Document"), take->document_n);
	paper_text(paper, "progress", _("How the measure goes"), take->progress);
	paper_text(paper, "carried_out", _("What was carried out"), take->carried_out);
	paper_ore(paper, "total_cost_ore", final ? _("Total cost") : NULL, take->total_cost_ore);
	paper_text(paper, "outcome", NULL, take->outcome);
	paper_text(paper, "outcome_on", _("Ruled on"), take->outcome_on);
	paper_text(paper, "outcome_by", _("Ruled on by"), take->outcome_by);
	paper_text(paper, "reason", _("Reason"), take->reason);
	paper_text(paper, "again", _("To be sent in anew by"), take->again_on);
	paper_number(paper, "version", NULL, take->version);
	paper_item_end(paper);
}

static void takes_write(struct paper *paper, const struct reporting_sheet *sheet)
{
	bool final = !strcmp(sheet->due.kind, "final");

	paper_list(paper, "received", _("Came in"));
	for (int i = 0; i < sheet->take_count; i++)
		take_write(paper, &sheet->takes[i], final);
	paper_list_end(paper, _("Nothing has come in."));
}

static void money_write(struct paper *paper, const struct reporting_sheet *sheet)
{
	paper_section(paper, "money", _("Money"));
	paper_ore(paper, "cost_ore", _("Estimated cost"), sheet->cost_ore);
	paper_ore(paper, "granted_ore", _("Granted"), sheet->granted_ore);
	paper_ore(paper, "paid_ore", _("Paid out"), sheet->paid_ore);
	if (sheet->shown >= 0 && !strcmp(sheet->due.kind, "final"))
		paper_ore(paper, "total_cost_ore", _("Total cost"), sheet->takes[sheet->shown].total_cost_ore);
	paper_ore(
		paper, "used_ore", sheet->used_ore == MONEY_UNKNOWN ? NULL : _("Used by the regions"), sheet->used_ore);
	paper_ore(paper, "unused_ore", sheet->unused_ore == MONEY_UNKNOWN ? NULL : _("Unused (proposal)"),
		sheet->unused_ore);
	paper_section_end(paper);
}

/* Region by region, in columns: what each may use, has used and proposes as unused. */
static void region_write(struct paper *paper, const struct reporting_region *region)
{
	const char *state = region->left ? _("has left") : region->told ? NULL : _("has not told");

	paper_item(paper, NULL);
	if (state && !region->told)
		paper_say(paper, arena_format(&paper->arena, "%s %s  %s", padded(paper, region->short_name, 20, false),
					 padded(paper, kr(paper, region->share_ore), 16, true), state));
	else
		paper_say(
			paper, arena_format(&paper->arena, "%s %s %s %s", padded(paper, region->short_name, 20, false),
				       padded(paper, kr(paper, region->share_ore), 16, true),
				       padded(paper, kr(paper, region->used_ore), 16, true),
				       padded(paper, kr(paper, region->unused_ore), 16, true)));
	paper_text(paper, "region", NULL, region->region);
	paper_text(paper, "name", NULL, region->short_name);
	paper_bool(paper, "told", NULL, region->told);
	paper_bool(paper, "left", NULL, region->left);
	paper_ore(paper, "share_ore", NULL, region->share_ore);
	paper_ore(paper, "used_ore", NULL, region->used_ore);
	paper_ore(paper, "unused_ore", NULL, region->unused_ore);
	paper_text(paper, "effects", region->told ? _("Effects") : NULL, region->effects);
	paper_item_end(paper);
}

static void regions_write(struct paper *paper, const struct reporting_sheet *sheet)
{
	paper_list(paper, "regions", _("Region by region"));
	if (sheet->region_count && sheet->shown >= 0)
		paper_say(paper, arena_format(&paper->arena, "%s %s %s %s", padded(paper, _("Region"), 22, false),
					 padded(paper, _("Share"), 16, true), padded(paper, _("Has used"), 16, true),
					 padded(paper, _("Unused, proposal"), 16, true)));
	for (int i = 0; i < sheet->region_count && sheet->shown >= 0; i++)
		region_write(paper, &sheet->regions[i]);
	paper_list_end(paper, _("Nothing has come in."));
}

static void effect_write(struct paper *paper, const struct reporting_effect *row)
{
	paper_item(paper,
		*row->region ? arena_format(&paper->arena, "%d. %s", row->n, row->short_name)
			     : arena_format(&paper->arena, "%d. %s%s%s%s", row->n, row->name,
				       text_blank(row->unit) ? "" : " (", row->unit, text_blank(row->unit) ? "" : ")"));
	paper_say(paper,
		arena_format(&paper->arena, _("from %s · promised %s · achieved %s"),
			value_on(paper, row->baseline, row->baseline_on), value_on(paper, row->target, row->target_on),
			value_on(paper, row->achieved, row->achieved_on)));
	paper_number(paper, "indicator", NULL, row->n);
	paper_text(paper, "name", NULL, row->name);
	paper_text(paper, "unit", NULL, row->unit);
	paper_text(paper, "region", NULL, row->region);
	paper_text(paper, "baseline", NULL, row->baseline);
	paper_text(paper, "baseline_on", NULL, row->baseline_on);
	paper_text(paper, "target", NULL, row->target);
	paper_text(paper, "target_on", NULL, row->target_on);
	paper_text(paper, "achieved", NULL, row->achieved);
	paper_text(paper, "achieved_on", NULL, row->achieved_on);
	paper_text(paper, "note", _("Note"), row->note);
	paper_item_end(paper);
}

static void effects_write(struct paper *paper, const struct programme *programme, const struct reporting_sheet *sheet)
{
	paper_word(paper, "effect", _("Effect type"), sheet->effect,
		text_blank(sheet->effect) ? "" : programme_word_name(programme, "effect", sheet->effect));
	paper_text(paper, "constant", _("Held constant"), sheet->constant);
	paper_list(paper, "effects", _("Promised and achieved"));
	for (int i = 0; i < sheet->effect_count; i++)
		effect_write(paper, &sheet->effects[i]);
	paper_list_end(paper, _("The measure has no indicator."));
}

static void conditions_write(struct paper *paper, const struct reporting_sheet *sheet)
{
	paper_list(paper, "conditions", sheet->condition_count ? _("Instalments that wait for it") : NULL);
	for (int i = 0; i < sheet->condition_count; i++) {
		const struct reporting_condition *row = &sheet->conditions[i];

		paper_item(paper,
			arena_format(&paper->arena, _("row %d, %s, %s: %s, %s%s"), row->n, row->due_on,
				kr(paper, row->ore), row->condition, row->condition_met_on ? _("met ") : _("not met"),
				row->condition_met_on ? row->condition_met_on : ""));
		paper_number(paper, "row", NULL, row->n);
		paper_text(paper, "due", NULL, row->due_on);
		paper_ore(paper, "amount_ore", NULL, row->ore);
		paper_text(paper, "condition", NULL, row->condition);
		paper_text(paper, "met_on", NULL, row->condition_met_on);
		paper_item_end(paper);
	}
	paper_list_end(paper, NULL);
}

void reporting_write(struct paper *paper, const struct programme *programme, struct reporting_sheet *sheet)
{
	const char *remarks = sheet->due.state == REPORTING_RECEIVED ? reporting_remarks(sheet) : NULL;

	due_write(paper, sheet);
	paper_text(paper, "remarks", _("To look at"), remarks);
	takes_write(paper, sheet);
	money_write(paper, sheet);
	regions_write(paper, sheet);
	effects_write(paper, programme, sheet);
	conditions_write(paper, sheet);
	reminders_write(paper, programme, sheet);
}

/* The case's reports on its grants, on paper. Invariant: of a day that has passed only what had come in and been ruled
 * on by then is told; what a report says is told as it stood when it was ruled on. */
#include "csv/case_file_inner.h"

#include "base/words.h"
#include "casework/reporting.h"

static void take_put_on(struct case_file *file, const struct reporting_take *take)
{
	struct paper *paper = file->paper;
	bool ruled = take->outcome && case_file_by_then(file, take->outcome_on);
	bool told = ruled || !file->rewind.day;

	paper_item(paper, arena_format(&paper->arena, _("%d. came in %s"), take->n, take->received_on));
	paper_number(paper, "n", NULL, take->n);
	paper_text(paper, "received", NULL, take->received_on);
	paper_number(paper, "document", _("Document"), take->document_n);
	paper_text(paper, "progress", _("How the measure goes"), told ? take->progress : NULL);
	paper_text(paper, "carried_out", _("What was carried out"), told ? take->carried_out : NULL);
	paper_ore(paper, "total_cost_ore", told && take->total_cost_ore != MONEY_UNKNOWN ? _("Total cost") : NULL,
		told ? take->total_cost_ore : MONEY_UNKNOWN);
	paper_text(paper, "outcome", NULL, ruled ? take->outcome : NULL);
	paper_label(paper, _("Ruling"),
		!ruled                               ? ""
		: !strcmp(take->outcome, "approved") ? _("approved")
						     : _("sent back"));
	paper_text(paper, "outcome_on", _("Ruled on"), ruled ? take->outcome_on : NULL);
	paper_text(paper, "outcome_by", _("Ruled on by"), ruled ? take->outcome_by : NULL);
	paper_text(paper, "reason", _("Reason"), ruled ? take->reason : NULL);
	paper_text(paper, "again", _("To be sent in anew by"), ruled ? take->again_on : NULL);
	paper_item_end(paper);
}

static bool report_put_on(struct case_file *file, const struct reporting *due, struct error *err)
{
	struct paper *paper = file->paper;
	struct reporting_sheet sheet;

	if (!reporting_sheet_load(file->cw, due->id, 0, &sheet, err))
		return false;
	paper_item(paper, arena_format(&paper->arena, _("Measure %d, %s %d"), due->measure_n,
				  reporting_kind_word(due->kind), due->n));
	paper_number(paper, "measure", NULL, due->measure_n);
	paper_number(paper, "n", NULL, due->n);
	paper_text(paper, "kind", NULL, due->kind);
	paper_text(paper, "due", _("To be reported by"), due->planned_on);
	paper_text(paper, "why", _("Why"), due->why);
	paper_text(paper, "dropped", _("No longer due from"), due->dropped_on);
	paper_list(paper, "received", NULL);
	for (int i = 0; i < sheet.take_count; i++)
		if (rewind_there(&file->rewind, OBJECT_REPORT, sheet.takes[i].id))
			take_put_on(file, &sheet.takes[i]);
	paper_list_end(paper, NULL);
	paper_item_end(paper);
	reporting_sheet_done(&sheet);
	return true;
}

bool case_file_reports(struct case_file *file, struct error *err)
{
	struct reporting_query query = {.application = file->application, .history = true};
	struct reporting_list list;
	bool read = true;

	if (!reporting_list_load(file->cw, &query, &list, err))
		return false;
	paper_list(file->paper, "reports", NULL);
	for (int i = 0; read && i < list.count; i++)
		if (list.items[i].state != REPORTING_REPLACED &&
			rewind_there(&file->rewind, OBJECT_REPORT_DUE, list.items[i].id))
			read = report_put_on(file, &list.items[i], err);
	paper_list_end(file->paper, _("Nothing is to be reported."));
	reporting_list_done(&list);
	return read;
}

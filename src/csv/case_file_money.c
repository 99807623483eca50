/* What has been decided of a case, paid, withheld, claimed and paid back, on paper. Invariant: of a day that has passed
 * only what was recorded by then is told. */
#include "csv/case_file_inner.h"

#include "base/words.h"
#include "casework/claim.h"
#include "casework/money_in.h"
#include "casework/payment.h"
#include "casework/ruling.h"
#include "casework/withholding.h"

/* FL 31 §. */
static void decided_put(struct paper *paper, const char *deciders, const char *presenter, const char *others)
{
	paper_text(paper, "deciders", _("Decided by"), deciders);
	paper_text(paper, "presenter", _("Presented by"), presenter);
	paper_text(paper, "others", _("Others who took part"), others);
}

static void decision_put_on(struct case_file *file, const struct measure *measure, const struct decision *decision)
{
	struct paper *paper = file->paper;

	paper_item(paper, arena_format(&paper->arena, _("Measure %d, decision %d: %s"), measure->n, decision->n,
				  decision_outcome_name(&file->gates.programme, decision->outcome, decision->kind)));
	paper_number(paper, "measure", NULL, measure->n);
	paper_number(paper, "n", NULL, decision->n);
	paper_text(paper, "outcome", NULL, decision->outcome);
	paper_text(paper, "decided", _("Decided"), decision->decided_on);
	paper_text(paper, "meeting", _("Meeting"), decision->meeting);
	paper_text(paper, "kind", NULL, decision->kind);
	paper_text(paper, "provision", NULL, decision->provision);
	paper_text(paper, "leaving", _("Leaves the measure"), decision->region_short);
	paper_text(paper, "ground", _("Ground of the change"), decision->ground);
	paper_ore(paper, "granted_ore", _("Granted"), decision->granted_ore);
	paper_text(paper, "provisions", _("Provisions"), decision->provisions);
	paper_text(paper, "reasons", _("Reasons"), decision->reasons);
	paper_list(paper, "points", NULL);
	for (int i = 0; i < decision->point_count; i++) {
		const struct decision_point *point = &decision->points[i];

		paper_item(paper, arena_format(&paper->arena, "%d  %s", point->number, point->title[words_swedish()]));
		paper_number(paper, "point", NULL, point->number);
		paper_text(paper, "text", NULL, point->text);
		paper_say(paper, point->text);
		paper_item_end(paper);
	}
	paper_list_end(paper, NULL);
	decided_put(paper, decision->deciders, decision->presenter, decision->others);
	paper_text(paper, "recorded_by", _("Recorded by"), decision->recorded_by);
	paper_text(paper, "recorded", _("Recorded"), decision->recorded_at);
	paper_item_end(paper);
}

static void ruling_put_on(struct case_file *file, const struct ruling *ruling)
{
	struct paper *paper = file->paper;
	const char *what = ruling_words(ruling->kind, ruling->lifted);

	paper_item(paper, ruling->measure ? arena_format(&paper->arena, _("Ruling %d, measure %d: %s"), ruling->n,
						    ruling->measure_n, what)
					  : arena_format(&paper->arena, _("Ruling %d: %s"), ruling->n, what));
	paper_number(paper, "n", NULL, ruling->n);
	paper_number(paper, "measure", NULL, ruling->measure ? ruling->measure_n : MONEY_UNKNOWN);
	paper_text(paper, "kind", NULL, ruling->kind);
	paper_bool(paper, "lifted", NULL, ruling->lifted);
	paper_text(paper, "decided", _("Decided"), ruling->decided_on);
	paper_number(paper, "replaces", _("Replaces"), ruling->earlier_n);
	paper_text(paper, "provisions", _("Provisions"), ruling->provisions);
	paper_text(paper, "reasons", _("Reasons"), ruling->reasons);
	decided_put(paper, ruling->deciders, ruling->presenter, ruling->others);
	paper_text(paper, "recorded_by", _("Recorded by"), ruling->recorded_by);
	paper_text(paper, "recorded", _("Recorded"), ruling->recorded_at);
	paper_item_end(paper);
}

static bool rulings_put(struct case_file *file, struct error *err)
{
	struct ruling_list list;

	if (!ruling_list_load(file->cw, file->application, &list, err))
		return false;
	paper_list(file->paper, "rulings", NULL);
	for (int i = list.count; i-- > 0;)
		if (case_file_by_then(file, list.items[i].recorded_at))
			ruling_put_on(file, &list.items[i]);
	paper_list_end(file->paper, NULL);
	ruling_list_done(&list);
	return true;
}

bool case_file_decisions(struct case_file *file, struct error *err)
{
	const struct measure_list *measures = &file->contents.measures;

	paper_list(file->paper, "decisions", NULL);
	for (int i = 0; i < measures->count; i++) {
		struct decision_list list;

		if (!decision_list_load(file->cw, measures->items[i].id, &list, err))
			return false;
		for (int k = list.count; k-- > 0;)
			if (case_file_by_then(file, list.items[k].recorded_at))
				decision_put_on(file, &measures->items[i], &list.items[k]);
		decision_list_done(&list);
	}
	paper_list_end(file->paper, _("Nothing is decided."));
	return rulings_put(file, err);
}

static void instalment_put_on(struct case_file *file, const struct measure *measure, const struct instalment *row)
{
	struct paper *paper = file->paper;
	bool attested = case_file_by_then(file, row->attested_at), paid = case_file_by_then(file, row->paid_on);
	bool reviewed = case_file_by_then(file, row->reviewed_at), revoked = case_file_by_then(file, row->revoked_at);
	bool returned = case_file_by_then(file, row->returned_on);

	paper_item(paper, arena_format(&paper->arena, _("Measure %d, row %d"), measure->n, row->n));
	paper_number(paper, "measure", NULL, measure->n);
	paper_number(paper, "row", NULL, row->n);
	paper_text(paper, "due", _("Day"), row->due_on);
	paper_number(paper, "year", _("Payment year"), row->year);
	paper_ore(paper, "amount_ore", _("Amount"), row->ore);
	paper_text(paper, "recipient", _("Recipient"), row->recipient_name);
	paper_text(paper, "condition", _("Condition"), row->condition);
	paper_text(paper, "condition_met", _("Condition met"),
		case_file_by_then(file, row->condition_met_on) ? row->condition_met_on : NULL);
	paper_text(paper, "reviewed_by", _("Reviewed by"), reviewed ? row->reviewed_by : NULL);
	paper_text(paper, "reviewed", _("Reviewed"), reviewed ? row->reviewed_at : NULL);
	paper_text(paper, "attested_by", _("Authorised by"), attested ? row->attested_by : NULL);
	paper_text(paper, "attested", _("Authorised"), attested ? row->attested_at : NULL);
	paper_text(paper, "revoked_by", _("Attest taken back by"), revoked ? row->revoked_by : NULL);
	paper_text(paper, "revoked", _("Attest taken back"), revoked ? row->revoked_at : NULL);
	paper_text(paper, "revoked_why", _("Why"), revoked ? row->revoked_why : NULL);
	if (!file->rewind.day)
		paper_number(paper, "payment_file", _("Payment file"), row->batch_n);
	if (row->elsewhere_n && !file->rewind.day)
		paper_number(paper, "payment_file_elsewhere", _("Payment file of another office"), row->elsewhere_n);
	paper_text(paper, "paid", _("Paid"), paid ? row->paid_on : NULL);
	paper_text(paper, "reference", _("Reference"), paid ? row->reference : NULL);
	paper_text(paper, "returned", _("Came back"), returned ? row->returned_on : NULL);
	paper_text(paper, "returned_why", _("Why it came back"), returned ? row->returned_why : NULL);
	paper_item_end(paper);
}

bool case_file_plan(struct case_file *file, struct error *err)
{
	const struct measure_list *measures = &file->contents.measures;

	paper_list(file->paper, "instalments", NULL);
	for (int i = 0; i < measures->count; i++) {
		struct plan plan;

		if (!plan_load(file->cw, measures->items[i].id, &plan, err))
			return false;
		for (int k = 0; k < plan.count; k++)
			if (rewind_there(&file->rewind, OBJECT_INSTALMENT, plan.items[k].id))
				instalment_put_on(file, &measures->items[i], &plan.items[k]);
		plan_done(&plan);
	}
	paper_list_end(file->paper, _("Nothing is to be paid."));
	return true;
}

/* ---- withheld, claimed and paid back */

static void withholding_put_on(struct case_file *file, const struct withholding *held)
{
	struct paper *paper = file->paper;
	bool lifted = case_file_by_then(file, held->lifted_on);

	paper_item(paper, arena_format(&paper->arena,
				  held->final ? _("Measure %d, decision %d: not paid at all")
					      : _("Measure %d, decision %d: withheld for the time being"),
				  held->measure_n, held->n));
	paper_number(paper, "measure", NULL, held->measure_n);
	paper_number(paper, "n", NULL, held->n);
	paper_bool(paper, "final", NULL, held->final);
	paper_text(paper, "rows", _("Rows"), held->rows);
	paper_ore(paper, "amount_ore", _("Amount"), held->ore);
	paper_text(paper, "decided", _("Decided on"), held->decided_on);
	paper_word(paper, "ground", _("Ground"), held->ground, claim_ground_words(held->ground));
	paper_text(paper, "evidence", _("What shows it"), held->evidence);
	paper_text(paper, "reasons", _("Reasons"), held->reasons);
	decided_put(paper, held->deciders, held->presenter, held->others);
	paper_text(paper, "lifted", _("Lifted"), lifted ? held->lifted_on : NULL);
	paper_text(paper, "lifted_why", _("Why"), lifted ? held->lifted_why : NULL);
	paper_item_end(paper);
}

static bool withholdings_put(struct case_file *file, struct error *err)
{
	const struct measure_list *measures = &file->contents.measures;

	paper_list(file->paper, "withheld", _("Withheld (17 §)"));
	for (int i = 0; i < measures->count; i++) {
		struct withholding_list list;

		if (!withholding_list_load(file->cw, measures->items[i].id, &list, err))
			return false;
		for (int k = 0; k < list.count; k++)
			if (case_file_by_then(file, list.items[k].recorded_at))
				withholding_put_on(file, &list.items[k]);
		withholding_list_done(&list);
	}
	paper_list_end(file->paper, _("Nothing is withheld."));
	return true;
}

static void demands_put(struct case_file *file, const struct claim_sheet *sheet)
{
	struct paper *paper = file->paper;

	paper_list(paper, "demands", NULL);
	for (int i = 0; i < sheet->demand_count; i++) {
		const struct demand *demand = &sheet->demands[i];

		if (demand->claim_n != sheet->claim.n || !case_file_by_then(file, demand->made_at))
			continue;
		paper_item(paper, arena_format(&paper->arena, _("Demand %d, sent on %s"), demand->n, demand->sent_on));
		paper_number(paper, "n", NULL, demand->n);
		paper_text(paper, "sent", NULL, demand->sent_on);
		paper_ore(paper, "principal_ore", _("Unpaid"), demand->principal_ore);
		paper_ore(paper, "interest_ore", _("Interest"), demand->interest_ore);
		paper_text(paper, "through", _("Interest through"), demand->through_on);
		paper_text(paper, "sha256", NULL, demand->hash);
		paper_item_end(paper);
	}
	paper_list_end(paper, NULL);
}

static bool claim_put_on(struct case_file *file, const struct claim *claim, struct error *err)
{
	struct paper *paper = file->paper;
	struct claim_sheet sheet;

	if (!claim_sheet_load(file->cw, claim->id, casework_today(file->cw), &sheet, err))
		return false;
	paper_item(paper, arena_format(&paper->arena, _("Measure %d, claim %d on %s"), claim->measure_n, claim->n,
				  claim->region_short));
	paper_number(paper, "measure", NULL, claim->measure_n);
	paper_number(paper, "n", NULL, claim->n);
	paper_text(paper, "region", NULL, claim->region);
	paper_text(paper, "decided", _("Decided on"), claim->decided_on);
	paper_number(paper, "replaces", _("Changes claim"), claim->replaces_n);
	paper_bool(paper, "lifted", _("Takes the claim away"), claim->lifted);
	paper_word(paper, "ground", _("Ground"), claim->ground, claim_ground_words(claim->ground));
	paper_text(paper, "evidence", _("What shows it"), claim->evidence);
	paper_text(paper, "reasons", _("Reasons"), claim->reasons);
	paper_ore(paper, "claimed_ore", _("What the ground covers"), claim->ore);
	paper_ore(paper, "reduced_ore", claim->reduced_ore ? _("Reduced by (19 §)") : NULL, claim->reduced_ore);
	paper_text(paper, "special_reasons", _("Special reasons"), claim->special_reasons);
	paper_ore(paper, "net_ore", _("To be paid back"), claim->net_ore);
	paper_text(paper, "pay_by", _("To be paid by"), claim->pay_by);
	decided_put(paper, claim->deciders, claim->presenter, claim->others);
	demands_put(file, &sheet);
	paper_item_end(paper);
	claim_sheet_done(&sheet);
	return true;
}

static bool claims_put(struct case_file *file, struct error *err)
{
	struct claim_query query = {.application = file->application};
	struct claim_list list;
	bool read = true;

	if (!claim_list_load(file->cw, &query, &list, err))
		return false;
	paper_list(file->paper, "claims", _("Reclaimed (18 §)"));
	for (int i = 0; read && i < list.count; i++)
		if (case_file_by_then(file, list.items[i].recorded_at))
			read = claim_put_on(file, &list.items[i], err);
	paper_list_end(file->paper, _("Nothing is reclaimed."));
	claim_list_done(&list);
	return read;
}

static void money_put_on(struct case_file *file, const struct money_in *money, const struct money_part *part)
{
	struct paper *paper = file->paper;

	paper_item(paper, arena_format(&paper->arena, _("%s, measure %d: %s"), money->on_day, part->measure_n,
				  money_part_word(part->kind)));
	paper_text(paper, "on", NULL, money->on_day);
	paper_text(paper, "region", _("From"), money->region_short);
	paper_number(paper, "measure", NULL, part->measure_n);
	paper_number(paper, "claim", _("Claim"), part->claim_n);
	paper_text(paper, "kind", NULL, part->kind);
	paper_ore(paper, "part_ore", _("Amount"), part->ore);
	paper_text(paper, "why", _("Why"), part->why);
	paper_text(paper, "taken_back", _("Taken back"),
		case_file_by_then(file, part->taken_back_at) ? part->taken_back_at : NULL);
	paper_item_end(paper);
}

static bool in_case(const struct case_file *file, const struct money_part *part)
{
	for (int i = 0; i < file->contents.measures.count; i++)
		if (part->measure && file->contents.measures.items[i].id == part->measure)
			return true;
	return false;
}

static bool money_put(struct case_file *file, struct error *err)
{
	struct money_in_list list;

	if (!money_in_list_load(file->cw, false, &list, err))
		return false;
	paper_list(file->paper, "money_in", _("Paid back"));
	for (int i = list.count; i-- > 0;)
		for (int k = 0; k < list.items[i].part_count; k++)
			if (in_case(file, &list.items[i].parts[k]) &&
				rewind_there(&file->rewind, OBJECT_MONEY_IN, list.items[i].id))
				money_put_on(file, &list.items[i], &list.items[i].parts[k]);
	paper_list_end(file->paper, _("Nothing has been paid back."));
	money_in_list_done(&list);
	return true;
}

bool case_file_recovery(struct case_file *file, struct error *err)
{
	return withholdings_put(file, err) && claims_put(file, err) && money_put(file, err);
}

/* What the detail says of the case's register, how many documents, the latest and whether any is late, and of money
 * that is withheld or reclaimed. */
#include "casework/claim.h"
#include "casework/document.h"
#include "casework/withholding.h"
#include "tui/detail_inner.h"

#include "base/text.h"
#include "base/words.h"

/* The latest by its day; of one day the one with the highest number. */
static const struct document *latest_of(const struct document_list *list)
{
	const struct document *latest = NULL;

	for (int i = 0; i < list->count; i++) {
		const struct document *each = &list->items[i];

		if (!each->moved_to && !each->void_why && (!latest || strcmp(each->on_day, latest->on_day) >= 0))
			latest = each;
	}
	return latest;
}

static void papers_say(const struct document_list *list, char out[CASE_WORDS])
{
	const struct document *latest = latest_of(list);
	int late = 0, used;

	for (int i = 0; i < list->count; i++)
		late += list->items[i].late;
	if (!latest) {
		snprintf(out, CASE_WORDS, "%s", list->count ? _("only moved or void ones") : _("none registered"));
		return;
	}
	used = snprintf(out, CASE_WORDS, "%d, ", list->count);
	if (late)
		used += snprintf(out + used, CASE_WORDS - (size_t)used, _("%d late, "), late);
	snprintf(out + used, CASE_WORDS - (size_t)used, _("latest %s %.*s"), latest->on_day,
		(int)text_fit(latest->subject, 60, NULL), latest->subject);
}

/* A case registered by mistake says where its documents went, or that it is void: never the one for the other. */
static bool mistake_say(struct detail *detail, char out[CASE_WORDS], struct error *err)
{
	struct misregistration mistake;

	if (!misregistration_load(
		    detail->desk->cw, &(struct case_ref){.application = detail->application}, &mistake, err))
		return false;
	if (mistake.there && mistake.to_number[0])
		snprintf(out, CASE_WORDS, _("moved to %s"), mistake.to_number);
	else if (mistake.there)
		snprintf(out, CASE_WORDS, "%s", _("none: void, registered by mistake"));
	misregistration_done(&mistake);
	return true;
}

bool detail_papers_read(struct detail *detail, char out[CASE_WORDS], struct error *err)
{
	const struct document_query query = {.of = {.application = detail->application}};
	struct document_list list;

	if (!document_list_load(detail->desk->cw, &query, &list, err))
		return false;
	papers_say(&list, out);
	document_list_done(&list);
	return mistake_say(detail, out, err);
}

/* ---- money that does not go out, or comes back */

static bool withheld_sum(struct detail *detail, int64_t *ore, bool *any, struct error *err)
{
	struct withholding_list list;
	struct money_sum sum = {0};

	if (!withholding_list_load(detail->desk->cw, 0, &list, err))
		return false;
	for (int i = 0; i < list.count; i++) {
		if (list.items[i].application != detail->application)
			continue;
		*any = true;
		if (!list.items[i].lifted_on)
			money_sum_add(&sum, list.items[i].ore);
	}
	*ore = sum.ore;
	withholding_list_done(&list);
	return true;
}

bool detail_recovery_read(struct detail *detail, char out[CASE_WORDS], struct error *err)
{
	const struct claim_query query = {.application = detail->application};
	char withheld[MONEY_TEXT], net[MONEY_TEXT], left[MONEY_TEXT];
	struct claim_list claims;
	bool any = false;
	int64_t ore = 0;

	out[0] = '\0';
	if (!withheld_sum(detail, &ore, &any, err) || !claim_list_load(detail->desk->cw, &query, &claims, err))
		return false;
	desk_kr(detail->desk, ore, withheld);
	desk_kr(detail->desk, claims.net_ore, net);
	desk_kr(detail->desk, claims.left_ore, left);
	if (claims.count && any)
		snprintf(out, CASE_WORDS, _("withheld %s; claimed %s, %s unpaid"), withheld, net, left);
	else if (claims.count)
		snprintf(out, CASE_WORDS, _("claimed %s, %s unpaid"), net, left);
	else if (any)
		snprintf(out, CASE_WORDS, _("withheld %s"), withheld);
	claim_list_done(&claims);
	return true;
}

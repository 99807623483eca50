/* What the detail says of the case's register: how many documents, the latest, and whether any is late. */
#include "casework/document.h"
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

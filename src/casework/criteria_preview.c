/* What a version of the criteria would do to the order of a round, before it is adopted. Invariant: both orders are
 * made by the ranking's own reading, so that the preview says what the ranking will say; nothing is written. */
#include "casework/criteria_inner.h"
#include "casework/office.h"
#include "casework/rank_inner.h"

#include "base/words.h"

static void preview_count(struct criteria_preview *preview)
{
	const struct comparison *order = &preview->order;

	for (int i = 0; i < order->count; i++) {
		const struct rank_row *before = order->items[i].before, *after = order->items[i].after;

		preview->lacking += before && before->place > 0 && after && after->place == 0;
		preview->sheets += after ? after->submitted : 0;
		preview->incomplete += after ? after->incomplete : 0;
	}
}

static bool both_read(struct casework *cw, int64_t round, int year, struct criteria_preview *preview, struct error *err)
{
	struct criteria criteria;

	if (!criteria_read(cw, preview->after, &criteria, err))
		return false;
	criteria_done(&criteria);
	if (!rank_read_under(cw, round, year, 0, &preview->order.before, &preview->before, err))
		return false;
	if (rank_read_under(cw, round, year, preview->after, &preview->order.after, &preview->after, err))
		return true;
	ranking_done(&preview->order.before);
	return false;
}

bool criteria_preview_load(
	struct casework *cw, int64_t number, int64_t round, int year, struct criteria_preview *out, struct error *err)
{
	struct criteria_preview preview = {.after = number};

	if (!rank_may(cw, year, err) || !store_look(cw->store, err))
		return false;
	bool read = both_read(cw, round, year, &preview, err);
	store_look_done(cw->store);
	if (!read)
		return false;
	comparison_fill(&preview.order);
	preview_count(&preview);
	*out = preview;
	return true;
}

void criteria_preview_done(struct criteria_preview *preview)
{
	if (preview)
		comparison_done(&preview->order);
}

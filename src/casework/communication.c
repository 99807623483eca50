/* Has the applicant been told? Invariant: what is said here follows from the time limits alone and stops nothing. */
#include "casework/communication.h"
#include "casework/clock.h"

#include "base/words.h"

/* About the measure, or the application as a whole. */
static bool is_about(int about_n, int measure_n)
{
	return !about_n || about_n == measure_n;
}

static bool unnecessary(const struct clock_list *list, int measure_n)
{
	for (int i = 0; i < list->uncommunicated_count; i++)
		if (is_about(list->uncommunicated[i].measure_n, measure_n))
			return true;
	return false;
}

/* The one whose time is over or that was answered, else one that runs; NULL: nothing has been communicated. */
static const struct clock_row *communicated(const struct clock_list *list, int measure_n)
{
	const struct clock_row *found = NULL;

	for (int i = 0; i < list->count; i++) {
		const struct clock_row *row = &list->items[i];

		if ((strcmp(row->kind, "communication") != 0 && strcmp(row->kind, "notice") != 0) ||
			!is_about(row->measure_n, measure_n))
			continue;
		if (row->answered_on || row->ended_on || row->overdue)
			return row;
		found = row;
	}
	return found;
}

bool communication_warning(struct casework *cw, int64_t application, int measure_n, const char *number,
	struct arena *arena, const char **out, struct error *err)
{
	const struct clock_row *row;
	struct clock_list list;

	if (!clock_list_load(cw, application, &list, err))
		return false;
	row = communicated(&list, measure_n);
	*out = NULL;
	if (row && !row->answered_on && !row->ended_on && !row->overdue)
		*out = arena_format(arena,
			_("%s was communicated on %s, and the applicant may comment until %s (FL 25 §)."), number,
			row->sent_on, row->due_on);
	else if (!row && !unnecessary(&list, measure_n))
		*out = arena_format(arena,
			_("%s: nothing has been communicated (FL 25 §). A decision that goes against the applicant is "
			  "at fault when it rests on material that the applicant has not been told of. Communicate "
			  "first, or record why it is obviously unnecessary."),
			number);
	clock_list_done(&list);
	return true;
}

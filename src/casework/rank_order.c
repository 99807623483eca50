/* The order of a ranking: by points, exactly, and then the chair's moves. Its one invariant: the order is a function of
 * the rows alone, whatever order they come in. No file, no clock, no office. */
#include "rank_inner.h"

bool rank_has_place(const struct rank_row *row)
{
	return row->fit != RANK_NO_PLACE && row->fit != RANK_HIDDEN && row->fit != RANK_WITHOUT;
}

static int compare(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

static int number_compare(const struct rank_row *a, const struct rank_row *b)
{
	int by = compare(a->year, b->year);
	if (by == 0)
		by = compare(a->application_n, b->application_n);
	return by != 0 ? by : compare(a->n, b->n);
}

/* More is better. */
static int points_compare(const struct rank_row *a, const struct rank_row *b)
{
	return compare(b->points, a->points);
}

static int order_compare(const void *a, const void *b)
{
	const struct rank_row *first = a, *second = b;
	bool placed = rank_has_place(first);
	int by = rank_has_place(second) - placed;
	if (by == 0)
		by = placed ? points_compare(first, second) : compare(first->fit, second->fit);
	return by != 0 ? by : number_compare(first, second);
}

void rank_by_points(struct rank_row *rows, int count)
{
	if (count > 0)
		qsort(rows, (size_t)count, sizeof(*rows), order_compare);
	for (int i = 0; i < count; i++) {
		if (!rank_has_place(&rows[i]))
			rows[i].point_place = 0;
		else if (i > 0 && points_compare(&rows[i - 1], &rows[i]) == 0)
			rows[i].point_place = rows[i - 1].point_place;
		else
			rows[i].point_place = i + 1;
	}
}

/* Pointers into one array in point order, so an earlier address is a better place by points. */
static int wanted_compare(const void *a, const void *b)
{
	const struct rank_row *first = *(struct rank_row *const *)a, *second = *(struct rank_row *const *)b;
	int by = compare(first->place, second->place);
	return by != 0 ? by : (first > second) - (first < second);
}

/* The places the moved rows get, one after the other and with room left at the end for those still to come. */
static void moved_settle(struct rank_row **moved, int moved_count, int placed)
{
	int least = 1;
	for (int i = 0; i < moved_count; i++) {
		int most = placed - (moved_count - 1 - i), place = moved[i]->place;
		if (place < least)
			place = least;
		if (place > most)
			place = most;
		moved[i]->place = place;
		least = place + 1;
	}
}

static void moved_weave(
	struct rank_row *rows, const struct rank_row *from, struct rank_row **moved, int moved_count, int placed)
{
	int next = 0, still = 0;
	for (int place = 1; place <= placed; place++) {
		if (next < moved_count && moved[next]->place == place) {
			rows[place - 1] = *moved[next++];
			continue;
		}
		while (from[still].moved)
			still++;
		rows[place - 1] = from[still++];
	}
}

void rank_insert_moved(struct rank_row *rows, int count)
{
	int placed = 0, moved_count = 0;
	while (placed < count && rank_has_place(&rows[placed])) {
		rows[placed].wanted = rows[placed].moved ? rows[placed].place : 0;
		placed++;
	}
	if (placed == 0)
		return;
	struct rank_row *from = memory_take((size_t)placed * sizeof(*from));
	struct rank_row **moved = memory_take((size_t)placed * sizeof(*moved));
	memcpy(from, rows, (size_t)placed * sizeof(*from));
	for (int i = 0; i < placed; i++) {
		if (from[i].moved)
			moved[moved_count++] = &from[i];
	}
	qsort(moved, (size_t)moved_count, sizeof(*moved), wanted_compare);
	moved_settle(moved, moved_count, placed);
	moved_weave(rows, from, moved, moved_count, placed);
	free(moved);
	free(from);
}

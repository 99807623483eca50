/* The ranking worked out a second time, slowly and in another way, for comparison: every place and every sum from the
 * beginning again, each limit by itself. Written from the rules in casework/rank.h, not from the code. */
#ifndef KANSLI_TESTS_RANK_SLOW_H
#define KANSLI_TESTS_RANK_SLOW_H

#include "casework/rank.h"
#include "casework/rank_inner.h"

enum { SLOW_ROWS = 40 };
struct slow_row {
	int64_t measure;
	int place, point_place;
	enum rank_fit fit;
	int64_t total, fits;
	int breaks_year;
};
struct slow {
	struct slow_row rows[SLOW_ROWS]; /* in the order shown */
	int count, placed, line, unknown, hidden;
	int64_t proposed;
	int binding_year;
	bool kinds[3]; /* the limits that leave least in the binding year: appropriation, commitment, round */
};
/* `rows` in any order, a moved row's place being where the chair wants it; at most SLOW_ROWS of them. */
void slow_rank(const struct rank_row *rows, int count, int year, const struct budget *left, struct slow *out);

/* Points worked out again: as fractions, criterion by criterion, and the middle one by counting those on either side.
 */
void slow_standing(const struct rank_criteria *criteria, const struct rank_sheet *sheets, int count,
	const int8_t agreed[SCORE_CRITERIA], struct rank_standing *out);

#endif

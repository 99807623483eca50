/* An office with a ranking, decisions, plans and limits, for the tests of the screens of money. */
#ifndef KANSLI_TESTS_MONEY_OFFICE_H
#define KANSLI_TESTS_MONEY_OFFICE_H

#include "contest.h"

/* Round 2026: nine measures, of which one is not assessed and one has an unknown amount; the round may pay 100 mnkr in
 * 2027. In order of points: 1.1 Halland with all four (52 mnkr over 2027 and 2028), 2.1 Västmanland (24,5), 3.1 Dalarna
 * (6,9), 4.1 Jämtland Härjedalen (28), 4.2 (5,4), 1.2 (44), 4.3 (8,8), 3.2 without an amount, 4.4 not assessed. Kim
 * sits at the desk. */
struct money_office {
	struct casework *cw;
	int64_t round, one[2], two, three[2], four[4];
};
void money_office_open(struct money_office *office);
/* 2.1 is granted in full: 19,6 in two rows of 2027, the second with a condition, and 4,9 in 2028. Made by elin. */
void money_office_grant(struct money_office *office);

#endif

/* Weightings drawn by chance among those that somebody could reasonably hold, for the question of how firm an order is.
 * Whole numbers throughout, so that a seed gives the same weightings on every machine. */
#ifndef KANSLI_CASEWORK_WEIGHTING_H
#define KANSLI_CASEWORK_WEIGHTING_H

#include "base/chance.h"

enum { WEIGHTING_CRITERIA = 32, WEIGHTING_WHOLE = 30000 }; /* an agreed weight of 1 is 300 parts */

enum weighting_rule {
	WEIGHTING_HALF,  /* each criterion's weight at most half more or half less than the agreed one */
	WEIGHTING_ORDER, /* the agreed order of importance, whatever the numbers; equal ones in any order */
	WEIGHTING_ANY,   /* any weights at all */
};
struct weighting {
	enum weighting_rule rule;
	int criteria;                   /* 1–WEIGHTING_CRITERIA */
	int agreed[WEIGHTING_CRITERIA]; /* 0–100, together 100 */
};

const char *weighting_rule_code(enum weighting_rule rule); /* "half" "order" "any" */
/* Even over all weightings the rule allows; the parts are at least 0 and add up to WEIGHTING_WHOLE. */
void weighting_draw(const struct weighting *weighting, struct chance *chance, int parts[WEIGHTING_CRITERIA]);
/* The agreed weights themselves. */
void weighting_agreed(const struct weighting *weighting, int parts[WEIGHTING_CRITERIA]);
/* The outermost weightings of the rule, at most `most` of them, and how many they are. An order's are all its corners:
 * the most important criteria share the whole evenly, and of the next importance one or several with them (of seven or
 * more equals only each one and all). Of any weights: each criterion alone. Half more or less: each criterion at its
 * highest and its lowest, the others as agreed among themselves, where that keeps their bounds. */
int weighting_edges(const struct weighting *weighting, int most, int edges[][WEIGHTING_CRITERIA]);

#endif

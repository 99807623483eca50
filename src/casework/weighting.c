/* Weightings by chance: see weighting.h. Its one invariant: the parts add up to the whole. */
#include "weighting.h"

#include <assert.h>

enum { PARTS = WEIGHTING_WHOLE / 100, EDGE_EQUALS = 7 };

const char *weighting_rule_code(enum weighting_rule rule)
{
	switch (rule) {
	case WEIGHTING_HALF: return "half";
	case WEIGHTING_ORDER: return "order";
	case WEIGHTING_ANY: return "any";
	}
	return "";
}

void weighting_agreed(const struct weighting *weighting, int parts[WEIGHTING_CRITERIA])
{
	for (int k = 0; k < weighting->criteria; k++)
		parts[k] = weighting->agreed[k] * PARTS;
}

/* Few and often sorted already. */
static void numbers_sort(int *numbers, int count)
{
	for (int i = 1; i < count; i++) {
		int number = numbers[i], at = i;
		for (; at > 0 && numbers[at - 1] > number; at--)
			numbers[at] = numbers[at - 1];
		numbers[at] = number;
	}
}

/* The whole cut at places taken by chance: every division is as likely as any other. */
static void whole_cut(int count, struct chance *chance, int parts[WEIGHTING_CRITERIA])
{
	int cuts[WEIGHTING_CRITERIA], last = 0;

	for (int i = 0; i < count - 1; i++)
		cuts[i] = (int)chance_below(chance, WEIGHTING_WHOLE + 1);
	numbers_sort(cuts, count - 1);
	for (int i = 0; i < count - 1; i++) {
		parts[i] = cuts[i] - last;
		last = cuts[i];
	}
	parts[count - 1] = WEIGHTING_WHOLE - last;
}

static int agreed_above(const struct weighting *weighting, int agreed)
{
	int count = 0;
	for (int k = 0; k < weighting->criteria; k++)
		count += weighting->agreed[k] > agreed;
	return count;
}

/* This criterion and those of the same agreed weight that come after it. */
static int equals_left(const struct weighting *weighting, int criterion)
{
	int count = 0;
	for (int k = criterion; k < weighting->criteria; k++)
		count += weighting->agreed[k] == weighting->agreed[criterion];
	return count;
}

/* Criteria of the same agreed weight share as many of the drawn parts as they are: each takes one of those not taken.
 */
static void order_draw(const struct weighting *weighting, struct chance *chance, int parts[WEIGHTING_CRITERIA])
{
	int drawn[WEIGHTING_CRITERIA], count = weighting->criteria;
	bool taken[WEIGHTING_CRITERIA] = {0};

	whole_cut(count, chance, drawn);
	numbers_sort(drawn, count);
	for (int k = 0; k < count; k++) {
		int place = agreed_above(weighting, weighting->agreed[k]), left = equals_left(weighting, k);
		int pass = left > 1 ? (int)chance_below(chance, (uint32_t)left) : 0;
		while (taken[place] || pass-- > 0)
			place++;
		taken[place] = true;
		parts[k] = drawn[count - 1 - place];
	}
}

static int heaviest(const struct weighting *weighting)
{
	int heaviest = 0;
	for (int k = 1; k < weighting->criteria; k++) {
		if (weighting->agreed[k] > weighting->agreed[heaviest])
			heaviest = k;
	}
	return heaviest;
}

/* All but the heaviest are drawn freely within their bounds, and it takes what is left; what leaves it outside its own
 * bounds is drawn anew. The heaviest, since its bounds are widest: most draws hold. */
static void half_draw(const struct weighting *weighting, struct chance *chance, int parts[WEIGHTING_CRITERIA])
{
	int rest = heaviest(weighting), agreed = weighting->agreed[rest] * PARTS;

	do {
		parts[rest] = WEIGHTING_WHOLE;
		for (int k = 0; k < weighting->criteria; k++) {
			if (k == rest)
				continue;
			uint32_t width = (uint32_t)(weighting->agreed[k] * PARTS);
			parts[k] = (int)width / 2 + (int)chance_below(chance, width + 1);
			parts[rest] -= parts[k];
		}
	} while (2 * parts[rest] < agreed || 2 * parts[rest] > 3 * agreed);
}

void weighting_draw(const struct weighting *weighting, struct chance *chance, int parts[WEIGHTING_CRITERIA])
{
	assert(weighting->criteria > 0 && weighting->criteria <= WEIGHTING_CRITERIA);
	switch (weighting->rule) {
	case WEIGHTING_HALF: half_draw(weighting, chance, parts); return;
	case WEIGHTING_ORDER: order_draw(weighting, chance, parts); return;
	case WEIGHTING_ANY: whole_cut(weighting->criteria, chance, parts); return;
	}
}

/* ---- the outermost */

struct edges {
	const struct weighting *weighting;
	int (*parts)[WEIGHTING_CRITERIA];
	int most, count;
};

static int *edge_add(struct edges *edges)
{
	int *parts = edges->parts[edges->count++];

	for (int k = 0; k < WEIGHTING_CRITERIA; k++)
		parts[k] = 0;
	return parts;
}

/* Evenly among those of the set; what does not divide goes to the most important ones, so that the order is kept. */
static void edge_share(struct edges *edges, uint32_t set)
{
	const int *agreed = edges->weighting->agreed;
	int *parts, count = 0, left;

	if (edges->count == edges->most)
		return;
	parts = edge_add(edges);
	for (int k = 0; k < edges->weighting->criteria; k++)
		count += set >> k & 1;
	left = WEIGHTING_WHOLE % count;
	for (int weight = 100; weight >= 0; weight--) {
		for (int k = 0; k < edges->weighting->criteria; k++) {
			if ((set >> k & 1) && agreed[k] == weight)
				parts[k] = WEIGHTING_WHOLE / count + (left-- > 0);
		}
	}
}

static void equals_chosen(struct edges *edges, uint32_t above, const int *equals, int count, uint32_t choice)
{
	for (int i = 0; i < count; i++)
		above |= choice >> i & 1 ? UINT32_C(1) << equals[i] : 0;
	edge_share(edges, above);
}

/* At least one among equals, with all that are more important. */
static void edges_of_equals(struct edges *edges, uint32_t above, const int *equals, int count)
{
	uint32_t all = (UINT32_C(2) << (count - 1)) - 1;

	if (count < EDGE_EQUALS) {
		for (uint32_t choice = 1; choice <= all; choice++)
			equals_chosen(edges, above, equals, count, choice);
		return;
	}
	for (int i = 0; i < count; i++)
		equals_chosen(edges, above, equals, count, UINT32_C(1) << i);
	equals_chosen(edges, above, equals, count, all);
}

static void order_edges(struct edges *edges)
{
	const struct weighting *weighting = edges->weighting;
	uint32_t above = 0;

	for (int weight = 100; weight >= 0; weight--) {
		int equals[WEIGHTING_CRITERIA], count = 0;
		for (int k = 0; k < weighting->criteria; k++) {
			if (weighting->agreed[k] == weight)
				equals[count++] = k;
		}
		if (count > 0)
			edges_of_equals(edges, above, equals, count);
		for (int i = 0; i < count; i++)
			above |= UINT32_C(1) << equals[i];
	}
}

static void any_edges(struct edges *edges)
{
	for (int k = 0; k < edges->weighting->criteria; k++)
		edge_share(edges, UINT32_C(1) << k);
}

/* The others share what is left as they were agreed; those few parts that do not divide stay with the one in question.
 * An agreed weight above half would press the others out of their bounds. */
static void half_edge(struct edges *edges, int criterion, int part)
{
	const struct weighting *weighting = edges->weighting;
	int agreed = weighting->agreed[criterion], *parts;

	if (agreed == 0 || agreed > 50 || edges->count == edges->most)
		return;
	parts = edge_add(edges);
	parts[criterion] = WEIGHTING_WHOLE;
	for (int k = 0; k < weighting->criteria; k++) {
		if (k == criterion)
			continue;
		parts[k] = (WEIGHTING_WHOLE - part) * weighting->agreed[k] / (100 - agreed);
		parts[criterion] -= parts[k];
	}
}

static void half_edges(struct edges *edges)
{
	for (int k = 0; k < edges->weighting->criteria; k++) {
		half_edge(edges, k, edges->weighting->agreed[k] * PARTS * 3 / 2);
		half_edge(edges, k, edges->weighting->agreed[k] * PARTS / 2);
	}
}

int weighting_edges(const struct weighting *weighting, int most, int parts[][WEIGHTING_CRITERIA])
{
	struct edges edges = {.weighting = weighting, .parts = parts, .most = most};

	switch (weighting->rule) {
	case WEIGHTING_HALF: half_edges(&edges); break;
	case WEIGHTING_ORDER: order_edges(&edges); break;
	case WEIGHTING_ANY: any_edges(&edges); break;
	}
	return edges.count;
}

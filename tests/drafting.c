/* Versions of the criteria, drafted and changed with the office's own verbs. */
#include "drafting.h"

#include <check.h>

struct criteria drafting_version(struct casework *cw, int64_t number)
{
	struct criteria criteria;

	OK(criteria_load(cw, number, &criteria, err));
	return criteria;
}

int64_t drafting_begun(struct casework *cw)
{
	int64_t number = 0;

	OK(criteria_draft(cw, NULL, 1, "Evidence weighs too little.", &number, err));
	return number;
}

void drafting_weigh(struct casework *cw, int64_t number, const char *id, int weight)
{
	struct criteria now = drafting_version(cw, number);
	struct criterion values = *criteria_find(&now, id);

	values.weight = weight;
	values.sort = 0;
	OK(criterion_put(cw, NULL, number, &values, NULL, err));
	criteria_done(&now);
}

struct criterion drafting_new(const char *id, int weight)
{
	return (struct criterion){.id = id,
		.trace = "13 §",
		.weight = weight,
		.name = {"Reach", "Räckvidd"},
		.step = {{"none", "ingen"}, {"weak", "svag"}, {"fair", "godtagbar"}, {"strong", "stark"},
			{"very strong", "mycket stark"}}};
}

/* What the files of follow-up share, inside the casework room only. */
#ifndef KANSLI_CASEWORK_FOLLOWUP_INNER_H
#define KANSLI_CASEWORK_FOLLOWUP_INNER_H

#include "followup.h"

struct follow_asking {
	struct casework *cw;
	int64_t round;
	char until[MOMENT_TEXT]; /* the end of the day */
	day on;
	struct followup *out;
	const struct programme *programme;
};
/* A row of what every measure has. */
struct follow_measure {
	int64_t application;
	const char *lead, *type, *area, *effect, *arrived_on, *outcome, *decided_on, *ruled_on;
	bool withdrawn;
	int unknown;
	int64_t hours; /* MONEY_UNKNOWN: not said */
	struct follow_group money;
};
struct follow_measures {
	struct follow_measure *items;
	int count;
};
void follow_add(int64_t *sum, int64_t ore);
bool follow_criteria_read(struct follow_asking *asking, struct error *err);
bool follow_effects_read(struct follow_asking *asking, const struct follow_measures *measures, struct error *err);
bool follow_reports_read(struct follow_asking *asking, struct error *err);
bool follow_claims_read(struct follow_asking *asking, struct error *err);
void follow_times_settle(struct follow_asking *asking, const struct follow_measures *measures);

#endif

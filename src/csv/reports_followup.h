/* Follow-up as tables. For people a chart of plain signs stands last, after the numbers. */
#ifndef KANSLI_CSV_REPORTS_FOLLOWUP_H
#define KANSLI_CSV_REPORTS_FOLLOWUP_H

#include "casework/followup.h"
#include "csv/report.h"

enum follow_view {
	FOLLOW_VIEW_YEARS,
	FOLLOW_VIEW_REGIONS,
	FOLLOW_VIEW_TYPES,
	FOLLOW_VIEW_AREAS,
	FOLLOW_VIEW_ROUTES,
	FOLLOW_VIEW_CRITERIA,
	FOLLOW_VIEW_TIMES,
	FOLLOW_VIEW_EFFECTS,
	FOLLOW_VIEW_REPORTS,
	FOLLOW_VIEW_CLAIMS,
	FOLLOW_VIEWS
};
/* `chart`: for people. */
void report_followup(struct report *report, const struct followup *followup, enum follow_view view, bool chart);
const char *follow_view_word(enum follow_view view); /* "per payment year" */
const char *follow_report_word(const char *kind);    /* "delredovisning" */
const char *follow_ground_text(const char *ground);  /* "18 § 2: not used" */
/* "####==": what is granted, and of what is sought no more than fits; `scale` is the öre that fill all cells. */
const char *follow_chart(struct arena *arena, int64_t part, int64_t whole, int64_t scale, int cells);
/* The largest sought or granted of the groups. */
int64_t follow_scale(const struct follow_groups *groups);
/* "2,31"; "" when there is none. In the arena. */
const char *follow_step_text(struct arena *arena, int hundredths);
/* What the figures cover and what they leave out, one sentence a line. In the arena. */
const char *follow_says(struct arena *arena, const struct followup *followup, enum follow_view view);

#endif

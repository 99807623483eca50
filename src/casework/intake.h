/* Taking in a file's worth of applications, participants and measures: all or nothing, every bad row named. The file is
 * read by the csv room; here are the rules. */
#ifndef KANSLI_CASEWORK_INTAKE_H
#define KANSLI_CASEWORK_INTAKE_H

#include "application.h"
#include "entry.h"
#include "intake_act.h"
#include "measure.h"

/* One row that could not be taken: where, which column, what it said, why. */
struct intake_finding {
	const char *file;
	int line;
	const char *column, *value, *reason; /* column NULL: the row as a whole */
};
struct intake_application {
	const char *file, *ref; /* ref ties the files together; the number is given by kansli */
	int line;
	struct application_change change;
};
struct intake_participant {
	const char *file, *ref;
	int line;
	struct participant_change change;
};
struct intake_measure {
	const char *file, *ref;
	int line, n; /* n: the measure's number within the application */
	struct measure_change change;
};
struct intake_entry {
	const char *file, *ref;
	int line, measure_n; /* measure_n: of a kind that belongs to a measure */
	enum entry_kind kind;
	const char *values[ENTRY_FIELDS];
};
struct intake {
	struct arena arena; /* owns everything below */
	struct intake_application *applications;
	struct intake_participant *participants;
	struct intake_measure *measures;
	struct intake_entry *entries; /* numbered within their application or measure in the order of the file */
	struct intake_act *acts;      /* done after all else, in the order of the file */
	struct intake_finding *findings;
	int application_count, participant_count, measure_count, entry_count, act_count, finding_count;
};
void intake_init(struct intake *intake);
void intake_done(struct intake *intake);
void intake_find(
	struct intake *intake, const char *file, int line, const char *column, const char *value, const char *reason);
struct intake_result {
	int applications, participants, measures, entries; /* entries: with what has happened */
	int first_n, last_n, year;                         /* numbers given, of the last year met */
};
/* Everything in one transaction, in the order of the file; an event per thing, all with op's id and the cause. Stops at
 * the findings: ERROR_INVALID with the count, nothing changed. dry_run tries everything and rolls back. progress may be
 * NULL; answering false cancels (ERROR_FAILED "avbruten", nothing changed). It is asked with `done` of `of` rows while
 * they are checked, before the transaction; inside it `of` is 0, and it may answer but write nothing to a screen. */
bool intake_take(struct casework *cw, const struct operation *op, struct intake *intake, bool dry_run,
	bool (*progress)(void *with, int done, int of), void *with, struct intake_result *out, struct error *err);

#endif

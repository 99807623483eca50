/* What an application says, as a whole (9 §), and what the program can see in it for itself: what is missing, sums that
 * differ, dates, papers, other support, the same measure elsewhere. What is seen is proposed beside the control point
 * with its evidence; a person answers. */
#ifndef KANSLI_CASEWORK_CONTENTS_H
#define KANSLI_CASEWORK_CONTENTS_H

#include "application.h"
#include "entry.h"
#include "measure.h"
#include "share.h"

/* A year of a measure's costs: what the rows come to against the estimate. Öre. */
struct cost_year {
	int64_t measure;
	int measure_n, year, rows;
	int64_t estimate_ore; /* MONEY_UNKNOWN: there is none for the year, or it is not known */
	int64_t rows_ore;
};
/* Rows less estimate; MONEY_UNKNOWN while the estimate is. */
int64_t cost_year_difference(const struct cost_year *year);

enum evidence_sees {
	SEES_YES,
	SEES_NOTHING, /* worth reading, and proposes no answer */
	SEES_UNCLEAR,
	SEES_NO
};
/* What there is to see; beside which control point it stands is data (programme.h, gate.evidence). */
enum evidence_kind {
	EVIDENCE_APPLICANT,
	EVIDENCE_ARRIVAL,
	EVIDENCE_ANALYSIS,
	EVIDENCE_NEEDS,
	EVIDENCE_DESCRIBED,
	EVIDENCE_COSTS,
	EVIDENCE_KIND,
	EVIDENCE_SUPPORT,
	EVIDENCE_OVERLAP,
	EVIDENCE_LASTING,
	EVIDENCE_RUNNING,
	EVIDENCE_ROUTE,
	EVIDENCE_INDICATOR,
	EVIDENCE_COUNTED,
	EVIDENCE_CERTIFICATE,
	EVIDENCE_DECISION,
	EVIDENCE_KINDS
};
/* Whether the kind with this code is seen of the 'application', each 'measure' or each 'participant'; NULL: no such
 * kind. */
const char *evidence_subject(const char *code, size_t bytes);
struct evidence {
	enum evidence_kind kind;
	const char *gate; /* "G5", the same sentence once for each; "" where no control point asks for it */
	int gate_sort, seen;
	int64_t measure, participant; /* 0: of the application as a whole */
	int measure_n;
	enum evidence_sees sees;
	const char *sentence, *where; /* in the language chosen */
};

struct contents {
	struct arena arena;
	struct application application;
	struct measure_list measures;
	struct entry_list entries[ENTRY_KINDS];
	struct share_list shares;
	struct cost_year *years; /* by measure, then year; those with an estimate or rows */
	int year_count;
	struct evidence *evidence; /* by control point, then measure or participant */
	int evidence_count;
};
/* RIGHT_SEE. ERROR_MISSING: no such application. */
bool contents_load(struct casework *cw, int64_t application, struct contents *out, struct error *err);
void contents_done(struct contents *contents);
/* The promise of a measure; NULL where nothing is said. */
const struct entry *contents_promise(const struct contents *contents, int64_t measure);
/* What the evidence proposes as the answer, the worst of it: "no", "unclear", "yes"; NULL proposes nothing. */
const char *contents_proposes(const struct contents *contents, const char *gate, int64_t measure, int64_t participant);
/* Is it about this gate and subject? */
bool evidence_is_of(const struct evidence *evidence, const char *gate, int64_t measure, int64_t participant);

#endif

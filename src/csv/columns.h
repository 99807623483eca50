/* The one table of columns: what a column is called in a file, in either language, and in JSON. Import and export both
 * read it, so that what kansli writes out it can take in again. */
#ifndef KANSLI_CSV_COLUMNS_H
#define KANSLI_CSV_COLUMNS_H

#include <stdbool.h>

enum report_kind {
	REPORT_TEXT,
	REPORT_NUMBER, /* MONEY_UNKNOWN: blank */
	REPORT_ORE,    /* JSON key ends in _ore; CSV kronor with two decimals; text thousands of kronor */
	REPORT_DAY,    /* ISO text, "" none */
	REPORT_BOOL,
};

struct report_column {
	const char *key;     /* JSON: "sought_ore" */
	const char *name[2]; /* CSV heading and import name: [0] English, [1] Swedish */
	enum report_kind kind;
	int cells;           /* wanted width as text for people; 0: not shown there */
	const char *also[2]; /* other names, accepted where column_among() is asked; NULL: none */
};

/* A column per payment year stands six times, 2025 first: COLUMN_COST + 1 is the cost of 2026. */
enum column_name {
	COLUMN_REF,
	COLUMN_NUMBER,
	COLUMN_ROUND,
	COLUMN_APPLICANT,
	COLUMN_APPLICANT_CODE,
	COLUMN_TITLE,
	COLUMN_OWN_NUMBER,
	COLUMN_ARRIVED,
	COLUMN_ARRIVED_TIME,
	COLUMN_WAY,
	COLUMN_SUMMARY,
	COLUMN_SCOPE,
	COLUMN_ECONOMY,
	COLUMN_NEEDS,
	COLUMN_SOURCES,
	COLUMN_INVENTED,
	COLUMN_STATE,
	COLUMN_STATE_CODE,
	COLUMN_NEXT,
	COLUMN_OFFICER,
	COLUMN_MEASURES,
	COLUMN_PARTICIPANTS,
	COLUMN_COST_ORE,
	COLUMN_SOUGHT_ORE,
	COLUMN_UNKNOWN,
	COLUMN_DUE,
	COLUMN_MOVER,
	COLUMN_VERSION,
	COLUMN_REGION,
	COLUMN_PAPER,
	COLUMN_PAPER_DAY,
	COLUMN_BODY,
	COLUMN_CERTIFIED,
	COLUMN_MEASURE,
	COLUMN_MEASURE_N,
	COLUMN_HEADING,
	COLUMN_DESCRIPTION,
	COLUMN_ACHIEVE,
	COLUMN_TYPE,
	COLUMN_AREA,
	COLUMN_EFFECT,
	COLUMN_TAGS,
	COLUMN_FROM,
	COLUMN_TO,
	COLUMN_FORM,
	COLUMN_OTHER_SUPPORT,
	COLUMN_LASTING,
	COLUMN_OUTCOME,
	COLUMN_PLACE,
	COLUMN_POINT_PLACE,
	COLUMN_MOVE,
	COLUMN_POINTS,
	COLUMN_SPREAD,
	COLUMN_ASSESSED,
	COLUMN_PROPOSED_ORE,
	COLUMN_TOTAL_ORE,
	COLUMN_FITS_ORE,
	COLUMN_FIT,
	COLUMN_BREAKS,
	COLUMN_REASON,
	COLUMN_ZERO,
	COLUMN_GATES_BAD,
	COLUMN_ROW,
	COLUMN_DATE,
	COLUMN_YEAR,
	COLUMN_AMOUNT_ORE,
	COLUMN_RECIPIENT,
	COLUMN_ORGNR,
	COLUMN_REFERENCE,
	COLUMN_CONDITION,
	COLUMN_PAY_STATE,
	COLUMN_MAKER,
	COLUMN_ATTESTED_BY,
	COLUMN_ATTESTED,
	COLUMN_PAID,
	COLUMN_APPROPRIATION_ORE,
	COLUMN_CARRIED_ORE,
	COLUMN_COMMITMENT_ORE,
	COLUMN_LIMIT_ROUND_ORE,
	COLUMN_DECIDED_ORE,
	COLUMN_PLANNED_ORE,
	COLUMN_ATTESTED_ORE,
	COLUMN_PAID_ORE,
	COLUMN_LEFT_ORE,
	COLUMN_LAPSED_ORE,
	COLUMN_OVER,
	COLUMN_KIND,
	COLUMN_SOURCE,
	COLUMN_VALID_FROM,
	COLUMN_SEQ,
	COLUMN_AT,
	COLUMN_ACTOR,
	COLUMN_ROLE,
	COLUMN_ACTION,
	COLUMN_CHANGES,
	COLUMN_CAUSE,
	COLUMN_OPERATION,
	COLUMN_LOGIN,
	COLUMN_NAME,
	COLUMN_ROLES,
	COLUMN_ROLES_WORDS,
	COLUMN_OPENS,
	COLUMN_CLOSES,
	COLUMN_CRITERIA,
	COLUMN_GATES,
	COLUMN_FIELD,
	COLUMN_VALUE,
	COLUMN_STANDS,
	COLUMN_PART,
	COLUMN_DAY,
	COLUMN_WORDS,
	COLUMN_COST,
	COLUMN_COST_LAST = COLUMN_COST + 5,
	COLUMN_SOUGHT,
	COLUMN_SOUGHT_LAST = COLUMN_SOUGHT + 5,
	COLUMN_PROPOSED,
	COLUMN_PROPOSED_LAST = COLUMN_PROPOSED + 5,
	COLUMN_GRANTED,
	COLUMN_GRANTED_LAST = COLUMN_GRANTED + 5,
	COLUMN_COUNT
};

const struct report_column *column_of(enum column_name column);
/* The column called so in either language or by its key, the letters' case aside; false when there is none. */
bool column_read(const char *name, enum column_name *out);
/* The one among these that is called so, its other names counted: in a file of measures `åtgärd` is the number, though
 * a ranking calls the heading so. */
bool column_among(const char *name, const enum column_name *among, int count, enum column_name *out);

#endif

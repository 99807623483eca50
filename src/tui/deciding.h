/* The inside of the decision form: form_decision.c, its fields and its words. */
#ifndef KANSLI_TUI_DECIDING_H
#define KANSLI_TUI_DECIDING_H

#include "casework/application.h"
#include "casework/budget.h"
#include "casework/decision.h"
#include "casework/measure.h"
#include "tui/record.h"

enum { DECIDING_ROWS = 12 };

struct deciding_row {
	const char *due_on, *recipient, *condition;
	int64_t ore; /* MONEY_UNKNOWN: the row is not used */
};
struct deciding {
	struct record base;
	int64_t measure;
	struct measure_list about; /* the measure alone */
	struct application whole;
	const char *number;
	struct decision_list earlier; /* newest first; none: this is the first */
	bool replaces;                /* there is a decision already */
	const char *uncommunicated;   /* what FL 25 § would have asked before it goes against the applicant; NULL */
	const char *outcome, *decided_on, *meeting, *provisions, *reasons, *ground, *report_on, *final_on, *final_how,
		*conditions, *from_on, *to_on, *kind, *region, *section, *deciders, *presenter, *others;
	int64_t amounts[BUDGET_YEARS]; /* granted; MONEY_UNKNOWN: nothing that year */
	struct deciding_row rows[DECIDING_ROWS];
	bool confirmed; /* the number has been typed */
	const char *warning;
};

/* ---- deciding_fields.c */
extern const struct field deciding_fields[];
/* Names of the fields of row i. */
struct deciding_names {
	const char *day, *ore, *recipient, *condition;
};
extern const struct deciding_names deciding_rows[DECIDING_ROWS];

/* ---- form_decision.c */
int deciding_amounts(const struct deciding *deciding, struct decision_amount out[BUDGET_YEARS]); /* how many */

/* ---- form_template.c */
/* The rows of the plan from a template: asked for over the decision's form, and put into it. */
void filling_form(struct ui *ui, struct deciding *deciding);

/* ---- deciding_words.c */
/* The kind chosen, by its code. */
bool deciding_is(const struct deciding *deciding, const char *kind);
bool deciding_grants(const struct deciding *deciding);
/* The sum granted, and what is sought. */
int64_t deciding_granted(const struct deciding *deciding);
int64_t deciding_sought(const struct deciding *deciding);
/* Points of 14 § that nothing fills, as "5 Partial report, 6 Report"; "" when all are filled. *field gets the first
 * one's. */
const char *deciding_missing(const struct deciding *deciding, struct arena *arena, const char **field);
/* All that is about to be recorded, to be read before the number is typed; lines of at most `columns` cells where the
 * text allows. */
const char *deciding_summary(const struct deciding *deciding, int columns, struct arena *arena);

#endif

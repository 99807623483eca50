/* Decisions (7, 13, 14 §§; FL 31–33 §§): per measure, versioned, replaced and never changed. Recorded by the office;
 * the delegation decides. */
#ifndef KANSLI_CASEWORK_DECISION_H
#define KANSLI_CASEWORK_DECISION_H

#include "access.h"

struct decision_amount {
	int year;
	int64_t ore;
};
struct decision_instalment {
	const char *due_on;
	int year; /* 0: the day's year */
	int64_t ore;
	const char *recipient; /* region code; NULL: the lead */
	const char *condition; /* "" none */
	const char *met_on;    /* inside: a row that takes another's place keeps that its condition is met; else NULL */
};
/* A payment plan in a few words, made so that each year's sum is what is left of it. */
enum plan_template_kind {
	PLAN_HALVES,    /* half on decision, half when the final report is approved */
	PLAN_YEARS,     /* one row a payment year */
	PLAN_MILESTONES /* each year in equal parts on its milestones */
};
struct plan_milestone {
	const char *on, *what; /* day; the condition, "" none */
};
struct plan_template {
	enum plan_template_kind kind;
	const char *first_on;  /* halves, years: the first day, and the day of later years; NULL: the decision's */
	const char *condition; /* halves: of the second; NULL: that the final report is approved */
	const struct plan_milestone *milestones;
	int milestone_count;
	bool shares; /* each row in the shares of the joint measure */
};

/* What is left out of a decision that replaces another stays as the earlier decision has it: amounts (but for a
 * change), the rest of its payment plan, and each point of 14 § that no field of this one says anew. */
struct decision_change {
	const char *outcome;    /* granted, partly, refused; NULL: what the amounts come to */
	const char *decided_on; /* within 2025-01-01–2030-12-31 (1 §); what replaces a decision and gives no more, later
				   too */
	const char *meeting, *provisions, *reasons, *ground;
	const char *report_on;                 /* day of the partial report (14 § 5), or "none"; NULL: not said */
	const char *final_on;                  /* day of the final report (14 § 6), or NULL */
	const char *conditions;                /* other conditions (14 § 7), or NULL */
	const struct decision_amount *amounts; /* none when refused */
	int amount_count;
	const struct decision_instalment *instalments; /* per year equal to the amounts, to the öre */
	int instalment_count;
	const struct plan_template *template; /* without instalments: the plan in a few words; or NULL */
	const char *from_on, *to_on;          /* period (14 § 4); NULL: the measure's */
	const char *final_how;                /* how it is reported (14 § 6), told after the day; or NULL */
	/* first; correction (of a clerical error, FL 36 §), change (FL 37–38 §§), extension (period or reports, money
	 * unchanged), withdrawal (the region gives up what is left), leaving (a region leaves a joint measure). NULL:
	 * first, or what the ground says when another decision is replaced. */
	const char *kind;
	const char *provision; /* FL 36, FL 37 or FL 38; NULL: what the kind or the ground says */
	const char *region;    /* leaving: which */
	/* FL 31 §: the item of the sitting, or the three as typed */
	int64_t item;
	const char *deciders, *presenter, *others;
};
/* granted ≤ sought ≤ cost in total, or refused; granted: all that is sought; partly: less. Refused, naming what is
 * missing, without the five things of FL 31 §, the provisions and circumstances of FL 32 §, or a point of 14 §; the
 * points are filled from the change and the standard texts, in Swedish. A second decision on the measure replaces the
 * first with its ground (FL 36–38 §§); rows that are authorised or paid stay in the plan, so no year's amount goes
 * below them, and the new plan is the rest, with row numbers that go on. A year may not come above its appropriation
 * with what is carried over, nor above the authority to commit later years: ERROR_INVALID, unless that year's amount is
 * not raised. *warning gets sentences (in the arena) when a year's granted is above what is sought that year or above
 * the round's own limit, when the cost is unknown, when the reasons are only points, and when the applicant has not
 * been told of what goes against it (FL 25 §); else NULL. op->if_version is the measure's. */
bool decision_record(struct casework *cw, const struct operation *op, int64_t measure,
	const struct decision_change *change, struct arena *arena, const char **warning, int64_t *id,
	struct error *err);
/* The rows that the change's template makes of its amounts, days and kind: what decision_record would plan without
 * instalments. Nothing is written; the rows live in the arena. */
bool decision_rows_preview(struct casework *cw, int64_t measure, const struct decision_change *change,
	struct arena *arena, const struct decision_instalment **rows, int *count, struct error *err);

/* To begin with where no item is named: the chair and the members appointed on the day who take part in the case, as a
 * decision names them. For those who may record decisions. */
bool decision_deciders(struct casework *cw, int64_t application, const char *on, struct arena *arena, const char **out,
	struct error *err);
/* "§ 4" of the minutes of the year, or "§ 4/2026": the item of the sitting with that section. */
bool decision_item_find(struct casework *cw, const char *section, int year, int64_t *id, struct error *err);

struct decision_point {
	int number;
	const char *title[2], *text;
};
/* The paper of a decision in the register, and how far it has been sent. */
struct decision_sent {
	int64_t document; /* 0: there is none */
	int document_n, listed, sent;
	const char *sent_on; /* the last day it was sent to somebody; NULL: to nobody */
};
/* From the columns document, document_n, listed, sent and sent_on; for the casework room. */
struct rows;
struct decision_sent decision_sent_read(struct rows *rows, struct arena *arena);
struct decision {
	int64_t id, measure, replaces;
	int n;
	const char *outcome, *decided_on, *meeting, *ground, *provisions, *reasons, *recorded_by, *recorded_at;
	/* "" in decisions recorded before there were forms; region NULL but of a leaving */
	const char *kind, *provision, *region, *region_short, *deciders, *presenter, *others;
	int64_t item; /* 0: none */
	bool valid;   /* not replaced */
	struct decision_sent sent;
	struct decision_amount amounts[12];
	int amount_count;
	int64_t granted_ore;
	struct decision_point *points;
	int point_count;
};
struct decision_list {
	struct arena arena;
	struct decision *items; /* newest first */
	int count;
};
bool decision_list_load(struct casework *cw, int64_t measure, struct decision_list *out, struct error *err);
void decision_list_done(struct decision_list *list);
struct programme;
/* "bifall"; a refusal that ends a grant the region has given up is "återtaget efter återkallelse". */
const char *decision_outcome_name(const struct programme *programme, const char *outcome, const char *kind);

#endif

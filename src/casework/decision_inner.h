/* What the files about decisions and plans share, for the casework room only. */
#ifndef KANSLI_CASEWORK_DECISION_INNER_H
#define KANSLI_CASEWORK_DECISION_INNER_H

#include "change.h"
#include "decided.h"
#include "decision.h"
#include "ledger.h"
#include "money_years.h"

/* Grants may be given while the ordinance is in force (1 § and its transitional provisions). */
#define ORDINANCE_FIRST "2025-01-01"
#define ORDINANCE_LAST "2030-12-31"

/* ---- who can receive: the lead first */
struct recipients {
	const char **codes, **names;
	int count;
};
bool recipients_load(struct change *change, int64_t application, struct recipients *out, struct error *err);
/* Without those who have left the measure by a decision. */
bool recipients_stay(struct change *change, int64_t measure, struct recipients *recipients, struct error *err);
const char *recipients_name(const struct recipients *recipients, const char *code); /* NULL: takes no part */

/* ---- what is decided about */
struct decision_before;
struct decision_case {
	int64_t measure, version, application, round, replaces; /* replaces 0: the first decision */
	int year, application_n, n;
	int decision_n; /* the number a new decision gets */
	int ruling;     /* the number of the ruling that it is not tried; 0: there is none */
	const char *title, *from_on, *to_on, *withdrawn_on, *application_withdrawn_on, *own_number, *arrived_on;
	char number[32]; /* "12.3" */
	struct money_years cost, sought;
	struct recipients recipients;   /* without those who have left the measure */
	struct decision_before *before; /* id 0: none */
};
bool decision_case_load(struct change *change, int64_t measure, struct decision_case *out, struct error *err);
/* The measure's number as shown: "12.3", or "12-2026.3". */
bool measure_number(struct casework *cw, int year, int application_n, int n, char out[32], struct error *err);

/* ---- the ten points of 14 § */
struct decision_text {
	int64_t point;
	const char *key, *text;
};
struct decision_texts {
	struct decision_text *items;
	int count;
};
/* A change as it will be kept: cleaned, and the amounts per year summed. */
struct decision_draft {
	const char *kind, *provision, *region; /* provision "" of a first decision */
	struct decided decided;
	const char *outcome, *decided_on, *meeting, *ground, *provisions, *reasons, *conditions;
	const char *from_on, *to_on, *final_how;
	const char *report_on, *final_on;    /* NULL: not said; report_on "": no partial report is due */
	bool grants;                         /* the outcome is not a refusal */
	struct money_years granted, planned; /* planned: with what stands of earlier decisions */
	struct decision_instalment *rows;    /* year, recipient and condition filled in */
	int row_count;
};
bool decision_draft_read(struct change *change, const struct decision_case *about, const struct decision_change *typed,
	struct decision_draft *out, struct error *err);
/* Which kind of decision it is, with its provision and the region that leaves. */
bool decision_kind_read(const struct decision_case *about, const struct decision_change *typed,
	struct decision_draft *draft, struct error *err);
/* What each kind asks of the money and the words. */
bool decision_kind_allowed(const struct decision_case *about, const struct decision_draft *draft, struct error *err);
/* An extension says something new of the period or the reports. */
bool decision_kind_texts(const struct decision_case *about, const struct decision_draft *draft,
	const struct decision_texts *texts, struct error *err);
/* May this be decided: limits of 1 §, amounts against what is sought and what it costs, grounds for replacing. */
bool decision_allowed(
	const struct decision_case *about, const struct decision_draft *draft, const char *today, struct error *err);

/* In Swedish, the language decisions are written in. ERROR_INVALID names an empty point. */
bool decision_texts_write(struct change *change, const struct decision_case *about, const struct decision_draft *draft,
	struct decision_texts *out, struct error *err);

/* ---- rows of a plan */
struct plan_frame {
	struct arena *arena;
	struct casework *cw;
	const char *decided_on;
	const struct recipients *recipients;
	const struct money_years
		*granted; /* of the decision that is replaced, or planned: its years stay payment years */
};
/* One row as it will be kept; `number` names it in the sentence. */
bool plan_row_read(const struct plan_frame *frame, int number, const struct decision_instalment *typed,
	struct decision_instalment *out, struct error *err);
/* A row of the newest plan as it stands. */
struct plan_row {
	int64_t id;
	int n;
	bool locked; /* reviewed or authorised, and stays */
	bool dead;   /* its attest was taken back, or it came back: the next version replaces it */
	bool attested, returned, met, withheld;
	struct decision_instalment values;
};
struct plan_rows {
	struct plan_row *items;
	int count;
};
bool plan_rows_load(struct change *change, int64_t decision, struct plan_rows *out, struct error *err);
/* Whose plan a row is written in. */
struct plan_of {
	int64_t measure, application, decision;
	int version; /* of the plan */
};
/* A new row in the open write, booked in the ledger, with its event; made NULL: its id is not asked for. */
bool instalment_add(struct change *change, const struct plan_of *plan, int n, const struct decision_instalment *values,
	int64_t *made, struct error *err);
/* A row's amount moved from the account to another in the ledger. */
bool instalment_book(struct change *change, const struct plan_of *plan, int64_t instalment,
	const struct decision_instalment *values, enum ledger_account source, enum ledger_account target,
	struct error *err);
bool plan_version_add(struct change *change, int64_t decision, int version, const char *why, struct error *err);

/* ---- the decision that a new one would replace */
struct standing_row {
	int n, year;
	int withheld; /* 0 no, 1 for the time being, 2 for good (17 §) */
	int64_t ore;
	bool paid;
};
/* A row that is withheld and that no attest holds: the decision to withhold outlives the one the row was planned under,
 * so the next plan has it too. */
struct held_row {
	int64_t instalment, withholding;
	bool final;
	struct decision_instalment values;
};
struct decision_before {
	int64_t id; /* 0: there is none */
	int n;
	const char *outcome, *decided_on;
	struct money_years granted;
	struct standing_row *rows; /* authorised or paid, of every earlier decision: they stay; last, those of held */
	int row_count;
	struct held_row *held;
	int held_count;
	struct money_years standing; /* rows, summed */
	struct plan_rows open;       /* its rows that nobody has authorised and that are not withheld */
	int last_n;                  /* the highest number a row of the measure has had */
	struct before_point {
		const char *key, *text;
	} * points;
	int point_count;
};
/* In the change's arena. */
bool decision_before_load(struct change *change, int64_t measure, struct decision_before **out, struct error *err);
/* What the earlier decision says on the point of 14 § with this key; "" when there is none. */
const char *decision_before_text(const struct decision_before *before, const char *key);

#endif

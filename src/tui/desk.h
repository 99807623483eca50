/* What the panes work on: the open office, the law as data, and what the person may do. One desk per screen. */
#ifndef KANSLI_TUI_DESK_H
#define KANSLI_TUI_DESK_H

#include "casework/access.h"
#include "casework/programme.h"
#include "ui.h"

/* Where a thing stands: a section of a case, or a screen of its own. */
enum case_place {
	PLACE_NONE,
	PLACE_FACTS,
	PLACE_MEASURE,
	PLACE_GATE,
	PLACE_NOTE,
	PLACE_PARTICIPANT, /* the last that is a section of the case */
	PLACE_CLOCK,
	PLACE_CONFLICT,
	PLACE_DOCUMENT,
	PLACE_POST, /* a paper of the inbox */
	PLACE_MATTER,
	PLACE_ITEM, /* of a sitting */
	PLACE_WITHHELD,
	PLACE_CLAIM,
	PLACE_MONEY, /* that came in */
};

struct desk {
	struct casework *cw;
	struct programme programme;
	unsigned roles; /* held today: for hiding what cannot be done; verbs ask again */
	bool with_year; /* numbers are shown with their year */
	bool swedish;
	int64_t round; /* the round being worked with; 0: none chosen yet */
	char round_name[32];
	/* The list as it was last read: what . and , walk along in an application opened from it. */
	struct {
		int64_t round;
		char filter[512];
	} walk;
	/* What the next screen is opened at (go_place); of no effect afterwards. */
	struct {
		enum case_place place;
		int64_t id;
	} at;
	/* What a form has just made: the list that shows such things puts the focus on it when it is next read. */
	struct {
		enum case_place place;
		int64_t id;
	} made;
	struct ui *ui; /* the loop it is used by */
	int64_t seen;  /* the newest event when things were last read */
	int watch;     /* inotify on the office's folder; -1 none */
};

struct desk *desk_of(const struct ui *ui);
/* The same while a round is worked with; otherwise says `none` and answers NULL. */
struct desk *desk_with_round(struct ui *ui, const char *none);
/* Reads roles, rounds and programme anew; called at start and by r. The newest round is worked with from the start. */
bool desk_refresh(struct desk *desk, struct error *err);
/* For a pane that opens: the id of the thing of this place it is opened at; 0: none in particular. */
int64_t desk_at(const struct desk *desk, enum case_place place);
/* A form has made this. */
void desk_made(struct desk *desk, enum case_place place, int64_t id);
/* For a list of such things that has been read anew: what was just made, once; 0: nothing. */
int64_t desk_made_take(struct desk *desk, enum case_place place);
/* NULL when the person has the right, else the sentence that says which role it takes: for action.barred. */
const char *desk_barred(const struct ui *ui, enum right right);
/* The same in a case, where the person stands in this relation to it: a person with a conflict of interest is offered
 * nothing that would be refused (FL 17 §), and in a closed case nobody is offered more than to open it again. */
const char *desk_barred_in(const struct ui *ui, enum right right, unsigned relation);
const char *desk_closed(unsigned relation); /* the part of it that holds for everybody: the case is closed */
/* How the person stands to a case, and whether it is closed; RELATION_NONE for 0, and where it cannot be read. */
unsigned desk_relation(const struct desk *desk, int64_t application);
/* What stands on the hint line of a case then: "disqualified: takes no part", "the case is closed"; NULL otherwise. */
const char *desk_notice(unsigned relation);
/* The right to register, ready to be an action's barred. */
const char *bars_register(const struct ui *ui, const struct pane *pane);
const char *bars_audit(const struct ui *ui, const struct pane *pane); /* the same of the audit */
/* Says the error. A conflict, a denial and a busy queue are said as what they are, and what is still safe. */
void desk_refused(struct ui *ui, const struct error *err);
/* Thousands of kronor in at most `cells` cells; "1,2 mnkr" when they do not fit, "" when nothing does. */
void desk_tkr(const struct desk *desk, int64_t ore, int cells, char *out, size_t room);
/* "18 400 000 kr" */
const char *desk_kr(const struct desk *desk, int64_t ore, char out[MONEY_TEXT]);
/* "12" or "12-2026", "12.3" or "12-2026.3". Answers out. */
enum { DESK_NUMBER = 32 };
const char *desk_number(const struct desk *desk, int year, int n, char out[DESK_NUMBER]);
/* "3-2026": a matter's number always has its year, or it would be taken for an application's. */
const char *desk_matter(int year, int n, char out[DESK_NUMBER]);
const char *desk_measure(const struct desk *desk, int year, int n, int measure_n, char out[DESK_NUMBER]);
/* "sökande 1/12", "vi 6/12", "-" */
void desk_due(day due, int mover, char *out, size_t room);

/* ---- the panes: each is one file and one word in meson.build; what they are opened with */
extern const struct pane_kind disqualification_pane; /* const struct disqualification_about * */
extern const struct pane_kind sittings_pane;         /* NULL */
extern const struct pane_kind sitting_pane;          /* const int64_t *sitting */
extern const struct pane_kind list_pane;             /* NULL */
extern const struct pane_kind detail_pane;           /* const int64_t *application */
extern const struct pane_kind gates_pane;            /* const int64_t *application */
extern const struct pane_kind scoring_pane;          /* const int64_t *measure */
extern const struct pane_kind ranking_pane;          /* NULL: desk->round */
extern const struct pane_kind equal_pane;            /* const int *year, 0: all; desk->round */
extern const struct pane_kind firmness_pane;         /* const int *year, 0: all; desk->round */
extern const struct pane_kind optimum_pane;          /* const int *year, 0: all; desk->round */
extern const struct pane_kind comparison_pane;       /* const int *year, 0: all; desk->round */
extern const struct pane_kind disagreement_pane;     /* NULL: desk->round */
extern const struct pane_kind progress_pane;         /* NULL: desk->round */
extern const struct pane_kind assigning_pane;        /* NULL: desk->round */
extern const struct pane_kind plan_pane;             /* const int64_t *measure */
extern const struct pane_kind plans_pane;            /* NULL: desk->round */
extern const struct pane_kind budget_pane;           /* NULL */
extern const struct pane_kind log_pane;              /* const int64_t *application, 0: the office */
extern const struct pane_kind persons_pane;          /* NULL */
extern const struct pane_kind rounds_pane;           /* NULL */
extern const struct pane_kind criteria_pane;         /* NULL */
extern const struct pane_kind criterion_pane;        /* const int64_t *: number of a version of the criteria */
extern const struct pane_kind preview_pane;          /* the same: desk->round under it */
extern const struct pane_kind participants_pane;     /* const int64_t *application */
extern const struct pane_kind contents_pane;         /* const int64_t *application */
extern const struct pane_kind regions_pane;          /* const char *code of a region; NULL: all of them */
extern const struct pane_kind reportings_pane;       /* const int64_t *application; NULL: all grants */
extern const struct pane_kind reporting_pane;        /* const int64_t *report: the row that stands, or an earlier day */
extern const struct pane_kind text_pane;             /* const struct text_what * */
extern const struct pane_kind clocks_pane;           /* const int64_t *application */
extern const struct pane_kind register_pane;         /* const struct case_ref * */
extern const struct pane_kind document_pane;         /* const int64_t *document */
extern const struct pane_kind inbox_pane;            /* NULL */
extern const struct pane_kind matters_pane;          /* NULL */
extern const struct pane_kind numbers_pane;          /* const struct case_ref * */
extern const struct pane_kind versions_pane;         /* const int64_t *application */
extern const struct pane_kind hits_pane;             /* const char *: the words asked for; NULL none yet */
extern const struct pane_kind todo_pane;             /* NULL */
extern const struct pane_kind closing_pane;          /* const int64_t *application */
extern const struct pane_kind release_pane;          /* const int64_t *matter: a request for documents */
extern const struct pane_kind audit_pane;            /* const struct audit_case *; NULL: the office */
extern const struct pane_kind followup_pane;         /* NULL */
extern const struct pane_kind published_pane;        /* NULL */
extern const struct pane_kind forecast_pane;         /* NULL */
extern const struct pane_kind recovery_pane;         /* const int64_t *application; NULL: all grants */
extern const struct pane_kind rates_pane;            /* NULL */
extern const struct pane_kind accounts_pane;         /* NULL */
extern const struct pane_kind attesters_pane;        /* NULL */
extern const struct pane_kind batches_pane;          /* NULL */
extern const struct pane_kind batch_pane;            /* const int *: number of a sealed payment file */
extern const struct pane_kind powers_pane;           /* NULL */
extern const struct pane_kind meetings_pane;         /* const char *code of a region; NULL: all of them */
extern const struct pane_kind shares_pane;           /* const int64_t *application */

/* The case whose audit is shown, and its number as it was written. */
struct audit_case {
	int64_t application;
	char number[DESK_NUMBER];
};
/* A long text on a screen of its own. Both are copied. */
struct text_what {
	const char *title, *text;
};

/* ---- the forms: each opens over the pane it is called from; what is typed is kept as a draft and offered back */
void application_form(struct ui *ui, int64_t application);                     /* 0: register a new one */
void participant_form(struct ui *ui, int64_t application, const char *region); /* region NULL: a new participant */
void participants_form(struct ui *ui, int64_t application);                    /* several regions at once */
void withdraw_form(struct ui *ui, int64_t application, int64_t measure);       /* measure 0: the whole application */
void measure_form(struct ui *ui, int64_t application, int64_t measure);        /* measure 0: a new one */
void note_form(struct ui *ui, int64_t application, int64_t measure, int corrects); /* corrects 0: none */
/* participant 0: the application, or all participants alike; GATE_REST: those of them that have no answer yet. */
enum { GATE_REST = -1 };
void gate_form(struct ui *ui, int64_t application, const char *gate, int64_t measure, int64_t participant);
/* kind: enum entry_kind; owner: the application, or the measure of a kind that belongs to one; n 0: a new one. */
void entry_form(struct ui *ui, int kind, int64_t application, int64_t owner, int n);
/* follows 0: a new time limit; else a ruling after it (12 §) */
void clock_form(struct ui *ui, int64_t application, int follows);
void clock_answer_form(struct ui *ui, int64_t application, int n);
void clock_end_form(struct ui *ui, int64_t application, int n);
void clock_respite_form(struct ui *ui, int64_t application, int n);
void unnecessary_form(struct ui *ui, int64_t application);             /* communication (FL 25 §) */
void power_form(struct ui *ui, int64_t power);                         /* 0: a new one; else its last day */
void meeting_form(struct ui *ui, int64_t meeting, const char *region); /* 0: a new one; region "" not chosen */
void version_form(struct ui *ui, int64_t application);
/* What assessors said together of a criterion where they differ. */
void consensus_form(struct ui *ui, int64_t round, int64_t measure);
void decision_form(struct ui *ui, int64_t measure);
/* measure 0: all of the application. Where a ruling stands, the form takes it away. */
void ruling_form(struct ui *ui, int64_t application, int64_t measure);
void plan_form(struct ui *ui, int64_t measure, int n);                 /* n 0: a new row */
void template_form(struct ui *ui, int64_t measure, const char *title); /* a plan from a template */
void account_form(struct ui *ui);                                      /* where a region is paid */
void attester_form(struct ui *ui, int64_t power);                      /* of the attest list; 0: a new row */
void limit_form(struct ui *ui, int year);
void money_in_form(struct ui *ui);
void money_place_form(struct ui *ui, int64_t money);         /* who paid, when nobody knows; else what it is for */
void withhold_form(struct ui *ui, int64_t measure, int row); /* row 0: none is meant yet */
void withhold_lift_form(struct ui *ui, int64_t measure, int64_t withholding);
struct claim;
void claim_form(struct ui *ui, int64_t measure);
void claim_change_form(struct ui *ui, const struct claim *claim); /* a later decision */
void demand_form(struct ui *ui, const struct claim *claim);
void rate_form(struct ui *ui);
void person_form(struct ui *ui, int64_t person); /* 0: a new person */
void round_form(struct ui *ui, int64_t round);   /* 0: a new round */
/* Conflicts of interest, of a person about an application or, 0, a round: what is said, how it was tried, and what was
 * found later. */
void report_form(struct ui *ui, int64_t person, int64_t application, int64_t round);
void trial_form(struct ui *ui, int64_t person, int64_t application, int64_t round);
void later_form(struct ui *ui, int64_t person, int64_t application, int64_t round);
/* Choosing a person and assigning: the case officer of an application, or an assessor of a measure. */
void assign_officer(struct ui *ui, int64_t application);
void assign_assessor(struct ui *ui, int64_t measure);
/* Opens the form a draft belongs to, with what was typed; false when its thing is gone. */
bool draft_reopen(struct ui *ui, const struct draft *draft);

#endif

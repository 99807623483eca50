/* Who may do what: one table, default deny, asked inside the transaction by every verb. The same table answers what a
 * person may see, so that lists, counts, sums, search and exports cannot drift apart. */
#ifndef KANSLI_CASEWORK_ACCESS_H
#define KANSLI_CASEWORK_ACCESS_H

#include "casework.h"

enum role {
	ROLE_REGISTRAR = 1,
	ROLE_OFFICER = 2,
	ROLE_MEMBER = 4,
	ROLE_CHAIR = 8,
	ROLE_CONTROLLER = 16,
	ROLE_AUDITOR = 32,
	ROLE_ADMINISTRATOR = 64, /* persons, rounds, the law as data; sees cases as an auditor does not: not at all */
};
enum { ROLE_COUNT = 7 };

enum right {
	RIGHT_SEE,             /* applications, measures, notes, gates, decisions, plans, budget, log */
	RIGHT_SEE_WORKING,     /* notes kept as working material */
	RIGHT_SEE_POINTS,      /* others' submitted scores and the point order */
	RIGHT_PERSON_PUT,      /* persons and roles; nobody edits their own, but for the only administrator there is */
	RIGHT_PROGRAMME_ADOPT, /* regions, gates, criteria, points, words */
	RIGHT_CRITERIA_DRAFT,  /* a version of the criteria prepared for the delegation */
	RIGHT_CRITERIA_ADOPT,  /* the delegation's decision on one recorded */
	RIGHT_ROUND_PUT,
	RIGHT_LIMIT_PUT, /* the controller alone */
	RIGHT_SENT_KEEP, /* forecasts and follow-up as they were sent */
	RIGHT_AUDIT,     /* who did what when, and samples */
	RIGHT_APPLICATION_REGISTER,
	RIGHT_APPLICATION_CHANGE,
	RIGHT_APPLICATION_ASSIGN,
	RIGHT_APPLICATION_WITHDRAW,
	RIGHT_MEASURE_PUT,
	RIGHT_NOTE_ADD,
	RIGHT_GATE_ANSWER,
	RIGHT_CLOCK_SEND,   /* only with a power in force for it, see power.h */
	RIGHT_CLOCK_ANSWER, /* what came in, and when */
	RIGHT_CLOCK_END,    /* what follows from it, and what needs no communication */
	RIGHT_VERSION_KEEP, /* the application as it stands, before it is adjusted */
	RIGHT_MEETING_PUT,  /* when regions' bodies are known to meet */
	RIGHT_POWER_PUT,    /* who may sign what */
	RIGHT_ASSESSOR_ASSIGN,
	RIGHT_SCORE_PUT,        /* only one's own assignment */
	RIGHT_CONSENSUS_RECORD, /* what assessors said together, never before one's own is handed in */
	RIGHT_RANK_MOVE,        /* the chair's order, proposed amounts, locking */
	RIGHT_LEAST_PUT,        /* with how little a measure is not begun */
	RIGHT_EQUAL_PUT,        /* rules of equal treatment, shown beside the ranking */
	RIGHT_FIRM_KEEP,        /* how firm the ranking is, kept for the meeting */
	RIGHT_DECISION_RECORD,
	RIGHT_PLAN_PUT,
	RIGHT_ATTEST,          /* review and authorise: never one's own row, and on the attest list for it */
	RIGHT_ATTEST_LIST_PUT, /* who may review and authorise; never oneself */
	RIGHT_ACCOUNT_PUT,     /* where regions are paid; checked by another */
	RIGHT_BATCH_SEAL,
	RIGHT_PAYMENT_RECORD,
	RIGHT_PAYMENT_EXPORT,
	RIGHT_REPORT_PUT,              /* what is due, reminders, what came in and what it says */
	RIGHT_REPORT_RULE,             /* approved, or sent back */
	RIGHT_RATE_PUT,                /* the state's lending rate */
	RIGHT_MONEY_IN,                /* money from regions, and what it is for */
	RIGHT_DEMAND_SEND,             /* demands on a claim that is decided */
	RIGHT_DISQUALIFICATION_SEE,    /* what others have reported, and how it was tried; one's own is always seen */
	RIGHT_DISQUALIFICATION_ANSWER, /* for oneself: asked or unasked */
	RIGHT_DISQUALIFICATION_ASK,
	RIGHT_DISQUALIFICATION_RECORD, /* what somebody else has said, or was found later; never about oneself */
	RIGHT_DISQUALIFICATION_TRY,    /* never about oneself, unless needed (FL 18 §) */
	RIGHT_CASE_CLOSE,              /* close and reopen; with working notes it takes RIGHT_SEE_WORKING too */
	RIGHT_RELEASE_TEST,            /* requests for documents: what is asked for, and each part tested */
	RIGHT_DOCUMENT_PUT,            /* the register: papers in, out and drawn up, the inbox, distribution lists */
	RIGHT_DOCUMENT_REMOVE,         /* content by disposal, or sent in error */
	RIGHT_MATTER_PUT,              /* matters that are not applications */
	RIGHT_SITTING_CALL,            /* sittings opened, called, their agenda, notice and papers */
	RIGHT_SITTING_RECORD,          /* what happens at a sitting, as its secretary */
	RIGHT_SITTING_RULE,            /* the chair's ruling, and the minutes approved */
	RIGHT_RESERVE,                 /* one's own reservation or dissent (FL 30 §) */
	RIGHT_BACKUP,
	RIGHT_CHECK,
	RIGHT_COUNT
};

enum object_kind {
	OBJECT_OFFICE,
	OBJECT_PERSON,
	OBJECT_APPOINTMENT,
	OBJECT_ROUND,
	OBJECT_LIMIT,
	OBJECT_PROGRAMME,
	OBJECT_APPLICATION,
	OBJECT_PARTICIPANT,
	OBJECT_MEASURE,
	OBJECT_NOTE,
	OBJECT_GATE_ANSWER,
	OBJECT_POWER,
	OBJECT_CLOCK, /* with what it asks for and its respites */
	OBJECT_UNCOMMUNICATED,
	OBJECT_MEETING,
	OBJECT_VERSION, /* of an application, kept */
	OBJECT_ASSIGNMENT,
	OBJECT_ASSESSMENT,
	OBJECT_PROPOSAL,
	OBJECT_DECISION,
	OBJECT_DECISION_FORM, /* by the decision's id */
	OBJECT_RULING,
	OBJECT_DECISION_PAPER, /* by the document's id */
	OBJECT_MONEY_PAPER,    /* by the document's id */
	OBJECT_PUBLICATION,    /* with the decisions on it */
	OBJECT_PLAN,
	OBJECT_INSTALMENT,
	OBJECT_REPORT_DUE, /* with its reminders */
	OBJECT_REPORT,     /* with what regions told, and effects */
	OBJECT_ANCHORING,  /* by the participant's id */
	OBJECT_NEED,
	OBJECT_PROMISE, /* by the measure's id */
	OBJECT_COST,
	OBJECT_INDICATOR,
	OBJECT_SUPPORT,
	OBJECT_REFERENCE,
	OBJECT_BACKGROUND,
	OBJECT_CONTACT,
	OBJECT_DISQUALIFICATION,
	OBJECT_CLOSURE,
	OBJECT_NOTE_FATE, /* by the note's id */
	OBJECT_RELEASE_PART,
	OBJECT_MATTER,
	OBJECT_DOCUMENT,
	OBJECT_DISPATCH,
	OBJECT_READING,
	OBJECT_MISREGISTRATION,
	OBJECT_CROSS_NUMBER,
	OBJECT_NOTE_ABOUT,
	OBJECT_FOLLOW_UP,
	OBJECT_CRITERIA,     /* by the version's number */
	OBJECT_LEAST_AMOUNT, /* by the measure's id */
	OBJECT_EQUAL_RULE,
	OBJECT_FIRMNESS,
	OBJECT_SENT_REPORT,
	OBJECT_RESCORE,
	OBJECT_CONSENSUS,
	OBJECT_SITTING,      /* with who is called, and the agenda's order */
	OBJECT_SITTING_ITEM, /* with who was there, motions, votes and who differs */
	OBJECT_WITHHOLDING,
	OBJECT_RATE,
	OBJECT_CLAIM,
	OBJECT_DEMAND,
	OBJECT_MONEY_IN,      /* with its parts */
	OBJECT_MONEY_IN_VOID, /* by the id of the money in */
	OBJECT_ATTEST_POWER,
	OBJECT_INSTALMENT_COURSE, /* by the instalment's id: review, batch, taken back, come back */
	OBJECT_PAYEE_ACCOUNT,
	OBJECT_BATCH,
	OBJECT_PAID_FILE,
	OBJECT_PAID_LINE_NOTE,
	OBJECT_COUNT
};

/* How the actor stands to the thing, found by the verb inside the transaction. */
enum relation {
	RELATION_NONE = 0,
	RELATION_SELF = 1,                /* the person or appointment is the actor's own */
	RELATION_ASSIGNED = 2,            /* an assessor of the measure */
	RELATION_UNSUBMITTED = 4,         /* an assessor who has not handed in */
	RELATION_MAKER = 8,               /* made the plan row */
	RELATION_SOLE_ADMINISTRATOR = 16, /* the bootstrap right: the only administrator there is */
	RELATION_BARRED = 32,             /* has a conflict of interest and takes no part (FL 17 §), see bar.h */
	RELATION_NEEDED = 64,             /* nobody else could try it in time (FL 18 §) */
	RELATION_CLOSED = 128, /* the case is closed (closure.h): what is offered there, for change.c refuses */
};

/* Pure: roles and relation in, answer out. *role gets the one role the right came from (may be NULL). */
bool access_allows(unsigned roles, enum right right, unsigned relation, enum role *role);
/* For the actor as of now, from the file. Refuses with ERROR_DENIED and a sentence naming the right and who has it. */
bool may(struct casework *cw, enum right right, unsigned relation, struct error *err);
/* Always false: the sentence that says what may not be done and which role it takes. Asks nothing of the file. */
bool access_refuse(enum right right, struct error *err);
/* Does a conflict of interest take the right away? All but those the table exempts: default deny. */
bool access_is_handling(enum right right);
/* The role the last granted may() came from, for the event. */
enum role access_role_used(const struct casework *cw);
/* The roles the actor holds today, for hiding what cannot be done; verbs ask again inside the transaction. */
unsigned access_roles(struct casework *cw);
/* Points of others on a measure: hidden from who has an unsubmitted assignment on it, and from who lacks the right. */
bool access_sees_points(unsigned roles, unsigned relation);
const char *access_role_code(enum role role); /* "officer" */
bool access_role_read(const char *code, enum role *out);
const char *access_role_name(const char *code); /* "case officer", in the language chosen; also of "delegation" */

#endif

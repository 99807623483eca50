/* The desk at which the screens of money are tried: one office, one session, one plan at a time. */
#ifndef KANSLI_TESTS_MONEY_DESK_H
#define KANSLI_TESTS_MONEY_DESK_H

#include "claims.h"
#include "money_office.h"
#include "panes_double.h"
#include "session.h"

#include "casework/payment.h"

extern struct money_office office;
extern struct session *session;
extern struct arena arena; /* of what a claim writes down */
extern struct plan plan;

#define SEEN(text) ck_seen(session, text)
#define UNSEEN(text) ck_unseen(session, text)

/* Before and after every claim: in Swedish, kim sits at the desk. */
void money_desk_begin(void);
void money_desk_end(void);
/* 2.1 is granted and the attest list is there; cia sits down. */
void money_desk_grant(void);
/* A session of whoever sits there, at the plan of 2.1. */
void money_desk_show(const struct pane_kind *kind, int rows, int columns);
void money_desk_load(void); /* the plan of 2.1 */
const struct instalment *money_desk_row(int n);
/* What stands in the field is typed over, and Enter. */
void money_desk_answer(const char *text);

#endif

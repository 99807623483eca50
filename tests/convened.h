/* The delegation at a sitting, for the tests of it: called, opened and everybody there, made with the office's own
 * verbs. */
#ifndef KANSLI_TESTS_CONVENED_H
#define KANSLI_TESTS_CONVENED_H

#include "office.h"

/* Members there are beside kim, the chair: maja, mats, and others "m3" to "m6". */
void convened_members(struct casework *cw, int members);
/* A sitting of today, called by rut and opened by elin; everybody appointed is there. elin sits at the desk. */
int64_t convened_sitting(struct casework *cw);
/* The measure put on the agenda, presented by olle; elin sits at the desk. */
int64_t convened_item(struct casework *cw, int64_t sitting, int64_t measure);
/* The same taken up. */
int64_t convened_taken(struct casework *cw, int64_t sitting, int64_t measure);
/* Reports a conflict of interest in the measure's case, and elin sits down again. */
void convened_bar(struct casework *cw, const char *login, int64_t application);
/* Everybody who decides votes: those named for yes ("kim maja"), the others for no, between motions 1 and 2. */
bool convened_vote(struct casework *cw, int64_t item, const char *yes, const char *no, struct error *err);

#endif

/* What the screens say of an application and its measures, the same on every screen. Invariant: points that the person
 * may not see yet are a word here, never a number. */
#ifndef KANSLI_TUI_CASE_WORDS_H
#define KANSLI_TUI_CASE_WORDS_H

#include "casework/application.h"
#include "casework/gate.h"
#include "casework/measure.h"
#include "desk.h"

enum { CASE_WORDS = 256 };

/* "18 400 000 kr", "18 400 000 kr, 1 without an amount", "unknown" */
void case_sought(const struct desk *desk, const struct application_row *row, char out[CASE_WORDS]);
void case_cost(const struct desk *desk, const struct application_row *row, char out[CASE_WORDS]);
/* "2026-12-01, in 9 days, applicant"; "-" */
void case_due(const struct desk *desk, const struct application_row *row, char out[CASE_WORDS]);
/* What the flag in the list means, in words; "" where there is none. */
void case_flag(const struct desk *desk, const struct application_row *row, char out[CASE_WORDS]);
/* "Halland and others (21)" */
void case_applicant(const struct application_row *row, char out[CASE_WORDS]);
/* How many participants' minuted decisions have come in: "documents 19/21". */
void case_papers(const struct application *whole, char out[CASE_WORDS]);
int case_papers_in(const struct application *whole);
/* "11 yes · 1 no · 2 unclear · 3 unanswered", without those there are none of; "-" when nothing is asked. */
void case_gates(int yes, int no, int unclear, int unanswered, char out[CASE_WORDS]);
/* Days from today: "today", "in 9 days", "3 days ago". */
void case_days(day from, day to, char out[CASE_WORDS]);

/* "1/2": handed in of assigned; "-" when nobody is assigned. */
void measure_assessed(const struct measure *measure, char out[CASE_WORDS]);
enum { POINTS_NONE = -1, POINTS_HIDDEN = -2 };
/* The mean of the assessments handed in, 0–100 with halves away from zero, or one of the above. */
int measure_points(const struct desk *desk, const struct measure *measure);
const char *points_word(int points, char out[CASE_WORDS]); /* "72", "hidden", "-" */
/* What is granted, or "withdrawn", "refused"; "" while nothing is decided. */
void measure_outcome(const struct desk *desk, const struct measure *measure, char out[CASE_WORDS]);
/* A label and its text, wrapped; answers the row after. An empty text has no row. */
int fact_draw(struct area area, int row, int label_cells, const char *label, const char *text);
/* The name of a region or the code. */
const char *region_short(const struct desk *desk, const char *code);

#endif

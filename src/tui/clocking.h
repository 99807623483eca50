/* What the forms of time limits share: what a time limit can be about, who may sign it, and what there is to know of a
 * day while it is typed. */
#ifndef KANSLI_TUI_CLOCKING_H
#define KANSLI_TUI_CLOCKING_H

#include "casework/application.h"
#include "casework/clock.h"
#include "casework/document.h"
#include "casework/measure.h"
#include "casework/power.h"
#include "desk.h"
#include "form.h"

struct clocking {
	struct arena arena; /* of the choices' words */
	struct desk *desk;
	struct application whole;
	struct measure_list measures;
	struct clock_list clocks;
	struct meeting_list meetings; /* of those who take part, the months ahead */
	struct power_list powers;
	struct document_list documents;
	struct field_choice *measure_choices, *earlier_choices; /* in the arena */
	int measure_count, earlier_count;
	const char *meeting_lines; /* "2026-12-02 Gävleborg Regionstyrelsen", one on each line; in the arena */
};
/* ERROR_MISSING: no such application. */
bool clocking_load(struct clocking *clocking, struct desk *desk, int64_t application, struct error *err);
void clocking_done(struct clocking *clocking); /* accepts one that is zero */

/* ---- choices: the word is the measure's number, the region's code, the time limit's number */
bool clocking_measure(const struct clocking *clocking, int which, struct field_choice *out); /* not withdrawn */
bool clocking_region(
	const struct clocking *clocking, int which, struct field_choice *out); /* none in an own application */
bool clocking_earlier(const struct clocking *clocking, int which, struct field_choice *out);
/* Ids by the words; 0 for "" or NULL. */
int64_t clocking_measure_id(const struct clocking *clocking, const char *word);
int64_t clocking_participant_id(const struct clocking *clocking, const char *word);

/* ---- beside what is typed */
/* No working day, and the known meetings nearest to it. */
void clocking_day(const struct clocking *clocking, const char *typed, int64_t today, char out[FIELD_ABOUT]);
/* Who may sign it: a kind of time limit, "respite" or "respite_refused". */
void clocking_signers(const struct clocking *clocking, const char *what, char out[FIELD_ABOUT]);
/* The paper with the number in the register. */
void clocking_document(const struct clocking *clocking, const char *typed, char out[FIELD_ABOUT]);
#endif

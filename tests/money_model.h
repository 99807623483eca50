/* The money of one measure in a few lines of arithmetic, and the commands that move it: each is given to the program
 * and to the model, and the two are held against each other by the test. */
#ifndef KANSLI_TESTS_MONEY_MODEL_H
#define KANSLI_TESTS_MONEY_MODEL_H

#include "base/chance.h"
#include "casework/claim.h"

enum { MODEL_YEARS = 2, MODEL_ROWS = 60, MODEL_FIRST_YEAR = 2027 };

enum model_place { MODEL_GONE, MODEL_DUE, MODEL_PAID, MODEL_STOPPED, MODEL_WITHDRAWN };
enum model_step { MODEL_MADE, MODEL_REVIEWED, MODEL_ATTESTED, MODEL_SEALED };
struct model_row {
	int year; /* 0 or 1 */
	int64_t ore;
	enum model_place place;
	enum model_step step;
	bool waits; /* for its condition */
	bool dead;  /* its attest was taken back: the next plan replaces it */
	bool old;   /* of a decision that has been replaced */
	bool partner;
	int withholding; /* which stopped it */
};
/* A rule the model breaks on purpose: each has to be found. */
enum model_broken {
	MODEL_WHOLE,
	MODEL_FORGETS_WITHHELD,
	MODEL_FORGETS_RETURNED,
	MODEL_KEEPS_REPLACED,
	MODEL_LIFTS_REPLACED,
	MODEL_FORGETS_REMITTED,
	MODEL_FORGETS_FRAME,
	MODEL_BROKEN_COUNT
};
struct model {
	struct casework *cw;
	struct chance chance;
	enum model_broken broken;
	const char *doing, *wrong; /* wrong: the program let through, or refused, what it should not */
	int64_t measure;
	int64_t granted[MODEL_YEARS], claimed, repaid, remitted, voluntary;
	struct model_row rows[MODEL_ROWS + 1]; /* by the plan's number, from 1 */
	int last, withholdings, decisions;
	bool left; /* the partner has left the measure */
	int64_t withholding[MODEL_ROWS], claim;
	int64_t frame[MODEL_YEARS]; /* what else may be granted of each year's appropriation */
};

/* An office that seals and grants: it is 2028-12-20. */
struct casework *model_office(void);
/* A joint measure that seeks 10 000 kr of each year and is granted it in three rows. */
void model_begin(struct model *model, struct casework *cw, enum model_broken broken, uint64_t seed);
/* One command by chance; false when there was nothing to do. */
bool model_command(struct model *model);
int64_t model_placed(const struct model *model, int year, enum model_place place); /* öre */

/* ---- what its two files share */
extern const char *const model_days[MODEL_YEARS];
int model_below(struct model *model, int64_t most); /* by chance, 0 … most − 1 */
void model_refused(struct model *model, bool let_through, const char *what);
void model_row_add(struct model *model, int year, int64_t ore, bool waits, bool partner);
bool model_row_withheld(const struct model_row *row);
struct claim_room model_room(const struct model *model, bool partner);
bool model_claim(struct model *model);
bool model_claim_less(struct model *model);
bool model_receive(struct model *model);
bool model_change(struct model *model);
bool model_correct(struct model *model);
bool model_extend(struct model *model);
bool model_give_up(struct model *model);
bool model_leave(struct model *model);

#endif

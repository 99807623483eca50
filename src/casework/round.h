/* Application rounds (8 §): dates, and the versions of criteria and control points that hold in them. */
#ifndef KANSLI_CASEWORK_ROUND_H
#define KANSLI_CASEWORK_ROUND_H

#include "casework.h"

struct round {
	int64_t id, version, criteria_version, gate_version;
	const char *name, *title, *opens_on, *closes_on;
	int year;         /* decisions are meant for this year; its measures are paid this year and later */
	int applications; /* live ones */
};
struct round_list {
	struct arena arena;
	struct round *items; /* newest first */
	int count;
};
bool round_list_load(struct casework *cw, struct round_list *out, struct error *err);
void round_list_done(struct round_list *list);
/* `wanted` is the round's name; NULL is accepted only when there is exactly one round: a round is chosen or named,
 * never guessed. ERROR_INVALID names the rounds there are. */
bool round_find(struct casework *cw, const char *wanted, struct arena *arena, struct round *out, struct error *err);

/* The name of *round; when *round is 0, of the newest, whose id it becomes. Both stay as they are where there is none.
 */
bool round_worked(struct casework *cw, int64_t *round, char *name, size_t room, struct error *err);

struct round_change {
	const char *name, *title, *opens_on, *closes_on; /* ISO days */
	int year;
	int64_t criteria_version, gate_version;
};
bool round_add(struct casework *cw, const struct operation *op, const struct round_change *change, int64_t *id,
	struct error *err);
bool round_change(struct casework *cw, const struct operation *op, int64_t round, const struct round_change *change,
	struct error *err);

#endif

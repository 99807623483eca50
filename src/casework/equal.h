/* Equal treatment: how the money above the line of a ranking falls on regions and types of measures, beside rules the
 * chair has entered with their source. Shown and never imposed: no rule sorts, stops or moves anything. */
#ifndef KANSLI_CASEWORK_EQUAL_H
#define KANSLI_CASEWORK_EQUAL_H

#include "rank.h"

enum equal_per { EQUAL_REGION, EQUAL_TYPE, EQUAL_PERS };
enum equal_unit { EQUAL_SHARE, EQUAL_ORE, EQUAL_COUNT, EQUAL_UNITS };
const char *equal_per_code(enum equal_per per);    /* "region" "type" */
const char *equal_unit_code(enum equal_unit unit); /* "share" "ore" "count" */

struct equal_rule {
	int64_t id, version;
	enum equal_per per;
	enum equal_unit unit;
	bool most;        /* at most so much; else at least */
	int64_t value;    /* per cent of the money above the line, öre, or measures */
	const char *code; /* "": each of them */
	const char *name; /* a region's short name; of a type its code */
	const char *source, *put_by, *put_at;
	bool held;
	const char *breaks; /* which do not hold it: "Skåne, Dalarna"; "" none; of types their codes */
};
struct equal_group {
	enum equal_per per;
	const char *code, *name; /* of a type name is its code; "" no type is stated */
	int count;               /* measures above the line; a joint one counts for each region that shares it */
	int64_t ore;             /* its part of the money above the line */
	bool breaks;             /* some rule is not held by it */
};
struct equal {
	struct arena arena;
	int64_t round;
	const char *round_name;
	int proposal_n, year;
	struct equal_rule *rules;
	struct equal_group *groups; /* regions in Swedish order, then types */
	int rule_count, group_count;
	int measures; /* above the line, with money */
	int64_t ore;  /* above the line, of the chosen year or all */
	int shared,
		led; /* joint measures above the line: by their shares, and with the lead, for no shares are written */
	int hidden;  /* measures whose place the actor may not see: in none of this */
};
/* As the ranking stands for the actor. An amount is split by the shares of what is sought, whole öre, and what is left
 * over goes one öre each to the first: the lead, then Swedish order. RIGHT_SEE; ERROR_MISSING: no such round or
 * proposal.
 */
bool equal_load(struct casework *cw, int64_t round, int proposal_n, int year, struct equal *out, struct error *err);
void equal_done(struct equal *equal);
/* 0–1000, halves up; 0 when there is no money above the line. */
int equal_per_mille(const struct equal *equal, const struct equal_group *group);

struct equal_change {
	int64_t round, value;
	enum equal_per per;
	enum equal_unit unit;
	bool most;
	const char *code, *source; /* code "" or NULL: each */
};
/* RIGHT_EQUAL_PUT. A rule is ended, never changed: op->if_version of equal_end() is the rule's. */
bool equal_add(struct casework *cw, const struct operation *op, const struct equal_change *change, int64_t *id,
	struct error *err);
bool equal_end(struct casework *cw, const struct operation *op, int64_t id, struct error *err);

#endif

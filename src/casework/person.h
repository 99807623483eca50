/* Persons, and the roles they hold from a day to a day (SFS 2007:824 17 a §). */
#ifndef KANSLI_CASEWORK_PERSON_H
#define KANSLI_CASEWORK_PERSON_H

#include "access.h"

struct person {
	int64_t id, version;
	const char *login, *name, *region; /* region: code of home region or employer, or NULL */
	unsigned roles;                    /* held today */
	const char *roles_text;            /* "officer 2026-01-01–, member 2025-01-01–2025-12-31": codes */
	const char *roles_words;           /* the same with the roles' names in the language chosen */
};
struct person_list {
	struct arena arena;
	struct person *items;
	int count;
};
bool person_list_load(struct casework *cw, struct person_list *out, struct error *err); /* Swedish order by name */
void person_list_done(struct person_list *list);
/* By login, or a unique beginning of the name; ERROR_MISSING, or ERROR_INVALID naming the candidates. */
bool person_find(struct casework *cw, const char *wanted, struct arena *arena, struct person *out, struct error *err);

struct person_change {
	const char *login, *name, *region;
};
bool person_add(struct casework *cw, const struct operation *op, const struct person_change *change, int64_t *id,
	struct error *err);
bool person_change(struct casework *cw, const struct operation *op, int64_t person, const struct person_change *change,
	struct error *err);
/* From `from` to `to` (DAY_NONE: until further notice), both days included. */
bool person_give_role(struct casework *cw, const struct operation *op, int64_t person, enum role role, day from, day to,
	struct error *err);
/* The role's last day becomes `last`. ERROR_MISSING when it is not held then. */
bool person_end_role(
	struct casework *cw, const struct operation *op, int64_t person, enum role role, day last, struct error *err);

#endif

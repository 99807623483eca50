/* The office as its rules see it: one open office, one acting person. Every change is one verb that takes the fair
 * queue, asks may(), changes, writes the event, reads back and commits, called the same way from the screen, the shell
 * and the tests. No screen and no printing here. */
#ifndef KANSLI_CASEWORK_CASEWORK_H
#define KANSLI_CASEWORK_CASEWORK_H

#include "base/arena.h"
#include "base/day.h"
#include "base/error.h"
#include "base/hash.h"
#include "store/store.h"
#include <stdbool.h>
#include <stdint.h>

struct casework;

/* Who sits at the desk. Identity is made here and nowhere else: the Unix user mapped to a person; `as` (--as) names
 * another person, in an office of invented cases only. */
struct casework_who {
	const char *login; /* the Unix user */
	const char *as;    /* NULL, or a login; ERROR_DENIED outside a demo office */
};
/* Opens an existing office; ERROR_MISSING: no such file; ERROR_DENIED: the login is nobody here, or `as` refused. */
bool casework_open(const char *path, enum store_mode mode, const struct casework_who *who, struct casework **out,
	struct error *err);
void casework_close(struct casework *cw); /* accepts NULL */

struct casework_founding {
	const char *office;       /* its name */
	const char *login, *name; /* the first person: gets the administrator's right, see access.h */
	bool demo;                /* invented cases: --as and a set clock are allowed */
	const char *moment;       /* demo only: the clock stands at this moment from the start; NULL: the system's */
};
/* Makes a new office file (mode STORE_CREATE or STORE_MEMORY) and opens it as the first person. The law as data is
 * adopted afterwards by programme_adopt(). */
bool casework_found(const char *path, enum store_mode mode, const struct casework_founding *founding,
	struct casework **out, struct error *err);

struct store *casework_store(struct casework *cw);
int64_t casework_actor(const struct casework *cw); /* person id */
const char *casework_actor_name(const struct casework *cw);
const char *casework_login(const struct casework *cw);
const char *casework_office(const struct casework *cw); /* the office's UUID, for drafts */
const char *casework_office_name(const struct casework *cw);
bool casework_demo(const struct casework *cw);
/* Today and now: the demo office's own clock or KANSLI_BENCH's, else the system's in Swedish civil time. */
day casework_today(const struct casework *cw);
/* The clock they come from. */
const struct clock *casework_clock(const struct casework *cw);
void casework_now(const struct casework *cw, char out[MOMENT_TEXT]);
/* Demo office only (ERROR_DENIED otherwise): the clock stands at this moment from now on. */
bool casework_set_clock(struct casework *cw, const char *moment, struct error *err);
/* A checked copy of the whole file, and of the register's files beside it; refuses a file that is there unless `force`.
 * RIGHT_BACKUP. */
bool casework_backup(struct casework *cw, const char *target, bool force, struct error *err);
/* Another session has committed since the last call: whatever is shown is stale. */
bool casework_others_changed(struct casework *cw);

/* What every change carries. Zeroed members are allowed: a fresh operation id is made, no version is expected. */
struct operation {
	char id[OPERATION_TEXT]; /* the same id again answers success without a second change */
	int64_t if_version;      /* 0: whatever it is; else ERROR_CONFLICT when the row has another version */
	const char *cause;       /* NULL, or why, for the event */
};
/* An operation with a fresh id. */
struct operation operation_new(void);
/* Has it been carried out already? For what is looked at before a verb is called. */
bool operation_done(struct casework *cw, const struct operation *op, bool *done, struct error *err);

#endif

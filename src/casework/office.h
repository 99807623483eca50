/* The open office's insides, for the casework room only. */
#ifndef KANSLI_CASEWORK_OFFICE_H
#define KANSLI_CASEWORK_OFFICE_H

#include "access.h"

struct change;
struct casework {
	struct store *store;
	struct arena arena; /* as long as the office is open */
	int64_t actor;
	const char *actor_name, *login, *office, *name;
	bool demo;
	struct clock clock;
	int64_t data_version;
	struct change *joined; /* the change that verbs join during an intake */
	enum role role_used;   /* by the last granted may() */
	bool handling;         /* since the change began, a right was granted that a conflict of interest takes away */
	struct application_mirror *mirror; /* the rows in memory, once a filter has asked for them; may be NULL */
	struct programme_kept *programmes; /* the law as data as it has been read, newest first; may be NULL */
	struct hit_mirror *hits;           /* what is searched in, once somebody has searched; may be NULL */
};

void hit_mirror_done(struct hit_mirror *mirror);                 /* accepts NULL */
void application_mirror_done(struct application_mirror *mirror); /* accepts NULL */
void programmes_done(struct programme_kept *newest);             /* accepts NULL */
bool setting_get(struct store *store, const char *name, struct arena *arena, const char **out, struct error *err);
bool setting_put(struct store *store, const char *name, const char *value, struct error *err);

#endif

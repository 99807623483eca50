/* Versions of an application kept side by side, and what differs between any two of them or against what stands now. */
#ifndef KANSLI_CASEWORK_VERSION_H
#define KANSLI_CASEWORK_VERSION_H

#include "access.h"

struct version {
	int n; /* version 1 is the first that was kept */
	const char *kept_at, *kept_by, *why;
};
struct version_list {
	struct arena arena;
	struct version *items; /* by n; what stands now is version count + 1 and is not in the list */
	int count;
	bool changed; /* what stands now differs from the newest kept; true when none is kept */
};
bool version_list_load(struct casework *cw, int64_t application, struct version_list *out, struct error *err);
void version_list_done(struct version_list *list);
/* Keeps what stands, with the reason; *n its number. ERROR_INVALID when nothing has changed since the newest kept. */
bool version_keep(struct casework *cw, const struct operation *op, int64_t application, const char *why, int *n,
	struct error *err);
/* Canonical JSON of a kept version, or (n 0) of what stands now. */
bool version_content(
	struct casework *cw, int64_t application, int n, struct arena *arena, const char **out, struct error *err);

enum version_way { VERSION_CHANGED, VERSION_ADDED, VERSION_GONE };
struct version_change {
	enum version_way way;
	const char *about;          /* "measure 2 Hemmonitorering", "Dalarna"; "" of the application itself */
	const char *field;          /* "sought 2027"; "" when the whole thing came or went */
	const char *before, *after; /* as a person reads them; "–" for none */
};
struct version_difference {
	struct arena arena;
	struct version_change *items; /* the application, sums, participants, needs, references, measures */
	int count, from, to;          /* to 0: what stands now */
	int64_t sought_before, sought_after, cost_before, cost_after; /* öre of live measures, or MONEY_UNKNOWN */
};
/* from and to are kept versions; 0 is what stands now. */
bool version_difference_load(
	struct casework *cw, int64_t application, int from, int to, struct version_difference *out, struct error *err);
void version_difference_done(struct version_difference *difference);

#endif

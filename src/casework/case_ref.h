/* The case a paper, a number or a closing belongs to: an application, or a matter of another kind. Their numbers are of
 * one series, so that a number means one case. */
#ifndef KANSLI_CASEWORK_CASE_REF_H
#define KANSLI_CASEWORK_CASE_REF_H

#include "casework.h"

struct case_ref {
	int64_t application, matter; /* the id of one of them and 0; both 0: no case yet */
};
/* "12", "12-2026", "EFF 12-2026", or a number that another body has given the same thing. ERROR_MISSING; ERROR_INVALID
 * names the candidates. */
bool case_find(struct casework *cw, const char *wanted, struct case_ref *out, struct error *err);
/* "EFF 12-2026" of it; title (may be NULL) is its subject line, in the arena. ERROR_MISSING: no such case. */
bool case_name(struct casework *cw, const struct case_ref *ref, struct arena *arena, const char **number,
	const char **title, struct error *err);

/* ---- a case registered by mistake: its number stays, "överförd till …" or "utgår, felregistrerad" */
struct misregistration {
	struct arena arena;
	struct case_ref to; /* zeroed: no other case */
	const char *why, *found_by, *found_at, *to_number;
	bool there; /* false: the case is no mistake */
};
bool misregistration_load(
	struct casework *cw, const struct case_ref *ref, struct misregistration *out, struct error *err);
void misregistration_done(struct misregistration *misregistration);
/* Its live papers are moved to `to`; without `to` there may be none. An application leaves the lists of live ones.
 * ERROR_INVALID: decided or assessed, registered by mistake already, or moved to itself. RIGHT_DOCUMENT_PUT. */
bool misregistration_record(struct casework *cw, const struct operation *op, const struct case_ref *from,
	const struct case_ref *to, const char *why, struct error *err);

/* ---- other bodies' numbers for the same thing, as text */
struct cross_number {
	int64_t id, version;
	const char *region, *region_short, *number, *about; /* region NULL: none of those who may apply */
};
struct cross_number_list {
	struct arena arena;
	struct cross_number *items;
	int count;
};
bool cross_number_list_load(
	struct casework *cw, const struct case_ref *ref, struct cross_number_list *out, struct error *err);
void cross_number_list_done(struct cross_number_list *list);
struct cross_number_change {
	const char *region, *number, *about; /* region NULL: unknown */
};
/* id 0 adds. The number is kept unchanged whatever its format. RIGHT_DOCUMENT_PUT. */
bool cross_number_put(struct casework *cw, const struct operation *op, const struct case_ref *ref, int64_t id,
	const struct cross_number_change *change, struct error *err);

#endif

/* What the files about claims share, for the casework room only. */
#ifndef KANSLI_CASEWORK_CLAIM_INNER_H
#define KANSLI_CASEWORK_CLAIM_INNER_H

#include "change.h"
#include "claim.h"

/* What a claim is about; `first`: the line that is not counted, 0 none. */
struct claim_subject {
	int64_t application;
	const char *lead, *region_short, *decided_on; /* NULL: no such region; nothing granted */
	int next_n;
	struct claim_room room;
};
bool claim_subject_load(struct casework *cw, struct arena *arena, int64_t measure, const char *region, int64_t first,
	struct claim_subject *out, struct error *err);
/* One claim in the arena, whoever asks; ERROR_MISSING. */
bool claim_one_load(struct casework *cw, struct arena *arena, int64_t id, struct claim *out, struct error *err);
/* The sheet as it is now, whoever asks, in out->arena that the caller has begun. */
bool claim_sheet_make(struct casework *cw, int64_t claim, day through, struct claim_sheet *out, struct error *err);

#endif

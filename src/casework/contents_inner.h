/* What the files about contents share, for the casework room only. */
#ifndef KANSLI_CASEWORK_CONTENTS_INNER_H
#define KANSLI_CASEWORK_CONTENTS_INNER_H

#include "contents.h"
#include "programme.h"

/* Evidence on its way into the contents. */
struct seeing {
	struct casework *cw;
	struct contents *contents;
	struct programme programme;
	const char *opens_on, *closes_on; /* of the round */
	int64_t gate_version;             /* likewise */
};
struct evidence_about {
	enum evidence_kind kind;
	const struct measure *measure;         /* NULL: not about one */
	const struct participant *participant; /* NULL: not about one */
	const char *where;
};
void evidence_say(struct seeing *seeing, struct evidence_about about, enum evidence_sees sees, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
/* evidence_kinds.c: by control point, measure, and as it was seen. */
void evidence_order(struct contents *contents);
/* All of it, into the contents. */
bool evidence_gather(struct casework *cw, struct contents *contents, struct error *err);
/* evidence_measure.c: of one live measure. */
void evidence_of_measure(struct seeing *seeing, const struct measure *measure);
/* evidence_overlap.c: measures like this application's, in other applications of its regions. */
bool evidence_overlaps(struct seeing *seeing, struct error *err);

#endif

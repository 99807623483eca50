/* Requests for documents (TF 2 kap., OSL): a matter of its own. What is asked for is noted part by part, and each part
 * is tested by a person at that moment; a secrecy mark reminds, it does not answer. Nobody is asked who they are or
 * why. */
#ifndef KANSLI_CASEWORK_RELEASE_H
#define KANSLI_CASEWORK_RELEASE_H

#include "access.h"

struct release_part {
	int64_t id, version, application, document, note; /* document, note: 0 where the part is neither */
	int n, year, application_n, document_n, note_n;
	const char *part;    /* a part of the case on paper, "document" or "note" */
	const char *outcome; /* "released", "masked", "refused"; NULL: not tested yet */
	const char *ground, *masked, *passages, *tested_by, *tested_at;
};
struct release {
	struct arena arena;
	int64_t matter;
	int year, number;
	const char *title, *party, *opened_on;
	struct release_part *items; /* by number */
	int count, untested;
};
/* "31" or "31-2026": a request. ERROR_MISSING. */
bool release_find(struct casework *cw, const char *wanted, int64_t *matter, struct error *err);
/* ERROR_MISSING: no such matter; ERROR_INVALID: it is no request. RIGHT_SEE. */
bool release_load(struct casework *cw, int64_t matter, struct release *out, struct error *err);
void release_done(struct release *release);
/* The part of that application, of the document or note (0: neither); NULL: it is not asked for. */
const struct release_part *release_part_of(
	const struct release *release, int64_t application, const char *part, int64_t thing);
const char *release_part_words(const struct release_part *part, struct arena *arena); /* "12-2026 control points" */
const char *release_outcome_words(const char *outcome);                               /* NULL: "not tested" */
/* NULL-ended codes of the parts a case on paper has; dialogue and register are asked for note by note and document by
 * document. */
extern const char *const release_part_codes[];

/* Notes that these are asked for: a code, "document 3", "note 3", or with NULL the whole case. Working material is no
 * public document and is not among it. *added gets how many. RIGHT_RELEASE_TEST. */
bool release_add(struct casework *cw, const struct operation *op, int64_t matter, int64_t application, const char *part,
	int *added, struct error *err);

struct release_verdict {
	const char *outcome;  /* "released", "masked", "refused" */
	const char *ground;   /* the provision, where something is kept back */
	const char *masked;   /* of "masked": what, in words that give nothing away */
	const char *passages; /* of "masked": what is blacked out, one on each line; none: the whole part */
};
/* A person has tested the part with the number. May be tested again. RIGHT_RELEASE_TEST. */
bool release_test(struct casework *cw, const struct operation *op, int64_t matter, int n,
	const struct release_verdict *verdict, struct error *err);

#endif

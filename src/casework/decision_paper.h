/* The paper of a decision or a ruling in the case's register, and whom it is sent to (FL 33 §): until it is sent, those
 * who took part may differ (FL 30 §). So too of a later decision on the money (17–18 §§). */
#ifndef KANSLI_CASEWORK_DECISION_PAPER_H
#define KANSLI_CASEWORK_DECISION_PAPER_H

#include "decision.h"

struct decision_paper_change {
	int64_t decision, ruling, withholding, claim; /* one of them, the others 0 */
	bool lifting;                                 /* the later decision that lifts the withholding */
	int64_t document;                             /* one that is in the register of the case; 0: a new one */
	const char *text;                             /* of a new one: the letter as it is sent */
	const char *sent_on; /* to those who apply, of a claim to whom it is on; NULL: they are on its list, not sent */
	const char *way;     /* word 'arrival'; NULL: by e-mail */
};
/* Registers the letter as going out, with those who apply on its distribution list (of a claim: the region it is on);
 * one document that is there already keeps its list. ERROR_INVALID: it has a paper already, or is sent before it was
 * decided. An office in memory keeps no files, so the letter has none there. RIGHT_DOCUMENT_PUT. *document (may be
 * NULL) is its id. */
bool decision_paper_put(struct casework *cw, const struct operation *op, const struct decision_paper_change *change,
	int64_t *document, struct error *err);

/* How far the letter of a withholding, of the lifting of it, or of a claim has been sent (the other 0); document 0:
 * there is none. Its texts in the arena. */
bool paper_sent_load(struct casework *cw, int64_t withholding, bool lifting, int64_t claim, struct arena *arena,
	struct decision_sent *out, struct error *err);

#endif

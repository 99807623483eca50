/* The paper of a decision or a ruling in the case's register, and whom it is sent to (FL 33 §): until it is sent, those
 * who took part may differ (FL 30 §). */
#ifndef KANSLI_CASEWORK_DECISION_PAPER_H
#define KANSLI_CASEWORK_DECISION_PAPER_H

#include "casework.h"

struct decision_paper_change {
	int64_t decision, ruling; /* one of them, the other 0 */
	int64_t document;         /* one that is in the register of the case; 0: a new one, of the text */
	const char *text;         /* of a new one: the letter as it is sent */
	const char *sent_on;      /* to those who apply, by the way; NULL: they are on its list, and nothing is sent */
	const char *way;          /* word 'arrival'; NULL: by e-mail */
};
/* Registers the letter as going out, with those who apply on its distribution list; one document that is there already
 * keeps its list. ERROR_INVALID: it has a paper already, or is sent before it was decided. An office in memory keeps no
 * files, so the letter has none there. RIGHT_DOCUMENT_PUT. *document (may be NULL) is its id. */
bool decision_paper_put(struct casework *cw, const struct operation *op, const struct decision_paper_change *change,
	int64_t *document, struct error *err);

#endif

/* The paper of a decision on a measure (14 §; FL 31–33 §§): what is decided, point by point, why, and who decided. */
#ifndef KANSLI_CSV_LETTER_H
#define KANSLI_CSV_LETTER_H

#include "casework/letter.h"
#include "official.h"
#include "paper.h"

/* n 0: the measure's newest decision. In Swedish, as what is sent. The caller ends the paper. ERROR_MISSING. RIGHT_SEE
 */
bool letter_write(struct casework *cw, int64_t measure, int n, struct paper *paper, struct error *err);

/* Of a ruling: an application or a measure that is written off, dismissed, or tried after all. n 0: the case's newest.
 */
bool ruling_letter_write(struct casework *cw, int64_t application, int n, struct paper *paper, struct error *err);
/* Inside: those who differ, under their own head. */
void reservations_write(struct official *official, const struct letter_reservation *all, int count);

#endif

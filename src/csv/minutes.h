/* The papers of a sitting: notice (kallelse) and agenda (föredragningslista) before it, minutes (protokoll) and the
 * extract of one item (protokollsutdrag) after. In Swedish, as what is sent; the caller ends the paper. What the actor
 * may not see of an item is not there, and that is told. RIGHT_SEE. */
#ifndef KANSLI_CSV_MINUTES_H
#define KANSLI_CSV_MINUTES_H

#include "casework/casework.h"
#include "paper.h"

bool notice_write(struct casework *cw, int64_t sitting, struct paper *paper, struct error *err);
bool agenda_write(struct casework *cw, int64_t sitting, struct paper *paper, struct error *err);
/* ERROR_INVALID: the sitting has not been opened. */
bool minutes_write(struct casework *cw, int64_t sitting, struct paper *paper, struct error *err);
/* Of the § of the sitting. ERROR_MISSING: it has no such §; ERROR_INVALID: it is not closed yet. */
bool extract_write(struct casework *cw, int64_t sitting, int section, struct paper *paper, struct error *err);

#endif

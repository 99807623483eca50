/* A sealed payment file for people: its receipt, and its rows as a sheet for Excel. */
#ifndef KANSLI_CSV_BATCH_PAPER_H
#define KANSLI_CSV_BATCH_PAPER_H

#include "casework/batch.h"

/* Number, rows, sum, SHA-256 and link of the log, then the rows one a line. */
void batch_receipt_write(const struct batch_whole *whole, struct buffer *out);
/* The first line says that it is not to be read in. */
bool batch_sheet_write(const struct batch_whole *whole, struct buffer *out, struct error *err);
/* "paid out 2027-01-15", "came back 2027-01-18"; "" neither yet. In the arena. */
const char *batch_item_state(const struct batch_item *item, struct arena *arena);

#endif

/* Sealed payment files (16 §): authorised rows that are due, put into one file in one transaction, with the account
 * each is paid to. The very bytes are kept and never made anew; a row is in one file, once, for ever. */
#ifndef KANSLI_CASEWORK_BATCH_H
#define KANSLI_CASEWORK_BATCH_H

#include "base/buffer.h"
#include "casework.h"

/* What is to be sealed. */
struct batch_wish {
	const char *through;        /* rows due until this day; NULL: today */
	int64_t round;              /* 0: all */
	const int64_t *instalments; /* only these; NULL: all that are due */
	int count;
	int64_t ore; /* the sum that was confirmed; 0: whatever it is (batch_wanted) */
};
/* Rows that would be sealed, by day and number, and those left out with why. ERROR_INVALID names each row that no file
 * can hold: without an account in force, or with a value that cannot be expressed. */
struct batch_wanted {
	struct arena arena;
	int64_t *instalments;
	int count;
	int64_t ore;
	const char *left_out; /* "12.3 row 2 (you take no part in the case)", …; "" none */
};
bool batch_wanted_load(struct casework *cw, const struct batch_wish *wish, struct batch_wanted *out, struct error *err);
void batch_wanted_done(struct batch_wanted *wanted);
/* RIGHT_BATCH_SEAL. ERROR_INVALID: nothing to seal; ERROR_CONFLICT: the sum is not wish->ore any more. *n gets the
 * file's number. */
bool batch_seal(
	struct casework *cw, const struct operation *op, const struct batch_wish *wish, int *n, struct error *err);

struct batch {
	int64_t id, ore;
	int n, rows, paid, returned;
	const char *sealed_by, *sealed_at, *hash;
	int64_t seq;      /* the link of the log it was sealed by, */
	const char *link; /* and its first 16 hex digits: printed on the receipt */
};
struct batch_whole;
struct batch_list {
	struct arena arena;
	struct batch *items; /* newest first */
	int count;
};
bool batch_list_load(struct casework *cw, struct batch_list *out, struct error *err);
/* Whoever asks: for kansli check, which an administrator runs too and which tells of no case's content. */
bool batch_list_read(struct casework *cw, struct batch_list *out, struct error *err);
bool batch_read_whole(struct casework *cw, int n, struct batch_whole *out, struct error *err);
void batch_list_done(struct batch_list *list);

struct batch_item {
	int64_t instalment, measure, ore;
	int n, row_n, measure_n, application_n, application_year, year;
	const char *payment_id, *title, *due_on, *name, *name_short, *orgnr, *kind, *number, *paid_on, *returned_on,
		*maker, *reviewed_by, *attested_by;
};
struct batch_whole {
	struct arena arena;
	struct batch head;
	struct batch_item *items;
	int count;
	const char *file; /* the machine file's bytes, ASCII */
};
/* ERROR_MISSING: no such number; ERROR_FAILED: the bytes are not those that were sealed. */
bool batch_load(struct casework *cw, int n, struct batch_whole *out, struct error *err);
void batch_whole_done(struct batch_whole *whole);

/* ---- the machine file: pure. One header and one line a row, LF, ASCII; nothing in it needs escaping, because nothing
 * that would is representable. */
struct batch_line {
	int batch, row;
	char payment[32]; /* "EFF-12-2026-3-2": A–Z, 0–9 and hyphen */
	char orgnr[16];   /* ten digits */
	char kind[16];    /* bankgiro, plusgiro, account */
	char account[24]; /* digits */
	int64_t ore;      /* "12250000.00" */
	int year;         /* payment year */
	char due_on[DAY_TEXT];
	char reference[32]; /* as payment */
};
/* NULL when the line can stand in the file, else why not, in the language chosen. */
const char *batch_line_wrong(const struct batch_line *line);
void batch_file_write(const struct batch_line *lines, int count, struct buffer *out);
/* Reads what batch_file_write wrote; ERROR_INVALID names the line. */
bool batch_file_read(const char *text, struct arena *arena, struct batch_line **lines, int *count, struct error *err);

#endif

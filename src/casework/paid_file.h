/* What the economy system tells has been paid, read in line by line: each line is found to be a row of a sealed payment
 * file or not, and only rows paid whole are recorded. What was read is kept. */
#ifndef KANSLI_CASEWORK_PAID_FILE_H
#define KANSLI_CASEWORK_PAID_FILE_H

#include "base/hash.h"
#include "casework.h"

struct paid_row {
	int line;                                 /* of the file */
	const char *payment, *on_day, *reference; /* "EFF-12-2026-3-2"; ISO day */
	int64_t ore;
};
struct paid_file {
	const char *name;
	char hash[HASH_TEXT]; /* SHA-256 of its bytes */
	const struct paid_row *rows;
	int count;
};

enum paid_match {
	PAID_WHOLE,     /* the row's amount, on its day: recorded */
	PAID_OTHER_DAY, /* the row's amount, on another day than planned: recorded */
	PAID_PARTIAL,   /* less than the row: not recorded */
	PAID_MORE,      /* more than the row: not recorded */
	PAID_ALREADY,   /* recorded before, or twice in the file */
	PAID_UNSEALED,  /* the row is in no sealed payment file: not recorded */
	PAID_UNKNOWN,   /* no such row */
	PAID_MATCHES
};
const char *paid_match_code(enum paid_match match); /* "other_day" */
const char *paid_match_word(enum paid_match match); /* in the language chosen */
static inline bool paid_match_records(enum paid_match match)
{
	return match == PAID_WHOLE || match == PAID_OTHER_DAY;
}

struct paid_line {
	int line;
	const char *payment, *on_day;
	int64_t ore;
	enum paid_match match;
	int64_t planned_ore;                  /* the row's; MONEY_UNKNOWN: there is none */
	const char *due_on;                   /* the row's, NULL: there is none */
	const char *note, *note_by, *note_at; /* what was found of it; NULL: nobody has said */
};
struct paid_result {
	struct arena arena;
	struct paid_line *lines;
	int count, odd; /* odd: lines that are neither recorded nor already so, nor looked into */
	int64_t ore;    /* of the lines that are recorded */
};
/* What taking the file would do; nothing is written. RIGHT_PAYMENT_RECORD. ERROR_INVALID: it has been read in. */
bool paid_file_look(struct casework *cw, const struct paid_file *file, struct paid_result *out, struct error *err);
/* Records each row paid whole, keeps every line with what it was found to be; all or nothing. Refused as a payment by
 * hand is, naming the line: ERROR_DENIED for rows of cases the actor takes no part in. When the operation was done
 * before, the result is what was found then. */
bool paid_file_take(struct casework *cw, const struct operation *op, const struct paid_file *file,
	struct paid_result *out, struct error *err);
void paid_result_done(struct paid_result *result);

struct paid_file_row {
	int64_t id;
	int lines, paid, unrecorded, odd; /* odd: of the unrecorded, those that nobody has looked into */
	const char *name, *hash, *read_by, *read_at;
};
struct paid_file_list {
	struct arena arena;
	struct paid_file_row *items; /* newest first */
	int count;
};
bool paid_file_list_load(struct casework *cw, struct paid_file_list *out, struct error *err);
void paid_file_list_done(struct paid_file_list *list);
/* The lines of a file that was read in. ERROR_MISSING: no such file. */
bool paid_lines_load(struct casework *cw, int64_t file, struct paid_result *out, struct error *err);

/* What a person found of a line that was not recorded: it is no longer to be looked into. Another note takes its place.
 * RIGHT_PAYMENT_RECORD. */
bool paid_line_note(
	struct casework *cw, const struct operation *op, int64_t file, int line, const char *why, struct error *err);

/* Pure: "EFF-12-2026-3-2" taken apart; false when it is no number of a payment. */
struct payment_number {
	int n, year, measure, row;
};
bool payment_number_read(const char *text, struct payment_number *out);

#endif

/* Sheets: CSV files in and out. The only files that speak to libcsv are sheet.c and sheet_out.c. */
#ifndef KANSLI_CSV_SHEET_H
#define KANSLI_CSV_SHEET_H

#include "base/arena.h"
#include "base/day.h"
#include "base/error.h"
#include "base/hash.h"
#include "csv/encoding.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	SHEET_BYTES_MOST = 50 * 1000 * 1000, /* of a file */
	SHEET_CELL_MOST = 1 << 20,           /* bytes of a cell */
	SHEET_COLUMNS_MOST = 1000,
	SHEET_ROWS_MOST = 1000 * 1000,
	SHEET_WRONG_MOST = 1000, /* rows told apart; more and the file is refused */
};

/* ---- in */

struct sheet_row {
	int line;                 /* the file's line it begins on; the first is 1, blank lines count */
	const char *const *cells; /* as many as the header's; "" when empty. NULL exactly when `wrong` is set */
	const char *wrong;        /* one sentence naming the line: the number of cells, or what a cell holds */
};

/* A snapshot that owns its texts. Cells are NFC, without control, bidi or invisible characters; line ends are \n. */
struct sheet {
	struct arena arena;
	enum encoding encoding;
	char separator;       /* ; , or tab */
	bool announced;       /* by a first line "sep=;" */
	char hash[HASH_TEXT]; /* of the file's bytes */
	int line;             /* of the header */
	int columns;
	const char *const *names; /* of the columns; none is blank, no two are the same */
	const struct sheet_row *rows;
	int count; /* of rows; blank lines and rows of nothing but empty cells are no rows */
	int wrong; /* how many of them have `wrong` */
};

/* Asked now and then with the rows read so far; true gives up (ERROR_FAILED). May be NULL. */
typedef bool sheet_patience(void *with, int rows);

/* Reads a file, or the bytes of one: finds encoding and separator, and refuses (ERROR_INVALID, naming the line) what
 * is not a sheet: UTF-16, NUL, broken letters, quotes out of place or unclosed, too large, no header. Rows that are
 * wrong by themselves are kept, marked. A cell that a `;` file guards with an apostrophe ('=…) loses it. On failure
 * *out is untouched. ERROR_MISSING and ERROR_DENIED: the file. */
bool sheet_load(const char *path, sheet_patience *patience, void *with, struct sheet *out, struct error *err);
bool sheet_read(
	const char *bytes, size_t count, sheet_patience *patience, void *with, struct sheet *out, struct error *err);
void sheet_done(struct sheet *sheet);
/* The column called `name`, letters' case and accents aside; -1 when there is none. */
int sheet_column(const struct sheet *sheet, const char *name);
/* What was found, to be shown before anything is done with it: "Windows-1252, semicolon, 12 columns, 340 rows". */
const char *sheet_text(const struct sheet *sheet, struct arena *arena);

/* ---- out */

enum sheet_dialect {
	SHEET_EXCEL_SV, /* UTF-8 with a mark, ;, decimal comma, CRLF, a leading apostrophe where Excel would calculate
			 */
	SHEET_RFC4180,  /* UTF-8 without a mark, comma, decimal point, CRLF */
};

/* Takes the bytes; answers false with *err set when they could not be kept. */
typedef bool sheet_sink(void *with, const char *bytes, size_t count, struct error *err);

enum { SHEET_OUT_ROOM = 1 << 15, SHEET_OUT_WRONG = 360 };
struct sheet_out {
	enum sheet_dialect dialect;
	bool strict, careful; /* careful: quotes around every sign that could be taken for a separator */
	char separator, decimal;
	sheet_sink *sink;
	void *with;
	const char *const *names;
	int columns, column;
	int64_t row; /* 1 is the first below the header */
	bool failed;
	struct error error;                /* what the sink said */
	int wrong;                         /* cells a strict file cannot hold */
	char wrong_cells[SHEET_OUT_WRONG]; /* the first of them, for the sentence */
	size_t used;
	char room[SHEET_OUT_ROOM];
};

/* Starts a sheet with its header; `names` must live until sheet_close. A `strict` sheet is for a machine that takes no
 * quotes: cells that would need any, do not begin with a letter or digit, or hold an amount that is unknown, make
 * sheet_close refuse the whole. */
void sheet_open(struct sheet_out *out, enum sheet_dialect dialect, bool strict, const char *const *names, int columns,
	sheet_sink *sink, void *with);
/* One cell each, in the header's order; failures wait for sheet_close. */
void sheet_put_text(struct sheet_out *out, const char *text); /* NULL is blank */
void sheet_put_number(struct sheet_out *out, int64_t number);
void sheet_put_ore(struct sheet_out *out, int64_t ore); /* kronor with two decimals; MONEY_UNKNOWN is blank */
void sheet_put_day(struct sheet_out *out, day which);   /* ISO; DAY_NONE is blank */
void sheet_put_blank(struct sheet_out *out);
/* Ends a row; stops the program unless it has a cell for every column. */
void sheet_row_end(struct sheet_out *out);
/* Hands the last bytes to the sink. False when the sink failed at some time, or (ERROR_INVALID, naming rows and
 * columns) when a strict sheet was given what it cannot hold: then what the sink has must not be used. */
bool sheet_close(struct sheet_out *out, struct error *err);

/* Sinks: into a struct buffer, and into a struct file_draft. */
bool sheet_into_buffer(void *buffer, const char *bytes, size_t count, struct error *err);
bool sheet_into_file(void *draft, const char *bytes, size_t count, struct error *err);

#endif

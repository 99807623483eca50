/* Files of applications, participants and measures, made ready for intake_take(). What a file holds is told by its
 * columns, whose names are those of columns.h in either language. All files of one import are read before anything is
 * taken in, and every wrong cell is named with its file, line and column. */
#ifndef KANSLI_CSV_INTAKE_FILE_H
#define KANSLI_CSV_INTAKE_FILE_H

#include "casework/intake.h"
#include "casework/programme.h"
#include "csv/columns.h"
#include "csv/sheet.h"

enum intake_kind { INTAKE_APPLICATIONS, INTAKE_PARTICIPANTS, INTAKE_MEASURES, INTAKE_ENTRIES };

struct intake_file {
	const char *name; /* as the caller calls it, in findings too */
	enum intake_kind kind;
	struct sheet sheet;
	int at[COLUMN_COUNT]; /* which cell of a row holds the column; -1: the file has it not */
	const char *unread;   /* columns nobody reads, parted by ", "; "" when there are none */
};
struct intake_files {
	struct arena arena;
	struct intake_file **items;
	int count;
	struct intake intake; /* the rows, for intake_take() */
	struct intake wrong;  /* only its findings are used: of cells, and after intake_files_settle() of rules too */
	int left_out;         /* rows of other rounds, see intake_files_only() */
};

void intake_files_init(struct intake_files *files);
void intake_files_done(struct intake_files *files);
/* Reads one more file. `round`: the name of the round for a file of applications without that column, or NULL.
 * ERROR_INVALID, naming the file: it is no sheet, it cannot be told what it holds, or columns are missing (named).
 * ERROR_MISSING, ERROR_DENIED, ERROR_FAILED as sheet_load(). */
bool intake_files_load(struct intake_files *files, const char *path, const char *round, sheet_patience *patience,
	void *with, struct error *err);
/* The same of bytes. */
bool intake_files_add(struct intake_files *files, const char *name, const char *bytes, size_t count, const char *round,
	struct error *err);
/* What was found in it: "applications.csv: applications, UTF-8, semicolon, 14 columns, 23 rows". In the arena. */
const char *intake_file_text(const struct intake_file *file, struct arena *arena);
/* The same word, whatever its letters' size. */
bool intake_same(const char *one, const char *two);
/* Which cell holds the field of an entry: a column named by its key, or its label in the language chosen; -1: none. */
int intake_entry_column(const struct sheet *sheet, enum entry_kind kind, int field);
int intake_act_column(const struct sheet *sheet, enum intake_act_kind kind, int field);
const char *intake_kind_word(enum intake_kind kind);

/* All rows of all files into `intake`; wrong cells into `wrong`, and the value is then left out. `round` as above, also
 * where the column is empty. */
void intake_files_read(struct intake_files *files, const struct programme *programme, const char *round);
/* Keeps the applications of this round and what belongs to them; the rest is counted in left_out. */
void intake_files_only(struct intake_files *files, const char *round);
/* Joins what intake_take() found in `intake` with `wrong`: columns get the names the file gives them, values are the
 * cells', each cell is named once, and the order is that of the files, lines and columns. */
void intake_files_settle(struct intake_files *files);

#endif

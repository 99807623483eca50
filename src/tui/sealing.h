/* Sealing authorised rows into a payment file, and reading in what has been paid: asked the same from the payment files
 * and from the plans. */
#ifndef KANSLI_TUI_SEALING_H
#define KANSLI_TUI_SEALING_H

#include "base/hash.h"
#include "casework/batch.h"
#include "casework/paid_file.h"
#include "tui/desk.h"

/* Owned by the pane's state, for the person takes a while to answer. */
struct sealing {
	int64_t round; /* of the rows to be sealed; 0: all */
	char through[DAY_TEXT];
	int64_t ore;
	char path[1024], hash[HASH_TEXT]; /* of the file that is read in */
	int64_t noted_file;               /* and the line, while what was found is asked for */
	int noted_line;
};
/* Asks until which day; says sum, rows, payees and changed accounts, and wants the sum typed. */
void sealing_ask(struct ui *ui, struct sealing *sealing);
/* Asks for the file; says what each line is, and wants the sum of what is recorded typed. */
void paid_in_ask(struct ui *ui, struct sealing *sealing);
/* The lines of a file that was read in, to read. */
void paid_file_show(struct ui *ui, int64_t file, const char *name);
/* Asks of which line that was not recorded, and what was found of it (paid_noting.c). */
void paid_note_ask(struct ui *ui, struct sealing *sealing);
/* "betalt.csv  2026-11-20 Ulla: 3 of 4 recorded, 1 to look at" */
const char *paid_file_words(struct arena *arena, const struct paid_file_row *file);
/* Asks which file that was read in, and shows its lines. */
void paid_files_choose(struct ui *ui);

#endif

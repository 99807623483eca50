/* What the list of applications says of each row, in words made once when the rows are read: the list is drawn with
 * each key, and making the words then was most of what a key cost. */
#ifndef KANSLI_TUI_LIST_WORDS_H
#define KANSLI_TUI_LIST_WORDS_H

#include "casework/application.h"
#include "desk.h"

struct list_words {
	struct arena arena;
	struct row_words *rows;
	int count;
};
enum list_column { LIST_NUMBER, LIST_APPLICANT, LIST_TITLE, LIST_SOUGHT, LIST_MEASURES, LIST_DUE, LIST_STATE };

/* The titles are the list's own: it must live as long. */
void list_words_make(struct list_words *words, const struct desk *desk, const struct application_list *list);
void list_words_done(struct list_words *words);
/* In at most `cells` cells where it can be said shorter. */
const char *list_words_cell(const struct list_words *words, int row, enum list_column column, int cells);
char list_words_flag(const struct list_words *words, int row);

#endif

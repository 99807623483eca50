/* The inside of the list of applications, for pane_list.c and its view. */
#ifndef KANSLI_TUI_LISTED_H
#define KANSLI_TUI_LISTED_H

#include "casework/application.h"
#include "tui/desk.h"
#include "tui/list_words.h"
#include "tui/listing.h"
#include "tui/preview.h"

enum { LISTED_PREVIEW_FROM = 120, LISTED_WIDE = 80 }; /* columns: of the screen, of the table beside a preview */

struct listed {
	struct desk *desk;
	struct application_index index; /* ids in order */
	struct application_list window; /* rows of ids first .. first+count */
	struct list_words words;        /* of the window */
	long first;
	char filter[256], view[64];
	const char *view_filter;
	bool all_rounds;
	struct listing listing;
	struct preview preview;
};

extern const struct listing_kind listed_table;
void listed_draw(const struct pane *pane, struct area area);
void listed_head(const struct pane *pane, struct head *head);

#endif

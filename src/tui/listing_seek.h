/* / in a list that is not narrowed: the focus goes to the next row with the text, n and N go on. */
#ifndef KANSLI_TUI_LISTING_SEEK_H
#define KANSLI_TUI_LISTING_SEEK_H

#include "listing.h"

/* For panes with a listing: rows of their table of actions. */
void listing_find_run(struct ui *ui, struct pane *pane);
void listing_next_run(struct ui *ui, struct pane *pane);
void listing_previous_run(struct ui *ui, struct pane *pane);
#define LISTING_SEEKING                                                                                                \
	{.name = "find", .keys = "/", .help = N_("look for text"), .hint = N_("find"), .run = listing_find_run},       \
		{.name = "find-next", .keys = "n", .help = N_("next match"), .run = listing_next_run},                 \
	{                                                                                                              \
		.name = "find-previous", .keys = "N", .help = N_("previous match"), .run = listing_previous_run        \
	}

/* Looks for the text in any cell, in either case, from the row after the focus (or before it), around the end; false
 * when it is nowhere. */
bool listing_seek(struct listing *listing, const char *sought, bool back, int page);

#endif

/* A report on the screen: the same cells as in the table of the shell and in the file, in the columns there is room
 * for, and below them what the report says of itself. */
#ifndef KANSLI_TUI_TABLED_H
#define KANSLI_TUI_TABLED_H

#include "csv/report.h"
#include "tui/desk.h"
#include "tui/listing.h"

struct tabled_column {
	enum column_name column;
	const char *head; /* N_("Applied"), shorter than in the file; NULL: as in the file */
	int width, least, rank;
	bool exact; /* an amount in kronor and öre, not in thousands */
	bool day;   /* a moment, of which the day is told */
};
struct tabled {
	struct desk *desk;
	struct report report; /* owned */
	bool made;
	const char *none; /* where there are no rows */
	int of[LISTING_COLUMNS];
	bool exact[LISTING_COLUMNS], day[LISTING_COLUMNS];
	char heads[LISTING_COLUMNS][64];
	struct column columns[LISTING_COLUMNS + 1];
	struct listing_kind kind;
	struct listing listing;
};
/* It stays where it is: the listing points into it. */
void tabled_init(struct tabled *tabled, struct desk *desk);
void tabled_done(struct tabled *tabled);
/* Takes the report over and shows these of its columns, ended by one without a width; `none` is translated. */
void tabled_put(struct tabled *tabled, struct report *report, const struct tabled_column *columns, const char *none);
/* The listing, with room kept below it for what the report says. */
struct listing *tabled_listing(struct tabled *tabled, const struct pane *pane);
/* After the pane has filled its head: says there that amounts are in thousands, where any is. */
void tabled_head(const struct tabled *tabled, struct head *head);
void tabled_draw(const struct tabled *tabled, struct area area);

#endif

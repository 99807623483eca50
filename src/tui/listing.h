/* A list of any length over two functions: how many rows, and what stands in a cell. Invariant: drawing costs the rows
 * on the screen, never the rows there are. */
#ifndef KANSLI_TUI_LISTING_H
#define KANSLI_TUI_LISTING_H

#include "pane.h"

enum { LISTING_COLUMNS = 24, LISTING_TEXT = 512, LISTING_NONE = -1 };

/* Columns stand in order with one blank between. When the width ends those with the lowest rank above 0 go first. */
struct column {
	const char *head; /* N_("Applicant") */
	int width;        /* cells it would like */
	int least;        /* cells it can make do with; 0: its width. Spare width goes to text first, by rank */
	int rank;         /* 0 never goes */
	bool right;       /* set to the right, and never cut: a number that does not fit is left out */
};

struct listing_kind {
	const struct column *columns; /* ended by a column without a head */
	bool headless;                /* the heads are never shown */
	bool headed;                  /* they are shown however narrow or short it is */
	long (*count)(const void *rows);
	/* The cell's text into `out`, in at most `cells` cells if it can be said shorter ("1,2 mnkr"). */
	void (*text)(const void *rows, long row, int column, int cells, char out[LISTING_TEXT]);
	/* The same without a copy, asked instead of `text` when given: answers the text, in `scratch` or elsewhere.
	 * NULL is no text. */
	const char *(*cell)(const void *rows, long row, int column, int cells, char scratch[LISTING_TEXT]);
	/* A thing's identity, so that the focus follows the thing and not the row. NULL: rows are their own identity.
	 */
	int64_t (*id)(const void *rows, long row);
	/* What the marks in front say: "*" marked, and a flag; '\0' or ' ' for none. NULL: that mark has no place. */
	char (*marked)(const void *rows, long row);
	char (*flag)(const void *rows, long row);
	/* A row that is a line of text and cannot have the focus: fills in `out` and answers true. May be NULL. */
	bool (*line)(const void *rows, long row, char out[LISTING_TEXT]);
	bool unruled; /* such a line is written from column 0, without a rule around it */
	/* Style added to a row's or one cell's text; column -1 is the whole row. May be NULL. */
	unsigned (*style)(const void *rows, long row, int column);
	/* What stands where there are no rows: why, and what would help. May be NULL. */
	void (*empty)(const void *rows, char out[LISTING_TEXT]);
};

struct listing {
	const struct listing_kind *kind;
	const void *rows; /* given to the kind's functions; owned by the pane */
	long focus, top;
	int64_t id;      /* of the row in focus */
	int elsewhere;   /* rows of the pane that are not the list's */
	char sought[64]; /* what / last looked for; "" nothing */
	bool unfocused;  /* another part of the pane has the focus: no cursor, no reverse */
};

void listing_init(struct listing *listing, const struct listing_kind *kind, const void *rows);
/* After the rows have changed: finds the thing in focus again, else the row nearest to where it stood. */
void listing_follow(struct listing *listing);
/* Moves by rows, skipping lines; `page` is the rows in sight, used to keep the focus there. */
void listing_move(struct listing *listing, long by, int page);
void listing_to(struct listing *listing, long row, int page);
bool listing_find(struct listing *listing, int64_t id, int page); /* false when no row has that id */
long listing_focus(const struct listing *listing);                /* LISTING_NONE when nothing can have the focus */
void listing_draw(const struct listing *listing, struct area area);
int listing_page(const struct listing *listing, int rows, int columns); /* rows of things an area of that size shows */

extern const struct action listing_actions[];

#endif

/* What a pane is: one const table and one file. The pane library links without curses: a pane draws on cells. */
#ifndef KANSLI_TUI_PANE_H
#define KANSLI_TUI_PANE_H

#include "key.h"
#include "surface.h"
#include <stdbool.h>

struct ui;
struct pane;
struct listing;
struct reader;

/* One row gives dispatch, ? help, the hint line, the x menu, `kansli keys` and the manual's key table. */
struct action {
	const char *name;  /* stable, English, noun first: "measure-move-up" */
	const char *keys;  /* "J Shift-Down", names separated by blanks; the first is the one shown */
	const char *help;  /* N_("move the measure up"), a verb phrase */
	const char *hint;  /* N_("move") for the hint line, or NULL when it is not shown there */
	const char *shown; /* shown instead of the first key: "J/K", "0-4"; NULL otherwise */
	bool changes;      /* the burst guard stops it when a paste without marks arrives */
	void (*run)(struct ui *, struct pane *);
	/* NULL, or why it cannot be done here and now ("L requires the chair's role."); NULL answered: it can. An
	 * action that cannot be done has no hint; the sentence is said when its key is pressed. */
	const char *(*barred)(const struct ui *, const struct pane *);
};

/* The title line: when space ends the right part goes first, then the middle. */
struct head {
	char left[256], middle[256], right[256];
};

struct pane {
	const struct pane_kind *kind;
	struct pane *below;
	void *state;       /* the kind's own */
	int rows, columns; /* of the area it is drawn in; kept true by the loop before any of its functions runs */
	bool stale;
};

struct pane_kind {
	const char *name, *title;     /* "list", N_("Cases") */
	const struct action *actions; /* ended by a row without a name */
	/* Fills pane->state from `what`, which the caller and the kind agree on; false refuses, with a message said. */
	bool (*open)(struct ui *, struct pane *, const void *what);
	void (*close)(struct ui *, struct pane *); /* frees it; called once for each open that answered true */
	void (*load)(struct ui *, struct pane *);  /* called by the loop when pane->stale; NULL: nothing to load */
	/* True when what is in sight has not been read yet (the list has moved past what it holds): the loop then
	 * loads, with pane->stale as it is. NULL: never. */
	bool (*lacking)(const struct pane *);
	void (*draw)(const struct pane *, struct area);
	void (*head)(const struct pane *, struct head *); /* NULL: the title alone */
	/* Text typed while the pane has an editor in focus, 0-4 in scoring, and the like. True when taken. */
	bool (*typed)(struct ui *, struct pane *, const struct key *);
	bool (*pasted)(struct ui *, struct pane *, const char *text, size_t bytes); /* true when taken */
	bool (*field)(const struct pane *); /* a text field has the focus: letters are text, not commands */
	bool (*escape)(
		struct ui *, struct pane *); /* undoes an inner layer (a search, a filter); false: none was left */
	struct listing *(*listing)(
		const struct pane *); /* its moves are added to the pane's keys; NULL answered: not now */
	struct reader *(*reader)(const struct pane *); /* likewise */
	/* A dialog: the rows it wants at this width. It rises from the bottom and the pane below it stays in sight. */
	int (*rise)(const struct pane *, int columns);
	/* Other words than the row's own on the hint line, or NULL. */
	const char *(*hint)(const struct pane *, const struct action *);
	/* Stands first on the hint line: how the person stands to what is shown; NULL answered: nothing to say. */
	const char *(*notice)(const struct pane *);
	void (*line)(const struct pane *, struct area); /* draws the message line itself: a prompt */
	void (*tick)(struct ui *, struct pane *);       /* the time asked for with ui_wake() has come */
	void (*keep)(struct ui *, struct pane *);       /* writes typed text to disk at once: the person may be gone */
};

#endif

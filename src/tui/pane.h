/* What a pane is: one const table and one file. The pane library links without curses: a pane draws on cells. */
#ifndef KANSLI_TUI_PANE_H
#define KANSLI_TUI_PANE_H

#include "surface.h"
#include <stdbool.h>

struct ui;
struct pane;

/* One row gives dispatch, ? help, the hint line, the x menu, `kansli keys` and the manual's key table. */
struct action {
	const char *name; /* stable, English, noun first: "measure-move-up" */
	const char *keys; /* "J Shift-Down", names separated by blanks; the first is the one shown */
	const char *help; /* N_("move the measure up"), a verb phrase */
	const char *hint; /* N_("move") for the hint line, or NULL when it is not shown there */
	void (*run)(struct ui *, struct pane *);
	bool changes; /* the burst guard stops it when a paste without marks arrives */
};

struct pane_kind {
	const char *name, *title;                  /* "list", N_("Cases") */
	const struct action *actions;              /* ended by a row without a name */
	bool (*open)(struct ui *, struct pane *);  /* fills pane->state; false refuses with a message */
	void (*close)(struct ui *, struct pane *); /* frees it */
	void (*load)(struct ui *, struct pane *);  /* called by the loop when pane->stale */
	void (*draw)(const struct pane *, struct area);
	/* Text typed while the pane has an editor in focus, 0-4 in scoring, and the like. True when taken. */
	bool (*typed)(struct ui *, struct pane *, const struct key *);
};

#endif

/* w: what is shown, written to a file the person names. Its ending says how: .csv, .json or .txt. */
#ifndef KANSLI_TUI_WRITING_H
#define KANSLI_TUI_WRITING_H

#include "csv/paper.h"
#include "csv/report.h"
#include "ui.h"

enum { WRITING_PATH = 1024, WRITING_FILE = 64 };

/* Owned by the pane's state, for the person takes a while to answer. */
struct writing {
	const char *name; /* the file's name to begin with */
	const char *text; /* what is asked */
	bool paged;       /* a paper that is sent: on numbered pages, and as .pdf too */
	/* Fills in the report, whose texts live until `done`; false refuses. */
	bool (*make)(struct ui *, struct pane *, struct report *, struct error *);
	/* Instead of make: a paper, as text (.txt) or JSON; the caller ends it. */
	bool (*paper)(struct ui *, struct pane *, struct paper *, struct error *);
	/* Instead of make: ready bytes, whatever the name ends in. */
	bool (*bytes)(struct ui *, struct pane *, struct buffer *, struct error *);
	void (*done)(struct ui *, struct pane *); /* frees what make took; may be NULL */
	char path[WRITING_PATH], file[WRITING_FILE];
};

/* Asks for the name. A file that is there already is overwritten only after that has been said and typed. */
void writing_ask(struct ui *ui, struct writing *writing);
/* The same for a report that needs no more than `make`; the name to begin with is made of the format. */
void writing_report(struct ui *ui, struct writing *writing,
	bool (*make)(struct ui *, struct pane *, struct report *, struct error *), const char *text, const char *format,
	...) __attribute__((format(printf, 5, 6)));

#endif

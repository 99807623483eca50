/* The way to each screen of the sample office, by the keys a person would press: one table for the claims that hold
 * for all screens. Invariant: every pane of the build stands in it, and a walk that ends elsewhere stops the test. */
#ifndef KANSLI_TESTS_WALK_H
#define KANSLI_TESTS_WALK_H

#include "real.h"

struct walk {
	const char *name;  /* the pane's, as in pane_kinds; or a form's or a dialog's own */
	const char *as;    /* who goes there */
	const char *find;  /* what the list is narrowed to first, or NULL */
	const char *keys;  /* pressed from the list */
	const char *title; /* what the first row then begins with */
	const char *seen;  /* and what is then on some row, for what does not change the title; may be NULL */
};
extern const struct walk walks[]; /* ended by one without a name; those of one person stand together */

/* From the first screen. The message of the way is gone, so that what comes after is the next key's doing. */
void walk_to(struct bench *bench, const struct walk *walk);
void walk_go(struct bench *bench, const struct walk *walk); /* the same, without a look at where it ended */
void walk_home(struct bench *bench); /* from any depth to the first row of the first screen, with nothing narrowed */
bool walk_has(const char *name);     /* the table leads to it */
int walk_person(const struct walk *from); /* how many from here on are of one person */

#endif

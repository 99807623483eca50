/* Everything one person at the desk can get out of the office: every form of every verb in every dress, every command
 * and every key of every pane. What there is to try is read from the program's own tables, so that a new verb, option,
 * pane or key is tried without a word here. */
#ifndef KANSLI_TESTS_LEAK_PATHS_H
#define KANSLI_TESTS_LEAK_PATHS_H

#include "base/buffer.h"
#include "casework/casework.h"

struct leak_path {
	const char *name, *text; /* what was asked, all that came: results, sentences, refusals */
};
struct leak_paths {
	struct arena arena;
	struct leak_path *items;
	int count, room;
	bool *seen; /* by place in pane_kinds: the pane was opened */
};
void leak_paths_init(struct leak_paths *paths);
void leak_paths_done(struct leak_paths *paths);
/* Forms that only read or show; or those that write, with what they do not get to. */
void leak_shell(struct leak_paths *paths, struct casework *cw, bool reading);
void leak_screens(struct leak_paths *paths, struct casework *cw);

#endif

/* Scenarios of the shell through the real program. A scenario is lines:
 *
 *   # words                     a comment
 *   OFFICE demo|none            a copy of the sample office (the default), or none at all
 *   PUT NAME                    a file of the lines after it that begin with "| "
 *   ARGS words                  runs kansli; {DIR} is the scenario's folder, {DB} its office
 *   EXIT n                      how it ended; 0 when nothing is said
 *   OUT text | ERR text         a part of standard output, of standard error
 *   OUT! text | ERR! text       no part of it
 *   OUT= text                   all of standard output, but for the line's end
 *   JSON                        standard output is JSON
 *   IS path value               standard output is JSON, and this stands there: IS years.2.paid_ore 120000
 *   FILE NAME text              the file there holds the text
 *
 * Whatever is said, a verb that fails writes nothing on standard output, and nothing is asked: input is empty. */
#ifndef KANSLI_TESTS_SCENARIO_H
#define KANSLI_TESTS_SCENARIO_H

#include "base/buffer.h"
#include <stdbool.h>

enum { SCENARIO_PATH = 300 };

struct scenario {
	char folder[SCENARIO_PATH], db[SCENARIO_PATH];
	const char *file;
	int line;
	struct buffer out, err;
	int code;
	bool ran, told;      /* told: EXIT said how it ended */
	struct buffer words; /* of the last ARGS, for messages */
	struct buffer wrong; /* what did not hold; "" so far */
};

/* Makes its folder ROOT/FOLDER; with `office`, a copy of it as the scenario's office. */
void scenario_init(
	struct scenario *scenario, const char *name, const char *root, const char *folder, const char *office);
void scenario_done(struct scenario *scenario);
/* Plays the lines (written over); wrong.bytes tells whether all held. */
void scenario_play(struct scenario *scenario, char *text);
/* One line of it, that is no PUT; scenario_end() when it was the last. */
void scenario_play_line(struct scenario *scenario, char *line);
void scenario_end(struct scenario *scenario);
/* Runs the program with these words in the folder, KANSLI_DB being db, its output in .out and .err there. Answers its
 * exit code, 128 and more for a signal, -1 when it could not be run. */
int kansli_run(const char *folder, const char *db, char **argv);
/* In a child: becomes the program. */
_Noreturn void kansli_become(const char *folder, const char *db, char **argv);
void folder_remove(const char *name);

#endif

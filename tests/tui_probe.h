/* A pane that tells what is done to it, on the fake terminal. */
#ifndef KANSLI_TESTS_TUI_PROBE_H
#define KANSLI_TESTS_TUI_PROBE_H

#include "fake_terminal.h"

extern struct fake fake;
extern struct ui *ui;
extern char order[512]; /* what was called, a letter each */
extern bool idle, filtered, fielded;
extern const struct pane_kind probe;

void begin(const struct ui_options *given); /* the loop with a probe, its first frame shown */
const char *row(int which);                 /* of the frame */
void end(void);

#endif

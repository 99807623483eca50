/* The case in focus, beside the list from 120 columns on. */
#ifndef KANSLI_TUI_PREVIEW_H
#define KANSLI_TUI_PREVIEW_H

#include "case_words.h"

struct preview {
	int64_t application; /* 0: nothing read; the snapshots below are then zero */
	struct application whole;
	struct measure_list measures;
	int *points;                      /* beside the measures: measure_points() */
	int yes, no, unclear, unanswered; /* control points */
	char latest[256];                 /* the newest event in words */
};

/* Reads the application, or nothing for 0. On failure the preview is empty. */
bool preview_load(struct preview *preview, const struct desk *desk, int64_t application, struct error *err);
void preview_done(struct preview *preview);
void preview_draw(const struct preview *preview, const struct desk *desk, struct area area);

#endif

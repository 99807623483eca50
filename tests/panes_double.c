/* Panes played by one that only remembers what it was opened with. */
#include "panes_double.h"

#include "tui/desk.h"

int64_t double_opened;

static bool double_open(struct ui *ui, struct pane *pane, const void *what)
{
	(void)ui;
	(void)pane;
	double_opened = *(const int64_t *)what;
	return true;
}

static void double_draw(const struct pane *pane, struct area area)
{
	area_text(area, 0, 0, STYLE_PLAIN, pane->kind->title);
}

const struct pane_kind detail_pane = {.name = "detail", .title = "Detail", .open = double_open, .draw = double_draw};
const struct pane_kind scoring_pane = {.name = "scoring", .title = "Scoring", .open = double_open, .draw = double_draw};

/* Bars of plain signs. Invariant: a bar is never wider than its cells. */
#include "tui/bar.h"

#include "base/money.h"

bool bars_shown(const struct ui *ui)
{
	return !ui || !ui_options(ui)->linear;
}

/* Cells up to `ore` of `scale`; an overflow is of no use here and fills the bar. */
static int bar_cells(int64_t ore, int64_t scale, int cells)
{
	int64_t part;

	if (ore <= 0 || scale <= 0)
		return 0;
	if (!money_part(cells, ore, scale, &part) || part > cells)
		return cells;
	return part < 1 ? 1 : (int)part;
}

char *bar_text(int64_t taken, int64_t coming, int64_t limit, int64_t scale, int cells, char out[BAR_TEXT])
{
	int room = cells < BAR_TEXT - 1 ? cells : BAR_TEXT - 1;
	int first = bar_cells(taken, scale, room), end = bar_cells(limit, scale, room), last, at = 0;
	int64_t used;

	if (!money_add(taken, coming, &used))
		used = scale;
	last = bar_cells(used, scale, room);
	if (coming > 0 && last == first && last < room)
		last++;
	for (int i = 0; i < room && (i < last || i < end); i++)
		out[at++] = i < first ? '#' : i < last ? '=' : '.';
	out[at] = '\0';
	if (limit != MONEY_UNKNOWN && used > limit && at)
		out[end < at ? end : at - 1] = '|';
	return out;
}

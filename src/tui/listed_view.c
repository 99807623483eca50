/* The list of applications on the screen: the table, beside it the case in focus where there is room. Invariant: it
 * reads nothing; a row outside the window is blank. */
#include "tui/listed.h"

#include "base/text.h"
#include "base/words.h"

static bool row_read(const struct listed *list, long row)
{
	return row >= list->first && row < list->first + list->window.count;
}

/* ---- the table */

static const struct column columns[] = {
	/* in the order of enum list_column */
	{.head = N_("No"), .width = 8, .least = 8, .right = true},
	{.head = N_("Applicant"), .width = 19, .least = 8},
	{.head = N_("Case"), .width = 40, .least = 10, .rank = 2},
	{.head = N_("SEK '000"), .width = 8, .rank = 3, .right = true},
	{.head = N_("Mea"), .width = 3, .rank = 1, .right = true},
	{.head = N_("Deadline"), .width = 14, .least = 12, .rank = 5, .right = true},
	{.head = N_("Status"), .width = 8, .rank = 4},
	{.head = NULL},
};

static long list_count(const void *rows)
{
	return ((const struct listed *)rows)->index.count;
}

static int64_t list_id(const void *rows, long row)
{
	return ((const struct listed *)rows)->index.ids[row];
}

static const char *list_cell(const void *rows, long at, int column, int cells, char scratch[LISTING_TEXT])
{
	const struct listed *list = rows;
	long row = at - list->first;

	(void)scratch;
	return row_read(list, at) ? list_words_cell(&list->words, (int)row, (enum list_column)column, cells) : "";
}

static char list_flag(const void *rows, long at)
{
	const struct listed *list = rows;

	return row_read(list, at) ? list_words_flag(&list->words, (int)(at - list->first)) : ' ';
}

static void list_empty(const void *rows, char out[LISTING_TEXT])
{
	const struct listed *list = rows;

	if (list->filter[0])
		snprintf(out, LISTING_TEXT, _("Nothing matches /%s. Esc clears."), list->filter);
	else
		snprintf(out, LISTING_TEXT, _("No cases in %s. v changes view, + registers an application."),
			_(list->view));
}

const struct listing_kind listed_table = {
	.columns = columns,
	.count = list_count,
	.id = list_id,
	.cell = list_cell,
	.flag = list_flag,
	.empty = list_empty,
};

void listed_draw(const struct pane *pane, struct area area)
{
	const struct listed *list = pane->state;

	if (area.columns < LISTED_PREVIEW_FROM) {
		listing_draw(&list->listing, area);
		return;
	}
	listing_draw(&list->listing, area_part(area, 0, 0, area.rows, LISTED_WIDE));
	area_divider(area, LISTED_WIDE);
	preview_draw(&list->preview, list->desk,
		area_part(area, 0, LISTED_WIDE + 2, area.rows, area.columns - LISTED_WIDE - 2));
}

void listed_head(const struct pane *pane, struct head *head)
{
	const struct listed *list = pane->state;
	long at = listing_focus(&list->listing);

	if (!list->all_rounds && list->desk->round_name[0])
		snprintf(head->left, sizeof head->left, _("Cases · round %s"), list->desk->round_name);
	else
		snprintf(head->left, sizeof head->left, "%s", _("Cases · all rounds"));
	if (list->filter[0])
		snprintf(head->middle, sizeof head->middle, "%.*s · /%.*s", TEXT_PART(_(list->view), 80),
			TEXT_PART(list->filter, 150));
	else
		snprintf(head->middle, sizeof head->middle, "%s", _(list->view));
	snprintf(head->right, sizeof head->right, _("%ld of %d"), at == LISTING_NONE ? 0 : at + 1, list->index.count);
}

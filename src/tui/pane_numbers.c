/* Other bodies' numbers for the same case, as they are written: a paper that carries one finds its way here. */
#include "tui/case_words.h"
#include "tui/listing.h"
#include "tui/papers.h"

#include "base/words.h"

struct numbers {
	struct desk *desk;
	struct case_ref of;
	unsigned relation;  /* of the person to the case */
	struct arena arena; /* of the case's number */
	const char *number;
	struct cross_number_list list;
	struct listing listing;
};

enum { WHOSE, NUMBER, ABOUT };
static const struct column columns[] = {
	{.head = N_("Whose"), .width = 22, .least = 10},
	{.head = N_("Number"), .width = 24, .least = 12},
	{.head = N_("What it is about"), .width = 50, .least = 10, .rank = 1},
	{.head = NULL},
};

static long numbers_count(const void *rows)
{
	return ((const struct numbers *)rows)->list.count;
}

static const struct cross_number *number_at(const struct numbers *numbers, long row)
{
	return row >= 0 && row < numbers->list.count ? &numbers->list.items[row] : NULL;
}

static int64_t numbers_id(const void *rows, long row)
{
	return number_at(rows, row)->id;
}

static void numbers_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct cross_number *each = number_at(rows, at);

	(void)cells;
	switch (column) {
	case WHOSE: snprintf(out, LISTING_TEXT, "%s", each->region_short ? each->region_short : "-"); break;
	case NUMBER: snprintf(out, LISTING_TEXT, "%s", each->number); break;
	case ABOUT: snprintf(out, LISTING_TEXT, "%s", each->about); break;
	}
}

static void numbers_empty(const void *rows, char out[LISTING_TEXT])
{
	(void)rows;
	snprintf(out, LISTING_TEXT, "%s", _("No other body's number is noted. + notes one."));
}

static const struct listing_kind table = {
	.columns = columns,
	.count = numbers_count,
	.id = numbers_id,
	.text = numbers_text,
	.empty = numbers_empty,
};

static void numbers_load(struct ui *ui, struct pane *pane)
{
	struct numbers *numbers = pane->state;
	struct cross_number_list list;
	struct error err = {0};

	if (!cross_number_list_load(numbers->desk->cw, &numbers->of, &list, &err)) {
		desk_refused(ui, &err);
		return;
	}
	cross_number_list_done(&numbers->list);
	numbers->list = list;
	numbers->relation = desk_relation(numbers->desk, numbers->of.application);
	listing_follow(&numbers->listing);
}

static bool numbers_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct numbers *numbers = memory_take(sizeof *numbers);
	struct error err = {0};

	*numbers = (struct numbers){.desk = desk_of(ui), .of = *(const struct case_ref *)what};
	arena_init(&numbers->arena);
	if (!case_name(numbers->desk->cw, &numbers->of, &numbers->arena, &numbers->number, NULL, &err)) {
		desk_refused(ui, &err);
		arena_done(&numbers->arena);
		free(numbers);
		return false;
	}
	listing_init(&numbers->listing, &table, numbers);
	pane->state = numbers;
	return true;
}

static void numbers_close(struct ui *ui, struct pane *pane)
{
	struct numbers *numbers = pane->state;

	(void)ui;
	cross_number_list_done(&numbers->list);
	arena_done(&numbers->arena);
	free(numbers);
}

static struct listing *numbers_listing(const struct pane *pane)
{
	return &((struct numbers *)pane->state)->listing;
}

static void numbers_draw(const struct pane *pane, struct area area)
{
	listing_draw(&((const struct numbers *)pane->state)->listing, area);
}

static void numbers_head(const struct pane *pane, struct head *head)
{
	const struct numbers *numbers = pane->state;

	snprintf(head->left, sizeof head->left, _("Other numbers · %s"), numbers->number);
}

/* ---- the person's doing */

static void add_run(struct ui *ui, struct pane *pane)
{
	number_form(ui, &((const struct numbers *)pane->state)->of, 0);
}

static void change_run(struct ui *ui, struct pane *pane)
{
	const struct numbers *numbers = pane->state;

	number_form(ui, &numbers->of, number_at(numbers, listing_focus(&numbers->listing))->id);
}

static const char *add_barred(const struct ui *ui, const struct pane *pane)
{
	return desk_barred_in(ui, RIGHT_DOCUMENT_PUT, ((const struct numbers *)pane->state)->relation);
}

static const char *change_barred(const struct ui *ui, const struct pane *pane)
{
	const struct numbers *numbers = pane->state;

	if (!number_at(numbers, listing_focus(&numbers->listing)))
		return _("No number is in focus.");
	return add_barred(ui, pane);
}

static const char *numbers_notice(const struct pane *pane)
{
	return desk_notice(((const struct numbers *)pane->state)->relation);
}

static const struct action actions[] = {
	{.name = "number-change",
		.keys = "e Enter Right l",
		.help = N_("correct the number"),
		.hint = N_("correct"),
		.run = change_run,
		.barred = change_barred},
	{.name = "number-add",
		.keys = "+",
		.help = N_("note another body's number"),
		.hint = N_("new"),
		.run = add_run,
		.barred = add_barred},
	{.name = NULL},
};

const struct pane_kind numbers_pane = {
	.name = "numbers",
	.title = N_("Other numbers"),
	.actions = actions,
	.open = numbers_open,
	.close = numbers_close,
	.load = numbers_load,
	.draw = numbers_draw,
	.head = numbers_head,
	.listing = numbers_listing,
	.notice = numbers_notice,
};

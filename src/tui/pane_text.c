/* A long text on a screen of its own: a whole measure, a note, what an event changed. */
#include "tui/desk.h"
#include "tui/reader.h"

#include "base/words.h"

struct text {
	struct reader reader;
	char title[sizeof((struct head *)0)->left];
};

static bool text_open(struct ui *ui, struct pane *pane, const void *what)
{
	const struct text_what *given = what;
	struct text *text = memory_take(sizeof *text);

	(void)ui;
	reader_init(&text->reader);
	reader_set(&text->reader, given->text);
	snprintf(text->title, sizeof text->title, "%s", given->title);
	pane->state = text;
	return true;
}

static void text_close(struct ui *ui, struct pane *pane)
{
	struct text *text = pane->state;

	(void)ui;
	reader_done(&text->reader);
	free(text);
}

static void text_draw(const struct pane *pane, struct area area)
{
	const struct text *text = pane->state;

	reader_draw(&text->reader, area);
}

static void text_head(const struct pane *pane, struct head *head)
{
	const struct text *text = pane->state;

	snprintf(head->left, sizeof head->left, "%s", text->title);
}

static struct reader *text_reader(const struct pane *pane)
{
	return &((struct text *)pane->state)->reader;
}

static const struct action actions[] = {{.name = NULL}};

const struct pane_kind text_pane = {
	.name = "text",
	.title = N_("Text"),
	.actions = actions,
	.open = text_open,
	.close = text_close,
	.draw = text_draw,
	.head = text_head,
	.reader = text_reader,
};

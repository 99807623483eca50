/* The two dialogs: a question, with or without something to type, and a choice. */
#include "dialog.h"

#include "base/arena.h"
#include "base/money.h"
#include "base/text.h"
#include "base/words.h"
#include "drafts.h"
#include "editor.h"
#include "listing.h"
#include "ui.h"
#include "wrap.h"

/* ---- a question */

struct asking {
	struct arena arena;
	struct question question;
	struct editor editor;
	struct keeping keeping; /* only with question.keep */
};

static void asking_keep(struct ui *ui, struct pane *pane)
{
	struct asking *asking = pane->state;
	struct draft_field field = {"text", editor_text(&asking->editor)};
	if (asking->question.keep != NULL && asking->keeping.pending) {
		keeping_write(ui, &asking->keeping, &field, 1);
	}
}

/* What was typed before a session broke off stands in the field again. */
static void asking_take_up(struct ui *ui, struct asking *asking)
{
	struct draft draft;
	keeping_init(&asking->keeping, asking->question.keep, asking->question.text, 0);
	if (!keeping_find(ui, &asking->keeping, &draft)) {
		return;
	}
	editor_set(&asking->editor, draft_field(&draft, "text"));
	ui_say(ui, "%s", _("What you typed before stands in the field."));
}

static bool asking_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct asking *asking = memory_take(sizeof *asking);
	const struct question *given = what;
	arena_init(&asking->arena);
	asking->question = *given;
	asking->question.text = arena_text(&asking->arena, given->text);
	asking->question.label = arena_text(&asking->arena, given->label);
	asking->question.must = arena_text(&asking->arena, given->must);
	asking->question.yes = arena_text(&asking->arena, given->yes);
	asking->question.begin = NULL;
	editor_init(&asking->editor, false);
	editor_set(&asking->editor, given->begin);
	asking->question.keep = arena_text(&asking->arena, given->keep);
	if (given->keep != NULL) {
		asking_take_up(ui, asking);
	}
	pane->state = asking;
	return true;
}

static void asking_close(struct ui *ui, struct pane *pane)
{
	struct asking *asking = pane->state;
	(void)ui;
	if (asking->question.keep != NULL) {
		keeping_done(&asking->keeping);
	}
	editor_done(&asking->editor);
	arena_done(&asking->arena);
	free(asking);
}

static int asking_rise(const struct pane *pane, int columns)
{
	const struct asking *asking = pane->state;
	return wrap_rows(asking->question.text, columns) + (asking->question.label != NULL);
}

static void asking_draw(const struct pane *pane, struct area area)
{
	const struct asking *asking = pane->state;
	const char *label = asking->question.label;
	if (label == NULL) {
		area_lines(area, 0, STYLE_PLAIN, asking->question.text);
		area_cursor(area, 0, 0);
		return;
	}
	/* The field stays in sight even where the text does not fit. */
	int rows = wrap_rows(asking->question.text, area.columns);
	rows = rows < area.rows - 1 ? rows : area.rows - 1;
	area_lines(area_part(area, 0, 0, rows, area.columns), 0, STYLE_PLAIN, asking->question.text);
	int room = area.columns - 8 > 1 ? area.columns - 8 : area.columns;
	int used = area_text_in(area, rows, 0, room, STYLE_PLAIN, label);
	editor_draw(&asking->editor, area_part(area, rows, used + 1, 1, area.columns), STYLE_UNDERLINE, true);
}

bool dialog_money(const char *text, struct error *err)
{
	int64_t ore;
	return text_blank(text) || money_parse(text, &ore, err);
}

/* The draft goes only when the answer was taken without a word of what went wrong. A popped pane stays until the key is
 * done with. */
static void answer_take(struct ui *ui, struct pane *pane, struct pane *below)
{
	struct asking *asking = pane->state;
	const struct question *question = &asking->question;
	int wrong = ui_errors_said(ui);
	ui_pop(ui);
	question->answered(ui, below, editor_text(&asking->editor), question->with);
	if (question->keep != NULL && ui_errors_said(ui) == wrong) {
		keeping_drop(ui, &asking->keeping);
	}
}

static void asking_accept(struct ui *ui, struct pane *pane)
{
	struct asking *asking = pane->state;
	const struct question *question = &asking->question;
	const char *text = editor_text(&asking->editor);
	struct pane *below = pane->below;
	struct error err = {0};
	if (question->must != NULL && strcmp(text, question->must) != 0) {
		ui_say(ui, _("Note: nothing is done. Type %s to confirm, or Esc."), question->must);
		return;
	}
	if (question->accepts != NULL && !question->accepts(text, &err)) {
		ui_say_error(ui, &err);
		return;
	}
	answer_take(ui, pane, below);
}

static bool asking_field(const struct pane *pane)
{
	const struct asking *asking = pane->state;
	return asking->question.label != NULL;
}

static bool asking_typed(struct ui *ui, struct pane *pane, const struct key *key)
{
	struct asking *asking = pane->state;
	if (!asking_field(pane) || !editor_typed(&asking->editor, key)) {
		return false;
	}
	if (asking->question.keep != NULL) {
		keeping_touch(ui, &asking->keeping);
	}
	return true;
}

/* What must be typed to confirm is typed, not pasted. */
static bool asking_pasted(struct ui *ui, struct pane *pane, const char *text, size_t bytes)
{
	struct asking *asking = pane->state;
	if (!asking_field(pane) || asking->question.must != NULL) {
		return false;
	}
	editor_paste(&asking->editor, text, bytes);
	if (asking->question.keep != NULL) {
		keeping_touch(ui, &asking->keeping);
	}
	return true;
}

static void escape_run(struct ui *ui, struct pane *pane)
{
	(void)pane;
	ui_escape(ui);
}

static const struct action asking_actions[] = {
	{.name = "question-accept",
		.keys = "Enter",
		.help = N_("do what the question says"),
		.hint = N_("yes"),
		.changes = true,
		.run = asking_accept},
	{.name = "escape", .keys = "Esc", .help = N_("leave it as it is"), .hint = N_("cancel"), .run = escape_run},
	{.name = NULL},
};

static const char *asking_hint(const struct pane *pane, const struct action *action)
{
	const struct asking *asking = pane->state;
	return action == &asking_actions[0] ? asking->question.yes : NULL;
}

const struct pane_kind question_pane = {
	.name = "question",
	.title = N_("Question"),
	.actions = asking_actions,
	.open = asking_open,
	.close = asking_close,
	.draw = asking_draw,
	.typed = asking_typed,
	.pasted = asking_pasted,
	.tick = asking_keep,
	.keep = asking_keep,
	.field = asking_field,
	.hint = asking_hint,
	.rise = asking_rise,
};

void dialog_ask(struct ui *ui, const struct question *question)
{
	ui_push(ui, &question_pane, question);
}

/* ---- a choice */

struct chooser {
	struct arena arena;
	struct choosing choosing;
	const char *choices[CHOICES];
	int64_t ids[CHOICES];
	struct listing listing;
};

static long chooser_count(const void *rows)
{
	return ((const struct chooser *)rows)->choosing.count;
}

static void chooser_text(const void *rows, long row, int column, int cells, char out[LISTING_TEXT])
{
	const struct chooser *chooser = rows;
	(void)cells;
	if (column > 0) {
		snprintf(out, LISTING_TEXT, "%s", chooser->choices[row]);
	} else if (row < 9) {
		snprintf(out, LISTING_TEXT, "%ld", row + 1);
	}
}

static const struct column chooser_columns[] = {
	{.head = " ", .width = 1, .right = true},
	{.head = " ", .width = 200, .least = 8},
	{.head = NULL},
};

static const struct listing_kind chooser_listing = {
	.columns = chooser_columns, .headless = true, .count = chooser_count, .text = chooser_text};

static bool chooser_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct chooser *chooser = memory_take(sizeof *chooser);
	const struct choosing *given = what;
	(void)ui;
	assert(given->count > 0 && given->count <= CHOICES);
	arena_init(&chooser->arena);
	chooser->choosing = *given;
	chooser->choosing.text = arena_text(&chooser->arena, given->text);
	for (int i = 0; i < given->count; i++) {
		chooser->choices[i] = arena_text(&chooser->arena, given->choices[i]);
		chooser->ids[i] = given->ids == NULL ? 0 : given->ids[i];
	}
	listing_init(&chooser->listing, &chooser_listing, chooser);
	listing_to(&chooser->listing, given->first, 0);
	pane->state = chooser;
	return true;
}

static void chooser_close(struct ui *ui, struct pane *pane)
{
	struct chooser *chooser = pane->state;
	(void)ui;
	arena_done(&chooser->arena);
	free(chooser);
}

static struct listing *chooser_rows(const struct pane *pane)
{
	return &((struct chooser *)pane->state)->listing;
}

static int chooser_head(const struct pane *pane, int columns)
{
	const struct chooser *chooser = pane->state;
	return wrap_rows(chooser->choosing.text, columns);
}

static int chooser_rise(const struct pane *pane, int columns)
{
	const struct chooser *chooser = pane->state;
	return chooser_head(pane, columns) + chooser->choosing.count;
}

static void chooser_draw(const struct pane *pane, struct area area)
{
	const struct chooser *chooser = pane->state;
	int head = chooser_head(pane, area.columns), count = chooser->choosing.count;
	/* Where both do not fit the text gives way, down to one row, and then the choices scroll. */
	int room = area.rows - count > 1 ? area.rows - count : 1;
	head = head < room ? head : room;
	area_lines(area_part(area, 0, 0, head, area.columns), 0, STYLE_PLAIN, chooser->choosing.text);
	listing_draw(&chooser->listing, area_part(area, head, 0, area.rows, area.columns));
}

static void chooser_give(struct ui *ui, struct pane *pane, int which)
{
	struct chooser *chooser = pane->state;
	struct pane *below = pane->below;
	if (which < 0 || which >= chooser->choosing.count) {
		ui_say(ui, _("There is no choice %d."), which + 1);
		return;
	}
	ui_pop(ui);
	if (chooser->choosing.chosen_id != NULL) {
		chooser->choosing.chosen_id(ui, below, chooser->ids[which], chooser->choosing.about);
	} else {
		chooser->choosing.chosen(ui, below, which, chooser->choosing.with);
	}
}

static void chooser_accept(struct ui *ui, struct pane *pane)
{
	chooser_give(ui, pane, (int)listing_focus(chooser_rows(pane)));
}

static void chooser_digit(struct ui *ui, struct pane *pane)
{
	chooser_give(ui, pane, (int)ui_key(ui).character - '1');
}

static const struct action chooser_actions[] = {
	{.name = "choice-accept",
		.keys = "Enter Right l",
		.help = N_("choose the row"),
		.hint = N_("choose"),
		.changes = true,
		.run = chooser_accept},
	{.name = "choice-digit",
		.keys = "1 2 3 4 5 6 7 8 9",
		.shown = "1-9",
		.help = N_("choose by number"),
		.hint = N_("by number"),
		.changes = true,
		.run = chooser_digit},
	{.name = "escape", .keys = "Esc", .help = N_("leave it as it is"), .hint = N_("cancel"), .run = escape_run},
	{.name = NULL},
};

const struct pane_kind choosing_pane = {
	.name = "choice",
	.title = N_("Choice"),
	.actions = chooser_actions,
	.open = chooser_open,
	.close = chooser_close,
	.draw = chooser_draw,
	.listing = chooser_rows,
	.rise = chooser_rise,
};

void dialog_choose(struct ui *ui, const struct choosing *choosing)
{
	ui_push(ui, &choosing_pane, choosing);
}

/* One version of the criteria: each criterion with its weight, what differs from the version it was made from, and
 * below what each step of the one in focus means. Invariant: the sum of the weights is always in sight. */
#include "tui/case_words.h"
#include "tui/criteria_words.h"
#include "tui/dialog.h"
#include "tui/form_criteria.h"
#include "tui/verb.h"

#include "base/buffer.h"
#include "base/text.h"
#include "base/words.h"

enum { BELOW_FROM = 18, BELOW_ROWS = 10, BELOW_TALL = 16, TALL = 34, STEP_LABEL = 2 };

struct one {
	struct desk *desk;
	int64_t number;
	struct criteria_comparison compared; /* with the version it was made from, or with itself */
	struct listing listing;
	char follow[8]; /* the criterion that was moved keeps the focus */
};

/* ---- the table */

enum { ID, NAME, WEIGHT, BONUS, DIFFERS };
static const struct column columns[] = {
	{.head = N_("Id"), .width = 4},
	{.head = N_("Criterion"), .width = 34, .least = 10},
	{.head = N_("Weight"), .width = 6, .right = true},
	{.head = N_("Bonus"), .width = 5, .rank = 2},
	{.head = N_("Differs"), .width = 40, .least = 10, .rank = 1},
	{.head = NULL},
};

static const struct criteria *version_of(const struct one *one)
{
	return &one->compared.after;
}

static long one_count(const void *rows)
{
	return ((const struct one *)rows)->compared.count;
}

static const struct criterion_pair *pair_at(const struct one *one, long row)
{
	return &one->compared.items[row];
}

static const struct criterion *item_of(const struct criterion_pair *pair)
{
	return pair->after ? pair->after : pair->before;
}

static void one_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct one *one = rows;
	const struct criterion_pair *pair = pair_at(one, at);
	const struct criterion *item = item_of(pair);
	struct arena arena;

	(void)cells;
	out[0] = '\0';
	switch (column) {
	case ID: snprintf(out, LISTING_TEXT, "%s", item->id); break;
	case NAME: snprintf(out, LISTING_TEXT, "%s", item->name[one->desk->swedish]); break;
	case WEIGHT: snprintf(out, LISTING_TEXT, pair->after ? "%d" : "-", item->weight); break;
	case BONUS: snprintf(out, LISTING_TEXT, "%s", item->bonus ? _("bonus") : ""); break;
	case DIFFERS:
		arena_init(&arena);
		snprintf(out, LISTING_TEXT, "%s", criterion_difference(pair, &arena));
		arena_done(&arena);
		break;
	}
}

static void one_empty(const void *rows, char out[LISTING_TEXT])
{
	(void)rows;
	snprintf(out, LISTING_TEXT, "%s", _("The version has no criterion. + adds the first."));
}

static const struct listing_kind table = {
	.columns = columns,
	.count = one_count,
	.text = one_text,
	.empty = one_empty,
};

/* ---- reading */

static void focus_follow(struct one *one)
{
	for (int i = 0; one->follow[0] && i < one->compared.count; i++)
		if (!strcmp(item_of(pair_at(one, i))->id, one->follow))
			listing_to(&one->listing, i, 0);
	one->follow[0] = '\0';
}

static void one_load(struct ui *ui, struct pane *pane)
{
	struct one *one = pane->state;
	struct criteria now;
	struct criteria_comparison compared;
	struct error err = {0};
	int64_t from;

	if (!criteria_load(one->desk->cw, one->number, &now, &err)) {
		desk_refused(ui, &err);
		return;
	}
	from = now.head.from_number ? now.head.from_number : one->number;
	criteria_done(&now);
	if (!criteria_compare(one->desk->cw, from, one->number, &compared, &err)) {
		desk_refused(ui, &err);
		return;
	}
	criteria_comparison_done(&one->compared);
	one->compared = compared;
	listing_follow(&one->listing);
	focus_follow(one);
}

static bool one_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct one *one = memory_take(sizeof *one);

	*one = (struct one){.desk = desk_of(ui), .number = *(const int64_t *)what};
	listing_init(&one->listing, &table, one);
	pane->state = one;
	one_load(ui, pane);
	pane->stale = false;
	if (version_of(one)->head.number)
		return true;
	free(one);
	return false;
}

static void one_close(struct ui *ui, struct pane *pane)
{
	struct one *one = pane->state;

	(void)ui;
	criteria_comparison_done(&one->compared);
	free(one);
}

static int below(int rows)
{
	return rows >= TALL ? BELOW_TALL : rows >= BELOW_FROM ? BELOW_ROWS : 0;
}

static struct listing *one_listing(const struct pane *pane)
{
	struct one *one = pane->state;

	one->listing.elsewhere = below(pane->rows);
	return &one->listing;
}

static const struct criterion_pair *focused(const struct pane *pane)
{
	const struct one *one = pane->state;
	long row = listing_focus(&one->listing);

	return row >= 0 && row < one->compared.count ? pair_at(one, row) : NULL;
}

static void steps_draw(const struct one *one, const struct criterion *item, struct area area)
{
	int language = one->desk->swedish, row = 1;
	char label[4];

	area_format(area, 0, 0, STYLE_BOLD, "%s %s", item->id, item->name[language]);
	for (int step = 0; step < 5; step++) {
		snprintf(label, sizeof label, "%d", step);
		row = fact_draw(area, row, STEP_LABEL, label, item->step[step][language]);
	}
}

static void one_draw(const struct pane *pane, struct area area)
{
	const struct one *one = pane->state;
	const struct criterion_pair *pair = focused(pane);
	int rows = below(area.rows);

	listing_draw(&one->listing, area_part(area, 0, 0, area.rows - rows, area.columns));
	if (pair && rows)
		steps_draw(one, item_of(pair), area_part(area, area.rows - rows + 1, 0, rows - 1, area.columns));
}

static void one_head(const struct pane *pane, struct head *head)
{
	const struct one *one = pane->state;
	const struct criteria_version *version = &version_of(one)->head;
	char status[LISTING_TEXT];

	criteria_status(version, status);
	snprintf(head->left, sizeof head->left, _("Criteria · version %lld"), (long long)version->number);
	snprintf(head->middle, sizeof head->middle, "%.*s", TEXT_PART(status, 200));
	if (version->weights == CRITERIA_WHOLE)
		snprintf(head->right, sizeof head->right, _("sum of weights 100"));
	else
		snprintf(head->right, sizeof head->right, _("sum of weights %d, to be 100"), version->weights);
}

/* ---- the person's doing */

static void language_write(struct buffer *out, const struct criterion *item, int language)
{
	buffer_format(out, "%s\n", item->name[language]);
	for (int step = 0; step < 5; step++)
		buffer_format(out, "  %d  %s\n", step, item->step[step][language]);
}

/* All of it, in both languages. */
static void show_run(struct ui *ui, struct pane *pane)
{
	const struct criterion_pair *pair = focused(pane);
	struct buffer text;
	char title[80];

	if (!pair)
		return;
	const struct criterion *item = item_of(pair);
	buffer_init(&text);
	language_write(&text, item, 1);
	buffer_text(&text, "\n");
	language_write(&text, item, 0);
	buffer_text(&text, "\n");
	buffer_format(&text, _("Where it comes from: %s\nWeight: %d%s\n"), item->trace, item->weight,
		item->bonus ? _(", bonus") : "");
	snprintf(title, sizeof title, _("Criterion %s · version %lld"), item->id,
		(long long)version_of(pane->state)->head.number);
	ui_push(ui, &text_pane, &(struct text_what){.title = title, .text = text.text});
	buffer_done(&text);
}

static void change_run(struct ui *ui, struct pane *pane)
{
	const struct criterion_pair *pair = focused(pane);

	if (pair && pair->after)
		criterion_form(ui, ((struct one *)pane->state)->number, pair->after->id);
}

static void add_run(struct ui *ui, struct pane *pane)
{
	criterion_form(ui, ((struct one *)pane->state)->number, NULL);
}

static void move(struct ui *ui, struct pane *pane, int by)
{
	struct one *one = pane->state;
	const struct criterion_pair *pair = focused(pane);
	struct operation op = verb_on(version_of(one)->head.version);
	struct error err = {0};

	if (!pair || !pair->after)
		return;
	struct criterion values = *pair->after;
	long place = pair->after - version_of(one)->items + 1 + by;
	if (place < 1 || place > version_of(one)->count)
		return;
	values.sort = (int)place;
	snprintf(one->follow, sizeof one->follow, "%s", values.id);
	verb_ended(ui, criterion_put(one->desk->cw, &op, one->number, &values, NULL, &err), &err);
}

static void up_run(struct ui *ui, struct pane *pane)
{
	move(ui, pane, -1);
}

static void down_run(struct ui *ui, struct pane *pane)
{
	move(ui, pane, 1);
}

static void remove_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct one *one = pane->state;
	const struct criterion_pair *pair = focused(pane);
	struct operation op = verb_on(version_of(one)->head.version);
	struct error err = {0};
	char id[8];

	(void)text;
	(void)with;
	if (!pair || !pair->after)
		return;
	snprintf(id, sizeof id, "%s", pair->after->id);
	if (verb_ended(ui, criterion_remove(one->desk->cw, &op, one->number, id, &err), &err))
		ui_say(ui, _("%s is taken out of the draft."), id);
}

static void remove_run(struct ui *ui, struct pane *pane)
{
	const struct criterion_pair *pair = focused(pane);
	char text[200];

	if (!pair || !pair->after)
		return;
	snprintf(text, sizeof text, _("Take %s out of the draft: its weight, %d, is then to be given to others."),
		pair->after->id, pair->after->weight);
	dialog_ask(ui, &(struct question){.text = text, .yes = _("take it out"), .answered = remove_answered});
}

static void difference_run(struct ui *ui, struct pane *pane)
{
	const struct one *one = pane->state;

	criteria_difference_show(ui, one->compared.before.head.number, one->number);
}

static void preview_run(struct ui *ui, struct pane *pane)
{
	criteria_preview_open(ui, ((struct one *)pane->state)->number);
}

static void adopt_run(struct ui *ui, struct pane *pane)
{
	criteria_adopt_form(ui, ((struct one *)pane->state)->number);
}

/* ---- why not */

static const char *change_barred(const struct ui *ui, const struct pane *pane)
{
	return criteria_closed(ui, &version_of(pane->state)->head);
}

static const char *item_barred(const struct ui *ui, const struct pane *pane)
{
	const struct criterion_pair *pair = focused(pane);

	if (!pair)
		return _("There is nothing in focus.");
	return pair->after ? change_barred(ui, pane) : _("The draft has it no longer. + adds it again.");
}

static const char *difference_barred(const struct ui *ui, const struct pane *pane)
{
	(void)ui;
	return version_of(pane->state)->head.from_number ? NULL : _("The version was not made from another one here.");
}

static const char *preview_barred(const struct ui *ui, const struct pane *pane)
{
	(void)pane;
	return desk_barred(ui, RIGHT_SEE);
}

static const char *adopt_barred(const struct ui *ui, const struct pane *pane)
{
	return criteria_adopt_closed(ui, &version_of(pane->state)->head);
}

static const struct action actions[] = {
	{.name = "criterion-show",
		.keys = "Enter Right l",
		.help = N_("show the whole criterion, in both languages"),
		.hint = N_("whole"),
		.run = show_run},
	{.name = "criterion-change",
		.keys = "e",
		.help = N_("change the criterion: weight, name, steps"),
		.hint = N_("change"),
		.run = change_run,
		.barred = item_barred},
	{.name = "criterion-add",
		.keys = "+",
		.help = N_("add a criterion to the draft"),
		.hint = N_("new"),
		.run = add_run,
		.barred = change_barred},
	{.name = "criteria-preview",
		.keys = "2",
		.help = N_("show the round's order under the version, beside the one there is"),
		.hint = N_("order"),
		.run = preview_run,
		.barred = preview_barred},
	{.name = "criteria-difference",
		.keys = "d",
		.help = N_("show what differs from the version it was made from"),
		.hint = N_("difference"),
		.run = difference_run,
		.barred = difference_barred},
	{.name = "criteria-adopt",
		.keys = "B",
		.help = N_("record that the delegation has adopted the version"),
		.hint = N_("adopted"),
		.run = adopt_run,
		.barred = adopt_barred},
	{.name = "criterion-up",
		.keys = "K Shift-Up",
		.help = N_("move the criterion one place up"),
		.changes = true,
		.run = up_run,
		.barred = item_barred},
	{.name = "criterion-down",
		.keys = "J Shift-Down",
		.help = N_("move the criterion one place down"),
		.changes = true,
		.run = down_run,
		.barred = item_barred},
	{.name = "criterion-remove",
		.keys = "D",
		.help = N_("take the criterion out of the draft"),
		.run = remove_run,
		.barred = item_barred},
	{.name = NULL},
};

const struct pane_kind criterion_pane = {
	.name = "criterion",
	.title = N_("A version of the criteria"),
	.actions = actions,
	.open = one_open,
	.close = one_close,
	.load = one_load,
	.draw = one_draw,
	.head = one_head,
	.listing = one_listing,
};

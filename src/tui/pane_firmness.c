/* How firm a ranking is: shares, places, selections, and what rests on one assessor. Invariant: it is worked out beside
 * the screen, and what stands on the screen is whole or not there. */
#include "tui/firmed.h"

#include "base/words.h"
#include "tui/verb.h"

/* ---- working it out */

static void work_begin(struct ui *ui, struct firmed *firmed)
{
	firmness_end(firmed->working);
	firmed->working = firmness_begin_all(firmed->desk->cw, &firmed->wish);
	firmed->given_up = false;
	ui_working(ui, firmed->working != NULL);
}

/* The measures in the order of the ranking. */
static void order_fill(struct firmed *firmed)
{
	const struct firm *firm = firmness_firm(firmed->shown);

	free(firmed->order);
	firmed->order = memory_take(((size_t)firm->count + 1) * sizeof *firmed->order);
	firmed->count = 0;
	for (int i = 0; i < firm->ranking.count; i++) {
		int at = firm_find(firm, firm->ranking.items[i].measure);
		if (at >= 0)
			firmed->order[firmed->count++] = at;
	}
}

static void firmness_tick(struct ui *ui, struct pane *pane)
{
	struct firmed *firmed = pane->state;

	if (!firmed->working)
		return;
	if (!firmness_ready(firmed->working)) {
		ui_look(ui);
		return;
	}
	firmness_end(firmed->shown);
	firmed->shown = firmed->working;
	firmed->working = NULL;
	order_fill(firmed);
	listing_follow(&firmed->listing);
	ui_working(ui, false);
}

/* Esc: what is shown stays. */
static bool firmness_escape(struct ui *ui, struct pane *pane)
{
	struct firmed *firmed = pane->state;

	if (!firmed->working)
		return false;
	firmness_end(firmed->working);
	firmed->working = NULL;
	firmed->given_up = true;
	ui_working(ui, false);
	ui_say(ui, "%s", _("Given up. What is shown is what was worked out before."));
	return true;
}

static void firmness_load(struct ui *ui, struct pane *pane)
{
	work_begin(ui, pane->state);
}

static bool firmness_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct desk *desk = desk_with_round(ui, _("There is no round to rank in yet."));
	struct firmed *firmed;

	if (!desk)
		return false;
	firmed = memory_take(sizeof *firmed);
	*firmed = (struct firmed){.desk = desk, .pane = pane};
	firmed->wish = (struct firmness_wish){.round = desk->round, .year = *(const int *)what};
	listing_init(&firmed->listing, &firmed_table, firmed);
	pane->state = firmed;
	return true;
}

static void firmness_close(struct ui *ui, struct pane *pane)
{
	struct firmed *firmed = pane->state;

	if (firmed->working)
		ui_working(ui, false);
	firmness_end(firmed->working);
	firmness_end(firmed->shown);
	free(firmed->order);
	free(firmed);
}

static struct listing *firmness_listing(const struct pane *pane)
{
	struct firmed *firmed = pane->state;

	firmed->listing.elsewhere = firmed_foot(firmed, pane->rows);
	return &firmed->listing;
}

/* ---- the person's doing */

static void rule_run(struct ui *ui, struct pane *pane)
{
	struct firmed *firmed = pane->state;

	firmed->wish.rule = firmed->wish.rule == WEIGHTING_ANY ? WEIGHTING_HALF : firmed->wish.rule + 1;
	work_begin(ui, firmed);
}

static void open_run(struct ui *ui, struct pane *pane)
{
	const struct firmed *firmed = pane->state;
	int at = firmed_focus(firmed);

	if (at >= 0)
		ui_push(ui, &detail_pane, &firmness_firm(firmed->shown)->rows[at]->application);
}

static void keep_run(struct ui *ui, struct pane *pane)
{
	const struct firmed *firmed = pane->state;
	const struct firm *firm = firmness_firm(firmed->shown);
	struct operation op = verb_on(0);
	struct error err = {0};
	int64_t id;

	if (verb_ended(ui, firm_keep(firmed->desk->cw, &op, firm, firmness_answer(firmed->shown), &id, &err), &err))
		ui_say(ui, "%s", _("Kept for the meeting. O shows what is kept."));
}

static void kept_write(const struct kept_list *list, struct buffer *out)
{
	struct arena arena;

	arena_init(&arena);
	for (int i = 0; i < list->count; i++)
		buffer_format(out, "%s\n%s\nSHA-256 %s\n\n", kept_method_text(&arena, &list->items[i]),
			kept_holds_text(&list->items[i]), list->items[i].input);
	if (!list->count)
		buffer_format(
			out, "%s\n", _("Nothing is kept that you may see. + in the pane before keeps what is shown."));
	arena_done(&arena);
}

static void kept_run(struct ui *ui, struct pane *pane)
{
	const struct firmed *firmed = pane->state;
	struct kept_list list;
	struct error err = {0};
	struct buffer text;

	if (!kept_list_load(firmed->desk->cw, firmed->desk->round, &list, &err)) {
		desk_refused(ui, &err);
		return;
	}
	buffer_init(&text);
	kept_write(&list, &text);
	ui_push(ui, &text_pane, &(struct text_what){.title = _("Kept results"), .text = text.text});
	buffer_done(&text);
	kept_list_done(&list);
}

static bool report_make(struct ui *ui, struct pane *pane, struct report *report, struct error *err)
{
	const struct firmed *firmed = pane->state;

	(void)ui;
	(void)err;
	report_robust(report, firmness_firm(firmed->shown), firmness_answer(firmed->shown), firmed->desk->with_year);
	return true;
}

static void write_run(struct ui *ui, struct pane *pane)
{
	struct firmed *firmed = pane->state;

	writing_report(ui, &firmed->writing, report_make,
		_("Write out how firm the order is, with its method. The name's ending says how: .csv, .json or "
		  ".txt."),
		_("firmness-%s.csv"), firmed->desk->round_name);
}

static const char *shown_barred(const struct ui *ui, const struct pane *pane)
{
	const struct firmed *firmed = pane->state;

	(void)ui;
	if (firmed->shown && firmness_answer(firmed->shown))
		return NULL;
	return firmed->working ? _("It is being worked out; when it is there it can be kept and written.")
			       : _("There is nothing to keep or write.");
}

static const char *keep_barred(const struct ui *ui, const struct pane *pane)
{
	const char *why = desk_barred(ui, RIGHT_FIRM_KEEP);

	return why ? why : shown_barred(ui, pane);
}

static const struct action actions[] = {
	{.name = "weights-vary",
		.keys = "%",
		.help = N_("vary the weights in another way: half more or less, the agreed order, any"),
		.hint = N_("weights"),
		.run = rule_run},
	{.name = "firmness-keep",
		.keys = "+",
		.help = N_("keep the figures for the meeting, with method, seed and what they rest on"),
		.hint = N_("keep"),
		.changes = true,
		.run = keep_run,
		.barred = keep_barred},
	{.name = "kept-open", .keys = "O", .help = N_("show what is kept"), .hint = N_("kept"), .run = kept_run},
	{.name = "case-open", .keys = "Enter", .help = N_("open the case"), .hint = N_("open"), .run = open_run},
	{.name = "write-out",
		.keys = "w",
		.help = N_("write what is shown to a file"),
		.hint = N_("write"),
		.run = write_run,
		.barred = shown_barred},
	{.name = NULL},
};

const struct pane_kind firmness_pane = {
	.name = "firmness",
	.title = N_("How firm"),
	.actions = actions,
	.open = firmness_open,
	.close = firmness_close,
	.load = firmness_load,
	.tick = firmness_tick,
	.escape = firmness_escape,
	.draw = firmed_draw,
	.head = firmed_head,
	.listing = firmness_listing,
};

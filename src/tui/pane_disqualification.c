/* Who has answered about conflicts of interest in one case, or in a round (FL 16–18 §§). Invariant: who has not
 * answered stands apart from who reported nothing. */
#include "tui/case_words.h"
#include "tui/desk.h"
#include "tui/listing.h"
#include "tui/verb.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/disqualification.h"
#include "csv/reports.h"

enum { BELOW_FROM = 14, BELOW_ROWS = 8, LABEL = 13 };

struct conflicts {
	struct desk *desk;
	struct disqualification_about about;
	struct disqualification_list list;
	struct listing listing;
	unsigned closed; /* RELATION_CLOSED while the case is */
	bool loaded;
};

/* ---- the table */

enum { NAME, ABOUT, STATE, DAY, IN_HAND };
static const struct column columns[] = {
	{.head = N_("Person"), .width = 20, .least = 12},
	{.head = N_("About"), .width = 9, .least = 8, .rank = 2},
	{.head = N_("Conflict of interest"), .width = 26, .least = 12},
	{.head = N_("Day"), .width = 10, .rank = 1},
	{.head = N_("In hand"), .width = 24, .least = 8, .rank = 3},
	{.head = NULL},
};

static long conflicts_count(const void *rows)
{
	return ((const struct conflicts *)rows)->list.count;
}

static const struct disqualification *conflict_at(const struct conflicts *conflicts, long row)
{
	return &conflicts->list.items[row];
}

static int64_t conflicts_id(const void *rows, long row)
{
	const struct disqualification *each = conflict_at(rows, row);

	return each->id ? each->id : -each->person;
}

static void about_say(const struct conflicts *conflicts, const struct disqualification *row, char out[LISTING_TEXT])
{
	char number[DESK_NUMBER];

	if (row->n)
		snprintf(out, LISTING_TEXT, "%s", desk_number(conflicts->desk, row->year, row->n, number));
	else
		snprintf(out, LISTING_TEXT, "%s", row->id ? _("round") : "");
}

/* The day of the newest step: tried, answered, asked. */
static const char *day_of(const struct disqualification *row)
{
	return row->tried_on ? row->tried_on : row->answered_at ? row->answered_at : row->asked_on ? row->asked_on : "";
}

static void conflicts_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct conflicts *conflicts = rows;
	const struct disqualification *row = conflict_at(conflicts, at);
	struct arena arena;

	(void)cells;
	switch (column) {
	case NAME: snprintf(out, LISTING_TEXT, "%s", row->person_name); break;
	case ABOUT: about_say(conflicts, row, out); break;
	case STATE: snprintf(out, LISTING_TEXT, "%s", disqualification_state_words(row->state)); break;
	case DAY: snprintf(out, LISTING_TEXT, "%.10s", day_of(row)); break;
	case IN_HAND:
		arena_init(&arena);
		snprintf(out, LISTING_TEXT, "%s", in_hand_text(&arena, row));
		arena_done(&arena);
		break;
	}
}

/* "!" something waits: an answer, a trial, work to be handed to somebody else. */
static char conflicts_flag(const void *rows, long at)
{
	const struct disqualification *row = conflict_at(rows, at);
	bool aside = row->state == DISQUALIFICATION_REPORTED || row->state == DISQUALIFICATION_BARRED;

	return row->state == DISQUALIFICATION_UNANSWERED || row->state == DISQUALIFICATION_REPORTED ||
			       (aside && (row->owing || row->officer_of))
		       ? '!'
		       : ' ';
}

static void conflicts_empty(const void *rows, char out[LISTING_TEXT])
{
	(void)rows;
	snprintf(out, LISTING_TEXT, "%s", _("Nobody has been asked. + asks the delegation, e answers for yourself."));
}

static const struct listing_kind table = {
	.columns = columns,
	.count = conflicts_count,
	.id = conflicts_id,
	.text = conflicts_text,
	.flag = conflicts_flag,
	.empty = conflicts_empty,
};

/* ---- reading */

static void conflicts_load(struct ui *ui, struct pane *pane)
{
	struct conflicts *conflicts = pane->state;
	struct disqualification_list list;
	struct error err = {0};

	if (!disqualification_list_load(conflicts->desk->cw, conflicts->about, &list, &err)) {
		desk_refused(ui, &err);
		return;
	}
	if (conflicts->loaded)
		disqualification_list_done(&conflicts->list);
	conflicts->list = list;
	conflicts->closed = desk_relation(conflicts->desk, conflicts->about.application) & RELATION_CLOSED;
	conflicts->loaded = true;
	listing_follow(&conflicts->listing);
}

static bool conflicts_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct conflicts *conflicts = memory_take(sizeof *conflicts);

	*conflicts = (struct conflicts){.desk = desk_of(ui), .about = *(const struct disqualification_about *)what};
	listing_init(&conflicts->listing, &table, conflicts);
	pane->state = conflicts;
	conflicts_load(ui, pane);
	listing_find(&conflicts->listing, desk_at(conflicts->desk, PLACE_CONFLICT), 1);
	pane->stale = false;
	if (conflicts->loaded)
		return true;
	free(conflicts);
	return false;
}

static void conflicts_close(struct ui *ui, struct pane *pane)
{
	struct conflicts *conflicts = pane->state;

	(void)ui;
	disqualification_list_done(&conflicts->list);
	free(conflicts);
}

static struct listing *conflicts_listing(const struct pane *pane)
{
	struct conflicts *conflicts = pane->state;

	conflicts->listing.elsewhere = pane->rows >= BELOW_FROM ? BELOW_ROWS : 0;
	return &conflicts->listing;
}

static const struct disqualification *focused(const struct conflicts *conflicts)
{
	long row = listing_focus(&conflicts->listing);

	return row >= 0 && row < conflicts->list.count ? conflict_at(conflicts, row) : NULL;
}

/* ---- drawing */

static const char *word(const struct conflicts *conflicts, const char *kind, const char *code)
{
	return text_blank(code) ? "" : programme_word_name(&conflicts->desk->programme, kind, code);
}

static void about_draw(const struct conflicts *conflicts, struct area area)
{
	const struct disqualification *row = focused(conflicts);
	char text[CASE_WORDS];
	int at = 0;

	if (!row)
		return;
	snprintf(text, sizeof text, "%.*s · %.*s", TEXT_PART(row->person_name, 100),
		TEXT_PART(disqualification_state_words(row->state), 100));
	area_text_in(area, at++, 0, area.columns, STYLE_BOLD, text);
	if (row->region)
		at = fact_draw(
			area, at, LABEL, _("Hint"), _("the home region takes part; ask about conflicts of interest"));
	if (row->what && *row->what) {
		snprintf(text, sizeof text, "%.*s. %.*s", TEXT_PART(word(conflicts, "bar_ground", row->ground), 60),
			TEXT_PART(row->what, 180));
		at = fact_draw(area, at, LABEL, _("Reported"), text);
	}
	if (row->tried_on) {
		snprintf(text, sizeof text, "%s %.*s: %.*s", row->tried_on,
			TEXT_PART(word(conflicts, "bar_trier", row->tried_by), 40), TEXT_PART(row->reasons, 180));
		at = fact_draw(area, at, LABEL, _("Tried"), text);
	}
	if (row->work) {
		snprintf(text, sizeof text, "%.*s. %.*s", TEXT_PART(word(conflicts, "bar_work", row->work), 40),
			TEXT_PART(row->work_why, 200));
		at = fact_draw(area, at, LABEL, _("Work done"), text);
	}
	if (row->recorded_by && !row->own)
		fact_draw(area, at, LABEL, _("Recorded by"), row->recorded_by);
}

static void conflicts_draw(const struct pane *pane, struct area area)
{
	const struct conflicts *conflicts = pane->state;
	int below = area.rows >= BELOW_FROM ? BELOW_ROWS : 0;

	listing_draw(&conflicts->listing, area_part(area, 0, 0, area.rows - below, area.columns));
	if (below)
		about_draw(conflicts, area_part(area, area.rows - below + 1, 0, below - 1, area.columns));
}

static void conflicts_head(const struct pane *pane, struct head *head)
{
	const struct conflicts *conflicts = pane->state;
	struct arena arena;

	arena_init(&arena);
	snprintf(head->left, sizeof head->left, "%s · %s", _("Conflict of interest"),
		conflicts->about.round ? _("the round") : _("the case and its round"));
	snprintf(head->right, sizeof head->right, "%s", disqualification_sum_words(&conflicts->list.sum, &arena));
	arena_done(&arena);
}

/* ---- the person's doing */

static void ask_run(struct ui *ui, struct pane *pane)
{
	const struct conflicts *conflicts = pane->state;
	struct operation op = operation_new();
	struct error err = {0};
	int asked = 0;

	if (verb_ended(
		    ui, disqualification_ask(conflicts->desk->cw, &op, conflicts->about, NULL, 0, &asked, &err), &err))
		ui_say(ui, _("Asked: %d of the delegation."), asked);
}

static const char *ask_barred(const struct ui *ui, const struct pane *pane)
{
	return desk_barred_in(ui, RIGHT_DISQUALIFICATION_ASK, ((const struct conflicts *)pane->state)->closed);
}

/* A row about the round is answered and tried whatever becomes of the case. */
static unsigned row_closed(const struct conflicts *conflicts, const struct disqualification *row)
{
	return row && row->id && !row->application ? RELATION_NONE : conflicts->closed;
}

/* The row's own subject: a case's list has rows about its round too. */
static void form_for(struct ui *ui, const struct conflicts *conflicts, const struct disqualification *row,
	void (*open)(struct ui *, int64_t, int64_t, int64_t))
{
	if (row && row->id)
		open(ui, row->person, row->application, row->round);
	else
		open(ui, row ? row->person : casework_actor(conflicts->desk->cw), conflicts->about.application,
			conflicts->about.round);
}

/* For the person in focus where the roles allow it, else for oneself. */
static const struct disqualification *answered(const struct conflicts *conflicts)
{
	const struct disqualification *row = focused(conflicts);
	bool for_others = access_allows(conflicts->desk->roles, RIGHT_DISQUALIFICATION_RECORD, RELATION_NONE, NULL);

	return row && (row->person == casework_actor(conflicts->desk->cw) || for_others) ? row : NULL;
}

static void answer_run(struct ui *ui, struct pane *pane)
{
	const struct conflicts *conflicts = pane->state;

	form_for(ui, conflicts, answered(conflicts), report_form);
}

static const char *answer_barred(const struct ui *ui, const struct pane *pane)
{
	const struct conflicts *conflicts = pane->state;

	(void)ui;
	return desk_closed(row_closed(conflicts, answered(conflicts)));
}

static void own_run(struct ui *ui, struct pane *pane)
{
	const struct conflicts *conflicts = pane->state;

	report_form(ui, casework_actor(conflicts->desk->cw), conflicts->about.application, conflicts->about.round);
}

static const char *own_barred(const struct ui *ui, const struct pane *pane)
{
	(void)ui;
	return desk_closed(((const struct conflicts *)pane->state)->closed);
}

static void try_run(struct ui *ui, struct pane *pane)
{
	const struct conflicts *conflicts = pane->state;

	form_for(ui, conflicts, focused(conflicts), trial_form);
}

static const char *try_barred(const struct ui *ui, const struct pane *pane)
{
	const struct conflicts *conflicts = pane->state;
	const struct disqualification *row = focused(conflicts);

	if (!row || !text_same(row->answer, "reported"))
		return _("Nothing is reported here, so there is nothing to try.");
	return desk_barred_in(ui, RIGHT_DISQUALIFICATION_TRY, row_closed(conflicts, row));
}

static void later_run(struct ui *ui, struct pane *pane)
{
	const struct conflicts *conflicts = pane->state;

	form_for(ui, conflicts, focused(conflicts), later_form);
}

static const char *later_barred(const struct ui *ui, const struct pane *pane)
{
	const struct conflicts *conflicts = pane->state;

	if (!focused(conflicts))
		return _("Nobody is in focus.");
	return desk_barred_in(ui, RIGHT_DISQUALIFICATION_RECORD, row_closed(conflicts, focused(conflicts)));
}

static const char *conflicts_notice(const struct pane *pane)
{
	return desk_notice(((const struct conflicts *)pane->state)->closed);
}

static const struct action actions[] = {
	{.name = "conflict-answer",
		.keys = "Enter Right l e",
		.help = N_("answer or report, for the person in focus or for yourself"),
		.hint = N_("answer"),
		.run = answer_run,
		.barred = answer_barred},
	{.name = "conflict-own",
		.keys = "i",
		.help = N_("answer or report for yourself"),
		.run = own_run,
		.barred = own_barred},
	{.name = "conflict-ask",
		.keys = "+",
		.help = N_("ask the chair and all members"),
		.hint = N_("ask all"),
		.changes = true,
		.run = ask_run,
		.barred = ask_barred},
	{.name = "conflict-try",
		.keys = "B",
		.help = N_("record how it was tried"),
		.hint = N_("tried"),
		.run = try_run,
		.barred = try_barred},
	{.name = "conflict-later",
		.keys = "z",
		.help = N_("record what was found later, and what becomes of the work"),
		.hint = N_("found later"),
		.run = later_run,
		.barred = later_barred},
	{.name = NULL},
};

const struct pane_kind disqualification_pane = {
	.name = "disqualification",
	.title = N_("Conflict of interest"),
	.actions = actions,
	.open = conflicts_open,
	.close = conflicts_close,
	.load = conflicts_load,
	.draw = conflicts_draw,
	.head = conflicts_head,
	.listing = conflicts_listing,
	.notice = conflicts_notice,
};

/* Bedömningsläget: how far the round's assessors have come, and how severe each is beside the others. The rows stand by
 * name and in no other order, so that it tells nothing. */
#include "tui/bar.h"
#include "tui/case_words.h"
#include "tui/desk.h"
#include "tui/listing.h"
#include "tui/progressed.h"
#include "tui/writing.h"

#include "base/words.h"
#include "casework/disqualification.h"
#include "csv/reports.h"

enum { BELOW_ROWS = 4, BELOW_FROM = 12, LABEL = 11, BARS_FROM = 60 };

struct progressing {
	struct desk *desk;
	struct progress progress;
	struct listing listing;
	struct writing writing;
};

/* ---- rows */

enum { NAME, ASSIGNED, DRAFTS, HANDED_IN, LEFT, CONFLICT, SEVERITY };
static const struct column columns[] = {
	{.head = N_("Assessor"), .width = 24, .least = 8},
	{.head = N_("Given"), .width = 6, .rank = 2, .right = true},
	{.head = N_("Drafts"), .width = 6, .rank = 1, .right = true},
	{.head = N_("Done"), .width = 7, .right = true},
	{.head = N_("Owed"), .width = 4, .right = true},
	{.head = N_("Conflicts"), .width = 14},
	{.head = N_("Severity"), .width = 15, .rank = 3},
	{.head = NULL},
};

static long all_count(const void *rows)
{
	return ((const struct progressing *)rows)->progress.count;
}

static int64_t row_id(const void *rows, long row)
{
	return ((const struct progressing *)rows)->progress.items[row].person;
}

/* With how many points it was compared on, or without either. */
static void severity_say(struct arena *arena, const struct progress_severity *severity, char out[LISTING_TEXT])
{
	if (severity->told)
		snprintf(out, LISTING_TEXT, "%s (%d)", progress_severity_text(arena, severity), severity->points);
	else
		snprintf(out, LISTING_TEXT, _("too few (%d)"), severity->points);
}

static void cell_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct progress_row *row = &((const struct progressing *)rows)->progress.items[at];
	struct arena arena;

	(void)cells;
	arena_init(&arena);
	out[0] = '\0';
	switch (column) {
	case NAME: snprintf(out, LISTING_TEXT, "%s", row->name); break;
	case ASSIGNED: snprintf(out, LISTING_TEXT, "%d", row->assigned); break;
	case DRAFTS: snprintf(out, LISTING_TEXT, "%d", row->begun); break;
	case HANDED_IN: snprintf(out, LISTING_TEXT, "%d", row->submitted); break;
	case LEFT: snprintf(out, LISTING_TEXT, "%d", row->left); break;
	case CONFLICT: snprintf(out, LISTING_TEXT, "%s", progress_conflict_words(&arena, row)); break;
	case SEVERITY: severity_say(&arena, &row->severity, out); break;
	}
	arena_done(&arena);
}

/* "!" somebody else is to take over. */
static char row_flag(const void *rows, long at)
{
	return ((const struct progressing *)rows)->progress.items[at].to_replace ? '!' : ' ';
}

static void none_text(const void *rows, char out[LISTING_TEXT])
{
	(void)rows;
	snprintf(out, LISTING_TEXT, "%s", _("Nobody is to assess anything in this round yet. + assigns."));
}

static const struct listing_kind table = {
	.columns = columns,
	.count = all_count,
	.id = row_id,
	.text = cell_text,
	.flag = row_flag,
	.empty = none_text,
};

/* ---- reading */

static void progress_reload(struct ui *ui, struct pane *pane)
{
	struct progressing *state = pane->state;
	struct progress fresh;
	struct error err = {0};

	if (!progress_load(state->desk->cw, state->desk->round, false, &fresh, &err)) {
		desk_refused(ui, &err);
		return;
	}
	progress_done(&state->progress);
	state->progress = fresh;
	listing_follow(&state->listing);
}

static bool progress_begin(struct ui *ui, struct pane *pane, const void *what)
{
	struct desk *desk = desk_with_round(ui, _("There is no round to assess in yet."));
	struct progressing *state;

	(void)what;
	if (!desk)
		return false;
	state = memory_take(sizeof *state);
	*state = (struct progressing){.desk = desk};
	listing_init(&state->listing, &table, state);
	pane->state = state;
	return true;
}

static void progress_close(struct ui *ui, struct pane *pane)
{
	struct progressing *state = pane->state;

	(void)ui;
	progress_done(&state->progress);
	free(state);
}

static struct listing *progress_listing(const struct pane *pane)
{
	struct progressing *state = pane->state;

	state->listing.elsewhere = pane->rows >= BELOW_FROM ? BELOW_ROWS : 0;
	return &state->listing;
}

static const struct progress_row *focused(const struct progressing *state)
{
	long row = listing_focus(&state->listing);

	return row >= 0 && row < state->progress.count ? &state->progress.items[row] : NULL;
}

/* ---- drawing */

static const char *round_say(struct arena *arena, const struct progress *progress)
{
	const char *text =
		arena_format(arena, _("%d of %d assessments handed in"), progress->submitted, progress->assigned);

	if (progress->to_replace)
		text = arena_format(arena, _("%s, %d to be given to somebody else"), text, progress->to_replace);
	if (progress->hidden)
		text = arena_format(arena,
			ngettext("%s; points of %d measure hidden from you",
				"%s; points of %d measures hidden from you", (unsigned long)progress->hidden),
			text, progress->hidden);
	return text;
}

static void progress_draw(const struct pane *pane, struct area area)
{
	const struct progressing *state = pane->state;
	const struct progress_row *row = focused(state);
	int below = area.rows >= BELOW_FROM ? BELOW_ROWS : 0;
	struct area about = area_part(area, area.rows - below + 1, 0, below - 1, area.columns);
	struct arena arena;

	listing_draw(&state->listing, area_part(area, 0, 0, area.rows - below, area.columns));
	if (!below)
		return;
	arena_init(&arena);
	int at = fact_draw(about, 0, LABEL, _("The round"), round_say(&arena, &state->progress));
	if (row)
		fact_draw(about, at, LABEL, _("Severity"), progress_severity_words(&arena, &row->severity));
	arena_done(&arena);
}

static void progress_head(const struct pane *pane, struct head *head)
{
	const struct progressing *state = pane->state;

	snprintf(head->left, sizeof head->left, "%s", _("Progress of assessment"));
	snprintf(head->middle, sizeof head->middle, _("round %s"), state->desk->round_name);
	snprintf(
		head->right, sizeof head->right, _("%d of %d in"), state->progress.submitted, state->progress.assigned);
}

/* ---- the person's doing */

static void open_run(struct ui *ui, struct pane *pane)
{
	const struct progressing *state = pane->state;
	const struct progress_row *row = focused(state);
	struct buffer text;

	if (!row)
		return;
	buffer_init(&text);
	progressed_text(&state->progress, row, bars_shown(ui) && pane->columns >= BARS_FROM, &text);
	ui_push(ui, &text_pane, &(struct text_what){.title = row->name, .text = text.text});
	buffer_done(&text);
}

static void assign_run(struct ui *ui, struct pane *pane)
{
	(void)pane;
	ui_push(ui, &assigning_pane, NULL);
}

static const char *assign_barred(const struct ui *ui, const struct pane *pane)
{
	(void)pane;
	return desk_barred(ui, RIGHT_ASSESSOR_ASSIGN);
}

static void conflicts_run(struct ui *ui, struct pane *pane)
{
	const struct progressing *state = pane->state;

	ui_push(ui, &disqualification_pane, &(struct disqualification_about){.round = state->desk->round});
}

static bool report_make(struct ui *ui, struct pane *pane, struct report *report, struct error *err)
{
	const struct progressing *state = pane->state;

	(void)ui;
	(void)err;
	report_progress(report, &state->progress);
	return true;
}

static void write_run(struct ui *ui, struct pane *pane)
{
	struct progressing *state = pane->state;

	writing_report(ui, &state->writing, report_make,
		_("Write out how far the assessors have come. The name's ending says how: .csv, .json or .txt."),
		_("assessment-%s.csv"), state->desk->round_name);
}

static const struct action actions[] = {
	{.name = "assessor-open",
		.keys = "Enter Right l",
		.help = N_("show how the assessor has used the scale, criterion by criterion"),
		.hint = N_("the scale"),
		.run = open_run},
	{.name = "assessors-assign",
		.keys = "+",
		.help = N_("assign assessors to several measures at once"),
		.hint = N_("assign"),
		.run = assign_run,
		.barred = assign_barred},
	{.name = "conflicts-open",
		.keys = "=",
		.help = N_("show who has answered about conflicts of interest in the round"),
		.hint = N_("conflicts"),
		.run = conflicts_run},
	{.name = "write-out",
		.keys = "w",
		.help = N_("write what is shown to a file"),
		.hint = N_("write"),
		.run = write_run},
	{.name = NULL},
};

const struct pane_kind progress_pane = {
	.name = "progress",
	.title = N_("Progress of assessment"),
	.actions = actions,
	.open = progress_begin,
	.close = progress_close,
	.load = progress_reload,
	.draw = progress_draw,
	.head = progress_head,
	.listing = progress_listing,
};

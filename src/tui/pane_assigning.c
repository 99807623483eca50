/* Assessors for several measures at once: first the measures, those with fewest assessors on top, then the persons with
 * what they have to do and what they have said of conflicts of interest. All are assigned or nobody is. */
#include "tui/case_words.h"
#include "tui/desk.h"
#include "tui/listing.h"
#include "tui/verb.h"

#include "base/words.h"
#include "casework/assign_many.h"
#include "casework/disqualification.h"
#include "casework/grow.h"
#include "casework/progress.h"

enum { BELOW_ROWS = 3, BELOW_FROM = 9 };

/* Ids in the order they were marked. */
struct marks {
	struct arena arena;
	int64_t *ids;
	int count;
};
struct assigning {
	struct desk *desk;
	bool persons; /* the second step */
	struct progress_measures measures;
	struct progress progress;
	struct marks of_measures, of_persons;
	struct assign_plan plan; /* of the measures and everybody, in the second step */
	bool planned;
	struct listing listing[2];
};

/* ---- marks */

static int mark_find(const struct marks *marks, int64_t id)
{
	for (int i = 0; i < marks->count; i++)
		if (marks->ids[i] == id)
			return i;
	return -1;
}

static void mark_turn(struct marks *marks, int64_t id)
{
	int at = mark_find(marks, id);

	if (at < 0) {
		GROW(&marks->arena, marks->ids, marks->count);
		marks->ids[marks->count++] = id;
		return;
	}
	marks->ids[at] = marks->ids[--marks->count];
}

/* ---- measures */

enum { NUMBER, ASSESSORS, APPLICANT, TITLE };
static const struct column measures_columns[] = {
	{.head = N_("Measure"), .width = 10, .right = true},
	{.head = N_("Assessors"), .width = 9, .right = true},
	{.head = N_("Applicant"), .width = 18, .least = 8, .rank = 1},
	{.head = N_("Title"), .width = 36, .least = 8},
	{.head = NULL},
};

static long measures_count(const void *rows)
{
	return ((const struct assigning *)rows)->measures.count;
}

static int64_t measures_id(const void *rows, long row)
{
	return ((const struct assigning *)rows)->measures.items[row].measure;
}

static void measures_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct assigning *state = rows;
	const struct progress_measure *measure = &state->measures.items[at];
	char number[DESK_NUMBER];

	(void)cells;
	out[0] = '\0';
	switch (column) {
	case NUMBER:
		snprintf(out, LISTING_TEXT, "%s",
			desk_measure(state->desk, measure->year, measure->application_n, measure->n, number));
		break;
	case ASSESSORS: snprintf(out, LISTING_TEXT, "%d", measure->assessors); break;
	case APPLICANT: snprintf(out, LISTING_TEXT, "%s", measure->lead_short); break;
	case TITLE: snprintf(out, LISTING_TEXT, "%s", measure->title); break;
	}
}

static char measures_marked(const void *rows, long at)
{
	const struct assigning *state = rows;

	return mark_find(&state->of_measures, state->measures.items[at].measure) < 0 ? ' ' : '*';
}

static void measures_empty(const void *rows, char out[LISTING_TEXT])
{
	(void)rows;
	snprintf(out, LISTING_TEXT, "%s", _("There is no measure left to assess in this round."));
}

static const struct listing_kind measures_table = {
	.columns = measures_columns,
	.count = measures_count,
	.id = measures_id,
	.text = measures_text,
	.marked = measures_marked,
	.empty = measures_empty,
};

/* ---- persons */

enum { NAME, ASSIGNED, LEFT, CONFLICT };
static const struct column persons_columns[] = {
	{.head = N_("Person"), .width = 24, .least = 10},
	{.head = N_("Given"), .width = 6, .right = true},
	{.head = N_("Owed"), .width = 4, .right = true},
	{.head = N_("Conflicts"), .width = 20, .least = 14},
	{.head = NULL},
};

static long persons_count(const void *rows)
{
	return ((const struct assigning *)rows)->progress.count;
}

static int64_t persons_id(const void *rows, long row)
{
	return ((const struct assigning *)rows)->progress.items[row].person;
}

static void persons_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct progress_row *row = &((const struct assigning *)rows)->progress.items[at];
	struct arena arena;

	(void)cells;
	out[0] = '\0';
	arena_init(&arena);
	switch (column) {
	case NAME: snprintf(out, LISTING_TEXT, "%s", row->name); break;
	case ASSIGNED: snprintf(out, LISTING_TEXT, "%d", row->assigned); break;
	case LEFT: snprintf(out, LISTING_TEXT, "%d", row->left); break;
	case CONFLICT: snprintf(out, LISTING_TEXT, "%s", progress_conflict_words(&arena, row)); break;
	}
	arena_done(&arena);
}

static char persons_marked(const void *rows, long at)
{
	const struct assigning *state = rows;

	return mark_find(&state->of_persons, state->progress.items[at].person) < 0 ? ' ' : '*';
}

/* The first thing that stops the person on the measures chosen; NULL: nothing does. */
static const struct assign_pair *stop_find(const struct assigning *state, int64_t person)
{
	for (int i = 0; state->planned && i < state->plan.count; i++) {
		const struct assign_pair *pair = &state->plan.items[i];

		if (pair->person == person && pair->standing != ASSIGN_CAN && pair->standing != ASSIGN_ALREADY)
			return pair;
	}
	return NULL;
}

/* "!" would stop it. */
static char persons_flag(const void *rows, long at)
{
	const struct assigning *state = rows;

	return stop_find(state, state->progress.items[at].person) ? '!' : ' ';
}

static void persons_empty(const void *rows, char out[LISTING_TEXT])
{
	(void)rows;
	snprintf(out, LISTING_TEXT, "%s", _("Nobody holds a role for this today."));
}

static const struct listing_kind persons_table = {
	.columns = persons_columns,
	.count = persons_count,
	.id = persons_id,
	.text = persons_text,
	.marked = persons_marked,
	.flag = persons_flag,
	.empty = persons_empty,
};

/* ---- reading */

static struct listing *listing_now(const struct assigning *state)
{
	return &((struct assigning *)state)->listing[state->persons];
}

/* Those who were assigned and may not be any more are not chosen among. */
static void persons_keep(struct progress *progress)
{
	int kept = 0;

	for (int i = 0; i < progress->count; i++)
		if (progress->items[i].assesses)
			progress->items[kept++] = progress->items[i];
	progress->count = kept;
}

static void plan_drop(struct assigning *state)
{
	if (state->planned)
		assign_plan_done(&state->plan);
	state->planned = false;
}

/* How everybody stands to the measures that are marked. */
static bool plan_make(struct assigning *state, struct error *err)
{
	int64_t *everybody = memory_take(((size_t)state->progress.count + 1) * sizeof *everybody);

	plan_drop(state);
	for (int i = 0; i < state->progress.count; i++)
		everybody[i] = state->progress.items[i].person;
	state->planned = assign_plan_load(state->desk->cw, state->of_measures.ids, state->of_measures.count, everybody,
		state->progress.count, &state->plan, err);
	free(everybody);
	return state->planned;
}

static void assigning_load(struct ui *ui, struct pane *pane)
{
	struct assigning *state = pane->state;
	struct progress_measures measures;
	struct progress progress;
	struct error err = {0};

	if (!progress_measures_load(state->desk->cw, state->desk->round, &measures, &err)) {
		desk_refused(ui, &err);
		return;
	}
	if (!progress_load(state->desk->cw, state->desk->round, true, &progress, &err)) {
		progress_measures_done(&measures);
		desk_refused(ui, &err);
		return;
	}
	progress_measures_done(&state->measures);
	progress_done(&state->progress);
	state->measures = measures;
	state->progress = progress;
	persons_keep(&state->progress);
	if (state->persons && !plan_make(state, &err)) {
		state->persons = false;
		desk_refused(ui, &err);
	}
	listing_follow(&state->listing[false]);
	listing_follow(&state->listing[true]);
}

static bool assigning_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct desk *desk = desk_with_round(ui, _("There is no round to assess in yet."));
	struct assigning *state;

	(void)what;
	if (!desk)
		return false;
	state = memory_take(sizeof *state);
	*state = (struct assigning){.desk = desk};
	arena_init(&state->of_measures.arena);
	arena_init(&state->of_persons.arena);
	listing_init(&state->listing[false], &measures_table, state);
	listing_init(&state->listing[true], &persons_table, state);
	pane->state = state;
	return true;
}

static void assigning_close(struct ui *ui, struct pane *pane)
{
	struct assigning *state = pane->state;

	(void)ui;
	plan_drop(state);
	progress_measures_done(&state->measures);
	progress_done(&state->progress);
	arena_done(&state->of_measures.arena);
	arena_done(&state->of_persons.arena);
	free(state);
}

static struct listing *assigning_listing(const struct pane *pane)
{
	struct listing *listing = listing_now(pane->state);

	listing->elsewhere = pane->rows >= BELOW_FROM ? BELOW_ROWS : 0;
	return listing;
}

/* Back to the measures. */
static bool assigning_escape(struct ui *ui, struct pane *pane)
{
	struct assigning *state = pane->state;

	(void)ui;
	if (!state->persons)
		return false;
	state->persons = false;
	plan_drop(state);
	return true;
}

/* ---- drawing */

static const char *below_say(const struct assigning *state, struct arena *arena)
{
	long row = listing_focus(listing_now(state));
	const struct assign_pair *stop;

	if (!state->persons)
		return _("Mark the measures with the space bar and go on with Enter. The number is of assessors whose "
			 "work will count.");
	stop = row == LISTING_NONE ? NULL : stop_find(state, state->progress.items[row].person);
	if (!stop)
		return _("Mark the persons with the space bar; Enter assigns all of them to all of the measures.");
	return arena_format(arena, "%s: %s %s. %s", stop->number, stop->name, assign_standing_words(stop->standing),
		stop->standing == ASSIGN_UNASKED ? _("= opens where it is asked.") : "");
}

static void assigning_draw(const struct pane *pane, struct area area)
{
	const struct assigning *state = pane->state;
	int below = area.rows >= BELOW_FROM ? BELOW_ROWS : 0;
	struct arena arena;

	listing_draw(listing_now(state), area_part(area, 0, 0, area.rows - below, area.columns));
	if (!below)
		return;
	arena_init(&arena);
	area_lines(area_part(area, area.rows - below + 1, 0, below - 1, area.columns - 1), 0, STYLE_PLAIN,
		below_say(state, &arena));
	arena_done(&arena);
}

static void assigning_head(const struct pane *pane, struct head *head)
{
	const struct assigning *state = pane->state;

	snprintf(head->left, sizeof head->left, "%s", state->persons ? _("Who assesses?") : _("Assess what?"));
	snprintf(head->middle, sizeof head->middle, _("round %s"), state->desk->round_name);
	snprintf(head->right, sizeof head->right,
		ngettext("%d measure marked", "%d measures marked", (unsigned long)state->of_measures.count),
		state->of_measures.count);
}

/* ---- the person's doing */

static struct marks *marks_now(struct assigning *state)
{
	return state->persons ? &state->of_persons : &state->of_measures;
}

static void mark_run(struct ui *ui, struct pane *pane)
{
	struct assigning *state = pane->state;
	struct listing *listing = assigning_listing(pane);
	long row = listing_focus(listing);

	(void)ui;
	if (row == LISTING_NONE)
		return;
	mark_turn(marks_now(state), listing->kind->id(state, row));
	listing_move(listing, 1, listing_page(listing, pane->rows, pane->columns));
}

/* With nothing marked it is the row in focus that is meant. */
static bool marked_some(struct assigning *state)
{
	struct marks *marks = marks_now(state);
	struct listing *listing = listing_now(state);
	long row = listing_focus(listing);

	if (!marks->count && row != LISTING_NONE)
		mark_turn(marks, listing->kind->id(state, row));
	return marks->count > 0;
}

static void measures_chosen(struct ui *ui, struct assigning *state)
{
	struct error err = {0};

	if (!plan_make(state, &err)) {
		desk_refused(ui, &err);
		return;
	}
	state->persons = true;
	listing_follow(listing_now(state));
}

static void persons_chosen(struct ui *ui, struct assigning *state)
{
	struct operation op = verb_on(0);
	struct error err = {0};
	int assigned = 0;

	if (!verb_ended(ui,
		    assessor_assign_many(state->desk->cw, &op, state->of_measures.ids, state->of_measures.count,
			    state->of_persons.ids, state->of_persons.count, &assigned, &err),
		    &err))
		return;
	ui_pop(ui);
	ui_say(ui, ngettext("%d assignment is made.", "%d assignments are made.", (unsigned long)assigned), assigned);
}

static void choose_run(struct ui *ui, struct pane *pane)
{
	struct assigning *state = pane->state;

	if (!marked_some(state))
		return;
	if (state->persons)
		persons_chosen(ui, state);
	else
		measures_chosen(ui, state);
}

static const char *choose_barred(const struct ui *ui, const struct pane *pane)
{
	const struct assigning *state = pane->state;
	const char *why = desk_barred(ui, RIGHT_ASSESSOR_ASSIGN);

	if (why || listing_focus(listing_now(state)) != LISTING_NONE)
		return why;
	return _("There is nothing to choose.");
}

static void conflicts_run(struct ui *ui, struct pane *pane)
{
	const struct assigning *state = pane->state;

	ui_push(ui, &disqualification_pane, &(struct disqualification_about){.round = state->desk->round});
}

static const struct action actions[] = {
	{.name = "row-mark",
		.keys = "Space",
		.help = N_("mark the row, or take the mark away"),
		.hint = N_("mark"),
		.run = mark_run,
		.barred = choose_barred},
	{.name = "rows-choose",
		.keys = "Enter Right l",
		.help = N_("go on to the persons with the measures marked; assign the persons marked"),
		.hint = N_("go on"),
		.changes = true,
		.run = choose_run,
		.barred = choose_barred},
	{.name = "conflicts-open",
		.keys = "=",
		.help = N_("show who has answered about conflicts of interest in the round"),
		.hint = N_("conflicts"),
		.run = conflicts_run},
	{.name = NULL},
};

const struct pane_kind assigning_pane = {
	.name = "assigning",
	.title = N_("Assigning assessors"),
	.actions = actions,
	.open = assigning_open,
	.close = assigning_close,
	.load = assigning_load,
	.escape = assigning_escape,
	.draw = assigning_draw,
	.head = assigning_head,
	.listing = assigning_listing,
};

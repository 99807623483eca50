/* Closing a case: what stops it, and what becomes of each working note. Invariant: nothing is given a fate but by a
 * person, note by note; what was chosen is on disk until the case is closed. */
#include "tui/case_words.h"
#include "tui/closing.h"
#include "tui/dialog.h"
#include "tui/drafts.h"
#include "tui/listing.h"

#include "base/text.h"
#include "base/words.h"

enum { BELOW_FROM = 14, BELOW_ROWS = 8, LABEL = 12 };

struct closing {
	struct desk *desk;
	int64_t application;
	struct application whole;
	struct closure closure;
	const char **fates; /* by the notes; NULL: none chosen; in the closure's arena */
	struct keeping keeping;
	struct listing listing;
};

/* ---- the table: what stops it as lines, then the working notes */

enum { NUMBER, OCCURRED, AUTHOR, FATE, SAID };
static const struct column columns[] = {
	{.head = N_("No"), .width = 4, .right = true},
	{.head = N_("Day"), .width = 10, .rank = 2},
	{.head = N_("Written by"), .width = 18, .least = 8, .rank = 1},
	{.head = N_("Becomes"), .width = 17},
	{.head = N_("What it says"), .width = 40, .least = 10},
	{.head = NULL},
};

static int lines_of(const struct closing *closing)
{
	return closing->closure.stands ? 0 : closing->closure.open_count + closing->closure.notes_hidden;
}

static long closing_count(const void *rows)
{
	const struct closing *closing = rows;

	return lines_of(closing) + closing->closure.note_count;
}

static const struct closure_note *note_at(const struct closing *closing, long row)
{
	return &closing->closure.notes[row - lines_of(closing)];
}

static int64_t closing_id(const void *rows, long row)
{
	return row < lines_of(rows) ? -row - 1 : note_at(rows, row)->id;
}

static bool closing_line(const void *rows, long at, char out[LISTING_TEXT])
{
	const struct closing *closing = rows;

	if (at >= lines_of(closing))
		return false;
	if (at < closing->closure.open_count)
		snprintf(out, LISTING_TEXT, _("Stops it: %.*s"), TEXT_PART(closing->closure.open[at], 400));
	else
		snprintf(out, LISTING_TEXT, "%s",
			_("There are working notes that you may not see: somebody who may sees to the closing."));
	return true;
}

static void closing_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct closing *closing = rows;
	const struct closure_note *note = note_at(closing, at);
	const char *fate = closing->fates[at - lines_of(closing)];

	(void)cells;
	switch (column) {
	case NUMBER: snprintf(out, LISTING_TEXT, "%d", note->n); break;
	case OCCURRED: snprintf(out, LISTING_TEXT, "%s", note->occurred_on); break;
	case AUTHOR: snprintf(out, LISTING_TEXT, "%s", note->author); break;
	case FATE: snprintf(out, LISTING_TEXT, "%s", fate ? closure_fate_words(fate) : "-"); break;
	case SAID:
		snprintf(out, LISTING_TEXT, "%.*s", (int)text_fit(note->said, LISTING_TEXT / 8, NULL), note->said);
		for (char *end = out; (end = strchr(end, '\n')); end++)
			*end = ' ';
		break;
	}
}

static char closing_flag(const void *rows, long at)
{
	const struct closing *closing = rows;

	return at >= lines_of(closing) && !closing->fates[at - lines_of(closing)] ? '!' : ' ';
}

static void closing_empty(const void *rows, char out[LISTING_TEXT])
{
	const struct closing *closing = rows;

	if (closing->closure.stands)
		snprintf(out, LISTING_TEXT,
			_("The case is closed since %s. It takes in and sends documents; U opens it "
			  "again."),
			closing->closure.closed_on);
	else
		snprintf(out, LISTING_TEXT, "%s",
			_("Nothing stops it, and no working note waits for its fate. Ctrl-S closes the case."));
}

static const struct listing_kind table = {
	.columns = columns,
	.count = closing_count,
	.id = closing_id,
	.text = closing_text,
	.line = closing_line,
	.unruled = true,
	.flag = closing_flag,
	.empty = closing_empty,
};

/* ---- what was chosen, kept: "3=archive 4=file" */

static void chosen_keep(struct ui *ui, struct closing *closing)
{
	struct buffer text;

	buffer_init(&text);
	for (int i = 0; i < closing->closure.note_count; i++)
		if (closing->fates[i])
			buffer_format(&text, "%s%d=%s", text.bytes ? " " : "", closing->closure.notes[i].n,
				closing->fates[i]);
	keeping_write(ui, &closing->keeping, &(struct draft_field){"fates", text.text}, 1);
	buffer_done(&text);
}

static void chosen_take(struct closing *closing, const char *text)
{
	while (text && *text) {
		char word[32], *end;
		long n = strtol(text, &end, 10);
		size_t bytes = strcspn(end, " ");

		snprintf(word, sizeof word, "%.*s", bytes > 1 ? (int)bytes - 1 : 0, end + 1);
		for (int i = 0; i < closing->closure.note_count; i++)
			if (closing->closure.notes[i].n == n)
				closing->fates[i] = closure_fate_read(word);
		text = end + bytes + strspn(end + bytes, " ");
	}
}

/* ---- reading */

/* What was chosen follows its notes. */
static void closure_take(struct closing *closing, const struct closure *fresh)
{
	struct closure old = closing->closure;
	const char **fates = closing->fates;

	closing->closure = *fresh;
	closing->fates = arena_take(&closing->closure.arena, (size_t)(fresh->note_count + 1) * sizeof *closing->fates);
	for (int i = 0; i < fresh->note_count; i++) {
		closing->fates[i] = NULL;
		for (int k = 0; k < old.note_count; k++)
			if (old.notes[k].id == fresh->notes[i].id)
				closing->fates[i] = fates[k];
	}
	closure_done(&old);
}

static void closing_load(struct ui *ui, struct pane *pane)
{
	struct closing *closing = pane->state;
	struct application whole;
	struct closure closure;
	struct error err = {0};

	if (!application_load(closing->desk->cw, closing->application, &whole, &err)) {
		desk_refused(ui, &err);
		return;
	}
	if (!closure_load(closing->desk->cw, closing->application, &closure, &err)) {
		application_done(&whole);
		desk_refused(ui, &err);
		return;
	}
	application_done(&closing->whole);
	closing->whole = whole;
	closure_take(closing, &closure);
	if (closure.stands && closing->keeping.moment[0])
		keeping_drop(ui, &closing->keeping);
	listing_follow(&closing->listing);
}

static void draft_take(struct ui *ui, struct closing *closing)
{
	char key[48];
	struct draft draft;

	snprintf(key, sizeof key, "close-%lld", (long long)closing->application);
	keeping_init(&closing->keeping, key, closing->whole.number, closing->whole.row.version);
	if (keeping_find(ui, &closing->keeping, &draft)) {
		chosen_take(closing, draft_field(&draft, "fates"));
		ui_say(ui, "%s", _("What you chose earlier was taken up again."));
	}
}

static bool closing_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct closing *closing = memory_take(sizeof *closing);

	*closing = (struct closing){.desk = desk_of(ui), .application = *(const int64_t *)what};
	listing_init(&closing->listing, &table, closing);
	pane->state = closing;
	closing_load(ui, pane);
	pane->stale = false;
	if (closing->whole.row.id) {
		draft_take(ui, closing);
		return true;
	}
	free(closing);
	return false;
}

static void closing_close(struct ui *ui, struct pane *pane)
{
	struct closing *closing = pane->state;

	(void)ui;
	application_done(&closing->whole);
	closure_done(&closing->closure);
	keeping_done(&closing->keeping);
	free(closing);
}

static struct listing *closing_listing(const struct pane *pane)
{
	struct closing *closing = pane->state;

	closing->listing.elsewhere = pane->rows >= BELOW_FROM ? BELOW_ROWS : 0;
	return &closing->listing;
}

static const struct closure_note *focused(const struct closing *closing)
{
	long row = listing_focus(&closing->listing);

	return row >= lines_of(closing) && row < closing_count(closing) ? note_at(closing, row) : NULL;
}

/* ---- drawing: the whole note, and what can never be undone */

static void closing_draw(const struct pane *pane, struct area area)
{
	const struct closing *closing = pane->state;
	const struct closure *closure = &closing->closure;
	const struct closure_note *note = focused(closing);
	int below = area.rows >= BELOW_FROM ? BELOW_ROWS : 0, at = 0;
	struct area about = area_part(area, area.rows - below + 1, 0, below - 1, area.columns);

	listing_draw(&closing->listing, area_part(area, 0, 0, area.rows - below, area.columns));
	if (!below)
		return;
	if (closure->stands) {
		at = fact_draw(about, at, LABEL, _("Closed"), closure->closed_on);
		at = fact_draw(about, at, LABEL, _("Closed by"), closure->closed_by);
		fact_draw(about, at, LABEL, _("Why"), closure->why);
		return;
	}
	if (closure->note_count)
		at = area_lines(about, at, STYLE_BOLD, closure_warning());
	if (note)
		at = fact_draw(about, at, LABEL, _("It says"), note->said);
	if (closure->reopened_on)
		fact_draw(about, at, LABEL, _("Reopened"), closure->reopened_why);
}

static int missing_of(const struct closing *closing)
{
	int missing = 0;

	for (int i = 0; i < closing->closure.note_count; i++)
		missing += !closing->fates[i];
	return missing;
}

static void closing_head(const struct pane *pane, struct head *head)
{
	const struct closing *closing = pane->state;
	char applicant[CASE_WORDS];
	int missing = missing_of(closing);

	case_applicant(&closing->whole.row, applicant);
	snprintf(head->left, sizeof head->left, _("Closing · %s"), closing->whole.shorter);
	snprintf(head->middle, sizeof head->middle, "%s", applicant);
	if (closing->closure.stands)
		snprintf(head->right, sizeof head->right, "%s", _("closed"));
	else
		snprintf(head->right, sizeof head->right,
			ngettext("%d stops, %d note to decide", "%d stops, %d notes to decide", (unsigned long)missing),
			closing->closure.open_count, missing);
}

/* ---- the person's doing */

static void fate_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	static const char *const codes[] = {"archive", "discard", "file"};
	struct closing *closing = pane->state;
	long row = listing_focus(&closing->listing);

	(void)with;
	if (!focused(closing))
		return;
	closing->fates[row - lines_of(closing)] = codes[which];
	chosen_keep(ui, closing);
	listing_move(&closing->listing, 1, 1);
}

static void fate_run(struct ui *ui, struct pane *pane)
{
	const char *choices[] = {_("archive: kept as it is, and public from then on"),
		_("discard: no longer shown; the history keeps it"),
		_("file note: facts of weight in the case, public from then on")};
	char text[160];

	snprintf(text, sizeof text, _("What becomes of working note %d?"), focused(pane->state)->n);
	dialog_choose(ui, &(struct choosing){.text = text, .choices = choices, .count = 3, .chosen = fate_chosen});
}

static void close_run(struct ui *ui, struct pane *pane)
{
	const struct closing *closing = pane->state;
	struct closure_fate *fates = memory_take((size_t)(closing->closure.note_count + 1) * sizeof *fates);

	for (int i = 0; i < closing->closure.note_count; i++)
		fates[i] = (struct closure_fate){closing->closure.notes[i].n, closing->fates[i]};
	closing_form(ui, closing->application, fates, closing->closure.note_count);
	free(fates);
}

static void reopen_run(struct ui *ui, struct pane *pane)
{
	reopening_form(ui, ((const struct closing *)pane->state)->application);
}

static const char *closing_notice(const struct pane *pane)
{
	/* The screen itself says that the case is closed. */
	return desk_notice(((const struct closing *)pane->state)->whole.row.relation & ~(unsigned)RELATION_CLOSED);
}

static const char *barred(const struct ui *ui, const struct pane *pane)
{
	const struct closing *closing = pane->state;

	if (closing->closure.stands)
		return _("The case is closed already. U opens it again.");
	return desk_barred_in(ui, RIGHT_CASE_CLOSE, closing->whole.row.relation);
}

static const char *fate_barred(const struct ui *ui, const struct pane *pane)
{
	const char *why = barred(ui, pane);

	return why ? why : focused(pane->state) ? NULL : _("No working note is in focus.");
}

static const char *close_barred(const struct ui *ui, const struct pane *pane)
{
	const struct closing *closing = pane->state;
	const char *why = barred(ui, pane);

	if (why)
		return why;
	if (closing->closure.open_count)
		return _("The case cannot be closed while something stops it: the lines at the top say what.");
	if (closing->closure.notes_hidden)
		return _("There are working notes that you may not see: somebody who may sees to the closing.");
	return missing_of(closing) ? _("Say first what becomes of each working note: those marked with ! wait.") : NULL;
}

static const char *reopen_barred(const struct ui *ui, const struct pane *pane)
{
	const struct closing *closing = pane->state;

	if (!closing->closure.stands)
		return _("The case is open.");
	return desk_barred_in(ui, RIGHT_CASE_CLOSE, closing->whole.row.relation);
}

static const struct action actions[] = {
	{.name = "note-fate",
		.keys = "e Enter Right l",
		.help = N_("say what becomes of the working note: archive, discard, file note"),
		.hint = N_("decide"),
		.run = fate_run,
		.barred = fate_barred},
	{.name = "case-close",
		.keys = "Ctrl-S",
		.help = N_("close the case"),
		.hint = N_("close the case"),
		.run = close_run,
		.barred = close_barred},
	{.name = "case-reopen",
		.keys = "U",
		.help = N_("open the closed case again"),
		.hint = N_("reopen"),
		.run = reopen_run,
		.barred = reopen_barred},
	{.name = NULL},
};

const struct pane_kind closing_pane = {
	.name = "closing",
	.title = N_("Closing of the case"),
	.actions = actions,
	.open = closing_open,
	.close = closing_close,
	.load = closing_load,
	.draw = closing_draw,
	.head = closing_head,
	.listing = closing_listing,
	.notice = closing_notice,
};

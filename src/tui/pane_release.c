/* A request for documents: what is asked for, part by part, and how a person has tested each. Invariant: a secrecy mark
 * reminds and never answers; nothing is given out here, it is shown as it would be. */
#include "tui/case_words.h"
#include "tui/dialog.h"
#include "tui/listing.h"
#include "tui/releasing.h"
#include "tui/writing.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/document.h"
#include "csv/case_file.h"
#include "csv/refusal.h"

enum { BELOW_FROM = 14, BELOW_ROWS = 7, LABEL = 14 };

struct releasing {
	struct desk *desk;
	int64_t matter;
	struct release release;
	const char **names, **marks; /* by the parts: what each is, and its mark or NULL; in the release's arena */
	struct listing listing;
	struct writing writing;
	char file[64];
};

/* ---- the table */

enum { NUMBER, PART, OUTCOME, GROUND, TESTED };
static const struct column columns[] = {
	{.head = N_("No"), .width = 3, .right = true},
	{.head = N_("Part"), .width = 34, .least = 16},
	{.head = N_("Outcome"), .width = 16, .least = 12},
	{.head = N_("Ground"), .width = 22, .least = 8, .rank = 1},
	{.head = N_("Tested by"), .width = 16, .least = 8, .rank = 2},
	{.head = NULL},
};

static long releasing_count(const void *rows)
{
	return ((const struct releasing *)rows)->release.count;
}

static int64_t releasing_id(const void *rows, long row)
{
	return ((const struct releasing *)rows)->release.items[row].id;
}

static void releasing_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct releasing *releasing = rows;
	const struct release_part *part = &releasing->release.items[at];
	const char *text = "";

	(void)cells;
	switch (column) {
	case NUMBER: snprintf(out, LISTING_TEXT, "%d", part->n); return;
	case PART: text = releasing->names[at]; break;
	case OUTCOME: text = release_outcome_words(part->outcome); break;
	case GROUND: text = part->ground; break;
	case TESTED: text = part->tested_by; break;
	}
	snprintf(out, LISTING_TEXT, "%s", text ? text : "");
}

static char releasing_flag(const void *rows, long at)
{
	return ((const struct releasing *)rows)->release.items[at].outcome ? ' ' : '!';
}

static void releasing_empty(const void *rows, char out[LISTING_TEXT])
{
	(void)rows;
	snprintf(out, LISTING_TEXT, "%s", _("Nothing is noted as requested yet. + notes a case or a part of it."));
}

static const struct listing_kind table = {
	.columns = columns,
	.count = releasing_count,
	.id = releasing_id,
	.text = releasing_text,
	.flag = releasing_flag,
	.empty = releasing_empty,
};

/* ---- reading */

/* "document 4-2025-2 Bilaga 2", and the mark that stands on it. */
static bool document_name(struct releasing *releasing, struct release *release, int at, struct error *err)
{
	struct document_query query = {.id = release->items[at].document};
	struct document_list list;

	if (!document_list_load(releasing->desk->cw, &query, &list, err))
		return false;
	if (list.count) {
		const struct document *document = &list.items[0];

		releasing->names[at] = arena_format(&release->arena, "%s %s",
			release_part_words(&release->items[at], &release->arena), document->subject);
		if (document->secret_ground)
			releasing->marks[at] = arena_format(&release->arena, "%s, %s, %s", document->secret_on,
				document->secret_ground, document->secret_by);
	}
	document_list_done(&list);
	return true;
}

static bool names_make(struct releasing *releasing, struct release *release, struct error *err)
{
	size_t bytes = (size_t)(release->count + 1) * sizeof *releasing->names;

	releasing->names = arena_take(&release->arena, bytes);
	releasing->marks = arena_take(&release->arena, bytes);
	for (int i = 0; i < release->count; i++) {
		releasing->names[i] = release_part_words(&release->items[i], &release->arena);
		releasing->marks[i] = NULL;
		if (release->items[i].document && !document_name(releasing, release, i, err))
			return false;
	}
	return true;
}

static void releasing_load(struct ui *ui, struct pane *pane)
{
	struct releasing *releasing = pane->state, old = *releasing;
	struct release release;
	struct error err = {0};

	if (!release_load(releasing->desk->cw, releasing->matter, &release, &err)) {
		desk_refused(ui, &err);
		return;
	}
	if (!names_make(releasing, &release, &err)) {
		releasing->names = old.names;
		releasing->marks = old.marks;
		release_done(&release);
		desk_refused(ui, &err);
		return;
	}
	release_done(&old.release);
	releasing->release = release;
	listing_follow(&releasing->listing);
}

static bool releasing_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct releasing *releasing = memory_take(sizeof *releasing);

	*releasing = (struct releasing){.desk = desk_of(ui), .matter = *(const int64_t *)what};
	listing_init(&releasing->listing, &table, releasing);
	pane->state = releasing;
	releasing_load(ui, pane);
	pane->stale = false;
	if (releasing->release.matter)
		return true;
	free(releasing);
	return false;
}

static void releasing_close(struct ui *ui, struct pane *pane)
{
	struct releasing *releasing = pane->state;

	(void)ui;
	release_done(&releasing->release);
	free(releasing);
}

static struct listing *releasing_listing(const struct pane *pane)
{
	struct releasing *releasing = pane->state;

	releasing->listing.elsewhere = pane->rows >= BELOW_FROM ? BELOW_ROWS : 0;
	return &releasing->listing;
}

static const struct release_part *focused(const struct releasing *releasing)
{
	long row = listing_focus(&releasing->listing);

	return row >= 0 && row < releasing->release.count ? &releasing->release.items[row] : NULL;
}

/* ---- drawing */

static void about_draw(const struct releasing *releasing, struct area area)
{
	const struct release_part *part = focused(releasing);
	long row = listing_focus(&releasing->listing);
	char text[CASE_WORDS];
	int at = 1;

	if (!part)
		return;
	area_text_in(area, 0, 0, area.columns, STYLE_BOLD, releasing->names[row]);
	if (releasing->marks[row]) {
		snprintf(text, sizeof text, _("%.*s. It reminds, and does not answer."),
			TEXT_PART(releasing->marks[row], 120));
		at = fact_draw(area, at, LABEL, _("Secrecy mark"), text);
	}
	at = fact_draw(area, at, LABEL, _("Ground"), part->ground);
	at = fact_draw(area, at, LABEL, _("Masked"), part->masked);
	if (!part->outcome)
		return;
	snprintf(text, sizeof text, "%.*s, %.10s", TEXT_PART(part->tested_by, 80), part->tested_at);
	fact_draw(area, at, LABEL, _("Tested by"), text);
}

static void releasing_draw(const struct pane *pane, struct area area)
{
	const struct releasing *releasing = pane->state;
	int below = area.rows >= BELOW_FROM ? BELOW_ROWS : 0;

	listing_draw(&releasing->listing, area_part(area, 0, 0, area.rows - below, area.columns));
	if (below)
		about_draw(releasing, area_part(area, area.rows - below + 1, 0, below - 1, area.columns));
}

static void releasing_head(const struct pane *pane, struct head *head)
{
	const struct release *release = &((const struct releasing *)pane->state)->release;

	snprintf(head->left, sizeof head->left, _("Request for documents · %d-%d"), release->number, release->year);
	snprintf(head->middle, sizeof head->middle, "%s", release->title);
	if (release->untested)
		snprintf(head->right, sizeof head->right, _("%d to test"), release->untested);
	else if (release->count)
		snprintf(head->right, sizeof head->right, "%s", _("all tested"));
}

/* ---- the person's doing */

static void test_run(struct ui *ui, struct pane *pane)
{
	const struct releasing *releasing = pane->state;

	release_test_form(ui, releasing->matter, focused(releasing)->n);
}

static void add_run(struct ui *ui, struct pane *pane)
{
	release_add_form(ui, ((const struct releasing *)pane->state)->matter);
}

static void paper_show(struct ui *ui, struct paper *paper, const char *title)
{
	paper_end(paper);
	ui_push(ui, &text_pane, &(struct text_what){.title = title, .text = paper->text.text});
}

static void reply_run(struct ui *ui, struct pane *pane)
{
	const struct releasing *releasing = pane->state;
	struct paper paper;
	struct error err = {0};

	paper_init(&paper);
	if (refusal_write(releasing->desk->cw, &releasing->release, &paper, &err))
		paper_show(ui, &paper, _("The reply"));
	else
		desk_refused(ui, &err);
	paper_done(&paper);
}

/* The case of the part in focus, as it is given out. */
static void given_run(struct ui *ui, struct pane *pane)
{
	const struct releasing *releasing = pane->state;
	struct paper paper;
	struct error err = {0};

	paper_init(&paper);
	if (case_file_release(releasing->desk->cw, focused(releasing)->application, &releasing->release, &paper, &err))
		paper_show(ui, &paper, _("What is given out"));
	else
		desk_refused(ui, &err);
	paper_done(&paper);
}

/* ---- writing out */

static bool reply_make(struct ui *ui, struct pane *pane, struct paper *paper, struct error *err)
{
	const struct releasing *releasing = pane->state;

	return refusal_write(desk_of(ui)->cw, &releasing->release, paper, err);
}

static bool given_make(struct ui *ui, struct pane *pane, struct paper *paper, struct error *err)
{
	const struct releasing *releasing = pane->state;

	return case_file_release(desk_of(ui)->cw, focused(releasing)->application, &releasing->release, paper, err);
}

static void write_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	struct releasing *releasing = pane->state;
	const struct release *release = &releasing->release;

	(void)with;
	snprintf(releasing->file, sizeof releasing->file, which ? _("given-out-%d-%d.txt") : _("reply-%d-%d.txt"),
		release->year, release->number);
	releasing->writing = (struct writing){
		.name = releasing->file,
		.text = which ? _("Write out the case as it is given out, with what is masked blacked out. The name's "
				  "ending says how: .txt or .json.")
			      : _("Write out the reply to the person who asked. The name's ending says how: .txt or "
				  ".json."),
		.paper = which ? given_make : reply_make,
	};
	writing_ask(ui, &releasing->writing);
}

static void write_run(struct ui *ui, struct pane *pane)
{
	const char *choices[] = {_("the written reply"), _("the case as it is given out")};

	(void)pane;
	dialog_choose(
		ui, &(struct choosing){
			    .text = _("Write out what?"), .choices = choices, .count = 2, .chosen = write_chosen});
}

static const char *add_barred(const struct ui *ui, const struct pane *pane)
{
	(void)pane;
	return desk_barred(ui, RIGHT_RELEASE_TEST);
}

static const char *none_focused(const struct ui *ui, const struct pane *pane)
{
	(void)ui;
	return focused(pane->state) ? NULL : _("Nothing is noted as requested yet. + notes a case or a part of it.");
}

static const char *test_barred(const struct ui *ui, const struct pane *pane)
{
	const char *none = none_focused(ui, pane);

	return none ? none : desk_barred(ui, RIGHT_RELEASE_TEST);
}

static const char *paper_barred(const struct ui *ui, const struct pane *pane)
{
	const struct releasing *releasing = pane->state;

	if (!releasing->release.count)
		return none_focused(ui, pane);
	return releasing->release.untested ? _("Each part is to be tested first: those marked with ! wait.") : NULL;
}

static const struct action actions[] = {
	{.name = "part-test",
		.keys = "e Enter Right l",
		.help = N_("test the part: released, masked or not released, with the provision"),
		.hint = N_("test"),
		.run = test_run,
		.barred = test_barred},
	{.name = "part-add",
		.keys = "+",
		.help = N_("note that a case, or a part of it, is requested"),
		.hint = N_("new"),
		.run = add_run,
		.barred = add_barred},
	{.name = "reply-show",
		.keys = "X",
		.help = N_("show the written reply: what is kept back and why, and how to get an appealable decision"),
		.hint = N_("reply"),
		.run = reply_run,
		.barred = paper_barred},
	{.name = "given-show",
		.keys = "y",
		.help = N_("show the case as it is given out, with what is masked blacked out"),
		.hint = N_("given out"),
		.run = given_run,
		.barred = paper_barred},
	{.name = "paper-write",
		.keys = "w",
		.help = N_("write the reply, or the case as it is given out, to a file"),
		.hint = N_("write"),
		.run = write_run,
		.barred = paper_barred},
	{.name = NULL},
};

const struct pane_kind release_pane = {
	.name = "release",
	.title = N_("Request for documents"),
	.actions = actions,
	.open = releasing_open,
	.close = releasing_close,
	.load = releasing_load,
	.draw = releasing_draw,
	.head = releasing_head,
	.listing = releasing_listing,
};

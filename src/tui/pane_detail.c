/* One application: facts, measures, control points, notes, events and participants, each a section that Tab goes to.
 * Invariant: what a key does to a measure it does to the measure in focus, which is marked also when the focus is
 * elsewhere. */
#include "tui/case_text.h"
#include "tui/detail_inner.h"
#include "tui/dialog.h"

#include "base/words.h"

enum { EVENTS_READ = 100 };

const struct measure *detail_measure(const struct detail *detail)
{
	long row = listing_focus(&detail->listings[MEASURES]);

	return row >= 0 && row < detail->measures.count ? &detail->measures.items[row] : NULL;
}

/* ---- reading */

static void snapshots_done(struct detail *detail)
{
	application_done(&detail->whole);
	measure_list_done(&detail->measures);
	gate_list_done(&detail->gates);
	note_list_done(&detail->notes);
	event_list_done(&detail->events);
}

static bool snapshots_read(struct detail *detail, struct detail *out, struct error *err)
{
	struct casework *cw = detail->desk->cw;
	struct event_query query = {.application = detail->application, .most = EVENTS_READ};
	int64_t id = detail->application;

	return application_load(cw, id, &out->whole, err) && measure_list_load(cw, id, &out->measures, err) &&
	       gate_list_load(cw, id, &out->gates, err) && note_list_load(cw, id, &out->notes, err) &&
	       event_list_load(cw, &query, &out->events, err) && detail_conflicts_read(detail, out->conflicts, err) &&
	       detail_papers_read(detail, out->papers, err) && detail_recovery_read(detail, out->recovery, err);
}

static void points_read(struct detail *detail)
{
	struct measure_list *list = &detail->measures;

	detail->points = arena_take(&list->arena, (size_t)(list->count + 1) * sizeof *detail->points);
	for (int i = 0; i < list->count; i++)
		detail->points[i] = measure_points(detail->desk, &list->items[i]);
}

static bool detail_read(struct detail *detail, struct error *err)
{
	struct detail fresh = {0};

	if (!snapshots_read(detail, &fresh, err)) {
		snapshots_done(&fresh);
		return false;
	}
	snapshots_done(detail);
	detail->whole = fresh.whole;
	detail->measures = fresh.measures;
	detail->gates = fresh.gates;
	detail->notes = fresh.notes;
	detail->events = fresh.events;
	memcpy(detail->conflicts, fresh.conflicts, sizeof detail->conflicts);
	memcpy(detail->papers, fresh.papers, sizeof detail->papers);
	points_read(detail);
	detail_lists_fill(detail);
	return true;
}

static void detail_load(struct ui *ui, struct pane *pane)
{
	struct detail *detail = pane->state;
	struct error err = {0};

	if (pane->stale && !detail_read(detail, &err))
		desk_refused(ui, &err);
	detail_arrange(detail, pane->rows, pane->columns);
}

/* Laid out for another size. */
static bool detail_lacking(const struct pane *pane)
{
	const struct detail *detail = pane->state;

	return detail->rows != pane->rows || detail->columns != pane->columns;
}

static bool detail_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct detail *detail = memory_take(sizeof *detail);
	struct desk *desk = desk_of(ui);
	struct application_query query = {.round = desk->walk.round, .filter = desk->walk.filter};
	struct error err = {0};

	*detail = (struct detail){.desk = desk, .application = *(const int64_t *)what, .section = MEASURES};
	detail_lists_init(detail);
	if (!detail_read(detail, &err) || !application_index_load(desk->cw, &query, &detail->walk, &err)) {
		desk_refused(ui, &err);
		snapshots_done(detail);
		free(detail);
		return false;
	}
	detail_at(detail);
	pane->state = detail;
	pane->stale = false;
	return true;
}

static void detail_close(struct ui *ui, struct pane *pane)
{
	struct detail *detail = pane->state;

	(void)ui;
	snapshots_done(detail);
	application_index_done(&detail->walk);
	free(detail);
}

static struct listing *detail_listing(const struct pane *pane)
{
	struct detail *detail = pane->state;

	return &detail->listings[detail->section];
}

/* Where the application stands in the list it was opened from; -1 when it is not there. */
static int walk_place(const struct detail *detail)
{
	for (int i = 0; i < detail->walk.count; i++)
		if (detail->walk.ids[i] == detail->application)
			return i;
	return -1;
}

static void detail_head(const struct pane *pane, struct head *head)
{
	const struct detail *detail = pane->state;
	int place = walk_place(detail);

	snprintf(head->left, sizeof head->left, "%s · %s", detail->whole.number, detail->whole.lead_name);
	if (place >= 0)
		snprintf(head->right, sizeof head->right, _("%d of %d · version %lld"), place + 1, detail->walk.count,
			(long long)detail->whole.row.version);
	else
		snprintf(head->right, sizeof head->right, _("version %lld"), (long long)detail->whole.row.version);
}

/* ---- moving */

static void section_step(struct pane *pane, int by)
{
	struct detail *detail = pane->state;

	detail->section = (enum section)(((int)detail->section + by + SECTIONS) % SECTIONS);
	detail_arrange(detail, pane->rows, pane->columns);
}

static void section_next_run(struct ui *ui, struct pane *pane)
{
	(void)ui;
	section_step(pane, 1);
}

static void section_previous_run(struct ui *ui, struct pane *pane)
{
	(void)ui;
	section_step(pane, -1);
}

static void walk_step(struct ui *ui, struct pane *pane, int by)
{
	struct detail *detail = pane->state;
	int place = walk_place(detail), next = place < 0 ? 0 : place + by;

	if (next < 0 || next >= detail->walk.count) {
		ui_say(ui, "%s",
			by > 0 ? _("This is the last case of the list.") : _("This is the first case of the list."));
		return;
	}
	detail->application = detail->walk.ids[next];
	for (int i = 0; i < SECTIONS; i++)
		listing_to(&detail->listings[i], 0, 0);
	pane->stale = true;
}

static void case_next_run(struct ui *ui, struct pane *pane)
{
	walk_step(ui, pane, 1);
}

static void case_previous_run(struct ui *ui, struct pane *pane)
{
	walk_step(ui, pane, -1);
}

/* ---- opening */

static void text_push(struct ui *ui, const char *title, struct buffer *text)
{
	ui_push(ui, &text_pane, &(struct text_what){.title = title, .text = text->text});
}

static void event_write(const struct event_row *event, struct buffer *out)
{
	struct arena arena;

	arena_init(&arena);
	buffer_format(
		out, "%s  %s\n%s\n\n%s", event->at, event->actor, event_words(event), event_difference(event, &arena));
	arena_done(&arena);
}

static void open_run(struct ui *ui, struct pane *pane)
{
	const struct detail *detail = pane->state;
	long row = listing_focus(&detail->listings[detail->section]);
	char title[160];
	struct buffer text;

	if (detail->section == GATES) {
		ui_push(ui, &gates_pane, &detail->application);
		return;
	}
	if (row < 0)
		return;
	buffer_init(&text);
	switch (detail->section) {
	case FACTS: application_write(detail, &text); break;
	case MEASURES: case_measure_text(detail->desk, &detail->measures.items[row], &text); break;
	case NOTES: note_write(detail, &detail->notes.items[row], &text); break;
	case EVENTS: event_write(&detail->events.items[row], &text); break;
	case PARTICIPANTS: participant_write(detail, detail->participants[row], &text); break;
	case GATES:
	case SECTIONS: break;
	}
	snprintf(title, sizeof title, "%s · %.100s", section_name(detail->section), detail->whole.number);
	text_push(ui, title, &text);
	buffer_done(&text);
}

static void log_run(struct ui *ui, struct pane *pane)
{
	const struct detail *detail = pane->state;

	ui_push(ui, &log_pane, &detail->application);
}

/* ---- changing */

static void change_run(struct ui *ui, struct pane *pane)
{
	const struct detail *detail = pane->state;
	long row = listing_focus(&detail->listings[detail->section]);
	int64_t id = detail->application;

	switch (detail->section) {
	case MEASURES:
		if (row >= 0)
			measure_form(ui, id, detail->measures.items[row].id);
		break;
	case NOTES:
		if (row >= 0)
			note_form(ui, id, 0, detail->notes.items[row].n);
		break;
	case PARTICIPANTS:
		if (row >= 0)
			participant_form(ui, id, detail->participants[row]->region);
		break;
	case GATES: ui_push(ui, &gates_pane, &id); break;
	case FACTS: application_form(ui, id); break;
	case EVENTS:
	case SECTIONS: break;
	}
}

static void add_run(struct ui *ui, struct pane *pane)
{
	const struct detail *detail = pane->state;

	switch (detail->section) {
	case MEASURES: measure_form(ui, detail->application, 0); break;
	case NOTES: note_form(ui, detail->application, 0, 0); break;
	case PARTICIPANTS: participant_form(ui, detail->application, NULL); break;
	case FACTS:
	case GATES:
	case EVENTS:
	case SECTIONS: break;
	}
}

static void note_run(struct ui *ui, struct pane *pane)
{
	const struct detail *detail = pane->state;
	const struct measure *measure = detail_measure(detail);

	note_form(ui, detail->application, detail->section == MEASURES && measure ? measure->id : 0, 0);
}

static void officer_run(struct ui *ui, struct pane *pane)
{
	assign_officer(ui, ((const struct detail *)pane->state)->application);
}

static void withdraw_run(struct ui *ui, struct pane *pane)
{
	const struct detail *detail = pane->state;
	const struct measure *measure = detail_measure(detail);

	withdraw_form(ui, detail->application, detail->section == MEASURES && measure ? measure->id : 0);
}

static void participants_run(struct ui *ui, struct pane *pane)
{
	ui_push(ui, &participants_pane, &((const struct detail *)pane->state)->application);
}

static void contents_run(struct ui *ui, struct pane *pane)
{
	ui_push(ui, &contents_pane, &((const struct detail *)pane->state)->application);
}

static const struct action actions[] = {
	{.name = "section-next",
		.keys = "Tab",
		.help = N_("go to the next section"),
		.hint = N_("section"),
		.run = section_next_run},
	{.name = "open",
		.keys = "Enter Right l",
		.help = N_("show the whole of what is in focus"),
		.hint = N_("open"),
		.run = open_run},
	{.name = "change",
		.keys = "e",
		.help = N_("change what is in focus; a note is corrected by a new one"),
		.hint = N_("change"),
		.run = change_run,
		.barred = detail_change_barred},
	{.name = "add",
		.keys = "+",
		.help = N_("add a measure, a note or a participant"),
		.hint = N_("new"),
		.run = add_run,
		.barred = detail_add_barred},
	{.name = "score",
		.keys = "p",
		.help = N_("score a measure, or see what is handed in"),
		.hint = N_("points"),
		.run = detail_score_run,
		.barred = detail_score_barred},
	{.name = "note-add",
		.keys = "c",
		.help = N_("write a dialogue note"),
		.hint = N_("note"),
		.run = note_run,
		.barred = detail_note_barred},
	{.name = "case-next",
		.keys = ".",
		.help = N_("go to the next case of the list"),
		.hint = N_("case"),
		.shown = "./,",
		.run = case_next_run},
	{.name = "case-assign",
		.keys = "t",
		.help = N_("assign the case to an officer"),
		.hint = N_("assign"),
		.run = officer_run,
		.barred = detail_officer_barred},
	{.name = "assessor-assign",
		.keys = "a",
		.help = N_("assign an assessor to the measure, or relieve one"),
		.hint = N_("assessors"),
		.run = detail_assessor_run,
		.barred = detail_assessor_barred},
	{.name = "decision-record",
		.keys = "B",
		.help = N_("record the delegation's decision on the measure"),
		.hint = N_("decision"),
		.run = detail_decide_run,
		.barred = detail_decide_barred},
	{.name = "letter-open",
		.keys = "v",
		.help = N_("read, register and send the letter of the decision; write off, dismiss or try after all"),
		.run = detail_letter_run,
		.barred = detail_letter_barred},
	{.name = "participants-open",
		.keys = "M",
		.help = N_("open the participants, who is missing something first"),
		.run = participants_run},
	{.name = "contents-open",
		.keys = "N",
		.help = N_("open what the application says, 9 § part by part"),
		.run = contents_run},
	{.name = "plan-open",
		.keys = "3",
		.help = N_("open the payment plan of the measure"),
		.hint = N_("plan"),
		.run = detail_plan_run,
		.barred = detail_plan_barred},
	{.name = "note-follow",
		.keys = "d",
		.help = N_("note that the note in focus has been followed up"),
		.run = detail_follow_run,
		.barred = detail_follow_barred},
	{.name = "log-open",
		.keys = "H",
		.help = N_("show everything that has happened in the case"),
		.hint = N_("history"),
		.run = log_run},
	{.name = "conflicts-open",
		.keys = "=",
		.help = N_("show conflicts of interest (jäv): who has answered, reported"),
		.hint = N_("conflicts"),
		.run = detail_conflicts_run},
	{.name = "register-open",
		.keys = "I",
		.help = N_("open the case's register of documents"),
		.hint = N_("register"),
		.run = detail_register_run},
	{.name = "clocks-open", .keys = "K", .help = N_("open the case's time limits"), .run = detail_clocks_run},
	{.name = "versions-open", .keys = "O", .help = N_("open the kept versions"), .run = detail_versions_run},
	{.name = "reports-open", .keys = "T", .help = N_("open the reports on grants"), .run = detail_reports_run},
	{.name = "recovery-open",
		.keys = "Y",
		.help = N_("open what is withheld and reclaimed in the case"),
		.run = detail_recovery_run},
	{.name = "audit-open",
		.keys = "&",
		.help = N_("open the audit of the case: who did what with its money"),
		.run = detail_audit_run,
		.barred = bars_audit},
	{.name = "closing-open",
		.keys = "Q",
		.help = N_("close the case: what stops it, and what becomes of each working note"),
		.run = detail_closing_run},
	{.name = "dossier-write",
		.keys = "w",
		.help = N_("write out the whole case to a file, for the archive or the party"),
		.run = detail_dossier_run},
	{.name = "withdraw",
		.keys = "W",
		.help = N_("record that the applicant withdraws the measure in focus, or the application"),
		.run = withdraw_run,
		.barred = detail_withdraw_barred},
	{.name = "case-previous",
		.keys = ",",
		.help = N_("go to the previous case of the list"),
		.run = case_previous_run},
	{.name = "section-previous",
		.keys = "Shift-Tab",
		.help = N_("go to the previous section"),
		.run = section_previous_run},
	{.name = NULL},
};

const struct pane_kind detail_pane = {
	.name = "detail",
	.title = N_("Case"),
	.actions = actions,
	.open = detail_open,
	.close = detail_close,
	.load = detail_load,
	.lacking = detail_lacking,
	.draw = detail_draw,
	.head = detail_head,
	.listing = detail_listing,
	.notice = detail_notice,
};

/* The control points of one application, one row for each thing they are asked of. Invariant: a row is answered by its
 * form alone, where a no or an unclear needs its reason and leads on to something. */
#include "casework/contents.h"
#include "tui/case_words.h"
#include "tui/desk.h"
#include "tui/dialog.h"
#include "tui/listing_seek.h"

#include "base/text.h"
#include "base/words.h"

enum { BESIDE_FROM = 120, LIST_WIDE = 76, BELOW_FROM = 14, BELOW_ROWS = 7, LABEL = 13 };

struct gates {
	struct desk *desk;
	int64_t application;
	struct application whole;
	struct gate_list list;
	struct contents contents; /* what is seen beside each row */
	struct listing listing;
};

/* ---- the table */

enum { GATE, ANSWER, NAME, ABOUT, DUE };
static const struct column columns[] = {
	{.head = N_("Point"), .width = 5, .least = 4},
	{.head = N_("Answer"), .width = 10, .least = 6},
	{.head = N_("Control point"), .width = 28, .least = 12},
	{.head = N_("About"), .width = 28, .least = 8, .rank = 2},
	{.head = N_("By"), .width = 10, .rank = 1},
	{.head = NULL},
};

static long gates_count(const void *rows)
{
	return ((const struct gates *)rows)->list.count;
}

static const struct gate_row *gate_at(const struct gates *gates, long row)
{
	return &gates->list.items[row];
}

/* The point and what it is asked of, which no reload changes. */
static int64_t gates_id(const void *rows, long row)
{
	const struct gate_row *gate = gate_at(rows, row);

	return ((gate->measure ? gate->measure * 2 : gate->participant * 2 + 1) << 10) + gate->gate->sort;
}

static const char *answer_word(const struct gates *gates, const struct gate_row *row)
{
	return row->answer ? programme_word_name(&gates->list.programme, "answer", row->answer) : "-";
}

static void gates_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct gates *gates = rows;
	const struct gate_row *row = gate_at(gates, at);

	(void)cells;
	switch (column) {
	case GATE: snprintf(out, LISTING_TEXT, "%s", row->gate->id); break;
	case ANSWER: snprintf(out, LISTING_TEXT, "%s", answer_word(gates, row)); break;
	case NAME: snprintf(out, LISTING_TEXT, "%s", row->gate->name[words_swedish()]); break;
	case ABOUT: snprintf(out, LISTING_TEXT, "%s", row->about ? row->about : ""); break;
	case DUE: snprintf(out, LISTING_TEXT, "%s", row->due_on ? row->due_on : ""); break;
	}
}

/* What is seen says that something is missing, and nobody has said so yet. A yes stands over what is merely unclear. */
static bool is_missing(const struct gates *gates, const struct gate_row *row)
{
	const char *proposed = contents_proposes(&gates->contents, row->gate->id, row->measure, row->participant);

	if (!proposed || !strcmp(proposed, "yes"))
		return false;
	return !row->answer || (!strcmp(row->answer, "yes") && !strcmp(proposed, "no"));
}

/* "!" the day set for the applicant has passed, or what is seen says that something is missing. */
static bool is_flagged(const struct gates *gates, const struct gate_row *row)
{
	return (row->due_on && day_read(row->due_on) < casework_today(gates->desk->cw)) || is_missing(gates, row);
}

static char gates_flag(const void *rows, long at)
{
	return is_flagged(rows, gate_at(rows, at)) ? '!' : ' ';
}

static unsigned gates_style(const void *rows, long at, int column)
{
	const struct gate_row *row = gate_at(rows, at);

	if (column != ANSWER || !row->answer)
		return STYLE_PLAIN;
	return !strcmp(row->answer, "no") ? STYLE_BOLD | STYLE_BAD : !strcmp(row->answer, "unclear") ? STYLE_BOLD : 0;
}

static void gates_empty(const void *rows, char out[LISTING_TEXT])
{
	(void)rows;
	snprintf(out, LISTING_TEXT, "%s", _("No control points belong to this round."));
}

static const struct listing_kind table = {
	.columns = columns,
	.count = gates_count,
	.id = gates_id,
	.text = gates_text,
	.flag = gates_flag,
	.style = gates_style,
	.empty = gates_empty,
};

/* ---- reading */

static void gates_load(struct ui *ui, struct pane *pane)
{
	struct gates *gates = pane->state;
	struct application whole;
	struct gate_list list;
	struct error err = {0};

	if (!application_load(gates->desk->cw, gates->application, &whole, &err)) {
		desk_refused(ui, &err);
		return;
	}
	if (!gate_list_load(gates->desk->cw, gates->application, &list, &err)) {
		application_done(&whole);
		desk_refused(ui, &err);
		return;
	}
	application_done(&gates->whole);
	gate_list_done(&gates->list);
	contents_done(&gates->contents);
	gates->whole = whole;
	gates->list = list;
	if (!contents_load(gates->desk->cw, gates->application, &gates->contents, &err))
		desk_refused(ui, &err);
	listing_follow(&gates->listing);
}

static bool gates_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct gates *gates = memory_take(sizeof *gates);

	*gates = (struct gates){.desk = desk_of(ui), .application = *(const int64_t *)what};
	listing_init(&gates->listing, &table, gates);
	pane->state = gates;
	gates_load(ui, pane);
	pane->stale = false;
	if (gates->whole.row.id)
		return true;
	free(gates);
	return false;
}

static void gates_close(struct ui *ui, struct pane *pane)
{
	struct gates *gates = pane->state;

	(void)ui;
	application_done(&gates->whole);
	gate_list_done(&gates->list);
	contents_done(&gates->contents);
	free(gates);
}

static struct listing *gates_listing(const struct pane *pane)
{
	struct gates *gates = pane->state;

	gates->listing.elsewhere = pane->columns < BESIDE_FROM && pane->rows >= BELOW_FROM ? BELOW_ROWS : 0;
	return &gates->listing;
}

static const struct gate_row *focused(const struct gates *gates)
{
	long row = listing_focus(&gates->listing);

	return row >= 0 && row < gates->list.count ? gate_at(gates, row) : NULL;
}

/* ---- drawing */

static void way_say(const struct gates *gates, const struct gate_row *row, char out[CASE_WORDS])
{
	char days[CASE_WORDS];

	snprintf(out, CASE_WORDS, "%s", row->way ? programme_word_name(&gates->list.programme, "way", row->way) : "");
	if (row->due_on) {
		size_t at = strlen(out);

		case_days(casework_today(gates->desk->cw), day_read(row->due_on), days);
		snprintf(out + at, CASE_WORDS - at, _(", answer by %s (%.*s)"), row->due_on, TEXT_PART(days, 60));
	}
}

/* What the program sees, with where, and the answer it proposes; a person gives the answer. */
static int evidence_draw(const struct gates *gates, const struct gate_row *row, struct area area, int at)
{
	const struct contents *contents = &gates->contents;
	const char *proposed = contents_proposes(contents, row->gate->id, row->measure, row->participant);
	char text[CASE_WORDS];
	bool first = true;

	for (int i = 0; i < contents->evidence_count && at < area.rows; i++) {
		const struct evidence *each = &contents->evidence[i];

		if (!evidence_is_of(each, row->gate->id, row->measure, row->participant))
			continue;
		snprintf(text, sizeof text, "%.*s (%.*s)", TEXT_PART(each->sentence, 180), TEXT_PART(each->where, 40));
		at = fact_draw(area, at, LABEL, first ? _("Seen") : "", text);
		first = false;
	}
	if (proposed && !row->answer)
		at = fact_draw(area, at, LABEL, _("Proposed"),
			programme_word_name(&gates->list.programme, "answer", proposed));
	return at;
}

static void about_draw(const struct gates *gates, struct area area)
{
	const struct gate_row *row = focused(gates);
	char text[CASE_WORDS];
	int at = 0, swedish = words_swedish();

	if (!row)
		return;
	snprintf(text, sizeof text, "%s %s%s%.*s", row->gate->id, row->gate->name[swedish], row->about ? " · " : "",
		row->about ? (int)text_fit(row->about, 80, NULL) : 0, row->about ? row->about : "");
	area_text_in(area, at++, 0, area.columns, STYLE_BOLD, text);
	if (!row->answer || is_missing(gates, row))
		at = evidence_draw(gates, row, area, at);
	if (row->answer) {
		at = fact_draw(area, at, LABEL, _("Reason"), row->reason);
		way_say(gates, row, text);
		at = fact_draw(area, at, LABEL, _("Way on"), text);
		snprintf(text, sizeof text, "%.16s %.*s", row->answered_at, TEXT_PART(row->answered_by, 200));
		at = fact_draw(area, at, LABEL, _("Answered"), text);
	}
	at = fact_draw(area, at, LABEL, _("Question"), row->gate->question[swedish]);
	at = fact_draw(area, at, LABEL, _("Ground"), row->gate->ground[swedish]);
	if (row->answer && !is_missing(gates, row))
		at = evidence_draw(gates, row, area, at);
	fact_draw(area, at, LABEL, _("On a no"), row->gate->way_text[swedish]);
}

static void gates_draw(const struct pane *pane, struct area area)
{
	const struct gates *gates = pane->state;
	int below = area.rows >= BELOW_FROM ? BELOW_ROWS : 0;

	if (area.columns < BESIDE_FROM) {
		listing_draw(&gates->listing, area_part(area, 0, 0, area.rows - below, area.columns));
		about_draw(gates, area_part(area, area.rows - below + 1, 0, below - 1, area.columns));
		return;
	}
	listing_draw(&gates->listing, area_part(area, 0, 0, area.rows, LIST_WIDE));
	area_divider(area, LIST_WIDE);
	about_draw(gates, area_part(area, 0, LIST_WIDE + 2, area.rows, area.columns - LIST_WIDE - 2));
}

static int missing_count(const struct gates *gates)
{
	int count = 0;

	for (int i = 0; i < gates->list.count; i++)
		count += is_missing(gates, gate_at(gates, i));
	return count;
}

static void gates_head(const struct pane *pane, struct head *head)
{
	const struct gates *gates = pane->state;
	char applicant[CASE_WORDS], counts[CASE_WORDS];
	int missing = missing_count(gates);

	case_applicant(&gates->whole.row, applicant);
	case_gates(gates->list.yes, gates->list.no, gates->list.unclear, gates->list.unanswered, counts);
	snprintf(head->left, sizeof head->left, _("Control points · %s"), gates->whole.shorter);
	snprintf(head->middle, sizeof head->middle, "%s", applicant);
	snprintf(head->right, sizeof head->right, "%s", counts);
	if (!missing)
		return;
	snprintf(head->right, sizeof head->right, _("%.*s · missing %d"), TEXT_PART(counts, 160), missing);
	if (text_width(head->left) + 3 + text_width(head->middle) + 1 + text_width(head->right) > pane->columns)
		snprintf(head->right, sizeof head->right, _("missing %d"), missing);
}

/* ---- the person's doing */

static void answer_run(struct ui *ui, struct pane *pane)
{
	const struct gates *gates = pane->state;
	const struct gate_row *row = focused(gates);

	if (row)
		gate_form(ui, gates->application, row->gate->id, row->measure, row->participant);
}

enum { ALL_REST, ALL_EVERY, ALL_WAYS };

static void all_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	const struct gates *gates = pane->state;
	const struct gate_row *row = focused(gates);

	(void)with;
	if (row)
		gate_form(ui, gates->application, row->gate->id, 0, which == ALL_REST ? GATE_REST : 0);
}

/* Of all participants, or only of those that have no answer yet where some have one. */
static void answer_all_run(struct ui *ui, struct pane *pane)
{
	const struct gates *gates = pane->state;
	const struct gate_row *row = focused(gates);
	int rest = 0, all = 0;
	char text[ALL_WAYS][96];
	const char *choices[ALL_WAYS] = {text[ALL_REST], text[ALL_EVERY]};

	for (int i = 0; i < gates->list.count; i++) {
		bool same = !strcmp(gate_at(gates, i)->gate->id, row->gate->id);

		all += same;
		rest += same && !gate_at(gates, i)->answer;
	}
	if (!rest || rest == all) {
		all_chosen(ui, pane, ALL_EVERY, NULL);
		return;
	}
	snprintf(text[ALL_REST], sizeof text[ALL_REST], _("Only the %d without an answer"), rest);
	snprintf(text[ALL_EVERY], sizeof text[ALL_EVERY], _("All %d: answers given before are replaced"), all);
	dialog_choose(ui, &(struct choosing){.text = row->gate->name[words_swedish()],
				  .choices = choices,
				  .count = ALL_WAYS,
				  .chosen = all_chosen});
}

static unsigned relation_of(const struct pane *pane)
{
	return ((const struct gates *)pane->state)->whole.row.relation;
}

static const char *gates_notice(const struct pane *pane)
{
	return desk_notice(relation_of(pane));
}

static const char *answer_all_barred(const struct ui *ui, const struct pane *pane)
{
	const struct gates *gates = pane->state;
	const struct gate_row *row = focused(gates);

	if (!row || !row->participant || gates->whole.participant_count < 2)
		return _("This control point is not asked of several participants.");
	return desk_barred_in(ui, RIGHT_GATE_ANSWER, relation_of(pane));
}

static const char *answer_barred(const struct ui *ui, const struct pane *pane)
{
	return desk_barred_in(ui, RIGHT_GATE_ANSWER, relation_of(pane));
}

static bool waits(const struct gates *gates, const struct gate_row *row)
{
	(void)gates;
	return !row->answer || !strcmp(row->answer, "no") || !strcmp(row->answer, "unclear");
}

/* To the next or previous row of a kind, around the end; false: there is none. */
static bool row_find(struct pane *pane, int by, bool (*wanted)(const struct gates *, const struct gate_row *))
{
	struct gates *gates = pane->state;
	struct listing *listing = gates_listing(pane);
	int count = gates->list.count, columns_wide = pane->columns < BESIDE_FROM ? pane->columns : LIST_WIDE;
	long at = listing_focus(listing);

	for (int i = 0; i < count; i++) {
		at = (at + by + count) % count;
		if (wanted(gates, gate_at(gates, at))) {
			listing_to(listing, at, listing_page(listing, pane->rows - listing->elsewhere, columns_wide));
			return true;
		}
	}
	return false;
}

static void waiting_find(struct ui *ui, struct pane *pane, int by)
{
	if (!row_find(pane, by, waits))
		ui_say(ui, "%s", _("Every control point is answered with yes or not applicable."));
}

static void missing_run(struct ui *ui, struct pane *pane)
{
	if (!row_find(pane, 1, is_flagged))
		ui_say(ui, "%s", _("No row lacks its evidence, and no day has passed."));
}

static void next_run(struct ui *ui, struct pane *pane)
{
	waiting_find(ui, pane, 1);
}

static void previous_run(struct ui *ui, struct pane *pane)
{
	waiting_find(ui, pane, -1);
}

static void clocks_run(struct ui *ui, struct pane *pane)
{
	ui_push(ui, &clocks_pane, &((const struct gates *)pane->state)->application);
}

static const struct action actions[] = {
	{.name = "gate-answer",
		.keys = "Enter Right l",
		.help = N_("answer the control point"),
		.hint = N_("answer"),
		.run = answer_run,
		.barred = answer_barred},
	{.name = "gate-next",
		.keys = "Tab",
		.help = N_("go to the next one that waits for something"),
		.hint = N_("next waiting"),
		.run = next_run},
	{.name = "gate-missing",
		.keys = "!",
		.help = N_("go to the next one marked !: its evidence is missing, or its day has passed"),
		.hint = N_("missing one"),
		.run = missing_run},
	{.name = "gate-answer-all",
		.keys = "F",
		.help = N_("answer the same for all participants, or for those without an answer"),
		.hint = N_("for all"),
		.run = answer_all_run,
		.barred = answer_all_barred},
	{.name = "clocks-open",
		.keys = "K",
		.help = N_("open the case's time limits"),
		.hint = N_("time limits"),
		.run = clocks_run},
	{.name = "gate-previous",
		.keys = "Shift-Tab",
		.help = N_("go to the previous one that waits for something"),
		.run = previous_run},
	LISTING_SEEKING,
	{.name = NULL},
};

const struct pane_kind gates_pane = {
	.name = "gates",
	.title = N_("Control points"),
	.actions = actions,
	.open = gates_open,
	.close = gates_close,
	.load = gates_load,
	.draw = gates_draw,
	.head = gates_head,
	.listing = gates_listing,
	.notice = gates_notice,
};

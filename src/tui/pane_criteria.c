/* The versions of the criteria: what is adopted, by which decision, and what is being prepared. Invariant: what an
 * adopted version says is never changed from here. */
#include "tui/case_words.h"
#include "tui/criteria_words.h"
#include "tui/dialog.h"
#include "tui/form_criteria.h"
#include "tui/verb.h"

#include "base/words.h"

enum { BELOW_FROM = 14, BELOW_ROWS = 8, LABEL = 11 };

struct versions {
	struct desk *desk;
	struct criteria_list list;
	struct listing listing;
};

/* ---- the table */

enum { NUMBER, STATUS, DECISION, ROUNDS, SHEETS };
static const struct column columns[] = {
	{.head = N_("Version"), .width = 7, .right = true},
	{.head = N_("Status"), .width = 22, .least = 10},
	{.head = N_("Decision"), .width = 24, .least = 8, .rank = 3},
	{.head = N_("Rounds"), .width = 12, .least = 6, .rank = 4},
	{.head = N_("Assessments"), .width = 12, .rank = 1, .right = true},
	{.head = NULL},
};

static long versions_count(const void *rows)
{
	return ((const struct versions *)rows)->list.count;
}

static const struct criteria_version *version_at(const struct versions *versions, long row)
{
	return &versions->list.items[row];
}

static int64_t versions_id(const void *rows, long row)
{
	return version_at(rows, row)->number;
}

static void versions_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct criteria_version *version = version_at(rows, at);

	(void)cells;
	switch (column) {
	case NUMBER: snprintf(out, LISTING_TEXT, "%lld", (long long)version->number); break;
	case STATUS: criteria_status(version, out); break;
	case DECISION: snprintf(out, LISTING_TEXT, "%s", version->adopted_ref ? version->adopted_ref : ""); break;
	case ROUNDS: snprintf(out, LISTING_TEXT, "%s", version->rounds); break;
	case SHEETS: snprintf(out, LISTING_TEXT, "%d", version->sheets); break;
	}
}

static void versions_empty(const void *rows, char out[LISTING_TEXT])
{
	(void)rows;
	snprintf(out, LISTING_TEXT, "%s",
		_("There are no criteria yet. They come with the law as data: kansli programme adopt."));
}

static const struct listing_kind table = {
	.columns = columns,
	.count = versions_count,
	.id = versions_id,
	.text = versions_text,
	.empty = versions_empty,
};

/* ---- reading */

static void versions_load(struct ui *ui, struct pane *pane)
{
	struct versions *versions = pane->state;
	struct criteria_list list;
	struct error err = {0};

	if (!criteria_list_load(versions->desk->cw, &list, &err)) {
		desk_refused(ui, &err);
		return;
	}
	criteria_list_done(&versions->list);
	versions->list = list;
	listing_follow(&versions->listing);
}

static bool versions_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct versions *versions = memory_take(sizeof *versions);

	(void)what;
	*versions = (struct versions){.desk = desk_of(ui)};
	listing_init(&versions->listing, &table, versions);
	pane->state = versions;
	return true;
}

static void versions_close(struct ui *ui, struct pane *pane)
{
	struct versions *versions = pane->state;

	(void)ui;
	criteria_list_done(&versions->list);
	free(versions);
}

static int below(int rows)
{
	return rows >= BELOW_FROM ? BELOW_ROWS : 0;
}

static struct listing *versions_listing(const struct pane *pane)
{
	struct versions *versions = pane->state;

	versions->listing.elsewhere = below(pane->rows);
	return &versions->listing;
}

static const struct criteria_version *focused(const struct pane *pane)
{
	const struct versions *versions = pane->state;
	long row = listing_focus(&versions->listing);

	return row >= 0 && row < versions->list.count ? version_at(versions, row) : NULL;
}

/* Under the table: how the version came to be. */
static void version_draw(const struct criteria_version *version, struct area area)
{
	char text[LISTING_TEXT];
	int row = 0;

	snprintf(text, sizeof text, _("%d, weights that add up to %d"), version->criteria, version->weights);
	row = fact_draw(area, row, LABEL, _("Criteria"), text);
	if (version->adopted_ref) {
		snprintf(text, sizeof text, "%.*s", 400, version->adopted_ref);
		row = fact_draw(area, row, LABEL, _("Decision"), text);
	}
	if (version->from_number) {
		snprintf(text, sizeof text, _("version %lld, by %s, %.10s"), (long long)version->from_number,
			version->made_by, version->made_at);
		row = fact_draw(area, row, LABEL, _("Made from"), text);
		fact_draw(area, row, LABEL, _("Why"), version->why);
		return;
	}
	fact_draw(area, row, LABEL, _("Made from"), _("the law as data"));
}

static void versions_draw(const struct pane *pane, struct area area)
{
	const struct versions *versions = pane->state;
	const struct criteria_version *version = focused(pane);
	int rows = below(area.rows);

	listing_draw(&versions->listing, area_part(area, 0, 0, area.rows - rows, area.columns));
	if (version && rows)
		version_draw(version, area_part(area, area.rows - rows + 1, 0, rows - 1, area.columns));
}

/* ---- the person's doing */

static void open_run(struct ui *ui, struct pane *pane)
{
	const struct criteria_version *version = focused(pane);

	if (version)
		ui_push(ui, &criterion_pane, &version->number);
}

static void draft_run(struct ui *ui, struct pane *pane)
{
	const struct criteria_version *version = focused(pane);

	if (version)
		criteria_draft_form(ui, version->number);
}

static void difference_run(struct ui *ui, struct pane *pane)
{
	const struct criteria_version *version = focused(pane);

	if (version)
		criteria_difference_show(ui, version->from_number, version->number);
}

static void preview_run(struct ui *ui, struct pane *pane)
{
	const struct criteria_version *version = focused(pane);

	if (version)
		criteria_preview_open(ui, version->number);
}

static void adopt_run(struct ui *ui, struct pane *pane)
{
	const struct criteria_version *version = focused(pane);

	if (version)
		criteria_adopt_form(ui, version->number);
}

static void use_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	const struct criteria_version *version = focused(pane);
	struct operation op = verb_on(0);
	struct error err = {0};

	(void)text;
	(void)with;
	if (version &&
		verb_ended(ui, criteria_use(desk_of(ui)->cw, &op, version->number, desk_of(ui)->round, &err), &err))
		ui_say(ui, _("Round %s is assessed under version %lld from now on. No score is rewritten."),
			desk_of(ui)->round_name, (long long)version->number);
}

static void use_run(struct ui *ui, struct pane *pane)
{
	const struct criteria_version *version = focused(pane);
	struct desk *desk = desk_with_round(ui, _("There is no round to put on the version."));
	char text[400], label[120];

	if (!version || !desk)
		return;
	snprintf(text, sizeof text,
		_("Round %s is assessed under version %lld from now on. Scores given on the same steps count under the "
		  "new "
		  "weights; the rest has to be scored again. No score is rewritten. 2 shows first what it does to the "
		  "order."),
		desk->round_name, (long long)version->number);
	snprintf(label, sizeof label, _("Type the round (%s):"), desk->round_name);
	dialog_ask(ui, &(struct question){.text = text,
			       .label = label,
			       .must = desk->round_name,
			       .yes = _("put it on the version"),
			       .answered = use_answered});
}

static void drop_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	const struct criteria_version *version = focused(pane);
	struct operation op = verb_on(version ? version->version : 0);
	struct error err = {0};

	(void)text;
	(void)with;
	if (version && verb_ended(ui, criteria_drop(desk_of(ui)->cw, &op, version->number, &err), &err))
		ui_say(ui, _("Version %lld is dropped."), (long long)version->number);
}

static void drop_run(struct ui *ui, struct pane *pane)
{
	const struct criteria_version *version = focused(pane);
	char text[200];

	if (!version)
		return;
	snprintf(text, sizeof text, _("Drop version %lld: it stays to be read, and its number is not used again."),
		(long long)version->number);
	dialog_ask(ui, &(struct question){.text = text, .yes = _("drop it"), .answered = drop_answered});
}

/* ---- why not */

static const char *draft_barred(const struct ui *ui, const struct pane *pane)
{
	return focused(pane) ? desk_barred(ui, RIGHT_CRITERIA_DRAFT) : _("There is nothing in focus.");
}

static const char *difference_barred(const struct ui *ui, const struct pane *pane)
{
	const struct criteria_version *version = focused(pane);

	(void)ui;
	return version && version->from_number ? NULL : _("The version was not made from another one here.");
}

static const char *preview_barred(const struct ui *ui, const struct pane *pane)
{
	return focused(pane) ? desk_barred(ui, RIGHT_SEE) : _("There is nothing in focus.");
}

static const char *adopt_barred(const struct ui *ui, const struct pane *pane)
{
	const struct criteria_version *version = focused(pane);

	return version ? criteria_adopt_closed(ui, version) : _("There is nothing in focus.");
}

/* Is the round among "2025, 2026"? */
static bool used_in(const struct criteria_version *version, const char *round)
{
	size_t bytes = strlen(round);

	for (const char *at = version->rounds; *at; at += strcspn(at, ",") + (strchr(at, ',') ? 2 : 0))
		if (strcspn(at, ",") == bytes && !memcmp(at, round, bytes))
			return true;
	return false;
}

static const char *use_barred(const struct ui *ui, const struct pane *pane)
{
	const struct criteria_version *version = focused(pane);

	if (!version || version->state != CRITERIA_ADOPTED)
		return _("A round is assessed under a version that the delegation has adopted.");
	if (used_in(version, desk_of(ui)->round_name))
		return _("The round worked with is assessed under this version.");
	return desk_barred(ui, RIGHT_ROUND_PUT);
}

static const char *drop_barred(const struct ui *ui, const struct pane *pane)
{
	const struct criteria_version *version = focused(pane);

	return version ? criteria_closed(ui, version) : _("There is nothing in focus.");
}

static const struct action actions[] = {
	{.name = "criteria-open",
		.keys = "Enter Right l",
		.help = N_("open the version: its criteria, weights and steps"),
		.hint = N_("open"),
		.run = open_run},
	{.name = "criteria-draft",
		.keys = "+",
		.help = N_("draft a new version from the one in focus"),
		.hint = N_("new"),
		.run = draft_run,
		.barred = draft_barred},
	{.name = "criteria-difference",
		.keys = "d",
		.help = N_("show what differs from the version it was made from"),
		.hint = N_("difference"),
		.run = difference_run,
		.barred = difference_barred},
	{.name = "criteria-preview",
		.keys = "2",
		.help = N_("show the round's order under the version, beside the one there is"),
		.hint = N_("order"),
		.run = preview_run,
		.barred = preview_barred},
	{.name = "criteria-adopt",
		.keys = "B",
		.help = N_("record that the delegation has adopted the version"),
		.hint = N_("adopted"),
		.run = adopt_run,
		.barred = adopt_barred},
	{.name = "criteria-use",
		.keys = "V",
		.help = N_("assess the round worked with under the version"),
		.run = use_run,
		.barred = use_barred},
	{.name = "criteria-drop",
		.keys = "D",
		.help = N_("drop the draft; its number is not used again"),
		.run = drop_run,
		.barred = drop_barred},
	{.name = NULL},
};

const struct pane_kind criteria_pane = {
	.name = "criteria",
	.title = N_("Criteria"),
	.actions = actions,
	.open = versions_open,
	.close = versions_close,
	.load = versions_load,
	.draw = versions_draw,
	.listing = versions_listing,
};

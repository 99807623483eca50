/* Kept versions of one application, and what stands now. Invariant: the difference shown is between two versions that
 * are named in its title. */
#include "tui/case_words.h"
#include "tui/desk.h"
#include "tui/listing.h"

#include "base/buffer.h"
#include "base/words.h"
#include "casework/version.h"

struct versions {
	struct desk *desk;
	int64_t application;
	struct application whole;
	struct version_list list;
	struct listing listing;
};

enum { NUMBER, KEPT, BY, WHY };
static const struct column columns[] = {
	{.head = N_("Version"), .width = 7},
	{.head = N_("Kept"), .width = 16, .least = 10},
	{.head = N_("By"), .width = 18, .least = 8, .rank = 1},
	{.head = N_("Why"), .width = 34, .least = 10},
	{.head = NULL},
};

/* The last row is what stands now. */
static long versions_count(const void *rows)
{
	return ((const struct versions *)rows)->list.count + 1;
}

static void versions_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct versions *versions = rows;
	const struct version *version = at < versions->list.count ? &versions->list.items[at] : NULL;

	(void)cells;
	switch (column) {
	case NUMBER: snprintf(out, LISTING_TEXT, "%d", version ? version->n : 0); break;
	case KEPT: snprintf(out, LISTING_TEXT, "%.16s", version ? version->kept_at : ""); break;
	case BY: snprintf(out, LISTING_TEXT, "%s", version ? version->kept_by : ""); break;
	case WHY:
		snprintf(out, LISTING_TEXT, "%s",
			version                  ? version->why
			: versions->list.changed ? _("what stands now, changed since")
						 : _("what stands now, unchanged"));
		break;
	}
	if (column == NUMBER && !version)
		snprintf(out, LISTING_TEXT, "%s", _("now"));
}

static const struct listing_kind table = {.columns = columns, .count = versions_count, .text = versions_text};

/* ---- reading */

static void versions_load(struct ui *ui, struct pane *pane)
{
	struct versions *versions = pane->state;
	struct application whole;
	struct version_list list;
	struct error err = {0};

	if (!application_load(versions->desk->cw, versions->application, &whole, &err)) {
		desk_refused(ui, &err);
		return;
	}
	if (!version_list_load(versions->desk->cw, versions->application, &list, &err)) {
		application_done(&whole);
		desk_refused(ui, &err);
		return;
	}
	application_done(&versions->whole);
	version_list_done(&versions->list);
	versions->whole = whole;
	versions->list = list;
	listing_follow(&versions->listing);
}

static bool versions_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct versions *versions = memory_take(sizeof *versions);

	*versions = (struct versions){.desk = desk_of(ui), .application = *(const int64_t *)what};
	listing_init(&versions->listing, &table, versions);
	pane->state = versions;
	versions_load(ui, pane);
	pane->stale = false;
	if (versions->whole.row.id)
		return true;
	free(versions);
	return false;
}

static void versions_close(struct ui *ui, struct pane *pane)
{
	struct versions *versions = pane->state;

	(void)ui;
	application_done(&versions->whole);
	version_list_done(&versions->list);
	free(versions);
}

static struct listing *versions_listing(const struct pane *pane)
{
	return &((struct versions *)pane->state)->listing;
}

static void versions_draw(const struct pane *pane, struct area area)
{
	const struct versions *versions = pane->state;

	listing_draw(&versions->listing, area);
}

static void versions_head(const struct pane *pane, struct head *head)
{
	const struct versions *versions = pane->state;
	char applicant[CASE_WORDS];

	case_applicant(&versions->whole.row, applicant);
	snprintf(head->left, sizeof head->left, _("Versions · %s"), versions->whole.shorter);
	snprintf(head->middle, sizeof head->middle, "%s", applicant);
}

/* ---- the person's doing */

static void difference_write(const struct version_difference *difference, struct buffer *out)
{
	const char *about = NULL;

	if (!difference->count)
		buffer_format(out, "%s\n", _("Nothing differs."));
	for (int i = 0; i < difference->count; i++) {
		const struct version_change *change = &difference->items[i];

		if (!about || strcmp(about, change->about) != 0)
			buffer_format(
				out, "%s%s\n", i ? "\n" : "", *change->about ? change->about : _("The application"));
		about = change->about;
		buffer_format(out, "  %s\n    - %s\n    + %s\n",
			*change->field                 ? change->field
			: change->way == VERSION_ADDED ? _("added")
						       : _("no longer there"),
			change->before, change->after);
	}
}

/* The version in focus against the one after it, or against what stands now when it is the newest or `now` is asked. */
static void difference_show(struct ui *ui, struct pane *pane, bool now)
{
	struct versions *versions = pane->state;
	long row = listing_focus(&versions->listing);
	struct version_difference difference;
	struct error err = {0};
	struct buffer text;
	char title[120];
	int from, to;

	if (!versions->list.count) {
		ui_say(ui, "%s", _("No version is kept: there is nothing to compare with."));
		return;
	}
	from = row >= versions->list.count ? versions->list.count : (int)row + 1;
	to = now || from >= versions->list.count ? 0 : from + 1;
	if (!version_difference_load(versions->desk->cw, versions->application, from, to, &difference, &err)) {
		desk_refused(ui, &err);
		return;
	}
	if (to)
		snprintf(title, sizeof title, _("Version %d against version %d"), from, to);
	else
		snprintf(title, sizeof title, _("Version %d against what stands now"), from);
	buffer_init(&text);
	difference_write(&difference, &text);
	ui_push(ui, &text_pane, &(struct text_what){.title = title, .text = text.text});
	buffer_done(&text);
	version_difference_done(&difference);
}

static void next_run(struct ui *ui, struct pane *pane)
{
	difference_show(ui, pane, false);
}

static void now_run(struct ui *ui, struct pane *pane)
{
	difference_show(ui, pane, true);
}

static void keep_run(struct ui *ui, struct pane *pane)
{
	version_form(ui, ((struct versions *)pane->state)->application);
}

static const char *versions_notice(const struct pane *pane)
{
	return desk_notice(((const struct versions *)pane->state)->whole.row.relation);
}

static const char *keep_barred(const struct ui *ui, const struct pane *pane)
{
	const struct versions *versions = pane->state;

	if (!versions->list.changed)
		return _("What stands now is the newest kept version.");
	return desk_barred_in(ui, RIGHT_VERSION_KEEP, versions->whole.row.relation);
}

static const struct action actions[] = {
	{.name = "version-compare",
		.keys = "Enter Right l",
		.help = N_("show what differs from the version after it"),
		.hint = N_("difference"),
		.run = next_run},
	{.name = "version-compare-now",
		.keys = "d",
		.help = N_("show what differs from what stands now"),
		.hint = N_("against now"),
		.run = now_run},
	{.name = "version-keep",
		.keys = "+",
		.help = N_("keep the application as it stands"),
		.hint = N_("keep"),
		.run = keep_run,
		.barred = keep_barred},
	{.name = NULL},
};

const struct pane_kind versions_pane = {
	.name = "versions",
	.title = N_("Versions"),
	.actions = actions,
	.open = versions_open,
	.close = versions_close,
	.load = versions_load,
	.draw = versions_draw,
	.head = versions_head,
	.listing = versions_listing,
	.notice = versions_notice,
};

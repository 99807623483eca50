/* What has happened, newest first: in one case, or in the office. Invariant: only the newest are read; more are read
 * when the focus reaches the last of them. */
#include "tui/desk.h"
#include "tui/listing.h"

#include "base/words.h"
#include "casework/application.h"
#include "casework/event.h"

enum { FIRST_READ = 200 };

struct happened {
	struct desk *desk;
	int64_t application; /* 0: the office */
	char number[32];     /* of the case; "" for the office */
	struct event_list list;
	int most;
	struct listing listing;
};

/* ---- the table */

enum { WHEN, WHAT, WHO, CASE, ROLE };
static const struct column columns[] = {
	{.head = N_("When"), .width = 16, .least = 10, .rank = 3},
	{.head = N_("What"), .width = 52, .least = 12},
	{.head = N_("Who"), .width = 26, .least = 8, .rank = 4},
	{.head = N_("Case"), .width = 10, .least = 8, .rank = 2},
	{.head = N_("As"), .width = 14, .least = 8, .rank = 1},
	{.head = NULL},
};

static long log_count(const void *rows)
{
	return ((const struct happened *)rows)->list.count;
}

static const struct event_row *event_at(const struct happened *happened, long row)
{
	return &happened->list.items[row];
}

static int64_t log_id(const void *rows, long row)
{
	const struct event_row *event = event_at(rows, row);

	return event->seq * 1024 + event->part;
}

static void log_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct happened *happened = rows;
	const struct event_row *event = event_at(happened, at);
	char number[DESK_NUMBER];

	switch (column) {
	case WHEN: snprintf(out, LISTING_TEXT, "%.*s", cells < 16 ? 10 : 16, event->at); break;
	case WHAT: snprintf(out, LISTING_TEXT, "%s", event_words(event)); break;
	case WHO: snprintf(out, LISTING_TEXT, "%s", event->actor); break;
	case CASE:
		if (event->application)
			snprintf(out, LISTING_TEXT, "%s",
				desk_number(happened->desk, event->application_year, event->application_n, number));
		break;
	case ROLE:
		snprintf(out, LISTING_TEXT, "%s", programme_word_name(&happened->desk->programme, "role", event->role));
		break;
	}
}

static void log_empty(const void *rows, char out[LISTING_TEXT])
{
	(void)rows;
	snprintf(out, LISTING_TEXT, "%s", _("Nothing has happened yet."));
}

static const struct listing_kind table = {
	.columns = columns,
	.count = log_count,
	.id = log_id,
	.text = log_text,
	.empty = log_empty,
};

/* ---- reading */

static bool at_the_end(const struct happened *happened)
{
	return happened->list.count == happened->most && listing_focus(&happened->listing) == happened->list.count - 1;
}

static void log_load(struct ui *ui, struct pane *pane)
{
	struct happened *happened = pane->state;
	struct event_query query = {.application = happened->application};
	struct event_list list;
	struct error err = {0};

	if (at_the_end(happened))
		happened->most *= 4;
	query.most = happened->most;
	if (!event_list_load(happened->desk->cw, &query, &list, &err)) {
		desk_refused(ui, &err);
		return;
	}
	event_list_done(&happened->list);
	happened->list = list;
	listing_follow(&happened->listing);
}

static bool log_lacking(const struct pane *pane)
{
	return at_the_end(pane->state);
}

static bool log_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct happened *happened = memory_take(sizeof *happened);
	struct application whole;
	struct error err = {0};

	*happened = (struct happened){.desk = desk_of(ui), .application = *(const int64_t *)what, .most = FIRST_READ};
	if (happened->application) {
		if (!application_load(happened->desk->cw, happened->application, &whole, &err)) {
			desk_refused(ui, &err);
			free(happened);
			return false;
		}
		snprintf(happened->number, sizeof happened->number, "%s", whole.shorter);
		application_done(&whole);
	}
	listing_init(&happened->listing, &table, happened);
	pane->state = happened;
	return true;
}

static void log_close(struct ui *ui, struct pane *pane)
{
	struct happened *happened = pane->state;

	(void)ui;
	event_list_done(&happened->list);
	free(happened);
}

static struct listing *log_listing(const struct pane *pane)
{
	return &((struct happened *)pane->state)->listing;
}

static void log_draw(const struct pane *pane, struct area area)
{
	const struct happened *happened = pane->state;

	listing_draw(&happened->listing, area);
}

static void log_head(const struct pane *pane, struct head *head)
{
	const struct happened *happened = pane->state;
	int count = happened->list.count;

	if (happened->application)
		snprintf(head->left, sizeof head->left, _("Events · %s"), happened->number);
	else
		snprintf(head->left, sizeof head->left, "%s", _("Events of the office"));
	if (count == happened->most)
		snprintf(head->right, sizeof head->right, _("the newest %d"), count);
	else
		snprintf(head->right, sizeof head->right, ngettext("%d event", "%d events", (unsigned long)count),
			count);
}

/* ---- the person's doing */

static void event_write(const struct event_row *event, struct buffer *out)
{
	struct arena arena;
	const char *difference;

	arena_init(&arena);
	buffer_format(out, "%s  %s\n%s\n", event->at, event->actor, event_words(event));
	if (event->application_title)
		buffer_format(out, "%s\n", event->application_title);
	if (event->cause && event->cause[0])
		buffer_format(out, _("Because: %s\n"), event->cause);
	difference = event_difference(event, &arena);
	if (difference && difference[0])
		buffer_format(out, "\n%s", difference);
	buffer_format(out, _("\nNumber %lld, operation %s\n"), (long long)event->seq, event->operation);
	arena_done(&arena);
}

static void open_run(struct ui *ui, struct pane *pane)
{
	const struct happened *happened = pane->state;
	long row = listing_focus(&happened->listing);
	struct buffer text;

	if (row < 0 || row >= happened->list.count)
		return;
	buffer_init(&text);
	event_write(event_at(happened, row), &text);
	ui_push(ui, &text_pane, &(struct text_what){.title = _("What changed"), .text = text.text});
	buffer_done(&text);
}

static void case_run(struct ui *ui, struct pane *pane)
{
	const struct happened *happened = pane->state;
	long row = listing_focus(&happened->listing);

	if (row >= 0 && row < happened->list.count && event_at(happened, row)->application)
		ui_push(ui, &detail_pane, &event_at(happened, row)->application);
	else
		ui_say(ui, "%s", _("This event belongs to no case."));
}

static const char *case_barred(const struct ui *ui, const struct pane *pane)
{
	(void)ui;
	return ((const struct happened *)pane->state)->application
		       ? _("These are the events of the case you came from.")
		       : NULL;
}

static const struct action actions[] = {
	{.name = "event-open",
		.keys = "Enter Right l",
		.help = N_("show what changed"),
		.hint = N_("what changed"),
		.run = open_run},
	{.name = "event-case",
		.keys = "i",
		.help = N_("go into the case the event belongs to"),
		.hint = N_("into the case"),
		.run = case_run,
		.barred = case_barred},
	{.name = NULL},
};

const struct pane_kind log_pane = {
	.name = "log",
	.title = N_("Events"),
	.actions = actions,
	.open = log_open,
	.close = log_close,
	.load = log_load,
	.lacking = log_lacking,
	.draw = log_draw,
	.head = log_head,
	.listing = log_listing,
};

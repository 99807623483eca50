/* Search in everything: hits while one types, each with its place and the words around it. Invariant: the hits shown
 * are those of the words shown, or the next key was quicker and the search has begun again. */
#include "tui/desk.h"
#include "tui/go.h"
#include "tui/listing.h"
#include "tui/prompt.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/hit.h"

enum { ASKED = 256, SHOWN_AHEAD = 50 };

struct hits {
	struct desk *desk;
	char asked[ASKED];
	struct hit_list list; /* its `asked` is what it answers */
	int shown;            /* those from the first on have their words */
	bool refused;         /* the office could not be read: not asked again until something is typed */
	struct listing listing;
};

/* ---- the table */

enum { NUMBER, APPLICANT, PLACE, WORDS };
static const struct column columns[] = {
	{.head = N_("No"), .width = 7, .least = 7, .right = true},
	{.head = N_("Applicant"), .width = 18, .least = 8, .rank = 1},
	{.head = N_("Stands in"), .width = 15, .least = 13, .rank = 3},
	{.head = N_("Words around"), .width = 100, .least = 16, .rank = 4},
	{.head = NULL},
};

static long hits_count(const void *rows)
{
	return ((const struct hits *)rows)->list.count;
}

static int64_t hits_id(const void *rows, long row)
{
	const struct hit *hit = &((const struct hits *)rows)->list.items[row];

	return hit->id * HIT_PLACES + (int)hit->place;
}

static void number_say(const struct hits *hits, const struct hit *hit, char out[LISTING_TEXT])
{
	char number[DESK_NUMBER];

	snprintf(out, LISTING_TEXT, "%s",
		!hit->number  ? ""
		: hit->matter ? desk_matter(hit->year, hit->number, number)
			      : desk_number(hits->desk, hit->year, hit->number, number));
}

static void words_say(const struct hit *hit, char out[LISTING_TEXT])
{
	if (!hit->mark_bytes)
		snprintf(out, LISTING_TEXT, "%s", hit->words);
	else
		snprintf(out, LISTING_TEXT, "%.*s»%.*s«%s", hit->mark, hit->words, hit->mark_bytes,
			hit->words + hit->mark, hit->words + hit->mark + hit->mark_bytes);
}

static void hits_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct hits *hits = rows;
	const struct hit *hit = &hits->list.items[at];

	(void)cells;
	switch (column) {
	case NUMBER: number_say(hits, hit, out); break;
	case APPLICANT: snprintf(out, LISTING_TEXT, "%s", hit->lead); break;
	case PLACE: hit_place_say(hit, out, LISTING_TEXT); break;
	case WORDS: words_say(hit, out); break;
	}
}

static void hits_empty(const void *rows, char out[LISTING_TEXT])
{
	const struct hits *hits = rows;

	if (text_blank(hits->asked))
		snprintf(out, LISTING_TEXT, "%s",
			_("Type words, numbers or \"exact words\": in cases, sittings, notes and documents."));
	else
		snprintf(out, LISTING_TEXT, _("Nothing has %s. / changes the words."), hits->asked);
}

static const struct listing_kind table = {
	.columns = columns,
	.count = hits_count,
	.id = hits_id,
	.text = hits_text,
	.empty = hits_empty,
};

/* ---- searching */

static bool key_waits(void *with)
{
	return ui_waiting(with);
}

/* A large office is read once before it can be searched quickly. */
static bool making_told(void *with, int part)
{
	return ui_progress(with, _("The office is made ready for searching: %d %%. Esc goes on without."), part);
}

static bool hits_answer(const struct hits *hits)
{
	return hits->list.asked && !hits->list.given_up && !strcmp(hits->list.asked, hits->asked);
}

static void hits_seek(struct ui *ui, struct hits *hits)
{
	struct hit_query query = {.words = hits->asked, .impatient = key_waits, .progress = making_told, .with = ui};
	struct hit_list list;
	struct error err = {0};

	if (!hit_list_load(hits->desk->cw, &query, &list, &err)) {
		hits->refused = true;
		desk_refused(ui, &err);
		return;
	}
	if (list.given_up) {
		hit_list_done(&list);
		hits->list.given_up = true;
		return;
	}
	hit_list_done(&hits->list);
	hits->list = list;
	hits->shown = 0;
	listing_follow(&hits->listing);
}

static int wanted_of(const struct pane *pane)
{
	const struct hits *hits = pane->state;
	long last = hits->listing.top + listing_page(&hits->listing, pane->rows, pane->columns) + 1;

	return last < hits->list.count ? (int)last : hits->list.count;
}

static void words_show(struct ui *ui, struct pane *pane)
{
	struct hits *hits = pane->state;
	struct error err = {0};
	int wanted = wanted_of(pane);

	if (hits->shown >= wanted)
		return;
	if (!hit_list_show(hits->desk->cw, &hits->list, hits->shown, wanted - hits->shown + SHOWN_AHEAD, &err))
		desk_refused(ui, &err);
	hits->shown = wanted + SHOWN_AHEAD;
}

static void hits_load(struct ui *ui, struct pane *pane)
{
	struct hits *hits = pane->state;

	if (pane->stale || !hits_answer(hits))
		hits_seek(ui, hits);
	words_show(ui, pane);
}

static bool hits_lacking(const struct pane *pane)
{
	const struct hits *hits = pane->state;

	return (!hits_answer(hits) && !hits->refused) || hits->shown < wanted_of(pane);
}

/* ---- the words asked for */

static void words_changed(struct ui *ui, struct pane *pane, const char *text, char note[PROMPT_NOTE])
{
	struct hits *hits = pane->state;

	(void)ui;
	(void)note;
	hits->refused = false;
	snprintf(hits->asked, sizeof hits->asked, "%.*s", (int)text_fit(text, sizeof hits->asked / 4, NULL), text);
	listing_to(&hits->listing, 0, 0);
}

static void words_accepted(struct ui *ui, struct pane *pane, const char *text)
{
	char note[PROMPT_NOTE];

	words_changed(ui, pane, text, note);
	if (text_blank(text))
		ui_pop_to(ui, pane->below);
}

static const struct prompt_kind words_prompt = {
	.label = "f ", .changed = words_changed, .accepted = words_accepted, .cancelled = words_accepted};

static bool hits_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct hits *hits = memory_take(sizeof *hits);

	*hits = (struct hits){.desk = desk_of(ui)};
	if (what)
		snprintf(hits->asked, sizeof hits->asked, "%s", (const char *)what);
	listing_init(&hits->listing, &table, hits);
	pane->state = hits;
	return true;
}

static void hits_close(struct ui *ui, struct pane *pane)
{
	struct hits *hits = pane->state;

	(void)ui;
	hit_list_done(&hits->list);
	free(hits);
}

void hits_ask(struct ui *ui, const char *words)
{
	if (ui_push(ui, &hits_pane, words) && text_blank(words))
		prompt_open(ui, &words_prompt, "");
}

/* ---- what is seen */

static struct listing *hits_listing(const struct pane *pane)
{
	return &((struct hits *)pane->state)->listing;
}

static void hits_draw(const struct pane *pane, struct area area)
{
	listing_draw(&((const struct hits *)pane->state)->listing, area);
}

static void hits_head(const struct pane *pane, struct head *head)
{
	const struct hits *hits = pane->state;
	int count = hits->list.count;

	if (text_blank(hits->asked))
		snprintf(head->left, sizeof head->left, "%s", _("Search"));
	else
		snprintf(head->left, sizeof head->left, _("Search · %s"), hits->asked);
	if (hits->list.more)
		snprintf(head->right, sizeof head->right, _("the first %d hits"), count);
	else if (count || !text_blank(hits->asked))
		snprintf(head->right, sizeof head->right, ngettext("%d hit", "%d hits", (unsigned long)count), count);
}

/* ---- the person's doing */

static void open_run(struct ui *ui, struct pane *pane)
{
	const struct hits *hits = pane->state;
	long row = listing_focus(&hits->listing);

	if (row >= 0 && row < hits->list.count)
		go_hit(ui, &hits->list.items[row]);
}

static void words_run(struct ui *ui, struct pane *pane)
{
	prompt_open(ui, &words_prompt, ((const struct hits *)pane->state)->asked);
}

static const struct action actions[] = {
	{.name = "hit-open",
		.keys = "Enter Right l",
		.help = N_("open the hit at its place"),
		.hint = N_("open"),
		.run = open_run},
	{.name = "words-change", .keys = "f /", .help = N_("change the words"), .hint = N_("words"), .run = words_run},
	{.name = NULL},
};

const struct pane_kind hits_pane = {
	.name = "hits",
	.title = N_("Search"),
	.actions = actions,
	.open = hits_open,
	.close = hits_close,
	.load = hits_load,
	.lacking = hits_lacking,
	.draw = hits_draw,
	.head = hits_head,
	.listing = hits_listing,
};

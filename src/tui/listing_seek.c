/* Looking for text among the rows of a list. Invariant: nothing is narrowed; only the focus moves. */
#include "listing_seek.h"

#include "base/arena.h"
#include "base/text.h"
#include "base/words.h"
#include "prompt.h"
#include "ui.h"

enum { CELLS_ALL = 1000 };

static bool cell_holds(const struct listing *listing, long row, int column, const char *folded, struct arena *arena)
{
	char scratch[LISTING_TEXT] = "";
	const char *text = scratch;
	if (listing->kind->cell != NULL) {
		text = listing->kind->cell(listing->rows, row, column, CELLS_ALL, scratch);
	} else {
		listing->kind->text(listing->rows, row, column, CELLS_ALL, scratch);
	}
	return text != NULL && strstr(text_fold(arena, text), folded) != NULL;
}

static bool row_holds(const struct listing *listing, long row, const char *folded)
{
	struct arena arena;
	char line[LISTING_TEXT];
	bool holds = false;
	arena_init(&arena);
	for (int i = 0; listing->kind->columns[i].head != NULL && !holds; i++) {
		holds = cell_holds(listing, row, i, folded, &arena);
	}
	if (listing->kind->line != NULL && listing->kind->line(listing->rows, row, line)) {
		holds = false; /* it cannot have the focus */
	}
	arena_done(&arena);
	return holds;
}

bool listing_seek(struct listing *listing, const char *sought, bool back, int page)
{
	struct arena arena;
	long count = listing->kind->count(listing->rows), at = listing_focus(listing), found = LISTING_NONE;
	arena_init(&arena);
	const char *folded = text_fold(&arena, sought);
	at = at < 0 ? 0 : at;
	for (long i = 0; i < count && found == LISTING_NONE; i++) {
		at = (at + (back ? count - 1 : 1)) % count;
		found = row_holds(listing, at, folded) ? at : LISTING_NONE;
	}
	arena_done(&arena);
	if (found != LISTING_NONE) {
		listing_to(listing, found, page);
	}
	return found != LISTING_NONE;
}

static void seek(struct ui *ui, struct pane *pane, bool back)
{
	struct listing *listing = pane->kind->listing(pane);
	int page = listing_page(listing, pane->rows - listing->elsewhere, pane->columns);
	if (listing->sought[0] == '\0') {
		ui_say(ui, _("Nothing has been looked for yet. / looks for text."));
	} else if (!listing_seek(listing, listing->sought, back, page)) {
		ui_say(ui, _("No row has “%s”."), listing->sought);
	}
}

static void find_accepted(struct ui *ui, struct pane *pane, const char *text)
{
	struct listing *listing = pane->kind->listing(pane);
	size_t bytes = strnlen(text, sizeof listing->sought - 1);
	while (bytes > 0 && ((unsigned char)text[bytes] & 0xC0) == 0x80) {
		bytes--;
	}
	snprintf(listing->sought, sizeof listing->sought, "%.*s", (int)bytes, text);
	if (text[0] != '\0') {
		seek(ui, pane, false);
	}
}

static const struct prompt_kind find_prompt = {.label = "/", .accepted = find_accepted};

void listing_find_run(struct ui *ui, struct pane *pane)
{
	(void)pane;
	prompt_open(ui, &find_prompt, "");
}

void listing_next_run(struct ui *ui, struct pane *pane)
{
	seek(ui, pane, false);
}

void listing_previous_run(struct ui *ui, struct pane *pane)
{
	seek(ui, pane, true);
}

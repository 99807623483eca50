/* Going to a request for documents. Invariant: it goes to one that is named or chosen, never to one guessed. */
#include "tui/dialog.h"
#include "tui/go.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/matter.h"
#include "casework/release.h"

static void request_chosen(struct ui *ui, struct pane *pane, int64_t id, int64_t about)
{
	(void)pane;
	(void)about;
	ui_push(ui, &release_pane, &id);
}

/* Without a number the newest requests are chosen among. */
static void requests_offer(struct ui *ui, const struct matter_list *list)
{
	const char *choices[CHOICES];
	int64_t ids[CHOICES];
	struct arena arena;
	int count = 0;

	arena_init(&arena);
	for (; count < list->count && count < CHOICES; count++) {
		ids[count] = list->items[count].id;
		choices[count] = arena_format(&arena, "%s %s", list->items[count].number, list->items[count].title);
	}
	dialog_choose(ui, &(struct choosing){.text = _("Which request?"),
				  .choices = choices,
				  .count = count,
				  .chosen_id = request_chosen,
				  .ids = ids});
	arena_done(&arena);
}

void go_release(struct ui *ui, const char *wanted)
{
	struct matter_query query = {.kind = "request"};
	struct matter_list list;
	struct error err = {0};
	int64_t id;

	if (!text_blank(wanted)) {
		if (release_find(desk_of(ui)->cw, wanted, &id, &err))
			ui_push(ui, &release_pane, &id);
		else
			desk_refused(ui, &err);
		return;
	}
	if (!matter_list_load(desk_of(ui)->cw, &query, &list, &err)) {
		desk_refused(ui, &err);
		return;
	}
	if (list.count)
		requests_offer(ui, &list);
	else
		ui_say(ui, "%s", _("There is no request for documents yet: it is opened as a matter of its own."));
	matter_list_done(&list);
}

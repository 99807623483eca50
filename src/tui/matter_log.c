/* What has happened in a matter that is no application: its own events, and those of its papers, to be read. */
#include "tui/papers.h"

#include "base/buffer.h"
#include "base/words.h"
#include "casework/event.h"

static void event_write(const struct event_row *event, struct buffer *out)
{
	struct arena arena;
	const char *difference;

	arena_init(&arena);
	difference = event_difference(event, &arena);
	buffer_format(out, "%.16s  %s %s\n", event->at, event->actor, event_words(event));
	if (event->cause[0])
		buffer_format(out, "  %s\n", event->cause);
	for (const char *at = difference; *at;) {
		size_t line = strcspn(at, "\n");

		buffer_format(out, "  %.*s\n", (int)line, at);
		at += line + (at[line] == '\n');
	}
	buffer_text(out, "\n");
	arena_done(&arena);
}

void matter_log(struct ui *ui, int64_t matter)
{
	const struct event_query query = {.matter = matter};
	struct desk *desk = desk_of(ui);
	struct event_list list;
	struct error err = {0};
	struct buffer text;
	struct arena arena;
	const char *number;
	char title[160];

	arena_init(&arena);
	if (!case_name(desk->cw, &(struct case_ref){.matter = matter}, &arena, &number, NULL, &err) ||
		!event_list_load(desk->cw, &query, &list, &err)) {
		desk_refused(ui, &err);
		arena_done(&arena);
		return;
	}
	buffer_init(&text);
	for (int i = 0; i < list.count; i++)
		event_write(&list.items[i], &text);
	snprintf(title, sizeof title, _("Events · %.100s"), number);
	ui_push(ui, &text_pane, &(struct text_what){.title = title, .text = text.text});
	buffer_done(&text);
	event_list_done(&list);
	arena_done(&arena);
}

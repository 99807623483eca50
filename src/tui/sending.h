/* What the follow-up and the forecast have in common: the day they are as of, and what is recorded as sent. */
#ifndef KANSLI_TUI_SENDING_H
#define KANSLI_TUI_SENDING_H

#include "casework/sent.h"
#include "tui/desk.h"

/* Asks for a day; "" is today. */
void sending_day_ask(
	struct ui *ui, const char *now, void (*answered)(struct ui *, struct pane *, const char *text, void *with));
/* What was answered, as an ISO day; "" for today. */
void sending_day(struct ui *ui, const char *text, char out[DAY_TEXT]);
/* Asks who it is sent to, and in which case it is registered: "Regeringskansliet; 15-2025". */
void sending_ask(struct ui *ui, const char *text, const char *keep,
	void (*answered)(struct ui *, struct pane *, const char *text, void *with));
/* Keeps it and says its number; false: it was refused, which is said. `change->sent_to` is what was answered. */
bool sending_keep(struct ui *ui, const struct sent_change *change);
/* What was sent, field by field, on a screen of its own. */
void sending_show(struct ui *ui, const struct sent *sent);

#endif

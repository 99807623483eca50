/* All keys of all panes. Invariant: made from the action tables, so that it is never out of date. */
#include "tui/pane_table.h"
#include "tui/screen.h"
#include "tui/ui.h"

#include "base/text.h"
#include "base/words.h"

static void key_line(const struct action *action, struct buffer *out, bool manual)
{
	if (manual) {
		buffer_format(out, ".It Cm \\&%s\n%s.\n", action->keys, _(action->help));
		return;
	}
	buffer_format(out, "  %s", action->keys);
	for (int i = text_width(action->keys); i < 24; i++)
		buffer_text(out, " ");
	buffer_format(out, " %s\n", _(action->help));
}

static void keys_of(const struct action *const *tables, const char *title, struct buffer *out, bool manual)
{
	buffer_format(out, manual ? ".Ss %s\n.Bl -tag -width \"Shift-Down\" -compact\n" : "\n%s\n", title);
	for (; *tables; tables++)
		for (const struct action *action = *tables; action->name; action++)
			key_line(action, out, manual);
	if (manual)
		buffer_text(out, ".El\n");
}

void keys_print(struct buffer *out, bool manual)
{
	const struct action *everywhere[] = {ui_actions, NULL};

	keys_of(everywhere, _("Everywhere"), out, manual);
	for (int i = 0; pane_kinds[i]; i++) {
		const struct action *tables[ACTION_TABLES];
		int count = 0;

		action_tables(pane_kinds[i], tables);
		while (tables[count] && tables[count] != ui_actions)
			count++;
		tables[count] = NULL; /* those of everywhere stand first */
		keys_of(tables, _(pane_kinds[i]->title), out, manual);
	}
}

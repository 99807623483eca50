/* All keys of all panes as text. Invariant: made from the action tables, so that it is never out of date. */
#include "tui/pane_table.h"
#include "tui/screen.h"
#include "tui/ui.h"

#include "base/text.h"
#include "base/words.h"

static void keys_of(const struct action *table, struct buffer *out)
{
	for (; table && table->name; table++) {
		buffer_text(out, "  ");
		buffer_text(out, table->keys);
		for (int i = text_width(table->keys); i < 24; i++)
			buffer_text(out, " ");
		buffer_format(out, " %s\n", _(table->help));
	}
}

void keys_print(struct buffer *out)
{
	const struct action *tables[ACTION_TABLES];

	buffer_format(out, "%s\n", _("Everywhere"));
	keys_of(ui_actions, out);
	for (int i = 0; pane_kinds[i]; i++) {
		action_tables(pane_kinds[i], tables);
		buffer_format(out, "\n%s\n", _(pane_kinds[i]->title));
		for (int j = 0; tables[j] && tables[j] != ui_actions; j++)
			keys_of(tables[j], out);
	}
}

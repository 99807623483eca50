/* What follows a change that a pane asked for. Invariant: whatever may have changed is stale afterwards. */
#include "tui/verb.h"

#include "tui/desk.h"

struct operation verb_on(int64_t version)
{
	struct operation op = operation_new();

	op.if_version = version;
	return op;
}

bool verb_ended(struct ui *ui, bool done, const struct error *err)
{
	if (!done)
		desk_refused(ui, err);
	if (done || err->kind == ERROR_CONFLICT)
		ui_stale(ui);
	return done;
}

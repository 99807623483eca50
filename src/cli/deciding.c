/* Who decided, as typed. */
#include "cli/deciding.h"

#include "base/day.h"
#include "casework/decision.h"

/* "§ 4" of the minutes of the day's year, which is today's where no day is typed; "§ 4/2026" says its own. */
static bool item_read(struct shell *shell, int64_t *out, struct error *err)
{
	const char *section = shell_option(shell, "item"), *on = NULL;

	if (!section || !shell_day_text(shell, "on", &on, err))
		return !section;
	return decision_item_find(
		shell->cw, section, day_year(on ? day_read(on) : casework_today(shell->cw)), out, err);
}

bool shell_deciding(struct shell *shell, struct deciding *out, struct error *err)
{
	struct deciding found = {.others = ""};

	if (!item_read(shell, &found.item, err) || !shell_text(shell, "deciders", &found.deciders, err) ||
		!shell_text(shell, "presenter", &found.presenter, err) ||
		!shell_text(shell, "others", &found.others, err))
		return false;
	*out = found;
	return true;
}

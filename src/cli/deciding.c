/* Who decided, as typed. */
#include "cli/deciding.h"

bool shell_deciding(struct shell *shell, struct deciding *out, struct error *err)
{
	struct deciding found = {.others = ""};

	if (!shell_number(shell, "item", &found.item, err) || !shell_text(shell, "deciders", &found.deciders, err) ||
		!shell_text(shell, "presenter", &found.presenter, err) ||
		!shell_text(shell, "others", &found.others, err))
		return false;
	*out = found;
	return true;
}

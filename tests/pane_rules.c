/* The rules of action tables. */
#include "pane_rules.h"

#include "base/text.h"
#include "base/words.h"
#include "tui/ui.h"

enum { HINT_WIDEST = 28 };

static const char *breach(char out[RULES_SAID], const struct pane_kind *kind, const char *name, const char *what)
{
	snprintf(out, RULES_SAID, "%s: %s: %s", kind->name, name, what);
	return out;
}

static bool is_name(const char *name)
{
	return name[0] != '\0' && strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(name);
}

/* Words of one language that are the same in the other ("Tab") are no action's words. */
static bool is_translated(const char *words)
{
	return strcmp(gettext(words), words) != 0;
}

static const char *row_breach(
	const struct pane_kind *kind, const struct action *action, bool swedish, char out[RULES_SAID])
{
	if (!is_name(action->name)) {
		return breach(out, kind, action->name, "is no name");
	}
	if (action->run == NULL || action->keys == NULL || action->keys[0] == '\0') {
		return breach(out, kind, action->name, "does nothing, or has no key");
	}
	if (action->help == NULL || text_blank(action->help) || isupper((unsigned char)action->help[0])) {
		return breach(out, kind, action->name, "has no verb phrase");
	}
	if (swedish && (!is_translated(action->help) || (action->hint != NULL && !is_translated(action->hint)))) {
		return breach(out, kind, action->name, "has no Swedish");
	}
	if (action->hint != NULL && text_width(gettext(action->hint)) > HINT_WIDEST) {
		return breach(out, kind, action->name, "has too wide a hint");
	}
	return NULL;
}

const char *pane_breach(const struct pane_kind *kind, bool swedish, char out[RULES_SAID])
{
	const struct action *tables[ACTION_TABLES];
	char key[KEY_NAME];
	if (kind->name == NULL || !is_name(kind->name) || kind->title == NULL || kind->draw == NULL) {
		return breach(out, kind, "", "has no name, title or draw");
	}
	if (swedish && !is_translated(kind->title)) {
		return breach(out, kind, kind->title, "has no Swedish");
	}
	if (action_clash(kind, key) != NULL) {
		return breach(out, kind, key, "is bound twice, or is no key");
	}
	action_tables(kind, tables);
	for (int table = 0; tables[table] != NULL; table++) {
		for (const struct action *action = tables[table]; action->name != NULL; action++) {
			if (row_breach(kind, action, swedish, out) != NULL) {
				return out;
			}
		}
	}
	return NULL;
}

/* Names of keys. Invariant: key_read(key_spell(key)) is the same key. */
#include "key.h"

#include "base/text.h"
#include "base/words.h"

static const struct {
	const char *name;
	enum press press;
} named[] = {
	{N_("Enter"), PRESS_ENTER},
	{N_("Tab"), PRESS_TAB},
	{N_("Shift-Tab"), PRESS_BACKTAB},
	{N_("Esc"), PRESS_ESCAPE},
	{N_("Backspace"), PRESS_BACKSPACE},
	{N_("Delete"), PRESS_DELETE},
	{N_("Insert"), PRESS_INSERT},
	{N_("Up"), PRESS_UP},
	{N_("Down"), PRESS_DOWN},
	{N_("Left"), PRESS_LEFT},
	{N_("Right"), PRESS_RIGHT},
	{N_("Home"), PRESS_HOME},
	{N_("End"), PRESS_END},
	{N_("PgUp"), PRESS_PAGE_UP},
	{N_("PgDn"), PRESS_PAGE_DOWN},
	{N_("Shift-Up"), PRESS_SHIFT_UP},
	{N_("Shift-Down"), PRESS_SHIFT_DOWN},
};
enum { NAMED = sizeof named / sizeof named[0] };

static char *name_give(char out[KEY_NAME], const char *text)
{
	snprintf(out, KEY_NAME, "%s", text);
	return out;
}

static char *character_name(uint32_t character, char out[KEY_NAME])
{
	if (character == ' ') {
		return name_give(out, N_("Space"));
	}
	out[text_encode(character, out)] = '\0';
	return out;
}

char *key_spell(struct key key, char out[KEY_NAME])
{
	for (size_t i = 0; i < NAMED; i++) {
		if (named[i].press == key.press) {
			return name_give(out, named[i].name);
		}
	}
	if (key.press == PRESS_CHARACTER) {
		return character_name(key.character, out);
	}
	if (key.press == PRESS_CTRL) {
		snprintf(out, KEY_NAME, "Ctrl-%c", (int)key.character);
	} else if (key.press == PRESS_FUNCTION) {
		snprintf(out, KEY_NAME, "F%u", (unsigned)key.character);
	} else if (key.press == PRESS_BROKEN) {
		snprintf(out, KEY_NAME, "<%02X>", (unsigned)key.character & 0xFFu);
	} else {
		return name_give(out, "<?>");
	}
	return out;
}

char *key_label(const char *name, size_t bytes, char out[KEY_NAME])
{
	char own[KEY_NAME];
	snprintf(own, sizeof own, "%.*s", (int)bytes, name);
	return name_give(out, bytes > 1 ? gettext(own) : own);
}

static bool character_read(const char *name, size_t bytes, struct key *out)
{
	uint32_t character;
	int used = text_decode(name, bytes, &character);
	if (used <= 0 || (size_t)used != bytes || character <= ' ') {
		return false;
	}
	*out = (struct key){PRESS_CHARACTER, character, false};
	return true;
}

static bool name_is(const char *name, size_t bytes, const char *text)
{
	return strlen(text) == bytes && memcmp(name, text, bytes) == 0;
}

bool key_read(const char *name, size_t bytes, struct key *out)
{
	for (size_t i = 0; i < NAMED; i++) {
		if (name_is(name, bytes, named[i].name)) {
			*out = (struct key){named[i].press, 0, false};
			return true;
		}
	}
	if (name_is(name, bytes, "Space")) {
		*out = (struct key){PRESS_CHARACTER, ' ', false};
		return true;
	}
	if (bytes == 6 && memcmp(name, "Ctrl-", 5) == 0 && name[5] >= 'A' && name[5] <= '_' && name[5] != '[') {
		*out = (struct key){PRESS_CTRL, (unsigned char)name[5], false};
		return true;
	}
	if ((bytes == 2 || bytes == 3) && name[0] == 'F' && isdigit((unsigned char)name[1])) {
		uint32_t number = (uint32_t)(name[1] - '0');
		if (bytes == 3) {
			number = number * 10 + (uint32_t)(name[2] - '0');
		}
		*out = (struct key){PRESS_FUNCTION, number, false};
		return number >= 1 && number <= 12;
	}
	return character_read(name, bytes, out);
}

bool key_same(struct key a, struct key b)
{
	return a.press == b.press && a.character == b.character;
}

bool key_among(struct key key, const char *names)
{
	for (const char *at = names; at != NULL && *at != '\0';) {
		size_t bytes = strcspn(at, " ");
		struct key one;
		if (key_read(at, bytes, &one) && key_same(one, key)) {
			return true;
		}
		at += bytes;
		at += strspn(at, " ");
	}
	return false;
}

bool key_single(struct key key)
{
	return key.press == PRESS_CHARACTER;
}

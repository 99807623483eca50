/* What a person pressed, told apart from how a terminal spelled it. Invariant: a key has one name, used in action
 * tables, and every name read gives the key that has it. */
#ifndef KANSLI_TUI_KEY_H
#define KANSLI_TUI_KEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum press {
	PRESS_CHARACTER, /* `character` is what was typed, never a control character */
	PRESS_CTRL,      /* `character` is 'A'..'Z', '_', '\\', ']' or '^' */
	PRESS_ENTER,
	PRESS_TAB,
	PRESS_BACKTAB,
	PRESS_ESCAPE,
	PRESS_BACKSPACE,
	PRESS_DELETE,
	PRESS_INSERT,
	PRESS_UP,
	PRESS_DOWN,
	PRESS_LEFT,
	PRESS_RIGHT,
	PRESS_HOME,
	PRESS_END,
	PRESS_PAGE_UP,
	PRESS_PAGE_DOWN,
	PRESS_SHIFT_UP,
	PRESS_SHIFT_DOWN,
	PRESS_FUNCTION, /* `character` is 1..12 */
	PRESS_BROKEN,   /* `character` is a byte that is no text */
	PRESS_UNKNOWN,  /* a key the terminal has and kansli does not */
};

struct key {
	enum press press;
	uint32_t character;
	bool burst; /* came in one read with so much text that it is probably pasted */
};

enum { KEY_NAME = 32 };

/* The name in action tables: "j", "J", "Space", "Ctrl-S", "Shift-Down", "PgUp", "F1". Answers out. */
char *key_spell(struct key key, char out[KEY_NAME]);
/* The name on the screen, in the user's language ("Upp" for "Up"). Answers out. */
char *key_label(const char *name, size_t bytes, char out[KEY_NAME]);
/* Reads one name of `bytes` bytes; false if there is no such key. */
bool key_read(const char *name, size_t bytes, struct key *out);
bool key_same(struct key a, struct key b); /* leaves burst out */
/* True if `names`, separated by blanks, holds the key. */
bool key_among(struct key key, const char *names);
/* A letter or sign typed without Ctrl: what somebody who dictates may turn off. */
bool key_single(struct key key);

#endif

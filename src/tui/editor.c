/* The text editor's keys and edits. Every change goes through editor_replace(), which is what makes undo whole. */
#include "editor.h"

#include "base/arena.h"
#include "base/text.h"
#include "editor_inner.h"
#include "wrap.h"

void editor_init(struct editor *editor, bool lines)
{
	memset(editor, 0, sizeof *editor);
	buffer_init(&editor->text);
	buffer_init(&editor->killed);
	editor->lines = lines;
	editor->rows = 1;
	editor->columns = SURFACE_COLUMNS;
	editor->goal = -1;
}

static void edits_forget(struct editor *editor)
{
	while (editor->edit_count > 0) {
		free(editor->edits[--editor->edit_count].text);
	}
	editor->joined = false;
}

void editor_done(struct editor *editor)
{
	edits_forget(editor);
	buffer_done(&editor->text);
	buffer_done(&editor->killed);
}

const char *editor_text(const struct editor *editor)
{
	return editor->text.text;
}

/* ---- places in the text */

static size_t step_forward(const struct editor *editor, size_t at)
{
	const char *text = editor->text.text;
	size_t end = editor->text.bytes;
	for (bool first = true; at < end; first = false) {
		uint32_t character;
		int used = text_decode(text + at, end - at, &character);
		if (!first && (used <= 0 || text_cells(character) != 0)) {
			break;
		}
		at += used > 0 ? (size_t)used : 1;
	}
	return at;
}

size_t editor_step_back(const struct editor *editor, size_t at)
{
	const char *text = editor->text.text;
	while (at > 0) {
		do {
			at--;
		} while (at > 0 && ((unsigned char)text[at] & 0xC0) == 0x80);
		uint32_t character;
		if (text_decode(text + at, editor->text.bytes - at, &character) <= 0 || text_cells(character) != 0) {
			break;
		}
	}
	return at;
}

static size_t word_back(const struct editor *editor, size_t at)
{
	const char *text = editor->text.text;
	while (at > 0 && isspace((unsigned char)text[at - 1])) {
		at--;
	}
	while (at > 0 && !isspace((unsigned char)text[at - 1])) {
		at--;
	}
	return at;
}

/* ---- edits */

static struct edit *edit_new(struct editor *editor)
{
	if (editor->edit_count == EDITOR_UNDO) {
		free(editor->edits[0].text);
		memmove(&editor->edits[0], &editor->edits[1], (EDITOR_UNDO - 1) * sizeof editor->edits[0]);
		editor->edit_count--;
	}
	return &editor->edits[editor->edit_count++];
}

static void text_splice(struct editor *editor, size_t at, size_t removed, const char *with, size_t bytes)
{
	struct buffer *text = &editor->text, spliced;
	buffer_init(&spliced);
	buffer_add(&spliced, text->text, at);
	buffer_add(&spliced, with, bytes);
	buffer_add(&spliced, text->text + at + removed, text->bytes - at - removed);
	buffer_done(text);
	*text = spliced;
	editor->changes++;
}

/* `joined` lets a typed letter become part of the edit before it. */
static void editor_replace(struct editor *editor, size_t from, size_t to, const char *with, size_t bytes, bool joined)
{
	if (from == to && bytes == 0) {
		return;
	}
	if (editor->text.bytes - (to - from) + bytes > EDITOR_BYTES) {
		return;
	}
	struct edit *last = editor->edit_count > 0 ? &editor->edits[editor->edit_count - 1] : NULL;
	if (joined && editor->joined && last != NULL && from == to && last->at + last->inserted == from) {
		last->inserted += bytes;
	} else {
		struct edit *edit = edit_new(editor);
		*edit = (struct edit){from, bytes, to - from, editor->caret, memory_take(to - from + 1)};
		memcpy(edit->text, editor->text.text + from, to - from);
	}
	text_splice(editor, from, to - from, with, bytes);
	editor->caret = from + bytes;
	editor->joined = joined;
	editor->goal = -1;
}

bool editor_undo(struct editor *editor)
{
	if (editor->edit_count == 0) {
		return false;
	}
	struct edit edit = editor->edits[--editor->edit_count];
	text_splice(editor, edit.at, edit.inserted, edit.text, edit.removed);
	editor->caret = edit.caret;
	editor->joined = false;
	editor->goal = -1;
	free(edit.text);
	return true;
}

/* What may stand in the text, copied to `out`: no control or invisible characters, no broken bytes. */
static void text_keep(const char *text, size_t bytes, bool lines, struct buffer *out)
{
	for (size_t at = 0; at < bytes;) {
		uint32_t character;
		int used = text_decode(text + at, bytes - at, &character);
		size_t taken = used > 0 ? (size_t)used : 1;
		bool line_end = character == '\n' || character == '\r';
		if (used > 0 && line_end) {
			taken += character == '\r' && at + 1 < bytes && text[at + 1] == '\n';
			buffer_add(out, lines ? "\n" : " ", 1);
		} else if (used > 0 && character == '\t') {
			buffer_add(out, " ", 1);
		} else if (used > 0 && text_cells(character) >= 0) {
			buffer_add(out, text + at, taken);
		}
		at += taken;
	}
}

void editor_set(struct editor *editor, const char *text)
{
	edits_forget(editor);
	buffer_clear(&editor->text);
	text_keep(text == NULL ? "" : text, text == NULL ? 0 : strlen(text), editor->lines, &editor->text);
	editor->caret = editor->text.bytes;
	editor->top = 0;
	editor->goal = -1;
	editor->changes++;
	editor_show_caret(editor);
}

void editor_caret(struct editor *editor, size_t at)
{
	editor->caret = at < editor->text.bytes ? editor_step_back(editor, at + 1) : editor->text.bytes;
	editor->goal = -1;
	editor_show_caret(editor);
}

void editor_paste(struct editor *editor, const char *text, size_t bytes)
{
	struct buffer kept;
	buffer_init(&kept);
	text_keep(text, bytes, editor->lines, &kept);
	size_t room = EDITOR_BYTES - editor->text.bytes;
	if (kept.bytes > room) {
		while (room > 0 && ((unsigned char)kept.text[room] & 0xC0) == 0x80) {
			room--;
		}
		kept.bytes = room;
	}
	editor_replace(editor, editor->caret, editor->caret, kept.text, kept.bytes, false);
	buffer_done(&kept);
	editor_show_caret(editor);
}

void editor_take(struct editor *editor, const char *text)
{
	struct buffer kept;
	buffer_init(&kept);
	text_keep(text, strlen(text), editor->lines, &kept);
	editor_replace(editor, 0, editor->text.bytes, kept.text, kept.bytes, false);
	buffer_done(&kept);
	editor_show_caret(editor);
}

/* ---- keys */

static void editor_kill(struct editor *editor, size_t from, size_t to)
{
	if (from < to) {
		buffer_clear(&editor->killed);
		buffer_add(&editor->killed, editor->text.text + from, to - from);
	}
	editor_replace(editor, from, to, "", 0, false);
}

static void editor_character(struct editor *editor, uint32_t character)
{
	char bytes[4];
	int count = text_encode(character, bytes);
	/* A word is one edit: a new one starts at the first letter after a blank. */
	bool starts = editor->caret > 0 && editor->text.text[editor->caret - 1] == ' ' && character != ' ';
	if (starts) {
		editor->joined = false;
	}
	editor_replace(editor, editor->caret, editor->caret, bytes, (size_t)count, true);
}

static bool editor_to(struct editor *editor, size_t at)
{
	editor->caret = at;
	editor->joined = false;
	editor->goal = -1;
	return true;
}

static bool editor_ctrl(struct editor *editor, uint32_t letter)
{
	size_t caret = editor->caret;
	switch (letter) {
	case 'A': return editor_to(editor, editor_line_start(editor));
	case 'E': return editor_to(editor, editor_line_end(editor));
	case 'B': return editor_to(editor, editor_step_back(editor, caret));
	case 'F': return editor_to(editor, step_forward(editor, caret));
	case 'D': editor_replace(editor, caret, step_forward(editor, caret), "", 0, false); return true;
	case 'K': {
		size_t end = (size_t)(strchrnul(editor->text.text + caret, '\n') - editor->text.text);
		editor_kill(editor, caret, end == caret ? step_forward(editor, caret) : end);
		return true;
	}
	case 'U': editor_kill(editor, editor_line_start(editor), caret); return true;
	case 'W': editor_kill(editor, word_back(editor, caret), caret); return true;
	case 'Y': editor_replace(editor, caret, caret, editor->killed.text, editor->killed.bytes, false); return true;
	case '_': editor_undo(editor); return true;
	case 'N': return editor_vertical(editor, 1);
	case 'P': return editor_vertical(editor, -1);
	default: return false;
	}
}

static bool editor_press(struct editor *editor, enum press press)
{
	size_t caret = editor->caret;
	if (press == PRESS_LEFT) {
		return editor_to(editor, editor_step_back(editor, caret));
	} else if (press == PRESS_RIGHT) {
		return editor_to(editor, step_forward(editor, caret));
	} else if (press == PRESS_HOME) {
		return editor_to(editor, editor_line_start(editor));
	} else if (press == PRESS_END) {
		return editor_to(editor, editor_line_end(editor));
	} else if (press == PRESS_UP || press == PRESS_DOWN) {
		return editor_vertical(editor, press == PRESS_UP ? -1 : 1);
	} else if (press == PRESS_PAGE_UP || press == PRESS_PAGE_DOWN) {
		return editor->lines &&
		       (editor_vertical(editor, press == PRESS_PAGE_UP ? -editor->rows : editor->rows), true);
	} else if (press == PRESS_BACKSPACE) {
		editor_replace(editor, editor_step_back(editor, caret), caret, "", 0, false);
		return true;
	} else if (press == PRESS_DELETE) {
		editor_replace(editor, caret, step_forward(editor, caret), "", 0, false);
		return true;
	} else if (press == PRESS_ENTER && editor->lines) {
		editor_replace(editor, caret, caret, "\n", 1, false);
		return true;
	}
	return false;
}

bool editor_typed(struct editor *editor, const struct key *key)
{
	bool taken = true;
	if (key->press == PRESS_CHARACTER) {
		editor_character(editor, key->character);
	} else if (key->press == PRESS_CTRL) {
		taken = editor_ctrl(editor, key->character);
	} else {
		taken = editor_press(editor, key->press);
	}
	if (taken) {
		editor_show_caret(editor);
	}
	return taken;
}

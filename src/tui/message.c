/* The message line and its log, and the histories of prompts. A message stays until the next key, never on a timer. */
#include "base/words.h"
#include "ui_inner.h"

static void said_add(struct ui *ui, const char *text)
{
	struct said *said = &ui->said[ui->said_next];
	free(said->text);
	said->text = memory_take(strlen(text) + 1);
	memcpy(said->text, text, strlen(text) + 1);
	clock_moment(ui->options.clock, said->moment);
	ui->said_next = (ui->said_next + 1) % MESSAGES_KEPT;
	ui->said_count += ui->said_count < MESSAGES_KEPT;
}

void ui_say(struct ui *ui, const char *format, ...)
{
	char text[1024];
	va_list values;
	va_start(values, format);
	vsnprintf(text, sizeof text, format, values);
	va_end(values);
	buffer_clear(&ui->message);
	buffer_text(&ui->message, text);
	said_add(ui, text);
	ui->dirty = true;
}

void ui_say_error(struct ui *ui, const struct error *err)
{
	ui->errors_said++;
	bool ours = err->kind == ERROR_FAILED || err->kind == ERROR_BUSY;
	ui_say(ui, "%s %s", ours ? _("Error:") : _("Note:"), err->text);
}

int ui_errors_said(const struct ui *ui)
{
	return ui->errors_said;
}

const char *ui_message(const struct ui *ui)
{
	return ui->message.text;
}

const char *ui_said(const struct ui *ui, int back, const char **moment)
{
	if (back < 0 || back >= ui->said_count) {
		return NULL;
	}
	const struct said *said = &ui->said[(ui->said_next - 1 - back + 2 * MESSAGES_KEPT) % MESSAGES_KEPT];
	*moment = said->moment;
	return said->text;
}

void ui_copy(struct ui *ui, const char *text, const char *what)
{
	if (ui->terminal->copy(ui->terminal, text, strlen(text))) {
		ui_say(ui, _("Copied %s (OSC 52). If it is not in the clipboard, the terminal does not allow it."),
			what);
	} else {
		ui_say(ui, _("Note: nothing was copied. The clipboard is turned off here, or the text is over 64 kB."));
	}
}

enum { PROGRESS_FIRST_MS = 300, PROGRESS_NEXT_MS = 1000 };

bool ui_progress(struct ui *ui, const char *format, ...)
{
	int64_t now = ui_now();
	ui->started = ui->started == 0 ? now : ui->started;
	if (now - ui->started < PROGRESS_FIRST_MS || (ui->told > 0 && now - ui->told < PROGRESS_NEXT_MS)) {
		return false;
	}
	va_list values;
	char text[512];
	va_start(values, format);
	vsnprintf(text, sizeof text, format, values);
	va_end(values);
	assert(ui->options.idle == NULL || ui->options.idle(ui->options.with));
	ui->told = now;
	buffer_clear(&ui->message);
	buffer_text(&ui->message, text);
	frame_draw(ui);
	ui->terminal->show(ui->terminal, &ui->sheet);
	buffer_clear(&ui->message);
	ui->dirty = true;
	return ui->terminal->cancelled(ui->terminal);
}

void message_clear(struct ui *ui)
{
	buffer_clear(&ui->message);
}

struct history *history_of(struct ui *ui, const char *label)
{
	for (int i = 0; i < HISTORIES; i++) {
		struct history *history = &ui->histories[i];
		if (history->label == NULL || strcmp(history->label, label) == 0) {
			history->label = label;
			return history;
		}
	}
	return &ui->histories[HISTORIES - 1];
}

void history_add(struct history *history, const char *line)
{
	if (line[0] == '\0' || (history->count > 0 && strcmp(history->lines[0], line) == 0)) {
		return;
	}
	if (history->count == HISTORY_KEPT) {
		free(history->lines[--history->count]);
	}
	memmove(&history->lines[1], &history->lines[0], (size_t)history->count * sizeof history->lines[0]);
	history->lines[0] = memory_take(strlen(line) + 1);
	memcpy(history->lines[0], line, strlen(line) + 1);
	history->count++;
}

void message_done(struct ui *ui)
{
	for (int i = 0; i < MESSAGES_KEPT; i++) {
		free(ui->said[i].text);
	}
	for (int i = 0; i < HISTORIES; i++) {
		for (int line = 0; line < ui->histories[i].count; line++) {
			free(ui->histories[i].lines[line]);
		}
	}
}

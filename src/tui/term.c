/* The terminal. Only this file sees curses, and curses only draws: keys and signals come through wait.c. Invariant: a
 * frame is one write, and nothing is written when nothing differs. Everything is UTF-8 inside; what the terminal cannot
 * show is spelled otherwise here, at the very edge. */
#include "term.h"

#include "base/arena.h"
#include "base/words.h"
#include "charset.h"
#include "clip.h"
#include "tty.h"
#include "wait.h"
#include <curses.h>
#include <termios.h>

enum { COLOURS = 3, SCROLL_LEAST = 6, RESTORE_MOST = 160 };

struct term {
	struct terminal terminal; /* first: what the loop holds is this */
	struct term_options options;
	struct wait wait;
	struct surface shown; /* what curses has been given */
	FILE *output;
	SCREEN *screen;
	WINDOW *body;
	locale_t own, before;
	bool pasting, coloured;
};

static struct term *only; /* one in a process: a crash must find it */
static struct termios modes_before;
static char restore[RESTORE_MOST]; /* what gives the terminal back, ready for a signal handler */

/* ---- giving the terminal back */

static void term_crash(int which)
{
	static const char words[] = "\r\nkansli: internal error; drafts are kept\r\n";
	wait_write(STDOUT_FILENO, restore, strlen(restore));
	tcsetattr(STDIN_FILENO, TCSANOW, &modes_before);
	wait_write(STDERR_FILENO, words, sizeof words - 1);
	raise(which); /* its first action is back: SA_RESETHAND */
}

static void crash_watch(void)
{
	static const int fatal[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
	struct sigaction action = {.sa_handler = term_crash, .sa_flags = (int)(SA_RESETHAND | SA_NODEFER)};
	for (size_t i = 0; i < sizeof fatal / sizeof fatal[0]; i++) {
		sigaction(fatal[i], &action, NULL);
	}
}

static void restore_make(const struct term *term)
{
	static const char *const names[] = {"sgr0", "cnorm", "rmkx", "rmcup"};
	size_t at = (size_t)snprintf(restore, sizeof restore, "%s", term->pasting ? "\033[?2004l" : "");
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		const char *text = tigetstr(names[i]);
		if (text != NULL && text != (char *)-1 && at + strlen(text) < sizeof restore) {
			at += (size_t)snprintf(restore + at, sizeof restore - at, "%s", text);
		}
	}
}

static void memory_ended(void)
{
	if (only != NULL)
		endwin();
}

/* ---- size */

static void term_size(struct terminal *terminal, int *rows, int *columns)
{
	(void)terminal;
	*rows = LINES;
	*columns = COLS;
}

static void term_forget(struct term *term)
{
	surface_clear(&term->shown, LINES, COLS);
	werase(term->body);
}

static void term_fit(struct term *term)
{
	int rows, columns;
	tty_size(&rows, &columns);
	if (rows != LINES || columns != COLS) {
		resize_term(rows, columns);
		wresize(term->body, rows, columns);
		clearok(term->body, TRUE);
		term_forget(term);
	}
}

static void term_redraw(struct terminal *terminal)
{
	struct term *term = (struct term *)terminal;
	clearok(term->body, TRUE);
}

/* ---- cells to curses */

static attr_t style_attributes(const struct term *term, unsigned style, int *pair)
{
	attr_t attributes = A_NORMAL;
	attributes |= (style & STYLE_BOLD) != 0 ? A_BOLD : A_NORMAL;
	attributes |= (style & STYLE_UNDERLINE) != 0 ? A_UNDERLINE : A_NORMAL;
	attributes |= (style & STYLE_REVERSE) != 0 ? A_REVERSE : A_NORMAL;
	*pair = 0;
	if (term->coloured) {
		*pair = (style & STYLE_BAD) != 0    ? 1
			: (style & STYLE_GOOD) != 0 ? 2
			: (style & STYLE_NOTE) != 0 ? 3
						    : 0;
	}
	return attributes;
}

/* In a terminal without UTF-8 a cell is a byte; curses takes those as they are, but blanks them in wide cells. */
static void bytes_write(struct term *term, const struct surface *sheet, int row, int from, int to)
{
	chtype run[SURFACE_COLUMNS + 1];
	for (int column = from; column < to; column++) {
		const struct cell *cell = surface_at(sheet, row, column);
		uint32_t first = cell->width == 0 ? ' ' : cell->character[0];
		int pair;
		attr_t attributes = style_attributes(term, cell->style, &pair);
		run[column - from] =
			charset_spell(first, term->options.charset) | attributes | (chtype)COLOR_PAIR(pair);
	}
	mvwaddchnstr(term->body, row, from, run, to - from);
}

/* What curses would measure otherwise than kansli is replaced, or columns would drift. */
static int cell_spell(const struct term *term, const struct cell *cell, cchar_t *out)
{
	int pair, cells = cell->width;
	memset(out, 0, sizeof *out);
	out->attr = style_attributes(term, cell->style, &pair);
	out->ext_color = pair;
	out->attr |= COLOR_PAIR(pair);
	uint32_t first = cell->character[0];
	bool agreed = first < 0x300 || wcwidth((wchar_t)first) == cells;
	for (int i = 0; i < CELL_CHARACTERS && agreed; i++) {
		out->chars[i] = (wchar_t)cell->character[i];
	}
	if (!agreed)
		out->chars[0] = 0xFFFD;
	return agreed ? cells : 1;
}

static void run_write(struct term *term, const struct surface *sheet, int row, int from, int to)
{
	cchar_t run[SURFACE_COLUMNS + 1];
	int count = 0, column = from;
	while (column < to) {
		const struct cell *cell = surface_at(sheet, row, column);
		int width = cell->width > 0 ? cell->width : 1;
		int spelled = cell_spell(term, cell, &run[count]);
		if (run[count].chars[0] == L'\0') {
			run[count].chars[0] = L' ';
		}
		count++;
		for (; spelled < width; spelled++) { /* a wide one spelled narrow is padded */
			run[count] = run[count - 1];
			memset(run[count].chars, 0, sizeof run[count].chars);
			run[count++].chars[0] = L' ';
		}
		column += width;
	}
	mvwadd_wchnstr(term->body, row, from, run, count);
}

/* True when the row differed. */
static bool row_write(struct term *term, const struct surface *sheet, int row)
{
	const struct cell *now = surface_at(sheet, row, 0), *then = surface_at(&term->shown, row, 0);
	int from = 0, to = sheet->columns;
	size_t bytes = (size_t)to * sizeof *now;
	if (memcmp(now, then, bytes) == 0)
		return false;
	while (memcmp(&now[from], &then[from], sizeof *now) == 0) {
		from++;
	}
	while (memcmp(&now[to - 1], &then[to - 1], sizeof *now) == 0) {
		to--;
	}
	while (from > 0 && (now[from].width == 0 || then[from].width == 0)) {
		from--;
	}
	while (to < sheet->columns && (now[to].width == 0 || then[to].width == 0)) {
		to++;
	}
	if (term->options.charset == 'u') {
		run_write(term, sheet, row, from, to);
	} else {
		bytes_write(term, sheet, row, from, to);
	}
	memcpy(&term->shown.cells[(size_t)row * (size_t)sheet->columns], now, bytes);
	return true;
}

static void term_show(struct terminal *terminal, const struct surface *sheet)
{
	struct term *term = (struct term *)terminal;
	if (sheet->rows != term->shown.rows || sheet->columns != term->shown.columns) {
		return; /* the size changed meanwhile: the next frame is on its way */
	}
	int changed = 0;
	for (int row = 0; row < sheet->rows; row++) {
		changed += row_write(term, sheet, row);
	}
	/* Only a frame with many new rows may be the old one scrolled: curses need not look for that otherwise. */
	idlok(term->body, changed >= SCROLL_LEAST);
	wmove(term->body, sheet->cursor_row, sheet->cursor_column);
	wnoutrefresh(term->body);
	doupdate();
}

/* ---- lending the terminal */

/* Straight to the line: curses' putp() goes through stdout's own buffer. */
static void term_pastes(const struct term *term, const char *mode)
{
	if (term->pasting)
		wait_write(STDOUT_FILENO, mode, strlen(mode));
}

static void term_leave(struct terminal *terminal)
{
	struct term *term = (struct term *)terminal;
	term_pastes(term, "\033[?2004l");
	endwin();
}

static void term_enter(struct terminal *terminal)
{
	struct term *term = (struct term *)terminal;
	term_fit(term);
	term_forget(term);
	clearok(term->body, TRUE);
	term_pastes(term, "\033[?2004h");
	wrefresh(term->body); /* curses' way back into its modes */
}

static struct event term_next(struct terminal *terminal, int ms, bool writable)
{
	struct term *term = (struct term *)terminal;
	struct event event = wait_next(&term->wait, ms, writable);
	if (event.kind == EVENT_RESIZE) {
		if (wait_continued()) {
			term->wait.sizes++;
			endwin();
			term_enter(terminal);
		}
		term_fit(term);
	}
	return event;
}

static bool term_suspend(struct terminal *terminal)
{
	struct term *term = (struct term *)terminal;
	if (term->options.served)
		return false;
	term_leave(terminal);
	bool stopped = wait_stop();
	wait_continued();
	term->wait.sizes++;
	term_enter(terminal);
	return stopped;
}

static bool term_copy(struct terminal *terminal, const char *text, size_t bytes)
{
	struct term *term = (struct term *)terminal;
	struct buffer spelled;
	buffer_init(&spelled);
	bool sent = term->options.clipboard && clip_spell(text, bytes, &spelled) &&
		    wait_write(STDOUT_FILENO, spelled.text, spelled.bytes);
	buffer_done(&spelled);
	return sent;
}

static void term_watch(struct terminal *terminal, int descriptor)
{
	((struct term *)terminal)->wait.watch = descriptor;
}

static void term_working(struct terminal *terminal, bool working)
{
	((struct term *)terminal)->wait.working = working;
}

static void term_note(struct terminal *terminal)
{
	((struct term *)terminal)->wait.notes++;
}

static bool term_cancelled(struct terminal *terminal)
{
	return wait_cancelled(&((struct term *)terminal)->wait);
}

static bool term_waiting(struct terminal *terminal)
{
	return wait_waiting(&((struct term *)terminal)->wait);
}

/* ---- opening */

static bool type_refuse(const char *type, struct error *err)
{
	return refuse(err, ERROR_INVALID,
		_("kansli needs a terminal with cursor control (TERM=%s). Try: kansli list, kansli help."),
		type == NULL || type[0] == '\0' ? ""
		: tty_type_is_safe(type)        ? type
						: "?");
}

static void keys_teach(struct input *input)
{
	static const struct {
		const char *name;
		enum press press;
	} known[] = {
		{"kcuu1", PRESS_UP},
		{"kcud1", PRESS_DOWN},
		{"kcub1", PRESS_LEFT},
		{"kcuf1", PRESS_RIGHT},
		{"khome", PRESS_HOME},
		{"kend", PRESS_END},
		{"kpp", PRESS_PAGE_UP},
		{"knp", PRESS_PAGE_DOWN},
		{"kich1", PRESS_INSERT},
		{"kdch1", PRESS_DELETE},
		{"kcbt", PRESS_BACKTAB},
		{"kri", PRESS_SHIFT_UP},
		{"kind", PRESS_SHIFT_DOWN},
	};
	for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
		char *text = tigetstr((char *)(uintptr_t)known[i].name);
		input_teach(input, text == (char *)-1 ? NULL : text, (struct key){known[i].press, 0, false});
	}
	char *first = tigetstr("kf1"), *tenth = tigetstr("kf10");
	input_teach(input, first == (char *)-1 ? NULL : first, (struct key){PRESS_FUNCTION, 1, false});
	input_teach(input, tenth == (char *)-1 ? NULL : tenth, (struct key){PRESS_FUNCTION, 10, false});
}

static void colours_start(struct term *term)
{
	static const short colours[COLOURS] = {COLOR_RED, COLOR_GREEN, COLOR_YELLOW};
	term->coloured = term->options.colour && has_colors() && start_color() == OK && use_default_colors() == OK;
	for (short i = 0; i < COLOURS && term->coloured; i++) {
		init_pair((short)(i + 1), colours[i], -1);
	}
}

static void modes_start(struct term *term)
{
	static const char *const plain[] = {"linux", "vt", "ansi", "cons"};
	raw();
	noecho();
	nonl();
	typeahead(-1);
	term->pasting = true;
	for (size_t i = 0; i < sizeof plain / sizeof plain[0]; i++) {
		term->pasting = term->pasting && strncmp(term->options.type, plain[i], strlen(plain[i])) != 0;
	}
	term->body = newwin(0, 0, 0, 0);
	keypad(term->body, TRUE);
	idlok(term->body, TRUE);
	scrollok(term->body, TRUE);
	surface_init(&term->shown);
	/* ncurses writes at every cursor motion until it has ended and begun once; after this a frame is one write. */
	endwin();
	term_pastes(term, "\033[?2004h");
	refresh();
	term_forget(term);
	term_fit(term);
}

static const struct terminal term_functions = {
	.size = term_size,
	.next = term_next,
	.show = term_show,
	.redraw = term_redraw,
	.suspend = term_suspend,
	.leave = term_leave,
	.enter = term_enter,
	.copy = term_copy,
	.watch = term_watch,
	.working = term_working,
	.note = term_note,
	.cancelled = term_cancelled,
	.waiting = term_waiting,
};

static void term_free(struct term *term)
{
	if (term->output != NULL)
		fclose(term->output);
	if (term->before != (locale_t)0) {
		uselocale(term->before);
	}
	if (term->own != (locale_t)0) {
		freelocale(term->own);
	}
	free(term);
}

/* In the C locale curses sends bytes above 127 as they are, which is what Latin-1 needs whether installed or not. */
static void locale_start(struct term *term)
{
	term->own =
		newlocale(LC_CTYPE_MASK, term->options.charset == 'u' ? "C.UTF-8" : "C", duplocale(LC_GLOBAL_LOCALE));
	term->before = term->own == (locale_t)0 ? (locale_t)0 : uselocale(term->own);
}

/* False when curses does not know the terminal or cannot move its cursor. */
static bool screen_start(struct term *term)
{
	locale_start(term);
	term->output = fdopen(dup(STDOUT_FILENO), "w");
	tty_size_hold(true);
	term->screen = term->output == NULL ? NULL : newterm(term->options.type, term->output, stdin);
	tty_size_hold(false);
	if (term->screen != NULL && term->options.charset == '1') {
		use_legacy_coding(1); /* bytes above 159 are letters */
	}
	const char *moves = term->screen == NULL ? NULL : tigetstr("cup");
	if (term->screen != NULL && (moves == NULL || moves == (char *)-1)) {
		endwin();
		delscreen(term->screen);
		return false;
	}
	return term->screen != NULL;
}

bool term_open(const struct term_options *options, struct terminal **out, struct error *err)
{
	assert(only == NULL);
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
		return refuse(err, ERROR_INVALID,
			_("kansli needs a terminal to show itself on. Try: kansli list, kansli help."));
	}
	if (!tty_type_is_safe(options->type) || strcmp(options->type, "dumb") == 0) {
		return type_refuse(options->type, err);
	}
	struct term *term = memory_take(sizeof *term);
	*term = (struct term){.terminal = term_functions, .options = *options};
	tcgetattr(STDIN_FILENO, &modes_before);
	/* Before curses: it then leaves the signals alone, which also spares two calls a frame. */
	wait_init(&term->wait, STDIN_FILENO, STDOUT_FILENO, options->charset == '1');
	if (!screen_start(term)) {
		wait_done(&term->wait);
		term_free(term);
		return type_refuse(options->type, err);
	}
	only = term;
	term->wait.escape_ms = options->escape_ms > 0 ? options->escape_ms : term->wait.escape_ms;
	term->wait.bench = options->bench;
	keys_teach(&term->wait.input);
	colours_start(term);
	modes_start(term);
	restore_make(term);
	tty_styles_shorten(tigetstr("sgr"), tigetstr("sgr0")); /* curses' own copies, and it has used them once */
	crash_watch();
	memory_farewell = memory_ended;
	*out = &term->terminal;
	return true;
}

void term_close(struct terminal *terminal)
{
	struct term *term = (struct term *)terminal;
	if (term == NULL) {
		return;
	}
	/* A frozen line takes no farewell, and waiting for it would hold the program; its modes can be set all the
	 * same. */
	if (wait_writable(&term->wait)) {
		term_leave(terminal);
	} else {
		tcsetattr(STDIN_FILENO, TCSANOW, &modes_before);
	}
	wait_done(&term->wait);
	delwin(term->body);
	delscreen(term->screen);
	surface_done(&term->shown);
	only = NULL;
	memory_farewell = NULL;
	term_free(term);
}

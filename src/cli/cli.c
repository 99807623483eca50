/* From words to a verb to an exit code. Invariant: stdout gets something only when the verb has succeeded, and gets it
 * after the office is closed, so that a stalled reader of the pipe never holds anybody up. */
#include "cli/cli.h"

#include "base/text.h"
#include "cli/parse.h"

int (*shell_screen)(struct shell *shell, struct error *err);
void (*shell_keys)(struct buffer *out, bool manual);

int cli_exit_code(enum error_kind kind)
{
	switch (kind) {
	case ERROR_NONE: return 0;
	case ERROR_FAILED: return 1;
	case ERROR_INVALID: return 2;
	case ERROR_MISSING: return 3;
	case ERROR_DENIED: return 4;
	case ERROR_CONFLICT: return 5;
	case ERROR_BUSY: return 6;
	}
	return 1;
}

const struct verb *verb_find(const char *name)
{
	for (int i = 0; verbs[i]; i++)
		if (!strcmp(verbs[i]->name, name) || text_same(verbs[i]->swedish, name) ||
			text_same(verbs[i]->plain, name))
			return verbs[i];
	return NULL;
}

const char *verb_nearest(const char *name)
{
	const char *nearest = NULL;
	int least = 3;

	for (int i = 0; verbs[i]; i++) {
		const char *names[2] = {verbs[i]->name, verbs[i]->swedish};

		for (int j = 0; j < 2; j++) {
			int distance = names[j] ? text_distance(name, names[j]) : least;

			if (distance < least) {
				least = distance;
				nearest = names[j];
			}
		}
	}
	return nearest;
}

const struct form *form_find(const struct verb *verb, const char *second, bool *took)
{
	const struct form *bare = NULL;

	*took = false;
	for (const struct form *form = verb->forms; form->run; form++) {
		if (!form->name) {
			bare = form;
		} else if (second && (!strcmp(form->name, second) || text_same(form->swedish, second))) {
			*took = true;
			return form;
		}
	}
	return bare;
}

/* The bytes as this terminal or pipe can take them. */
static const char *presentable(struct arena *arena, const char *text, bool tty)
{
	const char *harmless = tty ? text_harmless(arena, text, true) : text;

	return tty ? text_transliterate(arena, harmless, words_charset()) : harmless;
}

static bool write_all(int fd, const char *bytes, size_t count)
{
	while (count > 0) {
		ssize_t wrote = write(fd, bytes, count);

		if (wrote < 0 && errno == EINTR)
			continue;
		if (wrote < 0)
			return false;
		bytes += wrote;
		count -= (size_t)wrote;
	}
	return true;
}

static int complain(struct shell *shell, const struct error *err)
{
	const char *line = arena_format(&shell->arena, "kansli: %s\n", err->text);

	line = presentable(&shell->arena, line, true);
	write_all(STDERR_FILENO, line, strlen(line));
	return shell->signal ? 128 + shell->signal : cli_exit_code(err->kind);
}

static void line_write(const char *format, va_list values)
{
	char line[2048];
	struct arena arena;
	const char *shown;
	int bytes = vsnprintf(line, sizeof line - 1, format, values);

	if (bytes < 0)
		return;
	arena_init(&arena);
	line[text_is_utf8(line, strlen(line)) ? strlen(line) : text_fit(line, 1900, NULL)] = '\0';
	shown = presentable(&arena, arena_format(&arena, "%s\n", line), true);
	write_all(STDERR_FILENO, shown, strlen(shown));
	arena_done(&arena);
}

void shell_say(const struct shell *shell, const char *format, ...)
{
	va_list values;

	if (shell_switch(shell, "quiet"))
		return;
	va_start(values, format);
	line_write(format, values);
	va_end(values);
}

void shell_tell(const struct shell *shell, const char *format, ...)
{
	va_list values;

	(void)shell;
	va_start(values, format);
	line_write(format, values);
	va_end(values);
}

void shell_progress(const struct shell *shell, const char *line)
{
	struct arena arena;
	const char *shown;

	if (shell_switch(shell, "quiet") || !isatty(STDERR_FILENO))
		return;
	arena_init(&arena);
	shown = arena_format(&arena, "\r%s\033[K", line ? presentable(&arena, line, true) : "");
	write_all(STDERR_FILENO, shown, strlen(shown));
	arena_done(&arena);
}

bool shell_run_form(struct shell *shell, struct error *err)
{
	bool done, opened = !shell->cw && !shell->form->officeless;

	if (opened && !office_open_shell(shell, shell->form->reading, err))
		return false;
	done = shell->form->run(shell, err);
	if (opened) {
		casework_close(shell->cw);
		shell->cw = NULL;
	}
	return done;
}

static int finish(struct shell *shell)
{
	const char *text;

	if (!shell->out.bytes)
		return shell->exit;
	text = shell->tty ? presentable(&shell->arena, shell->out.text, true) : shell->out.text;
	if (!write_all(STDOUT_FILENO, text, shell->tty ? strlen(text) : shell->out.bytes)) {
		shell_say(shell, _("kansli: the result could not be written: %s. What was saved is saved."),
			strerror(errno));
		return 1;
	}
	return shell->exit;
}

/* No verb: the screens. */
static int run_screen(struct shell *shell)
{
	struct error err = {0};
	int code;

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
		refuse(&err, ERROR_INVALID, _("The screens need a terminal. kansli help shows the verbs."));
		return complain(shell, &err);
	}
	if (!office_open_shell(shell, false, &err))
		return complain(shell, &err);
	code = shell_screen(shell, &err);
	casework_close(shell->cw);
	return err.kind ? complain(shell, &err) : code;
}

/* Before the words are read, so that what is wrong with them is said in the language asked for. */
static void language_take(int argc, char **argv)
{
	for (int i = 0; i < argc; i++) {
		if (!strncmp(argv[i], "--lang=", 7))
			words_open(argv[i] + 7);
		else if (!strcmp(argv[i], "--lang") && i + 1 < argc)
			words_open(argv[i + 1]);
	}
}

static int run_words(struct shell *shell, int argc, char **argv)
{
	struct error err = {0};
	int code;

	language_take(argc, argv);
	if (!shell_parse(shell, argc, argv, &err))
		return complain(shell, &err);
	if (shell_switch(shell, "help")) {
		shell->verb ? help_verb(shell->verb, &shell->out) : help_all(&shell->out);
		return finish(shell);
	}
	if (shell_switch(shell, "version")) {
		buffer_format(&shell->out, "kansli %s\n", kansli_version);
		return finish(shell);
	}
	if (!shell->verb)
		return run_screen(shell);
	if (!shell_run_form(shell, &err))
		return complain(shell, &err);
	code = finish(shell);
	return code;
}

int cli_run(int argc, char **argv)
{
	struct shell shell = {.tty = isatty(STDOUT_FILENO)};
	int code;

	arena_init(&shell.arena);
	buffer_init(&shell.out);
	code = run_words(&shell, argc, argv);
	buffer_done(&shell.out);
	arena_done(&shell.arena);
	return code;
}

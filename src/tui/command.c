/* The command line. A command is found by either of its names whatever the language of the screen is, so that a help
 * page in one language works in the other. */
#include "command.h"

#include "base/arena.h"
#include "base/text.h"
#include "base/words.h"
#include "help.h"
#include "prompt.h"
#include "ui.h"

static void messages_command(struct ui *ui, struct pane *pane, const char *rest)
{
	(void)pane;
	(void)rest;
	messages_open(ui);
}

static void help_command(struct ui *ui, struct pane *pane, const char *rest)
{
	(void)rest;
	help_open(ui, pane);
}

static void quit_command(struct ui *ui, struct pane *pane, const char *rest)
{
	(void)pane;
	(void)rest;
	ui_end(ui, END_QUIT);
}

const struct command ui_commands[] = {
	{"messages", "meddelanden", N_("messages so far"), NULL, messages_command},
	{"help", "hjälp", N_("the keys of this screen"), "?", help_command},
	{"quit", "avsluta", N_("leave kansli"), "q", quit_command},
	{NULL, NULL, NULL, NULL, NULL},
};

static const char *command_name(const struct command *command)
{
	return words_swedish() && command->swedish != NULL ? command->swedish : command->name;
}

/* The next command after `at` (NULL: the first), the caller's before the loop's own. */
static const struct command *command_next(const struct ui *ui, const struct command *at)
{
	const struct command *given = ui_options(ui)->commands;
	const struct command *next = at != NULL ? at + 1 : given != NULL ? given : ui_commands;
	bool own = at != NULL && at >= ui_commands && at < &ui_commands[sizeof ui_commands / sizeof ui_commands[0]];
	if (next->name == NULL && !own && next != ui_commands) {
		next = ui_commands;
	}
	return next->name == NULL ? NULL : next;
}

static bool name_starts(const char *name, const char *word, size_t bytes)
{
	return name != NULL && strncmp(name, word, bytes) == 0;
}

static bool command_starts(const struct command *command, const char *word, size_t bytes)
{
	return name_starts(command->name, word, bytes) || name_starts(command->swedish, word, bytes);
}

static bool name_is(const char *name, const char *word, size_t bytes)
{
	return name_starts(name, word, bytes) && name[bytes] == '\0';
}

/* By whole name, else by the start of one command alone. */
static const struct command *command_find(const struct ui *ui, const char *word, size_t bytes)
{
	const struct command *only = NULL;
	int found = 0;
	for (const struct command *at = command_next(ui, NULL); at != NULL; at = command_next(ui, at)) {
		if (name_is(at->name, word, bytes) || name_is(at->swedish, word, bytes)) {
			return at;
		}
		if (command_starts(at, word, bytes)) {
			only = at;
			found++;
		}
	}
	return found == 1 ? only : NULL;
}

static const char *command_like(const struct ui *ui, const char *word)
{
	const char *best = NULL;
	int least = 3;
	for (const struct command *at = command_next(ui, NULL); at != NULL; at = command_next(ui, at)) {
		const char *names[] = {at->name, at->swedish};
		for (int i = 0; i < 2; i++) {
			int distance = names[i] == NULL ? least : text_distance(names[i], word);
			if (distance < least) {
				least = distance;
				best = names[i];
			}
		}
	}
	return best;
}

static void unknown_say(struct ui *ui, const char *word)
{
	const char *like = command_like(ui, word);
	if (like != NULL) {
		ui_say(ui, _("Unknown command: %s. Did you mean %s?"), word, like);
	} else {
		ui_say(ui, _("Unknown command: %s. :help shows what there is."), word);
	}
}

bool command_line(struct ui *ui, struct pane *pane, const char *line)
{
	line += strspn(line, " ");
	size_t bytes = strcspn(line, " ");
	if (bytes == 0) {
		return true;
	}
	const struct command *command = command_find(ui, line, bytes);
	if (command == NULL) {
		struct arena arena;
		arena_init(&arena);
		unknown_say(ui, arena_text_part(&arena, line, bytes));
		arena_done(&arena);
		return false;
	}
	const char *rest = line + bytes;
	command->run(ui, pane, rest + strspn(rest, " "));
	return true;
}

static void match_add(struct prompt_matches *out, const struct command *command)
{
	char label[KEY_NAME];
	if (out->count == PROMPT_MATCHES) {
		out->more++;
		return;
	}
	const char *name = command_name(command);
	int at = snprintf(out->text[out->count], PROMPT_MATCH, "%s  %s", name, gettext(command->help));
	if (command->keys != NULL && at > 0 && at < PROMPT_MATCH) {
		snprintf(out->text[out->count] + at, (size_t)(PROMPT_MATCH - at), "  (%s)",
			key_label(command->keys, strlen(command->keys), label));
	}
	snprintf(out->line[out->count++], PROMPT_MATCH, "%s ", name);
}

static void command_matches(struct ui *ui, struct pane *pane, const char *text, struct prompt_matches *out)
{
	size_t bytes = strcspn(text, " ");
	(void)pane;
	if (text[bytes] != '\0') {
		return; /* the command is chosen: what follows is its own */
	}
	for (const struct command *at = command_next(ui, NULL); at != NULL; at = command_next(ui, at)) {
		if (command_starts(at, text, bytes)) {
			match_add(out, at);
		}
	}
}

static void command_accepted(struct ui *ui, struct pane *pane, const char *text)
{
	command_line(ui, pane, text);
}

static const struct prompt_kind command_prompt = {
	.label = ":",
	.matches = command_matches,
	.accepted = command_accepted,
};

void command_open(struct ui *ui, struct pane *pane, const char *text)
{
	(void)pane;
	prompt_open(ui, &command_prompt, text);
}

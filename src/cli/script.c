/* Scripts of shell verbs. Invariant: a line does what the same words do in the shell; there is no second way in. */
#include "cli/cli.h"

#include "base/text.h"
#include "cli/parse.h"

enum { WORDS_MOST = 2 * SHELL_VALUES };

/* One word from *at into `out`, its quotes taken off. False when a quote is not closed. */
static bool word_take(const char **at, struct buffer *out)
{
	char quote = 0;

	for (; **at && (quote || !strchr(" \t", **at)); (*at)++) {
		if (quote ? **at == quote : **at == '"' || **at == '\'')
			quote = quote ? 0 : **at;
		else if (**at == '\\' && quote != '\'' && (*at)[1])
			buffer_add(out, ++*at, 1);
		else
			buffer_add(out, *at, 1);
	}
	return !quote;
}

static bool words_split(struct arena *arena, const char *line, char **words, int *count, struct error *err)
{
	struct buffer word;
	bool whole = true;

	*count = 0;
	buffer_init(&word);
	for (const char *at = line + strspn(line, " \t"); whole && *at; at += strspn(at, " \t")) {
		if (*count == WORDS_MOST)
			whole = refuse(err, ERROR_INVALID, _("Too many arguments at once."));
		else if (!word_take(&at, &word))
			whole = refuse(err, ERROR_INVALID, _("A quote is not closed."));
		else
			words[(*count)++] = arena_text(arena, word.text);
		buffer_clear(&word);
	}
	buffer_done(&word);
	return whole;
}

/* Nobody looks at what a script's verbs say. */
static void shell_quieten(struct shell *shell)
{
	if (shell->value_count == SHELL_VALUES)
		return;
	shell->values[shell->value_count].name = "quiet";
	shell->values[shell->value_count++].value = "";
}

static bool script_sit(struct script *script, struct shell *shell, struct error *err)
{
	struct casework_who who = {.login = office_login(&shell->arena), .as = script->as[0] ? script->as : NULL};

	if (script->cw && strcmp(script->as, script->sits)) {
		casework_close(script->cw);
		script->cw = NULL;
	}
	if (!script->cw && !casework_open(script->db, STORE_WRITE, &who, &script->cw, err))
		return false;
	memcpy(script->sits, script->as, sizeof script->sits);
	shell->cw = script->cw;
	return true;
}

static bool verb_run(struct script *script, struct shell *shell, int count, char **words, struct error *err)
{
	shell->folder = script->folder;
	if (!shell_parse(shell, count, words, err) || (!shell->form->officeless && !script_sit(script, shell, err)))
		return false;
	shell_quieten(shell);
	if (!shell_run_form(shell, err))
		return false;
	return !shell->exit || refuse(err, ERROR_FAILED, _("kansli %s ended with %d."), shell->verb->name, shell->exit);
}

static bool words_run(struct script *script, struct shell *shell, int count, char **words, struct error *err)
{
	if (count == 2 && !strcmp(words[0], "as")) {
		snprintf(script->as, sizeof script->as, "%s", words[1]);
		return true;
	}
	if (count == 3 && !strcmp(words[0], "clock") && day_read(words[1]) != DAY_NONE) {
		char verb[] = "demo", form[] = "clock";
		char *clock[] = {verb, form, arena_format(&shell->arena, "%s %s", words[1], words[2])};

		return verb_run(script, shell, 3, clock, err);
	}
	return verb_run(script, shell, count, words, err);
}

bool cli_run_line(struct script *script, const char *line, struct error *err)
{
	struct shell shell = {0};
	char *words[WORDS_MOST];
	int count;
	bool ran;

	arena_init(&shell.arena);
	buffer_init(&shell.out);
	ran = words_split(&shell.arena, line, words, &count, err) &&
	      (!count || words[0][0] == '#' || words_run(script, &shell, count, words, err));
	buffer_done(&shell.out);
	arena_done(&shell.arena);
	return ran;
}

bool script_run(struct script *script, const char *name, const char *text, struct error *err)
{
	struct error why = {0};
	struct arena arena;
	int number = 1;
	bool ran = true;

	arena_init(&arena);
	for (const char *at = text; ran && *at; number++) {
		size_t bytes = strcspn(at, "\r\n");

		ran = (script->stopped && *script->stopped)
			      ? refuse(err, ERROR_FAILED, _("Stopped before it was done."))
			      : cli_run_line(script, arena_text_part(&arena, at, bytes), &why) ||
					refuse(err, why.kind, _("%s, line %d: %s"), name, number, why.text);
		at += bytes;
		at += *at == '\r';
		at += *at == '\n';
	}
	arena_done(&arena);
	return ran;
}

void script_done(struct script *script)
{
	casework_close(script->cw);
	script->cw = NULL;
}

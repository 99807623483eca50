/* Playing scenarios. Only the first thing that does not hold is told; the scenario ends there. */
#include "scenario.h"

#include "base/file.h"
#include "base/json_walk.h"
#include "json_is.h"
#include "office.h"
#include "office_copy.h"
#include <check.h>
#include <dirent.h>

enum { WORDS = 130, PATH = SCENARIO_PATH };

static void complain(struct scenario *scenario, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void complain(struct scenario *scenario, const char *format, ...)
{
	char said[900];
	va_list values;

	if (scenario->wrong.bytes)
		return;
	va_start(values, format);
	vsnprintf(said, sizeof said, format, values);
	va_end(values);
	buffer_format(&scenario->wrong, "%s:%d: %s\nkansli %s\nexit %d\nout: %.600s\nerr: %.600s", scenario->file,
		scenario->line, said, scenario->words.text, scenario->code, scenario->out.text, scenario->err.text);
}

#define HOLDS(scenario, condition, ...) ((condition) ? (void)0 : complain(scenario, __VA_ARGS__))

/* ---- files and folders */

void folder_remove(const char *name)
{
	struct dirent *entry;
	DIR *open = opendir(name);
	char inside[2 * PATH];

	while (open && (entry = readdir(open)) != NULL) {
		if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, ".."))
			continue;
		snprintf(inside, sizeof inside, "%.299s/%s", name, entry->d_name);
		if (unlink(inside))
			folder_remove(inside);
	}
	if (open)
		closedir(open);
	rmdir(name);
}

/* ---- running */

/* {DIR} and {DB} in a line. */
static void expand(const struct scenario *scenario, const char *text, struct buffer *out)
{
	for (; *text; text++) {
		if (!strncmp(text, "{DIR}", 5)) {
			buffer_text(out, scenario->folder);
			text += 4;
		} else if (!strncmp(text, "{DB}", 4)) {
			buffer_text(out, scenario->db);
			text += 3;
		} else {
			buffer_add(out, text, 1);
		}
	}
}

/* Words as in a shell, in place. */
static int words_split(char *text, char *words[WORDS])
{
	int count = 0;

	while (*(text += strspn(text, " ")) && count < WORDS - 1) {
		char *to = text, quote = 0;

		words[count++] = text;
		for (; *text && (quote || *text != ' '); text++) {
			if (quote ? *text == quote : *text == '"' || *text == '\'')
				quote = quote ? 0 : *text;
			else
				*to++ = *text;
		}
		text += *text == ' ';
		*to = '\0';
	}
	words[count] = NULL;
	return count;
}

_Noreturn void kansli_become(const char *folder, const char *db, char **argv)
{
	char home[PATH + 8], office[PATH + 12], out[PATH], err[PATH];
	char *environment[] = {home, office, (char[]){"LC_ALL=C.UTF-8"}, (char[]){"LANGUAGE=en"}, NULL, NULL};
	char catalogue[PATH];

	snprintf(home, sizeof home, "HOME=%s", folder);
	snprintf(office, sizeof office, "KANSLI_DB=%s", db);
	snprintf(catalogue, sizeof catalogue, "KANSLI_LOCALEDIR=%s", getenv("KANSLI_LOCALEDIR"));
	environment[4] = catalogue;
	snprintf(out, sizeof out, "%.280s/.out", folder);
	snprintf(err, sizeof err, "%.280s/.err", folder);
	dup2(open("/dev/null", O_RDONLY), STDIN_FILENO);
	dup2(open(out, O_WRONLY | O_CREAT | O_TRUNC, 0600), STDOUT_FILENO);
	dup2(open(err, O_WRONLY | O_CREAT | O_TRUNC, 0600), STDERR_FILENO);
	if (chdir(folder) == 0)
		execve(KANSLI, argv, environment);
	_exit(126);
}

int kansli_run(const char *folder, const char *db, char **argv)
{
	int status = 0;
	pid_t pid = fork();

	if (pid == 0)
		kansli_become(folder, db, argv);
	if (pid < 0 || waitpid(pid, &status, 0) != pid)
		return -1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static void output_read(const struct scenario *scenario, const char *name, struct buffer *out)
{
	char path[2 * PATH];

	snprintf(path, sizeof path, "%s/%s", scenario->folder, name);
	buffer_clear(out);
	OK(file_read(path, 64 << 20, out, err));
}

/* How the step before ended, when nothing was said of it. */
static void step_end(struct scenario *scenario)
{
	if (scenario->ran && !scenario->told)
		HOLDS(scenario, scenario->code == 0, "it did not end well");
	scenario->ran = scenario->told = false;
}

static void args(struct scenario *scenario, const char *text)
{
	char *argv[WORDS + 1], program[] = "kansli";
	struct buffer line;

	step_end(scenario);
	buffer_init(&line);
	expand(scenario, text, &line);
	buffer_clear(&scenario->words);
	buffer_text(&scenario->words, line.text);
	argv[0] = program;
	words_split(line.text, argv + 1);
	scenario->code = kansli_run(scenario->folder, scenario->db, argv);
	output_read(scenario, ".out", &scenario->out);
	output_read(scenario, ".err", &scenario->err);
	scenario->ran = true;
	HOLDS(scenario, scenario->code == 0 || scenario->code == 3 || scenario->code == 7 || scenario->out.bytes == 0,
		"it failed, and wrote on standard output");
	HOLDS(scenario, scenario->code == 0 || scenario->err.bytes > 0 || scenario->out.bytes > 0,
		"it failed without a word");
	buffer_done(&line);
}

/* ---- what a line says */

static void office(struct scenario *scenario, const char *which)
{
	if (!strcmp(which, "none"))
		unlink(scenario->db);
	else
		HOLDS(scenario, !strcmp(which, "demo"), "OFFICE is demo or none");
}

static void exits(struct scenario *scenario, const char *text)
{
	scenario->told = true;
	HOLDS(scenario, scenario->code == (int)strtol(text, NULL, 10), "it should have ended with %s", text);
}

static void holds_part(struct scenario *scenario, const struct buffer *in, const char *text, bool wanted)
{
	struct buffer line;

	buffer_init(&line);
	expand(scenario, text, &line);
	HOLDS(scenario, (strstr(in->text, line.text) != NULL) == wanted, wanted ? "missing: %s" : "not wanted: %s",
		line.text);
	buffer_done(&line);
}

static void all_of_it(struct scenario *scenario, const char *text)
{
	struct buffer line;

	buffer_init(&line);
	expand(scenario, text, &line);
	buffer_text(&line, "\n");
	HOLDS(scenario, !strcmp(scenario->out.text, line.text), "not all of it: %s", line.text);
	buffer_done(&line);
}

struct looked_for {
	const char *path, *value;
	struct arena *arena;
};

static void value_meet(void *with, const char *path, const char *value)
{
	struct looked_for *wanted = with;

	if (!strcmp(path, wanted->path))
		wanted->value = arena_text(wanted->arena, value ? value : "null");
}

static void json_holds(struct scenario *scenario, char *path)
{
	struct arena arena;
	struct looked_for wanted = {path, NULL, &arena};
	char *value = strchr(path, ' ');

	if (!value || !json_is(scenario->out.text)) {
		complain(scenario, "it is no JSON, or IS path value");
		return;
	}
	*value++ = '\0';
	arena_init(&arena);
	json_walk(scenario->out.text, &arena, value_meet, &wanted);
	HOLDS(scenario, wanted.value != NULL, "nothing stands at %s", path);
	HOLDS(scenario, wanted.value && !strcmp(wanted.value, value), "%s is %s, not %s", path,
		wanted.value ? wanted.value : "", value);
	arena_done(&arena);
}

static void file_holds(struct scenario *scenario, char *text)
{
	char path[2 * PATH], *rest = strchr(text, ' ');
	struct buffer bytes;

	if (!rest) {
		complain(scenario, "FILE NAME text");
		return;
	}
	*rest++ = '\0';
	snprintf(path, sizeof path, "%s/%s", scenario->folder, text);
	buffer_init(&bytes);
	OK(file_read(path, 64 << 20, &bytes, err));
	HOLDS(scenario, strstr(bytes.text, rest) != NULL, "%s does not hold: %s", text, rest);
	buffer_done(&bytes);
}

/* PUT NAME, and the lines after it. Answers where the next line begins. */
static char *put(struct scenario *scenario, const char *name, char *next)
{
	char path[2 * PATH];
	struct buffer text;

	buffer_init(&text);
	while (next && !strncmp(next, "| ", 2)) {
		size_t bytes = strcspn(next, "\n");

		buffer_add(&text, next + 2, bytes - 2);
		buffer_text(&text, "\n");
		next += bytes + (next[bytes] == '\n');
		scenario->line++;
	}
	snprintf(path, sizeof path, "%s/%s", scenario->folder, name);
	OK(file_write(path, text.text, text.bytes, true, 0600, err));
	buffer_done(&text);
	return next;
}

static char *line_do(struct scenario *scenario, char *line, char *next)
{
	char *rest = line + strcspn(line, " ");

	if (*rest)
		*rest++ = '\0';
	if (!strcmp(line, "PUT"))
		return put(scenario, rest, next);
	if (!strcmp(line, "OFFICE"))
		office(scenario, rest);
	else if (!strcmp(line, "ARGS"))
		args(scenario, rest);
	else if (!strcmp(line, "EXIT"))
		exits(scenario, rest);
	else if (!strcmp(line, "OUT") || !strcmp(line, "OUT!"))
		holds_part(scenario, &scenario->out, rest, !line[3]);
	else if (!strcmp(line, "ERR") || !strcmp(line, "ERR!"))
		holds_part(scenario, &scenario->err, rest, !line[3]);
	else if (!strcmp(line, "OUT="))
		all_of_it(scenario, rest);
	else if (!strcmp(line, "JSON"))
		HOLDS(scenario, json_is(scenario->out.text), "it is no JSON");
	else if (!strcmp(line, "IS"))
		json_holds(scenario, rest);
	else if (!strcmp(line, "FILE"))
		file_holds(scenario, rest);
	else
		HOLDS(scenario, false, "what is %s?", line);
	return next;
}

void scenario_play_line(struct scenario *scenario, char *line)
{
	scenario->line++;
	line_do(scenario, line, NULL);
}

void scenario_end(struct scenario *scenario)
{
	step_end(scenario);
}

void scenario_play(struct scenario *scenario, char *text)
{
	for (char *at = text, *next; at && *at && !scenario->wrong.bytes; at = next) {
		next = strchr(at, '\n');
		if (next)
			*next++ = '\0';
		scenario->line++;
		if (*at && *at != '#')
			next = line_do(scenario, at, next);
	}
	step_end(scenario);
}

/* ---- beginning and ending */

void scenario_init(
	struct scenario *scenario, const char *name, const char *root, const char *folder, const char *office)
{
	*scenario = (struct scenario){.file = name};
	buffer_init(&scenario->out);
	buffer_init(&scenario->err);
	buffer_init(&scenario->words);
	buffer_init(&scenario->wrong);
	snprintf(scenario->folder, sizeof scenario->folder, "%s/%s", root, folder);
	snprintf(scenario->db, sizeof scenario->db, "%.280s/kontor.kansli", scenario->folder);
	ck_assert_int_eq(mkdir(scenario->folder, 0700), 0);
	if (office)
		office_copy(office, scenario->db);
}

void scenario_done(struct scenario *scenario)
{
	buffer_done(&scenario->wrong);
	buffer_done(&scenario->words);
	buffer_done(&scenario->err);
	buffer_done(&scenario->out);
}

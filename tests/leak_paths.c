/* Everything one person at the desk can get out of the office. */
#include "leak_paths.h"

#include "casework/core.h"
#include "cli/cli.h"
#include "cli/parse.h"
#include "session.h"
#include "tui/go.h"
#include "tui/pane_table.h"

#include <check.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { WORDS = 16, TEXT = 256, ROWS = 48, COLUMNS = 150, DEEP = 4, FEW_DRAWS = 2000, FEW_SELECTIONS = 4 };

void leak_paths_init(struct leak_paths *paths)
{
	int kinds = 0;

	*paths = (struct leak_paths){0};
	arena_init(&paths->arena);
	while (pane_kinds[kinds])
		kinds++;
	paths->seen = memory_take((size_t)kinds * sizeof(bool));
	memset(paths->seen, 0, (size_t)kinds * sizeof(bool));
}

void leak_paths_done(struct leak_paths *paths)
{
	free(paths->items);
	free(paths->seen);
	arena_done(&paths->arena);
}

/* What is by chance in every office is taken out: operation ids, the chain, names of temporary folders. */
static void scrub(char *text)
{
	static const char hex[] = "0123456789abcdef-";

	for (char *at = text; *at; at++) {
		size_t bytes = strspn(at, hex);
		if (bytes >= 16)
			memset(at, '#', bytes);
		else if (!strncmp(at, "/kansli-", 8))
			memset(at + 8, '#', strcspn(at + 8, "/ \n\"'"));
	}
}

static void path_add(struct leak_paths *paths, const char *name, const char *text)
{
	if (paths->count == paths->room) {
		paths->room = paths->room ? 2 * paths->room : 1024;
		paths->items = realloc(paths->items, (size_t)paths->room * sizeof(*paths->items));
		ck_assert_ptr_nonnull(paths->items);
	}
	char *kept = arena_text(&paths->arena, text);
	scrub(kept);
	paths->items[paths->count++] = (struct leak_path){arena_text(&paths->arena, name), kept};
}

/* In place of the real one, which the linker calls by another name: what is hidden shows in few weightings as well as
 * in many, and every look at a ranking would have its hundred thousand. */
bool __real_robust_calculate(const struct robust_problem *problem, struct robust_watch *watch, struct robust *out);
bool __wrap_robust_calculate(const struct robust_problem *problem, struct robust_watch *watch, struct robust *out);

bool __wrap_robust_calculate(const struct robust_problem *problem, struct robust_watch *watch, struct robust *out)
{
	struct robust_problem fewer = *problem;

	fewer.draws = fewer.draws < FEW_DRAWS ? fewer.draws : FEW_DRAWS;
	return __real_robust_calculate(&fewer, watch, out);
}

bool __real_core_calculate(
	const struct core_problem *problem, struct robust_watch *watch, struct core *out, struct error *err);
bool __wrap_core_calculate(
	const struct core_problem *problem, struct robust_watch *watch, struct core *out, struct error *err);

bool __wrap_core_calculate(
	const struct core_problem *problem, struct robust_watch *watch, struct core *out, struct error *err)
{
	struct core_problem fewer = *problem;

	fewer.weightings = fewer.weightings < FEW_SELECTIONS ? fewer.weightings : FEW_SELECTIONS;
	return __real_core_calculate(&fewer, watch, out, err);
}

/* ---- the shell */

/* What verbs are asked about: nothing, the case, its measure, the rest by numbers and words. */
static const char *const tries[][4] = {{NULL}, {"1-2026"}, {"1-2026.1"}, {"1-2026.2"}, {"2-2026.1"}, {"1"}, {"2026"},
	{"stor"}, {"MÄRKET"}, {"20"}, {"1-2026-1"}, {"1-2026", "1"}, {"1-2026.1", "1"}, {"1", "2"},
	{"1-2026.1", "maja"}, {"1-2026.1", "K1", "3"}, {"1-2026.1", "2026", "4000000"}, {"4-2026"}, {"4-2026", "1"},
	{"4-2026", "1", "decided"}, {"1-2026.1", "1", "1", "1"}};
enum { TRIES = sizeof tries / sizeof *tries };

/* An option that takes a value is given one of its kind. */
static const char *value_for(const struct option_row *option)
{
	static const struct {
		const char *value, *given;
	} kinds[] = {{"YEAR", "2026"}, {"ROUND", "2026"}, {"N", "1"}, {"NR", "1-2026"}, {"MEASURE", "1-2026.1"},
		{"LOGIN", "mats"}, {"PERSON", "mats"}, {"DAY", "2026-11-22"}, {"FILTER", "stor"}, {"COLUMN", "-points"},
		{"REGION", "20"}, {"TEXT", "Skäl."}, {"NUMBER", "1"}, {"SEED", "7"}};

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (!strcmp(option->value, kinds[i].value))
			return kinds[i].given;
	return "1";
}

static int said_file = -1; /* what goes to standard error while a form runs */

static void said_take(struct buffer *out)
{
	char bytes[4096];
	ssize_t got;

	lseek(said_file, 0, SEEK_SET);
	while ((got = read(said_file, bytes, sizeof bytes)) > 0)
		buffer_add(out, bytes, (size_t)got);
	ck_assert_int_eq(ftruncate(said_file, 0), 0);
	lseek(said_file, 0, SEEK_SET);
}

static void form_run(struct leak_paths *paths, struct casework *cw, const char *const words[], int count)
{
	struct shell shell = {.cw = cw, .folder = "/nonexistent"};
	struct error err = {0};
	struct buffer name;
	char *argv[WORDS];

	arena_init(&shell.arena);
	buffer_init(&shell.out);
	buffer_init(&name);
	for (int i = 0; i < count; i++) {
		argv[i] = arena_text(&shell.arena, words[i]);
		buffer_format(&name, "%s%s", i ? " " : "", words[i]);
	}
	if (shell_parse(&shell, count, argv, &err))
		shell_run_form(&shell, &err);
	buffer_format(&shell.out, "\n%s\nexit %d\n", err.text, shell.exit);
	said_take(&shell.out);
	path_add(paths, name.text, shell.out.text);
	buffer_done(&name);
	buffer_done(&shell.out);
	arena_done(&shell.arena);
}

/* Where a form would leave the desk, or undo why the person sees nothing. */
static bool form_left_out(const struct verb *verb, const struct form *form)
{
	static const char *const verbs_out[] = {"backup", "import", "disqualification", NULL};

	for (int i = 0; verbs_out[i]; i++)
		if (!strcmp(verb->name, verbs_out[i]) && !form->reading)
			return true;
	return form->officeless || (form->reading && !strcmp(verb->name, "backup"));
}

struct asking {
	struct leak_paths *paths;
	struct casework *cw;
	const char *words[WORDS];
	int count;
};

static void ask(const struct asking *asking, const char *option, const char *value)
{
	struct asking one = *asking;

	if (option)
		one.words[one.count++] = option;
	if (value)
		one.words[one.count++] = value;
	form_run(one.paths, one.cw, one.words, one.count);
}

static void options_ask(const struct asking *asking, const struct form *form)
{
	static const char *const apart[] = {"output", "force", "in", "file", "dialect", "draws", NULL};

	for (const struct option_row *option = form->options; option && option->name; option++) {
		char name[TEXT];
		bool skip = false;

		for (int i = 0; apart[i]; i++)
			skip = skip || !strcmp(option->name, apart[i]);
		if (skip)
			continue;
		snprintf(name, sizeof name, "--%s", option->name);
		ask(asking, name, option->value ? value_for(option) : NULL);
	}
}

static void form_try(struct leak_paths *paths, struct casework *cw, const struct verb *verb, const struct form *form)
{
	int before = paths->count;

	for (int i = 0; i < TRIES; i++) {
		struct asking asking = {.paths = paths, .cw = cw, .words = {verb->name}, .count = 1};
		int given = 0;

		if (form->name)
			asking.words[asking.count++] = form->name;
		for (; given < 4 && tries[i][given]; given++)
			asking.words[asking.count++] = tries[i][given];
		if (given < form->least || (form->most >= 0 && given > form->most))
			continue;
		ask(&asking, NULL, NULL);
		if (form->shows) {
			ask(&asking, "--json", NULL);
			ask(&asking, "--csv", NULL);
		}
		if (form->reading && i < 3)
			options_ask(&asking, form);
	}
	ck_assert_msg(paths->count > before, "nothing fits %s %s", verb->name, form->name ? form->name : "");
}

void leak_shell(struct leak_paths *paths, struct casework *cw, bool reading)
{
	int kept = dup(STDERR_FILENO);

	said_file = memfd_create("said", MFD_CLOEXEC);
	ck_assert(kept >= 0 && said_file >= 0 && dup2(said_file, STDERR_FILENO) >= 0);
	for (int i = 0; verbs[i]; i++)
		for (const struct form *form = verbs[i]->forms; form->run; form++)
			if ((form->reading || form->shows) == reading && !form_left_out(verbs[i], form))
				form_try(paths, cw, verbs[i], form);
	dup2(kept, STDERR_FILENO);
	close(kept);
	close(said_file);
}

/* ---- the screens */

/* A way from the first screen: what is typed after ':' and the keys then pressed. */
struct way {
	const struct command *command;
	const char *about;
	const char *keys[DEEP];
	int deep;
};
struct walker {
	struct leak_paths *paths;
	struct session *session;
	bool *opened; /* panes whose keys have been pressed, from the row in focus */
};

static int kind_at(const struct pane_kind *kind)
{
	for (int i = 0; pane_kinds[i]; i++)
		if (pane_kinds[i] == kind)
			return i;
	return -1;
}

static void home(struct walker *walker)
{
	while (ui_top(walker->session->ui)->below)
		ui_pop(walker->session->ui);
}

static void way_go(struct walker *walker, const struct way *way)
{
	home(walker);
	way->command->run(walker->session->ui, ui_top(walker->session->ui), way->about);
	fake_settle(&walker->session->fake, walker->session->ui);
	for (int i = 0; i < way->deep; i++)
		session_press(walker->session, way->keys[i]);
}

static void screen_add(struct walker *walker, const struct way *way)
{
	struct buffer name, text;
	int kind = kind_at(ui_top(walker->session->ui)->kind);

	buffer_init(&name);
	buffer_init(&text);
	buffer_format(&name, ":%s %s", way->command->name, way->about);
	for (int i = 0; i < way->deep; i++)
		buffer_format(&name, " %s", way->keys[i]);
	for (int row = 0; row < ROWS; row++)
		buffer_format(&text, "%s\n", session_row(walker->session, row));
	if (kind >= 0)
		walker->paths->seen[kind] = true;
	path_add(walker->paths, name.text, text.text);
	buffer_done(&text);
	buffer_done(&name);
}

static bool key_left_out(const struct action *action)
{
	return strstr(action->name, "quit") || strstr(action->name, "suspend");
}

/* Each key of the pane the way has come to, and on through the panes they open. */
static void keys_press(struct walker *walker, const struct way *way)
{
	const struct pane_kind *kind = ui_top(walker->session->ui)->kind;
	int at = kind_at(kind);

	if (way->deep == DEEP || at < 0 || walker->opened[at])
		return;
	walker->opened[at] = true;
	for (const struct action *action = kind->actions; action->name; action++) {
		struct way on = *way;

		if (key_left_out(action) || !action->keys[0])
			continue;
		on.keys[on.deep++] = arena_text_part(&walker->paths->arena, action->keys, strcspn(action->keys, " "));
		way_go(walker, &on);
		if (ui_over(walker->session->ui))
			return;
		screen_add(walker, &on);
		keys_press(walker, &on);
	}
}

static const char *const starts[] = {NULL, "Down", "End"};
enum { STARTS = sizeof starts / sizeof *starts };

static void way_try(struct walker *walker, const struct command *command, const char *about, bool *opened, int kinds)
{
	for (int i = 0; i < STARTS; i++) {
		struct way way = {.command = command, .about = about};

		if (starts[i])
			way.keys[way.deep++] = starts[i];
		way_go(walker, &way);
		screen_add(walker, &way);
		walker->opened = opened + i * kinds;
		keys_press(walker, &way);
	}
}

/* First about the case, so that a pane's keys are pressed there when it can be opened about a case. */
void leak_screens(struct leak_paths *paths, struct casework *cw)
{
	static const char *const about[] = {"1-2026", "1-2026.1", "", "MÄRKET", "1-2026-1"};
	struct walker walker = {.paths = paths, .session = session_on(cw, ROWS, COLUMNS, &list_pane, NULL)};
	int kinds = 0;

	while (pane_kinds[kinds])
		kinds++;
	bool *opened = memory_take((size_t)(STARTS * kinds) * sizeof(bool));
	memset(opened, 0, (size_t)(STARTS * kinds) * sizeof(bool));
	for (size_t i = 0; i < sizeof about / sizeof *about; i++)
		for (const struct command *command = go_commands; command->name; command++)
			way_try(&walker, command, about[i], opened, kinds);
	free(opened);
	session_close(walker.session);
}

/* The screens as one program: the desk, the loop, the watch over the office's folder, unsaved work offered back.
 * Invariant: another's change is told, never taken in by itself: rows stay put under the person's hands until r. */
#include "tui/screen.h"
#include "tui/command.h"
#include "tui/desk.h"
#include "tui/drafts.h"
#include "tui/term.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/application.h"
#include "casework/event.h"

#include <sys/inotify.h>

/* ---- others' changes */

static int folder_watch(const char *path)
{
	char folder[4096];
	const char *slash = strrchr(path, '/');
	int watch = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);

	if (watch < 0)
		return -1;
	snprintf(folder, sizeof folder, "%.*s", slash ? (int)(slash - path) : 1, slash ? path : ".");
	if (inotify_add_watch(watch, folder[0] ? folder : "/", IN_MODIFY | IN_CREATE | IN_MOVED_TO) < 0) {
		close(watch);
		return -1;
	}
	return watch;
}

static void watch_drain(int watch)
{
	char piece[4096] __attribute__((aligned(8)));

	while (read(watch, piece, sizeof piece) > 0)
		;
}

/* "Göran Åkerlöf: 3, 26": who has changed which cases since things were last read; the actor's own are left out. */
static bool others_name(struct desk *desk, char *out, size_t room)
{
	struct event_query query = {.most = 60};
	struct event_list list;
	struct error err;
	size_t used = 0;
	int64_t last = 0;

	out[0] = '\0';
	if (!event_list_load(desk->cw, &query, &list, &err))
		return false;
	for (int i = 0; i < list.count && list.items[i].seq > desk->seen && used + 40 < room; i++) {
		const struct event_row *event = &list.items[i];
		char number[DESK_NUMBER];
		int wrote;

		if (!strcmp(event->actor, casework_actor_name(desk->cw)) || event->application == last)
			continue;
		desk_number(desk, event->application_year, event->application_n, number);
		wrote = snprintf(out + used, room - used, "%s%s%s%s", used ? ", " : "", event->actor,
			event->application ? " " : "", event->application ? number : "");
		used += wrote > 0 && (size_t)wrote < room - used ? (size_t)wrote : 0;
		last = event->application;
	}
	event_list_done(&list);
	return used > 0;
}

static bool desk_woken(void *with)
{
	struct desk *desk = with;
	char names[200];

	watch_drain(desk->watch);
	if (casework_others_changed(desk->cw) && others_name(desk, names, sizeof names))
		ui_say(desk->ui, _("Changed by others: %s · r takes it in"), names);
	return false;
}

/* Where inotify fails the file itself is asked, every other second. */
static bool desk_idle(void *with)
{
	return store_idle(casework_store(((struct desk *)with)->cw));
}

/* ---- commands */

static void push_list(struct ui *ui, struct pane *pane, const char *rest)
{
	(void)pane;
	(void)rest;
	while (ui_top(ui)->below)
		ui_pop(ui);
}

static void push_ranking(struct ui *ui, struct pane *pane, const char *rest)
{
	(void)pane;
	(void)rest;
	ui_push(ui, &ranking_pane, NULL);
}

static void push_plans(struct ui *ui, struct pane *pane, const char *rest)
{
	(void)pane;
	(void)rest;
	ui_push(ui, &plans_pane, NULL);
}

static void push_budget(struct ui *ui, struct pane *pane, const char *rest)
{
	(void)pane;
	(void)rest;
	ui_push(ui, &budget_pane, NULL);
}

static void push_persons(struct ui *ui, struct pane *pane, const char *rest)
{
	(void)pane;
	(void)rest;
	ui_push(ui, &persons_pane, NULL);
}

static void push_rounds(struct ui *ui, struct pane *pane, const char *rest)
{
	(void)pane;
	(void)rest;
	ui_push(ui, &rounds_pane, NULL);
}

/* The application a command is about: the one named, else none. */
static bool command_about(struct ui *ui, const char *rest, int64_t *id)
{
	struct error err = {0};

	if (text_blank(rest)) {
		ui_say(ui, "%s", _("Which case? Write its number after the command."));
		return false;
	}
	if (application_find(desk_of(ui)->cw, rest, id, &err))
		return true;
	desk_refused(ui, &err);
	return false;
}

static void push_detail(struct ui *ui, struct pane *pane, const char *rest)
{
	int64_t id;

	(void)pane;
	if (command_about(ui, rest, &id))
		ui_push(ui, &detail_pane, &id);
}

static void push_gates(struct ui *ui, struct pane *pane, const char *rest)
{
	int64_t id;

	(void)pane;
	if (command_about(ui, rest, &id))
		ui_push(ui, &gates_pane, &id);
}

static void push_log(struct ui *ui, struct pane *pane, const char *rest)
{
	int64_t id = 0;

	(void)pane;
	if (text_blank(rest) || command_about(ui, rest, &id))
		ui_push(ui, &log_pane, &id);
}

static void push_note(struct ui *ui, struct pane *pane, const char *rest)
{
	int64_t id;

	(void)pane;
	if (command_about(ui, rest, &id))
		note_form(ui, id, 0, 0);
}

static void push_scoring(struct ui *ui, struct pane *pane, const char *rest)
{
	struct error err = {0};
	int64_t id;

	(void)pane;
	if (text_blank(rest))
		ui_say(ui, "%s", _("Which measure? Write its number after the command."));
	else if (measure_find(desk_of(ui)->cw, rest, &id, &err))
		ui_push(ui, &scoring_pane, &id);
	else
		desk_refused(ui, &err);
}

static void push_register(struct ui *ui, struct pane *pane, const char *rest)
{
	(void)pane;
	(void)rest;
	application_form(ui, 0);
}

static const struct command commands[] = {
	{"list", "lista", N_("the cases"), NULL, push_list},
	{"show", "visa", N_("a case by its number"), "Enter", push_detail},
	{"note", "anteckna", N_("write a dialogue note in a case"), "c", push_note},
	{"gate", "kontrollpunkt", N_("the control points of a case"), NULL, push_gates},
	{"score", "poäng", N_("assess a measure"), "p", push_scoring},
	{"rank", "rang", N_("the ranking"), "2", push_ranking},
	{"pay", "utbetalning", N_("the payment plans"), "3", push_plans},
	{"budget", "budget", N_("the budget per year"), "4", push_budget},
	{"log", "logg", N_("what has happened, in the office or in a case"), "5", push_log},
	{"person", "person", N_("persons and roles"), "6", push_persons},
	{"round", "omgång", N_("the rounds"), "7", push_rounds},
	{"register", "registrera", N_("register an application"), "+", push_register},
	{NULL, NULL, NULL, NULL, NULL},
};

/* ---- the whole */

static int exit_code(enum end_reason reason)
{
	switch (reason) {
	case END_QUIT: return 0;
	case END_GONE:
	case END_HANGUP: return 128 + SIGHUP;
	case END_TERMINATED: return 128 + SIGTERM;
	}
	return 1;
}

static struct terminal *terminal_of_memory;

/* Memory has ended: the terminal is given back before the program goes. */
static void farewell(void)
{
	term_close(terminal_of_memory);
}

static bool terminal_open(const struct screen_options *options, struct terminal **out, struct error *err)
{
	struct term_options term = {
		.type = getenv("TERM"),
		.charset = words_charset(),
		.colour = options->colour,
		.served = options->served,
		.bench = getenv("KANSLI_BENCH") != NULL,
	};

	if (!term_open(&term, out, err))
		return false;
	terminal_of_memory = *out;
	memory_farewell = farewell;
	return true;
}

static enum end_reason screens(struct desk *desk, struct terminal *terminal, const struct screen_options *options)
{
	struct ui_options ui_options = {
		.terminal = terminal,
		.commands = commands,
		.clock = casework_clock(desk->cw),
		.drafts = {options->drafts, casework_office(desk->cw), casework_login(desk->cw)},
		.served = options->served,
		.linear = options->linear,
		.idle = desk_idle,
		.woken = desk_woken,
		.draft_open = draft_reopen,
		.with = desk,
	};
	enum end_reason reason;

	desk->ui = ui_new(&ui_options);
	terminal->watch(terminal, desk->watch);
	ui_push(desk->ui, &list_pane, NULL);
	ui_say(desk->ui, _("Welcome, %s. ? shows the keys, x everything you can do."), casework_actor_name(desk->cw));
	drafts_open(desk->ui);
	reason = ui_run(desk->ui);
	ui_free(desk->ui);
	return reason;
}

int screen_run(struct casework *cw, const struct screen_options *options, struct error *err)
{
	struct desk desk = {.cw = cw, .watch = -1};
	struct terminal *terminal;
	enum end_reason reason;

	if (!desk_refresh(&desk, err))
		return 1;
	if (!terminal_open(options, &terminal, err)) {
		programme_done(&desk.programme);
		return 2;
	}
	desk.watch = folder_watch(store_path(casework_store(cw)));
	reason = screens(&desk, terminal, options);
	memory_farewell = NULL;
	term_close(terminal);
	if (desk.watch >= 0)
		close(desk.watch);
	programme_done(&desk.programme);
	return exit_code(reason);
}

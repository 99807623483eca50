/* The screens as one program: the desk, the loop, the watch over the office's folder, unsaved work offered back.
 * Invariant: another's change is told, never taken in by itself: rows stay put under the person's hands until r. */
#include "tui/screen.h"
#include "tui/desk.h"
#include "tui/drafts.h"
#include "tui/firmness.h"
#include "tui/go.h"
#include "tui/term.h"

#include "base/words.h"
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
	if (inotify_add_watch(watch, folder[0] ? folder : "/", IN_MODIFY | IN_ATTRIB | IN_CREATE | IN_MOVED_TO) < 0) {
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

	if (term.bench && getenv("KANSLI_HASTE"))
		firmness_hasten();
	if (!term_open(&term, out, err))
		return false;
	terminal_of_memory = *out;
	memory_farewell = farewell;
	return true;
}

/* Work that an earlier session left unsaved is offered before anything else. */
static void drafts_offer(struct ui *ui)
{
	struct draft_list list = {0};
	struct error err = {0};

	if (!draft_list_load(&ui_options(ui)->drafts, &list, &err))
		desk_refused(ui, &err);
	else if (list.count)
		drafts_open(ui);
	draft_list_done(&list);
}

static enum end_reason screens(struct desk *desk, struct terminal *terminal, const struct screen_options *options)
{
	struct ui_options ui_options = {
		.terminal = terminal,
		.commands = go_commands,
		.clock = casework_clock(desk->cw),
		.drafts = {options->drafts, casework_office(desk->cw), casework_login(desk->cw)},
		.served = options->served,
		.linear = options->linear,
		.marker = options->marker,
		.idle = desk_idle,
		.woken = desk_woken,
		.draft_open = draft_reopen,
		.with = desk,
	};
	enum end_reason reason;

	desk->ui = ui_new(&ui_options);
	terminal->watch(terminal, desk->watch);
	ui_push(desk->ui, &list_pane, NULL);
	if (options->notice)
		ui_say(desk->ui, "%s", options->notice);
	else
		ui_say(desk->ui, _("Welcome, %s. ? shows the keys, x everything you can do."),
			casework_actor_name(desk->cw));
	drafts_offer(desk->ui);
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

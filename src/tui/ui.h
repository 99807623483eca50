/* The loop: key -> action -> stale -> load -> draw -> show. Panes reach each other and the person only through here.
 * Invariant: nothing is drawn by a handler, and nothing is loaded while something is drawn. */
#ifndef KANSLI_TUI_UI_H
#define KANSLI_TUI_UI_H

#include "base/day.h"
#include "base/draft.h"
#include "base/error.h"
#include "pane.h"
#include "terminal.h"

/* A line typed after ':', the verbs of the shell without "kansli". Both names work in both languages. */
struct command {
	const char *name, *swedish; /* "messages", "meddelanden"; the same when there is one name only */
	const char *help;           /* N_("messages so far") */
	const char *keys;           /* the key that does the same, or NULL */
	void (*run)(struct ui *, struct pane *,
		const char *rest); /* the pane the line was typed over; rest is "" or more */
};

extern const struct command ui_commands[]; /* those the loop has itself */

struct ui_options {
	struct terminal *terminal;
	const struct command *commands; /* ended by a row without a name; NULL: the loop's own only */
	const struct clock *clock;
	struct draft_place drafts;
	/* Opens the form a draft belongs to; false, with a message said, when that cannot be done. May be NULL. */
	bool (*draft_open)(struct ui *, const struct draft *);
	bool letters_off; /* single letters run nothing (WCAG 2.1.4) */
	bool read_only;
	bool served; /* over SSH as a service: no other program is ever started, and there is no shell to return to */
	bool marker; /* the row in focus has its mark and the cursor only, no reverse: for slow lines */
	bool linear; /* for screen readers: no rules, one thing a line */
	/* Other keys for an action, or NULL for its own. May itself be NULL. */
	const char *(*keys)(void *with, const char *pane, const char *action);
	/* Asserted before every wait and every write to the terminal: no transaction is open. May be NULL. */
	bool (*idle)(void *with);
	/* The watched descriptor has something to say; true: all panes are stale. May be NULL. */
	bool (*woken)(void *with);
	void *with; /* whatever the panes work on; ui_with() */
};

struct ui *ui_new(const struct ui_options *options);
void ui_free(struct ui *ui); /* closes what is open; accepts NULL */
/* Runs until the person leaves or is gone. Typed text has been kept on disk when it answers. At least one pane must
 * have been pushed. */
enum end_reason ui_run(struct ui *ui);
void ui_turn(struct ui *ui); /* one turn of the loop, for tests */
bool ui_over(const struct ui *ui);
void ui_end(struct ui *ui, enum end_reason reason);

void *ui_with(const struct ui *ui);
const struct ui_options *ui_options(const struct ui *ui);
struct pane *ui_top(const struct ui *ui);
struct pane *ui_screen(const struct ui *ui); /* the topmost pane that is no dialog */
const struct surface *ui_sheet(const struct ui *ui);
struct key ui_key(const struct ui *ui); /* the key being handled, for an action with several */
day ui_today(const struct ui *ui);

/* Puts a pane on top; false when its open refused. */
bool ui_push(struct ui *ui, const struct pane_kind *kind, const void *what);
/* Takes the top pane off; the one below is shown as it was. Freed when the key has been handled. */
void ui_pop(struct ui *ui);
void ui_pop_to(struct ui *ui, const struct pane *pane); /* takes off whatever stands above `pane` */
void ui_stale(struct ui *ui);                           /* all panes load anew before the next frame */
void ui_wake(struct ui *ui, int ms);                    /* every pane's tick runs at the latest then */
bool ui_waiting(const struct ui *ui);                   /* a key has come: long work had better end */
void ui_suspend(struct ui *ui);                         /* as Ctrl-Z does, or says that there is no shell */
void ui_escape(struct ui *ui);                          /* one layer back, as Esc does; never quits */
void ui_back(struct ui *ui);                            /* one screen back, as q does; quits on the first */

/* One sentence on the message line until the next key, and in the log. */
void ui_say(struct ui *ui, const char *format, ...) __attribute__((format(printf, 2, 3)));
void ui_say_error(struct ui *ui, const struct error *err); /* "Error: …", "Note: …" by kind */
int ui_errors_said(const struct ui *ui);                   /* how many so far: has this answer been refused? */
const char *ui_message(const struct ui *ui);               /* "" when there is none */
const char *ui_said(const struct ui *ui, int back, const char **moment); /* 0 the latest; NULL when there are no more */
/* Long work tells how far it has come: shown from 300 ms on and then once a second. True when the person wants it to
 * stop (Esc, Ctrl-C) or is gone. No transaction may be open. */
bool ui_progress(struct ui *ui, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Hands text to the clipboard of the person's own machine, and says so: "Copied 12 rows (OSC 52). …" with `what` in the
 * user's language. */
void ui_copy(struct ui *ui, const char *text, const char *what);
void ui_watch(struct ui *ui, int descriptor); /* woken() is asked when it is readable; -1 ends it */
/* Something is worked out in the background for a pane, or has been: its tick looks after it. */
void ui_working(struct ui *ui, bool working);
/* It is not ready: the tick comes again, soon at first and then ever more seldom. */
void ui_look(struct ui *ui);
void ui_note_kept(struct ui *ui); /* a draft is on disk: counted for the bench */

/* ---- keys and actions */
extern const struct action ui_actions[]; /* what works everywhere */
const char *action_keys(const struct ui *ui, const struct pane_kind *kind, const struct action *action);
const char *action_why_not(const struct ui *ui, const struct pane *pane, const struct action *action);
/* The tables a pane answers to, the nearest first: its own, its listing's, its reader's, everywhere's. NULL ends. */
enum { ACTION_TABLES = 5 };
void action_tables(const struct pane_kind *kind, const struct action *tables[ACTION_TABLES]);
const struct action *action_find(const struct ui *ui, const struct pane *pane, struct key key);
/* For tests: two actions of a kind that share a key, or a name no key has. NULL when all is well. */
const char *action_clash(const struct pane_kind *kind, char out[KEY_NAME]);
/* The hint line that fits `columns`. */
void action_hints(const struct ui *ui, const struct pane *pane, int columns, char *out, size_t room);
/* Runs an action as its key would: why not is said instead when it is barred. */
void action_run(struct ui *ui, struct pane *pane, const struct action *action);

#endif

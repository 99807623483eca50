/* The shell's door. A verb is one file and one word in meson.build: from its forms come dispatch, option parsing, help,
 * completion and the manual's synopsis. Results go to stdout, all else to stderr; no verb asks a question. */
#ifndef KANSLI_CLI_CLI_H
#define KANSLI_CLI_CLI_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/draft.h"
#include "base/words.h"
#include "casework/casework.h"
#include "csv/columns.h"

/* An option of one form; what several forms take stands in options.c. */
struct option_row {
	const char *name;  /* "reason"; NULL ends the table */
	const char *value; /* what it takes, for help: N_("TEXT"); NULL: a switch */
	const char *help;  /* N_("why") */
	bool many;         /* may be given several times */
};

struct shell;
/* One way of using a verb: `rank move NR PLACE`. */
struct form {
	const char *name, *swedish;       /* second word and its Swedish alias; NULL: the verb alone */
	const char *arguments;            /* for help: N_("NR PLACE"); "" none */
	int least, most;                  /* how many arguments; most -1: any number */
	const char *help;                 /* N_("move a measure in the ranking"), a verb phrase */
	const struct option_row *options; /* NULL: none of its own */
	/* False with err; may set shell->exit and still answer true. NULL ends the table. */
	bool (*run)(struct shell *shell, struct error *err);
	bool officeless; /* runs without an open office */
	bool reading;    /* opens the office for reading only */
	bool shows;      /* takes --json, --csv, --plain, --dialect, --output and --force */
	bool delivers;   /* takes --output and --force of these: the result is one thing, whose form is given */
};
struct verb {
	const char *name, *swedish; /* "rank", "rang" */
	const char *help;
	const struct form *forms; /* ended by a row without run */
	const char *plain; /* the Swedish name without å, ä and ö, for terminals that cannot write them; or NULL */
};
extern const struct verb *const verbs[]; /* made by the build from its list; NULL ends it */
extern const char *const kansli_version; /* "0.1.0" */

enum { SHELL_VALUES = 64 };
struct shell {
	struct arena arena;
	struct casework *cw; /* NULL for an officeless form */
	const struct verb *verb;
	const struct form *form;
	const char *arguments[SHELL_VALUES];
	int argument_count;
	struct {
		const char *name, *value;
	} values[SHELL_VALUES];
	int value_count;
	struct buffer out;  /* what stdout gets when the verb has succeeded */
	int exit;           /* 0, or 3 nothing matched, 7 a check failed */
	int signal;         /* what stopped the verb, SIGINT; 0 nothing */
	const char *folder; /* where relative file names begin; NULL: where the process stands */
	bool tty;           /* stdout is a terminal */
	const char *notice; /* what opening the office led to, for the screens to show; NULL nothing */
};

/* Runs the words after "kansli"; answers the exit code: 0 done, 1 failed, 2 wrong use, 3 nothing such, 4 not allowed,
 * 5 somebody changed it first, 6 busy, 7 a check failed. */
int cli_run(int argc, char **argv);
/* The other door, set by main(): the screens, run when no verb is given; and the keys of the screens. */
extern int (*shell_screen)(struct shell *shell, struct error *err);
extern void (*shell_keys)(struct buffer *out, bool manual);
int cli_exit_code(enum error_kind kind);

/* A script of shell verbs in one office of invented cases, run in this process through the same dispatch. A line is
 * words as in a shell ("…", '…', \), empty, or a comment (#); besides the verbs there are `as LOGIN` and `clock DAY
 * HH:MM`. The office stays open between the lines of one person. */
struct script {
	const char *db, *folder; /* the office, and where its file names begin */
	char as[65], sits[65];   /* who acts, and who has it open */
	struct casework *cw;
	const volatile sig_atomic_t *stopped; /* NULL, or not 0 when no further line is to be run */
};
/* False with the verb's own error; an exit code that is not 0 is ERROR_FAILED. Results are thrown away. */
bool cli_run_line(struct script *script, const char *line, struct error *err);
/* All lines; stops at the first that fails: "NAME, line 12: …". */
bool script_run(struct script *script, const char *name, const char *text, struct error *err);
void script_done(struct script *script);

/* ---- for the verbs */
const char *shell_option(const struct shell *shell, const char *name); /* the last one given, or NULL */
/* The nth time (from 0) the option was given, or NULL. */
const char *shell_option_nth(const struct shell *shell, const char *name, int nth);
bool shell_switch(const struct shell *shell, const char *name);
/* The option's text, or the file's when it is @FILE, or standard input's when it is @-. *out stays when not given. */
bool shell_text(struct shell *shell, const char *name, const char **out, struct error *err);
/* A value as text or @FILE, cleaned of nothing. */
bool shell_value_text(struct shell *shell, const char *value, const char **out, struct error *err);
bool shell_number(struct shell *shell, const char *name, int64_t *out, struct error *err);
bool shell_day(struct shell *shell, const char *name, day *out, struct error *err);
/* ISO text of a day option in the arena; NULL when not given. */
bool shell_day_text(struct shell *shell, const char *name, const char **out, struct error *err);
bool shell_money(struct shell *shell, const char *name, int64_t *out, struct error *err);
/* --op, --if-version and the cause of this call. */
bool shell_operation(struct shell *shell, const char *cause, struct operation *out, struct error *err);
/* The file meant by an argument: in a script, relative to the script's folder. In the shell's arena. */
const char *shell_path(struct shell *shell, const char *path);
struct report;
/* The report as --json, --csv (with --dialect), --plain or a table, to stdout or to --output. Nothing to tell: exit 3
 * when `specific`. */
bool shell_report(struct shell *shell, const struct report *report, bool strict, struct error *err);
/* Is one of --json, --csv and --plain asked for? */
bool shell_for_programs(const struct shell *shell);
/* A list that has JSON of its own, for programs: as that JSON; or its rows, the list called `noun`, with these columns;
 * with no column every value, as field and value. */
struct listing {
	const char *noun; /* "gates" */
	const enum column_name *columns;
	int column_count;
};
bool shell_listing(struct shell *shell, const struct listing *listing, const struct buffer *json, struct error *err);
/* What has been written to shell->out for people goes to --output instead, where that is given. */
bool shell_divert(struct shell *shell, struct error *err);
/* Ready text to stdout or to --output. */
bool shell_deliver(struct shell *shell, const struct buffer *text, struct error *err);
/* --round as an id; without it the only round, or 0 when `all` may be meant. */
bool shell_round(struct shell *shell, bool all, int64_t *id, struct error *err);
/* --year as a payment year, 0 when not given. */
bool shell_year(struct shell *shell, int *out, struct error *err);
/* Numbers are shown with their year while applications of several years are there. */
bool shell_with_year(struct shell *shell, bool *out, struct error *err);
/* Argument nth as an application, or as a measure ("12.3"). */
bool shell_application(struct shell *shell, int nth, int64_t *id, struct error *err);
bool shell_measure(struct shell *shell, int nth, int64_t *id, struct error *err);
/* Argument nth as either: "12" is all of the application (*measure 0), "12.3" a measure of it. */
bool shell_part(struct shell *shell, int nth, int64_t *application, int64_t *measure, struct error *err);
/* One line on stderr: what changed; silent with --quiet. */
void shell_say(const struct shell *shell, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* One line on stderr that belongs to a refusal: not silent with --quiet. */
void shell_tell(const struct shell *shell, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* A line on stderr that the next one writes over; NULL takes it away. For terminals only. */
void shell_progress(const struct shell *shell, const char *line);

/* Where the office is: --db, KANSLI_DB, the configuration; ERROR_INVALID with what to do. */
bool office_path(const struct shell *shell, const char **out, struct arena *arena, struct error *err);
bool office_open_shell(struct shell *shell, bool reading, struct error *err);
/* After opening: an office that was lifted gets the law as data it lacks, where the actor may; what came of it is said,
 * and kept in shell->notice. */
void office_settle(struct shell *shell);
const char *office_demo_path(struct arena *arena);  /* $XDG_STATE_HOME/kansli/demo/kontor.kansli */
const char *office_login(struct arena *arena);      /* the Unix user, by uid, never from the environment */
const char *office_login_name(struct arena *arena); /* the Unix user's full name where the system knows it, or login */
/* Opens PATH for the Unix user, or for `as`; in an office of invented cases somebody unknown sits as its first case
 * officer. The one place where both doors find out who sits at the desk. */
bool desk_open(const char *path, enum store_mode mode, const char *as, struct casework **out, struct error *err);
/* Makes an office in a new file, with the law as data in it. */
bool office_found(struct shell *shell, const char *path, const struct casework_founding *founding, struct error *err);
/* Where the drafts of whoever sits at the desk are: $XDG_STATE_HOME/kansli/drafts; no directory where there is no home.
 */
struct draft_place office_drafts(const struct casework *cw, struct arena *arena);

/* The nth table of options a form takes, from 0; NULL after the last. */
const struct option_row *form_options(const struct form *form, int nth);
/* A help text of a table in the language chosen; "" stays "". */
const char *cli_words(const char *text);
/* Help texts, also for `help` and the tests. */
void help_all(struct buffer *out);
void help_manual(struct buffer *out); /* mdoc, for the manual page; in English */
void help_verb(const struct verb *verb, struct buffer *out);
const struct verb *verb_find(const char *name); /* in either language */
const struct form *form_find(const struct verb *verb, const char *second, bool *took);
/* The nearest verb for "did you mean", or NULL. */
const char *verb_nearest(const char *name);

#endif

/* kansli demo: an office of invented cases, made from the sample that is built in. Invariant: an office that is not of
 * invented cases is never touched. */
#include "cli/cli.h"

#include "base/file.h"
#include "base/text.h"
#include "casework/programme.h"
#include "csv/programme_file.h"
#include "data.h"

#include <dirent.h>

static volatile sig_atomic_t interrupted;

static void interrupt(int number)
{
	interrupted = number;
}

static const char *const sheets[] = {"applications.csv", "participants.csv", "measures.csv"};

/* The documents of the sample's register: needed only while the office is made, which keeps its own copies. */
static const char *const papers[] = {"ansokan-jh.txt", "begaran-handlingar.txt", "beslut-vasternorrland.txt",
	"betalt-2025-12.csv", "bilaga-patient.txt", "bilaga-priser.txt", "fragor-2026.txt", "komplettering-jh.txt",
	"protokoll-hsn.txt", "protokoll-vastmanland.txt", "regionplan.pdf", "utlysning-2026.txt"};

static const struct data_file *sample(const char *name, struct arena *arena)
{
	const struct data_file *file = data_find(arena_format(arena, "sample/%s", name));

	assert(file);
	return file;
}

/* The folder of the office, made with all above it; *folder stays when the path names none. */
static bool folder_make(struct shell *shell, const char *path, const char **folder, struct error *err)
{
	char *copy = arena_text(&shell->arena, path), *slash = strrchr(copy, '/');

	if (!slash)
		return true;
	if (slash > copy)
		*slash = '\0';
	for (char *at = copy + 1;; at++) {
		char kept = *at;

		if (kept && kept != '/')
			continue;
		*at = '\0';
		if (mkdir(copy, 0700) && errno != EEXIST)
			return refuse(
				err, ERROR_FAILED, _("The folder %s could not be made: %s."), copy, strerror(errno));
		*at = kept;
		if (!kept)
			break;
	}
	*folder = slash > copy ? copy : "/";
	return true;
}

/* What an office would import lies beside it: to look at, and to try with. */
static bool sheets_write(struct shell *shell, const char *folder, struct error *err)
{
	for (size_t i = 0; i < sizeof sheets / sizeof sheets[0]; i++) {
		const struct data_file *file = sample(sheets[i], &shell->arena);

		if (!file_write(arena_format(&shell->arena, "%s/%s", folder, sheets[i]), file->bytes, file->count, true,
			    0640, err))
			return false;
	}
	return true;
}

static bool papers_write(struct shell *shell, const char *folder, struct error *err)
{
	for (size_t i = 0; i < sizeof papers / sizeof papers[0]; i++) {
		const struct data_file *file =
			sample(arena_format(&shell->arena, "papers/%s", papers[i]), &shell->arena);

		if (!file_write(arena_format(&shell->arena, "%s/%s", folder, papers[i]), file->bytes, file->count, true,
			    0600, err))
			return false;
	}
	return true;
}

/* The folder and all that is in it; links are not followed. */
static void folder_drop(struct shell *shell, const char *folder)
{
	DIR *open = opendir(folder);

	for (struct dirent *entry; open && (entry = readdir(open));) {
		const char *path = arena_format(&shell->arena, "%s/%s", folder, entry->d_name);

		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0 && unlink(path) != 0)
			folder_drop(shell, path);
	}
	if (open)
		closedir(open);
	rmdir(folder);
}

static void remove_all(struct shell *shell, const char *path)
{
	static const char *const tails[] = {"", "-wal", "-shm", "-lock"};

	for (size_t i = 0; i < sizeof tails / sizeof tails[0]; i++)
		unlink(arena_format(&shell->arena, "%s%s", path, tails[i]));
}

static bool script_play(struct shell *shell, const char *path, const char *folder, struct error *err)
{
	const struct casework_founding founding = {.office = "Kansliet för effektiv vård (påhittat)",
		.login = "lovisa",
		.name = "Lovisa Hedén",
		.demo = true,
		.moment = "2025-01-01 09:00"};
	struct script script = {.db = path, .folder = folder, .stopped = &interrupted};
	bool played;

	if (!office_found(shell, path, &founding, err))
		return false;
	played = script_run(&script, "office.txt", (const char *)sample("office.txt", &shell->arena)->bytes, err);
	script_done(&script);
	return played;
}

/* A folder of one's own, in memory where there is such a place: a thousand small changes are each brought safely to
 * the disk otherwise, and a disk with much to do makes that slow. */
static char *workshop_make(struct shell *shell, const char *folder)
{
	const char *runtime = getenv("XDG_RUNTIME_DIR");
	const char *places[] = {runtime && runtime[0] == '/' ? runtime : "/dev/shm", "/dev/shm", folder};

	for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
		char *place = arena_format(&shell->arena, "%s/kansli-demo-XXXXXX", places[i]);

		if (mkdtemp(place))
			return place;
	}
	return NULL;
}

/* The office whole and checked under its name, or not at all. */
static bool office_move(struct shell *shell, const char *from, const char *path, struct error *err)
{
	struct casework *cw;
	bool moved;

	if (!desk_open(from, STORE_WRITE, NULL, &cw, err))
		return false;
	remove_all(shell, path);
	moved = casework_backup(cw, path, true, err);
	casework_close(cw);
	return moved;
}

static bool workshop_use(struct shell *shell, const char *folder, const char *path, struct error *err)
{
	char *workshop = workshop_make(shell, folder);
	const char *office;
	bool made;

	if (!workshop)
		return refuse(err, ERROR_FAILED, _("A folder to work in could not be made: %s."), strerror(errno));
	office = arena_format(&shell->arena, "%s/kontor.kansli", workshop);
	made = sheets_write(shell, workshop, err) && papers_write(shell, workshop, err) &&
	       script_play(shell, office, workshop, err) && office_move(shell, office, path, err);
	folder_drop(shell, workshop);
	return made;
}

/* Who stops it while it is made finds nothing of it left. */
static bool demo_make(struct shell *shell, const char *path, struct error *err)
{
	static const int stops[] = {SIGINT, SIGTERM, SIGHUP};
	struct sigaction action = {.sa_handler = interrupt}, before[3];
	const char *folder = ".";
	bool made;

	interrupted = 0;
	for (int i = 0; i < 3; i++)
		sigaction(stops[i], &action, &before[i]);
	made = folder_make(shell, path, &folder, err) && sheets_write(shell, folder, err) &&
	       workshop_use(shell, folder, path, err);
	for (int i = 0; i < 3; i++)
		sigaction(stops[i], &before[i], NULL);
	if (!made)
		shell->signal = interrupted;
	return made;
}

/* What cannot be opened is left as it is, and another office can be made beside it. */
static bool cannot_open(const char *path, struct error *err)
{
	struct error why = *err;

	return refuse(err, why.kind,
		_("%.*s The office of invented cases at %.*s is left as it is; kansli demo --path ANOTHER makes a "
		  "fresh one."),
		TEXT_PART(why.text, 400), TEXT_PART(path, 100));
}

/* An office from an older kansli lacks words that there are now, and has no invented cases of what is new. */
static bool words_lack(struct casework *cw)
{
	struct programme now, had;
	bool lack = false;

	if (!programme_read(&now, NULL))
		return false;
	if (programme_load(cw, &had, NULL)) {
		lack = had.word_count < now.word_count;
		programme_done(&had);
	}
	programme_done(&now);
	return lack;
}

/* True also when there is nothing at the path. */
static bool may_replace(const char *path, bool *there, bool *lifted, struct error *err)
{
	struct casework *cw;
	bool invented;

	*there = access(path, F_OK) == 0;
	if (!*there)
		return true;
	if (!desk_open(path, STORE_WRITE, NULL, &cw, err)) /* one from an older kansli too */
		return cannot_open(path, err);
	invented = casework_demo(cw);
	*lifted = words_lack(cw);
	casework_close(cw);
	return invented ||
	       refuse(err, ERROR_DENIED, _("%s is not an office of invented cases. It was left as it is."), path);
}

/* At a terminal the office is opened; elsewhere its place is told. */
static bool demo_show(struct shell *shell, const char *path, struct error *err)
{
	if (!shell_screen || !isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
		buffer_format(&shell->out, "%s\n", path);
		return true;
	}
	if (!desk_open(path, STORE_WRITE, shell_option(shell, "as"), &shell->cw, err))
		return false;
	office_settle(shell);
	shell->exit = shell_screen(shell, err);
	casework_close(shell->cw);
	shell->cw = NULL;
	return shell->exit == 0 || !err->kind;
}

static bool demo_run(struct shell *shell, struct error *err)
{
	const char *path = shell_option(shell, "path");
	bool there, lifted = false;

	if (!path)
		path = office_demo_path(&shell->arena);
	if (!may_replace(path, &there, &lifted, err))
		return false;
	if (lifted && !shell_switch(shell, "reset")) {
		shell_say(shell,
			_("The office of invented cases came from an older kansli and has been lifted: what you "
			  "did in it is kept, and a copy from before stands beside it. Of what is new it has no "
			  "invented cases; kansli demo --reset makes it anew, and what was changed in it is then "
			  "lost."));
	} else if (there && !shell_switch(shell, "reset")) {
		shell_say(shell, _("The office of invented cases is there already; --reset makes it anew."));
	} else {
		shell_say(shell, _("Making an office of invented cases …"));
		if (!demo_make(shell, path, err))
			return false;
		shell_say(shell, _("Try: kansli --db %s list"), path);
	}
	return demo_show(shell, path, err);
}

static bool clock_run(struct shell *shell, struct error *err)
{
	if (!casework_set_clock(shell->cw, shell->arguments[0], err))
		return false;
	shell_say(shell, _("It is %s now."), shell->arguments[0]);
	return true;
}

static const struct option_row options[] = {
	{"path", N_("FILE"), N_("another place for it"), false},
	{"reset", NULL, N_("make it anew: what was changed in it is lost"), false},
	{0},
};
static const struct form forms[] = {
	{NULL, NULL, "", 0, 0,
		N_("make an office of invented cases, unless it is there; its place goes to standard output"), options,
		demo_run, true, false, false},
	{"clock", "klocka", N_("MOMENT"), 1, 1, N_("set its clock: '2026-11-22 09:00'"), NULL, clock_run, false, false,
		false},
	{0},
};
const struct verb verb_demo = {"demo", "prova", N_("try with invented cases"), forms};

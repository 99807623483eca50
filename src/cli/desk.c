/* Which office, and who sits at the desk. Invariant: the person is found by the process's user id, never by a variable
 * of the environment. */
#include "cli/cli.h"

#include "base/text.h"
#include "casework/programme.h"
#include "csv/programme_file.h"

#include <pwd.h>

const char *office_login(struct arena *arena)
{
	struct passwd entry, *found = NULL;
	char room[4096];

	if (getpwuid_r(getuid(), &entry, room, sizeof room, &found) == 0 && found)
		return arena_text(arena, found->pw_name);
	return arena_format(arena, "uid%u", (unsigned)getuid());
}

/* The gecos field: "Elin Björk,,,". */
const char *office_login_name(struct arena *arena)
{
	struct passwd entry, *found = NULL;
	char room[4096];
	size_t bytes;

	if (getpwuid_r(getuid(), &entry, room, sizeof room, &found) != 0 || !found || !found->pw_gecos)
		return office_login(arena);
	bytes = strcspn(found->pw_gecos, ",");
	if (!bytes || !text_is_utf8(found->pw_gecos, bytes))
		return office_login(arena);
	return arena_text_part(arena, found->pw_gecos, bytes);
}

/* $XDG_STATE_HOME/kansli, or its place in the home; NULL without either. */
static const char *state_directory(struct arena *arena)
{
	const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");

	if (state && state[0] == '/')
		return arena_format(arena, "%s/kansli", state);
	return home && home[0] == '/' ? arena_format(arena, "%s/.local/state/kansli", home) : NULL;
}

struct draft_place office_drafts(const struct casework *cw, struct arena *arena)
{
	const char *state = state_directory(arena);

	return (struct draft_place){
		state ? arena_format(arena, "%s/drafts", state) : NULL, casework_office(cw), casework_login(cw)};
}

const char *office_demo_path(struct arena *arena)
{
	const char *state = state_directory(arena);

	return arena_format(arena, "%s/demo/kontor.kansli", state ? state : "/tmp/kansli");
}

/* The value of `db = …` in a configuration file; NULL when there is none. */
static const char *configured(struct arena *arena, const char *path)
{
	char line[4200];
	const char *found = NULL;
	FILE *file = fopen(path, "re");

	if (!file)
		return NULL;
	while (fgets(line, sizeof line, file)) {
		char *at = line + strspn(line, " \t"), *value;

		if (strncmp(at, "db", 2) || !(value = strchr(at, '=')) ||
			strspn(at + 2, " \t") != (size_t)(value - at - 2))
			continue;
		value += 1 + strspn(value + 1, " \t");
		value[strcspn(value, "\r\n#")] = '\0';
		for (size_t end = strlen(value); end > 0 && (value[end - 1] == ' ' || value[end - 1] == '\t'); end--)
			value[end - 1] = '\0';
		if (*value)
			found = arena_text(arena, value);
	}
	fclose(file);
	return found;
}

static const char *configured_anywhere(struct arena *arena)
{
	const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME"), *found;

	found = configured(arena, config && config[0] == '/'
					  ? arena_format(arena, "%s/kansli/kansli.conf", config)
					  : arena_format(arena, "%s/.config/kansli/kansli.conf", home ? home : ""));
	return found ? found : configured(arena, "/etc/kansli/kansli.conf");
}

bool office_path(const struct shell *shell, const char **out, struct arena *arena, struct error *err)
{
	const char *path = shell_option(shell, "db");
	const char *environment = getenv("KANSLI_DB");

	if (!path && environment && environment[0])
		path = environment;
	if (!path)
		path = configured_anywhere(arena);
	if (!path)
		return refuse(err, ERROR_INVALID,
			_("no office is named.\n"
			  "  Your administrator sets db in /etc/kansli/kansli.conf\n"
			  "  Try with invented cases:   kansli demo\n"
			  "  Make a new office:         kansli init /srv/kansli/bidrag.kansli"));
	*out = path;
	return true;
}

/* Who a visitor sits as in the sample office: its first case officer (data/sample/office.txt). */
#define VISITOR "elin"

bool desk_open(const char *path, enum store_mode mode, const char *as, struct casework **out, struct error *err)
{
	struct casework_who who = {.as = as};
	struct error why = {0};
	struct arena arena;
	bool opened;

	arena_init(&arena);
	who.login = office_login(&arena);
	opened = casework_open(path, mode, &who, out, &why);
	if (!opened && why.kind == ERROR_DENIED && !as) {
		who.as = VISITOR;
		opened = casework_open(path, mode, &who, out, NULL);
	}
	arena_done(&arena);
	return opened || refuse(err, why.kind, "%s", why.text);
}

/* What an office from an older kansli has never had, taken in by the administrator who happened to lift it. */
static void law_complete(struct shell *shell, int lifted_from)
{
	struct programme programme;
	struct operation op = operation_new();
	struct error err = {0};
	bool adopted;

	if (!programme_read(&programme, &err))
		return;
	op.cause = arena_format(&shell->arena, _("the office was lifted from version %d"), lifted_from);
	adopted = programme_adopt(shell->cw, &op, &programme, &err);
	programme_done(&programme);
	if (adopted)
		shell->notice =
			_("The office came from an older kansli and has been lifted; a copy from before stands beside "
			  "it. The law as data of this kansli is taken in, in your name.");
	else if (err.kind == ERROR_DENIED)
		shell->notice =
			_("The office came from an older kansli and has been lifted; a copy from before stands beside "
			  "it. New words are lacking until its administrator takes them in: kansli programme adopt.");
	else
		shell->notice = arena_format(&shell->arena,
			_("The office came from an older kansli and has been lifted; a copy from before stands beside "
			  "it. New "
			  "words could not be taken in: %s"),
			err.text);
}

void office_settle(struct shell *shell)
{
	int lifted_from = store_lifted_from(casework_store(shell->cw));

	if (!lifted_from)
		return;
	law_complete(shell, lifted_from);
	if (shell->notice)
		shell_say(shell, "%s", shell->notice);
}

bool office_open_shell(struct shell *shell, bool reading, struct error *err)
{
	const char *path;

	if (!office_path(shell, &path, &shell->arena, err) ||
		!desk_open(path, reading ? STORE_READ : STORE_WRITE, shell_option(shell, "as"), &shell->cw, err))
		return false;
	office_settle(shell);
	return true;
}

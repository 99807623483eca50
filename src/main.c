/* kansli: with words a shell verb, without words the terminal screens. */
#include "base/outside.h"
#include "base/words.h"
#include "cli/cli.h"
#include "tui/screen.h"

#include <sys/prctl.h>
#include <sys/resource.h>

/* Descriptors 0–2 are there, files are one's own, no core file carries case data, a broken pipe is an answer. */
static void settle(void)
{
	struct rlimit none = {0, 0};
	int fd;

	while ((fd = open("/dev/null", O_RDWR)) >= 0 && fd <= 2)
		;
	if (fd > 2)
		close(fd);
	umask(077);
	setrlimit(RLIMIT_CORE, &none);
	prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
}

/* $XDG_STATE_HOME/kansli/drafts, or below the home folder; "" where there is neither. */
static const char *drafts_folder(struct arena *arena)
{
	const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");

	if (state && state[0] == '/')
		return arena_format(arena, "%s/kansli/drafts", state);
	return home && home[0] == '/' ? arena_format(arena, "%s/.local/state/kansli/drafts", home) : "";
}

static int screen_door(struct shell *shell, struct error *err)
{
	const char *no_colour = getenv("NO_COLOR");
	struct screen_options options = {
		.drafts = drafts_folder(&shell->arena),
		.colour = !(no_colour && no_colour[0]) && getenv("KANSLI_COLOUR") != NULL,
		.served = getenv("KANSLI_SERVED") != NULL,
		.linear = getenv("KANSLI_A11Y") != NULL,
		.marker = getenv("KANSLI_MARKER") != NULL,
		.notice = shell->notice,
	};

	return screen_run(shell->cw, &options, err);
}

int main(int argc, char **argv)
{
	settle();
	if (getenv("KANSLI_SERVED"))
		outside_forbid();
	words_open(NULL);
	shell_screen = screen_door;
	shell_keys = keys_print;
	return cli_run(argc - 1, argv + 1);
}

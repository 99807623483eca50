/* kansli: with words a shell verb, without words the terminal screens. */
#include "base/words.h"
#include "cli/cli.h"

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

int main(int argc, char **argv)
{
	settle();
	words_open(NULL);
	return cli_run(argc - 1, argv + 1);
}

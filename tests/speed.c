/* What the benchmarks share: rows, medians, and counting what another program does. */
#include "speed.h"
#include "generate.h"

#include "base/arena.h"

#include <ftw.h>

enum { WORDS_MOST = 40 };

static int rows, broken;
static char folder[PATH_MAX];

/* ---- rows */

static const char *verdict(const struct speed_row *row, double ratio, bool *passes)
{
	double slack = row->slack > 0 ? row->slack : 2;
	bool met = row->least ? ratio >= row->goal : ratio <= row->goal;

	*passes = met || row->told || (row->least ? ratio * slack >= row->goal : ratio <= row->goal * slack);
	return met ? "met" : row->told ? "not met; told, not judged" : *passes ? "not met, within the slack" : "missed";
}

void speed_row(const struct speed_row *row)
{
	double ratio = row->anchor > 0 ? row->own / row->anchor : row->own;
	bool passes;
	const char *words = verdict(row, ratio, &passes);

	printf("%s %d - row %d, %s: %.6g %s", passes ? "ok" : "not ok", ++rows, row->row, row->what, row->own,
		row->unit);
	if (row->anchor > 0)
		printf(", %s %.6g: %.3f", row->beside, row->anchor, ratio);
	printf(" (goal %s %.4g: %s)\n", row->least ? "at least" : "at most", row->goal, words);
	fflush(stdout);
	broken += !passes;
}

void speed_skip(int row, const char *what, const char *why)
{
	printf("ok %d - row %d, %s # SKIP %s\n", ++rows, row, what, why);
	fflush(stdout);
}

static int number_order(const void *one, const void *two)
{
	const double *a = one, *b = two;

	return (*a > *b) - (*a < *b);
}

double speed_quantile(double *values, int count, double part)
{
	int at = (int)(part * count);

	qsort(values, (size_t)count, sizeof(*values), number_order);
	return values[at < count ? at : count - 1];
}

double speed_median(double *values, int count)
{
	return speed_quantile(values, count, 0.5);
}

double speed_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* ---- other programs */

const char *speed_tool(const char *name)
{
	static const char *const folders[] = {"/usr/bin", "/usr/local/bin", "/bin"};
	static char path[PATH_MAX];

	for (int i = 0; i < 3; i++) {
		snprintf(path, sizeof(path), "%s/%s", folders[i], name);
		if (access(path, X_OK) == 0)
			return path;
	}
	return NULL;
}

int speed_run(const char *const *words, const char *output)
{
	int status = -1;
	pid_t child = fork();

	if (child == 0) {
		char *given[WORDS_MOST + 1];
		int count = 0, null = open("/dev/null", O_RDWR);
		int out = output ? open(output, O_WRONLY | O_CREAT | O_TRUNC, 0600) : null;

		for (; words[count] && count < WORDS_MOST; count++)
			given[count] = (char *)(uintptr_t)words[count];
		given[count] = NULL;
		dup2(null, STDIN_FILENO);
		dup2(out, STDOUT_FILENO);
		execv(given[0], given);
		_exit(127);
	}
	if (child < 0 || waitpid(child, &status, 0) != child)
		return -1;
	return status;
}

double speed_collected(const char *log)
{
	char line[400];
	double found = -1;
	FILE *file = fopen(log, "re");

	if (!file)
		return -1;
	while (fgets(line, sizeof(line), file)) {
		const char *at = strstr(line, "Collected : ");

		if (at)
			found = strtod(at + strlen("Collected : "), NULL);
	}
	fclose(file);
	return found;
}

double speed_instructions(const char *const *words, const char *within)
{
	char log[PATH_MAX + 32], wanted[160], logged[PATH_MAX + 48];
	const char *given[WORDS_MOST + 8], *valgrind = speed_tool("valgrind");
	int count = 0;

	if (!valgrind)
		return -1;
	snprintf(log, sizeof(log), "%s/callgrind.log", speed_folder());
	snprintf(logged, sizeof(logged), "--log-file=%s", log);
	snprintf(wanted, sizeof(wanted), "--toggle-collect=%s", within ? within : "");
	given[count++] = valgrind;
	given[count++] = "--tool=callgrind";
	given[count++] = "--callgrind-out-file=/dev/null";
	given[count++] = logged;
	if (within)
		given[count++] = wanted;
	for (; *words && count < WORDS_MOST; words++)
		given[count++] = *words;
	given[count] = NULL;
	return speed_run(given, NULL) == 0 ? speed_collected(log) : -1;
}

/* ---- places */

const char *speed_folder(void)
{
	if (folder[0])
		return folder;
	char *here = getcwd(folder, sizeof(folder) - 32);
	size_t bytes = here ? strlen(here) : 0;

	snprintf(folder + bytes, sizeof(folder) - bytes, "/speed-XXXXXX");
	if (!here || !mkdtemp(folder)) {
		perror(folder);
		exit(EXIT_FAILURE);
	}
	return folder;
}

static int entry_drop(const char *path, const struct stat *found, int kind, struct FTW *at)
{
	(void)found, (void)kind, (void)at;
	return remove(path);
}

static void folder_drop(void)
{
	if (folder[0])
		nftw(folder, entry_drop, 8, FTW_DEPTH | FTW_PHYS);
}

/* One from before the office's file was shaped as now is made anew: lifting it would keep a copy of it too. */
static bool office_fits(const char *path)
{
	struct store *store;
	struct error err = {0};
	bool fits = access(path, R_OK) == 0 && store_open(path, STORE_READ, &store, &err);

	if (fits)
		store_close(store);
	return fits;
}

/* Under another name until it is whole: one that was cut off is thrown away and made anew. */
static void office_make(const char *path, int applications)
{
	static const char *const beside[] = {"", "-wal", "-shm", "-lock"};
	char made[4][PATH_MAX + 16];

	for (int i = 0; i < 4; i++) {
		snprintf(made[i], sizeof(made[i]), "%s.begun%s", path, beside[i]);
		unlink(made[i]);
	}
	printf("# making an office of %d applications, once\n", applications);
	fflush(stdout);
	casework_close(generate_office(made[0], applications, 1, NULL));
	unlink(made[3]);
	if (rename(made[0], path) != 0) {
		perror(path);
		exit(EXIT_FAILURE);
	}
}

const char *speed_office(int applications)
{
	static char paths[4][PATH_MAX];
	static int next;
	char *path = paths[next++ % 4];
	const char *made = getenv("KANSLI_OFFICES");

	snprintf(path, PATH_MAX, "%s/office-%d", made ? made : ".", applications);
	if (!office_fits(path))
		office_make(path, applications);
	return path;
}

int speed_end(void)
{
	printf("1..%d\n", rows);
	folder_drop();
	return broken ? EXIT_FAILURE : EXIT_SUCCESS;
}

/* What the points alone would fund: see optimum.h. Its one invariant: amounts are added up here, in öre, so a selection
 * that is answered keeps every limit whatever the solver said. */
#include "optimum.h"

#include "base/arena.h"
#include "base/money.h"
#include "base/words.h"

#include <poll.h>

enum { MILLION = 1000000, SOLVER = 4096, LOOK = 10 }; /* ms between two looks at whether to go on */
static const int64_t fine = INT64_C(1000000000000);

/* ---- asking */

/* Beside kansli itself, as in a build; otherwise where it was installed. */
static void solver_find(char path[SOLVER])
{
	static const char name[] = "/kansli-optimum";
	ssize_t bytes = readlink("/proc/self/exe", path, SOLVER - sizeof(name));

	if (bytes > 0) {
		path[bytes] = '\0';
		char *folder_end = strrchr(path, '/');
		memcpy(folder_end ? folder_end : path, name, sizeof(name));
		if (access(path, X_OK) == 0)
			return;
	}
	snprintf(path, SOLVER, "%s%s", LIBEXECDIR, name);
}

/* Rounded up, and some öre more, so that amounts rounded down are never less than the least. */
static int64_t least_millionths(const struct optimum_measure *measure)
{
	int64_t total = 0;

	for (int y = 0; y < BUDGET_YEARS; y++)
		total += measure->needs[y];
	if (measure->least_ore == 0 || measure->least_ore + BUDGET_YEARS >= total)
		return MILLION;
	return (int64_t)(((__int128)(measure->least_ore + BUDGET_YEARS) * MILLION + total - 1) / total);
}

static void series_write(const struct optimum_problem *problem, struct buffer *out)
{
	buffer_format(out, "%d\n", problem->series);
	for (int s = 0; s < problem->series; s++) {
		for (int i = 0; i < problem->count; i++)
			buffer_format(
				out, "%" PRId64 " ", problem->values[(size_t)s * (size_t)problem->count + (size_t)i]);
		buffer_text(out, "\n");
	}
}

static void problem_write(const struct optimum_problem *problem, struct buffer *out)
{
	int years = 0;

	for (int y = 0; y < BUDGET_YEARS; y++)
		years += problem->room[y] != MONEY_UNKNOWN;
	buffer_format(out, "%d %d\n", problem->count, years);
	for (int y = 0; y < BUDGET_YEARS; y++) {
		if (problem->room[y] != MONEY_UNKNOWN)
			buffer_format(out, "%" PRId64 "\n", problem->room[y] < 0 ? 0 : problem->room[y]);
	}
	for (int i = 0; i < problem->count; i++) {
		const struct optimum_measure *measure = &problem->measures[i];
		buffer_format(out, "%" PRId64 " %" PRId64, measure->value, least_millionths(measure));
		for (int y = 0; y < BUDGET_YEARS; y++) {
			if (problem->room[y] != MONEY_UNKNOWN)
				buffer_format(out, " %" PRId64, measure->needs[y]);
		}
		buffer_text(out, "\n");
	}
	series_write(problem, out);
}

static bool limited(const struct optimum_problem *problem)
{
	for (int y = 0; y < BUDGET_YEARS; y++) {
		if (problem->room[y] != MONEY_UNKNOWN)
			return problem->count > 0;
	}
	return false;
}

static bool solver_begin(
	const struct optimum_problem *problems, int count, struct optimum_work *work, struct error *err)
{
	char path[SOLVER];
	struct buffer given;

	solver_find(path);
	buffer_init(&given);
	for (int i = 0; i < count; i++)
		problem_write(&problems[i], &given);
	work->open = outside_begin((char *[]){path, NULL}, given.text, given.bytes, &work->solver);
	buffer_done(&given);
	if (work->open)
		buffer_init(&work->come);
	return work->open ||
	       refuse(err, ERROR_FAILED, _("What the points alone would fund cannot be worked out: %s does not start."),
		       path);
}

bool optimum_begin(const struct optimum_problem *problem, struct optimum_work *work, struct error *err)
{
	assert(problem->count >= 0 && problem->count <= OPTIMUM_MEASURES && problem->series >= 0);
	*work = (struct optimum_work){.problem = problem, .trivial = !limited(problem)};
	return work->trivial || solver_begin(problem, 1, work, err);
}

bool optimum_begin_many(const struct optimum_problem *problems, int count, struct optimum_work *work, struct error *err)
{
	for (int i = 0; i < count; i++)
		assert(problems[i].count <= OPTIMUM_MEASURES && !problems[i].series && limited(&problems[i]));
	*work = (struct optimum_work){.problem = problems, .left = count - 1};
	return solver_begin(problems, count, work, err);
}

void optimum_end(struct optimum_work *work)
{
	if (!work->open)
		return;
	work->open = false;
	outside_end(&work->solver, true);
	buffer_done(&work->come);
}

/* ---- the answer */

static int64_t part_of(int64_t all, int64_t part)
{
	return (int64_t)((__int128)all * part / fine);
}

static int64_t value_of(const struct optimum_work *work, int i)
{
	const struct optimum_problem *problem = work->problem;

	return problem->series ? problem->values[(size_t)work->answered * (size_t)problem->count + (size_t)i]
			       : problem->measures[i].value;
}

static void part_fill(const struct optimum_work *work, int i, int64_t part, struct optimum *optimum)
{
	const struct optimum_measure *measure = &work->problem->measures[i];
	struct optimum_part *out = &optimum->parts[i];

	*out = (struct optimum_part){.any = part > 0, .whole = part == fine};
	for (int y = 0; y < BUDGET_YEARS; y++)
		out->ore[y] = part_of(measure->needs[y], part);
	optimum->value += part_of(value_of(work, i), part);
}

/* The solver keeps a limit only nearly: what a part takes too much of it goes back. */
static void year_trim(struct optimum *out, int y)
{
	for (int i = 0; i < out->count && out->left[y] < 0; i++) {
		struct optimum_part *part = &out->parts[i];
		if (part->whole || !part->any)
			continue;
		int64_t back = part->ore[y] < -out->left[y] ? part->ore[y] : -out->left[y];
		part->ore[y] -= back;
		out->left[y] += back;
	}
}

static void years_fill(const struct optimum_problem *problem, struct optimum *out)
{
	for (int y = 0; y < BUDGET_YEARS; y++) {
		out->left[y] = problem->room[y];
		if (problem->room[y] == MONEY_UNKNOWN)
			continue;
		for (int i = 0; i < problem->count; i++)
			out->left[y] -= out->parts[i].ore[y];
		if (problem->room[y] >= 0)
			year_trim(out, y);
		for (int i = 0; i < problem->count; i++)
			out->stopped[y] += !out->parts[i].any && problem->measures[i].needs[y] > out->left[y];
	}
}

/* All of everything. */
static void everything_fill(const struct optimum_work *work, struct optimum *out)
{
	for (int i = 0; i < work->problem->count; i++)
		part_fill(work, i, fine, out);
	out->bound = out->value;
	out->best = true;
}

/* One number of a line; false at its end. */
static bool number_take(const char **line, int64_t *out)
{
	char *end;

	errno = 0;
	*out = strtoll(*line, &end, 10);
	if (end == *line || errno != 0)
		return false;
	*line = end;
	return true;
}

static bool line_fill(const struct optimum_work *work, const char *line, struct optimum *out)
{
	int64_t value, best, part;

	if (!number_take(&line, &value) || !number_take(&line, &out->bound) || !number_take(&line, &best))
		return false;
	for (int i = 0; i < work->problem->count; i++) {
		if (!number_take(&line, &part) || part < 0 || part > fine)
			return false;
		part_fill(work, i, part, out);
	}
	out->best = best == 1;
	if (out->bound < out->value)
		out->bound = out->value;
	return true;
}

/* True when there is something to read or the program has ended; false when it is to stop. */
static bool come_wait(const struct optimum_work *work)
{
	const atomic_bool *stop = work->problem->stop;
	struct pollfd from = {.fd = work->solver.from, .events = POLLIN};

	while (stop && !atomic_load(stop)) {
		if (poll(&from, 1, LOOK) > 0)
			return true;
	}
	return !stop;
}

/* The next line with its end made a NUL, or NULL when the program ended instead. The line is taken away by the next. */
static const char *line_wait(struct optimum_work *work)
{
	char bytes[4096];

	if (work->given) {
		char *after = strchr(work->come.text, '\0') + 1;
		size_t rest = work->come.bytes - (size_t)(after - work->come.text);
		memmove(work->come.text, after, rest);
		work->come.bytes = rest;
		work->come.text[rest] = '\0';
		work->given = false;
	}
	for (char *end; !(end = strchr(work->come.text, '\n'));) {
		ssize_t got = come_wait(work) ? read(work->solver.from, bytes, sizeof(bytes)) : 0;
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return NULL;
		buffer_add(&work->come, bytes, (size_t)got);
	}
	*strchr(work->come.text, '\n') = '\0';
	work->given = true;
	return work->come.text;
}

bool optimum_next(struct optimum_work *work, struct optimum *out, struct error *err)
{
	const struct optimum_problem *problem = work->problem;
	struct optimum optimum = {.count = problem->count};
	bool filled = true;

	optimum.parts = memory_take(((size_t)problem->count + 1) * sizeof(*optimum.parts));
	if (work->trivial) {
		everything_fill(work, &optimum);
	} else {
		const char *line = line_wait(work);
		filled = line && line_fill(work, line, &optimum);
	}
	if (!filled) {
		optimum_done(&optimum);
		return refuse(err, ERROR_FAILED,
			_("What the points alone would fund was not worked out in time. "
			  "Nothing else is affected."));
	}
	years_fill(problem, &optimum);
	work->answered++;
	if (optimum.best && work->left > 0) {
		work->left--;
		work->problem++;
	}
	*out = optimum;
	return true;
}

void optimum_done(struct optimum *optimum)
{
	free(optimum->parts);
	*optimum = (struct optimum){0};
}

/* From what a person writes to the one application or measure meant. Invariant: what could mean two things is refused
 * with the candidates named, never guessed. */
#include "casework/application_inner.h"

#include "base/buffer.h"
#include "base/text.h"
#include "base/words.h"
#include "casework/office.h"

enum { CANDIDATES_NAMED = 8 };

/* ---- numbers out */

bool application_pattern(struct casework *cw, struct arena *arena, const char **out, struct error *err)
{
	const char *pattern = NULL;

	if (!setting_get(casework_store(cw), "number_pattern", arena, &pattern, err))
		return false;
	*out = pattern ? pattern : "{n}-{yyyy}";
	return true;
}

void application_pattern_fill(const char *pattern, int year, int n, char *out, size_t room)
{
	size_t used = 0;
	int wrote;

	out[0] = '\0';
	while (*pattern && used + 1 < room) {
		if (!strncmp(pattern, "{n}", 3)) {
			wrote = snprintf(out + used, room - used, "%d", n);
			pattern += 3;
		} else if (!strncmp(pattern, "{yyyy}", 6)) {
			wrote = snprintf(out + used, room - used, "%04d", year);
			pattern += 6;
		} else {
			wrote = snprintf(out + used, room - used, "%c", *pattern++);
		}
		used += (size_t)wrote;
	}
}

bool application_number(struct casework *cw, int year, int n, char *out, size_t room, struct error *err)
{
	struct arena arena;
	const char *pattern;
	bool read;

	arena_init(&arena);
	read = application_pattern(cw, &arena, &pattern, err);
	if (read)
		application_pattern_fill(pattern, year, n, out, room);
	arena_done(&arena);
	return read;
}

bool application_years(struct casework *cw, int *years, struct error *err)
{
	struct rows rows;
	int count = 0;

	if (!store_ask(casework_store(cw), SQL_APPLICATION_YEARS, BINDS_NONE, &rows, err))
		return false;
	if (rows_next(&rows))
		count = (int)rows_number(&rows, "years");
	if (!rows_done(&rows, err))
		return false;
	*years = count;
	return true;
}

bool application_number_short(struct casework *cw, int year, int n, char out[16], struct error *err)
{
	int years;

	if (!application_years(cw, &years, err))
		return false;
	if (years > 1)
		snprintf(out, 16, "%d-%d", n, year);
	else
		snprintf(out, 16, "%d", n);
	return true;
}

/* ---- numbers in */

/* What was found: how many, the first, and their names for a sentence. */
struct candidates {
	int count;
	int64_t id;
	struct buffer names;
};

static void candidate_add(struct candidates *found, struct rows *rows)
{
	int64_t id = rows_number(rows, "id");
	int year = (int)rows_number(rows, "year"), n = (int)rows_number(rows, "n");

	if (!found->count++)
		found->id = id;
	if (found->count <= CANDIDATES_NAMED)
		buffer_format(&found->names, "%s%d-%d", found->count > 1 ? ", " : "", n, year);
	else if (found->count == CANDIDATES_NAMED + 1)
		buffer_text(&found->names, " …");
}

static bool candidates_ask(
	struct casework *cw, enum sql which, struct binds binds, struct candidates *found, struct error *err)
{
	struct rows rows;

	if (!store_ask(casework_store(cw), which, binds, &rows, err))
		return false;
	while (rows_next(&rows))
		candidate_add(found, &rows);
	return rows_done(&rows, err);
}

/* Digits at *at, at most 9 of them; 0 when there are none. */
static int digits_read(const char **at)
{
	int number = 0, digits = 0;

	for (; isdigit((unsigned char)**at); (*at)++, digits++) {
		if (digits == 9)
			return 0;
		number = number * 10 + (**at - '0');
	}
	return number;
}

/* "12", "12-2026", "12/2026", each after the pattern's prefix or without it. year 0: not given. */
static bool number_read(const char *wanted, const char *pattern, int *year, int *n)
{
	size_t prefix = strcspn(pattern, "{");
	const char *at = wanted;

	if (prefix && !strncasecmp(at, pattern, prefix))
		at += prefix;
	else if (prefix && pattern[prefix - 1] == ' ' && !strncasecmp(at, pattern, prefix - 1))
		at += prefix - 1;
	*n = digits_read(&at);
	*year = 0;
	if (*n && (*at == '-' || *at == '/') && strlen(at + 1) == 4) {
		at++;
		*year = digits_read(&at);
		if (!*year)
			return false;
	}
	return *n && !*at;
}

static bool by_number(
	struct casework *cw, const char *wanted, struct arena *arena, struct candidates *found, struct error *err)
{
	const char *pattern;
	int year, n;

	if (!application_pattern(cw, arena, &pattern, err))
		return false;
	if (!number_read(wanted, pattern, &year, &n))
		return true;
	return year ? candidates_ask(cw, SQL_APPLICATION_BY_NUMBER, BINDS(BIND("n", n), BIND("year", year)), found, err)
		    : candidates_ask(cw, SQL_APPLICATION_BY_N, BINDS(BIND("n", n)), found, err);
}

/* The office's own numbers first: an applicant's number is looked for only where there is none such. */
static bool candidates_find(
	struct casework *cw, const char *wanted, struct arena *arena, struct candidates *found, struct error *err)
{
	const char *key = text_number_key(arena, wanted);

	if (!by_number(cw, wanted, arena, found, err))
		return false;
	if (found->count || !*key)
		return true;
	return candidates_ask(cw, SQL_APPLICATION_BY_OWN, BINDS(BIND("key", key)), found, err);
}

static bool candidates_settle(
	const struct candidates *found, const char *wanted, struct arena *arena, int64_t *id, struct error *err)
{
	const char *shown = text_cut(arena, text_harmless(arena, wanted, false), 40);

	if (!found->count)
		return refuse(err, ERROR_MISSING,
			_("There is no application “%s”. Write its number, 12 or 12-2026, or the applicant's own "
			  "number."),
			shown);
	if (found->count > 1)
		return refuse(err, ERROR_INVALID, _("“%s” can mean several applications: %s. Write one of these."),
			shown, found->names.text);
	*id = found->id;
	return true;
}

static bool find_clean(struct casework *cw, const char *wanted, struct arena *arena, int64_t *id, struct error *err)
{
	struct candidates found = {0};
	bool read;

	buffer_init(&found.names);
	read = candidates_find(cw, wanted, arena, &found, err) && candidates_settle(&found, wanted, arena, id, err);
	buffer_done(&found.names);
	return read;
}

/* Trimmed and composed as what is kept is; what cannot be kept cannot be found. */
static const char *wanted_clean(const char *wanted, struct arena *arena)
{
	const char *clean = wanted;

	text_clean(arena, wanted, strlen(wanted), false, &clean, NULL);
	return clean;
}

bool application_find(struct casework *cw, const char *wanted, int64_t *id, struct error *err)
{
	struct arena arena;
	bool found;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err))
		return false;
	arena_init(&arena);
	found = find_clean(cw, wanted_clean(wanted, &arena), &arena, id, err);
	arena_done(&arena);
	return found;
}

/* ---- measures */

static bool measure_ask(struct casework *cw, int64_t application, int n, int64_t *id, struct error *err)
{
	struct rows rows;
	int64_t found = 0;

	if (!store_ask(casework_store(cw), SQL_MEASURE_BY_NUMBER, BINDS(BIND("application", application), BIND("n", n)),
		    &rows, err))
		return false;
	if (rows_next(&rows))
		found = rows_number(&rows, "id");
	if (!rows_done(&rows, err))
		return false;
	*id = found;
	return true;
}

/* The only live measure; several are named. */
static bool measure_only(struct casework *cw, int64_t application, const char *wanted, int64_t *id, struct error *err)
{
	struct rows rows;
	struct buffer names;
	int count = 0;
	int64_t first = 0;
	bool read;

	if (!store_ask(casework_store(cw), SQL_MEASURE_LIVE, BINDS(BIND("application", application)), &rows, err))
		return false;
	buffer_init(&names);
	while (rows_next(&rows)) {
		int64_t each = rows_number(&rows, "id");

		first = count++ ? first : each;
		buffer_format(&names, "%s%s.%d", count > 1 ? ", " : "", wanted, (int)rows_number(&rows, "n"));
	}
	read = rows_done(&rows, err);
	if (read && !count)
		read = refuse(err, ERROR_MISSING, _("Application %s has no live measure."), wanted);
	else if (read && count > 1)
		read = refuse(err, ERROR_INVALID, _("Application %s has several measures: %s. Write one of these."),
			wanted, names.text);
	buffer_done(&names);
	if (read)
		*id = first;
	return read;
}

/* "12.3": the digits after the last point, or 0. */
static int measure_part(const char *wanted, size_t *before)
{
	const char *point = strrchr(wanted, '.'), *at = point + 1;
	int n = point ? digits_read(&at) : 0;

	*before = point ? (size_t)(point - wanted) : 0;
	return point && !*at ? n : 0;
}

/* A whole text that names an application wins over one cut at its last point only when the cut one names none. */
static bool measure_find_clean(
	struct casework *cw, const char *wanted, struct arena *arena, int64_t *id, struct error *err)
{
	size_t before;
	int n = measure_part(wanted, &before);
	int64_t application, found = 0;
	struct error why = {0};
	const char *number = arena_text_part(arena, wanted, before);

	if (n && find_clean(cw, number, arena, &application, &why)) {
		if (!measure_ask(cw, application, n, &found, err))
			return false;
		if (!found)
			return refuse(err, ERROR_MISSING, _("Application %s has no measure %d."), number, n);
		*id = found;
		return true;
	}
	if (why.kind && why.kind != ERROR_MISSING)
		return refuse(err, why.kind, "%s", why.text);
	return find_clean(cw, wanted, arena, &application, err) && measure_only(cw, application, wanted, id, err);
}

bool measure_find(struct casework *cw, const char *wanted, int64_t *id, struct error *err)
{
	struct arena arena;
	bool found;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err))
		return false;
	arena_init(&arena);
	found = measure_find_clean(cw, wanted_clean(wanted, &arena), &arena, id, err);
	arena_done(&arena);
	return found;
}

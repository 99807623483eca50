/* From a typed number to the one case or paper meant. Invariant: what could mean two is refused with the candidates
 * named, never guessed. */
#include "casework/application_inner.h"
#include "casework/document_inner.h"

#include "base/buffer.h"
#include "base/text.h"
#include "base/words.h"

/* ---- numbers out */

void case_number(const char *pattern, int year, int n, char *out, size_t room)
{
	application_pattern_fill(pattern, year, n, out, room);
}

void document_number_fill(const char *pattern, int year, int case_n, int n, int64_t id, char out[DOCUMENT_NUMBER])
{
	char number[DOCUMENT_NUMBER - 16];

	if (!n) {
		snprintf(out, DOCUMENT_NUMBER, "i%lld", (long long)id);
		return;
	}
	case_number(pattern, year, case_n, number, sizeof number);
	snprintf(out, DOCUMENT_NUMBER, "%s-%d", number, n);
}

static bool name_ask(struct casework *cw, const struct case_ref *ref, const char *pattern, struct arena *arena,
	const char **number, const char **title, struct error *err)
{
	char text[DOCUMENT_NUMBER];
	const char *found = NULL;
	struct rows rows;

	if (!store_ask(
		    casework_store(cw), SQL_DOCUMENT_CASE, BINDS(case_application(ref), case_matter(ref)), &rows, err))
		return false;
	if (rows_next(&rows)) {
		case_number(pattern, (int)rows_number(&rows, "year"), (int)rows_number(&rows, "n"), text, sizeof text);
		found = rows_text(&rows, "title", arena);
		rows_bool(&rows, "misregistered");
	}
	if (!rows_done(&rows, err))
		return false;
	if (!found)
		return refuse(err, ERROR_MISSING, _("There is no such case."));
	*number = arena_text(arena, text);
	if (title)
		*title = found;
	return true;
}

bool case_name(struct casework *cw, const struct case_ref *ref, struct arena *arena, const char **number,
	const char **title, struct error *err)
{
	const char *pattern;

	return application_pattern(cw, arena, &pattern, err) && name_ask(cw, ref, pattern, arena, number, title, err);
}

/* ---- numbers in */

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

/* Past the pattern's words before the number, with or without the blank after them. */
static const char *prefix_skip(const char *text, const char *pattern)
{
	size_t prefix = strcspn(pattern, "{");

	if (prefix && !strncasecmp(text, pattern, prefix))
		return text + prefix;
	if (prefix && pattern[prefix - 1] == ' ' && !strncasecmp(text, pattern, prefix - 1))
		return text + prefix - 1;
	return text;
}

/* "12" or "12-2026" at *at, year 0: not given. A part of four digits that is no year is a paper's number. */
static bool number_read(const char **at, int *year, int *n)
{
	const char *rest;
	int number;

	*year = 0;
	*n = digits_read(at);
	if (!*n || (**at != '-' && **at != '/'))
		return *n > 0;
	rest = *at + 1;
	number = digits_read(&rest);
	if (rest - *at == 5 && number >= 2025 && number <= 2099) {
		*year = number;
		*at = rest;
	}
	return true;
}

bool case_number_in(const char *pattern, const char *text, int *year, int *n)
{
	size_t prefix = strcspn(pattern, "{");

	if (!text || !prefix)
		return false;
	for (const char *at = text; *at; at++) {
		const char *rest = at;

		if (strncasecmp(at, pattern, prefix) != 0)
			continue;
		rest += prefix;
		if (number_read(&rest, year, n) && *year)
			return true;
	}
	return false;
}

struct found {
	int count;
	struct case_ref first;
	struct buffer names;
};

static bool found_ask(
	struct casework *cw, enum sql which, struct binds binds, bool matter, struct found *found, struct error *err)
{
	struct rows rows;

	if (!store_ask(casework_store(cw), which, binds, &rows, err))
		return false;
	while (rows_next(&rows)) {
		int64_t id = rows_number(&rows, "id");
		int year = (int)rows_number(&rows, "year"), n = (int)rows_number(&rows, "n");

		if (!found->count++)
			found->first = matter ? (struct case_ref){0, id} : (struct case_ref){id, 0};
		if (found->count <= 8)
			buffer_format(&found->names, "%s%d-%d", found->count > 1 ? ", " : "", n, year);
	}
	return rows_done(&rows, err);
}

static bool by_number(struct casework *cw, int year, int n, struct found *found, struct error *err)
{
	struct binds in_year = BINDS(BIND("n", n), BIND("year", year)), any = BINDS(BIND("n", n));

	return found_ask(cw, year ? SQL_APPLICATION_BY_NUMBER : SQL_APPLICATION_BY_N, year ? in_year : any, false,
		       found, err) &&
	       found_ask(cw, year ? SQL_MATTER_BY_NUMBER : SQL_MATTER_BY_N, year ? in_year : any, true, found, err);
}

static bool by_own(struct casework *cw, const char *wanted, struct arena *arena, struct found *found, struct error *err)
{
	const char *key = text_number_key(arena, wanted);

	return !*key || (found_ask(cw, SQL_APPLICATION_BY_OWN, BINDS(BIND("key", key)), false, found, err) &&
				found_ask(cw, SQL_MATTER_BY_OWN, BINDS(BIND("key", key)), true, found, err));
}

static bool found_settle(const struct found *found, const char *wanted, struct case_ref *out, struct error *err)
{
	char shown[TEXT_GLIMPSE];

	text_glimpse(wanted, shown);
	if (!found->count)
		return refuse(err, ERROR_MISSING,
			_("There is no case “%s”. Write its number, 12 or 12-2026, or another body's number for it."),
			shown);
	if (found->count > 1)
		return refuse(err, ERROR_INVALID, _("“%s” can mean several cases: %s. Write one of these."), shown,
			found->names.text);
	*out = found->first;
	return true;
}

static bool case_ask(
	struct casework *cw, const char *wanted, struct arena *arena, struct case_ref *out, struct error *err)
{
	struct found found = {0};
	const char *pattern, *at;
	bool read;
	int year, n;

	if (!application_pattern(cw, arena, &pattern, err))
		return false;
	at = prefix_skip(wanted, pattern);
	buffer_init(&found.names);
	read = !number_read(&at, &year, &n) || *at || by_number(cw, year, n, &found, err);
	read = read && (found.count || by_own(cw, wanted, arena, &found, err)) &&
	       found_settle(&found, wanted, out, err);
	buffer_done(&found.names);
	return read;
}

static const char *wanted_clean(const char *wanted, struct arena *arena)
{
	const char *clean = NULL;

	return text_clean(arena, wanted, strlen(wanted), false, &clean, NULL) ? clean : wanted;
}

bool case_find(struct casework *cw, const char *wanted, struct case_ref *out, struct error *err)
{
	struct arena arena;
	bool found;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err))
		return false;
	arena_init(&arena);
	found = case_ask(cw, wanted_clean(wanted, &arena), &arena, out, err);
	arena_done(&arena);
	return found;
}

/* ---- papers */

static bool paper_missing(const char *wanted, struct error *err)
{
	char shown[TEXT_GLIMPSE];

	text_glimpse(wanted, shown);
	return refuse(err, ERROR_MISSING,
		_("There is no document “%s”. Write the case and the document, 12-3 or 12-2026-3, or i7 for one in the "
		  "inbox."),
		shown);
}

static bool paper_ask(struct casework *cw, enum sql which, struct binds binds, int64_t *id, struct error *err)
{
	struct rows rows;
	int64_t found = 0;

	if (!store_ask(casework_store(cw), which, binds, &rows, err))
		return false;
	if (rows_next(&rows))
		found = rows_number(&rows, "id");
	if (!rows_done(&rows, err))
		return false;
	*id = found;
	return true;
}

/* "12-3" and "12-2026-3" cut at the last dash: the case before it, the paper after it. */
static bool paper_in_case(struct casework *cw, const char *wanted, struct arena *arena, int64_t *id, struct error *err)
{
	const char *dash = strrchr(wanted, '-'), *rest = dash ? dash + 1 : wanted;
	int n = digits_read(&rest);
	struct case_ref of;

	if (!dash || !n || *rest)
		return paper_missing(wanted, err);
	return case_ask(cw, arena_text_part(arena, wanted, (size_t)(dash - wanted)), arena, &of, err) &&
	       paper_ask(cw, SQL_DOCUMENT_BY_NUMBER, BINDS(case_application(&of), case_matter(&of), BIND("n", n)), id,
		       err) &&
	       (*id || paper_missing(wanted, err));
}

static bool paper_in_inbox(struct casework *cw, const char *wanted, int64_t *id, struct error *err)
{
	const char *rest = wanted + 1;
	int number = digits_read(&rest);

	return paper_ask(cw, SQL_DOCUMENT_UNTIED, BINDS(BIND("id", *rest ? 0 : number)), id, err) &&
	       (*id || paper_missing(wanted, err));
}

bool document_find(struct casework *cw, const char *wanted, int64_t *id, struct error *err)
{
	struct arena arena;
	const char *clean;
	int64_t made = 0;
	bool found;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err))
		return false;
	arena_init(&arena);
	clean = wanted_clean(wanted, &arena);
	if ((clean[0] == 'i' || clean[0] == 'I') && isdigit((unsigned char)clean[1]))
		found = paper_in_inbox(cw, clean, &made, err);
	else
		found = paper_in_case(cw, clean, &arena, &made, err);
	arena_done(&arena);
	if (found)
		*id = made;
	return found;
}

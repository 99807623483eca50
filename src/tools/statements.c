/* Cuts SQL files into named statements. Its one invariant: what is handed on is exactly one statement per name, so
 * that whatever SQLite would silently skip (a second statement, a misspelled name line) stops the build instead. */
#include "tools/statements.h"
#include "base/banned.h"

/* Where the cutting stands in one file. */
struct cut {
	struct statements *all;
	const char *file, *source;
	size_t at;
	int line;
	char name[STATEMENT_NAME_MOST + 1]; /* "" before the first name */
	int name_line;
	size_t first, last; /* the statement's code so far: [first, last) */
	bool code, ended;
	char *complaint;
};

__attribute__((format(printf, 3, 4))) static bool complain(const struct cut *cut, int line, const char *format, ...)
{
	char why[COMPLAINT_TEXT / 2];
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(why, sizeof(why), format, arguments);
	va_end(arguments);
	snprintf(cut->complaint, COMPLAINT_TEXT, "%.200s:%d: %s", cut->file, line, why);
	return false;
}

static void *room_take(void *old, size_t bytes)
{
	void *room = realloc(old, bytes);
	if (!room) {
		fputs("embed: out of memory\n", stderr);
		exit(EXIT_FAILURE);
	}
	return room;
}

static char *part_copy(const char *bytes, size_t count)
{
	char *copy = room_take(NULL, count + 1);
	memcpy(copy, bytes, count);
	copy[count] = '\0';
	return copy;
}

void statements_done(struct statements *all)
{
	for (size_t i = 0; i < all->count; i++) {
		free(all->items[i].name);
		free(all->items[i].text);
		free(all->items[i].file);
	}
	free(all->items);
	*all = (struct statements){0};
}

static bool statement_add(struct cut *cut)
{
	struct statements *all = cut->all;
	if (cut->name[0] == '\0')
		return true;
	if (!cut->code)
		return complain(cut, cut->name_line, "the statement \"%s\" is empty", cut->name);
	if (all->count == all->room) {
		all->room = all->room ? all->room * 2 : 64;
		all->items = room_take(all->items, all->room * sizeof(*all->items));
	}
	all->items[all->count++] = (struct named_statement){
		.name = part_copy(cut->name, strlen(cut->name)),
		.text = part_copy(cut->source + cut->first, cut->last - cut->first),
		.file = part_copy(cut->file, strlen(cut->file)),
		.line = cut->name_line,
	};
	return true;
}

static bool name_is_good(const char *name)
{
	if (!islower((unsigned char)name[0]))
		return false;
	for (const char *c = name; *c; c++) {
		if (!islower((unsigned char)*c) && !isdigit((unsigned char)*c) && *c != '_')
			return false;
	}
	return strcmp(name, "count") != 0; /* SQL_COUNT is taken */
}

static bool name_begin(struct cut *cut, const char *name, size_t bytes)
{
	if (bytes > STATEMENT_NAME_MOST)
		return complain(cut, cut->line, "the name is longer than %d bytes", STATEMENT_NAME_MOST);
	if (!statement_add(cut))
		return false;
	memcpy(cut->name, name, bytes);
	cut->name[bytes] = '\0';
	cut->name_line = cut->line;
	cut->code = cut->ended = false;
	if (!name_is_good(cut->name))
		return complain(
			cut, cut->line, "\"%s\" is no name: a-z, 0-9 and _ after a letter, not \"count\"", cut->name);
	for (size_t i = 0; i < cut->all->count; i++) {
		const struct named_statement *old = &cut->all->items[i];
		if (strcmp(old->name, cut->name) == 0)
			return complain(cut, cut->line, "the name \"%s\" stands already at %s:%d", cut->name, old->file,
				old->line);
	}
	return true;
}

static size_t line_length(const char *at)
{
	return strcspn(at, "\n");
}

/* A comment that was probably meant to be a name line: "--name:", "-- Name: x", "-- name x". */
static bool almost_name(const char *comment, size_t bytes)
{
	while (bytes && strchr("- \t", *comment)) {
		comment++;
		bytes--;
	}
	if (bytes < 5 || strncasecmp(comment, "name", 4) != 0)
		return false;
	const char *colon = memchr(comment, ':', bytes);
	return colon && strspn(comment + 4, " \t") == (size_t)(colon - comment - 4);
}

/* At "--": a name line or a comment. Leaves `at` on the line's end. */
static bool comment_read(struct cut *cut, bool at_line_start)
{
	static const char mark[] = "-- name: ";
	const char *comment = cut->source + cut->at;
	size_t bytes = line_length(comment);
	cut->at += bytes;
	if (at_line_start && strncmp(comment, mark, sizeof(mark) - 1) == 0) {
		const char *name = comment + sizeof(mark) - 1;
		size_t count = bytes - (sizeof(mark) - 1);
		while (count && strchr(" \t\r", name[count - 1]))
			count--;
		return name_begin(cut, name, count);
	}
	if (almost_name(comment, bytes))
		return complain(
			cut, cut->line, "a name line is written \"-- name: like_this\" from the line's first column");
	return true;
}

/* Steps past a quoted text or block comment that ends with `end`; lines are counted. */
static bool closed_skip(struct cut *cut, size_t open, const char *end)
{
	int begun = cut->line;
	for (cut->at += open; cut->source[cut->at]; cut->at++) {
		if (strncmp(cut->source + cut->at, end, strlen(end)) == 0) {
			cut->at += strlen(end);
			return true;
		}
		if (cut->source[cut->at] == '\n')
			cut->line++;
	}
	return complain(cut, begun, "what begins here is never ended by %s", end);
}

/* One piece of code: a character or a quoted text. */
static bool code_read(struct cut *cut)
{
	char c = cut->source[cut->at];
	if (cut->name[0] == '\0')
		return complain(cut, cut->line, "there is text before the first \"-- name:\" line");
	if (cut->ended)
		return complain(
			cut, cut->line, "\"%s\" holds a second statement; give it a name of its own", cut->name);
	if (c == ';') {
		cut->ended = true;
		cut->at++;
		return true;
	}
	if (!cut->code)
		cut->first = cut->at;
	cut->code = true;
	char quote[2] = {c, '\0'};
	if (c != '\'' && c != '"' && c != '`')
		cut->at++;
	else if (!closed_skip(cut, 1, quote))
		return false;
	cut->last = cut->at;
	return true;
}

static bool piece_read(struct cut *cut)
{
	const char *at = cut->source + cut->at;
	if (at[0] == '\n')
		cut->line++;
	if (isspace((unsigned char)at[0])) {
		cut->at++;
		return true;
	}
	if (at[0] == '-' && at[1] == '-')
		return comment_read(cut, cut->at == 0 || at[-1] == '\n');
	if (at[0] == '/' && at[1] == '*')
		return closed_skip(cut, 2, "*/");
	return code_read(cut);
}

bool statements_read(struct statements *all, const char *file, const char *source, char complaint[COMPLAINT_TEXT])
{
	struct cut cut = {.all = all, .file = file, .source = source, .line = 1, .complaint = complaint};
	while (source[cut.at]) {
		if (!piece_read(&cut))
			return false;
	}
	if (cut.name[0] == '\0')
		return complain(&cut, 1, "the file names no statement");
	return statement_add(&cut);
}

bool steps_in_order(const char *const *names, size_t count, char complaint[COMPLAINT_TEXT])
{
	static const char folder[] = "sql/migrate/";
	int step = 0;
	for (size_t i = 0; i < count; i++) {
		if (strncmp(names[i], folder, sizeof(folder) - 1) != 0)
			continue;
		char begin[16];
		snprintf(begin, sizeof(begin), "%04d-", ++step);
		if (strncmp(names[i] + sizeof(folder) - 1, begin, strlen(begin)) != 0) {
			snprintf(complaint, COMPLAINT_TEXT,
				"%.200s:1: the step's file name must begin with %s, for steps are counted", names[i],
				begin);
			return false;
		}
	}
	return true;
}

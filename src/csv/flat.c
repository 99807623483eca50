/* JSON as a table of field and value. Invariant: every value of the JSON is one row, in its order. */
#include "csv/flat.h"

#include "base/text.h"

enum { FLAT_PATH = 512 };

struct flat {
	const char *at;
	struct report *report;
	char path[FLAT_PATH];
};

static void flat_value(struct flat *flat);

/* One more name on the path; answers its length before, to be given back. */
static size_t path_add(struct flat *flat, const char *name)
{
	size_t before = strlen(flat->path);
	int wrote = snprintf(flat->path + before, FLAT_PATH - before, "%s%s", before ? "." : "", name);

	assert(wrote > 0 && (size_t)wrote < FLAT_PATH - before);
	return before;
}

static uint32_t hex_read(const char *digits)
{
	char four[5] = {digits[0], digits[1], digits[2], digits[3], '\0'};

	return (uint32_t)strtoul(four, NULL, 16);
}

/* A string without its quotes and escapes, in the report's arena. */
static const char *string_read(struct flat *flat)
{
	struct buffer text;
	const char *answer;

	assert(*flat->at == '"');
	buffer_init(&text);
	for (flat->at++; *flat->at != '"'; flat->at++) {
		static const char from[] = "nrtbf", to[] = "\n\r\t\b\f";
		const char *known;
		char letter[5] = {0};

		assert(*flat->at);
		if (*flat->at != '\\') {
			buffer_add(&text, flat->at, 1);
		} else if (*++flat->at == 'u') {
			text_encode(hex_read(flat->at + 1), letter);
			buffer_text(&text, letter);
			flat->at += 4;
		} else {
			known = strchr(from, *flat->at);
			buffer_add(&text, known ? &to[known - from] : flat->at, 1);
		}
	}
	flat->at++;
	answer = arena_text(&flat->report->arena, text.text);
	buffer_done(&text);
	return answer;
}

static void row_add(struct flat *flat, const char *value)
{
	report_text_put(flat->report, arena_text(&flat->report->arena, flat->path));
	report_text_put(flat->report, value);
	report_row_end(flat->report);
}

/* The parts of an object (by name) or a list (by number), up to its end. */
static void parts_read(struct flat *flat, char end)
{
	char number[16];

	flat->at++;
	for (int i = 1; *flat->at != end; i++) {
		size_t before;

		if (end == '}') {
			before = path_add(flat, string_read(flat));
			assert(*flat->at == ':');
			flat->at++;
		} else {
			snprintf(number, sizeof number, "%d", i);
			before = path_add(flat, number);
		}
		flat_value(flat);
		flat->path[before] = '\0';
		flat->at += *flat->at == ',';
	}
	flat->at++;
}

static void flat_value(struct flat *flat)
{
	size_t bytes;

	if (*flat->at == '{' || *flat->at == '[') {
		parts_read(flat, *flat->at == '{' ? '}' : ']');
		return;
	}
	if (*flat->at == '"') {
		row_add(flat, string_read(flat));
		return;
	}
	bytes = strcspn(flat->at, ",]}\n");
	assert(bytes > 0);
	row_add(flat, !strncmp(flat->at, "null", 4) ? NULL : arena_text_part(&flat->report->arena, flat->at, bytes));
	flat->at += bytes;
}

void report_flat(struct report *report, const char *json)
{
	static const enum column_name columns[] = {COLUMN_FIELD, COLUMN_VALUE};
	struct flat flat = {.at = json, .report = report};

	report_init(report, "fields", columns, 2);
	flat_value(&flat);
}

/* Text and JSON from the same calls. Invariant: nothing that is to be blacked out is written before it has been; keys
 * and labels are the program's own and are not looked through. */
#include "csv/paper.h"

#include "base/money.h"
#include "base/text.h"
#include "base/words.h"

enum { PAPER_CELLS = 76, LABEL_CELLS = 24 };

void paper_init(struct paper *paper)
{
	*paper = (struct paper){0};
	buffer_init(&paper->text);
	buffer_init(&paper->made);
	arena_init(&paper->arena);
	json_init(&paper->json, &paper->made);
	json_object(&paper->json, NULL);
}

void paper_done(struct paper *paper)
{
	arena_done(&paper->arena);
	buffer_done(&paper->made);
	buffer_done(&paper->text);
}

void paper_end(struct paper *paper)
{
	json_close(&paper->json);
	json_done(&paper->json);
}

/* The first of the passages in the text, or NULL; of two at the same place, the longer. */
static const char *passage_next(const struct paper *paper, const char *text, size_t *bytes)
{
	const char *first = NULL;

	*bytes = 0;

	for (const char *const *passage = paper->passages; passage && *passage; passage++) {
		const char *found = strstr(text, *passage);

		if (found && paper->found)
			paper->found[passage - paper->passages] = true;
		if (found && (!first || found < first || (found == first && strlen(*passage) > *bytes))) {
			first = found;
			*bytes = strlen(*passage);
		}
	}
	return first;
}

/* The value with what is to be blacked out blacked out. */
static const char *black_out(struct paper *paper, const char *value)
{
	struct buffer out;
	const char *found, *clean;
	size_t bytes = 0;

	if (!value || !paper->passages || !passage_next(paper, value, &bytes))
		return value;
	buffer_init(&out);
	while ((found = passage_next(paper, value, &bytes))) {
		buffer_add(&out, value, (size_t)(found - value));
		buffer_text(&out, _("[masked]"));
		value = found + bytes;
		paper->blacked++;
	}
	buffer_text(&out, value);
	clean = arena_text(&paper->arena, out.text);
	buffer_done(&out);
	return clean;
}

static bool digit(char letter)
{
	return letter >= '0' && letter <= '9';
}

/* The blank within an amount, "1 180 000 kr", or at a "§" parts nothing. */
static bool blank_holds(const char *line, size_t at)
{
	const char *next = line + at + 1;

	if (at && digit(line[at - 1]))
		return digit(*next) || !strncmp(next, "kr", 2) || !strncmp(next, "§", strlen("§")) || *next == '%';
	return at > 1 && !strncmp(line + at - strlen("§"), "§", strlen("§")) && digit(*next);
}

/* How many bytes of the line go on a row of `cells`: to the last blank that fits, or as much as fits. */
static size_t row_bytes(const char *line, size_t bytes, int cells)
{
	size_t fits = text_fit(line, cells, NULL), at;

	if (fits >= bytes)
		return bytes;
	for (at = fits; at > 0 && (line[at] != ' ' || blank_holds(line, at)); at--)
		;
	return at ? at : fits ? fits : bytes;
}

static void blanks(struct buffer *out, int count)
{
	for (int i = 0; i < count; i++)
		buffer_text(out, " ");
}

/* The text from the column on, wrapped; its first row stands where the buffer is. */
static void wrapped(struct paper *paper, const char *text, int column)
{
	const char *safe = text_harmless(&paper->arena, text, true);
	bool first = true;

	for (const char *at = safe; *at || first;) {
		size_t line = strcspn(at, "\n"), bytes = row_bytes(at, line, PAPER_CELLS - column), shown = bytes;

		while (shown && at[shown - 1] == ' ') /* nobody sees them at the end of a row */
			shown--;
		if (!first)
			blanks(&paper->text, shown ? column : 0);
		first = false;
		buffer_add(&paper->text, at, shown);
		buffer_text(&paper->text, "\n");
		at += bytes;
		if (bytes < line)
			at += strspn(at, " ");
		else
			at += *at == '\n';
	}
}

static void underlined(struct paper *paper, const char *text, const char *with)
{
	buffer_format(&paper->text, "%s\n", text);
	for (int i = text_width(text); i > 0; i--)
		buffer_text(&paper->text, with);
	buffer_text(&paper->text, "\n");
}

void paper_title(struct paper *paper, const char *title)
{
	title = black_out(paper, title);
	underlined(paper, text_harmless(&paper->arena, title, false), "=");
	json_text(&paper->json, "title", title);
}

void paper_section(struct paper *paper, const char *key, const char *head)
{
	buffer_text(&paper->text, "\n");
	underlined(paper, head, "-");
	json_object(&paper->json, key);
}

void paper_section_end(struct paper *paper)
{
	json_close(&paper->json);
}

void paper_list(struct paper *paper, const char *key, const char *head)
{
	if (head) {
		blanks(&paper->text, paper->indent);
		buffer_format(&paper->text, "%s\n", head);
	}
	json_array(&paper->json, key);
	paper->items = 0;
}

void paper_list_end(struct paper *paper, const char *none)
{
	json_close(&paper->json);
	if (!paper->items && none)
		paper_say(paper, none);
	paper->items = 1; /* of a list around this one */
}

void paper_item(struct paper *paper, const char *first)
{
	paper->items = 1;
	json_object(&paper->json, NULL);
	paper->indent += 2;
	if (!first)
		return;
	blanks(&paper->text, paper->indent - 2);
	wrapped(paper, black_out(paper, first), paper->indent);
}

void paper_item_end(struct paper *paper)
{
	json_close(&paper->json);
	paper->indent -= 2;
}

/* A hash or an address is not broken where it need not be. */
static bool one_long_word(const char *value)
{
	return !strchr(value, ' ') && text_width(value) > PAPER_CELLS - LABEL_CELLS;
}

static void labelled(struct paper *paper, const char *label, const char *value)
{
	int used;

	if (!label || text_blank(value))
		return;
	blanks(&paper->text, paper->indent);
	buffer_text(&paper->text, label);
	used = paper->indent + text_width(label);
	if (strchr(value, '\n') || used >= LABEL_CELLS || one_long_word(value) ||
		text_width(value) > 2 * (PAPER_CELLS - LABEL_CELLS)) {
		buffer_text(&paper->text, ":\n");
		blanks(&paper->text, paper->indent + 2);
		wrapped(paper, value, paper->indent + 2);
		return;
	}
	blanks(&paper->text, LABEL_CELLS - used);
	wrapped(paper, value, LABEL_CELLS);
}

void paper_text(struct paper *paper, const char *key, const char *label, const char *value)
{
	value = black_out(paper, value);
	json_text(&paper->json, key, value);
	labelled(paper, label, value);
}

void paper_label(struct paper *paper, const char *label, const char *value)
{
	labelled(paper, label, black_out(paper, value));
}

void paper_number(struct paper *paper, const char *key, const char *label, int64_t number)
{
	json_number(&paper->json, key, number);
	if (number)
		labelled(paper, label, arena_format(&paper->arena, "%lld", (long long)number));
}

void paper_ore(struct paper *paper, const char *key, const char *label, int64_t ore)
{
	char text[MONEY_TEXT];

	json_ore(&paper->json, key, ore);
	labelled(paper, label, money_text(ore, MONEY_KR, words_swedish(), text));
}

void paper_bool(struct paper *paper, const char *key, const char *label, bool value)
{
	json_bool(&paper->json, key, value);
	if (value)
		labelled(paper, label, _("yes"));
}

void paper_word(struct paper *paper, const char *key, const char *label, const char *code, const char *word)
{
	json_text(&paper->json, key, black_out(paper, code));
	labelled(paper, label, black_out(paper, word));
}

void paper_say(struct paper *paper, const char *line)
{
	blanks(&paper->text, paper->indent);
	wrapped(paper, black_out(paper, line), paper->indent);
}

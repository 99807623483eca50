/* The rows of the contents pane. Invariant: every entry has a row of its own, and what is missing stands under the part
 * it is missing from. */
#include "contents_view.h"

#include "base/buffer.h"
#include "base/text.h"
#include "base/words.h"

enum { LABEL = 32, CONTENT_MOST = 4000 };

static struct content_row *row_add(struct content_rows *rows, enum content_kind kind, int64_t measure)
{
	int count = rows->count;

	if (!(count & (count - 1)))
		rows->items = arena_grow(
			&rows->arena, rows->items, (size_t)count, sizeof *rows->items, count ? (size_t)count * 2 : 1);
	rows->items[count] = (struct content_row){.kind = kind, .measure = measure};
	return &rows->items[rows->count++];
}

static void head_add(struct content_rows *rows, int64_t measure, const char *text)
{
	row_add(rows, CONTENT_HEAD, measure)->text = arena_text(&rows->arena, text);
}

const char *content_value(
	const struct desk *desk, struct arena *arena, enum entry_kind kind, const struct entry *entry, int field)
{
	struct entry_field of = entry_field(kind, field);
	const char *value = entry->values[field];
	char money[MONEY_TEXT];

	if (text_blank(value))
		return "";
	switch (of.value) {
	case ENTRY_LINE:
	case ENTRY_TEXT:
	case ENTRY_DAY:
	case ENTRY_YEAR:
	case ENTRY_COUNT: return value;
	case ENTRY_WORD: return programme_word_name(&desk->programme, of.words, value);
	case ENTRY_REGION: return region_short(desk, value);
	case ENTRY_ORE: return arena_text(arena, desk_kr(desk, entry_ore(entry, field), money));
	case ENTRY_YES: return text_same(value, "1") ? _(of.label) : "";
	}
	return "";
}

/* The first values of an entry on one row. */
static const char *entry_line(
	const struct desk *desk, struct arena *arena, enum entry_kind kind, const struct entry *entry)
{
	struct buffer line;
	const char *text;

	buffer_init(&line);
	for (int i = 0; i < entry_field_count(kind); i++) {
		const char *value = content_value(desk, arena, kind, entry, i);

		if (*value && line.bytes < 300)
			buffer_format(&line, "%s%s", line.bytes ? " · " : "", value);
	}
	text = arena_text(arena, line.text ? line.text : "");
	buffer_done(&line);
	return text;
}

static void entries_add(struct content_rows *rows, const struct contents *contents, const struct desk *desk,
	enum entry_kind kind, int64_t measure)
{
	const struct entry_list *list = &contents->entries[kind];

	for (int i = 0; i < list->count && rows->count < CONTENT_MOST; i++) {
		struct content_row *row;

		if (list->items[i].measure != measure)
			continue;
		row = row_add(rows, CONTENT_ENTRY, measure);
		row->entry_kind = kind;
		row->entry = &list->items[i];
		row->label = entry_is_single(kind)
				     ? entry_name(kind)
				     : arena_format(&rows->arena, "%s %d", entry_name(kind), row->entry->n);
		row->text = entry_line(desk, &rows->arena, kind, row->entry);
	}
}

static void seen_add(struct content_rows *rows, const struct evidence *evidence)
{
	struct content_row *row;

	if (evidence->sees == SEES_YES)
		return;
	row = row_add(rows, CONTENT_SEEN, evidence->measure);
	row->evidence = evidence;
	row->label = *evidence->gate ? evidence->gate : "!";
	row->text = evidence->sentence;
}

static void seen_of_measure(struct content_rows *rows, const struct contents *contents, int64_t measure)
{
	for (int i = 0; i < contents->evidence_count; i++)
		if (contents->evidence[i].measure == measure)
			seen_add(rows, &contents->evidence[i]);
}

static void seen_of_kind(struct content_rows *rows, const struct contents *contents, enum evidence_kind kind)
{
	for (int i = 0; i < contents->evidence_count; i++)
		if (contents->evidence[i].kind == kind)
			seen_add(rows, &contents->evidence[i]);
}

/* What the application says of its own in one piece; the text is shown whole below. */
static void text_add(struct content_rows *rows, const char *label, const char *text)
{
	struct content_row *row;

	if (text_blank(text))
		return;
	row = row_add(rows, CONTENT_TEXT, 0);
	row->label = label;
	row->text = text;
}

static void years_add(
	struct content_rows *rows, const struct contents *contents, const struct desk *desk, int64_t measure)
{
	char sum[MONEY_TEXT], estimate[MONEY_TEXT], difference[MONEY_TEXT];

	for (int i = 0; i < contents->year_count; i++) {
		const struct cost_year *year = &contents->years[i];
		struct content_row *row;

		if (year->measure != measure || !year->rows)
			continue;
		row = row_add(rows, CONTENT_YEAR, measure);
		row->year = year;
		row->label = arena_format(&rows->arena, _("sum %d"), year->year);
		row->text = arena_format(&rows->arena, _("%s against %s, difference %s"),
			desk_kr(desk, year->rows_ore, sum), desk_kr(desk, year->estimate_ore, estimate),
			desk_kr(desk, cost_year_difference(year), difference));
	}
}

static void measure_add_rows(struct content_rows *rows, const struct contents *contents, const struct desk *desk,
	const struct measure *measure)
{
	head_add(rows, measure->id,
		arena_format(&rows->arena, "%s.%d %s", contents->application.shorter, measure->n, measure->title));
	if (measure->withdrawn_on)
		return;
	entries_add(rows, contents, desk, ENTRY_PROMISE, measure->id);
	entries_add(rows, contents, desk, ENTRY_COST, measure->id);
	years_add(rows, contents, desk, measure->id);
	entries_add(rows, contents, desk, ENTRY_INDICATOR, measure->id);
	entries_add(rows, contents, desk, ENTRY_SUPPORT, measure->id);
	seen_of_measure(rows, contents, measure->id);
}

void content_rows_make(struct content_rows *rows, const struct contents *contents, const struct desk *desk)
{
	rows->items = NULL;
	rows->count = 0;
	head_add(rows, 0, _("9 § 1 Economic conditions"));
	seen_of_kind(rows, contents, EVIDENCE_ANALYSIS);
	head_add(rows, 0, _("9 § 2 Development needs"));
	entries_add(rows, contents, desk, ENTRY_NEED, 0);
	seen_of_kind(rows, contents, EVIDENCE_NEEDS);
	head_add(rows, 0, _("9 § 3 Measures"));
	for (int i = 0; i < contents->measures.count; i++)
		measure_add_rows(rows, contents, desk, &contents->measures.items[i]);
	head_add(rows, 0, _("Around the application"));
	seen_of_kind(rows, contents, EVIDENCE_APPLICANT);
	seen_of_kind(rows, contents, EVIDENCE_ARRIVAL);
	text_add(rows, _("Scope"), contents->application.scope);
	entries_add(rows, contents, desk, ENTRY_REFERENCE, 0);
	entries_add(rows, contents, desk, ENTRY_BACKGROUND, 0);
	entries_add(rows, contents, desk, ENTRY_CONTACT, 0);
}

void content_about(const struct desk *desk, const struct content_row *row, struct area area)
{
	struct arena arena;
	int at = 1;

	if (row->kind == CONTENT_HEAD)
		return;
	area_text_in(area, 0, 0, area.columns, STYLE_BOLD, row->label);
	if (row->evidence) {
		at = fact_draw(area, at, LABEL, _("Seen"), row->text);
		fact_draw(area, at, LABEL, _("Where"), row->evidence->where);
		return;
	}
	if (row->kind == CONTENT_TEXT) {
		area_lines(area, at, STYLE_PLAIN, row->text);
		return;
	}
	if (!row->entry) {
		fact_draw(area, at, LABEL, _("Rows and estimate"), row->text);
		return;
	}
	arena_init(&arena);
	for (int i = 0; i < entry_field_count(row->entry_kind) && at < area.rows; i++)
		at = fact_draw(area, at, LABEL, _(entry_field(row->entry_kind, i).label),
			content_value(desk, &arena, row->entry_kind, row->entry, i));
	arena_done(&arena);
}

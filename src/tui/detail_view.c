/* How the detail's sections share the screen. Invariant: the section in focus is always in sight with the row that has
 * the cursor; the others give way from the far end when rows are few. */
#include "tui/case_text.h"
#include "tui/detail_inner.h"
#include "tui/reader.h"
#include "tui/wrap.h"

#include "base/words.h"

enum { LEFT_COLUMNS = 74, CHOSEN_MOST = 9, FOCUS_LEAST = 3, OTHER_LEAST = 2, PARTS = SECTIONS + 1 };

/* One thing that wants rows in a column of the screen, its heading among them. */
struct part {
	struct place *place;
	int want, least, given;
	bool focused;
};

static int total_of(const struct part *parts, int count, bool wanted)
{
	int total = 0;

	for (int i = 0; i < count; i++)
		total += wanted ? parts[i].want : parts[i].given;
	return total;
}

/* The part furthest from the focus that still has rows: the last below it, else the first above. */
static struct part *part_furthest(struct part *parts, int count)
{
	for (int i = count - 1; i >= 0 && !parts[i].focused; i--)
		if (parts[i].given)
			return &parts[i];
	for (int i = 0; i < count && !parts[i].focused; i++)
		if (parts[i].given)
			return &parts[i];
	return NULL;
}

static int part_grow(struct part *part, int spare)
{
	int more = part->want - part->given;

	if (!part->given || more <= 0)
		return spare;
	more = more < spare ? more : spare;
	part->given += more;
	return spare - more;
}

/* First everybody's least, then the focus what it wants, then the others in order. */
static void parts_share(struct part *parts, int count, int rows)
{
	struct part *gone;
	int spare;

	for (int i = 0; i < count; i++)
		parts[i].given = parts[i].want < parts[i].least ? parts[i].want : parts[i].least;
	while (total_of(parts, count, false) > rows && (gone = part_furthest(parts, count)))
		gone->given = 0;
	spare = rows - total_of(parts, count, false);
	for (int i = 0; i < count; i++)
		if (parts[i].focused)
			spare = part_grow(&parts[i], spare > 0 ? spare : 0);
	for (int i = 0; i < count && spare > 0; i++)
		spare = part_grow(&parts[i], spare);
}

/* Blank rows between the parts where there is room for all of them. */
static void parts_place(struct part *parts, int count, struct place where)
{
	int gap = total_of(parts, count, true) + count - 1 <= where.rows, row = where.row;

	parts_share(parts, count, where.rows);
	for (int i = 0; i < count; i++) {
		int given = parts[i].given, left = where.row + where.rows - row;

		given = given < left ? given : left;
		*parts[i].place = (struct place){row, where.column, given, where.columns};
		row += given + (given ? gap : 0);
	}
}

/* ---- what each wants */

static int section_rows(const struct detail *detail, enum section section)
{
	long count = detail->listings[section].kind->count(detail);

	return 1 + (count > 0 ? (int)count : 1);
}

static struct part part_of(struct detail *detail, enum section section)
{
	bool focused = detail->section == section;

	return (struct part){.place = &detail->places[section],
		.want = section_rows(detail, section),
		.least = focused ? FOCUS_LEAST : OTHER_LEAST,
		.focused = focused};
}

static int chosen_rows(const struct detail *detail, int columns)
{
	const struct measure *measure = detail_measure(detail);
	struct buffer text;
	int rows;

	if (!measure)
		return 0;
	buffer_init(&text);
	case_measure_text(detail->desk, measure, &text);
	rows = 1 + wrap_rows(text.text, columns - 2);
	buffer_done(&text);
	return rows < CHOSEN_MOST ? rows : CHOSEN_MOST;
}

static void arrange_narrow(struct detail *detail)
{
	struct part parts[PARTS];
	int count = 0;

	for (int i = 0; i < SECTIONS; i++)
		parts[count++] = part_of(detail, (enum section)i);
	parts_place(parts, count, (struct place){0, 0, detail->rows, detail->columns});
}

/* Facts across the top, then two columns: what is asked for and what has happened, what is checked and who. */
static void arrange_wide(struct detail *detail)
{
	static const enum section lefts[] = {MEASURES, EVENTS, NOTES}, rights[] = {GATES, PARTICIPANTS};
	int facts = section_rows(detail, FACTS), room = detail->rows - facts - 1, count = 0;
	int right = LEFT_COLUMNS + 2;
	struct part parts[PARTS];

	detail->places[FACTS] = (struct place){0, 0, facts, detail->columns};
	for (int i = 0; i < 3; i++) {
		parts[count++] = part_of(detail, lefts[i]);
		if (i == 0)
			parts[count++] =
				(struct part){.place = &detail->chosen, .want = chosen_rows(detail, LEFT_COLUMNS - 1)};
	}
	parts[1].least = parts[1].want < 4 ? parts[1].want : 4;
	parts_place(parts, count, (struct place){facts + 1, 0, room, LEFT_COLUMNS - 1});
	count = 0;
	for (int i = 0; i < 2; i++)
		parts[count++] = part_of(detail, rights[i]);
	parts_place(parts, count, (struct place){facts + 1, right, room, detail->columns - right});
}

void detail_arrange(struct detail *detail, int rows, int columns)
{
	bool wide = columns >= DETAIL_WIDE && rows >= 18;

	detail->rows = rows;
	detail->columns = columns;
	detail->chosen = (struct place){0};
	detail_facts_by(detail, columns >= 110 ? 3 : columns >= 60 ? 2 : 1);
	if (wide)
		arrange_wide(detail);
	else
		arrange_narrow(detail);
	for (int i = 0; i < SECTIONS; i++) {
		struct listing *listing = &detail->listings[i];
		int heading = !listing->kind->headed, shown = detail->places[i].rows - heading;

		listing->elsewhere = rows - (shown > 1 ? shown : 1);
		listing->unfocused = detail->section != (enum section)i;
	}
}

/* ---- drawing */

static void heading_draw(const struct detail *detail, enum section section, struct area area)
{
	const char *name = section == FACTS ? detail->whole.row.title : section_name(section);
	char count[CASE_WORDS];
	int used = area_text(area, 0, 0, section == FACTS ? STYLE_BOLD : STYLE_PLAIN, name);

	section_count(detail, section, count);
	if (used + 1 < area.columns)
		area_text_right(area, 0, used + 1, area.columns - used - 1, STYLE_PLAIN, count);
	if (section != FACTS)
		area_style(area, 0, 0, area.columns, STYLE_UNDERLINE);
}

static void section_draw(const struct detail *detail, enum section section, struct area whole)
{
	const struct place *place = &detail->places[section];
	struct area area = area_part(whole, place->row, place->column, place->rows, place->columns);
	struct listing listing = detail->listings[section];
	int heading = !listing.kind->headed;

	if (!place->rows)
		return;
	/* Only the measure keeps its mark when the focus is elsewhere: p, a, B and 3 go by it. */
	if (listing.unfocused && section != MEASURES)
		listing.focus = LISTING_NONE;
	if (heading)
		heading_draw(detail, section, area);
	listing_draw(&listing, area_part(area, heading, 0, area.rows - heading, area.columns));
}

static void chosen_draw(const struct detail *detail, struct area whole)
{
	const struct place *place = &detail->chosen;
	const struct measure *measure = detail_measure(detail);
	struct area area = area_part(whole, place->row, place->column, place->rows, place->columns);
	char number[DESK_NUMBER];
	struct buffer text;

	if (!place->rows || !measure)
		return;
	area_format(area, 0, 0, STYLE_PLAIN, _("Chosen measure: %s"),
		desk_measure(detail->desk, measure->year, measure->application_n, measure->n, number));
	area_style(area, 0, 0, area.columns, STYLE_UNDERLINE);
	buffer_init(&text);
	case_measure_text(detail->desk, measure, &text);
	area_lines(area_part(area, 1, 2, area.rows - 1, area.columns - 2), 0, STYLE_PLAIN, text.text);
	buffer_done(&text);
}

void detail_draw(const struct pane *pane, struct area area)
{
	const struct detail *detail = pane->state;
	const struct place *right = &detail->places[GATES];

	for (int i = 0; i < SECTIONS; i++)
		section_draw(detail, (enum section)i, area);
	chosen_draw(detail, area);
	if (right->column)
		area_divider(area_part(area, right->row, 0, area.rows - right->row, area.columns), LEFT_COLUMNS);
}

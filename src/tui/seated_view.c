/* How the meeting's screen is drawn: the agenda, and below it or beside it the item in focus. */
#include "tui/seated.h"

#include "tui/case_words.h"

#include "base/text.h"
#include "base/words.h"

enum { WIDE = 120, AGENDA_WIDE = 58, AGENDA_LEAST = 3, BELOW_LEAST = 13, LABEL = 14, SEAT = 26, LINE = 512 };
/* How much of one text is shown in the item, in cells: the whole of it is in its papers. */
enum { SAID_LEAST = 130, SAID_WIDE = 400 };
enum { WORDS_LEAST = 4 }; /* rows kept for what is said in the item below those who are there */

int seated_list_rows(const struct seated *seated, int rows, int columns)
{
	int wanted = seated->sitting.item_count + 1;

	if (columns >= WIDE)
		return rows;
	if (rows - BELOW_LEAST < AGENDA_LEAST)
		return rows > AGENDA_LEAST * 2 ? AGENDA_LEAST : rows / 2;
	return wanted < AGENDA_LEAST ? AGENDA_LEAST : wanted > rows - BELOW_LEAST ? rows - BELOW_LEAST : wanted;
}

/* ---- who is there */

static bool is_there(const char *presence)
{
	return !strcmp(presence, "present") || !strcmp(presence, "remote");
}

/* A word of at most seven cells: it stands before the name, which may be cut. */
static const char *presence_short(const char *presence)
{
	if (!strcmp(presence, "present"))
		return _("here");
	if (!strcmp(presence, "remote"))
		return _("by link");
	return !strcmp(presence, "barred") ? _("barred") : _("away");
}

/* Seats beside each other: how many rows of them, and for each column where it begins and how wide its words are. */
enum { SEAT_COLUMNS = 8, WORD_WIDE = 7, KEY_WIDE = 2 };
struct seat_columns {
	int across, down, at[SEAT_COLUMNS + 1], word[SEAT_COLUMNS];
};

static int least(int a, int b)
{
	return a < b ? a : b;
}

/* The widest word, and the widest name, of the persons of a column. */
static void column_measure(const struct seated *seated, const struct sitting_item *item, const struct seat_columns *of,
	int column, int *word, int *name)
{
	int end = least((column + 1) * of->down, seated->sitting.person_count);

	*word = *name = 0;
	for (int i = column * of->down; i < end; i++) {
		int says = text_width(presence_short(seated_stands(seated, item, i)));
		int called = text_width(seated->sitting.persons[i].name);

		*word = says > *word ? least(says, WORD_WIDE) : *word;
		*name = called > *name ? called : *name;
	}
}

/* Columns of one width; true when no name is cut. */
static bool columns_even(
	const struct seated *seated, const struct sitting_item *item, int columns, struct seat_columns *out)
{
	bool whole = true;

	for (int i = 0; i < out->across; i++) {
		int word, name;

		column_measure(seated, item, out, i, &word, &name);
		out->word[i] = WORD_WIDE;
		out->at[i] = i * (columns / out->across);
		whole = whole && KEY_WIDE + WORD_WIDE + 1 + name < columns / out->across;
	}
	out->at[out->across] = columns;
	return whole;
}

/* Each column as wide as what stands in it, what is left over shared among them; false when they do not fit. */
static bool columns_own(
	const struct seated *seated, const struct sitting_item *item, int columns, struct seat_columns *out)
{
	int at = 0, left;

	for (int i = 0; i < out->across; i++) {
		int name;

		column_measure(seated, item, out, i, &out->word[i], &name);
		out->at[i] = at;
		at += KEY_WIDE + out->word[i] + 1 + name + 1;
	}
	left = columns - at;
	for (int i = 0; left > 0 && i < out->across; i++)
		out->at[i] += left / out->across * i;
	out->at[out->across] = columns;
	return left >= 0;
}

/* As many beside each other as fit with their names whole, on at most `rows` rows; else with names cut. */
static struct seat_columns columns_choose(
	const struct seated *seated, const struct sitting_item *item, int columns, int rows)
{
	int count = seated->sitting.person_count, most = least(columns / SEAT, SEAT_COLUMNS);
	struct seat_columns chosen;

	most = most < 1 ? 1 : most;
	for (int across = most; across > 0; across--) {
		chosen = (struct seat_columns){.across = across, .down = (count + across - 1) / across};
		if (across < most && chosen.down > rows)
			break;
		if (columns_even(seated, item, columns, &chosen) || columns_own(seated, item, columns, &chosen))
			return chosen;
	}
	chosen = (struct seat_columns){.across = most, .down = (count + most - 1) / most};
	columns_even(seated, item, columns, &chosen);
	return chosen;
}

static void seat_draw(
	const struct seated *seated, const struct sitting_item *item, int person, int word, struct area area)
{
	const char *presence = seated_stands(seated, item, person);
	unsigned style = is_there(presence) ? STYLE_PLAIN : STYLE_UNDERLINE;
	int name = KEY_WIDE + word + 1;

	if (person < SEATED_KEYS)
		area_format(area, 0, 0, STYLE_PLAIN, "%d", person + 1);
	area_text_in(area, 0, KEY_WIDE, word, style, presence_short(presence));
	area_text_in(area, 0, name, area.columns - name - 1, STYLE_PLAIN, seated->sitting.persons[person].name);
}

/* Answers the row after. */
static int seats_draw(const struct seated *seated, const struct sitting_item *item, struct area area, int row)
{
	struct seat_columns columns = columns_choose(seated, item, area.columns, area.rows - row - WORDS_LEAST);

	for (int i = 0; i < seated->sitting.person_count; i++) {
		int column = i / columns.down, at = columns.at[column];

		seat_draw(seated, item, i, columns.word[column],
			area_part(area, row + i % columns.down, at, 1, columns.at[column + 1] - at));
	}
	return row + columns.down;
}

/* On as many rows as it takes; on the last row there is, it ends in a mark instead. */
static int quorum_draw(struct area area, int row, unsigned style, const char *words)
{
	if (row < area.rows - 1)
		return area_lines(area, row, style, words);
	area_text(area, row, 0, style, words);
	return 1;
}

static int presence_draw(const struct seated *seated, const struct sitting_item *item, struct area area, int row)
{
	const struct sitting_item *going = seated_presence(seated);
	const struct sitting_item *of = seated->whole && item && item == seated_going(seated) ? NULL : item;
	struct arena arena;

	if (item && item->veiled) {
		area_text(area, row, 0, STYLE_PLAIN, _("Who was there is shown when the minutes are approved."));
		return row + 1;
	}
	arena_init(&arena);
	if (item && item->section && strcmp(item->kind, "other"))
		row += quorum_draw(
			area, row, item->quorum.holds ? STYLE_PLAIN : STYLE_BOLD, quorum_words(&item->quorum, &arena));
	arena_done(&arena);
	if (!seated->sitting.closed_at && (!of || of == going || !of->section))
		area_text(area, row++, 0, STYLE_PLAIN,
			going ? _("Presence, 1-9, for this item:") : _("Presence, 1-9, for the whole sitting:"));
	else
		area_text(area, row++, 0, STYLE_PLAIN, _("Presence:"));
	return seats_draw(seated, of, area, row);
}

/* ---- what was moved, voted, differed */

/* Long words end in a mark, so that none looks whole that is not. */
static char *said_cut(struct arena *arena, const char *words, struct area area)
{
	return text_cut(arena, words ? words : "", area.rows < 24 ? SAID_LEAST : SAID_WIDE);
}

static int motions_draw(const struct sitting_item *item, struct area area, int row)
{
	char text[LINE];
	struct arena arena;

	arena_init(&arena);
	for (int i = 0; i < item->motion_count; i++) {
		const struct sitting_motion *motion = &item->motions[i];
		const char *mark = motion->carried ? _(" (became the decision)") : motion->beaten ? _(" (fell)") : "";

		row = fact_draw(area, row, LABEL, i ? "" : _("Motions"),
			arena_format(&arena, "%d %s: %s%s", motion->n, motion->name,
				said_cut(&arena, motion->text, area), mark));
	}
	arena_done(&arena);
	for (int i = 0; i < item->ballot_count; i++) {
		const struct sitting_ballot *ballot = &item->ballots[i];

		snprintf(text, sizeof text, _("%d against %d: %d yes, %d no%s"), ballot->yes, ballot->no,
			ballot->yes_count, ballot->no_count, ballot->casting ? _(", the chair's casting vote") : "");
		row = fact_draw(area, row, LABEL, _("Vote"), text);
	}
	return row;
}

static int reservations_draw(const struct sitting_item *item, struct area area, int row)
{
	struct arena arena;

	arena_init(&arena);
	for (int i = 0; i < item->reservation_count; i++) {
		const struct sitting_reservation *each = &item->reservations[i];

		row = fact_draw(area, row, LABEL, each->dissent ? _("Dissent") : _("Reservation"),
			arena_format(&arena, "%s: %s", each->name, said_cut(&arena, each->text, area)));
	}
	arena_done(&arena);
	return row;
}

static void voids_draw(const struct sitting_item *item, struct area area, int row)
{
	struct arena arena;

	arena_init(&arena);
	for (int i = 0; i < item->void_count; i++)
		row = fact_draw(area, row, LABEL, i ? "" : _("Void"),
			arena_format(&arena, "%s – %s (%s %.10s)", sitting_void_words(&item->voids[i], &arena),
				item->voids[i].why, item->voids[i].taken_by, item->voids[i].at));
	arena_done(&arena);
}

static int outcome_draw(const struct sitting_item *item, struct area area, int row)
{
	struct arena arena;

	arena_init(&arena);
	row = fact_draw(area, row, LABEL, _("Ruling"), said_cut(&arena, item->ruling, area));
	if (item->outcome)
		row = fact_draw(area, row, LABEL, _("Outcome"),
			arena_format(&arena, "%s%s%s%s", sitting_outcome_words(item->outcome),
				text_blank(item->outcome_why) ? "" : ": ", said_cut(&arena, item->outcome_why, area),
				item->immediate ? _(" · approved at once") : ""));
	arena_done(&arena);
	return row;
}

static void item_draw(const struct seated *seated, const struct sitting_item *item, struct area area)
{
	char text[LINE];
	struct arena arena;
	int row = 0;

	if (!item) {
		presence_draw(seated, NULL, area, 0);
		return;
	}
	if (item->section)
		snprintf(text, sizeof text, "§ %d  %s %.*s", item->section, item->number, TEXT_PART(item->title, 400));
	else
		snprintf(text, sizeof text, "%d  %s %.*s", item->n, item->number, TEXT_PART(item->title, 400));
	area_text_in(area, row++, 0, area.columns, STYLE_BOLD, text);
	if (item->hidden) {
		area_text(area, row, 0, STYLE_PLAIN,
			_("You are disqualified here: the rest is shown when the minutes are approved."));
		return;
	}
	/* Who is there stands first, so that no long text ever pushes it off the screen. */
	if (sitting_presenter_away(item))
		snprintf(text, sizeof text, _("%.*s, recorded as absent"), TEXT_PART(item->presenter_name, 60));
	else
		snprintf(text, sizeof text, "%.*s", TEXT_PART(item->presenter_name ? item->presenter_name : "", 60));
	row = fact_draw(area, row, LABEL, _("Presenter"), text);
	row = presence_draw(seated, item, area, row);
	arena_init(&arena);
	row = fact_draw(area, row, LABEL, _("Proposes"), said_cut(&arena, item->proposes, area));
	arena_done(&arena);
	row = motions_draw(item, area, row);
	row = outcome_draw(item, area, row);
	row = reservations_draw(item, area, row);
	voids_draw(item, area, row);
}

void seated_draw(const struct pane *pane, struct area area)
{
	const struct seated *seated = pane->state;
	int list = seated_list_rows(seated, area.rows, area.columns);
	const struct sitting_item *item = seated_focus(seated);

	if (area.columns >= WIDE) {
		listing_draw(&seated->listing, area_part(area, 0, 0, area.rows, AGENDA_WIDE));
		area_divider(area, AGENDA_WIDE);
		item_draw(seated, item, area_part(area, 0, AGENDA_WIDE + 2, area.rows, area.columns - AGENDA_WIDE - 2));
		return;
	}
	listing_draw(&seated->listing, area_part(area, 0, 0, list, area.columns));
	area_rule(area, list);
	item_draw(seated, item, area_part(area, list + 1, 0, area.rows - list - 1, area.columns));
}

/* The words of the list's rows. */
#include "list_words.h"

#include "base/text.h"
#include "base/words.h"

/* The longer saying is `cells` wide; the shorter stands where there is less. */
struct choice {
	const char *whole, *shorter;
	int cells;
};

struct row_words {
	const char *number, *applicant, *title, *measures, *state;
	struct choice sought, due;
	char flag;
};

static struct choice choice_make(struct arena *arena, const char *whole, const char *shorter)
{
	return (struct choice){arena_text(arena, whole), arena_text(arena, shorter), text_width(whole)};
}

static const char *applicant_make(struct arena *arena, const struct application_row *row)
{
	if (row->participants < 2)
		return row->lead_short;
	return arena_format(arena, _("%s and others (%d)"), row->lead_short, row->participants);
}

static struct choice sought_make(struct arena *arena, const struct desk *desk, const struct application_row *row)
{
	int64_t ore = row->sought_unknown && !row->sought_ore ? MONEY_UNKNOWN : row->sought_ore;
	char whole[MONEY_TEXT], shorter[MONEY_TEXT];

	desk_tkr(desk, ore, MONEY_TEXT, whole, sizeof whole);
	desk_tkr(desk, ore, text_width(whole) - 1, shorter, sizeof shorter);
	return choice_make(arena, whole, shorter);
}

/* Whose move it is goes before the day does: a day is never cut. */
static struct choice due_make(struct arena *arena, const struct application_row *row)
{
	char whole[64], shorter[64];

	desk_due(row->due, (int)row->due_mover, whole, sizeof whole);
	desk_due(row->due, MOVER_NOBODY, shorter, sizeof shorter);
	return choice_make(arena, whole, shorter);
}

void list_words_make(struct list_words *words, const struct desk *desk, const struct application_list *list)
{
	day today = casework_today(desk->cw);
	char number[DESK_NUMBER];

	list_words_done(words);
	arena_init(&words->arena);
	words->rows = arena_take(&words->arena, (size_t)(list->count + 1) * sizeof *words->rows);
	words->count = list->count;
	for (int i = 0; i < list->count; i++) {
		const struct application_row *row = &list->items[i];
		bool passed = row->due != DAY_NONE && row->due < today;

		desk_number(desk, row->year, row->n, number);
		words->rows[i] = (struct row_words){.number = arena_text(&words->arena, number),
			.applicant = applicant_make(&words->arena, row),
			.title = row->title,
			.measures = arena_format(&words->arena, "%d", row->measures),
			.state = arena_text(&words->arena, state_word(&desk->programme, row->state)),
			.sought = sought_make(&words->arena, desk, row),
			.due = due_make(&words->arena, row),
			.flag = row->bar              ? '='
				: row->late || passed ? '!'
						      : ' '};
	}
}

void list_words_done(struct list_words *words)
{
	if (words->rows)
		arena_done(&words->arena);
	*words = (struct list_words){0};
}

static const char *chosen(const struct choice *choice, int cells)
{
	return choice->cells <= cells ? choice->whole : choice->shorter;
}

/* An amount that cannot be said in so few cells is left out, never cut. */
static const char *sought_say(const struct choice *sought, int cells)
{
	const char *text = chosen(sought, cells);

	return text == sought->whole || text_width(text) <= cells ? text : "";
}

const char *list_words_cell(const struct list_words *words, int row, enum list_column column, int cells)
{
	const struct row_words *said = &words->rows[row];

	switch (column) {
	case LIST_NUMBER: return said->number;
	case LIST_APPLICANT: return said->applicant;
	case LIST_TITLE: return said->title;
	case LIST_SOUGHT: return sought_say(&said->sought, cells);
	case LIST_MEASURES: return said->measures;
	case LIST_DUE: return chosen(&said->due, cells);
	case LIST_STATE: return said->state;
	}
	return "";
}

/* "!" a day has passed or the application came late. The detail says which. */
char list_words_flag(const struct list_words *words, int row)
{
	return words->rows[row].flag;
}

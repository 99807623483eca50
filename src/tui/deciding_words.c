/* What a decision comes to, in words, before it is recorded. Invariant: what is read here is what the verb is given. */
#include "tui/deciding.h"

#include "base/text.h"
#include "base/words.h"

bool deciding_is(const struct deciding *deciding, const char *kind)
{
	return !strcmp(deciding->kind, kind);
}

bool deciding_grants(const struct deciding *deciding)
{
	return strcmp(deciding->outcome, "refused") != 0;
}

int64_t deciding_granted(const struct deciding *deciding)
{
	struct money_sum sum = {0};

	for (int i = 0; deciding_grants(deciding) && i < BUDGET_YEARS; i++)
		money_sum_add(&sum, deciding->amounts[i]);
	return sum.ore;
}

int64_t deciding_sought(const struct deciding *deciding)
{
	return deciding->about.items[0].sought_ore;
}

/* ---- the ten points of 14 § */

static bool has_condition(const struct deciding *deciding)
{
	for (int i = 0; i < DECIDING_ROWS; i++)
		if (deciding->rows[i].ore != MONEY_UNKNOWN && !text_blank(deciding->rows[i].condition))
			return true;
	return !text_blank(deciding->conditions);
}

static bool has_row(const struct deciding *deciding)
{
	for (int i = 0; i < DECIDING_ROWS; i++)
		if (deciding->rows[i].ore != MONEY_UNKNOWN)
			return true;
	return false;
}

/* Where the form fills a point; the others have the law's standard text. */
static const struct {
	const char *key, *field;
} fillers[] = {
	{"amount", "amount_2026"},
	{"payment", "row_1"},
	{"measure", "outcome"},
	{"period", "from_on"},
	{"partial_report", "report_on"},
	{"report", "final_on"},
	{"conditions", "conditions"},
};

static bool typed(const struct deciding *deciding, const char *field)
{
	if (!strcmp(field, "amount_2026"))
		return deciding_granted(deciding) > 0;
	if (!strcmp(field, "row_1"))
		return has_row(deciding);
	if (!strcmp(field, "from_on"))
		return deciding->from_on && deciding->to_on;
	if (!strcmp(field, "report_on"))
		return deciding->report_on != NULL;
	if (!strcmp(field, "final_on"))
		return deciding->final_on != NULL;
	return strcmp(field, "conditions") != 0 || has_condition(deciding);
}

/* The field that would fill the point; NULL: none, it is the standard text's. */
static const char *field_of(const struct point *point)
{
	for (size_t i = 0; i < sizeof fillers / sizeof fillers[0]; i++)
		if (!strcmp(fillers[i].key, point->key))
			return fillers[i].field;
	return NULL;
}

/* A point that the decision to be replaced fills, and that stays where nothing new is typed. */
static bool point_earlier(const struct deciding *deciding, const struct point *point)
{
	const struct decision *valid = deciding->replaces ? &deciding->earlier.items[0] : NULL;

	for (int i = 0; valid && i < valid->point_count; i++)
		if (valid->points[i].number == point->number)
			return !text_blank(valid->points[i].text);
	return false;
}

/* What would fill the point: what is typed or stays of the earlier decision, the law's standard text, or nothing. */
enum filling { FILLING_NONE, FILLING_OWN, FILLING_STANDARD };
static enum filling point_filling(const struct deciding *deciding, const struct point *point)
{
	const char *field = field_of(point);

	if (point_earlier(deciding, point) || (field && typed(deciding, field)))
		return FILLING_OWN;
	return text_blank(point->standard[1]) ? FILLING_NONE : FILLING_STANDARD;
}

static const char *filling_word(enum filling filling)
{
	switch (filling) {
	case FILLING_OWN: return _("own text");
	case FILLING_STANDARD: return _("standard");
	case FILLING_NONE: break;
	}
	return _("empty");
}

const char *deciding_missing(const struct deciding *deciding, struct arena *arena, const char **field)
{
	const struct programme *programme = &deciding->base.desk->programme;
	const char *missing = "";

	if (!deciding_grants(deciding))
		return "";
	for (int i = 0; i < programme->point_count; i++) {
		const struct point *point = &programme->points[i];

		if (point_filling(deciding, point))
			continue;
		if (!missing[0])
			*field = field_of(point);
		missing = arena_format(arena, "%s%s%d %s", missing, missing[0] ? ", " : "", point->number,
			point->title[words_swedish()]);
	}
	return missing;
}

static const char *point_say(const struct deciding *deciding, int which, int cells, struct arena *arena)
{
	const struct programme *programme = &deciding->base.desk->programme;
	const struct point *point = &programme->points[which];

	return text_cut(arena,
		arena_format(arena, "%2d %s: %s", point->number, filling_word(point_filling(deciding, point)),
			point->title[words_swedish()]),
		cells);
}

/* "1 own text: Amount of the grant", two a line where there is room. */
enum { POINT_CELLS = 36 };
static const char *points_say(const struct deciding *deciding, int columns, struct arena *arena)
{
	int count = deciding->base.desk->programme.point_count;
	bool two = columns >= 2 * POINT_CELLS + 4;
	int lines = two ? (count + 1) / 2 : count;
	const char *text = "";

	for (int i = 0; i < lines; i++) {
		const char *left = point_say(deciding, i, two ? POINT_CELLS : columns - 2, arena);
		int pad = POINT_CELLS - text_width(left);

		text = arena_format(arena, "%s\n  %s", text, left);
		if (two && lines + i < count)
			text = arena_format(
				arena, "%s%*s  %s", text, pad, "", point_say(deciding, lines + i, POINT_CELLS, arena));
	}
	return text;
}

/* ---- the whole */

static const char *years_say(const struct deciding *deciding, struct arena *arena)
{
	const char *text = "";
	char money[MONEY_TEXT];

	for (int i = 0; i < BUDGET_YEARS; i++)
		if (deciding->amounts[i] != MONEY_UNKNOWN && deciding->amounts[i])
			text = arena_format(arena, "%s%s%d %s", text, text[0] ? ", " : "", BUDGET_FIRST + i,
				desk_kr(deciding->base.desk, deciding->amounts[i], money));
	return text;
}

static const char *recipient_say(const struct deciding *deciding, const struct deciding_row *row)
{
	const struct application *whole = &deciding->whole;

	for (int i = 0; i < whole->participant_count; i++)
		if (row->recipient && !strcmp(whole->participants[i].region, row->recipient))
			return whole->participants[i].region_short;
	return whole->row.lead_short;
}

/* The row shares day and condition with the one before: one payment in the shares of a joint measure. */
static bool row_shares(const struct deciding_row *row, const struct deciding_row *before)
{
	return before->ore != MONEY_UNKNOWN && row->ore != MONEY_UNKNOWN && row->due_on && before->due_on &&
	       !strcmp(row->due_on, before->due_on) && !strcmp(row->condition, before->condition);
}

/* "2027-01-15  52 000 kr  Halland 26 000 kr, Dalarna 26 000 kr: villkor", from row `at` on; answers how many rows. */
static int payment_say(const struct deciding *deciding, int at, struct arena *arena, const char **text)
{
	const struct deciding_row *first = &deciding->rows[at];
	const char *whom = "", *condition = text_blank(first->condition) ? "" : first->condition;
	struct money_sum sum = {0};
	char money[MONEY_TEXT];
	int count = 1;

	while (at + count < DECIDING_ROWS && row_shares(&deciding->rows[at + count], first))
		count++;
	for (int i = at; i < at + count; i++) {
		const struct deciding_row *row = &deciding->rows[i];

		money_sum_add(&sum, row->ore);
		whom = arena_format(arena, "%s%s%s%s%s", whom, i > at ? ", " : "", recipient_say(deciding, row),
			count > 1 ? " " : "", count > 1 ? desk_kr(deciding->base.desk, row->ore, money) : "");
	}
	*text = arena_format(arena, "%s\n  %s  %s  %s%s%s", *text, first->due_on ? first->due_on : "-",
		desk_kr(deciding->base.desk, sum.ore, money), whom, condition[0] ? ": " : "", condition);
	return count;
}

static const char *rows_say(const struct deciding *deciding, struct arena *arena)
{
	const char *text = "";

	for (int i = 0; i < DECIDING_ROWS;)
		i += deciding->rows[i].ore == MONEY_UNKNOWN ? 1 : payment_say(deciding, i, arena, &text);
	return text;
}

/* What the verb lets through with a warning: years granted above what is sought for them. */
static const char *notes_say(const struct deciding *deciding, struct arena *arena)
{
	const struct measure *measure = &deciding->about.items[0];
	const char *text = "";
	char a[MONEY_TEXT], b[MONEY_TEXT];

	for (int i = 0; i < BUDGET_YEARS; i++) {
		int64_t sought = 0, granted = deciding->amounts[i];

		for (int j = 0; j < measure->year_count; j++)
			if (measure->years[j].year == BUDGET_FIRST + i && measure->years[j].has_sought)
				sought = measure->years[j].sought_ore;
		if (granted != MONEY_UNKNOWN && sought != MONEY_UNKNOWN && granted > sought)
			text = arena_format(arena, _("%s\nNote: %d: %s is granted, %s is sought for that year."), text,
				BUDGET_FIRST + i, desk_kr(deciding->base.desk, granted, a),
				desk_kr(deciding->base.desk, sought, b));
	}
	return text;
}

/* Said when less than all that is sought is granted. */
static const char *communication_say(const struct deciding *deciding, struct arena *arena)
{
	if (!deciding->uncommunicated || !strcmp(deciding->outcome, "granted"))
		return "";
	return arena_format(arena, _("\nNote: %s"), deciding->uncommunicated);
}

/* Kind and ground of one that replaces another; who decided, as it will be recorded. */
static const char *form_say(const struct deciding *deciding, struct arena *arena)
{
	const struct programme *programme = &deciding->base.desk->programme;
	const char *text = "";

	if (deciding->replaces && !text_blank(deciding->kind))
		text = arena_format(
			arena, "\n%s: %s", _("Kind"), programme_word_name(programme, "decision_form", deciding->kind));
	if (!text_blank(deciding->section))
		return arena_format(arena, "%s\n%s: %s", text, _("Decided by"), deciding->section);
	return arena_format(
		arena, "%s\n%s: %s", text, _("Decided by"), text_blank(deciding->deciders) ? "–" : deciding->deciders);
}

const char *deciding_summary(const struct deciding *deciding, int columns, struct arena *arena)
{
	const struct desk *desk = deciding->base.desk;
	char granted[MONEY_TEXT], sought[MONEY_TEXT];
	const char *head = arena_format(arena, _("Record the delegation's decision of %s on %s %s, %s: %s."),
		deciding->decided_on, deciding->number, deciding->whole.row.lead_short, deciding->about.items[0].title,
		programme_word_name(&desk->programme, "outcome", deciding->outcome));

	head = arena_format(arena, "%s%s", head, form_say(deciding, arena));
	if (!deciding_grants(deciding))
		return arena_format(arena, _("%s\nNothing is granted.%s\nA decision is corrected, never undone."), head,
			communication_say(deciding, arena));
	return arena_format(arena, _("%s\n%s of %s sought: %s%s%s\n14 §:%s\nA decision is corrected, never undone."),
		head, desk_kr(desk, deciding_granted(deciding), granted),
		desk_kr(desk, deciding_sought(deciding), sought), years_say(deciding, arena), rows_say(deciding, arena),
		arena_format(arena, "%s%s", notes_say(deciding, arena), communication_say(deciding, arena)),
		points_say(deciding, columns, arena));
}

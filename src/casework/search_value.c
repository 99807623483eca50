/* Values of a filter's fields. Invariant: every comparison becomes one range with both ends included, so that there is
 * one way to match it. */
#include "casework/search_inner.h"

#include "base/buffer.h"
#include "base/money.h"
#include "base/text.h"
#include "base/words.h"

struct value {
	struct filter_reader *reader;
	struct term *term;
	enum comparison comparison;
	const char *text, *folded;
	struct span span;
};

static bool is_one_of(const char *folded, const char *const words[])
{
	for (; *words; words++)
		if (!strcmp(folded, *words))
			return true;
	return false;
}

static const char *const words_yes[] = {"yes", "ja", NULL};
static const char *const words_no[] = {"no", "nej", NULL};
static const char *const words_none[] = {"none", "ingen", "inget", "-", NULL};
static const char *const words_unknown[] = {"unknown", "okänt", "okänd", NULL};
static const char *const words_overdue[] = {"overdue", "förfallen", "försenad", NULL};

static const char *shown(const struct value *value)
{
	return text_cut(value->reader->arena, text_harmless(value->reader->arena, value->text, false), 40);
}

static bool value_refuse(const struct value *value, const char *help)
{
	return refuse(value->reader->err, ERROR_INVALID, _("“%s” (characters %d–%d) is not understood. %s"),
		shown(value), value->span.first, value->span.last, help);
}

static bool only_is(const struct value *value)
{
	return value->comparison == COMPARE_IS ||
	       value_refuse(value, _("This field is written with a colon, not < or >."));
}

/* ---- ranges: each reader answers the first and last value a text stands for */

typedef bool range_read(const struct value *value, const char *text, int64_t *first, int64_t *last);

static bool number_range(const struct value *value, const char *text, int64_t *first, int64_t *last)
{
	int64_t number = 0;

	(void)value;
	if (!*text || strlen(text) > 9)
		return false;
	for (; *text; text++) {
		if (!isdigit((unsigned char)*text))
			return false;
		number = number * 10 + (*text - '0');
	}
	*first = *last = number;
	return true;
}

static bool money_range(const struct value *value, const char *text, int64_t *first, int64_t *last)
{
	int64_t ore;

	(void)value;
	if (!money_parse(text, &ore, NULL))
		return false;
	*first = *last = ore;
	return true;
}

/* 2026 and 2026-11: the whole year, the whole month. */
static bool period_range(const char *text, int64_t *first, int64_t *last)
{
	char opening[DAY_TEXT];
	size_t bytes = strlen(text);
	day from;

	if (bytes != 4 && bytes != 7)
		return false;
	snprintf(opening, sizeof(opening), "%s%s", text, bytes == 4 ? "-01-01" : "-01");
	from = day_read(opening);
	if (from == DAY_NONE)
		return false;
	*first = from;
	*last = day_month_after(from, bytes == 4 ? 12 : 1) - 1;
	return true;
}

/* 7d, -3d, 2v, 2w: days or weeks from today. */
static bool shift_range(const struct value *value, const char *text, int64_t *first, int64_t *last)
{
	enum { SHIFT_MOST = 10000 };
	char *end;
	long shift;

	if (!isdigit((unsigned char)text[*text == '-' || *text == '+']))
		return false;
	errno = 0;
	shift = strtol(text, &end, 10);
	if (errno || shift > SHIFT_MOST || shift < -SHIFT_MOST || strlen(end) != 1 || !strchr("dvw", *end))
		return false;
	*first = *last = value->reader->today + shift * (*end == 'd' ? 1 : 7);
	return true;
}

static bool day_range(const struct value *value, const char *text, int64_t *first, int64_t *last)
{
	day which;

	if (shift_range(value, text, first, last) || period_range(text, first, last))
		return true;
	if (!day_parse(text, value->reader->today, &which, NULL))
		return false;
	*first = *last = which;
	return true;
}

/* "5mn..20mn", "5mn..", "..20mn". */
static bool interval_read(const struct value *value, const char *dots, range_read *read)
{
	struct term *term = value->term;
	const char *from = arena_text_part(value->reader->arena, value->folded, (size_t)(dots - value->folded));
	const char *to = dots + 2;
	int64_t aside;

	term->low = INT64_MIN;
	term->high = INT64_MAX;
	if ((!*from && !*to) || (*from && !read(value, from, &term->low, &aside)) ||
		(*to && !read(value, to, &aside, &term->high)))
		return false;
	return term->low <= term->high;
}

static bool compared_read(const struct value *value, range_read *read)
{
	struct term *term = value->term;
	const char *dots = strstr(value->folded, "..");
	int64_t first, last;

	if (dots)
		return value->comparison == COMPARE_IS && interval_read(value, dots, read);
	if (!read(value, value->folded, &first, &last))
		return false;
	term->low = INT64_MIN;
	term->high = INT64_MAX;
	switch (value->comparison) {
	case COMPARE_IS:
		term->low = first;
		term->high = last;
		break;
	case COMPARE_LESS: term->high = first - 1; break;
	case COMPARE_LESS_SAME: term->high = last; break;
	case COMPARE_MORE: term->low = last + 1; break;
	case COMPARE_MORE_SAME: term->low = first; break;
	}
	return true;
}

static bool number_read(const struct value *value)
{
	return compared_read(value, number_range) || value_refuse(value, _("Write a whole number, or two: 2..5."));
}

static bool money_read(const struct value *value)
{
	if (value->comparison == COMPARE_IS && is_one_of(value->folded, words_unknown)) {
		value->term->none = true;
		return true;
	}
	return compared_read(value, money_range) ||
	       value_refuse(value, _("Write an amount, such as 350tkr or 5mn, or two: 5mn..20mn. Or: unknown."));
}

static bool day_value_read(const struct value *value)
{
	struct term *term = value->term;

	if (value->comparison == COMPARE_IS && is_one_of(value->folded, words_none)) {
		term->none = true;
		return true;
	}
	if (value->comparison == COMPARE_IS && is_one_of(value->folded, words_overdue)) {
		term->low = INT64_MIN;
		term->high = (int64_t)value->reader->today - 1;
		return true;
	}
	return compared_read(value, day_range) ||
	       value_refuse(value,
		       _("Write a day (2026-12-01), a month (2026-12), days from today (7d) or two: 1/12..15/12."));
}

/* ---- words */

static bool bool_read(const struct value *value)
{
	bool yes = is_one_of(value->folded, words_yes);

	if (!only_is(value))
		return false;
	if (!yes && !is_one_of(value->folded, words_no))
		return value_refuse(value, _("Write yes or no."));
	value->term->low = value->term->high = yes;
	return true;
}

static bool text_read(const struct value *value)
{
	if (!only_is(value))
		return false;
	value->term->none = value->term->field == FILTER_OFFICER && is_one_of(value->folded, words_none);
	value->term->text = value->folded;
	return true;
}

/* The state's names: its code and, where the programme is at hand, its word in both languages. */
static bool state_named(const struct value *value, enum state state, const char *wanted, bool whole)
{
	const struct programme *programme = value->reader->programme;
	const struct word *word = programme ? programme_word(programme, "state", state_code(state)) : NULL;
	const char *names[3] = {state_code(state), word ? word->name[0] : NULL, word ? word->name[1] : NULL};
	size_t bytes = strlen(wanted);

	for (int i = 0; i < 3; i++) {
		const char *name = names[i] ? text_fold(value->reader->arena, names[i]) : NULL;

		if (name && (whole ? !strcmp(name, wanted) : !strncmp(name, wanted, bytes)))
			return true;
	}
	return false;
}

static const char *const words_open_cases[] = {"open", "öppen", "öppna", NULL};
enum {
	STATES_CLOSED = 1U << STATE_DECIDED | 1U << STATE_PAID | 1U << STATE_REPORTED | 1U << STATE_WITHDRAWN |
			1U << STATE_WRITTEN_OFF | 1U << STATE_DISMISSED | 1U << STATE_CLOSED | 1U << STATE_MOVED |
			1U << STATE_VOID
};

/* A whole name, else every status whose name begins so: "bed" is both bedöms and bedömd. Open: something is left to do.
 */
static unsigned states_named(const struct value *value, const char *wanted)
{
	unsigned whole = 0, begun = 0;

	if (is_one_of(wanted, words_open_cases))
		return ((1U << STATE_COUNT) - 1) & ~STATES_CLOSED;

	for (int i = 0; i < STATE_COUNT; i++) {
		whole |= state_named(value, (enum state)i, wanted, true) ? 1U << i : 0;
		begun |= state_named(value, (enum state)i, wanted, false) ? 1U << i : 0;
	}
	return whole ? whole : begun;
}

static bool state_unknown(const struct value *value, const char *wanted)
{
	struct buffer known;

	buffer_init(&known);
	for (int i = 0; i < STATE_COUNT; i++)
		buffer_format(&known, "%s%s", i ? ", " : "",
			value->reader->programme ? state_word(value->reader->programme, (enum state)i)
						 : state_code((enum state)i));
	refuse(value->reader->err, ERROR_INVALID, _("“%s” (characters %d–%d) is no status. There are: %s."),
		text_cut(value->reader->arena, text_harmless(value->reader->arena, wanted, false), 40),
		value->span.first, value->span.last, known.text);
	buffer_done(&known);
	return false;
}

/* One or several, parted by commas. */
static bool states_read(const struct value *value)
{
	if (!only_is(value))
		return false;
	for (const char *at = value->folded;;) {
		size_t bytes = strcspn(at, ",");
		const char *wanted = arena_text_part(value->reader->arena, at, bytes);
		unsigned named = *wanted ? states_named(value, wanted) : 0;

		if (!named)
			return state_unknown(value, wanted);
		value->term->states |= named;
		if (!at[bytes])
			return true;
		at += bytes + 1;
	}
}

/* ---- control points */

static bool gate_known(const struct value *value, const char *gate)
{
	const struct programme *programme = value->reader->programme;

	if (!programme)
		return true;
	for (int i = 0; i < programme->gate_count; i++)
		if (!strcmp(text_fold(value->reader->arena, programme->gates[i].id), gate))
			return true;
	return false;
}

static const char *answer_code(const char *folded)
{
	static const char *const unclear[] = {"unclear", "oklart", NULL};
	static const char *const na[] = {"na", "ej", NULL};
	static const char *const unanswered[] = {"unanswered", "obesvarad", "-", NULL};

	if (is_one_of(folded, words_yes))
		return "yes";
	if (is_one_of(folded, words_no))
		return "no";
	if (is_one_of(folded, unclear))
		return "unclear";
	if (is_one_of(folded, na))
		return "na";
	return is_one_of(folded, unanswered) ? "" : NULL;
}

/* "G12=no". What the rows hold is " g1=yes g12=no "; an unanswered one is not there. */
static bool gate_read(const struct value *value)
{
	struct arena *arena = value->reader->arena;
	size_t bytes = strcspn(value->folded, "=");
	const char *gate = arena_text_part(arena, value->folded, bytes);
	const char *answer = value->folded[bytes] ? answer_code(value->folded + bytes + 1) : NULL;

	if (!only_is(value))
		return false;
	if (!answer)
		return value_refuse(
			value, _("Write the control point and its answer: G12=no, unclear, yes, na or unanswered."));
	if (!gate_known(value, gate))
		return value_refuse(value, _("There is no such control point."));
	value->term->none = !*answer;
	value->term->text = *answer ? arena_format(arena, " %s=%s ", gate, answer) : arena_format(arena, " %s=", gate);
	return true;
}

bool value_read(
	struct filter_reader *reader, struct term *term, enum comparison comparison, const char *text, struct span span)
{
	const struct value value = {reader, term, comparison, text, text_fold(reader->arena, text), span};

	switch (term->field) {
	case FILTER_STATE: return states_read(&value);
	case FILTER_OFFICER:
	case FILTER_APPLICANT:
	case FILTER_TITLE:
	case FILTER_ROUND: return text_read(&value);
	case FILTER_MINE:
	case FILTER_TO_SCORE:
	case FILTER_LATE:
	case FILTER_BARRED: return bool_read(&value);
	case FILTER_YEAR:
	case FILTER_NUMBER:
	case FILTER_MEASURES:
	case FILTER_PARTICIPANTS: return number_read(&value);
	case FILTER_SOUGHT:
	case FILTER_COST: return money_read(&value);
	case FILTER_DUE:
	case FILTER_ARRIVED: return day_value_read(&value);
	case FILTER_GATE: return gate_read(&value);
	case FILTER_WORDS:
	case FILTER_POINTS: break;
	}
	return false;
}

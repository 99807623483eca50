/* Does a row match a filter? Invariant: the answer depends on the row, its folded words and the actor alone, and on
 * nothing that is hidden from the actor. */
#include "casework/search_inner.h"

#include "base/text.h"

bool filter_empty(const struct filter *filter)
{
	return filter->count == 0;
}

static bool filter_has(const struct filter *filter, enum filter_field field)
{
	for (int i = 0; i < filter->count; i++)
		if (filter->terms[i].field == field)
			return true;
	return false;
}

bool filter_asks_gates(const struct filter *filter)
{
	return filter_has(filter, FILTER_GATE);
}

bool filter_asks_words(const struct filter *filter)
{
	return filter_has(filter, FILTER_WORDS);
}

static bool field_is_fact(enum filter_field field)
{
	switch (field) {
	case FILTER_STATE:
	case FILTER_MINE:
	case FILTER_TO_SCORE:
	case FILTER_SOUGHT:
	case FILTER_COST:
	case FILTER_MEASURES:
	case FILTER_PARTICIPANTS:
	case FILTER_DUE:
	case FILTER_BARRED:
	case FILTER_GATE: return true;
	case FILTER_WORDS:
	case FILTER_OFFICER:
	case FILTER_APPLICANT:
	case FILTER_TITLE:
	case FILTER_ROUND:
	case FILTER_YEAR:
	case FILTER_NUMBER:
	case FILTER_ARRIVED:
	case FILTER_LATE:
	case FILTER_POINTS: break;
	}
	return false;
}

bool filter_asks_facts(const struct filter *filter)
{
	for (int i = 0; i < filter->count; i++)
		if (field_is_fact(filter->terms[i].field))
			return true;
	return false;
}

/* Figures match from where a number begins: 26 is not in 2026, 12 is in 12-2026. */
static bool words_in(const char *folded, const char *words)
{
	bool figures = isdigit((unsigned char)*words);

	for (const char *at = strstr(folded, words); at; at = strstr(at + 1, words))
		if (!figures || at == folded || !isdigit((unsigned char)at[-1]))
			return true;
	return false;
}

static bool words_match(const struct term *term, const char *folded)
{
	return folded && (words_in(folded, term->text) || (term->key && words_in(folded, term->key)));
}

static bool text_holds(const char *text, const char *folded, bool whole)
{
	struct arena arena;
	const char *own;
	bool holds;

	if (!text)
		return false;
	arena_init(&arena);
	own = text_fold(&arena, text);
	holds = whole ? !strcmp(own, folded) : strstr(own, folded) != NULL;
	arena_done(&arena);
	return holds;
}

static bool in_range(const struct term *term, int64_t number)
{
	return number >= term->low && number <= term->high;
}

static bool money_match(const struct term *term, const struct application_row *row, int64_t ore, int unknown)
{
	if (term->none)
		return unknown > 0;
	return unknown < row->measures && in_range(term, ore);
}

static bool due_match(const struct term *term, day due)
{
	if (term->none)
		return due == DAY_NONE;
	return due != DAY_NONE && in_range(term, due);
}

static bool officer_match(const struct term *term, const struct application_row *row)
{
	return term->none ? !row->officer : text_holds(row->officer_name, term->text, false);
}

static bool gate_match(const struct term *term, const struct application_row *row)
{
	bool there = row->gates && strstr(row->gates, term->text);

	return term->none ? !there : there;
}

static bool mine_match(const struct term *term, const struct application_row *row, int64_t mine)
{
	return in_range(term, row->officer == mine || (row->relation & RELATION_ASSIGNED));
}

static bool term_match(const struct term *term, const struct application_row *row, const char *folded, int64_t mine)
{
	switch (term->field) {
	case FILTER_WORDS: return words_match(term, folded);
	case FILTER_STATE: return term->states >> row->state & 1U;
	case FILTER_OFFICER: return officer_match(term, row);
	case FILTER_MINE: return mine_match(term, row, mine);
	case FILTER_TO_SCORE: return in_range(term, (row->relation & RELATION_UNSUBMITTED) != 0);
	case FILTER_APPLICANT: return text_holds(row->lead_short, term->text, false) || !strcmp(row->lead, term->text);
	case FILTER_TITLE: return text_holds(row->title, term->text, false);
	case FILTER_ROUND: return text_holds(row->round_name, term->text, true);
	case FILTER_YEAR: return in_range(term, row->year);
	case FILTER_NUMBER: return in_range(term, row->n);
	case FILTER_SOUGHT: return money_match(term, row, row->sought_ore, row->sought_unknown);
	case FILTER_COST: return money_match(term, row, row->cost_ore, row->cost_unknown);
	case FILTER_MEASURES: return in_range(term, row->measures);
	case FILTER_PARTICIPANTS: return in_range(term, row->participants);
	case FILTER_DUE: return due_match(term, row->due);
	case FILTER_ARRIVED: return in_range(term, day_read(row->arrived_on));
	case FILTER_GATE: return gate_match(term, row);
	case FILTER_LATE: return in_range(term, row->late);
	case FILTER_BARRED: return in_range(term, (row->relation & RELATION_BARRED) != 0);
	case FILTER_POINTS: break;
	}
	return false;
}

bool filter_matches(const struct filter *filter, const struct application_row *row, const char *folded, int64_t mine)
{
	bool all = true;

	for (int i = 0; i < filter->count; i++) {
		const struct term *term = &filter->terms[i];

		if (term->begins) {
			if (all)
				return true;
			all = true;
		}
		all = all && term_match(term, row, folded, mine) != term->negated;
	}
	return all;
}

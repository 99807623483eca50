/* What the screens say of an application and its measures. */
#include "tui/case_words.h"

#include "casework/bar.h"
#include "casework/decision.h"
#include "casework/ruling.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/assess.h"

static void money_say(const struct desk *desk, int64_t ore, int unknown, int measures, char out[CASE_WORDS])
{
	char money[MONEY_TEXT];

	if (unknown && unknown == measures)
		snprintf(out, CASE_WORDS, "%s", _("unknown"));
	else if (unknown)
		snprintf(out, CASE_WORDS,
			ngettext("%s, %d without an amount", "%s, %d without an amount", (unsigned long)unknown),
			desk_kr(desk, ore, money), unknown);
	else
		snprintf(out, CASE_WORDS, "%s", measures ? desk_kr(desk, ore, money) : "-");
}

void case_sought(const struct desk *desk, const struct application_row *row, char out[CASE_WORDS])
{
	money_say(desk, row->sought_ore, row->sought_unknown, row->measures, out);
}

void case_cost(const struct desk *desk, const struct application_row *row, char out[CASE_WORDS])
{
	money_say(desk, row->cost_ore, row->cost_unknown, row->measures, out);
}

void case_days(day from, day to, char out[CASE_WORDS])
{
	int days = to - from;

	if (days == 0)
		snprintf(out, CASE_WORDS, "%s", _("today"));
	else if (days > 0)
		snprintf(out, CASE_WORDS, ngettext("in %d day", "in %d days", (unsigned long)days), days);
	else
		snprintf(out, CASE_WORDS, ngettext("%d day ago", "%d days ago", (unsigned long)-days), -days);
}

static const char *mover_word(enum mover mover)
{
	switch (mover) {
	case MOVER_US: return _("our move");
	case MOVER_APPLICANT: return _("the applicant's move");
	case MOVER_DELEGATION: return _("the delegation's move");
	case MOVER_BODY: return _("the move of who was asked");
	case MOVER_NOBODY: break;
	}
	return NULL;
}

void case_due(const struct desk *desk, const struct application_row *row, char out[CASE_WORDS])
{
	char iso[DAY_TEXT], days[CASE_WORDS];
	const char *who = mover_word(row->due_mover);

	if (row->due == DAY_NONE) {
		snprintf(out, CASE_WORDS, "-");
		return;
	}
	day_text(row->due, iso);
	case_days(casework_today(desk->cw), row->due, days);
	snprintf(out, CASE_WORDS, "%s, %.*s%s%s", iso, TEXT_PART(days, 100), who ? ", " : "", who ? who : "");
}

void case_flag(const struct desk *desk, const struct application_row *row, char out[CASE_WORDS])
{
	bool passed = row->due != DAY_NONE && row->due < casework_today(desk->cw);
	char number[DESK_NUMBER];
	struct arena arena;

	out[0] = '\0';
	if (row->bar) {
		arena_init(&arena);
		desk_number(desk, row->year, row->n, number);
		snprintf(out, CASE_WORDS, "= %s", bar_words(row->bar, number, &arena));
		arena_done(&arena);
	} else if (row->late || passed)
		snprintf(out, CASE_WORDS, "! %s%s%s", row->late ? _("came in after the round had closed") : "",
			row->late && passed ? ", " : "", passed ? _("the deadline has passed") : "");
}

void case_applicant(const struct application_row *row, char out[CASE_WORDS])
{
	if (row->participants < 2)
		snprintf(out, CASE_WORDS, "%s", row->lead_short);
	else
		snprintf(out, CASE_WORDS, _("%s and others (%d)"), row->lead_short, row->participants);
}

int case_papers_in(const struct application *whole)
{
	return participants_complete(whole->participants, whole->participant_count);
}

void case_papers(const struct application *whole, char out[CASE_WORDS])
{
	snprintf(out, CASE_WORDS, _("documents %d/%d"), case_papers_in(whole), whole->participant_count);
}

static void count_add(char out[CASE_WORDS], int count, const char *word)
{
	size_t at = strlen(out);

	if (count)
		snprintf(out + at, CASE_WORDS - at, "%s%d %s", at ? " · " : "", count, word);
}

void case_gates(int yes, int no, int unclear, int unanswered, char out[CASE_WORDS])
{
	out[0] = '\0';
	count_add(out, yes, _("yes"));
	count_add(out, no, _("no"));
	count_add(out, unclear, _("unclear"));
	count_add(out, unanswered, _("unanswered"));
	if (!out[0])
		snprintf(out, CASE_WORDS, "-");
}

void measure_assessed(const struct measure *measure, char out[CASE_WORDS])
{
	if (measure->assignments)
		snprintf(out, CASE_WORDS, "%d/%d", measure->submitted, measure->assignments);
	else
		snprintf(out, CASE_WORDS, "-");
}

int measure_points(const struct desk *desk, const struct measure *measure)
{
	struct score_views views;
	struct error err = {0};
	int points;

	if (!measure->submitted)
		return POINTS_NONE;
	if (!score_views_load(desk->cw, measure->id, &views, &err))
		return POINTS_HIDDEN;
	points = views.points_100 < 0 ? POINTS_NONE : views.points_100;
	score_views_done(&views);
	return points;
}

const char *points_word(int points, char out[CASE_WORDS])
{
	if (points == POINTS_NONE)
		snprintf(out, CASE_WORDS, "-");
	else if (points == POINTS_HIDDEN)
		snprintf(out, CASE_WORDS, "%s", _("hidden"));
	else
		snprintf(out, CASE_WORDS, "%d", points);
	return out;
}

void measure_outcome(const struct desk *desk, const struct measure *measure, char out[CASE_WORDS])
{
	out[0] = '\0';
	if (measure->ruling)
		snprintf(out, CASE_WORDS, "%s", ruling_words(measure->ruling, false));
	else if (measure->withdrawn_on)
		snprintf(out, CASE_WORDS, "%s", _("withdrawn"));
	else if (measure->outcome)
		snprintf(out, CASE_WORDS, "%s",
			decision_outcome_name(&desk->programme, measure->outcome, measure->decision_kind));
}

const char *region_short(const struct desk *desk, const char *code)
{
	for (int i = 0; i < desk->programme.region_count; i++)
		if (!strcmp(desk->programme.regions[i].code, code))
			return desk->programme.regions[i].short_name;
	return code;
}

int fact_draw(struct area area, int row, int label_cells, const char *label, const char *text)
{
	int rows;

	if (!text || !text[0])
		return row;
	area_text_in(area, row, 0, label_cells - 1, STYLE_PLAIN, label);
	rows = area_lines(
		area_part(area, 0, label_cells, area.rows, area.columns - label_cells), row, STYLE_PLAIN, text);
	return row + (rows > 1 ? rows : 1);
}

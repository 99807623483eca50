/* The case in focus, beside the list. What does not fit is counted, never cut in the middle. */
#include "tui/preview.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/event.h"

enum { LABEL = 17, SOUGHT = 9, ASSESSED = 8, POINTS = 7 };

/* ---- reading */

static bool gates_count(struct preview *preview, const struct desk *desk, struct error *err)
{
	struct gate_list gates;

	if (!gate_list_load(desk->cw, preview->application, &gates, err))
		return false;
	preview->yes = gates.yes;
	preview->no = gates.no;
	preview->unclear = gates.unclear;
	preview->unanswered = gates.unanswered;
	gate_list_done(&gates);
	return true;
}

static bool latest_read(struct preview *preview, const struct desk *desk, struct error *err)
{
	struct event_query query = {.application = preview->application, .most = 1};
	struct event_list events;

	if (!event_list_load(desk->cw, &query, &events, err))
		return false;
	if (events.count)
		snprintf(preview->latest, sizeof preview->latest, "%.10s %s %s", events.items[0].at,
			events.items[0].actor, event_words(&events.items[0]));
	event_list_done(&events);
	return true;
}

static void points_read(struct preview *preview, const struct desk *desk)
{
	struct measure_list *list = &preview->measures;

	preview->points = arena_take(&list->arena, (size_t)(list->count + 1) * sizeof *preview->points);
	for (int i = 0; i < list->count; i++)
		preview->points[i] = measure_points(desk, &list->items[i]);
}

bool preview_load(struct preview *preview, const struct desk *desk, int64_t application, struct error *err)
{
	preview_done(preview);
	if (!application)
		return true;
	if (!application_load(desk->cw, application, &preview->whole, err))
		return false;
	preview->application = application;
	if (!measure_list_load(desk->cw, application, &preview->measures, err) || !gates_count(preview, desk, err) ||
		!latest_read(preview, desk, err)) {
		preview_done(preview);
		return false;
	}
	points_read(preview, desk);
	return true;
}

void preview_done(struct preview *preview)
{
	application_done(&preview->whole);
	measure_list_done(&preview->measures);
	*preview = (struct preview){0};
}

/* ---- drawing */

static int facts_draw(const struct preview *preview, const struct desk *desk, struct area area, int row)
{
	const struct application_row *case_row = &preview->whole.row;
	char text[CASE_WORDS];

	case_sought(desk, case_row, text);
	row = fact_draw(area, row, LABEL, _("Sought"), text);
	case_cost(desk, case_row, text);
	row = fact_draw(area, row, LABEL, _("Cost"), text);
	row = fact_draw(
		area, row, LABEL, _("Case officer"), case_row->officer_name ? case_row->officer_name : _("nobody"));
	row = fact_draw(area, row, LABEL, _("Status"), state_word(&desk->programme, case_row->state));
	row = fact_draw(area, row, LABEL, _("Next"), state_step(&desk->programme, &case_row->facts));
	case_due(desk, case_row, text);
	row = fact_draw(area, row, LABEL, _("Deadline"), text);
	case_flag(desk, case_row, text);
	row = fact_draw(area, row, LABEL, _("Flag"), text);
	if (preview->whole.participant_count > 1) {
		case_papers(&preview->whole, text);
		row = fact_draw(area, row, LABEL, _("Participants"), text);
	}
	return row;
}

static void measure_draw(const struct preview *preview, const struct desk *desk, struct area area, int row, int i)
{
	const struct measure *measure = &preview->measures.items[i];
	const struct application_row *case_row = &preview->whole.row;
	int title = area.columns - SOUGHT - ASSESSED - POINTS, used;
	char text[CASE_WORDS], number[DESK_NUMBER];

	desk_measure(desk, case_row->year, case_row->n, measure->n, number);
	used = area_text_in(area, row, 0, title - 1, STYLE_PLAIN, number) + 1;
	area_text_in(area, row, used, title - 1 - used, STYLE_PLAIN, measure->title);
	if (measure->withdrawn_on || measure->ruling || measure->outcome) {
		measure_outcome(desk, measure, text);
		area_text_right(area, row, title, area.columns - title, STYLE_PLAIN, text);
		return;
	}
	desk_tkr(desk, measure->sought_ore, SOUGHT, text, sizeof text);
	area_text_right(area, row, title, SOUGHT, STYLE_PLAIN, text);
	measure_assessed(measure, text);
	area_text_right(area, row, title + SOUGHT, ASSESSED, STYLE_PLAIN, text);
	area_text_right(area, row, area.columns - POINTS, POINTS, STYLE_PLAIN, points_word(preview->points[i], text));
}

/* As many measures as fit above the last `below` rows. */
static int measures_draw(const struct preview *preview, const struct desk *desk, struct area area, int row, int below)
{
	int count = preview->measures.count, room = area.rows - row - 1 - below;
	int shown = count <= room ? count : room > 1 ? room - 1 : 0;
	int title = area.columns - SOUGHT - ASSESSED - POINTS;

	area_text_in(area, row, 0, title - 1, STYLE_PLAIN, _("Measures"));
	area_text_right(area, row, title, SOUGHT, STYLE_PLAIN, _("SEK '000"));
	area_text_right(area, row, title + SOUGHT, ASSESSED, STYLE_PLAIN, _("done"));
	area_text_right(area, row, area.columns - POINTS, POINTS, STYLE_PLAIN, _("points"));
	area_style(area, row, 0, area.columns, STYLE_UNDERLINE);
	for (int i = 0; i < shown; i++)
		measure_draw(preview, desk, area, row + 1 + i, i);
	if (shown < count)
		area_format(area, row + 1 + shown, 0, STYLE_PLAIN, _("and %d more"), count - shown);
	return row + 1 + shown + (shown < count);
}

void preview_draw(const struct preview *preview, const struct desk *desk, struct area area)
{
	enum { BELOW = 5 }; /* a blank, the control points, and the latest in up to three lines */
	char text[CASE_WORDS];
	int row;

	if (!preview->application)
		return;
	area_format(area, 0, 0, STYLE_BOLD, "%s  %s", preview->whole.number, preview->whole.lead_name);
	row = 1 + area_lines(area_part(area, 1, 0, 2, area.columns), 0, STYLE_PLAIN, preview->whole.row.title);
	row = facts_draw(preview, desk, area, (row < 3 ? row : 3) + 1);
	row = measures_draw(preview, desk, area, row + 1, BELOW) + 1;
	case_gates(preview->yes, preview->no, preview->unclear, preview->unanswered, text);
	row = fact_draw(area, row, LABEL, _("Control points"), text);
	fact_draw(area, row, LABEL, _("Latest"), preview->latest);
}

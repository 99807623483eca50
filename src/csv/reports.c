/* Lists, persons, rounds and the log as tables. */
#include "csv/reports.h"

#include "base/words.h"

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

const char *number_text(struct arena *arena, bool with_year, int year, int n)
{
	return with_year ? arena_format(arena, "%d-%d", n, year) : arena_format(arena, "%d", n);
}

const char *measure_text(struct arena *arena, bool with_year, int year, int n, int measure_n)
{
	return with_year ? arena_format(arena, "%d-%d.%d", n, year, measure_n)
			 : arena_format(arena, "%d.%d", n, measure_n);
}

/* The lead, and how many apply with it: "Halland m.fl. (21)". */
static const char *applicant_text(struct arena *arena, const struct application_row *row)
{
	if (row->participants < 2)
		return row->lead_short;
	return arena_format(arena, _("%s and others (%d)"), row->lead_short, row->participants);
}

void report_applications(
	struct report *report, const struct application_list *list, const struct programme *programme, bool with_year)
{
	static const enum column_name columns[] = {COLUMN_NUMBER, COLUMN_ROUND, COLUMN_APPLICANT, COLUMN_TITLE,
		COLUMN_OWN_NUMBER, COLUMN_ARRIVED, COLUMN_PARTICIPANTS, COLUMN_MEASURES, COLUMN_COST_ORE,
		COLUMN_SOUGHT_ORE, COLUMN_UNKNOWN, COLUMN_DUE, COLUMN_MOVER, COLUMN_STATE, COLUMN_STATE_CODE,
		COLUMN_NEXT, COLUMN_OFFICER, COLUMN_VERSION};
	struct money_sum sought = {0};

	report_init(report, "applications", columns, COUNT(columns));
	for (int i = 0; i < list->count; i++) {
		const struct application_row *row = &list->items[i];
		char due[DAY_TEXT];

		day_text(row->due, due);
		report_text_put(report, number_text(&report->arena, with_year, row->year, row->n));
		report_text_put(report, row->round_name);
		report_text_put(report, applicant_text(&report->arena, row));
		report_text_put(report, row->title);
		report_text_put(report, row->own_number);
		report_day_put(report, row->arrived_on);
		report_number_put(report, row->participants);
		report_number_put(report, row->measures);
		report_ore_put(report, row->cost_ore);
		report_ore_put(report, row->sought_ore);
		report_number_put(report, row->sought_unknown);
		report_day_put(report, arena_text(&report->arena, due));
		report_text_put(report, mover_words(row->due_mover));
		report_text_put(report, state_word(programme, row->state));
		report_text_put(report, state_code(row->state));
		report_text_put(report, state_step(programme, &row->facts));
		report_text_put(report, row->officer_name);
		report_number_put(report, row->version);
		report_row_end(report);
		if (row->facts.withdrawn)
			continue; /* nothing is sought there any more */
		money_sum_add(&sought, row->sought_ore);
		sought.unknown += row->sought_unknown;
	}
	report_fact_ore(report, "sought_total_ore", sought.ore);
	report_fact_number(report, "unknown_amounts", sought.unknown);
}

void report_events(struct report *report, const struct event_list *list, bool differences)
{
	static const enum column_name columns[] = {COLUMN_SEQ, COLUMN_AT, COLUMN_ACTOR, COLUMN_ROLE, COLUMN_NUMBER,
		COLUMN_ACTION, COLUMN_CAUSE, COLUMN_OPERATION, COLUMN_CHANGES};

	report_init(report, "events", columns, differences ? COUNT(columns) : COUNT(columns) - 1);
	for (int i = 0; i < list->count; i++) {
		const struct event_row *event = &list->items[i];

		report_number_put(report, event->seq);
		report_text_put(report, event->at);
		report_text_put(report, event->actor);
		report_text_put(report, event->role);
		report_text_put(report, event->application ? number_text(&report->arena, true, event->application_year,
								     event->application_n)
							   : "");
		report_text_put(report, event_words(event));
		report_text_put(report, event->cause);
		report_text_put(report, event->operation);
		if (differences)
			report_text_put(report, event_difference(event, &report->arena));
		report_row_end(report);
	}
}

void report_hits(struct report *report, const struct hit_list *list, bool with_year)
{
	static const enum column_name columns[] = {
		COLUMN_NUMBER, COLUMN_APPLICANT, COLUMN_STANDS, COLUMN_PART, COLUMN_DAY, COLUMN_WORDS};

	report_init(report, "hits", columns, COUNT(columns));
	for (int i = 0; i < list->count; i++) {
		const struct hit *hit = &list->items[i];
		const char *words = hit->words;
		char place[80];

		hit_place_say(hit, place, sizeof(place));
		report_text_put(report,
			hit->number ? number_text(&report->arena, with_year || hit->matter, hit->year, hit->number)
				    : "");
		report_text_put(report, hit->lead);
		report_text_put(report, arena_text(&report->arena, place));
		report_text_put(report, hit->field);
		report_day_put(report, hit->on_day);
		if (hit->mark_bytes)
			words = arena_format(&report->arena, "%.*s»%.*s«%s", hit->mark, hit->words, hit->mark_bytes,
				hit->words + hit->mark, hit->words + hit->mark + hit->mark_bytes);
		report_text_put(report, words);
		report_row_end(report);
	}
	report_fact_text(report, "asked", list->asked);
	report_fact_number(report, "shown", list->count);
	report_fact_text(report, "more", list->more ? "yes" : "no");
}

void report_todo(struct report *report, const struct todo_list *list, bool with_year)
{
	static const enum column_name columns[] = {COLUMN_DUE, COLUMN_LATE, COLUMN_MOVER, COLUMN_NUMBER,
		COLUMN_APPLICANT, COLUMN_TASK, COLUMN_CONCERNS, COLUMN_STEP, COLUMN_WHO, COLUMN_KIND};

	report_init(report, "tasks", columns, COUNT(columns));
	for (int i = 0; i < list->count; i++) {
		const struct todo_item *item = &list->items[i];
		struct arena *arena = &report->arena;
		char due[DAY_TEXT];

		day_text(item->due, due);
		report_day_put(report, arena_text(arena, due));
		report_bool_put(report, item->late);
		report_text_put(report, todo_mover(item->mover));
		report_text_put(report,
			!item->n ? ""
			: item->measure_n
				? measure_text(arena, with_year, item->year, item->n, item->measure_n)
				: number_text(arena, with_year || item->place == TODO_MATTER, item->year, item->n));
		report_text_put(report, item->lead);
		report_text_put(report, item->word);
		report_text_put(report, item->text);
		report_text_put(report, item->next);
		report_text_put(report, item->person_name);
		report_text_put(report, item->code);
		report_row_end(report);
	}
	report_fact_number(report, "late", list->late);
}

void report_officers(struct report *report, const struct todo_list *list)
{
	static const enum column_name columns[] = {COLUMN_NAME, COLUMN_OPEN, COLUMN_WAITING, COLUMN_TASKS};

	report_init(report, "officers", columns, COUNT(columns));
	for (int i = 0; i < list->officer_count; i++) {
		const struct todo_officer *officer = &list->officers[i];

		report_text_put(report, officer->person ? officer->name : _("no officer"));
		report_number_put(report, officer->open);
		report_number_put(report, officer->waiting);
		report_number_put(report, officer->tasks);
		report_row_end(report);
	}
}

void report_persons(struct report *report, const struct person_list *list)
{
	static const enum column_name columns[] = {
		COLUMN_LOGIN, COLUMN_NAME, COLUMN_REGION, COLUMN_ROLES_WORDS, COLUMN_ROLES, COLUMN_VERSION};

	report_init(report, "persons", columns, COUNT(columns));
	for (int i = 0; i < list->count; i++) {
		report_text_put(report, list->items[i].login);
		report_text_put(report, list->items[i].name);
		report_text_put(report, list->items[i].region);
		report_text_put(report, list->items[i].roles_words);
		report_text_put(report, list->items[i].roles_text);
		report_number_put(report, list->items[i].version);
		report_row_end(report);
	}
}

void report_rounds(struct report *report, const struct round_list *list)
{
	static const enum column_name columns[] = {COLUMN_ROUND, COLUMN_NAME, COLUMN_YEAR, COLUMN_OPENS, COLUMN_CLOSES,
		COLUMN_CRITERIA, COLUMN_GATES, COLUMN_VERSION};

	report_init(report, "rounds", columns, COUNT(columns));
	for (int i = 0; i < list->count; i++) {
		const struct round *round = &list->items[i];

		report_text_put(report, round->name);
		report_text_put(report, round->title);
		report_number_put(report, round->year);
		report_day_put(report, round->opens_on);
		report_day_put(report, round->closes_on);
		report_number_put(report, round->criteria_version);
		report_number_put(report, round->gate_version);
		report_number_put(report, round->version);
		report_row_end(report);
	}
}

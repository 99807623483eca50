/* What stands beside the order of a ranking, as tables: its proposals, and amounts in words. */
#include "csv/reports.h"

#include "base/words.h"

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

const char *proposal_purpose_word(const struct proposal *proposal)
{
	if (!proposal->locked_at)
		return _("being worked on");
	return proposal->saved ? _("saved") : _("for the meeting");
}

void report_proposals(struct report *report, const struct proposal_list *list)
{
	static const enum column_name columns[] = {COLUMN_PROPOSAL, COLUMN_PROPOSAL_NAME, COLUMN_PURPOSE, COLUMN_MADE,
		COLUMN_MADE_BY, COLUMN_STORED, COLUMN_STORED_BY, COLUMN_ROWS, COLUMN_INSIDE, COLUMN_PROPOSED_ORE};

	report_init(report, "proposals", columns, COUNT(columns));
	for (int i = 0; i < list->count; i++) {
		const struct proposal *item = &list->items[i];

		report_number_put(report, item->n);
		report_text_put(report, item->name);
		report_text_put(report, proposal_purpose_word(item));
		report_text_put(report, item->made_at);
		report_text_put(report, item->made_by);
		report_text_put(report, item->locked_at);
		report_text_put(report, item->locked_by);
		report_number_put(report, item->rows);
		report_number_put(report, item->inside);
		report_ore_put(report, item->proposed_ore);
		report_row_end(report);
	}
}

const char *mnkr_text(struct arena *arena, int64_t ore)
{
	char text[MONEY_TEXT];
	const char *unit = words_swedish() ? "mnkr" : "MSEK";
	size_t bytes = strlen(money_text(ore, MONEY_MNKR, words_swedish(), text));

	if (ore % INT64_C(10000000)) /* not whole tenths of a million */
		return money_text(ore, MONEY_KR, words_swedish(), arena_take(arena, MONEY_TEXT));
	if (bytes > 2 && text[bytes - 1] == '0')
		text[bytes - 2] = '\0';
	return arena_format(arena, "%s %s", text, unit);
}

bool rank_too_little(const struct rank_row *row)
{
	return row->fit == RANK_OUTSIDE && row->fits_ore > 0 && row->least_ore > 0;
}

const char *rank_least_text(struct arena *arena, const struct rank_row *row)
{
	return arena_format(arena, _("at least %s"), mnkr_text(arena, row->least_ore));
}

/* ---- what if */

const char *rank_need_text(struct arena *arena, const struct rank_need *need)
{
	char missing[MONEY_TEXT], leaves[MONEY_TEXT];

	return arena_format(arena, _("%s: %s is missing; %s is left for the list."),
		rank_breaks_text(arena, rank_limit_code(need->kind), need->year),
		money_text(need->missing, MONEY_KR, words_swedish(), missing),
		money_text(need->leaves, MONEY_KR, words_swedish(), leaves));
}

const char *rank_trial_text(struct arena *arena, const struct rank_trial *trial)
{
	char more[MONEY_TEXT];
	int64_t ore = trial->more_ore;

	return arena_format(arena, _("TRIAL: %d now fit, %d no longer fit. Above the line: %s%s."), trial->fell_in,
		trial->fell_out,
		ore > 0   ? "+"
		: ore < 0 ? "-"
			  : "",
		money_text(ore < 0 ? -ore : ore, MONEY_KR, words_swedish(), more));
}

static void trial_row(struct report *report, const struct rank_trial *trial, int at, bool with_year)
{
	const struct rank_row *row = &trial->as.items[at];
	const struct rank_trial_row *beside = &trial->rows[at];

	report_text_put(report, beside->changed ? "*" : "");
	report_number_put(report, beside->was_place ? beside->was_place : MONEY_UNKNOWN);
	report_number_put(report, row->place ? row->place : MONEY_UNKNOWN);
	report_text_put(report, measure_text(&report->arena, with_year, row->year, row->application_n, row->n));
	report_text_put(report, row->lead_short);
	report_text_put(report, row->title);
	report_ore_put(report, row->proposed_ore);
	if (row->place)
		report_ore_put(report, row->total_ore);
	else
		report_blank_put(report);
	report_text_put(report, rank_fit_word(beside->was));
	report_text_put(report, rank_fit_word(row->fit));
	report_text_put(report, rank_breaks_text(&report->arena, row->breaks_kind, row->breaks_year));
	report_row_end(report);
}

void report_trial(struct report *report, const struct rank_trial *trial, bool with_year)
{
	static const enum column_name columns[] = {COLUMN_CHANGED, COLUMN_PLACE_BEFORE, COLUMN_PLACE_AFTER,
		COLUMN_NUMBER, COLUMN_REGION, COLUMN_MEASURE, COLUMN_PROPOSED_ORE, COLUMN_TOTAL_ORE, COLUMN_FIT_BEFORE,
		COLUMN_FIT_AFTER, COLUMN_BREAKS};
	const struct ranking *as = &trial->as;

	report_init(report, "trial", columns, COUNT(columns));
	for (int i = 0; i < as->count; i++)
		trial_row(report, trial, i, with_year);
	report_fact_text(report, "saved", "no");
	report_fact_text(report, "round", as->round_name);
	report_fact_number(report, "proposal", as->proposal ? as->n : MONEY_UNKNOWN);
	report_fact_number(report, "year", as->year ? as->year : MONEY_UNKNOWN);
	report_fact_number(report, "line", as->line);
	report_fact_text(report, "binding", as->binding_kind);
	report_fact_number(report, "binding_year", as->binding_year ? as->binding_year : MONEY_UNKNOWN);
	report_fact_number(report, "fell_in", trial->fell_in);
	report_fact_number(report, "fell_out", trial->fell_out);
	report_fact_ore(report, "proposed_ore", as->proposed_ore);
	report_fact_ore(report, "more_ore", trial->more_ore);
	for (int i = 0; i < trial->need_count && report->fact_count < REPORT_FACTS; i++)
		report_fact_ore(report,
			arena_format(&report->arena, "missing_%d_%s_ore", trial->needs[i].year,
				rank_limit_code(trial->needs[i].kind)),
			trial->needs[i].missing);
	report->line_after = as->line;
	report->line_text = arena_format(&report->arena, "── %s ──", rank_line_text(&report->arena, as));
}

/* ---- equal treatment */

const char *equal_group_name(const struct programme *programme, const struct equal_group *group)
{
	if (group->per == EQUAL_REGION)
		return group->name;
	return group->code[0] ? programme_word_name(programme, "type", group->code) : _("no type stated");
}

static const char *rule_value(struct arena *arena, const struct equal_rule *rule)
{
	switch (rule->unit) {
	case EQUAL_SHARE: return arena_format(arena, "%d %%", (int)rule->value);
	case EQUAL_ORE: return mnkr_text(arena, rule->value);
	case EQUAL_COUNT:
		return arena_format(
			arena, ngettext("%d measure", "%d measures", (unsigned long)rule->value), (int)rule->value);
	case EQUAL_UNITS: break;
	}
	return "";
}

/* The groups by their names: of a type its word. */
static const char *rule_breaks(struct arena *arena, const struct programme *programme, const struct equal_rule *rule)
{
	const char *text = "", *end;

	if (rule->per == EQUAL_REGION)
		return rule->breaks;
	for (const char *at = rule->breaks; *at; at = *end ? end + 2 : end) {
		end = strstr(at, ", ") ? strstr(at, ", ") : at + strlen(at);
		text = arena_format(arena, "%s%s%s", text, *text ? ", " : "",
			programme_word_name(programme, "type", arena_text_part(arena, at, (size_t)(end - at))));
	}
	return text;
}

const char *equal_rule_text(struct arena *arena, const struct programme *programme, const struct equal_rule *rule)
{
	const char *who = rule->code[0]               ? rule->per == EQUAL_REGION ? rule->name
										  : programme_word_name(programme, "type", rule->code)
					: rule->per == EQUAL_REGION ? _("each region")
						      : _("each type");
	const char *value = rule_value(arena, rule);
	const char *told = rule->most ? arena_format(arena, _("%s: at most %s"), who, value)
				      : arena_format(arena, _("%s: at least %s"), who, value);

	if (rule->held)
		return arena_format(arena, _("%d. %s (%s): held."), (int)rule->id, told, rule->source);
	return arena_format(arena, _("%d. %s (%s): NOT held, %s."), (int)rule->id, told, rule->source,
		rule_breaks(arena, programme, rule));
}

const char *equal_method_text(struct arena *arena, const struct equal *equal)
{
	const char *text = _("Shown and never imposed: a rule neither sorts nor stops anything.");

	if (equal->shared)
		text = arena_format(arena,
			ngettext("%s %d joint measure is counted by its shares: once for each region that has one.",
				"%s %d joint measures are counted by their shares: once for each region that has one.",
				(unsigned long)equal->shared),
			text, equal->shared);
	if (equal->led)
		text = arena_format(arena,
			ngettext("%s %d joint measure without shares is counted with its lead.",
				"%s %d joint measures without shares are counted with their leads.",
				(unsigned long)equal->led),
			text, equal->led);
	if (equal->hidden)
		text = arena_format(arena,
			ngettext("%s %d hidden measure is in none of it.", "%s %d hidden measures are in none of it.",
				(unsigned long)equal->hidden),
			text, equal->hidden);
	return text;
}

void report_equal(struct report *report, const struct equal *equal, const struct programme *programme)
{
	static const enum column_name columns[] = {
		COLUMN_PER, COLUMN_GROUP, COLUMN_INSIDE, COLUMN_PROPOSED_ORE, COLUMN_SHARE, COLUMN_BREAKS_RULE};

	report_init(report, "groups", columns, COUNT(columns));
	for (int i = 0; i < equal->group_count; i++) {
		const struct equal_group *group = &equal->groups[i];
		int per_mille = equal_per_mille(equal, group);

		report_text_put(report, group->per == EQUAL_REGION ? _("region") : _("type"));
		report_text_put(report, equal_group_name(programme, group));
		report_number_put(report, group->count);
		report_ore_put(report, group->ore);
		report_text_put(report, arena_format(&report->arena, "%d%c%d", per_mille / 10,
						words_swedish() ? ',' : '.', per_mille % 10));
		report_bool_put(report, group->breaks);
		report_row_end(report);
	}
	report_fact_text(report, "round", equal->round_name);
	report_fact_number(report, "proposal", equal->proposal_n ? equal->proposal_n : MONEY_UNKNOWN);
	report_fact_number(report, "year", equal->year ? equal->year : MONEY_UNKNOWN);
	report_fact_number(report, "measures", equal->measures);
	report_fact_ore(report, "proposed_ore", equal->ore);
	report_fact_number(report, "by_shares", equal->shared);
	report_fact_number(report, "with_lead", equal->led);
	report_fact_number(report, "hidden", equal->hidden);
	for (int i = 0; i < equal->rule_count && report->fact_count < REPORT_FACTS; i++)
		report_fact_text(report, arena_format(&report->arena, "rule_%" PRId64, equal->rules[i].id),
			equal_rule_text(&report->arena, programme, &equal->rules[i]));
}

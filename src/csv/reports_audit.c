/* What the auditor reads, as tables. Invariant: a sample says the rule and the seed it was drawn by. */
#include "csv/reports_audit.h"

#include "base/words.h"

void report_audit_roles(struct report *report, const struct audit *audit)
{
	static const enum column_name columns[] = {COLUMN_NAME, COLUMN_LOGIN, COLUMN_ROLES_WORDS, COLUMN_ROLE_FROM,
		COLUMN_ROLE_TO, COLUMN_ROLE_ENTERED_AT, COLUMN_ROLE_ENTERED_BY};

	report_init(report, "roles", columns, sizeof columns / sizeof *columns);
	for (int i = 0; i < audit->role_count; i++) {
		const struct audit_role *role = &audit->roles[i];

		report_text_put(report, role->person);
		report_text_put(report, role->login);
		report_text_put(report, access_role_name(role->role));
		report_day_put(report, role->from_on);
		report_day_put(report, role->to_on);
		report_text_put(report, role->entered_at);
		report_text_put(report, role->entered_by);
		report_row_end(report);
	}
}

/* "case officer, chair" of codes parted by blanks. */
static const char *roles_words(struct arena *arena, const char *codes)
{
	const char *text = "";

	for (const char *at = codes; *at;) {
		size_t bytes = strcspn(at, " ");
		const char *name = access_role_name(arena_text_part(arena, at, bytes));

		text = arena_format(arena, "%s%s%s", text, *text ? ", " : "", name);
		at += bytes + (at[bytes] == ' ');
	}
	return text;
}

/* "12-2026.1", "12-2026" of all of the application; "" of no case. */
static const char *act_number(struct arena *arena, const struct audit_act *act)
{
	if (!act->n)
		return "";
	return act->measure_n ? arena_format(arena, "%d-%d.%d", act->n, act->year, act->measure_n)
			      : arena_format(arena, "%d-%d", act->n, act->year);
}

void report_audit_acts(struct report *report, const struct audit *audit)
{
	static const enum column_name columns[] = {COLUMN_AT, COLUMN_ACTOR, COLUMN_ROLES_WORDS, COLUMN_ACT,
		COLUMN_MEASURE_NUMBER, COLUMN_REGION, COLUMN_ACT_PART, COLUMN_AMOUNT_ORE};
	struct arena *arena = &report->arena;

	report_init(report, "acts", columns, sizeof columns / sizeof *columns);
	for (int i = 0; i < audit->act_count; i++) {
		const struct audit_act *act = &audit->acts[i];

		report_text_put(report, act->at);
		report_text_put(report, act->person);
		report_text_put(report, roles_words(arena, act->roles));
		report_text_put(report, audit_act_word(act->what));
		report_text_put(report, act_number(arena, act));
		report_text_put(report, act->region);
		if (act->part)
			report_number_put(report, act->part);
		else
			report_blank_put(report);
		if (act->ore == MONEY_UNKNOWN)
			report_blank_put(report);
		else
			report_ore_put(report, act->ore);
		report_row_end(report);
	}
}

void report_audit_readings(struct report *report, const struct audit *audit)
{
	static const enum column_name columns[] = {COLUMN_AT, COLUMN_ACTOR, COLUMN_DOCUMENT};
	struct arena *arena = &report->arena;

	report_init(report, "readings", columns, sizeof columns / sizeof *columns);
	for (int i = 0; i < audit->reading_count; i++) {
		const struct audit_reading *reading = &audit->readings[i];

		report_text_put(report, reading->at);
		report_text_put(report, reading->person);
		report_text_put(report,
			reading->n ? arena_format(arena, "%d-%d-%d", reading->n, reading->year, reading->document_n)
				   : "");
		report_row_end(report);
	}
}

static const char *stratum_word(int stratum)
{
	if (stratum == 0)
		return _("10 million and above");
	return stratum == 1 ? _("1 to 10 million") : _("below 1 million");
}

static const char *population_word(struct arena *arena, const struct audit_drawing *drawing)
{
	if (drawing->all)
		return _("all instalments that stand");
	return drawing->on ? arena_format(arena, _("all instalments that were paid by %s"), drawing->on)
			   : _("all instalments that are paid");
}

void report_audit_sample(struct report *report, const struct audit_sample *sample, const struct audit_drawing *drawing)
{
	static const enum column_name columns[] = {
		COLUMN_STRATUM, COLUMN_INSTALMENT, COLUMN_RECIPIENT, COLUMN_DATE, COLUMN_AMOUNT_ORE, COLUMN_PAY_STATE};
	struct arena *arena = &report->arena;

	report_init(report, "sample", columns, sizeof columns / sizeof *columns);
	for (int i = 0; i < sample->count; i++) {
		const struct forecast_row *row = sample->items[i];

		report_text_put(report, stratum_word(sample->stratum[i]));
		report_text_put(report, row->key);
		report_text_put(report, row->region);
		report_day_put(report, row->due_on);
		report_ore_put(report, row->ore);
		report_text_put(report, forecast_state_word(row->state));
		report_row_end(report);
	}
	report_fact_number(report, "seed", (int64_t)drawing->seed);
	report_fact_text(report, "population", drawing->all ? "standing" : "paid");
	report_fact_text(report, "as_of", drawing->on);
	report->line_after = report->row_count;
	report->line_text = arena_format(arena,
		_("Rule: %s, in three strata by amount; from each as many as its share of the money, at least one, by "
		  "chance with seed %llu.\n%s: %d of %d. %s: %d of %d. %s: %d of %d."),
		population_word(arena, drawing), (unsigned long long)drawing->seed, stratum_word(0), sample->chosen[0],
		sample->rows[0], stratum_word(1), sample->chosen[1], sample->rows[1], stratum_word(2),
		sample->chosen[2], sample->rows[2]);
}

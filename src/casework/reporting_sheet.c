/* One report with all that stands beside it: what came in, money per region, effects promised and achieved, instalments
 * that wait. Invariant: it is read in one look, so that its parts agree. */
#include "casework/grow.h"
#include "casework/reporting_inner.h"

#include "base/buffer.h"
#include "base/text.h"
#include "base/words.h"

bool reporting_money_load(
	struct casework *cw, int64_t measure, struct arena *arena, struct reporting_money *out, struct error *err)
{
	struct reporting_money money = {.cost_ore = MONEY_UNKNOWN, .effect = "", .constant = ""};
	struct rows rows;

	if (!store_ask(casework_store(cw), SQL_REPORTING_MEASURE, BINDS(BIND("measure", measure)), &rows, err))
		return false;
	if (rows_next(&rows)) {
		money.effect = rows_text(&rows, "effect", arena);
		money.constant = rows_text(&rows, "constant", arena);
		money.from_on = rows_text(&rows, "from_on", arena);
		money.to_on = rows_text(&rows, "to_on", arena);
		money.cost_ore = rows_number(&rows, "cost");
		if (rows_number(&rows, "cost_unknown"))
			money.cost_ore = MONEY_UNKNOWN;
		money.granted_ore = rows_number(&rows, "granted");
		money.paid_ore = rows_number(&rows, "paid");
	}
	*out = money;
	return rows_done(&rows, err);
}

static bool takes_load(struct casework *cw, struct reporting_sheet *sheet, struct error *err)
{
	struct arena *arena = &sheet->arena;
	struct rows rows;

	if (!store_ask(casework_store(cw), SQL_REPORTING_TAKES,
		    BINDS(BIND("measure", sheet->due.measure), BIND("n", sheet->due.n)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		GROW(arena, sheet->takes, sheet->take_count);
		sheet->takes[sheet->take_count++] = (struct reporting_take){.id = rows_number(&rows, "id"),
			.version = rows_number(&rows, "version"),
			.n = (int)rows_number(&rows, "n"),
			.document_n = (int)rows_number_or(&rows, "document_n", 0),
			.received_on = rows_text(&rows, "received_on", arena),
			.progress = rows_text(&rows, "progress", arena),
			.carried_out = rows_text(&rows, "carried_out", arena),
			.total_cost_ore = rows_number(&rows, "total_cost_ore"),
			.outcome = rows_text(&rows, "outcome", arena),
			.outcome_on = rows_text(&rows, "outcome_on", arena),
			.outcome_by = rows_text(&rows, "outcome_by", arena),
			.reason = rows_text(&rows, "reason", arena),
			.again_on = rows_text(&rows, "again_on", arena),
			.recorded_by = rows_text(&rows, "recorded_by", arena),
			.recorded_at = rows_text(&rows, "recorded_at", arena)};
	}
	return rows_done(&rows, err);
}

static bool take_choose(struct reporting_sheet *sheet, int n, struct error *err)
{
	sheet->shown = sheet->take_count - 1;
	if (!n)
		return true;
	for (int i = 0; i < sheet->take_count; i++)
		if (sheet->takes[i].n == n) {
			sheet->shown = i;
			return true;
		}
	return refuse(err, ERROR_MISSING, _("The report has not been sent in %d times."), n);
}

static bool effects_load(struct casework *cw, int64_t report, struct reporting_sheet *sheet, struct error *err)
{
	struct arena *arena = &sheet->arena;
	struct rows rows;

	if (!store_ask(casework_store(cw), SQL_REPORTING_EFFECTS,
		    BINDS(BIND("measure", sheet->due.measure), BIND("report", report)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		GROW(arena, sheet->effects, sheet->effect_count);
		sheet->effects[sheet->effect_count++] =
			(struct reporting_effect){.indicator = rows_number(&rows, "indicator"),
				.n = (int)rows_number(&rows, "n"),
				.name = rows_text(&rows, "name", arena),
				.unit = rows_text(&rows, "unit", arena),
				.baseline = rows_text(&rows, "baseline", arena),
				.baseline_on = rows_text(&rows, "baseline_on", arena),
				.target = rows_text(&rows, "target", arena),
				.target_on = rows_text(&rows, "target_on", arena),
				.method = rows_text(&rows, "method", arena),
				.region = rows_text(&rows, "region", arena),
				.short_name = rows_text(&rows, "short_name", arena),
				.achieved = rows_text(&rows, "achieved", arena),
				.achieved_on = rows_text(&rows, "achieved_on", arena),
				.note = rows_text(&rows, "note", arena)};
		rows_null(&rows, "place");
	}
	return rows_done(&rows, err);
}

static bool reminders_load(struct casework *cw, struct reporting_sheet *sheet, struct error *err)
{
	struct arena *arena = &sheet->arena;
	struct rows rows;

	if (!store_ask(casework_store(cw), SQL_REPORTING_REMINDERS,
		    BINDS(BIND("measure", sheet->due.measure), BIND("n", sheet->due.n)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		GROW(arena, sheet->reminders, sheet->reminder_count);
		sheet->reminders[sheet->reminder_count++] =
			(struct reporting_reminder){.sent_on = rows_text(&rows, "sent_on", arena),
				.way = rows_text(&rows, "way", arena),
				.recipient = rows_text(&rows, "recipient", arena),
				.document_n = (int)rows_number_or(&rows, "document_n", 0)};
	}
	return rows_done(&rows, err);
}

/* Instalments whose condition names this kind of report: met ones too, so that it is seen that they are. */
static bool conditions_read(
	struct casework *cw, const struct programme *programme, struct reporting_sheet *sheet, struct error *err)
{
	struct arena *arena = &sheet->arena;
	struct rows rows;

	if (!store_ask(casework_store(cw), SQL_REPORTING_CONDITIONS, BINDS(BIND("measure", sheet->due.measure)), &rows,
		    err))
		return false;
	while (rows_next(&rows)) {
		struct reporting_condition condition = {.instalment = rows_number(&rows, "instalment"),
			.version = rows_number(&rows, "version"),
			.ore = rows_number(&rows, "ore"),
			.n = (int)rows_number(&rows, "n"),
			.due_on = rows_text(&rows, "due_on", arena),
			.condition = rows_text(&rows, "condition", arena),
			.condition_met_on = rows_text(&rows, "condition_met_on", arena)};

		if (!reporting_condition_names(programme, condition.condition, sheet->due.kind))
			continue;
		GROW(arena, sheet->conditions, sheet->condition_count);
		sheet->conditions[sheet->condition_count++] = condition;
	}
	return rows_done(&rows, err);
}

static bool conditions_load(struct casework *cw, struct reporting_sheet *sheet, struct error *err)
{
	struct programme programme;
	bool read;

	if (!programme_load(cw, &programme, err))
		return false;
	read = conditions_read(cw, &programme, sheet, err);
	programme_done(&programme);
	return read;
}

/* The row itself, and the same number's earlier days. */
static bool due_load(struct casework *cw, int64_t due, struct reporting_sheet *sheet, struct error *err)
{
	struct reporting_query query = {.id = due, .history = true};
	struct reporting *items;
	int count;

	if (!reporting_rows_load(cw, &query, &sheet->arena, &items, &count, err))
		return false;
	if (!count)
		return refuse(err, ERROR_MISSING, _("There is no such report."));
	sheet->due = items[0];
	query = (struct reporting_query){.measure = sheet->due.measure, .history = true};
	if (!reporting_rows_load(cw, &query, &sheet->arena, &items, &count, err))
		return false;
	for (int i = 0; i < count; i++) {
		if (items[i].n != sheet->due.n || items[i].id >= due)
			continue;
		GROW(&sheet->arena, sheet->history, sheet->history_count);
		sheet->history[sheet->history_count++] = items[i];
	}
	return true;
}

static void regions_sum(struct reporting_sheet *sheet)
{
	struct money_sum used = {0}, unused = {0};

	for (int i = 0; i < sheet->region_count; i++) {
		const struct reporting_region *region = &sheet->regions[i];

		sheet->regions_told += region->told;
		money_sum_add(&used, region->used_ore);
		money_sum_add(&unused, region->unused_ore);
	}
	sheet->used_ore = used.known ? used.ore : MONEY_UNKNOWN;
	sheet->unused_ore = unused.known ? unused.ore : MONEY_UNKNOWN;
}

static bool sheet_read(struct casework *cw, int64_t due, int n, struct reporting_sheet *sheet, struct error *err)
{
	struct reporting_money money;
	int64_t report;

	if (!due_load(cw, due, sheet, err) || !takes_load(cw, sheet, err) || !take_choose(sheet, n, err) ||
		!reporting_money_load(cw, sheet->due.measure, &sheet->arena, &money, err))
		return false;
	sheet->cost_ore = money.cost_ore;
	sheet->granted_ore = money.granted_ore;
	sheet->paid_ore = money.paid_ore;
	sheet->effect = money.effect;
	sheet->constant = money.constant;
	sheet->from_on = money.from_on;
	sheet->to_on = money.to_on;
	report = sheet->shown >= 0 ? sheet->takes[sheet->shown].id : 0;
	return reporting_regions_load(cw, sheet->due.measure, report, money.granted_ore, &sheet->arena, &sheet->regions,
		       &sheet->region_count, err) &&
	       effects_load(cw, report, sheet, err) && reminders_load(cw, sheet, err) &&
	       conditions_load(cw, sheet, err);
}

bool reporting_sheet_load(struct casework *cw, int64_t due, int n, struct reporting_sheet *out, struct error *err)
{
	struct reporting_sheet sheet = {.shown = -1};
	bool read;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) || !store_look(casework_store(cw), err))
		return false;
	arena_init(&sheet.arena);
	read = sheet_read(cw, due, n, &sheet, err);
	store_look_done(casework_store(cw));
	if (!read) {
		arena_done(&sheet.arena);
		return false;
	}
	regions_sum(&sheet);
	*out = sheet;
	return true;
}

void reporting_sheet_done(struct reporting_sheet *sheet)
{
	if (!sheet)
		return;
	arena_done(&sheet->arena);
	*sheet = (struct reporting_sheet){0};
}

/* ---- what is worth a look before a ruling */

static void remark(struct buffer *words, const char *sentence)
{
	buffer_format(words, "%s%s", words->bytes ? " " : "", sentence);
}

static void content_remarks(struct buffer *words, struct reporting_sheet *sheet, const struct reporting_take *take)
{
	char cost[MONEY_TEXT], wanted[MONEY_TEXT];

	if (!strcmp(sheet->due.kind, "partial")) {
		if (text_blank(take->progress))
			remark(words, _("How the measure goes is not told (15 §)."));
		return;
	}
	if (text_blank(take->carried_out))
		remark(words, _("What was carried out is not told (15 §)."));
	if (take->total_cost_ore == MONEY_UNKNOWN)
		remark(words, _("The total cost is not told (15 §)."));
	else if (take->total_cost_ore < sheet->granted_ore)
		remark(words,
			arena_format(&sheet->arena, _("The total cost, %s, is less than the %s granted."),
				money_words(take->total_cost_ore, cost), money_words(sheet->granted_ore, wanted)));
}

static void money_remarks(struct buffer *words, struct reporting_sheet *sheet, const struct reporting_take *take)
{
	char used[MONEY_TEXT], wanted[MONEY_TEXT];

	if (sheet->used_ore == MONEY_UNKNOWN)
		return;
	if (sheet->used_ore > sheet->granted_ore)
		remark(words, arena_format(&sheet->arena, _("The regions have used %s, more than the %s granted."),
				      money_words(sheet->used_ore, used), money_words(sheet->granted_ore, wanted)));
	if (take->total_cost_ore != MONEY_UNKNOWN && sheet->used_ore > take->total_cost_ore)
		remark(words,
			arena_format(&sheet->arena, _("The regions have used %s, more than the total cost of %s."),
				money_words(sheet->used_ore, used), money_words(take->total_cost_ore, wanted)));
}

static void region_remarks(struct buffer *words, struct reporting_sheet *sheet)
{
	int wanted = 0, told = 0, effects = 0, achieved = 0;

	for (int i = 0; i < sheet->region_count; i++) {
		wanted += !sheet->regions[i].left;
		told += !sheet->regions[i].left && sheet->regions[i].told;
	}
	for (int i = 0; i < sheet->effect_count; i++) {
		effects += !*sheet->effects[i].region;
		achieved += !*sheet->effects[i].region && sheet->effects[i].achieved;
	}
	if (wanted > 1 && told < wanted)
		remark(words, arena_format(&sheet->arena, _("%d of %d regions have told of their money and effects."),
				      told, wanted));
	if (effects && achieved < effects)
		remark(words, arena_format(&sheet->arena, _("What was achieved is told of %d of %d indicators."),
				      achieved, effects));
}

const char *reporting_remarks(struct reporting_sheet *sheet)
{
	struct buffer words;
	const char *answer = NULL;

	if (sheet->shown < 0)
		return NULL;
	buffer_init(&words);
	content_remarks(&words, sheet, &sheet->takes[sheet->shown]);
	money_remarks(&words, sheet, &sheet->takes[sheet->shown]);
	region_remarks(&words, sheet);
	if (words.bytes)
		answer = arena_text(&sheet->arena, words.text);
	buffer_done(&words);
	return answer;
}

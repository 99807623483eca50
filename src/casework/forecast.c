/* Forecasts. Invariant: each row of the plans as they stand is in one state, so that what is expected over all months
 * is what the ledger has as due. */
#include "casework/forecast.h"

#include "base/json.h"
#include "base/words.h"
#include "casework/grow.h"
#include "casework/ledger_list.h"

static const struct {
	const char *code, *word;
} states[FORECAST_STATES] = {
	[FORECAST_EXPECTED] = {"expected", N_("expected")},
	[FORECAST_WAITS] = {"waits", N_("condition not met")},
	[FORECAST_WITHHELD] = {"withheld", N_("withheld")},
	[FORECAST_WITHDRAWN] = {"withdrawn", N_("not to be paid")},
	[FORECAST_PAID] = {"paid", N_("paid out")},
};

const char *forecast_state_code(enum forecast_state state)
{
	return states[state].code;
}

const char *forecast_state_word(enum forecast_state state)
{
	return _(states[state].word);
}

static void ore_add(int64_t *sum, int64_t ore)
{
	bool fits = money_add(*sum, ore, sum);

	assert(fits); /* amounts are bounded and an office is small */
}

/* ---- the rows */

static enum forecast_state state_read(struct rows *rows)
{
	bool paid = !rows_null(rows, "paid_at"), stopped = !rows_null(rows, "withheld");
	bool waits = rows_bool(rows, "waits");

	if (paid)
		return FORECAST_PAID;
	if (stopped)
		return rows_bool(rows, "withheld") ? FORECAST_WITHDRAWN : FORECAST_WITHHELD;
	return waits ? FORECAST_WAITS : FORECAST_EXPECTED;
}

static void row_read(struct rows *rows, struct arena *arena, day today, struct forecast_row *row)
{
	int year = (int)rows_number(rows, "application_year"), n = (int)rows_number(rows, "application_n"),
	    measure = (int)rows_number(rows, "measure_n"), part = (int)rows_number(rows, "n");

	row->paid_at = rows_text(rows, "paid_at", arena);
	row->key = arena_format(arena, "%d-%d.%d %d", n, year, measure, part);
	row->region = rows_text(rows, "region", arena);
	row->due_on = rows_text(rows, "due_on", arena);
	row->year = (int)rows_number(rows, "year");
	row->ore = rows_number(rows, "ore");
	row->state = state_read(rows);
	row->late = row->state <= FORECAST_WAITS && day_read(row->due_on) < today;
}

static bool rows_read(struct casework *cw, struct forecast *out, struct error *err)
{
	struct rows rows;

	if (!store_ask(casework_store(cw), SQL_FORECAST_ROWS, BINDS_NONE, &rows, err))
		return false;
	while (rows_next(&rows)) {
		GROW(&out->arena, out->rows, out->row_count);
		row_read(&rows, &out->arena, casework_today(cw), &out->rows[out->row_count++]);
	}
	return rows_done(&rows, err);
}

/* ---- months */

static struct forecast_month *month_of(struct forecast *out, int year, int month)
{
	for (int i = 0; i < out->month_count; i++)
		if (out->months[i].year == year && out->months[i].month == month)
			return &out->months[i];
	GROW(&out->arena, out->months, out->month_count);
	out->months[out->month_count] = (struct forecast_month){.year = year, .month = month};
	return &out->months[out->month_count++];
}

static int month_order(const void *a, const void *b)
{
	const struct forecast_month *left = a, *right = b;
	int first = left->year * 12 + left->month, second = right->year * 12 + right->month;

	return (first > second) - (first < second);
}

static void months_make(struct forecast *out)
{
	day on = day_read(out->as_of);

	for (int i = 0; i < out->row_count; i++) {
		const struct forecast_row *row = &out->rows[i];
		int year, month, date;

		if (row->state > FORECAST_WAITS)
			continue;
		day_split(row->late ? on : day_read(row->due_on), &year, &month, &date);
		struct forecast_month *to = month_of(out, year, month);
		ore_add(&to->expected, row->ore);
		ore_add(&to->waits, row->state == FORECAST_WAITS ? row->ore : 0);
		to->rows++;
		out->late += row->late;
	}
	if (out->month_count)
		qsort(out->months, (size_t)out->month_count, sizeof *out->months, month_order);
}

/* ---- years */

static struct forecast_year *year_of(struct forecast *out, int year)
{
	for (int i = 0; i < out->year_count; i++)
		if (out->years[i].year == year)
			return &out->years[i];
	GROW(&out->arena, out->years, out->year_count);
	out->years[out->year_count] = (struct forecast_year){
		.year = year, .available = MONEY_UNKNOWN, .commitment = MONEY_UNKNOWN, .lapses = MONEY_UNKNOWN};
	return &out->years[out->year_count++];
}

static void limits_take(struct forecast *out, const struct budget *budget)
{
	for (int i = 0; i < BUDGET_YEARS; i++) {
		const struct budget_year *from = &budget->years[i];
		struct forecast_year *to = year_of(out, from->year);

		to->available = from->appropriation;
		if (to->available != MONEY_UNKNOWN && from->carried != MONEY_UNKNOWN)
			ore_add(&to->available, from->carried);
		to->commitment = from->commitment;
		to->committed = from->committed;
	}
}

static void booked_take(struct forecast *out, const struct ledger_list *list)
{
	for (int i = 0; i < list->count; i++) {
		struct forecast_year *to = year_of(out, list->items[i].year);

		to->granted = list->items[i].granted;
		to->unplanned = list->items[i].ore[LEDGER_UNPLANNED];
	}
}

static void rows_take(struct forecast *out)
{
	for (int i = 0; i < out->row_count; i++) {
		const struct forecast_row *row = &out->rows[i];
		struct forecast_year *to = year_of(out, row->year);

		switch (row->state) {
		case FORECAST_EXPECTED: ore_add(&to->expected, row->ore); break;
		case FORECAST_WAITS:
			ore_add(&to->waits, row->ore);
			ore_add(&to->expected, row->ore);
			break;
		case FORECAST_WITHHELD: ore_add(&to->withheld, row->ore); break;
		case FORECAST_WITHDRAWN: ore_add(&to->withdrawn, row->ore); break;
		case FORECAST_PAID: ore_add(&to->paid, row->ore); break;
		case FORECAST_STATES: break;
		}
	}
}

/* What is not paid in its year lapses: of a year that has passed all that was not paid, else what nobody expects. */
static void years_settle(struct forecast *out)
{
	int this_year = day_year(day_read(out->as_of));

	out->sum.available = out->sum.commitment = out->sum.lapses = MONEY_UNKNOWN;
	for (int i = 0; i < out->year_count; i++) {
		struct forecast_year *year = &out->years[i];
		int64_t used = year->paid;

		if (year->year >= this_year)
			ore_add(&used, year->expected);
		if (year->available != MONEY_UNKNOWN)
			year->lapses = year->available > used ? year->available - used : 0;
		ore_add(&out->sum.granted, year->granted);
		ore_add(&out->sum.paid, year->paid);
		ore_add(&out->sum.expected, year->expected);
		ore_add(&out->sum.waits, year->waits);
		ore_add(&out->sum.withheld, year->withheld);
		ore_add(&out->sum.withdrawn, year->withdrawn);
		ore_add(&out->sum.unplanned, year->unplanned);
		ore_add(&out->sum.committed, year->committed);
	}
}

static bool years_make(struct casework *cw, struct forecast *out, struct error *err)
{
	struct ledger_query query = {.by = LEDGER_PER_YEAR};
	struct ledger_list list;
	struct budget budget;

	if (!budget_load(cw, 0, &budget, err) || !ledger_list_load(cw, &query, &list, err))
		return false;
	limits_take(out, &budget);
	booked_take(out, &list);
	rows_take(out);
	years_settle(out);
	ledger_list_done(&list);
	return true;
}

bool forecast_load(struct casework *cw, struct forecast *out, struct error *err)
{
	struct forecast forecast = {0};
	char today[DAY_TEXT];
	bool read;

	/* Rows, limits and ledger of one moment: what is kept as sent must add up. */
	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) || !store_look(casework_store(cw), err))
		return false;
	arena_init(&forecast.arena);
	day_text(casework_today(cw), today);
	forecast.as_of = arena_text(&forecast.arena, today);
	read = rows_read(cw, &forecast, err) && years_make(cw, &forecast, err);
	store_look_done(casework_store(cw));
	if (!read) {
		forecast_done(&forecast);
		return false;
	}
	months_make(&forecast);
	*out = forecast;
	return true;
}

void forecast_done(struct forecast *forecast)
{
	if (forecast)
		arena_done(&forecast->arena);
}

/* ---- kept and read back */

static void years_write(const struct forecast *forecast, struct json *json)
{
	json_array(json, "years");
	for (int i = 0; i < forecast->year_count; i++) {
		const struct forecast_year *year = &forecast->years[i];

		json_object(json, NULL);
		json_number(json, "year", year->year);
		json_ore(json, "available_ore", year->available);
		json_ore(json, "commitment_ore", year->commitment);
		json_ore(json, "committed_ore", year->committed);
		json_ore(json, "granted_ore", year->granted);
		json_ore(json, "paid_ore", year->paid);
		json_ore(json, "expected_ore", year->expected);
		json_ore(json, "waits_ore", year->waits);
		json_ore(json, "withheld_ore", year->withheld);
		json_ore(json, "withdrawn_ore", year->withdrawn);
		json_ore(json, "unplanned_ore", year->unplanned);
		json_ore(json, "lapses_ore", year->lapses);
		json_close(json);
	}
	json_close(json);
}

void forecast_json(const struct forecast *forecast, struct buffer *out)
{
	struct json json;

	json_init(&json, out);
	json_object(&json, NULL);
	json_number(&json, "format", 1);
	json_text(&json, "as_of", forecast->as_of);
	json_array(&json, "rows");
	for (int i = 0; i < forecast->row_count; i++) {
		const struct forecast_row *row = &forecast->rows[i];

		json_object(&json, NULL);
		json_text(&json, "key", row->key);
		json_text(&json, "region", row->region);
		json_text(&json, "due_on", row->due_on);
		json_number(&json, "year", row->year);
		json_ore(&json, "sum_ore", row->ore);
		json_text(&json, "state", forecast_state_code(row->state));
		json_bool(&json, "late", row->late);
		json_close(&json);
	}
	json_close(&json);
	years_write(forecast, &json);
	json_close(&json);
	json_done(&json);
}

/* The ledger as it is read. Invariant: every line is a sum of the same rows, so that lines per measure and lines per
 * year end in the same sum. */
#include "casework/ledger_list.h"

#include "casework/access.h"
#include "casework/grow.h"

static void ore_add(int64_t *sum, int64_t ore)
{
	bool fits = *sum == MONEY_UNKNOWN || ore == MONEY_UNKNOWN || money_add(*sum, ore, sum);

	assert(fits); /* amounts are bounded and an office is small */
	if (ore == MONEY_UNKNOWN)
		*sum = MONEY_UNKNOWN;
}

static void line_add(struct ledger_line *to, const struct ledger_line *from)
{
	for (int i = 0; i < LEDGER_ACCOUNTS; i++)
		ore_add(&to->ore[i], from->ore[i]);
	ore_add(&to->granted, from->granted);
	ore_add(&to->planned, from->planned);
}

int64_t ledger_line_planned(const struct ledger_line *line)
{
	return line->ore[LEDGER_DUE] + line->ore[LEDGER_PAID] + line->ore[LEDGER_STOPPED] + line->ore[LEDGER_WITHDRAWN];
}

bool ledger_line_granted_holds(const struct ledger_line *line)
{
	return line->granted == ledger_line_planned(line) + line->ore[LEDGER_UNPLANNED];
}

bool ledger_line_planned_holds(const struct ledger_line *line)
{
	return line->planned == MONEY_UNKNOWN || line->planned == ledger_line_planned(line);
}

bool ledger_line_empty(const struct ledger_line *line)
{
	bool empty = line->granted == 0 && (line->planned == 0 || line->planned == MONEY_UNKNOWN);

	for (int i = 0; i < LEDGER_ACCOUNTS; i++)
		empty = empty && line->ore[i] == 0;
	return empty;
}

/* ---- reading */

static struct ledger_line *line_of(struct ledger_list *list, int64_t measure, int year)
{
	for (int i = list->count - 1; i >= 0; i--)
		if (list->items[i].measure == measure && list->items[i].year == year)
			return &list->items[i];
	GROW(&list->arena, list->items, list->count);
	list->items[list->count] = (struct ledger_line){.measure = measure, .year = year};
	return &list->items[list->count++];
}

/* Where the amount of an account stands in the line. */
static int64_t *amount_of(struct ledger_line *line, const char *account)
{
	if (!strcmp(account, "by decisions"))
		return &line->granted;
	if (!strcmp(account, "by plans"))
		return &line->planned;
	for (int i = 0; i < LEDGER_ACCOUNTS; i++)
		if (!strcmp(account, ledger_account_code((enum ledger_account)i)))
			return &line->ore[i];
	return NULL;
}

static void balance_read(struct rows *rows, struct ledger_list *list)
{
	struct ledger_line *line = line_of(list, rows_number(rows, "measure"), (int)rows_number(rows, "year"));
	int64_t *amount = amount_of(line, rows_text(rows, "account", &list->arena));

	assert(amount);
	line->application_year = (int)rows_number(rows, "application_year");
	line->application_n = (int)rows_number(rows, "application_n");
	line->measure_n = (int)rows_number(rows, "measure_n");
	line->title = rows_text(rows, "title", &list->arena);
	line->lead_short = rows_text(rows, "lead_short", &list->arena);
	*amount = rows_number(rows, "ore");
}

/* The plans as they stand say nothing of a day that has passed. */
static bool balances_read(
	struct casework *cw, const struct ledger_query *query, struct ledger_list *list, struct error *err)
{
	char until[MOMENT_TEXT];
	struct rows rows;

	snprintf(until, sizeof until, "%.10s 23:59:59", query->as_of ? query->as_of : "9999-12-31");
	if (!store_ask(casework_store(cw), SQL_LEDGER_BALANCES,
		    BINDS(BIND("until", (const char *)until), BIND("round", query->round),
			    BIND("application", query->application), BIND("measure", query->measure)),
		    &rows, err))
		return false;
	while (rows_next(&rows))
		balance_read(&rows, list);
	for (int i = 0; query->as_of && i < list->count; i++)
		list->items[i].planned = MONEY_UNKNOWN;
	return rows_done(&rows, err);
}

/* ---- lines put together */

static int year_order(const void *a, const void *b)
{
	const struct ledger_line *left = a, *right = b;

	return (left->year > right->year) - (left->year < right->year);
}

static void lines_fold(struct ledger_list *list, enum ledger_by by)
{
	struct ledger_list folded = {.arena = list->arena};

	for (int i = 0; by != LEDGER_PER_MEASURE_YEAR && i < list->count; i++) {
		const struct ledger_line *from = &list->items[i];
		bool of_year = by == LEDGER_PER_YEAR;
		struct ledger_line *to = line_of(&folded, of_year ? 0 : from->measure, of_year ? from->year : 0);

		if (!of_year && !to->title)
			*to = (struct ledger_line){from->measure, 0, from->application_year, from->application_n,
				from->measure_n, from->lead_short, from->title, {0}, 0, 0};
		line_add(to, from);
	}
	if (by == LEDGER_PER_MEASURE_YEAR)
		return;
	if (by == LEDGER_PER_YEAR && folded.count)
		qsort(folded.items, (size_t)folded.count, sizeof *folded.items, year_order);
	list->arena = folded.arena;
	list->items = folded.items;
	list->count = folded.count;
}

static void lines_settle(struct ledger_list *list, enum ledger_by by)
{
	for (int i = 0; i < list->count; i++) {
		line_add(&list->sum, &list->items[i]);
		list->unequal +=
			!ledger_line_granted_holds(&list->items[i]) || !ledger_line_planned_holds(&list->items[i]);
	}
	lines_fold(list, by);
}

bool ledger_list_load(struct casework *cw, const struct ledger_query *query, struct ledger_list *out, struct error *err)
{
	struct ledger_list list = {0};
	if (!may(cw, RIGHT_SEE, RELATION_NONE, err))
		return false;
	arena_init(&list.arena);
	if (!balances_read(cw, query, &list, err)) {
		ledger_list_done(&list);
		return false;
	}
	lines_settle(&list, query->by);
	*out = list;
	return true;
}

void ledger_list_done(struct ledger_list *list)
{
	if (list)
		arena_done(&list->arena);
}

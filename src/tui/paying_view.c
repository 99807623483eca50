/* The round's instalments on the screen, with what each day comes to, and each year by state. Invariant: the sums drawn
 * are sums of the rows that were read, whatever part of them is shown. */
#include "tui/paying.h"

#include "base/text.h"
#include "base/words.h"

enum { PAYING_WIDE = 120, PAYING_NARROW = 59 }; /* of the area: one column stays free */

const struct instalment *paying_focus(const struct paying *paying)
{
	long at = listing_focus(&paying->listing);

	return at < 0 || at >= paying->shown_count ? NULL : paying->shown[at];
}

bool paying_is_marked(const struct paying *paying, int64_t id)
{
	for (int i = 0; i < paying->marked_count; i++)
		if (paying->marked[i] == id)
			return true;
	return false;
}

void paying_mark(struct paying *paying, int64_t id)
{
	for (int i = 0; i < paying->marked_count; i++) {
		if (paying->marked[i] != id)
			continue;
		paying->marked[i] = paying->marked[--paying->marked_count];
		return;
	}
	if (paying->marked_count < ATTESTING_ROWS)
		paying->marked[paying->marked_count++] = id;
}

static char paying_marked(const void *rows, long at)
{
	const struct paying *paying = rows;

	return paying_is_marked(paying, paying->shown[at]->id) ? '*' : ' ';
}

void paying_choose(struct paying *paying)
{
	struct money_sum sum = {0};

	paying->shown = arena_take(&paying->all.arena, ((size_t)paying->all.count + 1) * sizeof *paying->shown);
	paying->shown_count = 0;
	for (int i = 0; i < paying->all.count; i++) {
		const struct instalment *row = &paying->all.items[i];

		if (paying->kept != INSTALMENT_STATES && row->state != paying->kept)
			continue;
		paying->shown[paying->shown_count++] = row;
		if (row->state != INSTALMENT_RETURNED)
			money_sum_add(&sum, row->ore);
	}
	paying->shown_ore = sum.ore;
}

/* ---- the rows */

enum { DUE, NUMBER, ROW, RECIPIENT, AMOUNT, YEAR, CONDITION, STATUS, DAY_SUM };
static const struct column paying_columns[] = {
	{.head = N_("Date"), .width = 10, .rank = 3},
	{.head = N_("No"), .width = 6, .least = 4, .right = true},
	{.head = N_("Row"), .width = 3, .rank = 2, .right = true},
	{.head = N_("Recipient"), .width = 26, .least = 7},
	{.head = N_("Amount SEK"), .width = 10, .right = true},
	{.head = N_("Year"), .width = 4, .rank = 4, .right = true},
	{.head = N_("Condition"), .width = 40, .least = 12, .rank = 1},
	{.head = N_("Status"), .width = 19, .least = 10, .rank = 5},
	{.head = N_("Day sum"), .width = 13, .rank = 1, .right = true},
	{.head = NULL},
};

static long paying_count(const void *rows)
{
	return ((const struct paying *)rows)->shown_count;
}

static int64_t paying_id(const void *rows, long at)
{
	return ((const struct paying *)rows)->shown[at]->id;
}

/* On the last row of each day. */
static void day_sum_say(const struct paying *paying, long at, char out[LISTING_TEXT])
{
	const char *due = paying->shown[at]->due_on;
	struct money_sum sum = {0};
	char money[MONEY_TEXT];

	if (at + 1 < paying->shown_count && !strcmp(paying->shown[at + 1]->due_on, due))
		return;
	for (long i = at; i >= 0 && !strcmp(paying->shown[i]->due_on, due); i--)
		money_sum_add(&sum, paying->shown[i]->ore);
	snprintf(out, LISTING_TEXT, "%s", money_text(sum.ore, MONEY_PLAIN, paying->desk->swedish, money));
}

static void paying_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct paying *paying = rows;
	const struct instalment *row = paying->shown[at];
	char number[DESK_NUMBER], money[MONEY_TEXT];
	const char *word;

	out[0] = '\0';
	switch (column) {
	case DUE: snprintf(out, LISTING_TEXT, "%s", row->due_on); break;
	case NUMBER:
		snprintf(out, LISTING_TEXT, "%s",
			desk_measure(paying->desk, row->application_year, row->application_n, row->measure_n, number));
		break;
	case ROW: snprintf(out, LISTING_TEXT, "%d", row->n); break;
	case RECIPIENT: snprintf(out, LISTING_TEXT, "%s", row->recipient_short); break;
	case AMOUNT:
		snprintf(out, LISTING_TEXT, "%s", money_text(row->ore, MONEY_PLAIN, paying->desk->swedish, money));
		break;
	case YEAR: snprintf(out, LISTING_TEXT, "%d", row->year); break;
	case CONDITION: snprintf(out, LISTING_TEXT, "%s", row->condition); break;
	case STATUS:
		word = instalment_state_word(row->state);
		snprintf(out, LISTING_TEXT, "%s", text_width(word) > cells ? attest_state_short(row->state) : word);
		break;
	case DAY_SUM: day_sum_say(paying, at, out); break;
	}
}

static char paying_flag(const void *rows, long at)
{
	return ((const struct paying *)rows)->shown[at]->late ? '!' : ' ';
}

static void paying_empty(const void *rows, char out[LISTING_TEXT])
{
	const struct paying *paying = rows;

	if (paying->all.count)
		snprintf(out, LISTING_TEXT, _("No instalment is %s. v shows the others, %d in all."),
			instalment_state_word(paying->kept), paying->all.count);
	else
		snprintf(out, LISTING_TEXT, "%s",
			_("Nothing is to be paid here: instalments come with the decisions that grant money."));
}

const struct listing_kind paying_table = {
	.columns = paying_columns,
	.count = paying_count,
	.id = paying_id,
	.text = paying_text,
	.marked = paying_marked,
	.flag = paying_flag,
	.empty = paying_empty,
};

/* Numbers are never cut: their columns are as wide as the widest of them can be. */
static void columns_fit(const struct paying *paying, struct column out[LISTING_COLUMNS])
{
	char money[MONEY_TEXT], number[DESK_NUMBER];

	memcpy(out, paying_columns, sizeof paying_columns);
	for (int i = 0; i < paying->shown_count; i++) {
		const struct instalment *row = paying->shown[i];
		int amount = text_width(money_text(row->ore, MONEY_PLAIN, paying->desk->swedish, money));
		int wide = text_width(
			desk_measure(paying->desk, row->application_year, row->application_n, row->measure_n, number));

		out[AMOUNT].width = amount > out[AMOUNT].width ? amount : out[AMOUNT].width;
		out[NUMBER].least = wide > out[NUMBER].least ? wide : out[NUMBER].least;
	}
	if (out[NUMBER].least > out[NUMBER].width)
		out[NUMBER].width = out[NUMBER].least;
}

/* ---- each year by state */

/* The states as columns: steps of one way stand together. */
enum heap { HEAP_PLANNED, HEAP_CONDITION, HEAP_READY, HEAP_ATTESTED, HEAP_PAID, HEAP_STOPPED, HEAPS };
static enum heap heap_of(enum instalment_state state)
{
	switch (state) {
	case INSTALMENT_PLANNED: return HEAP_PLANNED;
	case INSTALMENT_CONDITION: return HEAP_CONDITION;
	case INSTALMENT_READY:
	case INSTALMENT_REVIEWED: return HEAP_READY;
	case INSTALMENT_ATTESTED:
	case INSTALMENT_SEALED: return HEAP_ATTESTED;
	case INSTALMENT_PAID: return HEAP_PAID;
	case INSTALMENT_WITHHELD:
	case INSTALMENT_WITHDRAWN:
	case INSTALMENT_REVOKED: return HEAP_STOPPED;
	case INSTALMENT_RETURNED: /* its amount is not planned */
	case INSTALMENT_STATES: break;
	}
	return HEAPS;
}

static const char *heap_word(enum heap heap)
{
	switch (heap) {
	case HEAP_PLANNED: return attest_state_short(INSTALMENT_PLANNED);
	case HEAP_CONDITION: return attest_state_short(INSTALMENT_CONDITION);
	case HEAP_READY: return attest_state_short(INSTALMENT_READY);
	case HEAP_ATTESTED: return attest_state_short(INSTALMENT_ATTESTED);
	case HEAP_PAID: return attest_state_short(INSTALMENT_PAID);
	case HEAP_STOPPED: return _("stopped");
	case HEAPS: break;
	}
	return "";
}

struct state_row {
	int year; /* 0: the sum */
	int64_t state[HEAPS], sum, limit;
};

static void state_row_add(struct state_row *to, const struct instalment *row)
{
	enum heap heap = heap_of(row->state);
	struct money_sum sum = {to->sum, 0, 0};

	if (heap == HEAPS)
		return;
	struct money_sum state = {to->state[heap], 0, 0};
	money_sum_add(&state, row->ore);
	money_sum_add(&sum, row->ore);
	to->state[heap] = state.ore;
	to->sum = sum.ore;
}

/* The years that have rows, then their sum; answers how many rows that makes. */
static int state_rows(const struct paying *paying, struct state_row out[BUDGET_YEARS + 1])
{
	struct state_row whole = {.limit = MONEY_UNKNOWN};
	int count = 0;

	for (int y = 0; y < BUDGET_YEARS; y++) {
		const struct budget_year *year = &paying->budget.years[y];
		struct state_row row = {.year = year->year, .limit = year->appropriation};

		if (row.limit != MONEY_UNKNOWN && year->carried != MONEY_UNKNOWN)
			row.limit += year->carried;
		for (int i = 0; i < paying->all.count; i++) {
			if (paying->all.items[i].year != year->year)
				continue;
			state_row_add(&row, &paying->all.items[i]);
			state_row_add(&whole, &paying->all.items[i]);
		}
		if (row.sum)
			out[count++] = row;
	}
	if (count)
		out[count++] = whole;
	return count;
}

/* Whole kronor where there is room, thousands elsewhere. */
struct state_table {
	struct area area;
	bool swedish;
	enum money_style style;
	int cells;
};

static void state_cell(const struct state_table *table, int row, int column, const char *text)
{
	area_text_right(table->area, row, 5 + column * (table->cells + 1), table->cells, STYLE_PLAIN, text);
}

static void state_amount(const struct state_table *table, int row, int column, int64_t ore)
{
	char money[MONEY_TEXT];

	state_cell(
		table, row, column, ore == MONEY_UNKNOWN ? "-" : money_text(ore, table->style, table->swedish, money));
}

static void states_draw(const struct paying *paying, struct area area)
{
	struct state_row rows[BUDGET_YEARS + 1];
	int count = state_rows(paying, rows);
	bool wide = area.columns >= PAYING_WIDE;
	struct state_table table = {area, paying->desk->swedish, wide ? MONEY_PLAIN : MONEY_TKR, wide ? 13 : 9};

	area_text_in(area, 1, 0, 5, STYLE_PLAIN, wide ? _("SEK") : _("'000"));
	for (int i = 0; i < HEAPS; i++)
		state_cell(&table, 1, i, heap_word((enum heap)i));
	state_cell(&table, 1, HEAPS, _("Sum"));
	if (wide)
		state_cell(&table, 1, HEAPS + 1, _("Limit"));
	area_style(area, 1, 0, 5 + (HEAPS + 1 + wide) * (table.cells + 1), STYLE_UNDERLINE);
	for (int i = 0; i < count; i++) {
		if (rows[i].year)
			area_format(area, 2 + i, 0, STYLE_PLAIN, "%d", rows[i].year);
		else
			area_text(area, 2 + i, 0, STYLE_PLAIN, _("Sum"));
		for (int state = 0; state < HEAPS; state++)
			state_amount(&table, 2 + i, state, rows[i].state[state]);
		state_amount(&table, 2 + i, HEAPS, rows[i].sum);
		if (rows[i].year && wide)
			state_amount(&table, 2 + i, HEAPS + 1, rows[i].limit);
	}
}

/* ---- below the table */

/* What a payment file would hold now, and what is late. */
static void note_say(const struct paying *paying, char *out, size_t room)
{
	struct money_sum attested = {0};
	char money[MONEY_TEXT];
	int count = 0, late = 0;

	for (int i = 0; i < paying->all.count; i++) {
		const struct instalment *row = &paying->all.items[i];

		late += row->late;
		if (row->state != INSTALMENT_ATTESTED)
			continue;
		count++;
		money_sum_add(&attested, row->ore);
	}
	snprintf(out, room, _("Authorised, in no payment file yet: %d of %d rows, %s."), count, paying->all.count,
		desk_kr(paying->desk, attested.ore, money));
	if (late) {
		size_t used = strlen(out);

		snprintf(out + used, room - used,
			ngettext(" ! %d row is late.", " ! %d rows are late.", (unsigned long)late), late);
	}
}

struct parts {
	int list, states, note, about;
};
enum { HEADED_LEAST = 4 }; /* rows a list must have to show its heads */

static struct parts parts_share(const struct paying *paying, int rows, int columns)
{
	struct state_row states[BUDGET_YEARS + 1];
	int wanted = paying->shown_count + 1, count = state_rows(paying, states);
	struct parts parts = {0};
	wanted = columns >= PAYING_NARROW && wanted < HEADED_LEAST ? HEADED_LEAST : wanted;
	int spare = rows - (wanted < rows / 2 ? wanted : rows / 2);

	if (columns >= PAYING_NARROW && paying->all.count && spare >= 2)
		spare -= parts.note = 2;
	if (columns >= PAYING_NARROW && paying->shown_count && spare >= INSTALMENT_ABOUT)
		spare -= parts.about = INSTALMENT_ABOUT;
	if (columns >= PAYING_NARROW && count && spare >= count + 2)
		parts.states = count + 2;
	parts.list = rows - parts.note - parts.states - parts.about;
	if (parts.list > wanted && parts.states)
		parts.list = wanted;
	return parts;
}

int paying_elsewhere(const struct paying *paying, int rows, int columns)
{
	return rows - parts_share(paying, rows, columns).list;
}

void paying_draw(const struct pane *pane, struct area area)
{
	const struct paying *paying = pane->state;
	struct parts parts = parts_share(paying, area.rows, area.columns);
	struct listing_kind kind = paying_table;
	struct column shown[LISTING_COLUMNS];
	struct listing listing = paying->listing;
	char note[256];
	int row;

	columns_fit(paying, shown);
	kind.columns = shown;
	listing.kind = &kind;
	listing_draw(&listing, area_part(area, 0, 0, parts.list, area.columns));
	if (parts.states)
		states_draw(paying, area_part(area, parts.list, 0, parts.states, area.columns));
	if (!parts.note)
		return;
	note_say(paying, note, sizeof note);
	area_text(area, parts.list + parts.states + 1, 0, STYLE_PLAIN, note);
	row = parts.list + parts.states + parts.note;
	if (parts.about)
		instalment_about_draw(area_part(area, row, 0, area.rows - row, area.columns), paying_focus(paying));
}

void paying_head(const struct pane *pane, struct head *head)
{
	const struct paying *paying = pane->state;
	char money[MONEY_TEXT], year[16];
	const char *kept = paying->kept == INSTALMENT_STATES ? "" : instalment_state_word(paying->kept);

	snprintf(year, sizeof year, "%d", paying->year);
	if (pane->columns < PAYING_NARROW)
		snprintf(head->left, sizeof head->left, _("Payments · %s"), paying->desk->round_name);
	else
		snprintf(head->left, sizeof head->left, _("Payment plans · round %s"), paying->desk->round_name);
	snprintf(head->middle, sizeof head->middle, "%s%s%s", paying->year ? year : _("all years"),
		kept[0] ? " · " : "", kept);
	snprintf(head->right, sizeof head->right,
		ngettext("%d row · %s", "%d rows · %s", (unsigned long)paying->shown_count), paying->shown_count,
		desk_kr(paying->desk, paying->shown_ore, money));
}

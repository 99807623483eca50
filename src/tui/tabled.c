/* A report on the screen. Invariant: nothing is worked out here; each cell is the report's own. */
#include "tui/tabled.h"

#include "tui/wrap.h"

#include "base/money.h"
#include "base/text.h"
#include "base/words.h"

enum { FOOT_FROM = 14, FOOT_MOST = 7 }; /* rows of the pane, and of the foot */

static long tabled_count(const void *rows)
{
	const struct tabled *tabled = rows;

	return tabled->made ? tabled->report.row_count : 0;
}

static void ore_say(const struct tabled *tabled, int64_t ore, bool exact, int cells, char out[LISTING_TEXT])
{
	char money[MONEY_TEXT];

	if (exact)
		snprintf(out, LISTING_TEXT, "%s", desk_kr(tabled->desk, ore, money));
	else
		desk_tkr(tabled->desk, ore, cells, out, LISTING_TEXT);
}

static void tabled_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct tabled *tabled = rows;
	const struct report *report = &tabled->report;
	int which = tabled->of[column];
	const struct report_cell *cell = &report->cells[at * report->column_count + which];

	out[0] = '\0';
	if (cell->blank)
		return;
	switch (report->columns[which]->kind) {
	case REPORT_TEXT:
	case REPORT_DAY:
		snprintf(out, tabled->day[column] ? DAY_TEXT : LISTING_TEXT, "%s", cell->text ? cell->text : "");
		break;
	case REPORT_BOOL: snprintf(out, LISTING_TEXT, "%s", cell->number ? _("yes") : ""); break;
	case REPORT_ORE: ore_say(tabled, cell->number, tabled->exact[column], cells, out); break;
	case REPORT_NUMBER:
		if (cell->number != MONEY_UNKNOWN)
			snprintf(out, LISTING_TEXT, "%" PRId64, cell->number);
		break;
	}
}

static void tabled_empty(const void *rows, char out[LISTING_TEXT])
{
	const struct tabled *tabled = rows;

	snprintf(out, LISTING_TEXT, "%s", tabled->none ? tabled->none : "");
}

void tabled_init(struct tabled *tabled, struct desk *desk)
{
	*tabled = (struct tabled){
		.desk = desk, .kind = {.count = tabled_count, .text = tabled_text, .empty = tabled_empty}};
	tabled->kind.columns = tabled->columns;
	listing_init(&tabled->listing, &tabled->kind, tabled);
}

void tabled_done(struct tabled *tabled)
{
	if (tabled->made)
		report_done(&tabled->report);
	tabled->made = false;
}

static int column_place(const struct report *report, enum column_name column)
{
	for (int i = 0; i < report->column_count; i++)
		if (report->columns[i] == column_of(column))
			return i;
	return -1;
}

/* "Sökt" of "sökt". */
static void head_say(const struct tabled_column *from, const struct report_column *column, char out[64])
{
	snprintf(out, 64, "%s", from->head ? _(from->head) : column->name[words_swedish()]);
	out[0] = (char)toupper((unsigned char)out[0]);
}

void tabled_put(struct tabled *tabled, struct report *report, const struct tabled_column *columns, const char *none)
{
	int count = 0;

	tabled_done(tabled);
	tabled->report = *report;
	tabled->made = true;
	tabled->none = none;
	for (; columns->width && count < LISTING_COLUMNS; columns++) {
		int place = column_place(report, columns->column);
		enum report_kind kind;

		if (place < 0)
			continue; /* a report without charts */
		kind = report->columns[place]->kind;
		head_say(columns, report->columns[place], tabled->heads[count]);
		tabled->of[count] = place;
		tabled->exact[count] = columns->exact;
		tabled->day[count] = columns->day;
		tabled->columns[count] = (struct column){.head = tabled->heads[count],
			.width = columns->width,
			.least = columns->least,
			.rank = columns->rank,
			.right = kind == REPORT_NUMBER || kind == REPORT_ORE};
		count++;
	}
	tabled->columns[count] = (struct column){.head = NULL};
	listing_follow(&tabled->listing);
}

/* ---- the foot */

static int foot_rows(const struct tabled *tabled, int rows, int columns)
{
	int wanted;

	if (!tabled->made || !tabled->report.line_text || rows < FOOT_FROM)
		return 0;
	wanted = wrap_rows(tabled->report.line_text, columns);
	return wanted > FOOT_MOST ? FOOT_MOST : wanted;
}

struct listing *tabled_listing(struct tabled *tabled, const struct pane *pane)
{
	int foot = foot_rows(tabled, pane->rows, pane->columns);

	tabled->listing.elsewhere = foot ? foot + 1 : 0;
	return &tabled->listing;
}

void tabled_head(const struct tabled *tabled, struct head *head)
{
	bool thousands = false;

	for (int i = 0; tabled->made && tabled->columns[i].head; i++)
		thousands |= tabled->report.columns[tabled->of[i]]->kind == REPORT_ORE && !tabled->exact[i];
	if (!thousands)
		return;
	if (!head->middle[0])
		snprintf(head->middle, sizeof head->middle, "%s", _("in SEK '000"));
	else
		snprintf(head->middle + strlen(head->middle), sizeof head->middle - strlen(head->middle), " · %s",
			_("in SEK '000"));
}

void tabled_draw(const struct tabled *tabled, struct area area)
{
	int foot = foot_rows(tabled, area.rows, area.columns);

	listing_draw(&tabled->listing, area_part(area, 0, 0, area.rows - (foot ? foot + 1 : 0), area.columns));
	if (foot)
		area_lines(area_part(area, area.rows - foot, 0, foot, area.columns), 0, STYLE_PLAIN,
			tabled->report.line_text);
}

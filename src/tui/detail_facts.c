/* The facts of an application as a list: one, two or three on a row, as the width allows. What is to be done next is
 * the last of them and a sentence: it has a row of its own. */
#include "casework/disqualification.h"
#include "tui/detail_inner.h"

#include "base/text.h"
#include "base/words.h"

enum { FACT_LABEL = 13 };
static const struct column facts_1[] = {
	{.head = " ", .width = FACT_LABEL},
	{.head = " ", .width = 70, .least = 10},
	{.head = NULL},
};
static const struct column facts_2[] = {
	{.head = " ", .width = FACT_LABEL},
	{.head = " ", .width = 28, .least = 10},
	{.head = " ", .width = FACT_LABEL},
	{.head = " ", .width = 60, .least = 10},
	{.head = NULL},
};
static const struct column facts_3[] = {
	{.head = " ", .width = FACT_LABEL},
	{.head = " ", .width = 26, .least = 10},
	{.head = " ", .width = FACT_LABEL},
	{.head = " ", .width = 26, .least = 10},
	{.head = " ", .width = FACT_LABEL},
	{.head = " ", .width = 60, .least = 10},
	{.head = NULL},
};

/* Facts that share rows. */
static long facts_shared(const struct detail *detail)
{
	return detail->pairs > 1 ? detail->fact_count - 1 : detail->fact_count;
}

static long facts_count(const void *rows)
{
	const struct detail *detail = rows;
	long shared = facts_shared(detail);

	return (shared + detail->pairs - 1) / detail->pairs + (shared < detail->fact_count);
}

static void facts_text(const void *rows, long row, int column, int cells, char out[LISTING_TEXT])
{
	const struct detail *detail = rows;
	long at = row * detail->pairs + column / 2;

	(void)cells;
	if (at < facts_shared(detail))
		snprintf(out, LISTING_TEXT, "%s", column % 2 ? detail->facts[at].text : detail->facts[at].label);
}

static bool facts_line(const void *rows, long row, char out[LISTING_TEXT])
{
	const struct detail *detail = rows;
	const struct fact *next;
	int pad;

	if (detail->pairs == 1 || row != facts_count(rows) - 1)
		return false;
	next = &detail->facts[detail->fact_count - 1];
	pad = FACT_LABEL - text_width(next->label);
	snprintf(out, LISTING_TEXT, "  %s%*s %s", next->label, pad > 0 ? pad : 0, "", next->text);
	return true;
}

const struct listing_kind detail_facts_tables[DETAIL_PAIRS] = {
	{.columns = facts_1, .headless = true, .count = facts_count, .text = facts_text},
	{.columns = facts_2,
		.headless = true,
		.count = facts_count,
		.text = facts_text,
		.line = facts_line,
		.unruled = true},
	{.columns = facts_3,
		.headless = true,
		.count = facts_count,
		.text = facts_text,
		.line = facts_line,
		.unruled = true},
};

static char *fact_add(struct detail *detail, const char *label)
{
	struct fact *fact = &detail->facts[detail->fact_count++];

	assert(detail->fact_count <= DETAIL_FACTS);
	fact->label = label;
	return fact->text;
}

static void fact_text(struct detail *detail, const char *label, const char *text)
{
	if (!text_blank(text))
		snprintf(fact_add(detail, label), CASE_WORDS, "%s", text);
}

static void arrived_add(struct detail *detail)
{
	const struct application *whole = &detail->whole;
	const char *way = programme_word_name(&detail->desk->programme, "arrival", whole->way);

	snprintf(fact_add(detail, _("Arrived")), CASE_WORDS, "%s%s%s, %s", whole->row.arrived_on,
		whole->arrived_time ? " " : "", whole->arrived_time ? whole->arrived_time : "", way);
}

void detail_facts_fill(struct detail *detail)
{
	const struct application *whole = &detail->whole;
	const struct application_row *row = &whole->row;

	detail->fact_count = 0;
	fact_text(detail, _("Status"), state_word(&detail->desk->programme, row->state));
	fact_text(detail, _("Case officer"), row->officer_name ? row->officer_name : _("nobody"));
	case_sought(detail->desk, row, fact_add(detail, _("Sought")));
	arrived_add(detail);
	case_cost(detail->desk, row, fact_add(detail, _("Cost")));
	case_due(detail->desk, row, fact_add(detail, _("Deadline")));
	case_applicant(row, fact_add(detail, _("Applicant")));
	fact_text(detail, _("Own number"), row->own_number);
	case_flag(detail->desk, row, fact_add(detail, _("Flag")));
	if (!detail->facts[detail->fact_count - 1].text[0])
		detail->fact_count--;
	fact_text(detail, _("Conflicts"), detail->conflicts);
	fact_text(detail, _("Documents"), detail->papers);
	fact_text(detail, _("Recovery"), detail->recovery);
	fact_text(detail, _("Round"), row->round_name);
	if (whole->withdrawn_on)
		snprintf(fact_add(detail, row->facts.misregistered ? _("By mistake") : _("Withdrawn")), CASE_WORDS,
			"%s: %s", whole->withdrawn_on, whole->withdrawn_why);
	if (whole->invented)
		fact_text(detail, _("Note"), whole->invented == 1 ? _("an invented case") : _("invented in part"));
	snprintf(fact_add(detail, _("Next")), CASE_WORDS, "%s", state_step(&detail->desk->programme, &row->facts));
}

void detail_facts_by(struct detail *detail, int pairs)
{
	struct listing *listing = &detail->listings[FACTS];
	long fact = listing->focus < 0 ? 0 : listing->focus * detail->pairs;

	if (pairs == detail->pairs)
		return;
	detail->pairs = pairs;
	listing->kind = &detail_facts_tables[pairs - 1];
	listing_to(listing, fact / pairs, 0);
}

/* ---- conflicts of interest */

bool detail_conflicts_read(struct detail *detail, char out[CASE_WORDS], struct error *err)
{
	struct disqualification_list list;

	if (!disqualification_list_load(
		    detail->desk->cw, (struct disqualification_about){.application = detail->application}, &list, err))
		return false;
	snprintf(out, CASE_WORDS, "%s", disqualification_sum_words(&list.sum, &list.arena));
	disqualification_list_done(&list);
	return true;
}

void detail_conflicts_run(struct ui *ui, struct pane *pane)
{
	const struct detail *detail = pane->state;

	ui_push(ui, &disqualification_pane, &(struct disqualification_about){.application = detail->application});
}

/* Those who apply together, and what each has sent: who is missing something stands first. A proposal (förslag), or a
 * paper that says a matter was handled, is not the decision. */
#include "tui/case_words.h"
#include "tui/desk.h"
#include "tui/listing_seek.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/entry.h"
#include "casework/share.h"

enum { BELOW_FROM = 14, BELOW_ROWS = 8, LABEL = 19 };

struct participants {
	struct desk *desk;
	int64_t application;
	struct application whole;
	struct share_list shares;
	struct entry_list contacts;
	const struct participant **rows; /* who is missing something first; in the application's arena */
	struct listing listing;
};

enum { REGION, PAPER, DAY, BODY, SECTION, CERTIFICATE };
static const struct column columns[] = {
	{.head = N_("Region"), .width = 20, .least = 12},
	{.head = N_("Document"), .width = 10, .least = 8},
	{.head = N_("Date"), .width = 10, .rank = 2},
	{.head = N_("Body"), .width = 20, .least = 8, .rank = 1},
	{.head = N_("Section"), .width = 8, .rank = 1},
	{.head = N_("Certificate"), .width = 11},
	{.head = NULL},
};

static long participants_count(const void *rows)
{
	return ((const struct participants *)rows)->whole.participant_count;
}

static const struct participant *participant_at(const struct participants *participants, long row)
{
	return participants->rows[row];
}

static int64_t participants_id(const void *rows, long row)
{
	return participant_at(rows, row)->id;
}

static char participants_flag(const void *rows, long row)
{
	return participant_is_complete(participant_at(rows, row)) ? ' ' : '!';
}

static void participants_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct participants *participants = rows;
	const struct participant *each = participant_at(participants, at);
	const char *text = "";

	(void)cells;
	switch (column) {
	case REGION: text = each->region_short; break;
	case PAPER: text = programme_word_name(&participants->desk->programme, "paper", each->paper); break;
	case DAY: text = each->paper_on; break;
	case BODY: text = each->paper_body; break;
	case SECTION: text = each->section; break;
	case CERTIFICATE: text = each->certified_on ? each->certified_on : _("missing"); break;
	}
	snprintf(out, LISTING_TEXT, "%s", text ? text : "");
}

static unsigned participants_style(const void *rows, long at, int column)
{
	const struct participant *each = participant_at(rows, at);

	if (column == PAPER && strcmp(each->paper, "decision") != 0)
		return STYLE_BOLD;
	return column == CERTIFICATE && !each->certified_on ? STYLE_BOLD : STYLE_PLAIN;
}

static const struct listing_kind table = {
	.columns = columns,
	.count = participants_count,
	.id = participants_id,
	.text = participants_text,
	.flag = participants_flag,
	.style = participants_style,
};

/* ---- reading */

static void rows_order(struct participants *participants)
{
	const struct application *whole = &participants->whole;
	int at = 0;

	participants->rows = arena_take(
		&participants->whole.arena, (size_t)(whole->participant_count + 1) * sizeof *participants->rows);
	for (int complete = 0; complete < 2; complete++)
		for (int i = 0; i < whole->participant_count; i++)
			if (participant_is_complete(&whole->participants[i]) == (complete == 1))
				participants->rows[at++] = &whole->participants[i];
}

static void all_done(struct participants *participants)
{
	entry_list_done(&participants->contacts);
	share_list_done(&participants->shares);
	application_done(&participants->whole);
}

static void participants_load(struct ui *ui, struct pane *pane)
{
	struct participants *participants = pane->state, fresh = *participants;
	struct casework *cw = participants->desk->cw;
	struct error err = {0};

	fresh.shares = (struct share_list){0};
	fresh.contacts = (struct entry_list){0};
	fresh.whole = (struct application){0};
	if (!application_load(cw, participants->application, &fresh.whole, &err) ||
		!share_list_load(cw, participants->application, &fresh.shares, &err) ||
		!entry_list_load(cw, ENTRY_CONTACT, participants->application, &fresh.contacts, &err)) {
		all_done(&fresh);
		desk_refused(ui, &err);
		return;
	}
	all_done(participants);
	participants->whole = fresh.whole;
	participants->shares = fresh.shares;
	participants->contacts = fresh.contacts;
	rows_order(participants);
	listing_follow(&participants->listing);
}

static bool participants_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct participants *participants = memory_take(sizeof *participants);

	*participants = (struct participants){.desk = desk_of(ui), .application = *(const int64_t *)what};
	listing_init(&participants->listing, &table, participants);
	pane->state = participants;
	participants_load(ui, pane);
	pane->stale = false;
	if (participants->whole.row.id)
		return true;
	free(participants);
	return false;
}

static void participants_close(struct ui *ui, struct pane *pane)
{
	struct participants *participants = pane->state;

	(void)ui;
	all_done(participants);
	free(participants);
}

static struct listing *participants_listing(const struct pane *pane)
{
	struct participants *participants = pane->state;

	participants->listing.elsewhere = pane->rows >= BELOW_FROM ? BELOW_ROWS : 0;
	return &participants->listing;
}

static const struct participant *focused(const struct participants *participants)
{
	long row = listing_focus(&participants->listing);

	return row >= 0 && row < participants_count(participants) ? participant_at(participants, row) : NULL;
}

/* ---- drawing */

static void missing_say(const struct participant *each, char out[CASE_WORDS])
{
	bool decision = !strcmp(each->paper, "decision");

	snprintf(out, CASE_WORDS, "%s%s%s", decision ? "" : _("the minuted decision"),
		decision || each->certified_on ? "" : ", ", each->certified_on ? "" : _("the certificate"));
}

/* "beslut 2025-06-17, Hälso- och sjukvårdsnämnden, § 88": whole, where the columns of the table cut it. */
static void paper_say(const struct participants *participants, const struct participant *each, char out[CASE_WORDS])
{
	snprintf(out, CASE_WORDS, "%.*s%s%.*s%s%.*s%s%.*s%s%.*s",
		TEXT_PART(programme_word_name(&participants->desk->programme, "paper", each->paper), 60),
		each->paper_on ? " " : "", TEXT_PART(each->paper_on ? each->paper_on : "", 20),
		text_blank(each->paper_body) ? "" : ", ",
		TEXT_PART(text_blank(each->paper_body) ? "" : each->paper_body, 160),
		text_blank(each->section) ? "" : ", ", TEXT_PART(text_blank(each->section) ? "" : each->section, 40),
		text_blank(each->number) ? "" : ", ", TEXT_PART(text_blank(each->number) ? "" : each->number, 40));
}

static void shares_say(const struct participants *participants, const struct participant *each, char out[CASE_WORDS])
{
	const struct share_list *shares = &participants->shares;
	char money[MONEY_TEXT];
	size_t at = 0;

	out[0] = '\0';
	for (int i = 0; i < shares->count && at < CASE_WORDS - 1; i++)
		if (shares->items[i].participant == each->id)
			at += (size_t)snprintf(out + at, CASE_WORDS - at, "%s%d: %s", at ? " · " : "",
				shares->items[i].measure_n,
				shares->items[i].ore ? desk_kr(participants->desk, shares->items[i].ore, money)
						     : _("has left the measure"));
}

static void contacts_say(const struct participants *participants, const struct participant *each, char out[CASE_WORDS])
{
	size_t at = 0;

	out[0] = '\0';
	for (int i = 0; i < participants->contacts.count && at < CASE_WORDS - 1; i++) {
		const char *const *values = participants->contacts.items[i].values;

		if (text_same(values[CONTACT_REGION], each->region))
			at += (size_t)snprintf(out + at, CASE_WORDS - at, "%s%.*s %.*s %.*s", at ? " · " : "",
				TEXT_PART(values[CONTACT_NAME], 60), TEXT_PART(values[CONTACT_EMAIL], 60),
				TEXT_PART(values[CONTACT_PHONE], 60));
	}
}

static void about_draw(const struct participants *participants, struct area area)
{
	const struct participant *each = focused(participants);
	char text[CASE_WORDS];
	int at = 0;

	if (!each)
		return;
	snprintf(text, sizeof text, "%.*s%s", TEXT_PART(each->region_name, 120),
		each->lead ? _(", leads the application") : "");
	area_text_in(area, at++, 0, area.columns, STYLE_BOLD, text);
	missing_say(each, text);
	at = fact_draw(area, at, LABEL, _("Missing"), text);
	paper_say(participants, each, text);
	at = fact_draw(area, at, LABEL, _("Document"), text);
	snprintf(text, sizeof text, "%.*s%s%.*s",
		TEXT_PART(text_blank(each->certified_name) ? "" : each->certified_name, 80),
		text_blank(each->certified_title) ? "" : ", ",
		TEXT_PART(text_blank(each->certified_title) ? "" : each->certified_title, 80));
	at = fact_draw(area, at, LABEL, _("Representative"), text);
	at = fact_draw(area, at, LABEL, _("Its number"), each->own_number);
	shares_say(participants, each, text);
	at = fact_draw(area, at, LABEL, _("Share"), text);
	at = fact_draw(area, at, LABEL, _("Contribution"), each->contribution);
	contacts_say(participants, each, text);
	fact_draw(area, at, LABEL, _("Contact"), text);
}

static void participants_draw(const struct pane *pane, struct area area)
{
	const struct participants *participants = pane->state;
	int below = area.rows >= BELOW_FROM ? BELOW_ROWS : 0;

	listing_draw(&participants->listing, area_part(area, 0, 0, area.rows - below, area.columns));
	if (below)
		about_draw(participants, area_part(area, area.rows - below + 1, 0, below - 1, area.columns));
}

static void participants_head(const struct pane *pane, struct head *head)
{
	const struct participants *participants = pane->state;
	const struct application *whole = &participants->whole;
	char applicant[CASE_WORDS];

	case_applicant(&whole->row, applicant);
	snprintf(head->left, sizeof head->left, _("Participants · %s"), whole->shorter);
	snprintf(head->middle, sizeof head->middle, "%s", applicant);
	snprintf(head->right, sizeof head->right, _("papers %d/%d"),
		participants_complete(whole->participants, whole->participant_count), whole->participant_count);
}

/* ---- the person's doing */

static void change_run(struct ui *ui, struct pane *pane)
{
	const struct participants *participants = pane->state;
	const struct participant *each = focused(participants);

	if (each)
		participant_form(ui, participants->application, each->region);
}

static void add_run(struct ui *ui, struct pane *pane)
{
	participant_form(ui, ((const struct participants *)pane->state)->application, NULL);
}

static void several_run(struct ui *ui, struct pane *pane)
{
	participants_form(ui, ((const struct participants *)pane->state)->application);
}

static void region_run(struct ui *ui, struct pane *pane)
{
	const struct participant *each = focused(pane->state);

	if (each)
		ui_push(ui, &regions_pane, each->region);
}

static unsigned relation_of(const struct pane *pane)
{
	return ((const struct participants *)pane->state)->whole.row.relation;
}

static const char *participants_notice(const struct pane *pane)
{
	return desk_notice(relation_of(pane));
}

static void shares_run(struct ui *ui, struct pane *pane)
{
	ui_push(ui, &shares_pane, &((const struct participants *)pane->state)->application);
}

static const char *change_barred(const struct ui *ui, const struct pane *pane)
{
	return desk_barred_in(ui, RIGHT_APPLICATION_CHANGE, relation_of(pane));
}

static const char *several_barred(const struct ui *ui, const struct pane *pane)
{
	const struct participants *participants = pane->state;

	if (participants->whole.participant_count >= participants->desk->programme.region_count)
		return _("Every region that may apply takes part already.");
	return change_barred(ui, pane);
}

static const struct action actions[] = {
	{.name = "participant-change",
		.keys = "e Enter Right l",
		.help = N_("change the participant's papers, certificate and contribution"),
		.hint = N_("change"),
		.run = change_run,
		.barred = change_barred},
	{.name = "participant-add",
		.keys = "+",
		.help = N_("add a region to the application"),
		.hint = N_("new"),
		.run = add_run,
		.barred = change_barred},
	{.name = "participants-add",
		.keys = "F",
		.help = N_("add several regions at once: all that do not take part yet, or those chosen"),
		.hint = N_("several"),
		.run = several_run,
		.barred = several_barred},
	{.name = "participant-region",
		.keys = "o",
		.help = N_("show all applications of the region"),
		.hint = N_("region"),
		.run = region_run},
	{.name = "shares-open",
		.keys = "S",
		.help = N_("show and change the shares of each measure, with their sum"),
		.hint = N_("shares"),
		.run = shares_run},
	LISTING_SEEKING,
	{.name = NULL},
};

const struct pane_kind participants_pane = {
	.name = "participants",
	.title = N_("Participants"),
	.actions = actions,
	.open = participants_open,
	.close = participants_close,
	.load = participants_load,
	.draw = participants_draw,
	.head = participants_head,
	.listing = participants_listing,
	.notice = participants_notice,
};

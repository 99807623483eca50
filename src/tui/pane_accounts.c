/* Where regions are paid. Invariant: an account counts once a second person has typed its number from the paper, and is
 * never changed; another one is a new row. */
#include "tui/case_words.h"
#include "tui/desk.h"
#include "tui/dialog.h"
#include "tui/listing.h"
#include "tui/verb.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/payee_account.h"

enum { BELOW_FROM = 10, BELOW_ROWS = 4, LABEL = 18 };

struct accounts {
	struct desk *desk;
	struct payee_account_list list;
	struct listing listing;
	int64_t account, version; /* what a question is about */
	char region[80];
};

/* ---- the table */

enum { REGION, KIND, NUMBER, FROM, FORCE, BY };
static const struct column columns[] = {
	{.head = N_("Region"), .width = 22, .least = 14},
	{.head = N_("Kind"), .width = 12, .least = 9, .rank = 3},
	{.head = N_("Number"), .width = 17, .least = 12},
	{.head = N_("From"), .width = 10, .rank = 2},
	{.head = N_("Status"), .width = 16, .least = 15},
	{.head = N_("Entered by"), .width = 20, .least = 14, .rank = 1},
	{.head = NULL},
};

static const struct payee_account *account_at(const struct accounts *accounts, long at)
{
	return &accounts->list.items[at];
}

static long accounts_count(const void *rows)
{
	return ((const struct accounts *)rows)->list.count;
}

static int64_t accounts_id(const void *rows, long at)
{
	return account_at(rows, at)->id;
}

static const char *account_state(const struct payee_account *account)
{
	if (!account->checked_by)
		return _("not checked");
	return account->in_force ? _("in force") : _("not in force");
}

static void accounts_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct payee_account *account = account_at(rows, at);
	const char *text = "";

	(void)cells;
	switch (column) {
	case REGION: text = account->region_short; break;
	case KIND: text = payee_kind_word(account->kind); break;
	case NUMBER: text = account->number; break;
	case FROM: text = account->from_on; break;
	case FORCE: text = account_state(account); break;
	case BY: text = account->made_by; break;
	}
	snprintf(out, LISTING_TEXT, "%s", text);
}

static char accounts_flag(const void *rows, long at)
{
	return account_at(rows, at)->checked_by ? ' ' : '!';
}

static void accounts_empty(const void *rows, char out[LISTING_TEXT])
{
	(void)rows;
	snprintf(out, LISTING_TEXT, "%s", _("No region has an account yet: nothing can be sealed. + enters one."));
}

static const struct listing_kind table = {
	.columns = columns,
	.count = accounts_count,
	.id = accounts_id,
	.text = accounts_text,
	.flag = accounts_flag,
	.empty = accounts_empty,
};

/* ---- reading */

static void accounts_load(struct ui *ui, struct pane *pane)
{
	struct accounts *accounts = pane->state;
	struct payee_account_list list;
	struct error err = {0};

	if (!payee_account_list_load(accounts->desk->cw, NULL, &list, &err)) {
		desk_refused(ui, &err);
		return;
	}
	payee_account_list_done(&accounts->list);
	accounts->list = list;
	listing_follow(&accounts->listing);
}

static bool accounts_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct accounts *accounts = memory_take(sizeof *accounts);

	(void)what;
	*accounts = (struct accounts){.desk = desk_of(ui)};
	listing_init(&accounts->listing, &table, accounts);
	pane->state = accounts;
	return true;
}

static void accounts_close(struct ui *ui, struct pane *pane)
{
	struct accounts *accounts = pane->state;

	(void)ui;
	payee_account_list_done(&accounts->list);
	free(accounts);
}

static struct listing *accounts_listing(const struct pane *pane)
{
	struct accounts *accounts = pane->state;

	accounts->listing.elsewhere = pane->rows >= BELOW_FROM ? BELOW_ROWS : 0;
	return &accounts->listing;
}

static const struct payee_account *focused(const struct accounts *accounts)
{
	long at = listing_focus(&accounts->listing);

	return at >= 0 && at < accounts->list.count ? account_at(accounts, at) : NULL;
}

/* Under the table: the paper it comes from, and the two who stand for it. */
static void accounts_draw(const struct pane *pane, struct area area)
{
	const struct accounts *accounts = pane->state;
	const struct payee_account *account = focused(accounts);
	int below = area.rows >= BELOW_FROM ? BELOW_ROWS : 0;
	struct area facts = area_part(area, area.rows - below + 1, 0, below - 1, area.columns);
	char text[200];

	listing_draw(&accounts->listing, area_part(area, 0, 0, area.rows - below, area.columns));
	if (!account || !below)
		return;
	fact_draw(facts, 0, LABEL, _("Source"), account->source);
	snprintf(text, sizeof text, "%s %.16s", account->made_by, account->made_at);
	fact_draw(facts, 1, LABEL, _("Entered by"), text);
	if (account->checked_by)
		snprintf(text, sizeof text, "%s %.16s", account->checked_by, account->checked_at);
	fact_draw(facts, 2, LABEL, _("Checked by"), account->checked_by ? text : _("nobody yet: it does not count"));
}

static void accounts_head(const struct pane *pane, struct head *head)
{
	const struct accounts *accounts = pane->state;
	int waiting = 0;

	for (int i = 0; i < accounts->list.count; i++)
		waiting += !accounts->list.items[i].checked_by;
	if (waiting)
		snprintf(head->right, sizeof head->right,
			ngettext("%d waits to be checked", "%d wait to be checked", (unsigned long)waiting), waiting);
}

/* ---- the person's doing */

static void add_run(struct ui *ui, struct pane *pane)
{
	(void)pane;
	account_form(ui);
}

static const char *add_barred(const struct ui *ui, const struct pane *pane)
{
	(void)pane;
	return desk_barred(ui, RIGHT_ACCOUNT_PUT);
}

static void check_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct accounts *accounts = pane->state;
	struct operation op = verb_on(accounts->version);
	struct error err = {0};

	(void)with;
	if (verb_ended(ui, payee_account_check(accounts->desk->cw, &op, accounts->account, text, &err), &err))
		ui_say(ui, _("The account of %s is checked."), accounts->region);
}

static void check_run(struct ui *ui, struct pane *pane)
{
	struct accounts *accounts = pane->state;
	const struct payee_account *account = focused(accounts);
	char text[500];

	if (!account)
		return;
	accounts->account = account->id;
	accounts->version = account->version;
	snprintf(accounts->region, sizeof accounts->region, "%s", account->region_name);
	snprintf(text, sizeof text,
		_("%.*s is to be paid to this %s from %s, entered by %.*s. Type its number as it stands in the "
		  "paper: "
		  "%.*s."),
		TEXT_PART(account->region_name, 80), payee_kind_word(account->kind), account->from_on,
		TEXT_PART(account->made_by, 60), TEXT_PART(account->source, 200));
	dialog_ask(ui,
		&(struct question){.text = text, .label = _("Number:"), .yes = _("check"), .answered = check_answered});
}

static const char *check_barred(const struct ui *ui, const struct pane *pane)
{
	const struct payee_account *account = focused(pane->state);

	if (!account)
		return _("There is nothing in focus.");
	if (account->checked_by)
		return _("The account is checked already.");
	if (account->maker_id == casework_actor(desk_of(ui)->cw))
		return _("You entered the account. Somebody else checks it.");
	return add_barred(ui, pane);
}

static const struct action actions[] = {
	{.name = "account-check",
		.keys = "y Enter",
		.help = N_("check the account against its paper, typing the number anew"),
		.hint = N_("check"),
		.changes = true,
		.run = check_run,
		.barred = check_barred},
	{.name = "account-add",
		.keys = "+",
		.help = N_("enter an account of a region, for another to check"),
		.hint = N_("new account"),
		.run = add_run,
		.barred = add_barred},
	{.name = NULL},
};

const struct pane_kind accounts_pane = {
	.name = "accounts",
	.title = N_("Where regions are paid"),
	.actions = actions,
	.open = accounts_open,
	.close = accounts_close,
	.load = accounts_load,
	.draw = accounts_draw,
	.head = accounts_head,
	.listing = accounts_listing,
};

/* What is withheld, claimed and come back, of all grants or of one case. Invariant: what a payment is for is said by a
 * person, and nothing is set off. */
#include "tui/recovered.h"

#include "base/words.h"
#include "casework/application.h"

/* ---- reading */

/* Those of the case alone. */
static void withheld_keep(struct withholding_list *list, int64_t application)
{
	int kept = 0;

	for (int i = 0; i < list->count; i++)
		if (!application || list->items[i].application == application)
			list->items[kept++] = list->items[i];
	list->count = kept;
}

/* Money with a part that is placed on the case. */
static void money_keep(struct money_in_list *list, int year, int n)
{
	int kept = 0;

	list->left_ore = 0;
	for (int i = 0; i < list->count; i++) {
		const struct money_in *money = &list->items[i];
		bool about = false;

		for (int k = 0; k < money->part_count; k++)
			about |= money->parts[k].measure && money->parts[k].application_year == year &&
				 money->parts[k].application_n == n;
		if (about)
			list->items[kept++] = *money;
	}
	list->count = kept;
}

static bool about_read(struct recovery *recovery, struct error *err)
{
	struct application whole;

	if (!recovery->application)
		return true;
	if (!application_load(recovery->desk->cw, recovery->application, &whole, err))
		return false;
	desk_number(recovery->desk, whole.row.year, whole.row.n, recovery->number);
	recovery->year = whole.row.year;
	recovery->n = whole.row.n;
	recovery->relation = whole.row.relation;
	application_done(&whole);
	return true;
}

static void recovery_load(struct ui *ui, struct pane *pane)
{
	struct recovery *recovery = pane->state;
	struct casework *cw = recovery->desk->cw;
	struct withholding_list withheld = {0};
	struct claim_list claims = {0};
	struct money_in_list money = {0};
	struct error err = {0};

	if (!about_read(recovery, &err) || !withholding_list_load(cw, 0, &withheld, &err) ||
		!claim_list_load(cw, &(struct claim_query){.application = recovery->application}, &claims, &err) ||
		!money_in_list_load(cw, false, &money, &err)) {
		withholding_list_done(&withheld);
		claim_list_done(&claims);
		desk_refused(ui, &err);
		return;
	}
	withheld_keep(&withheld, recovery->application);
	if (recovery->application)
		money_keep(&money, recovery->year, recovery->n);
	withholding_list_done(&recovery->withheld);
	claim_list_done(&recovery->claims);
	money_in_list_done(&recovery->money);
	recovery->withheld = withheld;
	recovery->claims = claims;
	recovery->money = money;
	listing_follow(&recovery->listing);
}

static bool recovery_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct recovery *recovery = memory_take(sizeof *recovery);

	*recovery = (struct recovery){.desk = desk_of(ui), .application = what ? *(const int64_t *)what : 0};
	listing_init(&recovery->listing, &recovered_table, recovery);
	pane->state = recovery;
	recovery_load(ui, pane);
	recovered_find(recovery);
	pane->stale = false;
	return true;
}

static void recovery_close(struct ui *ui, struct pane *pane)
{
	struct recovery *recovery = pane->state;

	(void)ui;
	withholding_list_done(&recovery->withheld);
	claim_list_done(&recovery->claims);
	money_in_list_done(&recovery->money);
	free(recovery);
}

static struct listing *recovery_listing(const struct pane *pane)
{
	return &((struct recovery *)pane->state)->listing;
}

static void recovery_head(const struct pane *pane, struct head *head)
{
	const struct recovery *recovery = pane->state;
	char claimed[MONEY_TEXT], left[MONEY_TEXT];

	if (recovery->application) {
		snprintf(head->left, sizeof head->left, _("Withheld and reclaimed · %s"), recovery->number);
		snprintf(head->right, sizeof head->right, _("%s unpaid"),
			desk_kr(recovery->desk, recovery->claims.left_ore, claimed));
		return;
	}
	snprintf(head->right, sizeof head->right, _("%s unpaid, %s to place"),
		desk_kr(recovery->desk, recovery->claims.left_ore, claimed),
		desk_kr(recovery->desk, recovery->money.left_ore, left));
}

static const char *recovery_notice(const struct pane *pane)
{
	return desk_notice(((const struct recovery *)pane->state)->relation);
}

/* ---- the person's doing */

static const char *show_barred(const struct ui *ui, const struct pane *pane)
{
	(void)ui;
	return listing_focus(&((const struct recovery *)pane->state)->listing) == LISTING_NONE
		       ? _("There is nothing in focus.")
		       : NULL;
}

static void decide_run(struct ui *ui, struct pane *pane)
{
	const struct withholding *withheld = recovered_withholding(pane->state);
	const struct claim *claim = recovered_claim(pane->state);

	if (withheld)
		withhold_lift_form(ui, withheld->measure, withheld->id);
	else if (claim)
		claim_change_form(ui, claim);
}

static const char *decide_barred(const struct ui *ui, const struct pane *pane)
{
	const struct withholding *withheld = recovered_withholding(pane->state);
	const struct claim *claim = recovered_claim(pane->state);

	if (withheld && withheld->lifted_on)
		return _("It is lifted already.");
	if (withheld && withheld->final)
		return _("It is withheld for good, and stays. Money that is to be paid after all is granted anew, "
			 "beside it.");
	if (claim && (claim->replaced || claim->lifted))
		return _("A later decision holds instead of it.");
	if (withheld)
		return desk_barred_in(ui, RIGHT_DECISION_RECORD, withheld->relation);
	return claim ? desk_barred_in(ui, RIGHT_DECISION_RECORD, claim->relation)
		     : _("Only what is withheld or claimed is decided on again.");
}

static void demand_run(struct ui *ui, struct pane *pane)
{
	const struct claim *claim = recovered_claim(pane->state);

	if (claim)
		demand_form(ui, claim);
}

static const char *demand_barred(const struct ui *ui, const struct pane *pane)
{
	const struct claim *claim = recovered_claim(pane->state);

	if (!claim)
		return _("Only a claim is demanded.");
	if (claim->replaced || claim->lifted)
		return _("A later decision holds instead of it.");
	return desk_barred_in(ui, RIGHT_DEMAND_SEND, claim->relation);
}

static void add_run(struct ui *ui, struct pane *pane)
{
	(void)pane;
	money_in_form(ui);
}

static const char *add_barred(const struct ui *ui, const struct pane *pane)
{
	(void)pane;
	return desk_barred(ui, RIGHT_MONEY_IN);
}

static void place_run(struct ui *ui, struct pane *pane)
{
	const struct money_in *money = recovered_money(pane->state);

	if (money)
		money_place_form(ui, money->id);
}

static const char *place_barred(const struct ui *ui, const struct pane *pane)
{
	const struct money_in *money = recovered_money(pane->state);

	if (!money)
		return _("Only money in is placed.");
	if (money->void_at)
		return _("It was entered wrong and is voided.");
	return money->left_ore ? desk_barred(ui, RIGHT_MONEY_IN) : _("All of it is placed.");
}

static void rates_run(struct ui *ui, struct pane *pane)
{
	(void)pane;
	ui_push(ui, &rates_pane, NULL);
}

static const struct action actions[] = {
	{.name = "recovery-show",
		.keys = "Enter Right l",
		.help = N_("show the decision, the sheet of the claim, or what the money is for"),
		.hint = N_("show"),
		.run = recovered_show_run,
		.barred = show_barred},
	{.name = "recovery-decide",
		.keys = "B",
		.help = N_("record a later decision: lift a withholding, change or take away a claim"),
		.hint = N_("later decision"),
		.changes = true,
		.run = decide_run,
		.barred = decide_barred},
	{.name = "recovery-letter",
		.keys = "v",
		.help = N_("put the letter of the decision in the case's register, sent today or later"),
		.hint = N_("letter"),
		.changes = true,
		.run = recovered_put_run,
		.barred = recovered_put_barred},
	{.name = "demand-send",
		.keys = "!",
		.help = N_("send a demand of the claim; the letter is kept as it is sent"),
		.hint = N_("demand"),
		.changes = true,
		.run = demand_run,
		.barred = demand_barred},
	{.name = "money-in-add",
		.keys = "+",
		.help = N_("record money in, as the bank tells it"),
		.hint = N_("money in"),
		.run = add_run,
		.barred = add_barred},
	{.name = "money-in-place",
		.keys = "e",
		.help = N_("say who paid the money, or what it is for"),
		.hint = N_("place money"),
		.run = place_run,
		.barred = place_barred},
	{.name = "money-in-back",
		.keys = "U",
		.help = N_("take back a part put in the wrong place, or void money in that was entered wrong"),
		.hint = N_("take back"),
		.changes = true,
		.run = recovered_back_run,
		.barred = recovered_back_barred},
	{.name = "write-out",
		.keys = "w",
		.help = N_("write the paper of what is in focus to a file, as text or PDF"),
		.hint = N_("write"),
		.run = recovered_write_run,
		.barred = show_barred},
	{.name = "rates-open",
		.keys = "%",
		.help = N_("open the state's lending rates, by which interest runs"),
		.hint = N_("rates"),
		.run = rates_run},
	{.name = NULL},
};

const struct pane_kind recovery_pane = {
	.name = "recovery",
	.title = N_("Claims and money in"),
	.actions = actions,
	.open = recovery_open,
	.close = recovery_close,
	.load = recovery_load,
	.draw = recovered_draw,
	.head = recovery_head,
	.listing = recovery_listing,
	.notice = recovery_notice,
};

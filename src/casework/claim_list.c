/* Claims as they are read, and the sheet that interest is worked on. Invariant: interest is calculated at every reading
 * and kept only in demands that were sent. */
#include "casework/claim_inner.h"

#include "casework/bar.h"
#include "casework/decision_paper.h"
#include "casework/grow.h"
#include "casework/lending_rate.h"

#include "base/text.h"
#include "base/words.h"

static void numbers_read(struct rows *rows, struct claim *claim)
{
	claim->id = rows_number(rows, "id");
	claim->first = rows_number(rows, "first");
	claim->measure = rows_number(rows, "measure");
	claim->n = (int)rows_number(rows, "n");
	claim->ore = rows_number(rows, "ore");
	claim->lifted = rows_bool(rows, "lifted");
	claim->reduced_ore = rows_number(rows, "reduced_ore");
	claim->net_ore = rows_number(rows, "net_ore");
	claim->interest_cut = (int)rows_number(rows, "interest_cut");
	claim->replaces_n = (int)rows_number_or(rows, "replaces_n", 0);
	claim->section = (int)rows_number_or(rows, "section", 0);
	claim->measure_n = (int)rows_number(rows, "measure_n");
	claim->application = rows_number(rows, "application");
	claim->year = (int)rows_number(rows, "year");
	claim->application_n = (int)rows_number(rows, "application_n");
	claim->round = rows_number(rows, "round");
	claim->replaced = rows_bool(rows, "replaced");
	claim->relation = rows_bool(rows, "closed") ? RELATION_CLOSED : RELATION_NONE;
	claim->repaid_ore = rows_number(rows, "repaid_ore");
	claim->interest_paid_ore = rows_number(rows, "interest_paid_ore");
	claim->left_ore = claim->net_ore > claim->repaid_ore ? claim->net_ore - claim->repaid_ore : 0;
}

static void claim_read(struct rows *rows, struct arena *arena, struct claim *claim)
{
	*claim = (struct claim){
		.region = rows_text(rows, "region", arena),
		.region_short = rows_text(rows, "region_short", arena),
		.region_name = rows_text(rows, "region_name", arena),
		.region_statute = rows_text(rows, "region_statute", arena),
		.ground = rows_text(rows, "ground", arena),
		.evidence = rows_text(rows, "evidence", arena),
		.special_reasons = rows_text(rows, "special_reasons", arena),
		.decided_on = rows_text(rows, "decided_on", arena),
		.first_on = rows_text(rows, "first_on", arena),
		.deciders = rows_text(rows, "deciders", arena),
		.presenter = rows_text(rows, "presenter", arena),
		.others = rows_text(rows, "others", arena),
		.reasons = rows_text(rows, "reasons", arena),
		.pay_by = rows_text(rows, "pay_by", arena),
		.day_count = rows_text(rows, "day_count", arena),
		.provision = rows_text(rows, "provision", arena),
		.replaces_on = rows_text(rows, "replaces_on", arena),
		.recorded_by = rows_text(rows, "recorded_by", arena),
		.recorded_at = rows_text(rows, "recorded_at", arena),
		.title = rows_text(rows, "title", arena),
	};
	numbers_read(rows, claim);
}

static bool claims_read(
	struct casework *cw, int64_t claim, const struct claim_query *query, struct claim_list *list, struct error *err)
{
	struct claim one;
	struct rows rows;

	if (!store_ask(casework_store(cw), SQL_CLAIM_LIST,
		    BINDS(BIND("claim", claim), BIND("measure", query->measure),
			    BIND("application", query->application)),
		    &rows, err))
		return false;
	while (rows_next(&rows)) {
		claim_read(&rows, &list->arena, &one);
		if (query->open && (one.replaced || !one.left_ore))
			continue;
		GROW(&list->arena, list->items, list->count);
		list->items[list->count++] = one;
	}
	return rows_done(&rows, err);
}

static bool claims_settle(struct casework *cw, struct claim_list *list, struct error *err)
{
	struct money_sum net = {0}, left = {0};
	struct bars bars;

	if (!bars_load(cw, &list->arena, &bars, err))
		return false;
	for (int i = 0; i < list->count; i++) {
		struct claim *claim = &list->items[i];

		if (!paper_sent_load(cw, 0, false, claim->id, &list->arena, &claim->sent, err))
			return false;
		claim->relation |= bars_relation(&bars, claim->application, claim->round);
		if (claim->replaced)
			continue;
		money_sum_add(&net, claim->net_ore);
		money_sum_add(&left, claim->left_ore);
	}
	list->net_ore = net.ore;
	list->left_ore = left.ore;
	return true;
}

bool claim_list_load(struct casework *cw, const struct claim_query *query, struct claim_list *out, struct error *err)
{
	struct claim_list list = {0};

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err))
		return false;
	arena_init(&list.arena);
	if (!claims_read(cw, 0, query, &list, err) || !claims_settle(cw, &list, err)) {
		arena_done(&list.arena);
		return false;
	}
	*out = list;
	return true;
}

void claim_list_done(struct claim_list *list)
{
	if (list)
		arena_done(&list->arena);
}

bool claim_one_load(struct casework *cw, struct arena *arena, int64_t id, struct claim *out, struct error *err)
{
	struct claim_list list = {.arena = *arena};
	bool read = id && claims_read(cw, id, &(struct claim_query){0}, &list, err) && claims_settle(cw, &list, err);

	*arena = list.arena;
	if (id && !read)
		return false;
	if (!list.count)
		return refuse(err, ERROR_MISSING, _("There is no such claim. Nothing was saved."));
	*out = list.items[0];
	return true;
}

bool claim_find(struct casework *cw, int64_t measure, int n, int64_t *id, struct error *err)
{
	struct rows rows;
	int64_t found = 0;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) ||
		!store_ask(
			casework_store(cw), SQL_CLAIM_FIND, BINDS(BIND("measure", measure), BIND("n", n)), &rows, err))
		return false;
	if (rows_next(&rows))
		found = rows_number(&rows, "id");
	if (!rows_done(&rows, err))
		return false;
	if (!found)
		return refuse(err, ERROR_MISSING, _("The measure has no claim %d."), n);
	*id = found;
	return true;
}

const char *claim_ground_words(const char *ground)
{
	static const struct {
		const char *ground, *words;
	} grounds[] = {
		{"17.1", N_("granted on wrong grounds or too high (17 § 1)")},
		{"17.2", N_("a condition has not been followed (17 § 2)")},
		{"18.1", N_("a ground for withholding (18 § 1)")},
		{"18.2", N_("unused, whole or in part (18 § 2)")},
		{"18.3", N_("used for another purpose (18 § 3)")},
	};

	for (size_t i = 0; i < sizeof grounds / sizeof grounds[0]; i++)
		if (text_same(grounds[i].ground, ground))
			return _(grounds[i].words);
	return ground;
}

/* ---- the sheet */

static bool payments_load(struct casework *cw, struct claim_sheet *sheet, struct error *err)
{
	struct rows rows;

	if (!store_ask(casework_store(cw), SQL_CLAIM_PAYMENTS, BINDS(BIND("first", sheet->claim.first)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		GROW(&sheet->arena, sheet->payments, sheet->payment_count);
		sheet->payments[sheet->payment_count++] =
			(struct claim_payment){(int)rows_number(&rows, "n"), rows_text(&rows, "on_day", &sheet->arena),
				rows_text(&rows, "kind", &sheet->arena), rows_number(&rows, "ore")};
	}
	return rows_done(&rows, err);
}

static bool demands_load(struct casework *cw, struct claim_sheet *sheet, struct error *err)
{
	struct arena *arena = &sheet->arena;
	struct rows rows;

	if (!store_ask(casework_store(cw), SQL_DEMAND_LIST, BINDS(BIND("first", sheet->claim.first)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		GROW(arena, sheet->demands, sheet->demand_count);
		sheet->demands[sheet->demand_count++] = (struct demand){
			.id = rows_number(&rows, "id"),
			.n = (int)rows_number(&rows, "n"),
			.claim_n = (int)rows_number(&rows, "claim_n"),
			.sent_on = rows_text(&rows, "sent_on", arena),
			.through_on = rows_text(&rows, "through_on", arena),
			.principal_ore = rows_number(&rows, "principal_ore"),
			.interest_ore = rows_number(&rows, "interest_ore"),
			.text = rows_text(&rows, "text", arena),
			.hash = rows_text(&rows, "hash", arena),
			.document_n = (int)rows_number_or(&rows, "document_n", 0),
			.made_by = rows_text(&rows, "made_by", arena),
			.made_at = rows_text(&rows, "made_at", arena),
		};
	}
	return rows_done(&rows, err);
}

static bool due_load(struct casework *cw, struct claim_sheet *sheet, struct error *err)
{
	struct rows rows;

	if (!store_ask(casework_store(cw), SQL_CLAIM_DUE, BINDS(BIND("region", sheet->claim.region)), &rows, err))
		return false;
	if (rows_next(&rows)) {
		sheet->due_ore = rows_number(&rows, "ore");
		sheet->due_on = rows_text(&rows, "first_on", &sheet->arena);
	}
	return rows_done(&rows, err);
}

static bool interest_make(struct casework *cw, struct claim_sheet *sheet, struct error *err)
{
	struct interest_payment *payments =
		arena_take(&sheet->arena, ((size_t)sheet->payment_count + 1) * sizeof *payments);
	struct interest_rate *rates;
	struct interest_case about = {day_read(sheet->claim.first_on), sheet->claim.net_ore, sheet->claim.interest_cut,
		sheet->count, NULL, 0, payments, 0, sheet->through};

	if (!lending_rates_load(cw, &sheet->arena, &rates, &about.rate_count, err))
		return false;
	about.rates = rates;
	for (int i = 0; i < sheet->payment_count; i++) {
		const struct claim_payment *paid = &sheet->payments[i];
		day on = day_read(paid->on);

		if (text_same(paid->kind, "principal"))
			payments[about.payment_count++] = (struct interest_payment){on, paid->ore};
		else if (on <= sheet->through)
			sheet->interest_paid_ore += paid->ore;
	}
	sheet->interest = interest_calculate(&about, &sheet->arena);
	sheet->owed_ore = sheet->interest.unpaid_ore + sheet->interest.interest_ore - sheet->interest_paid_ore;
	return true;
}

bool claim_sheet_make(struct casework *cw, int64_t claim, day through, struct claim_sheet *out, struct error *err)
{
	out->through = through;
	if (!claim_one_load(cw, &out->arena, claim, &out->claim, err) || !payments_load(cw, out, err) ||
		!demands_load(cw, out, err) || !due_load(cw, out, err))
		return false;
	if (!interest_count_read(out->claim.day_count, &out->count))
		return refuse(err, ERROR_FAILED, _("The claim has no day count. Run kansli check."));
	return interest_make(cw, out, err);
}

bool claim_sheet_load(struct casework *cw, int64_t claim, day through, struct claim_sheet *out, struct error *err)
{
	struct store *store = casework_store(cw);
	struct claim_sheet sheet = {0};
	bool loaded;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) || !store_look(store, err))
		return false;
	arena_init(&sheet.arena);
	loaded = claim_sheet_make(cw, claim, through, &sheet, err);
	store_look_done(store);
	if (!loaded) {
		arena_done(&sheet.arena);
		return false;
	}
	*out = sheet;
	return true;
}

void claim_sheet_done(struct claim_sheet *sheet)
{
	if (sheet)
		arena_done(&sheet->arena);
}

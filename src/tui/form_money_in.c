/* The forms of money in: as the bank tells it; who paid; and what it is for. */
#include "tui/record.h"

#include "base/words.h"
#include "casework/application.h"
#include "casework/claim.h"
#include "casework/money_in.h"

struct money_record {
	struct record base;
	struct field_choice *choices; /* of claims */
	int64_t money, version, ore;
	int n, choice_count;
	const char *region, *on_day, *reference, *kind, *claim, *measure, *why;
};

RECORD_TEXT(money_record, region)
RECORD_DAY(money_record, on_day)
RECORD_TEXT(money_record, reference)
RECORD_TEXT(money_record, kind)
RECORD_TEXT(money_record, claim)
RECORD_TEXT(money_record, measure)
RECORD_TEXT(money_record, why)

static bool ore_set(void *given, const struct field_value *value, struct error *err)
{
	(void)err;
	((struct money_record *)given)->ore = value->number;
	return true;
}

/* The claims on the payer that hold. */
static bool claim_choice(const void *given, int which, struct field_choice *out)
{
	const struct money_record *record = given;

	if (which >= record->choice_count)
		return false;
	*out = record->choices[which];
	return true;
}

static const struct field_choice kinds[] = {
	{"principal", N_("principal")},
	{"interest", N_("interest")},
	{"voluntary", N_("voluntary, without a claim")},
	{"back", N_("paid back")},
	{NULL, NULL},
};
static const struct field add_fields[] = {
	{.name = "region",
		.label = N_("Payer"),
		.kind = FIELD_CHOICE,
		.choice = record_region,
		.get = region_get,
		.set = region_set,
		.help = N_("Empty: the payer is not known yet.")},
	{.name = "on_day",
		.label = N_("Day of payment"),
		.kind = FIELD_DAY,
		.required = true,
		.get = on_day_get,
		.set = on_day_set},
	{.name = "amount",
		.label = N_("Amount"),
		.kind = FIELD_MONEY,
		.required = true,
		.set = ore_set,
		.help = N_("To the öre, as the bank tells it.")},
	{.name = "reference", .label = N_("Mark"), .kind = FIELD_LINE, .get = reference_get, .set = reference_set},
	{.name = NULL},
};
static const struct field payer_fields[] = {
	{.name = "region",
		.label = N_("Payer"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choice = record_region,
		.get = region_get,
		.set = region_set},
	{.name = NULL},
};
static const struct field place_fields[] = {
	{.name = "kind",
		.label = N_("What it is for"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choices = kinds,
		.get = kind_get,
		.set = kind_set,
		.help = N_("Principal or interest: you say which, never the program.")},
	{.name = "claim",
		.label = N_("Claim"),
		.kind = FIELD_CHOICE,
		.choice = claim_choice,
		.get = claim_get,
		.set = claim_set,
		.help = N_("For principal and interest.")},
	{.name = "measure",
		.label = N_("Measure"),
		.kind = FIELD_LINE,
		.get = measure_get,
		.set = measure_set,
		.help = N_("For voluntary money: 12.3.")},
	{.name = "amount",
		.label = N_("Amount"),
		.kind = FIELD_MONEY,
		.set = ore_set,
		.help = N_("Empty: all that is left of it.")},
	{.name = "why",
		.label = N_("Why"),
		.kind = FIELD_LINE,
		.get = why_get,
		.set = why_set,
		.help = N_("Needed for what is paid back.")},
	{.name = NULL},
};

static bool add_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct money_record *record = given;
	struct operation op = record_operation(operation, version);
	struct money_in_change change = {
		record->region[0] ? record->region : NULL, record->on_day, record->reference, record->ore};

	(void)ui;
	(void)wrong;
	return money_in_add(record->base.desk->cw, &op, &change, NULL, &record->n, err);
}

static bool payer_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct money_record *record = given;
	struct operation op = record_operation(operation, version);

	(void)ui;
	(void)wrong;
	return money_in_payer(record->base.desk->cw, &op, record->money, record->region, err);
}

static bool place_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct money_record *record = given;
	struct operation op = record_operation(operation, version);
	struct money_part_change part = {.kind = record->kind,
		.claim = strtoll(record->claim, NULL, 10),
		.ore = record->ore == MONEY_UNKNOWN ? 0 : record->ore,
		.why = record->why};

	(void)ui;
	if (!strcmp(record->kind, "voluntary") &&
		!measure_find(record->base.desk->cw, record->measure, &part.measure, err)) {
		*wrong = "measure";
		return false;
	}
	return money_in_place(record->base.desk->cw, &op, record->money, &part, NULL, err);
}

static void add_saved(struct ui *ui, void *given)
{
	const struct money_record *record = given;

	ui_stale(ui);
	ui_say(ui, _("Money in %d is recorded. Say what it is for when you know."), record->n);
}

static void place_saved(struct ui *ui, void *given)
{
	const struct money_record *record = given;

	ui_stale(ui);
	ui_say(ui, _("Money in %d is changed."), record->n);
}

static struct money_record *money_new(struct ui *ui)
{
	struct money_record *record = record_new(ui, sizeof *record);
	char today[DAY_TEXT];

	day_text(ui_today(ui), today);
	record->on_day = arena_text(&record->base.arena, today);
	record->region = record->reference = record->claim = record->measure = record->why = "";
	record->kind = "principal";
	record->ore = MONEY_UNKNOWN;
	return record;
}

/* The claims on who paid that hold, as choices. */
static bool claims_begin(struct money_record *record, struct error *err)
{
	struct arena *arena = &record->base.arena;
	struct claim_list claims;
	char number[DESK_NUMBER];

	if (!claim_list_load(record->base.desk->cw, &(struct claim_query){0}, &claims, err))
		return false;
	record->choices = arena_take(arena, ((size_t)claims.count + 1) * sizeof *record->choices);
	record->choice_count = 0;
	for (int i = 0; i < claims.count; i++) {
		const struct claim *claim = &claims.items[i];

		if (claim->replaced || strcmp(claim->region, record->region) != 0)
			continue;
		desk_measure(record->base.desk, claim->year, claim->application_n, claim->measure_n, number);
		record->choices[record->choice_count++] =
			(struct field_choice){arena_format(arena, "%lld", (long long)claim->id),
				arena_format(arena, _("claim %s %d"), number, claim->n)};
	}
	claim_list_done(&claims);
	return true;
}

/* The money as it is now. */
static bool money_begin(struct money_record *record, struct error *err)
{
	struct money_in_list list;

	if (!money_in_list_load(record->base.desk->cw, false, &list, err))
		return false;
	record->version = 0;
	for (int i = 0; i < list.count; i++) {
		const struct money_in *money = &list.items[i];

		if (money->id != record->money)
			continue;
		record->version = money->version;
		record->n = money->n;
		record->region = money->region ? arena_text(&record->base.arena, money->region) : "";
	}
	money_in_list_done(&list);
	if (!record->version)
		return refuse(err, ERROR_MISSING, _("There is no such money in. Nothing was saved."));
	return claims_begin(record, err);
}

static void *money_fresh(struct ui *ui, const void *given, int64_t *version, struct error *err)
{
	struct money_record *record = money_new(ui);

	record->money = ((const struct money_record *)given)->money;
	if (!money_begin(record, err)) {
		record_done(record);
		return NULL;
	}
	*version = record->version;
	return record;
}

static const struct form_kind add_kind = {.name = "money-in",
	.title = N_("Money in"),
	.fields = add_fields,
	.save = add_save,
	.saved = add_saved,
	.done = record_done};
static const struct form_kind payer_kind = {.name = "money-in-payer",
	.title = N_("Who paid"),
	.fields = payer_fields,
	.save = payer_save,
	.saved = place_saved,
	.fresh = money_fresh,
	.done = record_done};
static const struct form_kind place_kind = {.name = "money-in-place",
	.title = N_("What the money is for"),
	.fields = place_fields,
	.save = place_save,
	.saved = place_saved,
	.fresh = money_fresh,
	.done = record_done};

void money_in_form(struct ui *ui)
{
	form_open(ui, &(struct form_what){.kind = &add_kind, .key = "money-in", .record = money_new(ui)});
}

void money_place_form(struct ui *ui, int64_t money)
{
	struct money_record *record = money_new(ui);
	struct error err = {0};
	char key[48];
	bool known;

	record->money = money;
	if (!money_begin(record, &err)) {
		desk_refused(ui, &err);
		record_done(record);
		return;
	}
	known = record->region[0] != '\0';
	snprintf(key, sizeof key, known ? "money-in-place-%lld" : "money-in-payer-%lld", (long long)money);
	form_open(ui, &(struct form_what){.kind = known ? &place_kind : &payer_kind,
			      .key = key,
			      .title = arena_format(&record->base.arena, _("money in %d"), record->n),
			      .record = record,
			      .version = record->version});
}

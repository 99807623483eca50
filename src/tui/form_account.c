/* The form of an account that a region is paid to. Somebody else checks it by typing its number from the paper. */
#include "tui/record.h"

#include "base/words.h"
#include "casework/payee_account.h"

struct account_record {
	struct record base;
	const char *region, *kind, *number, *from_on, *source;
};

RECORD_TEXT(account_record, region)
RECORD_TEXT(account_record, kind)
RECORD_TEXT(account_record, number)
RECORD_DAY(account_record, from_on)
RECORD_TEXT(account_record, source)

static const struct field_choice kinds[] = {
	{"bankgiro", N_("bankgiro")},
	{"plusgiro", N_("plusgiro")},
	{"account", N_("bank account")},
	{NULL, NULL},
};

static const struct field fields[] = {
	{.name = "region",
		.label = N_("Region"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choice = record_region,
		.get = region_get,
		.set = region_set},
	{.name = "kind",
		.label = N_("Kind"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choices = kinds,
		.get = kind_get,
		.set = kind_set},
	{.name = "number",
		.label = N_("Number"),
		.kind = FIELD_LINE,
		.required = true,
		.get = number_get,
		.set = number_set,
		.help = N_("As it stands on the paper; of a bank account the clearing number first.")},
	{.name = "from_on",
		.label = N_("First day"),
		.kind = FIELD_DAY,
		.required = true,
		.get = from_on_get,
		.set = from_on_set},
	{.name = "source",
		.label = N_("Source"),
		.kind = FIELD_LINE,
		.required = true,
		.get = source_get,
		.set = source_set,
		.help = N_("The paper it comes from, and its day.")},
	{.name = NULL},
};

static bool account_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct account_record *record = given;
	struct operation op = record_operation(operation, version);
	struct payee_account_change change = {
		record->region, record->kind, record->number, record->from_on, record->source};
	char number[PAYEE_NUMBER];

	(void)ui;
	if (!payee_number_read(record->kind, record->number, number, err)) {
		*wrong = "number";
		return false;
	}
	return payee_account_add(record->base.desk->cw, &op, &change, NULL, err);
}

static void account_saved(struct ui *ui, void *given)
{
	const struct account_record *record = given;

	ui_stale(ui);
	ui_say(ui, _("The account is entered. It counts from %s, when somebody else has checked it."), record->from_on);
}

static const struct form_kind account_kind = {.name = "account",
	.title = N_("Account"),
	.fields = fields,
	.save = account_save,
	.saved = account_saved,
	.done = record_done};

void account_form(struct ui *ui)
{
	struct account_record *record = record_new(ui, sizeof *record);
	char today[DAY_TEXT];

	day_text(ui_today(ui), today);
	record->from_on = arena_text(&record->base.arena, today);
	record->region = record->number = record->source = "";
	record->kind = "bankgiro";
	form_open(ui, &(struct form_what){.kind = &account_kind, .key = "account-0", .record = record});
}

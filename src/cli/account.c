/* kansli account list|add|check: where regions are paid. */
#include "cli/cli.h"

#include "base/json.h"
#include "casework/payee_account.h"
#include "casework/programme.h"

static void accounts_json(const struct payee_account_list *list, struct buffer *out)
{
	struct json json;

	json_init(&json, out);
	json_object(&json, NULL);
	json_number(&json, "format", 1);
	json_array(&json, "accounts");
	for (int i = 0; i < list->count; i++) {
		const struct payee_account *account = &list->items[i];

		json_object(&json, NULL);
		json_text(&json, "region", account->region_name);
		json_text(&json, "kind", account->kind);
		json_text(&json, "account", account->number);
		json_text(&json, "from", account->from_on);
		json_text(&json, "source", account->source);
		json_text(&json, "entered_by", account->made_by);
		json_text(&json, "checked_by", account->checked_by);
		json_text(&json, "checked", account->checked_at);
		json_bool(&json, "in_force", account->in_force);
		json_number(&json, "version", account->version);
		json_close(&json);
	}
	json_close(&json);
	json_close(&json);
	json_done(&json);
}

/* The region's code from its name, in the shell's arena. */
static bool region_read(struct shell *shell, const char *typed, const char **out, struct error *err)
{
	struct programme programme;
	const struct region *region;

	if (!programme_load(shell->cw, &programme, err))
		return false;
	region = programme_region(&programme, typed);
	*out = region ? arena_text(&shell->arena, region->code) : NULL;
	programme_done(&programme);
	return *out || refuse(err, ERROR_MISSING, _("There is no region '%s'."), typed);
}

static void account_say(struct shell *shell, const struct payee_account *account)
{
	buffer_format(&shell->out, "%s\t%s %s\t%s\t%s\n", account->region_name, payee_kind_word(account->kind),
		account->number, account->from_on,
		account->in_force     ? _("in force")
		: account->checked_by ? _("not in force")
				      : _("waits to be checked by a second person"));
}

static bool list_run(struct shell *shell, struct error *err)
{
	static const enum column_name columns[] = {COLUMN_REGION, COLUMN_ACCOUNT_KIND, COLUMN_ACCOUNT, COLUMN_FROM,
		COLUMN_SOURCE, COLUMN_ENTERED_BY, COLUMN_CHECKED_BY, COLUMN_CHECKED_AT, COLUMN_IN_FORCE,
		COLUMN_VERSION};
	static const struct listing listing = {"accounts", columns, sizeof columns / sizeof *columns};
	struct payee_account_list list;
	const char *region = NULL;
	struct buffer json;
	bool done;

	if ((shell->argument_count && !region_read(shell, shell->arguments[0], &region, err)) ||
		!payee_account_list_load(shell->cw, region, &list, err))
		return false;
	buffer_init(&json);
	accounts_json(&list, &json);
	for (int i = 0; i < list.count && !shell_for_programs(shell); i++)
		account_say(shell, &list.items[i]);
	done = shell_for_programs(shell) ? shell_listing(shell, &listing, &json, err) : shell_divert(shell, err);
	buffer_done(&json);
	payee_account_list_done(&list);
	return done;
}

static bool add_run(struct shell *shell, struct error *err)
{
	struct payee_account_change change = {
		.kind = shell->arguments[1], .number = shell->arguments[2], .source = shell_option(shell, "source")};
	char today[DAY_TEXT];
	struct operation op;

	day_text(casework_today(shell->cw), today);
	if (!region_read(shell, shell->arguments[0], &change.region, err) ||
		!shell_day_text(shell, "from", &change.from_on, err) || !shell_operation(shell, NULL, &op, err))
		return false;
	if (!strcmp(change.kind, "konto") || !strcmp(change.kind, "bankkonto"))
		change.kind = "account";
	if (!change.from_on)
		change.from_on = today;
	if (!payee_account_add(shell->cw, &op, &change, NULL, err))
		return false;
	shell_say(shell, _("The account is entered. It counts from %s, when somebody else has checked it."),
		change.from_on);
	return true;
}

/* What waits to be checked for the region: with the same number if there is, else whatever waits. */
static int64_t waiting(const struct payee_account_list *list)
{
	int64_t found = 0;

	for (int i = 0; i < list->count; i++)
		if (!list->items[i].checked_by && list->items[i].id > found)
			found = list->items[i].id;
	return found;
}

static bool same_digits(const char *a, const char *b)
{
	for (;; a++, b++) {
		a += strspn(a, " -");
		b += strspn(b, " -");
		if (*a != *b)
			return false;
		if (!*a)
			return true;
	}
}

static int64_t waiting_as(const struct payee_account_list *list, const char *number)
{
	for (int i = 0; i < list->count; i++)
		if (!list->items[i].checked_by && same_digits(list->items[i].number, number))
			return list->items[i].id;
	return waiting(list);
}

static bool check_run(struct shell *shell, struct error *err)
{
	struct payee_account_list list;
	const char *region;
	struct operation op;
	int64_t id;
	bool done;

	if (!region_read(shell, shell->arguments[0], &region, err) || !shell_operation(shell, NULL, &op, err) ||
		!operation_done(shell->cw, &op, &done, err) || !payee_account_list_load(shell->cw, region, &list, err))
		return false;
	id = waiting_as(&list, shell->arguments[1]);
	payee_account_list_done(&list);
	if (!id && !done)
		return refuse(err, ERROR_MISSING, _("No account of %s waits to be checked."), shell->arguments[0]);
	if (!payee_account_check(shell->cw, &op, id, shell->arguments[1], err))
		return false;
	shell_say(shell, _("The account of %s is checked."), shell->arguments[0]);
	return true;
}

static const struct option_row add_options[] = {
	{"from", N_("DAY"), N_("first day (today)"), false},
	{"source", N_("TEXT"), N_("the paper it comes from"), false},
	{0},
};
static const struct form forms[] = {
	{"list", "lista", N_("[REGION]"), 0, 1, N_("where regions are paid, newest first"), NULL, list_run, false, true,
		true},
	{"add", "lägg-till", N_("REGION KIND NUMBER"), 3, 3,
		N_("enter an account; KIND is bankgiro, plusgiro or account"), add_options, add_run, false, false,
		false},
	{"check", "kontrollera", N_("REGION NUMBER"), 2, 2,
		N_("check an account that somebody else entered, typing its number anew"), NULL, check_run, false,
		false, false},
	{0},
};
const struct verb verb_account = {"account", "konto", N_("where regions are paid"), forms};

/* Where regions are paid. Invariant: an account counts from its day once a second person has typed its number from the
 * paper it comes from, and is never changed afterwards. */
#include "casework/payee_account.h"
#include "casework/change.h"
#include "casework/field.h"
#include "casework/grow.h"
#include "casework/office.h"

#include "base/text.h"
#include "base/words.h"

const char *payee_kind_word(const char *kind)
{
	if (!strcmp(kind, "bankgiro"))
		return _("bankgiro");
	return !strcmp(kind, "plusgiro") ? _("plusgiro") : _("bank account");
}

/* ---- numbers */

/* The check digit of bankgiro and plusgiro, modulus 10 with weights 2, 1, 2 … from the right. */
static bool mod_10(const char *digits)
{
	int sum = 0, weight = 1;

	for (size_t i = strlen(digits); i-- > 0; weight = 3 - weight) {
		int product = (digits[i] - '0') * weight;

		sum += product / 10 + product % 10;
	}
	return sum % 10 == 0;
}

static const struct payee_kind {
	const char *code;
	size_t least, most; /* digits */
	size_t tail;        /* digits after the hyphen; 0: typed with its hyphen, after the clearing number */
	bool checked;
} kinds[] = {
	{"bankgiro", 7, 8, 4, true},
	{"plusgiro", 2, 8, 1, true},
	{"account", 9, 16, 0, false},
};

static const struct payee_kind *kind_of(const char *code)
{
	for (size_t i = 0; code && i < sizeof kinds / sizeof *kinds; i++)
		if (!strcmp(kinds[i].code, code))
			return &kinds[i];
	return NULL;
}

/* Digits alone, blanks and hyphens gone; answers how many, 0 when there is anything else. */
static size_t digits_of(const char *typed, char out[PAYEE_NUMBER])
{
	size_t count = 0;

	for (; *typed; typed++) {
		if (*typed == ' ' || *typed == '-')
			continue;
		if (*typed < '0' || *typed > '9' || count + 2 >= PAYEE_NUMBER)
			return 0;
		out[count++] = *typed;
	}
	out[count] = '\0';
	return count;
}

bool payee_number_read(const char *kind_code, const char *typed, char out[PAYEE_NUMBER], struct error *err)
{
	const struct payee_kind *kind = kind_of(kind_code);
	char digits[PAYEE_NUMBER] = "", shown[TEXT_GLIMPSE];
	size_t count, head;

	text_glimpse(kind ? typed : kind_code, shown);
	if (!kind)
		return field_refuse(NULL, "kind", N_("Kind"), err,
			_("“%s” is no kind of account. There are: bankgiro, plusgiro, account."), shown);
	count = digits_of(typed ? typed : "", digits);
	if (count < kind->least || count > kind->most)
		return field_refuse(NULL, "number", N_("Number"), err,
			_("“%s” is no number of this kind: it has %d to %d digits."), shown, (int)kind->least,
			(int)kind->most);
	if (kind->checked && !mod_10(digits))
		return field_refuse(NULL, "number", N_("Number"), err,
			_("the check digit of “%s” is wrong. Look at the paper again."), shown);
	head = kind->tail ? count - kind->tail : 4;
	snprintf(out, PAYEE_NUMBER, "%.*s-%s", (int)head, digits, digits + head);
	return true;
}

/* ---- reading */

static void account_read(struct rows *rows, struct payee_account_list *list)
{
	struct arena *arena = &list->arena;

	GROW(arena, list->items, list->count);
	list->items[list->count++] = (struct payee_account){
		.id = rows_number(rows, "id"),
		.version = rows_number(rows, "version"),
		.maker_id = rows_number(rows, "maker_id"),
		.region = rows_text(rows, "region", arena),
		.region_short = rows_text(rows, "region_short", arena),
		.region_name = rows_text(rows, "region_name", arena),
		.kind = rows_text(rows, "kind", arena),
		.number = rows_text(rows, "number", arena),
		.from_on = rows_text(rows, "from_on", arena),
		.source = rows_text(rows, "source", arena),
		.made_by = rows_text(rows, "made_by", arena),
		.made_at = rows_text(rows, "made_at", arena),
		.checked_by = rows_text(rows, "checked_by", arena),
		.checked_at = rows_text(rows, "checked_at", arena),
		.in_force = rows_number_or(rows, "in_force", 0) != 0,
	};
}

bool payee_account_list_load(struct casework *cw, const char *region, struct payee_account_list *out, struct error *err)
{
	struct payee_account_list list = {0};
	char today[DAY_TEXT];
	struct rows rows;

	day_text(casework_today(cw), today);
	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) ||
		!store_ask(cw->store, SQL_PAYEE_ACCOUNT_LIST,
			BINDS(BIND("region", region), BIND("today", (const char *)today)), &rows, err))
		return false;
	arena_init(&list.arena);
	while (rows_next(&rows))
		account_read(&rows, &list);
	if (!rows_done(&rows, err)) {
		arena_done(&list.arena);
		return false;
	}
	*out = list;
	return true;
}

void payee_account_list_done(struct payee_account_list *list)
{
	if (list)
		arena_done(&list->arena);
}

bool payee_now_load(struct store *store, struct arena *arena, const char *region, const char *on, struct payee_now *out,
	struct error *err)
{
	struct payee_now now = {.before = ""};
	int64_t paid_to = 0;
	struct rows rows;

	if (!store_ask(store, SQL_PAYEE_ACCOUNT_OF, BINDS(BIND("region", region), BIND("on", on)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		int64_t id = rows_number(&rows, "id");
		const char *kind = rows_text(&rows, "kind", arena), *number = rows_text(&rows, "number", arena),
			   *from_on = rows_text(&rows, "from_on", arena), *made_by = rows_text(&rows, "made_by", arena),
			   *checked_by = rows_text(&rows, "checked_by", arena);

		paid_to = rows_number(&rows, "paid_to");
		if (now.id)
			now.before = number;
		else
			now = (struct payee_now){id, kind, number, from_on, made_by, checked_by, "", false};
	}
	now.changed = now.id && now.before[0] && paid_to != now.id;
	*out = now;
	return rows_done(&rows, err);
}

/* ---- changing */

#define AT(member) offsetof(struct payee_account_change, member)
static const struct field account_fields[] = {
	{.name = "region", .label = N_("Region"), .kind = FIELD_REGION, .needed = true, .at = AT(region)},
	{.name = "kind", .label = N_("Kind"), .kind = FIELD_LINE, .needed = true, .at = AT(kind)},
	{.name = "number", .label = N_("Number"), .kind = FIELD_LINE, .needed = true, .at = AT(number)},
	{.name = "from_on", .label = N_("First day"), .kind = FIELD_DAY, .needed = true, .at = AT(from_on)},
	{.name = "source", .label = N_("Source"), .kind = FIELD_LINE, .needed = true, .at = AT(source)},
};
#undef AT
static const struct form account_form = {account_fields, sizeof(account_fields) / sizeof(*account_fields)};

static bool account_is_new(struct change *change, const struct payee_account_change *values, struct error *err)
{
	struct rows rows;
	bool same = false;

	if (!store_ask(change->store, SQL_PAYEE_ACCOUNT_SAME,
		    BINDS(BIND("region", values->region), BIND("kind", values->kind), BIND("number", values->number),
			    BIND("from_on", values->from_on)),
		    &rows, err))
		return false;
	if (rows_next(&rows))
		same = rows_number(&rows, "same") > 0;
	if (!rows_done(&rows, err))
		return false;
	return !same || refuse(err, ERROR_INVALID,
				_("That account is entered already, from the same day. Somebody else checks it."));
}

static bool account_write(
	struct change *change, const struct payee_account_change *given, int64_t *id, struct error *err)
{
	struct payee_account_change values = *given;
	char number[PAYEE_NUMBER];

	if (!may(change->cw, RIGHT_ACCOUNT_PUT, RELATION_NONE, err) ||
		!form_clean(change->cw, &account_form, &values, &change->arena, NULL, err) ||
		!payee_number_read(values.kind, values.number, number, err))
		return false;
	values.number = number;
	if (!account_is_new(change, &values, err) ||
		!store_run(change->store, SQL_PAYEE_ACCOUNT_INSERT,
			BINDS(BIND("region", values.region), BIND("kind", values.kind), BIND("number", values.number),
				BIND("from_on", values.from_on), BIND("source", values.source),
				BIND("made_by", casework_actor(change->cw)),
				BIND("made_at", (const char *)change->now)),
			err))
		return false;
	*id = store_last_id(change->store);
	return change_record(change, OBJECT_PAYEE_ACCOUNT, *id, 0, NULL, err);
}

bool payee_account_add(struct casework *cw, const struct operation *op, const struct payee_account_change *given,
	int64_t *id, struct error *err)
{
	struct change change;
	int64_t made;

	if (!change_begin(&change, cw, op, "account-add", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, id);
	if (!account_write(&change, given, &made, err))
		return change_abandon(&change);
	if (!change_commit(&change, err))
		return false;
	if (id)
		*id = made;
	return true;
}

struct account_case {
	int64_t id, version, maker_id;
	const char *number, *made_by, *checked_by, *checked_at;
};

static bool case_load(struct change *change, int64_t id, struct account_case *out, struct error *err)
{
	struct account_case row = {.id = id};
	struct rows rows;

	if (!store_ask(change->store, SQL_PAYEE_ACCOUNT_STANDING, BINDS(BIND("id", id)), &rows, err))
		return false;
	if (rows_next(&rows)) {
		row.version = rows_number(&rows, "version");
		row.maker_id = rows_number(&rows, "maker_id");
		row.number = rows_text(&rows, "number", &change->arena);
		row.made_by = rows_text(&rows, "made_by", &change->arena);
		row.checked_by = rows_text(&rows, "checked_by", &change->arena);
		row.checked_at = rows_text(&rows, "checked_at", &change->arena);
	}
	if (!rows_done(&rows, err))
		return false;
	*out = row;
	return row.version || refuse(err, ERROR_MISSING, _("There is no such account. Nothing was saved."));
}

static bool check_may(struct change *change, const struct account_case *row, const char *number, struct error *err)
{
	unsigned relation = row->maker_id == casework_actor(change->cw) ? RELATION_MAKER : RELATION_NONE;
	char kept[PAYEE_NUMBER], typed[PAYEE_NUMBER], shown[TEXT_GLIMPSE];
	struct error inner = {0};

	if (!may(change->cw, RIGHT_ACCOUNT_PUT, relation, &inner))
		return refuse(err, inner.kind, _("The account was entered by %s, who may not check it too. %s"),
			row->made_by, inner.text);
	if (row->checked_by)
		return refuse(err, ERROR_INVALID, _("The account is checked already, by %s at %.16s."), row->checked_by,
			row->checked_at);
	digits_of(row->number, kept);
	text_glimpse(number, shown);
	if (!digits_of(number ? number : "", typed) || strcmp(kept, typed) != 0)
		return refuse(err, ERROR_INVALID,
			_("“%s” is not the number that was entered. Look at the paper; if what was entered is "
			  "wrong, enter the right one and leave this unchecked."),
			shown);
	return change_fresh(change, OBJECT_PAYEE_ACCOUNT, row->id, row->version, err);
}

static bool check_write(struct change *change, const struct account_case *row, struct error *err)
{
	const char *before = change_facts(change, OBJECT_PAYEE_ACCOUNT, row->id, err);

	return before &&
	       store_run(change->store, SQL_PAYEE_ACCOUNT_CHECK,
		       BINDS(BIND("id", row->id), BIND("version", row->version),
			       BIND("checked_by", casework_actor(change->cw)),
			       BIND("checked_at", (const char *)change->now)),
		       err) &&
	       change_record(change, OBJECT_PAYEE_ACCOUNT, row->id, 0, before, err);
}

bool payee_account_check(
	struct casework *cw, const struct operation *op, int64_t account, const char *number, struct error *err)
{
	struct account_case row;
	struct change change;

	if (!change_begin(&change, cw, op, "account-check", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!may(cw, RIGHT_ACCOUNT_PUT, RELATION_NONE, err) || !case_load(&change, account, &row, err) ||
		!check_may(&change, &row, number, err) || !check_write(&change, &row, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}

/* What is said before an attest. Invariant: every row and every account that has changed is named, whatever else there
 * is to say. */
#include "casework/attest_said.h"
#include "casework/money_years.h"
#include "casework/payee_account.h"

#include "base/buffer.h"
#include "base/words.h"

enum { ROWS_WHOLE = 3 }; /* as many rows are told in full */

struct saying {
	struct casework *cw;
	struct arena *arena;
	struct buffer text;
	char today[DAY_TEXT];
	bool with_year;
};

static const char *number_of(const struct saying *saying, const struct instalment *row)
{
	return saying->with_year ? arena_format(saying->arena, "%d-%d.%d", row->application_n, row->application_year,
					   row->measure_n)
				 : arena_format(saying->arena, "%d.%d", row->application_n, row->measure_n);
}

static void account_say(struct saying *saying, const struct payee_now *payee)
{
	if (payee->id)
		buffer_format(&saying->text, "%s %s", payee_kind_word(payee->kind), payee->number);
	else
		buffer_text(&saying->text, _("no account in force"));
}

static void row_say(struct saying *saying, const struct instalment *row, const struct payee_now *payee)
{
	char money[MONEY_TEXT];

	buffer_format(&saying->text, _("\n  %s row %d: %s to %s, registration number %s"), number_of(saying, row),
		row->n, money_words(row->ore, money), row->recipient_name, row->recipient_orgnr);
	buffer_text(&saying->text, "\n    ");
	account_say(saying, payee);
	buffer_format(&saying->text, _(", to be paid %s, payment year %d"), row->due_on, row->year);
	buffer_format(&saying->text, _("\n    made by %s"), row->maker);
	if (row->reviewed_by)
		buffer_format(&saying->text, _(", reviewed by %s"), row->reviewed_by);
	if (row->condition[0] && row->condition_met_on)
		buffer_format(&saying->text, _("\n    condition met %s: %s"), row->condition_met_on, row->condition);
}

/* One of many: a line, so that all of them are on the screen. */
static void row_say_briefly(struct saying *saying, const struct instalment *row, const struct payee_now *payee)
{
	char money[MONEY_TEXT];

	buffer_format(&saying->text, _("\n  %s row %d: %s to %s, "), number_of(saying, row), row->n,
		money_words(row->ore, money), row->recipient_short);
	account_say(saying, payee);
}

static void change_say(struct saying *saying, const struct instalment *row, const struct payee_now *payee)
{
	if (payee->changed)
		buffer_format(&saying->text,
			_("\n! %s: the account changed on %s, %s → %s (entered by %s, checked by %s)"),
			row->recipient_name, payee->from_on, payee->before, payee->number, payee->made_by,
			payee->checked_by);
}

/* Has the recipient been told of before row `at`? */
static bool told(const struct instalment *const *rows, int at)
{
	for (int i = 0; i < at; i++)
		if (!strcmp(rows[i]->recipient, rows[at]->recipient))
			return true;
	return false;
}

static int payees(const struct instalment *const *rows, int count)
{
	int found = 0;

	for (int i = 0; i < count; i++)
		found += !told(rows, i);
	return found;
}

static bool rows_say(struct saying *saying, const struct instalment *const *rows, int count, struct error *err)
{
	struct store *store = casework_store(saying->cw);
	struct payee_now *payee = arena_take(saying->arena, ((size_t)count + 1) * sizeof *payee);

	for (int i = 0; i < count; i++) {
		if (!payee_now_load(store, saying->arena, rows[i]->recipient, saying->today, &payee[i], err))
			return false;
		if (count > ROWS_WHOLE)
			row_say_briefly(saying, rows[i], &payee[i]);
		else
			row_say(saying, rows[i], &payee[i]);
	}
	for (int i = 0; i < count; i++)
		if (!told(rows, i))
			change_say(saying, rows[i], &payee[i]);
	return true;
}

static const char *must_of(struct arena *arena, int64_t ore)
{
	return ore % 100 ? arena_format(arena, "%lld,%02d", (long long)(ore / 100), (int)(ore % 100))
			 : arena_format(arena, "%lld", (long long)(ore / 100));
}

static void head_say(
	struct saying *saying, enum attest_step step, const struct instalment *const *rows, int count, int64_t ore)
{
	char money[MONEY_TEXT];

	buffer_format(&saying->text,
		step == ATTEST_REVIEW   ? _("Review %s")
		: step == ATTEST_DECIDE ? _("Authorise %s")
					: _("Seal %s"),
		money_words(ore, money));
	buffer_format(&saying->text, ngettext(", %d row", ", %d rows", (unsigned long)count), count);
	buffer_format(&saying->text, ngettext(", %d payee:", ", %d payees:", (unsigned long)payees(rows, count)),
		payees(rows, count));
}

bool attest_said(struct casework *cw, enum attest_step step, const struct instalment *const *rows, int count,
	bool with_year, struct arena *arena, struct attest_said *out, struct error *err)
{
	struct saying saying = {.cw = cw, .arena = arena, .with_year = with_year};
	struct money_sum sum = {0};
	bool said;

	for (int i = 0; i < count; i++)
		money_sum_add(&sum, rows[i]->ore);
	day_text(casework_today(cw), saying.today);
	buffer_init(&saying.text);
	head_say(&saying, step, rows, count, sum.ore);
	said = rows_say(&saying, rows, count, err);
	if (said)
		*out = (struct attest_said){arena_text(arena, saying.text.text), must_of(arena, sum.ore), sum.ore};
	buffer_done(&saying.text);
	return said;
}

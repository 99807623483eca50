/* The attest list. Invariant: nobody reviews or authorises who was not on the list for that step that day and for that
 * amount, and nobody puts themselves on it. */
#include "casework/attest_power.h"
#include "casework/change.h"
#include "casework/field.h"
#include "casework/grow.h"
#include "casework/money_years.h"
#include "casework/office.h"
#include "casework/term.h"

#include "base/buffer.h"
#include "base/money.h"
#include "base/text.h"
#include "base/words.h"

const char *attest_step_word(const char *step)
{
	return !strcmp(step, "review") ? _("review") : _("authorise");
}

static void power_read(struct rows *rows, struct attest_power_list *list)
{
	struct arena *arena = &list->arena;

	GROW(arena, list->items, list->count);
	list->items[list->count++] = (struct attest_power){
		.id = rows_number(rows, "id"),
		.version = rows_number(rows, "version"),
		.person = rows_number(rows, "person"),
		.login = rows_text(rows, "login", arena),
		.name = rows_text(rows, "name", arena),
		.step = rows_text(rows, "step", arena),
		.from_on = rows_text(rows, "from_on", arena),
		.to_on = rows_text(rows, "to_on", arena),
		.most_ore = rows_number_or(rows, "most_ore", MONEY_UNKNOWN),
		.source = rows_text(rows, "source", arena),
		.in_force = rows_bool(rows, "in_force"),
	};
}

bool attest_power_list_load(struct casework *cw, struct attest_power_list *out, struct error *err)
{
	struct attest_power_list list = {0};
	char today[DAY_TEXT];
	struct rows rows;

	day_text(casework_today(cw), today);
	if (!access_allows(access_roles(cw), RIGHT_ATTEST_LIST_PUT, RELATION_NONE, NULL) &&
		!may(cw, RIGHT_SEE, RELATION_NONE, err))
		return false;
	if (!store_ask(cw->store, SQL_ATTEST_POWER_LIST, BINDS(BIND("today", (const char *)today)), &rows, err))
		return false;
	arena_init(&list.arena);
	while (rows_next(&rows))
		power_read(&rows, &list);
	if (!rows_done(&rows, err)) {
		arena_done(&list.arena);
		return false;
	}
	*out = list;
	return true;
}

void attest_power_list_done(struct attest_power_list *list)
{
	if (list)
		arena_done(&list->arena);
}

/* ---- changing */

#define AT(member) offsetof(struct attest_power_change, member)
static const struct field power_fields[] = {
	{.name = "step", .label = N_("Step"), .kind = FIELD_LINE, .needed = true, .at = AT(step)},
	{.name = "from_on", .label = N_("First day"), .kind = FIELD_DAY, .needed = true, .at = AT(from_on)},
	{.name = "to_on", .label = N_("Last day"), .kind = FIELD_DAY, .unknown = true, .at = AT(to_on)},
	{.name = "source", .label = N_("Source"), .kind = FIELD_LINE, .needed = true, .at = AT(source)},
};
#undef AT
static const struct form power_form = {power_fields, sizeof(power_fields) / sizeof(*power_fields)};

static bool power_clean(struct change *change, struct attest_power_change *values, struct error *err)
{
	if (!form_clean(change->cw, &power_form, values, &change->arena, NULL, err))
		return false;
	if (strcmp(values->step, "review") != 0 && strcmp(values->step, "decide") != 0)
		return field_refuse(NULL, "step", N_("Step"), err, _("“%s” is no step. There are: review, decide."),
			text_cut(&change->arena, values->step, 40));
	if (!term_in_order(values->from_on, values->to_on, err))
		return false;
	if (values->most_ore != MONEY_UNKNOWN && (values->most_ore < 1 || values->most_ore > MONEY_MOST))
		return refuse(err, ERROR_INVALID, _("The highest amount is at least one öre. Nothing was saved."));
	return true;
}

static bool power_is_free(struct change *change, const struct attest_power_change *values, struct error *err)
{
	struct rows rows;
	bool overlaps = false;

	if (!store_ask(change->store, SQL_ATTEST_POWER_OVERLAPS,
		    BINDS(BIND("person", values->person), BIND("step", values->step), BIND("from_on", values->from_on),
			    BIND("to_on", values->to_on)),
		    &rows, err))
		return false;
	if (rows_next(&rows))
		overlaps = rows_number(&rows, "overlaps") > 0;
	if (!rows_done(&rows, err))
		return false;
	return !overlaps || refuse(err, ERROR_INVALID,
				    _("The person is on the attest list for that step in a part of that time. End that "
				      "row first."));
}

static unsigned self_relation(const struct change *change, int64_t person)
{
	return person == casework_actor(change->cw) ? RELATION_SELF : RELATION_NONE;
}

static bool power_write(struct change *change, const struct attest_power_change *given, int64_t *id, struct error *err)
{
	struct attest_power_change values = *given;

	if (!may(change->cw, RIGHT_ATTEST_LIST_PUT, self_relation(change, values.person), err) ||
		!power_clean(change, &values, err) || !power_is_free(change, &values, err) ||
		!store_run(change->store, SQL_ATTEST_POWER_INSERT,
			BINDS(BIND("person", values.person), BIND("step", values.step), BIND("from_on", values.from_on),
				BIND("to_on", values.to_on), BIND("most_ore", values.most_ore),
				BIND("source", values.source)),
			err))
		return false;
	*id = store_last_id(change->store);
	return change_record(change, OBJECT_ATTEST_POWER, *id, 0, NULL, err);
}

bool attest_power_add(struct casework *cw, const struct operation *op, const struct attest_power_change *given,
	int64_t *id, struct error *err)
{
	struct change change;
	int64_t made;

	if (!change_begin(&change, cw, op, "attest-list-add", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, id);
	if (!power_write(&change, given, &made, err))
		return change_abandon(&change);
	if (!change_commit(&change, err))
		return false;
	if (id)
		*id = made;
	return true;
}

bool attest_power_end(
	struct casework *cw, const struct operation *op, int64_t power, const char *last, struct error *err)
{
	static const struct term term = {"attest-list-end", OBJECT_ATTEST_POWER, RIGHT_ATTEST_LIST_PUT,
		SQL_ATTEST_POWER_STANDING, SQL_ATTEST_POWER_END,
		N_("There is no such row of the attest list. Nothing was changed.")};

	return term_end(cw, op, &term, power, last, err);
}

/* ---- attesting */

/* Always false: who may that day, and up to what. */
static bool power_refuse(struct change *change, const char *step, struct error *err)
{
	char money[MONEY_TEXT];
	struct buffer holders;
	struct rows rows;

	if (!store_ask(change->store, SQL_ATTEST_POWER_HOLDERS,
		    BINDS(BIND("step", step), BIND("on", (const char *)change->today)), &rows, err))
		return false;
	buffer_init(&holders);
	while (rows_next(&rows)) {
		const char *name = rows_text(&rows, "name", &change->arena);
		int64_t most = rows_number_or(&rows, "most_ore", MONEY_UNKNOWN);

		buffer_format(&holders, most == MONEY_UNKNOWN ? _("%s%s") : _("%s%s (at most %s)"),
			holders.bytes ? "; " : "", name, money_words(most, money));
	}
	if (rows_done(&rows, err))
		refuse(err, ERROR_DENIED,
			holders.bytes ? _("You are not on the attest list of %s for this step. On it: %s. Nothing was "
					  "saved.")
				      : _("Nobody is on the attest list of %s for this step. An administrator enters "
					  "who is.%s Nothing was saved."),
			change->today, holders.bytes ? holders.text : "");
	buffer_done(&holders);
	return false;
}

bool attest_power_require(struct change *change, const char *step, int64_t ore, struct error *err)
{
	int64_t most = MONEY_UNKNOWN, held = 0;
	char a[MONEY_TEXT], b[MONEY_TEXT];
	struct rows rows;

	if (!store_ask(change->store, SQL_ATTEST_POWER_HELD,
		    BINDS(BIND("person", casework_actor(change->cw)), BIND("step", step),
			    BIND("on", (const char *)change->today)),
		    &rows, err))
		return false;
	if (rows_next(&rows)) {
		held = rows_number(&rows, "rows");
		most = rows_number_or(&rows, "most_ore", MONEY_UNKNOWN);
	}
	if (!rows_done(&rows, err))
		return false;
	if (!held)
		return power_refuse(change, step, err);
	return most == MONEY_UNKNOWN || ore <= most ||
	       refuse(err, ERROR_DENIED,
		       _("You may attest at most %s on %s, and the instalment is %s. Nothing was saved."),
		       money_words(most, a), change->today, money_words(ore, b));
}

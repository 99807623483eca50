/* Powers to sign. Invariant: nothing is signed on the strength of a power that was not in force that day, held by a
 * role that the person did not have that day. */
#include "casework/power.h"
#include "casework/change.h"
#include "casework/field.h"
#include "casework/grow.h"
#include "casework/office.h"
#include "casework/term.h"

#include "base/buffer.h"
#include "base/text.h"
#include "base/words.h"

const char *const power_kinds[] = {
	"completion", "notice", "as_is", "communication", "referral", "respite", "respite_refused", NULL};

static void power_read(struct rows *rows, struct power_list *list)
{
	struct arena *arena = &list->arena;

	GROW(arena, list->items, list->count);
	list->items[list->count++] = (struct power){
		.id = rows_number(rows, "id"),
		.version = rows_number(rows, "version"),
		.what = rows_text(rows, "what", arena),
		.role = rows_text(rows, "role", arena),
		.from_on = rows_text(rows, "from_on", arena),
		.to_on = rows_text(rows, "to_on", arena),
		.source = rows_text(rows, "source", arena),
		.in_force = rows_bool(rows, "in_force"),
	};
}

bool power_list_load(struct casework *cw, struct power_list *out, struct error *err)
{
	struct power_list list = {0};
	char today[DAY_TEXT];
	struct rows rows;

	day_text(casework_today(cw), today);
	if (!access_allows(access_roles(cw), RIGHT_POWER_PUT, RELATION_NONE, NULL) &&
		!may(cw, RIGHT_SEE, RELATION_NONE, err))
		return false;
	if (!store_ask(cw->store, SQL_POWER_LIST, BINDS(BIND("today", (const char *)today)), &rows, err))
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

void power_list_done(struct power_list *list)
{
	if (list)
		arena_done(&list->arena);
}

/* ---- changing */

#define AT(member) offsetof(struct power_change, member)
static const struct field power_fields[] = {
	{.name = "what", .label = N_("May sign"), .kind = FIELD_LINE, .needed = true, .at = AT(what)},
	{.name = "role", .label = N_("Role"), .kind = FIELD_LINE, .needed = true, .at = AT(role)},
	{.name = "from_on", .label = N_("First day"), .kind = FIELD_DAY, .needed = true, .at = AT(from_on)},
	{.name = "to_on", .label = N_("Last day"), .kind = FIELD_DAY, .unknown = true, .at = AT(to_on)},
	{.name = "source", .label = N_("Source"), .kind = FIELD_LINE, .needed = true, .at = AT(source)},
};
#undef AT
static const struct form power_form = {power_fields, sizeof(power_fields) / sizeof(*power_fields)};

static bool what_known(const char *what)
{
	for (int i = 0; power_kinds[i]; i++)
		if (!strcmp(power_kinds[i], what))
			return true;
	return false;
}

/* The administrator has no power to sign, and an auditor changes nothing. */
static bool role_signs(const char *code)
{
	enum role role;

	return !strcmp(code, "delegation") || (access_role_read(code, &role) && !strcmp(access_role_code(role), code) &&
						      role != ROLE_ADMINISTRATOR && role != ROLE_AUDITOR);
}

static bool power_clean(struct change *change, struct power_change *values, struct error *err)
{
	if (!form_clean(change->cw, &power_form, values, &change->arena, NULL, err))
		return false;
	if (!what_known(values->what))
		return field_refuse(NULL, "what", N_("May sign"), err,
			_("“%s” is nothing that is signed. There are: completion, notice, as_is, communication, "
			  "referral, respite, respite_refused."),
			text_cut(&change->arena, values->what, 40));
	if (!role_signs(values->role))
		return field_refuse(NULL, "role", N_("Role"), err,
			_("“%s” is no role that signs. There are: registrar, officer, member, chair, controller, "
			  "delegation."),
			text_cut(&change->arena, values->role, 40));
	return term_in_order(values->from_on, values->to_on, err);
}

static bool power_is_free(struct change *change, const struct power_change *values, struct error *err)
{
	struct rows rows;
	bool overlaps = false;

	if (!store_ask(change->store, SQL_POWER_OVERLAPS,
		    BINDS(BIND("what", values->what), BIND("role", values->role), BIND("from_on", values->from_on),
			    BIND("to_on", values->to_on)),
		    &rows, err))
		return false;
	if (rows_next(&rows))
		overlaps = rows_number(&rows, "overlaps") > 0;
	if (!rows_done(&rows, err))
		return false;
	return !overlaps ||
	       refuse(err, ERROR_INVALID, _("The role has that power already in a part of that time. End it first."));
}

static bool power_write(struct change *change, const struct power_change *given, int64_t *id, struct error *err)
{
	struct power_change values = *given;

	if (!may(change->cw, RIGHT_POWER_PUT, RELATION_NONE, err) || !power_clean(change, &values, err) ||
		!power_is_free(change, &values, err) ||
		!store_run(change->store, SQL_POWER_INSERT,
			BINDS(BIND("what", values.what), BIND("role", values.role), BIND("from_on", values.from_on),
				BIND("to_on", values.to_on), BIND("source", values.source)),
			err))
		return false;
	*id = store_last_id(change->store);
	return change_record(change, OBJECT_POWER, *id, 0, NULL, err);
}

bool power_add(struct casework *cw, const struct operation *op, const struct power_change *given, int64_t *id,
	struct error *err)
{
	struct change change;
	int64_t made;

	if (!change_begin(&change, cw, op, "power-add", err))
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

bool power_end(struct casework *cw, const struct operation *op, int64_t power, const char *last, struct error *err)
{
	static const struct term term = {"power-end", OBJECT_POWER, RIGHT_POWER_PUT, SQL_POWER_STANDING, SQL_POWER_END,
		N_("There is no such power. Nothing was changed.")};

	return term_end(cw, op, &term, power, last, err);
}

/* ---- signing */

/* What is signed, to complete "you may not sign …". */
static const char *what_words(const char *what)
{
	static const char *const words[][2] = {{"completion", N_("a request for supplementary information")},
		{"notice", N_("a notice under section 11")}, {"as_is", N_("a ruling to assess as submitted")},
		{"communication", N_("a communication")}, {"referral", N_("a referral")},
		{"respite", N_("a ruling that gives more time")},
		{"respite_refused", N_("a ruling that refuses more time")}};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (!strcmp(words[i][0], what))
			return _(words[i][1]);
	return what;
}

/* Always false: who may sign it that day, and by which source. */
static bool power_refuse(struct change *change, const char *what, const char *on, struct error *err)
{
	struct buffer holders;
	struct rows rows;

	if (!store_ask(change->store, SQL_POWER_HOLDERS, BINDS(BIND("what", what), BIND("on", on)), &rows, err))
		return false;
	buffer_init(&holders);
	while (rows_next(&rows)) {
		const char *role = rows_text(&rows, "role", &change->arena);

		buffer_format(&holders, "%s%s (%s)", holders.bytes ? "; " : "", access_role_name(role),
			rows_text(&rows, "source", &change->arena));
	}
	if (rows_done(&rows, err))
		refuse(err, ERROR_DENIED,
			holders.bytes
				? _("You may not sign %s on %s. Who may: %s. If the delegation has decided it, name "
				    "its decision. Nothing was saved.")
				: _("You may not sign %s on %s: no power for it is entered for that day. An "
				    "administrator enters it, or the delegation's own decision is "
				    "named.%s Nothing was saved."),
			what_words(what), on, holders.bytes ? holders.text : "");
	buffer_done(&holders);
	return false;
}

bool power_require(
	struct change *change, const char *what, const char *on, const char *ref, int64_t *power, struct error *err)
{
	const char *code = NULL;
	struct rows rows;
	enum role role;
	int64_t held = 0;

	if (!text_blank(ref)) {
		*power = 0;
		return may(change->cw, RIGHT_DECISION_RECORD, RELATION_NONE, err);
	}
	if (!store_ask(change->store, SQL_POWER_HELD,
		    BINDS(BIND("what", what), BIND("on", on), BIND("person", casework_actor(change->cw))), &rows, err))
		return false;
	if (rows_next(&rows)) {
		held = rows_number(&rows, "id");
		code = rows_text(&rows, "role", &change->arena);
	}
	if (!rows_done(&rows, err))
		return false;
	if (!held)
		return power_refuse(change, what, on, err);
	if (access_role_read(code, &role))
		change->cw->role_used = role;
	*power = held;
	return true;
}

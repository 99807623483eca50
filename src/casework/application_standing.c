/* The application as it stands when a change begins. Invariant: it is read inside the change's own transaction, so that
 * what was allowed is still allowed when it is saved. */
#include "casework/application_inner.h"

#include "base/words.h"

static void standing_read(struct rows *rows, struct standing *out, struct arena *arena)
{
	out->version = rows_number(rows, "version");
	out->year = (int)rows_number(rows, "year");
	out->n = (int)rows_number(rows, "n");
	out->round = rows_number(rows, "round");
	out->lead = rows_text(rows, "lead", arena);
	out->arrived_on = rows_text(rows, "arrived_on", arena);
	out->withdrawn_on = rows_text(rows, "withdrawn_on", arena);
	out->decided = rows_bool(rows, "decided");
}

bool standing_load(struct change *change, int64_t application, struct standing *out, struct error *err)
{
	struct standing standing = {.id = application};
	struct rows rows;
	bool found;

	if (!store_ask(change->store, SQL_APPLICATION_STANDING, BINDS(BIND("id", application)), &rows, err))
		return false;
	found = rows_next(&rows);
	if (found)
		standing_read(&rows, &standing, &change->arena);
	if (!rows_done(&rows, err))
		return false;
	if (!found)
		return refuse(err, ERROR_MISSING, _("There is no such application. Nothing was changed."));
	if (!bar_free(change->cw, application, err) ||
		!application_number_short(change->cw, standing.year, standing.n, standing.number, err))
		return false;
	*out = standing;
	return true;
}

bool standing_is_live(const struct standing *standing, struct error *err)
{
	if (!standing->withdrawn_on)
		return true;
	return refuse(err, ERROR_INVALID,
		_("Application %s was withdrawn on %s and is no longer changed. Write a note instead."),
		standing->number, standing->withdrawn_on);
}

#define AT(member) offsetof(struct withdrawal, member)
static const struct field withdrawal_fields[] = {
	{.name = "withdrawn_on", .label = N_("Day of withdrawal"), .kind = FIELD_PAST, .needed = true, .at = AT(on)},
	{.name = "withdrawn_why",
		.label = N_("What was withdrawn, and by whom"),
		.kind = FIELD_TEXT,
		.needed = true,
		.at = AT(why)},
};
#undef AT

bool withdrawal_clean(
	struct change *change, const struct standing *standing, struct withdrawal *values, struct error *err)
{
	const struct form form = {withdrawal_fields, sizeof(withdrawal_fields) / sizeof(*withdrawal_fields)};
	struct withdrawal clean = *values;

	if (!form_clean(change->cw, &form, &clean, &change->arena, NULL, err))
		return false;
	if (strcmp(clean.on, standing->arrived_on) < 0)
		return field_refuse(NULL, "withdrawn_on", N_("Day of withdrawal"), err,
			_("%s is before application %s arrived, %s."), clean.on, standing->number,
			standing->arrived_on);
	*values = clean;
	return true;
}

/* Rows that hold from a day to a day. Invariant: what was done on the strength of one stands, for it is never taken
 * away and never ends before it began. */
#include "casework/term.h"
#include "casework/change.h"
#include "casework/field.h"

#include "base/words.h"

#include <string.h>

bool term_in_order(const char *from_on, const char *to_on, struct error *err)
{
	return !to_on || strcmp(to_on, from_on) >= 0 ||
	       field_refuse(NULL, "to_on", N_("Last day"), err, _("%s is before the first day, %s."), to_on, from_on);
}

static bool end_write(struct change *change, const struct term *term, int64_t id, const char *last, struct error *err)
{
	const char *from_on = NULL, *before;
	int64_t version = 0, person = 0;
	struct rows rows;

	if (!store_ask(change->store, term->standing, BINDS(BIND("id", id)), &rows, err))
		return false;
	if (rows_next(&rows)) {
		version = rows_number(&rows, "version");
		person = rows_number_or(&rows, "person", 0);
		from_on = rows_text(&rows, "from_on", &change->arena);
	}
	if (!rows_done(&rows, err) ||
		!may(change->cw, term->right, person == casework_actor(change->cw) ? RELATION_SELF : RELATION_NONE,
			err))
		return false;
	if (!from_on)
		return refuse(err, ERROR_MISSING, "%s", _(term->missing));
	if (day_read(last) == DAY_NONE || strcmp(last, from_on) < 0)
		return field_refuse(NULL, "to_on", N_("Last day"), err, _("“%s” is no day from the first day, %s, on."),
			last ? last : "", from_on);
	if (!change_fresh(change, term->object, id, version, err) ||
		!(before = change_facts(change, term->object, id, err)))
		return false;
	return store_run(change->store, term->end, BINDS(BIND("id", id), BIND("version", version), BIND("to_on", last)),
		       err) &&
	       change_record(change, term->object, id, 0, before, err);
}

bool term_end(struct casework *cw, const struct operation *op, const struct term *term, int64_t id, const char *last,
	struct error *err)
{
	struct change change;

	if (!change_begin(&change, cw, op, term->verb, err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!end_write(&change, term, id, last, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}

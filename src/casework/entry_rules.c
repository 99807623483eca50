/* What must hold between an entry's values, kind by kind. Invariant: what is worked out from a value is worked out
 * again whenever the value changes. */
#include "casework/entry_inner.h"

#include "base/day.h"
#include "base/text.h"
#include "base/words.h"

static bool wrong(struct entry_put *put, int field, struct error *err, const char *sentence)
{
	const struct entry_column *column = &put->shape->columns[field];

	return field_refuse(put->wrong, column->key, column->label, err, "%s", sentence);
}

/* ---- needs and their measures */

/* The next number of "1 3" or "1, 3"; 0 at the end, -1 when it is none. */
static int number_next(const char **at)
{
	int number = 0;

	*at += strspn(*at, " ,");
	if (!**at)
		return 0;
	for (; isdigit((unsigned char)**at) && number < 1000000; (*at)++)
		number = number * 10 + **at - '0';
	return number && (!**at || strchr(" ,", **at)) ? number : -1;
}

bool entry_need_settle(struct entry_put *put, struct error *err)
{
	const char *at = put->values[NEED_MEASURES];
	int number;

	while ((number = number_next(&at)) > 0)
		continue;
	return number == 0 || wrong(put, NEED_MEASURES, err, _("Write the measures' numbers with spaces: 1 3."));
}

bool entry_need_after(struct entry_put *put, int64_t id, struct error *err)
{
	struct change *change = put->change;
	const char *at = put->values[NEED_MEASURES];
	int number;

	if (!store_run(change->store, SQL_NEED_MEASURES_CLEAR, BINDS(BIND("need", id)), err))
		return false;
	while ((number = number_next(&at)) > 0) {
		if (!store_run(change->store, SQL_NEED_MEASURES_ADD,
			    BINDS(BIND("need", id), BIND("application", put->application), BIND("n", number)), err))
			return false;
		if (!store_changed(change->store))
			return wrong(put, NEED_MEASURES, err,
				arena_format(&change->arena, _("There is no measure %d here, or it is named twice."),
					number));
	}
	return true;
}

/* ---- the others */

bool entry_support_settle(struct entry_put *put, struct error *err)
{
	const char *from = put->values[SUPPORT_FROM_ON], *to = put->values[SUPPORT_TO_ON];

	return !from || !to || strcmp(from, to) <= 0 ||
	       wrong(put, SUPPORT_TO_ON, err, _("The last day is before the first."));
}

bool entry_background_settle(struct entry_put *put, struct error *err)
{
	struct arena *arena = &put->change->arena;
	char *text[2] = {arena_take(arena, DAY_TEXT), arena_take(arena, DAY_TEXT)};
	day first, last;

	(void)err;
	put->values[BACKGROUND_FIRST_ON] = put->values[BACKGROUND_LAST_ON] = NULL;
	if (!day_span(put->values[BACKGROUND_GIVEN], day_read(put->arrived_on), &first, &last))
		return true; /* kept as it was given, without a place among the others */
	day_text(first, text[0]);
	day_text(last, text[1]);
	put->values[BACKGROUND_FIRST_ON] = text[0];
	put->values[BACKGROUND_LAST_ON] = text[1];
	return true;
}

bool entry_contact_settle(struct entry_put *put, struct error *err)
{
	struct rows rows;
	bool there;

	if (!put->values[CONTACT_REGION])
		return true;
	if (!store_ask(put->change->store, SQL_CONTACT_PARTICIPANT,
		    BINDS(BIND("application", put->application), BIND("region", put->values[CONTACT_REGION])), &rows,
		    err))
		return false;
	there = rows_next(&rows) && rows_bool(&rows, "there");
	if (!rows_done(&rows, err))
		return false;
	return there || wrong(put, CONTACT_REGION, err, _("The region does not take part in the application."));
}

/* Who takes no part in which case (FL 17 §). Invariant: nothing here decides who is barred; the view `bar` does, for
 * what is refused here and for what other statements leave out alike. */
#include "casework/bar.h"
#include "casework/application.h"
#include "casework/grow.h"
#include "casework/office.h"

#include "base/words.h"

static void bar_read(struct rows *rows, int64_t actor, struct arena *arena, struct bar *bar)
{
	const char *round_name = rows_text(rows, "round_name", arena);
	const char *answered_at = rows_text(rows, "answered_at", arena), *tried_on = rows_text(rows, "tried_on", arena);

	*bar = (struct bar){.application = rows_number_or(rows, "application", 0),
		.round = rows_number_or(rows, "round", 0),
		.round_name = round_name ? round_name : "",
		.tried = tried_on != NULL,
		.told = rows_number(rows, "recorded_by") != actor};
	snprintf(bar->since, sizeof(bar->since), "%.10s", tried_on ? tried_on : answered_at);
}

bool bars_load(struct casework *cw, struct arena *arena, struct bars *out, struct error *err)
{
	struct bars bars = {0};
	struct rows rows;

	if (!store_ask(cw->store, SQL_BAR_LIST, BINDS(BIND("person", cw->actor)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		GROW(arena, bars.items, bars.count);
		bar_read(&rows, cw->actor, arena, &bars.items[bars.count++]);
	}
	if (!rows_done(&rows, err))
		return false;
	*out = bars;
	return true;
}

const struct bar *bars_hold(const struct bars *bars, int64_t application, int64_t round)
{
	for (int i = 0; i < bars->count; i++) {
		const struct bar *bar = &bars->items[i];

		if (bar->application ? bar->application == application : bar->round == round)
			return bar;
	}
	return NULL;
}

unsigned bars_relation(const struct bars *bars, int64_t application, int64_t round)
{
	return bars_hold(bars, application, round) ? RELATION_BARRED : RELATION_NONE;
}

const char *bar_words(const struct bar *bar, const char *number, struct arena *arena)
{
	const char *about = bar->round ? arena_format(arena, _("%s, round %s"), number, bar->round_name) : number;

	if (!*number)
		about = arena_format(arena, _("Round %s"), bar->round_name);
	return arena_format(arena,
		bar->tried  ? _("%s: you have been found to have a conflict of interest, %s. The case opens for "
				 "reading, without assessment.")
		: bar->told ? _("%s: a conflict of interest has been reported for you, %s. The case opens for "
				"reading, without assessment.")
			    : _("%s: you reported a conflict of interest %s. The case opens for reading, without "
				"assessment."),
		about, bar->since);
}

/* Of the actor; both members 0 when there is none. */
static bool bar_ask(struct casework *cw, enum sql which, const char *name, int64_t id, struct arena *arena,
	struct bar *out, struct error *err)
{
	struct rows rows;
	bool found = false;

	*out = (struct bar){0};
	if (!store_ask(cw->store, which, BINDS(BIND("person", cw->actor), bind_number(name, id)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		struct bar bar;

		bar_read(&rows, cw->actor, arena, &bar);
		if (!found)
			*out = bar;
		found = true;
	}
	return rows_done(&rows, err);
}

bool bar_relation(struct casework *cw, int64_t application, unsigned *relation, struct error *err)
{
	struct arena arena;
	struct bar bar;

	arena_init(&arena);
	bool asked = bar_ask(cw, SQL_BAR_OF_APPLICATION, "application", application, &arena, &bar, err);
	arena_done(&arena);
	if (asked && (bar.application || bar.round))
		*relation |= RELATION_BARRED;
	return asked;
}

/* "12" for a sentence; "" when there is no such application. */
static bool number_read(struct casework *cw, int64_t application, char out[16], struct error *err)
{
	int year = 0, n = 0;
	struct rows rows;

	out[0] = '\0';
	if (!store_ask(cw->store, SQL_BAR_NUMBER, BINDS(BIND("application", application)), &rows, err))
		return false;
	if (rows_next(&rows)) {
		year = (int)rows_number(&rows, "year");
		n = (int)rows_number(&rows, "n");
	}
	return rows_done(&rows, err) && (!n || application_number_short(cw, year, n, out, err));
}

/* Always false. */
static bool bar_refuse(struct casework *cw, const struct bar *bar, int64_t application, bool saves, struct arena *arena,
	struct error *err)
{
	char number[16] = "";

	if (application && !number_read(cw, application, number, err))
		return false;
	return refuse(
		err, ERROR_DENIED, saves ? _("%s Nothing was saved (FL 17 §).") : "%s", bar_words(bar, number, arena));
}

static bool application_opens(struct casework *cw, int64_t application, bool saves, struct error *err)
{
	struct arena arena;
	struct bar bar;
	bool opens;

	arena_init(&arena);
	opens = bar_ask(cw, SQL_BAR_OF_APPLICATION, "application", application, &arena, &bar, err) &&
		((!bar.application && !bar.round) || bar_refuse(cw, &bar, application, saves, &arena, err));
	arena_done(&arena);
	return opens;
}

bool bar_round_opens(struct casework *cw, int64_t round, struct error *err)
{
	struct arena arena;
	struct bar bar;
	bool opens;

	arena_init(&arena);
	opens = bar_ask(cw, SQL_BAR_OF_ROUND, "round", round, &arena, &bar, err) &&
		(!bar.round || bar_refuse(cw, &bar, 0, true, &arena, err));
	arena_done(&arena);
	return opens;
}

bool bar_opens(struct casework *cw, int64_t application, struct error *err)
{
	return application_opens(cw, application, false, err);
}

bool bar_free(struct casework *cw, int64_t application, struct error *err)
{
	return !cw->handling || application_opens(cw, application, true, err);
}

bool may_about(struct casework *cw, enum right right, unsigned relation, int64_t application, struct error *err)
{
	return may(cw, right, relation, err) && bar_free(cw, application, err);
}

bool may_in_round(struct casework *cw, enum right right, unsigned relation, int64_t round, struct error *err)
{
	return may(cw, right, relation, err) && (!access_is_handling(right) || bar_round_opens(cw, round, err));
}

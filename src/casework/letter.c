/* What stands in the paper of a decision, as it is read. Invariant: everything in it is what was recorded; what was not
 * is NULL, never a guess. */
#include "casework/letter.h"

#include "casework/access.h"
#include "casework/application_inner.h"
#include "casework/grow.h"

#include "base/words.h"

static bool form_read(struct letter *letter, struct store *store, struct error *err)
{
	struct arena *arena = &letter->arena;
	struct rows rows;

	if (!store_ask(store, SQL_LETTER_FORM, BINDS(BIND("decision", letter->decision)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		letter->n = (int)rows_number(&rows, "n");
		letter->measure_n = (int)rows_number(&rows, "measure_n");
		letter->title = rows_text(&rows, "title", arena);
		letter->application = rows_number(&rows, "application");
		letter->year = (int)rows_number(&rows, "year");
		letter->application_n = (int)rows_number(&rows, "application_n");
		letter->own_number = rows_text(&rows, "own_number", arena);
		letter->kind = rows_text(&rows, "kind", arena);
		letter->provision = rows_text(&rows, "provision", arena);
		letter->leaving = rows_text(&rows, "leaving", arena);
		letter->deciders = rows_text(&rows, "deciders", arena);
		letter->presenter = rows_text(&rows, "presenter", arena);
		letter->others = rows_text(&rows, "others", arena);
		letter->sitting_on = rows_text(&rows, "sitting_on", arena);
		letter->section_year = (int)rows_number_or(&rows, "section_year", 0);
		letter->section = (int)rows_number_or(&rows, "section", 0);
		letter->item = rows_number_or(&rows, "item", 0);
		letter->earlier_n = (int)rows_number_or(&rows, "earlier_n", 0);
		letter->earlier_on = rows_text(&rows, "earlier_on", arena);
		letter->later_n = (int)rows_number_or(&rows, "later_n", 0);
		letter->later_on = rows_text(&rows, "later_on", arena);
	}
	return rows_done(&rows, err);
}

static bool names_read(struct letter *letter, struct rows *rows, const char ***names, int *count, struct error *err)
{
	while (rows_next(rows)) {
		GROW(&letter->arena, *names, *count);
		(*names)[(*count)++] = rows_text(rows, "name", &letter->arena);
	}
	return rows_done(rows, err);
}

/* By the statement of decisions, which also has their codes. */
static bool regions_read(struct letter *letter, struct store *store, struct error *err)
{
	struct rows rows;

	if (!store_ask(store, SQL_DECISION_REGIONS, BINDS(BIND("application", letter->application)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		GROW(&letter->arena, letter->regions, letter->region_count);
		rows_text(&rows, "code", &letter->arena);
		letter->regions[letter->region_count++] = rows_text(&rows, "name", &letter->arena);
	}
	return rows_done(&rows, err);
}

static bool receivers_read(struct letter *letter, struct store *store, struct error *err)
{
	struct rows rows;

	if (!store_ask(store, SQL_LETTER_RECEIVERS, BINDS(BIND("decision", letter->decision)), &rows, err) ||
		!names_read(letter, &rows, &letter->receivers, &letter->receiver_count, err))
		return false;
	if (!letter->receiver_count) {
		letter->receivers = letter->regions;
		letter->receiver_count = letter->region_count;
	}
	return true;
}

bool letter_reservations(struct store *store, int64_t item, struct arena *arena, struct letter_reservation **out,
	int *count, struct error *err)
{
	struct rows rows;

	if (!item)
		return true;
	if (!store_ask(store, SQL_LETTER_RESERVATIONS, BINDS(BIND("item", item)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		GROW(arena, *out, *count);
		(*out)[*count].name = rows_text(&rows, "name", arena);
		(*out)[*count].dissent = !strcmp(rows_text(&rows, "kind", arena), "dissent");
		(*out)[(*count)++].text = rows_text(&rows, "text", arena);
	}
	return rows_done(&rows, err);
}

static bool letter_which(struct store *store, int64_t measure, int n, int64_t *decision, struct error *err)
{
	struct rows rows;

	if (!store_ask(store, SQL_LETTER_DECISION, BINDS(BIND("measure", measure), BIND("n", n)), &rows, err))
		return false;
	while (rows_next(&rows))
		*decision = rows_number(&rows, "id");
	if (!rows_done(&rows, err))
		return false;
	if (*decision)
		return true;
	return n ? refuse(err, ERROR_MISSING, _("The measure has no decision %d."), n)
		 : refuse(err, ERROR_MISSING, _("Nothing is decided on the measure yet: there is no paper of it."));
}

bool letter_load(struct casework *cw, int64_t measure, int n, struct letter *out, struct error *err)
{
	struct store *store = casework_store(cw);
	struct letter letter = {0};

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) || !letter_which(store, measure, n, &letter.decision, err))
		return false;
	arena_init(&letter.arena);
	if (!form_read(&letter, store, err) || !regions_read(&letter, store, err) ||
		!receivers_read(&letter, store, err) ||
		!letter_reservations(
			store, letter.item, &letter.arena, &letter.reservations, &letter.reservation_count, err) ||
		!application_number(cw, letter.year, letter.application_n, letter.number, sizeof letter.number, err)) {
		arena_done(&letter.arena);
		return false;
	}
	letter.measure = arena_format(&letter.arena, "%d-%d.%d", letter.application_n, letter.year, letter.measure_n);
	*out = letter;
	return true;
}

void letter_done(struct letter *letter)
{
	if (letter)
		arena_done(&letter->arena);
}

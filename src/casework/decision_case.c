/* What a decision is about, read inside the write. Invariant: the lead is always the first recipient. */
#include "casework/decision_inner.h"

#include "casework/application.h"
#include "casework/bar.h"

#include "base/words.h"

bool measure_number(struct casework *cw, int year, int application_n, int n, char out[32], struct error *err)
{
	char shorter[16];

	if (!application_number_short(cw, year, application_n, shorter, err))
		return false;
	snprintf(out, 32, "%s.%d", shorter, n);
	return true;
}

bool recipients_load(struct change *change, int64_t application, struct recipients *out, struct error *err)
{
	struct recipients found = {0};
	size_t room = 0;
	struct rows rows;

	if (!store_ask(change->store, SQL_DECISION_REGIONS, BINDS(BIND("application", application)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		size_t count = (size_t)found.count;

		if (count == room) {
			room = room ? room * 2 : 4;
			found.codes = arena_grow(&change->arena, found.codes, count, sizeof *found.codes, room);
			found.names = arena_grow(&change->arena, found.names, count, sizeof *found.names, room);
		}
		found.codes[count] = rows_text(&rows, "code", &change->arena);
		found.names[count] = rows_text(&rows, "name", &change->arena);
		found.count++;
	}
	*out = found;
	return rows_done(&rows, err);
}

bool recipients_stay(struct change *change, int64_t measure, struct recipients *all, struct error *err)
{
	struct rows rows;

	if (!store_ask(change->store, SQL_DECISION_LEFT, BINDS(BIND("measure", measure)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		const char *left = rows_text(&rows, "region", &change->arena);
		int kept = 0;

		for (int i = 0; i < all->count; i++) {
			all->codes[kept] = all->codes[i];
			all->names[kept] = all->names[i];
			kept += strcmp(all->codes[i], left) != 0;
		}
		all->count = kept;
	}
	return rows_done(&rows, err);
}

const char *recipients_name(const struct recipients *recipients, const char *code)
{
	for (int i = 0; i < recipients->count; i++)
		if (!strcmp(recipients->codes[i], code))
			return recipients->names[i];
	return NULL;
}

static void subject_read(struct rows *rows, struct arena *arena, struct decision_case *about)
{
	about->version = rows_number(rows, "version");
	about->n = (int)rows_number(rows, "n");
	about->title = rows_text(rows, "title", arena);
	about->from_on = rows_text(rows, "from_on", arena);
	about->to_on = rows_text(rows, "to_on", arena);
	about->withdrawn_on = rows_text(rows, "withdrawn_on", arena);
	about->application = rows_number(rows, "application");
	about->ruling = (int)rows_number_or(rows, "ruling", 0);
	about->year = (int)rows_number(rows, "year");
	about->application_n = (int)rows_number(rows, "application_n");
	about->round = rows_number(rows, "round");
	about->own_number = rows_text(rows, "own_number", arena);
	about->arrived_on = rows_text(rows, "arrived_on", arena);
	about->application_withdrawn_on = rows_text(rows, "application_withdrawn_on", arena);
}

static bool subject_load(struct change *change, struct decision_case *about, struct error *err)
{
	struct rows rows;
	bool found;

	if (!store_ask(change->store, SQL_DECISION_MEASURE, BINDS(BIND("measure", about->measure)), &rows, err))
		return false;
	found = rows_next(&rows);
	if (found)
		subject_read(&rows, &change->arena, about);
	if (!rows_done(&rows, err))
		return false;
	if (!found)
		return refuse(err, ERROR_MISSING, _("There is no such measure. Nothing was saved."));
	return bar_free(change->cw, about->application, err);
}

static bool applied_load(struct change *change, struct decision_case *about, struct error *err)
{
	struct rows rows;
	bool fits = true;

	if (!store_ask(change->store, SQL_DECISION_APPLIED, BINDS(BIND("measure", about->measure)), &rows, err))
		return false;
	while (fits && rows_next(&rows)) {
		const char *kind = rows_text(&rows, "kind", &change->arena);
		struct money_years *years = !strcmp(kind, "cost") ? &about->cost : &about->sought;

		fits = money_years_add(years, (int)rows_number(&rows, "year"), rows_number(&rows, "ore"));
	}
	if (!rows_done(&rows, err))
		return false;
	return fits || refuse(err, ERROR_INVALID,
			       _("Measure %s has amounts for more than %d years, or larger than any amount can be."),
			       about->number, MONEY_YEARS);
}

bool decision_case_load(struct change *change, int64_t measure, struct decision_case *out, struct error *err)
{
	struct decision_case about = {.measure = measure};

	if (!subject_load(change, &about, err) ||
		!measure_number(change->cw, about.year, about.application_n, about.n, about.number, err) ||
		!applied_load(change, &about, err) || !decision_before_load(change, measure, &about.before, err) ||
		!recipients_load(change, about.application, &about.recipients, err) ||
		!recipients_stay(change, measure, &about.recipients, err))
		return false;
	about.replaces = about.before->id;
	about.decision_n = about.before->n + 1;
	*out = about;
	return true;
}

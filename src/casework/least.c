/* The least sum that makes sense: see least.h. Invariant: it is never more than what was sought when it was said. */
#include "casework/least.h"
#include "casework/bar.h"
#include "casework/measure_inner.h"

#include "base/money.h"
#include "base/text.h"
#include "base/words.h"

struct least {
	struct change *change;
	struct measure_standing measure;
	int64_t version; /* 0: nothing was said before */
	int64_t ore;
	const char *before, *source;
};

static bool standing_read(struct least *least, struct error *err)
{
	struct rows rows;

	if (!store_ask(least->change->store, SQL_LEAST_STANDING, BINDS(BIND("measure", least->measure.id)), &rows, err))
		return false;
	if (rows_next(&rows)) {
		least->version = rows_number(&rows, "version");
		least->ore = rows_number_or(&rows, "ore", MONEY_UNKNOWN);
		least->source = rows_text(&rows, "source", &least->change->arena);
	}
	if (!rows_done(&rows, err))
		return false;
	if (!least->version)
		return true;
	least->before = change_facts(least->change, OBJECT_LEAST_AMOUNT, least->measure.id, err);
	return least->before != NULL;
}

static bool sought_read(struct least *least, int64_t *ore, struct error *err)
{
	struct rows rows;

	if (!store_ask(least->change->store, SQL_LEAST_SOUGHT, BINDS(BIND("measure", least->measure.id)), &rows, err))
		return false;
	*ore = rows_next(&rows) ? rows_number_or(&rows, "ore", MONEY_UNKNOWN) : MONEY_UNKNOWN;
	return rows_done(&rows, err);
}

/* What is sought may be unknown still: then nothing bounds it. */
static bool amount_holds(struct least *least, int64_t ore, struct error *err)
{
	char a[MONEY_TEXT], b[MONEY_TEXT];
	int64_t sought;

	if (ore == MONEY_UNKNOWN)
		return true;
	if (ore <= 0 || ore > MONEY_MOST)
		return refuse(
			err, ERROR_INVALID, _("The least amount that makes sense is more than 0. Nothing was saved."));
	if (!sought_read(least, &sought, err))
		return false;
	return sought == MONEY_UNKNOWN || ore <= sought ||
	       refuse(err, ERROR_INVALID,
		       _("The least amount that makes sense cannot be %s, for only %s is sought. Nothing was saved."),
		       money_text(ore, MONEY_KR, words_swedish(), a), money_text(sought, MONEY_KR, words_swedish(), b));
}

static bool source_clean(struct least *least, const char *typed, const char **out, struct error *err)
{
	if (!text_clean(&least->change->arena, typed, strlen(typed), false, out, err))
		return false;
	return !text_blank(*out) ||
	       refuse(err, ERROR_INVALID,
		       _("Say who says what the least amount is: the application, or a note. Nothing was saved."));
}

static bool put(struct least *least, int64_t ore, const char *typed, struct error *err)
{
	struct change *change = least->change;
	const char *source;

	if (!measure_is_open(&least->measure, err) || !standing_read(least, err) ||
		!change_fresh(change, OBJECT_LEAST_AMOUNT, least->measure.id, least->version, err) ||
		!amount_holds(least, ore, err) || !source_clean(least, typed, &source, err))
		return false;
	if (least->version ? ore == least->ore && text_same(source, least->source) : ore == MONEY_UNKNOWN)
		return refuse(err, ERROR_INVALID, _("That is how it stands already. Nothing was saved."));
	return store_run(change->store, SQL_LEAST_PUT,
		       BINDS(BIND("measure", least->measure.id), BIND("ore", ore), BIND("source", source),
			       BIND("put_by", casework_actor(change->cw)), BIND("put_at", (const char *)change->now)),
		       err) &&
	       change_record(
		       change, OBJECT_LEAST_AMOUNT, least->measure.id, least->measure.application, least->before, err);
}

bool least_put(struct casework *cw, const struct operation *op, int64_t measure, int64_t ore, const char *source,
	struct error *err)
{
	struct change change;
	struct least least = {.change = &change};

	if (!change_begin(&change, cw, op, "least-put", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	bool written = may(cw, RIGHT_LEAST_PUT, RELATION_NONE, err) &&
		       measure_look(&change, measure, &least.measure, err) &&
		       may_about(cw, RIGHT_LEAST_PUT, RELATION_NONE, least.measure.application, err) &&
		       put(&least, ore, source ? source : "", err);
	return written ? change_commit(&change, err) : change_abandon(&change);
}

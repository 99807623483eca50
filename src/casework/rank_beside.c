/* What is known of a ranking's rows beside points and money: what the chair skips, and the least that makes sense.
 * Invariant: rows and answers both come by measure, so that one walk finds them all. */
#include "rank_inner.h"

/* The measure's row at or after *at; NULL: it is withdrawn. */
static struct rank_row *row_walk(struct ranking *ranking, int *at, int64_t measure)
{
	while (*at < ranking->count && ranking->items[*at].measure < measure)
		(*at)++;
	return *at < ranking->count && ranking->items[*at].measure == measure ? &ranking->items[*at] : NULL;
}

static bool skips_read(struct casework *cw, struct ranking *ranking, struct error *err)
{
	struct rows rows;
	int at = 0;

	if (!store_ask(casework_store(cw), SQL_RANK_SKIPS, BINDS(BIND("proposal", ranking->proposal)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		struct rank_row *row = row_walk(ranking, &at, rows_number(&rows, "measure"));
		const char *reason = rows_text(&rows, "reason", &ranking->arena);

		if (row)
			row->skip_reason = reason;
	}
	return rows_done(&rows, err);
}

static bool leasts_read(struct casework *cw, struct ranking *ranking, struct error *err)
{
	struct rows rows;
	int at = 0;

	if (!store_ask(casework_store(cw), SQL_RANK_LEASTS, BINDS(BIND("round", ranking->round)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		struct rank_row *row = row_walk(ranking, &at, rows_number(&rows, "measure"));
		int64_t ore = rows_number_or(&rows, "ore", 0), version = rows_number(&rows, "version");
		const char *source = rows_text(&rows, "source", &ranking->arena);

		if (!row)
			continue;
		row->least_ore = ore;
		row->least_source = ore ? source : NULL;
		row->least_version = version;
	}
	return rows_done(&rows, err);
}

bool rank_beside_read(struct casework *cw, struct ranking *ranking, struct error *err)
{
	return skips_read(cw, ranking, err) && leasts_read(cw, ranking, err);
}

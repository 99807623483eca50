/* Regions and their applications. Invariant: every region that may apply is in the list, whether or not it has. */
#include "casework/region.h"
#include "casework/grow.h"

#include "base/money.h"
#include "base/words.h"

bool region_list_load(struct casework *cw, int64_t round, struct region_list *out, struct error *err)
{
	struct region_list list = {0};
	struct rows rows;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) ||
		!store_ask(casework_store(cw), SQL_REGION_COUNTS,
			BINDS(round ? bind_number("round", round) : bind_null("round")), &rows, err))
		return false;
	arena_init(&list.arena);
	while (rows_next(&rows)) {
		GROW(&list.arena, list.items, list.count);
		struct region_row *row = &list.items[list.count++];

		*row = (struct region_row){.code = rows_text(&rows, "code", &list.arena),
			.name = rows_text(&rows, "name", &list.arena),
			.short_name = rows_text(&rows, "short", &list.arena),
			.alone = (int)rows_number(&rows, "alone"),
			.led = (int)rows_number(&rows, "led"),
			.joined = (int)rows_number(&rows, "joined")};
		list.applied += row->alone + row->led + row->joined > 0;
	}
	if (!rows_done(&rows, err)) {
		region_list_done(&list);
		return false;
	}
	*out = list;
	return true;
}

void region_list_done(struct region_list *list)
{
	if (!list)
		return;
	arena_done(&list->arena);
	*list = (struct region_list){0};
}

static bool cases_read(
	struct casework *cw, const char *code, struct region_cases *out, int64_t **ids, struct error *err)
{
	struct rows rows;

	if (!store_ask(casework_store(cw), SQL_REGION_CASES, BINDS(BIND("region", code)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		int count = out->count;

		GROW(&out->arena, out->items, out->count);
		GROW(&out->arena, *ids, count);
		(*ids)[out->count] = rows_number(&rows, "application");
		out->items[out->count++] = (struct region_case){.participant = rows_number(&rows, "participant"),
			.lead = rows_bool(&rows, "lead"),
			.participants = (int)rows_number(&rows, "participants"),
			.own_number = rows_text(&rows, "own_number", &out->arena),
			.paper = rows_text(&rows, "paper", &out->arena),
			.paper_on = rows_text(&rows, "paper_on", &out->arena),
			.certified_on = rows_text(&rows, "certified_on", &out->arena),
			.numbers = rows_text(&rows, "numbers", &out->arena),
			.share_ore = rows_number(&rows, "share_ore")};
	}
	return rows_done(&rows, err);
}

/* Each case gets its row; one that has gone meanwhile is left out. */
static void rows_fasten(struct region_cases *cases, const int64_t *ids)
{
	int kept = 0;

	for (int i = 0; i < cases->count; i++) {
		struct region_case each = cases->items[i];

		for (int k = 0; k < cases->rows.count && !each.row; k++)
			if (cases->rows.items[k].id == ids[i])
				each.row = &cases->rows.items[k];
		if (each.row)
			cases->items[kept++] = each;
	}
	cases->count = kept;
}

static bool region_is(struct casework *cw, const char *code, struct error *err)
{
	struct rows rows;
	bool known;

	if (!store_ask(casework_store(cw), SQL_REGION_KNOWN, BINDS(BIND("code", code)), &rows, err))
		return false;
	known = rows_next(&rows) && rows_bool(&rows, "known");
	if (!rows_done(&rows, err))
		return false;
	return known || refuse(err, ERROR_MISSING, _("No region that may apply is called '%s'."), code ? code : "");
}

bool region_cases_load(struct casework *cw, const char *code, struct region_cases *out, struct error *err)
{
	struct region_cases cases = {0};
	int64_t *ids = NULL;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) || !region_is(cw, code, err))
		return false;
	arena_init(&cases.arena);
	if (!cases_read(cw, code, &cases, &ids, err) ||
		!application_rows_load(cw, ids, cases.count, &cases.rows, err)) {
		region_cases_done(&cases);
		return false;
	}
	rows_fasten(&cases, ids);
	*out = cases;
	return true;
}

void region_cases_done(struct region_cases *cases)
{
	if (!cases)
		return;
	application_list_done(&cases->rows);
	arena_done(&cases->arena);
	*cases = (struct region_cases){0};
}

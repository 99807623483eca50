/* Clocks as they are read. Invariant: a clock is read with everything it asks for and every respite, in one look. */
#include "casework/clock_inner.h"
#include "casework/grow.h"

#include "base/text.h"
#include "base/words.h"

/* By what right it was signed: "case officer: arbetsordningen 5 §", or the delegation's decision. */
static const char *power_words(struct rows *rows, struct arena *arena)
{
	const char *role = rows_text(rows, "power_role", arena), *source = rows_text(rows, "power_source", arena),
		   *ref = rows_text(rows, "power_ref", arena);

	if (!text_blank(ref))
		return arena_format(arena, "%s: %s", access_role_name("delegation"), ref);
	return role ? arena_format(arena, "%s: %s", access_role_name(role), source) : "";
}

static void sent_read(struct rows *rows, struct clock_row *row, struct arena *arena)
{
	row->id = rows_number(rows, "id");
	row->version = rows_number(rows, "version");
	row->n = (int)rows_number(rows, "n");
	row->kind = rows_text(rows, "kind", arena);
	row->follows_n = (int)rows_number_or(rows, "follows_n", 0);
	row->measure = rows_number_or(rows, "measure", 0);
	row->measure_n = (int)rows_number_or(rows, "measure_n", 0);
	row->measure_title = rows_text(rows, "measure_title", arena);
	row->participant = rows_number_or(rows, "participant", 0);
	row->participant_short = rows_text(rows, "participant_short", arena);
	row->asked_whom = rows_text(rows, "asked_whom", arena);
	row->asks = rows_text(rows, "asks", arena);
	row->sent_on = rows_text(rows, "sent_on", arena);
	row->way = rows_text(rows, "way", arena);
	row->due_on = rows_text(rows, "due_on", arena);
	row->signed_by = rows_text(rows, "signed_by", arena);
	row->power = power_words(rows, arena);
	row->document_n = (int)rows_number_or(rows, "document_n", 0);
}

static void answer_read(struct rows *rows, struct clock_row *row, struct arena *arena)
{
	row->answered_on = rows_text(rows, "answered_on", arena);
	row->answer = rows_text(rows, "answer", arena);
	row->answer_document_n = (int)rows_number_or(rows, "answer_document_n", 0);
	row->outcome = rows_text(rows, "outcome", arena);
	row->consequence = rows_text(rows, "consequence", arena);
	row->ended_on = rows_text(rows, "ended_on", arena);
}

static void row_derive(struct clock_row *row, const char *today)
{
	row->mover = clock_mover(row->kind, row->due_on, row->answered_on, row->ended_on, today);
	row->late = row->answered_on && row->due_on && strcmp(row->answered_on, row->due_on) > 0;
	row->overdue = !row->ended_on && !row->answered_on && row->due_on && strcmp(row->due_on, today) < 0;
}

static bool clocks_read(struct casework *cw, int64_t application, struct clock_list *list, struct error *err)
{
	char today[DAY_TEXT];
	struct rows rows;

	day_text(casework_today(cw), today);
	if (!store_ask(casework_store(cw), SQL_CLOCK_LIST, BINDS(BIND("application", application)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		GROW(&list->arena, list->items, list->count);
		struct clock_row *row = &list->items[list->count++];

		*row = (struct clock_row){0};
		sent_read(&rows, row, &list->arena);
		answer_read(&rows, row, &list->arena);
		row_derive(row, today);
	}
	return rows_done(&rows, err);
}

/* The clock that a row of an answer in the same order belongs to. */
static struct clock_row *clock_of(struct clock_list *list, struct rows *rows)
{
	int n = (int)rows_number(rows, "clock_n");

	for (int i = 0; i < list->count; i++)
		if (list->items[i].n == n)
			return &list->items[i];
	assert(!"a row of a clock that was not read");
	return NULL;
}

static bool items_read(struct casework *cw, int64_t application, struct clock_list *list, struct error *err)
{
	struct arena *arena = &list->arena;
	struct rows rows;

	if (!store_ask(casework_store(cw), SQL_CLOCK_ITEMS, BINDS(BIND("application", application)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		struct clock_row *row = clock_of(list, &rows);

		rows_number(&rows, "id");
		GROW(arena, row->items, row->item_count);
		row->items[row->item_count++] = (struct clock_item){
			.n = (int)rows_number(&rows, "n"),
			.text = rows_text(&rows, "text", arena),
			.gate = rows_text(&rows, "gate", arena),
			.gate_answer = rows_number_or(&rows, "gate_answer", 0),
			.met_on = rows_text(&rows, "met_on", arena),
			.document_n = (int)rows_number_or(&rows, "document_n", 0),
		};
		row->met += row->items[row->item_count - 1].met_on != NULL;
	}
	return rows_done(&rows, err);
}

static bool respites_read(struct casework *cw, int64_t application, struct clock_list *list, struct error *err)
{
	struct arena *arena = &list->arena;
	struct rows rows;

	if (!store_ask(casework_store(cw), SQL_CLOCK_RESPITES, BINDS(BIND("application", application)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		struct clock_row *row = clock_of(list, &rows);

		GROW(arena, row->respites, row->respite_count);
		row->respites[row->respite_count++] = (struct clock_respite){
			.asked_on = rows_text(&rows, "asked_on", arena),
			.old_due_on = rows_text(&rows, "old_due_on", arena),
			.new_due_on = rows_text(&rows, "new_due_on", arena),
			.why = rows_text(&rows, "why", arena),
			.signed_by = rows_text(&rows, "signed_by", arena),
			.power = power_words(&rows, arena),
			.ruled_at = rows_text(&rows, "ruled_at", arena),
		};
	}
	return rows_done(&rows, err);
}

static bool uncommunicated_read(struct casework *cw, int64_t application, struct clock_list *list, struct error *err)
{
	struct arena *arena = &list->arena;
	struct rows rows;

	if (!store_ask(
		    casework_store(cw), SQL_CLOCK_UNCOMMUNICATED, BINDS(BIND("application", application)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		rows_number(&rows, "id");
		GROW(arena, list->uncommunicated, list->uncommunicated_count);
		list->uncommunicated[list->uncommunicated_count++] = (struct clock_uncommunicated){
			.measure_n = (int)rows_number_or(&rows, "measure_n", 0),
			.why = rows_text(&rows, "why", arena),
			.judged_by = rows_text(&rows, "judged_by", arena),
			.judged_at = rows_text(&rows, "judged_at", arena),
		};
	}
	return rows_done(&rows, err);
}

bool clock_list_load(struct casework *cw, int64_t application, struct clock_list *out, struct error *err)
{
	struct clock_list list = {0};
	bool read;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) || !store_look(casework_store(cw), err))
		return false;
	arena_init(&list.arena);
	read = clocks_read(cw, application, &list, err) && items_read(cw, application, &list, err) &&
	       respites_read(cw, application, &list, err) && uncommunicated_read(cw, application, &list, err);
	store_look_done(casework_store(cw));
	if (!read) {
		arena_done(&list.arena);
		return false;
	}
	*out = list;
	return true;
}

void clock_list_done(struct clock_list *list)
{
	if (!list)
		return;
	arena_done(&list->arena);
	*list = (struct clock_list){0};
}

const struct clock_row *clock_find(const struct clock_list *list, int n)
{
	for (int i = 0; i < list->count; i++)
		if (list->items[i].n == n)
			return &list->items[i];
	return NULL;
}

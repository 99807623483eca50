/* Rulings as they are read. Invariant: what is shown is what was recorded; later ones never change an earlier. */
#include "casework/ruling.h"

#include "casework/access.h"
#include "casework/grow.h"

#include "base/words.h"

const char *ruling_words(const char *kind, bool lifted)
{
	if (lifted)
		return _("tried after all");
	return strcmp(kind, "dismissed") ? _("written off") : _("dismissed");
}

static void ruling_read(struct rows *rows, struct arena *arena, struct ruling *ruling)
{
	ruling->id = rows_number(rows, "id");
	ruling->application = rows_number(rows, "application");
	ruling->year = (int)rows_number(rows, "year");
	ruling->application_n = (int)rows_number(rows, "application_n");
	ruling->measure = rows_number_or(rows, "measure", 0);
	ruling->measure_n = (int)rows_number_or(rows, "measure_n", 0);
	ruling->title = rows_text(rows, "title", arena);
	ruling->lead = rows_text(rows, "lead", arena);
	ruling->case_title = rows_text(rows, "case_title", arena);
	ruling->n = (int)rows_number(rows, "n");
	ruling->kind = rows_text(rows, "kind", arena);
	ruling->decided_on = rows_text(rows, "decided_on", arena);
	ruling->item = rows_number_or(rows, "item", 0);
	ruling->sitting_on = rows_text(rows, "sitting_on", arena);
	ruling->section = (int)rows_number_or(rows, "section", 0);
	ruling->section_year = (int)rows_number_or(rows, "section_year", 0);
	ruling->deciders = rows_text(rows, "deciders", arena);
	ruling->presenter = rows_text(rows, "presenter", arena);
	ruling->others = rows_text(rows, "others", arena);
	ruling->provisions = rows_text(rows, "provisions", arena);
	ruling->reasons = rows_text(rows, "reasons", arena);
	ruling->earlier_n = (int)rows_number_or(rows, "earlier_n", 0);
	ruling->earlier_on = rows_text(rows, "earlier_on", arena);
	ruling->later_n = (int)rows_number_or(rows, "later_n", 0);
	ruling->later_on = rows_text(rows, "later_on", arena);
	ruling->sent = decision_sent_read(rows, arena);
	ruling->provision = rows_text(rows, "provision", arena);
	ruling->lifted = rows_bool(rows, "lifted");
	ruling->recorded_by = rows_text(rows, "recorded_by", arena);
	ruling->recorded_at = rows_text(rows, "recorded_at", arena);
}

bool ruling_list_load(struct casework *cw, int64_t application, struct ruling_list *out, struct error *err)
{
	struct ruling_list list = {0};
	struct rows rows;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) ||
		!store_ask(casework_store(cw), SQL_RULING_LIST,
			BINDS(BIND("application", application), BIND("ruling", MONEY_UNKNOWN)), &rows, err))
		return false;
	arena_init(&list.arena);
	while (rows_next(&rows)) {
		GROW(&list.arena, list.items, list.count);
		ruling_read(&rows, &list.arena, &list.items[list.count++]);
	}
	if (!rows_done(&rows, err)) {
		ruling_list_done(&list);
		return false;
	}
	*out = list;
	return true;
}

void ruling_list_done(struct ruling_list *list)
{
	if (!list)
		return;
	arena_done(&list->arena);
	*list = (struct ruling_list){0};
}

bool ruling_find(struct casework *cw, int64_t application, int n, int64_t *id, struct error *err)
{
	struct rows rows;
	int64_t found = 0;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) ||
		!store_ask(casework_store(cw), SQL_RULING_FIND, BINDS(BIND("application", application), BIND("n", n)),
			&rows, err))
		return false;
	while (rows_next(&rows))
		found = rows_number(&rows, "id");
	if (!rows_done(&rows, err))
		return false;
	if (!found)
		return n ? refuse(err, ERROR_MISSING, _("The case has no ruling %d."), n)
			 : refuse(err, ERROR_MISSING, _("The case has not been written off or dismissed."));
	*id = found;
	return true;
}

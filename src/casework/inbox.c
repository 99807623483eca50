/* The inbox. Invariant: a suggestion is only shown; a person ties the paper. */
#include "casework/inbox.h"

#include "casework/application_inner.h"
#include "casework/document_inner.h"
#include "casework/matter.h"

#include "base/text.h"

/* ---- suggestions */

struct suggesting {
	struct casework *cw;
	const char *pattern;
	struct suggestion_list *list;
	size_t room;
};

static void suggestion_add(struct suggesting *suggesting, const struct suggestion *suggestion, int year, int n)
{
	struct suggestion_list *list = suggesting->list;

	for (int i = 0; i < list->count; i++)
		if (case_same(&list->items[i].ref, &suggestion->ref))
			return;
	if ((size_t)list->count == suggesting->room) {
		suggesting->room = suggesting->room ? suggesting->room * 2 : 8;
		list->items = arena_grow(
			&list->arena, list->items, (size_t)list->count, sizeof *list->items, suggesting->room);
	}
	list->items[list->count] = *suggestion;
	case_number(
		suggesting->pattern, year, n, list->items[list->count].number, sizeof list->items[list->count].number);
	list->count++;
}

static bool by_our_number(struct suggesting *suggesting, const char *text)
{
	struct suggestion suggestion = {.ground = SUGGESTION_OUR_NUMBER};
	const char *number;
	char wanted[32];
	int year, n;

	if (!case_number_in(suggesting->pattern, text, &year, &n))
		return true;
	snprintf(wanted, sizeof wanted, "%d-%d", n, year);
	if (!case_find(suggesting->cw, wanted, &suggestion.ref, NULL))
		return true; /* a number that is not ours: nothing is suggested from it */
	if (case_name(suggesting->cw, &suggestion.ref, &suggesting->list->arena, &number, &suggestion.title, NULL))
		suggestion_add(suggesting, &suggestion, year, n);
	return true;
}

static bool cases_ask(struct suggesting *suggesting, enum sql which, struct binds binds, enum suggestion_ground ground,
	struct error *err)
{
	struct rows rows;

	if (!store_ask(casework_store(suggesting->cw), which, binds, &rows, err))
		return false;
	while (rows_next(&rows)) {
		struct suggestion suggestion = {
			.ref = {rows_number_or(&rows, "application", 0), rows_number_or(&rows, "matter", 0)},
			.ground = ground,
			.title = rows_text(&rows, "title", &suggesting->list->arena)};
		int year = (int)rows_number(&rows, "year"), n = (int)rows_number(&rows, "n");

		suggestion_add(suggesting, &suggestion, year, n);
	}
	return rows_done(&rows, err);
}

static bool suggestions_make(struct suggesting *suggesting, const struct document *document, struct error *err)
{
	const char *key = text_number_key(&suggesting->list->arena, document->own_number);

	if (!by_our_number(suggesting, document->own_number) || !by_our_number(suggesting, document->subject))
		return false;
	if (key && *key && !cases_ask(suggesting, SQL_INBOX_BY_NUMBER, BINDS(BIND("key", key)), SUGGESTION_NUMBER, err))
		return false;
	return !document->region || cases_ask(suggesting, SQL_INBOX_BY_REGION, BINDS(BIND("region", document->region)),
					    SUGGESTION_REGION, err);
}

bool suggestion_list_load(
	struct casework *cw, const struct document *document, struct suggestion_list *out, struct error *err)
{
	struct suggestion_list list = {0};
	struct suggesting suggesting = {.cw = cw, .list = &list};

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err))
		return false;
	arena_init(&list.arena);
	if (!application_pattern(cw, &list.arena, &suggesting.pattern, err) ||
		!suggestions_make(&suggesting, document, err)) {
		arena_done(&list.arena);
		return false;
	}
	*out = list;
	return true;
}

void suggestion_list_done(struct suggestion_list *list)
{
	if (!list)
		return;
	arena_done(&list->arena);
	*list = (struct suggestion_list){0};
}

/* ---- a case of its own, in one change with the paper's number */

/* The case is made by `make` inside this change, then the paper becomes its first document. */
struct opening {
	int64_t document;
	const struct application_change *application;
	const struct matter_change *matter;
	const char *const *participants;
	int participant_count;
};

static bool case_make(struct change *change, const struct opening *opening, struct case_ref *ref, struct error *err)
{
	bool made;

	change_join(change->cw, change);
	if (opening->application)
		made = application_register(change->cw, NULL, opening->application, opening->participants,
			opening->participant_count, &ref->application, err);
	else
		made = matter_open(change->cw, NULL, opening->matter, &ref->matter, err);
	change_join(change->cw, NULL);
	return made;
}

static bool opening_save(struct change *change, const struct opening *opening, struct case_ref *ref, struct error *err)
{
	struct paper paper;

	return may(change->cw, RIGHT_DOCUMENT_PUT, RELATION_NONE, err) &&
	       paper_ready(change, opening->document, &paper, err) && case_make(change, opening, ref, err) &&
	       paper_tie(change, &paper, ref, err);
}

static bool opening_run(
	struct casework *cw, const struct operation *op, const struct opening *opening, int64_t *id, struct error *err)
{
	struct case_ref ref = {0};
	struct change change;

	if (!change_begin(&change, cw, op, "document-tie", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, id);
	if (!opening_save(&change, opening, &ref, err))
		return change_abandon(&change);
	if (!change_commit(&change, err))
		return false;
	*id = ref.application ? ref.application : ref.matter;
	return true;
}

bool inbox_register(struct casework *cw, const struct operation *op, int64_t document,
	const struct application_change *change, const char *const *participants, int participant_count,
	int64_t *application, struct error *err)
{
	const struct opening opening = {.document = document,
		.application = change,
		.participants = participants,
		.participant_count = participant_count};

	return opening_run(cw, op, &opening, application, err);
}

bool inbox_open(struct casework *cw, const struct operation *op, int64_t document, const struct matter_change *change,
	int64_t *matter, struct error *err)
{
	const struct opening opening = {.document = document, .matter = change};

	return opening_run(cw, op, &opening, matter, err);
}

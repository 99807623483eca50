/* Other bodies' numbers for the same thing. Invariant: a number is kept exactly as it was written, whatever its format;
 * only the key beside it leaves the separators out. */
#include "casework/document_inner.h"

#include "base/text.h"
#include "base/words.h"

bool cross_number_list_load(
	struct casework *cw, const struct case_ref *ref, struct cross_number_list *out, struct error *err)
{
	struct cross_number_list list = {0};
	struct rows rows;
	size_t room = 0;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) ||
		!store_ask(casework_store(cw), SQL_CROSS_NUMBER_LIST, BINDS(case_application(ref), case_matter(ref)),
			&rows, err))
		return false;
	arena_init(&list.arena);
	while (rows_next(&rows)) {
		if ((size_t)list.count == room) {
			room = room ? room * 2 : 8;
			list.items = arena_grow(&list.arena, list.items, (size_t)list.count, sizeof *list.items, room);
		}
		list.items[list.count++] = (struct cross_number){.id = rows_number(&rows, "id"),
			.version = rows_number(&rows, "version"),
			.region = rows_text(&rows, "region", &list.arena),
			.region_short = rows_text(&rows, "region_short", &list.arena),
			.number = rows_text(&rows, "number", &list.arena),
			.about = rows_text(&rows, "about", &list.arena)};
	}
	if (!rows_done(&rows, err)) {
		arena_done(&list.arena);
		return false;
	}
	*out = list;
	return true;
}

void cross_number_list_done(struct cross_number_list *list)
{
	if (!list)
		return;
	arena_done(&list->arena);
	*list = (struct cross_number_list){0};
}

#define AT(member) offsetof(struct cross_number_change, member)
static const struct field number_fields[] = {
	{.name = "region", .label = N_("Whose number"), .kind = FIELD_REGION, .unknown = true, .at = AT(region)},
	{.name = "number", .label = N_("Number"), .kind = FIELD_LINE, .needed = true, .at = AT(number)},
	{.name = "about", .label = N_("What it is about"), .kind = FIELD_LINE, .at = AT(about)},
};
#undef AT
static const struct form number_form = {number_fields, sizeof(number_fields) / sizeof(*number_fields)};

struct numbering {
	const struct case_ref *of;
	int64_t id;
	struct cross_number_change clean;
	const char *key;
};

static bool number_is_free(struct change *change, const struct numbering *numbering, struct error *err)
{
	struct rows rows;
	bool taken;

	if (!store_ask(change->store, SQL_CROSS_NUMBER_TAKEN,
		    BINDS(BIND("key", numbering->key), BIND("id", numbering->id), case_application(numbering->of),
			    case_matter(numbering->of)),
		    &rows, err))
		return false;
	taken = rows_next(&rows) && rows_bool(&rows, "taken");
	if (!rows_done(&rows, err))
		return false;
	return !taken || field_refuse(NULL, "number", N_("Number"), err, _("“%s” is noted on the case already."),
				 numbering->clean.number);
}

static bool number_insert(struct change *change, const struct numbering *numbering, struct error *err)
{
	const struct cross_number_change *clean = &numbering->clean;

	return store_run(change->store, SQL_CROSS_NUMBER_INSERT,
		       BINDS(case_application(numbering->of), case_matter(numbering->of), BIND("region", clean->region),
			       BIND("number", clean->number), BIND("number_key", numbering->key),
			       BIND("about", clean->about)),
		       err) &&
	       change_record(change, OBJECT_CROSS_NUMBER, store_last_id(change->store), numbering->of->application,
		       NULL, err);
}

/* The row is there, of this case, and as fresh as the operation says. */
static bool number_standing(
	struct change *change, const struct numbering *numbering, int64_t *version, struct error *err)
{
	struct case_ref of = {0};
	struct rows rows;
	bool found;

	if (!store_ask(change->store, SQL_CROSS_NUMBER_STANDING, BINDS(BIND("id", numbering->id)), &rows, err))
		return false;
	found = rows_next(&rows);
	if (found) {
		*version = rows_number(&rows, "version");
		of.application = rows_number_or(&rows, "application", 0);
		of.matter = rows_number_or(&rows, "matter", 0);
	}
	if (!rows_done(&rows, err))
		return false;
	if (!found || !case_same(&of, numbering->of))
		return refuse(err, ERROR_MISSING, _("The case has no such number noted."));
	return change_fresh(change, OBJECT_CROSS_NUMBER, numbering->id, *version, err);
}

static bool number_update(struct change *change, const struct numbering *numbering, struct error *err)
{
	const struct cross_number_change *clean = &numbering->clean;
	const char *before;
	int64_t version = 0;

	if (!number_standing(change, numbering, &version, err))
		return false;
	before = change_facts(change, OBJECT_CROSS_NUMBER, numbering->id, err);
	return before &&
	       store_run(change->store, SQL_CROSS_NUMBER_UPDATE,
		       BINDS(BIND("id", numbering->id), BIND("version", version), BIND("region", clean->region),
			       BIND("number", clean->number), BIND("number_key", numbering->key),
			       BIND("about", clean->about)),
		       err) &&
	       change_record(change, OBJECT_CROSS_NUMBER, numbering->id, numbering->of->application, before, err);
}

static bool put_save(struct change *change, const struct numbering *given, struct error *err)
{
	struct numbering numbering = *given;

	if (!may(change->cw, RIGHT_DOCUMENT_PUT, RELATION_NONE, err) || !case_open(change, numbering.of, err) ||
		!form_clean(change->cw, &number_form, &numbering.clean, &change->arena, NULL, err))
		return false;
	numbering.key = text_number_key(&change->arena, numbering.clean.number);
	if (!*numbering.key)
		return field_refuse(NULL, "number", N_("Number"), err, _("“%s” has neither letters nor figures."),
			numbering.clean.number);
	return number_is_free(change, &numbering, err) &&
	       (numbering.id ? number_update(change, &numbering, err) : number_insert(change, &numbering, err));
}

bool cross_number_put(struct casework *cw, const struct operation *op, const struct case_ref *ref, int64_t id,
	const struct cross_number_change *given, struct error *err)
{
	const struct numbering numbering = {.of = ref, .id = id, .clean = *given};
	struct change change;

	if (!change_begin(&change, cw, op, "cross-number-put", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!put_save(&change, &numbering, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}

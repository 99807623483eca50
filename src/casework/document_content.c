/* The content of a paper: read, or removed with its trace. Invariant: the reading of a marked paper is in the log
 * before anybody has its content, and what is removed leaves hash, ground, who and when. */
#include "casework/document_inner.h"

#include "base/text.h"
#include "base/words.h"

/* ---- removing */

struct removing {
	const char *kind, *ground;
};

static bool removing_clean(struct change *change, struct removing *values, struct error *err)
{
	static const struct field fields[] = {
		{.name = "kind", .label = N_("Why it is removed"), .kind = FIELD_LINE, .needed = true, .at = 0},
		{.name = "ground",
			.label = N_("Ground"),
			.kind = FIELD_TEXT,
			.needed = true,
			.at = offsetof(struct removing, ground)}};
	const struct form form = {fields, 2};

	if (!form_clean(change->cw, &form, values, &change->arena, NULL, err))
		return false;
	if (strcmp(values->kind, "disposal") != 0 && strcmp(values->kind, "error") != 0)
		return field_refuse(NULL, "kind", N_("Why it is removed"), err,
			_("“%s” is not disposal (by a decision on disposal) or error (sent in error)."), values->kind);
	return true;
}

static bool removal_insert(
	struct change *change, const struct paper *paper, const struct removing *values, struct error *err)
{
	const char *before = change_facts(change, OBJECT_DOCUMENT, paper->id, err);

	return before &&
	       store_run(change->store, SQL_DOCUMENT_REMOVAL,
		       BINDS(BIND("document", paper->id), BIND("kind", values->kind), BIND("ground", values->ground),
			       BIND("removed_by", casework_actor(change->cw)),
			       BIND("removed_at", (const char *)change->now)),
		       err) &&
	       store_run(change->store, SQL_DOCUMENT_TEXT_DROP, BINDS(BIND("document", paper->id)), err) &&
	       change_record(change, OBJECT_DOCUMENT, paper->id, paper->of.application, before, err);
}

/* The file goes when the trace is safe; under the queue, so that nobody registers the same file meanwhile. */
static bool file_sweep(struct casework *cw, const char *hash, struct error *err)
{
	struct rows rows;
	bool shared = true, swept;

	if (!store_begin(casework_store(cw), err))
		return false;
	swept = store_ask(casework_store(cw), SQL_DOCUMENT_SHARING, BINDS(BIND("hash", hash)), &rows, err);
	if (swept) {
		shared = rows_next(&rows) && rows_bool(&rows, "shared");
		swept = rows_done(&rows, err) && (shared || files_drop(cw, hash, err));
	}
	store_rollback(casework_store(cw));
	return swept;
}

static bool remove_save(
	struct change *change, int64_t document, const struct removing *given, struct paper *paper, struct error *err)
{
	struct removing values = *given;

	if (!may(change->cw, RIGHT_DOCUMENT_REMOVE, RELATION_NONE, err) || !paper_load(change, document, paper, err))
		return false;
	if (paper->removed)
		return true;
	if (paper->moved_to)
		return paper_is_live(change, paper, err);
	if (!paper->file_hash)
		return refuse(err, ERROR_INVALID,
			_("The document has no file here: there is no content to remove. What is registered stays."));
	return change_fresh(change, OBJECT_DOCUMENT, document, paper->version, err) &&
	       removing_clean(change, &values, err) && removal_insert(change, paper, &values, err);
}

bool document_remove(struct casework *cw, const struct operation *op, int64_t document, const char *kind,
	const char *ground, struct error *err)
{
	struct removing given = {kind, ground};
	char hash[HASH_TEXT] = "";
	struct change change;
	struct paper paper = {0};

	if (!change_begin(&change, cw, op, "document-remove", err))
		return false;
	if (!change.repeated && !remove_save(&change, document, &given, &paper, err))
		return change_abandon(&change);
	if (change.repeated && !paper_load(&change, document, &paper, err))
		return change_abandon(&change);
	snprintf(hash, sizeof hash, "%s", paper.file_hash ? paper.file_hash : "");
	if (change.repeated || paper.removed)
		change_abandon(&change); /* nothing new to record; the file may still lie there after a broken try */
	else if (!change_commit(&change, err))
		return false;
	return !*hash || file_sweep(cw, hash, err);
}

/* ---- reading */

/* The paper whose content it is: one that was moved is read where it stands now. */
static bool content_find(struct casework *cw, int64_t document, struct document_list *out, struct error *err)
{
	struct document_query query = {.id = document};

	for (;;) {
		if (!document_list_load(cw, &query, out, err))
			return false;
		if (!out->count) {
			document_list_done(out);
			return refuse(err, ERROR_MISSING, _("There is no such document."));
		}
		if (!out->items[0].moved_to)
			return true;
		query.id = out->items[0].moved_to;
		document_list_done(out);
	}
}

static bool reading_save(struct change *change, const struct document *document, struct error *err)
{
	return may(change->cw, RIGHT_SEE, RELATION_NONE, err) &&
	       store_run(change->store, SQL_READING_INSERT,
		       BINDS(BIND("document", document->id), BIND("person", casework_actor(change->cw)),
			       BIND("read_at", (const char *)change->now)),
		       err) &&
	       change_record(change, OBJECT_READING, store_last_id(change->store), document->application, NULL, err);
}

static bool reading_log(struct casework *cw, const struct document *document, struct error *err)
{
	struct change change;

	if (!document->secret_ground)
		return true;
	if (!change_begin(&change, cw, NULL, "document-read", err))
		return false;
	if (!reading_save(&change, document, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}

static bool content_open(struct casework *cw, const struct document *document, struct error *err)
{
	if (document->removed)
		return refuse(err, ERROR_MISSING, _("The content of %s was removed on %.10s: %s"), document->number,
			document->removed_at, document->removed_ground);
	if (!document->file_hash)
		return refuse(err, ERROR_MISSING,
			_("%s has no file here: it is on paper, or its file was never added."), document->number);
	return reading_log(cw, document, err);
}

bool document_read(struct casework *cw, int64_t document, struct buffer *out, struct error *err)
{
	struct document_list list;
	struct error why = {0};
	bool read;

	if (!content_find(cw, document, &list, err))
		return false;
	read = content_open(cw, &list.items[0], err);
	if (read && !files_read(cw, list.items[0].file_hash, out, &why))
		read = refuse(err, why.kind, _("%s cannot be read: %s"), list.items[0].number, why.text);
	document_list_done(&list);
	return read;
}

static bool words_find(struct casework *cw, int64_t document, struct arena *arena, const char **out, struct error *err)
{
	struct rows rows;

	*out = "";
	if (!store_ask(casework_store(cw), SQL_DOCUMENT_TEXT_FIND, BINDS(BIND("document", document)), &rows, err))
		return false;
	if (rows_next(&rows))
		*out = rows_text(&rows, "text", arena);
	return rows_done(&rows, err);
}

bool document_words(struct casework *cw, int64_t document, struct arena *arena, const char **out, struct error *err)
{
	struct document_list list;
	bool read;

	if (!content_find(cw, document, &list, err))
		return false;
	read = content_open(cw, &list.items[0], err) && words_find(cw, list.items[0].id, arena, out, err);
	document_list_done(&list);
	return read;
}

bool reading_list_load(struct casework *cw, int64_t document, struct reading_list *out, struct error *err)
{
	struct reading_list list = {0};
	struct rows rows;
	size_t room = 0;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) ||
		!store_ask(casework_store(cw), SQL_READING_LIST, BINDS(BIND("document", document)), &rows, err))
		return false;
	arena_init(&list.arena);
	while (rows_next(&rows)) {
		if ((size_t)list.count == room) {
			room = room ? room * 2 : 8;
			list.items = arena_grow(&list.arena, list.items, (size_t)list.count, sizeof *list.items, room);
		}
		list.items[list.count++] = (struct reading){
			rows_text(&rows, "person", &list.arena), rows_text(&rows, "read_at", &list.arena)};
	}
	if (!rows_done(&rows, err)) {
		arena_done(&list.arena);
		return false;
	}
	*out = list;
	return true;
}

void reading_list_done(struct reading_list *list)
{
	if (!list)
		return;
	arena_done(&list->arena);
	*list = (struct reading_list){0};
}

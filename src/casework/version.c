/* Keeping versions of an application. Invariant: a kept version stays byte for byte, and its event tells its hash. */
#include "casework/application_inner.h"
#include "casework/grow.h"
#include "casework/version_inner.h"

#include "base/text.h"
#include "base/words.h"

static bool content_now(
	struct casework *cw, int64_t application, struct arena *arena, const char **out, struct error *err)
{
	const char *content = NULL;
	struct rows rows;

	if (!store_ask(casework_store(cw), SQL_VERSION_CONTENT, BINDS(BIND("application", application)), &rows, err))
		return false;
	if (rows_next(&rows))
		content = rows_text(&rows, "content", arena);
	if (!rows_done(&rows, err))
		return false;
	if (!content)
		return refuse(err, ERROR_MISSING, _("There is no such application."));
	*out = content;
	return true;
}

/* n 0 and content NULL when none is kept. */
static bool newest_read(
	struct casework *cw, int64_t application, struct arena *arena, int *n, const char **content, struct error *err)
{
	struct rows rows;

	*n = 0;
	*content = NULL;
	if (!store_ask(casework_store(cw), SQL_VERSION_NEWEST, BINDS(BIND("application", application)), &rows, err))
		return false;
	if (rows_next(&rows)) {
		*n = (int)rows_number(&rows, "n");
		*content = rows_text(&rows, "content", arena);
	}
	return rows_done(&rows, err);
}

/* ---- reading */

static bool list_read(struct casework *cw, int64_t application, struct version_list *list, struct error *err)
{
	const char *now, *newest;
	struct rows rows;
	int n;

	if (!store_ask(casework_store(cw), SQL_VERSION_LIST, BINDS(BIND("application", application)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		GROW(&list->arena, list->items, list->count);
		list->items[list->count++] = (struct version){
			.n = (int)rows_number(&rows, "n"),
			.kept_at = rows_text(&rows, "kept_at", &list->arena),
			.kept_by = rows_text(&rows, "kept_by", &list->arena),
			.why = rows_text(&rows, "why", &list->arena),
		};
	}
	if (!rows_done(&rows, err) || !content_now(cw, application, &list->arena, &now, err) ||
		!newest_read(cw, application, &list->arena, &n, &newest, err))
		return false;
	list->changed = !text_same(now, newest);
	return true;
}

bool version_list_load(struct casework *cw, int64_t application, struct version_list *out, struct error *err)
{
	struct version_list list = {0};
	bool read;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) || !store_look(casework_store(cw), err))
		return false;
	arena_init(&list.arena);
	read = list_read(cw, application, &list, err);
	store_look_done(casework_store(cw));
	if (!read) {
		arena_done(&list.arena);
		return false;
	}
	*out = list;
	return true;
}

void version_list_done(struct version_list *list)
{
	if (list)
		arena_done(&list->arena);
}

bool version_content(
	struct casework *cw, int64_t application, int n, struct arena *arena, const char **out, struct error *err)
{
	const char *content = NULL;
	struct rows rows;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err))
		return false;
	if (!n)
		return content_now(cw, application, arena, out, err);
	if (!store_ask(casework_store(cw), SQL_VERSION_ONE, BINDS(BIND("application", application), BIND("n", n)),
		    &rows, err))
		return false;
	if (rows_next(&rows))
		content = rows_text(&rows, "content", arena);
	if (!rows_done(&rows, err))
		return false;
	if (!content)
		return refuse(err, ERROR_MISSING, _("The application has no kept version %d."), n);
	*out = content;
	return true;
}

/* ---- keeping */

static bool version_write(
	struct change *change, int64_t application, int n, const char *why, const char *content, struct error *err)
{
	char hash[HASH_TEXT];

	hash_of(content, strlen(content), hash);
	return store_run(change->store, SQL_VERSION_INSERT,
		       BINDS(BIND("application", application), BIND("n", n),
			       BIND("kept_by", casework_actor(change->cw)), BIND("kept_at", (const char *)change->now),
			       BIND("why", why), BIND("content", content), BIND("content_hash", (const char *)hash)),
		       err) &&
	       change_record(change, OBJECT_VERSION, store_last_id(change->store), application, NULL, err);
}

bool version_keep_changed(struct change *change, int64_t application, const char *why, struct error *err)
{
	const char *now, *newest;
	int n;

	if (!content_now(change->cw, application, &change->arena, &now, err) ||
		!newest_read(change->cw, application, &change->arena, &n, &newest, err))
		return false;
	return text_same(now, newest) || version_write(change, application, n + 1, why, now, err);
}

bool version_differs(struct change *change, int64_t application, bool *differs, struct error *err)
{
	const char *now;
	struct rows rows;
	bool other;

	if (!content_now(change->cw, application, &change->arena, &now, err) ||
		!store_ask(change->store, SQL_VERSION_OTHER,
			BINDS(BIND("application", application), BIND("content", now)), &rows, err))
		return false;
	other = rows_next(&rows) && rows_bool(&rows, "differs");
	if (!rows_done(&rows, err))
		return false;
	*differs = other;
	return true;
}

struct reason {
	const char *why;
};
static const struct field reason_fields[] = {
	{.name = "why",
		.label = N_("Why it is kept"),
		.kind = FIELD_LINE,
		.needed = true,
		.at = offsetof(struct reason, why)},
};

static bool keep_write(struct change *change, int64_t application, const char *why, int *n, struct error *err)
{
	const struct form form = {reason_fields, 1};
	struct reason clean = {why};
	const char *now, *newest;
	struct standing of;

	if (!may(change->cw, RIGHT_VERSION_KEEP, RELATION_NONE, err) || !standing_load(change, application, &of, err) ||
		!form_clean(change->cw, &form, &clean, &change->arena, NULL, err) ||
		!content_now(change->cw, application, &change->arena, &now, err) ||
		!newest_read(change->cw, application, &change->arena, n, &newest, err))
		return false;
	if (text_same(now, newest))
		return refuse(err, ERROR_INVALID,
			_("Nothing in the application has changed since version %d was kept. Nothing was saved."), *n);
	++*n;
	return version_write(change, application, *n, clean.why, now, err);
}

/* A repeated keeping answers the newest number. */
static bool keep_again(struct change *change, int64_t application, int *n, struct error *err)
{
	const char *newest;

	return newest_read(change->cw, application, &change->arena, n, &newest, err) ? change_repeated(change, NULL)
										     : change_abandon(change);
}

bool version_keep(struct casework *cw, const struct operation *op, int64_t application, const char *why, int *n,
	struct error *err)
{
	struct change change;
	int made = 0;

	if (!change_begin(&change, cw, op, "version-keep", err))
		return false;
	if (change.repeated)
		return keep_again(&change, application, n ? n : &made, err);
	if (!keep_write(&change, application, why, &made, err))
		return change_abandon(&change);
	if (!change_commit(&change, err))
		return false;
	if (n)
		*n = made;
	return true;
}

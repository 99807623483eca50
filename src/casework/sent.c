/* What was sent. Invariant: the text is kept with its hash, and neither is ever changed. */
#include "casework/sent.h"

#include "base/words.h"
#include "casework/application_inner.h"
#include "casework/change.h"
#include "casework/check_inner.h"
#include "casework/document_inner.h"
#include "casework/field.h"
#include "casework/followup.h"
#include "casework/grow.h"

/* The number of the document it is registered as; "" where it is not. */
static const char *document_of(struct rows *rows, const char *pattern, struct arena *arena)
{
	char number[DOCUMENT_NUMBER] = "";
	int year = (int)rows_number_or(rows, "year", 0), n = (int)rows_number_or(rows, "case_n", 0),
	    document = (int)rows_number_or(rows, "document_n", 0);

	if (document)
		document_number_fill(pattern, year, n, document, 0, number);
	return arena_text(arena, number);
}

static void sent_read(struct rows *rows, const char *pattern, struct arena *arena, struct sent *out)
{
	*out = (struct sent){
		.id = rows_number(rows, "id"),
		.n = (int)rows_number(rows, "n"),
		.kind = rows_text(rows, "kind", arena),
		.as_of = rows_text(rows, "as_of", arena),
		.sent_to = rows_text(rows, "sent_to", arena),
		.hash = rows_text(rows, "hash", arena),
		.made_by = rows_text(rows, "made_by", arena),
		.made_at = rows_text(rows, "made_at", arena),
		.document = document_of(rows, pattern, arena),
	};
}

bool sent_list_load(struct casework *cw, const char *kind, struct sent_list *out, struct error *err)
{
	struct sent_list list = {0};
	const char *pattern;
	struct rows rows;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err))
		return false;
	arena_init(&list.arena);
	if (!application_pattern(cw, &list.arena, &pattern, err) ||
		!store_ask(casework_store(cw), SQL_SENT_LIST, BINDS(BIND("kind", kind ? kind : "")), &rows, err)) {
		sent_list_done(&list);
		return false;
	}
	while (rows_next(&rows)) {
		GROW(&list.arena, list.items, list.count);
		sent_read(&rows, pattern, &list.arena, &list.items[list.count++]);
	}
	if (!rows_done(&rows, err)) {
		sent_list_done(&list);
		return false;
	}
	*out = list;
	return true;
}

void sent_list_done(struct sent_list *list)
{
	if (list)
		arena_done(&list->arena);
}

/* ---- as a document in the register */

static void file_of(struct change *change, const char *text, bool json, int n, struct file_kept *file)
{
	*file = (struct file_kept){.bytes = (int64_t)strlen(text),
		.name = arena_format(&change->arena, json ? "sandning-%d.json" : "sandning-%d.txt", n)};
	buffer_init(&file->content);
	buffer_text(&file->content, text);
	hash_of(text, strlen(text), file->hash);
}

static const char *subject_of(struct change *change, const struct sent_change *from, int n)
{
	const char *what =
		strcmp(from->kind, "forecast") != 0 ? "Uppföljning av bidraget" : "Prognos för utbetalningar";

	return arena_format(&change->arena, "%s per %s (sändning %d)", what, from->as_of, n);
}

/* An office in memory has no files beside it: the words of the document are kept all the same. */
static bool document_make(
	struct change *change, const struct sent_change *from, int n, int64_t *document, struct error *err)
{
	struct document_change typed = {.direction = "out",
		.kind = "report",
		.on_day = change->today,
		.way = "email",
		.party = from->sent_to,
		.subject = subject_of(change, from, n)};
	const char *text = from->paper ? from->paper : from->text;
	struct file_kept file;
	bool made;

	*document = MONEY_UNKNOWN;
	if (!from->of.application && !from->of.matter)
		return true;
	file_of(change, text, !from->paper, n, &file);
	made = document_put(change, &from->of, &typed, strcmp(store_path(change->store), ":memory:") ? &file : NULL,
		text, document, err);
	files_done(&file);
	return made;
}

static bool sent_write(struct change *change, const struct sent_change *from, int *n, struct error *err)
{
	char hash[HASH_TEXT];
	int64_t document;
	struct rows rows;

	if (!from->sent_to || !from->sent_to[0])
		return refuse(err, ERROR_INVALID, _("Say who it was sent to. Nothing was saved."));
	if (!store_ask(change->store, SQL_SENT_LAST, BINDS_NONE, &rows, err))
		return false;
	if (rows_next(&rows))
		*n = (int)rows_number(&rows, "n") + 1;
	if (!rows_done(&rows, err) || !document_make(change, from, *n, &document, err))
		return false;
	hash_of(from->text, strlen(from->text), hash);
	return store_run(change->store, SQL_SENT_INSERT,
		       BINDS(BIND("n", *n), BIND("kind", from->kind), BIND("as_of", from->as_of),
			       BIND("sent_to", from->sent_to), BIND("text", from->text),
			       BIND("hash", (const char *)hash), BIND("document", document),
			       BIND("made_by", casework_actor(change->cw)), BIND("made_at", (const char *)change->now)),
		       err) &&
	       change_record(change, OBJECT_SENT_REPORT, store_last_id(change->store), 0, NULL, err);
}

bool sent_keep(
	struct casework *cw, const struct operation *op, const struct sent_change *from, int *n, struct error *err)
{
	struct change change;
	int made = 0;

	if (!change_begin(&change, cw, op, "sent-keep", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!may(cw, RIGHT_SENT_KEEP, RELATION_NONE, err) || !sent_write(&change, from, &made, err))
		return change_abandon(&change);
	if (!change_commit(&change, err))
		return false;
	if (n)
		*n = made;
	return true;
}

/* A follow-up tells the means of points: not to whom some of those are hidden. */
static bool sent_opens(struct casework *cw, const char *kind, const char *as_of, struct error *err)
{
	struct followup followup;

	if (strcmp(kind, "follow_up") != 0)
		return true;
	if (!followup_load(cw, 0, as_of, &followup, err))
		return false;
	int hidden = followup.hidden;
	followup_done(&followup);
	return !hidden ||
	       refuse(err, ERROR_DENIED, _("The report tells of points that you may not see: it is not shown to you."));
}

bool sent_text(struct casework *cw, int n, const char *kind, struct arena *arena, const char **out, struct error *err)
{
	const char *found = NULL, *of_kind = NULL, *as_of = NULL, *text = NULL;
	struct rows rows;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) ||
		!store_ask(casework_store(cw), SQL_SENT_TEXT, BINDS(BIND("n", n)), &rows, err))
		return false;
	if (rows_next(&rows)) {
		of_kind = rows_text(&rows, "kind", arena);
		as_of = rows_text(&rows, "as_of", arena);
		text = rows_text(&rows, "text", arena);
		found = rows_text(&rows, "hash", arena);
	}
	if (!rows_done(&rows, err))
		return false;
	if (!found || strcmp(of_kind, kind) != 0)
		return refuse(err, ERROR_MISSING, _("Nothing of that kind was sent with number %d."), n);
	if (!sent_opens(cw, of_kind, as_of, err))
		return false;
	*out = text;
	return true;
}

void check_sent(struct checking *checking)
{
	struct error err = {0};
	struct rows rows;

	if (store_ask(checking->store, SQL_SENT_CHECK, BINDS_NONE, &rows, &err)) {
		while (rows_next(&rows)) {
			const char *text = rows_text(&rows, "text", &checking->arena);
			char hash[HASH_TEXT];
			int n = (int)rows_number(&rows, "n");

			hash_of(text, strlen(text), hash);
			if (strcmp(hash, rows_text(&rows, "hash", &checking->arena)) != 0)
				checking_find(checking, _("Report %d no longer holds what was sent."), n);
		}
		rows_done(&rows, &err);
	}
	if (err.kind)
		checking_find(checking, "%s", err.text);
}

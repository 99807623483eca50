/* Papers of decisions. Invariant: a decision has one living paper, in its own case, and a letter that is registered is
 * the letter that is sent. */
#include "casework/decision_paper.h"

#include "casework/bar.h"
#include "casework/document_inner.h"
#include "casework/office.h"

#include "base/text.h"
#include "base/words.h"

enum { RECEIVERS = 64 };

struct papering {
	struct change *change;
	const struct decision_paper_change *asked;
	int64_t application;
	int measure_n, n;
	const char *decided_on, *way;
	int document_n; /* the paper there is; 0: none */
	const char *codes[RECEIVERS];
	int code_count;
};

static bool about_load(struct papering *papering, struct error *err)
{
	const struct decision_paper_change *asked = papering->asked;
	bool found;
	struct rows rows;

	if (!store_ask(papering->change->store, asked->decision ? SQL_PAPER_OF_DECISION : SQL_PAPER_OF_RULING,
		    BINDS(BIND("id", asked->decision ? asked->decision : asked->ruling)), &rows, err))
		return false;
	found = rows_next(&rows);
	if (found) {
		papering->application = rows_number(&rows, "application");
		papering->measure_n = (int)rows_number(&rows, "measure_n");
		papering->n = (int)rows_number(&rows, "n");
		papering->decided_on = rows_text(&rows, "decided_on", &papering->change->arena);
		papering->document_n = (int)rows_number_or(&rows, "document_n", 0);
	}
	if (!rows_done(&rows, err))
		return false;
	if (!found)
		return refuse(err, ERROR_MISSING, _("There is no such decision. Nothing was saved."));
	return bar_free(papering->change->cw, papering->application, err);
}

static bool about_stands(const struct papering *papering, struct error *err)
{
	const char *sent_on = papering->asked->sent_on;

	if (papering->document_n)
		return refuse(err, ERROR_INVALID,
			_("The decision has its paper already: document %d of the case. Send that one; nothing was "
			  "saved."),
			papering->document_n);
	return !sent_on || strcmp(sent_on, papering->decided_on) >= 0 ||
	       refuse(err, ERROR_INVALID, _("It cannot be sent on %s, before it was decided on %s. Nothing was saved."),
		       sent_on, papering->decided_on);
}

/* All who apply, the lead first. */
static bool receivers_load(struct papering *papering, struct error *err)
{
	struct change *change = papering->change;
	struct rows rows;

	if (!store_ask(
		    change->store, SQL_DECISION_REGIONS, BINDS(BIND("application", papering->application)), &rows, err))
		return false;
	while (rows_next(&rows) && papering->code_count < RECEIVERS) {
		papering->codes[papering->code_count++] = rows_text(&rows, "code", &change->arena);
		rows_text(&rows, "name", &change->arena);
	}
	return rows_done(&rows, err);
}

/* ---- one that is in the register */

static bool document_stands(const struct papering *papering, struct error *err)
{
	int64_t application = 0;
	bool taken = false, gone = false;
	struct rows rows;

	if (!store_ask(papering->change->store, SQL_PAPER_DOCUMENT, BINDS(BIND("document", papering->asked->document)),
		    &rows, err))
		return false;
	while (rows_next(&rows)) {
		application = rows_number_or(&rows, "application", 0);
		taken = rows_bool(&rows, "taken");
		gone = rows_bool(&rows, "gone");
	}
	if (!rows_done(&rows, err))
		return false;
	if (application != papering->application)
		return refuse(err, ERROR_INVALID,
			_("That document is not in the register of the decision's case. Nothing was saved."));
	if (gone)
		return refuse(err, ERROR_INVALID, _("That document is moved or void. Nothing was saved."));
	return !taken ||
	       refuse(err, ERROR_INVALID, _("That document is the paper of another decision. Nothing was saved."));
}

/* ---- a new one */

static void file_of(const struct papering *papering, struct file_kept *file)
{
	const char *text = papering->asked->text;
	struct arena *arena = &papering->change->arena;
	unsigned char bytes[HASH_BYTES];
	struct hash hash;

	*file = (struct file_kept){.bytes = (int64_t)strlen(text)};
	file->name = papering->measure_n ? arena_format(arena, "beslut-%d-%d.txt", papering->measure_n, papering->n)
					 : arena_format(arena, "beslut-%d.txt", papering->n);
	buffer_init(&file->content);
	buffer_text(&file->content, text);
	hash_init(&hash);
	hash_add(&hash, text, strlen(text));
	hash_done(&hash, bytes);
	hash_text(bytes, file->hash);
}

static const char *subject_of(const struct papering *papering)
{
	struct arena *arena = &papering->change->arena;

	return papering->measure_n
		       ? arena_format(arena, "Beslut %s, åtgärd %d", papering->decided_on, papering->measure_n)
		       : arena_format(arena, "Beslut %s", papering->decided_on);
}

static bool document_make(struct papering *papering, int64_t *document, struct error *err)
{
	struct change *change = papering->change;
	const char *on = papering->asked->sent_on ? papering->asked->sent_on : change->today;
	struct document_change typed = {.direction = "out",
		.kind = "decision",
		.on_day = on,
		.way = papering->way,
		.region = papering->codes[0],
		.subject = subject_of(papering)};
	struct case_ref of = {.application = papering->application};
	bool kept = strcmp(store_path(change->store), ":memory:") != 0;
	struct file_kept file;
	bool made;

	file_of(papering, &file);
	made = document_put(change, &of, &typed, kept ? &file : NULL, papering->asked->text, document, err);
	files_done(&file);
	return made;
}

static bool receivers_put(struct papering *papering, int64_t document, struct error *err)
{
	for (int i = 0; i < papering->code_count; i++)
		if (!dispatch_put(papering->change, document, papering->application, papering->codes[i], papering->way,
			    papering->asked->sent_on, err))
			return false;
	return true;
}

/* ---- all of it */

static bool paper_write(struct papering *papering, int64_t *document, struct error *err)
{
	const struct decision_paper_change *asked = papering->asked;
	struct change *change = papering->change;

	*document = asked->document;
	if (asked->document ? !document_stands(papering, err) : !document_make(papering, document, err))
		return false;
	return store_run(change->store, SQL_PAPER_INSERT,
		       BINDS(BIND("document", *document),
			       BIND("decision", asked->decision ? asked->decision : MONEY_UNKNOWN),
			       BIND("ruling", asked->ruling ? asked->ruling : MONEY_UNKNOWN)),
		       err) &&
	       change_record(change, OBJECT_DECISION_PAPER, *document, papering->application, NULL, err) &&
	       (asked->document || receivers_put(papering, *document, err));
}

bool decision_paper_put(struct casework *cw, const struct operation *op, const struct decision_paper_change *asked,
	int64_t *document, struct error *err)
{
	struct change change;
	struct papering papering = {
		.change = &change, .asked = asked, .way = text_blank(asked->way) ? "email" : asked->way};
	int64_t made = 0;

	if (!change_begin(&change, cw, op, "decision-paper", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, document);
	if (!may(cw, RIGHT_DOCUMENT_PUT, RELATION_NONE, err) || !about_load(&papering, err) ||
		!about_stands(&papering, err) || !receivers_load(&papering, err) || !paper_write(&papering, &made, err))
		return change_abandon(&change);
	if (!change_commit(&change, err))
		return false;
	if (document)
		*document = made;
	return true;
}

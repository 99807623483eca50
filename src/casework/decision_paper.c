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
	const char *decided_on, *way, *subject, *name;
	int document_n; /* the paper there is; 0: none */
	const char *codes[RECEIVERS];
	int code_count;
};

/* ---- what it is of */

static int64_t id_or_null(int64_t id)
{
	return id ? id : MONEY_UNKNOWN;
}

bool paper_sent_load(struct casework *cw, int64_t withholding, bool lifting, int64_t claim, struct arena *arena,
	struct decision_sent *out, struct error *err)
{
	struct rows rows;

	if (!store_ask(casework_store(cw), SQL_PAPER_OF_MONEY,
		    BINDS(BIND("withholding", id_or_null(withholding)), BIND("lifting", (int64_t)lifting),
			    BIND("claim", id_or_null(claim))),
		    &rows, err))
		return false;
	*out = (struct decision_sent){0};
	if (rows_next(&rows))
		*out = decision_sent_read(&rows, arena);
	return rows_done(&rows, err);
}

static void names_fill(struct papering *papering)
{
	const struct decision_paper_change *asked = papering->asked;
	struct arena *arena = &papering->change->arena;
	int measure_n = papering->measure_n, n = papering->n;

	if (asked->withholding) {
		papering->subject = arena_format(arena,
			asked->lifting ? "Beslut %s om hävning av innehållande %d, åtgärd %d"
				       : "Beslut %s om innehållande %d, åtgärd %d",
			papering->decided_on, n, measure_n);
		papering->name = arena_format(
			arena, asked->lifting ? "havning-%d-%d.txt" : "innehallande-%d-%d.txt", measure_n, n);
	} else if (asked->claim) {
		papering->subject =
			arena_format(arena, "Beslut %s om återkrav %d, åtgärd %d", papering->decided_on, n, measure_n);
		papering->name = arena_format(arena, "aterkrav-%d-%d.txt", measure_n, n);
	} else if (measure_n) {
		papering->subject = arena_format(arena, "Beslut %s, åtgärd %d", papering->decided_on, measure_n);
		papering->name = arena_format(arena, "beslut-%d-%d.txt", measure_n, n);
	} else {
		papering->subject = arena_format(arena, "Beslut %s", papering->decided_on);
		papering->name = arena_format(arena, "beslut-%d.txt", n);
	}
}

static void about_read(struct papering *papering, struct rows *rows)
{
	const struct decision_paper_change *asked = papering->asked;
	struct arena *arena = &papering->change->arena;

	papering->application = rows_number(rows, "application");
	papering->measure_n = (int)rows_number(rows, "measure_n");
	papering->n = (int)rows_number(rows, "n");
	papering->decided_on = rows_text(rows, "decided_on", arena);
	if (asked->decision || asked->ruling)
		papering->document_n = (int)rows_number_or(rows, "document_n", 0);
	if (asked->withholding) {
		const char *lifted_on = rows_text(rows, "lifted_on", arena);

		papering->decided_on = asked->lifting ? lifted_on : papering->decided_on;
	}
	if (asked->claim)
		papering->codes[papering->code_count++] = rows_text(rows, "region", arena);
}

static bool money_paper_find(struct papering *papering, struct error *err)
{
	const struct decision_paper_change *asked = papering->asked;
	struct decision_sent sent;

	if (asked->decision || asked->ruling)
		return true;
	if (!paper_sent_load(papering->change->cw, asked->withholding, asked->lifting, asked->claim,
		    &papering->change->arena, &sent, err))
		return false;
	papering->document_n = sent.document ? sent.document_n : 0;
	return true;
}

static bool about_load(struct papering *papering, struct error *err)
{
	const struct decision_paper_change *asked = papering->asked;
	const struct {
		int64_t id;
		enum sql which;
	} kinds[] = {{asked->decision, SQL_PAPER_OF_DECISION}, {asked->ruling, SQL_PAPER_OF_RULING},
		{asked->withholding, SQL_PAPER_OF_WITHHOLDING}, {asked->claim, SQL_PAPER_OF_CLAIM}};
	size_t kind = 0;
	bool found;
	struct rows rows;

	while (kind + 1 < sizeof kinds / sizeof kinds[0] && !kinds[kind].id)
		kind++;
	if (!store_ask(papering->change->store, kinds[kind].which, BINDS(BIND("id", kinds[kind].id)), &rows, err))
		return false;
	found = rows_next(&rows);
	if (found)
		about_read(papering, &rows);
	if (!rows_done(&rows, err))
		return false;
	if (!found)
		return refuse(err, ERROR_MISSING, _("There is no such decision. Nothing was saved."));
	if (!papering->decided_on)
		return refuse(err, ERROR_INVALID, _("Decision %d to withhold has not been lifted. Nothing was saved."),
			papering->n);
	names_fill(papering);
	return bar_free(papering->change->cw, papering->application, err) && money_paper_find(papering, err);
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

/* All who apply, the lead first; of a claim the region that it is on. */
static bool receivers_load(struct papering *papering, struct error *err)
{
	struct change *change = papering->change;
	struct rows rows;

	if (papering->code_count)
		return true;
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

static void file_of(const struct letter_out *letter, struct file_kept *file)
{
	unsigned char bytes[HASH_BYTES];
	struct hash hash;

	*file = (struct file_kept){.name = letter->name, .bytes = (int64_t)strlen(letter->text)};
	buffer_init(&file->content);
	buffer_text(&file->content, letter->text);
	hash_init(&hash);
	hash_add(&hash, letter->text, strlen(letter->text));
	hash_done(&hash, bytes);
	hash_text(bytes, file->hash);
}

bool letter_register(struct change *change, const struct letter_out *letter, int64_t *document, struct error *err)
{
	struct document_change typed = {.direction = "out",
		.kind = letter->kind,
		.on_day = letter->sent_on ? letter->sent_on : change->today,
		.way = letter->way,
		.region = letter->codes[0],
		.subject = letter->subject};
	struct case_ref of = {.application = letter->application};
	bool kept = strcmp(store_path(change->store), ":memory:") != 0, made;
	struct file_kept file;

	file_of(letter, &file);
	made = document_put(change, &of, &typed, kept ? &file : NULL, letter->text, document, err);
	files_done(&file);
	for (int i = 0; made && i < letter->code_count; i++)
		made = dispatch_put(
			change, *document, letter->application, letter->codes[i], letter->way, letter->sent_on, err);
	return made;
}

static bool document_make(struct papering *papering, int64_t *document, struct error *err)
{
	return letter_register(papering->change,
		&(struct letter_out){papering->application, "decision", papering->subject, papering->name,
			papering->asked->text, papering->way, papering->asked->sent_on, papering->codes,
			papering->code_count},
		document, err);
}

/* ---- all of it */

static bool paper_tied(struct papering *papering, int64_t document, struct error *err)
{
	const struct decision_paper_change *asked = papering->asked;
	struct change *change = papering->change;
	bool of_money = asked->withholding || asked->claim;

	return (of_money ? store_run(change->store, SQL_PAPER_OF_MONEY_INSERT,
				   BINDS(BIND("document", document),
					   BIND("withholding", id_or_null(asked->withholding)),
					   BIND("lifting", (int64_t)asked->lifting),
					   BIND("claim", id_or_null(asked->claim))),
				   err)
			 : store_run(change->store, SQL_PAPER_INSERT,
				   BINDS(BIND("document", document), BIND("decision", id_or_null(asked->decision)),
					   BIND("ruling", id_or_null(asked->ruling))),
				   err)) &&
	       change_record(change, of_money ? OBJECT_MONEY_PAPER : OBJECT_DECISION_PAPER, document,
		       papering->application, NULL, err);
}

static bool paper_write(struct papering *papering, int64_t *document, struct error *err)
{
	*document = papering->asked->document;
	return (*document ? document_stands(papering, err) : document_make(papering, document, err)) &&
	       paper_tied(papering, *document, err);
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

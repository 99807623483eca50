/* Which case a paper belongs to. Invariant: a number once given stays where it was given and says where the paper is
 * now; it is never given again. */
#include "casework/document_inner.h"

#include "base/text.h"
#include "base/words.h"

/* Words that must be said, made fit to keep. */
struct grounds {
	const char *why;
};

static bool grounds_clean(struct change *change, const char *given, const char **out, struct error *err)
{
	static const struct field fields[] = {
		{.name = "why", .label = N_("Reason"), .kind = FIELD_TEXT, .needed = true, .at = 0}};
	const struct form form = {fields, 1};
	struct grounds grounds = {given};

	if (!form_clean(change->cw, &form, &grounds, &change->arena, NULL, err))
		return false;
	*out = grounds.why;
	return true;
}

/* ---- the inbox: tying */

bool paper_tie(struct change *change, const struct paper *paper, const struct case_ref *to, struct error *err)
{
	const char *before;
	int n;

	if (paper->n)
		return refuse(err, ERROR_INVALID,
			_("The document has its case already. Move it, and its number stays behind."));
	before = change_facts(change, OBJECT_DOCUMENT, paper->id, err);
	return before && case_next_n(change, to, &n, err) &&
	       store_run(change->store, SQL_DOCUMENT_TIE,
		       BINDS(BIND("id", paper->id), BIND("version", paper->version), case_application(to),
			       case_matter(to), BIND("n", n)),
		       err) &&
	       change_record(change, OBJECT_DOCUMENT, paper->id, to->application, before, err);
}

static bool tie_save(struct change *change, int64_t document, const struct case_ref *to, struct error *err)
{
	struct paper paper;

	return may(change->cw, RIGHT_DOCUMENT_PUT, RELATION_NONE, err) && paper_ready(change, document, &paper, err) &&
	       case_open(change, to, err) && paper_tie(change, &paper, to, err);
}

bool document_tie(
	struct casework *cw, const struct operation *op, int64_t document, const struct case_ref *to, struct error *err)
{
	struct change change;

	if (!change_begin(&change, cw, op, "document-tie", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!tie_save(&change, document, to, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}

/* ---- moving */

bool paper_move(
	struct change *change, const struct paper *paper, const struct case_ref *to, int64_t *moved, struct error *err)
{
	const char *before = change_facts(change, OBJECT_DOCUMENT, paper->id, err);
	int n;

	if (!before || !case_next_n(change, to, &n, err) ||
		!store_run(change->store, SQL_DOCUMENT_COPY,
			BINDS(BIND("id", paper->id), case_application(to), case_matter(to), BIND("n", n),
				BIND("registered_by", casework_actor(change->cw)),
				BIND("registered_at", (const char *)change->now)),
			err))
		return false;
	*moved = store_last_id(change->store);
	return change_record(change, OBJECT_DOCUMENT, *moved, to->application, NULL, err) &&
	       store_run(change->store, SQL_DOCUMENT_COPY_TEXT, BINDS(BIND("from", paper->id), BIND("to", *moved)),
		       err) &&
	       store_run(change->store, SQL_DOCUMENT_TEXT_DROP, BINDS(BIND("document", paper->id)), err) &&
	       store_run(change->store, SQL_DOCUMENT_MOVED,
		       BINDS(BIND("id", paper->id), BIND("version", paper->version), BIND("moved_to", *moved)), err) &&
	       change_record(change, OBJECT_DOCUMENT, paper->id, paper->of.application, before, err);
}

static bool move_save(struct change *change, int64_t document, const struct case_ref *to, const char *given,
	int64_t *moved, struct error *err)
{
	const char *why;
	struct paper paper;

	if (!may(change->cw, RIGHT_DOCUMENT_PUT, RELATION_NONE, err) || !paper_ready(change, document, &paper, err) ||
		!case_open(change, to, err) || !grounds_clean(change, given, &why, err))
		return false;
	if (!paper.n)
		return refuse(err, ERROR_INVALID, _("The paper lies in the inbox. Tie it to the case instead."));
	if (case_same(&paper.of, to))
		return refuse(err, ERROR_INVALID, _("The document is in that case already."));
	if (paper.removed)
		return refuse(err, ERROR_INVALID,
			_("The document's content has been removed; what is left of it stays where it is."));
	change->op.cause = why;
	return paper_move(change, &paper, to, moved, err);
}

bool document_move(struct casework *cw, const struct operation *op, int64_t document, const struct case_ref *to,
	const char *why, int64_t *moved, struct error *err)
{
	struct change change;
	int64_t made;

	if (!change_begin(&change, cw, op, "document-move", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, moved);
	if (!move_save(&change, document, to, why, &made, err))
		return change_abandon(&change);
	if (!change_commit(&change, err))
		return false;
	if (moved)
		*moved = made;
	return true;
}

/* ---- void */

static bool void_save(struct change *change, int64_t document, const char *given, struct error *err)
{
	const char *why, *before;
	struct paper paper;

	if (!may(change->cw, RIGHT_DOCUMENT_PUT, RELATION_NONE, err) || !paper_ready(change, document, &paper, err) ||
		!grounds_clean(change, given, &why, err))
		return false;
	before = change_facts(change, OBJECT_DOCUMENT, document, err);
	return before &&
	       store_run(change->store, SQL_DOCUMENT_VOID,
		       BINDS(BIND("id", document), BIND("version", paper.version), BIND("void_why", why)), err) &&
	       change_record(change, OBJECT_DOCUMENT, document, paper.of.application, before, err);
}

bool document_void(
	struct casework *cw, const struct operation *op, int64_t document, const char *why, struct error *err)
{
	struct change change;

	if (!change_begin(&change, cw, op, "document-void", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!void_save(&change, document, why, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}

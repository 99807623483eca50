/* A paper and its case as they stand when a change begins. Invariant: both are read inside the change's own
 * transaction. */
#include "casework/document_inner.h"

#include "base/words.h"

static void paper_read(struct rows *rows, struct paper *paper, struct arena *arena)
{
	paper->version = rows_number(rows, "version");
	paper->of.application = rows_number_or(rows, "application", 0);
	paper->of.matter = rows_number_or(rows, "matter", 0);
	paper->n = (int)rows_number_or(rows, "n", 0);
	paper->direction = rows_text(rows, "direction", arena);
	paper->on_day = rows_text(rows, "on_day", arena);
	paper->subject = rows_text(rows, "subject", arena);
	paper->file_hash = rows_text(rows, "file_hash", arena);
	paper->void_why = rows_text(rows, "void_why", arena);
	paper->secret_ground = rows_text(rows, "secret_ground", arena);
	paper->moved_to = rows_number_or(rows, "moved_to", 0);
	paper->removed = rows_bool(rows, "removed");
}

bool paper_load(struct change *change, int64_t document, struct paper *out, struct error *err)
{
	struct paper paper = {.id = document};
	struct rows rows;
	bool found;

	if (!store_ask(change->store, SQL_DOCUMENT_STANDING, BINDS(BIND("id", document)), &rows, err))
		return false;
	found = rows_next(&rows);
	if (found)
		paper_read(&rows, &paper, &change->arena);
	if (!rows_done(&rows, err))
		return false;
	if (!found)
		return refuse(err, ERROR_MISSING, _("There is no such document. Nothing was changed."));
	*out = paper;
	return true;
}

bool paper_is_live(struct change *change, const struct paper *paper, struct error *err)
{
	(void)change;
	if (paper->void_why)
		return refuse(err, ERROR_INVALID,
			_("The document is void (registered by mistake) and is no longer changed. Its number stays."));
	if (paper->moved_to)
		return refuse(err, ERROR_INVALID,
			_("The document was moved to another case. Change it there; here only its number stays."));
	return true;
}

bool paper_ready(struct change *change, int64_t document, struct paper *out, struct error *err)
{
	return paper_load(change, document, out, err) &&
	       change_fresh(change, OBJECT_DOCUMENT, document, out->version, err) && paper_is_live(change, out, err);
}

struct bind case_application(const struct case_ref *ref)
{
	return ref->application ? bind_number("application", ref->application) : bind_null("application");
}

struct bind case_matter(const struct case_ref *ref)
{
	return ref->matter ? bind_number("matter", ref->matter) : bind_null("matter");
}

bool case_same(const struct case_ref *a, const struct case_ref *b)
{
	return a->application == b->application && a->matter == b->matter;
}

bool case_open(struct change *change, const struct case_ref *ref, struct error *err)
{
	struct rows rows;
	bool found, wrong = false;
	int year = 0, n = 0;

	if (!store_ask(change->store, SQL_DOCUMENT_CASE, BINDS(case_application(ref), case_matter(ref)), &rows, err))
		return false;
	found = rows_next(&rows);
	if (found) {
		rows_text(&rows, "title", &change->arena);
		year = (int)rows_number(&rows, "year");
		n = (int)rows_number(&rows, "n");
		wrong = rows_bool(&rows, "misregistered");
	}
	if (!rows_done(&rows, err))
		return false;
	if (!found)
		return refuse(err, ERROR_MISSING, _("There is no such case. Nothing was changed."));
	if (wrong)
		return refuse(err, ERROR_INVALID,
			_("%d-%d was registered by mistake and takes no more documents. Choose the case it was moved "
			  "to."),
			n, year);
	return true;
}

bool case_next_n(struct change *change, const struct case_ref *ref, int *n, struct error *err)
{
	struct rows rows;

	if (!store_ask(change->store, SQL_DOCUMENT_NEXT_N, BINDS(case_application(ref), case_matter(ref)), &rows, err))
		return false;
	if (rows_next(&rows))
		*n = (int)rows_number(&rows, "n");
	return rows_done(&rows, err);
}

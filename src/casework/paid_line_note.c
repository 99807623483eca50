/* What a person found of a line that was read in as paid and not recorded. Invariant: a line keeps every note; the
 * newest counts. */
#include "casework/change.h"
#include "casework/paid_file.h"

#include "base/text.h"
#include "base/words.h"

struct noting {
	struct change *change;
	int64_t file;
	int line, n;
	const char *why;
};

static bool why_read(struct noting *noting, struct error *err)
{
	const char *typed = noting->why ? noting->why : "";
	struct error inner = {0};

	if (!text_clean(&noting->change->arena, typed, strlen(typed), true, &noting->why, &inner))
		return refuse(err, inner.kind, _("What was found: %s"), inner.text);
	return !text_blank(noting->why) ||
	       refuse(err, ERROR_INVALID, _("Say what was found of the line. Nothing was saved."));
}

/* A line that was recorded, or had been, is accounted for. */
static bool line_load(struct noting *noting, struct error *err)
{
	struct rows rows;
	bool found, odd = false;

	if (!store_ask(noting->change->store, SQL_PAID_LINE_ONE,
		    BINDS(BIND("paid_file", noting->file), BIND("line", noting->line)), &rows, err))
		return false;
	found = rows_next(&rows);
	if (found) {
		odd = rows_bool(&rows, "odd");
		noting->n = (int)rows_number(&rows, "next_n");
	}
	if (!rows_done(&rows, err))
		return false;
	if (!found)
		return refuse(err, ERROR_MISSING, _("File %lld of payments has no line %d. Nothing was saved."),
			(long long)noting->file, noting->line);
	return odd || refuse(err, ERROR_INVALID,
			      _("Line %d is recorded as paid: there is nothing to look into. Nothing was saved."),
			      noting->line);
}

static bool note_write(struct noting *noting, struct error *err)
{
	struct change *change = noting->change;

	return store_run(change->store, SQL_PAID_LINE_NOTE_INSERT,
		       BINDS(BIND("paid_file", noting->file), BIND("line", noting->line), BIND("n", noting->n),
			       BIND("why", noting->why), BIND("person", casework_actor(change->cw)),
			       BIND("at", (const char *)change->now)),
		       err) &&
	       change_record(change, OBJECT_PAID_LINE_NOTE, store_last_id(change->store), 0, NULL, err);
}

bool paid_line_note(
	struct casework *cw, const struct operation *op, int64_t file, int line, const char *why, struct error *err)
{
	struct change change;
	struct noting noting = {.change = &change, .file = file, .line = line, .why = why};

	if (!change_begin(&change, cw, op, "paid-line-note", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!may(cw, RIGHT_PAYMENT_RECORD, RELATION_NONE, err) || !line_load(&noting, err) || !why_read(&noting, err) ||
		!note_write(&noting, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}

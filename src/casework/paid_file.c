/* What the economy system tells has been paid. Invariant: a row is recorded as paid only by a line with its whole
 * amount, once; every line of a file that was read in is kept with what it was found to be. */
#include "casework/paid_file.h"
#include "casework/change.h"
#include "casework/grow.h"
#include "casework/office.h"
#include "casework/payment.h"

#include "base/money.h"
#include "base/words.h"

static const struct {
	const char *code, *word;
} matches[PAID_MATCHES] = {
	[PAID_WHOLE] = {"paid", N_("paid whole")},
	[PAID_OTHER_DAY] = {"other_day", N_("paid on another day")},
	[PAID_PARTIAL] = {"partial", N_("paid in part: not recorded")},
	[PAID_MORE] = {"more", N_("more than the row: not recorded")},
	[PAID_ALREADY] = {"already", N_("recorded already")},
	[PAID_UNSEALED] = {"unsealed", N_("in no sealed file: not recorded")},
	[PAID_UNKNOWN] = {"unknown", N_("unknown payment: not recorded")},
};

const char *paid_match_code(enum paid_match match)
{
	return matches[match].code;
}

const char *paid_match_word(enum paid_match match)
{
	return _(matches[match].word);
}

static enum paid_match match_read(const char *code)
{
	int match = 0;

	while (match < PAID_UNKNOWN && strcmp(matches[match].code, code) != 0)
		match++;
	return (enum paid_match)match;
}

/* Digits of a number from 1, without a leading nought. */
static bool part_read(const char **at, char end, int *out)
{
	char *after;
	long number = **at >= '1' && **at <= '9' ? strtol(*at, &after, 10) : 0;

	if (!number || number > 999999 || *after != end)
		return false;
	*out = (int)number;
	*at = after + (end != '\0');
	return true;
}

bool payment_number_read(const char *text, struct payment_number *out)
{
	struct payment_number read;

	if (strncmp(text, "EFF-", 4) != 0)
		return false;
	text += 4;
	if (!part_read(&text, '-', &read.n) || !part_read(&text, '-', &read.year) ||
		!part_read(&text, '-', &read.measure) || !part_read(&text, '\0', &read.row))
		return false;
	*out = read;
	return true;
}

/* ---- what each line is */

struct taking {
	struct store *store;
	const struct paid_file *file;
	struct paid_result *result;
	int64_t *instalments; /* one for each line, 0: none */
};

static bool known_refuse(struct taking *taking, struct error *err)
{
	struct arena *arena = &taking->result->arena;
	const char *read_by = NULL, *read_at = "", *name = "";
	struct rows rows;

	if (!store_ask(taking->store, SQL_PAID_FILE_KNOWN, BINDS(BIND("hash", (const char *)taking->file->hash)), &rows,
		    err))
		return false;
	if (rows_next(&rows)) {
		read_by = rows_text(&rows, "read_by", arena);
		read_at = rows_text(&rows, "read_at", arena);
		name = rows_text(&rows, "name", arena);
	}
	if (!rows_done(&rows, err))
		return false;
	return !read_by ||
	       refuse(err, ERROR_INVALID, _("The file has been read in, by %s at %.16s as '%s'. Nothing was changed."),
		       read_by, read_at, name);
}

static enum paid_match match_of(const struct paid_line *line, bool sealed, bool paid)
{
	if (paid)
		return PAID_ALREADY;
	if (!sealed)
		return PAID_UNSEALED;
	if (line->ore != line->planned_ore)
		return line->ore < line->planned_ore ? PAID_PARTIAL : PAID_MORE;
	return strcmp(line->on_day, line->due_on) != 0 ? PAID_OTHER_DAY : PAID_WHOLE;
}

static bool line_is_twice(const struct taking *taking, int at)
{
	for (int i = 0; i < at; i++)
		if (taking->instalments[i] == taking->instalments[at] &&
			paid_match_records(taking->result->lines[i].match))
			return true;
	return false;
}

static bool row_find(struct taking *taking, int at, const struct payment_number *number, struct error *err)
{
	struct paid_line *line = &taking->result->lines[at];
	struct rows rows;

	if (!store_ask(taking->store, SQL_PAID_LINE_ROW,
		    BINDS(BIND("year", number->year), BIND("n", number->n), BIND("measure_n", number->measure),
			    BIND("row", number->row)),
		    &rows, err))
		return false;
	if (rows_next(&rows)) {
		bool sealed = rows_number(&rows, "batch_n") != 0, paid = !rows_null(&rows, "paid_on");

		taking->instalments[at] = rows_number(&rows, "id");
		line->planned_ore = rows_number(&rows, "ore");
		line->due_on = rows_text(&rows, "due_on", &taking->result->arena);
		line->match = match_of(line, sealed, paid || line_is_twice(taking, at));
	}
	return rows_done(&rows, err);
}

static void line_count(struct paid_result *result, const struct paid_line *line)
{
	if (paid_match_records(line->match))
		result->ore += line->ore;
	else
		result->odd += line->match != PAID_ALREADY && !line->note;
}

static bool lines_match(struct taking *taking, struct error *err)
{
	const struct paid_file *file = taking->file;
	struct paid_result *result = taking->result;

	result->lines = arena_take(&result->arena, ((size_t)file->count + 1) * sizeof *result->lines);
	taking->instalments = arena_take(&result->arena, ((size_t)file->count + 1) * sizeof *taking->instalments);
	for (int i = 0; i < file->count; i++) {
		const struct paid_row *row = &file->rows[i];
		struct payment_number number;

		result->lines[i] = (struct paid_line){.line = row->line,
			.payment = arena_text(&result->arena, row->payment),
			.on_day = arena_text(&result->arena, row->on_day),
			.ore = row->ore,
			.match = PAID_UNKNOWN,
			.planned_ore = MONEY_UNKNOWN};
		if (payment_number_read(row->payment, &number) && !row_find(taking, i, &number, err))
			return false;
		line_count(result, &result->lines[i]);
	}
	result->count = file->count;
	return true;
}

static bool file_match(struct taking *taking, struct error *err)
{
	return (taking->file->count || refuse(err, ERROR_INVALID, _("The file has no payments."))) &&
	       known_refuse(taking, err) && lines_match(taking, err);
}

bool paid_file_look(struct casework *cw, const struct paid_file *file, struct paid_result *out, struct error *err)
{
	struct paid_result result = {.count = 0};
	struct taking taking = {casework_store(cw), file, &result, NULL};
	bool looked;

	if (!may(cw, RIGHT_PAYMENT_RECORD, RELATION_NONE, err) || !store_look(taking.store, err))
		return false;
	arena_init(&result.arena);
	looked = file_match(&taking, err);
	store_look_done(taking.store);
	if (looked)
		*out = result;
	else
		arena_done(&result.arena);
	return looked;
}

/* ---- taking it in */

static bool line_keep(struct change *change, const struct taking *taking, int64_t file, int at, struct error *err)
{
	const struct paid_line *line = &taking->result->lines[at];
	int64_t instalment = taking->instalments[at] ? taking->instalments[at] : MONEY_UNKNOWN;

	return store_run(change->store, SQL_PAID_LINE_INSERT,
		BINDS(BIND("paid_file", file), BIND("line", line->line), BIND("payment_id", line->payment),
			BIND("on_day", line->on_day), BIND("ore", line->ore), BIND("match", matches[line->match].code),
			BIND("instalment", instalment)),
		err);
}

/* Each as a payment by hand is, in the transaction of the whole. */
static bool rows_pay(struct change *change, const struct taking *taking, struct error *err)
{
	bool paid = true;

	change_join(change->cw, change);
	for (int i = 0; paid && i < taking->result->count; i++) {
		const struct paid_row *row = &taking->file->rows[i];
		struct error inner = {0};

		if (!paid_match_records(taking->result->lines[i].match))
			continue;
		paid = instalment_paid(change->cw, NULL, taking->instalments[i], row->on_day, row->reference, &inner) ||
		       refuse(err, inner.kind, _("Line %d, %s: %s Nothing of the file was recorded."), row->line,
			       row->payment, inner.text);
	}
	change_join(change->cw, NULL);
	return paid;
}

static bool file_keep(struct change *change, const struct taking *taking, struct error *err)
{
	int64_t id;

	if (!store_run(change->store, SQL_PAID_FILE_INSERT,
		    BINDS(BIND("name", taking->file->name), BIND("hash", (const char *)taking->file->hash),
			    BIND("read_by", casework_actor(change->cw)), BIND("read_at", (const char *)change->now)),
		    err))
		return false;
	id = store_last_id(change->store);
	for (int i = 0; i < taking->result->count; i++)
		if (!line_keep(change, taking, id, i, err))
			return false;
	return change_record(change, OBJECT_PAID_FILE, id, 0, NULL, err);
}

/* The file's own event is the operation's first, so that a repeated one finds the file. */
static bool file_write(struct change *change, struct taking *taking, struct error *err)
{
	return may(change->cw, RIGHT_PAYMENT_RECORD, RELATION_NONE, err) && file_match(taking, err) &&
	       file_keep(change, taking, err) && rows_pay(change, taking, err);
}

bool paid_file_take(struct casework *cw, const struct operation *op, const struct paid_file *file,
	struct paid_result *out, struct error *err)
{
	struct paid_result result = {.count = 0};
	struct taking taking = {casework_store(cw), file, &result, NULL};
	struct change change;
	int64_t before = 0;

	if (!change_begin(&change, cw, op, "paid-import", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, &before) && paid_lines_load(cw, before, out, err);
	arena_init(&result.arena);
	if (!file_write(&change, &taking, err)) {
		arena_done(&result.arena);
		return change_abandon(&change);
	}
	if (!change_commit(&change, err)) {
		arena_done(&result.arena);
		return false;
	}
	*out = result;
	return true;
}

void paid_result_done(struct paid_result *result)
{
	if (result)
		arena_done(&result->arena);
}

/* ---- what has been read in */

bool paid_file_list_load(struct casework *cw, struct paid_file_list *out, struct error *err)
{
	struct paid_file_list list = {0};
	struct rows rows;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) ||
		!store_ask(cw->store, SQL_PAID_FILE_LIST, BINDS_NONE, &rows, err))
		return false;
	arena_init(&list.arena);
	while (rows_next(&rows)) {
		GROW(&list.arena, list.items, list.count);
		list.items[list.count++] = (struct paid_file_row){
			.id = rows_number(&rows, "id"),
			.lines = (int)rows_number(&rows, "lines"),
			.paid = (int)rows_number_or(&rows, "paid", 0),
			.unrecorded = (int)rows_number_or(&rows, "unrecorded", 0),
			.odd = (int)rows_number_or(&rows, "odd", 0),
			.name = rows_text(&rows, "name", &list.arena),
			.hash = rows_text(&rows, "hash", &list.arena),
			.read_by = rows_text(&rows, "read_by", &list.arena),
			.read_at = rows_text(&rows, "read_at", &list.arena),
		};
	}
	if (!rows_done(&rows, err)) {
		arena_done(&list.arena);
		return false;
	}
	*out = list;
	return true;
}

void paid_file_list_done(struct paid_file_list *list)
{
	if (list)
		arena_done(&list->arena);
}

static void line_read(struct rows *rows, struct paid_result *result)
{
	struct paid_line *line;

	GROW(&result->arena, result->lines, result->count);
	line = &result->lines[result->count++];
	*line = (struct paid_line){
		.line = (int)rows_number(rows, "line"),
		.payment = rows_text(rows, "payment_id", &result->arena),
		.on_day = rows_text(rows, "on_day", &result->arena),
		.ore = rows_number(rows, "ore"),
		.match = match_read(rows_text(rows, "match", &result->arena)),
		.planned_ore = rows_number(rows, "planned_ore"),
		.due_on = rows_text(rows, "due_on", &result->arena),
		.note = rows_text(rows, "note", &result->arena),
		.note_by = rows_text(rows, "note_by", &result->arena),
		.note_at = rows_text(rows, "note_at", &result->arena),
	};
	line_count(result, line);
}

bool paid_lines_load(struct casework *cw, int64_t file, struct paid_result *out, struct error *err)
{
	struct paid_result result = {.count = 0};
	struct rows rows;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) ||
		!store_ask(cw->store, SQL_PAID_LINES, BINDS(BIND("paid_file", file)), &rows, err))
		return false;
	arena_init(&result.arena);
	while (rows_next(&rows))
		line_read(&rows, &result);
	if (!rows_done(&rows, err)) {
		arena_done(&result.arena);
		return false;
	}
	if (!result.count) {
		arena_done(&result.arena);
		return refuse(err, ERROR_MISSING, _("There is no file of payments %lld."), (long long)file);
	}
	*out = result;
	return true;
}

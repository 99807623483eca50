/* Sealing payment files. Invariant: which rows, which accounts and which bytes are settled in one transaction; a row
 * that no file can hold stops the whole. */
#include "casework/batch.h"
#include "casework/bar.h"
#include "casework/change.h"
#include "casework/money_years.h"
#include "casework/payee_account.h"

#include "base/words.h"

/* A row that may be sealed, with its place in the file. */
struct sealing_row {
	int64_t id, application, round, account;
	bool closed;
	const char *recipient, *name;
	struct batch_line line;
};
struct sealing {
	struct casework *cw;
	struct store *store;
	struct arena *arena;
	const struct batch_wish *wish;
	const char *today;
	struct sealing_row *rows;
	int count;
	int64_t ore;
	struct buffer left_out, wrong;
};

static void label_of(const struct batch_line *line, char out[48])
{
	snprintf(out, 48, "%s", line->payment);
}

static void digits_copy(const char *from, char *out, size_t room)
{
	size_t used = 0;

	for (; *from && used + 1 < room; from++)
		if (*from != '-' && *from != ' ')
			out[used++] = *from;
	out[used] = '\0';
}

static void row_read(struct rows *rows, struct sealing *sealing, struct sealing_row *row)
{
	int n = (int)rows_number(rows, "n"), measure_n = (int)rows_number(rows, "measure_n"),
	    application_n = (int)rows_number(rows, "application_n"), year = (int)rows_number(rows, "application_year");

	row->id = rows_number(rows, "id");
	row->application = rows_number(rows, "application");
	row->round = rows_number(rows, "round");
	row->closed = rows_bool(rows, "closed");
	row->recipient = rows_text(rows, "recipient", sealing->arena);
	row->name = rows_text(rows, "name", sealing->arena);
	row->line.ore = rows_number(rows, "ore");
	row->line.year = (int)rows_number(rows, "year");
	snprintf(row->line.due_on, sizeof row->line.due_on, "%s", rows_text(rows, "due_on", sealing->arena));
	snprintf(row->line.payment, sizeof row->line.payment, "EFF-%d-%d-%d-%d", application_n, year, measure_n, n);
	snprintf(row->line.reference, sizeof row->line.reference, "EFF-%d-%d", application_n, year);
	digits_copy(rows_text(rows, "orgnr", sealing->arena), row->line.orgnr, sizeof row->line.orgnr);
}

static bool row_wished(const struct batch_wish *wish, int64_t id)
{
	for (int i = 0; i < wish->count; i++)
		if (wish->instalments[i] == id)
			return true;
	return !wish->instalments;
}

static bool rows_load(struct sealing *sealing, struct error *err)
{
	const struct batch_wish *wish = sealing->wish;
	size_t room = 0;
	struct rows rows;

	if (!store_ask(sealing->store, SQL_BATCH_DUE,
		    BINDS(BIND("through", wish->through ? wish->through : sealing->today), BIND("round", wish->round)),
		    &rows, err))
		return false;
	while (rows_next(&rows)) {
		struct sealing_row row = {0};

		row_read(&rows, sealing, &row);
		if (!row_wished(wish, row.id))
			continue;
		if ((size_t)sealing->count == room) {
			room = room ? room * 2 : 16;
			sealing->rows = arena_grow(
				sealing->arena, sealing->rows, (size_t)sealing->count, sizeof *sealing->rows, room);
		}
		sealing->rows[sealing->count++] = row;
	}
	return rows_done(&rows, err);
}

static void told_add(struct buffer *to, const struct sealing_row *row, const char *why)
{
	char label[48];

	label_of(&row->line, label);
	buffer_format(to, "%s%s (%s)", to->bytes ? "; " : "", label, why);
}

/* Rows of cases the actor takes no part in, or that are closed, are left for somebody else. */
static bool rows_sift(struct sealing *sealing, struct error *err)
{
	struct bars bars;
	int kept = 0;

	if (!bars_load(sealing->cw, sealing->arena, &bars, err))
		return false;
	for (int i = 0; i < sealing->count; i++) {
		struct sealing_row *row = &sealing->rows[i];

		if (bars_relation(&bars, row->application, row->round))
			told_add(&sealing->left_out, row, _("you take no part in the case"));
		else if (row->closed)
			told_add(&sealing->left_out, row, _("the case is closed"));
		else
			sealing->rows[kept++] = *row;
	}
	sealing->count = kept;
	return true;
}

/* The account on the day it is paid: the due day, or today when that has passed. */
static bool account_find(struct sealing *sealing, struct sealing_row *row, struct error *err)
{
	const char *on = strcmp(row->line.due_on, sealing->today) > 0 ? row->line.due_on : sealing->today;
	struct payee_now payee;
	const char *why;

	if (!payee_now_load(sealing->store, sealing->arena, row->recipient, on, &payee, err))
		return false;
	if (!payee.id) {
		told_add(&sealing->wrong, row,
			arena_format(sealing->arena, _("%s has no account in force on %s"), row->name, on));
		return true;
	}
	row->account = payee.id;
	snprintf(row->line.kind, sizeof row->line.kind, "%s", payee.kind);
	digits_copy(payee.number, row->line.account, sizeof row->line.account);
	why = batch_line_wrong(&row->line);
	if (why)
		told_add(&sealing->wrong, row, why);
	return true;
}

static bool rows_settle(struct sealing *sealing, struct error *err)
{
	struct money_sum sum = {0};

	for (int i = 0; i < sealing->count; i++) {
		if (!account_find(sealing, &sealing->rows[i], err))
			return false;
		money_sum_add(&sum, sealing->rows[i].line.ore);
	}
	sealing->ore = sum.ore;
	if (sealing->wrong.bytes)
		return refuse(err, ERROR_INVALID, _("The file was not sealed, for these rows cannot stand in it: %s."),
			sealing->wrong.text);
	return sealing->count ||
	       refuse(err, ERROR_INVALID,
		       sealing->left_out.bytes ? _("There is nothing to seal. Left out: %s.")
					       : _("There is nothing to seal: no row is authorised, due and unpaid.%s"),
		       sealing->left_out.bytes ? sealing->left_out.text : "");
}

static bool sealing_load(struct sealing *sealing, struct error *err)
{
	buffer_init(&sealing->left_out);
	buffer_init(&sealing->wrong);
	return rows_load(sealing, err) && rows_sift(sealing, err) && rows_settle(sealing, err);
}

static void sealing_done(struct sealing *sealing)
{
	buffer_done(&sealing->left_out);
	buffer_done(&sealing->wrong);
}

bool batch_wanted_load(struct casework *cw, const struct batch_wish *wish, struct batch_wanted *out, struct error *err)
{
	struct batch_wanted wanted = {.count = 0};
	char today[DAY_TEXT];
	struct sealing sealing = {
		.cw = cw, .store = casework_store(cw), .arena = &wanted.arena, .wish = wish, .today = today};
	bool loaded;

	day_text(casework_today(cw), today);
	if (!may(cw, RIGHT_BATCH_SEAL, RELATION_NONE, err))
		return false;
	arena_init(&wanted.arena);
	loaded = sealing_load(&sealing, err);
	if (loaded) {
		wanted.count = sealing.count;
		wanted.ore = sealing.ore;
		wanted.left_out = arena_text(&wanted.arena, sealing.left_out.bytes ? sealing.left_out.text : "");
		wanted.instalments = arena_take(&wanted.arena, ((size_t)wanted.count + 1) * sizeof *wanted.instalments);
		for (int i = 0; i < sealing.count; i++)
			wanted.instalments[i] = sealing.rows[i].id;
		*out = wanted;
	} else {
		arena_done(&wanted.arena);
	}
	sealing_done(&sealing);
	return loaded;
}

void batch_wanted_done(struct batch_wanted *wanted)
{
	if (wanted)
		arena_done(&wanted->arena);
}

/* ---- sealing */

static bool last_n(struct change *change, int *out, struct error *err)
{
	struct rows rows;

	if (!store_ask(change->store, SQL_BATCH_LAST, BINDS_NONE, &rows, err))
		return false;
	if (rows_next(&rows))
		*out = (int)rows_number(&rows, "n");
	return rows_done(&rows, err);
}

static const char *file_make(struct sealing *sealing, int n)
{
	struct batch_line *lines = arena_take(sealing->arena, (size_t)sealing->count * sizeof *lines);
	struct buffer file;
	const char *text;

	buffer_init(&file);
	for (int i = 0; i < sealing->count; i++) {
		sealing->rows[i].line.batch = n;
		sealing->rows[i].line.row = i + 1;
		lines[i] = sealing->rows[i].line;
	}
	batch_file_write(lines, sealing->count, &file);
	text = arena_text(sealing->arena, file.text);
	buffer_done(&file);
	return text;
}

static bool row_seal(struct change *change, const struct sealing_row *row, int64_t batch, struct error *err)
{
	const char *before;
	struct error none = {0};

	before = change_facts(change, OBJECT_INSTALMENT_COURSE, row->id, &none);
	if (none.kind == ERROR_FAILED) {
		*err = none;
		return false;
	}
	return store_run(change->store, SQL_BATCH_ROW_INSERT,
		       BINDS(BIND("batch", batch), BIND("n", (int64_t)row->line.row), BIND("instalment", row->id),
			       BIND("account", row->account)),
		       err) &&
	       change_record(change, OBJECT_INSTALMENT_COURSE, row->id, row->application, before, err);
}

static bool batch_write(struct change *change, struct sealing *sealing, int *n, struct error *err)
{
	char hash[HASH_TEXT];
	const char *file;
	int64_t batch;

	if (!last_n(change, n, err))
		return false;
	file = file_make(sealing, ++*n);
	hash_of(file, strlen(file), hash);
	if (!store_run(change->store, SQL_BATCH_INSERT,
		    BINDS(BIND("n", (int64_t)*n), BIND("sealed_by", casework_actor(change->cw)),
			    BIND("sealed_at", (const char *)change->now), BIND("rows", (int64_t)sealing->count),
			    BIND("ore", sealing->ore), BIND("file", file), BIND("hash", (const char *)hash)),
		    err))
		return false;
	batch = store_last_id(change->store);
	for (int i = 0; i < sealing->count; i++)
		if (!row_seal(change, &sealing->rows[i], batch, err))
			return false;
	return change_record(change, OBJECT_BATCH, batch, 0, NULL, err);
}

static bool confirmed(const struct sealing *sealing, struct error *err)
{
	char a[MONEY_TEXT], b[MONEY_TEXT];

	return !sealing->wish->ore || sealing->wish->ore == sealing->ore ||
	       refuse(err, ERROR_CONFLICT,
		       _("The rows have changed since you looked: they add up to %s, not %s. Nothing was sealed."),
		       money_words(sealing->ore, a), money_words(sealing->wish->ore, b));
}

/* The first event of a sealing is its first row's. */
static bool repeated(struct change *change, int *n, struct error *err)
{
	struct store *store = change->store;
	int64_t instalment;
	struct rows rows;

	change_repeated(change, &instalment);
	if (!store_ask(store, SQL_BATCH_OF, BINDS(BIND("instalment", instalment)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		int found = (int)rows_number(&rows, "n");

		if (n)
			*n = found;
	}
	return rows_done(&rows, err);
}

bool batch_seal(
	struct casework *cw, const struct operation *op, const struct batch_wish *wish, int *n, struct error *err)
{
	struct change change;
	int made = 0;
	bool sealed;

	if (!change_begin(&change, cw, op, "batch-seal", err))
		return false;
	if (change.repeated)
		return repeated(&change, n, err);
	struct sealing sealing = {
		.cw = cw, .store = change.store, .arena = &change.arena, .wish = wish, .today = change.today};
	sealed = may(cw, RIGHT_BATCH_SEAL, RELATION_NONE, err) && sealing_load(&sealing, err) &&
		 confirmed(&sealing, err) && batch_write(&change, &sealing, &made, err);
	sealing_done(&sealing);
	if (!sealed)
		return change_abandon(&change);
	if (!change_commit(&change, err))
		return false;
	if (n)
		*n = made;
	return true;
}

/* What the auditor reads. Invariant: it is read from what each act left behind, and nothing of it can be changed here.
 */
#include "casework/audit.h"

#include "base/chance.h"
#include "base/words.h"
#include "casework/grow.h"

static const char *const acts[][2] = {
	{"decision", N_("recorded a decision")},
	{"written_off", N_("recorded a writing off")},
	{"dismissed", N_("recorded a dismissal")},
	{"tried", N_("recorded: tried after all")},
	{"plan", N_("made a payment plan")},
	{"review", N_("reviewed")},
	{"attest", N_("authorised an instalment")},
	{"revoke", N_("took an authorisation back")},
	{"seal", N_("sealed a payment file")},
	{"payment", N_("recorded a payment")},
	{"return", N_("recorded that a payment came back")},
	{"withholding", N_("recorded a withholding")},
	{"lifting", N_("recorded a lifting")},
	{"claim", N_("recorded a claim")},
	{"demand", N_("sent a demand")},
	{"account", N_("entered a payee's account")},
	{"account_check", N_("checked a payee's account")},
	{"money_in", N_("recorded money in")},
	{"placed", N_("placed money in")},
	{"taken_back", N_("took placed money back")},
	{"voided", N_("voided an entry of money in")},
	{"paid_note", N_("noted what a line read in was")},
};

const char *audit_act_word(const char *what)
{
	for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)
		if (!strcmp(acts[i][0], what))
			return _(acts[i][1]);
	return what;
}

static bool roles_read(struct casework *cw, const char *on, struct audit *out, struct error *err)
{
	struct rows rows;

	if (!store_ask(casework_store(cw), SQL_AUDIT_ROLES, BINDS(BIND("on", on)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		GROW(&out->arena, out->roles, out->role_count);
		out->roles[out->role_count++] = (struct audit_role){
			.person = rows_text(&rows, "person", &out->arena),
			.login = rows_text(&rows, "login", &out->arena),
			.role = rows_text(&rows, "role", &out->arena),
			.from_on = rows_text(&rows, "from_on", &out->arena),
			.to_on = rows_text(&rows, "to_on", &out->arena),
			.entered_at = rows_text(&rows, "entered_at", &out->arena),
			.entered_by = rows_text(&rows, "entered_by", &out->arena),
		};
	}
	return rows_done(&rows, err);
}

static int number_or_none(struct rows *rows, const char *column)
{
	return rows_null(rows, column) ? 0 : (int)rows_number(rows, column);
}

static bool acts_read(struct casework *cw, const char *until, int64_t application, struct audit *out, struct error *err)
{
	struct rows rows;

	if (!store_ask(casework_store(cw), SQL_AUDIT_ACTS,
		    BINDS(BIND("until", until), BIND("application", application)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		GROW(&out->arena, out->acts, out->act_count);
		struct audit_act *act = &out->acts[out->act_count++];
		bool amount = !rows_null(&rows, "ore");

		*act = (struct audit_act){
			.at = rows_text(&rows, "at", &out->arena),
			.person = rows_text(&rows, "person", &out->arena),
			.what = rows_text(&rows, "what", &out->arena),
			.roles = rows_text(&rows, "roles", &out->arena),
			.year = number_or_none(&rows, "year"),
			.n = number_or_none(&rows, "n"),
			.measure_n = number_or_none(&rows, "measure_n"),
			.part = number_or_none(&rows, "part"),
			.region = rows_text(&rows, "region", &out->arena),
			.ore = amount ? rows_number(&rows, "ore") : MONEY_UNKNOWN,
		};
	}
	return rows_done(&rows, err);
}

static bool readings_read(struct casework *cw, const char *until, struct audit *out, struct error *err)
{
	struct rows rows;

	if (!store_ask(casework_store(cw), SQL_AUDIT_READINGS, BINDS(BIND("until", until)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		GROW(&out->arena, out->readings, out->reading_count);
		struct audit_reading *reading = &out->readings[out->reading_count++];

		reading->at = rows_text(&rows, "at", &out->arena);
		reading->person = rows_text(&rows, "person", &out->arena);
		reading->year = number_or_none(&rows, "year");
		reading->n = number_or_none(&rows, "n");
		reading->document_n = number_or_none(&rows, "document_n");
	}
	return rows_done(&rows, err);
}

bool audit_load(struct casework *cw, const struct audit_query *query, struct audit *out, struct error *err)
{
	const char *on = query->as_of ? query->as_of : "";
	struct audit audit = {0};
	char until[MOMENT_TEXT];

	if (!may(cw, RIGHT_AUDIT, RELATION_NONE, err))
		return false;
	snprintf(until, sizeof until, "%.10s 23:59:59", *on ? on : "9999-12-31");
	arena_init(&audit.arena);
	if (!roles_read(cw, on, &audit, err) || !acts_read(cw, until, query->application, &audit, err) ||
		!readings_read(cw, until, &audit, err)) {
		audit_done(&audit);
		return false;
	}
	*out = audit;
	return true;
}

void audit_done(struct audit *audit)
{
	if (audit)
		arena_done(&audit->arena);
}

/* ---- the sample */

static int stratum_of(int64_t ore)
{
	return ore >= INT64_C(1000000000) ? 0 : ore >= INT64_C(100000000) ? 1 : 2;
}

static bool row_counts(const struct forecast_row *row, const struct audit_drawing *drawing)
{
	if (drawing->all)
		return true;
	return row->state == FORECAST_PAID && (!drawing->on || strncmp(row->paid_at, drawing->on, 10) <= 0);
}

/* How many of each stratum: one of each that has rows, what is left in proportion to the money, never more than there
 * are; and what then is left over to the first that has rows left. */
static void shares_settle(struct audit_sample *out, int size)
{
	int64_t whole = out->ore[0] + out->ore[1] + out->ore[2];
	int left = size, rest;

	for (int s = 0; s < AUDIT_STRATA && left > 0; s++) {
		out->chosen[s] = out->rows[s] > 0;
		left -= out->chosen[s];
	}
	rest = left;
	for (int s = 0; s < AUDIT_STRATA && whole; s++) {
		int64_t part = 0;
		int room = out->rows[s] - out->chosen[s] < left ? out->rows[s] - out->chosen[s] : left;

		if (!money_part(rest, out->ore[s], whole, &part))
			continue;
		part = part > room ? room : part;
		out->chosen[s] += (int)part;
		left -= (int)part;
	}
	for (int s = 0; s < AUDIT_STRATA && left > 0; s++) {
		int more = out->rows[s] - out->chosen[s] < left ? out->rows[s] - out->chosen[s] : left;

		out->chosen[s] += more;
		left -= more;
	}
}

/* Each row of the stratum is taken with the chance that fills what is still wanted: every choice is as likely. */
static void stratum_draw(
	const struct forecast *forecast, const struct audit_drawing *drawing, int stratum, struct audit_sample *out)
{
	int wanted = out->chosen[stratum], rows = out->rows[stratum];
	struct chance chance;

	chance_start(&chance, drawing->seed, (uint64_t)stratum);
	for (int i = 0; i < forecast->row_count && wanted; i++) {
		const struct forecast_row *row = &forecast->rows[i];

		if (!row_counts(row, drawing) || stratum_of(row->ore) != stratum)
			continue;
		if (chance_below(&chance, (uint32_t)rows--) < (uint32_t)wanted) {
			out->items[out->count] = row;
			out->stratum[out->count++] = stratum;
			wanted--;
		}
	}
}

void audit_sample_draw(const struct forecast *forecast, const struct audit_drawing *drawing, struct audit_sample *out)
{
	*out = (struct audit_sample){0};
	arena_init(&out->arena);
	out->items = arena_take(&out->arena, ((size_t)forecast->row_count + 1) * sizeof *out->items);
	out->stratum = arena_take(&out->arena, ((size_t)forecast->row_count + 1) * sizeof *out->stratum);
	for (int i = 0; i < forecast->row_count; i++) {
		int stratum = stratum_of(forecast->rows[i].ore);

		if (!row_counts(&forecast->rows[i], drawing))
			continue;
		out->rows[stratum]++;
		out->ore[stratum] += forecast->rows[i].ore;
	}
	shares_settle(out, drawing->size);
	for (int s = 0; s < AUDIT_STRATA; s++)
		stratum_draw(forecast, drawing, s, out);
}

void audit_sample_done(struct audit_sample *sample)
{
	if (sample)
		arena_done(&sample->arena);
}

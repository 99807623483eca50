/* Matters of other kinds. Invariant: a matter's number comes from the applications' series and is never given again. */
#include "casework/matter.h"

#include "casework/application_inner.h"
#include "casework/document_inner.h"

#include "base/text.h"
#include "base/words.h"

/* ---- reading */

static void matter_read(struct rows *rows, struct matter *out, const char *pattern, struct arena *arena)
{
	int wrong_n = (int)rows_number_or(rows, "wrong_n", 0), wrong_year = (int)rows_number_or(rows, "wrong_year", 0);

	out->id = rows_number(rows, "id");
	out->version = rows_number(rows, "version");
	out->year = (int)rows_number(rows, "year");
	out->n = (int)rows_number(rows, "n");
	out->kind = rows_text(rows, "kind", arena);
	out->title = rows_text(rows, "title", arena);
	out->opened_on = rows_text(rows, "opened_on", arena);
	out->round = rows_number_or(rows, "round", 0);
	out->round_name = rows_text(rows, "round_name", arena);
	out->region = rows_text(rows, "region", arena);
	out->region_short = rows_text(rows, "region_short", arena);
	out->party = rows_text(rows, "party", arena);
	out->about = rows_text(rows, "about", arena);
	out->officer = rows_number_or(rows, "officer", 0);
	out->officer_name = rows_text(rows, "officer_name", arena);
	out->outcome = rows_text(rows, "outcome", arena);
	out->registered_by = rows_text(rows, "registered_by", arena);
	out->registered_at = rows_text(rows, "registered_at", arena);
	out->closed_on = rows_text(rows, "closed_on", arena);
	out->wrong_why = rows_text(rows, "wrong_why", arena);
	out->documents = (int)rows_number(rows, "documents");
	case_number(pattern, out->year, out->n, out->number, sizeof out->number);
	if (wrong_n)
		case_number(pattern, wrong_year, wrong_n, out->wrong_to, sizeof out->wrong_to);
}

static bool matters_read(
	struct casework *cw, const struct matter_query *query, struct matter_list *list, struct error *err)
{
	const char *pattern;
	struct rows rows;
	size_t room = 0;

	if (!application_pattern(cw, &list->arena, &pattern, err) ||
		!store_ask(casework_store(cw), SQL_MATTER_LIST, BINDS(BIND("id", query->id), BIND("kind", query->kind)),
			&rows, err))
		return false;
	while (rows_next(&rows)) {
		if ((size_t)list->count == room) {
			room = room ? room * 2 : 16;
			list->items =
				arena_grow(&list->arena, list->items, (size_t)list->count, sizeof *list->items, room);
		}
		list->items[list->count] = (struct matter){0};
		matter_read(&rows, &list->items[list->count++], pattern, &list->arena);
	}
	return rows_done(&rows, err);
}

bool matter_list_load(struct casework *cw, const struct matter_query *query, struct matter_list *out, struct error *err)
{
	struct matter_list list = {0};

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err))
		return false;
	arena_init(&list.arena);
	if (!matters_read(cw, query, &list, err)) {
		arena_done(&list.arena);
		return false;
	}
	*out = list;
	return true;
}

void matter_list_done(struct matter_list *list)
{
	if (!list)
		return;
	arena_done(&list->arena);
	*list = (struct matter_list){0};
}

bool matter_find(struct casework *cw, const char *wanted, int64_t *id, struct error *err)
{
	struct case_ref ref;
	char shown[TEXT_GLIMPSE];

	if (!case_find(cw, wanted, &ref, err))
		return false;
	text_glimpse(wanted, shown);
	if (!ref.matter)
		return refuse(err, ERROR_MISSING, _("“%s” is an application, not a matter of another kind."), shown);
	*id = ref.matter;
	return true;
}

/* ---- values */

#define AT(member) offsetof(struct matter_change, member)
static const struct field matter_fields[] = {
	{.name = "kind", .label = N_("Kind of matter"), .kind = FIELD_LINE, .needed = true, .at = AT(kind)},
	{.name = "title", .label = N_("Subject line"), .kind = FIELD_LINE, .needed = true, .at = AT(title)},
	{.name = "opened_on", .label = N_("Opened on"), .kind = FIELD_PAST, .needed = true, .at = AT(opened_on)},
	{.name = "round", .label = N_("Round"), .kind = FIELD_LINE, .unknown = true, .at = AT(round)},
	{.name = "region", .label = N_("Region"), .kind = FIELD_REGION, .unknown = true, .at = AT(region)},
	{.name = "party", .label = N_("Other party"), .kind = FIELD_LINE, .at = AT(party)},
	{.name = "about", .label = N_("What it is about"), .kind = FIELD_TEXT, .at = AT(about)},
	{.name = "outcome", .label = N_("How it ended"), .kind = FIELD_LINE, .at = AT(outcome)},
};
#undef AT
static const struct form matter_form = {matter_fields, sizeof(matter_fields) / sizeof(*matter_fields)};

struct matter_values {
	struct matter_change clean;
	int64_t round;
	int year;
};

struct matter_change matter_change_of(const struct matter *matter)
{
	return (struct matter_change){.kind = matter->kind,
		.title = matter->title,
		.opened_on = matter->opened_on,
		.round = matter->round_name,
		.region = matter->region,
		.party = matter->party,
		.about = matter->about,
		.outcome = matter->outcome,
		.officer = matter->officer};
}

static bool kind_check(const char *kind, struct error *err)
{
	static const char *const kinds[] = {"round", "analysis", "request", "report", "meeting", "referral", "other"};

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (!strcmp(kinds[i], kind))
			return true;
	return field_refuse(NULL, "kind", N_("Kind of matter"), err,
		_("“%s” is not round, analysis, request, report, meeting, referral or other."), kind);
}

static bool round_ask(struct change *change, struct matter_values *values, struct error *err)
{
	struct rows rows;

	if (!store_ask(change->store, SQL_APPLICATION_ROUND, BINDS(BIND("name", values->clean.round)), &rows, err))
		return false;
	if (rows_next(&rows)) {
		values->round = rows_number(&rows, "id");
		rows_number(&rows, "criteria_version");
		rows_number(&rows, "gate_version");
	}
	if (!rows_done(&rows, err))
		return false;
	return values->round ||
	       field_refuse(NULL, "round", N_("Round"), err, _("There is no round “%s”."), values->clean.round);
}

/* One matter a round, so that what the round gave out is found in one place. */
static bool round_is_free(struct change *change, const struct matter_values *values, int64_t id, struct error *err)
{
	struct rows rows;
	int year = 0, n = 0;

	if (!store_ask(change->store, SQL_MATTER_OF_ROUND, BINDS(BIND("round", values->round), BIND("id", id)), &rows,
		    err))
		return false;
	if (rows_next(&rows)) {
		year = (int)rows_number(&rows, "year");
		n = (int)rows_number(&rows, "n");
	}
	if (!rows_done(&rows, err))
		return false;
	return !n || field_refuse(NULL, "round", N_("Round"), err, _("The round is a matter already: %d-%d."), n, year);
}

static bool round_settle(struct change *change, struct matter_values *values, int64_t id, struct error *err)
{
	bool of_round = !strcmp(values->clean.kind, "round");

	if (of_round != (values->clean.round != NULL))
		return field_refuse(NULL, "round", N_("Round"), err,
			of_round ? _("It is empty. Say which round the matter is.")
				 : _("Only a matter of kind round is a round's. Leave it out."));
	return !of_round || (round_ask(change, values, err) && round_is_free(change, values, id, err));
}

static bool officer_check(struct change *change, int64_t officer, struct error *err)
{
	struct rows rows;
	bool found;

	if (!officer)
		return true;
	if (!store_ask(change->store, SQL_MATTER_OFFICER, BINDS(BIND("id", officer)), &rows, err))
		return false;
	found = rows_next(&rows) && rows_bool(&rows, "found");
	if (!rows_done(&rows, err))
		return false;
	return found || refuse(err, ERROR_MISSING, _("There is no such person. The matter was not saved."));
}

static bool values_clean(struct change *change, const struct matter_change *given, int64_t id,
	struct matter_values *out, struct error *err)
{
	struct matter_values values = {.clean = *given};

	if (!form_clean(change->cw, &matter_form, &values.clean, &change->arena, NULL, err) ||
		!kind_check(values.clean.kind, err) || !round_settle(change, &values, id, err) ||
		!officer_check(change, values.clean.officer, err))
		return false;
	values.year = day_year(day_read(values.clean.opened_on));
	if (values.year < 2025)
		return field_refuse(NULL, "opened_on", N_("Opened on"), err, _("%s is before the grant, 2025."),
			values.clean.opened_on);
	*out = values;
	return true;
}

/* ---- writing */

static bool next_n(struct change *change, int year, int64_t *n, struct error *err)
{
	struct rows rows;

	if (!store_ask(change->store, SQL_APPLICATION_NEXT_N, BINDS(BIND("year", year)), &rows, err))
		return false;
	if (rows_next(&rows))
		*n = rows_number(&rows, "n");
	return rows_done(&rows, err);
}

static struct bind id_or_null(const char *name, int64_t id)
{
	return id ? bind_number(name, id) : bind_null(name);
}

static bool open_save(struct change *change, const struct matter_change *given, int64_t *id, struct error *err)
{
	struct matter_values values;
	int64_t n = 0;

	if (!may(change->cw, RIGHT_MATTER_PUT, RELATION_NONE, err) || !values_clean(change, given, 0, &values, err) ||
		!next_n(change, values.year, &n, err) ||
		!store_run(change->store, SQL_MATTER_INSERT,
			BINDS(BIND("year", values.year), BIND("n", n), BIND("kind", values.clean.kind),
				BIND("title", values.clean.title), BIND("opened_on", values.clean.opened_on),
				id_or_null("round", values.round), BIND("region", values.clean.region),
				BIND("party", values.clean.party), BIND("about", values.clean.about),
				id_or_null("officer", values.clean.officer), BIND("outcome", values.clean.outcome),
				BIND("registered_by", casework_actor(change->cw)),
				BIND("registered_at", (const char *)change->now)),
			err))
		return false;
	*id = store_last_id(change->store);
	return change_record(change, OBJECT_MATTER, *id, 0, NULL, err);
}

bool matter_open(struct casework *cw, const struct operation *op, const struct matter_change *given, int64_t *id,
	struct error *err)
{
	struct change change;
	int64_t made;

	if (!change_begin(&change, cw, op, "matter-open", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, id);
	if (!open_save(&change, given, &made, err))
		return change_abandon(&change);
	if (!change_commit(&change, err))
		return false;
	*id = made;
	return true;
}

struct matter_standing {
	int64_t version;
	int year;
};

static bool standing_ready(struct change *change, int64_t matter, struct matter_standing *out, struct error *err)
{
	struct rows rows;
	bool found, wrong = false, closed = false;

	if (!store_ask(change->store, SQL_MATTER_STANDING, BINDS(BIND("id", matter)), &rows, err))
		return false;
	found = rows_next(&rows);
	if (found) {
		out->version = rows_number(&rows, "version");
		out->year = (int)rows_number(&rows, "year");
		wrong = rows_bool(&rows, "misregistered");
		closed = rows_bool(&rows, "closed");
	}
	if (!rows_done(&rows, err))
		return false;
	if (!found)
		return refuse(err, ERROR_MISSING, _("There is no such matter. Nothing was changed."));
	if (wrong)
		return refuse(err, ERROR_INVALID, _("The matter was registered by mistake and is no longer changed."));
	if (closed)
		return refuse(err, ERROR_INVALID, _("The matter is closed. Reopen it before it is changed."));
	return change_fresh(change, OBJECT_MATTER, matter, out->version, err);
}

static bool change_save(struct change *change, int64_t matter, const struct matter_change *given, struct error *err)
{
	struct matter_standing standing = {0};
	struct matter_values values;
	const char *before;

	if (!may(change->cw, RIGHT_MATTER_PUT, RELATION_NONE, err) || !standing_ready(change, matter, &standing, err) ||
		!values_clean(change, given, matter, &values, err))
		return false;
	if (values.year != standing.year)
		return field_refuse(NULL, "opened_on", N_("Opened on"), err,
			_("The matter has its number in %d and keeps it, so it was opened that year."), standing.year);
	before = change_facts(change, OBJECT_MATTER, matter, err);
	return before &&
	       store_run(change->store, SQL_MATTER_UPDATE,
		       BINDS(BIND("id", matter), BIND("version", standing.version), BIND("kind", values.clean.kind),
			       BIND("title", values.clean.title), BIND("opened_on", values.clean.opened_on),
			       id_or_null("round", values.round), BIND("region", values.clean.region),
			       BIND("party", values.clean.party), BIND("about", values.clean.about),
			       id_or_null("officer", values.clean.officer), BIND("outcome", values.clean.outcome)),
		       err) &&
	       change_record(change, OBJECT_MATTER, matter, 0, before, err);
}

bool matter_change(struct casework *cw, const struct operation *op, int64_t matter, const struct matter_change *given,
	struct error *err)
{
	struct change change;

	if (!change_begin(&change, cw, op, "matter-change", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!change_save(&change, matter, given, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}

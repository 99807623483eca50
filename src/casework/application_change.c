/* Registering an application and what happens to it afterwards. Invariant: a number once given stays with its
 * application whatever is corrected, and is never given again. */
#include "casework/application_inner.h"

#include "base/buffer.h"
#include "base/text.h"
#include "base/words.h"

enum { YEAR_FIRST = 2025 };

#define AT(member) offsetof(struct application_change, member)
static const struct field application_fields[] = {
	{.name = "round", .label = N_("Round"), .kind = FIELD_LINE, .needed = true, .at = AT(round)},
	{.name = "lead", .label = N_("Applicant"), .kind = FIELD_REGION, .needed = true, .at = AT(lead)},
	{.name = "title", .label = N_("Subject line"), .kind = FIELD_LINE, .needed = true, .at = AT(title)},
	{.name = "own_number",
		.label = N_("The applicant's number"),
		.kind = FIELD_LINE,
		.unknown = true,
		.at = AT(own_number)},
	{.name = "arrived_on", .label = N_("Day of arrival"), .kind = FIELD_PAST, .needed = true, .at = AT(arrived_on)},
	{.name = "arrived_time",
		.label = N_("Time of arrival"),
		.kind = FIELD_TIME,
		.unknown = true,
		.at = AT(arrived_time)},
	{.name = "way", .label = N_("Came by"), .kind = FIELD_WORD, .words = "arrival", .needed = true, .at = AT(way)},
	{.name = "summary", .label = N_("Summary"), .kind = FIELD_TEXT, .at = AT(summary)},
	{.name = "economy", .label = N_("Economic conditions"), .kind = FIELD_TEXT, .at = AT(economy)},
	{.name = "needs", .label = N_("Development needs"), .kind = FIELD_TEXT, .at = AT(needs)},
	{.name = "scope", .label = N_("Limits of scope"), .kind = FIELD_TEXT, .at = AT(scope)},
	{.name = "sources", .label = N_("Sources"), .kind = FIELD_TEXT, .at = AT(sources)},
};
#undef AT
const struct form application_typed = {application_fields, sizeof(application_fields) / sizeof(*application_fields)};

/* ---- values */

struct checking {
	struct casework *cw;
	struct arena *arena;
	const char **wrong;
};

static bool round_names(const struct checking *checking, struct buffer *names, struct error *err)
{
	struct rows rows;

	if (!store_ask(casework_store(checking->cw), SQL_APPLICATION_ROUND_NAMES, BINDS_NONE, &rows, err))
		return false;
	while (rows_next(&rows))
		buffer_format(names, "%s%s", names->bytes ? ", " : "", rows_text(&rows, "name", checking->arena));
	return rows_done(&rows, err);
}

static bool round_unknown(const struct checking *checking, const char *name, struct error *err)
{
	struct buffer names;

	buffer_init(&names);
	if (round_names(checking, &names, err))
		field_refuse(checking->wrong, "round", N_("Round"), err, _("There is no round “%s”. There are: %s."),
			text_cut(checking->arena, name, 40), names.bytes ? names.text : "–");
	buffer_done(&names);
	return false;
}

static bool round_of(const struct checking *checking, struct application_values *values, struct error *err)
{
	struct rows rows;

	if (!store_ask(casework_store(checking->cw), SQL_APPLICATION_ROUND, BINDS(BIND("name", values->clean.round)),
		    &rows, err))
		return false;
	if (rows_next(&rows)) {
		values->round = rows_number(&rows, "id");
		values->criteria_version = rows_number(&rows, "criteria_version");
		values->gate_version = rows_number(&rows, "gate_version");
	}
	if (!rows_done(&rows, err))
		return false;
	return values->round || round_unknown(checking, values->clean.round, err);
}

/* The same paper registered twice is the commonest mistake at the desk; the one that is there already is named. */
static bool own_number_is_free(
	const struct checking *checking, const struct application_values *values, int64_t id, struct error *err)
{
	struct rows rows;
	int year = 0, n = 0;

	if (!values->own_number_key)
		return true;
	if (!store_ask(casework_store(checking->cw), SQL_APPLICATION_OWN_TAKEN,
		    BINDS(BIND("lead", values->clean.lead), BIND("key", values->own_number_key), BIND("id", id)), &rows,
		    err))
		return false;
	if (rows_next(&rows)) {
		year = (int)rows_number(&rows, "year");
		n = (int)rows_number(&rows, "n");
	}
	if (!rows_done(&rows, err))
		return false;
	if (n)
		return field_refuse(checking->wrong, "own_number", N_("The applicant's number"), err,
			_("“%s” from the same applicant is registered already, as %d-%d."), values->clean.own_number, n,
			year);
	return true;
}

static bool numbers_check(const struct checking *checking, const struct application_values *values, struct error *err)
{
	if (values->year < YEAR_FIRST)
		return field_refuse(checking->wrong, "arrived_on", N_("Day of arrival"), err,
			_("%s is before the grant. Applications have come in from %d on."), values->clean.arrived_on,
			YEAR_FIRST);
	if (values->clean.invented < 0 || values->clean.invented > 2)
		return field_refuse(checking->wrong, "invented", N_("Invented"), err,
			_("%d is not 0 (real), 1 (wholly invented) or 2 (invented in part)."), values->clean.invented);
	return true;
}

bool application_values_clean(struct casework *cw, struct arena *arena, const struct application_change *given,
	int64_t id, const char **wrong, struct application_values *out, struct error *err)
{
	const struct checking checking = {cw, arena, wrong};
	struct application_values values = {.clean = *given};
	const char *key;

	if (!form_clean(cw, &application_typed, &values.clean, arena, wrong, err))
		return false;
	values.year = day_year(day_read(values.clean.arrived_on));
	key = text_number_key(arena, values.clean.own_number);
	values.own_number_key = key && *key ? key : NULL;
	if (!numbers_check(&checking, &values, err) || !round_of(&checking, &values, err) ||
		!own_number_is_free(&checking, &values, id, err))
		return false;
	*out = values;
	return true;
}

/* ---- registering */

static bool next_n(struct change *change, int year, int64_t *n, struct error *err)
{
	struct rows rows;
	int64_t next = 0;

	if (!store_ask(change->store, SQL_APPLICATION_NEXT_N, BINDS(BIND("year", year)), &rows, err))
		return false;
	if (rows_next(&rows))
		next = rows_number(&rows, "n");
	if (!rows_done(&rows, err))
		return false;
	*n = next;
	return true;
}

static bool application_insert(
	struct change *change, const struct application_values *values, int64_t *id, struct error *err)
{
	const struct application_change *clean = &values->clean;
	int64_t n;

	if (!next_n(change, values->year, &n, err) ||
		!store_run(change->store, SQL_APPLICATION_INSERT,
			BINDS(BIND("year", values->year), BIND("n", n), BIND("round", values->round),
				BIND("lead", clean->lead), BIND("title", clean->title),
				BIND("own_number", clean->own_number), BIND("own_number_key", values->own_number_key),
				BIND("arrived_on", clean->arrived_on), BIND("arrived_time", clean->arrived_time),
				BIND("way", clean->way), BIND("summary", clean->summary),
				BIND("economy", clean->economy), BIND("needs", clean->needs),
				BIND("scope", clean->scope), BIND("sources", clean->sources),
				BIND("invented", clean->invented), BIND("registered_by", casework_actor(change->cw)),
				BIND("registered_at", (const char *)change->now)),
			err))
		return false;
	*id = store_last_id(change->store);
	return change_record(change, OBJECT_APPLICATION, *id, *id, NULL, err);
}

/* A region named twice is a slip that would hide another that was meant. */
static bool participant_named(struct change *change, const char **named, int at, const char *region, struct error *err)
{
	struct participant_change values = {.region = region};

	if (!form_clean(change->cw, &participant_typed, &values, &change->arena, NULL, err))
		return false;
	named[at] = values.region;
	for (int i = 0; i < at; i++)
		if (!strcmp(named[i], named[at]))
			return field_refuse(NULL, "participants", N_("Participants"), err,
				_("%s is there twice. Name each region once."), named[at]);
	return true;
}

/* The lead first, whether it is named or not. */
static bool participants_insert(struct change *change, int64_t application, const char *lead,
	const char *const *participants, int count, struct error *err)
{
	struct participant_change values = {.region = lead};
	const char **named = arena_take(&change->arena, (size_t)(count + 1) * sizeof(*named));

	if (!participant_add(change, application, &values, err))
		return false;
	for (int i = 0; i < count; i++) {
		if (!participant_named(change, named, i, participants[i], err))
			return false;
		values.region = named[i];
		if (strcmp(named[i], lead) && !participant_add(change, application, &values, err))
			return false;
	}
	return true;
}

static bool register_all(struct change *change, const struct application_change *given, const char *const *participants,
	int count, int64_t *id, struct error *err)
{
	struct application_values values;

	return may(change->cw, RIGHT_APPLICATION_REGISTER, RELATION_NONE, err) &&
	       application_values_clean(change->cw, &change->arena, given, 0, NULL, &values, err) &&
	       application_insert(change, &values, id, err) &&
	       participants_insert(change, *id, values.clean.lead, participants, count, err);
}

bool application_register(struct casework *cw, const struct operation *op, const struct application_change *given,
	const char *const *participants, int participant_count, int64_t *id, struct error *err)
{
	struct change change;
	int64_t made;

	if (!change_begin(&change, cw, op, "application-register", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, id);
	if (!register_all(&change, given, participants, participant_count, &made, err))
		return change_abandon(&change);
	if (!change_commit(&change, err))
		return false;
	*id = made;
	return true;
}

/* ---- changing */

/* What has been answered and scored stands under the round's versions; what is assessed or ranked stands in it. */
static bool round_is_free(struct change *change, const struct standing *standing,
	const struct application_values *values, struct error *err)
{
	struct rows rows;
	bool assessed = false, answered = false, proposed = false;

	if (values->round == standing->round)
		return true;
	if (!store_ask(change->store, SQL_APPLICATION_ROUND_BOUND,
		    BINDS(BIND("application", standing->id), BIND("round", standing->round),
			    BIND("criteria_version", values->criteria_version),
			    BIND("gate_version", values->gate_version)),
		    &rows, err))
		return false;
	if (rows_next(&rows)) {
		assessed = rows_bool(&rows, "assessed");
		answered = rows_bool(&rows, "answered");
		proposed = rows_bool(&rows, "proposed");
	}
	if (!rows_done(&rows, err))
		return false;
	if (assessed || answered || proposed || standing->decided)
		return field_refuse(NULL, "round", N_("Round"), err,
			_("Application %s stays in its round: it is assessed, ranked or answered there."),
			standing->number);
	return true;
}

static bool lead_is_free(const struct standing *standing, const char *lead, struct error *err)
{
	if (!standing->decided || !strcmp(standing->lead, lead))
		return true;
	return field_refuse(NULL, "lead", N_("Applicant"), err,
		_("A measure of application %s is decided, so its applicant stays."), standing->number);
}

static bool application_update(struct change *change, const struct standing *standing,
	const struct application_values *values, struct error *err)
{
	const struct application_change *clean = &values->clean;
	bool saved = store_run(change->store, SQL_APPLICATION_UPDATE,
		BINDS(BIND("id", standing->id), BIND("version", standing->version), BIND("round", values->round),
			BIND("lead", clean->lead), BIND("title", clean->title), BIND("own_number", clean->own_number),
			BIND("own_number_key", values->own_number_key), BIND("arrived_on", clean->arrived_on),
			BIND("arrived_time", clean->arrived_time), BIND("way", clean->way),
			BIND("summary", clean->summary), BIND("economy", clean->economy), BIND("needs", clean->needs),
			BIND("scope", clean->scope), BIND("sources", clean->sources),
			BIND("invented", clean->invented)),
		err);

	assert(!saved || store_changed(change->store) == 1);
	return saved;
}

static bool change_save(
	struct change *change, int64_t application, const struct application_change *given, struct error *err)
{
	struct standing standing;
	struct application_values values;
	const char *before;

	if (!may(change->cw, RIGHT_APPLICATION_CHANGE, RELATION_NONE, err) ||
		!standing_load(change, application, &standing, err) ||
		!change_fresh(change, OBJECT_APPLICATION, application, standing.version, err) ||
		!standing_is_live(&standing, err) ||
		!application_values_clean(change->cw, &change->arena, given, application, NULL, &values, err) ||
		!round_is_free(change, &standing, &values, err) || !lead_is_free(&standing, values.clean.lead, err))
		return false;
	before = change_facts(change, OBJECT_APPLICATION, application, err);
	return before && application_update(change, &standing, &values, err) &&
	       change_record(change, OBJECT_APPLICATION, application, application, before, err) &&
	       participant_follow(change, application, standing.lead, values.clean.lead, err);
}

bool application_change(struct casework *cw, const struct operation *op, int64_t application,
	const struct application_change *given, struct error *err)
{
	struct change change;

	if (!change_begin(&change, cw, op, "application-change", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!change_save(&change, application, given, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}

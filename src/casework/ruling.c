/* Recording rulings. Invariant: what is decided on its merits is never written off or dismissed, and at most one ruling
 * stands on each part of a case. */
#include "casework/ruling.h"

#include "casework/application.h"
#include "casework/bar.h"
#include "casework/change.h"
#include "casework/communication.h"
#include "casework/decided.h"
#include "casework/field.h"

#include "base/text.h"
#include "base/words.h"

struct ruling_before {
	int64_t application, measure;
	int n;
	const char *kind, *decided_on;
	bool lifted, replaced;
};
struct deciding {
	struct change *change;
	int64_t application;
	struct ruling_change values;
	struct ruling_before before; /* when one is replaced */
	struct decided decided;
	int year, application_n, measure_n, next_n, stands;
	const char *arrived_on, *measures_decided;
	bool misregistered;
	char number[48]; /* of the case, or of the measure */
};

#define FIELD_AT(member) offsetof(struct ruling_change, member)
static const struct field fields[] = {
	{"decided_on", N_("Day of the decision"), FIELD_PAST, .needed = true, .at = FIELD_AT(decided_on)},
	{"provisions", N_("Provisions"), FIELD_TEXT, .needed = true, .at = FIELD_AT(provisions)},
	{"reasons", N_("Reasons"), FIELD_TEXT, .needed = true, .at = FIELD_AT(reasons)},
};
static const struct form form = {fields, sizeof fields / sizeof fields[0]};

static bool is_kind(const char *kind)
{
	return text_same(kind, "written_off") || text_same(kind, "dismissed");
}

/* ---- what it is about */

static bool before_load(struct deciding *deciding, struct error *err)
{
	struct arena *arena = &deciding->change->arena;
	struct ruling_before before = {0};
	struct rows rows;

	if (!deciding->values.replaces)
		return !deciding->values.lifted ||
		       refuse(err, ERROR_INVALID, _("There is no earlier ruling to take away. Nothing was saved."));
	if (!store_ask(deciding->change->store, SQL_RULING_BEFORE, BINDS(BIND("ruling", deciding->values.replaces)),
		    &rows, err))
		return false;
	while (rows_next(&rows))
		before = (struct ruling_before){rows_number(&rows, "application"), rows_number_or(&rows, "measure", 0),
			(int)rows_number(&rows, "n"), rows_text(&rows, "kind", arena),
			rows_text(&rows, "decided_on", arena), rows_bool(&rows, "lifted"),
			rows_bool(&rows, "replaced")};
	if (!rows_done(&rows, err))
		return false;
	if (before.application != deciding->application)
		return refuse(err, ERROR_MISSING, _("There is no such ruling in the case. Nothing was saved."));
	deciding->before = before;
	return true;
}

static bool before_stands(struct deciding *deciding, struct error *err)
{
	const struct ruling_before *before = &deciding->before;
	struct ruling_change *values = &deciding->values;

	if (!values->replaces) {
		values->provision = "";
		return true;
	}
	if (before->replaced)
		return refuse(err, ERROR_INVALID,
			_("Ruling %d has been replaced by a later one. Replace that one; nothing was saved."),
			before->n);
	if (before->lifted)
		return refuse(err, ERROR_INVALID,
			_("Ruling %d says that it is tried after all. If it is not to be tried, record a new ruling."),
			before->n);
	values->measure = before->measure;
	values->kind = values->lifted || !values->kind ? before->kind : values->kind;
	if (text_same(values->provision, "FL 36") || text_same(values->provision, "FL 37") ||
		text_same(values->provision, "FL 38"))
		return true;
	return refuse(err, ERROR_INVALID,
		_("Say by which provision the decision is changed: FL 36 (a clerical error), FL 37 or FL 38."));
}

static bool subject_load(struct deciding *deciding, struct error *err)
{
	int64_t measure = deciding->values.measure;
	struct arena *arena = &deciding->change->arena;
	struct rows rows;
	bool found;

	if (!store_ask(deciding->change->store, SQL_RULING_SUBJECT,
		    BINDS(BIND("application", deciding->application),
			    BIND("measure", measure ? measure : MONEY_UNKNOWN)),
		    &rows, err))
		return false;
	found = rows_next(&rows);
	if (found) {
		deciding->year = (int)rows_number(&rows, "year");
		deciding->application_n = (int)rows_number(&rows, "application_n");
		deciding->arrived_on = rows_text(&rows, "arrived_on", arena);
		deciding->misregistered = rows_bool(&rows, "misregistered");
		deciding->measure_n = (int)rows_number_or(&rows, "measure_n", 0);
		deciding->measures_decided = rows_text(&rows, "decided", arena);
		deciding->stands = (int)rows_number_or(&rows, "stands", 0);
		deciding->next_n = (int)rows_number(&rows, "next_n");
	}
	if (!rows_done(&rows, err))
		return false;
	if (!found || (measure && !deciding->measure_n))
		return refuse(err, ERROR_MISSING, _("There is no such application or measure. Nothing was saved."));
	return bar_free(deciding->change->cw, deciding->application, err);
}

static bool number_make(struct deciding *deciding, struct error *err)
{
	char shorter[16];

	if (!application_number_short(deciding->change->cw, deciding->year, deciding->application_n, shorter, err))
		return false;
	if (deciding->measure_n)
		snprintf(deciding->number, sizeof deciding->number, "%s.%d", shorter, deciding->measure_n);
	else
		snprintf(deciding->number, sizeof deciding->number, "%s", shorter);
	return true;
}

static bool subject_stands(const struct deciding *deciding, struct error *err)
{
	if (deciding->misregistered)
		return refuse(err, ERROR_INVALID,
			_("%s is registered by mistake: there is nothing to write off or dismiss."), deciding->number);
	if (deciding->measures_decided && deciding->values.measure)
		return refuse(err, ERROR_INVALID,
			_("Measure %s is decided. What is decided is replaced by another decision, and is neither "
			  "written off nor dismissed."),
			deciding->number);
	if (deciding->measures_decided)
		return refuse(err, ERROR_INVALID,
			_("Of %s measure %s is decided already. Rule on each of the other measures by itself."),
			deciding->number, deciding->measures_decided);
	if (deciding->stands && deciding->stands != deciding->before.n)
		return refuse(err, ERROR_INVALID,
			_("Ruling %d stands on %s already. Replace that one, or take it away."), deciding->stands,
			deciding->number);
	return true;
}

/* ---- what is ruled */

static bool days_hold(const struct deciding *deciding, struct error *err)
{
	const char *on = deciding->values.decided_on, *arrived = deciding->arrived_on;

	if (arrived && strcmp(on, arrived) < 0)
		return refuse(err, ERROR_INVALID, _("%s cannot be ruled on %s: it came in on %s."), deciding->number,
			on, arrived);
	return !deciding->values.replaces || strcmp(on, deciding->before.decided_on) >= 0 ||
	       refuse(err, ERROR_INVALID, _("%s is before the ruling it replaces, of %s. Nothing was saved."), on,
		       deciding->before.decided_on);
}

static bool values_read(struct deciding *deciding, struct error *err)
{
	struct ruling_change *values = &deciding->values;
	const struct decided typed = {values->item, values->deciders, values->presenter, values->others};

	if (!is_kind(values->kind))
		return refuse(err, ERROR_INVALID, _("A ruling is written_off or dismissed. Nothing was saved."));
	if (!form_clean(deciding->change->cw, &form, values, &deciding->change->arena, NULL, err) ||
		!days_hold(deciding, err) ||
		!decided_read(
			deciding->change, &typed, deciding->application, values->decided_on, &deciding->decided, err))
		return false;
	return !deciding->decided.measure || deciding->decided.measure == values->measure ||
	       refuse(err, ERROR_INVALID,
		       _("That item of the sitting is about one measure. Name the item where %s was decided."),
		       deciding->number);
}

static bool ruling_write(struct deciding *deciding, int64_t *id, struct error *err)
{
	const struct ruling_change *values = &deciding->values;
	const struct decided *decided = &deciding->decided;
	struct change *change = deciding->change;

	if (!store_run(change->store, SQL_RULING_INSERT,
		    BINDS(BIND("application", deciding->application),
			    BIND("measure", values->measure ? values->measure : MONEY_UNKNOWN),
			    BIND("n", deciding->next_n), BIND("kind", values->kind),
			    BIND("decided_on", values->decided_on),
			    BIND("item", decided->item ? decided->item : MONEY_UNKNOWN),
			    BIND("deciders", decided->deciders), BIND("presenter", decided->presenter),
			    BIND("others", decided->others), BIND("provisions", values->provisions),
			    BIND("reasons", values->reasons),
			    BIND("replaces", values->replaces ? values->replaces : MONEY_UNKNOWN),
			    BIND("provision", values->provision), BIND("lifted", values->lifted),
			    BIND("recorded_by", casework_actor(change->cw)),
			    BIND("recorded_at", (const char *)change->now)),
		    err))
		return false;
	*id = store_last_id(change->store);
	return change_record(change, OBJECT_RULING, *id, deciding->application, NULL, err);
}

/* A dismissal goes against the applicant; that it is written off after a withdrawal does not. */
static const char *warning_of(
	struct casework *cw, int64_t application, int measure_n, const char *number, struct arena *arena)
{
	const char *warning = NULL;

	return communication_warning(cw, application, measure_n, number, arena, &warning, NULL) ? warning : NULL;
}

bool ruling_record(struct casework *cw, const struct operation *op, int64_t application,
	const struct ruling_change *typed, struct arena *arena, const char **warning, int64_t *id, struct error *err)
{
	struct change change;
	struct deciding deciding = {.change = &change, .application = application, .values = *typed};
	int64_t made = 0;
	bool against;

	if (warning)
		*warning = NULL;
	if (!change_begin(&change, cw, op, typed->replaces ? "ruling-change" : "ruling-record", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, id);
	if (!may(cw, RIGHT_DECISION_RECORD, RELATION_NONE, err) || !before_load(&deciding, err) ||
		!before_stands(&deciding, err) || !subject_load(&deciding, err) || !number_make(&deciding, err) ||
		!subject_stands(&deciding, err) || !values_read(&deciding, err) || !ruling_write(&deciding, &made, err))
		return change_abandon(&change);
	against = !deciding.values.lifted && !strcmp(deciding.values.kind, "dismissed");
	if (!change_commit(&change, err))
		return false;
	if (warning && against)
		*warning = warning_of(cw, application, deciding.measure_n, deciding.number, arena);
	if (id)
		*id = made;
	return true;
}

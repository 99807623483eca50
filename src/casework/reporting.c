/* A report that came in: received, what it says, and what each region tells. Invariant: one at a time waits for its
 * ruling, and what has been ruled on no longer changes. */
#include "casework/reporting_inner.h"

#include "base/text.h"
#include "base/words.h"

/* ---- as it stands when a change begins */

static void standing_read(struct rows *rows, struct arena *arena, struct reporting_standing *out)
{
	out->version = rows_number(rows, "version");
	out->measure = rows_number(rows, "measure");
	out->application = rows_number(rows, "application");
	out->n = (int)rows_number(rows, "n");
	out->kind = rows_text(rows, "kind", arena);
	out->due_on = rows_text(rows, "due_on", arena);
	out->decided_on = rows_text(rows, "decided_on", arena);
	out->lead = rows_text(rows, "lead", arena);
	out->title = rows_text(rows, "title", arena);
	out->dropped_on = rows_text(rows, "dropped_on", arena);
	out->replaced = rows_bool(rows, "replaced");
	out->report = rows_number_or(rows, "report", 0);
	out->report_version = rows_number_or(rows, "report_version", 0);
	out->report_n = (int)rows_number_or(rows, "report_n", 0);
	out->received_on = rows_text(rows, "received_on", arena);
	out->progress = rows_text(rows, "progress", arena);
	out->carried_out = rows_text(rows, "carried_out", arena);
	out->total_cost_ore = rows_number(rows, "total_cost_ore");
	out->outcome = rows_text(rows, "outcome", arena);
	out->outcome_on = rows_text(rows, "outcome_on", arena);
}

static bool standing_load(struct change *change, int64_t due, struct reporting_standing *out, struct error *err)
{
	struct reporting_standing standing = {.id = due};
	int year = 0, application_n = 0, measure_n = 0;
	char number[32];
	struct rows rows;

	if (!store_ask(change->store, SQL_REPORTING_ONE, BINDS(BIND("id", due)), &rows, err))
		return false;
	if (rows_next(&rows)) {
		standing_read(&rows, &change->arena, &standing);
		year = (int)rows_number(&rows, "year");
		application_n = (int)rows_number(&rows, "application_n");
		measure_n = (int)rows_number(&rows, "measure_n");
	}
	if (!rows_done(&rows, err))
		return false;
	if (!standing.measure)
		return refuse(err, ERROR_MISSING, _("There is no such report. Nothing was saved."));
	if (!measure_number(change->cw, year, application_n, measure_n, number, err))
		return false;
	standing.number = arena_format(&change->arena, "%s %d", number, standing.n);
	*out = standing;
	return true;
}

bool reporting_begin(
	struct change *change, enum right right, int64_t due, struct reporting_standing *out, struct error *err)
{
	if (!may(change->cw, right, RELATION_NONE, err) || !standing_load(change, due, out, err))
		return false;
	if (out->dropped_on)
		return refuse(err, ERROR_INVALID,
			_("Report %s is not due any more: a decision of %s said so. Nothing was saved."), out->number,
			out->dropped_on);
	return !out->replaced ||
	       refuse(err, ERROR_CONFLICT, _("Report %s has been given another day. Look at it as it is now."),
		       out->number);
}

bool reporting_open(
	struct change *change, enum right right, int64_t due, struct reporting_standing *out, struct error *err)
{
	if (!reporting_begin(change, right, due, out, err))
		return false;
	if (!out->report)
		return refuse(err, ERROR_INVALID,
			_("Nothing has come in of report %s yet. Record that it came in first."), out->number);
	if (out->outcome)
		return refuse(err, ERROR_INVALID,
			_("Report %s was ruled on on %s, and stays as it was then. What comes in anew is recorded as "
			  "received."),
			out->number, out->outcome_on);
	return change_fresh(change, OBJECT_REPORT, out->report, out->report_version, err);
}

bool reporting_region_takes_part(
	struct change *change, const struct reporting_standing *standing, const char *region, struct error *err)
{
	struct recipients recipients;

	return recipients_load(change, standing->application, &recipients, err) &&
	       (recipients_name(&recipients, region) ||
		       field_refuse(NULL, "region", N_("Region"), err, _("It takes no part in the application.")));
}

bool reporting_document(
	struct change *change, int64_t application, int n, struct reporting_paper *out, struct error *err)
{
	struct reporting_paper paper = {0};
	struct rows rows;

	if (!store_ask(change->store, SQL_REPORTING_DOCUMENT, BINDS(BIND("application", application), BIND("n", n)),
		    &rows, err))
		return false;
	if (rows_next(&rows)) {
		paper.id = rows_number(&rows, "id");
		paper.on_day = rows_text(&rows, "on_day", &change->arena);
		paper.direction = rows_text(&rows, "direction", &change->arena);
	}
	if (!rows_done(&rows, err))
		return false;
	if (!paper.id)
		return refuse(err, ERROR_MISSING, _("There is no document %d in the application's register."), n);
	*out = paper;
	return true;
}

/* ---- received */

static const struct field arrival_field = {
	.name = "received_on", .label = N_("Received on"), .kind = FIELD_PAST, .needed = true, .at = 0};
static const struct form arrival_form = {&arrival_field, 1};

static bool arrival_fits(const struct reporting_standing *standing, const char *on, struct error *err)
{
	if (standing->report && !standing->outcome)
		return refuse(err, ERROR_INVALID,
			_("Report %s came in on %s and waits for a ruling. Rule on it before the next is received."),
			standing->number, standing->received_on);
	if (standing->outcome && !strcmp(standing->outcome, "approved"))
		return refuse(err, ERROR_INVALID, _("Report %s was approved on %s. Nothing was saved."),
			standing->number, standing->outcome_on);
	if (strcmp(on, standing->decided_on) < 0)
		return field_refuse(NULL, "received_on", N_("Received on"), err, _("%s is before the decision of %s."),
			on, standing->decided_on);
	return !standing->outcome_on || strcmp(on, standing->outcome_on) >= 0 ||
	       field_refuse(NULL, "received_on", N_("Received on"), err,
		       _("%s is before the day it was sent back, %s."), on, standing->outcome_on);
}

static bool arrival_paper(struct change *change, const struct reporting_standing *standing,
	const struct reporting_arrival *arrival, struct reporting_paper *paper, struct error *err)
{
	if (!arrival->document_n)
		return true;
	if (!reporting_document(change, standing->application, arrival->document_n, paper, err))
		return false;
	return !strcmp(paper->direction, "in") ||
	       refuse(err, ERROR_INVALID, _("Document %d did not come in: a report is a paper that did."),
		       arrival->document_n);
}

static bool receive(struct change *change, int64_t due, const struct reporting_arrival *arrival, struct error *err)
{
	struct reporting_standing standing;
	struct reporting_paper paper = {0};
	const char *on;
	int64_t id;

	if (!reporting_begin(change, RIGHT_REPORT_PUT, due, &standing, err) ||
		!change_fresh(change, OBJECT_REPORT_DUE, due, standing.version, err) ||
		!arrival_paper(change, &standing, arrival, &paper, err))
		return false;
	on = arrival->received_on ? arrival->received_on : paper.on_day;
	if (!form_clean(change->cw, &arrival_form, &on, &change->arena, NULL, err) ||
		!arrival_fits(&standing, on, err) ||
		!store_run(change->store, SQL_REPORTING_INSERT,
			BINDS(BIND("report_due", due), BIND("n", standing.report_n + 1), BIND("received_on", on),
				BIND("document", paper.id ? paper.id : MONEY_UNKNOWN),
				BIND("recorded_by", casework_actor(change->cw)),
				BIND("recorded_at", (const char *)change->now)),
			err))
		return false;
	id = store_last_id(change->store);
	return change_record(change, OBJECT_REPORT, id, standing.application, NULL, err);
}

bool reporting_receive(struct casework *cw, const struct operation *op, int64_t due,
	const struct reporting_arrival *arrival, struct error *err)
{
	struct change change;

	if (!change_begin(&change, cw, op, "report-receive", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!receive(&change, due, arrival, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}

/* ---- what it says */

#define AT(member) offsetof(struct reporting_content, member)
static const struct field content_fields[] = {
	{.name = "progress",
		.label = N_("How the measure goes"),
		.kind = FIELD_TEXT,
		.unknown = true,
		.at = AT(progress)},
	{.name = "carried_out",
		.label = N_("What was carried out"),
		.kind = FIELD_TEXT,
		.unknown = true,
		.at = AT(carried_out)},
};
#undef AT
static const struct form content_form = {content_fields, sizeof(content_fields) / sizeof(*content_fields)};

static bool content_put(struct change *change, int64_t due, const struct reporting_content *given, struct error *err)
{
	struct reporting_content clean = *given;
	struct reporting_standing standing;
	const char *before;

	if (!reporting_open(change, RIGHT_REPORT_PUT, due, &standing, err) ||
		!form_clean(change->cw, &content_form, &clean, &change->arena, NULL, err))
		return false;
	if (!given->set_cost)
		clean.total_cost_ore = standing.total_cost_ore;
	before = change_facts(change, OBJECT_REPORT, standing.report, err);
	return before &&
	       store_run(change->store, SQL_REPORTING_UPDATE,
		       BINDS(BIND("id", standing.report), BIND("version", standing.report_version),
			       BIND("progress",
				       given->progress ? (clean.progress ? clean.progress : "") : standing.progress),
			       BIND("carried_out", given->carried_out ? (clean.carried_out ? clean.carried_out : "")
								      : standing.carried_out),
			       BIND("total_cost_ore", clean.total_cost_ore)),
		       err) &&
	       change_record(change, OBJECT_REPORT, standing.report, standing.application, before, err);
}

bool reporting_content_put(struct casework *cw, const struct operation *op, int64_t due,
	const struct reporting_content *content, struct error *err)
{
	struct change change;

	if (!change_begin(&change, cw, op, "report-content", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!content_put(&change, due, content, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}

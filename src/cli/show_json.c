/* An application or a measure as JSON. Invariant: fields are only added from version to version, amounts are whole öre,
 * days are ISO, and points that may not be seen are not there. */
#include "cli/show.h"

#include "base/money.h"
#include "cli/clock_show.h"
#include "cli/show_contents.h"
#include "csv/reports.h"

static void years_json(struct json *json, const struct measure *measure)
{
	json_array(json, "years");
	for (int i = 0; i < measure->year_count; i++) {
		const struct year_amount *year = &measure->years[i];

		json_object(json, NULL);
		json_number(json, "year", year->year);
		json_ore(json, "cost_ore", year->cost_ore);
		json_ore(json, "sought_ore", year->sought_ore);
		json_ore(json, "granted_ore", year->granted_ore);
		json_bool(json, "cost_unknown", year->has_cost && year->cost_ore == MONEY_UNKNOWN);
		json_bool(json, "sought_unknown", year->has_sought && year->sought_ore == MONEY_UNKNOWN);
		json_close(json);
	}
	json_close(json);
}

static void assessors_json(struct json *json, const struct dossier_measure *each)
{
	json_array(json, "assessors");
	for (int i = 0; i < each->assessors.count; i++) {
		const struct assessor *assessor = &each->assessors.items[i];

		json_object(json, NULL);
		json_text(json, "login", assessor->login);
		json_text(json, "name", assessor->name);
		json_text(json, "submitted", assessor->submitted_at);
		json_close(json);
	}
	json_close(json);
}

static void views_json(struct json *json, const struct dossier_measure *each)
{
	json_bool(json, "points_hidden", !each->seen);
	if (!each->seen)
		return;
	json_array(json, "assessments");
	for (int i = 0; i < each->views.count; i++) {
		const struct score_view *view = &each->views.items[i];

		json_object(json, NULL);
		json_text(json, "name", view->name);
		json_number(json, "weighted_400", view->weighted);
		json_array(json, "criteria");
		for (int k = 0; k < each->views.criterion_count; k++) {
			json_object(json, NULL);
			json_text(json, "criterion", each->views.criteria[k]->id);
			if (view->points[k] == SCORE_NONE)
				json_null(json, "points");
			else
				json_number(json, "points", view->points[k]);
			json_text(json, "reason", view->reason[k]);
			json_close(json);
		}
		json_close(json);
		json_close(json);
	}
	json_close(json);
}

static void decision_json(struct json *json, const struct decision *decision)
{
	json_object(json, NULL);
	json_number(json, "n", decision->n);
	json_text(json, "outcome", decision->outcome);
	json_text(json, "decided", decision->decided_on);
	json_text(json, "meeting", decision->meeting);
	json_text(json, "ground", decision->ground);
	json_text(json, "provisions", decision->provisions);
	json_text(json, "reasons", decision->reasons);
	json_text(json, "recorded_by", decision->recorded_by);
	json_text(json, "recorded_at", decision->recorded_at);
	json_bool(json, "valid", decision->valid);
	json_ore(json, "granted_ore", decision->granted_ore);
	json_array(json, "amounts");
	for (int i = 0; i < decision->amount_count; i++) {
		json_object(json, NULL);
		json_number(json, "year", decision->amounts[i].year);
		json_ore(json, "granted_ore", decision->amounts[i].ore);
		json_close(json);
	}
	json_close(json);
	json_array(json, "points");
	for (int i = 0; i < decision->point_count; i++) {
		json_object(json, NULL);
		json_number(json, "point", decision->points[i].number);
		json_text(json, "title", decision->points[i].title[words_swedish()]);
		json_text(json, "text", decision->points[i].text);
		json_close(json);
	}
	json_close(json);
	json_close(json);
}

static void plan_json(struct json *json, const struct plan *plan)
{
	if (!plan->decision) {
		json_null(json, "plan");
		return;
	}
	json_object(json, "plan");
	json_number(json, "version", plan->version);
	json_ore(json, "granted_ore", plan->granted_ore);
	json_ore(json, "planned_ore", plan->planned_ore);
	json_ore(json, "attested_ore", plan->attested_ore);
	json_ore(json, "paid_ore", plan->paid_ore);
	json_array(json, "instalments");
	for (int i = 0; i < plan->count; i++) {
		const struct instalment *row = &plan->items[i];

		json_object(json, NULL);
		json_number(json, "row", row->n);
		json_number(json, "version", row->version);
		json_text(json, "due", row->due_on);
		json_number(json, "year", row->year);
		json_ore(json, "amount_ore", row->ore);
		json_text(json, "recipient", row->recipient);
		json_text(json, "recipient_name", row->recipient_name);
		json_text(json, "condition", row->condition);
		json_text(json, "condition_met", row->condition_met_on);
		json_text(json, "state", instalment_state_code(row->state));
		json_bool(json, "late", row->late);
		json_text(json, "made_by", row->maker);
		json_text(json, "attested_by", row->attested_by);
		json_text(json, "attested_at", row->attested_at);
		json_text(json, "paid", row->paid_on);
		json_text(json, "reference", row->reference);
		json_close(json);
	}
	json_close(json);
	json_close(json);
}

static void measure_json(struct json *json, const struct contents *contents, const struct dossier_measure *each)
{
	const struct measure *measure = each->measure;

	json_object(json, NULL);
	json_number(json, "n", measure->n);
	json_number(json, "version", measure->version);
	json_text(json, "title", measure->title);
	json_text(json, "description", measure->description);
	json_text(json, "achieve", measure->achieve);
	json_text(json, "type", measure->type);
	json_text(json, "area", measure->area);
	json_text(json, "effect", measure->effect);
	json_text(json, "tags", measure->tags);
	json_text(json, "from", measure->from_on);
	json_text(json, "to", measure->to_on);
	json_text(json, "form", measure->form);
	json_text(json, "other_support", measure->other_support);
	json_text(json, "lasting", measure->lasting);
	json_bool(json, "invented", measure->invented);
	json_text(json, "withdrawn", measure->withdrawn_on);
	json_text(json, "withdrawn_why", measure->withdrawn_why);
	json_ore(json, "cost_ore", measure->cost_ore);
	json_ore(json, "sought_ore", measure->sought_ore);
	json_ore(json, "granted_ore", measure->granted_ore);
	json_text(json, "outcome", measure->outcome);
	years_json(json, measure);
	assessors_json(json, each);
	views_json(json, each);
	json_array(json, "decisions");
	for (int i = 0; i < each->decisions.count; i++)
		decision_json(json, &each->decisions.items[i]);
	json_close(json);
	plan_json(json, &each->plan);
	contents_measure_json(json, contents, measure->id);
	json_close(json);
}

static void head_json(struct json *json, const struct dossier *dossier)
{
	const struct application *application = &dossier->application;
	const struct application_row *row = &application->row;
	char due[DAY_TEXT];

	day_text(row->due, due);
	json_text(json, "number", application->number);
	json_number(json, "year", row->year);
	json_number(json, "n", row->n);
	json_number(json, "version", row->version);
	json_text(json, "round", row->round_name);
	json_text(json, "applicant", application->lead_name);
	json_text(json, "title", row->title);
	json_text(json, "own_number", row->own_number);
	json_text(json, "arrived", row->arrived_on);
	json_text(json, "arrived_time", application->arrived_time);
	json_text(json, "way", application->way);
	json_bool(json, "late", row->late);
	json_text(json, "state", state_code(row->state));
	json_text(json, "due", due[0] ? due : NULL);
	json_text(json, "officer", row->officer_name);
	json_text(json, "assigned", application->assigned_on);
	json_ore(json, "cost_ore", row->cost_ore);
	json_ore(json, "sought_ore", row->sought_ore);
	json_number(json, "unknown_amounts", row->sought_unknown);
	json_text(json, "summary", application->summary);
	json_text(json, "scope", application->scope);
	json_text(json, "economy", application->economy);
	json_text(json, "needs", application->needs);
	json_text(json, "sources", application->sources);
	json_number(json, "invented", application->invented);
	json_text(json, "registered_by", application->registered_by);
	json_text(json, "registered_at", application->registered_at);
	json_text(json, "withdrawn", application->withdrawn_on);
	json_text(json, "withdrawn_why", application->withdrawn_why);
}

static void participants_json(struct json *json, const struct application *application)
{
	json_array(json, "participants");
	for (int i = 0; i < application->participant_count; i++) {
		const struct participant *each = &application->participants[i];

		json_object(json, NULL);
		json_text(json, "region", each->region);
		json_text(json, "name", each->region_name);
		json_bool(json, "lead", each->lead);
		json_number(json, "version", each->version);
		json_text(json, "own_number", each->own_number);
		json_text(json, "paper", each->paper);
		json_text(json, "paper_day", each->paper_on);
		json_text(json, "body", each->paper_body);
		json_text(json, "body_kind", each->body_kind);
		json_text(json, "section", each->section);
		json_text(json, "body_number", each->number);
		json_text(json, "document", each->document);
		json_text(json, "certificate", each->certified_on);
		json_text(json, "representative", each->certified_name);
		json_text(json, "representative_title", each->certified_title);
		json_text(json, "certificate_document", each->certified_document);
		json_text(json, "contribution", each->contribution);
		json_bool(json, "complete", participant_is_complete(each));
		json_close(json);
	}
	json_close(json);
	json_number(json, "participants_complete",
		participants_complete(application->participants, application->participant_count));
}

static void gates_json(struct json *json, const struct gate_list *gates, int64_t only)
{
	json_array(json, "gates");
	for (int i = 0; i < gates->count; i++) {
		const struct gate_row *row = &gates->items[i];

		if (only && row->measure != only)
			continue;
		json_object(json, NULL);
		json_text(json, "gate", row->gate->id);
		json_text(json, "name", row->gate->name[words_swedish()]);
		json_text(json, "about", row->about);
		if (row->measure)
			json_number(json, "measure", row->measure_n);
		json_text(json, "answer", row->answer);
		json_text(json, "reason", row->reason);
		json_text(json, "way", row->way);
		json_text(json, "due", row->due_on);
		json_text(json, "answered_by", row->answered_by);
		json_text(json, "answered_at", row->answered_at);
		json_number(json, "version", row->version);
		json_close(json);
	}
	json_close(json);
}

static void notes_json(struct json *json, const struct note_list *notes, int64_t only)
{
	json_array(json, "notes");
	for (int i = 0; i < notes->count; i++) {
		const struct note *note = &notes->items[i];

		if (only && note->measure != only)
			continue;
		json_object(json, NULL);
		json_number(json, "n", note->n);
		if (note->measure)
			json_number(json, "measure", note->measure_n);
		json_text(json, "kind", note->kind);
		json_text(json, "day", note->occurred_on);
		json_text(json, "time", note->occurred_time);
		json_text(json, "way", note->way);
		json_text(json, "with", note->with_whom);
		json_text(json, "role", note->with_role);
		json_text(json, "name", note->with_name);
		json_text(json, "said", note->said);
		json_text(json, "changed", note->changed);
		json_text(json, "author", note->author);
		json_text(json, "written_at", note->written_at);
		if (note->corrects)
			json_number(json, "corrects", note->corrects_n);
		if (note->corrected_by)
			json_number(json, "corrected_by", note->corrected_by_n);
		json_text(json, "gate", note->gate);
		json_text(json, "criterion", note->criterion);
		json_bool(json, "communicate", note->communicate);
		json_text(json, "follow_up", note->follow_on);
		json_text(json, "followed_up", note->followed_on);
		if (note->followed_on) {
			json_text(json, "followed_how", note->followed_how);
			json_text(json, "followed_by", note->followed_by);
		}
		json_close(json);
	}
	json_close(json);
}

/* What the one who asks may see of it; the numbers count everybody. */
static void conflicts_json(struct json *json, const struct dossier *dossier)
{
	const struct disqualification_list *list = &dossier->conflicts;

	json_object(json, "conflict_of_interest");
	json_number(json, "asked", list->sum.asked);
	json_number(json, "answered", list->sum.answered);
	json_number(json, "reported", list->sum.reported);
	json_number(json, "barred", list->sum.barred);
	json_bool(json, "own", dossier->application.row.bar != NULL);
	json_array(json, "persons");
	for (int i = 0; i < list->count; i++) {
		const struct disqualification *row = &list->items[i];

		json_object(json, NULL);
		json_text(json, "login", row->login);
		json_text(json, "name", row->person_name);
		json_text(json, "about", row->application ? "application" : "round");
		json_text(json, "state", disqualification_state_code(row->state));
		json_text(json, "ground", row->ground);
		json_text(json, "what", row->what);
		json_text(json, "asked", row->asked_on);
		json_text(json, "answered_at", row->answered_at);
		json_text(json, "tried", row->tried_on);
		json_text(json, "tried_by", row->tried_by);
		json_text(json, "reasons", row->reasons);
		json_bool(json, "later", row->later);
		json_text(json, "work", row->work);
		json_text(json, "work_why", row->work_why);
		json_number(json, "version", row->version);
		json_close(json);
	}
	json_close(json);
	json_close(json);
}

static void events_json(struct json *json, const struct event_list *events)
{
	json_array(json, "events");
	for (int i = 0; i < events->count; i++) {
		const struct event_row *event = &events->items[i];

		json_object(json, NULL);
		json_number(json, "seq", event->seq);
		json_text(json, "at", event->at);
		json_text(json, "actor", event->actor);
		json_text(json, "role", event->role);
		json_text(json, "action", event->action);
		json_text(json, "words", event_words(event));
		json_text(json, "cause", event->cause);
		json_close(json);
	}
	json_close(json);
}

void dossier_json(const struct dossier *dossier, struct buffer *out)
{
	struct json json;

	json_init(&json, out);
	json_object(&json, NULL);
	json_number(&json, "format", 1);
	head_json(&json, dossier);
	participants_json(&json, &dossier->application);
	contents_json(&json, &dossier->contents);
	json_array(&json, "measures");
	for (int i = 0; i < dossier->count; i++)
		measure_json(&json, &dossier->contents, &dossier->each[i]);
	json_close(&json);
	gates_json(&json, &dossier->gates, dossier->only);
	notes_json(&json, &dossier->notes, dossier->only);
	clock_fields_json(&json, &dossier->clocks, dossier->only);
	if (!dossier->only)
		conflicts_json(&json, dossier);
	events_json(&json, &dossier->events);
	json_close(&json);
	json_done(&json);
}

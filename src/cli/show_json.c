/* An application or a measure as JSON. Invariant: fields are only added from version to version, amounts are whole öre,
 * days are ISO, and points that may not be seen are not there. */
#include "cli/show.h"

#include "base/json_row.h"
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

#define ASSESSOR(name, member) JSON_MEMBER(struct assessor, name, member)
static const struct json_member assessors_members[] = {
	ASSESSOR("login", login), ASSESSOR("name", name), ASSESSOR("submitted", submitted_at), {0}};
#undef ASSESSOR

static void assessors_json(struct json *json, const struct dossier_measure *each)
{
	json_array(json, "assessors");
	for (int i = 0; i < each->assessors.count; i++) {
		const struct assessor *assessor = &each->assessors.items[i];

		json_object(json, NULL);
		json_members(json, assessor, assessors_members);
		json_close(json);
	}
	json_close(json);
}

/* What was said, first to last, where there is more than what was handed in. */
static void words_json(struct json *json, const struct score_view *view, int criterion)
{
	json_array(json, "history");
	for (int i = 0; i < view->word_count; i++) {
		const struct score_word *word = &view->words[i];

		if (word->criterion != criterion || !view->late[criterion])
			continue;
		json_object(json, NULL);
		word->points < 0 ? json_null(json, "points") : json_number(json, "points", word->points);
		json_text(json, "reason", word->reason);
		json_text(json, "why", word->why);
		json_text(json, "at", word->at);
		json_text(json, "by", word->by);
		json_close(json);
	}
	json_close(json);
}

static void consensus_json(struct json *json, const struct score_views *views)
{
	json_array(json, "consensus");
	for (int i = 0; i < views->consensus_count; i++) {
		const struct consensus *said = &views->consensus[i];

		json_object(json, NULL);
		json_text(json, "criterion", views->criteria[said->criterion]->id);
		said->points < 0 ? json_null(json, "points") : json_number(json, "points", said->points);
		json_text(json, "discussion", said->discussion);
		json_text(json, "on", said->on_day);
		json_text(json, "recorded_by", said->by);
		json_text(json, "recorded_at", said->at);
		json_bool(json, "counts", said->counts);
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
			if (view->points[k] < 0)
				json_null(json, "points");
			else
				json_number(json, "points", view->points[k]);
			json_text(json, "reason", view->reason[k]);
			json_bool(json, "abstained", view->points[k] == SCORE_ABSTAINED);
			words_json(json, view, k);
			json_close(json);
		}
		json_close(json);
		json_close(json);
	}
	json_close(json);
	consensus_json(json, &each->views);
}

#define DECISION(name, member) JSON_MEMBER(struct decision, name, member)
static const struct json_member decision_members[] = {DECISION("n", n), DECISION("outcome", outcome),
	DECISION("decided", decided_on), DECISION("meeting", meeting), DECISION("ground", ground),
	DECISION("provisions", provisions), DECISION("reasons", reasons), DECISION("kind", kind), DECISION("provision", provision),
	DECISION("deciders", deciders), DECISION("presenter", presenter), DECISION("others", others),
	DECISION("recorded_by", recorded_by),
	DECISION("recorded_at", recorded_at), DECISION("valid", valid),
	JSON_MEMBER_OF_ORE(struct decision, "granted_ore", granted_ore), {0}};
#undef DECISION

static void decision_json(struct json *json, const struct decision *decision)
{
	json_object(json, NULL);
	json_members(json, decision, decision_members);
	json_number(json, "document", decision->sent.document_n);
	json_number(json, "listed", decision->sent.listed);
	json_number(json, "sent", decision->sent.sent);
	json_text(json, "sent_on", decision->sent.sent_on);
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

#define INSTALMENT(name, member) JSON_MEMBER(struct instalment, name, member)
static const struct json_member instalment_members[] = {INSTALMENT("row", n), INSTALMENT("version", version),
	INSTALMENT("due", due_on), INSTALMENT("year", year), JSON_MEMBER_OF_ORE(struct instalment, "amount_ore", ore),
	INSTALMENT("recipient", recipient), INSTALMENT("recipient_name", recipient_name),
	INSTALMENT("condition", condition), INSTALMENT("condition_met", condition_met_on), {0}};
static const struct json_member paid_members[] = {INSTALMENT("late", late), INSTALMENT("made_by", maker),
	INSTALMENT("attested_by", attested_by), INSTALMENT("attested_at", attested_at), INSTALMENT("paid", paid_on),
	INSTALMENT("reference", reference), {0}};
#undef INSTALMENT

#define PLAN(name, member) JSON_MEMBER(struct plan, name, member)
static const struct json_member plan_members[] = {PLAN("version", version),
	JSON_MEMBER_OF_ORE(struct plan, "granted_ore", granted_ore),
	JSON_MEMBER_OF_ORE(struct plan, "planned_ore", planned_ore),
	JSON_MEMBER_OF_ORE(struct plan, "attested_ore", attested_ore),
	JSON_MEMBER_OF_ORE(struct plan, "paid_ore", paid_ore), {0}};
#undef PLAN

static void plan_json(struct json *json, const struct plan *plan)
{
	if (!plan->decision) {
		json_null(json, "plan");
		return;
	}
	json_object(json, "plan");
	json_members(json, plan, plan_members);
	json_array(json, "instalments");
	for (int i = 0; i < plan->count; i++) {
		const struct instalment *row = &plan->items[i];

		json_object(json, NULL);
		json_members(json, row, instalment_members);
		json_text(json, "state", instalment_state_code(row->state));
		json_members(json, row, paid_members);
		json_close(json);
	}
	json_close(json);
	json_close(json);
}

#define MEASURE(name, member) JSON_MEMBER(struct measure, name, member)
static const struct json_member measure_members[] = {MEASURE("n", n), MEASURE("version", version),
	MEASURE("title", title), MEASURE("description", description), MEASURE("achieve", achieve),
	MEASURE("type", type), MEASURE("area", area), MEASURE("effect", effect), MEASURE("tags", tags),
	MEASURE("from", from_on), MEASURE("to", to_on), MEASURE("form", form), MEASURE("other_support", other_support),
	MEASURE("lasting", lasting), MEASURE("invented", invented), MEASURE("withdrawn", withdrawn_on),
	MEASURE("withdrawn_why", withdrawn_why), JSON_MEMBER_OF_ORE(struct measure, "cost_ore", cost_ore),
	JSON_MEMBER_OF_ORE(struct measure, "sought_ore", sought_ore),
	JSON_MEMBER_OF_ORE(struct measure, "granted_ore", granted_ore), MEASURE("outcome", outcome), MEASURE("ruling", ruling), {0}};
#undef MEASURE

static void measure_json(struct json *json, const struct contents *contents, const struct dossier_measure *each)
{
	const struct measure *measure = each->measure;

	json_object(json, NULL);
	json_members(json, measure, measure_members);
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

#define PARTICIPANT(name, member) JSON_MEMBER(struct participant, name, member)
static const struct json_member participants_members[] = {PARTICIPANT("region", region),
	PARTICIPANT("name", region_name), PARTICIPANT("lead", lead), PARTICIPANT("version", version),
	PARTICIPANT("own_number", own_number), PARTICIPANT("paper", paper), PARTICIPANT("paper_day", paper_on),
	PARTICIPANT("body", paper_body), PARTICIPANT("body_kind", body_kind), PARTICIPANT("section", section),
	PARTICIPANT("body_number", number), PARTICIPANT("document", document), PARTICIPANT("certificate", certified_on),
	PARTICIPANT("representative", certified_name), PARTICIPANT("representative_title", certified_title),
	PARTICIPANT("certificate_document", certified_document), PARTICIPANT("contribution", contribution), {0}};
#undef PARTICIPANT

static void participants_json(struct json *json, const struct application *application)
{
	json_array(json, "participants");
	for (int i = 0; i < application->participant_count; i++) {
		const struct participant *each = &application->participants[i];

		json_object(json, NULL);
		json_members(json, each, participants_members);
		json_bool(json, "complete", participant_is_complete(each));
		json_close(json);
	}
	json_close(json);
	json_number(json, "participants_complete",
		participants_complete(application->participants, application->participant_count));
}

#define GATE(name, member) JSON_MEMBER(struct gate_row, name, member)
static const struct json_member gates_members[] = {GATE("answer", answer), GATE("reason", reason), GATE("way", way),
	GATE("due", due_on), GATE("answered_by", answered_by), GATE("answered_at", answered_at),
	GATE("version", version), {0}};
#undef GATE

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
		json_members(json, row, gates_members);
		json_close(json);
	}
	json_close(json);
}

#define NOTE(name, member) JSON_MEMBER(struct note, name, member)
static const struct json_member said_members[] = {NOTE("kind", kind), NOTE("day", occurred_on),
	NOTE("time", occurred_time), NOTE("way", way), NOTE("with", with_whom), NOTE("role", with_role),
	NOTE("name", with_name), NOTE("said", said), NOTE("changed", changed), NOTE("author", author),
	NOTE("written_at", written_at), {0}};
static const struct json_member about_members[] = {NOTE("gate", gate), NOTE("criterion", criterion),
	NOTE("communicate", communicate), NOTE("follow_up", follow_on), NOTE("followed_up", followed_on), {0}};
#undef NOTE

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
		json_members(json, note, said_members);
		if (note->corrects)
			json_number(json, "corrects", note->corrects_n);
		if (note->corrected_by)
			json_number(json, "corrected_by", note->corrected_by_n);
		json_members(json, note, about_members);
		if (note->followed_on) {
			json_text(json, "followed_how", note->followed_how);
			json_text(json, "followed_by", note->followed_by);
		}
		json_close(json);
	}
	json_close(json);
}

/* What the one who asks may see of it; the numbers count everybody. */
#define CONFLICT(name, member) JSON_MEMBER(struct disqualification, name, member)
static const struct json_member conflicts_members[] = {CONFLICT("ground", ground), CONFLICT("what", what),
	CONFLICT("asked", asked_on), CONFLICT("answered_at", answered_at), CONFLICT("tried", tried_on),
	CONFLICT("tried_by", tried_by), CONFLICT("reasons", reasons), CONFLICT("later", later), CONFLICT("work", work),
	CONFLICT("work_why", work_why), CONFLICT("version", version), {0}};
#undef CONFLICT

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
		json_members(json, row, conflicts_members);
		json_close(json);
	}
	json_close(json);
	json_close(json);
}

#define EVENT(name, member) JSON_MEMBER(struct event_row, name, member)
static const struct json_member events_members[] = {
	EVENT("seq", seq), EVENT("at", at), EVENT("actor", actor), EVENT("role", role), EVENT("action", action), {0}};
#undef EVENT

static void events_json(struct json *json, const struct event_list *events)
{
	json_array(json, "events");
	for (int i = 0; i < events->count; i++) {
		const struct event_row *event = &events->items[i];

		json_object(json, NULL);
		json_members(json, event, events_members);
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
	rulings_json(&json, &dossier->rulings, dossier->only);
	if (!dossier->only)
		conflicts_json(&json, dossier);
	events_json(&json, &dossier->events);
	json_close(&json);
	json_done(&json);
}

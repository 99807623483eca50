/* What happened, in words: one line per kind of change, and the difference between before and after. */
#include "casework/entry_inner.h"
#include "casework/event.h"

#include "base/buffer.h"
#include "base/text.h"
#include "base/words.h"

static const struct {
	const char *action, *words;
} table[] = {
	{"office-found", N_("founded the office")},
	{"clock-set", N_("set the demonstration clock")},
	{"programme-adopt", N_("took in regions, control points and criteria")},
	{"criteria-draft", N_("drafted a version of the criteria")},
	{"criterion-put", N_("changed a criterion of a draft")},
	{"criterion-remove", N_("took a criterion out of a draft")},
	{"criteria-drop", N_("dropped a draft of the criteria")},
	{"criteria-adopt", N_("recorded that the delegation adopted criteria")},
	{"criteria-use", N_("put a round on another version of the criteria")},
	{"person-add", N_("added a person")},
	{"person-change", N_("changed a person")},
	{"person-give-role", N_("gave a role")},
	{"person-end-role", N_("ended a role")},
	{"round-add", N_("added a round")},
	{"round-change", N_("changed a round")},
	{"limit-put", N_("entered a limit")},
	{"application-register", N_("registered the application")},
	{"application-change", N_("changed the application")},
	{"application-assign", N_("assigned the case")},
	{"application-withdraw", N_("recorded that the application was withdrawn")},
	{"participant-put", N_("changed a participant's papers")},
	{"share-put", N_("wrote a region's share")},
	{"share-split", N_("split what is sought over the regions")},
	{"need-put", N_("wrote a need")},
	{"need-drop", N_("took away a need")},
	{"promise-put", N_("wrote what a measure promises")},
	{"cost-put", N_("wrote a cost row")},
	{"cost-drop", N_("took away a cost row")},
	{"indicator-put", N_("wrote an indicator")},
	{"indicator-drop", N_("took away an indicator")},
	{"support-put", N_("wrote other state support")},
	{"support-drop", N_("took away other state support")},
	{"reference-put", N_("wrote a reference")},
	{"reference-drop", N_("took away a reference")},
	{"background-put", N_("wrote a background event")},
	{"background-drop", N_("took away a background event")},
	{"contact-put", N_("wrote a contact person")},
	{"contact-drop", N_("took away a contact person")},
	{"measure-add", N_("added a measure")},
	{"measure-change", N_("changed a measure")},
	{"measure-withdraw", N_("recorded that a measure was withdrawn")},
	{"intake", N_("imported")},
	{"case-import", N_("took in from a copy of the case")},
	{"case-close", N_("closed the case")},
	{"case-reopen", N_("reopened the case")},
	{"release-add", N_("noted what is requested")},
	{"release-test", N_("tested a part for release")},
	{"note-add", N_("wrote a note")},
	{"note-follow", N_("followed a note up")},
	{"gate-answer", N_("answered a control point")},
	{"power-add", N_("gave a power to sign")},
	{"power-end", N_("ended a power to sign")},
	{"clock-send", N_("set a time limit")},
	{"clock-answer", N_("recorded an answer")},
	{"clock-end", N_("ruled on what follows from an answer")},
	{"clock-respite", N_("ruled on more time")},
	{"clock-uncommunicated", N_("judged communication obviously unnecessary")},
	{"meeting-put", N_("entered a meeting of a region")},
	{"version-keep", N_("kept the application as it stands")},
	{"assessor-assign", N_("assigned an assessor")},
	{"assessor-relieve", N_("relieved an assessor")},
	{"score-put", N_("scored a measure (draft)")},
	{"score-submit", N_("handed in an assessment")},
	{"score-again", N_("scored a criterion again")},
	{"consensus-record", N_("recorded what assessors agreed on")},
	{"rank-move", N_("moved a measure in the ranking")},
	{"rank-unmove", N_("moved a measure back to its place by points")},
	{"rank-set", N_("set a proposed amount")},
	{"rank-lock", N_("locked the proposal")},
	{"rank-save", N_("saved the proposal")},
	{"rank-skip", N_("skipped a measure in the ranking")},
	{"rank-unskip", N_("no longer skipped a measure in the ranking")},
	{"least-put", N_("wrote the least amount that makes sense")},
	{"equal-add", N_("entered a rule of equal treatment")},
	{"equal-end", N_("ended a rule of equal treatment")},
	{"firm-keep", N_("kept how firm the ranking is")},
	{"decision-record", N_("recorded the delegation's decision")},
	{"plan-put", N_("changed the payment plan")},
	{"instalment-condition-met", N_("noted that the condition of an instalment is met")},
	{"instalment-attest", N_("authorised an instalment")},
	{"instalment-paid", N_("recorded a payment")},
	{"disqualification-ask", N_("asked about conflicts of interest")},
	{"disqualification-answer", N_("answered about conflicts of interest")},
	{"disqualification-report", N_("reported a conflict of interest")},
	{"disqualification-try", N_("recorded how a conflict of interest was tried")},
	{"disqualification-later", N_("recorded a conflict of interest found later")},
	{"document-add", N_("registered a document")},
	{"document-change", N_("changed a document's particulars")},
	{"document-attach", N_("added a document's file")},
	{"document-tie", N_("tied a document to its case")},
	{"document-move", N_("moved a document to another case")},
	{"document-void", N_("noted a document as registered by mistake")},
	{"document-remove", N_("removed a document's content")},
	{"document-read", N_("read a document with a secrecy mark")},
	{"case-misregistered", N_("noted a case as registered by mistake")},
	{"cross-number-put", N_("noted another body's number")},
	{"dispatch-add", N_("put a receiver on a distribution list")},
	{"dispatch-send", N_("noted a document as sent")},
	{"dispatch-receive", N_("noted a receipt")},
	{"matter-open", N_("opened a matter")},
	{"sitting-open", N_("called a sitting of the delegation")},
	{"sitting-change", N_("changed a sitting")},
	{"sitting-call", N_("called somebody to a sitting")},
	{"sitting-notice", N_("noted that the notice of a sitting was sent")},
	{"sitting-papers", N_("noted that the papers of a sitting were sent")},
	{"sitting-draw", N_("put a proposal on the agenda")},
	{"sitting-item-add", N_("put an item on the agenda")},
	{"sitting-item-change", N_("changed an item of the agenda")},
	{"sitting-item-place", N_("moved an item of the agenda")},
	{"sitting-start", N_("opened a sitting")},
	{"sitting-present", N_("noted who is there")},
	{"sitting-item-present", N_("noted who is there for an item")},
	{"sitting-take", N_("took an item up")},
	{"sitting-motion", N_("noted a motion")},
	{"sitting-vote", N_("recorded a vote")},
	{"sitting-reserve", N_("recorded a reservation or dissent")},
	{"sitting-ruling", N_("recorded the chair's ruling on the quorum")},
	{"sitting-outcome", N_("closed an item")},
	{"sitting-resume", N_("took an item up again")},
	{"sitting-close", N_("closed a sitting")},
	{"sitting-adjuster", N_("noted who approves the minutes")},
	{"sitting-adjust-item", N_("recorded that an item was adjusted at once")},
	{"sitting-adjust", N_("recorded that the minutes were approved")},
	{"matter-change", N_("changed a matter")},
	{"matter-close", N_("closed a matter")},
	{"matter-reopen", N_("reopened a matter")},
};

const char *event_words(const struct event_row *event)
{
	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)
		if (!strcmp(table[i].action, event->action))
			return _(table[i].words);
	return event->action;
}

/* One fact of canonical text: "name=<bytes>:<value>\n" or "name=-\n". Answers where the next begins, NULL at the end.
 */
static const char *fact_read(
	const char *at, const char **name, size_t *name_bytes, const char **value, size_t *value_bytes)
{
	const char *equals;
	char *end;
	size_t bytes;

	if (!at || !*at || !(equals = strchr(at, '=')))
		return NULL;
	*name = at;
	*name_bytes = (size_t)(equals - at);
	*value = NULL;
	*value_bytes = 0;
	if (equals[1] == '-')
		return equals[2] ? equals + 3 : NULL;
	bytes = strtoul(equals + 1, &end, 10);
	if (*end != ':' || strlen(end + 1) <= bytes)
		return NULL;
	*value = end + 1;
	*value_bytes = bytes;
	return end + 1 + bytes + 1;
}

static bool fact_find(const char *facts, const char *name, size_t name_bytes, const char **value, size_t *value_bytes)
{
	const char *found;
	size_t found_bytes;

	for (const char *at = facts; at && *at;) {
		at = fact_read(at, &found, &found_bytes, value, value_bytes);
		if (!at)
			break;
		if (found_bytes == name_bytes && !memcmp(found, name, name_bytes))
			return true;
	}
	*value = NULL;
	*value_bytes = 0;
	return false;
}

/* What a fact is called; of another kind of thing another name can come first. */
static const struct {
	const char *object, *field, *words;
} fields[] = {
	{"gate_answer", "way", N_("the way on")},
	{"rescore", "n", N_("which time")},
	{"rescore", "points", N_("points")},
	{"rescore", "why", N_("why again")},
	{"consensus", "n", N_("which time")},
	{"consensus", "points", N_("agreed step")},
	{NULL, "discussion", N_("what was said")},
	{NULL, "high", N_("highest step")},
	{NULL, "low", N_("lowest step")},
	{NULL, "scored_at", N_("scored")},
	{NULL, "scored_by", N_("scored by")},
	{"disqualification", "what", N_("circumstance")},
	{"document", "own_number", N_("the other body's number")},
	{"plan", "rows", N_("instalments")},
	{NULL, "about", N_("what it is about")},
	{NULL, "achieve", N_("what is to be achieved")},
	{NULL, "adopted_on", N_("adopted on")},
	{NULL, "adopted_ref", N_("the delegation's decision")},
	{NULL, "amounts", N_("amounts in öre")},
	{NULL, "answer", N_("answer")},
	{NULL, "answer_document", N_("the answer's document")},
	{NULL, "answered_at", N_("answered")},
	{NULL, "answered_by", N_("answered by")},
	{NULL, "answered_on", N_("answered on")},
	{NULL, "application", N_("case")},
	{NULL, "area", N_("area")},
	{NULL, "arrival_rule", N_("how it arrived")},
	{NULL, "arrived_on", N_("arrived")},
	{NULL, "arrived_time", N_("time of arrival")},
	{NULL, "asked_by", N_("asked by")},
	{NULL, "asked_on", N_("asked on")},
	{NULL, "asked_whom", N_("asked of")},
	{NULL, "asks", N_("what is asked")},
	{NULL, "assessment", N_("assessment")},
	{NULL, "assigned_at", N_("assigned")},
	{NULL, "assigned_by", N_("assigned by")},
	{NULL, "assigned_on", N_("assigned")},
	{NULL, "assignment", N_("assignment to assess")},
	{NULL, "attest", N_("authorised")},
	{NULL, "author", N_("written by")},
	{NULL, "body", N_("body")},
	{NULL, "body_kind", N_("Kind of body")},
	{NULL, "bound", N_("at most or at least")},
	{NULL, "certified_document", N_("Document of the certificate")},
	{NULL, "certified_name", N_("Authorised representative")},
	{NULL, "certified_on", N_("certificate")},
	{NULL, "certified_title", N_("Title of the representative")},
	{NULL, "changed", N_("what it changed")},
	{NULL, "closed_by", N_("closed by")},
	{NULL, "closed_on", N_("closed on")},
	{NULL, "closes_on", N_("closes")},
	{NULL, "code", N_("of which")},
	{NULL, "communicate", N_("to be communicated")},
	{NULL, "condition", N_("condition")},
	{NULL, "condition_met_on", N_("condition met")},
	{NULL, "consequence", N_("what follows")},
	{NULL, "content_hash", N_("fingerprint of the content")},
	{NULL, "contribution", N_("Contribution")},
	{NULL, "corrects", N_("corrects")},
	{NULL, "criteria", N_("criteria")},
	{NULL, "criteria_version", N_("criteria, version")},
	{NULL, "criterion", N_("criterion")},
	{NULL, "dated_on", N_("its own date")},
	{NULL, "decided_on", N_("decided on")},
	{NULL, "decision", N_("decision")},
	{NULL, "description", N_("description")},
	{NULL, "direction", N_("direction")},
	{NULL, "document", N_("document")},
	{NULL, "document", N_("Document")},
	{NULL, "done_by", N_("done by")},
	{NULL, "done_on", N_("day it was done")},
	{NULL, "draws", N_("weightings")},
	{NULL, "dropped_at", N_("dropped")},
	{NULL, "dropped_on", N_("taken away on")},
	{NULL, "due_on", N_("last day")},
	{NULL, "economy", N_("economic analysis")},
	{NULL, "effect", N_("effect type")},
	{NULL, "ended_at", N_("ended")},
	{NULL, "ended_on", N_("ended on")},
	{NULL, "evidence", N_("what is seen beside control points")},
	{NULL, "fate", N_("fate")},
	{NULL, "fated_at", N_("settled")},
	{NULL, "fated_by", N_("settled by")},
	{NULL, "file_bytes", N_("size of the file")},
	{NULL, "file_hash", N_("the file's SHA-256")},
	{NULL, "file_name", N_("file")},
	{NULL, "follow_on", N_("to be followed up")},
	{NULL, "follows", N_("follows")},
	{NULL, "form", N_("financing")},
	{NULL, "found_at", N_("found")},
	{NULL, "found_by", N_("found by")},
	{NULL, "found_on", N_("found on")},
	{NULL, "from_number", N_("made from version")},
	{NULL, "from_on", N_("from")},
	{NULL, "gate", N_("control point")},
	{NULL, "gate_version", N_("control points, version")},
	{NULL, "gates", N_("control points")},
	{NULL, "ground", N_("ground")},
	{NULL, "how", N_("what came of it")},
	{NULL, "incomplete", N_("incomplete")},
	{NULL, "input", N_("fingerprint of what it rests on")},
	{NULL, "invented", N_("invented")},
	{NULL, "items", N_("what is asked for")},
	{NULL, "judged_at", N_("judged")},
	{NULL, "judged_by", N_("judged by")},
	{NULL, "kept_at", N_("kept")},
	{NULL, "kept_by", N_("kept by")},
	{NULL, "kind", N_("kind")},
	{NULL, "lasting", N_("lasting effect")},
	{NULL, "later", N_("found later")},
	{NULL, "lead", N_("lead applicant")},
	{NULL, "locked_at", N_("locked")},
	{NULL, "locked_by", N_("locked by")},
	{NULL, "login", N_("login")},
	{NULL, "made_at", N_("made")},
	{NULL, "made_by", N_("made by")},
	{NULL, "masked", N_("what is masked")},
	{NULL, "matter", N_("other matter")},
	{NULL, "matter", N_("matter")},
	{NULL, "measure", N_("measure")},
	{NULL, "meeting", N_("meeting")},
	{NULL, "method", N_("method")},
	{NULL, "method_version", N_("version of the method")},
	{NULL, "moved_to", N_("moved to")},
	{NULL, "n", N_("number")},
	{NULL, "name", N_("name")},
	{NULL, "needs", N_("development needs")},
	{NULL, "note", N_("note")},
	{NULL, "number", N_("Number")},
	{NULL, "occurred_on", N_("day")},
	{NULL, "occurred_time", N_("time")},
	{NULL, "officer", N_("case officer")},
	{NULL, "on_day", N_("day")},
	{NULL, "on_day", N_("day")},
	{NULL, "on_time", N_("time")},
	{NULL, "open_subject", N_("public subject line")},
	{NULL, "opened_on", N_("opened")},
	{NULL, "opens_on", N_("opens")},
	{NULL, "ore", N_("amount in öre")},
	{NULL, "other_support", N_("other state support")},
	{NULL, "outcome", N_("outcome")},
	{NULL, "own_number", N_("applicant's number")},
	{NULL, "pages", N_("pages")},
	{NULL, "paper", N_("paper")},
	{NULL, "paper_body", N_("body that decided")},
	{NULL, "paper_on", N_("day of the paper")},
	{NULL, "part", N_("part")},
	{NULL, "participant", N_("participant")},
	{NULL, "party", N_("other party")},
	{NULL, "passages", N_("passages blacked out")},
	{NULL, "payment", N_("payment")},
	{NULL, "per", N_("per region or type")},
	{NULL, "person", N_("person")},
	{NULL, "points", N_("points of 14 §")},
	{NULL, "portfolios", N_("different selections")},
	{NULL, "power", N_("power to sign")},
	{NULL, "power_ref", N_("the delegation's decision")},
	{NULL, "proposal", N_("proposal")},
	{NULL, "provisions", N_("provisions")},
	{NULL, "purpose", N_("what it was kept for")},
	{NULL, "put_at", N_("entered")},
	{NULL, "put_by", N_("entered by")},
	{NULL, "read_at", N_("read")},
	{NULL, "reason", N_("reason")},
	{NULL, "reasons", N_("reasons")},
	{NULL, "received_on", N_("received on")},
	{NULL, "recipient", N_("recipient")},
	{NULL, "recorded_at", N_("recorded")},
	{NULL, "recorded_by", N_("recorded by")},
	{NULL, "region", N_("region")},
	{NULL, "regions", N_("regions")},
	{NULL, "registered_at", N_("registered")},
	{NULL, "registered_by", N_("registered by")},
	{NULL, "removal", N_("content removed")},
	{NULL, "reopened_on", N_("reopened on")},
	{NULL, "reopened_why", N_("why it was reopened")},
	{NULL, "replaces", N_("replaces")},
	{NULL, "respites", N_("rulings on more time")},
	{NULL, "role", N_("role")},
	{NULL, "round", N_("round")},
	{NULL, "rows", N_("rows")},
	{NULL, "rule", N_("how weights vary")},
	{NULL, "said", N_("what was said")},
	{NULL, "scope", N_("limits of scope")},
	{NULL, "scores", N_("points and reasons")},
	{NULL, "secret_by", N_("secrecy mark, authority")},
	{NULL, "secret_ground", N_("secrecy mark, provision")},
	{NULL, "secret_on", N_("secrecy mark, day")},
	{NULL, "section", N_("Section of the minutes")},
	{NULL, "seed", N_("seed")},
	{NULL, "sent_on", N_("sent on")},
	{NULL, "sent_on", N_("sent on")},
	{NULL, "settings", N_("settings")},
	{NULL, "shares", N_("shares")},
	{NULL, "signed_by", N_("signed by")},
	{NULL, "since", N_("since version")},
	{NULL, "skips", N_("measures skipped")},
	{NULL, "source", N_("source")},
	{NULL, "sources", N_("sources")},
	{NULL, "subject", N_("subject line")},
	{NULL, "submitted_at", N_("handed in")},
	{NULL, "summary", N_("summary")},
	{NULL, "tags", N_("tags")},
	{NULL, "tested_at", N_("tested")},
	{NULL, "tested_by", N_("tested by")},
	{NULL, "title", N_("title")},
	{NULL, "to_application", N_("moved to case")},
	{NULL, "to_matter", N_("moved to other matter")},
	{NULL, "to_on", N_("to")},
	{NULL, "took_part", N_("took part in trying it")},
	{NULL, "tried", N_("weightings tried for selections")},
	{NULL, "tried_by", N_("tried by")},
	{NULL, "tried_on", N_("tried on")},
	{NULL, "type", N_("type")},
	{NULL, "unit", N_("counted in")},
	{NULL, "valid_from", N_("valid from")},
	{NULL, "value", N_("value")},
	{NULL, "version", N_("version")},
	{NULL, "void_why", N_("why it is void")},
	{NULL, "way", N_("how")},
	{NULL, "what", N_("what may be signed")},
	{NULL, "why", N_("why")},
	{NULL, "with_name", N_("the other's name")},
	{NULL, "with_role", N_("the other's role")},
	{NULL, "with_whom", N_("with whom")},
	{NULL, "withdrawn_on", N_("withdrawn on")},
	{NULL, "withdrawn_why", N_("why it was withdrawn")},
	{NULL, "work", N_("work done before")},
	{NULL, "work_why", N_("why the work so")},
	{NULL, "written_at", N_("written")},
	{NULL, "year", N_("year")},
};

/* The facts of an entry are named by the table of entries. */
static const char *entry_words(const char *object, const char *field, size_t bytes)
{
	for (int kind = 0; kind < ENTRY_KINDS; kind++) {
		const struct entry_shape *shape = entry_shape((enum entry_kind)kind);

		if (strcmp(object_code(shape->object), object) != 0)
			continue;
		for (int i = 0; i < shape->typed + shape->worked; i++)
			if (strlen(shape->columns[i].name) == bytes && !memcmp(shape->columns[i].name, field, bytes))
				return _(shape->columns[i].label);
	}
	return NULL;
}

static const char *field_words(const char *object, const char *field, size_t bytes)
{
	const char *words = entry_words(object, field, bytes);

	if (words)
		return words;
	for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
		if (strlen(fields[i].field) == bytes && !memcmp(fields[i].field, field, bytes) &&
			(!fields[i].object || !strcmp(fields[i].object, object)))
			return _(fields[i].words);
	return NULL;
}

static void fact_say(struct buffer *buffer, const char *value, size_t bytes)
{
	if (value)
		buffer_add(buffer, value, bytes);
	else
		buffer_text(buffer, "-");
}

static void field_say(struct buffer *buffer, const char *object, const char *name, size_t bytes)
{
	const char *words = field_words(object, name, bytes);

	if (words)
		buffer_text(buffer, words);
	else
		buffer_add(buffer, name, bytes);
	buffer_text(buffer, ": ");
}

const char *event_difference(const struct event_row *event, struct arena *arena)
{
	struct buffer buffer;
	const char *name, *after, *before, *answer;
	size_t name_bytes, after_bytes, before_bytes;

	buffer_init(&buffer);
	for (const char *at = event->after; at && *at;) {
		at = fact_read(at, &name, &name_bytes, &after, &after_bytes);
		if (!at)
			break;
		fact_find(event->before, name, name_bytes, &before, &before_bytes);
		if (before_bytes == after_bytes && !before == !after && (!after || !memcmp(before, after, after_bytes)))
			continue;
		field_say(&buffer, event->object, name, name_bytes);
		if (event->before) {
			fact_say(&buffer, before, before_bytes);
			buffer_text(&buffer, " → ");
		}
		fact_say(&buffer, after, after_bytes);
		buffer_text(&buffer, "\n");
	}
	answer = arena_text(arena, buffer.text);
	buffer_done(&buffer);
	return answer;
}

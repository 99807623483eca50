/* What a case is made of. Invariant: this table is the only list of it; whoever writes a copy, looks through one or
 * takes one in goes by it, and its order is the order of the file. */
#include "casework/case_copy_inner.h"

#include "base/words.h"

#define FIELDS(name) static const struct copy_field name##_fields[]
#define PARTS(name) static const struct copy_part *const name##_parts[]

/* ---- the register */

FIELDS(removal) = {{"kind", COPY_CODE, true, "disposal error"}, {"ground", COPY_TEXT, true},
	{"removed_by", COPY_PERSON, true}, {"removed_at", COPY_MOMENT, true}, {0}};
static const struct copy_part removal = {.name = "removal",
	.told = N_("removal of a document's content"),
	.fields = removal_fields,
	.list = SQL_CASE_COPY_REMOVAL,
	.put = SQL_CASE_COPY_REMOVAL_PUT,
	.single = true,
	.folded = true,
	.right = RIGHT_DOCUMENT_PUT};
FIELDS(dispatch) = {{"region", COPY_REGION}, {"name", COPY_LINE, true}, {"way", COPY_WORD, true, "arrival"},
	{"sent_on", COPY_DAY}, {"received_on", COPY_DAY}, {0}};
static const struct copy_part dispatch = {.name = "dispatch",
	.told = N_("receiver of a document"),
	.fields = dispatch_fields,
	.list = SQL_CASE_COPY_DISPATCH,
	.put = SQL_CASE_COPY_DISPATCH_PUT,
	.object = OBJECT_DISPATCH,
	.right = RIGHT_DOCUMENT_PUT};
FIELDS(document) = {{"n", COPY_NUMBER, true}, {"direction", COPY_CODE, true, "in out made"}, {"kind", COPY_LINE, true},
	{"on_day", COPY_DAY, true}, {"on_time", COPY_TIME}, {"found_on", COPY_DAY},
	{"arrival_rule", COPY_CODE, false, "reached advice mailbox"}, {"dated_on", COPY_DAY},
	{"way", COPY_WORD, false, "arrival"}, {"region", COPY_REGION}, {"party", COPY_LINE, true},
	{"subject", COPY_LINE, true}, {"open_subject", COPY_LINE, true}, {"pages", COPY_NUMBER},
	{"incomplete", COPY_YES, true}, {"file_name", COPY_LINE}, {"file_hash", COPY_LINE}, {"file_bytes", COPY_NUMBER},
	{"own_number", COPY_KEYED}, {"secret_ground", COPY_LINE}, {"secret_on", COPY_DAY}, {"secret_by", COPY_LINE},
	{"moved_year", COPY_NUMBER}, {"moved_n", COPY_NUMBER}, {"moved_document", COPY_NUMBER}, {"void_why", COPY_TEXT},
	{"registered_by", COPY_PERSON, true}, {"registered_at", COPY_MOMENT, true}, {0}};
PARTS(document) = {&removal, &dispatch, NULL};
static const struct copy_part document = {.name = "documents",
	.told = N_("document"),
	.fields = document_fields,
	.list = SQL_CASE_COPY_DOCUMENT,
	.put = SQL_CASE_COPY_DOCUMENT_PUT,
	.object = OBJECT_DOCUMENT,
	.right = RIGHT_DOCUMENT_PUT,
	.parts = document_parts};
FIELDS(cross_number) = {{"region", COPY_REGION}, {"number", COPY_KEYED, true}, {"about", COPY_LINE, true}, {0}};
static const struct copy_part cross_number = {.name = "cross_numbers",
	.told = N_("other body's number"),
	.fields = cross_number_fields,
	.list = SQL_CASE_COPY_CROSS_NUMBER,
	.put = SQL_CASE_COPY_CROSS_NUMBER_PUT,
	.object = OBJECT_CROSS_NUMBER,
	.right = RIGHT_DOCUMENT_PUT};
FIELDS(misregistration) = {{"to_year", COPY_NUMBER}, {"to_n", COPY_NUMBER}, {"why", COPY_TEXT, true},
	{"found_by", COPY_PERSON, true}, {"found_at", COPY_MOMENT, true}, {0}};
static const struct copy_part misregistration = {.name = "misregistration",
	.told = N_("case registered by mistake"),
	.fields = misregistration_fields,
	.list = SQL_CASE_COPY_MISREGISTRATION,
	.put = SQL_CASE_COPY_MISREGISTRATION_PUT,
	.single = true,
	.object = OBJECT_MISREGISTRATION,
	.right = RIGHT_MATTER_PUT};

/* ---- who applies */

FIELDS(share) = {{"measure", COPY_NUMBER, true}, {"amount_ore", COPY_ORE, true}, {0}};
static const struct copy_part share = {.name = "shares",
	.told = N_("share"),
	.fields = share_fields,
	.list = SQL_CASE_COPY_SHARE,
	.put = SQL_CASE_COPY_SHARE_PUT,
	.folded = true,
	.right = RIGHT_APPLICATION_CHANGE};
FIELDS(anchoring) = {{"body_kind", COPY_CODE, false, "council executive committee working other"},
	{"section", COPY_LINE, true}, {"number", COPY_LINE, true}, {"document", COPY_NUMBER},
	{"certified_name", COPY_LINE, true}, {"certified_title", COPY_LINE, true}, {"certified_document", COPY_NUMBER},
	{"contribution", COPY_TEXT, true}, {0}};
PARTS(anchoring) = {&share, NULL};
static const struct copy_part anchoring = {.name = "anchoring",
	.told = N_("political anchoring"),
	.fields = anchoring_fields,
	.list = SQL_CASE_COPY_ANCHORING,
	.put = SQL_CASE_COPY_ANCHORING_PUT,
	.single = true,
	.object = OBJECT_ANCHORING,
	.right = RIGHT_APPLICATION_CHANGE,
	.parts = anchoring_parts};
FIELDS(participant) = {{"region", COPY_REGION, true}, {"own_number", COPY_KEYED},
	{"paper", COPY_CODE, true, "none proposal handled decision"}, {"paper_on", COPY_DAY}, {"paper_body", COPY_LINE},
	{"certified_on", COPY_DAY}, {0}};
PARTS(participant) = {&anchoring, NULL};
static const struct copy_part participant = {.name = "participants",
	.told = N_("participant"),
	.fields = participant_fields,
	.list = SQL_CASE_COPY_PARTICIPANT,
	.put = SQL_CASE_COPY_PARTICIPANT_PUT,
	.object = OBJECT_PARTICIPANT,
	.right = RIGHT_APPLICATION_CHANGE,
	.parts = participant_parts};

/* ---- what the application says */

FIELDS(need_measure) = {{"measure", COPY_NUMBER, true}, {0}};
static const struct copy_part need_measure = {.name = "measures",
	.told = N_("measure that answers to a need"),
	.fields = need_measure_fields,
	.list = SQL_CASE_COPY_NEED_MEASURE,
	.put = SQL_CASE_COPY_NEED_MEASURE_PUT,
	.folded = true,
	.right = RIGHT_APPLICATION_CHANGE};
FIELDS(need) = {{"n", COPY_NUMBER, true}, {"title", COPY_LINE, true}, {"text", COPY_TEXT, true},
	{"tag", COPY_WORD, false, "need"}, {"dropped_on", COPY_DAY}, {0}};
PARTS(need) = {&need_measure, NULL};
static const struct copy_part need = {.name = "need_areas",
	.told = N_("need"),
	.fields = need_fields,
	.list = SQL_CASE_COPY_NEED,
	.put = SQL_CASE_COPY_NEED_PUT,
	.object = OBJECT_NEED,
	.right = RIGHT_APPLICATION_CHANGE,
	.parts = need_parts};
FIELDS(reference) = {{"n", COPY_NUMBER, true}, {"title", COPY_LINE, true}, {"issuer", COPY_LINE, true},
	{"number", COPY_LINE, true}, {"incomplete", COPY_YES, true}, {"dropped_on", COPY_DAY}, {0}};
static const struct copy_part reference = {.name = "references",
	.told = N_("reference"),
	.fields = reference_fields,
	.list = SQL_CASE_COPY_REFERENCE,
	.put = SQL_CASE_COPY_REFERENCE_PUT,
	.object = OBJECT_REFERENCE,
	.right = RIGHT_APPLICATION_CHANGE};
FIELDS(background) = {{"n", COPY_NUMBER, true}, {"given", COPY_LINE, true}, {"first_on", COPY_DAY},
	{"last_on", COPY_DAY}, {"what", COPY_TEXT, true}, {"who", COPY_LINE, true}, {"number", COPY_LINE, true},
	{"outcome", COPY_LINE, true}, {"dropped_on", COPY_DAY}, {0}};
static const struct copy_part background = {.name = "background",
	.told = N_("background event"),
	.fields = background_fields,
	.list = SQL_CASE_COPY_BACKGROUND,
	.put = SQL_CASE_COPY_BACKGROUND_PUT,
	.object = OBJECT_BACKGROUND,
	.right = RIGHT_APPLICATION_CHANGE};
FIELDS(contact) = {{"n", COPY_NUMBER, true}, {"region", COPY_REGION}, {"name", COPY_LINE, true},
	{"title", COPY_LINE, true}, {"email", COPY_LINE, true}, {"phone", COPY_LINE, true}, {"until_on", COPY_DAY},
	{"dropped_on", COPY_DAY}, {0}};
static const struct copy_part contact = {.name = "contacts",
	.told = N_("contact person"),
	.fields = contact_fields,
	.list = SQL_CASE_COPY_CONTACT,
	.put = SQL_CASE_COPY_CONTACT_PUT,
	.object = OBJECT_CONTACT,
	.right = RIGHT_APPLICATION_CHANGE};

/* ---- control points and clocks */

FIELDS(gate) = {{"gate_version", COPY_NUMBER, true}, {"gate", COPY_LINE, true}, {"measure", COPY_NUMBER},
	{"region", COPY_REGION}, {"answer", COPY_CODE, true, "yes no unclear na"}, {"reason", COPY_TEXT, true},
	{"way", COPY_CODE, false, "completion communication suitability ruling"}, {"due_on", COPY_DAY},
	{"answered_by", COPY_PERSON, true}, {"answered_at", COPY_MOMENT, true}, {0}};
static const struct copy_part gate = {.name = "gates",
	.told = N_("control point"),
	.fields = gate_fields,
	.list = SQL_CASE_COPY_GATE,
	.put = SQL_CASE_COPY_GATE_PUT,
	.object = OBJECT_GATE_ANSWER,
	.right = RIGHT_GATE_ANSWER};
FIELDS(item) = {{"n", COPY_NUMBER, true}, {"text", COPY_TEXT, true}, {"gate", COPY_LINE}, {"measure", COPY_NUMBER},
	{"region", COPY_REGION}, {"met_on", COPY_DAY}, {"document", COPY_NUMBER}, {0}};
static const struct copy_part item = {.name = "items",
	.told = N_("thing asked for"),
	.fields = item_fields,
	.list = SQL_CASE_COPY_ITEM,
	.put = SQL_CASE_COPY_ITEM_PUT,
	.folded = true,
	.right = RIGHT_CLOCK_SEND};
FIELDS(respite) = {{"asked_on", COPY_DAY, true}, {"old_due_on", COPY_DAY, true}, {"new_due_on", COPY_DAY},
	{"why", COPY_TEXT, true}, {"signed_by", COPY_PERSON, true}, {"power_what", COPY_LINE},
	{"power_role", COPY_LINE}, {"power_from_on", COPY_DAY}, {"power_source", COPY_LINE},
	{"power_ref", COPY_LINE, true}, {"ruled_at", COPY_MOMENT, true}, {0}};
static const struct copy_part respite = {.name = "respites",
	.told = N_("more time"),
	.fields = respite_fields,
	.list = SQL_CASE_COPY_RESPITE,
	.put = SQL_CASE_COPY_RESPITE_PUT,
	.folded = true,
	.right = RIGHT_CLOCK_END};
FIELDS(clock) = {{"n", COPY_NUMBER, true}, {"kind", COPY_CODE, true, "completion notice as_is communication referral"},
	{"follows", COPY_NUMBER}, {"measure", COPY_NUMBER}, {"region", COPY_REGION}, {"asked_whom", COPY_LINE, true},
	{"asks", COPY_TEXT, true}, {"sent_on", COPY_DAY, true}, {"way", COPY_WORD, true, "arrival"},
	{"due_on", COPY_DAY}, {"signed_by", COPY_PERSON, true}, {"power_what", COPY_LINE}, {"power_role", COPY_LINE},
	{"power_from_on", COPY_DAY}, {"power_source", COPY_LINE}, {"power_ref", COPY_LINE, true},
	{"document", COPY_NUMBER}, {"answered_on", COPY_DAY}, {"answer", COPY_TEXT, true},
	{"answer_document", COPY_NUMBER},
	{"outcome", COPY_CODE, false, "complete partly unanswered commented adjusted stands withdrawn"},
	{"consequence", COPY_TEXT, true}, {"ended_on", COPY_DAY}, {0}};
PARTS(clock) = {&item, &respite, NULL};
static const struct copy_part clock_part = {.name = "clocks",
	.told = N_("time limit"),
	.fields = clock_fields,
	.list = SQL_CASE_COPY_CLOCK,
	.put = SQL_CASE_COPY_CLOCK_PUT,
	.object = OBJECT_CLOCK,
	.right = RIGHT_CLOCK_SEND,
	.parts = clock_parts};
FIELDS(uncommunicated) = {{"measure", COPY_NUMBER}, {"why", COPY_TEXT, true}, {"judged_by", COPY_PERSON, true},
	{"judged_at", COPY_MOMENT, true}, {0}};
static const struct copy_part uncommunicated = {.name = "uncommunicated",
	.told = N_("judgement that communication is unnecessary"),
	.fields = uncommunicated_fields,
	.list = SQL_CASE_COPY_UNCOMMUNICATED,
	.put = SQL_CASE_COPY_UNCOMMUNICATED_PUT,
	.object = OBJECT_UNCOMMUNICATED,
	.right = RIGHT_CLOCK_END};
FIELDS(version) = {{"n", COPY_NUMBER, true}, {"kept_by", COPY_PERSON, true}, {"kept_at", COPY_MOMENT, true},
	{"why", COPY_LINE, true}, {"content", COPY_RAW, true}, {0}};
static const struct copy_part version = {.name = "versions",
	.told = N_("kept version"),
	.fields = version_fields,
	.list = SQL_CASE_COPY_VERSION,
	.put = SQL_CASE_COPY_VERSION_PUT,
	.object = OBJECT_VERSION,
	.right = RIGHT_VERSION_KEEP};

/* ---- conflicts of interest, dialogue, closing */

FIELDS(disqualification) = {{"person", COPY_PERSON, true}, {"asked_on", COPY_DAY}, {"asked_by", COPY_PERSON},
	{"answer", COPY_CODE, false, "none reported"}, {"answered_at", COPY_MOMENT},
	{"ground", COPY_CODE, false, "party representative earlier other"}, {"what", COPY_TEXT, true},
	{"later", COPY_YES, true}, {"tried_on", COPY_DAY}, {"tried_by", COPY_LINE, true}, {"took_part", COPY_YES, true},
	{"outcome", COPY_CODE, false, "barred free excepted"}, {"reasons", COPY_TEXT, true},
	{"work", COPY_CODE, false, "none set_aside kept redone"}, {"work_why", COPY_TEXT, true},
	{"recorded_by", COPY_PERSON, true}, {0}};
const struct copy_part copy_disqualification = {.name = "disqualifications",
	.told = N_("conflict of interest"),
	.fields = disqualification_fields,
	.list = SQL_CASE_COPY_DISQUALIFICATION,
	.put = SQL_CASE_COPY_DISQUALIFICATION_PUT,
	.object = OBJECT_DISQUALIFICATION,
	.right = RIGHT_DISQUALIFICATION_RECORD};
FIELDS(about) = {{"gate_version", COPY_NUMBER}, {"gate", COPY_LINE}, {"criteria_version", COPY_NUMBER},
	{"criterion", COPY_LINE}, {"communicate", COPY_YES, true}, {"follow_on", COPY_DAY}, {0}};
static const struct copy_part about = {.name = "about",
	.told = N_("what a note is about"),
	.fields = about_fields,
	.list = SQL_CASE_COPY_ABOUT,
	.put = SQL_CASE_COPY_ABOUT_PUT,
	.single = true,
	.object = OBJECT_NOTE_ABOUT,
	.right = RIGHT_NOTE_ADD};
FIELDS(follow_up) = {{"done_on", COPY_DAY, true}, {"how", COPY_TEXT, true}, {"done_by", COPY_PERSON, true}, {0}};
static const struct copy_part follow_up = {.name = "follow_up",
	.told = N_("follow-up of a note"),
	.fields = follow_up_fields,
	.list = SQL_CASE_COPY_FOLLOW_UP,
	.put = SQL_CASE_COPY_FOLLOW_UP_PUT,
	.single = true,
	.object = OBJECT_FOLLOW_UP,
	.right = RIGHT_NOTE_ADD};
FIELDS(fate) = {{"fate", COPY_CODE, true, "archive discard file"}, {"fated_by", COPY_PERSON, true},
	{"fated_at", COPY_MOMENT, true}, {0}};
static const struct copy_part fate = {.name = "fate",
	.told = N_("what became of a note"),
	.fields = fate_fields,
	.list = SQL_CASE_COPY_FATE,
	.put = SQL_CASE_COPY_FATE_PUT,
	.single = true,
	.object = OBJECT_NOTE_FATE,
	.right = RIGHT_CASE_CLOSE};
FIELDS(note) = {{"n", COPY_NUMBER, true}, {"measure", COPY_NUMBER}, {"kind", COPY_CODE, true, "file working"},
	{"occurred_on", COPY_DAY, true}, {"occurred_time", COPY_TIME}, {"way", COPY_WORD, true, "dialogue"},
	{"with_whom", COPY_LINE, true}, {"with_role", COPY_LINE, true}, {"with_name", COPY_LINE, true},
	{"said", COPY_TEXT, true}, {"changed", COPY_TEXT, true}, {"corrects", COPY_NUMBER},
	{"author", COPY_PERSON, true}, {"written_at", COPY_MOMENT, true}, {0}};
PARTS(note) = {&about, &follow_up, &fate, NULL};
const struct copy_part copy_note = {.name = "notes",
	.told = N_("note"),
	.fields = note_fields,
	.list = SQL_CASE_COPY_NOTE,
	.put = SQL_CASE_COPY_NOTE_PUT,
	.object = OBJECT_NOTE,
	.right = RIGHT_NOTE_ADD,
	.parts = note_parts};
FIELDS(closure) = {{"closed_on", COPY_DAY, true}, {"why", COPY_TEXT, true}, {"closed_by", COPY_PERSON, true},
	{"reopened_on", COPY_DAY}, {"reopened_why", COPY_TEXT}, {0}};
static const struct copy_part closure = {.name = "closure",
	.told = N_("closing"),
	.fields = closure_fields,
	.list = SQL_CASE_COPY_CLOSURE,
	.put = SQL_CASE_COPY_CLOSURE_PUT,
	.single = true,
	.object = OBJECT_CLOSURE,
	.right = RIGHT_CASE_CLOSE};

/* ---- the case: what is pointed at comes before what points, and the closing last, for a closed case changes no more
 */

FIELDS(application) = {{"year", COPY_NUMBER, true}, {"n", COPY_NUMBER, true}, {"round", COPY_LINE, true},
	{"lead", COPY_REGION, true}, {"title", COPY_LINE, true}, {"own_number", COPY_KEYED},
	{"arrived_on", COPY_DAY, true}, {"arrived_time", COPY_TIME}, {"way", COPY_WORD, true, "arrival"},
	{"summary", COPY_TEXT, true}, {"economy", COPY_TEXT, true}, {"needs", COPY_TEXT, true},
	{"scope", COPY_TEXT, true}, {"sources", COPY_TEXT, true}, {"invented", COPY_NUMBER, true},
	{"officer", COPY_PERSON}, {"assigned_on", COPY_DAY}, {"withdrawn_on", COPY_DAY}, {"withdrawn_why", COPY_TEXT},
	{"registered_by", COPY_PERSON, true}, {"registered_at", COPY_MOMENT, true}, {0}};
PARTS(application) = {&document, &cross_number, &misregistration, &copy_measure, &copy_money_in, &copy_ruling,
	&copy_decision_paper, &copy_money_paper, &participant, &need, &reference, &background, &contact, &gate,
	&clock_part, &uncommunicated, &version, &copy_note, &copy_disqualification, &closure, NULL};
const struct copy_part copy_application = {.name = "application",
	.told = N_("application"),
	.fields = application_fields,
	.list = SQL_CASE_COPY_APPLICATION,
	.put = SQL_CASE_COPY_APPLICATION_PUT,
	.single = true,
	.object = OBJECT_APPLICATION,
	.right = RIGHT_APPLICATION_REGISTER,
	.parts = application_parts};

const struct copy_field *copy_field_find(const struct copy_part *part, const char *name)
{
	for (const struct copy_field *field = part->fields; field->name; field++)
		if (!strcmp(field->name, name))
			return field;
	return NULL;
}

const struct copy_part *copy_part_find(const struct copy_part *part, const char *name)
{
	for (const struct copy_part *const *each = part->parts; each && *each; each++)
		if (!strcmp((*each)->name, name))
			return *each;
	return NULL;
}

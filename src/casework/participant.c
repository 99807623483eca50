/* Those who apply together (4 §), and what each has sent to show its political decision. Invariant: the lead is always
 * one of them, and none is there twice. */
#include "casework/application_inner.h"

#include "base/text.h"
#include "base/words.h"

#define AT(member) offsetof(struct participant_change, member)
static const struct field participant_fields[] = {
	{.name = "region", .label = N_("Region"), .kind = FIELD_REGION, .needed = true, .at = AT(region)},
	{.name = "own_number",
		.label = N_("The region's number"),
		.kind = FIELD_LINE,
		.unknown = true,
		.at = AT(own_number)},
	{.name = "paper", .label = N_("Paper"), .kind = FIELD_WORD, .words = "paper", .at = AT(paper)},
	{.name = "paper_on", .label = N_("Day of the paper"), .kind = FIELD_PAST, .unknown = true, .at = AT(paper_on)},
	{.name = "paper_body", .label = N_("Body"), .kind = FIELD_LINE, .unknown = true, .at = AT(paper_body)},
	{.name = "certified_on",
		.label = N_("Day of the certificate"),
		.kind = FIELD_PAST,
		.unknown = true,
		.at = AT(certified_on)},
	{.name = "body_kind",
		.label = N_("Kind of body"),
		.kind = FIELD_WORD,
		.words = "body",
		.unknown = true,
		.at = AT(body_kind)},
	{.name = "section", .label = N_("Section of the minutes"), .kind = FIELD_LINE, .at = AT(section)},
	{.name = "number", .label = N_("The body's number"), .kind = FIELD_LINE, .at = AT(number)},
	{.name = "document", .label = N_("Document"), .kind = FIELD_COUNT, .unknown = true, .at = AT(document)},
	{.name = "certified_name",
		.label = N_("Authorised representative"),
		.kind = FIELD_LINE,
		.at = AT(certified_name)},
	{.name = "certified_title",
		.label = N_("Title of the representative"),
		.kind = FIELD_LINE,
		.at = AT(certified_title)},
	{.name = "certified_document",
		.label = N_("Document of the certificate"),
		.kind = FIELD_COUNT,
		.unknown = true,
		.at = AT(certified_document)},
	{.name = "contribution", .label = N_("Contribution"), .kind = FIELD_TEXT, .at = AT(contribution)},
};
#undef AT
const struct form participant_typed = {participant_fields, sizeof(participant_fields) / sizeof(*participant_fields)};

struct participant_standing {
	int64_t id, version; /* 0: not a participant yet */
	bool spoken;
	int participants;
};

static bool participant_look(struct change *change, int64_t application, const char *region,
	struct participant_standing *out, struct error *err)
{
	struct participant_standing standing = {0};
	struct rows rows;

	if (!store_ask(change->store, SQL_PARTICIPANT_STANDING,
		    BINDS(BIND("application", application), BIND("region", region)), &rows, err))
		return false;
	if (rows_next(&rows)) {
		standing.id = rows_number(&rows, "id");
		standing.version = rows_number(&rows, "version");
		standing.spoken = rows_bool(&rows, "spoken");
		standing.participants = (int)rows_number(&rows, "participants");
	}
	if (!rows_done(&rows, err))
		return false;
	*out = standing;
	return true;
}

static const char *number_key(struct change *change, const char *number)
{
	const char *key = text_number_key(&change->arena, number);

	return key && *key ? key : NULL;
}

static const char *paper_of(const struct participant_change *values)
{
	return text_blank(values->paper) ? "none" : values->paper;
}

/* ---- the anchoring: what stands beside the participant's own row, with an event of its own */

static bool document_find(struct change *change, int64_t application, const char *number, const char *field,
	const char *label, int64_t *out, struct error *err)
{
	struct rows rows;

	*out = MONEY_UNKNOWN;
	if (!number)
		return true;
	if (!store_ask(change->store, SQL_ANCHORING_DOCUMENT,
		    BINDS(BIND("application", application), BIND("n", strtoll(number, NULL, 10))), &rows, err))
		return false;
	if (rows_next(&rows))
		*out = rows_number(&rows, "id");
	if (!rows_done(&rows, err))
		return false;
	return *out != MONEY_UNKNOWN ||
	       field_refuse(NULL, field, label, err, _("The application has no document %s."), number);
}

static bool anchoring_says(const struct participant_change *values)
{
	return values->body_kind || values->document || values->certified_document || !text_blank(values->section) ||
	       !text_blank(values->number) || !text_blank(values->certified_name) ||
	       !text_blank(values->certified_title) || !text_blank(values->contribution);
}

static bool anchoring_put(struct change *change, int64_t application, int64_t participant,
	const struct participant_change *values, struct error *err)
{
	int64_t document, certificate;
	const char *before = NULL;
	struct rows rows;
	bool there;

	if (!store_ask(change->store, SQL_ANCHORING_STANDING, BINDS(BIND("participant", participant)), &rows, err))
		return false;
	there = rows_next(&rows) && rows_bool(&rows, "there");
	if (!rows_done(&rows, err))
		return false;
	if (!there && !anchoring_says(values))
		return true;
	if ((there && !(before = change_facts(change, OBJECT_ANCHORING, participant, err))) ||
		!document_find(change, application, values->document, "document", N_("Document"), &document, err) ||
		!document_find(change, application, values->certified_document, "certified_document",
			N_("Document of the certificate"), &certificate, err) ||
		!store_run(change->store, SQL_ANCHORING_PUT,
			BINDS(BIND("participant", participant), BIND("body_kind", values->body_kind),
				BIND("section", values->section ? values->section : ""),
				BIND("number", values->number ? values->number : ""), BIND("document", document),
				BIND("certified_name", values->certified_name ? values->certified_name : ""),
				BIND("certified_title", values->certified_title ? values->certified_title : ""),
				BIND("certified_document", certificate),
				BIND("contribution", values->contribution ? values->contribution : "")),
			err))
		return false;
	return change_record(change, OBJECT_ANCHORING, participant, application, before, err);
}

bool participant_add(
	struct change *change, int64_t application, const struct participant_change *values, struct error *err)
{
	int64_t id;

	if (!store_run(change->store, SQL_PARTICIPANT_INSERT,
		    BINDS(BIND("application", application), BIND("region", values->region),
			    BIND("own_number", values->own_number),
			    BIND("own_number_key", number_key(change, values->own_number)),
			    BIND("paper", paper_of(values)), BIND("paper_on", values->paper_on),
			    BIND("paper_body", values->paper_body), BIND("certified_on", values->certified_on)),
		    err))
		return false;
	id = store_last_id(change->store);
	return change_record(change, OBJECT_PARTICIPANT, id, application, NULL, err) &&
	       anchoring_put(change, application, id, values, err);
}

static bool participant_update(struct change *change, int64_t application, const struct participant_standing *standing,
	const struct participant_change *values, struct error *err)
{
	const char *before;

	if (!change_fresh(change, OBJECT_PARTICIPANT, standing->id, standing->version, err))
		return false;
	before = change_facts(change, OBJECT_PARTICIPANT, standing->id, err);
	if (!before)
		return false;
	if (!store_run(change->store, SQL_PARTICIPANT_UPDATE,
		    BINDS(BIND("id", standing->id), BIND("version", standing->version),
			    BIND("own_number", values->own_number),
			    BIND("own_number_key", number_key(change, values->own_number)),
			    BIND("paper", paper_of(values)), BIND("paper_on", values->paper_on),
			    BIND("paper_body", values->paper_body), BIND("certified_on", values->certified_on)),
		    err))
		return false;
	assert(store_changed(change->store) == 1);
	return change_record(change, OBJECT_PARTICIPANT, standing->id, application, before, err) &&
	       anchoring_put(change, application, standing->id, values, err);
}

static bool participant_save(
	struct change *change, int64_t application, const struct participant_change *values, struct error *err)
{
	struct participant_change clean = *values;
	struct participant_standing there;
	struct standing standing;

	if (!may(change->cw, RIGHT_APPLICATION_CHANGE, RELATION_NONE, err) ||
		!standing_load(change, application, &standing, err) || !standing_is_live(&standing, err) ||
		!form_clean(change->cw, &participant_typed, &clean, &change->arena, NULL, err) ||
		!participant_look(change, application, clean.region, &there, err))
		return false;
	return there.id ? participant_update(change, application, &there, &clean, err)
			: participant_add(change, application, &clean, err);
}

bool participant_put(struct casework *cw, const struct operation *op, int64_t application,
	const struct participant_change *values, struct error *err)
{
	struct change change;

	if (!change_begin(&change, cw, op, "participant-put", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!participant_save(&change, application, values, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}

static bool region_join(struct change *change, int64_t application, const char *region, int *joined, struct error *err)
{
	struct participant_change clean = {.region = region};
	struct participant_standing there;

	if (!form_clean(change->cw, &participant_typed, &clean, &change->arena, NULL, err) ||
		!participant_look(change, application, clean.region, &there, err))
		return false;
	if (there.id)
		return true;
	++*joined;
	return participant_add(change, application, &clean, err);
}

static bool regions_join(struct change *change, int64_t application, const char *const *regions, int count, int *joined,
	struct error *err)
{
	struct standing standing;

	if (!may(change->cw, RIGHT_APPLICATION_CHANGE, RELATION_NONE, err) ||
		!standing_load(change, application, &standing, err) || !standing_is_live(&standing, err))
		return false;
	for (int i = 0; i < count; i++)
		if (!region_join(change, application, regions[i], joined, err))
			return false;
	return *joined || refuse(err, ERROR_INVALID, _("All of them take part already. Nothing was changed."));
}

bool participants_join(struct casework *cw, const struct operation *op, int64_t application, const char *const *regions,
	int count, int *added, struct error *err)
{
	struct change change;
	int joined = 0;

	if (!change_begin(&change, cw, op, "participant-put", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!regions_join(&change, application, regions, count, &joined, err))
		return change_abandon(&change);
	if (!change_commit(&change, err))
		return false;
	if (added)
		*added = joined;
	return true;
}

static bool participant_move(
	struct change *change, int64_t application, int64_t participant, const char *region, struct error *err)
{
	const char *before = change_facts(change, OBJECT_PARTICIPANT, participant, err);

	return before &&
	       store_run(change->store, SQL_PARTICIPANT_MOVE, BINDS(BIND("id", participant), BIND("region", region)),
		       err) &&
	       change_record(change, OBJECT_PARTICIPANT, participant, application, before, err);
}

bool participant_follow(
	struct change *change, int64_t application, const char *old_lead, const char *new_lead, struct error *err)
{
	struct participant_standing old, new;
	const struct participant_change values = {.region = new_lead};

	if (!participant_look(change, application, new_lead, &new, err) ||
		!participant_look(change, application, old_lead, &old, err))
		return false;
	if (new.id)
		return true;
	if (old.participants == 1 && !old.spoken)
		return participant_move(change, application, old.id, new_lead, err);
	return participant_add(change, application, &values, err);
}

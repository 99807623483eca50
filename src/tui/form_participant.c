/* The form of a participant and its papers. A proposal (förslag) is never the decision. */
#include "tui/case_words.h"
#include "tui/record.h"

#include "base/words.h"
#include "casework/application.h"

struct participant_record {
	struct record base;
	int64_t application, version;
	const char *region, *own_number, *paper, *paper_on, *paper_body, *certified_on;
	const char *body_kind, *section, *number, *certified_name, *certified_title, *contribution;
	const char *document, *certified_document;
};

RECORD_TEXT(participant_record, region)
RECORD_TEXT(participant_record, own_number)
RECORD_TEXT(participant_record, paper)
RECORD_DAY(participant_record, paper_on)
RECORD_TEXT(participant_record, paper_body)
RECORD_DAY(participant_record, certified_on)
RECORD_TEXT(participant_record, body_kind)
RECORD_TEXT(participant_record, section)
RECORD_TEXT(participant_record, number)
RECORD_TEXT(participant_record, document)
RECORD_TEXT(participant_record, certified_name)
RECORD_TEXT(participant_record, certified_title)
RECORD_TEXT(participant_record, certified_document)
RECORD_TEXT(participant_record, contribution)
RECORD_WORDS(paper, "paper")
RECORD_WORDS(body_kind, "body")

static const struct field fields[] = {
	{.name = "region",
		.label = N_("Region"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choice = record_region,
		.get = region_get,
		.set = region_set},
	{.name = "paper",
		.label = N_("Document"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choice = paper_choice,
		.get = paper_get,
		.set = paper_set,
		.help = N_("What has come in from the region. A proposal is not a decision.")},
	{.name = "paper_on", .label = N_("Document date"), .kind = FIELD_DAY, .get = paper_on_get, .set = paper_on_set},
	{.name = "paper_body",
		.label = N_("Body"),
		.kind = FIELD_LINE,
		.get = paper_body_get,
		.set = paper_body_set,
		.help = N_("Who decided or proposed: a board, a committee.")},
	{.name = "body_kind",
		.label = N_("Kind of body"),
		.kind = FIELD_CHOICE,
		.choice = body_kind_choice,
		.get = body_kind_get,
		.set = body_kind_set},
	{.name = "section",
		.label = N_("Section"),
		.kind = FIELD_LINE,
		.get = section_get,
		.set = section_set,
		.help = N_("The section of the minutes, such as § 87.")},
	{.name = "number", .label = N_("Body's number"), .kind = FIELD_LINE, .get = number_get, .set = number_set},
	{.name = "document",
		.label = N_("Minutes, no."),
		.kind = FIELD_LINE,
		.get = document_get,
		.set = document_set,
		.help = N_("The number of the document in the application's register.")},
	{.name = "own_number",
		.label = N_("Its number"),
		.kind = FIELD_LINE,
		.get = own_number_get,
		.set = own_number_set},
	{.name = "certified_on",
		.label = N_("Certificate"),
		.kind = FIELD_DAY,
		.get = certified_on_get,
		.set = certified_on_set,
		.help = N_(
			"When an authorised representative certified that the application is politically anchored.")},
	{.name = "certified_name",
		.label = N_("Representative"),
		.kind = FIELD_LINE,
		.get = certified_name_get,
		.set = certified_name_set},
	{.name = "certified_title",
		.label = N_("Their title"),
		.kind = FIELD_LINE,
		.get = certified_title_get,
		.set = certified_title_set},
	{.name = "certified_document",
		.label = N_("Certificate, no."),
		.kind = FIELD_LINE,
		.get = certified_document_get,
		.set = certified_document_set,
		.help = N_("The number of the document in the application's register.")},
	{.name = "contribution",
		.label = N_("Contribution"),
		.kind = FIELD_TEXT,
		.rows = 2,
		.get = contribution_get,
		.set = contribution_set,
		.help = N_("What the region gives: resources, hours.")},
	{.name = NULL},
};

static bool participant_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct participant_record *record = given;
	struct operation op = record_operation(operation, version);
	struct participant_change change = {.region = record->region,
		.own_number = record->own_number,
		.paper = record->paper,
		.paper_on = record->paper_on,
		.paper_body = record->paper_body,
		.certified_on = record->certified_on,
		.body_kind = record->body_kind,
		.section = record->section,
		.number = record->number,
		.certified_name = record->certified_name,
		.certified_title = record->certified_title,
		.contribution = record->contribution,
		.document = record->document,
		.certified_document = record->certified_document};

	(void)ui;
	(void)wrong;
	return participant_put(record->base.desk->cw, &op, record->application, &change, err);
}

static void participant_saved(struct ui *ui, void *given)
{
	const struct participant_record *record = given;
	const struct region *region = programme_region(&record->base.desk->programme, record->region);

	ui_stale(ui);
	ui_say(ui, _("The papers of %s are saved."), region ? region->name : record->region);
}

static void *participant_fresh(struct ui *ui, const void *given, int64_t *version, struct error *err);

static const struct form_kind kind = {.name = "participant",
	.title = N_("Participant"),
	.fields = fields,
	.save = participant_save,
	.saved = participant_saved,
	.fresh = participant_fresh,
	.done = record_done};

static void participant_fill(struct participant_record *record, const struct participant *one)
{
	struct arena *arena = &record->base.arena;

	record->version = one->version;
	record->own_number = arena_text(arena, one->own_number);
	record->paper = arena_text(arena, one->paper);
	record->paper_on = arena_text(arena, one->paper_on);
	record->paper_body = arena_text(arena, one->paper_body);
	record->certified_on = arena_text(arena, one->certified_on);
	record->body_kind = arena_text(arena, one->body_kind);
	record->section = arena_text(arena, one->section);
	record->number = arena_text(arena, one->number);
	record->document = arena_text(arena, one->document);
	record->certified_name = arena_text(arena, one->certified_name);
	record->certified_title = arena_text(arena, one->certified_title);
	record->certified_document = arena_text(arena, one->certified_document);
	record->contribution = arena_text(arena, one->contribution);
}

static struct participant_record *participant_begin(
	struct ui *ui, int64_t application, const char *region, struct error *err)
{
	struct participant_record *record = record_new(ui, sizeof *record);
	struct application whole;

	record->application = application;
	record->region = arena_text(&record->base.arena, region);
	record->paper = "none";
	if (!application_load(record->base.desk->cw, application, &whole, err)) {
		record_done(record);
		return NULL;
	}
	for (int i = 0; region && i < whole.participant_count; i++)
		if (!strcmp(whole.participants[i].region, region))
			participant_fill(record, &whole.participants[i]);
	application_done(&whole);
	return record;
}

static void *participant_fresh(struct ui *ui, const void *given, int64_t *version, struct error *err)
{
	const struct participant_record *old = given;
	struct participant_record *record = participant_begin(ui, old->application, old->region, err);

	if (record)
		*version = record->version;
	return record;
}

void participant_form(struct ui *ui, int64_t application, const char *region)
{
	struct error err = {0};
	struct participant_record *record = participant_begin(ui, application, region, &err);
	char key[64];

	if (!record) {
		desk_refused(ui, &err);
		return;
	}
	snprintf(key, sizeof key, "participant-%lld-%.8s", (long long)application, region ? region : "0");
	form_open(ui, &(struct form_what){.kind = &kind,
			      .key = key,
			      .title = record_about_application(
				      record, application, 0, region ? region_short(record->base.desk, region) : NULL),
			      .record = record,
			      .version = record->version});
}

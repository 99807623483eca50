/* Registering an application, and changing one. */
#include "tui/paper_words.h"
#include "tui/papers.h"
#include "tui/record.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/application.h"
#include "casework/inbox.h"
#include "casework/round.h"

struct application_record {
	struct record base;
	int64_t application, version;
	int64_t paper; /* of the inbox, which becomes its first document; 0: none */
	struct round_list rounds;
	const char *round, *lead, *title, *own_number, *arrived_on, *arrived_time, *way, *summary, *economy, *needs,
		*scope, *sources, *others;
	int invented;
	char number[24];
};

RECORD_TEXT(application_record, round)
RECORD_TEXT(application_record, lead)
RECORD_TEXT(application_record, title)
RECORD_TEXT(application_record, own_number)
RECORD_DAY(application_record, arrived_on)
RECORD_TEXT(application_record, arrived_time)
RECORD_TEXT(application_record, way)
RECORD_TEXT(application_record, summary)
RECORD_TEXT(application_record, economy)
RECORD_TEXT(application_record, needs)
RECORD_TEXT(application_record, scope)
RECORD_TEXT(application_record, sources)
RECORD_TEXT(application_record, others)
RECORD_WORDS(way, "arrival")

static bool round_choice(const void *given, int which, struct field_choice *out)
{
	const struct application_record *record = given;

	if (which >= record->rounds.count)
		return false;
	*out = (struct field_choice){record->rounds.items[which].name, record->rounds.items[which].title};
	return true;
}

#define FIELDS_COMMON                                                                                                  \
	{.name = "lead",                                                                                               \
		.label = N_("Applicant"),                                                                              \
		.kind = FIELD_CHOICE,                                                                                  \
		.required = true,                                                                                      \
		.choice = record_region,                                                                               \
		.get = lead_get,                                                                                       \
		.set = lead_set,                                                                                       \
		.help = N_("In a joint application the region that handed it in (4 §).")},                             \
		{.name = "title",                                                                                      \
			.label = N_("Case"),                                                                           \
			.kind = FIELD_LINE,                                                                            \
			.required = true,                                                                              \
			.get = title_get,                                                                              \
			.set = title_set,                                                                              \
			.help = N_("In brief what the application is about.")},                                        \
		{.name = "own_number",                                                                                 \
			.label = N_("Applicant's number"),                                                             \
			.kind = FIELD_LINE,                                                                            \
			.get = own_number_get,                                                                         \
			.set = own_number_set},                                                                        \
		{.name = "arrived_on",                                                                                 \
			.label = N_("Arrived"),                                                                        \
			.kind = FIELD_DAY,                                                                             \
			.required = true,                                                                              \
			.get = arrived_on_get,                                                                         \
			.set = arrived_on_set,                                                                         \
			.help = N_("Post that lies there in the morning came the working day before (22 § FL).")},     \
		{.name = "arrived_time",                                                                               \
			.label = N_("Time"),                                                                           \
			.kind = FIELD_LINE,                                                                            \
			.get = arrived_time_get,                                                                       \
			.set = arrived_time_set,                                                                       \
			.help = N_("As 14:02; may be empty.")},                                                        \
		{.name = "way",                                                                                        \
			.label = N_("Way"),                                                                            \
			.kind = FIELD_CHOICE,                                                                          \
			.required = true,                                                                              \
			.choice = way_choice,                                                                          \
			.get = way_get,                                                                                \
			.set = way_set},                                                                               \
		{.name = "round",                                                                                      \
			.label = N_("Round"),                                                                          \
			.kind = FIELD_CHOICE,                                                                          \
			.required = true,                                                                              \
			.choice = round_choice,                                                                        \
			.get = round_get,                                                                              \
			.set = round_set},                                                                             \
		{.name = "summary",                                                                                    \
			.label = N_("Summary"),                                                                        \
			.kind = FIELD_TEXT,                                                                            \
			.get = summary_get,                                                                            \
			.set = summary_set},                                                                           \
		{.name = "economy",                                                                                    \
			.label = N_("Economic analysis (9 § 1)"),                                                      \
			.kind = FIELD_TEXT,                                                                            \
			.get = economy_get,                                                                            \
			.set = economy_set},                                                                           \
		{.name = "needs",                                                                                      \
			.label = N_("Development needs (9 § 2)"),                                                      \
			.kind = FIELD_TEXT,                                                                            \
			.get = needs_get,                                                                              \
			.set = needs_set},                                                                             \
		{.name = "scope",                                                                                      \
			.label = N_("Scope"),                                                                          \
			.kind = FIELD_TEXT,                                                                            \
			.rows = 2,                                                                                     \
			.get = scope_get,                                                                              \
			.set = scope_set},                                                                             \
	{                                                                                                              \
		.name = "sources", .label = N_("References"), .kind = FIELD_TEXT, .rows = 2, .get = sources_get,       \
		.set = sources_set                                                                                     \
	}

static const struct field new_fields[] = {
	FIELDS_COMMON,
	{.name = "others",
		.label = N_("Other participants"),
		.kind = FIELD_TEXT,
		.rows = 2,
		.get = others_get,
		.set = others_set,
		.help = N_("Regions that apply together with the applicant, parted by commas; or all.")},
	{.name = NULL},
};
static const struct field change_fields[] = {FIELDS_COMMON, {.name = NULL}};

static struct application_change change_of(const struct application_record *record)
{
	return (struct application_change){
		.round = record->round,
		.lead = record->lead,
		.title = record->title,
		.own_number = record->own_number,
		.arrived_on = record->arrived_on,
		.arrived_time = record->arrived_time && record->arrived_time[0] ? record->arrived_time : NULL,
		.way = record->way,
		.summary = record->summary,
		.economy = record->economy,
		.needs = record->needs,
		.scope = record->scope,
		.sources = record->sources,
		.invented = record->invented,
	};
}

/* "Dalarna, Skåne" or "alla" as region codes; the one that is no region is named. */
static bool others_read(struct application_record *record, const char **codes, int *count, struct error *err)
{
	const struct programme *programme = &record->base.desk->programme;
	char *words = arena_text(&record->base.arena, record->others ? record->others : ""), *rest = words, *word;
	bool all = !strcmp(words, "all") || !strcmp(words, "alla");

	*count = 0;
	for (int i = 0; all && i < programme->region_count; i++)
		if (strcmp(programme->regions[i].code, record->lead) != 0)
			codes[(*count)++] = programme->regions[i].code;
	while (!all && (word = strsep(&rest, ",\n"))) {
		const struct region *region;

		word += strspn(word, " ");
		if (text_blank(word))
			continue;
		region = programme_region(programme, word);
		if (!region || *count == programme->region_count)
			return refuse(
				err, ERROR_INVALID, _("There is no region '%s'. Write its name or county code."), word);
		codes[(*count)++] = region->code;
	}
	return true;
}

static bool register_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct application_record *record = given;
	struct operation op = record_operation(operation, version);
	struct application_change change = change_of(record);
	const char **codes = arena_take(
		&record->base.arena, sizeof *codes * (size_t)(record->base.desk->programme.region_count + 1));
	int count;

	(void)ui;
	if (!others_read(record, codes, &count, err)) {
		*wrong = "others";
		return false;
	}
	if (record->paper)
		return inbox_register(
			record->base.desk->cw, &op, record->paper, &change, codes, count, &record->application, err);
	return application_register(record->base.desk->cw, &op, &change, codes, count, &record->application, err);
}

static bool change_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct application_record *record = given;
	struct operation op = record_operation(operation, version);
	struct application_change change = change_of(record);

	(void)ui;
	(void)wrong;
	return application_change(record->base.desk->cw, &op, record->application, &change, err);
}

/* The paper an application was made of is a document of the case now. */
static bool paper_taken_say(struct ui *ui, const struct application_record *record, const struct application *whole)
{
	struct document_list list;

	if (!paper_find(record->base.desk, record->paper, &list, NULL))
		return false;
	ui_say(ui,
		_("%s is registered, and the paper is document %d in it. :show %s opens the case, where + adds its "
		  "measures."),
		whole->number, list.items[0].n, whole->shorter);
	document_list_done(&list);
	return true;
}

static void application_saved(struct ui *ui, void *given)
{
	struct application_record *record = given;
	struct application whole;
	struct error err = {0};

	ui_stale(ui);
	if (!application_load(record->base.desk->cw, record->application, &whole, &err))
		return;
	if (!record->paper || !paper_taken_say(ui, record, &whole))
		ui_say(ui, _("%s is saved."), whole.number);
	application_done(&whole);
}

static void application_record_done(void *given)
{
	struct application_record *record = given;

	round_list_done(&record->rounds);
	record_done(record);
}

static void *application_fresh(struct ui *ui, const void *given, int64_t *version, struct error *err);

static const struct form_kind register_kind = {.name = "application-new",
	.title = N_("New application"),
	.fields = new_fields,
	.save = register_save,
	.saved = application_saved,
	.done = application_record_done};
static const struct form_kind change_kind = {.name = "application",
	.title = N_("Change application"),
	.fields = change_fields,
	.save = change_save,
	.saved = application_saved,
	.fresh = application_fresh,
	.done = application_record_done};

static bool begin_changed(struct application_record *record, struct error *err)
{
	struct arena *arena = &record->base.arena;
	struct application whole;

	if (!application_load(record->base.desk->cw, record->application, &whole, err))
		return false;
	record->version = whole.row.version;
	record->round = arena_text(arena, whole.row.round_name);
	record->lead = arena_text(arena, whole.row.lead);
	record->title = arena_text(arena, whole.row.title);
	record->own_number = arena_text(arena, whole.row.own_number);
	record->arrived_on = arena_text(arena, whole.row.arrived_on);
	record->arrived_time = arena_text(arena, whole.arrived_time);
	record->way = arena_text(arena, whole.way);
	record->summary = arena_text(arena, whole.summary);
	record->economy = arena_text(arena, whole.economy);
	record->needs = arena_text(arena, whole.needs);
	record->scope = arena_text(arena, whole.scope);
	record->sources = arena_text(arena, whole.sources);
	record->invented = whole.invented;
	snprintf(record->number, sizeof record->number, "%s", whole.number);
	application_done(&whole);
	return true;
}

static struct application_record *application_begin(struct ui *ui, int64_t application, struct error *err)
{
	struct application_record *record = record_new(ui, sizeof *record);
	char today[DAY_TEXT];
	bool begun;

	record->application = application;
	begun = round_list_load(record->base.desk->cw, &record->rounds, err);
	if (begun && application) {
		begun = begin_changed(record, err);
	} else if (begun) {
		day_text(casework_today(record->base.desk->cw), today);
		record->arrived_on = arena_text(&record->base.arena, today);
		record->round = arena_text(&record->base.arena, record->base.desk->round_name);
	}
	if (begun)
		return record;
	application_record_done(record);
	return NULL;
}

static void *application_fresh(struct ui *ui, const void *given, int64_t *version, struct error *err)
{
	struct application_record *record =
		application_begin(ui, ((const struct application_record *)given)->application, err);

	if (record)
		*version = record->version;
	return record;
}

/* What the paper says of the application that it is. */
static bool begin_from_paper(struct application_record *record, int64_t paper, struct error *err)
{
	struct arena *arena = &record->base.arena;
	const struct document *document;
	struct document_list list;

	if (!paper_find(record->base.desk, paper, &list, err))
		return false;
	document = &list.items[0];
	record->paper = paper;
	record->lead = arena_text(arena, document->region);
	record->title = arena_text(arena, document->subject);
	record->own_number = arena_text(arena, document->own_number);
	record->arrived_on = arena_text(arena, document->on_day);
	record->arrived_time = arena_text(arena, document->on_time);
	record->way = arena_text(arena, document->way);
	snprintf(record->number, sizeof record->number, "%.20s", document->number);
	document_list_done(&list);
	return true;
}

void application_from_paper(struct ui *ui, int64_t paper)
{
	struct error err = {0};
	struct application_record *record = application_begin(ui, 0, &err);
	char key[64];

	if (!record || !begin_from_paper(record, paper, &err)) {
		desk_refused(ui, &err);
		if (record)
			application_record_done(record);
		return;
	}
	snprintf(key, sizeof key, "arrived-%lld", (long long)paper);
	form_open(
		ui, &(struct form_what){.kind = &register_kind, .key = key, .title = record->number, .record = record});
}

void application_form(struct ui *ui, int64_t application)
{
	struct error err = {0};
	struct application_record *record = application_begin(ui, application, &err);
	char key[64];

	if (!record) {
		desk_refused(ui, &err);
		return;
	}
	snprintf(key, sizeof key, "application-%lld", (long long)application);
	form_open(ui, &(struct form_what){.kind = application ? &change_kind : &register_kind,
			      .key = key,
			      .title = record_about_application(record, application, 0, NULL),
			      .record = record,
			      .version = record->version});
}

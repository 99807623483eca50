/* The form of a paper of the register: new, or what is said of it corrected. The day of arrival follows from the day it
 * was found (FL 22 §); casework works it out. */
#include "tui/paper_words.h"
#include "tui/papers.h"
#include "tui/record.h"

#include "base/text.h"
#include "base/words.h"

struct document_record {
	struct record base;
	struct case_ref of, whose; /* a new one belongs to; one that is there belongs to */
	int64_t document, version;
	const char *direction, *kind, *on_day, *on_time, *arrival, *dated_on, *way, *region, *party, *subject,
		*open_subject, *own_number, *pages, *incomplete, *secret_ground, *secret_on, *secret_by, *file;
	const char *begun;            /* the kind it begins with */
	char number[DOCUMENT_NUMBER]; /* what the save has made */
};

RECORD_TEXT(document_record, direction)
RECORD_TEXT(document_record, kind)
RECORD_DAY(document_record, on_day)
RECORD_TEXT(document_record, on_time)
RECORD_TEXT(document_record, arrival)
RECORD_DAY(document_record, dated_on)
RECORD_TEXT(document_record, way)
RECORD_TEXT(document_record, region)
RECORD_TEXT(document_record, party)
RECORD_TEXT(document_record, subject)
RECORD_TEXT(document_record, open_subject)
RECORD_TEXT(document_record, own_number)
RECORD_TEXT(document_record, pages)
RECORD_TEXT(document_record, incomplete)
RECORD_TEXT(document_record, secret_ground)
RECORD_DAY(document_record, secret_on)
RECORD_TEXT(document_record, secret_by)
RECORD_TEXT(document_record, file)
/* What casework knows, whatever law the office has. */
static const struct field_choice directions[] = {
	{"in", N_("came in")}, {"out", N_("went out")}, {"made", N_("drawn up here")}, {NULL, NULL}};
static const struct field_choice arrivals[] = {{"reached", N_("reached us that day")},
	{"advice", N_("post, or advice of post")}, {"mailbox", N_("the day's first emptying")}, {NULL, NULL}};

/* The words of the law as data; a kind that is none of them stands as it is written. */
static bool kind_choice(const void *given, int which, struct field_choice *out)
{
	const struct document_record *record = given;
	struct field_choice word;
	bool known = false;
	int count = 0;

	for (; record_word(record, "document", count, &word); count++)
		known |= !strcmp(word.word, record->begun);
	if (which < count)
		return record_word(record, "document", which, out);
	*out = (struct field_choice){record->begun, record->begun};
	return which == count && !known;
}
RECORD_WORDS(way, "arrival")

#define FIELDS                                                                                                         \
	{.name = "direction",                                                                                          \
		.label = N_("Direction"),                                                                              \
		.kind = FIELD_CHOICE,                                                                                  \
		.required = true,                                                                                      \
		.choices = directions,                                                                                 \
		.get = direction_get,                                                                                  \
		.set = direction_set},                                                                                 \
		{.name = "kind",                                                                                       \
			.label = N_("Kind of document"),                                                               \
			.kind = FIELD_CHOICE,                                                                          \
			.required = true,                                                                              \
			.choice = kind_choice,                                                                         \
			.get = kind_get,                                                                               \
			.set = kind_set,                                                                               \
			.help = N_("A proposal is no decision: a body's decision is minuted.")},                       \
		{.name = "on_day",                                                                                     \
			.label = N_("Day"),                                                                            \
			.kind = FIELD_DAY,                                                                             \
			.required = true,                                                                              \
			.get = on_day_get,                                                                             \
			.set = on_day_set,                                                                             \
			.help = N_("The day it was found, sent or drawn up.")},                                        \
		{.name = "arrival",                                                                                    \
			.label = N_("Arrival"),                                                                        \
			.kind = FIELD_CHOICE,                                                                          \
			.choices = arrivals,                                                                           \
			.get = arrival_get,                                                                            \
			.set = arrival_set,                                                                            \
			.help = N_("Of what came in: post and what the first emptying finds count from the working "   \
				   "day before (22 § FL).")},                                                          \
		{.name = "on_time", .label = N_("Time"), .kind = FIELD_LINE, .get = on_time_get, .set = on_time_set},  \
		{.name = "way",                                                                                        \
			.label = N_("Way"),                                                                            \
			.kind = FIELD_CHOICE,                                                                          \
			.choice = way_choice,                                                                          \
			.get = way_get,                                                                                \
			.set = way_set},                                                                               \
		{.name = "region",                                                                                     \
			.label = N_("Region"),                                                                         \
			.kind = FIELD_CHOICE,                                                                          \
			.choice = record_region,                                                                       \
			.get = region_get,                                                                             \
			.set = region_set,                                                                             \
			.help = N_("Sender or receiver, where it is one that may apply.")},                            \
		{.name = "party",                                                                                      \
			.label = N_("From or to"),                                                                     \
			.kind = FIELD_LINE,                                                                            \
			.get = party_get,                                                                              \
			.set = party_set,                                                                              \
			.help = N_("Unit, title, name; or who it is where no region is.")},                            \
		{.name = "subject",                                                                                    \
			.label = N_("Subject"),                                                                        \
			.kind = FIELD_LINE,                                                                            \
			.required = true,                                                                              \
			.get = subject_get,                                                                            \
			.set = subject_set,                                                                            \
			.help = N_("In brief what it concerns.")},                                                     \
		{.name = "own_number",                                                                                 \
			.label = N_("Their number"),                                                                   \
			.kind = FIELD_LINE,                                                                            \
			.get = own_number_get,                                                                         \
			.set = own_number_set,                                                                         \
			.help = N_("The other body's number, kept as it is written.")},                                \
		{.name = "dated_on",                                                                                   \
			.label = N_("Its own date"),                                                                   \
			.kind = FIELD_DAY,                                                                             \
			.get = dated_on_get,                                                                           \
			.set = dated_on_set},                                                                          \
		{.name = "pages", .label = N_("Pages"), .kind = FIELD_NUMBER, .get = pages_get, .set = pages_set},     \
		{.name = "incomplete",                                                                                 \
			.label = N_("Excerpt"),                                                                        \
			.kind = FIELD_CHECKBOX,                                                                        \
			.get = incomplete_get,                                                                         \
			.set = incomplete_set,                                                                         \
			.help = N_("An excerpt, or a broken-off source.")},                                            \
		{.name = "secret_ground",                                                                              \
			.label = N_("Secrecy, provision"),                                                             \
			.kind = FIELD_LINE,                                                                            \
			.get = secret_ground_get,                                                                      \
			.set = secret_ground_set,                                                                      \
			.help = N_("A mark needs the provision, the day and the authority (OSL 5:5). It is a "         \
				   "reminder, no answer.")},                                                           \
		{.name = "secret_on",                                                                                  \
			.label = N_("Secrecy, day"),                                                                   \
			.kind = FIELD_DAY,                                                                             \
			.get = secret_on_get,                                                                          \
			.set = secret_on_set},                                                                         \
		{.name = "secret_by",                                                                                  \
			.label = N_("Secrecy, authority"),                                                             \
			.kind = FIELD_LINE,                                                                            \
			.get = secret_by_get,                                                                          \
			.set = secret_by_set},                                                                         \
	{                                                                                                              \
		.name = "open_subject", .label = N_("Public subject"), .kind = FIELD_LINE, .get = open_subject_get,    \
		.set = open_subject_set, .help = N_("What the public register says in place of the subject.")          \
	}

static const struct field add_fields[] = {
	FIELDS,
	{.name = "file",
		.label = N_("File"),
		.kind = FIELD_LINE,
		.get = file_get,
		.set = file_set,
		.help = N_("The file's name. It is copied beside the office; empty: on paper.")},
	{.name = NULL},
};
static const struct field change_fields[] = {FIELDS, {.name = NULL}};

static const char *some(const char *text)
{
	return text_blank(text) ? NULL : text;
}

static const char *any(const char *text)
{
	return text ? text : "";
}

static struct document_change change_of(const struct document_record *record)
{
	return (struct document_change){.direction = record->direction,
		.kind = record->kind,
		.on_day = record->on_day,
		.on_time = some(record->on_time),
		.arrival = !strcmp(record->direction, "in") ? some(record->arrival) : NULL,
		.dated_on = record->dated_on,
		.way = some(record->way),
		.region = some(record->region),
		.party = any(record->party),
		.subject = any(record->subject),
		.open_subject = any(record->open_subject),
		.own_number = some(record->own_number),
		.secret_ground = some(record->secret_ground),
		.secret_on = record->secret_on,
		.secret_by = some(record->secret_by),
		.pages = text_blank(record->pages) ? 0 : (int)strtol(record->pages, NULL, 10),
		.incomplete = !text_blank(record->incomplete)};
}

static bool file_allowed(const struct ui *ui, const char *file, struct error *err)
{
	return !file || !ui_options(ui)->served ||
	       refuse(err, ERROR_DENIED,
		       _("No file is fetched where kansli is served to others. Register the document without it; the "
			 "file is added where the office is: kansli document attach."));
}

static bool document_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct document_record *record = given;
	struct operation op = record_operation(operation, version);
	struct document_change change = change_of(record);
	struct casework *cw = record->base.desk->cw;
	const char *file = some(record->file);
	struct document_list list;

	if (!file_allowed(ui, file, err)) {
		*wrong = "file";
		return false;
	}
	if (record->document ? !document_change(cw, &op, record->document, &change, err)
			     : !document_add(cw, &op, &record->of, &change, file, &record->document, err))
		return false;
	if (paper_find(record->base.desk, record->document, &list, NULL)) {
		snprintf(record->number, sizeof record->number, "%s", list.items[0].number);
		document_list_done(&list);
	}
	return true;
}

static void document_saved(struct ui *ui, void *given)
{
	const struct document_record *record = given;

	ui_stale(ui);
	if (!record->version)
		desk_made(record->base.desk, record->of.application || record->of.matter ? PLACE_DOCUMENT : PLACE_POST,
			record->document);
	ui_say(ui, record->version ? _("%s is changed.") : _("%s is registered."), record->number);
}

static void *document_fresh(struct ui *ui, const void *given, int64_t *version, struct error *err);

static const struct form_kind add_kind = {.name = "document",
	.title = N_("Document"),
	.fields = add_fields,
	.save = document_save,
	.saved = document_saved,
	.done = record_done};
static const struct form_kind change_kind = {.name = "document",
	.title = N_("Document"),
	.fields = change_fields,
	.save = document_save,
	.saved = document_saved,
	.fresh = document_fresh,
	.done = record_done};

/* ---- what it begins with */

static void record_fill(struct document_record *record, const struct document *document)
{
	struct document_change from = document_change_of(document);
	struct arena *arena = &record->base.arena;

	record->version = document->version;
	snprintf(record->number, sizeof record->number, "%s", document->number);
	record->direction = arena_text(arena, from.direction);
	record->kind = record->begun = arena_text(arena, from.kind);
	record->on_day = arena_text(arena, from.on_day);
	record->on_time = arena_text(arena, from.on_time);
	record->arrival = arena_text(arena, from.arrival);
	record->dated_on = arena_text(arena, from.dated_on);
	record->way = arena_text(arena, from.way);
	record->region = arena_text(arena, from.region);
	record->party = arena_text(arena, from.party);
	record->subject = arena_text(arena, from.subject);
	record->open_subject = arena_text(arena, from.open_subject);
	record->own_number = arena_text(arena, from.own_number);
	record->secret_ground = arena_text(arena, from.secret_ground);
	record->secret_on = arena_text(arena, from.secret_on);
	record->secret_by = arena_text(arena, from.secret_by);
	record->pages = from.pages ? arena_format(arena, "%d", from.pages) : NULL;
	record->incomplete = from.incomplete ? "x" : "";
}

static void record_begin(struct document_record *record)
{
	char today[DAY_TEXT];

	day_text(casework_today(record->base.desk->cw), today);
	record->direction = "in";
	record->kind = "letter";
	record->arrival = "reached";
	record->way = "email";
	record->on_day = arena_text(&record->base.arena, today);
}

static struct document_record *document_begin(struct ui *ui, int64_t document, struct error *err)
{
	struct document_record *record = record_new(ui, sizeof *record);
	struct document_list list;

	record->document = document;
	record->begun = "letter";
	if (!document) {
		record_begin(record);
		return record;
	}
	if (!paper_find(record->base.desk, document, &list, err)) {
		record_done(record);
		return NULL;
	}
	record_fill(record, &list.items[0]);
	record->whose = (struct case_ref){list.items[0].application, list.items[0].matter};
	document_list_done(&list);
	return record;
}

static void *document_fresh(struct ui *ui, const void *given, int64_t *version, struct error *err)
{
	struct document_record *record = document_begin(ui, ((const struct document_record *)given)->document, err);

	if (record)
		*version = record->version;
	return record;
}

void document_form(struct ui *ui, const struct case_ref *of, int64_t document)
{
	struct error err = {0};
	struct document_record *record = document_begin(ui, of ? 0 : document, &err);
	char key[80];

	if (!record) {
		desk_refused(ui, &err);
		return;
	}
	if (of)
		record->of = *of;
	snprintf(key, sizeof key, "document-%lld-%lld-%lld", (long long)record->of.application,
		(long long)record->of.matter, (long long)record->document);
	form_open(ui, &(struct form_what){.kind = of ? &add_kind : &change_kind,
			      .key = key,
			      .title = of && !of->application && !of->matter
					       ? _("to the inbox")
					       : record_about(record, of ? of : &record->whose, record->number),
			      .record = record,
			      .version = record->version,
			      .focus = of ? NULL : "subject"});
}

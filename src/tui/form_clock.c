/* The form that sets a time limit, and the ruling to try an application as it stands. What control points leave is
 * proposed line by line; the applicant's known meetings stand beside the day. */
#include "tui/clocking.h"
#include "tui/record.h"

#include "base/buffer.h"
#include "base/words.h"

enum { ITEMS_MOST = 100 };

struct clock_record {
	struct record base;
	int64_t application;
	int follows; /* the time limit an as_is ruling is about; 0: a new time limit */
	struct clocking about;
	struct clock_candidates candidates;
	const char *kind, *measure, *region, *asks, *items, *due_on, *sent_on, *way, *asked_whom, *earlier, *power_ref;
	int document_n;
};

RECORD_TEXT(clock_record, kind)
RECORD_TEXT(clock_record, measure)
RECORD_TEXT(clock_record, region)
RECORD_TEXT(clock_record, earlier)
RECORD_TEXT(clock_record, asks)
RECORD_TEXT(clock_record, items)
RECORD_DAY(clock_record, due_on)
RECORD_DAY(clock_record, sent_on)
RECORD_TEXT(clock_record, way)
RECORD_TEXT(clock_record, asked_whom)
RECORD_TEXT(clock_record, power_ref)
RECORD_WORDS(way, "arrival")

static const char *meetings_get(const void *record, struct arena *arena)
{
	return arena_text(arena, ((const struct clock_record *)record)->about.meeting_lines);
}

static bool measure_choice(const void *record, int which, struct field_choice *out)
{
	return clocking_measure(&((const struct clock_record *)record)->about, which, out);
}

static bool region_choice(const void *record, int which, struct field_choice *out)
{
	return clocking_region(&((const struct clock_record *)record)->about, which, out);
}

static bool earlier_choice(const void *record, int which, struct field_choice *out)
{
	return clocking_earlier(&((const struct clock_record *)record)->about, which, out);
}

static bool document_set(void *record, const struct field_value *value, struct error *err)
{
	(void)err;
	((struct clock_record *)record)->document_n = value->number == NUMBER_NONE ? 0 : (int)value->number;
	return true;
}

static void kind_about(const void *record, const char *typed, int64_t today, char out[FIELD_ABOUT])
{
	(void)today;
	clocking_signers(&((const struct clock_record *)record)->about, typed, out);
}

static void as_is_about(const void *record, const char *typed, int64_t today, char out[FIELD_ABOUT])
{
	(void)typed;
	(void)today;
	clocking_signers(&((const struct clock_record *)record)->about, "as_is", out);
}

static void day_about(const void *record, const char *typed, int64_t today, char out[FIELD_ABOUT])
{
	clocking_day(&((const struct clock_record *)record)->about, typed, today, out);
}

static void document_about(const void *record, const char *typed, int64_t today, char out[FIELD_ABOUT])
{
	(void)today;
	clocking_document(&((const struct clock_record *)record)->about, typed, out);
}

/* Those that are sent: a ruling has a form of its own. */
static const struct field_choice kinds[] = {{"completion", N_("Supplementary information (10 §)")},
	{"notice", N_("Notice under 11 §")}, {"communication", N_("Communication (FL 25 §)")},
	{"referral", N_("Referral (FL 26 §)")}, {NULL, NULL}};

static const struct field fields[] = {
	{.name = "kind",
		.label = N_("Kind"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choices = kinds,
		.get = kind_get,
		.set = kind_set,
		.about = kind_about},
	{.name = "measure",
		.label = N_("Measure"),
		.kind = FIELD_CHOICE,
		.choice = measure_choice,
		.get = measure_get,
		.set = measure_set,
		.help = N_("- is the whole application.")},
	{.name = "region",
		.label = N_("Region"),
		.kind = FIELD_CHOICE,
		.choice = region_choice,
		.get = region_get,
		.set = region_set,
		.help = N_("- asks all who apply; else one of those who apply together.")},
	{.name = "asks",
		.label = N_("What is asked"),
		.kind = FIELD_TEXT,
		.rows = 2,
		.required = true,
		.get = asks_get,
		.set = asks_set},
	{.name = "items",
		.label = N_("One by one"),
		.kind = FIELD_TEXT,
		.rows = 3,
		.get = items_get,
		.set = items_set,
		.help = N_("A line for each thing asked for. Lines from control points follow their answers; take away "
			   "what is not "
			   "asked.")},
	{.name = "due_on",
		.label = N_("Answer by"),
		.kind = FIELD_DAY,
		.required = true,
		.get = due_on_get,
		.set = due_on_set,
		.about = day_about,
		.help = N_(
			"The last day for the answer. A day that is no working day is warned about, never refused.")},
	{.name = "meetings",
		.label = N_("Known meetings"),
		.kind = FIELD_TEXT,
		.rows = 2,
		.get = meetings_get,
		.help = N_("When the applicant's bodies meet, as far as it is known. Nothing written here is kept.")},
	{.name = "sent_on",
		.label = N_("Sent"),
		.kind = FIELD_DAY,
		.required = true,
		.get = sent_on_get,
		.set = sent_on_set},
	{.name = "way",
		.label = N_("Way"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choice = way_choice,
		.get = way_get,
		.set = way_set},
	{.name = "asked_whom",
		.label = N_("Referred to"),
		.kind = FIELD_LINE,
		.get = asked_whom_get,
		.set = asked_whom_set,
		.help = N_("Only for a referral.")},
	{.name = "earlier",
		.label = N_("Earlier round"),
		.kind = FIELD_CHOICE,
		.choice = earlier_choice,
		.get = earlier_get,
		.set = earlier_set,
		.help = N_("The time limit this one comes after: a second round, or time to adjust after a comment "
			   "(11 §).")},
	{.name = "document",
		.label = N_("Document"),
		.kind = FIELD_NUMBER,
		.set = document_set,
		.about = document_about,
		.help = N_("The letter's number in the case's register; empty until it is registered.")},
	{.name = "power_ref",
		.label = N_("Decision"),
		.kind = FIELD_LINE,
		.get = power_ref_get,
		.set = power_ref_set,
		.help = N_("The delegation's own decision, meeting and section, where you have no power to sign "
			   "yourself.")},
	{.name = NULL},
};

static const struct field ruling_fields[] = {
	{.name = "asks",
		.label = N_("Reason"),
		.kind = FIELD_TEXT,
		.rows = 4,
		.required = true,
		.get = asks_get,
		.set = asks_set,
		.help = N_("What did not come in time, and that the application is assessed as submitted (12 §).")},
	{.name = "sent_on",
		.label = N_("Day"),
		.kind = FIELD_DAY,
		.required = true,
		.get = sent_on_get,
		.set = sent_on_set},
	{.name = "power_ref",
		.label = N_("Decision"),
		.kind = FIELD_LINE,
		.get = power_ref_get,
		.set = power_ref_set,
		.about = as_is_about,
		.help = N_("The delegation's own decision, meeting and section, where you have no power to sign "
			   "yourself.")},
	{.name = NULL},
};

/* A reason may have several lines; here it has one. */
static const char *one_line(struct arena *arena, const char *text)
{
	char *line = arena_text(arena, text);

	for (char *at = line; at && *at; at++)
		if (*at == '\n')
			*at = ' ';
	return line;
}

/* The lines that were typed; one that is a candidate's own words follows its answer. */
static int items_read(struct clock_record *record, struct clock_item_change *items)
{
	struct arena *arena = &record->base.arena;
	int count = 0;

	for (const char *at = record->items ? record->items : ""; *at && count < ITEMS_MOST;) {
		size_t bytes = strcspn(at, "\n");
		const char *line = arena_text_part(arena, at, bytes);

		at += bytes + (at[bytes] == '\n');
		if (!*line)
			continue;
		items[count] = (struct clock_item_change){.text = line};
		for (int i = 0; i < record->candidates.count; i++)
			if (!strcmp(one_line(arena, record->candidates.items[i].text), line))
				items[count].gate_answer = record->candidates.items[i].gate_answer;
		count++;
	}
	return count;
}

static long number_of(const char *word)
{
	return word ? strtol(word, NULL, 10) : 0;
}

static bool clock_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct clock_record *record = given;
	struct operation op = record_operation(operation, version);
	struct clock_item_change items[ITEMS_MOST];
	struct clock_change change = {
		.kind = record->follows ? "as_is" : record->kind,
		.asks = record->asks,
		.sent_on = record->sent_on,
		.way = record->follows ? "" : record->way,
		.due_on = record->follows ? NULL : record->due_on,
		.asked_whom = record->asked_whom,
		.power_ref = record->power_ref,
		.follows_n = record->follows ? record->follows : (int)number_of(record->earlier),
		.measure = clocking_measure_id(&record->about, record->measure),
		.participant = clocking_participant_id(&record->about, record->region),
		.document_n = record->document_n,
		.items = items,
	};

	(void)ui;
	(void)wrong;
	change.item_count = record->follows ? 0 : items_read(record, items);
	return clock_send(record->base.desk->cw, &op, record->application, &change, NULL, err);
}

static void clock_saved(struct ui *ui, void *given)
{
	struct clock_record *record = given;
	const char *warning = record->follows ? NULL : clock_day_warning(day_read(record->due_on), &record->base.arena);

	ui_stale(ui);
	if (warning)
		ui_say(ui, _("Note: %s"), warning);
	else
		ui_say(ui, "%s", record->follows ? _("The ruling is recorded.") : _("The time limit is set."));
}

static void clock_done(void *given)
{
	struct clock_record *record = given;

	clock_candidates_done(&record->candidates);
	clocking_done(&record->about);
	record_done(record);
}

static const struct form_kind kind = {.name = "clock",
	.title = N_("Time limit"),
	.fields = fields,
	.save = clock_save,
	.saved = clock_saved,
	.done = clock_done};
static const struct form_kind ruling = {.name = "as-is",
	.title = N_("Assessed as submitted (12 §)"),
	.fields = ruling_fields,
	.save = clock_save,
	.saved = clock_saved,
	.done = clock_done};

static bool clock_begin(struct clock_record *record, struct error *err)
{
	struct arena *arena = &record->base.arena;
	char today[DAY_TEXT];
	struct buffer lines;

	day_text(casework_today(record->base.desk->cw), today);
	record->sent_on = arena_text(arena, today);
	record->kind = "completion";
	record->way = "email";
	if (!clocking_load(&record->about, record->base.desk, record->application, err) ||
		!clock_candidates_load(
			record->base.desk->cw, record->application, "completion", &record->candidates, err))
		return false;
	buffer_init(&lines);
	for (int i = 0; i < record->candidates.count; i++)
		buffer_format(&lines, "%s%s", i ? "\n" : "", one_line(arena, record->candidates.items[i].text));
	record->items = arena_text(arena, lines.text);
	buffer_done(&lines);
	return true;
}

void clock_form(struct ui *ui, int64_t application, int follows)
{
	struct clock_record *record = record_new(ui, sizeof *record);
	struct error err = {0};
	char key[64], part[64] = "";

	record->application = application;
	record->follows = follows;
	if (!record_begun(ui, record, clock_begin(record, &err), clock_done, &err))
		return;
	if (follows)
		snprintf(part, sizeof part, _("after time limit %d"), follows);
	snprintf(key, sizeof key, follows ? "as-is-%lld-%d" : "clock-%lld-%d", (long long)application, follows);
	form_open(ui, &(struct form_what){.kind = follows ? &ruling : &kind,
			      .key = key,
			      .title = record_about_application(record, application, 0, part),
			      .record = record});
}

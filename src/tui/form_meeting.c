/* The form of a known meeting of a region's body. */
#include "tui/case_words.h"
#include "tui/record.h"

#include "base/words.h"
#include "casework/meeting.h"

struct meeting_record {
	struct record base;
	int64_t meeting, version;
	const char *region, *on_day, *body, *source;
};

RECORD_TEXT(meeting_record, region)
RECORD_DAY(meeting_record, on_day)
RECORD_TEXT(meeting_record, body)
RECORD_TEXT(meeting_record, source)

static const struct field fields[] = {
	{.name = "region",
		.label = N_("Region"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choice = record_region,
		.get = region_get,
		.set = region_set},
	{.name = "on_day",
		.label = N_("Day"),
		.kind = FIELD_DAY,
		.required = true,
		.get = on_day_get,
		.set = on_day_set},
	{.name = "body",
		.label = N_("Body"),
		.kind = FIELD_LINE,
		.required = true,
		.get = body_get,
		.set = body_set,
		.help = N_("The one that can decide: the regional executive committee, a board, the assembly.")},
	{.name = "source",
		.label = N_("Source"),
		.kind = FIELD_LINE,
		.get = source_get,
		.set = source_set,
		.help = N_("Where the day is known from: a plan of meetings, a telephone call.")},
	{.name = NULL},
};

static bool meeting_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct meeting_record *record = given;
	struct operation op = record_operation(operation, version);
	struct meeting_change change = {record->region, record->on_day, record->body, record->source};

	(void)ui;
	(void)wrong;
	return meeting_put(record->base.desk->cw, &op, record->meeting, &change, NULL, err);
}

static void meeting_saved(struct ui *ui, void *given)
{
	(void)given;
	ui_stale(ui);
	ui_say(ui, "%s", _("The meeting is entered. It is shown beside the days one sets for the region."));
}

static bool meeting_begin(struct meeting_record *record, struct error *err)
{
	struct arena *arena = &record->base.arena;
	struct meeting_list list;

	if (!meeting_list_load(record->base.desk->cw, NULL, "0001-01-01", &list, err))
		return false;
	for (int i = 0; i < list.count; i++) {
		const struct meeting *meeting = &list.items[i];

		if (meeting->id != record->meeting)
			continue;
		record->version = meeting->version;
		record->region = arena_text(arena, meeting->region);
		record->on_day = arena_text(arena, meeting->on_day);
		record->body = arena_text(arena, meeting->body);
		record->source = arena_text(arena, meeting->source);
	}
	meeting_list_done(&list);
	return record->version || refuse(err, ERROR_MISSING, _("There is no such meeting. Nothing was changed."));
}

/* What somebody else has saved meanwhile. */
static void *meeting_fresh(struct ui *ui, const void *given, int64_t *version, struct error *err)
{
	struct meeting_record *record = record_new(ui, sizeof *record);

	record->meeting = ((const struct meeting_record *)given)->meeting;
	if (!record_begun(NULL, record, meeting_begin(record, err), record_done, err))
		return NULL;
	*version = record->version;
	return record;
}

static const struct form_kind kind = {.name = "meeting",
	.title = N_("A region's meeting"),
	.fields = fields,
	.save = meeting_save,
	.saved = meeting_saved,
	.fresh = meeting_fresh,
	.done = record_done};

void meeting_form(struct ui *ui, int64_t meeting, const char *region)
{
	struct meeting_record *record = record_new(ui, sizeof *record);
	struct error err = {0};
	char key[48];

	record->meeting = meeting;
	record->region = arena_text(&record->base.arena, region);
	if (!record_begun(ui, record, !meeting || meeting_begin(record, &err), record_done, &err))
		return;
	snprintf(key, sizeof key, "meeting-%lld", (long long)meeting);
	form_open(ui, &(struct form_what){.kind = &kind,
			      .key = key,
			      .title = region_short(record->base.desk, record->region),
			      .record = record,
			      .version = record->version});
}

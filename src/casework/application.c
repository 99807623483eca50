/* One application as the detail shows it. Invariant: it is read in one look, so that the row, the papers and the texts
 * are those of the same moment. */
#include "casework/application.h"
#include "casework/application_inner.h"

#include "base/words.h"

static bool row_take(struct casework *cw, int64_t id, struct application *out, struct error *err)
{
	struct application_list list = {.arena = out->arena};
	struct application_fill fill;
	bool filled = application_fill_begin(&fill, cw, &list, err) && application_fill_range(&fill, id, id, err);

	out->arena = list.arena;
	if (!filled)
		return false;
	if (!list.count)
		return refuse(err, ERROR_MISSING, _("There is no such application."));
	out->row = list.items[0];
	return true;
}

static bool detail_read(struct casework *cw, int64_t id, struct application *out, struct error *err)
{
	struct arena *arena = &out->arena;
	struct rows rows;

	if (!store_ask(casework_store(cw), SQL_APPLICATION_DETAIL, BINDS(BIND("id", id)), &rows, err))
		return false;
	if (rows_next(&rows)) {
		out->arrived_time = rows_text(&rows, "arrived_time", arena);
		out->way = rows_text(&rows, "way", arena);
		out->summary = rows_text(&rows, "summary", arena);
		out->economy = rows_text(&rows, "economy", arena);
		out->needs = rows_text(&rows, "needs", arena);
		out->scope = rows_text(&rows, "scope", arena);
		out->sources = rows_text(&rows, "sources", arena);
		out->invented = (int)rows_number(&rows, "invented");
		out->registered_at = rows_text(&rows, "registered_at", arena);
		out->registered_by = rows_text(&rows, "registered_by", arena);
		out->assigned_on = rows_text(&rows, "assigned_on", arena);
		out->withdrawn_on = rows_text(&rows, "withdrawn_on", arena);
		out->withdrawn_why = rows_text(&rows, "withdrawn_why", arena);
		out->lead_name = rows_text(&rows, "lead_name", arena);
	}
	return rows_done(&rows, err);
}

/* The number of a document as text, NULL where there is none. */
static const char *document_read(struct rows *rows, const char *column, struct arena *arena)
{
	int64_t n = rows_number_or(rows, column, 0);

	return n ? arena_format(arena, "%d", (int)n) : NULL;
}

static void anchoring_read(struct rows *rows, struct participant *participant, struct arena *arena)
{
	participant->body_kind = rows_text(rows, "body_kind", arena);
	participant->section = rows_text(rows, "section", arena);
	participant->number = rows_text(rows, "number", arena);
	participant->document = document_read(rows, "document", arena);
	participant->certified_name = rows_text(rows, "certified_name", arena);
	participant->certified_title = rows_text(rows, "certified_title", arena);
	participant->certified_document = document_read(rows, "certified_document", arena);
	participant->contribution = rows_text(rows, "contribution", arena);
}

static void participant_read(struct rows *rows, struct participant *participant, struct arena *arena)
{
	participant->id = rows_number(rows, "id");
	participant->version = rows_number(rows, "version");
	participant->region = rows_text(rows, "region", arena);
	participant->region_short = rows_text(rows, "region_short", arena);
	participant->region_name = rows_text(rows, "region_name", arena);
	participant->own_number = rows_text(rows, "own_number", arena);
	participant->paper = rows_text(rows, "paper", arena);
	participant->paper_on = rows_text(rows, "paper_on", arena);
	participant->paper_body = rows_text(rows, "paper_body", arena);
	participant->certified_on = rows_text(rows, "certified_on", arena);
	participant->lead = rows_bool(rows, "lead");
	anchoring_read(rows, participant, arena);
}

static bool participants_read(struct casework *cw, int64_t id, struct application *out, struct error *err)
{
	int room = out->row.participants;
	struct rows rows;

	out->participants = arena_take(&out->arena, (size_t)(room + 1) * sizeof(*out->participants));
	if (!store_ask(casework_store(cw), SQL_PARTICIPANT_LIST, BINDS(BIND("application", id)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		assert(out->participant_count < room); /* counted in the same look */
		participant_read(&rows, &out->participants[out->participant_count++], &out->arena);
	}
	return rows_done(&rows, err);
}

static bool application_read(struct casework *cw, int64_t id, struct application *out, struct error *err)
{
	return row_take(cw, id, out, err) && detail_read(cw, id, out, err) && participants_read(cw, id, out, err) &&
	       application_number(cw, out->row.year, out->row.n, out->number, sizeof(out->number), err) &&
	       application_number_short(cw, out->row.year, out->row.n, out->shorter, err);
}

bool application_load(struct casework *cw, int64_t id, struct application *out, struct error *err)
{
	struct application application = {0};
	bool read;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) || !store_look(casework_store(cw), err))
		return false;
	arena_init(&application.arena);
	read = application_read(cw, id, &application, err);
	store_look_done(casework_store(cw));
	if (!read) {
		application_done(&application);
		return false;
	}
	*out = application;
	return true;
}

void application_done(struct application *application)
{
	if (!application)
		return;
	arena_done(&application->arena);
	*application = (struct application){0};
}

bool participant_is_complete(const struct participant *participant)
{
	return participant->paper && !strcmp(participant->paper, "decision") && participant->certified_on;
}

int participants_complete(const struct participant *participants, int count)
{
	int complete = 0;

	for (int i = 0; i < count; i++)
		complete += participant_is_complete(&participants[i]);
	return complete;
}

struct participant_change participant_as_is(const struct participant *participant)
{
	return (struct participant_change){.region = participant->region,
		.own_number = participant->own_number,
		.paper = participant->paper,
		.paper_on = participant->paper_on,
		.paper_body = participant->paper_body,
		.certified_on = participant->certified_on,
		.body_kind = participant->body_kind,
		.section = participant->section,
		.number = participant->number,
		.certified_name = participant->certified_name,
		.certified_title = participant->certified_title,
		.contribution = participant->contribution,
		.document = participant->document,
		.certified_document = participant->certified_document};
}

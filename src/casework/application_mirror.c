/* Every row in memory, so that a filter answers at each key. Invariant: a mirror is used only while the office's newest
 * event, the day and the actor are those it was read under; whatever changes the office writes an event. */
#include "casework/application_inner.h"
#include "casework/office.h"

#include "base/buffer.h"
#include "base/text.h"
#include "base/words.h"

static bool event_newest(struct casework *cw, int64_t *seq, struct error *err)
{
	struct rows rows;
	struct arena arena;
	int64_t newest = 0;
	size_t bytes;

	if (!store_ask(casework_store(cw), SQL_EVENT_NEWEST, BINDS_NONE, &rows, err))
		return false;
	arena_init(&arena);
	if (rows_next(&rows)) {
		newest = rows_number(&rows, "seq");
		rows_blob(&rows, "hash", &arena, &bytes);
	}
	arena_done(&arena);
	if (!rows_done(&rows, err))
		return false;
	*seq = newest;
	return true;
}

void application_mirror_done(struct application_mirror *mirror)
{
	if (!mirror)
		return;
	application_list_done(&mirror->list);
	programme_done(&mirror->programme);
	free(mirror);
}

static bool mirror_read(struct casework *cw, struct application_mirror *mirror, struct error *err)
{
	struct application_fill fill;

	arena_init(&mirror->list.arena);
	return programme_load(cw, &mirror->programme, err) && application_fill_begin(&fill, cw, &mirror->list, err) &&
	       application_fill_bases(&fill, 0, INT64_MAX, err);
}

static bool mirror_make(struct casework *cw, int64_t seq, struct error *err)
{
	struct application_mirror *mirror = memory_take(sizeof(*mirror));

	*mirror = (struct application_mirror){.seq = seq, .today = casework_today(cw), .actor = casework_actor(cw)};
	application_mirror_done(cw->mirror);
	cw->mirror = NULL;
	if (!mirror_read(cw, mirror, err)) {
		application_mirror_done(mirror);
		return false;
	}
	cw->mirror = mirror;
	return true;
}

/* Inside a look, so that the rows are those of the event. */
bool application_mirror_load(struct casework *cw, struct application_mirror **out, struct error *err)
{
	const struct application_mirror *kept = cw->mirror;
	int64_t seq;

	if (!event_newest(cw, &seq, err))
		return false;
	if (!kept || kept->seq != seq || kept->today != casework_today(cw) || kept->actor != casework_actor(cw))
		if (!mirror_make(cw, seq, err))
			return false;
	*out = cw->mirror;
	return true;
}

bool application_mirror_facts(struct casework *cw, struct application_mirror *mirror, struct error *err)
{
	struct application_fill fill;

	if (!mirror->facts)
		mirror->facts = application_fill_begin(&fill, cw, &mirror->list, err) &&
				application_fill_facts(&fill, 0, 0, INT64_MAX, err);
	return mirror->facts;
}

/* ---- what words match in: number, own number, applicants, title, titles of measures */

struct haystack {
	struct arena arena; /* until folded */
	struct buffer *texts;
};

static void part_add(struct buffer *text, const char *part)
{
	const char apart = MIRROR_APART;

	if (!part)
		return;
	buffer_add(text, &apart, 1);
	buffer_text(text, part);
}

static void own_number_add(struct haystack *hay, struct buffer *text, const char *own_number)
{
	part_add(text, own_number);
	part_add(text, text_number_key(&hay->arena, own_number));
}

/* The rows stand in id order, and so does the answer: where the answer's row belongs, from *at on. */
static bool row_reach(const struct application_mirror *mirror, struct rows *rows, int *at)
{
	int64_t application = rows_number(rows, "application");

	while (*at < mirror->list.count && mirror->list.items[*at].id < application)
		(*at)++;
	return *at < mirror->list.count && mirror->list.items[*at].id == application;
}

static void bases_add(const struct application_mirror *mirror, const char *pattern, struct haystack *hay)
{
	char number[64];

	for (int i = 0; i < mirror->list.count; i++) {
		const struct application_row *row = &mirror->list.items[i];

		application_pattern_fill(pattern, row->year, row->n, number, sizeof(number));
		buffer_format(&hay->texts[i], "%d-%d", row->n, row->year);
		part_add(&hay->texts[i], number);
		part_add(&hay->texts[i], row->title);
		own_number_add(hay, &hay->texts[i], row->own_number);
	}
}

static bool participants_add(
	struct casework *cw, const struct application_mirror *mirror, struct haystack *hay, struct error *err)
{
	struct rows rows;
	int at = 0;

	if (!store_ask(casework_store(cw), SQL_APPLICATION_WORDS_PARTICIPANTS,
		    BINDS(BIND("first", 0), BIND("last", INT64_MAX)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		bool there = row_reach(mirror, &rows, &at);
		const char *name = rows_text(&rows, "name", &hay->arena);
		const char *shorter = rows_text(&rows, "short", &hay->arena);
		const char *own_number = rows_text(&rows, "own_number", &hay->arena);

		assert(there);
		part_add(&hay->texts[at], name);
		part_add(&hay->texts[at], shorter);
		own_number_add(hay, &hay->texts[at], own_number);
	}
	return rows_done(&rows, err);
}

static bool measures_add(
	struct casework *cw, const struct application_mirror *mirror, struct haystack *hay, struct error *err)
{
	struct rows rows;
	int at = 0;

	if (!store_ask(casework_store(cw), SQL_APPLICATION_WORDS_MEASURES,
		    BINDS(BIND("first", 0), BIND("last", INT64_MAX)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		bool there = row_reach(mirror, &rows, &at);

		assert(there);
		part_add(&hay->texts[at], rows_text(&rows, "title", &hay->arena));
	}
	return rows_done(&rows, err);
}

static bool haystack_fill(
	struct casework *cw, struct application_mirror *mirror, struct haystack *hay, struct error *err)
{
	const char *pattern;

	if (!application_pattern(cw, &hay->arena, &pattern, err))
		return false;
	bases_add(mirror, pattern, hay);
	return participants_add(cw, mirror, hay, err) && measures_add(cw, mirror, hay, err);
}

bool application_mirror_words(struct casework *cw, struct application_mirror *mirror, struct error *err)
{
	struct haystack hay;
	int count = mirror->list.count;
	const char **folded;
	bool filled;

	if (mirror->folded)
		return true;
	arena_init(&hay.arena);
	hay.texts = memory_take((size_t)(count + 1) * sizeof(*hay.texts));
	folded = arena_take(&mirror->list.arena, (size_t)(count + 1) * sizeof(*folded));
	for (int i = 0; i < count; i++)
		buffer_init(&hay.texts[i]);
	filled = haystack_fill(cw, mirror, &hay, err);
	for (int i = 0; i < count; i++) {
		if (filled)
			folded[i] = text_fold(&mirror->list.arena, hay.texts[i].text);
		buffer_done(&hay.texts[i]);
	}
	free(hay.texts);
	arena_done(&hay.arena);
	if (filled)
		mirror->folded = folded;
	return filled;
}

/* ---- each control point's worst answer */

/* Partly answered with nothing worse than yes is not answered yet, and is left out. */
static const char *worst_answer(struct rows *rows, const struct application_row *row, const char *subject)
{
	int64_t answered = rows_number(rows, "answered"), no = rows_number(rows, "no");
	int64_t unclear = rows_number(rows, "unclear"), yes = rows_number(rows, "yes");
	int wanted = !strcmp(subject, "measure")       ? row->measures
		     : !strcmp(subject, "participant") ? row->participants
						       : 1;

	if (no)
		return "no";
	if (unclear)
		return "unclear";
	if (answered < wanted)
		return NULL;
	return yes ? "yes" : "na";
}

static void gate_add(struct application_mirror *mirror, struct application_row *row, struct rows *rows)
{
	struct arena *arena = &mirror->list.arena;
	const char *gate = rows_text(rows, "gate", arena);
	const char *subject = rows_text(rows, "subject", arena);
	const char *answer = worst_answer(rows, row, subject);

	if (answer)
		row->gates = arena_format(arena, "%s%s=%s ", row->gates, text_fold(arena, gate), answer);
}

bool application_mirror_gates(struct casework *cw, struct application_mirror *mirror, struct error *err)
{
	struct rows rows;
	int at = 0;

	if (mirror->gates)
		return true;
	if (!application_mirror_facts(cw, mirror, err))
		return false;
	if (!store_ask(casework_store(cw), SQL_APPLICATION_WORDS_GATES,
		    BINDS(BIND("first", 0), BIND("last", INT64_MAX)), &rows, err))
		return false;
	for (int i = 0; i < mirror->list.count; i++)
		mirror->list.items[i].gates = " ";
	while (rows_next(&rows)) {
		bool there = row_reach(mirror, &rows, &at);

		assert(there);
		gate_add(mirror, &mirror->list.items[at], &rows);
	}
	mirror->gates = rows_done(&rows, err);
	return mirror->gates;
}

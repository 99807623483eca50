/* What is searched, kept folded in memory. Invariant: the mirror stands as the office's newest event left it; an event
 * that cannot have changed a text leaves it as it is. */
#include "casework/hit_inner.h"

#include "base/text.h"
#include "casework/grow.h"

void hit_mirror_done(struct hit_mirror *mirror)
{
	if (!mirror)
		return;
	finder_close(mirror->finder);
	buffer_done(&mirror->names);
	buffer_done(&mirror->texts);
	arena_done(&mirror->arena);
	free(mirror);
}

const struct hit_name *hit_name_find(const struct hit_mirror *mirror, int64_t application)
{
	int low = 0, high = mirror->case_count - 1;

	while (low <= high) { /* newest first: ids fall */
		int middle = low + (high - low) / 2;
		const struct hit_name *name = &mirror->cases[middle];

		if (name->id == application)
			return name;
		if (name->id > application)
			low = middle + 1;
		else
			high = middle - 1;
	}
	return NULL;
}

/* ---- the names of cases */

struct naming {
	struct arena arena; /* until folded */
	struct buffer *texts;
};

static void part_add(struct naming *naming, int at, const char *part)
{
	const char apart = HIT_FIELD_APART;

	if (!part)
		return;
	buffer_add(&naming->texts[at], &apart, 1);
	buffer_text(&naming->texts[at], part);
}

static bool cases_read(
	struct casework *cw, struct hit_mirror *mirror, struct naming *naming, const char *pattern, struct error *err)
{
	struct rows rows;
	char number[64], plain[48];

	if (!store_ask(casework_store(cw), SQL_HIT_CASE, BINDS_NONE, &rows, err))
		return false;
	while (rows_next(&rows)) {
		struct hit_name *name;
		int at = mirror->case_count++;

		GROW(&mirror->arena, mirror->cases, at);
		GROW(&naming->arena, naming->texts, at);
		buffer_init(&naming->texts[at]);
		name = &mirror->cases[at];
		*name = (struct hit_name){.id = rows_number(&rows, "id")};
		name->round = rows_number(&rows, "round");
		name->year = (int)rows_number(&rows, "year");
		name->n = (int)rows_number(&rows, "n");
		name->lead = rows_text(&rows, "lead", &mirror->arena);
		name->title = rows_text(&rows, "title", &mirror->arena);
		application_pattern_fill(pattern, name->year, name->n, number, sizeof(number));
		snprintf(plain, sizeof(plain), "%d%c%d-%d", name->n, HIT_FIELD_APART, name->n, name->year);
		part_add(naming, at, plain);
		part_add(naming, at, number);
		part_add(naming, at, text_number_key(&naming->arena, number));
		part_add(naming, at, name->title);
		part_add(naming, at, rows_text(&rows, "own_number", &naming->arena));
		part_add(naming, at, rows_text(&rows, "own_number_key", &naming->arena));
	}
	return rows_done(&rows, err);
}

/* Both stand newest case first, so one walk puts them together. */
static int case_reach(const struct hit_mirror *mirror, struct rows *rows, int *at)
{
	int64_t application = rows_number(rows, "application");

	while (*at < mirror->case_count && mirror->cases[*at].id > application)
		(*at)++;
	assert(*at < mirror->case_count && mirror->cases[*at].id == application);
	return *at;
}

static bool participants_read(
	struct casework *cw, const struct hit_mirror *mirror, struct naming *naming, struct error *err)
{
	struct rows rows;
	int at = 0;

	if (!store_ask(casework_store(cw), SQL_HIT_CASE_PARTICIPANTS, BINDS_NONE, &rows, err))
		return false;
	while (rows_next(&rows)) {
		case_reach(mirror, &rows, &at);
		part_add(naming, at, rows_text(&rows, "name", &naming->arena));
		part_add(naming, at, rows_text(&rows, "short", &naming->arena));
		part_add(naming, at, rows_text(&rows, "own_number", &naming->arena));
		part_add(naming, at, rows_text(&rows, "own_number_key", &naming->arena));
	}
	return rows_done(&rows, err);
}

static bool numbers_read(struct casework *cw, const struct hit_mirror *mirror, struct naming *naming, struct error *err)
{
	struct rows rows;
	int at = 0;

	if (!store_ask(casework_store(cw), SQL_HIT_CASE_NUMBERS, BINDS_NONE, &rows, err))
		return false;
	while (rows_next(&rows)) {
		case_reach(mirror, &rows, &at);
		part_add(naming, at, rows_text(&rows, "number", &naming->arena));
		part_add(naming, at, rows_text(&rows, "number_key", &naming->arena));
	}
	return rows_done(&rows, err);
}

static void names_fold(struct hit_mirror *mirror, struct naming *naming)
{
	const char field = HIT_FIELD_APART, piece = HIT_PIECE_APART;

	for (int i = 0; i < mirror->case_count; i++) {
		struct hit_name *name = &mirror->cases[i];

		name->at = mirror->names.bytes;
		name->others = arena_text(&mirror->arena, naming->texts[i].text);
		hit_fold(naming->texts[i].text, &mirror->names);
		buffer_add(&mirror->names, &field, 1);
		name->bytes = mirror->names.bytes - name->at;
		buffer_add(&mirror->names, &piece, 1);
		buffer_done(&naming->texts[i]);
	}
}

static bool names_make(struct casework *cw, struct hit_mirror *mirror, struct error *err)
{
	struct naming naming = {0};
	const char *pattern;
	bool made;

	arena_init(&naming.arena);
	made = application_pattern(cw, &naming.arena, &pattern, err) && cases_read(cw, mirror, &naming, pattern, err) &&
	       participants_read(cw, mirror, &naming, err) && numbers_read(cw, mirror, &naming, err);
	names_fold(mirror, &naming);
	arena_done(&naming.arena);
	return made;
}

/* ---- the texts */

static bool piece_keep(void *with, const struct hit_piece *piece)
{
	const char apart = HIT_PIECE_APART;
	struct hit_mirror *mirror = with;
	struct hit_kept *kept;

	if (strspn(piece->text, "\x1F") == strlen(piece->text))
		return true;
	GROW(&mirror->arena, mirror->kept, mirror->count);
	kept = &mirror->kept[mirror->count++];
	*kept = (struct hit_kept){.id = piece->id,
		.application = piece->application ? piece->application : -piece->matter,
		.measure = piece->measure,
		.n = piece->n,
		.place = piece->place,
		.guard = piece->guard,
		.at = mirror->texts.bytes};
	hit_fold(piece->text, &mirror->texts);
	kept->bytes = mirror->texts.bytes - kept->at;
	buffer_add(&mirror->texts, &apart, 1);
	return mirror->texts.bytes <= mirror->most;
}

static bool texts_make(struct casework *cw, struct hit_mirror *mirror, struct error *err)
{
	for (int place = HIT_CASE + 1; place < HIT_PLACES && !mirror->large; place++)
		if (!hit_read(cw, (enum hit_place)place, 0, INT64_MAX, piece_keep, mirror, &mirror->large, err))
			return false;
	if (mirror->large) {
		buffer_done(&mirror->texts);
		buffer_init(&mirror->texts);
		mirror->count = 0;
	}
	return true;
}

/* ---- keeping it true */

static bool event_newest(struct casework *cw, int64_t *seq, struct error *err)
{
	struct rows rows;
	struct arena arena;
	size_t bytes;

	if (!store_ask(casework_store(cw), SQL_EVENT_NEWEST, BINDS_NONE, &rows, err))
		return false;
	arena_init(&arena);
	*seq = 0;
	if (rows_next(&rows)) {
		*seq = rows_number(&rows, "seq");
		rows_blob(&rows, "hash", &arena, &bytes);
	}
	arena_done(&arena);
	return rows_done(&rows, err);
}

/* What the events since may have changed. */
static bool changes_see(struct casework *cw, int64_t seq, bool *names, bool *texts, struct error *err)
{
	struct rows rows;
	struct arena arena;

	*names = *texts = false;
	if (!store_ask(casework_store(cw), SQL_HIT_CHANGED, BINDS(BIND("seq", seq)), &rows, err))
		return false;
	arena_init(&arena);
	while (rows_next(&rows)) {
		int also;
		bool named;

		rows_number(&rows, "object_id");
		*texts |= hit_place_of(rows_text(&rows, "object", &arena), &also, &named) != HIT_PLACES;
		*names |= named;
	}
	arena_done(&arena);
	return rows_done(&rows, err);
}

static struct hit_mirror *mirror_new(int64_t seq, size_t most)
{
	struct hit_mirror *mirror = memory_take(sizeof(*mirror));

	*mirror = (struct hit_mirror){.seq = seq, .most = most ? most : HIT_MEMORY};
	arena_init(&mirror->arena);
	buffer_init(&mirror->names);
	buffer_init(&mirror->texts);
	return mirror;
}

/* A large office stays large: its texts are not read again to find that out. */
static bool mirror_make(struct casework *cw, int64_t seq, size_t most, struct error *err)
{
	struct hit_mirror *old = cw->hits, *mirror = mirror_new(seq, most);

	if (old && old->large) {
		mirror->large = true;
		mirror->scans = old->scans;
		mirror->finder = old->finder;
		old->finder = NULL;
	} else if (!old) {
		mirror->large = hit_index_there(cw, mirror);
	}
	hit_mirror_done(old);
	cw->hits = NULL;
	if (!names_make(cw, mirror, err) || (!mirror->large && !texts_make(cw, mirror, err))) {
		hit_mirror_done(mirror);
		return false;
	}
	cw->hits = mirror;
	return true;
}

bool hit_mirror_load(struct casework *cw, size_t most, struct hit_mirror **out, struct error *err)
{
	bool names = true, texts = true;
	int64_t seq;

	if (!event_newest(cw, &seq, err))
		return false;
	if (cw->hits && cw->hits->seq < seq && !changes_see(cw, cw->hits->seq, &names, &texts, err))
		return false;
	if (!cw->hits || cw->hits->seq > seq || (cw->hits->seq < seq && (names || (texts && !cw->hits->large)))) {
		if (!mirror_make(cw, seq, most, err))
			return false;
	}
	cw->hits->seq = seq;
	*out = cw->hits;
	return true;
}

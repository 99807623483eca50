/* The law as data, read whole into a snapshot, and looking things up in it. Invariant: nothing in C knows a criterion,
 * a control point or a region by name. */
#include "casework/programme.h"
#include "casework/office.h"

#include "base/text.h"
#include "base/words.h"

/* Room for one more item in an array of the snapshot, doubling. */
#define ROOM(programme, items, count)                                                                                  \
	do {                                                                                                           \
		if (!((count) & ((count)-1)))                                                                          \
			(items) = arena_grow(&(programme)->arena, (items), (size_t)(count), sizeof *(items),           \
				(count) ? (size_t)(count)*2 : 1);                                                      \
	} while (0)

static void read_pair(
	struct rows *rows, struct arena *arena, const char *english, const char *swedish, const char *out[2])
{
	out[0] = rows_text(rows, english, arena);
	out[1] = rows_text(rows, swedish, arena);
}

static bool load_regions(struct casework *cw, struct programme *programme, struct error *err)
{
	struct rows rows;

	if (!store_ask(cw->store, SQL_REGION_LIST, BINDS_NONE, &rows, err))
		return false;
	while (rows_next(&rows)) {
		struct region *region;

		ROOM(programme, programme->regions, programme->region_count);
		region = &programme->regions[programme->region_count++];
		region->code = rows_text(&rows, "code", &programme->arena);
		region->name = rows_text(&rows, "name", &programme->arena);
		region->short_name = rows_text(&rows, "short", &programme->arena);
		region->genitive_safe = rows_text(&rows, "genitive_safe", &programme->arena);
		region->statute_name = rows_text(&rows, "statute_name", &programme->arena);
		region->kind = rows_text(&rows, "kind", &programme->arena);
		region->orgnr = rows_text(&rows, "orgnr", &programme->arena);
		region->population = rows_number(&rows, "population");
		region->population_on = rows_text(&rows, "population_on", &programme->arena);
	}
	return rows_done(&rows, err);
}

static bool load_gates(struct casework *cw, struct programme *programme, struct error *err)
{
	struct rows rows;

	if (!store_ask(cw->store, SQL_GATE_LIST, BINDS_NONE, &rows, err))
		return false;
	while (rows_next(&rows)) {
		struct gate *gate;

		ROOM(programme, programme->gates, programme->gate_count);
		gate = &programme->gates[programme->gate_count++];
		gate->version = rows_number(&rows, "version");
		gate->id = rows_text(&rows, "id", &programme->arena);
		gate->sort = (int)rows_number(&rows, "sort");
		gate->subject = rows_text(&rows, "subject", &programme->arena);
		gate->basis = rows_text(&rows, "basis", &programme->arena);
		gate->way_no = rows_text(&rows, "way_no", &programme->arena);
		gate->evidence = rows_text(&rows, "evidence", &programme->arena);
		read_pair(&rows, &programme->arena, "name_en", "name_sv", gate->name);
		read_pair(&rows, &programme->arena, "question_en", "question_sv", gate->question);
		read_pair(&rows, &programme->arena, "ground_en", "ground_sv", gate->ground);
		read_pair(&rows, &programme->arena, "way_text_en", "way_text_sv", gate->way_text);
	}
	return rows_done(&rows, err);
}

static bool load_criteria(struct casework *cw, struct programme *programme, struct error *err)
{
	static const char *const steps[5][2] = {{"step0_en", "step0_sv"}, {"step1_en", "step1_sv"},
		{"step2_en", "step2_sv"}, {"step3_en", "step3_sv"}, {"step4_en", "step4_sv"}};
	struct rows rows;

	if (!store_ask(cw->store, SQL_CRITERION_LIST, BINDS_NONE, &rows, err))
		return false;
	while (rows_next(&rows)) {
		struct criterion *criterion;

		ROOM(programme, programme->criteria, programme->criterion_count);
		criterion = &programme->criteria[programme->criterion_count++];
		criterion->version = rows_number(&rows, "version");
		criterion->id = rows_text(&rows, "id", &programme->arena);
		criterion->sort = (int)rows_number(&rows, "sort");
		criterion->weight = (int)rows_number(&rows, "weight");
		criterion->bonus = rows_bool(&rows, "bonus");
		criterion->trace = rows_text(&rows, "trace", &programme->arena);
		read_pair(&rows, &programme->arena, "name_en", "name_sv", criterion->name);
		for (int i = 0; i < 5; i++)
			read_pair(&rows, &programme->arena, steps[i][0], steps[i][1], criterion->step[i]);
	}
	return rows_done(&rows, err);
}

static bool load_points(struct casework *cw, struct programme *programme, struct error *err)
{
	struct rows rows;

	if (!store_ask(cw->store, SQL_POINT_LIST, BINDS_NONE, &rows, err))
		return false;
	while (rows_next(&rows)) {
		struct point *point;

		ROOM(programme, programme->points, programme->point_count);
		point = &programme->points[programme->point_count++];
		point->number = (int)rows_number(&rows, "number");
		point->key = rows_text(&rows, "key", &programme->arena);
		point->source = rows_text(&rows, "source", &programme->arena);
		point->filled_by = rows_text(&rows, "filled_by", &programme->arena);
		read_pair(&rows, &programme->arena, "title_en", "title_sv", point->title);
		read_pair(&rows, &programme->arena, "standard_en", "standard_sv", point->standard);
	}
	return rows_done(&rows, err);
}

static bool load_words(struct casework *cw, struct programme *programme, struct error *err)
{
	struct rows rows;

	if (!store_ask(cw->store, SQL_WORD_LIST, BINDS_NONE, &rows, err))
		return false;
	while (rows_next(&rows)) {
		struct word *word;

		ROOM(programme, programme->words, programme->word_count);
		word = &programme->words[programme->word_count++];
		word->kind = rows_text(&rows, "kind", &programme->arena);
		word->code = rows_text(&rows, "code", &programme->arena);
		word->sort = (int)rows_number(&rows, "sort");
		read_pair(&rows, &programme->arena, "name_en", "name_sv", word->name);
		read_pair(&rows, &programme->arena, "help_en", "help_sv", word->help);
		read_pair(&rows, &programme->arena, "mover_en", "mover_sv", word->mover);
	}
	return rows_done(&rows, err);
}

/* ---- read once: control points are shown at each step in the list, and nothing but an adoption changes the law. An
 * older reading stays for the snapshots that look into it. */
struct programme_kept {
	struct programme programme;
	int64_t seq; /* of the adoption that was the newest then; 0: none yet */
	struct programme_kept *older;
};

void programmes_done(struct programme_kept *newest)
{
	while (newest) {
		struct programme_kept *older = newest->older;

		programme_done(&newest->programme);
		free(newest);
		newest = older;
	}
}

static bool programme_read(struct casework *cw, struct programme *out, struct error *err)
{
	struct programme programme = {0};

	arena_init(&programme.arena);
	if (!load_regions(cw, &programme, err) || !load_gates(cw, &programme, err) ||
		!load_criteria(cw, &programme, err) || !load_points(cw, &programme, err) ||
		!load_words(cw, &programme, err)) {
		arena_done(&programme.arena);
		return false;
	}
	*out = programme;
	return true;
}

static bool adoption_newest(struct casework *cw, int64_t *seq, struct error *err)
{
	struct rows rows;
	int64_t newest = 0;

	if (!store_ask(cw->store, SQL_PROGRAMME_ADOPTION, BINDS_NONE, &rows, err))
		return false;
	if (rows_next(&rows))
		newest = rows_number(&rows, "seq");
	if (!rows_done(&rows, err))
		return false;
	*seq = newest;
	return true;
}

static bool programme_keep(struct casework *cw, int64_t seq, struct error *err)
{
	struct programme_kept *kept = memory_take(sizeof *kept);

	if (!programme_read(cw, &kept->programme, err)) {
		free(kept);
		return false;
	}
	kept->seq = seq;
	kept->older = cw->programmes;
	cw->programmes = kept;
	return true;
}

/* What is not adopted yet, or is being adopted, is not kept. */
bool programme_load(struct casework *cw, struct programme *out, struct error *err)
{
	int64_t seq;

	if (!adoption_newest(cw, &seq, err))
		return false;
	if (!seq)
		return programme_read(cw, out, err);
	if ((!cw->programmes || cw->programmes->seq != seq) && !programme_keep(cw, seq, err))
		return false;
	*out = cw->programmes->programme;
	arena_init(&out->arena);
	return true;
}

void programme_done(struct programme *programme)
{
	if (programme)
		arena_done(&programme->arena);
}

static bool region_is(const struct region *region, const char *wanted)
{
	return !strcmp(region->code, wanted) || !strcasecmp(region->name, wanted) ||
	       !strcasecmp(region->short_name, wanted) || !strcasecmp(region->statute_name, wanted);
}

const struct region *programme_region(const struct programme *programme, const char *wanted)
{
	const struct region *found = NULL;
	struct arena arena;
	char *folded;
	int matches = 0;

	if (text_blank(wanted))
		return NULL;
	for (int i = 0; i < programme->region_count; i++)
		if (region_is(&programme->regions[i], wanted))
			return &programme->regions[i];
	arena_init(&arena);
	folded = text_fold(&arena, wanted);
	for (int i = 0; i < programme->region_count; i++) {
		const char *name = text_fold(&arena, programme->regions[i].short_name);

		if (!strncmp(name, folded, strlen(folded))) {
			found = &programme->regions[i];
			matches++;
		}
	}
	arena_done(&arena);
	return matches == 1 ? found : NULL;
}

const struct gate *programme_gate(const struct programme *programme, int64_t version, const char *id)
{
	for (int i = 0; i < programme->gate_count; i++)
		if (programme->gates[i].version == version && !strcasecmp(programme->gates[i].id, id))
			return &programme->gates[i];
	return NULL;
}

bool gate_shows(const struct gate *gate, const char *evidence)
{
	size_t bytes = strlen(evidence);

	for (const char *at = gate->evidence ? gate->evidence : ""; *at; at += strcspn(at, "|"), at += *at == '|')
		if (strcspn(at, "|") == bytes && !memcmp(at, evidence, bytes))
			return true;
	return false;
}

const struct criterion *programme_criterion(const struct programme *programme, int64_t version, const char *id)
{
	for (int i = 0; i < programme->criterion_count; i++)
		if (programme->criteria[i].version == version && !strcasecmp(programme->criteria[i].id, id))
			return &programme->criteria[i];
	return NULL;
}

const struct word *programme_word(const struct programme *programme, const char *kind, const char *wanted)
{
	if (text_blank(wanted))
		return NULL;
	for (int i = 0; i < programme->word_count; i++) {
		const struct word *word = &programme->words[i];

		if (!strcmp(word->kind, kind) &&
			(!strcasecmp(word->code, wanted) || !strcasecmp(word->name[0], wanted) ||
				!strcasecmp(word->name[1], wanted)))
			return word;
	}
	return NULL;
}

const char *programme_word_name(const struct programme *programme, const char *kind, const char *code)
{
	for (int i = 0; code && i < programme->word_count; i++) {
		const struct word *word = &programme->words[i];

		if (!strcmp(word->kind, kind) && !strcmp(word->code, code))
			return word->name[words_swedish()];
	}
	return code ? code : "";
}

const char *words_lacking(void)
{
	return _("There is nothing to choose among in this office: it comes from an older kansli. Its administrator "
		 "takes "
		 "the words in with kansli programme adopt.");
}

/* Reading the law as data. Invariant: a column that is wanted and not there is a refusal, never an empty text. */
#include "csv/programme_file.h"
#include "csv/sheet.h"
#include "data.h"

#include "base/text.h"
#include "base/words.h"

/* A row of a built-in file, and where its texts are kept. */
struct line {
	const struct sheet *sheet;
	const struct sheet_row *row;
	const char *file;
	struct arena *arena;
	struct error *err;
	bool wrong;
};

static const char *cell(struct line *line, const char *name)
{
	int column = sheet_column(line->sheet, name);

	if (column < 0) {
		if (!line->wrong)
			refuse(line->err, ERROR_FAILED,
				_("%s in the program has no column %s. The program is built wrong."), line->file, name);
		line->wrong = true;
		return "";
	}
	return arena_text(line->arena, line->row->cells[column]);
}

static int64_t number(struct line *line, const char *name)
{
	const char *text = cell(line, name);
	char *end;
	long long value = strtoll(text, &end, 10);

	if (!line->wrong && (end == text || *end)) {
		refuse(line->err, ERROR_FAILED, _("%s in the program, line %d: '%s' is no number."), line->file,
			line->row->line, text);
		line->wrong = true;
	}
	return value;
}

static void pair(struct line *line, const char *stem, const char *out[2])
{
	char name[64];

	snprintf(name, sizeof name, "%s_en", stem);
	out[0] = cell(line, name);
	snprintf(name, sizeof name, "%s_sv", stem);
	out[1] = cell(line, name);
}

static void read_region(struct line *line, struct programme *out)
{
	struct region *region = &out->regions[out->region_count++];

	region->code = cell(line, "code");
	region->name = cell(line, "name");
	region->short_name = cell(line, "short");
	region->genitive_safe = cell(line, "genitive_safe");
	region->statute_name = cell(line, "statute_name");
	region->kind = cell(line, "kind");
	region->orgnr = cell(line, "orgnr");
	region->population = number(line, "population");
	region->population_on = cell(line, "population_date");
}

static void read_gate(struct line *line, struct programme *out)
{
	struct gate *gate = &out->gates[out->gate_count++];

	gate->version = number(line, "version");
	gate->id = cell(line, "id");
	gate->sort = (int)number(line, "sort");
	gate->subject = cell(line, "subject");
	gate->basis = cell(line, "basis");
	gate->way_no = cell(line, "way_no");
	gate->evidence = cell(line, "evidence");
	pair(line, "name", gate->name);
	pair(line, "question", gate->question);
	pair(line, "ground", gate->ground);
	pair(line, "way_text", gate->way_text);
}

static void read_criterion(struct line *line, struct programme *out)
{
	struct criterion *criterion = &out->criteria[out->criterion_count++];

	criterion->version = number(line, "version");
	criterion->id = cell(line, "id");
	criterion->sort = (int)number(line, "sort");
	criterion->weight = (int)number(line, "weight");
	criterion->bonus = number(line, "bonus") != 0;
	criterion->trace = cell(line, "trace");
	pair(line, "name", criterion->name);
	for (int i = 0; i < 5; i++) {
		char stem[8];

		snprintf(stem, sizeof stem, "step%d", i);
		pair(line, stem, criterion->step[i]);
	}
}

static void read_point(struct line *line, struct programme *out)
{
	struct point *point = &out->points[out->point_count++];

	point->number = (int)number(line, "number");
	point->key = cell(line, "key");
	point->source = cell(line, "source");
	point->filled_by = cell(line, "filled_by");
	pair(line, "title", point->title);
	pair(line, "standard", point->standard);
}

static void read_word(struct line *line, struct programme *out)
{
	struct word *word = &out->words[out->word_count++];

	word->kind = cell(line, "kind");
	word->code = cell(line, "code");
	word->sort = (int)number(line, "sort");
	pair(line, "name", word->name);
	pair(line, "help", word->help);
	word->mover[0] = word->mover[1] = "";
}

/* A status is a word of kind "state": its help is the next step. */
static void read_state(struct line *line, struct programme *out)
{
	struct word *word = &out->words[out->word_count++];

	word->kind = "state";
	word->code = cell(line, "code");
	word->sort = (int)line->row->line;
	pair(line, "word", word->name);
	pair(line, "next", word->help);
	pair(line, "mover", word->mover);
}

static void read_limit(struct line *line, struct programme *out)
{
	struct programme_limit *limit = &out->limits[out->limit_count++];

	limit->kind = cell(line, "kind");
	limit->year = (int)number(line, "year");
	limit->ore = number(line, "amount_kr") * 100;
	limit->source = cell(line, "source");
	limit->valid_from = cell(line, "valid_from");
}

static void read_power(struct line *line, struct programme *out)
{
	struct programme_power *power = &out->powers[out->power_count++];

	power->what = cell(line, "what");
	power->role = cell(line, "role");
	power->from_on = cell(line, "from_on");
	power->source = cell(line, "source");
}

static bool read_file(const char *name, void (*read)(struct line *, struct programme *), struct programme *out,
	struct sheet *sheet, struct error *err)
{
	struct line line = {.sheet = sheet, .file = name, .arena = &out->arena, .err = err};

	for (int i = 0; i < sheet->count && !line.wrong; i++) {
		line.row = &sheet->rows[i];
		if (line.row->wrong)
			return refuse(err, ERROR_FAILED, _("%s in the program: %s"), name, line.row->wrong);
		read(&line, out);
	}
	return !line.wrong;
}

static bool open_file(const char *name, struct sheet *sheet, struct error *err)
{
	const struct data_file *file = data_find(name);

	assert(file);
	return sheet_read(file->bytes, file->count, NULL, NULL, sheet, err);
}

/* One kind of row: the file, and the array that takes it with room for what it held before. */
#define READ(out, name, items, item_count, read)                                                                       \
	do {                                                                                                           \
		struct sheet sheet_;                                                                                   \
		bool ok_;                                                                                              \
		if (!open_file(name, &sheet_, err))                                                                    \
			return false;                                                                                  \
		(out)->items = arena_grow(&(out)->arena, (out)->items, (size_t)(out)->item_count,                      \
			sizeof *(out)->items, (size_t)((out)->item_count + sheet_.count) + 1);                         \
		ok_ = read_file(name, read, out, &sheet_, err);                                                        \
		sheet_done(&sheet_);                                                                                   \
		if (!ok_)                                                                                              \
			return false;                                                                                  \
	} while (0)

static bool read_all(struct programme *out, struct error *err)
{
	READ(out, "programme/regions.csv", regions, region_count, read_region);
	READ(out, "programme/gates.csv", gates, gate_count, read_gate);
	READ(out, "programme/criteria.csv", criteria, criterion_count, read_criterion);
	READ(out, "programme/points.csv", points, point_count, read_point);
	READ(out, "programme/words.csv", words, word_count, read_word);
	READ(out, "programme/states.csv", words, word_count, read_state);
	READ(out, "programme/limits.csv", limits, limit_count, read_limit);
	READ(out, "programme/powers.csv", powers, power_count, read_power);
	return true;
}

bool programme_read(struct programme *out, struct error *err)
{
	struct programme programme = {0};

	arena_init(&programme.arena);
	if (!read_all(&programme, err)) {
		programme_done(&programme);
		return false;
	}
	*out = programme;
	return true;
}

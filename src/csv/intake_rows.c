/* Rows of sheets into rows of an intake. Invariant: a cell that means nothing is a finding and leaves no value behind;
 * what the rules say of a value is casework's. */
#include "csv/intake_file.h"
#include "csv/intake_value.h"

#include "base/money.h"
#include "base/words.h"
#include "casework/budget.h"

/* A row being read. */
struct row {
	struct intake_files *files;
	const struct intake_file *file;
	const struct sheet_row *row;
	const struct programme *programme;
	const char *round;
	struct arena *arena; /* the intake's */
};

/* The cell, or NULL when it is empty or the file has no such column. */
static const char *cell(const struct row *row, enum column_name column)
{
	int at = row->file->at[column];

	return at >= 0 && row->row->cells[at][0] ? row->row->cells[at] : NULL;
}

static void find(const struct row *row, enum column_name column, const struct error *why)
{
	intake_find(&row->files->wrong, row->file->name, row->row->line, row->file->sheet.names[row->file->at[column]],
		cell(row, column), why->text);
}

static const char *text_of(const struct row *row, enum column_name column)
{
	const char *text = cell(row, column);

	return text ? arena_text(row->arena, text) : "";
}

static const char *text_or_null(const struct row *row, enum column_name column)
{
	return arena_text(row->arena, cell(row, column));
}

static const char *day_of(const struct row *row, enum column_name column)
{
	const char *text = cell(row, column), *iso = NULL;
	struct error why = {0};

	if (text && !value_day(text, row->arena, &iso, &why))
		find(row, column, &why);
	return iso;
}

static const char *time_of(const struct row *row, enum column_name column)
{
	const char *text = cell(row, column), *time = NULL;
	struct error why = {0};

	if (text && !value_time(text, row->arena, &time, &why))
		find(row, column, &why);
	return time;
}

static const char *word_of(const struct row *row, enum column_name column, const char *kind)
{
	const char *text = cell(row, column), *code = NULL;
	struct error why = {0};

	if (text && !value_word(row->programme, kind, text, &code, &why))
		find(row, column, &why);
	return arena_text(row->arena, code);
}

static const char *words_of(const struct row *row, enum column_name column, const char *kind)
{
	const char *text = cell(row, column), *codes = "";
	struct error why = {0};

	if (text && !value_words(row->programme, kind, text, row->arena, &codes, &why))
		find(row, column, &why);
	return codes;
}

static const char *region_of(const struct row *row, enum column_name column)
{
	const char *text = cell(row, column), *code = NULL;
	struct error why = {0};

	if (text && !value_region(row->programme, text, &code, &why))
		find(row, column, &why);
	return arena_text(row->arena, code);
}

static int invented_of(const struct row *row)
{
	const char *text = cell(row, COLUMN_INVENTED);
	struct error why = {0};
	int invented = 0;

	if (text && !value_invented(text, &invented, &why))
		find(row, COLUMN_INVENTED, &why);
	return invented;
}

/* ---- the three kinds */

static void application_read(const struct row *row)
{
	struct intake *intake = &row->files->intake;
	const char *round = cell(row, COLUMN_ROUND);

	intake->applications[intake->application_count++] = (struct intake_application){
		.file = row->file->name,
		.line = row->row->line,
		.ref = text_of(row, COLUMN_REF),
		.change = {.round = arena_text(row->arena, round ? round : row->round),
			.lead = region_of(row, COLUMN_APPLICANT),
			.title = text_of(row, COLUMN_TITLE),
			.own_number = text_or_null(row, COLUMN_OWN_NUMBER),
			.arrived_on = day_of(row, COLUMN_ARRIVED),
			.arrived_time = time_of(row, COLUMN_ARRIVED_TIME),
			.way = word_of(row, COLUMN_WAY, "arrival"),
			.summary = text_of(row, COLUMN_SUMMARY),
			.economy = text_of(row, COLUMN_ECONOMY),
			.needs = text_of(row, COLUMN_NEEDS),
			.scope = text_of(row, COLUMN_SCOPE),
			.sources = text_of(row, COLUMN_SOURCES),
			.invented = invented_of(row)},
	};
}

static void participant_read(const struct row *row)
{
	struct intake *intake = &row->files->intake;

	intake->participants[intake->participant_count++] = (struct intake_participant){
		.file = row->file->name,
		.line = row->row->line,
		.ref = text_of(row, COLUMN_REF),
		.change = {.region = region_of(row, COLUMN_REGION),
			.own_number = text_or_null(row, COLUMN_OWN_NUMBER),
			.paper = word_of(row, COLUMN_PAPER, "paper"),
			.paper_on = day_of(row, COLUMN_PAPER_DAY),
			.paper_body = text_or_null(row, COLUMN_BODY),
			.certified_on = day_of(row, COLUMN_CERTIFIED),
			.body_kind = word_of(row, COLUMN_BODY_KIND, "body"),
			.section = text_or_null(row, COLUMN_SECTION),
			.number = text_or_null(row, COLUMN_BODY_NUMBER),
			.certified_name = text_or_null(row, COLUMN_REPRESENTATIVE),
			.certified_title = text_or_null(row, COLUMN_REPRESENTATIVE_TITLE),
			.contribution = text_or_null(row, COLUMN_CONTRIBUTION)},
	};
}

/* Empty: no such row. An amount that cannot be read is as good as unknown, so that totals are not told wrong too. */
static bool amount_of(const struct row *row, enum column_name column, int64_t *ore)
{
	const char *text = cell(row, column);
	struct error why = {0};

	*ore = MONEY_UNKNOWN;
	if (text && !value_money(text, ore, &why))
		find(row, column, &why);
	return text != NULL;
}

static const struct measure_amount *amounts_of(const struct row *row, int *count)
{
	struct measure_amount *amounts = arena_take(row->arena, BUDGET_YEARS * sizeof *amounts);

	*count = 0;
	for (int i = 0; i < BUDGET_YEARS; i++) {
		struct measure_amount amount = {.year = BUDGET_FIRST + i};

		amount.has_cost = amount_of(row, COLUMN_COST + i, &amount.cost_ore);
		amount.has_sought = amount_of(row, COLUMN_SOUGHT + i, &amount.sought_ore);
		if (amount.has_cost || amount.has_sought)
			amounts[(*count)++] = amount;
	}
	return amounts;
}

/* 0 when the file does not say, or says what is no number: then numbers_fill() settles it. */
static int number_of(const struct row *row)
{
	const char *text = cell(row, COLUMN_MEASURE_N);
	struct error why = {0};
	int number = 0;

	if (text && !value_number(text, &number, &why))
		find(row, COLUMN_MEASURE_N, &why);
	return number;
}

static void measure_read(const struct row *row)
{
	struct intake *intake = &row->files->intake;
	struct intake_measure *measure = &intake->measures[intake->measure_count];

	*measure = (struct intake_measure){
		.file = row->file->name,
		.line = row->row->line,
		.ref = text_of(row, COLUMN_REF),
		.n = number_of(row),
		.change = {.title = text_of(row, COLUMN_HEADING),
			.description = text_of(row, COLUMN_DESCRIPTION),
			.achieve = text_of(row, COLUMN_ACHIEVE),
			.type = word_of(row, COLUMN_TYPE, "type"),
			.area = word_of(row, COLUMN_AREA, "area"),
			.effect = word_of(row, COLUMN_EFFECT, "effect"),
			.tags = words_of(row, COLUMN_TAGS, "tag"),
			.from_on = day_of(row, COLUMN_FROM),
			.to_on = day_of(row, COLUMN_TO),
			.form = word_of(row, COLUMN_FORM, "form"),
			.other_support = text_of(row, COLUMN_OTHER_SUPPORT),
			.lasting = text_of(row, COLUMN_LASTING),
			.invented = invented_of(row) != 0},
	};
	measure->change.amounts = amounts_of(row, &measure->change.amount_count);
	intake->measure_count++;
}

/* ---- entries: the columns are the fields of the kind that the row names */

/* A cell as the value its field is kept as; a wrong one is a finding and leaves nothing behind. */
static const char *entry_value(const struct row *row, const struct entry_field *field, int at)
{
	const char *text = row->row->cells[at], *out = NULL;
	struct error why = {0};
	int64_t ore = MONEY_UNKNOWN;
	bool read = true;
	int yes = 0;

	if (!text[0])
		return NULL;
	switch (field->value) {
	case ENTRY_LINE:
	case ENTRY_TEXT:
	case ENTRY_YEAR:
	case ENTRY_COUNT: return arena_text(row->arena, text);
	case ENTRY_DAY: read = value_day(text, row->arena, &out, &why); break;
	case ENTRY_WORD: read = value_word(row->programme, field->words, text, &out, &why); break;
	case ENTRY_REGION: read = value_region(row->programme, text, &out, &why); break;
	case ENTRY_ORE:
		read = value_money(text, &ore, &why);
		out = ore == MONEY_UNKNOWN ? NULL : arena_format(row->arena, "%lld", (long long)ore);
		break;
	case ENTRY_YES:
		read = value_invented(text, &yes, &why);
		out = yes ? "1" : "0";
		break;
	}
	if (!read)
		intake_find(&row->files->wrong, row->file->name, row->row->line, row->file->sheet.names[at], text,
			why.text);
	return read ? arena_text(row->arena, out) : NULL;
}

/* "need" or the word for it in the language chosen. */
static bool kind_called(const char *text, const char *code, const char *name)
{
	return !strcmp(text, code) || intake_same(text, name);
}

static bool entry_kind_read(const struct row *row, enum entry_kind *out)
{
	const char *text = cell(row, COLUMN_ENTRY);

	for (int kind = 0; text && kind < ENTRY_KINDS; kind++) {
		if (!kind_called(text, entry_code((enum entry_kind)kind), entry_name((enum entry_kind)kind)))
			continue;
		*out = (enum entry_kind)kind;
		return true;
	}
	return false;
}

static bool act_kind_read(const struct row *row, enum intake_act_kind *out)
{
	const char *text = cell(row, COLUMN_ENTRY);

	for (int kind = 0; text && kind < ACT_KINDS; kind++) {
		if (!kind_called(text, intake_act_code((enum intake_act_kind)kind),
			    intake_act_name((enum intake_act_kind)kind)))
			continue;
		*out = (enum intake_act_kind)kind;
		return true;
	}
	return false;
}

/* What has happened: the columns are the fields of the kind, as an entry's. */
static void act_read(const struct row *row, enum intake_act_kind kind)
{
	struct intake *intake = &row->files->intake;
	struct intake_act *act = &intake->acts[intake->act_count++];

	*act = (struct intake_act){.file = row->file->name,
		.line = row->row->line,
		.ref = text_of(row, COLUMN_REF),
		.measure_n = number_of(row),
		.kind = kind};
	for (int i = 0; i < intake_act_field_count(kind); i++) {
		struct entry_field field = intake_act_field(kind, i);
		int at = intake_act_column(&row->file->sheet, kind, i);

		act->values[i] = at < 0 ? NULL : entry_value(row, &field, at);
	}
}

static void kind_unknown(const struct row *row)
{
	struct error why = {0};

	refuse(&why, ERROR_INVALID,
		_("It is no kind of entry: need, promise, cost, indicator, support, reference, background, contact, "
		  "share, note, conflict, clock."));
	find(row, COLUMN_ENTRY, &why);
}

static void entry_read(const struct row *row)
{
	struct intake *intake = &row->files->intake;
	struct intake_entry *entry = &intake->entries[intake->entry_count];
	enum intake_act_kind act;
	enum entry_kind kind;

	if (!entry_kind_read(row, &kind)) {
		if (act_kind_read(row, &act))
			act_read(row, act);
		else
			kind_unknown(row);
		return;
	}
	*entry = (struct intake_entry){.file = row->file->name,
		.line = row->row->line,
		.ref = text_of(row, COLUMN_REF),
		.measure_n = number_of(row),
		.kind = kind};
	for (int i = 0; i < entry_field_count(kind); i++) {
		struct entry_field field = entry_field(kind, i);
		int at = intake_entry_column(&row->file->sheet, kind, i);

		entry->values[i] = at < 0 ? NULL : entry_value(row, &field, at);
	}
	intake->entry_count++;
}

static void row_read(const struct row *row)
{
	if (row->row->wrong) {
		intake_find(&row->files->wrong, row->file->name, row->row->line, NULL, NULL, row->row->wrong);
		return;
	}
	switch (row->file->kind) {
	case INTAKE_APPLICATIONS: application_read(row); break;
	case INTAKE_PARTICIPANTS: participant_read(row); break;
	case INTAKE_MEASURES: measure_read(row); break;
	case INTAKE_ENTRIES: entry_read(row); break;
	}
}

static void rooms_make(struct intake_files *files)
{
	struct intake *intake = &files->intake;
	size_t rows[4] = {1, 1, 1, 1};

	for (int i = 0; i < files->count; i++)
		rows[files->items[i]->kind] += (size_t)files->items[i]->sheet.count;
	intake->applications = arena_take(&intake->arena, rows[INTAKE_APPLICATIONS] * sizeof *intake->applications);
	intake->participants = arena_take(&intake->arena, rows[INTAKE_PARTICIPANTS] * sizeof *intake->participants);
	intake->measures = arena_take(&intake->arena, rows[INTAKE_MEASURES] * sizeof *intake->measures);
	intake->entries = arena_take(&intake->arena, rows[INTAKE_ENTRIES] * sizeof *intake->entries);
	intake->acts = arena_take(&intake->arena, rows[INTAKE_ENTRIES] * sizeof *intake->acts);
}

/* Without a number, a measure follows the one before it in its application. */
struct numbered {
	const char *ref;
	int at;
};

static int numbered_compare(const void *one, const void *two)
{
	const struct numbered *a = one, *b = two;
	int order = strcmp(a->ref, b->ref);

	return order ? order : a->at - b->at;
}

static void numbers_fill(struct intake *intake)
{
	int count = intake->measure_count, last = 0;
	struct numbered *order = arena_take(&intake->arena, (size_t)(count + 1) * sizeof *order);

	for (int i = 0; i < count; i++)
		order[i] = (struct numbered){intake->measures[i].ref, i};
	qsort(order, (size_t)count, sizeof *order, numbered_compare);
	for (int i = 0; i < count; i++) {
		struct intake_measure *measure = &intake->measures[order[i].at];

		if (!i || strcmp(order[i].ref, order[i - 1].ref) != 0)
			last = 0;
		if (!measure->n)
			measure->n = last + 1;
		last = measure->n;
	}
}

void intake_files_read(struct intake_files *files, const struct programme *programme, const char *round)
{
	rooms_make(files);
	for (int i = 0; i < files->count; i++)
		for (int k = 0; k < files->items[i]->sheet.count; k++)
			row_read(&(struct row){files, files->items[i], &files->items[i]->sheet.rows[k], programme,
				round, &files->intake.arena});
	numbers_fill(&files->intake);
}

/* ---- one round of several */

static bool ref_kept(const struct intake *intake, const char *ref)
{
	for (int i = 0; i < intake->application_count; i++)
		if (!strcmp(intake->applications[i].ref, ref))
			return true;
	return false;
}

/* Applications first: the others stay with theirs. A ref that no application has ever had is left for the rules. */
void intake_files_only(struct intake_files *files, const char *round)
{
	struct intake *intake = &files->intake;
	struct intake others = {0};
	int kept = 0;

	others.applications =
		arena_take(&intake->arena, (size_t)(intake->application_count + 1) * sizeof *others.applications);
	for (int i = 0; i < intake->application_count; i++) {
		const char *named = intake->applications[i].change.round;

		if (named && !strcmp(named, round))
			intake->applications[kept++] = intake->applications[i];
		else
			others.applications[others.application_count++] = intake->applications[i];
	}
	intake->application_count = kept;
	kept = 0;
	for (int i = 0; i < intake->participant_count; i++)
		if (ref_kept(intake, intake->participants[i].ref) || !ref_kept(&others, intake->participants[i].ref))
			intake->participants[kept++] = intake->participants[i];
	files->left_out = others.application_count + intake->participant_count - kept;
	intake->participant_count = kept;
	kept = 0;
	for (int i = 0; i < intake->measure_count; i++)
		if (ref_kept(intake, intake->measures[i].ref) || !ref_kept(&others, intake->measures[i].ref))
			intake->measures[kept++] = intake->measures[i];
	files->left_out += intake->measure_count - kept;
	intake->measure_count = kept;
	kept = 0;
	for (int i = 0; i < intake->entry_count; i++)
		if (ref_kept(intake, intake->entries[i].ref) || !ref_kept(&others, intake->entries[i].ref))
			intake->entries[kept++] = intake->entries[i];
	files->left_out += intake->entry_count - kept;
	intake->entry_count = kept;
	kept = 0;
	for (int i = 0; i < intake->act_count; i++)
		if (ref_kept(intake, intake->acts[i].ref) || !ref_kept(&others, intake->acts[i].ref))
			intake->acts[kept++] = intake->acts[i];
	files->left_out += intake->act_count - kept;
	intake->act_count = kept;
}

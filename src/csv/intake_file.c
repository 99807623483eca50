/* Which file holds what. Invariant: a file that is handed on has every column its rows cannot do without. */
#include "csv/intake_file.h"

#include "base/buffer.h"
#include "base/text.h"
#include "base/words.h"

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

static const enum column_name application_columns[] = {COLUMN_REF, COLUMN_ROUND, COLUMN_APPLICANT, COLUMN_TITLE,
	COLUMN_OWN_NUMBER, COLUMN_ARRIVED, COLUMN_ARRIVED_TIME, COLUMN_WAY, COLUMN_SUMMARY, COLUMN_SCOPE,
	COLUMN_ECONOMY, COLUMN_NEEDS, COLUMN_SOURCES, COLUMN_INVENTED};
static const enum column_name participant_columns[] = {COLUMN_REF, COLUMN_REGION, COLUMN_OWN_NUMBER, COLUMN_PAPER,
	COLUMN_PAPER_DAY, COLUMN_BODY, COLUMN_CERTIFIED, COLUMN_BODY_KIND, COLUMN_SECTION, COLUMN_BODY_NUMBER,
	COLUMN_REPRESENTATIVE, COLUMN_REPRESENTATIVE_TITLE, COLUMN_CONTRIBUTION};
static const enum column_name measure_columns[] = {COLUMN_REF, COLUMN_MEASURE_N, COLUMN_HEADING, COLUMN_DESCRIPTION,
	COLUMN_ACHIEVE, COLUMN_TYPE, COLUMN_AREA, COLUMN_EFFECT, COLUMN_TAGS, COLUMN_FROM, COLUMN_TO, COLUMN_FORM,
	COLUMN_OTHER_SUPPORT, COLUMN_LASTING, COLUMN_INVENTED, COLUMN_COST, COLUMN_COST + 1, COLUMN_COST + 2,
	COLUMN_COST + 3, COLUMN_COST + 4, COLUMN_COST_LAST, COLUMN_SOUGHT, COLUMN_SOUGHT + 1, COLUMN_SOUGHT + 2,
	COLUMN_SOUGHT + 3, COLUMN_SOUGHT + 4, COLUMN_SOUGHT_LAST};
static const enum column_name entry_columns[] = {COLUMN_REF, COLUMN_ENTRY, COLUMN_MEASURE_N};
static const enum column_name entry_needs[] = {COLUMN_REF, COLUMN_ENTRY};
static const enum column_name application_needs[] = {
	COLUMN_REF, COLUMN_ROUND, COLUMN_APPLICANT, COLUMN_TITLE, COLUMN_ARRIVED, COLUMN_WAY};
static const enum column_name participant_needs[] = {COLUMN_REF, COLUMN_REGION};
static const enum column_name measure_needs[] = {COLUMN_REF, COLUMN_HEADING};

/* What each kind reads, cannot do without, and is known by; the first whose sign is there is the file's kind. */
static const struct kind {
	enum intake_kind kind;
	enum column_name sign;
	const enum column_name *columns, *needs;
	int column_count, need_count;
	const char *word;
} kinds[] = {
	{INTAKE_ENTRIES, COLUMN_ENTRY, entry_columns, entry_needs, COUNT(entry_columns), COUNT(entry_needs),
		N_("entries")},
	{INTAKE_MEASURES, COLUMN_HEADING, measure_columns, measure_needs, COUNT(measure_columns), COUNT(measure_needs),
		N_("measures")},
	{INTAKE_APPLICATIONS, COLUMN_TITLE, application_columns, application_needs, COUNT(application_columns),
		COUNT(application_needs), N_("applications")},
	{INTAKE_PARTICIPANTS, COLUMN_REGION, participant_columns, participant_needs, COUNT(participant_columns),
		COUNT(participant_needs), N_("participants")},
};

static const struct kind *kind_of(enum intake_kind kind)
{
	const struct kind *found = kinds;

	while (found->kind != kind)
		found++;
	return found;
}

const char *intake_kind_word(enum intake_kind kind)
{
	return _(kind_of(kind)->word);
}

static const struct kind *kind_find(const struct sheet *sheet)
{
	enum column_name column;

	for (int i = 0; i < COUNT(kinds); i++)
		for (int k = 0; k < sheet->columns; k++)
			if (column_among(sheet->names[k], &kinds[i].sign, 1, &column))
				return &kinds[i];
	return NULL;
}

bool intake_same(const char *one, const char *two)
{
	struct arena arena;
	bool same;

	arena_init(&arena);
	same = !strcmp(text_fold(&arena, one), text_fold(&arena, two));
	arena_done(&arena);
	return same;
}

static int field_column(const struct sheet *sheet, struct entry_field of)
{
	for (int i = 0; i < sheet->columns; i++)
		if (text_same(sheet->names[i], of.key) || intake_same(sheet->names[i], _(of.label)))
			return i;
	return -1;
}

int intake_entry_column(const struct sheet *sheet, enum entry_kind kind, int field)
{
	return field_column(sheet, entry_field(kind, field));
}

int intake_act_column(const struct sheet *sheet, enum intake_act_kind kind, int field)
{
	return field_column(sheet, intake_act_field(kind, field));
}

/* Is the column a field of any kind of entry, or of what has happened? */
static bool entry_reads(const struct sheet *sheet, int column)
{
	for (int kind = 0; kind < ENTRY_KINDS; kind++)
		for (int i = 0; i < entry_field_count((enum entry_kind)kind); i++)
			if (intake_entry_column(sheet, (enum entry_kind)kind, i) == column)
				return true;
	for (int kind = 0; kind < ACT_KINDS; kind++)
		for (int i = 0; i < intake_act_field_count((enum intake_act_kind)kind); i++)
			if (intake_act_column(sheet, (enum intake_act_kind)kind, i) == column)
				return true;
	return false;
}

/* Where each column stands. Two names of the same column are a mistake: which of them would count? */
static bool columns_find(struct intake_file *file, const struct kind *kind, struct error *err)
{
	struct buffer unread;
	enum column_name column;
	bool once = true;

	for (int i = 0; i < COLUMN_COUNT; i++)
		file->at[i] = -1;
	buffer_init(&unread);
	for (int i = 0; once && i < file->sheet.columns; i++) {
		const char *name = file->sheet.names[i];

		if (kind->kind == INTAKE_ENTRIES && entry_reads(&file->sheet, i))
			continue;
		if (!column_among(name, kind->columns, kind->column_count, &column))
			buffer_format(&unread, "%s%s", unread.bytes ? ", " : "", name);
		else if (file->at[column] >= 0)
			once = refuse(err, ERROR_INVALID,
				_("The file was not read: its columns “%s” and “%s” mean the same. Keep one of them."),
				file->sheet.names[file->at[column]], name);
		else
			file->at[column] = i;
	}
	file->unread = arena_text(&file->sheet.arena, unread.text);
	buffer_done(&unread);
	return once;
}

static bool columns_suffice(
	const struct intake_file *file, const struct kind *kind, const char *round, struct error *err)
{
	struct buffer missing;
	int count = 0;

	buffer_init(&missing);
	for (int i = 0; i < kind->need_count; i++) {
		enum column_name need = kind->needs[i];

		if (file->at[need] < 0 && !(need == COLUMN_ROUND && round))
			buffer_format(&missing, "%s%s", count++ ? ", " : "", column_of(need)->name[words_swedish()]);
	}
	if (count)
		refuse(err, ERROR_INVALID,
			ngettext("The file was not read: a sheet of %s also needs the column %s.",
				"The file was not read: a sheet of %s also needs the columns %s.",
				(unsigned long)count),
			_(kind->word), missing.text);
	buffer_done(&missing);
	return !count;
}

static bool kind_settle(struct intake_file *file, const char *round, struct error *err)
{
	const struct kind *kind = kind_find(&file->sheet);

	if (!kind)
		return refuse(err, ERROR_INVALID,
			_("The file was not read: it cannot be told what it holds. A sheet of applications has the "
			  "column %s, one of participants %s, one of measures %s."),
			column_of(COLUMN_TITLE)->name[words_swedish()], column_of(COLUMN_REGION)->name[words_swedish()],
			column_of(COLUMN_HEADING)->name[words_swedish()]);
	file->kind = kind->kind;
	return columns_find(file, kind, err) && columns_suffice(file, kind, round, err);
}

const char *intake_file_text(const struct intake_file *file, struct arena *arena)
{
	const char *found = arena_format(
		arena, "%s: %s, %s", file->name, intake_kind_word(file->kind), sheet_text(&file->sheet, arena));

	return file->unread[0] ? arena_format(arena, _("%s. Not read: %s"), found, file->unread) : found;
}

/* ---- the files of one import */

void intake_files_init(struct intake_files *files)
{
	*files = (struct intake_files){0};
	arena_init(&files->arena);
	intake_init(&files->intake);
	intake_init(&files->wrong);
}

void intake_files_done(struct intake_files *files)
{
	if (!files)
		return;
	for (int i = 0; i < files->count; i++)
		sheet_done(&files->items[i]->sheet);
	intake_done(&files->intake);
	intake_done(&files->wrong);
	arena_done(&files->arena);
	files->count = 0;
}

/* With several files, a sentence has to say which of them it is about. */
static bool named(const char *name, const struct error *why, struct error *err)
{
	return refuse(err, why->kind, "%s: %s", name, why->text);
}

static bool take(
	struct intake_files *files, struct intake_file *file, const char *name, const char *round, struct error *err)
{
	struct error why = {0};
	struct intake_file *kept;

	file->name = arena_text(&files->arena, name);
	if (!kind_settle(file, round, &why)) {
		sheet_done(&file->sheet);
		return named(name, &why, err);
	}
	kept = arena_take(&files->arena, sizeof *kept);
	*kept = *file;
	files->items = arena_grow(&files->arena, files->items, (size_t)files->count, sizeof(struct intake_file *),
		(size_t)files->count + 1);
	files->items[files->count++] = kept;
	return true;
}

bool intake_files_load(struct intake_files *files, const char *path, const char *round, sheet_patience *patience,
	void *with, struct error *err)
{
	struct intake_file file = {0};
	struct error why = {0};

	if (!sheet_load(path, patience, with, &file.sheet, &why))
		return named(path, &why, err);
	return take(files, &file, path, round, err);
}

bool intake_files_add(struct intake_files *files, const char *name, const char *bytes, size_t count, const char *round,
	struct error *err)
{
	struct intake_file file = {0};
	struct error why = {0};

	if (!sheet_read(bytes, count, NULL, NULL, &file.sheet, &why))
		return named(name, &why, err);
	return take(files, &file, name, round, err);
}

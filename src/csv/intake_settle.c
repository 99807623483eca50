/* What is wrong with an import, told once a cell. Invariant: a finding names a column as its file does, and stands in
 * the order in which the files are read. */
#include "csv/intake_file.h"

#include "base/words.h"

/* The rules speak of fields; people see columns. */
static const struct {
	enum intake_kind kind;
	const char *field;
	enum column_name column;
} fields[] = {
	{INTAKE_APPLICATIONS, "ref", COLUMN_REF},
	{INTAKE_APPLICATIONS, "round", COLUMN_ROUND},
	{INTAKE_APPLICATIONS, "lead", COLUMN_APPLICANT},
	{INTAKE_APPLICATIONS, "title", COLUMN_TITLE},
	{INTAKE_APPLICATIONS, "own_number", COLUMN_OWN_NUMBER},
	{INTAKE_APPLICATIONS, "arrived_on", COLUMN_ARRIVED},
	{INTAKE_APPLICATIONS, "arrived_time", COLUMN_ARRIVED_TIME},
	{INTAKE_APPLICATIONS, "way", COLUMN_WAY},
	{INTAKE_APPLICATIONS, "summary", COLUMN_SUMMARY},
	{INTAKE_APPLICATIONS, "economy", COLUMN_ECONOMY},
	{INTAKE_APPLICATIONS, "needs", COLUMN_NEEDS},
	{INTAKE_APPLICATIONS, "scope", COLUMN_SCOPE},
	{INTAKE_APPLICATIONS, "sources", COLUMN_SOURCES},
	{INTAKE_APPLICATIONS, "invented", COLUMN_INVENTED},
	{INTAKE_PARTICIPANTS, "ref", COLUMN_REF},
	{INTAKE_PARTICIPANTS, "region", COLUMN_REGION},
	{INTAKE_PARTICIPANTS, "own_number", COLUMN_OWN_NUMBER},
	{INTAKE_PARTICIPANTS, "paper", COLUMN_PAPER},
	{INTAKE_PARTICIPANTS, "paper_on", COLUMN_PAPER_DAY},
	{INTAKE_PARTICIPANTS, "paper_body", COLUMN_BODY},
	{INTAKE_PARTICIPANTS, "certified_on", COLUMN_CERTIFIED},
	{INTAKE_PARTICIPANTS, "body_kind", COLUMN_BODY_KIND},
	{INTAKE_PARTICIPANTS, "section", COLUMN_SECTION},
	{INTAKE_PARTICIPANTS, "number", COLUMN_BODY_NUMBER},
	{INTAKE_PARTICIPANTS, "certified_name", COLUMN_REPRESENTATIVE},
	{INTAKE_PARTICIPANTS, "certified_title", COLUMN_REPRESENTATIVE_TITLE},
	{INTAKE_PARTICIPANTS, "contribution", COLUMN_CONTRIBUTION},
	{INTAKE_ENTRIES, "ref", COLUMN_REF},
	{INTAKE_MEASURES, "ref", COLUMN_REF},
	{INTAKE_MEASURES, "n", COLUMN_MEASURE_N},
	{INTAKE_MEASURES, "title", COLUMN_HEADING},
	{INTAKE_MEASURES, "description", COLUMN_DESCRIPTION},
	{INTAKE_MEASURES, "achieve", COLUMN_ACHIEVE},
	{INTAKE_MEASURES, "type", COLUMN_TYPE},
	{INTAKE_MEASURES, "area", COLUMN_AREA},
	{INTAKE_MEASURES, "effect", COLUMN_EFFECT},
	{INTAKE_MEASURES, "tags", COLUMN_TAGS},
	{INTAKE_MEASURES, "from_on", COLUMN_FROM},
	{INTAKE_MEASURES, "to_on", COLUMN_TO},
	{INTAKE_MEASURES, "form", COLUMN_FORM},
	{INTAKE_MEASURES, "other_support", COLUMN_OTHER_SUPPORT},
	{INTAKE_MEASURES, "lasting", COLUMN_LASTING},
	{INTAKE_MEASURES, "year", COLUMN_YEAR},
	{INTAKE_MEASURES, "cost", COLUMN_COST_ORE},
	{INTAKE_MEASURES, "sought", COLUMN_SOUGHT_ORE},
};

static int file_of(const struct intake_files *files, const char *name)
{
	for (int i = 0; name && i < files->count; i++)
		if (!strcmp(files->items[i]->name, name))
			return i;
	return -1;
}

static const struct sheet_row *row_at(const struct sheet *sheet, int line)
{
	int low = 0, high = sheet->count;

	while (low < high) {
		int middle = low + (high - low) / 2;

		if (sheet->rows[middle].line < line)
			low = middle + 1;
		else
			high = middle;
	}
	return low < sheet->count && sheet->rows[low].line == line ? &sheet->rows[low] : NULL;
}

/* The field as a column of the file: its name there, and the cell instead of the value the rules were given. */
static void finding_translate(const struct intake_files *files, struct intake_finding *finding)
{
	int file_at = file_of(files, finding->file);
	const struct intake_file *file = file_at < 0 ? NULL : files->items[file_at];
	const struct sheet_row *row = file ? row_at(&file->sheet, finding->line) : NULL;

	for (size_t i = 0; file && finding->column && i < sizeof fields / sizeof fields[0]; i++) {
		if (fields[i].kind != file->kind || strcmp(fields[i].field, finding->column))
			continue;
		int at = file->at[fields[i].column];
		finding->column = at < 0 ? column_of(fields[i].column)->name[words_swedish()] : file->sheet.names[at];
		if (at >= 0 && row && row->cells)
			finding->value = row->cells[at];
		return;
	}
}

/* Where the column stands in its file; before all others when the row as a whole is meant, after them when the file has
 * no such column. */
static int column_at(const struct intake_file *file, const char *column)
{
	if (!column)
		return -1;
	for (int i = 0; file && i < file->sheet.columns; i++)
		if (!strcmp(file->sheet.names[i], column))
			return i;
	return SHEET_COLUMNS_MOST;
}

/* A finding and where it stands. */
struct place {
	int file, line, column, order;
	struct intake_finding finding;
};

static int place_compare(const void *one, const void *two)
{
	const struct place *a = one, *b = two;

	if (a->file != b->file)
		return a->file - b->file;
	if (a->line != b->line)
		return a->line - b->line;
	return a->column != b->column ? a->column - b->column : a->order - b->order;
}

static void findings_sort(struct intake_files *files)
{
	struct intake *wrong = &files->wrong;
	struct place *places = arena_take(&wrong->arena, (size_t)(wrong->finding_count + 1) * sizeof *places);

	for (int i = 0; i < wrong->finding_count; i++) {
		int file = file_of(files, wrong->findings[i].file);

		places[i] = (struct place){file, wrong->findings[i].line,
			column_at(file < 0 ? NULL : files->items[file], wrong->findings[i].column), i,
			wrong->findings[i]};
	}
	qsort(places, (size_t)wrong->finding_count, sizeof *places, place_compare);
	for (int i = 0; i < wrong->finding_count; i++)
		wrong->findings[i] = places[i].finding;
}

/* The cell is named already by the reader, which knows better what is wrong with it. */
static bool told(const struct intake *wrong, int count, const struct intake_finding *finding)
{
	for (int i = 0; i < count; i++) {
		const struct intake_finding *each = &wrong->findings[i];

		if (each->line == finding->line && !strcmp(each->file, finding->file) && each->column &&
			finding->column && !strcmp(each->column, finding->column))
			return true;
	}
	return false;
}

void intake_files_settle(struct intake_files *files)
{
	int own = files->wrong.finding_count;

	for (int i = 0; i < files->intake.finding_count; i++) {
		struct intake_finding finding = files->intake.findings[i];

		finding_translate(files, &finding);
		if (!told(&files->wrong, own, &finding))
			intake_find(&files->wrong, finding.file, finding.line, finding.column, finding.value,
				finding.reason);
	}
	files->intake.finding_count = 0;
	findings_sort(files);
}

/* Looking through an intake. Invariant: every wrong row is named with its file, line and field before anything is
 * written, so that one reading of the report is enough to mend the file. */
#include "casework/intake_check.h"
#include "casework/application_inner.h"
#include "casework/entry_inner.h"
#include "casework/measure_inner.h"

#include "base/text.h"
#include "base/words.h"

struct checking {
	struct casework *cw;
	struct intake *intake;
	const struct intake_refs *refs;
	bool (*progress)(void *with, int done, int of);
	void *with;
	int done, of;
	struct arena row; /* until the next row */
};

/* ---- refs */

static int ref_compare(const void *one, const void *two)
{
	const struct intake_ref *a = one, *b = two;
	int order = strcmp(a->ref, b->ref);

	return order ? order : a->application - b->application;
}

void intake_refs_make(struct intake *intake, struct intake_refs *out)
{
	out->count = intake->application_count;
	out->items = arena_take(&intake->arena, (size_t)(out->count + 1) * sizeof(*out->items));
	for (int i = 0; i < out->count; i++) {
		const char *ref = intake->applications[i].ref;

		out->items[i] = (struct intake_ref){ref ? ref : "", i};
	}
	qsort(out->items, (size_t)out->count, sizeof(*out->items), ref_compare);
}

/* The first with the ref, where several have it. */
int intake_ref_find(const struct intake_refs *refs, const char *ref)
{
	int low = 0, high = refs->count;

	while (low < high) {
		int middle = low + (high - low) / 2;

		if (strcmp(refs->items[middle].ref, ref ? ref : "") < 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == refs->count || text_blank(ref) || strcmp(refs->items[low].ref, ref))
		return -1;
	return refs->items[low].application;
}

/* ---- findings */

/* The field has its own column in the report, so its name is not said twice. */
static const char *reason_of(const struct error *why, const char *field)
{
	const char *colon = field ? strstr(why->text, ": ") : NULL;

	return colon ? colon + 2 : why->text;
}

/* A wrong value becomes a finding and true; a file that cannot be read stays an error. */
static bool found(struct checking *checking, const char *file, int line, const char *field, const char *value,
	const struct error *why, struct error *err)
{
	if (why->kind != ERROR_INVALID)
		return refuse(err, why->kind, "%s", why->text);
	intake_find(checking->intake, file, line, field, value, reason_of(why, field));
	return true;
}

static bool row_begin(struct checking *checking, struct error *err)
{
	arena_done(&checking->row);
	arena_init(&checking->row);
	checking->done++;
	if (!checking->progress || checking->progress(checking->with, checking->done, checking->of))
		return true;
	return intake_cancelled(err);
}

bool intake_cancelled(struct error *err)
{
	return refuse(err, ERROR_FAILED, _("The import was cancelled. Nothing was taken in."));
}

/* ---- applications */

struct own_number {
	const char *lead, *key;
	int application;
};

static int own_compare(const void *one, const void *two)
{
	const struct own_number *a = one, *b = two;
	int order = strcmp(a->lead, b->lead);

	if (!order)
		order = strcmp(a->key, b->key);
	return order ? order : a->application - b->application;
}

static bool application_check(struct checking *checking, int at, struct own_number *own, struct error *err)
{
	struct intake *intake = checking->intake;
	const struct intake_application *each = &intake->applications[at];
	int first = intake_ref_find(checking->refs, each->ref);
	struct application_values values = {0};
	const char *wrong = NULL;
	struct error why = {0};

	if (text_blank(each->ref))
		intake_find(intake, each->file, each->line, "ref", each->ref,
			_("It is empty. Measures and participants find their application by it."));
	else if (first != at)
		intake_find(intake, each->file, each->line, "ref", each->ref,
			arena_format(&checking->row, _("It stands on line %d too."), intake->applications[first].line));
	if (!application_values_clean(checking->cw, &checking->row, &each->change, 0, &wrong, &values, &why))
		return found(checking, each->file, each->line, wrong,
			form_text(&application_typed, &each->change, wrong), &why, err);
	*own = (struct own_number){
		arena_text(&intake->arena, values.clean.lead), arena_text(&intake->arena, values.own_number_key), at};
	return true;
}

static void own_numbers_compare(struct checking *checking, struct own_number *own, int count)
{
	const struct intake_application *all = checking->intake->applications;

	qsort(own, (size_t)count, sizeof(*own), own_compare);
	for (int i = 1; i < count; i++) {
		const struct intake_application *each = &all[own[i].application];

		if (!strcmp(own[i].lead, own[i - 1].lead) && !strcmp(own[i].key, own[i - 1].key))
			intake_find(checking->intake, each->file, each->line, "own_number", each->change.own_number,
				arena_format(&checking->row, _("The same applicant has the same number on line %d."),
					all[own[i - 1].application].line));
	}
}

static bool applications_check(struct checking *checking, struct error *err)
{
	int count = checking->intake->application_count, kept = 0;
	struct own_number *own = arena_take(&checking->intake->arena, (size_t)(count + 1) * sizeof(*own));

	for (int i = 0; i < count; i++) {
		own[kept] = (struct own_number){0};
		if (!row_begin(checking, err) || !application_check(checking, i, &own[kept], err))
			return false;
		kept += own[kept].key != NULL;
	}
	own_numbers_compare(checking, own, kept);
	return true;
}

/* ---- participants and measures */

/* Rows of one application stand together, by what must be there once: `less` orders, equal is a finding. */
struct belonging {
	int application, row;
	const char *region; /* of a participant, clean */
	int n;              /* of a measure */
};

static int belonging_compare(const void *one, const void *two)
{
	const struct belonging *a = one, *b = two;
	int order = a->application - b->application;

	if (!order && a->region)
		order = strcmp(a->region, b->region);
	if (!order)
		order = a->n - b->n;
	return order ? order : a->row - b->row;
}

static int application_of(struct checking *checking, const char *file, int line, const char *ref)
{
	int application = intake_ref_find(checking->refs, ref);

	if (application < 0)
		intake_find(checking->intake, file, line, "ref", ref, _("No application in the file has this ref."));
	return application;
}

static bool participant_check(struct checking *checking, int at, struct belonging *out, struct error *err)
{
	const struct intake_participant *each = &checking->intake->participants[at];
	struct participant_change values = each->change;
	const char *wrong = NULL;
	struct error why = {0};
	int application = application_of(checking, each->file, each->line, each->ref);

	if (!form_clean(checking->cw, &participant_typed, &values, &checking->row, &wrong, &why))
		return found(checking, each->file, each->line, wrong,
			form_text(&participant_typed, &each->change, wrong), &why, err);
	*out = (struct belonging){application, at, arena_text(&checking->intake->arena, values.region), 0};
	return true;
}

static bool participants_check(struct checking *checking, struct error *err)
{
	int count = checking->intake->participant_count, kept = 0;
	struct belonging *rows = arena_take(&checking->intake->arena, (size_t)(count + 1) * sizeof(*rows));

	for (int i = 0; i < count; i++) {
		rows[kept] = (struct belonging){.application = -1};
		if (!row_begin(checking, err) || !participant_check(checking, i, &rows[kept], err))
			return false;
		kept += rows[kept].application >= 0;
	}
	qsort(rows, (size_t)kept, sizeof(*rows), belonging_compare);
	for (int i = 1; i < kept; i++) {
		const struct intake_participant *each = &checking->intake->participants[rows[i].row];
		const struct intake_participant *first = &checking->intake->participants[rows[i - 1].row];

		if (rows[i].application == rows[i - 1].application && !strcmp(rows[i].region, rows[i - 1].region))
			intake_find(checking->intake, each->file, each->line, "region", each->change.region,
				arena_format(&checking->row, _("It stands on line %d too."), first->line));
	}
	return true;
}

static bool measure_check(struct checking *checking, int at, struct belonging *out, struct error *err)
{
	const struct intake_measure *each = &checking->intake->measures[at];
	struct measure_change values = each->change;
	const char *wrong = NULL;
	struct error why = {0};
	int application = application_of(checking, each->file, each->line, each->ref);

	*out = (struct belonging){.application = application, .row = at, .n = each->n};
	if (measure_values_clean(checking->cw, &checking->row, &values, &wrong, &why))
		return true;
	return found(
		checking, each->file, each->line, wrong, form_text(&measure_typed, &each->change, wrong), &why, err);
}

static bool entry_check(struct checking *checking, int at, struct error *err)
{
	const struct intake_entry *each = &checking->intake->entries[at];
	const char *values[ENTRY_FIELDS], *wrong = NULL, *value = NULL;
	struct error why = {0};

	application_of(checking, each->file, each->line, each->ref);
	memcpy(values, each->values, sizeof(values));
	if (entry_values_clean(checking->cw, each->kind, values, &checking->row, &wrong, &why))
		return true;
	for (int i = 0; wrong && i < entry_field_count(each->kind); i++)
		if (!strcmp(entry_field(each->kind, i).key, wrong))
			value = each->values[i];
	return found(checking, each->file, each->line, wrong, value, &why, err);
}

static bool entries_check(struct checking *checking, struct error *err)
{
	for (int i = 0; i < checking->intake->entry_count; i++)
		if (!row_begin(checking, err) || !entry_check(checking, i, err))
			return false;
	return true;
}

/* The rest is for the verbs to say. */
static bool acts_check(struct checking *checking, struct error *err)
{
	for (int i = 0; i < checking->intake->act_count; i++) {
		const struct intake_act *each = &checking->intake->acts[i];

		if (!row_begin(checking, err))
			return false;
		application_of(checking, each->file, each->line, each->ref);
	}
	return true;
}

/* kansli gives 1, 2, 3 …: a gap or a double in the file would make 12.3 another measure than the paper's. */
static void measure_numbers_check(struct checking *checking, const struct belonging *rows, int count)
{
	for (int i = 0, expected = 0; i < count; i++) {
		const struct intake_measure *each = &checking->intake->measures[rows[i].row];

		expected = i && rows[i].application == rows[i - 1].application ? expected + 1 : 1;
		if (rows[i].n != expected)
			intake_find(checking->intake, each->file, each->line, "n",
				arena_format(&checking->row, "%d", rows[i].n),
				arena_format(&checking->row,
					_("The application's measures are numbered 1, 2, 3 …; %d was expected here."),
					expected));
	}
}

static bool measures_check(struct checking *checking, struct error *err)
{
	int count = checking->intake->measure_count, kept = 0;
	struct belonging *rows = arena_take(&checking->intake->arena, (size_t)(count + 1) * sizeof(*rows));

	for (int i = 0; i < count; i++) {
		if (!row_begin(checking, err) || !measure_check(checking, i, &rows[kept], err))
			return false;
		kept += rows[kept].application >= 0;
	}
	qsort(rows, (size_t)kept, sizeof(*rows), belonging_compare);
	measure_numbers_check(checking, rows, kept);
	return true;
}

const int *intake_measure_order(struct intake *intake, const struct intake_refs *refs)
{
	int count = intake->measure_count;
	struct belonging *rows = arena_take(&intake->arena, (size_t)(count + 1) * sizeof(*rows));
	int *order = arena_take(&intake->arena, (size_t)(count + 1) * sizeof(*order));

	for (int i = 0; i < count; i++)
		rows[i] = (struct belonging){.application = intake_ref_find(refs, intake->measures[i].ref),
			.row = i,
			.n = intake->measures[i].n};
	qsort(rows, (size_t)count, sizeof(*rows), belonging_compare);
	for (int i = 0; i < count; i++)
		order[i] = rows[i].row;
	return order;
}

/* ---- all of it */

static int finding_compare(const void *one, const void *two)
{
	const struct intake_finding *a = one, *b = two;
	int order = strcmp(a->file ? a->file : "", b->file ? b->file : "");

	return order ? order : a->line - b->line;
}

bool intake_check(struct casework *cw, struct intake *intake, const struct intake_refs *refs,
	bool (*progress)(void *with, int done, int of), void *with, struct error *err)
{
	struct checking checking = {.cw = cw,
		.intake = intake,
		.refs = refs,
		.progress = progress,
		.with = with,
		.of = intake->application_count + intake->participant_count + intake->measure_count +
		      intake->entry_count + intake->act_count};
	bool checked;

	arena_init(&checking.row);
	checked = applications_check(&checking, err) && participants_check(&checking, err) &&
		  measures_check(&checking, err) && entries_check(&checking, err) && acts_check(&checking, err);
	arena_done(&checking.row);
	if (!checked || !intake->finding_count)
		return checked;
	qsort(intake->findings, (size_t)intake->finding_count, sizeof(*intake->findings), finding_compare);
	return refuse(err, ERROR_INVALID,
		ngettext("%d thing in the file is wrong. Nothing was taken in.",
			"%d things in the file are wrong. Nothing was taken in.", (unsigned long)intake->finding_count),
		intake->finding_count);
}

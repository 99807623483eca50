/* Taking in a file's worth. Invariant: everything is in one transaction, so that after a refusal, a cancel or a dry run
 * the office is as it was; the same verbs that the desk uses write each thing, with its event. */
#include "casework/intake.h"
#include "casework/change.h"
#include "casework/intake_check.h"

#include "base/words.h"

void intake_init(struct intake *intake)
{
	*intake = (struct intake){0};
	arena_init(&intake->arena);
}

void intake_done(struct intake *intake)
{
	if (!intake)
		return;
	arena_done(&intake->arena);
	*intake = (struct intake){0};
}

void intake_find(
	struct intake *intake, const char *file, int line, const char *column, const char *value, const char *reason)
{
	struct arena *arena = &intake->arena;
	int count = intake->finding_count;

	if (!(count & (count - 1)))
		intake->findings = arena_grow(arena, intake->findings, (size_t)count, sizeof(*intake->findings),
			count ? (size_t)count * 2 : 1);
	intake->findings[count] = (struct intake_finding){arena_text(arena, file), line, arena_text(arena, column),
		arena_text(arena, value), arena_text(arena, reason)};
	intake->finding_count++;
}

/* ---- saving, inside the one transaction */

struct taking {
	struct casework *cw;
	struct intake *intake;
	int64_t *ids;     /* of the applications, as they are given */
	const int *order; /* of the measures: by application, then number */
	bool (*progress)(void *with, int done, int of);
	void *with;
};

/* Inside the transaction nothing may be written to a screen: `of` 0 asks only whether to go on. */
static bool goes_on(const struct taking *taking, struct error *err)
{
	if (!taking->progress || taking->progress(taking->with, 0, 0))
		return true;
	return intake_cancelled(err);
}

/* What the rows' check could not know (another's row meanwhile) is named by its row all the same. */
static bool row_refused(
	const struct taking *taking, const char *file, int line, const struct error *why, struct error *err)
{
	if (why->kind == ERROR_INVALID)
		intake_find(taking->intake, file, line, NULL, NULL, why->text);
	return refuse(err, why->kind, _("%s, line %d: %s Nothing was taken in."), file, line, why->text);
}

static bool applications_take(struct taking *taking, struct error *err)
{
	struct error why = {0};

	for (int i = 0; i < taking->intake->application_count; i++) {
		const struct intake_application *each = &taking->intake->applications[i];

		if (!goes_on(taking, err))
			return false;
		if (!application_register(taking->cw, NULL, &each->change, NULL, 0, &taking->ids[i], &why))
			return row_refused(taking, each->file, each->line, &why, err);
	}
	return true;
}

static bool participants_take(struct taking *taking, const struct intake_refs *refs, struct error *err)
{
	struct error why = {0};

	for (int i = 0; i < taking->intake->participant_count; i++) {
		const struct intake_participant *each = &taking->intake->participants[i];
		int64_t application = taking->ids[intake_ref_find(refs, each->ref)];

		if (!goes_on(taking, err))
			return false;
		if (!participant_put(taking->cw, NULL, application, &each->change, &why))
			return row_refused(taking, each->file, each->line, &why, err);
	}
	return true;
}

static bool measures_take(struct taking *taking, const struct intake_refs *refs, struct error *err)
{
	struct error why = {0};
	int64_t id;

	for (int i = 0; i < taking->intake->measure_count; i++) {
		const struct intake_measure *each = &taking->intake->measures[taking->order[i]];
		int64_t application = taking->ids[intake_ref_find(refs, each->ref)];

		if (!goes_on(taking, err))
			return false;
		if (!measure_add(taking->cw, NULL, application, &each->change, &id, &why))
			return row_refused(taking, each->file, each->line, &why, err);
	}
	return true;
}

static bool measure_numbered(struct taking *taking, int64_t application, int n, int64_t *measure, struct error *err)
{
	struct rows rows;

	*measure = 0;
	if (!store_ask(casework_store(taking->cw), SQL_MEASURE_BY_NUMBER,
		    BINDS(BIND("application", application), BIND("n", n)), &rows, err))
		return false;
	if (rows_next(&rows))
		*measure = rows_number(&rows, "id");
	if (!rows_done(&rows, err))
		return false;
	return *measure || refuse(err, ERROR_INVALID, _("The application has no measure %d."), n);
}

static bool entry_owner(
	struct taking *taking, const struct intake_entry *each, int64_t application, int64_t *owner, struct error *err)
{
	*owner = application;
	return !entry_of_measure(each->kind) || measure_numbered(taking, application, each->measure_n, owner, err);
}

static bool entries_take(struct taking *taking, const struct intake_refs *refs, struct error *err)
{
	struct error why = {0};

	for (int i = 0; i < taking->intake->entry_count; i++) {
		const struct intake_entry *each = &taking->intake->entries[i];
		struct entry_change change = {.kind = each->kind};

		if (!goes_on(taking, err))
			return false;
		memcpy(change.values, each->values, sizeof(change.values));
		if (!entry_owner(taking, each, taking->ids[intake_ref_find(refs, each->ref)], &change.owner, &why) ||
			!entry_put(taking->cw, NULL, &change, NULL, &why))
			return row_refused(taking, each->file, each->line, &why, err);
	}
	return true;
}

static bool acts_take(struct taking *taking, const struct intake_refs *refs, struct error *err)
{
	struct error why = {0};

	for (int i = 0; i < taking->intake->act_count; i++) {
		const struct intake_act *each = &taking->intake->acts[i];
		int64_t application = taking->ids[intake_ref_find(refs, each->ref)], measure = 0;

		if (!goes_on(taking, err))
			return false;
		if ((each->measure_n && !measure_numbered(taking, application, each->measure_n, &measure, &why)) ||
			!intake_act_do(taking->cw, application, measure, each, &why))
			return row_refused(taking, each->file, each->line, &why, err);
	}
	return true;
}

static bool numbers_read(struct change *change, struct intake_result *result, struct error *err)
{
	struct rows rows;

	if (!store_ask(change->store, SQL_INTAKE_NUMBERS, BINDS(BIND("operation", (const char *)change->op.id)), &rows,
		    err))
		return false;
	while (rows_next(&rows)) {
		result->year = (int)rows_number(&rows, "year");
		result->first_n = (int)rows_number(&rows, "first_n");
		result->last_n = (int)rows_number(&rows, "last_n");
	}
	return rows_done(&rows, err);
}

static bool all_take(struct change *change, struct taking *taking, const struct intake_refs *refs, struct error *err)
{
	bool taken;

	change_join(taking->cw, change);
	taken = applications_take(taking, err) && participants_take(taking, refs, err) &&
		measures_take(taking, refs, err) && entries_take(taking, refs, err) && acts_take(taking, refs, err);
	change_join(taking->cw, NULL);
	return taken;
}

static bool intake_save(struct taking *taking, const struct operation *op, const struct intake_refs *refs, bool dry_run,
	struct intake_result *result, struct error *err)
{
	struct change change;

	if (!change_begin(&change, taking->cw, op, NULL, err))
		return false;
	if (change.repeated)
		return numbers_read(&change, result, err) ? change_repeated(&change, NULL) : change_abandon(&change);
	if (!all_take(&change, taking, refs, err) || !numbers_read(&change, result, err))
		return change_abandon(&change);
	if (dry_run) {
		change_abandon(&change);
		return true;
	}
	return change_commit(&change, err);
}

bool intake_take(struct casework *cw, const struct operation *op, struct intake *intake, bool dry_run,
	bool (*progress)(void *with, int done, int of), void *with, struct intake_result *out, struct error *err)
{
	struct intake_result result = {intake->application_count, intake->participant_count, intake->measure_count,
		intake->entry_count + intake->act_count, 0, 0, 0};
	struct taking taking = {.cw = cw, .intake = intake, .progress = progress, .with = with};
	struct intake_refs refs;

	if (!may(cw, RIGHT_APPLICATION_REGISTER, RELATION_NONE, err) || !may(cw, RIGHT_MEASURE_PUT, RELATION_NONE, err))
		return false;
	if (!intake->application_count && !intake->finding_count)
		return refuse(err, ERROR_INVALID, _("There is no application to take in. Nothing was changed."));
	intake_refs_make(intake, &refs);
	if (!intake_check(cw, intake, &refs, progress, with, err))
		return false;
	taking.ids = arena_take(&intake->arena, (size_t)intake->application_count * sizeof(*taking.ids));
	taking.order = intake_measure_order(intake, &refs);
	if (!intake_save(&taking, op, &refs, dry_run, &result, err))
		return false;
	*out = result;
	return true;
}

/* The forms that follow handing in: a criterion scored again by its assessor. */
#include "tui/record.h"
#include "tui/scoring.h"

#include "base/words.h"

struct again_record {
	struct record base;
	int64_t measure;
	const char *criterion, *points, *reason, *why;
};

RECORD_TEXT(again_record, points)
RECORD_TEXT(again_record, reason)
RECORD_TEXT(again_record, why)

static const struct field again_fields[] = {
	{.name = "points",
		.label = N_("Points"),
		.kind = FIELD_LINE,
		.required = true,
		.get = points_get,
		.set = points_set,
		.help = N_("0, 1, 2, 3 or 4; - to abstain from the criterion, and the reason says why.")},
	{.name = "reason",
		.label = N_("Reason"),
		.kind = FIELD_TEXT,
		.rows = 4,
		.required = true,
		.get = reason_get,
		.set = reason_set},
	{.name = "why",
		.label = N_("Why again"),
		.kind = FIELD_TEXT,
		.rows = 2,
		.required = true,
		.get = why_get,
		.set = why_set,
		.help = N_("What has come to light since you handed in. What you gave then stays beside it.")},
	{.name = NULL},
};

static bool again_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct again_record *record = given;
	struct operation op = record_operation(operation, version);
	const char *typed = record->points ? record->points : "";
	struct score_change change = {.criterion = record->criterion, .set_reason = true, .reason = record->reason};

	(void)ui;
	*wrong = "points";
	if (!strcmp(typed, "-")) {
		change.set_reason = false;
		change.set_abstain = true;
		change.abstain = record->reason;
	} else if (typed[0] >= '0' && typed[0] <= '0' + SCORE_MOST && !typed[1]) {
		change.set_points = true;
		change.points = typed[0] - '0';
	} else {
		return refuse(err, ERROR_INVALID, _("Points: '%s'. Write 0, 1, 2, 3 or 4, or - to abstain."), typed);
	}
	*wrong = NULL;
	return score_again(record->base.desk->cw, &op, record->measure, &change, 1, record->why, err);
}

static void again_saved(struct ui *ui, void *given)
{
	ui_stale(ui);
	ui_say(ui, _("%s is scored again. What was handed in stays beside it."),
		((const struct again_record *)given)->criterion);
}

static const struct form_kind again_kind = {.name = "again",
	.title = N_("Score again"),
	.fields = again_fields,
	.save = again_save,
	.saved = again_saved,
	.done = record_done};

void again_form(struct ui *ui, int64_t measure, const char *criterion, const char *number)
{
	struct again_record *record = record_new(ui, sizeof *record);
	char key[96], title[160];

	record->measure = measure;
	record->criterion = arena_text(&record->base.arena, criterion);
	snprintf(key, sizeof key, "again-%lld-%.20s", (long long)measure, criterion);
	snprintf(title, sizeof title, "%.40s %.20s", number, criterion);
	form_open(ui, &(struct form_what){.kind = &again_kind,
			      .key = key,
			      .title = arena_text(&record->base.arena, title),
			      .record = record});
}

/* kansli score: one's own assessment of a measure. */
#include "cli/cli.h"
#include "cli/runs.h"

#include "base/json.h"
#include "base/text.h"
#include "casework/assess.h"
#include "csv/reports.h"

static void score_json(const struct score_sheet *sheet, struct buffer *out)
{
	struct json json;

	json_init(&json, out);
	json_object(&json, NULL);
	json_number(&json, "format", 1);
	json_text(&json, "submitted", sheet->submitted_at);
	json_number(&json, "version", sheet->version);
	json_number(&json, "weighted_400", sheet->weighted);
	json_array(&json, "criteria");
	for (int i = 0; i < sheet->count; i++) {
		const struct score *score = &sheet->items[i];

		json_object(&json, NULL);
		json_text(&json, "criterion", score->criterion->id);
		json_text(&json, "name", score->criterion->name[words_swedish()]);
		json_number(&json, "weight", score->criterion->weight);
		score->points == SCORE_NONE ? json_null(&json, "points") : json_number(&json, "points", score->points);
		score->low == SCORE_NONE ? json_null(&json, "low") : json_number(&json, "low", score->low);
		score->high == SCORE_NONE ? json_null(&json, "high") : json_number(&json, "high", score->high);
		json_text(&json, "reason", score->reason);
		json_text(&json, "abstains", score->abstention);
		json_close(&json);
	}
	json_close(&json);
	json_close(&json);
	json_done(&json);
}

static void score_lines(const struct score_sheet *sheet, struct buffer *out)
{
	for (int i = 0; i < sheet->count; i++) {
		const struct score *score = &sheet->items[i];

		buffer_format(out, "%s\t%s\t%d\t", score->criterion->id, score->criterion->name[words_swedish()],
			score->criterion->weight);
		if (score->abstention)
			buffer_format(out, "%s\t%s\n", _("abstains"), score->abstention);
		else if (score->points == SCORE_NONE)
			buffer_format(out, "-\t%s\n", score->reason);
		else
			buffer_format(out, "%d\t%s\n", score->points, score->reason);
	}
	buffer_format(out, _("%d of %d set, weighted %d of 100%s\n"), sheet->set, sheet->count, sheet->weighted / 4,
		sheet->submitted_at ? _(", handed in") : _(", draft"));
}

static bool score_show_run(struct shell *shell, struct error *err)
{
	static const enum column_name columns[] = {
		COLUMN_CRITERION, COLUMN_NAME, COLUMN_WEIGHT, COLUMN_GIVEN, COLUMN_LOW, COLUMN_HIGH, COLUMN_REASON};
	static const struct listing listing = {"criteria", columns, sizeof columns / sizeof *columns};
	struct score_sheet sheet;
	struct buffer json;
	int64_t measure;
	bool done;

	if (!shell_measure(shell, 0, &measure, err) || !score_sheet_load(shell->cw, measure, &sheet, err))
		return false;
	buffer_init(&json);
	score_json(&sheet, &json);
	if (!shell_for_programs(shell))
		score_lines(&sheet, &shell->out);
	done = shell_for_programs(shell) ? shell_listing(shell, &listing, &json, err) : shell_divert(shell, err);
	buffer_done(&json);
	score_sheet_done(&sheet);
	return done;
}

/* The row for a criterion, made when it is not there yet. */
static struct score_change *change_of(struct score_change *changes, int *count, const char *criterion)
{
	for (int i = 0; i < *count; i++)
		if (!strcasecmp(changes[i].criterion, criterion))
			return &changes[i];
	changes[*count] = (struct score_change){.criterion = criterion};
	return &changes[(*count)++];
}

/* "K4=2": the criterion and what stands after the sign. */
static bool split(struct shell *shell, const char *option, const char *value, const char **criterion, const char **rest,
	struct error *err)
{
	const char *equals = strchr(value, '=');

	if (!equals || equals == value)
		return refuse(err, ERROR_INVALID, _("--%s: '%s'. Write CRITERION=VALUE, such as K4=2."), option, value);
	*criterion = arena_text_part(&shell->arena, value, (size_t)(equals - value));
	*rest = equals + 1;
	return true;
}

static bool digit(const char *text, int *out)
{
	if (text[0] < '0' || text[0] > '9')
		return false;
	*out = text[0] - '0';
	return true;
}

static bool read_points(struct shell *shell, struct score_change *changes, int *count, struct error *err)
{
	const char *value, *criterion, *rest;

	for (int i = 0; (value = shell_option_nth(shell, "set", i)); i++) {
		struct score_change *change;
		int points = SCORE_NONE;

		if (!split(shell, "set", value, &criterion, &rest, err))
			return false;
		if (strcmp(rest, "-") != 0 && (!digit(rest, &points) || rest[1]))
			return refuse(
				err, ERROR_INVALID, _("--set: '%s'. Points are 0, 1, 2, 3 or 4; - clears."), value);
		change = change_of(changes, count, criterion);
		change->set_points = true;
		change->points = points;
	}
	return true;
}

static bool read_spans(struct shell *shell, struct score_change *changes, int *count, struct error *err)
{
	const char *value, *criterion, *rest;

	for (int i = 0; (value = shell_option_nth(shell, "span", i)); i++) {
		struct score_change *change;
		int low = SCORE_NONE, high = SCORE_NONE;

		if (!split(shell, "span", value, &criterion, &rest, err))
			return false;
		if (strcmp(rest, "-") != 0 &&
			(!digit(rest, &low) || rest[1] != '-' || !digit(rest + 2, &high) || rest[3]))
			return refuse(err, ERROR_INVALID, _("--span: '%s'. Write CRITERION=LOW-HIGH, such as K4=1-3."),
				value);
		change = change_of(changes, count, criterion);
		change->set_span = true;
		change->low = low;
		change->high = high;
	}
	return true;
}

static bool read_reasons(struct shell *shell, struct score_change *changes, int *count, struct error *err)
{
	const char *value, *criterion, *rest;

	for (int i = 0; (value = shell_option_nth(shell, "reason", i)); i++) {
		struct score_change *change;

		if (!split(shell, "reason", value, &criterion, &rest, err))
			return false;
		change = change_of(changes, count, criterion);
		change->set_reason = true;
		if (!shell_value_text(shell, rest, &change->reason, err))
			return false;
	}
	return true;
}

/* "K4=reason", "all=reason" for what has no points, "K4=-" takes it back. */
static bool read_abstentions(
	struct shell *shell, int64_t measure, struct score_change *changes, int *count, struct error *err)
{
	const char *value, *criterion, *rest, *why;

	for (int i = 0; (value = shell_option_nth(shell, "abstain", i)); i++) {
		if (!split(shell, "abstain", value, &criterion, &rest, err) ||
			!shell_value_text(shell, rest, &why, err))
			return false;
		if (!strcasecmp(criterion, "all") || !strcasecmp(criterion, _("all"))) {
			struct score_sheet sheet;
			if (!score_sheet_load(shell->cw, measure, &sheet, err))
				return false;
			for (int k = 0; k < sheet.count && *count < SHELL_VALUES; k++) {
				const char *id = arena_text(&shell->arena, sheet.items[k].criterion->id);
				struct score_change *change = change_of(changes, count, id);
				change->set_abstain = true;
				change->abstain = strcmp(rest, "-") != 0 ? why : NULL;
			}
			score_sheet_done(&sheet);
			continue;
		}
		struct score_change *change = change_of(changes, count, criterion);
		change->set_abstain = true;
		change->abstain = strcmp(rest, "-") != 0 ? why : NULL;
	}
	return true;
}

bool score_changes_read(
	struct shell *shell, int64_t measure, struct score_change *changes, int *count, struct error *err)
{
	*count = 0;
	return read_points(shell, changes, count, err) && read_spans(shell, changes, count, err) &&
	       read_reasons(shell, changes, count, err) && read_abstentions(shell, measure, changes, count, err);
}

static bool score_run(struct shell *shell, struct error *err)
{
	struct score_change changes[SHELL_VALUES];
	struct operation op, handing;
	int64_t measure;
	int count = 0;

	if (!shell_measure(shell, 0, &measure, err) || !score_changes_read(shell, measure, changes, &count, err) ||
		!shell_operation(shell, NULL, &op, err))
		return false;
	if (!count && !shell_switch(shell, "submit"))
		return score_show_run(shell, err);
	if (count && !score_put(shell->cw, &op, measure, changes, count, err))
		return false;
	if (!shell_switch(shell, "submit")) {
		shell_say(shell, _("The assessment of %s is saved as a draft."), shell->arguments[0]);
		return true;
	}
	handing = count ? operation_new() : op;
	if (!score_submit(shell->cw, &handing, measure, err))
		return false;
	shell_say(shell, _("The assessment of %s is handed in."), shell->arguments[0]);
	return true;
}

static void todo_json(struct shell *shell, const struct score_todo_list *list, bool with_year, struct buffer *out)
{
	struct json json;

	json_init(&json, out);
	json_object(&json, NULL);
	json_number(&json, "format", 1);
	json_array(&json, "measures");
	for (int i = 0; i < list->count; i++) {
		const struct score_todo *row = &list->items[i];

		json_object(&json, NULL);
		json_text(
			&json, "number", measure_text(&shell->arena, with_year, row->year, row->application_n, row->n));
		json_text(&json, "applicant", row->lead_short);
		json_text(&json, "title", row->title);
		json_number(&json, "set", row->set);
		json_number(&json, "wanted", row->wanted);
		json_text(&json, "submitted", row->submitted_at);
		json_close(&json);
	}
	json_close(&json);
	json_close(&json);
	json_done(&json);
}

static void todo_lines(struct shell *shell, const struct score_todo_list *list, bool with_year)
{
	for (int i = 0; i < list->count; i++) {
		const struct score_todo *row = &list->items[i];

		buffer_text(&shell->out, measure_text(&shell->arena, with_year, row->year, row->application_n, row->n));
		buffer_format(&shell->out, "\t%s\t%s\t%d/%d\t%s\n", row->lead_short, row->title, row->set, row->wanted,
			row->submitted_at ? row->submitted_at : "");
	}
}

static bool score_list_run(struct shell *shell, struct error *err)
{
	static const enum column_name columns[] = {
		COLUMN_NUMBER, COLUMN_APPLICANT, COLUMN_TITLE, COLUMN_SET, COLUMN_WANTED, COLUMN_SUBMITTED};
	static const struct listing listing = {"measures", columns, sizeof columns / sizeof *columns};
	struct score_todo_list list;
	struct buffer json;
	bool with_year, done;

	if (!shell_with_year(shell, &with_year, err) || !score_todo_load(shell->cw, &list, err))
		return false;
	buffer_init(&json);
	todo_json(shell, &list, with_year, &json);
	if (!shell_for_programs(shell))
		todo_lines(shell, &list, with_year);
	done = shell_for_programs(shell) ? shell_listing(shell, &listing, &json, err) : shell_divert(shell, err);
	buffer_done(&json);
	score_todo_done(&list);
	return done;
}

static const struct option_row options[] = {
	{"set", N_("K=POINTS"), N_("points 0–4 on a criterion; K=- clears"), true},
	{"span", N_("K=LOW-HIGH"), N_("a span around the points"), true},
	{"reason", N_("K=TEXT"), N_("the reason; K=@FILE reads a file"), true},
	{"abstain", N_("K=WHY"), N_("abstain from a criterion, or from all=WHY; K=- takes it back"), true},
	{"submit", NULL, N_("hand in: final, needs points and reason, or an abstention, on every criterion"), false},
	{0},
};
static const struct option_row again_options[] = {
	{"set", N_("K=POINTS"), N_("points 0–4 on a criterion"), true},
	{"span", N_("K=LOW-HIGH"), N_("a span around the points"), true},
	{"reason", N_("K=TEXT"), N_("the reason; K=@FILE reads a file"), true},
	{"abstain", N_("K=WHY"), N_("abstain from the criterion after all"), true},
	{"why", N_("TEXT"), N_("why it is scored again, required"), false},
	{0},
};
static const struct option_row agree_options[] = {
	{"discussion", N_("TEXT"), N_("what was said, required; @FILE reads a file"), false},
	{"on", N_("DAY"), N_("the day they talked; otherwise today"), false},
	{0},
};
static const struct option_row progress_options[] = {
	{"round", N_("ROUND"), N_("which round; needed when there are several"), false},
	{"everybody", NULL, N_("also those who may be assigned and are not"), false},
	{0},
};
static const struct option_row differ_options[] = {
	{"round", N_("ROUND"), N_("which round; needed when there are several"), false},
	{"sort", N_("ORDER"), N_("disagreement, place or number; disagreement unless given"), false},
	{0},
};
static const struct form forms[] = {
	{"list", "lista", "", 0, 0, N_("what you are to score"), NULL, score_list_run, false, true, true},
	{"progress", "läge", N_("[PERSON]"), 0, 1,
		N_("how far the assessors have come, and how severe; of one, how the scale is used"), progress_options,
		score_progress_run, false, true, true},
	{"again", "omigen", N_("NR"), 1, 1, N_("score a criterion again after handing in"), again_options,
		score_again_run, false, false, false},
	{"agree", "enas", N_("NR K=POINTS"), 2, 2,
		N_("record what assessors agreed on after talking; K=- when they did not agree"), agree_options,
		score_agree_run, false, false, false},
	{"differ", "oenighet", "", 0, 0, N_("where assessors differ, and whether it has been discussed"),
		differ_options, score_differ_run, false, true, true},
	{NULL, NULL, N_("NR"), 1, 1, N_("show your assessment of a measure, score it, hand it in"), options, score_run,
		false, false, true},
	{0},
};
const struct verb verb_score = {"score", "poäng", N_("assess measures"), forms};

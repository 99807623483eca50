/* kansli share NR: who stands for how much of a joint measure. */
#include "cli/cli.h"

#include "base/json.h"
#include "base/money.h"
#include "casework/measure.h"
#include "casework/share.h"
#include "cli/fields.h"
#include "cli/show.h"
#include "csv/intake_value.h"

static void shares_json(const struct share_list *list, struct buffer *out)
{
	struct json json;

	json_init(&json, out);
	json_object(&json, NULL);
	json_number(&json, "format", 1);
	json_array(&json, "shares");
	for (int i = 0; i < list->count; i++) {
		json_object(&json, NULL);
		json_number(&json, "measure", list->items[i].measure_n);
		json_text(&json, "region", list->items[i].region);
		json_ore(&json, "share_ore", list->items[i].ore);
		json_close(&json);
	}
	json_close(&json);
	json_close(&json);
	json_done(&json);
}

/* Each share, then what they come to against what is sought. */
static void shares_lines(struct shell *shell, const struct share_list *list, const struct measure_list *measures)
{
	struct arena *arena = &shell->arena;

	for (int m = 0; m < measures->count; m++) {
		const struct measure *measure = &measures->items[m];
		int count = 0;
		int64_t sum = share_sum(list, measure->id, &count);

		if (!count)
			continue;
		buffer_format(&shell->out, "%d %s\n", measure->n, measure->title);
		for (int i = 0; i < list->count; i++)
			if (list->items[i].measure == measure->id)
				buffer_format(&shell->out, "  %s\t%s\n", list->items[i].region_short,
					list->items[i].ore ? show_ore(arena, list->items[i].ore)
							   : _("has left the measure"));
		buffer_format(&shell->out, _("  Sum %s, sought %s\n"), show_ore(arena, sum),
			show_ore(arena, measure->sought_ore));
	}
}

static bool share_show_run(struct shell *shell, struct error *err)
{
	static const enum column_name columns[] = {COLUMN_OF_MEASURE, COLUMN_REGION, COLUMN_SHARE_ORE};
	static const struct listing listing = {"shares", columns, sizeof columns / sizeof *columns};
	struct share_list list;
	struct measure_list measures;
	struct buffer json;
	int64_t application;
	bool done;

	if (!shell_application(shell, 0, &application, err) || !share_list_load(shell->cw, application, &list, err))
		return false;
	buffer_init(&json);
	if (shell_for_programs(shell)) {
		shares_json(&list, &json);
		done = shell_listing(shell, &listing, &json, err);
	} else if ((done = measure_list_load(shell->cw, application, &measures, err))) {
		shares_lines(shell, &list, &measures);
		measure_list_done(&measures);
		done = shell_divert(shell, err);
	}
	buffer_done(&json);
	share_list_done(&list);
	return done;
}

static bool share_put_run(struct shell *shell, struct error *err)
{
	struct programme programme;
	const struct region *region;
	struct error why = {0};
	struct operation op;
	int64_t measure, ore = MONEY_UNKNOWN;
	const char *code = NULL;

	if (!shell_measure(shell, 0, &measure, err) || !shell_operation(shell, NULL, &op, err) ||
		!programme_load(shell->cw, &programme, err))
		return false;
	region = programme_region(&programme, shell->arguments[1]);
	code = region ? arena_text(&shell->arena, region->code) : NULL;
	programme_done(&programme);
	if (!code)
		return refuse(err, ERROR_INVALID, _("No region that may apply is called '%s'."), shell->arguments[1]);
	if (shell->arguments[2][0] && !value_money(shell->arguments[2], &ore, &why))
		return refuse(err, why.kind, "%s", why.text);
	if (!share_put(shell->cw, &op, measure, code, ore, err))
		return false;
	shell_say(shell, _("%s: the share of %s is saved."), shell->arguments[0], shell->arguments[1]);
	return true;
}

static bool share_split_run(struct shell *shell, struct error *err)
{
	struct operation op;
	int64_t measure;

	if (!shell_measure(shell, 0, &measure, err) || !shell_operation(shell, NULL, &op, err) ||
		!share_split(shell->cw, &op, measure, err))
		return false;
	shell_say(
		shell, _("%s: what is sought is split over those who have not left, to the öre."), shell->arguments[0]);
	return true;
}

static const struct form forms[] = {
	{NULL, NULL, N_("NR"), 1, 1, N_("list the shares of a joint application"), NULL, share_show_run, false, true,
		true},
	{"put", "skriv", N_("NR REGION AMOUNT"), 3, 3,
		N_("one region's share of a measure (12.3); 0: it has left the measure, '': no share"), NULL,
		share_put_run, false, false, false},
	{"split", "fördela", N_("NR"), 1, 1,
		N_("what is sought for a measure in equal parts; öre left over go to the lead and the next in order"),
		NULL, share_split_run, false, false, false},
	{0},
};
const struct verb verb_share = {"share", "andel", N_("shares of a joint measure"), forms};

/* kansli region [REGION]: which regions have applied, and all applications of one. */
#include "cli/cli.h"

#include "base/json.h"
#include "casework/region.h"
#include "cli/show.h"
#include "csv/reports.h"

static const char *applied_text(struct arena *arena, const struct region_row *row)
{
	if (row->alone + row->led + row->joined == 0)
		return _("has not applied");
	return arena_format(arena, _("alone %d, leads %d, takes part in %d"), row->alone, row->led, row->joined);
}

static void regions_json(const struct region_list *list, struct buffer *out)
{
	struct json json;

	json_init(&json, out);
	json_object(&json, NULL);
	json_number(&json, "format", 1);
	json_number(&json, "applied", list->applied);
	json_array(&json, "regions");
	for (int i = 0; i < list->count; i++) {
		json_object(&json, NULL);
		json_text(&json, "region", list->items[i].code);
		json_text(&json, "name", list->items[i].name);
		json_number(&json, "alone", list->items[i].alone);
		json_number(&json, "leads", list->items[i].led);
		json_number(&json, "takes_part", list->items[i].joined);
		json_close(&json);
	}
	json_close(&json);
	json_close(&json);
	json_done(&json);
}

static bool regions_show(struct shell *shell, struct error *err)
{
	static const enum column_name columns[] = {
		COLUMN_REGION, COLUMN_NAME, COLUMN_ALONE, COLUMN_LEADS, COLUMN_TAKES_PART};
	static const struct listing listing = {"regions", columns, sizeof columns / sizeof *columns};
	struct region_list list;
	struct buffer json;
	int64_t round = 0;
	bool done;

	if (!shell_round(shell, true, &round, err) || !region_list_load(shell->cw, round, &list, err))
		return false;
	buffer_init(&json);
	regions_json(&list, &json);
	for (int i = 0; i < list.count && !shell_for_programs(shell); i++)
		buffer_format(&shell->out, "%s\t%s\t%s\n", list.items[i].code, list.items[i].name,
			applied_text(&shell->arena, &list.items[i]));
	done = shell_for_programs(shell) ? shell_listing(shell, &listing, &json, err) : shell_divert(shell, err);
	buffer_done(&json);
	region_list_done(&list);
	return done;
}

static const char *part_text(const struct region_case *each)
{
	if (each->participants < 2)
		return _("alone");
	return each->lead ? _("leads") : _("takes part");
}

static void cases_json(const struct region_cases *cases, struct buffer *out)
{
	struct json json;

	json_init(&json, out);
	json_object(&json, NULL);
	json_number(&json, "format", 1);
	json_array(&json, "applications");
	for (int i = 0; i < cases->count; i++) {
		const struct region_case *each = &cases->items[i];

		json_object(&json, NULL);
		json_number(&json, "year", each->row->year);
		json_number(&json, "n", each->row->n);
		json_text(&json, "title", each->row->title);
		json_text(&json, "state", state_code(each->row->state));
		json_bool(&json, "lead", each->lead);
		json_number(&json, "participants", each->participants);
		json_text(&json, "own_number", each->own_number);
		json_text(&json, "numbers", each->numbers);
		json_text(&json, "paper", each->paper);
		json_text(&json, "paper_day", each->paper_on);
		json_text(&json, "certificate", each->certified_on);
		json_ore(&json, "sought_ore", each->row->sought_ore);
		json_ore(&json, "share_ore", each->share_ore);
		json_close(&json);
	}
	json_close(&json);
	json_close(&json);
	json_done(&json);
}

static void cases_lines(struct shell *shell, const struct programme *programme, const struct region_cases *cases)
{
	for (int i = 0; i < cases->count; i++) {
		const struct region_case *each = &cases->items[i];

		buffer_format(&shell->out, "%s\t%s\t%s\t%s\t%s\t%s\n",
			number_text(&shell->arena, true, each->row->year, each->row->n), part_text(each),
			each->row->title, state_word(programme, each->row->state),
			programme_word_name(programme, "paper", each->paper), each->own_number ? each->own_number : "");
	}
	if (!cases->count)
		buffer_format(&shell->out, "%s\n", _("has not applied"));
}

static bool cases_show(
	struct shell *shell, const struct programme *programme, const struct region_cases *cases, struct error *err)
{
	static const enum column_name columns[] = {COLUMN_YEAR, COLUMN_N, COLUMN_TITLE, COLUMN_STATE_CODE, COLUMN_LEAD,
		COLUMN_PARTICIPANTS, COLUMN_OWN_NUMBER, COLUMN_NUMBERS, COLUMN_PAPER, COLUMN_PAPER_DAY,
		COLUMN_CERTIFICATE, COLUMN_SOUGHT_ORE, COLUMN_SHARE_ORE};
	static const struct listing listing = {"applications", columns, sizeof columns / sizeof *columns};
	struct buffer json;
	bool done;

	if (!shell_for_programs(shell)) {
		cases_lines(shell, programme, cases);
		return shell_divert(shell, err);
	}
	buffer_init(&json);
	cases_json(cases, &json);
	done = shell_listing(shell, &listing, &json, err);
	buffer_done(&json);
	return done;
}

static bool region_run(struct shell *shell, struct error *err)
{
	struct programme programme;
	struct region_cases cases;
	const struct region *region;
	bool done;

	if (!shell->argument_count)
		return regions_show(shell, err);
	if (!programme_load(shell->cw, &programme, err))
		return false;
	region = programme_region(&programme, shell->arguments[0]);
	done = (region || refuse(err, ERROR_MISSING, _("No region that may apply is called '%s'."),
				  shell->arguments[0])) &&
	       region_cases_load(shell->cw, region->code, &cases, err);
	if (done) {
		done = cases_show(shell, &programme, &cases, err);
		region_cases_done(&cases);
	}
	programme_done(&programme);
	return done;
}

static const struct option_row options[] = {
	{"round", N_("ROUND"), N_("only applications of this round"), false},
	{0},
};
static const struct form forms[] = {
	{NULL, NULL, N_("[REGION]"), 0, 1, N_("list the regions, or all applications of one, joint and own"), options,
		region_run, false, true, true},
	{0},
};
const struct verb verb_region = {"region", "regioner", N_("regions and their applications"), forms};

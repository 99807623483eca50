/* kansli batch import|imports|note: what the economy system tells has been paid, read in, line by line. */
#include "cli/pay.h"

#include "base/json.h"
#include "base/money.h"
#include "base/text.h"
#include "csv/paid_read.h"

static const char *kr(int64_t ore, char money[MONEY_TEXT])
{
	return money_text(ore, MONEY_KR, words_swedish(), money);
}

static void lines_json(const struct paid_result *result, struct buffer *out)
{
	struct json json;

	json_init(&json, out);
	json_object(&json, NULL);
	json_number(&json, "format", 1);
	json_ore(&json, "recorded_ore", result->ore);
	json_array(&json, "lines");
	for (int i = 0; i < result->count; i++) {
		const struct paid_line *line = &result->lines[i];

		json_object(&json, NULL);
		json_number(&json, "line", line->line);
		json_text(&json, "payment_id", line->payment);
		json_text(&json, "paid", line->on_day);
		json_ore(&json, "amount_ore", line->ore);
		json_text(&json, "match", paid_match_code(line->match));
		json_ore(&json, "planned_ore", line->planned_ore);
		json_text(&json, "date", line->due_on);
		json_text(&json, "why", line->note);
		json_text(&json, "noted_by", line->note_by);
		json_text(&json, "noted_at", line->note_at);
		json_close(&json);
	}
	json_close(&json);
	json_close(&json);
	json_done(&json);
}

static void line_say(struct shell *shell, const struct paid_line *line)
{
	char money[MONEY_TEXT], planned[MONEY_TEXT];

	buffer_format(&shell->out, "%d\t%s\t%s\t%s\t%s", line->line, line->payment, line->on_day, kr(line->ore, money),
		paid_match_word(line->match));
	if (line->planned_ore != MONEY_UNKNOWN && line->match != PAID_WHOLE)
		buffer_format(&shell->out, "\t%s",
			arena_format(&shell->arena, _("the plan says %s on %s"), kr(line->planned_ore, planned),
				line->due_on));
	if (line->note)
		buffer_format(&shell->out, "\t%s (%s %.10s)", line->note, line->note_by, line->note_at);
	buffer_text(&shell->out, "\n");
}

static bool lines_show(struct shell *shell, const struct paid_result *result, struct error *err)
{
	static const enum column_name columns[] = {COLUMN_LINE, COLUMN_PAYMENT_ID, COLUMN_PAID, COLUMN_AMOUNT_ORE,
		COLUMN_MATCH, COLUMN_PLANNED_ORE, COLUMN_DATE, COLUMN_WHY};
	static const struct listing listing = {"lines", columns, sizeof columns / sizeof *columns};
	struct buffer json;
	bool done;

	buffer_init(&json);
	lines_json(result, &json);
	for (int i = 0; i < result->count && !shell_for_programs(shell); i++)
		line_say(shell, &result->lines[i]);
	done = shell_for_programs(shell) ? shell_listing(shell, &listing, &json, err) : shell_divert(shell, err);
	buffer_done(&json);
	return done;
}

static void result_say(struct shell *shell, const struct paid_result *result, bool dry)
{
	char money[MONEY_TEXT];
	int recorded = 0;

	for (int i = 0; i < result->count; i++)
		recorded += paid_match_records(result->lines[i].match);
	shell_say(shell,
		dry ? _("Would be recorded as paid: %d of %d lines, %s. Nothing was changed.")
		    : _("Recorded as paid: %d of %d lines, %s."),
		recorded, result->count, kr(result->ore, money));
	if (result->odd)
		shell_say(shell,
			ngettext("%d line is not recorded and is for a person to look at.",
				"%d lines are not recorded and are for a person to look at.",
				(unsigned long)result->odd),
			result->odd);
}

bool batch_import_run(struct shell *shell, struct error *err)
{
	bool dry = shell_switch(shell, "dry-run"), done;
	struct paid_result result;
	struct paid_sheet paid;
	struct operation op;

	if (!shell_operation(shell, NULL, &op, err) ||
		!paid_sheet_load(shell_path(shell, shell->arguments[0]), &paid, err))
		return false;
	done = dry ? paid_file_look(shell->cw, &paid.file, &result, err)
		   : paid_file_take(shell->cw, &op, &paid.file, &result, err);
	paid_sheet_done(&paid);
	if (!done)
		return false;
	done = lines_show(shell, &result, err);
	if (done)
		result_say(shell, &result, dry);
	paid_result_done(&result);
	return done;
}

/* ---- what has been read in */

static void files_json(const struct paid_file_list *list, struct buffer *out)
{
	struct json json;

	json_init(&json, out);
	json_object(&json, NULL);
	json_number(&json, "format", 1);
	json_array(&json, "files");
	for (int i = 0; i < list->count; i++) {
		const struct paid_file_row *file = &list->items[i];

		json_object(&json, NULL);
		json_number(&json, "number", file->id);
		json_text(&json, "file", file->name);
		json_number(&json, "rows", file->lines);
		json_number(&json, "recorded", file->paid);
		json_number(&json, "odd", file->odd);
		json_text(&json, "read", file->read_at);
		json_text(&json, "read_by", file->read_by);
		json_text(&json, "sha256", file->hash);
		json_close(&json);
	}
	json_close(&json);
	json_close(&json);
	json_done(&json);
}

static bool files_show(struct shell *shell, struct error *err)
{
	static const enum column_name columns[] = {COLUMN_PAID_FILE, COLUMN_FILE, COLUMN_BATCH_ROWS, COLUMN_RECORDED,
		COLUMN_ODD, COLUMN_READ_AT, COLUMN_READ_BY, COLUMN_BATCH_HASH};
	static const struct listing listing = {"files", columns, sizeof columns / sizeof *columns};
	struct paid_file_list list;
	struct buffer json;
	bool done;

	if (!paid_file_list_load(shell->cw, &list, err))
		return false;
	buffer_init(&json);
	files_json(&list, &json);
	for (int i = 0; i < list.count && !shell_for_programs(shell); i++)
		buffer_format(&shell->out,
			ngettext("%d\t%s\t%.16s %s\t%d line, %d recorded, %d to look at\n",
				"%d\t%s\t%.16s %s\t%d lines, %d recorded, %d to look at\n",
				(unsigned long)list.items[i].lines),
			(int)list.items[i].id, list.items[i].name, list.items[i].read_at, list.items[i].read_by,
			list.items[i].lines, list.items[i].paid, list.items[i].odd);
	done = shell_for_programs(shell) ? shell_listing(shell, &listing, &json, err) : shell_divert(shell, err);
	buffer_done(&json);
	paid_file_list_done(&list);
	return done;
}

bool batch_imports_run(struct shell *shell, struct error *err)
{
	struct paid_result result;
	int file;
	bool done;

	if (!shell->argument_count)
		return files_show(shell, err);
	file = text_number(shell->arguments[0]);
	if (!file)
		return refuse(
			err, ERROR_INVALID, _("'%s' is no number of a file that was read in."), shell->arguments[0]);
	if (!paid_lines_load(shell->cw, file, &result, err))
		return false;
	done = lines_show(shell, &result, err);
	paid_result_done(&result);
	return done;
}

bool batch_note_run(struct shell *shell, struct error *err)
{
	const char *why = NULL;
	struct operation op;
	int file = text_number(shell->arguments[0]), line = text_number(shell->arguments[1]);

	if (!shell_text(shell, "why", &why, err) || !shell_operation(shell, NULL, &op, err) ||
		!paid_line_note(shell->cw, &op, file, line, why, err))
		return false;
	shell_say(shell, _("What was found of line %d is noted."), line);
	return true;
}

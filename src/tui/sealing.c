/* Sealing payment files and reading in what has been paid. Invariant: nothing is sealed or recorded that was not read
 * out first with its sum, and the sum typed. */
#include "tui/sealing.h"

#include "tui/dialog.h"
#include "tui/verb.h"

#include "base/buffer.h"
#include "base/text.h"
#include "base/words.h"
#include "casework/attest_said.h"
#include "csv/paid_read.h"

/* ---- sealing */

static void seal_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct sealing *sealing = with;
	struct batch_wish wish = {.through = sealing->through, .round = sealing->round, .ore = sealing->ore};
	struct operation op = verb_on(0);
	struct error err = {0};
	char money[MONEY_TEXT];
	int n = 0;

	(void)pane;
	(void)text;
	if (verb_ended(ui, batch_seal(desk_of(ui)->cw, &op, &wish, &n, &err), &err))
		ui_say(ui, _("Payment file %d is sealed, %s. Open it and write it out (w)."), n,
			desk_kr(desk_of(ui), sealing->ore, money));
}

static int wanted_rows(
	const struct batch_wanted *wanted, const struct instalment_list *list, const struct instalment **rows)
{
	int count = 0;

	for (int i = 0; i < wanted->count; i++)
		for (int j = 0; j < list->count; j++)
			if (list->items[j].id == wanted->instalments[i])
				rows[count++] = &list->items[j];
	return count;
}

static bool said_load(struct ui *ui, const struct batch_wanted *wanted, struct arena *arena, struct attest_said *said,
	struct error *err)
{
	const struct desk *desk = desk_of(ui);
	const struct instalment **rows = arena_take(arena, ((size_t)wanted->count + 1) * sizeof *rows);
	struct instalment_list list;
	bool loaded;

	if (!instalment_list_load(desk->cw, &(struct instalment_query){0}, &list, err))
		return false;
	loaded = attest_said(
		desk->cw, ATTEST_SEAL, rows, wanted_rows(wanted, &list, rows), desk->with_year, arena, said, err);
	instalment_list_done(&list);
	return loaded;
}

static void seal_say(struct ui *ui, struct sealing *sealing, const struct batch_wanted *wanted,
	const struct attest_said *said, struct arena *arena)
{
	const char *text = said->text;

	if (wanted->left_out[0])
		text = arena_format(arena, _("%s\nLeft out: %s."), text, wanted->left_out);
	sealing->ore = said->ore;
	dialog_ask(ui, &(struct question){.text = arena_format(arena,
						  _("%s\nA sealed file is never made anew, and a row is in one file, "
						    "once."),
						  text),
			       .label = arena_format(arena, _("Type the sum (%s) to seal:"), said->must),
			       .must = said->must,
			       .yes = _("seal"),
			       .answered = seal_answered,
			       .with = sealing});
}

static void through_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct sealing *sealing = with;
	struct batch_wish wish = {.through = sealing->through, .round = sealing->round};
	struct batch_wanted wanted;
	struct attest_said said;
	struct error err = {0};
	struct arena arena;
	day through;

	(void)pane;
	if (!day_parse(text, ui_today(ui), &through, &err)) {
		desk_refused(ui, &err);
		return;
	}
	day_text(through, sealing->through);
	if (!batch_wanted_load(desk_of(ui)->cw, &wish, &wanted, &err)) {
		desk_refused(ui, &err);
		return;
	}
	arena_init(&arena);
	if (said_load(ui, &wanted, &arena, &said, &err))
		seal_say(ui, sealing, &wanted, &said, &arena);
	else
		desk_refused(ui, &err);
	arena_done(&arena);
	batch_wanted_done(&wanted);
}

void sealing_ask(struct ui *ui, struct sealing *sealing)
{
	char today[DAY_TEXT];

	day_text(ui_today(ui), today);
	dialog_ask(ui, &(struct question){.text = _("Seal the rows that are authorised and due until which day?"),
			       .label = _("Until:"),
			       .begin = today,
			       .yes = _("go on"),
			       .answered = through_answered,
			       .with = sealing});
}

/* ---- what has been paid */

static void lines_say(const struct desk *desk, const struct paid_result *result, struct buffer *out)
{
	char money[MONEY_TEXT];

	for (int i = 0; i < result->count; i++) {
		const struct paid_line *line = &result->lines[i];

		buffer_format(out, "%d  %s  %s  %s  %s\n", line->line, line->payment, line->on_day,
			desk_kr(desk, line->ore, money), paid_match_word(line->match));
		if (line->planned_ore != MONEY_UNKNOWN && line->match != PAID_WHOLE)
			buffer_format(out, _("   the plan says %s on %s\n"), desk_kr(desk, line->planned_ore, money),
				line->due_on);
		if (line->note)
			buffer_format(out, "   %s (%s %.10s)\n", line->note, line->note_by, line->note_at);
	}
}

static void result_show(struct ui *ui, const char *name, const struct paid_result *result)
{
	struct buffer text;

	buffer_init(&text);
	lines_say(desk_of(ui), result, &text);
	if (result->odd)
		buffer_text(&text,
			_("\nWhat is found of a line that is not recorded is noted with c among the payment files.\n"));
	ui_push(ui, &text_pane, &(struct text_what){.title = name, .text = text.text});
	buffer_done(&text);
}

void paid_file_show(struct ui *ui, int64_t file, const char *name)
{
	struct paid_result result;
	struct error err = {0};

	if (!paid_lines_load(desk_of(ui)->cw, file, &result, &err)) {
		desk_refused(ui, &err);
		return;
	}
	result_show(ui, name, &result);
	paid_result_done(&result);
}

static void file_chosen(struct ui *ui, struct pane *pane, int64_t file, int64_t about)
{
	(void)pane;
	(void)about;
	paid_file_show(ui, file, _("Read in as paid"));
}

const char *paid_file_words(struct arena *arena, const struct paid_file_row *file)
{
	return arena_format(arena, _("%s  %.10s %s: %d of %d recorded, %d to look at"), file->name, file->read_at,
		file->read_by, file->paid, file->lines, file->odd);
}

void paid_files_choose(struct ui *ui)
{
	struct paid_file_list list;
	struct error err = {0};
	const char **choices;
	int64_t *ids;

	if (!paid_file_list_load(desk_of(ui)->cw, &list, &err)) {
		desk_refused(ui, &err);
		return;
	}
	choices = arena_take(&list.arena, (size_t)list.count * sizeof *choices);
	ids = arena_take(&list.arena, (size_t)list.count * sizeof *ids);
	for (int i = 0; i < list.count; i++) {
		ids[i] = list.items[i].id;
		choices[i] = paid_file_words(&list.arena, &list.items[i]);
	}
	if (list.count)
		dialog_choose(ui, &(struct choosing){.text = _("Which file that was read in?"),
					  .choices = choices,
					  .count = list.count,
					  .chosen_id = file_chosen,
					  .ids = ids});
	else
		ui_say(ui, "%s", _("Nothing has been read in of what is paid."));
	paid_file_list_done(&list);
}

static int recorded_count(const struct paid_result *result)
{
	int count = 0;

	for (int i = 0; i < result->count; i++)
		count += paid_match_records(result->lines[i].match);
	return count;
}

/* The file as it was when its lines were read out. */
static bool file_same(const struct sealing *sealing, const struct paid_sheet *paid, struct error *err)
{
	return !strcmp(sealing->hash, paid->file.hash) ||
	       refuse(err, ERROR_CONFLICT, _("The file has changed since you looked. Nothing was recorded."));
}

static void take_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct sealing *sealing = with;
	struct operation op = verb_on(0);
	struct paid_result result;
	struct paid_sheet paid;
	struct error err = {0};
	char money[MONEY_TEXT];
	bool taken;

	(void)pane;
	(void)text;
	if (!paid_sheet_load(sealing->path, &paid, &err)) {
		desk_refused(ui, &err);
		return;
	}
	taken = file_same(sealing, &paid, &err) && paid_file_take(desk_of(ui)->cw, &op, &paid.file, &result, &err);
	if (verb_ended(ui, taken, &err)) {
		result_show(ui, paid.file.name, &result);
		ui_say(ui, _("Recorded as paid: %d of %d lines, %s."), recorded_count(&result), result.count,
			desk_kr(desk_of(ui), result.ore, money));
		paid_result_done(&result);
	}
	paid_sheet_done(&paid);
}

/* "12250000", "412350,50". */
static const char *must_of(struct arena *arena, int64_t ore)
{
	if (ore % 100)
		return arena_format(arena, "%lld,%02d", (long long)(ore / 100), (int)(ore % 100));
	return arena_format(arena, "%lld", (long long)(ore / 100));
}

static void take_ask(struct ui *ui, struct sealing *sealing, const struct paid_result *result)
{
	const char *must = NULL;
	struct buffer text;
	struct arena arena;
	char money[MONEY_TEXT];

	arena_init(&arena);
	buffer_init(&text);
	lines_say(desk_of(ui), result, &text);
	buffer_format(&text, _("To be recorded as paid: %d of %d lines, %s."), recorded_count(result), result->count,
		desk_kr(desk_of(ui), result->ore, money));
	if (result->odd)
		buffer_format(&text,
			ngettext(" %d line is for a person to look at.", " %d lines are for a person to look at.",
				(unsigned long)result->odd),
			result->odd);
	if (result->ore)
		must = must_of(&arena, result->ore);
	dialog_ask(ui, &(struct question){.text = text.text,
			       .label = must ? arena_format(&arena, _("Type the sum (%s) to record:"), must) : NULL,
			       .must = must,
			       .yes = _("record"),
			       .answered = take_answered,
			       .with = sealing});
	buffer_done(&text);
	arena_done(&arena);
}

static void path_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct sealing *sealing = with;
	struct paid_result result;
	struct paid_sheet paid;
	struct error err = {0};

	(void)pane;
	if (text_blank(text) ||
		snprintf(sealing->path, sizeof sealing->path, "%s", text) >= (int)sizeof sealing->path) {
		ui_say(ui, "%s", _("No file was named. Nothing is read."));
		return;
	}
	if (!paid_sheet_load(sealing->path, &paid, &err)) {
		desk_refused(ui, &err);
		return;
	}
	snprintf(sealing->hash, sizeof sealing->hash, "%s", paid.file.hash);
	if (paid_file_look(desk_of(ui)->cw, &paid.file, &result, &err)) {
		take_ask(ui, sealing, &result);
		paid_result_done(&result);
	} else {
		desk_refused(ui, &err);
	}
	paid_sheet_done(&paid);
}

void paid_in_ask(struct ui *ui, struct sealing *sealing)
{
	dialog_ask(ui,
		&(struct question){.text = _("Read in what the economy system has paid: a CSV file with the columns "
					     "payment, amount and paid. What each line is will be shown first."),
			.label = _("File:"),
			.yes = _("read it"),
			.answered = path_answered,
			.with = sealing,
			.keep = "paid-in"});
}

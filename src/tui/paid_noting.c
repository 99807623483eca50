/* What was found of a line that was read in as paid and not recorded, noted among the payment files. */
#include "tui/sealing.h"

#include "tui/dialog.h"
#include "tui/verb.h"

#include "base/words.h"

enum { LINE_WORDS = 200 };

static void note_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct sealing *sealing = with;
	struct operation op = verb_on(0);
	struct error err = {0};

	(void)pane;
	if (verb_ended(ui, paid_line_note(desk_of(ui)->cw, &op, sealing->noted_file, sealing->noted_line, text, &err),
		    &err))
		ui_say(ui, _("What was found of line %d is noted."), sealing->noted_line);
}

static void line_say(const struct desk *desk, const struct paid_line *line, char out[LINE_WORDS])
{
	char money[MONEY_TEXT];

	snprintf(out, LINE_WORDS, "%d  %s  %s  %s  %s", line->line, line->payment, line->on_day,
		desk_kr(desk, line->ore, money), paid_match_word(line->match));
}

static void note_ask(struct ui *ui, struct sealing *sealing, const struct paid_line *line)
{
	char words[LINE_WORDS], text[2 * LINE_WORDS], keep[64];

	sealing->noted_line = line->line;
	line_say(desk_of(ui), line, words);
	snprintf(text, sizeof text, _("%s\nWhat was found? With a note the line is no longer to be looked into."),
		words);
	snprintf(keep, sizeof keep, "paid-note-%lld-%d", (long long)sealing->noted_file, line->line);
	dialog_ask(ui, &(struct question){.text = text,
			       .label = _("Found:"),
			       .begin = line->note,
			       .yes = _("note it"),
			       .keep = keep,
			       .answered = note_answered,
			       .with = sealing});
}

/* The lines that are not recorded: those that nobody has looked into, then those that have a note. */
static int lines_odd(const struct paid_result *result, const struct paid_line *out[CHOICES])
{
	int count = 0;

	for (int noted = 0; noted < 2; noted++)
		for (int i = 0; i < result->count && count < CHOICES; i++) {
			const struct paid_line *line = &result->lines[i];

			if (!paid_match_records(line->match) && line->match != PAID_ALREADY && !line->note == !noted)
				out[count++] = line;
		}
	return count;
}

static void line_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	struct sealing *sealing = with;
	const struct paid_line *lines[CHOICES];
	struct paid_result result;
	struct error err = {0};

	(void)pane;
	if (!paid_lines_load(desk_of(ui)->cw, sealing->noted_file, &result, &err)) {
		desk_refused(ui, &err);
		return;
	}
	if (which < lines_odd(&result, lines))
		note_ask(ui, sealing, lines[which]);
	paid_result_done(&result);
}

static void lines_ask(struct ui *ui, struct sealing *sealing)
{
	char words[CHOICES][LINE_WORDS];
	const struct paid_line *lines[CHOICES];
	const char *choices[CHOICES];
	struct paid_result result;
	struct error err = {0};
	int count;

	if (!paid_lines_load(desk_of(ui)->cw, sealing->noted_file, &result, &err)) {
		desk_refused(ui, &err);
		return;
	}
	count = lines_odd(&result, lines);
	for (int i = 0; i < count; i++) {
		line_say(desk_of(ui), lines[i], words[i]);
		choices[i] = words[i];
	}
	if (count == 1)
		note_ask(ui, sealing, lines[0]);
	else
		dialog_choose(ui, &(struct choosing){.text = _("Which line?"),
					  .choices = choices,
					  .count = count,
					  .chosen = line_chosen,
					  .with = sealing});
	paid_result_done(&result);
}

/* Files with a line that was not recorded. */
static int files_odd(struct paid_file_list *list)
{
	int kept = 0;

	for (int i = 0; i < list->count && kept < CHOICES; i++)
		if (list->items[i].unrecorded)
			list->items[kept++] = list->items[i];
	return list->count = kept;
}

static void file_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	struct sealing *sealing = with;
	struct paid_file_list list;
	struct error err = {0};

	(void)pane;
	if (!paid_file_list_load(desk_of(ui)->cw, &list, &err)) {
		desk_refused(ui, &err);
		return;
	}
	if (which < files_odd(&list)) {
		sealing->noted_file = list.items[which].id;
		lines_ask(ui, sealing);
	}
	paid_file_list_done(&list);
}

void paid_note_ask(struct ui *ui, struct sealing *sealing)
{
	const char *choices[CHOICES];
	struct paid_file_list list;
	struct error err = {0};
	int count;

	if (!paid_file_list_load(desk_of(ui)->cw, &list, &err)) {
		desk_refused(ui, &err);
		return;
	}
	count = files_odd(&list);
	for (int i = 0; i < count; i++)
		choices[i] = paid_file_words(&list.arena, &list.items[i]);
	if (!count) {
		ui_say(ui, "%s", _("Every line that was read in is recorded as paid."));
	} else if (count == 1) {
		sealing->noted_file = list.items[0].id;
		lines_ask(ui, sealing);
	} else {
		dialog_choose(ui, &(struct choosing){.text = _("Which file that was read in?"),
					  .choices = choices,
					  .count = count,
					  .chosen = file_chosen,
					  .with = sealing});
	}
	paid_file_list_done(&list);
}

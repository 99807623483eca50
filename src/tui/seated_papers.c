/* The papers of a sitting from its screen: read, or written to a file. */
#include "tui/seated.h"

#include "tui/dialog.h"

#include "base/words.h"
#include "csv/minutes.h"

enum { PAPER_NOTICE, PAPER_AGENDA, PAPER_MINUTES, PAPER_EXTRACT, PAPER_KINDS };
static const char *const names[PAPER_KINDS] = {
	N_("notice"), N_("agenda"), N_("minutes"), N_("extract of the item in focus")};
static const char *const files[PAPER_KINDS] = {"kallelse", "foredragningslista", "protokoll", "protokollsutdrag"};

static bool paper_make(const struct seated *seated, int which, struct paper *paper, struct error *err)
{
	const struct sitting_item *item = seated_focus(seated);
	struct casework *cw = seated->desk->cw;

	switch (which) {
	case PAPER_NOTICE: return notice_write(cw, seated->id, paper, err);
	case PAPER_AGENDA: return agenda_write(cw, seated->id, paper, err);
	case PAPER_MINUTES: return minutes_write(cw, seated->id, paper, err);
	case PAPER_EXTRACT: break;
	}
	return extract_write(cw, seated->id, item ? item->section : 0, paper, err);
}

static void which_ask(struct ui *ui, const char *text, const struct seated *seated,
	void (*chosen)(struct ui *, struct pane *, int, void *))
{
	const struct sitting_item *item = seated_focus(seated);
	const char *words[PAPER_KINDS];

	for (int i = 0; i < PAPER_KINDS; i++)
		words[i] = _(names[i]);
	dialog_choose(ui, &(struct choosing){.text = text,
				  .choices = words,
				  .count = item && item->closed_at ? PAPER_KINDS : PAPER_EXTRACT,
				  .first = seated->sitting.opened_at ? PAPER_MINUTES : PAPER_AGENDA,
				  .chosen = chosen});
}

static void read_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	struct error err = {0};
	struct paper paper;

	(void)with;
	paper_init(&paper);
	if (paper_make(pane->state, which, &paper, &err))
		ui_push(ui, &text_pane, &(struct text_what){_(names[which]), paper.text.text});
	else
		desk_refused(ui, &err);
	paper_done(&paper);
}

void seated_read_run(struct ui *ui, struct pane *pane)
{
	which_ask(ui, _("Read which paper?"), pane->state, read_chosen);
}

static bool written_make(struct ui *ui, struct pane *pane, struct paper *paper, struct error *err)
{
	struct seated *seated = pane->state;

	(void)ui;
	return paper_make(seated, seated->paper, paper, err);
}

static void write_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	struct seated *seated = pane->state;
	const struct sitting_item *item = seated_focus(seated);

	(void)with;
	seated->paper = which;
	seated->writing = (struct writing){.name = seated->writing.file,
		.text = _("Write the paper as it is now. The name's ending says how: .txt, .pdf or .json."),
		.paper = written_make,
		.paged = true};
	if (which == PAPER_EXTRACT && item)
		snprintf(seated->writing.file, sizeof seated->writing.file, "%s-%s-%d.txt", files[which],
			seated->sitting.on_day, item->section);
	else
		snprintf(seated->writing.file, sizeof seated->writing.file, "%s-%s.txt", files[which],
			seated->sitting.on_day);
	writing_ask(ui, &seated->writing);
}

void seated_write_run(struct ui *ui, struct pane *pane)
{
	which_ask(ui, _("Write which paper?"), pane->state, write_chosen);
}

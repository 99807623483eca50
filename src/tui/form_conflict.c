/* A save that meets another's change. Invariant: neither text is lost: mine stays in the form and its draft until I
 * choose, and theirs is in the office. */
#include "base/text.h"
#include "base/words.h"
#include "dialog.h"
#include "form_inner.h"
#include "ui.h"

enum { CONFLICT_SHOWN = 60 };

/* The two texts of a field where they differ: a few words of each. */
static void difference_add(struct buffer *out, const struct field *field, const char *mine, const char *theirs)
{
	struct arena arena;

	arena_init(&arena);
	buffer_format(out, "%s\n  %s %s\n  %s %s\n", gettext(field->label), _("yours:"),
		text_cut(&arena, mine[0] == '\0' ? "-" : mine, CONFLICT_SHOWN), _("saved:"),
		text_cut(&arena, theirs[0] == '\0' ? "-" : theirs, CONFLICT_SHOWN));
	arena_done(&arena);
}

static const char *theirs_of(const struct form *form, int which, struct arena *arena)
{
	const struct field *field = &form->kind->fields[which];
	const char *text = field->get == NULL ? NULL : field->get(form->theirs, arena);
	return text == NULL ? "" : text;
}

static void take_theirs(struct form *form)
{
	struct arena arena;

	arena_init(&arena);
	for (int i = 0; i < form->count; i++) {
		editor_set(&form->fields[i].editor, theirs_of(form, i, &arena));
	}
	arena_done(&arena);
}

static void conflict_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	struct form *form = pane->state;
	(void)with;
	form->keeping.version = form->theirs_version;
	if (which == 0) {
		form_save(ui, pane);
		return;
	}
	take_theirs(form);
	keeping_touch(ui, &form->keeping);
	ui_say(ui, _("The form shows what is saved. Change it and press Ctrl-S, or Esc to leave it."));
}

bool form_conflict(struct ui *ui, struct pane *pane, const struct error *err)
{
	struct form *form = pane->state;
	const char *const choices[] = {_("save mine over what is saved"), _("take what is saved into the form")};
	struct error fresh_err = {ERROR_NONE, ""};
	int64_t version = 0;
	void *theirs = form->kind->fresh(ui, form->record, &version, &fresh_err);
	struct buffer text;
	struct arena arena;

	if (theirs == NULL) {
		return false;
	}
	if (form->theirs != NULL && form->kind->done != NULL) {
		form->kind->done(form->theirs);
	}
	form->theirs = theirs;
	form->theirs_version = version;
	buffer_init(&text);
	arena_init(&arena);
	buffer_format(&text, "%s\n", err->text);
	for (int i = 0; i < form->count; i++) {
		const char *saved = theirs_of(form, i, &arena), *mine = editor_text(&form->fields[i].editor);

		if (strcmp(saved, mine) != 0) {
			difference_add(&text, &form->kind->fields[i], mine, saved);
		}
	}
	dialog_choose(
		ui, &(struct choosing){
			    .text = text.text, .choices = choices, .count = 2, .first = 1, .chosen = conflict_chosen});
	arena_done(&arena);
	buffer_done(&text);
	return true;
}

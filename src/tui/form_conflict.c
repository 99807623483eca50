/* A save that meets another's change. What only one has changed is put together, field by field. Invariant: what both
 * have changed is never decided here: mine stays in the form and its draft until I choose, and theirs is in the
 * office. */
#include "base/text.h"
#include "base/words.h"
#include "dialog.h"
#include "form_inner.h"
#include "ui.h"

enum { CONFLICT_SHOWN = 60 };
enum changed { CHANGED_BY_ME, CHANGED_BY_THEM, CHANGED_BY_BOTH };

static const char *theirs_of(const struct form *form, int which, struct arena *arena)
{
	const struct field *field = &form->kind->fields[which];
	const char *text = field->get == NULL ? NULL : field->get(form->theirs, arena);
	return text == NULL ? "" : text;
}

static bool kind_has_number(enum field_kind kind)
{
	return kind == FIELD_DAY || kind == FIELD_MONEY || kind == FIELD_NUMBER;
}

/* 1/12 and 2026-12-01 are the same day. */
static bool same(const struct form *form, int which, const char *a, const char *b, struct arena *arena)
{
	const struct field *field = &form->kind->fields[which];
	struct field_value one, other;

	if (!strcmp(a, b)) {
		return true;
	}
	return kind_has_number(field->kind) && field_read(field, form->record, a, form->today, arena, &one, NULL) &&
	       field_read(field, form->record, b, form->today, arena, &other, NULL) && one.number == other.number;
}

/* What both began with is known only when the text was written against the version the form was filled in from. */
static enum changed changed_by(const struct form *form, int which, const char *theirs, struct arena *arena)
{
	const char *mine = editor_text(&form->fields[which].editor), *begin = form->fields[which].begin;
	bool known = form->keeping.version == form->begin_version;

	if (same(form, which, mine, theirs, arena) || (known && same(form, which, theirs, begin, arena))) {
		return CHANGED_BY_ME;
	}
	return known && same(form, which, mine, begin, arena) ? CHANGED_BY_THEM : CHANGED_BY_BOTH;
}

/* Takes theirs into the fields changed so; answers how many those were. */
static int theirs_take(struct form *form, enum changed changed)
{
	struct arena arena;
	int taken = 0;

	arena_init(&arena);
	for (int i = 0; i < form->count; i++) {
		const char *theirs = theirs_of(form, i, &arena);

		if (changed_by(form, i, theirs, &arena) == changed) {
			editor_take(&form->fields[i].editor, theirs);
			taken++;
		}
	}
	arena_done(&arena);
	return taken;
}

/* What is saved now is what both start from. */
static void theirs_begin(struct form *form)
{
	struct arena arena;

	arena_init(&arena);
	for (int i = 0; i < form->count; i++) {
		form_begin_text(form, i, theirs_of(form, i, &arena));
	}
	arena_done(&arena);
	form->keeping.version = form->begin_version = form->theirs_version;
}

static bool pane_is_there(const struct ui *ui, const struct pane *pane)
{
	const struct pane *each = ui_top(ui);

	while (each != NULL && each != pane) {
		each = each->below;
	}
	return each != NULL;
}

static void save_together(struct ui *ui, struct pane *pane, int taken)
{
	char said[512];

	theirs_begin(pane->state);
	form_save(ui, pane);
	if (taken > 0 && !pane_is_there(ui, pane)) {
		snprintf(said, sizeof said, "%s", ui_message(ui));
		ui_say(ui,
			ngettext("%s What another changed in %d other field is kept.",
				"%s What another changed in %d other fields is kept.", (unsigned long)taken),
			said, taken);
	}
}

/* ---- asking */

/* As the field shows it: a choice by its name. */
static const char *shown(const struct form *form, int which, const char *text, struct arena *arena)
{
	const struct field *field = &form->kind->fields[which];
	struct field_choice choice;

	for (int i = 0; field->kind == FIELD_CHOICE && field_choice(field, form->record, i, &choice); i++) {
		if (!strcmp(choice.word, text)) {
			text = choice.label;
		}
	}
	return text_cut(arena, text[0] == '\0' ? "-" : text, CONFLICT_SHOWN);
}

static void both_write(const struct form *form, struct buffer *out)
{
	struct arena arena;

	arena_init(&arena);
	for (int i = 0; i < form->count; i++) {
		const char *theirs = theirs_of(form, i, &arena), *mine = editor_text(&form->fields[i].editor);

		if (changed_by(form, i, theirs, &arena) == CHANGED_BY_BOTH) {
			buffer_format(out, "%s\n  %s %s\n  %s %s\n", gettext(form->kind->fields[i].label), _("yours:"),
				shown(form, i, mine, &arena), _("saved:"), shown(form, i, theirs, &arena));
		}
	}
	arena_done(&arena);
}

static void conflict_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	struct form *form = pane->state;

	(void)with;
	if (which == 0) {
		ui_say(ui, _("Nothing is saved. The draft is kept."));
	} else if (which == 1) {
		save_together(ui, pane, theirs_take(form, CHANGED_BY_THEM));
	} else {
		theirs_take(form, CHANGED_BY_BOTH);
		theirs_take(form, CHANGED_BY_THEM);
		theirs_begin(form);
		keeping_touch(ui, &form->keeping);
		ui_say(ui, _("Their text stands in these fields now. Ctrl-S saves it with the rest of yours."));
	}
}

static void conflict_ask(struct ui *ui, const struct form *form, const struct error *err)
{
	const char *const choices[] = {_("back to the form, nothing is saved"), _("save mine in these fields"),
		_("take what is saved in these fields into the form")};
	struct buffer text;

	buffer_init(&text);
	buffer_format(&text, "%s\n", err->text);
	both_write(form, &text);
	dialog_choose(
		ui, &(struct choosing){.text = text.text, .choices = choices, .count = 3, .chosen = conflict_chosen});
	buffer_done(&text);
}

static int both_count(const struct form *form)
{
	struct arena arena;
	int both = 0;

	arena_init(&arena);
	for (int i = 0; i < form->count; i++) {
		both += changed_by(form, i, theirs_of(form, i, &arena), &arena) == CHANGED_BY_BOTH;
	}
	arena_done(&arena);
	return both;
}

bool form_conflict(struct ui *ui, struct pane *pane, const struct error *err)
{
	struct form *form = pane->state;
	struct error fresh_err = {ERROR_NONE, ""};
	int64_t version = 0;
	void *theirs = form->kind->fresh(ui, form->record, &version, &fresh_err);

	if (theirs == NULL) {
		return false;
	}
	if (form->theirs != NULL && form->kind->done != NULL) {
		form->kind->done(form->theirs);
	}
	form->theirs = theirs;
	form->theirs_version = version;
	if (both_count(form) > 0) {
		conflict_ask(ui, form, err);
	} else {
		save_together(ui, pane, theirs_take(form, CHANGED_BY_THEM));
	}
	return true;
}

/* The form's keys, checks, draft and save. */
#include "base/text.h"
#include "base/words.h"
#include "dialog.h"
#include "form_inner.h"
#include "program.h"
#include "ui.h"

const struct field *form_field(const struct form *form)
{
	return &form->kind->fields[form->focus];
}

struct editor *form_editor(struct form *form)
{
	return &form->fields[form->focus].editor;
}

/* ---- the draft */

static void form_keep(struct ui *ui, struct pane *pane)
{
	struct form *form = pane->state;
	struct draft_field fields[FORM_FIELDS];
	if (!form->keeping.pending) {
		return;
	}
	for (int i = 0; i < form->count; i++) {
		fields[i] = (struct draft_field){form->kind->fields[i].name, editor_text(&form->fields[i].editor)};
	}
	snprintf(form->keeping.at, sizeof form->keeping.at, "%.80s %zu", form_field(form)->name,
		form_editor(form)->caret);
	keeping_write(ui, &form->keeping, fields, (size_t)form->count);
}

static void form_changed(struct ui *ui, struct form *form)
{
	form->fields[form->focus].error[0] = '\0';
	keeping_touch(ui, &form->keeping);
}

/* Back where the typing stopped, so that what is typed on goes on there. */
static void draft_place(struct form *form, const char *at)
{
	const char *blank = strchr(at, ' ');
	for (int i = 0; blank != NULL && i < form->count; i++) {
		const char *name = form->kind->fields[i].name;
		if (strlen(name) == (size_t)(blank - at) && strncmp(name, at, (size_t)(blank - at)) == 0) {
			form->focus = i;
			editor_caret(form_editor(form), (size_t)strtoull(blank, NULL, 10));
		}
	}
}

static void draft_take(struct ui *ui, struct form *form, int64_t version)
{
	struct draft draft;
	char words[64];
	if (!keeping_find(ui, &form->keeping, &draft)) {
		return;
	}
	for (int i = 0; i < form->count; i++) {
		const char *text = draft_field(&draft, form->kind->fields[i].name);
		if (text != NULL) {
			editor_set(&form->fields[i].editor, text);
		}
	}
	draft_place(form, form->keeping.at);
	keeping_words(&form->keeping, words);
	if (draft.version != version) {
		ui_say(ui,
			_("Note: your %s was taken up again, but the matter has changed since. Saving shows the "
			  "differences."),
			words);
	} else {
		ui_say(ui, _("Your %s was taken up again. Ctrl-S saves, F8 discards it."), words);
	}
}

/* ---- opening and closing */

void form_begin_text(struct form *form, int which, const char *text)
{
	size_t bytes = strlen(text) + 1;
	char *copy = memory_take(bytes);
	memcpy(copy, text, bytes);
	free(form->fields[which].begin);
	form->fields[which].begin = copy;
}

static void fields_fill(struct form *form)
{
	struct arena arena;
	arena_init(&arena);
	for (int i = 0; form->kind->fields[i].name != NULL; i++) {
		const struct field *field = &form->kind->fields[i];
		assert(i < FORM_FIELDS);
		editor_init(&form->fields[i].editor, field->kind == FIELD_TEXT);
		editor_set(&form->fields[i].editor, field->get == NULL ? "" : field->get(form->record, &arena));
		form_begin_text(form, i, editor_text(&form->fields[i].editor));
		form->count = i + 1;
	}
	arena_done(&arena);
	assert(form->count > 0);
}

static bool form_begin(struct ui *ui, struct pane *pane, const void *given)
{
	const struct form_what *what = given;
	struct form *form = memory_take(sizeof *form);
	memset(form, 0, sizeof *form);
	form->kind = what->kind;
	form->record = what->record;
	form->today = ui_today(ui);
	snprintf(form->title, sizeof form->title, "%s", what->title == NULL ? "" : what->title);
	text_end_whole(form->title);
	char title[sizeof form->title + 128];
	snprintf(title, sizeof title, "%s%s%s", form->title, form->title[0] == '\0' ? "" : "  ",
		gettext(form->kind->title));
	keeping_init(&form->keeping, what->key, title, what->version);
	form->begin_version = what->version;
	fields_fill(form);
	for (int i = 0; what->focus != NULL && i < form->count; i++) {
		form->focus = strcmp(form->kind->fields[i].name, what->focus) == 0 ? i : form->focus;
	}
	draft_take(ui, form, what->version);
	pane->state = form;
	return true;
}

static void form_close(struct ui *ui, struct pane *pane)
{
	struct form *form = pane->state;
	if (form->theirs != NULL && form->kind->done != NULL) {
		form->kind->done(form->theirs);
	}
	(void)ui;
	for (int i = 0; i < form->count; i++) {
		editor_done(&form->fields[i].editor);
		free(form->fields[i].begin);
	}
	keeping_done(&form->keeping);
	if (form->kind->done != NULL) {
		form->kind->done(form->record);
	}
	free(form);
}

bool form_open(struct ui *ui, const struct form_what *what)
{
	return ui_push(ui, &form_pane, what);
}

void *form_record(const struct pane *pane)
{
	assert(pane->kind == &form_pane);
	return ((struct form *)pane->state)->record;
}

/* ---- keys */

static void form_to(struct ui *ui, struct pane *pane, int which)
{
	struct form *form = pane->state;
	if (which >= 0 && which < form->count && which != form->focus) {
		form_keep(ui, pane);
		form->focus = which;
		form->sought[0] = '\0';
	}
	form_fit(form, pane->rows, pane->columns);
}

static bool move_typed(struct ui *ui, struct pane *pane, const struct key *key)
{
	struct form *form = pane->state;
	if (key->press == PRESS_TAB || key->press == PRESS_ENTER || key->press == PRESS_DOWN) {
		form_to(ui, pane, form->focus + 1);
	} else if (key->press == PRESS_BACKTAB || key->press == PRESS_UP) {
		form_to(ui, pane, form->focus - 1);
	} else {
		return !form_is_text(form) && key->press == PRESS_CHARACTER;
	}
	return true;
}

static bool form_typed(struct ui *ui, struct pane *pane, const struct key *key)
{
	struct form *form = pane->state;
	struct editor *editor = form_editor(form);
	uint32_t changes = editor->changes;
	form_fit(form, pane->rows, pane->columns);
	bool text = form_is_text(form);
	bool taken = key->press != PRESS_TAB && (text ? editor_typed(editor, key) : form_value_typed(form, key));
	if (changes != editor->changes) {
		form_changed(ui, form);
	}
	form_fit(form, pane->rows, pane->columns);
	return taken || move_typed(ui, pane, key);
}

static bool form_pasted(struct ui *ui, struct pane *pane, const char *text, size_t bytes)
{
	struct form *form = pane->state;
	if (!form_is_text(form)) {
		return false;
	}
	form_fit(form, pane->rows, pane->columns);
	editor_paste(form_editor(form), text, bytes);
	form_changed(ui, form);
	form_fit(form, pane->rows, pane->columns);
	return true;
}

static bool form_typing(const struct pane *pane)
{
	(void)pane;
	return true;
}

/* ---- saving */

static bool field_take(struct form *form, int which, struct arena *arena)
{
	const struct field *field = &form->kind->fields[which];
	struct error err = {ERROR_NONE, ""};
	struct field_value value;
	bool good = field_read(field, form->record, editor_text(&form->fields[which].editor), form->today, arena,
			    &value, &err) &&
		    (field->set == NULL || field->set(form->record, &value, &err));
	snprintf(form->fields[which].error, FORM_ERROR, "%.*s", FORM_ERROR - 1, good ? "" : err.text);
	return good;
}

/* All fields are tried, so that all that is wrong is seen at once; the focus goes to the first. */
static bool fields_take(struct ui *ui, struct pane *pane)
{
	struct form *form = pane->state;
	struct arena arena;
	int wrong = 0, first = -1;
	arena_init(&arena);
	for (int i = 0; i < form->count; i++) {
		if (!field_take(form, i, &arena)) {
			first = first < 0 ? i : first;
			wrong++;
		}
	}
	arena_done(&arena);
	if (wrong > 0) {
		form_to(ui, pane, first);
		ui_say(ui,
			ngettext("Note: nothing is saved. %d field must be corrected; the draft is kept.",
				"Note: nothing is saved. %d fields must be corrected; the draft is kept.",
				(unsigned long)wrong),
			wrong);
	}
	return wrong == 0;
}

/* What is still safe is said here and once: a conflict's sentence says it itself. */
static void said_safe(struct ui *ui, const struct form *form, const struct error *err)
{
	struct error whole = *err;
	size_t used = strlen(whole.text);
	const char *safe = _("What you typed is kept as a draft.");
	bool kept = form->keeping.moment[0] != '\0' && !form->keeping.pending;
	if (kept && err->kind != ERROR_CONFLICT && used + 1 + strlen(safe) < sizeof whole.text) {
		snprintf(whole.text + used, sizeof whole.text - used, " %s", safe);
	}
	ui_say_error(ui, &whole);
}

static void save_refused(struct ui *ui, struct pane *pane, const char *wrong, const struct error *err)
{
	struct form *form = pane->state;
	for (int i = 0; wrong != NULL && i < form->count; i++) {
		if (strcmp(form->kind->fields[i].name, wrong) == 0) {
			snprintf(form->fields[i].error, FORM_ERROR, "%.*s", FORM_ERROR - 1, err->text);
			form_to(ui, pane, i);
		}
	}
	form_keep(ui, pane);
	said_safe(ui, form, err);
}

void form_save(struct ui *ui, struct pane *pane)
{
	struct form *form = pane->state;
	const char *wrong = NULL;
	struct error err = {ERROR_NONE, ""};
	form_keep(ui, pane);
	if (!fields_take(ui, pane)) {
		return;
	}
	if (!form->kind->save(ui, form->record, form->keeping.operation, form->keeping.version, &wrong, &err)) {
		bool shown = err.kind == ERROR_CONFLICT && form->kind->fresh != NULL && form_conflict(ui, pane, &err);
		if (!shown &&
			ui_top(ui) == pane) { /* else its kind has opened something about it, such as both versions */
			save_refused(ui, pane, wrong, &err);
		}
		return;
	}
	keeping_drop(ui, &form->keeping);
	ui_pop_to(ui, pane);
	ui_pop(ui);
	ui_stale(ui);
	if (form->kind->saved != NULL) {
		form->kind->saved(ui, form->record);
	}
}

/* ---- other actions */

static void leave_run(struct ui *ui, struct pane *pane)
{
	struct form *form = pane->state;
	bool kept = form->keeping.moment[0] != '\0' || form->keeping.pending;
	ui_pop(ui);
	if (kept && !form->keeping.pending) {
		ui_say(ui, _("The draft is kept. :drafts lists what is unsaved."));
	}
}

static void discarded(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct form *form = pane->state;
	(void)text;
	(void)with;
	keeping_drop(ui, &form->keeping);
	ui_pop_to(ui, pane);
	ui_pop(ui);
	ui_say(ui, _("The draft is discarded. Nothing was saved."));
}

static void discard_run(struct ui *ui, struct pane *pane)
{
	(void)pane;
	dialog_ask(ui, &(struct question){.text = _("Discard what is typed here? It cannot be taken back."),
			       .label = _("Type DISCARD:"),
			       .must = _("DISCARD"),
			       .yes = _("discard"),
			       .answered = discarded});
}

static const char *outside_barred(const struct ui *ui, const struct pane *pane)
{
	const struct form *form = pane->state;
	if (ui_options(ui)->served) {
		return _("No other program is started here. The text is edited in the form.");
	}
	return form_field(form)->kind == FIELD_TEXT ? NULL : _("Only a text of many lines is edited outside.");
}

static void outside_run(struct ui *ui, struct pane *pane)
{
	struct form *form = pane->state;
	struct buffer text;
	struct error err = {ERROR_NONE, ""};
	form_keep(ui, pane);
	buffer_init(&text);
	buffer_text(&text, editor_text(form_editor(form)));
	if (!program_edit(ui, &text, &err)) {
		ui_say_error(ui, &err);
	} else if (strcmp(text.text, editor_text(form_editor(form))) != 0) {
		editor_take(form_editor(form), text.text);
		form_changed(ui, form);
		form_keep(ui, pane);
		ui_say(ui, _("The text has come back and is a draft. Ctrl-S saves."));
	}
	buffer_done(&text);
}

/* ---- filled in by its kind */

static int field_named(const struct form *form, const char *name)
{
	for (int i = 0; i < form->count; i++)
		if (strcmp(form->kind->fields[i].name, name) == 0)
			return i;
	assert(false);
	return 0;
}

bool form_read(struct ui *ui, struct pane *pane, const char *const *names)
{
	struct form *form = pane->state;
	int first = -1;
	struct arena arena;
	arena_init(&arena);
	for (int i = 0; names[i] != NULL; i++) {
		int which = field_named(form, names[i]);
		if (!field_take(form, which, &arena) && first < 0)
			first = which;
	}
	arena_done(&arena);
	if (first >= 0) {
		form_to(ui, pane, first);
		ui_say(ui, "%s", form->fields[first].error);
	}
	return first < 0;
}

void form_at(struct ui *ui, struct pane *pane, const char *name)
{
	form_to(ui, pane, field_named(pane->state, name));
}

void form_put(struct ui *ui, struct pane *pane, const char *name, const char *text)
{
	struct form *form = pane->state;
	int which = field_named(form, name);
	if (strcmp(editor_text(&form->fields[which].editor), text) != 0) {
		editor_take(&form->fields[which].editor, text);
		form->fields[which].error[0] = '\0';
		keeping_touch(ui, &form->keeping);
	}
}

static const char *fill_barred(const struct ui *ui, const struct pane *pane)
{
	(void)ui;
	return ((const struct form *)pane->state)->kind->fill != NULL ? NULL
								      : _("Nothing is filled in from a template here.");
}

static void fill_run(struct ui *ui, struct pane *pane)
{
	form_keep(ui, pane);
	((struct form *)pane->state)->kind->fill(ui, pane);
}

static void form_head(const struct pane *pane, struct head *head)
{
	const struct form *form = pane->state;
	char words[64];
	snprintf(head->left, sizeof head->left, "%s", gettext(form->kind->title));
	snprintf(head->middle, sizeof head->middle, "%s", form->title);
	snprintf(head->right, sizeof head->right, "%s", keeping_words(&form->keeping, words));
}

static void next_run(struct ui *ui, struct pane *pane)
{
	form_to(ui, pane, ((struct form *)pane->state)->focus + 1);
}

static void previous_run(struct ui *ui, struct pane *pane)
{
	form_to(ui, pane, ((struct form *)pane->state)->focus - 1);
}

static const struct action form_actions[] = {
	{.name = "form-save",
		.keys = "Ctrl-S",
		.help = N_("save"),
		.hint = N_("save"),
		.changes = true,
		.run = form_save},
	{.name = "field-next", .keys = "Tab Down", .help = N_("next field"), .hint = N_("next"), .run = next_run},
	{.name = "field-previous", .keys = "Shift-Tab Up", .help = N_("previous field"), .run = previous_run},
	{.name = "escape",
		.keys = "Esc",
		.help = N_("leave the form, the draft stays"),
		.hint = N_("back, the draft stays"),
		.run = leave_run},
	{.name = "text-outside",
		.keys = "F4",
		.help = N_("edit the text in $EDITOR"),
		.run = outside_run,
		.barred = outside_barred},
	{.name = "form-fill",
		.keys = "F6",
		.help = N_("fill in the payment plan of a decision from a template"),
		.hint = N_("template"),
		.run = fill_run,
		.barred = fill_barred},
	{.name = "draft-discard", .keys = "F8", .help = N_("discard what is typed"), .run = discard_run},
	{.name = NULL},
};

const struct pane_kind form_pane = {
	.name = "form",
	.title = N_("Form"),
	.actions = form_actions,
	.open = form_begin,
	.close = form_close,
	.draw = form_draw,
	.head = form_head,
	.typed = form_typed,
	.pasted = form_pasted,
	.field = form_typing,
	.tick = form_keep,
	.keep = form_keep,
};

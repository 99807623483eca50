/* The form's keys, checks, draft and save. */
#include "base/text.h"
#include "base/words.h"
#include "dialog.h"
#include "form_inner.h"
#include "program.h"
#include "ui.h"

static const struct field *field_focused(const struct form *form)
{
	return &form->kind->fields[form->focus];
}

static struct editor *editor_focused(struct form *form)
{
	return &form->fields[form->focus].editor;
}

static bool field_is_text(const struct field *field)
{
	return field->kind != FIELD_CHOICE && field->kind != FIELD_CHECKBOX;
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
	keeping_write(ui, &form->keeping, fields, (size_t)form->count);
}

static void form_changed(struct ui *ui, struct form *form)
{
	form->fields[form->focus].error[0] = '\0';
	keeping_touch(ui, &form->keeping);
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
	char title[512];
	snprintf(title, sizeof title, "%s%s%s", form->title, form->title[0] == '\0' ? "" : "  ",
		gettext(form->kind->title));
	keeping_init(&form->keeping, what->key, title, what->version);
	form->begin_version = what->version;
	fields_fill(form);
	draft_take(ui, form, what->version);
	for (int i = 0; what->focus != NULL && i < form->count; i++) {
		form->focus = strcmp(form->kind->fields[i].name, what->focus) == 0 ? i : form->focus;
	}
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

static bool choice_move(struct form *form, int by)
{
	const struct field *field = field_focused(form);
	struct editor *editor = editor_focused(form);
	struct field_choice choice;
	int count = 0, at = -1;
	for (; field_choice(field, form->record, count, &choice); count++) {
		at = strcmp(choice.word, editor_text(editor)) == 0 ? count : at;
	}
	int least = field->required ? 0 : -1; /* -1: nothing chosen */
	int next = at + by < least ? count - 1 : at + by >= count ? least : at + by;
	bool chosen = next >= 0 && field_choice(field, form->record, next, &choice);
	editor_set(editor, chosen ? choice.word : "");
	return true;
}

/* The label, or with `word` any word of it: "Region Halland" is looked for as Halland. */
static bool starts_with(const char *label, const char *typed, bool word)
{
	struct arena arena;
	bool starts = false;
	arena_init(&arena);
	const char *start = text_fold(&arena, typed);
	for (const char *at = text_fold(&arena, label); at != NULL && !starts; at = word ? strchr(at, ' ') : NULL) {
		at += *at == ' ';
		starts = strncmp(at, start, strlen(start)) == 0;
	}
	arena_done(&arena);
	return starts;
}

/* Goes to the first choice after the present one that begins so, around the end; `stay`: or to the present one. */
static bool choice_seek(struct form *form, const char *typed, bool stay, bool word)
{
	const struct field *field = field_focused(form);
	struct editor *editor = editor_focused(form);
	struct field_choice choice, first = {NULL, NULL};
	bool passed = false;
	for (int i = 0; field_choice(field, form->record, i, &choice); i++) {
		bool here = strcmp(choice.word, editor_text(editor)) == 0,
		     begins = starts_with(choice.label, typed, word);
		if (here && begins && stay)
			return true;
		if (begins && !here && (passed || first.word == NULL)) {
			first = choice;
			if (passed) {
				break;
			}
		}
		passed = passed || here;
	}
	if (first.word != NULL)
		editor_set(editor, first.word);
	return first.word != NULL;
}

static bool choice_begin(struct form *form, const char *typed, bool stay)
{
	return choice_seek(form, typed, stay, false) || choice_seek(form, typed, stay, true);
}

/* Letters typed in a row go to the choice that begins with them all; where none does, the last letter goes to the next
 * choice that begins with it. */
static bool choice_letter(struct form *form, uint32_t letter)
{
	char typed[sizeof form->sought + 4];
	int before = snprintf(typed, sizeof typed, "%s", form->sought);
	typed[before + text_encode(letter, typed + before)] = '\0';
	bool more = before > 0 && strlen(typed) < sizeof form->sought && choice_begin(form, typed, true);
	const char *kept = more ? typed : typed + before;
	bool found = more || choice_begin(form, kept, false);
	snprintf(form->sought, sizeof form->sought, "%s", found ? kept : "");
	return found;
}

/* True when the key changed the value. */
static bool value_typed(struct form *form, const struct key *key)
{
	const struct field *field = field_focused(form);
	bool space = key->press == PRESS_CHARACTER && key->character == ' ';
	if (field->kind == FIELD_CHECKBOX) {
		struct editor *editor = editor_focused(form);
		if (space) {
			editor_set(editor, editor_text(editor)[0] == '\0' ? "x" : "");
		}
		return space;
	}
	if (key->press == PRESS_CHARACTER && (!space || form->sought[0] != '\0') &&
		choice_letter(form, key->character)) {
		return true;
	}
	form->sought[0] = '\0';
	if (space || key->press == PRESS_RIGHT) {
		return choice_move(form, 1);
	}
	return key->press == PRESS_LEFT && choice_move(form, -1);
}

static bool move_typed(struct ui *ui, struct pane *pane, const struct key *key)
{
	struct form *form = pane->state;
	if (key->press == PRESS_TAB || key->press == PRESS_ENTER || key->press == PRESS_DOWN) {
		form_to(ui, pane, form->focus + 1);
	} else if (key->press == PRESS_BACKTAB || key->press == PRESS_UP) {
		form_to(ui, pane, form->focus - 1);
	} else {
		return !field_is_text(field_focused(form)) && key->press == PRESS_CHARACTER;
	}
	return true;
}

static bool form_typed(struct ui *ui, struct pane *pane, const struct key *key)
{
	struct form *form = pane->state;
	struct editor *editor = editor_focused(form);
	uint32_t changes = editor->changes;
	form_fit(form, pane->rows, pane->columns);
	bool text = field_is_text(field_focused(form));
	bool taken = key->press != PRESS_TAB && (text ? editor_typed(editor, key) : value_typed(form, key));
	if (changes != editor->changes) {
		form_changed(ui, form);
	}
	form_fit(form, pane->rows, pane->columns);
	return taken || move_typed(ui, pane, key);
}

static bool form_pasted(struct ui *ui, struct pane *pane, const char *text, size_t bytes)
{
	struct form *form = pane->state;
	if (!field_is_text(field_focused(form))) {
		return false;
	}
	form_fit(form, pane->rows, pane->columns);
	editor_paste(editor_focused(form), text, bytes);
	form_changed(ui, form);
	form_fit(form, pane->rows, pane->columns);
	return true;
}

static bool form_field(const struct pane *pane)
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
	ui_say_error(ui, err);
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
	return field_focused(form)->kind == FIELD_TEXT ? NULL : _("Only a text of many lines is edited outside.");
}

static void outside_run(struct ui *ui, struct pane *pane)
{
	struct form *form = pane->state;
	struct buffer text;
	struct error err = {ERROR_NONE, ""};
	form_keep(ui, pane);
	buffer_init(&text);
	buffer_text(&text, editor_text(editor_focused(form)));
	if (!program_edit(ui, &text, &err)) {
		ui_say_error(ui, &err);
	} else if (strcmp(text.text, editor_text(editor_focused(form))) != 0) {
		editor_take(editor_focused(form), text.text);
		form_changed(ui, form);
		form_keep(ui, pane);
		ui_say(ui, _("The text has come back and is a draft. Ctrl-S saves."));
	}
	buffer_done(&text);
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
	.field = form_field,
	.tick = form_keep,
	.keep = form_keep,
};

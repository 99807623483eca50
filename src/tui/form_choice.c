/* Values that are chosen and not written: a field of choices by arrows or by its first letters, a box by the space bar.
 * Invariant: what is kept is a choice's word, or nothing. */
#include "base/text.h"
#include "form_inner.h"

bool form_is_text(const struct form *form)
{
	const struct field *field = form_field(form);
	return field->kind != FIELD_CHOICE && field->kind != FIELD_CHECKBOX;
}

static bool choice_move(struct form *form, int by)
{
	const struct field *field = form_field(form);
	struct editor *editor = form_editor(form);
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
	const struct field *field = form_field(form);
	struct editor *editor = form_editor(form);
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

bool form_value_typed(struct form *form, const struct key *key)
{
	const struct field *field = form_field(form);
	bool space = key->press == PRESS_CHARACTER && key->character == ' ';
	if (field->kind == FIELD_CHECKBOX) {
		struct editor *editor = form_editor(form);
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

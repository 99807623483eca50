/* What was typed in a field, understood. Knows no screen. */
#include "base/day.h"
#include "base/money.h"
#include "base/text.h"
#include "base/words.h"
#include "form.h"

bool field_choice(const struct field *field, const void *record, int which, struct field_choice *out)
{
	if (field->choices == NULL) {
		return field->choice != NULL && field->choice(record, which, out);
	}
	for (int i = 0; field->choices[i].word != NULL; i++) {
		if (i == which) {
			*out = field->choices[i];
			out->label = gettext(out->label);
			return true;
		}
	}
	return false;
}

static bool number_read(const char *text, int64_t *out, struct error *err)
{
	char *end = NULL;
	errno = 0;
	long long number = isdigit((unsigned char)text[0]) ? strtoll(text, &end, 10) : -1;
	if (number < 0 || errno != 0 || *end != '\0') {
		return refuse(err, ERROR_INVALID, _("'%s' is no whole number. Write digits only, as 12."), text);
	}
	*out = number;
	return true;
}

static bool choice_read(
	const struct field *field, const void *record, const char *text, int64_t *out, struct error *err)
{
	struct field_choice choice;
	for (int i = 0; field_choice(field, record, i, &choice); i++) {
		if (strcmp(choice.word, text) == 0) {
			*out = i;
			return true;
		}
	}
	return refuse(err, ERROR_INVALID, _("'%s' is none of the choices."), text);
}

static int64_t number_empty(enum field_kind kind)
{
	switch (kind) {
	case FIELD_LINE:
	case FIELD_TEXT:
	case FIELD_CHECKBOX: return 0;
	case FIELD_CHOICE: return -1;
	case FIELD_DAY: return DAY_NONE;
	case FIELD_MONEY: return MONEY_UNKNOWN;
	case FIELD_NUMBER: return NUMBER_NONE;
	}
	return 0;
}

static bool number_of(
	const struct field *field, const void *record, const char *text, int64_t today, int64_t *out, struct error *err)
{
	day which;
	switch (field->kind) {
	case FIELD_LINE:
	case FIELD_TEXT: return true;
	case FIELD_CHECKBOX: *out = 1; return true;
	case FIELD_CHOICE: return choice_read(field, record, text, out, err);
	case FIELD_MONEY: return money_parse(text, out, err);
	case FIELD_NUMBER: return number_read(text, out, err);
	case FIELD_DAY:
		if (!day_parse(text, (day)today, &which, err)) {
			return false;
		}
		*out = which;
		return true;
	}
	return true;
}

bool field_read(const struct field *field, const void *record, const char *typed, int64_t today, struct arena *arena,
	struct field_value *out, struct error *err)
{
	struct field_value value = {"", number_empty(field->kind)};
	if (!text_clean(arena, typed, strlen(typed), field->kind == FIELD_TEXT, &value.text, err)) {
		return false;
	}
	if (value.text[0] == '\0' && field->required) {
		return refuse(err, ERROR_INVALID, _("%s must be filled in."), gettext(field->label));
	}
	if (value.text[0] != '\0' && !number_of(field, record, value.text, today, &value.number, err)) {
		return false;
	}
	*out = value;
	return true;
}

static void day_echo(day which, char out[96])
{
	static const char *const names[] = {N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"),
		N_("Saturday"), N_("Sunday")};
	char text[DAY_TEXT];
	day_text(which, text);
	const char *off = day_is_off(which) && day_weekday(which) < 6 ? day_off_name(which) : NULL;
	snprintf(out, 96, "= %s %s%s%s", gettext(names[day_weekday(which) - 1]), text, off != NULL ? ", " : "",
		off != NULL ? off : "");
}

void field_echo(const struct field *field, const void *record, const char *typed, int64_t today, char out[96])
{
	struct arena arena;
	struct field_value value;
	char money[MONEY_TEXT];
	bool adds = field->kind == FIELD_DAY || field->kind == FIELD_MONEY;
	out[0] = '\0';
	if (typed[0] == '\0') {
		snprintf(out, 96, "%s", field->required ? _("required") : "");
		return;
	}
	arena_init(&arena);
	if (adds && field_read(field, record, typed, today, &arena, &value, NULL)) {
		if (field->kind == FIELD_DAY) {
			day_echo((day)value.number, out);
		} else {
			snprintf(out, 96, "= %s", money_text(value.number, MONEY_KR, words_swedish(), money));
		}
	}
	arena_done(&arena);
}

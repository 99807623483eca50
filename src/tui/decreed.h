/* What the forms of the delegation's later decisions share: what is not tried, instalments withheld, claims and what
 * changes them. Each record begins with a union of its struct record and a struct decreed, and each kind of form has
 * the fields below among its own. */
#ifndef KANSLI_TUI_DECREED_H
#define KANSLI_TUI_DECREED_H

#include "record.h"

struct decreed {
	struct record base;
	int64_t measure, application;
	const char *number, *lead,
		*title; /* "12.3", or "12-2026" of a whole application; the lead's code; of the form */
	const char *decided_on, *reasons, *section, *deciders, *presenter, *others;
	bool confirmed; /* the number has been typed */
};
/* A record of `size` bytes that begins with one: decided today, presented by the case's officer. The caller owns it.
 * NULL refuses. */
void *decreed_new(struct ui *ui, size_t size, int64_t measure, struct error *err);
/* The same about a whole application when measure is 0. */
void *decreed_new_of(struct ui *ui, size_t size, int64_t application, int64_t measure, struct error *err);
/* Who decided (FL 31 §): the item of the section of the minutes, or the three as typed. */
struct decreed_by {
	int64_t item;
	const char *deciders, *presenter, *others;
};
bool decreed_by(const struct decreed *decreed, struct decreed_by *out, const char **wrong, struct error *err);
/* Of form_kind.save: false first time, when `text` is read back and the number is to be typed. */
bool decreed_confirm(struct ui *ui, struct decreed *decreed, const char *text);
/* An amount as the field begins with it, in the arena; "" for an unknown one. */
const char *decreed_money(const struct decreed *decreed, int64_t ore, struct arena *arena);

#define DECREED_GET(member) const char *decreed_##member##_get(const void *record, struct arena *arena)
#define DECREED_SET(member)                                                                                            \
	bool decreed_##member##_set(void *record, const struct field_value *value, struct error *err)
DECREED_GET(decided_on);
DECREED_SET(decided_on);
DECREED_GET(reasons);
DECREED_SET(reasons);
DECREED_GET(section);
DECREED_SET(section);
DECREED_GET(deciders);
DECREED_SET(deciders);
DECREED_GET(presenter);
DECREED_SET(presenter);
DECREED_GET(others);
DECREED_SET(others);

/* The day first, the reasons and who decided last. */
#define DECREED_DAY                                                                                                    \
	{                                                                                                              \
		.name = "decided_on", .label = N_("Decided on"), .kind = FIELD_DAY, .required = true,                  \
		.get = decreed_decided_on_get, .set = decreed_decided_on_set,                                          \
		.help = N_("The day the delegation decided.")                                                          \
	}
#define DECREED_FIELDS                                                                                                 \
	{.name = "reasons",                                                                                            \
		.label = N_("Reasons"),                                                                                \
		.kind = FIELD_TEXT,                                                                                    \
		.rows = 3,                                                                                             \
		.required = true,                                                                                      \
		.get = decreed_reasons_get,                                                                            \
		.set = decreed_reasons_set,                                                                            \
		.help = N_("Which circumstances were decisive (32 § FL).")},                                           \
		{.name = "section",                                                                                    \
			.label = N_("Section of the minutes"),                                                         \
			.kind = FIELD_LINE,                                                                            \
			.get = decreed_section_get,                                                                    \
			.set = decreed_section_set,                                                                    \
			.help = N_("Where the sitting is kept here: § 4. It then says who decided and took part (31 " \
				   "§ FL).")},                                                                         \
		{.name = "deciders",                                                                                   \
			.label = N_("Who decided"),                                                                    \
			.kind = FIELD_LINE,                                                                            \
			.get = decreed_deciders_get,                                                                   \
			.set = decreed_deciders_set,                                                                   \
			.help = N_("31 § FL; without a section of the minutes. Take away those who were not there.")}, \
		{.name = "presenter",                                                                                  \
			.label = N_("Presenter"),                                                                      \
			.kind = FIELD_LINE,                                                                            \
			.get = decreed_presenter_get,                                                                  \
			.set = decreed_presenter_set,                                                                  \
			.help = N_("Who presented the matter (31 § FL).")},                                            \
	{                                                                                                              \
		.name = "others", .label = N_("Others taking part"), .kind = FIELD_LINE, .get = decreed_others_get,    \
		.set = decreed_others_set,                                                                             \
		.help = N_("Who took part in the final handling without deciding (31 § FL); empty is nobody.")         \
	}

#endif

/* Options that fill in a document. Invariant: an option that is not given changes nothing. */
#include "cli/document_fields.h"

#include "cli/fields.h"

#define DOCUMENT_ROWS                                                                                                  \
	{"direction", N_("in|out|made"), N_("came in, went out or was drawn up"), false},                              \
		{"kind", N_("WORD"), N_("application, decision, letter …, or other words"), false},                    \
		{"subject", N_("TEXT"), N_("in brief what it concerns"), false},                                       \
		{"on", N_("DAY"), N_("the day it was found, sent or drawn up (today)"), false},                        \
		{"time", N_("HH:MM"), N_("the time of it"), false},                                                    \
		{"arrival", N_("reached|advice|mailbox"), N_("how it arrived: the day of arrival follows (FL 22 §)"),  \
			false},                                                                                        \
		{"dated", N_("DAY"), N_("the document's own date"), false},                                            \
		{"way", N_("WAY"), N_("e-service, e-mail, post or by hand"), false},                                   \
		{"region", N_("REGION"), N_("sender or receiver"), false},                                             \
		{"party", N_("TEXT"), N_("sender or receiver in words"), false},                                       \
		{"number", N_("TEXT"), N_("the other body's own number"), false},                                      \
		{"pages", N_("N"), N_("how many pages"), false},                                                       \
		{"incomplete", NULL, N_("an excerpt, or a broken-off source"), false},                                 \
		{"secret", N_("PROVISION"), N_("secrecy mark: the provision relied on (OSL 5:5)"), false},             \
		{"secret-on", N_("DAY"), N_("the day of the mark (today)"), false},                                    \
		{"secret-by", N_("AUTHORITY"), N_("the authority that made the mark"), false},                         \
		{"open-subject", N_("TEXT"), N_("the public register's words for a marked document"), false},
const struct option_row document_add_options[] = {
	DOCUMENT_ROWS{"file", N_("FILE"), N_("the document's file; it is copied beside the office"), false},
	{0},
};
const struct option_row document_change_options[] = {
	DOCUMENT_ROWS{"why", N_("TEXT"), N_("the reason, for the log"), false},
	{0},
};

static bool words_fill(struct shell *shell, struct document_change *change, struct error *err)
{
	struct programme programme;
	const char *kind = shell_option(shell, "kind");
	const struct word *word;
	bool filled;

	if (!programme_load(shell->cw, &programme, err))
		return false;
	word = kind ? programme_word(&programme, "document", kind) : NULL;
	if (kind)
		change->kind = arena_text(&shell->arena, word ? word->code : kind);
	filled = field_word(shell, &programme, "direction", "direction", &change->direction, err) &&
		 field_word(shell, &programme, "arrival", "arrival_rule", &change->arrival, err) &&
		 field_word(shell, &programme, "way", "arrival", &change->way, err) &&
		 field_region(shell, &programme, "region", &change->region, err);
	programme_done(&programme);
	return filled;
}

bool document_fields(struct shell *shell, struct document_change *change, struct error *err)
{
	int64_t pages = change->pages;
	char today[DAY_TEXT];

	day_text(casework_today(shell->cw), today);
	if (!words_fill(shell, change, err) || !field_text(shell, "subject", &change->subject, err) ||
		!field_day(shell, "on", &change->on_day, err) || !field_text(shell, "time", &change->on_time, err) ||
		!field_day(shell, "dated", &change->dated_on, err) ||
		!field_text(shell, "party", &change->party, err) ||
		!field_text(shell, "number", &change->own_number, err) || !shell_number(shell, "pages", &pages, err) ||
		!field_text(shell, "secret", &change->secret_ground, err) ||
		!field_day(shell, "secret-on", &change->secret_on, err) ||
		!field_text(shell, "secret-by", &change->secret_by, err) ||
		!field_text(shell, "open-subject", &change->open_subject, err))
		return false;
	change->pages = pages > 0 && pages < INT32_MAX ? (int)pages : pages ? -1 : 0;
	change->incomplete = change->incomplete || shell_switch(shell, "incomplete");
	if (!change->on_day)
		change->on_day = arena_text(&shell->arena, today);
	if (change->secret_ground && !change->secret_on)
		change->secret_on = arena_text(&shell->arena, today);
	return true;
}

bool shell_document(struct shell *shell, int nth, int64_t *id, struct error *err)
{
	return document_find(shell->cw, shell->arguments[nth], id, err);
}

bool shell_case(struct shell *shell, int nth, struct case_ref *ref, struct error *err)
{
	return case_find(shell->cw, shell->arguments[nth], ref, err);
}

const char *document_said(struct shell *shell, int64_t document)
{
	struct document_query query = {.id = document};
	struct document_list list;
	const char *said = "";

	if (!document_list_load(shell->cw, &query, &list, NULL))
		return said;
	if (list.count)
		said = arena_text(&shell->arena, list.items[0].number);
	document_list_done(&list);
	return said;
}

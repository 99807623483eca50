/* The forms of the criteria: a new version, a criterion of a draft, and the delegation's decision. */
#ifndef KANSLI_TUI_FORM_CRITERIA_H
#define KANSLI_TUI_FORM_CRITERIA_H

#include "ui.h"

void criteria_draft_form(struct ui *ui, int64_t from);
void criterion_form(struct ui *ui, int64_t number, const char *id); /* id NULL: a new one */
void criteria_adopt_form(struct ui *ui, int64_t number);

#endif

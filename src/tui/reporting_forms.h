/* The forms of a report on a grant. Each copies what it needs of the sheet. */
#ifndef KANSLI_TUI_REPORTING_FORMS_H
#define KANSLI_TUI_REPORTING_FORMS_H

#include "casework/reporting.h"
#include "desk.h"

enum reporting_form {
	REPORTING_FORM_CONTENT, /* what it says */
	REPORTING_FORM_REGION,  /* what a region tells */
	REPORTING_FORM_EFFECT,  /* what was achieved of an indicator */
	REPORTING_FORM_ARRIVAL, /* it came in */
	REPORTING_FORM_REMIND,
	REPORTING_FORM_RULING, /* approved, or sent back */
	REPORTING_FORM_DUE,    /* a further report of the measure */
	REPORTING_FORMS
};
void reporting_form_open(struct ui *ui, enum reporting_form which, const struct reporting_sheet *sheet);

#endif

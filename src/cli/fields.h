/* Options that fill in a change. What is not given stays as it stands in *out, so that one table of options serves both
 * a new thing and a changed one; an empty value clears. Texts belong to the shell's arena. */
#ifndef KANSLI_CLI_FIELDS_H
#define KANSLI_CLI_FIELDS_H

#include "casework/application.h"
#include "casework/measure.h"
#include "casework/programme.h"
#include "cli.h"

/* A line or, with @FILE, a whole text. */
bool field_text(struct shell *shell, const char *name, const char **out, struct error *err);
bool field_day(struct shell *shell, const char *name, const char **out, struct error *err);
/* By code or by name in either language; ERROR_INVALID names the words there are. */
bool field_word(struct shell *shell, const struct programme *programme, const char *name, const char *kind,
	const char **out, struct error *err);
/* Several parted by |. */
bool field_words(struct shell *shell, const struct programme *programme, const char *name, const char *kind,
	const char **out, struct error *err);
bool field_region(
	struct shell *shell, const struct programme *programme, const char *name, const char **out, struct error *err);
/* no, yes, partly. */
bool field_invented(struct shell *shell, const char *name, int *out, struct error *err);
/* --cost and --sought YEAR=AMOUNT over the amounts there are; "2027=" takes the year's amount away, "2027=okänt" keeps
 * it as unknown. `amounts` has room for MEASURE_YEARS. */
bool field_amounts(struct shell *shell, struct measure_amount *amounts, int *count, struct error *err);

/* What `register` and `change` have in common, and `measure add` and `measure change`. */
extern const struct option_row application_options[], measure_options[];
bool application_fields(struct shell *shell, struct application_change *change, struct error *err);
/* --participant, each as a region's code; room for SHELL_VALUES. */
bool participants_read(struct shell *shell, const char **codes, int *count, struct error *err);
bool measure_fields(
	struct shell *shell, struct measure_change *change, struct measure_amount *amounts, struct error *err);

#endif

/* An import for the tests: an office, three good sheets, and a way to spoil one cell of them. */
#ifndef KANSLI_TESTS_IMPORTS_H
#define KANSLI_TESTS_IMPORTS_H

#include "claims.h"
#include "csv/intake_file.h"
#include "office.h"

#include "base/buffer.h"

extern struct casework *cw; /* rut, the registrar, sits at the desk */
extern struct intake_files files;
extern struct programme programme;
extern const char *const import_names[3]; /* a.csv d.csv m.csv: applications, participants, measures */

void import_set_up(void);
void import_tear_down(void);
bool import_add(const char *name, const char *bytes, size_t count, struct error *err);
/* One of the three sheets, one line long; with the cell of `column` replaced unless it is NULL. */
void import_add_good(int which, const char *column, const char *value);
/* As `kansli import` does it: cells that cannot be read make it a trial. */
bool import_take(bool dry_run, struct intake_result *result, struct error *err);
bool nothing_there(void);

/* Each claim as many times as its table is long; the last has no claim. */
struct import_claim {
	const TTest *claim;
	int times;
};
int import_claims_run(const char *name, const struct import_claim *claims);

#endif

/* Small cases for the tests of casework: an application and its measures in one line each, registered by rut. */
#ifndef KANSLI_TESTS_CASES_H
#define KANSLI_TESTS_CASES_H

#include "casework/application.h"
#include "casework/measure.h"
#include "office.h"

/* A right form, for a test to spoil one field of. */
struct application_change application_form_of(const char *lead, const char *title);
struct measure_change measure_form_of(const char *title);

/* Registered in round 2026, arrived 2026-03-10. The one at the desk stays. */
int64_t application_of(struct casework *cw, const char *lead, const char *title);
/* With cost and sought in 2026, in kronor; negative: unknown. */
int64_t measure_of(struct casework *cw, int64_t application, const char *title, int64_t cost, int64_t sought);

/* Rows that verbs of other files would write, straight into the file; then an event, so that nothing is stale. */
void rows_put(struct casework *cw, const char *sql);

#endif

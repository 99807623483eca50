/* What the auditor reads, as tables. */
#ifndef KANSLI_CSV_REPORTS_AUDIT_H
#define KANSLI_CSV_REPORTS_AUDIT_H

#include "casework/audit.h"
#include "csv/report.h"

void report_audit_roles(struct report *report, const struct audit *audit);
void report_audit_acts(struct report *report, const struct audit *audit);
void report_audit_readings(struct report *report, const struct audit *audit);
/* The rows drawn, with the rule and the seed in words below. */
void report_audit_sample(struct report *report, const struct audit_sample *sample, const struct audit_drawing *drawing);

#endif

/* Clocks and kept versions written out, for the verbs about them and for `kansli show`. */
#ifndef KANSLI_CLI_CLOCK_SHOW_H
#define KANSLI_CLI_CLOCK_SHOW_H

#include "base/json.h"
#include "casework/clock.h"
#include "casework/programme.h"
#include "cli.h"

/* Every clock, or those of one measure (`only` not 0), for people. */
void clock_lines(struct buffer *out, const struct programme *programme, const struct clock_list *list, int64_t only);
/* "clocks": […], "uncommunicated": […] in the object that is open. */
void clock_fields_json(struct json *json, const struct clock_list *list, int64_t only);
/* What there is to say of a day that is set: no working day, and the applicant's known meetings. On stderr. */
bool clock_day_tell(struct shell *shell, int64_t application, const char *from, const char *due, struct error *err);

#endif

/* The filter language of the list, the shell and views: words match anywhere (number, applicant, title); field:value,
 * points>=70, due<7d, sought:5mn..20mn, gate:G12=no, -state:decided, "exact words", eller/or. Both languages' names. */
#ifndef KANSLI_CASEWORK_SEARCH_H
#define KANSLI_CASEWORK_SEARCH_H

#include "application.h"

struct filter;
/* Owned by the arena. ERROR_INVALID points: "Okänt fält 'leg' (tecken 1–3). Menade du läge?" */
bool filter_read(const char *text, day today, struct arena *arena, struct filter **out, struct error *err);
bool filter_empty(const struct filter *filter);
/* `mine`: the actor's person id, for min:ja. `folded`: text_fold of what words match in. */
bool filter_matches(const struct filter *filter, const struct application_row *row, const char *folded, int64_t mine);

#endif

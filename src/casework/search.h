/* The filter language of the list, the shell and views: words match anywhere (number, applicant, title); field:value,
 * due<7d, sought:5mn..20mn, gate:G12=no, -state:decided, "exact words", eller/or. Both languages' names. Points are no
 * field: they belong to measures, and a filter would tell of hidden ones. For views: state:open, mine:yes, toscore:yes,
 * -due:none. */
#ifndef KANSLI_CASEWORK_SEARCH_H
#define KANSLI_CASEWORK_SEARCH_H

#include "application.h"

struct filter;
/* Owned by the arena. The programme has the words for status and the control points (NULL: status by code only, any
 * control point). ERROR_INVALID points: "Okänt fält ”leg” (tecken 1–3). Menade du läge?" */
bool filter_read(const char *text, day today, const struct programme *programme, struct arena *arena,
	struct filter **out, struct error *err);
bool filter_empty(const struct filter *filter);
/* Does it ask for a control point, so that the rows need `gates`? For words, so that they need `folded`? For anything
 * that does not stand in the application itself: status, money, counts, deadlines, the actor's part in it? */
bool filter_asks_gates(const struct filter *filter);
bool filter_asks_words(const struct filter *filter);
bool filter_asks_facts(const struct filter *filter);
/* `mine`: the actor's person id, for mine:yes. `folded`: text_fold of what words match in, its parts kept apart by a
 * sign that no text has; NULL when the filter has no words. */
bool filter_matches(const struct filter *filter, const struct application_row *row, const char *folded, int64_t mine);

#endif

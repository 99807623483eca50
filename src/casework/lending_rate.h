/* The state's lending rate (SFS 1993:1138 6 §), for interest by 20 §: entered with its source, never looked up and
 * never changed. Of several entered for one day the last holds; what was calculated and sent before stays as it was. */
#ifndef KANSLI_CASEWORK_LENDING_RATE_H
#define KANSLI_CASEWORK_LENDING_RATE_H

#include "access.h"
#include "interest.h"

struct lending_rate {
	int64_t id;
	const char *from_on, *source, *entered_by, *entered_at;
	int rate;   /* hundredths of a per cent */
	bool holds; /* nothing was entered later for the same day */
};
struct lending_rate_list {
	struct arena arena;
	struct lending_rate *items; /* the newest day first */
	int count;
};
bool lending_rate_list_load(struct casework *cw, struct lending_rate_list *out, struct error *err);
void lending_rate_list_done(struct lending_rate_list *list);
/* Those that hold, by day, in the arena: what interest_calculate() takes. */
bool lending_rates_load(
	struct casework *cw, struct arena *arena, struct interest_rate **out, int *count, struct error *err);
/* RIGHT_RATE_PUT. Refused without a source, and when the same stands already. */
bool lending_rate_put(struct casework *cw, const struct operation *op, const char *from_on, int rate,
	const char *source, struct error *err);
/* "2,50", "2.5 %" or "-0,25" as hundredths of a per cent, 250, 250 and -25; ERROR_INVALID with more than two decimals.
 */
bool per_cent_parse(const char *text, int *out, struct error *err);
/* "2,50 %", in English "2.50%". */
const char *per_cent_text(struct arena *arena, int hundredths);

#endif

/* Who of those that apply together stands for how much of a joint measure (SFS 2024:1102 4 §; the time for joint work
 * is paid from the grant). */
#ifndef KANSLI_CASEWORK_SHARE_H
#define KANSLI_CASEWORK_SHARE_H

#include "casework.h"

struct share {
	int64_t participant, measure, ore;
	int measure_n;
	const char *region, *region_short;
};
struct share_list {
	struct arena arena;
	struct share *items; /* by measure, then the lead first and Swedish order */
	int count;
};
bool share_list_load(struct casework *cw, int64_t application, struct share_list *out, struct error *err);
void share_list_done(struct share_list *list);
/* Öre; MONEY_UNKNOWN when the participant has no share of the measure written. */
int64_t share_of(const struct share_list *list, int64_t participant, int64_t measure);
/* Sum of the shares of a measure, in öre; *count (may be NULL) gets how many there are. */
int64_t share_sum(const struct share_list *list, int64_t measure, int *count);
/* Pure: an amount in proportion to the weights, rounded down; öre that are left over go one each to the first whose
 * weight is not 0. Some weight is not 0. */
void share_parts(int64_t ore, const int64_t *weights, int count, int64_t *parts);

/* One region's share, in öre; 0 says that it has left the measure, MONEY_UNKNOWN takes the share away.
 * RIGHT_MEASURE_PUT; a decided measure keeps its shares. */
bool share_put(struct casework *cw, const struct operation *op, int64_t measure, const char *region, int64_t ore,
	struct error *err);
/* What is sought, in equal parts over those who have not left (share 0). The öre that are left over go one each to the
 * first: the lead, then Swedish order. ERROR_INVALID while what is sought is unknown. */
bool share_split(struct casework *cw, const struct operation *op, int64_t measure, struct error *err);

#endif

/* When the regions' bodies are known to meet: shown beside a deadline one sets, never a rule. */
#ifndef KANSLI_CASEWORK_MEETING_H
#define KANSLI_CASEWORK_MEETING_H

#include "access.h"

struct meeting {
	int64_t id, version;
	const char *region, *region_short, *on_day, *body, *source;
};
struct meeting_list {
	struct arena arena;
	struct meeting *items; /* by day */
	int count;
};
/* From `first` on; `region` is a code, or NULL: all. */
bool meeting_list_load(
	struct casework *cw, const char *region, const char *first, struct meeting_list *out, struct error *err);
/* Of those who take part in the application, from a day to a day. */
bool meeting_list_of(struct casework *cw, int64_t application, const char *first, const char *last,
	struct meeting_list *out, struct error *err);
void meeting_list_done(struct meeting_list *list);

struct meeting_change {
	const char *region, *on_day, *body, *source; /* region: code */
};
/* id 0 adds. *out (may be NULL) gets the meeting's id. RIGHT_MEETING_PUT. */
bool meeting_put(struct casework *cw, const struct operation *op, int64_t id, const struct meeting_change *change,
	int64_t *out, struct error *err);

#endif

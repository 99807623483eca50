/* Who gets a paper, when it was sent and when they said it had come: distribution lists, mail to the regions,
 * receipts. */
#ifndef KANSLI_CASEWORK_DISPATCH_H
#define KANSLI_CASEWORK_DISPATCH_H

#include "casework.h"

struct dispatch {
	int64_t id, version;
	const char *region, *region_short, *name, *way, *sent_on, *received_on; /* days NULL: not yet */
};
struct dispatch_list {
	struct arena arena;
	struct dispatch *items; /* regions in Swedish order, then others */
	int count;
};
bool dispatch_list_load(struct casework *cw, int64_t document, struct dispatch_list *out, struct error *err);
void dispatch_list_done(struct dispatch_list *list);

struct dispatch_change {
	const char *region, *name, *way; /* region NULL: `name` says who */
	const char *sent_on;             /* NULL: on the list, not sent yet */
};
/* Adds one receiver. A region stands once on a list. RIGHT_DOCUMENT_PUT. */
bool dispatch_add(struct casework *cw, const struct operation *op, int64_t document,
	const struct dispatch_change *change, struct error *err);
/* Adds all that may apply and are not on the list yet; *added (may be NULL) says how many. */
bool dispatch_add_regions(struct casework *cw, const struct operation *op, int64_t document, const char *way,
	const char *sent_on, int *added, struct error *err);
/* Sent on a day: one receiver, or with 0 all that are not sent yet. ERROR_MISSING: there is none. */
bool dispatch_send(struct casework *cw, const struct operation *op, int64_t document, int64_t dispatch,
	const char *sent_on, struct error *err);
/* The receipt. ERROR_INVALID: before it was sent. */
bool dispatch_receive(
	struct casework *cw, const struct operation *op, int64_t dispatch, const char *received_on, struct error *err);
/* The receiver on the document's list that is called so: a region by code or name, or others by name. */
bool dispatch_find(struct casework *cw, int64_t document, const char *wanted, int64_t *dispatch, struct error *err);

#endif

/* The inbox: papers without a case. A paper that arrives alone is shown the case it may belong to; a person ties it. */
#ifndef KANSLI_CASEWORK_INBOX_H
#define KANSLI_CASEWORK_INBOX_H

#include "application.h"
#include "document.h"

enum suggestion_ground {
	SUGGESTION_OUR_NUMBER, /* our own number stands in it */
	SUGGESTION_NUMBER,     /* another body's number that the case carries */
	SUGGESTION_REGION,     /* the sender takes part in it */
};
struct suggestion {
	struct case_ref ref;
	enum suggestion_ground ground;
	char number[80];
	const char *title;
};
struct suggestion_list {
	struct arena arena;
	struct suggestion *items; /* the likeliest first */
	int count;
};
bool suggestion_list_load(
	struct casework *cw, const struct document *document, struct suggestion_list *out, struct error *err);
void suggestion_list_done(struct suggestion_list *list);
/* Registers the paper as a new application, whose first document it becomes, in one change. */
bool inbox_register(struct casework *cw, const struct operation *op, int64_t document,
	const struct application_change *change, const char *const *participants, int participant_count,
	int64_t *application, struct error *err);
/* Opens a matter of another kind with the paper as its first document. */
struct matter_change;
bool inbox_open(struct casework *cw, const struct operation *op, int64_t document, const struct matter_change *change,
	int64_t *matter, struct error *err);

#endif

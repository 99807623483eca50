/* Who decided, for every paper the delegation decides (FL 31 § 3–5): taken from the item of the sitting where it was
 * decided, or as typed. For the casework room only. */
#ifndef KANSLI_CASEWORK_DECIDED_H
#define KANSLI_CASEWORK_DECIDED_H

#include "change.h"

struct decided {
	int64_t item;          /* of a sitting; 0: none is named, and the three are typed */
	const char *deciders;  /* who decided, the chair marked: "A (ordförande), B och C" */
	const char *presenter; /* föredragande */
	const char *others;    /* who took part in the final handling without deciding; "" nobody */
	int64_t measure;       /* filled in by decided_read(): what the item is about, 0: the whole application */
	int section;           /* and its section of the minutes */
};
/* What is kept, in the change's arena. With an item it must be closed as decided, of a sitting held on day `on`, about
 * the application, quorate or ruled to be by the chair, and presented by somebody; what is typed beside it must be left
 * out. Without one deciders and presenter must be there. Names stand in Swedish, as in the paper. ERROR_INVALID says
 * what is missing. */
bool decided_read(struct change *change, const struct decided *typed, int64_t application, const char *on,
	struct decided *out, struct error *err);

/* An item about one measure says nothing of another of the same application. ERROR_INVALID. */
bool decided_of(const struct decided *decided, int64_t measure, struct error *err);

#endif

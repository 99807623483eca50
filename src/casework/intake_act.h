/* What has been said, asked and reported in a case that comes in from a sheet, and the regions' shares: rows among the
 * entries. Each row is one use of the desk's own verbs, by whoever imports. */
#ifndef KANSLI_CASEWORK_INTAKE_ACT_H
#define KANSLI_CASEWORK_INTAKE_ACT_H

#include "entry.h"

enum intake_act_kind {
	ACT_SHARE,    /* a region's share of a joint measure */
	ACT_NOTE,     /* a note, what it is about, and its follow-up */
	ACT_CONFLICT, /* a conflict of interest: asked, answered, tried */
	ACT_CLOCK,    /* a time limit: sent, answered, ruled on */
	ACT_KINDS
};
enum { ACT_FIELDS = 16 };
struct intake_act {
	const char *file, *ref;
	int line, measure_n; /* measure_n 0: the application as a whole */
	enum intake_act_kind kind;
	const char *values[ACT_FIELDS]; /* NULL: nothing said */
};
const char *intake_act_code(enum intake_act_kind kind); /* "share" */
const char *intake_act_name(enum intake_act_kind kind); /* in the language chosen */
int intake_act_field_count(enum intake_act_kind kind);
/* Its key is the sheet's column, as an entry's. */
struct entry_field intake_act_field(enum intake_act_kind kind, int field);
/* Does it, inside the intake's transaction. The errors are the verbs'. */
bool intake_act_do(
	struct casework *cw, int64_t application, int64_t measure, const struct intake_act *act, struct error *err);

#endif

/* The list of granted measures that regions are kept informed by (SFS 2007:824 15 f §): as it stands, and as it was
 * made known. Making it known makes decisions available, and ends the time for reservations (FL 30 §). */
#ifndef KANSLI_CASEWORK_PUBLISHED_H
#define KANSLI_CASEWORK_PUBLISHED_H

#include "base/buffer.h"
#include "casework.h"

struct published {
	int64_t decision, application, round;
	int year, n, measure_n, participants, decision_n;
	const char *lead, *title, *from_on, *to_on, *outcome, *decided_on, *round_name;
	int64_t sought_ore, granted_ore; /* öre; sought MONEY_UNKNOWN */
};
struct published_list {
	struct arena arena;
	struct published *items; /* by the numbers of the cases */
	int count, hidden;       /* hidden: left out, of cases the actor takes no part in and nobody has been told of */
	int64_t granted_ore;
};
/* What stands now (publication 0), of one round or of all (0); or what one publication made known. Public: what has
 * been sent or made known is shown to a barred person as to anyone. RIGHT_SEE. */
bool published_load(
	struct casework *cw, int64_t publication, int64_t round, struct published_list *out, struct error *err);
void published_done(struct published_list *list);
/* The list as JSON: the bytes a publication's hash is of. */
void published_json(const struct published_list *list, struct buffer *out);

struct publication {
	int64_t id;
	int rows;
	const char *round, *on_day, *way, *hash, *made_by, *made_at; /* round NULL: all */
};
struct publication_list {
	struct arena arena;
	struct publication *items; /* newest first */
	int count;
};
bool publication_list_load(struct casework *cw, struct publication_list *out, struct error *err);
void publication_list_done(struct publication_list *list);
/* It was made known on a day (NULL: today), where or how. Refused when nothing is granted, and for somebody barred from
 * a case on it that nobody has been told of. RIGHT_DECISION_RECORD. */
bool publication_record(struct casework *cw, const struct operation *op, int64_t round, const char *on, const char *way,
	int64_t *id, struct error *err);

#endif

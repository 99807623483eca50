/* Quorum (SFS 2007:824 15 c §). Invariant: the base is everybody who is appointed but the chair; who is barred is in it
 * and is not there (FL 17 §). */
#include "casework/sitting.h"

#include "base/words.h"

struct quorum quorum_count(const struct seat *seats, int count)
{
	struct quorum quorum = {0};

	for (int i = 0; i < count; i++) {
		bool there = seats[i].state == SEAT_THERE;

		if (seats[i].chair) {
			quorum.chair = quorum.chair || there;
			continue;
		}
		quorum.others++;
		quorum.there += there;
		quorum.barred += seats[i].state == SEAT_BARRED;
	}
	quorum.needed = (quorum.others + 1) / 2;
	quorum.holds = quorum.chair && quorum.there >= quorum.needed;
	quorum.disputed = quorum.chair && !quorum.holds && quorum.there >= (quorum.others - quorum.barred + 1) / 2;
	return quorum;
}

const char *quorum_words(const struct quorum *quorum, struct arena *arena)
{
	if (quorum->holds)
		return arena_format(
			arena, _("Quorate: the chair and %d of %d other members"), quorum->there, quorum->others);
	if (!quorum->chair)
		return _("Not quorate: the chair is not there");
	if (quorum->disputed)
		return arena_format(arena,
			_("Not quorate: the chair and %d of %d other members, %d of them barred; it takes %d"),
			quorum->there, quorum->others, quorum->barred, quorum->needed);
	return arena_format(arena, _("Not quorate: the chair and %d of %d other members; it takes %d"), quorum->there,
		quorum->others, quorum->needed);
}

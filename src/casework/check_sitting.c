/* What must hold at sittings. Invariant: every claim is one statement that answers the exceptions. */
#include "casework/check_inner.h"

#include "casework/sitting.h"

#include "base/words.h"

static void sections_tell(struct checking *checking, struct rows *rows)
{
	int year = (int)rows_number(rows, "year"), first = (int)rows_number(rows, "first"),
	    last = (int)rows_number(rows, "last");

	if (first == last)
		checking_find(checking, _("§ %d of %d is missing: they run without gaps."), first, year);
	else
		checking_find(checking, _("§§ %d–%d of %d are missing: they run without gaps."), first, last, year);
}

static void quorum_tell(struct checking *checking, struct rows *rows)
{
	int section = (int)rows_number(rows, "section"), year = (int)rows_number(rows, "year");
	const char *outcome = sitting_outcome_words(rows_text(rows, "outcome", &checking->arena));
	int there = (int)rows_number(rows, "there"), others = (int)rows_number(rows, "others");

	if (rows_bool(rows, "chair"))
		checking_find(checking, _("§ %d of %d: %s, but the chair and %d of %d other members were there."),
			section, year, outcome, there, others);
	else
		checking_find(checking, _("§ %d of %d: %s, but the chair was not there."), section, year, outcome);
}

static void votes_tell(struct checking *checking, struct rows *rows)
{
	int section = (int)rows_number(rows, "section"), year = (int)rows_number(rows, "year");

	checking_find(checking, _("§ %d of %d: vote %d does not add up with who decided, or with its winner."), section,
		year, (int)rows_number(rows, "part"));
}

static void barred_tell(struct checking *checking, struct rows *rows)
{
	int section = (int)rows_number(rows, "section"), year = (int)rows_number(rows, "year");

	checking_find(checking, _("§ %d of %d: %s was there or voted, but was barred from the case."), section, year,
		rows_text(rows, "person", &checking->arena));
}

static void reservations_tell(struct checking *checking, struct rows *rows)
{
	int section = (int)rows_number(rows, "section"), year = (int)rows_number(rows, "year");

	checking_find(checking, _("§ %d of %d: %s differs from it, but did not take part so."), section, year,
		rows_text(rows, "person", &checking->arena));
}

static void voids_tell(struct checking *checking, struct rows *rows)
{
	int section = (int)rows_number(rows, "section"), year = (int)rows_number(rows, "year"),
	    part = (int)rows_number(rows, "part");

	if (rows_bool(rows, "vote"))
		checking_find(checking, _("§ %d of %d: vote %d was taken back when the item was closed already."),
			section, year, part);
	else
		checking_find(checking,
			_("§ %d of %d: motion %d was taken back when the item was closed already, or is voted on."),
			section, year, part);
}

static const struct check_claim claims[] = {
	{SQL_CHECK_SECTIONS, sections_tell},
	{SQL_CHECK_QUORUM, quorum_tell},
	{SQL_CHECK_VOTES, votes_tell},
	{SQL_CHECK_BARRED_THERE, barred_tell},
	{SQL_CHECK_VOIDS, voids_tell},
	{SQL_CHECK_RESERVATIONS, reservations_tell},
};

void check_sittings(struct checking *checking)
{
	checking_ask(checking, claims, sizeof claims / sizeof *claims);
}

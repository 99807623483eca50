/* Which columns of the follow-up are shown on a screen, and which of them give way first. Invariant: the group and what
 * was sought and granted never do. */
#include "tui/followed.h"

#include "base/words.h"

#define AMOUNT .width = 9
static const struct tabled_column years[] = {
	{.column = COLUMN_GROUP_NAME, .head = N_("Year"), .width = 6},
	{.column = COLUMN_SOUGHT_ORE, AMOUNT},
	{.column = COLUMN_GRANTED_ORE, .head = N_("Granted"), AMOUNT},
	{.column = COLUMN_PLANNED_ORE, AMOUNT, .rank = 7},
	{.column = COLUMN_UNPLANNED_ORE, .head = N_("Unplanned"), AMOUNT, .rank = 6},
	{.column = COLUMN_PAID_ORE, .head = N_("Paid out"), AMOUNT},
	{.column = COLUMN_STOPPED_ORE, .width = 11, .rank = 5},
	{.column = COLUMN_CLAIM_UNPAID_ORE, .head = N_("Claimed"), .width = 9, .rank = 4},
	{.column = COLUMN_REPAID_ORE, .head = N_("Repaid"), .width = 10, .rank = 3},
	{.column = COLUMN_VOLUNTARY_ORE, .head = N_("No claim"), .width = 10, .rank = 1},
	{.column = COLUMN_CHART, .width = 24, .rank = 8},
	{.width = 0},
};
static const struct tabled_column groups[] = {
	{.column = COLUMN_GROUP_NAME, .width = 20, .least = 15, .rank = 9},
	{.column = COLUMN_CASES, .head = N_("Appl."), .width = 5, .rank = 5},
	{.column = COLUMN_MEASURES, .width = 4, .rank = 6},
	{.column = COLUMN_GRANTED_COUNT, .head = N_("Grants"), .width = 6, .rank = 7},
	{.column = COLUMN_REFUSED_COUNT, .head = N_("Refus."), .width = 6, .rank = 5},
	{.column = COLUMN_SOUGHT_ORE, AMOUNT},
	{.column = COLUMN_GRANTED_ORE, .head = N_("Granted"), AMOUNT},
	{.column = COLUMN_PAID_ORE, .head = N_("Paid out"), AMOUNT},
	{.column = COLUMN_STOPPED_ORE, .width = 11, .rank = 1},
	{.column = COLUMN_TO_PAID_ORE, .width = 12, .rank = 3},
	{.column = COLUMN_CHART, .width = 24, .rank = 8},
	{.width = 0},
};
static const struct tabled_column criteria[] = {
	{.column = COLUMN_GROUP_NAME, .head = N_("Criterion"), .width = 34, .least = 14, .rank = 9},
	{.column = COLUMN_MEAN_GRANTED, .head = N_("Granted"), .width = 9},
	{.column = COLUMN_GRANTED_COUNT, .head = N_("of"), .width = 3},
	{.column = COLUMN_MEAN_REFUSED, .head = N_("Refused"), .width = 9},
	{.column = COLUMN_REFUSED_COUNT, .head = N_("of"), .width = 3},
	{.column = COLUMN_CHART, .width = 24, .rank = 1},
	{.width = 0},
};
static const struct tabled_column times[] = {
	{.column = COLUMN_GROUP_NAME, .head = N_("Applications"), .width = 36, .least = 20, .rank = 9},
	{.column = COLUMN_DAYS_TAKEN, .width = 5},
	{.column = COLUMN_HOW_MANY, .width = 8},
	{.column = COLUMN_CHART, .width = 24, .rank = 1},
	{.width = 0},
};
static const struct tabled_column effects[] = {
	{.column = COLUMN_GROUP_NAME, .head = N_("Route"), .width = 24, .least = 10, .rank = 9},
	{.column = COLUMN_MEASURES, .width = 4, .rank = 3},
	{.column = COLUMN_HOURS, .head = N_("Hours/year"), .width = 10},
	{.column = COLUMN_PROMISED_ORE, .head = N_("Promised"), AMOUNT},
	{.column = COLUMN_ACHIEVED_ORE, .head = N_("Achieved"), AMOUNT},
	{.column = COLUMN_OTHER_INDICATORS, .head = N_("Other units"), .width = 12, .rank = 2},
	{.width = 0},
};
static const struct tabled_column reports[] = {
	{.column = COLUMN_REPORT_KIND, .head = N_("Report"), .width = 16, .least = 12, .rank = 9},
	{.column = COLUMN_HOW_MANY, .width = 8, .rank = 2},
	{.column = COLUMN_IN_TIME, .width = 7},
	{.column = COLUMN_CAME_LATE, .head = N_("Late"), .width = 5},
	{.column = COLUMN_MISSING_REPORTS, .head = N_("Not in"), .width = 8},
	{.column = COLUMN_NOT_YET, .head = N_("Not due"), .width = 8},
	{.column = COLUMN_APPROVED_COUNT, .head = N_("Approved"), .width = 8, .rank = 5},
	{.column = COLUMN_SENT_BACK_COUNT, .head = N_("Sent back"), .width = 9, .rank = 4},
	{.column = COLUMN_UNRULED_COUNT, .head = N_("To read"), .width = 10, .rank = 3},
	{.width = 0},
};
static const struct tabled_column claims[] = {
	{.column = COLUMN_GROUP_NAME, .head = N_("Ground"), .width = 44, .least = 10, .rank = 9},
	{.column = COLUMN_HOW_MANY, .width = 5},
	{.column = COLUMN_AMOUNT_ORE, .width = 17, .least = 14, .exact = true},
	{.column = COLUMN_CLAIM_REDUCED_ORE, .head = N_("Lowered"), .width = 17, .exact = true, .rank = 1},
	{.width = 0},
};
static const struct tabled_column sent[] = {
	{.column = COLUMN_SENT_N, .head = N_("No"), .width = 4},
	{.column = COLUMN_SENT_KIND, .width = 14, .least = 11},
	{.column = COLUMN_AS_OF, .width = 10},
	{.column = COLUMN_SENT_TO, .width = 34, .least = 18, .rank = 9},
	{.column = COLUMN_DOCUMENT, .head = N_("Document"), .width = 13, .rank = 4},
	{.column = COLUMN_SENT_BY, .head = N_("Recorded by"), .width = 18, .rank = 2},
	{.column = COLUMN_SENT_AT, .head = N_("Recorded"), .width = 19, .rank = 3},
	{.width = 0},
};
#undef AMOUNT

const struct tabled_column *followed_columns(int view)
{
	switch ((enum follow_view)view) {
	case FOLLOW_VIEW_YEARS: return years;
	case FOLLOW_VIEW_REGIONS:
	case FOLLOW_VIEW_TYPES:
	case FOLLOW_VIEW_AREAS:
	case FOLLOW_VIEW_ROUTES: return groups;
	case FOLLOW_VIEW_CRITERIA: return criteria;
	case FOLLOW_VIEW_TIMES: return times;
	case FOLLOW_VIEW_EFFECTS: return effects;
	case FOLLOW_VIEW_REPORTS: return reports;
	case FOLLOW_VIEW_CLAIMS: return claims;
	case FOLLOW_VIEWS: break;
	}
	return sent;
}

const char *followed_none(int view)
{
	if (view == FOLLOW_VIEW_CRITERIA)
		return _("No measure that is decided has been assessed.");
	if (view == FOLLOW_VIEW_EFFECTS)
		return _("No measure is granted.");
	if (view == FOLLOW_VIEW_CLAIMS)
		return _("Nothing is claimed back.");
	if (view == FOLLOW_VIEWS)
		return _("Nothing has been sent yet. + records that a report or a forecast was sent.");
	return _("There is no application in what is chosen. v changes view, @ the day.");
}

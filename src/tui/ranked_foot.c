/* What stands below the ranking: the row in focus in words, and what would happen if the line moved. Its one invariant:
 * nothing is said of a hidden row but why it is hidden. */
#include "base/text.h"
#include "base/words.h"
#include "casework/decision.h"
#include "tui/ranked.h"

static void shift_sentence(const struct ranking *ranking, const struct rank_row *row, struct buffer *out)
{
	int shift = rank_shift(ranking, row);

	if (row->moved && shift > 0)
		buffer_format(out, _("moved %d up from the order of points."), shift);
	else if (row->moved && shift < 0)
		buffer_format(out, _("moved %d down from the order of points."), -shift);
	else if (row->moved)
		buffer_text(out, _("moved, and stands where its points put it."));
	else if (shift)
		buffer_format(out,
			ngettext("%d place from its points, for others were moved.",
				"%d places from its points, for others were moved.",
				(unsigned long)(shift < 0 ? -shift : shift)),
			shift < 0 ? -shift : shift);
	else
		buffer_text(out, _("stands where its points put it."));
	if (row->reason[0])
		buffer_format(out, _(" Reason: %s"), row->reason);
}

static void part_sentence(const struct ranked *ranked, const struct rank_row *row, struct buffer *out)
{
	char fits[MONEY_TEXT], whole[MONEY_TEXT], more[MONEY_TEXT];
	struct arena arena;

	if (row->fit != RANK_PARTLY && !rank_too_little(row))
		return;
	arena_init(&arena);
	buffer_format(out, _(" %s of %s (SEK '000) fits; the whole takes %s more (%s)."),
		money_text(row->fits_ore, MONEY_TKR, ranked->desk->swedish, fits),
		money_text(row->proposed_ore, MONEY_TKR, ranked->desk->swedish, whole),
		money_text(row->proposed_ore - row->fits_ore, MONEY_TKR, ranked->desk->swedish, more),
		rank_breaks_text(&arena, row->breaks_kind, row->breaks_year));
	if (rank_too_little(row))
		buffer_format(
			out, _(" Less than makes sense: %s (%s)."), rank_least_text(&arena, row), row->least_source);
	arena_done(&arena);
}

static int64_t proposed_all(const struct rank_row *row)
{
	int64_t sum = 0;

	for (int y = 0; y < BUDGET_YEARS; y++)
		sum += row->proposed[y] == MONEY_UNKNOWN ? row->least_ore : row->proposed[y];
	return sum;
}

/* What the chair skips, what makes sense, and what a trial makes of it. */
static void beside_sentence(const struct ranked *ranked, const struct rank_row *row, struct buffer *out)
{
	const struct rank_trial_row *beside = ranked_trial_row(ranked, row);
	struct arena arena;

	arena_init(&arena);
	if (beside && beside->changed)
		buffer_format(out, _(" TRIAL: %s, really %s."), rank_fit_word(row->fit), rank_fit_word(beside->was));
	if (row->fit == RANK_SKIPPED)
		buffer_format(out, _(" Skipped: %s"), row->skip_reason);
	if (row->least_ore && !row->outcome && !rank_too_little(row))
		buffer_format(out,
			proposed_all(row) < row->least_ore ? _(" Proposed below what makes sense: %s (%s).")
							   : _(" Makes sense from: %s (%s)."),
			rank_least_text(&arena, row), row->least_source);
	arena_done(&arena);
}

static void amount_sentence(const struct ranked *ranked, const struct rank_row *row, struct buffer *out)
{
	char proposed[MONEY_TEXT], sought[MONEY_TEXT];

	if (row->proposed_set && !row->outcome)
		buffer_format(out, _(" Proposed %s of the %s sought."),
			desk_kr(ranked->desk, row->proposed_ore, proposed),
			desk_kr(ranked->desk, row->sought_ore, sought));
}

/* How firm its place by points is, and on a wide screen what the figures rest on. */
static void firm_sentence(const struct ranked *ranked, const struct rank_row *row, struct buffer *out)
{
	const struct robust_share *share = ranked->firm ? firmness_share(ranked->firm, row->measure) : NULL;
	struct arena arena;

	if (!share || row->outcome || ranked->trying)
		return;
	buffer_format(out, _(" Fits in %d %% of the weightings,"), firmness_per_cent(ranked->firm, row->measure));
	if (share->low == share->high)
		buffer_format(out, _(" place %d by points."), share->low);
	else
		buffer_format(out, _(" place %d–%d by points."), share->low, share->high);
	if (ranked->pane->columns < RANKED_WIDE)
		return;
	arena_init(&arena);
	buffer_format(out, " %s.", robust_method_text(&arena, firmness_firm(ranked->firm)));
	arena_done(&arena);
}

/* The row in focus, why it stands where it does, and what its money meets. */
static void sentence_say(const struct ranked *ranked, const struct rank_row *row, struct buffer *out)
{
	char name[RANKED_NAME];

	buffer_format(out, "%s: ", ranked_name(ranked, row, name));
	if (row->fit == RANK_HIDDEN) {
		buffer_text(out, row->barred ? _("hidden, for you have a conflict of interest and take no part.")
				 : access_allows(ranked->desk->roles, RIGHT_SEE_POINTS, RELATION_NONE, NULL)
					 ? _("hidden until you have handed in your own assessment.")
					 : _("hidden, for your roles do not see points before the decision."));
		return;
	}
	if (row->fit == RANK_NO_PLACE && row->assessors > 0 && row->submitted == row->assessors) {
		buffer_format(out, _("no place yet, %d of %d criteria lack a step that counts."), row->missing,
			row->criteria);
		return;
	}
	if (row->fit == RANK_NO_PLACE) {
		buffer_format(
			out, _("no place yet, %d of %d assessors have handed in."), row->submitted, row->assessors);
		return;
	}
	shift_sentence(&ranked->ranking, row, out);
	if (row->outcome)
		buffer_format(out, _(" Decided: %s."),
			decision_outcome_name(&ranked->desk->programme, row->outcome, row->decision_kind));
	if (row->fit == RANK_UNKNOWN)
		buffer_text(out, _(" Its amount is unknown, so it is not summed."));
	amount_sentence(ranked, row, out);
	part_sentence(ranked, row, out);
	beside_sentence(ranked, row, out);
	firm_sentence(ranked, row, out);
}

/* Which rows would each fit whole in what is left, were the first below the line skipped. */
static const char *beside_text(const struct ranked *ranked, const struct rank_row *first, struct arena *arena)
{
	int shown = ranked->beside_count < RANKED_BESIDE ? ranked->beside_count : RANKED_BESIDE;
	char name[RANKED_NAME], ore[MONEY_TEXT];
	const char *text = "";

	for (int i = 0; i < shown; i++) {
		const struct rank_row *row = ranked->beside[i];
		text = arena_format(arena, "%s%s%d. %s %s", text, i ? ", " : "", row->place,
			ranked_name(ranked, row, name),
			money_text(row->proposed_ore, MONEY_TKR, ranked->desk->swedish, ore));
	}
	if (!shown)
		return arena_format(
			arena, _("Nothing below fits whole in what is left, were %d skipped."), first->place);
	return arena_format(arena,
		_("Fits whole in what is left, each by itself, were %d skipped: %s (needs a reason)."), first->place,
		text);
}

/* What the first measure below the line would take, and what else there is room for. */
static void below_draw(const struct ranked *ranked, struct area area)
{
	const struct ranking *ranking = &ranked->ranking;
	const struct rank_row *row = rank_first_below(ranking);
	char fits[MONEY_TEXT], whole[MONEY_TEXT], more[MONEY_TEXT], name[RANKED_NAME];
	bool swedish = ranked->desk->swedish;
	struct arena arena;

	if (!row)
		return;
	arena_init(&arena);
	area_text(area, 0, 0, STYLE_BOLD, _("If the line moves"));
	area_lines(area_part(area, 1, 2, area.rows - 1, area.columns - 2), 0, STYLE_PLAIN,
		arena_format(&arena, _("%d. %s: %s of %s (SEK '000) fits; the whole takes %s more (%s).\n%s"),
			row->place, ranked_name(ranked, row, name), money_text(row->fits_ore, MONEY_TKR, swedish, fits),
			money_text(row->proposed_ore, MONEY_TKR, swedish, whole),
			money_text(row->proposed_ore - row->fits_ore, MONEY_TKR, swedish, more),
			rank_breaks_text(&arena, row->breaks_kind, row->breaks_year),
			beside_text(ranked, row, &arena)));
	arena_done(&arena);
}

enum { FOOT_MOST = 10, FOOT_BELOW = 6 }; /* a blank, the sentence, and what stands below the line */

int ranked_foot(const struct ranked *ranked, int rows)
{
	long spare = rows - ranked_table.count(ranked) - (rows >= 4);

	if (rows < 6)
		return 0;
	return spare < 1 ? 1 : spare > FOOT_MOST ? FOOT_MOST : (int)spare;
}

void ranked_foot_draw(const struct ranked *ranked, struct area area)
{
	const struct rank_row *row = ranked_focus(ranked);
	int blank = area.rows > 2, below = area.rows == FOOT_MOST ? FOOT_BELOW : 0;
	struct buffer sentence;

	if (!row)
		return;
	buffer_init(&sentence);
	sentence_say(ranked, row, &sentence);
	area_lines(area_part(area, blank, 0, area.rows - blank - below, area.columns), 0, STYLE_PLAIN, sentence.text);
	buffer_done(&sentence);
	if (below)
		below_draw(ranked, area_part(area, area.rows - 5, 0, 5, area.columns));
}

/* How firm a ranking is, on the screen. Invariants: a number stands before its bar, no order is shown between shares
 * that chance alone could have put so, and every screen says what the figures come from and that they are not the test
 * of 13 §. */
#include "tui/firmed.h"

#include "base/text.h"
#include "base/words.h"
#include "tui/bar.h"

static const struct firm_answer *answer_of(const struct firmed *firmed)
{
	return firmed->shown ? firmness_answer(firmed->shown) : NULL;
}

static const struct rank_row *row_of(const struct firmed *firmed, int at)
{
	return firmness_firm(firmed->shown)->rows[at];
}

int firmed_focus(const struct firmed *firmed)
{
	long row = listing_focus(&firmed->listing);

	return row == LISTING_NONE || row >= firmed->count ? -1 : firmed->order[row];
}

/* ---- rows */

enum { PLACE, NUMBER, REGION, TITLE, SHARE, BAR, PLACES, CORE, CLASS, WITHOUT };
static const struct column columns[] = {
	{.head = N_("Place"), .width = 5, .least = 4, .right = true},
	{.head = N_("No"), .width = 9, .least = 9, .right = true},
	{.head = N_("Region"), .width = 18, .least = 8, .rank = 5},
	{.head = N_("Measure"), .width = 40, .least = 20, .rank = 1},
	{.head = N_("In %"), .width = 4, .least = 4, .right = true},
	{.head = N_("Share"), .width = 8, .rank = 2},
	{.head = N_("Places"), .width = 7, .least = 6, .rank = 6},
	{.head = N_("Core %"), .width = 7, .least = 7, .rank = 3, .right = true},
	{.head = N_("Selections"), .width = 11, .least = 11},
	{.head = N_("Without one"), .width = 11, .least = 9, .rank = 4},
	{.head = NULL},
};

static long firmed_count(const void *rows)
{
	return ((const struct firmed *)rows)->count;
}

static int64_t firmed_id(const void *rows, long row)
{
	const struct firmed *firmed = rows;

	return row_of(firmed, firmed->order[row])->measure;
}

/* Whether no order is claimed between this row and the one above it. */
static bool alike_above(const struct firmed *firmed, long row)
{
	const struct robust *robust = &answer_of(firmed)->robust;
	int here, above;

	if (row == 0)
		return false;
	here = robust->shares[firmed->order[row]].inside;
	above = robust->shares[firmed->order[row - 1]].inside;
	return robust_alike(here, above, robust->draws) && here > 0 && here < robust->draws;
}

static void share_say(const struct firmed *firmed, long row, char out[LISTING_TEXT])
{
	const struct robust *robust = &answer_of(firmed)->robust;
	int inside = robust->shares[firmed->order[row]].inside;

	snprintf(
		out, LISTING_TEXT, "%s%d", alike_above(firmed, row) ? "≈" : "", robust_per_cent(inside, robust->draws));
}

static void core_say(const struct firm_answer *answer, int at, char out[LISTING_TEXT])
{
	if (!answer->cored || answer->core.held[at] < 0)
		snprintf(out, LISTING_TEXT, "-");
	else
		snprintf(out, LISTING_TEXT, "%d", robust_per_cent(answer->core.held[at], answer->core.portfolios));
}

static void class_say(const struct firmed *firmed, int at, char out[LISTING_TEXT])
{
	const struct rank_row *row = row_of(firmed, at);
	const char *word = core_class_word(firm_answer_class(answer_of(firmed), at));

	snprintf(out, LISTING_TEXT, "%s", row->outcome ? _("decided") : row->fit == RANK_UNKNOWN ? _("unknown") : word);
}

static void without_say(const struct without_measure *without, char out[LISTING_TEXT])
{
	struct arena arena;

	arena_init(&arena);
	snprintf(out, LISTING_TEXT, "%s%s", places_text(&arena, without->best, without->worst),
		without->lost ? _(", none") : "");
	arena_done(&arena);
}

static void bar_say(const struct firmed *firmed, int at, int cells, char out[LISTING_TEXT])
{
	const struct robust *robust = &answer_of(firmed)->robust;
	char bar[BAR_TEXT];

	if (bars_shown(firmed->desk->ui))
		snprintf(out, LISTING_TEXT, "%s",
			bar_text(robust->shares[at].inside, 0, robust->draws, robust->draws, cells < 8 ? cells : 8,
				bar));
}

static void firmed_text(const void *rows, long row, int column, int cells, char out[LISTING_TEXT])
{
	const struct firmed *firmed = rows;
	int at = firmed->order[row];
	const struct rank_row *measure = row_of(firmed, at);
	const struct robust_share *share = &answer_of(firmed)->robust.shares[at];
	char number[DESK_NUMBER];

	out[0] = '\0';
	switch (column) {
	case PLACE: snprintf(out, LISTING_TEXT, "%d", measure->place); break;
	case NUMBER:
		snprintf(out, LISTING_TEXT, "%s",
			desk_measure(firmed->desk, measure->year, measure->application_n, measure->n, number));
		break;
	case REGION: snprintf(out, LISTING_TEXT, "%s", measure->lead_short); break;
	case TITLE: snprintf(out, LISTING_TEXT, "%s", measure->title); break;
	case SHARE: share_say(firmed, row, out); break;
	case BAR: bar_say(firmed, at, cells, out); break;
	case PLACES:
		if (share->low == share->high)
			snprintf(out, LISTING_TEXT, "%d", share->low);
		else
			snprintf(out, LISTING_TEXT, "%d–%d", share->low, share->high);
		break;
	case CORE: core_say(answer_of(firmed), at, out); break;
	case CLASS: class_say(firmed, at, out); break;
	case WITHOUT: without_say(&answer_of(firmed)->without.measures[at], out); break;
	}
}

static void firmed_empty(const void *rows, char out[LISTING_TEXT])
{
	const struct firmed *firmed = rows;

	if (firmed->working)
		snprintf(out, LISTING_TEXT, "%s", _("Being worked out. Every key works meanwhile; Esc gives it up."));
	else if (firmed->given_up)
		snprintf(out, LISTING_TEXT, "%s", _("Given up. r begins again."));
	else
		snprintf(out, LISTING_TEXT, "%s",
			_("Nothing to weigh: no measure in the round has a place by points that you may see."));
}

const struct listing_kind firmed_table = {
	.columns = columns,
	.count = firmed_count,
	.id = firmed_id,
	.text = firmed_text,
	.empty = firmed_empty,
};

/* ---- below the list */

/* Which weights favour the row most, and who it rests on. */
static void focus_say(const struct firmed *firmed, int at, struct buffer *out)
{
	const struct firm *firm = firmness_firm(firmed->shown);
	const struct firm_answer *answer = answer_of(firmed);
	const struct robust_share *share = &answer->robust.shares[at];
	int parts[WEIGHTING_CRITERIA];
	char number[DESK_NUMBER];
	struct arena arena;

	arena_init(&arena);
	robust_weights(&firm->robust, share->best_draw, parts);
	buffer_format(out, _("%s %s: best place %d, with the weights %s."),
		desk_measure(
			firmed->desk, firm->rows[at]->year, firm->rows[at]->application_n, firm->rows[at]->n, number),
		firm->rows[at]->lead_short, share->best, weights_text(&arena, firm, parts));
	for (int a = 0; a < firm->assessor_count; a++) {
		uint8_t fall = answer->without.falls[(size_t)a * (size_t)firm->count + (size_t)at];
		if (fall == WITHOUT_IN)
			buffer_format(out, _(" Without %s it fits."), firm->assessor_names[a]);
		if (fall == WITHOUT_OUT)
			buffer_format(out, _(" Without %s it falls out."), firm->assessor_names[a]);
		if (fall == WITHOUT_LOST)
			buffer_format(out, _(" Without %s it has no place."), firm->assessor_names[a]);
	}
	arena_done(&arena);
}

static void classes_say(const struct firm_answer *answer, struct buffer *out)
{
	if (!answer->cored) {
		buffer_text(out, answer->core_err.text);
		return;
	}
	buffer_format(out, _("%d to discuss, %d mostly, %d seldom."), firm_answer_count(answer, CORE_DISCUSS),
		firm_answer_count(answer, CORE_FITS_OFTEN), firm_answer_count(answer, CORE_FITS_SELDOM));
	buffer_format(out, " %s", _("Points are not the test of 13 §."));
}

static void method_say(const struct firmed *firmed, struct buffer *out)
{
	const struct firm_answer *answer = answer_of(firmed);
	struct arena arena;

	arena_init(&arena);
	buffer_format(out, "%s. ", robust_method_text(&arena, firmness_firm(firmed->shown)));
	if (answer->cored)
		buffer_format(out, "%s ", core_method_text(&arena, answer));
	buffer_format(out, _("Method version %d. ≈: no difference from the row above."), FIRM_METHOD_VERSION);
	arena_done(&arena);
}

enum { FOOT_CLASSES = 1, FOOT_FOCUS = 2, FOOT_METHOD = 4, FOOT_MOST = 1 + FOOT_CLASSES + FOOT_FOCUS + FOOT_METHOD };

int firmed_foot(const struct firmed *firmed, int rows)
{
	int spare = rows - 7; /* the head and a few rows of the list */

	if (!answer_of(firmed) || spare < 1)
		return 0;
	return spare > FOOT_MOST ? FOOT_MOST : spare;
}

static void lines_draw(struct area area, int row, int rows, unsigned style, const struct buffer *text)
{
	if (row < area.rows)
		area_lines(area_part(area, row, 0, rows < area.rows - row ? rows : area.rows - row, area.columns), 0,
			style, text->text);
}

static void foot_draw(const struct firmed *firmed, struct area area)
{
	int at = firmed_focus(firmed), row = area.rows > FOOT_CLASSES + FOOT_FOCUS;
	struct buffer classes, focus, method;

	buffer_init(&classes);
	buffer_init(&focus);
	buffer_init(&method);
	classes_say(answer_of(firmed), &classes);
	if (at >= 0)
		focus_say(firmed, at, &focus);
	method_say(firmed, &method);
	lines_draw(area, row, FOOT_CLASSES, STYLE_BOLD, &classes);
	lines_draw(area, row + FOOT_CLASSES, FOOT_FOCUS, STYLE_PLAIN, &focus);
	lines_draw(area, row + FOOT_CLASSES + FOOT_FOCUS, FOOT_METHOD, STYLE_PLAIN, &method);
	buffer_done(&classes);
	buffer_done(&focus);
	buffer_done(&method);
}

void firmed_draw(const struct pane *pane, struct area area)
{
	const struct firmed *firmed = pane->state;
	int foot = firmed_foot(firmed, area.rows);

	listing_draw(&firmed->listing, area_part(area, 0, 0, area.rows - foot, area.columns));
	if (foot)
		foot_draw(firmed, area_part(area, area.rows - foot, 0, foot, area.columns));
}

static const char *rule_short(enum weighting_rule rule)
{
	switch (rule) {
	case WEIGHTING_HALF: return _("weights ±50 %");
	case WEIGHTING_ORDER: return _("weights in the agreed order");
	case WEIGHTING_ANY: return _("any weights");
	}
	return "";
}

void firmed_head(const struct pane *pane, struct head *head)
{
	const struct firmed *firmed = pane->state;

	snprintf(head->left, sizeof head->left, _("How firm · round %s"), firmed->desk->round_name);
	if (firmed->wish.year)
		snprintf(
			head->middle, sizeof head->middle, "%s · %d", rule_short(firmed->wish.rule), firmed->wish.year);
	else
		snprintf(head->middle, sizeof head->middle, "%s · %s", rule_short(firmed->wish.rule), _("all years"));
	if (firmed->working)
		snprintf(head->right, sizeof head->right, _("%d weightings, selections %d of %d"), firmness_weightings(firmed->working),
			firmness_selections(firmed->working), CORE_WEIGHTINGS);
	else if (firmed->shown)
		snprintf(head->right, sizeof head->right,
			ngettext("%d measure", "%d measures", (unsigned long)firmed->count), firmed->count);
}

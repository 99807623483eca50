/* A claim on paper. Invariant: each line of interest names all it was worked from, and the sum of the lines is the sum
 * that is rounded. */
#include "csv/claim_paper.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/event.h"
#include "casework/lending_rate.h"
#include "casework/letter.h"
#include "csv/official.h"

enum { HEAD_HEX = 16, DECIMALS = 10000 }; /* of an öre, shown */

struct sheeting {
	struct paper *paper;
	const struct claim_sheet *sheet;
};

static const char *kr(struct arena *arena, int64_t ore)
{
	char text[MONEY_TEXT];

	return arena_text(arena, money_text(ore, MONEY_KR, words_swedish(), text));
}

static const char *on_text(struct arena *arena, day which)
{
	char text[DAY_TEXT];

	day_text(which, text);
	return arena_text(arena, text);
}

const char *claim_number_text(struct arena *arena, const struct claim *claim)
{
	return arena_format(
		arena, _("%d-%d.%d claim %d"), claim->application_n, claim->year, claim->measure_n, claim->n);
}

const char *interest_exact_text(struct arena *arena, int64_t ore, int64_t part, int64_t of)
{
	char kronor[MONEY_TEXT];
	int rest = (int)(ore % 100) * DECIMALS + (int)(part * DECIMALS / of);

	money_text(ore - ore % 100, MONEY_PLAIN, words_swedish(), kronor);
	return words_swedish() ? arena_format(arena, "%s,%06d kr", kronor, rest)
			       : arena_format(arena, "%s.%06d SEK", kronor, rest);
}

const char *interest_working_text(struct arena *arena, const struct interest_period *period)
{
	const char *lending = per_cent_text(arena, period->lending);

	if (period->rate != period->lending + INTEREST_ABOVE)
		return arena_format(arena, _("%s × 0 (%s + 2 points is below zero) × %d/%d"),
			kr(arena, period->balance_ore), lending, period->days, period->base);
	return arena_format(arena, words_swedish() ? "%s × (%s + 2 %%) × %d/%d" : "%s × (%s + 2%%) × %d/%d",
		kr(arena, period->balance_ore), lending, period->days, period->base);
}

static const char *day_count_text(enum interest_count count)
{
	switch (count) {
	case INTEREST_365: return _("Days as in the calendar, of 365, also in leap years.");
	case INTEREST_ACTUAL: return _("Days as in the calendar, of 365, in leap years of 366.");
	case INTEREST_360: return _("Months of 30 days, of 360: the 31st does not count.");
	case INTEREST_COUNTS: break;
	}
	return "";
}

const char *const *interest_rules(enum interest_count count)
{
	static const char *rules[6];

	rules[0] =
		_("Interest runs from and including the day one month after the decision, or that month's last day.");
	rules[1] =
		_("The rate is the state's lending rate of each day and 2 percentage points, never below zero (20 §).");
	rules[2] =
		_("Interest for a day is on what is unpaid when the day ends: what is paid bears none from the day it "
		  "came in.");
	rules[3] = day_count_text(count);
	rules[4] = _(
		"Each period is worked exactly and shown with six decimals, cut off; the sum is rounded once, to whole "
		"öre, half an öre up.");
	rules[5] = NULL;
	return rules;
}

/* ---- what was decided */

static void decision_write(struct sheeting *sheeting)
{
	const struct claim *claim = &sheeting->sheet->claim;
	struct paper *paper = sheeting->paper;

	paper_text(paper, "region", _("Liable"), claim->region_name);
	paper_text(paper, "measure", _("Measure"), claim->title);
	paper_text(paper, "decided_on", _("Decided on"), claim->decided_on);
	paper_text(paper, "deciders", _("Decided by"), claim->deciders);
	paper_text(paper, "presenter", _("Presented by"), claim->presenter);
	paper_text(paper, "others", _("Others who took part"), claim->others);
	paper_word(paper, "ground", _("Ground"), claim->ground, claim_ground_words(claim->ground));
	paper_text(paper, "evidence", _("What shows it"), claim->evidence);
	paper_text(paper, "reasons", _("Reasons"), claim->reasons);
	paper_number(paper, "replaces", _("Changes claim"), claim->replaces_n);
	paper_text(paper, "provision", _("Provision"), claim->provision);
	paper_bool(paper, "lifted", _("Takes the claim away"), claim->lifted);
	paper_bool(paper, "replaced", _("Replaced by a later decision"), claim->replaced);
	paper_ore(paper, "claimed_ore", _("What the ground covers"), claim->ore);
	if (claim->reduced_ore)
		paper_ore(paper, "reduced_ore", _("Reduced by (19 §)"), claim->reduced_ore);
	paper_number(paper, "interest_cut", NULL, claim->interest_cut);
	if (claim->interest_cut)
		paper_text(paper, "interest_cut_text", _("Interest reduced by (19 §)"),
			per_cent_text(&paper->arena, claim->interest_cut));
	paper_text(paper, "special_reasons", _("Special reasons"), claim->special_reasons);
	paper_ore(paper, "net_ore", _("To be paid back"), claim->net_ore);
	paper_text(paper, "pay_by", _("To be paid by"), claim->pay_by);
}

/* ---- interest */

static void period_write(struct sheeting *sheeting, const struct interest_period *period)
{
	struct paper *paper = sheeting->paper;
	struct arena *arena = &paper->arena;
	const char *from = on_text(arena, period->from), *through = on_text(arena, period->through);

	paper_item(paper, arena_format(arena, ngettext("%s–%s, %d day", "%s–%s, %d days", (unsigned long)period->days),
				  from, through, period->days));
	paper_text(paper, "from", NULL, from);
	paper_text(paper, "through", NULL, through);
	paper_number(paper, "days", NULL, period->days);
	paper_number(paper, "base", NULL, period->base);
	paper_ore(paper, "balance_ore", NULL, period->balance_ore);
	paper_number(paper, "lending_hundredths", NULL, period->lending);
	paper_number(paper, "rate_hundredths", NULL, period->rate);
	paper_ore(paper, "interest_ore", NULL, period->ore);
	paper_number(paper, "part", NULL, period->part);
	paper_number(paper, "of", NULL, period->of);
	paper_say(paper, arena_format(arena, "%s = %s", interest_working_text(arena, period),
				 interest_exact_text(arena, period->ore, period->part, period->of)));
	paper_item_end(paper);
}

static void missing_write(struct sheeting *sheeting)
{
	const struct interest *interest = &sheeting->sheet->interest;
	struct arena *arena = &sheeting->paper->arena;
	const char *missing = on_text(arena, interest->missing);

	paper_text(sheeting->paper, "rate_missing_from", NULL, missing);
	if (interest->missing != DAY_NONE)
		paper_say(sheeting->paper,
			arena_format(arena,
				_("The lending rate from %s is not entered: the interest is calculated through the day "
				  "before, and no further."),
				missing));
}

/* The rates that hold up to the day asked for, each with where it stands: what the lines above are worked from. */
static bool rates_write(struct casework *cw, struct sheeting *sheeting, struct error *err)
{
	struct paper *paper = sheeting->paper;
	struct lending_rate_list list;

	if (!lending_rate_list_load(cw, &list, err))
		return false;
	paper_list(paper, "rates", _("The state's lending rate"));
	for (int i = list.count - 1; i >= 0; i--) {
		const struct lending_rate *rate = &list.items[i];

		if (!rate->holds || day_read(rate->from_on) > sheeting->sheet->through)
			continue;
		paper_item(paper, arena_format(&paper->arena, _("from %s: %s, by %s"), rate->from_on,
					  per_cent_text(&paper->arena, rate->rate), rate->source));
		paper_text(paper, "from", NULL, rate->from_on);
		paper_number(paper, "rate_hundredths", NULL, rate->rate);
		paper_text(paper, "source", NULL, rate->source);
		paper_item_end(paper);
	}
	paper_list_end(paper, NULL);
	lending_rate_list_done(&list);
	return true;
}

static bool interest_write(struct casework *cw, struct sheeting *sheeting, struct error *err)
{
	const struct claim_sheet *sheet = sheeting->sheet;
	const struct interest *interest = &sheet->interest;
	struct paper *paper = sheeting->paper;
	struct arena *arena = &paper->arena;
	const char *const *rules = interest_rules(sheet->count);

	paper_section(paper, "interest", _("Interest under 20 §"));
	paper_text(paper, "day_count", NULL, interest_count_code(sheet->count));
	paper_text(paper, "first_decided_on", _("First decided on"), sheet->claim.first_on);
	paper_text(paper, "start", _("First day with interest"), on_text(arena, interest->start));
	for (int i = 0; rules[i]; i++)
		paper_say(paper, rules[i]);
	paper_list(paper, "periods", _("Periods"));
	for (int i = 0; i < interest->count; i++)
		period_write(sheeting, &interest->items[i]);
	paper_list_end(paper, _("No day bears interest yet."));
	missing_write(sheeting);
	if (!rates_write(cw, sheeting, err))
		return false;
	paper_text(paper, "sum_exact", _("Sum"),
		interest_exact_text(arena, interest->sum_ore, interest->part, interest->of));
	paper_ore(paper, "interest_ore",
		sheet->claim.interest_cut ? _("Interest, reduced and rounded") : _("Interest, rounded"),
		interest->interest_ore);
	paper_section_end(paper);
	return true;
}

/* ---- what has come in, and what is left */

static void payments_write(struct sheeting *sheeting)
{
	const struct claim_sheet *sheet = sheeting->sheet;
	struct paper *paper = sheeting->paper;

	paper_list(paper, "payments", _("Money in"));
	for (int i = 0; i < sheet->payment_count; i++) {
		const struct claim_payment *paid = &sheet->payments[i];

		paper_item(paper, arena_format(&paper->arena, _("%s, money in %d: %s, %s"), paid->on, paid->n,
					  money_part_word(paid->kind), kr(&paper->arena, paid->ore)));
		paper_text(paper, "on", NULL, paid->on);
		paper_number(paper, "money_in", NULL, paid->n);
		paper_text(paper, "kind", NULL, paid->kind);
		paper_ore(paper, "paid_ore", NULL, paid->ore);
		paper_item_end(paper);
	}
	paper_list_end(paper, _("Nothing has come in."));
}

static void balance_write(struct sheeting *sheeting)
{
	const struct claim_sheet *sheet = sheeting->sheet;
	struct paper *paper = sheeting->paper;
	struct arena *arena = &paper->arena;
	const char *through = on_text(arena, sheet->through);

	paper_section(paper, "balance", arena_format(arena, _("Balance through %s"), through));
	paper_text(paper, "through", NULL, through);
	paper_ore(paper, "unpaid_ore", _("Principal unpaid"), sheet->interest.unpaid_ore);
	paper_ore(paper, "interest_left_ore", _("Interest unpaid"),
		sheet->interest.interest_ore - sheet->interest_paid_ore);
	paper_ore(paper, "owed_ore", _("To pay"), sheet->owed_ore);
	paper_section_end(paper);
}

static void due_write(struct sheeting *sheeting)
{
	const struct claim_sheet *sheet = sheeting->sheet;
	struct paper *paper = sheeting->paper;

	paper_ore(paper, "due_ore", NULL, sheet->due_ore);
	if (sheet->due_ore)
		paper_say(paper, arena_format(&paper->arena,
					 _("%s is to be paid out to the same region, first on %s. Nothing is set off: "
					   "that is tried "
					   "by a person."),
					 kr(&paper->arena, sheet->due_ore), sheet->due_on));
}

static void demands_write(struct sheeting *sheeting)
{
	const struct claim_sheet *sheet = sheeting->sheet;
	struct paper *paper = sheeting->paper;
	struct arena *arena = &paper->arena;

	paper_list(paper, "demands", _("Demands sent"));
	for (int i = 0; i < sheet->demand_count; i++) {
		const struct demand *demand = &sheet->demands[i];

		paper_item(paper, arena_format(arena, _("%d, sent on %s: %s and interest %s through %s"), demand->n,
					  demand->sent_on, kr(arena, demand->principal_ore),
					  kr(arena, demand->interest_ore), demand->through_on));
		paper_number(paper, "n", NULL, demand->n);
		paper_text(paper, "sent_on", NULL, demand->sent_on);
		paper_text(paper, "through_on", NULL, demand->through_on);
		paper_ore(paper, "principal_ore", NULL, demand->principal_ore);
		paper_ore(paper, "interest_ore", NULL, demand->interest_ore);
		paper_text(paper, "sha256", "SHA-256", demand->hash);
		paper_item_end(paper);
	}
	paper_list_end(paper, _("None has been sent."));
}

static bool head_write(struct casework *cw, struct paper *paper, struct error *err)
{
	char head[HASH_TEXT], today[DAY_TEXT];
	int64_t seq;

	if (!event_head(cw, &seq, head, err))
		return false;
	head[HEAD_HEX] = '\0';
	day_text(casework_today(cw), today);
	paper_text(paper, "printed_on", NULL, today);
	paper_number(paper, "event", NULL, seq);
	paper_text(paper, "event_hash", NULL, head);
	paper_say(paper, "");
	paper_say(paper,
		arena_format(&paper->arena, _("Printed %s. Newest event: no. %lld, %s."), today, (long long)seq, head));
	return true;
}

static bool sheet_write(struct casework *cw, struct sheeting *sheeting, struct error *err)
{
	decision_write(sheeting);
	if (!interest_write(cw, sheeting, err))
		return false;
	payments_write(sheeting);
	balance_write(sheeting);
	return true;
}

bool claim_paper_write(struct casework *cw, const struct claim_sheet *sheet, struct paper *paper, struct error *err)
{
	struct sheeting sheeting = {paper, sheet};
	const char *number = claim_number_text(&paper->arena, &sheet->claim);

	paper->head = number;
	paper_title(paper, arena_format(&paper->arena, _("Sheet of %s"), number));
	paper_number(paper, "schema_version", NULL, 1);
	paper_bool(paper, "invented", NULL, casework_demo(cw));
	if (casework_demo(cw))
		paper_say(paper, _("INVENTED DATA. This comes from an office for practice."));
	paper_text(paper, "number", NULL, number);
	if (!sheet_write(cw, &sheeting, err))
		return false;
	due_write(&sheeting);
	demands_write(&sheeting);
	return head_write(cw, paper, err);
}

/* ---- money in */

static const char *part_about(struct arena *arena, const struct money_part *part)
{
	if (!part->measure)
		return "";
	if (!part->claim)
		return arena_format(arena, " %d-%d.%d", part->application_n, part->application_year, part->measure_n);
	return arena_format(arena, _(" %d-%d.%d claim %d"), part->application_n, part->application_year,
		part->measure_n, part->claim_n);
}

static void part_write(struct paper *paper, const struct money_part *part)
{
	struct arena *arena = &paper->arena;

	paper_item(paper,
		arena_format(arena, "%d. %s%s: %s%s", part->n, money_part_word(part->kind), part_about(arena, part),
			kr(arena, part->ore), part->taken_back_at ? _(", taken back") : ""));
	paper_number(paper, "n", NULL, part->n);
	paper_text(paper, "kind", NULL, part->kind);
	paper_ore(paper, "part_ore", NULL, part->ore);
	paper_number(paper, "year", NULL, part->year);
	paper_number(paper, "claim", NULL, part->claim_n);
	paper_text(paper, "why", _("Why"), part->why);
	paper_text(paper, "taken_back_at", _("Taken back"), part->taken_back_at);
	paper_text(paper, "taken_back_why", _("Why it was taken back"), part->taken_back_why);
	paper_item_end(paper);
}

void money_paper_write(const struct money_in *money, struct paper *paper)
{
	struct arena *arena = &paper->arena;

	paper_item(paper, arena_format(arena, "%d. %s  %s  %s%s", money->n, money->on_day, kr(arena, money->ore),
				  money->region_short ? money->region_short : _("payer not known"),
				  money->void_at ? _(", voided") : ""));
	paper_number(paper, "n", NULL, money->n);
	paper_text(paper, "on", NULL, money->on_day);
	paper_text(paper, "region", NULL, money->region_short);
	paper_ore(paper, "in_ore", NULL, money->ore);
	paper_text(paper, "reference", _("Mark"), money->reference);
	paper_ore(paper, "left_ore", money->left_ore ? _("Left to place") : NULL, money->left_ore);
	paper_number(paper, "version", NULL, money->version);
	paper_text(paper, "void_at", _("Voided"), money->void_at);
	paper_text(paper, "void_by", _("Voided by"), money->void_by);
	paper_text(paper, "void_why", _("What was wrong"), money->void_why);
	paper_list(paper, "parts", NULL);
	for (int i = 0; i < money->part_count; i++)
		part_write(paper, &money->parts[i]);
	paper_list_end(paper, NULL);
	paper_item_end(paper);
}

/* ---- the letter */

/* What is to be paid, of what, by when, and how it is marked. */
static void demanded_write(struct official *official, const struct claim_sheet *sheet)
{
	struct paper *paper = official->paper;
	struct arena *arena = &paper->arena;
	int64_t interest = sheet->interest.interest_ore - sheet->interest_paid_ore;

	paper_section(paper, "demanded", "Belopp att betala");
	official_say(official, NULL,
		arena_format(arena, "%s ska betala %s till %s: %s av bidraget och ränta %s till och med den %s.",
			sheet->claim.region_statute, official_kr(official, sheet->owed_ore),
			official_word(official, "authority"), official_kr(official, sheet->interest.unpaid_ore),
			official_kr(official, interest), on_text(arena, sheet->through)));
	official_say(official, NULL,
		arena_format(arena, "Enligt beslutet ska bidraget vara betalat senast den %s.", sheet->claim.pay_by));
	official_say(official, NULL,
		"Ränta löper tills hela bidraget är betalat. Hur den har beräknats framgår nedan, rad för rad.");
	official_say(
		official, NULL, arena_format(arena, "Märk betalningen: %s.", claim_number_text(arena, &sheet->claim)));
	paper_section_end(paper);
}

static bool letter_put(struct casework *cw, const struct claim_sheet *sheet, const char *sent_on, struct paper *paper,
	struct error *err)
{
	struct sheeting sheeting = {paper, sheet};
	struct official official;
	struct letter letter;
	bool written;

	if (!letter_load(cw, sheet->claim.measure, 0, &letter, err))
		return false;
	written = official_begin(&official, cw, paper, "Kravbrev", letter.number, err);
	if (written) {
		paper_say(paper, "");
		paper_text(paper, "sent_on", "Datum", sent_on);
		paper_text(paper, "number", "Diarienummer", letter.number);
		paper_text(paper, "receiver", "Till", sheet->claim.region_statute);
		paper_text(paper, "about", "Gäller", claim_number_text(&paper->arena, &sheet->claim));
		demanded_write(&official, sheet);
		paper_section(paper, "decided", "Beslutet om återkrav");
		written = sheet_write(cw, &sheeting, err);
		paper_section_end(paper);
		if (written)
			written = official_end(&official, err);
		else
			official_drop(&official);
	}
	letter_done(&letter);
	return written;
}

bool demand_letter_write(void *with, struct casework *cw, const struct claim_sheet *sheet, const char *sent_on,
	struct buffer *out, struct error *err)
{
	bool swedish = words_swedish(), written;
	struct paper paper;

	(void)with;
	paper_init(&paper);
	words_open("sv");
	written = letter_put(cw, sheet, sent_on, &paper, err);
	words_open(swedish ? "sv" : "en");
	paper_end(&paper);
	if (written)
		buffer_add(out, paper.text.text, paper.text.bytes);
	paper_done(&paper);
	return written;
}

bool demand_paper_write(const struct claim *claim, const struct demand *demand, struct paper *paper)
{
	paper->head = claim_number_text(&paper->arena, claim);
	paper_text(paper, "number", NULL, paper->head);
	paper_number(paper, "n", NULL, demand->n);
	paper_text(paper, "sent_on", NULL, demand->sent_on);
	paper_text(paper, "sha256", NULL, demand->hash);
	paper_text(paper, "text", NULL, demand->text);
	buffer_text(&paper->text, demand->text);
	return true;
}

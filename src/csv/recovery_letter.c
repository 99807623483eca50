/* The papers of later decisions on money. Invariant: they say what was recorded, in the words that were recorded, and
 * by which provisions. */
#include "csv/recovery_letter.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/claim.h"
#include "casework/lending_rate.h"
#include "casework/letter.h"
#include "casework/withholding.h"
#include "csv/official.h"

struct writing {
	struct official official;
	struct paper *paper;
	struct letter letter; /* of the grant it is about */
};

/* FL 31 § and where it stands. */
struct made {
	const char *title, *decided_on, *deciders, *presenter, *others;
	int section;
};

static bool writing_begin(struct writing *writing, struct casework *cw, int64_t measure, struct paper *paper,
	const struct made *made, int n, struct error *err)
{
	*writing = (struct writing){.paper = paper};
	if (!letter_load(cw, measure, 0, &writing->letter, err))
		return false;
	if (!official_begin(&writing->official, cw, paper, made->title, writing->letter.number, err)) {
		letter_done(&writing->letter);
		return false;
	}
	paper_say(paper, "");
	paper_text(paper, "decided_on", "Datum", made->decided_on);
	paper_text(paper, "number", "Diarienummer", writing->letter.number);
	paper_text(paper, "own_number", "Sökandens dnr", writing->letter.own_number);
	paper_text(paper, "applicants", "Sökande",
		official_names(&paper->arena, writing->letter.regions, writing->letter.region_count));
	paper_text(paper, "measure", "Åtgärd",
		arena_format(&paper->arena, "%s %s", writing->letter.measure, writing->letter.title));
	paper_number(paper, "n", "Beslut nr", n);
	if (made->section)
		paper_label(
			paper, "Sammanträde", arena_format(&paper->arena, "%s, § %d", made->decided_on, made->section));
	paper_number(paper, "section", NULL, made->section);
	return true;
}

static void reasons_write(struct writing *writing, const char *provisions, const char *evidence, const char *reasons)
{
	struct paper *paper = writing->paper;

	paper_section(paper, "reasons", "Skäl för beslutet");
	paper_say(paper, "Bestämmelser som har tillämpats:");
	official_say(&writing->official, "provisions",
		arena_format(&paper->arena, "%s %s", provisions, official_word(&writing->official, "ordinance")));
	paper_say(paper, "");
	paper_say(paper, "Omständigheter som har varit avgörande:");
	official_say(&writing->official, "circumstances", reasons);
	if (!text_blank(evidence)) {
		paper_say(paper, "");
		paper_say(paper, "Underlag:");
		official_say(&writing->official, "evidence", evidence);
	}
	paper_section_end(paper);
	if (text_blank(official_sentence(&writing->official, "final")))
		return;
	paper_section(paper, "appeal", official_word(&writing->official, "final"));
	official_say(&writing->official, "text", official_sentence(&writing->official, "final"));
	paper_section_end(paper);
}

/* FL 31 § 3–5, and to whom it goes. */
static bool writing_end(struct writing *writing, const struct made *made, const char *receiver, struct error *err)
{
	struct paper *paper = writing->paper;
	struct arena *arena = &paper->arena;
	const char *text = arena_format(arena, "Beslut i detta ärende har fattats av %s, efter föredragning av %s.",
		made->deciders, made->presenter);
	bool ended;

	if (!text_blank(made->others))
		text = arena_format(
			arena, "%s I den slutliga handläggningen har även %s deltagit.", text, made->others);
	paper_section(paper, "decided_by", "Vilka som har beslutat");
	paper_text(paper, "deciders", NULL, made->deciders);
	paper_text(paper, "presenter", NULL, made->presenter);
	paper_text(paper, "others", NULL, made->others);
	paper_say(paper, text);
	paper_section_end(paper);
	paper_say(paper, "");
	official_say(&writing->official, "receivers", arena_format(arena, "Beslutet skickas till %s.", receiver));
	ended = official_end(&writing->official, err);
	letter_done(&writing->letter);
	return ended;
}

static const char *body(const struct writing *writing)
{
	const char *word = official_word(&writing->official, "body");

	return text_blank(word) ? "Delegationen" : word;
}

static const char *applicants(const struct writing *writing)
{
	return official_names(&writing->paper->arena, writing->letter.regions, writing->letter.region_count);
}

/* ---- obstacles to payment */

static const char *withheld_text(const struct writing *writing, const struct withholding *item, bool lifting)
{
	struct arena *arena = &writing->paper->arena;
	const char *kr = official_kr(&writing->official, item->ore);
	const char *rows = arena_format(arena,
		strchr(item->rows, ',') ? "raderna %s i betalningsplanen" : "rad %s i betalningsplanen", item->rows);

	if (lifting)
		return arena_format(arena,
			"%s upphäver sitt beslut %d den %s att %s inte ska betalas ut (%s). Beloppet ska betalas ut "
			"enligt betalningsplanen.",
			body(writing), item->n, item->decided_on, kr, rows);
	return arena_format(arena, "%s beslutar att %s (%s) för åtgärd %s, %s, inte ska betalas ut%s.", body(writing),
		kr, rows, writing->letter.measure, writing->letter.title, item->final ? "" : " tills vidare");
}

static const char *withheld_ground(const struct withholding *item)
{
	return text_same(item->ground, "17.1")
		       ? "Grund: bidraget har lämnats på felaktiga grunder eller med ett för högt belopp (17 § 1)."
		       : "Grund: ett villkor i beslutet har inte följts (17 § 2).";
}

static bool withholding_put(
	struct casework *cw, const struct withholding *item, bool lifting, struct paper *paper, struct error *err)
{
	struct made made = {item->final ? "Beslut om att bidrag inte betalas ut"
					: "Beslut om att bidrag tills vidare inte betalas ut",
		item->decided_on, item->deciders, item->presenter, item->others, item->section};
	struct writing writing;

	if (lifting)
		made = (struct made){"Beslut om att bidrag ska betalas ut", item->lifted_on, item->lifted_deciders,
			item->lifted_presenter, item->lifted_others, item->lifted_section};
	if (!writing_begin(&writing, cw, item->measure, paper, &made, item->n, err))
		return false;
	paper_section(paper, "decision", "Beslut");
	official_say(&writing.official, "text", withheld_text(&writing, item, lifting));
	paper_text(paper, "rows", NULL, item->rows);
	paper_ore(paper, "withheld_ore", NULL, item->ore);
	paper_text(paper, "ground", NULL, item->ground);
	paper_bool(paper, "final", NULL, item->final);
	paper_bool(paper, "lifted", NULL, lifting);
	if (!lifting)
		paper_say(paper, withheld_ground(item));
	paper_section_end(paper);
	reasons_write(&writing, text_same(item->ground, "17.1") ? "17 § 1" : "17 § 2", lifting ? NULL : item->evidence,
		lifting ? item->lifted_why : item->reasons);
	return writing_end(&writing, &made, applicants(&writing), err);
}

bool withholding_letter_write(
	struct casework *cw, int64_t measure, int n, bool lifting, struct paper *paper, struct error *err)
{
	const struct withholding *found = NULL;
	struct withholding_list list;
	bool written;

	if (!withholding_list_load(cw, measure, &list, err))
		return false;
	for (int i = 0; i < list.count; i++)
		if (list.items[i].n == n)
			found = &list.items[i];
	written = found ? !lifting || found->lifted_on ||
				  refuse(err, ERROR_MISSING, _("Decision %d has not been lifted."), n)
			: refuse(err, ERROR_MISSING, _("The measure has no decision %d to withhold."), n);
	written = written && withholding_put(cw, found, lifting, paper, err);
	withholding_list_done(&list);
	return written;
}

/* ---- claims */

static const char *claim_title(const struct claim *claim)
{
	if (claim->lifted)
		return "Beslut om att ett återkrav tas bort";
	return claim->replaces_n ? "Beslut om ändring av ett återkrav" : "Beslut om återkrav";
}

static const char *claim_ground(const struct claim *claim)
{
	if (text_same(claim->ground, "18.1"))
		return "det finns en grund för att inte betala ut bidraget (18 § 1 och 17 §)";
	return text_same(claim->ground, "18.2") ? "bidraget har inte eller bara delvis använts (18 § 2)"
						: "bidraget har använts för ett annat ändamål (18 § 3)";
}

static const char *claim_text(const struct writing *writing, const struct claim *claim)
{
	struct arena *arena = &writing->paper->arena;
	const struct official *official = &writing->official;

	if (claim->lifted)
		return arena_format(arena,
			"%s beslutar att inget återkrävs av %s. Beslut %d den %s gäller inte längre.", body(writing),
			claim->region_statute, claim->replaces_n, claim->replaces_on);
	return arena_format(arena,
		"%s beslutar att %s ska betala tillbaka %s av statsbidraget för åtgärd %s, %s. Beloppet ska vara "
		"betalat senast den %s.",
		body(writing), claim->region_statute, official_kr(official, claim->net_ore), writing->letter.measure,
		writing->letter.title, claim->pay_by);
}

static void claim_reduction(struct writing *writing, const struct claim *claim)
{
	struct paper *paper = writing->paper;
	struct arena *arena = &paper->arena;

	if (claim->reduced_ore)
		paper_say(paper, arena_format(arena, "Grunden omfattar %s. Återkravet sätts ned med %s (19 §).",
					 official_kr(&writing->official, claim->ore),
					 official_kr(&writing->official, claim->reduced_ore)));
	if (claim->interest_cut)
		paper_say(paper, arena_format(arena, "Räntan sätts ned med %d,%02d procent (19 §).",
					 claim->interest_cut / 100, claim->interest_cut % 100));
	if (claim->reduced_ore || claim->interest_cut)
		paper_say(paper, arena_format(arena, "Särskilda skäl: %s", claim->special_reasons));
}

static void claim_interest(struct writing *writing, const struct claim *claim)
{
	struct arena *arena = &writing->paper->arena;
	char start[DAY_TEXT];

	day_text(interest_start(day_read(claim->first_on)), start);
	paper_text(writing->paper, "interest_from", NULL, start);
	paper_say(writing->paper, "");
	paper_say(writing->paper,
		arena_format(arena,
			"På det som inte är betalat löper ränta från och med den %s, en månad efter beslutet, efter "
			"den räntesats som motsvarar statens utlåningsränta med ett tillägg av två procentenheter "
			"(20 §).",
			start));
}

static void claim_decided(struct writing *writing, const struct claim *claim)
{
	struct paper *paper = writing->paper;

	paper_section(paper, "decision", "Beslut");
	official_say(&writing->official, "text", claim_text(writing, claim));
	paper_text(paper, "region", NULL, claim->region_statute);
	paper_text(paper, "ground", NULL, claim->ground);
	paper_ore(paper, "claimed_ore", NULL, claim->ore);
	paper_ore(paper, "reduced_ore", NULL, claim->reduced_ore);
	paper_number(paper, "interest_cut", NULL, claim->interest_cut);
	paper_ore(paper, "net_ore", NULL, claim->net_ore);
	paper_text(paper, "pay_by", NULL, claim->pay_by);
	paper_number(paper, "replaces", NULL, claim->replaces_n);
	paper_bool(paper, "lifted", NULL, claim->lifted);
	if (claim->replaces_n && !claim->lifted)
		paper_say(paper, arena_format(&paper->arena, "Beslutet ersätter beslut %d den %s.", claim->replaces_n,
					 claim->replaces_on));
	if (!claim->lifted) {
		paper_say(paper, arena_format(&paper->arena, "Grund: %s.", claim_ground(claim)));
		claim_reduction(writing, claim);
		claim_interest(writing, claim);
	}
	paper_section_end(paper);
}

static const char *claim_provisions(struct writing *writing, const struct claim *claim)
{
	bool reduced = claim->reduced_ore || claim->interest_cut;
	const char *own = claim->lifted ? "18 och 19 §§" : reduced ? "18, 19 och 20 §§" : "18 och 20 §§";

	if (text_blank(claim->provision))
		return own;
	return arena_format(
		&writing->paper->arena, "%s § förvaltningslagen samt %s", claim->provision + strlen("FL "), own);
}

static bool claim_put(struct casework *cw, const struct claim *claim, struct paper *paper, struct error *err)
{
	const struct made made = {claim_title(claim), claim->decided_on, claim->deciders, claim->presenter,
		claim->others, claim->section};
	struct writing writing;

	if (!writing_begin(&writing, cw, claim->measure, paper, &made, claim->n, err))
		return false;
	claim_decided(&writing, claim);
	reasons_write(&writing, claim_provisions(&writing, claim), claim->evidence, claim->reasons);
	return writing_end(&writing, &made, claim->region_statute, err);
}

bool claim_letter_write(struct casework *cw, int64_t measure, int n, struct paper *paper, struct error *err)
{
	const struct claim_query query = {.measure = measure};
	const struct claim *found = NULL;
	struct claim_list list;
	bool written;

	if (!claim_list_load(cw, &query, &list, err))
		return false;
	for (int i = 0; i < list.count; i++)
		if (list.items[i].n == n)
			found = &list.items[i];
	written = found || refuse(err, ERROR_MISSING, _("The measure has no claim %d."), n);
	written = written && claim_put(cw, found, paper, err);
	claim_list_done(&list);
	return written;
}

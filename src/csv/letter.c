/* The paper of a decision. Invariant: it says what was recorded, in the words that were recorded; what was not is told
 * as not recorded. */
#include "csv/letter.h"

#include "base/text.h"
#include "casework/decision.h"
#include "casework/letter.h"
#include "csv/official.h"

enum { SWEDISH = 1 };

struct writing {
	struct official official;
	struct paper *paper;
	const struct letter *letter;
	const struct decision *decision;
};

/* ---- what it is */

static const struct {
	const char *kind, *title;
} titles[] = {
	{"first", "Beslut om statsbidrag"},
	{"correction", "Beslut om rättelse"},
	{"change", "Beslut om ändring av ett beslut om statsbidrag"},
	{"extension", "Beslut om förlängning"},
	{"withdrawal", "Beslut om ändring efter återkallelse"},
	{"leaving", "Beslut om ändring när en region lämnar en gemensam åtgärd"},
};

static const char *letter_title(const struct letter *letter)
{
	for (size_t i = 0; letter->kind && i < sizeof titles / sizeof titles[0]; i++)
		if (!strcmp(titles[i].kind, letter->kind))
			return titles[i].title;
	return letter->earlier_n ? "Beslut om ändring av ett beslut om statsbidrag" : "Beslut om statsbidrag";
}

static const char *applicants(const struct writing *writing)
{
	const struct letter *letter = writing->letter;
	struct arena *arena = &writing->paper->arena;

	if (letter->region_count < 2)
		return letter->region_count ? letter->regions[0] : "";
	return arena_format(arena, "%s (samordnande) tillsammans med %s", letter->regions[0],
		official_names(arena, letter->regions + 1, letter->region_count - 1));
}

static const char *decided_where(const struct writing *writing)
{
	const struct letter *letter = writing->letter;

	static const char head[] = "Sammanträdet ";
	const char *meeting = writing->decision->meeting;

	if (!letter->sitting_on) /* the label says what it is */
		return meeting && !strncmp(meeting, head, sizeof head - 1) ? meeting + sizeof head - 1 : meeting;
	return arena_format(&writing->paper->arena, "%s, § %d", letter->sitting_on, letter->section);
}

static void facts_write(struct writing *writing)
{
	const struct letter *letter = writing->letter;
	struct paper *paper = writing->paper;

	if (letter->later_n)
		paper_say(paper, arena_format(&paper->arena, "OBS! Beslutet har ersatts av beslut %d den %s.",
					 letter->later_n, letter->later_on));
	paper_say(paper, "");
	paper_text(paper, "decided_on", "Datum", writing->decision->decided_on);
	paper_text(paper, "number", "Diarienummer", letter->number);
	paper_text(paper, "own_number", "Sökandens dnr", letter->own_number);
	paper_text(paper, "applicants", "Sökande", applicants(writing));
	paper_text(paper, "measure", "Åtgärd", arena_format(&paper->arena, "%s %s", letter->measure, letter->title));
	paper_number(paper, "n", "Beslut nr", letter->n);
	paper_text(paper, "meeting", "Sammanträde", decided_where(writing));
}

/* ---- what is decided */

static const char *granted_text(const struct writing *writing)
{
	const struct letter *letter = writing->letter;
	struct arena *arena = &writing->paper->arena;
	const char *body = official_word(&writing->official, "body");
	bool partly = !strcmp(writing->decision->outcome, "partly");

	body = text_blank(body) ? "Delegationen" : body;
	if (!strcmp(writing->decision->outcome, "refused"))
		return arena_format(arena, "%s avslår ansökan om statsbidrag för åtgärd %s, %s.", body, letter->measure,
			letter->title);
	return arena_format(arena, "%s bifaller %sansökan om statsbidrag för åtgärd %s, %s, och beviljar %s %s.", body,
		partly ? "delvis " : "", letter->measure, letter->title,
		letter->region_count ? letter->regions[0] : "sökanden",
		official_kr(&writing->official, writing->decision->granted_ore));
}

static const char *ground_text(const struct writing *writing)
{
	const char *provision = writing->letter->provision, *ground = writing->decision->ground;
	struct arena *arena = &writing->paper->arena;

	if (text_blank(provision))
		return ground;
	provision = arena_format(arena, "%s § förvaltningslagen", provision + strcspn(provision, "0123456789"));
	return text_blank(ground) ? provision : arena_format(arena, "%s. %s", provision, ground);
}

static void earlier_write(struct writing *writing)
{
	const struct letter *letter = writing->letter;
	struct paper *paper = writing->paper;

	paper_text(paper, "kind", NULL, letter->kind);
	paper_number(paper, "replaces", NULL, letter->earlier_n);
	paper_text(paper, "leaving", NULL, letter->leaving);
	paper_text(paper, "ground", NULL, ground_text(writing));
	if (letter->leaving)
		paper_say(paper, arena_format(&paper->arena, "%s deltar inte längre i åtgärden.", letter->leaving));
	if (letter->earlier_n)
		paper_say(paper, arena_format(&paper->arena,
					 "Det här beslutet ersätter beslut %d den %s om samma åtgärd. Grund: %s",
					 letter->earlier_n, letter->earlier_on, ground_text(writing)));
}

static void amounts_write(struct writing *writing)
{
	struct paper *paper = writing->paper;

	paper_list(paper, "amounts", NULL);
	for (int i = 0; i < writing->decision->amount_count; i++) {
		paper_item(paper, NULL);
		paper_number(paper, "year", NULL, writing->decision->amounts[i].year);
		paper_ore(paper, "granted_ore", NULL, writing->decision->amounts[i].ore);
		paper_item_end(paper);
	}
	paper_list_end(paper, NULL);
}

static void decided_write(struct writing *writing)
{
	const struct decision *decision = writing->decision;
	struct paper *paper = writing->paper;

	paper_section(paper, "decision", "Beslut");
	paper_text(paper, "outcome", NULL, decision->outcome);
	paper_ore(paper, "granted_ore", NULL, decision->granted_ore);
	official_say(&writing->official, "text", granted_text(writing));
	earlier_write(writing);
	amounts_write(writing);
	if (decision->point_count)
		paper_say(paper, "");
	paper_list(paper, "points", NULL);
	for (int i = 0; i < decision->point_count; i++) {
		const struct decision_point *point = &decision->points[i];
		paper_item(paper, arena_format(&paper->arena, "%d. %s", point->number, point->title[SWEDISH]));
		paper_number(paper, "number", NULL, point->number);
		paper_text(paper, "title", NULL, point->title[SWEDISH]);
		official_say(&writing->official, "text", point->text);
		paper_item_end(paper);
	}
	paper_list_end(paper, NULL);
	paper_section_end(paper);
}

/* ---- why, and what then */

static void reasons_write(struct writing *writing)
{
	const char *ordinance = official_word(&writing->official, "ordinance");
	const char *provisions = writing->decision->provisions;
	struct paper *paper = writing->paper;

	paper_section(paper, "reasons", "Skäl för beslutet");
	paper_say(paper, "Bestämmelser som har tillämpats:");
	official_say(&writing->official, "provisions", text_blank(provisions) ? ordinance : provisions);
	paper_say(paper, "");
	paper_say(paper, "Omständigheter som har varit avgörande:");
	official_say(&writing->official, "circumstances", writing->decision->reasons);
	paper_section_end(paper);
	if (text_blank(official_sentence(&writing->official, "final")))
		return;
	paper_section(paper, "appeal", official_word(&writing->official, "final"));
	official_say(&writing->official, "text", official_sentence(&writing->official, "final"));
	paper_section_end(paper);
}

/* FL 31 § 3–5. */
static const char *closing_text(const struct writing *writing)
{
	const struct letter *letter = writing->letter;
	struct arena *arena = &writing->paper->arena;
	const char *text;

	if (!letter->deciders)
		return "Vilka som har beslutat, vem som har varit föredragande och vilka som i övrigt har deltagit i "
		       "den "
		       "slutliga handläggningen är inte antecknat för beslutet.";
	text = arena_format(arena, "Beslut i detta ärende har fattats av %s, efter föredragning av %s.",
		letter->deciders, letter->presenter);
	if (text_blank(letter->others))
		return text;
	return arena_format(arena, "%s I den slutliga handläggningen har även %s deltagit.", text, letter->others);
}

void reservations_write(struct official *official, const struct letter_reservation *all, int count)
{
	struct paper *paper = official->paper;

	paper_list(paper, "reservations", count ? "Skiljaktiga meningar" : NULL);
	for (int i = 0; i < count; i++) {
		paper_item(paper, arena_format(&paper->arena, "%s, %s:", all[i].name,
					  all[i].dissent ? "avvikande mening" : "reservation"));
		paper_text(paper, "name", NULL, all[i].name);
		paper_bool(paper, "dissent", NULL, all[i].dissent);
		official_say(official, "text", all[i].text);
		paper_item_end(paper);
	}
	paper_list_end(paper, NULL);
}

static void closing_write(struct writing *writing)
{
	const struct letter *letter = writing->letter;
	struct paper *paper = writing->paper;

	paper_section(paper, "decided_by", "Vilka som har beslutat");
	paper_text(paper, "deciders", NULL, letter->deciders);
	paper_text(paper, "presenter", NULL, letter->presenter);
	paper_text(paper, "others", NULL, letter->others);
	paper_say(paper, closing_text(writing));
	paper_section_end(paper);
	reservations_write(&writing->official, letter->reservations, letter->reservation_count);
	paper_say(paper, "");
	paper_list(paper, "receivers", NULL);
	for (int i = 0; i < letter->receiver_count; i++) {
		paper_item(paper, NULL);
		paper_text(paper, "name", NULL, letter->receivers[i]);
		paper_item_end(paper);
	}
	paper_list_end(paper, NULL);
	paper_say(paper, arena_format(&paper->arena, "Beslutet skickas till %s.",
				 official_names(&paper->arena, letter->receivers, letter->receiver_count)));
}

/* ---- all of it */

static const struct decision *decision_of(const struct decision_list *list, int64_t id)
{
	for (int i = 0; i < list->count; i++)
		if (list->items[i].id == id)
			return &list->items[i];
	return NULL;
}

static bool writing_put(struct writing *writing, struct casework *cw, struct error *err)
{
	if (!official_begin(&writing->official, cw, writing->paper, letter_title(writing->letter),
		    writing->letter->number, err))
		return false;
	facts_write(writing);
	decided_write(writing);
	reasons_write(writing);
	closing_write(writing);
	return official_end(&writing->official, err);
}

bool letter_write(struct casework *cw, int64_t measure, int n, struct paper *paper, struct error *err)
{
	struct writing writing = {.paper = paper};
	struct decision_list list;
	struct letter letter;
	bool written;

	if (!letter_load(cw, measure, n, &letter, err))
		return false;
	written = decision_list_load(cw, measure, &list, err);
	if (written) {
		writing.letter = &letter;
		writing.decision = decision_of(&list, letter.decision);
		assert(writing.decision); /* a list holds every decision on the measure */
		written = writing_put(&writing, cw, err);
		decision_list_done(&list);
	}
	letter_done(&letter);
	return written;
}

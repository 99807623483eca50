/* The paper of a ruling: what is not tried, why, and who decided. Invariant: it says what was recorded, in the words
 * that were recorded. */
#include "csv/letter.h"

#include "casework/application.h"
#include "casework/ruling.h"

struct writing {
	struct official official;
	struct paper *paper;
	const struct application *whole;
	const struct ruling *ruling;
	struct letter_reservation *reservations;
	int reservation_count;
};

static bool dismisses(const struct ruling *ruling)
{
	return !strcmp(ruling->kind, "dismissed");
}

static const char *title_of(const struct ruling *ruling)
{
	if (ruling->lifted)
		return "Beslut om att pröva en ansökan";
	return dismisses(ruling) ? "Beslut om avvisning" : "Beslut om avskrivning";
}

static const char *about_text(const struct writing *writing)
{
	const struct ruling *ruling = writing->ruling;

	return ruling->measure ? arena_format(&writing->paper->arena, "åtgärd %d-%d.%d, %s", ruling->application_n,
					 ruling->year, ruling->measure_n, ruling->title)
			       : arena_format(&writing->paper->arena, "ansökan %s", ruling->case_title);
}

static const char *decided_text(const struct writing *writing)
{
	const struct ruling *ruling = writing->ruling;
	const char *body = official_word(&writing->official, "body");

	body = *body ? body : "Delegationen";
	if (ruling->lifted)
		return arena_format(&writing->paper->arena, "%s upphäver beslut %d den %s och prövar %s.", body,
			ruling->earlier_n, ruling->earlier_on, about_text(writing));
	return arena_format(&writing->paper->arena, "%s %s %s.", body, dismisses(ruling) ? "avvisar" : "avskriver",
		about_text(writing));
}

static void facts_write(struct writing *writing)
{
	const struct ruling *ruling = writing->ruling;
	struct paper *paper = writing->paper;

	if (ruling->later_n)
		paper_say(paper, arena_format(&paper->arena, "OBS! Beslutet har ersatts av beslut %d den %s.",
					 ruling->later_n, ruling->later_on));
	paper_say(paper, "");
	paper_text(paper, "decided_on", "Datum", ruling->decided_on);
	paper_text(paper, "number", "Diarienummer", writing->whole->number);
	paper_text(paper, "applicant", "Sökande", ruling->lead);
	paper_text(paper, "about", "Gäller", about_text(writing));
	if (ruling->sitting_on)
		paper_text(paper, "meeting", "Sammanträde",
			arena_format(&paper->arena, "%s, § %d", ruling->sitting_on, ruling->section));
}

static void decided_write(struct writing *writing)
{
	const struct ruling *ruling = writing->ruling;
	struct paper *paper = writing->paper;

	paper_section(paper, "decision", "Beslut");
	paper_text(paper, "kind", NULL, ruling->kind);
	paper_bool(paper, "lifted", NULL, ruling->lifted);
	official_say(&writing->official, "text", decided_text(writing));
	if (ruling->earlier_n && !ruling->lifted)
		paper_say(paper, arena_format(&paper->arena, "Det här beslutet ersätter beslut %d den %s (%s § FL).",
					 ruling->earlier_n, ruling->earlier_on,
					 ruling->provision + strcspn(ruling->provision, "0123456789")));
	paper_section_end(paper);
	paper_section(paper, "reasons", "Skäl för beslutet");
	paper_say(paper, "Bestämmelser som har tillämpats:");
	official_say(&writing->official, "provisions", ruling->provisions);
	paper_say(paper, "");
	paper_say(paper, "Omständigheter som har varit avgörande:");
	official_say(&writing->official, "circumstances", ruling->reasons);
	paper_section_end(paper);
}

/* FL 31 § 3–5. */
static void closing_write(struct writing *writing)
{
	const struct ruling *ruling = writing->ruling;
	struct paper *paper = writing->paper;
	const char *text =
		arena_format(&paper->arena, "Beslut i detta ärende har fattats av %s, efter föredragning av %s.",
			ruling->deciders, ruling->presenter);

	paper_section(paper, "decided_by", "Vilka som har beslutat");
	paper_text(paper, "deciders", NULL, ruling->deciders);
	paper_text(paper, "presenter", NULL, ruling->presenter);
	paper_text(paper, "others", NULL, ruling->others);
	paper_say(paper, *ruling->others
				 ? arena_format(&paper->arena, "%s I den slutliga handläggningen har även %s deltagit.",
					   text, ruling->others)
				 : text);
	paper_section_end(paper);
	reservations_write(&writing->official, writing->reservations, writing->reservation_count);
}

static bool writing_put(struct writing *writing, struct casework *cw, struct error *err)
{
	if (!official_begin(
		    &writing->official, cw, writing->paper, title_of(writing->ruling), writing->whole->number, err))
		return false;
	facts_write(writing);
	decided_write(writing);
	closing_write(writing);
	return official_end(&writing->official, err);
}

static const struct ruling *ruling_of(const struct ruling_list *list, int64_t id)
{
	for (int i = 0; i < list->count; i++)
		if (list->items[i].id == id)
			return &list->items[i];
	return NULL;
}

bool ruling_letter_write(struct casework *cw, int64_t application, int n, struct paper *paper, struct error *err)
{
	struct writing writing = {.paper = paper};
	struct application whole;
	struct ruling_list list;
	int64_t id;
	bool written;

	if (!ruling_find(cw, application, n, &id, err) || !application_load(cw, application, &whole, err))
		return false;
	written = ruling_list_load(cw, application, &list, err);
	if (written) {
		writing.whole = &whole;
		writing.ruling = ruling_of(&list, id);
		assert(writing.ruling);
		written = letter_reservations(casework_store(cw), writing.ruling->item, &paper->arena,
				  &writing.reservations, &writing.reservation_count, err) &&
			  writing_put(&writing, cw, err);
		ruling_list_done(&list);
	}
	application_done(&whole);
	return written;
}

/* One item of the minutes. Invariant: it tells what was recorded; what the reader may not see is told as not shown. */
#include "csv/minutes_inner.h"

#include "base/text.h"

static bool there(const struct sitting_seat *seat)
{
	return !strcmp(seat->presence, "present") || !strcmp(seat->presence, "remote");
}

static const char *presence_word(const char *presence)
{
	if (!strcmp(presence, "barred"))
		return "jävig, deltar inte";
	if (!strcmp(presence, "remote"))
		return "på distans";
	return !strcmp(presence, "absent") ? "frånvarande" : "närvarande";
}

/* ---- who */

/* The names of those with one of the capacities who are there; remote ones are marked. */
static const char *names_there(struct minutes *minutes, const struct sitting_item *item, const char *capacity)
{
	struct arena *arena = &minutes->paper->arena;
	const char **names = arena_take(arena, (size_t)(item->seat_count + 1) * sizeof *names);
	int count = 0;

	for (int i = 0; i < item->seat_count; i++) {
		const struct sitting_seat *seat = &item->seats[i];

		if (strcmp(seat->capacity, capacity) || !there(seat))
			continue;
		names[count++] = strcmp(seat->presence, "remote") ? seat->name
								  : arena_format(arena, "%s (på distans)", seat->name);
	}
	return official_names(arena, names, count);
}

/* In the minutes those who are not as the sitting's list says; in an extract everybody. */
static void seats_write(struct minutes *minutes, const struct sitting_item *item, bool whole)
{
	struct paper *paper = minutes->paper;

	if (whole) {
		minutes_fact(minutes, NULL, "Ordförande", names_there(minutes, item, "chair"));
		minutes_fact(minutes, NULL, "Ledamöter", names_there(minutes, item, "member"));
		minutes_fact(minutes, NULL, "Övriga deltagande",
			official_names(&paper->arena,
				(const char *[]){
					names_there(minutes, item, "secretary"), names_there(minutes, item, "other")},
				text_blank(names_there(minutes, item, "other")) ? 1 : 2));
	}
	paper_list(paper, "persons", NULL);
	for (int i = 0; i < item->seat_count; i++) {
		const struct sitting_seat *seat = &item->seats[i];
		bool told = whole ? !there(seat) : seat->differs || !strcmp(seat->presence, "barred");

		paper_item(
			paper, told ? arena_format(&paper->arena, "%s: %s.", seat->name, presence_word(seat->presence))
				    : NULL);
		paper_text(paper, "name", NULL, seat->name);
		paper_text(paper, "capacity", NULL, seat->capacity);
		paper_text(paper, "presence", NULL, seat->presence);
		paper_item_end(paper);
	}
	paper_list_end(paper, NULL);
}

static const char *quorum_text(struct minutes *minutes, const struct quorum *quorum)
{
	struct arena *arena = &minutes->paper->arena;

	if (!quorum->chair)
		return "Inte beslutför: ordföranden deltar inte.";
	return arena_format(arena, "%s: ordföranden och %d av %d övriga ledamöter deltar, minst %d krävs.",
		quorum->holds ? "Beslutför" : "Inte beslutför", quorum->there, quorum->others, quorum->needed);
}

/* ---- what was moved and voted */

static const char *motion_text(struct minutes *minutes, const struct sitting_item *item, int n)
{
	for (int i = 0; i < item->motion_count; i++)
		if (item->motions[i].n == n)
			return arena_format(&minutes->paper->arena, "yrkande %d (%s)", n, item->motions[i].name);
	return arena_format(&minutes->paper->arena, "yrkande %d", n);
}

static void motions_write(struct minutes *minutes, const struct sitting_item *item)
{
	struct paper *paper = minutes->paper;

	paper_list(paper, "motions", item->motion_count ? "Yrkanden" : NULL);
	for (int i = 0; i < item->motion_count; i++) {
		const struct sitting_motion *motion = &item->motions[i];

		paper_item(paper, arena_format(&paper->arena, "%d. %s: %s", motion->n, motion->name, motion->text));
		paper_number(paper, "n", NULL, motion->n);
		paper_text(paper, "name", NULL, motion->name);
		paper_text(paper, "text", NULL, motion->text);
		paper_bool(paper, "carried", NULL, motion->carried);
		paper_item_end(paper);
	}
	paper_list_end(paper, NULL);
}

static const char *voters(struct minutes *minutes, const struct sitting_ballot *ballot, bool yes)
{
	struct arena *arena = &minutes->paper->arena;
	const char **names = arena_take(arena, (size_t)(ballot->count + 1) * sizeof *names);
	int count = 0;

	for (int i = 0; i < ballot->count; i++)
		if (ballot->votes[i].yes == yes)
			names[count++] = ballot->votes[i].name;
	return count ? official_names(arena, names, count) : "ingen";
}

static const char *ballot_result(
	struct minutes *minutes, const struct sitting_item *item, const struct sitting_ballot *ballot)
{
	const char *won = motion_text(minutes, item, ballot->yes_won ? ballot->yes : ballot->no);
	struct arena *arena = &minutes->paper->arena;

	if (ballot->casting)
		return arena_format(arena,
			"%d ja och %d nej. Vid lika röstetal avgör ordförandens utslagsröst: %s vinner.",
			ballot->yes_count, ballot->no_count, won);
	return arena_format(arena, "%d ja och %d nej: %s vinner.", ballot->yes_count, ballot->no_count, won);
}

/* Numbered as they stand: one that was registered by mistake is not in the minutes, nor is its number. */
static void ballot_write(struct minutes *minutes, const struct sitting_item *item, int which)
{
	const struct sitting_ballot *ballot = &item->ballots[which];
	struct paper *paper = minutes->paper;
	struct arena *arena = &paper->arena;

	paper_item(paper, arena_format(arena, "Omröstning %d: ja för %s, nej för %s.", which + 1,
				  motion_text(minutes, item, ballot->yes), motion_text(minutes, item, ballot->no)));
	paper_number(paper, "n", NULL, which + 1);
	paper_number(paper, "yes_motion", NULL, ballot->yes);
	paper_number(paper, "no_motion", NULL, ballot->no);
	paper_number(paper, "yes_votes", NULL, ballot->yes_count);
	paper_number(paper, "no_votes", NULL, ballot->no_count);
	paper_bool(paper, "casting_vote", NULL, ballot->casting);
	paper_text(paper, "winner", NULL, ballot->yes_won ? "yes" : "no");
	paper_text(paper, "yes", "Ja", voters(minutes, ballot, true));
	paper_text(paper, "no", "Nej", voters(minutes, ballot, false));
	paper_say(paper, ballot_result(minutes, item, ballot));
	paper_item_end(paper);
}

static void ballots_write(struct minutes *minutes, const struct sitting_item *item)
{
	paper_list(minutes->paper, "ballots", NULL);
	for (int i = 0; i < item->ballot_count; i++)
		ballot_write(minutes, item, i);
	paper_list_end(minutes->paper, NULL);
}

/* ---- how it ended */

static const struct sitting_motion *carried(const struct sitting_item *item)
{
	for (int i = 0; i < item->motion_count; i++)
		if (item->motions[i].carried)
			return &item->motions[i];
	return NULL;
}

static const char *outcome_text(struct minutes *minutes, const struct sitting_item *item)
{
	const struct sitting_motion *motion = carried(item);
	struct arena *arena = &minutes->paper->arena;
	const char *outcome = item->outcome;

	if (!outcome)
		return item->hidden ? "" : "Paragrafen pågår.";
	if (!strcmp(outcome, "decided"))
		return motion ? arena_format(
					arena, "Delegationen beslutar enligt yrkande %d: %s", motion->n, motion->text)
		       : text_blank(item->proposes) ? "Delegationen beslutar i ärendet."
						    : "Delegationen beslutar enligt föredragandens förslag.";
	if (!strcmp(outcome, "tabled"))
		return "Ärendet bordläggs.";
	if (!strcmp(outcome, "referred"))
		return "Ärendet återremitteras.";
	if (!strcmp(outcome, "respite"))
		return "Anstånd beviljas.";
	return !strcmp(outcome, "no_quorum") ? "Ärendet bordläggs: delegationen är inte beslutför."
					     : "Antecknas till protokollet.";
}

static void reservations_write(struct minutes *minutes, const struct sitting_item *item)
{
	struct paper *paper = minutes->paper;

	paper_list(paper, "reservations", NULL);
	for (int i = 0; i < item->reservation_count; i++) {
		const struct sitting_reservation *reservation = &item->reservations[i];

		paper_item(paper, arena_format(&paper->arena, "%s, %s: %s",
					  reservation->dissent ? "Avvikande mening" : "Reservation", reservation->name,
					  reservation->text));
		paper_text(paper, "name", NULL, reservation->name);
		paper_bool(paper, "dissent", NULL, reservation->dissent);
		paper_text(paper, "text", NULL, reservation->text);
		paper_text(paper, "reported_at", NULL, reservation->reported_at);
		paper_item_end(paper);
	}
	paper_list_end(paper, NULL);
}

/* The decision or ruling recorded from the item, as the economy and the register will know it. */
static const char *granting_text(struct minutes *minutes, const struct sitting_item *item)
{
	static const char *const words[][2] = {{"refused", "Avslag."}, {"written_off", "Ärendet avskrivs."},
		{"dismissed", "Ansökan avvisas."}, {"tried", "Ansökan ska prövas."}};
	char money[MONEY_TEXT];

	if (!item->granting)
		return NULL;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (!strcmp(item->granting, words[i][0]))
			return words[i][1];
	return arena_format(&minutes->paper->arena, "%s: %s beviljas.",
		strcmp(item->granting, "partly") ? "Bifall" : "Delvis bifall",
		money_text(item->granted_ore, MONEY_KR, true, money));
}

static void outcome_write(struct minutes *minutes, const struct sitting_item *item)
{
	struct paper *paper = minutes->paper;

	paper_text(paper, "outcome", NULL, item->outcome);
	paper_text(paper, "decision", "Beslut", outcome_text(minutes, item));
	paper_text(paper, "granting", "Registrerat", granting_text(minutes, item));
	paper_text(paper, "why", item->outcome && !strcmp(item->outcome, "noted") ? "Antecknat" : "Skäl",
		item->outcome_why);
	reservations_write(minutes, item);
	paper_bool(paper, "immediate", NULL, item->immediate);
	if (item->immediate)
		paper_say(paper, "Paragrafen justeras omedelbart.");
}

void minutes_item_write(struct minutes *minutes, const struct sitting_item *item, bool whole)
{
	struct paper *paper = minutes->paper;

	paper_number(paper, "section", NULL, item->section);
	paper_number(paper, "n", NULL, item->n);
	paper_text(paper, "number", NULL, item->number);
	paper_text(paper, "subject", NULL, item->title);
	paper_bool(paper, "hidden", NULL, item->hidden);
	paper_bool(paper, "veiled", NULL, item->veiled);
	if (item->hidden) {
		paper_say(
			paper, "Innehållet visas inte för den som är jävig i ärendet förrän protokollet är justerat.");
		return;
	}
	paper_text(paper, "presenter", "Föredragande", item->presenter_name);
	paper_text(paper, "proposes", "Förslag till beslut", item->proposes);
	if (item->veiled)
		paper_say(paper, "Närvaro och röster per ärende visas när protokollet är justerat.");
	else
		seats_write(minutes, item, whole);
	if (!item->veiled && strcmp(item->kind, "other"))
		paper_text(paper, "quorum", "Beslutförhet", quorum_text(minutes, &item->quorum));
	paper_text(paper, "ruling", "Ordförandens beslut", item->ruling);
	motions_write(minutes, item);
	ballots_write(minutes, item);
	outcome_write(minutes, item);
}

/* The written reply on a request for documents. Invariant: it says of each part what a person has ruled, and nothing of
 * what is masked but the words that give nothing away. */
#include "csv/refusal.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/programme.h"

enum { SWEDISH = 1 };

struct letter {
	const struct programme *programme;
	const struct release *release;
	struct paper *paper;
};

/* The name, or with `text` the text, of a word of the letter. */
static const char *letter_word(const struct letter *letter, const char *kind, const char *code, bool text)
{
	const struct word *word = programme_word(letter->programme, kind, code);

	return !word ? code : text ? word->help[SWEDISH] : word->name[SWEDISH];
}

/* "handling 4-2025-2", "beslut, 4-2025" */
static const char *part_name(const struct letter *letter, const struct release_part *part)
{
	struct arena *arena = &letter->paper->arena;
	const char *name = letter_word(letter, "part", part->part, false);
	int thing = part->document ? part->document_n : part->note_n;

	return thing ? arena_format(arena, "%s %d-%d-%d", name, part->application_n, part->year, thing)
		     : arena_format(arena, "%s, %d-%d", name, part->application_n, part->year);
}

static void part_write(const struct letter *letter, const struct release_part *part)
{
	struct paper *paper = letter->paper;

	paper_item(paper, arena_format(&paper->arena, "%d  %s", part->n, part_name(letter, part)));
	paper_number(paper, "n", NULL, part->n);
	paper_text(paper, "part", NULL, part->part);
	paper_text(paper, "masked", letter_word(letter, "letter", "hidden", false), part->masked);
	paper_text(paper, "ground", letter_word(letter, "letter", "ground", false), part->ground);
	paper_text(paper, "tested_by", NULL, part->tested_by);
	paper_text(paper, "tested", NULL, part->tested_at);
	paper_text(paper, "who", letter_word(letter, "letter", "tested", false),
		arena_format(&paper->arena, "%s, %.10s", part->tested_by, part->tested_at));
	paper_item_end(paper);
}

/* How many parts have the outcome; they are written under its head. */
static int outcome_write(const struct letter *letter, const char *outcome)
{
	const struct release *release = letter->release;
	int count = 0;

	for (int i = 0; i < release->count; i++)
		count += text_same(release->items[i].outcome, outcome);
	paper_list(letter->paper, outcome, count ? letter_word(letter, "letter", outcome, false) : NULL);
	for (int i = 0; i < release->count; i++)
		if (text_same(release->items[i].outcome, outcome))
			part_write(letter, &release->items[i]);
	paper_list_end(letter->paper, NULL);
	return count;
}

static void letter_write(const struct letter *letter, const char *today)
{
	const struct release *release = letter->release;
	struct paper *paper = letter->paper;
	int kept;

	paper_title(paper, arena_format(&paper->arena, "%s, %d-%d", letter_word(letter, "letter", "title", false),
				   release->number, release->year));
	paper_text(paper, "on", NULL, today);
	paper_say(paper, today);
	paper_text(paper, "party", NULL, release->party);
	if (!text_blank(release->party))
		paper_say(paper, release->party);
	paper_text(paper, "about", NULL, release->title);
	paper_say(paper, release->title);
	paper_say(paper, letter_word(letter, "letter", "title", true));
	kept = outcome_write(letter, "refused");
	kept += outcome_write(letter, "masked");
	outcome_write(letter, "released");
	if (!kept)
		return;
	paper_section(paper, "appeal", letter_word(letter, "letter", "appeal", false));
	paper_text(paper, "text", NULL, letter_word(letter, "letter", "appeal", true));
	paper_say(paper, letter_word(letter, "letter", "appeal", true));
	paper_section_end(paper);
}

bool refusal_write(struct casework *cw, const struct release *release, struct paper *paper, struct error *err)
{
	struct letter letter = {.release = release, .paper = paper};
	struct programme programme;
	char today[DAY_TEXT];

	if (!release->count)
		return refuse(
			err, ERROR_INVALID, _("Nothing is noted as requested yet: there is nothing to reply to."));
	if (release->untested)
		return refuse(err, ERROR_INVALID,
			_("The reply can be written when each part has been tested; %d of %d have not."),
			release->untested, release->count);
	if (!programme_load(cw, &programme, err))
		return false;
	letter.programme = &programme;
	day_text(casework_today(cw), today);
	letter_write(&letter, today);
	programme_done(&programme);
	return true;
}

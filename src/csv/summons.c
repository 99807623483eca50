/* What is sent before a sitting: the notice with the list of items, and the agenda with each presenter's own proposal.
 * Invariant: neither tells anything of the order of a ranking. */
#include "csv/minutes_inner.h"

#include "base/text.h"

static void item_write(struct minutes *minutes, const struct sitting_item *item, bool proposals)
{
	struct paper *paper = minutes->paper;

	paper_item(paper, arena_format(&paper->arena, "%d  %s%s%s", item->n, item->number, item->number[0] ? " " : "",
				  item->title));
	paper_number(paper, "n", NULL, item->n);
	paper_text(paper, "number", NULL, item->number);
	paper_text(paper, "subject", NULL, item->title);
	paper_text(paper, "presenter", proposals ? "Föredragande" : NULL, item->presenter_name);
	if (proposals && !item->hidden)
		paper_text(paper, "proposes", "Förslag till beslut", item->proposes);
	else if (proposals)
		paper_say(paper, "Förslaget visas inte för den som är jävig i ärendet.");
	paper_item_end(paper);
}

static void items_write(struct minutes *minutes, bool proposals)
{
	const struct sitting *sitting = &minutes->sitting;

	paper_section(minutes->paper, "agenda", "Ärenden");
	paper_list(minutes->paper, "items", NULL);
	for (int i = 0; i < sitting->item_count; i++)
		item_write(minutes, &sitting->items[i], proposals);
	paper_list_end(minutes->paper, "Inget ärende är uppsatt ännu.");
	paper_section_end(minutes->paper);
}

static const char *capacity_word(const char *capacity)
{
	if (!strcmp(capacity, "chair"))
		return "ordförande";
	if (!strcmp(capacity, "member"))
		return "ledamot";
	if (!strcmp(capacity, "secretary"))
		return "sekreterare";
	return !strcmp(capacity, "presenter") ? "föredragande" : "deltar i övrigt";
}

static void called_write(struct minutes *minutes)
{
	const struct sitting *sitting = &minutes->sitting;
	struct paper *paper = minutes->paper;

	paper_section(paper, "called", "Kallade");
	paper_list(paper, "persons", NULL);
	for (int i = 0; i < sitting->person_count; i++) {
		const struct sitting_person *person = &sitting->persons[i];

		paper_item(paper, arena_format(&paper->arena, "%s, %s", person->name, capacity_word(person->capacity)));
		paper_text(paper, "name", NULL, person->name);
		paper_text(paper, "capacity", NULL, person->capacity);
		paper_text(paper, "notice_on", NULL, person->notice_on);
		paper_text(paper, "papers_on", NULL, person->papers_on);
		paper_item_end(paper);
	}
	paper_list_end(paper, "Ingen är kallad ännu.");
	paper_section_end(paper);
}

bool notice_write(struct casework *cw, int64_t sitting, struct paper *paper, struct error *err)
{
	struct minutes minutes;

	if (!minutes_begin(&minutes, cw, sitting, paper, "Kallelse till sammanträde", err))
		return false;
	called_write(&minutes);
	items_write(&minutes, false);
	paper_say(paper,
		"\nDen som kan vara jävig i ett ärende anmäler det genast (18 § förvaltningslagen). Den som får "
		"förhinder anmäler det så snart som möjligt, så att det kan prövas om delegationen är beslutför.");
	return minutes_end(&minutes, true, err);
}

bool agenda_write(struct casework *cw, int64_t sitting, struct paper *paper, struct error *err)
{
	struct minutes minutes;

	if (!minutes_begin(&minutes, cw, sitting, paper, "Föredragningslista", err))
		return false;
	items_write(&minutes, true);
	return minutes_end(&minutes, true, err);
}

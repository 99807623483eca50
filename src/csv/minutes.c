/* Minutes and extracts. Invariant: only what was taken up has a § and is in them; who approved them and when stands at
 * their end, or that nobody has yet. */
#include "csv/minutes_inner.h"

#include "base/text.h"
#include "base/words.h"

/* ---- what all the papers of a sitting begin and end with */

/* "2026-11-25 kl. 10.00, Stockholm" */
static const char *when_where(struct minutes *minutes)
{
	const struct sitting *sitting = &minutes->sitting;
	struct arena *arena = &minutes->paper->arena;
	const char *text = sitting->on_day;

	if (strlen(sitting->starts_at) == 5)
		text = arena_format(arena, "%s kl. %.2s.%s", text, sitting->starts_at, sitting->starts_at + 3);
	return text_blank(sitting->place) ? text : arena_format(arena, "%s, %s", text, sitting->place);
}

bool minutes_begin(struct minutes *minutes, struct casework *cw, int64_t sitting, struct paper *paper,
	const char *title, struct error *err)
{
	*minutes = (struct minutes){.paper = paper};
	if (!sitting_load(cw, sitting, &minutes->sitting, err))
		return false;
	if (!official_begin(&minutes->official, cw, paper, title, minutes->sitting.number, err)) {
		sitting_done(&minutes->sitting);
		return false;
	}
	paper_say(paper, "");
	minutes_fact(minutes, "subject", "Rubrik", minutes->sitting.title);
	minutes_fact(minutes, "number", "Diarienummer", minutes->sitting.number);
	minutes_fact(minutes, NULL, "Tid och plats", when_where(minutes));
	paper_text(paper, "on", NULL, minutes->sitting.on_day);
	paper_text(paper, "starts_at", NULL, minutes->sitting.starts_at);
	paper_text(paper, "place", NULL, minutes->sitting.place);
	return true;
}

bool minutes_end(struct minutes *minutes, bool wrote, struct error *err)
{
	bool ended = wrote && official_end(&minutes->official, err);

	if (!wrote)
		official_drop(&minutes->official);
	sitting_done(&minutes->sitting);
	return ended;
}

void minutes_fact(struct minutes *minutes, const char *key, const char *label, const char *value)
{
	if (key)
		paper_text(minutes->paper, key, label, value);
	else if (!text_blank(value))
		paper_label(minutes->paper, label, value);
}

const char *minutes_item_head(struct minutes *minutes, const struct sitting_item *item)
{
	struct arena *arena = &minutes->paper->arena;
	const char *blank = item->number[0] ? " " : "";

	return item->section ? arena_format(arena, "§ %d  %s%s%s", item->section, item->number, blank, item->title)
			     : arena_format(arena, "%d  %s%s%s", item->n, item->number, blank, item->title);
}

/* ---- who was there */

static const struct {
	const char *capacity, *label;
} capacities[] = {{"chair", "Ordförande"}, {"member", "Ledamöter"}, {"secretary", "Sekreterare"},
	{"presenter", "Föredragande"}, {"other", "Övriga deltagande"}};

static const char *persons_with(struct minutes *minutes, const char *capacity, bool absent)
{
	const struct sitting *sitting = &minutes->sitting;
	struct arena *arena = &minutes->paper->arena;
	const char **names = arena_take(arena, (size_t)(sitting->person_count + 1) * sizeof *names);
	int count = 0;

	for (int i = 0; i < sitting->person_count; i++) {
		const struct sitting_person *person = &sitting->persons[i];

		if (absent != !strcmp(person->presence, "absent") || (capacity && strcmp(person->capacity, capacity)))
			continue;
		names[count++] = strcmp(person->presence, "remote")
					 ? person->name
					 : arena_format(arena, "%s (på distans)", person->name);
	}
	return official_names(arena, names, count);
}

static void persons_write(struct minutes *minutes)
{
	struct paper *paper = minutes->paper;

	paper_section(paper, "presence", "Närvaro");
	for (size_t i = 0; i < sizeof capacities / sizeof capacities[0]; i++)
		paper_text(paper, capacities[i].capacity, capacities[i].label,
			persons_with(minutes, capacities[i].capacity, false));
	paper_text(paper, "absent", "Frånvarande", persons_with(minutes, NULL, true));
	paper_section_end(paper);
}

/* ---- the minutes */

static void items_write(struct minutes *minutes)
{
	const struct sitting *sitting = &minutes->sitting;
	struct paper *paper = minutes->paper;
	int taken = 0;

	paper_list(paper, "items", NULL);
	for (int section = 0, next = 0; next >= 0; section = next) {
		const struct sitting_item *item = NULL;

		for (int i = 0; i < sitting->item_count; i++) /* in the order they were taken up */
			if (sitting->items[i].section > section && (!item || sitting->items[i].section < item->section))
				item = &sitting->items[i];
		next = item ? item->section : -1;
		if (!item)
			continue;
		paper_say(paper, "");
		paper_item(paper, minutes_item_head(minutes, item));
		minutes_item_write(minutes, item, false);
		paper_item_end(paper);
		taken++;
	}
	paper_list_end(paper, NULL);
	if (!taken)
		paper_say(paper, "Inget ärende har tagits upp.");
}

static const char *chair_name(const struct sitting *sitting)
{
	for (int i = 0; i < sitting->person_count; i++)
		if (!strcmp(sitting->persons[i].capacity, "chair"))
			return sitting->persons[i].name;
	return "ordföranden";
}

/* FL has no rule on it: the delegation's own order, kept as it was done. */
static void adjustment_write(struct minutes *minutes)
{
	const struct sitting *sitting = &minutes->sitting;
	struct paper *paper = minutes->paper;
	struct arena *arena = &paper->arena;
	const char *who = sitting->adjuster_name
				  ? arena_format(arena, "%s och %s", chair_name(sitting), sitting->adjuster_name)
				  : chair_name(sitting);

	paper_section(paper, "adjustment", "Justering");
	paper_text(paper, "adjuster", NULL, sitting->adjuster_name);
	paper_text(paper, "adjusted_on", NULL, sitting->adjusted_on);
	minutes_fact(minutes, NULL, "Vid protokollet", persons_with(minutes, "secretary", false));
	if (sitting->adjusted_on) {
		paper_say(paper, arena_format(arena, "Justerat %s av %s.", sitting->adjusted_on, who));
	} else {
		paper_say(paper, arena_format(arena, "Protokollet är inte justerat. Det justeras av %s.", who));
		paper_say(paper, "\nJusterat den ____________   ____________________   ____________________");
	}
	paper_section_end(paper);
}

/* "2026-11-17 kl. 09.00" of "2026-11-17 09:00:12". */
static const char *moment_words(struct paper *paper, const char *moment)
{
	return arena_format(&paper->arena, "%.10s kl. %.2s.%.2s", moment, moment + 11, moment + 14);
}

bool minutes_write(struct casework *cw, int64_t sitting, struct paper *paper, struct error *err)
{
	struct minutes minutes;

	if (!minutes_begin(&minutes, cw, sitting, paper, "Protokoll", err))
		return false;
	if (!minutes.sitting.opened_at)
		return minutes_end(&minutes,
			refuse(err, ERROR_INVALID,
				_("The sitting has not been opened: there are no minutes yet. The notice and the "
				  "agenda "
				  "can be written.")),
			err);
	paper_text(paper, "opened_at", NULL, minutes.sitting.opened_at);
	paper_text(paper, "closed_at", NULL, minutes.sitting.closed_at);
	minutes_fact(&minutes, NULL, "Öppnat", moment_words(paper, minutes.sitting.opened_at));
	minutes_fact(&minutes, NULL, "Avslutat",
		minutes.sitting.closed_at ? moment_words(paper, minutes.sitting.closed_at) : "sammanträdet pågår");
	persons_write(&minutes);
	items_write(&minutes);
	adjustment_write(&minutes);
	return minutes_end(&minutes, true, err);
}

/* ---- an extract */

static const struct sitting_item *item_of(const struct sitting *sitting, int section)
{
	for (int i = 0; i < sitting->item_count; i++)
		if (sitting->items[i].section == section)
			return &sitting->items[i];
	return NULL;
}

bool extract_write(struct casework *cw, int64_t sitting, int section, struct paper *paper, struct error *err)
{
	const struct sitting_item *item;
	struct minutes minutes;
	bool fits;

	if (!minutes_begin(&minutes, cw, sitting, paper, "Protokollsutdrag", err))
		return false;
	item = section > 0 ? item_of(&minutes.sitting, section) : NULL;
	fits = item ? item->closed_at || refuse(err, ERROR_INVALID,
						 _("§ %d is not closed yet: nothing can be extracted."), section)
		    : refuse(err, ERROR_MISSING, _("The sitting has no § %d."), section);
	if (!fits)
		return minutes_end(&minutes, false, err);
	paper_section(paper, "item", minutes_item_head(&minutes, item));
	minutes_item_write(&minutes, item, true);
	paper_section_end(paper);
	adjustment_write(&minutes);
	paper_say(paper, "\nRätt utdraget intygar   ________________________________________");
	return minutes_end(&minutes, true, err);
}

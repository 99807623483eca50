/* Who applies, and what the application contains (9 §), on paper. Invariant: an entry's fields are those of the table
 * of entries; an entry that was taken away after the day asked for is there, from what the events kept. */
#include "csv/case_file_inner.h"

#include "base/text.h"
#include "base/words.h"

static const enum object_kind objects[ENTRY_KINDS] = {
	[ENTRY_NEED] = OBJECT_NEED,
	[ENTRY_PROMISE] = OBJECT_PROMISE,
	[ENTRY_COST] = OBJECT_COST,
	[ENTRY_INDICATOR] = OBJECT_INDICATOR,
	[ENTRY_SUPPORT] = OBJECT_SUPPORT,
	[ENTRY_REFERENCE] = OBJECT_REFERENCE,
	[ENTRY_BACKGROUND] = OBJECT_BACKGROUND,
	[ENTRY_CONTACT] = OBJECT_CONTACT,
};

/* The column a field is kept in: its key with _ for -. */
static const char *column_name(struct case_file *file, const char *key)
{
	char *name = arena_text(&file->paper->arena, key);

	for (char *at = name; *at; at++)
		if (*at == '-')
			*at = '_';
	return name;
}

static void field_put(struct case_file *file, const struct entry_field *field, const char *value)
{
	const char *key = column_name(file, field->key), *label = _(field->label);

	switch (field->value) {
	case ENTRY_WORD: paper_word(file->paper, key, label, value, case_file_word(file, field->words, value)); return;
	case ENTRY_ORE:
		paper_ore(file->paper, arena_format(&file->paper->arena, "%s_ore", key), label,
			text_blank(value) ? MONEY_UNKNOWN : strtoll(value, NULL, 10));
		return;
	case ENTRY_YES: paper_bool(file->paper, key, label, value && *value == '1'); return;
	case ENTRY_LINE:
	case ENTRY_TEXT:
	case ENTRY_DAY:
	case ENTRY_REGION:
	case ENTRY_YEAR:
	case ENTRY_COUNT: break;
	}
	paper_text(file->paper, key, label, value);
}

static void entry_put_on(struct case_file *file, enum entry_kind kind, const struct entry *entry)
{
	paper_item(file->paper, entry_is_single(kind)
					? entry_name(kind)
					: arena_format(&file->paper->arena, "%s %d", entry_name(kind), entry->n));
	paper_number(file->paper, "n", NULL, entry->n);
	for (int i = 0; i < entry_field_count(kind); i++) {
		struct entry_field field = entry_field(kind, i);

		bool measures =
			kind == ENTRY_NEED && i == NEED_MEASURES; /* kept by ids, which say nothing to a reader */

		field_put(file, &field,
			measures ? entry->values[i]
				 : rewind_text(&file->rewind, objects[kind], entry->id, column_name(file, field.key),
					   entry->values[i]));
	}
	paper_item_end(file->paper);
}

/* Taken away since the day: known from the events alone. */
static void gone_put(struct case_file *file, enum entry_kind kind, const struct rewind_item *item)
{
	const char *n = NULL, *value;

	facts_value(item->after, "n", &file->paper->arena, &n);
	paper_item(file->paper,
		arena_format(&file->paper->arena, _("%s %s (taken away since then)"), entry_name(kind), n ? n : ""));
	for (int i = 0; i < entry_field_count(kind); i++) {
		struct entry_field field = entry_field(kind, i);

		value = NULL;
		if (kind != ENTRY_NEED || i != NEED_MEASURES)
			facts_value(item->after, column_name(file, field.key), &file->paper->arena, &value);
		field_put(file, &field, value);
	}
	paper_item_end(file->paper);
}

static bool item_gone(struct case_file *file, enum entry_kind kind, int64_t measure, const struct rewind_item *item)
{
	const char *owner = NULL, *dropped = NULL;

	if (!item->there || !item->after || strcmp(item->object, entry_code(kind)) != 0)
		return false;
	for (int i = 0; i < file->contents.entries[kind].count; i++)
		if (file->contents.entries[kind].items[i].id == item->id)
			return false;
	facts_value(item->after, "dropped_on", &file->paper->arena, &dropped);
	facts_value(item->after, measure ? "measure" : "application", &file->paper->arena, &owner);
	return !dropped && owner && strtoll(owner, NULL, 10) == (measure ? measure : file->application);
}

void case_file_entries(struct case_file *file, enum entry_kind kind, int64_t measure)
{
	const struct entry_list *list = &file->contents.entries[kind];

	paper_list(file->paper, arena_format(&file->paper->arena, "%ss", entry_code(kind)), NULL);
	for (int i = 0; i < list->count; i++)
		if (list->items[i].measure == measure && rewind_there(&file->rewind, objects[kind], list->items[i].id))
			entry_put_on(file, kind, &list->items[i]);
	for (int i = 0; i < file->rewind.count; i++)
		if (item_gone(file, kind, measure, &file->rewind.items[i]))
			gone_put(file, kind, &file->rewind.items[i]);
	paper_list_end(file->paper, NULL);
}

/* A value of the application as it was. */
static const char *was(struct case_file *file, const char *column, const char *now)
{
	return rewind_text(&file->rewind, OBJECT_APPLICATION, file->application, column, now);
}

bool case_file_brief(struct case_file *file, struct error *err)
{
	const struct application *whole = &file->contents.application;
	const char *withdrawn = was(file, "withdrawn_on", whole->withdrawn_on);
	struct paper *paper = file->paper;

	paper_text(paper, "number", _("Our number"), whole->number);
	paper_text(paper, "subject", _("Subject"), was(file, "title", whole->row.title));
	paper_text(paper, "lead", _("Lead applicant"), whole->lead_name);
	paper_text(paper, "own_number", _("Applicant's number"), was(file, "own_number", whole->row.own_number));
	paper_text(paper, "round", _("Round"), whole->row.round_name);
	paper_text(paper, "arrived", _("Came in"), was(file, "arrived_on", whole->row.arrived_on));
	paper_word(paper, "way", _("How"), was(file, "way", whole->way),
		case_file_word(file, "arrival", was(file, "way", whole->way)));
	paper_bool(paper, "late", _("After the round closed"), whole->row.late);
	paper_text(paper, "registered", _("Registered"), whole->registered_at);
	paper_text(paper, "registered_by", _("Registered by"), whole->registered_by);
	paper_text(paper, "withdrawn", _("Withdrawn"), withdrawn);
	paper_text(paper, "withdrawn_why", _("How and why"), withdrawn ? whole->withdrawn_why : NULL);
	paper_bool(paper, "invented", _("Invented"), whole->invented != 0);
	if (!case_file_mistake(file, err) || !case_file_numbers(file, err))
		return false;
	if (file->rewind.day)
		return true;
	paper_text(paper, "officer", _("Case officer"), whole->row.officer_name);
	paper_word(paper, "state", _("Status"), state_code(whole->row.state),
		state_word(&file->gates.programme, whole->row.state));
	paper_text(paper, "next", _("What happens next"), state_step(&file->gates.programme, &whole->row.facts));
	return true;
}

static void participant_put_on(struct case_file *file, const struct participant *each)
{
	struct rewind *past = &file->rewind;
	struct paper *paper = file->paper;
	const char *said = rewind_text(past, OBJECT_PARTICIPANT, each->id, "paper", each->paper);
	bool anchored = rewind_there(past, OBJECT_ANCHORING, each->id);

#define PART(column) rewind_text(past, OBJECT_PARTICIPANT, each->id, #column, each->column)
#define ANCHORED(column) (anchored ? rewind_text(past, OBJECT_ANCHORING, each->id, #column, each->column) : NULL)
	paper_item(paper, each->region_name);
	paper_text(paper, "region", NULL, each->region);
	paper_bool(paper, "lead", _("Lead applicant"), each->lead);
	paper_text(paper, "own_number", _("The region's number"), PART(own_number));
	paper_word(paper, "paper", _("Political decision"), said, case_file_word(file, "paper", said));
	paper_text(paper, "paper_on", _("Its day"), PART(paper_on));
	paper_text(paper, "paper_body", _("Body"), PART(paper_body));
	paper_text(paper, "section", _("Section of the minutes"), ANCHORED(section));
	paper_text(paper, "number", _("The body's number"), ANCHORED(number));
	paper_text(paper, "certified_on", _("Certificate"), PART(certified_on));
	paper_text(paper, "certified_name", _("Authorised representative"), ANCHORED(certified_name));
	paper_text(paper, "certified_title", _("Title"), ANCHORED(certified_title));
	paper_text(paper, "contribution", _("Contribution"), ANCHORED(contribution));
	paper_item_end(paper);
#undef PART
#undef ANCHORED
}

bool case_file_who(struct case_file *file, struct error *err)
{
	const struct application *whole = &file->contents.application;

	(void)err;
	paper_list(file->paper, "participants", NULL);
	for (int i = 0; i < whole->participant_count; i++)
		if (rewind_there(&file->rewind, OBJECT_PARTICIPANT, whole->participants[i].id))
			participant_put_on(file, &whole->participants[i]);
	paper_list_end(file->paper, NULL);
	case_file_entries(file, ENTRY_CONTACT, 0);
	return true;
}

/* References stand parted by |: for people each gets a line. */
static void sources_say(struct case_file *file, const char *sources)
{
	char *lines = arena_text(&file->paper->arena, sources);

	for (char *at = lines; at && *at; at++)
		if (*at == '|')
			*at = '\n';
	if (text_blank(lines))
		return;
	paper_say(file->paper, _("Sources:"));
	paper_say(file->paper, lines);
}

bool case_file_contents(struct case_file *file, struct error *err)
{
	const struct application *whole = &file->contents.application;
	struct paper *paper = file->paper;

	(void)err;
	paper_text(paper, "summary", _("Summary"), was(file, "summary", whole->summary));
	paper_text(paper, "scope", _("Limits of scope"), was(file, "scope", whole->scope));
	paper_text(paper, "economy", _("Economic conditions"), was(file, "economy", whole->economy));
	paper_text(paper, "needs_text", _("Development needs"), was(file, "needs", whole->needs));
	paper_text(paper, "sources", NULL, was(file, "sources", whole->sources));
	sources_say(file, was(file, "sources", whole->sources));
	case_file_entries(file, ENTRY_NEED, 0);
	case_file_entries(file, ENTRY_REFERENCE, 0);
	case_file_entries(file, ENTRY_BACKGROUND, 0);
	return true;
}

/* Years as they stand now, or as the event then kept them: "2027 sought 600000" a line. */
static void years_put(struct case_file *file, const struct measure *measure)
{
	struct paper *paper = file->paper;
	const char *then =
		file->rewind.day ? rewind_text(&file->rewind, OBJECT_MEASURE, measure->id, "amounts", NULL) : NULL;

	if (file->rewind.day) {
		paper_text(paper, "amounts_then", _("Amounts then, in öre"), then);
		return;
	}
	paper_list(paper, "years", NULL);
	for (int i = 0; i < measure->year_count; i++) {
		const struct year_amount *year = &measure->years[i];

		paper_item(paper, arena_format(&paper->arena, "%d", year->year));
		paper_number(paper, "year", NULL, year->year);
		paper_ore(paper, "cost_ore", year->has_cost ? _("Cost") : NULL, year->cost_ore);
		paper_ore(paper, "sought_ore", year->has_sought ? _("Sought") : NULL, year->sought_ore);
		paper_ore(paper, "granted_ore", year->has_granted ? _("Granted") : NULL, year->granted_ore);
		paper_item_end(paper);
	}
	paper_list_end(paper, NULL);
	paper_ore(paper, "cost_ore", _("Estimated cost"), measure->cost_ore);
	paper_ore(paper, "sought_ore", _("Sought"), measure->sought_ore);
}

static void shares_put(struct case_file *file, const struct measure *measure)
{
	const struct share_list *shares = &file->contents.shares;
	struct paper *paper = file->paper;

	paper_list(paper, "shares", NULL);
	for (int i = 0; i < shares->count; i++) {
		if (shares->items[i].measure != measure->id)
			continue;
		paper_item(paper, arena_format(&paper->arena, _("Share, %s"), shares->items[i].region_short));
		paper_text(paper, "region", NULL, shares->items[i].region);
		paper_ore(paper, "share_ore", _("Amount"), shares->items[i].ore);
		paper_item_end(paper);
	}
	paper_list_end(paper, NULL);
}

static void measure_put_on(struct case_file *file, const struct measure *measure)
{
	struct paper *paper = file->paper;
	const char *type, *area, *effect, *form;

#define WAS(column) rewind_text(&file->rewind, OBJECT_MEASURE, measure->id, #column, measure->column)
	type = WAS(type), area = WAS(area), effect = WAS(effect), form = WAS(form);
	paper_item(paper, arena_format(&paper->arena, "%d  %s", measure->n, WAS(title)));
	paper_number(paper, "n", NULL, measure->n);
	paper_text(paper, "title", NULL, WAS(title));
	paper_text(paper, "description", _("Description"), WAS(description));
	paper_text(paper, "achieve", _("What is to be achieved"), WAS(achieve));
	paper_word(paper, "type", _("Type"), type, case_file_word(file, "type", type));
	paper_word(paper, "area", _("Area"), area, case_file_word(file, "area", area));
	paper_word(paper, "effect", _("Effect type"), effect, case_file_word(file, "effect", effect));
	paper_text(paper, "from", _("From"), WAS(from_on));
	paper_text(paper, "to", _("To"), WAS(to_on));
	paper_word(paper, "form", _("Financing"), form, case_file_word(file, "form", form));
	paper_text(paper, "other_support", _("Other state support"), WAS(other_support));
	paper_text(paper, "lasting", _("Lasting effect"), WAS(lasting));
	paper_text(paper, "withdrawn", _("Withdrawn"), WAS(withdrawn_on));
	paper_text(paper, "withdrawn_why", _("How and why"), WAS(withdrawn_why));
#undef WAS
	years_put(file, measure);
	if (!file->rewind.day)
		shares_put(file, measure);
	for (int kind = ENTRY_PROMISE; kind <= ENTRY_SUPPORT; kind++)
		case_file_entries(file, (enum entry_kind)kind, measure->id);
	paper_item_end(paper);
}

bool case_file_measures(struct case_file *file, struct error *err)
{
	const struct measure_list *list = &file->contents.measures;

	(void)err;
	paper_list(file->paper, "measures", NULL);
	for (int i = 0; i < list->count; i++)
		if (rewind_there(&file->rewind, OBJECT_MEASURE, list->items[i].id))
			measure_put_on(file, &list->items[i]);
	paper_list_end(file->paper, _("No measure."));
	return true;
}

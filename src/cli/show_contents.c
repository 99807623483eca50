/* Contents and evidence written out. Invariant: JSON has every entry there is; what is proposed is told as evidence,
 * never as an answer. */
#include "cli/show_contents.h"

#include "base/text.h"
#include "cli/entries.h"
#include "cli/show.h"

static const char *const sees[] = {
	[SEES_YES] = "yes", [SEES_NOTHING] = "nothing", [SEES_UNCLEAR] = "unclear", [SEES_NO] = "no"};

static void evidence_json(struct json *json, const struct contents *contents)
{
	json_array(json, "evidence");
	for (int i = 0; i < contents->evidence_count; i++) {
		const struct evidence *each = &contents->evidence[i];

		json_object(json, NULL);
		json_text(json, "gate", each->gate);
		if (each->measure)
			json_number(json, "measure", each->measure_n);
		for (int k = 0; k < contents->application.participant_count; k++)
			if (contents->application.participants[k].id == each->participant)
				json_text(json, "region", contents->application.participants[k].region);
		json_text(json, "proposes", sees[each->sees]);
		json_text(json, "sentence", each->sentence);
		json_text(json, "where", each->where);
		json_close(json);
	}
	json_close(json);
}

static void shares_json(struct json *json, const struct share_list *shares)
{
	json_array(json, "shares");
	for (int i = 0; i < shares->count; i++) {
		json_object(json, NULL);
		json_number(json, "measure", shares->items[i].measure_n);
		json_text(json, "region", shares->items[i].region);
		json_ore(json, "share_ore", shares->items[i].ore);
		json_close(json);
	}
	json_close(json);
}

void contents_json(struct json *json, const struct contents *contents)
{
	const struct entry_list *entries = contents->entries;

	entries_json(json, "need_areas", ENTRY_NEED, &entries[ENTRY_NEED], 0);
	entries_json(json, "references", ENTRY_REFERENCE, &entries[ENTRY_REFERENCE], 0);
	entries_json(json, "background", ENTRY_BACKGROUND, &entries[ENTRY_BACKGROUND], 0);
	entries_json(json, "contacts", ENTRY_CONTACT, &entries[ENTRY_CONTACT], 0);
	shares_json(json, &contents->shares);
	evidence_json(json, contents);
}

void contents_measure_json(struct json *json, const struct contents *contents, int64_t measure)
{
	const struct entry *promise = contents_promise(contents, measure);

	if (promise) {
		json_object(json, "promise");
		entry_json(json, ENTRY_PROMISE, promise);
		json_close(json);
	} else {
		json_null(json, "promise");
	}
	entries_json(json, "costs", ENTRY_COST, &contents->entries[ENTRY_COST], measure);
	json_array(json, "cost_years");
	for (int i = 0; i < contents->year_count; i++) {
		const struct cost_year *year = &contents->years[i];

		if (year->measure != measure || !year->rows)
			continue;
		json_object(json, NULL);
		json_number(json, "year", year->year);
		json_ore(json, "estimate_ore", year->estimate_ore);
		json_ore(json, "rows_ore", year->rows_ore);
		json_ore(json, "difference_ore", cost_year_difference(year));
		json_close(json);
	}
	json_close(json);
	entries_json(json, "indicators", ENTRY_INDICATOR, &contents->entries[ENTRY_INDICATOR], measure);
	entries_json(json, "supports", ENTRY_SUPPORT, &contents->entries[ENTRY_SUPPORT], measure);
}

/* ---- for people */

struct writing {
	struct shell *shell;
	const struct contents *contents;
	const struct programme *programme;
};

/* What is seen and does not say yes: its control point, the sentence, and where. */
static void seen_write(const struct writing *writing, const struct evidence *evidence)
{
	if (evidence->sees != SEES_YES)
		buffer_format(&writing->shell->out, "    ! %s%s%s (%s)\n", evidence->gate, *evidence->gate ? " " : "",
			evidence->sentence, evidence->where);
}

static void seen_of_measure(const struct writing *writing, int64_t measure)
{
	for (int i = 0; i < writing->contents->evidence_count; i++)
		if (writing->contents->evidence[i].measure == measure)
			seen_write(writing, &writing->contents->evidence[i]);
}

static void seen_of_kind(const struct writing *writing, enum evidence_kind kind)
{
	for (int i = 0; i < writing->contents->evidence_count; i++)
		if (writing->contents->evidence[i].kind == kind)
			seen_write(writing, &writing->contents->evidence[i]);
}

static void entry_write(const struct writing *writing, enum entry_kind kind, const struct entry *entry)
{
	struct buffer *out = &writing->shell->out;
	bool any = false;

	buffer_format(out, "    %d ", entry->n);
	for (int i = 0; i < entry_field_count(kind); i++) {
		const char *value = entry_value_text(&writing->shell->arena, writing->programme, kind, entry, i);

		if (!*value)
			continue;
		if (i)
			buffer_format(out, "%s%s: %s", any ? " · " : "", _(entry_field(kind, i).label), value);
		else
			buffer_text(out, value);
		any = true;
	}
	buffer_text(out, "\n");
}

static void kind_write(const struct writing *writing, enum entry_kind kind, const char *heading, int64_t measure)
{
	const struct entry_list *list = &writing->contents->entries[kind];
	bool any = false;

	for (int i = 0; i < list->count; i++) {
		if (list->items[i].measure != measure)
			continue;
		if (!any)
			buffer_format(&writing->shell->out, "  %s\n", heading);
		any = true;
		entry_write(writing, kind, &list->items[i]);
	}
}

static void years_write(const struct writing *writing, int64_t measure)
{
	struct arena *arena = &writing->shell->arena;

	for (int i = 0; i < writing->contents->year_count; i++) {
		const struct cost_year *year = &writing->contents->years[i];

		if (year->measure == measure && year->rows)
			buffer_format(&writing->shell->out, _("    %d  rows %s, estimate %s, difference %s\n"),
				year->year, show_ore(arena, year->rows_ore), show_ore(arena, year->estimate_ore),
				show_ore(arena, cost_year_difference(year)));
	}
}

static void measure_write(const struct writing *writing, const struct measure *measure)
{
	buffer_format(&writing->shell->out, "\n%d %s%s\n", measure->n, measure->title,
		measure->withdrawn_on ? _(" (withdrawn)") : "");
	kind_write(writing, ENTRY_PROMISE, _("What it promises"), measure->id);
	kind_write(writing, ENTRY_COST, _("Cost rows"), measure->id);
	years_write(writing, measure->id);
	kind_write(writing, ENTRY_INDICATOR, _("Indicators"), measure->id);
	kind_write(writing, ENTRY_SUPPORT, _("Other state support"), measure->id);
	seen_of_measure(writing, measure->id);
}

void contents_text(struct shell *shell, const struct contents *contents, const struct programme *programme)
{
	const struct writing writing = {shell, contents, programme};
	struct buffer *out = &shell->out;

	buffer_format(out, "%s\n", _("9 § 1 Economic conditions"));
	seen_of_kind(&writing, EVIDENCE_ANALYSIS);
	buffer_format(out, "%s\n", _("9 § 2 Development needs"));
	kind_write(&writing, ENTRY_NEED, _("Needs"), 0);
	seen_of_kind(&writing, EVIDENCE_NEEDS);
	buffer_format(out, "%s\n", _("9 § 3 Measures"));
	for (int i = 0; i < contents->measures.count; i++)
		measure_write(&writing, &contents->measures.items[i]);
	buffer_format(out, "\n%s\n", _("Around the application"));
	seen_of_kind(&writing, EVIDENCE_APPLICANT);
	seen_of_kind(&writing, EVIDENCE_ARRIVAL);
	kind_write(&writing, ENTRY_REFERENCE, _("References"), 0);
	kind_write(&writing, ENTRY_BACKGROUND, _("Background"), 0);
	kind_write(&writing, ENTRY_CONTACT, _("Contact persons"), 0);
}

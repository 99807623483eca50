/* Parts of a kept version as a person reads them. Invariant: a part that has no words of its own is shown by its own
 * name, never left out. */
#include "casework/version_inner.h"

#include "base/text.h"
#include "base/words.h"

static const struct {
	const char *name, *words;
	const char *kind; /* of words its value is a code of, or NULL */
} parts[] = {
	{"title", N_("Title"), NULL},
	{"lead", N_("Applicant"), NULL},
	{"own_number", N_("The applicant's number"), NULL},
	{"arrived_on", N_("Day of arrival"), NULL},
	{"summary", N_("Summary"), NULL},
	{"economy", N_("Economic conditions"), NULL},
	{"needs", N_("Development needs"), NULL},
	{"scope", N_("Limits of scope"), NULL},
	{"limits", N_("Limits of scope"), NULL},
	{"sources", N_("Sources"), NULL},
	{"withdrawn_on", N_("Withdrawn"), NULL},
	{"withdrawn_why", N_("What was withdrawn, and by whom"), NULL},
	{"sought_ore", N_("Sought"), NULL},
	{"cost_ore", N_("Cost"), NULL},
	{"name", N_("Name"), NULL},
	{"paper", N_("Decision paper"), "paper"},
	{"paper_on", N_("Day of the paper"), NULL},
	{"paper_body", N_("Body"), NULL},
	{"certified_on", N_("Certified"), NULL},
	{"certified_name", N_("Certified by"), NULL},
	{"certified_title", N_("Title of who certified"), NULL},
	{"section", N_("Section of the minutes"), NULL},
	{"contribution", N_("Contribution"), NULL},
	{"shares", N_("Share of measure"), NULL},
	{"text", N_("Text"), NULL},
	{"tag", N_("Why it is great"), "need"},
	{"issuer", N_("Issuer"), NULL},
	{"number", N_("Number"), NULL},
	{"description", N_("Description"), NULL},
	{"achieve", N_("What is to be achieved"), NULL},
	{"type", N_("Type"), "type"},
	{"area", N_("Area"), "area"},
	{"effect", N_("Effect"), "effect"},
	{"tags", N_("Tags"), NULL},
	{"from_on", N_("First day"), NULL},
	{"to_on", N_("Last day"), NULL},
	{"form", N_("Financing"), "form"},
	{"other_support", N_("Other state support"), NULL},
	{"lasting", N_("Plan for lasting effect"), NULL},
	{"constant", N_("Held constant"), NULL},
	{"need_shown", N_("Need that has been assessed"), NULL},
	{"result", N_("Kind of result"), "result"},
	{"running", N_("Who pays running costs afterwards"), NULL},
	{"transfer", N_("What others can take over"), NULL},
	{"otherwise", N_("Without the grant"), NULL},
	{"perspective", N_("Perspectives"), NULL},
	{"hours", N_("Staff hours freed a year"), NULL},
	{"productivity", N_("Productivity"), NULL},
	{"quality", N_("Quality"), NULL},
	{"costs", N_("Cost row"), NULL},
	{"indicators", N_("Indicator"), NULL},
	{"supports", N_("Other state support"), NULL},
	{"year", N_("Year"), NULL},
	{"kind", N_("Kind"), "cost"},
	{"ore", N_("Amount"), NULL},
	{"unit", N_("Unit"), NULL},
	{"baseline", N_("Baseline"), NULL},
	{"baseline_on", N_("Day of the baseline"), NULL},
	{"target", N_("Target"), NULL},
	{"target_on", N_("Day of the target"), NULL},
	{"method", N_("Method"), NULL},
	{"source", N_("Source"), NULL},
};

static int part_find(const char *name, size_t bytes)
{
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (strlen(parts[i].name) == bytes && !strncmp(parts[i].name, name, bytes))
			return (int)i;
	return -1;
}

/* Past the section and, where there is one, the key of the thing: "sought_ore.2027". */
static const char *within(const char *path)
{
	const char *dot = strchr(path, '.');
	bool keyed = strncmp(path, "application.", 12) != 0 && strncmp(path, "sums.", 5) != 0;

	if (dot && keyed)
		dot = strchr(dot + 1, '.');
	return dot ? dot + 1 : path;
}

/* "Sought 2027", "Cost row 3: Amount". */
const char *version_field_words(const char *path, struct arena *arena)
{
	const char *words = "", *at = within(path);

	while (*at) {
		size_t bytes = strcspn(at, ".");
		int part = part_find(at, bytes);
		const char *name = part >= 0 ? _(parts[part].words) : arena_text_part(arena, at, bytes);

		words = *words ? arena_format(arena, part >= 0 ? "%s: %s" : "%s %s", words, name) : name;
		at += bytes + (at[bytes] == '.');
	}
	return words;
}

static bool is_money(const char *path)
{
	const char *at = within(path), *last = strrchr(at, '.');

	return !strncmp(at, "sought_ore", 10) || !strncmp(at, "cost_ore", 8) || !strncmp(at, "shares.", 7) ||
	       (last && !strcmp(last, ".ore"));
}

const char *version_value_words(
	const struct programme *programme, const char *path, const char *value, struct arena *arena)
{
	const char *last = strrchr(path, '.');
	char money[MONEY_TEXT];
	int part;

	if (!value || !*value)
		return "–";
	if (is_money(path))
		return arena_text(arena, money_text(strtoll(value, NULL, 10), MONEY_KR, words_swedish(), money));
	last = last ? last + 1 : path;
	part = part_find(last, strlen(last));
	if (part >= 0 && parts[part].kind)
		return programme_word_name(programme, parts[part].kind, value);
	return value;
}

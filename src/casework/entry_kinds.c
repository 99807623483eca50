/* What each kind of entry is made of. Invariant: this table is the only place that says so; the shell's options, the
 * forms, the sheets and JSON go by it. */
#include "casework/entry_inner.h"

#include "base/words.h"

static const struct entry_column need_columns[] = {
	{"title", "title", N_("Need"), ENTRY_LINE, .needed = true},
	{"text", "text", N_("Account of the need"), ENTRY_TEXT},
	{"tag", "tag", N_("Why it is great"), ENTRY_WORD, "need"},
	{"measures", "measures", N_("Measures that answer to it"), ENTRY_LINE},
};
static const struct entry_column promise_columns[] = {
	{"constant", "constant", N_("Held constant"), ENTRY_TEXT},
	{"need_shown", "need-shown", N_("Assessed need of care"), ENTRY_TEXT},
	{"result", "result", N_("Counted home as"), ENTRY_WORD, "result"},
	{"running", "running", N_("Who pays running costs afterwards"), ENTRY_TEXT},
	{"transfer", "transfer", N_("What others can take over"), ENTRY_TEXT},
	{"otherwise", "otherwise", N_("What happens without the grant"), ENTRY_TEXT},
	{"scope", "scope", N_("Limited to"), ENTRY_TEXT},
	{"perspective", "perspective", N_("Children, gender equality, equal terms"), ENTRY_TEXT},
	{"hours", "hours", N_("Staff hours freed a year"), ENTRY_COUNT},
	{"productivity", "productivity", N_("Higher productivity"), ENTRY_YES},
	{"quality", "quality", N_("Higher quality"), ENTRY_YES},
};
static const struct entry_column cost_columns[] = {
	{"year", "year", N_("Year"), ENTRY_YEAR, .needed = true},
	{"kind", "kind", N_("Kind of cost"), ENTRY_WORD, "cost", .needed = true},
	{"ore", "amount", N_("Amount"), ENTRY_ORE, .needed = true},
	{"text", "text", N_("What it is for"), ENTRY_LINE},
};
static const struct entry_column indicator_columns[] = {
	{"name", "name", N_("Indicator"), ENTRY_LINE, .needed = true},
	{"unit", "unit", N_("Unit"), ENTRY_LINE},
	{"baseline", "baseline", N_("Baseline"), ENTRY_LINE},
	{"baseline_on", "baseline-day", N_("Day of the baseline"), ENTRY_DAY},
	{"target", "target", N_("Target"), ENTRY_LINE},
	{"target_on", "target-day", N_("Day of the target"), ENTRY_DAY},
	{"method", "method", N_("How it is measured"), ENTRY_TEXT},
};
static const struct entry_column support_columns[] = {
	{"name", "name", N_("Which support"), ENTRY_LINE, .needed = true},
	{"from_on", "from", N_("From"), ENTRY_DAY},
	{"to_on", "to", N_("To"), ENTRY_DAY},
	{"ore", "amount", N_("Amount"), ENTRY_ORE},
	{"source", "source", N_("Source"), ENTRY_LINE},
};
static const struct entry_column reference_columns[] = {
	{"title", "title", N_("Title"), ENTRY_LINE, .needed = true},
	{"issuer", "issuer", N_("Issuer"), ENTRY_LINE},
	{"number", "number", N_("Number"), ENTRY_LINE},
	{"incomplete", "incomplete", N_("Excerpt or incomplete source"), ENTRY_YES},
};
static const struct entry_column background_columns[] = {
	{"given", "day", N_("Date as it was given"), ENTRY_LINE, .needed = true},
	{"what", "what", N_("What happened"), ENTRY_TEXT, .needed = true},
	{"who", "who", N_("Who"), ENTRY_LINE},
	{"number", "number", N_("Number"), ENTRY_LINE},
	{"outcome", "outcome", N_("Outcome"), ENTRY_LINE},
	{"first_on", "first", N_("First day it can mean"), ENTRY_DAY},
	{"last_on", "last", N_("Last day it can mean"), ENTRY_DAY},
};
static const struct entry_column contact_columns[] = {
	{"name", "name", N_("Name"), ENTRY_LINE, .needed = true},
	{"title", "title", N_("Title"), ENTRY_LINE},
	{"region", "region", N_("Region"), ENTRY_REGION},
	{"email", "email", N_("E-mail"), ENTRY_LINE},
	{"phone", "phone", N_("Telephone"), ENTRY_LINE},
	{"until_on", "until", N_("Left on"), ENTRY_DAY},
};
#define COLUMNS(columns, others) (columns), (int)(sizeof(columns) / sizeof(*(columns))) - (others), (others)
#define STATEMENTS(NOUN) SQL_##NOUN##_LIST, SQL_##NOUN##_STANDING, SQL_##NOUN##_INSERT, SQL_##NOUN##_UPDATE
static const struct entry_shape shapes[ENTRY_KINDS] = {
	[ENTRY_NEED] = {"need", N_("need"), N_("Need"), OBJECT_NEED, "need-put", "need-drop", false, false,
		STATEMENTS(NEED), SQL_NEED_DROP, COLUMNS(need_columns, 0), entry_need_settle, entry_need_after},
	[ENTRY_PROMISE] = {"promise", N_("promise"), N_("What a measure promises"), OBJECT_PROMISE, "promise-put", NULL,
		true, true, STATEMENTS(PROMISE), SQL_PROMISE_UPDATE, COLUMNS(promise_columns, 0), NULL, NULL},
	[ENTRY_COST] = {"cost", N_("cost row"), N_("Cost row"), OBJECT_COST, "cost-put", "cost-drop", true, false,
		STATEMENTS(COST), SQL_COST_DROP, COLUMNS(cost_columns, 0), NULL, NULL},
	[ENTRY_INDICATOR] = {"indicator", N_("indicator"), N_("Indicator"), OBJECT_INDICATOR, "indicator-put",
		"indicator-drop", true, false, STATEMENTS(INDICATOR), SQL_INDICATOR_DROP, COLUMNS(indicator_columns, 0),
		NULL, NULL},
	[ENTRY_SUPPORT] = {"support", N_("other state support"), N_("Other state support"), OBJECT_SUPPORT,
		"support-put", "support-drop", true, false, STATEMENTS(SUPPORT), SQL_SUPPORT_DROP,
		COLUMNS(support_columns, 0), entry_support_settle, NULL},
	[ENTRY_REFERENCE] = {"reference", N_("reference"), N_("Reference"), OBJECT_REFERENCE, "reference-put",
		"reference-drop", false, false, STATEMENTS(REFERENCE), SQL_REFERENCE_DROP,
		COLUMNS(reference_columns, 0), NULL, NULL},
	[ENTRY_BACKGROUND] = {"background", N_("background event"), N_("Background event"), OBJECT_BACKGROUND,
		"background-put", "background-drop", false, false, STATEMENTS(BACKGROUND), SQL_BACKGROUND_DROP,
		COLUMNS(background_columns, 2), entry_background_settle, NULL},
	[ENTRY_CONTACT] = {"contact", N_("contact person"), N_("Contact person"), OBJECT_CONTACT, "contact-put",
		"contact-drop", false, false, STATEMENTS(CONTACT), SQL_CONTACT_DROP, COLUMNS(contact_columns, 0),
		entry_contact_settle, NULL},
};

const struct entry_shape *entry_shape(enum entry_kind kind)
{
	assert((unsigned)kind < ENTRY_KINDS);
	return &shapes[kind];
}

const char *entry_code(enum entry_kind kind)
{
	return entry_shape(kind)->code;
}

const char *entry_name(enum entry_kind kind)
{
	return _(entry_shape(kind)->label);
}

const char *entry_title(enum entry_kind kind)
{
	return entry_shape(kind)->title;
}

bool entry_of_measure(enum entry_kind kind)
{
	return entry_shape(kind)->of_measure;
}

bool entry_is_single(enum entry_kind kind)
{
	return entry_shape(kind)->single;
}

int entry_field_count(enum entry_kind kind)
{
	return entry_shape(kind)->typed;
}

struct entry_field entry_field(enum entry_kind kind, int field)
{
	const struct entry_shape *shape = entry_shape(kind);

	assert(field >= 0 && field < shape->typed + shape->worked);
	const struct entry_column *column = &shape->columns[field];
	return (struct entry_field){column->key, column->label, column->value, column->words, column->needed};
}

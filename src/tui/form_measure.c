/* The form of a measure: what 9 § 3 asks for, and what it costs and seeks in each payment year. */
#include "tui/record.h"

#include "base/money.h"
#include "base/text.h"
#include "base/words.h"
#include "casework/budget.h"
#include "casework/measure.h"

struct measure_record {
	struct record base;
	int64_t application, measure, version;
	const char *title, *description, *achieve, *type, *area, *effect, *tags, *from_on, *to_on, *form,
		*other_support, *lasting;
	const char *cost[BUDGET_YEARS], *sought[BUDGET_YEARS]; /* as typed; "" no amount that year, "okänt" unknown */
	bool invented;
};

RECORD_TEXT(measure_record, title)
RECORD_TEXT(measure_record, description)
RECORD_TEXT(measure_record, achieve)
RECORD_TEXT(measure_record, type)
RECORD_TEXT(measure_record, area)
RECORD_TEXT(measure_record, effect)
RECORD_TEXT(measure_record, tags)
RECORD_DAY(measure_record, from_on)
RECORD_DAY(measure_record, to_on)
RECORD_TEXT(measure_record, form)
RECORD_TEXT(measure_record, other_support)
RECORD_TEXT(measure_record, lasting)
RECORD_WORDS(type, "type")
RECORD_WORDS(area, "area")
RECORD_WORDS(effect, "effect")
RECORD_WORDS(form, "form")

/* An amount, or a word for one that exists and is not known. */
static bool amount_take(
	struct measure_record *record, const char **member, const struct field_value *value, struct error *err)
{
	int64_t ore;

	if (value->text[0] && strcasecmp(value->text, "okänt") != 0 && strcasecmp(value->text, "unknown") != 0 &&
		!money_parse(value->text, &ore, err))
		return false;
	*member = arena_text(&record->base.arena, value->text);
	return true;
}

#define RECORD_YEAR(member, index)                                                                                     \
	static const char *member##index##_get(const void *record, struct arena *arena)                                \
	{                                                                                                              \
		return arena_text(arena, ((const struct measure_record *)record)->member[index]);                      \
	}                                                                                                              \
	static bool member##index##_set(void *record, const struct field_value *value, struct error *err)              \
	{                                                                                                              \
		return amount_take(record, &((struct measure_record *)record)->member[index], value, err);             \
	}
#define RECORD_YEARS(member)                                                                                           \
	RECORD_YEAR(member, 0)                                                                                         \
	RECORD_YEAR(member, 1)                                                                                         \
	RECORD_YEAR(member, 2)                                                                                         \
	RECORD_YEAR(member, 3)                                                                                         \
	RECORD_YEAR(member, 4)                                                                                         \
	RECORD_YEAR(member, 5)
RECORD_YEARS(cost)
RECORD_YEARS(sought)

#define YEAR_FIELD(member, index, text)                                                                                \
	{                                                                                                              \
		.name = #member #index, .label = text, .kind = FIELD_LINE, .get = member##index##_get,                 \
		.set = member##index##_set,                                                                            \
		.help = N_("Kronor, or 1,2 mnkr; empty for none, okänt when it is not known.")                         \
	}

static const struct field fields[] = {
	{.name = "title",
		.label = N_("Heading"),
		.kind = FIELD_LINE,
		.required = true,
		.get = title_get,
		.set = title_set},
	{.name = "description",
		.label = N_("Description (9 § 3)"),
		.kind = FIELD_TEXT,
		.rows = 4,
		.get = description_get,
		.set = description_set},
	{.name = "achieve",
		.label = N_("To be achieved (9 § 3)"),
		.kind = FIELD_TEXT,
		.get = achieve_get,
		.set = achieve_set},
	{.name = "type",
		.label = N_("Type (1 §)"),
		.kind = FIELD_CHOICE,
		.choice = type_choice,
		.get = type_get,
		.set = type_set},
	{.name = "area",
		.label = N_("Area (1 §)"),
		.kind = FIELD_CHOICE,
		.choice = area_choice,
		.get = area_get,
		.set = area_set},
	{.name = "effect",
		.label = N_("Effect type"),
		.kind = FIELD_CHOICE,
		.choice = effect_choice,
		.get = effect_get,
		.set = effect_set},
	{.name = "tags",
		.label = N_("Tags"),
		.kind = FIELD_LINE,
		.get = tags_get,
		.set = tags_set,
		.help = N_("Codes parted by |, such as ai|digital.")},
	{.name = "from_on", .label = N_("From"), .kind = FIELD_DAY, .get = from_on_get, .set = from_on_set},
	{.name = "to_on", .label = N_("To"), .kind = FIELD_DAY, .get = to_on_get, .set = to_on_set},
	YEAR_FIELD(cost, 0, N_("Cost 2025")),
	YEAR_FIELD(sought, 0, N_("Sought 2025")),
	YEAR_FIELD(cost, 1, N_("Cost 2026")),
	YEAR_FIELD(sought, 1, N_("Sought 2026")),
	YEAR_FIELD(cost, 2, N_("Cost 2027")),
	YEAR_FIELD(sought, 2, N_("Sought 2027")),
	YEAR_FIELD(cost, 3, N_("Cost 2028")),
	YEAR_FIELD(sought, 3, N_("Sought 2028")),
	YEAR_FIELD(cost, 4, N_("Cost 2029")),
	YEAR_FIELD(sought, 4, N_("Sought 2029")),
	YEAR_FIELD(cost, 5, N_("Cost 2030")),
	YEAR_FIELD(sought, 5, N_("Sought 2030")),
	{.name = "form",
		.label = N_("Financing (6 §)"),
		.kind = FIELD_CHOICE,
		.choice = form_choice,
		.get = form_get,
		.set = form_set},
	{.name = "other_support",
		.label = N_("Other state support (5 §)"),
		.kind = FIELD_TEXT,
		.rows = 2,
		.get = other_support_get,
		.set = other_support_set},
	{.name = "lasting",
		.label = N_("Plan for lasting effect"),
		.kind = FIELD_TEXT,
		.get = lasting_get,
		.set = lasting_set},
	{.name = NULL},
};

/* "" is no amount; a word is an unknown one. */
static void amount_read(const char *typed, bool *has, int64_t *ore)
{
	*has = !text_blank(typed);
	*ore = MONEY_UNKNOWN;
	if (*has && !money_parse(typed, ore, NULL))
		*ore = MONEY_UNKNOWN;
}

static bool measure_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct measure_record *record = given;
	struct operation op = record_operation(operation, version);
	struct measure_amount amounts[BUDGET_YEARS];
	struct measure_change change = {record->title, record->description, record->achieve, record->type, record->area,
		record->effect, record->tags, record->from_on, record->to_on, record->form, record->other_support,
		record->lasting, amounts, 0, record->invented};

	(void)ui;
	(void)wrong;
	for (int i = 0; i < BUDGET_YEARS; i++) {
		struct measure_amount *amount = &amounts[change.amount_count];

		amount->year = BUDGET_FIRST + i;
		amount_read(record->cost[i], &amount->has_cost, &amount->cost_ore);
		amount_read(record->sought[i], &amount->has_sought, &amount->sought_ore);
		change.amount_count += amount->has_cost || amount->has_sought;
	}
	if (record->measure)
		return measure_change(record->base.desk->cw, &op, record->measure, &change, err);
	return measure_add(record->base.desk->cw, &op, record->application, &change, &record->measure, err);
}

static void measure_saved(struct ui *ui, void *given)
{
	ui_stale(ui);
	ui_say(ui, _("The measure %s is saved."), ((struct measure_record *)given)->title);
}

static void *measure_fresh(struct ui *ui, const void *given, int64_t *version, struct error *err);

static const struct form_kind kind = {.name = "measure",
	.title = N_("Measure"),
	.fields = fields,
	.save = measure_save,
	.saved = measure_saved,
	.fresh = measure_fresh,
	.done = record_done};

static const char *amount_text(struct arena *arena, bool has, int64_t ore)
{
	char money[MONEY_TEXT];

	if (!has)
		return "";
	return ore == MONEY_UNKNOWN ? _("unknown") : arena_text(arena, money_text(ore, MONEY_PLAIN, true, money));
}

static void texts_take(struct measure_record *record, const struct measure *from)
{
	struct arena *arena = &record->base.arena;

	record->application = from->application;
	record->version = from->version;
	record->invented = from->invented;
	record->title = arena_text(arena, from->title);
	record->description = arena_text(arena, from->description);
	record->achieve = arena_text(arena, from->achieve);
	record->type = arena_text(arena, from->type);
	record->area = arena_text(arena, from->area);
	record->effect = arena_text(arena, from->effect);
	record->tags = arena_text(arena, from->tags);
	record->from_on = arena_text(arena, from->from_on);
	record->to_on = arena_text(arena, from->to_on);
	record->form = arena_text(arena, from->form);
	record->other_support = arena_text(arena, from->other_support);
	record->lasting = arena_text(arena, from->lasting);
	for (int i = 0; i < from->year_count; i++) {
		int at = from->years[i].year - BUDGET_FIRST;

		if (at < 0 || at >= BUDGET_YEARS)
			continue;
		record->cost[at] = amount_text(arena, from->years[i].has_cost, from->years[i].cost_ore);
		record->sought[at] = amount_text(arena, from->years[i].has_sought, from->years[i].sought_ore);
	}
}

static struct measure_record *measure_begin(struct ui *ui, int64_t application, int64_t measure, struct error *err)
{
	struct measure_record *record = record_new(ui, sizeof *record);
	struct measure_list list;

	record->application = application;
	record->measure = measure;
	if (!measure)
		return record;
	if (!measure_load(record->base.desk->cw, measure, &list, err)) {
		record_done(record);
		return NULL;
	}
	texts_take(record, &list.items[0]);
	measure_list_done(&list);
	return record;
}

static void *measure_fresh(struct ui *ui, const void *given, int64_t *version, struct error *err)
{
	const struct measure_record *old = given;
	struct measure_record *record = measure_begin(ui, old->application, old->measure, err);

	if (record)
		*version = record->version;
	return record;
}

void measure_form(struct ui *ui, int64_t application, int64_t measure)
{
	struct error err = {0};
	struct measure_record *record = measure_begin(ui, application, measure, &err);
	char key[64];

	if (!record) {
		desk_refused(ui, &err);
		return;
	}
	snprintf(key, sizeof key, "measure-%lld-%lld", (long long)application, (long long)measure);
	form_open(ui, &(struct form_what){.kind = &kind,
			      .key = key,
			      .title = record_about_application(record, record->application, measure, NULL),
			      .record = record,
			      .version = record->version});
}

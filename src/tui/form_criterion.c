/* The form of a criterion of a draft: weight, name and the five steps in both languages. */
#include "tui/form_criteria.h"
#include "tui/record.h"

#include "base/words.h"
#include "casework/criteria.h"

struct criterion_record {
	struct record base;
	int64_t number, version;
	bool fresh;  /* a new criterion */
	int weights; /* of the others, for the sum */
	const char *id, *weight, *bonus, *name_sv, *name_en, *trace, *step0_sv, *step1_sv, *step2_sv, *step3_sv,
		*step4_sv, *step0_en, *step1_en, *step2_en, *step3_en, *step4_en;
	int weighs;
	bool is_bonus;
};

RECORD_TEXT(criterion_record, id)
RECORD_TEXT(criterion_record, name_sv)
RECORD_TEXT(criterion_record, name_en)
RECORD_TEXT(criterion_record, trace)
RECORD_TEXT(criterion_record, step0_sv)
RECORD_TEXT(criterion_record, step1_sv)
RECORD_TEXT(criterion_record, step2_sv)
RECORD_TEXT(criterion_record, step3_sv)
RECORD_TEXT(criterion_record, step4_sv)
RECORD_TEXT(criterion_record, step0_en)
RECORD_TEXT(criterion_record, step1_en)
RECORD_TEXT(criterion_record, step2_en)
RECORD_TEXT(criterion_record, step3_en)
RECORD_TEXT(criterion_record, step4_en)

static const char *weight_get(const void *record, struct arena *arena)
{
	return arena_text(arena, ((const struct criterion_record *)record)->weight);
}

static bool weight_set(void *given, const struct field_value *value, struct error *err)
{
	struct criterion_record *record = given;

	(void)err;
	record->weighs = value->number > CRITERIA_WHOLE ? CRITERIA_WHOLE + 1 : (int)value->number;
	return true;
}

/* The sum while the weight is typed. */
static void weight_about(const void *given, const char *typed, int64_t today, char out[FIELD_ABOUT])
{
	const struct criterion_record *record = given;
	int sum = record->weights + (int)strtol(typed, NULL, 10);

	(void)today;
	if (sum == CRITERIA_WHOLE)
		snprintf(out, FIELD_ABOUT, "%s", _("The weights of the version then add up to 100."));
	else
		snprintf(out, FIELD_ABOUT,
			_("The weights of the version then add up to %d; they are to add up to 100."), sum);
}

static const char *bonus_get(const void *record, struct arena *arena)
{
	return arena_text(arena, ((const struct criterion_record *)record)->bonus);
}

static bool bonus_set(void *given, const struct field_value *value, struct error *err)
{
	(void)err;
	((struct criterion_record *)given)->is_bonus = value->number != 0;
	return true;
}

#define STEP(n, language, words, needed)                                                                               \
	{                                                                                                              \
		.name = "step" #n "_" #language, .label = words, .kind = FIELD_TEXT, .rows = 2, .required = needed,    \
		.get = step##n##_##language##_get, .set = step##n##_##language##_set                                   \
	}
static const struct field fields[] = {
	{.name = "id",
		.label = N_("Criterion"),
		.kind = FIELD_LINE,
		.required = true,
		.get = id_get,
		.set = id_set,
		.help = N_("A short name, such as K11.")},
	{.name = "weight",
		.label = N_("Weight"),
		.kind = FIELD_NUMBER,
		.required = true,
		.get = weight_get,
		.set = weight_set,
		.about = weight_about},
	{.name = "bonus",
		.label = N_("Bonus"),
		.kind = FIELD_CHECKBOX,
		.get = bonus_get,
		.set = bonus_set,
		.help = N_("A wish rather than a demand: nobody is warned of a 0.")},
	{.name = "name_sv",
		.label = N_("Name, Swedish"),
		.kind = FIELD_LINE,
		.required = true,
		.get = name_sv_get,
		.set = name_sv_set},
	STEP(0, sv, N_("Step 0, Swedish"), false),
	STEP(1, sv, N_("Step 1, Swedish"), false),
	STEP(2, sv, N_("Step 2, Swedish"), false),
	STEP(3, sv, N_("Step 3, Swedish"), false),
	STEP(4, sv, N_("Step 4, Swedish"), false),
	{.name = "name_en", .label = N_("Name, English"), .kind = FIELD_LINE, .get = name_en_get, .set = name_en_set},
	STEP(0, en, N_("Step 0, English"), false),
	STEP(1, en, N_("Step 1, English"), false),
	STEP(2, en, N_("Step 2, English"), false),
	STEP(3, en, N_("Step 3, English"), false),
	STEP(4, en, N_("Step 4, English"), false),
	{.name = "trace",
		.label = N_("Where it comes from"),
		.kind = FIELD_LINE,
		.get = trace_get,
		.set = trace_set,
		.help = N_("The provision, or the sentence of the guidance.")},
	{.name = NULL},
};
#undef STEP

static struct criterion values_of(const struct criterion_record *record)
{
	return (struct criterion){.id = record->id,
		.trace = record->trace,
		.weight = record->weighs,
		.bonus = record->is_bonus,
		.name = {record->name_en, record->name_sv},
		.step = {{record->step0_en, record->step0_sv}, {record->step1_en, record->step1_sv},
			{record->step2_en, record->step2_sv}, {record->step3_en, record->step3_sv},
			{record->step4_en, record->step4_sv}}};
}

static bool criterion_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct criterion_record *record = given;
	struct operation op = record_operation(operation, version);
	struct criterion values = values_of(record);

	(void)ui;
	return criterion_put(record->base.desk->cw, &op, record->number, &values, wrong, err);
}

static void criterion_saved(struct ui *ui, void *given)
{
	const struct criterion_record *record = given;

	ui_stale(ui);
	ui_say(ui, _("%s is saved. The weights add up to %d."), record->id, record->weights + record->weighs);
}

/* ---- opening */

static void record_fill(struct criterion_record *record, const struct criterion *item)
{
	struct arena *arena = &record->base.arena;
	const char **sv[] = {
		&record->step0_sv, &record->step1_sv, &record->step2_sv, &record->step3_sv, &record->step4_sv};
	const char **en[] = {
		&record->step0_en, &record->step1_en, &record->step2_en, &record->step3_en, &record->step4_en};

	record->id = arena_text(arena, item->id);
	record->weight = arena_format(arena, "%d", item->weight);
	record->bonus = item->bonus ? "x" : "";
	record->name_sv = arena_text(arena, item->name[1]);
	record->name_en = arena_text(arena, item->name[0]);
	record->trace = arena_text(arena, item->trace);
	for (int step = 0; step < 5; step++) {
		*sv[step] = arena_text(arena, item->step[step][1]);
		*en[step] = arena_text(arena, item->step[step][0]);
	}
}

/* The first K-number that nobody has had in the version. */
static const char *id_next(const struct criteria *criteria, struct arena *arena)
{
	int most = 0;

	for (int i = 0; i < criteria->count; i++) {
		int n = (int)strtol(criteria->items[i].id + 1, NULL, 10);

		most = n > most ? n : most;
	}
	return arena_format(arena, "K%d", most + 1);
}

static bool record_read(struct criterion_record *record, const char *id, struct error *err)
{
	struct criteria criteria;
	const struct criterion *item;

	if (!criteria_load(record->base.desk->cw, record->number, &criteria, err))
		return false;
	item = id ? criteria_find(&criteria, id) : NULL;
	record->version = criteria.head.version;
	record->weights = criteria.head.weights - (item ? item->weight : 0);
	record->fresh = !item;
	if (item)
		record_fill(record, item);
	else
		record->id = id_next(&criteria, &record->base.arena);
	criteria_done(&criteria);
	return true;
}

/* What somebody else has saved meanwhile. */
static void *criterion_fresh(struct ui *ui, const void *given, int64_t *version, struct error *err)
{
	const struct criterion_record *old = given;
	struct criterion_record *record = record_new(ui, sizeof *record);

	record->number = old->number;
	if (!record_begun(NULL, record, record_read(record, old->id, err), record_done, err))
		return NULL;
	*version = record->version;
	return record;
}

static const struct form_kind kind = {.name = "criterion",
	.title = N_("Criterion"),
	.fields = fields,
	.save = criterion_save,
	.saved = criterion_saved,
	.fresh = criterion_fresh,
	.done = record_done};

void criterion_form(struct ui *ui, int64_t number, const char *id)
{
	struct criterion_record *record = record_new(ui, sizeof *record);
	struct error err = {0};
	char key[48], title[48];

	record->number = number;
	if (!record_begun(ui, record, record_read(record, id, &err), record_done, &err))
		return;
	snprintf(key, sizeof key, "criterion-%lld-%s", (long long)number, id ? id : "new");
	snprintf(title, sizeof title, _("version %lld"), (long long)number);
	form_open(ui, &(struct form_what){.kind = &kind,
			      .key = key,
			      .title = title,
			      .record = record,
			      .version = record->version,
			      .focus = record->fresh ? "id" : "weight"});
}

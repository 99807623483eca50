/* The form of an entry: need, promise, cost row, indicator, support, reference, background, contact. Invariant: its
 * fields are those of the kind, in its order; the table of entries is the only place that says what they are. */
#include "tui/record.h"

#include "base/money.h"
#include "base/text.h"
#include "base/words.h"
#include "casework/entry.h"

struct entry_record {
	struct record base;
	enum entry_kind kind;
	int64_t application, owner, version;
	int n; /* 0: a new one */
	const char *values[ENTRY_FIELDS];
};

static const char *slot_get(const void *given, int slot, struct arena *arena)
{
	const struct entry_record *record = given;
	const char *value = record->values[slot];
	char money[MONEY_TEXT];

	switch (entry_field(record->kind, slot).value) {
	case ENTRY_ORE:
		return text_blank(value)
			       ? NULL
			       : arena_text(arena, money_text(strtoll(value, NULL, 10), MONEY_PLAIN, true, money));
	case ENTRY_YES: return text_same(value, "1") ? "x" : "";
	case ENTRY_LINE:
	case ENTRY_TEXT:
	case ENTRY_DAY:
	case ENTRY_WORD:
	case ENTRY_REGION:
	case ENTRY_YEAR:
	case ENTRY_COUNT: return arena_text(arena, value);
	}
	return NULL;
}

static bool slot_set(void *given, int slot, const struct field_value *value)
{
	struct entry_record *record = given;
	struct arena *arena = &record->base.arena;
	const char **out = &record->values[slot];

	switch (entry_field(record->kind, slot).value) {
	case ENTRY_ORE:
		*out = value->number == MONEY_UNKNOWN ? NULL : arena_format(arena, "%lld", (long long)value->number);
		break;
	case ENTRY_YES: *out = value->number ? "1" : "0"; break;
	case ENTRY_DAY: *out = record_day(record, value); break;
	case ENTRY_LINE:
	case ENTRY_TEXT:
	case ENTRY_WORD:
	case ENTRY_REGION:
	case ENTRY_YEAR:
	case ENTRY_COUNT: *out = arena_text(arena, value->text); break;
	}
	return true;
}

static bool slot_choice(const void *given, int slot, int which, struct field_choice *out)
{
	const struct entry_record *record = given;
	struct entry_field field = entry_field(record->kind, slot);

	if (!field.needed && which-- == 0) {
		*out = (struct field_choice){"", _("not said")};
		return true;
	}
	return field.value == ENTRY_REGION ? record_region(record, which, out)
					   : record_word(record, field.words, which, out);
}

/* A field's functions know nothing but the record, so each slot has its own. */
#define SLOT(slot)                                                                                                     \
	static const char *get_##slot(const void *record, struct arena *arena)                                         \
	{                                                                                                              \
		return slot_get(record, slot, arena);                                                                  \
	}                                                                                                              \
	static bool set_##slot(void *record, const struct field_value *value, struct error *err)                       \
	{                                                                                                              \
		(void)err;                                                                                             \
		return slot_set(record, slot, value);                                                                  \
	}                                                                                                              \
	static bool choice_##slot(const void *record, int which, struct field_choice *out)                             \
	{                                                                                                              \
		return slot_choice(record, slot, which, out);                                                          \
	}
SLOT(0)
SLOT(1)
SLOT(2)
SLOT(3)
SLOT(4)
SLOT(5)
SLOT(6)
SLOT(7)
SLOT(8)
SLOT(9)
SLOT(10)
SLOT(11)

#define ROW(slot)                                                                                                      \
	{                                                                                                              \
		get_##slot, set_##slot, choice_##slot                                                                  \
	}
static const struct {
	const char *(*get)(const void *record, struct arena *arena);
	bool (*set)(void *record, const struct field_value *value, struct error *err);
	bool (*choice)(const void *record, int which, struct field_choice *out);
} slots[ENTRY_FIELDS] = {
	ROW(0), ROW(1), ROW(2), ROW(3), ROW(4), ROW(5), ROW(6), ROW(7), ROW(8), ROW(9), ROW(10), ROW(11)};

static enum field_kind kind_of(enum entry_value value)
{
	switch (value) {
	case ENTRY_LINE:
	case ENTRY_YEAR:
	case ENTRY_COUNT: return FIELD_LINE;
	case ENTRY_TEXT: return FIELD_TEXT;
	case ENTRY_DAY: return FIELD_DAY;
	case ENTRY_WORD:
	case ENTRY_REGION: return FIELD_CHOICE;
	case ENTRY_ORE: return FIELD_MONEY;
	case ENTRY_YES: return FIELD_CHECKBOX;
	}
	return FIELD_LINE;
}

/* ---- saving */

static bool entry_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct entry_record *record = given;
	struct operation op = record_operation(operation, version);
	struct entry_change change = {.kind = record->kind, .owner = record->owner, .n = record->n};
	int n = record->n;

	(void)ui;
	(void)wrong;
	for (int i = 0; i < entry_field_count(record->kind); i++)
		change.values[i] = record->values[i];
	if (!entry_put(record->base.desk->cw, &op, &change, &n, err))
		return false;
	record->n = n;
	return true;
}

static void entry_saved(struct ui *ui, void *given)
{
	const struct entry_record *record = given;

	ui_stale(ui);
	ui_say(ui, _("Saved: %s %d."), entry_name(record->kind), record->n);
}

static void *entry_fresh(struct ui *ui, const void *given, int64_t *version, struct error *err);

/* The tables of the forms, made when one is first opened; what they are made from does not change. */
static struct field tables[ENTRY_KINDS][ENTRY_FIELDS + 1];
static struct form_kind kinds[ENTRY_KINDS];

static const struct form_kind *kind_make(enum entry_kind kind)
{
	if (kinds[kind].name)
		return &kinds[kind];
	for (int i = 0; i < entry_field_count(kind); i++) {
		struct entry_field field = entry_field(kind, i);

		tables[kind][i] = (struct field){.name = field.key,
			.label = field.label,
			.kind = kind_of(field.value),
			.required = field.needed,
			.rows = field.value == ENTRY_TEXT ? 2 : 0,
			.choice = field.value == ENTRY_WORD || field.value == ENTRY_REGION ? slots[i].choice : NULL,
			.get = slots[i].get,
			.set = slots[i].set};
	}
	kinds[kind] = (struct form_kind){.name = entry_code(kind),
		.title = entry_title(kind),
		.fields = tables[kind],
		.save = entry_save,
		.saved = entry_saved,
		.fresh = entry_fresh,
		.done = record_done};
	return &kinds[kind];
}

/* ---- opening */

static struct entry_record *entry_begin(
	struct ui *ui, enum entry_kind kind, int64_t application, int64_t owner, int n, struct error *err)
{
	struct entry_record *record = record_new(ui, sizeof *record);
	struct entry_list list;
	const struct entry *now;

	record->kind = kind;
	record->application = application;
	record->owner = owner;
	record->n = n;
	if (!entry_list_load(record->base.desk->cw, kind, application, &list, err)) {
		record_done(record);
		return NULL;
	}
	now = entry_find(&list, entry_of_measure(kind) ? owner : 0, entry_is_single(kind) ? 1 : n);
	for (int i = 0; now && i < entry_field_count(kind); i++)
		record->values[i] = arena_text(&record->base.arena, now->values[i]);
	record->version = now ? now->version : 0;
	entry_list_done(&list);
	return record;
}

static void *entry_fresh(struct ui *ui, const void *given, int64_t *version, struct error *err)
{
	const struct entry_record *old = given;
	struct entry_record *record = entry_begin(ui, old->kind, old->application, old->owner, old->n, err);

	if (record)
		*version = record->version;
	return record;
}

void entry_form(struct ui *ui, int kind, int64_t application, int64_t owner, int n)
{
	struct error err = {0};
	struct entry_record *record = entry_begin(ui, (enum entry_kind)kind, application, owner, n, &err);
	char key[80];

	if (!record) {
		desk_refused(ui, &err);
		return;
	}
	snprintf(key, sizeof key, "entry-%d-%lld-%lld-%d", kind, (long long)application, (long long)owner, n);
	form_open(ui, &(struct form_what){.kind = kind_make((enum entry_kind)kind),
			      .key = key,
			      .title = record_about_application(
				      record, application, entry_of_measure((enum entry_kind)kind) ? owner : 0, NULL),
			      .record = record,
			      .version = record->version});
}

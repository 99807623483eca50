/* Money in as it is entered, and read with its parts. Invariant: a part never exceeds what is left of the money. */
#include "casework/money_in.h"
#include "casework/change.h"
#include "casework/field.h"
#include "casework/grow.h"
#include "casework/money_years.h"

#include "base/text.h"
#include "base/words.h"

#define FIELD_AT(member) offsetof(struct money_in_change, member)
static const struct field fields[] = {
	{"region", N_("Payer"), FIELD_REGION, .unknown = true, .at = FIELD_AT(region)},
	{"on_day", N_("Day of payment"), FIELD_PAST, .needed = true, .at = FIELD_AT(on_day)},
	{"reference", N_("Reference"), FIELD_LINE, .at = FIELD_AT(reference)},
};
static const struct form form = {fields, sizeof fields / sizeof fields[0]};

static bool add_write(struct change *change, struct money_in_change *values, int64_t *id, struct error *err)
{
	if (!form_clean(change->cw, &form, values, &change->arena, NULL, err))
		return false;
	if (day_year(day_read(values->on_day)) < MONEY_YEAR_FIRST)
		return field_refuse(NULL, "on_day", N_("Day of payment"), err,
			_("%s is before %d: nothing had been paid out then that could come back."), values->on_day,
			MONEY_YEAR_FIRST);
	if (values->ore < 1 || values->ore > MONEY_MOST)
		return refuse(err, ERROR_INVALID, _("Money in is an amount above 0. Nothing was saved."));
	if (!store_run(change->store, SQL_MONEY_IN_INSERT,
		    BINDS(BIND("region", values->region), BIND("on_day", values->on_day), BIND("ore", values->ore),
			    BIND("reference", values->reference), BIND("recorded_by", casework_actor(change->cw)),
			    BIND("recorded_at", (const char *)change->now)),
		    err))
		return false;
	*id = store_last_id(change->store);
	return change_record(change, OBJECT_MONEY_IN, *id, 0, NULL, err);
}

static bool number_of(struct casework *cw, int64_t id, int *n, struct error *err)
{
	struct rows rows;

	if (!n)
		return true;
	if (!store_ask(casework_store(cw), SQL_MONEY_IN_NUMBER, BINDS(BIND("id", id)), &rows, err))
		return false;
	if (rows_next(&rows))
		*n = (int)rows_number(&rows, "n");
	return rows_done(&rows, err);
}

bool money_in_add(struct casework *cw, const struct operation *op, const struct money_in_change *typed, int64_t *id,
	int *n, struct error *err)
{
	struct money_in_change values = *typed;
	struct change change;
	int64_t made = 0;

	if (!change_begin(&change, cw, op, "money-in-add", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, &made) && number_of(cw, made, n, err);
	if (!may(cw, RIGHT_MONEY_IN, RELATION_NONE, err) || !add_write(&change, &values, &made, err))
		return change_abandon(&change);
	if (!change_commit(&change, err))
		return false;
	if (id)
		*id = made;
	return number_of(cw, made, n, err);
}

/* ---- as they are read */

static void part_read(struct rows *rows, struct arena *arena, struct money_part *part)
{
	*part = (struct money_part){
		.n = (int)rows_number(rows, "n"),
		.kind = rows_text(rows, "kind", arena),
		.claim = rows_number_or(rows, "claim", 0),
		.claim_n = (int)rows_number_or(rows, "claim_n", 0),
		.measure = rows_number_or(rows, "measure", 0),
		.measure_n = (int)rows_number_or(rows, "measure_n", 0),
		.application_year = (int)rows_number_or(rows, "application_year", 0),
		.application_n = (int)rows_number_or(rows, "application_n", 0),
		.year = (int)rows_number(rows, "year"),
		.ore = rows_number(rows, "ore"),
		.why = rows_text(rows, "why", arena),
		.made_by = rows_text(rows, "made_by", arena),
		.taken_back_at = rows_text(rows, "taken_back_at", arena),
		.taken_back_why = rows_text(rows, "taken_back_why", arena),
	};
}

static bool money_load(struct casework *cw, struct money_in_list *list, struct error *err)
{
	struct arena *arena = &list->arena;
	struct rows rows;

	if (!store_ask(casework_store(cw), SQL_MONEY_IN_LIST, BINDS_NONE, &rows, err))
		return false;
	while (rows_next(&rows)) {
		GROW(arena, list->items, list->count);
		list->items[list->count++] = (struct money_in){
			.id = rows_number(&rows, "id"),
			.version = rows_number(&rows, "version"),
			.n = (int)rows_number(&rows, "n"),
			.region = rows_text(&rows, "region", arena),
			.region_short = rows_text(&rows, "region_short", arena),
			.on_day = rows_text(&rows, "on_day", arena),
			.ore = rows_number(&rows, "ore"),
			.reference = rows_text(&rows, "reference", arena),
			.recorded_by = rows_text(&rows, "recorded_by", arena),
			.recorded_at = rows_text(&rows, "recorded_at", arena),
			.void_at = rows_text(&rows, "void_at", arena),
			.void_by = rows_text(&rows, "void_by", arena),
			.void_why = rows_text(&rows, "void_why", arena),
		};
	}
	return rows_done(&rows, err);
}

/* The parts come in the order of the money. */
static bool parts_load(struct casework *cw, struct money_in_list *list, struct error *err)
{
	struct rows rows;
	int at = 0;

	if (!store_ask(casework_store(cw), SQL_MONEY_IN_PARTS, BINDS_NONE, &rows, err))
		return false;
	while (rows_next(&rows)) {
		int64_t id = rows_number(&rows, "money_in");
		struct money_in *money;

		while (list->items[at].id != id)
			at++;
		money = &list->items[at];
		GROW(&list->arena, money->parts, money->part_count);
		part_read(&rows, &list->arena, &money->parts[money->part_count]);
		if (!money->parts[money->part_count++].taken_back_at)
			money->placed_ore += money->parts[money->part_count - 1].ore;
	}
	return rows_done(&rows, err);
}

static void money_settle(struct money_in_list *list, bool unplaced)
{
	struct money_sum all = {0}, left = {0};
	int kept = 0;

	for (int i = 0; i < list->count; i++) {
		struct money_in *money = &list->items[i];

		money->left_ore = money->void_at ? 0 : money->ore - money->placed_ore;
		if (unplaced && !money->left_ore)
			continue;
		if (!money->void_at)
			money_sum_add(&all, money->ore);
		money_sum_add(&left, money->left_ore);
		list->items[kept++] = *money;
	}
	list->count = kept;
	list->ore = all.ore;
	list->left_ore = left.ore;
}

bool money_in_list_load(struct casework *cw, bool unplaced, struct money_in_list *out, struct error *err)
{
	struct store *store = casework_store(cw);
	struct money_in_list list = {0};
	bool loaded;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) || !store_look(store, err))
		return false;
	arena_init(&list.arena);
	loaded = money_load(cw, &list, err) && parts_load(cw, &list, err);
	store_look_done(store);
	if (!loaded) {
		arena_done(&list.arena);
		return false;
	}
	money_settle(&list, unplaced);
	*out = list;
	return true;
}

void money_in_list_done(struct money_in_list *list)
{
	if (list)
		arena_done(&list->arena);
}

const struct money_in *money_in_of(const struct money_in_list *list, int n)
{
	for (int i = 0; i < list->count; i++)
		if (list->items[i].n == n)
			return &list->items[i];
	return NULL;
}

const char *money_part_word(const char *kind)
{
	static const struct {
		const char *kind, *word;
	} kinds[] = {
		{"principal", N_("principal")},
		{"interest", N_("interest")},
		{"voluntary", N_("voluntary, without a claim")},
		{"back", N_("paid back")},
		{"elsewhere", N_("stays in another office")},
	};

	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (text_same(kinds[i].kind, kind))
			return _(kinds[i].word);
	return kind;
}

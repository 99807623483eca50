/* The lending rate as it is entered and read. Invariant: no row is changed or removed. */
#include "casework/lending_rate.h"
#include "casework/change.h"
#include "casework/field.h"
#include "casework/grow.h"

#include "base/words.h"

enum { RATE_MOST = 10000 };

static void rate_read(struct rows *rows, struct lending_rate_list *list)
{
	struct arena *arena = &list->arena;

	GROW(arena, list->items, list->count);
	list->items[list->count++] = (struct lending_rate){
		.id = rows_number(rows, "id"),
		.from_on = rows_text(rows, "from_on", arena),
		.source = rows_text(rows, "source", arena),
		.entered_by = rows_text(rows, "entered_by", arena),
		.entered_at = rows_text(rows, "entered_at", arena),
		.rate = (int)rows_number(rows, "rate"),
		.holds = rows_bool(rows, "holds"),
	};
}

bool lending_rate_list_load(struct casework *cw, struct lending_rate_list *out, struct error *err)
{
	struct lending_rate_list list = {0};
	struct rows rows;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) ||
		!store_ask(casework_store(cw), SQL_LENDING_RATE_LIST, BINDS_NONE, &rows, err))
		return false;
	arena_init(&list.arena);
	while (rows_next(&rows))
		rate_read(&rows, &list);
	if (!rows_done(&rows, err)) {
		arena_done(&list.arena);
		return false;
	}
	*out = list;
	return true;
}

void lending_rate_list_done(struct lending_rate_list *list)
{
	if (list)
		arena_done(&list->arena);
}

bool lending_rates_load(
	struct casework *cw, struct arena *arena, struct interest_rate **out, int *count, struct error *err)
{
	struct interest_rate *found = NULL;
	struct rows rows;
	int n = 0;

	if (!store_ask(casework_store(cw), SQL_LENDING_RATE_HOLDING, BINDS_NONE, &rows, err))
		return false;
	while (rows_next(&rows)) {
		GROW(arena, found, n);
		found[n++] = (struct interest_rate){
			day_read(rows_text(&rows, "from_on", arena)), (int)rows_number(&rows, "rate")};
	}
	if (!rows_done(&rows, err))
		return false;
	*out = found;
	*count = n;
	return true;
}

struct rate_typed {
	const char *from_on, *source;
};
static const struct field fields[] = {
	{"from_on", N_("Holds from"), FIELD_DAY, .needed = true, .at = offsetof(struct rate_typed, from_on)},
	{"source", N_("Source"), FIELD_LINE, .needed = true, .at = offsetof(struct rate_typed, source)},
};
static const struct form form = {fields, sizeof fields / sizeof fields[0]};

static bool rate_is_new(struct change *change, const struct rate_typed *typed, int rate, struct error *err)
{
	day from = day_read(typed->from_on);
	struct interest_rate *rates;
	int count;

	if (!lending_rates_load(change->cw, &change->arena, &rates, &count, err))
		return false;
	for (int i = 0; i < count; i++)
		if (rates[i].from == from && rates[i].rate == rate)
			return refuse(err, ERROR_INVALID,
				_("The lending rate %s already stands from %s. Nothing was saved."),
				per_cent_text(&change->arena, rate), typed->from_on);
	return true;
}

static bool rate_write(struct change *change, struct rate_typed *typed, int rate, struct error *err)
{
	if (!form_clean(change->cw, &form, typed, &change->arena, NULL, err))
		return false;
	if (rate < -RATE_MOST || rate > RATE_MOST)
		return refuse(err, ERROR_INVALID,
			_("%s is no lending rate: it is between -100 and 100 per cent. Nothing was saved."),
			per_cent_text(&change->arena, rate));
	return rate_is_new(change, typed, rate, err) &&
	       store_run(change->store, SQL_LENDING_RATE_INSERT,
		       BINDS(BIND("from_on", typed->from_on), BIND("rate", rate), BIND("source", typed->source),
			       BIND("entered_by", casework_actor(change->cw)),
			       BIND("entered_at", (const char *)change->now)),
		       err) &&
	       change_record(change, OBJECT_RATE, store_last_id(change->store), 0, NULL, err);
}

bool lending_rate_put(struct casework *cw, const struct operation *op, const char *from_on, int rate,
	const char *source, struct error *err)
{
	struct rate_typed typed = {from_on, source};
	struct change change;

	if (!change_begin(&change, cw, op, "rate-put", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!may(cw, RIGHT_RATE_PUT, RELATION_NONE, err) || !rate_write(&change, &typed, rate, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}

/* ---- per cent in words */

bool per_cent_parse(const char *text, int *out, struct error *err)
{
	const char *at = text + strspn(text, " ");
	bool minus = *at == '-' || !strncmp(at, "−", strlen("−"));
	int whole = 0, part = 0, digits = 0, decimals = 0;

	at += !minus ? 0 : *at == '-' ? 1 : strlen("−");
	for (; isdigit((unsigned char)*at) && digits < 5; at++, digits++)
		whole = whole * 10 + (*at - '0');
	if (digits && (*at == ',' || *at == '.'))
		for (at++; isdigit((unsigned char)*at) && decimals < 2; at++, decimals++)
			part = part * 10 + (*at - '0');
	if (decimals == 1)
		part *= 10;
	at += strspn(at, " ");
	at += *at == '%';
	at += strspn(at, " ");
	if (!digits || *at)
		return refuse(err, ERROR_INVALID,
			_("'%s' is no per cent. Write it with at most two decimals, as 2,50. Nothing was saved."),
			text);
	*out = (minus ? -1 : 1) * (whole * 100 + part);
	return true;
}

const char *per_cent_text(struct arena *arena, int hundredths)
{
	int size = abs(hundredths);
	const char *minus = hundredths < 0 ? "−" : "";

	return words_swedish() ? arena_format(arena, "%s%d,%02d %%", minus, size / 100, size % 100)
			       : arena_format(arena, "%s%d.%02d%%", minus, size / 100, size % 100);
}

/* Payment plans made from a few words. Invariant: what the rows of a year add up to is what is left of the year, to the
 * öre, however it is halved and shared. */
#include "casework/plan_template.h"
#include "casework/grow.h"
#include "casework/share.h"

#include "base/text.h"
#include "base/words.h"

/* Decisions are written in Swedish. */
#define FINAL_CONDITION "slutredovisningen är godkänd"

struct making {
	const struct plan_template *template;
	const struct plan_parts *parts;
	const char *decided_on, *final_on;
	struct arena *arena;
	struct decision_instalment *rows;
	int count;
};

/* ---- days */

/* A working day of the year as near the wished as can be, not before the decision. */
static const char *day_within(const struct making *making, int year, day wished)
{
	day first = day_make(year, 1, 1), last = day_make(year, 12, 31), decided = day_read(making->decided_on);
	char text[DAY_TEXT];
	day found;

	wished = wished < first ? first : wished;
	wished = wished > last ? last : wished;
	wished = wished < decided ? decided : wished;
	found = day_next_working(wished);
	if (day_year(found) != year)
		found = day_previous_working(wished);
	day_text(found < decided ? wished : found, text);
	return arena_text(making->arena, text);
}

/* The day that was typed, the same day of later years; without one the decision's, and the middle of January. */
static day day_of_year(const struct making *making, int year)
{
	const char *typed = making->template->first_on;
	day first = day_read(typed ? typed : making->decided_on);
	int of, month, date;

	if (first == DAY_NONE || day_year(first) >= year)
		return first;
	day_split(first, &of, &month, &date);
	if (!typed)
		return day_make(year, 1, 15);
	return day_month_after(first, 12 * (year - of));
}

/* The final report's day; the middle of December of a year that is paid before it. */
static day day_of_final(const struct making *making, int year)
{
	day final = making->final_on ? day_read(making->final_on) : DAY_NONE;

	return final == DAY_NONE || day_year(final) > year ? day_make(year, 12, 15) : final;
}

/* ---- rows */

static void row_one(
	struct making *making, const char *due_on, int year, int64_t ore, const char *recipient, const char *condition)
{
	if (!ore)
		return;
	GROW(making->arena, making->rows, making->count);
	making->rows[making->count++] = (struct decision_instalment){
		.due_on = due_on, .year = year, .ore = ore, .recipient = recipient, .condition = condition};
}

static void row_add(struct making *making, const char *due_on, int year, int64_t ore, const char *condition)
{
	const struct plan_parts *parts = making->parts;
	int64_t *each;

	if (!making->template->shares || !parts->count) {
		row_one(making, due_on, year, ore, NULL, condition);
		return;
	}
	each = arena_take(making->arena, (size_t)parts->count * sizeof *each);
	share_parts(ore, parts->weights, parts->count, each);
	for (int i = 0; i < parts->count; i++)
		row_one(making, due_on, year, each[i], parts->codes[i], condition);
}

static void years_make(struct making *making, const struct money_years *rest)
{
	for (int i = 0; i < rest->count; i++)
		row_add(making, day_within(making, rest->items[i].year, day_of_year(making, rest->items[i].year)),
			rest->items[i].year, rest->items[i].ore, "");
}

static void halves_make(struct making *making, const struct money_years *rest)
{
	const char *typed = making->template->condition, *condition = text_blank(typed) ? FINAL_CONDITION : typed;
	int64_t first = rest->ore - rest->ore / 2;

	for (int i = 0; i < rest->count; i++) {
		int year = rest->items[i].year;
		int64_t ore = rest->items[i].ore, now = ore < first ? ore : first;

		row_add(making, day_within(making, year, day_of_year(making, year)), year, now, "");
		if (ore > now)
			row_add(making, day_within(making, year, day_of_final(making, year)), year, ore - now,
				condition);
		first -= now;
	}
}

/* ---- milestones */

static int milestones_in(const struct plan_template *template, int year)
{
	int count = 0;

	for (int i = 0; i < template->milestone_count; i++)
		count += day_year(day_read(template->milestones[i].on)) == year;
	return count;
}

static bool milestones_fit(const struct plan_template *template, const struct money_years *rest, struct error *err)
{
	char money[MONEY_TEXT];

	if (!template->milestone_count)
		return refuse(err, ERROR_INVALID, _("No milestone is given. Nothing was saved."));
	for (int i = 0; i < template->milestone_count; i++) {
		const char *on = template->milestones[i].on;

		if (day_read(on) == DAY_NONE)
			return refuse(err, ERROR_INVALID, _("Milestone %d has no day. Nothing was saved."), i + 1);
		if (!money_years_of(rest, day_year(day_read(on))))
			return refuse(err, ERROR_INVALID,
				_("Nothing is left to plan in %d, where milestone %d is. Nothing was saved."),
				day_year(day_read(on)), i + 1);
	}
	for (int i = 0; i < rest->count; i++)
		if (rest->items[i].ore && !milestones_in(template, rest->items[i].year))
			return refuse(err, ERROR_INVALID,
				_("%s is to be paid in %d, but no milestone is in that year. Nothing was saved."),
				money_words(rest->items[i].ore, money), rest->items[i].year);
	return true;
}

/* The milestones of a year share it equally; öre that are left over go one each to the first. */
static void milestones_make(struct making *making, const struct money_years *rest)
{
	const struct plan_template *template = making->template;

	for (int i = 0; i < rest->count; i++) {
		int year = rest->items[i].year, count = milestones_in(template, year);
		int64_t ore = rest->items[i].ore, over = count ? ore % count : 0;

		for (int m = 0; m < template->milestone_count; m++) {
			const struct plan_milestone *milestone = &template->milestones[m];
			day on = day_read(milestone->on);

			if (day_year(on) != year)
				continue;
			row_add(making, day_within(making, year, on), year, ore / count + (over > 0),
				milestone->what ? milestone->what : "");
			over -= over > 0;
		}
	}
}

bool plan_template_rows(const struct plan_template *template, const struct money_years *rest, const char *decided_on,
	const char *final_on, const struct plan_parts *parts, struct arena *arena, struct decision_instalment **rows,
	int *count, struct error *err)
{
	struct making making = {template, parts, decided_on, final_on, arena, NULL, 0};

	switch (template->kind) {
	case PLAN_HALVES: halves_make(&making, rest); break;
	case PLAN_YEARS: years_make(&making, rest); break;
	case PLAN_MILESTONES:
		if (!milestones_fit(template, rest, err))
			return false;
		milestones_make(&making, rest);
		break;
	}
	*rows = making.rows;
	*count = making.count;
	return true;
}

/* ---- shares */

static bool parts_settle(struct plan_parts *parts, struct error *err)
{
	int known = 0;

	for (int i = 0; i < parts->count; i++)
		known += parts->weights[i] != MONEY_UNKNOWN;
	for (int i = 0; i < parts->count; i++) {
		if (!known)
			parts->weights[i] = 1;
		else if (parts->weights[i] == MONEY_UNKNOWN)
			return refuse(err, ERROR_INVALID,
				_("The share of region %s is not written, though those of others are. Give the rows "
				  "one by one; nothing was saved."),
				parts->codes[i]);
	}
	return true;
}

bool plan_parts_load(struct change *change, int64_t measure, const struct recipients *recipients,
	struct plan_parts *out, struct error *err)
{
	struct plan_parts parts = {.count = 0};
	struct rows rows;

	parts.codes = arena_take(&change->arena, ((size_t)recipients->count + 1) * sizeof *parts.codes);
	parts.weights = arena_take(&change->arena, ((size_t)recipients->count + 1) * sizeof *parts.weights);
	if (!store_ask(change->store, SQL_SHARE_WEIGHTS, BINDS(BIND("measure", measure)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		const char *code = rows_text(&rows, "region", &change->arena);
		int64_t ore = rows_number(&rows, "ore");

		if (!recipients_name(recipients, code))
			continue;
		parts.codes[parts.count] = code;
		parts.weights[parts.count++] = ore;
	}
	if (!rows_done(&rows, err) || !parts_settle(&parts, err))
		return false;
	*out = parts;
	return true;
}

/* Criteria, times, effects, reports and claims of a follow-up. Invariant: nothing of unlike kinds is added up, and what
 * the actor may not see of points is taken out first. */
#include "casework/followup_inner.h"

#include "base/words.h"
#include "casework/assess.h"
#include "casework/bar.h"
#include "casework/grow.h"

#define ASKED(asking) BIND("until", (const char *)(asking)->until), BIND("round", (asking)->round)

/* ---- criteria: the mean step of what was granted beside what was refused */

/* Sums of the measures' own means, in hundredths, beside the list of criteria. */
struct means {
	int64_t granted, refused;
};

static struct follow_criterion *criterion_of(
	struct followup *out, const char *id, const char *name, struct means **means)
{
	int at = out->criterion_count;

	if (at && !strcmp(out->criteria[at - 1].id, id))
		return &out->criteria[at - 1];
	GROW(&out->arena, *means, at);
	GROW(&out->arena, out->criteria, at);
	(*means)[at] = (struct means){0, 0};
	out->criteria[at] = (struct follow_criterion){id, name, 0, 0, -1, -1};
	out->criterion_count++;
	return &out->criteria[at];
}

static void mean_add(struct follow_criterion *criterion, struct means *means, bool refused, int64_t hundredths)
{
	if (refused) {
		criterion->refused++;
		means->refused += hundredths;
	} else {
		criterion->granted++;
		means->granted += hundredths;
	}
}

static void means_settle(struct followup *out, const struct means *means)
{
	for (int i = 0; i < out->criterion_count; i++) {
		struct follow_criterion *criterion = &out->criteria[i];
		int64_t mean;

		if (criterion->granted && money_part(means[i].granted, 1, criterion->granted, &mean))
			criterion->granted_100 = (int)mean;
		if (criterion->refused && money_part(means[i].refused, 1, criterion->refused, &mean))
			criterion->refused_100 = (int)mean;
	}
}

/* The measures that are hidden, each once though it comes with every criterion. */
static void hidden_count(struct arena *arena, int64_t **hidden, int *count, int64_t measure)
{
	for (int i = 0; i < *count; i++)
		if ((*hidden)[i] == measure)
			return;
	GROW(arena, *hidden, *count);
	(*hidden)[(*count)++] = measure;
}

struct criteria_reading {
	struct bars bars;
	struct means *means;
	int64_t *hidden;
	unsigned roles;
};

static void criterion_read(struct followup *out, struct rows *rows, struct criteria_reading *reading)
{
	const char *id = rows_text(rows, "criterion", &out->arena), *sv = rows_text(rows, "name_sv", &out->arena),
		   *en = rows_text(rows, "name_en", &out->arena), *outcome = rows_text(rows, "outcome", &out->arena);
	int64_t measure = rows_number(rows, "measure"), points = rows_number(rows, "points_100"),
		sheets = rows_number(rows, "sheets"), mean;
	unsigned relation =
		bars_relation(&reading->bars, rows_number(rows, "application"), rows_number(rows, "round")) |
		(rows_bool(rows, "unsubmitted") ? RELATION_UNSUBMITTED | RELATION_ASSIGNED : RELATION_NONE);

	if (!score_seen(reading->roles, relation, true)) {
		hidden_count(&out->arena, &reading->hidden, &out->hidden, measure);
		return;
	}
	if (!sheets || !money_part(points, 1, sheets, &mean))
		return;
	struct follow_criterion *criterion = criterion_of(out, id, words_swedish() ? sv : en, &reading->means);
	mean_add(criterion, &reading->means[out->criterion_count - 1], !strcmp(outcome, "refused"), mean);
}

bool follow_criteria_read(struct follow_asking *asking, struct error *err)
{
	struct criteria_reading reading = {.roles = access_roles(asking->cw)};
	struct rows rows;

	if (!bars_load(asking->cw, &asking->out->arena, &reading.bars, err) ||
		!store_ask(casework_store(asking->cw), SQL_FOLLOW_CRITERIA,
			BINDS(ASKED(asking), BIND("viewer", casework_actor(asking->cw))), &rows, err))
		return false;
	while (rows_next(&rows))
		criterion_read(asking->out, &rows, &reading);
	means_settle(asking->out, reading.means);
	return rows_done(&rows, err);
}

/* ---- times */

int follow_quantile(const int *days, int count, int quarter)
{
	int rank = (count * quarter + 3) / 4;

	return count ? days[rank ? rank - 1 : 0] : 0;
}

static int days_order(const void *a, const void *b)
{
	const int *left = a, *right = b;

	return (*left > *right) - (*left < *right);
}

/* An application is decided on the day the last of its measures is; one that is wholly withdrawn is in neither number.
 */
static void application_times(
	struct follow_asking *asking, const struct follow_measure *measures, int count, int **days, int *told)
{
	struct follow_times *times = &asking->out->times;
	day last = DAY_NONE, arrived = day_read(measures[0].arrived_on);
	bool open = false;

	for (int i = 0; i < count; i++) {
		const char *on = measures[i].decided_on ? measures[i].decided_on : measures[i].ruled_on;
		day decided = on ? day_read(on) : DAY_NONE;

		open |= measures[i].money.open > 0;
		last = decided > last ? decided : last;
	}
	if (open) {
		times->open++;
		times->open_longest =
			asking->on - arrived > times->open_longest ? asking->on - arrived : times->open_longest;
	} else if (last != DAY_NONE) {
		GROW(&asking->out->arena, *days, *told);
		(*days)[(*told)++] = last - arrived;
	}
}

void follow_times_settle(struct follow_asking *asking, const struct follow_measures *measures)
{
	struct follow_times *times = &asking->out->times;
	int *days = NULL, told = 0, next;

	for (int i = 0; i < measures->count; i = next) {
		for (next = i + 1; next < measures->count; next++)
			if (measures->items[next].application != measures->items[i].application)
				break;
		application_times(asking, &measures->items[i], next - i, &days, &told);
	}
	if (!told)
		return;
	qsort(days, (size_t)told, sizeof *days, days_order);
	times->decided = told;
	times->lower = follow_quantile(days, told, 1);
	times->median = follow_quantile(days, told, 2);
	times->upper = follow_quantile(days, told, 3);
	times->longest = days[told - 1];
}

/* ---- effects */

bool follow_kronor(const char *value, const char *unit, int64_t *ore)
{
	static const char *const units[] = {
		"kr", "kronor", "kr per år", "kronor per år", "tkr", "tkr per år", "mnkr", "mnkr per år", "SEK"};
	static const char *const typed[] = {"kr", "kr", "kr", "kr", "tkr", "tkr", "mnkr", "mnkr", "kr"};
	char amount[128];
	struct error err;

	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		if (strcmp(unit, units[i]) != 0)
			continue;
		snprintf(amount, sizeof amount, "%s %s", value, typed[i]);
		return money_parse(amount, ore, &err);
	}
	return false;
}

static struct follow_effect *effect_of(struct follow_asking *asking, const char *code)
{
	struct followup *out = asking->out;

	for (int i = 0; i < out->effect_count; i++)
		if (!strcmp(out->effects[i].code, code))
			return &out->effects[i];
	GROW(&out->arena, out->effects, out->effect_count);
	out->effects[out->effect_count] = (struct follow_effect){
		.code = code, .name = *code ? programme_word_name(asking->programme, "effect", code) : _("not said")};
	return &out->effects[out->effect_count++];
}

static int64_t between(int64_t from, int64_t to)
{
	return from > to ? from - to : to - from;
}

static void indicator_add(
	struct follow_effect *effect, const char *unit, const char *baseline, const char *target, const char *achieved)
{
	int64_t from, to, reached;

	if (!follow_kronor(baseline, unit, &from) || !follow_kronor(target, unit, &to)) {
		effect->other++;
		return;
	}
	effect->kronor_told++;
	follow_add(&effect->promised, between(from, to));
	if (achieved && follow_kronor(achieved, unit, &reached)) {
		effect->achieved_told++;
		follow_add(&effect->achieved, between(from, reached));
	}
}

static bool indicators_read(struct follow_asking *asking, struct error *err)
{
	struct arena *arena = &asking->out->arena;
	struct rows rows;

	if (!store_ask(casework_store(asking->cw), SQL_FOLLOW_INDICATORS, BINDS(ASKED(asking)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		struct follow_effect *effect = effect_of(asking, rows_text(&rows, "effect", arena));
		const char *unit = rows_text(&rows, "unit", arena), *baseline = rows_text(&rows, "baseline", arena),
			   *target = rows_text(&rows, "target", arena), *achieved = rows_text(&rows, "achieved", arena);

		indicator_add(effect, unit, baseline, target, achieved);
	}
	return rows_done(&rows, err);
}

bool follow_effects_read(struct follow_asking *asking, const struct follow_measures *measures, struct error *err)
{
	for (int i = 0; i < measures->count; i++) {
		const struct follow_measure *measure = &measures->items[i];

		if (!measure->money.granted)
			continue;
		struct follow_effect *effect = effect_of(asking, measure->effect);
		effect->measures++;
		if (measure->hours != MONEY_UNKNOWN) {
			effect->hours_told++;
			effect->hours += measure->hours;
		}
	}
	return indicators_read(asking, err);
}

/* ---- reports and claims */

static void report_add(struct follow_reports *to, day due, day received, const char *outcome, day on)
{
	to->due++;
	if (received != DAY_NONE && received <= due)
		to->in_time++;
	else if (received != DAY_NONE)
		to->late_in++;
	else if (due < on)
		to->missing++;
	else
		to->not_yet++;
	to->approved += outcome && !strcmp(outcome, "approved");
	to->sent_back += outcome && !strcmp(outcome, "sent_back");
	to->waiting += received != DAY_NONE && !outcome;
}

bool follow_reports_read(struct follow_asking *asking, struct error *err)
{
	struct followup *out = asking->out;
	struct rows rows;

	out->reports[0].kind = "partial";
	out->reports[1].kind = "final";
	if (!store_ask(casework_store(asking->cw), SQL_FOLLOW_REPORTS, BINDS(ASKED(asking)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		const char *kind = rows_text(&rows, "kind", &out->arena),
			   *due = rows_text(&rows, "due_on", &out->arena),
			   *received = rows_text(&rows, "received_on", &out->arena),
			   *outcome = rows_text(&rows, "outcome", &out->arena);

		report_add(&out->reports[!strcmp(kind, "final")], day_read(due),
			received ? day_read(received) : DAY_NONE, outcome, asking->on);
	}
	return rows_done(&rows, err);
}

bool follow_claims_read(struct follow_asking *asking, struct error *err)
{
	struct followup *out = asking->out;
	struct rows rows;

	if (!store_ask(casework_store(asking->cw), SQL_FOLLOW_CLAIMS, BINDS(ASKED(asking)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		GROW(&out->arena, out->claims, out->claim_count);
		out->claims[out->claim_count++] = (struct follow_claim){
			.ground = rows_text(&rows, "ground", &out->arena),
			.claims = (int)rows_number(&rows, "claims"),
			.ore = rows_number(&rows, "ore"),
			.reduced = rows_number(&rows, "reduced"),
		};
	}
	return rows_done(&rows, err);
}

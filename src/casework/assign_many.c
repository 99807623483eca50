/* Assessors assigned in bulk. Invariant: nobody is assigned here who has not answered about conflicts of interest, and
 * one who cannot be assigned stops them all. */
#include "casework/assign_many.h"
#include "casework/assess_inner.h"
#include "casework/grow.h"

#include "base/words.h"

/* What is to be assigned, and where it is looked up. */
struct many {
	struct casework *cw;
	const int64_t *measures, *persons;
	int measure_count, person_count;
};

const char *assign_standing_code(enum assign_standing standing)
{
	static const char *const codes[] = {"can", "already", "barred", "unanswered", "unasked", "roleless"};

	return codes[standing];
}

const char *assign_standing_words(enum assign_standing standing)
{
	switch (standing) {
	case ASSIGN_CAN: return "";
	case ASSIGN_ALREADY: return _("is an assessor already");
	case ASSIGN_BARRED: return _("has a conflict of interest and takes no part (FL 17 §)");
	case ASSIGN_UNANSWERED: return _("has not answered about conflicts of interest (FL 18 §)");
	case ASSIGN_UNASKED: return _("has not been asked about conflicts of interest (FL 18 §)");
	case ASSIGN_ROLELESS: return _("is no case officer, member or chair today");
	}
	return "";
}

static enum assign_standing standing_read(struct rows *rows)
{
	bool assesses = rows_bool(rows, "assesses"), barred = rows_bool(rows, "barred");
	bool already = rows_bool(rows, "already"), asked = rows_bool(rows, "asked"), owing = rows_bool(rows, "owing");

	if (barred)
		return ASSIGN_BARRED;
	if (already)
		return ASSIGN_ALREADY;
	if (!assesses)
		return ASSIGN_ROLELESS;
	return owing ? ASSIGN_UNANSWERED : asked ? ASSIGN_CAN : ASSIGN_UNASKED;
}

static bool pair_read(const struct many *many, const struct assess_subject *subject, int64_t person, const char *number,
	struct assign_plan *plan, struct error *err)
{
	struct assign_pair pair = {.measure = subject->measure, .person = person, .number = number};
	char today[DAY_TEXT];
	struct rows rows;

	day_text(casework_today(many->cw), today);
	if (!store_ask(casework_store(many->cw), SQL_ASSIGN_STANDING,
		    BINDS(BIND("person", person), BIND("measure", subject->measure),
			    BIND("application", subject->application), BIND("round", subject->round),
			    BIND("today", (const char *)today)),
		    &rows, err))
		return false;
	if (rows_next(&rows)) {
		pair.name = rows_text(&rows, "name", &plan->arena);
		pair.standing = standing_read(&rows);
	}
	if (!rows_done(&rows, err))
		return false;
	if (!pair.name)
		return refuse(err, ERROR_MISSING, _("There is no such person."));
	plan->can += pair.standing == ASSIGN_CAN;
	plan->already += pair.standing == ASSIGN_ALREADY;
	GROW(&plan->arena, plan->items, plan->count);
	plan->items[plan->count++] = pair;
	return true;
}

static bool measure_read(const struct many *many, int64_t measure, struct assign_plan *plan, struct error *err)
{
	struct assess_subject subject;

	if (!assess_subject_read(many->cw, measure, &plan->arena, &subject, err) ||
		!bar_free(many->cw, subject.application, err) || !assess_subject_is_open(&subject, err))
		return false;
	const char *number = arena_text(&plan->arena, subject.number);
	for (int p = 0; p < many->person_count; p++)
		if (!pair_read(many, &subject, many->persons[p], number, plan, err))
			return false;
	return true;
}

/* A measure or a person named twice is meant once. In the arena. */
static int64_t *once(struct arena *arena, const int64_t *ids, int *count)
{
	int64_t *kept = arena_take(arena, ((size_t)*count + 1) * sizeof(*kept));
	int n = 0;

	for (int i = 0; i < *count; i++) {
		int at = 0;
		while (at < n && kept[at] != ids[i])
			at++;
		if (at == n)
			kept[n++] = ids[i];
	}
	*count = n;
	return kept;
}

/* The plan's arena is begun. */
static bool plan_read(struct many many, struct assign_plan *plan, struct error *err)
{
	if (!may(many.cw, RIGHT_ASSESSOR_ASSIGN, RELATION_NONE, err))
		return false;
	if (!many.measure_count || !many.person_count)
		return refuse(err, ERROR_INVALID, _("Name at least one measure and one person. Nothing was saved."));
	many.measures = once(&plan->arena, many.measures, &many.measure_count);
	many.persons = once(&plan->arena, many.persons, &many.person_count);
	for (int m = 0; m < many.measure_count; m++)
		if (!measure_read(&many, many.measures[m], plan, err))
			return false;
	return true;
}

bool assign_plan_load(struct casework *cw, const int64_t *measures, int measure_count, const int64_t *persons,
	int person_count, struct assign_plan *out, struct error *err)
{
	struct many many = {cw, measures, persons, measure_count, person_count};
	struct assign_plan plan = {0};

	if (!store_look(casework_store(cw), err))
		return false;
	arena_init(&plan.arena);
	bool read = plan_read(many, &plan, err);
	store_look_done(casework_store(cw));
	if (!read) {
		arena_done(&plan.arena);
		return false;
	}
	*out = plan;
	return true;
}

void assign_plan_done(struct assign_plan *plan)
{
	if (plan)
		arena_done(&plan->arena);
}

/* ---- assigning */

static bool plan_holds(const struct assign_plan *plan, struct error *err)
{
	int refused = plan->count - plan->can - plan->already;

	for (int i = 0; i < plan->count; i++) {
		const struct assign_pair *pair = &plan->items[i];
		if (pair->standing == ASSIGN_CAN || pair->standing == ASSIGN_ALREADY)
			continue;
		return refuse(err, ERROR_INVALID,
			ngettext("%s: %s %s. That stops %d assignment, and they are made all or none. Nothing was "
				 "saved.",
				"%s: %s %s. In all %d assignments are stopped, and they are made all or none. Nothing "
				"was saved.",
				(unsigned long)refused),
			pair->number, pair->name, assign_standing_words(pair->standing), refused);
	}
	return plan->can || refuse(err, ERROR_INVALID, _("All of them are assessors already. Nothing was saved."));
}

static bool pairs_write(struct change *change, const struct assign_plan *plan, struct error *err)
{
	struct assess_subject subject = {0};

	for (int i = 0; i < plan->count; i++) {
		const struct assign_pair *pair = &plan->items[i];
		if (pair->standing != ASSIGN_CAN)
			continue;
		if (!assess_subject_read(change->cw, pair->measure, &change->arena, &subject, err) ||
			!assess_assign(change, &subject, pair->person, err))
			return false;
	}
	return true;
}

static bool many_assign(struct change *change, const struct many *many, int *assigned, struct error *err)
{
	struct assign_plan plan = {0};

	arena_init(&plan.arena);
	bool made = plan_read(*many, &plan, err) && plan_holds(&plan, err) && pairs_write(change, &plan, err);
	*assigned = plan.can;
	arena_done(&plan.arena);
	return made;
}

bool assessor_assign_many(struct casework *cw, const struct operation *op, const int64_t *measures, int measure_count,
	const int64_t *persons, int person_count, int *assigned, struct error *err)
{
	struct many many = {cw, measures, persons, measure_count, person_count};
	struct change change;
	int made = 0;

	if (op && op->if_version)
		return refuse(err, ERROR_INVALID,
			_("A version belongs to one assignment, and several are made here. Nothing was saved."));
	if (!change_begin(&change, cw, op, "assessor-assign", err))
		return false;
	if (change.repeated) {
		*assigned = 0;
		return change_repeated(&change, NULL);
	}
	if (!many_assign(&change, &many, &made, err))
		return change_abandon(&change);
	if (!change_commit(&change, err))
		return false;
	*assigned = made;
	return true;
}

/* Offices made up from a seed. Invariant: a row is written together with the event that tells of it, through the write
 * path the verbs use, many to a transaction. Within a round it goes as in life, everything registered first and then
 * notes and answers by turns, so that what belongs to one case lies as scattered in the file as it would. */
#include "generate_inner.h"

#include "base/money.h"
#include "casework/attest_power.h"
#include "casework/budget.h"
#include "casework/office.h"
#include "casework/person.h"
#include "casework/round.h"
#include "csv/programme_file.h"

enum { BATCH = 20000 };

static const struct {
	const char *login, *name;
	enum role role;
} people[] = {
	{"elin", "Elin Björk", ROLE_OFFICER},
	{"olle", "Olle Ek", ROLE_OFFICER},
	{"maja", "Maja Lind", ROLE_MEMBER},
	{"mats", "Mats Ask", ROLE_MEMBER},
	{"kim", "Kim Alm", ROLE_CHAIR},
	{"rut", "Rut Registrator", ROLE_REGISTRAR},
	{"cia", "Cia Hägg", ROLE_CONTROLLER},
	{"carl", "Carl Rönn", ROLE_CONTROLLER},
	{"rev", "Rev Sälg", ROLE_AUDITOR},
};
enum { PEOPLE = sizeof(people) / sizeof(*people) };

/* Stops the program with the sentence when the office refuses. */
void must(struct generator *g, bool went, const char *what)
{
	if (went)
		return;
	fprintf(stderr, "generate: %s: %s\n", what, g->err.text);
	exit(EXIT_FAILURE);
}

/* ---- transactions, and events within them */

void generator_sit(struct generator *g, int64_t person, enum role role)
{
	g->cw->actor = person;
	g->cw->role_used = role;
}

static void batch_begin(struct generator *g)
{
	struct operation op = {0};

	dice_operation(&g->dice, op.id);
	must(g, change_begin(&g->change, g->cw, &op, NULL, &g->err), "a transaction");
	change_join(g->cw, &g->change);
}

static void batch_end(struct generator *g)
{
	change_join(g->cw, NULL);
	must(g, change_commit(&g->change, &g->err), "a commit");
}

/* Between two things, so that no transaction grows beyond what a cache holds. */
static void batch_rest(struct generator *g)
{
	if (g->change.part < BATCH)
		return;
	batch_end(g);
	batch_begin(g);
}

void thing_begin(struct generator *g, struct change *change, const char *action)
{
	must(g, change_begin(change, g->cw, &g->change.op, action, &g->err), action);
}

void thing_run(struct generator *g, struct change *change, enum sql which, struct binds binds)
{
	must(g, store_run(change->store, which, binds, &g->err), change->action);
}

void thing_end(
	struct generator *g, struct change *change, enum object_kind kind, int64_t id, const struct subject *subject)
{
	must(g, change_record(change, kind, id, subject ? subject->id : 0, NULL, &g->err), change->action);
	must(g, change_commit(change, &g->err), change->action);
}

/* One row, one event. */
int64_t thing_put(struct generator *g, const char *action, enum object_kind kind, const struct subject *subject,
	enum sql which, struct binds binds)
{
	struct change change;
	int64_t id;

	thing_begin(g, &change, action);
	thing_run(g, &change, which, binds);
	id = store_last_id(g->cw->store);
	thing_end(g, &change, kind, id, subject);
	return id;
}

void generator_clock(struct generator *g, day which, int minute)
{
	char moment[MOMENT_TEXT + 8], text[DAY_TEXT];

	day_text(which, text);
	snprintf(moment, sizeof(moment), "%s %02d:%02d:00", text, 8 + minute / 60 % 9, minute % 60);
	memcpy(g->cw->clock.fixed, moment, MOMENT_TEXT - 1);
}

/* ---- rounds */

static void subjects_register(struct generator *g, int first, int of, int64_t opens)
{
	for (int i = 0; i < g->count; i++) {
		day arrived = (day)(opens + (first + i) * INT64_C(75) / of);

		generator_clock(g, arrived, i);
		case_register(g, &g->subjects[i], arrived);
		batch_rest(g);
	}
}

static void notes_write(struct generator *g)
{
	generator_sit(g, g->persons[0], ROLE_OFFICER);
	for (int turn = 0; turn < 21; turn++) {
		for (int i = 0; i < g->count; i++) {
			struct subject *subject = &g->subjects[i];

			if (subject->notes == subject->notes_wanted)
				continue;
			generator_clock(g, subject->arrived + 1 + turn * 7, i);
			case_note(g, subject);
			batch_rest(g);
		}
	}
}

static void subjects_check(struct generator *g)
{
	generator_sit(g, g->persons[1], ROLE_OFFICER);
	generator_clock(g, day_make(g->year, 9, 1), 0);
	for (int i = 0; i < g->count; i++) {
		struct subject *subject = &g->subjects[i];

		subject->assessed = dice_chance(&g->dice, g->year == 2025 ? 40 : 14);
		if (subject->assessed || dice_chance(&g->dice, 15))
			case_answer(g, subject);
		if (subject->assessed || dice_chance(&g->dice, 8))
			case_assess(g, subject);
		batch_rest(g);
	}
}

/* Of the first round only: each decision is held against the budget, which adds up all there are. */
static void subjects_decide(struct generator *g)
{
	for (int i = 0; i < g->count; i++) {
		const struct subject *subject = &g->subjects[i];

		if (subject->assessed)
			case_decide(g, subject);
		batch_rest(g);
	}
}

static void round_make(struct generator *g, int nth, int first, int of)
{
	char name[24], opens[DAY_TEXT], closes[DAY_TEXT];
	struct round_change round = {.name = name,
		.title = "Omgång",
		.opens_on = opens,
		.closes_on = closes,
		.criteria_version = g->programme.criteria[0].version,
		.gate_version = g->programme.gates[0].version};
	struct operation op = {0};

	snprintf(name, sizeof(name), nth ? "%d-%d" : "%d", g->year, nth + 1);
	snprintf(opens, sizeof(opens), "%d-01-15", g->year);
	snprintf(closes, sizeof(closes), "%d-03-31", g->year);
	round.year = g->year + 1;
	dice_operation(&g->dice, op.id);
	generator_sit(g, g->persons[0], ROLE_OFFICER);
	generator_clock(g, day_make(g->year, 1, 2), 60);
	must(g, round_add(g->cw, &op, &round, &g->round, &g->err), "a round");
	batch_begin(g);
	subjects_register(g, first, of, day_read(opens));
	notes_write(g);
	subjects_check(g);
	if (g->year == 2025 && !nth)
		subjects_decide(g);
	batch_end(g);
}

static void rounds_make(struct generator *g, int applications)
{
	int halves[2] = {applications - applications / 2, applications / 2};

	for (int half = 0; half < 2; half++) {
		g->year = 2025 + half;
		for (int first = 0, nth = 0; first < halves[half]; first += g->count, nth++) {
			g->count = halves[half] - first < ROUND_MOST ? halves[half] - first : ROUND_MOST;
			round_make(g, nth, first, halves[half]);
		}
	}
}

/* ---- the office */

/* carl reviews, and cia authorises. */
static void attest_list_make(struct generator *g)
{
	const struct attest_power_change rows[] = {
		{g->carl, "review", "2025-01-01", NULL, "Attestordning", MONEY_UNKNOWN},
		{g->cia, "decide", "2025-01-01", NULL, "Attestordning", MONEY_UNKNOWN},
	};

	for (int i = 0; i < 2; i++) {
		struct operation op = {{0}};

		dice_operation(&g->dice, op.id);
		must(g, attest_power_add(g->cw, &op, &rows[i], NULL, &g->err), "the attest list");
	}
}

static void people_make(struct generator *g)
{
	int64_t ids[PEOPLE];

	for (int i = 0; i < PEOPLE; i++) {
		struct person_change person = {people[i].login, people[i].name, NULL};
		struct operation op[2] = {{{0}}};

		dice_operation(&g->dice, op[0].id);
		dice_operation(&g->dice, op[1].id);
		must(g, person_add(g->cw, &op[0], &person, &ids[i], &g->err), "a person");
		must(g,
			person_give_role(
				g->cw, &op[1], ids[i], people[i].role, day_read("2025-01-01"), DAY_NONE, &g->err),
			"a role");
	}
	memcpy(g->persons, ids, sizeof(g->persons));
	g->registrar = ids[5];
	g->cia = ids[6];
	g->carl = ids[7];
	attest_list_make(g);
}

/* Many cases are granted: more than any year's appropriation would hold. */
static void limits_make(struct generator *g)
{
	generator_sit(g, g->cia, ROLE_CONTROLLER);
	for (int year = 2026; year <= 2027; year++) {
		struct limit_change limit = {.kind = "appropriation",
			.year = year,
			.ore = INT64_C(100000000000000),
			.source = "Made up for a large office",
			.valid_from = "2025-01-02"};
		struct operation op = {0};

		dice_operation(&g->dice, op.id);
		must(g, limit_put(g->cw, &op, &limit, &g->err), "a limit");
	}
}

static void office_make(struct generator *g, const char *path)
{
	struct casework_founding founding = {"Provkansliet", "adam", "Adam Administratör", true, "2026-11-22 09:00:00"};
	struct operation op = {0};

	must(g, casework_found(path, path ? STORE_CREATE : STORE_MEMORY, &founding, &g->cw, &g->err), "the office");
	dice_operation(&g->dice, op.id);
	must(g, programme_read(&g->programme, &g->err) && programme_adopt(g->cw, &op, &g->programme, &g->err),
		"the law as data");
	people_make(g);
	limits_make(g);
}

struct casework *generate_office(const char *path, int applications, uint64_t seed, struct generated *made)
{
	struct generator *g = memory_take(sizeof(*g));

	memset(g, 0, sizeof(*g));
	g->dice.state = seed * UINT64_C(0x9E3779B97F4A7C15) + 1;
	buffer_init(&g->text);
	buffer_init(&g->other);
	buffer_init(&g->third);
	office_make(g, path);
	rounds_make(g, applications);
	generator_clock(g, day_read("2026-11-22"), 60);
	g->cw->actor = g->persons[0];
	g->cw->actor_name = people[0].name;
	g->cw->login = people[0].login;
	if (made)
		*made = g->made;
	programme_done(&g->programme);
	buffer_done(&g->text);
	buffer_done(&g->other);
	buffer_done(&g->third);
	struct casework *cw = g->cw;
	free(g);
	return cw;
}

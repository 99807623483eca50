/* What happens in a made-up case: it is registered, talked about, checked, assessed, decided and paid. */
#include "generate_inner.h"

#include "casework/application.h"
#include "casework/decision.h"
#include "casework/measure.h"
#include "casework/office.h"
#include "casework/payment.h"

static const char *prose(struct generator *g, struct buffer *buffer, int bytes)
{
	buffer_clear(buffer);
	dice_prose(&g->dice, bytes, buffer);
	return buffer->text;
}

static const char *title(struct generator *g, struct buffer *buffer)
{
	buffer_clear(buffer);
	dice_title(&g->dice, buffer);
	return buffer->text;
}

/* ---- an application, its applicants and its measures */

static const char *region_any(struct generator *g)
{
	return g->programme.regions[dice_throw(&g->dice, g->programme.region_count)].code;
}

static void participants_make(struct generator *g, struct subject *subject, const char *lead)
{
	static const char *const papers[] = {"none", "proposal", "decision", "handled"};
	int more = dice_chance(&g->dice, 40) ? 0 : dice_throw(&g->dice, PARTICIPANTS_MOST);
	const char *regions[PARTICIPANTS_MOST] = {lead};

	for (int i = 0; i <= more && i < PARTICIPANTS_MOST; i++) {
		const char *region = i ? region_any(g) : lead;
		bool twice = false;

		for (int k = 0; k < subject->participant_count; k++)
			twice = twice || !strcmp(regions[k], region);
		if (twice)
			continue;
		regions[subject->participant_count] = region;
		subject->participants[subject->participant_count++] =
			thing_put(g, "application-register", OBJECT_PARTICIPANT, subject, SQL_PARTICIPANT_INSERT,
				BINDS(BIND("application", subject->id), BIND("region", region), bind_null("own_number"),
					bind_null("own_number_key"), BIND("paper", papers[dice_throw(&g->dice, 4)]),
					bind_null("paper_on"), bind_null("paper_body"), bind_null("certified_on")));
		g->made.participants++;
	}
}

static void amounts_make(struct generator *g, struct change *change, int64_t measure)
{
	int64_t cost = (int64_t)(5 + dice_throw(&g->dice, 240)) * 10000000;
	bool unknown = dice_chance(&g->dice, 3);

	for (int i = 0; i < 2; i++) {
		int64_t sought = unknown ? MONEY_UNKNOWN : cost / 10 * 8;

		thing_run(g, change, SQL_AMOUNT_INSERT,
			BINDS(BIND("measure", measure), BIND("year", g->year + 1 + i), BIND("kind", "cost"),
				BIND("ore", cost)));
		thing_run(g, change, SQL_AMOUNT_INSERT,
			BINDS(BIND("measure", measure), BIND("year", g->year + 1 + i), BIND("kind", "sought"),
				BIND("ore", sought)));
	}
}

static void measure_make(struct generator *g, struct subject *subject)
{
	static const char *const types[] = {"restructuring", "efficiency"},
				 *const areas[] = {"service", "administration"},
				 *const effects[] = {"more_care", "less_resources", "higher_quality"},
				 *const tags[] = {"process", "digital", "close_care|staffing", "capacity"};
	const char *name = title(g, &g->text), *description = prose(g, &g->other, 250),
		   *achieve = prose(g, &g->third, 90);
	char from[DAY_TEXT], to[DAY_TEXT];
	struct change change;
	int64_t id;

	day_text(day_make(g->year + 1, 1 + dice_throw(&g->dice, 12), 1), from);
	day_text(day_make(g->year + 2, 1 + dice_throw(&g->dice, 12), 28), to);
	thing_begin(g, &change, "measure-add");
	thing_run(g, &change, SQL_MEASURE_INSERT,
		BINDS(BIND("application", subject->id), BIND("n", subject->measure_count + 1), BIND("title", name),
			BIND("description", description), BIND("achieve", achieve),
			BIND("type", types[dice_throw(&g->dice, 2)]), BIND("area", areas[dice_throw(&g->dice, 2)]),
			BIND("effect", effects[dice_throw(&g->dice, 3)]), BIND("tags", tags[dice_throw(&g->dice, 4)]),
			BIND("from_on", (const char *)from), BIND("to_on", (const char *)to), BIND("form", "part"),
			BIND("other_support", "Inget annat statligt stöd."), BIND("lasting", ""),
			BIND("invented", true)));
	id = store_last_id(change.store);
	amounts_make(g, &change, id);
	thing_end(g, &change, OBJECT_MEASURE, id, subject);
	subject->measures[subject->measure_count++] = id;
	g->made.measures++;
}

static void officer_take(struct generator *g, const struct subject *subject)
{
	generator_sit(g, g->persons[0], ROLE_OFFICER);
	must(g, application_assign(g->cw, &g->change.op, subject->id, g->persons[dice_throw(&g->dice, 2)], &g->err),
		"a case officer");
}

void case_register(struct generator *g, struct subject *subject, day arrived)
{
	static const int measures[16] = {1, 1, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5, 6, 7, 7};
	const char *lead = region_any(g), *name = title(g, &g->text), *summary = prose(g, &g->other, 160),
		   *needs = prose(g, &g->third, 140);
	char day_arrived[DAY_TEXT], own[32];
	struct change change;

	*subject = (struct subject){.arrived = arrived};
	subject->notes_wanted = dice_throw(&g->dice, 20) + dice_chance(&g->dice, 34);
	day_text(arrived, day_arrived);
	snprintf(own, sizeof(own), "RS%d%05d", g->year % 100, g->made.applications);
	generator_sit(g, g->registrar, ROLE_REGISTRAR);
	thing_begin(g, &change, "application-register");
	thing_run(g, &change, SQL_APPLICATION_INSERT,
		BINDS(BIND("year", g->year), BIND("n", ++g->numbers[g->year - 2025]), BIND("round", g->round),
			BIND("lead", lead), BIND("title", name), BIND("own_number", (const char *)own),
			BIND("own_number_key", (const char *)own), BIND("arrived_on", (const char *)day_arrived),
			bind_null("arrived_time"), BIND("way", "eservice"), BIND("summary", summary),
			BIND("economy", "Ekonomin är ansträngd."), BIND("needs", needs), BIND("scope", ""),
			BIND("sources", ""), BIND("invented", 1), BIND("registered_by", g->registrar),
			BIND("registered_at", (const char *)change.now)));
	subject->id = store_last_id(change.store);
	thing_end(g, &change, OBJECT_APPLICATION, subject->id, subject);
	participants_make(g, subject, lead);
	for (int left = measures[dice_throw(&g->dice, 16)]; left > 0; left--)
		measure_make(g, subject);
	if (dice_chance(&g->dice, 90))
		officer_take(g, subject);
	g->made.applications++;
}

/* ---- notes and control points */

void case_note(struct generator *g, struct subject *subject)
{
	static const char *const ways[] = {"phone", "meeting", "letter", "email", "video"};
	const char *said = prose(g, &g->text, 200 + dice_throw(&g->dice, 950));
	char occurred[DAY_TEXT], written[MOMENT_TEXT];

	day_text(subject->arrived + 1 + subject->notes * 7, occurred);
	snprintf(written, sizeof(written), "%s 15:%02d:00", occurred, dice_throw(&g->dice, 60));
	thing_put(g, "note-add", OBJECT_NOTE, subject, SQL_NOTE_INSERT,
		BINDS(BIND("application", subject->id), BIND("n", subject->notes + 1), bind_null("measure"),
			BIND("kind", dice_chance(&g->dice, 90) ? "file" : "working"),
			BIND("occurred_on", (const char *)occurred), BIND("occurred_time", "13:30"),
			BIND("way", ways[dice_throw(&g->dice, 5)]), BIND("with_whom", "Regionen"),
			BIND("with_role", "projektledare"), BIND("with_name", ""), BIND("said", said),
			BIND("changed", ""), bind_null("corrects"), BIND("author", g->cw->actor),
			BIND("written_at", (const char *)written)));
	subject->notes++;
	g->made.notes++;
	g->made.note_bytes += (int64_t)strlen(said);
}

static void answer_make(struct generator *g, const struct subject *subject, const struct gate *gate,
	struct bind measure, struct bind participant)
{
	int bad = dice_chance(&g->dice, 6);

	thing_put(g, "gate-answer", OBJECT_GATE_ANSWER, subject, SQL_GATE_ANSWER_ADD,
		BINDS(BIND("application", subject->id), measure, participant, BIND("gate_version", gate->version),
			BIND("gate", gate->id), BIND("answer", bad ? "no" : "yes"),
			BIND("reason", bad ? "Uppgiften saknas i ansökan." : ""),
			bad ? BIND("way", gate->way_no) : bind_null("way"),
			bad ? BIND("due_on", "2026-12-11") : bind_null("due_on"), BIND("answered_by", g->cw->actor),
			BIND("answered_at", (const char *)g->cw->clock.fixed)));
	g->made.answers++;
}

void case_answer(struct generator *g, const struct subject *subject)
{
	for (int i = 0; i < g->programme.gate_count; i++) {
		const struct gate *gate = &g->programme.gates[i];

		if (!strcmp(gate->subject, "application"))
			answer_make(g, subject, gate, bind_null("measure"), bind_null("participant"));
		else if (!strcmp(gate->subject, "measure"))
			for (int k = 0; k < subject->measure_count; k++)
				answer_make(g, subject, gate, BIND("measure", subject->measures[k]),
					bind_null("participant"));
		else
			for (int k = 0; k < subject->participant_count; k++)
				answer_make(g, subject, gate, bind_null("measure"),
					BIND("participant", subject->participants[k]));
	}
}

/* ---- assessment */

static void scores_make(struct generator *g, struct change *change, int64_t assessment)
{
	for (int i = 0; i < g->programme.criterion_count; i++) {
		const struct criterion *criterion = &g->programme.criteria[i];
		int points = dice_throw(&g->dice, 5);

		thing_run(g, change, SQL_SCORE_WRITE,
			BINDS(BIND("assessment", assessment), BIND("criteria_version", criterion->version),
				BIND("criterion", criterion->id), BIND("points", points), bind_null("low"),
				bind_null("high"), BIND("reason", prose(g, &g->text, 40))));
		g->made.scores++;
	}
}

static void assessment_make(struct generator *g, const struct subject *subject, int64_t measure, int64_t person)
{
	struct change change;
	int64_t assignment, assessment;

	assignment = thing_put(g, "assessor-assign", OBJECT_ASSIGNMENT, subject, SQL_ASSIGNMENT_ADD,
		BINDS(BIND("measure", measure), BIND("person", person), BIND("assigned_by", g->cw->actor),
			BIND("assigned_at", (const char *)g->cw->clock.fixed)));
	if (!subject->assessed)
		return;
	thing_begin(g, &change, "score-submit");
	thing_run(g, &change, SQL_ASSESSMENT_ADD,
		BINDS(BIND("assignment", assignment), BIND("criteria_version", g->programme.criteria[0].version)));
	assessment = store_last_id(change.store);
	scores_make(g, &change, assessment);
	thing_run(g, &change, SQL_ASSESSMENT_SUBMIT,
		BINDS(BIND("id", assessment), BIND("version", 1), BIND("submitted_at", (const char *)change.now)));
	thing_end(g, &change, OBJECT_ASSESSMENT, assessment, subject);
}

/* Two assessors to a measure. */
void case_assess(struct generator *g, const struct subject *subject)
{
	for (int i = 0; i < subject->measure_count; i++) {
		int first = dice_throw(&g->dice, ASSESSORS);

		assessment_make(g, subject, subject->measures[i], g->persons[first]);
		assessment_make(g, subject, subject->measures[i], g->persons[(first + 1) % ASSESSORS]);
	}
}

/* ---- decisions and their payment */

static void instalments_pay(struct generator *g, int64_t measure)
{
	struct operation op = g->change.op;
	int64_t instalment;

	op.cause = "Paid before there were sealed files.";
	must(g, instalment_find(g->cw, measure, 1, &instalment, &g->err), "an instalment");
	generator_sit(g, g->carl, ROLE_CONTROLLER);
	must(g, instalment_review(g->cw, &g->change.op, instalment, &g->err), "a review");
	generator_sit(g, g->cia, ROLE_CONTROLLER);
	must(g, instalment_attest(g->cw, &g->change.op, instalment, &g->err), "an authorisation");
	generator_sit(g, g->carl, ROLE_CONTROLLER);
	must(g, instalment_paid(g->cw, &op, instalment, "2026-01-16", "UB-1", &g->err), "a payment");
}

/* What is sought, from the measure as it is read back. */
static int64_t sought_of(struct generator *g, int64_t measure)
{
	struct measure_list list = {0};
	int64_t ore;

	must(g, measure_load(g->cw, measure, &list, &g->err), "a measure");
	ore = list.items[0].sought_ore;
	measure_list_done(&list);
	return ore;
}

static void decision_make(struct generator *g, int64_t measure)
{
	int64_t sought = sought_of(g, measure), half = sought / 2, id;
	struct decision_amount amounts[] = {{2026, half}, {2027, sought - half}};
	struct decision_instalment rows[] = {{"2026-01-15", 0, half, NULL, ""},
		{"2027-11-30", 0, sought - half, NULL, "Slutredovisningen är godkänd."}};
	struct decision_change change = {.outcome = "granted",
		.decided_on = "2025-11-20",
		.meeting = "§ 12",
		.provisions = "1, 4, 6 och 13 §§ förordningen (2024:1102)",
		.deciders = "Kim Alm (ordförande), Maja Lind och Mats Ask",
		.presenter = "Elin Björk",
		.reasons = "Effekten kan påvisas och kostnaden är rimlig.",
		.report_on = "2026-12-15",
		.final_on = "2028-03-30",
		.conditions = "Inga andra villkor.",
		.amounts = amounts,
		.amount_count = 2,
		.instalments = rows,
		.instalment_count = 2};

	if (sought == MONEY_UNKNOWN)
		return;
	generator_sit(g, g->persons[0], ROLE_OFFICER);
	generator_clock(g, day_read("2025-11-21"), 90);
	must(g,
		decision_record(
			g->cw, &g->change.op, measure, &change, &g->change.arena, &(const char *){NULL}, &id, &g->err),
		"a decision");
	generator_clock(g, day_read("2026-01-16"), 90);
	instalments_pay(g, measure);
	g->made.decisions++;
	g->made.instalments += 2;
}

void case_decide(struct generator *g, const struct subject *subject)
{
	for (int i = 0; i < subject->measure_count; i++)
		if (dice_chance(&g->dice, 50))
			decision_make(g, subject->measures[i]);
}

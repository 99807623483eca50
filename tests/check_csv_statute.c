/* The statute as a table: every control point of the law as data, every answer, every state of the case and every role.
 * What is let through and where it leads stands in the tables here; what is not let through writes nothing. */
#include "claims.h"
#include "contest.h"

#include "base/words.h"
#include "casework/application.h"
#include "casework/closure.h"
#include "casework/gate.h"
#include "csv/programme_file.h"

enum course { REGISTERED, ASSESSED, DECIDED, WITHDRAWN, CLOSED, STATES };
enum { SITTERS = 8, ANSWERS = 4 };

static const char *const sitters[SITTERS] = {"adam", "rut", "elin", "maja", "kim", "cia", "rev", "olle"};
/* A case officer answers, whichever of them has the case; nobody else does (house rule, not the ordinance's). */
static const bool answers_gates[SITTERS] = {[2] = true, [7] = true};
/* What is withdrawn is not tried any more, what is closed is reopened first; otherwise the answers can be put right at
 * any time, with their history. */
static const bool open_to_answers[STATES] = {[REGISTERED] = true, [ASSESSED] = true, [DECIDED] = true};

static const struct {
	const char *word;
	bool reasoned; /* needs a reason */
	bool leads;    /* leads somewhere: the control point's own way */
} answers[ANSWERS] = {{"yes", false, false}, {"no", true, true}, {"unclear", true, true}, {"na", true, false}};

/* Where a no leads, by the ordinance: 10 § for what is missing, 11 § for what may be less suitable, FL 25 § and a
 * reasoned refusal for what is outside the purpose, a person's ruling for what came late. */
static const struct {
	const char *gate, *subject, *way;
} statute[] = {
	{"G1", "application", "communication"},
	{"G2", "application", "ruling"},
	{"G3", "application", "completion"},
	{"G4", "application", "completion"},
	{"G5", "measure", "completion"},
	{"G6", "measure", "communication"},
	{"G7", "measure", "communication"},
	{"G8", "measure", "completion"},
	{"G9", "measure", "completion"},
	{"G10", "measure", "completion"},
	{"G11", "participant", "completion"},
	{"G12", "participant", "completion"},
	{"G13", "measure", "suitability"},
};
enum { GATES = sizeof statute / sizeof statute[0] };

static struct casework *cw;
static int64_t applications[STATES], measures[STATES];

static void state_make(enum course state)
{
	static const int some[CONTEST_YEARS] = {0, 100};
	int64_t application = contest_application(cw, "Nära vård", (const char *[]){"23", "20", NULL});
	int64_t measure = contest_measure(cw, application, "Hemmonitorering", some);

	applications[state] = application;
	measures[state] = measure;
	switch (state) {
	case ASSESSED: contest_assign(cw, measure, "maja"); break;
	case DECIDED: contest_decide(cw, measure, "granted", some, "2026-11-20", NULL); break;
	case WITHDRAWN:
		OK(application_withdraw(cw, NULL, application, "2026-11-20", "Regionen har ändrat sig.", err));
		break;
	case CLOSED:
		OK(application_withdraw(cw, NULL, application, "2026-11-20", "Regionen har ändrat sig.", err));
		office_sit(cw, "elin");
		OK(case_close(cw, NULL, application, NULL, "Återkallad.", NULL, 0, err));
		break;
	case REGISTERED:
	case STATES: break;
	}
}

static void office_begin(void)
{
	struct programme law = {0};

	words_open("en");
	OK(programme_read(&law, err));
	cw = office_open_under(&law);
	programme_done(&law);
	for (int state = 0; state < STATES; state++)
		state_make((enum course)state);
}

static bool gate_try(int gate, int answer, enum course state, const char *reason, struct error *err)
{
	struct gate_change change = {.gate = statute[gate].gate,
		.measure = strcmp(statute[gate].subject, "measure") ? 0 : measures[state],
		.answer = answers[answer].word,
		.reason = reason};

	return gate_answer(cw, NULL, applications[state], &change, err);
}

/* What the list says of the control point now: its answer, and the way on or NULL. */
static void gate_stands(int gate, int answer, enum course state)
{
	struct gate_list list;
	int rows = 0;

	OK(gate_list_load(cw, applications[state], &list, err));
	for (int i = 0; i < list.count; i++) {
		const struct gate_row *row = &list.items[i];

		if (strcmp(row->gate->id, statute[gate].gate))
			continue;
		rows++;
		ck_assert_str_eq(row->answer, answers[answer].word);
		if (answers[answer].leads)
			ck_assert_str_eq(row->way, statute[gate].way);
		else
			ck_assert_ptr_null(row->way);
	}
	ck_assert_int_eq(rows, strcmp(statute[gate].subject, "participant") ? 1 : 2);
	gate_list_done(&list);
}

static void cell_try(int gate, int answer, enum course state, int sitter)
{
	struct error why = {0};
	int64_t events = office_events(cw);
	bool may_answer = answers_gates[sitter], open = open_to_answers[state];
	bool done = gate_try(gate, answer, state, "Se handling 3.", &why);

	ck_assert_msg(done == (may_answer && open), "%s %s, state %d, %s: %s", statute[gate].gate, answers[answer].word,
		(int)state, sitters[sitter], why.text);
	if (done) {
		gate_stands(gate, answer, state);
		return;
	}
	ck_assert_int_eq(why.kind, may_answer ? ERROR_INVALID : ERROR_DENIED);
	ck_assert_int_eq(office_events(cw), events);
}

START_TEST(every_answer_in_every_state_is_for_case_officers_and_leads_where_the_law_says)
{
	office_begin();
	for (int sitter = 0; sitter < SITTERS; sitter++) {
		office_sit(cw, sitters[sitter]);
		for (int gate = 0; gate < GATES; gate++)
			for (int answer = 0; answer < ANSWERS; answer++)
				for (int state = 0; state < STATES; state++)
					cell_try(gate, answer, (enum course)state, sitter);
	}
	casework_close(cw);
}
END_TEST

START_TEST(every_answer_but_yes_has_a_reason)
{
	office_begin();
	office_sit(cw, "elin");
	for (int gate = 0; gate < GATES; gate++) {
		for (int answer = 0; answer < ANSWERS; answer++) {
			struct error why = {0};
			bool done = gate_try(gate, answer, REGISTERED, "", &why);

			ck_assert_msg(done != answers[answer].reasoned, "%s %s: %s", statute[gate].gate,
				answers[answer].word, why.text);
		}
	}
	casework_close(cw);
}
END_TEST

START_TEST(the_table_has_every_control_point_of_the_law_as_data)
{
	struct programme law = {0};

	OK(programme_read(&law, err));
	ck_assert_int_eq(law.gate_count, GATES);
	for (int i = 0; i < GATES; i++) {
		const struct gate *gate = programme_gate(&law, 1, statute[i].gate);

		ck_assert_ptr_nonnull(gate);
		ck_assert_str_eq(gate->subject, statute[i].subject);
		ck_assert_str_eq(gate->way_no, statute[i].way);
	}
	programme_done(&law);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {every_answer_in_every_state_is_for_case_officers_and_leads_where_the_law_says,
		every_answer_but_yes_has_a_reason, the_table_has_every_control_point_of_the_law_as_data, NULL};

	return claims_run("csv statute", claims, 120);
}

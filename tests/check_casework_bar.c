/* Who is barred takes no part (FL 17 §): every verb about an application or its round, barred and not. */
#include "barring.h"
#include "claims.h"

#include "casework/application.h"
#include "casework/assess.h"
#include "casework/gate.h"
#include "casework/measure.h"
#include "casework/note.h"
#include "casework/payment.h"
#include "casework/rank.h"
#include "casework/round.h"

/* ---- the verbs, as the one named does them */

static struct application_change application_typed_as(const char *lead, const char *title)
{
	return (struct application_change){.round = "2026",
		.lead = lead,
		.title = title,
		.own_number = "",
		.arrived_on = "2026-03-02",
		.way = "email",
		.summary = "",
		.economy = "",
		.needs = "",
		.scope = "",
		.sources = ""};
}

static bool do_change(struct error *err)
{
	struct application_change change = application_typed_as("20", "Ny rubrik");

	return application_change(cw, NULL, big, &change, err);
}

static bool do_register(struct error *err)
{
	struct application_change change = application_typed_as("23", "Ännu en");
	int64_t id;

	return application_register(cw, NULL, &change, NULL, 0, &id, err);
}

static bool do_assign(struct error *err)
{
	return application_assign(cw, NULL, big, office_person(cw, "elin"), err);
}

static bool do_withdraw(struct error *err)
{
	return application_withdraw(cw, NULL, bare, "2026-11-20", "Regionen återkallar.", err);
}

static bool do_participant(struct error *err)
{
	struct participant_change change = {.region = "23", .paper = "proposal", .paper_on = "2026-03-01"};

	return participant_put(cw, NULL, big, &change, err);
}

static struct measure_change measure_typed_as(const char *title)
{
	return (struct measure_change){.title = title, .description = "Beskrivning.", .achieve = "Mål."};
}

static bool do_measure_add(struct error *err)
{
	struct measure_change change = measure_typed_as("Femte");
	int64_t id;

	return measure_add(cw, NULL, big, &change, &id, err);
}

static bool do_measure_change(struct error *err)
{
	struct measure_change change = measure_typed_as("Ny text");

	return measure_change(cw, NULL, fresh, &change, err);
}

static bool do_measure_withdraw(struct error *err)
{
	return measure_withdraw(cw, NULL, fresh, "2026-11-20", "Regionen tar tillbaka åtgärden.", err);
}

static bool do_note(struct error *err)
{
	struct note_change change = {.kind = "file",
		.occurred_on = "2026-11-20",
		.way = "phone",
		.with_whom = "",
		.with_role = "",
		.with_name = "",
		.said = "Ringde.",
		.changed = ""};
	int n;

	return note_add(cw, NULL, big, &change, &n, err);
}

static bool do_gate(struct error *err)
{
	struct gate_change change = {.gate = "G1", .answer = "yes"};

	return gate_answer(cw, NULL, big, &change, err);
}

static bool do_assessor_assign(struct error *err)
{
	return assessor_assign(cw, NULL, fresh, office_person(cw, "maja"), err);
}

static bool do_assessor_relieve(struct error *err)
{
	return assessor_relieve(cw, NULL, draft, office_person(cw, "maja"), err);
}

static bool do_score_put(struct error *err)
{
	struct score_change change = {.criterion = "K1", .set_points = true, .points = 2};

	return score_put(cw, NULL, draft, &change, 1, err);
}

static bool do_score_submit(struct error *err)
{
	return score_submit(cw, NULL, draft, err);
}

static bool do_rank_move(struct error *err)
{
	return rank_move(cw, NULL, round_id, placed, 1, "Väger tyngst.", err);
}

static bool do_rank_unmove(struct error *err)
{
	return rank_unmove(cw, NULL, round_id, placed, err);
}

static bool do_rank_set(struct error *err)
{
	return rank_set(cw, NULL, round_id, placed, 2026, 5000000, err);
}

static bool do_rank_lock(struct error *err)
{
	return rank_lock(cw, NULL, round_id, err);
}

static bool do_decide(struct error *err)
{
	struct decision_change change = {.outcome = "refused",
		.decided_on = "2026-11-20",
		.meeting = "§ 13",
		.provisions = "13 §",
		.deciders = "Kim Alm (ordförande), Maja Lind och Mats Ask",
		.presenter = "Elin Björk",
		.reasons = "Andra väger tyngre."};
	int64_t id;

	return decision_record(cw, NULL, fresh, &change, NULL, NULL, &id, err);
}

static bool do_plan(struct error *err)
{
	const struct instalment_change rows[] = {
		{4, {"2027-11-01", 0, 500000, NULL, ""}}, {3, {"2028-12-01", 0, 1000000, NULL, "Slutredovisning"}}};

	return plan_put(cw, NULL, paid, rows, 2, "Tidigare dag.", err);
}

static int64_t instalment_of(int n)
{
	int64_t id = 0;

	OK(instalment_find(cw, paid, n, &id, err));
	return id;
}

static bool do_condition(struct error *err)
{
	return instalment_condition_met(cw, NULL, instalment_of(3), "2026-11-21", err);
}

static bool do_review(struct error *err)
{
	return instalment_review(cw, NULL, instalment_of(4), err);
}

static bool do_attest(struct error *err)
{
	return instalment_attest(cw, NULL, instalment_of(2), err);
}

static bool do_revoke(struct error *err)
{
	return instalment_revoke(cw, NULL, instalment_of(2), "The wrong amount.", err);
}

static bool do_paid(struct error *err)
{
	return office_paid(cw, instalment_of(1), "2026-11-21", "4711", err);
}

static bool do_ask(struct error *err)
{
	int64_t mats = office_person(cw, "mats");

	return disqualification_ask(cw, NULL, about_of(big), &mats, 1, NULL, err);
}

static bool do_record(struct error *err)
{
	return report(office_person(cw, "mats"), big, err);
}

static bool do_try(struct error *err)
{
	struct disqualification_trial trial = {.person = office_person(cw, "olle"),
		.about = about_of(big),
		.tried_by = "delegation",
		.outcome = "barred",
		.reasons = "Leder projektet."};

	return disqualification_try(cw, NULL, &trial, err);
}

static bool do_later(struct error *err)
{
	struct disqualification_later later = {.person = office_person(cw, "olle"),
		.about = about_of(big),
		.work = "none",
		.work_why = "Hade inte börjat."};

	return disqualification_later(cw, NULL, &later, err);
}

static bool do_round(struct error *err)
{
	struct round_change change = {"2026", "Ny rubrik", "2026-01-15", "2026-03-31", 2026, 1, 1};

	return round_change(cw, NULL, round_id, &change, err);
}

static bool do_limit(struct error *err)
{
	struct limit_change change = {.kind = "round",
		.year = 2026,
		.round = round_id,
		.ore = INT64_C(1500000000),
		.source = "Beslut",
		.valid_from = "2026-01-01"};

	return limit_put(cw, NULL, &change, err);
}

static const struct verb {
	const char *name, *login;
	bool (*run)(struct error *err);
	const int64_t *about; /* the application it touches; NULL: the whole round */
} verbs[] = {
	{"application-register", "rut", do_register, NULL},
	{"application-change", "rut", do_change, &big},
	{"application-assign", "kim", do_assign, &big},
	{"application-withdraw", "rut", do_withdraw, &bare},
	{"participant-put", "rut", do_participant, &big},
	{"measure-add", "rut", do_measure_add, &big},
	{"measure-change", "elin", do_measure_change, &big},
	{"measure-withdraw", "rut", do_measure_withdraw, &big},
	{"note-add", "cia", do_note, &big},
	{"gate-answer", "elin", do_gate, &big},
	{"assessor-assign", "elin", do_assessor_assign, &big},
	{"assessor-relieve", "kim", do_assessor_relieve, &big},
	{"score-put", "maja", do_score_put, &big},
	{"score-submit", "maja", do_score_submit, &big},
	{"rank-move", "kim", do_rank_move, &big},
	{"rank-unmove", "kim", do_rank_unmove, &big},
	{"rank-set", "kim", do_rank_set, &big},
	{"rank-lock", "kim", do_rank_lock, NULL},
	{"decision-record", "kim", do_decide, &big},
	{"plan-put", "cia", do_plan, &big},
	{"instalment-condition-met", "cia", do_condition, &big},
	{"instalment-review", "conny", do_review, &big},
	{"instalment-attest", "cia", do_attest, &big},
	{"attest-revoke", "cia", do_revoke, &big},
	{"instalment-paid", "cia", do_paid, &big},
	{"disqualification-ask", "elin", do_ask, &big},
	{"disqualification-record", "elin", do_record, &big},
	{"disqualification-try", "kim", do_try, &big},
	{"disqualification-later", "elin", do_later, &big},
	{"round-change", "elin", do_round, NULL},
	{"limit-put", "cia", do_limit, NULL},
};
enum { VERBS = sizeof(verbs) / sizeof(*verbs) };

/* ---- the matrix */

static void let_through(const struct verb *verb)
{
	struct error err = {0};

	office_sit(cw, verb->login);
	ck_assert_msg(verb->run(&err), "%s: %s", verb->name, err.text);
	casework_close(cw);
}

/* Refused before anything is written, and saying why. */
static void stopped(const struct verb *verb, const char *words)
{
	struct error err = {0};
	int64_t events;

	office_sit(cw, verb->login);
	events = office_events(cw);
	ck_assert_msg(!verb->run(&err), "%s was let through", verb->name);
	ck_assert_msg(err.kind == ERROR_DENIED, "%s: kind %d: %s", verb->name, (int)err.kind, err.text);
	ck_assert_msg(strstr(err.text, words) != NULL, "%s: %s", verb->name, err.text);
	ck_assert_int_eq(office_events(cw), events);
	ck_assert(store_idle(casework_store(cw)));
	casework_close(cw);
}

static void world_reported(const struct verb *verb, int64_t application)
{
	office_sit(cw, verb->login);
	OK(report(0, application, err));
}

START_TEST(every_verb_is_let_through_for_one_who_takes_part)
{
	world();
	let_through(&verbs[_i]);
}
END_TEST

START_TEST(every_verb_about_an_application_stops_one_who_has_reported_there)
{
	if (!verbs[_i].about)
		return;
	world();
	world_reported(&verbs[_i], *verbs[_i].about);
	stopped(&verbs[_i], "you reported a conflict of interest 2026-11-22");
}
END_TEST

START_TEST(every_verb_stops_one_who_has_reported_for_the_round)
{
	world();
	world_reported(&verbs[_i], 0);
	stopped(&verbs[_i], "ound 2026: you reported a conflict of interest 2026-11-22");
}
END_TEST

/* Recorded by somebody whom it does not concern. */
static void try_it(const char *login, int64_t application, const char *outcome)
{
	struct disqualification_trial trial = {.person = office_person(cw, login),
		.about = about_of(application),
		.tried_by = "delegation",
		.outcome = outcome,
		.reasons = "Prövat vid sammanträdet."};

	office_sit(cw, strcmp(login, "elin") ? "elin" : "kim");
	OK(disqualification_try(cw, NULL, &trial, err));
}

START_TEST(who_is_tried_free_or_excepted_takes_part_again_and_who_is_found_barred_does_not)
{
	static const char *const outcomes[] = {"free", "excepted", "barred"};
	const struct verb *verb = &verbs[_i];

	for (int i = 0; i < 3; i++) {
		world();
		world_reported(verb, verb->about ? *verb->about : 0);
		try_it(verb->login, verb->about ? *verb->about : 0, outcomes[i]);
		if (i < 2)
			let_through(verb);
		else
			stopped(verb, "you have been found to have a conflict of interest, 2026-11-22");
	}
}
END_TEST

START_TEST(a_bar_in_one_case_leaves_the_others_to_the_person)
{
	world();
	office_sit(cw, "kim");
	OK(report(0, bare, err));
	OK(do_rank_move(err));
	OK(do_rank_lock(err));
	OK(do_decide(err));
	casework_close(cw);
}
END_TEST

/* The table itself: whatever right is added is taken away from who is barred, unless it is reviewed here. */
START_TEST(a_right_is_taken_away_unless_it_is_exempted)
{
	static const enum right exempt[] = {RIGHT_SEE, RIGHT_PERSON_PUT, RIGHT_PROGRAMME_ADOPT, RIGHT_PAYMENT_EXPORT,
		RIGHT_ATTEST_LIST_PUT, RIGHT_ACCOUNT_PUT, RIGHT_RATE_PUT, RIGHT_AUDIT, RIGHT_BACKUP, RIGHT_CHECK,
		RIGHT_DISQUALIFICATION_SEE, RIGHT_DISQUALIFICATION_ANSWER};
	enum { EXEMPT = sizeof(exempt) / sizeof(*exempt) };

	for (int right = 0; right < RIGHT_COUNT; right++) {
		bool kept = false;

		for (int i = 0; i < EXEMPT; i++)
			kept = kept || exempt[i] == (enum right)right;
		ck_assert_msg(access_allows(~0u, (enum right)right,
				      RELATION_ASSIGNED | RELATION_BARRED |
					      (right == RIGHT_DISQUALIFICATION_ANSWER ? RELATION_SELF : 0),
				      NULL) == kept,
			"right %d", right);
	}
}
END_TEST

START_TEST(a_case_is_not_moved_out_of_a_round_by_one_who_is_barred_from_the_round)
{
	struct round_change change = {"2027", "Omgång 2027", "2027-01-15", "2027-03-31", 2027, 1, 1};
	struct application_change form = {.round = "2027",
		.lead = "13",
		.title = "Liten",
		.own_number = "",
		.arrived_on = "2026-03-02",
		.way = "email",
		.summary = "",
		.economy = "",
		.needs = "",
		.scope = "",
		.sources = ""};

	world();
	office_sit(cw, "elin");
	OK(round_add(cw, NULL, &change, NULL, err));
	OK(report(0, 0, err));
	REFUSED(application_change(cw, NULL, bare, &form, err), ERROR_DENIED, "");
	office_sit(cw, "rut");
	OK(application_change(cw, NULL, bare, &form, err));
	casework_close(cw);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("bar");
	TCase *all = tcase_create("bar");
	SRunner *runner;
	int broken;

	tcase_add_loop_test(all, every_verb_is_let_through_for_one_who_takes_part, 0, VERBS);
	tcase_add_loop_test(all, every_verb_about_an_application_stops_one_who_has_reported_there, 0, VERBS);
	tcase_add_loop_test(all, every_verb_stops_one_who_has_reported_for_the_round, 0, VERBS);
	tcase_add_loop_test(
		all, who_is_tried_free_or_excepted_takes_part_again_and_who_is_found_barred_does_not, 0, VERBS);
	tcase_add_test(all, a_bar_in_one_case_leaves_the_others_to_the_person);
	tcase_add_test(all, a_right_is_taken_away_unless_it_is_exempted);
	tcase_add_test(all, a_case_is_not_moved_out_of_a_round_by_one_who_is_barred_from_the_round);
	tcase_set_timeout(all, 60);
	suite_add_tcase(suite, all);
	runner = srunner_create(suite);
	srunner_set_tap(runner, "-");
	srunner_run_all(runner, CK_SILENT);
	broken = srunner_ntests_failed(runner);
	srunner_free(runner);
	return broken ? EXIT_FAILURE : EXIT_SUCCESS;
}

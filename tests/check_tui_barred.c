/* A person who takes no part in a case is offered nothing there that would be refused, and a decided row of the ranking
 * is refused before anything is asked about it. */
#include "barring.h"
#include "claims.h"
#include "session.h"

#include "base/words.h"
#include "casework/application.h"

static struct session *session;

static void begin(void)
{
	world();
	words_open("sv");
}

static void end(void)
{
	session_close(session);
	casework_close(cw);
}

static const char *hints(void)
{
	return session_row(session, ui_sheet(session->ui)->rows - 1);
}

#define OFFERED(words) ck_assert_msg(strstr(hints(), words) != NULL, "not offered: %s in %s", words, hints())
#define NOT_OFFERED(words) ck_assert_msg(strstr(hints(), words) == NULL, "offered: %s in %s", words, hints())

START_TEST(a_barred_person_is_offered_nothing_in_the_case)
{
	office_sit(cw, "olle");
	session = session_on(cw, 24, 132, &detail_pane, &big);
	OFFERED("jävig: deltar inte");
	NOT_OFFERED("ändra");
	NOT_OFFERED("anteckning");
	NOT_OFFERED("tilldela");
	OFFERED("jäv"); /* what one has said oneself stays open */
	session_press(session, "c");
	ck_seen(session, "Du är jävig här och deltar inte i ärendet");
	session_push(session, &gates_pane, &big);
	OFFERED("jävig: deltar inte");
	NOT_OFFERED("besvara");
	session_push(session, &clocks_pane, &big);
	NOT_OFFERED("ny");
	session_push(session, &participants_pane, &big);
	NOT_OFFERED("ändra");
	session_push(session, &contents_pane, &big);
	NOT_OFFERED("ändra");
}
END_TEST

START_TEST(a_case_leads_to_its_own_audit_for_whoever_may_see_it)
{
	office_sit(cw, "elin");
	session = session_on(cw, 24, 132, &detail_pane, &big);
	session_press(session, "&");
	ck_assert_ptr_eq(ui_top(session->ui)->kind, &detail_pane);
	session_close(session);
	office_sit(cw, "cia");
	session = session_on(cw, 24, 132, &detail_pane, &big);
	session_press(session, "&");
	ck_assert_ptr_eq(ui_top(session->ui)->kind, &audit_pane);
	ck_seen(session, "Revision · EFF");
}
END_TEST

START_TEST(others_are_offered_what_they_may)
{
	office_sit(cw, "elin");
	session = session_on(cw, 24, 132, &detail_pane, &big);
	NOT_OFFERED("jävig");
	OFFERED("anteckning");
	OFFERED("tilldela");
	session_push(session, &gates_pane, &big);
	OFFERED("besvara");
}
END_TEST

START_TEST(the_list_offers_by_the_case_in_focus)
{
	office_sit(cw, "olle");
	session = session_on(cw, 24, 132, &list_pane, NULL);
	for (int i = 0; i < 3; i++) {
		bool barred = strstr(session_row(session, session_at(session)), "Stor") != NULL;

		ck_assert_int_eq(strstr(hints(), "jävig: deltar inte") != NULL, barred);
		ck_assert_int_eq(strstr(hints(), "c anteckning") == NULL, barred);
		session_press(session, "Down");
	}
}
END_TEST

START_TEST(the_payments_of_a_round_offer_by_the_case_of_the_row)
{
	office_sit(cw, "cia");
	session = session_on(cw, 24, 132, &plans_pane, NULL);
	NOT_OFFERED("jävig");
	OFFERED("ändra rad");
	OFFERED("attestera");
	OK(report(0, big, err));
	session_press(session, "r");
	OFFERED("jävig: deltar inte");
	NOT_OFFERED("ändra rad");
	NOT_OFFERED("attestera");
	session_press(session, "A");
	ck_seen(session, "Du är jävig här och deltar inte i ärendet");
}
END_TEST

START_TEST(a_filter_finds_the_cases_one_takes_no_part_in)
{
	static const struct {
		const char *filter;
		int count;
	} finds[] = {{"jäv:ja", 1}, {"jävig:ja", 1}, {"barred:yes", 1}, {"jäv:nej", 2}, {"-jäv:ja", 2}};
	struct application_list list;

	office_sit(cw, "olle");
	session = session_open(cw, 24, 80);
	for (size_t i = 0; i < sizeof finds / sizeof *finds; i++) {
		struct application_query query = {.round = round_id, .filter = finds[i].filter};

		OK(application_list_load(cw, &query, &list, err));
		ck_assert_msg(list.count == finds[i].count, "%s: %d", finds[i].filter, list.count);
		application_list_done(&list);
	}
	office_sit(cw, "elin");
	OK(application_list_load(cw, &(struct application_query){.filter = "jäv:ja"}, &list, err));
	ck_assert_int_eq(list.count, 0);
	application_list_done(&list);
}
END_TEST

/* To the row of the measure, from the first. */
static void focus_on(const char *title)
{
	session_press(session, "g");
	for (int i = 0; i < 8 && !strstr(session_row(session, session_at(session)), title); i++)
		session_press(session, "j");
	ck_assert_ptr_nonnull(strstr(session_row(session, session_at(session)), title));
}

START_TEST(a_decided_row_is_refused_at_the_key)
{
	int64_t events;

	office_sit(cw, "kim");
	events = office_events(cw);
	session = session_on(cw, 24, 132, &ranking_pane, NULL);
	focus_on("Beviljad");
	NOT_OFFERED("flytta");
	static const char *const keys[] = {"J", "K", "m", "b", "o", "U"};
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		session_press(session, keys[i]);
		ck_seen(session, "är beslutad: varken plats eller belopp ändras här");
		ck_unseen(session, "Skäl:");
	}
	ck_assert_int_eq(office_events(cw), events);
	focus_on("Bedömd");
	OFFERED("flytta");
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {a_barred_person_is_offered_nothing_in_the_case,
		a_case_leads_to_its_own_audit_for_whoever_may_see_it, others_are_offered_what_they_may,
		the_list_offers_by_the_case_in_focus, the_payments_of_a_round_offer_by_the_case_of_the_row,
		a_filter_finds_the_cases_one_takes_no_part_in, a_decided_row_is_refused_at_the_key, NULL};

	return claims_run_in("barred at the screen", claims, begin, end, 60);
}

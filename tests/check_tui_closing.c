/* Closing at the screen: what stops it is said, each working note is asked about, and nothing chosen is lost. */
#include "cases.h"
#include "casework/case_ref.h"
#include "casework/closure.h"
#include "casework/disqualification.h"
#include "casework/note.h"
#include "claims.h"
#include "session.h"

#include "base/words.h"

static struct casework *cw;
static struct session *session;
static int64_t application;

static void begin(void)
{
	words_open("sv");
	cw = office_open();
	office_sit(cw, "elin");
	application = application_of(cw, "23", "Närmare vård");
}

static void end(void)
{
	session_close(session);
	casework_close(cw);
}

static void noted(const char *said)
{
	struct note_change change = {.kind = "working", .occurred_on = "2026-11-20", .way = "phone", .said = said};
	int n;

	OK(note_add(cw, NULL, application, &change, &n, err));
}

/* Withdrawn: nothing is left to decide. */
static void over(void)
{
	OK(application_withdraw(cw, NULL, application, "2026-11-20", "Brev.", err));
}

static bool is_closed(void)
{
	struct closure closure;
	bool stands;

	OK(closure_load(cw, application, &closure, err));
	stands = closure.stands;
	closure_done(&closure);
	return stands;
}

START_TEST(what_stops_a_closing_is_said_in_words)
{
	measure_of(cw, application, "Hemmonitorering", 900, 500);
	session = session_on(cw, 24, 80, &closing_pane, &application);
	ck_seen(session, "Hindrar avslut: åtgärder utan beslut");
	ck_seen(session, "1 hinder");
	session_press(session, "Ctrl-S");
	ck_seen(session, "Ärendet kan inte avslutas så länge något hindrar");
	ck_assert(!is_closed());
}
END_TEST

START_TEST(each_working_note_is_asked_about_before_the_case_is_closed)
{
	struct note_list notes;

	noted("Jag tror att det är dyrt.");
	noted("Regionen har bytt projektledare.");
	over();
	session = session_on(cw, 24, 80, &closing_pane, &application);
	ck_seen(session, "historiken behåller det som skrevs");
	session_press(session, "Ctrl-S");
	ck_seen(session, "de med ! väntar");
	session_press(session, "e");
	ck_seen(session, "Vad ska ske med arbetsanteckning 1?");
	session_press(session, "2");
	ck_seen(session, "rensas");
	session_press(session, "e 3"); /* the next one has the focus */
	ck_seen(session, "tjänsteanteckning");
	session_press(session, "Ctrl-S");
	session_type(session, "Återkallad.");
	session_press(session, "Ctrl-S");
	ck_assert(is_closed());
	ck_seen(session, "Ärendet är avslutat sedan");
	OK(note_list_load(cw, application, &notes, err));
	ck_assert_int_eq(notes.count, 2);
	for (int i = 0; i < notes.count; i++)
		ck_assert_str_eq(notes.items[i].fate, notes.items[i].n == 1 ? "discard" : "file");
	note_list_done(&notes);
	session_press(session, "e");
	ck_seen(session, "U öppnar det igen");
}
END_TEST

START_TEST(what_was_chosen_is_there_when_one_comes_back)
{
	noted("Ett.");
	noted("Två.");
	over();
	session = session_on(cw, 24, 80, &closing_pane, &application);
	session_press(session, "e 1");
	ck_seen(session, "arkiveras");
	session_push(session, &closing_pane, &application); /* as after the program was killed */
	ck_seen(session, "Det du valde tidigare är hämtat");
	ck_seen(session, "arkiveras");
	ck_seen(session, "1 anteckning kvar");
}
END_TEST

START_TEST(a_closed_case_is_opened_again_with_a_reason)
{
	over();
	OK(case_close(cw, NULL, application, NULL, "Återkallad.", NULL, 0, err));
	session = session_on(cw, 24, 80, &detail_pane, &application);
	session_press(session, "Q");
	ck_seen(session, "Återkallad.");
	session_press(session, "U Ctrl-S");
	ck_seen(session, "Skäl måste fyllas i");
	session_type(session, "Mer kom in.");
	session_press(session, "Ctrl-S");
	ck_assert(!is_closed());
	ck_seen(session, "Inget hindrar");
}
END_TEST

static const char *hints(void)
{
	return session_row(session, ui_sheet(session->ui)->rows - 1);
}

#define OFFERED(words) ck_assert_msg(strstr(hints(), words) != NULL, "not offered: %s in %s", words, hints())
#define NOT_OFFERED(words) ck_assert_msg(strstr(hints(), words) == NULL, "offered: %s in %s", words, hints())

START_TEST(a_closed_case_offers_no_change_until_it_is_opened_again)
{
	const struct pane_kind *const panes[] = {&gates_pane, &clocks_pane, &participants_pane, &contents_pane};
	static const char *const offers[] = {"besvara", "ny", "ändra", "ändra"};

	over();
	session = session_on(cw, 24, 132, &detail_pane, &application);
	OFFERED("anteckning");
	OFFERED("tilldela");
	OK(case_close(cw, NULL, application, NULL, "Återkallad.", NULL, 0, err));
	session_press(session, "r");
	OFFERED("ärendet är avslutat");
	NOT_OFFERED("anteckning");
	NOT_OFFERED("tilldela");
	NOT_OFFERED("ändra");
	OFFERED("diarium"); /* papers still come in */
	session_press(session, "c");
	ck_seen(session, "Ärendet är avslutat och ändras inte mer. Q i ärendet och U där öppnar det igen.");
	for (size_t i = 0; i < sizeof panes / sizeof *panes; i++) {
		session_push(session, panes[i], &application);
		OFFERED("ärendet är avslutat");
		NOT_OFFERED(offers[i]);
	}
	session_push(session, &list_pane, NULL);
	OFFERED("ärendet är avslutat");
	NOT_OFFERED("anteckning");
	session_push(session, &closing_pane, &application);
	OFFERED("öppna igen");
}
END_TEST

START_TEST(conflicts_and_other_numbers_of_a_closed_case_wait_too)
{
	static const char *const keys[] = {"e", "i", "+"};

	over();
	OK(case_close(cw, NULL, application, NULL, "Återkallad.", NULL, 0, err));
	session = session_on(
		cw, 24, 80, &disqualification_pane, &(struct disqualification_about){.application = application});
	OFFERED("ärendet är avslutat");
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		session_press(session, keys[i]);
		ck_seen(session, "Ärendet är avslutat och ändras inte mer.");
	}
	session_push(session, &numbers_pane, &(struct case_ref){.application = application});
	OFFERED("ärendet är avslutat");
	session_press(session, "+");
	ck_seen(session, "Ärendet är avslutat och ändras inte mer.");
}
END_TEST

START_TEST(a_row_of_the_ranking_whose_case_is_closed_is_not_decided_from_there)
{
	measure_of(cw, application, "Hemmonitorering", 900, 500);
	office_sit(cw, "kim");
	session = session_on(cw, 24, 132, &ranking_pane, NULL);
	OFFERED("flytta");
	rows_put(cw, "INSERT INTO closure (application, closed_on, why, closed_by) SELECT id, '2026-11-20', 'Klart.', "
		     "1 FROM application");
	session_again(session);
	OFFERED("ärendet är avslutat");
	session_press(session, "J");
	ck_seen(session, "Ärendet är avslutat och ändras inte mer.");
}
END_TEST

START_TEST(who_may_not_see_working_notes_does_not_close_over_them)
{
	noted("Ett.");
	over();
	office_sit(cw, "rut");
	session = session_on(cw, 24, 80, &closing_pane, &application);
	ck_seen(session, "Det finns arbetsanteckningar som du inte får se");
	ck_unseen(session, "Ett.");
	session_press(session, "Ctrl-S");
	ck_assert(!is_closed());
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {what_stops_a_closing_is_said_in_words,
		each_working_note_is_asked_about_before_the_case_is_closed,
		what_was_chosen_is_there_when_one_comes_back, a_closed_case_is_opened_again_with_a_reason,
		a_closed_case_offers_no_change_until_it_is_opened_again,
		conflicts_and_other_numbers_of_a_closed_case_wait_too,
		a_row_of_the_ranking_whose_case_is_closed_is_not_decided_from_there,
		who_may_not_see_working_notes_does_not_close_over_them, NULL};

	return claims_run_in("closing at the screen", claims, begin, end, 60);
}

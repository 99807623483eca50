/* Closing at the screen: what stops it is said, each working note is asked about, and nothing chosen is lost. */
#include "cases.h"
#include "casework/case_ref.h"
#include "casework/closure.h"
#include "casework/disqualification.h"
#include "casework/note.h"
#include "claims.h"
#include "sitting.h"

#include "base/words.h"

static struct casework *cw;
static struct sitting *sitting;
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
	sitting_close(sitting);
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
	sitting = sitting_on(cw, 24, 80, &closing_pane, &application);
	ck_seen(sitting, "Hindrar avslut: åtgärder utan beslut");
	ck_seen(sitting, "1 hinder");
	sitting_press(sitting, "Ctrl-S");
	ck_seen(sitting, "Ärendet kan inte avslutas så länge något hindrar");
	ck_assert(!is_closed());
}
END_TEST

START_TEST(each_working_note_is_asked_about_before_the_case_is_closed)
{
	struct note_list notes;

	noted("Jag tror att det är dyrt.");
	noted("Regionen har bytt projektledare.");
	over();
	sitting = sitting_on(cw, 24, 80, &closing_pane, &application);
	ck_seen(sitting, "historiken behåller det som skrevs");
	sitting_press(sitting, "Ctrl-S");
	ck_seen(sitting, "de med ! väntar");
	sitting_press(sitting, "e");
	ck_seen(sitting, "Vad ska ske med arbetsanteckning 1?");
	sitting_press(sitting, "2");
	ck_seen(sitting, "rensas");
	sitting_press(sitting, "e 3"); /* the next one has the focus */
	ck_seen(sitting, "tjänsteanteckning");
	sitting_press(sitting, "Ctrl-S");
	sitting_type(sitting, "Återkallad.");
	sitting_press(sitting, "Ctrl-S");
	ck_assert(is_closed());
	ck_seen(sitting, "Ärendet är avslutat sedan");
	OK(note_list_load(cw, application, &notes, err));
	ck_assert_int_eq(notes.count, 2);
	for (int i = 0; i < notes.count; i++)
		ck_assert_str_eq(notes.items[i].fate, notes.items[i].n == 1 ? "discard" : "file");
	note_list_done(&notes);
	sitting_press(sitting, "e");
	ck_seen(sitting, "U öppnar det igen");
}
END_TEST

START_TEST(what_was_chosen_is_there_when_one_comes_back)
{
	noted("Ett.");
	noted("Två.");
	over();
	sitting = sitting_on(cw, 24, 80, &closing_pane, &application);
	sitting_press(sitting, "e 1");
	ck_seen(sitting, "arkiveras");
	sitting_push(sitting, &closing_pane, &application); /* as after the program was killed */
	ck_seen(sitting, "Det du valde tidigare är hämtat");
	ck_seen(sitting, "arkiveras");
	ck_seen(sitting, "1 anteckning kvar");
}
END_TEST

START_TEST(a_closed_case_is_opened_again_with_a_reason)
{
	over();
	OK(case_close(cw, NULL, application, NULL, "Återkallad.", NULL, 0, err));
	sitting = sitting_on(cw, 24, 80, &detail_pane, &application);
	sitting_press(sitting, "Q");
	ck_seen(sitting, "Återkallad.");
	sitting_press(sitting, "U Ctrl-S");
	ck_seen(sitting, "Skäl måste fyllas i");
	sitting_type(sitting, "Mer kom in.");
	sitting_press(sitting, "Ctrl-S");
	ck_assert(!is_closed());
	ck_seen(sitting, "Inget hindrar");
}
END_TEST

static const char *hints(void)
{
	return sitting_row(sitting, ui_sheet(sitting->ui)->rows - 1);
}

#define OFFERED(words) ck_assert_msg(strstr(hints(), words) != NULL, "not offered: %s in %s", words, hints())
#define NOT_OFFERED(words) ck_assert_msg(strstr(hints(), words) == NULL, "offered: %s in %s", words, hints())

START_TEST(a_closed_case_offers_no_change_until_it_is_opened_again)
{
	const struct pane_kind *const panes[] = {&gates_pane, &clocks_pane, &participants_pane, &contents_pane};
	static const char *const offers[] = {"besvara", "ny", "ändra", "ändra"};

	over();
	sitting = sitting_on(cw, 24, 132, &detail_pane, &application);
	OFFERED("anteckning");
	OFFERED("tilldela");
	OK(case_close(cw, NULL, application, NULL, "Återkallad.", NULL, 0, err));
	sitting_press(sitting, "r");
	OFFERED("ärendet är avslutat");
	NOT_OFFERED("anteckning");
	NOT_OFFERED("tilldela");
	NOT_OFFERED("ändra");
	OFFERED("diarium"); /* papers still come in */
	sitting_press(sitting, "c");
	ck_seen(sitting, "Ärendet är avslutat och ändras inte mer. Q i ärendet och U där öppnar det igen.");
	for (size_t i = 0; i < sizeof panes / sizeof *panes; i++) {
		sitting_push(sitting, panes[i], &application);
		OFFERED("ärendet är avslutat");
		NOT_OFFERED(offers[i]);
	}
	sitting_push(sitting, &list_pane, NULL);
	OFFERED("ärendet är avslutat");
	NOT_OFFERED("anteckning");
	sitting_push(sitting, &closing_pane, &application);
	OFFERED("öppna igen");
}
END_TEST

START_TEST(conflicts_and_other_numbers_of_a_closed_case_wait_too)
{
	static const char *const keys[] = {"e", "i", "+"};

	over();
	OK(case_close(cw, NULL, application, NULL, "Återkallad.", NULL, 0, err));
	sitting = sitting_on(
		cw, 24, 80, &disqualification_pane, &(struct disqualification_about){.application = application});
	OFFERED("ärendet är avslutat");
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		sitting_press(sitting, keys[i]);
		ck_seen(sitting, "Ärendet är avslutat och ändras inte mer.");
	}
	sitting_push(sitting, &numbers_pane, &(struct case_ref){.application = application});
	OFFERED("ärendet är avslutat");
	sitting_press(sitting, "+");
	ck_seen(sitting, "Ärendet är avslutat och ändras inte mer.");
}
END_TEST

START_TEST(a_row_of_the_ranking_whose_case_is_closed_is_not_decided_from_there)
{
	measure_of(cw, application, "Hemmonitorering", 900, 500);
	office_sit(cw, "kim");
	sitting = sitting_on(cw, 24, 132, &ranking_pane, NULL);
	OFFERED("flytta");
	rows_put(cw, "INSERT INTO closure (application, closed_on, why, closed_by) SELECT id, '2026-11-20', 'Klart.', "
		     "1 FROM application");
	sitting_again(sitting);
	OFFERED("ärendet är avslutat");
	sitting_press(sitting, "J");
	ck_seen(sitting, "Ärendet är avslutat och ändras inte mer.");
}
END_TEST

START_TEST(who_may_not_see_working_notes_does_not_close_over_them)
{
	noted("Ett.");
	over();
	office_sit(cw, "rut");
	sitting = sitting_on(cw, 24, 80, &closing_pane, &application);
	ck_seen(sitting, "Det finns arbetsanteckningar som du inte får se");
	ck_unseen(sitting, "Ett.");
	sitting_press(sitting, "Ctrl-S");
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

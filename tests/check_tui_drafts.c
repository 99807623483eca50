/* What a form says of itself: which case it is about, where one was when the work was cut off, what is safe when a save
 * is refused, and how a choice is made. */
#include "cases.h"
#include "casework/case_ref.h"
#include "casework/closure.h"
#include "casework/document.h"
#include "casework/entry.h"
#include "claims.h"
#include "session.h"
#include "tui/closing.h"
#include "tui/form.h"
#include "tui/papers.h"

#include "base/words.h"

static struct casework *cw;
static struct session *session;
static int64_t application, measure;

static void begin(void)
{
	words_open("sv");
	cw = office_open();
	application = application_of(cw, "23", "Närmare vård");
	measure = measure_of(cw, application, "Hemmonitorering", 900, 500);
	office_sit(cw, "elin");
	session = session_open(cw, 24, 80);
}

static void end(void)
{
	session_close(session);
	casework_close(cw);
}

/* What is typed is written as when its time has come, and the session ends. */
static void cut_off(void)
{
	ui_top(session->ui)->kind->tick(session->ui, ui_top(session->ui));
}

static void opened(void)
{
	fake_settle(&session->fake, session->ui);
	ck_assert_msg(ui_top(session->ui)->kind == &form_pane, "%s", ui_message(session->ui));
}

static void to_row(const char *label)
{
	for (int i = 0; i < 20 && !strstr(session_row(session, session_at(session)), label); i++)
		session_press(session, "Tab");
	ck_assert_ptr_nonnull(strstr(session_row(session, session_at(session)), label));
}

START_TEST(a_form_taken_up_again_is_where_one_typed)
{
	participant_form(session->ui, application, "23");
	opened();
	to_row("Företrädare");
	session_type(session, "Nils Nilsson");
	session_press(session, "Left Left Left");
	cut_off();
	participant_form(session->ui, application, "23");
	opened();
	ck_seen(session, "Ditt utkast 09.00 är återtaget.");
	session_type(session, "X");
	ck_seen(session, "Nils NilsXson");
}
END_TEST

START_TEST(what_was_only_looked_at_is_no_place_to_go_on)
{
	participant_form(session->ui, application, "23");
	opened();
	to_row("Företrädare");
	session_type(session, "Nils");
	session_press(session, "Tab Tab");
	cut_off();
	participant_form(session->ui, application, "23");
	opened();
	session_type(session, "X");
	ck_seen(session, "NilsX");
}
END_TEST

/* ---- which case */

static void open_participant(void)
{
	participant_form(session->ui, application, "23");
}
static void open_new_participant(void)
{
	participant_form(session->ui, application, NULL);
}
static void open_new_measure(void)
{
	measure_form(session->ui, application, 0);
}
static void open_note(void)
{
	note_form(session->ui, application, 0, 0);
}
static void open_clock(void)
{
	clock_form(session->ui, application, 0);
}
static void open_unnecessary(void)
{
	unnecessary_form(session->ui, application);
}
static void open_version(void)
{
	version_form(session->ui, application);
}
static void open_closing(void)
{
	closing_form(session->ui, application, &(struct closure_fate){0}, 0);
}
static void open_reopening(void)
{
	reopening_form(session->ui, application);
}
static void open_need(void)
{
	entry_form(session->ui, ENTRY_NEED, application, application, 0);
}
static void open_withdraw(void)
{
	withdraw_form(session->ui, application, 0);
}
static void open_report(void)
{
	report_form(session->ui, casework_actor(cw), application, 0);
}
static void open_number(void)
{
	number_form(session->ui, &(struct case_ref){.application = application}, 0);
}
static void open_document(void)
{
	document_form(session->ui, &(struct case_ref){.application = application}, 0);
}
static void open_change(void)
{
	application_form(session->ui, application);
}

START_TEST(every_form_says_which_case_it_is_about)
{
	static void (*const forms[])(void) = {open_participant, open_new_participant, open_new_measure, open_note,
		open_clock, open_unnecessary, open_version, open_closing, open_reopening, open_need, open_withdraw,
		open_report, open_number, open_document, open_change};

	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		forms[i]();
		opened();
		ck_assert_msg(strstr(session_row(session, 0), "EFF 1-2026 · Jämtland Härjedalen"), "%zu: %s", i,
			session_row(session, 0));
		ui_pop(session->ui);
	}
}
END_TEST

START_TEST(a_form_about_a_part_of_a_case_says_which)
{
	gate_form(session->ui, application, "G1", 0, 0);
	opened();
	ck_seen(session, "Kontrollpunkt · G1 · EFF 1-2026 · Jämtland Härjedalen");
	gate_form(session->ui, application, "G7", measure, 0);
	opened();
	ck_seen(session, "Kontrollpunkt · G7 · EFF 1-2026.1 · Jämtland Härjedalen");
	measure_form(session->ui, application, measure);
	opened();
	ck_seen(session, "Åtgärd · EFF 1-2026.1 · Jämtland Härjedalen");
	withdraw_form(session->ui, application, measure);
	opened();
	ck_seen(session, "Återkallelse · EFF 1-2026.1 · Jämtland Härjedalen");
}
END_TEST

START_TEST(unsaved_work_is_listed_with_its_case)
{
	struct draft_list list;

	participant_form(session->ui, application, "23");
	opened();
	to_row("Företrädare");
	session_type(session, "Nils");
	cut_off();
	OK(draft_list_load(&ui_options(session->ui)->drafts, &list, err));
	ck_assert_int_eq((int)list.count, 1);
	ck_assert_str_eq(list.items[0].title, "EFF 1-2026 · Jämtland Härjedalen  Deltagare");
	draft_list_done(&list);
}
END_TEST

START_TEST(a_title_that_does_not_fit_is_cut_and_not_dropped)
{
	session_size(session, 24, 40);
	gate_form(session->ui, application, "G7", measure, 0);
	opened();
	ck_assert_str_eq(session_row(session, 0), "Kontrollpunkt · G7 · EFF 1-2026.1 · Jä…");
}
END_TEST

/* ---- several regions at once */

START_TEST(several_regions_are_added_by_one_form)
{
	struct application whole;

	session_push(session, &participants_pane, &application);
	session_press(session, "F");
	ck_seen(session, "Nya deltagare · EFF 1-2026 · Jämtland Härjedalen");
	ck_seen(session, "3 regioner läggs till.");
	session_press(session, "Ctrl-U Backspace"); /* the last of them is not to be added */
	ck_seen(session, "2 regioner läggs till.");
	session_press(session, "Ctrl-S");
	ck_seen(session, "2 regioner är tillagda.");
	OK(application_load(cw, application, &whole, err));
	ck_assert_int_eq(whole.participant_count, 3);
	application_done(&whole);
}
END_TEST

/* ---- when a save is refused, and how one chooses */

START_TEST(a_refused_save_says_that_what_was_typed_is_safe)
{
	closing_form(session->ui, application, &(struct closure_fate){0}, 0);
	opened();
	session_type(session, "Klart.");
	session_press(session, "Ctrl-S");
	ck_seen(session, "kan inte avslutas än");
	ck_seen(session, "Det du har skrivit finns kvar som utkast.");
}
END_TEST

START_TEST(a_choice_without_help_of_its_own_says_how_to_choose)
{
	participant_form(session->ui, application, "23");
	opened();
	to_row("Slags organ");
	ck_seen(session, "Vänster och Höger väljer, eller de första bokstäverna.");
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {a_form_taken_up_again_is_where_one_typed,
		what_was_only_looked_at_is_no_place_to_go_on, every_form_says_which_case_it_is_about,
		a_form_about_a_part_of_a_case_says_which, several_regions_are_added_by_one_form,
		unsaved_work_is_listed_with_its_case, a_title_that_does_not_fit_is_cut_and_not_dropped,
		a_refused_save_says_that_what_was_typed_is_safe, a_choice_without_help_of_its_own_says_how_to_choose,
		NULL};

	return claims_run_in("forms and drafts", claims, begin, end, 60);
}

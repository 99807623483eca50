/* Two who change the same row: what each changed is put together, what both changed is asked about. */
#include "base/words.h"
#include "casework/application.h"
#include "casework/gate.h"
#include "claims.h"
#include "contest.h"
#include "session.h"
#include "tui/form.h"

static const char *const alone[] = {"23", NULL};

struct meeting {
	struct casework *cw;
	struct session *session;
	int64_t application;
};

/* Rut has the form of a case open; somebody else is about to change the case. */
static struct meeting meeting_open(void)
{
	struct meeting meeting = {.cw = office_open()};

	meeting.application = contest_application(meeting.cw, "Närmare vård", alone);
	office_sit(meeting.cw, "rut");
	meeting.session = session_open(meeting.cw, 40, 100);
	application_form(meeting.session->ui, meeting.application);
	fake_settle(&meeting.session->fake, meeting.session->ui);
	ck_assert_ptr_eq(ui_top(meeting.session->ui)->kind, &form_pane);
	return meeting;
}

static void meeting_close(struct meeting *meeting)
{
	session_close(meeting->session);
	casework_close(meeting->cw);
}

static void other_changes(const struct meeting *meeting, const char *title, const char *own_number)
{
	struct application_change change = {.round = "2026",
		.lead = "23",
		.title = title,
		.own_number = own_number,
		.arrived_on = "2026-03-02",
		.way = "email",
		.summary = "",
		.economy = "",
		.needs = "",
		.scope = "",
		.sources = ""};

	OK(application_change(meeting->cw, NULL, meeting->application, &change, err));
}

/* To the field with this text, which is typed over. */
static void field_type(struct meeting *meeting, const char *from, const char *to)
{
	struct session *session = meeting->session;

	for (int i = 0; i < 20 && !strstr(session_row(session, ui_sheet(session->ui)->cursor_row), from); i++)
		session_press(session, "Tab");
	ck_assert_ptr_nonnull(strstr(session_row(session, ui_sheet(session->ui)->cursor_row), from));
	session_press(session, "Ctrl-U");
	session_type(session, to);
}

static void saved_is(const struct meeting *meeting, const char *title, const char *own_number)
{
	struct application whole;

	OK(application_load(meeting->cw, meeting->application, &whole, err));
	ck_assert_str_eq(whole.row.title, title);
	ck_assert_str_eq(whole.row.own_number ? whole.row.own_number : "", own_number);
	application_done(&whole);
}

START_TEST(what_each_has_changed_is_put_together)
{
	struct meeting meeting = meeting_open();

	field_type(&meeting, "Närmare vård", "Närmare vård i fyra kommuner");
	other_changes(&meeting, "Närmare vård", "HSN/1005/2026");
	session_press(meeting.session, "Ctrl-S");
	saved_is(&meeting, "Närmare vård i fyra kommuner", "HSN/1005/2026");
	ck_assert_ptr_ne(ui_top(meeting.session->ui)->kind, &form_pane);
	ck_seen(meeting.session, "What another changed in 1 other field is kept.");
	meeting_close(&meeting);
}
END_TEST

START_TEST(what_both_have_changed_is_shown_and_not_saved)
{
	struct meeting meeting = meeting_open();

	field_type(&meeting, "Närmare vård", "Min rubrik");
	other_changes(&meeting, "Deras rubrik", "HSN/1005/2026");
	session_press(meeting.session, "Ctrl-S");
	ck_seen(meeting.session, "Min rubrik");
	ck_seen(meeting.session, "Deras rubrik");
	ck_unseen(meeting.session, "saved: HSN/1005/2026"); /* nobody else's hands were on that */
	saved_is(&meeting, "Deras rubrik", "HSN/1005/2026");
	session_press(meeting.session, "Enter");
	ck_seen(meeting.session, "Nothing is saved. The draft is kept.");
	ck_seen(meeting.session, "Min rubrik");
	session_press(meeting.session, "Ctrl-S"); /* and it is asked again, not saved over */
	ck_seen(meeting.session, "Deras rubrik");
	saved_is(&meeting, "Deras rubrik", "HSN/1005/2026");
	meeting_close(&meeting);
}
END_TEST

START_TEST(mine_is_saved_in_the_fields_asked_about_and_theirs_in_the_others)
{
	struct meeting meeting = meeting_open();

	field_type(&meeting, "Närmare vård", "Min rubrik");
	other_changes(&meeting, "Deras rubrik", "HSN/1005/2026");
	session_press(meeting.session, "Ctrl-S 2");
	saved_is(&meeting, "Min rubrik", "HSN/1005/2026");
	meeting_close(&meeting);
}
END_TEST

START_TEST(theirs_is_taken_in_and_the_rest_of_mine_stays)
{
	struct meeting meeting = meeting_open();

	field_type(&meeting, "Närmare vård", "Min rubrik");
	other_changes(&meeting, "Deras rubrik", NULL);
	session_press(meeting.session, "Tab");
	session_type(meeting.session, "RJH 7");
	session_press(meeting.session, "Ctrl-S 3");
	ck_assert_ptr_eq(ui_top(meeting.session->ui)->kind, &form_pane);
	ck_seen(meeting.session, "Deras rubrik");
	session_press(meeting.session, "Ctrl-S");
	saved_is(&meeting, "Deras rubrik", "RJH 7");
	meeting_close(&meeting);
}
END_TEST

START_TEST(a_draft_older_than_a_change_is_never_saved_over_it_unasked)
{
	struct meeting meeting = meeting_open();

	field_type(&meeting, "Närmare vård", "Min rubrik");
	ui_pop(meeting.session->ui); /* the line breaks */
	other_changes(&meeting, "Deras rubrik", "HSN/1005/2026");
	application_form(meeting.session->ui, meeting.application);
	fake_settle(&meeting.session->fake, meeting.session->ui);
	ck_seen(meeting.session, "the matter has changed since");
	session_press(meeting.session, "Ctrl-S");
	ck_seen(meeting.session, "Deras rubrik");
	ck_seen(meeting.session, "saved: HSN/1005/2026"); /* who changed what is not known any more */
	saved_is(&meeting, "Deras rubrik", "HSN/1005/2026");
	meeting_close(&meeting);
}
END_TEST

START_TEST(an_answer_that_came_meanwhile_is_not_answered_over)
{
	struct meeting meeting = meeting_open();

	session_press(meeting.session, "Esc");
	office_sit(meeting.cw, "elin");
	gate_form(meeting.session->ui, meeting.application, "G1", 0, 0);
	fake_settle(&meeting.session->fake, meeting.session->ui);
	session_press(meeting.session, "Space");
	OK(gate_answer(meeting.cw, NULL, meeting.application,
		&(struct gate_change){.gate = "G1", .answer = "no", .reason = "Inte en region."}, err));
	session_press(meeting.session, "Ctrl-S");
	ck_seen(meeting.session, "Elin Björk answered G1");
	ck_seen(meeting.session, "saved: no");
	session_press(meeting.session, "2");
	ck_unseen(meeting.session, "Elin Björk answered G1");
	meeting_close(&meeting);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {what_each_has_changed_is_put_together,
		what_both_have_changed_is_shown_and_not_saved,
		mine_is_saved_in_the_fields_asked_about_and_theirs_in_the_others,
		theirs_is_taken_in_and_the_rest_of_mine_stays,
		a_draft_older_than_a_change_is_never_saved_over_it_unasked,
		an_answer_that_came_meanwhile_is_not_answered_over, NULL};

	words_open("en");
	return claims_run("tui conflict", claims, 60);
}

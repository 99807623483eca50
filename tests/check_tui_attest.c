/* Reviewing and authorising instalments on the screens, and taking an attest back. */
#include "money_desk.h"

#include "base/words.h"

START_TEST(a_row_is_reviewed_and_authorised_by_typing_its_sum_and_by_nothing_else)
{
	money_desk_grant();
	money_desk_show(&plan_pane, 24, 80);
	session_press(session, "A");
	SEEN("Rad 1 är inte granskad.");
	session_press(session, "y");
	SEEN("Granska 12 250 000 kr, 1 rad, 1 mottagare:");
	SEEN("2.1 rad 1: 12 250 000 kr till Region Västmanland, org.nr 232100-0172");
	SEEN("inget gällande konto, betalas 2027-01-15");
	session_press(session, "Enter");
	SEEN("inget är gjort. Skriv 12250000");
	money_desk_answer("1");
	SEEN("inget är gjort. Skriv 12250000");
	money_desk_load();
	ck_assert_ptr_null(money_desk_row(1)->reviewed_at);
	plan_done(&plan);
	money_desk_answer("12250000");
	SEEN("Rad 1 i 2.1 är granskad, 12 250 000 kr.");
	session_press(session, "A");
	SEEN("Du har granskat rad 1. En tredje person attesterar den.");
	office_sit(office.cw, "carl");
	session_press(session, "y");
	SEEN("Rad 1 är redan granskad, av Cia Hägg");
	session_press(session, "A");
	SEEN("upprättad av Elin Björk, granskad av Cia Hägg");
	money_desk_answer("12250000");
	SEEN("Rad 1 för 2.1 är attesterad, 12 250 000 kr.");
	SEEN("attesterad");
	money_desk_load();
	ck_assert_str_eq(money_desk_row(1)->attested_by, "Carl Rönn");
	plan_done(&plan);
	session_press(session, "A");
	SEEN("Rad 1 är redan attesterad, av Carl Rönn");
	session_press(session, "e");
	SEEN("Rad 1 är attesterad och kan inte ändras.");
	session_close(session);
}
END_TEST

START_TEST(an_attest_is_taken_back_with_a_reason_and_the_row_planned_anew)
{
	money_desk_grant();
	money_desk_load();
	office_attest(office.cw, money_desk_row(1)->id);
	plan_done(&plan);
	money_desk_show(&plan_pane, 24, 80);
	session_press(session, "U");
	SEEN("Återta attesten av rad 1, 12 250 000 kr till Region Västmanland.");
	money_desk_answer("Fel konto.");
	SEEN("Attesten av rad 1 är återtagen.");
	SEEN("återtagen");
	session_press(session, "e Ctrl-S");
	SEEN("Version 2");
	money_desk_load();
	ck_assert_int_eq(plan.count, 3);
	ck_assert_int_eq(plan.items[0].n, 4);
	ck_assert_int_eq(plan.planned_ore, plan.granted_ore);
	plan_done(&plan);
	session_close(session);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {a_row_is_reviewed_and_authorised_by_typing_its_sum_and_by_nothing_else,
		an_attest_is_taken_back_with_a_reason_and_the_row_planned_anew, NULL};

	return claims_run_in("tui attest", claims, money_desk_begin, money_desk_end, 60);
}

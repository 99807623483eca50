/* Reviewing and authorising instalments on the screens, and taking an attest back. */
#include "claims.h"
#include "money_office.h"
#include "panes_double.h"
#include "session.h"

#include "base/words.h"
#include "casework/payment.h"

static struct money_office office;
static struct session *session;
static struct arena arena;
static struct plan plan;

static void begin(void)
{
	words_open("sv");
	arena_init(&arena);
	money_office_open(&office);
}

static void end(void)
{
	casework_close(office.cw);
	arena_done(&arena);
}

#define SEEN(text) ck_seen(session, text)

static void granted(void)
{
	money_office_grant(&office);
	office_attest_list(office.cw);
	office_sit(office.cw, "cia");
}

static void show(const struct pane_kind *kind, int rows, int columns)
{
	session = session_on(office.cw, rows, columns, kind, &office.two);
}

static void load(void)
{
	OK(plan_load(office.cw, office.two, &plan, err));
}

static const struct instalment *row(int n)
{
	for (int i = 0; i < plan.count; i++)
		if (plan.items[i].n == n)
			return &plan.items[i];
	ck_abort_msg("there is no row %d", n);
	return NULL;
}

static void answer(const char *text)
{
	session_press(session, "Ctrl-A Ctrl-K");
	session_type(session, text);
	session_press(session, "Enter");
}

START_TEST(a_row_is_reviewed_and_authorised_by_typing_its_sum_and_by_nothing_else)
{
	granted();
	show(&plan_pane, 24, 80);
	session_press(session, "A");
	SEEN("Rad 1 är inte granskad.");
	session_press(session, "y");
	SEEN("Granska 12 250 000 kr, 1 rad, 1 mottagare:");
	SEEN("2.1 rad 1: 12 250 000 kr till Region Västmanland, org.nr 232100-0172");
	SEEN("inget gällande konto, betalas 2027-01-15");
	session_press(session, "Enter");
	SEEN("inget är gjort. Skriv 12250000");
	answer("1");
	SEEN("inget är gjort. Skriv 12250000");
	load();
	ck_assert_ptr_null(row(1)->reviewed_at);
	plan_done(&plan);
	answer("12250000");
	SEEN("Rad 1 i 2.1 är granskad, 12 250 000 kr.");
	session_press(session, "A");
	SEEN("Du har granskat rad 1. En tredje person attesterar den.");
	office_sit(office.cw, "carl");
	session_press(session, "y");
	SEEN("Rad 1 är redan granskad, av Cia Hägg");
	session_press(session, "A");
	SEEN("upprättad av Elin Björk, granskad av Cia Hägg");
	answer("12250000");
	SEEN("Rad 1 för 2.1 är attesterad, 12 250 000 kr.");
	SEEN("attesterad");
	load();
	ck_assert_str_eq(row(1)->attested_by, "Carl Rönn");
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
	granted();
	load();
	office_attest(office.cw, row(1)->id);
	plan_done(&plan);
	show(&plan_pane, 24, 80);
	session_press(session, "U");
	SEEN("Återta attesten av rad 1, 12 250 000 kr till Region Västmanland.");
	answer("Fel konto.");
	SEEN("Attesten av rad 1 är återtagen.");
	SEEN("återtagen");
	session_press(session, "e Ctrl-S");
	SEEN("Version 2");
	load();
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

	return claims_run_in("tui attest", claims, begin, end, 60);
}

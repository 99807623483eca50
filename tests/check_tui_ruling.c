/* Written off and tried after all on the screens: read back, and recorded only once the case's number has been typed.
 */
#include "claims.h"
#include "granting.h"
#include "session.h"

#include "base/words.h"
#include "casework/ruling.h"

static struct casework *cw;
static struct session *session;
static int64_t application;

static void begin(void)
{
	int64_t measure;

	words_open("sv");
	cw = office_open();
	measure = granting_measure(cw);
	office_sit(cw, "elin");
	application = granting_application(cw, measure);
	session = session_on(cw, 24, 80, &detail_pane, &application);
}

static void end(void)
{
	session_close(session);
	casework_close(cw);
}

static int rulings(void)
{
	struct ruling_list list;
	int count;

	OK(ruling_list_load(cw, application, &list, err));
	count = list.count;
	ruling_list_done(&list);
	return count;
}

static void filled(void)
{
	session_press(session, "v 2 Tab Tab");
	session_type(session, "20 § förvaltningslagen");
	session_press(session, "Tab");
	session_type(session, "Ansökan har återkallats.");
	session_press(session, "Tab Tab");
	session_type(session, "Kim Alm (ordförande)");
	session_press(session, "Tab");
	session_type(session, "Elin Dahl");
	session_press(session, "Ctrl-S");
}

START_TEST(a_ruling_wants_the_number_of_the_case)
{
	filled();
	ck_seen(session, "avskriven");
	ck_seen(session, "Skriv ärendets nummer (1-2026)");
	session_type(session, "1-2025");
	session_press(session, "Enter");
	ck_assert_int_eq(rulings(), 0);
	session_press(session, "Ctrl-A Ctrl-K");
	session_type(session, "1-2026");
	session_press(session, "Enter");
	ck_assert_int_eq(rulings(), 1);
	ck_seen(session, "Beslutet är antecknat.");
}
END_TEST

START_TEST(a_ruling_not_confirmed_is_kept_in_the_form)
{
	filled();
	session_press(session, "Esc");
	ck_assert_int_eq(rulings(), 0);
	ck_seen(session, "Ansökan har återkallats.");
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		a_ruling_wants_the_number_of_the_case, a_ruling_not_confirmed_is_kept_in_the_form, NULL};

	return claims_run_in("tui ruling", claims, begin, end, 20);
}

/* Who may sign, when the regions' bodies meet, and the shares of joint measures, at the screen: the keys do what the
 * shell's verbs do, through the same casework. */
#include "cases.h"
#include "casework/meeting.h"
#include "casework/power.h"
#include "casework/share.h"
#include "claims.h"
#include "session.h"

#include "base/words.h"

static struct casework *cw;
static struct session *session;
static int64_t application, measure;

static void begin(void)
{
	static const char *const others[] = {"20", "23"};
	struct application_change joint = application_form_of("13", "Gemensamt");

	words_open("sv");
	cw = office_open();
	office_sit(cw, "rut");
	OK(application_register(cw, NULL, &joint, others, 2, &application, err));
	measure = measure_of(cw, application, "Plattform", 1000, 1000);
}

static void end(void)
{
	session_close(session);
	casework_close(cw);
}

/* ---- powers */

static struct power power_find(const char *what, const char *role)
{
	struct power found = {0};
	struct power_list list;

	OK(power_list_load(cw, &list, err));
	for (int i = 0; i < list.count; i++)
		if (!strcmp(list.items[i].what, what) && !strcmp(list.items[i].role, role))
			found = list.items[i];
	found.source = found.from_on = found.to_on = NULL; /* the list's own */
	power_list_done(&list);
	return found;
}

START_TEST(a_power_is_given_and_ended_by_the_administrator)
{
	office_sit(cw, "adam");
	session = session_on(cw, 24, 80, &powers_pane, NULL);
	ck_seen(session, "begäran om komplettering");
	ck_seen(session, "tills vidare");
	session_press(session, "+ Right Right"); /* a notice under 11 § */
	session_press(session, "Tab Right Tab Tab Tab");
	session_type(session, "Arbetsordning 9 §");
	session_press(session, "Ctrl-S");
	ck_seen(session, "Behörigheten är införd");
	ck_assert(power_find("notice", "officer").in_force);
	for (int i = 0; i < 12 && !strstr(session_row(session, session_at(session)), "2026-11-22"); i++)
		session_press(session, "Down");
	ck_seen(session, "Arbetsordning 9 §");
	session_press(session, "e Home Ctrl-K");
	session_type(session, "2026-12-31");
	session_press(session, "Ctrl-S");
	ck_seen(session, "Behörigheten upphör 2026-12-31");
	ck_seen(session, "2026-12-31");
}
END_TEST

START_TEST(who_may_sign_is_seen_by_all_and_changed_by_few)
{
	office_sit(cw, "elin");
	session = session_on(cw, 24, 80, &powers_pane, NULL);
	ck_seen(session, "handläggare");
	ck_unseen(session, "+ ny");
	session_press(session, "+");
	ck_seen(session, "administratör");
	ck_seen(session, "Vem som får underteckna");
}
END_TEST

/* ---- meetings */

START_TEST(a_meeting_is_entered_moved_and_found_again_when_it_has_been)
{
	office_sit(cw, "elin");
	session = session_on(cw, 24, 80, &meetings_pane, "20");
	ck_seen(session, "Inget kommande sammanträde");
	session_press(session, "+ Tab");
	session_type(session, "2026-12-16");
	session_press(session, "Tab");
	session_type(session, "Regionstyrelsen");
	session_press(session, "Ctrl-S");
	ck_seen(session, "2026-12-16");
	ck_seen(session, "1 kommande");
	session_press(session, "e Tab Home Ctrl-K");
	session_type(session, "2026-11-03");
	session_press(session, "Ctrl-S");
	ck_seen(session, "Inget kommande sammanträde");
	session_press(session, "v");
	ck_seen(session, "2026-11-03");
	struct meeting_list list;
	OK(meeting_list_load(cw, "20", "2026-01-01", &list, err));
	ck_assert_int_eq(list.count, 1);
	ck_assert_str_eq(list.items[0].on_day, "2026-11-03");
	meeting_list_done(&list);
}
END_TEST

/* ---- shares */

static int64_t share_now(int which)
{
	struct share_list list;
	int64_t ore = MONEY_UNKNOWN;

	OK(share_list_load(cw, application, &list, err));
	if (which < list.count)
		ore = list.items[which].ore;
	share_list_done(&list);
	return ore;
}

START_TEST(shares_add_up_to_the_ore_and_a_leaving_is_seen)
{
	office_sit(cw, "elin");
	session = session_on(cw, 24, 80, &shares_pane, &application);
	ck_seen(session, "inga andelar ännu");
	session_press(session, "F Enter");
	ck_seen(session, "333,34 kr");
	ck_seen(session, "333,33 kr");
	ck_seen(session, "sökt 1 000 kr, fördelat 1 000 kr");
	ck_unseen(session, "är ingens");
	ck_assert_int_eq(share_now(0), 33334);
	ck_assert_int_eq(share_now(1), 33333);
	session_press(session, "Down e");
	ck_seen(session, "Dalarna, åtgärd 1");
	session_press(session, "Home Ctrl-K");
	session_type(session, "0");
	session_press(session, "Enter");
	ck_assert_int_eq(share_now(1), 0);
	ck_seen(session, "har lämnat");
	ck_seen(session, "333,33 kr är ingens");
	session_press(session, "F Enter");
	ck_assert_int_eq(share_now(0), 50000);
	ck_assert_int_eq(share_now(1), 0);
}
END_TEST

START_TEST(a_participants_screen_leads_to_the_shares)
{
	office_sit(cw, "elin");
	session = session_on(cw, 24, 80, &participants_pane, &application);
	session_press(session, "S");
	ck_seen(session, "Andelar · 1");
	session_press(session, "q");
	session_push(session, &regions_pane, NULL);
	session_press(session, "C");
	ck_seen(session, "Regionernas sammanträden");
	session_push(session, &persons_pane, NULL);
	session_press(session, "s");
	ck_seen(session, "Vem som får underteckna");
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {a_power_is_given_and_ended_by_the_administrator,
		who_may_sign_is_seen_by_all_and_changed_by_few,
		a_meeting_is_entered_moved_and_found_again_when_it_has_been,
		shares_add_up_to_the_ore_and_a_leaving_is_seen, a_participants_screen_leads_to_the_shares, NULL};

	return claims_run_in("signing at the screen", claims, begin, end, 60);
}

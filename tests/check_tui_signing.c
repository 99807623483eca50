/* Who may sign, when the regions' bodies meet, and the shares of joint measures, at the screen: the keys do what the
 * shell's verbs do, through the same casework. */
#include "cases.h"
#include "casework/meeting.h"
#include "casework/power.h"
#include "casework/share.h"
#include "claims.h"
#include "sitting.h"

#include "base/words.h"

static struct casework *cw;
static struct sitting *sitting;
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
	sitting_close(sitting);
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
	sitting = sitting_on(cw, 24, 80, &powers_pane, NULL);
	ck_seen(sitting, "begäran om komplettering");
	ck_seen(sitting, "tills vidare");
	sitting_press(sitting, "+ Right Right"); /* a notice under 11 § */
	sitting_press(sitting, "Tab Right Tab Tab Tab");
	sitting_type(sitting, "Arbetsordning 9 §");
	sitting_press(sitting, "Ctrl-S");
	ck_seen(sitting, "Behörigheten är införd");
	ck_assert(power_find("notice", "officer").in_force);
	for (int i = 0; i < 12 && !strstr(sitting_row(sitting, sitting_at(sitting)), "2026-11-22"); i++)
		sitting_press(sitting, "Down");
	ck_seen(sitting, "Arbetsordning 9 §");
	sitting_press(sitting, "e Home Ctrl-K");
	sitting_type(sitting, "2026-12-31");
	sitting_press(sitting, "Ctrl-S");
	ck_seen(sitting, "Behörigheten upphör 2026-12-31");
	ck_seen(sitting, "2026-12-31");
}
END_TEST

START_TEST(who_may_sign_is_seen_by_all_and_changed_by_few)
{
	office_sit(cw, "elin");
	sitting = sitting_on(cw, 24, 80, &powers_pane, NULL);
	ck_seen(sitting, "handläggare");
	ck_unseen(sitting, "+ ny");
	sitting_press(sitting, "+");
	ck_seen(sitting, "administratör");
	ck_seen(sitting, "Vem som får underteckna");
}
END_TEST

/* ---- meetings */

START_TEST(a_meeting_is_entered_moved_and_found_again_when_it_has_been)
{
	office_sit(cw, "elin");
	sitting = sitting_on(cw, 24, 80, &meetings_pane, "20");
	ck_seen(sitting, "Inget kommande sammanträde");
	sitting_press(sitting, "+ Tab");
	sitting_type(sitting, "2026-12-16");
	sitting_press(sitting, "Tab");
	sitting_type(sitting, "Regionstyrelsen");
	sitting_press(sitting, "Ctrl-S");
	ck_seen(sitting, "2026-12-16");
	ck_seen(sitting, "1 kommande");
	sitting_press(sitting, "e Tab Home Ctrl-K");
	sitting_type(sitting, "2026-11-03");
	sitting_press(sitting, "Ctrl-S");
	ck_seen(sitting, "Inget kommande sammanträde");
	sitting_press(sitting, "v");
	ck_seen(sitting, "2026-11-03");
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
	sitting = sitting_on(cw, 24, 80, &shares_pane, &application);
	ck_seen(sitting, "inga andelar ännu");
	sitting_press(sitting, "F Enter");
	ck_seen(sitting, "333,34 kr");
	ck_seen(sitting, "333,33 kr");
	ck_seen(sitting, "sökt 1 000 kr, fördelat 1 000 kr");
	ck_unseen(sitting, "är ingens");
	ck_assert_int_eq(share_now(0), 33334);
	ck_assert_int_eq(share_now(1), 33333);
	sitting_press(sitting, "Down e");
	ck_seen(sitting, "Dalarna, åtgärd 1");
	sitting_press(sitting, "Home Ctrl-K");
	sitting_type(sitting, "0");
	sitting_press(sitting, "Enter");
	ck_assert_int_eq(share_now(1), 0);
	ck_seen(sitting, "har lämnat");
	ck_seen(sitting, "333,33 kr är ingens");
	sitting_press(sitting, "F Enter");
	ck_assert_int_eq(share_now(0), 50000);
	ck_assert_int_eq(share_now(1), 0);
}
END_TEST

START_TEST(a_participants_screen_leads_to_the_shares)
{
	office_sit(cw, "elin");
	sitting = sitting_on(cw, 24, 80, &participants_pane, &application);
	sitting_press(sitting, "S");
	ck_seen(sitting, "Andelar · 1");
	sitting_press(sitting, "q");
	sitting_push(sitting, &regions_pane, NULL);
	sitting_press(sitting, "C");
	ck_seen(sitting, "Regionernas sammanträden");
	sitting_push(sitting, &persons_pane, NULL);
	sitting_press(sitting, "s");
	ck_seen(sitting, "Vem som får underteckna");
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

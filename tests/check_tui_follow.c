/* Follow-up on a sheet: what is drawn is what casework says, in every size, and what was sent is kept. */
#include "money_desk.h"

#include "base/words.h"
#include "casework/application.h"
#include "casework/audit.h"
#include "casework/document.h"
#include "casework/followup.h"
#include "casework/sent.h"
#include "tui/pane_table.h"

static const int sizes[][2] = {{24, 80}, {40, 132}, {10, 40}};
enum { SIZES = sizeof sizes / sizeof sizes[0], NARROW = 2 };

static const char *money(int64_t ore, enum money_style shown)
{
	char text[MONEY_TEXT];

	return arena_text(&arena, money_text(ore, shown, true, text));
}

static void show(const struct pane_kind *kind, int size)
{
	session = session_on(office.cw, sizes[size][0], sizes[size][1], kind, NULL);
}

/* ---- follow-up */

static void groups_seen(const struct follow_groups *groups, const struct follow_group *sum, int size)
{
	for (int i = 0; i < groups->count; i++) {
		const struct follow_group *group = &groups->items[i];
		int row = session_find(session, arena_format(&arena, " %.7s", group->name));

		if (size == NARROW && row < 0)
			continue; /* scrolled out of sight */
		ck_assert_msg(row > 0, "%s", group->name);
		ck_assert_ptr_nonnull(strstr(session_row(session, row), money(group->sought, MONEY_TKR)));
		ck_assert_ptr_nonnull(strstr(session_row(session, row), money(group->granted_ore, MONEY_TKR)));
	}
	if (size != NARROW)
		SEEN(arena_format(&arena, "Sammanlagt: sökt %s", money(sum->sought, MONEY_KR)));
}

START_TEST(every_group_and_sum_on_the_screen_is_the_snapshots)
{
	struct followup followup;

	money_office_grant(&office);
	OK(followup_load(office.cw, 0, NULL, &followup, err));
	ck_assert_int_gt(followup.sum.granted_ore, 0);
	for (int size = 0; size < SIZES; size++) {
		show(&followup_pane, size);
		for (int by = 0; by < FOLLOW_BYS; by++) {
			session_press(session, arena_format(&arena, "v %d", by + 1));
			groups_seen(&followup.by[by], &followup.sum, size);
		}
		session_close(session);
	}
	followup_done(&followup);
}
END_TEST

START_TEST(a_day_that_has_passed_is_shown_as_it_was)
{
	money_office_grant(&office);
	show(&followup_pane, 0);
	SEEN("per 2026-11-22");
	session_press(session, "@ Ctrl-U");
	session_type(session, "2026-02-30");
	session_press(session, "Enter");
	SEEN("Dag:"); /* no such day: it is asked again */
	session_press(session, "Ctrl-U");
	session_type(session, "2026-11-21");
	session_press(session, "Enter");
	SEEN("per 2026-11-21");
	SEEN("sökt 0 kr");                 /* the cases are of the day after */
	SEEN("beslut, utbetalningar och"); /* what of it is as it was then */
	session_press(session, "v 2");
	SEEN("Det finns ingen ansökan");
	session_close(session);
}
END_TEST

START_TEST(a_report_that_is_sent_is_kept_and_read_again)
{
	struct document_query query = {0};
	struct document_list documents;
	struct sent_list list;

	money_office_grant(&office);
	office_sit(office.cw, "elin");
	show(&followup_pane, 0);
	session_press(session, "+ Enter");
	SEEN("Mottagare:"); /* nobody is named: it is asked again */
	session_type(session, "Regeringskansliet ; 99");
	session_press(session, "Enter");
	SEEN("99"); /* there is no such case: neither is done */
	OK(sent_list_load(office.cw, NULL, &list, err));
	ck_assert_int_eq(list.count, 0);
	sent_list_done(&list);
	session_press(session, "+ Ctrl-U");
	session_type(session, "Regeringskansliet; 2");
	session_press(session, "Enter");
	SEEN("antecknad som sänd till Regeringskansliet");
	OK(sent_list_load(office.cw, "follow_up", &list, err));
	ck_assert_int_eq(list.count, 1);
	ck_assert_str_eq(list.items[0].sent_to, "Regeringskansliet");
	OK(document_find(office.cw, list.items[0].document, &query.id, err));
	sent_list_done(&list);
	OK(document_list_load(office.cw, &query, &documents, err));
	ck_assert_str_eq(documents.items[0].direction, "out");
	ck_assert_str_eq(documents.items[0].party, "Regeringskansliet");
	ck_assert_str_eq(documents.items[0].subject, "Uppföljning av bidraget per 2026-11-22 (sändning 1)");
	document_list_done(&documents);
	session_press(session, "v End Up Enter");
	SEEN("Regeringskansliet");
	session_press(session, "Enter");
	SEEN("Sändning 1");
	SEEN("as_of");
	session_close(session);
}
END_TEST

START_TEST(who_may_not_record_what_is_sent_has_no_hint_of_it)
{
	office_sit(office.cw, "rut");
	show(&followup_pane, 0);
	UNSEEN("anteckna sänd");
	session_press(session, "+");
	UNSEEN("Mottagare:");
	session_close(session);
}
END_TEST

/* ---- the forecast */

START_TEST(every_month_and_year_of_the_forecast_is_the_snapshots)
{
	struct forecast forecast;
	int64_t sum = 0;

	money_office_grant(&office);
	OK(forecast_load(office.cw, &forecast, err));
	ck_assert_int_gt(forecast.month_count, 1);
	for (int size = 0; size < SIZES; size++) {
		show(&forecast_pane, size);
		for (int i = 0; i < forecast.month_count; i++) {
			const struct forecast_month *month = &forecast.months[i];
			int row = session_find(session, arena_format(&arena, " %d-%02d ", month->year, month->month));

			ck_assert_int_gt(row, 0);
			ck_assert_ptr_nonnull(strstr(session_row(session, row), money(month->expected, MONEY_TKR)));
			sum += month->expected;
		}
		if (size != NARROW)
			SEEN(money(forecast.sum.expected, MONEY_KR));
		session_close(session);
	}
	ck_assert_int_eq(sum, SIZES * forecast.sum.expected);
	forecast_done(&forecast);
}
END_TEST

START_TEST(a_month_leads_to_its_instalments_and_they_to_their_plan)
{
	money_office_grant(&office);
	show(&forecast_pane, 0);
	session_press(session, "End Enter");
	SEEN("utbetalning för utbetalning");
	SEEN(">");
	ck_assert_ptr_nonnull(strstr(session_row(session, session_at(session)), "2028-"));
	session_press(session, "Enter");
	SEEN("2.1");
	ck_assert_ptr_eq(ui_top(session->ui)->kind, &plan_pane);
	session_close(session);
}
END_TEST

START_TEST(what_has_moved_since_a_forecast_was_sent_is_told_row_by_row)
{
	struct instalment_change rows[3];

	money_office_grant(&office);
	office_sit(office.cw, "cia");
	show(&forecast_pane, 0);
	session_press(session, "v 4");
	SEEN("Ingen prognos har sänts än.");
	session_press(session, "+");
	session_type(session, "Finansdepartementet");
	session_press(session, "Enter Enter");
	SEEN("Inget har flyttats sedan dess.");
	OK(plan_load(office.cw, office.two, &plan, err));
	ck_assert_int_eq(plan.count, 3);
	for (int i = 0; i < 3; i++)
		rows[i] =
			(struct instalment_change){plan.items[i].n, {.due_on = i ? plan.items[i].due_on : "2027-09-30",
									    .year = plan.items[i].year,
									    .ore = plan.items[i].ore,
									    .recipient = plan.items[i].recipient,
									    .condition = plan.items[i].condition}};
	OK(plan_put(office.cw, NULL, office.two, rows, 3, "Senare.", err));
	plan_done(&plan);
	session_again(session);
	SEEN("2027-09-30");
	UNSEEN("Inget har flyttats");
	session_close(session);
}
END_TEST

/* ---- the audit */

START_TEST(an_audit_shows_acts_of_a_case_as_of_a_day_and_leads_to_the_plan)
{
	struct audit_case one = {.number = "2"};
	struct audit audit;

	money_office_grant(&office);
	OK(application_find(office.cw, "2", &one.application, err));
	office_sit(office.cw, "rev");
	OK(audit_load(office.cw, &(struct audit_query){.application = one.application}, &audit, err));
	ck_assert_int_eq(audit.act_count, 2);
	session = session_on(office.cw, 24, 80, &audit_pane, &one);
	SEEN("Revision · EFF 2");
	for (int i = 0; i < audit.act_count; i++) {
		SEEN(audit_act_word(audit.acts[i].what));
		SEEN(audit.acts[i].person);
	}
	audit_done(&audit);
	session_press(session, "Enter");
	ck_assert_ptr_eq(ui_top(session->ui)->kind, &plan_pane);
	session_press(session, "q @");
	session_type(session, "2026-11-21");
	session_press(session, "Enter");
	SEEN("per 2026-11-21");
	SEEN("Det finns inget av det slaget.");
	session_close(session);
}
END_TEST

START_TEST(a_sample_says_its_rule_and_is_drawn_again_by_its_seed)
{
	money_office_grant(&office);
	office_sit(office.cw, "rev");
	show(&audit_pane, 0);
	session_press(session, "v 5");
	SEEN("slumpfrö 1");
	session_press(session, "e Ctrl-U");
	session_type(session, "2 -7");
	session_press(session, "Enter");
	SEEN("Urval:"); /* no seed: it is asked again */
	session_press(session, "Ctrl-U");
	session_type(session, "2 4711");
	session_press(session, "Enter");
	SEEN("slumpfrö 4711");
	SEEN("2-2026.1 ");
	session_close(session);
}
END_TEST

START_TEST(who_may_not_see_the_audit_does_not_come_there)
{
	office_sit(office.cw, "maja");
	show(&budget_pane, 0);
	ck_assert(!ui_push(session->ui, &audit_pane, NULL));
	ck_assert_ptr_eq(ui_top(session->ui)->kind, &budget_pane);
	session_close(session);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {every_group_and_sum_on_the_screen_is_the_snapshots,
		a_day_that_has_passed_is_shown_as_it_was, a_report_that_is_sent_is_kept_and_read_again,
		who_may_not_record_what_is_sent_has_no_hint_of_it,
		every_month_and_year_of_the_forecast_is_the_snapshots,
		a_month_leads_to_its_instalments_and_they_to_their_plan,
		what_has_moved_since_a_forecast_was_sent_is_told_row_by_row,
		an_audit_shows_acts_of_a_case_as_of_a_day_and_leads_to_the_plan,
		a_sample_says_its_rule_and_is_drawn_again_by_its_seed, who_may_not_see_the_audit_does_not_come_there,
		NULL};

	return claims_run_in("tui follow", claims, money_desk_begin, money_desk_end, 60);
}

/* Withheld, reclaimed and returned money on a sheet: what is typed becomes what casework keeps, nothing is decided by
 * Enter alone, and the sheet can be worked again from the screen. */
#include "claims.h"
#include "reclaiming.h"
#include "sitting.h"

#include "base/words.h"
#include "casework/lending_rate.h"

static struct casework *cw;
static struct sitting *sitting;
static int64_t measure;

static void begin(void)
{
	words_open("sv");
	cw = office_open();
	measure = reclaiming_grant(cw);
	OK(lending_rate_put(cw, NULL, "2027-01-01", 200, "Riksgälden", err));
	office_sit(cw, "elin");
}

static void end(void)
{
	casework_close(cw);
}

#define SEEN(text) ck_seen(sitting, text)
#define UNSEEN(text) ck_unseen(sitting, text)

static void plan_show(void)
{
	sitting = sitting_on(cw, 40, 132, &plan_pane, &measure);
}

/* The number is wanted: another one records nothing. */
static void confirm(void)
{
	int64_t before = office_events(cw);

	SEEN("Skriv åtgärdens nummer (1.1)");
	sitting_press(sitting, "Enter");
	ck_assert_int_eq(office_events(cw), before);
	sitting_type(sitting, "1.1");
	sitting_press(sitting, "Enter");
	ck_assert_int_gt(office_events(cw), before);
}

static void withhold(const char *rows)
{
	plan_show();
	sitting_press(sitting, "Down B 1 Ctrl-A Ctrl-K");
	sitting_type(sitting, rows);
	sitting_press(sitting, "Tab Tab Right Right Tab"); /* by 17 § 2 */
	sitting_type(sitting, "Delredovisningen har inte kommit.");
	sitting_press(sitting, "Tab Tab");
	sitting_type(sitting, "Villkoret har inte följts.");
	sitting_press(sitting, "Tab Tab Tab");
	sitting_type(sitting, "Elin Dahl");
	sitting_press(sitting, "Ctrl-S");
}

static void withholdings(struct withholding_list *list)
{
	OK(withholding_list_load(cw, measure, list, err));
}

START_TEST(rows_are_withheld_from_the_plan_and_lifted_from_their_decision)
{
	struct withholding_list list;

	withhold("2=1,5 mnkr");
	SEEN("rad 2=1,5 mnkr innehålls tills vidare");
	confirm();
	withholdings(&list);
	ck_assert_int_eq(list.count, 1);
	ck_assert_int_eq(list.items[0].ore, KRONOR(1500000));
	ck_assert_str_eq(list.items[0].ground, "17.2");
	withholding_list_done(&list);
	sitting_press(sitting, "Y");
	SEEN("innehållet 1.1 1");
	sitting_press(sitting, "Enter");
	SEEN("Beslut om att bidrag tills vidare inte betalas ut");
	sitting_press(sitting, "q B Tab");
	sitting_type(sitting, "Redovisningen är godkänd.");
	sitting_press(sitting, "Tab Tab Tab");
	sitting_type(sitting, "Elin Dahl");
	sitting_press(sitting, "Ctrl-S");
	confirm();
	SEEN("hävd");
	sitting_press(sitting, "B");
	SEEN("Det är redan hävt.");
	withholdings(&list);
	ck_assert_str_eq(list.items[0].lifted_why, "Redovisningen är godkänd.");
	withholding_list_done(&list);
	sitting_close(sitting);
	reclaiming_sound(cw);
}
END_TEST

START_TEST(a_row_that_is_no_row_is_said_at_its_field)
{
	int64_t before = office_events(cw);

	withhold("2; tre");
	SEEN("är ingen rad i en betalningsplan");
	ck_assert_int_eq(office_events(cw), before);
	sitting_close(sitting);
}
END_TEST

static void claim(void)
{
	office_clock(cw, "2028-01-31 09:00:00");
	plan_show();
	sitting_press(sitting, "B 2 Right Right Right Tab Tab");
	SEEN("utbetalt 4 500 000 kr, varav 4 500 000 kr kan återkrävas");
	sitting_type(sitting, "3 mnkr");
	sitting_press(sitting, "Tab");
	sitting_type(sitting, "500 tkr");
	sitting_press(sitting, "Tab Tab");
	sitting_type(sitting, "En del avsåg åtgärden.");
	sitting_press(sitting, "Tab");
	sitting_type(sitting, "Hyra enligt räkenskaperna.");
	sitting_press(sitting, "Tab Tab Tab");
	sitting_type(sitting, "Annat ändamål.");
	sitting_press(sitting, "Tab Tab Tab");
	sitting_type(sitting, "Elin Dahl");
	sitting_press(sitting, "Ctrl-S");
	SEEN("Grunden omfattar 3 000 000 kr, nedsatt med 500 000 kr");
	confirm();
}

START_TEST(a_claim_is_made_demanded_and_changed_on_the_screen)
{
	struct claim_list list;

	claim();
	OK(claim_list_load(cw, &(struct claim_query){.measure = measure}, &list, err));
	ck_assert_int_eq(list.count, 1);
	ck_assert_str_eq(list.items[0].ground, "18.3");
	ck_assert_int_eq(list.items[0].net_ore, KRONOR(2500000));
	ck_assert_str_eq(list.items[0].special_reasons, "En del avsåg åtgärden.");
	claim_list_done(&list);
	sitting_press(sitting, "Y ! Ctrl-S");
	SEEN("Kravbrevet är sparat som det skickades 2028-01-31");
	sitting_press(sitting, "B Tab Right Tab Tab Ctrl-A Ctrl-K");
	sitting_type(sitting, "1 mnkr");
	sitting_press(sitting, "Tab Tab Tab Tab Tab Tab");
	sitting_type(sitting, "Räkenskaperna är rättade.");
	sitting_press(sitting, "Tab Tab Tab");
	sitting_type(sitting, "Elin Dahl");
	sitting_press(sitting, "Ctrl-S");
	confirm();
	SEEN("ersatt");
	OK(claim_list_load(cw, &(struct claim_query){.measure = measure}, &list, err));
	ck_assert_int_eq(list.items[1].net_ore, KRONOR(2000000));
	ck_assert_str_eq(list.items[1].evidence, "Hyra enligt räkenskaperna.");
	claim_list_done(&list);
	sitting_close(sitting);
	reclaiming_sound(cw);
}
END_TEST

START_TEST(money_placed_on_a_case_stands_in_its_list)
{
	const int64_t application = granting_application(cw, measure);
	const struct money_in_change money = {"13", "2027-10-01", "", KRONOR(1000)};
	struct money_part_change part = {.kind = "voluntary", .measure = measure, .why = "Told."};
	int64_t id;

	office_sit(cw, "cia");
	OK(money_in_add(cw, NULL, &money, &id, NULL, err));
	sitting = sitting_on(cw, 24, 80, &recovery_pane, &application);
	SEEN("Inget är innehållet eller återkrävt i ärendet.");
	sitting_close(sitting);
	OK(money_in_place(cw, NULL, id, &part, NULL, err));
	sitting = sitting_on(cw, 24, 80, &recovery_pane, &application);
	SEEN("inbetalning 1");
	sitting_close(sitting);
}
END_TEST

START_TEST(each_paper_of_a_claim_is_read_from_its_row)
{
	claim();
	sitting_press(sitting, "Y ! Ctrl-S Enter");
	SEEN("beräkningen: ränta rad för rad");
	sitting_press(sitting, "2");
	SEEN("Beslut om återkrav");
	SEEN("18, 19 och 20 §§");
	sitting_press(sitting, "q Enter 3");
	SEEN("Kravbrev");
	sitting_press(sitting, "q Enter 1");
	SEEN("Ränta enligt 20 §");
	sitting_close(sitting);
}
END_TEST

START_TEST(a_lending_rate_is_entered_with_its_source_by_the_controller_alone)
{
	struct lending_rate_list list;

	sitting = sitting_on(cw, 24, 80, &recovery_pane, NULL);
	sitting_press(sitting, "% +");
	SEEN("controller");
	sitting_close(sitting);
	office_sit(cw, "cia");
	sitting = sitting_on(cw, 24, 80, &recovery_pane, NULL);
	sitting_press(sitting, "% + Ctrl-A Ctrl-K");
	sitting_type(sitting, "2028-01-01");
	sitting_press(sitting, "Tab");
	sitting_type(sitting, "2,755");
	sitting_press(sitting, "Tab");
	sitting_type(sitting, "Riksgäldens beslut 2027-12-10");
	sitting_press(sitting, "Ctrl-S");
	SEEN("är ingen procentsats");
	sitting_press(sitting, "Backspace Ctrl-S");
	SEEN("2,75 %");
	SEEN("4,75 %");
	sitting_press(sitting, "Home");
	SEEN("Riksgäldens beslut 2027-12-10");
	OK(lending_rate_list_load(cw, &list, err));
	ck_assert_int_eq(list.items[0].rate, 275);
	lending_rate_list_done(&list);
	sitting_close(sitting);
}
END_TEST

START_TEST(who_may_not_decide_is_offered_nothing_of_it)
{
	office_sit(cw, "rut");
	plan_show();
	UNSEEN("innehåll, återkräv");
	sitting_press(sitting, "B");
	UNSEEN("Vilket beslut av delegationen");
	sitting_close(sitting);
}
END_TEST

static void golden(const char *name, const struct pane_kind *kind, const void *what, const char *keys)
{
	static const int sizes[][2] = {{24, 80}, {40, 132}, {10, 40}};
	char file[64];

	for (int size = 0; size < 3; size++) {
		sitting = sitting_on(cw, sizes[size][0], sizes[size][1], kind, what);
		sitting_press(sitting, keys);
		snprintf(file, sizeof file, "recovery-%s-%dx%d", name, sizes[size][1], sizes[size][0]);
		sitting_golden(sitting, file);
		sitting_close(sitting);
	}
}

START_TEST(the_screens_look_as_they_did)
{
	withhold("2=1,5 mnkr");
	confirm();
	sitting_close(sitting);
	claim();
	sitting_close(sitting);
	golden("list", &recovery_pane, NULL, "Down");
	golden("case", &recovery_pane, &(int64_t){granting_application(cw, measure)}, "");
	golden("withhold-form", &plan_pane, &measure, "B 1");
	golden("lift-form", &recovery_pane, NULL, "B");
	golden("claim-form", &plan_pane, &measure, "B 2");
	golden("change-form", &recovery_pane, NULL, "Down B");
	golden("demand-form", &recovery_pane, NULL, "Down !");
	office_sit(cw, "cia");
	golden("rates", &rates_pane, NULL, "");
	golden("rate-form", &rates_pane, NULL, "+");
}
END_TEST

START_TEST(no_key_means_two_things_in_a_pane)
{
	static const struct pane_kind *const kinds[] = {&recovery_pane, &rates_pane, &plan_pane};
	char name[KEY_NAME];

	for (int i = 0; i < 3; i++)
		ck_assert_msg(!action_clash(kinds[i], name), "%s in %s", name, kinds[i]->name);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {rows_are_withheld_from_the_plan_and_lifted_from_their_decision,
		a_row_that_is_no_row_is_said_at_its_field, a_claim_is_made_demanded_and_changed_on_the_screen,
		each_paper_of_a_claim_is_read_from_its_row, money_placed_on_a_case_stands_in_its_list,
		a_lending_rate_is_entered_with_its_source_by_the_controller_alone,
		who_may_not_decide_is_offered_nothing_of_it, the_screens_look_as_they_did,
		no_key_means_two_things_in_a_pane, NULL};

	return claims_run_in("tui recovery", claims, begin, end, 20);
}

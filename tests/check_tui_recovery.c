/* Withheld, reclaimed and returned money on a sheet: what is typed becomes what casework keeps, nothing is decided by
 * Enter alone, and the sheet can be worked again from the screen. */
#include "claims.h"
#include "reclaiming.h"
#include "session.h"

#include "base/words.h"
#include "casework/document.h"
#include "casework/lending_rate.h"

static struct casework *cw;
static struct session *session;
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

#define SEEN(text) ck_seen(session, text)
#define UNSEEN(text) ck_unseen(session, text)

static void plan_show(void)
{
	session = session_on(cw, 40, 132, &plan_pane, &measure);
}

/* The number is wanted: another one records nothing. */
static void confirm(void)
{
	int64_t before = office_events(cw);

	SEEN("Skriv åtgärdens nummer (1.1)");
	session_press(session, "Enter");
	ck_assert_int_eq(office_events(cw), before);
	session_type(session, "1.1");
	session_press(session, "Enter");
	ck_assert_int_gt(office_events(cw), before);
}

static void withhold(const char *rows)
{
	plan_show();
	session_press(session, "Down B 1 Ctrl-A Ctrl-K");
	session_type(session, rows);
	session_press(session, "Tab Tab Right Right Tab"); /* by 17 § 2 */
	session_type(session, "Delredovisningen har inte kommit.");
	session_press(session, "Tab Tab");
	session_type(session, "Villkoret har inte följts.");
	session_press(session, "Tab Tab Tab");
	session_type(session, "Elin Dahl");
	session_press(session, "Ctrl-S");
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
	session_press(session, "Y");
	SEEN("innehållet 1.1 1");
	session_press(session, "Enter");
	SEEN("Beslut om att bidrag tills vidare inte betalas ut");
	session_press(session, "q B Tab");
	session_type(session, "Redovisningen är godkänd.");
	session_press(session, "Tab Tab Tab");
	session_type(session, "Elin Dahl");
	session_press(session, "Ctrl-S");
	confirm();
	SEEN("hävd");
	session_press(session, "B");
	SEEN("Det är redan hävt.");
	withholdings(&list);
	ck_assert_str_eq(list.items[0].lifted_why, "Redovisningen är godkänd.");
	withholding_list_done(&list);
	session_close(session);
	office_sound(cw);
}
END_TEST

START_TEST(a_withheld_row_is_not_opened_and_stands_in_no_other_row_s_way)
{
	withhold("2=1,5 mnkr");
	confirm();
	session_close(session);
	office_sit(cw, "cia");
	plan_show();
	session_press(session, "End e");
	SEEN("Rad 3 är innehållen genom delegationens beslut (17 §)");
	session_press(session, "Up e");
	SEEN("Skillnaden");
	UNSEEN("rad 3,"); /* it neither gives nor takes */
	session_close(session);
	office_sit(cw, "elin");
	office_sound(cw);
}
END_TEST

static int documents_of(int64_t application)
{
	struct document_list list;
	int count;

	OK(document_list_load(cw, &(struct document_query){.of = {.application = application}}, &list, err));
	count = list.count;
	document_list_done(&list);
	return count;
}

START_TEST(letters_are_registered_from_their_row_each_once)
{
	struct withholding_list list;
	int before;

	withhold("2=1,5 mnkr");
	confirm();
	withholdings(&list);
	before = documents_of(list.items[0].application);
	session_press(session, "Y v");
	SEEN("diarieför beslutet, inte expedierat än");
	session_press(session, "1");
	SEEN("Beslutet är diariefört och expedierat i dag.");
	ck_assert_int_eq(documents_of(list.items[0].application), before + 1);
	session_press(session, "v");
	SEEN("Beslutet är diariefört. Enter säger var");
	session_press(session, "B Tab");
	session_type(session, "Redovisningen är godkänd.");
	session_press(session, "Tab Tab Tab");
	session_type(session, "Elin Dahl");
	session_press(session, "Ctrl-S");
	confirm();
	session_press(session, "v 2");
	SEEN("där det expedieras");
	ck_assert_int_eq(documents_of(list.items[0].application), before + 2);
	session_press(session, "Enter");
	SEEN("beslutet om innehållande");
	SEEN("expedierad 2027-10-01");
	SEEN("inte expedierad än");
	withholding_list_done(&list);
	session_close(session);
	office_sound(cw);
}
END_TEST

static void claim(void);

START_TEST(the_letter_of_a_withheld_row_is_registered_from_the_plan)
{
	int64_t application = granting_application(cw, measure);
	int before;

	withhold("2=1,5 mnkr");
	confirm();
	before = documents_of(application);
	session_press(session, "Home v");
	SEEN("Raden är inte innehållen");
	session_press(session, "Down Down v"); /* the part that is withheld is a row of its own */
	SEEN("diarieför beslutet, inte expedierat än");
	session_press(session, "1");
	SEEN("Beslutet är diariefört och expedierat i dag.");
	ck_assert_int_eq(documents_of(application), before + 1);
	session_press(session, "v");
	SEEN("Beslutet är diariefört. I i ärendet öppnar diariet.");
	session_close(session);
	office_sit(cw, "cia");
	plan_show();
	session_press(session, "End v");
	UNSEEN("diarieför beslutet");
	session_close(session);
	office_sit(cw, "elin");
	office_sound(cw);
}
END_TEST

/* The focus moves down to the row that says this. */
static void stand_on(const char *text)
{
	session_press(session, "Home");
	for (int i = 0; i < 30 && !strstr(session_row(session, session_at(session)), text); i++)
		session_press(session, "Down");
}

START_TEST(to_do_opens_the_very_decision_whose_letter_waits)
{
	withhold("2=1,5 mnkr");
	confirm();
	session_close(session);
	claim();
	session_close(session);
	session = session_on(cw, 40, 132, &todo_pane, NULL);
	stand_on("innehållande 1:");
	SEEN("Härnäst: Expediera beslutet om innehållande till dem som har sökt.");
	session_press(session, "Enter");
	SEEN("> innehållet 1.1 1");
	session_press(session, "q");
	stand_on("återkrav 1:");
	SEEN("Härnäst: Expediera återkravet");
	session_press(session, "Enter");
	SEEN("> återkrav 1.1 1");
	session_close(session);
}
END_TEST

START_TEST(a_row_that_is_no_row_is_said_at_its_field)
{
	int64_t before = office_events(cw);

	withhold("2; tre");
	SEEN("är ingen rad i en betalningsplan");
	ck_assert_int_eq(office_events(cw), before);
	session_close(session);
}
END_TEST

static void claim(void)
{
	office_clock(cw, "2028-01-31 09:00:00");
	plan_show();
	session_press(session, "B 2 Right Right Right Tab Tab");
	SEEN("utbetalt 4 500 000 kr, varav 4 500 000 kr kan återkrävas");
	session_type(session, "3 mnkr");
	session_press(session, "Tab");
	session_type(session, "500 tkr");
	session_press(session, "Tab Tab");
	session_type(session, "En del avsåg åtgärden.");
	session_press(session, "Tab");
	session_type(session, "Hyra enligt räkenskaperna.");
	session_press(session, "Tab Tab Tab");
	session_type(session, "Annat ändamål.");
	session_press(session, "Tab Tab Tab");
	session_type(session, "Elin Dahl");
	session_press(session, "Ctrl-S");
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
	session_press(session, "Y ! Ctrl-S");
	SEEN("Kravbrevet är sparat som det skickades 2028-01-31 och står i ärendets diarium.");
	session_press(session, "Enter");
	SEEN("kravbrev 1, skickat 2028-01-31: handling");
	session_press(session, "Esc");
	session_press(session, "B Tab Right Tab Tab Ctrl-A Ctrl-K");
	session_type(session, "1 mnkr");
	session_press(session, "Tab Tab Tab Tab Tab Tab");
	session_type(session, "Räkenskaperna är rättade.");
	session_press(session, "Tab Tab Tab");
	session_type(session, "Elin Dahl");
	session_press(session, "Ctrl-S");
	confirm();
	SEEN("ersatt");
	OK(claim_list_load(cw, &(struct claim_query){.measure = measure}, &list, err));
	ck_assert_int_eq(list.items[1].net_ore, KRONOR(2000000));
	ck_assert_str_eq(list.items[1].evidence, "Hyra enligt räkenskaperna.");
	claim_list_done(&list);
	session_close(session);
	office_sound(cw);
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
	session = session_on(cw, 24, 80, &recovery_pane, &application);
	SEEN("Inget är innehållet eller återkrävt i ärendet.");
	session_close(session);
	OK(money_in_place(cw, NULL, id, &part, NULL, err));
	session = session_on(cw, 24, 80, &recovery_pane, &application);
	SEEN("inbetalning 1");
	session_close(session);
}
END_TEST

START_TEST(each_paper_of_a_claim_is_read_from_its_row)
{
	claim();
	session_press(session, "Y ! Ctrl-S Enter");
	SEEN("beräkningen: ränta rad för rad");
	session_press(session, "2");
	SEEN("Beslut om återkrav");
	SEEN("18, 19 och 20 §§");
	session_press(session, "q Enter 3");
	SEEN("Kravbrev");
	session_press(session, "q Enter 1");
	SEEN("Ränta enligt 20 §");
	session_close(session);
}
END_TEST

START_TEST(money_put_wrong_is_taken_back_and_money_entered_wrong_is_voided)
{
	const struct money_in_change money = {"13", "2027-10-01", "", KRONOR(1000)};
	struct money_part_change part = {.kind = "voluntary", .measure = measure, .ore = KRONOR(300)};
	int64_t id = 0, before;

	office_sit(cw, "cia");
	OK(money_in_add(cw, NULL, &money, &id, NULL, err));
	OK(money_in_place(cw, NULL, id, &part, NULL, err));
	part.ore = KRONOR(700);
	OK(money_in_place(cw, NULL, id, &part, NULL, err));
	session = session_on(cw, 24, 80, &recovery_pane, NULL);
	session_press(session, "End U");
	SEEN("Vilken del är fel fördelad?");
	SEEN("2 del 2: frivillig");
	session_press(session, "2");
	SEEN("Ta tillbaka del 2 av inbetalning 1");
	session_type(session, "Fel åtgärd.");
	session_press(session, "Enter");
	SEEN("Del 2 av inbetalning 1 är återtagen.");
	SEEN("700");
	session_press(session, "U");
	SEEN("Ta tillbaka del 1 av inbetalning 1");
	session_type(session, "Fel.");
	session_press(session, "Enter U");
	SEEN("Makulera inbetalning 1: 1 000 kr den 2027-10-01.");
	before = office_events(cw);
	session_press(session, "Enter");
	SEEN("Ange vad som var fel. Inget har sparats.");
	ck_assert_int_eq(office_events(cw), before);
	session_press(session, "U");
	session_type(session, "Registrerad två gånger.");
	session_press(session, "Enter");
	SEEN("Inbetalning 1 är makulerad: den räknas inte längre.");
	SEEN("makulerad");
	SEEN("0 kr att fördela");
	session_press(session, "U");
	SEEN("Den är felregistrerad och makulerad.");
	session_press(session, "e");
	SEEN("Den är felregistrerad och makulerad.");
	session_press(session, "Enter");
	SEEN("Registrerad två gånger.");
	session_close(session);
}
END_TEST

START_TEST(a_lending_rate_is_entered_with_its_source_by_the_controller_alone)
{
	struct lending_rate_list list;

	session = session_on(cw, 24, 80, &recovery_pane, NULL);
	session_press(session, "% +");
	SEEN("controller");
	session_close(session);
	office_sit(cw, "cia");
	session = session_on(cw, 24, 80, &recovery_pane, NULL);
	session_press(session, "% + Ctrl-A Ctrl-K");
	session_type(session, "2028-01-01");
	session_press(session, "Tab");
	session_type(session, "2,755");
	session_press(session, "Tab");
	session_type(session, "Riksgäldens beslut 2027-12-10");
	session_press(session, "Ctrl-S");
	SEEN("är ingen procentsats");
	session_press(session, "Backspace Ctrl-S");
	SEEN("2,75 %");
	SEEN("4,75 %");
	session_press(session, "Home");
	SEEN("Riksgäldens beslut 2027-12-10");
	OK(lending_rate_list_load(cw, &list, err));
	ck_assert_int_eq(list.items[0].rate, 275);
	lending_rate_list_done(&list);
	session_close(session);
}
END_TEST

START_TEST(who_may_not_decide_is_offered_nothing_of_it)
{
	office_sit(cw, "rut");
	plan_show();
	UNSEEN("innehåll, återkräv");
	session_press(session, "B");
	UNSEEN("Vilket beslut av delegationen");
	session_close(session);
}
END_TEST

static void golden(const char *name, const struct pane_kind *kind, const void *what, const char *keys)
{
	static const int sizes[][2] = {{24, 80}, {40, 132}, {10, 40}};
	char file[64];

	for (int size = 0; size < 3; size++) {
		session = session_on(cw, sizes[size][0], sizes[size][1], kind, what);
		session_press(session, keys);
		snprintf(file, sizeof file, "recovery-%s-%dx%d", name, sizes[size][1], sizes[size][0]);
		session_golden(session, file);
		session_close(session);
	}
}

START_TEST(the_screens_look_as_they_did)
{
	withhold("2=1,5 mnkr");
	confirm();
	session_close(session);
	claim();
	session_close(session);
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
	const TTest *const claims[] = {a_withheld_row_is_not_opened_and_stands_in_no_other_row_s_way,
		rows_are_withheld_from_the_plan_and_lifted_from_their_decision,
		letters_are_registered_from_their_row_each_once,
		the_letter_of_a_withheld_row_is_registered_from_the_plan,
		to_do_opens_the_very_decision_whose_letter_waits, a_row_that_is_no_row_is_said_at_its_field,
		a_claim_is_made_demanded_and_changed_on_the_screen, each_paper_of_a_claim_is_read_from_its_row,
		money_placed_on_a_case_stands_in_its_list,
		money_put_wrong_is_taken_back_and_money_entered_wrong_is_voided,
		a_lending_rate_is_entered_with_its_source_by_the_controller_alone,
		who_may_not_decide_is_offered_nothing_of_it, the_screens_look_as_they_did,
		no_key_means_two_things_in_a_pane, NULL};

	return claims_run_in("tui recovery", claims, begin, end, 20);
}

/* Payment files, accounts and the attest list on a sheet: nothing is sealed or recorded by Enter alone, and the file
 * goes out, is read back as paid and goes out the same. */
#include "folder.h"
#include "money_desk.h"

#include "base/file.h"
#include "base/words.h"
#include "casework/attest_power.h"
#include "casework/batch.h"
#include "casework/payee_account.h"

#include <unistd.h>

static char folder[FOLDER_PATH];

static void begin(void)
{
	money_desk_begin();
	ck_assert(folder_new(folder, "sealed"));
	money_desk_grant();
}

static void end(void)
{
	money_desk_end();
	rmdir(folder);
}

static int64_t account_add(void)
{
	struct payee_account_change change = {"19", "bankgiro", "5050-1055", "2026-01-01", "Brev 2026-01-02"};
	int64_t id = 0;

	OK(payee_account_add(office.cw, NULL, &change, &id, err));
	return id;
}

/* Row 1 of 2.1, 12,25 mnkr on 2027-01-15, is authorised, and where it is paid is known. */
static void authorised(void)
{
	int64_t account = account_add(), row = 0;

	office_sit(office.cw, "carl");
	OK(payee_account_check(office.cw, NULL, account, "5050-1055", err));
	OK(instalment_find(office.cw, office.two, 1, &row, err));
	office_attest(office.cw, row);
	office_sit(office.cw, "cia");
}

static void sealed(void)
{
	authorised();
	OK(batch_seal(office.cw, NULL, &(struct batch_wish){.through = "2027-01-15"}, NULL, err));
}

static enum instalment_state state_of(int n)
{
	enum instalment_state state = INSTALMENT_STATES;

	OK(plan_load(office.cw, office.two, &plan, err));
	for (int i = 0; i < plan.count; i++)
		if (plan.items[i].n == n)
			state = plan.items[i].state;
	plan_done(&plan);
	return state;
}

static const char *path_of(const char *name)
{
	return arena_format(&arena, "%s/%s", folder, name);
}

static const char *read_text(const char *path)
{
	struct buffer text;
	const char *kept;

	buffer_init(&text);
	OK(file_read(path, 1 << 20, &text, err));
	kept = arena_text(&arena, text.text);
	buffer_done(&text);
	return kept;
}

/* ---- sealing */

START_TEST(a_file_is_sealed_only_when_its_sum_is_typed)
{
	authorised();
	session = session_on(office.cw, 24, 80, &batches_pane, NULL);
	SEEN("Ingen betalfil är låst.");
	SEEN("1 attesterad rad är inte i någon fil, 12 250 000 kr.");
	session_press(session, "+");
	money_desk_answer("2027-01-14");
	SEEN("Det finns inget att låsa");
	session_press(session, "+");
	money_desk_answer("2027-01-15");
	SEEN("bankgiro 5050-1055");
	session_press(session, "Enter");
	money_desk_answer("12250001");
	ck_assert_int_eq(state_of(1), INSTALMENT_ATTESTED);
	money_desk_answer("12250000");
	SEEN("Betalfil 1 är låst, 12 250 000 kr.");
	SEEN("0 av 1");
	ck_assert_int_eq(state_of(1), INSTALMENT_SEALED);
	session_close(session);
}
END_TEST

START_TEST(who_may_not_seal_sees_no_key_for_it)
{
	sealed();
	office_sit(office.cw, "elin");
	session = session_on(office.cw, 24, 80, &batches_pane, NULL);
	UNSEEN("+ lås");
	session_press(session, "+");
	SEEN("controller");
	session_press(session, "Enter w");
	SEEN("Du får inte ta ut betalfiler, och det som väntar på en.");
	session_close(session);
}
END_TEST

/* ---- out, back as paid, and out again */

/* The economy system adds the day to each line of the file and sends it back. */
static void paid_write(const char *from, const char *to)
{
	struct buffer out;
	char *line, *rest = arena_text(&arena, from);
	bool first = true;

	buffer_init(&out);
	while ((line = strsep(&rest, "\n")) && *line) {
		buffer_format(&out, "%s,%s\n", line, first ? "paid" : "2026-11-22");
		first = false;
	}
	OK(file_write(to, out.text, out.bytes, true, 0600, err));
	buffer_done(&out);
}

static const char *written(const char *name)
{
	session_press(session, "w 1");
	money_desk_answer(path_of(name));
	SEEN("är skriven");
	return read_text(path_of(name));
}

START_TEST(a_file_goes_out_is_read_back_as_paid_and_goes_out_the_same)
{
	const char *first;
	int n = 1;

	sealed();
	session = session_on(office.cw, 30, 100, &batch_pane, &n);
	SEEN("EFF-2-2026-1-1");
	first = written("out.csv");
	paid_write(first, path_of("paid.csv"));
	session_push(session, &batches_pane, NULL);
	session_press(session, "i");
	money_desk_answer(path_of("paid.csv"));
	SEEN("Registreras som utbetalda: 1 av 1 rader, 12 250 000 kr.");
	ck_assert_int_eq(state_of(1), INSTALMENT_SEALED);
	money_desk_answer("12250000");
	SEEN("utbetald en annan dag");
	ck_assert_int_eq(state_of(1), INSTALMENT_PAID);
	session_press(session, "q q");
	SEEN("utbetald 2026-11-22");
	ck_assert_str_eq(written("again.csv"), first);
	unlink(path_of("out.csv"));
	unlink(path_of("paid.csv"));
	unlink(path_of("again.csv"));
	session_close(session);
}
END_TEST

START_TEST(a_line_that_is_not_recorded_is_noted_among_the_payment_files)
{
	static const char paid[] = "payment,amount,paid,reference\nEFF-99-2026-1-1,5.00,2026-11-22,1\n"
				   "EFF-2-2026-1-1,7.00,2026-11-22,2\n";
	int64_t before;

	sealed();
	OK(file_write(path_of("odd.csv"), paid, strlen(paid), true, 0600, err));
	session = session_on(office.cw, 30, 100, &batches_pane, NULL);
	session_press(session, "c");
	SEEN("Alla inlästa rader är registrerade som betalda.");
	session_press(session, "i");
	money_desk_answer(path_of("odd.csv"));
	SEEN("2 rader behöver granskas.");
	session_press(session, "Enter");
	SEEN("antecknas med c bland");
	session_press(session, "q c");
	SEEN("Vilken rad?");
	session_press(session, "2");
	SEEN("7 kr");
	before = office_events(office.cw);
	session_press(session, "Enter");
	SEEN("Ange vad som framkom om raden.");
	ck_assert_int_eq(office_events(office.cw), before);
	session_press(session, "c Enter");
	session_type(session, "Inte vår.");
	session_press(session, "Enter");
	SEEN("Det som framkom om rad 2 är antecknat.");
	session_press(session, "c");
	session_press(session, "Enter");
	session_type(session, "Delbetalning, resten i morgon.");
	session_press(session, "Enter");
	SEEN("Det som framkom om rad 3 är antecknat.");
	session_press(session, "v Enter");
	SEEN("Inte vår. (");
	UNSEEN("antecknas med c");
	unlink(path_of("odd.csv"));
	session_close(session);
}
END_TEST

START_TEST(what_came_back_says_so_in_the_plan_and_its_form_plans_another)
{
	int64_t row = 0;

	sealed();
	OK(instalment_find(office.cw, office.two, 1, &row, err));
	OK(instalment_paid(office.cw, NULL, row, "2026-11-22", "", err));
	session = session_on(office.cw, 24, 80, &plan_pane, &office.two);
	session_press(session, "Z");
	money_desk_answer("2026-11-22 Kontot är avslutat.");
	SEEN("Rad 1 kom tillbaka 2026-11-22.");
	ck_assert_int_eq(state_of(1), INSTALMENT_RETURNED);
	session_press(session, "e Ctrl-S");
	ck_assert_int_eq(state_of(4), INSTALMENT_PLANNED);
	session_close(session);
}
END_TEST

START_TEST(a_template_that_lets_go_what_the_decision_holds_back_is_refused_in_its_form)
{
	session = session_on(office.cw, 30, 100, &plan_pane, &office.two);
	session_press(session, "% Ctrl-S");
	SEEN("är beslutets och gäller 7 350 000 kr");
	ck_assert_int_eq(state_of(3), INSTALMENT_CONDITION);
	session_close(session);
}
END_TEST

/* ---- accounts and the attest list */

START_TEST(an_account_is_checked_by_another_who_types_its_number)
{
	account_add();
	session = session_on(office.cw, 24, 80, &accounts_pane, NULL);
	SEEN("ej kontrollerat");
	session_press(session, "y");
	SEEN("Du har fört in kontot. Någon annan kontrollerar det.");
	session_close(session);
	office_sit(office.cw, "carl");
	session = session_on(office.cw, 24, 80, &accounts_pane, NULL);
	session_press(session, "y");
	money_desk_answer("5050-1056");
	SEEN("ej kontrollerat");
	session_press(session, "y");
	money_desk_answer("50501055");
	SEEN("Kontrollerad av   Carl Rönn");
	SEEN("gäller");
	session_close(session);
}
END_TEST

START_TEST(a_row_of_the_attest_list_ends_by_the_administrator)
{
	office_sit(office.cw, "carl");
	session = session_on(office.cw, 24, 80, &attesters_pane, NULL);
	SEEN("Carl Rönn");
	session_press(session, "e");
	SEEN("administratör");
	session_close(session);
	office_sit(office.cw, "adam");
	session = session_on(office.cw, 24, 80, &attesters_pane, NULL);
	session_press(session, "e Ctrl-S");
	SEEN("Raden på attestlistan upphör 2026-11-22.");
	session_close(session);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {a_file_is_sealed_only_when_its_sum_is_typed, who_may_not_seal_sees_no_key_for_it,
		a_file_goes_out_is_read_back_as_paid_and_goes_out_the_same,
		a_line_that_is_not_recorded_is_noted_among_the_payment_files,
		what_came_back_says_so_in_the_plan_and_its_form_plans_another,
		a_template_that_lets_go_what_the_decision_holds_back_is_refused_in_its_form,
		an_account_is_checked_by_another_who_types_its_number,
		a_row_of_the_attest_list_ends_by_the_administrator, NULL};

	return claims_run_in("tui sealed", claims, begin, end, 60);
}

/* The letters of decisions on money already granted, and demands: in the case's register as they are sent, to those
 * they go to, once. */
#include "claims.h"
#include "reclaiming.h"

#include "casework/application.h"
#include "casework/decision_paper.h"
#include "casework/dispatch.h"
#include "casework/document.h"
#include "casework/event.h"
#include "casework/todo.h"

#include "base/words.h"

static struct casework *cw;
static int64_t measure, withheld;

static const struct withholding_lifting lifting = {
	"2027-11-01", "It has come.", 0, "Kim Ek (ordförande)", "Elin Dahl", ""};

/* A joint measure of Halland and Dalarna; what is not paid of it is withheld on 2027-10-01. */
static void begin(void)
{
	static const struct measure_amount amounts[] = {{2027, true, true, KRONOR(20000000), KRONOR(19600000)},
		{2028, true, true, KRONOR(5000000), KRONOR(4900000)}};
	static const char *const with[] = {"20"};
	struct withholding_change change = reclaiming_withholding();
	struct decision_change grant = granting_whole();

	words_open("en");
	cw = office_open();
	measure = granting_measure_of(cw, with, 1, amounts, 2);
	granting_decide(cw, measure, &grant);
	office_clock(cw, "2027-11-02 09:00:00");
	reclaiming_pay(cw, measure, 1, "2027-01-15");
	office_sit(cw, "elin");
	OK(withholding_record(cw, NULL, measure, &change, &withheld, err));
}

static void end(void)
{
	office_sound(cw);
	casework_close(cw);
}

static struct withholding withholding_now(struct withholding_list *list)
{
	OK(withholding_list_load(cw, measure, list, err));
	return list->items[0];
}

static bool put(const struct decision_paper_change *change, int64_t *document, struct error *err)
{
	return decision_paper_put(cw, NULL, change, document, err);
}

static struct document document_now(int64_t id, struct document_list *list)
{
	OK(document_list_load(cw, &(struct document_query){.id = id}, list, err));
	return list->items[0];
}

START_TEST(what_is_withheld_is_told_all_who_apply_in_one_letter)
{
	struct decision_paper_change change = {.withholding = withheld, .text = "Beslut.\n", .sent_on = "2027-10-02"};
	struct withholding_list list;
	struct document_list documents;
	struct dispatch_list sent;
	struct document paper;
	int64_t id;

	OK(put(&change, &id, err));
	paper = document_now(id, &documents);
	ck_assert_str_eq(paper.direction, "out");
	ck_assert_str_eq(paper.kind, "decision");
	ck_assert_str_eq(paper.subject, "Beslut 2027-10-01 om innehållande 1, åtgärd 1");
	document_list_done(&documents);
	OK(dispatch_list_load(cw, id, &sent, err));
	ck_assert_int_eq(sent.count, 2);
	ck_assert_str_eq(sent.items[0].way, "email");
	ck_assert_str_eq(sent.items[1].sent_on, "2027-10-02");
	dispatch_list_done(&sent);
	ck_assert_int_eq(withholding_now(&list).sent.document, id);
	ck_assert_int_eq(list.items[0].sent.sent, 2);
	ck_assert_str_eq(list.items[0].sent.sent_on, "2027-10-02");
	ck_assert_int_eq(list.items[0].lifted_sent.document, 0);
	withholding_list_done(&list);
	REFUSED(put(&change, NULL, err), ERROR_INVALID, "has its paper already");
}
END_TEST

START_TEST(a_letter_is_known_whatever_its_subject_line_has_become)
{
	struct decision_paper_change change = {.withholding = withheld, .text = "Beslut.\n", .sent_on = "2027-10-02"};
	struct document_change typed = {.direction = "out",
		.kind = "decision",
		.on_day = "2027-10-02",
		.way = "email",
		.region = "13",
		.subject = "Innehållande"};
	int64_t id;

	OK(put(&change, &id, err));
	OK(document_change(cw, NULL, id, &typed, err));
	REFUSED(put(&change, NULL, err), ERROR_INVALID, "has its paper already");
	OK(withholding_lift(cw, NULL, withheld, &lifting, err));
	change.document = id;
	change.lifting = true;
	change.sent_on = NULL;
	REFUSED(put(&change, NULL, err), ERROR_INVALID, "of another decision");
}
END_TEST

START_TEST(the_letter_that_lifts_it_is_another_and_comes_after)
{
	struct decision_paper_change change = {.withholding = withheld, .lifting = true, .text = "Beslut.\n"};
	struct withholding_list list;

	REFUSED(put(&change, NULL, err), ERROR_INVALID, "has not been lifted");
	OK(withholding_lift(cw, NULL, withheld, &lifting, err));
	change.sent_on = "2027-10-31";
	REFUSED(put(&change, NULL, err), ERROR_INVALID, "before it was decided on 2027-11-01");
	change.sent_on = NULL;
	OK(put(&change, NULL, err));
	ck_assert_int_eq(withholding_now(&list).sent.document, 0);
	ck_assert_int_ne(list.items[0].lifted_sent.document, 0);
	ck_assert_int_eq(list.items[0].lifted_sent.listed, 2);
	ck_assert_ptr_null(list.items[0].lifted_sent.sent_on); /* not sent yet */
	withholding_list_done(&list);
}
END_TEST

START_TEST(a_letter_that_is_void_is_put_again)
{
	struct decision_paper_change change = {.withholding = withheld, .text = "Beslut.\n", .sent_on = "2027-10-02"};
	struct withholding_list list;
	int64_t wrong, right;

	OK(put(&change, &wrong, err));
	OK(document_void(cw, NULL, wrong, "The wrong letter.", err));
	ck_assert_int_eq(withholding_now(&list).sent.document, 0);
	withholding_list_done(&list);
	OK(put(&change, &right, err));
	ck_assert_int_ne(right, wrong);
}
END_TEST

static int64_t claim_make(void)
{
	struct claim_change change = reclaiming_claim();
	int64_t id;

	change.ore = KRONOR(1000000);
	change.decided_on = "2027-10-20";
	change.pay_by = "2027-12-01";
	OK(claim_record(cw, NULL, measure, &change, &id, err));
	return id;
}

START_TEST(a_claim_is_sent_to_the_region_it_is_on_by_the_way_said)
{
	struct decision_paper_change change = {
		.claim = claim_make(), .text = "Beslut.\n", .sent_on = "2027-10-21", .way = "post"};
	struct dispatch_list sent;
	struct claim_list list;
	int64_t id;

	OK(put(&change, &id, err));
	OK(dispatch_list_load(cw, id, &sent, err));
	ck_assert_int_eq(sent.count, 1);
	ck_assert_str_eq(sent.items[0].region, "13");
	ck_assert_str_eq(sent.items[0].way, "post");
	dispatch_list_done(&sent);
	OK(claim_list_load(cw, &(struct claim_query){.measure = measure}, &list, err));
	ck_assert_int_eq(list.items[0].sent.document, id);
	claim_list_done(&list);
}
END_TEST

static bool letter_write(void *with, struct casework *office, const struct claim_sheet *sheet, const char *sent_on,
	struct buffer *out, struct error *error)
{
	(void)with;
	(void)office;
	(void)sheet;
	(void)error;
	buffer_format(out, "Krav %s.\n", sent_on);
	return true;
}

START_TEST(a_demand_stands_in_the_register_as_it_was_sent_and_once_however_often_it_is_tried)
{
	struct demand_change change = {.sent_on = "2027-10-25", .registered = true};
	struct operation op = operation_new();
	struct document_list documents;
	struct dispatch_list sent;
	struct claim_sheet sheet;
	int64_t claim = claim_make(), id = 0, again = 0, before, document;

	OK(demand_send(cw, &op, claim, &change, letter_write, NULL, &id, err));
	before = office_events(cw);
	OK(demand_send(cw, &op, claim, &change, letter_write, NULL, &again, err));
	ck_assert_int_eq(again, id);
	ck_assert_int_eq(office_events(cw), before);
	OK(claim_sheet_load(cw, claim, day_read("2027-11-02"), &sheet, err));
	ck_assert_int_eq(sheet.demand_count, 1);
	ck_assert_int_gt(sheet.demands[0].document_n, 0);
	OK(document_list_load(
		cw, &(struct document_query){.of = {.application = sheet.claim.application}}, &documents, err));
	document = documents.items[documents.count - 1].id;
	ck_assert_int_eq(documents.items[documents.count - 1].n, sheet.demands[0].document_n);
	ck_assert_str_eq(documents.items[documents.count - 1].subject, "Kravbrev 1, återkrav 1, åtgärd 1");
	ck_assert_str_eq(documents.items[documents.count - 1].on_day, "2027-10-25");
	document_list_done(&documents);
	claim_sheet_done(&sheet);
	OK(dispatch_list_load(cw, document, &sent, err));
	ck_assert_int_eq(sent.count, 1);
	ck_assert_str_eq(sent.items[0].region, "13");
	ck_assert_str_eq(sent.items[0].sent_on, "2027-10-25");
	dispatch_list_done(&sent);
}
END_TEST

/* The only task about a letter, of this sort and about this; "" none. */
static void only_letter(const char *code, const char *text)
{
	struct todo_list list;
	int count = 0;

	OK(todo_list_load(cw, false, &list, err));
	for (int i = 0; i < list.count; i++) {
		if (strncmp(list.items[i].code, "letter_", 7) != 0)
			continue;
		count++;
		ck_assert_str_eq(list.items[i].code, code);
		ck_assert_str_eq(list.items[i].text, text);
		ck_assert_int_eq(list.items[i].measure, measure);
	}
	ck_assert_int_eq(count, *code != '\0');
	todo_list_done(&list);
}

START_TEST(what_is_withheld_waits_until_everybody_who_applies_has_been_sent_it)
{
	struct decision_paper_change change = {.withholding = withheld, .text = "Beslut.\n"};
	struct dispatch_list sent;
	int64_t wrong, right;

	only_letter("letter_withheld", "withholding 1: Monitoring at home");
	change.sent_on = "2027-10-02";
	OK(put(&change, &wrong, err));
	only_letter("", "");
	OK(document_void(cw, NULL, wrong, "The wrong letter.", err));
	only_letter("letter_withheld", "withholding 1: Monitoring at home");
	change.sent_on = NULL;
	OK(put(&change, &right, err));
	OK(dispatch_list_load(cw, right, &sent, err));
	ck_assert_int_eq(sent.count, 2);
	for (int i = 0; i < sent.count; i++) {
		only_letter("letter_withheld", "withholding 1: Monitoring at home");
		OK(dispatch_send(cw, NULL, right, sent.items[i].id, "2027-10-02", err));
	}
	dispatch_list_done(&sent);
	only_letter("", "");
	OK(withholding_lift(cw, NULL, withheld, &lifting, err));
	only_letter("letter_lifted", "lifting of 1: Monitoring at home"); /* what was sent before is another letter */
	change.lifting = true;
	change.sent_on = "2027-11-02";
	OK(put(&change, NULL, err));
	only_letter("", "");
}
END_TEST

START_TEST(a_claim_waits_to_be_sent_until_a_later_one_is_put_in_its_place)
{
	struct decision_paper_change change = {.withholding = withheld, .text = "Beslut.\n", .sent_on = "2027-10-02"};
	struct claim_change later = reclaiming_claim();
	int64_t claim = claim_make(), second;

	OK(put(&change, NULL, err));
	only_letter("letter_claim", "claim 1: Monitoring at home");
	later.replaces = claim;
	later.ore = KRONOR(500000);
	later.provision = "FL 37";
	later.decided_on = "2027-11-01";
	later.pay_by = "2027-12-15";
	OK(claim_record(cw, NULL, measure, &later, &second, err));
	only_letter("letter_claim", "claim 2: Monitoring at home");
	change = (struct decision_paper_change){.claim = second, .text = "Beslut.\n", .sent_on = "2027-11-02"};
	OK(put(&change, NULL, err));
	only_letter("", "");
}
END_TEST

START_TEST(a_letter_is_for_the_case_s_officer_or_whoever_registers)
{
	int64_t application = granting_application(cw, measure);
	struct todo_list list;

	office_sit(cw, "cia");
	OK(todo_list_load(cw, true, &list, err));
	for (int i = 0; i < list.count; i++)
		ck_assert_str_ne(list.items[i].code, "letter_withheld");
	todo_list_done(&list);
	office_sit(cw, "elin");
	OK(application_assign(cw, NULL, application, office_person(cw, "elin"), err));
	OK(todo_list_load(cw, true, &list, err));
	ck_assert_int_gt(list.count, 0);
	for (int i = 0, seen = 0; i < list.count; i++) {
		seen += !strcmp(list.items[i].code, "letter_withheld");
		ck_assert(seen || i + 1 < list.count);
	}
	todo_list_done(&list);
}
END_TEST

START_TEST(who_may_not_register_puts_no_letter)
{
	struct decision_paper_change change = {.withholding = withheld, .text = "Beslut.\n"};
	int64_t before = office_events(cw);

	office_sit(cw, "rev");
	ck_assert(!put(&change, NULL, &(struct error){0}));
	ck_assert_int_eq(office_events(cw), before);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {what_is_withheld_is_told_all_who_apply_in_one_letter,
		a_letter_is_known_whatever_its_subject_line_has_become,
		the_letter_that_lifts_it_is_another_and_comes_after, a_letter_that_is_void_is_put_again,
		a_claim_is_sent_to_the_region_it_is_on_by_the_way_said,
		a_demand_stands_in_the_register_as_it_was_sent_and_once_however_often_it_is_tried,
		what_is_withheld_waits_until_everybody_who_applies_has_been_sent_it,
		a_claim_waits_to_be_sent_until_a_later_one_is_put_in_its_place,
		a_letter_is_for_the_case_s_officer_or_whoever_registers, who_may_not_register_puts_no_letter, NULL};

	return claims_run_in("letters", claims, begin, end, 30);
}

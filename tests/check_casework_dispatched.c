/* From the decision to those it concerns: the letter in the register, whom it was sent to, and the list of grants that
 * everybody may read. */
#include "claims.h"
#include "convened.h"
#include "granting.h"

#include "casework/decision_paper.h"
#include "casework/dispatch.h"
#include "casework/document.h"
#include "casework/event.h"
#include "casework/published.h"

#include "base/words.h"

static struct casework *cw;
static int64_t measure, application, decision;

/* A joint measure of Halland and Dalarna, granted. */
static void office_begin(void)
{
	static const struct measure_amount amounts[] = {
		{2027, true, true, KRONOR(24000000), KRONOR(19600000)},
		{2028, true, true, KRONOR(6000000), KRONOR(4900000)},
	};
	static const char *const with[] = {"20"};
	struct decision_change change = granting_whole();

	words_open("en");
	cw = office_open();
	office_sit(cw, "elin");
	measure = granting_measure_of(cw, with, 1, amounts, 2);
	application = granting_application(cw, measure);
	decision = granting_decide(cw, measure, &change);
}

static void office_end(void)
{
	office_sound(cw);
	casework_close(cw);
}

static struct decision_paper_change letter(const char *sent_on)
{
	return (struct decision_paper_change){.decision = decision, .text = "Beslut.\n", .sent_on = sent_on};
}

static bool put(const struct decision_paper_change *change, struct error *err)
{
	return decision_paper_put(cw, NULL, change, NULL, err);
}

static struct decision_sent sent_now(struct decision_list *list)
{
	OK(decision_list_load(cw, measure, list, err));
	return list->items[0].sent;
}

START_TEST(a_decision_waits_until_everybody_who_applies_has_been_sent_it)
{
	struct decision_paper_change change;
	struct decision_list list;
	struct dispatch_list receivers;
	int64_t document = 0;

	office_begin();
	change = letter(NULL);
	ck_assert_int_eq(office_tasks(cw, "dispatch"), 1);
	OK(decision_paper_put(cw, NULL, &change, &document, err));
	ck_assert_int_eq(office_tasks(cw, "dispatch"), 1);
	OK(dispatch_list_load(cw, document, &receivers, err));
	ck_assert_int_eq(receivers.count, 2);
	ck_assert_ptr_null(receivers.items[0].sent_on);
	OK(dispatch_send(cw, NULL, document, receivers.items[0].id, "2026-11-21", err));
	ck_assert_int_eq(office_tasks(cw, "dispatch"), 1);
	OK(dispatch_send(cw, NULL, document, receivers.items[1].id, "2026-11-22", err));
	dispatch_list_done(&receivers);
	ck_assert_int_eq(office_tasks(cw, "dispatch"), 0);
	struct decision_sent sent = sent_now(&list);
	ck_assert_int_eq(sent.listed, 2);
	ck_assert_int_eq(sent.sent, 2);
	ck_assert_str_eq(sent.sent_on, "2026-11-22");
	decision_list_done(&list);
	office_end();
}
END_TEST

START_TEST(a_decision_has_one_paper_in_its_own_case)
{
	struct decision_paper_change change;
	struct document_change other = {
		.direction = "out", .kind = "decision", .on_day = "2026-11-21", .subject = "Beslut"};
	struct case_ref of = {0};
	int64_t document;

	office_begin();
	change = letter("2026-11-19");
	REFUSED(put(&change, err), ERROR_INVALID, "before it was decided");
	of.application = granting_application(cw, granting_measure(cw));
	OK(document_add(cw, NULL, &of, &other, NULL, &document, err));
	change.document = document;
	change.sent_on = NULL;
	REFUSED(put(&change, err), ERROR_INVALID, "not in the register");
	of.application = application;
	OK(document_add(cw, NULL, &of, &other, NULL, &document, err));
	change.document = document;
	OK(put(&change, err));
	REFUSED(put(&change, err), ERROR_INVALID, "its paper already: document 1");
	OK(document_void(cw, NULL, document, "Wrong file.", err));
	change = letter("2026-11-22");
	OK(put(&change, err)); /* a void one is none */
	change.decision = 0;
	change.ruling = 7;
	REFUSED(put(&change, err), ERROR_MISSING, "no such decision");
	office_sit(cw, "cia");
	change = letter(NULL);
	REFUSED(put(&change, err), ERROR_DENIED, "");
	office_end();
}
END_TEST

START_TEST(the_list_of_grants_tells_what_is_granted_and_nothing_more)
{
	struct decision_change refusal = granting_refusal("Another pays.");
	struct published_list list;

	office_begin();
	granting_decide(cw, granting_measure(cw), &refusal);
	granting_measure(cw);
	OK(published_load(cw, 0, 0, &list, err));
	ck_assert_int_eq(list.count, 1);
	ck_assert_int_eq(list.granted_ore, KRONOR(24500000));
	ck_assert_str_eq(list.items[0].lead, "Region Halland");
	ck_assert_int_eq(list.items[0].participants, 2);
	published_done(&list);
	office_end();
}
END_TEST

static void hash_now(const struct published_list *list, char out[HASH_TEXT])
{
	unsigned char bytes[HASH_BYTES];
	struct buffer text;
	struct hash hash;

	buffer_init(&text);
	published_json(list, &text);
	hash_init(&hash);
	hash_add(&hash, text.text, text.bytes);
	hash_done(&hash, bytes);
	hash_text(bytes, out);
	buffer_done(&text);
}

START_TEST(what_was_made_known_stays_though_the_decision_is_replaced)
{
	struct decision_change change = granting_whole();
	struct publication_list known;
	struct published_list list;
	char hash[HASH_TEXT];
	int64_t id = 0;

	office_begin();
	REFUSED(publication_record(cw, NULL, 0, "2026-11-23", "The web", NULL, err), ERROR_INVALID, "2026-11-23");
	REFUSED(publication_record(cw, NULL, 0, "2025-01-01", "The web", NULL, err), ERROR_INVALID, "on the list");
	REFUSED(publication_record(cw, NULL, 0, NULL, " ", NULL, err), ERROR_INVALID, "Where or how");
	OK(publication_record(cw, NULL, 0, NULL, "The web", &id, err));
	change.ground = "36 § FL, the section of the minutes was wrong";
	granting_decide(cw, measure, &change);
	OK(published_load(cw, id, 0, &list, err));
	ck_assert_int_eq(list.items[0].decision_n, 1);
	hash_now(&list, hash);
	published_done(&list);
	OK(publication_list_load(cw, &known, err));
	ck_assert_str_eq(known.items[0].hash, hash);
	ck_assert_int_eq(known.items[0].rows, 1);
	publication_list_done(&known);
	OK(published_load(cw, 0, 0, &list, err));
	ck_assert_int_eq(list.items[0].decision_n, 2);
	published_done(&list);
	office_end();
}
END_TEST

START_TEST(a_barred_person_reads_a_grant_once_anybody_has_been_told)
{
	struct decision_paper_change change;
	struct published_list list;

	office_begin();
	change = letter("2026-11-22");
	convened_bar(cw, "olle", application);
	office_sit(cw, "olle");
	OK(published_load(cw, 0, 0, &list, err));
	ck_assert_int_eq(list.count, 0);
	ck_assert_int_eq(list.hidden, 1);
	published_done(&list);
	REFUSED(publication_record(cw, NULL, 0, NULL, "The web", NULL, err), ERROR_DENIED, "take no part");
	office_sit(cw, "elin");
	OK(put(&change, err));
	office_sit(cw, "olle");
	OK(published_load(cw, 0, 0, &list, err));
	ck_assert_int_eq(list.count, 1);
	published_done(&list);
	office_end();
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		a_decision_waits_until_everybody_who_applies_has_been_sent_it,
		a_decision_has_one_paper_in_its_own_case,
		the_list_of_grants_tells_what_is_granted_and_nothing_more,
		what_was_made_known_stays_though_the_decision_is_replaced,
		a_barred_person_reads_a_grant_once_anybody_has_been_told,
		NULL,
	};

	return claims_run("casework dispatched", claims, 20);
}

/* Participants' anchoring and shares: who has sent what, and who stands for how much. */
#include "cases.h"
#include "casework/event.h"
#include "casework/share.h"
#include "claims.h"

#include "base/words.h"

static struct casework *cw;
static int64_t application, measure;

static void office(const char *login)
{
	words_open("en");
	cw = office_open();
	office_sit(cw, login);
	application = application_of(cw, "13", "Gemensam ansökan");
	measure = measure_of(cw, application, "Plattform", 1000, 100);
}

static struct participant_change decision_of(const char *region)
{
	return (struct participant_change){.region = region,
		.own_number = "RS/344/2025",
		.paper = "decision",
		.paper_on = "2026-05-27",
		.paper_body = "Hälso- och sjukvårdsnämnden",
		.certified_on = "2026-06-01",
		.body_kind = "committee",
		.section = "§ 87",
		.number = "HSN/1005/2026",
		.certified_name = "K. Exempel",
		.certified_title = "regiondirektör",
		.contribution = "400 timmar"};
}

static struct application loaded(void)
{
	struct application out;

	OK(application_load(cw, application, &out, err));
	return out;
}

START_TEST(the_anchoring_reads_back_with_its_body_section_and_representative)
{
	struct participant_change change = decision_of("13");
	struct application detail;
	const struct participant *lead;

	office("elin");
	OK(participant_put(cw, NULL, application, &change, err));
	detail = loaded();
	lead = &detail.participants[0];
	ck_assert_str_eq(lead->body_kind, "committee");
	ck_assert_str_eq(lead->section, "§ 87");
	ck_assert_str_eq(lead->number, "HSN/1005/2026");
	ck_assert_str_eq(lead->certified_name, "K. Exempel");
	ck_assert_str_eq(lead->certified_title, "regiondirektör");
	ck_assert_str_eq(lead->contribution, "400 timmar");
	ck_assert_ptr_null(lead->document);
	ck_assert(participant_is_complete(lead));
	application_done(&detail);
	change.body_kind = "senate";
	REFUSED(participant_put(cw, NULL, application, &change, err), ERROR_INVALID, "Kind of body: “senate”");
	change = decision_of("13");
	change.document = "4";
	REFUSED(participant_put(cw, NULL, application, &change, err), ERROR_INVALID,
		"Document: The application has no document 4");
	casework_close(cw);
}
END_TEST

START_TEST(a_proposal_or_a_paper_that_was_handled_never_counts_as_the_decision)
{
	static const char *const regions[] = {"13", "19", "20", "23"};
	static const char *const papers[] = {"decision", "proposal", "handled", "decision"};
	struct application detail;

	office("elin");
	for (int i = 0; i < 4; i++) {
		struct participant_change change = decision_of(regions[i]);

		change.paper = papers[i];
		if (i == 3)
			change.certified_on = NULL;
		OK(participant_put(cw, NULL, application, &change, err));
	}
	detail = loaded();
	ck_assert_int_eq(detail.participant_count, 4);
	ck_assert_int_eq(participants_complete(detail.participants, detail.participant_count), 1);
	application_done(&detail);
	casework_close(cw);
}
END_TEST

START_TEST(a_document_of_the_application_is_named_by_its_number)
{
	struct participant_change change = decision_of("13");
	struct application detail;

	office("elin");
	rows_put(cw,
		"INSERT INTO document (application, n, direction, kind, on_day, subject, registered_by, registered_at)"
		" VALUES (1, 1, 'in', 'decision', '2026-06-01', 'Protokoll', 1, '2026-06-01 09:00:00')");
	change.document = change.certified_document = "1";
	OK(participant_put(cw, NULL, application, &change, err));
	detail = loaded();
	ck_assert_str_eq(detail.participants[0].document, "1");
	ck_assert_str_eq(detail.participants[0].certified_document, "1");
	application_done(&detail);
	casework_close(cw);
}
END_TEST

/* ---- shares */

static void four(void)
{
	static const char *const regions[] = {"19", "20", "23"};

	for (int i = 0; i < 3; i++) {
		struct participant_change change = {.region = regions[i]};

		OK(participant_put(cw, NULL, application, &change, err));
	}
}

static int64_t share_at(const char *region)
{
	struct share_list list;
	int64_t ore = MONEY_UNKNOWN;

	OK(share_list_load(cw, application, &list, err));
	for (int i = 0; i < list.count; i++)
		if (!strcmp(list.items[i].region, region) && list.items[i].measure == measure)
			ore = list.items[i].ore;
	share_list_done(&list);
	return ore;
}

static int64_t sum(int *count)
{
	struct share_list list;
	int64_t ore;

	OK(share_list_load(cw, application, &list, err));
	ore = share_sum(&list, measure, count);
	share_list_done(&list);
	return ore;
}

START_TEST(what_is_sought_is_split_to_the_ore_and_the_first_get_what_is_left_over)
{
	int count = 0;

	office("elin");
	measure = measure_of(cw, application, "Införa AI", 2000, 1000);
	four();
	OK(share_put(cw, NULL, measure, "20", 0, err)); /* Dalarna has left the measure */
	OK(share_split(cw, NULL, measure, err));
	ck_assert_int_eq(share_at("13"), 33334); /* the lead first */
	ck_assert_int_eq(share_at("23"), 33333); /* Jämtland before Västmanland in Swedish order */
	ck_assert_int_eq(share_at("19"), 33333);
	ck_assert_int_eq(share_at("20"), 0);
	ck_assert_int_eq(sum(&count), 100000);
	ck_assert_int_eq(count, 4);
	REFUSED(share_split(cw, NULL, measure, err), ERROR_INVALID, "split like that already");
	casework_close(cw);
}
END_TEST

START_TEST(a_share_is_of_a_region_that_takes_part_and_of_a_measure_that_is_open)
{
	office("elin");
	four();
	OK(share_put(cw, NULL, measure, "19", 4000, err));
	ck_assert_int_eq(share_at("19"), 4000);
	OK(share_put(cw, NULL, measure, "19", MONEY_UNKNOWN, err));
	ck_assert_int_eq(share_at("19"), MONEY_UNKNOWN);
	REFUSED(share_put(cw, NULL, measure, "99", 1, err), ERROR_INVALID, "does not take part");
	REFUSED(share_put(cw, NULL, measure, "19", -2, err), ERROR_INVALID, "negative");
	measure = measure_of(cw, application, "Okänt belopp", -1, -1);
	REFUSED(share_split(cw, NULL, measure, err), ERROR_INVALID, "not known for every year");
	OK(measure_withdraw(cw, NULL, measure, "2026-11-20", "Tas tillbaka.", err));
	REFUSED(share_put(cw, NULL, measure, "19", 1, err), ERROR_INVALID, "was withdrawn");
	office_sit(cw, "maja");
	REFUSED(share_put(cw, NULL, measure, "19", 1, err), ERROR_DENIED, "change measures");
	casework_close(cw);
}
END_TEST

static void finding_keep(void *with, const char *finding)
{
	snprintf(with, 600, "%s", finding);
}

START_TEST(a_share_altered_past_the_program_is_found)
{
	char found[600] = "";
	int count = 0;

	office("elin");
	four();
	OK(share_split(cw, NULL, measure, err));
	OK(check_all(cw, finding_keep, found, &count, err));
	ck_assert_msg(count == 0, "%s", found);
	rows_put(cw, "UPDATE share SET ore = ore + 1 WHERE participant = 1");
	OK(check_all(cw, finding_keep, found, &count, err));
	ck_assert_int_eq(count, 1);
	ck_assert_msg(strstr(found, "Fields: shares") != NULL, "%s", found);
	casework_close(cw);
}
END_TEST

START_TEST(several_regions_join_at_once_or_none_does)
{
	static const char *const all[] = {"13", "19", "20", "23"};
	static const char *const wrong[] = {"19", "99"};
	struct operation op = {.id = "6f1c3a52-0b8e-4d0b-9c55-1b2a3c4d5e6f"};
	struct application whole;
	int added = -1;

	office("elin");
	REFUSED(participants_join(cw, NULL, application, wrong, 2, &added, err), ERROR_INVALID, "99");
	ck_assert_int_eq(added, -1);
	OK(participants_join(cw, &op, application, all, 4, &added, err));
	ck_assert_int_eq(added, 3);                                     /* the lead was there */
	OK(participants_join(cw, &op, application, all, 4, NULL, err)); /* tried again */
	whole = loaded();
	ck_assert_int_eq(whole.participant_count, 4);
	application_done(&whole);
	REFUSED(participants_join(cw, NULL, application, all, 4, &added, err), ERROR_INVALID, "take part already");
	office_sit(cw, "maja");
	REFUSED(participants_join(cw, NULL, application, all, 4, &added, err), ERROR_DENIED, "change applications");
	casework_close(cw);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {the_anchoring_reads_back_with_its_body_section_and_representative,
		a_proposal_or_a_paper_that_was_handled_never_counts_as_the_decision,
		a_document_of_the_application_is_named_by_its_number,
		what_is_sought_is_split_to_the_ore_and_the_first_get_what_is_left_over,
		a_share_is_of_a_region_that_takes_part_and_of_a_measure_that_is_open,
		a_share_altered_past_the_program_is_found, several_regions_join_at_once_or_none_does, NULL};

	return claims_run("anchoring", claims, 60);
}

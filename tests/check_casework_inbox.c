/* Papers without a case, matters of other kinds, and the series of numbers they share with the applications. */
#include "cases.h"
#include "claims.h"
#include "papers.h"

#include "casework/inbox.h"
#include "casework/matter.h"

#include "base/words.h"

static struct casework *cw;
static struct case_ref joint, own;
static const struct case_ref inbox;

static void office_begin(void)
{
	words_open("en");
	cw = office_open();
	office_sit(cw, "rut");
	joint = (struct case_ref){application_of(cw, "13", "Gemensam AI"), 0};
	own = (struct case_ref){application_of(cw, "23", "Närmare vård"), 0};
}

static void office_end(void)
{
	int findings = -1;

	office_sit(cw, "rev");
	ck_assert_str_eq(papers_check(cw, &findings), "");
	casework_close(cw);
}

static int inbox_count(void)
{
	struct document_query query = {.inbox = true};
	struct document_list list;
	int count;

	OK(document_list_load(cw, &query, &list, err));
	count = list.count;
	document_list_done(&list);
	return count;
}

static struct matter_change matter_form(const char *kind, const char *title)
{
	return (struct matter_change){
		.kind = kind, .title = title, .opened_on = "2026-11-20", .party = "", .about = "", .outcome = ""};
}

/* ---- the inbox */

START_TEST(a_paper_without_a_case_has_a_key_and_gets_its_number_when_it_is_tied)
{
	int64_t id = paper_of(cw, inbox, "Brev"), found = 0;
	char key[DOCUMENT_NUMBER];

	snprintf(key, sizeof key, "i%lld", (long long)id);
	ck_assert_str_eq(paper_now(cw, id)->number, key);
	ck_assert_int_eq(inbox_count(), 1);
	OK(document_find(cw, key, &found, err));
	ck_assert_int_eq(found, id);
	OK(document_tie(cw, NULL, id, &own, err));
	ck_assert_str_eq(paper_now(cw, id)->number, "EFF 2-2026-1");
	ck_assert_int_eq(inbox_count(), 0);
	REFUSED(document_tie(cw, NULL, id, &joint, err), ERROR_INVALID, "has its case already");
}
END_TEST

START_TEST(a_paper_that_is_not_ours_leaves_the_inbox_without_a_number)
{
	int64_t id = paper_of(cw, inbox, "Reklam");

	OK(document_void(cw, NULL, id, "Reklam.", err));
	ck_assert_int_eq(inbox_count(), 0);
	ck_assert_int_eq(paper_now(cw, id)->n, 0);
}
END_TEST

/* It is Sunday 22 November: Thursday's paper was to be registered on Friday, Friday's will be on Monday. */
START_TEST(a_paper_that_has_lain_for_more_than_a_working_day_is_overdue)
{
	struct document_change change = paper_form("Brev");
	int64_t thursday = 0, friday = paper_of(cw, inbox, "Fredag");

	change.on_day = "2026-11-19";
	OK(document_add(cw, NULL, &inbox, &change, NULL, &thursday, err));
	ck_assert(paper_now(cw, thursday)->overdue);
	ck_assert(!paper_now(cw, friday)->overdue);
	OK(document_tie(cw, NULL, thursday, &own, err));
	ck_assert(!paper_now(cw, thursday)->overdue);
}
END_TEST

static struct suggestion first_suggested(int64_t document, int *count)
{
	static struct suggestion_list list;

	suggestion_list_done(&list);
	OK(suggestion_list_load(cw, paper_now(cw, document), &list, err));
	*count = list.count;
	return list.count ? list.items[0] : (struct suggestion){0};
}

START_TEST(a_paper_that_arrives_alone_is_shown_the_case_it_may_belong_to)
{
	struct document_change change = paper_form("Beslut");
	struct participant_change participant = {.region = "19", .own_number = "RV250363", .paper = "proposal"};
	struct suggestion suggestion;
	int64_t id = 0;
	int count;

	OK(participant_put(cw, NULL, joint.application, &participant, err));
	suggestion = first_suggested(paper_of(cw, inbox, "Ingen känner den"), &count);
	ck_assert_int_eq(count, 0);
	change.region = "19";
	OK(document_add(cw, NULL, &inbox, &change, NULL, &id, err));
	suggestion = first_suggested(id, &count); /* by its sender */
	ck_assert_int_eq(count, 1);
	ck_assert_int_eq(suggestion.ref.application, joint.application);
	ck_assert_int_eq(suggestion.ground, SUGGESTION_REGION);
	ck_assert_str_eq(suggestion.number, "EFF 1-2026");
	ck_assert_str_eq(suggestion.title, "Gemensam AI");
	change.region = NULL;
	change.own_number = "RV 250363";
	OK(document_add(cw, NULL, &inbox, &change, NULL, &id, err));
	suggestion = first_suggested(id, &count); /* by its number, however it is written */
	ck_assert_int_eq(suggestion.ref.application, joint.application);
	ck_assert_int_eq(suggestion.ground, SUGGESTION_NUMBER);
	change.own_number = NULL;
	change.region = "19";
	change.subject = "Svar i ert dnr eff 2-2026, se bilaga";
	OK(document_add(cw, NULL, &inbox, &change, NULL, &id, err));
	suggestion = first_suggested(id, &count); /* our own number weighs most */
	ck_assert_int_eq(count, 2);
	ck_assert_int_eq(suggestion.ref.application, own.application);
	ck_assert_int_eq(suggestion.ground, SUGGESTION_OUR_NUMBER);
}
END_TEST

START_TEST(a_paper_becomes_a_new_application_and_its_first_document_in_one_change)
{
	struct application_change form = application_form_of("20", "Digital vård");
	const char *const with[] = {"19"};
	struct operation op = operation_new();
	int64_t id = paper_of(cw, inbox, "Ansökan"), application = 0, again = 0, events = office_events(cw);

	form.round = "1999";
	REFUSED(inbox_register(cw, NULL, id, &form, with, 1, &application, err), ERROR_INVALID, "no round");
	ck_assert_int_eq(inbox_count(), 1);
	form.round = "2026";
	OK(inbox_register(cw, &op, id, &form, with, 1, &application, err));
	OK(inbox_register(cw, &op, id, &form, with, 1, &again, err)); /* a retry */
	ck_assert_int_eq(again, application);
	ck_assert_int_eq(paper_now(cw, id)->application, application);
	ck_assert_str_eq(paper_now(cw, id)->number, "EFF 3-2026-1");
	ck_assert_int_eq(office_events(cw) - events, 4); /* the case, two participants, the paper */
}
END_TEST

/* ---- matters */

START_TEST(a_matter_has_its_number_from_the_applications_series)
{
	struct matter_change change = matter_form("request", "Begäran om handlingar");
	struct matter_query query = {0};
	struct matter_list list;
	struct case_ref found;
	int64_t id = 0;

	change.party = "Länstidningen";
	change.about = "Alla beslut.";
	change.officer = office_person(cw, "elin");
	OK(matter_open(cw, NULL, &change, &id, err));
	ck_assert_int_eq(application_of(cw, "20", "Efter"), 3);
	OK(case_find(cw, "3", &found, err));
	ck_assert_int_eq(found.matter, id);
	OK(case_find(cw, "eff 4-2026", &found, err));
	ck_assert_int_eq(found.application, 3);
	OK(matter_list_load(cw, &query, &list, err));
	ck_assert_int_eq(list.count, 1);
	ck_assert_str_eq(list.items[0].number, "EFF 3-2026");
	ck_assert_str_eq(list.items[0].kind, "request");
	ck_assert_str_eq(list.items[0].party, "Länstidningen");
	ck_assert_str_eq(list.items[0].about, "Alla beslut.");
	ck_assert_str_eq(list.items[0].officer_name, "Elin Björk");
	ck_assert_ptr_null(list.items[0].closed_on);
	change = matter_change_of(&list.items[0]);
	change.outcome = "anses besvarat";
	OK(matter_change(cw, NULL, id, &change, err));
	matter_list_done(&list);
	OK(matter_list_load(cw, &query, &list, err));
	ck_assert_str_eq(list.items[0].outcome, "anses besvarat");
	ck_assert_int_eq(list.items[0].version, 2);
	change = matter_change_of(&list.items[0]);
	change.opened_on = "2025-11-20";
	REFUSED(matter_change(cw, NULL, id, &change, err), ERROR_INVALID, "has its number in 2026");
	matter_list_done(&list);
}
END_TEST

START_TEST(a_round_is_one_matter_with_its_own_papers)
{
	struct matter_change change = matter_form("round", "Utlysning 2026");
	int64_t id = 0, other = 77;

	REFUSED(matter_open(cw, NULL, &change, &id, err), ERROR_INVALID, "Say which round");
	change.round = "2026";
	OK(matter_open(cw, NULL, &change, &id, err));
	REFUSED(matter_open(cw, NULL, &change, &other, err), ERROR_INVALID, "a matter already: 3-2026");
	change.kind = "report";
	REFUSED(matter_open(cw, NULL, &change, &other, err), ERROR_INVALID, "Leave it out");
	change.kind = "picnic";
	REFUSED(matter_open(cw, NULL, &change, &other, err), ERROR_INVALID, "“picnic” is not round");
	ck_assert_int_eq(other, 77);
	ck_assert_str_eq(paper_now(cw, paper_of(cw, (struct case_ref){0, id}, "Annons"))->number, "EFF 3-2026-1");
}
END_TEST

START_TEST(a_paper_opens_a_matter_and_a_wrong_matter_gives_its_papers_away)
{
	struct matter_change change = matter_form("analysis", "Analysstöd");
	int64_t id = paper_of(cw, inbox, "Begäran om analysstöd"), matter = 0;
	struct matter_query query = {0};
	struct matter_list list;
	struct case_ref of;

	OK(inbox_open(cw, NULL, id, &change, &matter, err));
	of = (struct case_ref){0, matter};
	ck_assert_str_eq(paper_now(cw, id)->number, "EFF 3-2026-1");
	OK(misregistration_record(cw, NULL, &of, &own, "Det var en komplettering.", err));
	ck_assert_str_eq(paper_now(cw, id)->moved_number, "EFF 2-2026-1");
	OK(matter_list_load(cw, &query, &list, err));
	ck_assert_str_eq(list.items[0].wrong_why, "Det var en komplettering.");
	ck_assert_str_eq(list.items[0].wrong_to, "EFF 2-2026");
	matter_list_done(&list);
	REFUSED(matter_change(cw, NULL, matter, &change, err), ERROR_INVALID, "registered by mistake");
}
END_TEST

START_TEST(a_number_that_means_nothing_or_two_cases_is_refused)
{
	struct case_ref found = {7, 7};
	struct cross_number_change number = {NULL, "S2025/01234", ""};
	int64_t id = 0;

	OK(cross_number_put(cw, NULL, &joint, 0, &number, err));
	OK(cross_number_put(cw, NULL, &own, 0, &number, err));
	REFUSED(case_find(cw, "99", &found, err), ERROR_MISSING, "no case “99”");
	REFUSED(case_find(cw, "s2025 01234", &found, err), ERROR_INVALID, "1-2026, 2-2026");
	REFUSED(matter_find(cw, "1", &id, err), ERROR_MISSING, "is an application");
	ck_assert_int_eq(found.application, 7);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {a_paper_without_a_case_has_a_key_and_gets_its_number_when_it_is_tied,
		a_paper_that_is_not_ours_leaves_the_inbox_without_a_number,
		a_paper_that_has_lain_for_more_than_a_working_day_is_overdue,
		a_paper_that_arrives_alone_is_shown_the_case_it_may_belong_to,
		a_paper_becomes_a_new_application_and_its_first_document_in_one_change,
		a_matter_has_its_number_from_the_applications_series, a_round_is_one_matter_with_its_own_papers,
		a_paper_opens_a_matter_and_a_wrong_matter_gives_its_papers_away,
		a_number_that_means_nothing_or_two_cases_is_refused, NULL};

	return claims_run_in("inbox", claims, office_begin, office_end, 60);
}

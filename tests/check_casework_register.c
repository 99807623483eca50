/* The register: numbers, the day of arrival, secrecy marks, moving, void, distribution lists, other bodies' numbers. */
#include "cases.h"
#include "claims.h"
#include "papers.h"

#include "casework/application_inner.h"
#include "casework/dispatch.h"
#include "casework/matter.h"

#include "base/words.h"

static struct casework *cw;
static struct case_ref joint, own;
static const struct case_ref nowhere;

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

/* ---- numbers */

START_TEST(a_document_is_numbered_within_its_case_without_gaps)
{
	int64_t first = paper_of(cw, joint, "Ansökan"), other = paper_of(cw, own, "Ansökan");
	int64_t second = paper_of(cw, joint, "Komplettering"), found = 0;

	ck_assert_str_eq(paper_now(cw, first)->number, "EFF 1-2026-1");
	ck_assert_str_eq(paper_now(cw, second)->number, "EFF 1-2026-2");
	ck_assert_str_eq(paper_now(cw, other)->number, "EFF 2-2026-1");
	OK(document_find(cw, "1-2", &found, err));
	ck_assert_int_eq(found, second);
	OK(document_find(cw, "EFF 2-2026-1", &found, err));
	ck_assert_int_eq(found, other);
	OK(document_find(cw, "2-2026-1", &found, err));
	ck_assert_int_eq(found, other);
	REFUSED(document_find(cw, "1-3", &found, err), ERROR_MISSING, "no document “1-3”");
	REFUSED(document_find(cw, "1-2026", &found, err), ERROR_MISSING, "no document");
	REFUSED(document_find(cw, "i1", &found, err), ERROR_MISSING, "no document"); /* it has its case */
}
END_TEST

START_TEST(what_a_register_must_show_reads_back)
{
	struct document_change change = {"in", "decision", "2026-11-20", "14:02", "reached", "2026-11-15", "email",
		"19", "Regionkansliet, registratorn", "Beslut om att ansöka", "", "RV250363", NULL, NULL, NULL, 2,
		true};
	const struct document *paper;
	int64_t id = 0;

	OK(document_add(cw, NULL, &joint, &change, NULL, &id, err));
	paper = paper_now(cw, id);
	ck_assert_str_eq(paper->direction, "in");
	ck_assert_str_eq(paper->kind, "decision");
	ck_assert_str_eq(paper->on_day, "2026-11-20");
	ck_assert_str_eq(paper->on_time, "14:02");
	ck_assert_ptr_null(paper->found_on);
	ck_assert_str_eq(paper->arrival_rule, "reached");
	ck_assert_str_eq(paper->dated_on, "2026-11-15"); /* a Sunday: a paper's own date is never refused for that */
	ck_assert_str_eq(paper->way, "email");
	ck_assert_str_eq(paper->region_short, "Västmanland");
	ck_assert_str_eq(paper->party, "Regionkansliet, registratorn");
	ck_assert_str_eq(paper->subject, "Beslut om att ansöka");
	ck_assert_str_eq(paper->own_number, "RV250363");
	ck_assert_int_eq(paper->pages, 2);
	ck_assert(paper->incomplete);
	ck_assert_ptr_null(paper->file_hash);
	ck_assert_ptr_null(paper->secret_ground);
	ck_assert_str_eq(paper->registered_by, "Rut Registrator");
	ck_assert_str_eq(paper->registered_at, "2026-11-22 09:00:00");
	ck_assert_str_eq(paper->case_title, "Gemensam AI");
}
END_TEST

START_TEST(none_of_what_a_register_must_show_may_be_empty)
{
	struct document_change change = paper_form("");
	int64_t id = 77;

	REFUSED(document_add(cw, NULL, &joint, &change, NULL, &id, err), ERROR_INVALID, "Subject line: It is empty");
	change = paper_form("Brev");
	change.on_day = NULL;
	REFUSED(document_add(cw, NULL, &joint, &change, NULL, &id, err), ERROR_INVALID, "Day: It is empty");
	change.on_day = "2026-11-23";
	REFUSED(document_add(cw, NULL, &joint, &change, NULL, &id, err), ERROR_INVALID, "has not come yet");
	change = paper_form("Brev");
	change.direction = "sideways";
	REFUSED(document_add(cw, NULL, &joint, &change, NULL, &id, err), ERROR_INVALID, "“sideways” is not in");
	change = paper_form("Brev");
	change.pages = -1;
	REFUSED(document_add(cw, NULL, &joint, &change, NULL, &id, err), ERROR_INVALID, "no number of pages");
	change = paper_form("Brev");
	change.way = "pigeon";
	REFUSED(document_add(cw, NULL, &joint, &change, NULL, &id, err), ERROR_INVALID, "pigeon");
	REFUSED(document_add(cw, NULL, &(struct case_ref){99, 0}, &change, NULL, &id, err), ERROR_MISSING,
		"no such case");
	ck_assert_int_eq(id, 77);
}
END_TEST

/* ---- FL 22 § */

START_TEST(the_day_of_arrival_follows_the_law)
{
	static const struct {
		const char *found;
		enum arrival arrival;
		const char *on;
	} table[] = {
		{"2026-11-20", ARRIVAL_REACHED, "2026-11-20"},
		{"2026-11-22", ARRIVAL_REACHED, "2026-11-22"}, /* e-mail on a Sunday came that Sunday */
		{"2026-11-20", ARRIVAL_MAILBOX, "2026-11-19"},
		{"2026-11-23", ARRIVAL_MAILBOX, "2026-11-20"}, /* Monday's first emptying: Friday */
		{"2026-11-23", ARRIVAL_ADVICE, "2026-11-20"},
		{"2026-04-07", ARRIVAL_MAILBOX, "2026-04-02"}, /* after Easter: Maundy Thursday */
		{"2027-01-07", ARRIVAL_ADVICE, "2027-01-05"},  /* Epiphany between */
		{"2026-12-28", ARRIVAL_MAILBOX, "2026-12-23"}, /* Christmas Eve counts as a holiday */
	};
	char on[DAY_TEXT];

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		day_text(arrival_day(day_read(table[i].found), table[i].arrival), on);
		ck_assert_msg(!strcmp(on, table[i].on), "%s: %s, not %s", table[i].found, on, table[i].on);
	}
}
END_TEST

START_TEST(post_found_on_monday_counts_as_friday_and_both_days_are_kept)
{
	struct document_change change = paper_form("Komplettering");
	const struct document *paper;
	int64_t id = 0;

	change.on_day = "2026-11-16"; /* a Monday */
	change.arrival = "mailbox";
	change.way = "post";
	OK(document_add(cw, NULL, &own, &change, NULL, &id, err));
	paper = paper_now(cw, id);
	ck_assert_str_eq(paper->on_day, "2026-11-13");
	ck_assert_str_eq(paper->found_on, "2026-11-16");
	ck_assert_str_eq(paper->arrival_rule, "mailbox");
	change = document_change_of(paper); /* what a form shows again is what was typed */
	ck_assert_str_eq(change.on_day, "2026-11-16");
	change.arrival = "reached";
	OK(document_change(cw, NULL, id, &change, err));
	ck_assert_str_eq(paper_now(cw, id)->on_day, "2026-11-16");
	ck_assert_ptr_null(paper_now(cw, id)->found_on);
	change = document_change_of(paper_now(cw, id));
	change.arrival = "yesterday";
	REFUSED(document_change(cw, NULL, id, &change, err), ERROR_INVALID, "“yesterday” is not reached");
	change.direction = "out";
	change.arrival = "mailbox";
	REFUSED(document_change(cw, NULL, id, &change, err), ERROR_INVALID, "Only what came in");
}
END_TEST

/* The round closed on 2026-03-31. */
START_TEST(an_application_after_the_round_closed_is_marked_late_and_nothing_else_is)
{
	struct document_change change = paper_form("Ansökan");
	int64_t id = 0;

	change.kind = "application";
	change.on_day = "2026-04-01";
	OK(document_add(cw, NULL, &own, &change, NULL, &id, err));
	ck_assert(paper_now(cw, id)->late);
	change.arrival = "mailbox";
	OK(document_change(cw, NULL, id, &change, err));
	ck_assert_str_eq(paper_now(cw, id)->on_day, "2026-03-31");
	ck_assert(!paper_now(cw, id)->late);
	ck_assert(!paper_now(cw, paper_of(cw, own, "Komplettering"))->late);
}
END_TEST

/* ---- marks */

START_TEST(a_secrecy_mark_has_provision_day_and_authority_and_hides_the_two_public_fields)
{
	struct document_change change = paper_form("Patientfallet Nilsson");
	const struct document *paper;
	int64_t id = 0;

	change.party = "Kirurgkliniken";
	change.secret_ground = "25 kap. 1 § OSL";
	REFUSED(document_add(cw, NULL, &own, &change, NULL, &id, err), ERROR_INVALID, "all three");
	change.secret_on = "2026-11-20";
	change.secret_by = "Delegationen";
	change.open_subject = "Bilaga till ansökan";
	OK(document_add(cw, NULL, &own, &change, NULL, &id, err));
	paper = paper_now(cw, id);
	ck_assert_str_eq(paper->secret_ground, "25 kap. 1 § OSL");
	ck_assert_str_eq(paper->secret_on, "2026-11-20");
	ck_assert_str_eq(paper->secret_by, "Delegationen");
	ck_assert_str_eq(document_open_subject(paper), "Bilaga till ansökan");
	ck_assert_str_eq(document_open_party(paper), "");
	paper = paper_now(cw, paper_of(cw, own, "Ansökan"));
	ck_assert_str_eq(document_open_subject(paper), "Ansökan");
}
END_TEST

/* ---- wrong registration */

START_TEST(a_moved_document_keeps_its_number_and_says_where_it_stands)
{
	int64_t id = paper_of(cw, own, "Beslut § 87"), moved = 0, again = 0;
	const struct document *paper;
	struct operation op = operation_new();

	paper_of(cw, joint, "Ansökan");
	OK(document_move(cw, &op, id, &joint, "Hör till den gemensamma ansökan.", &moved, err));
	OK(document_move(cw, &op, id, &joint, "Hör till den gemensamma ansökan.", &again, err)); /* a retry */
	ck_assert_int_eq(again, moved);
	paper = paper_now(cw, moved);
	ck_assert_str_eq(paper->number, "EFF 1-2026-2");
	ck_assert_str_eq(paper->subject, "Beslut § 87");
	ck_assert_str_eq(paper->on_day, "2026-11-20");
	ck_assert_int_eq(paper->moved_from, id);
	paper = paper_now(cw, id);
	ck_assert_str_eq(paper->number, "EFF 2-2026-1");
	ck_assert_str_eq(paper->moved_number, "EFF 1-2026-2");
	ck_assert_int_eq(paper_now(cw, paper_of(cw, own, "Nästa"))->n, 2); /* the number is not given again */
	REFUSED(document_move(cw, NULL, id, &joint, "igen", &again, err), ERROR_INVALID, "was moved to another case");
	REFUSED(document_move(cw, NULL, moved, &joint, "hit", &again, err), ERROR_INVALID, "in that case already");
	REFUSED(document_move(cw, NULL, moved, &own, " ", &again, err), ERROR_INVALID, "Reason: It is empty");
}
END_TEST

START_TEST(a_void_document_keeps_its_number_and_is_no_longer_changed)
{
	int64_t id = paper_of(cw, own, "Reklam");
	struct document_change change = paper_form("Annat");

	OK(document_void(cw, NULL, id, "Reklam, ingen handling i ärendet.", err));
	ck_assert_str_eq(paper_now(cw, id)->void_why, "Reklam, ingen handling i ärendet.");
	ck_assert_str_eq(paper_now(cw, id)->number, "EFF 2-2026-1");
	REFUSED(document_change(cw, NULL, id, &change, err), ERROR_INVALID, "void");
	REFUSED(document_void(cw, NULL, id, "igen", err), ERROR_INVALID, "void");
	ck_assert_int_eq(paper_now(cw, paper_of(cw, own, "Nästa"))->n, 2);
}
END_TEST

START_TEST(a_case_registered_by_mistake_gives_its_papers_away_and_keeps_its_number)
{
	struct misregistration mistake;
	struct application application;
	struct document_list list;
	struct document_query query = {.of = own};
	struct case_ref empty = {0};

	paper_of(cw, own, "Beslut");
	paper_of(cw, own, "Följebrev");
	REFUSED(misregistration_record(cw, NULL, &own, &nowhere, "Fel", err), ERROR_INVALID, "has 2 documents");
	REFUSED(misregistration_record(cw, NULL, &own, &own, "Fel", err), ERROR_INVALID, "to itself");
	OK(misregistration_record(cw, NULL, &own, &joint, "Beslutet hör till den gemensamma.", err));
	OK(misregistration_load(cw, &own, &mistake, err));
	ck_assert(mistake.there);
	ck_assert_str_eq(mistake.to_number, "EFF 1-2026");
	ck_assert_int_eq(mistake.to.application, joint.application);
	ck_assert_str_eq(mistake.why, "Beslutet hör till den gemensamma.");
	ck_assert_str_eq(mistake.found_by, "Rut Registrator");
	ck_assert_str_eq(mistake.found_at, "2026-11-22 09:00:00");
	misregistration_done(&mistake);
	OK(application_load(cw, own.application, &application, err));
	ck_assert_int_eq(application.row.state, STATE_MOVED); /* and not void: it says where to look */
	application_done(&application);
	empty.application = application_of(cw, "13", "Ingenting");
	OK(misregistration_record(cw, NULL, &empty, &nowhere, "Registrerat två gånger.", err));
	OK(application_load(cw, empty.application, &application, err));
	ck_assert_int_eq(application.row.state, STATE_VOID);
	application_done(&application);
	OK(document_list_load(cw, &query, &list, err));
	ck_assert_int_eq(list.count, 2);
	ck_assert_str_eq(list.items[0].moved_number, "EFF 1-2026-1");
	ck_assert_str_eq(list.items[1].moved_number, "EFF 1-2026-2");
	document_list_done(&list);
	REFUSED(misregistration_record(cw, NULL, &own, &joint, "igen", err), ERROR_INVALID, "already");
	REFUSED(misregistration_record(cw, NULL, &joint, &own, "runt", err), ERROR_INVALID, "takes no more documents");
	ck_assert_int_gt(application_of(cw, "20", "Ny"), own.application);
}
END_TEST

START_TEST(a_decided_case_was_not_registered_by_mistake)
{
	int64_t measure = measure_of(cw, own.application, "Åtgärd", 100, 50);
	char sql[400];

	snprintf(sql, sizeof sql,
		"INSERT INTO decision (measure, n, outcome, decided_on, reasons, recorded_by, recorded_at) VALUES"
		" (%lld, 1, 'refused', '2026-11-20', 'x', 1, '2026-11-20 10:00:00')",
		(long long)measure);
	rows_put(cw, sql);
	REFUSED(misregistration_record(cw, NULL, &own, &nowhere, "Fel", err), ERROR_INVALID, "assessed or decided");
	rows_put(cw,
		"DROP TRIGGER decision_stays_2; DELETE FROM decision;"
		"CREATE TRIGGER decision_stays_2 BEFORE DELETE ON decision BEGIN SELECT RAISE(ABORT, 'a decision is"
		" replaced, never removed'); END");
}
END_TEST

/* ---- others */

START_TEST(a_number_of_another_body_is_kept_as_written_and_found_without_separators)
{
	struct cross_number_change change = {"23", "RS/344/2025", "det gemensamma ärendet i regionen"};
	struct cross_number_list list;
	struct case_ref found;

	OK(cross_number_put(cw, NULL, &joint, 0, &change, err));
	OK(cross_number_list_load(cw, &joint, &list, err));
	ck_assert_int_eq(list.count, 1);
	ck_assert_str_eq(list.items[0].number, "RS/344/2025");
	ck_assert_str_eq(list.items[0].region_short, "Jämtland Härjedalen");
	ck_assert_str_eq(list.items[0].about, "det gemensamma ärendet i regionen");
	OK(case_find(cw, "rs 344 2025", &found, err));
	ck_assert_int_eq(found.application, joint.application);
	REFUSED(cross_number_put(cw, NULL, &joint, 0, &change, err), ERROR_INVALID, "noted on the case already");
	change.number = "./-";
	REFUSED(cross_number_put(cw, NULL, &joint, 0, &change, err), ERROR_INVALID, "neither letters nor figures");
	change.number = "RS/345/2025";
	OK(cross_number_put(cw, NULL, &joint, list.items[0].id, &change, err));
	REFUSED(cross_number_put(cw, NULL, &own, list.items[0].id, &change, err), ERROR_MISSING, "no such number");
	cross_number_list_done(&list);
	OK(cross_number_list_load(cw, &joint, &list, err));
	ck_assert_str_eq(list.items[0].number, "RS/345/2025");
	ck_assert_int_eq(list.items[0].version, 2);
	cross_number_list_done(&list);
}
END_TEST

START_TEST(mail_to_the_regions_is_sent_once_and_receipted)
{
	int64_t id, receiver = 0;
	struct document_change change = paper_form("Underrättelse om utlysning");
	struct dispatch_change extra = {.name = "Sveriges Kommuner och Regioner", .way = "email"};
	struct dispatch_list list;
	int added = 0;

	change.direction = "out";
	OK(document_add(cw, NULL, &joint, &change, NULL, &id, err));
	OK(dispatch_add_regions(cw, NULL, id, "email", NULL, &added, err));
	ck_assert_int_eq(added, 4); /* all there are in this office */
	REFUSED(dispatch_add_regions(cw, NULL, id, "email", NULL, &added, err), ERROR_INVALID, "already");
	OK(dispatch_add(cw, NULL, id, &extra, err));
	ck_assert_int_eq(paper_now(cw, id)->listed, 5);
	OK(dispatch_find(cw, id, "halland", &receiver, err));
	REFUSED(dispatch_receive(cw, NULL, receiver, "2026-11-20", err), ERROR_INVALID, "not been sent");
	OK(dispatch_send(cw, NULL, id, receiver, "2026-11-19", err));
	OK(dispatch_send(cw, NULL, id, 0, "2026-11-20", err)); /* the rest */
	REFUSED(dispatch_send(cw, NULL, id, 0, "2026-11-20", err), ERROR_MISSING, "nobody");
	REFUSED(dispatch_receive(cw, NULL, receiver, "2026-11-18", err), ERROR_INVALID, "before it was sent");
	OK(dispatch_receive(cw, NULL, receiver, "2026-11-20", err));
	ck_assert_int_eq(paper_now(cw, id)->sent, 5);
	ck_assert_int_eq(paper_now(cw, id)->received, 1);
	OK(dispatch_list_load(cw, id, &list, err));
	ck_assert_int_eq(list.count, 5);
	ck_assert_str_eq(list.items[0].region_short, "Dalarna");
	ck_assert_str_eq(list.items[1].sent_on, "2026-11-19");
	ck_assert_str_eq(list.items[1].received_on, "2026-11-20");
	ck_assert_str_eq(list.items[4].name, "Sveriges Kommuner och Regioner");
	dispatch_list_done(&list);
	extra = (struct dispatch_change){.name = "", .way = "email"};
	REFUSED(dispatch_add(cw, NULL, id, &extra, err), ERROR_INVALID, "Receiver's name");
	extra.region = "13";
	REFUSED(dispatch_add(cw, NULL, id, &extra, err), ERROR_INVALID, "on the list already");
	REFUSED(dispatch_find(cw, id, "Skåne", &receiver, err), ERROR_MISSING, "“Skåne” is not on");
}
END_TEST

START_TEST(who_does_not_keep_the_register_reads_it_and_changes_nothing)
{
	int64_t id = paper_of(cw, joint, "Ansökan");
	struct document_change change = paper_form("Annat");
	struct document_query query = {.of = joint};
	struct document_list list;

	office_sit(cw, "maja");
	REFUSED(document_add(cw, NULL, &joint, &change, NULL, &id, err), ERROR_DENIED, "registrar, case officer");
	REFUSED(document_void(cw, NULL, id, "fel", err), ERROR_DENIED, "register documents");
	OK(document_list_load(cw, &query, &list, err));
	ck_assert_int_eq(list.count, 1);
	document_list_done(&list);
	office_sit(cw, "elin");
	REFUSED(document_remove(cw, NULL, id, "error", "x", err), ERROR_DENIED, "The role it takes: registrar");
	office_sit(cw, "adam");
	REFUSED(document_list_load(cw, &query, &list, err), ERROR_DENIED, "see the cases");
}
END_TEST

START_TEST(a_change_made_from_an_old_version_is_a_conflict)
{
	int64_t id = paper_of(cw, joint, "Ansökan");
	struct document_change change = paper_form("Ansökan, rättad");
	struct operation op = operation_new();

	op.if_version = 1;
	OK(document_change(cw, &op, id, &change, err));
	op = operation_new();
	op.if_version = 1;
	REFUSED(document_change(cw, &op, id, &change, err), ERROR_CONFLICT, "Rut Registrator");
	ck_assert_int_eq(paper_now(cw, id)->version, 2);
}
END_TEST

/* ---- kansli check */

START_TEST(what_is_altered_past_the_events_is_found)
{
	static const struct {
		const char *plant, *undo, *says;
	} table[] = {
		{"UPDATE document SET subject = 'Annat' WHERE id = 1",
			"UPDATE document SET subject = 'Ansökan' WHERE id = 1",
			"1-2026 document 1: has been altered past the events"},
		{"UPDATE matter SET title = 'Annat'", "UPDATE matter SET title = 'Analysstöd'",
			"3-2026 matter: has been altered past the events"},
		{"UPDATE dispatch SET name = 'Annan'", "UPDATE dispatch SET name = 'SKR'",
			"receiver of a document Annan: has been altered"},
		{"UPDATE cross_number SET about = 'Annat'", "UPDATE cross_number SET about = ''",
			"other body's number RS/344/2025: has been altered"},
		{"UPDATE misregistration SET why = 'Annat'", "UPDATE misregistration SET why = 'Fel.'",
			"2-2026 case registered by mistake: has been altered"},
		{"UPDATE removal SET ground = 'Annat'", "UPDATE removal SET ground = 'Gallring'",
			"1-2026 document 2: has been altered past the events"},
		{"UPDATE document SET n = 9 WHERE id = 1", "UPDATE document SET n = 1 WHERE id = 1",
			"1-2026: document 1 is missing."},
		{"INSERT INTO reading (id, document, person, read_at) VALUES (9, 1, 1, '2026-11-22 09:00:00')",
			"DELETE FROM reading WHERE id = 9", "no event tells how it came to be there"},
	};
	struct matter_change matter = {"analysis", "Analysstöd", "2026-11-20", NULL, NULL, "", "", "", 0};
	struct cross_number_change number = {"23", "RS/344/2025", ""};
	struct dispatch_change receiver = {.name = "SKR", .way = "email"};
	int64_t first = paper_of(cw, joint, "Ansökan"), second = paper_of(cw, joint, "Bilaga"), id = 0;
	int findings = -1;

	OK(matter_open(cw, NULL, &matter, &id, err));
	OK(cross_number_put(cw, NULL, &joint, 0, &number, err));
	OK(dispatch_add(cw, NULL, first, &receiver, err));
	OK(misregistration_record(cw, NULL, &own, &nowhere, "Fel.", err));
	ck_assert_int_eq(second, 2);
	rows_put(cw, "INSERT INTO removal VALUES (2, 'disposal', 'Gallring', 1, '2026-11-22 09:00:00')");
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		rows_put(cw, table[i].plant);
		ck_assert_msg(strstr(papers_check(cw, &findings), table[i].says) != NULL, "“%s” does not say “%s”",
			papers_check(cw, &findings), table[i].says);
		rows_put(cw, table[i].undo);
	}
	rows_put(cw, "DELETE FROM removal");
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {a_document_is_numbered_within_its_case_without_gaps,
		what_a_register_must_show_reads_back, none_of_what_a_register_must_show_may_be_empty,
		the_day_of_arrival_follows_the_law, post_found_on_monday_counts_as_friday_and_both_days_are_kept,
		an_application_after_the_round_closed_is_marked_late_and_nothing_else_is,
		a_secrecy_mark_has_provision_day_and_authority_and_hides_the_two_public_fields,
		a_moved_document_keeps_its_number_and_says_where_it_stands,
		a_void_document_keeps_its_number_and_is_no_longer_changed,
		a_case_registered_by_mistake_gives_its_papers_away_and_keeps_its_number,
		a_decided_case_was_not_registered_by_mistake,
		a_number_of_another_body_is_kept_as_written_and_found_without_separators,
		mail_to_the_regions_is_sent_once_and_receipted,
		who_does_not_keep_the_register_reads_it_and_changes_nothing,
		a_change_made_from_an_old_version_is_a_conflict, what_is_altered_past_the_events_is_found, NULL};

	return claims_run_in("register", claims, office_begin, office_end, 60);
}

/* The case on paper: what was known on a day, and what a reader may see. */
#include "casework/application.h"
#include "casework/dispatch.h"
#include "casework/disqualification.h"
#include "casework/document.h"
#include "casework/entry.h"
#include "casework/gate.h"
#include "casework/matter.h"
#include "casework/measure.h"
#include "casework/note.h"
#include "casework/release.h"
#include "casework/rewind.h"
#include "claims.h"
#include "csv/case_file.h"
#include "office.h"

#include "base/words.h"

#include <string.h>

static struct casework *cw;
static int64_t application;

static void office(void)
{
	static const char *const regions[] = {"23"};
	struct application_change change = {.round = "2026",
		.lead = "23",
		.title = "Närmare vård",
		.arrived_on = "2026-03-10",
		.way = "email",
		.summary = "Först så.",
		.economy = "",
		.needs = "",
		.scope = "",
		.sources = ""};

	words_open("en");
	cw = office_open();
	office_clock(cw, "2026-03-11 09:00:00");
	office_sit(cw, "rut");
	OK(application_register(cw, NULL, &change, regions, 1, &application, err));
	office_clock(cw, "2026-04-01 09:00:00");
	office_sit(cw, "rut");
	change.summary = "Sedan så.";
	OK(application_change(cw, NULL, application, &change, err));
}

static const char *written(const char *as_of, struct paper *paper)
{
	paper_init(paper);
	OK(case_file_write(cw, application, as_of, paper, err));
	paper_end(paper);
	return paper->text.text;
}

#define SAYS(text, part) ck_assert_msg(strstr((text), (part)) != NULL, "does not say “%s”:\n%s", (part), (text))
#define SAYS_NOT(text, part) ck_assert_msg(strstr((text), (part)) == NULL, "says “%s”:\n%s", (part), (text))

START_TEST(a_text_that_was_changed_later_is_as_it_was)
{
	struct paper paper;
	const char *text;

	office();
	text = written("2026-03-31", &paper);
	SAYS(text, "Först så.");
	SAYS_NOT(text, "Sedan så.");
	SAYS(paper.made.text, "\"as_of\":\"2026-03-31\"");
	paper_done(&paper);
	text = written("2026-04-01", &paper);
	SAYS(text, "Sedan så.");
	paper_done(&paper);
	text = written(NULL, &paper);
	SAYS(text, "Sedan så.");
	SAYS(text, "What happens next");
	paper_done(&paper);
	casework_close(cw);
}
END_TEST

START_TEST(what_came_later_was_not_known)
{
	struct note_change note = {.occurred_on = "2026-04-01", .way = "phone", .said = "Hej då."};
	struct gate_change gate = {.gate = "G1", .answer = "no", .reason = "Inte en region."};
	struct paper paper;
	const char *text;
	int n;

	office();
	office_sit(cw, "elin");
	OK(note_add(cw, NULL, application, &note, &n, err));
	OK(gate_answer(cw, NULL, application, &gate, err));
	text = written("2026-03-31", &paper);
	SAYS_NOT(text, "Hej då.");
	SAYS_NOT(text, "Inte en region.");
	SAYS(text, "Events since then");
	paper_done(&paper);
	text = written("2026-04-01", &paper);
	SAYS(text, "Hej då.");
	SAYS(text, "Inte en region.");
	paper_done(&paper);
	casework_close(cw);
}
END_TEST

START_TEST(an_entry_taken_away_later_is_told_from_the_events)
{
	struct entry_change need = {.kind = ENTRY_NEED, .values = {[NEED_TITLE] = "Tydligare mål"}};
	struct paper paper;
	const char *text;
	int n = 0;

	office();
	need.owner = application;
	OK(entry_put(cw, NULL, &need, &n, err));
	office_clock(cw, "2026-05-01 09:00:00");
	office_sit(cw, "rut");
	OK(entry_drop(cw, NULL, ENTRY_NEED, application, n, err));
	text = written("2026-04-30", &paper);
	SAYS(text, "Tydligare mål");
	SAYS(text, "taken away since then");
	paper_done(&paper);
	text = written(NULL, &paper);
	SAYS_NOT(text, "Tydligare mål");
	paper_done(&paper);
	text = written("2026-03-31", &paper);
	SAYS_NOT(text, "Tydligare mål");
	paper_done(&paper);
	casework_close(cw);
}
END_TEST

START_TEST(working_material_is_not_on_paper_for_who_may_not_see_it_then_or_now)
{
	struct note_change note = {.kind = "working", .occurred_on = "2026-04-01", .way = "phone", .said = "Tanke."};
	struct paper paper;
	int n;

	office();
	office_sit(cw, "elin");
	OK(note_add(cw, NULL, application, &note, &n, err));
	SAYS(written(NULL, &paper), "Tanke.");
	paper_done(&paper);
	office_sit(cw, "rut");
	SAYS_NOT(written(NULL, &paper), "Tanke.");
	SAYS_NOT(paper.made.text, "Tanke.");
	paper_done(&paper);
	SAYS_NOT(written("2026-04-01", &paper), "Tanke.");
	paper_done(&paper);
	casework_close(cw);
}
END_TEST

START_TEST(before_it_was_registered_there_is_no_case)
{
	struct paper paper;
	struct error err = {0};

	office();
	paper_init(&paper);
	ck_assert(!case_file_write(cw, application, "2026-03-10", &paper, &err));
	ck_assert_int_eq(err.kind, ERROR_INVALID);
	paper_done(&paper);
	casework_close(cw);
}
END_TEST

/* A request for the notes and the contents of the case, which has two file notes. */
static int64_t requested(void)
{
	struct matter_change matter = {.kind = "request", .title = "Begäran", .opened_on = "2026-04-01"};
	struct note_change note = {.occurred_on = "2026-04-01", .way = "phone", .said = "Nils Nilsson ringde om Nils."};
	int64_t request;
	int n;

	office_sit(cw, "elin");
	OK(note_add(cw, NULL, application, &note, &n, err));
	note.said = "Hemligt och mer.";
	OK(note_add(cw, NULL, application, &note, &n, err));
	OK(matter_open(cw, NULL, &matter, &request, err));
	OK(release_add(cw, NULL, request, application, "note 1", &n, err));
	OK(release_add(cw, NULL, request, application, "note 2", &n, err));
	OK(release_add(cw, NULL, request, application, "contents", &n, err));
	return request;
}

static void tested(int64_t request, int n, struct release_verdict verdict)
{
	OK(release_test(cw, NULL, request, n, &verdict, err));
}

static bool given_out(int64_t request, struct paper *paper, struct error *why)
{
	struct release release;
	bool written;

	OK(release_load(cw, request, &release, err));
	paper_init(paper);
	written = case_file_release(cw, application, &release, paper, why);
	release_done(&release);
	return written;
}

START_TEST(nothing_is_given_out_before_each_part_is_tested)
{
	struct paper paper;
	struct error err = {0};
	int64_t request;

	office();
	request = requested();
	tested(request, 1, (struct release_verdict){.outcome = "released"});
	tested(request, 2, (struct release_verdict){.outcome = "released"});
	ck_assert(!given_out(request, &paper, &err));
	ck_assert_ptr_nonnull(strstr(err.text, "Part 3"));
	ck_assert_str_eq(paper.text.text, "");
	paper_done(&paper);
	casework_close(cw);
}
END_TEST

START_TEST(what_is_given_out_is_what_was_asked_for_as_it_was_tested)
{
	struct paper paper;
	struct error err = {0};
	int64_t request;

	office();
	request = requested();
	tested(request, 1,
		(struct release_verdict){.outcome = "masked",
			.ground = "21 kap. 7 § OSL",
			.masked = "Ett namn",
			.passages = "Nils Nilsson\nNils"});
	tested(request, 2, (struct release_verdict){.outcome = "refused", .ground = "19 kap. 1 § OSL"});
	tested(request, 3, (struct release_verdict){.outcome = "released"});
	ck_assert_msg(given_out(request, &paper, &err), "%s", err.text);
	paper_end(&paper);
	SAYS(paper.text.text, "[masked] ringde om [masked].");
	SAYS(paper.text.text, "19 kap. 1 § OSL");
	SAYS(paper.text.text, "Sedan så.");
	SAYS_NOT(paper.text.text, "Nils");
	SAYS_NOT(paper.text.text, "Hemligt");
	SAYS_NOT(paper.text.text, "Elin Björk registered");
	SAYS_NOT(paper.text.text, "What happens next"); /* not asked for */
	SAYS_NOT(paper.made.text, "Nils");
	SAYS_NOT(paper.made.text, "Hemligt");
	SAYS_NOT(paper.made.text, "\"events\"");
	paper_done(&paper);
	casework_close(cw);
}
END_TEST

START_TEST(a_passage_that_stands_nowhere_stops_the_giving_out)
{
	struct paper paper;
	struct error err = {0};
	int64_t request;

	office();
	request = requested();
	tested(request, 1,
		(struct release_verdict){
			.outcome = "masked", .ground = "21 kap. 7 § OSL", .masked = "Ett namn", .passages = "Nisse"});
	tested(request, 2, (struct release_verdict){.outcome = "released"});
	tested(request, 3, (struct release_verdict){.outcome = "released"});
	ck_assert(!given_out(request, &paper, &err));
	ck_assert_ptr_nonnull(strstr(err.text, "stands nowhere"));
	ck_assert_ptr_null(strstr(err.text, "Nisse"));
	paper_done(&paper);
	casework_close(cw);
}
END_TEST

/* ---- what stands beside the register and the notes */

static struct document_change letter_of(const char *subject)
{
	return (struct document_change){.direction = "in",
		.kind = "letter",
		.on_day = "2026-04-01",
		.way = "email",
		.party = "Petra Part",
		.subject = subject,
		.open_subject = ""};
}

static int64_t registered(struct document_change change)
{
	struct case_ref of = {application, 0};
	int64_t id = 0;

	OK(document_add(cw, NULL, &of, &change, NULL, &id, err));
	return id;
}

START_TEST(who_got_a_document_and_what_others_call_the_case_is_as_it_was)
{
	struct dispatch_change receiver = {.region = "23", .name = "", .way = "email"};
	struct case_ref of = {0};
	struct paper paper;
	const char *text;
	int64_t letter;

	office();
	of.application = application;
	letter = registered(letter_of("Brev"));
	OK(dispatch_add(cw, NULL, letter, &receiver, err));
	office_clock(cw, "2026-05-02 09:00:00");
	office_sit(cw, "rut");
	OK(dispatch_send(cw, NULL, letter, 0, "2026-05-02", err));
	OK(cross_number_put(cw, NULL, &of, 0,
		&(struct cross_number_change){.region = "23", .number = "RS/344/2025", .about = "Beslutet"}, err));
	text = written(NULL, &paper);
	SAYS(text, "Distribution list");
	SAYS(text, "RS/344/2025");
	SAYS(paper.made.text, "\"receiver\":\"Jämtland Härjedalen\",\"way\":\"email\",\"sent\":\"2026-05-02\"");
	SAYS(paper.made.text, "\"cross_numbers\":[{\"number\":\"RS/344/2025\"");
	paper_done(&paper);
	text = written("2026-04-02", &paper);
	SAYS(paper.made.text, "\"receiver\":\"Jämtland Härjedalen\",\"way\":\"email\",\"sent\":null");
	SAYS_NOT(text, "RS/344/2025");
	paper_done(&paper);
	casework_close(cw);
}
END_TEST

START_TEST(a_note_says_what_it_is_about_and_whether_it_was_followed_up)
{
	struct note_change note = {.occurred_on = "2026-04-01",
		.way = "phone",
		.said = "Hej.",
		.gate = "G1",
		.criterion = "K2",
		.communicate = true,
		.follow_on = "2026-04-20"};
	struct paper paper;
	const char *text;
	int n = 0;

	office();
	office_sit(cw, "elin");
	OK(note_add(cw, NULL, application, &note, &n, err));
	office_clock(cw, "2026-04-20 09:00:00");
	office_sit(cw, "elin");
	OK(note_followed(cw, NULL, application, n, NULL, "Ringde upp", err));
	text = written(NULL, &paper);
	SAYS(text, "Ringde upp");
	SAYS_NOT(text, "Not followed up yet");
	SAYS(paper.made.text, "\"gate\":\"G1\",\"criterion\":\"K2\",\"communicate\":true,\"follow_on\":\"2026-04-20\"");
	paper_done(&paper);
	text = written("2026-04-19", &paper);
	SAYS(text, "Not followed up yet");
	SAYS_NOT(text, "Ringde upp");
	paper_done(&paper);
	casework_close(cw);
}
END_TEST

START_TEST(the_public_version_leaves_out_working_material_and_marked_parts_and_says_so)
{
	struct note_change note = {.kind = "working", .occurred_on = "2026-04-01", .way = "phone", .said = "Tanke."};
	struct disqualification_change mats = {
		.person = 0, .about = {.application = 0}, .answer = "reported", .ground = "other"};
	struct document_change marked = letter_of("Patienten Nils");
	struct paper paper;
	int64_t id;
	int n;

	office();
	marked.secret_ground = "25 kap. 1 § OSL";
	marked.secret_on = "2026-04-01";
	marked.secret_by = "Myndigheten";
	marked.open_subject = "Brev om en patient";
	registered(marked);
	registered(letter_of("Öppet brev"));
	office_sit(cw, "elin");
	OK(note_add(cw, NULL, application, &note, &n, err));
	mats.person = office_person(cw, "mats");
	mats.about.application = application;
	mats.what = "Syster i projektet";
	OK(disqualification_answer(cw, NULL, &mats, &id, err));
	paper_init(&paper);
	OK(case_file_write_public(cw, application, NULL, &paper, err));
	paper_end(&paper);
	SAYS_NOT(paper.made.text, "Tanke.");
	SAYS_NOT(paper.text.text, "Tanke.");
	SAYS_NOT(paper.made.text, "Patienten Nils");
	SAYS_NOT(paper.made.text, "Syster i projektet");
	SAYS(paper.text.text, "Brev om en patient");
	SAYS(paper.text.text, "Öppet brev");
	SAYS(paper.text.text, "working notes, 1 of them");
	SAYS(paper.text.text, "25 kap. 1 § OSL");
	SAYS(paper.text.text, "for the document is marked");
	SAYS(paper.made.text, "\"public\":true");
	SAYS(paper.made.text, "\"notes_left_out\":1");
	SAYS(paper.made.text, "\"conflicts_left_out\":1");
	paper_done(&paper);
	/* the control: the same reader's own version has it all */
	SAYS(written(NULL, &paper), "Tanke.");
	SAYS(paper.text.text, "Patienten Nils");
	SAYS(paper.text.text, "Syster i projektet");
	paper_done(&paper);
	casework_close(cw);
}
END_TEST

START_TEST(a_fact_is_read_by_its_whole_name)
{
	struct arena arena;
	const char *value = "untouched";

	arena_init(&arena);
	ck_assert(facts_value("a=-\nab=3:x\ny\nb=1:z\n", "ab", &arena, &value));
	ck_assert_str_eq(value, "x\ny");
	ck_assert(facts_value("a=-\nab=3:x\ny\nb=1:z\n", "b", &arena, &value));
	ck_assert_str_eq(value, "z");
	ck_assert(facts_value("a=-\nb=1:z\n", "a", &arena, &value));
	ck_assert_ptr_null(value);
	value = "untouched";
	ck_assert(!facts_value("ab=3:b=1\n", "b", &arena, &value));
	ck_assert(!facts_value("ab=99:x\n", "ab", &arena, &value));
	ck_assert(!facts_value(NULL, "ab", &arena, &value));
	ck_assert_str_eq(value, "untouched");
	arena_done(&arena);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {a_text_that_was_changed_later_is_as_it_was, what_came_later_was_not_known,
		an_entry_taken_away_later_is_told_from_the_events,
		working_material_is_not_on_paper_for_who_may_not_see_it_then_or_now,
		before_it_was_registered_there_is_no_case, nothing_is_given_out_before_each_part_is_tested,
		what_is_given_out_is_what_was_asked_for_as_it_was_tested,
		a_passage_that_stands_nowhere_stops_the_giving_out,
		who_got_a_document_and_what_others_call_the_case_is_as_it_was,
		a_note_says_what_it_is_about_and_whether_it_was_followed_up,
		the_public_version_leaves_out_working_material_and_marked_parts_and_says_so,
		a_fact_is_read_by_its_whole_name, NULL};

	return claims_run("case file", claims, 60);
}

/* kansli check: an office that is sound has no findings, and whatever is altered past the program is found and named.
 */
#include "claims.h"
#include "folder.h"
#include "granting.h"

#include "casework/application.h"
#include "casework/assess.h"
#include "casework/budget.h"
#include "casework/clock.h"
#include "casework/criteria.h"
#include "casework/disqualification.h"
#include "casework/event.h"
#include "casework/firm_kept.h"
#include "casework/gate.h"
#include "casework/least.h"
#include "casework/note.h"
#include "casework/office.h"
#include "casework/payment.h"
#include "casework/person.h"
#include "casework/rank.h"
#include "casework/reporting.h"

#include "base/buffer.h"
#include "base/words.h"

#include <stdlib.h>

static char folder[64];
static struct buffer found;

static const char *path_of(const char *name)
{
	static char paths[2][128];
	static int turn;
	char *path = paths[turn++ % 2];

	snprintf(path, sizeof paths[0], "%s/%s", folder, name);
	return path;
}

static void file_remove(const char *name)
{
	static const char *const ends[] = {"", "-wal", "-shm", "-lock"};
	char path[160];

	for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
		snprintf(path, sizeof path, "%s/%s%s", folder, name, ends[i]);
		unlink(path);
	}
}

static void folder_begin(void)
{
	words_open("en");
	buffer_init(&found);
	ck_assert(folder_new(folder, "check"));
}

static void folder_end(void)
{
	file_remove("office");
	file_remove("copy");
	rmdir(folder);
	buffer_done(&found);
}

static void finding_keep(void *with, const char *finding)
{
	(void)with;
	buffer_format(&found, "%s\n", finding);
}

static int findings_of(struct casework *cw)
{
	int findings = -1;

	buffer_clear(&found);
	OK(check_all(cw, finding_keep, NULL, &findings, err));
	return findings;
}

/* ---- an office where everything there is has happened */

static void notes_write(struct casework *cw, int64_t application)
{
	struct note_change note = {.occurred_on = "2026-11-20", .way = "phone", .said = "They will send it."};
	int n = 0;

	for (int i = 0; i < 3; i++)
		OK(note_add(cw, NULL, application, &note, &n, err));
	note.corrects_n = 1;
	OK(note_add(cw, NULL, application, &note, &n, err));
}

static void gates_answer(struct casework *cw, int64_t application, int64_t measure)
{
	struct gate_change yes = {.gate = "G1", .answer = "yes"},
			   no = {.gate = "G7", .answer = "no", .reason = "Other support."};

	no.measure = measure;
	OK(gate_answer(cw, NULL, application, &yes, err));
	OK(gate_answer(cw, NULL, application, &no, err));
}

/* Asked, given more time, answered; a judgement, and a meeting that is known. */
static void clocks_run(struct casework *cw, int64_t application)
{
	struct clock_item_change items[] = {{.text = "The plan."}, {.text = "The minutes."}};
	struct clock_change change = {.kind = "completion",
		.asks = "What is missing.",
		.sent_on = "2026-11-20",
		.way = "email",
		.due_on = "2026-12-01",
		.items = items,
		.item_count = 2};
	struct clock_respite_change more = {"2026-11-21", "2026-12-15", "The board meets.", NULL};
	struct clock_answer_change answer = {
		.answered_on = "2026-11-22", .answer = "The plan.", .items = (int[]){1}, .item_count = 1};
	struct meeting_change meeting = {"19", "2026-12-10", "Regionstyrelsen", ""};

	OK(clock_send(cw, NULL, application, &change, NULL, err));
	OK(clock_respite(cw, NULL, application, 1, &more, err));
	OK(clock_answer(cw, NULL, application, 1, &answer, err));
	OK(clock_uncommunicated(cw, NULL, application, 0, "Granted in full.", err));
	OK(meeting_put(cw, NULL, 0, &meeting, NULL, err));
}

static void assess(struct casework *cw, int64_t measure, const char *login)
{
	struct score_change scores[] = {
		{.criterion = "K1", .set_points = true, .set_reason = true, .points = 3, .reason = "Clear."},
		{.criterion = "K2", .set_points = true, .set_reason = true, .points = 2, .reason = "Fair."},
		{.criterion = "K3", .set_points = true, .set_reason = true, .points = 1, .reason = "Weak."},
	};

	office_sit(cw, "elin");
	OK(assessor_assign(cw, NULL, measure, office_person(cw, login), err));
	office_sit(cw, login);
	OK(score_put(cw, NULL, measure, scores, 3, err));
	OK(score_submit(cw, NULL, measure, err));
}

static void firmness_keep(struct casework *cw, int64_t round)
{
	struct firm_watch watch = {0};
	struct firm_answer answer;
	struct firm firm;
	int64_t id;

	OK(firm_load(cw, round, 0, &firm, err));
	firm.robust.draws = 1000;
	ck_assert(firm_answer(&firm, &watch, &answer));
	OK(firm_keep(cw, NULL, &firm, &answer, &id, err));
	firm_answer_done(&answer);
	firm_done(&firm);
}

/* Another assessor, who abstains from something, gives other points later, and agrees on them with the first. */
static void assess_more(struct casework *cw, int64_t measure, const char *login)
{
	struct score_change abstain = {.criterion = "K3", .set_abstain = true, .abstain = "Not my field."};
	struct score_change later = {
		.criterion = "K2", .set_points = true, .set_reason = true, .points = 4, .reason = "It is shown."};
	struct consensus_change said = {.criterion = "K2", .points = 3, .discussion = "Both gave way."};

	office_sit(cw, "elin");
	OK(assessor_assign(cw, NULL, measure, office_person(cw, login), err));
	office_sit(cw, login);
	struct score_change scores[] = {
		{.criterion = "K1", .set_points = true, .set_reason = true, .points = 3, .reason = "Clear."},
		{.criterion = "K2", .set_points = true, .set_reason = true, .points = 1, .reason = "Poor."}, abstain};
	OK(score_put(cw, NULL, measure, scores, 3, err));
	OK(score_submit(cw, NULL, measure, err));
	OK(score_again(cw, NULL, measure, &later, 1, "Read the annex.", err));
	office_sit(cw, "elin");
	OK(consensus_record(cw, NULL, measure, &said, err));
}

static void rank(struct casework *cw, int64_t measure)
{
	int64_t round = office_round(cw, "2026");

	office_sit(cw, "kim");
	OK(rank_set(cw, NULL, round, measure, 2027, KRONOR(19000000), err));
	firmness_keep(cw, round);
	OK(rank_lock(cw, NULL, round, err));
	OK(least_put(cw, NULL, measure, KRONOR(5000000), "The application.", err));
	OK(rank_skip(cw, NULL, round, measure, "Another pays.", err));
}

/* A partial report that came in, with money and effects of the region, after a reminder. */
static void report(struct casework *cw, int64_t measure)
{
	const struct reporting_reminding reminding = {.sent_on = "2026-11-21", .way = "email"};
	const struct reporting_told told = {.set_used = true, .used_ore = KRONOR(100), .effects = "Some."};
	int64_t due = 0;

	office_sit(cw, "elin");
	OK(reporting_find(cw, measure, 1, &due, err));
	OK(reporting_remind(cw, NULL, due, &reminding, err));
	OK(reporting_receive(cw, NULL, due, &(struct reporting_arrival){"2026-11-22", 0}, err));
	OK(reporting_content_put(cw, NULL, due, &(struct reporting_content){.progress = "Well."}, err));
	OK(reporting_region_put(cw, NULL, due, &told, err));
}

/* Decided, planned anew, one row authorised and paid, one whose condition is met and that is authorised. */
static void pay(struct casework *cw, int64_t measure)
{
	struct decision_change change = granting_whole();
	struct instalment_change rows[3];

	granting_decide(cw, measure, &change);
	change.ground = "36 § FL, the section of the minutes was wrong";
	granting_decide(cw, measure, &change);
	for (int i = 0; i < 3; i++)
		rows[i] = (struct instalment_change){i == 2 ? 0 : i + 4, granting_rows[i]};
	office_sit(cw, "cia");
	OK(plan_put(cw, NULL, measure, rows, 3, "A new third row.", err));
	OK(instalment_condition_met(cw, NULL, granting_row(cw, measure, 5), "2026-11-22", err));
	office_attest(cw, granting_row(cw, measure, 4));
	office_attest(cw, granting_row(cw, measure, 5));
	OK(office_paid(cw, granting_row(cw, measure, 4), "2026-11-22", "V-1", err));
}

static void conflict_report(struct casework *cw, int64_t application)
{
	struct disqualification_change of_case = {
		.about.application = application, .answer = "reported", .ground = "other", .what = "Led the project."};
	struct disqualification_change of_round = {.about.round = office_round(cw, "2026"), .answer = "none"};

	office_sit(cw, "carl");
	OK(disqualification_answer(cw, NULL, &of_case, NULL, err));
	OK(disqualification_answer(cw, NULL, &of_round, NULL, err));
}

/* Applications 1 (decided and paid), 2 (assessed, proposed, joint), 3 (withdrawn and written off). */
static void office_build(struct casework *cw)
{
	struct limit_change limit = {
		"round", "Decided by the delegation", "2026-01-01", 2027, office_round(cw, "2026"), KRONOR(90000000)};
	static const char *const regions[] = {"13", "19"};
	struct measure_amount amounts[] = {{2027, true, true, KRONOR(30000000), KRONOR(20000000)}};
	int64_t paid = granting_measure(cw), ranked = granting_measure_of(cw, regions, 2, amounts, 1),
		gone = granting_measure(cw);

	pay(cw, paid);
	OK(limit_put(cw, NULL, &limit, err));
	office_sit(cw, "elin");
	notes_write(cw, granting_application(cw, ranked));
	gates_answer(cw, granting_application(cw, ranked), ranked);
	clocks_run(cw, granting_application(cw, ranked));
	OK(application_assign(cw, NULL, granting_application(cw, ranked), office_person(cw, "olle"), err));
	OK(application_withdraw(cw, NULL, granting_application(cw, gone), "2026-11-20", "Given up.", err));
	granting_write_off(cw, granting_application(cw, gone));
	assess(cw, ranked, "maja");
	assess_more(cw, ranked, "mats");
	rank(cw, ranked);
	conflict_report(cw, granting_application(cw, ranked));
	office_sit(cw, "elin");
	OK(criteria_draft(cw, NULL, 1, "Evidence weighs too little.", NULL, err));
	OK(criteria_adopt(cw, NULL, 1, "2026-01-12", "2026:1", err));
	report(cw, paid);
}

static struct casework *office_read(const char *name)
{
	struct casework_who who = {.login = "adam", .as = "rev"};
	struct casework *cw = NULL;

	OK(casework_open(path_of(name), STORE_READ, &who, &cw, err));
	return cw;
}

static void file_copy(const char *from, const char *to)
{
	FILE *in = fopen(path_of(from), "rb"), *out = fopen(path_of(to), "wb");
	char bytes[8192];
	size_t count;

	ck_assert(in && out);
	while ((count = fread(bytes, 1, sizeof bytes, in)) > 0)
		ck_assert_uint_eq(fwrite(bytes, 1, count, out), count);
	fclose(in);
	ck_assert_int_eq(fclose(out), 0);
}

static void office_make(void)
{
	struct casework *cw = office_open_at(path_of("office"));

	office_build(cw);
	casework_close(cw);
}

START_TEST(a_sound_office_has_no_findings)
{
	struct casework *cw;

	folder_begin();
	office_make();
	cw = office_read("office");
	ck_assert_msg(findings_of(cw) == 0, "%s", found.text);
	casework_close(cw);
	folder_end();
}
END_TEST

/* What is done past the program, and what must be said of it. */
static const struct {
	const char *sql, *part;
} planted[] = {
	{"UPDATE amount SET ore = ore + 1 WHERE kind = 'sought' AND measure = 2",
		"2-2026.1 measure: has been altered past the events"},
	{"UPDATE amount SET ore = ore - 100 WHERE kind = 'granted' AND decision = 2 AND year = 2027",
		"1-2026.1: the payment plan pays 19,600,000 SEK in 2027, but 19,599,999 SEK is granted"},
	{"UPDATE amount SET ore = ore - 100 WHERE kind = 'granted' AND decision = 2 AND year = 2027",
		"1-2026.1 decision 2: has been altered past the events"},
	{"UPDATE decision_form SET presenter = 'Another'", "1-2026.1 form of decision 1: has been altered"},
	{"DELETE FROM decision_form WHERE decision = 2", "form of decision has been removed past the events"},
	{"UPDATE ruling SET kind = 'dismissed'", "3-2026 ruling 1: has been altered"},
	{"DELETE FROM ruling", "ruling has been removed past the events"},
	{"UPDATE ruling SET application = 1", "1-2026 ruling 1: what it says is not tried has been decided"},
	{"UPDATE ruling SET measure = 2", "3-2026 ruling 1: its measure belongs to another case"},
	{"UPDATE instalment SET ore = ore + 1 WHERE decision = 2 AND n = 5", "1-2026.1 instalment 5: has been altered"},
	{"UPDATE instalment SET ore = ore + 1 WHERE decision = 2 AND n = 5", "pays 19,600,000.01 SEK in 2027"},
	{"UPDATE amount SET ore = ore + 1 WHERE kind = 'granted' AND decision = 2 AND year = 2028",
		"1-2026.1: 24,500,000.01 SEK is granted, but only 24,500,000 SEK is sought"},
	{"UPDATE decision SET outcome = 'partly' WHERE id = 2",
		"1-2026.1: the outcome is partial approval, but 24,500,000 SEK is granted"},
	{"UPDATE amount SET ore = 1000000001 WHERE kind = 'cost' AND measure = 2",
		"2-2026.1: 20,000,000 SEK is sought, but the measure costs only 10,000,000.01 SEK"},
	{"UPDATE amount SET ore = 2000000001 WHERE kind = 'proposed'",
		"2-2026.1: proposal 1 of round 2026 proposes 20,000,000.01 SEK, but only 20,000,000 SEK is sought"},
	{"UPDATE amount SET ore = 2000000001 WHERE kind = 'proposed'", "2026 proposal 1: has been altered"},
	{"UPDATE firmness SET seed = 1", "2026 kept firmness 1: has been altered"},
	{"UPDATE firmness_row SET inside = 1", "Fields: rows."},
	{"UPDATE attest SET person = (SELECT made_by FROM instalment WHERE id = attest.instalment)",
		"1-2026.1 row 4: authorised by Elin Björk, who also made it"},
	{"UPDATE instalment SET condition_met_on = NULL WHERE decision = 2 AND n = 5",
		"1-2026.1 row 5: authorised, but its condition is not met"},
	{"UPDATE instalment SET until = 3 WHERE decision = 2 AND n = 5",
		"1-2026.1 row 5: authorised, but no longer in the plan"},
	{"DELETE FROM attest WHERE instalment = (SELECT instalment FROM payment)",
		"1-2026.1 row 4: paid on 2026-11-22, but never authorised"},
	{"UPDATE ledger SET ore = ore + 1 WHERE target = 'paid'", "the ledger's account 'paid' holds"},
	{"UPDATE ledger SET at = '2026-11-22 08:00:00' WHERE target = 'paid'", "of the ledger does not follow"},
	{"UPDATE ledger SET cause_id = 4711 WHERE cause = 'payment'", "of the ledger does not follow"},
	{"UPDATE ledger SET cause = 'return' WHERE cause = 'payment'", "of the ledger does not follow"},
	{"DELETE FROM ledger WHERE target = 'frame'", "the ledger's account 'unplanned' holds"},
	{"UPDATE report_due SET due_on = '2030-01-01' WHERE n = 1", "1-2026.1 report on the grant 1: has been altered"},
	{"UPDATE report_reminder SET sent_on = '2026-11-20'", "Fields: reminders."},
	{"DELETE FROM report_due WHERE n = 2", "report on the grant has been removed past the events"},
	{"UPDATE report SET progress = 'x'", "1-2026.1 report that came in 1 1: has been altered"},
	{"UPDATE report_region SET used_ore = used_ore + 1", "1-2026.1 report that came in 1 1: has been altered"},
	{"UPDATE payment SET paid_on = '2026-11-21'", "1-2026.1 instalment 4: has been altered"},
	{"UPDATE application SET n = 7 WHERE n = 3", "Applications 3–6 of 2026 are missing"},
	{"UPDATE application SET n = 4 WHERE n = 3", "Application 3-2026 is missing"},
	{"DELETE FROM application WHERE n = 3", "application has been removed past the events"},
	{"DELETE FROM note WHERE n = 2", "2-2026: note 2 is missing"},
	{"DELETE FROM note WHERE n = 2", "2-2026: note has been removed past the events"},
	{"UPDATE decision SET replaces = NULL WHERE id = 2", "1-2026.1: decision 2 does not replace the one before it"},
	{"UPDATE measure SET title = 'Another' WHERE id = 1",
		"1-2026.1 measure: has been altered past the events; the newest is"},
	{"UPDATE measure SET title = 'Another' WHERE id = 1", "Fields: title."},
	{"UPDATE score SET points = 4 WHERE criterion = 'K1'", "2-2026.1 assessment maja: has been altered"},
	{"UPDATE abstention SET reason = 'x'", "2-2026.1 assessment mats: has been altered"},
	{"UPDATE rescore SET points = 2", "2-2026.1 later score mats K2 1: has been altered"},
	{"UPDATE consensus SET points = 4", "2-2026.1 agreed step K2 1: has been altered"},
	{"UPDATE proposal_standing SET mean = mean - 1", "2026 proposal 1: has been altered"},
	{"UPDATE gate_answer SET reason = 'x' WHERE gate = 'G7'", "2-2026.1 control point G7: has been altered"},
	{"UPDATE note SET said = 'Nothing.' WHERE n = 3", "2-2026 note 3: has been altered"},
	{"UPDATE participant SET paper = 'decision' WHERE region = '19'",
		"2-2026 participant Västmanland: has been altered"},
	{"UPDATE clock SET due_on = '2026-12-24'", "2-2026 time limit 1: has been altered"},
	{"UPDATE clock_item SET met_on = '2026-11-20' WHERE n = 2", "2-2026 time limit 1: has been altered"},
	{"DELETE FROM respite", "Fields: respites."},
	{"UPDATE power SET role = 'member' WHERE what = 'notice' AND role = 'chair'",
		"power to sign notice member: has been altered"},
	{"UPDATE region_meeting SET body = 'X'", "meeting of a region Västmanland 2026-12-10: has been altered"},
	{"UPDATE uncommunicated SET why = 'x'", "judgement that communication is unnecessary: has been altered"},
	{"UPDATE least_amount SET ore = ore - 1", "2-2026.1 least amount that makes sense: has been altered"},
	{"DELETE FROM least_amount", "2-2026: least amount that makes sense has been removed past the events"},
	{"UPDATE proposal_skip SET reason = 'x'", "2026 proposal 2: has been altered"},
	{"DELETE FROM proposal_skip WHERE proposal = (SELECT id FROM proposal WHERE n = 2)",
		"2026 proposal 2: has been altered"},
	{"INSERT INTO proposal_purpose SELECT id, 'meeting', '' FROM proposal WHERE n = 2",
		"2026 proposal 2: has been altered"},
	{"UPDATE application_version SET why = 'x'", "2-2026 kept version 1: has been altered"},
	{"UPDATE application_version SET content = '{}'", "2-2026: kept version 1 no longer holds what was kept"},
	{"UPDATE money_limit SET ore = ore + 1 WHERE kind = 'round'", "limit round 2027: has been altered"},
	{"UPDATE money_limit SET ore = ore + 1 WHERE kind = 'appropriation' AND year = 2030",
		"limit appropriation 2030: has been altered"},
	{"UPDATE region SET orgnr = '999999-9999' WHERE code = '13'", "the law as data: has been altered"},
	{"UPDATE criterion SET weight = 59 WHERE version = 2 AND id = 'K1'", "criteria, version 2: has been altered"},
	{"UPDATE criteria_version SET adopted_on = '2026-11-20' WHERE number = 2",
		"criteria, version 2: has been altered"},
	{"UPDATE criterion SET weight = 59 WHERE version = 1 AND id = 'K1'", "the law as data: has been altered"},
	{"DELETE FROM criteria_draft", "the law as data: has been altered"},
	{"UPDATE round SET closes_on = '2026-12-31'", "round 2026: has been altered"},
	{"UPDATE person SET login = 'eve' WHERE login = 'carl'", "person eve: has been altered"},
	{"INSERT INTO appointment (person, role, from_on) SELECT id, 'controller', '2026-01-01' FROM person WHERE "
	 "login = 'elin'",
		"role elin controller: no event tells how it came to be there"},
	{"UPDATE disqualification SET outcome = 'free', tried_on = '2026-11-22', tried_by = 'chair', reasons = 'x' "
	 "WHERE application IS NOT NULL",
		"2-2026 conflict of interest carl: has been altered"},
	{"UPDATE disqualification SET asked_on = '2026-11-22' WHERE round IS NOT NULL",
		"conflict of interest carl 2026: has been altered"},
	{"DELETE FROM disqualification WHERE application IS NOT NULL",
		"2-2026: conflict of interest has been removed past the events"},
	{"UPDATE setting SET value = 'x' WHERE name = 'name'", "the office's settings: has been altered"},
	{"UPDATE event SET cause = 'x' WHERE seq = 20", "number 20 does not follow"},
	{"DELETE FROM event WHERE seq = 30", "number 30 is missing"},
	{"DROP INDEX amount_granted_year", "The file: "},
	{"UPDATE measure SET application = 99 WHERE id = 2", "The file: "},
};

START_TEST(whatever_is_altered_past_the_program_is_found_and_named)
{
	folder_begin();
	office_make();
	for (size_t i = 0; i < sizeof planted / sizeof planted[0]; i++) {
		struct casework *cw;

		file_copy("office", "copy");
		granting_plant(path_of("copy"), planted[i].sql);
		cw = office_read("copy");
		ck_assert_msg(findings_of(cw) > 0, "not found: %s", planted[i].sql);
		ck_assert_msg(strstr(found.text, planted[i].part), "%s\nwanted: %s\nsaid: %s", planted[i].sql,
			planted[i].part, found.text);
		casework_close(cw);
		file_remove("copy");
	}
	folder_end();
}
END_TEST

START_TEST(planting_itself_leaves_no_finding)
{
	struct casework *cw;

	folder_begin();
	office_make();
	granting_plant(path_of("office"), "UPDATE amount SET ore = ore");
	cw = office_read("office");
	ck_assert_msg(findings_of(cw) == 0, "%s", found.text);
	casework_close(cw);
	folder_end();
}
END_TEST

START_TEST(findings_speak_the_language_chosen)
{
	struct casework *cw;

	folder_begin();
	office_make();
	granting_plant(path_of("office"), "UPDATE application SET n = 4 WHERE n = 3");
	words_open("sv");
	cw = office_read("office");
	ck_assert_int_gt(findings_of(cw), 0);
	ck_assert_msg(strstr(found.text, "Ansökan 3-2026 saknas"), "%s", found.text);
	casework_close(cw);
	folder_end();
}
END_TEST

START_TEST(who_has_no_role_does_not_check)
{
	struct casework *cw;
	int findings = 17;

	folder_begin();
	cw = office_open();
	OK(person_end_role(cw, NULL, office_person(cw, "rev"), ROLE_AUDITOR, day_read("2026-11-21"), err));
	office_sit(cw, "rev");
	REFUSED(check_all(cw, finding_keep, NULL, &findings, err), ERROR_DENIED, "check the office");
	ck_assert_int_eq(findings, 17);
	ck_assert_uint_eq(found.bytes, 0);
	casework_close(cw);
	folder_end();
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		a_sound_office_has_no_findings,
		whatever_is_altered_past_the_program_is_found_and_named,
		planting_itself_leaves_no_finding,
		findings_speak_the_language_chosen,
		who_has_no_role_does_not_check,
		NULL,
	};

	return claims_run("casework check", claims, 60);
}

/* The papers of a sitting, page by page: notice, agenda, minutes and an extract, and what a barred reader does not get.
 */
#include "cases.h"
#include "claims.h"
#include "contest.h"
#include "convened.h"
#include "csv/minutes.h"
#include "csv/programme_file.h"
#include "granting.h"
#include "papered.h"

#include "base/words.h"
#include "casework/ruling.h"
#include "casework/sitting.h"

static struct casework *cw;
static int64_t close_care, digital, sitting;
static struct paper paper;

#define SAYS(part)                                                                                                     \
	ck_assert_msg(strstr(paper.text.text, (part)) != NULL, "does not say “%s”:\n%s", (part), paper.text.text)
#define SAYS_NOT(part) ck_assert_msg(strstr(paper.text.text, (part)) == NULL, "says “%s”:\n%s", (part), paper.text.text)

static void begin(void)
{
	struct programme law;

	words_open("sv");
	OK(programme_read(&law, err));
	cw = office_open_under(&law);
	programme_done(&law);
	close_care = contest_entry(cw, "Nära vård i Åarjel", 1000);
	digital = contest_entry(cw, "Digital vårdväg", 2000);
	convened_members(cw, 4);
	sitting = convened_sitting(cw);
	paper_init(&paper);
}

static void end(void)
{
	paper_done(&paper);
	casework_close(cw);
}

static int64_t person(const char *login)
{
	return office_person(cw, login);
}

static void closed(int64_t item, const char *outcome, const char *why)
{
	struct sitting_outcome given = {.outcome = outcome, .why = why};

	OK(sitting_outcome(cw, NULL, item, &given, err));
}

/* A tie decided by the chair's vote, with a reservation and a dissent. */
static void dissent(void)
{
	int64_t item = convened_taken(cw, sitting, close_care);

	OK(sitting_present(cw, NULL, sitting, item, person("m3"), "absent", err));
	OK(sitting_motion(cw, NULL, item, person("maja"), "Bifall enligt föredragandens förslag.", NULL, err));
	OK(sitting_motion(cw, NULL, item, person("mats"), "Avslag, eftersom nyttan inte är visad.", NULL, err));
	OK(convened_vote(cw, item, "kim maja", "mats m4", err));
	closed(item, "decided", "Nyttan är visad i tre regioner.");
	OK(sitting_reserve(cw, NULL, item, person("mats"), "Nyttan är inte visad.", err));
	OK(sitting_reserve(cw, NULL, item, person("olle"), "Halva beloppet hade räckt.", err));
}

/* The chair barred; then something that is no case. */
static void the_rest(void)
{
	struct sitting_item_change news = {.title = "Information om omgång 2027", .presenter = person("elin")};
	int64_t item;

	convened_bar(cw, "kim", granting_application(cw, digital));
	item = convened_taken(cw, sitting, digital);
	closed(item, "no_quorum", "");
	OK(sitting_item_add(cw, NULL, sitting, &news, &item, err));
	OK(sitting_take(cw, NULL, item, err));
	closed(item, "noted", "");
}

static void approved(void)
{
	OK(sitting_adjuster(cw, NULL, sitting, person("maja"), err));
	OK(sitting_close(cw, NULL, sitting, err));
	OK(sitting_adjust(cw, NULL, sitting, NULL, err));
}

START_TEST(the_minutes_of_a_whole_sitting_are_as_they_should_be)
{
	begin();
	dissent();
	the_rest();
	approved();
	OK(minutes_write(cw, sitting, &paper, err));
	SAYS("utslagsröst");
	SAYS("Reservation, ");
	SAYS("Avvikande mening, ");
	SAYS("jävig, deltar inte");
	paper_is(&paper, "minutes");
	end();
}
END_TEST

static void void_put(int64_t item, enum sitting_part part, int n, const char *whose)
{
	struct sitting_void_change change = {
		.part = part, .n = n, .person = whose ? person(whose) : 0, .why = "Fel antecknat."};

	OK(sitting_void(cw, NULL, item, &change, err));
}

START_TEST(what_was_registered_by_mistake_is_not_in_the_minutes)
{
	int64_t item;

	begin();
	item = convened_taken(cw, sitting, close_care);
	OK(sitting_motion(cw, NULL, item, person("maja"), "Bifall.", NULL, err));
	OK(sitting_motion(cw, NULL, item, person("mats"), "Avslag.", NULL, err));
	OK(sitting_motion(cw, NULL, item, person("m3"), "Återremiss.", NULL, err));
	void_put(item, SITTING_MOTION, 3, NULL);
	OK(convened_vote(cw, item, "kim", "maja mats m3 m4", err));
	void_put(item, SITTING_VOTE, 1, NULL);
	OK(convened_vote(cw, item, "kim maja m3 m4", "mats", err));
	OK(sitting_reserve(cw, NULL, item, person("mats"), "Nyttan är visad.", err));
	void_put(item, SITTING_RESERVATION, 0, "mats");
	OK(sitting_reserve(cw, NULL, item, person("mats"), "Nyttan är inte visad.", err));
	closed(item, "decided", "");
	approved();
	OK(minutes_write(cw, sitting, &paper, err));
	SAYS("Omröstning 1: ja för yrkande 1");
	SAYS("4 ja och 1 nej: yrkande 1");
	SAYS("Nyttan är inte visad.");
	SAYS_NOT("Omröstning 2");
	SAYS_NOT("Återremiss");
	SAYS_NOT("Nyttan är visad.");
	SAYS_NOT("Fel antecknat");
	end();
}
END_TEST

START_TEST(what_was_noted_is_said_as_that_and_not_as_reasons)
{
	begin();
	closed(convened_taken(cw, sitting, close_care), "noted", "Delegationen har tagit del av läget.");
	OK(minutes_write(cw, sitting, &paper, err));
	SAYS("Antecknat");
	SAYS("Delegationen har tagit del av läget.");
	SAYS_NOT("Skäl");
	paper_done(&paper);
	paper_init(&paper);
	closed(convened_taken(cw, sitting, digital), "tabled", "Underlaget räcker inte.");
	OK(minutes_write(cw, sitting, &paper, err));
	SAYS("Skäl");
	end();
}
END_TEST

START_TEST(an_extract_has_its_item_alone_and_everybody_who_was_there)
{
	begin();
	dissent();
	the_rest();
	approved();
	OK(extract_write(cw, sitting, 1, &paper, err));
	SAYS_NOT("Digital vårdväg");
	paper_is(&paper, "extract");
	end();
}
END_TEST

START_TEST(notice_and_agenda_stand_before_the_sitting)
{
	begin();
	convened_item(cw, sitting, close_care);
	OK(notice_write(cw, sitting, &paper, err));
	SAYS_NOT("Bifall enligt ansökan");
	paper_is(&paper, "notice");
	paper_done(&paper);
	paper_init(&paper);
	OK(agenda_write(cw, sitting, &paper, err));
	SAYS("Bifall enligt ansökan.");
	paper_is(&paper, "agenda");
	end();
}
END_TEST

START_TEST(who_is_barred_reads_no_more_than_the_subject_until_the_minutes_are_approved)
{
	begin();
	dissent();
	the_rest();
	office_sit(cw, "kim");
	OK(minutes_write(cw, sitting, &paper, err));
	SAYS("Digital vårdväg");
	SAYS("Innehållet visas inte");
	SAYS_NOT("inte beslutför");
	paper_done(&paper);
	paper_init(&paper);
	office_sit(cw, "elin");
	approved();
	office_sit(cw, "kim");
	OK(minutes_write(cw, sitting, &paper, err));
	SAYS("inte beslutför");
	end();
}
END_TEST

START_TEST(a_sitting_that_has_not_been_opened_has_no_minutes)
{
	struct sitting_change change = {.on_day = "2026-12-02", .starts_at = "09:00", .place = ""};
	int64_t next;

	begin();
	words_open("en");
	office_sit(cw, "rut");
	OK(sitting_open(cw, NULL, &change, &next, err));
	REFUSED(minutes_write(cw, next, &paper, err), ERROR_INVALID, "no minutes yet");
	end();
}
END_TEST

START_TEST(an_extract_waits_until_its_item_is_closed)
{
	begin();
	words_open("en");
	convened_taken(cw, sitting, close_care);
	REFUSED(extract_write(cw, sitting, 1, &paper, err), ERROR_INVALID, "not closed yet");
	paper_done(&paper);
	paper_init(&paper);
	REFUSED(extract_write(cw, sitting, 9, &paper, err), ERROR_MISSING, "no § 9");
	end();
}
END_TEST

START_TEST(while_the_sitting_goes_on_the_minutes_say_that_nobody_has_approved_them)
{
	begin();
	dissent();
	OK(minutes_write(cw, sitting, &paper, err));
	SAYS("sammanträdet pågår");
	SAYS("Protokollet är inte justerat");
	SAYS_NOT("Digital vårdväg"); /* not taken up */
	end();
}
END_TEST

/* Half of what is sought, decided at the item. */
static void halved(int64_t item)
{
	static const struct decision_amount half[] = {{2026, KRONOR(500000)}};
	static const struct decision_instalment rows[] = {{"2026-12-01", 0, KRONOR(500000), NULL, ""}};
	struct decision_change change = granting_whole();

	change.outcome = NULL;
	change.decided_on = "2026-11-22";
	change.meeting = change.deciders = change.presenter = NULL;
	change.item = item;
	change.amounts = half;
	change.instalments = rows;
	change.amount_count = change.instalment_count = 1;
	OK(decision_record(cw, NULL, close_care, &change, NULL, NULL, NULL, err));
}

static void written_off(int64_t item)
{
	struct ruling_change change = {.kind = "written_off",
		.decided_on = "2026-11-22",
		.provisions = "8 §",
		.reasons = "Regionen har återkallat ansökan.",
		.measure = digital,
		.item = item};

	OK(ruling_record(cw, NULL, granting_application(cw, digital), &change, NULL, NULL, NULL, err));
}

START_TEST(what_is_recorded_from_an_item_stands_in_its_minutes_but_not_for_who_is_barred)
{
	struct sitting whole;
	int64_t items[2];

	begin();
	convened_bar(cw, "maja", granting_application(cw, close_care));
	items[0] = convened_taken(cw, sitting, close_care);
	closed(items[0], "decided", "");
	items[1] = convened_taken(cw, sitting, digital);
	closed(items[1], "decided", "");
	OK(minutes_write(cw, sitting, &paper, err));
	SAYS_NOT("Registrerat"); /* decided, and nothing recorded yet */
	halved(items[0]);
	written_off(items[1]);
	paper_done(&paper);
	paper_init(&paper);
	OK(minutes_write(cw, sitting, &paper, err));
	SAYS("Delvis bifall: 500 000 kr beviljas.");
	SAYS("Ärendet avskrivs.");
	paper_done(&paper);
	paper_init(&paper);
	office_sit(cw, "maja");
	OK(minutes_write(cw, sitting, &paper, err));
	SAYS_NOT("bifall");
	SAYS_NOT("500 000");
	SAYS("Ärendet avskrivs.");                  /* of the other case */
	OK(sitting_load(cw, sitting, &whole, err)); /* nor is it handed to any screen */
	ck_assert_ptr_null(whole.items[0].granting);
	ck_assert_int_eq(whole.items[0].granted_ore, 0);
	ck_assert_str_eq(whole.items[1].granting, "written_off");
	sitting_done(&whole);
	end();
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {the_minutes_of_a_whole_sitting_are_as_they_should_be,
		what_was_registered_by_mistake_is_not_in_the_minutes, what_was_noted_is_said_as_that_and_not_as_reasons,
		an_extract_has_its_item_alone_and_everybody_who_was_there, notice_and_agenda_stand_before_the_sitting,
		who_is_barred_reads_no_more_than_the_subject_until_the_minutes_are_approved,
		a_sitting_that_has_not_been_opened_has_no_minutes, an_extract_waits_until_its_item_is_closed,
		while_the_sitting_goes_on_the_minutes_say_that_nobody_has_approved_them,
		what_is_recorded_from_an_item_stands_in_its_minutes_but_not_for_who_is_barred, NULL};

	return claims_run("minutes", claims, 60);
}

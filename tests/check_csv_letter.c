/* The paper of a decision: everything a decision shall show, page by page, and nothing that was not recorded. */
#include "cases.h"
#include "casework/letter.h"
#include "claims.h"
#include "csv/letter.h"
#include "csv/programme_file.h"
#include "papered.h"

#include "granting.h"

#include "base/words.h"

#include <string.h>

static struct casework *cw;
static int64_t measure;
static struct paper paper;

static void office(const char *language)
{
	static const char *const with[] = {"19", "23"};
	static const struct measure_amount amounts[] = {
		{2027, true, true, KRONOR(24000000), KRONOR(19600000)},
		{2028, true, true, KRONOR(6000000), KRONOR(4900000)},
	};
	struct programme law;

	words_open(language);
	OK(programme_read(&law, err));
	cw = office_open_under(&law);
	programme_done(&law);
	measure = granting_measure_of(cw, with, 2, amounts, 2);
	office_sit(cw, "elin");
	paper_init(&paper);
}

static void done(void)
{
	paper_done(&paper);
	casework_close(cw);
}

static struct decision_change whole(void)
{
	struct decision_change change = granting_whole();

	change.provisions = "1, 4, 6 och 13 §§ förordningen (2024:1102)";
	change.reasons =
		"Vårddygnen minskar så att det kan visas i alla tre regionerna. Åarjelsaemien gïele ges plats.";
	return change;
}

#define SAYS(part)                                                                                                     \
	ck_assert_msg(strstr(paper.text.text, (part)) != NULL, "does not say “%s”:\n%s", (part), paper.text.text)
#define SAYS_NOT(part) ck_assert_msg(strstr(paper.text.text, (part)) == NULL, "says “%s”:\n%s", (part), paper.text.text)

START_TEST(a_decision_of_three_regions_is_as_it_should_be)
{
	struct decision_change change = whole();

	office("sv");
	change.deciders = "Kim Ordförande (ordförande), Maja och Mats";
	change.presenter = "Elin Björk";
	change.others = "Rut";
	granting_decide(cw, measure, &change);
	office_sit(cw, "elin");
	OK(letter_write(cw, measure, 0, &paper, err));
	paper_is(&paper, "letter");
	done();
}
END_TEST

START_TEST(a_later_decision_tells_what_it_replaces_and_why_and_the_earlier_that_it_is_replaced)
{
	struct decision_change change = whole();

	office("sv");
	granting_decide(cw, measure, &change);
	change.kind = "correction";
	change.ground = "Slutdagen var felskriven.";
	change.final_on = "2029-04-30";
	granting_decide(cw, measure, &change);
	office_sit(cw, "elin");
	OK(letter_write(cw, measure, 0, &paper, err));
	SAYS("Beslut om rättelse\n");
	SAYS("ersätter beslut 1 den 2026-11-20");
	SAYS("\n36 § ");
	SAYS("Slutdagen var");
	SAYS_NOT("I den slutliga handläggningen");
	paper_done(&paper);
	paper_init(&paper);
	OK(letter_write(cw, measure, 1, &paper, err));
	SAYS("OBS! Beslutet har ersatts av beslut 2");
	SAYS("Beslut om statsbidrag\n");
	done();
}
END_TEST

START_TEST(what_was_never_recorded_is_told_as_not_recorded)
{
	office("en");
	rows_put(cw,
		"INSERT INTO decision (measure, n, outcome, decided_on, ground, reasons, recorded_by, recorded_at) "
		"SELECT max(id), 1, 'refused', '2026-11-20', '', 'Nej.', 1, '2026-11-20T10:00:00.000Z' FROM measure");
	office_sit(cw, "elin");
	OK(letter_write(cw, measure, 0, &paper, err));
	SAYS("är inte antecknat");
	SAYS_NOT("efter föredragning av");
	done();
}
END_TEST

START_TEST(a_refusal_has_reasons_and_no_points)
{
	struct decision_change change = {.outcome = "refused",
		.decided_on = "2026-11-20",
		.meeting = "§ 12",
		.provisions = "5 §",
		.reasons = "Annat statligt stöd lämnas för samma åtgärd.",
		.ground = "",
		.deciders = "Kim",
		.presenter = "Elin"};

	office("en");
	granting_decide(cw, measure, &change);
	office_sit(cw, "elin");
	OK(letter_write(cw, measure, 0, &paper, err));
	SAYS("avslår ansökan");
	SAYS("Annat statligt stöd");
	SAYS("får inte överklagas (21 §)");
	SAYS_NOT("1. ");
	SAYS_NOT("beviljar");
	done();
}
END_TEST

START_TEST(ore_are_told_where_there_are_some)
{
	static const struct decision_amount amounts[] = {{2027, 1000050}};
	static const struct decision_instalment rows[] = {{"2027-01-15", 0, 1000050, NULL, ""}};
	struct decision_change change = whole();

	office("en");
	change.outcome = "partly";
	change.amounts = amounts;
	change.amount_count = 1;
	change.instalments = rows;
	change.instalment_count = 1;
	granting_decide(cw, measure, &change);
	office_sit(cw, "elin");
	OK(letter_write(cw, measure, 0, &paper, err));
	SAYS("bifaller delvis");
	SAYS("10 000,50 kr");
	SAYS_NOT("SEK");
	done();
}
END_TEST

START_TEST(what_is_not_decided_has_no_paper)
{
	struct decision_change change = whole();

	office("en");
	REFUSED(letter_write(cw, measure, 0, &paper, err), ERROR_MISSING, "no paper");
	granting_decide(cw, measure, &change);
	REFUSED(letter_write(cw, measure, 2, &paper, err), ERROR_MISSING, "no decision 2");
	done();
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {a_decision_of_three_regions_is_as_it_should_be,
		a_later_decision_tells_what_it_replaces_and_why_and_the_earlier_that_it_is_replaced,
		what_was_never_recorded_is_told_as_not_recorded, a_refusal_has_reasons_and_no_points,
		ore_are_told_where_there_are_some, what_is_not_decided_has_no_paper, NULL};

	return claims_run("letter", claims, 30);
}

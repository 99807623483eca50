/* An office where every verb about an application or its round has something to do. */
#include "barring.h"

#include "base/words.h"
#include "casework/assess.h"
#include "casework/payment.h"
#include "casework/rank.h"

struct casework *cw;
int64_t round_id, big, bare, rival, placed, draft, fresh, paid, other_measure, entry;
static const int some[CONTEST_YEARS] = {0, 100};

struct disqualification_about about_of(int64_t application)
{
	return (struct disqualification_about){application, application ? 0 : round_id};
}

bool report(int64_t person, int64_t application, struct error *err)
{
	struct disqualification_change change = {.person = person,
		.about = about_of(application),
		.answer = "reported",
		.ground = "other",
		.what = "Leder projektet."};

	return disqualification_answer(cw, NULL, &change, NULL, err);
}

static void decide_in_three(void)
{
	static const struct decision_amount amounts[] = {{2026, 1000000}, {2027, 1000000}, {2028, 1000000}};
	static const struct decision_instalment rows[] = {{"2026-12-01", 0, 1000000, NULL, ""},
		{"2027-12-01", 0, 500000, NULL, ""}, {"2028-12-01", 0, 1000000, NULL, "Slutredovisning"},
		{"2027-12-15", 0, 500000, NULL, ""}};
	struct decision_change change = {.outcome = "granted",
		.decided_on = "2026-11-20",
		.meeting = "§ 12",
		.provisions = "1, 4, 6 och 13 §§",
		.deciders = "Kim Alm (ordförande), Maja Lind och Mats Ask",
		.presenter = "Elin Björk",
		.reasons = "Vinsten kan visas.",
		.report_on = "none",
		.final_on = "2029-03-30",
		.conditions = "Slutredovisning ska ha lämnats.",
		.amounts = amounts,
		.amount_count = 3,
		.instalments = rows,
		.instalment_count = 4};
	int64_t id = 0;

	office_sit(cw, "kim");
	OK(decision_record(cw, NULL, paid, &change, NULL, NULL, &id, err));
	office_sit(cw, "carl");
	OK(instalment_find(cw, paid, 1, &id, err));
	office_attest(cw, id);
	OK(instalment_find(cw, paid, 2, &id, err));
	office_review(cw, id);
}

void world(void)
{
	const int three[CONTEST_YEARS] = {0, 10, 10, 10};

	words_open("en");
	cw = office_open();
	round_id = office_round(cw, "2026");
	big = contest_application(cw, "Stor", (const char *[]){"20", "23", NULL});
	placed = contest_measure(cw, big, "Bedömd", some);
	draft = contest_measure(cw, big, "Utkast", some);
	fresh = contest_measure(cw, big, "Ny", some);
	paid = contest_measure(cw, big, "Beviljad", three);
	bare = contest_application(cw, "Liten", (const char *[]){"13", NULL});
	other_measure = contest_measure(cw, bare, "Annan", some);
	rival = contest_application(cw, "Medtävlare", (const char *[]){"19", NULL});
	entry = contest_measure(cw, rival, "Tävlar", some);
	contest_assess(cw, placed, "mats", 4, 4, 4);
	contest_assess(cw, entry, "mats", 2, 2, 2);
	contest_assign(cw, draft, "maja");
	contest_score(cw, draft, "maja", 3, 3, 3);
	decide_in_three();
	office_sit(cw, "kim");
	OK(rank_move(cw, NULL, round_id, placed, 2, "Väger lättare.", err));
	office_sit(cw, "olle");
	OK(report(0, big, err));
}

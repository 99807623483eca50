/* An office with a ranking, decisions, plans and limits. */
#include "money_office.h"

#include "casework/budget.h"
#include "casework/decision.h"
#include "casework/round.h"

#define ASSESSED(measure, k1, k2, k3)                                                                                  \
	do {                                                                                                           \
		contest_assess(office->cw, measure, "maja", k1, k2, k3);                                               \
		contest_assess(office->cw, measure, "mats", k1, k2, k3);                                               \
	} while (0)

static void cases_make(struct money_office *office)
{
	struct casework *cw = office->cw;
	int64_t joint = contest_application(cw, "Införa och sprida AI", (const char *[]){"13", "19", "20", "23", NULL}),
		home = contest_application(cw, "Hemmonitorering", (const char *[]){"19", NULL}),
		weed = contest_application(cw, "Mindre av sådant som inte hjälper", (const char *[]){"20", NULL}),
		near = contest_application(cw, "Närmare vård", (const char *[]){"23", NULL});

	office->one[0] = contest_measure(cw, joint, "Införa AI", (const int[]){0, 0, 26000, 26000, 0, 0});
	office->one[1] = contest_measure(cw, joint, "Sprida lösningar", (const int[]){0, 0, 44000, 0, 0, 0});
	office->two = contest_measure(cw, home, "Hemmonitorering", (const int[]){0, 0, 19600, 4900, 0, 0});
	office->three[0] = contest_measure(cw, weed, "Utmönstring av metoder", (const int[]){0, 0, 6900, 0, 0, 0});
	office->three[1] = contest_measure(cw, weed, "Läkemedelshantering", (const int[]){0, 0, -1, 0, 0, 0});
	office->four[0] = contest_measure(cw, near, "Vårdlogistik", (const int[]){0, 0, 28000, 0, 0, 0});
	office->four[1] = contest_measure(cw, near, "Digital kommunikation", (const int[]){0, 0, 5400, 0, 0, 0});
	office->four[2] = contest_measure(cw, near, "Digital delaktighet", (const int[]){0, 0, 8800, 0, 0, 0});
	office->four[3] = contest_measure(cw, near, "Plan för AI-journal", (const int[]){0, 0, 2300, 0, 0, 0});
}

static void limit_make(struct money_office *office)
{
	struct limit_change change = {.kind = "round",
		.source = "Delegationens beslut om omgången, § 4",
		.valid_from = "2026-01-15",
		.year = 2027,
		.round = office->round,
		.ore = INT64_C(10000000000)};

	office_sit(office->cw, "cia");
	OK(limit_put(office->cw, NULL, &change, err));
}

/* What a decision can come to, and points of 14 § that have no standard text, as in the law as data. */
static void law_make(struct money_office *office)
{
	static struct word words[] = {
		{"outcome", "granted", {"approval", "bifall"}, {"", ""}, {"", ""}, 1},
		{"outcome", "partly", {"partial approval", "delvis bifall"}, {"", ""}, {"", ""}, 2},
		{"outcome", "refused", {"refusal", "avslag"}, {"", ""}, {"", ""}, 3},
		{"outcome", "closed", {"closing", "avskrivning"}, {"", ""}, {"", ""}, 4},
	};
	static struct point points[] = {
		{5, "partial_report", "14 § 5", "typed", {"Partial report", "Delredovisning"}, {"", ""}},
		{6, "report", "14 § 6", "typed", {"Report", "Redovisning"}, {"", ""}},
		{7, "conditions", "14 § 7", "typed", {"Conditions", "Villkor"}, {"", ""}},
	};
	struct programme programme = {.words = words, .word_count = 4, .points = points, .point_count = 3};

	office_sit(office->cw, "adam");
	OK(programme_adopt(office->cw, NULL, &programme, err));
}

void money_office_open(struct money_office *office)
{
	*office = (struct money_office){.cw = office_open()};
	law_make(office);
	office->round = office_round(office->cw, "2026");
	cases_make(office);
	ASSESSED(office->one[0], 4, 3, 2);
	ASSESSED(office->two, 3, 4, 2);
	ASSESSED(office->three[0], 3, 3, 3);
	ASSESSED(office->four[0], 3, 3, 2);
	ASSESSED(office->four[1], 3, 2, 2);
	ASSESSED(office->one[1], 2, 3, 2);
	ASSESSED(office->four[2], 2, 2, 2);
	ASSESSED(office->three[1], 2, 1, 2);
	contest_assign(office->cw, office->four[3], "maja");
	limit_make(office);
	office_sit(office->cw, "kim");
}

void money_office_grant(struct money_office *office)
{
	static const struct decision_amount amounts[] = {{2027, INT64_C(1960000000)}, {2028, INT64_C(490000000)}};
	static const struct decision_instalment rows[] = {
		{"2027-01-15", 0, INT64_C(1225000000), NULL, ""},
		{"2027-09-01", 0, INT64_C(735000000), NULL, "delredovisningen är godkänd"},
		{"2028-11-30", 0, INT64_C(490000000), NULL, "slutredovisningen är godkänd"},
	};
	struct decision_change change = {
		.outcome = "granted",
		.decided_on = "2026-11-20",
		.meeting = "Sammanträde 20 november 2026, § 12",
		.provisions = "1, 4, 6 och 13 §§",
		.deciders = "Kim Alm (ordförande), Maja Lind och Mats Ask",
		.presenter = "Elin Björk",
		.reasons = "Vinsten kan påvisas.",
		.from_on = "2027-01-01",
		.to_on = "2028-12-31",
		.report_on = "2027-08-15",
		.final_on = "2029-03-30",
		.conditions = "Inga andra villkor.",
		.amounts = amounts,
		.amount_count = 2,
		.instalments = rows,
		.instalment_count = 3,
	};

	office_sit(office->cw, "elin");
	OK(decision_record(office->cw, NULL, office->two, &change, NULL, NULL, NULL, err));
	office_sit(office->cw, "kim");
}

/* Cases to gate, assess, rank and add up. */
#include "contest.h"

#include "casework/application.h"
#include "casework/assess.h"
#include "casework/measure.h"
#include "casework/payment.h"
#include "casework/round.h"

static const char *round_name = "2026", *arrived_on = "2026-03-02";

int64_t contest_earlier_round(struct casework *cw)
{
	struct round_change change = {"2025", "Omgång 2025", "2025-01-15", "2025-03-31", 2025, 1, 1};
	int64_t id = 0;

	office_sit(cw, "elin");
	OK(round_add(cw, NULL, &change, &id, err));
	round_name = "2025";
	arrived_on = "2025-03-02";
	return id;
}

int64_t contest_application(struct casework *cw, const char *title, const char *const participants[])
{
	struct application_change change = {.round = round_name,
		.lead = participants[0],
		.title = title,
		.own_number = "",
		.arrived_on = arrived_on,
		.way = "email",
		.summary = "",
		.economy = "",
		.needs = "",
		.scope = "",
		.sources = ""};
	int64_t id = 0;
	int count = 0;

	while (participants[count])
		count++;
	office_sit(cw, "rut");
	OK(application_register(cw, NULL, &change, participants, count, &id, err));
	return id;
}

static int amounts_make(const int tkr[CONTEST_YEARS], struct measure_amount amounts[CONTEST_YEARS])
{
	int count = 0;

	for (int y = 0; y < CONTEST_YEARS; y++) {
		if (tkr[y] == 0)
			continue;
		amounts[count++] = (struct measure_amount){.year = 2025 + y,
			.has_sought = true,
			.sought_ore = tkr[y] < 0 ? MONEY_UNKNOWN : tkr[y] * INT64_C(100000)};
	}
	return count;
}

/* What a decision needs to know is filled in. */
static struct measure_change values_make(
	const char *title, const int tkr[CONTEST_YEARS], struct measure_amount amounts[CONTEST_YEARS])
{
	return (struct measure_change){.title = title,
		.description = "Beskrivning.",
		.achieve = "Mål.",
		.from_on = "2025-01-01",
		.to_on = "2028-12-31",
		.amounts = amounts,
		.amount_count = amounts_make(tkr, amounts)};
}

int64_t contest_measure(struct casework *cw, int64_t application, const char *title, const int tkr[CONTEST_YEARS])
{
	struct measure_amount amounts[CONTEST_YEARS];
	struct measure_change change = values_make(title, tkr, amounts);
	int64_t id = 0;

	office_sit(cw, "rut");
	OK(measure_add(cw, NULL, application, &change, &id, err));
	return id;
}

void contest_seek(struct casework *cw, int64_t measure, const char *title, const int tkr[CONTEST_YEARS])
{
	struct measure_amount amounts[CONTEST_YEARS];
	struct measure_change change = values_make(title, tkr, amounts);

	office_sit(cw, "rut");
	OK(measure_change(cw, NULL, measure, &change, err));
}

int64_t contest_entry(struct casework *cw, const char *title, int tkr)
{
	const int years[CONTEST_YEARS] = {0, tkr};

	return contest_measure(cw, contest_application(cw, title, (const char *[]){"20", NULL}), title, years);
}

void contest_withdraw(struct casework *cw, int64_t measure)
{
	office_sit(cw, "rut");
	OK(measure_withdraw(cw, NULL, measure, "2026-11-20", "Regionen tar tillbaka åtgärden.", err));
}

void contest_assign(struct casework *cw, int64_t measure, const char *login)
{
	office_sit(cw, "elin");
	OK(assessor_assign(cw, NULL, measure, office_person(cw, login), err));
}

void contest_score(struct casework *cw, int64_t measure, const char *login, int k1, int k2, int k3)
{
	const struct score_change changes[] = {
		{.criterion = "K1", .set_points = true, .points = k1, .set_reason = true, .reason = "Skäl för K1."},
		{.criterion = "K2", .set_points = true, .points = k2, .set_reason = true, .reason = "Skäl för K2."},
		{.criterion = "K3", .set_points = true, .points = k3, .set_reason = true, .reason = "Skäl för K3."},
	};

	office_sit(cw, login);
	OK(score_put(cw, NULL, measure, changes, 3, err));
}

void contest_assess(struct casework *cw, int64_t measure, const char *login, int k1, int k2, int k3)
{
	contest_assign(cw, measure, login);
	contest_score(cw, measure, login, k1, k2, k3);
	OK(score_submit(cw, NULL, measure, err));
}

void contest_decide(struct casework *cw, int64_t measure, const char *outcome, const int tkr[CONTEST_YEARS],
	const char *decided_on, const char *ground)
{
	struct decision_amount amounts[CONTEST_YEARS];
	struct decision_instalment rows[CONTEST_YEARS];
	char days[CONTEST_YEARS][DAY_TEXT];
	struct decision_change change = {.outcome = outcome,
		.decided_on = decided_on,
		.meeting = "§ 12",
		.provisions = "1, 4, 6 och 13 §§",
		.deciders = "Kim Alm (ordförande), Maja Lind och Mats Ask",
		.presenter = "Elin Björk",
		.reasons = "Vinsten kan visas.",
		.ground = ground,
		.report_on = "none",
		.final_on = "2029-03-30",
		.conditions = "Inga andra villkor.",
		.amounts = amounts,
		.instalments = rows};
	int64_t id = 0;

	for (int y = 0; y < CONTEST_YEARS; y++) {
		int64_t ore = tkr ? tkr[y] * INT64_C(100000) : 0;
		if (ore == 0)
			continue;
		snprintf(days[y], DAY_TEXT, "%d-12-01", 2025 + y);
		amounts[change.amount_count++] = (struct decision_amount){2025 + y, ore};
		rows[change.instalment_count++] = (struct decision_instalment){days[y], 0, ore, NULL, ""};
	}
	office_sit(cw, "kim");
	OK(decision_record(cw, NULL, measure, &change, NULL, NULL, &id, err));
}

void contest_pay(struct casework *cw, int64_t measure, int n, const char *on)
{
	int64_t id = 0;

	office_sit(cw, "cia");
	OK(instalment_find(cw, measure, n, &id, err));
	office_attest(cw, id);
	OK(office_paid(cw, id, on, "4711", err));
}

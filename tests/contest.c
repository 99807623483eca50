/* Cases to gate, assess, rank and add up. */
#include "contest.h"

#include "casework/application.h"
#include "casework/assess.h"
#include "casework/measure.h"

int64_t contest_application(struct casework *cw, const char *title, const char *const participants[])
{
	struct application_change change = {.round = "2026",
		.lead = participants[0],
		.title = title,
		.own_number = "",
		.arrived_on = "2026-03-02",
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

int64_t contest_measure(struct casework *cw, int64_t application, const char *title, const int tkr[CONTEST_YEARS])
{
	struct measure_amount amounts[CONTEST_YEARS];
	struct measure_change change = {.title = title, .amounts = amounts};
	int64_t id = 0;

	change.amount_count = amounts_make(tkr, amounts);
	office_sit(cw, "rut");
	OK(measure_add(cw, NULL, application, &change, &id, err));
	return id;
}

void contest_seek(struct casework *cw, int64_t measure, const char *title, const int tkr[CONTEST_YEARS])
{
	struct measure_amount amounts[CONTEST_YEARS];
	struct measure_change change = {.title = title, .amounts = amounts};

	change.amount_count = amounts_make(tkr, amounts);
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

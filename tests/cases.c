/* Small cases for the tests of casework. */
#include "cases.h"
#include "office.h"

#include "casework/office.h"
#include "store/inside.h"

#include <check.h>

struct application_change application_form_of(const char *lead, const char *title)
{
	return (struct application_change){.round = "2026",
		.lead = lead,
		.title = title,
		.arrived_on = "2026-03-10",
		.arrived_time = "09:30",
		.way = "email",
		.summary = "",
		.economy = "",
		.needs = "",
		.scope = "",
		.sources = ""};
}

struct measure_change measure_form_of(const char *title)
{
	return (struct measure_change){.title = title, .type = "efficiency", .area = "care", .effect = "more_care"};
}

/* The verb as somebody who may, then whoever sat there again. */
static int64_t sit_down(struct casework *cw, const char *login)
{
	int64_t actor = cw->actor;

	office_sit(cw, login);
	return actor;
}

int64_t application_of(struct casework *cw, const char *lead, const char *title)
{
	struct application_change change = application_form_of(lead, title);
	int64_t actor = sit_down(cw, "rut"), id = 0;

	OK(application_register(cw, NULL, &change, NULL, 0, &id, err));
	cw->actor = actor;
	return id;
}

int64_t measure_of(struct casework *cw, int64_t application, const char *title, int64_t cost, int64_t sought)
{
	struct measure_amount amount = {
		2026, true, true, cost < 0 ? MONEY_UNKNOWN : cost * 100, sought < 0 ? MONEY_UNKNOWN : sought * 100};
	struct measure_change change = measure_form_of(title);
	int64_t actor = sit_down(cw, "rut"), id = 0;

	change.amounts = &amount;
	change.amount_count = 1;
	OK(measure_add(cw, NULL, application, &change, &id, err));
	cw->actor = actor;
	return id;
}

void rows_put(struct casework *cw, const char *sql)
{
	OK(own_build(cw->store, sql, err));
	office_clock(cw, "2026-11-22 09:00:00");
}

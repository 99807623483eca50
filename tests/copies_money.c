/* A granted measure with everything that can happen to its money, for the tests of copies. */
#include "cases.h"
#include "copies.h"
#include "granting.h"

#include "casework/batch.h"
#include "casework/claim.h"
#include "casework/decision_paper.h"
#include "casework/entry.h"
#include "casework/lending_rate.h"
#include "casework/money_in.h"
#include "casework/payee_account.h"
#include "casework/person.h"
#include "casework/reporting.h"
#include "casework/ruling.h"
#include "casework/withholding.h"

#include "base/buffer.h"

#include <check.h>

void copies_case_import_roles(struct casework *cw)
{
	office_attest_list(cw);
	office_sit(cw, "adam");
	OK(person_give_role(
		cw, NULL, office_person(cw, "elin"), ROLE_CONTROLLER, day_read("2025-01-01"), DAY_NONE, err));
	office_clock(cw, "2027-02-01 09:00:00");
}

static int64_t measure_granted(struct casework *cw, int64_t own)
{
	static const struct measure_amount sought[] = {{2026, true, true, KRONOR(600), KRONOR(600)}};
	static const struct decision_amount granted[] = {{2026, KRONOR(600)}};
	static const struct decision_instalment rows[] = {{"2026-11-20", 0, KRONOR(100), NULL, ""},
		{"2026-11-20", 0, KRONOR(100), NULL, ""}, {"2026-11-20", 0, KRONOR(100), NULL, ""},
		{"2026-11-20", 0, KRONOR(100), NULL, ""}, {"2026-11-20", 0, KRONOR(100), NULL, ""},
		{"2026-12-20", 0, KRONOR(100), NULL, "delredovisning godkänd"}};
	struct measure_change measure = {.title = "Rond",
		.description = "Beskrivning.",
		.achieve = "Mål.",
		.from_on = "2026-11-01",
		.to_on = "2027-06-30",
		.amounts = sought,
		.amount_count = 1};
	struct decision_change change = granting_whole();
	int64_t id, decision;

	office_sit(cw, "rut");
	OK(measure_add(cw, NULL, own, &measure, &id, err));
	OK(entry_put(cw, NULL,
		&(struct entry_change){.kind = ENTRY_INDICATOR, .owner = id, .values = {"Ronder", "per dag", "2"}},
		NULL, err));
	change.amounts = granted;
	change.amount_count = 1;
	change.instalments = rows;
	change.instalment_count = 6;
	change.report_on = "2026-12-15";
	change.final_on = "2027-08-30";
	change.others = "Rut Rask";
	office_sit(cw, "olle");
	OK(decision_record(cw, NULL, id, &change, NULL, NULL, &decision, err));
	OK(decision_paper_put(cw, NULL,
		&(struct decision_paper_change){.decision = decision, .text = "Beslut.\n", .sent_on = "2026-11-21"},
		NULL, err));
	return id;
}

/* Row 1 is sealed and paid, 2 came back, 3 was authorised and taken back, 5 is authorised; 6 waits. */
static void rows_fill(struct casework *cw, int64_t measure)
{
	struct payee_account_change account = {"23", "account", "8000-100000", "2026-01-01", "Brev"};
	int64_t id, row[6];
	int n;

	for (int i = 1; i < 6; i++) {
		row[i] = granting_row(cw, measure, i);
		if (i != 4)
			office_attest(cw, row[i]);
	}
	office_sit(cw, "cia");
	OK(payee_account_add(cw, NULL, &account, &id, err));
	office_sit(cw, "carl");
	OK(payee_account_check(cw, NULL, id, account.number, err));
	OK(batch_seal(cw, NULL, &(struct batch_wish){.instalments = &row[1], .count = 1}, &n, err));
	OK(instalment_paid(cw, NULL, row[1], "2026-11-22", "4711", err));
	OK(office_paid(cw, row[2], "2026-11-22", "", err));
	OK(instalment_revoke(cw, NULL, row[3], "Fel mottagare.", err));
	OK(instalment_returned(cw, NULL, row[2], "2026-11-22", "", "Kontot är avslutat.", err));
}

/* Row 4 for a while, 5 for good. */
static void withheld_fill(struct casework *cw, int64_t measure)
{
	static const struct withholding_part fourth = {4, 0}, fifth = {5, 0};
	struct withholding_change change = {.ground = "17.2",
		.evidence = "Ingen redovisning.",
		.decided_on = "2026-11-22",
		.reasons = "Villkoret följs inte.",
		.deciders = "Kim Alm (ordförande)",
		.presenter = "Olle Dahl",
		.others = "",
		.parts = &fourth,
		.count = 1};
	struct withholding_lifting lifting = {"2026-11-22", "Den kom.", 0, "Kim Alm (ordförande)", "Olle Dahl", ""};
	int64_t id;

	office_sit(cw, "olle");
	OK(withholding_record(cw, NULL, measure, &change, &id, err));
	OK(withholding_lift(cw, NULL, id, &lifting, err));
	OK(decision_paper_put(cw, NULL,
		&(struct decision_paper_change){.withholding = id, .lifting = true, .text = "Beslut.\n"}, NULL, err));
	change.parts = &fifth;
	change.final = true;
	OK(withholding_record(cw, NULL, measure, &change, &id, err));
}

static bool letter_write(void *with, struct casework *cw, const struct claim_sheet *sheet, const char *sent_on,
	struct buffer *out, struct error *err)
{
	(void)with;
	(void)cw;
	(void)err;
	buffer_format(out, "Kravbrev %d, %s.\n", sheet->claim.n, sent_on);
	return true;
}

static int64_t claims_fill(struct casework *cw, int64_t measure)
{
	struct claim_change change = {.ground = "18.3",
		.evidence = "Räkenskaperna.",
		.ore = KRONOR(90),
		.reduced_ore = KRONOR(10),
		.special_reasons = "Kom åtgärden till nytta.",
		.decided_on = "2026-11-22",
		.pay_by = "2026-12-22",
		.reasons = "Annat ändamål.",
		.deciders = "Kim Alm (ordförande)",
		.presenter = "Olle Dahl",
		.others = "",
		.provision = ""};
	int64_t first, second, demand;

	office_sit(cw, "olle");
	OK(claim_record(cw, NULL, measure, &change, &first, err));
	change.replaces = first;
	change.ore = KRONOR(60);
	change.provision = "FL 37";
	OK(claim_record(cw, NULL, measure, &change, &second, err));
	OK(decision_paper_put(
		cw, NULL, &(struct decision_paper_change){.claim = second, .text = "Beslut.\n"}, NULL, err));
	office_sit(cw, "cia");
	OK(lending_rate_put(cw, NULL, "2026-01-01", 225, "Riksgälden", err));
	OK(lending_rate_put(cw, NULL, "2027-01-01", 250, "Riksgälden", err));
	office_clock(cw, "2027-02-01 09:00:00");
	OK(demand_send(cw, NULL, second, &(struct demand_change){"2027-02-01", "2027-02-01", 1}, letter_write, NULL,
		&demand, err));
	return second;
}

/* Of one payment something is for the claim, something put there by mistake, something for nobody yet. */
static void money_in_fill(struct casework *cw, int64_t measure, int64_t claim)
{
	struct money_in_change money = {"23", "2027-01-20", "åter", KRONOR(40)};
	struct money_part_change parts[] = {{.kind = "principal", .claim = claim, .ore = KRONOR(20), .why = ""},
		{.kind = "voluntary", .measure = measure, .ore = KRONOR(5), .why = "Blev över."},
		{.kind = "interest", .claim = claim, .ore = 150, .why = ""}};
	int64_t id;
	int n;

	office_sit(cw, "cia");
	OK(money_in_add(cw, NULL, &money, &id, NULL, err));
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		OK(money_in_place(cw, NULL, id, &parts[i], &n, err));
	OK(money_in_take_back(cw, NULL, id, n, "Inget att betala ränta för.", err));
}

static void reports_fill(struct casework *cw, int64_t measure)
{
	struct reporting_told told = {
		.region = "23", .effects = "Fler ronder.", .set_used = true, .used_ore = KRONOR(70)};
	struct reporting_achieved achieved = {1, NULL, "3", "2026-12-31", "Mätt i december."};
	int64_t due;

	office_sit(cw, "olle");
	OK(reporting_find(cw, measure, 1, &due, err));
	OK(reporting_remind(cw, NULL, due,
		&(struct reporting_reminding){.sent_on = "2026-12-20", .way = "email", .document_n = 1}, err));
	OK(reporting_receive(cw, NULL, due, &(struct reporting_arrival){"2027-01-10", 1}, err));
	OK(reporting_content_put(cw, NULL, due, &(struct reporting_content){.progress = "Bra."}, err));
	OK(reporting_region_put(cw, NULL, due, &told, err));
	OK(reporting_effect_put(cw, NULL, due, &achieved, err));
	OK(reporting_approve(cw, NULL, due, &(struct reporting_ruling){"2027-01-15", "Tydlig.", NULL}, err));
}

/* The other measure is written off, and tried after all. */
static void rulings_fill(struct casework *cw, int64_t own)
{
	struct measure_list measures;
	struct ruling_change change = {.kind = "written_off",
		.decided_on = "2027-01-15",
		.provisions = "FL 7 §",
		.reasons = "Regionen har återkallat åtgärden.",
		.deciders = "Kim Alm (ordförande)",
		.presenter = "Olle Dahl",
		.others = ""};

	OK(measure_list_load(cw, own, &measures, err));
	change.measure = measures.items[0].id;
	measure_list_done(&measures);
	office_sit(cw, "olle");
	OK(ruling_record(cw, NULL, own, &change, NULL, NULL, &change.replaces, err));
	change.provision = "FL 37";
	change.reasons = "Återkallelsen gällde en annan åtgärd.";
	change.lifted = true;
	OK(ruling_record(cw, NULL, own, &change, NULL, NULL, NULL, err));
}

void copies_money_fill(struct casework *cw, int64_t own)
{
	int64_t measure = measure_granted(cw, own);

	rows_fill(cw, measure);
	withheld_fill(cw, measure);
	money_in_fill(cw, measure, claims_fill(cw, measure));
	reports_fill(cw, measure);
	rulings_fill(cw, own);
	office_sit(cw, "elin");
}

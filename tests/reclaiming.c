/* A grant paid in part. */
#include "reclaiming.h"

#include "casework/event.h"
#include "casework/ledger.h"

#include <check.h>

void reclaiming_pay(struct casework *cw, int64_t measure, int n, const char *on)
{
	const char *login = casework_login(cw);

	office_sit(cw, "cia");
	office_attest(cw, granting_row(cw, measure, n));
	OK(office_paid(cw, granting_row(cw, measure, n), on, "", err));
	office_sit(cw, login);
}

int64_t reclaiming_grant(struct casework *cw)
{
	static const struct measure_amount sought[] = {{2027, true, true, KRONOR(10000000), KRONOR(9000000)}};
	static const struct decision_amount granted[] = {{2027, KRONOR(9000000)}};
	static const struct decision_instalment rows[] = {
		{"2027-01-15", 0, KRONOR(4500000), NULL, ""},
		{"2027-09-01", 0, KRONOR(4500000), NULL, "partial report approved"},
	};
	struct decision_change change = granting_whole();
	int64_t measure = granting_measure_of(cw, NULL, 0, sought, 1);

	change.amounts = granted;
	change.amount_count = 1;
	change.instalments = rows;
	change.instalment_count = 2;
	granting_decide(cw, measure, &change);
	office_clock(cw, "2027-10-01 09:00:00");
	reclaiming_pay(cw, measure, 1, "2027-01-15");
	office_sit(cw, "cia");
	return measure;
}

struct withholding_change reclaiming_withholding(void)
{
	static const struct withholding_part second[] = {{2, 0}};

	return (struct withholding_change){
		.ground = "17.2",
		.evidence = "The partial report was sent back and has not come again.",
		.decided_on = "2027-10-01",
		.reasons = "The condition on reporting has not been followed.",
		.deciders = "Kim Ek (ordförande), Maja Lind och Mats Berg",
		.presenter = "Elin Dahl",
		.others = "",
		.parts = second,
		.count = 1,
	};
}

struct claim_change reclaiming_claim(void)
{
	return (struct claim_change){
		.ground = "18.3",
		.evidence = "3 000 000 went to rent of premises, by the accounts of 2027.",
		.ore = KRONOR(3000000),
		.reduced_ore = KRONOR(500000),
		.special_reasons = "A part of the rent was for the measure.",
		.decided_on = "2028-01-31",
		.reasons = "The money has been used for another purpose.",
		.pay_by = "2028-02-29",
		.deciders = "Kim Ek (ordförande), Maja Lind och Mats Berg",
		.presenter = "Elin Dahl",
		.others = "",
	};
}

int64_t reclaiming_claimed(struct casework *cw, int64_t measure, const struct claim_change *change)
{
	const char *login = casework_login(cw);
	int64_t id = 0;

	office_sit(cw, "elin");
	OK(claim_record(cw, NULL, measure, change, &id, err));
	office_sit(cw, login);
	return id;
}

int64_t reclaiming_came(struct casework *cw, const char *on, int64_t ore, const char *region)
{
	struct money_in_change money = {region, on, "", ore};
	int64_t id = 0;

	OK(money_in_add(cw, NULL, &money, &id, NULL, err));
	return id;
}

void reclaiming_placed(
	struct casework *cw, int64_t measure, int64_t money, const char *kind, int64_t claim, int64_t ore)
{
	struct money_part_change part = {.kind = kind, .claim = claim, .measure = measure, .ore = ore, .why = "told"};

	OK(money_in_place(cw, NULL, money, &part, NULL, err));
}

struct claim_sheet reclaiming_sheet(struct casework *cw, int64_t claim, const char *through)
{
	struct claim_sheet sheet = {0};

	OK(claim_sheet_load(cw, claim, day_read(through), &sheet, err));
	return sheet;
}

int64_t reclaiming_balance(struct casework *cw, const char *account)
{
	int64_t ore = 0;
	struct rows rows;

	OK(store_ask(casework_store(cw), SQL_LEDGER_BALANCE, BINDS(BIND("account", account)), &rows, err));
	if (rows_next(&rows))
		ore = rows_number(&rows, "ore");
	OK(rows_done(&rows, err));
	return ore;
}

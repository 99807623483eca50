/* Measures ready to be decided, and a decision to record. */
#include "granting.h"

#include "casework/ruling.h"

#include "casework/application.h"
#include "casework/office.h"

#include <check.h>
#include <sqlite3.h>

static int64_t application_of(struct casework *cw, const char *const *participants, int count)
{
	struct application_change change = {
		.round = "2026",
		.lead = "13",
		.title = "Monitoring at home",
		.arrived_on = "2026-03-01",
		.way = "email",
		.summary = "",
		.economy = "Strained.",
		.needs = "Many.",
		.scope = "",
		.sources = "",
	};
	int64_t id = 0;

	OK(application_register(cw, NULL, &change, participants, count, &id, err));
	return id;
}

int64_t granting_measure_of(struct casework *cw, const char *const *participants, int participant_count,
	const struct measure_amount *amounts, int amount_count)
{
	struct measure_change change = {
		.title = "Monitoring at home",
		.description = "Patients are monitored at home.",
		.achieve = "Fewer days in hospital.",
		.from_on = "2027-01-01",
		.to_on = "2028-12-31",
		.amounts = amounts,
		.amount_count = amount_count,
	};
	const char *login = casework_login(cw);
	int64_t application, id = 0;

	office_sit(cw, "rut");
	application = application_of(cw, participants, participant_count);
	OK(measure_add(cw, NULL, application, &change, &id, err));
	office_sit(cw, login);
	return id;
}

int64_t granting_measure(struct casework *cw)
{
	static const struct measure_amount amounts[] = {
		{2027, true, true, KRONOR(24000000), KRONOR(19600000)},
		{2028, true, true, KRONOR(6000000), KRONOR(4900000)},
	};

	return granting_measure_of(cw, NULL, 0, amounts, 2);
}

int64_t granting_application(struct casework *cw, int64_t measure)
{
	struct measure_list list = {0};
	int64_t application;

	OK(measure_load(cw, measure, &list, err));
	application = list.items[0].application;
	measure_list_done(&list);
	return application;
}

void granting_regions(struct casework *cw, const char *codes[21])
{
	static char texts[17][4][24];
	static struct region regions[17];
	struct programme programme = {.regions = regions, .region_count = 17};
	const char *login = casework_login(cw), *first[] = {"13", "19", "20", "23"};

	memcpy(codes, first, sizeof first);
	for (int i = 0; i < 17; i++) {
		snprintf(texts[i][0], sizeof texts[i][0], "%d", 40 + i);
		snprintf(texts[i][1], sizeof texts[i][1], "Region Prov %d", 40 + i);
		snprintf(texts[i][2], sizeof texts[i][2], "Prov %d", 40 + i);
		snprintf(texts[i][3], sizeof texts[i][3], "232100-%04d", 9000 + i);
		regions[i] = (struct region){texts[i][0], texts[i][1], texts[i][2], texts[i][1], texts[i][1], "region",
			texts[i][3], "2023-12-31", 100000};
		codes[4 + i] = texts[i][0];
	}
	office_sit(cw, "adam");
	OK(programme_adopt(cw, NULL, &programme, err));
	office_sit(cw, login);
}

const struct decision_instalment granting_rows[3] = {
	{"2027-01-15", 0, KRONOR(12250000), NULL, ""},
	{"2027-09-01", 0, KRONOR(7350000), NULL, "partial report approved"},
	{"2028-11-30", 0, KRONOR(4900000), NULL, "final report approved"},
};

struct decision_change granting_whole(void)
{
	static const struct decision_amount amounts[] = {{2027, KRONOR(19600000)}, {2028, KRONOR(4900000)}};

	return (struct decision_change){
		.outcome = "granted",
		.decided_on = "2026-11-20",
		.meeting = "§ 12",
		.provisions = "1, 4, 6 and 13 §§",
		.deciders = "Kim Alm (ordförande), Maja Lind och Mats Ask",
		.presenter = "Elin Björk",
		.reasons = "The gain can be shown.",
		.report_on = "2027-08-15",
		.final_on = "2029-03-30",
		.conditions = "Inga andra villkor.",
		.amounts = amounts,
		.amount_count = 2,
		.instalments = granting_rows,
		.instalment_count = 3,
	};
}

struct decision_change granting_refusal(const char *reasons)
{
	return (struct decision_change){.outcome = "refused",
		.decided_on = "2026-11-20",
		.provisions = "5 and 13 §§",
		.reasons = reasons,
		.deciders = "Kim Alm (ordförande), Maja Lind och Mats Ask",
		.presenter = "Elin Björk"};
}

int64_t granting_decide(struct casework *cw, int64_t measure, const struct decision_change *change)
{
	const char *login = casework_login(cw);
	int64_t id = 0;

	office_sit(cw, "elin");
	OK(decision_record(cw, NULL, measure, change, NULL, NULL, &id, err));
	office_sit(cw, login);
	return id;
}

void granting_write_off(struct casework *cw, int64_t application)
{
	struct ruling_change change = {.kind = "written_off",
		.decided_on = "2026-11-21",
		.provisions = "8 §",
		.reasons = "The region has withdrawn it.",
		.deciders = "Kim Alm (ordförande) och Maja Lind",
		.presenter = "Elin Björk"};
	const char *login = casework_login(cw);

	office_sit(cw, "elin");
	OK(ruling_record(cw, NULL, application, &change, NULL, NULL, NULL, err));
	office_sit(cw, login);
}

struct casework *granting_office(int64_t *measure)
{
	struct decision_change change = granting_whole();
	struct casework *cw = office_open();

	*measure = granting_measure(cw);
	granting_decide(cw, *measure, &change);
	office_sit(cw, "elin");
	return cw;
}

int64_t granting_row(struct casework *cw, int64_t measure, int n)
{
	int64_t id = 0;

	OK(instalment_find(cw, measure, n, &id, err));
	return id;
}

static void run(sqlite3 *db, const char *sql)
{
	char *why = NULL;

	ck_assert_msg(sqlite3_exec(db, sql, NULL, NULL, &why) == SQLITE_OK, "%s: %s", sql, why ? why : "");
	sqlite3_free(why);
}

struct triggers {
	char *drop[128], *make[128];
	int count;
};

static void triggers_read(sqlite3 *db, struct triggers *out)
{
	sqlite3_stmt *ask = NULL;

	ck_assert_int_eq(
		sqlite3_prepare_v2(db, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'", -1, &ask, NULL),
		SQLITE_OK);
	while (sqlite3_step(ask) == SQLITE_ROW) {
		ck_assert_int_lt(out->count, 128);
		out->drop[out->count] = sqlite3_mprintf("DROP TRIGGER \"%w\"", sqlite3_column_text(ask, 0));
		out->make[out->count++] = sqlite3_mprintf("%s", sqlite3_column_text(ask, 1));
	}
	sqlite3_finalize(ask);
}

void granting_plant(const char *path, const char *sql)
{
	struct triggers triggers = {.count = 0};
	sqlite3 *db = NULL;

	ck_assert_int_eq(sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
	run(db, "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; BEGIN IMMEDIATE");
	triggers_read(db, &triggers);
	for (int i = 0; i < triggers.count; i++)
		run(db, triggers.drop[i]);
	run(db, sql);
	for (int i = 0; i < triggers.count; i++) {
		run(db, triggers.make[i]);
		sqlite3_free(triggers.drop[i]);
		sqlite3_free(triggers.make[i]);
	}
	run(db, "COMMIT");
	sqlite3_close(db);
}

int64_t granting_granted(struct casework *cw)
{
	struct decision_change change = granting_whole();
	int64_t measure = granting_measure(cw);

	granting_decide(cw, measure, &change);
	office_sit(cw, "cia");
	return measure;
}

/* Taking in a file's worth: all or nothing, every wrong row named. */
#include "cases.h"
#include "casework/event.h"
#include "casework/intake.h"
#include "casework/office.h"
#include "claims.h"

#include "base/words.h"

static struct casework *cw;
static struct intake intake;

static void office(const char *login)
{
	words_open("en");
	cw = office_open();
	office_sit(cw, login);
	intake_init(&intake);
}

static void leave(void)
{
	intake_done(&intake);
	casework_close(cw);
}

/* ---- rows, as the file's reader would give them */

static struct intake_application *application_row_add(const char *ref, const char *lead, const char *title)
{
	struct intake_application *row;
	int count = intake.application_count++;

	intake.applications =
		arena_grow(&intake.arena, intake.applications, (size_t)count, sizeof(*row), (size_t)count + 1);
	row = &intake.applications[count];
	*row = (struct intake_application){"applications.csv", ref, count + 2, application_form_of(lead, title)};
	return row;
}

static struct intake_participant *participant_row_add(const char *ref, const char *region)
{
	struct intake_participant *row;
	int count = intake.participant_count++;

	intake.participants =
		arena_grow(&intake.arena, intake.participants, (size_t)count, sizeof(*row), (size_t)count + 1);
	row = &intake.participants[count];
	*row = (struct intake_participant){"participants.csv", ref, count + 2, {.region = region, .paper = "decision"}};
	return row;
}

static struct intake_measure *measure_row_add(const char *ref, int n, const char *title)
{
	static const struct measure_amount amount = {2026, true, true, 10000, 5000};
	struct intake_measure *row;
	int count = intake.measure_count++;

	intake.measures = arena_grow(&intake.arena, intake.measures, (size_t)count, sizeof(*row), (size_t)count + 1);
	row = &intake.measures[count];
	*row = (struct intake_measure){"measures.csv", ref, count + 2, n, measure_form_of(title)};
	row->change.amounts = &amount;
	row->change.amount_count = 1;
	return row;
}

static void small_file(void)
{
	application_row_add("A", "23", "Närmare vård");
	application_row_add("B", "13", "Införa AI");
	participant_row_add("B", "20");
	participant_row_add("B", "13"); /* the lead's own papers */
	measure_row_add("B", 2, "Andra");
	measure_row_add("A", 1, "Frigjord tid");
	measure_row_add("B", 1, "Första");
}

static int applications_there(void)
{
	struct application_index index;
	int64_t actor = cw->actor;
	int count;

	office_sit(cw, "rev");
	OK(application_index_load(cw, &(struct application_query){0}, &index, err));
	cw->actor = actor;
	count = index.count;
	application_index_done(&index);
	return count;
}

static void taken(const struct operation *op, struct intake_result *result)
{
	OK(intake_take(cw, op, &intake, false, NULL, NULL, result, err));
}

/* ---- claims */

START_TEST(a_whole_file_is_taken_in_with_an_event_per_thing)
{
	struct operation op = operation_new();
	struct intake_result result;
	struct event_list events;
	struct application application;
	struct measure_list measures;
	int64_t before, id = 0;

	office("rut");
	application_of(cw, "19", "Redan där");
	before = office_events(cw);
	small_file();
	op.cause = "ansökningar.csv";
	taken(&op, &result);
	ck_assert_int_eq(result.applications, 2);
	ck_assert_int_eq(result.participants, 2);
	ck_assert_int_eq(result.measures, 3);
	ck_assert_int_eq(result.year, 2026);
	ck_assert_int_eq(result.first_n, 2);
	ck_assert_int_eq(result.last_n, 3);
	/* two applications, their leads, one more participant, the lead's papers, three measures */
	ck_assert_int_eq(office_events(cw), before + 9);
	OK(event_list_load(cw, &(struct event_query){.most = 9}, &events, err));
	for (int i = 0; i < 9; i++) {
		ck_assert_str_eq(events.items[i].operation, op.id);
		ck_assert_str_eq(events.items[i].cause, "ansökningar.csv");
		ck_assert_int_eq(events.items[i].part, 9 - i);
	}
	event_list_done(&events);
	OK(application_find(cw, "3", &id, err));
	OK(application_load(cw, id, &application, err));
	ck_assert_str_eq(application.row.title, "Införa AI");
	ck_assert_int_eq(application.participant_count, 2);
	ck_assert_str_eq(application.participants[0].paper, "decision");
	application_done(&application);
	OK(measure_list_load(cw, id, &measures, err));
	ck_assert_str_eq(measures.items[0].title, "Första"); /* by the file's numbers, whatever the order of its rows */
	ck_assert_str_eq(measures.items[1].title, "Andra");
	measure_list_done(&measures);
	leave();
}
END_TEST

START_TEST(the_same_operation_takes_a_file_in_once)
{
	struct operation op = operation_new();
	struct intake_result first, again = {0};
	int64_t events;

	office("rut");
	small_file();
	taken(&op, &first);
	events = office_events(cw);
	taken(&op, &again);
	ck_assert_int_eq(office_events(cw), events);
	ck_assert_mem_eq(&first, &again, sizeof(first));
	leave();
}
END_TEST

START_TEST(a_dry_run_tries_everything_and_leaves_nothing)
{
	struct intake_result result = {0};
	int64_t before;

	office("rut");
	small_file();
	before = office_events(cw);
	OK(intake_take(cw, NULL, &intake, true, NULL, NULL, &result, err));
	ck_assert_int_eq(result.last_n, 2); /* the numbers it would give */
	ck_assert_int_eq(office_events(cw), before);
	ck_assert_int_eq(applications_there(), 0);
	taken(NULL, &result); /* and the file can be taken in for real afterwards */
	ck_assert_int_eq(applications_there(), 2);
	leave();
}
END_TEST

/* The finding of a line, or NULL. */
static const struct intake_finding *finding_of(const char *file, int line, const char *column)
{
	for (int i = 0; i < intake.finding_count; i++) {
		const struct intake_finding *each = &intake.findings[i];

		if (!strcmp(each->file, file) && each->line == line &&
			!strcmp(each->column ? each->column : "", column))
			return each;
	}
	return NULL;
}

static void found(const char *file, int line, const char *column, const char *value, const char *reason)
{
	const struct intake_finding *finding = finding_of(file, line, column);

	ck_assert_msg(finding != NULL, "%s:%d %s", file, line, column);
	ck_assert_str_eq(finding->value ? finding->value : "(none)", value);
	ck_assert_msg(strstr(finding->reason, reason) != NULL, "“%s” does not say “%s”", finding->reason, reason);
}

START_TEST(every_wrong_row_is_named_with_its_line_and_column)
{
	static const struct measure_amount greedy = {2026, true, true, 100, 200};
	struct intake_result result;
	struct intake_measure *measure;

	office("rut");
	small_file();
	application_row_add("", "23", "Utan ref");
	application_row_add("A", "23", "Samma ref");
	application_row_add("C", "99", "Okänd region");
	application_row_add("D", "23", "Fel dag")->change.arrived_on = "2026-02-30";
	application_row_add("E", "23", "Okänd omgång")->change.round = "1999";
	application_row_add("F", "20", "Dnr")->change.own_number = "RS/1";
	application_row_add("G", "20", "Samma dnr")->change.own_number = "rs 1";
	participant_row_add("Z", "20");
	participant_row_add("B", "20");
	participant_row_add("B", "77");
	measure_row_add("Z", 1, "Utan ansökan");
	measure_row_add("A", 3, "Hoppar");
	measure_row_add("B", 2, "Dubbel");
	measure_row_add("A", 2, "");
	measure = measure_row_add("G", 1, "För mycket");
	measure->change.amounts = &greedy;
	REFUSED(intake_take(cw, NULL, &intake, false, NULL, NULL, &result, err), ERROR_INVALID,
		"13 things in the file are wrong. Nothing was taken in.");
	ck_assert_int_eq(intake.finding_count, 13);
	found("applications.csv", 4, "ref", "", "It is empty");
	found("applications.csv", 5, "ref", "A", "It stands on line 2 too");
	found("applications.csv", 6, "lead", "99", "“99” is no code");
	found("applications.csv", 7, "arrived_on", "2026-02-30", "“2026-02-30” is no day");
	found("applications.csv", 8, "round", "1999", "There is no round “1999”");
	found("applications.csv", 10, "own_number", "rs 1", "the same number on line 9");
	found("participants.csv", 4, "ref", "Z", "No application in the file");
	found("participants.csv", 5, "region", "20", "It stands on line 2 too");
	found("participants.csv", 6, "region", "77", "“77” is no code");
	found("measures.csv", 5, "ref", "Z", "No application in the file");
	found("measures.csv", 7, "n", "2", "3 was expected here");
	found("measures.csv", 8, "title", "", "It is empty");
	found("measures.csv", 9, "sought", "(none)", "is more than the cost");
	for (int i = 1; i < intake.finding_count; i++) /* by file, then line */
		ck_assert(strcmp(intake.findings[i - 1].file, intake.findings[i].file) < 0 ||
			  (!strcmp(intake.findings[i - 1].file, intake.findings[i].file) &&
				  intake.findings[i - 1].line <= intake.findings[i].line));
	ck_assert_int_eq(applications_there(), 0);
	leave();
}
END_TEST

START_TEST(what_the_reader_found_stops_the_file_too)
{
	struct intake_result result;

	office("rut");
	small_file();
	intake_find(&intake, "applications.csv", 9, "beskrivning", "?", "Kolumnen finns inte.");
	REFUSED(intake_take(cw, NULL, &intake, false, NULL, NULL, &result, err), ERROR_INVALID,
		"1 thing in the file is wrong.");
	ck_assert_int_eq(intake.finding_count, 1);
	leave();
}
END_TEST

START_TEST(an_own_number_already_in_the_office_is_a_finding)
{
	struct application_change change = application_form_of("23", "Redan där");
	struct intake_result result;
	int64_t id = 0;

	office("rut");
	change.own_number = "HSN/1/2026";
	OK(application_register(cw, NULL, &change, NULL, 0, &id, err));
	application_row_add("A", "23", "Samma")->change.own_number = "HSN 1 2026";
	REFUSED(intake_take(cw, NULL, &intake, false, NULL, NULL, &result, err), ERROR_INVALID, "1 thing");
	found("applications.csv", 2, "own_number", "HSN 1 2026", "registered already, as 1-2026");
	leave();
}
END_TEST

START_TEST(an_empty_file_is_said_to_be_empty)
{
	struct intake_result result;

	office("rut");
	REFUSED(intake_take(cw, NULL, &intake, false, NULL, NULL, &result, err), ERROR_INVALID,
		"no application to take in");
	leave();
}
END_TEST

START_TEST(who_may_not_register_takes_nothing_in)
{
	static const char *const denied[] = {"adam", "maja", "kim", "cia", "rev"};
	struct intake_result result;

	office("rut");
	small_file();
	for (int i = 0; i < 5; i++) {
		office_sit(cw, denied[i]);
		REFUSED(intake_take(cw, NULL, &intake, false, NULL, NULL, &result, err), ERROR_DENIED, "register");
		REFUSED(intake_take(cw, NULL, &intake, true, NULL, NULL, &result, err), ERROR_DENIED, "register");
	}
	leave();
}
END_TEST

/* ---- progress */

struct watching {
	int calls, last, stop_at, inside;
};

static bool watch(void *with, int done, int of)
{
	struct watching *watching = with;

	watching->calls++;
	if (!of) {
		watching->inside++;
		ck_assert(!store_idle(casework_store(cw)));
	} else {
		ck_assert_int_eq(of, 7);
		ck_assert_int_eq(done, watching->last + 1);
		ck_assert(store_idle(casework_store(cw))); /* a screen may be written to */
		watching->last = done;
	}
	return watching->calls != watching->stop_at;
}

START_TEST(progress_counts_every_row_outside_the_transaction_and_asks_silently_inside)
{
	struct watching watching = {0};
	struct intake_result result;

	office("rut");
	small_file();
	OK(intake_take(cw, NULL, &intake, false, watch, &watching, &result, err));
	ck_assert_int_eq(watching.last, 7);
	ck_assert_int_eq(watching.inside, 7);
	leave();
}
END_TEST

START_TEST(a_cancel_at_any_row_leaves_the_office_as_it_was)
{
	struct intake_result result;
	struct error err = {0};

	office("rut");
	small_file();
	for (int stop = 1; stop <= 14; stop++) {
		struct watching watching = {.stop_at = stop};
		int64_t before = office_events(cw);

		ck_assert(!intake_take(cw, NULL, &intake, false, watch, &watching, &result, &err));
		ck_assert_int_eq(err.kind, ERROR_FAILED);
		ck_assert_str_eq(err.text, "The import was cancelled. Nothing was taken in.");
		ck_assert_int_eq(office_events(cw), before);
		ck_assert_int_eq(applications_there(), 0);
		ck_assert(store_idle(casework_store(cw)));
	}
	taken(NULL, &result);
	ck_assert_int_eq(applications_there(), 2);
	leave();
}
END_TEST

/* Another's registration between the looking through and the saving: here the watcher plays the other. */
static bool meddle(void *with, int done, int of)
{
	struct application_change change = application_form_of("23", "Emellan");
	int64_t id = 0;

	(void)with;
	change.own_number = "HSN/7";
	if (of && done == of)
		OK(application_register(cw, NULL, &change, NULL, 0, &id, err));
	return true;
}

START_TEST(what_another_did_meanwhile_stops_the_file_and_names_the_row)
{
	struct intake_result result;
	struct error err = {0};

	office("rut");
	application_row_add("A", "13", "Först");
	application_row_add("B", "23", "Sedan")->change.own_number = "HSN/7";
	participant_row_add("A", "20");
	ck_assert(!intake_take(cw, NULL, &intake, false, meddle, NULL, &result, &err));
	ck_assert_int_eq(err.kind, ERROR_INVALID);
	ck_assert_msg(strstr(err.text, "applications.csv, line 3: ") != NULL, "%s", err.text);
	ck_assert_msg(strstr(err.text, "registered already, as 1-2026") != NULL, "%s", err.text);
	ck_assert_int_eq(intake.finding_count, 1);
	ck_assert_int_eq(applications_there(), 1); /* the other's */
	leave();
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {a_whole_file_is_taken_in_with_an_event_per_thing,
		the_same_operation_takes_a_file_in_once, a_dry_run_tries_everything_and_leaves_nothing,
		every_wrong_row_is_named_with_its_line_and_column, what_the_reader_found_stops_the_file_too,
		an_own_number_already_in_the_office_is_a_finding, an_empty_file_is_said_to_be_empty,
		who_may_not_register_takes_nothing_in,
		progress_counts_every_row_outside_the_transaction_and_asks_silently_inside,
		a_cancel_at_any_row_leaves_the_office_as_it_was,
		what_another_did_meanwhile_stops_the_file_and_names_the_row, NULL};

	return claims_run("intake", claims, 60);
}

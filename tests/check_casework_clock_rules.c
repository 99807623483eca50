/* The statutory table of the clocks: every kind × who signs it, every kind × outcome × how it was answered, and the
 * dated powers behind them. */
#include "cases.h"
#include "casework/clock.h"
#include "casework/power.h"
#include "claims.h"

#include "base/words.h"

static struct casework *cw;
static int64_t application;

static void office_ready(void)
{
	words_open("en");
	cw = office_open();
	application = application_of(cw, "23", "Närmare vård");
}

static void office_leave(void)
{
	casework_close(cw);
}

/* Kind and the day's rulings; as_is follows clock 1, whose day has passed. */
static struct clock_change clock_form_of(const char *kind)
{
	bool as_is = !strcmp(kind, "as_is");

	return (struct clock_change){.kind = kind,
		.asks = "Det som saknas.",
		.sent_on = as_is ? "2026-11-22" : "2026-11-02",
		.way = "email",
		.due_on = as_is ? NULL : "2026-11-20",
		.asked_whom = !strcmp(kind, "referral") ? "Socialstyrelsen" : NULL,
		.follows_n = as_is ? 1 : 0};
}

static void clock_first(void)
{
	struct clock_change change = clock_form_of("completion");

	office_sit(cw, "elin");
	OK(clock_send(cw, NULL, application, &change, NULL, err));
}

/* Roles in the order rut, elin, maja, kim, cia, rev, adam: y may sign by a power, d may record the delegation's own
 * decision and nothing else, - neither. */
static const struct {
	const char *kind, *roles;
} signing[] = {
	{"completion", "-y-d---"},
	{"notice", "-d-y---"},
	{"as_is", "-d-y---"},
	{"communication", "-y-d---"},
	{"referral", "-y-d---"},
};
static const char *const logins[] = {"rut", "elin", "maja", "kim", "cia", "rev", "adam"};

START_TEST(every_kind_is_signed_by_who_may_and_by_nobody_else)
{
	clock_first();
	for (size_t i = 0; i < sizeof signing / sizeof *signing; i++) {
		for (size_t k = 0; k < sizeof logins / sizeof *logins; k++) {
			struct clock_change change = clock_form_of(signing[i].kind);
			struct error err = {0};
			bool sent, decided;

			office_sit(cw, logins[k]);
			sent = clock_send(cw, NULL, application, &change, NULL, &err);
			ck_assert_msg(sent == (signing[i].roles[k] == 'y'), "%s signs %s: %s", logins[k],
				signing[i].kind, err.text);
			ck_assert(sent || err.kind == ERROR_DENIED);
			if (sent && change.follows_n)
				clock_first();
			change.power_ref = "Sammanträde 3, § 7";
			err = (struct error){0};
			decided = clock_send(cw, NULL, application, &change, NULL, &err);
			ck_assert_msg(decided == (signing[i].roles[k] != '-'), "%s records %s: %s", logins[k],
				signing[i].kind, err.text);
			ck_assert(decided || err.kind == ERROR_DENIED);
		}
	}
}
END_TEST

/* Answering, ruling, more time (given, refused) and judging communication unnecessary, in the order of logins. */
START_TEST(what_follows_is_for_who_may)
{
	static const char answers[] = "yy-----", ends[] = "-y-y---", given[] = "-y-----", refused[] = "---y---";
	struct clock_answer_change answer = {.answered_on = "2026-11-19"};
	struct clock_end_change end = {.outcome = "complete", .consequence = "Klart."};
	struct clock_respite_change more = {"2026-11-19", "2026-12-20", "Mer tid.", NULL},
				    no = {"2026-11-19", NULL, "Nej.", NULL};

	for (size_t k = 0; k < sizeof logins / sizeof *logins; k++) {
		struct error said = {0};
		int n = 0;
		struct clock_change change = clock_form_of("completion");

		office_sit(cw, "elin");
		OK(clock_send(cw, NULL, application, &change, &n, err));
		office_sit(cw, logins[k]);
		ck_assert_int_eq(clock_respite(cw, NULL, application, n, &more, &said), given[k] == 'y');
		ck_assert_int_eq(clock_respite(cw, NULL, application, n, &no, &said), refused[k] == 'y');
		ck_assert_int_eq(clock_answer(cw, NULL, application, n, &answer, &said), answers[k] == 'y');
		if (answers[k] != 'y') {
			office_sit(cw, "elin");
			OK(clock_answer(cw, NULL, application, n, &answer, err));
			office_sit(cw, logins[k]);
		}
		ck_assert_int_eq(clock_end(cw, NULL, application, n, &end, &said), ends[k] == 'y');
		ck_assert_int_eq(clock_uncommunicated(cw, NULL, application, 0, "Bifall.", &said), ends[k] == 'y');
	}
}
END_TEST

/* Kind × outcome: with an answer, without one before the day, without one after it. y goes, - does not. */
static const struct {
	const char *kind, *outcome, *goes;
} outcomes[] = {
	{"completion", "complete", "y--"},
	{"completion", "partly", "y--"},
	{"completion", "unanswered", "--y"},
	{"completion", "commented", "---"},
	{"completion", "adjusted", "---"},
	{"completion", "stands", "---"},
	{"completion", "withdrawn", "---"},
	{"notice", "complete", "---"},
	{"notice", "partly", "---"},
	{"notice", "unanswered", "--y"},
	{"notice", "commented", "y--"},
	{"notice", "adjusted", "y--"},
	{"notice", "stands", "y--"},
	{"notice", "withdrawn", "---"},
	{"communication", "complete", "---"},
	{"communication", "partly", "---"},
	{"communication", "unanswered", "--y"},
	{"communication", "commented", "y--"},
	{"communication", "adjusted", "---"},
	{"communication", "stands", "---"},
	{"communication", "withdrawn", "---"},
	{"referral", "complete", "---"},
	{"referral", "partly", "---"},
	{"referral", "unanswered", "--y"},
	{"referral", "commented", "y--"},
	{"referral", "adjusted", "---"},
	{"referral", "stands", "---"},
	{"referral", "withdrawn", "---"},
	{"as_is", "complete", "---"},
	{"as_is", "stands", "---"},
	{"as_is", "unanswered", "---"},
	{"as_is", "withdrawn", "---"},
};

/* One clock of the kind, as the case says: 0 answered, 1 not answered and running, 2 not answered and past. */
static int clock_put(const char *kind, int how)
{
	struct clock_change change = clock_form_of(kind);
	struct clock_answer_change answer = {.answered_on = "2026-11-12"};
	int n = 0;

	if (change.due_on && how == 1)
		change.due_on = "2026-12-01";
	if (!strcmp(kind, "notice") || !strcmp(kind, "as_is"))
		change.power_ref = "Sammanträde 3, § 7";
	office_sit(cw, "elin");
	OK(clock_send(cw, NULL, application, &change, &n, err));
	if (!how && strcmp(kind, "as_is") != 0)
		OK(clock_answer(cw, NULL, application, n, &answer, err));
	return n;
}

START_TEST(every_outcome_is_borne_out_by_what_came)
{
	clock_first();
	measure_of(cw, application, "Justerad åtgärd", 800, 400); /* after the version that was kept: adjusted */
	for (size_t i = 0; i < sizeof outcomes / sizeof *outcomes; i++) {
		for (int how = 0; how < 3; how++) {
			struct clock_end_change change = {.outcome = outcomes[i].outcome, .consequence = "Så följer."};
			struct error err = {0};
			int n = clock_put(outcomes[i].kind, how);
			bool went = clock_end(cw, NULL, application, n, &change, &err);

			ck_assert_msg(went == (outcomes[i].goes[how] == 'y'), "%s %s, case %d: %s", outcomes[i].kind,
				outcomes[i].outcome, how, err.text);
			ck_assert(went || err.kind == ERROR_INVALID);
		}
	}
}
END_TEST

START_TEST(silence_needs_a_reason_in_words)
{
	struct clock_end_change change = {.outcome = "unanswered", .consequence = ""};
	int n = clock_put("completion", 2);

	REFUSED(clock_end(cw, NULL, application, n, &change, err), ERROR_INVALID, "What follows");
	change.consequence = "Sökanden svarade inte.";
	OK(clock_end(cw, NULL, application, n, &change, err));
	change.outcome = "partly";
	REFUSED(clock_end(cw, NULL, application, n, &change, err), ERROR_INVALID, "No answer is recorded");
}
END_TEST

START_TEST(an_adjustment_is_one_only_when_something_was_adjusted)
{
	struct clock_end_change change = {.outcome = "adjusted"};
	int n = clock_put("notice", 0);

	REFUSED(clock_end(cw, NULL, application, n, &change, err), ERROR_INVALID, "stands as it did");
	measure_of(cw, application, "Mindre", 100, 50);
	OK(clock_end(cw, NULL, application, n, &change, err));
}
END_TEST

START_TEST(wrong_fields_are_named)
{
	static const struct {
		struct clock_change change;
		const char *words;
	} table[] = {
		{{.kind = "reminder", .asks = "X", .sent_on = "2026-11-02", .way = "email", .due_on = "2026-11-20"},
			"Kind of time limit"},
		{{.kind = "completion", .asks = " ", .sent_on = "2026-11-02", .way = "email", .due_on = "2026-11-20"},
			"What is asked"},
		{{.kind = "completion", .asks = "X", .sent_on = "2026-11-23", .way = "email", .due_on = "2026-11-30"},
			"Sent"},
		{{.kind = "completion", .asks = "X", .sent_on = "2026-03-09", .way = "email", .due_on = "2026-11-20"},
			"arrived"},
		{{.kind = "completion", .asks = "X", .sent_on = "2026-11-02", .way = "pigeon", .due_on = "2026-11-20"},
			"Way"},
		{{.kind = "completion", .asks = "X", .sent_on = "2026-11-02", .way = "email"}, "Last day"},
		{{.kind = "completion", .asks = "X", .sent_on = "2026-11-02", .way = "email", .due_on = "2026-11-01"},
			"Last day"},
		{{.kind = "completion", .asks = "X", .sent_on = "2026-11-02", .way = "email", .due_on = "2026-02-30"},
			"Last day"},
		{{.kind = "referral", .asks = "X", .sent_on = "2026-11-02", .way = "email", .due_on = "2026-11-20"},
			"Asked of"},
		{{.kind = "completion",
			 .asks = "X",
			 .sent_on = "2026-11-02",
			 .way = "email",
			 .due_on = "2026-11-20",
			 .asked_whom = "SKR"},
			"Asked of"},
		{{.kind = "as_is", .asks = "X", .sent_on = "2026-11-02", .due_on = "2026-11-20", .follows_n = 1},
			"asks for no answer"},
	};

	clock_first();
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		REFUSED(clock_send(cw, NULL, application, &table[i].change, NULL, err), ERROR_INVALID, table[i].words);
	struct clock_change change = clock_form_of("completion");
	change.measure = 99;
	REFUSED(clock_send(cw, NULL, application, &change, NULL, err), ERROR_MISSING, "no such measure");
	change = clock_form_of("completion");
	change.participant = 99;
	REFUSED(clock_send(cw, NULL, application, &change, NULL, err), ERROR_MISSING, "no such participant");
	change = clock_form_of("completion");
	change.document_n = 9;
	REFUSED(clock_send(cw, NULL, application, &change, NULL, err), ERROR_MISSING, "no document 9");
	change = clock_form_of("completion");
	change.follows_n = 9;
	REFUSED(clock_send(cw, NULL, application, &change, NULL, err), ERROR_MISSING, "no time limit 9");
	change = clock_form_of("completion");
	change.items = &(struct clock_item_change){.text = " "};
	change.item_count = 1;
	REFUSED(clock_send(cw, NULL, application, &change, NULL, err), ERROR_INVALID, "Row 1");
}
END_TEST

/* ---- powers */

static int64_t power_of(const char *what, const char *role)
{
	struct power_list list;
	int64_t id = 0;

	OK(power_list_load(cw, &list, err));
	for (int i = 0; i < list.count; i++)
		if (!strcmp(list.items[i].what, what) && !strcmp(list.items[i].role, role))
			id = list.items[i].id;
	power_list_done(&list);
	ck_assert_int_ne(id, 0);
	return id;
}

START_TEST(a_power_counts_on_the_day_of_the_signature)
{
	struct clock_change change = clock_form_of("completion");
	struct power_change later = {"completion", "registrar", "2026-11-10", NULL, "Rules of procedure, amended"};

	office_sit(cw, "adam");
	OK(power_end(cw, NULL, power_of("completion", "officer"), "2026-11-09", err));
	OK(power_add(cw, NULL, &later, NULL, err));
	office_sit(cw, "elin");
	OK(clock_send(cw, NULL, application, &change, NULL, err)); /* signed 2026-11-02 */
	change.sent_on = "2026-11-10";
	REFUSED(clock_send(cw, NULL, application, &change, NULL, err), ERROR_DENIED,
		"registrar (Rules of procedure, amended)");
	office_sit(cw, "rut");
	OK(clock_send(cw, NULL, application, &change, NULL, err));
	change.sent_on = "2026-11-09";
	REFUSED(clock_send(cw, NULL, application, &change, NULL, err), ERROR_DENIED, "case officer (Rules");
	change = clock_form_of("referral");
	office_sit(cw, "adam");
	OK(power_end(cw, NULL, power_of("referral", "officer"), "2026-11-01", err));
	office_sit(cw, "elin");
	REFUSED(clock_send(cw, NULL, application, &change, NULL, err), ERROR_DENIED, "no power for it is entered");
}
END_TEST

START_TEST(powers_are_the_administrators_and_never_overlap)
{
	static const struct {
		struct power_change change;
		const char *words;
	} table[] = {
		{{"completion", "officer", "2026-01-01", NULL, "X"}, "already"},
		{{"everything", "officer", "2026-01-01", NULL, "X"}, "May sign"},
		{{"notice", "administrator", "2026-01-01", NULL, "X"}, "Role"},
		{{"notice", "auditor", "2026-01-01", NULL, "X"}, "Role"},
		{{"notice", "officer", "2026-13-01", NULL, "X"}, "First day"},
		{{"notice", "officer", "2026-02-01", "2026-01-01", "X"}, "Last day"},
		{{"notice", "officer", "2026-02-01", NULL, " "}, "Source"},
	};

	office_sit(cw, "kim");
	REFUSED(power_add(cw, NULL, &table[0].change, NULL, err), ERROR_DENIED, "administrator");
	REFUSED(power_end(cw, NULL, power_of("completion", "officer"), "2026-12-31", err), ERROR_DENIED,
		"administrator");
	office_sit(cw, "adam");
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		REFUSED(power_add(cw, NULL, &table[i].change, NULL, err), ERROR_INVALID, table[i].words);
	REFUSED(power_end(cw, NULL, 999, "2026-12-31", err), ERROR_MISSING, "no such power");
	REFUSED(power_end(cw, NULL, power_of("completion", "officer"), "2024-12-31", err), ERROR_INVALID, "Last day");
	OK(power_end(cw, NULL, power_of("completion", "officer"), "2026-12-31", err));
	struct power_list list;
	OK(power_list_load(cw, &list, err));
	ck_assert_str_eq(list.items[2].what, "completion");
	ck_assert_str_eq(list.items[2].to_on, "2026-12-31");
	ck_assert(list.items[2].in_force);
	power_list_done(&list);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {every_kind_is_signed_by_who_may_and_by_nobody_else, what_follows_is_for_who_may,
		every_outcome_is_borne_out_by_what_came, silence_needs_a_reason_in_words,
		an_adjustment_is_one_only_when_something_was_adjusted, wrong_fields_are_named,
		a_power_counts_on_the_day_of_the_signature, powers_are_the_administrators_and_never_overlap, NULL};

	return claims_run_in("clock rules", claims, office_ready, office_leave, 60);
}

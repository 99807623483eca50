/* Entries: what an application says, piece by piece. */
#include "cases.h"
#include "casework/entry.h"
#include "casework/event.h"
#include "claims.h"

#include "base/words.h"

static struct casework *cw;
static int64_t application, measure;

static void office(const char *login)
{
	words_open("en");
	cw = office_open();
	office_sit(cw, login);
	application = application_of(cw, "23", "Närmare vård");
	measure = measure_of(cw, application, "Frigjord tid", 1000, 500);
}

static int64_t owner_of(enum entry_kind kind)
{
	return entry_of_measure(kind) ? measure : application;
}

/* A right value of each sort, another one with `other`. */
static const char *value_of(struct entry_field field, bool other)
{
	static char word[8];
	static const char *const words[][2] = {{"need", "quality"}, {"result", "cost"}, {"cost", "staff"}};

	switch (field.value) {
	case ENTRY_LINE: return other ? "2" : "1";
	case ENTRY_TEXT: return other ? "Två\nrader" : "En rad";
	case ENTRY_DAY: return other ? "2026-02-01" : "2026-01-31";
	case ENTRY_WORD:
		for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
			if (!strcmp(words[i][0], field.words))
				return words[i][1];
		return word;
	case ENTRY_REGION: return "23";
	case ENTRY_YEAR: return other ? "2028" : "2027";
	case ENTRY_ORE: return other ? "250" : "123456789";
	case ENTRY_COUNT: return other ? "0" : "1700";
	case ENTRY_YES: return other ? "0" : "1";
	}
	return NULL;
}

static struct entry_change right(enum entry_kind kind, bool other)
{
	struct entry_change change = {.kind = kind, .owner = owner_of(kind)};

	for (int i = 0; i < entry_field_count(kind); i++)
		change.values[i] = value_of(entry_field(kind, i), other);
	if (kind == ENTRY_NEED)
		change.values[NEED_MEASURES] = other ? "" : "1";
	return change;
}

static struct entry_list loaded(enum entry_kind kind, int count)
{
	struct entry_list list;

	OK(entry_list_load(cw, kind, application, &list, err));
	ck_assert_int_eq(list.count, count);
	return list;
}

static int put(const struct entry_change *change)
{
	int n = 0;

	OK(entry_put(cw, NULL, change, &n, err));
	return n;
}

static void value_is(enum entry_kind kind, const struct entry *entry, int field, const char *wanted)
{
	const char *got = entry->values[field];

	ck_assert_msg(got ? wanted && !strcmp(got, wanted) : !wanted || !*wanted, "%s %s: %s", entry_code(kind),
		entry_field(kind, field).key, got ? got : "-");
}

START_TEST(every_value_of_every_kind_reads_back_and_changes)
{
	office("elin");
	for (int kind = 0; kind < ENTRY_KINDS; kind++) {
		for (int other = 0; other < 2; other++) {
			struct entry_change change = right((enum entry_kind)kind, other);
			struct entry_list list;

			change.n = other;
			ck_assert_int_eq(put(&change), 1);
			list = loaded((enum entry_kind)kind, 1);
			for (int i = 0; i < entry_field_count((enum entry_kind)kind); i++)
				value_is((enum entry_kind)kind, &list.items[0], i, change.values[i]);
			ck_assert_int_eq(list.items[0].version, other + 1);
			ck_assert_int_eq(list.items[0].n, 1);
			ck_assert_int_eq(list.items[0].measure, entry_of_measure((enum entry_kind)kind) ? measure : 0);
			entry_list_done(&list);
		}
	}
	casework_close(cw);
}
END_TEST

START_TEST(what_is_left_empty_is_unknown_and_money_is_never_nought)
{
	struct entry_change change;
	struct entry_list list;

	office("elin");
	change = (struct entry_change){.kind = ENTRY_SUPPORT, .owner = measure, .values = {"Överenskommelse"}};
	put(&change);
	list = loaded(ENTRY_SUPPORT, 1);
	ck_assert_ptr_null(list.items[0].values[SUPPORT_ORE]);
	ck_assert_ptr_null(list.items[0].values[SUPPORT_FROM_ON]);
	ck_assert_str_eq(list.items[0].values[SUPPORT_SOURCE], "");
	ck_assert_int_eq(entry_ore(&list.items[0], SUPPORT_ORE), MONEY_UNKNOWN);
	entry_list_done(&list);
	casework_close(cw);
}
END_TEST

START_TEST(a_number_is_given_once_and_stays_with_what_was_taken_away)
{
	struct entry_change change;
	struct entry_list list;

	office("elin");
	change = right(ENTRY_COST, false);
	for (int n = 1; n <= 3; n++)
		ck_assert_int_eq(put(&change), n);
	OK(entry_drop(cw, NULL, ENTRY_COST, measure, 3, err));
	ck_assert_int_eq(put(&change), 4);
	list = loaded(ENTRY_COST, 3);
	ck_assert_ptr_null(entry_find(&list, measure, 3));
	ck_assert_ptr_nonnull(entry_find(&list, measure, 4));
	entry_list_done(&list);
	change.n = 3;
	REFUSED(entry_put(cw, NULL, &change, NULL, err), ERROR_MISSING, "cost row 3 has been taken away");
	REFUSED(entry_drop(cw, NULL, ENTRY_COST, measure, 3, err), ERROR_MISSING, "taken away");
	REFUSED(entry_drop(cw, NULL, ENTRY_COST, measure, 9, err), ERROR_MISSING, "no cost row 9");
	REFUSED(entry_drop(cw, NULL, ENTRY_PROMISE, measure, 1, err), ERROR_INVALID, "by its number");
	casework_close(cw);
}
END_TEST

static const struct {
	struct entry_change change;
	const char *says;
} wrong[] = {
	{{ENTRY_NEED, 0, 0, {""}}, "Need: It is empty"},
	{{ENTRY_NEED, 0, 0, {"Behov", "", "huge"}}, "Why it is great: “huge”"},
	{{ENTRY_NEED, 0, 0, {"Behov", "", NULL, "1 x"}}, "Measures that answer to it: Write the measures' numbers"},
	{{ENTRY_NEED, 0, 0, {"Behov", "", NULL, "1 9"}}, "Measures that answer to it: There is no measure 9"},
	{{ENTRY_COST, 0, 0, {"2024", "staff", "100"}}, "Year: 2024 is outside 2025"},
	{{ENTRY_COST, 0, 0, {"år", "staff", "100"}}, "Year: “år” is not a whole number"},
	{{ENTRY_COST, 0, 0, {"2027", NULL, "100"}}, "Kind of cost: It is empty"},
	{{ENTRY_COST, 0, 0, {"2027", "staff", NULL}}, "Amount: It is empty"},
	{{ENTRY_COST, 0, 0, {"2027", "staff", "-5"}}, "Amount: “-5” is not a whole number"},
	{{ENTRY_COST, 0, 0, {"2027", "staff", "99999999999999999999"}}, "Amount: “99999999999999999999”"},
	{{ENTRY_INDICATOR, 0, 0, {"Besök", "", "", "2026-02-30"}}, "Day of the baseline: “2026-02-30” is no day"},
	{{ENTRY_SUPPORT, 0, 0, {"Stöd", "2026-02-01", "2026-01-01"}}, "To: The last day is before the first"},
	{{ENTRY_BACKGROUND, 0, 0, {"", "Något"}}, "Date as it was given: It is empty"},
	{{ENTRY_CONTACT, 0, 0, {"K. Exempel", "", "13"}}, "Region: The region does not take part"},
	{{ENTRY_CONTACT, 0, 0, {"K. Exempel", "", "99"}}, "Region: “99” is no code"},
	{{ENTRY_PROMISE, 0, 0, {[PROMISE_HOURS] = "12,5"}}, "Staff hours freed a year: “12,5” is not"},
	{{ENTRY_PROMISE, 0, 0, {[PROMISE_QUALITY] = "2"}}, "Higher quality: 2 is outside 0–1"},
};

START_TEST(a_wrong_value_is_refused_by_a_sentence_that_names_the_field)
{
	int n = 77;

	office("elin");
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		struct entry_change change = wrong[i].change;

		change.owner = owner_of(change.kind);
		REFUSED(entry_put(cw, NULL, &change, &n, err), ERROR_INVALID, wrong[i].says);
	}
	ck_assert_int_eq(n, 77);
	casework_close(cw);
}
END_TEST

START_TEST(a_background_event_keeps_its_date_as_given_beside_the_days_it_can_mean)
{
	static const char *const given[] = {"27 maj 2025", "i våras", "juli 2024"};
	struct entry_change change = {.kind = ENTRY_BACKGROUND};
	struct entry_list list;

	office("elin");
	change.owner = application;
	change.values[BACKGROUND_WHAT] = "Behandlat";
	for (int i = 0; i < 3; i++) {
		change.values[BACKGROUND_GIVEN] = given[i];
		put(&change);
	}
	list = loaded(ENTRY_BACKGROUND, 3);
	ck_assert_str_eq(list.items[0].values[BACKGROUND_GIVEN], "juli 2024"); /* by day; the unplaced last */
	ck_assert_str_eq(list.items[0].values[BACKGROUND_FIRST_ON], "2024-07-01");
	ck_assert_str_eq(list.items[0].values[BACKGROUND_LAST_ON], "2024-07-31");
	ck_assert_str_eq(list.items[1].values[BACKGROUND_FIRST_ON], "2025-05-27");
	ck_assert_str_eq(list.items[2].values[BACKGROUND_GIVEN], "i våras");
	ck_assert_ptr_null(list.items[2].values[BACKGROUND_FIRST_ON]);
	entry_list_done(&list);
	casework_close(cw);
}
END_TEST

START_TEST(a_need_is_linked_to_the_measures_that_answer_to_it)
{
	struct entry_change change = {.kind = ENTRY_NEED};
	struct entry_list list;

	office("elin");
	measure_of(cw, application, "Två", 100, 50);
	measure_of(cw, application, "Tre", 100, 50);
	change.owner = application;
	change.values[NEED_TITLE] = "Tydligare mål";
	change.values[NEED_MEASURES] = "3, 1";
	change.n = 0;
	change.n = put(&change);
	list = loaded(ENTRY_NEED, 1);
	ck_assert_str_eq(list.items[0].values[NEED_MEASURES], "1 3");
	entry_list_done(&list);
	change.values[NEED_MEASURES] = "2";
	put(&change);
	list = loaded(ENTRY_NEED, 1);
	ck_assert_str_eq(list.items[0].values[NEED_MEASURES], "2");
	entry_list_done(&list);
	casework_close(cw);
}
END_TEST

START_TEST(a_withdrawn_measure_keeps_what_it_has_and_a_member_writes_nothing)
{
	struct entry_change change;

	office("elin");
	change = right(ENTRY_COST, false);
	put(&change);
	OK(measure_withdraw(cw, NULL, measure, "2026-11-20", "Regionen tar tillbaka den.", err));
	REFUSED(entry_put(cw, NULL, &change, NULL, err), ERROR_INVALID, "was withdrawn on 2026-11-20");
	REFUSED(entry_drop(cw, NULL, ENTRY_COST, measure, 1, err), ERROR_INVALID, "was withdrawn");
	change = right(ENTRY_REFERENCE, false);
	put(&change);
	change.owner = 99;
	REFUSED(entry_put(cw, NULL, &change, NULL, err), ERROR_MISSING, "no such application");
	change.owner = application;
	office_sit(cw, "maja");
	REFUSED(entry_put(cw, NULL, &change, NULL, err), ERROR_DENIED, "change applications");
	change = right(ENTRY_COST, false);
	REFUSED(entry_put(cw, NULL, &change, NULL, err), ERROR_DENIED, "change measures");
	casework_close(cw);
}
END_TEST

START_TEST(who_began_from_an_older_version_meets_a_conflict_and_a_retry_writes_once)
{
	struct entry_change change;
	struct operation op = operation_new(), again = operation_new();
	int n = 0, same = 0;
	int64_t events;

	office("elin");
	change = right(ENTRY_COST, false);
	put(&change);
	OK(entry_put(cw, &again, &change, &n, err));
	events = office_events(cw);
	OK(entry_put(cw, &again, &change, &same, err));
	ck_assert_int_eq(n, 2);
	ck_assert_int_eq(same, 2);
	ck_assert_int_eq(office_events(cw), events);
	change.n = 1;
	put(&change);
	op.if_version = 1;
	REFUSED(entry_put(cw, &op, &change, NULL, err), ERROR_CONFLICT, "version 1 is now version 2");
	casework_close(cw);
}
END_TEST

/* ---- kansli check */

static int findings;
static char first[600];

static void finding_keep(void *with, const char *finding)
{
	(void)with;
	if (!findings++)
		snprintf(first, sizeof(first), "%s", finding);
}

static int checked(void)
{
	int count = 0;

	findings = 0;
	first[0] = '\0';
	OK(check_all(cw, finding_keep, NULL, &count, err));
	return count;
}

START_TEST(an_entry_altered_past_the_program_is_found_in_every_kind)
{
	static const char *const planted[ENTRY_KINDS] = {"DELETE FROM need_measure", "UPDATE promise SET hours = 1",
		"UPDATE cost SET ore = ore + 1", "UPDATE indicator SET target = 'x'", "UPDATE support SET ore = 1",
		"UPDATE reference SET title = 'x'", "UPDATE background SET given = 'x'",
		"UPDATE contact SET name = 'x'"};

	for (int kind = 0; kind < ENTRY_KINDS; kind++) {
		struct entry_change change;

		office("elin");
		change = right((enum entry_kind)kind, false);
		put(&change);
		ck_assert_msg(checked() == 0, "%s", first);
		rows_put(cw, planted[kind]);
		ck_assert_msg(checked() == 1 && strstr(first, "altered past the events"), "%s: %s",
			entry_code((enum entry_kind)kind), first);
		casework_close(cw);
	}
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {every_value_of_every_kind_reads_back_and_changes,
		what_is_left_empty_is_unknown_and_money_is_never_nought,
		a_number_is_given_once_and_stays_with_what_was_taken_away,
		a_wrong_value_is_refused_by_a_sentence_that_names_the_field,
		a_background_event_keeps_its_date_as_given_beside_the_days_it_can_mean,
		a_need_is_linked_to_the_measures_that_answer_to_it,
		a_withdrawn_measure_keeps_what_it_has_and_a_member_writes_nothing,
		who_began_from_an_older_version_meets_a_conflict_and_a_retry_writes_once,
		an_entry_altered_past_the_program_is_found_in_every_kind, NULL};

	return claims_run("entry", claims, 120);
}

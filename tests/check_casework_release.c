/* Requests for documents: what is asked for, and that a person has tested each part. */
#include "cases.h"
#include "casework/closure.h"
#include "casework/event.h"
#include "casework/matter.h"
#include "casework/note.h"
#include "casework/release.h"
#include "claims.h"

#include "base/buffer.h"
#include "base/words.h"

static struct casework *cw;
static int64_t application, request;

static void noted(const char *kind, const char *said)
{
	struct note_change change = {.kind = kind, .occurred_on = "2026-11-20", .way = "phone", .said = said};
	int n;

	OK(note_add(cw, NULL, application, &change, &n, err));
}

/* A case with a file note, a working note and a document, and a request for documents. */
static void office(void)
{
	struct matter_change matter = {
		.kind = "request", .title = "Begäran om handlingar", .opened_on = "2026-11-22", .party = "En tidning"};

	words_open("en");
	cw = office_open();
	application = application_of(cw, "23", "Närmare vård");
	rows_put(cw,
		"INSERT INTO document (application, n, direction, kind, on_day, subject, registered_by, registered_at) "
		"VALUES (1, 1, 'in', 'letter', '2026-11-20', 'Brev', 2, '2026-11-20 10:00:00');");
	office_sit(cw, "elin");
	noted("file", "Fakta.");
	noted("working", "Tanke.");
	OK(matter_open(cw, NULL, &matter, &request, err));
}

static void loaded(struct release *release)
{
	OK(release_load(cw, request, release, err));
}

START_TEST(a_whole_case_is_asked_for_part_by_part_without_working_material)
{
	struct release release;
	int added = 0, codes = 0;

	office();
	OK(release_add(cw, NULL, request, application, NULL, &added, err));
	while (release_part_codes[codes])
		codes++;
	ck_assert_int_eq(added, codes + 2); /* and one document, one note */
	loaded(&release);
	ck_assert_int_eq(release.count, added);
	ck_assert_int_eq(release.untested, added);
	ck_assert_str_eq(release.title, "Begäran om handlingar");
	ck_assert_int_eq(release.items[codes].document_n, 1);
	ck_assert_int_eq(release.items[codes + 1].note_n, 1);
	ck_assert_str_eq(release_part_words(&release.items[codes + 1], &release.arena), "1-2026 note 1");
	ck_assert_ptr_nonnull(release_part_of(&release, application, "gates", 0));
	ck_assert_ptr_null(release_part_of(&release, application, "gates", 7));
	release_done(&release);
	REFUSED(release_add(cw, NULL, request, application, NULL, &added, err), ERROR_INVALID, "already");
	REFUSED(release_add(cw, NULL, request, application, "note 2", &added, err), ERROR_MISSING, "Working material");
	casework_close(cw);
}
END_TEST

START_TEST(a_part_is_asked_for_by_its_name)
{
	int added = 0;

	office();
	OK(release_add(cw, NULL, request, application, "note 1", &added, err));
	ck_assert_int_eq(added, 1);
	OK(release_add(cw, NULL, request, application, "document 1", &added, err));
	OK(release_add(cw, NULL, request, application, "decisions", &added, err));
	REFUSED(release_add(cw, NULL, request, application, "decisions", &added, err), ERROR_INVALID, "already");
	REFUSED(release_add(cw, NULL, request, application, "document 9", &added, err), ERROR_MISSING, "no document 9");
	REFUSED(release_add(cw, NULL, request, application, "hela", &added, err), ERROR_INVALID, "is no part");
	office_sit(cw, "cia");
	REFUSED(release_add(cw, NULL, request, application, "gates", &added, err), ERROR_DENIED, "test what may");
	casework_close(cw);
}
END_TEST

static const struct {
	struct release_verdict verdict;
	const char *says; /* NULL: it is right */
} verdicts[] = {
	{{.outcome = "released"}, NULL},
	{{.outcome = "refused", .ground = "21 kap. 7 § OSL"}, NULL},
	{{.outcome = "masked", .ground = "21 kap. 7 § OSL", .masked = "Ett namn"}, NULL},
	{{.outcome = "masked", .ground = "21 kap. 7 § OSL", .masked = "Ett namn", .passages = "Nils\nNilsson"}, NULL},
	{{.outcome = NULL}, "released, masked or refused"},
	{{.outcome = "kanske"}, "released, masked or refused"},
	{{.outcome = "released", .ground = "X"}, "no ground"},
	{{.outcome = "released", .passages = "Nils"}, "nothing masked"},
	{{.outcome = "refused"}, "provision"},
	{{.outcome = "refused", .ground = "X", .masked = "Y"}, "nothing masked in it"},
	{{.outcome = "refused", .ground = "X", .passages = "Nils"}, "in a part that is masked"},
	{{.outcome = "masked", .ground = "X"}, "Say what is masked"},
	{{.outcome = "masked", .masked = "Ett namn"}, "provision"},
	{{.outcome = "masked", .ground = "X", .masked = "Namnet Nils", .passages = "Nils"}, "give nothing away"},
	{{.outcome = "masked", .ground = "X", .masked = "Ett namn", .passages = "Ni"}, "at least 3"},
};

START_TEST(a_verdict_says_what_it_must_and_gives_nothing_away)
{
	struct release release;
	int added;

	office();
	OK(release_add(cw, NULL, request, application, "note 1", &added, err));
	if (verdicts[_i].says) {
		REFUSED(release_test(cw, NULL, request, 1, &verdicts[_i].verdict, err), ERROR_INVALID,
			verdicts[_i].says);
	} else {
		OK(release_test(cw, NULL, request, 1, &verdicts[_i].verdict, err));
		loaded(&release);
		ck_assert_str_eq(release.items[0].outcome, verdicts[_i].verdict.outcome);
		ck_assert_str_eq(release.items[0].tested_by, "Elin Björk");
		ck_assert_str_eq(release.items[0].tested_at, "2026-11-22 09:00:00");
		ck_assert_int_eq(release.untested, 0);
		release_done(&release);
	}
	REFUSED(release_test(cw, NULL, request, 2, &verdicts[0].verdict, err), ERROR_MISSING, "no part 2");
	casework_close(cw);
}
END_TEST

START_TEST(a_part_is_tested_again_and_the_last_word_holds)
{
	static const struct release_verdict refused = {.outcome = "refused", .ground = "X"},
					    released = {.outcome = "released"};
	struct operation op = {.if_version = 1};
	struct release release;
	int added;

	office();
	OK(release_add(cw, NULL, request, application, "note 1", &added, err));
	OK(release_test(cw, NULL, request, 1, &refused, err));
	REFUSED(release_test(cw, &op, request, 1, &released, err), ERROR_CONFLICT, "");
	OK(release_test(cw, NULL, request, 1, &released, err));
	loaded(&release);
	ck_assert_str_eq(release.items[0].outcome, "released");
	ck_assert_str_eq(release.items[0].ground, "");
	ck_assert_int_eq(release.items[0].version, 3);
	release_done(&release);
	casework_close(cw);
}
END_TEST

START_TEST(a_request_is_found_by_its_number_and_other_matters_are_none)
{
	struct matter_change matter = {.kind = "other", .title = "Annat", .opened_on = "2026-11-22"};
	struct release release;
	int64_t found = 0, other;
	int added = 0;

	office();
	OK(release_find(cw, "2", &found, err)); /* the application is number 1 */
	ck_assert_int_eq(found, request);
	OK(release_find(cw, "2-2026", &found, err));
	REFUSED(release_find(cw, "2-2025", &found, err), ERROR_MISSING, "no request");
	REFUSED(release_find(cw, "x", &found, err), ERROR_INVALID, "no number");
	OK(matter_open(cw, NULL, &matter, &other, err));
	REFUSED(release_load(cw, other, &release, err), ERROR_INVALID, "no request");
	REFUSED(release_add(cw, NULL, other, application, NULL, &added, err), ERROR_INVALID, "no request");
	REFUSED(release_load(cw, 99, &release, err), ERROR_MISSING, "no such matter");
	casework_close(cw);
}
END_TEST

static void finding(void *with, const char *text)
{
	buffer_format(with, "%s\n", text);
}

START_TEST(a_part_altered_past_the_events_is_found)
{
	struct buffer all;
	int added, findings = 0;

	office();
	OK(release_add(cw, NULL, request, application, "note 1", &added, err));
	buffer_init(&all);
	OK(check_all(cw, finding, &all, &findings, err));
	ck_assert_ptr_null(strstr(all.text, "part of the request"));
	rows_put(cw, "UPDATE release_part SET outcome = 'released', tested_by = 3, tested_at = '2026-11-22 09:00:00';");
	OK(check_all(cw, finding, &all, &findings, err));
	ck_assert_ptr_nonnull(strstr(all.text, "part of the request 1: has been altered"));
	buffer_done(&all);
	casework_close(cw);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("release");
	TCase *tcase = tcase_create("release");
	SRunner *runner;
	int failed;

	tcase_set_timeout(tcase, 60);
	tcase_add_test(tcase, a_whole_case_is_asked_for_part_by_part_without_working_material);
	tcase_add_test(tcase, a_part_is_asked_for_by_its_name);
	tcase_add_loop_test(tcase, a_verdict_says_what_it_must_and_gives_nothing_away, 0,
		(int)(sizeof verdicts / sizeof *verdicts));
	tcase_add_test(tcase, a_part_is_tested_again_and_the_last_word_holds);
	tcase_add_test(tcase, a_request_is_found_by_its_number_and_other_matters_are_none);
	tcase_add_test(tcase, a_part_altered_past_the_events_is_found);
	suite_add_tcase(suite, tcase);
	runner = srunner_create(suite);
	srunner_set_tap(runner, "-");
	srunner_run_all(runner, CK_SILENT);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

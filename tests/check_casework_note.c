/* Dialogue notes: written once, corrected by a new one. */
#include "cases.h"
#include "casework/note.h"
#include "claims.h"

#include "base/words.h"

static struct casework *cw;

static int64_t office(const char *login)
{
	words_open("en");
	cw = office_open();
	office_sit(cw, login);
	return application_of(cw, "23", "Närmare vård");
}

static struct note_change right(const char *said)
{
	return (struct note_change){.occurred_on = "2026-11-20", .way = "phone", .said = said};
}

static int noted(int64_t application, const struct note_change *change)
{
	int n = 0;

	OK(note_add(cw, NULL, application, change, &n, err));
	return n;
}

START_TEST(a_note_reads_back_with_its_number_author_and_moment)
{
	int64_t application = office("elin"), measure = measure_of(cw, application, "Åtgärd", 100, 50);
	struct note_change change = {"file", "2026-11-20", "14:02", "meeting", "Region Jämtland Härjedalen",
		"ekonomichef", "K. Exempel", "Planen kommer\nnästa vecka.", "Frist till 1 december.", measure, 0};
	struct note_list list;

	ck_assert_int_eq(noted(application, &change), 1);
	change = right("Kort.");
	ck_assert_int_eq(noted(application, &change), 2);
	OK(note_list_load(cw, application, &list, err));
	ck_assert_int_eq(list.count, 2);
	ck_assert_int_eq(list.items[0].n, 2); /* newest first */
	ck_assert_str_eq(list.items[0].kind, "file");
	ck_assert_str_eq(list.items[0].with_whom, "");
	ck_assert_ptr_null(list.items[0].occurred_time);
	ck_assert_int_eq(list.items[0].measure, 0);
	ck_assert_str_eq(list.items[1].said, "Planen kommer\nnästa vecka.");
	ck_assert_str_eq(list.items[1].occurred_on, "2026-11-20");
	ck_assert_str_eq(list.items[1].occurred_time, "14:02");
	ck_assert_str_eq(list.items[1].way, "meeting");
	ck_assert_str_eq(list.items[1].with_whom, "Region Jämtland Härjedalen");
	ck_assert_str_eq(list.items[1].with_role, "ekonomichef");
	ck_assert_str_eq(list.items[1].with_name, "K. Exempel");
	ck_assert_str_eq(list.items[1].changed, "Frist till 1 december.");
	ck_assert_int_eq(list.items[1].measure, measure);
	ck_assert_int_eq(list.items[1].measure_n, 1);
	ck_assert_int_eq(list.items[1].application, application);
	ck_assert_str_eq(list.items[1].author, "Elin Björk");
	ck_assert_str_eq(list.items[1].written_at, "2026-11-22 09:00:00");
	note_list_done(&list);
	casework_close(cw);
}
END_TEST

START_TEST(a_correction_is_a_new_note_and_a_note_is_corrected_once)
{
	int64_t application = office("elin");
	struct note_change change = right("Beloppet är 12 000 kr.");
	struct note_list list;
	int n = 77;

	noted(application, &change);
	change = right("Beloppet är 21 000 kr.");
	change.corrects_n = 1;
	ck_assert_int_eq(noted(application, &change), 2);
	OK(note_list_load(cw, application, &list, err));
	ck_assert_int_eq(list.items[0].corrects_n, 1);
	ck_assert_int_eq(list.items[0].corrects, list.items[1].id);
	ck_assert_int_eq(list.items[1].corrected_by_n, 2);
	ck_assert_int_eq(list.items[1].corrected_by, list.items[0].id);
	ck_assert_str_eq(list.items[1].said, "Beloppet är 12 000 kr."); /* the old one stays as it was */
	note_list_done(&list);
	REFUSED(note_add(cw, NULL, application, &change, &n, err), ERROR_INVALID, "corrected already, by note 2");
	change.corrects_n = 9;
	REFUSED(note_add(cw, NULL, application, &change, &n, err), ERROR_MISSING, "no note 9");
	change.corrects_n = 2;
	change.kind = "working";
	REFUSED(note_add(cw, NULL, application, &change, &n, err), ERROR_INVALID, "same kind as note 2");
	ck_assert_int_eq(n, 77);
	change.kind = NULL;
	ck_assert_int_eq(noted(application, &change), 3);
	casework_close(cw);
}
END_TEST

START_TEST(a_correction_of_working_material_stays_working_material)
{
	int64_t application = office("elin");
	struct note_change change = right("Jag tror att kostnaden är för låg.");
	struct note_list list;

	change.kind = "working";
	noted(application, &change);
	change = right("Kostnaden verkar rimlig.");
	change.corrects_n = 1;
	noted(application, &change);
	OK(note_list_load(cw, application, &list, err));
	ck_assert_str_eq(list.items[0].kind, "working");
	note_list_done(&list);
	casework_close(cw);
}
END_TEST

START_TEST(a_note_says_what_it_is_about_and_is_followed_up_once)
{
	int64_t application = office("elin");
	struct note_change change = right("De återkommer om beslutet.");
	struct note_list list;
	int n = 77;

	change.gate = "G12";
	change.criterion = "K2";
	change.follow_on = "2026-12-01";
	change.communicate = true;
	noted(application, &change);
	change = right("Kort.");
	noted(application, &change);
	OK(note_list_load(cw, application, &list, err));
	ck_assert_str_eq(list.items[1].gate, "G12");
	ck_assert_str_eq(list.items[1].criterion, "K2");
	ck_assert_str_eq(list.items[1].follow_on, "2026-12-01");
	ck_assert(list.items[1].communicate);
	ck_assert_ptr_null(list.items[1].followed_on);
	ck_assert_ptr_null(list.items[0].gate);
	ck_assert_ptr_null(list.items[0].follow_on);
	ck_assert(!list.items[0].communicate);
	note_list_done(&list);
	change.gate = "G99";
	REFUSED(note_add(cw, NULL, application, &change, &n, err), ERROR_INVALID, "no control point G99");
	change.gate = NULL;
	change.criterion = "K99";
	REFUSED(note_add(cw, NULL, application, &change, &n, err), ERROR_INVALID, "no criterion K99");
	change.criterion = NULL;
	change.follow_on = "2026-11-19";
	REFUSED(note_add(cw, NULL, application, &change, &n, err), ERROR_INVALID, "before the day of the note");
	REFUSED(note_followed(cw, NULL, application, 2, NULL, "", err), ERROR_INVALID, "asks for no follow-up");
	REFUSED(note_followed(cw, NULL, application, 9, NULL, "", err), ERROR_MISSING, "no note 9");
	REFUSED(note_followed(cw, NULL, application, 1, "2026-12-24", "", err), ERROR_INVALID, "not come yet");
	OK(note_followed(cw, NULL, application, 1, NULL, "De hade beslutat.", err));
	REFUSED(note_followed(cw, NULL, application, 1, NULL, "", err), ERROR_INVALID, "followed up already");
	OK(note_list_load(cw, application, &list, err));
	ck_assert_str_eq(list.items[1].followed_on, "2026-11-22");
	ck_assert_str_eq(list.items[1].followed_how, "De hade beslutat.");
	ck_assert_str_eq(list.items[1].followed_by, "Elin Björk");
	note_list_done(&list);
	casework_close(cw);
}
END_TEST

START_TEST(working_material_is_seen_by_those_who_work_with_it)
{
	int64_t application = office("elin");
	struct note_change change = right("Arbetsmaterial.");
	struct note_list list;

	change.kind = "working";
	noted(application, &change);
	change = right("Tjänsteanteckning.");
	noted(application, &change);
	office_sit(cw, "cia");
	OK(note_list_load(cw, application, &list, err));
	ck_assert_int_eq(list.count, 1);
	ck_assert_str_eq(list.items[0].said, "Tjänsteanteckning.");
	note_list_done(&list);
	office_sit(cw, "kim");
	OK(note_list_load(cw, application, &list, err));
	ck_assert_int_eq(list.count, 2);
	note_list_done(&list);
	office_sit(cw, "adam");
	REFUSED(note_list_load(cw, application, &list, err), ERROR_DENIED, "see the cases");
	casework_close(cw);
}
END_TEST

static const struct {
	struct note_change change;
	const char *says;
} wrong[] = {
	{{.way = "phone", .said = "Text"}, "Day: It is empty"},
	{{.occurred_on = "igår", .way = "phone", .said = "Text"}, "Day: “igår” is no day"},
	{{.occurred_on = "2026-11-31", .way = "phone", .said = "Text"}, "Day: “2026-11-31” is no day"},
	{{.occurred_on = "2026-11-23", .way = "phone", .said = "Text"}, "Day: 2026-11-23 has not come yet"},
	{{.occurred_on = "2026-11-20", .occurred_time = "14.02", .way = "phone", .said = "Text"},
		"Time of day: “14.02”"},
	{{.occurred_on = "2026-11-20", .occurred_time = "25:00", .way = "phone", .said = "Text"},
		"Time of day: “25:00”"},
	{{.occurred_on = "2026-11-20", .said = "Text"}, "Way: It is empty"},
	{{.occurred_on = "2026-11-20", .way = "telepathy", .said = "Text"}, "Way: “telepathy” is not one of the words"},
	{{.occurred_on = "2026-11-20", .way = "phone"}, "What was said: It is empty"},
	{{.occurred_on = "2026-11-20", .way = "phone", .said = " \n "}, "What was said: It is empty"},
	{{.occurred_on = "2026-11-20", .way = "phone", .said = "\xFE"}, "What was said: The text is not kept"},
	{{.occurred_on = "2026-11-20", .way = "phone", .said = "T", .changed = "\x07"},
		"What it changed: The text is not kept"},
	{{.occurred_on = "2026-11-20", .way = "phone", .said = "T", .with_whom = "a\nb"},
		"Organisation: The text is not kept"},
	{{.occurred_on = "2026-11-20", .way = "phone", .said = "T", .with_role = "a\nb"}, "Role: The text is not kept"},
	{{.occurred_on = "2026-11-20", .way = "phone", .said = "T", .with_name = "a\nb"}, "Name: The text is not kept"},
	{{.occurred_on = "2026-11-20", .way = "phone", .said = "T", .kind = "secret"},
		"Kind of note: “secret” is not one"},
	{{.occurred_on = "2026-11-20", .way = "phone", .said = "T", .measure = 99}, "a measure of another application"},
};

START_TEST(a_wrong_value_is_refused_by_a_sentence_that_names_the_field)
{
	int64_t application = office("elin");
	int n = 77;

	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++)
		REFUSED(note_add(cw, NULL, application, &wrong[i].change, &n, err), ERROR_INVALID, wrong[i].says);
	ck_assert_int_eq(n, 77);
	casework_close(cw);
}
END_TEST

START_TEST(a_note_is_about_a_measure_of_its_own_application)
{
	int64_t application = office("elin"), other = application_of(cw, "13", "Annan");
	struct note_change change = right("Text");
	int n = 0;

	change.measure = measure_of(cw, other, "Annans åtgärd", 100, 50);
	REFUSED(note_add(cw, NULL, application, &change, &n, err), ERROR_INVALID, "a measure of another application");
	REFUSED(note_add(cw, NULL, 99, &change, &n, err), ERROR_MISSING, "no such application");
	noted(other, &change);
	casework_close(cw);
}
END_TEST

START_TEST(an_auditor_writes_no_notes)
{
	int64_t application = office("rev");
	struct note_change change = right("Text");
	int n = 0;

	REFUSED(note_add(cw, NULL, application, &change, &n, err), ERROR_DENIED, "write notes");
	office_sit(cw, "adam");
	REFUSED(note_add(cw, NULL, application, &change, &n, err), ERROR_DENIED, "write notes");
	casework_close(cw);
}
END_TEST

START_TEST(a_repeated_note_is_written_once_and_answers_its_number)
{
	int64_t application = office("elin"), events;
	struct note_change change = right("Text");
	struct operation op = operation_new();
	int first = 0, again = 0;

	noted(application, &change);
	OK(note_add(cw, &op, application, &change, &first, err));
	events = office_events(cw);
	noted(application, &change);
	OK(note_add(cw, &op, application, &change, &again, err));
	ck_assert_int_eq(first, 2);
	ck_assert_int_eq(again, 2);
	ck_assert_int_eq(office_events(cw), events + 1);
	casework_close(cw);
}
END_TEST

START_TEST(a_withdrawn_case_can_still_be_noted_on)
{
	int64_t application = office("elin");
	struct note_change change = right("Regionen ringde om återkallelsen.");
	struct application detail;

	OK(application_withdraw(cw, NULL, application, "2026-11-20", "Skäl", err));
	noted(application, &change);
	OK(application_load(cw, application, &detail, err));
	ck_assert_int_eq(detail.row.version, 2); /* a note does not touch the application */
	application_done(&detail);
	casework_close(cw);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {a_note_says_what_it_is_about_and_is_followed_up_once,
		a_note_reads_back_with_its_number_author_and_moment,
		a_correction_is_a_new_note_and_a_note_is_corrected_once,
		a_correction_of_working_material_stays_working_material,
		working_material_is_seen_by_those_who_work_with_it,
		a_wrong_value_is_refused_by_a_sentence_that_names_the_field,
		a_note_is_about_a_measure_of_its_own_application, an_auditor_writes_no_notes,
		a_repeated_note_is_written_once_and_answers_its_number, a_withdrawn_case_can_still_be_noted_on, NULL};

	return claims_run("note", claims, 60);
}

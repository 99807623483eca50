/* Search: the same words find the same places however the office is looked through, and nobody finds what is not theirs
 * to see. */
#include "cases.h"
#include "casework/hit.h"
#include "casework/note.h"
#include "casework/sitting.h"
#include "claims.h"
#include "contest.h"
#include "convened.h"
#include "granting.h"

#include "base/words.h"

static struct casework *cw;
static size_t memory; /* 0: what a search has; 1: every text is read anew */

static int64_t noted(int64_t application, const char *kind, const char *said)
{
	struct note_change change = {
		.kind = kind, .occurred_on = "2026-11-20", .way = "phone", .said = said, .with_name = "K. Exempel"};
	int n = 0;

	OK(note_add(cw, NULL, application, &change, &n, err));
	return n;
}

static void office_begin(void)
{
	words_open("en");
	cw = office_open();
	office_sit(cw, "elin");
	rows_put(cw, "INSERT INTO word (kind, code, sort, name_sv, name_en, help_sv, help_en) VALUES "
		     "('synonym', 'grant', 1, 'bidrag, statsbidrag, stöd, medel', 'grant, funds', '', '')");
}

static struct hit_list found(const char *words)
{
	struct hit_query query = {.words = words, .memory = memory};
	struct hit_list list;

	OK(hit_list_load(cw, &query, &list, err));
	OK(hit_list_show(cw, &list, 0, list.count, err));
	return list;
}

static int hits(const char *words)
{
	struct hit_list list = found(words);
	int count = (int)list.count;

	hit_list_done(&list);
	return count;
}

START_TEST(a_word_is_found_in_every_kind_of_text_and_names_come_first)
{
	int64_t first, second;
	struct hit_list list;

	office_begin();
	first = application_of(cw, "23", "Närmare vård med zebror");
	second = application_of(cw, "13", "Röntgen");
	measure_of(cw, second, "Zebror i väntrum", 100, 50);
	noted(second, NULL, "De undrar om zebrorna.");
	rows_put(cw, "UPDATE application SET needs = 'Behov av zebra' WHERE lead = '13'");
	rows_put(cw, "INSERT INTO document (id, application, n, direction, kind, on_day, subject, registered_by, "
		     "registered_at) "
		     "VALUES (1, 2, 1, 'in', 'letter', '2026-11-01', 'Brev om zebra', 1, '2026-11-01 09:00:00')");
	rows_put(cw, "INSERT INTO document_text VALUES (1, 'I brevet står zebra två gånger.')");
	list = found("ZEBR");
	ck_assert_int_eq(list.count, 6);
	ck_assert_int_eq(list.items[0].place, HIT_CASE);
	ck_assert_int_eq(list.items[0].application, first);
	ck_assert_int_eq(list.items[1].place, HIT_MEASURE);
	ck_assert_int_eq(list.items[1].measure_n, 1);
	ck_assert_int_eq(list.items[2].place, HIT_TEXT);
	ck_assert_str_eq(list.items[2].field, "needs");
	ck_assert_int_eq(list.items[3].place, HIT_DOCUMENT);
	ck_assert_int_eq(list.items[3].n, 1);
	ck_assert_int_eq(list.items[4].place, HIT_NOTE);
	ck_assert_int_eq(list.items[4].n, 1);
	ck_assert_str_eq(list.items[4].on_day, "2026-11-20");
	ck_assert_int_eq(list.items[5].place, HIT_INSIDE);
	for (int i = 1; i < 6; i++) {
		ck_assert_int_eq(list.items[i].application, second);
		ck_assert_int_eq(list.items[i].number, 2);
		ck_assert_str_eq(list.items[i].lead, "Halland");
	}
	hit_list_done(&list);
	casework_close(cw);
}
END_TEST

START_TEST(the_hit_is_marked_among_the_words_around_it)
{
	struct hit_list list;

	office_begin();
	noted(application_of(cw, "23", "Vård"), NULL,
		"En lång inledning som inte har med saken att göra alls.\nSedan nämndes Idé och Åtgärd i samma "
		"mening.");
	list = found("idé");
	ck_assert_int_eq(list.count, 1);
	ck_assert_msg(!strncmp(list.items[0].words + list.items[0].mark, "Idé", (size_t)list.items[0].mark_bytes) &&
			      list.items[0].mark_bytes == (int)strlen("Idé"),
		"%s %d %d", list.items[0].words, list.items[0].mark, list.items[0].mark_bytes);
	ck_assert_ptr_null(strchr(list.items[0].words, '\n'));
	ck_assert_str_eq(list.items[0].field, "what was said");
	hit_list_done(&list);
	casework_close(cw);
}
END_TEST

START_TEST(swedish_letters_are_their_own_and_other_accents_do_not_count)
{
	int64_t application;

	office_begin();
	application = application_of(cw, "13", "Vård");
	noted(application, NULL, "Hår i sås hos André.");
	ck_assert_int_eq(hits("hår"), 1);
	ck_assert_int_eq(hits("HÅR"), 1);
	ck_assert_int_eq(hits("har"), 0);
	ck_assert_int_eq(hits("hä"), 0);
	ck_assert_int_eq(hits("andre"), 1);
	ck_assert_int_eq(hits("ndré"), 1);
	casework_close(cw);
}
END_TEST

START_TEST(several_words_stand_in_one_place_or_in_the_name_of_its_case)
{
	int64_t halland;

	office_begin();
	halland = application_of(cw, "13", "Röntgen");
	noted(halland, NULL, "Budgeten växer.");
	noted(halland, NULL, "Schemat krymper.");
	noted(application_of(cw, "23", "Vård"), NULL, "Budgeten krymper.");
	ck_assert_int_eq(hits("budget krymper"), 1);
	ck_assert_int_eq(hits("halland budget"), 1);
	ck_assert_int_eq(hits("halland krymper"), 1);
	ck_assert_int_eq(hits("halland röntgen"), 1); /* the case itself; its notes have neither word */
	ck_assert_int_eq(hits("\"budgeten krymper\""), 1);
	ck_assert_int_eq(hits("\"budgeten krymp"), 1); /* while the quote is still open */
	ck_assert_int_eq(hits("\"krymper budgeten\""), 0);
	ck_assert_int_eq(hits(""), 0);
	ck_assert_int_eq(hits("\""), 0);
	casework_close(cw);
}
END_TEST

START_TEST(words_that_mean_the_same_find_each_other)
{
	int64_t application;

	office_begin();
	application = application_of(cw, "23", "Vård");
	noted(application, NULL, "Statsbidraget betalas ut.");
	noted(application, NULL, "Stödet räcker.");
	noted(application, NULL, "Medlen är slut, medel saknas.");
	noted(application, NULL, "Inget av detta.");
	ck_assert_int_eq(hits("bidrag"), 3);
	ck_assert_int_eq(hits("stöd"), 3);
	ck_assert_int_eq(hits("bidragen"), 3);
	ck_assert_int_eq(hits("\"bidrag\""), 1);
	ck_assert_int_eq(hits("medelvärde"), 0);
	casework_close(cw);
}
END_TEST

START_TEST(numbers_are_found_with_and_without_separators)
{
	struct application_change form;
	int64_t id;
	struct hit_list list;

	office_begin();
	form = application_form_of("23", "Vård");
	form.own_number = "HSN/1005/2026";
	OK(application_register(cw, NULL, &form, NULL, 0, &id, err));
	noted(id, NULL, "Jämför RS 2026-00417 hos grannen.");
	ck_assert_int_eq(hits("HSN/1005/2026"), 1);
	ck_assert_int_eq(hits("hsn10052026"), 1);
	ck_assert_int_eq(hits("hsn-1005-2026"), 1);
	ck_assert_int_eq(hits("hsn 1005"), 1);
	ck_assert_int_eq(hits("202600417"), 1);
	ck_assert_int_eq(hits("2026/00417"), 1);
	list = found("202600417");
	ck_assert_msg(!strncmp(list.items[0].words + list.items[0].mark, "2026-00417", 10), "%s", list.items[0].words);
	hit_list_done(&list);
	for (int i = 0; i < 11; i++)
		application_of(cw, "13", "Fler");
	list = found("1");
	ck_assert_int_eq(list.items[0].number, 1); /* the number asked for goes before those it is part of */
	hit_list_done(&list);
	list = found("EFF 12-2026");
	ck_assert_int_eq(list.items[0].number, 12);
	hit_list_done(&list);
	casework_close(cw);
}
END_TEST

START_TEST(working_material_and_marked_papers_are_found_by_those_who_may_see_them)
{
	int64_t application;

	office_begin();
	application = application_of(cw, "23", "Vård");
	noted(application, "working", "Jag tror att zebran är för dyr.");
	rows_put(cw,
		"INSERT INTO document (id, application, n, direction, kind, on_day, subject, open_subject, "
		"secret_ground, "
		"secret_on, secret_by, registered_by, registered_at) VALUES (1, 1, 1, 'in', 'letter', '2026-11-01', "
		"'Giraff hos namngiven', 'Brev', 'OSL 25:1', '2026-11-01', 'x', 1, '2026-11-01 09:00:00')");
	rows_put(cw, "INSERT INTO document_text VALUES (1, 'Giraffen är sjuk.')");
	ck_assert_int_eq(hits("zebra"), 1);
	ck_assert_int_eq(hits("giraff"), 1);
	ck_assert_int_eq(hits("brev"), 1);
	rows_put(cw,
		"INSERT INTO disqualification (person, application, answer, answered_at, ground, what, recorded_by) "
		"SELECT id, 1, 'reported', '2026-11-22 08:00:00', 'party', 'x', id FROM person WHERE login = 'maja'");
	office_sit(cw, "maja"); /* barred: what is public stays open */
	ck_assert_int_eq(hits("zebra"), 0);
	ck_assert_int_eq(hits("giraff"), 0);
	ck_assert_int_eq(hits("brev"), 1);
	office_sit(cw, "mats");
	ck_assert_int_eq(hits("zebra"), 1);
	office_sit(cw, "rut");
	ck_assert_int_eq(hits("zebra"), 0);
	ck_assert_int_eq(hits("giraff"), 0);
	ck_assert_int_eq(hits("brev"), 1);
	office_sit(cw, "adam");
	{
		struct hit_query query = {.words = "brev"};
		struct hit_list list;

		REFUSED(hit_list_load(cw, &query, &list, err), ERROR_DENIED, "see the cases");
	}
	casework_close(cw);
}
END_TEST

START_TEST(what_is_saved_is_found_at_once)
{
	int64_t application;

	office_begin();
	application = application_of(cw, "23", "Vård");
	ck_assert_int_eq(hits("zebra"), 0);
	noted(application, NULL, "En zebra.");
	ck_assert_int_eq(hits("zebra"), 1);
	application_of(cw, "13", "Zebra");
	ck_assert_int_eq(hits("zebra"), 2);
	casework_close(cw);
}
END_TEST

static bool at_once(void *with)
{
	++*(int *)with;
	return true;
}

START_TEST(a_search_is_given_up_when_the_asker_cannot_wait)
{
	enum { BYTES = 900000 };
	char *large = memset(memory_take(BYTES + 1), 'x', BYTES + 1);
	int asked = 0;
	struct hit_query query = {.words = "zebra", .impatient = at_once, .with = &asked};
	struct hit_list list;
	int64_t application;

	office_begin();
	application = application_of(cw, "23", "Vård");
	large[BYTES] = '\0';
	for (int i = 0; i < 3; i++)
		noted(application, NULL, large);
	noted(application, NULL, "zebra");
	OK(hit_list_load(cw, &query, &list, err));
	ck_assert(list.given_up);
	ck_assert_int_eq(asked, 1);
	hit_list_done(&list);
	free(large);
	casework_close(cw);
}
END_TEST

static void items_looked_for(size_t most)
{
	struct sitting_item_change news = {.title = "Kvagga i höst", .proposes = ""};
	const struct sitting_void_change wrong = {.part = SITTING_MOTION, .n = 1, .why = "Fel djur."};
	struct sitting_outcome outcome = {.outcome = "decided", .why = "Okapin är visad.", .carried = 2};
	int64_t measure, sitting, item;
	struct hit_list list;

	memory = most;
	words_open("en");
	cw = office_open();
	measure = contest_entry(cw, "Närmare vård", 1000);
	convened_members(cw, 4);
	sitting = convened_sitting(cw);
	convened_bar(cw, "maja", granting_application(cw, measure));
	item = convened_taken(cw, sitting, measure);
	OK(sitting_motion(cw, NULL, item, office_person(cw, "mats"), "Gnun avslås.", NULL, err));
	OK(sitting_void(cw, NULL, item, &wrong, err));
	OK(sitting_motion(cw, NULL, item, office_person(cw, "mats"), "Zebran bifalls.", NULL, err));
	ck_assert_int_eq(hits("zebra"), 1);
	OK(sitting_outcome(cw, NULL, item, &outcome, err));
	OK(sitting_reserve(cw, NULL, item, office_person(cw, "m3"), "Giraffen glöms.", err));
	OK(sitting_item_add(cw, NULL, sitting, &news, &item, err));
	list = found("okapi");
	ck_assert_int_eq(list.count, 1);
	ck_assert_int_eq(list.items[0].place, HIT_ITEM);
	ck_assert_int_eq(list.items[0].n, 1);
	ck_assert_int_eq(list.items[0].measure, measure);
	ck_assert_str_eq(list.items[0].field, "why");
	hit_list_done(&list);
	ck_assert_int_eq(hits("giraff"), 1);
	ck_assert_int_eq(hits("gnu"), 0); /* registered by mistake */
	ck_assert_int_eq(hits("kvagga"), 1);
	office_sit(cw, "maja");
	ck_assert_int_eq(hits("okapi"), 0);
	ck_assert_int_eq(hits("giraff"), 0);
	ck_assert_int_eq(hits("kvagga"), 1);
	office_sit(cw, "rut"); /* no working material, and the minutes are none */
	ck_assert_int_eq(hits("okapi"), 1);
	office_sit(cw, "elin");
	OK(sitting_adjuster(cw, NULL, sitting, office_person(cw, "mats"), err));
	OK(sitting_close(cw, NULL, sitting, err));
	OK(sitting_adjust(cw, NULL, sitting, NULL, err));
	office_sit(cw, "maja");
	ck_assert_int_eq(hits("okapi"), 1);
	casework_close(cw);
	memory = 0;
}

START_TEST(items_of_sittings_are_found_and_kept_from_who_is_barred_until_the_minutes_are_approved)
{
	items_looked_for(0);
	items_looked_for(1);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {a_word_is_found_in_every_kind_of_text_and_names_come_first,
		the_hit_is_marked_among_the_words_around_it,
		swedish_letters_are_their_own_and_other_accents_do_not_count,
		several_words_stand_in_one_place_or_in_the_name_of_its_case, words_that_mean_the_same_find_each_other,
		numbers_are_found_with_and_without_separators,
		working_material_and_marked_papers_are_found_by_those_who_may_see_them, what_is_saved_is_found_at_once,
		items_of_sittings_are_found_and_kept_from_who_is_barred_until_the_minutes_are_approved,
		a_search_is_given_up_when_the_asker_cannot_wait, NULL};
	return claims_run("casework hit", claims, 60);
}

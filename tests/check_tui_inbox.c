/* The inbox and other matters at the screen: one key ties a paper and the next is in focus, nothing is lost, and a
 * matter is opened, closed and reopened as the shell does it. */
#include "base/words.h"
#include "cases.h"
#include "casework/inbox.h"
#include "casework/matter.h"
#include "claims.h"
#include "sitting.h"
#include "tui/go.h"

static struct casework *cw;
static struct sitting *sitting;
static int64_t application;

static int64_t paper_put(const char *subject, const char *region, const char *number)
{
	struct document_change change = {.direction = "in",
		.kind = "letter",
		.on_day = "2026-11-18",
		.party = "",
		.subject = subject,
		.open_subject = "",
		.region = region,
		.own_number = number};
	int64_t id;

	OK(document_add(cw, NULL, &(struct case_ref){0, 0}, &change, NULL, &id, err));
	return id;
}

static void begin(void)
{
	words_open("sv");
	cw = office_open();
	application = application_of(cw, "23", "Närmare vård");
	office_sit(cw, "rut");
}

static void end(void)
{
	sitting_close(sitting);
	casework_close(cw);
}

static int untied(void)
{
	struct document_query query = {.inbox = true};
	struct document_list list;
	int count;

	OK(document_list_load(cw, &query, &list, err));
	count = list.count;
	document_list_done(&list);
	return count;
}

static struct document_list papers_of(struct case_ref of)
{
	struct document_query query = {.of = of};
	struct document_list list;

	OK(document_list_load(cw, &query, &list, err));
	return list;
}

START_TEST(one_key_ties_a_paper_that_arrived_alone_and_the_next_is_in_focus)
{
	struct document_list list;

	paper_put("Beslut, ert dnr EFF 1-2026", "19", NULL);
	paper_put("Ett annat brev", NULL, NULL);
	sitting = sitting_on(cw, 24, 80, &inbox_pane, NULL);
	ck_seen(sitting, "2 handlingar, 2 för länge");
	ck_seen(sitting, "1  EFF 1-2026, vårt nummer står i den");
	sitting_press(sitting, "1");
	ck_seen(sitting, "i1 är nu EFF 1-2026-1.");
	ck_seen(sitting, "Ärendemening  Ett annat brev");
	ck_seen(sitting, "inget hittat; m kopplar den");
	sitting_press(sitting, "1");
	ck_seen(sitting, "Så många ärenden är inte föreslagna.");
	sitting_press(sitting, "m");
	sitting_type(sitting, "99-2026");
	sitting_press(sitting, "Enter");
	ck_assert_int_eq(untied(), 1); /* what has no case stays */
	sitting_press(sitting, "m");
	sitting_type(sitting, "1-2026");
	sitting_press(sitting, "Enter");
	ck_seen(sitting, "Inkorgen är tom");
	list = papers_of((struct case_ref){.application = application});
	ck_assert_int_eq(list.count, 2);
	document_list_done(&list);
}
END_TEST

START_TEST(a_paper_becomes_an_application_or_opens_another_matter)
{
	struct application_list applications;
	struct matter_list matters;

	paper_put("Ansökan om bidrag", "20", "RD26/1");
	paper_put("Begäran om handlingar", NULL, NULL);
	sitting = sitting_on(cw, 24, 80, &inbox_pane, NULL);
	sitting_press(sitting, "+ 1");
	ck_seen(sitting, "RD26/1");
	sitting_press(sitting, "Tab Tab Tab Tab Tab");
	sitting_type(sitting, "e"); /* e-post */
	sitting_press(sitting, "Ctrl-S");
	ck_seen(sitting, "EFF 2-2026 är registrerad, och posten är handling 1 i den. :visa 2 öppnar");
	OK(application_list_load(cw, &(struct application_query){0}, &applications, err));
	ck_assert_int_eq(applications.count, 2);
	application_list_done(&applications);
	sitting_press(sitting, "+ 2");
	sitting_type(sitting, "b"); /* begäran om handlingar */
	sitting_press(sitting, "Ctrl-S");
	ck_seen(sitting, "EFF 3-2026 är upplagt.");
	OK(matter_list_load(cw, &(struct matter_query){0}, &matters, err));
	ck_assert_int_eq(matters.count, 1);
	ck_assert_str_eq(matters.items[0].kind, "request");
	ck_assert_int_eq(matters.items[0].documents, 1);
	matter_list_done(&matters);
	ck_assert_int_eq(untied(), 0);
}
END_TEST

START_TEST(a_paper_just_registered_has_the_focus)
{
	paper_put("Första", NULL, NULL);
	paper_put("Andra", NULL, NULL);
	sitting = sitting_on(cw, 24, 80, &inbox_pane, NULL);
	sitting_press(sitting, "+ 3");
	for (int i = 0; i < 20 && !strstr(sitting_row(sitting, sitting_at(sitting)), "Ärendemening"); i++)
		sitting_press(sitting, "Tab");
	sitting_type(sitting, "Tredje");
	sitting_press(sitting, "Ctrl-S");
	ck_assert_ptr_nonnull(strstr(sitting_row(sitting, sitting_at(sitting)), "Tredje"));
	sitting_press(sitting, "g r");
	ck_assert_ptr_nonnull(strstr(sitting_row(sitting, sitting_at(sitting)), "Första"));
}
END_TEST

START_TEST(a_paper_that_is_not_ours_is_void_and_keeps_its_place_in_the_register)
{
	int64_t id = paper_put("Reklam", NULL, NULL);
	struct document_query query = {.id = id};
	struct document_list list;

	sitting = sitting_on(cw, 24, 80, &inbox_pane, NULL);
	sitting_press(sitting, "u Tab Tab");
	sitting_type(sitting, "Reklam.");
	sitting_press(sitting, "Ctrl-S");
	ck_seen(sitting, "i1 utgår, felregistrerad.");
	ck_seen(sitting, "Inkorgen är tom");
	OK(document_list_load(cw, &query, &list, err));
	ck_assert_int_eq(list.count, 1);
	ck_assert_str_eq(list.items[0].void_why, "Reklam.");
	document_list_done(&list);
}
END_TEST

START_TEST(a_matter_is_closed_only_when_nothing_is_open_and_what_is_kept_is_said)
{
	sitting = sitting_on(cw, 24, 80, &matters_pane, NULL);
	ck_seen(sitting, "Det finns inget övrigt ärende.");
	sitting_press(sitting, "+ Tab");
	sitting_type(sitting, "Remiss");
	sitting_press(sitting, "Ctrl-S");
	ck_seen(sitting, "1 ärende, 1 öppna");
	sitting_press(sitting, "Q");
	ck_seen(sitting, "kan inte avslutas än: det står inte hur det slutade.");
	sitting_press(sitting, "e");
	sitting_type(sitting, "Besvarad");
	sitting_press(sitting, "Ctrl-S Q Ctrl-S");
	ck_seen(sitting, "Vad som behålls");
	sitting_type(sitting, "Svaret arkiveras. Utkasten rensas.");
	sitting_press(sitting, "Ctrl-S");
	ck_seen(sitting, "EFF 2-2026 är avslutat.");
	ck_seen(sitting, "1 ärende, 0 öppna");
	sitting_press(sitting, "e");
	ck_seen(sitting, "Öppna det igen innan det ändras");
	sitting_press(sitting, "H");
	ck_seen(sitting, "avslutade ett övrigt ärende");
	ck_seen(sitting, "Utkasten rensas.");
	sitting_press(sitting, "q Q");
	sitting_type(sitting, "En fråga till.");
	sitting_press(sitting, "Ctrl-S");
	ck_seen(sitting, "EFF 2-2026 är öppet igen.");
}
END_TEST

START_TEST(a_matter_registered_by_mistake_says_where_its_papers_went_and_a_void_one_that_it_is_void)
{
	struct matter_change change = {.kind = "other",
		.title = "Ett beslut",
		.opened_on = "2026-11-20",
		.party = "",
		.about = "",
		.outcome = ""};
	struct document_change paper = {.direction = "in",
		.kind = "letter",
		.on_day = "2026-11-20",
		.party = "",
		.subject = "Beslut",
		.open_subject = ""};
	int64_t moved, other, id;

	OK(matter_open(cw, NULL, &change, &moved, err));
	OK(document_add(cw, NULL, &(struct case_ref){.matter = moved}, &paper, NULL, &id, err));
	change.title = "Ingenting";
	OK(matter_open(cw, NULL, &change, &other, err));
	sitting = sitting_on(cw, 24, 80, &matters_pane, NULL);
	sitting_press(sitting, "u Tab"); /* the newest: nothing in it */
	sitting_type(sitting, "Registrerat två gånger.");
	sitting_press(sitting, "Ctrl-S");
	ck_seen(sitting, "EFF 3-2026 utgår, felregistrerad.");
	ck_seen(sitting, "Utgår, felregistrerad: Registrerat två gånger.");
	sitting_press(sitting, "Down u");
	sitting_type(sitting, "1-2026");
	sitting_press(sitting, "Tab");
	sitting_type(sitting, "Hör till ansökan.");
	sitting_press(sitting, "Ctrl-S");
	ck_seen(sitting, "Överförd till EFF 1-2026: Hör till ansökan.");
	sitting_press(sitting, "Enter");
	ck_seen(sitting, "Diarium · EFF 2-2026");
	ck_seen(sitting, "överförd");
	ck_unseen(sitting, "utgår");
	go_place(sitting->ui, &(struct spot){.place = PLACE_MATTER, .id = other});
	sitting_again(sitting);
	ck_seen(sitting, "Diarium · EFF 3-2026");
}
END_TEST

START_TEST(unregistered_post_among_what_is_to_be_done_opens_the_inbox_at_the_paper)
{
	paper_put("Ett", NULL, NULL);
	paper_put("Två", NULL, NULL);
	sitting = sitting_on(cw, 24, 80, &todo_pane, NULL);
	sitting_press(sitting, "Down Enter");
	ck_seen(sitting, "Inkorg");
	ck_seen(sitting, "Ärendemening  Två");
	sitting_press(sitting, "q Up Enter");
	ck_seen(sitting, "Ärendemening  Ett");
}
END_TEST

START_TEST(a_hit_in_the_inbox_or_in_another_matter_opens_that_very_place)
{
	struct matter_change change = {.kind = "other",
		.title = "Zebramässan",
		.opened_on = "2026-11-20",
		.party = "",
		.about = "",
		.outcome = ""};
	int64_t id;

	paper_put("Ett", NULL, NULL);
	paper_put("Om giraffen", NULL, NULL);
	OK(matter_open(cw, NULL, &change, &id, err));
	sitting = sitting_on(cw, 24, 80, &list_pane, NULL);
	sitting_press(sitting, "f");
	sitting_type(sitting, "giraff");
	sitting_press(sitting, "Enter Enter");
	ck_seen(sitting, "Inkorg");
	ck_seen(sitting, "Ärendemening  Om giraffen");
	sitting_press(sitting, "q f Ctrl-U");
	sitting_type(sitting, "zebra");
	sitting_press(sitting, "Enter Enter");
	ck_seen(sitting, "Diarium · EFF 2-2026");
	sitting_press(sitting, "+");
	ck_seen(sitting, "Handling · EFF 2-2026");
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {one_key_ties_a_paper_that_arrived_alone_and_the_next_is_in_focus,
		a_paper_becomes_an_application_or_opens_another_matter, a_paper_just_registered_has_the_focus,
		a_paper_that_is_not_ours_is_void_and_keeps_its_place_in_the_register,
		a_matter_is_closed_only_when_nothing_is_open_and_what_is_kept_is_said,
		a_matter_registered_by_mistake_says_where_its_papers_went_and_a_void_one_that_it_is_void,
		unregistered_post_among_what_is_to_be_done_opens_the_inbox_at_the_paper,
		a_hit_in_the_inbox_or_in_another_matter_opens_that_very_place, NULL};

	return claims_run_in("tui inbox", claims, begin, end, 60);
}

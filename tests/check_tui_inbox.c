/* The inbox and other matters at the screen: one key ties a paper and the next is in focus, nothing is lost, and a
 * matter is opened, closed and reopened as the shell does it. */
#include "base/words.h"
#include "cases.h"
#include "casework/inbox.h"
#include "casework/matter.h"
#include "claims.h"
#include "session.h"
#include "tui/go.h"

static struct casework *cw;
static struct session *session;
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
	session_close(session);
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
	session = session_on(cw, 24, 80, &inbox_pane, NULL);
	ck_seen(session, "2 handlingar, 2 för länge");
	ck_seen(session, "1  EFF 1-2026, vårt nummer står i den");
	session_press(session, "1");
	ck_seen(session, "i1 är nu EFF 1-2026-1.");
	ck_seen(session, "Ärendemening  Ett annat brev");
	ck_seen(session, "inget hittat; m kopplar den");
	session_press(session, "1");
	ck_seen(session, "Så många ärenden är inte föreslagna.");
	session_press(session, "m");
	session_type(session, "99-2026");
	session_press(session, "Enter");
	ck_assert_int_eq(untied(), 1); /* what has no case stays */
	session_press(session, "m");
	session_type(session, "1-2026");
	session_press(session, "Enter");
	ck_seen(session, "Inkorgen är tom");
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
	session = session_on(cw, 24, 80, &inbox_pane, NULL);
	session_press(session, "+ 1");
	ck_seen(session, "RD26/1");
	session_press(session, "Tab Tab Tab Tab Tab");
	session_type(session, "e"); /* e-post */
	session_press(session, "Ctrl-S");
	ck_seen(session, "EFF 2-2026 är registrerad, och posten är handling 1 i den. :visa 2 öppnar");
	OK(application_list_load(cw, &(struct application_query){0}, &applications, err));
	ck_assert_int_eq(applications.count, 2);
	application_list_done(&applications);
	session_press(session, "+ 2");
	session_type(session, "b"); /* begäran om handlingar */
	session_press(session, "Ctrl-S");
	ck_seen(session, "EFF 3-2026 är upplagt.");
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
	session = session_on(cw, 24, 80, &inbox_pane, NULL);
	session_press(session, "+ 3");
	for (int i = 0; i < 20 && !strstr(session_row(session, session_at(session)), "Ärendemening"); i++)
		session_press(session, "Tab");
	session_type(session, "Tredje");
	session_press(session, "Ctrl-S");
	ck_assert_ptr_nonnull(strstr(session_row(session, session_at(session)), "Tredje"));
	session_press(session, "g r");
	ck_assert_ptr_nonnull(strstr(session_row(session, session_at(session)), "Första"));
}
END_TEST

START_TEST(a_paper_that_is_not_ours_is_void_and_keeps_its_place_in_the_register)
{
	int64_t id = paper_put("Reklam", NULL, NULL);
	struct document_query query = {.id = id};
	struct document_list list;

	session = session_on(cw, 24, 80, &inbox_pane, NULL);
	session_press(session, "u Tab Tab");
	session_type(session, "Reklam.");
	session_press(session, "Ctrl-S");
	ck_seen(session, "i1 utgår, felregistrerad.");
	ck_seen(session, "Inkorgen är tom");
	OK(document_list_load(cw, &query, &list, err));
	ck_assert_int_eq(list.count, 1);
	ck_assert_str_eq(list.items[0].void_why, "Reklam.");
	document_list_done(&list);
}
END_TEST

START_TEST(a_matter_is_closed_only_when_nothing_is_open_and_what_is_kept_is_said)
{
	session = session_on(cw, 24, 80, &matters_pane, NULL);
	ck_seen(session, "Det finns inget övrigt ärende.");
	session_press(session, "+ Tab");
	session_type(session, "Remiss");
	session_press(session, "Ctrl-S");
	ck_seen(session, "1 ärende, 1 öppna");
	session_press(session, "Q");
	ck_seen(session, "kan inte avslutas än: det står inte hur det slutade.");
	session_press(session, "e");
	session_type(session, "Besvarad");
	session_press(session, "Ctrl-S Q Ctrl-S");
	ck_seen(session, "Vad som behålls");
	session_type(session, "Svaret arkiveras. Utkasten rensas.");
	session_press(session, "Ctrl-S");
	ck_seen(session, "EFF 2-2026 är avslutat.");
	ck_seen(session, "1 ärende, 0 öppna");
	session_press(session, "e");
	ck_seen(session, "Öppna det igen innan det ändras");
	session_press(session, "H");
	ck_seen(session, "avslutade ett övrigt ärende");
	ck_seen(session, "Utkasten rensas.");
	session_press(session, "q Q");
	session_type(session, "En fråga till.");
	session_press(session, "Ctrl-S");
	ck_seen(session, "EFF 2-2026 är öppet igen.");
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
	session = session_on(cw, 24, 80, &matters_pane, NULL);
	session_press(session, "u Tab"); /* the newest: nothing in it */
	session_type(session, "Registrerat två gånger.");
	session_press(session, "Ctrl-S");
	ck_seen(session, "EFF 3-2026 utgår, felregistrerad.");
	ck_seen(session, "Utgår, felregistrerad: Registrerat två gånger.");
	session_press(session, "Down u");
	session_type(session, "1-2026");
	session_press(session, "Tab");
	session_type(session, "Hör till ansökan.");
	session_press(session, "Ctrl-S");
	ck_seen(session, "Överförd till EFF 1-2026: Hör till ansökan.");
	session_press(session, "Enter");
	ck_seen(session, "Diarium · EFF 2-2026");
	ck_seen(session, "överförd");
	ck_unseen(session, "utgår");
	go_place(session->ui, &(struct spot){.place = PLACE_MATTER, .id = other});
	session_again(session);
	ck_seen(session, "Diarium · EFF 3-2026");
}
END_TEST

START_TEST(unregistered_post_among_what_is_to_be_done_opens_the_inbox_at_the_paper)
{
	paper_put("Ett", NULL, NULL);
	paper_put("Två", NULL, NULL);
	session = session_on(cw, 24, 80, &todo_pane, NULL);
	session_press(session, "Down Enter");
	ck_seen(session, "Inkorg");
	ck_seen(session, "Ärendemening  Två");
	session_press(session, "q Up Enter");
	ck_seen(session, "Ärendemening  Ett");
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
	session = session_on(cw, 24, 80, &list_pane, NULL);
	session_press(session, "f");
	session_type(session, "giraff");
	session_press(session, "Enter Enter");
	ck_seen(session, "Inkorg");
	ck_seen(session, "Ärendemening  Om giraffen");
	session_press(session, "q f Ctrl-U");
	session_type(session, "zebra");
	session_press(session, "Enter Enter");
	ck_seen(session, "Diarium · EFF 2-2026");
	session_press(session, "+");
	ck_seen(session, "Handling · EFF 2-2026");
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

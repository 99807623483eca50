/* The register at the screen: papers are registered, corrected, sent, moved and void with the same casework as the
 * shell, and what may not be seen by chance is not. */
#include "base/file.h"
#include "base/outside.h"
#include "base/words.h"
#include "cases.h"
#include "casework/document.h"
#include "claims.h"
#include "folder.h"
#include "session.h"
#include "tui/go.h"

#include <ftw.h>

static char folder[FOLDER_PATH], path[96], paper[96];
static struct casework *cw;
static struct session *session;
static struct case_ref one, other;

static void begin(void)
{
	words_open("sv");
	memcpy(folder + sizeof folder - 7, "XXXXXX", 6);
	ck_assert(folder_new(folder, "register"));
	snprintf(path, sizeof path, "%s/k.kansli", folder);
	snprintf(paper, sizeof paper, "%s/brev.txt", folder);
	OK(file_write(paper, "Om zebran.\n", 11, true, 0600, err));
	cw = office_open_at(path);
	one = (struct case_ref){.application = application_of(cw, "23", "Närmare vård")};
	other = (struct case_ref){.application = application_of(cw, "13", "AI i vården")};
	office_sit(cw, "rut");
}

static int entry_drop(const char *name, const struct stat *st, int kind, struct FTW *at)
{
	(void)st;
	(void)kind;
	(void)at;
	return remove(name);
}

static void end(void)
{
	session_close(session);
	casework_close(cw);
	nftw(folder, entry_drop, 8, FTW_DEPTH | FTW_PHYS);
}

static int64_t paper_put(const struct case_ref *of, const char *subject, const char *file, const char *secret)
{
	struct document_change change = {.direction = "in",
		.kind = "letter",
		.on_day = "2026-11-20",
		.party = "",
		.subject = subject,
		.open_subject = "",
		.region = "23",
		.secret_ground = secret,
		.secret_on = secret ? "2026-11-20" : NULL,
		.secret_by = secret ? "Kammarkollegiet" : NULL};
	int64_t id;

	OK(document_add(cw, NULL, of, &change, file, &id, err));
	return id;
}

static struct document_list papers_of(const struct case_ref *of)
{
	struct document_query query = {.of = *of};
	struct document_list list;

	OK(document_list_load(cw, &query, &list, err));
	return list;
}

START_TEST(a_paper_found_at_the_first_emptying_counts_from_the_working_day_before)
{
	session = session_on(cw, 24, 80, &register_pane, &one);
	ck_seen(session, "Ingen handling är registrerad");
	session_press(session, "+ Tab Tab Ctrl-U");
	session_type(session, "2026-11-16"); /* a Monday */
	session_press(session, "Tab");
	session_type(session, "d"); /* dagens första tömning */
	session_press(session, "Tab Tab Tab Tab Tab");
	session_type(session, "Komplettering");
	session_press(session, "Ctrl-S");
	ck_seen(session, "EFF 1-2026-1 är registrerad.");
	struct document_list list = papers_of(&one);
	ck_assert_int_eq(list.count, 1);
	ck_assert_str_eq(list.items[0].on_day, "2026-11-13");
	ck_assert_str_eq(list.items[0].found_on, "2026-11-16");
	document_list_done(&list);
	ck_seen(session, "2026-11-13 In");
	session_press(session, "Enter");
	ck_seen(session, "Hittad 2026-11-16 men anses ha kommit in 2026-11-13");
}
END_TEST

START_TEST(moved_and_void_are_told_apart_wherever_they_are_shown)
{
	paper_put(&one, "Hör dit", NULL, NULL);
	paper_put(&one, "Dubblett", NULL, NULL);
	session = session_on(cw, 24, 80, &register_pane, &one);
	session_press(session, "u Tab");
	session_type(session, "2-2026");
	session_press(session, "Tab");
	session_type(session, "Fel ärende.");
	session_press(session, "Ctrl-S");
	ck_seen(session, "EFF 1-2026-1 är överförd till EFF 2-2026-1.");
	ck_seen(session, "överförd");
	ck_seen(session, "Överförd till EFF 2-2026-1, där den läses.");
	session_press(session, "u");
	ck_seen(session, "överförd till ett annat ärende och hanteras där");
	session_press(session, "Down u");
	session_type(session, "u"); /* utgår */
	session_press(session, "Tab Tab");
	session_type(session, "Registrerad två gånger.");
	session_press(session, "Ctrl-S");
	ck_seen(session, "EFF 1-2026-2 utgår, felregistrerad.");
	ck_seen(session, "Utgår, felregistrerad: Registrerad två gånger.");
	session_press(session, "Up");
	ck_unseen(session, "Utgår, felregistrerad:");
	struct document_list list = papers_of(&one);
	ck_assert_int_eq(list.count, 2);
	ck_assert_int_ne(list.items[0].moved_to, 0);
	ck_assert_ptr_null(list.items[0].void_why);
	ck_assert_ptr_nonnull(list.items[1].void_why);
	document_list_done(&list);
	session_press(session, "Enter");
	ck_seen(session, "Handling · EFF 1-2026-1");
	session_press(session, "Enter");
	ck_seen(session, "Handling · EFF 2-2026-1");
}
END_TEST

START_TEST(a_marked_paper_is_not_read_by_looking_at_its_facts)
{
	int64_t id = paper_put(&one, "Bilaga 2", paper, "31 kap. 16 § OSL");
	struct reading_list readings;

	session = session_on(cw, 24, 80, &document_pane, &id);
	ck_seen(session, "Enter läser den, och läsningen antecknas");
	ck_unseen(session, "zebran");
	OK(reading_list_load(cw, id, &readings, err));
	ck_assert_int_eq(readings.count, 0);
	reading_list_done(&readings);
	session_press(session, "Enter Enter End");
	ck_seen(session, "Om zebran.");
	OK(reading_list_load(cw, id, &readings, err));
	ck_assert_int_eq(readings.count, 1);
	reading_list_done(&readings);
	session_again(session);
	OK(reading_list_load(cw, id, &readings, err));
	ck_assert_int_eq(readings.count, 1); /* shown again is not read again */
	reading_list_done(&readings);
}
END_TEST

START_TEST(content_goes_only_when_its_number_has_been_typed)
{
	int64_t id = paper_put(&one, "Bilaga", paper, NULL);

	session = session_on(cw, 24, 80, &document_pane, &id);
	session_press(session, "End");
	ck_seen(session, "Om zebran.");
	session_press(session, "X Tab");
	session_type(session, "Patientuppgifter.");
	session_press(session, "Tab");
	session_type(session, "EFF 1-2026-2");
	session_press(session, "Ctrl-S");
	ck_seen(session, "Inget är borttaget.");
	session_press(session, "Backspace 1 Ctrl-S");
	ck_seen(session, "Innehållet i EFF 1-2026-1 är borttaget");
	ck_seen(session, "skickades av misstag och är borttaget");
	ck_unseen(session, "Om zebran.");
	struct document_list list = papers_of(&one);
	ck_assert_str_eq(list.items[0].removed, "error");
	document_list_done(&list);
}
END_TEST

START_TEST(a_distribution_list_says_who_has_been_sent_and_who_has_got_it)
{
	int64_t id = paper_put(&one, "Underrättelse", NULL, NULL);

	session = session_on(cw, 24, 80, &document_pane, &id);
	session_press(session, "!");
	session_type(session, "n"); /* någon annan */
	session_press(session, "Tab");
	session_type(session, "SKR");
	session_press(session, "Tab Tab Ctrl-U Ctrl-S");
	ck_seen(session, "SKR, e-post: inte skickad än");
	session_press(session, "! Tab Tab Tab Ctrl-U Ctrl-S");
	ck_seen(session, "Skickad den: fältet är tomt.");
	session_type(session, "2026-11-20");
	session_press(session, "Ctrl-S");
	ck_seen(session, "SKR, e-post: skickad 2026-11-20");
	session_press(session, "y Tab Ctrl-U");
	session_type(session, "2026-11-21");
	session_press(session, "Ctrl-S");
	ck_seen(session, "kvitterad 2026-11-21");
	session_press(session, "y");
	ck_seen(session, "Ingen som har fått handlingen saknar kvittens.");
}
END_TEST

START_TEST(another_bodys_number_is_kept_as_it_is_written)
{
	struct cross_number_list list;

	session = session_on(cw, 24, 80, &numbers_pane, &one);
	ck_seen(session, "Ingen annans nummer är antecknat");
	session_press(session, "+");
	session_type(session, "RS/344 / 2025");
	session_press(session, "Ctrl-S");
	ck_seen(session, "RS/344 / 2025");
	OK(cross_number_list_load(cw, &one, &list, err));
	ck_assert_int_eq(list.count, 1);
	ck_assert_str_eq(list.items[0].number, "RS/344 / 2025");
	cross_number_list_done(&list);
	session_press(session, "Enter Tab Tab");
	session_type(session, "Regionens ärende");
	session_press(session, "Ctrl-S");
	ck_seen(session, "Regionens ärende");
}
END_TEST

START_TEST(a_document_opens_where_a_search_or_a_task_says)
{
	int64_t second;

	paper_put(&one, "Ett", NULL, NULL);
	second = paper_put(&other, "Två", NULL, NULL);

	session = session_on(cw, 24, 80, &list_pane, NULL);
	go_place(session->ui, &(struct spot){.place = PLACE_DOCUMENT, .id = second});
	session_again(session);
	ck_seen(session, "Handling · EFF 2-2026-1");
	session_press(session, "q f");
	session_type(session, "ett");
	session_press(session, "Enter Enter");
	ck_seen(session, "Handling · EFF 1-2026-1");
	session_press(session, "i");
	ck_seen(session, "1, senast 2026-11-20 Ett");
}
END_TEST

/* Last: what is forbidden stays so as long as the process does. */
START_TEST(a_pdf_is_not_read_where_kansli_is_served_and_a_sentence_says_so)
{
	char pdf[96];
	int64_t id;

	snprintf(pdf, sizeof pdf, "%s/plan.pdf", folder);
	OK(file_write(pdf, "%PDF-1.4\n", 9, true, 0600, err));
	outside_forbid();
	id = paper_put(&one, "Plan", pdf, NULL);
	session = session_on(cw, 24, 80, &document_pane, &id);
	session_press(session, "End");
	ck_seen(session, "En PDF läses inte där kansli körs som tjänst för andra");
	ck_assert(!outside_allowed());
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {a_paper_found_at_the_first_emptying_counts_from_the_working_day_before,
		moved_and_void_are_told_apart_wherever_they_are_shown,
		a_marked_paper_is_not_read_by_looking_at_its_facts, content_goes_only_when_its_number_has_been_typed,
		a_distribution_list_says_who_has_been_sent_and_who_has_got_it,
		another_bodys_number_is_kept_as_it_is_written, a_document_opens_where_a_search_or_a_task_says,
		a_pdf_is_not_read_where_kansli_is_served_and_a_sentence_says_so, NULL};
	return claims_run_in("tui register", claims, begin, end, 60);
}

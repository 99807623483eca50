/* A request for documents at the screen: each part is tested by a person, a mark reminds, and what is masked is blacked
 * out in what is given out. */
#include "cases.h"
#include "casework/document.h"
#include "casework/matter.h"
#include "casework/note.h"
#include "casework/release.h"
#include "claims.h"
#include "session.h"
#include "tui/go.h"

#include "base/file.h"
#include "base/words.h"
#include <unistd.h>

static struct casework *cw;
static struct session *session;
static int64_t application, matter;

static void begin(void)
{
	struct matter_change request = {.kind = "request", .title = "Begäran om handlingar", .opened_on = "2026-11-20"};
	struct document_change paper = {.direction = "in",
		.kind = "attachment",
		.on_day = "2026-11-20",
		.subject = "Priser",
		.open_subject = "Bilaga",
		.secret_ground = "31 kap. 16 § OSL",
		.secret_on = "2026-11-20",
		.secret_by = "Kammarkollegiet"};
	struct note_change note = {
		.kind = "file", .occurred_on = "2026-11-20", .way = "phone", .said = "Priset är 4 100 kronor."};
	int64_t id;
	int n;

	words_open("sv");
	cw = office_open();
	office_sit(cw, "rut");
	application = application_of(cw, "23", "Närmare vård");
	OK(document_add(cw, NULL, &(struct case_ref){.application = application}, &paper, NULL, &id, err));
	OK(note_add(cw, NULL, application, &note, &n, err));
	OK(matter_open(cw, NULL, &request, &matter, err));
}

static void end(void)
{
	session_close(session);
	casework_close(cw);
}

static struct release now(void)
{
	struct release release;

	OK(release_load(cw, matter, &release, err));
	return release;
}

static void asked(const char *part)
{
	int added = 0;

	OK(release_add(cw, NULL, matter, application, part, &added, err));
}

START_TEST(what_is_requested_is_noted_by_case_and_part)
{
	session = session_on(cw, 24, 80, &release_pane, &matter);
	ck_seen(session, "Inget är antecknat som begärt ännu");
	session_press(session, "X");
	ck_seen(session, "Inget är antecknat som begärt ännu");
	session_press(session, "+");
	session_type(session, "1-2026");
	session_press(session, "Ctrl-S");
	struct release release = now();
	ck_assert_int_gt(release.count, 3); /* the whole case */
	ck_assert_int_eq(release.untested, release.count);
	release_done(&release);
	ck_seen(session, "att pröva");
	session_press(session, "X");
	ck_seen(session, "Varje del ska prövas först");
}
END_TEST

START_TEST(a_mark_reminds_and_fills_in_nothing)
{
	asked("document 1");
	session = session_on(cw, 24, 80, &release_pane, &matter);
	ck_seen(session, "31 kap. 16 § OSL, Kammarkollegiet");
	ck_seen(session, "påminner men");
	session_press(session, "e");
	ck_seen(session, "Märket påminner");
	session_press(session, "Ctrl-S");
	ck_seen(session, "Utfall måste fyllas i");
	struct release release = now();
	ck_assert_int_eq(release.untested, 1);
	release_done(&release);
}
END_TEST

START_TEST(what_is_kept_back_has_its_provision_and_a_written_reply)
{
	asked("document 1");
	session = session_on(cw, 24, 80, &release_pane, &matter);
	session_press(session, "e Right Right Right Ctrl-S"); /* not released */
	ck_seen(session, "bestämmelse");
	session_press(session, "Tab");
	session_type(session, "31 kap. 16 § OSL");
	session_press(session, "Ctrl-S");
	struct release release = now();
	ck_assert_str_eq(release.items[0].outcome, "refused");
	ck_assert_str_eq(release.items[0].tested_by, "Rut Registrator");
	release_done(&release);
	ck_seen(session, "allt prövat");
	session_press(session, "X");
	ck_seen(session, "Beskedet");
	ck_seen(session, "31 kap. 16 § OSL");
	ck_seen(session, "Rut Registrator, 2026-11-22");
	ck_seen(session, "appeal");
}
END_TEST

START_TEST(what_is_masked_is_blacked_out_in_what_is_given_out)
{
	asked("note 1");
	session = session_on(cw, 24, 80, &release_pane, &matter);
	session_press(session, "e Right Right Tab");
	session_type(session, "31 kap. 16 § OSL");
	session_press(session, "Tab");
	session_type(session, "Ett pris");
	session_press(session, "Tab");
	session_type(session, "4 100 kronor");
	session_press(session, "Ctrl-S");
	ck_seen(session, "allt prövat");
	session_press(session, "y");
	ck_seen(session, "Det som lämnas ut");
	session_press(session, "G");
	ck_unseen(session, "4 100 kronor");
	ck_seen(session, "Priset är [maskerat]");
	session_press(session, "q X");
	ck_seen(session, "Ett pris");
	ck_unseen(session, "4 100 kronor");
}
END_TEST

static const char *file_text(const char *path, struct buffer *text)
{
	buffer_init(text);
	OK(file_read(path, 1 << 20, text, err));
	unlink(path);
	return text->text;
}

static void written_to(const char *keys, const char *path)
{
	unlink(path);
	session_press(session, keys);
	session_press(session, "Ctrl-A Ctrl-K");
	session_type(session, path);
	session_press(session, "Enter");
	ck_seen(session, "är skriven.");
}

START_TEST(the_reply_and_what_is_given_out_are_written_to_files)
{
	struct buffer text;
	char path[80];

	snprintf(path, sizeof path, "%s/kansli-besked-%ld.txt", P_tmpdir, (long)getpid());
	asked("note 1");
	session = session_on(cw, 24, 80, &release_pane, &matter);
	session_press(session, "w");
	ck_seen(session, "Varje del ska prövas först");
	OK(release_test(cw, NULL, matter, 1,
		&(struct release_verdict){.outcome = "masked",
			.ground = "31 kap. 16 § OSL",
			.masked = "Ett pris",
			.passages = "4 100 kronor"},
		err));
	session_press(session, "r w");
	ck_seen(session, "det skriftliga beskedet");
	session_press(session, "Esc");
	written_to("w 1", path);
	ck_assert_ptr_nonnull(strstr(file_text(path, &text), "31 kap. 16 § OSL"));
	ck_assert_ptr_null(strstr(text.text, "4 100 kronor"));
	buffer_done(&text);
	written_to("w 2", path);
	ck_assert_ptr_nonnull(strstr(file_text(path, &text), "Priset är [maskerat]"));
	ck_assert_ptr_null(strstr(text.text, "4 100 kronor"));
	buffer_done(&text);
}
END_TEST

START_TEST(a_command_finds_the_request)
{
	session = session_open(cw, 24, 80);
	go_release(session->ui, "2-2026");
	session_again(session);
	ck_seen(session, "Begäran om handlingar · 2-2026");
	go_release(session->ui, "");
	session_again(session);
	ck_seen(session, "Vilken begäran?");
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {what_is_requested_is_noted_by_case_and_part, a_mark_reminds_and_fills_in_nothing,
		what_is_kept_back_has_its_provision_and_a_written_reply,
		what_is_masked_is_blacked_out_in_what_is_given_out,
		the_reply_and_what_is_given_out_are_written_to_files, a_command_finds_the_request, NULL};

	return claims_run_in("release at the screen", claims, begin, end, 60);
}

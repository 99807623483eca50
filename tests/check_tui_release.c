/* A request for documents at the screen: each part is tested by a person, a mark reminds, and what is masked is blacked
 * out in what is given out. */
#include "cases.h"
#include "casework/document.h"
#include "casework/matter.h"
#include "casework/note.h"
#include "casework/release.h"
#include "claims.h"
#include "sitting.h"
#include "tui/go.h"

#include "base/file.h"
#include "base/words.h"
#include <unistd.h>

static struct casework *cw;
static struct sitting *sitting;
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
	sitting_close(sitting);
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
	sitting = sitting_on(cw, 24, 80, &release_pane, &matter);
	ck_seen(sitting, "Inget är antecknat som begärt ännu");
	sitting_press(sitting, "X");
	ck_seen(sitting, "Inget är antecknat som begärt ännu");
	sitting_press(sitting, "+");
	sitting_type(sitting, "1-2026");
	sitting_press(sitting, "Ctrl-S");
	struct release release = now();
	ck_assert_int_gt(release.count, 3); /* the whole case */
	ck_assert_int_eq(release.untested, release.count);
	release_done(&release);
	ck_seen(sitting, "att pröva");
	sitting_press(sitting, "X");
	ck_seen(sitting, "Varje del ska prövas först");
}
END_TEST

START_TEST(a_mark_reminds_and_fills_in_nothing)
{
	asked("document 1");
	sitting = sitting_on(cw, 24, 80, &release_pane, &matter);
	ck_seen(sitting, "31 kap. 16 § OSL, Kammarkollegiet");
	ck_seen(sitting, "påminner men");
	sitting_press(sitting, "e");
	ck_seen(sitting, "Märket påminner");
	sitting_press(sitting, "Ctrl-S");
	ck_seen(sitting, "Utfall måste fyllas i");
	struct release release = now();
	ck_assert_int_eq(release.untested, 1);
	release_done(&release);
}
END_TEST

START_TEST(what_is_kept_back_has_its_provision_and_a_written_reply)
{
	asked("document 1");
	sitting = sitting_on(cw, 24, 80, &release_pane, &matter);
	sitting_press(sitting, "e Right Right Right Ctrl-S"); /* not released */
	ck_seen(sitting, "bestämmelse");
	sitting_press(sitting, "Tab");
	sitting_type(sitting, "31 kap. 16 § OSL");
	sitting_press(sitting, "Ctrl-S");
	struct release release = now();
	ck_assert_str_eq(release.items[0].outcome, "refused");
	ck_assert_str_eq(release.items[0].tested_by, "Rut Registrator");
	release_done(&release);
	ck_seen(sitting, "allt prövat");
	sitting_press(sitting, "X");
	ck_seen(sitting, "Beskedet");
	ck_seen(sitting, "31 kap. 16 § OSL");
	ck_seen(sitting, "Rut Registrator, 2026-11-22");
	ck_seen(sitting, "appeal");
}
END_TEST

START_TEST(what_is_masked_is_blacked_out_in_what_is_given_out)
{
	asked("note 1");
	sitting = sitting_on(cw, 24, 80, &release_pane, &matter);
	sitting_press(sitting, "e Right Right Tab");
	sitting_type(sitting, "31 kap. 16 § OSL");
	sitting_press(sitting, "Tab");
	sitting_type(sitting, "Ett pris");
	sitting_press(sitting, "Tab");
	sitting_type(sitting, "4 100 kronor");
	sitting_press(sitting, "Ctrl-S");
	ck_seen(sitting, "allt prövat");
	sitting_press(sitting, "y");
	ck_seen(sitting, "Det som lämnas ut");
	sitting_press(sitting, "G");
	ck_unseen(sitting, "4 100 kronor");
	ck_seen(sitting, "Priset är [maskerat]");
	sitting_press(sitting, "q X");
	ck_seen(sitting, "Ett pris");
	ck_unseen(sitting, "4 100 kronor");
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
	sitting_press(sitting, keys);
	sitting_press(sitting, "Ctrl-A Ctrl-K");
	sitting_type(sitting, path);
	sitting_press(sitting, "Enter");
	ck_seen(sitting, "är skriven.");
}

START_TEST(the_reply_and_what_is_given_out_are_written_to_files)
{
	struct buffer text;
	char path[80];

	snprintf(path, sizeof path, "%s/kansli-besked-%ld.txt", P_tmpdir, (long)getpid());
	asked("note 1");
	sitting = sitting_on(cw, 24, 80, &release_pane, &matter);
	sitting_press(sitting, "w");
	ck_seen(sitting, "Varje del ska prövas först");
	OK(release_test(cw, NULL, matter, 1,
		&(struct release_verdict){.outcome = "masked",
			.ground = "31 kap. 16 § OSL",
			.masked = "Ett pris",
			.passages = "4 100 kronor"},
		err));
	sitting_press(sitting, "r w");
	ck_seen(sitting, "det skriftliga beskedet");
	sitting_press(sitting, "Esc");
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
	sitting = sitting_open(cw, 24, 80);
	go_release(sitting->ui, "2-2026");
	sitting_again(sitting);
	ck_seen(sitting, "Begäran om handlingar · 2-2026");
	go_release(sitting->ui, "");
	sitting_again(sitting);
	ck_seen(sitting, "Vilken begäran?");
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

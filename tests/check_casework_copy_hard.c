/* Copies of cases under hard use: texts of all sorts come back as they were, and an intake killed anywhere leaves an
 * office that is whole and has none of it. */
#include "cases.h"
#include "claims.h"
#include "copies.h"
#include "papers.h"

#include "casework/case_copy.h"
#include "casework/office.h"
#include "store/inside.h"

#include "base/words.h"

#include <ftw.h>
#include <sys/wait.h>

enum { TEXTS = 120, KILLS = 12 };

static char folder[64], files[96];
static struct casework *cw, *other;
static int64_t own; /* the case with everything in it */

static int thing_remove(const char *path, const struct stat *there, int kind, struct FTW *at)
{
	(void)there;
	(void)kind;
	(void)at;
	return remove(path);
}

static const char *inside(const char *name)
{
	static char path[4][160];
	static int turn;

	turn = (turn + 1) % 4;
	snprintf(path[turn], sizeof path[turn], "%s/%s", folder, name);
	return path[turn];
}

static void office_begin(void)
{
	words_open("en");
	snprintf(folder, sizeof folder, "/tmp/kansli-copy-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(folder));
	snprintf(files, sizeof files, "%s/case.files", folder);
	mkdir(files, 0700);
	cw = office_open_at(inside("one"));
	other = office_open_at(inside("two"));
	own = copies_case(cw, folder);
	office_sit(other, "elin");
}

static void office_end(void)
{
	casework_close(cw);
	casework_close(other);
	nftw(folder, thing_remove, 16, FTW_DEPTH | FTW_PHYS);
}

/* ---- writing and taking in */

static struct buffer written(struct casework *office, int64_t application)
{
	return copies_written(office, application, files);
}

static int64_t taken(struct casework *office, const struct buffer *json)
{
	return copies_taken(office, json, files);
}

static void bytes_same(const struct buffer *first, const struct buffer *second)
{
	ck_assert_str_eq(first->text, second->text);
	ck_assert_uint_eq(first->bytes, second->bytes);
}

/* ---- texts of all sorts */

static uint32_t dice = 17;

static uint32_t thrown(uint32_t sides)
{
	dice = dice * 1664525 + 1013904223;
	return (dice >> 16) % sides;
}

static const char *awkward(struct buffer *text)
{
	static const char *const pieces[] = {"\"", "\\", "\\u0000", "\\\"", "/", "~", "{", "]", ",", "\n", "\n\n", "å",
		"Ä", "ö", "čđŋšŧž", "ĐŊ", "😀", "🇸🇪", "ß", "漢", "שלום", "e\\n", "null", " ", "a", "'", "%s", "<", "&",
		"–", "\u00A0x", "0"};

	buffer_clear(text);
	buffer_text(text, "x");
	for (uint32_t i = thrown(40); i; i--)
		buffer_text(text, pieces[thrown(sizeof pieces / sizeof *pieces)]);
	buffer_text(text, ".");
	return text->text;
}

/* The text as an office keeps it is the text that comes back. */
START_TEST(awkward_texts_come_back_as_they_were)
{
	struct buffer text;
	int kept = 0;

	buffer_init(&text);
	for (int i = 0; i < TEXTS; i++) {
		struct application_change change = application_form_of("19", "Prov");
		struct error why = {0};
		struct application found;
		struct buffer first, second;
		int64_t id = 0;

		change.summary = awkward(&text);
		office_sit(cw, "rut");
		if (!application_register(cw, NULL, &change, NULL, 0, &id, &why))
			continue;
		office_sit(cw, "elin");
		kept++;
		first = written(cw, id);
		id = taken(other, &first);
		second = written(other, id);
		bytes_same(&first, &second);
		OK(application_load(other, id, &found, err));
		ck_assert_msg(strlen(found.summary) > 1, "%s", text.text);
		application_done(&found);
		buffer_done(&first);
		buffer_done(&second);
	}
	buffer_done(&text);
	ck_assert_int_gt(kept, TEXTS / 2);
}
END_TEST

/* ---- killed in the middle */

static int changes_left;

static void change_counted(void *with, int kind, const char *base, const char *table, sqlite3_int64 row)
{
	(void)with;
	(void)kind;
	(void)base;
	(void)table;
	(void)row;
	if (--changes_left <= 0)
		kill(getpid(), SIGKILL);
}

START_TEST(killed_in_the_middle_it_leaves_nothing)
{
	struct buffer json = written(cw, own);
	int findings = 0;

	for (int i = 0; i < KILLS; i++) {
		int64_t before = office_events(other);
		int status = 0;
		pid_t child;

		casework_close(other);
		child = fork();
		if (!child) {
			struct casework_who who = {"elin", NULL};
			struct case_copy_intake intake;

			if (!casework_open(inside("two"), STORE_WRITE, &who, &other, NULL))
				_exit(3);
			changes_left = 1 + i * 6;
			sqlite3_update_hook(other->store->db, change_counted, NULL);
			case_copy_intake_init(&intake);
			_exit(case_copy_take(other, NULL, &json, files, false, &intake, NULL) ? 0 : 2);
		}
		ck_assert_int_eq(waitpid(child, &status, 0), child);
		ck_assert_msg(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL, "%d: %x", i, (unsigned)status);
		OK(casework_open(inside("two"), STORE_WRITE, &(struct casework_who){"elin", NULL}, &other, err));
		ck_assert_int_eq(office_events(other), before);
		ck_assert_str_eq(papers_check(other, &findings), "");
	}
	taken(other, &json);
	buffer_done(&json);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		awkward_texts_come_back_as_they_were, killed_in_the_middle_it_leaves_nothing, NULL};

	return claims_run_in("casework copy hard", claims, office_begin, office_end, 120);
}

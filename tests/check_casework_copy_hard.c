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

#include <sys/wait.h>

enum { TEXTS = 120, KILLS = 12 };

static struct copies_desk desk;

static void office_begin(void)
{
	copies_desk_open(&desk);
}

static void office_end(void)
{
	copies_desk_close(&desk);
}

/* ---- writing and taking in */

static struct buffer written(struct casework *office, int64_t application)
{
	return copies_written(office, application, desk.files);
}

static int64_t taken(struct casework *office, const struct buffer *json)
{
	return copies_taken(office, json, desk.files);
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
		office_sit(desk.one, "rut");
		if (!application_register(desk.one, NULL, &change, NULL, 0, &id, &why))
			continue;
		office_sit(desk.one, "elin");
		kept++;
		first = written(desk.one, id);
		id = taken(desk.other, &first);
		second = written(desk.other, id);
		bytes_same(&first, &second);
		OK(application_load(desk.other, id, &found, err));
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
	struct buffer json = written(desk.one, desk.own);
	int findings = 0;

	for (int i = 0; i < KILLS; i++) {
		int64_t before = office_events(desk.other);
		int status = 0;
		pid_t child;

		casework_close(desk.other);
		child = fork();
		if (!child) {
			struct casework_who who = {"elin", NULL};
			struct case_copy_intake intake;

			if (!casework_open(copies_inside(&desk, "two"), STORE_WRITE, &who, &desk.other, NULL))
				_exit(3);
			changes_left = 1 + i * 6;
			sqlite3_update_hook(desk.other->store->db, change_counted, NULL);
			case_copy_intake_init(&intake);
			_exit(case_copy_take(desk.other, NULL, &json, desk.files, false, &intake, NULL) ? 0 : 2);
		}
		ck_assert_int_eq(waitpid(child, &status, 0), child);
		ck_assert_msg(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL, "%d: %x", i, (unsigned)status);
		OK(casework_open(copies_inside(&desk, "two"), STORE_WRITE, &(struct casework_who){"elin", NULL},
			&desk.other, err));
		ck_assert_int_eq(office_events(desk.other), before);
		ck_assert_str_eq(papers_check(desk.other, &findings), "");
	}
	taken(desk.other, &json);
	buffer_done(&json);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		awkward_texts_come_back_as_they_were, killed_in_the_middle_it_leaves_nothing, NULL};

	return claims_run_in("casework copy hard", claims, office_begin, office_end, 120);
}

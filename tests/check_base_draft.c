/* Drafts in files: whole or not at all, and only their owner's. */
#include "base/draft.h"

#include "base/buffer.h"
#include "claims.h"
#include "folder.h"
#include <dirent.h>
#include <ftw.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[64];
static struct draft_place place = {folder, "3c9f/..", "elin"};
static struct arena arena;

static void folder_make(void)
{
	ck_assert(folder_new(folder, "draft"));
	arena_init(&arena);
}

static int drop_one(const char *path, const struct stat *st, int kind, struct FTW *at)
{
	(void)st;
	(void)kind;
	(void)at;
	return remove(path);
}

static void folder_drop(void)
{
	nftw(folder, drop_one, 8, FTW_DEPTH | FTW_PHYS);
	arena_done(&arena);
}

static struct draft draft_of(const char *form, const char *moment, const struct draft_field *fields, size_t count)
{
	struct draft draft = {
		.form = form, .title = "12 Region · bedömning", .version = 14, .fields = fields, .count = count};
	operation_make(draft.operation);
	snprintf(draft.moment, sizeof draft.moment, "%s", moment);
	return draft;
}

static void keep(const char *form, const char *moment)
{
	const struct draft_field fields[] = {{"reason", "skäl"}};
	struct draft draft = draft_of(form, moment, fields, 1);
	struct error err = {ERROR_NONE, ""};
	ck_assert_msg(draft_write(&place, &draft, &err), "%s", err.text);
}

START_TEST(what_is_written_is_read_back)
{
	const struct draft_field fields[] = {{"reason_K4", "Steg och tider finns.\nfield x 3\nabc\nend\n"},
		{"points", ""}, {"note", "å ä ö \"'%\\"}};
	struct draft draft = draft_of("score-12.2", "2026-11-22 13:58:07", fields, 3), back;
	struct error err = {ERROR_NONE, ""};
	ck_assert_msg(draft_write(&place, &draft, &err), "%s", err.text);
	ck_assert_msg(draft_load(&place, "score-12.2", &arena, &back, &err), "%s", err.text);
	ck_assert_str_eq(back.form, "score-12.2");
	ck_assert_str_eq(back.title, draft.title);
	ck_assert_str_eq(back.operation, draft.operation);
	ck_assert_str_eq(back.moment, draft.moment);
	ck_assert_int_eq(back.version, 14);
	ck_assert_uint_eq(back.count, 3);
	for (size_t i = 0; i < 3; i++) {
		ck_assert_str_eq(draft_field(&back, fields[i].name), fields[i].text);
	}
	ck_assert(draft_field(&back, "reason") == NULL);
}
END_TEST

START_TEST(only_the_owner_can_read_them)
{
	struct stat st;
	umask(0);
	keep("note-new", "2026-11-22 13:58:07");
	ck_assert_int_eq(stat(draft_path(&place, "note-new", &arena), &st), 0);
	ck_assert_int_eq(st.st_mode & 07777, 0600);
	ck_assert_int_eq(stat(draft_path(&place, NULL, &arena), &st), 0);
	ck_assert_int_eq(st.st_mode & 07777, 0700);
}
END_TEST

START_TEST(no_name_leads_out_of_the_folder)
{
	static const char *const names[] = {
		"../../evil", ".", "..", "/etc/passwd", "a/b", "åäö %", ".hidden", "", "-x"};
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		struct draft back;
		keep(names[i], "2026-11-22 13:58:07");
		const char *path = draft_path(&place, names[i], &arena);
		ck_assert(strncmp(path, folder, strlen(folder)) == 0);
		ck_assert_msg(strstr(path, "/..") == NULL && strstr(path, "//") == NULL, "%s", path);
		ck_assert(draft_load(&place, names[i], &arena, &back, NULL));
		ck_assert_str_eq(back.form, names[i]);
	}
	struct draft_list list;
	ck_assert(draft_list_load(&place, &list, NULL));
	ck_assert_uint_eq(list.count, sizeof names / sizeof names[0]);
	draft_list_done(&list);
	draft_list_done(&list);
}
END_TEST

START_TEST(the_list_has_the_latest_first_and_counts_what_is_broken)
{
	struct draft_list list;
	ck_assert(draft_list_load(&place, &list, NULL));
	ck_assert_uint_eq(list.count, 0);
	draft_list_done(&list);
	keep("note-1", "2026-11-22 13:58:07");
	keep("note-2", "2026-11-22 14:02:07");
	keep("note-3", "2026-11-21 09:00:00");
	FILE *out = fopen(draft_path(&place, "note-4", &arena), "w");
	ck_assert(out != NULL);
	fputs("kansli-draft 1\nhalf", out);
	fclose(out);
	ck_assert(draft_list_load(&place, &list, NULL));
	ck_assert_uint_eq(list.count, 3);
	ck_assert_int_eq(list.broken, 1);
	ck_assert_str_eq(list.items[0].form, "note-2");
	ck_assert_str_eq(list.items[2].form, "note-3");
	draft_list_done(&list);
}
END_TEST

START_TEST(another_person_and_another_office_have_their_own)
{
	struct draft back;
	struct error err = {ERROR_NONE, ""};
	struct draft_place other = {folder, place.office, "göran"}, elsewhere = {folder, "office-2", "elin"};
	keep("note-1", "2026-11-22 13:58:07");
	ck_assert(!draft_load(&other, "note-1", &arena, &back, &err));
	ck_assert_int_eq(err.kind, ERROR_MISSING);
	ck_assert(!draft_load(&elsewhere, "note-1", &arena, &back, &err));
	ck_assert(draft_load(&place, "note-1", &arena, &back, &err));
}
END_TEST

START_TEST(a_dropped_draft_is_gone_and_dropping_again_is_no_error)
{
	struct draft back;
	struct error err = {ERROR_NONE, ""};
	ck_assert(draft_drop(&place, "note-1", &err));
	keep("note-1", "2026-11-22 13:58:07");
	ck_assert(draft_drop(&place, "note-1", &err));
	ck_assert(!draft_load(&place, "note-1", &arena, &back, &err));
	ck_assert(draft_drop(&place, "note-1", &err));
}
END_TEST

static bool loads(const char *bytes, size_t count)
{
	struct draft back;
	struct error err = {ERROR_NONE, ""};
	FILE *out = fopen(draft_path(&place, "note-1", &arena), "w");
	ck_assert(out != NULL);
	ck_assert_uint_eq(fwrite(bytes, 1, count, out), count);
	fclose(out);
	bool good = draft_load(&place, "note-1", &arena, &back, &err);
	ck_assert(good || err.kind == ERROR_FAILED);
	return good;
}

START_TEST(a_file_cut_or_changed_anywhere_is_no_draft_and_is_left)
{
	struct buffer whole;
	char part[2048];
	buffer_init(&whole);
	keep("note-1", "2026-11-22 13:58:07");
	FILE *in = fopen(draft_path(&place, "note-1", &arena), "r");
	buffer_add(&whole, part, fread(part, 1, sizeof part, in));
	fclose(in);
	ck_assert(loads(whole.text, whole.bytes));
	for (size_t cut = 0; cut < whole.bytes; cut++) {
		ck_assert_msg(!loads(whole.text, cut), "cut after %d bytes", (int)cut);
	}
	buffer_text(&whole, "x");
	ck_assert(!loads(whole.text, whole.bytes));
	static const char *const hostile[] = {"", "kansli-draft 2\n",
		"kansli-draft 1\noperation x\nversion 1\nmoment 2026-11-22 13:58:07\nform 1\na\ntitle 0\n\nend\n",
		"kansli-draft 1\noperation 11111111-1111-4111-8111-111111111111\nversion 1\nmoment 2026-11-22 "
		"13:58:07\nform "
		"99999999999999999999\na\ntitle 0\n\nend\n",
		"kansli-draft 1\noperation 11111111-1111-4111-8111-111111111111\nversion -1\nmoment nu\nform "
		"1\na\ntitle "
		"0\n\nend\n"};
	for (size_t i = 0; i < sizeof hostile / sizeof hostile[0]; i++) {
		ck_assert_msg(!loads(hostile[i], strlen(hostile[i])), "%s", hostile[i]);
	}
	ck_assert_int_eq(access(draft_path(&place, "note-1", &arena), F_OK), 0);
	buffer_done(&whole);
}
END_TEST

START_TEST(nothing_half_written_is_left_beside)
{
	for (int i = 0; i < 20; i++) {
		keep("note-1", "2026-11-22 13:58:07");
	}
	DIR *files = opendir(draft_path(&place, NULL, &arena));
	ck_assert(files != NULL);
	int count = 0;
	for (struct dirent *one; (one = readdir(files)) != NULL;) {
		count += one->d_name[0] != '.' || strlen(one->d_name) > 2;
	}
	closedir(files);
	ck_assert_int_eq(count, 1);
}
END_TEST

START_TEST(a_folder_that_cannot_be_made_is_said)
{
	const struct draft_field fields[] = {{"reason", "skäl"}};
	struct draft draft = draft_of("note-1", "2026-11-22 13:58:07", fields, 1);
	struct draft_place nowhere = {"/proc/none", "o", "p"}, none = {"", "o", "p"};
	struct error err = {ERROR_NONE, ""};
	ck_assert(!draft_write(&nowhere, &draft, &err));
	ck_assert_int_eq(err.kind, ERROR_FAILED);
	ck_assert(strstr(err.text, "/proc/none") != NULL);
	ck_assert(draft_write(&none, &draft, &err));
	ck_assert(!draft_load(&none, "note-1", &arena, &draft, &err));
	ck_assert_int_eq(err.kind, ERROR_MISSING);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		what_is_written_is_read_back,
		only_the_owner_can_read_them,
		no_name_leads_out_of_the_folder,
		the_list_has_the_latest_first_and_counts_what_is_broken,
		another_person_and_another_office_have_their_own,
		a_dropped_draft_is_gone_and_dropping_again_is_no_error,
		a_file_cut_or_changed_anywhere_is_no_draft_and_is_left,
		nothing_half_written_is_left_beside,
		a_folder_that_cannot_be_made_is_said,
		NULL,
	};
	return claims_run_in("base draft", claims, folder_make, folder_drop, 30);
}

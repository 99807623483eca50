/* Files beside the office: durable before anything points at them, found missing or altered, removed with a trace,
 * copied with the office. */
#include "cases.h"
#include "claims.h"
#include "folder.h"
#include "papers.h"

#include "casework/event.h"
#include "casework/office.h"

#include "base/file.h"
#include "base/words.h"

#include <ftw.h>

static char folder[64], office[96];
static struct casework *cw;
static struct case_ref own;

static int thing_remove(const char *path, const struct stat *there, int kind, struct FTW *at)
{
	(void)there;
	(void)kind;
	(void)at;
	return remove(path);
}

static void office_begin(void)
{
	words_open("en");
	ck_assert(folder_new(folder, "files"));
	snprintf(office, sizeof office, "%s/office", folder);
	cw = office_open_at(office);
	office_sit(cw, "rut");
	own = (struct case_ref){application_of(cw, "23", "Närmare vård"), 0};
}

static void office_end(void)
{
	casework_close(cw);
	nftw(folder, thing_remove, 16, FTW_DEPTH | FTW_PHYS);
}

static const char *written(const char *name, const char *content)
{
	static char path[128];

	snprintf(path, sizeof path, "%s/%s", folder, name);
	OK(file_write(path, content, strlen(content), true, 0600, err));
	return path;
}

static int64_t kept(const char *name, const char *content)
{
	struct document_change change = paper_form(name);
	int64_t id = 0;

	OK(document_add(cw, NULL, &own, &change, written(name, content), &id, err));
	return id;
}

static const char *place_of(const char *of, int64_t document)
{
	static char path[256];
	const char *hash = paper_now(cw, document)->file_hash;

	snprintf(path, sizeof path, "%s-files/%.2s/%s", of, hash, hash);
	return path;
}

static const char *content_of(int64_t document)
{
	static struct buffer content;

	if (!content.text)
		buffer_init(&content);
	buffer_clear(&content);
	OK(document_read(cw, document, &content, err));
	return content.text;
}

static const char *words_of(int64_t document)
{
	static struct arena arena;
	const char *words;

	arena_done(&arena);
	arena_init(&arena);
	OK(document_words(cw, document, &arena, &words, err));
	return words;
}

static const char *findings(int *count)
{
	int64_t actor = cw->actor;
	const char *found;

	office_sit(cw, "rev");
	found = papers_check(cw, count);
	cw->actor = actor;
	return found;
}

START_TEST(a_file_lies_beside_the_office_under_its_hash_with_the_offices_own_rights)
{
	int64_t id = kept("beslut.txt", "Nämnden beslutar.\n");
	struct stat office_rights, rights;
	int count = -1;

	ck_assert_str_eq(paper_now(cw, id)->file_name, "beslut.txt");
	ck_assert_int_eq(paper_now(cw, id)->file_bytes, 19);
	ck_assert_int_eq(stat(place_of(office, id), &rights), 0);
	ck_assert_int_eq(stat(office, &office_rights), 0);
	ck_assert_uint_eq(rights.st_mode & 07777, office_rights.st_mode & 0660);
	ck_assert_str_eq(content_of(id), "Nämnden beslutar.\n");
	ck_assert_str_eq(words_of(id), "Nämnden beslutar.");
	ck_assert_str_eq(findings(&count), "");
}
END_TEST

START_TEST(the_same_file_twice_lies_there_once)
{
	int64_t first = kept("a.txt", "Samma."), second = kept("b.txt", "Samma.");
	char hash[HASH_TEXT];

	snprintf(hash, sizeof hash, "%s", paper_now(cw, first)->file_hash); /* until the next paper is asked for */
	ck_assert_str_eq(paper_now(cw, second)->file_hash, hash);
	ck_assert_str_eq(paper_now(cw, second)->file_name, "b.txt");
}
END_TEST

START_TEST(a_file_that_cannot_be_read_leaves_no_document)
{
	struct document_change change = paper_form("Brev");
	int64_t id = 77;

	REFUSED(document_add(cw, NULL, &own, &change, "/no/such/file.pdf", &id, err), ERROR_MISSING,
		"/no/such/file.pdf");
	REFUSED(document_add(cw, NULL, &own, &change, folder, &id, err), ERROR_INVALID, folder);
	ck_assert_int_eq(id, 77);
}
END_TEST

START_TEST(a_file_is_added_once_to_a_paper_that_has_none)
{
	int64_t id = paper_of(cw, own, "Brev");

	REFUSED(document_words(cw, id, &(struct arena){0}, &(const char *){0}, err), ERROR_MISSING, "no file here");
	OK(document_attach(cw, NULL, id, written("brev.txt", "Hej."), err));
	ck_assert_str_eq(content_of(id), "Hej.");
	REFUSED(document_attach(cw, NULL, id, written("brev2.txt", "Hej igen."), err), ERROR_INVALID, "a file already");
}
END_TEST

START_TEST(a_missing_and_an_altered_file_are_found_and_never_shown)
{
	int64_t gone = kept("a.txt", "Ett."), altered = kept("b.txt", "Två.");
	struct buffer content;
	int count = -1;

	ck_assert_int_eq(unlink(place_of(office, gone)), 0);
	OK(file_write(place_of(office, altered), "Tre.", 4, true, 0600, err));
	ck_assert_ptr_nonnull(strstr(findings(&count), "EFF 1-2026-1: the file is not beside the office"));
	ck_assert_ptr_nonnull(strstr(findings(&count), "EFF 1-2026-2"));
	ck_assert_ptr_nonnull(strstr(findings(&count), "altered on the disk"));
	ck_assert_int_eq(count, 2);
	buffer_init(&content);
	REFUSED(document_read(cw, altered, &content, err), ERROR_FAILED, "altered on the disk");
	ck_assert_uint_eq(content.bytes, 0);
	buffer_done(&content);
	kept("c.txt", "Två."); /* registered again, it stands whole again */
	ck_assert_str_eq(content_of(altered), "Två.");
}
END_TEST

START_TEST(a_file_that_nobody_points_at_is_harmless)
{
	char path[160];
	int count = -1;

	kept("a.txt", "Ett.");
	snprintf(path, sizeof path, "%s-files/ab", office);
	mkdir(path, 0700);
	snprintf(path, sizeof path, "%s-files/ab/abcdef", office);
	OK(file_write(path, "x", 1, true, 0600, err));
	ck_assert_str_eq(findings(&count), "");
	ck_assert_int_eq(count, 0);
}
END_TEST

/* ---- removal */

START_TEST(content_sent_in_error_goes_and_its_trace_stays_and_the_chain_verifies)
{
	int64_t id = kept("bilaga.txt", "Patient: 191212121212");
	const struct document *paper;
	char place[256];
	struct buffer content;
	int count = -1;

	snprintf(place, sizeof place, "%s", place_of(office, id));
	REFUSED(document_remove(cw, NULL, id, "boredom", "x", err), ERROR_INVALID, "“boredom” is not disposal");
	REFUSED(document_remove(cw, NULL, id, "error", "", err), ERROR_INVALID, "Ground: It is empty");
	OK(document_remove(cw, NULL, id, "error", "Patientuppgifter skickade av misstag.", err));
	ck_assert_int_ne(access(place, F_OK), 0);
	paper = paper_now(cw, id);
	ck_assert_str_eq(paper->removed, "error");
	ck_assert_str_eq(paper->removed_ground, "Patientuppgifter skickade av misstag.");
	ck_assert_str_eq(paper->removed_by, "Rut Registrator");
	ck_assert_str_eq(paper->removed_at, "2026-11-22 09:00:00");
	ck_assert_uint_eq(strlen(paper->file_hash), 64);
	ck_assert_str_eq(findings(&count), "");
	buffer_init(&content);
	REFUSED(document_read(cw, id, &content, err), ERROR_MISSING, "was removed on 2026-11-22");
	OK(file_read(office, 100 << 20, &content, err));
	ck_assert_ptr_null(memmem(content.text, content.bytes, "191212121212", 12)); /* its words are gone too */
	buffer_done(&content);
}
END_TEST

START_TEST(a_removal_that_was_broken_off_is_found_and_done_again)
{
	int64_t id = kept("bilaga.txt", "Patient."), events;
	char place[256];
	int count = -1;

	snprintf(place, sizeof place, "%s", place_of(office, id));
	OK(document_remove(cw, NULL, id, "error", "Av misstag.", err));
	OK(file_write(place, "Patient.", 8, true, 0600, err)); /* as if the power had gone before the file did */
	ck_assert_ptr_nonnull(
		strstr(findings(&count), "EFF 1-2026-1: the content was removed, but the file still lies"));
	events = office_events(cw);
	OK(document_remove(cw, NULL, id, "error", "Av misstag.", err));
	ck_assert_int_eq(office_events(cw), events);
	ck_assert_int_ne(access(place, F_OK), 0);
	ck_assert_str_eq(findings(&count), "");
}
END_TEST

START_TEST(a_file_that_another_paper_has_stays_until_that_is_removed_too)
{
	int64_t first = kept("a.txt", "Samma."), second = kept("b.txt", "Samma.");

	OK(document_remove(cw, NULL, first, "disposal", "RA-MS 2026:1", err));
	ck_assert_str_eq(content_of(second), "Samma.");
	OK(document_remove(cw, NULL, second, "disposal", "RA-MS 2026:1", err));
	ck_assert_int_ne(access(place_of(office, second), F_OK), 0);
}
END_TEST

START_TEST(a_moved_paper_takes_its_file_along_and_one_removal_is_enough)
{
	struct case_ref other = {application_of(cw, "13", "Gemensam"), 0};
	int64_t id = kept("beslut.txt", "Beslut."), moved = 0;
	int count = -1;

	OK(document_move(cw, NULL, id, &other, "Fel ärende.", &moved, err));
	ck_assert_str_eq(words_of(moved), "Beslut.");
	ck_assert_str_eq(content_of(id), "Beslut."); /* read where it stands now */
	REFUSED(document_remove(cw, NULL, id, "error", "x", err), ERROR_INVALID, "moved to another case");
	OK(document_remove(cw, NULL, moved, "error", "Av misstag.", err));
	ck_assert_int_ne(access(place_of(office, moved), F_OK), 0);
	ck_assert_str_eq(findings(&count), "");
}
END_TEST

/* ---- marks */

START_TEST(the_reading_of_a_marked_paper_is_logged_and_of_others_not)
{
	int64_t open = kept("a.txt", "Öppen."), marked = kept("b.txt", "Hemlig.");
	struct document_change change = document_change_of(paper_now(cw, marked));
	struct reading_list list;
	int64_t events;
	int count = -1;

	change.secret_ground = "25 kap. 1 § OSL";
	change.secret_on = "2026-11-20";
	change.secret_by = "Delegationen";
	OK(document_change(cw, NULL, marked, &change, err));
	office_sit(cw, "maja");
	events = office_events(cw);
	ck_assert_str_eq(content_of(open), "Öppen.");
	ck_assert_int_eq(office_events(cw), events);
	ck_assert_str_eq(content_of(marked), "Hemlig.");
	ck_assert_str_eq(words_of(marked), "Hemlig.");
	ck_assert_int_eq(office_events(cw), events + 2);
	OK(reading_list_load(cw, marked, &list, err));
	ck_assert_int_eq(list.count, 2);
	ck_assert_str_eq(list.items[0].person, "Maja Lind");
	ck_assert_str_eq(list.items[0].at, "2026-11-22 09:00:00");
	reading_list_done(&list);
	ck_assert_str_eq(findings(&count), "");
}
END_TEST

/* ---- words */

START_TEST(what_cannot_be_read_is_kept_all_the_same)
{
	struct document_change change = paper_form("Bild");
	const char bytes[] = "\x89PNG\0\1\2";
	char path[128];
	int64_t id = 0;

	snprintf(path, sizeof path, "%s/bild.png", folder);
	OK(file_write(path, bytes, sizeof bytes, true, 0600, err));
	OK(document_add(cw, NULL, &own, &change, path, &id, err));
	ck_assert_str_eq(words_of(id), "");
	ck_assert_str_eq(words_of(kept("tecken.txt", "A\x1b[31mB\xe2\x80\xae"
						     "C\tD\f\nE")),
		"A[31mBC D\n\nE");
}
END_TEST

START_TEST(a_pdf_is_read_where_the_program_for_it_is_installed)
{
	static const char script[] = "#!/bin/sh\nprintf 'sida ett\\f%s' \"$2\"\n",
			  broken[] = "#!/bin/sh\necho x\nexit 3\n";
	char path[160], *usual = strdup(getenv("PATH"));

	snprintf(path, sizeof path, "%s/pdftotext", folder);
	OK(file_write(path, script, strlen(script), true, 0700, err));
	ck_assert_int_eq(chmod(path, 0700), 0);
	setenv("PATH", folder, 1);
	ck_assert_str_eq(words_of(kept("a.pdf", "%PDF-1.7 a")), "sida ett\n-enc");
	OK(file_write(path, broken, strlen(broken), true, 0700, err));
	setenv("PATH", folder, 1);
	ck_assert_str_eq(words_of(kept("b.pdf", "%PDF-1.7 b")), "");
	setenv("PATH", "/nowhere", 1);
	ck_assert_str_eq(words_of(kept("c.pdf", "%PDF-1.7 c")), ""); /* never a must */
	setenv("PATH", usual, 1);
	free(usual);
}
END_TEST

/* ---- backup */

START_TEST(a_backup_holds_the_files_and_not_what_has_been_removed)
{
	int64_t stays = kept("a.txt", "Stannar."), goes = kept("b.txt", "Ska bort.");
	char copy[96], removed[256];
	struct casework_who who = {.login = "rut"};

	snprintf(copy, sizeof copy, "%s/copy", folder);
	OK(casework_backup(cw, copy, false, err));
	snprintf(removed, sizeof removed, "%s", place_of(copy, goes));
	ck_assert_int_eq(access(removed, F_OK), 0);
	OK(document_remove(cw, NULL, goes, "error", "Av misstag.", err));
	OK(casework_backup(cw, copy, true, err)); /* over the older copy */
	ck_assert_int_ne(access(removed, F_OK), 0);
	casework_close(cw);
	OK(casework_open(copy, STORE_WRITE, &who, &cw, err));
	ck_assert_str_eq(content_of(stays), "Stannar.");
	casework_close(cw);
	OK(casework_open(office, STORE_WRITE, &who, &cw, err));
}
END_TEST

START_TEST(a_backup_says_which_file_it_could_not_copy)
{
	int64_t id = kept("a.txt", "Borta.");
	char copy[96];

	snprintf(copy, sizeof copy, "%s/copy", folder);
	ck_assert_int_eq(unlink(place_of(office, id)), 0);
	REFUSED(casework_backup(cw, copy, false, err), ERROR_MISSING, "a.txt could not be copied");
}
END_TEST

START_TEST(an_office_in_memory_keeps_no_files)
{
	struct casework *memory = office_open();
	struct document_change change = paper_form("Brev");
	struct error refused = {0};
	int64_t id = 77;

	office_sit(memory, "rut");
	ck_assert(!document_add(memory, NULL, &(struct case_ref){0}, &change, written("a.txt", "Hej."), &id, &refused));
	ck_assert_ptr_nonnull(strstr(refused.text, "no place for files"));
	ck_assert_int_eq(id, 77);
	casework_close(memory);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {a_file_lies_beside_the_office_under_its_hash_with_the_offices_own_rights,
		the_same_file_twice_lies_there_once, a_file_that_cannot_be_read_leaves_no_document,
		a_file_is_added_once_to_a_paper_that_has_none, a_missing_and_an_altered_file_are_found_and_never_shown,
		a_file_that_nobody_points_at_is_harmless,
		content_sent_in_error_goes_and_its_trace_stays_and_the_chain_verifies,
		a_removal_that_was_broken_off_is_found_and_done_again,
		a_file_that_another_paper_has_stays_until_that_is_removed_too,
		a_moved_paper_takes_its_file_along_and_one_removal_is_enough,
		the_reading_of_a_marked_paper_is_logged_and_of_others_not, what_cannot_be_read_is_kept_all_the_same,
		a_pdf_is_read_where_the_program_for_it_is_installed,
		a_backup_holds_the_files_and_not_what_has_been_removed, a_backup_says_which_file_it_could_not_copy,
		an_office_in_memory_keeps_no_files, NULL};

	return claims_run_in("files", claims, office_begin, office_end, 60);
}

/* Every case of the sample office, taken into another office with the same persons, rounds and law, and written out
 * again there: byte for byte the same. */
#include "claims.h"
#include "copies.h"
#include "folder.h"
#include "office_copy.h"
#include "papers.h"

#include "base/file.h"
#include "base/words.h"
#include "casework/application.h"
#include "casework/case_copy.h"
#include "cli/cli.h"

#include <fcntl.h>

static char folder[64], first[96], second[96], files[96];

/* The sample's persons and rounds, and mia, who holds every role that an intake needs. */
static bool furnish(void)
{
	static const char *const more[] = {"person add mia \"Mia Ny\"", "person role mia officer --from 2025-01-01",
		"person role mia controller --from 2025-01-01"};
	struct script script = {.db = second, .folder = folder, .as = "lovisa"};
	struct error err = {0};
	struct buffer text;
	bool made;

	buffer_init(&text);
	made = file_read(SAMPLE_ROOT "/office.txt", 1 << 20, &text, &err);
	for (char *line = text.text, *next; made && line; line = next) {
		next = strchr(line, '\n');
		if (next)
			*next++ = '\0';
		if (!strncmp(line, "person add ", 11) || !strncmp(line, "person role ", 12) ||
			!strncmp(line, "round add ", 10))
			made = cli_run_line(&script, line, &err);
	}
	for (size_t i = 0; made && i < sizeof more / sizeof *more; i++)
		made = cli_run_line(&script, more[i], &err);
	script_done(&script);
	buffer_done(&text);
	if (!made)
		fprintf(stderr, "%s\n", err.text);
	return made;
}

static bool offices_make(void)
{
	char path[96], quiet[] = "--quiet", init[] = "init", name[] = "--name", two[] = "Två", person[] = "--person",
		       who[] = "Lovisa", login[] = "--login", lovisa[] = "lovisa", invented[] = "--invented",
		       when[] = "--clock", moment[] = "2026-11-22 09:00";

	if (!folder_new(folder, "sample-copy"))
		return false;
	snprintf(first, sizeof first, "%s/one.kansli", folder);
	snprintf(second, sizeof second, "%s/two.kansli", folder);
	snprintf(files, sizeof files, "%s/files", folder);
	mkdir(files, 0700);
	office_copy_sample(first);
	snprintf(path, sizeof path, "%s", second);
	return !cli_run(12, (char *[]){init, path, quiet, name, two, person, who, login, lovisa, invented, when, moment,
				    NULL}) &&
	       furnish();
}

static struct casework *office(const char *path, const char *as)
{
	struct casework *cw = NULL;

	OK(desk_open(path, STORE_WRITE, as, &cw, err));
	return cw;
}

/* Taken in; false when it points at a case that is not there yet. */
static bool taken(struct casework *to, const struct buffer *json, bool last)
{
	struct case_copy_intake intake;
	struct error err = {0};
	bool in;

	case_copy_intake_init(&intake);
	in = case_copy_take(to, NULL, json, files, false, &intake, &err);
	ck_assert_msg(in || !last, "%.80s: %s", json->text, err.text);
	case_copy_intake_done(&intake);
	return in;
}

START_TEST(every_case_comes_back_byte_for_byte_from_another_office)
{
	struct casework *from, *to;
	struct application_list list;
	struct buffer json, again;
	bool in[64] = {false};
	int left, findings = 0;

	words_open("sv");
	from = office(first, "elin");
	to = office(second, "mia");
	OK(application_list_load(from, &(struct application_query){0}, &list, err));
	ck_assert_int_ge(list.count, 24);
	left = list.count;
	for (int pass = 0; left && pass < 4; pass++) {
		for (int i = 0; i < list.count; i++) {
			if (in[i])
				continue;
			json = copies_written(from, list.items[i].id, files);
			in[i] = taken(to, &json, pass == 3);
			left -= in[i];
			buffer_done(&json);
		}
	}
	ck_assert_int_eq(left, 0);
	for (int i = 0; i < list.count; i++) {
		char number[24];
		int64_t there;

		snprintf(number, sizeof number, "%d-%d", list.items[i].n, list.items[i].year);
		OK(application_find(to, number, &there, err));
		json = copies_written(from, list.items[i].id, files);
		again = copies_written(to, there, files);
		ck_assert_str_eq(json.text, again.text);
		buffer_done(&json);
		buffer_done(&again);
	}
	ck_assert_str_eq(papers_check(to, &findings), "");
	application_list_done(&list);
	casework_close(from);
	casework_close(to);
}
END_TEST

/* The first of the cases whose instalments are paid. */
static struct buffer paid_case(struct casework *from)
{
	int64_t id;

	OK(application_find(from, "1-2025", &id, err));
	return copies_written(from, id, files);
}

START_TEST(an_instalment_authorised_elsewhere_and_not_paid_is_not_taken_in)
{
	struct casework *from, *to;
	struct buffer json, unpaid;
	struct case_copy_intake intake;
	struct error err = {0};
	const char *at, *end;

	words_open("en");
	from = office(first, "elin");
	to = office(second, "mia");
	json = paid_case(from);
	at = strstr(json.text, "\"payment\":{");
	ck_assert_ptr_nonnull(at);
	end = strchr(at, '}') + 1;
	buffer_init(&unpaid);
	buffer_add(&unpaid, json.text, (size_t)(at - json.text));
	buffer_text(&unpaid, "\"payment\":null");
	buffer_text(&unpaid, end);
	case_copy_intake_init(&intake);
	ck_assert(!case_copy_take(to, NULL, &unpaid, files, false, &intake, &err));
	ck_assert_int_eq(intake.finding_count, 1);
	ck_assert_ptr_nonnull(strstr(intake.findings[0].path, "/attest"));
	ck_assert_ptr_nonnull(strstr(intake.findings[0].reason, "authorised and not paid"));
	case_copy_intake_done(&intake);
	buffer_done(&unpaid);
	buffer_done(&json);
	casework_close(from);
	casework_close(to);
}
END_TEST

START_TEST(whoever_may_not_authorise_takes_in_nothing_authorised)
{
	struct casework *from, *to;
	struct case_copy_intake intake;
	struct error err = {0};
	struct buffer json;

	words_open("en");
	from = office(first, "elin");
	to = office(second, "elin"); /* a case officer, and no controller */
	json = paid_case(from);
	case_copy_intake_init(&intake);
	ck_assert(!case_copy_take(to, NULL, &json, files, false, &intake, &err));
	ck_assert_int_eq(err.kind, ERROR_DENIED);
	ck_assert_msg(strstr(err.text, "authorise instalments") != NULL, "%s", err.text);
	case_copy_intake_done(&intake);
	buffer_done(&json);
	casework_close(from);
	casework_close(to);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {an_instalment_authorised_elsewhere_and_not_paid_is_not_taken_in,
		whoever_may_not_authorise_takes_in_nothing_authorised,
		every_case_comes_back_byte_for_byte_from_another_office, NULL};
	int broken = EXIT_FAILURE, kept, nowhere = open("/dev/null", O_WRONLY);
	bool made;

	words_open("sv");
	kept = dup(STDOUT_FILENO); /* what the verbs print is not the suite's */
	dup2(nowhere, STDOUT_FILENO);
	made = offices_make();
	fflush(stdout);
	dup2(kept, STDOUT_FILENO);
	if (made)
		broken = claims_run("sample copy", claims, 120);
	copies_folder_remove(folder);
	return broken;
}

/* Search in an office too large for memory: the index and the reading through find what memory finds, in the same
 * order. */
#include "casework/application.h"
#include "casework/hit.h"
#include "casework/note.h"
#include "claims.h"
#include "folder.h"
#include "generate.h"
#include "office.h"

#include "base/words.h"

enum { SMALL = 1, FOUND_MOST = 200 };
static char folder[FOLDER_PATH];
static char path[96], beside[112];
static struct casework *cw;

static bool goes_on(void *with, int part)
{
	*(int *)with = part;
	return false;
}

static bool stops(void *with, int part)
{
	*(int *)with = part;
	return true;
}

static void office_begin(void)
{
	struct generated made;

	words_open("en");
	ck_assert(folder_new(folder, "hit"));
	snprintf(path, sizeof(path), "%s/office", folder);
	snprintf(beside, sizeof(beside), "%s-words", path);
	cw = generate_office(path, 60, 7, &made);
}

static void office_end(void)
{
	static const char *const endings[] = {"", "-lock", "-wal", "-shm", "-words", "-words-journal"};
	char name[96];

	casework_close(cw);
	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
		snprintf(name, sizeof(name), "%s%s", path, endings[i]);
		unlink(name);
	}
	ck_assert_int_eq(rmdir(folder), 0); /* nothing half-made is left */
}

static struct casework *office_again(void)
{
	struct casework_who who = {.login = "elin"};
	struct casework *other;

	OK(casework_open(path, STORE_WRITE, &who, &other, err));
	return other;
}

static void same(const struct hit_list *one, const struct hit_list *other, const char *words)
{
	ck_assert_msg(one->count == other->count, "%s: %d and %d", words, one->count, other->count);
	for (int i = 0; i < one->count; i++)
		ck_assert_msg(one->items[i].place == other->items[i].place && one->items[i].id == other->items[i].id &&
				      one->items[i].application == other->items[i].application,
			"%s, hit %d: %d/%lld and %d/%lld", words, i, (int)one->items[i].place,
			(long long)one->items[i].id, (int)other->items[i].place, (long long)other->items[i].id);
}

/* In memory by one, through the index (part not NULL) or the whole office by the other. */
static int compared(struct casework *memory, struct casework *large, int *part, const char *words)
{
	struct hit_query whole = {.words = words, .most = FOUND_MOST};
	struct hit_query little = {.words = words, .most = FOUND_MOST, .memory = SMALL};
	struct hit_list one, other;
	int count;

	little.progress = part ? goes_on : NULL;
	little.with = part;
	OK(hit_list_load(memory, &whole, &one, err));
	OK(hit_list_load(large, &little, &other, err));
	same(&one, &other, words);
	ck_assert_int_eq(one.more, other.more);
	count = one.count;
	hit_list_done(&one);
	hit_list_done(&other);
	return count;
}

static const char *const asked[] = {"region", "vård", "journ", "upphandlingen", "ökad", "å", "år", "i ", "xyzzy", "zq",
	"halland", "halland journal", "dalarna vård effekt", "\"de prövar\"", "beräknar röntgen", "12", "12-2026", "-",
	"2026-11", "\"", "kö\"er", "'", "(akut", "akut* OR vård", "målet.", "ai"};
enum { ASKED = sizeof(asked) / sizeof(*asked) };

static void all_compared(struct casework *memory, struct casework *large, int *part)
{
	int found = 0;

	for (int i = 0; i < ASKED; i++)
		found += compared(memory, large, part, asked[i]) > 0;
	ck_assert_int_gt(found, ASKED / 2);
}

START_TEST(reading_the_office_through_finds_what_memory_finds)
{
	struct casework *large;

	office_begin();
	large = office_again();
	all_compared(cw, large, NULL);
	ck_assert_int_ne(access(beside, F_OK), 0);
	casework_close(large);
	office_end();
}
END_TEST

START_TEST(the_index_finds_what_memory_finds_and_is_kept_for_the_next)
{
	struct casework *large, *next;
	struct stat first, second;
	int part = -1;

	office_begin();
	large = office_again();
	all_compared(cw, large, &part);
	ck_assert_int_ge(part, 50);
	ck_assert_int_eq(stat(beside, &first), 0);
	ck_assert_int_eq(first.st_mode & 0777, 0660);
	next = office_again();
	part = -1;
	all_compared(cw, next, &part);
	ck_assert_int_eq(part, -1); /* it was there */
	ck_assert_int_eq(stat(beside, &second), 0);
	ck_assert_int_eq(first.st_ino, second.st_ino);
	casework_close(next);
	casework_close(large);
	office_end();
}
END_TEST

static void noted(struct casework *by, const char *said)
{
	struct note_change change = {.occurred_on = "2026-11-20", .way = "phone", .said = said};
	int n;

	OK(note_add(by, NULL, 1, &change, &n, err));
}

START_TEST(the_index_follows_what_is_written)
{
	struct casework *large;
	struct application_change form;
	struct application whole;
	int part = -1;

	office_begin();
	large = office_again();
	ck_assert_int_eq(compared(cw, large, &part, "zebra"), 0);
	noted(cw, "En zebra.");
	ck_assert_int_eq(compared(cw, large, &part, "zebra"), 1);
	for (int i = 0; i < 3; i++) { /* a text that is there changes, more than once */
		static const char *const needs[] = {"giraff", "zebra och giraff", "zebra"};

		OK(application_load(large, 1, &whole, err));
		form = (struct application_change){.round = whole.row.round_name,
			.lead = whole.row.lead,
			.title = whole.row.title,
			.own_number = whole.row.own_number,
			.arrived_on = whole.row.arrived_on,
			.arrived_time = whole.arrived_time,
			.way = whole.way,
			.summary = "",
			.economy = "",
			.needs = needs[i],
			.scope = "",
			.sources = "",
			.invented = whole.invented};
		OK(application_change(large, NULL, 1, &form, err));
		application_done(&whole);
		ck_assert_int_eq(compared(cw, large, &part, "zebra"), i ? 2 : 1);
		ck_assert_int_eq(compared(cw, large, &part, "giraff"), i < 2 ? 1 : 0);
	}
	all_compared(cw, large, &part);
	casework_close(large);
	office_end();
}
END_TEST

START_TEST(a_making_that_is_stopped_leaves_nothing_and_the_search_still_answers)
{
	struct casework *large;
	int part = -1;
	struct hit_query query = {.words = "vård", .memory = SMALL, .progress = stops, .with = &part};
	struct hit_list list;

	office_begin();
	large = office_again();
	OK(hit_list_load(large, &query, &list, err));
	ck_assert_int_gt(list.count, 0);
	ck_assert_int_ge(part, 0);
	ck_assert_int_ne(access(beside, F_OK), 0);
	hit_list_done(&list);
	casework_close(large);
	office_end();
}
END_TEST

START_TEST(an_index_of_another_office_or_a_broken_one_is_made_anew)
{
	struct casework *large;
	FILE *file;
	int part = -1;

	office_begin();
	file = fopen(beside, "we");
	ck_assert_ptr_nonnull(file);
	fputs("this is no index of words\n", file);
	fclose(file);
	large = office_again();
	all_compared(cw, large, &part);
	ck_assert_int_ge(part, 50);
	casework_close(large);
	office_end();
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {reading_the_office_through_finds_what_memory_finds,
		the_index_finds_what_memory_finds_and_is_kept_for_the_next, the_index_follows_what_is_written,
		a_making_that_is_stopped_leaves_nothing_and_the_search_still_answers,
		an_index_of_another_office_or_a_broken_one_is_made_anew, NULL};
	return claims_run("hit large", claims, 120);
}

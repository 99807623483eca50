/* A failing disk and a cut of the power: what was answered "saved" is there afterwards, nothing is there by halves,
 * and the program answers in words instead of falling. Each claim walks through every thing asked of the disk. */
#include "fault_disk.h"
#include "store_office.h"

enum { CHANGES = 3 };

/* What the program was told about each change. */
enum told { TOLD_NOTHING, TOLD_NOT_SAVED, TOLD_UNCERTAIN, TOLD_SAVED };

static unsigned char office[1 << 17]; /* an office on the disk before each attempt */
static size_t office_bytes;

static void beside_drop(const char *path)
{
	static const char *const endings[] = {"", "-wal", "-shm", "-journal"};
	char name[320];
	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
		snprintf(name, sizeof(name), "%s%s", path, endings[i]);
		unlink(name);
	}
}

static void office_keep(const char *path)
{
	beside_drop(path);
	disk_layer();
	disk_plan(FAULT_NONE, 0);
	struct store *store = small_open(path, STORE_CREATE);
	small_begin(store);
	small_add(store, "before", 1);
	small_commit(store);
	store_close(store);
	FILE *in = fopen(path, "rb");
	ck_assert_ptr_nonnull(in);
	office_bytes = fread(office, 1, sizeof(office), in);
	ck_assert_uint_lt(office_bytes, sizeof(office));
	fclose(in);
}

static void office_put_back(const char *path)
{
	beside_drop(path);
	bytes_write(path, office, office_bytes);
}

static enum told change_make(struct store *store, int which)
{
	struct error err = {0};
	enum told told = TOLD_NOT_SAVED;
	if (!store_begin(store, &err)) {
		ck_assert(err.text[0] && store_idle(store));
		return told;
	}
	if (!small_pair(store, which, &err))
		store_rollback(store);
	else
		told = store_commit(store, &err) ? TOLD_SAVED : TOLD_UNCERTAIN;
	ck_assert(told == TOLD_SAVED || err.text[0]);
	ck_assert(store_idle(store));
	return told;
}

/* The same work each time, through whatever the plan does to the disk. */
static void work(const char *path, const struct store_schema *schema, enum told told[CHANGES])
{
	struct store *store = NULL;
	struct error err = {0};
	for (int i = 0; i < CHANGES; i++)
		told[i] = TOLD_NOTHING;
	if (!store_open_schema(path, STORE_WRITE, schema, &store, &err)) {
		ck_assert(err.text[0] && !store);
		return;
	}
	for (int i = 0; i < CHANGES; i++)
		told[i] = change_make(store, i);
	store_close(store);
}

/* "" when the file holds what was promised, else what is wrong. */
static const char *promise_broken(const char *path, const enum told told[CHANGES])
{
	struct store *store = NULL;
	const char *wrong = "";
	disk_plan(FAULT_NONE, 0);
	if (!store_open_schema(path, STORE_WRITE, &small_schema, &store, NULL))
		return "it cannot be opened";
	if (store_check(store, NULL, NULL) != 0)
		wrong = "it is damaged";
	for (int i = 0; i < CHANGES && !*wrong; i++) {
		int there = small_pair_count(store, i);
		if (there == 1)
			wrong = "a change is there by halves";
		else if (told[i] == TOLD_SAVED && there == 0)
			wrong = "a saved change is lost";
		else if ((told[i] == TOLD_NOTHING || told[i] == TOLD_NOT_SAVED) && there != 0)
			wrong = "a change told unsaved is there";
	}
	if (!*wrong && small_named(store, "before") != 1)
		wrong = "what was there before is lost";
	store_close(store);
	return wrong;
}

static int things_in_all(const char *path)
{
	enum told told[CHANGES];
	office_put_back(path);
	disk_plan(FAULT_NONE, 0);
	work(path, &small_schema, told);
	int things = disk_things();
	for (int i = 0; i < CHANGES; i++)
		ck_assert_int_eq(told[i], TOLD_SAVED);
	ck_assert_str_eq(promise_broken(path, told), "");
	ck_assert_int_gt(things, 30);
	return things;
}

static void walk(enum fault_kind kind)
{
	const char *path = in_folder("disk");
	enum told told[CHANGES];
	int struck = 0;
	office_keep(path);
	int things = things_in_all(path);
	for (int at = 1; at <= things; at++) {
		office_put_back(path);
		disk_plan(kind, at);
		work(path, &small_schema, told);
		struck += disk_struck();
		const char *wrong = promise_broken(path, told);
		ck_assert_msg(!*wrong, "fault at %d of %d: %s", at, things, wrong);
	}
	ck_assert_int_gt(struck, kind == FAULT_FULL ? 10 : things * 3 / 4);
}

START_TEST(a_fault_of_the_disk_loses_nothing_that_was_saved)
{
	walk(FAULT_ONCE);
}
END_TEST

START_TEST(a_disk_that_stays_broken_loses_nothing_that_was_saved)
{
	walk(FAULT_STAYS);
}
END_TEST

START_TEST(a_write_that_gets_through_by_half_loses_nothing_that_was_saved)
{
	walk(FAULT_TORN);
}
END_TEST

START_TEST(a_full_disk_loses_nothing_that_was_saved)
{
	walk(FAULT_FULL);
}
END_TEST

/* Cuts the power at each thing, each with several outcomes; answers how many broke a promise. */
static int cuts_broken(const struct store_schema *schema, int outcomes, char wrong[128])
{
	const char *path = in_folder("power");
	enum told told[CHANGES];
	int broken = 0;
	office_keep(path);
	int things = things_in_all(path);
	for (int i = 0; i < things * outcomes; i++) {
		office_put_back(path);
		disk_plan(FAULT_POWER, i / outcomes + 1);
		work(path, schema, told);
		disk_after_cut((uint32_t)i);
		const char *what = promise_broken(path, told);
		if (*what)
			snprintf(wrong, 128, "cut at %d of %d, outcome %d: %s", i / outcomes + 1, things, i % outcomes,
				what);
		broken += *what != '\0';
	}
	return broken;
}

START_TEST(a_power_cut_takes_nothing_that_was_saved)
{
	char wrong[128] = "";
	int broken = cuts_broken(&small_schema, 4, wrong);
	ck_assert_msg(broken == 0, "%d broken promises; %s", broken, wrong);
}
END_TEST

START_TEST(a_power_cut_would_be_noticed_with_weaker_settings)
{
	char wrong[128] = "";
	struct store_schema schema = small_schema;
	schema.settings = "PRAGMA busy_timeout = 5000;\nPRAGMA journal_mode = wal;\nPRAGMA synchronous = 1;\n";
	ck_assert_int_gt(cuts_broken(&schema, 4, wrong), 0);
	schema.settings = "PRAGMA busy_timeout = 5000;\nPRAGMA journal_mode = wal;\nPRAGMA synchronous = 0;\n";
	ck_assert_int_gt(cuts_broken(&schema, 4, wrong), 0);
}
END_TEST

START_TEST(a_new_office_is_whole_or_not_there)
{
	const char *path = in_folder("new");
	int things = 1;
	disk_layer();
	for (int at = 0; at <= things; at++) {
		struct store *store = NULL;
		struct error err = {0};
		beside_drop(path);
		disk_plan(at ? FAULT_STAYS : FAULT_NONE, at);
		bool made = store_open_schema(path, STORE_CREATE, &small_schema, &store, &err);
		if (at == 0)
			things = disk_things();
		ck_assert_msg(made || (err.text[0] && !file_there(path)), "fault at %d: %s", at, err.text);
		store_close(store);
		disk_plan(FAULT_NONE, 0);
		if (made) {
			store = small_open(path, STORE_WRITE);
			ck_assert_int_eq(store_check(store, NULL, NULL), 0);
			store_close(store);
		}
	}
	ck_assert_int_gt(things, 20);
}
END_TEST

START_TEST(a_copy_is_whole_or_not_there)
{
	const char *path = in_folder("copied"), *target = in_folder("copy");
	int things = 1;
	office_keep(path);
	struct store *store = small_open(path, STORE_WRITE);
	for (int at = 0; at <= things; at++) {
		struct error err = {0};
		unlink(target);
		disk_plan(at ? FAULT_ONCE : FAULT_NONE, at);
		bool made = store_backup(store, target, false, &err);
		if (at == 0)
			things = disk_things();
		ck_assert(made || (err.text[0] && !file_there(target)));
		disk_plan(FAULT_NONE, 0);
		if (made) {
			struct store *copy = small_open(target, STORE_READ);
			ck_assert_int_eq(small_count(copy), 1);
			ck_assert_int_eq(store_check(copy, NULL, NULL), 0);
			store_close(copy);
		}
	}
	ck_assert_int_gt(things, 20);
	store_close(store);
}
END_TEST

START_TEST(a_lift_is_whole_or_undone)
{
	const char *path = in_folder("lift"), *before = in_folder("lift.before-v2");
	struct store_schema two = small_schema;
	char fresh[2000];
	int things = 1, undone = 0;
	snprintf(fresh, sizeof(fresh), "%sCREATE TABLE place (name TEXT NOT NULL) STRICT;", small_schema.fresh);
	two.fresh = fresh;
	two.steps[two.step_count++] = "CREATE TABLE place (name TEXT NOT NULL) STRICT;";
	office_keep(path);
	for (int at = 0; at <= things; at++) {
		struct store *store = NULL;
		office_put_back(path);
		unlink(before);
		disk_plan(at ? FAULT_STAYS : FAULT_NONE, at);
		bool lifted = store_open_schema(path, STORE_WRITE, &two, &store, NULL);
		if (at == 0)
			things = disk_things();
		store_close(store);
		disk_plan(FAULT_NONE, 0);
		bool old = !lifted && store_open_schema(path, STORE_WRITE, &small_schema, &store, NULL);
		if (!old)
			ck_assert_msg(store_open_schema(path, STORE_WRITE, &two, &store, NULL), "fault at %d", at);
		undone += old;
		ck_assert_int_eq(store_check(store, NULL, NULL), 0);
		ck_assert_int_eq(small_count(store), 1);
		store_close(store);
	}
	ck_assert_int_gt(undone, 20);
}
END_TEST

START_TEST(a_saved_change_costs_one_sync)
{
	disk_layer();
	disk_plan(FAULT_NONE, 0);
	struct store *store = small_open(in_folder("syncs"), STORE_CREATE);
	small_begin(store);
	small_add(store, "first", 1);
	small_commit(store);
	int before = disk_syncs();
	for (int i = 0; i < 10; i++)
		ck_assert_int_eq(change_make(store, i), TOLD_SAVED);
	ck_assert_int_eq(disk_syncs() - before, 10);
	store_close(store);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("fault");
	TCase *fault = tcase_create("fault");
	tcase_set_timeout(fault, 120);
	tcase_add_unchecked_fixture(fault, folder_make, folder_drop);
	tcase_add_test(fault, a_fault_of_the_disk_loses_nothing_that_was_saved);
	tcase_add_test(fault, a_disk_that_stays_broken_loses_nothing_that_was_saved);
	tcase_add_test(fault, a_write_that_gets_through_by_half_loses_nothing_that_was_saved);
	tcase_add_test(fault, a_full_disk_loses_nothing_that_was_saved);
	tcase_add_test(fault, a_power_cut_takes_nothing_that_was_saved);
	tcase_add_test(fault, a_power_cut_would_be_noticed_with_weaker_settings);
	tcase_add_test(fault, a_new_office_is_whole_or_not_there);
	tcase_add_test(fault, a_copy_is_whole_or_not_there);
	tcase_add_test(fault, a_lift_is_whole_or_undone);
	tcase_add_test(fault, a_saved_change_costs_one_sync);
	suite_add_tcase(suite, fault);
	return suite_run(suite);
}

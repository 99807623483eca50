/* Offices made up from a seed: whole, of the sizes they say, and the same every time. */
#include "claims.h"
#include "generate.h"

#include "casework/application.h"
#include "casework/event.h"
#include "office.h"

enum { APPLICATIONS = 60, SEED = 7 };

static void finding_show(void *with, const char *finding)
{
	(void)with;
	fprintf(stderr, "# %s\n", finding);
}

START_TEST(a_made_up_office_is_as_whole_as_one_that_was_worked_in)
{
	struct casework *cw = generate_office(NULL, APPLICATIONS, SEED, NULL);
	int findings = -1;

	office_sit(cw, "rev");
	OK(check_all(cw, finding_show, NULL, &findings, err));
	ck_assert_int_eq(findings, 0);
	casework_close(cw);
}
END_TEST

START_TEST(it_has_as_many_of_each_as_it_says)
{
	struct application_list list = {0};
	struct application_query query = {0};
	struct generated made;
	struct casework *cw = generate_office(NULL, APPLICATIONS, SEED, &made);
	int measures = 0, granted = 0;

	OK(application_list_load(cw, &query, &list, err));
	for (int i = 0; i < list.count; i++) {
		measures += list.items[i].measures;
		granted += list.items[i].facts.measures_granted;
	}
	ck_assert_int_eq(list.count, APPLICATIONS);
	ck_assert_int_eq(measures, made.measures);
	ck_assert_int_eq(granted, made.decisions);
	ck_assert_int_gt(made.decisions, 0);
	ck_assert_int_ge(made.notes, 8 * APPLICATIONS);
	application_list_done(&list);
	casework_close(cw);
}
END_TEST

/* Everything that happened but the office's own id. */
static void office_digest(uint64_t seed, char out[HASH_TEXT])
{
	struct casework *cw = generate_office(NULL, APPLICATIONS, seed, NULL);
	unsigned char bytes[HASH_BYTES];
	struct event_list list = {0};
	struct hash hash;

	OK(event_list_load(cw, &(struct event_query){0}, &list, err));
	hash_init(&hash);
	for (int i = 0; i < list.count; i++) {
		const struct event_row *event = &list.items[i];

		if (event->after && strcmp(event->object, "office"))
			hash_add(&hash, event->after, strlen(event->after));
	}
	hash_done(&hash, bytes);
	hash_text(bytes, out);
	event_list_done(&list);
	casework_close(cw);
}

START_TEST(the_same_seed_makes_the_same_cases_and_another_makes_others)
{
	char one[HASH_TEXT], same[HASH_TEXT], other[HASH_TEXT];

	office_digest(SEED, one);
	office_digest(SEED, same);
	office_digest(SEED + 1, other);
	ck_assert_str_eq(one, same);
	ck_assert_str_ne(one, other);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {a_made_up_office_is_as_whole_as_one_that_was_worked_in,
		it_has_as_many_of_each_as_it_says, the_same_seed_makes_the_same_cases_and_another_makes_others, NULL};

	return claims_run("generate", claims, 60);
}

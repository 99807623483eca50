/* What happened, in words: every action and every fact an event can keep has a name in both languages. */
#include "cases.h"
#include "casework/change.h"
#include "casework/event.h"
#include "casework/office.h"
#include "claims.h"
#include "store/inside.h"

#include "base/words.h"

static struct casework *cw;

static void office_ready(void)
{
	words_open("sv");
	cw = office_open();
}

static void office_leave(void)
{
	casework_close(cw);
}

/* The line a new fact gives, as far as the colon. */
static const char *name_of(struct arena *arena, const char *object, const char *field)
{
	struct event_row event = {.object = object, .after = arena_format(arena, "%s=1:x\n", field)};
	const char *line = event_difference(&event, arena), *colon = strstr(line, ": x\n");

	ck_assert_msg(colon, "%s: %s", field, line);
	return arena_text_part(arena, line, (size_t)(colon - line));
}

static void facts_are_named(enum object_kind kind)
{
	static const char *const same[] = {"person", "region", "version"}; /* in both languages */
	const char *text = cw->store->schema.texts[change_facts_statement(kind)].text;
	sqlite3_stmt *handle = NULL;
	struct arena arena;

	arena_init(&arena);
	ck_assert_int_eq(sqlite3_prepare_v2(cw->store->db, text, -1, &handle, NULL), SQLITE_OK);
	for (int i = 0; i < sqlite3_column_count(handle); i++) {
		const char *field = sqlite3_column_name(handle, i), *name = name_of(&arena, object_code(kind), field);
		bool named = strcmp(name, field) != 0;

		for (size_t k = 0; k < sizeof same / sizeof *same; k++)
			named = named || !strcmp(field, same[k]);
		ck_assert_msg(named, "the fact %s of %s has no name in event_words.c", field, object_code(kind));
	}
	sqlite3_finalize(handle);
	arena_done(&arena);
}

START_TEST(every_fact_an_event_keeps_has_a_name)
{
	cw->store->guard = GUARD_BUILD;
	for (int kind = 0; kind < OBJECT_COUNT; kind++)
		facts_are_named(kind);
	cw->store->guard = GUARD_OFFICE;
}
END_TEST

START_TEST(a_fact_is_named_by_what_it_is_a_fact_of)
{
	struct arena arena;

	arena_init(&arena);
	ck_assert_str_eq(name_of(&arena, "gate_answer", "way"), "väg vidare");
	ck_assert_str_eq(name_of(&arena, "note", "way"), "sätt");
	ck_assert_str_eq(name_of(&arena, "note", "unheard_of"), "unheard_of"); /* of a newer file */
	words_open("en");
	ck_assert_str_eq(name_of(&arena, "application", "withdrawn_on"), "withdrawn on");
	arena_done(&arena);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		every_fact_an_event_keeps_has_a_name, a_fact_is_named_by_what_it_is_a_fact_of, NULL};

	return claims_run_in("event", claims, office_ready, office_leave, 60);
}

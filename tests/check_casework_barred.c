/* What a barred person may still read, and what others see of it (FL 17 §). */
#include "barring.h"
#include "claims.h"

#include "casework/application.h"
#include "casework/assess.h"
#include "casework/bar.h"
#include "casework/gate.h"
#include "casework/measure.h"
#include "casework/note.h"
#include "casework/payment.h"
#include "casework/rank.h"

static void note_write(const char *login, const char *kind, const char *said)
{
	struct note_change change = {.kind = kind,
		.occurred_on = "2026-11-20",
		.way = "phone",
		.with_whom = "",
		.with_role = "",
		.with_name = "",
		.said = said,
		.changed = ""};
	int n;

	office_sit(cw, login);
	OK(note_add(cw, NULL, big, &change, &n, err));
}

static int notes_seen(void)
{
	struct note_list list;
	int count;

	OK(note_list_load(cw, big, &list, err));
	count = list.count;
	note_list_done(&list);
	return count;
}

START_TEST(working_material_is_closed_and_public_papers_stay_open)
{
	struct score_sheet sheet;
	struct score_views views;
	struct score_todo_list todo;
	struct gate_list gates;
	struct measure_list measures;
	struct application application;
	struct plan plan;

	world();
	note_write("elin", "file", "Ringde.");
	note_write("elin", "working", "Utkast till skäl.");
	office_sit(cw, "maja");
	ck_assert_int_eq(notes_seen(), 2);
	OK(score_todo_load(cw, &todo, err));
	ck_assert_int_eq(todo.count, 1);
	score_todo_done(&todo);
	OK(report(0, big, err));
	ck_assert_int_eq(notes_seen(), 1);
	REFUSED(score_sheet_load(cw, draft, &sheet, err), ERROR_DENIED, "");
	REFUSED(score_views_load(cw, placed, &views, err), ERROR_DENIED, "");
	OK(score_todo_load(cw, &todo, err));
	ck_assert_int_eq(todo.count, 0);
	score_todo_done(&todo);
	OK(application_load(cw, big, &application, err));
	application_done(&application);
	OK(gate_list_load(cw, big, &gates, err));
	gate_list_done(&gates);
	OK(plan_load(cw, paid, &plan, err));
	plan_done(&plan);
	OK(measure_list_load(cw, big, &measures, err));
	for (int i = 0; i < 3; i++)
		ck_assert(!measures.items[i].points_seen && measures.items[i].relation & RELATION_BARRED);
	ck_assert(measures.items[3].points_seen); /* decided: what it rested on is open to all who see cases */
	measure_list_done(&measures);
	casework_close(cw);
}
END_TEST

static const struct bar *bar_shown(const struct application_query *query, int64_t id, struct application_list *list)
{
	const struct bar *bar = NULL;

	OK(application_list_load(cw, query, list, err));
	for (int i = 0; i < list->count; i++) {
		ck_assert_int_eq((list->items[i].relation & RELATION_BARRED) != 0, list->items[i].bar != NULL);
		if (list->items[i].id == id)
			bar = list->items[i].bar;
	}
	return bar;
}

START_TEST(the_list_says_from_which_cases_the_actor_is_barred_and_since_when)
{
	const struct application_query plain = {0}, filtered = {.filter = "stor"};
	struct application_list list;
	struct arena arena;
	const struct bar *bar;

	world();
	arena_init(&arena);
	office_sit(cw, "olle");
	bar = bar_shown(&plain, big, &list);
	ck_assert_str_eq(bar_words(bar, "1", &arena),
		"1: you reported a conflict of interest 2026-11-22. The case opens for reading, without assessment.");
	ck_assert_ptr_null(list.items[0].bar);
	application_list_done(&list);
	ck_assert_ptr_nonnull(bar_shown(&filtered, big, &list));
	application_list_done(&list);
	OK(report(0, 0, err));
	bar = bar_shown(&plain, rival, &list);
	ck_assert_ptr_nonnull(strstr(bar_words(bar, "3", &arena), "3, round 2026: you reported"));
	application_list_done(&list);
	office_sit(cw, "elin");
	ck_assert_ptr_null(bar_shown(&plain, big, &list));
	application_list_done(&list);
	arena_done(&arena);
	casework_close(cw);
}
END_TEST

START_TEST(who_does_the_barred_persons_work_is_seen_to_be_replaced)
{
	struct assessor_list list;

	world();
	office_sit(cw, "maja");
	OK(report(0, big, err));
	office_sit(cw, "elin");
	OK(assessor_list_load(cw, draft, &list, err));
	ck_assert_int_eq(list.count, 1);
	ck_assert(list.items[0].barred && !list.items[0].set_aside);
	assessor_list_done(&list);
	OK(assessor_relieve(cw, NULL, draft, office_person(cw, "maja"), err));
	OK(assessor_list_load(cw, draft, &list, err));
	ck_assert_int_eq(list.count, 0);
	assessor_list_done(&list);
	casework_close(cw);
}
END_TEST

/* ---- the ranking of a chair who is barred from one of the cases */

START_TEST(a_barred_chair_counts_the_places_that_are_shown)
{
	struct ranking ranking;
	int64_t third;

	world();
	third = contest_measure(cw, bare, "Tredje", (const int[CONTEST_YEARS]){0, 100});
	contest_assess(cw, third, "mats", 1, 1, 1);
	office_sit(cw, "kim");
	OK(rank_unmove(cw, NULL, round_id, placed, err));
	OK(report(0, big, err));
	OK(ranking_load(cw, round_id, 0, 0, &ranking, err));
	ck_assert_int_eq(ranking.placed, 2);
	ck_assert_int_eq(ranking.items[1].measure, third);
	ranking_done(&ranking);
	REFUSED(rank_move(cw, NULL, round_id, third, 3, "Skäl.", err), ERROR_INVALID, "");
	OK(rank_move(cw, NULL, round_id, third, 1, "Väger tyngre.", err));
	office_sit(cw, "rev");
	OK(ranking_load(cw, round_id, 0, 0, &ranking, err));
	ck_assert_int_eq(ranking.items[0].measure, placed);
	ck_assert_int_eq(ranking.items[1].measure, third);
	ck_assert_int_eq(ranking.items[2].measure, entry);
	ranking_done(&ranking);
	casework_close(cw);
}
END_TEST

START_TEST(nobody_is_given_a_case_or_a_measure_they_are_barred_from)
{
	int64_t olle, maja;

	world();
	olle = office_person(cw, "olle");
	maja = office_person(cw, "maja");
	office_sit(cw, "maja");
	OK(report(0, 0, err));
	office_sit(cw, "elin");
	REFUSED(application_assign(cw, NULL, big, olle, err), ERROR_INVALID, "");
	OK(application_assign(cw, NULL, bare, olle, err));
	REFUSED(assessor_assign(cw, NULL, fresh, olle, err), ERROR_INVALID, "");
	REFUSED(assessor_assign(cw, NULL, entry, maja, err), ERROR_INVALID, "");
	casework_close(cw);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		nobody_is_given_a_case_or_a_measure_they_are_barred_from,
		working_material_is_closed_and_public_papers_stay_open,
		the_list_says_from_which_cases_the_actor_is_barred_and_since_when,
		who_does_the_barred_persons_work_is_seen_to_be_replaced,
		a_barred_chair_counts_the_places_that_are_shown,
		NULL,
	};
	return claims_run("barred", claims, 60);
}

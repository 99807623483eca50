/* Reports, the table of columns, and the law as data read from the program. */
#include "claims.h"
#include "csv/flat.h"
#include "csv/programme_file.h"
#include "csv/reports.h"
#include "office.h"

#include "base/money.h"
#include "base/words.h"

static const enum column_name columns[] = {
	COLUMN_NUMBER, COLUMN_APPLICANT, COLUMN_SOUGHT_ORE, COLUMN_DUE, COLUMN_MEASURES, COLUMN_OVER};
static struct report report;
static struct buffer out;

static void make(void)
{
	words_open("sv");
	buffer_init(&out);
	report_init(&report, "applications", columns, 6);
	report_text_put(&report, "12");
	report_text_put(&report, "Jämtland Härjedalen; \"nära\"");
	report_ore_put(&report, INT64_C(1840000050));
	report_day_put(&report, "2026-12-01");
	report_number_put(&report, 4);
	report_bool_put(&report, true);
	report_row_end(&report);
	report_text_put(&report, "7");
	report_text_put(&report, "=1+1");
	report_ore_put(&report, MONEY_UNKNOWN);
	report_day_put(&report, NULL);
	report_number_put(&report, MONEY_UNKNOWN);
	report_bool_put(&report, false);
	report_row_end(&report);
	report_fact_text(&report, "round", "2026");
	report_fact_ore(&report, "sum_ore", INT64_C(1840000050));
}

static void unmake(void)
{
	report_done(&report);
	buffer_done(&out);
}

static const char *written(enum report_format format, int width)
{
	OK(report_write(&report, format, false, width, &out, err));
	return out.text;
}

START_TEST(excel_gets_a_mark_semicolons_and_decimal_commas)
{
	make();
	ck_assert_str_eq(written(REPORT_AS_CSV_EXCEL, 0),
		"\xEF\xBB\xBFNr;sökande;Sökt;Frist;Åtg;överskridet\r\n"
		"12;\"Jämtland Härjedalen; \"\"nära\"\"\";18400000,50;2026-12-01;4;ja\r\n"
		"7;'=1+1;;;;nej\r\n");
	unmake();
}
END_TEST

START_TEST(programs_get_commas_and_points)
{
	make();
	words_open("en");
	ck_assert_str_eq(written(REPORT_AS_CSV_RFC4180, 0),
		"No,applicant,Sought,Deadline,Mea,exceeded\r\n"
		"12,\"Jämtland Härjedalen; \"\"nära\"\"\",18400000.50,2026-12-01,4,yes\r\n"
		"7,=1+1,,,,no\r\n");
	unmake();
}
END_TEST

START_TEST(json_carries_whole_ore_and_null_for_unknown)
{
	make();
	ck_assert_ptr_nonnull(strstr(written(REPORT_AS_JSON, 0), "\"sought_ore\":1840000050"));
	ck_assert_ptr_nonnull(strstr(out.text, "\"sought_ore\":null"));
	ck_assert_ptr_nonnull(strstr(out.text, "\"round\":\"2026\""));
	ck_assert_ptr_nonnull(strstr(out.text, "\"due\":null"));
	unmake();
}
END_TEST

START_TEST(plain_has_one_line_a_row_and_no_head)
{
	make();
	ck_assert_str_eq(written(REPORT_AS_PLAIN, 0),
		"12\tJämtland Härjedalen; \"nära\"\t18400000,50\t2026-12-01\t4\tja\n"
		"7\t=1+1\t\t\t\tnej\n");
	unmake();
}
END_TEST

START_TEST(the_line_stands_as_a_row_of_text)
{
	make();
	report.line_after = 1;
	report.line_text = "── ramen ──";
	ck_assert_ptr_nonnull(strstr(written(REPORT_AS_TABLE, 0), "\n── ramen ──\n7 "));
	ck_assert_ptr_nonnull(strstr(out.text, "18 400"));
	unmake();
}
END_TEST

START_TEST(a_narrow_table_cuts_texts_and_never_numbers)
{
	make();
	ck_assert_ptr_nonnull(strstr(written(REPORT_AS_TABLE, 42), "18 400"));
	ck_assert_ptr_nonnull(strstr(out.text, "…"));
	unmake();
}
END_TEST

START_TEST(a_table_says_its_unit_and_rounds_nothing_away)
{
	make();
	ck_assert_ptr_nonnull(strstr(written(REPORT_AS_TABLE, 0), "18 400 000,50"));
	ck_assert_str_eq(out.text + out.bytes - strlen("Belopp i kronor.\n"), "Belopp i kronor.\n");
	report.cells[2].number = 1840000000;
	buffer_clear(&out);
	ck_assert_ptr_nonnull(strstr(written(REPORT_AS_TABLE, 0), " 18 400 "));
	ck_assert_str_eq(out.text + out.bytes - strlen("\nBelopp i tkr.\n"), "\nBelopp i tkr.\n");
	report.cells[2].number = MONEY_UNKNOWN;
	buffer_clear(&out);
	ck_assert_ptr_nonnull(strstr(written(REPORT_AS_TABLE, 0), "\nBelopp i tkr.\n"));
	report.row_count = 0;
	buffer_clear(&out);
	ck_assert_ptr_null(strstr(written(REPORT_AS_TABLE, 0), "Belopp"));
	unmake();
}
END_TEST

START_TEST(the_same_report_gives_the_same_bytes)
{
	struct buffer again;

	make();
	buffer_init(&again);
	for (int format = REPORT_AS_TABLE; format <= REPORT_AS_PLAIN; format++) {
		buffer_clear(&out);
		buffer_clear(&again);
		OK(report_write(&report, (enum report_format)format, false, 0, &out, err));
		OK(report_write(&report, (enum report_format)format, false, 0, &again, err));
		ck_assert_str_eq(out.text, again.text);
	}
	buffer_done(&again);
	unmake();
}
END_TEST

START_TEST(a_strict_file_is_refused_whole)
{
	struct error err = {0};

	make();
	ck_assert(!report_write(&report, REPORT_AS_CSV_RFC4180, true, 0, &out, &err));
	ck_assert_int_eq(err.kind, ERROR_INVALID);
	unmake();
}
END_TEST

START_TEST(no_two_columns_share_a_name_in_one_language)
{
	for (int i = 0; i < COLUMN_COUNT; i++) {
		enum column_name found = COLUMN_COUNT;

		ck_assert(column_read(column_of((enum column_name)i)->name[1], &found));
		ck_assert_msg((int)found == i, "%s is also %s", column_of((enum column_name)i)->name[1],
			column_of(found)->key);
		for (int j = 0; j < i; j++)
			ck_assert_msg(strcasecmp(column_of((enum column_name)i)->name[0],
					      column_of((enum column_name)j)->name[0]) != 0,
				"%s", column_of((enum column_name)i)->name[0]);
	}
	ck_assert(!column_read("nonsens", &(enum column_name){0}));
}
END_TEST

static const struct word *word_of(const struct programme *programme, const char *kind, const char *code)
{
	const struct word *word = programme_word(programme, kind, code);

	ck_assert_msg(word != NULL, "%s %s", kind, code);
	return word;
}

START_TEST(the_grant_is_for_21_of_which_one_is_a_municipality_and_for_six_years)
{
	struct programme programme = {0};
	int municipalities = 0;
	int64_t all = 0;

	OK(programme_read(&programme, err));
	for (int i = 0; i < programme.region_count; i++)
		municipalities += !strcmp(programme.regions[i].kind, "municipality");
	ck_assert_int_eq(municipalities, 1);
	ck_assert_str_eq(programme_region(&programme, "Gotland")->kind, "municipality");
	ck_assert_str_eq(programme_region(&programme, "Gotland")->statute_name, "Gotlands kommun");
	for (int i = 0; i < programme.limit_count; i++) {
		ck_assert_int_eq(programme.limits[i].year, 2025 + i);
		all += programme.limits[i].ore;
	}
	ck_assert_int_eq(all, INT64_C(150000000000)); /* 1.5 billion kronor */
	programme_done(&programme);
}
END_TEST

/* What may be funded and what it is weighed by, in the ordinance's and the guidance's words. */
START_TEST(the_law_as_data_has_the_words_of_the_sources)
{
	static const char *const words[][3] = {{"type", "restructuring", "omstrukturering"},
		{"type", "efficiency", "effektivisering"}, {"area", "service", "verksamhet"},
		{"area", "administration", "administration"}, {"effect", "more_care", "mer vård"},
		{"effect", "less_resources", "mindre resurser"}, {"effect", "higher_quality", "högre kvalitet"},
		{"tag", "process", "process"}, {"tag", "governance", "styrmodell"},
		{"tag", "time_freed", "frigjord tid"}, {"tag", "continuity", "kontinuitet och tillgänglighet"},
		{"tag", "phase_out", "utmönstring"}, {"result", "cost", "lägre kostnad"},
		{"result", "quality", "högre kvalitet"}, {"result", "access", "bättre tillgänglighet"}};
	struct programme programme = {0};

	OK(programme_read(&programme, err));
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		ck_assert_str_eq(word_of(&programme, words[i][0], words[i][1])->name[1], words[i][2]);
	ck_assert_ptr_nonnull(strstr(programme_gate(&programme, 1, "G10")->question[1], "ur regionens perspektiv"));
	ck_assert_ptr_nonnull(strstr(programme_criterion(&programme, 1, "K3")->name[1], "Långsiktighet"));
	ck_assert_ptr_nonnull(strstr(programme_criterion(&programme, 1, "K5")->name[1], "spridbarhet"));
	for (int i = 0; i < programme.gate_count; i++) {
		ck_assert_ptr_null(strcasestr(programme.gates[i].question[1], "medfinans"));
		ck_assert_ptr_null(strcasestr(programme.gates[i].question[1], "egen finansiering"));
		ck_assert_ptr_null(strcasestr(programme.gates[i].question[1], "samhällsekonom"));
	}
	for (int i = 0; i < programme.criterion_count; i++) /* what the guidance wishes for is a bonus, and only that */
		ck_assert_int_eq(programme.criteria[i].bonus, programme.criteria[i].sort >= 8);
	programme_done(&programme);
}
END_TEST

START_TEST(the_law_as_data_is_whole)
{
	struct programme programme = {0};
	int weights = 0;

	OK(programme_read(&programme, err));
	ck_assert_int_eq(programme.region_count, 21);
	ck_assert_int_eq(programme.gate_count, 13);
	ck_assert_int_eq(programme.criterion_count, 10);
	ck_assert_int_eq(programme.point_count, 10);
	ck_assert_int_eq(programme.limit_count, 6);
	for (int i = 0; i < programme.criterion_count; i++)
		weights += programme.criteria[i].weight;
	ck_assert_int_eq(weights, 100);
	for (int i = 0; i < programme.limit_count; i++)
		ck_assert_int_eq(programme.limits[i].ore, INT64_C(25000000000));
	programme_done(&programme);
}
END_TEST

START_TEST(the_law_as_data_is_taken_into_an_office_and_read_back)
{
	struct casework_founding founding = {"Kansli", "adam", "Adam", true, "2026-11-22 09:00:00"};
	struct programme from = {0}, back = {0};
	struct casework *cw = NULL;

	OK(casework_found(NULL, STORE_MEMORY, &founding, &cw, err));
	OK(programme_read(&from, err));
	OK(programme_adopt(cw, NULL, &from, err));
	OK(programme_load(cw, &back, err));
	ck_assert_int_eq(back.region_count, 21);
	ck_assert_str_eq(back.regions[0].short_name, "Blekinge");
	ck_assert_str_eq(back.regions[20].short_name, "Östergötland");
	ck_assert_int_eq(back.word_count, from.word_count);
	ck_assert_str_eq(programme_gate(&back, 1, "G12")->subject, "participant");
	ck_assert_str_ne(
		programme_criterion(&back, 1, "K4")->step[3][0], programme_criterion(&back, 1, "K4")->step[3][1]);
	programme_done(&back);
	programme_done(&from);
	casework_close(cw);
}
END_TEST

/* Two share second place by points; the chair has moved the last one up to first. */
START_TEST(equal_points_share_their_places)
{
	struct rank_row rows[] = {{.place = 1, .point_place = 4}, {.place = 2, .point_place = 1},
		{.place = 3, .point_place = 2}, {.place = 4, .point_place = 2}, {.place = 0, .point_place = 0}};
	const struct ranking ranking = {.items = rows, .count = 5, .placed = 4};

	ck_assert_int_eq(rank_shift(&ranking, &rows[0]), 3);
	ck_assert_int_eq(rank_shift(&ranking, &rows[1]), -1);
	ck_assert_int_eq(rank_shift(&ranking, &rows[2]), 0);
	ck_assert_int_eq(rank_shift(&ranking, &rows[3]), -1);
	ck_assert_int_eq(rank_shift(&ranking, &rows[4]), 0);
}
END_TEST

START_TEST(the_line_says_which_limit_binds_and_what_it_leaves)
{
	struct ranking ranking = {.left_ore = MONEY_UNKNOWN, .proposed_ore = INT64_C(11680000000)};
	struct arena arena;

	words_open("sv");
	arena_init(&arena);
	ck_assert_str_eq(rank_line_text(&arena, &ranking), "alla år: ingen ram är satt ── föreslaget 116 800 tkr");
	ranking.left_ore = INT64_C(20000000000);
	ranking.used_ore = ranking.proposed_ore;
	ck_assert_str_eq(rank_line_text(&arena, &ranking),
		"kvar alla år: 200 000 tkr ── föreslaget 116 800 ── återstår 83 200, allt ryms");
	ranking.binding_kind = "round";
	ranking.binding_year = 2027;
	ranking.left_ore = INT64_C(10000000000);
	ranking.used_ore = INT64_C(8590000000);
	ck_assert_str_eq(rank_line_text(&arena, &ranking),
		"kvar av omgångens ram 2027: 100 000 tkr ── föreslaget 85 900 ── återstår 14 100 ── alla år 116 800");
	arena_done(&arena);
}
END_TEST

START_TEST(json_is_told_a_field_a_row)
{
	struct report flat;

	words_open("sv");
	buffer_init(&out);
	report_flat(&flat,
		"{\"a\":1,\"b\":{\"c\":\"x \\\"y\\\"\\n\\u00e5\",\"d\":null},\"e\":[true,{\"f\":\"\"}],\"g\":[]}\n");
	OK(report_write(&flat, REPORT_AS_PLAIN, false, 0, &out, err));
	ck_assert_str_eq(out.text, "a\t1\nb.c\tx \"y\" å\nb.d\t\ne.1\ttrue\ne.2.f\t\n");
	report_done(&flat);
	buffer_done(&out);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {excel_gets_a_mark_semicolons_and_decimal_commas, programs_get_commas_and_points,
		json_carries_whole_ore_and_null_for_unknown, plain_has_one_line_a_row_and_no_head,
		the_line_stands_as_a_row_of_text, a_narrow_table_cuts_texts_and_never_numbers,
		the_same_report_gives_the_same_bytes, a_strict_file_is_refused_whole,
		no_two_columns_share_a_name_in_one_language, the_law_as_data_is_whole,
		the_grant_is_for_21_of_which_one_is_a_municipality_and_for_six_years,
		the_law_as_data_has_the_words_of_the_sources, the_law_as_data_is_taken_into_an_office_and_read_back,
		equal_points_share_their_places, the_line_says_which_limit_binds_and_what_it_leaves,
		json_is_told_a_field_a_row, a_table_says_its_unit_and_rounds_nothing_away, NULL};

	return claims_run("csv report", claims, 30);
}

/* JSON: valid by construction, harmless on a terminal, nothing lost. */
#include "base/json.h"
#include "base/json_row.h"
#include "base/json_walk.h"
#include "base/money.h"
#include "claims.h"

static struct buffer out;
static struct json json;

static void begin(void)
{
	buffer_init(&out);
	json_init(&json, &out);
}

static void ck_written(const char *expected)
{
	json_done(&json);
	ck_assert_str_eq(out.text, expected);
	buffer_done(&out);
}

START_TEST(objects_and_arrays_nest_with_commas_between)
{
	begin();
	json_object(&json, NULL);
	json_text(&json, "name", "Åre");
	json_number(&json, "n", -12);
	json_array(&json, "list");
	json_number(&json, NULL, 1);
	json_text(&json, NULL, "two");
	json_object(&json, NULL);
	json_bool(&json, "yes", true);
	json_bool(&json, "no", false);
	json_close(&json);
	json_array(&json, NULL);
	json_close(&json);
	json_close(&json);
	json_null(&json, "nothing");
	json_object(&json, "empty");
	json_close(&json);
	json_close(&json);
	ck_written("{\"name\":\"Åre\",\"n\":-12,\"list\":[1,\"two\",{\"yes\":true,\"no\":false},[]],\"nothing\":null,"
		   "\"empty\":{}}\n");
}
END_TEST

START_TEST(money_is_whole_ore_and_the_unknown_is_null)
{
	begin();
	json_object(&json, NULL);
	json_ore(&json, "sought_ore", 124000050);
	json_ore(&json, "granted_ore", MONEY_UNKNOWN);
	json_ore(&json, "paid_ore", 0);
	json_text(&json, "none", NULL);
	json_number(&json, "most", INT64_MAX);
	json_number(&json, "least", INT64_MIN);
	json_close(&json);
	ck_written("{\"sought_ore\":124000050,\"granted_ore\":null,\"paid_ore\":0,\"none\":null,"
		   "\"most\":9223372036854775807,\"least\":-9223372036854775808}\n");
}
END_TEST

START_TEST(text_is_escaped_so_that_nothing_is_lost_or_hidden)
{
	static const char *const rows[][2] = {{"", "\"\"\n"}, {"\"\\/", "\"\\\"\\\\/\"\n"},
		{"a\nb\tc\rd", "\"a\\nb\\tc\\rd\"\n"}, {"\x01\x1F\x7F", "\"\\u0001\\u001f\\u007f\"\n"},
		{"\033[2J", "\"\\u001b[2J\"\n"}, {"a\u202Eb", "\"a\\u202eb\"\n"},
		{"\u200B\uFEFF", "\"\\u200b\\ufeff\"\n"}, {"\u2028", "\"\\u2028\"\n"},
		{"\U000E0041", "\"\\udb40\\udc41\"\n"}, {"\xC2\x85", "\"\\u0085\"\n"}, {"😀", "\"😀\"\n"},
		{"åäö €", "\"åäö €\"\n"}, {"\xE5", "\"\\ufffd\"\n"}, {"a\xC3(", "\"a\\ufffd(\"\n"},
		{"\xED\xA0\x80", "\"\\ufffd\\ufffd\\ufffd\"\n"}, {"A\u030A", "\"A\u030A\"\n"}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		begin();
		json_text(&json, NULL, rows[i][0]);
		ck_written(rows[i][1]);
	}
	begin();
	json_object(&json, NULL);
	json_null(&json, "a\"b");
	json_close(&json);
	ck_written("{\"a\\\"b\":null}\n");
}
END_TEST

START_TEST(a_document_may_be_nested_as_deep_as_promised)
{
	begin();
	for (int i = 1; i < JSON_DEPTH; i++)
		json_array(&json, NULL);
	for (int i = 1; i < JSON_DEPTH; i++)
		json_close(&json);
	json_done(&json);
	ck_assert_uint_eq(out.bytes, 2 * (JSON_DEPTH - 1) + 1);
	buffer_done(&out);
}
END_TEST

START_TEST(deeper_stops_the_program)
{
	begin();
	for (int i = 1; i <= JSON_DEPTH; i++)
		json_array(&json, NULL);
}
END_TEST

START_TEST(an_unclosed_document_stops_the_program)
{
	begin();
	json_object(&json, NULL);
	json_done(&json);
}
END_TEST

START_TEST(an_empty_document_stops_the_program)
{
	begin();
	json_done(&json);
}
END_TEST

START_TEST(closing_too_much_stops_the_program)
{
	begin();
	json_object(&json, NULL);
	json_close(&json);
	json_close(&json);
}
END_TEST

START_TEST(a_nameless_member_stops_the_program)
{
	begin();
	json_object(&json, NULL);
	json_number(&json, NULL, 1);
}
END_TEST

START_TEST(a_name_in_an_array_stops_the_program)
{
	begin();
	json_array(&json, NULL);
	json_number(&json, "n", 1);
}
END_TEST

START_TEST(two_values_at_the_top_stop_the_program)
{
	begin();
	json_number(&json, NULL, 1);
	json_number(&json, NULL, 2);
}
END_TEST

START_TEST(money_under_a_name_without_its_unit_stops_the_program)
{
	begin();
	json_object(&json, NULL);
	json_ore(&json, "sought", 1);
}
END_TEST

static void walk_note(void *with, const char *path, const char *value)
{
	buffer_format(with, "%s=%s;", path, value ? value : "(null)");
}

START_TEST(what_was_written_is_read_back_value_by_value)
{
	struct buffer written, said;
	struct arena arena;

	buffer_init(&written);
	buffer_init(&said);
	arena_init(&arena);
	json_init(&json, &written);
	json_object(&json, NULL);
	json_text(&json, "title", "Å \"vård\"\n\\\t\x01");
	json_null(&json, "none");
	json_object(&json, "empty");
	json_close(&json);
	json_array(&json, "list");
	json_number(&json, NULL, -5);
	json_bool(&json, NULL, true);
	json_object(&json, NULL);
	json_ore(&json, "sought_ore", 100);
	json_close(&json);
	json_close(&json);
	json_close(&json);
	json_done(&json);
	json_walk(written.text, &arena, walk_note, &said);
	ck_assert_str_eq(
		said.text, "title=Å \"vård\"\n\\\t\x01;none=(null);list.1=-5;list.2=true;list.3.sought_ore=100;");
	arena_done(&arena);
	buffer_done(&said);
	buffer_done(&written);
}
END_TEST

struct sampled {
	const char *title;
	int n;
	int64_t version, ore;
	bool late;
};

START_TEST(members_are_written_as_the_types_they_have)
{
	static const struct json_member members[] = {JSON_MEMBER(struct sampled, "title", title),
		JSON_MEMBER(struct sampled, "n", n), JSON_MEMBER(struct sampled, "version", version),
		JSON_MEMBER_OF_ORE(struct sampled, "sought_ore", ore), JSON_MEMBER(struct sampled, "late", late), {0}};
	const struct sampled rows[] = {{"Å", 3, INT64_C(5000000000), 100, true}, {NULL, -1, 2, MONEY_UNKNOWN, false}};
	struct buffer written;
	struct json rowed;

	buffer_init(&written);
	json_init(&rowed, &written);
	json_object(&rowed, NULL);
	json_rows(&rowed, "rows", rows, 2, sizeof *rows, members);
	json_rows(&rowed, "none", NULL, 0, sizeof *rows, members);
	json_close(&rowed);
	json_done(&rowed);
	ck_assert_str_eq(written.text,
		"{\"rows\":[{\"title\":\"Å\",\"n\":3,\"version\":5000000000,\"sought_ore\":100,\"late\":true},"
		"{\"title\":null,\"n\":-1,\"version\":2,\"sought_ore\":null,\"late\":false}],\"none\":[]}\n");
	buffer_done(&written);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {objects_and_arrays_nest_with_commas_between,
		money_is_whole_ore_and_the_unknown_is_null, text_is_escaped_so_that_nothing_is_lost_or_hidden,
		a_document_may_be_nested_as_deep_as_promised, what_was_written_is_read_back_value_by_value,
		members_are_written_as_the_types_they_have, NULL};
	const TTest *const stops[] = {deeper_stops_the_program, an_unclosed_document_stops_the_program,
		an_empty_document_stops_the_program, closing_too_much_stops_the_program,
		a_nameless_member_stops_the_program, a_name_in_an_array_stops_the_program,
		two_values_at_the_top_stop_the_program, money_under_a_name_without_its_unit_stops_the_program, NULL};
	return claims_run_with_stops("json", claims, stops, 30);
}

/* What is typed in a form's field, understood; and a form's words about it, without any terminal. */
#include "base/money.h"
#include "base/words.h"
#include "claims.h"
#include "fake_terminal.h"
#include "tui/form.h"

static const struct field_choice choices[] = {{"yes", N_("yes")}, {"no", "nej"}, {NULL, NULL}};
static struct arena arena;
static day today;

static void begin(void)
{
	words_open("sv");
	arena_init(&arena);
	today = day_read("2026-11-22");
}

static void end(void)
{
	arena_done(&arena);
}

static bool reads(enum field_kind kind, bool required, const char *typed, struct field_value *out, struct error *err)
{
	struct field field = {.name = "x", .label = "Belopp", .kind = kind, .required = required, .choices = choices};
	return field_read(&field, NULL, typed, today, &arena, out, err);
}

START_TEST(each_kind_reads_its_own)
{
	struct field_value value;
	struct error err;
	ck_assert(reads(FIELD_LINE, true, "  Ängelholm ", &value, &err));
	ck_assert(reads(FIELD_MONEY, true, "1,2 mnkr", &value, &err));
	ck_assert_int_eq(value.number, INT64_C(120000000));
	ck_assert_str_eq(value.text, "1,2 mnkr");
	ck_assert(reads(FIELD_DAY, true, "+14", &value, &err));
	ck_assert_int_eq(value.number, day_read("2026-12-06"));
	ck_assert(reads(FIELD_NUMBER, true, "007", &value, &err));
	ck_assert_int_eq(value.number, 7);
	ck_assert(reads(FIELD_CHOICE, true, "no", &value, &err));
	ck_assert_int_eq(value.number, 1);
	ck_assert(reads(FIELD_CHECKBOX, false, "x", &value, &err));
	ck_assert_int_eq(value.number, 1);
	ck_assert(reads(FIELD_TEXT, true, "ett\ntvå", &value, &err));
	ck_assert_str_eq(value.text, "ett\ntvå");
}
END_TEST

START_TEST(empty_is_unknown_and_never_nought)
{
	struct field_value value;
	struct error err;
	ck_assert(reads(FIELD_MONEY, false, "", &value, &err));
	ck_assert(value.number == MONEY_UNKNOWN);
	ck_assert(reads(FIELD_DAY, false, "  ", &value, &err));
	ck_assert(value.number == DAY_NONE);
	ck_assert(reads(FIELD_NUMBER, false, "", &value, &err));
	ck_assert(value.number == NUMBER_NONE);
	ck_assert(reads(FIELD_CHOICE, false, "", &value, &err));
	ck_assert_int_eq(value.number, -1);
	ck_assert(reads(FIELD_CHECKBOX, false, "", &value, &err));
	ck_assert_int_eq(value.number, 0);
	for (int kind = FIELD_LINE; kind <= FIELD_CHECKBOX; kind++) {
		ck_assert(!reads((enum field_kind)kind, true, " ", &value, &err));
		ck_assert_str_eq(err.text, "Belopp måste fyllas i.");
	}
}
END_TEST

START_TEST(what_is_not_understood_is_refused_with_a_way_out)
{
	static const struct {
		enum field_kind kind;
		const char *typed, *said;
	} wrong[] = {
		{FIELD_MONEY, "tolv", "12 tkr"},
		{FIELD_MONEY, "1.000", "1.000"},
		{FIELD_DAY, "30/2", "2026-12-01"},
		{FIELD_NUMBER, "-1", "heltal"},
		{FIELD_NUMBER, "1 000", "heltal"},
		{FIELD_NUMBER, "99999999999999999999", "heltal"},
		{FIELD_CHOICE, "kanske", "alternativen"},
		{FIELD_LINE, "ett\ntvå", ""},
		{FIELD_LINE, "höger\u202Evänster", ""},
	};
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		struct field_value value = {"orört", 4711};
		struct error err = {ERROR_NONE, ""};
		ck_assert_msg(!reads(wrong[i].kind, false, wrong[i].typed, &value, &err), "%s is read", wrong[i].typed);
		ck_assert_int_eq(err.kind, ERROR_INVALID);
		ck_assert_msg(strstr(err.text, wrong[i].said) != NULL, "%s", err.text);
		ck_assert_str_eq(value.text, "orört");
		ck_assert_int_eq(value.number, 4711);
	}
}
END_TEST

START_TEST(what_was_understood_is_said_beside)
{
	static const struct {
		enum field_kind kind;
		bool required;
		const char *typed, *said;
	} echoes[] = {
		{FIELD_MONEY, false, "1,2 mnkr", "= 1 200 000 kr"},
		{FIELD_MONEY, false, "12 tkr", "= 12 000 kr"},
		{FIELD_MONEY, false, "tolv", ""},
		{FIELD_MONEY, true, "", "krävs"},
		{FIELD_DAY, false, "1/12", "= tisdag 2026-12-01"},
		{FIELD_DAY, false, "2026-12-24", "= torsdag 2026-12-24, julafton"},
		{FIELD_DAY, false, "2026-12-26", "= lördag 2026-12-26"},
		{FIELD_LINE, false, "text", ""},
	};
	for (size_t i = 0; i < sizeof echoes / sizeof echoes[0]; i++) {
		char out[96];
		struct field field = {
			.name = "x", .label = "X", .kind = echoes[i].kind, .required = echoes[i].required};
		field_echo(&field, NULL, echoes[i].typed, today, out);
		ck_assert_str_eq(out, echoes[i].said);
	}
}
END_TEST

/* ---- a form on the fake terminal */

static struct fake fake;
static struct ui *ui;
static const struct clock noon = {"2026-11-22 14:02:07"};
static char kept[64], operation_one[64], operation_two[64];
static int saves, dones;

static bool name_set(void *record, const struct field_value *value, struct error *err)
{
	(void)record;
	(void)err;
	snprintf(kept, sizeof kept, "%s", value->text);
	return true;
}

static bool refuse_once(
	struct ui *of, void *record, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	(void)of;
	(void)record;
	ck_assert_int_eq(version, 7);
	*wrong = "name";
	snprintf(saves == 0 ? operation_one : operation_two, sizeof operation_one, "%s", operation);
	return saves++ > 0 || refuse(err, ERROR_BUSY, "Kön stod still. Försök igen.");
}

static void done(void *record)
{
	(void)record;
	dones++;
}

static const struct field fields[] = {
	{.name = "name", .label = "Namn", .kind = FIELD_LINE, .required = true, .set = name_set},
	{.name = "text", .label = "Text", .kind = FIELD_TEXT},
	{.name = NULL},
};
static const struct form_kind kind = {
	.name = "note", .title = N_("Form"), .fields = fields, .save = refuse_once, .done = done};

static void blank_draw(const struct pane *pane, struct area area)
{
	(void)pane;
	(void)area;
}

static const struct pane_kind below = {.name = "below", .title = N_("Menu"), .draw = blank_draw};

START_TEST(a_save_that_is_tried_again_has_the_same_operation)
{
	fake_init(&fake, 24, 80);
	ui = ui_new(&(struct ui_options){.terminal = &fake.terminal, .clock = &noon});
	ui_push(ui, &below, NULL);
	form_open(ui, &(struct form_what){.kind = &kind, .key = "note-1", .title = "1", .version = 7});
	fake_type(&fake, ui, "Åsa");
	fake_press(&fake, ui, "Ctrl-S");
	ck_assert_int_eq(saves, 1);
	ck_assert_str_eq(fake_row(&fake, ui_sheet(ui), 22),
		"Fel: Kön stod still. Försök igen. Det du har skrivit finns kvar som utkast.");
	ck_assert_str_eq(fake_row(&fake, ui_sheet(ui), 2), "    Kön stod still. Försök igen.");
	fake_press(&fake, ui, "Ctrl-S");
	ck_assert_int_eq(saves, 2);
	ck_assert_str_eq(operation_one, operation_two);
	ck_assert(operation_is(operation_one));
	ck_assert_str_eq(kept, "Åsa");
	ck_assert(ui_top(ui)->kind == &below);
	ck_assert_int_eq(dones, 1);
	ui_free(ui);
}
END_TEST

START_TEST(a_form_begins_in_the_field_it_is_asked_to)
{
	fake_init(&fake, 24, 80);
	ui = ui_new(&(struct ui_options){.terminal = &fake.terminal, .clock = &noon});
	ui_push(ui, &below, NULL);
	form_open(ui, &(struct form_what){.kind = &kind, .key = "note-1", .title = "1", .version = 7, .focus = "text"});
	fake_type(&fake, ui, "a q");
	ck_assert_str_eq(fake_row(&fake, ui_sheet(ui), 2), "> Text");
	ck_assert_str_eq(fake_row(&fake, ui_sheet(ui), 3), "  a q");
	ui_free(ui);
	ck_assert_int_eq(dones, 1);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		each_kind_reads_its_own,
		empty_is_unknown_and_never_nought,
		what_is_not_understood_is_refused_with_a_way_out,
		what_was_understood_is_said_beside,
		a_save_that_is_tried_again_has_the_same_operation,
		a_form_begins_in_the_field_it_is_asked_to,
		NULL,
	};
	return claims_run_in("tui field", claims, begin, end, 30);
}

/* The fields of the decision form: outcome, amounts per payment year, instalments, reasons, and what 14 § asks for. */
#include "tui/deciding.h"

#include "base/text.h"
#include "base/words.h"

RECORD_TEXT(deciding, outcome)
RECORD_DAY(deciding, decided_on)
RECORD_TEXT(deciding, meeting)
RECORD_TEXT(deciding, provisions)
RECORD_TEXT(deciding, reasons)
RECORD_TEXT(deciding, ground)
RECORD_DAY(deciding, final_on)
RECORD_TEXT(deciding, final_how)
RECORD_TEXT(deciding, conditions)
RECORD_TEXT(deciding, kind)
RECORD_TEXT(deciding, region)
RECORD_TEXT(deciding, section)
RECORD_TEXT(deciding, deciders)
RECORD_TEXT(deciding, presenter)
RECORD_TEXT(deciding, others)
RECORD_DAY(deciding, from_on)
RECORD_DAY(deciding, to_on)

/* A day, or that there is none: whether a partial report is due must be thought of. */
static const char *report_on_get(const void *given, struct arena *arena)
{
	return arena_text(arena, ((const struct deciding *)given)->report_on);
}

static bool report_on_set(void *given, const struct field_value *value, struct error *err)
{
	struct deciding *deciding = given;
	char text[DAY_TEXT];
	day due;

	if (!value->text[0]) {
		deciding->report_on = NULL;
		return true;
	}
	if (!strcasecmp(value->text, "none") || !strcasecmp(value->text, _("none"))) {
		deciding->report_on = "none";
		return true;
	}
	if (!day_parse(value->text, casework_today(deciding->base.desk->cw), &due, err))
		return false;
	day_text(due, text);
	deciding->report_on = arena_text(&deciding->base.arena, text);
	return true;
}

static const char *money_get(const struct deciding *deciding, int64_t ore, struct arena *arena)
{
	char money[MONEY_TEXT];

	return ore == MONEY_UNKNOWN
		       ? ""
		       : arena_text(arena, money_text(ore, MONEY_PLAIN, deciding->base.desk->swedish, money));
}

static bool recipient_choice(const void *given, int which, struct field_choice *out)
{
	const struct application *whole = &((const struct deciding *)given)->whole;

	if (which >= whole->participant_count)
		return false;
	*out = (struct field_choice){whole->participants[which].region, whole->participants[which].region_name};
	return true;
}

/* One pair of functions for each payment year, and four for each row: a field knows its record, not its place. */
#define AMOUNT(i)                                                                                                      \
	static const char *amount_##i##_get(const void *given, struct arena *arena)                                    \
	{                                                                                                              \
		return money_get(given, ((const struct deciding *)given)->amounts[i], arena);                          \
	}                                                                                                              \
	static bool amount_##i##_set(void *given, const struct field_value *value, struct error *err)                  \
	{                                                                                                              \
		(void)err;                                                                                             \
		((struct deciding *)given)->amounts[i] = value->number;                                                \
		return true;                                                                                           \
	}
AMOUNT(0)
AMOUNT(1)
AMOUNT(2)
AMOUNT(3)
AMOUNT(4)
AMOUNT(5)

#define ROW_TEXT(i, member, keep)                                                                                      \
	static const char *member##_##i##_get(const void *given, struct arena *arena)                                  \
	{                                                                                                              \
		return arena_text(arena, ((const struct deciding *)given)->rows[i].member);                            \
	}                                                                                                              \
	static bool member##_##i##_set(void *given, const struct field_value *value, struct error *err)                \
	{                                                                                                              \
		(void)err;                                                                                             \
		((struct deciding *)given)->rows[i].member = keep;                                                     \
		return true;                                                                                           \
	}
#define ROW(i)                                                                                                         \
	ROW_TEXT(i, due_on, record_day(given, value))                                                                  \
	ROW_TEXT(i, recipient, arena_text(&((struct record *)given)->arena, value->text))                              \
	ROW_TEXT(i, condition, arena_text(&((struct record *)given)->arena, value->text))                              \
	static const char *row_##i##_get(const void *given, struct arena *arena)                                       \
	{                                                                                                              \
		return money_get(given, ((const struct deciding *)given)->rows[i].ore, arena);                         \
	}                                                                                                              \
	static bool row_##i##_set(void *given, const struct field_value *value, struct error *err)                     \
	{                                                                                                              \
		(void)err;                                                                                             \
		((struct deciding *)given)->rows[i].ore = value->number;                                               \
		return true;                                                                                           \
	}
ROW(0)
ROW(1)
ROW(2)
ROW(3)
ROW(4)
ROW(5)
ROW(6)
ROW(7)
ROW(8)
ROW(9)
ROW(10)
ROW(11)

RECORD_WORDS(outcome_word, "outcome")

/* The outcomes a decision can be recorded with; a case closed without trial is no decision on a measure. */
static bool outcome_choice(const void *given, int which, struct field_choice *out)
{
	for (int word = 0; outcome_word_choice(given, word, out); word++) {
		if (strcmp(out->word, "granted") != 0 && strcmp(out->word, "partly") != 0 &&
			strcmp(out->word, "refused") != 0)
			continue;
		if (which-- == 0)
			return true;
	}
	return false;
}

RECORD_WORDS(kind_word, "decision_form")

/* The first decision on a measure is of no other kind, and no later one is the first. */
static bool kind_choice(const void *given, int which, struct field_choice *out)
{
	bool later = ((const struct deciding *)given)->replaces;

	for (int word = 0; kind_word_choice(given, word, out); word++)
		if (later == (strcmp(out->word, "first") != 0) && which-- == 0)
			return true;
	return false;
}

/* Before the words "refused" or "partly" stand: has the applicant been told? */
static void outcome_about(const void *given, const char *typed, int64_t today, char out[FIELD_ABOUT])
{
	const char *warning = ((const struct deciding *)given)->uncommunicated;

	(void)today;
	snprintf(out, FIELD_ABOUT, "%s", warning && *typed && strcmp(typed, "granted") != 0 ? warning : "");
}

#define AMOUNT_HELP N_("Granted in the payment year: kronor, or with a unit as 5,5 mnkr. Empty is nothing.")
#define DAY_HELP N_("The day the instalment is to be paid; its year is the payment year.")
#define RECIPIENT_HELP N_("Who receives it; empty is the lead.")
#define CONDITION_HELP N_("What must be met before it is paid (14 § 7); empty is nothing.")

/* The four fields of row i, whose number on the screen is n. */
#define ROW_FIELDS(i, n, the_day, the_amount, the_recipient, the_condition)                                            \
	{.name = "day_" n,                                                                                             \
		.label = (the_day),                                                                                    \
		.kind = FIELD_DAY,                                                                                     \
		.get = due_on_##i##_get,                                                                               \
		.set = due_on_##i##_set,                                                                               \
		.help = DAY_HELP},                                                                                     \
		{.name = "row_" n,                                                                                     \
			.label = (the_amount),                                                                         \
			.kind = FIELD_MONEY,                                                                           \
			.get = row_##i##_get,                                                                          \
			.set = row_##i##_set},                                                                         \
		{.name = "recipient_" n,                                                                               \
			.label = (the_recipient),                                                                      \
			.kind = FIELD_CHOICE,                                                                          \
			.choice = recipient_choice,                                                                    \
			.get = recipient_##i##_get,                                                                    \
			.set = recipient_##i##_set,                                                                    \
			.help = RECIPIENT_HELP},                                                                       \
	{                                                                                                              \
		.name = "condition_" n, .label = (the_condition), .kind = FIELD_LINE, .get = condition_##i##_get,      \
		.set = condition_##i##_set, .help = CONDITION_HELP                                                     \
	}

const struct field deciding_fields[] = {
	{.name = "outcome",
		.label = N_("Outcome"),
		.kind = FIELD_CHOICE,
		.choice = outcome_choice,
		.get = outcome_get,
		.set = outcome_set,
		.about = outcome_about,
		.help = N_("A refusal grants nothing: amounts and rows are then left out.")},
	{.name = "decided_on",
		.label = N_("Decided on"),
		.kind = FIELD_DAY,
		.required = true,
		.get = decided_on_get,
		.set = decided_on_set,
		.help = N_("The day the delegation decided.")},
	{.name = "meeting", .label = N_("Meeting and §"), .kind = FIELD_LINE, .get = meeting_get, .set = meeting_set},
	{.name = "section",
		.label = N_("Section of the minutes"),
		.kind = FIELD_LINE,
		.get = section_get,
		.set = section_set,
		.help = N_("Where the sitting is kept here: § 4. It then says who decided and took part (31 § FL).")},
	{.name = "deciders",
		.label = N_("Who decided"),
		.kind = FIELD_LINE,
		.get = deciders_get,
		.set = deciders_set,
		.help = N_("31 § FL; without a section of the minutes. Take away those who were not there.")},
	{.name = "presenter",
		.label = N_("Presenter"),
		.kind = FIELD_LINE,
		.get = presenter_get,
		.set = presenter_set,
		.help = N_("Who presented the matter (31 § FL).")},
	{.name = "others",
		.label = N_("Others taking part"),
		.kind = FIELD_LINE,
		.get = others_get,
		.set = others_set,
		.help = N_("Who took part in the final handling without deciding (31 § FL); empty is nobody.")},
	{.name = "amount_2025",
		.label = N_("Granted 2025"),
		.kind = FIELD_MONEY,
		.get = amount_0_get,
		.set = amount_0_set,
		.help = AMOUNT_HELP},
	{.name = "amount_2026",
		.label = N_("Granted 2026"),
		.kind = FIELD_MONEY,
		.get = amount_1_get,
		.set = amount_1_set,
		.help = AMOUNT_HELP},
	{.name = "amount_2027",
		.label = N_("Granted 2027"),
		.kind = FIELD_MONEY,
		.get = amount_2_get,
		.set = amount_2_set,
		.help = AMOUNT_HELP},
	{.name = "amount_2028",
		.label = N_("Granted 2028"),
		.kind = FIELD_MONEY,
		.get = amount_3_get,
		.set = amount_3_set,
		.help = AMOUNT_HELP},
	{.name = "amount_2029",
		.label = N_("Granted 2029"),
		.kind = FIELD_MONEY,
		.get = amount_4_get,
		.set = amount_4_set,
		.help = AMOUNT_HELP},
	{.name = "amount_2030",
		.label = N_("Granted 2030"),
		.kind = FIELD_MONEY,
		.get = amount_5_get,
		.set = amount_5_set,
		.help = AMOUNT_HELP},
	{.name = "reasons",
		.label = N_("Reasons"),
		.kind = FIELD_TEXT,
		.required = true,
		.rows = 4,
		.get = reasons_get,
		.set = reasons_set,
		.help = N_("Which circumstances were decisive (32 § FL). Points are no reasons.")},
	{.name = "provisions",
		.label = N_("Provisions"),
		.kind = FIELD_TEXT,
		.required = true,
		.rows = 2,
		.get = provisions_get,
		.set = provisions_set,
		.help = N_("Which provisions were applied (32 § FL).")},
	{.name = "from_on",
		.label = N_("Period from"),
		.kind = FIELD_DAY,
		.get = from_on_get,
		.set = from_on_set,
		.help = N_("When the measure is to be carried out (14 § 4).")},
	{.name = "to_on", .label = N_("Period to"), .kind = FIELD_DAY, .get = to_on_get, .set = to_on_set},
	{.name = "report_on",
		.label = N_("Partial report"),
		.kind = FIELD_LINE,
		.get = report_on_get,
		.set = report_on_set,
		.help = N_("The day it is due (14 § 5), or none.")},
	{.name = "final_on",
		.label = N_("Final report"),
		.kind = FIELD_DAY,
		.get = final_on_get,
		.set = final_on_set,
		.help = N_("The day it is due (14 § 6).")},
	{.name = "final_how",
		.label = N_("How it is reported"),
		.kind = FIELD_TEXT,
		.rows = 2,
		.get = final_how_get,
		.set = final_how_set},
	{.name = "conditions",
		.label = N_("Other conditions"),
		.kind = FIELD_TEXT,
		.rows = 2,
		.get = conditions_get,
		.set = conditions_set,
		.help = N_("14 § 7; write that there are none when there are none.")},
	{.name = "kind",
		.label = N_("Kind of decision"),
		.kind = FIELD_CHOICE,
		.choice = kind_choice,
		.get = kind_get,
		.set = kind_set,
		.help = N_("Only when an earlier decision is replaced. What is then left empty stays as it was.")},
	{.name = "ground",
		.label = N_("Ground"),
		.kind = FIELD_LINE,
		.get = ground_get,
		.set = ground_set,
		.help = N_("Only when an earlier decision is replaced: 37 or 38 § FL and why, or what was written "
			   "wrong.")},
	{.name = "region",
		.label = N_("Region that leaves"),
		.kind = FIELD_CHOICE,
		.choice = recipient_choice,
		.get = region_get,
		.set = region_set,
		.help = N_("Only when a region leaves a joint measure.")},
	ROW_FIELDS(0, "1", N_("Row 1 day"), N_("Row 1 amount"), N_("Row 1 recipient"), N_("Row 1 condition")),
	ROW_FIELDS(1, "2", N_("Row 2 day"), N_("Row 2 amount"), N_("Row 2 recipient"), N_("Row 2 condition")),
	ROW_FIELDS(2, "3", N_("Row 3 day"), N_("Row 3 amount"), N_("Row 3 recipient"), N_("Row 3 condition")),
	ROW_FIELDS(3, "4", N_("Row 4 day"), N_("Row 4 amount"), N_("Row 4 recipient"), N_("Row 4 condition")),
	ROW_FIELDS(4, "5", N_("Row 5 day"), N_("Row 5 amount"), N_("Row 5 recipient"), N_("Row 5 condition")),
	ROW_FIELDS(5, "6", N_("Row 6 day"), N_("Row 6 amount"), N_("Row 6 recipient"), N_("Row 6 condition")),
	ROW_FIELDS(6, "7", N_("Row 7 day"), N_("Row 7 amount"), N_("Row 7 recipient"), N_("Row 7 condition")),
	ROW_FIELDS(7, "8", N_("Row 8 day"), N_("Row 8 amount"), N_("Row 8 recipient"), N_("Row 8 condition")),
	ROW_FIELDS(8, "9", N_("Row 9 day"), N_("Row 9 amount"), N_("Row 9 recipient"), N_("Row 9 condition")),
	ROW_FIELDS(9, "10", N_("Row 10 day"), N_("Row 10 amount"), N_("Row 10 recipient"), N_("Row 10 condition")),
	ROW_FIELDS(10, "11", N_("Row 11 day"), N_("Row 11 amount"), N_("Row 11 recipient"), N_("Row 11 condition")),
	ROW_FIELDS(11, "12", N_("Row 12 day"), N_("Row 12 amount"), N_("Row 12 recipient"), N_("Row 12 condition")),
	{.name = NULL},
};

#define ROW_NAMES(n)                                                                                                   \
	{                                                                                                              \
		"day_" n, "row_" n, "recipient_" n, "condition_" n                                                     \
	}
const struct deciding_names deciding_rows[DECIDING_ROWS] = {ROW_NAMES("1"), ROW_NAMES("2"), ROW_NAMES("3"),
	ROW_NAMES("4"), ROW_NAMES("5"), ROW_NAMES("6"), ROW_NAMES("7"), ROW_NAMES("8"), ROW_NAMES("9"), ROW_NAMES("10"),
	ROW_NAMES("11"), ROW_NAMES("12")};

/* What a case is made of, continued: a measure and what hangs by it. */
#include "casework/case_copy_inner.h"

#include "base/words.h"

#define FIELDS(name) static const struct copy_field name##_fields[]
#define PARTS(name) static const struct copy_part *const name##_parts[]

FIELDS(amount) = {{"year", COPY_NUMBER, true}, {"kind", COPY_CODE, true, "cost sought"}, {"amount_ore", COPY_ORE}, {0}};
static const struct copy_part amount = {.name = "amounts",
	.told = N_("amount"),
	.fields = amount_fields,
	.list = SQL_CASE_COPY_AMOUNT,
	.put = SQL_CASE_COPY_AMOUNT_PUT,
	.folded = true,
	.right = RIGHT_MEASURE_PUT};
FIELDS(promise) = {{"constant", COPY_TEXT, true}, {"need_shown", COPY_TEXT, true},
	{"result", COPY_WORD, false, "result"}, {"running", COPY_TEXT, true}, {"transfer", COPY_TEXT, true},
	{"otherwise", COPY_TEXT, true}, {"scope", COPY_TEXT, true}, {"perspective", COPY_TEXT, true},
	{"hours", COPY_NUMBER}, {"productivity", COPY_YES, true}, {"quality", COPY_YES, true}, {0}};
static const struct copy_part promise = {.name = "promise",
	.told = N_("promise"),
	.fields = promise_fields,
	.list = SQL_CASE_COPY_PROMISE,
	.put = SQL_CASE_COPY_PROMISE_PUT,
	.single = true,
	.object = OBJECT_PROMISE,
	.right = RIGHT_MEASURE_PUT};
FIELDS(least) = {{"amount_ore", COPY_ORE}, {"source", COPY_TEXT, true}, {"put_by", COPY_PERSON, true},
	{"put_at", COPY_MOMENT, true}, {0}};
static const struct copy_part least = {.name = "least_amount",
	.told = N_("least amount that makes sense"),
	.fields = least_fields,
	.list = SQL_CASE_COPY_LEAST,
	.put = SQL_CASE_COPY_LEAST_PUT,
	.single = true,
	.object = OBJECT_LEAST_AMOUNT,
	.right = RIGHT_LEAST_PUT};
FIELDS(cost) = {{"n", COPY_NUMBER, true}, {"year", COPY_NUMBER, true}, {"kind", COPY_WORD, true, "cost"},
	{"amount_ore", COPY_ORE, true}, {"text", COPY_TEXT, true}, {"dropped_on", COPY_DAY}, {0}};
static const struct copy_part cost = {.name = "costs",
	.told = N_("cost row"),
	.fields = cost_fields,
	.list = SQL_CASE_COPY_COST,
	.put = SQL_CASE_COPY_COST_PUT,
	.object = OBJECT_COST,
	.right = RIGHT_MEASURE_PUT};
FIELDS(indicator) = {{"n", COPY_NUMBER, true}, {"name", COPY_TEXT, true}, {"unit", COPY_LINE, true},
	{"baseline", COPY_TEXT, true}, {"baseline_on", COPY_DAY}, {"target", COPY_TEXT, true}, {"target_on", COPY_DAY},
	{"method", COPY_TEXT, true}, {"dropped_on", COPY_DAY}, {0}};
static const struct copy_part indicator = {.name = "indicators",
	.told = N_("indicator"),
	.fields = indicator_fields,
	.list = SQL_CASE_COPY_INDICATOR,
	.put = SQL_CASE_COPY_INDICATOR_PUT,
	.object = OBJECT_INDICATOR,
	.right = RIGHT_MEASURE_PUT};
FIELDS(support) = {{"n", COPY_NUMBER, true}, {"name", COPY_TEXT, true}, {"from_on", COPY_DAY}, {"to_on", COPY_DAY},
	{"amount_ore", COPY_ORE}, {"source", COPY_TEXT, true}, {"dropped_on", COPY_DAY}, {0}};
static const struct copy_part support = {.name = "supports",
	.told = N_("other state support"),
	.fields = support_fields,
	.list = SQL_CASE_COPY_SUPPORT,
	.put = SQL_CASE_COPY_SUPPORT_PUT,
	.object = OBJECT_SUPPORT,
	.right = RIGHT_MEASURE_PUT};

FIELDS(score) = {{"criterion", COPY_LINE, true}, {"points", COPY_NUMBER}, {"low", COPY_NUMBER}, {"high", COPY_NUMBER},
	{"reason", COPY_TEXT, true}, {0}};
static const struct copy_part score = {.name = "scores",
	.told = N_("score"),
	.fields = score_fields,
	.list = SQL_CASE_COPY_SCORE,
	.put = SQL_CASE_COPY_SCORE_PUT,
	.folded = true,
	.right = RIGHT_ASSESSOR_ASSIGN};
FIELDS(abstention) = {{"criterion", COPY_LINE, true}, {"reason", COPY_TEXT, true}, {0}};
static const struct copy_part abstention = {.name = "abstentions",
	.told = N_("abstention"),
	.fields = abstention_fields,
	.list = SQL_CASE_COPY_ABSTENTION,
	.put = SQL_CASE_COPY_ABSTENTION_PUT,
	.folded = true,
	.right = RIGHT_ASSESSOR_ASSIGN};
FIELDS(rescore) = {{"criterion", COPY_LINE, true}, {"n", COPY_NUMBER, true}, {"criteria_version", COPY_NUMBER, true},
	{"points", COPY_NUMBER}, {"low", COPY_NUMBER}, {"high", COPY_NUMBER}, {"reason", COPY_TEXT, true},
	{"why", COPY_TEXT, true}, {"scored_by", COPY_PERSON, true}, {"scored_at", COPY_MOMENT, true}, {0}};
static const struct copy_part rescore = {.name = "rescores",
	.told = N_("later score"),
	.fields = rescore_fields,
	.list = SQL_CASE_COPY_RESCORE,
	.put = SQL_CASE_COPY_RESCORE_PUT,
	.object = OBJECT_RESCORE,
	.right = RIGHT_ASSESSOR_ASSIGN};
FIELDS(assessment) = {{"criteria_version", COPY_NUMBER, true}, {"submitted_at", COPY_MOMENT, true}, {0}};
PARTS(assessment) = {&score, &abstention, &rescore, NULL};
static const struct copy_part assessment = {.name = "assessment",
	.told = N_("assessment"),
	.fields = assessment_fields,
	.list = SQL_CASE_COPY_ASSESSMENT,
	.put = SQL_CASE_COPY_ASSESSMENT_PUT,
	.single = true,
	.object = OBJECT_ASSESSMENT,
	.late = "submitted_at",
	.ends = true,
	.end = SQL_CASE_COPY_ASSESSMENT_END,
	.right = RIGHT_ASSESSOR_ASSIGN,
	.parts = assessment_parts};
FIELDS(assignment) = {{"person", COPY_PERSON, true}, {"assigned_by", COPY_PERSON, true},
	{"assigned_at", COPY_MOMENT, true}, {"ended_at", COPY_MOMENT}, {0}};
FIELDS(consensus) = {{"criterion", COPY_LINE, true}, {"n", COPY_NUMBER, true}, {"criteria_version", COPY_NUMBER, true},
	{"points", COPY_NUMBER}, {"discussion", COPY_TEXT, true}, {"on_day", COPY_DAY, true},
	{"recorded_by", COPY_PERSON, true}, {"recorded_at", COPY_MOMENT, true}, {0}};
const struct copy_part copy_consensus = {.name = "consensus",
	.told = N_("agreed step"),
	.fields = consensus_fields,
	.list = SQL_CASE_COPY_CONSENSUS,
	.put = SQL_CASE_COPY_CONSENSUS_PUT,
	.object = OBJECT_CONSENSUS,
	.right = RIGHT_CONSENSUS_RECORD};
PARTS(assignment) = {&assessment, NULL};
const struct copy_part copy_assignment = {.name = "assignments",
	.told = N_("assignment"),
	.fields = assignment_fields,
	.list = SQL_CASE_COPY_ASSIGNMENT,
	.put = SQL_CASE_COPY_ASSIGNMENT_PUT,
	.object = OBJECT_ASSIGNMENT,
	.right = RIGHT_ASSESSOR_ASSIGN,
	.parts = assignment_parts};

FIELDS(report_region) = {{"region", COPY_REGION, true}, {"used_ore", COPY_ORE}, {"unused_ore", COPY_ORE},
	{"effects", COPY_TEXT, true}, {0}};
static const struct copy_part report_region = {.name = "regions",
	.told = N_("what a region reports"),
	.fields = report_region_fields,
	.list = SQL_CASE_COPY_REPORT_REGION,
	.put = SQL_CASE_COPY_REPORT_REGION_PUT,
	.folded = true,
	.right = RIGHT_REPORT_PUT};
FIELDS(report_effect) = {{"indicator", COPY_NUMBER, true}, {"region", COPY_REGION}, {"achieved", COPY_LINE, true},
	{"achieved_on", COPY_DAY}, {"note", COPY_TEXT, true}, {0}};
static const struct copy_part report_effect = {.name = "effects",
	.told = N_("what was achieved"),
	.fields = report_effect_fields,
	.list = SQL_CASE_COPY_REPORT_EFFECT,
	.put = SQL_CASE_COPY_REPORT_EFFECT_PUT,
	.folded = true,
	.right = RIGHT_REPORT_PUT};
FIELDS(report) = {{"n", COPY_NUMBER, true}, {"received_on", COPY_DAY, true}, {"document", COPY_NUMBER},
	{"progress", COPY_TEXT, true}, {"carried_out", COPY_TEXT, true}, {"total_cost_ore", COPY_ORE},
	{"outcome", COPY_CODE, false, "approved sent_back"}, {"outcome_on", COPY_DAY}, {"outcome_by", COPY_PERSON},
	{"reason", COPY_TEXT, true}, {"again_on", COPY_DAY}, {"recorded_by", COPY_PERSON, true},
	{"recorded_at", COPY_MOMENT, true}, {0}};
PARTS(report) = {&report_region, &report_effect, NULL};
static const struct copy_part report = {.name = "received",
	.told = N_("report that came in"),
	.fields = report_fields,
	.list = SQL_CASE_COPY_REPORT,
	.put = SQL_CASE_COPY_REPORT_PUT,
	.object = OBJECT_REPORT,
	.right = RIGHT_REPORT_PUT,
	.parts = report_parts};
FIELDS(reminder) = {{"sent_on", COPY_DAY, true}, {"way", COPY_WORD, true, "arrival"}, {"recipient", COPY_REGION, true},
	{"document", COPY_NUMBER}, {0}};
static const struct copy_part reminder = {.name = "reminders",
	.told = N_("reminder of a report"),
	.fields = reminder_fields,
	.list = SQL_CASE_COPY_REMINDER,
	.put = SQL_CASE_COPY_REMINDER_PUT,
	.folded = true,
	.right = RIGHT_REPORT_PUT};
FIELDS(report_due) = {{"n", COPY_NUMBER, true}, {"kind", COPY_CODE, true, "partial final"}, {"due_on", COPY_DAY, true},
	{"decision", COPY_NUMBER, true}, {"dropped_on", COPY_DAY}, {"why", COPY_TEXT, true},
	{"made_by", COPY_PERSON, true}, {"made_at", COPY_MOMENT, true}, {0}};
PARTS(report_due) = {&reminder, &report, NULL};
static const struct copy_part report_due = {.name = "reports",
	.told = N_("report on the grant"),
	.fields = report_due_fields,
	.list = SQL_CASE_COPY_REPORT_DUE,
	.put = SQL_CASE_COPY_REPORT_DUE_PUT,
	.object = OBJECT_REPORT_DUE,
	.right = RIGHT_REPORT_PUT,
	.parts = report_due_parts};
FIELDS(measure) = {{"n", COPY_NUMBER, true}, {"title", COPY_LINE, true}, {"description", COPY_TEXT, true},
	{"achieve", COPY_TEXT, true}, {"type", COPY_WORD, false, "type"}, {"area", COPY_WORD, false, "area"},
	{"effect", COPY_WORD, false, "effect"}, {"tags", COPY_LINE, true}, {"from_on", COPY_DAY}, {"to_on", COPY_DAY},
	{"form", COPY_WORD, false, "form"}, {"other_support", COPY_TEXT, true}, {"lasting", COPY_TEXT, true},
	{"invented", COPY_NUMBER, true}, {"withdrawn_on", COPY_DAY}, {"withdrawn_why", COPY_TEXT}, {0}};
PARTS(measure) = {&amount, &promise, &least, &cost, &indicator, &support, &copy_assignment, &copy_consensus,
	&copy_decision, &report_due, &copy_withholding, &copy_claim, NULL};
const struct copy_part copy_measure = {.name = "measures",
	.told = N_("measure"),
	.fields = measure_fields,
	.list = SQL_CASE_COPY_MEASURE,
	.put = SQL_CASE_COPY_MEASURE_PUT,
	.object = OBJECT_MEASURE,
	.right = RIGHT_MEASURE_PUT,
	.parts = measure_parts};

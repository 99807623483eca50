/* What a case is made of, continued: what the delegation has decided of money, where it went, and what came back. A
 * sitting stays in the office that held it: who decided stands with each decision. */
#include "casework/case_copy_inner.h"

#include "base/words.h"

#define FIELDS(name) static const struct copy_field name##_fields[]
#define PARTS(name) static const struct copy_part *const name##_parts[]

FIELDS(form) = {{"kind", COPY_CODE, true, "first correction change extension withdrawal leaving"},
	{"provision", COPY_LINE, true}, {"region", COPY_REGION}, {"deciders", COPY_TEXT, true},
	{"presenter", COPY_TEXT, true}, {"others", COPY_TEXT, true}, {0}};
static const struct copy_part form = {.name = "form",
	.told = N_("form of a decision"),
	.fields = form_fields,
	.list = SQL_CASE_COPY_FORM,
	.put = SQL_CASE_COPY_FORM_PUT,
	.single = true,
	.folded = true,
	.young = true,
	.tells = true,
	.tale = OBJECT_DECISION_FORM,
	.right = RIGHT_DECISION_RECORD};
FIELDS(granted) = {{"year", COPY_NUMBER, true}, {"amount_ore", COPY_ORE, true}, {0}};
static const struct copy_part granted = {.name = "granted",
	.told = N_("granted amount"),
	.fields = granted_fields,
	.list = SQL_CASE_COPY_GRANTED,
	.put = SQL_CASE_COPY_GRANTED_PUT,
	.folded = true,
	.right = RIGHT_DECISION_RECORD};
FIELDS(point) = {{"point", COPY_NUMBER, true}, {"text", COPY_TEXT, true}, {0}};
static const struct copy_part point = {.name = "points",
	.told = N_("point of a decision"),
	.fields = point_fields,
	.list = SQL_CASE_COPY_POINT,
	.put = SQL_CASE_COPY_POINT_PUT,
	.folded = true,
	.right = RIGHT_DECISION_RECORD};
FIELDS(plan) = {{"version", COPY_NUMBER, true}, {"made_by", COPY_PERSON, true}, {"made_at", COPY_MOMENT, true},
	{"why", COPY_TEXT, true}, {0}};
static const struct copy_part plan = {.name = "plans",
	.told = N_("payment plan"),
	.fields = plan_fields,
	.list = SQL_CASE_COPY_PLAN,
	.put = SQL_CASE_COPY_PLAN_PUT,
	.folded = true,
	.tells = true,
	.tale = OBJECT_PLAN,
	.right = RIGHT_DECISION_RECORD};
FIELDS(review) = {{"person", COPY_PERSON, true}, {"at", COPY_MOMENT, true}, {0}};
static const struct copy_part review = {.name = "review",
	.told = N_("review of an instalment"),
	.fields = review_fields,
	.list = SQL_CASE_COPY_REVIEW,
	.put = SQL_CASE_COPY_REVIEW_PUT,
	.single = true,
	.folded = true,
	.young = true,
	.tells = true,
	.tale = OBJECT_INSTALMENT_COURSE,
	.right = RIGHT_ATTEST};
FIELDS(attest) = {{"person", COPY_PERSON, true}, {"at", COPY_MOMENT, true}, {0}};
static const struct copy_part attest = {.name = "attest",
	.told = N_("authorisation"),
	.fields = attest_fields,
	.list = SQL_CASE_COPY_ATTEST,
	.put = SQL_CASE_COPY_ATTEST_PUT,
	.single = true,
	.folded = true,
	.right = RIGHT_ATTEST};
FIELDS(revoked) = {{"person", COPY_PERSON, true}, {"at", COPY_MOMENT, true}, {"why", COPY_TEXT, true}, {0}};
static const struct copy_part revoked = {.name = "revoked",
	.told = N_("authorisation taken back"),
	.fields = revoked_fields,
	.list = SQL_CASE_COPY_REVOKED,
	.put = SQL_CASE_COPY_REVOKED_PUT,
	.single = true,
	.folded = true,
	.young = true,
	.tells = true,
	.tale = OBJECT_INSTALMENT_COURSE,
	.right = RIGHT_PAYMENT_RECORD};
FIELDS(payment) = {{"paid_on", COPY_DAY, true}, {"reference", COPY_LINE, true}, {"recorded_by", COPY_PERSON, true},
	{"recorded_at", COPY_MOMENT, true}, {0}};
static const struct copy_part payment = {.name = "payment",
	.told = N_("payment"),
	.fields = payment_fields,
	.list = SQL_CASE_COPY_PAYMENT,
	.put = SQL_CASE_COPY_PAYMENT_PUT,
	.single = true,
	.folded = true,
	.right = RIGHT_PAYMENT_RECORD};
FIELDS(sealed) = {{"batch", COPY_NUMBER, true}, {"n", COPY_NUMBER, true},
	{"account_kind", COPY_CODE, true, "bankgiro plusgiro account"}, {"account", COPY_LINE, true},
	{"sealed_by", COPY_PERSON, true}, {"sealed_at", COPY_MOMENT, true}, {"rows", COPY_NUMBER, true},
	{"sum_ore", COPY_ORE, true}, {"hash", COPY_LINE, true}, {0}};
static const struct copy_part sealed = {.name = "sealed",
	.told = N_("row of a payment file"),
	.fields = sealed_fields,
	.list = SQL_CASE_COPY_SEALED,
	.put = SQL_CASE_COPY_SEALED_PUT,
	.single = true,
	.folded = true,
	.young = true,
	.tells = true,
	.tale = OBJECT_INSTALMENT_COURSE,
	.right = RIGHT_BATCH_SEAL};
FIELDS(returned) = {{"returned_on", COPY_DAY, true}, {"reference", COPY_LINE, true}, {"why", COPY_TEXT, true},
	{"recorded_by", COPY_PERSON, true}, {"recorded_at", COPY_MOMENT, true}, {0}};
static const struct copy_part returned = {.name = "returned",
	.told = N_("payment that came back"),
	.fields = returned_fields,
	.list = SQL_CASE_COPY_RETURNED,
	.put = SQL_CASE_COPY_RETURNED_PUT,
	.single = true,
	.folded = true,
	.young = true,
	.tells = true,
	.tale = OBJECT_INSTALMENT_COURSE,
	.right = RIGHT_PAYMENT_RECORD};
FIELDS(instalment) = {{"n", COPY_NUMBER, true}, {"since", COPY_NUMBER, true}, {"until", COPY_NUMBER},
	{"due_on", COPY_DAY, true}, {"year", COPY_NUMBER, true}, {"amount_ore", COPY_ORE, true},
	{"recipient", COPY_REGION, true}, {"condition", COPY_TEXT, true}, {"condition_met_on", COPY_DAY},
	{"made_by", COPY_PERSON, true}, {0}};
PARTS(instalment) = {&review, &attest, &revoked, &payment, &sealed, &returned, NULL};
static const struct copy_part instalment = {.name = "instalments",
	.told = N_("instalment"),
	.fields = instalment_fields,
	.list = SQL_CASE_COPY_INSTALMENT,
	.put = SQL_CASE_COPY_INSTALMENT_PUT,
	.object = OBJECT_INSTALMENT,
	.right = RIGHT_DECISION_RECORD,
	.parts = instalment_parts};
FIELDS(decision) = {{"n", COPY_NUMBER, true}, {"outcome", COPY_CODE, true, "granted partly refused"},
	{"decided_on", COPY_DAY, true}, {"meeting", COPY_LINE, true}, {"ground", COPY_TEXT, true},
	{"provisions", COPY_TEXT, true}, {"reasons", COPY_TEXT, true}, {"replaces", COPY_NUMBER},
	{"recorded_by", COPY_PERSON, true}, {"recorded_at", COPY_MOMENT, true}, {0}};
PARTS(decision) = {&form, &granted, &point, &plan, &instalment, NULL};
const struct copy_part copy_decision = {.name = "decisions",
	.told = N_("decision"),
	.fields = decision_fields,
	.list = SQL_CASE_COPY_DECISION,
	.put = SQL_CASE_COPY_DECISION_PUT,
	.object = OBJECT_DECISION,
	.right = RIGHT_DECISION_RECORD,
	.parts = decision_parts};

/* ---- payment withheld, and money back */

FIELDS(held) = {{"decision", COPY_NUMBER, true}, {"instalment", COPY_NUMBER, true}, {0}};
static const struct copy_part held = {.name = "rows",
	.told = N_("row that is withheld"),
	.fields = held_fields,
	.list = SQL_CASE_COPY_HELD,
	.put = SQL_CASE_COPY_HELD_PUT,
	.folded = true,
	.right = RIGHT_DECISION_RECORD};
FIELDS(withholding) = {{"n", COPY_NUMBER, true}, {"ground", COPY_CODE, true, "17.1 17.2"},
	{"evidence", COPY_TEXT, true}, {"final", COPY_YES, true}, {"amount_ore", COPY_ORE, true},
	{"decided_on", COPY_DAY, true}, {"deciders", COPY_TEXT, true}, {"presenter", COPY_TEXT, true},
	{"others", COPY_TEXT, true}, {"reasons", COPY_TEXT, true}, {"recorded_by", COPY_PERSON, true},
	{"recorded_at", COPY_MOMENT, true}, {"lifted_on", COPY_DAY}, {"lifted_why", COPY_TEXT},
	{"lifted_deciders", COPY_TEXT}, {"lifted_presenter", COPY_TEXT}, {"lifted_others", COPY_TEXT}, {0}};
PARTS(withholding) = {&held, NULL};
const struct copy_part copy_withholding = {.name = "withholdings",
	.told = N_("decision to withhold"),
	.fields = withholding_fields,
	.list = SQL_CASE_COPY_WITHHOLDING,
	.put = SQL_CASE_COPY_WITHHOLDING_PUT,
	.object = OBJECT_WITHHOLDING,
	.young = true,
	.right = RIGHT_DECISION_RECORD,
	.parts = withholding_parts};
FIELDS(demand_row) = {{"n", COPY_NUMBER, true}, {"from_on", COPY_DAY, true}, {"through_on", COPY_DAY, true},
	{"days", COPY_NUMBER, true}, {"base", COPY_NUMBER, true}, {"balance_ore", COPY_ORE, true},
	{"lending", COPY_NUMBER, true}, {"rate", COPY_NUMBER, true}, {0}};
static const struct copy_part demand_row = {.name = "periods",
	.told = N_("period of interest"),
	.fields = demand_row_fields,
	.list = SQL_CASE_COPY_DEMAND_ROW,
	.put = SQL_CASE_COPY_DEMAND_ROW_PUT,
	.folded = true,
	.right = RIGHT_DEMAND_SEND};
FIELDS(demand) = {{"n", COPY_NUMBER, true}, {"sent_on", COPY_DAY, true}, {"through_on", COPY_DAY, true},
	{"principal_ore", COPY_ORE, true}, {"interest_ore", COPY_ORE, true}, {"text", COPY_RAW, true},
	{"document", COPY_NUMBER}, {"made_by", COPY_PERSON, true}, {"made_at", COPY_MOMENT, true}, {0}};
PARTS(demand) = {&demand_row, NULL};
static const struct copy_part demand = {.name = "demands",
	.told = N_("demand"),
	.fields = demand_fields,
	.list = SQL_CASE_COPY_DEMAND,
	.put = SQL_CASE_COPY_DEMAND_PUT,
	.object = OBJECT_DEMAND,
	.right = RIGHT_DEMAND_SEND,
	.parts = demand_parts};
FIELDS(claim) = {{"n", COPY_NUMBER, true}, {"region", COPY_REGION, true}, {"ground", COPY_CODE, true, "18.1 18.2 18.3"},
	{"evidence", COPY_TEXT, true}, {"amount_ore", COPY_ORE, true}, {"lifted", COPY_YES, true},
	{"reduced_ore", COPY_ORE, true}, {"interest_cut", COPY_NUMBER, true}, {"special_reasons", COPY_TEXT, true},
	{"decided_on", COPY_DAY, true}, {"deciders", COPY_TEXT, true}, {"presenter", COPY_TEXT, true},
	{"others", COPY_TEXT, true}, {"reasons", COPY_TEXT, true}, {"pay_by", COPY_DAY, true},
	{"day_count", COPY_CODE, true, "365 actual 360"}, {"replaces", COPY_NUMBER}, {"provision", COPY_LINE, true},
	{"recorded_by", COPY_PERSON, true}, {"recorded_at", COPY_MOMENT, true}, {0}};
PARTS(claim) = {&demand, NULL};
const struct copy_part copy_claim = {.name = "claims",
	.told = N_("claim"),
	.fields = claim_fields,
	.list = SQL_CASE_COPY_CLAIM,
	.put = SQL_CASE_COPY_CLAIM_PUT,
	.object = OBJECT_CLAIM,
	.young = true,
	.right = RIGHT_DECISION_RECORD,
	.parts = claim_parts};
FIELDS(portion) = {{"n", COPY_NUMBER, true}, {"kind", COPY_CODE, true, "principal interest voluntary back"},
	{"measure", COPY_NUMBER, true}, {"claim", COPY_NUMBER}, {"year", COPY_NUMBER, true},
	{"amount_ore", COPY_ORE, true}, {"why", COPY_TEXT, true}, {"made_by", COPY_PERSON, true},
	{"made_at", COPY_MOMENT, true}, {"taken_back_at", COPY_MOMENT}, {"taken_back_why", COPY_TEXT}, {0}};
static const struct copy_part portion = {.name = "parts",
	.told = N_("what money in is for"),
	.fields = portion_fields,
	.list = SQL_CASE_COPY_MONEY_PART,
	.put = SQL_CASE_COPY_MONEY_PART_PUT,
	.folded = true,
	.of_case = true,
	.right = RIGHT_MONEY_IN};
FIELDS(money_in) = {{"region", COPY_REGION}, {"on_day", COPY_DAY, true}, {"amount_ore", COPY_ORE, true},
	{"reference", COPY_LINE, true}, {"recorded_by", COPY_PERSON, true}, {"recorded_at", COPY_MOMENT, true}, {0}};
PARTS(money_in) = {&portion, NULL};
const struct copy_part copy_money_in = {.name = "money_in",
	.told = N_("money in"),
	.fields = money_in_fields,
	.list = SQL_CASE_COPY_MONEY_IN,
	.put = SQL_CASE_COPY_MONEY_IN_PUT,
	.object = OBJECT_MONEY_IN,
	.young = true,
	.ends = true,
	.end = SQL_CASE_COPY_MONEY_IN_END,
	.right = RIGHT_MONEY_IN,
	.parts = money_in_parts};

/* ---- what is not tried */

FIELDS(ruling) = {{"n", COPY_NUMBER, true}, {"measure", COPY_NUMBER},
	{"kind", COPY_CODE, true, "written_off dismissed"}, {"decided_on", COPY_DAY, true},
	{"deciders", COPY_TEXT, true}, {"presenter", COPY_TEXT, true}, {"others", COPY_TEXT, true},
	{"provisions", COPY_TEXT, true}, {"reasons", COPY_TEXT, true}, {"replaces", COPY_NUMBER},
	{"provision", COPY_LINE, true}, {"lifted", COPY_YES, true}, {"recorded_by", COPY_PERSON, true},
	{"recorded_at", COPY_MOMENT, true}, {0}};
const struct copy_part copy_ruling = {.name = "rulings",
	.told = N_("ruling"),
	.fields = ruling_fields,
	.list = SQL_CASE_COPY_RULING,
	.put = SQL_CASE_COPY_RULING_PUT,
	.object = OBJECT_RULING,
	.young = true,
	.right = RIGHT_DECISION_RECORD};
FIELDS(decision_paper) = {{"document", COPY_NUMBER, true}, {"measure", COPY_NUMBER}, {"decision", COPY_NUMBER},
	{"ruling", COPY_NUMBER}, {0}};
const struct copy_part copy_decision_paper = {.name = "decision_papers",
	.told = N_("paper of a decision"),
	.fields = decision_paper_fields,
	.list = SQL_CASE_COPY_DECISION_PAPER,
	.put = SQL_CASE_COPY_DECISION_PAPER_PUT,
	.object = OBJECT_DECISION_PAPER,
	.young = true,
	.right = RIGHT_DOCUMENT_PUT};
FIELDS(money_paper) = {{"document", COPY_NUMBER, true}, {"measure", COPY_NUMBER, true}, {"withholding", COPY_NUMBER},
	{"lifting", COPY_YES, true}, {"claim", COPY_NUMBER}, {0}};
const struct copy_part copy_money_paper = {.name = "money_papers",
	.told = N_("paper of a decision on money"),
	.fields = money_paper_fields,
	.list = SQL_CASE_COPY_MONEY_PAPER,
	.put = SQL_CASE_COPY_MONEY_PAPER_PUT,
	.object = OBJECT_MONEY_PAPER,
	.young = true,
	.right = RIGHT_DOCUMENT_PUT};

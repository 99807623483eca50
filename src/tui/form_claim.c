/* The forms of claims (18–20 §§): what is reclaimed, a later decision that changes it or takes it away, and a demand.
 * Invariant: whose money it is and how much is said by a person; nothing is set off. */
#include "tui/decreed.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/claim.h"
#include "casework/lending_rate.h"
#include "csv/claim_paper.h"

struct claim_record {
	union {
		struct record base;
		struct decreed decreed;
	};
	struct claim before; /* that is changed or demanded; texts in the arena */
	const char *region, *ground, *evidence, *special_reasons, *interest_cut, *pay_by, *day_count, *what, *provision,
		*sent_on, *through_on, *way;
	int64_t ore, reduced, document;
	int cut; /* interest_cut read */
};

RECORD_TEXT(claim_record, region)
RECORD_TEXT(claim_record, ground)
RECORD_TEXT(claim_record, evidence)
RECORD_TEXT(claim_record, special_reasons)
RECORD_TEXT(claim_record, day_count)
RECORD_TEXT(claim_record, what)
RECORD_TEXT(claim_record, provision)
RECORD_DAY(claim_record, pay_by)
RECORD_DAY(claim_record, sent_on)
RECORD_DAY(claim_record, through_on)
RECORD_TEXT(claim_record, way)
RECORD_WORDS(arrival, "arrival")

static const char *ore_get(const void *given, struct arena *arena)
{
	const struct claim_record *record = given;

	return decreed_money(&record->decreed, record->ore, arena);
}

static bool ore_set(void *given, const struct field_value *value, struct error *err)
{
	(void)err;
	((struct claim_record *)given)->ore = value->number;
	return true;
}

static const char *reduced_get(const void *given, struct arena *arena)
{
	const struct claim_record *record = given;

	return decreed_money(&record->decreed, record->reduced, arena);
}

static bool reduced_set(void *given, const struct field_value *value, struct error *err)
{
	(void)err;
	((struct claim_record *)given)->reduced = value->number;
	return true;
}

static const char *interest_cut_get(const void *given, struct arena *arena)
{
	return arena_text(arena, ((const struct claim_record *)given)->interest_cut);
}

static bool interest_cut_set(void *given, const struct field_value *value, struct error *err)
{
	struct claim_record *record = given;
	int cut = 0;

	if (!text_blank(value->text) && !per_cent_parse(value->text, &cut, err))
		return false;
	record->cut = cut;
	record->interest_cut = arena_text(&record->base.arena, value->text);
	return true;
}

static bool document_set(void *given, const struct field_value *value, struct error *err)
{
	(void)err;
	((struct claim_record *)given)->document = value->number == NUMBER_NONE ? 0 : value->number;
	return true;
}

static const char *region_name(const struct claim_record *record, const char *code)
{
	const struct region *region = programme_region(&record->base.desk->programme, code);

	return region ? region->name : code;
}

/* What can be claimed of the region that is chosen: paid, less what is claimed or paid back already. */
static void ore_about(const void *given, const char *typed, int64_t today, char out[FIELD_ABOUT])
{
	const struct claim_record *record = given;
	const struct desk *desk = record->base.desk;
	const char *region = text_blank(record->region) ? record->decreed.lead : record->region;
	struct claim_room room;
	char paid[MONEY_TEXT], left[MONEY_TEXT];

	(void)typed;
	(void)today;
	out[0] = '\0';
	if (!claim_room_load(desk->cw, record->decreed.measure, region, &room, NULL))
		return;
	snprintf(out, FIELD_ABOUT, _("%s: paid out %s, of which %s can be claimed."), region_name(record, region),
		desk_kr(desk, room.paid_ore, paid), desk_kr(desk, room.left_ore, left));
}

static const struct field_choice grounds[] = {{"18.1", N_("a ground for withholding (18 § 1)")},
	{"18.2", N_("unused, whole or in part (18 § 2)")}, {"18.3", N_("used for another purpose (18 § 3)")},
	{NULL, NULL}};
static const struct field_choice counts[] = {{"365", N_("365: days as in the calendar, of 365")},
	{"actual", N_("actual: of 365, in leap years of 366")}, {"360", N_("360: months of 30 days")}, {NULL, NULL}};
static const struct field_choice whats[] = {{"changed", N_("the claim is changed")},
	{"lifted", N_("the claim is taken away: nothing is claimed")}, {NULL, NULL}};
static const struct field_choice provisions[] = {{"FL 36", N_("36 § FL: a clerical error")},
	{"FL 37", N_("37 § FL: found wrong, and not to anybody's harm")},
	{"FL 38", N_("38 § FL: plainly wrong in an essential part")}, {NULL, NULL}};

#define CLAIM_AMOUNT                                                                                                   \
	{                                                                                                              \
		.name = "amount", .label = N_("What the ground covers"), .kind = FIELD_MONEY, .required = true,        \
		.get = ore_get, .set = ore_set, .about = ore_about, .help = N_("Before any reduction.")                \
	}
#define CLAIM_FIELDS                                                                                                   \
	{.name = "reduced",                                                                                            \
		.label = N_("Reduced by (19 §)"),                                                                      \
		.kind = FIELD_MONEY,                                                                                   \
		.get = reduced_get,                                                                                    \
		.set = reduced_set,                                                                                    \
		.help = N_("For special reasons only; empty: nothing.")},                                              \
		{.name = "interest_cut",                                                                               \
			.label = N_("Interest reduced by"),                                                            \
			.kind = FIELD_LINE,                                                                            \
			.get = interest_cut_get,                                                                       \
			.set = interest_cut_set,                                                                       \
			.help = N_("Per cent of the interest, for special reasons only; empty: nothing.")},            \
		{.name = "special_reasons",                                                                            \
			.label = N_("Special reasons"),                                                                \
			.kind = FIELD_TEXT,                                                                            \
			.rows = 2,                                                                                     \
			.get = special_reasons_get,                                                                    \
			.set = special_reasons_set,                                                                    \
			.help = N_("Needed when the claim or its interest is reduced.")},                              \
		{.name = "evidence",                                                                                   \
			.label = N_("What shows it"),                                                                  \
			.kind = FIELD_TEXT,                                                                            \
			.rows = 3,                                                                                     \
			.required = true,                                                                              \
			.get = evidence_get,                                                                           \
			.set = evidence_set},                                                                          \
	{                                                                                                              \
		.name = "pay_by", .label = N_("To be paid by"), .kind = FIELD_DAY, .required = true,                   \
		.get = pay_by_get, .set = pay_by_set,                                                                  \
		.help = N_("Interest runs from a month after the decision all the same.")                              \
	}

static const struct field claim_fields[] = {
	{.name = "ground",
		.label = N_("Ground"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choices = grounds,
		.get = ground_get,
		.set = ground_set},
	{.name = "region",
		.label = N_("Liable"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choice = record_region,
		.get = region_get,
		.set = region_set},
	CLAIM_AMOUNT,
	CLAIM_FIELDS,
	DECREED_DAY,
	DECREED_FIELDS,
	{.name = "day_count",
		.label = N_("Day count"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choices = counts,
		.get = day_count_get,
		.set = day_count_set,
		.help = N_("How the days of interest are counted; it stands on the sheet.")},
	{.name = NULL},
};
static const struct field change_fields[] = {
	{.name = "what",
		.label = N_("What is decided"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choices = whats,
		.get = what_get,
		.set = what_set},
	{.name = "provision",
		.label = N_("Provision"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choices = provisions,
		.get = provision_get,
		.set = provision_set},
	CLAIM_AMOUNT,
	CLAIM_FIELDS,
	DECREED_DAY,
	DECREED_FIELDS,
	{.name = NULL},
};
static const struct field demand_fields[] = {
	{.name = "sent_on",
		.label = N_("Sent on"),
		.kind = FIELD_DAY,
		.required = true,
		.get = sent_on_get,
		.set = sent_on_set},
	{.name = "through_on",
		.label = N_("Interest through"),
		.kind = FIELD_DAY,
		.get = through_on_get,
		.set = through_on_set,
		.help = N_("Empty: the day it is sent. The sheet and the letter are kept as they are sent.")},
	{.name = "document",
		.label = N_("Document"),
		.kind = FIELD_NUMBER,
		.set = document_set,
		.help = N_("Its number in the case's register, where it is there already. Empty: it is put there.")},
	{.name = "way",
		.label = N_("Sent by"),
		.kind = FIELD_CHOICE,
		.choice = arrival_choice,
		.get = way_get,
		.set = way_set},
	{.name = NULL},
};

/* ---- saving */

static int64_t known(int64_t ore)
{
	return ore == MONEY_UNKNOWN ? 0 : ore;
}

static void change_fill(const struct claim_record *record, const struct decreed_by *by, struct claim_change *change)
{
	change->region = record->region;
	change->ground = record->ground;
	change->evidence = record->evidence;
	change->ore = known(record->ore);
	change->reduced_ore = known(record->reduced);
	change->interest_cut = record->cut;
	change->special_reasons = record->special_reasons;
	change->decided_on = record->decreed.decided_on;
	change->reasons = record->decreed.reasons;
	change->pay_by = record->pay_by;
	change->day_count = record->day_count;
	change->item = by->item;
	change->deciders = by->deciders;
	change->presenter = by->presenter;
	change->others = by->others;
}

static const char *claim_summary(struct claim_record *record)
{
	struct arena *arena = &record->base.arena;
	const struct desk *desk = record->base.desk;
	char ore[MONEY_TEXT], net[MONEY_TEXT], reduced[MONEY_TEXT];
	const char *text =
		arena_format(arena, _("Record the delegation's decision of %s on %s: %s pays back %s by %s."),
			record->decreed.decided_on, record->decreed.title, region_name(record, record->region),
			desk_kr(desk, record->ore - known(record->reduced), net), record->pay_by);

	if (known(record->reduced))
		text = arena_format(arena, _("%s\nThe ground covers %s, reduced by %s: %s."), text,
			desk_kr(desk, record->ore, ore), desk_kr(desk, record->reduced, reduced),
			record->special_reasons);
	return arena_format(arena, _("%s\nGround: %s.\nA decision is followed by another, never undone."), text,
		claim_ground_words(record->ground));
}

static bool claim_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct claim_record *record = given;
	struct operation op = record_operation(operation, version);
	struct claim_change change = {0};
	struct decreed_by by;

	if (!decreed_by(&record->decreed, &by, wrong, err) ||
		!decreed_confirm(ui, &record->decreed, claim_summary(record)))
		return false;
	change_fill(record, &by, &change);
	return claim_record(record->base.desk->cw, &op, record->decreed.measure, &change, NULL, err);
}

static void claim_saved(struct ui *ui, void *given)
{
	const struct claim_record *record = given;

	ui_stale(ui);
	ui_say(ui, _("The claim on %s is recorded. Y shows it with its interest; ! there sends a demand."),
		record->decreed.number);
}

static bool change_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct claim_record *record = given;
	struct operation op = record_operation(operation, version);
	bool lifted = !strcmp(record->what, "lifted");
	struct claim_change change = {.replaces = record->before.id, .lifted = lifted, .provision = record->provision};
	struct decreed_by by;
	const char *text = lifted ? arena_format(&record->base.arena,
					    _("Record the delegation's decision of %s on %s: claim %d is taken away."),
					    record->decreed.decided_on, record->decreed.title, record->before.n)
				  : claim_summary(record);

	if (!decreed_by(&record->decreed, &by, wrong, err) || !decreed_confirm(ui, &record->decreed, text))
		return false;
	change_fill(record, &by, &change);
	return claim_record(record->base.desk->cw, &op, 0, &change, NULL, err);
}

static void change_saved(struct ui *ui, void *given)
{
	const struct claim_record *record = given;

	ui_stale(ui);
	ui_say(ui, _("Claim %d on %s is replaced by the later decision."), record->before.n, record->decreed.number);
}

static bool demand_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct claim_record *record = given;
	struct operation op = record_operation(operation, version);
	struct demand_change change = {record->sent_on, record->through_on, (int)record->document, true, record->way};

	(void)ui;
	(void)wrong;
	return demand_send(
		record->base.desk->cw, &op, record->before.id, &change, demand_letter_write, NULL, NULL, err);
}

static void demand_saved(struct ui *ui, void *given)
{
	const struct claim_record *record = given;

	ui_stale(ui);
	ui_say(ui, _("The demand is kept as it was sent on %s, and stands in the case's register."), record->sent_on);
}

/* ---- opening */

static const struct form_kind claim_kind = {.name = "claim",
	.title = N_("Claim (18 §)"),
	.fields = claim_fields,
	.save = claim_save,
	.saved = claim_saved,
	.done = record_done};
static const struct form_kind change_kind = {.name = "claim-change",
	.title = N_("A later decision on the claim"),
	.fields = change_fields,
	.save = change_save,
	.saved = change_saved,
	.done = record_done};
static const struct form_kind demand_kind = {.name = "demand",
	.title = N_("Demand"),
	.fields = demand_fields,
	.save = demand_save,
	.saved = demand_saved,
	.done = record_done};

static struct claim_record *claim_new(struct ui *ui, int64_t measure, struct error *err)
{
	struct claim_record *record = decreed_new(ui, sizeof *record, measure, err);
	day today = ui_today(ui);
	char pay_by[DAY_TEXT];

	if (!record)
		return NULL;
	day_text(day_next_working(today + 30), pay_by);
	record->pay_by = arena_text(&record->base.arena, pay_by);
	record->region = record->decreed.lead;
	record->ground = record->evidence = record->special_reasons = record->interest_cut = "";
	record->day_count = "365";
	record->ore = record->reduced = MONEY_UNKNOWN;
	return record;
}

void claim_form(struct ui *ui, int64_t measure)
{
	struct error err = {0};
	struct claim_record *record = claim_new(ui, measure, &err);
	char key[48];

	if (!record) {
		desk_refused(ui, &err);
		return;
	}
	snprintf(key, sizeof key, "claim-%lld", (long long)measure);
	form_open(ui,
		&(struct form_what){.kind = &claim_kind, .key = key, .title = record->decreed.title, .record = record});
}

/* The claim as it stands is what the form begins with: only what the later decision changes is typed. */
static void before_fill(struct claim_record *record, const struct claim *claim)
{
	struct arena *arena = &record->base.arena;

	record->before.id = claim->id;
	record->before.n = claim->n;
	record->region = arena_text(arena, claim->region);
	record->ground = arena_text(arena, claim->ground);
	record->evidence = arena_text(arena, claim->evidence);
	record->special_reasons = arena_text(arena, claim->special_reasons ? claim->special_reasons : "");
	record->pay_by = arena_text(arena, claim->pay_by);
	record->day_count = arena_text(arena, claim->day_count);
	record->ore = claim->ore;
	record->reduced = claim->reduced_ore ? claim->reduced_ore : MONEY_UNKNOWN;
	record->interest_cut = claim->interest_cut ? arena_format(arena, "%d,%02d", claim->interest_cut / 100,
							     claim->interest_cut % 100)
						   : "";
	record->what = "changed";
	record->provision = "";
}

void claim_change_form(struct ui *ui, const struct claim *claim)
{
	struct error err = {0};
	struct claim_record *record = claim_new(ui, claim->measure, &err);
	char key[48];

	if (!record) {
		desk_refused(ui, &err);
		return;
	}
	before_fill(record, claim);
	snprintf(key, sizeof key, "claim-change-%lld", (long long)claim->id);
	form_open(ui, &(struct form_what){
			      .kind = &change_kind, .key = key, .title = record->decreed.title, .record = record});
}

void demand_form(struct ui *ui, const struct claim *claim)
{
	struct error err = {0};
	struct claim_record *record = claim_new(ui, claim->measure, &err);
	char key[48], today[DAY_TEXT];

	if (!record) {
		desk_refused(ui, &err);
		return;
	}
	before_fill(record, claim);
	day_text(ui_today(ui), today);
	record->sent_on = arena_text(&record->base.arena, today);
	record->way = "email";
	snprintf(key, sizeof key, "demand-%lld", (long long)claim->id);
	form_open(ui, &(struct form_what){
			      .kind = &demand_kind, .key = key, .title = record->decreed.title, .record = record});
}

/* The form of a payment plan made from a few words: the next version of a plan, or the rows of a decision's form.
 * Invariant: what is authorised or withheld stays; casework makes the rest, each payment year to the öre. */
#include "tui/deciding.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/payment.h"

enum { MILESTONES = 32 };

struct template_record {
	struct record base;
	int64_t measure, version;
	bool shares;
	const char *kind, *first_on, *final_on, *condition, *milestones, *why;
	struct deciding *deciding;              /* whose form lies below; NULL: the plan is saved */
	const struct decision_instalment *rows; /* made for it */
	int row_count;
};

RECORD_TEXT(template_record, kind)
RECORD_DAY(template_record, first_on)
RECORD_DAY(template_record, final_on)
RECORD_TEXT(template_record, condition)
RECORD_TEXT(template_record, milestones)
RECORD_TEXT(template_record, why)

static bool shares_set(void *given, const struct field_value *value, struct error *err)
{
	(void)err;
	((struct template_record *)given)->shares = value->number == 1;
	return true;
}

static const struct field_choice kinds[] = {
	{"half", N_("half now, half on the final report")},
	{"year", N_("one row a payment year")},
	{"milestone", N_("by milestone")},
	{NULL, NULL},
};

#define KIND_FIELD                                                                                                     \
	{                                                                                                              \
		.name = "kind", .label = N_("Template"), .kind = FIELD_CHOICE, .required = true, .choices = kinds,     \
		.get = kind_get, .set = kind_set,                                                                      \
		.help = N_("Each payment year keeps its decided sum. Rows that are attested or withheld stay.")        \
	}
#define FIRST_FIELD                                                                                                    \
	{                                                                                                              \
		.name = "first_on", .label = N_("First day"), .kind = FIELD_DAY, .get = first_on_get,                  \
		.set = first_on_set,                                                                                   \
		.help = N_("Of halves and years, and the same day of later years. Empty: the decision's day.")         \
	}
#define CONDITION_FIELD                                                                                                \
	{                                                                                                              \
		.name = "condition", .label = N_("Condition"), .kind = FIELD_LINE, .get = condition_get,               \
		.set = condition_set, .help = N_("Of the second half. Empty: that the final report is approved.")      \
	}
#define MILESTONES_FIELD                                                                                               \
	{                                                                                                              \
		.name = "milestones", .label = N_("Milestones"), .kind = FIELD_TEXT, .get = milestones_get,            \
		.set = milestones_set, .help = N_("One a line: the day, a blank, and what is to be reached.")          \
	}
#define SHARES_FIELD                                                                                                   \
	{                                                                                                              \
		.name = "shares", .label = N_("Share each row"), .kind = FIELD_CHECKBOX, .set = shares_set,            \
		.help = N_("In the shares of the joint measure; öre left over go to the lead, then in Swedish order.") \
	}

static const struct field fields[] = {
	KIND_FIELD,
	FIRST_FIELD,
	{.name = "final_on",
		.label = N_("Final report"),
		.kind = FIELD_DAY,
		.get = final_on_get,
		.set = final_on_set,
		.help = N_("The day of the second half. Empty: the middle of December.")},
	CONDITION_FIELD,
	MILESTONES_FIELD,
	SHARES_FIELD,
	{.name = "why",
		.label = N_("Why changed"),
		.kind = FIELD_LINE,
		.get = why_get,
		.set = why_set,
		.help = N_("Goes with the new version of the plan.")},
	{.name = NULL},
};
/* The day of the final report stands in the decision. */
static const struct field filling_fields[] = {
	KIND_FIELD, FIRST_FIELD, CONDITION_FIELD, MILESTONES_FIELD, SHARES_FIELD, {.name = NULL}};

/* "2027-03-01 Delmål 1 är nått", one a line. */
static bool milestones_read(
	struct template_record *record, int64_t today, struct plan_template *template, struct error *err)
{
	struct plan_milestone *found = arena_take(&record->base.arena, MILESTONES * sizeof *found);
	const char *at = record->milestones;
	int count = 0;

	for (; *at && count < MILESTONES; at += strspn(at, "\n")) {
		size_t line = strcspn(at, "\n"), first = strcspn(at, " \n");
		const char *text = arena_text_part(&record->base.arena, at + first, line - first);
		char on[DAY_TEXT];
		day when;

		if (!day_parse(arena_text_part(&record->base.arena, at, first), (day)today, &when, err))
			return false;
		day_text(when, on);
		found[count++] = (struct plan_milestone){arena_text(&record->base.arena, on), text + strspn(text, " ")};
		at += line;
	}
	template->milestones = found;
	template->milestone_count = count;
	return true;
}

static enum plan_template_kind kind_of(const char *word)
{
	if (!strcmp(word, "year"))
		return PLAN_YEARS;
	return !strcmp(word, "milestone") ? PLAN_MILESTONES : PLAN_HALVES;
}

static bool template_read(
	struct ui *ui, struct template_record *record, struct plan_template *out, const char **wrong, struct error *err)
{
	*out = (struct plan_template){.kind = kind_of(record->kind),
		.first_on = record->first_on,
		.condition = record->condition,
		.shares = record->shares};
	if (milestones_read(record, ui_today(ui), out, err))
		return true;
	*wrong = "milestones";
	return false;
}

static bool template_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct template_record *record = given;
	struct operation op = record_operation(operation, version);
	struct plan_template template;

	if (!template_read(ui, record, &template, wrong, err))
		return false;
	return plan_put_template(
		record->base.desk->cw, &op, record->measure, &template, record->final_on, record->why, err);
}

static void template_saved(struct ui *ui, void *given)
{
	const struct template_record *record = given;

	ui_stale(ui);
	ui_say(ui, _("The plan is made from the template: version %lld."), (long long)record->version + 1);
}

static struct template_record *template_new(struct ui *ui, int64_t measure, struct error *err)
{
	struct template_record *record = record_new(ui, sizeof *record);
	struct plan plan;

	record->measure = measure;
	record->kind = "half";
	record->condition = record->milestones = record->why = "";
	if (!plan_load(record->base.desk->cw, measure, &plan, err)) {
		record_done(record);
		return NULL;
	}
	record->version = plan.version;
	plan_done(&plan);
	return record;
}

static void *template_fresh(struct ui *ui, const void *given, int64_t *version, struct error *err)
{
	struct template_record *fresh = template_new(ui, ((const struct template_record *)given)->measure, err);

	if (fresh)
		*version = fresh->version;
	return fresh;
}

static const struct form_kind template_kind = {.name = "template",
	.title = N_("Payment plan from a template"),
	.fields = fields,
	.save = template_save,
	.saved = template_saved,
	.fresh = template_fresh,
	.done = record_done};

void template_form(struct ui *ui, int64_t measure, const char *title)
{
	struct error err = {0};
	struct template_record *record = template_new(ui, measure, &err);
	char key[48];

	if (!record) {
		desk_refused(ui, &err);
		return;
	}
	snprintf(key, sizeof key, "template-%lld", (long long)measure);
	form_open(ui, &(struct form_what){.kind = &template_kind,
			      .key = key,
			      .title = arena_text(&record->base.arena, title),
			      .record = record,
			      .version = record->version});
}

/* ---- the rows of a decision's form */

static bool filling_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct template_record *record = given;
	const struct deciding *deciding = record->deciding;
	struct decision_amount amounts[BUDGET_YEARS];
	struct plan_template template;
	struct decision_change change = {.kind = deciding->kind,
		.region = deciding->region,
		.decided_on = deciding->decided_on,
		.final_on = deciding->final_on,
		.amounts = amounts,
		.amount_count = deciding_amounts(deciding, amounts),
		.template = &template};

	(void)operation;
	(void)version;
	if (!template_read(ui, record, &template, wrong, err) ||
		!decision_rows_preview(record->base.desk->cw, deciding->measure, &change, &record->base.arena,
			&record->rows, &record->row_count, err))
		return false;
	return record->row_count <= DECIDING_ROWS ||
	       refuse(err, ERROR_INVALID,
		       _("The template makes %d rows, and the form has room for %d. Leave the shares out, or record "
			 "the decision in the shell: kansli decide --template."),
		       record->row_count, DECIDING_ROWS);
}

static void filling_saved(struct ui *ui, void *given)
{
	const struct template_record *record = given;
	struct pane *form = ui_top(ui);
	char money[MONEY_TEXT];

	for (int i = 0; i < DECIDING_ROWS; i++) {
		const struct deciding_names *names = &deciding_rows[i];
		const struct decision_instalment *row = i < record->row_count ? &record->rows[i] : NULL;

		form_put(ui, form, names->day, row ? row->due_on : "");
		form_put(ui, form, names->ore,
			row ? money_text(row->ore, MONEY_PLAIN, record->base.desk->swedish, money) : "");
		form_put(ui, form, names->recipient,
			!row             ? ""
			: row->recipient ? row->recipient
					 : record->deciding->whole.row.lead);
		form_put(ui, form, names->condition, row ? row->condition : "");
	}
	form_at(ui, form, deciding_rows[record->row_count ? record->row_count - 1 : 0].condition); /* all in sight */
	form_at(ui, form, deciding_rows[0].day);
	ui_say(ui,
		ngettext("%d row is filled in from the template; nothing is recorded yet.",
			"%d rows are filled in from the template; nothing is recorded yet.",
			(unsigned long)record->row_count),
		record->row_count);
}

static const struct form_kind filling_kind = {.name = "filling",
	.title = N_("Payment plan from a template"),
	.fields = filling_fields,
	.save = filling_save,
	.saved = filling_saved,
	.done = record_done};

void filling_form(struct ui *ui, struct deciding *deciding)
{
	struct template_record *record = record_new(ui, sizeof *record);
	char key[48];

	record->measure = deciding->measure;
	record->deciding = deciding;
	record->kind = "half";
	record->condition = record->milestones = record->why = "";
	snprintf(key, sizeof key, "filling-%lld", (long long)deciding->measure);
	form_open(ui,
		&(struct form_what){.kind = &filling_kind, .key = key, .title = deciding->number, .record = record});
}

/* A report ruled on, and reminders of one that has not come. Invariant: a report is approved only when it tells what
 * 15 § asks for; what follows of it for money is for a person to do. */
#include "casework/reporting_inner.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/document.h"

/* ---- approved or sent back */

#define AT(member) offsetof(struct reporting_ruling, member)
static const struct field approve_fields[] = {
	{.name = "outcome_on", .label = N_("Approved on"), .kind = FIELD_PAST, .needed = true, .at = AT(on)},
	{.name = "reason", .label = N_("Reason"), .kind = FIELD_TEXT, .at = AT(reason)},
};
static const struct field back_fields[] = {
	{.name = "outcome_on", .label = N_("Sent back on"), .kind = FIELD_PAST, .needed = true, .at = AT(on)},
	{.name = "reason", .label = N_("Reason"), .kind = FIELD_TEXT, .needed = true, .at = AT(reason)},
	{.name = "again_on",
		.label = N_("To be sent in anew by"),
		.kind = FIELD_DAY,
		.needed = true,
		.at = AT(again_on)},
};
#undef AT
static const struct form approve_form = {approve_fields, sizeof(approve_fields) / sizeof(*approve_fields)};
static const struct form back_form = {back_fields, sizeof(back_fields) / sizeof(*back_fields)};

/* What 15 § asks of it. */
static bool tells_all(const struct reporting_standing *standing, struct error *err)
{
	if (!strcmp(standing->kind, "partial"))
		return !text_blank(standing->progress) ||
		       refuse(err, ERROR_INVALID,
			       _("Report %s cannot be approved: a partial report tells how the measure goes (15 §), "
				 "and nothing is entered of it. Enter it, or send the report back."),
			       standing->number);
	if (text_blank(standing->carried_out))
		return refuse(err, ERROR_INVALID,
			_("Report %s cannot be approved: a final report tells what was carried out (15 §), and nothing "
			  "is entered of it. Enter it, or send the report back."),
			standing->number);
	return standing->total_cost_ore != MONEY_UNKNOWN ||
	       refuse(err, ERROR_INVALID,
		       _("Report %s cannot be approved: a final report tells the total cost (15 §), and it is not "
			 "entered. Enter it, or send the report back."),
		       standing->number);
}

static bool days_fit(
	const struct reporting_standing *standing, const struct reporting_ruling *clean, bool back, struct error *err)
{
	const char *label = back ? N_("Sent back on") : N_("Approved on");

	if (strcmp(clean->on, standing->received_on) < 0)
		return field_refuse(NULL, "outcome_on", label, err, _("%s is before the day it came in, %s."),
			clean->on, standing->received_on);
	return !back || strcmp(clean->again_on, clean->on) > 0 ||
	       field_refuse(NULL, "again_on", N_("To be sent in anew by"), err,
		       _("%s is not after the day it is sent back."), clean->again_on);
}

static bool rule(struct change *change, int64_t due, const struct reporting_ruling *given, bool back, struct error *err)
{
	struct reporting_ruling clean = *given;
	struct reporting_standing standing;
	const char *before;

	if (!reporting_open(change, RIGHT_REPORT_RULE, due, &standing, err) ||
		!form_clean(change->cw, back ? &back_form : &approve_form, &clean, &change->arena, NULL, err) ||
		!days_fit(&standing, &clean, back, err) || (!back && !tells_all(&standing, err)))
		return false;
	before = change_facts(change, OBJECT_REPORT, standing.report, err);
	return before &&
	       store_run(change->store, SQL_REPORTING_RULE,
		       BINDS(BIND("id", standing.report), BIND("version", standing.report_version),
			       BIND("outcome", back ? "sent_back" : "approved"), BIND("outcome_on", clean.on),
			       BIND("outcome_by", casework_actor(change->cw)), BIND("reason", clean.reason),
			       BIND("again_on", back ? clean.again_on : NULL)),
		       err) &&
	       change_record(change, OBJECT_REPORT, standing.report, standing.application, before, err);
}

static bool rule_run(struct casework *cw, const struct operation *op, int64_t due,
	const struct reporting_ruling *ruling, bool back, struct error *err)
{
	struct change change;

	if (!change_begin(&change, cw, op, back ? "report-send-back" : "report-approve", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!rule(&change, due, ruling, back, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}

bool reporting_approve(struct casework *cw, const struct operation *op, int64_t due,
	const struct reporting_ruling *ruling, struct error *err)
{
	return rule_run(cw, op, due, ruling, false, err);
}

bool reporting_send_back(struct casework *cw, const struct operation *op, int64_t due,
	const struct reporting_ruling *ruling, struct error *err)
{
	return rule_run(cw, op, due, ruling, true, err);
}

/* ---- reminders */

#define AT(member) offsetof(struct reporting_reminding, member)
static const struct field remind_fields[] = {
	{.name = "sent_on", .label = N_("Sent on"), .kind = FIELD_PAST, .needed = true, .at = AT(sent_on)},
	{.name = "way", .label = N_("Sent by"), .kind = FIELD_WORD, .words = "arrival", .needed = true, .at = AT(way)},
	{.name = "region", .label = N_("Receiver"), .kind = FIELD_REGION, .unknown = true, .at = AT(region)},
};
#undef AT
static const struct form remind_form = {remind_fields, sizeof(remind_fields) / sizeof(*remind_fields)};

struct reminder {
	struct change *change;
	const struct reporting_standing *standing;
	const struct reporting_reminding *clean;
	int64_t document; /* of the register already; 0: none */
};

/* The reminder as a paper that went out, in the language letters are written in. */
static bool paper_add(const struct reminder *reminder, const char *region, int64_t *document, struct error *err)
{
	const struct reporting_standing *standing = reminder->standing;
	struct change *change = reminder->change;
	const struct document_change paper = {.direction = "out",
		.kind = "letter",
		.on_day = reminder->clean->sent_on,
		.way = reminder->clean->way,
		.region = region,
		.subject = arena_format(&change->arena, "Påminnelse: %s %s ska redovisas senast %s",
			!strcmp(standing->kind, "final") ? "slutredovisning" : "delredovisning", standing->number,
			standing->due_on)};
	bool made;

	change_join(change->cw, change);
	made = document_add(change->cw, NULL, &(struct case_ref){.application = standing->application}, &paper, NULL,
		document, err);
	change_join(change->cw, NULL);
	return made;
}

static bool reminder_add(const struct reminder *reminder, const char *region, struct error *err)
{
	int64_t document = reminder->document;

	if (reminder->clean->paper && !paper_add(reminder, region, &document, err))
		return false;
	return store_run(reminder->change->store, SQL_REPORTING_REMINDER_INSERT,
		BINDS(BIND("report_due", reminder->standing->id), BIND("sent_on", reminder->clean->sent_on),
			BIND("way", reminder->clean->way), BIND("recipient", region),
			BIND("document", document ? document : MONEY_UNKNOWN)),
		err);
}

static bool reminders_add(const struct reminder *reminder, struct error *err)
{
	const struct reporting_reminding *clean = reminder->clean;
	struct recipients recipients;

	if (!recipients_load(reminder->change, reminder->standing->application, &recipients, err))
		return false;
	if (!clean->all)
		return reporting_region_takes_part(reminder->change, reminder->standing, clean->region, err) &&
		       reminder_add(reminder, clean->region, err);
	for (int i = 0; i < recipients.count; i++)
		if (!reminder_add(reminder, recipients.codes[i], err))
			return false;
	return true;
}

static bool reminder_fits(
	const struct reporting_standing *standing, const struct reporting_reminding *clean, struct error *err)
{
	if (standing->report && strcmp(standing->outcome ? standing->outcome : "", "sent_back") != 0)
		return refuse(err, ERROR_INVALID, _("Report %s came in on %s: there is nothing to remind of."),
			standing->number, standing->received_on);
	return strcmp(clean->sent_on, standing->decided_on) >= 0 ||
	       field_refuse(NULL, "sent_on", N_("Sent on"), err, _("%s is before the decision of %s."), clean->sent_on,
		       standing->decided_on);
}

static bool remind(struct change *change, int64_t due, const struct reporting_reminding *given, struct error *err)
{
	struct reporting_reminding clean = *given;
	struct reporting_standing standing;
	struct reminder reminder = {.change = change, .standing = &standing, .clean = &clean};
	struct reporting_paper paper = {0};
	const char *before;

	if (!reporting_begin(change, RIGHT_REPORT_PUT, due, &standing, err) ||
		!change_fresh(change, OBJECT_REPORT_DUE, due, standing.version, err))
		return false;
	if (!clean.region)
		clean.region = standing.lead;
	if (!form_clean(change->cw, &remind_form, &clean, &change->arena, NULL, err) ||
		!reminder_fits(&standing, &clean, err) ||
		(clean.document_n && !reporting_document(change, standing.application, clean.document_n, &paper, err)))
		return false;
	reminder.document = paper.id;
	before = change_facts(change, OBJECT_REPORT_DUE, due, err);
	return before && reminders_add(&reminder, err) &&
	       store_run(change->store, SQL_REPORTING_DUE_TOUCH, BINDS(BIND("id", due)), err) &&
	       change_record(change, OBJECT_REPORT_DUE, due, standing.application, before, err);
}

bool reporting_remind(struct casework *cw, const struct operation *op, int64_t due,
	const struct reporting_reminding *reminding, struct error *err)
{
	struct change change;

	if (!change_begin(&change, cw, op, "report-remind", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!remind(&change, due, reminding, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}

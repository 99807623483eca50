/* The forms of the criteria. Invariant: the delegation's decision is recorded only after what it adopts has been read
 * back and the version's number typed. */
#include "tui/form_criteria.h"

#include "tui/dialog.h"
#include "tui/form_inner.h"
#include "tui/record.h"

#include "base/words.h"
#include "casework/criteria.h"

/* ---- a new version */

struct draft_record {
	struct record base;
	int64_t from, made;
	const char *why;
};

RECORD_TEXT(draft_record, why)

static const char *from_get(const void *record, struct arena *arena)
{
	return arena_format(arena, "%lld", (long long)((const struct draft_record *)record)->from);
}

static bool from_set(void *record, const struct field_value *value, struct error *err)
{
	(void)err;
	((struct draft_record *)record)->from = value->number;
	return true;
}

static const struct field draft_fields[] = {
	{.name = "why",
		.label = N_("Why"),
		.kind = FIELD_TEXT,
		.required = true,
		.get = why_get,
		.set = why_set,
		.help = N_("Why the criteria are to change. The delegation reads it, and it stays with the version.")},
	{.name = "from",
		.label = N_("Made from"),
		.kind = FIELD_NUMBER,
		.required = true,
		.get = from_get,
		.set = from_set,
		.help = N_("The number of the version it begins as a copy of.")},
	{.name = NULL},
};

static bool draft_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct draft_record *record = given;
	struct operation op = record_operation(operation, version);

	(void)ui;
	(void)wrong;
	return criteria_draft(record->base.desk->cw, &op, record->from, record->why, &record->made, err);
}

static void draft_saved(struct ui *ui, void *given)
{
	const struct draft_record *record = given;

	ui_stale(ui);
	ui_say(ui, _("Version %lld is drafted from version %lld. It begins as a copy."), (long long)record->made,
		(long long)record->from);
}

static const struct form_kind draft_kind = {.name = "criteria-draft",
	.title = N_("A new version of the criteria"),
	.fields = draft_fields,
	.save = draft_save,
	.saved = draft_saved,
	.done = record_done};

void criteria_draft_form(struct ui *ui, int64_t from)
{
	struct draft_record *record = record_new(ui, sizeof *record);
	char key[48], title[48];

	record->from = from;
	snprintf(key, sizeof key, "criteria-draft-%lld", (long long)from);
	snprintf(title, sizeof title, _("from version %lld"), (long long)from);
	form_open(ui, &(struct form_what){.kind = &draft_kind, .key = key, .title = title, .record = record});
}

/* ---- the delegation's decision */

struct adopt_record {
	struct record base;
	int64_t number, version;
	const char *on, *ref, *typed;
	int criteria;
	bool confirmed;
};

RECORD_DAY(adopt_record, on)
RECORD_TEXT(adopt_record, ref)

static const struct field adopt_fields[] = {
	{.name = "on", .label = N_("Decided on"), .kind = FIELD_DAY, .required = true, .get = on_get, .set = on_set},
	{.name = "ref",
		.label = N_("Decision"),
		.kind = FIELD_LINE,
		.required = true,
		.get = ref_get,
		.set = ref_set,
		.help = N_("The number of the delegation's decision, such as 2026:14.")},
	{.name = NULL},
};

static void adopt_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct adopt_record *record = with;

	(void)text;
	record->confirmed = true;
	form_save(ui, pane);
	if (ui_top(ui) == pane)
		record->confirmed = false;
}

static void adopt_ask(struct ui *ui, struct adopt_record *record)
{
	char text[500], label[120], must[24];

	snprintf(must, sizeof must, "%lld", (long long)record->number);
	snprintf(text, sizeof text,
		_("Record that the delegation adopted version %s on %s, by decision %s: %d criteria, weights that add "
		  "up to "
		  "100. It never changes after this. Rounds keep the version they have."),
		must, record->on, record->ref, record->criteria);
	snprintf(label, sizeof label, _("Type the version's number (%s) to record:"), must);
	dialog_ask(ui, &(struct question){.text = text,
			       .label = label,
			       .must = must,
			       .yes = _("record"),
			       .answered = adopt_answered,
			       .with = record});
}

static bool adopt_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct adopt_record *record = given;
	struct operation op = record_operation(operation, version);

	(void)wrong;
	if (record->confirmed)
		return criteria_adopt(record->base.desk->cw, &op, record->number, record->on, record->ref, err);
	adopt_ask(ui, record);
	return false;
}

static void adopt_saved(struct ui *ui, void *given)
{
	const struct adopt_record *record = given;

	ui_stale(ui);
	ui_say(ui, _("Version %lld is adopted. V in the list of versions puts the round worked with on it."),
		(long long)record->number);
}

static const struct form_kind adopt_kind = {.name = "criteria-adopt",
	.title = N_("The delegation has adopted"),
	.fields = adopt_fields,
	.save = adopt_save,
	.saved = adopt_saved,
	.done = record_done};

void criteria_adopt_form(struct ui *ui, int64_t number)
{
	struct adopt_record *record = record_new(ui, sizeof *record);
	struct criteria criteria;
	struct error err = {0};
	char key[48], title[48], today[DAY_TEXT];

	record->number = number;
	if (!record_begun(ui, record, criteria_load(record->base.desk->cw, number, &criteria, &err), record_done, &err))
		return;
	record->criteria = criteria.count;
	record->version = criteria.head.version;
	criteria_done(&criteria);
	day_text(ui_today(ui), today);
	record->on = arena_text(&record->base.arena, today);
	snprintf(key, sizeof key, "criteria-adopt-%lld", (long long)number);
	snprintf(title, sizeof title, _("version %lld"), (long long)number);
	form_open(ui,
		&(struct form_what){
			.kind = &adopt_kind, .key = key, .title = title, .record = record, .version = record->version});
}

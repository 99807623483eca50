/* The form of a ruling: an application, or the measure in focus, written off or dismissed, or tried after all. */
#include "tui/decreed.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/decision.h"
#include "casework/ruling.h"

struct ruling_record {
	union {
		struct record base;
		struct decreed decreed;
	};
	int64_t stands; /* the ruling that would be taken away; 0: none */
	const char *kind, *provisions, *by;
	const char *warning;
};

RECORD_TEXT(ruling_record, kind)
RECORD_TEXT(ruling_record, provisions)
RECORD_TEXT(ruling_record, by)

static bool kind_choice(const void *given, int which, struct field_choice *out)
{
	static const char *const kinds[] = {"written_off", "dismissed"};

	(void)given;
	if (which > 1)
		return false;
	*out = (struct field_choice){kinds[which], ruling_words(kinds[which], false)};
	return true;
}

static bool by_choice(const void *given, int which, struct field_choice *out)
{
	static const char *const provisions[] = {"FL 36", "FL 37", "FL 38"};

	(void)given;
	if (which > 2)
		return false;
	*out = (struct field_choice){provisions[which], provisions[which]};
	return true;
}

#define PROVISIONS_FIELD                                                                                               \
	{                                                                                                              \
		.name = "provisions", .label = N_("Provisions"), .kind = FIELD_TEXT, .rows = 2, .required = true,      \
		.get = provisions_get, .set = provisions_set, .help = N_("Which provisions were applied (FL 32 §).")   \
	}

static const struct field fields[] = {
	{.name = "kind",
		.label = N_("Ruling"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choice = kind_choice,
		.get = kind_get,
		.set = kind_set},
	DECREED_DAY,
	PROVISIONS_FIELD,
	DECREED_FIELDS,
	{.name = NULL},
};
static const struct field away_fields[] = {
	{.name = "by",
		.label = N_("Ground of the change"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choice = by_choice,
		.get = by_get,
		.set = by_set},
	DECREED_DAY,
	PROVISIONS_FIELD,
	DECREED_FIELDS,
	{.name = NULL},
};

static const char *ruling_summary(struct ruling_record *record)
{
	const struct decreed *decreed = &record->decreed;

	return arena_format(&record->base.arena, _("Record the delegation's decision of %s on %s: %s."),
		decreed->decided_on, decreed->title, ruling_words(record->kind, record->stands != 0));
}

static bool ruling_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct ruling_record *record = given;
	const struct decreed *decreed = &record->decreed;
	struct operation op = record_operation(operation, version);
	struct decreed_by by;
	struct ruling_change change = {.kind = record->stands ? NULL : record->kind,
		.measure = decreed->measure,
		.decided_on = decreed->decided_on,
		.provisions = record->provisions,
		.reasons = decreed->reasons,
		.replaces = record->stands,
		.lifted = record->stands != 0,
		.provision = record->by};

	if (!decreed_by(decreed, &by, wrong, err) || !decreed_confirm(ui, &record->decreed, ruling_summary(record)))
		return false;
	change.item = by.item;
	change.deciders = by.deciders;
	change.presenter = by.presenter;
	change.others = by.others;
	return ruling_record(record->base.desk->cw, &op, decreed->application, &change, &record->base.arena,
		&record->warning, NULL, err);
}

static void ruling_saved(struct ui *ui, void *given)
{
	const struct ruling_record *record = given;

	ui_stale(ui);
	if (record->warning)
		ui_say(ui, _("The ruling is recorded. Note: %s"), record->warning);
	else
		ui_say(ui, "%s", _("The ruling is recorded."));
}

static const struct form_kind ruling_kind = {.name = "ruling",
	.title = N_("Write off or dismiss"),
	.fields = fields,
	.save = ruling_save,
	.saved = ruling_saved,
	.done = record_done};
static const struct form_kind away_kind = {.name = "ruling",
	.title = N_("Try after all"),
	.fields = away_fields,
	.save = ruling_save,
	.saved = ruling_saved,
	.done = record_done};

/* The one that stands on the measure, or on all of the application. */
static bool stands_find(struct ruling_record *record, struct error *err)
{
	struct ruling_list list;

	if (!ruling_list_load(record->base.desk->cw, record->decreed.application, &list, err))
		return false;
	for (int i = 0; i < list.count; i++)
		if (!list.items[i].later_n && !list.items[i].lifted && list.items[i].measure == record->decreed.measure)
			record->stands = list.items[i].id;
	ruling_list_done(&list);
	return true;
}

void ruling_form(struct ui *ui, int64_t application, int64_t measure)
{
	struct error err = {0};
	struct ruling_record *record = decreed_new_of(ui, sizeof *record, application, measure, &err);
	char key[64];

	if (!record) {
		desk_refused(ui, &err);
		return;
	}
	record->kind = "written_off";
	record->by = "FL 37";
	if (!record_begun(ui, record, stands_find(record, &err), record_done, &err))
		return;
	snprintf(key, sizeof key, "ruling-%lld-%lld", (long long)application, (long long)measure);
	form_open(ui, &(struct form_what){.kind = record->stands ? &away_kind : &ruling_kind,
			      .key = key,
			      .title = record_about_application(record, application, measure, NULL),
			      .record = record});
}

/* The form of a ruling: an application, or the measure in focus, written off or dismissed, or tried after all. */
#include "tui/record.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/decision.h"
#include "casework/ruling.h"

struct ruling_record {
	struct record base;
	int64_t application, measure, stands; /* stands: the ruling that would be taken away; 0: none */
	const char *kind, *on, *provisions, *reasons, *by, *section, *deciders, *presenter, *others;
	const char *warning;
};

RECORD_TEXT(ruling_record, kind)
RECORD_DAY(ruling_record, on)
RECORD_TEXT(ruling_record, provisions)
RECORD_TEXT(ruling_record, reasons)
RECORD_TEXT(ruling_record, by)
RECORD_TEXT(ruling_record, section)
RECORD_TEXT(ruling_record, deciders)
RECORD_TEXT(ruling_record, presenter)
RECORD_TEXT(ruling_record, others)

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

#define RULING_FIELDS                                                                                                  \
	{.name = "on",                                                                                                 \
		.label = N_("Day of the decision"),                                                                    \
		.kind = FIELD_DAY,                                                                                     \
		.required = true,                                                                                      \
		.get = on_get,                                                                                         \
		.set = on_set},                                                                                        \
		{.name = "provisions",                                                                                 \
			.label = N_("Provisions"),                                                                     \
			.kind = FIELD_TEXT,                                                                            \
			.rows = 2,                                                                                     \
			.required = true,                                                                              \
			.get = provisions_get,                                                                         \
			.set = provisions_set,                                                                         \
			.help = N_("Which provisions were applied (FL 32 §).")},                                       \
		{.name = "reasons",                                                                                    \
			.label = N_("Reasons"),                                                                        \
			.kind = FIELD_TEXT,                                                                            \
			.rows = 4,                                                                                     \
			.required = true,                                                                              \
			.get = reasons_get,                                                                            \
			.set = reasons_set,                                                                            \
			.help = N_("Which circumstances were decisive (FL 32 §).")},                                   \
		{.name = "section",                                                                                    \
			.label = N_("Section of the minutes"),                                                         \
			.kind = FIELD_LINE,                                                                            \
			.get = section_get,                                                                            \
			.set = section_set,                                                                            \
			.help = N_("The item says who decided, who presented and who took part; then leave the next "  \
				   "three empty.")},                                                                   \
		{.name = "deciders",                                                                                   \
			.label = N_("Decided by"),                                                                     \
			.kind = FIELD_LINE,                                                                            \
			.get = deciders_get,                                                                           \
			.set = deciders_set},                                                                          \
		{.name = "presenter",                                                                                  \
			.label = N_("Presented by"),                                                                   \
			.kind = FIELD_LINE,                                                                            \
			.get = presenter_get,                                                                          \
			.set = presenter_set},                                                                         \
	{                                                                                                              \
		.name = "others", .label = N_("Others taking part"), .kind = FIELD_LINE, .get = others_get,            \
		.set = others_set                                                                                      \
	}

static const struct field fields[] = {
	{.name = "kind",
		.label = N_("Ruling"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choice = kind_choice,
		.get = kind_get,
		.set = kind_set},
	RULING_FIELDS,
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
	RULING_FIELDS,
	{.name = NULL},
};

static bool ruling_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct ruling_record *record = given;
	struct casework *cw = record->base.desk->cw;
	struct operation op = record_operation(operation, version);
	struct ruling_change change = {.kind = record->stands ? NULL : record->kind,
		.measure = record->measure,
		.decided_on = record->on,
		.provisions = record->provisions,
		.reasons = record->reasons,
		.replaces = record->stands,
		.lifted = record->stands != 0,
		.provision = record->by,
		.deciders = record->deciders,
		.presenter = record->presenter,
		.others = record->others};

	(void)ui;
	*wrong = text_blank(record->section) ? "deciders" : "section";
	if (!text_blank(record->section) &&
		!decision_item_find(cw, record->section, day_year(day_read(record->on)), &change.item, err))
		return false;
	return ruling_record(cw, &op, record->application, &change, &record->base.arena, &record->warning, NULL, err);
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

	if (!ruling_list_load(record->base.desk->cw, record->application, &list, err))
		return false;
	for (int i = 0; i < list.count; i++)
		if (!list.items[i].later_n && !list.items[i].lifted && list.items[i].measure == record->measure)
			record->stands = list.items[i].id;
	ruling_list_done(&list);
	return true;
}

void ruling_form(struct ui *ui, int64_t application, int64_t measure)
{
	struct ruling_record *record = record_new(ui, sizeof *record);
	char key[64], today[DAY_TEXT];
	struct error err = {0};

	record->application = application;
	record->measure = measure;
	day_text(casework_today(record->base.desk->cw), today);
	record->on = arena_text(&record->base.arena, today);
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

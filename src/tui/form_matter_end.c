/* The forms that end a matter: closed, with what is kept; reopened; or found to have been registered by mistake, which
 * an application can be too. */
#include "tui/papers.h"
#include "tui/record.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/case_ref.h"
#include "casework/closure.h"
#include "casework/matter.h"

struct end_record {
	struct record base;
	struct case_ref of;
	int64_t version;
	const char *number;
	bool closed;
	const char *on, *why, *kept, *to;
};

RECORD_DAY(end_record, on)
RECORD_TEXT(end_record, why)
RECORD_TEXT(end_record, kept)
RECORD_TEXT(end_record, to)

static const struct field close_fields[] = {
	{.name = "on", .label = N_("Closed on"), .kind = FIELD_DAY, .required = true, .get = on_get, .set = on_set},
	{.name = "why",
		.label = N_("Why it is closed"),
		.kind = FIELD_TEXT,
		.rows = 3,
		.required = true,
		.get = why_get,
		.set = why_set},
	{.name = "kept",
		.label = N_("What is kept"),
		.kind = FIELD_TEXT,
		.rows = 4,
		.required = true,
		.get = kept_get,
		.set = kept_set,
		.help = N_("What is archived, what is discarded, and what is made a file note. What is kept becomes a "
			   "public document.")},
	{.name = NULL},
};
static const struct field reopen_fields[] = {
	{.name = "why",
		.label = N_("Why it is reopened"),
		.kind = FIELD_TEXT,
		.rows = 3,
		.required = true,
		.get = why_get,
		.set = why_set},
	{.name = NULL},
};
static const struct field wrong_fields[] = {
	{.name = "to",
		.label = N_("To case"),
		.kind = FIELD_LINE,
		.get = to_get,
		.set = to_set,
		.help = N_("The case its documents belong to: they are moved there. Empty: the case is void and has no "
			   "documents.")},
	{.name = "why",
		.label = N_("Reason"),
		.kind = FIELD_TEXT,
		.rows = 3,
		.required = true,
		.get = why_get,
		.set = why_set},
	{.name = NULL},
};

/* ---- saving */

static bool close_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct end_record *record = given;
	struct operation op = record_operation(operation, version);

	(void)ui;
	*wrong = "why";
	return matter_close(record->base.desk->cw, &op, record->of.matter, record->on, record->why, record->kept, err);
}

static bool reopen_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct end_record *record = given;
	struct operation op = record_operation(operation, version);

	(void)ui;
	*wrong = "why";
	return matter_reopen(record->base.desk->cw, &op, record->of.matter, record->why, err);
}

static bool wrong_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct end_record *record = given;
	struct operation op = record_operation(operation, version);
	struct casework *cw = record->base.desk->cw;
	struct case_ref to = {0, 0};

	(void)ui;
	*wrong = "to";
	return (text_blank(record->to) || case_find(cw, record->to, &to, err)) &&
	       misregistration_record(cw, &op, &record->of, &to, record->why, err);
}

static void close_saved(struct ui *ui, void *given)
{
	const struct end_record *record = given;

	ui_stale(ui);
	ui_say(ui, record->closed ? _("%s is open again.") : _("%s is closed."), record->number);
}

static void wrong_saved(struct ui *ui, void *given)
{
	const struct end_record *record = given;

	ui_stale(ui);
	if (text_blank(record->to))
		ui_say(ui, _("%s is void, registered by mistake. Its number stays."), record->number);
	else
		ui_say(ui, _("%s is moved to %s. Its number stays."), record->number, record->to);
}

static const struct form_kind close_kind = {.name = "matter-close",
	.title = N_("Close the matter"),
	.fields = close_fields,
	.save = close_save,
	.saved = close_saved,
	.done = record_done};
static const struct form_kind reopen_kind = {.name = "matter-reopen",
	.title = N_("Reopen the matter"),
	.fields = reopen_fields,
	.save = reopen_save,
	.saved = close_saved,
	.done = record_done};
static const struct form_kind wrong_kind = {.name = "case-wrong",
	.title = N_("Registered by mistake"),
	.fields = wrong_fields,
	.save = wrong_save,
	.saved = wrong_saved,
	.done = record_done};

/* ---- what they begin with */

static bool matter_begin(struct end_record *record, struct error *err)
{
	const struct matter_query query = {.id = record->of.matter};
	struct matter_list list;

	if (!record->of.matter)
		return true;
	if (!matter_list_load(record->base.desk->cw, &query, &list, err))
		return false;
	if (list.count) {
		record->version = list.items[0].version;
		record->closed = list.items[0].closed_on != NULL;
		record->why = list.items[0].closed_on ? NULL : arena_text(&record->base.arena, list.items[0].outcome);
	}
	matter_list_done(&list);
	return true;
}

static struct end_record *end_begin(struct ui *ui, const struct case_ref *of)
{
	struct end_record *record = record_new(ui, sizeof *record);
	char today[DAY_TEXT];
	struct error err = {0};

	record->of = *of;
	day_text(casework_today(record->base.desk->cw), today);
	record->on = arena_text(&record->base.arena, today);
	if (case_name(record->base.desk->cw, of, &record->base.arena, &record->number, NULL, &err) &&
		matter_begin(record, &err))
		return record;
	desk_refused(ui, &err);
	record_done(record);
	return NULL;
}

static void end_open(struct ui *ui, const struct form_kind *kind, struct end_record *record)
{
	char key[96];

	snprintf(key, sizeof key, "%s-%lld-%lld", kind->name, (long long)record->of.application,
		(long long)record->of.matter);
	form_open(ui, &(struct form_what){.kind = kind,
			      .key = key,
			      .title = record_about(record, &record->of, NULL),
			      .record = record,
			      .version = record->version});
}

void matter_close_form(struct ui *ui, int64_t matter)
{
	struct end_record *record = end_begin(ui, &(struct case_ref){.matter = matter});
	struct error err = {0};
	const char *open;

	if (!record)
		return;
	if (!record->closed && !matter_open_ends(record->base.desk->cw, matter, &record->base.arena, &open, &err)) {
		desk_refused(ui, &err);
		record_done(record);
	} else if (!record->closed && open) {
		ui_say(ui, _("The matter cannot be closed yet: %s."), open);
		record_done(record);
	} else {
		end_open(ui, record->closed ? &reopen_kind : &close_kind, record);
	}
}

void case_wrong_form(struct ui *ui, const struct case_ref *of)
{
	struct end_record *record = end_begin(ui, of);

	if (!record)
		return;
	record->why = NULL;
	record->version = 0; /* what is wrong is that it is there at all */
	end_open(ui, &wrong_kind, record);
}

/* The forms of a distribution list: who gets a paper, when it was sent, and when they had got it. */
#include "tui/paper_words.h"
#include "tui/papers.h"
#include "tui/record.h"

#include "base/text.h"
#include "base/words.h"

struct dispatch_record {
	struct record base;
	int64_t document;
	struct case_ref of;
	char number[DOCUMENT_NUMBER];
	struct dispatch_list receivers;
	const char *whom, *name, *way, *on;
	int added;
};

RECORD_TEXT(dispatch_record, whom)
RECORD_TEXT(dispatch_record, name)
RECORD_TEXT(dispatch_record, way)
RECORD_DAY(dispatch_record, on)
RECORD_WORDS(way, "arrival")

static int unsent_of(const struct dispatch_record *record)
{
	int unsent = 0;

	for (int i = 0; i < record->receivers.count; i++)
		unsent += !record->receivers.items[i].sent_on;
	return unsent;
}

static bool is_listed(const struct dispatch_record *record, const char *region)
{
	for (int i = 0; i < record->receivers.count; i++)
		if (record->receivers.items[i].region && !strcmp(record->receivers.items[i].region, region))
			return true;
	return false;
}

/* Those on the list that are not sent to, all regions, somebody else, and each region that is not on the list. */
static bool whom_choice(const void *given, int which, struct field_choice *out)
{
	const struct dispatch_record *record = given;
	const struct programme *programme = &record->base.desk->programme;
	const struct field_choice first[] = {{"rest", _("all on the list not sent to yet")},
		{"regions", _("all that may apply")}, {"other", _("somebody else, named below")}};

	which += !unsent_of(record);
	if (which < 3) {
		*out = first[which];
		return true;
	}
	which -= 3;
	for (int i = 0; i < programme->region_count; i++) {
		if (is_listed(record, programme->regions[i].code) || which-- > 0)
			continue;
		*out = (struct field_choice){programme->regions[i].code, programme->regions[i].name};
		return true;
	}
	return false;
}

static const struct field send_fields[] = {
	{.name = "whom",
		.label = N_("Receiver"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choice = whom_choice,
		.get = whom_get,
		.set = whom_set},
	{.name = "name", .label = N_("Name"), .kind = FIELD_LINE, .get = name_get, .set = name_set},
	{.name = "way",
		.label = N_("Way"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choice = way_choice,
		.get = way_get,
		.set = way_set},
	{.name = "on",
		.label = N_("Sent on"),
		.kind = FIELD_DAY,
		.get = on_get,
		.set = on_set,
		.help = N_("Empty: on the list, not sent yet.")},
	{.name = NULL},
};

/* Those who have been sent it and have not said that it has come. */
static bool receiver_choice(const void *given, int which, struct field_choice *out)
{
	const struct dispatch_record *record = given;

	for (int i = 0; i < record->receivers.count; i++) {
		const struct dispatch *each = &record->receivers.items[i];
		const char *name = each->region ? each->region_short : each->name;

		if (!each->sent_on || each->received_on || which-- > 0)
			continue;
		*out = (struct field_choice){each->region ? each->region : each->name, name};
		return true;
	}
	return false;
}

static const struct field receipt_fields[] = {
	{.name = "whom",
		.label = N_("Receiver"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choice = receiver_choice,
		.get = whom_get,
		.set = whom_set},
	{.name = "on", .label = N_("Received on"), .kind = FIELD_DAY, .required = true, .get = on_get, .set = on_set},
	{.name = NULL},
};

/* ---- saving */

static bool send_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct dispatch_record *record = given;
	struct operation op = record_operation(operation, version);
	struct casework *cw = record->base.desk->cw;
	bool other = !strcmp(record->whom, "other");
	struct dispatch_change change = {.region = other ? NULL : record->whom,
		.name = other && record->name ? record->name : "",
		.way = record->way,
		.sent_on = record->on};

	(void)ui;
	if (!strcmp(record->whom, "regions"))
		return dispatch_add_regions(cw, &op, record->document, record->way, record->on, &record->added, err);
	if (strcmp(record->whom, "rest") != 0) {
		*wrong = other ? "name" : "whom";
		return dispatch_add(cw, &op, record->document, &change, err);
	}
	if (!record->on) {
		*wrong = "on";
		return refuse(err, ERROR_INVALID, _("Sent on: it is empty. They stand on the list already."));
	}
	return dispatch_send(cw, &op, record->document, 0, record->on, err);
}

static void send_saved(struct ui *ui, void *given)
{
	const struct dispatch_record *record = given;

	ui_stale(ui);
	if (record->on)
		ui_say(ui, _("%s is noted as sent on %s."), record->number, record->on);
	else
		ui_say(ui, _("The receiver is on the list of %s, not sent to yet."), record->number);
}

static bool receipt_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct dispatch_record *record = given;
	struct operation op = record_operation(operation, version);
	struct casework *cw = record->base.desk->cw;
	int64_t dispatch;

	(void)ui;
	*wrong = "on";
	return dispatch_find(cw, record->document, record->whom, &dispatch, err) &&
	       dispatch_receive(cw, &op, dispatch, record->on, err);
}

static void receipt_saved(struct ui *ui, void *given)
{
	const struct dispatch_record *record = given;

	ui_stale(ui);
	ui_say(ui, _("The receipt of %s is noted."), record->number);
}

static void dispatch_record_done(void *given)
{
	struct dispatch_record *record = given;

	dispatch_list_done(&record->receivers);
	record_done(record);
}

static const struct form_kind send_kind = {.name = "dispatch",
	.title = N_("Send"),
	.fields = send_fields,
	.save = send_save,
	.saved = send_saved,
	.done = dispatch_record_done};
static const struct form_kind receipt_kind = {.name = "receipt",
	.title = N_("Receipt"),
	.fields = receipt_fields,
	.save = receipt_save,
	.saved = receipt_saved,
	.done = dispatch_record_done};

/* ---- what they begin with */

static struct dispatch_record *dispatch_begin(struct ui *ui, int64_t document, struct error *err)
{
	struct dispatch_record *record = record_new(ui, sizeof *record);
	struct document_list list;
	char today[DAY_TEXT];

	record->document = document;
	if (!paper_find(record->base.desk, document, &list, err)) {
		record_done(record);
		return NULL;
	}
	record->of = (struct case_ref){list.items[0].application, list.items[0].matter};
	snprintf(record->number, sizeof record->number, "%s", list.items[0].number);
	document_list_done(&list);
	if (!dispatch_list_load(record->base.desk->cw, document, &record->receivers, err)) {
		record_done(record);
		return NULL;
	}
	day_text(casework_today(record->base.desk->cw), today);
	record->on = arena_text(&record->base.arena, today);
	record->way = "email";
	return record;
}

static void list_form(struct ui *ui, const struct form_kind *kind, int64_t document)
{
	struct error err = {0};
	struct dispatch_record *record = dispatch_begin(ui, document, &err);
	struct field_choice first;
	char key[64];

	if (!record) {
		desk_refused(ui, &err);
		return;
	}
	if (kind->fields[0].choice(record, 0, &first))
		record->whom = arena_text(&record->base.arena, first.word);
	snprintf(key, sizeof key, "%s-%lld", kind->name, (long long)document);
	form_open(ui, &(struct form_what){.kind = kind,
			      .key = key,
			      .title = record_about(record, &record->of, record->number),
			      .record = record});
}

void dispatch_form(struct ui *ui, int64_t document)
{
	list_form(ui, &send_kind, document);
}

void receipt_form(struct ui *ui, int64_t document)
{
	list_form(ui, &receipt_kind, document);
}

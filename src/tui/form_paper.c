/* The forms of a paper that should not stand as it does: registered by mistake, or with content that must go.
 * Invariant: the number stays whatever happens, and content goes only when that number has been typed. */
#include "tui/paper_words.h"
#include "tui/papers.h"
#include "tui/record.h"

#include "base/text.h"
#include "base/words.h"

struct paper_record {
	struct record base;
	int64_t document, version;
	struct case_ref of;
	char number[DOCUMENT_NUMBER];
	bool inbox;
	const char *what, *to, *why, *kind, *ground, *typed;
	const char *moved; /* the new number, when it was moved */
};

RECORD_TEXT(paper_record, what)
RECORD_TEXT(paper_record, to)
RECORD_TEXT(paper_record, why)
RECORD_TEXT(paper_record, kind)
RECORD_TEXT(paper_record, ground)
RECORD_TEXT(paper_record, typed)

static const struct field_choice removals[] = {
	{"error", N_("sent in error")}, {"disposal", N_("by a decision on disposal")}, {NULL, NULL}};

/* A paper of the inbox has no number to move. */
static bool what_choice(const void *given, int which, struct field_choice *out)
{
	const struct paper_record *record = given;
	const struct field_choice choices[] = {{"moved", _("belongs to another case: moved there")},
		{"void", record->inbox ? _("no paper of ours: void") : _("void, registered by mistake")}};

	which += record->inbox;
	if (which > 1)
		return false;
	*out = choices[which];
	return true;
}

static const struct field wrong_fields[] = {
	{.name = "what",
		.label = N_("What is wrong"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choice = what_choice,
		.get = what_get,
		.set = what_set,
		.help = N_("Either way the number stays in the register and is never given again.")},
	{.name = "to",
		.label = N_("To case"),
		.kind = FIELD_LINE,
		.get = to_get,
		.set = to_set,
		.help = N_("The number of the case it belongs to. It gets a new number there.")},
	{.name = "why",
		.label = N_("Reason"),
		.kind = FIELD_TEXT,
		.rows = 3,
		.required = true,
		.get = why_get,
		.set = why_set},
	{.name = NULL},
};
static const struct field removal_fields[] = {
	{.name = "kind",
		.label = N_("Why it is removed"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choices = removals,
		.get = kind_get,
		.set = kind_set},
	{.name = "ground",
		.label = N_("Ground"),
		.kind = FIELD_TEXT,
		.rows = 3,
		.required = true,
		.get = ground_get,
		.set = ground_set,
		.help = N_("The decision on disposal, or the provision and what was sent in error.")},
	{.name = "typed",
		.label = N_("Type its number"),
		.kind = FIELD_LINE,
		.required = true,
		.get = typed_get,
		.set = typed_set,
		.help = N_("The document's whole number. The file and its words go for good; hash, ground, who and "
			   "when stay.")},
	{.name = NULL},
};

/* ---- saving */

static const char *number_of(struct paper_record *record, int64_t document)
{
	struct document_list list;
	const char *number;

	if (!paper_find(record->base.desk, document, &list, NULL))
		return "";
	number = arena_text(&record->base.arena, list.items[0].number);
	document_list_done(&list);
	return number;
}

static bool moved_save(struct paper_record *record, const struct operation *op, const char **wrong, struct error *err)
{
	struct casework *cw = record->base.desk->cw;
	struct case_ref to;
	int64_t moved;

	*wrong = "to";
	if (text_blank(record->to))
		return refuse(err, ERROR_INVALID, _("To case: it is empty. Write the number of the case."));
	if (!case_find(cw, record->to, &to, err) ||
		!document_move(cw, op, record->document, &to, record->why, &moved, err))
		return false;
	record->moved = number_of(record, moved);
	return true;
}

static bool wrong_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct paper_record *record = given;
	struct operation op = record_operation(operation, version);

	(void)ui;
	if (!strcmp(record->what, "moved"))
		return moved_save(record, &op, wrong, err);
	return document_void(record->base.desk->cw, &op, record->document, record->why, err);
}

static void wrong_saved(struct ui *ui, void *given)
{
	const struct paper_record *record = given;

	ui_stale(ui);
	if (record->moved)
		ui_say(ui, _("%s is moved to %s. Its number stays."), record->number, record->moved);
	else
		ui_say(ui, _("%s is void, registered by mistake. Its number stays."), record->number);
}

static bool removal_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct paper_record *record = given;
	struct operation op = record_operation(operation, version);

	(void)ui;
	if (strcmp(record->typed, record->number) != 0) {
		*wrong = "typed";
		return refuse(
			err, ERROR_INVALID, _("Type %s to remove its content. Nothing is removed."), record->number);
	}
	return document_remove(record->base.desk->cw, &op, record->document, record->kind, record->ground, err);
}

static void removal_saved(struct ui *ui, void *given)
{
	const struct paper_record *record = given;

	ui_stale(ui);
	ui_say(ui,
		_("The content of %s is removed; its trace stays. Older backups still hold it: remove it there "
		  "too."),
		record->number);
}

static void *paper_fresh(struct ui *ui, const void *given, int64_t *version, struct error *err);

static const struct form_kind wrong_kind = {.name = "wrong",
	.title = N_("Registered by mistake"),
	.fields = wrong_fields,
	.save = wrong_save,
	.saved = wrong_saved,
	.fresh = paper_fresh,
	.done = record_done};
static const struct form_kind removal_kind = {.name = "removal",
	.title = N_("Remove content"),
	.fields = removal_fields,
	.save = removal_save,
	.saved = removal_saved,
	.fresh = paper_fresh,
	.done = record_done};

/* ---- what they begin with */

static struct paper_record *paper_begin(struct ui *ui, int64_t document, struct error *err)
{
	struct paper_record *record = record_new(ui, sizeof *record);
	struct document_list list;

	record->document = document;
	if (!paper_find(record->base.desk, document, &list, err)) {
		record_done(record);
		return NULL;
	}
	record->version = list.items[0].version;
	record->inbox = !list.items[0].n;
	record->of = (struct case_ref){list.items[0].application, list.items[0].matter};
	snprintf(record->number, sizeof record->number, "%s", list.items[0].number);
	document_list_done(&list);
	record->what = record->inbox ? "void" : "moved";
	record->kind = "error";
	return record;
}

static void *paper_fresh(struct ui *ui, const void *given, int64_t *version, struct error *err)
{
	struct paper_record *record = paper_begin(ui, ((const struct paper_record *)given)->document, err);

	if (record)
		*version = record->version;
	return record;
}

static void paper_form(struct ui *ui, const struct form_kind *kind, int64_t document)
{
	struct error err = {0};
	struct paper_record *record = paper_begin(ui, document, &err);
	char key[64];

	if (!record) {
		desk_refused(ui, &err);
		return;
	}
	snprintf(key, sizeof key, "%s-%lld", kind->name, (long long)document);
	form_open(ui, &(struct form_what){.kind = kind,
			      .key = key,
			      .title = record_about(record, &record->of, record->number),
			      .record = record,
			      .version = record->version});
}

void wrong_form(struct ui *ui, int64_t document)
{
	paper_form(ui, &wrong_kind, document);
}

void removal_form(struct ui *ui, int64_t document)
{
	paper_form(ui, &removal_kind, document);
}

/* The forms of a request for documents: the test of one part, and what is asked for. Invariant: an outcome is chosen by
 * a person; the mark on a paper is shown beside it and fills in nothing. */
#include "tui/record.h"
#include "tui/releasing.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/application.h"
#include "casework/document.h"

/* ---- testing a part */

struct test_record {
	struct record base;
	int64_t matter, version;
	int n;
	const char *outcome, *ground, *masked, *passages, *mark, *name;
};

RECORD_TEXT(test_record, outcome)
RECORD_TEXT(test_record, ground)
RECORD_TEXT(test_record, masked)
RECORD_TEXT(test_record, passages)

static bool outcome_choice(const void *given, int which, struct field_choice *out)
{
	static const char *const codes[] = {"released", "masked", "refused"};

	(void)given;
	if (which >= (int)(sizeof codes / sizeof *codes))
		return false;
	*out = (struct field_choice){codes[which], release_outcome_words(codes[which])};
	return true;
}

static void outcome_about(const void *given, const char *typed, int64_t today, char out[FIELD_ABOUT])
{
	const struct test_record *record = given;

	(void)typed;
	(void)today;
	if (record->mark)
		snprintf(out, FIELD_ABOUT, _("Marked %.*s. The mark reminds; whether it holds you test now."),
			TEXT_PART(record->mark, 160));
	else
		snprintf(out, FIELD_ABOUT, "%s", _("No secrecy mark stands on it. That is no answer either."));
}

static const struct field test_fields[] = {
	{.name = "outcome",
		.label = N_("Outcome"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choice = outcome_choice,
		.get = outcome_get,
		.set = outcome_set,
		.about = outcome_about},
	{.name = "ground",
		.label = N_("Ground"),
		.kind = FIELD_LINE,
		.get = ground_get,
		.set = ground_set,
		.help = N_("The provision by which something is kept back, such as 31 kap. 16 § OSL. Empty for what is "
			   "released whole.")},
	{.name = "masked",
		.label = N_("Masked"),
		.kind = FIELD_LINE,
		.get = masked_get,
		.set = masked_set,
		.help = N_("What is masked, in words that give nothing away. It stands in the reply.")},
	{.name = "passages",
		.label = N_("Passages"),
		.kind = FIELD_TEXT,
		.rows = 5,
		.get = passages_get,
		.set = passages_set,
		.help = N_("What is blacked out, word for word, one passage on each line. None: the whole part.")},
	{.name = NULL},
};

static bool test_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct test_record *record = given;
	struct operation op = record_operation(operation, version);
	struct release_verdict verdict = {record->outcome, record->ground, record->masked, record->passages};

	(void)ui;
	(void)wrong;
	return release_test(record->base.desk->cw, &op, record->matter, record->n, &verdict, err);
}

static void test_saved(struct ui *ui, void *given)
{
	ui_stale(ui);
	ui_say(ui, _("Part %d is tested."), ((const struct test_record *)given)->n);
}

static bool mark_read(struct test_record *record, int64_t document, struct error *err)
{
	struct document_query query = {.id = document};
	struct document_list list;

	if (!document)
		return true;
	if (!document_list_load(record->base.desk->cw, &query, &list, err))
		return false;
	if (list.count && list.items[0].secret_ground)
		record->mark = arena_format(&record->base.arena, "%s: %s, %s", list.items[0].secret_on,
			list.items[0].secret_ground, list.items[0].secret_by);
	document_list_done(&list);
	return true;
}

static void part_take(struct test_record *record, const struct release_part *part)
{
	struct arena *arena = &record->base.arena;

	record->version = part->version;
	record->outcome = arena_text(arena, part->outcome ? part->outcome : "");
	record->ground = arena_text(arena, part->ground);
	record->masked = arena_text(arena, part->masked);
	record->passages = arena_text(arena, part->passages);
	record->name = release_part_words(part, arena);
}

static bool test_begin(struct test_record *record, struct error *err)
{
	struct release release;
	int64_t document = 0;

	if (!release_load(record->base.desk->cw, record->matter, &release, err))
		return false;
	for (int i = 0; i < release.count; i++) {
		if (release.items[i].n == record->n) {
			part_take(record, &release.items[i]);
			document = release.items[i].document;
		}
	}
	release_done(&release);
	if (!record->version)
		return refuse(err, ERROR_MISSING, _("The request has no part %d."), record->n);
	return mark_read(record, document, err);
}

/* What somebody else has saved meanwhile. */
static void *test_fresh(struct ui *ui, const void *given, int64_t *version, struct error *err)
{
	const struct test_record *old = given;
	struct test_record *record = record_new(ui, sizeof *record);

	record->matter = old->matter;
	record->n = old->n;
	if (!record_begun(NULL, record, test_begin(record, err), record_done, err))
		return NULL;
	*version = record->version;
	return record;
}

static const struct form_kind test_kind = {.name = "release-test",
	.title = N_("Test of what may be released"),
	.fields = test_fields,
	.save = test_save,
	.saved = test_saved,
	.fresh = test_fresh,
	.done = record_done};

void release_test_form(struct ui *ui, int64_t matter, int n)
{
	struct test_record *record = record_new(ui, sizeof *record);
	struct error err = {0};
	char key[64];

	record->matter = matter;
	record->n = n;
	if (!record_begun(ui, record, test_begin(record, &err), record_done, &err))
		return;
	snprintf(key, sizeof key, "release-test-%lld-%d", (long long)matter, n);
	form_open(ui, &(struct form_what){.kind = &test_kind,
			      .key = key,
			      .title = record_about(record, &(struct case_ref){.matter = matter}, record->name),
			      .record = record,
			      .version = record->version});
}

/* ---- what is asked for */

struct add_record {
	struct record base;
	int64_t matter;
	const char *wanted, *part;
	int64_t n;
	int added;
};

RECORD_TEXT(add_record, wanted)
RECORD_TEXT(add_record, part)
RECORD_WORDS(part, "part")

static bool n_set(void *record, const struct field_value *value, struct error *err)
{
	(void)err;
	((struct add_record *)record)->n = value->number == NUMBER_NONE ? 0 : value->number;
	return true;
}

static const struct field add_fields[] = {
	{.name = "wanted",
		.label = N_("Case"),
		.kind = FIELD_LINE,
		.required = true,
		.get = wanted_get,
		.set = wanted_set,
		.help = N_("The number of the application, such as 12-2026.")},
	{.name = "part",
		.label = N_("Part"),
		.kind = FIELD_CHOICE,
		.choice = part_choice,
		.get = part_get,
		.set = part_set,
		.help = N_("- is the whole case: every part, document and file note. Nobody is asked who they are or "
			   "why.")},
	{.name = "n",
		.label = N_("Number"),
		.kind = FIELD_NUMBER,
		.set = n_set,
		.help = N_("Of the document in the case's register, or of the file note.")},
	{.name = NULL},
};

static bool add_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct add_record *record = given;
	struct operation op = record_operation(operation, version);
	struct casework *cw = record->base.desk->cw;
	const char *part = record->part && *record->part ? record->part : NULL;
	bool numbered = part && (!strcmp(part, "document") || !strcmp(part, "note"));
	int64_t application;

	(void)ui;
	if (!application_find(cw, record->wanted, &application, err)) {
		*wrong = "wanted";
		return false;
	}
	if (numbered != (record->n != 0)) {
		*wrong = "n";
		return refuse(err, ERROR_INVALID,
			numbered ? _("Which one? Write its number.")
				 : _("Only a document and a file note have a number here."));
	}
	if (numbered)
		part = arena_format(&record->base.arena, "%s %d", part, (int)record->n);
	return release_add(cw, &op, record->matter, application, part, &record->added, err);
}

static void add_saved(struct ui *ui, void *given)
{
	ui_stale(ui);
	ui_say(ui, _("%d parts are noted as requested; each is to be tested."),
		((const struct add_record *)given)->added);
}

static const struct form_kind add_kind = {.name = "release-add",
	.title = N_("What is requested"),
	.fields = add_fields,
	.save = add_save,
	.saved = add_saved,
	.done = record_done};

void release_add_form(struct ui *ui, int64_t matter)
{
	struct add_record *record = record_new(ui, sizeof *record);
	char key[64];

	record->matter = matter;
	snprintf(key, sizeof key, "release-add-%lld", (long long)matter);
	form_open(ui, &(struct form_what){.kind = &add_kind,
			      .key = key,
			      .title = record_about(record, &(struct case_ref){.matter = matter}, NULL),
			      .record = record});
}

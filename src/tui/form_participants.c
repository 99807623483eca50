/* Several regions join an application at once: the form begins with all that do not take part yet, a line each. */
#include "tui/record.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/application.h"

enum { JOIN_MOST = 64 };

struct join_record {
	struct record base;
	int64_t application;
	const char *names;
	int added;
};

RECORD_TEXT(join_record, names)

/* The region of one line, in `code`; an empty line is none. */
static bool line_read(
	const struct join_record *record, const char *line, size_t bytes, const char **code, struct error *err)
{
	const struct region *region;
	struct arena arena;

	arena_init(&arena);
	line = arena_text_part(&arena, line, bytes);
	region = text_blank(line) ? NULL : programme_region(&record->base.desk->programme, line);
	*code = region ? region->code : NULL;
	if (!region && !text_blank(line)) {
		refuse(err, ERROR_INVALID, _("No region that may apply is called '%s'. Nothing was saved."), line);
		arena_done(&arena);
		return false;
	}
	arena_done(&arena);
	return true;
}

/* Codes of the lines; -1: one of them is no region. */
static int lines_read(
	const struct join_record *record, const char *text, const char *codes[JOIN_MOST], struct error *err)
{
	int count = 0;

	while (*text && count < JOIN_MOST) {
		size_t bytes = strcspn(text, "\n");

		if (!line_read(record, text, bytes, &codes[count], err))
			return -1;
		count += codes[count] != NULL;
		text += bytes + (text[bytes] == '\n');
	}
	return count;
}

static void names_about(const void *given, const char *typed, int64_t today, char out[FIELD_ABOUT])
{
	const char *codes[JOIN_MOST];
	int count = lines_read(given, typed, codes, NULL);

	(void)today;
	if (count < 0)
		snprintf(out, FIELD_ABOUT, "%s", _("Not every line is a region that may apply."));
	else
		snprintf(out, FIELD_ABOUT,
			ngettext("%d region is added.", "%d regions are added.", (unsigned long)count), count);
}

static const struct field fields[] = {
	{.name = "names",
		.label = N_("Regions to add"),
		.kind = FIELD_TEXT,
		.rows = 16,
		.required = true,
		.get = names_get,
		.set = names_set,
		.about = names_about,
		.help = N_("One on each line: those that do not take part yet. Take away the ones that are not to be "
			   "added. All are added at once, or none.")},
	{.name = NULL},
};

static bool join_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct join_record *record = given;
	struct operation op = record_operation(operation, version);
	const char *codes[JOIN_MOST];
	int count = lines_read(record, record->names, codes, err);

	(void)ui;
	*wrong = "names";
	return count >= 0 &&
	       participants_join(record->base.desk->cw, &op, record->application, codes, count, &record->added, err);
}

static void join_saved(struct ui *ui, void *given)
{
	int added = ((const struct join_record *)given)->added;

	ui_stale(ui);
	ui_say(ui,
		ngettext("%d region is added. Its papers are missing until they are noted with e.",
			"%d regions are added. Their papers are missing until they are noted with e.",
			(unsigned long)added),
		added);
}

static const struct form_kind kind = {.name = "participants",
	.title = N_("New participants"),
	.fields = fields,
	.save = join_save,
	.saved = join_saved,
	.done = record_done};

static bool takes_part(const struct application *whole, const char *code)
{
	for (int i = 0; i < whole->participant_count; i++)
		if (!strcmp(whole->participants[i].region, code))
			return true;
	return false;
}

static bool join_begin(struct join_record *record, struct error *err)
{
	const struct programme *programme = &record->base.desk->programme;
	struct application whole;
	const char *names = "";

	if (!application_load(record->base.desk->cw, record->application, &whole, err))
		return false;
	for (int i = 0; i < programme->region_count; i++)
		if (!takes_part(&whole, programme->regions[i].code))
			names = arena_format(&record->base.arena, "%s%s%s", names, *names ? "\n" : "",
				programme->regions[i].short_name);
	application_done(&whole);
	record->names = names;
	return *names || refuse(err, ERROR_INVALID, _("Every region that may apply takes part already."));
}

void participants_form(struct ui *ui, int64_t application)
{
	struct join_record *record = record_new(ui, sizeof *record);
	struct error err = {0};
	char key[64];

	record->application = application;
	if (!record_begun(ui, record, join_begin(record, &err), record_done, &err))
		return;
	snprintf(key, sizeof key, "participants-%lld", (long long)application);
	form_open(ui, &(struct form_what){.kind = &kind,
			      .key = key,
			      .title = record_about_application(record, application, 0, NULL),
			      .record = record});
}

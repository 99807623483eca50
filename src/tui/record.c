/* What a form fills in. */
#include "tui/record.h"

#include "base/words.h"
#include "casework/measure.h"
#include "tui/case_words.h"

void *record_new(struct ui *ui, size_t size)
{
	struct record *record = memory_take(size);

	memset(record, 0, size);
	arena_init(&record->arena);
	record->desk = desk_of(ui);
	return record;
}

void record_done(void *given)
{
	struct record *record = given;

	arena_done(&record->arena);
	free(record);
}

struct operation record_operation(const char *operation, int64_t version)
{
	struct operation op = {.if_version = version};

	snprintf(op.id, sizeof op.id, "%s", operation);
	return op;
}

static const char *about_say(struct arena *arena, const char *part, const char *number, const char *name)
{
	if (!strncmp(part, number, strlen(number)))
		return arena_format(arena, "%s · %s", part, name); /* a document's number */
	if (!strcmp(part, name))
		part = ""; /* the only region of its own application */
	return arena_format(arena, "%s%s%s · %s", part, *part ? " · " : "", number, name);
}

const char *record_about(void *given, const struct case_ref *of, const char *part)
{
	struct record *record = given;
	struct arena *arena = &record->arena;
	const char *number, *title;

	if (of->application)
		return record_about_application(record, of->application, 0, part);
	part = part ? part : "";
	if (!of->matter || !case_name(record->desk->cw, of, arena, &number, &title, NULL))
		return arena_text(arena, part);
	return about_say(arena, part, number, title);
}

static int measure_number(const struct record *record, int64_t measure)
{
	struct measure_list list;
	int n;

	if (!measure || !measure_load(record->desk->cw, measure, &list, NULL))
		return 0;
	n = list.items[0].n;
	measure_list_done(&list);
	return n;
}

const char *record_about_application(void *given, int64_t application, int64_t measure, const char *part)
{
	struct record *record = given;
	struct arena *arena = &record->arena;
	int n = measure_number(record, measure);
	struct application whole;
	char applicant[CASE_WORDS];
	const char *number;

	part = part ? part : "";
	if (!application || !application_load(record->desk->cw, application, &whole, NULL))
		return arena_text(arena, part);
	case_applicant(&whole.row, applicant);
	number = n ? arena_format(arena, "%s.%d", whole.number, n) : arena_text(arena, whole.number);
	application_done(&whole);
	return about_say(arena, part, number, applicant);
}

bool record_begun(struct ui *ui, void *record, bool begun, void (*done)(void *), const struct error *err)
{
	if (begun)
		return true;
	if (ui)
		desk_refused(ui, err);
	done(record);
	return false;
}

bool record_word(const void *given, const char *kind, int which, struct field_choice *out)
{
	const struct programme *programme = &((const struct record *)given)->desk->programme;
	bool any = false;

	for (int i = 0; i < programme->word_count; i++) {
		const struct word *word = &programme->words[i];

		if (strcmp(word->kind, kind) != 0)
			continue;
		any = true;
		if (which-- > 0)
			continue;
		*out = (struct field_choice){word->code, word->name[words_swedish()]};
		return true;
	}
	if (any || which > 0)
		return false;
	*out = (struct field_choice){
		"", _("no words yet: kansli programme adopt")}; /* lifted from before they were there */
	return true;
}

bool record_region(const void *given, int which, struct field_choice *out)
{
	const struct programme *programme = &((const struct record *)given)->desk->programme;

	if (which >= programme->region_count)
		return false;
	*out = (struct field_choice){programme->regions[which].code, programme->regions[which].name};
	return true;
}

const char *record_day(void *given, const struct field_value *value)
{
	char text[DAY_TEXT];

	if (!value->text[0])
		return NULL;
	day_text((day)value->number, text);
	return arena_text(&((struct record *)given)->arena, text);
}

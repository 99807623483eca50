/* What a form fills in. */
#include "tui/record.h"

#include "base/words.h"

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

/* What the law as data has that an office lacks. Invariant: it is only compared; taking it in is programme_adopt(). */
#include "casework/access.h"
#include "casework/grow.h"
#include "casework/programme.h"

#include "base/text.h"
#include "base/words.h"

static void lack_add(struct programme_lacks *lacks, const char *part, const char *code, const char *name, bool other)
{
	GROW(&lacks->arena, lacks->items, lacks->count);
	lacks->items[lacks->count++] = (struct programme_lack){.part = part,
		.code = arena_text(&lacks->arena, code),
		.name = arena_text(&lacks->arena, name),
		.other = other};
}

static bool both_same(const char *const one[2], const char *const two[2])
{
	return text_same(one[0], two[0]) && text_same(one[1], two[1]);
}

static void regions_compare(const struct programme *from, const struct programme *old, struct programme_lacks *lacks)
{
	for (int i = 0; i < from->region_count; i++) {
		const struct region *new = &from->regions[i], *there = NULL;

		for (int k = 0; k < old->region_count; k++)
			if (!strcmp(old->regions[k].code, new->code))
				there = &old->regions[k];
		if (!there || !text_same(there->name, new->name) || !text_same(there->short_name, new->short_name) ||
			!text_same(there->orgnr, new->orgnr) || there->population != new->population)
			lack_add(lacks, _("region"), new->code, new->name, there != NULL);
	}
}

static void words_compare(const struct programme *from, const struct programme *old, struct programme_lacks *lacks)
{
	for (int i = 0; i < from->word_count; i++) {
		const struct word *new = &from->words[i], *there = NULL;

		for (int k = 0; k < old->word_count && !there; k++)
			if (!strcmp(old->words[k].kind, new->kind) && !strcmp(old->words[k].code, new->code))
				there = &old->words[k];
		if (!there || !both_same(there->name, new->name) || !both_same(there->help, new->help))
			lack_add(lacks, _("word"), arena_format(&lacks->arena, "%s %s", new->kind, new->code),
				new->name[words_swedish()], there != NULL);
	}
}

static void points_compare(const struct programme *from, const struct programme *old, struct programme_lacks *lacks)
{
	for (int i = 0; i < from->point_count; i++) {
		const struct point *new = &from->points[i], *there = NULL;

		for (int k = 0; k < old->point_count; k++)
			if (old->points[k].number == new->number)
				there = &old->points[k];
		if (!there || !both_same(there->title, new->title) || !both_same(there->standard, new->standard))
			lack_add(lacks, _("point of 14 §"), arena_format(&lacks->arena, "%d", new->number),
				new->title[words_swedish()], there != NULL);
	}
}

/* Does it show all that the other shows? */
static bool shows_all(const struct gate *gate, const struct gate *other)
{
	const char *at = other->evidence ? other->evidence : "";

	for (size_t bytes; *at; at += bytes + (at[bytes] == '|')) {
		char code[64];

		snprintf(code, sizeof code, "%.*s", (int)(bytes = strcspn(at, "|")), at);
		if (!gate_shows(gate, code))
			return false;
	}
	return true;
}

static void evidence_compare(const struct programme *from, const struct programme *old, struct programme_lacks *lacks)
{
	for (int i = 0; i < from->gate_count; i++) {
		const struct gate *new = &from->gates[i], *there = programme_gate(old, new->version, new->id);

		if (there && (!shows_all(there, new) || !shows_all(new, there)))
			lack_add(lacks, _("what is seen beside"),
				arena_format(&lacks->arena, "%s (%lld)", new->id, (long long)new->version),
				new->name[words_swedish()], there->evidence != NULL);
	}
}

static void versions_compare(const struct programme *from, const struct programme *old, struct programme_lacks *lacks)
{
	for (int i = 0; i < from->gate_count; i++) {
		const struct gate *new = &from->gates[i], *there = programme_gate(old, new->version, new->id);

		if (there && both_same(there->question, new->question))
			continue;
		lack_add(lacks, _("control point"),
			arena_format(&lacks->arena, "%s (%lld)", new->id, (long long)new->version),
			new->name[words_swedish()], there != NULL);
		for (int k = 0; k < old->gate_count; k++)
			lacks->items[lacks->count - 1].kept |= old->gates[k].version == new->version;
	}
	for (int i = 0; i < from->criterion_count; i++) {
		const struct criterion *new = &from->criteria[i],
				       *there = programme_criterion(old, new->version, new->id);

		if (there && there->weight == new->weight)
			continue;
		lack_add(lacks, _("criterion"),
			arena_format(&lacks->arena, "%s (%lld)", new->id, (long long)new->version),
			new->name[words_swedish()], there != NULL);
		for (int k = 0; k < old->criterion_count; k++)
			lacks->items[lacks->count - 1].kept |= old->criteria[k].version == new->version;
	}
}

bool programme_lacks_load(
	struct casework *cw, const struct programme *from, struct programme_lacks *out, struct error *err)
{
	struct programme_lacks lacks = {0};
	struct programme old;

	if (!may(cw, RIGHT_PROGRAMME_ADOPT, RELATION_NONE, err) || !programme_load(cw, &old, err))
		return false;
	arena_init(&lacks.arena);
	regions_compare(from, &old, &lacks);
	words_compare(from, &old, &lacks);
	points_compare(from, &old, &lacks);
	versions_compare(from, &old, &lacks);
	evidence_compare(from, &old, &lacks);
	programme_done(&old);
	*out = lacks;
	return true;
}

void programme_lacks_done(struct programme_lacks *lacks)
{
	if (!lacks)
		return;
	arena_done(&lacks->arena);
	*lacks = (struct programme_lacks){0};
}

/* What is said of a sitting, in words. */
#include "casework/sitting.h"

#include "base/text.h"
#include "base/words.h"

struct word_row {
	const char *code, *words;
};
static const struct word_row capacities[] = {
	{"chair", N_("chair")},
	{"member", N_("member")},
	{"secretary", N_("secretary")},
	{"presenter", N_("presenting officer")},
	{"other", N_("also taking part")},
	{0},
};
static const struct word_row presences[] = {
	{"present", N_("present")},
	{"remote", N_("remote")},
	{"absent", N_("absent")},
	{"barred", N_("barred, takes no part")},
	{0},
};
static const struct word_row outcomes[] = {
	{"decided", N_("decided")},
	{"tabled", N_("tabled")},
	{"referred", N_("referred back")},
	{"respite", N_("respite")},
	{"no_quorum", N_("tabled, not quorate")},
	{"noted", N_("noted")},
	{0},
};

static const char *code_words(const struct word_row *rows, const char *code)
{
	for (; code && rows->code; rows++)
		if (!strcmp(rows->code, code))
			return _(rows->words);
	return code;
}

static const char *code_read(const struct word_row *rows, const char *typed)
{
	for (; typed && rows->code; rows++)
		if (!strcmp(rows->code, typed) || text_same(_(rows->words), typed))
			return rows->code;
	return NULL;
}

const char *sitting_capacity_words(const char *capacity)
{
	return code_words(capacities, capacity);
}

const char *sitting_presence_words(const char *presence)
{
	return code_words(presences, presence);
}

const char *sitting_outcome_words(const char *outcome)
{
	return code_words(outcomes, outcome);
}

const char *sitting_capacity_read(const char *typed)
{
	return code_read(capacities, typed);
}

const char *sitting_presence_read(const char *typed)
{
	return code_read(presences, typed);
}

const char *sitting_outcome_read(const char *typed)
{
	return code_read(outcomes, typed);
}

const char *sitting_state_words(const char *opened_at, const char *closed_at, const char *adjusted_on)
{
	if (adjusted_on)
		return _("minutes approved");
	if (closed_at)
		return _("closed, minutes to be approved");
	return opened_at ? _("under way") : _("called");
}

const char *sitting_void_words(const struct sitting_void *each, struct arena *arena)
{
	const char *words = "";

	switch (each->part) {
	case SITTING_MOTION:
		words = arena_format(arena, _("motion %d, %s: %s"), each->n, each->name, each->text);
		break;
	case SITTING_VOTE:
		words = arena_format(
			arena, _("vote %d, yes for motion %d, no for motion %d"), each->n, each->yes, each->no);
		break;
	case SITTING_RESERVATION: words = arena_format(arena, _("%s differs: %s"), each->name, each->text); break;
	}
	return words;
}

bool sitting_presenter_away(const struct sitting_item *item)
{
	for (int i = 0; item->section && i < item->seat_count; i++)
		if (item->seats[i].person == item->presenter)
			return !strcmp(item->seats[i].presence, "absent");
	return false;
}

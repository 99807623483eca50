/* What has happened in a case, from a sheet. Invariant: nothing is written here; a row is what somebody at the desk
 * could have done today, with the same rights, powers and rules. */
#include "casework/intake_act.h"
#include "casework/clock.h"
#include "casework/disqualification.h"
#include "casework/note.h"
#include "casework/share.h"

#include "base/text.h"
#include "base/words.h"

enum { ITEMS_MOST = 40 };

enum { SHARE_REGION, SHARE_ORE };
static const struct entry_field share_fields[] = {
	{"region", N_("Region"), ENTRY_REGION, .needed = true},
	{"amount", N_("Amount"), ENTRY_ORE, .needed = true},
};
enum {
	NOTE_KIND,
	NOTE_DAY,
	NOTE_TIME,
	NOTE_WAY,
	NOTE_WITH,
	NOTE_ROLE,
	NOTE_NAME,
	NOTE_SAID,
	NOTE_CHANGED,
	NOTE_GATE,
	NOTE_CRITERION,
	NOTE_COMMUNICATE,
	NOTE_FOLLOW,
	NOTE_FOLLOWED,
	NOTE_HOW
};
static const struct entry_field note_fields[] = {
	{"kind", N_("Kind of note"), ENTRY_WORD, "note"},
	{"day", N_("Day"), ENTRY_DAY, .needed = true},
	{"time", N_("Time of day"), ENTRY_LINE},
	{"way", N_("Way"), ENTRY_WORD, "dialogue", true},
	{"with", N_("Organisation"), ENTRY_LINE},
	{"role", N_("Role"), ENTRY_LINE},
	{"name", N_("Name"), ENTRY_LINE},
	{"said", N_("What was said"), ENTRY_TEXT, .needed = true},
	{"changed", N_("What it changed"), ENTRY_TEXT},
	{"gate", N_("Control point"), ENTRY_LINE},
	{"criterion", N_("Criterion"), ENTRY_LINE},
	{"communicate", N_("To be communicated"), ENTRY_YES},
	{"follow-on", N_("Follow up"), ENTRY_DAY},
	{"followed-on", N_("Followed up on"), ENTRY_DAY},
	{"followed-how", N_("How it was followed up"), ENTRY_TEXT},
};
enum {
	CONFLICT_PERSON,
	CONFLICT_ANSWER,
	CONFLICT_GROUND,
	CONFLICT_WHAT,
	CONFLICT_TRIED,
	CONFLICT_TRIED_BY,
	CONFLICT_OUTCOME,
	CONFLICT_REASONS
};
static const struct entry_field conflict_fields[] = {
	{"person", N_("Login"), ENTRY_LINE, .needed = true},
	{"answer", N_("Answer"), ENTRY_WORD, "bar_answer"},
	{"ground", N_("Ground"), ENTRY_WORD, "bar_ground"},
	{"what", N_("Circumstance"), ENTRY_TEXT},
	{"tried-on", N_("Tried on"), ENTRY_DAY},
	{"tried-by", N_("Tried by"), ENTRY_WORD, "bar_trier"},
	{"outcome", N_("Outcome"), ENTRY_WORD, "bar_outcome"},
	{"reasons", N_("Reasons"), ENTRY_TEXT},
};
enum {
	CLOCK_KIND,
	CLOCK_ASKS,
	CLOCK_ITEM,
	CLOCK_SENT,
	CLOCK_WAY,
	CLOCK_DUE,
	CLOCK_WHOM,
	CLOCK_POWER,
	CLOCK_FOLLOWS,
	CLOCK_ANSWERED,
	CLOCK_ANSWER,
	CLOCK_OUTCOME,
	CLOCK_CONSEQUENCE,
	CLOCK_ENDED
};
static const struct entry_field clock_fields[] = {
	{"kind", N_("Kind of time limit"), ENTRY_WORD, "clock", true},
	{"asks", N_("What is asked"), ENTRY_TEXT, .needed = true},
	{"item", N_("Asked for, parted by |"), ENTRY_TEXT},
	{"sent-on", N_("Sent"), ENTRY_DAY, .needed = true},
	{"way", N_("Way"), ENTRY_WORD, "arrival"},
	{"due-on", N_("Last day"), ENTRY_DAY},
	{"whom", N_("Asked of"), ENTRY_LINE},
	{"power-ref", N_("The delegation's decision"), ENTRY_LINE},
	{"follows", N_("Follows time limit"), ENTRY_COUNT},
	{"answered-on", N_("Answered"), ENTRY_DAY},
	{"answer", N_("The answer"), ENTRY_TEXT},
	{"outcome", N_("Outcome"), ENTRY_WORD, "clock_outcome"},
	{"consequence", N_("What follows"), ENTRY_TEXT},
	{"ended-on", N_("Ruled on"), ENTRY_DAY},
};

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

static bool share_do(
	struct casework *cw, int64_t application, int64_t measure, const struct intake_act *act, struct error *err);
static bool note_do(
	struct casework *cw, int64_t application, int64_t measure, const struct intake_act *act, struct error *err);
static bool conflict_do(
	struct casework *cw, int64_t application, int64_t measure, const struct intake_act *act, struct error *err);
static bool clock_do(
	struct casework *cw, int64_t application, int64_t measure, const struct intake_act *act, struct error *err);

static const struct act_kind {
	const char *code, *name;
	const struct entry_field *fields;
	int count;
	bool (*run)(struct casework *cw, int64_t application, int64_t measure, const struct intake_act *act,
		struct error *err);
} kinds[ACT_KINDS] = {
	[ACT_SHARE] = {"share", N_("share"), share_fields, COUNT(share_fields), share_do},
	[ACT_NOTE] = {"note", N_("note"), note_fields, COUNT(note_fields), note_do},
	[ACT_CONFLICT] = {"conflict", N_("conflict of interest"), conflict_fields, COUNT(conflict_fields), conflict_do},
	[ACT_CLOCK] = {"clock", N_("time limit"), clock_fields, COUNT(clock_fields), clock_do},
};

const char *intake_act_code(enum intake_act_kind kind)
{
	return kinds[kind].code;
}

const char *intake_act_name(enum intake_act_kind kind)
{
	return _(kinds[kind].name);
}

int intake_act_field_count(enum intake_act_kind kind)
{
	return kinds[kind].count;
}

struct entry_field intake_act_field(enum intake_act_kind kind, int field)
{
	assert(field >= 0 && field < kinds[kind].count);
	return kinds[kind].fields[field];
}

bool intake_act_do(
	struct casework *cw, int64_t application, int64_t measure, const struct intake_act *act, struct error *err)
{
	const struct act_kind *kind = &kinds[act->kind];

	for (int i = 0; i < kind->count; i++)
		if (kind->fields[i].needed && text_blank(act->values[i]))
			return refuse(err, ERROR_INVALID, _("%s: It is empty, and has to be filled in."),
				_(kind->fields[i].label));
	return kind->run(cw, application, measure, act, err);
}

static bool given(const struct intake_act *act, int field)
{
	return !text_blank(act->values[field]);
}

static const char *text_of(const struct intake_act *act, int field)
{
	return act->values[field] ? act->values[field] : "";
}

/* ---- each kind by its verbs */

static bool share_do(
	struct casework *cw, int64_t application, int64_t measure, const struct intake_act *act, struct error *err)
{
	(void)application;
	if (!measure)
		return refuse(err, ERROR_INVALID, _("A share is of a measure: its number is missing."));
	return share_put(cw, NULL, measure, act->values[SHARE_REGION], strtoll(act->values[SHARE_ORE], NULL, 10), err);
}

static bool note_do(
	struct casework *cw, int64_t application, int64_t measure, const struct intake_act *act, struct error *err)
{
	struct note_change change = {.kind = act->values[NOTE_KIND],
		.occurred_on = act->values[NOTE_DAY],
		.occurred_time = act->values[NOTE_TIME],
		.way = act->values[NOTE_WAY],
		.with_whom = text_of(act, NOTE_WITH),
		.with_role = text_of(act, NOTE_ROLE),
		.with_name = text_of(act, NOTE_NAME),
		.said = act->values[NOTE_SAID],
		.changed = text_of(act, NOTE_CHANGED),
		.measure = measure,
		.gate = act->values[NOTE_GATE],
		.criterion = act->values[NOTE_CRITERION],
		.follow_on = act->values[NOTE_FOLLOW],
		.communicate = !strcmp(text_of(act, NOTE_COMMUNICATE), "1")};
	int n = 0;

	if (!note_add(cw, NULL, application, &change, &n, err))
		return false;
	return (!given(act, NOTE_FOLLOWED) && !given(act, NOTE_HOW)) ||
	       note_followed(cw, NULL, application, n, act->values[NOTE_FOLLOWED], text_of(act, NOTE_HOW), err);
}

static bool person_of(struct casework *cw, const char *login, int64_t *out, struct error *err)
{
	struct arena arena;
	struct rows rows;
	int64_t id = 0;

	if (!store_ask(casework_store(cw), SQL_PERSON_BY_LOGIN, BINDS(BIND("login", login)), &rows, err))
		return false;
	arena_init(&arena);
	if (rows_next(&rows)) {
		id = rows_number(&rows, "id");
		rows_text(&rows, "name", &arena);
	}
	arena_done(&arena);
	if (!rows_done(&rows, err))
		return false;
	*out = id;
	return id || refuse(err, ERROR_INVALID, _("Nobody here has the login “%s”."), login);
}

static bool conflict_do(
	struct casework *cw, int64_t application, int64_t measure, const struct intake_act *act, struct error *err)
{
	struct disqualification_about about = {.application = application};
	struct disqualification_change said = {.about = about,
		.answer = act->values[CONFLICT_ANSWER],
		.ground = act->values[CONFLICT_GROUND],
		.what = act->values[CONFLICT_WHAT]};
	struct disqualification_trial trial = {.about = about,
		.tried_on = act->values[CONFLICT_TRIED],
		.tried_by = act->values[CONFLICT_TRIED_BY],
		.outcome = act->values[CONFLICT_OUTCOME],
		.reasons = act->values[CONFLICT_REASONS]};
	int64_t person, id;
	int asked = 0;

	(void)measure;
	if (!person_of(cw, act->values[CONFLICT_PERSON], &person, err))
		return false;
	said.person = trial.person = person;
	if (!given(act, CONFLICT_ANSWER))
		return disqualification_ask(cw, NULL, about, &person, 1, &asked, err);
	return disqualification_answer(cw, NULL, &said, &id, err) &&
	       (!given(act, CONFLICT_OUTCOME) || disqualification_try(cw, NULL, &trial, err));
}

/* "minutes | certificate": one thing each. */
static int items_split(const char *text, struct arena *arena, struct clock_item_change *items)
{
	int count = 0;

	while (*text && count < ITEMS_MOST) {
		size_t bytes = strcspn(text, "|"), first = strspn(text, " ");
		size_t last = bytes;

		while (last > first && text[last - 1] == ' ')
			last--;
		if (last > first)
			items[count++].text = arena_text_part(arena, text + first, last - first);
		text += bytes + (text[bytes] == '|');
	}
	return count;
}

static bool clock_follow(
	struct casework *cw, int64_t application, int n, const struct intake_act *act, struct error *err)
{
	struct clock_answer_change answer = {
		.answered_on = act->values[CLOCK_ANSWERED], .answer = act->values[CLOCK_ANSWER], .all = true};
	struct clock_end_change end = {
		act->values[CLOCK_OUTCOME], text_of(act, CLOCK_CONSEQUENCE), act->values[CLOCK_ENDED]};

	if ((given(act, CLOCK_ANSWERED) || given(act, CLOCK_ANSWER)) &&
		!clock_answer(cw, NULL, application, n, &answer, err))
		return false;
	return !given(act, CLOCK_OUTCOME) || clock_end(cw, NULL, application, n, &end, err);
}

static bool clock_do(
	struct casework *cw, int64_t application, int64_t measure, const struct intake_act *act, struct error *err)
{
	struct clock_item_change items[ITEMS_MOST] = {0};
	struct clock_change change = {.kind = act->values[CLOCK_KIND],
		.asks = act->values[CLOCK_ASKS],
		.sent_on = act->values[CLOCK_SENT],
		.way = given(act, CLOCK_WAY) ? act->values[CLOCK_WAY] : "",
		.due_on = act->values[CLOCK_DUE],
		.asked_whom = text_of(act, CLOCK_WHOM),
		.power_ref = act->values[CLOCK_POWER],
		.measure = measure,
		.follows_n = (int)strtol(text_of(act, CLOCK_FOLLOWS), NULL, 10),
		.items = items};
	struct arena arena;
	bool sent;
	int n = 0;

	arena_init(&arena);
	change.item_count = items_split(text_of(act, CLOCK_ITEM), &arena, items);
	sent = clock_send(cw, NULL, application, &change, &n, err);
	arena_done(&arena);
	return sent && clock_follow(cw, application, n, act, err);
}

/* What happened, in words: one line per kind of change, and the difference between before and after. */
#include "casework/event.h"

#include "base/buffer.h"
#include "base/text.h"
#include "base/words.h"

static const struct {
	const char *action, *words;
} table[] = {
	{"office-found", N_("founded the office")},
	{"clock-set", N_("set the demonstration clock")},
	{"programme-adopt", N_("took in regions, control points and criteria")},
	{"person-add", N_("added a person")},
	{"person-change", N_("changed a person")},
	{"person-give-role", N_("gave a role")},
	{"person-end-role", N_("ended a role")},
	{"round-add", N_("added a round")},
	{"round-change", N_("changed a round")},
	{"limit-put", N_("entered a limit")},
	{"application-register", N_("registered the application")},
	{"application-change", N_("changed the application")},
	{"application-assign", N_("assigned the case")},
	{"application-withdraw", N_("recorded that the application was withdrawn")},
	{"participant-put", N_("changed a participant's papers")},
	{"measure-add", N_("added a measure")},
	{"measure-change", N_("changed a measure")},
	{"measure-withdraw", N_("recorded that a measure was withdrawn")},
	{"intake", N_("imported")},
	{"note-add", N_("wrote a note")},
	{"gate-answer", N_("answered a control point")},
	{"assessor-assign", N_("assigned an assessor")},
	{"assessor-relieve", N_("relieved an assessor")},
	{"score-put", N_("scored a measure (draft)")},
	{"score-submit", N_("handed in an assessment")},
	{"rank-move", N_("moved a measure in the ranking")},
	{"rank-unmove", N_("moved a measure back to its place by points")},
	{"rank-set", N_("set a proposed amount")},
	{"rank-lock", N_("locked the proposal")},
	{"decision-record", N_("recorded the delegation's decision")},
	{"plan-put", N_("changed the payment plan")},
	{"instalment-condition-met", N_("noted that the condition of an instalment is met")},
	{"instalment-attest", N_("authorised an instalment")},
	{"instalment-paid", N_("recorded a payment")},
};

const char *event_words(const struct event_row *event)
{
	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)
		if (!strcmp(table[i].action, event->action))
			return _(table[i].words);
	return event->action;
}

/* One fact of canonical text: "name=<bytes>:<value>\n" or "name=-\n". Answers where the next begins, NULL at the end.
 */
static const char *fact_read(
	const char *at, const char **name, size_t *name_bytes, const char **value, size_t *value_bytes)
{
	const char *equals;
	char *end;
	size_t bytes;

	if (!at || !*at || !(equals = strchr(at, '=')))
		return NULL;
	*name = at;
	*name_bytes = (size_t)(equals - at);
	*value = NULL;
	*value_bytes = 0;
	if (equals[1] == '-')
		return equals[2] ? equals + 3 : NULL;
	bytes = strtoul(equals + 1, &end, 10);
	if (*end != ':' || strlen(end + 1) <= bytes)
		return NULL;
	*value = end + 1;
	*value_bytes = bytes;
	return end + 1 + bytes + 1;
}

static bool fact_find(const char *facts, const char *name, size_t name_bytes, const char **value, size_t *value_bytes)
{
	const char *found;
	size_t found_bytes;

	for (const char *at = facts; at && *at;) {
		at = fact_read(at, &found, &found_bytes, value, value_bytes);
		if (!at)
			break;
		if (found_bytes == name_bytes && !memcmp(found, name, name_bytes))
			return true;
	}
	*value = NULL;
	*value_bytes = 0;
	return false;
}

static void fact_say(struct buffer *buffer, const char *value, size_t bytes)
{
	if (value)
		buffer_add(buffer, value, bytes);
	else
		buffer_text(buffer, "-");
}

const char *event_difference(const struct event_row *event, struct arena *arena)
{
	struct buffer buffer;
	const char *name, *after, *before, *answer;
	size_t name_bytes, after_bytes, before_bytes;

	buffer_init(&buffer);
	for (const char *at = event->after; at && *at;) {
		at = fact_read(at, &name, &name_bytes, &after, &after_bytes);
		if (!at)
			break;
		fact_find(event->before, name, name_bytes, &before, &before_bytes);
		if (before_bytes == after_bytes && !before == !after && (!after || !memcmp(before, after, after_bytes)))
			continue;
		buffer_add(&buffer, name, name_bytes);
		buffer_text(&buffer, ": ");
		if (event->before) {
			fact_say(&buffer, before, before_bytes);
			buffer_text(&buffer, " → ");
		}
		fact_say(&buffer, after, after_bytes);
		buffer_text(&buffer, "\n");
	}
	answer = arena_text(arena, buffer.text);
	buffer_done(&buffer);
	return answer;
}

/* Status worked out from facts. Invariant: the same facts give the same status, whatever way the case went there; what
 * has come furthest holds, and nothing is remembered. */
#include "casework/state.h"

#include "base/words.h"

static const char *const codes[STATE_COUNT] = {
	[STATE_NEW] = "new",
	[STATE_CHECKING] = "checking",
	[STATE_WAITING] = "waiting",
	[STATE_ASSESSING] = "assessing",
	[STATE_ASSESSED] = "assessed",
	[STATE_PROPOSED] = "proposed",
	[STATE_PARTLY] = "partly",
	[STATE_DECIDED] = "decided",
	[STATE_PAYING] = "paying",
	[STATE_PAID] = "paid",
	[STATE_REPORTED] = "reported",
	[STATE_WITHDRAWN] = "withdrawn",
	[STATE_WRITTEN_OFF] = "written_off",
	[STATE_DISMISSED] = "dismissed",
	[STATE_CLOSED] = "closed",
	[STATE_MOVED] = "moved",
	[STATE_VOID] = "void",
};

static enum state state_when_decided(const struct state_facts *facts)
{
	if (!facts->measures_granted || !facts->instalments)
		return STATE_DECIDED;
	if (facts->instalments_paid < facts->instalments)
		return STATE_PAYING;
	return facts->measures_reported < facts->measures_granted ? STATE_PAID : STATE_REPORTED;
}

/* An application without a measure is not complete (9 § 3), so it is still being checked. */
static enum state state_before_proposal(const struct state_facts *facts)
{
	if (!facts->assigned)
		return STATE_NEW;
	if (facts->clocks_waiting)
		return STATE_WAITING;
	if (!facts->measures || facts->gates_answered < facts->gates_wanted)
		return STATE_CHECKING;
	if (facts->gates_open)
		return STATE_WAITING;
	return facts->measures_assessed < facts->measures ? STATE_ASSESSING : STATE_ASSESSED;
}

enum state state_of(const struct state_facts *facts)
{
	if (facts->misregistered)
		return facts->moved ? STATE_MOVED : STATE_VOID;
	if (facts->closed)
		return STATE_CLOSED;
	if (facts->ruled)
		return facts->dismissed ? STATE_DISMISSED : STATE_WRITTEN_OFF;
	if (facts->withdrawn)
		return STATE_WITHDRAWN;
	if (facts->measures && facts->measures_decided >= facts->measures)
		return state_when_decided(facts);
	if (facts->measures_decided)
		return STATE_PARTLY;
	if (facts->measures && facts->measures_proposed >= facts->measures)
		return STATE_PROPOSED;
	return state_before_proposal(facts);
}

const char *state_code(enum state state)
{
	return codes[state];
}

bool state_read(const char *code, enum state *out)
{
	for (int i = 0; i < STATE_COUNT; i++) {
		if (!strcmp(codes[i], code)) {
			*out = (enum state)i;
			return true;
		}
	}
	return false;
}

const char *state_word(const struct programme *programme, enum state state)
{
	return programme_word_name(programme, "state", codes[state]);
}

const char *state_next(const struct programme *programme, enum state state)
{
	const struct word *word = programme_word(programme, "state", codes[state]);

	return word ? word->help[words_swedish()] : "";
}

static day due_make(const char *text, enum mover mover, enum mover *out)
{
	day due = text ? day_read(text) : DAY_NONE;

	*out = due == DAY_NONE ? MOVER_NOBODY : mover;
	return due;
}

/* A day set for the applicant is the applicant's until it has passed; then the office decides how to go on (12 §). */
static day stage_due(const struct state_facts *facts, enum mover *mover)
{
	switch (state_of(facts)) {
	case STATE_NEW:
	case STATE_CHECKING:
	case STATE_WAITING:
	case STATE_ASSESSING:
	case STATE_ASSESSED: return due_make(facts->gate_due, facts->gates_open ? MOVER_APPLICANT : MOVER_US, mover);
	case STATE_PARTLY:
	case STATE_PAYING: return due_make(facts->pay_due, MOVER_US, mover);
	case STATE_PROPOSED:
	case STATE_DECIDED:
	case STATE_PAID:
	case STATE_REPORTED:
	case STATE_WITHDRAWN:
	case STATE_WRITTEN_OFF:
	case STATE_DISMISSED:
	case STATE_CLOSED:
	case STATE_MOVED:
	case STATE_VOID:
	case STATE_COUNT: break;
	}
	return due_make(NULL, MOVER_NOBODY, mover);
}

/* A clock that runs is read as it stands whatever stage the case is in. */
static bool clock_rules(const struct state_facts *facts)
{
	enum state state = state_of(facts);

	return facts->clock_due && state != STATE_WITHDRAWN && state != STATE_CLOSED && !facts->ruled &&
	       !facts->misregistered;
}

day state_due(const struct state_facts *facts, enum mover *mover)
{
	enum mover of_stage, of_clock;
	day stage = stage_due(facts, &of_stage), clock;

	*mover = of_stage;
	if (!clock_rules(facts))
		return stage;
	clock = due_make(facts->clock_due, facts->clock_mover, &of_clock);
	if (stage != DAY_NONE && stage < clock)
		return stage;
	*mover = of_clock;
	return clock;
}

const char *state_step(const struct programme *programme, const struct state_facts *facts)
{
	const struct word *word = clock_rules(facts) ? programme_word(programme, "step", facts->clock_step) : NULL;

	return word ? word->help[words_swedish()] : state_next(programme, state_of(facts));
}

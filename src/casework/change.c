/* The write path. Invariant: whatever a verb changes, the event that tells of it is in the same transaction, and the
 * event's "after" is read back from the file, not from what the verb meant to write. */
#include "casework/change.h"
#include "casework/bar.h"
#include "casework/event_chain.h"
#include "casework/office.h"

#include "base/words.h"

static const struct {
	const char *code;
	enum sql facts;
} objects[OBJECT_COUNT] = {
	[OBJECT_OFFICE] = {"office", SQL_FACTS_OFFICE},
	[OBJECT_PERSON] = {"person", SQL_FACTS_PERSON},
	[OBJECT_APPOINTMENT] = {"appointment", SQL_FACTS_APPOINTMENT},
	[OBJECT_ROUND] = {"round", SQL_FACTS_ROUND},
	[OBJECT_LIMIT] = {"limit", SQL_FACTS_LIMIT},
	[OBJECT_PROGRAMME] = {"programme", SQL_FACTS_PROGRAMME},
	[OBJECT_APPLICATION] = {"application", SQL_FACTS_APPLICATION},
	[OBJECT_PARTICIPANT] = {"participant", SQL_FACTS_PARTICIPANT},
	[OBJECT_MEASURE] = {"measure", SQL_FACTS_MEASURE},
	[OBJECT_NOTE_ABOUT] = {"note_about", SQL_FACTS_NOTE_ABOUT},
	[OBJECT_FOLLOW_UP] = {"follow_up", SQL_FACTS_FOLLOW_UP},
	[OBJECT_LEAST_AMOUNT] = {"least_amount", SQL_FACTS_LEAST_AMOUNT},
	[OBJECT_EQUAL_RULE] = {"equal_rule", SQL_FACTS_EQUAL_RULE},
	[OBJECT_RESCORE] = {"rescore", SQL_FACTS_RESCORE},
	[OBJECT_CONSENSUS] = {"consensus", SQL_FACTS_CONSENSUS},
	[OBJECT_SITTING] = {"sitting", SQL_FACTS_SITTING},
	[OBJECT_SITTING_ITEM] = {"sitting_item", SQL_FACTS_SITTING_ITEM},
	[OBJECT_NOTE] = {"note", SQL_FACTS_NOTE},
	[OBJECT_GATE_ANSWER] = {"gate_answer", SQL_FACTS_GATE_ANSWER},
	[OBJECT_POWER] = {"power", SQL_FACTS_POWER},
	[OBJECT_CLOCK] = {"clock", SQL_FACTS_CLOCK},
	[OBJECT_UNCOMMUNICATED] = {"uncommunicated", SQL_FACTS_UNCOMMUNICATED},
	[OBJECT_MEETING] = {"meeting", SQL_FACTS_MEETING},
	[OBJECT_VERSION] = {"version", SQL_FACTS_VERSION},
	[OBJECT_ASSIGNMENT] = {"assignment", SQL_FACTS_ASSIGNMENT},
	[OBJECT_ASSESSMENT] = {"assessment", SQL_FACTS_ASSESSMENT},
	[OBJECT_PROPOSAL] = {"proposal", SQL_FACTS_PROPOSAL},
	[OBJECT_DECISION] = {"decision", SQL_FACTS_DECISION},
	[OBJECT_DECISION_FORM] = {"decision_form", SQL_FACTS_DECISION_FORM},
	[OBJECT_DECISION_PAPER] = {"decision_paper", SQL_FACTS_DECISION_PAPER},
	[OBJECT_MONEY_PAPER] = {"money_paper", SQL_FACTS_MONEY_PAPER},
	[OBJECT_PUBLICATION] = {"publication", SQL_FACTS_PUBLICATION},
	[OBJECT_RULING] = {"ruling", SQL_FACTS_RULING},
	[OBJECT_PLAN] = {"plan", SQL_FACTS_PLAN},
	[OBJECT_INSTALMENT] = {"instalment", SQL_FACTS_INSTALMENT},
	[OBJECT_REPORT_DUE] = {"report_due", SQL_FACTS_REPORT_DUE},
	[OBJECT_REPORT] = {"report", SQL_FACTS_REPORT},
	[OBJECT_ANCHORING] = {"anchoring", SQL_FACTS_ANCHORING},
	[OBJECT_NEED] = {"need", SQL_FACTS_NEED},
	[OBJECT_PROMISE] = {"promise", SQL_FACTS_PROMISE},
	[OBJECT_COST] = {"cost", SQL_FACTS_COST},
	[OBJECT_INDICATOR] = {"indicator", SQL_FACTS_INDICATOR},
	[OBJECT_SUPPORT] = {"support", SQL_FACTS_SUPPORT},
	[OBJECT_REFERENCE] = {"reference", SQL_FACTS_REFERENCE},
	[OBJECT_BACKGROUND] = {"background", SQL_FACTS_BACKGROUND},
	[OBJECT_CONTACT] = {"contact", SQL_FACTS_CONTACT},
	[OBJECT_DISQUALIFICATION] = {"disqualification", SQL_FACTS_DISQUALIFICATION},
	[OBJECT_CLOSURE] = {"closure", SQL_FACTS_CLOSURE},
	[OBJECT_NOTE_FATE] = {"note_fate", SQL_FACTS_NOTE_FATE},
	[OBJECT_RELEASE_PART] = {"release_part", SQL_FACTS_RELEASE_PART},
	[OBJECT_MATTER] = {"matter", SQL_FACTS_MATTER},
	[OBJECT_DOCUMENT] = {"document", SQL_FACTS_DOCUMENT},
	[OBJECT_DISPATCH] = {"dispatch", SQL_FACTS_DISPATCH},
	[OBJECT_READING] = {"reading", SQL_FACTS_READING},
	[OBJECT_MISREGISTRATION] = {"misregistration", SQL_FACTS_MISREGISTRATION},
	[OBJECT_SENT_REPORT] = {"sent_report", SQL_FACTS_SENT_REPORT},
	[OBJECT_FIRMNESS] = {"firmness", SQL_FACTS_FIRMNESS},
	[OBJECT_CROSS_NUMBER] = {"cross_number", SQL_FACTS_CROSS_NUMBER},
	[OBJECT_WITHHOLDING] = {"withholding", SQL_FACTS_WITHHOLDING},
	[OBJECT_RATE] = {"rate", SQL_FACTS_RATE},
	[OBJECT_CLAIM] = {"claim", SQL_FACTS_CLAIM},
	[OBJECT_DEMAND] = {"demand", SQL_FACTS_DEMAND},
	[OBJECT_MONEY_IN] = {"money_in", SQL_FACTS_MONEY_IN},
	[OBJECT_MONEY_IN_VOID] = {"money_in_void", SQL_FACTS_MONEY_IN_VOID},
	[OBJECT_ATTEST_POWER] = {"attest_power", SQL_FACTS_ATTEST_POWER},
	[OBJECT_INSTALMENT_COURSE] = {"instalment_course", SQL_FACTS_INSTALMENT_COURSE},
	[OBJECT_PAYEE_ACCOUNT] = {"payee_account", SQL_FACTS_PAYEE_ACCOUNT},
	[OBJECT_BATCH] = {"batch", SQL_FACTS_BATCH},
	[OBJECT_PAID_FILE] = {"paid_file", SQL_FACTS_PAID_FILE},
	[OBJECT_PAID_LINE_NOTE] = {"paid_line_note", SQL_FACTS_PAID_LINE_NOTE},
	[OBJECT_CRITERIA] = {"criteria", SQL_FACTS_CRITERIA},
};

enum sql change_facts_statement(enum object_kind kind)
{
	return objects[kind].facts;
}

const char *object_code(enum object_kind kind)
{
	return objects[kind].code;
}

void change_join(struct casework *cw, struct change *outer)
{
	assert(!outer || !cw->joined);
	cw->joined = outer;
}

/* Is the operation in the file? As another action's: ERROR_INVALID, for what is asked now was never done. */
static bool operation_seen(struct change *change, struct error *err)
{
	struct rows rows;
	bool same = true;

	if (!store_ask(change->store, SQL_EVENT_OPERATION,
		    BINDS(BIND("operation", (const char *)change->op.id), BIND("action", change->action)), &rows, err))
		return false;
	if (rows_next(&rows)) {
		change->repeated = true;
		change->repeated_id = rows_number(&rows, "object_id");
		same = rows_number(&rows, "same") != 0;
	}
	return rows_done(&rows, err) &&
	       (same || refuse(err, ERROR_INVALID,
				_("The operation id %s was used for something else already. Nothing was saved; leave "
				  "--op out, or give a new one."),
				change->op.id));
}

bool operation_done(struct casework *cw, const struct operation *op, bool *done, struct error *err)
{
	struct change looking = {.cw = cw, .store = cw->store, .op = *op};
	bool looked;

	arena_init(&looking.arena);
	looked = operation_seen(&looking, err);
	arena_done(&looking.arena);
	if (looked)
		*done = looking.repeated;
	return looked;
}

bool change_begin(
	struct change *change, struct casework *cw, const struct operation *op, const char *action, struct error *err)
{
	*change = (struct change){.cw = cw, .store = cw->store, .action = action};
	if (op)
		change->op = *op;
	if (!change->op.id[0])
		operation_make(change->op.id);
	arena_init(&change->arena);
	casework_now(cw, change->now);
	day_text(casework_today(cw), change->today);
	if (cw->joined) {
		change->nested = true;
		change->op = cw->joined->op;
		change->op.if_version = op ? op->if_version : 0;
		return true;
	}
	cw->handling = false;
	if (!operation_is(change->op.id)) {
		arena_done(&change->arena);
		return refuse(err, ERROR_INVALID,
			_("'%s' is no operation id. It is a UUID, as written by an earlier try."), change->op.id);
	}
	if (!store_begin(cw->store, err)) {
		arena_done(&change->arena);
		return false;
	}
	return operation_seen(change, err) || change_abandon(change);
}

bool change_abandon(struct change *change)
{
	if (!change->nested)
		store_rollback(change->store);
	arena_done(&change->arena);
	return false;
}

bool change_repeated(struct change *change, int64_t *id)
{
	if (id)
		*id = change->repeated_id;
	change_abandon(change);
	return true;
}

const char *change_facts(struct change *change, enum object_kind kind, int64_t id, struct error *err)
{
	struct rows rows;
	const char *facts = NULL;

	if (!store_ask(change->store, objects[kind].facts, BINDS(BIND("id", id)), &rows, err))
		return NULL;
	if (rows_next(&rows))
		facts = rows_facts(&rows, &change->arena);
	if (!rows_done(&rows, err))
		return NULL;
	if (!facts)
		refuse(err, ERROR_MISSING, _("What was to be changed is no longer there. Nothing was saved."));
	return facts;
}

/* What may still happen to a closed case: papers come in, are sent, read and disposed of, and it is reopened. */
static bool kind_after_closing(enum object_kind kind)
{
	return kind == OBJECT_CLOSURE || kind == OBJECT_NOTE_FATE || kind == OBJECT_RELEASE_PART ||
	       kind == OBJECT_DOCUMENT || kind == OBJECT_DISPATCH || kind == OBJECT_READING;
}

static bool case_is_open(struct change *change, enum object_kind kind, int64_t application, struct error *err)
{
	struct rows rows;
	const char *closed_on = NULL;

	if (kind_after_closing(kind))
		return true;
	if (!store_ask(change->store, SQL_CLOSURE_STANDS, BINDS(BIND("application", application)), &rows, err))
		return false;
	if (rows_next(&rows))
		closed_on = rows_text(&rows, "closed_on", &change->arena);
	if (!rows_done(&rows, err))
		return false;
	return !closed_on ||
	       refuse(err, ERROR_INVALID,
		       _("The case was closed on %s and changes no more. Reopen it first; nothing was saved."),
		       closed_on);
}

bool change_record(struct change *change, enum object_kind kind, int64_t id, int64_t application, const char *before,
	struct error *err)
{
	struct change *owner = change->nested ? change->cw->joined : change;
	struct event_link link = {
		.at = change->now,
		.actor = change->cw->actor,
		.operation = owner->op.id,
		.part = ++owner->part,
		.action = change->action,
		.object = objects[kind].code,
		.object_id = id,
		.application = application ? application : MONEY_UNKNOWN,
		.cause = owner->op.cause ? owner->op.cause : "",
		.before = before,
		.role = access_role_code(access_role_used(change->cw)),
	};

	if (application && (!bar_free(change->cw, application, err) || !case_is_open(change, kind, application, err)))
		return false;
	change->told = true;
	link.after = change_facts(change, kind, id, err);
	return link.after && event_append(change->store, &link, &change->arena, err);
}

/* COMMIT failed: what the file now says is what happened. */
static bool change_truth(struct change *change, struct error *err)
{
	struct error reread = {0};

	change->repeated = false;
	if (operation_seen(change, &reread) && change->repeated)
		return true;
	if (reread.kind)
		refuse(err, ERROR_FAILED,
			_("It is not known whether the change was saved: the file cannot be read. Look at the case "
			  "before trying again; trying again with --op %s is safe."),
			change->op.id);
	return false;
}

bool change_commit(struct change *change, struct error *err)
{
	bool saved = true;

	assert(change->nested || (change->action ? change->told : change->part > 0)); /* no change without its event */
	if (change->op.if_version && !change->compared) {
		refuse(err, ERROR_INVALID,
			_("There is no version to compare with here. Nothing was saved; leave --if-version out."));
		return change_abandon(change);
	}
	if (!change->nested)
		saved = store_commit(change->store, err) || change_truth(change, err);
	arena_done(&change->arena);
	return saved;
}

bool change_fresh(struct change *change, enum object_kind kind, int64_t id, int64_t version, struct error *err)
{
	struct rows rows;
	const char *at = "", *name = "";

	change->compared = true;
	if (!change->op.if_version || change->op.if_version == version)
		return true;
	if (!store_ask(change->store, SQL_EVENT_LAST_OF, BINDS(BIND("object", objects[kind].code), BIND("id", id)),
		    &rows, err))
		return false;
	if (rows_next(&rows)) {
		at = rows_text(&rows, "at", &change->arena);
		name = rows_text(&rows, "name", &change->arena);
	}
	if (!rows_done(&rows, err))
		return false;
	return refuse(err, ERROR_CONFLICT,
		_("%s saved a change here at %.16s, after you began (version %lld is now version %lld). Yours is not "
		  "saved; what you wrote is kept as a draft."),
		name, at, (long long)change->op.if_version, (long long)version);
}

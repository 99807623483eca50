/* Each thing against its newest event. Invariant: a finding names the thing and the fields, never their values: who may
 * check may not see everything. */
#include "casework/check_inner.h"

#include "casework/change.h"

#include "base/buffer.h"
#include "base/text.h"
#include "base/words.h"

static const char *const kinds[OBJECT_COUNT] = {
	[OBJECT_OFFICE] = N_("the office's settings"),
	[OBJECT_PERSON] = N_("person"),
	[OBJECT_APPOINTMENT] = N_("role"),
	[OBJECT_ROUND] = N_("round"),
	[OBJECT_LIMIT] = N_("limit"),
	[OBJECT_PROGRAMME] = N_("the law as data"),
	[OBJECT_CRITERIA] = N_("criteria, version"),
	[OBJECT_APPLICATION] = N_("application"),
	[OBJECT_PARTICIPANT] = N_("participant"),
	[OBJECT_MEASURE] = N_("measure"),
	[OBJECT_NOTE] = N_("note"),
	[OBJECT_NOTE_ABOUT] = N_("what a note is about"),
	[OBJECT_FOLLOW_UP] = N_("follow-up of a note"),
	[OBJECT_LEAST_AMOUNT] = N_("least amount that makes sense"),
	[OBJECT_EQUAL_RULE] = N_("rule of equal treatment"),
	[OBJECT_RESCORE] = N_("later score"),
	[OBJECT_CONSENSUS] = N_("agreed step"),
	[OBJECT_SITTING] = N_("sitting"),
	[OBJECT_SITTING_ITEM] = N_("item of a sitting"),
	[OBJECT_WITHHOLDING] = N_("decision to withhold"),
	[OBJECT_RATE] = N_("lending rate"),
	[OBJECT_CLAIM] = N_("claim"),
	[OBJECT_DEMAND] = N_("demand"),
	[OBJECT_MONEY_IN] = N_("money in"),
	[OBJECT_MONEY_IN_VOID] = N_("voided money in"),
	[OBJECT_GATE_ANSWER] = N_("control point"),
	[OBJECT_POWER] = N_("power to sign"),
	[OBJECT_CLOCK] = N_("time limit"),
	[OBJECT_UNCOMMUNICATED] = N_("judgement that communication is unnecessary"),
	[OBJECT_MEETING] = N_("meeting of a region"),
	[OBJECT_VERSION] = N_("kept version"),
	[OBJECT_ASSIGNMENT] = N_("assignment"),
	[OBJECT_ASSESSMENT] = N_("assessment"),
	[OBJECT_PROPOSAL] = N_("proposal"),
	[OBJECT_DECISION] = N_("decision"),
	[OBJECT_DECISION_FORM] = N_("form of decision"),
	[OBJECT_DECISION_PAPER] = N_("paper of a decision"),
	[OBJECT_MONEY_PAPER] = N_("paper of a decision on money"),
	[OBJECT_PUBLICATION] = N_("list of granted measures made known"),
	[OBJECT_RULING] = N_("ruling"),
	[OBJECT_PLAN] = N_("payment plan"),
	[OBJECT_INSTALMENT] = N_("instalment"),
	[OBJECT_REPORT_DUE] = N_("report on the grant"),
	[OBJECT_REPORT] = N_("report that came in"),
	[OBJECT_ANCHORING] = N_("political anchoring of"),
	[OBJECT_NEED] = N_("need"),
	[OBJECT_PROMISE] = N_("promise"),
	[OBJECT_COST] = N_("cost row"),
	[OBJECT_INDICATOR] = N_("indicator"),
	[OBJECT_SUPPORT] = N_("other state support"),
	[OBJECT_REFERENCE] = N_("reference"),
	[OBJECT_BACKGROUND] = N_("background event"),
	[OBJECT_CONTACT] = N_("contact person"),
	[OBJECT_DISQUALIFICATION] = N_("conflict of interest"),
	[OBJECT_CLOSURE] = N_("closing"),
	[OBJECT_NOTE_FATE] = N_("what became of note"),
	[OBJECT_RELEASE_PART] = N_("part of the request"),
	[OBJECT_MATTER] = N_("matter"),
	[OBJECT_DOCUMENT] = N_("document"),
	[OBJECT_DISPATCH] = N_("receiver of a document"),
	[OBJECT_READING] = N_("reading of a marked document"),
	[OBJECT_MISREGISTRATION] = N_("case registered by mistake"),
	[OBJECT_SENT_REPORT] = N_("report that was sent"),
	[OBJECT_FIRMNESS] = N_("kept firmness"),
	[OBJECT_ATTEST_POWER] = N_("row of the attest list"),
	[OBJECT_INSTALMENT_COURSE] = N_("course of instalment"),
	[OBJECT_PAYEE_ACCOUNT] = N_("payee account"),
	[OBJECT_BATCH] = N_("sealed batch"),
	[OBJECT_PAID_FILE] = N_("file of payments"),
	[OBJECT_PAID_LINE_NOTE] = N_("note of a line that was read in as paid"),
	[OBJECT_CROSS_NUMBER] = N_("other body's number"),
};

struct thing {
	int64_t id, seq; /* seq 0: no event tells of it */
	enum object_kind kind;
	const char *label, *at, *actor, *after;
};

static bool kind_read(const char *code, enum object_kind *out)
{
	for (int i = 0; i < OBJECT_COUNT; i++) {
		if (!strcmp(object_code((enum object_kind)i), code)) {
			*out = (enum object_kind)i;
			return true;
		}
	}
	return false;
}

/* "12-2026.3 instalment 2", "12-2026 participant Halland", "person elin", "2026 proposal 1". */
static const char *label_make(struct rows *rows, struct arena *arena, enum object_kind kind)
{
	int64_t n = rows_number_or(rows, "n", 0), year = rows_number_or(rows, "year", 0);
	int64_t measure_n = rows_number_or(rows, "measure_n", 0), part = rows_number_or(rows, "part", 0);
	const char *name = rows_text(rows, "name", arena), *label;
	struct buffer buffer;

	buffer_init(&buffer);
	if (n)
		buffer_format(&buffer, "%d-%d", (int)n, (int)year);
	if (measure_n)
		buffer_format(&buffer, ".%d", (int)measure_n);
	if (name && part)
		buffer_text(&buffer, name);
	buffer_format(&buffer, "%s%s", buffer.bytes ? " " : "", _(kinds[kind]));
	if (part)
		buffer_format(&buffer, " %d", (int)part);
	else if (name)
		buffer_format(&buffer, " %s", name);
	label = text_harmless(arena, buffer.text, false);
	buffer_done(&buffer);
	return label;
}

/* The length of the fact at `at`, "name=<bytes>:<value>\n" or "name=-\n", and of its name; 0 at the end or when it is
 * no fact. */
static size_t fact_length(const char *at, size_t *name_bytes)
{
	const char *equals = strchr(at, '=');
	size_t bytes;
	char *end;

	if (!equals)
		return 0;
	*name_bytes = (size_t)(equals - at);
	if (equals[1] == '-')
		return *name_bytes + 3;
	bytes = strtoul(equals + 1, &end, 10);
	if (*end != ':' || strlen(end) < bytes + 2)
		return 0;
	return (size_t)(end - at) + bytes + 2;
}

static const char *fact_find(const char *facts, const char *name, size_t name_bytes)
{
	size_t found, bytes;

	for (; (bytes = fact_length(facts, &found)); facts += bytes)
		if (found == name_bytes && !memcmp(facts, name, found))
			return facts;
	return NULL;
}

/* Names of facts that an event recorded and that are now other; NULL when none is. A fact that the program of today
 * does not keep is left out. */
static const char *facts_differ(struct arena *arena, const char *recorded, const char *now)
{
	struct buffer names;
	const char *differ = NULL;
	size_t name_bytes, bytes;

	buffer_init(&names);
	for (const char *at = recorded; (bytes = fact_length(at, &name_bytes)); at += bytes) {
		const char *found = fact_find(now, at, name_bytes);
		size_t found_bytes = found ? fact_length(found, &name_bytes) : 0;

		if (!found || (found_bytes == bytes && !memcmp(found, at, bytes)))
			continue;
		buffer_text(&names, names.bytes ? ", " : "");
		buffer_add(&names, at, name_bytes);
	}
	if (names.bytes)
		differ = arena_text(arena, names.text);
	buffer_done(&names);
	return differ;
}

static bool facts_now(
	struct checking *checking, const struct thing *thing, struct arena *arena, const char **out, struct error *err)
{
	struct rows rows;

	*out = "";
	if (!store_ask(checking->store, change_facts_statement(thing->kind), BINDS(BIND("id", thing->id)), &rows, err))
		return false;
	if (rows_next(&rows))
		*out = rows_facts(&rows, arena);
	return rows_done(&rows, err);
}

static void thing_check(struct checking *checking, const struct thing *thing, struct arena *arena)
{
	const char *now, *differ;
	struct error err = {0};

	if (!thing->seq) {
		checking_find(checking, _("%s: no event tells how it came to be there."), thing->label);
		return;
	}
	if (!facts_now(checking, thing, arena, &now, &err)) {
		checking_find(checking, "%s: %s", thing->label, err.text);
		return;
	}
	differ = facts_differ(arena, thing->after ? thing->after : "", now);
	if (differ)
		checking_find(checking,
			_("%s: has been altered past the events; the newest is number %lld (%s, %.16s). Fields: %s."),
			thing->label, (long long)thing->seq, thing->actor ? thing->actor : "?", thing->at, differ);
}

static void thing_read(struct rows *rows, struct arena *arena, struct thing *thing)
{
	bool known = kind_read(rows_text(rows, "object", arena), &thing->kind);

	assert(known); /* the statement lists the kinds there are */
	thing->id = rows_number(rows, "id");
	thing->seq = rows_number_or(rows, "seq", 0);
	thing->at = rows_text(rows, "at", arena);
	thing->actor = rows_text(rows, "actor", arena);
	thing->after = rows_text(rows, "after", arena);
	thing->label = label_make(rows, arena, thing->kind);
}

static void things_check(struct checking *checking, struct error *err)
{
	struct rows rows;

	if (!store_ask(checking->store, SQL_CHECK_THINGS, BINDS_NONE, &rows, err))
		return;
	while (rows_next(&rows)) {
		struct arena arena;
		struct thing thing;

		arena_init(&arena);
		thing_read(&rows, &arena, &thing);
		thing_check(checking, &thing, &arena);
		arena_done(&arena);
	}
	rows_done(&rows, err);
}

static void gone_check(struct checking *checking, struct error *err)
{
	struct rows rows;

	if (!store_ask(checking->store, SQL_CHECK_GONE, BINDS_NONE, &rows, err))
		return;
	while (rows_next(&rows)) {
		const char *code = rows_text(&rows, "object", &checking->arena);
		int64_t n = rows_number_or(&rows, "n", 0), year = rows_number_or(&rows, "year", 0);
		long long seq = rows_number(&rows, "seq");
		const char *actor = rows_text(&rows, "actor", &checking->arena),
			   *at = rows_text(&rows, "at", &checking->arena);
		enum object_kind kind;
		const char *word = kind_read(code, &kind) ? _(kinds[kind]) : code;

		if (n)
			checking_find(checking,
				_("%d-%d: %s has been removed past the events; the newest is number %lld (%s, %.16s)."),
				(int)n, (int)year, word, seq, actor ? actor : "?", at);
		else
			checking_find(checking,
				_("%s has been removed past the events; the newest is number %lld (%s, %.16s)."), word,
				seq, actor ? actor : "?", at);
	}
	rows_done(&rows, err);
}

void check_content(struct checking *checking)
{
	struct error things = {0}, gone = {0};

	things_check(checking, &things);
	if (things.kind)
		checking_find(checking, "%s", things.text);
	gone_check(checking, &gone);
	if (gone.kind)
		checking_find(checking, "%s", gone.text);
}

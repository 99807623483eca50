/* What is to be done. Invariant: what a person sees here is what the person may see where it stands. */
#include "casework/todo.h"
#include "casework/application.h"
#include "casework/bar.h"
#include "casework/office.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/grow.h"
#include "casework/reporting.h"

enum { AHEAD_DAYS = 30 }; /* instalments, meetings and reports are told of so long before their day */
enum { EVERY_OFFICER = ROLE_OFFICER | ROLE_CHAIR };

/* Every kind of task: whose move it is, who acts when it is nobody's in particular, and what to do. */
static const struct kind {
	const char *code, *word, *next;
	enum mover mover;
	unsigned roles;
	enum todo_place place;
} kinds[] = {
	{"clock_answered", N_("answer has come"), N_("Try the answer, and rule on what it leads to."), MOVER_US,
		ROLE_OFFICER, TODO_CLOCK},
	{"clock_passed", N_("time limit passed"), N_("Give more time, try as it stands, or end the time limit."),
		MOVER_US, ROLE_OFFICER, TODO_CLOCK},
	{"clock_runs", N_("time limit"), N_("Wait for the applicant's answer."), MOVER_APPLICANT, ROLE_OFFICER,
		TODO_CLOCK},
	{"referral_runs", N_("referral"), N_("Wait for the answer of the body asked."), MOVER_BODY, ROLE_OFFICER,
		TODO_CLOCK},
	{"gate_passed", N_("day has passed"), N_("Answer the control point anew, or give a new day."), MOVER_US,
		ROLE_OFFICER, TODO_GATE},
	{"gate_runs", N_("awaits applicant"), N_("Wait for the applicant's answer."), MOVER_APPLICANT, ROLE_OFFICER,
		TODO_GATE},
	{"follow", N_("follow-up"), N_("Follow it up, and note what came of it."), MOVER_US, ROLE_OFFICER, TODO_NOTE},
	{"follow_working", N_("follow-up"), N_("Follow it up, and note what came of it."), MOVER_US, ROLE_OFFICER,
		TODO_NOTE},
	{"condition", N_("payment condition"), N_("See whether the condition of the instalment is met."), MOVER_US,
		ROLE_CONTROLLER, TODO_PLAN},
	{"review", N_("to review"), N_("Review the instalment, the first of two attests."), MOVER_US, ROLE_CONTROLLER,
		TODO_PLAN},
	{"attest", N_("to authorise"), N_("Authorise the instalment."), MOVER_US, ROLE_CONTROLLER, TODO_PLAN},
	{"seal", N_("to seal"), N_("Seal the instalment into a payment file."), MOVER_US, ROLE_CONTROLLER, TODO_PLAN},
	{"replan", N_("plan anew"), N_("Plan the amount anew: it came back, or its attest was taken back."), MOVER_US,
		ROLE_CONTROLLER, TODO_PLAN},
	{"pay", N_("to be paid"), N_("Pay the instalment, and record it."), MOVER_US, ROLE_CONTROLLER, TODO_PLAN},
	{"dispatch", N_("to dispatch"), N_("Send the decision to those who applied."), MOVER_US,
		ROLE_REGISTRAR | ROLE_OFFICER, TODO_CASE},
	{"letter_withheld", N_("to dispatch"), N_("Send the decision to withhold to those who applied."), MOVER_US,
		ROLE_REGISTRAR | ROLE_OFFICER, TODO_WITHHELD},
	{"letter_lifted", N_("to dispatch"), N_("Send the decision that lifts the withholding to those who applied."),
		MOVER_US, ROLE_REGISTRAR | ROLE_OFFICER, TODO_WITHHELD},
	{"letter_claim", N_("to dispatch"), N_("Send the claim to the region that it is on."), MOVER_US,
		ROLE_REGISTRAR | ROLE_OFFICER, TODO_CLAIM_LETTER},
	{"post", N_("unregistered"), N_("Register the paper in a case."), MOVER_US, ROLE_REGISTRAR | ROLE_OFFICER,
		TODO_INBOX},
	{"assess", N_("assessment"), N_("Score the measures, and hand in."), MOVER_US, ROLE_OFFICER, TODO_SCORE},
	{"conflict_asked", N_("conflict asked"), N_("Answer the question about conflicts of interest."), MOVER_US, 0,
		TODO_CONFLICT},
	{"conflict_reported", N_("conflict reported"), N_("Try the reported conflict of interest."), MOVER_DELEGATION,
		ROLE_CHAIR, TODO_CONFLICT},
	{"region_meeting", N_("region's meeting"),
		N_("See that what the region is to decide reaches it before the day."), MOVER_APPLICANT, ROLE_OFFICER,
		TODO_MEETING},
	{"report_due", N_("report"), N_("See that the grant is reported (15 §), and remind."), MOVER_APPLICANT,
		ROLE_OFFICER | ROLE_CONTROLLER, TODO_REPORT},
	{"report_back", N_("report sent back"), N_("Wait for the report to be sent in anew."), MOVER_APPLICANT,
		ROLE_OFFICER | ROLE_CONTROLLER, TODO_REPORT},
	{"report_received", N_("report to rule on"), N_("Approve the report, or send it back."), MOVER_US,
		ROLE_OFFICER | ROLE_CONTROLLER, TODO_REPORT},
	{"report_condition", N_("payment condition"),
		N_("A report is approved: say that the condition of the instalment is met, if it is."), MOVER_US,
		ROLE_CONTROLLER, TODO_PLAN},
	{"report_unplanned", N_("no report planned"), N_("Say when the grant is to be reported (14 § 5–6)."), MOVER_US,
		ROLE_OFFICER | ROLE_CONTROLLER, TODO_REPORT},
	{"claim_due", N_("claim unpaid"), N_("Record what has come in, or send a demand."), MOVER_APPLICANT,
		ROLE_OFFICER | ROLE_CONTROLLER, TODO_CLAIM},
	{"money_in", N_("money to place"), N_("Say who paid, and what the money is for."), MOVER_US, ROLE_CONTROLLER,
		TODO_MONEY},
	{"account_check", N_("account to check"),
		N_("Check the account against its source, and type its number: somebody else than who entered it."),
		MOVER_US, ROLE_CONTROLLER, TODO_ACCOUNT},
	{"paid_odd", N_("paid, unmatched"), N_("Find out what was paid: record the row, or read in a corrected list."),
		MOVER_US, ROLE_CONTROLLER, TODO_PAID},
	{"matter_request", N_("request"), N_("Test each part asked for, and answer at once."), MOVER_US,
		ROLE_REGISTRAR | ROLE_OFFICER, TODO_MATTER},
	{"matter_meeting", N_("meeting"), N_("Prepare the meeting, or close its matter."), MOVER_US, EVERY_OFFICER,
		TODO_MATTER},
	{"matter_report", N_("government report"), N_("Write the report, and close its matter when it is sent."),
		MOVER_US, EVERY_OFFICER, TODO_MATTER},
	{"unassigned", N_("no officer"), N_("Assign a case officer."), MOVER_US, EVERY_OFFICER, TODO_CASE},
	{"gates", N_("control points"), N_("Answer the control points."), MOVER_US, ROLE_OFFICER, TODO_GATE},
};
enum { KINDS = sizeof(kinds) / sizeof(*kinds) };

static const struct kind *kind_of(const char *code)
{
	for (int i = 0; i < KINDS; i++)
		if (!strcmp(kinds[i].code, code))
			return &kinds[i];
	assert(!"a kind of task that todo.c does not know");
	return NULL;
}

const char *todo_mover(enum mover mover)
{
	switch (mover) {
	case MOVER_US: return _("we");
	case MOVER_APPLICANT: return _("applicant");
	case MOVER_DELEGATION: return _("delegation");
	case MOVER_BODY: return _("body asked");
	case MOVER_NOBODY: break;
	}
	return "";
}

/* ---- gathering */

struct gathering {
	struct casework *cw;
	struct todo_list list;
	struct bars bars;
	unsigned roles;
	bool mine;
	char today[DAY_TEXT];
};

/* The actor's own, or nobody's in particular that the actor's roles see to. */
static bool is_mine(const struct gathering *gathering, const struct kind *kind, int64_t person)
{
	return person ? person == gathering->cw->actor : (gathering->roles & kind->roles) != 0;
}

static bool is_seen(
	const struct gathering *gathering, const struct kind *kind, int64_t application, int64_t round, int64_t person)
{
	unsigned relation = application ? bars_relation(&gathering->bars, application, round) : RELATION_NONE;

	if (relation & RELATION_BARRED)
		return false;
	if (kind->place == TODO_CONFLICT && person != gathering->cw->actor &&
		!access_allows(gathering->roles, RIGHT_DISQUALIFICATION_SEE, relation, NULL))
		return false;
	return strcmp(kind->code, "follow_working") ||
	       access_allows(gathering->roles, RIGHT_SEE_WORKING, relation, NULL);
}

/* NULL: it is not the asker's to see, or not asked for. */
static struct todo_item *item_add(
	struct gathering *gathering, const struct kind *kind, int64_t application, int64_t round, int64_t person)
{
	struct todo_list *list = &gathering->list;
	struct todo_item *item;

	if ((gathering->mine && !is_mine(gathering, kind, person)) ||
		!is_seen(gathering, kind, application, round, person))
		return NULL;
	GROW(&list->arena, list->items, list->count);
	item = &list->items[list->count++];
	*item = (struct todo_item){.place = kind->place,
		.code = kind->code,
		.application = application,
		.round = round,
		.person = person,
		.word = _(kind->word),
		.next = _(kind->next),
		.mover = kind->mover,
		.lead = "",
		.text = "",
		.person_name = "",
		.due = DAY_NONE};
	return item;
}

/* In words what no case says: which file, which money, which decision on it. */
static const char *text_of(struct arena *arena, const struct kind *kind, int n, const char *text)
{
	if (kind->place == TODO_PAID)
		return arena_format(arena, ngettext("%s: %d line", "%s: %d lines", (unsigned long)n), text, n);
	if (!strcmp(kind->code, "money_in"))
		return text_blank(text) ? arena_format(arena, _("money in %d"), n)
					: arena_format(arena, _("money in %d: %s"), n, text);
	if (!strcmp(kind->code, "letter_withheld"))
		return arena_format(arena, _("withholding %d: %s"), n, text);
	if (!strcmp(kind->code, "letter_lifted"))
		return arena_format(arena, _("lifting of %d: %s"), n, text);
	if (!strcmp(kind->code, "letter_claim"))
		return arena_format(arena, _("claim %d: %s"), n, text);
	return text ? text : "";
}

/* kind NULL: the row is read past. */
static void item_read(struct gathering *gathering, struct rows *rows, const struct kind *kind)
{
	struct arena *arena = &gathering->list.arena;
	int64_t application = rows_number_or(rows, "application", 0), round = rows_number_or(rows, "round", 0);
	struct todo_item seen = {.id = rows_number(rows, "id"), .measure = rows_number_or(rows, "measure", 0)}, *item;
	const char *due = rows_text(rows, "due_on", arena);

	seen.year = (int)rows_number_or(rows, "year", 0);
	seen.n = (int)rows_number_or(rows, "n", 0);
	seen.measure_n = (int)rows_number_or(rows, "measure_n", 0);
	seen.item_n = (int)rows_number_or(rows, "item_n", 0);
	seen.lead = rows_text(rows, "lead", arena);
	seen.text = rows_text(rows, "text", arena);
	int64_t person = rows_number_or(rows, "person", 0);

	item = kind ? item_add(gathering, kind, application, round, person) : NULL;
	if (!item)
		return;
	item->id = seen.id;
	item->measure = seen.measure;
	item->year = seen.year;
	item->n = seen.n;
	item->measure_n = seen.measure_n;
	item->item_n = seen.item_n;
	item->lead = seen.lead ? seen.lead : "";
	item->text = text_of(arena, kind, seen.item_n, seen.text);
	if (due)
		item->due = day_read(due);
}

/* Those that do not come up by their day; the condition must name the kind of report that is approved. */
static bool conditions_read(struct gathering *gathering, const char *until, struct error *err)
{
	struct arena *arena = &gathering->list.arena;
	struct programme programme;
	struct rows rows;
	int64_t last = 0;

	if (!programme_load(gathering->cw, &programme, err))
		return false;
	if (!store_ask(casework_store(gathering->cw), SQL_TODO_REPORT_CONDITIONS, BINDS(BIND("until", until)), &rows,
		    err)) {
		programme_done(&programme);
		return false;
	}
	while (rows_next(&rows)) {
		int64_t id = rows_number(&rows, "id");
		const char *report = rows_text(&rows, "report", arena), *code = rows_text(&rows, "kind", arena);
		bool named =
			id != last && reporting_condition_names(&programme, rows_text(&rows, "text", arena), report);

		item_read(gathering, &rows, named ? kind_of(code) : NULL);
		if (named)
			last = id;
	}
	programme_done(&programme);
	return rows_done(&rows, err);
}

static bool source_read(struct gathering *gathering, enum sql statement, struct binds binds, struct error *err)
{
	struct rows rows;

	if (!store_ask(casework_store(gathering->cw), statement, binds, &rows, err))
		return false;
	while (rows_next(&rows))
		item_read(gathering, &rows, kind_of(rows_text(&rows, "kind", &gathering->list.arena)));
	return rows_done(&rows, err);
}

static bool sources_read(struct gathering *gathering, struct error *err)
{
	day today = casework_today(gathering->cw);
	char until[DAY_TEXT], before[DAY_TEXT];
	const char *now = gathering->today;

	day_text(today + AHEAD_DAYS, until);
	day_text(day_previous_working(today - 1), before);
	const char *ahead = until;
	int64_t not_by = gathering->mine ? gathering->cw->actor : 0;

	return source_read(gathering, SQL_TODO_CLOCKS, BINDS(BIND("today", now)), err) &&
	       source_read(gathering, SQL_TODO_GATES, BINDS(BIND("today", now)), err) &&
	       source_read(gathering, SQL_TODO_NOTES, BINDS_NONE, err) &&
	       source_read(gathering, SQL_TODO_INSTALMENTS, BINDS(BIND("until", ahead)), err) &&
	       source_read(gathering, SQL_TODO_MEETINGS, BINDS(BIND("today", now), BIND("until", ahead)), err) &&
	       source_read(gathering, SQL_TODO_REPORTS, BINDS(BIND("until", ahead)), err) &&
	       conditions_read(gathering, ahead, err) &&
	       source_read(gathering, SQL_TODO_UNPLANNED_REPORTS, BINDS(BIND("until", ahead)), err) &&
	       source_read(gathering, SQL_TODO_CLAIMS, BINDS(BIND("until", ahead)), err) &&
	       source_read(gathering, SQL_TODO_MONEY_IN, BINDS_NONE, err) &&
	       source_read(gathering, SQL_TODO_ACCOUNTS, BINDS(BIND("not_by", not_by)), err) &&
	       source_read(gathering, SQL_TODO_PAID_LINES, BINDS_NONE, err) &&
	       source_read(gathering, SQL_TODO_MATTERS, BINDS_NONE, err) &&
	       source_read(gathering, SQL_PAPER_WAITING, BINDS_NONE, err) &&
	       source_read(gathering, SQL_PAPER_MONEY_WAITING, BINDS_NONE, err) &&
	       source_read(gathering, SQL_TODO_POST, BINDS(BIND("before", (const char *)before)), err) &&
	       source_read(gathering, SQL_TODO_ASSESSMENTS, BINDS_NONE, err) &&
	       source_read(gathering, SQL_TODO_CONFLICTS, BINDS_NONE, err);
}

/* ---- cases: those without an officer, unanswered control points, and how many each officer has */

static struct todo_officer *officer_of(struct gathering *gathering, int64_t person, const char *name)
{
	struct todo_list *list = &gathering->list;

	for (int i = 0; i < list->officer_count; i++)
		if (list->officers[i].person == person)
			return &list->officers[i];
	GROW(&list->arena, list->officers, list->officer_count);
	list->officers[list->officer_count] =
		(struct todo_officer){.person = person, .name = arena_text(&list->arena, name ? name : "")};
	return &list->officers[list->officer_count++];
}

static bool is_decided(enum state state)
{
	return state == STATE_WITHDRAWN || state == STATE_DECIDED || state == STATE_PAYING || state == STATE_PAID ||
	       state == STATE_REPORTED || state == STATE_CLOSED || state == STATE_WRITTEN_OFF ||
	       state == STATE_DISMISSED || state == STATE_MOVED || state == STATE_VOID;
}

static void case_item(struct gathering *gathering, const struct application_row *row, const char *code)
{
	struct todo_item *item = item_add(gathering, kind_of(code), row->id, row->round, row->officer);

	if (!item)
		return;
	item->id = row->id;
	item->year = row->year;
	item->n = row->n;
	item->lead = arena_text(&gathering->list.arena, row->lead_short);
	item->text = arena_text(&gathering->list.arena, row->title);
	if (!row->officer)
		item->due = day_read(row->arrived_on);
}

static void case_see(struct gathering *gathering, const struct application_row *row)
{
	struct todo_officer *officer;

	if (is_decided(row->state))
		return;
	if (!gathering->mine) {
		officer = officer_of(gathering, row->officer, row->officer_name);
		officer->open++;
		officer->waiting += row->due_mover == MOVER_APPLICANT;
	}
	if (!row->officer)
		case_item(gathering, row, "unassigned");
	else if (row->facts.gates_answered < row->facts.gates_wanted)
		case_item(gathering, row, "gates");
}

static bool cases_see(struct gathering *gathering, struct error *err)
{
	struct application_query query = {0};
	struct application_list cases;

	if (!application_list_load(gathering->cw, &query, &cases, err))
		return false;
	for (int i = 0; i < cases.count; i++)
		case_see(gathering, &cases.items[i]);
	application_list_done(&cases);
	return true;
}

/* ---- the whole */

static bool persons_name(struct gathering *gathering, struct error *err)
{
	struct todo_list *list = &gathering->list;
	struct rows rows;

	if (!store_ask(casework_store(gathering->cw), SQL_TODO_PERSONS, BINDS_NONE, &rows, err))
		return false;
	while (rows_next(&rows)) {
		int64_t person = rows_number(&rows, "id");
		const char *name = rows_text(&rows, "name", &list->arena);

		for (int i = 0; i < list->count; i++)
			if (list->items[i].person == person)
				list->items[i].person_name = name;
	}
	return rows_done(&rows, err);
}

static int item_order(const void *one, const void *other)
{
	const struct todo_item *a = one, *b = other;

	if ((a->due == DAY_NONE) != (b->due == DAY_NONE))
		return a->due == DAY_NONE ? 1 : -1;
	if (a->due != b->due && a->due != DAY_NONE)
		return a->due < b->due ? -1 : 1;
	if (a->year != b->year || a->n != b->n)
		return a->year != b->year ? (a->year < b->year ? -1 : 1) : (a->n < b->n ? -1 : 1);
	if (a->place != b->place)
		return a->place < b->place ? -1 : 1;
	return (a->id > b->id) - (a->id < b->id);
}

static int officer_order(const void *one, const void *other)
{
	const struct todo_officer *a = one, *b = other;

	return a->open != b->open ? b->open - a->open : strcmp(a->name, b->name);
}

static void list_settle(struct gathering *gathering)
{
	struct todo_list *list = &gathering->list;
	day today = casework_today(gathering->cw);

	for (int i = 0; i < list->count; i++) {
		struct todo_item *item = &list->items[i];

		item->late = item->due != DAY_NONE && item->due < today;
		list->late += item->late;
		for (int j = 0; j < list->officer_count; j++)
			list->officers[j].tasks += list->officers[j].person == item->person && item->person;
	}
	if (list->count)
		qsort(list->items, (size_t)list->count, sizeof(*list->items), item_order);
	if (list->officer_count)
		qsort(list->officers, (size_t)list->officer_count, sizeof(*list->officers), officer_order);
}

bool todo_list_load(struct casework *cw, bool mine, struct todo_list *out, struct error *err)
{
	struct gathering gathering = {.cw = cw, .mine = mine};
	bool read;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) || !store_look(casework_store(cw), err))
		return false;
	arena_init(&gathering.list.arena);
	gathering.roles = access_roles(cw);
	day_text(casework_today(cw), gathering.today);
	read = bars_load(cw, &gathering.list.arena, &gathering.bars, err) && sources_read(&gathering, err) &&
	       cases_see(&gathering, err) && persons_name(&gathering, err);
	store_look_done(casework_store(cw));
	if (!read) {
		todo_list_done(&gathering.list);
		return false;
	}
	list_settle(&gathering);
	*out = gathering.list;
	return true;
}

void todo_list_done(struct todo_list *list)
{
	if (!list)
		return;
	arena_done(&list->arena);
	*list = (struct todo_list){0};
}

/* Who may do what. Invariant: a right that no row of the table gives is refused. */
#include "casework/access.h"
#include "casework/office.h"

#include "base/text.h"
#include "base/words.h"

enum { EVERYBODY = ROLE_REGISTRAR | ROLE_OFFICER | ROLE_MEMBER | ROLE_CHAIR | ROLE_CONTROLLER | ROLE_AUDITOR };

/* needs: one of these relations; bars: any of these relations refuses, unless one of lifts is there too. A barred
 * person has no right to a case but those marked `barred_too`: what is public stays open, and a conflict is reported
 * and tried.
 */
static const struct access_row {
	unsigned roles, needs, bars, lifts;
	const char *what; /* completes "you may not …" */
	bool barred_too;
} table[RIGHT_COUNT] = {
	[RIGHT_SEE] = {EVERYBODY, 0, 0, 0, N_("see the cases"), true},
	[RIGHT_SEE_WORKING] = {ROLE_OFFICER | ROLE_MEMBER | ROLE_CHAIR | ROLE_AUDITOR, 0, 0, 0,
		N_("see working material")},
	[RIGHT_SEE_POINTS] = {ROLE_OFFICER | ROLE_MEMBER | ROLE_CHAIR | ROLE_CONTROLLER | ROLE_AUDITOR, 0,
		RELATION_UNSUBMITTED, 0, N_("see others' scores before you have handed in your own")},
	[RIGHT_PERSON_PUT] = {ROLE_ADMINISTRATOR, 0, RELATION_SELF, RELATION_SOLE_ADMINISTRATOR,
		N_("change persons and roles, and never your own"), true},
	[RIGHT_PROGRAMME_ADOPT] = {ROLE_ADMINISTRATOR, 0, 0, 0, N_("take in regions, control points and criteria"),
		true},
	[RIGHT_CRITERIA_DRAFT] = {ROLE_OFFICER | ROLE_CHAIR | ROLE_ADMINISTRATOR, 0, 0, 0,
		N_("prepare versions of the criteria")},
	[RIGHT_CRITERIA_ADOPT] = {ROLE_OFFICER | ROLE_ADMINISTRATOR, 0, 0, 0,
		N_("record that the delegation has adopted criteria")},
	[RIGHT_ROUND_PUT] = {ROLE_ADMINISTRATOR | ROLE_OFFICER, 0, 0, 0, N_("change rounds")},
	[RIGHT_SENT_KEEP] = {ROLE_OFFICER | ROLE_CONTROLLER, 0, 0, 0,
		N_("keep what was sent to the government office")},
	[RIGHT_AUDIT] = {ROLE_AUDITOR | ROLE_CONTROLLER | ROLE_CHAIR, 0, 0, 0, N_("see the audit"), true},
	[RIGHT_LIMIT_PUT] = {ROLE_CONTROLLER, 0, 0, 0, N_("enter limits")},
	[RIGHT_APPLICATION_REGISTER] = {ROLE_REGISTRAR | ROLE_OFFICER, 0, 0, 0, N_("register applications")},
	[RIGHT_APPLICATION_CHANGE] = {ROLE_REGISTRAR | ROLE_OFFICER, 0, 0, 0, N_("change applications")},
	[RIGHT_APPLICATION_ASSIGN] = {ROLE_OFFICER | ROLE_CHAIR, 0, 0, 0, N_("assign cases")},
	[RIGHT_APPLICATION_WITHDRAW] = {ROLE_REGISTRAR | ROLE_OFFICER, 0, 0, 0, N_("record withdrawals")},
	[RIGHT_MEASURE_PUT] = {ROLE_REGISTRAR | ROLE_OFFICER, 0, 0, 0, N_("change measures")},
	[RIGHT_NOTE_ADD] = {ROLE_REGISTRAR | ROLE_OFFICER | ROLE_MEMBER | ROLE_CHAIR | ROLE_CONTROLLER, 0, 0, 0,
		N_("write notes")},
	[RIGHT_GATE_ANSWER] = {ROLE_OFFICER, 0, 0, 0, N_("answer control points")},
	[RIGHT_CLOCK_SEND] = {ROLE_REGISTRAR | ROLE_OFFICER | ROLE_MEMBER | ROLE_CHAIR | ROLE_CONTROLLER, 0, 0, 0,
		N_("set time limits")},
	[RIGHT_CLOCK_ANSWER] = {ROLE_REGISTRAR | ROLE_OFFICER, 0, 0, 0, N_("record answers")},
	[RIGHT_CLOCK_END] = {ROLE_OFFICER | ROLE_CHAIR, 0, 0, 0, N_("rule on what follows from an answer")},
	[RIGHT_VERSION_KEEP] = {ROLE_REGISTRAR | ROLE_OFFICER, 0, 0, 0, N_("keep versions of applications")},
	[RIGHT_MEETING_PUT] = {ROLE_REGISTRAR | ROLE_OFFICER, 0, 0, 0, N_("enter the regions' meetings")},
	[RIGHT_POWER_PUT] = {ROLE_ADMINISTRATOR, 0, 0, 0, N_("change who may sign what")},
	[RIGHT_ASSESSOR_ASSIGN] = {ROLE_OFFICER | ROLE_CHAIR, 0, 0, 0, N_("assign assessors")},
	[RIGHT_SCORE_PUT] = {ROLE_OFFICER | ROLE_MEMBER | ROLE_CHAIR, RELATION_ASSIGNED, 0, 0,
		N_("score a measure you are not assigned to")},
	[RIGHT_CONSENSUS_RECORD] = {ROLE_OFFICER | ROLE_CHAIR, 0, RELATION_UNSUBMITTED, 0,
		N_("record what assessors agreed on, and never before you have handed in your own")},
	[RIGHT_RANK_MOVE] = {ROLE_CHAIR, 0, 0, 0, N_("change the ranking")},
	[RIGHT_LEAST_PUT] = {ROLE_OFFICER | ROLE_CHAIR | ROLE_CONTROLLER, 0, 0, 0,
		N_("say what is the least amount that makes sense")},
	[RIGHT_EQUAL_PUT] = {ROLE_CHAIR, 0, 0, 0, N_("enter rules of equal treatment")},
	[RIGHT_FIRM_KEEP] = {ROLE_OFFICER | ROLE_CHAIR, 0, 0, 0, N_("keep how firm the ranking is")},
	[RIGHT_DECISION_RECORD] = {ROLE_OFFICER | ROLE_CHAIR, 0, 0, 0, N_("record the delegation's decisions")},
	[RIGHT_PLAN_PUT] = {ROLE_CONTROLLER, 0, 0, 0, N_("change payment plans")},
	[RIGHT_ATTEST] = {ROLE_CONTROLLER, 0, RELATION_MAKER, 0,
		N_("review or authorise instalments, and never one you made yourself")},
	[RIGHT_ATTEST_LIST_PUT] = {ROLE_ADMINISTRATOR, 0, RELATION_SELF, 0,
		N_("change the attest list, and never about yourself"), true},
	[RIGHT_ACCOUNT_PUT] = {ROLE_CONTROLLER, 0, RELATION_MAKER, 0,
		N_("enter and check where regions are paid, and never check what you entered"), true},
	[RIGHT_BATCH_SEAL] = {ROLE_CONTROLLER, 0, 0, 0, N_("seal payment files")},
	[RIGHT_PAYMENT_RECORD] = {ROLE_CONTROLLER, 0, 0, 0, N_("record payments")},
	[RIGHT_PAYMENT_EXPORT] = {ROLE_CONTROLLER | ROLE_AUDITOR, 0, 0, 0,
		N_("take out payment files, and what waits for one"), true},
	[RIGHT_REPORT_PUT] = {ROLE_REGISTRAR | ROLE_OFFICER | ROLE_CONTROLLER, 0, 0, 0, N_("record reports on grants")},
	[RIGHT_REPORT_RULE] = {ROLE_OFFICER | ROLE_CONTROLLER, 0, 0, 0, N_("rule on reports on grants")},
	[RIGHT_RATE_PUT] = {ROLE_CONTROLLER, 0, 0, 0, N_("enter the state's lending rate"), true},
	[RIGHT_MONEY_IN] = {ROLE_CONTROLLER, 0, 0, 0, N_("record money in and what it is for")},
	[RIGHT_DEMAND_SEND] = {ROLE_OFFICER | ROLE_CONTROLLER, 0, 0, 0, N_("send demands on claims")},
	[RIGHT_DISQUALIFICATION_SEE] = {ROLE_OFFICER | ROLE_MEMBER | ROLE_CHAIR | ROLE_AUDITOR, 0, 0, 0,
		N_("see others' conflicts of interest"), true},
	[RIGHT_DISQUALIFICATION_ANSWER] = {EVERYBODY, RELATION_SELF, 0, 0,
		N_("answer about conflicts of interest for somebody else"), true},
	[RIGHT_DISQUALIFICATION_ASK] = {ROLE_OFFICER | ROLE_CHAIR, 0, 0, 0, N_("ask about conflicts of interest")},
	[RIGHT_DISQUALIFICATION_RECORD] = {ROLE_OFFICER | ROLE_CHAIR, 0, RELATION_SELF, 0,
		N_("record a conflict of interest, and never your own")},
	[RIGHT_DISQUALIFICATION_TRY] = {ROLE_OFFICER | ROLE_CHAIR, 0, RELATION_SELF | RELATION_BARRED, RELATION_NEEDED,
		N_("record how a conflict of interest was tried, and never your own"), true},
	[RIGHT_CASE_CLOSE] = {ROLE_REGISTRAR | ROLE_OFFICER, 0, 0, 0, N_("close and reopen cases")},
	[RIGHT_RELEASE_TEST] = {ROLE_REGISTRAR | ROLE_OFFICER, 0, 0, 0, N_("test what may be released")},
	[RIGHT_BACKUP] = {EVERYBODY | ROLE_ADMINISTRATOR, 0, 0, 0, N_("back the office up"), true},
	[RIGHT_CHECK] = {EVERYBODY | ROLE_ADMINISTRATOR, 0, 0, 0, N_("check the office"), true},
	[RIGHT_DOCUMENT_PUT] = {ROLE_REGISTRAR | ROLE_OFFICER, 0, 0, 0, N_("register documents")},
	[RIGHT_DOCUMENT_REMOVE] = {ROLE_REGISTRAR, 0, 0, 0, N_("remove the content of a document")},
	[RIGHT_SITTING_CALL] = {ROLE_REGISTRAR | ROLE_OFFICER, 0, 0, 0, N_("call to sittings and change their agenda")},
	[RIGHT_SITTING_RECORD] = {ROLE_OFFICER, 0, 0, 0, N_("record what happens at a sitting")},
	[RIGHT_SITTING_RULE] = {ROLE_OFFICER | ROLE_CHAIR, 0, 0, 0, N_("rule at a sitting and approve its minutes")},
	[RIGHT_RESERVE] = {ROLE_OFFICER | ROLE_MEMBER | ROLE_CHAIR, RELATION_SELF, 0, 0,
		N_("report for somebody else that they differ")},
	[RIGHT_MATTER_PUT] = {ROLE_REGISTRAR | ROLE_OFFICER, 0, 0, 0, N_("open and change other matters")},
};

static const struct {
	enum role role;
	const char *code, *name;
} roles_known[ROLE_COUNT] = {
	{ROLE_REGISTRAR, "registrar", N_("registrar")},
	{ROLE_OFFICER, "officer", N_("case officer")},
	{ROLE_MEMBER, "member", N_("member")},
	{ROLE_CHAIR, "chair", N_("chair")},
	{ROLE_CONTROLLER, "controller", N_("controller")},
	{ROLE_AUDITOR, "auditor", N_("auditor")},
	{ROLE_ADMINISTRATOR, "administrator", N_("administrator")},
};

const char *access_role_code(enum role role)
{
	for (int i = 0; i < ROLE_COUNT; i++)
		if (roles_known[i].role == role)
			return roles_known[i].code;
	return "";
}

const char *access_role_name(const char *code)
{
	for (int i = 0; i < ROLE_COUNT; i++)
		if (!strcmp(roles_known[i].code, code))
			return _(roles_known[i].name);
	return !strcmp(code, "delegation") ? _("the delegation") : code;
}

bool access_role_read(const char *code, enum role *out)
{
	for (int i = 0; i < ROLE_COUNT; i++) {
		if (!strcmp(roles_known[i].code, code) || !strcmp(_(roles_known[i].name), code)) {
			*out = roles_known[i].role;
			return true;
		}
	}
	return false;
}

bool access_allows(unsigned roles, enum right right, unsigned relation, enum role *role)
{
	const struct access_row *row;
	unsigned having;

	if ((unsigned)right >= RIGHT_COUNT)
		return false;
	row = &table[right];
	having = roles & row->roles;
	if (!having || (row->needs && !(relation & row->needs)))
		return false;
	if ((relation & RELATION_BARRED) && !row->barred_too)
		return false;
	if ((relation & row->bars) && !(relation & row->lifts))
		return false;
	if (role)
		*role = (enum role)(having & -having);
	return true;
}

bool access_is_handling(enum right right)
{
	return !table[right].barred_too;
}

bool access_sees_points(unsigned roles, unsigned relation)
{
	return access_allows(roles, RIGHT_SEE_POINTS, relation, NULL);
}

/* ROLE_…, or'ed: what the actor holds today by the file. */
static bool roles_held(struct casework *cw, unsigned *out, struct error *err)
{
	struct rows rows;
	struct arena arena;
	char today[DAY_TEXT];
	unsigned roles = 0;
	enum role role;

	day_text(casework_today(cw), today);
	if (!store_ask(cw->store, SQL_APPOINTMENT_HELD,
		    BINDS(BIND("person", cw->actor), BIND("today", (const char *)today)), &rows, err))
		return false;
	arena_init(&arena);
	while (rows_next(&rows))
		if (access_role_read(rows_text(&rows, "role", &arena), &role))
			roles |= role;
	arena_done(&arena);
	if (!rows_done(&rows, err))
		return false;
	*out = roles;
	return true;
}

unsigned access_roles(struct casework *cw)
{
	struct error err = {0};
	unsigned roles = 0;

	return roles_held(cw, &roles, &err) ? roles : 0;
}

/* "case officer, chair" */
static void roles_name(unsigned roles, char *out, size_t room)
{
	size_t used = 0;

	out[0] = '\0';
	for (int i = 0; i < ROLE_COUNT; i++) {
		int wrote;

		if (!(roles & roles_known[i].role))
			continue;
		wrote = snprintf(out + used, room - used, "%s%s", used ? ", " : "", _(roles_known[i].name));
		if (wrote < 0 || (size_t)wrote >= room - used)
			return;
		used += (size_t)wrote;
	}
}

bool access_refuse(enum right right, struct error *err)
{
	char who[200];

	roles_name(table[right].roles, who, sizeof who);
	return refuse(err, ERROR_DENIED, _("You may not %s. The role it takes: %s."), _(table[right].what), who);
}

bool may(struct casework *cw, enum right right, unsigned relation, struct error *err)
{
	unsigned roles;
	enum role role;

	if (!roles_held(cw, &roles, err))
		return false;
	if (!access_allows(roles, right, relation, &role)) {
		if ((relation & RELATION_BARRED) && access_allows(roles, right, relation & ~RELATION_BARRED, NULL))
			return refuse(err, ERROR_DENIED,
				_("You have a conflict of interest here and take no part in the case (FL 17 §)."));
		return access_refuse(right, err);
	}
	cw->role_used = role;
	cw->handling = cw->handling || access_is_handling(right);
	return true;
}

enum role access_role_used(const struct casework *cw)
{
	return cw->role_used ? cw->role_used : ROLE_ADMINISTRATOR;
}

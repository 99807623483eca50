/* A small office in memory for the tests of casework. */
#include "office.h"

#include "base/money.h"
#include "casework/attest_power.h"
#include "casework/event.h"
#include "casework/office.h"
#include "casework/payment.h"
#include "casework/person.h"
#include "casework/round.h"
#include "casework/todo.h"

#include <check.h>

static struct region regions[] = {
	{"13", "Region Halland", "Halland", "Region Halland", "Region Halland", "region", "232100-0115", "2023-12-31",
		343746},
	{"19", "Region Västmanland", "Västmanland", "Region Västmanland", "Region Västmanland", "region", "232100-0172",
		"2023-12-31", 280813},
	{"20", "Region Dalarna", "Dalarna", "Region Dalarna", "Region Dalarna", "region", "232100-0180", "2023-12-31",
		287253},
	{"23", "Region Jämtland Härjedalen", "Jämtland Härjedalen", "Region Jämtland Härjedalen",
		"Region Jämtland Härjedalen", "region", "232100-0214", "2023-12-31", 132572},
};
static struct gate gates[] = {
	{1, "G1", "application", "law", "communication", {"Entitled", "Behörig"}, {"Is it?", "Är den?"}, {"2 §", "2 §"},
		{"Communicate", "Kommunicera"}, 1, "applicant"},
	{1, "G7", "measure", "law", "communication", {"No other support", "Inget annat stöd"}, {"Is it?", "Är det?"},
		{"5 §", "5 §"}, {"Communicate", "Kommunicera"}, 7, "support|overlap"},
	{1, "G12", "participant", "application", "completion", {"Minuted decision", "Protokollfört beslut"},
		{"Is it?", "Är det?"}, {"10 §", "10 §"}, {"Ask", "Begär komplettering"}, 12, "decision"},
};
#define STEPS                                                                                                          \
	{                                                                                                              \
		{"none", "ingen"}, {"weak", "svag"}, {"fair", "godtagbar"}, {"strong", "stark"},                       \
		{                                                                                                      \
			"very strong", "mycket stark"                                                                  \
		}                                                                                                      \
	}
static struct criterion criteria[] = {
	{1, "K1", "13 §", 1, 60, false, {"Gain", "Vinst"}, STEPS},
	{1, "K2", "13 §", 2, 30, false, {"Evidence", "Påvisbarhet"}, STEPS},
	{1, "K3", "guidance", 3, 10, true, {"Spread", "Spridning"}, STEPS},
};
static struct point points[] = {
	{1, "amount", "14 § 1", "amount", {"Amount", "Belopp"}, {"", ""}},
	{2, "payment", "14 § 2", "dates", {"Payment", "Utbetalning"}, {"", ""}},
	{3, "measure", "14 § 3", "measure", {"Measure", "Åtgärd"}, {"", ""}},
	{4, "period", "14 § 4", "period", {"Period", "Tid"}, {"", ""}},
	{5, "partial_report", "14 § 5", "typed", {"Partial report", "Delredovisning"},
		{"No partial report is due.", "Ingen delredovisning ska lämnas."}},
	{6, "report", "14 § 6", "typed", {"Report", "Redovisning"},
		{"A final report is due.", "Slutredovisning ska lämnas."}},
	{7, "conditions", "14 § 7", "typed", {"Conditions", "Villkor"},
		{"No other conditions.", "Inga andra villkor."}},
	{8, "obstacles", "14 § 8", "standard", {"Obstacles", "Hinder"}, {"See 17 §.", "Se 17 §."}},
	{9, "repayment", "14 § 9", "standard", {"Repayment", "Återbetalning"}, {"See 18 §.", "Se 18 §."}},
	{10, "recovery", "14 § 10", "standard", {"Recovery", "Återkrav"}, {"See 19 and 20 §§.", "Se 19 och 20 §§."}},
};
static struct word words[] = {
	{"type", "efficiency", {"efficiency measure", "effektiviseringsåtgärd"}, {"", ""}, {"", ""}, 1},
	{"type", "restructuring", {"restructuring measure", "omstruktureringsåtgärd"}, {"", ""}, {"", ""}, 2},
	{"area", "care", {"care", "verksamhet"}, {"", ""}, {"", ""}, 1},
	{"area", "administration", {"administration", "administration"}, {"", ""}, {"", ""}, 2},
	{"effect", "more_care", {"more care", "mer vård"}, {"", ""}, {"", ""}, 1},
	{"effect", "less_resources", {"less resources", "mindre resurser"}, {"", ""}, {"", ""}, 2},
	{"form", "full", {"full financing", "helfinansiering"}, {"", ""}, {"", ""}, 1},
	{"form", "part", {"part financing", "delfinansiering"}, {"", ""}, {"", ""}, 2},
	{"tag", "process", {"process", "process"}, {"", ""}, {"", ""}, 1},
	{"tag", "ai", {"AI", "AI"}, {"", ""}, {"", ""}, 2},
	{"arrival", "email", {"e-mail", "e-post"}, {"", ""}, {"", ""}, 1},
	{"arrival", "post", {"post", "post"}, {"", ""}, {"", ""}, 2},
	{"dialogue", "phone", {"telephone", "telefon"}, {"", ""}, {"", ""}, 1},
	{"dialogue", "meeting", {"meeting", "möte"}, {"", ""}, {"", ""}, 2},
	{"answer", "yes", {"yes", "ja"}, {"", ""}, {"", ""}, 1},
	{"answer", "no", {"no", "nej"}, {"", ""}, {"", ""}, 2},
	{"answer", "unclear", {"unclear", "oklart"}, {"", ""}, {"", ""}, 3},
	{"answer", "na", {"not applicable", "ej tillämpligt"}, {"", ""}, {"", ""}, 4},
	{"paper", "none", {"missing", "saknas"}, {"", ""}, {"", ""}, 1},
	{"paper", "proposal", {"proposal", "förslag"}, {"", ""}, {"", ""}, 2},
	{"paper", "decision", {"decision", "beslut"}, {"", ""}, {"", ""}, 3},
	{"paper", "handled", {"handled", "behandlat"}, {"", ""}, {"", ""}, 4},
	{"body", "executive", {"executive board", "styrelse"}, {"", ""}, {"", ""}, 1},
	{"body", "committee", {"committee", "nämnd"}, {"", ""}, {"", ""}, 2},
	{"report", "partial", {"partial report", "delredovisning"}, {"", ""}, {"", ""}, 1},
	{"report", "final", {"final report", "slutredovisning"}, {"", ""}, {"", ""}, 2},
	{"need", "quality", {"lower quality", "lägre kvalitet"}, {"", ""}, {"", ""}, 1},
	{"cost", "staff", {"staff", "personal"}, {"", ""}, {"", ""}, 1},
	{"cost", "running", {"running costs", "drift"}, {"", ""}, {"", ""}, 2},
	{"result", "cost", {"lower cost", "lägre kostnad"}, {"", ""}, {"", ""}, 1},
	{"note", "file", {"file note", "tjänsteanteckning"}, {"", ""}, {"", ""}, 1},
	{"note", "working", {"working note", "arbetsanteckning"}, {"", ""}, {"", ""}, 2},
	{"power", "completion", {"request for information", "begäran om komplettering"}, {"", ""}, {"", ""}, 1},
	{"power", "notice", {"notice under 11 §", "underrättelse enligt 11 §"}, {"", ""}, {"", ""}, 2},
	{"state", "new", {"new", "ny"}, {"Assign a case officer.", "Utse en handläggare."}, {"we", "vi"}, 1},
	{"state", "checking", {"checking", "kontroll"}, {"Answer.", "Svara."}, {"we", "vi"}, 2},
	{"state", "waiting", {"waiting", "väntar"}, {"Wait.", "Vänta."}, {"applicant", "sökande"}, 3},
	{"state", "assessing", {"scoring", "bedöms"}, {"Score.", "Bedöm."}, {"we", "vi"}, 4},
	{"state", "assessed", {"scored", "bedömd"}, {"Rank.", "Rangordna."}, {"we", "vi"}, 5},
};
static struct programme_limit limits[] = {
	{"appropriation", "Budgetpropositionen för 2025", "2025-01-01", 2025, INT64_C(25000000000)},
	{"appropriation", "Budgetpropositionen för 2025", "2025-01-01", 2026, INT64_C(25000000000)},
	{"appropriation", "Budgetpropositionen för 2025", "2025-01-01", 2027, INT64_C(25000000000)},
	{"appropriation", "Budgetpropositionen för 2025", "2025-01-01", 2028, INT64_C(25000000000)},
	{"appropriation", "Budgetpropositionen för 2025", "2025-01-01", 2029, INT64_C(25000000000)},
	{"appropriation", "Budgetpropositionen för 2025", "2025-01-01", 2030, INT64_C(25000000000)},
};
static struct programme_power powers[] = {
	{"completion", "officer", "2025-01-01", "Rules of procedure 4 §"},
	{"communication", "officer", "2025-01-01", "Rules of procedure 4 §"},
	{"referral", "officer", "2025-01-01", "Rules of procedure 4 §"},
	{"respite", "officer", "2025-01-01", "Rules of procedure 4 §"},
	{"notice", "chair", "2025-01-01", "Rules of procedure 5 §"},
	{"notice", "delegation", "2025-01-01", "Rules of procedure 5 §"},
	{"as_is", "chair", "2025-01-01", "Rules of procedure 6 §"},
	{"respite_refused", "chair", "2025-01-01", "Rules of procedure 6 §"},
};
static const struct {
	const char *login, *name;
	enum role role;
} people[] = {
	{"rut", "Rut Registrator", ROLE_REGISTRAR},
	{"elin", "Elin Björk", ROLE_OFFICER},
	{"olle", "Olle Ek", ROLE_OFFICER},
	{"maja", "Maja Lind", ROLE_MEMBER},
	{"mats", "Mats Ask", ROLE_MEMBER},
	{"kim", "Kim Alm", ROLE_CHAIR},
	{"cia", "Cia Hägg", ROLE_CONTROLLER},
	{"carl", "Carl Rönn", ROLE_CONTROLLER},
	{"rev", "Rev Sälg", ROLE_AUDITOR},
};

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

static const struct programme a_little_law = {
	.regions = regions,
	.region_count = COUNT(regions),
	.gates = gates,
	.gate_count = COUNT(gates),
	.criteria = criteria,
	.criterion_count = COUNT(criteria),
	.points = points,
	.point_count = COUNT(points),
	.words = words,
	.word_count = COUNT(words),
	.limits = limits,
	.limit_count = COUNT(limits),
	.powers = powers,
	.power_count = COUNT(powers),
};

const struct programme *office_law(void)
{
	return &a_little_law;
}

static void furnish(struct casework *cw, const struct programme *programme)
{
	struct round_change round = {"2026", "Omgång 2026", "2026-01-15", "2026-03-31", 2026, 1, 1};

	OK(programme_adopt(cw, NULL, programme, err));
	for (int i = 0; i < COUNT(people); i++) {
		struct person_change person = {people[i].login, people[i].name, NULL};
		int64_t id = 0;

		OK(person_add(cw, NULL, &person, &id, err));
		OK(person_give_role(cw, NULL, id, people[i].role, day_read("2025-01-01"), DAY_NONE, err));
	}
	OK(round_add(cw, NULL, &round, NULL, err));
}

static struct casework *open_at(const char *path, enum store_mode mode, const struct programme *programme)
{
	struct casework_founding founding = {"Provkansliet", "adam", "Adam Administratör", true, "2026-11-22 09:00:00"};
	struct casework *cw = NULL;

	OK(casework_found(path, mode, &founding, &cw, err));
	furnish(cw, programme);
	return cw;
}

struct casework *office_open(void)
{
	return open_at(NULL, STORE_MEMORY, &a_little_law);
}

struct casework *office_open_under(const struct programme *programme)
{
	return open_at(NULL, STORE_MEMORY, programme);
}

struct casework *office_open_at(const char *path)
{
	return open_at(path, STORE_CREATE, &a_little_law);
}

struct casework *office_open_at_under(const char *path, const struct programme *programme)
{
	return open_at(path, STORE_CREATE, programme);
}

int64_t office_person(struct casework *cw, const char *login)
{
	struct person person = {0};
	struct arena arena;

	arena_init(&arena);
	OK(person_find(cw, login, &arena, &person, err));
	arena_done(&arena);
	return person.id;
}

int64_t office_round(struct casework *cw, const char *name)
{
	struct round round = {0};
	struct arena arena;

	arena_init(&arena);
	OK(round_find(cw, name, &arena, &round, err));
	arena_done(&arena);
	return round.id;
}

void office_sit(struct casework *cw, const char *login)
{
	struct person person = {0};

	OK(person_find(cw, login, &cw->arena, &person, err));
	cw->actor = person.id;
	cw->actor_name = person.name;
	cw->login = person.login;
}

void office_clock(struct casework *cw, const char *moment)
{
	OK(casework_set_clock(cw, moment, err));
}

int64_t office_events(struct casework *cw)
{
	char head[HASH_TEXT];
	int64_t seq = 0;

	OK(event_head(cw, &seq, head, err));
	return seq;
}

static void attest_list_put(struct casework *cw, int64_t person)
{
	static const char *const steps[] = {"review", "decide"};

	for (int i = 0; i < 2; i++) {
		struct attest_power_change change = {
			person, steps[i], "2025-01-01", NULL, "Rules of procedure 9 §", MONEY_UNKNOWN};

		OK(attest_power_add(cw, NULL, &change, NULL, err));
	}
}

void office_attest_list(struct casework *cw)
{
	const char *login = casework_login(cw);
	struct person_change conny = {"conny", "Conny Berg", NULL};
	struct attest_power_list list;
	int64_t id;
	int count;

	OK(attest_power_list_load(cw, &list, err));
	count = list.count;
	attest_power_list_done(&list);
	if (count)
		return;
	office_sit(cw, "adam");
	OK(person_add(cw, NULL, &conny, &id, err));
	OK(person_give_role(cw, NULL, id, ROLE_CONTROLLER, day_read("2025-01-01"), DAY_NONE, err));
	attest_list_put(cw, id);
	for (int i = 0; i < COUNT(people); i++)
		if (people[i].role == ROLE_CONTROLLER)
			attest_list_put(cw, office_person(cw, people[i].login));
	office_sit(cw, login);
}

void office_review(struct casework *cw, int64_t instalment)
{
	const char *login = casework_login(cw);

	office_attest_list(cw);
	office_sit(cw, "conny");
	OK(instalment_review(cw, NULL, instalment, err));
	office_sit(cw, login);
}

void office_attest(struct casework *cw, int64_t instalment)
{
	const char *login = casework_login(cw);

	office_review(cw, instalment);
	office_sit(cw, "carl");
	if (!instalment_attest(cw, NULL, instalment, &(struct error){0})) {
		office_sit(cw, "cia"); /* carl made the row */
		OK(instalment_attest(cw, NULL, instalment, err));
	}
	office_sit(cw, login);
}

bool office_paid(struct casework *cw, int64_t instalment, const char *on, const char *reference, struct error *err)
{
	struct operation op = operation_new();

	op.cause = "Paid by hand.";
	return instalment_paid(cw, &op, instalment, on, reference, err);
}

static void finding_stop(void *with, const char *finding)
{
	(void)with;
	ck_abort_msg("%s", finding);
}

void office_sound(struct casework *cw)
{
	const char *login = casework_login(cw);
	int findings = -1;

	office_sit(cw, "adam");
	OK(check_all(cw, finding_stop, NULL, &findings, err));
	ck_assert_int_eq(findings, 0);
	office_sit(cw, login);
}

int office_tasks(struct casework *cw, const char *code)
{
	struct todo_list list;
	int count = 0;

	OK(todo_list_load(cw, false, &list, err));
	for (int i = 0; i < list.count; i++)
		count += !strcmp(list.items[i].code, code);
	todo_list_done(&list);
	return count;
}

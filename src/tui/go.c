/* Going to a screen, and the commands of the ':' line. Invariant: a command does what a key does and nothing else. */
#include "tui/go.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/application.h"
#include "casework/disqualification.h"
#include "casework/document.h"
#include "casework/hit.h"
#include "casework/sitting.h"
#include "tui/papers.h"

/* Screens that are opened about nothing in particular. */
#define GO(name, kind)                                                                                                 \
	void name(struct ui *ui, struct pane *pane)                                                                    \
	{                                                                                                              \
		(void)pane;                                                                                            \
		ui_push(ui, &kind, NULL);                                                                              \
	}
GO(go_ranking, ranking_pane)
GO(go_plans, plans_pane)
GO(go_reports, reportings_pane)
GO(go_budget, budget_pane)
GO(go_batches, batches_pane)
GO(go_accounts, accounts_pane)
GO(go_attesters, attesters_pane)
GO(go_recovery, recovery_pane)
GO(go_followup, followup_pane)
GO(go_forecast, forecast_pane)
GO(go_published, published_pane)
GO(go_audit, audit_pane)
GO(go_persons, persons_pane)
GO(go_rounds, rounds_pane)
GO(go_progress, progress_pane)
GO(go_regions, regions_pane)
GO(go_todo, todo_pane)
GO(go_inbox, inbox_pane)
GO(go_matters, matters_pane)
GO(go_sittings, sittings_pane)

void go_log(struct ui *ui, struct pane *pane)
{
	int64_t office = 0;

	(void)pane;
	ui_push(ui, &log_pane, &office);
}

void go_search(struct ui *ui, struct pane *pane)
{
	(void)pane;
	hits_ask(ui, NULL);
}

static void item_push(struct ui *ui, int64_t item)
{
	struct error err = {0};
	int64_t sitting;

	if (sitting_of_item(desk_of(ui)->cw, item, &sitting, &err))
		ui_push(ui, &sitting_pane, &sitting);
	else
		desk_refused(ui, &err);
}

static void place_push(struct ui *ui, const struct spot *spot)
{
	switch (spot->place) {
	case PLACE_NONE:
	case PLACE_FACTS:
	case PLACE_MEASURE:
	case PLACE_GATE:
	case PLACE_NOTE:
	case PLACE_PARTICIPANT: ui_push(ui, &detail_pane, &spot->application); return;
	case PLACE_DOCUMENT: ui_push(ui, &document_pane, &spot->id); return;
	case PLACE_POST: ui_push(ui, &inbox_pane, NULL); return;
	case PLACE_MATTER: ui_push(ui, &register_pane, &(struct case_ref){.matter = spot->id}); return;
	case PLACE_ITEM: item_push(ui, spot->id); return;
	case PLACE_WITHHELD:
	case PLACE_CLAIM:
	case PLACE_MONEY: ui_push(ui, &recovery_pane, spot->application ? &spot->application : NULL); return;
	case PLACE_CLOCK: ui_push(ui, &clocks_pane, &spot->application); return;
	case PLACE_CONFLICT:
		ui_push(ui, &disqualification_pane,
			&(struct disqualification_about){spot->application, spot->application ? 0 : spot->round});
		return;
	}
}

void go_place(struct ui *ui, const struct spot *spot)
{
	struct desk *desk = desk_of(ui);

	desk->at.place = spot->place;
	desk->at.id = spot->id;
	place_push(ui, spot);
	desk->at.place = PLACE_NONE;
}

void go_case(struct ui *ui, int64_t application, enum case_place place, int64_t id)
{
	go_place(ui, &(struct spot){.place = place, .id = id, .application = application});
}

void go_hit(struct ui *ui, const struct hit *hit)
{
	struct spot spot = {.place = PLACE_FACTS, .id = hit->id, .application = hit->application};

	switch (hit->place) {
	case HIT_MEASURE:
	case HIT_PROMISE:
	case HIT_INDICATOR:
		spot.place = PLACE_MEASURE;
		spot.id = hit->measure;
		break;
	case HIT_NOTE: spot.place = PLACE_NOTE; break;
	case HIT_CASE: spot.place = PLACE_NONE; break;
	case HIT_DOCUMENT:
	case HIT_INSIDE: spot.place = hit->number ? PLACE_DOCUMENT : PLACE_POST; break;
	case HIT_MATTER: spot.place = PLACE_MATTER; break;
	case HIT_ITEM: spot.place = PLACE_ITEM; break;
	case HIT_TEXT:
	case HIT_NEED:
	case HIT_REFERENCE:
	case HIT_BACKGROUND:
	case HIT_PLACES: break;
	}
	go_place(ui, &spot);
}

static void push_list(struct ui *ui, struct pane *pane, const char *rest)
{
	(void)pane;
	(void)rest;
	while (ui_top(ui)->below)
		ui_pop(ui);
}

static void push_batches(struct ui *ui, struct pane *pane, const char *rest)
{
	int n = (int)strtol(rest, NULL, 10);

	if (n > 0)
		ui_push(ui, &batch_pane, &n);
	else
		go_batches(ui, pane);
}

static void push_criteria(struct ui *ui, struct pane *pane, const char *rest)
{
	(void)pane;
	(void)rest;
	ui_push(ui, &criteria_pane, NULL);
}

#define COMMAND(name, go)                                                                                              \
	static void name(struct ui *ui, struct pane *pane, const char *rest)                                           \
	{                                                                                                              \
		(void)rest;                                                                                            \
		go(ui, pane);                                                                                          \
	}
COMMAND(push_ranking, go_ranking)
COMMAND(push_plans, go_plans)
COMMAND(push_accounts, go_accounts)
COMMAND(push_attesters, go_attesters)
COMMAND(push_budget, go_budget)
COMMAND(push_persons, go_persons)
COMMAND(push_rounds, go_rounds)
COMMAND(push_inbox, go_inbox)
COMMAND(push_matters, go_matters)
COMMAND(push_progress, go_progress)
COMMAND(push_recovery, go_recovery)
COMMAND(push_followup, go_followup)
COMMAND(push_forecast, go_forecast)
COMMAND(push_published, go_published)
COMMAND(push_todo, go_todo)

/* The application a command is about: the one named, else none. */
static bool command_about(struct ui *ui, const char *rest, int64_t *id)
{
	struct error err = {0};

	if (text_blank(rest)) {
		ui_say(ui, "%s", _("Which case? Write its number after the command."));
		return false;
	}
	if (application_find(desk_of(ui)->cw, rest, id, &err))
		return true;
	desk_refused(ui, &err);
	return false;
}

/* Of a case by its number; without one, of the office. */
static void push_audit(struct ui *ui, struct pane *pane, const char *rest)
{
	struct audit_case of = {0};

	if (text_blank(rest)) {
		go_audit(ui, pane);
	} else if (command_about(ui, rest, &of.application)) {
		snprintf(of.number, sizeof of.number, "%.30s", rest);
		ui_push(ui, &audit_pane, &of);
	}
}

/* Of a case by its number; without one, of all grants. */
static void push_reports(struct ui *ui, struct pane *pane, const char *rest)
{
	int64_t id;

	if (text_blank(rest))
		go_reports(ui, pane);
	else if (command_about(ui, rest, &id))
		ui_push(ui, &reportings_pane, &id);
}

/* The screens of a case: each is opened by its number alone. */
#define CASE_COMMAND(name, kind)                                                                                       \
	static void name(struct ui *ui, struct pane *pane, const char *rest)                                           \
	{                                                                                                              \
		int64_t id;                                                                                            \
		(void)pane;                                                                                            \
		if (command_about(ui, rest, &id))                                                                      \
			ui_push(ui, &kind, &id);                                                                       \
	}
CASE_COMMAND(push_detail, detail_pane)
CASE_COMMAND(push_gates, gates_pane)
CASE_COMMAND(push_participants, participants_pane)
CASE_COMMAND(push_contents, contents_pane)
CASE_COMMAND(push_clocks, clocks_pane)
CASE_COMMAND(push_closing, closing_pane)
CASE_COMMAND(push_shares, shares_pane)
CASE_COMMAND(push_versions, versions_pane)

/* The register of a case, of any kind. */
static void push_register_of(struct ui *ui, struct pane *pane, const char *rest)
{
	struct error err = {0};
	struct case_ref of;

	(void)pane;
	if (text_blank(rest))
		ui_say(ui, "%s", _("Which case? Write its number after the command."));
	else if (case_find(desk_of(ui)->cw, rest, &of, &err))
		ui_push(ui, &register_pane, &of);
	else
		desk_refused(ui, &err);
}

static void push_wrong(struct ui *ui, struct pane *pane, const char *rest)
{
	struct error err = {0};
	struct case_ref of;

	(void)pane;
	if (text_blank(rest))
		ui_say(ui, "%s", _("Which case? Write its number after the command."));
	else if (case_find(desk_of(ui)->cw, rest, &of, &err))
		case_wrong_form(ui, &of);
	else
		desk_refused(ui, &err);
}

/* One by its number or day, else all. */
static void push_sittings(struct ui *ui, struct pane *pane, const char *rest)
{
	struct error err = {0};
	int64_t id;

	if (text_blank(rest))
		go_sittings(ui, pane);
	else if (sitting_find(desk_of(ui)->cw, rest, &id, &err))
		ui_push(ui, &sitting_pane, &id);
	else
		desk_refused(ui, &err);
}

static void push_document(struct ui *ui, struct pane *pane, const char *rest)
{
	struct error err = {0};
	int64_t id;

	(void)pane;
	if (text_blank(rest))
		ui_say(ui, "%s", _("Which document? Write its number after the command, such as 12-3 or i7."));
	else if (document_find(desk_of(ui)->cw, rest, &id, &err))
		ui_push(ui, &document_pane, &id);
	else
		desk_refused(ui, &err);
}

/* Of a region by name or code; without one, of all of them. */
static void push_of_region(struct ui *ui, const char *rest, const struct pane_kind *kind)
{
	const struct region *region = text_blank(rest) ? NULL : programme_region(&desk_of(ui)->programme, rest);

	if (region || text_blank(rest))
		ui_push(ui, kind, region ? region->code : NULL);
	else
		ui_say(ui, _("No region that may apply is called '%s'."), rest);
}

static void push_regions(struct ui *ui, struct pane *pane, const char *rest)
{
	(void)pane;
	push_of_region(ui, rest, &regions_pane);
}

static void push_release(struct ui *ui, struct pane *pane, const char *rest)
{
	(void)pane;
	go_release(ui, rest);
}

static void push_powers(struct ui *ui, struct pane *pane, const char *rest)
{
	(void)pane;
	(void)rest;
	ui_push(ui, &powers_pane, NULL);
}

static void push_meetings(struct ui *ui, struct pane *pane, const char *rest)
{
	(void)pane;
	push_of_region(ui, rest, &meetings_pane);
}

static void push_log(struct ui *ui, struct pane *pane, const char *rest)
{
	int64_t id = 0;

	(void)pane;
	if (text_blank(rest) || command_about(ui, rest, &id))
		ui_push(ui, &log_pane, &id);
}

static void push_note(struct ui *ui, struct pane *pane, const char *rest)
{
	int64_t id;

	(void)pane;
	if (command_about(ui, rest, &id))
		note_form(ui, id, 0, 0);
}

static void push_scoring(struct ui *ui, struct pane *pane, const char *rest)
{
	struct error err = {0};
	int64_t id;

	(void)pane;
	if (text_blank(rest))
		ui_say(ui, "%s", _("Which measure? Write its number after the command."));
	else if (measure_find(desk_of(ui)->cw, rest, &id, &err))
		ui_push(ui, &scoring_pane, &id);
	else
		desk_refused(ui, &err);
}

static void push_search(struct ui *ui, struct pane *pane, const char *rest)
{
	(void)pane;
	hits_ask(ui, text_blank(rest) ? NULL : rest);
}

/* With a number the case's; without, the round's that is worked with. */
static void push_conflicts(struct ui *ui, struct pane *pane, const char *rest)
{
	struct disqualification_about about = {0};

	(void)pane;
	if (text_blank(rest))
		about.round = desk_of(ui)->round;
	else if (!command_about(ui, rest, &about.application))
		return;
	ui_push(ui, &disqualification_pane, &about);
}

static void push_register(struct ui *ui, struct pane *pane, const char *rest)
{
	(void)pane;
	(void)rest;
	application_form(ui, 0);
}

const struct command go_commands[] = {
	{"list", "lista", N_("the cases"), NULL, push_list},
	{"search", "sök", N_("search in cases, matters, sittings, notes and documents"), "f", push_search},
	{"show", "visa", N_("a case by its number"), "Enter", push_detail},
	{"note", "anteckna", N_("write a dialogue note in a case"), "c", push_note},
	{"gate", "kontrollpunkt", N_("the control points of a case"), NULL, push_gates},
	{"clock", "frist", N_("the time limits of a case"), "K", push_clocks},
	{"versions", "versioner", N_("the versions of an application"), "O", push_versions},
	{"score", "poäng", N_("assess a measure"), "p", push_scoring},
	{"rank", "rang", N_("the ranking"), "2", push_ranking},
	{"pay", "utbetalning", N_("the payment plans"), "3", push_plans},
	{"batch", "betalfil", N_("sealed payment files, or one by its number"), "b", push_batches},
	{"account", "konto", N_("where regions are paid"), "$", push_accounts},
	{"attest", "attestlista", N_("who may review and authorise payments"), "s", push_attesters},
	{"report", "redovisning", N_("reports on grants, of all or of one case"), "T", push_reports},
	{"budget", "budget", N_("the budget per year"), "4", push_budget},
	{"claim", "återkrav", N_("claims and money in"), "Y", push_recovery},
	{"followup", "uppföljning", N_("follow-up: what has come of the grant"), "*", push_followup},
	{"forecast", "prognos", N_("the forecast: what is expected to be paid"), ">", push_forecast},
	{"published", "publicerat", N_("the public list of granted measures, and when it was made known"), ";",
		push_published},
	{"audit", "revision", N_("the audit, of the office or of a case"), "&", push_audit},
	{"log", "logg", N_("what has happened, in the office or in a case"), "5", push_log},
	{"person", "person", N_("persons and roles"), "6", push_persons},
	{"round", "omgång", N_("the rounds"), "7", push_rounds},
	{"criteria", "kriterier", N_("the versions of the criteria"), "c", push_criteria},
	{"participant", "deltagare", N_("the participants of a case, who is missing something first"), "M",
		push_participants},
	{"contents", "innehåll", N_("what a case says, 9 § part by part"), "N", push_contents},
	{"progress", "bedömningsläge", N_("how far the round's assessors have come"), "A", push_progress},
	{"region", "region", N_("the regions, or all applications of one"), "o", push_regions},
	{"disqualification", "jäv", N_("conflicts of interest in a case or the round"), "=", push_conflicts},
	{"close", "avsluta", N_("what stops the closing of a case, and what becomes of its notes"), "Q", push_closing},
	{"release", "utlämnande", N_("a request for documents, tested part by part"), NULL, push_release},
	{"power", "behörighet", N_("who may sign what"), "s", push_powers},
	{"sitting", "sammanträde", N_("the delegation's sittings"), "1", push_sittings},
	{"meetings", "regionmöten", N_("the regions' known meetings, or one region's"), "C", push_meetings},
	{"share", "andel", N_("the shares of a joint application"), "S", push_shares},
	{"documents", "diarium", N_("the register of a case"), "I", push_register_of},
	{"document", "handling", N_("a document by its number"), NULL, push_document},
	{"inbox", "inkorg", N_("papers without a case"), "9", push_inbox},
	{"matter", "ärende", N_("other matters: rounds, requests, reports, meetings"), "0", push_matters},
	{"misregistered", "felregistrerat", N_("a whole case registered by mistake"), NULL, push_wrong},
	{"todo", "attgöra", N_("what is to be done"), "8", push_todo},
	{"register", "registrera", N_("register an application"), "+", push_register},
	{NULL, NULL, NULL, NULL, NULL},
};

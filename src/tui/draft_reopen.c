/* From a draft's key back to its form: "note-12-0" is a note on application 12. A new form is one row here. */
#include "tui/desk.h"
#include "tui/form_criteria.h"
#include "tui/papers.h"
#include "tui/releasing.h"

#include "base/words.h"
#include "casework/entry.h"

enum { KEY_NUMBERS = 4, KEY_REST = 32 };
struct key_parts {
	int64_t number[KEY_NUMBERS];
	char rest[KEY_REST]; /* what follows the numbers: a control point, a region */
};

static void open_note(struct ui *ui, const struct key_parts *key)
{
	note_form(ui, key->number[0], 0, (int)key->number[1]);
}

static void open_gate(struct ui *ui, const struct key_parts *key)
{
	gate_form(ui, key->number[0], key->rest, key->number[1], key->number[2]);
}

static void open_application(struct ui *ui, const struct key_parts *key)
{
	application_form(ui, key->number[0]);
}

static void open_participant(struct ui *ui, const struct key_parts *key)
{
	char code[8];

	snprintf(code, sizeof code, "%02lld", (long long)key->number[1]);
	participant_form(ui, key->number[0], key->number[1] ? code : NULL);
}

static void open_participants(struct ui *ui, const struct key_parts *key)
{
	participants_form(ui, key->number[0]);
}

static void open_withdraw(struct ui *ui, const struct key_parts *key)
{
	withdraw_form(ui, key->number[0], key->number[1]);
}

static void open_measure(struct ui *ui, const struct key_parts *key)
{
	measure_form(ui, key->number[0], key->number[1]);
}

static void open_person(struct ui *ui, const struct key_parts *key)
{
	person_form(ui, key->number[0]);
}

static void open_round(struct ui *ui, const struct key_parts *key)
{
	round_form(ui, key->number[0]);
}

static void open_scoring(struct ui *ui, const struct key_parts *key)
{
	ui_push(ui, &scoring_pane, &key->number[0]);
}

static void open_reporting(struct ui *ui, const struct key_parts *key)
{
	ui_push(ui, &reporting_pane, &key->number[0]);
}

static void open_decision(struct ui *ui, const struct key_parts *key)
{
	decision_form(ui, key->number[0]);
}

static void open_ruling(struct ui *ui, const struct key_parts *key)
{
	ruling_form(ui, key->number[0], key->number[1]);
}

static void open_plan(struct ui *ui, const struct key_parts *key)
{
	plan_form(ui, key->number[0], (int)key->number[1]);
}

static void open_limit(struct ui *ui, const struct key_parts *key)
{
	limit_form(ui, (int)key->number[0]);
}

static void open_entry(struct ui *ui, const struct key_parts *key)
{
	if (key->number[0] >= 0 && key->number[0] < ENTRY_KINDS)
		entry_form(ui, (int)key->number[0], key->number[1], key->number[2], (int)key->number[3]);
}

static void open_report(struct ui *ui, const struct key_parts *key)
{
	report_form(ui, key->number[0], key->number[1], key->number[2]);
}

static void open_trial(struct ui *ui, const struct key_parts *key)
{
	trial_form(ui, key->number[0], key->number[1], key->number[2]);
}

static void open_later(struct ui *ui, const struct key_parts *key)
{
	later_form(ui, key->number[0], key->number[1], key->number[2]);
}

static void open_clock(struct ui *ui, const struct key_parts *key)
{
	clock_form(ui, key->number[0], (int)key->number[1]);
}

static void open_clock_answer(struct ui *ui, const struct key_parts *key)
{
	clock_answer_form(ui, key->number[0], (int)key->number[1]);
}

static void open_clock_end(struct ui *ui, const struct key_parts *key)
{
	clock_end_form(ui, key->number[0], (int)key->number[1]);
}

static void open_respite(struct ui *ui, const struct key_parts *key)
{
	clock_respite_form(ui, key->number[0], (int)key->number[1]);
}

/* A reason stands in its question when the row is moved or skipped again. */
static void open_ranking(struct ui *ui, const struct key_parts *key)
{
	(void)key;
	if (ui_push(ui, &ranking_pane, NULL))
		ui_say(ui, "%s",
			_("What you typed stands in the question again when you press m, S or M on the measure."));
}

static void open_consensus(struct ui *ui, const struct key_parts *key)
{
	consensus_form(ui, key->number[0], key->number[1]);
}

static void open_version(struct ui *ui, const struct key_parts *key)
{
	version_form(ui, key->number[0]);
}

static void open_unnecessary(struct ui *ui, const struct key_parts *key)
{
	unnecessary_form(ui, key->number[0]);
}

static void open_power(struct ui *ui, const struct key_parts *key)
{
	power_form(ui, key->number[0]);
}

static void open_criteria_draft(struct ui *ui, const struct key_parts *key)
{
	criteria_draft_form(ui, key->number[0]);
}

static void open_criteria_adopt(struct ui *ui, const struct key_parts *key)
{
	criteria_adopt_form(ui, key->number[0]);
}

static void open_criterion(struct ui *ui, const struct key_parts *key)
{
	criterion_form(ui, key->number[0], strcmp(key->rest, "new") ? key->rest : NULL);
}

static void open_meeting(struct ui *ui, const struct key_parts *key)
{
	meeting_form(ui, key->number[0], "");
}

/* The reason's form stands over the screen where each note has its fate. */
static void open_closing(struct ui *ui, const struct key_parts *key)
{
	ui_push(ui, &closing_pane, &key->number[0]);
}

static void open_document(struct ui *ui, const struct key_parts *key)
{
	if (key->number[2])
		document_form(ui, NULL, key->number[2]);
	else
		document_form(ui, &(struct case_ref){key->number[0], key->number[1]}, 0);
}

static void open_wrong(struct ui *ui, const struct key_parts *key)
{
	wrong_form(ui, key->number[0]);
}

static void open_removal(struct ui *ui, const struct key_parts *key)
{
	removal_form(ui, key->number[0]);
}

static void open_dispatch(struct ui *ui, const struct key_parts *key)
{
	dispatch_form(ui, key->number[0]);
}

static void open_receipt(struct ui *ui, const struct key_parts *key)
{
	receipt_form(ui, key->number[0]);
}

static void open_number(struct ui *ui, const struct key_parts *key)
{
	number_form(ui, &(struct case_ref){key->number[0], key->number[1]}, key->number[2]);
}

static void open_arrived(struct ui *ui, const struct key_parts *key)
{
	application_from_paper(ui, key->number[0]);
}

static void open_matter(struct ui *ui, const struct key_parts *key)
{
	matter_form(ui, key->number[0], key->number[1]);
}

static void open_matter_end(struct ui *ui, const struct key_parts *key)
{
	matter_close_form(ui, key->number[1]);
}

static void open_case_wrong(struct ui *ui, const struct key_parts *key)
{
	case_wrong_form(ui, &(struct case_ref){key->number[0], key->number[1]});
}

static void open_release_test(struct ui *ui, const struct key_parts *key)
{
	release_test_form(ui, key->number[0], (int)key->number[1]);
}

static void open_release_add(struct ui *ui, const struct key_parts *key)
{
	release_add_form(ui, key->number[0]);
}

/* Who a report or a forecast is sent to stands in its question again. */
static void open_followup(struct ui *ui, const struct key_parts *key)
{
	(void)key;
	if (ui_push(ui, &followup_pane, NULL))
		ui_say(ui, "%s", _("What you typed stands in the question again when you press its key."));
}

static void open_published(struct ui *ui, const struct key_parts *key)
{
	(void)key;
	if (ui_push(ui, &published_pane, NULL))
		ui_say(ui, "%s", _("What you typed stands in the question again when you press its key."));
}

static void open_forecast(struct ui *ui, const struct key_parts *key)
{
	(void)key;
	if (ui_push(ui, &forecast_pane, NULL))
		ui_say(ui, "%s", _("What you typed stands in the question again when you press its key."));
}

static void open_sitting(struct ui *ui, const struct key_parts *key)
{
	bool opened = key->number[0] ? ui_push(ui, &sitting_pane, &key->number[0]) : ui_push(ui, &sittings_pane, NULL);

	if (opened)
		ui_say(ui, "%s", _("What you typed stands in the question again when you press its key."));
}

/* What was typed stands in the question when its key is pressed. */
static void open_returned(struct ui *ui, const struct key_parts *key)
{
	ui_push(ui, &plan_pane, &key->number[0]);
}

static void open_paid_in(struct ui *ui, const struct key_parts *key)
{
	(void)key;
	ui_push(ui, &batches_pane, NULL);
}

/* Its rows are put into the form of the decision, which comes first. */
static void open_filling(struct ui *ui, const struct key_parts *key)
{
	struct pane *before = ui_top(ui);

	decision_form(ui, key->number[0]);
	if (ui_top(ui) != before)
		ui_say(ui, "%s", _("What you typed stands in the question again when you press its key."));
}

static void open_template(struct ui *ui, const struct key_parts *key)
{
	if (ui_push(ui, &plan_pane, &key->number[0]))
		template_form(ui, key->number[0], "");
}

static void open_account(struct ui *ui, const struct key_parts *key)
{
	(void)key;
	account_form(ui);
}

static void open_attester(struct ui *ui, const struct key_parts *key)
{
	attester_form(ui, key->number[0]);
}

static const struct {
	const char *prefix;
	void (*open)(struct ui *, const struct key_parts *);
} forms[] = {
	{"note", open_note},
	{"sitting", open_sitting},
	{"followup", open_followup},
	{"published", open_published},
	{"forecast", open_forecast},
	{"gate", open_gate},
	{"application", open_application},
	{"participant", open_participant},
	{"participants", open_participants},
	{"withdraw", open_withdraw},
	{"measure", open_measure},
	{"person", open_person},
	{"round", open_round},
	{"score", open_scoring},
	{"decision", open_decision},
	{"ruling", open_ruling},
	{"plan", open_plan},
	{"filling", open_filling},
	{"limit", open_limit},
	{"clock-answer", open_clock_answer},
	{"clock-end", open_clock_end},
	{"clock", open_clock},
	{"as-is", open_clock},
	{"respite", open_respite},
	{"version", open_version},
	{"consensus", open_consensus},
	{"abstain", open_scoring},
	{"why", open_ranking},
	{"skip", open_ranking},
	{"least", open_ranking},
	{"unnecessary", open_unnecessary},
	{"release-test", open_release_test},
	{"release-add", open_release_add},
	{"close", open_closing},
	{"closing", open_closing},
	{"reopening", open_closing},
	{"power-end", open_power},
	{"return", open_returned},
	{"paid-in", open_paid_in},
	{"template", open_template},
	{"account", open_account},
	{"attester-end", open_attester},
	{"attester", open_attester},
	{"power", open_power},
	{"meeting", open_meeting},
	{"criteria-draft", open_criteria_draft},
	{"criteria-adopt", open_criteria_adopt},
	{"criterion", open_criterion},
	{"reporting-content", open_reporting},
	{"reporting-region", open_reporting},
	{"reporting-effect", open_reporting},
	{"reporting-arrival", open_reporting},
	{"reporting-remind", open_reporting},
	{"reporting-ruling", open_reporting},
	{"reporting-due", open_reporting},
	{"report", open_report},
	{"trial", open_trial},
	{"later", open_later},
	{"entry", open_entry},
	{"document", open_document},
	{"wrong", open_wrong},
	{"removal", open_removal},
	{"dispatch", open_dispatch},
	{"receipt", open_receipt},
	{"number", open_number},
	{"arrived", open_arrived},
	{"matter-close", open_matter_end},
	{"matter-reopen", open_matter_end},
	{"matter", open_matter},
	{"case-wrong", open_case_wrong},
};

static void key_split(const char *text, struct key_parts *out)
{
	*out = (struct key_parts){.rest = ""};
	for (int i = 0; *text == '-' && i < KEY_NUMBERS; i++) {
		char *end;
		int64_t number = strtoll(text + 1, &end, 10);

		if (end == text + 1 || (*end && *end != '-')) {
			snprintf(out->rest, sizeof out->rest, "%s", text + 1);
			return;
		}
		out->number[i] = number;
		text = end;
	}
}

bool draft_reopen(struct ui *ui, const struct draft *draft)
{
	struct pane *before = ui_top(ui);
	struct key_parts key;

	for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
		size_t bytes = strlen(forms[i].prefix);

		if (strncmp(draft->form, forms[i].prefix, bytes) != 0 || draft->form[bytes] != '-')
			continue;
		key_split(draft->form + bytes, &key);
		forms[i].open(ui, &key);
		return ui_top(ui) != before; /* else its form has said why not */
	}
	ui_say(ui, _("This version has no form for the draft %s. It is kept: kansli draft show."), draft->form);
	return false;
}

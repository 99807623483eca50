/* The form of an answer to a control point. A no or unclear leads on to something, which is chosen here. */
#include "tui/record.h"

#include "base/words.h"
#include "casework/clock.h"
#include "casework/gate.h"

struct gate_record {
	struct record base;
	int64_t application, measure, participant;
	const char *gate, *answer, *reason, *way, *due_on;
	const char *about;        /* the measure's number or the participant; NULL: the application */
	const struct gate *asked; /* in the desk's programme */
	int64_t version;
};

RECORD_TEXT(gate_record, answer)
RECORD_TEXT(gate_record, reason)
RECORD_TEXT(gate_record, way)
RECORD_DAY(gate_record, due_on)
RECORD_WORDS(answer, "answer")
RECORD_WORDS(way, "way")

/* The question itself, over the answer. */
static void answer_about(const void *given, const char *typed, int64_t today, char out[FIELD_ABOUT])
{
	const struct gate_record *record = given;

	(void)typed;
	(void)today;
	snprintf(out, FIELD_ABOUT, "%s", record->asked ? record->asked->question[words_swedish()] : "");
}

static const struct field fields[] = {
	{.name = "answer",
		.label = N_("Answer"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choice = answer_choice,
		.get = answer_get,
		.set = answer_set,
		.about = answer_about},
	{.name = "reason",
		.label = N_("Reason"),
		.kind = FIELD_TEXT,
		.rows = 4,
		.get = reason_get,
		.set = reason_set,
		.help = N_("Needed for no, unclear and not applicable.")},
	{.name = "way",
		.label = N_("The way on"),
		.kind = FIELD_CHOICE,
		.choice = way_choice,
		.get = way_get,
		.set = way_set,
		.help = N_("For no and unclear: what happens next. Empty: what the control point itself says.")},
	{.name = "due_on",
		.label = N_("Answer by"),
		.kind = FIELD_DAY,
		.get = due_on_get,
		.set = due_on_set,
		.help = N_("The applicant's last day, when something has been asked for.")},
	{.name = NULL},
};

/* An answer that was not there when the form was opened is somebody's too; it has a version that nobody expected. */
static bool gate_unanswered(struct gate_record *record, struct error *err)
{
	struct gate_list list;
	const char *answered_by = NULL;
	int64_t version = 0;

	if (!gate_list_load(record->base.desk->cw, record->application, &list, err))
		return false;
	for (int i = 0; i < list.count; i++) {
		const struct gate_row *row = &list.items[i];

		if (!strcmp(row->gate->id, record->gate) && row->measure == record->measure &&
			row->participant == record->participant) {
			version = row->version;
			answered_by = arena_text(&record->base.arena, row->answered_by);
		}
	}
	gate_list_done(&list);
	return !version || refuse(err, ERROR_CONFLICT,
				   _("%s answered %s after you began. Yours is not saved; what you wrote is kept "
				     "as a draft."),
				   answered_by, record->gate);
}

static bool gate_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct gate_record *record = given;
	struct operation op = record_operation(operation, version);
	struct gate_change change = {
		.gate = record->gate,
		.measure = record->measure,
		.participant = record->participant == GATE_REST ? 0 : record->participant,
		.rest = record->participant == GATE_REST,
		.answer = record->answer,
		.reason = record->reason,
		.way = record->way && record->way[0] ? record->way : NULL,
		.due_on = record->due_on,
	};
	bool leads_on = !strcmp(record->answer, "no") || !strcmp(record->answer, "unclear");

	(void)ui;
	if (!leads_on)
		change.way = change.due_on = NULL;
	if (!version && record->participant != GATE_REST && !gate_unanswered(record, err))
		return false;
	if (!gate_answer(record->base.desk->cw, &op, record->application, &change, err)) {
		*wrong = !record->reason[0] && strcmp(record->answer, "yes") != 0 ? "reason" : NULL;
		return false;
	}
	return true;
}

static void gate_saved(struct ui *ui, void *given)
{
	const struct gate_record *record = given;

	const char *word = programme_word_name(&record->base.desk->programme, "answer", record->answer);
	bool leads_on = !strcmp(record->answer, "no") || !strcmp(record->answer, "unclear");

	ui_stale(ui);
	if (leads_on && clock_kind_of(record->way && record->way[0] ? record->way
				      : record->asked               ? record->asked->way_no
								    : NULL))
		ui_say(ui, _("%s: %s. K and + set the time limit for it."), record->gate, word);
	else
		ui_say(ui, _("%s: %s."), record->gate, word);
}

static bool gate_begin(struct gate_record *record, struct error *err);

/* What somebody else has saved meanwhile. */
static void *gate_fresh(struct ui *ui, const void *given, int64_t *version, struct error *err)
{
	const struct gate_record *old = given;
	struct gate_record *record = record_new(ui, sizeof *record);

	record->application = old->application;
	record->measure = old->measure;
	record->participant = old->participant;
	record->gate = arena_text(&record->base.arena, old->gate);
	if (!record_begun(NULL, record, gate_begin(record, err), record_done, err))
		return NULL;
	*version = record->version;
	return record;
}

static const struct form_kind kind = {.name = "gate",
	.title = N_("Control point"),
	.fields = fields,
	.save = gate_save,
	.saved = gate_saved,
	.fresh = gate_fresh,
	.done = record_done};

static bool gate_begin(struct gate_record *record, struct error *err)
{
	struct arena *arena = &record->base.arena;
	struct gate_list list;

	if (!gate_list_load(record->base.desk->cw, record->application, &list, err))
		return false;
	for (int i = 0; i < list.count; i++) {
		const struct gate_row *row = &list.items[i];

		if (strcmp(row->gate->id, record->gate) != 0 || row->measure != record->measure ||
			(record->participant > 0 && row->participant != record->participant))
			continue;
		record->asked = programme_gate(&record->base.desk->programme, row->gate->version, row->gate->id);
		if (row->participant && record->participant <= 0) { /* one's reason is no other's */
			record->about =
				record->participant == GATE_REST ? _("those without an answer") : _("all participants");
			break;
		}
		record->answer = arena_text(arena, row->answer);
		record->reason = arena_text(arena, row->reason);
		record->way = arena_text(arena, row->way);
		record->due_on = arena_text(arena, row->due_on);
		record->about = record->participant ? arena_text(arena, row->about) : NULL;
		record->version = row->version;
		break;
	}
	gate_list_done(&list);
	return true;
}

/* "G12 · Halland", "G1". */
static const char *title_part(struct gate_record *record)
{
	return record->about ? arena_format(&record->base.arena, "%s · %s", record->gate, record->about) : record->gate;
}

void gate_form(struct ui *ui, int64_t application, const char *gate, int64_t measure, int64_t participant)
{
	struct gate_record *record = record_new(ui, sizeof *record);
	struct error err = {0};
	char key[96];

	record->application = application;
	record->measure = measure;
	record->participant = participant;
	record->gate = arena_text(&record->base.arena, gate);
	if (!record_begun(ui, record, gate_begin(record, &err), record_done, &err))
		return;
	snprintf(key, sizeof key, "gate-%lld-%lld-%lld-%.20s", (long long)application, (long long)measure,
		(long long)participant, gate);
	form_open(ui, &(struct form_what){.kind = &kind,
			      .key = key,
			      .title = record_about_application(record, application, measure, title_part(record)),
			      .record = record,
			      .version = record->version});
}

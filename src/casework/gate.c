/* Control points as they stand, and answering them. Invariant: every question the round asks is listed once, answered
 * or not, and an answer that stops something says where it leads. */
#include "casework/gate.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/application.h"
#include "casework/bar.h"
#include "casework/change.h"
#include "casework/grow.h"

/* ---- the list */

/* What the list needs to know of the application. */
struct gate_subject {
	int64_t application, gate_version;
	int year, n;
	bool withdrawn;
};

static bool subject_read(struct casework *cw, int64_t application, struct gate_subject *out, struct error *err)
{
	struct gate_subject subject = {.application = application};
	struct rows rows;
	bool found = false;

	if (!store_ask(casework_store(cw), SQL_GATE_SUBJECT, BINDS(BIND("application", application)), &rows, err))
		return false;
	if (rows_next(&rows)) {
		found = true;
		subject.year = (int)rows_number(&rows, "year");
		subject.n = (int)rows_number(&rows, "n");
		subject.gate_version = rows_number(&rows, "gate_version");
		subject.withdrawn = rows_bool(&rows, "withdrawn");
	}
	if (!rows_done(&rows, err))
		return false;
	if (!found)
		return refuse(err, ERROR_MISSING, _("There is no such application."));
	*out = subject;
	return true;
}

static void row_count(struct gate_list *list, const char *answer)
{
	if (!answer)
		list->unanswered++;
	else if (!strcmp(answer, "yes"))
		list->yes++;
	else if (!strcmp(answer, "no"))
		list->no++;
	else if (!strcmp(answer, "unclear"))
		list->unclear++;
	else
		list->na++;
}

static void row_read(struct rows *rows, const struct gate_subject *subject, const char *number, struct gate_list *list)
{
	struct arena *arena = &list->arena;
	GROW(arena, list->items, list->count);
	struct gate_row *row = &list->items[list->count++];
	const char *about = rows_text(rows, "about", arena);

	row->gate = programme_gate(&list->programme, subject->gate_version, rows_text(rows, "gate", arena));
	assert(row->gate); /* the same moment, and a foreign key */
	row->measure = rows_number_or(rows, "measure", 0);
	row->measure_n = (int)rows_number_or(rows, "measure_n", 0);
	row->participant = rows_number_or(rows, "participant", 0);
	row->about = row->measure ? arena_format(arena, "%s.%d %s", number, row->measure_n, about) : about;
	row->id = rows_number_or(rows, "id", 0);
	row->version = rows_number_or(rows, "version", 0);
	row->answer = rows_text(rows, "answer", arena);
	row->reason = rows_text(rows, "reason", arena);
	row->way = rows_text(rows, "way", arena);
	row->due_on = rows_text(rows, "due_on", arena);
	row->answered_by = rows_text(rows, "answered_by", arena);
	row->answered_at = rows_text(rows, "answered_at", arena);
	row_count(list, row->answer);
}

static bool rows_read(struct casework *cw, int64_t application, struct gate_list *list, struct error *err)
{
	struct gate_subject subject;
	char number[16];
	struct rows rows;

	if (!subject_read(cw, application, &subject, err) || !programme_load(cw, &list->programme, err) ||
		!application_number_short(cw, subject.year, subject.n, number, err) ||
		!store_ask(casework_store(cw), SQL_GATE_ROWS, BINDS(BIND("application", application)), &rows, err))
		return false;
	while (rows_next(&rows))
		row_read(&rows, &subject, number, list);
	return rows_done(&rows, err);
}

bool gate_list_load(struct casework *cw, int64_t application, struct gate_list *out, struct error *err)
{
	struct gate_list list = {0};

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) || !store_look(casework_store(cw), err))
		return false;
	arena_init(&list.arena);
	bool read = rows_read(cw, application, &list, err);
	store_look_done(casework_store(cw));
	if (!read) {
		gate_list_done(&list);
		return false;
	}
	*out = list;
	return true;
}

void gate_list_done(struct gate_list *list)
{
	if (!list)
		return;
	programme_done(&list->programme);
	arena_done(&list->arena);
}

/* Worst first; an unanswered one stands between what stops and what does not. */
static int answer_rank(const char *answer)
{
	static const char *const order[] = {"no", "unclear", NULL, "yes", "na"};
	int at = 0;

	while (!text_same(order[at], answer))
		at++;
	return at;
}

const char *gate_list_worst(const struct gate_list *list, const char *gate)
{
	const char *worst = NULL;
	bool met = false;

	for (int i = 0; i < list->count; i++) {
		const struct gate_row *row = &list->items[i];
		if (strcmp(row->gate->id, gate))
			continue;
		if (!met || answer_rank(row->answer) < answer_rank(worst))
			worst = row->answer;
		met = true;
	}
	return worst;
}

/* ---- answering */

/* An answer as it will be kept. */
struct answer {
	struct gate_subject subject;
	const char *gate, *asked_of, *answer, *reason, *way, *due_on;
	int64_t measure, participant; /* 0: not about one */
	bool rest;
};

static bool stops(const char *answer)
{
	return !strcmp(answer, "no") || !strcmp(answer, "unclear");
}

static bool one_of(const char *word, const char *const words[])
{
	for (; *words; words++) {
		if (text_same(word, *words))
			return true;
	}
	return false;
}

static bool way_read(const struct gate_change *from, const char *way_no, struct answer *answer, struct error *err)
{
	static const char *const ways[] = {"completion", "communication", "suitability", "ruling", NULL};

	if (!stops(answer->answer)) {
		if (from->way || from->due_on)
			return refuse(err, ERROR_INVALID,
				_("%s: a way on and a last day belong to a no or an unclear. Nothing was saved."),
				answer->gate);
		return true;
	}
	answer->way = from->way ? from->way : way_no;
	answer->due_on = from->due_on;
	if (!one_of(answer->way, ways))
		return refuse(err, ERROR_INVALID,
			_("%s: '%s' is no way on. There are: completion, communication, suitability, ruling."),
			answer->gate, answer->way);
	if (answer->due_on && day_read(answer->due_on) == DAY_NONE)
		return refuse(err, ERROR_INVALID, _("%s: '%s' is no day. Write it as 2026-12-01."), answer->gate,
			answer->due_on);
	return true;
}

static bool words_read(struct change *change, const struct gate_change *from, struct answer *answer, struct error *err)
{
	static const char *const answers[] = {"yes", "no", "unclear", "na", NULL};
	const char *reason = from->reason ? from->reason : "";

	answer->answer = from->answer;
	if (!one_of(from->answer, answers))
		return refuse(err, ERROR_INVALID, _("%s: '%s' is no answer. There are: yes, no, unclear, na."),
			answer->gate, from->answer ? from->answer : "");
	if (!text_clean(&change->arena, reason, strlen(reason), true, &answer->reason, err))
		return false;
	if (strcmp(answer->answer, "yes") && text_blank(answer->reason))
		return refuse(err, ERROR_INVALID,
			_("%s: a no, an unclear and a not applicable need a reason. Nothing was saved."), answer->gate);
	return true;
}

/* Finds the control point and where a no leads by itself. */
static bool gate_read(
	struct change *change, const char *wanted, struct answer *answer, const char **way_no, struct error *err)
{
	struct rows rows;

	if (!store_ask(change->store, SQL_GATE_FIND,
		    BINDS(BIND("version", answer->subject.gate_version), BIND("gate", wanted)), &rows, err))
		return false;
	if (rows_next(&rows)) {
		answer->gate = rows_text(&rows, "id", &change->arena);
		answer->asked_of = rows_text(&rows, "subject", &change->arena);
		*way_no = rows_text(&rows, "way_no", &change->arena);
	}
	if (!rows_done(&rows, err))
		return false;
	return answer->gate ||
	       refuse(err, ERROR_MISSING, _("There is no control point '%s' in this round."), wanted ? wanted : "");
}

static bool measure_fits(struct change *change, const struct answer *answer, struct error *err)
{
	struct rows rows;
	bool found = false, withdrawn = false;

	if (!answer->measure)
		return refuse(err, ERROR_INVALID, _("%s is answered per measure: say which one."), answer->gate);
	if (!store_ask(change->store, SQL_GATE_MEASURE,
		    BINDS(BIND("measure", answer->measure), BIND("application", answer->subject.application)), &rows,
		    err))
		return false;
	if (rows_next(&rows)) {
		found = true;
		withdrawn = rows_bool(&rows, "withdrawn");
	}
	if (!rows_done(&rows, err))
		return false;
	if (!found)
		return refuse(err, ERROR_MISSING, _("There is no such measure in this application."));
	return !withdrawn || refuse(err, ERROR_INVALID,
				     _("The measure is withdrawn: there is nothing to answer. Nothing was saved."));
}

/* What the control point is asked of, and what the answer is said to be about, agree. */
static bool about_fits(struct change *change, const struct gate_change *from, struct answer *answer, struct error *err)
{
	bool of_measure = !strcmp(answer->asked_of, "measure"),
	     of_participant = !strcmp(answer->asked_of, "participant");

	answer->measure = from->measure;
	answer->participant = from->participant;
	answer->rest = from->rest && of_participant && !from->participant;
	if ((from->measure && !of_measure) || (from->participant && !of_participant))
		return refuse(err, ERROR_INVALID,
			of_measure       ? _("%s is answered per measure, not per participant.")
			: of_participant ? _("%s is answered per participant, not per measure.")
					 : _("%s is answered for the application as a whole."),
			answer->gate);
	return !of_measure || measure_fits(change, answer, err);
}

static bool answer_read(struct change *change, int64_t application, const struct gate_change *from,
	struct answer *answer, struct error *err)
{
	const char *way_no = NULL;

	if (!subject_read(change->cw, application, &answer->subject, err) || !bar_free(change->cw, application, err))
		return false;
	if (answer->subject.withdrawn)
		return refuse(err, ERROR_INVALID,
			_("The application is withdrawn: there is nothing to answer. Nothing was saved."));
	return gate_read(change, from->gate, answer, &way_no, err) && words_read(change, from, answer, err) &&
	       way_read(from, way_no, answer, err) && about_fits(change, from, answer, err);
}

/* An answer given before, or id 0. */
static bool answer_find(
	struct change *change, const struct answer *answer, int64_t *id, int64_t *version, struct error *err)
{
	struct rows rows;

	*id = *version = 0;
	if (!store_ask(change->store, SQL_GATE_ANSWER_FIND,
		    BINDS(BIND("application", answer->subject.application), BIND("gate", answer->gate),
			    BIND("measure", answer->measure ? answer->measure : MONEY_UNKNOWN),
			    BIND("participant", answer->participant ? answer->participant : MONEY_UNKNOWN)),
		    &rows, err))
		return false;
	if (rows_next(&rows)) {
		*id = rows_number(&rows, "id");
		*version = rows_number(&rows, "version");
	}
	return rows_done(&rows, err);
}

#define ANSWER_BINDS(change, from)                                                                                     \
	BIND("gate_version", (from)->subject.gate_version), BIND("answer", (from)->answer),                            \
		BIND("reason", (from)->reason), BIND("way", (from)->way), BIND("due_on", (from)->due_on),              \
		BIND("answered_by", casework_actor((change)->cw)), BIND("answered_at", (const char *)(change)->now)

static bool answer_add(struct change *change, const struct answer *answer, int64_t *id, struct error *err)
{
	if (!store_run(change->store, SQL_GATE_ANSWER_ADD,
		    BINDS(BIND("application", answer->subject.application), BIND("gate", answer->gate),
			    BIND("measure", answer->measure ? answer->measure : MONEY_UNKNOWN),
			    BIND("participant", answer->participant ? answer->participant : MONEY_UNKNOWN),
			    ANSWER_BINDS(change, answer)),
		    err))
		return false;
	*id = store_last_id(change->store);
	return true;
}

/* One row: the same question keeps its row, whoever answers it next. */
static bool answer_put(struct change *change, const struct answer *answer, struct error *err)
{
	int64_t id, version;
	const char *before = NULL;

	if (!answer_find(change, answer, &id, &version, err) ||
		!change_fresh(change, OBJECT_GATE_ANSWER, id, version, err))
		return false;
	if (id) {
		before = change_facts(change, OBJECT_GATE_ANSWER, id, err);
		if (!before ||
			!store_run(change->store, SQL_GATE_ANSWER_CHANGE,
				BINDS(BIND("id", id), BIND("version", version), ANSWER_BINDS(change, answer)), err))
			return false;
	} else if (!answer_add(change, answer, &id, err)) {
		return false;
	}
	return change_record(change, OBJECT_GATE_ANSWER, id, answer->subject.application, before, err);
}

/* One participant, or all of them at once. */
static bool participants_put(struct change *change, struct answer *answer, struct error *err)
{
	int64_t *ids = NULL;
	int count = 0;
	struct rows rows;

	if (!store_ask(change->store, SQL_GATE_PARTICIPANTS,
		    BINDS(BIND("application", answer->subject.application),
			    BIND("participant", answer->participant ? answer->participant : MONEY_UNKNOWN),
			    BIND("rest", answer->rest), BIND("gate", answer->gate),
			    BIND("gate_version", answer->subject.gate_version)),
		    &rows, err))
		return false;
	while (rows_next(&rows)) {
		GROW(&change->arena, ids, count);
		ids[count++] = rows_number(&rows, "id");
	}
	if (!rows_done(&rows, err))
		return false;
	if (count == 0 && answer->rest)
		return refuse(err, ERROR_INVALID, _("%s is answered for every participant. Nothing was changed."),
			answer->gate);
	if (count == 0)
		return refuse(err, ERROR_MISSING, _("There is no such participant in this application."));
	for (int i = 0; i < count; i++) {
		answer->participant = ids[i];
		if (!answer_put(change, answer, err))
			return false;
	}
	return true;
}

bool gate_answer(struct casework *cw, const struct operation *op, int64_t application, const struct gate_change *from,
	struct error *err)
{
	struct change change;
	struct answer answer = {0};

	if (!change_begin(&change, cw, op, "gate-answer", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!may(cw, RIGHT_GATE_ANSWER, RELATION_NONE, err) || !answer_read(&change, application, from, &answer, err))
		return change_abandon(&change);
	bool of_participant = !strcmp(answer.asked_of, "participant");
	if (!(of_participant ? participants_put(&change, &answer, err) : answer_put(&change, &answer, err)))
		return change_abandon(&change);
	return change_commit(&change, err);
}

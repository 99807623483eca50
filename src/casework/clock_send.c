/* Setting a time limit, and ruling that an application is tried as it stands. Invariant: what is sent has been signed
 * by somebody who could sign it that day, and what stood in the application then is kept. */
#include "casework/clock_inner.h"
#include "casework/power.h"
#include "casework/version_inner.h"

#include "base/text.h"
#include "base/words.h"

#define AT(member) offsetof(struct clock_change, member)
static const struct field clock_fields[] = {
	{.name = "kind", .label = N_("Kind of time limit"), .kind = FIELD_LINE, .needed = true, .at = AT(kind)},
	{.name = "asks", .label = N_("What is asked"), .kind = FIELD_TEXT, .needed = true, .at = AT(asks)},
	{.name = "sent_on", .label = N_("Sent"), .kind = FIELD_PAST, .needed = true, .at = AT(sent_on)},
	{.name = "due_on",
		.label = N_("Last day for the answer"),
		.kind = FIELD_DAY,
		.unknown = true,
		.at = AT(due_on)},
	{.name = "asked_whom", .label = N_("Asked of"), .kind = FIELD_LINE, .at = AT(asked_whom)},
	{.name = "power_ref", .label = N_("The delegation's decision"), .kind = FIELD_LINE, .at = AT(power_ref)},
};
/* Nothing is sent by a ruling. */
static const struct field way_fields[] = {
	{.name = "way", .label = N_("Way"), .kind = FIELD_WORD, .words = "arrival", .needed = true, .at = AT(way)},
};
#undef AT
static const struct form clock_form = {clock_fields, sizeof(clock_fields) / sizeof(*clock_fields)};
static const struct form way_form = {way_fields, 1};

/* A clock as it will be kept. */
struct sending {
	struct change *change;
	struct standing of;
	struct clock_change clean;
	struct clock_standing follows; /* id 0: it follows none */
	bool as_is;
	int64_t power, document;
	int n;
};

static bool kind_known(const char *kind)
{
	for (int i = 0; clock_kinds[i]; i++)
		if (!strcmp(clock_kinds[i], kind))
			return true;
	return false;
}

static bool days_fit(const struct sending *sending, struct error *err)
{
	const struct clock_change *clean = &sending->clean;

	if (strcmp(clean->sent_on, sending->of.arrived_on) < 0)
		return field_refuse(NULL, "sent_on", N_("Sent"), err, _("%s is before application %s arrived, %s."),
			clean->sent_on, sending->of.number, sending->of.arrived_on);
	if (sending->as_is)
		return !clean->due_on || field_refuse(NULL, "due_on", N_("Last day for the answer"), err,
						 _("A ruling to assess as submitted asks for no answer."));
	if (!clean->due_on)
		return field_refuse(NULL, "due_on", N_("Last day for the answer"), err,
			_("It is empty. Whoever is asked shall be given a certain time."));
	return strcmp(clean->due_on, clean->sent_on) >= 0 ||
	       field_refuse(NULL, "due_on", N_("Last day for the answer"), err,
		       _("%s is before the day it is sent, %s."), clean->due_on, clean->sent_on);
}

static bool values_clean(struct sending *sending, struct error *err)
{
	struct change *change = sending->change;
	struct clock_change *clean = &sending->clean;
	bool referral;

	if (!form_clean(change->cw, &clock_form, clean, &change->arena, NULL, err))
		return false;
	if (!kind_known(clean->kind))
		return field_refuse(NULL, "kind", N_("Kind of time limit"), err,
			_("“%s” is none. There are: completion, notice, as_is, communication, referral."),
			text_cut(&change->arena, clean->kind, 40));
	sending->as_is = !strcmp(clean->kind, "as_is");
	referral = !strcmp(clean->kind, "referral");
	if (sending->as_is)
		clean->way = "";
	else if (!form_clean(change->cw, &way_form, clean, &change->arena, NULL, err))
		return false;
	if (referral == !*clean->asked_whom)
		return field_refuse(NULL, "asked_whom", N_("Asked of"), err,
			referral ? _("It is empty. A referral says whom it goes to.")
				 : _("Only a referral goes to somebody else than the applicant."));
	return days_fit(sending, err);
}

static bool measure_fits(const struct sending *sending, int64_t measure, struct error *err)
{
	struct rows rows;
	bool found, withdrawn = false, decided = false;

	if (!measure)
		return true;
	if (!store_ask(sending->change->store, SQL_CLOCK_MEASURE,
		    BINDS(BIND("measure", measure), BIND("application", sending->of.id)), &rows, err))
		return false;
	found = rows_next(&rows);
	if (found) {
		withdrawn = rows_bool(&rows, "withdrawn");
		decided = rows_bool(&rows, "decided");
	}
	if (!rows_done(&rows, err))
		return false;
	if (!found)
		return refuse(err, ERROR_MISSING, _("There is no such measure in this application."));
	if (withdrawn)
		return refuse(
			err, ERROR_INVALID, _("The measure is withdrawn: there is nothing to ask. Nothing was saved."));
	/* What concerns a later decision, about payment or recovery, is communicated too. */
	if (decided && strcmp(sending->clean.kind, "communication") != 0)
		return refuse(err, ERROR_INVALID,
			_("The measure is decided: only a communication can still be sent about it. Nothing was "
			  "saved."));
	return true;
}

static bool participant_fits(const struct sending *sending, int64_t participant, struct error *err)
{
	struct rows rows;
	bool known = false;

	if (!participant)
		return true;
	if (!store_ask(sending->change->store, SQL_CLOCK_PARTICIPANT,
		    BINDS(BIND("participant", participant), BIND("application", sending->of.id)), &rows, err))
		return false;
	known = rows_next(&rows) && rows_bool(&rows, "known");
	if (!rows_done(&rows, err))
		return false;
	return known || refuse(err, ERROR_MISSING, _("There is no such participant in this application."));
}

/* 12 §: only what was asked for and did not come in time opens the way to try an application as it stands. */
static bool as_is_fits(const struct sending *sending, struct error *err)
{
	const struct clock_standing *asked = &sending->follows;

	if (!asked->id)
		return refuse(err, ERROR_INVALID,
			_("Name the time limit that was not kept: an application is assessed as submitted when what "
			  "was "
			  "asked for has not come in time (12 §)."));
	if (strcmp(asked->kind, "completion") != 0 && strcmp(asked->kind, "notice") != 0)
		return refuse(err, ERROR_INVALID,
			_("Time limit %d is neither a request for supplementary information nor a notice under 11 §. "
			  "Only "
			  "those lead to assessment as submitted (12 §)."),
			asked->n);
	if (strcmp(asked->due_on, sending->clean.sent_on) >= 0)
		return refuse(err, ERROR_INVALID,
			_("The answer to time limit %d may still come: its last day is %s (12 §). Nothing was saved."),
			asked->n, asked->due_on);
	if (asked->ended_on && strcmp(asked->outcome, "unanswered") != 0 && strcmp(asked->outcome, "partly") != 0)
		return refuse(err, ERROR_INVALID,
			_("Time limit %d has ended with an answer: there is nothing that did not come (12 §)."),
			asked->n);
	return true;
}

static bool refers_fit(struct sending *sending, struct error *err)
{
	struct clock_change *clean = &sending->clean;

	if (clean->follows_n &&
		!clock_standing_load(sending->change, sending->of.id, clean->follows_n, &sending->follows, err))
		return false;
	if (sending->as_is) {
		if (!as_is_fits(sending, err))
			return false;
		clean->measure = sending->follows.measure;
	}
	return measure_fits(sending, clean->measure, err) && participant_fits(sending, clean->participant, err) &&
	       (!clean->document_n || clock_document(sending->change, sending->of.id, clean->document_n,
					      &sending->document, NULL, err));
}

/* ---- writing */

static const struct clock_candidate *candidate_of(const struct clock_candidates *list, int64_t gate_answer)
{
	for (int i = 0; i < list->count; i++)
		if (list->items[i].gate_answer == gate_answer)
			return &list->items[i];
	return NULL;
}

static bool item_write(
	struct sending *sending, const struct clock_candidates *list, int at, int64_t clock, struct error *err)
{
	struct change *change = sending->change;
	const struct clock_item_change *item = &sending->clean.items[at];
	const struct clock_candidate *from = item->gate_answer ? candidate_of(list, item->gate_answer) : NULL;
	const char *text = text_blank(item->text) ? (from ? from->text : "") : item->text;

	if (item->gate_answer && !from)
		return refuse(err, ERROR_INVALID,
			_("Row %d: the control point does not stop the application, or is asked about in a time limit "
			  "that "
			  "runs. Nothing was saved."),
			at + 1);
	if (!text_clean(&change->arena, text, strlen(text), true, &text, err))
		return false;
	if (text_blank(text))
		return refuse(
			err, ERROR_INVALID, _("Row %d of what is asked for is empty. Nothing was saved."), at + 1);
	return store_run(change->store, SQL_CLOCK_ITEM_INSERT,
		BINDS(BIND("clock", clock), BIND("n", at + 1), BIND("text", text),
			BIND("gate_answer", item->gate_answer ? item->gate_answer : MONEY_UNKNOWN)),
		err);
}

static bool items_write(struct sending *sending, int64_t clock, struct error *err)
{
	struct clock_candidates list = {0};
	bool wrote;

	if (!sending->clean.item_count)
		return true;
	arena_init(&list.arena);
	wrote = clock_candidates_read(sending->change->cw, sending->of.id, NULL, &list, err);
	for (int i = 0; wrote && i < sending->clean.item_count; i++)
		wrote = item_write(sending, &list, i, clock, err);
	arena_done(&list.arena);
	return wrote;
}

static bool next_n(struct sending *sending, struct error *err)
{
	struct rows rows;

	if (!store_ask(
		    sending->change->store, SQL_CLOCK_NEXT_N, BINDS(BIND("application", sending->of.id)), &rows, err))
		return false;
	if (rows_next(&rows))
		sending->n = (int)rows_number(&rows, "n");
	return rows_done(&rows, err);
}

static int64_t or_null(int64_t id)
{
	return id ? id : MONEY_UNKNOWN;
}

/* A ruling has ended when it is made: nobody is asked for anything. */
static bool clock_insert(struct sending *sending, struct error *err)
{
	const struct clock_change *clean = &sending->clean;
	struct change *change = sending->change;
	int64_t id;

	if (!next_n(sending, err) ||
		!store_run(change->store, SQL_CLOCK_INSERT,
			BINDS(BIND("application", sending->of.id), BIND("n", sending->n), BIND("kind", clean->kind),
				BIND("follows", or_null(sending->follows.id)), BIND("measure", or_null(clean->measure)),
				BIND("participant", or_null(clean->participant)), BIND("asked_whom", clean->asked_whom),
				BIND("asks", clean->asks), BIND("sent_on", clean->sent_on), BIND("way", clean->way),
				BIND("due_on", clean->due_on), BIND("signed_by", casework_actor(change->cw)),
				BIND("power", or_null(sending->power)), BIND("power_ref", clean->power_ref),
				BIND("document", or_null(sending->document)),
				sending->as_is ? bind_text("outcome", "stands") : bind_null("outcome"),
				sending->as_is ? bind_text("ended_on", clean->sent_on) : bind_null("ended_on")),
			err))
		return false;
	id = store_last_id(change->store);
	return items_write(sending, id, err) && change_record(change, OBJECT_CLOCK, id, sending->of.id, NULL, err);
}

/* The time limit that was not kept ends with the ruling, unless a person has ended it before. */
static bool follows_end(struct sending *sending, struct error *err)
{
	const struct clock_standing *asked = &sending->follows;

	if (!sending->as_is || asked->ended_on)
		return true;
	return clock_outcome_write(sending->change, sending->of.id, asked, asked->answered_on ? "partly" : "unanswered",
		sending->clean.asks, sending->clean.sent_on, err);
}

/* What the applicant may now change is kept as it stood. */
static bool version_is_kept(struct sending *sending, struct error *err)
{
	const char *kind = sending->clean.kind;

	if (strcmp(kind, "completion") != 0 && strcmp(kind, "notice") != 0)
		return true;
	return version_keep_changed(sending->change, sending->of.id,
		arena_format(&sending->change->arena,
			!strcmp(kind, "notice") ? _("before notice %d under 11 §")
						: _("before request %d for supplementary information"),
			sending->n),
		err);
}

static bool send_write(struct sending *sending, int64_t application, struct error *err)
{
	struct change *change = sending->change;

	return may(change->cw, RIGHT_CLOCK_SEND, RELATION_NONE, err) &&
	       standing_load(change, application, &sending->of, err) && standing_is_live(&sending->of, err) &&
	       values_clean(sending, err) && refers_fit(sending, err) &&
	       power_require(change, sending->clean.kind, sending->clean.sent_on, sending->clean.power_ref,
		       &sending->power, err) &&
	       clock_insert(sending, err) && follows_end(sending, err) && version_is_kept(sending, err);
}

/* A repeated sending answers the number it got the first time. */
static bool clock_number(struct change *change, int64_t clock, int *n, struct error *err)
{
	struct rows rows;

	if (!store_ask(change->store, SQL_CLOCK_NUMBER, BINDS(BIND("id", clock)), &rows, err))
		return false;
	if (rows_next(&rows))
		*n = (int)rows_number(&rows, "n");
	return rows_done(&rows, err);
}

bool clock_send(struct casework *cw, const struct operation *op, int64_t application, const struct clock_change *given,
	int *n, struct error *err)
{
	struct change change;
	struct sending sending = {.change = &change, .clean = *given};
	int made = 0;

	if (!change_begin(&change, cw, op, "clock-send", err))
		return false;
	if (change.repeated)
		return clock_number(&change, change.repeated_id, n ? n : &made, err) ? change_repeated(&change, NULL)
										     : change_abandon(&change);
	if (!send_write(&sending, application, err))
		return change_abandon(&change);
	made = sending.n;
	if (!change_commit(&change, err))
		return false;
	if (n)
		*n = made;
	return true;
}

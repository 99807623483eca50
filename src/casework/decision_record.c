/* Recording what the delegation has decided. Invariant: a granting decision, its amounts, its ten points and version 1
 * of its plan come into being together or not at all. */
#include "casework/communication.h"
#include "casework/decision_inner.h"

#include "casework/ledger.h"
#include "casework/limit_words.h"
#include "casework/reporting_inner.h"

#include "base/buffer.h"
#include "base/words.h"

static bool decision_insert(
	struct change *change, const struct decision_case *about, const struct decision_draft *draft, struct error *err)
{
	return store_run(change->store, SQL_DECISION_INSERT,
		BINDS(BIND("measure", about->measure), BIND("n", about->decision_n), BIND("outcome", draft->outcome),
			BIND("decided_on", draft->decided_on), BIND("meeting", draft->meeting),
			BIND("ground", draft->ground), BIND("provisions", draft->provisions),
			BIND("reasons", draft->reasons),
			BIND("replaces", about->replaces ? about->replaces : MONEY_UNKNOWN),
			BIND("recorded_by", casework_actor(change->cw)),
			BIND("recorded_at", (const char *)change->now)),
		err);
}

static bool form_insert(struct change *change, const struct decision_case *about, const struct decision_draft *draft,
	int64_t decision, struct error *err)
{
	const struct decided *decided = &draft->decided;

	return store_run(change->store, SQL_DECISION_FORM_INSERT,
		       BINDS(BIND("decision", decision), BIND("kind", draft->kind), BIND("provision", draft->provision),
			       BIND("region", draft->region),
			       BIND("item", decided->item ? decided->item : MONEY_UNKNOWN),
			       BIND("deciders", decided->deciders), BIND("presenter", decided->presenter),
			       BIND("others", decided->others)),
		       err) &&
	       change_record(change, OBJECT_DECISION_FORM, decision, about->application, NULL, err);
}

static bool parts_insert(struct change *change, const struct decision_case *about, const struct decision_draft *draft,
	const struct decision_texts *texts, int64_t decision, struct error *err)
{
	for (int i = 0; i < draft->granted.count; i++)
		if (!store_run(change->store, SQL_DECISION_AMOUNT_INSERT,
			    BINDS(BIND("measure", about->measure), BIND("year", draft->granted.items[i].year),
				    BIND("decision", decision), BIND("ore", draft->granted.items[i].ore)),
			    err))
			return false;
	for (int i = 0; i < texts->count; i++)
		if (!store_run(change->store, SQL_DECISION_POINT_INSERT,
			    BINDS(BIND("decision", decision), BIND("point", texts->items[i].point),
				    BIND("text", texts->items[i].text)),
			    err))
			return false;
	return true;
}

/* What is withheld under the decision that is replaced is a row of this plan, withheld by the same decision (17 §). */
static bool held_carry(
	struct change *change, const struct plan_of *plan, int n, const struct held_row *held, struct error *err)
{
	const char *before = change_facts(change, OBJECT_WITHHOLDING, held->withholding, err);
	enum ledger_account target = held->final ? LEDGER_WITHDRAWN : LEDGER_STOPPED;
	int64_t row;

	return before && instalment_add(change, plan, n, &held->values, &row, err) &&
	       store_run(change->store, SQL_WITHHOLDING_ROW_MOVE,
		       BINDS(BIND("withholding", held->withholding), BIND("instalment", row),
			       BIND("earlier", held->instalment)),
		       err) &&
	       ledger_book(change,
		       &(struct ledger_move){plan->measure, held->values.year, LEDGER_DUE, target, held->values.ore,
			       LEDGER_BY_WITHHOLDING, held->withholding},
		       err) &&
	       change_record(change, OBJECT_WITHHOLDING, held->withholding, plan->application, before, err);
}

static bool plan_begin(struct change *change, const struct decision_case *about, const struct decision_draft *draft,
	int64_t decision, struct error *err)
{
	const struct plan_of plan = {about->measure, about->application, decision, 1};
	const struct decision_before *before = about->before;
	int n = before->last_n;

	if (!plan_version_add(change, decision, 1, "", err))
		return false;
	for (int i = 0; i < draft->row_count; i++)
		if (!instalment_add(change, &plan, ++n, &draft->rows[i], NULL, err))
			return false;
	for (int i = 0; i < before->held_count; i++)
		if (!held_carry(change, &plan, ++n, &before->held[i], err))
			return false;
	return change_record(change, OBJECT_PLAN, decision, about->application, NULL, err);
}

/* Asked inside the transaction, after the decision is written: what others decide meanwhile has waited for it. */
static bool limits_hold(
	struct change *change, const struct decision_case *about, const struct decision_draft *draft, struct error *err)
{
	for (int i = 0; i < draft->granted.count; i++) {
		const struct decision_amount *year = &draft->granted.items[i];

		if (year->ore > money_years_of(&about->before->granted, year->year) &&
			!limit_holds(change->cw, about->round, year->year, err))
			return false;
	}
	return true;
}

static bool decision_write(struct change *change, const struct decision_case *about, const struct decision_draft *draft,
	int64_t *out, struct error *err)
{
	struct decision_texts texts = {0};
	int64_t decision;

	if (draft->grants && (!decision_texts_write(change, about, draft, &texts, err) ||
				     !decision_kind_texts(about, draft, &texts, err)))
		return false;
	if ((about->replaces && !ledger_decision_ends(change, about->measure, about->replaces, err)) ||
		!decision_insert(change, about, draft, err))
		return false;
	decision = store_last_id(change->store);
	if (!ledger_book_years(change,
		    &(struct ledger_move){
			    about->measure, 0, LEDGER_FRAME, LEDGER_UNPLANNED, 0, LEDGER_BY_DECISION, decision},
		    &draft->granted, err))
		return false;
	if (!parts_insert(change, about, draft, &texts, decision, err) ||
		!change_record(change, OBJECT_DECISION, decision, about->application, NULL, err) ||
		!form_insert(change, about, draft, decision, err) || !limits_hold(change, about, draft, err))
		return false;
	if (draft->grants && !plan_begin(change, about, draft, decision, err))
		return false;
	if (!reporting_plan(change, about, draft, decision, err))
		return false;
	*out = decision;
	return true;
}

static void sentence_add(struct buffer *words, const char *sentence)
{
	buffer_format(words, "%s%s", words->bytes ? " " : "", sentence);
}

/* Years granted above what is sought for them, and a cost nobody knows: allowed, and told. */
static void applied_warn(struct buffer *words, struct arena *arena, const struct decision_case *about,
	const struct decision_draft *draft)
{
	char granted[MONEY_TEXT], sought[MONEY_TEXT];

	if (!draft->grants)
		return;
	if (!money_years_sure(&about->cost))
		sentence_add(
			words, _("The cost of the measure is unknown, so the grant has not been held against it."));
	for (int i = 0; i < draft->granted.count; i++) {
		const struct decision_amount *year = &draft->granted.items[i];
		int64_t wanted = money_years_of(&about->sought, year->year);

		if (year->ore > wanted)
			sentence_add(words,
				arena_format(arena, _("%d: %s is granted, more than the %s sought for that year."),
					year->year, money_words(year->ore, granted), money_words(wanted, sought)));
	}
}

/* The round's own limit never stops what the delegation has decided; nor does one that cannot be read here, after the
 * decision is in the file. */
static void limits_warn(struct buffer *words, struct casework *cw, int64_t round, const struct money_years *granted)
{
	struct arena arena;

	arena_init(&arena);
	for (int i = 0; i < granted->count; i++) {
		const char *over = NULL;

		if (limit_words(cw, round, granted->items[i].year, &arena, &over, NULL) && over)
			sentence_add(words, over);
	}
	arena_done(&arena);
}

/* A decision that goes against the applicant, who has not been told: never a bar, and no reading of it stops one. */
static void communication_warn(struct buffer *words, struct casework *cw, const struct decision_case *about)
{
	struct arena arena;
	const char *warning = NULL;

	arena_init(&arena);
	if (communication_warning(cw, about->application, about->n, about->number, &arena, &warning, NULL) && warning)
		sentence_add(words, warning);
	arena_done(&arena);
}

/* "61 poäng" is no decisive circumstance (FL 32 §). */
static bool only_points(struct arena *arena, const char *reasons)
{
	static const char *const words[] = {"poäng", "points", "point", "av", "of", "totalt", "total", "summa", "sum",
		"och", "and", "med", "with", "plats", "place", "rank", "nr", "viktat", "weighted"};
	char *rest = arena_text(arena, reasons);
	bool more = false;

	for (char *word; !more && (word = strsep(&rest, " \t\n.,;:()/%+-=")) != NULL;) {
		bool known = !word[strspn(word, "0123456789")];

		for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
			known = known || !strcasecmp(word, words[i]);
		more = !known;
	}
	return !more;
}

static bool decision_commit(struct change *change, const struct decision_case *about,
	const struct decision_draft *draft, struct arena *arena, const char **warning, struct error *err)
{
	struct casework *cw = change->cw;
	struct buffer words;
	bool saved;

	buffer_init(&words);
	applied_warn(&words, &change->arena, about, draft);
	if (only_points(&change->arena, draft->reasons))
		sentence_add(
			&words, _("The reasons are only points. Points are no decisive circumstance (section 32 of the "
				  "Administrative Procedure Act): write in words what decided the matter."));
	saved = change_commit(change, err);
	if (saved && warning) {
		limits_warn(&words, cw, about->round, &draft->granted);
		if (strcmp(draft->outcome, "granted") != 0)
			communication_warn(&words, cw, about);
		*warning = words.bytes ? arena_text(arena, words.text) : NULL;
	}
	buffer_done(&words);
	return saved;
}

bool decision_record(struct casework *cw, const struct operation *op, int64_t measure,
	const struct decision_change *typed, struct arena *arena, const char **warning, int64_t *id, struct error *err)
{
	struct change change;
	struct decision_case about;
	struct decision_draft draft;
	int64_t made;

	if (!change_begin(&change, cw, op, "decision-record", err))
		return false;
	if (change.repeated) {
		if (warning)
			*warning = NULL;
		return change_repeated(&change, id);
	}
	if (!may(cw, RIGHT_DECISION_RECORD, RELATION_NONE, err) || !decision_case_load(&change, measure, &about, err) ||
		!change_fresh(&change, OBJECT_MEASURE, measure, about.version, err) ||
		!decision_draft_read(&change, &about, typed, &draft, err) ||
		!decision_allowed(&about, &draft, change.today, err) ||
		!decision_write(&change, &about, &draft, &made, err))
		return change_abandon(&change);
	if (!decision_commit(&change, &about, &draft, arena, warning, err))
		return false;
	if (id)
		*id = made;
	return true;
}

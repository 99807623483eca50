/* The process about conflicts of interest as it is read. Invariant: who has not answered is never counted among those
 * who reported nothing. */
#include "casework/disqualification.h"
#include "casework/grow.h"

#include "base/text.h"
#include "base/words.h"

/* ---- rows */

static enum disqualification_state state_of_row(const struct disqualification *row)
{
	if (!row->answer)
		return DISQUALIFICATION_UNANSWERED;
	if (!strcmp(row->answer, "none"))
		return DISQUALIFICATION_NONE;
	if (!row->outcome)
		return DISQUALIFICATION_REPORTED;
	if (!strcmp(row->outcome, "free"))
		return DISQUALIFICATION_FREE;
	return strcmp(row->outcome, "excepted") ? DISQUALIFICATION_BARRED : DISQUALIFICATION_EXCEPTED;
}

static void process_read(struct rows *rows, struct arena *arena, struct disqualification *row)
{
	row->asked_on = rows_text(rows, "asked_on", arena);
	row->asked_by = rows_text(rows, "asked_by", arena);
	row->answer = rows_text(rows, "answer", arena);
	row->answered_at = rows_text(rows, "answered_at", arena);
	row->ground = rows_text(rows, "ground", arena);
	row->what = rows_text(rows, "what", arena);
	row->later = rows_bool(rows, "later");
	row->tried_on = rows_text(rows, "tried_on", arena);
	row->tried_by = rows_text(rows, "tried_by", arena);
	row->took_part = rows_bool(rows, "took_part");
	row->outcome = rows_text(rows, "outcome", arena);
	row->reasons = rows_text(rows, "reasons", arena);
	row->work = rows_text(rows, "work", arena);
	row->work_why = rows_text(rows, "work_why", arena);
	row->recorded_by = rows_text(rows, "recorded_by", arena);
	row->own = rows_bool(rows, "own");
	row->state = state_of_row(row);
}

static void row_read(struct rows *rows, struct arena *arena, struct disqualification *row)
{
	*row = (struct disqualification){
		.id = rows_number(rows, "id"),
		.version = rows_number(rows, "version"),
		.person = rows_number(rows, "person"),
		.application = rows_number_or(rows, "application", 0),
		.round = rows_number_or(rows, "round", 0),
		.year = (int)rows_number_or(rows, "year", 0),
		.n = (int)rows_number_or(rows, "n", 0),
		.person_name = rows_text(rows, "person_name", arena),
		.login = rows_text(rows, "login", arena),
		.title = rows_text(rows, "title", arena),
		.round_name = rows_text(rows, "round_name", arena),
		.region = rows_text(rows, "region", arena),
		.officer_of = (int)rows_number(rows, "officer_of"),
		.owing = (int)rows_number(rows, "owing"),
		.submitted = (int)rows_number(rows, "submitted"),
	};
	process_read(rows, arena, row);
}

/* ---- the sum: a person's rows stand together */

static bool row_bars(const struct disqualification *row)
{
	return row->state == DISQUALIFICATION_REPORTED || row->state == DISQUALIFICATION_BARRED;
}

/* Answered is who owes no answer. */
static void person_count(struct disqualification_sum *sum, const struct disqualification *rows, int count)
{
	bool answered = true, reported = false, barred = false, untried = false;

	for (int i = 0; i < count; i++) {
		answered = answered && rows[i].answer;
		reported = reported || text_same(rows[i].answer, "reported");
		barred = barred || row_bars(&rows[i]);
		untried = untried || rows[i].state == DISQUALIFICATION_REPORTED;
	}
	sum->asked++;
	sum->answered += answered;
	sum->reported += reported;
	sum->barred += barred;
	sum->untried += untried;
}

static void sum_make(struct disqualification_list *list)
{
	for (int first = 0, next; first < list->count; first = next) {
		next = first + 1;
		while (next < list->count && list->items[next].person == list->items[first].person)
			next++;
		person_count(&list->sum, &list->items[first], next - first);
	}
}

/* ---- the list */

static bool rows_load(
	struct casework *cw, int64_t application, int64_t round, struct disqualification_list *list, struct error *err)
{
	struct rows rows;

	if (!store_ask(casework_store(cw), SQL_DISQUALIFICATION_LIST,
		    BINDS(BIND("application", application ? application : MONEY_UNKNOWN),
			    BIND("round", round ? round : MONEY_UNKNOWN)),
		    &rows, err))
		return false;
	while (rows_next(&rows)) {
		GROW(&list->arena, list->items, list->count);
		row_read(&rows, &list->arena, &list->items[list->count++]);
	}
	return rows_done(&rows, err);
}

static bool hints_load(
	struct casework *cw, int64_t application, int64_t round, struct disqualification_list *list, struct error *err)
{
	char today[DAY_TEXT];
	struct rows rows;

	day_text(casework_today(cw), today);
	if (!store_ask(casework_store(cw), SQL_DISQUALIFICATION_HINTS,
		    BINDS(BIND("application", application ? application : MONEY_UNKNOWN), BIND("round", round),
			    BIND("today", (const char *)today)),
		    &rows, err))
		return false;
	while (rows_next(&rows)) {
		GROW(&list->arena, list->items, list->count);
		list->items[list->count++] = (struct disqualification){
			.person = rows_number(&rows, "person"),
			.person_name = rows_text(&rows, "person_name", &list->arena),
			.login = rows_text(&rows, "login", &list->arena),
			.region = rows_text(&rows, "region", &list->arena),
			.application = application,
			.round = application ? 0 : round,
			.state = DISQUALIFICATION_HINT,
		};
	}
	return rows_done(&rows, err);
}

/* The round an application is in; a round that is there. */
static bool about_read(struct casework *cw, struct disqualification_about about, int64_t *round, struct error *err)
{
	struct rows rows;
	struct arena arena;
	bool found = false;

	*round = about.round;
	if (!(about.application ? store_ask(casework_store(cw), SQL_DISQUALIFICATION_APPLICATION,
					  BINDS(BIND("application", about.application)), &rows, err)
				: store_ask(casework_store(cw), SQL_DISQUALIFICATION_ROUND,
					  BINDS(BIND("round", about.round)), &rows, err)))
		return false;
	arena_init(&arena);
	if (rows_next(&rows)) {
		found = true;
		if (about.application) {
			*round = rows_number(&rows, "round");
			rows_number(&rows, "year");
			rows_number(&rows, "n");
		} else {
			rows_text(&rows, "name", &arena);
		}
	}
	arena_done(&arena);
	if (!rows_done(&rows, err))
		return false;
	return found || refuse(err, ERROR_MISSING,
				about.application ? _("There is no such application.") : _("There is no such round."));
}

static void own_keep(struct disqualification_list *list, int64_t actor)
{
	int kept = 0;

	for (int i = 0; i < list->count; i++)
		if (list->items[i].person == actor)
			list->items[kept++] = list->items[i];
	list->count = kept;
	list->own_only = true;
}

static bool list_read(
	struct casework *cw, struct disqualification_about about, struct disqualification_list *list, struct error *err)
{
	int64_t round;

	if (!about_read(cw, about, &round, err) || !rows_load(cw, about.application, round, list, err))
		return false;
	sum_make(list);
	if (!hints_load(cw, about.application, round, list, err))
		return false;
	if (!access_allows(access_roles(cw), RIGHT_DISQUALIFICATION_SEE, RELATION_NONE, NULL))
		own_keep(list, casework_actor(cw));
	return true;
}

bool disqualification_list_load(
	struct casework *cw, struct disqualification_about about, struct disqualification_list *out, struct error *err)
{
	struct disqualification_list list = {0};

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) || !store_look(casework_store(cw), err))
		return false;
	arena_init(&list.arena);
	bool read = list_read(cw, about, &list, err);
	store_look_done(casework_store(cw));
	if (!read) {
		arena_done(&list.arena);
		return false;
	}
	*out = list;
	return true;
}

void disqualification_list_done(struct disqualification_list *list)
{
	if (list)
		arena_done(&list->arena);
}

/* ---- words */

const char *disqualification_state_words(enum disqualification_state state)
{
	switch (state) {
	case DISQUALIFICATION_HINT: return _("region takes part; ask");
	case DISQUALIFICATION_UNANSWERED: return _("not answered");
	case DISQUALIFICATION_NONE: return _("nothing to report");
	case DISQUALIFICATION_REPORTED: return _("reported, not tried");
	case DISQUALIFICATION_BARRED: return _("disqualified, takes no part");
	case DISQUALIFICATION_FREE: return _("tried, not disqualified");
	case DISQUALIFICATION_EXCEPTED: return _("disqualified, exception 17 §");
	}
	return "";
}

const char *disqualification_state_code(enum disqualification_state state)
{
	static const char *const codes[] = {"hint", "unanswered", "none", "reported", "barred", "free", "excepted"};

	return codes[state];
}

const char *disqualification_sum_words(const struct disqualification_sum *sum, struct arena *arena)
{
	if (!sum->asked)
		return arena_text(arena, _("nobody asked"));
	const char *words =
		arena_format(arena, _("%d/%d answered, %d reported"), sum->answered, sum->asked, sum->reported);
	return sum->barred ? arena_format(arena, _("%s, %d disqualified"), words, sum->barred) : words;
}

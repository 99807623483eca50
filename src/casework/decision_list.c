/* Decisions as they are read. Invariant: a list holds every decision on the measure, the replaced ones too. */
#include "casework/decision.h"
#include "casework/grow.h"
#include "casework/programme.h"

#include "base/words.h"

struct decision_sent decision_sent_read(struct rows *rows, struct arena *arena)
{
	return (struct decision_sent){
		.document = rows_number_or(rows, "document", 0),
		.document_n = (int)rows_number_or(rows, "document_n", 0),
		.listed = (int)rows_number(rows, "listed"),
		.sent = (int)rows_number(rows, "sent"),
		.sent_on = rows_text(rows, "sent_on", arena),
	};
}

static void decision_read(struct rows *rows, struct arena *arena, int64_t measure, struct decision *decision)
{
	*decision = (struct decision){
		.id = rows_number(rows, "id"),
		.measure = measure,
		.replaces = rows_number(rows, "replaces"),
		.n = (int)rows_number(rows, "n"),
		.outcome = rows_text(rows, "outcome", arena),
		.decided_on = rows_text(rows, "decided_on", arena),
		.meeting = rows_text(rows, "meeting", arena),
		.ground = rows_text(rows, "ground", arena),
		.provisions = rows_text(rows, "provisions", arena),
		.reasons = rows_text(rows, "reasons", arena),
		.recorded_by = rows_text(rows, "recorded_by", arena),
		.recorded_at = rows_text(rows, "recorded_at", arena),
		.valid = rows_bool(rows, "valid"),
		.sent = decision_sent_read(rows, arena),
		.kind = rows_text(rows, "kind", arena),
		.provision = rows_text(rows, "provision", arena),
		.region = rows_text(rows, "region", arena),
		.region_short = rows_text(rows, "region_short", arena),
		.item = rows_number(rows, "item"),
		.deciders = rows_text(rows, "deciders", arena),
		.presenter = rows_text(rows, "presenter", arena),
		.others = rows_text(rows, "others", arena),
	};
}

static bool decisions_load(struct store *store, int64_t measure, struct decision_list *list, struct error *err)
{
	size_t room = 0;
	struct rows rows;

	if (!store_ask(store, SQL_DECISION_LIST, BINDS(BIND("measure", measure)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		if ((size_t)list->count == room) {
			room = room ? room * 2 : 2;
			list->items =
				arena_grow(&list->arena, list->items, (size_t)list->count, sizeof *list->items, room);
		}
		decision_read(&rows, &list->arena, measure, &list->items[list->count++]);
	}
	return rows_done(&rows, err);
}

static bool amounts_load(struct store *store, struct decision *decision, struct error *err)
{
	int room = (int)(sizeof decision->amounts / sizeof decision->amounts[0]);
	struct rows rows;

	if (!store_ask(store, SQL_DECISION_AMOUNTS, BINDS(BIND("decision", decision->id)), &rows, err))
		return false;
	while (decision->amount_count < room && rows_next(&rows)) {
		struct decision_amount *amount = &decision->amounts[decision->amount_count++];

		amount->year = (int)rows_number(&rows, "year");
		amount->ore = rows_number(&rows, "ore");
		decision->granted_ore += amount->ore;
	}
	return rows_done(&rows, err);
}

static bool points_load(struct store *store, struct arena *arena, struct decision *decision, struct error *err)
{
	size_t room = 0;
	struct rows rows;

	if (!store_ask(store, SQL_DECISION_POINTS, BINDS(BIND("decision", decision->id)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		struct decision_point *point;

		if ((size_t)decision->point_count == room) {
			room = room ? room * 2 : 10;
			decision->points = arena_grow(
				arena, decision->points, (size_t)decision->point_count, sizeof *decision->points, room);
		}
		point = &decision->points[decision->point_count++];
		point->number = (int)rows_number(&rows, "number");
		point->title[0] = rows_text(&rows, "title_en", arena);
		point->title[1] = rows_text(&rows, "title_sv", arena);
		point->text = rows_text(&rows, "text", arena);
	}
	return rows_done(&rows, err);
}

bool decision_list_load(struct casework *cw, int64_t measure, struct decision_list *out, struct error *err)
{
	struct store *store = casework_store(cw);
	struct decision_list list = {0};
	bool loaded;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err))
		return false;
	arena_init(&list.arena);
	loaded = decisions_load(store, measure, &list, err);
	for (int i = 0; loaded && i < list.count; i++)
		loaded = amounts_load(store, &list.items[i], err) &&
			 points_load(store, &list.arena, &list.items[i], err);
	if (!loaded) {
		arena_done(&list.arena);
		return false;
	}
	*out = list;
	return true;
}

void decision_list_done(struct decision_list *list)
{
	if (list)
		arena_done(&list->arena);
}

const char *decision_outcome_name(const struct programme *programme, const char *outcome, const char *kind)
{
	bool given_up = kind && !strcmp(kind, "withdrawal") && !strcmp(outcome, "refused");

	return given_up ? _("given up after a withdrawal") : programme_word_name(programme, "outcome", outcome);
}

bool decision_deciders(struct casework *cw, int64_t application, const char *on, struct arena *arena, const char **out,
	struct error *err)
{
	const char **names = NULL, *text = "";
	bool chair = false;
	int count = 0;
	struct rows rows;

	if (!may(cw, RIGHT_DECISION_RECORD, RELATION_NONE, err) ||
		!store_ask(casework_store(cw), SQL_DECIDED_USUAL,
			BINDS(BIND("application", application), BIND("on", on)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		GROW(arena, names, count);
		names[count] = rows_text(&rows, "name", arena);
		if (rows_bool(&rows, "chair") && !chair) {
			names[count] = arena_format(arena, "%s (ordförande)", names[count]);
			chair = true;
		}
		count++;
	}
	if (!rows_done(&rows, err))
		return false;
	for (int i = 0; i < count; i++)
		text = arena_format(arena, "%s%s%s", text, !i ? "" : i == count - 1 ? " och " : ", ", names[i]);
	*out = text;
	return true;
}

bool decision_item_find(struct casework *cw, const char *section, int year, int64_t *id, struct error *err)
{
	const char *at = section + strspn(section, " \t");
	char *end;
	long n, of;
	struct rows rows;
	int64_t found = 0;

	if (!strncmp(at, "§", sizeof "§" - 1))
		at += sizeof "§" - 1;
	n = strtol(at, &end, 10);
	of = *end == '/' || *end == '-' ? strtol(end + 1, &end, 10) : year;
	if (end == at || n < 1 || n > INT_MAX || end[strspn(end, " ")] || of < 1 || of > 9999)
		return refuse(
			err, ERROR_INVALID, _("'%s' is no section of the minutes. Write § 4, or § 4/2026."), section);
	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) || !store_ask(casework_store(cw), SQL_DECIDED_SECTION,
							       BINDS(BIND("year", of), BIND("section", n)), &rows, err))
		return false;
	if (rows_next(&rows))
		found = rows_number(&rows, "id");
	if (!rows_done(&rows, err))
		return false;
	if (!found)
		return refuse(err, ERROR_MISSING, _("There is no § %ld in the minutes of %ld."), n, of);
	*id = found;
	return true;
}

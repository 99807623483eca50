/* A sitting as it is shown. Invariant: what only those may see who may see others' bars, and what a barred person may
 * not see before the minutes are adjusted, is not in the snapshot at all. */
#include "casework/application_inner.h"
#include "casework/document_inner.h"
#include "casework/sitting_inner.h"

#include "base/words.h"

struct loading {
	struct casework *cw;
	struct sitting *sitting;
	const char *pattern;
	struct bars bars;
	bool sees_bars, with_year; /* numbers are shown with their year */
};

static struct sitting_item *item_of(struct sitting *sitting, int64_t id)
{
	for (int i = 0; i < sitting->item_count; i++)
		if (sitting->items[i].id == id)
			return &sitting->items[i];
	return NULL;
}

static bool head_read(struct loading *loading, struct error *err)
{
	struct sitting *out = loading->sitting;
	struct arena *arena = &out->arena;
	bool found;
	struct rows rows;

	if (!store_ask(loading->cw->store, SQL_SITTING_ONE, BINDS(BIND("id", out->id)), &rows, err))
		return false;
	found = rows_next(&rows);
	if (found) {
		out->version = rows_number(&rows, "version");
		out->matter = rows_number(&rows, "matter");
		case_number(loading->pattern, (int)rows_number(&rows, "year"), (int)rows_number(&rows, "n"),
			out->number, sizeof out->number);
		out->title = rows_text(&rows, "title", arena);
		out->on_day = rows_text(&rows, "on_day", arena);
		out->starts_at = rows_text(&rows, "starts_at", arena);
		out->place = rows_text(&rows, "place", arena);
		out->opened_at = rows_text(&rows, "opened_at", arena);
		out->closed_at = rows_text(&rows, "closed_at", arena);
		out->adjuster = rows_number_or(&rows, "adjuster", 0);
		out->adjuster_name = rows_text(&rows, "adjuster_name", arena);
		out->adjusted_on = rows_text(&rows, "adjusted_on", arena);
	}
	return rows_done(&rows, err) && (found || refuse(err, ERROR_MISSING, _("There is no such sitting.")));
}

static bool persons_read(struct loading *loading, struct error *err)
{
	struct sitting *out = loading->sitting;
	struct arena *arena = &out->arena;
	struct rows rows;

	if (!store_ask(loading->cw->store, SQL_SITTING_PERSONS, BINDS(BIND("sitting", out->id)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		GROW(arena, out->persons, out->person_count);
		out->persons[out->person_count++] = (struct sitting_person){.person = rows_number(&rows, "person"),
			.name = rows_text(&rows, "name", arena),
			.login = rows_text(&rows, "login", arena),
			.capacity = rows_text(&rows, "capacity", arena),
			.presence = rows_text(&rows, "presence", arena),
			.notice_on = rows_text(&rows, "notice_on", arena),
			.notice_way = rows_text(&rows, "notice_way", arena),
			.papers_on = rows_text(&rows, "papers_on", arena),
			.papers_way = rows_text(&rows, "papers_way", arena)};
	}
	return rows_done(&rows, err);
}

static void item_number(const struct loading *loading, struct rows *rows, struct sitting_item *item)
{
	int year = (int)rows_number_or(rows, "application_year", 0), n = (int)rows_number_or(rows, "application_n", 0);
	int measure_n = (int)rows_number_or(rows, "measure_n", 0), used = 0;
	char *out = item->number;
	size_t room = sizeof item->number;

	if (!n)
		return;
	used = loading->with_year ? snprintf(out, room, "%d-%d", n, year) : snprintf(out, room, "%d", n);
	if (measure_n)
		snprintf(out + used, room - (size_t)used, ".%d", measure_n);
}

/* What is kept back of an item, from the actor. */
static void item_veil(const struct loading *loading, int64_t round, struct sitting_item *item)
{
	if (loading->sitting->adjusted_on || item->immediate)
		return;
	item->veiled = !loading->sees_bars;
	item->hidden = item->application && bars_hold(&loading->bars, item->application, round);
	if (!item->hidden)
		return;
	item->proposes = item->outcome_why = item->ruling = "";
	item->outcome = item->granting = NULL;
	item->granted_ore = 0;
	item->decided = item->available = false;
}

static void item_read(const struct loading *loading, struct rows *rows, struct sitting_item *item)
{
	struct arena *arena = &loading->sitting->arena;

	item->id = rows_number(rows, "id");
	item->version = rows_number(rows, "version");
	item->n = (int)rows_number(rows, "n");
	item->kind = rows_text(rows, "kind", arena);
	item->measure = rows_number_or(rows, "measure", 0);
	item->application = rows_number_or(rows, "application", 0);
	item->proposal = rows_number_or(rows, "proposal", 0);
	item->title = rows_text(rows, "title", arena);
	item->presenter = rows_number_or(rows, "presenter", 0);
	item->presenter_name = rows_text(rows, "presenter_name", arena);
	item->proposes = rows_text(rows, "proposes", arena);
	item->year = (int)rows_number_or(rows, "year", 0);
	item->section = (int)rows_number_or(rows, "section", 0);
	item->outcome = rows_text(rows, "outcome", arena);
	item->outcome_why = rows_text(rows, "outcome_why", arena);
	item->ruling = rows_text(rows, "ruling", arena);
	item->immediate = rows_bool(rows, "immediate");
	item->closed_at = rows_text(rows, "closed_at", arena);
	item->decided = rows_bool(rows, "decided");
	item->available = rows_bool(rows, "available");
	item->granting = rows_text(rows, "decided_outcome", arena);
	item->granted_ore = rows_number_or(rows, "granted_ore", 0);
	item_number(loading, rows, item);
	item_veil(loading, rows_number_or(rows, "round", 0), item);
}

static bool items_read(struct loading *loading, struct error *err)
{
	struct sitting *out = loading->sitting;
	struct rows rows;

	out->under_way = -1;
	if (!store_ask(loading->cw->store, SQL_SITTING_ITEMS, BINDS(BIND("sitting", out->id)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		GROW(&out->arena, out->items, out->item_count);
		out->items[out->item_count] = (struct sitting_item){0};
		item_read(loading, &rows, &out->items[out->item_count]);
		if (out->items[out->item_count].section && !out->items[out->item_count].closed_at)
			out->under_way = out->item_count;
		out->item_count++;
	}
	return rows_done(&rows, err);
}

static void seat_take(void *with, int64_t id, const struct sitting_seat *seat)
{
	struct sitting *sitting = with;
	struct sitting_item *item = item_of(sitting, id);

	if (!item || item->hidden || item->veiled)
		return;
	GROW(&sitting->arena, item->seats, item->seat_count);
	item->seats[item->seat_count++] = *seat;
}

static bool seats_read(struct loading *loading, struct error *err)
{
	struct sitting *out = loading->sitting;

	if (!sitting_seats_read(loading->cw->store, out->id, 0, &out->arena, seat_take, out, err))
		return false;
	for (int i = 0; i < out->item_count; i++)
		out->items[i].quorum = sitting_quorum_of(out->items[i].seats, out->items[i].seat_count);
	return true;
}

static bool motions_read(struct loading *loading, struct error *err)
{
	struct sitting *out = loading->sitting;
	struct arena *arena = &out->arena;
	struct rows rows;

	if (!store_ask(loading->cw->store, SQL_SITTING_MOTIONS,
		    BINDS(BIND("sitting", out->id), BIND("item", (int64_t)0)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		struct sitting_item *item = item_of(out, rows_number(&rows, "item"));
		struct sitting_motion motion = {.id = rows_number(&rows, "id"),
			.n = (int)rows_number(&rows, "n"),
			.text = rows_text(&rows, "text", arena),
			.person = rows_number(&rows, "person"),
			.name = rows_text(&rows, "name", arena),
			.carried = rows_bool(&rows, "carried"),
			.beaten = rows_bool(&rows, "beaten")};

		if (!item || item->hidden)
			continue;
		GROW(arena, item->motions, item->motion_count);
		item->motions[item->motion_count++] = motion;
	}
	return rows_done(&rows, err);
}

static bool ballots_read(struct loading *loading, struct error *err)
{
	struct sitting *out = loading->sitting;
	struct arena *arena = &out->arena;
	struct rows rows;

	if (!store_ask(loading->cw->store, SQL_SITTING_BALLOTS,
		    BINDS(BIND("sitting", out->id), BIND("item", (int64_t)0)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		struct sitting_item *item = item_of(out, rows_number(&rows, "item"));
		struct sitting_ballot ballot = {.id = rows_number(&rows, "id"),
			.n = (int)rows_number(&rows, "n"),
			.yes = (int)rows_number(&rows, "yes"),
			.no = (int)rows_number(&rows, "no"),
			.casting = rows_bool(&rows, "casting")};

		ballot.yes_won = !strcmp(rows_text(&rows, "winner", arena), "yes");
		if (!item || item->hidden || item->veiled)
			continue;
		GROW(arena, item->ballots, item->ballot_count);
		item->ballots[item->ballot_count++] = ballot;
	}
	return rows_done(&rows, err);
}

static struct sitting_ballot *ballot_of(struct sitting *sitting, int64_t id)
{
	for (int i = 0; i < sitting->item_count; i++)
		for (int k = 0; k < sitting->items[i].ballot_count; k++)
			if (sitting->items[i].ballots[k].id == id)
				return &sitting->items[i].ballots[k];
	return NULL;
}

static bool votes_read(struct loading *loading, struct error *err)
{
	struct sitting *out = loading->sitting;
	struct arena *arena = &out->arena;
	struct rows rows;

	if (!store_ask(loading->cw->store, SQL_SITTING_VOTES, BINDS(BIND("sitting", out->id)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		struct sitting_ballot *ballot = ballot_of(out, rows_number(&rows, "ballot"));
		struct sitting_vote vote = {
			.person = rows_number(&rows, "person"), .name = rows_text(&rows, "name", arena)};

		vote.yes = !strcmp(rows_text(&rows, "vote", arena), "yes");
		if (!ballot)
			continue;
		GROW(arena, ballot->votes, ballot->count);
		ballot->votes[ballot->count++] = vote;
		ballot->yes_count += vote.yes;
		ballot->no_count += !vote.yes;
	}
	return rows_done(&rows, err);
}

static bool reservations_read(struct loading *loading, struct error *err)
{
	struct sitting *out = loading->sitting;
	struct arena *arena = &out->arena;
	struct rows rows;

	if (!store_ask(loading->cw->store, SQL_SITTING_RESERVATIONS, BINDS(BIND("sitting", out->id)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		struct sitting_item *item = item_of(out, rows_number(&rows, "item"));
		struct sitting_reservation reservation = {.person = rows_number(&rows, "person"),
			.name = rows_text(&rows, "name", arena),
			.text = rows_text(&rows, "text", arena),
			.reported_at = rows_text(&rows, "reported_at", arena)};

		reservation.dissent = !strcmp(rows_text(&rows, "kind", arena), "dissent");
		if (!item || item->hidden)
			continue;
		GROW(arena, item->reservations, item->reservation_count);
		item->reservations[item->reservation_count++] = reservation;
	}
	return rows_done(&rows, err);
}

static void void_read(struct loading *loading, struct rows *rows)
{
	struct arena *arena = &loading->sitting->arena;
	struct sitting_item *item = item_of(loading->sitting, rows_number(rows, "item"));
	const char *part = rows_text(rows, "part", arena);
	struct sitting_void each = {.part = !strcmp(part, "motion") ? SITTING_MOTION
					    : !strcmp(part, "vote") ? SITTING_VOTE
								    : SITTING_RESERVATION,
		.n = (int)rows_number_or(rows, "n", 0),
		.yes = (int)rows_number_or(rows, "yes", 0),
		.no = (int)rows_number_or(rows, "no", 0),
		.name = rows_text(rows, "name", arena),
		.text = rows_text(rows, "text", arena),
		.why = rows_text(rows, "why", arena),
		.taken_by = rows_text(rows, "taken_by", arena),
		.at = rows_text(rows, "at", arena)};

	if (!item || item->hidden || (item->veiled && each.part == SITTING_VOTE))
		return;
	GROW(arena, item->voids, item->void_count);
	item->voids[item->void_count++] = each;
}

static bool voids_read(struct loading *loading, struct error *err)
{
	struct rows rows;

	if (!store_ask(loading->cw->store, SQL_SITTING_VOIDS, BINDS(BIND("sitting", loading->sitting->id)), &rows, err))
		return false;
	while (rows_next(&rows))
		void_read(loading, &rows);
	return rows_done(&rows, err);
}

static bool parts_read(struct loading *loading, struct error *err)
{
	char number[16] = "";

	if (!application_pattern(loading->cw, &loading->sitting->arena, &loading->pattern, err) ||
		!application_number_short(loading->cw, 2025, 1, number, err) ||
		!bars_load(loading->cw, &loading->sitting->arena, &loading->bars, err))
		return false;
	loading->with_year = strchr(number, '-') != NULL;
	loading->sees_bars = access_allows(access_roles(loading->cw), RIGHT_DISQUALIFICATION_SEE, RELATION_NONE, NULL);
	return head_read(loading, err) && persons_read(loading, err) && items_read(loading, err) &&
	       seats_read(loading, err) && motions_read(loading, err) && ballots_read(loading, err) &&
	       votes_read(loading, err) && reservations_read(loading, err) && voids_read(loading, err);
}

bool sitting_load(struct casework *cw, int64_t sitting, struct sitting *out, struct error *err)
{
	struct sitting loaded = {.id = sitting};
	struct loading loading = {.cw = cw, .sitting = &loaded};
	bool read;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) || !store_look(cw->store, err))
		return false;
	arena_init(&loaded.arena);
	read = parts_read(&loading, err);
	store_look_done(cw->store);
	if (!read) {
		arena_done(&loaded.arena);
		return false;
	}
	*out = loaded;
	return true;
}

void sitting_done(struct sitting *sitting)
{
	if (!sitting)
		return;
	arena_done(&sitting->arena);
	*sitting = (struct sitting){0};
}

bool sitting_of_item(struct casework *cw, int64_t item, int64_t *sitting, struct error *err)
{
	struct rows rows;
	int64_t found = 0;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) ||
		!store_ask(cw->store, SQL_SITTING_OF_ITEM, BINDS(BIND("id", item)), &rows, err))
		return false;
	if (rows_next(&rows))
		found = rows_number(&rows, "sitting");
	if (!rows_done(&rows, err))
		return false;
	if (!found)
		return refuse(err, ERROR_MISSING, _("There is no such item on an agenda."));
	*sitting = found;
	return true;
}

const struct sitting_item *sitting_item_at(const struct sitting *sitting, int n)
{
	for (int i = 0; i < sitting->item_count; i++)
		if (sitting->items[i].n == n)
			return &sitting->items[i];
	return NULL;
}

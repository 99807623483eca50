/* How everybody stands to an item. Invariant: who decides is a chair or member who is there and not barred; presence
 * comes from one statement, for what is shown and what is written alike. */
#include "casework/sitting_inner.h"

bool sitting_is_there(const char *presence)
{
	return !strcmp(presence, "present") || !strcmp(presence, "remote");
}

static bool is_appointed(const struct sitting_seat *seat)
{
	return !strcmp(seat->capacity, "chair") || !strcmp(seat->capacity, "member");
}

bool sitting_seats_read(struct store *store, int64_t sitting, int64_t item, struct arena *arena,
	void (*take)(void *with, int64_t item, const struct sitting_seat *seat), void *with, struct error *err)
{
	struct rows rows;

	if (!store_ask(store, SQL_SITTING_SEATS, BINDS(BIND("sitting", sitting), BIND("item", item)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		int64_t of = rows_number(&rows, "item");
		struct sitting_seat seat = {.person = rows_number(&rows, "person"),
			.name = rows_text(&rows, "name", arena),
			.capacity = rows_text(&rows, "capacity", arena),
			.presence = rows_text(&rows, "presence", arena)};

		seat.differs = strcmp(seat.presence, rows_text(&rows, "at_sitting", arena)) != 0;
		seat.decides = is_appointed(&seat) && sitting_is_there(seat.presence);
		take(with, of, &seat);
	}
	return rows_done(&rows, err);
}

struct taking {
	struct sitting_seats *seats;
	struct arena *arena;
};

static void seat_take(void *with, int64_t item, const struct sitting_seat *seat)
{
	struct taking *taking = with;

	(void)item; /* there is one */
	GROW(taking->arena, taking->seats->items, taking->seats->count);
	taking->seats->items[taking->seats->count++] = *seat;
}

bool sitting_seats_of(
	struct change *change, int64_t sitting, int64_t item, struct sitting_seats *out, struct error *err)
{
	struct taking taking = {out, &change->arena};

	*out = (struct sitting_seats){0};
	return sitting_seats_read(change->store, sitting, item, &change->arena, seat_take, &taking, err);
}

struct quorum sitting_quorum_of(const struct sitting_seat *seats, int count)
{
	struct arena arena;
	struct seat *appointed;
	struct quorum quorum;
	int n = 0;

	arena_init(&arena);
	appointed = arena_take(&arena, (size_t)(count + 1) * sizeof *appointed);
	for (int i = 0; i < count; i++) {
		if (!is_appointed(&seats[i]))
			continue;
		appointed[n++] = (struct seat){.chair = !strcmp(seats[i].capacity, "chair"),
			.state = seats[i].decides                       ? SEAT_THERE
				 : !strcmp(seats[i].presence, "barred") ? SEAT_BARRED
									: SEAT_ABSENT};
	}
	quorum = quorum_count(appointed, n);
	arena_done(&arena);
	return quorum;
}

const struct sitting_seat *sitting_seat_of(const struct sitting_seats *seats, int64_t person)
{
	for (int i = 0; i < seats->count; i++)
		if (seats->items[i].person == person)
			return &seats->items[i];
	return NULL;
}

const char *sitting_name_of(const struct sitting_seats *seats, int64_t person)
{
	const struct sitting_seat *seat = sitting_seat_of(seats, person);

	return seat ? seat->name : "";
}

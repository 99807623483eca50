/* The texts there are to search in. Invariant: one row here is all it takes for a new kind of text. */
#include "casework/hit_inner.h"

#include "base/words.h"

enum { FIELDS = 6 };
static const struct {
	enum sql statement;
	const char *object;         /* of the events that change it */
	const char *fields[FIELDS]; /* what each part of the text is */
} sources[HIT_PLACES] = {
	[HIT_MATTER] = {SQL_HIT_MATTER, "matter", {N_("matter"), N_("who it is with"), N_("about"), N_("outcome")}},
	[HIT_MEASURE] = {SQL_HIT_MEASURE, "measure",
		{N_("measure"), N_("description"), N_("what is to be achieved"), N_("other state support"),
			N_("lasting effect")}},
	[HIT_TEXT] = {SQL_HIT_TEXT, "application",
		{N_("summary"), N_("economic analysis"), N_("needs"), N_("limits"), N_("sources")}},
	[HIT_NEED] = {SQL_HIT_NEED, "need", {N_("need"), N_("need")}},
	[HIT_PROMISE] = {SQL_HIT_PROMISE, "promise",
		{N_("need shown"), N_("running costs"), N_("what others can take over"), N_("without the grant"),
			N_("limits"), N_("perspective")}},
	[HIT_INDICATOR] = {SQL_HIT_INDICATOR, "indicator",
		{N_("indicator"), N_("baseline"), N_("target"), N_("method")}},
	[HIT_REFERENCE] = {SQL_HIT_REFERENCE, "reference", {N_("reference"), N_("issuer"), N_("number")}},
	[HIT_BACKGROUND] = {SQL_HIT_BACKGROUND, "background",
		{N_("background"), N_("background"), N_("who"), N_("number"), N_("outcome")}},
	[HIT_ITEM] = {SQL_HIT_ITEM, "sitting_item",
		{N_("heading"), N_("proposal"), N_("why"), N_("ruling of the chair"), N_("motions"),
			N_("reservations")}},
	[HIT_DOCUMENT] = {SQL_HIT_DOCUMENT, "document",
		{N_("subject"), N_("sender or receiver"), N_("number"), N_("file")}},
	[HIT_NOTE] = {SQL_HIT_NOTE, "note",
		{N_("what was said"), N_("what it changed"), N_("organisation"), N_("role"), N_("name")}},
	[HIT_INSIDE] = {SQL_HIT_INSIDE, "document", {N_("in the paper"), N_("subject")}},
};

const char *hit_field(enum hit_place place, int field)
{
	return field < FIELDS && sources[place].fields[field] ? sources[place].fields[field] : N_("number");
}

enum hit_place hit_place_of(const char *object, int *also, bool *names)
{
	*names = !strcmp(object, "application") || !strcmp(object, "participant") || !strcmp(object, "cross_number");
	*also = !strcmp(object, "document") ? HIT_INSIDE : HIT_PLACES;
	if (!strcmp(object, "note_fate"))
		return HIT_NOTE;
	if (!strcmp(object, "sitting")) /* minutes that are approved open its items */
		return HIT_ITEM;
	for (int place = 0; place < HIT_PLACES; place++)
		if (sources[place].object && !strcmp(sources[place].object, object))
			return (enum hit_place)place;
	return HIT_PLACES;
}

static void piece_read(struct rows *rows, struct arena *arena, struct hit_piece *piece)
{
	piece->id = rows_number(rows, "id");
	piece->application = rows_number_or(rows, "application", 0);
	piece->matter = rows_number_or(rows, "matter", 0);
	piece->measure = rows_number_or(rows, "measure", 0);
	piece->n = (int)rows_number_or(rows, "n", 0);
	piece->guard.working = rows_bool(rows, "working");
	piece->guard.marked = rows_bool(rows, "marked");
	piece->guard.kept = piece->place == HIT_ITEM && rows_bool(rows, "kept");
	piece->on_day = rows_text(rows, "on_day", arena);
	piece->text = rows_text(rows, "text", arena);
}

bool hit_read(struct casework *cw, enum hit_place place, int64_t first, int64_t last, hit_take *take, void *with,
	bool *stopped, struct error *err)
{
	struct rows rows;

	*stopped = false;
	if (!store_ask(casework_store(cw), sources[place].statement, BINDS(BIND("first", first), BIND("last", last)),
		    &rows, err))
		return false;
	while (!*stopped && rows_next(&rows)) {
		struct hit_piece piece = {.place = place};
		struct arena arena;

		arena_init(&arena);
		piece_read(&rows, &arena, &piece);
		*stopped = !take(with, &piece);
		arena_done(&arena);
	}
	return rows_done(&rows, err);
}

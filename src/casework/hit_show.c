/* A hit with the words around it. Invariant: what is shown is cut from the text as it stands now, on one line, and the
 * mark lies within it. */
#include "casework/hit_inner.h"

#include "base/text.h"
#include "base/words.h"

enum { BEFORE = 16, AROUND = 200 }; /* characters shown before the hit, bytes in all */

struct showing {
	struct casework *cw;
	struct hit_list *list;
	struct hit *hit;
	const struct hit_words *words;
};

/* ---- cutting */

static size_t back_by(const char *text, size_t at, int characters)
{
	while (at && characters > 0) {
		at--;
		characters -= ((unsigned char)text[at] & 0xC0) != 0x80;
	}
	return at;
}

/* Not in the middle of a word where one begins nearby. */
static size_t word_begin(const char *text, size_t from, size_t at)
{
	size_t next = from;

	if (!from || text[from - 1] == ' ')
		return from;
	while (next < at && text[next] != ' ')
		next++;
	return next < at ? next + 1 : from;
}

static void words_cut(struct showing *showing, const char *text, size_t at, size_t bytes)
{
	size_t from = word_begin(text, back_by(text, at, BEFORE), at), length = strlen(text + from);
	const char *front = from ? "…" : "";
	struct hit *hit = showing->hit;

	if (length > AROUND) {
		length = AROUND;
		while (((unsigned char)text[from + length] & 0xC0) == 0x80)
			length--;
	}
	hit->words = arena_format(
		&showing->list->arena, "%s%.*s%s", front, (int)length, text + from, text[from + length] ? "…" : "");
	hit->mark = (int)(strlen(front) + at - from);
	hit->mark_bytes = at + bytes <= from + length ? (int)bytes : (int)(from + length - at);
}

/* ---- finding the place again */

/* A number written with separators that was asked for without them, or the other way round. */
static bool number_find(const char *text, const char *needle, size_t *at, size_t *bytes)
{
	struct buffer folded;
	bool found = false;

	buffer_init(&folded);
	for (const char *word = text; *word && !found;) {
		size_t length = strcspn(word, " ");
		char part[96];

		if (length && length < sizeof(part)) {
			memcpy(part, word, length);
			part[length] = '\0';
			buffer_clear(&folded);
			hit_fold(part, &folded);
			found = strstr(folded.text, needle) != NULL;
			*at = (size_t)(word - text);
			*bytes = length;
		}
		word += length + (word[length] == ' ');
	}
	buffer_done(&folded);
	return found;
}

static bool term_find(const struct hit_term *term, const char *text, size_t *at, size_t *bytes)
{
	for (int i = 0; i < term->count; i++)
		if (text_fold_find(text, term->needles[i], at, bytes))
			return true;
	for (int i = 0; i < term->count; i++)
		if (number_find(text, term->needles[i], at, bytes))
			return true;
	return false;
}

/* The first field where a term stands; the first of all when none does, as when all stand in the case's name. */
static void fields_show(struct showing *showing, enum hit_place place, char *text)
{
	char *field, *rest = text, *first = NULL;
	size_t at, bytes;

	for (int i = 0; (field = strsep(&rest, "\x1F")); i++) {
		for (char *line = field; (line = strchr(line, '\n'));)
			*line++ = ' ';
		for (int term = 0; term < showing->words->count; term++) {
			if (!term_find(&showing->words->terms[term], field, &at, &bytes))
				continue;
			showing->hit->field = _(hit_field(place, i));
			words_cut(showing, field, at, bytes);
			return;
		}
		if (!first && *field)
			first = field;
	}
	words_cut(showing, first ? first : "", 0, 0);
}

static bool piece_show(void *with, const struct hit_piece *piece)
{
	struct showing *showing = with;
	struct hit *hit = showing->hit;
	struct arena arena;

	hit->application = piece->application;
	hit->matter = piece->matter;
	hit->measure = piece->measure;
	hit->n = piece->n;
	hit->on_day = arena_text(&showing->list->arena, piece->on_day);
	arena_init(&arena);
	fields_show(showing, piece->place, arena_text(&arena, piece->text));
	arena_done(&arena);
	return true;
}

/* ---- names */

/* The part of the name that was asked for, behind applicant and title when it is neither. */
static bool case_show(struct showing *showing)
{
	struct hit *hit = showing->hit;
	struct arena arena;
	size_t at, bytes;
	char *line, *part, *rest;

	arena_init(&arena);
	line = arena_format(&arena, "%s · %s", hit->lead, hit->title);
	rest = arena_text(&arena, hit->field);
	hit->field = "";
	for (int i = 0; i < showing->words->count; i++) {
		const struct hit_term *term = &showing->words->terms[i];

		if (term_find(term, line, &at, &bytes)) {
			words_cut(showing, line, at, bytes);
			goto shown;
		}
	}
	while ((part = strsep(&rest, "\x1F"))) {
		if (*part && term_find(&showing->words->terms[0], part, &at, &bytes)) {
			char *longer = arena_format(&arena, "%s · %s", line, part);

			words_cut(showing, longer, strlen(longer) - strlen(part) + at, bytes);
			goto shown;
		}
	}
	words_cut(showing, line, 0, 0);
shown:
	arena_done(&arena);
	return true;
}

static bool matter_name(struct showing *showing, struct error *err)
{
	struct hit *hit = showing->hit;
	struct rows rows;

	if (!store_ask(casework_store(showing->cw), SQL_HIT_MATTER_NAME, BINDS(BIND("id", hit->matter)), &rows, err))
		return false;
	if (rows_next(&rows)) {
		hit->year = (int)rows_number(&rows, "year");
		hit->number = (int)rows_number(&rows, "n");
		hit->title = rows_text(&rows, "title", &showing->list->arena);
	}
	return rows_done(&rows, err);
}

static bool measure_name(struct showing *showing, struct error *err)
{
	struct hit *hit = showing->hit;
	struct rows rows;

	if (!store_ask(casework_store(showing->cw), SQL_HIT_MEASURE_N, BINDS(BIND("id", hit->measure)), &rows, err))
		return false;
	if (rows_next(&rows))
		hit->measure_n = (int)rows_number(&rows, "n");
	return rows_done(&rows, err);
}

static bool hit_show(struct showing *showing, struct error *err)
{
	struct hit *hit = showing->hit;
	bool stopped;

	if (hit->shown)
		return true;
	hit->shown = true;
	if (hit->place == HIT_CASE)
		return case_show(showing);
	return hit_read(showing->cw, hit->place, hit->id, hit->id, piece_show, showing, &stopped, err) &&
	       (!hit->matter || matter_name(showing, err)) && (!hit->measure || measure_name(showing, err));
}

bool hit_list_show(struct casework *cw, struct hit_list *list, int first, int count, struct error *err)
{
	struct hit_words words;
	struct arena arena;
	struct showing showing = {.cw = cw, .list = list, .words = &words};
	bool shown;

	if (!store_look(casework_store(cw), err))
		return false;
	arena_init(&arena);
	shown = hit_words_read(cw, list->asked, &arena, &words, err);
	for (int i = first; shown && i < first + count && i < list->count; i++) {
		showing.hit = &list->items[i];
		shown = hit_show(&showing, err);
	}
	arena_done(&arena);
	store_look_done(casework_store(cw));
	return shown;
}

void hit_place_say(const struct hit *hit, char *out, size_t room)
{
	switch (hit->place) {
	case HIT_CASE: snprintf(out, room, "%s", _("case")); break;
	case HIT_MATTER: snprintf(out, room, "%s", _("matter")); break;
	case HIT_MEASURE:
	case HIT_PROMISE:
	case HIT_INDICATOR: snprintf(out, room, _("measure %d"), hit->measure_n ? hit->measure_n : hit->n); break;
	case HIT_TEXT: snprintf(out, room, "%s", _("application")); break;
	case HIT_NEED: snprintf(out, room, _("need %d"), hit->n); break;
	case HIT_REFERENCE: snprintf(out, room, "%s", _("reference")); break;
	case HIT_BACKGROUND: snprintf(out, room, "%s", _("background")); break;
	case HIT_ITEM:
		if (hit->n && hit->on_day)
			snprintf(out, room, "§ %d/%.4s", hit->n, hit->on_day);
		else
			snprintf(out, room, "%s", _("agenda"));
		break;
	case HIT_NOTE: snprintf(out, room, _("note %d"), hit->n); break;
	case HIT_DOCUMENT:
	case HIT_INSIDE:
		if (hit->n)
			snprintf(out, room, _("document %d"), hit->n);
		else
			snprintf(out, room, "%s", _("inbox"));
		break;
	case HIT_PLACES: snprintf(out, room, "%s", ""); break;
	}
}

/* What the forms of time limits share. Invariant: a day is warned about and never refused here, and who may sign is
 * shown, and asked again by casework. */
#include "tui/clocking.h"

#include "base/buffer.h"
#include "base/text.h"
#include "base/words.h"

enum { MEETINGS_AHEAD = 120 };

static bool parts_load(struct clocking *clocking, int64_t application, struct error *err)
{
	struct casework *cw = clocking->desk->cw;
	struct document_query query = {.of = {.application = application}};
	day today = casework_today(cw);
	char first[DAY_TEXT], last[DAY_TEXT];

	day_text(today, first);
	day_text(today + MEETINGS_AHEAD, last);
	return application_load(cw, application, &clocking->whole, err) &&
	       measure_list_load(cw, application, &clocking->measures, err) &&
	       clock_list_load(cw, application, &clocking->clocks, err) &&
	       meeting_list_of(cw, application, first, last, &clocking->meetings, err) &&
	       power_list_load(cw, &clocking->powers, err) && document_list_load(cw, &query, &clocking->documents, err);
}

static void measures_offer(struct clocking *clocking)
{
	struct arena *arena = &clocking->arena;
	const struct measure_list *list = &clocking->measures;

	clocking->measure_choices = arena_take(arena, (size_t)(list->count + 1) * sizeof *clocking->measure_choices);
	for (int i = 0; i < list->count; i++)
		if (!list->items[i].withdrawn_on)
			clocking->measure_choices[clocking->measure_count++] =
				(struct field_choice){arena_format(arena, "%d", list->items[i].n),
					arena_format(arena, "%d %s", list->items[i].n, list->items[i].title)};
}

static void earlier_offer(struct clocking *clocking)
{
	struct arena *arena = &clocking->arena;
	const struct clock_list *list = &clocking->clocks;

	clocking->earlier_choices = arena_take(arena, (size_t)(list->count + 1) * sizeof *clocking->earlier_choices);
	for (int i = 0; i < list->count; i++)
		clocking->earlier_choices[clocking->earlier_count++] =
			(struct field_choice){arena_format(arena, "%d", list->items[i].n),
				arena_format(arena, "%d %s %s", list->items[i].n, clock_kind_words(list->items[i].kind),
					list->items[i].sent_on)};
}

static void meetings_tell(struct clocking *clocking)
{
	const struct meeting_list *list = &clocking->meetings;
	struct buffer text;

	buffer_init(&text);
	for (int i = 0; i < list->count; i++)
		buffer_format(&text, "%s%s %s %s", i ? "\n" : "", list->items[i].on_day, list->items[i].region_short,
			list->items[i].body);
	clocking->meeting_lines = arena_text(&clocking->arena, text.bytes ? text.text : _("none known"));
	buffer_done(&text);
}

bool clocking_load(struct clocking *clocking, struct desk *desk, int64_t application, struct error *err)
{
	*clocking = (struct clocking){.desk = desk};
	arena_init(&clocking->arena);
	if (!parts_load(clocking, application, err)) {
		clocking_done(clocking);
		return false;
	}
	measures_offer(clocking);
	earlier_offer(clocking);
	meetings_tell(clocking);
	return true;
}

void clocking_done(struct clocking *clocking)
{
	application_done(&clocking->whole);
	measure_list_done(&clocking->measures);
	clock_list_done(&clocking->clocks);
	meeting_list_done(&clocking->meetings);
	power_list_done(&clocking->powers);
	document_list_done(&clocking->documents);
	arena_done(&clocking->arena);
	*clocking = (struct clocking){0};
}

/* ---- choices */

bool clocking_measure(const struct clocking *clocking, int which, struct field_choice *out)
{
	if (which >= clocking->measure_count)
		return false;
	*out = clocking->measure_choices[which];
	return true;
}

bool clocking_region(const struct clocking *clocking, int which, struct field_choice *out)
{
	const struct application *whole = &clocking->whole;

	if (whole->participant_count < 2 || which >= whole->participant_count)
		return false;
	*out = (struct field_choice){whole->participants[which].region, whole->participants[which].region_short};
	return true;
}

bool clocking_earlier(const struct clocking *clocking, int which, struct field_choice *out)
{
	if (which >= clocking->earlier_count)
		return false;
	*out = clocking->earlier_choices[which];
	return true;
}

int64_t clocking_measure_id(const struct clocking *clocking, const char *word)
{
	for (int i = 0; word && i < clocking->measures.count; i++)
		if (clocking->measures.items[i].n == (int)strtol(word, NULL, 10))
			return clocking->measures.items[i].id;
	return 0;
}

int64_t clocking_participant_id(const struct clocking *clocking, const char *word)
{
	for (int i = 0; word && i < clocking->whole.participant_count; i++)
		if (!strcmp(clocking->whole.participants[i].region, word))
			return clocking->whole.participants[i].id;
	return 0;
}

/* ---- beside what is typed */

void clocking_day(const struct clocking *clocking, const char *typed, int64_t today, char out[FIELD_ABOUT])
{
	const char *warning, *near;
	struct error ignored = {0};
	struct arena arena;
	char text[DAY_TEXT];
	day which;

	out[0] = '\0';
	if (!*typed || !day_parse(typed, (day)today, &which, &ignored))
		return;
	arena_init(&arena);
	day_text(which, text);
	warning = clock_day_warning(which, &arena);
	near = clock_meetings_words(&clocking->meetings, text, &arena);
	snprintf(out, FIELD_ABOUT, "%s%s%s", warning ? warning : "", warning && near ? " " : "", near ? near : "");
	arena_done(&arena);
}

void clocking_signers(const struct clocking *clocking, const char *what, char out[FIELD_ABOUT])
{
	struct buffer names;
	bool own = false;

	buffer_init(&names);
	for (int i = 0; i < clocking->powers.count; i++) {
		const struct power *power = &clocking->powers.items[i];
		enum role role;

		if (!power->in_force || strcmp(power->what, what) != 0)
			continue;
		own = own || (access_role_read(power->role, &role) && clocking->desk->roles & role);
		buffer_format(
			&names, "%s%s (%s)", names.bytes ? ", " : "", access_role_name(power->role), power->source);
	}
	snprintf(out, FIELD_ABOUT, _("%s May be signed by: %.*s."),
		own ? _("You may sign.") : _("You sign only with the delegation's own decision, named below."),
		TEXT_PART(names.bytes ? names.text : _("the delegation alone"), 240));
	buffer_done(&names);
}

void clocking_document(const struct clocking *clocking, const char *typed, char out[FIELD_ABOUT])
{
	int n = (int)strtol(typed, NULL, 10);

	snprintf(out, FIELD_ABOUT, "%s", n ? _("The register of the case has no such paper.") : "");
	for (int i = 0; i < clocking->documents.count; i++) {
		const struct document *document = &clocking->documents.items[i];

		if (document->n == n)
			snprintf(out, FIELD_ABOUT, "%s, %s: %.*s", document->number, document->on_day,
				TEXT_PART(document->subject, 120));
	}
}

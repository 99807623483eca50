/* Requests for documents. Invariant: a part is given out only when a person has said so of that part; what nobody has
 * tested is not, and what was not asked for is not there at all. */
#include "casework/release.h"
#include "casework/change.h"
#include "casework/field.h"
#include "casework/grow.h"
#include "casework/office.h"

#include "base/text.h"
#include "base/words.h"

const char *const release_part_codes[] = {"brief", "who", "contents", "measures", "gates", "clocks", "versions",
	"conflicts", "scores", "decisions", "plan", "reports", "recovery", "closing", "events", NULL};

static const struct {
	const char *code, *words;
} part_words[] = {
	{"brief", N_("the case in brief")},
	{"who", N_("who applies")},
	{"contents", N_("what the application contains")},
	{"measures", N_("measures and their costs")},
	{"gates", N_("control points")},
	{"clocks", N_("deadlines")},
	{"versions", N_("kept versions")},
	{"conflicts", N_("conflicts of interest")},
	{"scores", N_("assessment")},
	{"decisions", N_("decisions")},
	{"plan", N_("payment plan")},
	{"reports", N_("reports on grants")},
	{"recovery", N_("withheld and paid back")},
	{"closing", N_("closing")},
	{"events", N_("what has happened")},
};

static const char *code_words(const char *code)
{
	for (size_t i = 0; i < sizeof part_words / sizeof *part_words; i++)
		if (!strcmp(part_words[i].code, code))
			return _(part_words[i].words);
	return code;
}

const char *release_part_words(const struct release_part *part, struct arena *arena)
{
	const char *number = arena_format(arena, "%d-%d", part->application_n, part->year);

	if (part->document)
		return arena_format(arena, _("%s document %d"), number, part->document_n);
	if (part->note)
		return arena_format(arena, _("%s note %d"), number, part->note_n);
	return arena_format(arena, "%s %s", number, code_words(part->part));
}

const char *release_outcome_words(const char *outcome)
{
	if (!outcome)
		return _("not tested");
	if (!strcmp(outcome, "released"))
		return _("released");
	return !strcmp(outcome, "masked") ? _("released, masked") : _("not released");
}

/* ---- reading */

bool release_find(struct casework *cw, const char *wanted, int64_t *matter, struct error *err)
{
	char *end, shown[TEXT_GLIMPSE];
	long n = strtol(wanted, &end, 10), year = *end == '-' ? strtol(end + 1, &end, 10) : 0;
	int64_t found = 0;
	int count = 0;
	struct rows rows;

	text_glimpse(wanted, shown);
	if (n < 1 || *end || year < 0 || year > 9999)
		return refuse(err, ERROR_INVALID, _("'%s' is no number of a request. Write 31 or 31-2026."), shown);
	if (!store_ask(
		    cw->store, SQL_RELEASE_FIND, BINDS(BIND("n", (int64_t)n), BIND("year", (int64_t)year)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		found = rows_number(&rows, "id");
		rows_number(&rows, "year");
		count++;
	}
	if (!rows_done(&rows, err))
		return false;
	if (!count)
		return refuse(err, ERROR_MISSING, _("There is no request for documents with the number %s."), shown);
	if (count > 1)
		return refuse(err, ERROR_INVALID, _("There are %d requests with the number %s: say the year too."),
			count, shown);
	*matter = found;
	return true;
}

static bool matter_read(struct casework *cw, int64_t matter, struct release *out, bool *closed, struct error *err)
{
	const char *kind = NULL;
	struct rows rows;

	if (!store_ask(cw->store, SQL_RELEASE_MATTER, BINDS(BIND("id", matter)), &rows, err))
		return false;
	if (rows_next(&rows)) {
		out->matter = matter;
		out->year = (int)rows_number(&rows, "year");
		out->number = (int)rows_number(&rows, "n");
		kind = rows_text(&rows, "kind", &out->arena);
		out->title = rows_text(&rows, "title", &out->arena);
		out->party = rows_text(&rows, "party", &out->arena);
		out->opened_on = rows_text(&rows, "opened_on", &out->arena);
		*closed = rows_bool(&rows, "closed");
	}
	if (!rows_done(&rows, err))
		return false;
	if (!kind)
		return refuse(err, ERROR_MISSING, _("There is no such matter."));
	return !strcmp(kind, "request") ||
	       refuse(err, ERROR_INVALID, _("Matter %d-%d is no request for documents."), out->number, out->year);
}

static bool parts_read(struct casework *cw, int64_t matter, struct release *out, struct error *err)
{
	struct arena *arena = &out->arena;
	struct rows rows;

	if (!store_ask(cw->store, SQL_RELEASE_PARTS, BINDS(BIND("matter", matter)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		struct release_part *part;

		GROW(arena, out->items, out->count);
		part = &out->items[out->count++];
		*part = (struct release_part){.id = rows_number(&rows, "id"),
			.version = rows_number(&rows, "version"),
			.n = (int)rows_number(&rows, "n"),
			.application = rows_number(&rows, "application"),
			.year = (int)rows_number(&rows, "year"),
			.application_n = (int)rows_number(&rows, "application_n"),
			.part = rows_text(&rows, "part", arena),
			.document = rows_number_or(&rows, "document", 0),
			.document_n = (int)rows_number_or(&rows, "document_n", 0),
			.note = rows_number_or(&rows, "note", 0),
			.note_n = (int)rows_number_or(&rows, "note_n", 0),
			.outcome = rows_text(&rows, "outcome", arena),
			.ground = rows_text(&rows, "ground", arena),
			.masked = rows_text(&rows, "masked", arena),
			.passages = rows_text(&rows, "passages", arena),
			.tested_by = rows_text(&rows, "tested_by", arena),
			.tested_at = rows_text(&rows, "tested_at", arena)};
		out->untested += !part->outcome;
	}
	return rows_done(&rows, err);
}

bool release_load(struct casework *cw, int64_t matter, struct release *out, struct error *err)
{
	struct release release = {0};
	bool closed, loaded;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) || !store_look(cw->store, err))
		return false;
	arena_init(&release.arena);
	loaded = matter_read(cw, matter, &release, &closed, err) && parts_read(cw, matter, &release, err);
	store_look_done(cw->store);
	if (!loaded) {
		release_done(&release);
		return false;
	}
	*out = release;
	return true;
}

void release_done(struct release *release)
{
	if (!release)
		return;
	arena_done(&release->arena);
	*release = (struct release){0};
}

const struct release_part *release_part_of(
	const struct release *release, int64_t application, const char *part, int64_t thing)
{
	for (int i = 0; i < release->count; i++) {
		const struct release_part *each = &release->items[i];

		if (each->application == application && !strcmp(each->part, part) &&
			(each->document ? each->document : each->note) == thing)
			return each;
	}
	return NULL;
}

/* ---- what is asked for */

struct adding {
	struct change *change;
	int64_t matter, application;
	int added;
};

static bool part_add(struct adding *adding, const char *part, int64_t document, int64_t note, struct error *err)
{
	struct store *store = adding->change->store;
	struct rows rows;
	bool there;
	int64_t n = 1;

	if (!store_ask(store, SQL_RELEASE_THERE,
		    BINDS(BIND("matter", adding->matter), BIND("application", adding->application), BIND("part", part),
			    BIND("thing", document + note)),
		    &rows, err))
		return false;
	there = rows_next(&rows) && rows_bool(&rows, "there");
	if (!rows_done(&rows, err) || there)
		return there;
	if (!store_ask(store, SQL_RELEASE_NEXT_N, BINDS(BIND("matter", adding->matter)), &rows, err))
		return false;
	if (rows_next(&rows))
		n = rows_number(&rows, "n");
	if (!rows_done(&rows, err) ||
		!store_run(store, SQL_RELEASE_INSERT,
			BINDS(BIND("matter", adding->matter), BIND("n", n), BIND("application", adding->application),
				BIND("part", part), document ? BIND("document", document) : bind_null("document"),
				note ? BIND("note", note) : bind_null("note")),
			err))
		return false;
	adding->added++;
	return change_record(adding->change, OBJECT_RELEASE_PART, store_last_id(store), adding->application, NULL, err);
}

/* Documents or notes of the case: all of them, or with n the one. */
static bool things_add(struct adding *adding, const char *part, int n, struct error *err)
{
	bool notes = !strcmp(part, "note");
	struct rows rows;
	int64_t *ids = NULL;
	int count = 0;

	if (!store_ask(adding->change->store, notes ? SQL_RELEASE_NOTES : SQL_RELEASE_DOCUMENTS,
		    BINDS(BIND("application", adding->application)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		int64_t id = rows_number(&rows, "id");

		if (rows_number(&rows, "n") != n && n)
			continue;
		GROW(&adding->change->arena, ids, count);
		ids[count++] = id;
	}
	if (!rows_done(&rows, err))
		return false;
	if (n && !count)
		return refuse(err, ERROR_MISSING,
			notes ? _("The case has no public note %d. Working material is no public document.")
			      : _("The case has no document %d."),
			n);
	for (int i = 0; i < count; i++)
		if (!part_add(adding, part, notes ? 0 : ids[i], notes ? ids[i] : 0, err))
			return false;
	return true;
}

static bool whole_add(struct adding *adding, struct error *err)
{
	for (const char *const *code = release_part_codes; *code; code++)
		if (!part_add(adding, *code, 0, 0, err))
			return false;
	return things_add(adding, "document", 0, err) && things_add(adding, "note", 0, err);
}

/* "gates", "document 3", "note 3". */
static bool named_add(struct adding *adding, const char *part, struct error *err)
{
	char shown[TEXT_GLIMPSE];
	int n = 0, read = 0;

	for (const char *const *code = release_part_codes; *code; code++)
		if (!strcmp(*code, part))
			return part_add(adding, *code, 0, 0, err);
	if (sscanf(part, "document %d%n", &n, &read) == 1 && !part[read] && n > 0)
		return things_add(adding, "document", n, err);
	if (sscanf(part, "note %d%n", &n, &read) == 1 && !part[read] && n > 0)
		return things_add(adding, "note", n, err);
	text_glimpse(part, shown);
	return refuse(err, ERROR_INVALID,
		_("'%s' is no part of a case. There are brief, who, contents, measures, gates, clocks, versions, "
		  "conflicts, "
		  "scores, decisions, plan, closing, events, 'document 3' and 'note 3'."),
		shown);
}

static bool open_request(struct change *change, int64_t matter, struct release *out, struct error *err)
{
	bool closed = false;

	arena_init(&out->arena);
	if (!may(change->cw, RIGHT_RELEASE_TEST, RELATION_NONE, err) ||
		!matter_read(change->cw, matter, out, &closed, err))
		return false;
	return !closed || refuse(err, ERROR_INVALID, _("Request %d-%d is closed. Reopen it first; nothing was saved."),
				  out->number, out->year);
}

bool release_add(struct casework *cw, const struct operation *op, int64_t matter, int64_t application, const char *part,
	int *added, struct error *err)
{
	struct change change;
	struct adding adding = {&change, matter, application, 0};
	struct release request = {0};
	bool saved;

	if (!change_begin(&change, cw, op, "release-add", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	saved = open_request(&change, matter, &request, err) &&
		(part ? named_add(&adding, part, err) : whole_add(&adding, err));
	if (saved && !adding.added)
		saved = refuse(err, ERROR_INVALID, _("All of that is among what is asked for already."));
	release_done(&request);
	if (!saved)
		return change_abandon(&change);
	if (!change_commit(&change, err))
		return false;
	*added = adding.added;
	return true;
}

/* ---- testing */

#define AT(member) offsetof(struct release_verdict, member)
static const struct field verdict_fields[] = {
	{.name = "ground", .label = N_("Ground"), .kind = FIELD_LINE, .at = AT(ground)},
	{.name = "masked", .label = N_("What is masked"), .kind = FIELD_LINE, .at = AT(masked)},
	{.name = "passages", .label = N_("Passages"), .kind = FIELD_TEXT, .at = AT(passages)},
};
#undef AT
static const struct form verdict_form = {verdict_fields, sizeof verdict_fields / sizeof *verdict_fields};

enum { PASSAGE_LEAST = 3 };

/* Each passage is long enough not to black out half the case, and what is masked is said without it. */
static bool passages_fit(struct change *change, const struct release_verdict *verdict, struct error *err)
{
	for (const char *at = verdict->passages; *at;) {
		size_t bytes = strcspn(at, "\n");
		const char *passage = arena_text_part(&change->arena, at, bytes);

		if (bytes < PASSAGE_LEAST)
			return refuse(
				err, ERROR_INVALID, _("Passages: each is at least %d characters."), PASSAGE_LEAST);
		if (strstr(verdict->masked, passage) || strstr(verdict->ground, passage))
			return refuse(err, ERROR_INVALID,
				_("What is masked is to be said in words that give nothing away: they hold a passage "
				  "that "
				  "is blacked out."));
		at += bytes + (at[bytes] == '\n');
	}
	return true;
}

static bool verdict_clean(struct change *change, struct release_verdict *verdict, struct error *err)
{
	bool released, masked;

	if (!verdict->outcome || (strcmp(verdict->outcome, "released") && strcmp(verdict->outcome, "masked") &&
					 strcmp(verdict->outcome, "refused")))
		return refuse(err, ERROR_INVALID, _("A part is released, masked or refused."));
	if (!form_clean(change->cw, &verdict_form, verdict, &change->arena, NULL, err))
		return false;
	released = !strcmp(verdict->outcome, "released");
	masked = !strcmp(verdict->outcome, "masked");
	if (released && (*verdict->ground || *verdict->masked || *verdict->passages))
		return refuse(err, ERROR_INVALID, _("What is released whole has no ground and nothing masked."));
	if (!released && !*verdict->ground)
		return refuse(err, ERROR_INVALID, _("Ground: say the provision by which something is kept back."));
	if (masked != (*verdict->masked != '\0'))
		return refuse(err, ERROR_INVALID,
			masked ? _("Say what is masked, in words that give nothing away.")
			       : _("What is refused whole has nothing masked in it."));
	if (!masked && *verdict->passages)
		return refuse(err, ERROR_INVALID, _("Passages are blacked out in a part that is masked."));
	return passages_fit(change, verdict, err);
}

static bool test_save(struct change *change, int64_t matter, int n, struct release_verdict *verdict,
	struct release *request, struct error *err)
{
	const struct release_part *part = NULL;
	const char *before;

	if (!open_request(change, matter, request, err) || !parts_read(change->cw, matter, request, err) ||
		!verdict_clean(change, verdict, err))
		return false;
	for (int i = 0; i < request->count; i++)
		if (request->items[i].n == n)
			part = &request->items[i];
	if (!part)
		return refuse(
			err, ERROR_MISSING, _("Request %d-%d has no part %d."), request->number, request->year, n);
	if (!change_fresh(change, OBJECT_RELEASE_PART, part->id, part->version, err) ||
		!(before = change_facts(change, OBJECT_RELEASE_PART, part->id, err)))
		return false;
	return store_run(change->store, SQL_RELEASE_TEST,
		       BINDS(BIND("id", part->id), BIND("outcome", verdict->outcome), BIND("ground", verdict->ground),
			       BIND("masked", verdict->masked), BIND("passages", verdict->passages),
			       BIND("tested_by", casework_actor(change->cw)),
			       BIND("tested_at", (const char *)change->now)),
		       err) &&
	       change_record(change, OBJECT_RELEASE_PART, part->id, part->application, before, err);
}

bool release_test(struct casework *cw, const struct operation *op, int64_t matter, int n,
	const struct release_verdict *given, struct error *err)
{
	struct release_verdict verdict = *given;
	struct release request = {0};
	struct change change;
	bool saved;

	if (!change_begin(&change, cw, op, "release-test", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	saved = test_save(&change, matter, n, &verdict, &request, err);
	release_done(&request);
	return saved ? change_commit(&change, err) : change_abandon(&change);
}

/* Registering a paper and correcting what is said of it. Invariant: the day of arrival follows from the day it was
 * found and FL 22 §, and a file is durable before the database points at it. */
#include "casework/document_inner.h"

#include "base/text.h"
#include "base/words.h"

#define AT(member) offsetof(struct document_change, member)
static const struct field document_fields[] = {
	{.name = "direction", .label = N_("Direction"), .kind = FIELD_LINE, .needed = true, .at = AT(direction)},
	{.name = "kind", .label = N_("Kind of document"), .kind = FIELD_LINE, .needed = true, .at = AT(kind)},
	{.name = "on_day", .label = N_("Day"), .kind = FIELD_PAST, .needed = true, .at = AT(on_day)},
	{.name = "on_time", .label = N_("Time of day"), .kind = FIELD_TIME, .unknown = true, .at = AT(on_time)},
	{.name = "arrival", .label = N_("Arrival"), .kind = FIELD_LINE, .unknown = true, .at = AT(arrival)},
	{.name = "dated_on",
		.label = N_("The document's own date"),
		.kind = FIELD_DAY,
		.unknown = true,
		.at = AT(dated_on)},
	{.name = "way", .label = N_("Came by"), .kind = FIELD_WORD, .words = "arrival", .unknown = true, .at = AT(way)},
	{.name = "region", .label = N_("Sender or receiver"), .kind = FIELD_REGION, .unknown = true, .at = AT(region)},
	{.name = "party", .label = N_("Sender or receiver in words"), .kind = FIELD_LINE, .at = AT(party)},
	{.name = "subject", .label = N_("Subject line"), .kind = FIELD_LINE, .needed = true, .at = AT(subject)},
	{.name = "open_subject", .label = N_("Public subject line"), .kind = FIELD_LINE, .at = AT(open_subject)},
	{.name = "own_number",
		.label = N_("The other body's number"),
		.kind = FIELD_LINE,
		.unknown = true,
		.at = AT(own_number)},
	{.name = "secret_ground",
		.label = N_("Secrecy mark, provision"),
		.kind = FIELD_LINE,
		.unknown = true,
		.at = AT(secret_ground)},
	{.name = "secret_on",
		.label = N_("Secrecy mark, day"),
		.kind = FIELD_PAST,
		.unknown = true,
		.at = AT(secret_on)},
	{.name = "secret_by",
		.label = N_("Secrecy mark, authority"),
		.kind = FIELD_LINE,
		.unknown = true,
		.at = AT(secret_by)},
};
#undef AT
static const struct form document_form = {document_fields, sizeof(document_fields) / sizeof(*document_fields)};

/* What is kept: the typed values cleaned, and what follows from them. */
struct paper_values {
	struct document_change clean;
	char on_day[DAY_TEXT];
	const char *found_on, *rule; /* NULL: on_day is the day it was found; no rule for what did not come in */
	const char *own_number_key;
};

struct document_change document_change_of(const struct document *document)
{
	return (struct document_change){.direction = document->direction,
		.kind = document->kind,
		.on_day = document->found_on ? document->found_on : document->on_day,
		.on_time = document->on_time,
		.arrival = document->arrival_rule,
		.dated_on = document->dated_on,
		.way = document->way,
		.region = document->region,
		.party = document->party,
		.subject = document->subject,
		.open_subject = document->open_subject,
		.own_number = document->own_number,
		.secret_ground = document->secret_ground,
		.secret_on = document->secret_on,
		.secret_by = document->secret_by,
		.pages = document->pages,
		.incomplete = document->incomplete};
}

static bool direction_check(const struct document_change *clean, struct error *err)
{
	if (!strcmp(clean->direction, "in") || !strcmp(clean->direction, "out") || !strcmp(clean->direction, "made"))
		return true;
	return field_refuse(NULL, "direction", N_("Direction"), err,
		_("“%s” is not in (came in), out (went out) or made (drawn up)."), clean->direction);
}

/* The provision relied on, the day and the authority (OSL 5:5): a mark without one of them is no mark. */
static bool mark_check(const struct document_change *clean, struct error *err)
{
	int given = (clean->secret_ground != NULL) + (clean->secret_on != NULL) + (clean->secret_by != NULL);

	if (given == 0 || given == 3)
		return true;
	return field_refuse(NULL, "secret_ground", N_("Secrecy mark, provision"), err,
		_("A secrecy mark needs the provision, the day and the authority, all three (OSL 5:5)."));
}

static bool arrival_settle(struct paper_values *values, struct error *err)
{
	const struct document_change *clean = &values->clean;
	enum arrival arrival = ARRIVAL_REACHED;
	bool in = !strcmp(clean->direction, "in");

	if (clean->arrival && !arrival_read(clean->arrival, &arrival))
		return field_refuse(NULL, "arrival", N_("Arrival"), err,
			_("“%s” is not reached (it reached us that day), advice (post or advice of it) or mailbox "
			  "(first emptying)."),
			clean->arrival);
	if (!in && arrival != ARRIVAL_REACHED)
		return field_refuse(NULL, "arrival", N_("Arrival"), err,
			_("Only what came in has a day of arrival (FL 22 §). Leave it out."));
	day_text(arrival_day(day_read(clean->on_day), arrival), values->on_day);
	values->found_on = strcmp(values->on_day, clean->on_day) != 0 ? clean->on_day : NULL;
	values->rule = in ? (clean->arrival ? clean->arrival : "reached") : NULL;
	return true;
}

static bool values_clean(
	struct change *change, const struct document_change *given, struct paper_values *out, struct error *err)
{
	struct paper_values values = {.clean = *given};
	const char *key;

	if (!form_clean(change->cw, &document_form, &values.clean, &change->arena, NULL, err) ||
		!direction_check(&values.clean, err) || !mark_check(&values.clean, err) ||
		!arrival_settle(&values, err))
		return false;
	if (values.clean.pages < 0 || values.clean.pages > 1000000)
		return field_refuse(
			NULL, "pages", N_("Pages"), err, _("%d is no number of pages."), values.clean.pages);
	key = text_number_key(&change->arena, values.clean.own_number);
	values.own_number_key = key && *key ? key : NULL;
	*out = values;
	return true;
}

/* ---- adding */

static struct bind pages_bind(int pages)
{
	return pages ? bind_number("pages", pages) : bind_null("pages");
}

static bool paper_insert(struct change *change, const struct case_ref *of, int n, const struct paper_values *values,
	const struct file_kept *file, int64_t *id, struct error *err)
{
	const struct document_change *clean = &values->clean;

	if (!store_run(change->store, SQL_DOCUMENT_INSERT,
		    BINDS(case_application(of), case_matter(of), n ? bind_number("n", n) : bind_null("n"),
			    BIND("direction", clean->direction), BIND("kind", clean->kind),
			    BIND("on_day", (const char *)values->on_day), BIND("on_time", clean->on_time),
			    BIND("found_on", values->found_on), BIND("arrival_rule", values->rule),
			    BIND("dated_on", clean->dated_on), BIND("way", clean->way), BIND("region", clean->region),
			    BIND("party", clean->party), BIND("subject", clean->subject),
			    BIND("open_subject", clean->open_subject), pages_bind(clean->pages),
			    BIND("incomplete", clean->incomplete), BIND("file_name", file ? file->name : NULL),
			    BIND("file_hash", file ? (const char *)file->hash : NULL),
			    file ? bind_number("file_bytes", file->bytes) : bind_null("file_bytes"),
			    BIND("own_number", clean->own_number), BIND("own_number_key", values->own_number_key),
			    BIND("secret_ground", clean->secret_ground), BIND("secret_on", clean->secret_on),
			    BIND("secret_by", clean->secret_by), BIND("registered_by", casework_actor(change->cw)),
			    BIND("registered_at", (const char *)change->now)),
		    err))
		return false;
	*id = store_last_id(change->store);
	return change_record(change, OBJECT_DOCUMENT, *id, of->application, NULL, err);
}

/* A removal of the same content may have come between: the file is looked for once more under the queue. */
static bool file_secure(
	struct change *change, int64_t document, const struct file_kept *file, const char *words, struct error *err)
{
	if (!file)
		return true;
	if (!files_keep(change->cw, file, err))
		return false;
	return !*words || store_run(change->store, SQL_DOCUMENT_TEXT_PUT,
				  BINDS(BIND("document", document), BIND("text", words)), err);
}

bool document_put(struct change *change, const struct case_ref *of, const struct document_change *given,
	const struct file_kept *file, const char *words, int64_t *id, struct error *err)
{
	struct paper_values values;
	bool inbox = !of->application && !of->matter;
	int n = 0;

	return may(change->cw, RIGHT_DOCUMENT_PUT, RELATION_NONE, err) &&
	       (inbox || (case_open(change, of, err) && case_next_n(change, of, &n, err))) &&
	       values_clean(change, given, &values, err) && paper_insert(change, of, n, &values, file, id, err) &&
	       file_secure(change, *id, file, words, err);
}

static bool add_run(struct casework *cw, const struct operation *op, const struct case_ref *of,
	const struct document_change *given, const struct file_kept *file, const char *words, int64_t *id,
	struct error *err)
{
	struct change change;
	int64_t made;

	if (!change_begin(&change, cw, op, "document-add", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, id);
	if (!document_put(&change, of, given, file, words, &made, err))
		return change_abandon(&change);
	if (!change_commit(&change, err))
		return false;
	*id = made;
	return true;
}

/* The file in memory, on the disk beside the office, and its words: all before the queue is asked for. */
static bool file_ready(struct casework *cw, const char *path, struct arena *arena, struct file_kept *file,
	const char **words, struct error *err)
{
	if (!may(cw, RIGHT_DOCUMENT_PUT, RELATION_NONE, err) || !files_take(path, arena, file, err))
		return false;
	if (!files_keep(cw, file, err)) {
		files_done(file);
		return false;
	}
	*words = words_take(path, file, arena);
	return true;
}

bool document_add(struct casework *cw, const struct operation *op, const struct case_ref *of,
	const struct document_change *change, const char *file, int64_t *id, struct error *err)
{
	struct file_kept kept = {0};
	struct arena arena;
	const char *words = "";
	bool added;

	arena_init(&arena);
	added = (!file || file_ready(cw, file, &arena, &kept, &words, err)) &&
		add_run(cw, op, of, change, file ? &kept : NULL, words, id, err);
	files_done(&kept);
	arena_done(&arena);
	return added;
}

/* ---- changing */

static bool paper_update(
	struct change *change, const struct paper *paper, const struct paper_values *values, struct error *err)
{
	const struct document_change *clean = &values->clean;

	if (!store_run(change->store, SQL_DOCUMENT_UPDATE,
		    BINDS(BIND("id", paper->id), BIND("version", paper->version), BIND("direction", clean->direction),
			    BIND("kind", clean->kind), BIND("on_day", (const char *)values->on_day),
			    BIND("on_time", clean->on_time), BIND("found_on", values->found_on),
			    BIND("arrival_rule", values->rule), BIND("dated_on", clean->dated_on),
			    BIND("way", clean->way), BIND("region", clean->region), BIND("party", clean->party),
			    BIND("subject", clean->subject), BIND("open_subject", clean->open_subject),
			    pages_bind(clean->pages), BIND("incomplete", clean->incomplete),
			    BIND("own_number", clean->own_number), BIND("own_number_key", values->own_number_key),
			    BIND("secret_ground", clean->secret_ground), BIND("secret_on", clean->secret_on),
			    BIND("secret_by", clean->secret_by)),
		    err))
		return false;
	assert(store_changed(change->store) == 1);
	return true;
}

static bool change_save(struct change *change, int64_t document, const struct document_change *given, struct error *err)
{
	struct paper_values values;
	struct paper paper;
	const char *before;

	if (!may(change->cw, RIGHT_DOCUMENT_PUT, RELATION_NONE, err) || !paper_ready(change, document, &paper, err) ||
		!values_clean(change, given, &values, err))
		return false;
	before = change_facts(change, OBJECT_DOCUMENT, document, err);
	return before && paper_update(change, &paper, &values, err) &&
	       change_record(change, OBJECT_DOCUMENT, document, paper.of.application, before, err);
}

bool document_change(struct casework *cw, const struct operation *op, int64_t document,
	const struct document_change *given, struct error *err)
{
	struct change change;

	if (!change_begin(&change, cw, op, "document-change", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!change_save(&change, document, given, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}

/* ---- a file afterwards */

static bool attach_save(
	struct change *change, int64_t document, const struct file_kept *file, const char *words, struct error *err)
{
	struct paper paper;
	const char *before;

	if (!may(change->cw, RIGHT_DOCUMENT_PUT, RELATION_NONE, err) || !paper_ready(change, document, &paper, err))
		return false;
	if (paper.file_hash)
		return refuse(err, ERROR_INVALID,
			_("The document has a file already, and what is registered stays. Register the new file as a "
			  "document of its own."));
	before = change_facts(change, OBJECT_DOCUMENT, document, err);
	return before &&
	       store_run(change->store, SQL_DOCUMENT_ATTACH,
		       BINDS(BIND("id", document), BIND("version", paper.version), BIND("file_name", file->name),
			       BIND("file_hash", (const char *)file->hash), BIND("file_bytes", file->bytes)),
		       err) &&
	       file_secure(change, document, file, words, err) &&
	       change_record(change, OBJECT_DOCUMENT, document, paper.of.application, before, err);
}

static bool attach_run(struct casework *cw, const struct operation *op, int64_t document, const struct file_kept *file,
	const char *words, struct error *err)
{
	struct change change;

	if (!change_begin(&change, cw, op, "document-attach", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!attach_save(&change, document, file, words, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}

bool document_attach(
	struct casework *cw, const struct operation *op, int64_t document, const char *file, struct error *err)
{
	struct file_kept kept = {0};
	struct arena arena;
	const char *words = "";
	bool attached;

	arena_init(&arena);
	attached = file_ready(cw, file, &arena, &kept, &words, err) && attach_run(cw, op, document, &kept, words, err);
	files_done(&kept);
	arena_done(&arena);
	return attached;
}

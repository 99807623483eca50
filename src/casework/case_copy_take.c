/* A copy taken in. Invariant: all of it is in one transaction, and before that transaction ends the case is written out
 * again and held against what came: what would not come back the same is refused, so that nothing is lost in silence.
 */
#include "casework/case_copy_inner.h"
#include "casework/check_inner.h"
#include "casework/ledger.h"

#include "base/text.h"
#include "base/words.h"

enum { BINDS_MOST = 48 };

struct unpacking {
	struct change *change;
	struct case_copy_intake *intake;
	const struct copy_files *files;
	int64_t application;
};

void case_copy_intake_init(struct case_copy_intake *intake)
{
	*intake = (struct case_copy_intake){0};
	arena_init(&intake->arena);
}

void case_copy_intake_done(struct case_copy_intake *intake)
{
	if (!intake)
		return;
	arena_done(&intake->arena);
	*intake = (struct case_copy_intake){0};
}

/* ---- one row */

static const char *content_hash(struct arena *arena, const char *content)
{
	char text[HASH_TEXT];

	hash_of(content, strlen(content), text);
	return arena_text(arena, text);
}

static struct bind node_bind(const char *name, const struct copy_node *node)
{
	switch (node->type) {
	case COPY_STRING: return bind_text(name, node->text);
	case COPY_WHOLE: return bind_number(name, node->number);
	case COPY_TRUE:
	case COPY_FALSE: return bind_bool(name, node->type == COPY_TRUE);
	case COPY_OBJECT:
	case COPY_ARRAY:
	case COPY_FRACTION:
	case COPY_NULL: break;
	}
	return bind_null(name);
}

/* What is kept beside a value. */
static int beside_bind(struct unpacking *unpacking, const struct copy_field *field, const char *text, struct bind *bind)
{
	struct arena *arena = &unpacking->intake->arena;
	const char *key;

	switch (field->kind) {
	case COPY_KEYED:
		key = text ? text_number_key(arena, text) : NULL;
		*bind = bind_text(arena_format(arena, "%s_key", field->name), key && *key ? key : NULL);
		return 1;
	case COPY_RAW:
		*bind = bind_text(arena_format(arena, "%s_hash", field->name), content_hash(arena, text));
		return 1;
	case COPY_LINE:
	case COPY_TEXT:
	case COPY_DAY:
	case COPY_MOMENT:
	case COPY_TIME:
	case COPY_NUMBER:
	case COPY_ORE:
	case COPY_YES:
	case COPY_WORD:
	case COPY_CODE:
	case COPY_REGION:
	case COPY_PERSON: break;
	}
	return 0;
}

static bool row_refused(
	struct unpacking *unpacking, const struct copy_node *node, const struct error *why, struct error *err)
{
	if (why->kind == ERROR_INVALID || why->kind == ERROR_CONFLICT)
		copy_find(unpacking->intake, node, "%s", why->text);
	return refuse(err, why->kind == ERROR_CONFLICT ? ERROR_INVALID : why->kind, _("%s: %s Nothing was taken in."),
		copy_node_path(node, &unpacking->intake->arena), why->text);
}

static bool row_put(struct unpacking *unpacking, const struct copy_part *part, const struct copy_node *node,
	int64_t owner, int64_t *id, struct error *err)
{
	struct bind binds[BINDS_MOST];
	size_t count = 0;

	binds[count++] = bind_number("owner", owner);
	if (part->of_case)
		binds[count++] = bind_number("application", unpacking->application);
	for (const struct copy_field *field = part->fields; field->name; field++) {
		const struct copy_node *value = copy_node_find(node, field->name);

		assert(count + 2 < BINDS_MOST);
		if (part->late && !strcmp(part->late, field->name))
			continue;
		binds[count++] = node_bind(field->name, value);
		count += (size_t)beside_bind(
			unpacking, field, value->type == COPY_STRING ? value->text : NULL, &binds[count]);
	}
	if (!store_run(unpacking->change->store, part->put, (struct binds){binds, count}, err))
		return false;
	*id = store_last_id(unpacking->change->store);
	unpacking->intake->things++;
	return true;
}

/* Whom the row is about, where its verb's right is never about oneself: who made an authorised instalment, and who has
 * a conflict of interest. */
static const char *row_about(const struct copy_part *part, const struct copy_node *node)
{
	const struct copy_node *person = NULL;

	if (part->right == RIGHT_ATTEST)
		person = copy_node_find(node->owner, "made_by");
	else if (part->object == OBJECT_DISQUALIFICATION)
		person = copy_node_find(node, "person");
	return person ? person->text : NULL;
}

static bool row_allowed(
	struct unpacking *unpacking, const struct copy_part *part, const struct copy_node *node, struct error *err)
{
	const char *login = row_about(part, node);
	struct casework *cw = unpacking->change->cw;
	unsigned relation = RELATION_NONE;
	struct rows rows;

	if (login) {
		if (!store_ask(unpacking->change->store, SQL_CASE_COPY_SELF,
			    BINDS(BIND("login", login), BIND("actor", casework_actor(cw))), &rows, err))
			return false;
		if (rows_next(&rows) && rows_bool(&rows, "self"))
			relation = part->right == RIGHT_ATTEST ? RELATION_MAKER : RELATION_SELF;
		if (!rows_done(&rows, err))
			return false;
	}
	return may(cw, part->right, relation, err);
}

/* ---- the tree */

static bool part_take(struct unpacking *unpacking, const struct copy_part *part, const struct copy_node *node,
	int64_t owner, struct error *err);

/* What it owns: first what its own facts hold, then the rest. */
static bool owned_take(struct unpacking *unpacking, const struct copy_part *part, const struct copy_node *node,
	int64_t id, bool folded, struct error *err)
{
	for (const struct copy_part *const *each = part->parts; each && *each; each++) {
		const struct copy_node *owned = copy_node_find(node, (*each)->name);

		if (owned && (*each)->folded == folded && !part_take(unpacking, *each, owned, id, err))
			return false;
	}
	return true;
}

static bool end_put(struct unpacking *unpacking, const struct copy_part *part, const struct copy_node *node, int64_t id,
	struct error *err)
{
	if (!part->ends)
		return true;
	if (!part->late)
		return store_run(unpacking->change->store, part->end, BINDS(BIND("id", id)), err);
	return store_run(unpacking->change->store, part->end,
		BINDS(BIND("id", id), node_bind(part->late, copy_node_find(node, part->late))), err);
}

/* A document's words are made from its file, not copied. */
static bool words_put(struct unpacking *unpacking, const struct copy_part *part, const struct copy_node *node,
	int64_t id, struct error *err)
{
	const struct copy_file *file =
		part->object == OBJECT_DOCUMENT && !part->folded ? copy_file_of(unpacking->files, node) : NULL;

	return !file || !*file->words ||
	       store_run(unpacking->change->store, SQL_DOCUMENT_TEXT_PUT,
		       BINDS(BIND("document", id), BIND("text", file->words)), err);
}

static bool told(struct unpacking *unpacking, enum object_kind kind, int64_t id, struct error *err)
{
	return change_record(unpacking->change, kind, id, unpacking->application, NULL, err);
}

/* The events of a thing beside its own: its plan, its form, its course. Once each, though several parts tell of it. */
static bool tales_tell(struct unpacking *unpacking, const struct copy_part *part, const struct copy_node *node,
	int64_t id, struct error *err)
{
	enum object_kind before = part->object;

	for (const struct copy_part *const *each = part->parts; each && *each; each++) {
		const struct copy_node *owned = (*each)->tells ? copy_node_find(node, (*each)->name) : NULL;

		if (!owned || !owned->first || (*each)->tale == before)
			continue;
		before = (*each)->tale;
		if (!told(unpacking, before, id, err))
			return false;
	}
	return true;
}

static bool row_settle(struct unpacking *unpacking, const struct copy_part *part, const struct copy_node *node,
	int64_t id, struct error *err)
{
	struct error why = {0};

	if (!owned_take(unpacking, part, node, id, true, err))
		return false;
	if (!end_put(unpacking, part, node, id, &why) || !words_put(unpacking, part, node, id, &why) ||
		(!part->folded && !told(unpacking, part->object, id, &why)))
		return row_refused(unpacking, node, &why, err);
	if (!owned_take(unpacking, part, node, id, false, err))
		return false;
	return tales_tell(unpacking, part, node, id, &why) || row_refused(unpacking, node, &why, err);
}

static bool row_take(struct unpacking *unpacking, const struct copy_part *part, const struct copy_node *node,
	int64_t owner, struct error *err)
{
	struct error why = {0};
	int64_t id = 0;

	if (!row_allowed(unpacking, part, node, &why) || !row_put(unpacking, part, node, owner, &id, &why))
		return row_refused(unpacking, node, &why, err);
	if (part == &copy_application)
		unpacking->application = id;
	return row_settle(unpacking, part, node, id, err);
}

static bool part_take(struct unpacking *unpacking, const struct copy_part *part, const struct copy_node *node,
	int64_t owner, struct error *err)
{
	if (part->single)
		return node->type == COPY_NULL || row_take(unpacking, part, node, owner, err);
	for (const struct copy_node *each = node->first; each; each = each->next)
		if (!row_take(unpacking, part, each, owner, err))
			return false;
	return true;
}

/* ---- what must hold */

static bool number_free(struct unpacking *unpacking, const struct copy_node *application, struct error *err)
{
	struct case_copy_intake *intake = unpacking->intake;
	const char *title = NULL;
	struct rows rows;

	intake->year = (int)copy_node_find(application, "year")->number;
	intake->n = (int)copy_node_find(application, "n")->number;
	if (!store_ask(unpacking->change->store, SQL_CASE_COPY_TAKEN,
		    BINDS(BIND("year", intake->year), BIND("n", intake->n)), &rows, err))
		return false;
	while (rows_next(&rows))
		title = rows_text(&rows, "title", &intake->arena);
	if (!rows_done(&rows, err))
		return false;
	if (!title)
		return true;
	copy_find(intake, copy_node_find(application, "n"),
		_("The number %d-%d is taken here, by “%s”. A case is taken in once, and keeps its number."), intake->n,
		intake->year, title);
	return refuse(err, ERROR_CONFLICT,
		_("The number %d-%d is taken here, by “%s”. A case is taken in once, and keeps its number. Nothing was "
		  "taken in."),
		intake->n, intake->year, title);
}

/* Is something of the kind there? */
static bool node_has(const struct copy_node *node, const char *name)
{
	const struct copy_node *found = copy_node_find(node, name);

	return found && found->type == COPY_OBJECT;
}

/* Is the row withheld for good? */
static bool row_withdrawn(const struct copy_node *row)
{
	const struct copy_node *decision = row->owner->owner, *measure = decision->owner->owner;
	const struct copy_node *list = copy_node_find(measure, "withholdings");

	for (const struct copy_node *each = list ? list->first : NULL; each; each = each->next) {
		const struct copy_node *rows = copy_node_find(each, "rows");

		if (copy_node_find(each, "final")->type != COPY_TRUE)
			continue;
		for (const struct copy_node *one = rows ? rows->first : NULL; one; one = one->next)
			if (copy_node_find(one, "decision")->number == copy_node_find(decision, "n")->number &&
				copy_node_find(one, "instalment")->number == copy_node_find(row, "n")->number)
				return true;
	}
	return false;
}

/* An authorised row would be paid here on the word of somebody in another office, and so would one that is reviewed. */
static bool attests_paid(struct case_copy_intake *intake, const struct copy_node *node)
{
	bool paid = true,
	     attested = node->type == COPY_OBJECT && (node_has(node, "attest") || node_has(node, "review"));

	if (attested && !node_has(node, "payment") && !node_has(node, "revoked") && !row_withdrawn(node)) {
		copy_find(intake, copy_node_find(node, node_has(node, "attest") ? "attest" : "review"),
			_("The instalment is reviewed or authorised and not paid. Pay it in the office that authorised "
			  "it first: authorising is not moved between offices."));
		return false;
	}
	for (const struct copy_node *each = node->first; each; each = each->next)
		paid = attests_paid(intake, each) && paid;
	return paid;
}

/* What kansli check finds of money and numbers, now. */
static int wrong_count(struct casework *cw, struct arena *arena, const char **last)
{
	struct checking checking = {.cw = cw, .store = casework_store(cw)};
	int count;

	arena_init(&checking.arena);
	check_money(&checking);
	check_demands(&checking);
	count = checking.count;
	*last = count ? arena_text(arena, checking.findings[count - 1]) : "";
	arena_done(&checking.arena);
	return count;
}

static bool came_whole(struct unpacking *unpacking, const struct copy_node *root, struct error *err)
{
	struct case_copy_intake *intake = unpacking->intake;
	const struct copy_node *given = copy_node_find(root, "application"), *differs = NULL;
	struct copy_node *made = NULL;
	struct case_copy copy;
	bool read;

	if (!copy_write_whole(unpacking->change->cw, unpacking->application, &copy, err))
		return false;
	read = copy_tree_load(unpacking->change->cw, copy.json.text, &intake->arena, &made, err);
	case_copy_done(&copy);
	if (!read)
		return false;
	differs = copy_trees_differ(given, copy_node_find(made, "application"));
	if (!differs)
		return true;
	copy_find(intake, differs,
		_("This would not come back as it stands: what it names is not in this office, or it is not in its "
		  "order."));
	return refuse(err, ERROR_INVALID,
		_("%s: This would not come back as it stands: what it names is not in this office, or it is not in its "
		  "order. Nothing was taken in."),
		copy_node_path(differs, &intake->arena));
}

static bool case_take(struct unpacking *unpacking, const struct copy_node *root, struct error *err)
{
	const struct copy_node *application = copy_node_find(root, "application");
	struct casework *cw = unpacking->change->cw;
	struct arena *arena = &unpacking->intake->arena;
	const char *last;
	int before = wrong_count(cw, arena, &last), after;

	if (!number_free(unpacking, application, err) ||
		!part_take(unpacking, &copy_application, application, 0, err) || !came_whole(unpacking, root, err) ||
		!ledger_open(unpacking->change, unpacking->application, err))
		return false;
	after = wrong_count(cw, arena, &last);
	if (after <= before)
		return true;
	copy_find(unpacking->intake, application, "%s", last);
	return refuse(err, ERROR_INVALID, _("%s Nothing was taken in."), last);
}

static bool copy_save(struct casework *cw, const struct operation *op, const struct copy_node *root,
	struct copy_files *files, bool dry_run, struct case_copy_intake *intake, struct error *err)
{
	struct change change;
	struct unpacking unpacking = {.change = &change, .intake = intake, .files = files};

	if (!change_begin(&change, cw, op, "case-import", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, &intake->application);
	if (!case_take(&unpacking, root, err) || (!dry_run && !copy_files_keep(cw, files, err))) {
		change_abandon(&change);
		copy_files_drop(cw, files);
		return false;
	}
	intake->application = unpacking.application;
	intake->files = files->count;
	if (dry_run) {
		change_abandon(&change);
		return true;
	}
	if (change_commit(&change, err))
		return true;
	copy_files_drop(cw, files);
	return false;
}

static bool findings_refuse(const struct case_copy_intake *intake, struct error *err)
{
	if (!intake->finding_count)
		return true;
	return refuse(err, ERROR_INVALID,
		ngettext("%d thing is wrong. Nothing was taken in.", "%d things are wrong. Nothing was taken in.",
			(unsigned long)intake->finding_count),
		intake->finding_count);
}

bool case_copy_take(struct casework *cw, const struct operation *op, const struct buffer *json, const char *folder,
	bool dry_run, struct case_copy_intake *out, struct error *err)
{
	struct copy_files files = {0};
	struct copy_node *root = NULL;

	if (!may(cw, RIGHT_APPLICATION_REGISTER, RELATION_NONE, err))
		return false;
	if (json->bytes > CASE_COPY_MOST || strlen(json->text) != json->bytes)
		return refuse(err, ERROR_INVALID,
			_("The file is no copy of a case: it is larger than %d bytes, or holds zero bytes. Nothing was "
			  "taken in."),
			CASE_COPY_MOST);
	if (!copy_tree_load(cw, json->text, &out->arena, &root, err) || !copy_shape_check(cw, root, out, err) ||
		!findings_refuse(out, err))
		return false;
	copy_files_look(copy_node_find(root, "application"), folder, out, &files);
	attests_paid(out, root);
	return findings_refuse(out, err) && copy_save(cw, op, root, &files, dry_run, out, err);
}

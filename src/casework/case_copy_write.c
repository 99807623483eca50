/* A case written as JSON. Invariant: what is written depends on the case alone (and on what the reader may see), never
 * on row ids or on the day: the same case gives the same bytes in every office. */
#include "casework/bar.h"
#include "casework/case_copy_inner.h"
#include "casework/grow.h"

#include "base/text.h"
#include "base/words.h"

struct writing {
	struct casework *cw;
	struct case_copy *copy;
	int64_t application;
	struct json json;
	bool hides_working, hides_conflicts, hides_scores;
	const char **logins; /* met so far, sorted */
	int login_count;
};

static void login_note(struct writing *writing, const char *login)
{
	int at = 0;

	while (at < writing->login_count && strcmp(writing->logins[at], login) < 0)
		at++;
	if (at < writing->login_count && !strcmp(writing->logins[at], login))
		return;
	GROW(&writing->copy->arena, writing->logins, writing->login_count);
	memmove(&writing->logins[at + 1], &writing->logins[at],
		(size_t)(writing->login_count - at) * sizeof *writing->logins);
	writing->logins[at] = login;
	writing->login_count++;
}

static void number_write(struct writing *writing, struct rows *rows, const struct copy_field *field)
{
	int64_t number = rows_number(rows, field->name);

	if (number == MONEY_UNKNOWN)
		json_null(&writing->json, field->name);
	else if (field->kind == COPY_YES)
		json_bool(&writing->json, field->name, number != 0);
	else
		json_number(&writing->json, field->name, number);
}

static void field_write(struct writing *writing, struct rows *rows, const struct copy_field *field)
{
	const char *text;

	if (field->kind == COPY_NUMBER || field->kind == COPY_ORE || field->kind == COPY_YES) {
		number_write(writing, rows, field);
		return;
	}
	text = rows_text(rows, field->name, &writing->copy->arena);
	if (field->kind == COPY_PERSON && text)
		login_note(writing, text);
	json_text(&writing->json, field->name, text);
}

static bool part_hidden(const struct writing *writing, const struct copy_part *part)
{
	return (part == &copy_disqualification && writing->hides_conflicts) ||
	       ((part == &copy_assignment || part == &copy_consensus) && writing->hides_scores);
}

static bool part_write(struct writing *writing, const struct copy_part *part, int64_t owner, struct error *err);

static bool row_write(struct writing *writing, const struct copy_part *part, struct rows *rows, struct error *err)
{
	int64_t id = rows_number(rows, "id");

	json_object(&writing->json, part->single ? part->name : NULL);
	for (const struct copy_field *field = part->fields; field->name; field++)
		field_write(writing, rows, field);
	for (const struct copy_part *const *each = part->parts; each && *each; each++)
		if (!part_write(writing, *each, id, err))
			return false;
	json_close(&writing->json);
	return true;
}

static bool part_ask(
	struct writing *writing, const struct copy_part *part, int64_t owner, struct rows *rows, struct error *err)
{
	enum sql list = part == &copy_note && writing->hides_working ? SQL_CASE_COPY_NOTE_OPEN : part->list;
	struct store *store = casework_store(writing->cw);

	if (part->of_case)
		return store_ask(
			store, list, BINDS(BIND("owner", owner), BIND("application", writing->application)), rows, err);
	return store_ask(store, list, BINDS(BIND("owner", owner)), rows, err);
}

static bool part_write(struct writing *writing, const struct copy_part *part, int64_t owner, struct error *err)
{
	bool written = true;
	struct rows rows;

	if (!part->single)
		json_array(&writing->json, part->name);
	if (!part_hidden(writing, part)) {
		if (!part_ask(writing, part, owner, &rows, err))
			return false;
		while (written && rows_next(&rows))
			written = row_write(writing, part, &rows, err);
		if (part->single && !rows.count)
			json_null(&writing->json, part->name);
		if (!rows_done(&rows, written ? err : NULL) || !written)
			return false;
	}
	if (!part->single)
		json_close(&writing->json);
	return true;
}

/* ---- beside the case */

static bool persons_write(struct writing *writing, struct error *err)
{
	struct arena *arena = &writing->copy->arena;

	json_array(&writing->json, "persons");
	for (int i = 0; i < writing->login_count; i++) {
		const char *name = NULL;
		struct rows rows;

		if (!store_ask(casework_store(writing->cw), SQL_CASE_COPY_PERSON,
			    BINDS(BIND("login", writing->logins[i])), &rows, err))
			return false;
		if (rows_next(&rows))
			name = rows_text(&rows, "name", arena);
		if (!rows_done(&rows, err))
			return false;
		json_object(&writing->json, NULL);
		json_text(&writing->json, "login", writing->logins[i]);
		json_text(&writing->json, "name", name);
		json_close(&writing->json);
	}
	json_close(&writing->json);
	return true;
}

/* The law the answers and scores were given under: another office must have the same. */
static bool law_write(struct writing *writing, int64_t application, struct error *err)
{
	struct arena *arena = &writing->copy->arena;
	struct rows rows;

	if (!store_ask(casework_store(writing->cw), SQL_CASE_COPY_ROUND_OF, BINDS(BIND("application", application)),
		    &rows, err))
		return false;
	if (rows_next(&rows)) {
		json_object(&writing->json, "round");
		json_text(&writing->json, "name", rows_text(&rows, "name", arena));
		json_number(&writing->json, "gate_version", rows_number(&rows, "gate_version"));
		json_number(&writing->json, "criteria_version", rows_number(&rows, "criteria_version"));
		json_close(&writing->json);
	}
	if (!rows_done(&rows, err))
		return false;
	return rows.count || refuse(err, ERROR_MISSING, _("There is no such application."));
}

static bool papers_find(struct writing *writing, int64_t application, struct error *err)
{
	struct case_copy *copy = writing->copy;
	struct rows rows;

	if (!store_ask(casework_store(writing->cw), SQL_CASE_COPY_PAPERS, BINDS(BIND("application", application)),
		    &rows, err))
		return false;
	while (rows_next(&rows)) {
		GROW(&copy->arena, copy->papers, copy->paper_count);
		copy->papers[copy->paper_count++] = (struct case_copy_paper){rows_number(&rows, "id"),
			(int)rows_number(&rows, "n"), rows_text(&rows, "file_hash", &copy->arena)};
	}
	return rows_done(&rows, err);
}

static bool whole_write(struct writing *writing, int64_t application, struct error *err)
{
	struct case_copy *copy = writing->copy;

	writing->application = application;
	json_init(&writing->json, &copy->json);
	json_object(&writing->json, NULL);
	json_text(&writing->json, "format", CASE_COPY_FORMAT);
	json_array(&writing->json, "left_out");
	for (int i = 0; i < copy->left_out_count; i++)
		json_text(&writing->json, NULL, copy->left_out[i]);
	json_close(&writing->json);
	if (!law_write(writing, application, err) || !part_write(writing, &copy_application, application, err) ||
		!persons_write(writing, err))
		return false;
	json_close(&writing->json);
	json_done(&writing->json);
	if (copy->json.bytes > CASE_COPY_MOST)
		return refuse(err, ERROR_INVALID,
			_("The case would be %zu bytes as JSON; at most %d can be taken in again. Nothing was "
			  "written."),
			copy->json.bytes, CASE_COPY_MOST);
	return papers_find(writing, application, err);
}

/* ---- what the reader may see */

static const struct {
	const char *code, *words;
} omissions[] = {
	{"working_notes", N_("working notes")},
	{"disqualifications", N_("conflicts of interest")},
	{"assessments", N_("assessments")},
};

const char *case_copy_words(const char *code)
{
	for (size_t i = 0; i < sizeof omissions / sizeof *omissions; i++)
		if (!strcmp(omissions[i].code, code))
			return _(omissions[i].words);
	return code;
}

static void leave_out(struct writing *writing, const char *what)
{
	struct case_copy *copy = writing->copy;

	GROW(&copy->arena, copy->left_out, copy->left_out_count);
	copy->left_out[copy->left_out_count++] = what;
}

static bool sights_find(struct writing *writing, int64_t application, struct error *err)
{
	unsigned roles = access_roles(writing->cw), relation = RELATION_NONE;
	int64_t working = 0;
	struct rows rows;

	if (!store_ask(casework_store(writing->cw), SQL_CASE_COPY_BESIDE,
		    BINDS(BIND("application", application), BIND("person", casework_actor(writing->cw))), &rows, err))
		return false;
	if (rows_next(&rows)) {
		writing->copy->drafts = (int)rows_number(&rows, "drafts");
		working = rows_number(&rows, "working");
		relation = rows_bool(&rows, "waiting") ? RELATION_UNSUBMITTED : RELATION_NONE;
	}
	if (!rows_done(&rows, err))
		return false;
	writing->hides_working = !access_allows(roles, RIGHT_SEE_WORKING, RELATION_NONE, NULL);
	writing->hides_conflicts = !access_allows(roles, RIGHT_DISQUALIFICATION_SEE, RELATION_NONE, NULL);
	writing->hides_scores = !access_sees_points(roles, relation);
	if (writing->hides_working && working)
		leave_out(writing, "working_notes");
	if (writing->hides_conflicts)
		leave_out(writing, "disqualifications");
	if (writing->hides_scores)
		leave_out(writing, "assessments");
	return true;
}

static void copy_init(struct case_copy *copy)
{
	*copy = (struct case_copy){0};
	arena_init(&copy->arena);
	buffer_init(&copy->json);
}

void case_copy_done(struct case_copy *copy)
{
	if (!copy)
		return;
	buffer_done(&copy->json);
	arena_done(&copy->arena);
	*copy = (struct case_copy){0};
}

bool copy_write_whole(struct casework *cw, int64_t application, struct case_copy *out, struct error *err)
{
	struct writing writing = {.cw = cw, .copy = out};

	copy_init(out);
	if (whole_write(&writing, application, err))
		return true;
	case_copy_done(out);
	return false;
}

bool case_copy_write(struct casework *cw, int64_t application, struct case_copy *out, struct error *err)
{
	struct case_copy copy;
	struct writing writing = {.cw = cw, .copy = &copy};
	bool written;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) || !bar_opens(cw, application, err) ||
		!store_look(casework_store(cw), err))
		return false;
	copy_init(&copy);
	written = sights_find(&writing, application, err) && whole_write(&writing, application, err);
	store_look_done(casework_store(cw));
	if (!written) {
		case_copy_done(&copy);
		return false;
	}
	*out = copy;
	return true;
}

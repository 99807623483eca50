/* A copy looked through before anything is written. Invariant: what passes has every name there is and no other, and
 * values that an office would have kept as they are. */
#include "casework/case_copy_inner.h"
#include "casework/grow.h"

#include "base/text.h"
#include "base/words.h"

struct looking {
	struct casework *cw;
	struct case_copy_intake *intake;
	struct error *err;               /* of the office's file, not of the copy */
	const struct copy_node *persons; /* the file's list; NULL: it has none */
	char now[MOMENT_TEXT];
	bool failed;
};

void copy_find(struct case_copy_intake *intake, const struct copy_node *node, const char *format, ...)
{
	char reason[600];
	va_list values;

	va_start(values, format);
	vsnprintf(reason, sizeof reason, format, values);
	va_end(values);
	GROW(&intake->arena, intake->findings, intake->finding_count);
	intake->findings[intake->finding_count++] =
		(struct case_copy_finding){copy_node_path(node, &intake->arena), arena_text(&intake->arena, reason)};
}

#define FIND(looking, node, ...) copy_find((looking)->intake, node, __VA_ARGS__)

/* ---- values */

static bool kind_takes(enum copy_kind kind, enum copy_type type)
{
	switch (kind) {
	case COPY_NUMBER:
	case COPY_ORE: return type == COPY_WHOLE;
	case COPY_YES: return type == COPY_TRUE || type == COPY_FALSE;
	case COPY_LINE:
	case COPY_TEXT:
	case COPY_RAW:
	case COPY_KEYED:
	case COPY_DAY:
	case COPY_MOMENT:
	case COPY_TIME:
	case COPY_WORD:
	case COPY_CODE:
	case COPY_REGION:
	case COPY_PERSON: return type == COPY_STRING;
	}
	return false;
}

static const char *kind_words(enum copy_kind kind)
{
	switch (kind) {
	case COPY_NUMBER:
	case COPY_ORE: return _("a whole number");
	case COPY_YES: return _("true or false");
	case COPY_DAY: return _("a day, such as \"2026-12-01\"");
	case COPY_MOMENT: return _("a moment, such as \"2026-12-01 09:30:00\"");
	case COPY_TIME: return _("a time of day, such as \"09:30\"");
	case COPY_LINE:
	case COPY_TEXT:
	case COPY_RAW:
	case COPY_KEYED:
	case COPY_WORD:
	case COPY_CODE:
	case COPY_REGION:
	case COPY_PERSON: return _("a text");
	}
	return "";
}

static bool time_is(const char *text)
{
	return strlen(text) == 5 && strspn(text, "0123456789") == 2 && text[2] == ':' &&
	       strspn(text + 3, "0123456789") == 2 && strncmp(text, "24", 2) < 0 && text[3] < '6';
}

/* One of words parted by spaces. */
static bool code_among(const char *words, const char *code)
{
	size_t bytes = strlen(code);

	for (const char *at = words; *at; at += strcspn(at, " "), at += *at == ' ')
		if (bytes && strcspn(at, " ") == bytes && !strncmp(at, code, bytes))
			return true;
	return false;
}

static void text_look(struct looking *looking, const struct copy_node *node, bool lines)
{
	struct arena arena;
	const char *clean = "";
	struct error why;

	arena_init(&arena);
	if (!text_clean(&arena, node->text, strlen(node->text), lines, &clean, &why))
		FIND(looking, node, "%s", why.text);
	else if (strcmp(clean, node->text) != 0)
		FIND(looking, node,
			_("The text is not as an office keeps it: blanks at the end of a line, or letters put together "
			  "of "
			  "two characters."));
	arena_done(&arena);
}

/* Is there a row? Its columns are read by the caller's statement. */
static bool there_is(struct looking *looking, enum sql which, struct binds binds, const char *column)
{
	struct rows rows;
	bool there = false;

	if (!store_ask(casework_store(looking->cw), which, binds, &rows, looking->err)) {
		looking->failed = true;
		return true;
	}
	if (rows_next(&rows))
		there = rows_bool(&rows, column);
	if (!rows_done(&rows, looking->err))
		looking->failed = true;
	return there;
}

static void word_look(struct looking *looking, const struct copy_node *node, const struct copy_field *field)
{
	if (*node->text && !there_is(looking, SQL_CASE_COPY_WORD,
				   BINDS(BIND("kind", field->words), BIND("code", node->text)), "known"))
		FIND(looking, node,
			_("“%s” is not among the words of this office. Take in the law as data that has it "
			  "first (kansli programme)."),
			node->text);
}

/* Whether the person is here is asked once, where the file lists them. */
static void person_look(struct looking *looking, const struct copy_node *node)
{
	for (const struct copy_node *each = looking->persons ? looking->persons->first : NULL; each;
		each = each->next) {
		const struct copy_node *login = copy_node_find(each, "login");

		if (login && login->type == COPY_STRING && !strcmp(login->text, node->text))
			return;
	}
	FIND(looking, node, _("“%s” is not among the file's persons."), node->text);
}

static void moment_look(struct looking *looking, const struct copy_node *node)
{
	if (!moment_is(node->text))
		FIND(looking, node, _("“%s” is not %s."), node->text, kind_words(COPY_MOMENT));
	else if (strcmp(node->text, looking->now) > 0)
		FIND(looking, node, _("%s has not come yet."), node->text);
}

static void string_look(struct looking *looking, const struct copy_node *node, const struct copy_field *field)
{
	if (field->kind != COPY_RAW)
		text_look(looking, node, field->kind == COPY_TEXT);
	else if (!text_is_utf8(node->text, strlen(node->text)))
		FIND(looking, node, _("The text is not UTF-8."));
	if (field->kind == COPY_DAY && day_read(node->text) == DAY_NONE)
		FIND(looking, node, _("“%s” is not %s."), node->text, kind_words(COPY_DAY));
	if (field->kind == COPY_TIME && !time_is(node->text))
		FIND(looking, node, _("“%s” is not %s."), node->text, kind_words(COPY_TIME));
	if (field->kind == COPY_MOMENT)
		moment_look(looking, node);
	if (field->kind == COPY_CODE && !code_among(field->words, node->text))
		FIND(looking, node, _("“%s” is none of these: %s."), node->text, field->words);
	if (field->kind == COPY_WORD)
		word_look(looking, node, field);
	if (field->kind == COPY_PERSON)
		person_look(looking, node);
	if (field->kind == COPY_REGION &&
		!there_is(looking, SQL_REGION_KNOWN, BINDS(BIND("code", node->text)), "known"))
		FIND(looking, node, _("“%s” is no code of a region that may apply."), node->text);
}

static void field_look(struct looking *looking, const struct copy_node *node, const struct copy_field *field)
{
	if (node->type == COPY_NULL && !field->needed)
		return;
	if (!kind_takes(field->kind, node->type)) {
		FIND(looking, node, _("Here should be %s."), kind_words(field->kind));
		return;
	}
	if (field->kind == COPY_ORE && (node->number < 0 || node->number > MONEY_MOST))
		FIND(looking, node, _("%lld is no amount in öre."), (long long)node->number);
	if (node->type == COPY_STRING)
		string_look(looking, node, field);
}

/* ---- names */

static bool named_before(const struct copy_node *object, const struct copy_node *node)
{
	for (const struct copy_node *each = object->first; each != node; each = each->next)
		if (!strcmp(each->key, node->key))
			return true;
	return false;
}

static void missing_look(struct looking *looking, const struct copy_node *object, const char *name)
{
	if (!copy_node_find(object, name))
		FIND(looking, object, _("“%s” is missing."), name);
}

static void part_look(struct looking *looking, const struct copy_node *node, const struct copy_part *part);

static void row_look(struct looking *looking, const struct copy_node *object, const struct copy_part *part)
{
	if (object->type != COPY_OBJECT) {
		FIND(looking, object, _("Here should be an object: %s."), _(part->told));
		return;
	}
	for (const struct copy_node *each = object->first; each; each = each->next) {
		const struct copy_field *field = copy_field_find(part, each->key);
		const struct copy_part *owned = copy_part_find(part, each->key);

		if (named_before(object, each))
			FIND(looking, each, _("The name is there twice."));
		else if (field)
			field_look(looking, each, field);
		else if (owned)
			part_look(looking, each, owned);
		else
			FIND(looking, each, _("This program knows no such name here: it would be lost."));
	}
	for (const struct copy_field *field = part->fields; field->name; field++)
		missing_look(looking, object, field->name);
	for (const struct copy_part *const *each = part->parts; each && *each; each++)
		if (!(*each)->young)
			missing_look(looking, object, (*each)->name);
}

static void part_look(struct looking *looking, const struct copy_node *node, const struct copy_part *part)
{
	if (part->single) {
		if (node->type != COPY_NULL || part == &copy_application)
			row_look(looking, node, part);
		return;
	}
	if (node->type != COPY_ARRAY) {
		FIND(looking, node, _("Here should be a list: %s."), _(part->told));
		return;
	}
	for (const struct copy_node *each = node->first; each; each = each->next)
		row_look(looking, each, part);
}

/* ---- the head of the file */

/* The round here has to be the round there: the same control points and criteria. */
static void round_look(struct looking *looking, const struct copy_node *round)
{
	const struct copy_node *name = copy_node_find(round, "name"), *gates = copy_node_find(round, "gate_version"),
			       *criteria = copy_node_find(round, "criteria_version");
	int64_t gates_here = 0, criteria_here = 0;
	struct rows rows;

	if (!name || name->type != COPY_STRING || !gates || gates->type != COPY_WHOLE || !criteria ||
		criteria->type != COPY_WHOLE) {
		FIND(looking, round,
			_("Here should be the round's name, and which control points and criteria it has."));
		return;
	}
	if (!store_ask(casework_store(looking->cw), SQL_CASE_COPY_ROUND, BINDS(BIND("name", name->text)), &rows,
		    looking->err)) {
		looking->failed = true;
		return;
	}
	if (rows_next(&rows)) {
		gates_here = rows_number(&rows, "gate_version");
		criteria_here = rows_number(&rows, "criteria_version");
	}
	if (!rows_done(&rows, looking->err))
		looking->failed = true;
	else if (!rows.count)
		FIND(looking, name, _("There is no round “%s” here. Add it first (kansli round add)."), name->text);
	else if (gates_here != gates->number || criteria_here != criteria->number)
		FIND(looking, round,
			_("The round has version %lld of the control points and %lld of the criteria; here it has %lld "
			  "and "
			  "%lld."),
			(long long)gates->number, (long long)criteria->number, (long long)gates_here,
			(long long)criteria_here);
}

static void left_out_look(struct looking *looking, const struct copy_node *list)
{
	struct case_copy_intake *intake = looking->intake;

	if (list->type != COPY_ARRAY) {
		FIND(looking, list, _("Here should be a list: %s."), _("what is left out"));
		return;
	}
	for (const struct copy_node *each = list->first; each; each = each->next) {
		if (each->type != COPY_STRING)
			continue;
		GROW(&intake->arena, intake->left_out, intake->left_out_count);
		intake->left_out[intake->left_out_count++] = each->text;
	}
	if (list->first)
		FIND(looking, list,
			_("The copy is not whole: whoever made it could not see all of the case. It has to be made by "
			  "somebody who can."));
}

/* Who the file says they are; the logins are looked for where they stand. */
static void persons_look(struct looking *looking, const struct copy_node *list)
{
	if (list->type != COPY_ARRAY)
		FIND(looking, list, _("Here should be a list: %s."), _("persons"));
	for (const struct copy_node *each = list->first; list->type == COPY_ARRAY && each; each = each->next) {
		const struct copy_node *login = copy_node_find(each, "login"), *name = copy_node_find(each, "name");

		if (!login || !name || login->type != COPY_STRING || name->type != COPY_STRING ||
			each->last != each->first->next)
			FIND(looking, each, _("Here should be a person: login and name."));
		else if (!there_is(looking, SQL_CASE_COPY_LOGIN, BINDS(BIND("login", login->text)), "known"))
			FIND(looking, login,
				_("Nobody here has the login “%s” (%s). Add the person first (kansli person add)."),
				login->text, name->text);
	}
}

static void head_look(struct looking *looking, const struct copy_node *root)
{
	static const char *const names[] = {"format", "left_out", "round", "application", "persons"};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		missing_look(looking, root, names[i]);
	for (const struct copy_node *each = root->first; each; each = each->next) {
		if (named_before(root, each))
			FIND(looking, each, _("The name is there twice."));
		else if (!strcmp(each->key, "left_out"))
			left_out_look(looking, each);
		else if (!strcmp(each->key, "round"))
			round_look(looking, each);
		else if (!strcmp(each->key, "application"))
			part_look(looking, each, &copy_application);
		else if (!strcmp(each->key, "persons"))
			persons_look(looking, each);
		else if (strcmp(each->key, "format") != 0)
			FIND(looking, each, _("This program knows no such name here: it would be lost."));
	}
}

bool copy_shape_check(
	struct casework *cw, const struct copy_node *root, struct case_copy_intake *intake, struct error *err)
{
	struct looking looking = {.cw = cw, .intake = intake, .err = err};
	char shown[TEXT_GLIMPSE];
	const struct copy_node *format = root->type == COPY_OBJECT ? copy_node_find(root, "format") : NULL;

	if (!format || format->type != COPY_STRING || strncmp(format->text, "kansli case ", 12) != 0)
		return refuse(err, ERROR_INVALID,
			_("The file is no copy of a case: kansli export case writes them. Nothing was taken in."));
	text_glimpse(format->text, shown);
	if (strcmp(format->text, CASE_COPY_FORMAT) != 0)
		return refuse(err, ERROR_INVALID,
			_("The file is written as “%s”, and this program reads “%s”. Nothing was taken in."), shown,
			CASE_COPY_FORMAT);
	casework_now(cw, looking.now);
	looking.persons = copy_node_find(root, "persons");
	head_look(&looking, root);
	return !looking.failed;
}

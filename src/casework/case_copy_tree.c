/* JSON as a tree, read by SQLite. Invariant: a tree holds all that the text says: what SQLite would drop (a zero
 * character, a number too large) is refused before. */
#include "casework/case_copy_inner.h"

#include "base/words.h"

enum { TREE_DEEP = 32 };

static bool json_whole(struct casework *cw, const char *json, struct error *err)
{
	bool valid = false;
	struct rows rows;

	if (!store_ask(casework_store(cw), SQL_CASE_COPY_VALID, BINDS(BIND("json", json)), &rows, err))
		return false;
	if (rows_next(&rows))
		valid = rows_bool(&rows, "valid");
	if (!rows_done(&rows, err))
		return false;
	return valid ||
	       refuse(err, ERROR_INVALID,
		       _("The file is not whole JSON: it has been cut off, or altered by a program that does not know "
			 "JSON. Nothing was taken in."));
}

/* A zero character ends a text for SQLite: what comes after it would be lost. */
static bool json_has_zero(const char *json)
{
	for (const char *at = json; (at = strchr(at, '\\')); at += 2) {
		if (!strncmp(at, "\\u0000", 6))
			return true;
		if (!at[1])
			return false;
	}
	return false;
}

static enum copy_type type_read(const char *type, int64_t number)
{
	if (!strcmp(type, "object"))
		return COPY_OBJECT;
	if (!strcmp(type, "array"))
		return COPY_ARRAY;
	if (!strcmp(type, "text"))
		return COPY_STRING;
	if (!strcmp(type, "true"))
		return COPY_TRUE;
	if (!strcmp(type, "false"))
		return COPY_FALSE;
	if (!strcmp(type, "null"))
		return COPY_NULL;
	return number == MONEY_UNKNOWN ? COPY_FRACTION : COPY_WHOLE;
}

static void node_hang(struct copy_node *owner, struct copy_node *node)
{
	node->owner = owner;
	if (owner->type == COPY_ARRAY)
		node->place = owner->last ? owner->last->place + 1 : 0;
	if (owner->last)
		owner->last->next = node;
	else
		owner->first = node;
	owner->last = node;
}

struct branch {
	int64_t id;
	struct copy_node *node;
};

static struct copy_node *node_read(struct rows *rows, struct arena *arena)
{
	struct copy_node *node = arena_take(arena, sizeof *node);
	const char *type = rows_text(rows, "type", arena);

	node->key = rows_text(rows, "key", arena);
	node->text = rows_text(rows, "text", arena);
	node->number = rows_number(rows, "number");
	node->type = type_read(type, node->number);
	return node;
}

static bool tree_grow(struct rows *rows, struct arena *arena, struct copy_node **root, struct error *err)
{
	struct branch branches[TREE_DEEP];
	int deep = 0;

	while (rows_next(rows)) {
		struct copy_node *node = node_read(rows, arena);
		int64_t id = rows_number(rows, "id"), parent = rows_number(rows, "parent");

		while (deep && branches[deep - 1].id != parent)
			deep--;
		if (deep)
			node_hang(branches[deep - 1].node, node);
		else
			*root = node;
		if (node->owner && node->owner->type == COPY_ARRAY)
			node->key = NULL;
		if (node->type != COPY_OBJECT && node->type != COPY_ARRAY)
			continue;
		if (deep == TREE_DEEP)
			return refuse(err, ERROR_INVALID,
				_("The file is no copy of a case: it is nested too deep. Nothing was taken in."));
		branches[deep++] = (struct branch){id, node};
	}
	return true;
}

bool copy_tree_load(
	struct casework *cw, const char *json, struct arena *arena, struct copy_node **out, struct error *err)
{
	struct copy_node *root = NULL;
	struct rows rows;
	bool grown;

	if (json_has_zero(json))
		return refuse(err, ERROR_INVALID,
			_("The file has a zero character (\\u0000) in a text, which no office keeps. Nothing was taken "
			  "in."));
	if (!json_whole(cw, json, err) ||
		!store_ask(casework_store(cw), SQL_CASE_COPY_TREE, BINDS(BIND("json", json)), &rows, err))
		return false;
	grown = tree_grow(&rows, arena, &root, err);
	if (!rows_done(&rows, grown ? err : NULL) || !grown)
		return false;
	*out = root;
	return true;
}

const struct copy_node *copy_node_find(const struct copy_node *object, const char *key)
{
	for (const struct copy_node *each = object ? object->first : NULL; each; each = each->next)
		if (each->key && !strcmp(each->key, key))
			return each;
	return NULL;
}

/* A name as it stands in a JSON pointer: ~ and / are ~0 and ~1. */
static const char *key_escape(const char *key, struct arena *arena)
{
	const char *escaped = "";

	for (; *key; key++)
		escaped = arena_format(arena, "%s%s%.1s", escaped,
			*key == '~'   ? "~0"
			: *key == '/' ? "~1"
				      : "",
			*key == '~' || *key == '/' ? "" : key);
	return escaped;
}

const char *copy_node_path(const struct copy_node *node, struct arena *arena)
{
	if (!node->owner)
		return "";
	if (!node->key)
		return arena_format(arena, "%s/%d", copy_node_path(node->owner, arena), node->place);
	return arena_format(arena, "%s/%s", copy_node_path(node->owner, arena), key_escape(node->key, arena));
}

static bool values_same(const struct copy_node *given, const struct copy_node *made)
{
	if (given->type != made->type)
		return false;
	if (given->type == COPY_STRING)
		return !strcmp(given->text, made->text);
	return given->type != COPY_WHOLE || given->number == made->number;
}

const struct copy_node *copy_trees_differ(const struct copy_node *given, const struct copy_node *made)
{
	const struct copy_node *beside = made->first;

	if (!values_same(given, made))
		return given;
	for (const struct copy_node *each = given->first; each; each = each->next) {
		const struct copy_node *other = each->key ? copy_node_find(made, each->key) : beside;
		const struct copy_node *differs = other ? copy_trees_differ(each, other) : each;

		if (differs)
			return differs;
		beside = beside ? beside->next : NULL;
	}
	return given->type == COPY_ARRAY && beside ? given : NULL;
}

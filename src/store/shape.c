/* What a file is made of, in a form that can be compared: each table, index, trigger and view with its text, comments
 * and layout taken away. So a lifted file can be held against schema.sql before it is kept. */
#include "store/inside.h"

static bool word_byte(char c)
{
	return isalnum((unsigned char)c) || c == '_' || c == '$' || (unsigned char)c >= 0x80;
}

static const char *comment_skip(const char *sql)
{
	if (sql[0] == '-' && sql[1] == '-')
		return sql + strcspn(sql, "\n");
	if (sql[0] == '/' && sql[1] == '*') {
		const char *end = strstr(sql + 2, "*/");
		return end ? end + 2 : sql + strlen(sql);
	}
	return NULL;
}

/* Bytes of the quoted text at `sql`, both quotes counted. */
static size_t quoted_bytes(const char *sql)
{
	size_t at = 1;
	while (sql[at] && (sql[at] != sql[0] || sql[at + 1] == sql[0]))
		at += sql[at] == sql[0] ? 2 : 1;
	return at + (sql[at] != '\0');
}

/* SQLite itself writes "name" where the schema says name (after ALTER TABLE … RENAME). */
static bool needs_no_quotes(const char *quoted, size_t bytes)
{
	for (size_t i = 1; i + 1 < bytes; i++) {
		if (!word_byte(quoted[i]))
			return false;
	}
	return quoted[0] == '"' && bytes > 2;
}

static size_t token_add(struct buffer *out, const char *sql)
{
	size_t bytes = 1;
	if (out->bytes)
		buffer_add(out, " ", 1);
	if (strchr("'\"`", sql[0])) {
		bytes = quoted_bytes(sql);
		bool plain = needs_no_quotes(sql, bytes);
		buffer_add(out, sql + plain, bytes - 2 * (size_t)plain);
		return bytes;
	}
	while (word_byte(sql[0]) && word_byte(sql[bytes]))
		bytes++;
	buffer_add(out, sql, bytes);
	return bytes;
}

static const char *sql_bare(struct arena *arena, const char *sql)
{
	struct buffer out;
	buffer_init(&out);
	while (*sql) {
		const char *after = comment_skip(sql);
		if (after)
			sql = after;
		else if (isspace((unsigned char)*sql))
			sql++;
		else
			sql += token_add(&out, sql);
	}
	const char *bare = arena_text(arena, out.text);
	buffer_done(&out);
	return bare;
}

static void part_keep(void *with, int count, const char *const *columns)
{
	struct shape *shape = with;
	assert(count == 2);
	if (shape->count == shape->room) {
		shape->room = shape->room ? shape->room * 2 : 64;
		shape->parts =
			arena_grow(&shape->arena, shape->parts, shape->count, sizeof(*shape->parts), shape->room);
	}
	shape->parts[shape->count++] = (struct shape_part){
		.key = arena_text(&shape->arena, columns[0]),
		.sql = sql_bare(&shape->arena, columns[1]),
	};
}

bool shape_load(struct shape *shape, struct store *store, struct error *err)
{
	*shape = (struct shape){0};
	arena_init(&shape->arena);
	if (own_each(store, SQL_STORE_SHAPE, part_keep, shape, err))
		return true;
	shape_done(shape);
	return false;
}

bool shape_fresh(struct shape *shape, const struct store_schema *schema, struct error *err)
{
	struct store *fresh;
	if (!store_open_schema(NULL, STORE_MEMORY, schema, &fresh, err))
		return false;
	bool loaded = shape_load(shape, fresh, err);
	store_close(fresh);
	return loaded;
}

void shape_done(struct shape *shape)
{
	arena_done(&shape->arena);
	*shape = (struct shape){0};
}

static const struct shape_part *part_find(const struct shape *shape, const char *key)
{
	for (size_t i = 0; i < shape->count; i++) {
		if (strcmp(shape->parts[i].key, key) == 0)
			return &shape->parts[i];
	}
	return NULL;
}

int shape_compare(
	const struct shape *is, const struct shape *should, void (*say)(void *with, const char *finding), void *with)
{
	char finding[320];
	int found = 0;
	for (size_t i = 0; i < should->count; i++) {
		const struct shape_part *part = part_find(is, should->parts[i].key);
		if (part && strcmp(part->sql, should->parts[i].sql) == 0)
			continue;
		snprintf(finding, sizeof(finding), part ? _("%s is not as this kansli makes it") : _("%s is missing"),
			should->parts[i].key);
		say(with, finding);
		found++;
	}
	for (size_t i = 0; i < is->count; i++) {
		if (part_find(should, is->parts[i].key))
			continue;
		snprintf(finding, sizeof(finding), _("%s is not kansli's"), is->parts[i].key);
		say(with, finding);
		found++;
	}
	return found;
}

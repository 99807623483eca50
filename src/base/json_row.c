/* Members of a struct as JSON. Invariant: a member is read as the type it has, for its table says it. */
#include "json_row.h"

static void member_write(struct json *json, const char *at, const struct json_member *member)
{
	switch (member->kind) {
	case JSON_MEMBER_TEXT: json_text(json, member->name, *(const char *const *)at); return;
	case JSON_MEMBER_INT: json_number(json, member->name, *(const int *)at); return;
	case JSON_MEMBER_WHOLE: json_number(json, member->name, *(const int64_t *)at); return;
	case JSON_MEMBER_ORE: json_ore(json, member->name, *(const int64_t *)at); return;
	case JSON_MEMBER_BOOL: json_bool(json, member->name, *(const bool *)at); return;
	}
}

void json_members(struct json *json, const void *row, const struct json_member *members)
{
	for (; members->name; members++)
		member_write(json, (const char *)row + members->at, members);
}

void json_rows(struct json *json, const char *name, const void *rows, int count, size_t size,
	const struct json_member *members)
{
	json_array(json, name);
	for (int i = 0; i < count; i++) {
		json_object(json, NULL);
		json_members(json, (const char *)rows + (size_t)i * size, members);
		json_close(json);
	}
	json_close(json);
}

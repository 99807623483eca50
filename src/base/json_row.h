/* Members of a struct written as JSON by a table, so that a list of rows is one line where it is written out. */
#ifndef KANSLI_BASE_JSON_ROW_H
#define KANSLI_BASE_JSON_ROW_H

#include "json.h"
#include <stddef.h>

enum json_member_kind { JSON_MEMBER_TEXT, JSON_MEMBER_INT, JSON_MEMBER_WHOLE, JSON_MEMBER_ORE, JSON_MEMBER_BOOL };
struct json_member {
	const char *name; /* NULL ends the table */
	enum json_member_kind kind;
	size_t at;
};
/* The member's own type says how it is written. */
#define JSON_KIND_OF(type, member)                                                                                     \
	_Generic(((type *)0)->member, const char *: JSON_MEMBER_TEXT, int: JSON_MEMBER_INT, int64_t: JSON_MEMBER_WHOLE, \
		bool: JSON_MEMBER_BOOL)
#define JSON_MEMBER(type, name, member)                                                                                \
	{                                                                                                              \
		name, JSON_KIND_OF(type, member), offsetof(type, member)                                               \
	}
/* An amount in öre; the name ends in _ore. */
#define JSON_MEMBER_OF_ORE(type, name, member)                                                                         \
	{                                                                                                              \
		name, JSON_MEMBER_ORE, offsetof(type, member)                                                          \
	}

/* Into the object that is open. */
void json_members(struct json *json, const void *row, const struct json_member *members);
/* A list of objects, one for each of `count` rows of `size` bytes. */
void json_rows(struct json *json, const char *name, const void *rows, int count, size_t size,
	const struct json_member *members);

#endif

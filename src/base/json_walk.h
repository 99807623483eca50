/* JSON that kansli has written, read back value by value. */
#ifndef KANSLI_BASE_JSON_WALK_H
#define KANSLI_BASE_JSON_WALK_H

#include "arena.h"

/* Each value that is not an object or a list, in order: its path, "measures.2.title" (lists count from 1), and its text
 * without quotes and escapes; NULL for null. Both belong to the arena. */
typedef void json_say(void *with, const char *path, const char *value);
/* JSON that kansli has not written stops the program. */
void json_walk(const char *json, struct arena *arena, json_say *say, void *with);

#endif

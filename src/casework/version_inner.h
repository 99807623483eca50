/* What the files about kept versions share, for the casework room only. */
#ifndef KANSLI_CASEWORK_VERSION_INNER_H
#define KANSLI_CASEWORK_VERSION_INNER_H

#include "change.h"
#include "programme.h"
#include "version.h"

/* ---- version.c, inside a change */
/* Keeps what stands unless it is what the newest kept version holds. */
bool version_keep_changed(struct change *change, int64_t application, const char *why, struct error *err);
/* Does what stands differ from a kept version? None kept: it does not. */
bool version_differs(struct change *change, int64_t application, bool *differs, struct error *err);

/* ---- version_words.c: a path such as "measures.2.sought_ore.2027" and its value, as a person reads them. */
const char *version_field_words(const char *path, struct arena *arena);
const char *version_value_words(
	const struct programme *programme, const char *path, const char *value, struct arena *arena);

#endif

/* What the files about entries share, for the casework room only. */
#ifndef KANSLI_CASEWORK_ENTRY_INNER_H
#define KANSLI_CASEWORK_ENTRY_INNER_H

#include "change.h"
#include "entry.h"
#include "field.h"

struct entry_put;
struct entry_shape {
	const char *code, *label, *title;
	enum object_kind object;
	const char *put, *drop; /* action names */
	bool of_measure, single;
	enum sql list, standing, insert, update, remove; /* remove: of what is single, none */
	const struct entry_column *columns;              /* those typed, then those worked out */
	int typed, worked;
	/* What must hold between the values, and what is worked out from them; NULL: nothing. */
	bool (*settle)(struct entry_put *put, struct error *err);
	/* Rows that belong to the entry, once it is written; NULL: none. */
	bool (*after)(struct entry_put *put, int64_t id, struct error *err);
};
struct entry_column {
	const char *name; /* the schema's */
	const char *key, *label;
	enum entry_value value;
	const char *words;
	bool needed;
};
/* An entry on its way into the file. */
struct entry_put {
	struct change *change;
	const struct entry_shape *shape;
	int64_t owner, application;
	const char *arrived_on; /* of the application */
	int n;
	const char *values[ENTRY_FIELDS];
	const char **wrong; /* NULL, or gets the name of the wrong field */
};
const struct entry_shape *entry_shape(enum entry_kind kind);
/* entry_rules.c */
bool entry_need_settle(struct entry_put *put, struct error *err);
bool entry_need_after(struct entry_put *put, int64_t id, struct error *err);
bool entry_support_settle(struct entry_put *put, struct error *err);
bool entry_background_settle(struct entry_put *put, struct error *err);
bool entry_contact_settle(struct entry_put *put, struct error *err);
/* Cleans the typed values; they then belong to the arena. For an intake, which looks before it writes. */
bool entry_values_clean(struct casework *cw, enum entry_kind kind, const char *values[ENTRY_FIELDS],
	struct arena *arena, const char **wrong, struct error *err);

#endif

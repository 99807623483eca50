/* What the verbs of entries share: need, promise, cost, indicator, support, reference, background, contact. The options
 * are the fields of the kind, by their keys; one that is not given changes nothing. */
#ifndef KANSLI_CLI_ENTRIES_H
#define KANSLI_CLI_ENTRIES_H

#include "base/json.h"
#include "casework/contents.h"
#include "cli.h"

bool entries_show(struct shell *shell, enum entry_kind kind, struct error *err);
bool entries_put(struct shell *shell, enum entry_kind kind, bool fresh, struct error *err);
bool entries_drop(struct shell *shell, enum entry_kind kind, struct error *err);
/* The entries of a kind as a JSON array; those of one measure, or (0) all there are. */
void entries_json(
	struct json *json, const char *name, enum entry_kind kind, const struct entry_list *list, int64_t measure);
/* The fields of one entry into the object that is open. */
void entry_json(struct json *json, enum entry_kind kind, const struct entry *entry);
/* A value for people: amounts with their unit, words and regions by name, yes and no. "" where there is none. */
const char *entry_value_text(struct arena *arena, const struct programme *programme, enum entry_kind kind,
	const struct entry *entry, int field);

/* The runs of a verb's forms. */
#define ENTRY_RUNS(kind)                                                                                               \
	static bool show_run(struct shell *shell, struct error *err)                                                   \
	{                                                                                                              \
		return entries_show(shell, kind, err);                                                                 \
	}                                                                                                              \
	static bool add_run(struct shell *shell, struct error *err)                                                    \
	{                                                                                                              \
		return entries_put(shell, kind, true, err);                                                            \
	}                                                                                                              \
	static bool change_run(struct shell *shell, struct error *err)                                                 \
	{                                                                                                              \
		return entries_put(shell, kind, false, err);                                                           \
	}                                                                                                              \
	static bool drop_run(struct shell *shell, struct error *err)                                                   \
	{                                                                                                              \
		return entries_drop(shell, kind, err);                                                                 \
	}

#endif

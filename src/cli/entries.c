/* Entries through the shell. Invariant: what an option does not name stays as it is; an empty value takes it away. */
#include "cli/entries.h"

#include "base/money.h"
#include "base/text.h"
#include "casework/application.h"
#include "casework/measure.h"
#include "cli/fields.h"
#include "cli/show.h"
#include "csv/flat.h"
#include "csv/intake_value.h"
#include "csv/report.h"

/* ---- whose */

/* "12" or "12.3": the application, and the measure (0: none is named). */
static bool owner_read(
	struct shell *shell, enum entry_kind kind, int64_t *application, int64_t *measure, struct error *err)
{
	if (strchr(shell->arguments[0], '.') && !entry_of_measure(kind))
		return refuse(err, ERROR_INVALID, _("'%s' is a measure; this belongs to the application as a whole."),
			shell->arguments[0]);
	return shell_part(shell, 0, application, measure, err);
}

static bool n_read(const struct shell *shell, int nth, int *out, struct error *err)
{
	const char *text = shell->arguments[nth];

	*out = text_number(text);
	return *out || refuse(err, ERROR_INVALID, _("'%s' is no number of a row: 1, 2, 3 …"), text);
}

/* ---- values */

static bool ore_read(struct shell *shell, const char *key, const char **out, struct error *err)
{
	const char *value = shell_option(shell, key);
	struct error why = {0};
	int64_t ore;

	if (!value)
		return true;
	if (!value[0]) {
		*out = NULL;
		return true;
	}
	if (!value_money(value, &ore, &why))
		return refuse(err, why.kind, "--%s: %s", key, why.text);
	*out = ore == MONEY_UNKNOWN ? NULL : arena_format(&shell->arena, "%lld", (long long)ore);
	return true;
}

static bool yes_read(struct shell *shell, const char *key, const char **out, struct error *err)
{
	const char *value = shell_option(shell, key);
	struct error why = {0};
	int yes;

	if (!value)
		return true;
	if (!value_invented(value, &yes, &why) || yes > 1)
		return refuse(err, ERROR_INVALID, _("--%s: '%s'. Say yes or no."), key, value);
	*out = yes ? "1" : "0";
	return true;
}

static bool value_read(struct shell *shell, const struct programme *programme, const struct entry_field *field,
	const char **out, struct error *err)
{
	switch (field->value) {
	case ENTRY_LINE:
	case ENTRY_TEXT:
	case ENTRY_YEAR:
	case ENTRY_COUNT: return field_text(shell, field->key, out, err);
	case ENTRY_DAY: return field_day(shell, field->key, out, err);
	case ENTRY_WORD: return field_word(shell, programme, field->key, field->words, out, err);
	case ENTRY_REGION: return field_region(shell, programme, field->key, out, err);
	case ENTRY_ORE: return ore_read(shell, field->key, out, err);
	case ENTRY_YES: return yes_read(shell, field->key, out, err);
	}
	return false;
}

static bool values_read(struct shell *shell, enum entry_kind kind, const char *values[ENTRY_FIELDS], struct error *err)
{
	struct programme programme;
	bool read = true;

	if (!programme_load(shell->cw, &programme, err))
		return false;
	for (int i = 0; read && i < entry_field_count(kind); i++) {
		struct entry_field field = entry_field(kind, i);

		read = value_read(shell, &programme, &field, &values[i], err);
	}
	programme_done(&programme);
	return read;
}

/* ---- changing */

/* The entry as it stands; it lives as long as the list. */
static bool now_read(struct entry_change *change, const struct entry_list *list, int64_t measure, struct error *err)
{
	const struct entry *now = entry_find(list, measure, change->n);

	if (!now && entry_is_single(change->kind))
		return true;
	if (!now)
		return refuse(err, ERROR_MISSING, _("There is no %s %d here."), entry_name(change->kind), change->n);
	for (int i = 0; i < entry_field_count(change->kind); i++)
		change->values[i] = now->values[i];
	return true;
}

bool entries_put(struct shell *shell, enum entry_kind kind, bool fresh, struct error *err)
{
	struct entry_change change = {.kind = kind, .n = fresh ? 0 : 1};
	struct entry_list list;
	struct operation op;
	int64_t application, measure;
	bool put;
	int n = 0;

	if (!owner_read(shell, kind, &application, &measure, err) ||
		!shell_operation(shell, shell_option(shell, "why"), &op, err))
		return false;
	if (entry_of_measure(kind) && !measure && !shell_measure(shell, 0, &measure, err))
		return false;
	change.owner = measure ? measure : application;
	if ((!fresh && !entry_is_single(kind) && !n_read(shell, 1, &change.n, err)) ||
		!entry_list_load(shell->cw, kind, application, &list, err))
		return false;
	put = (fresh || now_read(&change, &list, measure, err)) && values_read(shell, kind, change.values, err) &&
	      entry_put(shell->cw, &op, &change, &n, err);
	entry_list_done(&list);
	if (!put)
		return false;
	if (fresh)
		buffer_format(&shell->out, "%d\n", n);
	shell_say(shell, _("%s: %s %d is saved."), shell->arguments[0], entry_name(kind), n);
	return true;
}

bool entries_drop(struct shell *shell, enum entry_kind kind, struct error *err)
{
	struct operation op;
	int64_t application, measure;
	int n;

	if (!owner_read(shell, kind, &application, &measure, err) || !n_read(shell, 1, &n, err) ||
		!shell_operation(shell, shell_option(shell, "why"), &op, err))
		return false;
	if (entry_of_measure(kind) && !measure && !shell_measure(shell, 0, &measure, err))
		return false;
	if (!entry_drop(shell->cw, &op, kind, measure ? measure : application, n, err))
		return false;
	shell_say(shell, _("%s: %s %d is taken away; its number stays."), shell->arguments[0], entry_name(kind), n);
	return true;
}

/* ---- showing */

static const char *json_key(const char *key, bool ore, char out[40])
{
	snprintf(out, 40, "%s%s", key, ore ? "_ore" : "");
	for (char *at = out; *at; at++)
		if (*at == '-')
			*at = '_';
	return out;
}

void entry_json(struct json *json, enum entry_kind kind, const struct entry *entry)
{
	char key[40];

	json_number(json, "n", entry->n);
	json_number(json, "version", entry->version);
	if (entry->measure)
		json_number(json, "measure", entry->measure_n);
	for (int i = 0; i < entry_field_count(kind) + (kind == ENTRY_BACKGROUND ? 2 : 0); i++) {
		struct entry_field field = entry_field(kind, i);
		const char *value = entry->values[i], *name = json_key(field.key, field.value == ENTRY_ORE, key);

		if (field.value == ENTRY_ORE)
			json_ore(json, name, entry_ore(entry, i));
		else if (field.value == ENTRY_YES)
			json_bool(json, name, text_same(value, "1"));
		else if ((field.value == ENTRY_YEAR || field.value == ENTRY_COUNT) && !text_blank(value))
			json_number(json, name, strtoll(value, NULL, 10));
		else
			json_text(json, name, value);
	}
}

void entries_json(
	struct json *json, const char *name, enum entry_kind kind, const struct entry_list *list, int64_t measure)
{
	json_array(json, name);
	for (int i = 0; i < list->count; i++) {
		if (measure && list->items[i].measure != measure)
			continue;
		json_object(json, NULL);
		entry_json(json, kind, &list->items[i]);
		json_close(json);
	}
	json_close(json);
}

const char *entry_value_text(struct arena *arena, const struct programme *programme, enum entry_kind kind,
	const struct entry *entry, int field)
{
	struct entry_field of = entry_field(kind, field);
	const char *value = entry->values[field];
	const struct region *region;

	if (text_blank(value))
		return "";
	switch (of.value) {
	case ENTRY_LINE:
	case ENTRY_TEXT:
	case ENTRY_DAY:
	case ENTRY_YEAR:
	case ENTRY_COUNT: return value;
	case ENTRY_WORD: return programme_word_name(programme, of.words, value);
	case ENTRY_REGION: region = programme_region(programme, value); return region ? region->name : value;
	case ENTRY_ORE: return show_ore(arena, entry_ore(entry, field));
	case ENTRY_YES: return text_same(value, "1") ? _("yes") : "";
	}
	return "";
}

static void entry_lines(
	struct shell *shell, const struct programme *programme, enum entry_kind kind, const struct entry *entry)
{
	if (entry->measure)
		buffer_format(&shell->out, _("Measure %d, %s %d\n"), entry->measure_n, entry_name(kind), entry->n);
	else
		buffer_format(&shell->out, "%s %d\n", entry_name(kind), entry->n);
	for (int i = 0; i < entry_field_count(kind); i++) {
		const char *value = entry_value_text(&shell->arena, programme, kind, entry, i);

		if (!*value)
			continue;
		if (entry_field(kind, i).value == ENTRY_TEXT)
			show_text(&shell->out, 2, _(entry_field(kind, i).label), value);
		else
			buffer_format(&shell->out, "  %s: %s\n", _(entry_field(kind, i).label), value);
	}
}

static bool list_json(
	struct shell *shell, enum entry_kind kind, const struct entry_list *list, int64_t measure, struct error *err)
{
	bool json_wanted = shell_switch(shell, "json"), done;
	struct report report;
	struct buffer text;
	struct json json;

	buffer_init(&text);
	json_init(&json, &text);
	json_object(&json, NULL);
	json_number(&json, "format", 1);
	entries_json(&json, entry_code(kind), kind, list, measure);
	json_close(&json);
	json_done(&json);
	if (json_wanted) {
		done = shell_deliver(shell, &text, err);
	} else {
		report_flat(&report, text.text);
		done = shell_report(shell, &report, false, err);
		report_done(&report);
	}
	buffer_done(&text);
	return done;
}

bool entries_show(struct shell *shell, enum entry_kind kind, struct error *err)
{
	struct programme programme;
	struct entry_list list;
	int64_t application, measure;
	bool done = true;

	if (!owner_read(shell, kind, &application, &measure, err) ||
		!entry_list_load(shell->cw, kind, application, &list, err))
		return false;
	if (shell_switch(shell, "json") || shell_switch(shell, "csv") || shell_switch(shell, "plain")) {
		done = list_json(shell, kind, &list, measure, err);
	} else if ((done = programme_load(shell->cw, &programme, err))) {
		for (int i = 0; i < list.count; i++)
			if (!measure || list.items[i].measure == measure)
				entry_lines(shell, &programme, kind, &list.items[i]);
		programme_done(&programme);
	}
	entry_list_done(&list);
	return done;
}

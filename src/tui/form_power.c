/* The forms of a power to sign: a new one, and the last day of one there is. */
#include "tui/record.h"

#include "base/words.h"
#include "casework/power.h"

struct power_record {
	struct record base;
	const char *what, *role, *from_on, *to_on, *source;
};

RECORD_TEXT(power_record, what)
RECORD_TEXT(power_record, role)
RECORD_DAY(power_record, from_on)
RECORD_DAY(power_record, to_on)
RECORD_TEXT(power_record, source)
RECORD_WORDS(what, "power")

/* The administrator has no power to sign, and an auditor changes nothing. */
static bool role_choice(const void *given, int which, struct field_choice *out)
{
	static const char *const codes[] = {"officer", "chair", "member", "registrar", "controller", "delegation"};

	(void)given;
	if (which >= (int)(sizeof codes / sizeof *codes))
		return false;
	*out = (struct field_choice){codes[which], access_role_name(codes[which])};
	return true;
}

static const struct field fields[] = {
	{.name = "what",
		.label = N_("May sign"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choice = what_choice,
		.get = what_get,
		.set = what_set},
	{.name = "role",
		.label = N_("Role"),
		.kind = FIELD_CHOICE,
		.required = true,
		.choice = role_choice,
		.get = role_get,
		.set = role_set,
		.help = N_("The delegation: then its decision is named each time.")},
	{.name = "from_on",
		.label = N_("First day"),
		.kind = FIELD_DAY,
		.required = true,
		.get = from_on_get,
		.set = from_on_set},
	{.name = "to_on",
		.label = N_("Last day"),
		.kind = FIELD_DAY,
		.get = to_on_get,
		.set = to_on_set,
		.help = N_("Empty: until further notice.")},
	{.name = "source",
		.label = N_("Source"),
		.kind = FIELD_LINE,
		.required = true,
		.get = source_get,
		.set = source_set,
		.help = N_(
			"Where it is decided: the rules of procedure and their section, or a decision and its day.")},
	{.name = NULL},
};

static bool power_save(
	struct ui *ui, void *given, const char *operation, int64_t version, const char **wrong, struct error *err)
{
	struct power_record *record = given;
	struct operation op = record_operation(operation, version);
	struct power_change change = {record->what, record->role, record->from_on, record->to_on, record->source};

	(void)ui;
	(void)wrong;
	return power_add(record->base.desk->cw, &op, &change, NULL, err);
}

static void power_saved(struct ui *ui, void *given)
{
	(void)given;
	ui_stale(ui);
	ui_say(ui, "%s", _("The power is entered."));
}

static bool power_find(
	struct casework *cw, int64_t id, struct arena *arena, int64_t *version, const char **to_on, struct error *err)
{
	struct power_list list;
	bool found = false;

	if (!power_list_load(cw, &list, err))
		return false;
	for (int i = 0; i < list.count && !found; i++) {
		found = list.items[i].id == id;
		if (found) {
			*version = list.items[i].version;
			*to_on = arena_text(arena, list.items[i].to_on);
		}
	}
	power_list_done(&list);
	return found || refuse(err, ERROR_MISSING, _("There is no such power. Nothing was changed."));
}
static const struct term_kind ends = {"power", N_("The power ends on %s."), power_find, power_end};

static const struct form_kind kind = {.name = "power",
	.title = N_("Power to sign"),
	.fields = fields,
	.save = power_save,
	.saved = power_saved,
	.done = record_done};

void power_form(struct ui *ui, int64_t power)
{
	struct power_record *record;
	char today[DAY_TEXT];

	if (power) {
		term_form(ui, &ends, power);
		return;
	}
	record = record_new(ui, sizeof *record);
	day_text(ui_today(ui), today);
	record->from_on = arena_text(&record->base.arena, today);
	form_open(ui, &(struct form_what){.kind = &kind, .key = "power-0", .record = record});
}

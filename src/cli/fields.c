/* Options that fill in a change. Invariant: an option that is not given changes nothing. */
#include "cli/fields.h"

#include "base/money.h"
#include "base/text.h"
#include "csv/intake_value.h"

bool field_text(struct shell *shell, const char *name, const char **out, struct error *err)
{
	return shell_text(shell, name, out, err);
}

bool field_day(struct shell *shell, const char *name, const char **out, struct error *err)
{
	const char *value = shell_option(shell, name);

	if (!value || value[0])
		return !value || shell_day_text(shell, name, out, err);
	*out = NULL;
	return true;
}

/* The sentence, with the option it is about. */
static bool wrong(const char *name, const char *value, const struct error *why, struct error *err)
{
	return refuse(err, why->kind, "--%s: '%s'. %s", name, value, why->text);
}

bool field_word(struct shell *shell, const struct programme *programme, const char *name, const char *kind,
	const char **out, struct error *err)
{
	const char *value = shell_option(shell, name), *code = NULL;
	struct error why = {0};

	if (!value)
		return true;
	if (value[0] && !value_word(programme, kind, value, &code, &why))
		return wrong(name, value, &why, err);
	*out = arena_text(&shell->arena, code);
	return true;
}

bool field_words(struct shell *shell, const struct programme *programme, const char *name, const char *kind,
	const char **out, struct error *err)
{
	const char *value = shell_option(shell, name), *codes = "";
	struct error why = {0};

	if (!value)
		return true;
	if (value[0] && !value_words(programme, kind, value, &shell->arena, &codes, &why))
		return wrong(name, value, &why, err);
	*out = codes;
	return true;
}

bool field_region(
	struct shell *shell, const struct programme *programme, const char *name, const char **out, struct error *err)
{
	const char *value = shell_option(shell, name), *code = NULL;
	struct error why = {0};

	if (!value)
		return true;
	if (value[0] && !value_region(programme, value, &code, &why))
		return wrong(name, value, &why, err);
	*out = arena_text(&shell->arena, code);
	return true;
}

bool field_invented(struct shell *shell, const char *name, int *out, struct error *err)
{
	const char *value = shell_option(shell, name);
	struct error why = {0};

	return !value || value_invented(value, out, &why) || wrong(name, value, &why, err);
}

/* ---- amounts per year */

static struct measure_amount *year_of(struct measure_amount *amounts, int *count, int year)
{
	for (int i = 0; i < *count; i++)
		if (amounts[i].year == year)
			return &amounts[i];
	if (*count == MEASURE_YEARS)
		return NULL;
	amounts[*count] = (struct measure_amount){.year = year};
	return &amounts[(*count)++];
}

static bool amount_read(
	const char *name, const char *value, struct measure_amount *amounts, int *count, bool sought, struct error *err)
{
	char *end;
	long year = strtol(value, &end, 10);
	int64_t ore = MONEY_UNKNOWN;
	struct measure_amount *amount;
	struct error why = {0};

	if (*end != '=' || end == value || year < 0 || year > 9999)
		return refuse(
			err, ERROR_INVALID, _("--%s: '%s'. Write YEAR=AMOUNT, such as 2027=12,2 mnkr."), name, value);
	if (end[1] && !value_money(end + 1, &ore, &why))
		return refuse(err, why.kind, "--%s: %s", name, why.text);
	amount = year_of(amounts, count, (int)year);
	if (!amount)
		return refuse(
			err, ERROR_INVALID, _("--%s: there are amounts for more than %d years."), name, MEASURE_YEARS);
	*(sought ? &amount->has_sought : &amount->has_cost) = end[1] != '\0';
	*(sought ? &amount->sought_ore : &amount->cost_ore) = ore;
	return true;
}

bool field_amounts(struct shell *shell, struct measure_amount *amounts, int *count, struct error *err)
{
	const char *value;
	int kept = 0;

	for (int i = 0; (value = shell_option_nth(shell, "cost", i)); i++)
		if (!amount_read("cost", value, amounts, count, false, err))
			return false;
	for (int i = 0; (value = shell_option_nth(shell, "sought", i)); i++)
		if (!amount_read("sought", value, amounts, count, true, err))
			return false;
	for (int i = 0; i < *count; i++)
		if (amounts[i].has_cost || amounts[i].has_sought)
			amounts[kept++] = amounts[i];
	*count = kept;
	return true;
}

/* ---- applications */

const struct option_row application_options[] = {
	{"round", N_("ROUND"), N_("which round; needed when there are several"), false},
	{"applicant", N_("REGION"), N_("the applicant, or the one that leads several"), false},
	{"title", N_("TEXT"), N_("subject line"), false},
	{"number", N_("TEXT"), N_("the applicant's own number"), false},
	{"arrived", N_("DAY"), N_("the day it came in"), false},
	{"time", N_("HH:MM"), N_("the time of it"), false},
	{"way", N_("WAY"), N_("e-service, e-mail, post or by hand"), false},
	{"summary", N_("TEXT"), N_("summary; @FILE reads a file, @- standard input"), false},
	{"scope", N_("TEXT"), N_("what it is limited to"), false},
	{"economy", N_("TEXT"), N_("the economic conditions (9 § 1)"), false},
	{"needs", N_("TEXT"), N_("areas with large development needs (9 § 2)"), false},
	{"sources", N_("TEXT"), N_("what it refers to"), false},
	{"participant", N_("REGION"), N_("a region that takes part; the applicant always does"), true},
	{"invented", N_("yes|partly|no"), N_("sample data"), false},
	{"why", N_("TEXT"), N_("why, for the log"), false},
	{0},
};

bool application_fields(struct shell *shell, struct application_change *change, struct error *err)
{
	struct programme programme;
	bool read;

	if (!programme_load(shell->cw, &programme, err))
		return false;
	read = field_region(shell, &programme, "applicant", &change->lead, err) &&
	       field_word(shell, &programme, "way", "arrival", &change->way, err);
	programme_done(&programme);
	return read && field_text(shell, "round", &change->round, err) &&
	       field_text(shell, "title", &change->title, err) &&
	       field_text(shell, "number", &change->own_number, err) &&
	       field_day(shell, "arrived", &change->arrived_on, err) &&
	       field_text(shell, "time", &change->arrived_time, err) &&
	       field_text(shell, "summary", &change->summary, err) && field_text(shell, "scope", &change->scope, err) &&
	       field_text(shell, "economy", &change->economy, err) && field_text(shell, "needs", &change->needs, err) &&
	       field_text(shell, "sources", &change->sources, err) &&
	       field_invented(shell, "invented", &change->invented, err);
}

/* ---- measures */

const struct option_row measure_options[] = {
	{"title", N_("TEXT"), N_("the measure's heading"), false},
	{"description", N_("TEXT"), N_("what is to be done; @FILE reads a file"), false},
	{"achieve", N_("TEXT"), N_("what is to be achieved (9 § 3)"), false},
	{"type", N_("WORD"), N_("restructuring or efficiency (1 §)"), false},
	{"area", N_("WORD"), N_("service or administration (1 §)"), false},
	{"effect", N_("WORD"), N_("more care, fewer resources or higher quality"), false},
	{"tags", N_("WORD|WORD"), N_("tags, parted by |"), false},
	{"from", N_("DAY"), N_("first day of the period"), false},
	{"to", N_("DAY"), N_("last day of the period"), false},
	{"form", N_("WORD"), N_("full or part financing (6 §)"), false},
	{"other-support", N_("TEXT"), N_("other state support (5 §)"), false},
	{"lasting", N_("TEXT"), N_("the plan for lasting effect"), false},
	{"cost", N_("YEAR=AMOUNT"), N_("cost of a year; YEAR= takes it away, YEAR=unknown keeps it unknown"), true},
	{"sought", N_("YEAR=AMOUNT"), N_("sought for a payment year; the same"), true},
	{"invented", N_("yes|no"), N_("sample data"), false},
	{"why", N_("TEXT"), N_("why, for the log"), false},
	{0},
};

static bool measure_words(struct shell *shell, struct measure_change *change, struct error *err)
{
	struct programme programme;
	bool read;

	if (!programme_load(shell->cw, &programme, err))
		return false;
	read = field_word(shell, &programme, "type", "type", &change->type, err) &&
	       field_word(shell, &programme, "area", "area", &change->area, err) &&
	       field_word(shell, &programme, "effect", "effect", &change->effect, err) &&
	       field_words(shell, &programme, "tags", "tag", &change->tags, err) &&
	       field_word(shell, &programme, "form", "form", &change->form, err);
	programme_done(&programme);
	return read;
}

bool measure_fields(
	struct shell *shell, struct measure_change *change, struct measure_amount *amounts, struct error *err)
{
	int invented = change->invented;

	if (!measure_words(shell, change, err) || !field_text(shell, "title", &change->title, err) ||
		!field_text(shell, "description", &change->description, err) ||
		!field_text(shell, "achieve", &change->achieve, err) ||
		!field_day(shell, "from", &change->from_on, err) || !field_day(shell, "to", &change->to_on, err) ||
		!field_text(shell, "other-support", &change->other_support, err) ||
		!field_text(shell, "lasting", &change->lasting, err) ||
		!field_invented(shell, "invented", &invented, err) ||
		!field_amounts(shell, amounts, &change->amount_count, err))
		return false;
	change->amounts = amounts;
	change->invented = invented != 0;
	return true;
}

/* An instalment as typed: DAY=AMOUNT;RECIPIENT;CONDITION. */
#include "cli/parse.h"

#include "base/text.h"

bool instalment_read(struct shell *shell, const struct programme *programme, const char *value,
	struct decision_instalment *out, struct error *err)
{
	const char *equals = strchr(value, '='), *semicolon, *rest;
	const struct region *region;
	char text[DAY_TEXT];
	day due;

	if (!equals)
		return refuse(err, ERROR_INVALID,
			_("--pay: '%s'. Write DAY=AMOUNT, DAY=AMOUNT;RECIPIENT or DAY=AMOUNT;RECIPIENT;CONDITION."),
			value);
	if (!day_parse(arena_text_part(&shell->arena, value, (size_t)(equals - value)), casework_today(shell->cw), &due,
		    err))
		return false;
	semicolon = strchr(equals, ';');
	if (!money_parse(arena_text_part(&shell->arena, equals + 1,
				 semicolon ? (size_t)(semicolon - equals - 1) : strlen(equals + 1)),
		    &out->ore, err))
		return false;
	day_text(due, text);
	*out = (struct decision_instalment){
		.due_on = arena_text(&shell->arena, text), .ore = out->ore, .condition = ""};
	if (!semicolon)
		return true;
	rest = strchr(semicolon + 1, ';');
	if (rest)
		out->condition = rest + 1 + strspn(rest + 1, " ");
	rest = arena_text_part(
		&shell->arena, semicolon + 1, rest ? (size_t)(rest - semicolon - 1) : strlen(semicolon + 1));
	if (text_blank(rest))
		return true;
	region = programme_region(programme, rest + strspn(rest, " "));
	if (!region)
		return refuse(err, ERROR_MISSING, _("--pay: there is no region '%s'."), rest);
	out->recipient = arena_text(&shell->arena, region->code);
	return true;
}

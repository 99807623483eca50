/* kansli rate list|add: the state's lending rate, for interest on claims. */
#include "casework/lending_rate.h"
#include "cli/paper.h"

static bool list_run(struct shell *shell, struct error *err)
{
	struct lending_rate_list list;
	struct paper paper;
	bool done;

	if (!lending_rate_list_load(shell->cw, &list, err))
		return false;
	paper_init(&paper);
	paper_list(&paper, "rates", _("The state's lending rate"));
	for (int i = 0; i < list.count; i++) {
		const struct lending_rate *rate = &list.items[i];

		paper_item(
			&paper, arena_format(&paper.arena, _("%s from %s%s"), per_cent_text(&paper.arena, rate->rate),
					rate->from_on, rate->holds ? "" : _(", replaced by a later row")));
		paper_text(&paper, "from", NULL, rate->from_on);
		paper_number(&paper, "rate_hundredths", NULL, rate->rate);
		paper_text(&paper, "source", _("Source"), rate->source);
		paper_text(&paper, "entered_by", NULL, rate->entered_by);
		paper_text(&paper, "entered_at", NULL, rate->entered_at);
		paper_bool(&paper, "holds", NULL, rate->holds);
		paper_item_end(&paper);
	}
	paper_list_end(&paper, _("No lending rate is entered."));
	done = shell_paper(shell, &paper, err);
	paper_done(&paper);
	lending_rate_list_done(&list);
	return done;
}

static bool add_run(struct shell *shell, struct error *err)
{
	const char *source = NULL;
	struct operation op;
	char from[DAY_TEXT];
	day on;
	int rate;

	if (!day_parse(shell->arguments[0], casework_today(shell->cw), &on, err) ||
		!per_cent_parse(shell->arguments[1], &rate, err) || !shell_text(shell, "source", &source, err) ||
		!shell_operation(shell, NULL, &op, err))
		return false;
	day_text(on, from);
	if (!lending_rate_put(shell->cw, &op, from, rate, source, err))
		return false;
	shell_say(shell, _("The lending rate is %s from %s. Demands that were sent stay as they are."),
		per_cent_text(&shell->arena, rate), from);
	return true;
}

static const struct option_row add_options[] = {
	{"source", N_("TEXT"), N_("where it stands: Riksgälden's decision, with its day"), false},
	{0},
};
static const struct form forms[] = {
	{"list", "lista", "", 0, 0, N_("the lending rates entered"), NULL, list_run, false, true, true},
	{"add", "lägg-till", N_("DAY PERCENT"), 2, 2, N_("enter a lending rate from a day"), add_options, add_run,
		false, false, false},
	{0},
};
const struct verb verb_rate = {"rate", "räntesats", N_("the state's lending rate"), forms, "rantesats"};

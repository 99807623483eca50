/* The rules every pane's table of actions keeps to, and that a breach of them is found. */
#include "base/words.h"
#include "claims.h"
#include "pane_rules.h"
#include "tui/dialog.h"
#include "tui/drafts.h"
#include "tui/form.h"
#include "tui/help.h"
#include "tui/prompt.h"

static void act_run(struct ui *ui, struct pane *pane)
{
	(void)ui;
	(void)pane;
}

static void blank_draw(const struct pane *pane, struct area area)
{
	(void)pane;
	(void)area;
}

static const struct pane_kind probe = {.name = "probe", .title = N_("Menu"), .draw = blank_draw};

static const struct pane_kind *const kinds[] = {&choosing_pane, &drafts_pane, &form_pane, &help_pane, &menu_pane,
	&messages_pane, &prompt_pane, &question_pane, NULL};

START_TEST(no_keys_clash_and_every_word_has_swedish)
{
	char said[RULES_SAID];
	words_open("sv");
	for (int i = 0; kinds[i] != NULL; i++) {
		const char *breach = pane_breach(kinds[i], true, said);
		ck_assert_msg(breach == NULL, "%s", breach);
	}
}
END_TEST

START_TEST(a_table_that_breaks_a_rule_is_found_out)
{
	static const struct action good = {.name = "one", .keys = "a", .help = N_("save"), .run = act_run};
	static const struct {
		struct action other;
		const char *named;
	} breaches[] = {
		{{.name = "two", .keys = "b a", .help = N_("save"), .run = act_run}, "a: is bound twice"},
		{{.name = "two", .keys = "q", .help = N_("save"), .run = act_run}, "q: is bound twice"},
		{{.name = "two", .keys = "Ctrl-s", .help = N_("save"), .run = act_run},
			"Ctrl-s: is bound twice, or is no key"},
		{{.name = "two", .keys = "b", .help = N_("save")}, "two: does nothing"},
		{{.name = "two", .keys = "b", .run = act_run}, "two: has no verb phrase"},
		{{.name = "Två", .keys = "b", .help = N_("save"), .run = act_run}, "Två: is no name"},
		{{.name = "two", .keys = "b", .help = "untold", .run = act_run}, "two: has no Swedish"},
	};
	char said[RULES_SAID];
	words_open("sv");
	for (size_t i = 0; i < sizeof breaches / sizeof breaches[0]; i++) {
		const struct action table[] = {good, breaches[i].other, {.name = NULL}};
		struct pane_kind kind = probe;
		kind.actions = table;
		const char *breach = pane_breach(&kind, true, said);
		ck_assert_msg(breach != NULL && strstr(breach, breaches[i].named) != NULL, "%s", breach);
	}
	ck_assert(pane_breach(&probe, true, said) == NULL);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		no_keys_clash_and_every_word_has_swedish,
		a_table_that_breaks_a_rule_is_found_out,
		NULL,
	};
	return claims_run("tui rules", claims, 30);
}

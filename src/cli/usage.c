/* Help from the tables. Invariant: there is no second list of verbs, forms or options. */
#include "cli/cli.h"

#include "base/text.h"

const char *cli_words(const char *text)
{
	return text && text[0] ? _(text) : "";
}

static void pad_to(struct buffer *out, const char *text, int cells)
{
	buffer_text(out, text);
	for (int i = text_width(text); i < cells; i++)
		buffer_text(out, " ");
}

/* "rank move NR PLACE" */
static const char *synopsis(struct arena *arena, const struct verb *verb, const struct form *form)
{
	const char *arguments = cli_words(form->arguments);

	return arena_format(arena, "%s%s%s%s%s", verb->name, form->name ? " " : "", form->name ? form->name : "",
		arguments[0] ? " " : "", arguments);
}

static void help_options(const struct option_row *table, struct buffer *out, struct arena *arena)
{
	for (; table && table->name; table++) {
		const char *head = arena_format(
			arena, "      --%s%s%s", table->name, table->value ? " " : "", cli_words(table->value));

		pad_to(out, head, 30);
		buffer_format(out, "%s%s\n", text_width(head) >= 30 ? " " : "", cli_words(table->help));
	}
}

void help_verb(const struct verb *verb, struct buffer *out)
{
	struct arena arena;

	arena_init(&arena);
	buffer_format(out, "%s%s%s: %s\n\n", verb->name, verb->swedish ? ", " : "", verb->swedish ? verb->swedish : "",
		cli_words(verb->help));
	for (const struct form *form = verb->forms; form->run; form++) {
		buffer_format(out, "  kansli %s\n      %s\n", synopsis(&arena, verb, form), cli_words(form->help));
		for (int i = 0; form_options(form, i); i++)
			if (i < 3)
				help_options(form_options(form, i), out, &arena);
	}
	buffer_format(out, "\n%s\n", _("For every verb:"));
	help_options(form_options(&verb->forms[0], 3), out, &arena);
	arena_done(&arena);
}

void help_all(struct buffer *out)
{
	struct arena arena;

	arena_init(&arena);
	buffer_format(
		out, "%s\n\n", _("kansli: state grants for efficient health care, from application to payment plan"));
	buffer_format(out, "  kansli\n      %s\n", _("the terminal screens"));
	for (int i = 0; verbs[i]; i++) {
		pad_to(out, arena_format(&arena, "  %s", verbs[i]->name), 19);
		pad_to(out, verbs[i]->swedish ? verbs[i]->swedish : "", 17);
		buffer_format(out, "%s\n", cli_words(verbs[i]->help));
	}
	buffer_format(out, "\n%s\n%s\n",
		_("kansli help VERB shows how a verb is used. NR is 12, 12.3, 12-2026 or the applicant's own number."),
		_("Exit codes: 0 done, 1 failed, 2 wrong use, 3 nothing such, 4 not allowed, 5 changed by somebody "
		  "else, 6 busy, 7 a check failed."));
	arena_done(&arena);
}

/* The verbs as mdoc, for the manual page: the same tables that the help is made from. */
#include "cli/cli.h"

/* Text that mdoc would read as a command is made plain. */
static void plain(struct buffer *out, const char *text)
{
	if (text[0] == '.' || text[0] == '\'')
		buffer_text(out, "\\&");
	for (; *text; text++) {
		if (*text == '\\')
			buffer_text(out, "\\e");
		else if (*text == '\n')
			buffer_text(out, " ");
		else
			buffer_add(out, text, 1);
	}
}

static void manual_options(const struct option_row *table, struct buffer *out)
{
	for (; table && table->name; table++) {
		buffer_format(out, ".It Fl -%s", table->name);
		if (table->value) {
			buffer_text(out, " Ar \"");
			plain(out, cli_words(table->value));
			buffer_text(out, "\"");
		}
		buffer_text(out, "\n");
		plain(out, cli_words(table->help));
		buffer_text(out, table->many ? "; may be given several times.\n" : ".\n");
	}
}

static void manual_form(const struct verb *verb, const struct form *form, struct buffer *out)
{
	const char *arguments = cli_words(form->arguments);

	buffer_format(out, ".It Cm %s", verb->name);
	if (form->name)
		buffer_format(out, " %s", form->name);
	if (arguments[0])
		buffer_format(out, " Ar \"%s\"", arguments);
	buffer_text(out, "\n");
	plain(out, cli_words(form->help));
	if (form->swedish)
		buffer_format(out, " (Swedish\n.Cm %s ) .\n", form->swedish);
	else
		buffer_text(out, ".\n");
	if (form->shows)
		buffer_text(out, "Takes the options for results below.\n");
	else if (form->delivers)
		buffer_text(out, "Takes\n.Fl -output\nand\n.Fl -force\nas below.\n");
	if (form->options) {
		buffer_text(out, ".Bl -tag -width Ds -compact\n");
		manual_options(form->options, out);
		buffer_text(out, ".El\n");
	}
}

void help_manual(struct buffer *out)
{
	static const struct form result = {.shows = true, .reading = true}, change = {.options = NULL};

	for (int i = 0; verbs[i]; i++) {
		buffer_format(out, ".Ss %s\n", verbs[i]->name);
		plain(out, cli_words(verbs[i]->help));
		if (verbs[i]->swedish)
			buffer_format(out, " (Swedish\n.Cm %s ) .\n", verbs[i]->swedish);
		else
			buffer_text(out, ".\n");
		buffer_text(out, ".Bl -tag -width Ds\n");
		for (const struct form *form = verbs[i]->forms; form->run; form++)
			manual_form(verbs[i], form, out);
		buffer_text(out, ".El\n");
	}
	buffer_text(out, ".Ss Options of every verb\n.Bl -tag -width Ds\n");
	manual_options(form_options(&result, 3), out);
	buffer_text(out, ".El\n.Ss Options for results\n.Bl -tag -width Ds\n");
	manual_options(form_options(&result, 1), out);
	buffer_text(out, ".El\n.Ss Options of verbs that change something\n.Bl -tag -width Ds\n");
	manual_options(form_options(&change, 2), out);
	buffer_text(out, ".El\n");
}

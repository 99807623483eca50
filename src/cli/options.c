/* Words to options and arguments. Invariant: what a form's table does not name is refused with the nearest name, never
 * silently passed over. */
#include "cli/cli.h"

#include "base/money.h"
#include "base/text.h"
#include "cli/parse.h"

static const struct option_row globals[] = {
	{"db", N_("FILE"), N_("the office's file"), false},
	{"as", N_("LOGIN"), N_("act as another person, in an office of invented cases only"), false},
	{"lang", N_("sv|en"), N_("language"), false},
	{"quiet", NULL, N_("say nothing on success"), false},
	{"help", NULL, N_("show help for the verb (-h)"), false},
	{"version", NULL, N_("say which version of kansli this is"), false},
	{0},
};
static const struct option_row writing[] = {
	{"if-version", N_("N"), N_("change only if the version is still this one"), false},
	{"op", N_("UUID"), N_("operation id, so that the same call again is safe"), false},
	{0},
};
/* The last two alone are for what is delivered in a form of its own. */
enum { SHOWING_DELIVERY = 4 };
static const struct option_row showing[] = {
	{"json", NULL, N_("one JSON object; amounts are whole öre in fields that end in _ore"), false},
	{"csv", NULL, N_("CSV; see --dialect"), false},
	{"plain", NULL, N_("tab-separated without heads, never cut"), false},
	{"dialect", N_("excel-sv|rfc4180"), N_("how CSV is written"), false},
	{"output", N_("FILE"), N_("write the result to a file instead (-o)"), false},
	{"force", NULL, N_("overwrite that file"), false},
	{0},
};

const struct option_row *form_options(const struct form *form, int nth)
{
	static const struct option_row none[] = {{0}};

	switch (nth) {
	case 0: return form->options ? form->options : none;
	case 1: return form->shows ? showing : form->delivers ? showing + SHOWING_DELIVERY : none;
	case 2: return !form->reading && !form->officeless ? writing : none;
	case 3: return globals;
	}
	return NULL;
}

static const struct option_row *row_in(const struct option_row *table, const char *name, size_t bytes)
{
	for (; table && table->name; table++)
		if (strlen(table->name) == bytes && !memcmp(table->name, name, bytes))
			return table;
	return NULL;
}

static const struct option_row *row_of(const struct form *form, const char *name, size_t bytes)
{
	const struct option_row *row = NULL;

	for (int i = 0; !row && form_options(form, i); i++)
		row = row_in(form_options(form, i), name, bytes);
	return row;
}

static void nearest_in(const struct option_row *table, const char *name, const char **nearest, int *least)
{
	for (; table && table->name; table++) {
		int distance = text_distance(name, table->name);

		if (distance < *least) {
			*least = distance;
			*nearest = table->name;
		}
	}
}

static const char *verb_name(const struct shell *shell)
{
	return shell->verb ? shell->verb->name : "kansli";
}

/* What shows the options there are: "kansli help list". */
static void help_words(const struct shell *shell, char out[80])
{
	snprintf(out, 80, "kansli help%s%s", shell->verb ? " " : "", shell->verb ? shell->verb->name : "");
}

static bool unknown_option(const struct shell *shell, const char *name, struct error *err)
{
	const char *nearest = NULL;
	char help[80];
	int least = 4;

	for (int i = 0; form_options(shell->form, i); i++)
		nearest_in(form_options(shell->form, i), name, &nearest, &least);
	if (nearest)
		return refuse(err, ERROR_INVALID, _("%s has no option --%s. Did you mean --%s?"), verb_name(shell),
			name, nearest);
	help_words(shell, help);
	return refuse(err, ERROR_INVALID, _("%s has no option --%s. %s shows those there are."), verb_name(shell), name,
		help);
}

static bool keep_value(struct shell *shell, const struct option_row *row, const char *value, struct error *err)
{
	if (shell->value_count == SHELL_VALUES)
		return refuse(err, ERROR_INVALID, _("Too many options at once."));
	if (!row->many && shell_switch(shell, row->name))
		return refuse(err, ERROR_INVALID, _("--%s is given twice."), row->name);
	shell->values[shell->value_count].name = row->name;
	shell->values[shell->value_count++].value = value;
	return true;
}

/* argv[*at] is an option; takes its value too. */
static bool take_option(struct shell *shell, int argc, char **argv, int *at, struct error *err)
{
	const char *word = argv[*at], *name = word + 2, *equals = strchr(word, '=');
	size_t bytes = equals ? (size_t)(equals - name) : strlen(name);
	const struct option_row *row = row_of(shell->form, name, bytes);

	if (!row)
		return unknown_option(shell, arena_text_part(&shell->arena, name, bytes), err);
	if (!row->value)
		return equals ? refuse(err, ERROR_INVALID, _("--%s takes no value."), row->name)
			      : keep_value(shell, row, "", err);
	if (equals)
		return keep_value(shell, row, equals + 1, err);
	if (*at + 1 >= argc)
		return refuse(err, ERROR_INVALID, _("--%s needs a value: %s."), row->name, _(row->value));
	return keep_value(shell, row, argv[++*at], err);
}

/* -o FILE, -h: the two short ones. */
static bool take_short(struct shell *shell, int argc, char **argv, int *at, struct error *err)
{
	char help[80];

	if (!strcmp(argv[*at], "-h"))
		return keep_value(shell, row_in(globals, "help", 4), "", err);
	if (!strcmp(argv[*at], "-o") && row_of(shell->form, "output", strlen("output")) && *at + 1 < argc)
		return keep_value(shell, row_in(showing, "output", 6), argv[++*at], err);
	help_words(shell, help);
	return refuse(err, ERROR_INVALID, _("Unknown option %s. %s shows those there are."), argv[*at], help);
}

static bool looks_like_option(const char *word)
{
	return word[0] == '-' && word[1] && !(word[1] >= '0' && word[1] <= '9');
}

static bool take_words(struct shell *shell, int argc, char **argv, int at, struct error *err)
{
	bool only_arguments = false;

	for (; at < argc; at++) {
		if (!only_arguments && !strcmp(argv[at], "--")) {
			only_arguments = true;
		} else if (!only_arguments && !strncmp(argv[at], "--", 2)) {
			if (!take_option(shell, argc, argv, &at, err))
				return false;
		} else if (!only_arguments && looks_like_option(argv[at])) {
			if (!take_short(shell, argc, argv, &at, err))
				return false;
		} else if (shell->argument_count == SHELL_VALUES) {
			return refuse(err, ERROR_INVALID, _("Too many arguments at once."));
		} else {
			shell->arguments[shell->argument_count++] = argv[at];
		}
	}
	return true;
}

/* --db FILE and the like may stand before the verb: answers where the verb stands. */
static int verb_at(int argc, char **argv)
{
	int at = 0;

	while (at < argc && argv[at][0] == '-' && argv[at][1]) {
		const struct option_row *row =
			strncmp(argv[at], "--", 2) ? NULL : row_in(globals, argv[at] + 2, strcspn(argv[at] + 2, "="));

		at += row && row->value && !strchr(argv[at], '=') ? 2 : 1;
	}
	return at < argc ? at : -1;
}

/* Without a verb: the screens, which take the options of every verb. */
static const struct form screens = {.arguments = "", .officeless = true, .help = ""};

static bool find_form(struct shell *shell, int argc, char **argv, int *rest, struct error *err)
{
	int at = verb_at(argc, argv);
	const char *nearest;
	bool took;

	if (at < 0) {
		shell->form = &screens;
		*rest = 0;
		return true;
	}
	shell->verb = verb_find(argv[at]);
	if (!shell->verb) {
		nearest = verb_nearest(argv[at]);
		if (nearest)
			return refuse(err, ERROR_INVALID, _("Unknown verb '%s'. Did you mean %s?"), argv[at], nearest);
		return refuse(err, ERROR_INVALID, _("Unknown verb '%s'. kansli help shows them all."), argv[at]);
	}
	shell->form = form_find(shell->verb, at + 1 < argc ? argv[at + 1] : NULL, &took);
	if (!shell->form && at + 1 < argc && (!strcmp(argv[at + 1], "--help") || !strcmp(argv[at + 1], "-h"))) {
		shell->form = &screens; /* the help is of the verb, whichever of its forms */
	} else if (!shell->form) {
		struct buffer help;

		buffer_init(&help);
		for (const struct form *form = shell->verb->forms; form->run; form++)
			buffer_format(&help, "%s%s", help.bytes ? ", " : "", form->name);
		refuse(err, ERROR_INVALID, _("%s needs one of: %s."), shell->verb->name, help.text);
		buffer_done(&help);
		return false;
	}
	*rest = at + 1 + took;
	return take_words(shell, at, argv, 0, err); /* options before the verb */
}

/* Always false: too few words were given, or too many. */
static bool use_refuse(const struct shell *shell, struct error *err)
{
	const char *parts[] = {shell->verb->name, shell->form->name, cli_words(shell->form->arguments)};
	char use[300] = "";

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (parts[i] && parts[i][0])
			snprintf(use + strlen(use), sizeof use - strlen(use), " %s", parts[i]);
	return refuse(
		err, ERROR_INVALID, _("Use: kansli%s. All there is to say: kansli %s --help."), use, shell->verb->name);
}

/* A form called change with options of its own is told by one of them at least what to change. */
static bool change_is_named(const struct shell *shell, struct error *err)
{
	const struct form *form = shell->form;

	if (!text_same(form->name, "change") || !form->options)
		return true;
	for (int i = 0; i < shell->value_count; i++)
		if (row_in(form->options, shell->values[i].name, strlen(shell->values[i].name)))
			return true;
	return refuse(err, ERROR_INVALID,
		_("Nothing is said to be changed. kansli %s --help shows what can be. Nothing was saved."),
		shell->verb->name);
}

bool shell_parse(struct shell *shell, int argc, char **argv, struct error *err)
{
	int rest = 0;

	if (!find_form(shell, argc, argv, &rest, err) || !take_words(shell, argc, argv, rest, err))
		return false;
	if (shell_switch(shell, "help") || shell_switch(shell, "version") || !shell->verb)
		return true;
	if (shell->argument_count < shell->form->least ||
		(shell->form->most >= 0 && shell->argument_count > shell->form->most))
		return use_refuse(shell, err);
	return change_is_named(shell, err);
}

const char *shell_option_nth(const struct shell *shell, const char *name, int nth)
{
	for (int i = 0; i < shell->value_count; i++)
		if (!strcmp(shell->values[i].name, name) && nth-- == 0)
			return shell->values[i].value;
	return NULL;
}

const char *shell_option(const struct shell *shell, const char *name)
{
	return shell_option_nth(shell, name, 0);
}

bool shell_switch(const struct shell *shell, const char *name)
{
	return shell_option(shell, name) != NULL;
}

static bool read_stream(struct shell *shell, int fd, const char *name, const char **out, struct error *err)
{
	struct buffer buffer;
	char piece[8192];
	ssize_t got;

	buffer_init(&buffer);
	while ((got = read(fd, piece, sizeof piece)) > 0 && buffer.bytes < 10000000)
		buffer_add(&buffer, piece, (size_t)got);
	if (got == 0)
		*out = arena_text(&shell->arena, buffer.text);
	buffer_done(&buffer);
	return got == 0 || refuse(err, ERROR_FAILED, _("%s could not be read whole: %s."), name,
				   got < 0 ? strerror(errno) : _("it is larger than 10 MB"));
}

const char *shell_path(struct shell *shell, const char *path)
{
	return shell->folder && path[0] != '/' ? arena_format(&shell->arena, "%s/%s", shell->folder, path) : path;
}

bool shell_value_text(struct shell *shell, const char *value, const char **out, struct error *err)
{
	bool read;
	int fd;

	if (value[0] != '@') {
		*out = value;
		return true;
	}
	if (!strcmp(value, "@-"))
		return read_stream(shell, STDIN_FILENO, _("standard input"), out, err);
	fd = open(shell_path(shell, value + 1), O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return refuse(err, ERROR_MISSING, _("%s could not be opened: %s. Nothing was changed."), value + 1,
			strerror(errno));
	read = read_stream(shell, fd, value + 1, out, err);
	close(fd);
	return read;
}

bool shell_text(struct shell *shell, const char *name, const char **out, struct error *err)
{
	const char *value = shell_option(shell, name);

	return !value || shell_value_text(shell, value, out, err);
}

bool shell_number(struct shell *shell, const char *name, int64_t *out, struct error *err)
{
	const char *value = shell_option(shell, name);
	char *end;
	long long number;

	if (!value)
		return true;
	errno = 0;
	number = strtoll(value, &end, 10);
	if (errno || end == value || *end)
		return refuse(err, ERROR_INVALID, _("--%s: '%s' is no whole number."), name, value);
	*out = number;
	return true;
}

bool shell_day(struct shell *shell, const char *name, day *out, struct error *err)
{
	const char *value = shell_option(shell, name);
	day today = shell->cw ? casework_today(shell->cw) : DAY_NONE;

	return !value || day_parse(value, today, out, err);
}

bool shell_day_text(struct shell *shell, const char *name, const char **out, struct error *err)
{
	day which = DAY_NONE;
	char text[DAY_TEXT];

	if (!shell_day(shell, name, &which, err))
		return false;
	day_text(which, text);
	*out = which == DAY_NONE ? NULL : arena_text(&shell->arena, text);
	return true;
}

bool shell_money(struct shell *shell, const char *name, int64_t *out, struct error *err)
{
	const char *value = shell_option(shell, name);

	return !value || money_parse(value, out, err);
}

bool shell_operation(struct shell *shell, const char *cause, struct operation *out, struct error *err)
{
	struct operation op = operation_new();
	const char *id = shell_option(shell, "op");
	int64_t version = 0;

	if (id && !operation_is(id))
		return refuse(err, ERROR_INVALID, _("--op: '%s' is no UUID."), id);
	if (!shell_number(shell, "if-version", &version, err))
		return false;
	if (id)
		snprintf(op.id, sizeof op.id, "%s", id);
	op.if_version = version;
	op.cause = cause;
	*out = op;
	return true;
}

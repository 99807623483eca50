/* The language. Invariant: sentences are UTF-8 whatever the environment says, numbers are written as in C (LC_NUMERIC
 * is never touched), and nothing but the catalogue has to be installed. */
#include "words.h"

static bool swedish;

static const char *value_of(const char *name)
{
	const char *value = getenv(name);
	return value ? value : "";
}

/* "sv", "sv_SE.UTF-8", "sv:en" say Swedish; "C" and "de_DE" say nothing we know. */
static bool says(const char *value, const char *language)
{
	size_t bytes = strlen(language);
	return strncmp(value, language, bytes) == 0 && strchr("_.@:", value[bytes]) != NULL;
}

/* LANGUAGE as it was before words_open() wrote its own there; "?" until then. */
static char language_asked[16] = "?";

static bool environment_swedish(void)
{
	const char *values[] = {value_of("LC_ALL"), value_of("LC_MESSAGES"), value_of("LANG"), language_asked};
	for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
		if (says(values[i], "sv"))
			return true;
		if (says(values[i], "en"))
			return false;
	}
	return true;
}

/* Some UTF-8 locale: its name matters little, for LANGUAGE chooses the words and C the numbers. */
static void locale_open(int category)
{
	static const char *const names[] = {"C.UTF-8", "C.utf8", "sv_SE.UTF-8", "en_US.UTF-8"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (setlocale(category, names[i]))
			return;
	}
}

void words_open(const char *language)
{
	const char *directory = secure_getenv("KANSLI_LOCALEDIR");
	if (strcmp(language_asked, "?") == 0)
		snprintf(language_asked, sizeof language_asked, "%s", value_of("LANGUAGE"));
	swedish = language ? strcmp(language, "en") != 0 : environment_swedish();
	setenv("LANGUAGE", swedish ? "sv" : "en", 1);
	locale_open(LC_CTYPE);
	locale_open(LC_MESSAGES);
	bindtextdomain("kansli", directory && *directory ? directory : LOCALEDIR);
	bind_textdomain_codeset("kansli", "UTF-8");
	textdomain("kansli"); /* also makes gettext forget what it found in the other language */
}

bool words_swedish(void)
{
	return swedish;
}

static bool is_latin1(const char *codeset)
{
	static const char *const names[] = {
		"iso-8859-1", "iso8859-1", "iso88591", "latin1", "iso-8859-15", "iso8859-15", "iso885915"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (strcasecmp(codeset, names[i]) == 0)
			return true;
	}
	return false;
}

/* From the names alone: a server often lacks the locale that ssh sends along, but the terminal is what it is. */
char words_charset(void)
{
	const char *value = value_of("LC_ALL");
	if (!*value)
		value = value_of("LC_CTYPE");
	if (!*value)
		value = value_of("LANG");
	if (!*value || strcmp(value, "C") == 0 || strcmp(value, "POSIX") == 0)
		return 'a';
	const char *dot = strchr(value, '.');
	if (!dot)
		return '1'; /* sv_SE alone, or sv_SE@euro, has always meant ISO 8859 */
	char codeset[32];
	snprintf(codeset, sizeof codeset, "%.*s", (int)strcspn(dot + 1, "@"), dot + 1);
	if (strcasecmp(codeset, "UTF-8") == 0 || strcasecmp(codeset, "utf8") == 0)
		return 'u';
	return is_latin1(codeset) ? '1' : 'a';
}

/* The language of sentences, from any environment, with no locale installed. */
#include "base/day.h"
#include "base/words.h"
#include "claims.h"

static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LANG", "LANGUAGE"};

/* The environment holds these and no other words of language: "LANG=sv_SE.UTF-8 LANGUAGE=en". */
static void environment_set(const char *settings)
{
	char one[64];
	for (size_t i = 0; i < sizeof variables / sizeof *variables; i++)
		unsetenv(variables[i]);
	while (*settings) {
		size_t bytes = strcspn(settings, " "), name = strcspn(settings, "=");
		ck_assert_uint_lt(bytes, sizeof one);
		memcpy(one, settings, bytes);
		one[bytes] = one[name] = '\0';
		setenv(one, one + name + 1, 1);
		settings += settings[bytes] ? bytes + 1 : bytes;
	}
}

static const char *sentence(void)
{
	static struct error err;
	day out;
	ck_assert(!day_parse("", 0, &out, &err));
	return err.text;
}

static const char in_swedish[] = "Ingen dag angavs. Skriv den som 2026-12-01, 1/12, +14 eller idag.";
static const char in_english[] = "No day was given. Write it as 2026-12-01, 1/12, +14 or today.";

static void ck_speaks(bool swedish)
{
	ck_assert_int_eq(words_swedish(), swedish);
	ck_assert_str_eq(sentence(), swedish ? in_swedish : in_english);
}

static const char *const swedish_environments[] = {"", "LC_ALL=C", "LANG=C", "LANG=C.UTF-8", "LC_ALL=POSIX",
	"LANG=sv_SE.UTF-8", "LC_ALL=sv_SE", "LANG=sv", "LC_MESSAGES=sv_SE.UTF-8 LANG=en_US.UTF-8",
	"LC_ALL=sv_FI.ISO-8859-1 LANG=en_US.UTF-8", "LANGUAGE=sv:en", "LANG=C.UTF-8 LANGUAGE=sv", "LANG=de_DE.UTF-8",
	"LC_ALL=C.UTF-8 LANG=sv_SE.UTF-8 LANGUAGE=en", "LANG=sv@x", "LANG=entry", "LC_ALL= LANG="};

/* A process of its own, for words_open() remembers the environment it first met. */
static void ck_spoken_in(const char *settings, bool swedish)
{
	int status;
	pid_t child = fork();
	if (child == 0) {
		environment_set(settings);
		words_open(NULL);
		bool right = words_swedish() == swedish && strcmp(sentence(), swedish ? in_swedish : in_english) == 0;
		_exit(right ? 0 : 1);
	}
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	ck_assert_msg(WIFEXITED(status) && WEXITSTATUS(status) == 0, "%s", settings);
}

START_TEST(swedish_is_spoken_unless_english_is_asked_for)
{
	for (size_t i = 0; i < sizeof swedish_environments / sizeof *swedish_environments; i++)
		ck_spoken_in(swedish_environments[i], true);
}
END_TEST

static const char *const english_environments[] = {"LANG=en_US.UTF-8", "LANG=en", "LC_ALL=en_GB.UTF-8 LANG=sv_SE.UTF-8",
	"LC_MESSAGES=en_US LANG=sv_SE.UTF-8", "LANGUAGE=en", "LANG=C.UTF-8 LANGUAGE=en:sv",
	"LANG=de_DE.UTF-8 LANGUAGE=en_GB"};

START_TEST(english_is_spoken_when_it_is_asked_for)
{
	for (size_t i = 0; i < sizeof english_environments / sizeof *english_environments; i++)
		ck_spoken_in(english_environments[i], false);
}
END_TEST

START_TEST(a_named_language_goes_before_the_environment)
{
	environment_set("LC_ALL=sv_SE.UTF-8");
	words_open("en");
	ck_speaks(false);
	environment_set("LC_ALL=en_US.UTF-8 LANGUAGE=en");
	words_open("sv");
	ck_speaks(true);
}
END_TEST

START_TEST(the_language_can_be_switched_while_running)
{
	environment_set("LANGUAGE=en");
	words_open(NULL);
	for (int i = 0; i < 3; i++) {
		words_open("sv");
		ck_speaks(true);
		words_open("en");
		ck_speaks(false);
	}
	words_open("sv");
	words_open(NULL); /* asks the environment as it was, not what the switching left in it */
	ck_speaks(false);
}
END_TEST

START_TEST(no_locale_needs_to_be_installed)
{
	environment_set("LANG=sv_SE.UTF-8");
	setenv("LOCPATH", "/nonexistent", 1);
	words_open(NULL);
	ck_speaks(true);
	ck_assert_int_eq(wcwidth(0xE5), 1); /* curses asks this one */
}
END_TEST

START_TEST(numbers_are_written_as_in_c)
{
	char out[8];
	environment_set("LC_ALL=sv_SE.UTF-8");
	words_open(NULL);
	ck_assert_str_eq(localeconv()->decimal_point, ".");
	ck_assert_str_eq(setlocale(LC_NUMERIC, NULL), "C");
	snprintf(out, sizeof out, "%.1f", 1.5);
	ck_assert_str_eq(out, "1.5");
}
END_TEST

START_TEST(without_a_catalogue_english_is_spoken)
{
	environment_set("");
	setenv("KANSLI_LOCALEDIR", "/nonexistent", 1);
	words_open("sv");
	ck_assert_str_eq(sentence(), in_english);
}
END_TEST

START_TEST(an_empty_directory_in_the_environment_means_the_installed_one)
{
	environment_set("");
	setenv("KANSLI_LOCALEDIR", "", 1);
	words_open("sv");
	ck_assert_ptr_nonnull(strstr(bindtextdomain("kansli", NULL), "locale"));
}
END_TEST

START_TEST(the_terminals_signs_follow_from_the_locales_name)
{
	static const struct {
		const char *settings;
		char charset;
	} rows[] = {{"", 'a'}, {"LANG=C", 'a'}, {"LC_ALL=POSIX LANG=sv_SE.UTF-8", 'a'}, {"LANG=C.UTF-8", 'u'},
		{"LANG=sv_SE.UTF-8", 'u'}, {"LANG=sv_SE.utf8", 'u'}, {"LANG=sv_SE.UTF-8@euro", 'u'},
		{"LANG=sv_SE", '1'}, {"LANG=sv_SE@euro", '1'}, {"LANG=sv_SE.ISO-8859-1", '1'},
		{"LANG=sv_SE.iso88591", '1'}, {"LANG=sv_SE.ISO-8859-15@euro", '1'}, {"LANG=ru_RU.KOI8-R", 'a'},
		{"LC_CTYPE=sv_SE.UTF-8 LANG=C", 'u'}, {"LC_ALL=C LC_CTYPE=sv_SE.UTF-8", 'a'},
		{"LC_ALL= LC_CTYPE= LANG=sv_SE.UTF-8", 'u'}, {"LANG=x.", 'a'},
		{"LANG=sv_SE.averyveryverylongnamethatfitsnowhere", 'a'}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		environment_set(rows[i].settings);
		ck_assert_msg(words_charset() == rows[i].charset, "%s: %c", rows[i].settings, words_charset());
	}
	environment_set("LANG=sv_SE.UTF-8");
	words_open("en");
	ck_assert_int_eq(words_charset(), 'u'); /* the language says nothing of the signs */
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {swedish_is_spoken_unless_english_is_asked_for,
		english_is_spoken_when_it_is_asked_for, a_named_language_goes_before_the_environment,
		the_language_can_be_switched_while_running, no_locale_needs_to_be_installed,
		numbers_are_written_as_in_c, without_a_catalogue_english_is_spoken,
		an_empty_directory_in_the_environment_means_the_installed_one,
		the_terminals_signs_follow_from_the_locales_name, NULL};
	return claims_run("words", claims, 30);
}

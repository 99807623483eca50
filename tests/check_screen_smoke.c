/* The real program on other terminals, in other sizes and other locales: nothing it says hangs on one of them. Each
 * claim reads all screens the table of ways leads to, once as usual and once otherwise, and compares the texts. */
#include "walk.h"

#include "base/text.h"
#include "casework/application.h"
#include "casework/note.h"
#include "tui/charset.h"

#include <signal.h>
#include <spawn.h>
#include <sys/stat.h>

/* Ways read: the most there may be; one; a few. */
enum { PAGES = 192, FIRST = 1, FEW = 8 };
/* Where all are read again for each of several terminals or locales: under the address checker the sizes' claim has
 * already drawn them all. */
#define ALL (CLAIMS_SLOW ? &walks[FEW] : NULL)

/* What each way ends at, in the table's order. */
struct album {
	const char *pages[PAGES];
};
static struct arena arena;
static struct error err[1];
#define OK(call) ck_assert_msg(call, "%s", err->text)

static void page_take(struct album *album, struct bench *bench, const struct walk *walk, bool read)
{
	ck_assert_int_lt(walk - walks, PAGES);
	if (read)
		walk_to(bench, walk);
	else
		walk_go(bench, walk);
	album->pages[walk - walks] = bench_screen(bench, &arena);
	walk_home(bench);
}

/* All ways up to `end`, NULL for all there are; one program for all that one person walks to. */
static void album_take(struct album *album, struct bench_options options, const struct walk *end)
{
	for (const struct walk *walk = walks; walk->name && walk != end;) {
		struct bench *bench = real_open(walk->as, options);

		for (int left = walk_person(walk); left && walk != end; left--, walk++)
			page_take(album, bench, walk, !options.latin);
		real_close(bench);
	}
}

/* The first row that differs is in what the test says. */
static void page_same(const char *wanted, const char *shown, const struct walk *walk, const char *how)
{
	for (int row = 0; *wanted || *shown; row++) {
		size_t bytes = strcspn(wanted, "\n"), others = strcspn(shown, "\n");

		ck_assert_msg(bytes == others && !memcmp(wanted, shown, bytes),
			"%s (%s), %s: row %d is\n%.*s\nwhere it should be\n%.*s", walk->name, walk->as, how, row,
			(int)others, shown, (int)bytes, wanted);
		wanted += bytes + (wanted[bytes] == '\n');
		shown += others + (shown[others] == '\n');
	}
}

static void album_same(const struct album *wanted, const struct album *shown, const struct walk *end, const char *how)
{
	for (const struct walk *walk = walks; walk->name && walk != end; walk++)
		page_same(wanted->pages[walk - walks], shown->pages[walk - walks], walk, how);
}

/* ---- terminals */

START_TEST(a_terminal_without_cursor_control_is_refused_in_a_sentence)
{
	struct bench *bench = real_open("elin", (struct bench_options){.type = "dumb"});

	ck_assert_int_eq(bench_end(bench), 2);
	real_shown(bench, "TERM=dumb");
	bench_close(bench);
}
END_TEST

START_TEST(every_terminal_shows_the_same_text_with_colour_and_without)
{
	static const char *const types[] = {"xterm-256color", "vt100", "linux", "screen-256color"};
	static const char *const plain[] = {"KANSLI_COLOUR=1", "NO_COLOR=1", NULL}, *const coloured[] = {
											    "KANSLI_COLOUR=1", NULL};
	struct album usual, other;

	album_take(&usual, (struct bench_options){.environment = coloured}, ALL);
	for (int i = 0; i < 4; i++) {
		const struct walk *end = i < 2 ? ALL : &walks[FEW];

		album_take(&other, (struct bench_options){.type = types[i], .environment = plain}, end);
		album_same(&usual, &other, end, types[i]);
	}
}
END_TEST

/* ---- sizes */

static const struct {
	int rows, columns;
	const char *name;
} sizes[] = {{40, 132, "132x40"}, {24, 80, "80x24"}, {10, 40, "40x10"}};
enum { SIZES = sizeof sizes / sizeof sizes[0] };

static void page_resize(struct bench *bench, const struct walk *walk, const struct album albums[SIZES])
{
	static const int turns[] = {0, 1, 2, 1, 0};

	walk_to(bench, walk);
	for (int i = 0; i < 5; i++) {
		int size = turns[i];

		bench_resize(bench, sizes[size].rows, sizes[size].columns);
		page_same(albums[size].pages[walk - walks], bench_screen(bench, &arena), walk, sizes[size].name);
		if (size == 2) { /* where there is room for nothing nothing is lost */
			bench_resize(bench, 5, 20);
			bench_resize(bench, 2, 3);
		}
	}
	walk_home(bench);
}

START_TEST(a_size_shows_the_same_text_whatever_size_came_before)
{
	struct album albums[SIZES];

	for (int i = 0; i < SIZES; i++)
		album_take(
			&albums[i], (struct bench_options){.rows = sizes[i].rows, .columns = sizes[i].columns}, NULL);
	for (const struct walk *walk = walks; walk->name;) {
		struct bench *bench =
			real_open(walk->as, (struct bench_options){.rows = sizes[0].rows, .columns = sizes[0].columns});

		for (int left = walk_person(walk); left; left--, walk++)
			page_resize(bench, walk, albums);
		real_close(bench);
	}
}
END_TEST

/* ---- locales */

struct place {
	const char *locale;
	char charset; /* as words_charset() says */
};

/* The same text in the signs the terminal has: a character is one byte, so that columns stay. */
static const char *page_spelled(const char *text, char charset)
{
	char *out = arena_text(&arena, text);
	size_t at = 0;

	for (size_t left = strlen(text); left && charset != 'u';) {
		uint32_t character;
		int used = text_decode(text, left, &character);

		ck_assert_int_gt(used, 0);
		at += (size_t)text_encode(charset_spell(character, charset), out + at);
		text += used;
		left -= (size_t)used;
	}
	if (charset != 'u')
		out[at] = '\0';
	return out;
}

static void place_same(
	const struct place *place, const char *const *environment, const struct album *usual, const struct walk *end)
{
	struct album shown, wanted;

	album_take(&shown,
		(struct bench_options){
			.locale = place->locale, .environment = environment, .latin = place->charset != 'u'},
		end);
	for (const struct walk *walk = walks; walk->name && walk != end; walk++)
		wanted.pages[walk - walks] = page_spelled(usual->pages[walk - walks], place->charset);
	album_same(&wanted, &shown, end, place->locale);
}

START_TEST(every_screen_is_spelled_in_the_signs_its_locale_has)
{
	static const struct place places[] = {{"sv_SE.ISO-8859-1", '1'}, {"C", 'a'}, {"xx_YY.UTF-8", 'u'}};
	struct album usual;

	album_take(&usual, (struct bench_options){.rows = 24}, ALL);
	for (int i = 0; i < 3; i++)
		place_same(&places[i], NULL, &usual, ALL);
}
END_TEST

START_TEST(a_locale_the_machine_lacks_is_taken_at_its_word)
{
	static const struct place places[] = {{"", 'a'}, {"POSIX", 'a'}, {"sv_SE", '1'}, {"sv_SE@euro", '1'},
		{"se_NO.utf8", 'u'}, {"sv_SE.KOI8-R", 'a'}, {"no such place", '1'}};
	struct album usual;

	album_take(&usual, (struct bench_options){.rows = 24}, &walks[FIRST]);
	for (size_t i = 0; i < sizeof places / sizeof places[0]; i++)
		place_same(&places[i], NULL, &usual, &walks[FIRST]);
}
END_TEST

/* False where the system has no sources of locales to make one from. */
static bool locale_make(const char *folder, const char *charset)
{
	extern char **environ;
	const char *path = arena_format(&arena, "%s/sv_SE.%s", folder, charset);
	char *words[] = {arena_text(&arena, "localedef"), arena_text(&arena, "-i"), arena_text(&arena, "sv_SE"),
		arena_text(&arena, "-f"), arena_text(&arena, charset), arena_text(&arena, path), NULL};
	pid_t process;
	int status = -1;

	if (posix_spawnp(&process, words[0], NULL, NULL, words, environ) != 0)
		return false;
	ck_assert_int_eq(waitpid(process, &status, 0), process);
	return status == 0;
}

START_TEST(a_locale_the_machine_has_changes_nothing_in_what_is_shown)
{
	static const struct place places[] = {{"sv_SE.ISO-8859-1", '1'}, {"sv_SE.UTF-8", 'u'}};
	const char *environment[] = {arena_format(&arena, "LOCPATH=%s", real_folder), NULL};
	struct album usual;

	album_take(&usual, (struct bench_options){.rows = 24}, &walks[FEW]);
	for (int i = 0; i < 2; i++) {
		if (locale_make(real_folder, strchr(places[i].locale, '.') + 1))
			place_same(&places[i], environment, &usual, &walks[FEW]);
		else
			printf("# no sources to make %s from\n", places[i].locale);
	}
	fflush(stdout);
}
END_TEST

static const char *note_last(const char *number)
{
	struct casework *cw = real_casework("elin");
	struct note_list list;
	const char *said = "";
	int64_t id;
	int n = 0;

	OK(application_find(cw, number, &id, err));
	OK(note_list_load(cw, id, &list, err));
	for (int i = 0; i < list.count; i++) {
		said = list.items[i].n > n ? arena_text(&arena, list.items[i].said) : said;
		n = list.items[i].n > n ? list.items[i].n : n;
	}
	note_list_done(&list);
	casework_close(cw);
	return said;
}

static void note_write(const struct place *place, const char *bytes, const char *shown, const char *kept)
{
	struct bench *bench =
		real_open("elin", (struct bench_options){.locale = place->locale, .latin = place->charset != 'u'});

	real_find(bench, "13-2026");
	bench_press(bench, "c");
	bench_text(bench, bytes);
	real_shown(bench, shown);
	bench_press(bench, "Tab Tab t Ctrl-S");
	real_shown(bench, page_spelled("är sparad.", place->charset));
	ck_assert_str_eq(note_last("13-2026"), kept);
	real_close(bench);
}

START_TEST(what_is_typed_in_any_locale_is_kept_as_it_was_meant)
{
	note_write(&(struct place){"sv_SE.ISO-8859-1", '1'}, "\xC5tg\xE4rd p\xE5 v\xE4g", "Åtgärd på väg",
		"Åtgärd på väg");
	note_write(&(struct place){"C", 'a'}, "Även så – här", "Aven sa - har", "Även så – här");
	note_write(&(struct place){"xx_YY.UTF-8", 'u'}, "Öppet", "Öppet", "Öppet");
}
END_TEST

static void list_print(const struct place *place, const char *shown)
{
	const char *arguments[] = {"--db", real_office(), "--as", "elin", "list", NULL};
	struct bench_options options = {.program = getenv("KANSLI_PROGRAM"),
		.arguments = arguments,
		.locale = place->locale,
		.latin = place->charset != 'u',
		.rows = 60};
	struct bench *bench = bench_open(&options);

	ck_assert_int_eq(bench_end(bench), 0);
	real_shown(bench, shown);
	bench_close(bench);
}

START_TEST(the_shell_spells_as_the_screens_do)
{
	list_print(&(struct place){"sv_SE.ISO-8859-1", '1'}, "Jönköpings län");
	list_print(&(struct place){"C", 'a'}, "Jonkopings lan");
	list_print(&(struct place){"xx_YY.UTF-8", 'u'}, "Jönköpings län");
}
END_TEST

/* ---- its end */

START_TEST(a_lost_line_ends_it_with_its_code)
{
	struct bench *bench = real_open("elin", (struct bench_options){.rows = 24});

	bench_hang_up(bench);
	ck_assert_int_eq(bench_end(bench), 129);
	bench_close(bench);
	bench = real_open("elin", (struct bench_options){.rows = 24});
	bench_signal(bench, SIGHUP);
	ck_assert_int_eq(bench_end(bench), 129);
	bench_close(bench);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {a_terminal_without_cursor_control_is_refused_in_a_sentence,
		every_terminal_shows_the_same_text_with_colour_and_without,
		a_size_shows_the_same_text_whatever_size_came_before,
		every_screen_is_spelled_in_the_signs_its_locale_has, a_locale_the_machine_lacks_is_taken_at_its_word,
		a_locale_the_machine_has_changes_nothing_in_what_is_shown,
		what_is_typed_in_any_locale_is_kept_as_it_was_meant, the_shell_spells_as_the_screens_do,
		a_lost_line_ends_it_with_its_code, NULL};
	int broken;

	arena_init(&arena);
	real_hastens = true;
	broken = real_run("screen smoke", claims, 120);
	arena_done(&arena);
	return broken;
}

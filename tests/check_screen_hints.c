/* Every hint of every screen of the real program is pressed: something is opened, changed or said. And no hint of the
 * action tables is left out: each is on somebody's hint line on the way there. */
#include "walk.h"

#include "base/buffer.h"
#include "base/text.h"
#include "base/words.h"
#include "tui/pane_table.h"

enum { ROWS = 40, COLUMNS = 240, KEYS = 2 };

static struct arena arena;

static void begin(void)
{
	words_open("sv"); /* as the program, for the names of keys */
	arena_init(&arena);
}

/* So wide that no hint is dropped. */
static struct bench *open_as(const char *as)
{
	return real_open(as, (struct bench_options){.rows = ROWS, .columns = COLUMNS});
}

/* ---- the hint line */

/* "Enter öppna" of "? hjälp  Enter öppna  q åter"; the text after it, NULL at the end. */
static const char *hint_next(const char *at, const char **hint)
{
	const char *end = strstr(at, "  ");

	*hint = end ? arena_text_part(&arena, at, (size_t)(end - at)) : arena_text(&arena, at);
	return end ? end + 2 : NULL;
}

/* The key a label stands for; false when there is none of that name. */
static bool key_labelled(const char *label, char name[KEY_NAME])
{
	static const char *const translated[] = {"Up", "Down", "Left", "Right", "Space", "Backspace"};
	char own[KEY_NAME];
	struct key key;

	snprintf(name, KEY_NAME, "%s", label);
	if (key_read(label, strlen(label), &key))
		return true;
	for (size_t i = 0; i < sizeof translated / sizeof *translated; i++) {
		snprintf(name, KEY_NAME, "%s", translated[i]);
		if (!strcmp(key_label(name, strlen(name), own), label))
			return true;
	}
	return false;
}

/* "J/K" and "0-4" are two keys, the first and the last; all else is one. */
static int hint_keys(const char *hint, char names[KEYS][KEY_NAME])
{
	size_t bytes = strcspn(hint, " ");
	const char *label = arena_text_part(&arena, hint, bytes);

	if (bytes == 3 && strchr("/-", label[1])) {
		snprintf(names[0], KEY_NAME, "%c", label[0]);
		snprintf(names[1], KEY_NAME, "%c", label[2]);
		return 2;
	}
	ck_assert_msg(key_labelled(label, names[0]), "no key is called %s", label);
	return 1;
}

/* ---- every one is pressed */

static void key_does(struct bench **bench, const struct walk *walk, const char *key)
{
	const char *before = bench_picture(*bench, &arena);

	bench_press(*bench, key);
	if (bench_ended(*bench)) {
		ck_assert_int_eq(bench_end(*bench), 0);
		bench_close(*bench);
		*bench = open_as(walk->as);
		walk_to(*bench, walk);
		return;
	}
	ck_assert_msg(
		strcmp(before, bench_picture(*bench, &arena)), "%s (%s): %s does nothing", walk->name, walk->as, key);
	ck_assert_hidden(*bench, "inte bundet här");
	walk_home(*bench);
	walk_to(*bench, walk);
}

static void hints_press(struct bench **bench, const struct walk *walk)
{
	char names[KEYS][KEY_NAME];
	const char *line, *hint;

	walk_to(*bench, walk);
	line = arena_text(&arena, bench_row(*bench, ROWS - 1));
	ck_assert_msg(line[0], "%s has no hints", walk->name);
	while (line) {
		line = hint_next(line, &hint);
		if (!strcmp(hint, _("disqualified: takes no part")) || !strcmp(hint, _("the case is closed")))
			continue; /* how the person stands to the case, or the case itself: no key */
		for (int i = 0, keys = hint_keys(hint, names); i < keys; i++)
			key_does(bench, walk, names[i]);
	}
	walk_home(*bench);
}

START_TEST(every_hint_of_every_screen_does_something)
{
	for (const struct walk *walk = walks; walk->name;) {
		struct bench *bench = open_as(walk->as);

		for (int left = walk_person(walk); left; left--, walk++)
			hints_press(&bench, walk);
		real_close(bench);
	}
}
END_TEST

/* ---- none is left out */

/* Ways that change the office: walked once, and last. */
static const struct walk recording[] = {
	{"sitting", "elin", NULL, "1 + 2 0 2 6 - 1 1 - 2 2 Enter Enter", "Sammanträde 2026-11-22", NULL},
	{"sitting", "elin", NULL, "1 Down Enter S + b u d g e t Enter", "Sammanträde 2026-11-22", "budget"},
	{"sitting", "elin", NULL, "1 Down Enter 1 2 3 4 Enter y 1 j a Enter y 2 n e j Enter", "Sammanträde 2026-11-22",
		"nej"},
	{.name = NULL},
};

/* One program for all that one person walks to. */
static void lines_read(const struct walk *walk, struct buffer *out)
{
	while (walk->name) {
		struct bench *bench = open_as(walk->as);

		for (int left = walk_person(walk); left; left--, walk++) {
			walk_to(bench, walk);
			buffer_format(out, "\n%s:  %s  ", walk->name, bench_row(bench, ROWS - 1));
			walk_home(bench);
		}
		real_close(bench);
	}
}

/* "  A attestera" on a line of this pane; its words may be others there. */
static bool hint_seen(const char *lines, const char *pane, const struct action *action)
{
	char label[KEY_NAME];
	const char *start = arena_format(&arena, "\n%s:", pane), *key = action->shown;

	if (!key)
		key = key_label(action->keys, strcspn(action->keys, " "), label);
	key = arena_format(&arena, "  %s ", key);
	for (const char *line = strstr(lines, start); line; line = strstr(line + 1, start)) {
		const char *end = strchr(line + 1, '\n'), *found = strstr(line, key);

		if (found && (!end || found < end))
			return true;
	}
	return false;
}

START_TEST(every_pane_is_walked_to_and_none_of_its_hints_is_left_out)
{
	struct buffer lines;

	buffer_init(&lines);
	lines_read(walks, &lines);
	lines_read(recording, &lines);
	for (int i = 0; pane_kinds[i]; i++) {
		const char *name = pane_kinds[i]->name;

		ck_assert_msg(walk_has(name), "no way leads to %s", name);
		for (const struct action *action = pane_kinds[i]->actions; action->name; action++)
			ck_assert_msg(!action->hint || hint_seen(lines.text, name, action),
				"%s: nobody sees the hint of %s", name, action->name);
	}
	buffer_done(&lines);
}
END_TEST

static void end(void)
{
	arena_done(&arena);
}

int main(void)
{
	const TTest *const claims[] = {every_hint_of_every_screen_does_something,
		every_pane_is_walked_to_and_none_of_its_hints_is_left_out, NULL};
	int broken;

	begin();
	real_hastens = true;
	broken = real_run("screen hints", claims, 120);
	end();
	return broken;
}

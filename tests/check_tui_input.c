/* Bytes made into events: the same events wherever the reads are cut. */
#include "claims.h"
#include "tui/input.h"

enum { SAID = 4096 };
static char said[SAID];

static void say(const struct event *event)
{
	size_t at = strlen(said);
	char name[KEY_NAME];
	if (event->kind == EVENT_PASTE) {
		snprintf(said + at, SAID - at, "paste(%.*s) ", (int)event->bytes, event->text);
	} else {
		ck_assert_int_eq(event->kind, EVENT_KEY);
		snprintf(said + at, SAID - at, "%s%s ", key_spell(event->key, name), event->key.burst ? "!" : "");
	}
}

static void drain(struct input *input, bool late)
{
	for (struct event event = input_next(input, late); event.kind != EVENT_NONE; event = input_next(input, late)) {
		say(&event);
	}
}

/* What the bytes become, fed in parts of `part` bytes and then left alone. */
static const char *events_of(const char *bytes, size_t count, size_t part, bool latin)
{
	struct input input;
	said[0] = '\0';
	input_init(&input, latin);
	for (size_t at = 0; at < count; at += part) {
		input_feed(&input, bytes + at, part < count - at ? part : count - at);
		drain(&input, false);
	}
	drain(&input, true);
	ck_assert_uint_eq(input_pending(&input), 0);
	ck_assert_int_eq(input_patience(&input, 25), -1);
	input_done(&input);
	return said;
}

#define ck_assert_events(bytes, wanted) ck_assert_str_eq(events_of(bytes, strlen(bytes), 1, false), wanted)

START_TEST(letters_and_signs_are_themselves)
{
	ck_assert_events("aZ 0?", "a Z Space 0 ? ");
	ck_assert_events("åÄö§€漢", "å Ä ö § € 漢 ");
	ck_assert_events("\r\n\t\b\x7F", "Enter Enter Tab Backspace Backspace ");
	ck_assert_events("\x01\x13\x1A\x1F\x1C", "Ctrl-A Ctrl-S Ctrl-Z Ctrl-_ Ctrl-\\ ");
}
END_TEST

START_TEST(a_key_has_one_name_in_every_spelling)
{
	ck_assert_events("\033[A\033OA", "Up Up ");
	ck_assert_events("\033[1~\033[7~\033[H\033OH", "Home Home Home Home ");
	ck_assert_events("\033[3~\033[5~\033[6~\033[2~", "Delete PgUp PgDn Insert ");
	ck_assert_events("\033[1;2A\033[a\033[Z", "Shift-Up Shift-Up Shift-Tab ");
	ck_assert_events("\033OP\033[11~\033[[A\033[21~\033[24~", "F1 F1 F1 F10 F12 ");
	ck_assert_events("\033Op\033Oy\033OM\033Ok", "0 9 Enter + ");
	ck_assert_events("\033[1;5C\033[99;1;1;1xj", "<?> <?> j ");
}
END_TEST

START_TEST(esc_is_esc_alone_or_before_a_letter)
{
	ck_assert_events("\033", "Esc ");
	ck_assert_str_eq(events_of("\033j", 2, 2, false), "Esc j ");
	ck_assert_str_eq(events_of("\033\033[B", 4, 4, false), "Esc Down ");
	ck_assert_str_eq(events_of("\033å", 3, 3, false), "Esc å ");
	struct input input;
	said[0] = '\0';
	input_init(&input, false);
	input_feed(&input, "\033", 1);
	ck_assert_int_eq(input_patience(&input, 25), 25);
	drain(&input, true);
	input_feed(&input, "[", 1);
	ck_assert_int_gt(input_patience(&input, 25), 100);
	drain(&input, false);
	input_feed(&input, "B", 1);
	drain(&input, false);
	ck_assert_str_eq(said, "Esc Down ");
	input_done(&input);
}
END_TEST

START_TEST(half_a_sequence_never_becomes_commands)
{
	ck_assert_events("\033[", "<?> ");
	ck_assert_events("\033[20", "<?> ");
	ck_assert_events("\033[12345678901234567890123456789012345678j", "<?> ");
	ck_assert_events("\033[1\001q", "<?> Ctrl-A q ");
}
END_TEST

START_TEST(broken_bytes_cost_only_themselves)
{
	ck_assert_events("\xE5j", "<E5> j ");
	ck_assert_events("\xC3(", "<C3> ( ");
	ck_assert_events("\xF0\x9F\x98", "<F0> <9F> <98> ");
	ck_assert_events("\xC0\xAF\xED\xA0\x80\xFF", "<C0> <AF> <ED> <A0> <80> <FF> ");
	ck_assert_events("\xE2\x80\xAE", "<?> "); /* turns the direction of writing: no text */
	ck_assert_str_eq(events_of("v\xE5rd\x9B", 5, 1, true), "v å r d <9B> ");
}
END_TEST

START_TEST(a_paste_is_one_event_wherever_it_is_cut)
{
	static const char whole[] = "j\033[200~dda\n\033[Ak\xE5\033[201~k\033[B\033[200~\033[201~åq";
	static const char wanted[] = "j paste(dda\n\033[Ak\xE5) k Down paste() å q ";
	for (size_t part = 1; part < sizeof whole; part++) {
		ck_assert_str_eq(events_of(whole, sizeof whole - 1, part, false), wanted);
	}
	for (size_t cut = 1; cut + 1 < sizeof whole; cut++) {
		struct input input;
		said[0] = '\0';
		input_init(&input, false);
		input_feed(&input, whole, cut);
		drain(&input, false);
		input_feed(&input, whole + cut, sizeof whole - 1 - cut);
		drain(&input, false);
		ck_assert_str_eq(said, wanted);
		input_done(&input);
	}
}
END_TEST

START_TEST(an_end_mark_in_a_paste_ends_nothing_when_the_real_one_is_there)
{
	static const char whole[] = "\033[200~a\033[201~qB\033[201~j\033[200~b\033[201~";
	ck_assert_str_eq(events_of(whole, sizeof whole - 1, 64, false), "paste(a\033[201~qB) j paste(b) ");
}
END_TEST

START_TEST(what_follows_a_pasted_end_mark_is_a_burst)
{
	struct input input;
	said[0] = '\0';
	input_init(&input, false);
	input_feed(&input, "\033[200~a", 7);
	drain(&input, false);
	input_feed(&input, "\033[201~:deletx0", 14); /* the real end comes in the next read */
	drain(&input, false);
	ck_assert_str_eq(said, "paste(a) : d e l e t x 0 ");
	said[0] = '\0';
	input_feed(&input, "\033[200~a", 7);
	drain(&input, false);
	input_feed(&input, "\033[201~abcdefghi", 15);
	drain(&input, false);
	ck_assert_str_eq(said, "paste(a) a! b! c! d! e! f! g! h! i! ");
	input_done(&input);
}
END_TEST

START_TEST(a_paste_without_end_is_given_up_on_at_last)
{
	struct input input;
	said[0] = '\0';
	input_init(&input, false);
	input_feed(&input, "\033[200~half", 10);
	drain(&input, false);
	ck_assert_int_ge(input_patience(&input, 25), 1000);
	drain(&input, true);
	ck_assert_str_eq(said, "paste(half) ");
	input_done(&input);
}
END_TEST

START_TEST(many_different_letters_in_one_read_are_a_burst)
{
	ck_assert_str_eq(events_of("abcdefghi", 9, 9, false), "a! b! c! d! e! f! g! h! i! ");
	ck_assert_str_eq(events_of("abcdefgh", 8, 8, false), "a b c d e f g h ");
	ck_assert_str_eq(events_of("jjjjjjjjjjjj", 12, 12, false), "j j j j j j j j j j j j ");
	ck_assert_str_eq(events_of("abcdefghi", 9, 5, false), "a b c d e f g h i ");
	ck_assert_str_eq(events_of("abcdefghi\033[Bj", 13, 13, false), "a b c d e f g h i Down j ");
	struct input input;
	said[0] = '\0';
	input_init(&input, false);
	input_feed(&input, "j", 1);
	input_feed(&input, "abcdefghi", 9);
	input_feed(&input, "k", 1);
	drain(&input, false);
	ck_assert_str_eq(said, "j a! b! c! d! e! f! g! h! i! k ");
	input_done(&input);
}
END_TEST

START_TEST(a_terminals_own_spelling_can_be_taught)
{
	struct input input;
	said[0] = '\0';
	input_init(&input, false);
	input_teach(&input, "\033{up", (struct key){PRESS_UP, 0, false});
	input_teach(&input, NULL, (struct key){PRESS_UP, 0, false});
	input_teach(&input, "q", (struct key){PRESS_UP, 0, false});
	input_feed(&input, "\033{upq", 5);
	drain(&input, false);
	ck_assert_str_eq(said, "Up q ");
	input_done(&input);
}
END_TEST

START_TEST(any_bytes_at_all_become_events)
{
	uint32_t seed = 4711;
	for (int round = 0; round < 2000; round++) {
		char bytes[64];
		for (size_t i = 0; i < sizeof bytes; i++) {
			seed = seed * 1664525 + 1013904223;
			bytes[i] = seed >> 28 == 0 ? '\033' : seed >> 28 == 1 ? '[' : (char)(seed >> 16);
		}
		struct input input;
		input_init(&input, round % 2 == 0);
		input_feed(&input, bytes, sizeof bytes);
		int events = 0;
		while (input_next(&input, true).kind != EVENT_NONE) {
			ck_assert_int_lt(++events, 65);
		}
		ck_assert_uint_eq(input_pending(&input), 0);
		input_done(&input);
	}
}
END_TEST

START_TEST(a_keys_name_reads_back_as_the_key)
{
	static const char *const names[] = {"Enter", "Tab", "Shift-Tab", "Esc", "Backspace", "Delete", "Insert", "Up",
		"Down", "Left", "Right", "Home", "End", "PgUp", "PgDn", "Shift-Up", "Shift-Down", "Space", "F1", "F12",
		"Ctrl-A", "Ctrl-_", "a", "Ö", "?", ":", "<"};
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		struct key key;
		char name[KEY_NAME];
		ck_assert(key_read(names[i], strlen(names[i]), &key));
		ck_assert_str_eq(key_spell(key, name), names[i]);
	}
	static const char *const none[] = {"", "F0", "F13", "Ctrl-a", "Ctrl-", "aa", "Shift-A", " "};
	for (size_t i = 0; i < sizeof none / sizeof none[0]; i++) {
		struct key key;
		ck_assert_msg(!key_read(none[i], strlen(none[i]), &key), "%s is read", none[i]);
	}
	struct key down = {PRESS_DOWN, 0, true};
	ck_assert(key_among(down, "j Down Ctrl-N"));
	ck_assert(!key_among(down, "j Up"));
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		letters_and_signs_are_themselves,
		a_key_has_one_name_in_every_spelling,
		esc_is_esc_alone_or_before_a_letter,
		half_a_sequence_never_becomes_commands,
		broken_bytes_cost_only_themselves,
		a_paste_is_one_event_wherever_it_is_cut,
		an_end_mark_in_a_paste_ends_nothing_when_the_real_one_is_there,
		what_follows_a_pasted_end_mark_is_a_burst,
		a_paste_without_end_is_given_up_on_at_last,
		many_different_letters_in_one_read_are_a_burst,
		a_terminals_own_spelling_can_be_taught,
		any_bytes_at_all_become_events,
		a_keys_name_reads_back_as_the_key,
		NULL,
	};
	return claims_run("tui input", claims, 30);
}

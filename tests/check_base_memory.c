/* Arenas, buffers, and sentences of refusal. */
#include "base/arena.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/text.h"
#include "claims.h"

static bool is_all(const unsigned char *bytes, size_t count, int value)
{
	for (size_t i = 0; i < count; i++) {
		if (bytes[i] != value)
			return false;
	}
	return true;
}

START_TEST(an_arena_gives_zeroed_memory_aligned_for_anything)
{
	struct arena arena;
	arena_init(&arena);
	for (size_t size = 0; size < 3000; size += 7) {
		unsigned char *memory = arena_take(&arena, size);
		ck_assert_uint_eq((uintptr_t)memory % _Alignof(max_align_t), 0);
		ck_assert(is_all(memory, size, 0));
		memset(memory, 0xA5, size);
	}
	arena_done(&arena);
}
END_TEST

START_TEST(pieces_of_an_arena_never_overlap)
{
	enum { PIECES = 400 };
	struct arena arena;
	unsigned char *pieces[PIECES];
	size_t sizes[PIECES];
	arena_init(&arena);
	for (int i = 0; i < PIECES; i++) {
		/* now and then one larger than any block, after which small ones still fit before it */
		sizes[i] = i % 37 == 0 ? 300000 + (size_t)i : (size_t)(i * i) % 900 + 1;
		pieces[i] = arena_take(&arena, sizes[i]);
		memset(pieces[i], i % 251, sizes[i]);
	}
	for (int i = 0; i < PIECES; i++)
		ck_assert(is_all(pieces[i], sizes[i], i % 251));
	arena_done(&arena);
}
END_TEST

START_TEST(an_arena_may_be_done_twice_and_used_again)
{
	struct arena arena;
	arena_init(&arena);
	arena_done(&arena);
	ck_assert_str_eq(arena_text(&arena, "x"), "x");
	arena_done(&arena);
	arena_done(&arena);
	arena_done(NULL);
	ck_assert_ptr_null(arena.first);
}
END_TEST

START_TEST(an_arena_copies_text)
{
	struct arena arena;
	arena_init(&arena);
	char source[] = "Åre kommun";
	char *copy = arena_text(&arena, source), *part = arena_text_part(&arena, source, 4);
	source[0] = 'x';
	ck_assert_str_eq(copy, "Åre kommun");
	ck_assert_str_eq(part, "Åre");
	ck_assert_str_eq(arena_text(&arena, ""), "");
	ck_assert_ptr_null(arena_text(&arena, NULL));
	ck_assert_ptr_null(arena_text_part(&arena, NULL, 3));
	ck_assert_str_eq(arena_format(&arena, "%s nr %d", "ärende", 12), "ärende nr 12");
	char *wide = arena_format(&arena, "%20000s", "x");
	ck_assert_uint_eq(strlen(wide), 20000);
	arena_done(&arena);
}
END_TEST

START_TEST(an_array_grows_and_keeps_its_items)
{
	struct arena arena;
	int *items = NULL;
	size_t room = 0;
	arena_init(&arena);
	for (size_t count = 0; count < 5000; count++) {
		if (count == room) {
			room = room ? room * 2 : 4;
			items = arena_grow(&arena, items, count, sizeof *items, room);
			for (size_t i = count; i < room; i++)
				ck_assert_int_eq(items[i], 0);
		}
		items[count] = (int)count;
	}
	for (int i = 0; i < 5000; i++)
		ck_assert_int_eq(items[i], i);
	const int *same =
		arena_grow(&arena, items, 5000, sizeof *items, 10); /* room below count holds the items still */
	ck_assert_mem_eq(same, items, 5000 * sizeof *items);
	arena_done(&arena);
}
END_TEST

static void farewell(void)
{
	_exit(42); /* what a screen would do before the abort is seen by the parent as a plain end */
}

START_TEST(the_screen_is_restored_before_memory_ends_the_program)
{
	pid_t child = fork();
	if (child == 0) {
		memory_farewell = farewell;
		memory_out();
	}
	int status;
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	ck_assert(WIFEXITED(status) && WEXITSTATUS(status) == 42);
}
END_TEST

START_TEST(the_end_of_memory_is_told_and_stops_the_program)
{
	int ends[2];
	ck_assert_int_eq(pipe(ends), 0);
	pid_t child = fork();
	if (child == 0) {
		dup2(ends[1], STDERR_FILENO);
		memory_out();
	}
	close(ends[1]);
	char told[400] = "";
	ssize_t bytes = read(ends[0], told, sizeof told - 1);
	close(ends[0]);
	int status;
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	ck_assert(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
	ck_assert_int_gt(bytes, 0);
	ck_assert_ptr_nonnull(strstr(told, "no more memory"));
}
END_TEST

START_TEST(a_size_beyond_all_memory_stops_the_program)
{
	struct arena arena;
	arena_init(&arena);
	arena_take(&arena, SIZE_MAX - 8);
}
END_TEST

START_TEST(an_array_beyond_all_memory_stops_the_program)
{
	struct arena arena;
	arena_init(&arena);
	arena_grow(&arena, NULL, 0, SIZE_MAX / 2, 3);
}
END_TEST

START_TEST(a_buffer_always_ends_its_text)
{
	struct buffer buffer;
	buffer_init(&buffer);
	ck_assert_str_eq(buffer.text, "");
	buffer_text(&buffer, "");
	buffer_add(&buffer, "zzz", 0);
	ck_assert_str_eq(buffer.text, "");
	for (int i = 0; i < 3000; i++) {
		buffer_text(&buffer, i % 2 ? "ö" : "o");
		ck_assert_int_eq(buffer.text[buffer.bytes], '\0');
	}
	ck_assert_uint_eq(buffer.bytes, 4500);
	ck_assert_uint_eq(strlen(buffer.text), 4500);
	buffer_clear(&buffer);
	ck_assert_str_eq(buffer.text, "");
	buffer_format(&buffer, "%s-%d", "a", 7);
	buffer_format(&buffer, "%s", "");
	ck_assert_str_eq(buffer.text, "a-7");
	buffer_add(&buffer, "\0b", 2);
	ck_assert_uint_eq(buffer.bytes, 5);
	ck_assert_mem_eq(buffer.text, "a-7\0b", 6);
	buffer_done(&buffer);
	ck_assert_str_eq(buffer.text, "");
	buffer_clear(&buffer);
	buffer_done(&buffer);
	buffer_done(NULL);
}
END_TEST

START_TEST(a_buffer_holds_a_long_format_whole)
{
	struct buffer buffer;
	buffer_init(&buffer);
	buffer_text(&buffer, "x");
	buffer_format(&buffer, "%255s|%256s|%5000s", "a", "b", "c");
	ck_assert_uint_eq(buffer.bytes, 1 + 255 + 1 + 256 + 1 + 5000);
	ck_assert_int_eq(buffer.text[buffer.bytes - 1], 'c');
	buffer_done(&buffer);
}
END_TEST

START_TEST(a_refusal_answers_false_and_says_why)
{
	struct error err = {0};
	ck_assert(!refuse(&err, ERROR_DENIED, "%s may not", "Vera"));
	ck_assert_int_eq(err.kind, ERROR_DENIED);
	ck_assert_str_eq(err.text, "Vera may not");
	ck_assert(!refuse(NULL, ERROR_DENIED, "nobody listens"));
	ck_assert(!refuse(&err, ERROR_MISSING, "%s", err.text)); /* a sentence may be made of the one before */
	ck_assert_str_eq(err.text, "Vera may not");
}
END_TEST

START_TEST(a_long_refusal_is_cut_between_characters)
{
	struct error err;
	char text[2000];
	for (size_t shift = 0; shift < 4; shift++) {
		memset(text, 'x', shift);
		size_t bytes = shift;
		for (; bytes + 4 < sizeof text; bytes += 4)
			memcpy(text + bytes, "😀", 4);
		text[bytes] = '\0';
		refuse(&err, ERROR_FAILED, "%s", text);
		size_t kept = strlen(err.text);
		ck_assert_uint_lt(kept, sizeof err.text);
		ck_assert_uint_gt(kept + 4, sizeof err.text - 1);
		ck_assert(text_is_utf8(err.text, kept));
	}
	memset(text, 'x', sizeof text);
	text[639] = '\0';
	refuse(&err, ERROR_FAILED, "%s", text); /* exactly as much as there is room for */
	ck_assert_uint_eq(strlen(err.text), 639);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {an_arena_gives_zeroed_memory_aligned_for_anything,
		pieces_of_an_arena_never_overlap, an_arena_may_be_done_twice_and_used_again, an_arena_copies_text,
		an_array_grows_and_keeps_its_items, the_screen_is_restored_before_memory_ends_the_program,
		the_end_of_memory_is_told_and_stops_the_program, a_buffer_always_ends_its_text,
		a_buffer_holds_a_long_format_whole, a_refusal_answers_false_and_says_why,
		a_long_refusal_is_cut_between_characters, NULL};
	const TTest *const stops[] = {
		a_size_beyond_all_memory_stops_the_program, an_array_beyond_all_memory_stops_the_program, NULL};
	return claims_run_with_stops("memory", claims, stops, 30);
}

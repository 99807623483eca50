/* Memory that is freed all at once. Invariant: the first block is the one being filled; a piece too large for a common
 * block gets a block of its own behind it, so that the first one keeps its room. */
#include "arena.h"
#include "words.h"

#include <malloc.h>

enum { BLOCK_FIRST = 4096, BLOCK_MOST = 256 * 1024 };

struct arena_block {
	struct arena_block *next;
	size_t room, used;
	max_align_t bytes[];
};

void (*memory_farewell)(void) = NULL;

_Noreturn void memory_out(void)
{
	void (*farewell)(void) = memory_farewell;
	const char *text =
		_("kansli: the computer has no more memory. What was saved is safe; nothing was saved by halves.\n");
	memory_farewell = NULL;
	if (farewell)
		farewell();
	ssize_t written = write(STDERR_FILENO, text, strlen(text));
	(void)written; /* the program ends whether or not anybody can read why */
	abort();
}

void *memory_take(size_t size)
{
	void *memory = calloc(1, size ? size : 1);
	if (!memory)
		memory_out();
	return memory;
}

void *memory_retake(void *old, size_t size)
{
	void *memory = realloc(old, size ? size : 1);
	if (!memory)
		memory_out();
	return memory;
}

void memory_rest(void)
{
	malloc_trim(0);
}

void arena_init(struct arena *arena)
{
	arena->first = NULL;
}

void arena_done(struct arena *arena)
{
	if (!arena)
		return;
	for (struct arena_block *block = arena->first, *next; block; block = next) {
		next = block->next;
		free(block);
	}
	arena->first = NULL;
}

static struct arena_block *block_new(size_t room)
{
	size_t size;
	if (__builtin_add_overflow(room, sizeof(struct arena_block), &size))
		memory_out();
	struct arena_block *block = memory_take(size);
	block->room = room;
	return block;
}

/* The next common block is twice as large as the last, so that a large snapshot takes few of them. */
static struct arena_block *block_for(struct arena *arena, size_t size)
{
	struct arena_block *first = arena->first;
	size_t room = first ? first->room * 2 : BLOCK_FIRST;
	if (room > BLOCK_MOST)
		room = BLOCK_MOST;
	if (size <= room / 4 || !first) {
		struct arena_block *block = block_new(size > room ? size : room);
		block->next = first;
		arena->first = block;
		return block;
	}
	struct arena_block *own = block_new(size);
	own->next = first->next;
	first->next = own;
	return own;
}

void *arena_take(struct arena *arena, size_t size)
{
	size_t unit = sizeof(max_align_t), padded;
	if (__builtin_add_overflow(size ? size : 1, unit - 1, &padded))
		memory_out();
	padded = padded / unit * unit;
	struct arena_block *block = arena->first;
	if (!block || block->room - block->used < padded)
		block = block_for(arena, padded);
	void *memory = (char *)block->bytes + block->used;
	block->used += padded;
	return memory;
}

char *arena_text_part(struct arena *arena, const char *text, size_t bytes)
{
	if (!text)
		return NULL;
	char *copy = arena_take(arena, bytes + 1);
	memcpy(copy, text, bytes);
	return copy;
}

char *arena_text(struct arena *arena, const char *text)
{
	return text ? arena_text_part(arena, text, strlen(text)) : NULL;
}

char *arena_format(struct arena *arena, const char *format, ...)
{
	char scratch[512]; /* nearly every text fits here and is formatted once */
	va_list values, again;
	va_start(values, format);
	va_copy(again, values);
	int bytes = vsnprintf(scratch, sizeof scratch, format, values);
	va_end(values);
	assert(bytes >= 0);
	char *text = arena_take(arena, (size_t)bytes + 1);
	if ((size_t)bytes < sizeof scratch)
		memcpy(text, scratch, (size_t)bytes);
	else
		vsnprintf(text, (size_t)bytes + 1, format, again);
	va_end(again);
	return text;
}

void *arena_grow(struct arena *arena, const void *items, size_t count, size_t size, size_t room)
{
	size_t bytes;
	if (__builtin_mul_overflow(room > count ? room : count, size, &bytes))
		memory_out();
	void *copy = arena_take(arena, bytes);
	if (count)
		memcpy(copy, items, count * size);
	return copy;
}

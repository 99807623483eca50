/* Memory that is freed all at once: a snapshot owns one. Allocation never answers NULL: out of memory ends the
 * program through memory_out(), which restores the terminal first. */
#ifndef KANSLI_BASE_ARENA_H
#define KANSLI_BASE_ARENA_H

#include <stddef.h>

struct arena_block;
struct arena {
	struct arena_block *first;
};

void arena_init(struct arena *arena);
void arena_done(struct arena *arena); /* accepts an arena already done */
/* Zeroed memory aligned for any type. */
void *arena_take(struct arena *arena, size_t size);
/* Copies; NULL stays NULL. */
char *arena_text(struct arena *arena, const char *text);
char *arena_text_part(struct arena *arena, const char *text, size_t bytes);
char *arena_format(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* A copy of `count` items of `size` bytes with room for at least `room` items, for arrays that grow by doubling. */
void *arena_grow(struct arena *arena, const void *items, size_t count, size_t size, size_t room);

/* Called once before the abort when memory ends; the screen sets it to restore the terminal. */
extern void (*memory_farewell)(void);
_Noreturn void memory_out(void);
/* malloc/realloc that never answer NULL, for the few heaps that outlive an arena. */
void *memory_take(size_t size);
/* After much was freed: what lies unused goes back to the system. */
void memory_rest(void);
void *memory_retake(void *old, size_t size);

#endif

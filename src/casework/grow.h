/* Arrays of a snapshot that grow by doubling in its arena. */
#ifndef KANSLI_CASEWORK_GROW_H
#define KANSLI_CASEWORK_GROW_H

#include "base/arena.h"

/* Makes room for one more item when `count` items fill the array; an empty array is NULL. */
#define GROW(arena, items, count)                                                                                      \
	do {                                                                                                           \
		if (((count) & ((count)-1)) == 0)                                                                      \
			(items) = arena_grow(                                                                          \
				(arena), (items), (size_t)(count), sizeof(*(items)), (count) ? (size_t)(count)*2 : 1); \
	} while (0)

#endif

/* SplitMix64 (Steele, Lea and Flood 2014): a counter that is stirred. Its one invariant: nothing but seed and stream
 * enters a number. */
#include "chance.h"

static uint64_t stirred(uint64_t z)
{
	z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
	return z ^ (z >> 31);
}

static const uint64_t step = UINT64_C(0x9E3779B97F4A7C15);

void chance_start(struct chance *chance, uint64_t seed, uint64_t stream)
{
	chance->state = stirred(stirred(seed + step) + stream * step);
}

uint64_t chance_next(struct chance *chance)
{
	chance->state += step;
	return stirred(chance->state);
}

/* The high half of a product is even when the few low halves that would favour some numbers are thrown away. */
uint32_t chance_below(struct chance *chance, uint32_t count)
{
	uint64_t product = (chance_next(chance) >> 32) * count;

	if ((uint32_t)product < count) {
		uint32_t least = -count % count;
		while ((uint32_t)product < least)
			product = (chance_next(chance) >> 32) * count;
	}
	return (uint32_t)(product >> 32);
}

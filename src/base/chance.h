/* Random numbers that are the same on every machine: a stream is a function of a seed and a number, so that pieces of
 * a long calculation can be done in any order and by any number of threads. Not for secrets. */
#ifndef KANSLI_BASE_CHANCE_H
#define KANSLI_BASE_CHANCE_H

#include <stdint.h>

struct chance {
	uint64_t state;
};

/* The beginning of the stream with this number. */
void chance_start(struct chance *chance, uint64_t seed, uint64_t stream);
uint64_t chance_next(struct chance *chance);
/* 0 … count − 1, each as likely as the others; count > 0. */
uint32_t chance_below(struct chance *chance, uint32_t count);

#endif

/* SHA-256 (FIPS 180-4) and operation ids. */
#ifndef KANSLI_BASE_HASH_H
#define KANSLI_BASE_HASH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { HASH_BYTES = 32, HASH_TEXT = 65, OPERATION_TEXT = 37 };

struct hash {
	uint32_t state[8];
	uint64_t bytes;
	unsigned char block[64];
};
void hash_init(struct hash *hash);
void hash_add(struct hash *hash, const void *bytes, size_t count);
void hash_done(struct hash *hash, unsigned char out[HASH_BYTES]);
void hash_text(const unsigned char hash[HASH_BYTES], char out[HASH_TEXT]); /* lower-case hex */
void hash_of(const void *bytes, size_t count, char out[HASH_TEXT]);        /* all four in one */

/* A random UUID (version 4) from the kernel, so that a retried change is known again. */
void operation_make(char out[OPERATION_TEXT]);
bool operation_is(const char *text);

#endif

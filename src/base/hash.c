/* SHA-256 after FIPS 180-4, and operation ids. Invariant: `bytes` counts all bytes seen, and block holds bytes % 64. */
#include "hash.h"
#include <sys/random.h>

static const uint32_t constants[64] = {0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1,
	0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7,
	0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
	0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85,
	0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
	0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c,
	0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208,
	0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

static uint32_t turn(uint32_t word, int bits)
{
	return word >> bits | word << (32 - bits);
}

static void words_spread(const unsigned char block[64], uint32_t w[64])
{
	for (int i = 0; i < 16; i++)
		w[i] = (uint32_t)block[4 * i] << 24 | (uint32_t)block[4 * i + 1] << 16 |
		       (uint32_t)block[4 * i + 2] << 8 | block[4 * i + 3];
	for (int i = 16; i < 64; i++) {
		uint32_t low = turn(w[i - 15], 7) ^ turn(w[i - 15], 18) ^ w[i - 15] >> 3;
		uint32_t high = turn(w[i - 2], 17) ^ turn(w[i - 2], 19) ^ w[i - 2] >> 10;
		w[i] = w[i - 16] + low + w[i - 7] + high;
	}
}

static void block_mix(uint32_t state[8], const unsigned char block[64])
{
	uint32_t w[64], s[8];
	words_spread(block, w);
	memcpy(s, state, sizeof s);
	for (int i = 0; i < 64; i++) {
		uint32_t choice = (s[4] & s[5]) ^ (~s[4] & s[6]);
		uint32_t majority = (s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]);
		uint32_t one = s[7] + (turn(s[4], 6) ^ turn(s[4], 11) ^ turn(s[4], 25)) + choice + constants[i] + w[i];
		uint32_t two = (turn(s[0], 2) ^ turn(s[0], 13) ^ turn(s[0], 22)) + majority;
		memmove(s + 1, s, 7 * sizeof *s);
		s[4] += one;
		s[0] = one + two;
	}
	for (int i = 0; i < 8; i++)
		state[i] += s[i];
}

void hash_init(struct hash *hash)
{
	*hash = (struct hash){.state = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c,
				      0x1f83d9ab, 0x5be0cd19}};
}

void hash_add(struct hash *hash, const void *bytes, size_t count)
{
	const unsigned char *next = bytes;
	while (count) {
		size_t held = hash->bytes % 64, room = 64 - held, part = count < room ? count : room;
		memcpy(hash->block + held, next, part);
		hash->bytes += part;
		next += part;
		count -= part;
		if (part == room)
			block_mix(hash->state, hash->block);
	}
}

void hash_done(struct hash *hash, unsigned char out[HASH_BYTES])
{
	static const unsigned char padding[64] = {0x80};
	uint64_t bits = hash->bytes * 8;
	size_t held = hash->bytes % 64;
	unsigned char length[8];
	for (int i = 0; i < 8; i++)
		length[i] = (unsigned char)(bits >> (56 - 8 * i));
	hash_add(hash, padding, held < 56 ? 56 - held : 120 - held);
	hash_add(hash, length, sizeof length);
	for (int i = 0; i < HASH_BYTES; i++)
		out[i] = (unsigned char)(hash->state[i / 4] >> (24 - 8 * (i % 4)));
}

static void hex_write(const unsigned char *bytes, size_t count, char *out)
{
	static const char digits[] = "0123456789abcdef";
	for (size_t i = 0; i < count; i++) {
		*out++ = digits[bytes[i] >> 4];
		*out++ = digits[bytes[i] & 15];
	}
	*out = '\0';
}

void hash_text(const unsigned char hash[HASH_BYTES], char out[HASH_TEXT])
{
	hex_write(hash, HASH_BYTES, out);
}

void hash_of(const void *bytes, size_t count, char out[HASH_TEXT])
{
	unsigned char sum[HASH_BYTES];
	struct hash hash;

	hash_init(&hash);
	hash_add(&hash, bytes, count);
	hash_done(&hash, sum);
	hash_text(sum, out);
}

static bool is_dash_place(int i)
{
	return i == 8 || i == 13 || i == 18 || i == 23;
}

void operation_make(char out[OPERATION_TEXT])
{
	unsigned char bytes[16];
	char hex[2 * sizeof bytes + 1], *next = hex;
	ssize_t got;
	do
		got = getrandom(bytes, sizeof bytes, 0);
	while (got < 0 && errno == EINTR);
	assert(got == sizeof bytes); /* up to 256 bytes come whole or not at all */
	bytes[6] = (bytes[6] & 0x0F) | 0x40;
	bytes[8] = (bytes[8] & 0x3F) | 0x80;
	hex_write(bytes, sizeof bytes, hex);
	for (int i = 0; i < OPERATION_TEXT - 1; i++)
		out[i] = is_dash_place(i) ? '-' : *next++;
	out[OPERATION_TEXT - 1] = '\0';
}

bool operation_is(const char *text)
{
	if (!text || strlen(text) != OPERATION_TEXT - 1)
		return false;
	for (int i = 0; i < OPERATION_TEXT - 1; i++) {
		if (is_dash_place(i) ? text[i] != '-' : !strchr("0123456789abcdef", text[i]))
			return false;
	}
	return text[14] == '4' && strchr("89ab", text[19]);
}

/* SHA-256 against the examples of FIPS 180-4 and NIST's CAVP; operation ids. */
#include "base/hash.h"
#include "claims.h"

static void ck_hash(const char *bytes, size_t count, size_t piece, const char *expected)
{
	struct hash hash;
	unsigned char out[HASH_BYTES];
	char text[HASH_TEXT];
	hash_init(&hash);
	for (size_t at = 0; at < count; at += piece)
		hash_add(&hash, bytes + at, count - at < piece ? count - at : piece);
	hash_done(&hash, out);
	hash_text(out, text);
	ck_assert_str_eq(text, expected);
}

START_TEST(nists_examples_come_out_right)
{
	static const char *const rows[][2] = {{"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
		{"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
		{"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
			"248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
		{"abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopq"
		 "rst"
		 "nopqrstu",
			"cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		for (size_t piece = 1; piece <= 130; piece++)
			ck_hash(rows[i][0], strlen(rows[i][0]), piece, rows[i][1]);
	}
}
END_TEST

START_TEST(short_messages_of_cavp_come_out_right)
{
	static const struct {
		const char *bytes;
		size_t count;
		const char *expected;
	} rows[] = {{"\xd3", 1, "28969cdfa74a12c82f3bad960b0b000aca2ac329deea5c2328ebc6f2ba9802c1"},
		{"\x11\xaf", 2, "5ca7133fa735326081558ac312c620eeca9970d1e70a4b95533d956f072d1f98"},
		{"\xb4\x19\x0e", 3, "dff2e73091f6c05e528896c4c831b9448653dc2ff043528f6769437bc7b975c2"},
		{"\x74\xba\x25\x21", 4, "b16aa56be3880d18cd41e68384cf1ec8c17680c45a02b1575dc1518923ae8b0e"},
		{"\xbd", 1, "68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b"},
		{"\xc9\x8c\x8e\x55", 4, "7abc22c0ae5af26ce93dbb94433a0e0b2e119d014f8e7f65bd56c61ccccd9504"}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		ck_hash(rows[i].bytes, rows[i].count, 1, rows[i].expected);
}
END_TEST

START_TEST(a_million_a_come_out_right)
{
	static char many[1000000];
	memset(many, 'a', sizeof many);
	ck_hash(many, sizeof many, sizeof many, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
	ck_hash(many, sizeof many, 997, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}
END_TEST

/* Noughts of each length around a block's edge, as NIST's additional examples have them. */
START_TEST(the_padding_is_right_at_each_edge_of_a_block)
{
	static const char zeros[1000];
	ck_hash(zeros, 55, 55, "02779466cdec163811d078815c633f21901413081449002f24aa3e80f0b88ef7");
	ck_hash(zeros, 56, 56, "d4817aa5497628e7c77e6b606107042bbba3130888c5f47a375e6179be789fbb");
	ck_hash(zeros, 57, 57, "65a16cb7861335d5ace3c60718b5052e44660726da4cd13bb745381b235a1785");
	ck_hash(zeros, 64, 64, "f5a5fd42d16a20302798ef6ed309979b43003d2320d9f0e8ea9831a92759fb4b");
	ck_hash(zeros, 1000, 1000, "541b3e9daa09b20bf85fa273e5cbd3e80185aa4ec298e765db87742b70138a53");
}
END_TEST

START_TEST(an_operation_id_is_a_random_uuid_of_version_4)
{
	char seen[200][OPERATION_TEXT];
	for (int i = 0; i < 200; i++) {
		operation_make(seen[i]);
		ck_assert_msg(operation_is(seen[i]), "%s", seen[i]);
		ck_assert_uint_eq(strlen(seen[i]), OPERATION_TEXT - 1);
		for (int j = 0; j < i; j++)
			ck_assert_str_ne(seen[i], seen[j]);
	}
}
END_TEST

START_TEST(what_only_looks_like_an_operation_id_is_none)
{
	static const char *const wrong[] = {"", "x", "9f1b2c3d-4e5f-1a7b-8c9d-0e1f2a3b4c5d", /* version 1 */
		"9f1b2c3d-4e5f-4a7b-7c9d-0e1f2a3b4c5d",                                      /* wrong variant */
		"9F1B2C3D-4E5F-4A7B-8C9D-0E1F2A3B4C5D", "9f1b2c3d-4e5f-4a7b-8c9d-0e1f2a3b4c5",
		"9f1b2c3d-4e5f-4a7b-8c9d-0e1f2a3b4c5dd", "9f1b2c3d04e5f04a7b08c9d00e1f2a3b4c5d",
		"9f1b2c3d-4e5f-4a7b-8c9d-0e1f2a3b4c5g", "{f1b2c3d-4e5f-4a7b-8c9d-0e1f2a3b4c5}"};
	ck_assert(operation_is("9f1b2c3d-4e5f-4a7b-8c9d-0e1f2a3b4c5d"));
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		ck_assert_msg(!operation_is(wrong[i]), "%s", wrong[i]);
	ck_assert(!operation_is(NULL));
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {nists_examples_come_out_right, short_messages_of_cavp_come_out_right,
		a_million_a_come_out_right, the_padding_is_right_at_each_edge_of_a_block,
		an_operation_id_is_a_random_uuid_of_version_4, what_only_looks_like_an_operation_id_is_none, NULL};
	return claims_run("hash", claims, 30);
}

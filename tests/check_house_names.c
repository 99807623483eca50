/* No real person's name from the papers the grant is known by may stand in this tree. The names are known here only as
 * hashes, so that the test itself gives none away. Invariant: a word is a run of letters and hyphens, and every two
 * capitalised words in a row are tried in both orders, whatever stands between them. */
#include "base/hash.h"
#include <check.h>
#include <ftw.h>

enum { NAMES_MOST = 64, WORD_MOST = 64 };

struct names {
	char hashes[NAMES_MOST][HASH_TEXT];
	int count;
};

struct word {
	char text[WORD_MOST]; /* lower case; too long a word is empty */
	bool capital;
};

struct scan {
	const struct names *names;
	struct word before, now;
	size_t length; /* bytes of the word being read */
	int line, found;
};

static void names_load(struct names *names, const char *file)
{
	char path[PATH_MAX], line[128];
	snprintf(path, sizeof path, "%s/tests/names/%s", HOUSE_ROOT, file);
	FILE *in = fopen(path, "r");
	ck_assert_msg(in != NULL, "%s cannot be read", path);
	names->count = 0;
	while (fgets(line, sizeof line, in) != NULL) {
		ck_assert_int_eq(strspn(line, "0123456789abcdef"), HASH_TEXT - 1);
		ck_assert_int_lt(names->count, NAMES_MOST);
		memcpy(names->hashes[names->count], line, HASH_TEXT - 1);
		names->hashes[names->count++][HASH_TEXT - 1] = '\0';
	}
	fclose(in);
	ck_assert_int_gt(names->count, 0);
}

static bool names_hold(const struct names *names, const char *first, const char *second)
{
	struct hash hash;
	unsigned char sum[HASH_BYTES];
	char text[HASH_TEXT];
	hash_init(&hash);
	hash_add(&hash, first, strlen(first));
	hash_add(&hash, " ", 1);
	hash_add(&hash, second, strlen(second));
	hash_done(&hash, sum);
	hash_text(sum, text);
	for (int i = 0; i < names->count; i++) {
		if (strcmp(names->hashes[i], text) == 0) {
			return true;
		}
	}
	return false;
}

/* The word is whole: it and the one before it are tried. */
static void scan_word(struct scan *scan, const char *where)
{
	if (scan->length == 0) {
		return;
	}
	scan->now.text[scan->length < WORD_MOST ? scan->length : 0] = '\0';
	if (scan->before.capital && scan->now.capital &&
		(names_hold(scan->names, scan->before.text, scan->now.text) ||
			names_hold(scan->names, scan->now.text, scan->before.text))) {
		fprintf(stderr, "# %s:%d: a real person's name\n", where, scan->line);
		scan->found++;
	}
	scan->before = scan->now;
	scan->length = 0;
}

static void scan_letter(struct scan *scan, unsigned char byte)
{
	if (scan->length < WORD_MOST - 1) {
		scan->now.text[scan->length] = (char)byte;
	}
	scan->length++;
}

/* Lower case for ASCII and for the capitals À–Þ, which are C3 80 to C3 9E in UTF-8. */
static int scan_text(const struct names *names, const char *where, const unsigned char *text, size_t bytes)
{
	struct scan scan = {.names = names, .line = 1};
	for (size_t i = 0; i < bytes; i++) {
		unsigned char byte = text[i];
		bool second = i > 0 && text[i - 1] == 0xC3;
		bool upper =
			isupper(byte) || (byte == 0xC3 && i + 1 < bytes && text[i + 1] >= 0x80 && text[i + 1] <= 0x9E);
		if (isalpha(byte) || byte >= 0x80 || (byte == '-' && scan.length > 0)) {
			if (scan.length == 0) {
				scan.now.capital = upper;
			}
			bool lift = isupper(byte) || (second && byte >= 0x80 && byte <= 0x9E);
			scan_letter(&scan, lift ? byte + 0x20 : byte);
		} else {
			scan_word(&scan, where);
			scan.line += byte == '\n';
		}
	}
	scan_word(&scan, where);
	return scan.found;
}

/* Text is what has no NUL in it. Answers the names found. */
static int scan_file(const struct names *names, const char *path, size_t size)
{
	unsigned char *text = malloc(size + 1);
	FILE *in = fopen(path, "rb");
	ck_assert(text != NULL && in != NULL);
	size_t bytes = fread(text, 1, size, in);
	fclose(in);
	int found = memchr(text, '\0', bytes) == NULL ? scan_text(names, path, text, bytes) : 0;
	free(text);
	return found;
}

static struct names real;
static int tree_files, tree_found;

/* Hidden folders and build folders are not the tree. */
static int tree_visit(const char *path, const struct stat *st, int kind, struct FTW *at)
{
	const char *name = path + at->base;
	if (kind == FTW_D && at->level > 0 && (name[0] == '.' || strncmp(name, "build", 5) == 0)) {
		return FTW_SKIP_SUBTREE;
	}
	if (kind == FTW_F && S_ISREG(st->st_mode)) {
		tree_files++;
		tree_found += scan_file(&real, path, (size_t)st->st_size);
	}
	return FTW_CONTINUE;
}

START_TEST(no_real_name_stands_in_the_tree)
{
	names_load(&real, "real.sha256");
	ck_assert_int_eq(nftw(HOUSE_ROOT, tree_visit, 16, FTW_PHYS | FTW_ACTIONRETVAL), 0);
	ck_assert_msg(tree_files > 10, "only %d files were seen below %s", tree_files, HOUSE_ROOT);
	ck_assert_msg(tree_found == 0, "%d places name a real person", tree_found);
}
END_TEST

static const struct {
	const char *text;
	int found;
} planted[] = {
	{"Ordföranden Planterad Kontrollsson öppnar.", 1},
	{"planterad;PLANTERAD;KONTROLLSSON;chef\r\n", 1},
	{"Kontrollsson, Planterad", 1},
	{"av Planterad\n\t * Kontrollsson", 1},
	{"Åsa-Örjan Ängkontroll och ÅSA-ÖRJAN ÄNGKONTROLL", 2},
	{"Planterad i mitten Kontrollsson", 0},
	{"planterad kontrollsson", 0},
	{"Planterad Kontrollssons", 0},
	{"Asa-Orjan Angkontroll", 0},
	{"", 0},
};

START_TEST(a_planted_name_is_found)
{
	static struct names control;
	names_load(&control, "control.sha256");
	const char *text = planted[_i].text;
	int found = scan_text(&control, "planted", (const unsigned char *)text, strlen(text));
	ck_assert_msg(found == planted[_i].found, "\"%s\" gave %d", text, found);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("house names");
	TCase *names = tcase_create("names");
	tcase_set_timeout(names, 60);
	tcase_add_loop_test(names, a_planted_name_is_found, 0, (int)(sizeof planted / sizeof planted[0]));
	tcase_add_test(names, no_real_name_stands_in_the_tree);
	suite_add_tcase(suite, names);
	SRunner *runner = srunner_create(suite);
	srunner_set_tap(runner, "-");
	srunner_run_all(runner, CK_SILENT);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? 0 : 1;
}

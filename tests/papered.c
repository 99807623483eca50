/* Papers held against golden texts. */
#include "papered.h"
#include "claims.h"

#include "base/file.h"

#include <stdio.h>

enum { HEX = 16 };

static void hash_hide(char *text)
{
	static const char before[] = "Senaste händelse: nr ";
	char *at = strstr(text, before);

	ck_assert_msg(at != NULL, "no event is told in\n%s", text);
	at += sizeof before - 1;
	at += strcspn(at, ",") + 2;
	for (int i = 0; i < HEX; i++)
		at[i] = '0';
}

void paper_is(struct paper *paper, const char *name)
{
	struct buffer pages, wanted;
	struct error err = {0};
	char path[512];

	paper_end(paper);
	buffer_init(&pages);
	buffer_init(&wanted);
	paper_paged(paper, &pages);
	hash_hide(pages.text);
	snprintf(path, sizeof path, "%s/%s.txt", GOLDEN_PAPERS, name);
	if (getenv("KANSLI_BLESS")) {
		ck_assert_msg(file_write(path, pages.text, pages.bytes, true, 0644, &err), "%s", err.text);
	} else {
		ck_assert_msg(file_read(path, 1 << 20, &wanted, &err), "%s", err.text);
		ck_assert_msg(!strcmp(pages.text, wanted.text), "%s is now\n%s", name, pages.text);
	}
	buffer_done(&wanted);
	buffer_done(&pages);
}

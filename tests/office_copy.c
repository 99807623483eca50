/* A whole office copied. */
#include "office_copy.h"

#include "base/buffer.h"
#include "base/file.h"

#include <check.h>
#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static char root_from[256], root_to[256];

static void file_copy(const char *from, const char *to)
{
	struct error err = {0};
	struct buffer bytes;

	buffer_init(&bytes);
	ck_assert_msg(file_read(from, 64 << 20, &bytes, &err), "%s", err.text);
	ck_assert_msg(file_write(to, bytes.text, bytes.bytes, true, 0600, &err), "%s", err.text);
	buffer_done(&bytes);
}

static int entry_copy(const char *path, const struct stat *st, int kind, struct FTW *at)
{
	char to[512];

	(void)st;
	(void)at;
	snprintf(to, sizeof to, "%s%s", root_to, path + strlen(root_from));
	if (kind == FTW_D)
		return mkdir(to, 0700) != 0 && errno != EEXIST;
	file_copy(path, to);
	return 0;
}

void office_copy(const char *from, const char *to)
{
	file_copy(from, to);
	snprintf(root_from, sizeof root_from, "%s-files", from);
	snprintf(root_to, sizeof root_to, "%s-files", to);
	nftw(root_from, entry_copy, 8, FTW_PHYS); /* an office without files has no such folder */
}

void office_copy_sample(const char *to)
{
	const char *sample = getenv("KANSLI_SAMPLE");

	ck_assert_msg(sample != NULL, "KANSLI_SAMPLE names the sample office");
	office_copy(sample, to);
}

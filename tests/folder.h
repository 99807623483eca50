/* A new folder for what a test writes, where TMPDIR says: tools/test lets it lie in memory where there is room. */
#ifndef KANSLI_TESTS_FOLDER_H
#define KANSLI_TESTS_FOLDER_H

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

enum { FOLDER_PATH = 64 };
/* "/tmp/kansli-shell-4fAcd2". False when it cannot be made. */
static inline bool folder_new(char folder[FOLDER_PATH], const char *name)
{
	const char *above = getenv("TMPDIR");
	int bytes = snprintf(folder, FOLDER_PATH, "%s/kansli-%s-XXXXXX", above && above[0] ? above : "/tmp", name);

	return bytes < FOLDER_PATH && mkdtemp(folder) != NULL;
}

#endif

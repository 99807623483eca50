/* Whole files in and out. A file that is written appears whole under its name or not at all: it grows under a temporary
 * name in the same folder, reaches the disk, and is only then given its name. */
#ifndef KANSLI_BASE_FILE_H
#define KANSLI_BASE_FILE_H

#include "buffer.h"
#include "error.h"
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* Adds the bytes of a regular file to `out`. ERROR_MISSING: no such file; ERROR_DENIED: it may not be read;
 * ERROR_INVALID: larger than `most` bytes, or no regular file; ERROR_FAILED: the disk. On failure `out` is as before.
 */
bool file_read(const char *path, size_t most, struct buffer *out, struct error *err);

struct file_draft {
	char *path, *temporary; /* heap; NULL when the draft has ended */
	int handle;
	bool force;
};

/* Starts a file that will be called `path`, with rights `mode` less the umask. An existing file is refused
 * (ERROR_CONFLICT) unless `force`; a folder, device or link never gives way (ERROR_INVALID). */
bool file_begin(struct file_draft *draft, const char *path, bool force, mode_t mode, struct error *err);
/* Writes at the end. After a failure only file_drop remains to be called. */
bool file_add(struct file_draft *draft, const void *bytes, size_t count, struct error *err);
/* Syncs the file, gives it its name and syncs the folder. Without `force` a file that came meanwhile stays
 * (ERROR_CONFLICT). Ends the draft also when it fails, and then nothing is left behind. */
bool file_commit(struct file_draft *draft, struct error *err);
/* Ends the draft and removes what was written; safe after file_commit and on a draft set to zero. */
void file_drop(struct file_draft *draft);
/* All of it at once. */
bool file_write(const char *path, const void *bytes, size_t count, bool force, mode_t mode, struct error *err);

#endif

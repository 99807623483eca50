/* Files of the register, kept outside the database beside the office: OFFICE-files/ab/abcdef…, named by their SHA-256.
 * A file is durable before the database points at it; one that nobody points at is harmless. For the casework room. */
#ifndef KANSLI_CASEWORK_FILES_H
#define KANSLI_CASEWORK_FILES_H

#include "base/buffer.h"
#include "casework.h"

struct file_kept {
	char hash[HASH_TEXT];
	const char *name; /* without its folder, made harmless; in the arena */
	int64_t bytes;
	struct buffer content;
};
/* Reads the file and hashes it; nothing is written. The content is freed by files_done. */
bool files_take(const char *path, struct arena *arena, struct file_kept *out, struct error *err);
void files_done(struct file_kept *file);
/* Writes it beside the office unless it lies there whole. ERROR_INVALID: an office in memory. */
bool files_keep(struct casework *cw, const struct file_kept *file, struct error *err);
/* Its bytes, held against the hash. ERROR_MISSING: it is not there; ERROR_FAILED: it is not what was registered. */
bool files_read(struct casework *cw, const char *hash, struct buffer *out, struct error *err);
/* Removes it; one that is not there is removed. */
bool files_drop(struct casework *cw, const char *hash, struct error *err);
bool files_there(struct casework *cw, const char *hash);
/* Copies the files papers have to beside another office's path, each held against its hash; those whose content has
 * been removed here are removed there too. */
bool files_copy(struct casework *cw, const char *office, struct error *err);

#endif

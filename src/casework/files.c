/* Files of the register beside the office. Invariant: a file that stands under a hash has reached the disk whole, and
 * what is answered as its content has that hash. */
#include "casework/files.h"

#include "casework/document.h"

#include "base/file.h"
#include "base/text.h"
#include "base/words.h"

/* OFFICE-files, OFFICE-files/ab and OFFICE-files/ab/abcdef…; what is not asked for may be NULL. */
struct place {
	char root[PATH_MAX], folder[PATH_MAX], file[PATH_MAX];
};

static bool place_of(const char *office, const char *hash, struct place *out, struct error *err)
{
	int root = snprintf(out->root, sizeof out->root, "%s-files", office);
	int folder = snprintf(out->folder, sizeof out->folder, "%.*s/%.2s", PATH_MAX - 8, out->root, hash);
	int file = snprintf(out->file, sizeof out->file, "%.*s/%s", PATH_MAX - HASH_TEXT - 8, out->folder, hash);

	if (root < 0 || folder < 0 || file < 0 || strlen(office) + HASH_TEXT + 16 > PATH_MAX)
		return refuse(
			err, ERROR_INVALID, _("The office's folder has too long a name to keep files beside it."));
	return true;
}

static bool place_here(struct casework *cw, const char *hash, struct place *out, struct error *err)
{
	const char *office = store_path(casework_store(cw));

	if (!strcmp(office, ":memory:"))
		return refuse(err, ERROR_INVALID, _("An office in memory has no place for files."));
	return place_of(office, hash, out, err);
}

/* ---- coming in */

bool files_take(const char *path, struct arena *arena, struct file_kept *out, struct error *err)
{
	struct file_kept file = {0};
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;

	buffer_init(&file.content);
	if (!file_read(path, DOCUMENT_FILE_MOST, &file.content, err)) {
		buffer_done(&file.content);
		return false;
	}
	file.name = text_harmless(arena, name, false);
	file.bytes = (int64_t)file.content.bytes;
	hash_of(file.content.text, file.content.bytes, file.hash);
	*out = file;
	return true;
}

void files_done(struct file_kept *file)
{
	if (file && file->content.room)
		buffer_done(&file->content);
	if (file)
		*file = (struct file_kept){0};
}

/* ---- on the disk */

static void parent_of(const char *path, char out[PATH_MAX])
{
	const char *slash = strrchr(path, '/');

	if (!slash)
		snprintf(out, PATH_MAX, ".");
	else
		snprintf(out, PATH_MAX, "%.*s", slash == path ? 1 : (int)(slash - path), path);
}

/* The folder with the office's own rights: a file beside it holds the same secrets. */
static bool folder_make(const char *path, mode_t rights, struct error *err)
{
	mode_t mode = (rights & 0060) ? 0770 : 0700;
	char parent[PATH_MAX];
	struct stat there;
	int handle;
	bool synced;

	if (mkdir(path, 0700) != 0)
		return errno == EEXIST ||
		       refuse(err, ERROR_FAILED, _("The folder %s cannot be made: %s."), path, strerror(errno));
	if (stat(path, &there) != 0 || chmod(path, mode | (there.st_mode & S_ISGID)) != 0)
		return refuse(err, ERROR_FAILED, _("The folder %s cannot be made: %s."), path, strerror(errno));
	parent_of(path, parent);
	handle = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	synced = handle >= 0 && fsync(handle) == 0;
	if (handle >= 0)
		close(handle);
	return synced ||
	       refuse(err, ERROR_FAILED, _("The folder %s cannot be secured on the disk: %s."), path, strerror(errno));
}

static bool content_write(const char *path, const char *bytes, size_t count, mode_t rights, struct error *err)
{
	struct file_draft draft;

	if (!file_begin(&draft, path, true, 0600, err))
		return false;
	if (fchmod(draft.handle, rights & 0660) != 0) {
		refuse(err, ERROR_FAILED, _("%s cannot be made: %s."), path, strerror(errno));
	} else if (file_add(&draft, bytes, count, err)) {
		return file_commit(&draft, err);
	}
	file_drop(&draft);
	return false;
}

/* Is there a file at the path with this hash? Its bytes are added to `out`. */
static bool content_is(const char *path, const char *hash, struct buffer *out, struct error *err)
{
	struct buffer content;
	char found[HASH_TEXT];
	bool whole;

	buffer_init(&content);
	whole = file_read(path, DOCUMENT_FILE_MOST, &content, err);
	if (whole) {
		hash_of(content.text, content.bytes, found);
		whole = !strcmp(found, hash) ||
			refuse(err, ERROR_FAILED,
				_("The file is not the one that was registered: it has been altered on the disk."));
	}
	if (whole && out)
		buffer_add(out, content.text, content.bytes);
	buffer_done(&content);
	return whole;
}

static bool keep_at(const char *office, const char *hash, const char *bytes, size_t count, struct error *err)
{
	struct place place;
	struct stat rights;

	if (!place_of(office, hash, &place, err))
		return false;
	if (content_is(place.file, hash, NULL, NULL))
		return true;
	if (stat(office, &rights) != 0)
		return refuse(err, ERROR_FAILED, _("%s cannot be read: %s."), office, strerror(errno));
	return folder_make(place.root, rights.st_mode, err) && folder_make(place.folder, rights.st_mode, err) &&
	       content_write(place.file, bytes, count, rights.st_mode, err);
}

bool files_keep(struct casework *cw, const struct file_kept *file, struct error *err)
{
	struct place place;

	return place_here(cw, file->hash, &place, err) &&
	       keep_at(store_path(casework_store(cw)), file->hash, file->content.text, file->content.bytes, err);
}

bool files_there(struct casework *cw, const char *hash)
{
	struct place place;
	struct stat there;

	return place_here(cw, hash, &place, NULL) && lstat(place.file, &there) == 0 && S_ISREG(there.st_mode);
}

bool files_read(struct casework *cw, const char *hash, struct buffer *out, struct error *err)
{
	struct place place;

	return place_here(cw, hash, &place, err) && content_is(place.file, hash, out, err);
}

static bool drop_at(const char *office, const char *hash, struct error *err)
{
	struct place place;
	int handle;
	bool synced;

	if (!place_of(office, hash, &place, err))
		return false;
	if (unlink(place.file) != 0)
		return errno == ENOENT || errno == ENOTDIR ||
		       refuse(err, ERROR_FAILED, _("The file %s cannot be removed: %s."), place.file, strerror(errno));
	handle = open(place.folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	synced = handle >= 0 && fsync(handle) == 0;
	if (handle >= 0)
		close(handle);
	return synced || refuse(err, ERROR_FAILED, _("The folder %s cannot be secured on the disk: %s."), place.folder,
				 strerror(errno));
}

bool files_drop(struct casework *cw, const char *hash, struct error *err)
{
	struct place place;

	return place_here(cw, hash, &place, err) && drop_at(store_path(casework_store(cw)), hash, err);
}

/* ---- a copy of the office */

struct copying {
	const char *hash, *name;
	bool removed;
};

static bool copy_one(struct casework *cw, const struct copying *file, const char *office, struct error *err)
{
	struct buffer content;
	struct error why = {0};
	bool copied;

	if (file->removed)
		return drop_at(office, file->hash, err);
	buffer_init(&content);
	copied = files_read(cw, file->hash, &content, &why);
	if (!copied)
		refuse(err, why.kind, _("The file %s could not be copied: %s"), file->name, why.text);
	copied = copied && keep_at(office, file->hash, content.text, content.bytes, err);
	buffer_done(&content);
	return copied;
}

static bool files_list(struct casework *cw, struct arena *arena, struct copying **out, int *count, struct error *err)
{
	struct rows rows;
	size_t room = 0;

	*count = 0;
	*out = NULL;
	if (!store_ask(casework_store(cw), SQL_CHECK_FILES, BINDS_NONE, &rows, err))
		return false;
	while (rows_next(&rows)) {
		if ((size_t)*count == room) {
			room = room ? room * 2 : 32;
			*out = arena_grow(arena, *out, (size_t)*count, sizeof **out, room);
		}
		rows_number(&rows, "document");
		(*out)[(*count)++] = (struct copying){.hash = rows_text(&rows, "hash", arena),
			.name = rows_text(&rows, "name", arena),
			.removed = rows_bool(&rows, "removed")};
	}
	return rows_done(&rows, err);
}

/* Nothing is open while files are copied: others go on working. */
bool files_copy(struct casework *cw, const char *office, struct error *err)
{
	struct arena arena;
	struct copying *files;
	int count;
	bool copied;

	arena_init(&arena);
	copied = files_list(cw, &arena, &files, &count, err);
	for (int i = 0; copied && i < count; i++)
		copied = copy_one(cw, &files[i], office, err);
	arena_done(&arena);
	return copied;
}

/* Whole files in and out, and the only place that names, syncs and renames them. Invariant: until file_commit has
 * renamed it, a draft exists only under a hidden temporary name, which every way out removes. */
#include "base/file.h"
#include "base/arena.h"
#include "base/hash.h"
#include "base/words.h"

static char *heap_text(const char *text, size_t bytes, const char *more)
{
	size_t extra = strlen(more);
	char *out = memory_take(bytes + extra + 1);
	memcpy(out, text, bytes);
	memcpy(out + bytes, more, extra + 1);
	return out;
}

/* Which kind a failed system call is to the person at the desk. */
static enum error_kind kind_of(int number)
{
	if (number == ENOENT || number == ENOTDIR)
		return ERROR_MISSING;
	if (number == EACCES || number == EPERM || number == EROFS)
		return ERROR_DENIED;
	return number == EEXIST ? ERROR_CONFLICT : ERROR_FAILED;
}

/* ---- reading */

static bool bytes_read(int handle, const char *path, size_t most, struct buffer *out, struct error *err)
{
	char part[1 << 16];
	for (size_t total = 0;;) {
		ssize_t got = read(handle, part, sizeof(part));
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return refuse(err, ERROR_FAILED, _("%s could not be read: %s. Nothing was changed."), path,
				strerror(errno));
		if (got == 0)
			return true;
		total += (size_t)got;
		if (total > most)
			return refuse(err, ERROR_INVALID,
				_("%s was not read: it is larger than %zu MB, the most that is taken in. Divide it and "
				  "try again."),
				path, most / 1000000);
		buffer_add(out, part, (size_t)got);
	}
}

bool file_read(const char *path, size_t most, struct buffer *out, struct error *err)
{
	/* Without O_NONBLOCK a pipe nobody writes to would hold the program here for ever. */
	int handle = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (handle < 0)
		return refuse(err, kind_of(errno), _("%s could not be opened: %s. Nothing was changed."), path,
			strerror(errno));
	struct stat facts;
	bool ok = fstat(handle, &facts) == 0 && S_ISREG(facts.st_mode);
	if (!ok)
		refuse(err, ERROR_INVALID, _("%s was not read: it is not an ordinary file."), path);
	struct buffer bytes;
	buffer_init(&bytes);
	ok = ok && bytes_read(handle, path, most, &bytes, err);
	if (ok)
		buffer_add(out, bytes.text, bytes.bytes);
	buffer_done(&bytes);
	close(handle);
	return ok;
}

/* ---- writing */

#define TAKEN                                                                                                          \
	N_("%s was not written: a file with that name exists, and it is untouched. Choose another name, or allow it "  \
	   "to be "                                                                                                    \
	   "replaced.")

static bool target_free(const char *path, bool force, struct error *err)
{
	struct stat facts;
	if (lstat(path, &facts) != 0) {
		if (errno == ENOENT)
			return true;
		return refuse(err, kind_of(errno), _("%s could not be written: %s."), path, strerror(errno));
	}
	if (!S_ISREG(facts.st_mode))
		return refuse(err, ERROR_INVALID,
			_("%s was not written: something that is not an ordinary file already has that name."), path);
	if (!force)
		return refuse(err, ERROR_CONFLICT, _(TAKEN), path);
	return true;
}

bool file_begin(struct file_draft *draft, const char *path, bool force, mode_t mode, struct error *err)
{
	if (!target_free(path, force, err))
		return false;
	const char *slash = strrchr(path, '/');
	size_t folder = slash ? (size_t)(slash + 1 - path) : 0;
	char hidden[OPERATION_TEXT + 16], name[OPERATION_TEXT];
	operation_make(name);
	snprintf(hidden, sizeof(hidden), ".kansli-%s", name);
	char *temporary = heap_text(path, folder, hidden);
	int handle = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode);
	if (handle < 0) {
		int number = errno;
		free(temporary);
		return refuse(err, kind_of(number), _("%s could not be written: %s."), path, strerror(number));
	}
	*draft = (struct file_draft){
		.path = heap_text(path, strlen(path), ""), .temporary = temporary, .handle = handle, .force = force};
	return true;
}

bool file_add(struct file_draft *draft, const void *bytes, size_t count, struct error *err)
{
	for (const char *from = bytes; count > 0;) {
		ssize_t put = write(draft->handle, from, count);
		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return refuse(err, kind_of(errno),
				_("%s could not be written: %s. No half file is left behind."), draft->path,
				strerror(errno));
		from += put;
		count -= (size_t)put;
	}
	return true;
}

/* Gives the file its name only if nothing has it: by rename where the file system can, otherwise by a second link. */
static int rename_unless_there(const char *from, const char *to)
{
	if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
		return 0;
	if (errno != EINVAL && errno != ENOSYS)
		return -1;
	if (link(from, to) != 0)
		return -1;
	return unlink(from);
}

/* The name itself reaches the disk with the folder. */
static int folder_sync(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *folder = slash ? heap_text(path, (size_t)(slash + 1 - path), "") : heap_text("", 0, ".");
	int handle = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	free(folder);
	if (handle < 0)
		return -1;
	/* Some file systems cannot sync a folder; there the name is as safe as they make it. */
	int number = fsync(handle) == 0 || errno == EINVAL ? 0 : errno;
	close(handle);
	errno = number;
	return number == 0 ? 0 : -1;
}

static bool file_name(struct file_draft *draft, struct error *err)
{
	int outcome = draft->force ? rename(draft->temporary, draft->path)
				   : rename_unless_there(draft->temporary, draft->path);
	if (outcome != 0 && errno == EEXIST)
		return refuse(err, ERROR_CONFLICT, _(TAKEN), draft->path);
	if (outcome != 0)
		return refuse(err, kind_of(errno),
			_("%s could not be given its name: %s. No half file is left behind."), draft->path,
			strerror(errno));
	free(draft->temporary);
	draft->temporary = NULL;
	if (folder_sync(draft->path) != 0)
		return refuse(err, ERROR_FAILED,
			_("%s is written, but its folder did not confirm that it reached the disk: %s."), draft->path,
			strerror(errno));
	return true;
}

bool file_commit(struct file_draft *draft, struct error *err)
{
	bool ok = fsync(draft->handle) == 0;
	if (!ok)
		refuse(err, ERROR_FAILED, _("%s did not reach the disk: %s. No half file is left behind."), draft->path,
			strerror(errno));
	ok = ok && file_name(draft, err);
	file_drop(draft);
	return ok;
}

void file_drop(struct file_draft *draft)
{
	if (draft->temporary)
		unlink(draft->temporary);
	if (draft->path)
		close(draft->handle);
	free(draft->temporary);
	free(draft->path);
	*draft = (struct file_draft){.handle = -1};
}

bool file_write(const char *path, const void *bytes, size_t count, bool force, mode_t mode, struct error *err)
{
	struct file_draft draft = {.handle = -1};
	if (!file_begin(&draft, path, force, mode, err))
		return false;
	if (!file_add(&draft, bytes, count, err)) {
		file_drop(&draft);
		return false;
	}
	return file_commit(&draft, err);
}

/* The office's file as the file system sees it. Its one invariant: nothing here opens a file that SQLite may have
 * open, because closing such a descriptor would drop SQLite's locks for the whole process. */
#include "store/inside.h"

bool file_place(const char *path, char out[PATH_MAX], struct error *err)
{
	char folder[PATH_MAX], real[PATH_MAX];
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;
	if (name[0] == '\0' || strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
		return refuse(err, ERROR_INVALID, _("%s is a folder; an office is a file."), path);
	size_t bytes = slash == path ? 1 : slash ? (size_t)(slash - path) : 0;
	if (bytes + strlen(name) + 20 >= sizeof(folder))
		return refuse(err, ERROR_INVALID, _("The path is too long."));
	memcpy(folder, path, bytes);
	folder[bytes] = '\0';
	if (!realpath(bytes ? folder : ".", real))
		return refuse(err, errno == EACCES ? ERROR_FAILED : ERROR_MISSING,
			_("The folder of %s cannot be reached: %s."), path, strerror(errno));
	int length = snprintf(out, PATH_MAX, "%s/%s", strcmp(real, "/") == 0 ? "" : real, name);
	if (length < 0 || length + 20 >= PATH_MAX)
		return refuse(err, ERROR_INVALID, _("The path is too long."));
	return true;
}

bool file_is_office(const char *path, struct error *err)
{
	struct stat found;
	if (lstat(path, &found) != 0) {
		if (errno == ENOENT)
			return refuse(err, ERROR_MISSING, _("There is no file %s."), path);
		return refuse(err, ERROR_FAILED, _("%s cannot be reached: %s."), path, strerror(errno));
	}
	if (S_ISLNK(found.st_mode))
		return refuse(err, ERROR_FAILED,
			_("%s is a symbolic link. Name the file itself: two names for one office "
			  "can damage it."),
			path);
	if (S_ISDIR(found.st_mode))
		return refuse(err, ERROR_FAILED, _("%s is a folder; an office is a file."), path);
	if (!S_ISREG(found.st_mode))
		return refuse(err, ERROR_FAILED, _("%s is not an ordinary file, so it was not opened."), path);
	if (found.st_nlink > 1)
		return refuse(err, ERROR_FAILED,
			_("%s has another name too (a hard link), and two names for one office can damage it. Take the "
			  "other "
			  "name away, or make a copy of the file."),
			path);
	if (found.st_size == 0)
		return refuse(err, ERROR_FAILED, _("%s is empty, so it is no office."), path);
	return true;
}

/* Left from an office that was moved or deleted, and would be taken for the new one's. */
static bool leftover_is_there(const char *path, struct error *err)
{
	static const char *const endings[] = {"", "-wal", "-shm", "-journal"};
	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
		char name[PATH_MAX + 16];
		struct stat found;
		snprintf(name, sizeof(name), "%s%s", path, endings[i]);
		if (lstat(name, &found) == 0)
			return !refuse(err, ERROR_CONFLICT,
				_("%s exists already and was left alone; choose another name."), name);
	}
	return false;
}

bool file_make(const char *path, struct error *err)
{
	if (leftover_is_there(path, err))
		return false;
	int file = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0660);
	if (file < 0)
		return refuse(err, ERROR_FAILED, _("%s cannot be made: %s."), path, strerror(errno));
	/* Whatever the umask is: the write-ahead files take their rights from this file, and the group must share them.
	 */
	bool shared = fchmod(file, 0660) == 0;
	int why = errno;
	close(file);
	if (shared)
		return true;
	unlink(path);
	return refuse(err, ERROR_FAILED, _("%s cannot be made: %s."), path, strerror(why));
}

void file_unmake(const char *path)
{
	static const char *const endings[] = {"", "-wal", "-shm"};
	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
		char name[PATH_MAX + 16];
		snprintf(name, sizeof(name), "%s%s", path, endings[i]);
		unlink(name);
	}
}

/* Copies of the whole office. Its one invariant: a file that stands under the target's name is a whole, checked copy
 * that has reached the disk; until then it has another name. */
#include "store/inside.h"

/* One line of sql/store.sql on a connection without a store: answers the first column of the first row. */
static int64_t copy_number(sqlite3 *db, enum sql which)
{
	sqlite3_stmt *handle = NULL;
	int64_t number = -1;
	if (sqlite3_prepare_v2(db, sql_texts[which].text, -1, &handle, NULL) == SQLITE_OK &&
		sqlite3_step(handle) == SQLITE_ROW)
		number = sqlite3_column_int64(handle, 0);
	sqlite3_finalize(handle);
	return number;
}

static bool copy_says_ok(sqlite3 *db)
{
	sqlite3_stmt *handle = NULL;
	bool ok = sqlite3_prepare_v2(db, sql_texts[SQL_STORE_INTEGRITY].text, -1, &handle, NULL) == SQLITE_OK &&
		  sqlite3_step(handle) == SQLITE_ROW && strcmp((const char *)sqlite3_column_text(handle, 0), "ok") == 0;
	sqlite3_finalize(handle);
	return ok;
}

static bool copy_has_no_loose_ends(sqlite3 *db)
{
	sqlite3_stmt *handle = NULL;
	bool none = sqlite3_prepare_v2(db, sql_texts[SQL_STORE_REFERENCES].text, -1, &handle, NULL) == SQLITE_OK &&
		    sqlite3_step(handle) == SQLITE_DONE;
	sqlite3_finalize(handle);
	return none;
}

static bool file_connect(const char *path, int mode, sqlite3 **out, struct error *err)
{
	int flags = mode | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOFOLLOW;
	int code = sqlite3_open_v2(path, out, flags, NULL);
	if (code != SQLITE_OK) {
		store_refuse(*out, code, err);
		sqlite3_close(*out);
		return false;
	}
	settings_first(*out);
	return true;
}

/* Copies what is saved at this moment; writers go on meanwhile. */
static bool copy_fill(const char *source, const char *target, struct error *err)
{
	sqlite3 *db = NULL;
	sqlite3_stmt *handle = NULL;
	if (!file_connect(source, SQLITE_OPEN_READONLY, &db, err))
		return false;
	sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 1); /* VACUUM INTO attaches its target */
	int code = sqlite3_prepare_v2(db, sql_texts[SQL_STORE_COPY].text, -1, &handle, NULL);
	if (code == SQLITE_OK) {
		sqlite3_bind_text(handle, 1, target, -1, SQLITE_STATIC);
		code = sqlite3_step(handle);
	}
	bool filled = code == SQLITE_DONE || store_refuse(db, code, err);
	sqlite3_finalize(handle);
	sqlite3_close(db);
	return filled;
}

static bool copy_check(const char *source, const char *copy, struct error *err)
{
	sqlite3 *db = NULL, *from = NULL;
	if (!file_connect(source, SQLITE_OPEN_READONLY, &from, err))
		return false;
	/* For writing: a connection that can only read does not know the tables' CHECK rules. */
	bool opened = file_connect(copy, SQLITE_OPEN_READWRITE, &db, err);
	bool whole = opened && copy_says_ok(db) && copy_has_no_loose_ends(db) &&
		     copy_number(db, SQL_STORE_APPLICATION) == STORE_APPLICATION_ID &&
		     copy_number(db, SQL_STORE_VERSION) == copy_number(from, SQL_STORE_VERSION);
	sqlite3_close(from);
	if (opened)
		sqlite3_close(db);
	if (!opened || whole)
		return whole;
	return refuse(err, ERROR_FAILED,
		_("The copy did not stand its check, so it was not kept. The office itself may be damaged: run kansli "
		  "check."));
}

static bool copy_sync(const char *copy, struct error *err)
{
	int file = open(copy, O_RDONLY | O_NOFOLLOW | O_CLOEXEC); /* SQLite no longer has it open */
	bool synced = file >= 0 && fsync(file) == 0;
	int why = errno;
	if (file >= 0)
		close(file);
	return synced || refuse(err, ERROR_FAILED, _("%s could not be secured on the disk: %s."), copy, strerror(why));
}

/* An empty file with the office's own rights, for the copy holds the same secrets. */
static bool copy_begin(const char *source, const char *target, char copy[PATH_MAX + 64], struct error *err)
{
	struct stat office;
	snprintf(copy, PATH_MAX + 64, "%s.part-%d", target, (int)getpid());
	int file = open(copy, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (file < 0)
		return refuse(err, ERROR_FAILED, _("%s cannot be made: %s."), copy, strerror(errno));
	bool same = lstat(source, &office) == 0 && fchmod(file, office.st_mode & 0660) == 0;
	int why = errno;
	close(file);
	if (same)
		return true;
	unlink(copy);
	return refuse(err, ERROR_FAILED, _("%s cannot be made: %s."), copy, strerror(why));
}

static bool copy_name_it(const char *copy, const char *target, bool force, struct error *err)
{
	if (renameat2(AT_FDCWD, copy, AT_FDCWD, target, force ? 0 : RENAME_NOREPLACE) == 0)
		return true;
	return refuse(err, errno == EEXIST ? ERROR_CONFLICT : ERROR_FAILED, _("The copy could not be named %s: %s."),
		target, strerror(errno));
}

/* An office's own side files must not be overwritten either, force or not. */
static bool target_is_free(const char *source, const char *target, bool force, struct error *err)
{
	struct stat found, office;
	size_t bytes = strlen(source);
	const char *rest = strncmp(source, target, bytes) == 0 ? target + bytes : "no";
	bool own = strcmp(rest, "") == 0 || strcmp(rest, "-wal") == 0 || strcmp(rest, "-shm") == 0 ||
		   strcmp(rest, "-lock") == 0 || strcmp(rest, "-journal") == 0;
	bool there = lstat(target, &found) == 0;
	if (own || (there && lstat(source, &office) == 0 && office.st_dev == found.st_dev &&
			   office.st_ino == found.st_ino))
		return refuse(
			err, ERROR_INVALID, _("%s is the office itself; choose another name for the copy."), target);
	if (there && !S_ISREG(found.st_mode))
		return refuse(err, ERROR_INVALID,
			_("%s is not an ordinary file and was left alone; choose another name."), target);
	if (there && !force)
		return refuse(
			err, ERROR_CONFLICT, _("%s exists already and was left alone; choose another name."), target);
	return true;
}

bool backup_make(const char *source, const char *target, bool force, struct error *err)
{
	char place[PATH_MAX], copy[PATH_MAX + 64];
	if (!file_place(target, place, err) || !target_is_free(source, place, force, err) ||
		!copy_begin(source, place, copy, err))
		return false;
	if (copy_fill(source, copy, err) && copy_check(source, copy, err) && copy_sync(copy, err) &&
		copy_name_it(copy, place, force, err))
		return folder_sync(place, err);
	unlink(copy);
	return false;
}

bool store_backup(struct store *store, const char *target, bool force, struct error *err)
{
	assert(store_idle(store));
	if (store->mode == STORE_MEMORY)
		return refuse(err, ERROR_INVALID, _("An office in memory has no file to copy."));
	return backup_make(store->path, target, force, err);
}

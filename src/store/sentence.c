/* Puts SQLite's result codes into sentences. Its one invariant: a sentence says what was not done, and what is still
 * safe; SQLite's own words stand last, for whoever mends the machine. */
#include "store/inside.h"

/* "CHECK constraint failed: granted_within_sought" -> "granted_within_sought"; a trigger's own words stay whole. */
static const char *rule_name(int code, const char *words)
{
	static const char mark[] = "constraint failed: ";
	const char *name = strstr(words, mark);
	if (code == SQLITE_CONSTRAINT_TRIGGER)
		return words;
	return name ? name + sizeof(mark) - 1 : words;
}

static bool constraint_refuse(int code, const char *words, struct error *err)
{
	if (code == SQLITE_CONSTRAINT_FOREIGNKEY)
		return refuse(err, ERROR_INVALID,
			_("The change points to something that does not exist, or takes away something others point "
			  "to; "
			  "nothing was changed."));
	if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY)
		return refuse(err, ERROR_INVALID,
			_("There is one already, and there may be only one (%s); nothing was changed."),
			rule_name(code, words));
	return refuse(err, ERROR_INVALID,
		_("A rule of the office's file stopped the change (%s); nothing was changed."), rule_name(code, words));
}

static bool disk_refuse(int code, const char *words, struct error *err)
{
	if (code == SQLITE_FULL)
		return refuse(err, ERROR_FAILED,
			_("The disk is full, so nothing was changed. What was saved before is safe. Make room and try "
			  "again."));
	if (code == SQLITE_READONLY)
		return refuse(err, ERROR_FAILED,
			_("The office's file or its folder cannot be written by you, which reading needs too; nothing "
			  "was changed (%s)."),
			words);
	if (code == SQLITE_CANTOPEN || code == SQLITE_PERM)
		return refuse(err, ERROR_FAILED,
			_("The office's file cannot be opened: look at the rights of the file and its folder (%s)."),
			words);
	return refuse(err, ERROR_FAILED,
		_("The disk could not be read or written, so nothing was changed. What was saved before is safe (%s)."),
		words);
}

bool store_refuse(sqlite3 *db, int code, struct error *err)
{
	const char *words = db ? sqlite3_errmsg(db) : sqlite3_errstr(code);
	switch (code & 0xff) {
	case SQLITE_NOMEM: memory_out();
	case SQLITE_CONSTRAINT: return constraint_refuse(code, words, err);
	case SQLITE_TOOBIG:
		return refuse(err, ERROR_INVALID,
			_("The text is longer than the office's file can hold; nothing was changed."));
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return refuse(err, ERROR_BUSY,
			_("Another program is holding the office's file, so nothing was changed. Try again in a "
			  "moment."));
	case SQLITE_FULL:
	case SQLITE_READONLY:
	case SQLITE_CANTOPEN:
	case SQLITE_PERM:
	case SQLITE_IOERR: return disk_refuse(code & 0xff, words, err);
	case SQLITE_NOTADB: return refuse(err, ERROR_FAILED, _("The file is not an office's file."));
	case SQLITE_CORRUPT:
		return refuse(err, ERROR_FAILED,
			_("The office's file is damaged. Stop working in it, keep it, and continue from the latest "
			  "copy (%s)."),
			words);
	default:
		return refuse(
			err, ERROR_FAILED, _("The office's file and the program do not fit together (%s)."), words);
	}
}

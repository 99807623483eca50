/* Reads files of named SQL statements. "-- name: application_list" begins a statement; it runs to the next name.
 * Comments may stand before a name. Used by the build tool and by its test; needs nothing but the C library. */
#ifndef KANSLI_TOOLS_STATEMENTS_H
#define KANSLI_TOOLS_STATEMENTS_H

#include <stdbool.h>
#include <stddef.h>

enum { STATEMENT_NAME_MOST = 60, COMPLAINT_TEXT = 512 };

struct named_statement {
	char *name, *text; /* the text without comments around it and without its last semicolon */
	char *file;
	int line; /* of the name, from 1 */
};

struct statements {
	struct named_statement *items;
	size_t count, room;
};

void statements_done(struct statements *all);
/* Adds the statements of one file. A bad or used name, an empty statement, two statements under one name and an open
 * quote or comment answer false with "file:line: why" in `complaint`; what was added before stays in `all`. */
bool statements_read(struct statements *all, const char *file, const char *source, char complaint[COMPLAINT_TEXT]);
/* Checks that the migration files among `names` ("sql/migrate/0001-*.sql") stand in order and without a gap. */
bool steps_in_order(const char *const *names, size_t count, char complaint[COMPLAINT_TEXT]);

#endif

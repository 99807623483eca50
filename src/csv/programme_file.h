/* The law as data, from the CSV files built into the program. */
#ifndef KANSLI_CSV_PROGRAMME_FILE_H
#define KANSLI_CSV_PROGRAMME_FILE_H

#include "casework/programme.h"

/* Fills a programme fit for programme_adopt(); the caller ends it with programme_done(). ERROR_FAILED names file and
 * column: a mistake in the build, found by a test. */
bool programme_read(struct programme *out, struct error *err);

#endif

/* The economy system's list of what has been paid, from a sheet: the columns payment, amount, paid and reference, in
 * either language and any order; other columns are left alone. */
#ifndef KANSLI_CSV_PAID_READ_H
#define KANSLI_CSV_PAID_READ_H

#include "casework/paid_file.h"
#include "csv/sheet.h"

struct paid_sheet {
	struct sheet sheet;
	struct arena arena;
	struct paid_file file;
};
/* ERROR_INVALID: no sheet, a column is missing, or cells have no meaning: the lines are named, and nothing is read. */
bool paid_sheet_load(const char *path, struct paid_sheet *out, struct error *err);
void paid_sheet_done(struct paid_sheet *paid);

#endif

/* Papers held against golden texts, page by page as they are printed; KANSLI_BLESS=1 writes those anew. */
#ifndef KANSLI_TESTS_PAPERED_H
#define KANSLI_TESTS_PAPERED_H

#include "csv/paper.h"

/* Ends the paper; its pages are those of the file NAME.txt among the golden papers. The hash of the newest event, which
 * no two offices share, is told as zeros. */
void paper_is(struct paper *paper, const char *name);

#endif

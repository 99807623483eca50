/* How a case stands for closing, on paper. */
#ifndef KANSLI_CSV_CLOSING_H
#define KANSLI_CSV_CLOSING_H

#include "casework/closure.h"
#include "paper.h"

/* Whether it is closed, what stops it, and the working notes that wait for a fate. */
void closing_write(struct paper *paper, const struct closure *closure);

#endif

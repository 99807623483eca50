/* The sums of the sample office, the same wherever they stand; ends the test that asks where they differ. */
#ifndef KANSLI_TESTS_SAMPLE_SUMS_H
#define KANSLI_TESTS_SAMPLE_SUMS_H

#include "casework/casework.h"

void sample_sums_agree(struct casework *cw);

#endif

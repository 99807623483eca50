/* What is claimed of the sample office's papers; ends the test that asks where it does not hold. */
#ifndef KANSLI_TESTS_SAMPLE_PAPERS_H
#define KANSLI_TESTS_SAMPLE_PAPERS_H

#include "casework/casework.h"

void sample_papers_hold(struct casework *cw);

#endif

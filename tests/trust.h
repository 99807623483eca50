/* What the claims of trust share: an office on disk in a folder of its own, a seed that is told, a look at the whole.
 * Invariant: with the same seed the same is tried. */
#ifndef KANSLI_TESTS_TRUST_H
#define KANSLI_TESTS_TRUST_H

#include "casework/casework.h"

extern char trust_path[64]; /* the office's, in the folder */
void trust_folder_make(void);
void trust_folder_drop(void);
/* KANSLI_SEED, else one by chance; printed, so that it can be tried again. */
uint32_t trust_seed(void);
struct casework *trust_office(const char *login); /* opened again, to be closed by casework_close() */
void trust_whole(struct casework *cw);            /* `kansli check` finds nothing; the auditor sits there then */

#endif

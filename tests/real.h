/* The real program on a copy of the sample office, through the bench. Invariant: each claim has an office and a folder
 * of its own, so that nothing a claim does is seen by another. */
#ifndef KANSLI_TESTS_REAL_H
#define KANSLI_TESTS_REAL_H

#include "bench_claims.h"

#include "casework/casework.h"

/* The suite's main: runs the claims, each on a copy of the sample office. */
int real_run(const char *name, const TTest *const claims[], int seconds);

/* The claims look at other things than how firm a ranking is: few weightings are worked out (KANSLI_HASTE). */
extern bool real_hastens;
extern char real_folder[64]; /* of the claim: its office, drafts and files */
const char *real_office(void);

/* The screens as this person; what the options leave out is the bench's usual. */
struct bench *real_open(const char *as, struct bench_options options);
struct bench *real_open_demo(void);   /* `kansli demo` at a terminal, on the claim's office */
void real_close(struct bench *bench); /* from any depth: Esc to the first screen, q, and exit code 0 */

/* A shell verb by another process, on a terminal of its own; its exit code. The words are ended by NULL. */
int real_verb(const char *as, ...);
/* The office read past the screens, to be closed by casework_close(). */
struct casework *real_casework(const char *as);
void real_shown(struct bench *bench, const char *text); /* else the whole screen is in what the test says */
void real_find(struct bench *bench, const char *words); /* / words Enter */

#endif

/* Papers for the tests of the register: a right form to spoil one field of, and short ways to add one. */
#ifndef KANSLI_TESTS_PAPERS_H
#define KANSLI_TESTS_PAPERS_H

#include "casework/document.h"
#include "office.h"

/* In by e-mail on 2026-11-20, a letter. */
struct document_change paper_form(const char *subject);
/* Added without a file; in the inbox when the case is zeroed. */
int64_t paper_of(struct casework *cw, struct case_ref of, const char *subject);
/* What is known of it now; texts live until the next call. */
const struct document *paper_now(struct casework *cw, int64_t document);
/* Findings of kansli check, each on its line; lives until the next call. */
const char *papers_check(struct casework *cw, int *findings);

#endif

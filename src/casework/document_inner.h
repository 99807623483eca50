/* What the files about the register share, for the casework room only. */
#ifndef KANSLI_CASEWORK_DOCUMENT_INNER_H
#define KANSLI_CASEWORK_DOCUMENT_INNER_H

#include "change.h"
#include "document.h"
#include "field.h"
#include "files.h"

/* ---- document_standing.c: what a change has to know of a paper as it stands. */
struct paper {
	int64_t id, version;
	struct case_ref of;
	int n; /* 0: in the inbox */
	const char *direction, *on_day, *subject, *file_hash, *void_why, *secret_ground;
	int64_t moved_to;
	bool removed;
};
/* ERROR_MISSING: no such paper. */
bool paper_load(struct change *change, int64_t document, struct paper *out, struct error *err);
/* ERROR_INVALID when it is moved or void. */
bool paper_is_live(struct change *change, const struct paper *paper, struct error *err);
/* Loaded, fresh and live. */
bool paper_ready(struct change *change, int64_t document, struct paper *out, struct error *err);
/* The case is there and is no mistake; binds for it. */
bool case_open(struct change *change, const struct case_ref *ref, struct error *err);
struct bind case_application(const struct case_ref *ref);
struct bind case_matter(const struct case_ref *ref);
bool case_next_n(struct change *change, const struct case_ref *ref, int *n, struct error *err);
bool case_same(const struct case_ref *a, const struct case_ref *b);

/* ---- document_add.c */
/* A new paper in the open write; `file` NULL: none. */
bool document_put(struct change *change, const struct case_ref *of, const struct document_change *given,
	const struct file_kept *file, const char *words, int64_t *id, struct error *err);

/* ---- dispatch.c */
/* A region on the list of a new paper, in the open write; sent_on NULL: not sent yet. */
bool dispatch_put(struct change *change, int64_t document, int64_t application, const char *region, const char *way,
	const char *sent_on, struct error *err);

/* ---- decision_paper.c */
/* A letter as it goes out. */
struct letter_out {
	int64_t application;
	const char *kind, *subject, *name, *text; /* name: of its file */
	const char *way, *sent_on;                /* sent_on NULL: not sent yet */
	const char *const *codes;                 /* the regions that get it */
	int code_count;
};
/* In the register with its file and its list, in the open write. */
bool letter_register(struct change *change, const struct letter_out *letter, int64_t *document, struct error *err);

/* ---- document_case.c */
/* Inside a change: a copy in the other case, and the old number pointing there. */
bool paper_move(
	struct change *change, const struct paper *paper, const struct case_ref *to, int64_t *moved, struct error *err);
/* The paper of the inbox gets its case. */
bool paper_tie(struct change *change, const struct paper *paper, const struct case_ref *to, struct error *err);

/* ---- document_words.c */
/* The words of a file: its own when it is text, else what pdftotext makes of it; "" when there are none. */
const char *words_take(const char *path, const struct file_kept *file, struct arena *arena);

/* ---- case_find.c */
void case_number(const char *pattern, int year, int n, char *out, size_t room);
/* "EFF 12-2026-3" */
void document_number_fill(const char *pattern, int year, int case_n, int n, int64_t id, char out[DOCUMENT_NUMBER]);
/* Our own number standing somewhere in the text: "… ert dnr EFF 12-2026". */
bool case_number_in(const char *pattern, const char *text, int *year, int *n);

#endif

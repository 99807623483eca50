/* The register (OSL 5 kap. 1–2 and 5 §§): papers that came in, went out or were drawn up. A paper has its number from
 * the case it belongs to; what is registered is never removed: wrong ones are moved or void, content may be. */
#ifndef KANSLI_CASEWORK_DOCUMENT_H
#define KANSLI_CASEWORK_DOCUMENT_H

#include "base/buffer.h"
#include "case_ref.h"

enum { DOCUMENT_NUMBER = 96, DOCUMENT_FILE_MOST = 200 << 20, DOCUMENT_WORDS_MOST = 4 << 20 }; /* bytes */

/* FL 22 §: how the day of arrival follows from the day a paper was found. */
enum arrival {
	ARRIVAL_REACHED, /* it reached the authority that day */
	ARRIVAL_ADVICE,  /* by post, or advice of paid post: the nearest preceding working day */
	ARRIVAL_MAILBOX, /* in the mailbox at the day's first emptying: the nearest preceding working day */
};
/* The day a paper counts as come in. */
day arrival_day(day found, enum arrival arrival);
bool arrival_read(const char *code, enum arrival *out); /* "reached", "advice", "mailbox" */

struct document {
	int64_t id, version, application, matter; /* both 0: in the inbox */
	int n, year, case_n;                      /* 0 in the inbox */
	char number[DOCUMENT_NUMBER];             /* "EFF 12-2026-3"; "i7" in the inbox */
	const char *case_title;
	const char *direction, *kind, *on_day, *on_time; /* on_day: came in, sent or drawn up */
	const char *found_on, *arrival_rule;             /* found_on NULL: on_day is the day it was found */
	const char *dated_on, *way, *region, *region_short, *party, *subject, *open_subject, *own_number;
	int pages;                         /* 0: not counted */
	bool incomplete, late;             /* late: an application that came in after its round closed */
	const char *file_name, *file_hash; /* NULL: on paper only */
	int64_t file_bytes;
	const char *secret_ground, *secret_on, *secret_by; /* OSL 5:5; NULL: no mark */
	const char *void_why;                              /* not NULL: "utgår, felregistrerad" */
	int64_t moved_to, moved_from;                      /* 0: not moved */
	char moved_number[DOCUMENT_NUMBER];                /* where it stands now, or "" */
	const char *registered_by, *registered_at;
	const char *removed, *removed_ground, *removed_by, *removed_at; /* removed: "disposal", "error" or NULL */
	int listed, sent, received;                                     /* on its distribution list */
	bool overdue; /* in the inbox for more than a working day (OSL 5:1) */
};
struct document_list {
	struct arena arena;
	struct document *items; /* by number */
	int count;
};
/* What is asked for; zeroed members ask for nothing. */
struct document_query {
	struct case_ref of;
	int64_t id;
	const char *first, *last; /* ISO days: registered on these or between them */
	bool inbox;
};
bool document_list_load(
	struct casework *cw, const struct document_query *query, struct document_list *out, struct error *err);
void document_list_done(struct document_list *list);
/* "12-3", "12-2026-3", "EFF 12-2026-3", or "i7" for a paper in the inbox. */
bool document_find(struct casework *cw, const char *wanted, int64_t *id, struct error *err);
/* Sender or receiver as the public register shows it: "" where a marked paper's shall be left out (OSL 5:2 second
 * paragraph). */
const char *document_open_party(const struct document *document);
const char *document_open_subject(const struct document *document);

struct document_change {
	const char *direction, *kind; /* "in", "out", "made"; a word of kind 'document' or any other words */
	const char *on_day, *on_time; /* found, sent or drawn up; the day of arrival follows from `arrival` */
	const char *arrival;          /* NULL: reached; only for what came in */
	const char *dated_on, *way, *region, *party, *subject, *open_subject, *own_number;
	const char *secret_ground, *secret_on, *secret_by; /* all three or none */
	int pages;
	bool incomplete;
};
/* The change that would leave the document as it is, for forms and verbs that change a part. */
struct document_change document_change_of(const struct document *document);
/* `of` zeroed: into the inbox. `file` NULL: no file; else it is copied beside the office before anything is saved, and
 * its words are taken out. RIGHT_DOCUMENT_PUT; ERROR_INVALID names the field. */
bool document_add(struct casework *cw, const struct operation *op, const struct case_ref *of,
	const struct document_change *change, const char *file, int64_t *id, struct error *err);
bool document_change(struct casework *cw, const struct operation *op, int64_t document,
	const struct document_change *change, struct error *err);
/* A file for a paper that has none yet. */
bool document_attach(
	struct casework *cw, const struct operation *op, int64_t document, const char *file, struct error *err);
/* A paper of the inbox gets its case, and its number there. */
bool document_tie(struct casework *cw, const struct operation *op, int64_t document, const struct case_ref *to,
	struct error *err);
/* To another case, where it gets a new number; the old number stays, "överförd till …". *moved (may be NULL) is the new
 * one. */
bool document_move(struct casework *cw, const struct operation *op, int64_t document, const struct case_ref *to,
	const char *why, int64_t *moved, struct error *err);
/* "Utgår, felregistrerad": the number stays. In the inbox: no paper of ours. */
bool document_void(
	struct casework *cw, const struct operation *op, int64_t document, const char *why, struct error *err);

/* ---- content */
/* File and words go; the row, the hash, ground, who and when stay (arkivlag 10 §, content sent in error). kind:
 * "disposal" or "error". Again on a removed one: makes sure that the file is gone. RIGHT_DOCUMENT_REMOVE. */
bool document_remove(struct casework *cw, const struct operation *op, int64_t document, const char *kind,
	const char *ground, struct error *err);
/* The file's bytes, held against their hash. A marked paper's reading is logged first. ERROR_MISSING: no file, or
 * removed. */
bool document_read(struct casework *cw, int64_t document, struct buffer *out, struct error *err);
/* What can be read of it in a terminal: its own text, or what pdftotext made of it; logged like the file. "" when
 * nothing could be taken out. */
bool document_words(struct casework *cw, int64_t document, struct arena *arena, const char **out, struct error *err);

/* Why there are no words, for who would read them; in the language chosen. */
const char *document_wordless(const struct document *document);

struct reading {
	const char *person, *at;
};
struct reading_list {
	struct arena arena;
	struct reading *items; /* newest first */
	int count;
};
bool reading_list_load(struct casework *cw, int64_t document, struct reading_list *out, struct error *err);
void reading_list_done(struct reading_list *list);

#endif

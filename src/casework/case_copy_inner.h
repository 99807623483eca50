/* What the files about copies of cases share, for the casework room only. */
#ifndef KANSLI_CASEWORK_CASE_COPY_INNER_H
#define KANSLI_CASEWORK_CASE_COPY_INNER_H

#include "base/json.h"
#include "case_copy.h"
#include "change.h"
#include "files.h"

/* ---- case_copy_parts.c: what a case is made of, one table */
enum copy_kind {
	COPY_LINE,
	COPY_TEXT,  /* may have line breaks */
	COPY_RAW,   /* as it is: what kansli itself has made; NAME_hash is kept beside it */
	COPY_KEYED, /* another body's number: NAME_key is kept beside it */
	COPY_DAY,
	COPY_MOMENT,
	COPY_TIME,
	COPY_NUMBER, /* a whole number; also what names a thing of the case by its number */
	COPY_ORE,
	COPY_YES,  /* true or false */
	COPY_WORD, /* a code of the law's words, of the kind `words` */
	COPY_CODE, /* one of `words`, parted by spaces */
	COPY_REGION,
	COPY_PERSON, /* a login */
};
struct copy_field {
	const char *name;
	enum copy_kind kind;
	bool needed; /* never null */
	const char *words;
};
struct copy_part {
	const char *name;                /* in the file; of the case itself "application" */
	const char *told;                /* N_(): what one of them is called, for a refusal */
	const struct copy_field *fields; /* ended by a row without name */
	enum sql list, put;
	bool single;             /* one or none, not a list */
	bool folded;             /* its facts are its owner's: no event of its own */
	enum object_kind object; /* what the event tells of */
	bool tells;              /* where there is one, another event of its owner follows, of kind `tale` */
	enum object_kind tale;
	bool of_case;     /* its statements ask for the :application too */
	bool young;       /* copies from before there was such a thing lack it */
	bool ends;        /* `end` is run when what its facts fold is in */
	const char *late; /* a field that is written by `end`; or NULL */
	enum sql end;
	enum right right;                     /* whoever takes it in needs this */
	const struct copy_part *const *parts; /* what it owns, NULL-ended; or NULL */
};
extern const struct copy_part copy_application;
/* Those that not every reader may see. */
extern const struct copy_part copy_note, copy_disqualification;
extern const struct copy_part copy_measure, copy_assignment, copy_consensus; /* of case_copy_measure.c */
/* Of case_copy_money.c. */
extern const struct copy_part copy_decision, copy_withholding, copy_claim, copy_money_in, copy_ruling,
	copy_decision_paper, copy_money_paper;
const struct copy_field *copy_field_find(const struct copy_part *part, const char *name);
const struct copy_part *copy_part_find(const struct copy_part *part, const char *name);

/* ---- case_copy_write.c */
/* The case as the office has it, whoever asks: for the comparing. */
bool copy_write_whole(struct casework *cw, int64_t application, struct case_copy *out, struct error *err);

/* ---- case_copy_tree.c: JSON as SQLite reads it */
enum copy_type { COPY_OBJECT, COPY_ARRAY, COPY_STRING, COPY_WHOLE, COPY_FRACTION, COPY_TRUE, COPY_FALSE, COPY_NULL };
struct copy_node {
	enum copy_type type;
	const char *key, *text; /* key NULL in a list */
	int64_t number;
	int place; /* in its list */
	struct copy_node *owner, *first, *last, *next;
};
/* ERROR_INVALID: no JSON, or cut off. */
bool copy_tree_load(
	struct casework *cw, const char *json, struct arena *arena, struct copy_node **out, struct error *err);
const struct copy_node *copy_node_find(const struct copy_node *object, const char *key);
/* "/application/measures/0/title" */
const char *copy_node_path(const struct copy_node *node, struct arena *arena);
/* The first place of `given` that is not so in `made`; NULL when all is alike. */
const struct copy_node *copy_trees_differ(const struct copy_node *given, const struct copy_node *made);

/* ---- case_copy_check.c: before the transaction */
void copy_find(struct case_copy_intake *intake, const struct copy_node *node, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
/* The shape: names, kinds, texts fit to keep, days, words, and persons, regions and the round there are here. */
bool copy_shape_check(
	struct casework *cw, const struct copy_node *root, struct case_copy_intake *intake, struct error *err);

/* ---- case_copy_files.c: the papers' files, from the folder to beside the office */
struct copy_file {
	const struct copy_node *node; /* the document */
	const char *hash, *path, *words;
	bool came; /* it was not here before */
};
struct copy_files {
	struct copy_file *items;
	int count;
};
/* Finds each file in the folder and holds it against its hash; takes its words out. */
void copy_files_look(const struct copy_node *application, const char *folder, struct case_copy_intake *intake,
	struct copy_files *out);
const struct copy_file *copy_file_of(const struct copy_files *files, const struct copy_node *document);
bool copy_files_keep(struct casework *cw, struct copy_files *files, struct error *err);
/* What came is taken away again. */
void copy_files_drop(struct casework *cw, const struct copy_files *files);

#endif

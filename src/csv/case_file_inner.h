/* What the parts of the case on paper share, for the csv room only. */
#ifndef KANSLI_CSV_CASE_FILE_INNER_H
#define KANSLI_CSV_CASE_FILE_INNER_H

#include "casework/contents.h"
#include "casework/gate.h"
#include "casework/release.h"
#include "casework/rewind.h"
#include "csv/case_file.h"

struct case_file {
	struct casework *cw;
	struct paper *paper;
	int64_t application;
	struct contents contents;
	struct gate_list gates; /* its programme has the words */
	struct rewind rewind;
	const struct release *release; /* NULL: not for release */
	bool open;                     /* the public version: without working material and what is marked */
};
/* Each writes its part inside the section that the table has begun. */
bool case_file_brief(struct case_file *file, struct error *err);
bool case_file_register(struct case_file *file, struct error *err);
/* Parts of the case in brief. */
bool case_file_numbers(struct case_file *file, struct error *err);
bool case_file_mistake(struct case_file *file, struct error *err);
bool case_file_who(struct case_file *file, struct error *err);
bool case_file_contents(struct case_file *file, struct error *err);
bool case_file_measures(struct case_file *file, struct error *err);
bool case_file_gates(struct case_file *file, struct error *err);
bool case_file_clocks(struct case_file *file, struct error *err);
bool case_file_versions(struct case_file *file, struct error *err);
bool case_file_dialogue(struct case_file *file, struct error *err);
bool case_file_disqualification(struct case_file *file, struct error *err);
bool case_file_scores(struct case_file *file, struct error *err);
bool case_file_decisions(struct case_file *file, struct error *err);
bool case_file_plan(struct case_file *file, struct error *err);
bool case_file_reports(struct case_file *file, struct error *err);
bool case_file_recovery(struct case_file *file, struct error *err);
bool case_file_closing(struct case_file *file, struct error *err);
bool case_file_events(struct case_file *file, struct error *err);

/* Entries of a kind, of the application (measure 0) or of a measure: their fields under a list. */
void case_file_entries(struct case_file *file, enum entry_kind kind, int64_t measure);
/* The word of a code in the language chosen; NULL and "" stay. */
const char *case_file_word(const struct case_file *file, const char *kind, const char *code);
/* By the day asked for: moments and days compare as text. */
bool case_file_by_then(const struct case_file *file, const char *at);

/* Says in the public version that so many of something are left out; nothing where there is none. */
void case_file_leaves(struct case_file *file, const char *key, const char *one_or_many, int count);

/* May the note or document stand as it is on this paper? On release, what is kept back is told instead, and what is not
 * asked for is not mentioned. */
bool case_file_gives(struct case_file *file, const char *part, int64_t thing, const char *first);

#endif

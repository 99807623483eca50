/* What the papers of the delegation share: who writes, the case's number on each page, the mark of invented data, and
 * the newest event, so that a print can be held against the office it came from. In Swedish, whatever language the
 * screen has; what belongs to the law is data. */
#ifndef KANSLI_CSV_OFFICIAL_H
#define KANSLI_CSV_OFFICIAL_H

#include "casework/casework.h"
#include "casework/programme.h"
#include "paper.h"

struct official {
	struct casework *cw;
	struct paper *paper;
	struct programme programme;
};
/* `number` is the case's: it stands on each page. False: the law as data cannot be read. */
bool official_begin(struct official *official, struct casework *cw, struct paper *paper, const char *title,
	const char *number, struct error *err);
/* Ends with the day it was printed and the newest event: its number and the first 16 signs of its hash. */
bool official_end(struct official *official, struct error *err);
void official_drop(struct official *official); /* instead of an end, after a failure */
/* A sentence of the law as data, or its name; "" where the office lacks it. */
const char *official_word(const struct official *official, const char *code);
const char *official_sentence(const struct official *official, const char *code);
/* "1 234,50 kr" */
const char *official_kr(const struct official *official, int64_t ore);
/* What was said, for people and for programs; nothing where it is blank. */
void official_say(struct official *official, const char *key, const char *text);
/* "Anna, Bo och Cecilia", in the arena. */
const char *official_names(struct arena *arena, const char *const *names, int count);

#endif

/* One making, two writings: what is put on paper is written as text for people and as JSON for programs at the same
 * time, by the same calls, so that the two say the same. Passages that are blacked out are so in both. */
#ifndef KANSLI_CSV_PAPER_H
#define KANSLI_CSV_PAPER_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/json.h"
#include <stdbool.h>
#include <stdint.h>

struct paper {
	struct buffer text, made; /* for people; for programs */
	struct json json;
	struct arena arena;
	int indent, items;
	const char *const *passages; /* blacked out wherever they stand; NULL-ended, or NULL */
	bool *found;                 /* beside the passages: which have been met; NULL */
	int blacked;                 /* how many times that was done */
	const char *head;            /* first on each page; NULL: the first line */
};
void paper_init(struct paper *paper);
void paper_done(struct paper *paper);
/* Ends the JSON; paper->made is whole from then on. */
void paper_end(struct paper *paper);

/* The heading of the whole, underlined; "title" in JSON. */
void paper_title(struct paper *paper, const char *title);
/* A part with its head. Everything put until it is closed belongs to it. */
void paper_section(struct paper *paper, const char *key, const char *head);
void paper_section_end(struct paper *paper);
/* A list; in it items, each with a first line of its own. A list that stays empty says `none` (NULL: nothing). */
void paper_list(struct paper *paper, const char *key, const char *head);
void paper_list_end(struct paper *paper, const char *none);
void paper_item(struct paper *paper, const char *first);
void paper_item_end(struct paper *paper);

/* "Label   value", wrapped; nothing for people where there is no value, null or "" in JSON. A NULL label: JSON only. */
void paper_text(struct paper *paper, const char *key, const char *label, const char *value);
void paper_number(struct paper *paper, const char *key, const char *label, int64_t number); /* 0: not for people */
void paper_ore(struct paper *paper, const char *key, const char *label, int64_t ore);
void paper_bool(struct paper *paper, const char *key, const char *label, bool value); /* for people: where it is so */
/* A code in JSON and its word for people. */
void paper_word(struct paper *paper, const char *key, const char *label, const char *code, const char *word);
/* "Label   value" for people alone. */
void paper_label(struct paper *paper, const char *label, const char *value);
/* A line for people alone, wrapped. */
void paper_say(struct paper *paper, const char *line);

/* The text on pages of so many rows, a form feed between them; each begins with `head` and its number, "2 (5)". */
void paper_pages(const char *text, const char *head, int rows, struct buffer *out);
/* All of the paper on the pages of an A4 sheet. */
enum { PAPER_ROWS = 60 };
void paper_paged(struct paper *paper, struct buffer *out);
/* The same as PDF, by a program that need not be installed. ERROR_FAILED when there is none: the text is whole
 * without it. Every letter can be searched for and copied. */
bool paper_pdf(struct paper *paper, struct buffer *out, struct error *err);

#endif

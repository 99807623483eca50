/* UTF-8 text: strict decoding, width on a screen, folding for search, Swedish order. Needs no locale. Where a text goes
 * in and a text comes out, NULL stays NULL. */
#ifndef KANSLI_BASE_TEXT_H
#define KANSLI_BASE_TEXT_H

#include "arena.h"
#include "error.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Decodes one character strictly (no overlong forms, surrogates, above 10FFFF). Answers the bytes it took, 1..4,
 * or 0 when the bytes at `text` are no character (then *out is the first byte). An end of text answers 0 with *out 0.
 */
int text_decode(const char *text, size_t bytes, uint32_t *out);
/* Writes one character, answers its bytes (1..4). */
int text_encode(uint32_t character, char out[4]);
bool text_is_utf8(const char *text, size_t bytes);

/* Cells a character takes: 0 combining, 1, 2; -1 for control, bidi, zero-width, tag and other invisible characters
 * that must be shown as a visible mark. An own table, so that it does not follow the locale. */
int text_cells(uint32_t character);
/* Cells of a whole text, an invisible or broken byte counting 1. */
int text_width(const char *text);
/* Bytes of the longest prefix, ending between graphemes, that fits in `cells`; *used gets its cells (may be NULL). */
size_t text_fit(const char *text, int cells, int *used);
/* Where a text filled its room and was cut inside its last character, the rest of that character is taken away. */
void text_end_whole(char *text);
/* For "%.*s", TEXT_PART(text, bytes): at most so many bytes, and never a part of a letter. NULL is nothing. */
int text_part(const char *text, int bytes);
#define TEXT_PART(text, bytes) text_part((text), (bytes)), (text)
/* A copy at most `cells` wide, ended by … when something was cut. */
char *text_cut(struct arena *arena, const char *text, int cells);

/* Typed or imported text made fit to keep: NFC for the Latin letters (A + ring becomes Å), line ends to \n, trailing
 * blanks of lines and ends dropped. Refuses (ERROR_INVALID, naming the place) broken UTF-8, control, bidi and
 * zero-width characters, and line breaks unless `lines`. The result belongs to the arena. */
bool text_clean(struct arena *arena, const char *text, size_t bytes, bool lines, const char **out, struct error *err);

/* Lower case, é to e and the like, NFC; å ä ö stay letters of their own (æ is ä, ø is ö). Blanks of all widths become
 * spaces, dashes "-". For search on both sides. */
char *text_fold(struct arena *arena, const char *text);
/* Where a folded text stands in one that is not: its first byte and how many, for marking what was found. False when
 * it does not stand there. */
bool text_fold_find(const char *text, const char *folded, size_t *at, size_t *bytes);
/* A byte string whose memcmp order is Swedish order (a–z with w after v, å ä ö; é as e, ü as y on the second level,
 * case last). Never contains NUL; compare with strcmp. */
char *text_sort_key(struct arena *arena, const char *text);
/* A register number for search: upper case, separators (blank / - . : _) removed. "HSN/1005/2025" -> "HSN10052025". */
char *text_number_key(struct arena *arena, const char *text);
/* Edit distance between two short words in characters (two neighbours swapped count 1), for "did you mean". Only the
 * first 64 characters of each are compared. */
int text_distance(const char *a, const char *b);
/* A number somebody typed to point at a thing: 1 to 999 999 999, in digits alone; anything else is 0. */
int text_number(const char *text);
bool text_same(const char *a, const char *b); /* NULL equals NULL only */
bool text_blank(const char *text);            /* NULL, empty or only blanks */

/* Output for a terminal that is not UTF-8: 'u' UTF-8 as is, '1' Latin-1, 'a' ASCII (å->a, –->-, …->~, │->|). For
 * '1' and 'a' each character gives as many bytes as it takes cells, so that columns keep standing; unknown ones are ?.
 */
char *text_transliterate(struct arena *arena, const char *text, char to);
/* Text from data made harmless on a terminal or in a log: invisible and control characters become ‹U+202E›;
 * \n stays when `lines`. */
char *text_harmless(struct arena *arena, const char *text, bool lines);
/* The beginning of what somebody typed, harmless and short, to stand in an error's sentence. NULL is shown as "". */
enum { TEXT_GLIMPSE_CELLS = 32, TEXT_GLIMPSE = 160 };
void text_glimpse(const char *text, char out[TEXT_GLIMPSE]);

#endif

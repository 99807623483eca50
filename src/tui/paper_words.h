/* What the screens say of a paper of the register, the same on every screen. Invariant: "överförd" and "utgår" are
 * never the same word: the one stands in another case, the other is no paper of ours. */
#ifndef KANSLI_TUI_PAPER_WORDS_H
#define KANSLI_TUI_PAPER_WORDS_H

#include "base/buffer.h"
#include "case_words.h"
#include "casework/dispatch.h"
#include "casework/document.h"

/* "in", "out", "drawn up" as short as a column is. */
const char *paper_direction(const struct document *document);
/* Sender or receiver: in words, else the region; both when `whole`. */
void paper_party(const struct document *document, bool whole, char out[CASE_WORDS]);
/* What has become of it and what to heed, a word each: "moved", "void, removed", "secrecy, late"; "" for nothing. */
void paper_marks(const struct document *document, char out[CASE_WORDS]);
/* The same as sentences, with where to, why, who and when: a line each. */
void paper_standing(const struct document *document, struct buffer *out);
/* "sent to 19 of 21, 12 received"; "" where nobody is on its list. */
void paper_sent(const struct document *document, char out[CASE_WORDS]);
/* All facts of it and its distribution list, to be read. */
void paper_write(const struct desk *desk, const struct document *document, const struct dispatch_list *receivers,
	struct buffer *out);
/* One paper by its id; false with the sentence. The list is the caller's to free. */
bool paper_find(const struct desk *desk, int64_t id, struct document_list *out, struct error *err);

#endif

/* The words of the log, for the casework room only. The rows of what carries a grant from the sitting to the last krona
 * stand in a file of their own. */
#ifndef KANSLI_CASEWORK_EVENT_WORDS_H
#define KANSLI_CASEWORK_EVENT_WORDS_H

#include "event.h"

struct event_word {
	const char *action, *words;
};
struct event_field {
	const char *object, *field, *words; /* object NULL: of any kind of thing */
};
/* Ended by a row of NULLs. What stands there of one kind of thing comes before what holds for any. */
extern const struct event_word event_words_carrying[];
extern const struct event_field event_fields_carrying[];
/* What a fact is called; NULL: nothing of its own. */
const char *event_field_words(const char *object, const char *field, size_t bytes);

#endif

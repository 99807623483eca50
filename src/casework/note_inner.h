/* What the files about notes share, for the casework room only. */
#ifndef KANSLI_CASEWORK_NOTE_INNER_H
#define KANSLI_CASEWORK_NOTE_INNER_H

#include "application_inner.h"
#include "note.h"

/* What a new note is about beyond its measure, who it is for and when it is followed up, from clean values; nothing is
 * written when there is none of it. */
bool note_about_put(
	struct change *change, int64_t application, int64_t note, const struct note_change *values, struct error *err);

#endif

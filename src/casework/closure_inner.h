/* What the files about closing share, for the casework room only. */
#ifndef KANSLI_CASEWORK_CLOSURE_INNER_H
#define KANSLI_CASEWORK_CLOSURE_INNER_H

#include "application_inner.h"
#include "closure.h"
#include "grow.h"

/* Each adds its part to a closure whose arena is open; inside a look or a change. */
bool closure_standing_load(struct casework *cw, int64_t application, struct closure *out, struct error *err);
bool closure_open_load(struct casework *cw, int64_t application, struct closure *out, struct error *err);
bool closure_notes_load(struct casework *cw, int64_t application, struct closure *out, struct error *err);

#endif

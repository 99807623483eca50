/* What the files about criteria share, inside the casework room only. */
#ifndef KANSLI_CASEWORK_CRITERIA_INNER_H
#define KANSLI_CASEWORK_CRITERIA_INNER_H

#include "change.h"
#include "criteria.h"

/* criteria_load without the question of right: for use inside a change. ERROR_MISSING. */
bool criteria_read(struct casework *cw, int64_t number, struct criteria *out, struct error *err);

#endif

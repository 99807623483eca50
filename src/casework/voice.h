/* What assessors have said, one criterion at a time: what firmness is worked out from when somebody is left out or
 * somebody's span is drawn from. Pure data. */
#ifndef KANSLI_CASEWORK_VOICE_H
#define KANSLI_CASEWORK_VOICE_H

#include "weighting.h"

enum { VOICE_AGREED = -1 }; /* as assessor: a step the assessors have agreed on; it alone counts for its criterion */

struct voice {
	int measure, criterion;   /* indexes */
	int assessor;             /* index, or VOICE_AGREED */
	int8_t points, low, high; /* 0–4; low and high are the points where no span is given */
};

#endif

/* The day a paper counts as come in (FL 22 §). Pure. */
#include "casework/document.h"

static const char *const codes[] = {
	[ARRIVAL_REACHED] = "reached",
	[ARRIVAL_ADVICE] = "advice",
	[ARRIVAL_MAILBOX] = "mailbox",
};

bool arrival_read(const char *code, enum arrival *out)
{
	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
		if (!strcmp(codes[i], code)) {
			*out = (enum arrival)i;
			return true;
		}
	}
	return false;
}

day arrival_day(day found, enum arrival arrival)
{
	switch (arrival) {
	case ARRIVAL_REACHED: return found;
	case ARRIVAL_ADVICE:
	case ARRIVAL_MAILBOX: return day_previous_working(found - 1);
	}
	return found;
}

/* What the demo's two files share. All that is shown is invented. */
#ifndef KANSLI_TESTS_TUI_DEMO_H
#define KANSLI_TESTS_TUI_DEMO_H

#include "tui/form.h"
#include <stdint.h>

struct thing {
	int number;
	const char *name, *matter;
	int64_t ore;
	bool marked;
};

/* A form with a field of each kind about the thing. */
void demo_form_open(struct ui *ui, struct thing *thing);

#endif

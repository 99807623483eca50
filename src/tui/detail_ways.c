/* From a case to screens of its own. Invariant: each is about the case that is shown. */
#include "casework/case_ref.h"
#include "tui/detail_inner.h"

void detail_clocks_run(struct ui *ui, struct pane *pane)
{
	ui_push(ui, &clocks_pane, &((const struct detail *)pane->state)->application);
}

void detail_versions_run(struct ui *ui, struct pane *pane)
{
	ui_push(ui, &versions_pane, &((const struct detail *)pane->state)->application);
}

void detail_register_run(struct ui *ui, struct pane *pane)
{
	ui_push(ui, &register_pane,
		&(struct case_ref){.application = ((const struct detail *)pane->state)->application});
}

void detail_closing_run(struct ui *ui, struct pane *pane)
{
	ui_push(ui, &closing_pane, &((const struct detail *)pane->state)->application);
}
